//! The user's guide in a window of its own that floats over the others, so that one works on while
//! reading.
//!
//! - here: its state, and the window with its head; `contents`: what leads through it; `page`,
//!   `letters`, `table`, `pictures`: a page as it is read;
//! - `library`: the pages that were read; `visits`: the ways back and forward;
//! - `opening`: what the program does with it, and which page is about what is in front.
//!
//! A page is set by a few hundred lines of our own rather than by a widget for Markdown: those make
//! each run of letters a widget of its own, so that a line ends wherever a link does and a stop may
//! begin the next one, and headings and pictures have no names for screen readers.

mod contents;
mod letters;
mod library;
mod opening;
mod page;
mod pictures;
mod table;
mod visits;

use egui::{
    Context, EventFilter, Frame, Id, Key, LayerId, Margin, Modifiers, Order, Pos2, Rect,
    ScrollArea, Stroke, TextEdit, Ui, UiBuilder, Vec2, WidgetInfo, Window, vec2,
};

use self::library::Library;
use self::page::{Easel, WIDEST};
use self::pictures::Pictures;
use self::visits::{Visit, Visits};
use super::controls::{icon_button, painted_button};
use super::fonts::{Weight, font};
use super::icons;
use super::regions::{Region, Regions};
use super::theme::{BODY, Tokens};
use crate::guide::{Page, Place};
use crate::wording::Wording;

/// The size of the window at first, in points.
const SIZE: Vec2 = vec2(800.0, 640.0);
const LEAST: Vec2 = vec2(320.0, 240.0);
/// What stays free around it at first.
const AROUND: Vec2 = vec2(28.0, 64.0);
const HEAD: f32 = 44.0;
/// A window narrower than this shows either the contents or the page.
const BOTH: f32 = 600.0;
const CONTENTS: f32 = 208.0;
/// What stays free beside the text.
const BESIDE: i8 = 24;
/// How long it takes until what is new can have the keys, in passes: the toolkit measures a window
/// first, and a click takes the keys from all that was not clicked.
const PASSES: u8 = 3;
/// How far an arrow scrolls, in points.
const A_LITTLE: f32 = 48.0;

/// The guide: whether it is open, and where one is in it.
// Each is so or not, whatever the others are.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not hang together")]
#[derive(Default)]
pub(super) struct Guide {
    open: bool,
    /// Whether it had the keys when the last pass ended.
    in_front: bool,
    /// For how many passes more it takes the keys if it has none.
    takes_keys: u8,
    /// Whether it was opened over a dialog, above which it stays; one that comes later covers it.
    over: bool,
    /// What had the keys when it was opened.
    before: Option<Id>,
    visits: Visits,
    /// Where to scroll to in the next pass.
    towards: Option<Towards>,
    query: String,
    marked: usize,
    /// In a narrow window: whether the contents are shown in the place of the page.
    contents: bool,
    /// The page that is marked in the contents.
    listed: Option<Page>,
    library: Option<Library>,
    pictures: Pictures,
}

/// A place of the page that is open.
#[derive(Clone, Debug)]
enum Towards {
    /// So many points from its top.
    Offset(f32),
    /// A heading.
    Heading(String),
}

/// What the keys of a pass ask of the page.
#[derive(Clone, Copy, Default)]
struct Scrolling {
    points: f32,
    pages: f32,
    /// To the top, or to the end.
    edge: Option<f32>,
}

/// How large the window is at first in a room.
fn first_size(room: Rect) -> Vec2 {
    SIZE.min(room.size() - 2.0 * AROUND).max(LEAST)
}

/// What the window is: another one in a room that is too small for its usual size, so that it comes
/// back as it was once there is room again.
fn id(ctx: &Context) -> Id {
    let size = first_size(ctx.content_rect());
    Id::unique(("guide", size.x.to_bits(), size.y.to_bits()))
}

