//! What the cells of a column say about each other: a comma or a colon that means two things alone
//! is told by its neighbours.

use super::context::{Clock, Context, LengthUnit};
use super::length::unit;
use super::number::{
    DecimalMark, has_decimal_comma, has_decimal_point, has_doubtful, is_doubtful, plain,
};
use crate::blueprint::refusal::Refusal;

/// How a column writes its numbers and times. `None` where only people can tell: then they are
/// asked, before anything is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habits {
    /// The mark before decimals.
    pub decimal: Option<DecimalMark>,
    /// What two numbers with a colon between them are.
    pub clock: Option<Clock>,
}

impl Habits {
    /// What the heading and the cells of a column tell. Linear.
    ///
    /// The decimal mark is doubtful if some cell has a comma that can only be a decimal one (`1,5`)
    /// and another one that would be a thousand times larger under the other mark (`1,200`). A dot
    /// before three digits (`1.200`) groups where other cells have decimal commas, or where
    /// `decimal_commas` says that the rest of the table does, unless other cells have decimal points
    /// (`1.5`). A colon is doubtful if neither the heading (`time (h:mm)`, `minutes`) nor another cell (a unit,
    /// three numbers, a first number above 23) tells.
    #[must_use]
    pub fn of_column<'a>(
        heading: &str,
        cells: &(impl Iterator<Item = &'a str> + Clone),
        decimal_commas: bool,
    ) -> Self {
        Self { decimal: decimal(cells, decimal_commas), clock: clock(heading, cells) }
    }

    /// What the cells of the column are read with, where plain numbers are in this unit.
    #[must_use]
    pub fn context(self, unit: impl Into<LengthUnit>) -> Context {
        Context {
            unit: unit.into(),
            decimal: self.decimal.unwrap_or_default(),
            clock: self.clock.unwrap_or_default(),
            ..Context::default()
        }
    }

    /// Whether a cell of the column means one thing only.
    ///
    /// # Errors
    /// [`Refusal::DoubtfulComma`], [`Refusal::DoubtfulPoint`] or [`Refusal::DoubtfulClock`] for one that people must be asked
    /// about.
    pub fn check(self, cell: &str) -> Result<(), Refusal> {
        if self.decimal.is_none() && is_doubtful(cell) {
            return Err(if has_doubtful(cell, ',') {
                Refusal::DoubtfulComma
            } else {
                Refusal::DoubtfulPoint
            });
        }
        if self.clock.is_none() && colons(cell).is_some_and(|(_, count)| count == 2) {
            return Err(Refusal::DoubtfulClock);
        }
        Ok(())
    }
}

fn decimal<'a>(
    cells: &(impl Iterator<Item = &'a str> + Clone),
    decimal_commas: bool,
) -> Option<DecimalMark> {
    let any = |holds: fn(&str) -> bool| cells.clone().any(holds);
    let grouping_points = any(|cell| has_doubtful(cell, '.'));
    let doubtful_commas = any(|cell| has_doubtful(cell, ','));
    match (any(has_decimal_comma), grouping_points, doubtful_commas) {
        (true, false, false) => Some(DecimalMark::Comma),
        // What is doubtful goes one way only if nothing speaks for the other one.
        (true, true, false) if !any(has_decimal_point) => Some(DecimalMark::Comma),
        (true, _, _) => None,
        (false, true, false) if decimal_commas && !any(has_decimal_point) => {
            Some(DecimalMark::Comma)
        }
        (false, true, true) if decimal_commas && !any(has_decimal_point) => None,
        (false, _, _) => Some(DecimalMark::Point),
    }
}

/// The first number, and how many there are, of a cell that holds nothing but numbers with colons, or
/// a range of such.
fn colons(cell: &str) -> Option<(f64, usize)> {
    let text = plain(cell).replace(" to ", "-");
    let ends = text.split(['-', '–', '—', '~', '至', '到', '±']).map(str::trim);
    ends.filter(|end| end.contains(':')).find_map(colons_of)
}

fn colons_of(text: &str) -> Option<(f64, usize)> {
    let numbers: Vec<f64> = text.split(':').map(str::parse).collect::<Result<_, _>>().ok()?;
    (numbers.len() > 1).then(|| (numbers.first().copied().unwrap_or_default(), numbers.len()))
}

fn clock<'a>(heading: &str, cells: &(impl Iterator<Item = &'a str> + Clone)) -> Option<Clock> {
    let pairs = || cells.clone().filter_map(colons);
    if !pairs().any(|(_, count)| count == 2) {
        return Some(Clock::default());
    }
    let heading = plain(heading);
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if has(&["h:mm", "hh:mm", "h:m", "时:分", "小时:分"]) {
        return Some(Clock::HoursMinutes);
    }
    if has(&["m:ss", "mm:ss", "m:s", "分:秒", "分钟:秒"]) {
        return Some(Clock::MinutesSeconds);
    }
    if let Some(of_heading) = unit_in_heading(&heading) {
        return Some(of_unit(of_heading));
    }
    if pairs().any(|(first, count)| count == 2 && first > 23.0) {
        return Some(Clock::MinutesSeconds);
    }
    // Spreadsheets write all cells of a column alike: the first number of three is hours.
    if pairs().any(|(_, count)| count == 3) {
        return Some(Clock::HoursMinutes);
    }
    let units = || cells.clone().filter_map(|cell| unit_of_cell(&plain(cell)));
    match (units().next(), units().all(|unit| of_unit(unit) == Clock::HoursMinutes)) {
        (None, _) => None,
        (Some(_), true) => Some(Clock::HoursMinutes),
        (Some(_), false) => Some(Clock::MinutesSeconds),
    }
}

fn of_unit(unit: LengthUnit) -> Clock {
    match unit {
        LengthUnit::Millisecond | LengthUnit::Second | LengthUnit::Minute => Clock::MinutesSeconds,
        _ => Clock::HoursMinutes,
    }
}

/// The unit at the end of a cell such as `2 min`.
fn unit_of_cell(text: &str) -> Option<LengthUnit> {
    let at = text.rfind(|c: char| c.is_ascii_digit())?;
    unit(text.get(at + 1..)?)
}

/// The unit that a heading names: `time (min)`, `time [h]`, `Duration, min`, `time in minutes`,
/// `minutes`, `用时（分钟）`.
#[must_use]
pub fn unit_in_heading(heading: &str) -> Option<LengthUnit> {
    let text = plain(heading);
    let mut words = text.split([' ', ',', '(', ')', '[', ']', '/', '_', ':', '-', '.']);
    let last = words.rfind(|word| !word.trim().is_empty())?;
    unit(last)
}
