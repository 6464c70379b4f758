//! Tables of a day from files: taken into the scenario that is shown, as one step or not at all.

use egui::Context;

use crate::blueprint::{Role, Scenario};
use crate::editor::Edit;
use crate::exchange::{DayTable, DayTableRefusal, put_day_table, read_counts};
use crate::ui::app::App;
use crate::ui::dialogs::AskWeekdays;
use crate::ui::view_context::BottomTab;

impl App {
    /// Takes a table of a day into the scenario that is shown, or says everything that is wrong with it.
    pub(super) fn take_day_table(&mut self, ctx: &Context, table: DayTable, text: &str) {
        self.editor.commit();
        if table == DayTable::Counts
            && let Ok(counts) = read_counts(text)
            && counts.weekdays().len() > 1
        {
            return self.ask(AskWeekdays(counts));
        }
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
            Err(DayTableRefusal::Mistakes(errors)) => {
                let why = self.words.day_table_errors(&errors);
                self.say_not_imported(&why);
            }
            Err(DayTableRefusal::Refused(refusal)) => {
                let why = self.words.refusal(refusal).to_owned();
                self.say_not_imported(&why);
            }
        }
    }
}

/// The edit that puts a table into a scenario, which gets a day where it has none.
fn edit(scenario: &Scenario, table: DayTable, text: &str) -> Result<Edit, DayTableRefusal> {
    let mut changed = scenario.clone();
    put_day_table(&mut changed, table, text)?;
    let mut edits = vec![Edit::SetDemand(changed.demand().clone())];
    for (id, role) in changed.roles() {
        if scenario.roles().get(id) != Some(role) {
            edits.push(Edit::SetRole(*id, Role::clone(role)));
        }
    }
    Ok(Edit::Several(edits))
}
