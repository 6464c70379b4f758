//! The map of a sheet that is larger than what is seen of it, and the chip of the filter.

use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{
    Align2, CornerRadius, CursorIcon, Id, Key, Modifiers, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, accesskit::Role,
};

use crate::background::Snapshot;
use crate::blueprint::Scenario;
use crate::drawing::{DisplayList, Layer, Palette, Point, Rect, Shape, miniature};
use crate::ui::commands::Command;
use crate::ui::controls::icon_button;
use crate::ui::filter::Filter;
use crate::ui::fonts::{Weight, font};
use crate::ui::icons;
use crate::ui::theme::{self, SMALL};
use crate::ui::view_context::{Action, ViewContext};

use super::{Canvas, Gesture, paint};

/// The room that the map has at most, in points; a long sheet takes more of the width.
const ROOM: Vec2 = Vec2::new(200.0, 120.0);
const LONG_ROOM: f32 = 300.0;
/// How low and how narrow the map may be, in points: a sheet of another shape is stretched.
const LEAST_ROOM: Vec2 = Vec2::new(64.0, 44.0);
/// What it keeps from the corner of the window.
const MARGIN: f32 = 14.0;
/// The button that it is folded into, in points.
const BUTTON: Vec2 = Vec2::new(28.0, 22.0);
/// What lies between its frame and the sheet in it.
const PADDING: f32 = 5.0;
/// The map helps where less than this part of the sheet is seen.
const SEEN_WITHOUT: f32 = 0.5;
/// Where the pointer is so near and stays, it is about the cards below the map, in points.
const NEAR: f32 = 36.0;
/// How long it stays there, in seconds: who means the map comes to it at once.
const LINGERS: f64 = 0.15;
/// How far an arrow moves the view while the map has the focus, as a part of what is seen.
const ARROW_STEP: f32 = 0.2;

/// What the map depends on: for thousands of cards it is made once, not in every frame.
#[derive(PartialEq)]
pub(super) struct MapKey {
    scenario: Snapshot<Scenario>,
    place: egui::Rect,
    palette: Palette,
    filter: Filter,
    /// The cards that the figures mark.
    bottleneck: Vec<crate::blueprint::StepId>,
    is_outdated: bool,
}

/// Where a map of a size lies in a corner of the part of the window that shows the sheet.
fn map_at(area: Rect, size: Vec2, right: bool, lower: bool) -> egui::Rect {
    let inner = paint::rect(area).shrink(MARGIN + PADDING);
    let x = if right { inner.right() - size.x } else { inner.left() };
    let y = if lower { inner.bottom() - size.y } else { inner.top() };
    egui::Rect::from_min_size(egui::pos2(x, y), size)
}

/// Where the map lies and whether it gives way.
#[derive(Default)]
pub(super) struct MapState {
    /// The corner that it took last: right, lower.
    corner: Option<(bool, bool)>,
    /// Since when the pointer is near.
    near_since: Option<f64>,
    /// Whether it has given way to the pointer.
    gives_way: bool,
    /// Whether cards lie in every corner: then a button stands for it until it is asked for.
    folded: bool,
}

impl Canvas {
    /// Where the map lies, if little is seen of the sheet.
    fn map_place(&self) -> Option<(egui::Rect, Rect)> {
        let area = self.sight.area();
        let sheet = self.geometry.contents();
        let seen = self.sight.extent();
        let room_enough = area.width() > 2.5 * ROOM.x && area.height() > 2.0 * ROOM.y;
        let shown = seen.intersection(area);
        let part = shown.width() * shown.height() / (seen.width() * seen.height()).max(1.0);
        // In rows it would show another sheet than one sees.
        if self.sight.is_folded()
            || part >= SEEN_WITHOUT
            || !room_enough
            || self.geometry.cards().is_empty()
        {
            return None;
        }
        let most = if sheet.width() > 4.0 * sheet.height() { LONG_ROOM } else { ROOM.x };
        let scale = (most / sheet.width()).min(ROOM.y / sheet.height());
        let size = (Vec2::new(sheet.width(), sheet.height()) * scale).max(LEAST_ROOM);
        let (right, lower) = self.map.corner.unwrap_or((true, true));
        Some((map_at(area, size, right, lower), sheet))
    }

