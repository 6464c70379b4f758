//! The sheet: shows the drawing, reads pointer and keys, and asks for edits.
//!
//! [`Canvas::show`] does all of it once a pass. `gesture` is what the pointer is about, a state for
//! each tool; `gestures` begins, follows and ends it.
//!
//! # What always holds
//!
//! - A gesture previews its edit from the state before it; releasing the button commits it, Esc
//!   takes it back: one step of undo (`tests/interface/hand.rs`).
//! - What is under the pointer is what [`hit()`] says of the scene that is drawn.
//! - Geometry and routes are made anew only for another version of the scenario.
//! - Each card, link, phase and lane that is seen is a node with a name, for screen readers and
//!   tests (`links_phases_and_lanes_are_nodes_of_the_sheet`).

mod aiming;
mod card_menu;
mod clicking;
mod drops;
mod empty;
mod feeling;
mod gesture;
mod gestures;
mod headers;
mod hinting;
mod hints;
mod inserting;
mod keyboard;
mod kind_chip;
mod lines;
mod link_told;
mod linking;
mod looking;
mod map;
mod menus;
mod moving;
mod nodes;
mod placing;
mod rename;
mod retracing;
mod seeing;
mod sheet_menus;
mod space_tool;
mod thumbnail;
mod walking;
mod wall_frame;

use std::cell::RefCell;
use std::sync::Arc;

use egui::{Sense, Ui};

use crate::background::{Memo, Snapshot};
use crate::blueprint::{LaneId, Line, Link, PhaseId, Place, Scenario, StepId};
use crate::drawing::{
    Card, Detail, DisplayList, Hit, Ink, Item, Key, KnownWidths, Layer, Look, Pane, PendingLink,
    Point, Rect, Routes, Scene, Shape, SheetGeometry, Sight, Subject, add_phase_rect, draw_pane,
    hit, legend_beside, sheet_area,
};

pub(in crate::ui) use self::lines::consequence_of_lanes;
pub(in crate::ui) use self::placing::{into_lane, landing, new_step, placed};
pub(in crate::ui) use self::rename::bears_share;
pub(in crate::ui) use self::sheet_menus::{cut_at, lane_edit, lane_meant, remove_lane};
pub(in crate::ui) use self::thumbnail::Thumbnails;

use self::drops::Untouched;
use self::gesture::Gesture;
use self::keyboard::Keys;
use self::kind_chip::KindChip;
use self::link_told::{KindWord, Spot};
use self::map::{MapKey, MapState};
use self::rename::Renaming;
use self::retracing::Trail;
use self::seeing::{BeforeWide, Recut};
use self::wall_frame::WallFrame;
use super::commands::{Command, command_button};
use super::filter::Filter;
use super::paint::{self, FontWidths};
use super::theme;
use super::view_context::ViewContext;
use crate::editor::Thing;
use crate::pictures::{CardFigures, SheetWords};

/// How near the pointer must be to something thin, in screen points.
const TOLERANCE: f32 = 5.0;

/// Which of the shapes of the sheet is the frame of what the marks of a comparison mean.
const LEGEND_PART: u16 = 60;