/// Where the words that this language's pages do not have stand in those of others. A page is the
/// same in every language, so that it is offered in the language that is on.
fn elsewhere(ui: &mut Ui, words: &Wording, library: &mut Library, query: &str) -> Option<Place> {
    let mut chosen = None;
    for (language, pages) in library.find_elsewhere(query) {
        let said = [("language", language.own_name().into())];
        ui.add(egui::Label::new(words.with("guide-elsewhere", &said)).wrap());
        for (page, title) in pages {
            if ui.link(title).clicked() {
                chosen = Some(Place::from(*page));
            }
        }
    }
    chosen
}

fn search_id() -> Id {
    Id::unique("guide-search")
}

impl Guide {
    /// Whether it had the keys when the last pass ended.
    pub fn is_in_front(&self) -> bool {
        self.open && self.in_front
    }

    /// The page that was open last.
    pub fn page(&self) -> Option<Page> {
        self.visits.now()
    }

    /// Opens it at a place and gives it the keys; `over` says that it is opened over a dialog.
    fn open_at(&mut self, ctx: &Context, place: Place, over: bool) {
        if !self.open {
            self.before = ctx.memory(egui::Memory::focused);
        }
        self.open = true;
        self.over = over;
        // Whoever comes back to a page finds it as it was.
        if self.visits.now() != Some(place.page) || place.anchor.is_some() {
            self.go(place);
        }
        self.takes_keys = PASSES;
        self.in_front = true;
        // It may lie behind another window.
        ctx.move_to_top(LayerId::new(Order::Middle, id(ctx)));
        ctx.request_repaint();
    }

    /// Closes it; answers what had the keys before.
    fn close(&mut self) -> Option<Id> {
        self.open = false;
        self.in_front = false;
        self.takes_keys = 0;
        self.contents = false;
        self.query.clear();
        self.pictures.clear();
        self.before.take()
    }

    fn go(&mut self, place: Place) {
        self.contents = false;
        self.visits.go(place.page, place.anchor.is_some());
        self.towards = Some(place.anchor.map_or(Towards::Offset(0.0), Towards::Heading));
    }

    fn visit(&mut self, visit: Option<Visit>) {
        if let Some(visit) = visit {
            self.contents = false;
            self.towards = Some(Towards::Offset(visit.scrolled));
        }
    }

    /// Shows the window; answers whether it is to be closed. `covered` says that a dialog lies over the
    /// window of the program.
    pub fn show(
        &mut self,
        ctx: &Context,
        words: &Wording,
        regions: &mut Regions,
        covered: bool,
    ) -> bool {
        if !self.open {
            return false;
        }
        self.over &= covered;
        let order = if self.over { Order::Foreground } else { Order::Middle };
        let layer = LayerId::new(order, id(ctx));
        if self.over {
            ctx.move_to_top(layer);
        }
        let mut library = match self.library.take() {
            Some(library) if library.language == words.language() => library,
            Some(_) | None => {
                self.pictures.clear();
                Library::of(words.language())
            }
        };
        if self.takes_keys > 0 {
            self.takes_keys -= 1;
            if !has_keys(ctx, layer) {
                ctx.memory_mut(|memory| memory.request_focus(Region::Guide.id()));
            }
        }
        let scrolling = if self.in_front { self.read_keys(ctx) } else { Scrolling::default() };
        let room = ctx.content_rect();
        let size = first_size(room);
        let name = words.text("command-guide");
        let window = Window::new(name)
            .id(id(ctx))
            .order(order)
            .title_bar(false)
            .fade_in(false)
            .constrain_to(room)
            .min_size(LEAST)
            .default_rect(Rect::from_min_size(room.right_bottom() - AROUND - size, size))
            .frame(Frame::window(&ctx.global_style()).inner_margin(Margin::ZERO));
        let shown = window.show(ctx, |ui| {
            regions.mark(ui, words.text(Region::Guide.key()), Region::Guide);
            self.fill(ui, words, &mut library, scrolling)
        });
        self.library = Some(library);
        self.keep_keys(ctx, layer, shown.as_ref().map(|shown| shown.response.rect));
        shown.and_then(|shown| shown.inner).unwrap_or(false)
    }

