//! Keys on the sheet: arrows nudge what is selected.

use egui::{Key, Modifiers, Ui};

use crate::blueprint::{SheetPoint, StepId};
use crate::editor::Edit;
use crate::ui::desk::Desk;

use super::Canvas;

/// How far an arrow with Shift moves a card, in sheet units.
const GRID: i32 = 12;

impl Canvas {
    /// Reads the arrows, unless a text is being typed.
    pub(super) fn read_keyboard(&mut self, ui: &Ui, desk: &mut Desk<'_>) {
        if ui.ctx().text_edit_focused() || desk.editor.selection().steps.is_empty() {
            return;
        }
        for (key, x, y) in [
            (Key::ArrowLeft, -1, 0),
            (Key::ArrowRight, 1, 0),
            (Key::ArrowUp, 0, -1),
            (Key::ArrowDown, 0, 1),
        ] {
            for (modifiers, by) in [(Modifiers::SHIFT, GRID), (Modifiers::NONE, 1)] {
                let pressed = ui.input_mut(|input| input.count_and_consume_key(modifiers, key));
                let times = i32::try_from(pressed).unwrap_or(1);
                if times > 0 {
                    self.nudge(desk, x * by * times, y * by * times);
                }
            }
        }
    }

    fn nudge(&self, desk: &mut Desk<'_>, x: i32, y: i32) {
        let places: Option<Vec<(StepId, _)>> = desk
            .editor
            .selection()
            .steps
            .iter()
            .map(|id| {
                let step = desk.scenario.steps().get(id)?;
                let mut place = step.place();
                place.at = SheetPoint::new(place.at.x + x, place.at.y + y);
                let point = self.geometry.point_of(place)?;
                Some((*id, self.geometry.place_at(desk.scenario, point)?))
            })
            .collect();
        if let Some(places) = places {
            desk.edit(Edit::PlaceSteps(places));
        }
    }
}
