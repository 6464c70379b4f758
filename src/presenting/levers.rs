//! What can be turned at a stop: the document stays as it is, the sandbox follows while it is turned.

use std::collections::BTreeMap;

use crate::analysis::Analysis;
use crate::blueprint::{HeldBack, Quantity, Role, RoleId, Scenario, Step, StepId, Stop, StopLever};
use crate::editor::Edit;

/// Something that can be turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lever {
    /// How many of a role there are.
    People(RoleId),
    /// How long a step takes, in seconds.
    Time(StepId),
    /// Customers per hour.
    Demand,
}

/// How far a lever goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeverRange {
    /// What it is without the lever.
    pub today: f64,
    /// Its lowest value.
    pub least: f64,
    /// Its highest value.
    pub most: f64,
    /// By how much a press turns it.
    pub step: f64,
}

/// The levers of a stop, and where those that were turned stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Levers {
    offered: Vec<(Lever, LeverRange)>,
    turned: BTreeMap<Lever, f64>,
}

/// At most so many stand side by side.
const MOST: usize = 4;
/// Of so many steps that limit the service there are levers.
const STEPS: usize = 2;

impl Levers {
    /// The levers that a stop names; where it names none, the people and the time of the bottleneck, unless it is held
    /// back, and the demand. `figures` are those of the scenario.
    #[must_use]
    pub fn of(stop: &Stop, scenario: &Scenario, figures: &Analysis) -> Self {
        let few: &[StopLever] = if stop.holds(HeldBack::Bottleneck) {
            // Which role could be turned would tell whom everybody waits for.
            &[StopLever::Demand]
        } else {
            &[StopLever::Headcount, StopLever::Time, StopLever::Demand]
        };
        let mut kinds: Vec<StopLever> = stop.lever_kinds().collect();
        if kinds.is_empty() {
            kinds.extend(few);
        }
        let limiting = || figures.bottleneck.iter().take(STEPS);
        let mut offered: Vec<Lever> = Vec::new();
        for kind in kinds {
            match kind {
                StopLever::Demand => offered.push(Lever::Demand),
                StopLever::Headcount => {
                    let steps = limiting().filter_map(|step| scenario.steps().get(step));
                    let needs = steps.flat_map(|step| &step.needs);
                    offered.extend(needs.flat_map(|need| &need.roles).copied().map(Lever::People));
                }
                StopLever::Time => offered.extend(limiting().copied().map(Lever::Time)),
            }
        }
        let mut known = Self::default();
        for lever in offered {
            let is_new = !known.offered.iter().any(|(other, _)| *other == lever);
            if let Some(range) = range(lever, scenario, figures).filter(|_| is_new)
                && known.offered.len() < MOST
            {
                known.offered.push((lever, range));
            }
        }
        known
    }

    /// The levers with how far they go.
    #[must_use]
    pub fn offered(&self) -> &[(Lever, LeverRange)] {
        &self.offered
    }

    /// Where a lever stands.
    #[must_use]
    pub fn value(&self, lever: Lever) -> Option<f64> {
        let range = self.range(lever)?;
        Some(self.turned.get(&lever).copied().unwrap_or(range.today))
    }

    /// Whether a lever was turned.
    #[must_use]
    pub fn is_turned(&self, lever: Lever) -> bool {
        self.turned.contains_key(&lever)
    }

    /// Whether any was.
    #[must_use]
    pub fn are_turned(&self) -> bool {
        !self.turned.is_empty()
    }

    /// Puts a lever where it is wanted, within its range; answers whether it goes so far.
    pub fn set(&mut self, lever: Lever, wanted: f64) -> bool {
        let Some(range) = self.range(lever).filter(|_| wanted.is_finite()) else { return true };
        let value = wanted.clamp(range.least, range.most);
        if (value - range.today).abs() < 1e-9 * range.today.abs().max(1.0) {
            self.turned.remove(&lever);
        } else {
            self.turned.insert(lever, value);
        }
        (wanted - value).abs() <= 1e-9 * value.abs().max(1.0)
    }

