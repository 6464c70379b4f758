//! The pointer on the sheet: pan and zoom, select, move, connect, drag lines and borders, drop.
//!
//! A gesture previews its edit from the state before it, frame by frame, and commits once the
//! button is released; Esc takes it back.

use std::collections::BTreeSet;

use egui::{CursorIcon, Key, PointerButton, Response, Ui};

use crate::blueprint::{Lane, LaneHeight, Phase, PhaseId, PhaseWidth, StepId};
use crate::drawing::{Hit, Point, Rect, Side, least_width, whole_units};
use crate::editor::{Edit, Selection};
use crate::ui::view_context::{Action, ViewContext};

use super::gesture::{GESTURE, Gesture};
use super::moving::crossing_notice;
use super::{Canvas, paint};

/// How near the edge of the sheet a drag moves the view, in screen points.
const EDGE: f32 = 28.0;
/// How fast, in screen points a second for each point beyond.
const EDGE_SPEED: f32 = 24.0;

impl Canvas {
    /// Wheel, pinch, middle button and space bar move the view.
    pub(super) fn read_camera(&mut self, ui: &Ui, response: &Response) {
        if matches!(self.gesture, Gesture::Pan) && response.dragged() {
            let by = ui.input(|input| input.pointer.delta());
            self.pan_by(Point::new(by.x, by.y));
        }
        let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else { return };
        if !response.contains_pointer() {
            return;
        }
        let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
        if (zoom - 1.0).abs() > f32::EPSILON {
            self.zoom_at(zoom, paint::point(pointer));
        } else if scroll != egui::Vec2::ZERO {
            self.pan_by(Point::new(scroll.x, scroll.y));
        }
    }

