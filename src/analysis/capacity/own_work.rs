//! The work of single roles.

use super::loads::{Block, Load, Loads, Supply};
use crate::blueprint::{RoleId, StepId};
use crate::process::{NumberLists, sum_of};

/// The loads of a block that each of its roles can do, in document order; nothing for places.
pub(in crate::analysis) fn loads_by_role(block: &Block) -> NumberLists {
    let Supply::Roles(units) = &block.supply else { return NumberLists::of(0, &[]) };
    let loads = block.loads.iter().enumerate();
    let pairs: Vec<(usize, usize)> =
        loads.flat_map(|(at, load)| load.roles.iter().map(move |role| (*role, at))).collect();
    NumberLists::of(units.len(), &pairs)
}

/// What one role can do.
pub(in crate::analysis) struct OwnLoads<'a> {
    block: &'a Block,
    /// Its position in the supply.
    unit: usize,
    /// The positions of the loads that it can do.
    loads: &'a [usize],
}

impl<'a> OwnLoads<'a> {
    pub(in crate::analysis) fn of(
        block: &'a Block,
        role: RoleId,
        loads: impl Fn(usize) -> &'a [usize],
    ) -> Option<Self> {
        let Supply::Roles(units) = &block.supply else { return None };
        let unit = units.iter().position(|unit| unit.role == role)?;
        Some(Self { block, unit, loads: loads(unit) })
    }

    fn loads(&self) -> impl Iterator<Item = &Load> {
        self.loads.iter().map(|at| &self.block.loads[*at])
    }

    /// Seconds of its time per customer: what only it can do, and of what others can do too a part
    /// by its offer.
    pub(in crate::analysis) fn work_s(&self) -> f64 {
        sum_of(self.loads().map(|load| load.work_s() * part_of(self.block, self.unit, load)))
    }

    pub(in crate::analysis) fn steps(&self) -> Vec<StepId> {
        let mut steps: Vec<StepId> = self.loads().map(|load| load.step).collect();
        steps.dedup();
        steps
    }
}

/// The part of a load that a role does which can do it, by its offer.
fn part_of(block: &Block, unit: usize, load: &Load) -> f64 {
    if load.roles.len() == 1 {
        return 1.0;
    }
    let (_, offer) = block.supply.units(&load.roles);
    let (_, own) = block.supply.units(&[unit]);
    if offer > 0.0 { own / offer } else { 0.0 }
}

/// The block that a role works in, if any step needs it.
pub(in crate::analysis) fn hands_of(loads: &Loads, role: RoleId) -> Option<&Block> {
    loads.blocks.get(*loads.block_of_role.get(&role)?)
}

/// Seconds per customer that a role gives to each step, in document order; see
/// [`OwnLoads::work_s`].
pub(in crate::analysis) fn role_work_by_step(block: &Block, role: RoleId) -> Vec<(StepId, f64)> {
    let mut lines: Vec<(StepId, f64)> = Vec::new();
    for (step, seconds) in role_work(block, role).filter(|(_, seconds)| *seconds > 0.0) {
        match lines.last_mut().filter(|(last, _)| *last == step) {
            Some((_, sum)) => *sum += seconds,
            None => lines.push((step, seconds)),
        }
    }
    lines
}

fn role_work(block: &Block, role: RoleId) -> impl Iterator<Item = (StepId, f64)> {
    let at = match &block.supply {
        Supply::Roles(units) => units.iter().position(|unit| unit.role == role),
        Supply::Places(..) | Supply::Assumed(..) => None,
    };
    block.loads.iter().filter_map(move |load| {
        let at = at.filter(|at| load.roles.contains(at))?;
        Some((load.step, load.work_s() * part_of(block, at, load)))
    })
}
