//! A look at what will be written: the very picture, page by page, or what is in the file.
//!
//! What is finished of it is kept as long as the choices and the version stay the same; turning pages,
//! scrolling and enlarging make only new pixels of it. These come in strips, those in sight first.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use egui::{
    Align, Color32, ColorImage, CornerRadius, CursorIcon, EventFilter, Key, Layout, Modifiers,
    Pos2, Rect, ScrollArea, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui,
    UiBuilder, Vec2, WidgetInfo, accesskit::Role, emath::GuiRounding as _,
};

use crate::background::{Kept, Pace, Snapshot};
use crate::blueprint::{Blueprint, ScenarioId};
use crate::drawing::Size;
use crate::exchange::Refused;
use crate::exports::{Choices, NotMade, Order, Proof};
use crate::ui::app::App;
use crate::ui::controls::{icon_button, painted_button, small};
use crate::ui::exporting::CopiedPixels;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::Tokens;
use crate::ui::{icons, waking};

use super::contents;

/// How long choices stand still before the look follows, in seconds.
const PAUSE: f64 = 0.12;
/// What is free around the picture, in points.
const MARGIN: f32 = 8.0;
/// The height of the line below it.
const LINE: f32 = 28.0;
/// How many rows of pixels are made at once.
const STRIP: u32 = 512;
/// How large a point of what is drawn is shown at most, in points of the screen.
const MOST: f32 = 1.6;
/// A dialog of another size stands in its place after so many passes.
const SETTLES: u8 = 3;
/// How far an arrow scrolls, in points.
const ARROW: f32 = 60.0;

/// What a look is of; the name counts only where the look says it.
type Wanted = (Snapshot<Blueprint>, ScenarioId, &'static str, Choices, String);

/// Whose pixels they are: the number of the proof, the page, and the bits of the scale.
type Of = (u64, usize, u32);

/// The look and the page that is seen.
pub(super) struct Looking {
    page: usize,
    is_enlarged: bool,
    /// Whether it was enlarged just now, so that it gets the keys back.
    comes_back: bool,
    /// Whether what is seen is of another format than what was asked for.
    is_going: bool,
    /// For how many passes the dialog still finds its new size.
    settles: u8,
    kept: Kept<Wanted, Result<Arc<Proof>, NotMade>>,
    strips: Kept<(Of, u32), Result<CopiedPixels, Refused>>,
    sight: Sight,
    /// What was in sight before, until there is something new to see.
    before: Option<Sight>,
}

/// The pixels of a page at a scale.
#[derive(Default)]
struct Sight {
    of: Option<Of>,
    /// How large the whole is, in pixels.
    size: Vec2,
    strips: BTreeMap<u32, TextureHandle>,
}

impl Default for Looking {
    fn default() -> Self {
        Self {
            page: 0,
            is_enlarged: false,
            comes_back: false,
            is_going: false,
            settles: 0,
            kept: Kept::new("preview").after_pause(PAUSE),
            strips: Kept::new("strip of a preview"),
            sight: Sight::default(),
            before: None,
        }
    }
}

impl fmt::Debug for Looking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Looking").field("page", &self.page).finish_non_exhaustive()
    }
}

impl Looking {
    /// Whether it takes the place of the dialog.
    pub fn is_enlarged(&self) -> bool {
        self.is_enlarged
    }

    /// Has it take the place of the dialog, or give it back.
    pub fn enlarge(&mut self, on: bool) {
        self.comes_back = self.is_enlarged && !on;
        self.is_enlarged = on;
        self.settles = SETTLES;
    }

