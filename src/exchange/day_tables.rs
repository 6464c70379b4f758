//! Tables of a day: how many come when, appointments, shifts.
//!
//! | table | columns |
//! |---|---|
//! | counts | `time`, `count`, optionally `date`; or times of arrival alone, which are counted by the hour |
//! | appointments | `time`, optionally `customers` |
//! | shifts | `role`, `from`, `to`, optionally `count` and `breaks`: `12:00 30 min paid; 15:00 10 min` |
//!
//! Headings are understood in both languages. Each function reads a whole table or names everything that is
//! wrong with it; nothing is taken half.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use super::exporters::Date;
use super::faults::TableFault;
use super::headings::plain;
use super::raw::{RawRow, split};
use crate::blueprint::notation::{
    FASTEST_PER_HOUR, parse_count, parse_quantity, parse_span, read_time_of_day,
};
use crate::blueprint::{
    Appointment, Break, DAY_MINUTES, Day, Quantity, Refusal, RoleId, Shift, TimeOfDay, TimeUnit,
};

/// Which table of a day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayTable {
    /// How many come when.
    Counts,
    /// Who is planned.
    Appointments,
    /// Who is on duty.
    Shifts,
}

/// A column of such a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayColumn {
    /// A time of day.
    Time,
    /// How many.
    Count,
    /// How many customers.
    Customers,
    /// A day.
    Date,
    /// A role by its name.
    Role,
    /// When a shift begins.
    From,
    /// When a shift ends.
    To,
    /// Breaks of a shift.
    Breaks,
}

impl DayColumn {
    /// All columns.
    pub const ALL: [Self; 8] = [
        Self::Time,
        Self::Count,
        Self::Customers,
        Self::Date,
        Self::Role,
        Self::From,
        Self::To,
        Self::Breaks,
    ];

    /// What people call it, in lower case.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Time => &[
                "time",
                "hour",
                "interval",
                "at",
                "arrival",
                "arrivals at",
                "arrival time",
                "时间",
                "时刻",
                "时段",
                "到达时间",
                "预约时间",
            ],
            Self::Count => &[
                "count",
                "number",
                "arrivals",
                "people",
                "heads",
                "staff",
                "数量",
                "人数",
                "到达人数",
            ],
            Self::Customers => {
                &["customers", "guests", "patients", "顾客", "顾客数", "客户数", "预约人数"]
            }
            Self::Date => &["date", "day", "日期"],
            Self::Role => &["role", "who", "position", "角色", "岗位"],
            Self::From => &["from", "start", "begin", "begins", "starts", "开始", "上班", "从"],
            Self::To => &["to", "end", "until", "ends", "结束", "下班", "到", "至"],
            Self::Breaks => &["breaks", "break", "pause", "pauses", "休息"],
        }
    }
}

/// What is wrong at a place of a table of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayFault {
    /// The table cannot be told apart into rows.
    Table,
    /// There is nothing in it.
    Empty,
    /// A column that it cannot do without.
    NoColumn,
    /// A value that is none of its kind.
    Refused(Refusal),
    /// Not a day such as 2026-11-29.
    NotADate,
    /// No role is called so.
    NoRole,
    /// Not a break such as `12:00 30 min paid`.
    NotABreak,
}

/// Something that is wrong with a table of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayTableError {
    /// In which row, counted from 1 as a spreadsheet does; 0 for the table as a whole.
    pub row: usize,
    /// In which column.
    pub column: Option<DayColumn>,
    /// What stands there.
    pub text: String,
    /// What it is.
    pub fault: DayFault,
}

/// Everything that is wrong, in the order of the rows; never empty.
pub type DayTableErrors = Vec<DayTableError>;

/// A table with its columns.
struct Laid {
    rows: Vec<RawRow>,
    columns: BTreeMap<DayColumn, usize>,
    errors: DayTableErrors,
}

fn whole(fault: DayFault, column: Option<DayColumn>) -> DayTableErrors {
    vec![DayTableError { row: 0, column, text: String::new(), fault }]
}

/// The rows of a text: the separator is that which cuts its first row into most cells.
///
/// # Errors
/// A text that has no rows, or that cannot be told apart into them.
pub(super) fn rows(text: &str) -> Result<Vec<RawRow>, DayTableErrors> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let cuts = |separator: &u8| head.bytes().filter(|byte| byte == separator).count();
    // Of as many, the first.
    let separator = [b'|', b';', b',', b'\t'].into_iter().max_by_key(cuts).unwrap_or(b',');
    let rows = split(text, separator).map_err(|(row, fault): (usize, TableFault)| {
        let text = format!("{fault:?}");
        vec![DayTableError { row, column: None, text, fault: DayFault::Table }]
    })?;
    if rows.is_empty() { Err(whole(DayFault::Empty, None)) } else { Ok(rows) }
}

