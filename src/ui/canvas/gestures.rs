//! The hand on the sheet: pan and zoom, select, move, connect, drag lines and borders, drop.
//!
//! A gesture previews its edit from the state before it, frame by frame, and commits once the
//! button is let go; Esc takes it back.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{CursorIcon, Key, PointerButton, Response, Ui};

use crate::blueprint::{
    Lane, LaneHeight, LaneId, Line, Link, LinkId, Phase, PhaseId, PhaseWidth, Place, Scenario,
    StepId, Zone,
};
use crate::drawing::{
    CardForm, Ghost, Hit, LinkSide, Point, REACH, Rect, Routes, SheetGeometry, Side, sheet_area,
    snap, whole_units,
};
use crate::editor::{Edit, GestureId, Selection, Thing};
use crate::ui::desk::{Action, Desk};

use super::headers::fold;
use super::inserting::{Towards, in_room, is_loose, place_in_link};
use super::linking::reattached;
use super::placing::{new_lane_edit, place_for, usual_step};
use super::space_tool::Space;
use super::{Canvas, paint};

/// How near the edge of the sheet a drag moves the view, in screen points.
const EDGE: f32 = 28.0;
/// How fast, in screen points a second for each point beyond.
const EDGE_SPEED: f32 = 24.0;
/// How far beyond the sheet a drag moves the view, in sheet units.
const MOST_BEYOND: f32 = 160.0;

/// All gestures of the sheet share one number: there is one hand.
pub(super) const GESTURE: GestureId = GestureId(1);

/// What the hand is doing.
#[derive(Default)]
pub(super) enum Gesture {
    #[default]
    Nothing,
    Pan,
    Marquee {
        from: Point,
        kept: BTreeSet<StepId>,
    },
    Move(Moving),
    Connect {
        from: StepId,
        side: Side,
    },
    Reattach {
        link: LinkId,
        side: LinkSide,
    },
    MoveLine {
        line: Line,
        start: SheetGeometry,
    },
    /// A link that is drawn by keyboard.
    LinkByKeys {
        from: StepId,
        target: Option<StepId>,
    },
    /// The space tool.
    Space(Space),
    /// A lane that is dragged by its name.
    DragLane(LaneId),
    /// A phase that is dragged by its name.
    DragPhase(PhaseId),
    ResizeLane {
        lane: LaneId,
        start: Lane,
        from_y: f32,
        least: LaneHeight,
    },
    ResizePhase {
        phase: PhaseId,
        start: Phase,
        from_x: f32,
        least: i32,
    },
}

/// Cards that are being moved.
pub(super) struct Moving {
    /// The card under the hand.
    pub(super) held: StepId,
    /// Where the hand took hold of the sheet.
    grabbed: Point,
    /// The centres before the move.
    pub(super) centres: Vec<(StepId, Point)>,
    /// The sheet before the move.
    pub(super) start: SheetGeometry,
    pub(super) scenario: Arc<Scenario>,
    /// How links ran before the move, where the card could be put into one.
    routes: Option<Routes>,
    /// Whether copies are moved and the cards stay.
    copies: bool,
    /// Whether Alt has been let go since the drag began: from then on it switches snapping off.
    alt_freed: bool,
}

impl Moving {
    /// The zone that the held card comes from.
    fn zone(&self) -> Option<Zone> {
        self.scenario.steps().get(&self.held).map(|step| self.scenario.zone_of(step))
    }
}

impl Canvas {
    /// Whether the hand is at an edit: a card, a link, a line or a border is being dragged.
    pub(in crate::ui) fn is_editing(&self) -> bool {
        !matches!(self.gesture, Gesture::Nothing | Gesture::Pan | Gesture::Marquee { .. })
    }

