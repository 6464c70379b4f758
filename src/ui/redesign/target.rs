//! What a redesign is to reach.

use crate::blueprint::Refusal;
use crate::blueprint::notation::{
    Context, DecimalMark, parse_count, read_money, read_rate_per_hour,
};
use crate::redesign::Question;
use crate::wording::Units;

/// Which of the three numbers counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// So many customers per hour, with the fewest people.
    Rate,
    /// The most customers that so many people can serve.
    People,
    /// At most such a cost per customer, with the fewest people.
    Cost,
}

impl Aim {
    /// All, from top to bottom.
    pub const ALL: [Self; 3] = [Self::Rate, Self::People, Self::Cost];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Rate => "advisor-target-rate",
            Self::People => "advisor-target-people",
            Self::Cost => "advisor-target-cost",
        }
    }
}

/// A target, with what the other aims would ask for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Target {
    /// What counts.
    pub aim: Aim,
    /// Customers per hour.
    pub rate: f64,
    /// People.
    pub people: u64,
    /// Cost per customer; `None` until one is given.
    pub cost: Option<f64>,
}

/// More people than anybody asks for.
const MOST_PEOPLE: u64 = 20_000;

impl Target {
    /// The target to begin with: the demand where it is not met, else twice what there is.
    pub fn usual(demand: Option<f64>, capacity: Option<f64>, people: u64) -> Self {
        let unmet = demand.filter(|demand| capacity.is_none_or(|capacity| *demand > capacity));
        let twice = capacity.map(|capacity| three_digits(2.0 * capacity));
        Self {
            aim: Aim::Rate,
            rate: unmet.or(twice).filter(|rate| *rate > 0.0).unwrap_or(60.0),
            people: people.clamp(1, MOST_PEOPLE),
            cost: None,
        }
    }

    /// The number of an aim as it is typed, a rate per what the blueprint says.
    pub fn text(&self, aim: Aim, units: Units) -> String {
        match aim {
            Aim::Rate => plain(self.rate * units.calendar.rate_hours(units.per)),
            Aim::People => self.people.to_string(),
            Aim::Cost => self.cost.map(plain).unwrap_or_default(),
        }
    }

    /// Takes a typed number for an aim.
    ///
    /// # Errors
    /// Why it is none; then the target stays as it was.
    pub fn read(&mut self, aim: Aim, text: &str, units: Units) -> Result<(), Refusal> {
        let positive = |number: f64, refusal| if number > 0.0 { Ok(number) } else { Err(refusal) };
        match aim {
            Aim::Rate => {
                let context =
                    Context { per: units.per, calendar: units.calendar, ..Context::default() };
                let rate = read_rate_per_hour(text, &context)?.value.get();
                self.rate = positive(rate, Refusal::NotARate)?;
            }
            Aim::Cost => {
                let cost = read_money(text, "", DecimalMark::Point)?.get();
                self.cost = Some(positive(cost, Refusal::NotMoney)?);
            }
            Aim::People => {
                let people = u64::from(parse_count(text)?.get());
                if people > MOST_PEOPLE {
                    return Err(Refusal::NotACount);
                }
                self.people = people;
            }
        }
        Ok(())
    }

    /// What the advisor is asked to find first; `None` where the number of people is given.
    pub fn question(&self) -> Option<Question> {
        match self.aim {
            Aim::Rate => Some(Question::Rate(self.rate)),
            Aim::People => None,
            Aim::Cost => self.cost.map(Question::Cost),
        }
    }

    /// Whether two targets ask the same.
    pub fn asks_the_same(&self, other: &Self) -> bool {
        let units = Units::default();
        self.aim == other.aim && self.text(self.aim, units) == other.text(self.aim, units)
    }
}

/// A number with up to two decimals.
fn plain(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A number to three digits.
fn three_digits(number: f64) -> f64 {
    if !number.is_finite() || number <= 0.0 {
        return 0.0;
    }
    let unit = 10_f64.powf(number.log10().floor() - 2.0);
    (number / unit).round() * unit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::RateUnit;

    #[test]
    fn the_usual_target_is_what_lacks_else_twice_what_there_is() {
        // Derived: 60 /h serve 54 /h, so twice 60; they do not serve 72 /h.
        let usual = |demand| Target::usual(Some(demand), Some(60.0), 6);
        assert_eq!(usual(54.0).text(Aim::Rate, Units::default()), "120");
        assert_eq!(usual(72.0).text(Aim::Rate, Units::default()), "72");
        assert_eq!(usual(54.0).text(Aim::People, Units::default()), "6");
        assert_eq!(Target::usual(None, None, 0).text(Aim::Rate, Units::default()), "60");
    }

    #[test]
    fn only_numbers_that_mean_something_are_taken() {
        let mut target = Target::usual(None, Some(60.0), 6);
        for wrong in ["", "0", "-3", "many", "NaN", "inf", "1e300"] {
            assert!(target.read(Aim::Rate, wrong, Units::default()).is_err(), "{wrong}");
        }
        assert!(target.read(Aim::People, "6.5", Units::default()).is_err());
        assert_eq!(target.read(Aim::Rate, " 1,250.5 ", Units::default()), Ok(()));
        assert_eq!(target.text(Aim::Rate, Units::default()), "1250.5");
        assert_eq!(target.read(Aim::People, "7", Units::default()), Ok(()));
        assert_eq!(target.people, 7);
        let units = Units { per: RateUnit::Day, ..Units::default() };
        assert_eq!(target.read(Aim::Rate, "240", units), Ok(()));
        assert_eq!(target.text(Aim::Rate, Units::default()), "10", "a day has 24 hours");
        assert_eq!(target.text(Aim::Rate, units), "240");
    }
}