/// What the sheet remembers from frame to frame.
// Each says something of its own, which no other implies.
#[allow(clippy::struct_excessive_bools)]
#[derive(Default)]
pub(super) struct Canvas {
    sight: Sight,
    /// Whether a long sheet is cut into rows.
    folds: bool,
    /// Whether and how a sheet in rows is to be cut anew.
    recut: Recut,
    /// The cut in front of the row in which a card is being put, which stays before it.
    stays: Option<f32>,
    /// Whether what is drawn was to be seen while something was held.
    drawn_held: bool,
    /// Where the pointer was pressed last in the window.
    pressed: Option<Point>,
    /// The version that geometry and routes were made for.
    drawn: Option<Snapshot<Scenario>>,
    geometry: SheetGeometry,
    routes: Routes,
    /// What is painted of each row that is seen; of a sheet that is not folded there is one.
    lists: Vec<DisplayList>,
    widths: RefCell<KnownWidths>,
    look: Look,
    gesture: Gesture,
    /// The sheet before room was made for a card that is dragged out of the palette.
    untouched: Option<Untouched>,
    renaming: Option<Renaming>,
    /// Where the field lies in which something is being typed.
    field_shown: Option<egui::Rect>,
    /// Whether a person has moved the view; until then the whole sheet is kept in view.
    moved: bool,
    /// Whether the whole sheet was asked for, however small.
    whole: bool,
    /// The point of the sheet whose card stays where it is seen when the scenario changes next.
    held: Option<Point>,
    /// Whether the zoom stays too, even where nobody has moved the view.
    holds_zoom: bool,
    /// Where earlier versions were seen.
    trail: Trail,
    /// What was seen before the sheet got the window.
    before_wide: Option<BeforeWide>,
    /// What is to be seen before a class.
    wall_frame: WallFrame,
    reveal: Option<StepId>,
    /// Cards that come into view together.
    revealed: Vec<StepId>,
    /// A place that is to be looked at.
    near: Option<Point>,
    /// The card that comes to the middle of the view in the next frame.
    sought: Option<StepId>,
    /// Whether the lane or phase whose name is typed is to be brought into view.
    seek_header: bool,
    keys: Keys,
    /// Why what is being done cannot be, and where in the window that is said.
    reason: Option<(Spot, String)>,
    /// What would come of what is being dragged, and where in the window that is said.
    hint: Option<(egui::Pos2, String)>,
    /// What the link means that is being drawn.
    kind_word: Option<KindWord>,
    /// How a link would run that is being drawn, and what for that was found.
    way: Option<(Snapshot<Scenario>, Link, Vec<Point>)>,
    /// The kinds beside a link that was drawn a moment ago.
    chip: Option<KindChip>,
    /// What is pointed at on a sheet that is only looked at, and where.
    pointed: Option<(Hit, Point)>,
    /// Where the pointer has rested since a key chose something.
    resting: Option<egui::Pos2>,
    /// What was under the pointer when the context menu was opened, and where on the sheet.
    menu_at: Option<(Hit, Point)>,
    title: String,
    map: MapState,
    map_picture: Memo<MapKey, Arc<egui::Mesh>>,
    /// What the cards that are left out were found for.
    filtered: Option<(Snapshot<Scenario>, Filter)>,
}

impl Canvas {
    /// Draws the sheet as on a wall whose smallest letters are so many points high, before a class, or as it is while
    /// one works alone.
    pub fn set_wall(&mut self, letters: Option<f32>) {
        self.look.wall = letters;
    }

    /// Says whether where customers wait is not to be told now.
    pub fn hold_waits(&mut self, holds: bool) {
        self.look.holds_waits = holds;
    }

    /// Keeps the card in the middle of the view where it is when an edit that comes now moves a good
    /// part of the cards.
    pub fn stay(&mut self) {
        self.held = Some(self.middle_on_sheet());
    }

    /// As [`Canvas::stay`], at the zoom at which the sheet is seen.
    pub fn stay_at_zoom(&mut self) {
        self.stay();
        self.holds_zoom = true;
    }

    /// Gives the sheet the keys in the next frame.
    pub fn take_focus(&mut self) {
        self.keys.wanted = true;
    }

    /// The point of the sheet in the middle of what is seen.
    pub fn middle_on_sheet(&self) -> Point {
        self.sight.sheet_from_screen(self.sight.area().centre())
    }

    /// Where things lie on the sheet.
    pub fn geometry(&self) -> &SheetGeometry {
        &self.geometry
    }

    /// Where a card is seen in the window.
    pub fn card_on_screen(&self, step: StepId) -> Option<egui::Rect> {
        let card = self.geometry.card(step)?;
        Some(paint::rect(self.sight.rect_on_screen(card.rect)))
    }

    /// Where a place of the sheet is seen in the window.
    pub fn place_on_screen(&self, place: Place) -> Option<egui::Pos2> {
        let point = self.geometry.point_of(place)?;
        Some(paint::pos(self.sight.screen_from_sheet(point)))
    }

    /// The point of the sheet that is seen at a point of the window; `None` beside its area.
    pub fn point_at(&self, at: egui::Pos2) -> Option<Point> {
        let point = paint::point(at);
        let pane = self.sight.pane_at(point)?;
        let seen = sheet_area(pane.viewport).contains(point);
        seen.then(|| pane.camera.sheet_from_screen(point))
    }