/// The columns that a row names, by the words for them.
fn named(row: &RawRow) -> BTreeMap<DayColumn, usize> {
    let mut columns = BTreeMap::new();
    for (at, cell) in row.cells.iter().enumerate() {
        let name = plain(cell);
        // Compared without spaces, as headings are everywhere.
        let is_called = |it: &DayColumn| it.names().iter().any(|word| plain(word) == name);
        let known = DayColumn::ALL.into_iter().find(is_called);
        if let Some(column) = known {
            columns.entry(column).or_insert(at);
        }
    }
    columns
}

/// Which table of a day a text is by its headings; `None` for any other.
#[must_use]
pub fn day_table(text: &str) -> Option<DayTable> {
    let rows = rows(text).ok()?;
    let columns = named(rows.first()?);
    let has = |column| columns.contains_key(&column);
    if has(DayColumn::Role) && has(DayColumn::From) && has(DayColumn::To) {
        Some(DayTable::Shifts)
    } else if !has(DayColumn::Time) || has(DayColumn::Role) {
        None
    } else if has(DayColumn::Customers) && !has(DayColumn::Count) {
        Some(DayTable::Appointments)
    } else {
        let known = rows.first().is_some_and(|row| row.cells.len() == columns.len());
        // A table of steps has times as well.
        (known && (has(DayColumn::Count) || columns.len() <= 2)).then_some(DayTable::Counts)
    }
}

impl Laid {
    /// Lays a table out; it may lack a header, and then its columns are those of `plain`, in order.
    fn of(text: &str, needed: &[DayColumn], plain: &[DayColumn]) -> Result<Self, DayTableErrors> {
        let mut rows = rows(text)?;
        let mut columns = rows.first().map(named).unwrap_or_default();
        if columns.is_empty() {
            columns = plain.iter().enumerate().map(|(at, column)| (*column, at)).collect();
        } else {
            rows.remove(0);
        }
        // One word for the other, where only one of them makes sense.
        if let (Some(at), false) =
            (columns.get(&DayColumn::Customers).copied(), columns.contains_key(&DayColumn::Count))
        {
            columns.insert(DayColumn::Count, at);
        }
        let lacks = needed.iter().find(|column| !columns.contains_key(*column));
        if let Some(column) = lacks {
            return Err(whole(DayFault::NoColumn, Some(*column)));
        }
        if rows.is_empty() {
            return Err(whole(DayFault::Empty, None));
        }
        Ok(Self { rows, columns, errors: Vec::new() })
    }

    /// Which column that is as the table calls it.
    fn called(&self, column: DayColumn) -> DayColumn {
        let customers = self.columns.get(&DayColumn::Customers);
        let is_other = column == DayColumn::Count && customers.is_some();
        if is_other && customers == self.columns.get(&column) {
            DayColumn::Customers
        } else {
            column
        }
    }

    fn cell<'r>(&self, row: &'r RawRow, column: DayColumn) -> &'r str {
        self.columns.get(&column).map_or("", |at| row.cell(*at)).trim()
    }

    /// Reads a cell; what is wrong is noted.
    fn read<T>(
        &mut self,
        row: &RawRow,
        column: DayColumn,
        read: impl FnOnce(&str) -> Result<T, DayFault>,
    ) -> Option<T> {
        let text = self.cell(row, column).to_owned();
        let called = self.called(column);
        read(&text)
            .map_err(|fault| {
                self.errors.push(DayTableError {
                    row: row.number,
                    column: Some(called),
                    text,
                    fault,
                });
            })
            .ok()
    }

    fn done<T>(self, found: T) -> Result<T, DayTableErrors> {
        if self.errors.is_empty() { Ok(found) } else { Err(self.errors) }
    }
}

/// A time of day, with a date before it or seconds behind it, or the beginning of an interval.
fn time(text: &str) -> Result<TimeOfDay, DayFault> {
    let text = text.trim();
    let clock = text.rsplit([' ', 'T']).next().filter(|_| dated(text).is_some()).unwrap_or(text);
    let begins = clock.split(['–', '—', '-', '~', '至']).next().unwrap_or(clock).trim();
    let short = match begins.match_indices(':').nth(1) {
        Some((at, _)) => begins.get(..at).unwrap_or(begins),
        None => begins,
    };
    read_time_of_day(short).map_err(DayFault::Refused)
}

