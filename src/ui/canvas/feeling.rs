//! The curve of the feelings on the sheet: its dots are dragged up and down.

use std::sync::Arc;

use egui::{CursorIcon, Ui};

use crate::blueprint::{Emotion, Step, StepId};
use crate::drawing::{Feelings, Point, feeling_at, feeling_near};
use crate::editor::Edit;
use crate::pictures::Lens;
use crate::quality::emotions;
use crate::ui::view_context::{Action, ViewContext};

use super::gesture::{GESTURE, Gesture};
use super::{Canvas, paint};

impl Canvas {
    /// Shows the curve where the lens of the experience is on.
    pub(super) fn follow_feelings(&mut self, view: &ViewContext<'_>) {
        let is_on = view.lens == Lens::Experience && view.playing.is_none();
        let felt = is_on.then(|| emotions(view.scenario)).flatten();
        self.look.feelings = felt.map(|felt| {
            let words = ["feeling-peak", "feeling-low", "feeling-end"];
            Arc::new(Feelings {
                marked: [felt.peak.0, felt.low.0, felt.end.0],
                words: words.map(|key| view.words.text(key).to_owned()),
            })
        });
    }

    /// The card whose dot lies at a point of the window, where it can be dragged.
    pub(super) fn feeling_under(
        &self,
        view: &ViewContext<'_>,
        ui: &Ui,
        at: egui::Pos2,
    ) -> Option<StepId> {
        if self.look.only_looks || self.look.feelings.is_none() {
            return None;
        }
        let at = paint::point(at);
        self.with_scene_at(view, ui, at, |scene| feeling_near(scene, at))
    }

    /// Shows that a dot can be dragged.
    pub(super) fn point_at_feeling(&self, view: &ViewContext<'_>, ui: &Ui) {
        let pointer = ui.input(|input| input.pointer.hover_pos());
        let is_free = matches!(self.gesture, Gesture::Nothing);
        if is_free && pointer.is_some_and(|at| self.feeling_under(view, ui, at).is_some()) {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeVertical);
        }
    }

    /// Gives a step the feeling at the height of the pointer.
    pub(super) fn feel(&self, view: &mut ViewContext<'_>, ui: &Ui, id: StepId, pointer: Point) {
        let at = self.sight.screen_from_sheet(pointer);
        let level = self.with_scene_at(view, ui, at, |scene| feeling_at(scene, id, pointer.y));
        let Some(emotion) = level.and_then(|level| Emotion::new(level).ok()) else { return };
        let Some(step) = view.scenario.steps().get(&id) else { return };
        let changed = Step { emotion: Some(emotion), ..Step::clone(step) };
        view.ask(Action::Preview(GESTURE, Edit::SetSteps(vec![(id, changed)]).into()));
        ui.ctx().set_cursor_icon(CursorIcon::ResizeVertical);
    }
}
