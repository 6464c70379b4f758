//! Which day is played.

use super::stage::Stage;
use crate::simulation::Replication;

/// Of so many days the typical and the bad one are chosen.
const LOOKED_AT: u32 = 20;

/// Which day is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Which {
    /// That whose mean wait is the median of the first twenty days; of the two in the middle the lower one.
    #[default]
    Typical,
    /// That with the second longest mean wait of the first twenty.
    Bad,
    /// By its number, from zero.
    Number(u32),
}

impl Which {
    /// The number of the day. `None` if it was cancelled, or a day is too much to be simulated.
    #[must_use]
    pub fn number(self, stage: &Stage, cancelled: &dyn Fn() -> bool) -> Option<u32> {
        let place = match self {
            Self::Number(number) => return Some(number),
            Self::Typical => LOOKED_AT / 2 - 1,
            Self::Bad => LOOKED_AT - 2,
        };
        let mut days: Vec<(f64, u32)> = Vec::new();
        for number in 0..LOOKED_AT {
            let mut replication = Replication::new(&stage.model, stage.seed, number);
            let day = replication.run_day(&stage.model, cancelled)?.all();
            if replication.too_much().is_some() || cancelled() {
                return None;
            }
            let served = day.served.max(1);
            days.push((day.idle as f64 / served as f64, number));
        }
        days.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        days.get(place as usize).map(|(_, number)| *number)
    }
}