    /// Lets go of whatever is being dragged.
    pub(in crate::ui) fn let_go(&mut self, ctx: &egui::Context) {
        self.gesture = Gesture::Nothing;
        self.look.marquee = None;
        self.look.pending_link = None;
        self.look.target = None;
        self.look.target_link = None;
        self.look.dragged_line = None;
        self.look.drop_line = None;
        self.reason = None;
        self.look.guides.clear();
        self.look.ghosts.clear();
        ctx.stop_dragging();
    }

    /// Wheel, pinch, middle button and space bar move the view.
    pub(super) fn read_camera(&mut self, ui: &Ui, response: &Response) {
        if matches!(self.gesture, Gesture::Pan) && response.dragged() {
            let by = ui.input(|input| input.pointer.delta());
            self.camera = self.camera.panned(Point::new(by.x, by.y));
            self.moved = true;
        }
        let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else { return };
        if !response.contains_pointer() {
            return;
        }
        let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
        if (zoom - 1.0).abs() > f32::EPSILON {
            self.camera = self.camera.zoomed_by(zoom, paint::point(pointer));
            self.moved = true;
        } else if scroll != egui::Vec2::ZERO {
            self.camera = self.camera.panned(Point::new(scroll.x, scroll.y));
            self.moved = true;
        }
    }