    /// Shows it in the rest of the room.
    pub fn show(&mut self, ui: &mut Ui, app: &App, order: Order) {
        let tokens = Tokens::of(ui.ctx());
        if let Some(left) = self.settles.checked_sub(1) {
            self.settles = left;
            ui.ctx().request_repaint();
        }
        let wanted: Wanted = (
            Snapshot::of(&order.blueprint),
            order.scenario,
            order.exporter.ending,
            order.choices.clone(),
            if order.exporter.ending == "csv" { order.name.clone() } else { String::new() },
        );
        let run = move |_: &_| order.proof().map(Arc::new);
        self.kept.follow(&wanted, ui.ctx(), Pace::Beside, run);
        let is_new = self.kept.is_for(&wanted);
        // What is of another format goes as soon as the new one is there, and would take the keyboard
        // with it: until then it takes none.
        self.is_going = self.kept.value_key().is_some_and(|shown| shown.2 != wanted.2);
        let failure = self.kept.failure(&wanted).map(|failure| waking::why(&app.words, failure));
        let found = self.kept.value().cloned();
        let whole = ui.available_rect_before_wrap();
        let area = Rect { max: Pos2::new(whole.right(), whole.bottom() - LINE), ..whole };
        let (corner, edge) = (CornerRadius::same(6), Stroke::new(1.0, tokens.hairline));
        ui.painter().rect(area, corner, tokens.background, edge, StrokeKind::Inside);
        let inside = area.shrink(MARGIN);
        let said = match (&failure, &found) {
            (Some(why), _) => why.clone(),
            (None, Some(Err(not))) => app.not_made(not),
            (None, Some(Ok(proof))) if is_new => told(app, proof),
            (None, Some(Ok(_)) | None) => app.words.text("export-looking").to_owned(),
        };
        let builder = UiBuilder::new().max_rect(inside);
        ui.scope_builder(builder, |ui| match (&failure, &found) {
            (None, Some(Ok(proof))) => match &**proof {
                Proof::Tables(tables) => contents::tables(ui, app, tables),
                Proof::Text(lines) => contents::text(ui, lines),
                Proof::Pages(..) | Proof::Flow(..) | Proof::Picture(..) => {
                    self.drawn(ui, proof, &said, !is_new);
                }
            },
            (None, None) => {}
            (Some(_), _) | (None, Some(Err(_))) => {
                ui.centered_and_justified(|ui| {
                    let said = egui::RichText::new(said.as_str()).color(tokens.muted);
                    ui.add(egui::Label::new(said).wrap());
                });
            }
        });
        let count = match &found {
            Some(Ok(proof)) => proof.page_count(),
            Some(Err(_)) | None => 0,
        };
        let is_drawn = matches!(&found, Some(Ok(proof)) if proof.size(0).is_some());
        let line = Rect { min: Pos2::new(whole.left(), area.bottom() + 2.0), ..whole };
        ui.scope_builder(UiBuilder::new().max_rect(line), |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                self.size_button(ui, app, is_drawn);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    self.line(ui, app, &said, count, is_new);
                });
            });
        });
        ui.advance_cursor_after_rect(whole);
    }

    /// The button that enlarges it or makes it small again.
    fn size_button(&mut self, ui: &mut Ui, app: &App, is_drawn: bool) {
        let (key, icon) = if self.is_enlarged {
            ("chart-make-small", icons::CHEVRON_DOWN)
        } else {
            ("export-enlarge", icons::FIT)
        };
        let name = app.words.text(key);
        let can = (is_drawn && !self.is_going) || self.is_enlarged;
        if icon_button(ui, icon, name, can).on_hover_text(name).clicked() && can {
            let on = !self.is_enlarged;
            self.enlarge(on);
        }
    }

    /// How large it becomes, and the way to other pages; while that is not known, three dots.
    fn line(&mut self, ui: &mut Ui, app: &App, said: &str, count: usize, is_new: bool) {
        let tokens = Tokens::of(ui.ctx());
        if count < 2 {
            small(ui, tokens, if is_new { said } else { "…" });
            return;
        }
        let [before, after] =
            ["export-page-before", "export-page-after"].map(|key| app.words.text(key));
        if turn(ui, "‹", before, is_new && self.page > 0) {
            self.page -= 1;
        }
        let of = if is_new { count.to_string() } else { "…".to_owned() };
        let arguments = [("number", (self.page + 1).into()), ("count", of.into())];
        ui.label(app.words.with("page-number", &arguments));
        if turn(ui, "›", after, is_new && self.page + 1 < count) {
            self.page += 1;
        }
    }

    /// What is drawn, as large as the room allows; pale where it waits for a newer one.
    fn drawn(&mut self, ui: &mut Ui, proof: &Arc<Proof>, said: &str, waits: bool) {
        self.page = self.page.min(proof.page_count().saturating_sub(1));
        let Some(size) = proof.size(self.page) else { return };
        let room = ui.available_size();
        let across = self.is_enlarged || matches!(**proof, Proof::Flow(..));
        let shown = scale(size, room, across);
        let per_point = ui.ctx().pixels_per_point();
        let pixels = Vec2::new(size.width, size.height) * shown * per_point;
        let pixels =
            Vec2::new((pixels.x - 0.01).ceil().max(1.0), (pixels.y - 0.01).ceil().max(1.0));
        let of = (self.kept.serial(), self.page, (shown * per_point).to_bits());
        if self.sight.of != Some(of) {
            let now = Sight { of: Some(of), size: pixels, strips: BTreeMap::new() };
            let old = std::mem::replace(&mut self.sight, now);
            if !old.strips.is_empty() {
                self.before = Some(old);
            }
        }
        let salt = ("look", self.page, self.is_enlarged, across);
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).show_viewport(ui, |ui, visible| {
            let content = pixels / per_point;
            let all = Vec2::new(ui.available_width(), content.y.max(room.y));
            let sense = if self.is_going { Sense::CLICK } else { Sense::click() };
            let (rect, response) = ui.allocate_exact_size(all, sense);
            // Letters blur where their pixels lie between those of the screen.
            let corner = (rect.center() - content / 2.0).round_to_pixels(per_point);
            let place = Rect::from_min_size(corner, content);
            let seen = visible.translate(rect.min.to_vec2() - place.min.to_vec2());
            self.fetch(ui, proof, of, seen, per_point);
            self.paint(ui, place, waits);
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, said));
            self.keys(ui, &response, proof.page_count());
            // A hover text would cover what is looked at; the button below says the same.
            let cursor = if self.is_enlarged { CursorIcon::ZoomOut } else { CursorIcon::ZoomIn };
            if response.on_hover_cursor(cursor).clicked() {
                let on = !self.is_enlarged;
                self.enlarge(on);
            }
        });
    }

    /// Arrows turn pages and scroll.
    fn keys(&mut self, ui: &Ui, response: &egui::Response, count: usize) {
        if std::mem::take(&mut self.comes_back) {
            response.request_focus();
        }
        if response.has_focus() {
            let arrows = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        } else if !self.is_enlarged || ui.memory(|memory| memory.focused().is_some()) {
            return;
        }
        let presses =
            |key: Key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let on = self.page + presses(Key::ArrowRight);
        self.page = on.saturating_sub(presses(Key::ArrowLeft)).min(count.saturating_sub(1));
        let height = ui.clip_rect().height();
        let steps = [
            (Key::ArrowDown, -ARROW),
            (Key::ArrowUp, ARROW),
            (Key::PageDown, -0.9 * height),
            (Key::PageUp, 0.9 * height),
        ];
        for (key, by) in steps {
            let times = presses(key) as f32;
            if times > 0.0 {
                ui.scroll_with_delta(Vec2::new(0.0, by * times));
            }
        }
    }

    /// Takes the strip that was made, and asks for the next one in sight that is not there.
    fn fetch(&mut self, ui: &Ui, proof: &Arc<Proof>, of: Of, seen: Rect, per_point: f32) {
        // Whole pixels; what lies outside is cut off.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let whole = |length: f32| length.max(0.0) as u32;
        let rows = |points: f32| whole(points * per_point);
        let height = whole(self.sight.size.y);
        let last = height.saturating_sub(1) / STRIP;
        let in_sight = rows(seen.top()) / STRIP..=(rows(seen.bottom()) / STRIP).min(last);
        self.strips.fetch(ui.ctx());
        if let Some((made_of, at)) = self.strips.value_key().copied()
            && made_of == of
            && !self.sight.strips.contains_key(&at)
            && let Some(Ok(((across, down), bytes))) = self.strips.value()
        {
            let pixels = [*across as usize, *down as usize];
            let image = ColorImage::from_rgba_unmultiplied(pixels, bytes);
            let texture = ui.ctx().load_texture("preview", image, TextureOptions::LINEAR);
            self.sight.strips.insert(at, texture);
        }
        // What is far from sight is given up.
        let (from, to) = (in_sight.start().saturating_sub(2), in_sight.end() + 2);
        self.sight.strips.retain(|at, _| (from..=to).contains(at));
        let missing = in_sight.clone().find(|at| !self.sight.strips.contains_key(at));
        let Some(at) = missing else {
            self.before = None;
            return;
        };
        if self.strips.is_for(&(of, at)) {
            // It was given up and is wanted again, or cannot be made.
            if matches!(self.strips.value(), Some(Err(_))) {
                return;
            }
            self.strips.again();
        }
        let (proof, page, scale) = (Arc::clone(proof), of.1, f32::from_bits(of.2));
        let rows = at * STRIP..((at + 1) * STRIP).min(height);
        let run = move |_: &_| proof.pixels(page, scale, rows);
        self.strips.follow(&(of, at), ui.ctx(), Pace::Beside, run);
    }

    /// Paints the strips that are there; what was in sight before until there are some.
    fn paint(&self, ui: &Ui, place: Rect, waits: bool) {
        let is_blank = self.sight.strips.is_empty();
        let shown = if is_blank { self.before.as_ref() } else { Some(&self.sight) };
        let Some(sight) = shown else { return };
        let pale = waits || is_blank;
        let tint = if pale { Color32::from_white_alpha(140) } else { Color32::WHITE };
        let per_point = ui.ctx().pixels_per_point();
        let place = if is_blank {
            let fits = (place.width() / sight.size.x).min(place.height() / sight.size.y);
            Rect::from_center_size(place.center(), sight.size * fits)
        } else {
            place
        };
        let unit = place.width() / sight.size.x.max(1.0);
        for (at, texture) in &sight.strips {
            let top = place.top() + (*at * STRIP) as f32 * unit;
            let area =
                Rect::from_min_size(Pos2::new(place.left(), top), texture.size_vec2() * unit);
            let all = Rect::from_min_max(Pos2::ZERO, Pos2::new(1.0, 1.0));
            ui.painter().image(texture.id(), area, all, tint);
        }
        let edge = Stroke::new(1.0 / per_point, Tokens::of(ui.ctx()).hairline);
        ui.painter().rect_stroke(place, CornerRadius::ZERO, edge, StrokeKind::Outside);
    }
}

