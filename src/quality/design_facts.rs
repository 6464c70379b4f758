//! What the blueprint knows beside the stars of the design of a place (Chase & Stewart 1994 ask for facts beside
//! judgements): how it takes more customers, whether they have room, what is dangerous.

use super::assessment::Assessment;
use super::risks::SEVERE;
use crate::analysis::{Analysis, analyse};
use crate::blueprint::{Places, Quantity, Scenario};

/// By how much the demand rises in the question how flexible a service is.
pub const MORE: f64 = 0.2;

/// Facts beside the stars.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct DesignFacts {
    /// Seconds that a customer waits in a visit, today and at a demand that is higher by [`MORE`]; none where the
    /// service could not keep up, or where it is not known.
    pub waits_s: (Option<f64>, Option<f64>),
    /// Whether the service could keep up with the higher demand; `None` where that is not known.
    pub keeps_up: Option<bool>,
    /// How many customers are inside on average, and how many places its steps have.
    pub inside: Option<(f64, u32)>,
    /// How many severe failures nothing guards against.
    pub unguarded: usize,
}

/// Those of a scenario from its figures. One more analysis.
#[must_use]
pub fn design_facts(scenario: &Scenario, analysis: &Analysis, found: &Assessment) -> DesignFacts {
    let mut places = 0_u32;
    for step in scenario.steps().values() {
        if let Some(Places::Count(count)) = step.places {
            places = places.saturating_add(count.get());
        }
    }
    let severe = |risk: &&super::risks::RiskFigures| {
        let fail = scenario.steps().get(&risk.step).and_then(|step| step.fail.as_ref());
        fail.is_some_and(|fail| {
            fail.guard.trim().is_empty()
                && fail.severity.is_some_and(|severity| severity.get() >= SEVERE)
        })
    };
    let more = higher(scenario);
    let keeps_up = more.as_ref().and_then(|more| more.utilisation.value).map(|busy| busy < 1.0);
    DesignFacts {
        waits_s: (
            waits(analysis),
            more.as_ref().filter(|_| keeps_up == Some(true)).and_then(waits),
        ),
        keeps_up,
        inside: analysis.wip.value.filter(|_| places > 0).map(|inside| (inside, places)),
        unguarded: found.risks.iter().filter(severe).count(),
    }
}

/// The figures at the higher demand.
fn higher(scenario: &Scenario) -> Option<Analysis> {
    let rate = scenario.demand().per_hour?.get() * (1.0 + MORE);
    let mut changed = scenario.clone();
    changed.set_demand(changed.demand().at_rate(Quantity::new(rate).ok()?)).ok()?;
    Some(analyse(&changed))
}

/// How long a customer waits in a visit.
fn waits(analysis: &Analysis) -> Option<f64> {
    Some(analysis.experience.waiting_share.value? * analysis.throughput_time_s.value?)
}
