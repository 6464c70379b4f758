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
            if key == FigureKey::WaitingShare {
                // What is left of the time; it is not compared, as it says the same.
                let efficiency = &analysis.experience.flow_efficiency;
                let row = self.defined(FigureKey::FlowEfficiency, efficiency, currency);
                table.row(RowLook::Plain, row);
            }
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
        let source = match key {
            FigureKey::Capacity => words.text("report-source-capacity").to_owned(),
            // Where waits are in it, so are the formulas of the queues.
            FigureKey::ThroughputTime | FigureKey::WaitingShare | FigureKey::FlowEfficiency => {
                let waits = analysis.steps.keys().map(|step| FigureKey::Wait(*step));
                self.sources(waits)
            }
            _ => self.sources([key]),
        };
        vec![words.figure_name(key).to_owned(), words.figure_meaning(key).to_owned(), basis, source]
    }

    /// Where the formulas of some figures come from, each source once.
    fn sources(&self, keys: impl IntoIterator<Item = FigureKey>) -> String {
        let Shown { scenario, analysis, words, currency } = self.source.shown;
        let label = words.with("why-source", &[("source", "".into())]);
        let mut sources: Vec<String> = Vec::new();
        for key in keys {
            let why = words.why(&explain(scenario, analysis, key), scenario, currency);
            let Some(source) = why.source else { continue };
            // The column says that it is a source.
            let source = source.strip_prefix(label.trim_end()).unwrap_or(&source).trim().to_owned();
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        if sources.is_empty() {
            return words.text("report-source-plain").to_owned();
        }
        sources.join(words.text("report-between-gaps"))
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
