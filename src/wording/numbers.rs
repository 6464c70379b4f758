//! Numbers as people read them: rounded to what matters, with their unit.
//!
//! # What always holds
//!
//! - Three digits or so are kept, whatever the size of a number
//!   (`numbers_keep_three_digits_or_so`).
//! - What a field holds is read back as the same (`what_a_field_holds_is_read_back_as_the_same`);
//!   what is shown rounded, as what is shown
//!   (`what_is_shown_rounded_is_read_back_as_what_is_shown`).
//! - Rates are per what the blueprint says (`rates_are_per_what_the_blueprint_says`), and a time
//!   that was entered keeps its unit (`entered_times_keep_their_unit`).

use crate::blueprint::notation::{Note, in_threes, rate_in};
use crate::blueprint::{
    Blueprint, Calendar, Law, Quantity, RateUnit, Scenario, ServiceTime, Share, Span, TimeUnit,
};

use super::texts::Wording;

/// A number of a figure with the unit it is in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount<'a> {
    /// A length of time in seconds.
    Seconds(f64),
    /// A length of time on one day, in seconds by the clock: working days have no meaning within it.
    ClockSeconds(f64),
    /// So many per hour.
    PerHour(f64),
    /// A share (1 = 100 %).
    Share(f64),
    /// A difference of two shares (1 = 100 percentage points).
    Points(f64),
    /// Money in a currency, given by its symbol or code; may be blank.
    Money(f64, &'a str),
    /// A plain number.
    Number(f64),
}

/// What rates are shown per, and what a day is: both are the blueprint's choice.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Units {
    /// What rates are shown per.
    pub per: RateUnit,
    /// What days and weeks are.
    pub calendar: Calendar,
}

impl Units {
    /// The units of a scenario of a blueprint.
    #[must_use]
    pub fn of(blueprint: &Blueprint, scenario: &Scenario) -> Self {
        let calendar = Calendar::new(scenario.demand().opening_hours);
        Self { per: blueprint.rates(), calendar }
    }
}

/// Seconds from which times are written in days where no opening hours are given: 100 hours.
const DAYS_FROM_S: f64 = 360_000.0;
/// Working days from which times are written in days where opening hours are given.
const WORKING_DAYS_FROM: f64 = 2.0;
/// Days from which hours no longer matter.
const MANY_DAYS: f64 = 10.0;
/// Seconds up to which a step's time stays in seconds, as people put it next to a division.
const MOST_SECONDS: f64 = 120.0;

impl Wording {
    /// A number with its unit.
    #[must_use]
    pub fn amount(&self, amount: Amount<'_>) -> String {
        match amount {
            Amount::Seconds(seconds) => self.time(seconds),
            Amount::ClockSeconds(seconds) => self.time_on_a_day(seconds),
            Amount::PerHour(rate) => self.rate(rate),
            Amount::Share(share) => self.percent(share),
            Amount::Points(share) => {
                let number = trimmed(share * 100.0, percent_decimals(share));
                self.with("compare-points", &[("number", number.into())])
            }
            Amount::Money(amount, currency) => self.money(amount, currency),
            Amount::Number(number) => self.number(number),
        }
    }

