//! What each customer asks of whom, and what there is of it, for who plans with it.

use super::loads::{Block, Loads, Supply};
use super::service::Service;
use smallvec::smallvec;

use crate::analysis::result::{Basis, Lack, Pool};
use crate::blueprint::{RoleId, Scenario};
use crate::process::Process;

/// What there is of a role, of a step's places, of a server that was assumed.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Of what: one role, or the places or the server of a step.
    pub pool: Pool,
    /// How many units.
    pub units: u32,
    /// The part of their time in which they are there, 1 but for roles.
    pub availability: f64,
}

/// Work that the same units can do, so many of them at once.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedWork {
    /// Positions in [`Workload::offers`] of those who can do it; never empty.
    pub by: Vec<usize>,
    /// How many units at once.
    pub count: u32,
    /// Seconds of units’ time per customer.
    pub work_s: f64,
}

/// All that a service asks of its units for one customer.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Workload {
    /// What there is: roles that some step needs in document order, then places and servers.
    pub offers: Vec<Offer>,
    /// What is asked.
    pub works: Vec<AskedWork>,
    /// Whether all that there is can surely be worked up, so that a plan that fits is one that holds.
    pub is_attained: bool,
    /// What keeps it from being known; the rest counts only where this is empty.
    pub lacks: Vec<Lack>,
}

/// What a customer of a service asks of whom, on average over the ways through it: visits × (time + set-up) × units ÷
/// batch, kept units for as long as they are kept. Near-linear.
#[must_use]
pub fn workload(scenario: &Scenario, process: &Process) -> Workload {
    let service = Service::new(scenario, process);
    let mut found = Workload {
        is_attained: service.basis == Basis::Exact,
        lacks: service.lacks.clone(),
        ..Workload::default()
    };
    let Loads { blocks, .. } = &service.loads;
    for block in blocks {
        found.add(block);
    }
    found
}

impl Workload {
    fn add(&mut self, block: &Block) {
        let first = self.offers.len();
        let offer = |pool, units, availability| Offer { pool, units, availability };
        match &block.supply {
            Supply::Roles(units) => self.offers.extend(
                units
                    .iter()
                    .map(|unit| offer(one_role(unit.role), unit.headcount, unit.availability)),
            ),
            Supply::Places(step, count) => {
                self.offers.push(offer(Pool::Places(*step), *count, 1.0));
            }
            Supply::Assumed(step, count) => {
                self.offers.push(offer(Pool::Assumed(*step), *count, 1.0));
            }
        }
        for sum in &block.sums {
            let by = match sum.roles.as_slice() {
                [] => vec![first],
                roles => roles.iter().map(|role| first + role).collect(),
            };
            self.works.push(AskedWork { by, count: sum.count, work_s: sum.work_s });
        }
    }
}

fn one_role(role: RoleId) -> Pool {
    Pool::Roles(smallvec![role])
}
