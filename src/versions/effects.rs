//! The four figures that tell what a change does.

use crate::analysis::{Analysis, Figure, FigureKey};

/// Relative difference below which two figures are the same to rounding.
pub(super) const ROUNDING: f64 = 1e-9;

/// A figure that tells what a change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Customers per hour at most.
    Capacity,
    /// Seconds in the service on average, with waits.
    ThroughputTime,
    /// Seconds of it that are waits: throughput time − rush-order time.
    Wait,
    /// Money per customer.
    Cost,
}

impl Measure {
    /// All of them, in the order of the columns.
    pub const ALL: [Self; 4] = [Self::Capacity, Self::ThroughputTime, Self::Wait, Self::Cost];

    /// The compared figure that has its unit.
    #[must_use]
    pub fn key(self) -> FigureKey {
        match self {
            Self::Capacity => FigureKey::Capacity,
            Self::ThroughputTime | Self::Wait => FigureKey::ThroughputTime,
            Self::Cost => FigureKey::Cost,
        }
    }

    fn of(self, analysis: &Analysis) -> Option<f64> {
        let value = |figure: &Figure| figure.value.filter(|value| value.is_finite());
        match self {
            Self::Capacity => value(&analysis.capacity_per_hour),
            Self::ThroughputTime => value(&analysis.throughput_time_s),
            Self::Wait => {
                let whole = value(&analysis.throughput_time_s)?;
                Some((whole - value(&analysis.rush_order_time_s)?).max(0.0))
            }
            Self::Cost => value(&analysis.cost_per_customer),
        }
    }
}

/// An amount of each measure; `None` where one is not known.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Effects([Option<f64>; 4]);

impl Effects {
    /// What an analysis says.
    pub(super) fn measured(analysis: &Analysis) -> Self {
        Self(Measure::ALL.map(|measure| measure.of(analysis)))
    }

    /// The amount of a measure.
    #[must_use]
    pub fn get(&self, measure: Measure) -> Option<f64> {
        // Taken apart, so that no index can be wrong.
        let Self([capacity, throughput_time, wait, cost]) = *self;
        match measure {
            Measure::Capacity => capacity,
            Measure::ThroughputTime => throughput_time,
            Measure::Wait => wait,
            Measure::Cost => cost,
        }
    }

    /// By how much it grows to another; differences of rounding are none.
    pub(super) fn to(self, later: &Self) -> Self {
        Self(Measure::ALL.map(|measure| {
            let (was, is) = (self.get(measure)?, later.get(measure)?);
            let same = (is - was).abs() <= ROUNDING * was.abs().max(is.abs());
            Some(if same { 0.0 } else { is - was })
        }))
    }

    /// What is left of these when some are taken away; one that is not known takes nothing.
    pub(super) fn without(self, parts: &[Self]) -> Self {
        Self(Measure::ALL.map(|measure| {
            let whole = self.get(measure)?;
            let parts: Vec<f64> = parts.iter().filter_map(|part| part.get(measure)).collect();
            let left = whole - parts.iter().sum::<f64>();
            let most = parts.iter().fold(whole.abs(), |most, part| most.max(part.abs()));
            Some(if left.abs() <= ROUNDING * most { 0.0 } else { left })
        }))
    }

    /// Nothing, of what is known.
    pub(super) fn none(self) -> Self {
        Self(self.0.map(|value| value.map(|_| 0.0)))
    }

    /// How much it is beside what was there: the greatest share of the four.
    pub(super) fn weight(self, beside: &Self) -> f64 {
        let shares = Measure::ALL.into_iter().filter_map(|measure| {
            let (change, whole) = (self.get(measure)?.abs(), beside.get(measure)?.abs());
            Some(if whole > 0.0 { change / whole } else { change })
        });
        shares.fold(0.0, f64::max)
    }

    /// Whether one of them is not nothing.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.0.iter().flatten().any(|value| value.abs() > 0.0)
    }
}
