//! A scenario as it is in one interval of its day.

use std::sync::Arc;

use super::day::Day;
use super::quantity::Quantity;
use super::resources::{Demand, Role};
use super::scenario::Scenario;
use super::shift::on_duty;

impl Scenario {
    /// The scenario of one interval of its day, as if that went on for ever: the customers per hour who come
    /// then, planned ones included, and of each role the fewest who are on duty at any minute of it. It has no
    /// day and no shifts of its own. `None` without a day, or beyond its last interval. Linear in the roles'
    /// shifts and the minutes of the interval.
    #[must_use]
    pub fn at(&self, interval: usize) -> Option<Self> {
        let day = self.demand.day.as_deref().filter(|day| interval < day.intervals())?;
        let per_hour = Quantity::new(day.demand(interval, self.demand.per_hour)).ok();
        let mut scenario = self.clone();
        for (id, role) in &self.roles {
            let headcount = fewest_on_duty(role, day, interval);
            if headcount != role.headcount || !role.shifts.is_empty() {
                let role = Role { headcount, shifts: Vec::new(), ..Role::clone(role) };
                scenario.roles.insert(*id, Arc::new(role));
            }
        }
        scenario.demand = Demand { per_hour, day: None, ..self.demand.clone() };
        Some(scenario)
    }
}

/// The fewest of a role who are on duty at any minute of an interval; without shifts its headcount.
#[must_use]
pub fn fewest_on_duty(role: &Role, day: &Day, interval: usize) -> u32 {
    if role.shifts.is_empty() {
        return role.headcount;
    }
    let (from, to) = day.interval(interval);
    let open = day.open.minutes();
    let duty = (from..to).map(|minute| on_duty(&role.shifts, open + minute));
    duty.min().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Break, IdSource, Shift, TimeOfDay};

    #[test]
    fn an_hour_has_its_customers_and_the_fewest_on_duty() {
        let at = |hours: u32| TimeOfDay::new(hours * 60).unwrap();
        let mut ids = IdSource::default();
        let mut scenario = Scenario::empty("", &mut ids);
        let mut clerk = Role::new("Clerk", 0);
        let pause = Break { at: at(9), lasts: 30, paid: false };
        clerk.shifts = vec![
            Shift { breaks: vec![pause], ..Shift::new(at(8), at(11)) },
            Shift::new(at(8), at(10)),
        ];
        let clerk = scenario.add_role(clerk, &mut ids).unwrap();
        let nurse = Role { headcount: 3, ..Role::new("Nurse", 1) };
        let nurse = scenario.add_role(nurse, &mut ids).unwrap();
        let day =
            Day { per_hour: vec![10.into(), 20.into(), 30.into()], ..Day::new(at(8), at(11)) };
        let demand = Demand { day: Some(Box::new(day)), ..Demand::default() };
        scenario.set_demand(demand).unwrap();
        let found: Vec<_> = (0..4)
            .map(|hour| {
                let then = scenario.at(hour)?;
                let heads = [clerk, nurse].map(|id| then.roles()[&id].headcount);
                Some((then.demand().per_hour?.get(), heads))
            })
            .collect();
        assert_eq!(found, [Some((10.0, [2, 3])), Some((20.0, [1, 3])), Some((30.0, [1, 3])), None]);
        assert!(scenario.at(0).unwrap().demand().day.is_none());
    }
}
