//! The handbook of a service: how each served step is done, what each role does, what is to be learnt, and
//! what is still to be written.
//!
//! What a step or a role leaves blank is left out of its page and named at the end, once.

mod blanks;
mod jobs;
mod sections;
mod served;
mod training;

use served::Served;

use super::{Draft, ReportSource};
use crate::blueprint::RoleId;
use crate::drawing::{Document, DocumentBlock, MeasureText, Tone};

/// The handbook of a scenario; of a role only its job description and the steps that it does.
#[must_use]
pub fn handbook(
    source: &ReportSource<'_>,
    role: Option<RoleId>,
    measure: &dyn MeasureText,
) -> Document {
    let mut draft = Draft { source: *source, measure, blocks: Vec::new() };
    let words = source.shown.words;
    let scenario = source.shown.scenario;
    let served = Served::of(scenario, role);
    let of_role = role.map_or("", |role| words.role(role, scenario));
    draft.heading(1, source.service());
    let mut facts = vec![of_role, source.scenario(), source.file, source.date];
    facts.retain(|fact| !fact.trim().is_empty());
    draft.say(Tone::Note, words.facts(&facts));
    draft.blocks.push(DocumentBlock::Contents(words.text("report-contents").to_owned()));
    if let Some(role) = role {
        draft.job(role, &served);
        draft.training(&served, Some(role));
        draft.phases(&served);
    } else {
        draft.concept();
        draft.phases(&served);
        for role in scenario.roles().keys() {
            draft.blocks.push(DocumentBlock::PageBreak);
            draft.job(*role, &served);
        }
        draft.blocks.push(DocumentBlock::PageBreak);
        draft.training(&served, None);
        draft.blanks(&served);
    }
    let of_role = Some(of_role).filter(|name| !name.is_empty());
    let name = of_role
        .map_or_else(|| source.service().to_owned(), |name| words.labelled(source.service(), name));
    let title = words.with("handbook-title", &[("name", name.into())]);
    Document { title, language: words.language().code(), blocks: draft.blocks }
}

impl Draft<'_> {
    /// What the service is to be.
    fn concept(&mut self) {
        let concept = self.source.blueprint.judgements().concept.trim();
        if !concept.is_empty() {
            self.heading(2, self.text("handbook-concept"));
            self.say(Tone::Plain, concept);
        }
    }

    /// The steps that are served, phase by phase.
    fn phases(&mut self, served: &Served<'_>) {
        if served.steps.is_empty() {
            self.say(Tone::Plain, self.text("handbook-none"));
        }
        for (phase, about) in self.source.shown.scenario.phases() {
            let mut steps = served.steps.iter().filter(|(_, step)| step.phase == *phase).peekable();
            if steps.peek().is_none() {
                continue;
            }
            let name = match about.name.trim() {
                "" => self.words().text("details-phase-unnamed"),
                name => name,
            };
            self.heading(2, name);
            for (id, step) in steps {
                self.section(served, *id, step);
            }
        }
    }
}
