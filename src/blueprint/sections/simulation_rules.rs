//! How a scenario is simulated: who comes first, what is promised, where random numbers start.

use super::Section;
use crate::blueprint::time::Span;

/// Who comes first among those who wait for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// Who has waited longest here.
    #[default]
    FirstCome,
    /// Who has been in the service longest.
    LongestInside,
}

impl Order {
    /// Both.
    pub const ALL: [Self; 2] = [Self::FirstCome, Self::LongestInside];
}

/// How a scenario is simulated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SimulationRules {
    /// Who comes first.
    pub order: Order,
    /// The target for the whole visit.
    pub promise: Option<Span>,
    /// Where the random numbers start.
    pub seed: u32,
}

impl Default for SimulationRules {
    fn default() -> Self {
        Self { order: Order::default(), promise: None, seed: 1 }
    }
}

impl Section for SimulationRules {
    const NAME: &'static str = "simulation";
}
