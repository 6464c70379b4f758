//! What is wrong with the blueprint, and what to do about it.

use super::Draft;
use crate::drawing::{DocumentBlock, DocumentTable, RowLook, Tone};
use crate::pictures::Shown;

impl Draft<'_> {
    pub(super) fn problems(&mut self) {
        let Shown { scenario, analysis, words, .. } = self.source.shown;
        if analysis.problems.is_empty() {
            self.say(Tone::Plain, words.text("report-no-problems"));
            return;
        }
        let columns = [
            "report-column-where",
            "report-column-severity",
            "report-column-problem",
            "report-column-cure",
            "report-column-code",
        ];
        let mut table = DocumentTable::with(columns.map(|key| (words.text(key).to_owned(), false)));
        for problem in &analysis.problems {
            let said = words.problem(problem, scenario);
            let cells = vec![
                words.place(problem.place, scenario),
                words.severity(problem.severity()).to_owned(),
                said.message,
                said.hint,
                problem.code.name().replace('_', "-"),
            ];
            table.row(RowLook::Plain, cells);
        }
        self.blocks.push(DocumentBlock::Table(table));
    }
}
