//! Columns that belong to a time beside them: one that names its unit row by row, and further parts
//! of the same time, such as hours beside minutes.

use super::columns::{Column, StepColumn};
use super::heading_units::{HeadingUnit, heading_unit, is_not_read, unit_word};
use super::headings::{plain, timed_name};
use super::plan::{ColumnPlan, Plan};
use super::raw::RawTable;
use crate::blueprint::notation::{Calendar, LengthUnit, parse_quantity};

/// What a column adds to a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// The unit of the plain numbers beside it.
    Unit,
    /// A further part, in a unit of its own.
    Part {
        /// Which column it is a part of.
        of: usize,
        /// Its unit.
        unit: LengthUnit,
    },
}

/// What heads a column of units.
const UNIT: &[&str] = &[
    "unit",
    "units",
    "uom",
    "timeunit",
    "timeunits",
    "unitoftime",
    "unitofmeasure",
    "durationunit",
    "einheit",
    "unité",
    "unidad",
    "单位",
    "时间单位",
    "用时单位",
    "计量单位",
    "时长单位",
    "耗时单位",
];

/// Whether a column, by its heading and its cells, holds units of time.
pub fn holds_units(heading: &str, table: &RawTable, at: usize, from: usize) -> bool {
    let is_unit = |cell: &str| unit_word(cell).is_some() || is_not_read(cell);
    let (mut units, mut all) = (0_usize, 0_usize);
    for cell in table.column(at, from).take(200) {
        all += 1;
        units += usize::from(is_unit(cell));
    }
    let headed = UNIT.contains(&plain(heading).as_str());
    all > 0 && (units == all && (headed || heading.is_empty()) || headed && 2 * units >= all)
}

/// Whether two headings name one time in two units: `Time (h)` and `Time (min)`, `Hours` and
/// `Minutes`.
pub fn parts_of_one(one: &str, other: &str) -> bool {
    let (HeadingUnit::Known(unit), HeadingUnit::Known(other_unit)) =
        (heading_unit(one), heading_unit(other))
    else {
        return false;
    };
    unit != other_unit && timed_name(one) == timed_name(other)
}

/// Finds the columns that belong to a time.
pub fn join_columns(plan: &mut Plan<StepColumn>, table: &RawTable, from: usize) {
    let held = |column: &ColumnPlan<StepColumn>| column.column.is_some_and(Column::holds_time);
    if plan.columns.iter().any(held) {
        for (at, column) in plan.columns.iter_mut().enumerate() {
            if column.column.is_none() && holds_units(&column.heading, table, at, from) {
                column.join = Some(Join::Unit);
            }
        }
    }
    let Some(of) = plan.place(StepColumn::Time) else { return };
    let heading = plan.columns.get(of).map_or("", |column| &column.heading).to_owned();
    let HeadingUnit::Known(own) = heading_unit(&heading) else { return };
    let mut taken = vec![own];
    for (at, column) in plan.columns.iter_mut().enumerate() {
        let HeadingUnit::Known(unit) = heading_unit(&column.heading) else { continue };
        let bare = timed_name(&column.heading).is_empty() && at.abs_diff(of) <= 2;
        if column.column.is_some()
            || column.join.is_some()
            || taken.contains(&unit)
            || !(bare || parts_of_one(&heading, &column.heading))
            || !table.column(at, from).all(|cell| parse_quantity(cell).is_ok())
            || is_the_same(table, from, (of, own), (at, unit))
        {
            continue;
        }
        taken.push(unit);
        column.join = Some(Join::Part { of, unit });
    }
}

/// Whether two columns say the same times in two units.
fn is_the_same(
    table: &RawTable,
    from: usize,
    (one, unit): (usize, LengthUnit),
    (other, other_unit): (usize, LengthUnit),
) -> bool {
    let calendar = Calendar::default();
    let mut both = table
        .rows
        .iter()
        .skip(from)
        .filter_map(|row| {
            let value =
                |at: usize| parse_quantity(row.cell(at)).ok().map(crate::blueprint::Quantity::get);
            Some((
                value(one)? * calendar.seconds(unit),
                value(other)? * calendar.seconds(other_unit),
            ))
        })
        .filter(|(one, other)| *one > 0.0 || *other > 0.0)
        .peekable();
    both.peek().is_some() && both.all(|(one, other)| (one - other).abs() <= 0.02 * one.max(other))
}

/// The column of units that stands for a column of times: the next one to its right, else the last
/// one to its left.
pub fn unit_column<C>(columns: &[ColumnPlan<C>], of: usize) -> Option<usize> {
    let is_unit = |at: &usize| columns.get(*at).is_some_and(|c| c.join == Some(Join::Unit));
    (of + 1..columns.len()).find(is_unit).or_else(|| (0..of).rev().find(is_unit))
}

/// Whether a cell is a number without a unit.
pub fn is_bare(text: &str) -> bool {
    text.chars().any(char::is_numeric)
        && !text.contains([':', '：', '\'', '"', '′', '″'])
        && !text.chars().any(char::is_alphabetic)
}

/// A number with its unit as it is read in a cell.
pub fn with_unit(number: &str, unit: LengthUnit) -> String {
    let word = match unit {
        LengthUnit::Millisecond => "ms",
        LengthUnit::Second => "s",
        LengthUnit::Minute => "min",
        LengthUnit::Quarter => "刻钟",
        LengthUnit::Hour => "h",
        LengthUnit::Day => "d",
        LengthUnit::WorkingDay => "workdays",
        LengthUnit::Week => "weeks",
        LengthUnit::WorkingWeek => "workweeks",
    };
    format!("{number} {word}")
}

/// A time of several parts as it is written in one cell, the longest unit first; parts of nothing
/// are left out.
pub fn put_together(parts: &[(String, LengthUnit)]) -> String {
    let calendar = Calendar::default();
    let nothing = |text: &str| parse_quantity(text).is_ok_and(|number| number.get() == 0.0);
    let mut said: Vec<&(String, LengthUnit)> =
        parts.iter().filter(|(text, _)| !text.is_empty()).collect();
    if said.iter().any(|(text, _)| !nothing(text)) {
        said.retain(|(text, _)| !nothing(text));
    } else {
        said.truncate(1);
    }
    said.sort_by(|a, b| calendar.seconds(b.1).total_cmp(&calendar.seconds(a.1)));
    let texts = said
        .into_iter()
        .map(|(text, unit)| if is_bare(text) { with_unit(text, *unit) } else { text.clone() });
    texts.collect::<Vec<String>>().join(" ")
}
