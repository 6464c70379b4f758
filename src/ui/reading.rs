//! What is typed into the fields of the inspector and the cells of the tables, read and written the
//! same way in both.

use crate::blueprint::notation::{
    Context, DecimalMark, Reading, longer_rate_unit, parse_count, parse_quantity, read_money,
    read_rate_per_hour, read_share_or_percent, read_span, read_time,
};
use crate::blueprint::{
    Phase, Places, Quantity, RateUnit, Refusal, ServiceTime, Share, Span, TimeUnit,
};
use crate::wording::Wording;

/// Reads a text that may be blank.
pub(super) fn optional<T>(
    parse: impl Fn(&str) -> Result<T, Refusal>,
) -> impl Fn(&str) -> Result<Option<T>, Refusal> {
    move |text| if text.trim().is_empty() { Ok(None) } else { parse(text).map(Some) }
}

/// What times and rates are read with; a plain number is in this unit, a plain rate per what the
/// blueprint says.
fn context(words: &Wording, unit: TimeUnit) -> Context {
    let units = words.units();
    Context { per: units.per, calendar: units.calendar, ..Context::of_unit(unit) }
}

/// Reads a step's time, which may be blank.
pub(super) fn time_or_blank(
    words: &Wording,
    unit: TimeUnit,
) -> impl Fn(&str) -> Result<Reading<Option<ServiceTime>>, Refusal> {
    let context = context(words, unit);
    move |text| match text.trim() {
        "" => Ok(None.into()),
        text => read_time(text, &context).map(|reading| reading.map(Some)),
    }
}

/// Reads a length of time, which may be blank.
pub(super) fn span_or_blank(
    words: &Wording,
    unit: TimeUnit,
) -> impl Fn(&str) -> Result<Reading<Option<Span>>, Refusal> {
    let context = context(words, unit);
    move |text| match text.trim() {
        "" => Ok(None.into()),
        text => read_span(text, &context).map(|reading| reading.map(Some)),
    }
}

/// A rate that was typed, per hour, and what it was said to be per where that is longer than an hour.
type TypedRate = (Option<Quantity>, Option<RateUnit>);

/// Reads a rate as a number per hour, with what it says that it is per where that is longer than an
/// hour; it may be blank.
pub(super) fn rate_or_blank(
    words: &Wording,
) -> impl Fn(&str) -> Result<Reading<TypedRate>, Refusal> {
    let context = context(words, TimeUnit::default());
    move |text| match text.trim() {
        "" => Ok((None, None).into()),
        text => read_rate_per_hour(text, &context)
            .map(|reading| reading.map(|rate| (Some(rate), longer_rate_unit(text, &context)))),
    }
}

/// Reads the opening hours of a day: `8`, `8 h`, `7 h 30 min`, `9:00–17:30`; they may be blank.
pub(super) fn opening_hours(text: &str) -> Result<Option<Quantity>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let clock = crate::blueprint::notation::Clock::HoursMinutes;
    let context = Context { clock, ..Context::of_unit(TimeUnit::Hour) };
    let hours = |text: &str| -> Result<f64, Refusal> {
        let span = read_span(text, &context).map_err(|_| Refusal::NotHoursOfADay)?.value;
        Ok(span.seconds() / 3600.0)
    };
    let between = ['–', '-', '—', '~', '～', '至'];
    let hours = match text.split_once(between) {
        Some((open, close)) if text.contains([':', '：']) => hours(close)? - hours(open)?,
        _ => hours(text)?,
    };
    if hours > 0.0 && hours <= 24.0 {
        Quantity::new(hours).map(Some)
    } else {
        Err(Refusal::NotHoursOfADay)
    }
}

/// Writes a share that may be missing.
pub(super) fn share_text(words: &Wording, share: Option<Share>) -> String {
    share.map(|share| words.share(share)).unwrap_or_default()
}

/// Reads a share: "80" can only mean per cent.
pub(super) fn parse_share(text: &str) -> Result<Share, Refusal> {
    read_share_or_percent(text, DecimalMark::Point)
}

/// Writes a value that may be missing.
// It is handed on as it is to what writes a reference to any type.
#[allow(clippy::ref_option)]
pub(super) fn written<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// Reads a name: anything but a blank.
pub(super) fn parse_name(text: &str) -> Result<String, Refusal> {
    match text.trim() {
        "" => Err(Refusal::NameNeeded),
        name => Ok(name.to_owned()),
    }
}

/// Reads how many customers a step holds; `unlimited` is the word for no limit.
pub(super) fn parse_places(text: &str, unlimited: &str) -> Result<Places, Refusal> {
    let text = text.trim();
    if text.to_lowercase() == unlimited.to_lowercase() || text == "∞" {
        Ok(Places::Unlimited)
    } else {
        parse_count(text).map(Places::Count)
    }
}

/// Writes what [`parse_places`] reads.
pub(super) fn write_places(places: Option<Places>, unlimited: &str) -> String {
    match places {
        Some(Places::Count(count)) => count.to_string(),
        Some(Places::Unlimited) => unlimited.to_owned(),
        None => String::new(),
    }
}

/// Reads an amount of money, with or without its currency.
pub(super) fn parse_money(text: &str, currency: &str) -> Result<Quantity, Refusal> {
    read_money(text, currency, DecimalMark::Point)
}

/// Writes a cost; none is blank.
pub(super) fn write_cost(cost: Quantity) -> String {
    if cost == Quantity::ZERO { String::new() } else { cost.to_string() }
}

/// Reads a headcount; none is a number too.
pub(super) fn parse_headcount(text: &str) -> Result<u32, Refusal> {
    if parse_quantity(text).is_ok_and(|count| count == Quantity::ZERO) {
        return Ok(0);
    }
    parse_count(text).map(std::num::NonZeroU32::get)
}

/// A phase as it is called where one is chosen: by its name, by its number from the left where it
/// has none.
pub(super) fn phase_text(place: usize, phase: &Phase) -> String {
    if phase.name.trim().is_empty() { (place + 1).to_string() } else { phase.name.clone() }
}
