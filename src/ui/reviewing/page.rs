//! The page that a reviewer reads first: sentences, a numbered row for each question, small pictures.

use egui::{
    Align2, Color32, CornerRadius, Frame, Margin, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, accesskit::Role,
};

use crate::drawing::Mood;
use crate::reports::{BesideFigure, PageRow, PageSubject, VerdictPage};
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::panels::verdict::{mood_key, paint_mark, quality_lines};
use crate::ui::theme::{BODY, SMALL, Tokens};
use crate::ui::view_context::{Action, ViewContext};
use crate::ui::views::ViewState;

use super::bubble::{counted, empty, filled};
use super::desk::Desk;
use super::head::show as show_head;
use super::leading::place_of_row;
use super::pane::pinned_topics;
use super::pictures;
use super::places::{figure_of_row, row_anchor};
use super::wish::ReviewWish;

/// What is left free below the page, so that nothing is left to scroll, in points.
const BELOW: f32 = 12.0;
/// The widest that the page becomes, in points.
const WIDEST: f32 = 1_640.0;
/// What stays free around its text, and where there is little room.
const MARGIN: f32 = 28.0;
/// A page that has less height, in points, is set closer, so that all of it is seen at once.
const LOW: f32 = 760.0;
/// One that has so much of both, in points, is set larger, to be read from farther off.
const HIGH: f32 = 900.0;
const WIDE: f32 = 1_300.0;

/// How close the page is set, in points.
#[derive(Clone, Copy)]
struct Spacing {
    /// The least height of a row.
    row: f32,
    /// The room of the figure of another scenario, below that of a row.
    beside: f32,
    /// Above and below what a row says, together.
    around: f32,
    /// Above and below the page, outside and inside.
    margins: [f32; 2],
    /// Above the pictures.
    pictures: f32,
    /// What a row says stands below its figure, over the whole width.
    is_below: bool,
    /// How many times larger than usual letters and columns are.
    large: f32,
    /// The room of the links and the bubble at the end of a row.
    end: f32,
}

impl Spacing {
    /// For so much room.
    fn within(room: Vec2) -> Self {
        let usual = Self {
            row: 33.0,
            beside: 12.0,
            around: 10.0,
            margins: [12.0, 16.0],
            pictures: 12.0,
            is_below: false,
            large: 1.0,
            end: END,
        };
        if room.y >= HIGH && room.x >= WIDE {
            let margins = [18.0, 28.0];
            return Self { row: 44.0, margins, pictures: 26.0, large: 1.15, ..usual };
        }
        if room.y >= LOW {
            return usual;
        }
        let margins = [5.0, 8.0];
        Self { row: 26.0, around: 4.0, margins, pictures: 4.0, end: SHORT_END, ..usual }
    }

    /// How many times larger than usual the letters of the head are.
    fn letters(self) -> f32 {
        if self.row < 33.0 { 0.93 } else { self.large }
    }

    /// How high the first line of a row is: lower where a second one follows.
    fn first_line(self, row: &PageRow) -> f32 {
        let follows = row.beside.is_some() && !self.is_below;
        if follows { (self.row - 8.0).max(24.0) } else { self.row }
    }

    /// The columns before what a row says: number, subject, figure, mark.
    fn columns(self) -> [f32; 4] {
        COLUMNS.map(|width| width * self.large)
    }

    /// The room beside the figure of a row.
    fn beside_room(self, width: f32) -> f32 {
        let before: f32 = self.columns().iter().sum();
        width - before - self.end * self.large
    }
}

/// What a row says has at least so much room beside its figure, in points; else it stands below.
const LEAST_SAID: f32 = 240.0;
/// The columns: number, subject, figure, mark.
const COLUMNS: [f32; 4] = [26.0, 98.0, 118.0, 108.0];
/// The room of the links and the bubble at the end; and where there is room for one link only.
const END: f32 = 168.0;
const SHORT_END: f32 = 120.0;
/// Rows that have less width, in points, have one link only.
const NARROW: f32 = 760.0;
/// The size of figures in rows.
const VALUE: f32 = 15.5;