    /// Buttons and drags.
    pub(super) fn read_pointer(
        &mut self,
        ui: &Ui,
        response: &Response,
        view: &mut ViewContext<'_>,
    ) {
        let pointer = ui.input(|input| input.pointer.interact_pos());
        if ui.input(|input| input.pointer.any_pressed())
            && response.contains_pointer()
            && let Some(at) = pointer
        {
            self.pressed = Some(paint::point(at));
        }
        if !matches!(self.gesture, Gesture::Nothing)
            && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape))
        {
            self.release(ui.ctx());
            view.ask(Action::Abort);
            return;
        }
        if response.drag_started()
            && let Some(from) = ui.input(|input| input.pointer.press_origin())
        {
            self.begin(ui, response, view, from);
        }
        if response.drag_stopped() {
            if let Some(at) = pointer {
                self.finish(ui, view, at);
            }
            self.release(ui.ctx());
        } else if response.dragged()
            && let Some(at) = pointer
        {
            self.scroll_at_edge(ui, at);
            self.go_on(ui, view, at);
        } else if response.hovered()
            && let Some(at) = ui.input(|input| input.pointer.hover_pos())
        {
            self.look.pointer = Some(paint::point(at));
            // Handles react on the card that was hovered in the frame before.
            self.look.hovered = self.hit(view, ui, at);
            let on_phase = matches!(self.look.hovered, Some(Hit::PhaseName(_)));
            let x = self.sight.sheet_from_screen(paint::point(at)).x;
            self.look.pointed_x = on_phase.then_some(x);
            self.show_cursor(ui);
            self.point_at_feeling(view, ui);
            self.show_help(ui, response, view);
        } else {
            self.look.hovered = None;
            self.look.pointer = None;
        }
        if let Some(at) = pointer {
            self.read_clicks(ui, response, view, at);
        }
    }

    fn begin(
        &mut self,
        ui: &Ui,
        response: &Response,
        view: &mut ViewContext<'_>,
        from: egui::Pos2,
    ) {
        // In a slow frame a press beside the sheet may be reported together with its way here.
        if !paint::rect(self.sight.viewport()).contains(from) {
            return;
        }
        if response.drag_started_by(PointerButton::Middle)
            || ui.input(|input| input.key_down(Key::Space))
        {
            self.gesture = Gesture::Pan;
            // The way that it took to tell a drag from a click counts too.
            if let Some(at) = ui.input(|input| input.pointer.interact_pos()) {
                self.pan_by(paint::point(at) - paint::point(from));
            }
            return;
        }
        if !response.drag_started_by(PointerButton::Primary) {
            return;
        }
        let sheet = self.sight.sheet_from_screen(paint::point(from));
        let hit = self.hit(view, ui, from);
        if let Some(step) = self.feeling_under(view, ui, from) {
            self.gesture = Gesture::Feel(step);
            return;
        }
        if matches!(hit, Some(Hit::LaneBorder(_) | Hit::PhaseBorder(_)))
            || matches!(self.gesture, Gesture::Space(_))
        {
            // What measures how far the pointer goes measures it in the row where it started.
            self.sight.pin(paint::point(from));
        }
        self.gesture = match hit {
            _ if matches!(self.gesture, Gesture::Space(_)) => {
                self.hold_space(sheet);
                return;
            }
            Some(Hit::CardEdge(step, side)) => Gesture::Connect { from: step, side, kind: None },
            Some(Hit::Append(step)) => {
                Gesture::Connect { from: step, side: Side::Right, kind: None }
            }
            Some(Hit::LaneName(lane) | Hit::LaneFold(lane)) => Gesture::DragLane(lane),
            Some(Hit::PhaseName(phase) | Hit::PhaseCut(phase, _)) => Gesture::DragPhase(phase),
            Some(Hit::LinkEnd(link, side)) => Gesture::Reattach { link, side, kind: None },
            Some(Hit::Line(line)) => Gesture::MoveLine(line),
            Some(Hit::LaneBorder(id)) => match view.scenario.lanes().get(&id) {
                Some(lane) => Gesture::ResizeLane {
                    lane: id,
                    start: Lane::clone(lane),
                    from_y: sheet.y,
                    least: self.geometry.least_height(view.scenario, id),
                },
                None => Gesture::Nothing,
            },
            Some(Hit::PhaseBorder(id)) => self.begin_phase(view, id, sheet.x),
            Some(hit) if hit.step().is_some() => {
                let copies = ui.input(|input| input.modifiers.alt);
                self.begin_move(view, hit.step(), sheet, copies)
            }
            _ => {
                let add = ui.input(|input| input.modifiers.shift);
                let kept =
                    if add { view.editor.selection().steps.clone() } else { BTreeSet::new() };
                Gesture::Marquee { from: sheet, kept }
            }
        };
    }

    /// Takes hold of the right edge of a phase.
    fn begin_phase(&self, view: &ViewContext<'_>, id: PhaseId, from_x: f32) -> Gesture {
        let Some(phase) = view.scenario.phases().get(&id) else { return Gesture::Nothing };
        let least = least_width(&self.geometry, view.scenario, id);
        Gesture::ResizePhase { phase: id, start: Phase::clone(phase), from_x, least }
    }

    fn go_on(&mut self, ui: &Ui, view: &mut ViewContext<'_>, at: egui::Pos2) {
        let pointer = self.sight.sheet_from_screen(paint::point(at));
        match &self.gesture {
            Gesture::Nothing | Gesture::Pan | Gesture::LinkByKeys { .. } => {}
            Gesture::Space(_) => self.pull_space(view, pointer),
            Gesture::DragLane(lane) => {
                self.drag_lane(view, *lane, pointer.y, at);
                ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
            }
            Gesture::DragPhase(phase) => {
                self.drag_phase(*phase, pointer.x);
                ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
            }
            Gesture::Feel(step) => self.feel(view, ui, *step, pointer),
            Gesture::Marquee { from, kept } => {
                let start = self.sight.screen_from_sheet(*from);
                let frame = Rect::spanning(start, paint::point(at));
                self.look.marquee = Some(frame);
                let mut steps = kept.clone();
                let parts = self.sight.parts_under(frame);
                steps.extend(parts.flat_map(|part| self.geometry.cards_in(part)));
                if steps != view.editor.selection().steps {
                    view.ask(Action::Pick(Selection { steps, ..Selection::default() }));
                }
            }
            Gesture::Move(_) => {
                self.move_cards(ui, view, pointer);
            }
            Gesture::Connect { from, side, kind } => {
                self.show_pending(ui, view, (*from, *side), *kind, at);
            }
            Gesture::Reattach { link, side, kind } => {
                self.show_reattached(ui, view, (*link, *side), *kind, at);
            }
            Gesture::MoveLine(line) => {
                self.drag_line(view, *line, pointer.y, at);
                ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
            }
            Gesture::ResizeLane { lane, start, from_y, least } => {
                let wanted = start.height.units().saturating_add(whole_units(pointer.y - from_y));
                let guarded = wanted < least.units();
                if let Ok(height) = LaneHeight::new(wanted.max(least.units())) {
                    let changed = Lane { height, ..start.clone() };
                    view.ask(Action::Preview(GESTURE, Edit::SetLane(*lane, changed).into()));
                }
                self.hint = guarded.then(|| (at, view.text("lane-least-height").to_owned()));
                ui.ctx().set_cursor_icon(CursorIcon::ResizeRow);
            }
            Gesture::ResizePhase { phase, start, from_x, least } => {
                let wanted = start.width.units().saturating_add(whole_units(pointer.x - from_x));
                let guarded = wanted < least.units();
                if let Ok(width) = PhaseWidth::new(wanted.max(least.units())) {
                    let changed = Phase { width, ..start.clone() };
                    view.ask(Action::Preview(GESTURE, Edit::SetPhase(*phase, changed).into()));
                }
                self.hint = guarded.then(|| (at, view.text("phase-least-width").to_owned()));
                ui.ctx().set_cursor_icon(CursorIcon::ResizeColumn);
            }
        }
    }

    fn finish(&mut self, ui: &Ui, view: &mut ViewContext<'_>, at: egui::Pos2) {
        let pointer = self.sight.sheet_from_screen(paint::point(at));
        match &self.gesture {
            Gesture::Nothing
            | Gesture::Pan
            | Gesture::Marquee { .. }
            | Gesture::LinkByKeys { .. } => {}
            Gesture::Space(_) => {
                self.pull_space(view, pointer);
                view.ask(Action::Commit);
            }
            Gesture::DragLane(lane) => self.drop_lane(view, *lane, pointer.y),
            Gesture::DragPhase(phase) => self.drop_phase(view, *phase, pointer.x),
            Gesture::Move(moving) => {
                let before = moving.zone();
                let copies = moving.copies;
                let after = self.move_cards(ui, view, pointer);
                let said = before.zip(after).and_then(|(from, to)| crossing_notice(view, from, to));
                if copies {
                    do_what_is_shown(view);
                } else {
                    view.ask(Action::Commit);
                }
                if let Some(text) = said {
                    view.ask(Action::Say(text));
                }
            }
            Gesture::Connect { from, side, kind } => {
                let (from, side, kind) = (*from, *side, *kind);
                self.finish_pending(ui, view, (from, side), kind, at);
            }
            Gesture::Reattach { link, side, kind } => {
                let (link, side, kind) = (*link, *side, *kind);
                self.finish_reattached(ui, view, (link, side), kind, at);
            }
            Gesture::MoveLine(line) => self.drop_line(view, *line, pointer.y),
            Gesture::Feel(_) | Gesture::ResizeLane { .. } | Gesture::ResizePhase { .. } => {
                self.go_on(ui, view, at);
                view.ask(Action::Commit);
            }
        }
    }

    pub(super) fn step_under(
        &self,
        view: &ViewContext<'_>,
        ui: &Ui,
        at: egui::Pos2,
    ) -> Option<StepId> {
        self.hit(view, ui, at).and_then(Hit::step)
    }

    /// What is dragged to the edge of the sheet moves the view on, the faster the farther out.
    fn scroll_at_edge(&mut self, ui: &Ui, at: egui::Pos2) {
        if matches!(self.gesture, Gesture::Nothing | Gesture::Pan) {
            return;
        }
        let area = paint::rect(self.sight.area()).shrink(EDGE);
        let mut beyond = at - area.clamp(at);
        match self.gesture {
            // Names are dragged along their strip, which lies beside the sheet; a line and a lane's
            // border go up and down, wherever they are held.
            Gesture::DragLane(_) | Gesture::MoveLine(_) | Gesture::ResizeLane { .. } => {
                beyond.x = 0.0;
            }
            Gesture::DragPhase(_) | Gesture::ResizePhase { .. } => beyond.y = 0.0,
            _ => {}
        }
        if beyond == egui::Vec2::ZERO {
            return;
        }
        let speed = beyond.clamp(egui::Vec2::splat(-EDGE), egui::Vec2::splat(EDGE)) * EDGE_SPEED;
        let by = speed * ui.input(|input| input.stable_dt.min(0.05));
        let mut kept = Point::new(-by.x, -by.y);
        if matches!(self.gesture, Gesture::MoveLine(_)) {
            // A line comes to lie nowhere but between lanes.
            let mut moved = self.sight.clone();
            moved.pan(kept);
            let seen = moved.rect_on_sheet(self.sight.area());
            let sheet = self.geometry.bounds();
            let beyond = seen.top() < sheet.top() && by.y < 0.0
                || seen.bottom() > sheet.bottom() && by.y > 0.0;
            kept = Point::new(0.0, if beyond { 0.0 } else { kept.y });
        }
        self.pan_by(kept);
        ui.ctx().request_repaint();
    }

    fn show_cursor(&self, ui: &Ui) {
        let icon = match self.look.hovered {
            _ if ui.input(|input| input.key_down(Key::Space)) => CursorIcon::Grab,
            Some(Hit::CardEdge(..) | Hit::LinkEnd(..)) => CursorIcon::Crosshair,
            Some(Hit::LaneBorder(_)) => CursorIcon::ResizeRow,
            Some(Hit::PhaseBorder(_)) => CursorIcon::ResizeColumn,
            Some(Hit::ShareLabel(_)) => CursorIcon::Text,
            Some(Hit::LaneName(_) | Hit::PhaseName(_) | Hit::Line(_)) => CursorIcon::Grab,
            Some(Hit::Link(_) | Hit::Append(_) | Hit::LaneFold(_) | Hit::PhaseCut(..)) => {
                CursorIcon::PointingHand
            }
            Some(hit) if hit.step().is_some() => CursorIcon::Grab,
            _ => return,
        };
        ui.ctx().set_cursor_icon(icon);
    }
}

/// Does what a gesture has just asked to show as an edit of its own: what it adds is then new, as
/// what any other way of adding adds.
fn do_what_is_shown(view: &mut ViewContext<'_>) {
    match view.actions.pop() {
        Some(Action::Preview(_, edit)) => {
            view.ask(Action::Abort);
            view.ask(Action::Edit(edit));
        }
        other => {
            view.actions.extend(other);
            view.ask(Action::Commit);
        }
    }
}
