//! Tables of a day from files: taken into the scenario that is shown, as one step or not at all.

use egui::Context;

use crate::blueprint::{Day, Demand, Role, RoleId, Scenario};
use crate::editor::Edit;
use crate::exchange::{DayTable, DayTableErrors, read_appointments, read_counts, read_shifts};
use crate::ui::app::App;
use crate::ui::view_context::BottomTab;

/// Why a table is not taken.
#[derive(Debug)]
enum NotTaken {
    Mistakes(DayTableErrors),
    Refused(crate::blueprint::Refusal),
}

impl App {
    /// Takes a table of a day into the scenario that is shown, or says everything that is wrong with it.
    pub(super) fn take_day_table(&mut self, ctx: &Context, table: DayTable, text: &str) {
        self.editor.commit();
        match edit(self.editor.scenario(), table, text) {
            Ok(edit) => {
                self.edit(ctx, edit);
                self.bottom.tab = BottomTab::Day;
                let said = self.words.text(match table {
                    DayTable::Counts => "day-took-counts",
                    DayTable::Appointments => "day-took-appointments",
                    DayTable::Shifts => "day-took-shifts",
                });
                self.notice.say(said.to_owned(), ctx.time());
            }
            Err(NotTaken::Mistakes(errors)) => {
                let why = self.words.day_table_errors(&errors);
                self.say_not_imported(&why);
            }
            Err(NotTaken::Refused(refusal)) => {
                let why = self.words.refusal(refusal).to_owned();
                self.say_not_imported(&why);
            }
        }
    }
}

/// The edit that puts a table into a scenario, which gets a day where it has none.
fn edit(scenario: &Scenario, table: DayTable, text: &str) -> Result<Edit, NotTaken> {
    let demand = scenario.demand().with_a_day();
    let with = |change: &dyn Fn(&Day) -> Result<Day, NotTaken>| {
        let day = demand.day.as_deref().map(change).transpose()?.map(Box::new);
        Ok(Edit::SetDemand(Demand { day, ..demand.clone() }))
    };
    match table {
        DayTable::Counts => {
            let counts = read_counts(text).map_err(NotTaken::Mistakes)?;
            with(&|day| counts.day(Some(day), None).map_err(NotTaken::Refused))
        }
        DayTable::Appointments => {
            let appointments = read_appointments(text).map_err(NotTaken::Mistakes)?;
            with(&|day| Ok(Day { appointments: appointments.clone(), ..day.clone() }))
        }
        DayTable::Shifts => {
            let named = |name: &str| -> Option<RoleId> {
                let wanted = name.trim().to_lowercase();
                let mut roles = scenario.roles().iter();
                roles.find(|(_, role)| role.name.to_lowercase() == wanted).map(|(id, _)| *id)
            };
            let mut edits = vec![Edit::SetDemand(demand.clone())];
            for (id, shifts) in read_shifts(text, named).map_err(NotTaken::Mistakes)? {
                if let Some(role) = scenario.roles().get(&id) {
                    edits.push(Edit::SetRole(id, Role { shifts, ..Role::clone(role) }));
                }
            }
            Ok(Edit::Several(edits))
        }
    }
}
