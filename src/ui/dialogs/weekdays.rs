//! Counts of several days of the week came: are they to be one day, or one scenario for each?

use egui::Ui;

use crate::blueprint::{Demand, Refusal, Scenario};
use crate::editor::{DocumentEdit, Edit};
use crate::exchange::Counts;
use crate::ui::app::App;
use crate::ui::view_context::BottomTab;

use super::{DialogView, Message, buttons, main_button, title};

/// Counts with dates of more than one day of the week.
#[derive(Clone, Debug)]
pub(in crate::ui) struct AskWeekdays(pub Counts);

impl DialogView for AskWeekdays {
    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let days = self.0.weekdays();
        let names: Vec<&str> = days.iter().map(|day| app.words.weekday(*day)).collect();
        let names = app.words.list(&names, names.len());
        title(ui, app.words.text("weekdays-title"));
        ui.label(app.words.with("weekdays-text", &[("days", names.into())]));
        let ctx = ui.ctx().clone();
        let [mean, each, cancel] = ["weekdays-mean", "weekdays-each", "button-cancel"]
            .map(|key| app.words.text(key).to_owned());
        buttons(ui, |ui| {
            let edit = if main_button(ui, &mean) {
                one(app, &self.0)
            } else if ui.button(&each).clicked() {
                one_for_each(app, &self.0)
            } else {
                return ui.button(&cancel).clicked();
            };
            match edit {
                Ok(edit) => {
                    app.edit(&ctx, edit);
                    app.bottom.tab = BottomTab::Day;
                    let said = app.words.text("day-took-counts").to_owned();
                    app.notice.say(said, ctx.time());
                }
                Err(refusal) => {
                    let why = app.words.refusal(refusal).to_owned();
                    app.ask(Message::new(app.words.text("import-failed-title"), &why));
                }
            }
            true
        })
    }
}

/// The demand of a scenario with the counts of a day of the week, or of all of them.
fn demand(scenario: &Scenario, counts: &Counts, of: Option<u8>) -> Result<Edit, Refusal> {
    let demand = scenario.demand().with_a_day();
    let day = counts.day(demand.day.as_deref(), of)?;
    Ok(Edit::SetDemand(Demand { day: Some(Box::new(day)), ..demand }))
}

/// The mean of all of them as the day of the scenario that is shown.
fn one(app: &App, counts: &Counts) -> Result<DocumentEdit, Refusal> {
    demand(app.editor.scenario(), counts, None).map(DocumentEdit::from)
}

/// A copy of the scenario that is shown for each day of the week, from the first on behind it.
fn one_for_each(app: &App, counts: &Counts) -> Result<DocumentEdit, Refusal> {
    let (scenario, blueprint) = (app.editor.scenario(), app.editor.blueprint());
    let mut edits = Vec::new();
    // Each copy is put right behind the original: the last one comes first.
    for day in counts.weekdays().into_iter().rev() {
        let of_day = demand(scenario, counts, Some(day))?;
        let arguments = [("name", scenario.name().into()), ("day", app.words.weekday(day).into())];
        let name = app.words.with("weekdays-scenario", &arguments);
        let mut own = name.clone();
        let mut number = 2_u32;
        // Ends: each round asks for another name, and there are only so many scenarios.
        while blueprint.scenario_named(&own).is_some() {
            let arguments = [("name", name.as_str().into()), ("number", number.into())];
            own = app.words.with("scenario-numbered", &arguments);
            number += 1;
        }
        edits.push(DocumentEdit::DuplicateScenario(scenario.id(), own));
        edits.push(of_day.into());
    }
    Ok(DocumentEdit::Several(edits))
}