    /// Where the name of a line is seen in the window, by which the line is moved.
    pub fn line_on_screen(&self, line: Line) -> Option<egui::Pos2> {
        let name = |item: &Item<'_>| {
            item.layer == Layer::Labels && item.key.subject == Subject::Line(line)
        };
        match self.lists.iter().flat_map(DisplayList::iter).find(name)?.shape {
            Shape::Rect { rect, .. } => Some(paint::pos(rect.centre())),
            _ => None,
        }
    }

    /// Where in the window it is said what the marks of a comparison mean.
    pub fn legend_on_screen(&self) -> Option<egui::Rect> {
        self.look.differences.as_ref()?;
        let frame = self.lists.iter().flat_map(DisplayList::iter).find(|item| {
            let is_legend = item.key == Key { subject: Subject::Sheet, part: LEGEND_PART };
            is_legend && item.layer == Layer::Headers
        })?;
        match frame.shape {
            Shape::Rect { rect, .. } => Some(paint::rect(rect)),
            _ => None,
        }
    }

    /// Where the name of a phase is seen in the window, if it is.
    pub fn phase_on_screen(&self, phase: PhaseId) -> Option<egui::Pos2> {
        let column = self.geometry.column_of(phase)?;
        let middle = Point::new(f32::midpoint(column.left, column.right), 0.0);
        let pane = self.sight.pane_of(middle.x)?;
        let x = pane.camera.screen_from_sheet(middle).x;
        let y = f32::midpoint(pane.viewport.top(), sheet_area(pane.viewport).top());
        pane.viewport.contains(Point::new(x, y)).then_some(egui::pos2(x, y))
    }

    /// Where the name of a lane is seen in the window, if it is; in the uppermost row that shows it.
    pub fn lane_on_screen(&self, lane: LaneId) -> Option<egui::Pos2> {
        let band = self.geometry.band_of(lane)?;
        let middle = Point::new(0.0, f32::midpoint(band.top, band.bottom));
        self.sight.panes().find_map(|pane| {
            let y = pane.camera.screen_from_sheet(middle).y;
            let x = f32::midpoint(pane.viewport.left(), sheet_area(pane.viewport).left());
            pane.viewport.contains(Point::new(x, y)).then_some(egui::pos2(x, y))
        })
    }

    /// Where the lower right corner of the strip of a lane is seen in the window, if its middle is; in the
    /// uppermost row that shows it.
    pub fn lane_corner_on_screen(&self, lane: LaneId) -> Option<egui::Pos2> {
        let band = self.geometry.band_of(lane)?;
        let middle = self.lane_on_screen(lane)?;
        self.sight.panes().find_map(|pane| {
            let y = pane.camera.screen_from_sheet(Point::new(0.0, band.bottom)).y;
            let y = y.min(pane.viewport.bottom());
            let x = sheet_area(pane.viewport).left();
            (pane.viewport.contains(Point::new(middle.x, middle.y)) && y > middle.y)
                .then_some(egui::pos2(x, y))
        })
    }

    /// Whether cards are seen in a part of the window.
    fn lies_on_cards(&self, on_screen: Rect) -> bool {
        self.sight.panes().any(|pane| {
            let part = sheet_area(pane.viewport).intersection(on_screen);
            let on_sheet = pane.camera.rect_on_sheet(part);
            !part.is_empty() && !self.geometry.cards_in(on_sheet).is_empty()
        })
    }

    /// Why what is being done cannot be.
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_ref().map(|(_, why)| why.as_str())
    }

    /// Sets the window's title if it is another one.
    pub fn set_title(&mut self, ctx: &egui::Context, title: String) {
        if self.title != title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Shows the sheet and reads pointer and keys.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        profiling::function_scope!();
        let (area, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
        let viewport = paint::from_egui(area);
        self.follow_player(view.playing.is_some_and(|playing| playing.is_wide));
        let before = self.sight.viewport();
        self.sight.set_viewport(viewport);
        self.look.differences = view.compared.map(|compared| Arc::clone(&compared.differences));
        if let Some(review) = &view.reviewing {
            self.look.differences.clone_from(&review.differences);
        }
        let only_looks = view.reviewing.is_some();
        self.look.only_looks = only_looks;
        self.follow_feelings(view);
        self.look.played = view.playing.map(|playing| Arc::clone(playing.played()));
        self.bring_up_to_date(view);
        self.follow_size(before);
        self.follow_folding(view);
        self.follow_on_wall(view);
        self.show_wanted();
        self.reveal_header();
        self.look.steps.clone_from(&view.editor.selection().steps);
        self.look.links.clone_from(&view.editor.selection().links);
        self.look.adds_phases = !self.sight.is_folded() && !only_looks;
        self.leave_out(view);
        self.read_map_keys(ui, view.settings.map);
        self.read_focus(ui, &response, view);
        self.read_camera(ui, &response);
        self.keep_legible();
        let before = self.look.detail.unwrap_or(Detail::Block);
        self.look.detail = Some(Detail::settled(self.sight.zoom(), before));
        self.read_flip(ui, view);
        if only_looks {
            self.look_with_pointer(ui, &response, view);
        } else {
            self.read_pointer(ui, &response, view);
            self.read_drops(ui, &response, view);
        }
        self.read_keyboard(ui, view);
        self.show_linking(view);
        self.show_space(ui);
        self.paint(ui, view);
        self.show_nodes(ui, view);
        if !only_looks {
            self.show_add_phase(ui, view);
        }
        if view.settings.map {
            self.show_map(ui, view);
        }
        self.show_filter(ui, view);
        self.show_renaming(ui, view);
        self.show_kind_word(ui, view);
        self.show_reason(ui, view);
        self.show_hint(ui, view);
        self.show_kind_chip(ui, view);
        self.show_tool_hint(ui, view);
        if !only_looks {
            self.offer_hint(ui.ctx());
            if view.scenario.steps().is_empty() {
                self.show_empty(ui, view);
            }
            self.show_menu(&response, view);
        }
        if !view.editor.in_gesture() {
            self.trail.note(view.editor.scenario(), self.sight.camera());
        }
    }

    /// Finds the cards that the filter leaves out.
    fn leave_out(&mut self, view: &ViewContext<'_>) {
        self.look.hides_pale = view.filter.hides;
        let mut filter = view.filter;
        if let (Some(_), Some(Thing::Role(role))) = (&view.reviewing, view.editor.selection().other)
        {
            // While a review is on, a role that is meant is seen by what it does.
            filter.role = Some(role);
            self.look.hides_pale = false;
        }
        let asked = (Snapshot::of(view.editor.scenario()), filter);
        if self.filtered.as_ref() != Some(&asked) {
            self.look.pale = filter.left_out(view.scenario, &view.analysis.problems);
            self.filtered = Some(asked);
        }
    }

    /// Remakes geometry and routes if the scenario changed.
    fn bring_up_to_date(&mut self, view: &ViewContext<'_>) {
        profiling::function_scope!();
        let scenario = view.editor.scenario();
        let held = self.held.take();
        let holds_zoom = std::mem::take(&mut self.holds_zoom);
        let moves = held.is_some();
        if self.drawn.as_ref().is_none_or(|drawn| !drawn.is(scenario)) {
            let new = SheetGeometry::of(scenario);
            let by = held.and_then(|held| self.shift_that_keeps(held, &new));
            let drawn = self.drawn.as_ref().filter(|_| moves);
            let back =
                drawn.and_then(|drawn| self.trail.back(drawn, scenario, self.sight.camera()));
            let holds = view.editor.in_gesture();
            let (held_before, stays) =
                (std::mem::replace(&mut self.drawn_held, holds), self.stays.take());
            let folding = if holds || held_before || moves {
                self.sight.folding().clone()
            } else {
                self.sight.folding().followed(&self.geometry, &new, stays)
            };
            let was_whole = self.is_whole_seen();
            self.geometry = new;
            self.wall_frame.outdated();
            self.sight.set_sheet(self.contents(), folding);
            if let Some(back) = back {
                self.sight.set_camera(back);
            }
            match by.filter(|_| back.is_none()) {
                Some(by) if self.moved => self.pan_by(by),
                // A view that nobody has moved shows the sheet as it was opened.
                Some(by) => self.fit_unless(holds_zoom, was_whole, by),
                None => {}
            }
            self.routes.update(scenario, &self.geometry);
            self.drawn = Some(Snapshot::of(scenario));
            self.recut = self.recut.max(if moves { Recut::Anew } else { Recut::BesideCards });
        }
    }

    /// When a good part of the cards moves at once, as by tidying up or taking that back, the card
    /// nearest to a point stays where it is seen, and the others move around it: by how much the
    /// view moves for that.
    fn shift_that_keeps(&self, at: Point, new: &SheetGeometry) -> Option<Point> {
        let old = self.geometry.cards();
        let kept = || old.iter().filter_map(|card| Some((card, new.card(card.step)?)));
        let moved = kept().filter(|(old, new)| old.rect != new.rect).count();
        if moved < 2 || moved * 4 < old.len() {
            return None;
        }
        let (old, new) =
            kept().min_by(|a, b| a.0.rect.distance(at).total_cmp(&b.0.rect.distance(at)))?;
        let on_screen = |card: &Card| self.sight.screen_from_sheet(card.rect.centre());
        Some(on_screen(old) - on_screen(new))
    }

    /// What lies under a point of the screen.
    fn hit(&self, view: &ViewContext<'_>, ui: &Ui, at: egui::Pos2) -> Option<Hit> {
        let at = paint::point(at);
        self.with_scene_at(view, ui, at, |scene| hit(scene, at, TOLERANCE))
    }

    /// Puts the scene together of the row that is drawn at a point of the screen, and hands it on.
    fn with_scene_at<T>(
        &self,
        view: &ViewContext<'_>,
        ui: &Ui,
        at: Point,
        ask: impl FnOnce(&Scene<'_>) -> Option<T>,
    ) -> Option<T> {
        let words = SheetWords(view.words);
        let figures = view.card_figures();
        let widths = FontWidths { ctx: ui.ctx(), known: &self.widths };
        let scene = self.scene(view, &words, &figures, &widths);
        let pane = self.sight.pane_at(at)?;
        ask(&Scene { camera: pane.camera, viewport: pane.viewport, ..scene })
    }

    /// The scene of the sheet's first row.
    fn scene<'a>(
        &'a self,
        view: &ViewContext<'a>,
        words: &'a SheetWords<'a>,
        figures: &'a CardFigures<'a>,
        widths: &'a FontWidths<'a>,
    ) -> Scene<'a> {
        Scene {
            scenario: view.scenario,
            geometry: &self.geometry,
            routes: &self.routes,
            figures: Some(figures),
            camera: self.sight.camera(),
            viewport: self.sight.viewport(),
            labels: words,
            text: widths,
            look: &self.look,
        }
    }

    fn paint(&mut self, ui: &Ui, view: &ViewContext<'_>) {
        profiling::function_scope!();
        let mut lists = std::mem::take(&mut self.lists);
        let first_step = self.first_step(view).filter(|_| self.look.ghosts.is_empty());
        let offers = first_step.is_some();
        self.look.ghosts.extend(first_step);
        let words = SheetWords(view.words);
        let figures = view.card_figures();
        let widths = FontWidths { ctx: ui.ctx(), known: &self.widths };
        let scene = self.scene(view, &words, &figures, &widths);
        let panes: Vec<Pane> = self.sight.panes().collect();
        lists.resize_with(panes.len(), DisplayList::default);
        let area = paint::rect(self.sight.viewport());
        let painter = ui.painter().with_clip_rect(area);
        if self.sight.is_folded() {
            painter.rect_filled(
                area,
                0.0,
                theme::colour(&theme::palette(ui.ctx()), Ink::Background),
            );
        }
        for (pane, list) in panes.iter().zip(&mut lists) {
            let look = self.look_in(pane);
            draw_pane(&Scene { look: look.as_ref().unwrap_or(&self.look), ..scene }, pane, list);
            paint::paint(&painter, list);
        }
        if self.sight.is_folded() && self.look.differences.is_some() {
            let mut legend = DisplayList::default();
            legend_beside(&mut legend, &scene, &panes);
            paint::paint(&painter, &legend);
            lists.push(legend);
        }
        self.lists = lists;
        if offers {
            self.look.ghosts.clear();
        }
    }

    /// The look within a row where it is not that of the whole: a link that is drawn from another row
    /// leads to where it is seen.
    fn look_in(&self, pane: &Pane) -> Option<Look> {
        let link = self.look.pending_link.filter(|_| self.sight.is_folded())?;
        let within =
            |point: Point| pane.camera.sheet_from_screen(self.sight.screen_from_sheet(point));
        let link = PendingLink { from: within(link.from), to: within(link.to), ..link };
        Some(Look { pending_link: Some(link), pending_way: Vec::new(), ..self.look.clone() })
    }

    /// A button behind the last phase's name that adds another.
    fn show_add_phase(&self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let Some(last) = self.geometry.columns().last() else { return };
        let Some(pane) = self.sight.pane_of(last.right) else { return };
        let place = add_phase_rect(&self.geometry, &pane.camera, pane.viewport);
        let end = pane.camera.screen_from_sheet(Point::new(last.right, 0.0)).x;
        // Only the names of a sheet in one row leave it room where the last phase ends out of sight.
        let place = place.filter(|place| !self.sight.is_folded() || place.left() > end);
        if let Some(place) = place.map(paint::rect) {
            // A phase that is pointed at has another ground below it.
            ui.painter().rect_filled(place, 0.0, view.tokens.panel);
            ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
                command_button(ui, view, Command::AddPhase);
            });
        }
    }
}