    /// Chooses the corner for the map: that where it was, unless cards lie there and another is free.
    /// Where none is, the map is folded into a button.
    fn choose_map_corner(&mut self) {
        let Some((place, _)) = self.map_place() else { return };
        let free = self.free_corner(place.size());
        self.map.folded = free.is_none();
        self.map.corner = free.or(self.map.corner).or(Some((true, true)));
    }

    /// The first corner where something of a size covers no card; of several one without words of
    /// lines and links, if there is one.
    fn free_corner(&self, size: Vec2) -> Option<(bool, bool)> {
        let area = self.sight.area();
        let now = self.map.corner.unwrap_or((true, true));
        let corners = [now, (true, true), (false, true), (true, false), (false, false)];
        let at = |(right, lower)| map_at(area, size, right, lower);
        let free = || corners.into_iter().filter(|corner| !self.map_covers(at(*corner)));
        let wordless = free().find(|corner| !self.covers_words(at(*corner)));
        wordless.or_else(|| free().next())
    }

    /// Whether words of lines or links lie where the map would.
    fn covers_words(&self, place: egui::Rect) -> bool {
        let frame = paint::from_egui(place.expand(PADDING));
        let words = self.lists.iter().flat_map(DisplayList::iter);
        words.filter(|item| item.layer == Layer::Labels).any(|item| match item.shape {
            Shape::Rect { rect, .. } => rect.touches(frame),
            _ => false,
        })
    }

    /// A button in the place of a map that would cover cards, between the names of lanes and phases,
    /// where nothing else is: it opens the map until something else is clicked.
    fn show_map_button(&self, ui: &Ui, view: &ViewContext<'_>) {
        let corner = Rect { max: self.sight.area().min, ..self.sight.viewport() };
        let frame = egui::Rect::from_center_size(paint::pos(corner.centre()), BUTTON);
        let response = ui.interact(frame, Self::map_id(), Sense::click());
        let name = view.text("map-name");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        if response.clicked() {
            response.request_focus();
            ui.ctx().request_repaint();
        }
        let tokens = view.tokens;
        let painter = ui.painter().with_clip_rect(paint::rect(self.sight.viewport()));
        let (fill, ink) = if response.hovered() {
            (tokens.accent_wash, tokens.accent)
        } else {
            (tokens.panel, tokens.muted)
        };
        painter.rect_filled(frame, CornerRadius::same(6), fill);
        // A sheet, and the part of it that is seen.
        let sheet = egui::Rect::from_center_size(frame.center(), Vec2::new(17.0, 12.0));
        let seen = egui::Rect::from_min_size(sheet.min, Vec2::new(8.0, 7.0));
        let corner = CornerRadius::same(2);
        painter.rect_stroke(sheet, corner, Stroke::new(1.25, ink), StrokeKind::Inside);
        painter.rect_stroke(seen, corner, Stroke::new(1.25, ink), StrokeKind::Inside);
        response.on_hover_text(name);
    }

    /// Whether cards lie where the map would.
    fn map_covers(&self, place: egui::Rect) -> bool {
        self.lies_on_cards(paint::from_egui(place.expand(PADDING)))
    }

    /// Whether the map gives way: while something is dragged on the sheet, and where cards lie below
    /// it and the pointer lingers beside it.
    fn map_gives_way(&mut self, ui: &Ui, frame: egui::Rect) -> bool {
        if !matches!(self.gesture, Gesture::Nothing | Gesture::Pan) {
            return true;
        }
        let now = ui.input(|input| input.time);
        let away = ui.input(|input| input.pointer.hover_pos()).map(|at| frame.distance_to_pos(at));
        match away {
            Some(away) if away > 0.0 && away <= NEAR && self.map_covers(frame.shrink(PADDING)) => {
                let since = *self.map.near_since.get_or_insert(now);
                if now - since >= LINGERS {
                    self.map.gives_way = true;
                } else if !self.map.gives_way {
                    let rest = std::time::Duration::from_secs_f64(LINGERS - (now - since));
                    ui.ctx().request_repaint_after(rest);
                }
            }
            Some(away) if away <= NEAR => self.map.near_since = None,
            _ => (self.map.near_since, self.map.gives_way) = (None, false),
        }
        self.map.gives_way
    }

