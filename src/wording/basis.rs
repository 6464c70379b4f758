//! How far a figure can be trusted, and what it lacks, in words.

use super::numbers::Amount;
use super::texts::Wording;
use crate::analysis::{Band, Basis, Figure, Lack};
use crate::blueprint::{RoleId, Scenario};

/// A half-width to two digits: what is behind them says nothing.
fn two_digits(half_width: f64) -> f64 {
    if half_width <= 0.0 || !half_width.is_finite() {
        return half_width;
    }
    let mut unit = 1.0;
    while half_width / unit >= 100.0 {
        unit *= 10.0;
    }
    while half_width / unit < 10.0 && unit > f64::MIN_POSITIVE {
        unit /= 10.0;
    }
    (half_width / unit).round() * unit
}

/// How many names a sentence about missing things lists before it counts the rest.
const NAMES_SHOWN: usize = 3;

impl Wording {
    /// The words on a figure's badge: `exact`, `approximate, ±5 %`, `at most`, `simulated, ±12 s`.
    /// `amount` is the figure's unit.
    #[must_use]
    pub fn basis<'a>(&self, basis: Basis, amount: impl FnOnce(f64) -> Amount<'a>) -> String {
        self.of_basis(
            basis,
            amount,
            [
                "basis-exact",
                "basis-approximate",
                "basis-approximate-percent",
                "basis-approximate-seconds",
                "basis-unreliable",
                "basis-lower-bound",
                "basis-upper-bound",
                "basis-simulated",
            ],
        )
    }

    /// The shortest form of a basis, to stand beside a number: `=`, `≈`, `±5 %`, `±12 s`, `≈?`, `≥`,
    /// `≤`. `amount` is the figure's unit.
    #[must_use]
    pub fn badge<'a>(&self, basis: Basis, amount: impl FnOnce(f64) -> Amount<'a>) -> String {
        self.of_basis(
            basis,
            amount,
            [
                "badge-exact",
                "badge-approximate",
                "badge-approximate-percent",
                "badge-approximate-seconds",
                "badge-unreliable",
                "badge-lower-bound",
                "badge-upper-bound",
                "badge-simulated",
            ],
        )
    }

    /// The sign of a basis that goes before a number: as its badge, but for a band, which stands
    /// behind the number or is left out.
    #[must_use]
    pub fn sign(&self, basis: Basis) -> &str {
        self.text(match basis {
            Basis::Exact => "badge-exact",
            // An interval is told by who knows its unit.
            Basis::Approximate { .. } | Basis::Simulated { .. } => "badge-approximate",
            Basis::Unreliable => "badge-unreliable",
            Basis::LowerBound => "badge-lower-bound",
            Basis::UpperBound => "badge-upper-bound",
        })
    }

    /// Half of an interval in a figure's unit; that of a share is in percentage points.
    fn half_width<'a>(&self, half_width: f64, amount: impl FnOnce(f64) -> Amount<'a>) -> String {
        self.amount(Self::difference(match amount(two_digits(half_width)) {
            // Two digits of a long time are whole minutes.
            Amount::Seconds(seconds) if seconds >= 600.0 => {
                Amount::Seconds((seconds / 60.0).round() * 60.0)
            }
            amount => amount,
        }))
    }

    /// A figure's number through `amount` with its sign before it where it is not exact, or with its
    /// interval behind it where it is simulated (`3 min 10 s ±12 s`); a dash where there is none.
    #[must_use]
    pub fn marked<'a>(&self, figure: &Figure, amount: impl Fn(f64) -> Amount<'a>) -> String {
        let half_width = |half_width| self.half_width(half_width, &amount);
        self.with_mark(figure, |value| self.amount(amount(value)), half_width)
    }

    /// As [`Self::marked`], for a number that is written in a way of its own.
    #[must_use]
    pub fn marked_as(&self, figure: &Figure, write: impl Fn(&Self, f64) -> String) -> String {
        let half_width = |half_width| write(self, two_digits(half_width));
        self.with_mark(figure, |value| write(self, value), half_width)
    }

    fn with_mark(
        &self,
        figure: &Figure,
        number: impl FnOnce(f64) -> String,
        half_width: impl FnOnce(f64) -> String,
    ) -> String {
        let Some(value) = figure.value else { return self.text("no-figure").to_owned() };
        let number = number(value);
        match figure.basis {
            Basis::Exact => number,
            Basis::Simulated { half_width: half } => {
                let half = half_width(half);
                self.with("marked-simulated", &[("number", number.into()), ("half", half.into())])
            }
            basis => format!("{} {number}", self.sign(basis)),
        }
    }

    /// What a basis means, for a tooltip. `amount` is the figure's unit.
    #[must_use]
    pub fn basis_meaning<'a>(
        &self,
        basis: Basis,
        amount: impl FnOnce(f64) -> Amount<'a>,
    ) -> String {
        self.of_basis(
            basis,
            amount,
            [
                "basis-exact-meaning",
                "basis-approximate-meaning",
                "basis-approximate-percent-meaning",
                "basis-approximate-seconds-meaning",
                "basis-unreliable-meaning",
                "basis-lower-bound-meaning",
                "basis-upper-bound-meaning",
                "basis-simulated-meaning",
            ],
        )
    }

    /// The text of a basis among those of all: exact, approximate, approximate to a percentage,
    /// to seconds, unreliable, lower bound, upper bound, simulated.
    fn of_basis<'a>(
        &self,
        basis: Basis,
        amount: impl FnOnce(f64) -> Amount<'a>,
        keys: [&str; 8],
    ) -> String {
        let [exact, approximate, to_percent, to_seconds, unreliable, lower, upper, simulated] =
            keys;
        let key = match basis {
            Basis::Exact => exact,
            Basis::Approximate { band: None } => approximate,
            Basis::Approximate { band: Some(Band::Percent(percent)) } => {
                let percent = self.percent(percent / 100.0);
                return self.with(to_percent, &[("percent", percent.into())]);
            }
            Basis::Approximate { band: Some(Band::Seconds(seconds)) } => {
                let time = self.time(seconds);
                return self.with(to_seconds, &[("time", time.into())]);
            }
            Basis::Unreliable => unreliable,
            Basis::LowerBound => lower,
            Basis::UpperBound => upper,
            Basis::Simulated { half_width } => {
                let half = self.half_width(half_width, amount);
                return self.with(simulated, &[("half", half.into())]);
            }
        };
        self.text(key).to_owned()
    }

    /// What is missing: `needs a time for Eye test`.
    #[must_use]
    pub fn lack(&self, lack: Lack, scenario: &Scenario) -> String {
        let named = |key: &'static str, name: &str| self.with(key, &[("name", name.into())]);
        match lack {
            Lack::Flow => {
                // Where several steps have times it is the links that are missing.
                let is_timed = scenario.steps().values().any(|step| step.time.is_some());
                self.text(if is_timed { "lack-links" } else { "lack-flow" }).to_owned()
            }
            Lack::SoundFlow => self.text("lack-sound-flow").to_owned(),
            Lack::Time(step) => named("lack-time", self.step(step, scenario)),
            Lack::Limit => self.text("lack-limit").to_owned(),
            Lack::Day => self.text("lack-day").to_owned(),
            Lack::Demand => self.text("lack-demand").to_owned(),
            Lack::SpareCapacity => self.text("lack-spare-capacity").to_owned(),
            Lack::Headcount(role) if is_nobody(role, scenario) => {
                named("lack-nobody", self.role(role, scenario))
            }
            Lack::Headcount(role) => named("lack-headcount", self.role(role, scenario)),
            Lack::StaffRole => self.text("lack-staff-role").to_owned(),
            Lack::Rate(role) => named("lack-rate", self.role(role, scenario)),
            Lack::Price => self.text("lack-price").to_owned(),
            Lack::Target => self.text("lack-target").to_owned(),
            Lack::MethodForAlternatives => self.text("lack-method-alternatives").to_owned(),
            Lack::MethodForUnitsAtOnce => self.text("lack-method-units-at-once").to_owned(),
            Lack::MethodForBatches => self.text("lack-method-batches").to_owned(),
            Lack::MethodForKeptUnits => self.text("lack-method-kept-units").to_owned(),
            Lack::ValueMarks => self.text("lack-value-marks").to_owned(),
            Lack::Cost => self.text("lack-cost").to_owned(),
            Lack::BusyCost => self.text("lack-busy-cost").to_owned(),
            Lack::PriceAboveMaterial => self.text("lack-price-above-material").to_owned(),
            Lack::Method => self.text("lack-method").to_owned(),
        }
    }

    /// Why a figure has no value: its most important lack, with the names of all that lack the
    /// same (`needs a time for Photo, Pay and 2 more`). `None` if nothing is lacking.
    #[must_use]
    pub fn lacks(&self, lacks: &[Lack], scenario: &Scenario) -> Option<String> {
        let first = *lacks.first()?;
        let kind = |lack: &Lack| {
            let nobody = matches!(*lack, Lack::Headcount(role) if is_nobody(role, scenario));
            (std::mem::discriminant(lack), nobody)
        };
        let alike = lacks.iter().filter(|lack| kind(lack) == kind(&first));
        let names: Vec<&str> = alike
            .filter_map(|lack| match *lack {
                Lack::Time(step) => Some(self.step(step, scenario)),
                Lack::Headcount(role) | Lack::Rate(role) => Some(self.role(role, scenario)),
                _ => None,
            })
            .collect();
        let key = match first {
            Lack::Time(_) => "lack-time",
            Lack::Headcount(role) if is_nobody(role, scenario) => "lack-nobody",
            Lack::Headcount(_) => "lack-headcount",
            Lack::Rate(_) => "lack-rate",
            _ => return Some(self.lack(first, scenario)),
        };
        let names = self.list(&names, NAMES_SHOWN);
        Some(self.with(key, &[("name", names.into())]))
    }

    /// A figure's number through `amount`, or a dash where there is none.
    #[must_use]
    pub fn figure<'a>(&self, figure: &Figure, amount: impl FnOnce(f64) -> Amount<'a>) -> String {
        match figure.value {
            Some(value) => self.amount(amount(value)),
            None => self.text("no-figure").to_owned(),
        }
    }
}