    /// A difference of two numbers of a kind: that of two shares is in percentage points.
    #[must_use]
    pub fn difference(amount: Amount<'_>) -> Amount<'_> {
        match amount {
            Amount::Share(share) => Amount::Points(share),
            amount => amount,
        }
    }

    /// A step's time as it was entered, in this language: `45 s`, `2 ± 0.5 min`, `3 min 25 s`; long
    /// samples by their mean.
    #[must_use]
    pub fn service_time(&self, time: &ServiceTime) -> String {
        match time.law() {
            Law::Samples(_) => self.with("time-mean", &[("time", self.time(time.mean_s()).into())]),
            _ => self.entered_time(time),
        }
    }

    /// A step's time as a field holds it: what is read back as the same time.
    #[must_use]
    pub fn entered_time(&self, time: &ServiceTime) -> String {
        let list = |numbers: &[f64]| {
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            numbers.join(", ")
        };
        let named = |key, numbers: &[f64]| format!("{} {}", self.text(key), list(numbers));
        let numbers = match time.law() {
            Law::Fixed(value) => return self.entered_length(*value, time.unit()),
            Law::Uniform { low, high } => format!("{low}–{high}"),
            Law::Triangular { low, mode, high } => {
                named("written-triangular", &[*low, *mode, *high])
            }
            Law::Normal { mean, sd } => format!("{mean} ± {sd}"),
            Law::Exponential { mean } => named("written-exponential", &[*mean]),
            Law::Erlang { stages, mean } => named("written-erlang", &[f64::from(*stages), *mean]),
            Law::LogNormal { mean, sd } => named("written-log-normal", &[*mean, *sd]),
            Law::Samples(values) => named("written-samples", values),
        };
        self.with(unit_key(time.unit()), &[("number", numbers.into())])
    }

    /// A length of time as a field holds it: what is read back as the same length.
    #[must_use]
    pub fn entered_span(&self, span: Span) -> String {
        self.entered_length(span.value(), span.unit())
    }

    /// In the unit that it was entered in; whole seconds beyond two minutes as people say them.
    fn entered_length(&self, value: f64, unit: TimeUnit) -> String {
        // Whole minutes or hours alone would be read back in another unit.
        let is_of_one_unit = value % 3600.0 == 0.0 || value < 3600.0 && value % 60.0 == 0.0;
        let is_whole = value > MOST_SECONDS && value < 1e9 && value.fract() == 0.0;
        if unit == TimeUnit::Second && is_whole && !is_of_one_unit {
            return self.clock_time(value);
        }
        self.with(unit_key(unit), &[("number", value.to_string().into())])
    }

    /// Whole seconds as hours, minutes and seconds, leaving out what is none: `2 h 31 min`, `1 h 5 s`.
    pub(super) fn clock_time(&self, seconds: f64) -> String {
        let hours = (seconds / 3600.0).floor();
        let minutes = ((seconds - hours * 3600.0) / 60.0).floor();
        let rest = seconds - hours * 3600.0 - minutes * 60.0;
        let alone = hours == 0.0 && rest == 0.0;
        let minute_key = if alone { "minutes" } else { "minutes-among" };
        let parts = [("hours", hours), (minute_key, minutes), ("seconds", rest)];
        self.joined(&parts.map(|(key, value)| (key, value, 0)))
    }

    /// Numbers with their units, leaving out what is none; the last unit alone where all are.
    fn joined(&self, parts: &[(&str, f64, usize)]) -> String {
        let written: Vec<String> = parts
            .iter()
            .filter(|(_, value, _)| *value > 0.0)
            .map(|(key, value, decimals)| {
                let number = trimmed(*value, *decimals);
                self.with(key, &[("number", number.into()), ("count", (*value).into())])
            })
            .collect();
        written.join(" ")
    }

    /// A length of time, given in seconds: `24.5 s`, `3 min 15 s`, `2 h 31 min`, `4 days 4 h`,
    /// `3 working days` where opening hours are given.
    ///
    /// Under a minute to three digits, under an hour to the second, under about four days to the
    /// minute, beyond to the hour, beyond ten days to a tenth of a day.
    #[must_use]
    pub fn time(&self, seconds: f64) -> String {
        self.time_by(seconds, self.units().calendar)
    }

    /// The same within a day, whose opening hours say nothing of how long it is: `16 h`, not `2 working days`.
    #[must_use]
    pub fn time_on_a_day(&self, seconds: f64) -> String {
        self.time_by(seconds, Calendar::default())
    }

    fn time_by(&self, seconds: f64, calendar: Calendar) -> String {
        let size = seconds.abs();
        // Each limit is where the number, once rounded, would be written in the next unit.
        if size < 59.95 {
            return self.with("seconds", &[("number", self.number(seconds).into())]);
        }
        let sign = if seconds < 0.0 { "−" } else { "" };
        let day_s = calendar.day_hours() * 3600.0;
        let working = calendar.has_opening_hours() && (3_600.0..86_400.0).contains(&day_s);
        let days_from = if working { WORKING_DAYS_FROM * day_s } else { DAYS_FROM_S };
        let text = if size >= days_from - 30.0 {
            let key = if working { "working-days" } else { "days" };
            self.days(size, day_s, key)
        } else if size < 3_599.5 {
            self.clock_time(size.round())
        } else {
            self.clock_time((size / 60.0).round() * 60.0)
        };
        format!("{sign}{text}")
    }

    /// Days and hours; of many days the hours are a part of a day.
    fn days(&self, seconds: f64, day_s: f64, key: &str) -> String {
        let count = seconds / day_s;
        if count >= MANY_DAYS {
            return self.joined(&[(key, (count * 10.0).round() / 10.0, 1)]);
        }
        // Half a minute was rounded up to come here.
        let whole = (count + 30.0 / day_s).floor();
        let hours = ((seconds - whole * day_s) / 3600.0).round().max(0.0);
        if hours * 3600.0 >= day_s {
            return self.joined(&[(key, whole + 1.0, 0)]);
        }
        self.joined(&[(key, whole, 0), ("hours", hours, 0)])
    }

    /// A length of time to calculate with: in seconds up to two minutes, as people put it next to a
    /// division (`÷ 60 s`), else as [`Wording::time`].
    #[must_use]
    pub fn reckoned_time(&self, seconds: f64) -> String {
        if seconds.abs() < 120.5 {
            self.with("seconds", &[("number", self.number(seconds).into())])
        } else {
            self.time(seconds)
        }
    }

    /// A rate, given per hour and shown per what the blueprint says: `60 /h`, `6.67 /h`, `480 /day`.
    #[must_use]
    pub fn rate(&self, per_hour: f64) -> String {
        self.rate_with("rate", &self.number(self.in_rate_unit(per_hour)))
    }

    /// A rate where room is scarce, as on a card.
    #[must_use]
    pub fn short_rate(&self, per_hour: f64) -> String {
        self.rate_with("rate-short", &self.number(self.in_rate_unit(per_hour)))
    }

    /// A rate as a field holds it: what is read back as the same rate.
    #[must_use]
    pub fn entered_rate(&self, per_hour: Quantity) -> String {
        let Units { per, calendar } = self.units();
        let (number, per) = match rate_in(per_hour, per, calendar) {
            Some(number) => (number, per),
            None => (per_hour.get(), RateUnit::Hour),
        };
        let per = per_name(per);
        self.with("rate-entered", &[("number", number.to_string().into()), ("per", per.into())])
    }

    /// That the queue grows, given by how much per hour.
    #[must_use]
    pub fn queue_grows(&self, per_hour: f64) -> String {
        self.rate_with("queue-grows", &self.number(self.in_rate_unit(per_hour)))
    }

    /// So many arrivals, as a sentence takes them in: `54 /h`.
    #[must_use]
    pub fn arrivals(&self, per_hour: f64) -> String {
        self.rate_with("arrivals-of", &self.number(self.in_rate_unit(per_hour)))
    }

    /// That the queue grows, where room is scarce, as on a tile.
    #[must_use]
    pub fn short_queue_grows(&self, per_hour: f64) -> String {
        self.rate_with("tile-queue-grows", &self.number(self.in_rate_unit(per_hour)))
    }

    /// That a time has no end as the queue grows, as on the wall of a lesson.
    #[must_use]
    pub fn no_end_as_queue_grows(&self, per_hour: f64) -> String {
        self.rate_with("wall-queue-grows", &self.number(self.in_rate_unit(per_hour)))
    }

    /// What a number of a rate is per, to stand apart from it: `/h`, `/day`.
    #[must_use]
    pub fn rate_unit(&self) -> String {
        self.per("rate-unit")
    }

    /// A text that says what rates are per.
    #[must_use]
    pub fn per(&self, key: &str) -> String {
        self.with(key, &[("per", per_name(self.units().per).into())])
    }

    /// A rate per hour, per what the blueprint says.
    #[must_use]
    pub fn in_rate_unit(&self, per_hour: f64) -> f64 {
        let Units { per, calendar } = self.units();
        per_hour * calendar.rate_hours(per)
    }

    fn rate_with(&self, key: &str, number: &str) -> String {
        self.with(key, &[("number", number.into()), ("per", per_name(self.units().per).into())])
    }

    /// A share (1 = 100 %): `54.2 %`.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        let number = trimmed(share * 100.0, percent_decimals(share));
        self.with("percent", &[("number", number.into())])
    }