/// Shows the page.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, views: &mut ViewState) {
    let page = views.verdict.page(ui.ctx(), view);
    let desk = &mut views.review;
    desk.pointed_row = None;
    let tokens = view.tokens;
    let ground = ui.max_rect();
    ui.painter().rect_filled(ground, 0.0, tokens.background);
    let spacing = Spacing::within(ground.size());
    ScrollArea::vertical().id_salt("review page").auto_shrink(false).show(ui, |ui| {
        let room = ui.available_width();
        let width = (room - 36.0).min(WIDEST);
        let side = ((room - width) / 2.0).max(0.0);
        let Spacing { margins: [outside, inside], pictures: above, .. } = spacing;
        let top = ui.cursor().top();
        ui.add_space(outside);
        // Few points.
        #[expect(clippy::cast_possible_truncation, reason = "a margin")]
        let sheet = Frame::new()
            .fill(tokens.panel)
            .stroke(Stroke::new(1.0, tokens.hairline))
            .corner_radius(CornerRadius::same(4))
            .shadow(egui::Shadow {
                offset: [0, 2],
                blur: 12,
                spread: 0,
                color: Color32::from_black_alpha(24),
            })
            .inner_margin(Margin::symmetric(28, inside as i8));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(side);
            sheet.show(ui, |ui| {
                ui.vertical(|ui| {
                    ui.set_width(width - 2.0 * MARGIN);
                    // A sheet of paper that fills its room.
                    ui.set_min_height(ground.height() - 2.0 * (outside + inside) - BELOW);
                    show_head(ui, view, &page, spacing.letters());
                    quality_lines(ui, view, &page, |step| Action::review(ReviewWish::Step(step)));
                    rows(ui, view, desk, (&page, spacing));
                    ui.add_space(above);
                    // As high as there is room for at the foot of the page.
                    let used = ui.cursor().top() - top + inside + outside + BELOW;
                    pictures::show(
                        ui,
                        view,
                        (desk, views.verdict.printed()),
                        ground.height() - used,
                    );
                });
            });
        });
        ui.add_space(outside);
    });
}

/// The rows, with lines between them.
fn rows(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    desk: &mut Desk,
    (page, spacing): (&VerdictPage, Spacing),
) {
    let counts = topics_on_rows(view, desk);
    ui.spacing_mut().item_spacing.y = 0.0;
    line(ui, view.tokens);
    let spacing = in_width(ui, page, spacing);
    for (at, row) in page.rows.iter().enumerate() {
        let count = counts.get(at).copied().unwrap_or_default();
        show_row(ui, view, desk, row, (at, count), spacing);
        line(ui, view.tokens);
    }
    ui.spacing_mut().item_spacing.y = 6.0;
}

/// Sets what rows say below their figures where beside them there is little room, or the page gets lower by it.
fn in_width(ui: &Ui, page: &VerdictPage, spacing: Spacing) -> Spacing {
    let width = ui.available_width();
    let end = if width < NARROW { SHORT_END } else { spacing.end };
    let spacing = Spacing { end, ..spacing };
    let below = Spacing { row: spacing.row.min(24.0), beside: 0.0, is_below: true, ..spacing };
    if spacing.beside_room(width) < LEAST_SAID {
        return below;
    }
    if spacing.row >= 33.0 {
        // There is height enough.
        return spacing;
    }
    let high = |spacing: Spacing| -> f32 {
        page.rows.iter().map(|row| height_of(ui, row, width, spacing).0).sum()
    };
    if high(below) < high(spacing) { below } else { spacing }
}