/// Whether nobody at all is there as a role.
fn is_nobody(role: RoleId, scenario: &Scenario) -> bool {
    scenario.roles().get(&role).is_some_and(|role| role.heads() == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{IdSource, Place, SheetPoint, Step, StepKind};
    use crate::wording::Language;

    fn scenario_with(names: &[&str]) -> (Scenario, Vec<Lack>) {
        let mut ids = IdSource::default();
        let mut scenario = Scenario::empty("", &mut ids);
        let lane = *scenario.lanes().keys().next().unwrap();
        let phase = *scenario.phases().keys().next().unwrap();
        let place = Place { lane, phase, at: SheetPoint::default() };
        let lacks = names
            .iter()
            .map(|name| {
                let step = Step::new(*name, StepKind::Action, place);
                Lack::Time(scenario.add_step(step, &mut ids).unwrap())
            })
            .collect();
        (scenario, lacks)
    }

    #[test]
    fn a_missing_figure_says_what_it_needs() {
        let english = Wording::new(Language::English);
        let (scenario, lacks) = scenario_with(&["A", "B", "C", "D", "E"]);
        let says = |count: usize| english.lacks(&lacks[..count], &scenario);
        assert_eq!(says(0), None);
        assert_eq!(says(1).unwrap(), "needs a time for A");
        assert_eq!(says(2).unwrap(), "needs a time for A and B");
        assert_eq!(says(3).unwrap(), "needs a time for A, B and C");
        assert_eq!(says(4).unwrap(), "needs a time for A, B, C and one more");
        assert_eq!(says(5).unwrap(), "needs a time for A, B, C and 2 more");
        let mixed = [Lack::Demand, Lack::Price];
        assert_eq!(english.lacks(&mixed, &scenario).unwrap(), "needs the arrivals per hour");
    }

    #[test]
    fn a_basis_states_its_error() {
        let english = Wording::new(Language::English);
        let approximate = Basis::within_percent(5.0);
        assert_eq!(english.basis(approximate, Amount::PerHour), "approximate, ±5 %");
        assert_eq!(english.badge(approximate, Amount::PerHour), "±5 %");
        // A short time states its band as a time.
        let short = Basis::within_seconds(12.0);
        assert_eq!(english.basis(short, Amount::Seconds), "approximate, ±12 s");
        assert_eq!(english.badge(short, Amount::Seconds), "±12 s");
        assert_eq!(Wording::new(Language::Chinese).badge(short, Amount::Seconds), "±12 秒");
        assert_eq!(english.badge(Basis::UpperBound, Amount::Number), "≤");
    }

    #[test]
    fn a_simulated_figure_states_its_interval_in_its_unit() {
        let english = Wording::new(Language::English);
        let chinese = Wording::new(Language::Chinese);
        let time = Figure::simulated(190.0, 12.0);
        assert_eq!(english.marked(&time, Amount::Seconds), "3 min 10 s ±12 s");
        assert_eq!(english.basis(time.basis, Amount::Seconds), "simulated, ±12 s");
        assert_eq!(english.badge(time.basis, Amount::Seconds), "±12 s");
        assert_eq!(english.sign(time.basis), "≈");
        assert_eq!(chinese.basis(time.basis, Amount::Seconds), "仿真，±12 秒");
        assert_eq!(chinese.badge(time.basis, Amount::Seconds), "±12 秒");
        // What is behind two digits says nothing; of a long time these are whole minutes.
        let marked = |half| english.marked(&Figure::simulated(15_240.0, half), Amount::Seconds);
        assert_eq!(marked(19.137), "4 h 14 min ±19 s");
        assert_eq!(marked(829.0), "4 h 14 min ±14 min");
        assert_eq!(english.marked(&Figure::simulated(0.0, 0.0), Amount::Seconds), "0 s ±0 s");
        // A share is off by points, not by a share of itself.
        let share = Figure::simulated(0.915, 0.006);
        assert_eq!(english.badge(share.basis, Amount::Share), "±0.6 points");
        let written =
            english.marked_as(&Figure::simulated(12.3, 0.4), |_, value| value.to_string());
        assert_eq!(written, "12.3 ±0.4");
        for wording in [&english, &chinese] {
            let meaning = wording.basis_meaning(time.basis, Amount::Seconds);
            assert!(meaning.contains(&wording.time(12.0)), "{meaning}");
        }
        assert_eq!(english.marked(&Figure::lacking([Lack::Demand]), Amount::Seconds), "–");
    }
}
