//! What each figure is, how far it can be trusted here, and where its formula comes from.

use super::Draft;
use crate::analysis::{Basis, Figure, FigureKey, explain};
use crate::drawing::{DocumentBlock, DocumentTable, RowLook, Tone};
use crate::pictures::Shown;
use crate::redesign::{COMPARED, compare_analysed};
use crate::wording::{Amount, Wording};

impl Draft<'_> {
    pub(super) fn method(&mut self) {
        let Shown { scenario, analysis, words, currency } = self.source.shown;
        self.say(Tone::Plain, words.text("report-method-says"));
        self.say(Tone::Note, words.assumptions(scenario, analysis));
        let columns = [
            "report-column-figure",
            "report-column-definition",
            "report-column-basis",
            "report-column-source",
        ];
        let mut table = DocumentTable::with(columns.map(|key| (words.text(key).to_owned(), false)));
        let same = compare_analysed((scenario, analysis), (scenario, analysis));
        for (key, ..) in COMPARED {
            let Some(change) = same.figures.iter().find(|change| change.key == key) else {
                continue;
            };
            let row = self.defined(key, &change.after, currency);
            table.row(RowLook::Plain, row);
        }
        self.blocks.push(DocumentBlock::Table(table));
        self.bases();
    }

    fn defined(&self, key: FigureKey, figure: &Figure, currency: &str) -> Vec<String> {
        let Shown { scenario, analysis, words, .. } = self.source.shown;
        let basis = match figure.value {
            Some(_) => {
                words.basis(figure.basis, |value| Wording::figure_amount(key, value, currency))
            }
            None => words.lacks(&figure.lacks, scenario).unwrap_or_default(),
        };
        let why = words.why(&explain(scenario, analysis, key), scenario, currency);
        let source = why.source.unwrap_or_else(|| words.text("report-source-plain").to_owned());
        vec![words.figure_name(key).to_owned(), words.figure_meaning(key).to_owned(), basis, source]
    }

    /// What the words mean that say how far a figure can be trusted.
    fn bases(&mut self) {
        let words = self.words();
        self.heading(3, words.text("report-bases"));
        let heads = ["report-column-basis", "report-column-meaning"];
        let mut table = DocumentTable::with(heads.map(|key| (words.text(key).to_owned(), false)));
        let mut row = |name: String, meaning: String| {
            table.row(RowLook::Plain, vec![name, meaning]);
        };
        for basis in [Basis::Exact, Basis::LowerBound, Basis::UpperBound, Basis::Unreliable] {
            let name = words.basis(basis, Amount::Number);
            let name = if basis == Basis::Exact {
                name
            } else {
                format!("{name} ({})", words.sign(basis))
            };
            row(name, words.basis_meaning(basis, Amount::Number));
        }
        let approximate = Basis::APPROXIMATE;
        let name = words.basis(approximate, Amount::Number);
        let meaning = words.text("report-basis-approximate-meaning").to_owned();
        row(format!("{name} ({})", words.sign(approximate)), meaning);
        let simulated = ["report-basis-simulated", "report-basis-simulated-meaning"];
        let [name, meaning] = simulated.map(|key| words.text(key).to_owned());
        row(name, meaning);
        self.blocks.push(DocumentBlock::Table(table));
    }
}