fn date(text: &str) -> Result<Date, DayFault> {
    let text = text.trim().replace(['/', '.', '年', '月'], "-").replace('日', "");
    let day = chrono::NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok();
    day.and_then(Date::within).ok_or(DayFault::NotADate)
}

/// The date before the time of an arrival.
fn dated(text: &str) -> Option<Date> {
    let (day, _) = text.trim().split_once([' ', 'T'])?;
    date(day).ok()
}

/// The day of the week: 0 for Monday to 6 for Sunday.
fn weekday(date: Date) -> u8 {
    use chrono::Datelike;
    u8::try_from(date.day().weekday().num_days_from_monday()).unwrap_or_default()
}

/// How many came when.
#[derive(Clone, Debug, PartialEq)]
pub struct Counts {
    /// Each row: its date, the minute after midnight, how many.
    rows: Vec<(Option<Date>, u32, f64)>,
    /// Minutes of an interval.
    every: u32,
    /// Minutes after midnight at which one begins.
    phase: u32,
}

impl Counts {
    /// The days of the week of which there are counts, 0 for Monday; none where no dates are given.
    #[must_use]
    pub fn weekdays(&self) -> Vec<u8> {
        let dates = self.rows.iter().filter_map(|row| self.begun_on(row));
        let days: BTreeSet<u8> = dates.map(weekday).collect();
        days.into_iter().collect()
    }

    /// When the doors open and how long until they close, in minutes: from the first interval with a row to the
    /// last. They open behind the longest gap round the clock, so that a night stays one.
    fn hours(&self) -> Option<(u32, u32)> {
        let begins = |minute: u32| {
            let past = (minute + DAY_MINUTES - self.phase) % self.every;
            (minute + DAY_MINUTES - past) % DAY_MINUTES
        };
        let times: BTreeSet<u32> = self.rows.iter().map(|row| begins(row.1)).collect();
        let starts: Vec<u32> = times.iter().copied().collect();
        let first = starts.first().copied()?;
        let next = |at: usize| starts.get((at + 1) % starts.len().max(1)).copied().unwrap_or(first);
        let gap = |at: usize| {
            let from = starts.get(at).copied().unwrap_or_default();
            (next(at) + DAY_MINUTES - from - 1) % DAY_MINUTES + 1
        };
        let longest = (0..starts.len()).rev().max_by_key(|at| gap(*at)).unwrap_or(0);
        if gap(longest) <= self.every {
            return Some((first, DAY_MINUTES));
        }
        let (opens, last) = (next(longest), starts.get(longest).copied().unwrap_or(first));
        Some((opens, (last + DAY_MINUTES - opens) % DAY_MINUTES + self.every))
    }

    /// The date on which the day of a row begins: what is past midnight belongs to the night before.
    fn begun_on(&self, (date, minute, _): &(Option<Date>, u32, f64)) -> Option<Date> {
        let is_past = self.hours().is_some_and(|(opens, length)| {
            let is_night = opens + length > DAY_MINUTES && length < DAY_MINUTES;
            is_night && *minute < opens
        });
        let date = (*date)?;
        if is_past { date.day().pred_opt().and_then(Date::within) } else { Some(date) }
    }

