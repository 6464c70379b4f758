//! The map of a sheet that is larger than what is seen of it, and the chip of the filter.

use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{
    Align2, CornerRadius, CursorIcon, Id, Key, Modifiers, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, accesskit::Role,
};

use crate::background::Snapshot;
use crate::blueprint::Scenario;
use crate::drawing::{Palette, Point, Rect, miniature, sheet_area};
use crate::pictures::CardFigures;
use crate::ui::commands::Command;
use crate::ui::controls::icon_button;
use crate::ui::filter::Filter;
use crate::ui::fonts::{Weight, font};
use crate::ui::icons;
use crate::ui::theme::{self, SMALL};
use crate::ui::view_context::{Action, ViewContext};

use super::{Canvas, paint};

/// The room that the map has at most, in points.
const ROOM: Vec2 = Vec2::new(200.0, 120.0);
/// What it keeps from the corner of the window.
const MARGIN: f32 = 14.0;
/// What lies between its frame and the sheet in it.
const PADDING: f32 = 5.0;
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
}

impl Canvas {
    /// Where the map lies, if the sheet is larger than what is seen of it.
    fn map_place(&self) -> Option<(egui::Rect, Rect)> {
        let area = sheet_area(self.viewport);
        let sheet = self.geometry.contents();
        let seen = self.camera.rect_on_screen(sheet);
        let room_enough = area.width() > 2.5 * ROOM.x && area.height() > 2.0 * ROOM.y;
        let fits = area.grown(1.0).encloses(seen);
        if fits || !room_enough || self.geometry.cards().is_empty() {
            return None;
        }
        let scale = (ROOM.x / sheet.width()).min(ROOM.y / sheet.height());
        let size = Vec2::new(sheet.width() * scale, sheet.height() * scale).max(Vec2::splat(24.0));
        let corner = paint::pos(area.max) - Vec2::splat(MARGIN + PADDING);
        Some((egui::Rect::from_min_max(corner - size, corner), sheet))
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
        let area = sheet_area(self.viewport);
        for (key, x, y) in [
            (Key::ArrowLeft, 1.0, 0.0),
            (Key::ArrowRight, -1.0, 0.0),
            (Key::ArrowUp, 0.0, 1.0),
            (Key::ArrowDown, 0.0, -1.0),
        ] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                let by = Point::new(x * area.width(), y * area.height()) * ARROW_STEP;
                self.camera = self.camera.panned(by);
                self.moved = true;
            }
        }
    }

    /// Shows the map in the lower right corner; a click or drag there moves the view.
    pub(super) fn show_map(&mut self, ui: &mut Ui, view: &ViewContext<'_>) {
        let Some((place, sheet)) = self.map_place() else {
            self.map.forget();
            return;
        };
        let scale = place.width() / sheet.width();
        let frame = place.expand(PADDING);
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
            let middle = sheet_area(self.viewport).centre();
            self.camera = self.camera.panned(middle - self.camera.screen_from_sheet(on_sheet));
            self.moved = true;
            ui.ctx().request_repaint();
        }
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Move);
        }
        let painter = ui.painter().with_clip_rect(paint::rect(self.viewport));
        let corner = CornerRadius::same(6);
        let tokens = view.tokens;
        painter.rect(frame, corner, tokens.panel, Stroke::NONE, StrokeKind::Inside);
        painter.add(egui::Shape::Mesh(self.map_mesh(ui, view, place, sheet)));
        let seen = self.camera.rect_on_sheet(sheet_area(self.viewport));
        let seen = egui::Rect::from_min_max(
            place.min + (paint::pos(seen.min) - paint::pos(sheet.min)) * scale,
            place.min + (paint::pos(seen.max) - paint::pos(sheet.min)) * scale,
        );
        let seen = seen.intersect(frame.shrink(1.0));
        if seen.is_positive() {
            let pen = Stroke::new(1.5, tokens.accent);
            painter.rect_stroke(seen, CornerRadius::same(2), pen, StrokeKind::Inside);
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
        let key = MapKey {
            scenario: Snapshot::of(view.editor.scenario()),
            place,
            palette: palette.clone(),
            filter: view.filter,
            bottleneck: view.analysis.bottleneck.clone(),
        };
        let (geometry, look) = (&self.geometry, &self.look);
        let figures = CardFigures { analysis: view.analysis, words: view.words };
        let make = || {
            let quads = miniature(view.scenario, geometry, Some(&figures), look);
            let scale = place.width() / sheet.width();
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
        Arc::clone(self.map.get(key, make))
    }

    /// Says at the top of the sheet what is filtered for, with a button that shows all again.
    pub(super) fn show_filter(&self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        if !view.filter.is_on() {
            return;
        }
        let what = view.filter.words(view.scenario, view.words);
        let text = view.words.with("filter-on", &[("what", what.into())]);
        let tokens = view.tokens;
        let area = paint::rect(sheet_area(self.viewport));
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
