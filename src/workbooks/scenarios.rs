//! The scenarios side by side, with differences that follow the summary.

use super::cells::{amounts, cell_name, computed, computed_text, header, numbers, shares};
use super::places::live_cell;
use super::{Rows, Shown};
use crate::analysis::{Analysis, Figure, analyse};
use crate::blueprint::Scenario;
use crate::exchange::{NumberFormat, SheetCell};
use crate::redesign::{Comparison, FigureChange, compare_analysed};
use crate::wording::{Amount, Wording};

/// The columns before those of the scenarios: name and unit.
const BEFORE: usize = 2;

/// A scenario beside the first.
struct Side<'a> {
    scenario: &'a Scenario,
    comparison: Comparison,
    /// The column of its figures, and that of the differences, which the first has none of.
    column: usize,
}

/// The rows of the sheet: a column for each scenario, and behind each but the first its difference
/// from that.
pub fn rows(shown: &Shown<'_>, live: bool) -> Rows {
    let words = shown.words;
    let mut sides: Vec<Side<'_>> = Vec::new();
    let mut first: Option<(&Scenario, Analysis)> = None;
    for scenario in shown.source.blueprint.scenarios() {
        let analysis = analyse(scenario);
        let (before, of_before) = first.get_or_insert_with(|| (scenario, analysis.clone()));
        let comparison = compare_analysed((before, of_before), (scenario, &analysis));
        let column = BEFORE + (2 * sides.len()).saturating_sub(1);
        sides.push(Side { scenario, comparison, column });
    }
    let mut headings = vec![words.text("workbook-figure"), words.text("workbook-unit")];
    for (at, side) in sides.iter().enumerate() {
        headings.push(match side.scenario.name().trim() {
            "" => words.text("scenario-unnamed"),
            name => name,
        });
        if at > 0 {
            headings.push(words.text("compare-difference"));
        }
    }
    let mut rows = vec![header(headings)];
    let count = sides.first().map_or(0, |side| side.comparison.figures.len());
    for at in 0..count {
        let changes: Vec<(&Side<'_>, &FigureChange)> = sides
            .iter()
            .filter_map(|side| Some((side, side.comparison.figures.get(at)?)))
            .collect();
        if changes.iter().all(|(_, change)| change.after.value.is_none()) {
            continue;
        }
        rows.push(row(shown, &changes, rows.len(), live));
    }
    rows
}

/// The row of a figure.
fn row(
    shown: &Shown<'_>,
    changes: &[(&Side<'_>, &FigureChange)],
    at: usize,
    live: bool,
) -> Vec<SheetCell> {
    let words = shown.words;
    let Some((_, figure)) = changes.first() else { return Vec::new() };
    let currency = shown.source.blueprint.currency();
    let amount = Wording::figure_amount(figure.key, 0.0, currency);
    // Two shares differ by percentage points, which are no share.
    let (per, apart) = match amount {
        Amount::Share(_) | Amount::Points(_) => {
            (100.0, Some(NumberFormat::Measured(1, words.text("workbook-points").to_owned())))
        }
        _ => (1.0, None),
    };
    let (unit, format) = match amount {
        Amount::Seconds(_) | Amount::ClockSeconds(_) => {
            (words.text("workbook-unit-second"), numbers())
        }
        Amount::PerHour(_) => (words.text("workbook-unit-hour"), amounts()),
        Amount::Share(_) | Amount::Points(_) => ("", shares()),
        Amount::Money(_, currency) => (currency, amounts()),
        Amount::Number(_) => ("", numbers()),
    };
    let name = words.figure_name(figure.key);
    let mut cells = vec![SheetCell::text(name), SheetCell::text(unit)];
    for (number, (side, change)) in changes.iter().enumerate() {
        cells.push(value(shown, side, change, (&format, live)));
        if number == 0 {
            continue;
        }
        cells.push(if change.is_uncertain() {
            computed_text(words.text("compare-uncertain"))
        } else {
            let (before, after) = (cell_name(BEFORE, at), cell_name(side.column, at));
            let difference_of = match &apart {
                Some(_) => format!("({after}-{before})*{per}"),
                None => format!("{after}-{before}"),
            };
            let formula =
                format!("IF(AND(ISNUMBER({before}),ISNUMBER({after})),{difference_of},\"\")");
            let difference = difference(change).map(|difference| difference * per);
            SheetCell::formula(formula, difference, apart.as_ref().unwrap_or(&format).clone())
        });
    }
    cells
}

/// After − before, where both are known.
fn difference(change: &FigureChange) -> Option<f64> {
    Some(change.after.value? - change.before.value?)
}

/// A figure of a scenario; of the one that the workbook is of, as the summary has it.
fn value(
    shown: &Shown<'_>,
    side: &Side<'_>,
    change: &FigureChange,
    (format, live): (&NumberFormat, bool),
) -> SheetCell {
    let figure: &Figure = &change.after;
    let is_shown = side.scenario.id() == shown.scenario.id();
    let cell = live_cell(change.key, shown.words.text("workbook-summary"));
    match cell.filter(|_| is_shown && live && figure.value.is_some()) {
        Some(cell) => SheetCell::formula(cell, figure.value, format.clone()),
        None => computed(figure.value, format.clone()),
    }
}