/// How high a row is, and what it says as it is laid out.
fn height_of(
    ui: &Ui,
    row: &PageRow,
    width: f32,
    spacing: Spacing,
) -> (f32, std::sync::Arc<egui::Galley>) {
    let Spacing { beside, around, is_below, large, .. } = spacing;
    let usual = spacing.first_line(row);
    let [number, ..] = spacing.columns();
    let room = if is_below { width - number - 8.0 } else { spacing.beside_room(width) };
    let letters = font(Weight::Regular, BODY * large);
    let ink = ui.visuals().text_color();
    let said = ui.painter().layout(row.said.clone(), letters, ink, room.max(80.0));
    let height = if is_below {
        usual + said.size().y + around
    } else {
        let least = if row.beside.is_some() { usual + beside } else { usual };
        (said.size().y + around).max(least)
    };
    (height, said)
}

fn line(ui: &mut Ui, tokens: Tokens) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, tokens.hairline));
}

/// How many open comments and drafts there are on each row of the page, and the number of the one where there is one.
fn topics_on_rows(view: &ViewContext<'_>, desk: &mut Desk) -> Vec<(usize, Option<usize>)> {
    let topics = pinned_topics(view, desk);
    let here = view.scenario.id();
    let counts = PageSubject::ALL.map(|subject| {
        let figure = figure_of_row(subject);
        let mut on_it = topics.iter().filter(|topic| {
            let on = &topic.comment.on;
            topic.is_open() && on.figure == figure && on.scenario.is_none_or(|id| id == here)
        });
        let number = on_it.next().map(|topic| topic.number);
        let count = number.map_or(0, |_| 1 + on_it.count());
        (count, number.flatten())
    });
    counts.into()
}

fn show_row(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    desk: &mut Desk,
    row: &PageRow,
    (at, comments): (usize, (usize, Option<usize>)),
    spacing: Spacing,
) {
    let tokens = view.tokens;
    let subject = row.subject.title(view.words);
    let number = at + 1;
    let told = view.words.with(
        "page-row-told",
        &[
            ("name", subject.into()),
            ("value", row.value.as_str().into()),
            ("mark", view.text(mood_key(row.mood)).into()),
            ("said", row.told(view.words).into()),
        ],
    );
    let width = ui.available_width();
    let Spacing { beside, around, is_below, large, .. } = spacing;
    let usual = spacing.first_line(row);
    let body = BODY * large;
    let (height, said) = height_of(ui, row, width, spacing);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
    if response.hovered() || ui.rect_contains_pointer(rect) {
        desk.pointed_row = Some(at);
    }
    let is_meant = desk.row == Some(at);
    if response.hovered() || is_meant {
        let wash = rect.expand2(Vec2::new(8.0, -1.0));
        ui.painter().rect_filled(wash, CornerRadius::same(5), tokens.accent_wash);
    }
    let first = rect.top() + usual / 2.0;
    let mut x = rect.left();
    let [for_number, for_subject, for_value, for_mark] = spacing.columns();
    let cap = Rect::from_center_size(egui::pos2(x + 8.0, first), Vec2::splat(16.0));
    let edge = Stroke::new(1.0, tokens.hairline);
    ui.painter().rect(cap, CornerRadius::same(4), tokens.panel, edge, StrokeKind::Inside);
    let letters = font(Weight::Medium, 10.5);
    let number = ui.painter().layout_no_wrap(number.to_string(), letters, tokens.muted);
    ui.painter().galley(cap.center() - number.size() / 2.0, number, tokens.muted);
    x += for_number;
    let middle = |ui: &Ui, text: std::sync::Arc<egui::Galley>, x: f32, colour: Color32| {
        let at = Align2::LEFT_CENTER.anchor_size(egui::pos2(x, first), text.size());
        ui.painter().galley(at.min, text, colour);
    };
    let text = elided(ui, subject, font(Weight::Medium, body), tokens.ink, for_subject - 8.0);
    middle(ui, text, x, tokens.ink);
    x += for_subject;
    value(ui, tokens, (&row.value, large), egui::pos2(x, first), for_value - 8.0);
    if let Some(BesideFigure { scenario: name, value, unknown }) = &row.beside {
        let figure =
            if unknown.is_some() { view.text("page-mark-unknown") } else { value.as_str() };
        // Below it the same of the scenario that it is told beside: the figure whole, the name as far as it goes.
        let letters = font(Weight::Regular, SMALL * large);
        let (from, whole) = if is_below {
            // Behind the mark, as what is said takes the room below.
            (egui::pos2(x + for_value + for_mark, first), spacing.beside_room(width).max(90.0))
        } else {
            (egui::pos2(x, rect.top() + usual + beside / 2.0 - 3.0), for_value + for_mark)
        };
        let figure = elided(ui, figure, letters.clone(), tokens.muted, whole - 60.0);
        let room = whole - 16.0 - figure.size().x;
        let name = elided(ui, name, letters, tokens.muted, room);
        let mut at = Align2::LEFT_CENTER.anchor_size(from, name.size()).min;
        let end = at.x + name.size().x + 6.0;
        ui.painter().galley(at, name, tokens.muted);
        at.x = end;
        ui.painter().galley(at, figure, tokens.muted);
    }
    x += for_value;
    let colour = match row.mood {
        Some(Mood::Good) => tokens.good,
        Some(Mood::Warning) => tokens.warn,
        Some(Mood::Bad) => tokens.bad,
        Some(Mood::Unknown) | None => tokens.muted,
    };
    paint_mark(ui, tokens, row.mood, egui::pos2(x + 6.0, first));
    let word = view.text(mood_key(row.mood));
    let text = elided(ui, word, font(Weight::Medium, body), colour, for_mark - 26.0);
    middle(ui, text, x + 18.0, colour);
    x += for_mark;
    let top = if is_below {
        x = rect.left() + for_number;
        rect.top() + usual
    } else if said.size().y > usual - around + 4.0 {
        rect.top() + around / 2.0
    } else {
        first - said.size().y / 2.0
    };
    ui.painter().galley_with_override_text_color(egui::pos2(x, top), said, tokens.ink);
    ends(ui, view, desk, (row, at, comments), egui::pos2(rect.right(), first), spacing);
    if response.clicked() {
        view.ask(Action::review(ReviewWish::Row(at)));
    }
}

