//! How a scenario is simulated, in a file.

use serde::Deserialize;

use crate::blueprint::{Order, Refusal, SimulationRules};
use crate::storage::at::{At, Fault};
use crate::storage::file_values::Written;
use crate::storage::row::Row;
use crate::storage::words::FileOrder;

/// How a scenario is simulated.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileSimulation {
    pub order: Option<FileOrder>,
    pub promise: Option<Written>,
    pub seed: Option<f64>,
}

/// Checks what a file says.
pub fn read(at: &At<'_>, file: &FileSimulation) -> Result<SimulationRules, Fault> {
    let mut rules = SimulationRules {
        order: at.field("order").word(file.order).unwrap_or_default(),
        promise: at.field("promise").span(file.promise.as_ref())?,
        ..SimulationRules::default()
    };
    if let Some(seed) = file.seed {
        let at = at.field("seed");
        // Whatever else is wrong with it, it is told the bounds.
        rules.seed = at
            .small(seed, 0..=i64::from(u32::MAX))
            .map_err(|_| at.refuse(&seed, Refusal::SeedRange))?;
    }
    Ok(rules)
}

/// The rules as a row.
pub fn row(rules: SimulationRules) -> Row {
    let usual = SimulationRules::default();
    let order = match rules.order {
        Order::FirstCome => None,
        Order::LongestInside => Some("LongestInside"),
    };
    Row::default()
        .some("order", order)
        .quoted("promise", rules.promise)
        .some("seed", (rules.seed != usual.seed).then_some(rules.seed))
}
