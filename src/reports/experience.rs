//! What customers see and meet, and what it costs.

use super::Draft;
use super::rows::{FigureRow, cost_rows, experience_rows, money_rows, profit_rows};
use crate::drawing::{DocumentBlock, DocumentTable, RowLook, Tone};
use crate::pictures::Chart;

impl Draft<'_> {
    pub(super) fn experience(&mut self) {
        let shown = self.source.shown;
        let words = shown.words;
        self.heading(3, words.text("report-experience"));
        let rows = experience_rows(&shown);
        if rows.is_empty() {
            let lacks = &shown.analysis.rush_order_time_s.lacks;
            let lacks = words.lacks(lacks, shown.scenario);
            let lacks = lacks.unwrap_or_else(|| words.text("lack-flow").to_owned());
            self.say(Tone::Plain, words.with("report-experience-none", &[("lacks", lacks.into())]));
        } else {
            self.figure_table(rows);
        }
        self.chart(Chart::Visit);
        self.chart(Chart::Waiting);
        self.heading(3, words.text("report-money"));
        let rows = money_rows(&shown);
        if rows.is_empty() {
            self.say(Tone::Plain, words.text("report-money-none"));
            return;
        }
        self.figure_table(rows);
        self.chart(Chart::Money);
        if let Some((total, parts)) = cost_rows(&shown) {
            self.heading(3, words.with("report-cost-structure", &[("total", total.into())]));
            let columns = [("report-column-part", false), ("report-column-amount", true)];
            let columns = columns.map(|(key, numbers)| (words.text(key).to_owned(), numbers));
            let mut table = DocumentTable::with(columns);
            for (name, amount) in parts {
                table.row(RowLook::Plain, vec![name, amount]);
            }
            self.blocks.push(DocumentBlock::Table(table));
        }
        if let Some((title, marks, reach)) = profit_rows(&shown) {
            self.heading(3, title);
            let columns = [
                ("report-column-mark", false),
                ("report-column-execution", true),
                ("report-column-profit", true),
            ];
            let columns = columns.map(|(key, numbers)| (words.text(key).to_owned(), numbers));
            let mut table = DocumentTable::with(columns);
            for mark in marks {
                table.row(RowLook::Plain, mark.into());
            }
            self.blocks.push(DocumentBlock::Table(table));
            if let Some(reach) = reach {
                self.say(Tone::Note, reach);
            }
        }
    }

    fn figure_table(&mut self, rows: Vec<FigureRow>) {
        let columns = [
            ("report-column-figure", false),
            ("report-column-value", true),
            ("report-column-basis", false),
        ];
        let columns = columns.map(|(key, numbers)| (self.text(key), numbers));
        let mut table = DocumentTable::with(columns);
        for FigureRow { name, value, remark } in rows {
            table.row(RowLook::Plain, vec![name, value, remark]);
        }
        self.blocks.push(DocumentBlock::Table(table));
    }
}