    /// A click into the window gives it the keys, wherever it goes: in the next pass, as in this one
    /// the toolkit takes them from whatever was not clicked.
    fn keep_keys(&mut self, ctx: &Context, layer: LayerId, place: Option<Rect>) {
        let pressed = ctx.input(|input| {
            input.pointer.any_pressed().then(|| input.pointer.interact_pos()).flatten()
        });
        let hit = pressed.filter(|at| place.is_some_and(|place| place.contains(*at)));
        self.in_front = if pressed.is_some() {
            // Who has the keys is settled after a click only: asking takes them from what got them.
            let hit = hit.is_some_and(|at| ctx.layer_id_at(at) == Some(layer));
            self.takes_keys = if hit { PASSES } else { 0 };
            hit
        } else {
            let has_keys = has_keys(ctx, layer);
            self.takes_keys = if has_keys { 0 } else { self.takes_keys };
            has_keys || self.takes_keys > 0
        };
        if self.takes_keys > 0 {
            ctx.request_repaint();
        }
    }

    /// Reads the keys that mean the guide while it has them.
    fn read_keys(&mut self, ctx: &Context) -> Scrolling {
        let mut scrolling = Scrolling::default();
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(Modifiers::ALT, Key::ArrowLeft) {
            let visit = self.visits.back();
            self.visit(visit);
        }
        if pressed(Modifiers::ALT, Key::ArrowRight) {
            let visit = self.visits.forward();
            self.visit(visit);
        }
        let search = search_id();
        let mut in_search = ctx.memory(|memory| memory.has_focus(search));
        if pressed(Modifiers::COMMAND, Key::F) {
            ctx.memory_mut(|memory| memory.request_focus(search));
            in_search = true;
        }
        // Esc has taken the keys from the field already.
        if !self.query.is_empty() && pressed(Modifiers::NONE, Key::Escape) {
            self.query.clear();
            ctx.memory_mut(|memory| memory.request_focus(search));
            in_search = true;
        }
        let page = 0.9;
        for (key, pages) in [(Key::PageDown, page), (Key::PageUp, -page)] {
            if pressed(Modifiers::NONE, key) {
                scrolling.pages += pages;
            }
        }
        if in_search {
            return scrolling;
        }
        for (key, edge) in [(Key::Home, 0.0), (Key::End, f32::INFINITY)] {
            if pressed(Modifiers::NONE, key) {
                scrolling.edge = Some(edge);
            }
        }
        let landmark = Region::Guide.id();
        if ctx.memory(|memory| memory.has_focus(landmark)) {
            // Arrows scroll instead of looking for the next thing that takes the keys.
            let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            ctx.memory_mut(|memory| memory.set_focus_lock_filter(landmark, arrows));
            for (key, points) in [(Key::ArrowDown, A_LITTLE), (Key::ArrowUp, -A_LITTLE)] {
                if pressed(Modifiers::NONE, key) {
                    scrolling.points += points;
                }
            }
            if pressed(Modifiers::NONE, Key::Space) {
                scrolling.pages += page;
            }
        }
        scrolling
    }

