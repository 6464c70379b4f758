//! When something was said: a time with its offset, as RFC 3339 has it.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use chrono::{DateTime, FixedOffset};

use super::refusal::Refusal;

/// A time of a calendar with the offset of the place where it was said. It keeps the text that it was read
/// from, and is compared by the instant: who writes from another time zone comes in turn, and the same instant is
/// the same time however it is written.
#[derive(Clone, Debug)]
pub struct Timestamp {
    text: String,
    at: DateTime<FixedOffset>,
}

impl Timestamp {
    /// Reads `2026-11-27T14:05:10+08:00`.
    ///
    /// # Errors
    /// [`Refusal::NotATimestamp`] for anything else.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let at = DateTime::parse_from_rfc3339(text).map_err(|_| Refusal::NotATimestamp)?;
        Ok(Self { text: text.to_owned(), at })
    }

    /// That of a point in time, to the second.
    #[must_use]
    pub fn of(at: DateTime<FixedOffset>) -> Self {
        Self { text: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true), at }
    }

    /// Which of two that are the same instant stands for both: told by how they are written, so that it does not
    /// hang on which comes first.
    #[must_use]
    pub fn by_text(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }

    /// The point in time, in the time zone in which it was said.
    #[must_use]
    pub fn at(&self) -> DateTime<FixedOffset> {
        self.at
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl Eq for Timestamp {}

impl Hash for Timestamp {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.at.hash(state);
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.at.cmp(&other.at)
    }
}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_other_zones_come_in_turn_and_keep_their_text() {
        let read = |text| Timestamp::parse(text).unwrap();
        let (east, west) = (read("2026-11-27T14:05:10+08:00"), read("2026-11-27T06:05:11Z"));
        assert!(east < west);
        assert_eq!(east.to_string(), "2026-11-27T14:05:10+08:00");
        let same = read("2026-11-27T06:05:10Z");
        assert!(east == same && east.cmp(&same).is_eq(), "one instant, written in two ways");
        assert!(east.by_text(&same).is_gt());
        assert_eq!(Timestamp::of(west.at()).to_string(), "2026-11-27T06:05:11Z");
        for odd in ["", "yesterday", "2026-11-27", "2026-13-27T14:05:10Z", "2026-11-27T14:05:10"] {
            assert_eq!(Timestamp::parse(odd), Err(Refusal::NotATimestamp), "{odd}");
        }
    }
}