    fn map_id() -> Id {
        Id::unique("map of the sheet")
    }

    /// Reads the arrows while the map has the focus; before they move cards.
    pub(super) fn read_map_keys(&mut self, ui: &Ui, shown: bool) {
        let id = Self::map_id();
        if !shown || self.map_place().is_none() || !ui.memory(|memory| memory.has_focus(id)) {
            return;
        }
        let area = self.sight.area();
        for (key, x, y) in [
            (Key::ArrowLeft, 1.0, 0.0),
            (Key::ArrowRight, -1.0, 0.0),
            (Key::ArrowUp, 0.0, 1.0),
            (Key::ArrowDown, 0.0, -1.0),
        ] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                let by = Point::new(x * area.width(), y * area.height()) * ARROW_STEP;
                self.pan_by(by);
            }
        }
    }

    /// Shows the map in a corner; a click or drag there moves the view.
    pub(super) fn show_map(&mut self, ui: &mut Ui, view: &ViewContext<'_>) {
        let has_focus = ui.memory(|memory| memory.has_focus(Self::map_id()));
        let still = ui.input(|input| !input.pointer.any_down());
        if still && !has_focus {
            self.choose_map_corner();
        }
        let Some((place, sheet)) = self.map_place() else {
            self.map_picture.forget();
            self.map = MapState::default();
            return;
        };
        if self.map.folded && !has_focus {
            self.show_map_button(ui, view);
            return;
        }
        let scale = Vec2::new(place.width() / sheet.width(), place.height() / sheet.height());
        let frame = place.expand(PADDING);
        if !has_focus && self.map_gives_way(ui, frame) {
            let edge = Stroke::new(1.0, view.tokens.hairline);
            let painter = ui.painter().with_clip_rect(paint::rect(self.sight.viewport()));
            painter.rect_stroke(frame, CornerRadius::same(6), edge, StrokeKind::Inside);
            return;
        }
        let response = ui.interact(frame, Self::map_id(), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollView, true, view.text("map-name")));
        ui.memory_mut(|memory| {
            let arrows = egui::EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..egui::EventFilter::default()
            };
            memory.set_focus_lock_filter(response.id, arrows);
        });
        if let Some(at) = response.interact_pointer_pos()
            && (response.dragged() || response.clicked() || response.drag_started())
        {
            let on_sheet = (at - place.min) / scale;
            let on_sheet = sheet.min + Point::new(on_sheet.x, on_sheet.y);
            let middle = self.sight.area().centre();
            self.pan_by(middle - self.sight.screen_from_sheet(on_sheet));
            ui.ctx().request_repaint();
        }
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Move);
        }
        let painter = ui.painter().with_clip_rect(paint::rect(self.sight.viewport()));
        let corner = CornerRadius::same(6);
        let tokens = view.tokens;
        painter.rect(frame, corner, tokens.panel, Stroke::NONE, StrokeKind::Inside);
        painter.add(egui::Shape::Mesh(self.map_mesh(ui, view, place, sheet)));
        for seen in self.sight.seen() {
            let seen = egui::Rect::from_min_max(
                place.min + (paint::pos(seen.min) - paint::pos(sheet.min)) * scale,
                place.min + (paint::pos(seen.max) - paint::pos(sheet.min)) * scale,
            );
            // Of a very long sheet hardly anything is seen: still enough to be found.
            let least = (Vec2::splat(6.0) - seen.size()).max(Vec2::ZERO) / 2.0;
            let seen = seen.expand2(least).intersect(frame.shrink(1.0));
            if seen.is_positive() {
                let pen = Stroke::new(1.5, tokens.accent);
                painter.rect_stroke(seen, CornerRadius::same(2), pen, StrokeKind::Inside);
            }
        }
        let edge = if response.has_focus() {
            Stroke::new(1.5, tokens.accent)
        } else {
            Stroke::new(1.0, tokens.hairline)
        };
        painter.rect_stroke(frame, corner, edge, StrokeKind::Inside);
    }

    /// The rectangles of the map; made anew only when something in it is another.
    fn map_mesh(
        &mut self,
        ui: &Ui,
        view: &ViewContext<'_>,
        place: egui::Rect,
        sheet: Rect,
    ) -> Arc<Mesh> {
        let palette = theme::palette(ui.ctx());
        let figures = view.card_figures();
        let key = MapKey {
            scenario: Snapshot::of(view.editor.scenario()),
            place,
            palette: palette.clone(),
            filter: view.filter,
            bottleneck: figures.limiting().bottleneck.clone(),
            is_outdated: view.before.is_some(),
        };
        let (geometry, look) = (&self.geometry, &self.look);
        let make = || {
            let quads = miniature(view.scenario, geometry, Some(&figures), look);
            let scale = Vec2::new(place.width() / sheet.width(), place.height() / sheet.height());
            let on_map =
                |point: Point| place.min + (paint::pos(point) - paint::pos(sheet.min)) * scale;
            let mut mesh = Mesh::default();
            mesh.reserve_vertices(quads.len() * 4);
            mesh.reserve_triangles(quads.len() * 2);
            for (rect, ink) in quads {
                let quad = egui::Rect::from_min_max(on_map(rect.min), on_map(rect.max));
                mesh.add_colored_rect(quad.intersect(place), theme::colour(&palette, ink));
            }
            Arc::new(mesh)
        };
        Arc::clone(self.map_picture.get(key, make))
    }

    /// Says at the top of the sheet what is filtered for, with a button that shows all again.
    pub(super) fn show_filter(&self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        if !view.filter.is_on() {
            return;
        }
        let what = view.filter.words(view.scenario, view.words);
        let text = view.words.with("filter-on", &[("what", what.into())]);
        let tokens = view.tokens;
        let area = paint::rect(self.sight.area());
        let room = (area.width() - 90.0).max(40.0);
        let name = font(Weight::Medium, SMALL);
        let galley = crate::ui::controls::elided(ui, &text, name, tokens.accent, room);
        let size = Vec2::new(galley.size().x + 46.0, 28.0);
        let middle = egui::pos2(area.center().x, area.top() + 10.0 + size.y / 2.0);
        let chip = egui::Rect::from_center_size(middle, size);
        let painter = ui.painter().with_clip_rect(area);
        let edge = Stroke::new(1.0, tokens.accent);
        painter.rect(chip, CornerRadius::same(14), tokens.accent_wash, edge, StrokeKind::Inside);
        let at = Align2::LEFT_CENTER
            .anchor_size(chip.left_center() + Vec2::new(14.0, 0.0), galley.size());
        painter.galley(at.min, galley, tokens.accent);
        // The words are read out too, and hide no card from the pointer.
        let words = ui.interact(at, Id::unique("filter words"), Sense::hover());
        words.widget_info(|| WidgetInfo::labeled(Role::Status, true, &text));
        let button = egui::Rect::from_center_size(
            chip.right_center() - Vec2::new(16.0, 0.0),
            Vec2::splat(26.0),
        );
        let clear = view.text(view.face(Command::ClearFilter).text).to_owned();
        let clicked = ui
            .scope_builder(egui::UiBuilder::new().max_rect(button), |ui| {
                icon_button(ui, icons::X, &clear, true).on_hover_text(&clear).clicked()
            })
            .inner;
        if clicked {
            view.ask(Action::Run(Command::ClearFilter));
        }
    }
}
