//! What is read out of a sheet, in the order of reading: its lanes and lines from top to bottom, then
//! each phase with its steps along the flow.

use super::SheetPicture;
use crate::blueprint::{Line, LinkId, PhaseId, Step, StepId};
use crate::drawing::{Band, Column, Point, Rect, Subject, Telling, Titles, Told, flow_order};

/// A phase with what is told of its steps.
pub struct ToldPhase {
    /// The phase; `None` where the sheet has none.
    pub phase: Option<PhaseId>,
    /// Its name, and where it begins on the sheet.
    pub name: (String, Point),
    /// What is told of it: its name as a heading, where it has one.
    pub heading: Option<Told>,
    /// Its steps along the flow.
    pub steps: Vec<ToldStep>,
}

/// A step in words.
pub struct ToldStep {
    /// The step.
    pub step: StepId,
    /// What it is called.
    pub name: String,
    /// Where its card lies on the sheet.
    pub card: Rect,
    /// All that is to be said of it, where it leads included.
    pub told: Told,
}

impl SheetPicture<'_> {
    /// The names of lanes and lines in the picture, with where they lie on the sheet, from top to
    /// bottom.
    #[must_use]
    pub fn told_bands(&self) -> Vec<(Told, f32)> {
        let (words, scenario) = (self.shown().words, self.shown().scenario);
        let (top, bottom) = (self.part().top(), self.part().bottom());
        let mut told = Vec::new();
        let seen = |band: &&Band| band.bottom > top && band.top < bottom;
        for band in self.geometry().bands().iter().filter(seen) {
            let (subject, text) = match band.lane {
                Some(id) => (Subject::Lane(id), words.lane(scenario, id)),
                None => (Subject::Zone(band.zone), words.zone(band.zone).into()),
            };
            told.push((letters(subject, &text), f32::midpoint(band.top, band.bottom)));
        }
        for line in [Line::Interaction, Line::Visibility, Line::InternalInteraction] {
            let y = self.geometry().line_y(line);
            if (top..=bottom).contains(&y) {
                told.push((letters(Subject::Line(line), words.line(line)), y));
            }
        }
        told.sort_by(|(_, a), (_, b)| a.total_cmp(b));
        told
    }

    /// All that is told, in the order of reading.
    #[must_use]
    pub fn told(&self) -> Vec<Told> {
        let bands = self.told_bands().into_iter().map(|(told, _)| told);
        let phases = self.told_phases().into_iter().flat_map(|phase| {
            phase.heading.into_iter().chain(phase.steps.into_iter().map(|step| step.told))
        });
        bands.chain(phases).collect()
    }

    /// The phases in the picture from left to right, each with its steps along the flow.
    #[must_use]
    pub fn told_phases(&self) -> Vec<ToldPhase> {
        let scenario = self.shown().scenario;
        let (left, right) = (self.part().left(), self.part().right());
        let seen = |column: &&Column| column.right > left && column.left < right;
        let columns = self.geometry().columns().iter().filter(seen);
        let mut phases: Vec<ToldPhase> =
            columns.map(|column| self.told_phase(column.phase)).collect();
        for id in flow_order(scenario).into_iter().filter(|id| self.shows(*id)) {
            let (Some(step), Some(card)) = (scenario.steps().get(&id), self.geometry().card(id))
            else {
                continue;
            };
            let links = self.links_from(id).map(Subject::Link);
            let told = ToldStep {
                step: id,
                name: step.name.clone(),
                card: card.rect,
                told: Told {
                    subjects: std::iter::once(Subject::Step(id)).chain(links).collect(),
                    telling: Telling::Figure,
                    text: self.said(id, step),
                },
            };
            if let Some(phase) = phases.iter_mut().find(|one| one.phase == Some(step.phase)) {
                phase.steps.push(told);
            }
        }
        phases
    }

    /// A step in words, with what else is said of it.
    fn said(&self, id: StepId, step: &Step) -> String {
        let mut said = vec![self.spoken().card(id, step)];
        said.extend_from_slice(self.notes(id));
        self.shown().words.clauses(&said)
    }

    fn told_phase(&self, id: PhaseId) -> ToldPhase {
        let name = self.shown().scenario.phases().get(&id).map_or("", |phase| phase.name.trim());
        let left = self.geometry().column_of(id).map_or(0.0, |column| column.left);
        let heading = (!name.is_empty()).then(|| Told {
            subjects: vec![Subject::Phase(id)],
            telling: Telling::Heading(2),
            text: name.to_owned(),
        });
        let called = match name {
            "" => self.shown().words.text("details-phase-unnamed"),
            name => name,
        };
        let at = Point::new(left, self.part().top());
        ToldPhase { phase: Some(id), name: (called.to_owned(), at), heading, steps: Vec::new() }
    }

    fn links_from(&self, step: StepId) -> impl Iterator<Item = LinkId> {
        let links = self.shown().scenario.links_at(step);
        links.filter(move |(_, link)| link.from == step).map(|(id, _)| id)
    }

    /// Everything on the sheet by its name or in a sentence, each thing for itself.
    #[must_use]
    pub fn titles(&self) -> Titles {
        let scenario = self.shown().scenario;
        let spoken = self.spoken();
        let links = scenario.links().iter();
        let links = links.map(|(id, link)| (Subject::Link(*id), spoken.link(link)));
        let named = self.told().into_iter();
        let named = named.filter_map(|told| Some((*told.subjects.first()?, told.text)));
        named.chain(links).collect()
    }
}

fn letters(subject: Subject, text: &str) -> Told {
    Told { subjects: vec![subject], telling: Telling::Letters, text: text.to_owned() }
}
