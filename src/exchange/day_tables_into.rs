//! Tables of a day put into a scenario, whole or not at all.

use std::sync::Arc;

use super::day_tables::{DayTable, DayTableErrors, read_appointments, read_counts, read_shifts};
use crate::blueprint::{Day, Demand, Refusal, Role, RoleId, Scenario};

/// Why a table is not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum DayTableRefusal {
    /// Everything that is wrong with it.
    Mistakes(DayTableErrors),
    /// Why the scenario does not take what it says.
    Refused(Refusal),
}

/// Puts a table into a scenario, which gets a day where it has none: counts become its rates, appointments
/// replace its own, shifts those of the roles that are named.
///
/// # Errors
/// [`DayTableRefusal`]; the scenario is as it was.
pub fn put_day_table(
    scenario: &mut Scenario,
    table: DayTable,
    text: &str,
) -> Result<(), DayTableRefusal> {
    let demand = scenario.demand().with_a_day();
    let with = |change: &dyn Fn(&Day) -> Result<Day, Refusal>| -> Result<Demand, Refusal> {
        let day = demand.day.as_deref().map(change).transpose()?.map(Box::new);
        Ok(Demand { day, ..demand.clone() })
    };
    let mut changed = scenario.clone();
    match table {
        DayTable::Counts => {
            let counts = read_counts(text).map_err(DayTableRefusal::Mistakes)?;
            with(&|day| counts.day(Some(day), None)).and_then(|demand| changed.set_demand(demand))
        }
        DayTable::Appointments => {
            let appointments = read_appointments(text).map_err(DayTableRefusal::Mistakes)?;
            with(&|day| Ok(Day { appointments: appointments.clone(), ..day.clone() }))
                .and_then(|demand| changed.set_demand(demand))
        }
        DayTable::Shifts => {
            let named = |name: &str| -> Option<RoleId> {
                let wanted = name.trim().to_lowercase();
                let mut roles = scenario.roles().iter();
                roles.find(|(_, role)| role.name.to_lowercase() == wanted).map(|(id, _)| *id)
            };
            let shifts = read_shifts(text, named).map_err(DayTableRefusal::Mistakes)?;
            changed.set_demand(demand.clone()).and_then(|()| {
                shifts.into_iter().try_for_each(|(id, shifts)| {
                    let role = changed.roles().get(&id).map(Arc::clone).ok_or(Refusal::NotThere)?;
                    changed.set_role(id, Role { shifts, ..Role::clone(&role) })
                })
            })
        }
    }
    .map_err(DayTableRefusal::Refused)?;
    *scenario = changed;
    Ok(())
}
