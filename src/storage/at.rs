//! Numbers and texts of a file checked one by one, with the path to each, by which a mistake is told.

use std::cell::RefCell;
use std::num::NonZeroU32;
use std::ops::RangeInclusive;

use super::errors::DecodeProblem;
use super::file_values::Written;
use super::outline::Segment;
use super::position::Position;
use super::words::OpenWord;
use crate::blueprint::notation::{FASTEST_PER_HOUR, parse_share, parse_span, parse_time};
use crate::blueprint::{
    Id, IdSource, Quantity, Refusal, Role, ServiceTime, Share, Span, Stars, TimeUnit,
};

/// The highest number that a thing in a file may have: beyond it too few are left to hand out.
pub const HIGHEST_ID: i64 = 4_000_000_000;

/// A mistake, before it is located.
pub struct Fault {
    pub path: Vec<Segment>,
    pub position: Option<Position>,
    pub problem: DecodeProblem,
}

/// The way to the value at hand; it becomes a path only when there is a mistake.
#[derive(Clone, Copy)]
pub struct At<'a> {
    up: Option<&'a At<'a>>,
    field: &'static str,
    index: Option<usize>,
    /// Where words that are not known are noted, and what is left out as it cannot be read.
    unknown: Option<&'a Unknown>,
}

/// What is noted while a file is read, without the rest suffering from it.
#[derive(Default)]
pub struct Unknown {
    /// The places of words that are not known: those of a newer version.
    pub words: RefCell<Vec<Vec<Segment>>>,
    /// What was said and cannot be read.
    pub unread: RefCell<Vec<Fault>>,
}

/// A number as a message shows it: one of hundreds of digits by its exponent.
fn shown(value: f64) -> String {
    if value.is_finite() && value.abs() > 1e21 { format!("{value:e}") } else { value.to_string() }
}

impl At<'static> {
    /// The whole of a file that has no such words.
    pub const ROOT: Self = Self { up: None, field: "", index: None, unknown: None };
}

impl<'a> At<'a> {
    /// The whole of a file, with a list for words that are not known.
    pub fn root(unknown: &'a Unknown) -> Self {
        Self { unknown: Some(unknown), ..At::ROOT }
    }
}