/// A figure, numbers large and units small: as large as there is room for, what it varies by below it where it does
/// not fit beside.
fn value(ui: &Ui, tokens: Tokens, (value, large): (&str, f32), at: egui::Pos2, room: f32) {
    let sizes = [1.0, 0.9, 0.8].map(|part| part * large);
    let whole = sizes.into_iter().map(|part| laid_out(ui, tokens, value, part));
    if let Some(text) = { whole }.find(|text| text.size().x <= room) {
        let place = Align2::LEFT_CENTER.anchor_size(at, text.size());
        ui.painter().galley(place.min, text, tokens.ink);
        return;
    }
    let cut = value.find('±').unwrap_or(value.len());
    let (figure, by) = value.split_at(cut);
    let parts = [figure.trim(), by.trim()].map(|part| laid_out(ui, tokens, part, 0.8 * large));
    let height: f32 = parts.iter().map(|part| part.size().y).sum();
    let mut y = at.y - height / 2.0;
    for part in parts {
        let below = y + part.size().y;
        ui.painter().galley(egui::pos2(at.x, y), part, tokens.ink);
        y = below;
    }
}

fn laid_out(ui: &Ui, tokens: Tokens, value: &str, part: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::default();
    for (at, word) in value.split_whitespace().enumerate() {
        let is_number = word.starts_with(|c: char| !c.is_alphabetic() && c != '/' && c != '%');
        let (weight, size, colour) = if is_number {
            (Weight::Semibold, VALUE, tokens.ink)
        } else if value.starts_with(char::is_alphabetic) {
            (Weight::Semibold, BODY, tokens.ink)
        } else {
            (Weight::Regular, SMALL, tokens.muted)
        };
        let format = egui::TextFormat {
            font_id: font(weight, (size * part).max(SMALL)),
            color: colour,
            valign: egui::Align::BOTTOM,
            ..egui::TextFormat::default()
        };
        job.append(word, if at == 0 { 0.0 } else { 3.0 }, format);
    }
    job.wrap.max_width = f32::INFINITY;
    ui.painter().layout_job(job)
}

