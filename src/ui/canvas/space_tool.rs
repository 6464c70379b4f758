//! The space tool: pushes what lies beyond a line away, or brings it nearer.

use std::sync::Arc;

use egui::{CursorIcon, Ui};

use crate::blueprint::{Room, Scenario};
use crate::drawing::{Guide, Point, whole_units};
use crate::editor::Edit;
use crate::ui::towards::Towards;
use crate::ui::view_context::{Action, ViewContext};

use super::gesture::{GESTURE, Gesture, Space};
use super::{Canvas, paint};

/// How far an arrow makes room, in sheet units; with Shift a whole card with its gap.
const STEP: i32 = 12;
const LARGE_STEP: i32 = 144;
/// What the line keeps from the selected card when the tool begins by keyboard.
const BESIDE: f32 = 8.0;

impl Canvas {
    /// Takes the tool up, beside what is selected or in the middle of what is seen; or puts it
    /// down.
    pub(in crate::ui) fn switch_space_tool(
        &mut self,
        scenario: &Arc<Scenario>,
        ctx: &egui::Context,
    ) {
        if matches!(self.gesture, Gesture::Space(_)) {
            self.release(ctx);
            return;
        }
        let cards = self.look.steps.iter().filter_map(|step| self.geometry.card(*step));
        let around = cards.map(|card| card.rect).reduce(crate::drawing::Rect::union);
        let at = around.map_or_else(
            || self.middle_on_sheet(),
            |rect| Point::new(rect.left() - BESIDE, rect.top() - BESIDE / 2.0),
        );
        self.gesture = Gesture::Space(Space {
            start: self.geometry.clone(),
            scenario: Arc::clone(scenario),
            at,
            room: None,
            held: false,
        });
        self.keys.wanted = true;
    }

    /// The line is seized.
    pub(super) fn hold_space(&mut self, from: Point) {
        if let Gesture::Space(space) = &mut self.gesture {
            space.at = from;
            space.room = None;
            space.held = true;
        }
    }

    /// The line is dragged: along the longer way from where it was seized.
    pub(super) fn pull_space(&mut self, view: &mut ViewContext<'_>, pointer: Point) {
        let Gesture::Space(space) = &mut self.gesture else { return };
        if !space.held {
            return;
        }
        let away = pointer - space.at;
        let lane = space.start.band_at(space.at.y).filter(|band| !band.collapsed);
        let room = match lane.and_then(|band| Some((band.lane?, band.top))) {
            Some((lane, top)) if away.y.abs() > away.x.abs() => {
                let at = whole_units(space.at.y - top);
                space.down(lane, at, whole_units(away.y))
            }
            _ => space.right(whole_units(away.x)),
        };
        space.room = Some(room);
        preview(view, room);
    }

    /// An arrow makes room, or takes it away.
    pub(super) fn step_space(&mut self, view: &mut ViewContext<'_>, towards: Towards, large: bool) {
        let Gesture::Space(space) = &mut self.gesture else { return };
        let step = if large { LARGE_STEP } else { STEP };
        let room = match towards {
            Towards::Left | Towards::Right => {
                let by = match space.room {
                    Some(Room::Right { by, .. }) => by,
                    _ => 0,
                };
                space.right(if towards == Towards::Right { by + step } else { by - step })
            }
            Towards::Up | Towards::Down => {
                let Some(band) = space.start.band_at(space.at.y).filter(|band| !band.collapsed)
                else {
                    return;
                };
                let Some(lane) = band.lane else { return };
                let by = match space.room {
                    Some(Room::Down { by, .. }) => by,
                    _ => 0,
                };
                let at = whole_units(space.at.y - band.top);
                space.down(lane, at, if towards == Towards::Down { by + step } else { by - step })
            }
        };
        space.room = Some(room);
        preview(view, room);
    }

    /// Keeps what was made, and puts the tool down.
    pub(super) fn finish_space(&mut self, view: &mut ViewContext<'_>, ctx: &egui::Context) {
        view.ask(Action::Commit);
        self.release(ctx);
    }

    /// Draws the line, and where it has been pulled to.
    pub(super) fn show_space(&mut self, ui: &Ui) {
        let Gesture::Space(space) = &self.gesture else { return };
        let bounds = space.start.bounds();
        let hover = ui.input(|input| input.pointer.hover_pos());
        let over_sheet = hover.filter(|at| paint::rect(self.sight.viewport()).contains(*at));
        let at = match over_sheet {
            // Before it is seized, the line follows the pointer.
            Some(pointer)
                if !space.held
                    && space.room.is_none()
                    && ui.input(|input| input.pointer.is_moving()) =>
            {
                self.sight.sheet_from_screen(paint::point(pointer))
            }
            _ => space.at,
        };
        let upright = |x: f32| {
            Guide::line(Point::new(x, bounds.top()), Point::new(x, self.geometry.bounds().bottom()))
        };
        let level =
            |y: f32| Guide::line(Point::new(bounds.left(), y), Point::new(bounds.right(), y));
        self.look.guides = match space.room {
            Some(Room::Down { by, .. }) => vec![level(at.y), level(at.y + by as f32)],
            Some(Room::Right { by, .. }) => vec![upright(at.x), upright(at.x + by as f32)],
            None => vec![upright(at.x)],
        };
        if let Gesture::Space(space) = &mut self.gesture
            && !space.held
            && space.room.is_none()
        {
            space.at = at;
        }
        if over_sheet.is_some() {
            ui.ctx().set_cursor_icon(CursorIcon::Move);
        }
    }
}

fn preview(view: &mut ViewContext<'_>, room: Room) {
    let (Room::Right { by, .. } | Room::Down { by, .. }) = room;
    view.ask(if by == 0 {
        Action::Abort
    } else {
        Action::Preview(GESTURE, Edit::MakeRoom(room).into())
    });
}
