//! Times without a unit: what the plain numbers of a column are in where its heading does not say.
//!
//! The other cells of the column tell, or those of a column that belongs to it; else nothing does,
//! and people are asked. Until they answer, plain numbers are seconds.

use super::columns::Column;
use super::heading_units::{HeadingUnit, heading_unit, unit_word};
use super::joined::{is_bare, unit_column};
use super::plan::{ColumnPlan, Guess, Plan};
use super::raw::RawTable;
use crate::blueprint::notation::{LengthUnit, parse_quantity};

/// A column of times that holds plain numbers below a heading without a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainNumbers {
    /// The place of the column.
    pub at: usize,
    /// What they are taken to be in.
    pub unit: LengthUnit,
    /// What tells that.
    pub told: UnitTold,
}

/// What tells the unit of plain numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitTold {
    /// Somebody said so, or a part of the heading does.
    Said,
    /// The other cells do.
    ByCells,
    /// Nothing does.
    Assumed,
}

/// What a column of times says of the numbers in it: its heading, else a person.
fn said<C: Column>(taken: C, column: &ColumnPlan<C>) -> HeadingUnit {
    match (heading_unit(&taken.heading_for_unit(&column.heading)), column.unit) {
        (HeadingUnit::Unsaid, Some(unit)) => HeadingUnit::Known(unit),
        (said, _) => said,
    }
}

/// Whether a column holds numbers, other than nothing, that have no unit beside them.
fn holds_plain(table: &RawTable, at: usize, from: usize) -> bool {
    let nothing = |cell: &str| parse_quantity(cell).is_ok_and(|number| number.get() == 0.0);
    table.column(at, from).any(|cell| is_bare(cell) && !nothing(cell))
}

/// The unit of all cells of a column that have one.
fn unit_of_cells(table: &RawTable, at: usize, from: usize) -> Option<LengthUnit> {
    let units = table.column(at, from).filter_map(|cell| {
        let digit = cell.rfind(char::is_numeric)?;
        let end = cell.get(digit..)?.chars().next()?.len_utf8();
        unit_word(cell.get(digit + end..)?)
    });
    let mut units = units.peekable();
    let first = *units.peek()?;
    units.all(|unit| unit == first).then_some(first)
}

/// What the plain numbers of each column of times are in, and of which of them the heading does not
/// say it. Linear in the cells of these columns.
pub fn settle_units<C: Guess>(
    plan: &Plan<C>,
    table: &RawTable,
) -> (Vec<(C, HeadingUnit)>, Vec<PlainNumbers>) {
    let from = plan.header.map_or(0, |row| row + 1);
    let columns: Vec<(usize, C, HeadingUnit)> = plan
        .columns
        .iter()
        .enumerate()
        .filter_map(|(at, column)| {
            let taken = column.column.filter(|taken| taken.holds_time())?;
            Some((at, taken, said(taken, column)))
        })
        .collect();
    let mut units: Vec<(C, HeadingUnit)> =
        columns.iter().map(|(_, taken, said)| (*taken, said.clone())).collect();
    C::share_units(&mut units);
    let by_heading = units.clone();
    let open = |at: usize| holds_plain(table, at, from) && unit_column(&plan.columns, at).is_none();
    for ((at, ..), (_, unit)) in columns.iter().zip(&mut units) {
        if *unit == HeadingUnit::Unsaid
            && open(*at)
            && let Some(of_cells) = unit_of_cells(table, *at, from)
        {
            *unit = HeadingUnit::Known(of_cells);
        }
    }
    // What the cells of one of several times say goes for all of them.
    for ((at, ..), (_, unit)) in columns.iter().zip(&mut units) {
        if *unit == HeadingUnit::Unsaid && !open(*at) {
            *unit = unit_of_cells(table, *at, from).map_or(HeadingUnit::Unsaid, HeadingUnit::Known);
        }
    }
    C::share_units(&mut units);
    let mut found = Vec::new();
    for (place, (at, ..)) in columns.iter().enumerate() {
        let column = plan.columns.get(*at);
        let heading = by_heading.get(place).map(|(_, unit)| unit);
        let is_said = column.is_some_and(|column| column.unit.is_some());
        if !open(*at) || !is_said && heading != Some(&HeadingUnit::Unsaid) {
            continue;
        }
        let bare = column.and_then(|column| Some(column.column?.heading_for_unit(&column.heading)));
        if bare.is_none_or(|bare| heading_unit(&bare) != HeadingUnit::Unsaid) {
            continue;
        }
        let (unit, told) = match (units.get(place).map(|(_, unit)| unit), is_said) {
            (Some(HeadingUnit::Known(unit)), true) => (*unit, UnitTold::Said),
            (Some(HeadingUnit::Known(unit)), false) => (*unit, UnitTold::ByCells),
            _ => (LengthUnit::default(), UnitTold::Assumed),
        };
        found.push(PlainNumbers { at: *at, unit, told });
    }
    (units, found)
}