    /// A day with the mean of the counts over all dates, or over those of one day of the week: customers per
    /// hour in each interval. It is open from the first interval with a row to the last. Everything else is that
    /// of the day before, if there is one. An interval without a row on a date counts as nobody.
    ///
    /// # Errors
    /// [`Refusal`] where there is no such day.
    pub fn day(&self, before: Option<&Day>, of: Option<u8>) -> Result<Day, Refusal> {
        let rows = self.rows.iter().map(|row| (self.begun_on(row), row));
        let counted: Vec<_> = rows
            .filter(|(date, _)| of.is_none_or(|of| date.is_some_and(|date| weekday(date) == of)))
            .collect();
        let dates: BTreeSet<Option<Date>> = counted.iter().map(|(date, _)| *date).collect();
        let (opens, length) = self.hours().ok_or(Refusal::NotATimeOfDay)?;
        let open = TimeOfDay::on_any_day(opens);
        let close = opens + length.min(DAY_MINUTES);
        let close = TimeOfDay::new(close).unwrap_or_else(|_| TimeOfDay::on_any_day(close));
        let base = before.cloned().unwrap_or_else(|| Day::new(open, close));
        let mut day = Day { open, close, every: self.every, per_hour: Vec::new(), ..base };
        let mut customers = vec![0.0; day.intervals()];
        for (_, (_, minute, count)) in &counted {
            let at = day.interval_at(TimeOfDay::on_any_day(*minute));
            if let Some(sum) = at.and_then(|at| customers.get_mut(at)) {
                *sum += count;
            }
        }
        let dates = dates.len().max(1) as f64;
        for (at, sum) in customers.into_iter().enumerate() {
            let (from, to) = day.interval(at);
            let hours = f64::from((to - from).max(1)) / 60.0;
            // Thousandths of a customer say enough.
            let rate = (sum / dates / hours * 1000.0).round() / 1000.0;
            day.per_hour.push(Quantity::new(rate)?);
        }
        day.check()?;
        Ok(day)
    }
}

/// Reads how many came when.
///
/// # Errors
/// Everything that is wrong with the table.
pub fn read_counts(text: &str) -> Result<Counts, DayTableErrors> {
    let counted = [DayColumn::Time, DayColumn::Count];
    let mut laid = Laid::of(text, &[DayColumn::Time], &counted)?;
    let width = laid.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let has_counts = laid.columns.get(&DayColumn::Count).is_some_and(|at| *at < width);
    let (mut rows, mut counted) = (Vec::new(), Vec::new());
    for row in laid.rows.clone() {
        let when = laid.read(&row, DayColumn::Time, time);
        let day = if laid.columns.contains_key(&DayColumn::Date) {
            laid.read(&row, DayColumn::Date, date).map(Some)
        } else {
            Some(dated(laid.cell(&row, DayColumn::Time)))
        };
        let count = if has_counts {
            let read = |text: &str| parse_quantity(text).map_err(DayFault::Refused);
            laid.read(&row, DayColumn::Count, read).map(Quantity::get)
        } else {
            Some(1.0)
        };
        if let (Some(when), Some(day), Some(count)) = (when, day, count) {
            rows.push((day, when.minutes() % DAY_MINUTES, count));
            counted.push(row);
        }
    }
    // Times of arrival are counted by the hour; rows of counts are as far apart as their intervals are long.
    let every = if has_counts { apart(&rows) } else { 60 };
    if !(Day::SHORTEST..=Day::LONGEST).contains(&every) {
        let fault = DayFault::Refused(Refusal::IntervalRange);
        laid.errors.extend(whole(fault, Some(DayColumn::Time)));
    }
    let most = FASTEST_PER_HOUR * f64::from(every) / 60.0;
    for (row, _) in counted.iter().zip(&rows).filter(|(_, (.., count))| *count > most) {
        let too_many = |_: &str| Err::<(), _>(DayFault::Refused(Refusal::RateTooHigh));
        let _ = laid.read(row, DayColumn::Count, too_many);
    }
    // Intervals of counts begin with their rows, those of arrivals with the hour.
    let first = rows.iter().map(|row| row.1).min().filter(|_| has_counts);
    let phase = first.unwrap_or_default() % every.max(1);
    laid.done(Counts { rows, every, phase })
}

/// How far the times of rows are apart: the greatest length of which all distances are multiples.
fn apart(rows: &[(Option<Date>, u32, f64)]) -> u32 {
    let times: BTreeSet<u32> = rows.iter().map(|row| row.1).collect();
    let first = times.first().copied().unwrap_or_default();
    let divisor = |mut a: u32, mut b: u32| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    let all = times.iter().map(|time| time - first).fold(0, divisor);
    match all {
        0 => 60,
        // A gap at noon is no longer interval.
        all if all > Day::LONGEST && all.is_multiple_of(60) => 60,
        all => all,
    }
}