    /// A share as it was entered: `70 %`, `1/3`.
    #[must_use]
    pub fn share(&self, share: Share) -> String {
        let (part, whole) = share.parts();
        if (whole - 100.0).abs() < f64::EPSILON {
            self.with("percent", &[("number", part.to_string().into())])
        } else if (whole - 1.0).abs() < f64::EPSILON {
            part.to_string()
        } else {
            format!("{part}/{whole}")
        }
    }

    /// What a reader took for granted, for people to see.
    #[must_use]
    pub fn reading_note(&self, note: Note) -> String {
        let hours = |key, hours: f64| self.with(key, &[("hours", self.number(hours).into())]);
        match note {
            Note::DayOf { hours: day } => hours("note-day", day),
            Note::WorkingDayOf { hours: day } => hours("note-working-day", day),
            Note::WeekOf { hours: week } => hours("note-week", week),
            Note::AboutIsFixed => self.text("note-about").to_owned(),
            Note::RangeIsUniform => self.text("note-range").to_owned(),
        }
    }

    /// An amount of money: `$1.53`, `−$0.02`, `EUR 1,250`. Cents are left out where they say
    /// nothing, a third decimal is shown below one unit.
    #[must_use]
    pub fn money(&self, amount: f64, currency: &str) -> String {
        let size = amount.abs();
        let digits = if size >= 9_999.5 {
            trimmed(size, 0)
        } else if size >= 0.9995 || (size * 100.0 - (size * 100.0).round()).abs() < 1e-6 {
            in_threes(&rounded(size, 2))
        } else {
            let digits = rounded(size, 3);
            digits.strip_suffix('0').map_or_else(|| digits.clone(), ToOwned::to_owned)
        };
        let currency = currency.trim();
        let gap = if currency.ends_with(char::is_alphanumeric) { " " } else { "" };
        let zero = digits.chars().all(|c| matches!(c, '0' | '.'));
        let sign = if amount < 0.0 && !zero { "−" } else { "" };
        format!("{sign}{currency}{gap}{digits}")
    }

