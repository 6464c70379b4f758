//! What is done with the lane that is selected, or with that of the selected steps.

use egui::Context;

use crate::blueprint::LaneSteps;
use crate::editor::{Edit, Thing};
use crate::ui::app::App;
use crate::ui::canvas::{lane_edit, lane_meant};
use crate::ui::dialogs::AskRemoveLane;
use crate::ui::lane_act::LaneAct;

impl App {
    /// Does something with the lane that is meant.
    pub(in crate::ui) fn act_on_lane(&mut self, ctx: &Context, act: LaneAct) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let Some(lane) = lane_meant(&scenario, self.editor.selection()) else { return };
        match act {
            LaneAct::Rename => self.start_naming(ctx, Thing::Lane(lane)),
            LaneAct::Remove if scenario.steps().values().any(|step| step.lane == lane) => {
                self.ask(AskRemoveLane(lane));
            }
            LaneAct::Remove => self.edit(ctx, Edit::RemoveLane(lane, LaneSteps::MustBeNone)),
            LaneAct::Fold
            | LaneAct::AddAbove
            | LaneAct::AddBelow
            | LaneAct::MoveUp
            | LaneAct::MoveDown => {
                if let Some(edit) = lane_edit(&scenario, lane, act) {
                    self.edit(ctx, edit);
                }
            }
        }
    }
}