/// Reads who is planned.
///
/// # Errors
/// Everything that is wrong with the table.
pub fn read_appointments(text: &str) -> Result<Vec<Appointment>, DayTableErrors> {
    let plain = [DayColumn::Time, DayColumn::Count];
    let mut laid = Laid::of(text, &[DayColumn::Time], &plain)?;
    let mut found = Vec::new();
    // A blank in a table that says how many come is no one in particular.
    let says_how_many = laid.columns.contains_key(&DayColumn::Count);
    for row in laid.rows.clone() {
        let at = laid.read(&row, DayColumn::Time, time);
        let customers = laid.read(&row, DayColumn::Count, |text| {
            let read = if says_how_many { whole_count } else { count_or_one };
            let customers = read(text)?;
            let is_fine = customers.get() <= Day::MOST_AT_ONCE;
            is_fine.then_some(customers).ok_or(DayFault::Refused(Refusal::TooManyAtOnce))
        });
        if let (Some(at), Some(customers)) = (at, customers) {
            found.push(Appointment { at, customers });
        }
    }
    if found.len() > Day::MOST_APPOINTMENTS {
        laid.errors.extend(whole(DayFault::Refused(Refusal::TooManyAppointments), None));
    }
    laid.done(found)
}

fn count_or_one(text: &str) -> Result<NonZeroU32, DayFault> {
    if text.is_empty() { Ok(NonZeroU32::MIN) } else { whole_count(text) }
}

fn whole_count(text: &str) -> Result<NonZeroU32, DayFault> {
    parse_count(text).map_err(DayFault::Refused)
}

/// Reads who is on duty: the shifts of each role that the table names, in its order. `role` finds a role by its
/// name.
///
/// # Errors
/// Everything that is wrong with the table.
pub fn read_shifts(
    text: &str,
    role: impl Fn(&str) -> Option<RoleId>,
) -> Result<Vec<(RoleId, Vec<Shift>)>, DayTableErrors> {
    let needed = [DayColumn::Role, DayColumn::From, DayColumn::To];
    let plain =
        [DayColumn::Role, DayColumn::From, DayColumn::To, DayColumn::Count, DayColumn::Breaks];
    let mut laid = Laid::of(text, &needed, &plain)?;
    let mut found: Vec<(RoleId, Vec<Shift>)> = Vec::new();
    for row in laid.rows.clone() {
        let id = laid.read(&row, DayColumn::Role, |name| role(name).ok_or(DayFault::NoRole));
        let from = laid.read(&row, DayColumn::From, time);
        let to = laid.read(&row, DayColumn::To, time);
        let count = laid.read(&row, DayColumn::Count, count_or_one);
        let breaks = laid.read(&row, DayColumn::Breaks, read_breaks);
        let (Some(id), Some(from), Some(to), Some(count), Some(breaks)) =
            (id, from, to, count, breaks)
        else {
            continue;
        };
        let shift = Shift { from, to, count, breaks };
        let check = |_: &str| shift.check().map_err(DayFault::Refused);
        if laid.read(&row, DayColumn::Breaks, check).is_none() {
            continue;
        }
        match found.iter_mut().find(|(other, _)| *other == id) {
            Some((_, shifts)) => shifts.push(shift),
            None => found.push((id, vec![shift])),
        }
    }
    if found.iter().any(|(_, shifts)| shifts.len() > Shift::MOST) {
        laid.errors.extend(whole(DayFault::Refused(Refusal::TooManyShifts), None));
    }
    laid.done(found)
}

/// Reads breaks: `12:00 30 min paid; 15:00 10 min`, `12:00–12:30`.
fn read_breaks(text: &str) -> Result<Vec<Break>, DayFault> {
    let parts = text.split([';', '；', '、']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| read_break(part).ok_or(DayFault::NotABreak)).collect()
}

fn read_break(text: &str) -> Option<Break> {
    let lower = text.to_lowercase();
    let (mut rest, mut paid) = (lower.as_str(), false);
    for (word, is_paid) in
        [("unpaid", false), ("不带薪", false), ("无薪", false), ("paid", true), ("带薪", true)]
    {
        if let Some(before) = rest.strip_suffix(word) {
            (rest, paid) = (before.trim(), is_paid);
            break;
        }
    }
    if let Some((from, to)) = rest.split_once(['–', '—', '-', '~', '至']) {
        let (at, to) = (read_time_of_day(from).ok()?, read_time_of_day(to).ok()?);
        return Some(Break { at, lasts: at.until(to), paid });
    }
    let (at, lasts) = rest.split_once(char::is_whitespace)?;
    let at = read_time_of_day(at).ok()?;
    let minutes = parse_span(lasts.trim(), TimeUnit::Minute).ok()?.seconds() / 60.0;
    let whole = minutes.round();
    let is_whole =
        (minutes - whole).abs() < 1e-9 && whole >= 1.0 && whole <= f64::from(DAY_MINUTES);
    // From 1 to a day.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    is_whole.then_some(Break { at, lasts: whole as u32, paid })
}
