//! The verdict on the quality of a service: where customers miss most, what is open, missed, late.

use super::{Draft, ReportSource};
use crate::blueprint::{Date, StepId};
use crate::drawing::{DocumentBlock, Entry};
use crate::quality::{Question, VerdictLine, assess, verdict};

/// The verdict, a line each, with the step that it is about; none where nothing was judged about the service.
pub(super) fn quality_said(
    source: &ReportSource<'_>,
    today: Option<Date>,
) -> Vec<(String, Option<StepId>)> {
    let (blueprint, shown) = (source.blueprint, &source.shown);
    if blueprint.judgements().is_empty() {
        return Vec::new();
    }
    let question = Question { today, ..Question::default() };
    let found = assess(blueprint, shown.scenario, shown.analysis, &question);
    let said = |line: VerdictLine| {
        let step = line.place.step(blueprint, shown.scenario);
        (shown.words.quality_verdict(&line, blueprint, shown.scenario), step)
    };
    verdict(&found).into_iter().map(said).collect()
}

impl Draft<'_> {
    /// The verdict on the quality below its own heading, where something was judged.
    pub(super) fn quality(&mut self) {
        let said = quality_said(&self.source, None);
        if said.is_empty() {
            return;
        }
        self.heading(3, self.words().text("report-quality"));
        let entry = |(text, _)| Entry { text, remark: String::new() };
        self.blocks.push(DocumentBlock::List(said.into_iter().map(entry).collect()));
    }
}