    /// Turns a lever by so many steps; answers whether it moved.
    pub(super) fn turn(&mut self, lever: Lever, steps: f64) -> bool {
        let (Some(range), Some(value)) = (self.range(lever), self.value(lever)) else {
            return false;
        };
        self.set(lever, value + steps * range.step);
        self.value(lever).is_some_and(|now| (now - value).abs() > 1e-9 * value.abs().max(1.0))
    }

    /// Puts a lever back.
    pub fn put_back(&mut self, lever: Lever) {
        self.turned.remove(&lever);
    }

    /// Puts all back.
    pub fn put_all_back(&mut self) {
        self.turned.clear();
    }

    /// How far a lever goes.
    #[must_use]
    pub fn range(&self, lever: Lever) -> Option<LeverRange> {
        self.offered.iter().find(|(other, _)| *other == lever).map(|(_, range)| *range)
    }

    /// What makes of the scenario as it is what the levers say; nothing where none was turned.
    #[must_use]
    pub fn edits(&self, scenario: &Scenario) -> Vec<Edit> {
        let mut demand = scenario.demand().clone();
        let (mut edits, mut steps) = (Vec::new(), Vec::new());
        for (lever, value) in &self.turned {
            match lever {
                Lever::Demand => {
                    if let Ok(rate) = Quantity::new(*value) {
                        demand = demand.at_rate(rate);
                    }
                }
                Lever::People(id) => {
                    let Some(role) = scenario.roles().get(id) else { continue };
                    let day = scenario.demand().day.as_deref();
                    edits.push(Edit::SetRole(*id, role.with_headcount(heads(*value), day)));
                }
                Lever::Time(id) => {
                    let Some(step) = scenario.steps().get(id) else { continue };
                    let scaled = step.time.as_ref().and_then(|time| {
                        let mean = time.mean_s();
                        time.scaled(value / mean).ok().filter(|_| mean > 0.0)
                    });
                    if let Some(time) = scaled {
                        let changed = Step { time: Some(time), ..Step::clone(step) };
                        steps.push((*id, changed));
                    }
                }
            }
        }
        if demand != *scenario.demand() {
            edits.push(Edit::SetDemand(demand));
        }
        if !steps.is_empty() {
            edits.push(Edit::SetSteps(steps));
        }
        edits
    }
}

/// A number of people; levers stay within what a role may have.
// A value within a range of whole numbers that is far below the largest one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 0 and MOST")]
fn heads(value: f64) -> u32 {
    value.round().clamp(0.0, f64::from(Role::MOST)) as u32
}

/// How far a lever goes; `None` where there is nothing to turn.
fn range(lever: Lever, scenario: &Scenario, figures: &Analysis) -> Option<LeverRange> {
    Some(match lever {
        Lever::People(role) => {
            let today = f64::from(scenario.roles().get(&role)?.headcount);
            LeverRange { today, least: 1.0_f64.min(today), most: (2.0 * today).max(3.0), step: 1.0 }
        }
        Lever::Time(step) => {
            let today = scenario.steps().get(&step)?.time.as_ref()?.mean_s();
            if today <= 0.0 {
                return None;
            }
            let step = round_step(today / 20.0);
            LeverRange { today, least: today / 2.0, most: today * 1.5, step }
        }
        Lever::Demand => {
            let today = scenario.demand().steady_rate()?.get();
            let rates = [&figures.demand_per_hour, &figures.capacity_per_hour];
            let most = rates.into_iter().filter_map(|rate| rate.value).fold(today, f64::max) * 2.0;
            if most <= 0.0 {
                return None;
            }
            LeverRange { today, least: 0.0, most, step: round_step(most / 60.0) }
        }
    })
}

/// A round number near another: 1, 2 or 5 with noughts.
fn round_step(about: f64) -> f64 {
    let sizes =
        [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0];
    sizes.into_iter().find(|size| *size >= about * 0.75).unwrap_or(1000.0)
}