    /// A plain number, to about three digits: `0.667`, `6.67`, `54.5`, `1,250`.
    #[must_use]
    pub fn number(&self, value: f64) -> String {
        let size = value.abs();
        // Below each limit, one decimal more; the limits allow for rounding up.
        let decimals = [999.95, 9.995, 0.9995].iter().filter(|limit| size < **limit).count();
        trimmed(value, decimals)
    }

    /// What an edit is called, after "Undo": its code with how many things it is about and, where
    /// the text says it, the name of the thing.
    #[must_use]
    pub fn edit_name(&self, code: &str, count: usize, thing: Option<&str>) -> String {
        match thing {
            Some("") => {
                let name = self.text("scenario-unnamed");
                self.with(code, &[("count", count.into()), ("name", name.into())])
            }
            Some(name) => self.with(code, &[("count", count.into()), ("name", name.into())]),
            None => self.counted(code, count),
        }
    }

    /// A count with the thing that is counted, such as `3 customers`. The keys are those of texts
    /// that take a `count`: `customers`, `steps`, `people`.
    #[must_use]
    pub fn counted(&self, key: &str, count: usize) -> String {
        self.with(key, &[("count", count.into())])
    }
}

/// The name of what rates are per, as texts choose by it.
fn per_name(per: RateUnit) -> &'static str {
    match per {
        RateUnit::Hour => "hour",
        RateUnit::Day => "day",
        RateUnit::Week => "week",
    }
}

/// Decimals of a share in per cent: a small one must not vanish.
fn percent_decimals(share: f64) -> usize {
    if (share * 100.0).abs() < 0.095 { 2 } else { 1 }
}

fn unit_key(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Second => "seconds",
        TimeUnit::Minute => "minutes",
        TimeUnit::Hour => "hours",
    }
}

/// A number with at most so many decimals, without trailing zeros, with a true minus sign.
fn trimmed(value: f64, decimals: usize) -> String {
    let fixed = rounded(value.abs(), decimals);
    let short = if fixed.contains('.') {
        fixed.trim_end_matches('0').trim_end_matches('.')
    } else {
        fixed.as_str()
    };
    let sign = if value < 0.0 && short != "0" { "−" } else { "" };
    format!("{sign}{}", in_threes(short))
}

/// A size with so many decimals. What lies half-way, but for what sums of floating numbers lose, is
/// rounded up, as people do it by hand: 54 an hour who stay 465 s are 6.975, and so 6.98.
fn rounded(size: f64, decimals: usize) -> String {
    const LOST: f64 = 1e-12;
    format!("{:.decimals$}", size * (1.0 + LOST))
}

#[cfg(test)]
mod tests;
