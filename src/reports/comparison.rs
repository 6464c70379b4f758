//! Each further scenario against the first: its figures, with what is better and what is worse in words,
//! and what changed.

use super::{Draft, called};
use crate::blueprint::Scenario;
use crate::drawing::{DocumentBlock, DocumentTable, Entry, RowLook, Tone};
use crate::pictures::Shown;
use crate::redesign::{Comparison, FigureSubject, Verdict, compare_printed};
use crate::simulation::Printed;
use crate::wording::Wording;

impl Draft<'_> {
    pub(super) fn comparison(&mut self) {
        let Shown { words, .. } = self.source.shown;
        let blueprint = self.source.blueprint;
        let baseline = blueprint.baseline();
        let before = Printed::of(baseline);
        for scenario in blueprint.scenarios().iter().skip(1) {
            let after = Printed::of(scenario);
            let comparison = compare_printed((baseline, &before), (scenario, &after));
            let arguments = [
                ("name", called(scenario, words).into()),
                ("baseline", called(baseline, words).into()),
            ];
            self.heading(3, words.with("report-comparison-of", &arguments));
            self.compared(baseline, scenario, &comparison);
        }
    }

    fn compared(&mut self, baseline: &Scenario, scenario: &Scenario, comparison: &Comparison) {
        let Shown { words, currency, .. } = self.source.shown;
        let text = |key: &str| words.text(key).to_owned();
        let mut table = DocumentTable::with([
            (text("report-column-figure"), false),
            (called(baseline, words).to_owned(), true),
            (called(scenario, words).to_owned(), true),
            (text("report-column-difference"), true),
            (text("report-column-verdict"), false),
        ]);
        let mut subject: Option<FigureSubject> = None;
        for change in &comparison.figures {
            if change.before.value.is_none() && change.after.value.is_none() {
                continue;
            }
            if subject.replace(change.subject) != Some(change.subject) {
                let name = words.figure_subject(change.subject).to_owned();
                table.row(RowLook::Group, vec![name]);
            }
            let amount = |value| Wording::figure_amount(change.key, value, currency);
            let difference = words.figure_difference(change, currency);
            let one_is_missing = change.before.value.is_none() || change.after.value.is_none();
            let verdict = match change.verdict {
                Verdict::Unclear if one_is_missing => text("no-figure"),
                Verdict::Unclear if change.is_uncertain() => text("no-figure"),
                verdict => words.verdict(verdict).to_owned(),
            };
            let dash = || text("no-figure");
            table.row(
                RowLook::Plain,
                vec![
                    words.figure_name(change.key).to_owned(),
                    words.marked(&change.before, amount),
                    words.marked(&change.after, amount),
                    Some(difference).filter(|text| !text.is_empty()).unwrap_or_else(dash),
                    verdict,
                ],
            );
        }
        self.blocks.push(DocumentBlock::Table(table));
        let demands = [baseline, scenario].map(|scenario| scenario.demand().steady_rate());
        if demands.iter().any(Option::is_none) {
            self.say(Tone::Note, words.text("report-comparison-full-load"));
        }
        let changes = words.changes(comparison, baseline, scenario);
        self.heading(3, words.text("report-changes"));
        if changes.is_empty() {
            self.say(Tone::Plain, words.text("compare-changes-none"));
            return;
        }
        let entry = |text| Entry { text, remark: String::new() };
        let entries = changes.into_iter().map(|change| entry(change.text));
        self.blocks.push(DocumentBlock::List(entries.collect()));
    }
}