    fn fill(
        &mut self,
        ui: &mut Ui,
        words: &Wording,
        library: &mut Library,
        scrolling: Scrolling,
    ) -> bool {
        let whole = ui.available_rect_before_wrap();
        ui.advance_cursor_after_rect(whole);
        let wide = whole.width() >= BOTH;
        let head = whole.with_max_y(whole.top() + HEAD);
        let closes = ui
            .scope_builder(UiBuilder::new().max_rect(head.shrink2(vec2(12.0, 0.0))), |ui| {
                self.head(ui, words, wide)
            })
            .inner;
        let tokens = Tokens::of(ui.ctx());
        let line = Stroke::new(1.0, tokens.hairline);
        ui.painter().hline(whole.x_range(), head.bottom(), line);
        let body = whole.with_min_y(head.bottom() + 1.0);
        let moved = self.move_mark(ui, library, wide);
        let searching = !self.query.trim().is_empty();
        let split = if wide { body.left() + CONTENTS } else { body.left() };
        let aside = wide || self.contents || searching;
        if aside {
            let side = if wide { body.with_max_x(split) } else { body };
            let side = Rect::from_min_max(side.min + vec2(8.0, 10.0), side.max - vec2(6.0, 2.0));
            let builder = UiBuilder::new().max_rect(side).id_salt("guide-aside");
            ui.scope_builder(builder, |ui| self.aside(ui, words, library, (wide, moved)));
        }
        if wide {
            ui.painter().vline(split, body.y_range(), line);
        }
        if wide || !aside {
            let builder =
                UiBuilder::new().max_rect(body.with_min_x(split + 1.0)).id_salt("guide-page");
            ui.scope_builder(builder, |ui| self.page_of(ui, library, scrolling));
        }
        closes
    }

