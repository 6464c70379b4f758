//! What changed a moment ago: a figure that moved shows its difference for a second or two.

use std::collections::BTreeMap;

use crate::analysis::{Analysis, Figure};
use crate::wording::{Amount, Wording};

/// How long a difference stays, in seconds.
const STAYS: f64 = 2.0;

/// A difference to show.
#[derive(Clone, Debug)]
pub(super) struct Difference {
    /// Such as "+30 /h".
    pub text: String,
    until: f64,
}

/// The differences that are shown now, by the key of their figure.
#[derive(Debug, Default)]
pub(super) struct Flashes {
    shown: BTreeMap<&'static str, Difference>,
    /// Values at the start of the gesture that is under way, so that a drag shows what it changes
    /// in all and not from frame to frame.
    from: BTreeMap<&'static str, f64>,
}

impl Flashes {
    /// Notes the change from one analysis to the next; `in_gesture` keeps the start.
    pub fn note(&mut self, words: &Wording, before: &Analysis, after: &Analysis, now: f64) {
        for ((key, old), (_, new)) in watched(before).into_iter().zip(watched(after)) {
            let (Some(old), Some(new)) = (old.value, new.value) else {
                self.shown.remove(key);
                self.from.remove(key);
                continue;
            };
            let start = *self.from.entry(key).or_insert(old);
            let difference = new - start;
            if difference.abs() <= 1e-9 * start.abs().max(1e-9) {
                self.shown.remove(key);
                continue;
            }
            let sign = if difference > 0.0 { "+" } else { "−" };
            let size = words.amount(amount(key, difference.abs()));
            let text = format!("{sign}{size}");
            self.shown.insert(key, Difference { text, until: now + STAYS });
        }
    }

    /// Forgets what is over; answers in how many seconds the next one will be.
    pub fn expire(&mut self, now: f64, in_gesture: bool) -> Option<f64> {
        self.shown.retain(|_, difference| difference.until > now);
        if !in_gesture {
            let shown = &self.shown;
            self.from.retain(|key, _| shown.contains_key(key));
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

fn watched(analysis: &Analysis) -> [(&'static str, &Figure); 5] {
    [
        ("figure-capacity", &analysis.capacity_per_hour),
        ("figure-demand", &analysis.demand_per_hour),
        ("figure-utilisation", &analysis.utilisation),
        ("figure-throughput-time", &analysis.throughput_time_s),
        ("figure-rush-order-time", &analysis.rush_order_time_s),
    ]
}

fn amount(key: &str, value: f64) -> Amount<'static> {
    match key {
        "figure-capacity" | "figure-demand" => Amount::PerHour(value),
        "figure-utilisation" => Amount::Points(value),
        _ => Amount::Seconds(value),
    }
}
