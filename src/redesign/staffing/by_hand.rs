//! Plans whose shifts somebody moved by hand: what they bring is simulated, nothing is proven.

use super::heads::{merged, paid_hours, shifts_of, with_shifts};
use super::question::{Staffing, StaffingQuestion, StaffingRefusal};
use super::rehearsal::Rehearsal;
use super::repair::missed;
use super::{checked_days, fewest_on_duty};
use crate::blueprint::{Quantity, RoleId};
use crate::planning::{PlannedShift, Rota};
use crate::simulation::SpreadParts;

impl Staffing {
    /// The same with other shifts of a role, in their order. What holds is as it was until
    /// [`staffing_tried`] says it anew.
    #[must_use]
    pub fn with_other_shifts(&self, id: RoleId, shifts: &[PlannedShift]) -> Self {
        let mut plan = self.clone();
        let Some(day) = self.scenario.demand().day.as_deref() else { return plan };
        for role in plan.roles.iter_mut().filter(|role| role.role == id) {
            let rota = Rota {
                paid_min: shifts.iter().map(|it| u64::from(it.paid_min() * it.count)).sum(),
                people: shifts.iter().map(|it| u64::from(it.count)).sum(),
                shifts: shifts.to_vec(),
                ..role.rota.clone()
            };
            plan.scenario = with_shifts(plan.scenario.clone(), id, merged(shifts_of(&rota)));
            role.rota = rota;
            role.one_less = None;
            if let Some(then) = plan.scenario.roles().get(&id) {
                role.duty = fewest_on_duty(then, day);
                role.paid_hours = paid_hours(then, day);
                let rate = then.cost_per_hour.map(Quantity::get);
                role.cost = rate.map(|rate| rate * role.paid_hours);
            }
        }
        plan.cost_per_day = plan.roles.iter().map(|role| role.cost).sum();
        plan
    }
}

/// What holds with the shifts of a plan, on the days of its check.
///
/// # Errors
/// Why that cannot be said.
pub fn staffing_tried(
    plan: &Staffing,
    question: &StaffingQuestion,
    spread: &SpreadParts<'_>,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Result<Staffing, StaffingRefusal> {
    let planned: Vec<RoleId> = plan.roles.iter().map(|role| role.role).collect();
    let rehearsal = Rehearsal { question, planned: &planned, spread, cancelled };
    let seen = rehearsal.days(&plan.scenario, checked_days(question))?;
    let mut tried = plan.clone();
    for (at, role) in tried.roles.iter_mut().enumerate() {
        let of = seen.roles.get(at).into_iter().flatten();
        role.held = of.map(|seen| seen.held).collect();
        role.overtime_hours = seen.overtime_hours.get(at).copied().flatten();
    }
    tried.holds = seen.roles.iter().all(|seen| missed(seen, plan.target).next().is_none());
    Ok(tried)
}