/// The links of a row, and its bubble.
fn ends(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    desk: &Desk,
    (row, at, (comments, number)): (&PageRow, usize, (usize, Option<usize>)),
    end: egui::Pos2,
    spacing: Spacing,
) {
    let tokens = view.tokens;
    let subject = row.subject.title(view.words);
    let bubble = Rect::from_center_size(end - Vec2::new(12.0, 0.0), Vec2::splat(24.0));
    let id = ui.scope_id().with(("review bubble", at));
    let response = ui.interact(bubble, id, Sense::click());
    let name = if comments > 0 {
        view.words
            .with("review-comments-on", &[("count", comments.into()), ("place", subject.into())])
    } else {
        view.words.with("review-comment-on", &[("place", subject.into())])
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if comments > 1 {
        counted(ui.painter(), tokens, bubble.center(), comments, tokens.accent);
    } else if comments > 0 {
        let text = number.map(|number| number.to_string()).unwrap_or_default();
        filled(ui.painter(), tokens, bubble.center(), &text, tokens.accent);
    } else {
        let is_near = response.hovered() || response.has_focus() || desk.row == Some(at);
        empty(ui.painter(), bubble.center(), if is_near { tokens.accent } else { tokens.muted });
    }
    if response.on_hover_text(&name).clicked() {
        let wish = if comments > 0 {
            ReviewWish::Show(row_anchor(view.scenario.id(), row.subject))
        } else {
            ReviewWish::CommentOnRow(at, String::new())
        };
        view.ask(Action::review(wish));
    }
    let place = place_of_row(row.subject).link().map(|key| (key, ReviewWish::Row(at)));
    let asks = row
        .request
        .as_ref()
        .map(|request| ("review-ask-for-it", ReviewWish::CommentOnRow(at, request.clone())));
    // Where there is room for one only, a click on the row leads to its place.
    let most = if spacing.end > SHORT_END { 2 } else { 1 };
    let first = if most == 1 { [asks, place] } else { [place, asks] };
    let mut right = bubble.left() - 8.0;
    let least = end.x - spacing.end * spacing.large;
    for (key, wish) in first.into_iter().flatten().take(most) {
        let room = right - least - 8.0;
        right = link(ui, view, (key, at), (right, end.y), (room, spacing.large), subject, wish);
    }
}

/// A link that ends at a place; answers where it begins.
fn link(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    (key, at): (&'static str, usize),
    (right, y): (f32, f32),
    (room, large): (f32, f32),
    subject: &str,
    wish: ReviewWish,
) -> f32 {
    let tokens = view.tokens;
    let letters = font(Weight::Medium, BODY * large);
    let text = elided(ui, view.text(key), letters, tokens.accent, room);
    let size = text.size() + Vec2::new(8.0, 8.0);
    let rect = Rect::from_min_size(egui::pos2(right - size.x, y - size.y / 2.0), size);
    let id = ui.scope_id().with(("review link", key, at));
    let response = ui.interact(rect, id, Sense::click());
    let name = view.words.labelled(subject, view.text(key));
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
    let place = rect.center() - text.size() / 2.0;
    if response.hovered() || response.has_focus() {
        let under = place.y + text.size().y - 1.0;
        let line = Stroke::new(1.0, tokens.accent);
        ui.painter().hline(place.x..=place.x + text.size().x, under, line);
    }
    ui.painter().galley(place, text, tokens.accent);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        view.ask(Action::review(wish));
    }
    rect.left() - 4.0
}