/// How large a point is shown: all of it in sight, or as wide as the room.
fn scale(size: Size, room: Vec2, across: bool) -> f32 {
    // The bar that scrolls needs some of the width.
    let wide = (room.x - if across { 14.0 } else { 0.0 }) / size.width.max(1.0);
    let high = room.y / size.height.max(1.0);
    // However long a sheet is, it stays within the room.
    (if across { wide } else { wide.min(high) }).clamp(f32::EPSILON, MOST)
}

/// A button that turns pages.
fn turn(ui: &mut Ui, sign: &str, name: &str, enabled: bool) -> bool {
    let button = painted_button(ui, name, enabled, |painter, rect, colour| {
        let middle = egui::Align2::CENTER_CENTER;
        painter.text(rect.center(), middle, sign, font(Weight::Semibold, 18.0), colour);
    });
    enabled && button.clicked()
}

/// What there will be, in words: how large, or how many pages.
fn told(app: &App, proof: &Proof) -> String {
    match proof {
        Proof::Picture(_, Some(Ok((width, height)))) => {
            let [width, height] = [width, height].map(|side| app.words.number(f64::from(*side)));
            app.words.with("export-size", &[("width", width.into()), ("height", height.into())])
        }
        Proof::Picture(_, Some(Err(refused))) => app.not_made(&NotMade::Refused(refused.clone())),
        Proof::Picture(_, None) => app.words.text("export-sharp").to_owned(),
        Proof::Pages(pages, _) => {
            app.words.with("export-page-count", &[("count", pages.len().into())])
        }
        Proof::Flow(..) => app.words.text("export-flows").to_owned(),
        Proof::Tables(tables) => {
            app.words.with("export-table-count", &[("count", tables.len().into())])
        }
        Proof::Text(lines) => app.words.with("export-line-count", &[("count", lines.len().into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_long_a_sheet_is_it_stays_within_the_room() {
        let room = Vec2::new(430.0, 280.0);
        for size in [Size::new(300_000.0, 600.0), Size::new(600.0, 900_000.0), Size::new(9.0, 9.0)]
        {
            let shown = scale(size, room, false);
            let (wide, high) = (size.width * shown, size.height * shown);
            assert!(wide <= room.x + 0.1 && high <= room.y + 0.1, "{size:?} {wide} {high}");
            assert!(scale(size, room, true) * size.width <= room.x, "{size:?}");
        }
    }
}
