//! The pointer on a sheet that is only looked at: it selects and moves the view, and nothing else.

use egui::{CursorIcon, PointerButton, Response, Ui};

use crate::blueprint::{Anchor, ScenarioId};
use crate::drawing::{Hit, whole_units};
use crate::editor::{Selection, Thing};
use crate::ui::view_context::{Action, ViewContext};

use super::gesture::Gesture;
use super::{Canvas, paint};

impl Canvas {
    /// Reads the pointer: a click selects, a drag moves the view.
    pub(super) fn look_with_pointer(
        &mut self,
        ui: &Ui,
        response: &Response,
        view: &mut ViewContext<'_>,
    ) {
        if self.is_editing() {
            self.release(ui.ctx());
        }
        // No handle is offered on anything.
        (self.look.hovered, self.look.pointer, self.look.pointed_x) = (None, None, None);
        if response.drag_started() {
            self.gesture = Gesture::Pan;
        }
        if response.drag_stopped() {
            self.release(ui.ctx());
        }
        let pointer = ui.input(|input| input.pointer.hover_pos());
        if pointer != self.resting || response.clicked() {
            self.resting = None;
        }
        let at = pointer.filter(|_| response.contains_pointer());
        self.pointed = at.filter(|_| self.resting.is_none()).and_then(|at| {
            let hit = self.hit(view, ui, at)?;
            Some((hit, self.sight.sheet_from_screen(paint::point(at))))
        });
        let is_thing = self.pointed.is_some_and(|(hit, _)| selected(hit).is_some());
        if response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        } else if response.hovered() && is_thing {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        if response.clicked_by(PointerButton::Primary) {
            response.request_focus();
            let selection = self.pointed.and_then(|(hit, _)| selected(hit)).unwrap_or_default();
            view.ask(Action::Pick(selection));
        }
    }

    /// A key chose something: until it moves again, the pointer means nothing.
    pub(in crate::ui) fn rest_pointer(&mut self, at: Option<egui::Pos2>) {
        (self.resting, self.pointed) = (at, None);
    }

    /// What was pointed at in the last pass, as something to comment on.
    pub(in crate::ui) fn pointed_at(&self, scenario: ScenarioId) -> Option<Anchor> {
        let (hit, at) = self.pointed?;
        let on = Anchor { scenario: Some(scenario), ..Anchor::default() };
        Some(match (hit.step(), hit.link(), hit) {
            (Some(step), ..) => Anchor { step: Some(step), ..on },
            (_, Some(link), _) => Anchor { link: Some(link), ..on },
            (.., Hit::LaneName(lane)) => Anchor { lane: Some(lane), ..on },
            (.., Hit::PhaseName(phase)) => Anchor { phase: Some(phase), ..on },
            (.., Hit::Outside) => return None,
            _ => Anchor { at: Some((whole_units(at.x), whole_units(at.y))), ..on },
        })
    }

    /// Where a point of the sheet is seen in the window.
    pub(in crate::ui) fn at_on_screen(&self, at: crate::drawing::Point) -> Option<egui::Pos2> {
        self.sight.pane_of(at.x)?;
        Some(paint::pos(self.sight.screen_from_sheet(at)))
    }
}

/// What a click selects.
fn selected(hit: Hit) -> Option<Selection> {
    match (hit.step(), hit.link(), hit) {
        (Some(step), ..) => Some(Selection::step(step)),
        (_, Some(link), _) => Some(Selection::link(link)),
        (.., Hit::LaneName(lane)) => Some(Selection::thing(Thing::Lane(lane))),
        (.., Hit::PhaseName(phase)) => Some(Selection::thing(Thing::Phase(phase))),
        _ => None,
    }
}
