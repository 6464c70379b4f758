//! A day and shifts in a file: read, checked and written.

use serde::Deserialize;

use super::at::{At, Fault};
use super::errors::DecodeProblem;
use super::file_values::Written;
use super::row::Row;
use super::words::FileAtClosing;
use crate::blueprint::notation::read_time_of_day;
use crate::blueprint::{
    Appointment, AtClosing, Break, DAY_MINUTES, Day, Refusal, Shift, Span, TimeOfDay, TimeUnit,
};

/// The day of the demand.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileDay {
    pub open: Option<Written>,
    pub close: Option<Written>,
    pub every: Option<Written>,
    pub per_hour: Vec<f64>,
    /// A time and how many.
    pub appointments: Vec<(Written, f64)>,
    pub early: Option<Written>,
    pub spread: Option<Written>,
    pub no_show: Option<Written>,
    pub first: Option<f64>,
    pub at_closing: Option<FileAtClosing>,
}

/// A shift of a role.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileShift {
    pub from: Option<Written>,
    pub to: Option<Written>,
    pub count: Option<f64>,
    pub breaks: Vec<FileBreak>,
}

/// A break of a shift.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileBreak {
    pub at: Option<Written>,
    pub lasts: Option<Written>,
    pub paid: bool,
}

fn needed<'a>(
    at: &At<'_>,
    field: &'static str,
    written: Option<&'a Written>,
) -> Result<&'a Written, Fault> {
    written.ok_or_else(|| at.field(field).fault(DecodeProblem::FieldMissing { field }))
}

fn time(at: &At<'_>, Written(text): &Written) -> Result<TimeOfDay, Fault> {
    read_time_of_day(text).map_err(|refusal| at.refuse(text, refusal))
}

fn time_of(
    at: &At<'_>,
    field: &'static str,
    written: Option<&Written>,
) -> Result<TimeOfDay, Fault> {
    time(&at.field(field), needed(at, field, written)?)
}

/// A length of time in whole minutes up to a day; what it is refused as otherwise.
fn minutes(at: &At<'_>, written: &Written, otherwise: Refusal) -> Result<u32, Fault> {
    let span = at.span(Some(written))?;
    let minutes = span.map_or(0.0, |span| span.seconds() / 60.0);
    let whole = minutes.round();
    if (minutes - whole).abs() > 1e-9 || whole > f64::from(DAY_MINUTES) {
        return Err(at.refuse(&written.0, otherwise));
    }
    // From 0 to a day.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Ok(whole as u32)
}

/// Checks the day of a file.
///
/// # Errors
/// The first mistake in the order of its fields.
pub fn day(at: &At<'_>, file: &FileDay) -> Result<Day, Fault> {
    let open = time_of(at, "open", file.open.as_ref())?;
    let close = time_of(at, "close", file.close.as_ref())?;
    let mut day = Day::new(open, close);
    if let Some(every) = &file.every {
        day.every = minutes(&at.field("every"), every, Refusal::IntervalRange)?;
        if !(Day::SHORTEST..=Day::LONGEST).contains(&day.every) {
            return Err(at.field("every").refuse(&every.0, Refusal::IntervalRange));
        }
    }
    for (index, rate) in file.per_hour.iter().enumerate() {
        day.per_hour.push(at.row("per_hour", index).rate(*rate)?);
    }
    if let Err(refusal) = day.check() {
        let (field, found) = match refusal {
            Refusal::HoursUnlikeRates { .. } => ("per_hour", day.per_hour.len().to_string()),
            _ => ("every", format!("{} min", day.every)),
        };
        return Err(at.field(field).refuse(&found, refusal));
    }
    for (index, (when, customers)) in file.appointments.iter().enumerate() {
        let at = at.row("appointments", index);
        let when = time(&at, when)?;
        let count = at.count(Some(*customers))?;
        if count.get() > Day::MOST_AT_ONCE {
            return Err(at.refuse(&count, Refusal::TooManyAtOnce));
        }
        day.appointments.push(Appointment { at: when, customers: count });
    }
    day.early = at.field("early").span(file.early.as_ref())?;
    day.spread = at.field("spread").span(file.spread.as_ref())?;
    day.no_show = at.field("no_show").share(file.no_show.as_ref())?;
    day.first = file.first.map(|step| at.field("first").number(step)).transpose()?;
    day.at_closing = at.field("at_closing").word(file.at_closing).unwrap_or_default();
    let count = day.appointments.len();
    day.check().map_err(|refusal| at.field("appointments").refuse(&count, refusal))?;
    Ok(day)
}

