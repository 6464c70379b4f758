//! Asks what becomes of the rest before something is removed that holds it.

use egui::{Button, Ui};

use crate::blueprint::{LaneId, LaneSteps, LinkEnd, LinkKind, StepId};
use crate::editor::Edit;
use crate::ui::app::App;

use super::{DialogView, buttons, title};

/// A lane that holds steps is to be removed.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct AskRemoveLane(pub LaneId);

impl DialogView for AskRemoveLane {
    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let Self(lane) = *self;
        let scenario = std::sync::Arc::clone(app.editor.scenario());
        if !scenario.lanes().contains_key(&lane) {
            return true;
        }
        let name = app.words.lane(&scenario, lane).into_owned();
        title(ui, &app.words.with("remove-lane-title", &[("name", name.into())]));
        let held = scenario.steps().values().filter(|step| step.lane == lane).count();
        let count = app.words.counted("steps", held);
        ui.label(app.words.with("remove-lane-text", &[("steps", count.into())]));
        let ctx = ui.ctx().clone();
        let mut done = false;
        egui::ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
            for id in scenario.lanes().keys() {
                if *id == lane {
                    continue;
                }
                let to = app.words.lane(&scenario, *id).into_owned();
                let text = app.words.with("remove-lane-move", &[("name", to.into())]);
                if ui.add(Button::new(text).truncate()).clicked() {
                    app.edit(&ctx, Edit::RemoveLane(lane, LaneSteps::MoveTo(*id)));
                    done = true;
                }
            }
        });
        let [remove, cancel] =
            ["remove-lane-steps", "button-cancel"].map(|key| app.words.text(key).to_owned());
        done | buttons(ui, |ui| {
            if ui.button(&remove).clicked() {
                app.edit(&ctx, Edit::RemoveLane(lane, LaneSteps::Remove));
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}

/// A decision is to be removed: which branch stays?
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct AskRemoveDecision(pub StepId);

impl DialogView for AskRemoveDecision {
    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let Self(step) = *self;
        let scenario = std::sync::Arc::clone(app.editor.scenario());
        let Some(decision) = scenario.steps().get(&step) else { return true };
        let name = decision.name.clone();
        title(ui, &app.words.with("remove-decision-title", &[("name", name.into())]));
        ui.label(app.words.text("remove-decision-text"));
        let ctx = ui.ctx().clone();
        let mut done = false;
        for (id, link) in scenario.links_at(step) {
            if link.from != step || link.kind != LinkKind::Flow || link.to == LinkEnd::Step(step) {
                continue;
            }
            let to = match link.to {
                LinkEnd::Step(to) => app.words.step(to, &scenario).to_owned(),
                LinkEnd::Outside => app.words.text("link-outside").to_owned(),
            };
            let text = app.words.with("remove-decision-keep", &[("name", to.into())]);
            if ui.button(text).clicked() {
                app.edit(&ctx, Edit::RemoveDecision(step, id));
                done = true;
            }
        }
        let cancel = app.words.text("button-cancel").to_owned();
        done | buttons(ui, |ui| ui.button(&cancel).clicked())
    }
}
