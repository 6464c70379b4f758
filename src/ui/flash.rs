//! What changed a moment ago: a figure that moved shows its difference for a second or two.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figures::Figures;
use crate::analysis::{Analysis, Figure, FigureKey};
use crate::blueprint::{Calendar, RateUnit, Scenario};
use crate::redesign::{Course, Direction, direction_of};
use crate::wording::{Amount, Wording};

/// How long a difference stays, in seconds.
const STAYS: f64 = 2.0;

/// A version of the service with its figures.
#[derive(Clone, Debug)]
pub(super) struct Version {
    scenario: Arc<Scenario>,
    analysis: Arc<Analysis>,
}

impl Version {
    /// The version that figures are of.
    pub fn of(figures: &Figures) -> Self {
        Self {
            scenario: Arc::clone(figures.of_scenario()),
            analysis: Arc::clone(figures.analysis()),
        }
    }

    /// How many hours rates are per: a day is the opening hours.
    fn rate_hours(&self, per: RateUnit) -> f64 {
        Calendar::new(self.scenario.demand().opening_hours).rate_hours(per)
    }
}

/// A difference to show.
#[derive(Clone, Debug)]
pub(super) struct Difference {
    /// Such as "+30 /h"; words where nobody knows the sign.
    pub text: String,
    until: f64,
}

/// The differences that are shown now, by the key of their figure.
#[derive(Debug, Default)]
pub(super) struct Flashes {
    shown: BTreeMap<&'static str, Difference>,
    /// Versions at the start of the gesture that is under way, so that a drag shows what it changes
    /// in all and not from frame to frame.
    from: BTreeMap<&'static str, Version>,
}

impl Flashes {
    /// Notes the change from one version to the next; during a gesture, from its start.
    pub fn note(&mut self, words: &Wording, before: &Version, after: &Version, now: f64) {
        for (key, figure, of) in WATCHED {
            let new = of(&after.analysis);
            // A number half typed is none that the next letter could be compared with: what counts
            // is what stood there before, and where nothing stood there is no difference.
            let start = self.from.entry(key).or_insert_with(|| before.clone());
            let then = of(&start.analysis);
            let grown = match figure {
                FigureKey::Capacity => {
                    let per = words.units().per;
                    after.rate_hours(per) / start.rate_hours(per)
                }
                _ => 1.0,
            };
            // What stood there, in the unit of what stands there now.
            let old = &Figure { value: then.value.map(|value| value / grown), ..then.clone() };
            if old.value.is_none() || new.value.is_none() {
                self.shown.remove(key);
                continue;
            }
            let size = (new.value.unwrap_or(0.0) - old.value.unwrap_or(0.0)).abs();
            let size = || match amount(figure, size) {
                // What lies between two shares is points, not per cent.
                Amount::Share(share) => {
                    let number = words.number(share * 100.0);
                    words.with("compare-points", &[("number", number.into())])
                }
                amount => words.amount(amount),
            };
            let course = Course::of(&start.scenario, &after.scenario);
            let text = match direction(&course, figure, [then, old, new], grown) {
                Direction::Up => format!("+{}", size()),
                Direction::Down => format!("−{}", size()),
                Direction::Level => {
                    self.shown.remove(key);
                    continue;
                }
                Direction::Unknown => words.text("compare-uncertain").to_owned(),
            };
            self.shown.insert(key, Difference { text, until: now + STAYS });
        }
    }

    /// Forgets what is over; answers in how many seconds the next one will be.
    pub fn expire(&mut self, now: f64, in_gesture: bool) -> Option<f64> {
        self.shown.retain(|_, difference| difference.until > now);
        if !in_gesture {
            self.from.clear();
        }
        self.shown.values().map(|difference| difference.until - now).reduce(f64::min)
    }

    /// Forgets everything, as for another file.
    pub fn clear(&mut self) {
        self.shown.clear();
        self.from.clear();
    }

    /// The difference of a figure, if it changed a moment ago.
    pub fn difference(&self, key: &str) -> Option<&Difference> {
        self.shown.get(key)
    }
}

/// Where a figure went, whose unit holds `grown` times as much as before: in a longer day as many
/// per hour are more. It was known as `then`, which is `old` in the unit of `new`.
fn direction(
    course: &Course<'_>,
    figure: FigureKey,
    [then, old, new]: [&Figure; 3],
    grown: f64,
) -> Direction {
    let by_hour = course.direction(figure, then, new);
    match by_hour {
        _ if grown.total_cmp(&1.0).is_eq() => by_hour,
        Direction::Level if grown > 1.0 => Direction::Up,
        Direction::Level => Direction::Down,
        _ => direction_of(old, new),
    }
}

/// A figure that is watched: the key of its name, what it is, and where it stands.
type Watched = (&'static str, FigureKey, fn(&Analysis) -> &Figure);

const WATCHED: [Watched; 5] = [
    ("figure-capacity", FigureKey::Capacity, |a| &a.capacity_per_hour),
    ("figure-demand", FigureKey::Capacity, |a| &a.demand_per_hour),
    ("figure-utilisation", FigureKey::Utilisation, |a| &a.utilisation),
    ("figure-throughput-time", FigureKey::ThroughputTime, |a| &a.throughput_time_s),
    ("figure-rush-order-time", FigureKey::RushOrderTime, |a| &a.rush_order_time_s),
];

fn amount(figure: FigureKey, value: f64) -> Amount<'static> {
    match figure {
        FigureKey::Capacity => Amount::PerHour(value),
        FigureKey::Utilisation => Amount::Points(value),
        _ => Amount::Seconds(value),
    }
}
