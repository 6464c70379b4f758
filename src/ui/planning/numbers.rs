//! A number that is dragged.

use crate::planning::exact::Number;
use crate::planning::sheet::Place;

/// How far the pointer goes for one unit, in points.
const PER_UNIT: f32 = 10.0;
/// How many units a drag goes at most.
const MOST_UNITS: f32 = 100_000.0;

/// A number while it is dragged.
#[derive(Debug)]
pub(super) struct Dragged {
    /// Where it stands.
    pub place: Place,
    /// Where the pointer was pressed.
    origin: f32,
    /// What it was.
    from: Number,
    /// By what it changes, and how many places that has.
    unit: Number,
    places: u32,
    /// Whether it is written in per cent.
    is_share: bool,
    /// What is written now.
    pub text: String,
    /// Whether Esc took it back: the pointer is still down.
    pub is_given_up: bool,
    /// Whether anything changed.
    pub is_changed: bool,
}

/// Whether a place takes numbers below 0.
fn takes_negative(place: Place) -> bool {
    matches!(place, Place::Worth(_) | Place::Uses { .. } | Place::Cell { .. })
}

impl Dragged {
    /// Takes hold of what is written at a place; nothing where it is no number. Blank is 0.
    pub fn begin(place: Place, text: &str, origin: f32) -> Option<Self> {
        let figure = crate::blueprint::sheets::Figure::from(text);
        let written = figure.written().trim();
        let share = written.strip_suffix('%').map(str::trim_end);
        let plain = share.unwrap_or(written);
        let from: Number = if figure.is_blank() { Number::zero() } else { plain.parse().ok()? };
        // By its last place, so that 3.48 goes on with 3.49.
        let places = plain.split_once('.').map_or(0, |(_, part)| part.trim().len());
        let places = u32::try_from(places.min(6)).unwrap_or(0);
        let unit = Number::fraction(1, 10_i64.checked_pow(places)?)?;
        Some(Self {
            place,
            origin,
            from,
            unit,
            places,
            is_share: share.is_some(),
            text: text.to_owned(),
            is_given_up: false,
            is_changed: false,
        })
    }

    /// Whether it is written in per cent.
    pub fn is_share(&self) -> bool {
        self.is_share
    }

    /// What it was.
    pub fn from(&self) -> &Number {
        &self.from
    }

    /// Where the pointer is now; answers whether that is another number.
    pub fn to(&mut self, x: f32) -> bool {
        // Far fewer than an integer holds.
        #[allow(clippy::cast_possible_truncation)]
        let units = ((x - self.origin) / PER_UNIT).round().clamp(-MOST_UNITS, MOST_UNITS) as i64;
        self.go(units)
    }

    /// So many units from where it was.
    fn go(&mut self, units: i64) -> bool {
        let mut number = &self.from + &(&Number::whole(units) * &self.unit);
        if number.is_negative() && !takes_negative(self.place) {
            number = Number::zero();
        }
        // A fraction stays one: 1/3 goes on with 4/3.
        let text = match number.places() {
            Some(places) if places <= 6 => number.to_decimal(self.places.max(places)),
            _ => number.to_fraction(),
        };
        let text = if self.is_share { format!("{text} %") } else { text };
        let is_new = text != self.text;
        self.is_changed |= is_new;
        self.text = text;
        is_new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_goes_on_by_its_last_place() {
        for (place, text, by, expected) in [
            (Place::LimitAmount(0), "6", 20.0, "8"),
            (Place::LimitAmount(0), "6", -90.0, "0"),
            (Place::Worth(0), "6", -90.0, "-3"),
            (Place::Worth(0), "3.48", 10.0, "3.49"),
            (Place::LimitAmount(0), "30 %", 10.0, "31 %"),
            (Place::LimitAmount(0), "1/3", 10.0, "4/3"),
            (Place::Most(0), "", 50.0, "5"),
        ] {
            let mut dragged = Dragged::begin(place, text, 100.0).unwrap();
            dragged.to(100.0 + by);
            assert_eq!(dragged.text, expected, "{text} by {by}");
        }
        assert!(Dragged::begin(Place::Worth(0), "much", 0.0).is_none());
    }
}
