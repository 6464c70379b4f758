//! The sheet in words: what a screen reader says of a card, a link, a phase, a lane, on the screen
//! and in a file.

use super::CardFigures;
use crate::analysis::Analysis;
use crate::blueprint::{
    LaneId, Link, LinkEnd, LinkKind, PhaseId, Scenario, Step, StepId, StepKind,
};
use crate::drawing::SheetFigures as _;
use crate::wording::Wording;

/// How many neighbours of a card are named; the others are counted.
const MOST_NAMES: usize = 4;

/// A sheet in the words of a language.
#[derive(Clone, Copy)]
pub struct Spoken<'a> {
    /// What is on the sheet.
    pub scenario: &'a Scenario,
    /// The words.
    pub words: &'a Wording,
    /// The figures, where they are told.
    pub figures: Option<CardFigures<'a>>,
}

impl Spoken<'_> {
    /// "Check violations, Backstage, 60 s, Records officer, load 100 %, bottleneck, then Eye test".
    #[must_use]
    pub fn card(&self, id: StepId, step: &Step) -> String {
        let Self { words, scenario, .. } = *self;
        let mut parts = vec![step.name.clone()];
        if step.kind != StepKind::Action {
            parts.push(words.step_kind(step.kind).to_owned());
        }
        parts.push(words.lane(scenario, step.lane).into_owned());
        parts.extend(step.time.as_ref().map(|time| words.service_time(time)));
        parts.extend(step.needs.iter().map(|need| words.need(need, scenario)));
        let before = |said: String| words.with("figure-before", &[("value", said.into())]);
        let load = |analysis: &Analysis| {
            let load = analysis.steps.get(&id)?.utilisation.value?;
            Some(words.with("spoken-load", &[("share", words.percent(load).into())]))
        };
        if let Some(figures) = self.figures {
            parts.extend(
                load(figures.analysis).or_else(|| figures.before.and_then(load).map(before)),
            );
            if figures.is_bottleneck(id) {
                let said = words.text("figure-bottleneck").to_owned();
                parts.push(if figures.outdated(id).bottleneck { before(said) } else { said });
            }
            // What the card says through a lens.
            parts.extend(figures.lens(id).map(|mark| mark.told));
        }
        if step.fail.is_some() {
            parts.push(words.text("spoken-fail-point").to_owned());
        }
        if step.wait.is_some() {
            parts.push(words.text("spoken-wait-point").to_owned());
        }
        if let Some(emotion) = step.emotion {
            let feeling = words.emotion(emotion);
            parts.push(words.with("spoken-feeling", &[("feeling", feeling.into())]));
        }
        for (kind, key) in [
            (LinkKind::Together, "spoken-together"),
            (LinkKind::Flow, "spoken-then"),
            (LinkKind::Trigger, "spoken-starts"),
        ] {
            let names = self.neighbours(id, kind);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            if !names.is_empty() {
                parts.push(words.with(key, &[("names", words.list(&names, MOST_NAMES).into())]));
            }
        }
        words.clauses(&parts)
    }

    /// The names of what a card leads to by links of a kind, each with its label and share; of what happens at the
    /// same time both ways, for that has no direction.
    fn neighbours(&self, id: StepId, kind: LinkKind) -> Vec<String> {
        let Self { words, scenario, .. } = *self;
        let links = scenario.links_at(id).filter(|(_, link)| link.kind == kind);
        links
            .filter_map(|(_, link)| {
                let end = if link.from == id {
                    Some(link.to)
                } else {
                    (kind == LinkKind::Together).then_some(LinkEnd::Step(link.from))
                };
                let name = match end? {
                    LinkEnd::Step(to) => words.step(to, scenario).to_owned(),
                    LinkEnd::Outside => words.text("place-outside").to_owned(),
                };
                let beside = self.beside(link);
                if beside.is_empty() {
                    return Some(name);
                }
                let arguments = [("name", name.into()), ("share", beside.join(" ").into())];
                Some(words.with("spoken-with-share", &arguments))
            })
            .collect()
    }

    /// What is written beside a link: its label and its share, given or left by the others.
    fn beside(&self, link: &Link) -> Vec<String> {
        let label = Some(link.label.clone()).filter(|label| !label.is_empty());
        let share = link.share.or_else(|| self.scenario.rest_share(link));
        label.into_iter().chain(share.map(|share| self.words.share(share))).collect()
    }

    /// "Flow from Approves? to Pays, Yes, 70 %".
    #[must_use]
    pub fn link(&self, link: &Link) -> String {
        let Self { words, scenario, .. } = *self;
        let to = match link.to {
            LinkEnd::Step(to) => words.step(to, scenario),
            LinkEnd::Outside => words.text("place-outside"),
        };
        let said = words.with(
            "spoken-link",
            &[
                ("kind", words.link_kind(link.kind).into()),
                ("from", words.step(link.from, scenario).into()),
                ("to", to.into()),
            ],
        );
        let parts: Vec<String> = std::iter::once(said).chain(self.beside(link)).collect();
        words.clauses(&parts)
    }

    /// "Phase Arrive, 4 steps".
    #[must_use]
    pub fn phase(&self, id: PhaseId) -> Option<String> {
        let name = match self.scenario.phases().get(&id)?.name.as_str() {
            "" => self.words.text("details-phase-unnamed"),
            name => name,
        };
        let held = self.scenario.steps().values().filter(|step| step.phase == id).count();
        let steps = self.words.counted("steps", held);
        Some(self.words.with("spoken-phase", &[("name", name.into()), ("steps", steps.into())]))
    }

    /// "Lane Phone line, Frontstage, 2 steps".
    #[must_use]
    pub fn lane(&self, id: LaneId) -> Option<String> {
        let lane = self.scenario.lanes().get(&id)?;
        let held = self.scenario.steps().values().filter(|step| step.lane == id).count();
        let arguments = [
            ("name", self.words.lane(self.scenario, id).into_owned().into()),
            ("zone", self.words.zone(lane.zone).into()),
            ("steps", self.words.counted("steps", held).into()),
        ];
        Some(self.words.with("spoken-lane", &arguments))
    }
}
