//! Steps, roles and links as the cells of a workbook: the columns of the tables, with numbers where a
//! number is read back as the same text.

use calamine::Data;

use super::columns::{Column, RoleColumn, StepColumn};
use super::exporters::{NumberFormat, SheetCell};
use super::fixed_words::{END, is_word};
use super::grid::{escape, is_formula};
use super::number_formats::suffix;
use super::workbook::{amount, with_suffix};
use super::writing::{role_texts, step_texts};
use crate::blueprint::{Link, LinkEnd, Scenario};

/// Rows of cells, and what was changed in them.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenCells {
    /// The rows in document order, without a header.
    pub rows: Vec<Vec<SheetCell>>,
    /// Names that two steps or roles had, as the later one is called in the cells.
    pub renamed: Vec<String>,
}

/// The steps of a scenario below the columns of [`StepColumn::WRITTEN`].
#[must_use]
pub fn step_cells(scenario: &Scenario) -> WrittenCells {
    let texts = step_texts(scenario);
    let row = |row: Vec<String>| {
        let columns = StepColumn::WRITTEN.iter().zip(row);
        columns.map(|(column, text)| cell(text, holds_number(*column))).collect()
    };
    WrittenCells { rows: texts.rows.into_iter().map(row).collect(), renamed: texts.renamed }
}

/// The roles of a scenario below the columns of [`RoleColumn::WRITTEN`].
#[must_use]
pub fn role_cells(scenario: &Scenario) -> WrittenCells {
    let texts = role_texts(scenario);
    let row = |row: Vec<String>| {
        let columns = RoleColumn::WRITTEN.iter().zip(row);
        columns.map(|(column, text)| cell(text, column.holds_number())).collect()
    };
    WrittenCells { rows: texts.rows.into_iter().map(row).collect(), renamed: texts.renamed }
}

/// The links of a scenario in document order: from, to, kind, share and label. `kind` puts the kind
/// in a word, and `end` is the word for the outside where no step is called so.
#[must_use]
pub fn link_cells(
    scenario: &Scenario,
    kind: impl Fn(&Link) -> String,
    end: &str,
) -> Vec<Vec<SheetCell>> {
    let texts = step_texts(scenario).rows;
    let names = texts.iter().map(|row| row.first().map_or("", String::as_str));
    let names: std::collections::HashMap<_, _> = scenario.steps().keys().zip(names).collect();
    let name = |id| names.get(&id).copied().unwrap_or_default();
    let free = |word: &&str| !names.values().any(|name| is_word(name, &[word]));
    let outside = [end].into_iter().chain(END.iter().copied()).find(free).unwrap_or_default();
    let row = |link: &Link| {
        let to = match link.to {
            LinkEnd::Step(to) => name(to),
            LinkEnd::Outside => outside,
        };
        let share = link.share.map(|share| share.to_string()).unwrap_or_default();
        vec![
            cell(name(link.from).to_owned(), false),
            cell(to.to_owned(), false),
            cell(kind(link), false),
            cell(share, true),
            cell(link.label.clone(), false),
        ]
    };
    scenario.links().values().map(|link| row(link)).collect()
}

/// Whether the cells of a column are numbers, with a unit or without.
fn holds_number(column: StepColumn) -> bool {
    column.holds_number() || matches!(column, StepColumn::Places | StepColumn::Batch)
}

/// A text as a cell.
pub fn cell(text: String, may_be_number: bool) -> SheetCell {
    if may_be_number && let Some(cell) = number(&text) {
        return cell;
    }
    // Read back, an apostrophe before a formula would be one of those that are put there.
    let is_put = text.starts_with('\'') && is_formula(&text);
    SheetCell::text(if is_put { escape(&text).into_owned() } else { text })
}

/// A text as a number, where that is read back as the same text.
fn number(text: &str) -> Option<SheetCell> {
    let (number, unit) = text.split_once(' ').map_or((text, None), |(n, unit)| (n, Some(unit)));
    let value: f64 = number.parse().ok().filter(|value: &f64| value.is_finite())?;
    let (value, format) = match unit {
        None => (value, NumberFormat::General),
        Some("%") => {
            let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            // Without the dust that a division leaves.
            (format!("{number}e-2").parse().ok()?, NumberFormat::Percent(decimals))
        }
        Some(unit) => (value, NumberFormat::Unit(unit.to_owned())),
    };
    let read = match format.code() {
        None => amount(value),
        Some(code) => with_suffix(&Data::Float(value), &suffix(&code)?)?,
    };
    (read == text).then(|| SheetCell::number(Some(value), format))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::exporters::CellContent;

    #[test]
    fn a_number_is_one_where_it_is_read_back_as_it_was() {
        let shown = |text: &str| {
            let cell = cell(text.to_owned(), true);
            match cell.content {
                CellContent::Number(number) => Some((number, cell.format)),
                _ => None,
            }
        };
        assert_eq!(shown("12"), Some((12.0, NumberFormat::General)));
        assert_eq!(shown("30 s"), Some((30.0, NumberFormat::Unit("s".to_owned()))));
        assert_eq!(shown("1.5 min"), Some((1.5, NumberFormat::Unit("min".to_owned()))));
        assert_eq!(shown("70 %"), Some((0.7, NumberFormat::Percent(0))));
        assert_eq!(shown("33.3 %"), Some((0.333, NumberFormat::Percent(1))));
        for text in ["1/3", "45 ± 10 s", "unlimited", "", "1e300 s", "007", "0.125"] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn texts_stay_texts() {
        for (text, written) in [("=1+1", "=1+1"), ("'=1+1", "''=1+1"), ("12", "12"), ("'", "'")] {
            let expect = CellContent::Text(written.to_owned());
            assert_eq!(cell(text.to_owned(), false).content, expect);
        }
    }
}