    /// Buttons and drags.
    pub(super) fn read_hand(&mut self, ui: &Ui, response: &Response, desk: &mut Desk<'_>) {
        let pointer = ui.input(|input| input.pointer.interact_pos());
        if !matches!(self.gesture, Gesture::Nothing)
            && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape))
        {
            self.let_go(ui.ctx());
            desk.ask(Action::Abort);
            return;
        }
        if response.drag_started()
            && let Some(from) = ui.input(|input| input.pointer.press_origin())
        {
            self.begin(ui, response, desk, from);
        }
        if response.drag_stopped() {
            if let Some(at) = pointer {
                self.finish(ui, desk, at);
            }
            self.let_go(ui.ctx());
        } else if response.dragged()
            && let Some(at) = pointer
        {
            self.scroll_at_edge(ui, at);
            self.go_on(ui, desk, at);
        } else if response.hovered()
            && let Some(at) = ui.input(|input| input.pointer.hover_pos())
        {
            // Handles react on the card that was hovered in the frame before.
            self.look.hovered = self.hit(desk, ui, at);
            self.show_cursor(ui);
        } else {
            self.look.hovered = None;
        }
        if let Some(at) = pointer {
            self.read_clicks(ui, response, desk, at);
        }
    }

    fn read_clicks(&mut self, ui: &Ui, response: &Response, desk: &mut Desk<'_>, at: egui::Pos2) {
        if response.double_clicked() {
            match self.hit(desk, ui, at) {
                // The first of the two clicks has appended already.
                Some(Hit::Append(_)) => {}
                Some(hit) if hit.step().is_some() => {
                    if let Some(step) = hit.step() {
                        self.start_renaming(step);
                    }
                }
                Some(Hit::ShareLabel(link)) => self.start_sharing(link),
                Some(Hit::Link(link)) => self.insert_where_clicked(desk, link, at),
                Some(Hit::Lane(_)) => self.add_where_clicked(desk, at),
                Some(Hit::LaneName(lane)) => self.start_naming_lane(lane),
                Some(Hit::PhaseName(phase)) => self.start_naming_phase(phase),
                _ => {}
            }
        } else if response.clicked_by(PointerButton::Primary) {
            response.request_focus();
            if self.click_with_tool(ui, desk, at) {
                return;
            }
            let more = ui.input(|input| input.modifiers.shift || input.modifiers.command);
            let hit = self.hit(desk, ui, at);
            desk.ask(Action::Pick(selected(desk, hit, more)));
        } else if response.secondary_clicked() {
            let hit = self.hit(desk, ui, at);
            let sheet = self.camera.sheet_from_screen(paint::point(at));
            self.menu_at = Some((hit.unwrap_or(Hit::Outside), sheet));
            let kept = hit
                .and_then(Hit::step)
                .is_some_and(|step| desk.editor.selection().steps.contains(&step));
            if !kept {
                desk.ask(Action::Pick(selected(desk, hit, false)));
            }
        }
    }

    /// A double click on the empty sheet adds a step there.
    fn add_where_clicked(&mut self, desk: &mut Desk<'_>, at: egui::Pos2) {
        let point = self.camera.sheet_from_screen(paint::point(at));
        if let Some(place) = self.geometry.place_at(desk.scenario, point) {
            desk.edit(Edit::AddStep(Box::new(usual_step(desk, place))));
        }
    }

    fn begin(&mut self, ui: &Ui, response: &Response, desk: &mut Desk<'_>, from: egui::Pos2) {
        // In a slow frame a press beside the sheet may be reported together with its way here.
        if !paint::rect(self.viewport).contains(from) {
            return;
        }
        if response.drag_started_by(PointerButton::Middle)
            || ui.input(|input| input.key_down(Key::Space))
        {
            self.gesture = Gesture::Pan;
            // The way that it took to tell a drag from a click counts too.
            if let Some(at) = ui.input(|input| input.pointer.interact_pos()) {
                self.camera = self.camera.panned(paint::point(at) - paint::point(from));
                self.moved = true;
            }
            return;
        }
        if !response.drag_started_by(PointerButton::Primary) {
            return;
        }
        let sheet = self.camera.sheet_from_screen(paint::point(from));
        let hit = self.hit(desk, ui, from);
        self.gesture = match hit {
            _ if matches!(self.gesture, Gesture::Space(_)) => {
                self.hold_space(sheet);
                return;
            }
            Some(Hit::CardEdge(step, side)) => Gesture::Connect { from: step, side },
            Some(Hit::Append(step)) => Gesture::Connect { from: step, side: Side::Right },
            Some(Hit::LaneName(lane) | Hit::LaneFold(lane)) => Gesture::DragLane(lane),
            Some(Hit::PhaseName(phase)) => Gesture::DragPhase(phase),
            Some(Hit::LinkEnd(link, side)) => Gesture::Reattach { link, side },
            Some(Hit::Line(line)) => Gesture::MoveLine { line, start: self.geometry.clone() },
            Some(Hit::LaneBorder(id)) => match desk.scenario.lanes().get(&id) {
                Some(lane) => Gesture::ResizeLane {
                    lane: id,
                    start: Lane::clone(lane),
                    from_y: sheet.y,
                    least: self.geometry.least_height(desk.scenario, id),
                },
                None => Gesture::Nothing,
            },
            Some(Hit::PhaseBorder(id)) => begin_phase(desk, id, sheet.x),
            Some(hit) if hit.step().is_some() => {
                let copies = ui.input(|input| input.modifiers.alt);
                self.begin_move(desk, hit.step(), sheet, copies)
            }
            _ => {
                let add = ui.input(|input| input.modifiers.shift);
                let kept =
                    if add { desk.editor.selection().steps.clone() } else { BTreeSet::new() };
                Gesture::Marquee { from: sheet, kept }
            }
        };
    }

    fn begin_move(
        &self,
        desk: &mut Desk<'_>,
        held: Option<StepId>,
        grabbed: Point,
        copies: bool,
    ) -> Gesture {
        let Some(held) = held else { return Gesture::Nothing };
        let selection = desk.editor.selection();
        let steps: Vec<StepId> = if selection.steps.contains(&held) {
            selection.steps.iter().copied().collect()
        } else {
            desk.ask(Action::Pick(Selection::step(held)));
            vec![held]
        };
        let loose = !copies && steps.len() == 1 && is_loose(desk.scenario, held);
        let centres = steps
            .into_iter()
            .filter_map(|step| Some((step, self.geometry.card(step)?.rect.centre())))
            .collect();
        Gesture::Move(Moving {
            held,
            grabbed,
            centres,
            start: self.geometry.clone(),
            scenario: Arc::clone(desk.editor.scenario()),
            routes: loose.then(|| self.routes.clone()),
            copies,
            alt_freed: !copies,
        })
    }

    fn go_on(&mut self, ui: &Ui, desk: &mut Desk<'_>, at: egui::Pos2) {
        let pointer = self.camera.sheet_from_screen(paint::point(at));
        match &self.gesture {
            Gesture::Nothing | Gesture::Pan | Gesture::LinkByKeys { .. } => {}
            Gesture::Space(_) => self.pull_space(desk, pointer),
            Gesture::DragLane(lane) => {
                self.drag_lane(*lane, pointer.y);
                ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
            }
            Gesture::DragPhase(phase) => {
                self.drag_phase(*phase, pointer.x);
                ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
            }
            Gesture::Marquee { from, kept } => {
                let frame = Rect::spanning(*from, pointer);
                self.look.marquee = Some(frame);
                let mut steps = kept.clone();
                steps.extend(self.geometry.cards_in(frame));
                if steps != desk.editor.selection().steps {
                    desk.ask(Action::Pick(Selection { steps, ..Selection::default() }));
                }
            }
            Gesture::Move(_) => {
                self.move_cards(ui, desk, pointer);
            }
            Gesture::Connect { from, side } => self.show_pending(ui, desk, *from, *side, at),
            Gesture::Reattach { link, side } => {
                self.show_reattached(ui, desk, *link, *side, at);
            }
            Gesture::MoveLine { line, start } => {
                self.look.dragged_line = Some((*line, pointer.y));
                let lanes = start.line_drop(*line, pointer.y).lanes;
                desk.ask(if lanes.is_empty() {
                    Action::Abort
                } else {
                    Action::Preview(GESTURE, Edit::MoveLine(lanes).into())
                });
            }
            Gesture::ResizeLane { lane, start, from_y, least } => {
                let wanted = start.height.units().saturating_add(whole_units(pointer.y - from_y));
                if let Ok(height) = LaneHeight::new(wanted.max(least.units())) {
                    let changed = Lane { height, ..start.clone() };
                    desk.ask(Action::Preview(GESTURE, Edit::SetLane(*lane, changed).into()));
                }
            }
            Gesture::ResizePhase { phase, start, from_x, least } => {
                let wanted = start.width.units().saturating_add(whole_units(pointer.x - from_x));
                if let Ok(width) = PhaseWidth::new(wanted.max(*least)) {
                    let changed = Phase { width, ..start.clone() };
                    desk.ask(Action::Preview(GESTURE, Edit::SetPhase(*phase, changed).into()));
                }
            }
        }
    }

    /// Moves the held cards to the pointer, snapped, or shows that they cannot go there. Answers the
    /// zone that the held card comes to lie in, if it moves.
    fn move_cards(&mut self, ui: &Ui, desk: &mut Desk<'_>, pointer: Point) -> Option<Zone> {
        let (alt, shift) = ui.input(|input| (input.modifiers.alt, input.modifiers.shift));
        if let Gesture::Move(moving) = &mut self.gesture {
            moving.alt_freed |= !alt;
        }
        let Gesture::Move(moving) = &self.gesture else { return None };
        let (_, held_from) = moving.centres.iter().find(|(id, _)| *id == moving.held)?;
        let size =
            moving.start.card(moving.held).map_or(CardForm::Full.size(), |card| card.rect.size());
        ui.ctx().set_cursor_icon(if moving.copies {
            CursorIcon::Copy
        } else {
            CursorIcon::Grabbing
        });
        let free = alt && moving.alt_freed;
        let mut pulled = pointer - moving.grabbed;
        if shift {
            // Shift keeps the cards in their row or column.
            let along = pulled.x.abs() >= pulled.y.abs();
            pulled = if along { Point::new(pulled.x, 0.0) } else { Point::new(0.0, pulled.y) };
        }
        let wanted = *held_from + pulled;
        let steps: Vec<StepId> = moving.centres.iter().map(|(id, _)| *id).collect();
        let (held_to, guides) = if free {
            (wanted, Vec::new())
        } else {
            // Copies align with the cards that stay; the others leave their places.
            let gone: &[StepId] = if moving.copies { &[] } else { &steps };
            snap(&moving.start, wanted, size, gone, REACH / self.camera.zoom())
        };
        let mut by = held_to - *held_from;
        if shift {
            let along = pulled.x.abs() >= pulled.y.abs();
            by = if along { Point::new(by.x, 0.0) } else { Point::new(0.0, by.y) };
        }
        let scenario = &moving.scenario;
        self.look.target_link = None;
        let split = moving.routes.as_ref().and_then(|routes| {
            let link = self.link_to_split(scenario, routes, pointer)?;
            let form = moving.start.card(moving.held)?.form;
            let held = Some(moving.held);
            let (room, place) = place_in_link(&moving.start, scenario, link, pointer, form, held)?;
            Some((link, room, place))
        });
        if let Some((link, room, place)) = split {
            let edit = in_room(room, Edit::PutIntoLink(link, moving.held, place));
            self.look.ghosts.clear();
            self.look.guides.clear();
            self.look.target_link = Some(link);
            desk.ask(Action::Preview(GESTURE, edit.into()));
            return zone_of(scenario, place);
        }
        let places: Vec<(StepId, Option<Place>)> = moving
            .centres
            .iter()
            .map(|(id, from)| (*id, place_for(&moving.start, scenario, *id, *from + by)))
            .collect();
        self.look.ghosts.clear();
        self.look.guides = guides;
        let all: Option<Vec<(StepId, Place)>> =
            places.iter().map(|(id, place)| Some((*id, (*place)?))).collect();
        if let Some(places) = all {
            // Less than half a unit is no move: who comes back has not moved anything.
            if by.x.abs() + by.y.abs() < 0.5 {
                if desk.editor.gesture() == Some(GESTURE) {
                    desk.ask(Action::Abort);
                }
                return None;
            }
            if moving.copies {
                desk.ask(Action::Preview(GESTURE, Edit::CopySteps(places).into()));
                return None;
            }
            let held = places.iter().find(|(id, _)| *id == moving.held);
            let zone = held.and_then(|(_, place)| zone_of(scenario, *place));
            desk.ask(Action::Preview(GESTURE, Edit::PlaceSteps(places).into()));
            zone
        } else if let Some(edit) = new_lane_edit(moving, held_to).filter(|_| !moving.copies) {
            let zone =
                if let Edit::PlaceStepsWithLane(zone, _) = &edit { Some(*zone) } else { None };
            desk.ask(Action::Preview(GESTURE, edit.into()));
            zone
        } else {
            desk.ask(Action::Abort);
            self.look.guides.clear();
            self.look.ghosts = moving
                .centres
                .iter()
                .filter_map(|(id, from)| {
                    let step = scenario.steps().get(id)?;
                    let form = moving.start.card(*id)?.form;
                    let centre = *from + (pointer - moving.grabbed);
                    Some(Ghost { centre, form, name: step.name.clone(), refused: true })
                })
                .collect();
            ui.ctx().set_cursor_icon(CursorIcon::NotAllowed);
            None
        }
    }

    fn finish(&mut self, ui: &Ui, desk: &mut Desk<'_>, at: egui::Pos2) {
        let pointer = self.camera.sheet_from_screen(paint::point(at));
        match &self.gesture {
            Gesture::Nothing
            | Gesture::Pan
            | Gesture::Marquee { .. }
            | Gesture::LinkByKeys { .. } => {}
            Gesture::Space(_) => {
                self.pull_space(desk, pointer);
                desk.ask(Action::Commit);
            }
            Gesture::DragLane(lane) => self.drop_lane(desk, *lane, pointer.y),
            Gesture::DragPhase(phase) => self.drop_phase(desk, *phase, pointer.x),
            Gesture::Move(moving) => {
                let before = moving.zone();
                let after = self.move_cards(ui, desk, pointer);
                let said = before.zip(after).and_then(|(from, to)| crossing_notice(desk, from, to));
                desk.ask(Action::Commit);
                if let Some(text) = said {
                    desk.ask(Action::Say(text));
                }
            }
            Gesture::Connect { from, .. } => {
                let from = *from;
                match self.step_under(desk, ui, at) {
                    Some(to) if to == from => {}
                    Some(to) => {
                        let kind = desk.scenario.usual_link_kind(from, to);
                        desk.edit(Edit::AddLink(Link::between(from, to, kind)));
                    }
                    None => self.append_where_dropped(desk, from, pointer),
                }
            }
            Gesture::Reattach { link, side } => {
                if let (Some(step), Some(old)) =
                    (self.step_under(desk, ui, at), desk.scenario.links().get(link))
                {
                    let new = reattached(old, *side, step);
                    desk.edit(Edit::SetLink(*link, new));
                }
            }
            Gesture::MoveLine { .. } | Gesture::ResizeLane { .. } | Gesture::ResizePhase { .. } => {
                self.go_on(ui, desk, at);
                desk.ask(Action::Commit);
            }
        }
    }

    /// A link let go over the empty sheet makes a step there.
    fn append_where_dropped(&self, desk: &mut Desk<'_>, from: StepId, pointer: Point) {
        let Some(place) = self.geometry.place_at(desk.scenario, pointer) else {
            desk.ask(Action::Say(desk.text("drop-outside").to_owned()));
            return;
        };
        desk.edit(Edit::AppendStep(from, Box::new(usual_step(desk, place))));
    }

    pub(super) fn step_under(&self, desk: &Desk<'_>, ui: &Ui, at: egui::Pos2) -> Option<StepId> {
        self.hit(desk, ui, at).and_then(Hit::step)
    }

    /// What a click means while a tool is at work; answers whether one took it.
    fn click_with_tool(&mut self, ui: &Ui, desk: &mut Desk<'_>, at: egui::Pos2) -> bool {
        match (&self.gesture, self.hit(desk, ui, at)) {
            (Gesture::LinkByKeys { .. }, hit) => {
                match hit.and_then(Hit::step) {
                    Some(step) => self.link_to(ui, desk, step),
                    None => self.let_go(ui.ctx()),
                }
                true
            }
            (Gesture::Space(_), _) => {
                self.finish_space(desk, ui.ctx());
                true
            }
            (_, Some(Hit::Append(step))) => {
                if let Some(edit) = self.append_edit(desk, step, Towards::Right) {
                    desk.edit(edit);
                }
                true
            }
            (_, Some(Hit::LaneFold(lane))) => {
                if let Some(edit) = fold(desk.scenario, lane) {
                    desk.edit(edit);
                }
                true
            }
            _ => false,
        }
    }

    /// What is dragged to the edge of the sheet moves the view on, the faster the farther out.
    fn scroll_at_edge(&mut self, ui: &Ui, at: egui::Pos2) {
        if matches!(self.gesture, Gesture::Nothing | Gesture::Pan) {
            return;
        }
        let area = paint::rect(sheet_area(self.viewport)).shrink(EDGE);
        let mut beyond = at - area.clamp(at);
        match self.gesture {
            // Names are dragged along their strip, which lies beside the sheet.
            Gesture::DragLane(_) => beyond.x = 0.0,
            Gesture::DragPhase(_) => beyond.y = 0.0,
            _ => {}
        }
        if beyond == egui::Vec2::ZERO {
            return;
        }
        let speed = beyond.clamp(egui::Vec2::splat(-EDGE), egui::Vec2::splat(EDGE)) * EDGE_SPEED;
        let by = speed * ui.input(|input| input.stable_dt.min(0.05));
        let wanted = self.camera.panned(Point::new(-by.x, -by.y));
        // The view goes no farther than a little beyond the sheet.
        let seen = wanted.rect_on_sheet(sheet_area(self.viewport));
        let sheet = self.geometry.bounds();
        let (x, y) = (
            seen.left() < sheet.left() - MOST_BEYOND && by.x < 0.0
                || seen.right() > sheet.right() + MOST_BEYOND && by.x > 0.0,
            seen.top() < sheet.top() - MOST_BEYOND && by.y < 0.0
                || seen.bottom() > sheet.bottom() + MOST_BEYOND && by.y > 0.0,
        );
        let kept = Point::new(if x { 0.0 } else { -by.x }, if y { 0.0 } else { -by.y });
        self.camera = self.camera.panned(kept);
        self.moved = true;
        ui.ctx().request_repaint();
    }

    fn show_cursor(&self, ui: &Ui) {
        let icon = match self.look.hovered {
            _ if ui.input(|input| input.key_down(Key::Space)) => CursorIcon::Grab,
            Some(Hit::CardEdge(..) | Hit::LinkEnd(..)) => CursorIcon::Crosshair,
            Some(Hit::Line(_) | Hit::LaneBorder(_)) => CursorIcon::ResizeRow,
            Some(Hit::PhaseBorder(_)) => CursorIcon::ResizeColumn,
            Some(Hit::ShareLabel(_)) => CursorIcon::Text,
            Some(Hit::LaneName(_) | Hit::PhaseName(_)) => CursorIcon::Grab,
            Some(Hit::Link(_) | Hit::Append(_) | Hit::LaneFold(_)) => CursorIcon::PointingHand,
            Some(hit) if hit.step().is_some() => CursorIcon::Grab,
            _ => return,
        };
        ui.ctx().set_cursor_icon(icon);
    }
}