    /// Back, forward, what this is, the field for a search, and the way out.
    fn head(&mut self, ui: &mut Ui, words: &Wording, wide: bool) -> bool {
        let tokens = Tokens::of(ui.ctx());
        let mut closes = false;
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            if !wide {
                let name = words.text("guide-contents");
                if icon_button(ui, icons::PANEL_LEFT, name, true).on_hover_text(name).clicked() {
                    self.contents = !self.contents;
                    self.query.clear();
                }
            }
            let name = words.text("guide-back");
            if arrow(ui, -1.0, name, self.visits.can_go_back()).on_hover_text(name).clicked() {
                let visit = self.visits.back();
                self.visit(visit);
            }
            let name = words.text("guide-forward");
            if arrow(ui, 1.0, name, self.visits.can_go_forward()).on_hover_text(name).clicked() {
                let visit = self.visits.forward();
                self.visit(visit);
            }
            if wide {
                ui.add_space(8.0);
                let title = egui::RichText::new(words.text("command-guide"));
                ui.label(title.font(font(Weight::Semibold, BODY + 1.5)).color(tokens.ink));
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let name = words.text("guide-close");
                closes = icon_button(ui, icons::X, name, true).on_hover_text(name).clicked();
                ui.add_space(6.0);
                let width = (ui.available_width() - 8.0).clamp(60.0, 240.0);
                self.search(ui, words, width);
            });
        });
        closes
    }

    fn search(&mut self, ui: &mut Ui, words: &Wording, width: f32) {
        let name = words.text("guide-search");
        let before = self.query.clone();
        let field = TextEdit::singleline(&mut self.query)
            .id(search_id())
            .hint_text(name)
            .desired_width(width);
        let response = ui.add(field);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, "", &self.query, "");
            info.label = Some(name.to_owned());
            info
        });
        if self.query != before {
            self.marked = 0;
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            // Enter chooses; the field stays, for the next one.
            response.request_focus();
        }
    }

    /// Arrows in the field mark what was found, Enter goes there; answers whether the mark moved.
    fn move_mark(&mut self, ui: &Ui, library: &mut Library, wide: bool) -> bool {
        if !ui.memory(|memory| memory.has_focus(search_id())) || self.query.trim().is_empty() {
            return false;
        }
        let found = library.find(self.query.trim());
        let last = found.len().saturating_sub(1);
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let before = self.marked;
        if pressed(Key::ArrowDown) {
            self.marked = (self.marked + 1).min(last);
        }
        if pressed(Key::ArrowUp) {
            self.marked = self.marked.saturating_sub(1);
        }
        if pressed(Key::Enter)
            && let Some(hit) = found.get(self.marked)
        {
            let place = hit.place.clone();
            self.choose(place, wide);
        }
        self.marked != before
    }

    /// The contents, or what was found.
    fn aside(
        &mut self,
        ui: &mut Ui,
        words: &Wording,
        library: &mut Library,
        (wide, moved): (bool, bool),
    ) {
        let query = self.query.trim();
        let now = self.visits.now().unwrap_or(Page::ALL[0]);
        let chosen = if query.is_empty() {
            let turned = self.listed.replace(now) != Some(now);
            contents::pages(ui, library, now, turned)
        } else {
            let found = library.find(query);
            if found.is_empty() {
                let none = words.with("guide-nothing", &[("text", query.into())]);
                ui.add(egui::Label::new(egui::RichText::new(none).weak()).wrap());
                elsewhere(ui, words, library, query)
            } else {
                contents::found(ui, found, self.marked, moved)
            }
        };
        if let Some(place) = chosen {
            self.choose(place, wide);
        }
    }

    /// Goes to what was chosen aside; in a narrow window the page takes the place of what led there.
    fn choose(&mut self, place: Place, wide: bool) {
        if !wide {
            self.query.clear();
        }
        self.go(place);
    }

    /// The page that is open.
    fn page_of(&mut self, ui: &mut Ui, library: &Library, scrolling: Scrolling) {
        let Some(now) = self.visits.now() else { return };
        let Some(document) = library.document(now) else { return };
        let towards = self.towards.take();
        if towards.is_some() {
            ui.ctx().request_repaint();
        }
        let mut area = ScrollArea::vertical().id_salt(("guide", now.name())).auto_shrink(false);
        let kept = scroll_id();
        let (offset, high, whole): (f32, f32, f32) =
            ui.data(|data| data.get_temp(kept)).unwrap_or_default();
        if let Some(Towards::Offset(offset)) = towards {
            area = area.vertical_scroll_offset(offset);
        } else if scrolling.points != 0.0 || scrolling.pages != 0.0 || scrolling.edge.is_some() {
            let to = scrolling.edge.unwrap_or(offset + scrolling.points + scrolling.pages * high);
            area = area.vertical_scroll_offset(to.clamp(0.0, (whole - high).max(0.0)));
        }
        let sought = match &towards {
            Some(Towards::Heading(anchor)) => Some(anchor.as_str()),
            Some(Towards::Offset(_)) | None => None,
        };
        let mut easel = Easel {
            pictures: &mut self.pictures,
            language: library.language,
            tokens: Tokens::of(ui.ctx()),
            sought,
        };
        let shown = area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let margin = Margin { left: BESIDE, right: BESIDE, top: 18, bottom: 28 };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                let width = ui.available_width().min(WIDEST);
                ui.set_min_width(width);
                easel.show(ui, &document.blocks, width).cloned()
            })
        });
        let offset = shown.state.clamped_offset().y;
        let state = (offset, shown.inner_rect.height(), shown.content_size.y);
        ui.data_mut(|data| data.insert_temp(kept, state));
        self.visits.scroll(offset);
        if let Some(place) = shown.inner.inner {
            self.go(place);
            ui.ctx().request_repaint();
        }
    }
}

/// Where the toolkit keeps how far the page is scrolled, how high its room is, and how high it is.
fn scroll_id() -> Id {
    Id::unique("guide-scrolled")
}

/// Whether something in a layer has the keys.
fn has_keys(ctx: &Context, layer: LayerId) -> bool {
    let Some(focused) = ctx.memory(egui::Memory::focused) else { return false };
    focused == Region::Guide.id()
        || ctx.read_response(focused).is_some_and(|response| response.layer_id == layer)
}

/// A button with an arrow that points to the left or to the right.
fn arrow(ui: &mut Ui, towards: f32, name: &str, enabled: bool) -> egui::Response {
    painted_button(ui, name, enabled, |painter, rect, colour| {
        let stroke = Stroke::new(1.6, colour);
        let point = |x: f32, y: f32| rect.center() + vec2(x * towards, y);
        let ends: [Pos2; 3] = [point(1.0, -5.0), point(6.0, 0.0), point(1.0, 5.0)];
        painter.line(ends.to_vec(), stroke);
        painter.line_segment([point(-6.0, 0.0), point(6.0, 0.0)], stroke);
    })
}
