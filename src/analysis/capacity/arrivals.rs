//! Demand: who arrives, and what follows from it at a capacity.

use crate::analysis::result::{Band, Basis, Figure, Lack, inverse};
use crate::blueprint::{Quantity, Scenario};

const HOUR_S: f64 = 3600.0;

/// Arrivals per hour; `None` where nobody says how many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::analysis) struct Arrivals(pub(in crate::analysis) Option<f64>);

impl Arrivals {
    /// Those that the scenario states.
    pub(in crate::analysis) fn of(scenario: &Scenario) -> Self {
        Self(scenario.demand().steady_rate().map(Quantity::get))
    }

    /// How many, as a figure.
    pub(in crate::analysis) fn per_hour(self) -> Figure {
        self.0.map_or_else(|| Figure::lacking([Lack::Demand]), Figure::exact)
    }

    /// Demand ÷ a capacity. What nothing limits is not used up.
    pub(in crate::analysis) fn utilisation(self, capacity: &Figure) -> Figure {
        match self.0 {
            None => Figure::lacking([Lack::Demand]),
            Some(demand) => inverse(capacity, |capacity| demand / capacity),
        }
    }

    /// The smaller of demand and capacity; capacity without demand, demand without a limit.
    pub(in crate::analysis) fn output(self, capacity: &Figure) -> Figure {
        match (self.0, capacity.value) {
            (Some(demand), Some(most)) if most < demand => Figure::new(most, capacity.basis),
            // If it can do less than it seems, so does what comes out.
            (Some(demand), Some(_)) => Figure::new(demand, capacity.basis),
            (Some(demand), None) if capacity.lacks == [Lack::Limit] => Figure::exact(demand),
            (_, _) => capacity.clone(),
        }
    }

    /// By how many customers an hour a queue grows, where more come than can be served.
    pub(in crate::analysis) fn growth(self, capacity: &Figure) -> Figure {
        match self.0 {
            None => Figure::lacking([Lack::Demand]),
            Some(_) if capacity.lacks == [Lack::Limit] => Figure::exact(0.0),
            Some(demand) => inverse(capacity, |capacity| (demand - capacity).max(0.0)),
        }
    }

    /// Customers who wait on average, at so many visits each.
    pub(in crate::analysis) fn queue_length(self, wait_s: &Figure, visits: f64) -> Figure {
        match (wait_s.value, self.0) {
            (Some(seconds), Some(demand)) => {
                let basis = match wait_s.basis.band() {
                    // A band in seconds is none in customers.
                    Some(Band::Seconds(_)) => Basis::APPROXIMATE,
                    _ => wait_s.basis.elsewhere(),
                };
                Figure::new(demand / HOUR_S * visits * seconds, basis)
            }
            (Some(_), None) => Figure::lacking([Lack::Demand]),
            (None, _) => wait_s.clone(),
        }
    }
}