impl At<'_> {
    pub fn field(&self, field: &'static str) -> At<'_> {
        At { up: Some(self), field, index: None, unknown: self.unknown }
    }

    pub fn row(&self, field: &'static str, index: usize) -> At<'_> {
        At { up: Some(self), field, index: Some(index), unknown: self.unknown }
    }

    /// One of the things in the list at hand.
    pub fn member(&self, index: usize) -> Self {
        Self { index: Some(index), ..*self }
    }

    /// What a word stands for. One that is not known is noted, and says nothing.
    pub fn word<T: OpenWord>(&self, word: Option<T>) -> Option<T::Own> {
        let own = word.map(OpenWord::known)?;
        if let (None, Some(unknown)) = (&own, self.unknown) {
            unknown.words.borrow_mut().push(self.path());
        }
        own
    }

    /// What could be read; what could not is noted and left out, where that is wanted.
    pub fn or_left_out<T>(&self, read: Result<T, Fault>) -> Result<Option<T>, Fault> {
        match (read, self.unknown) {
            (Ok(read), _) => Ok(Some(read)),
            (Err(fault), Some(unknown)) => {
                unknown.unread.borrow_mut().push(fault);
                Ok(None)
            }
            (Err(fault), None) => Err(fault),
        }
    }

    fn path(&self) -> Vec<Segment> {
        let Some(up) = self.up else { return Vec::new() };
        let mut path = up.path();
        path.push(Segment::Field(self.field.to_owned()));
        path.extend(self.index.map(Segment::Index));
        path
    }

    pub fn fault(&self, problem: DecodeProblem) -> Fault {
        Fault { path: self.path(), position: None, problem }
    }

    pub fn refuse(&self, found: &dyn ToString, refusal: Refusal) -> Fault {
        self.fault(DecodeProblem::Value { found: found.to_string(), refusal })
    }

    pub fn quantity(&self, value: f64) -> Result<Quantity, Fault> {
        Quantity::new(value).map_err(|refusal| self.refuse(&shown(value), refusal))
    }

    /// Customers per hour.
    pub fn rate(&self, value: f64) -> Result<Quantity, Fault> {
        let rate = self.quantity(value)?;
        let is_fine = rate.get() <= FASTEST_PER_HOUR;
        if is_fine { Ok(rate) } else { Err(self.refuse(&shown(value), Refusal::RateTooHigh)) }
    }

    fn whole(&self, value: f64, range: RangeInclusive<i64>) -> Result<i64, Fault> {
        // Every bound is far below 2^53, so the comparison is exact and the cast loses nothing.
        #[allow(clippy::cast_possible_truncation)]
        let whole = value as i64;
        let refusal = if !value.is_finite() {
            Refusal::NotANumber
        } else if value > *range.end() as f64 {
            Refusal::TooLarge
        } else if value < 0.0 && *range.start() >= 0 {
            Refusal::Negative
        } else if value.fract() != 0.0 || value < *range.start() as f64 {
            Refusal::NotACount
        } else {
            return Ok(whole);
        };
        Err(self.refuse(&shown(value), refusal))
    }

    pub fn small<T: TryFrom<i64>>(
        &self,
        value: f64,
        range: RangeInclusive<i64>,
    ) -> Result<T, Fault> {
        let whole = self.whole(value, range)?;
        T::try_from(whole).map_err(|_| self.refuse(&value, Refusal::TooLarge))
    }

    pub fn count(&self, value: Option<f64>) -> Result<NonZeroU32, Fault> {
        let value = value.unwrap_or(1.0);
        if value > f64::from(Role::MOST) {
            return Err(self.refuse(&shown(value), Refusal::NotACount));
        }
        let count: u32 = self.small(value, 1..=i64::from(Role::MOST))?;
        NonZeroU32::new(count).ok_or_else(|| self.refuse(&value, Refusal::NotACount))
    }

    pub fn number<T: Id>(&self, value: f64) -> Result<T, Fault> {
        if value.fract() != 0.0 || value > HIGHEST_ID as f64 {
            return Err(self.refuse(&shown(value), Refusal::NotAnId));
        }
        self.small(value, 0..=HIGHEST_ID).map(T::from_number)
    }

    pub fn own_number<T: Id>(&self, value: Option<f64>, ids: &mut IdSource) -> Result<T, Fault> {
        value.map_or_else(|| Ok(ids.fresh()), |value| self.field("id").number(value))
    }

    pub fn span(&self, written: Option<&Written>) -> Result<Option<Span>, Fault> {
        self.parsed(written, |text| parse_span(text, TimeUnit::Second))
    }

    pub fn time(&self, written: Option<&Written>) -> Result<Option<ServiceTime>, Fault> {
        self.parsed(written, |text| parse_time(text, TimeUnit::Second))
    }

    /// From 1 to 5 stars.
    pub fn stars(&self, stars: Option<f64>) -> Result<Option<Stars>, Fault> {
        let one = |stars: f64| {
            let checked = self.small(stars, 1..=5).map(Stars::new);
            checked.map_err(|_| self.refuse(&stars, Refusal::StarsRange))
        };
        stars.map(one).transpose()
    }

    pub fn share(&self, written: Option<&Written>) -> Result<Option<Share>, Fault> {
        self.parsed(written, parse_share)
    }

    fn parsed<T>(
        &self,
        written: Option<&Written>,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Fault> {
        let Some(Written(text)) = written else { return Ok(None) };
        parse(text).map(Some).map_err(|refusal| self.refuse(text, refusal))
    }
}