/// Takes hold of the right edge of a phase.
fn begin_phase(desk: &Desk<'_>, id: PhaseId, from_x: f32) -> Gesture {
    let Some(phase) = desk.scenario.phases().get(&id) else { return Gesture::Nothing };
    // Half a card beyond the centre of the rightmost card, and a little room.
    let least = desk
        .scenario
        .steps()
        .values()
        .filter(|step| step.phase == id)
        .map(|step| step.at.x + 66)
        .max()
        .unwrap_or(PhaseWidth::LEAST)
        .max(PhaseWidth::LEAST);
    Gesture::ResizePhase { phase: id, start: Phase::clone(phase), from_x, least }
}

/// What a click selects.
fn selected(desk: &Desk<'_>, hit: Option<Hit>, more: bool) -> Selection {
    let mut selection = if more { desk.editor.selection().clone() } else { Selection::default() };
    match hit {
        Some(hit) if hit.step().is_some() => {
            if let Some(step) = hit.step() {
                if more {
                    selection.toggle_step(step);
                } else {
                    selection = Selection::step(step);
                }
            }
        }
        Some(hit) if hit.link().is_some() => {
            if let Some(link) = hit.link() {
                selection = Selection::link(link);
            }
        }
        Some(Hit::LaneName(lane)) => selection = Selection::thing(Thing::Lane(lane)),
        Some(Hit::PhaseName(phase)) => selection = Selection::thing(Thing::Phase(phase)),
        _ => {}
    }
    selection
}

/// The zone of a place.
fn zone_of(scenario: &Scenario, place: Place) -> Option<Zone> {
    scenario.lanes().get(&place.lane).map(|lane| lane.zone)
}

/// "Now behind the line of visibility", if a move takes a card over it.
fn crossing_notice(desk: &Desk<'_>, before: Zone, after: Zone) -> Option<String> {
    if before == after {
        return None;
    }
    let key = match (before.is_visible(), after.is_visible()) {
        (true, false) => "now-hidden",
        (false, true) => "now-visible",
        _ => {
            return Some(
                desk.words.with("now-in-zone", &[("zone", desk.words.zone(after).into())]),
            );
        }
    };
    Some(desk.text(key).to_owned())
}
