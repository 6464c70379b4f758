//! What is typed into the fields of the inspector and the cells of the tables, read and written the
//! same way in both.

use crate::blueprint::notation::{parse_count, parse_quantity, parse_share};
use crate::blueprint::{Phase, Places, Quantity, Refusal, Share};

/// Reads a text that may be blank.
pub(super) fn optional<T>(
    parse: impl Fn(&str) -> Result<T, Refusal>,
) -> impl Fn(&str) -> Result<Option<T>, Refusal> {
    move |text| if text.trim().is_empty() { Ok(None) } else { parse(text).map(Some) }
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

/// Reads an amount of money, with or without the currency before it.
pub(super) fn parse_money(text: &str, currency: &str) -> Result<Quantity, Refusal> {
    parse_quantity(text.trim().trim_start_matches(currency.trim()))
}

/// Writes a cost; none is blank.
pub(super) fn write_cost(cost: Quantity) -> String {
    if cost == Quantity::ZERO { String::new() } else { cost.to_string() }
}

/// Reads a headcount; none is a number too.
pub(super) fn parse_headcount(text: &str) -> Result<u32, Refusal> {
    if text.trim() == "0" { Ok(0) } else { parse_count(text).map(std::num::NonZeroU32::get) }
}

/// Reads the share of paid time that somebody is there: "80" can only mean per cent here.
pub(super) fn parse_availability(text: &str) -> Result<Share, Refusal> {
    let plain = parse_quantity(text).ok().filter(|number| number.get() > 1.0);
    plain.map_or_else(|| parse_share(text), |number| Share::percent(number.get()))
}

/// A phase as it is called where one is chosen: by its name, by its number from the left where it
/// has none.
pub(super) fn phase_text(place: usize, phase: &Phase) -> String {
    if phase.name.trim().is_empty() { (place + 1).to_string() } else { phase.name.clone() }
}