/// Checks the shifts of a file.
///
/// # Errors
/// The first mistake in their order.
pub fn shifts(at: &At<'_>, file: &[FileShift]) -> Result<Vec<Shift>, Fault> {
    if file.len() > Shift::MOST {
        return Err(at.refuse(&file.len(), Refusal::TooManyShifts));
    }
    let one = |(index, file): (usize, &FileShift)| shift(&at.member(index), file);
    file.iter().enumerate().map(one).collect()
}

fn shift(at: &At<'_>, file: &FileShift) -> Result<Shift, Fault> {
    let from = time_of(at, "from", file.from.as_ref())?;
    let mut shift = Shift::new(from, time_of(at, "to", file.to.as_ref())?);
    shift.count = at.field("count").count(file.count)?;
    for (index, file) in file.breaks.iter().enumerate() {
        let at = at.row("breaks", index);
        let lasts = needed(&at, "lasts", file.lasts.as_ref())?;
        shift.breaks.push(Break {
            at: time_of(&at, "at", file.at.as_ref())?,
            lasts: minutes(&at.field("lasts"), lasts, Refusal::BreakOutsideShift)?,
            paid: file.paid,
        });
        shift.check().map_err(|refusal| at.refuse(&lasts.0, refusal))?;
    }
    shift.check().map_err(|refusal| at.refuse(&shift.count, refusal))?;
    Ok(shift)
}

/// Minutes as a length of time: whole hours as such.
fn length(minutes: u32) -> String {
    let in_hours = minutes >= 60 && minutes.is_multiple_of(60);
    let (value, unit) =
        if in_hours { (minutes / 60, TimeUnit::Hour) } else { (minutes, TimeUnit::Minute) };
    Span::new(f64::from(value), unit).map_or_else(|_| String::new(), |span| span.to_string())
}

/// A day as a group of fields.
pub fn day_text(day: &Day) -> String {
    let appointment = |it: &Appointment| format!("(\"{}\", {})", it.at, it.customers);
    let at_closing = match day.at_closing {
        AtClosing::ServeAll => None,
        AtClosing::TurnAway => Some("TurnAway"),
    };
    Row::default()
        .quoted("open", Some(day.open))
        .quoted("close", Some(day.close))
        .quoted("every", (day.every != 60).then(|| length(day.every)))
        .list("per_hour", day.per_hour.iter().map(ToString::to_string))
        .list("appointments", day.appointments.iter().map(appointment))
        .quoted("early", day.early)
        .quoted("spread", day.spread)
        .quoted("no_show", day.no_show)
        .some("first", day.first)
        .some("at_closing", at_closing)
        .on_one_line()
}

/// A shift as a group of fields.
pub fn shift_text(shift: &Shift) -> String {
    let pause = |it: &Break| {
        Row::default()
            .quoted("at", Some(it.at))
            .quoted("lasts", Some(length(it.lasts)))
            .flag("paid", it.paid)
            .on_one_line()
    };
    Row::default()
        .quoted("from", Some(shift.from))
        .quoted("to", Some(shift.to))
        .some("count", (shift.count.get() != 1).then_some(shift.count))
        .list("breaks", shift.breaks.iter().map(pause))
        .on_one_line()
}
