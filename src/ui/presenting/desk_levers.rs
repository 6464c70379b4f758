//! The levers of a stop on the desk: handles that one hits from aside, and fields for those who know the number.

use egui::accesskit::Role;
use egui::{
    Align, Align2, CornerRadius, DragValue, Layout, Rect, RichText, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, vec2,
};

use crate::presenting::{Lever, LeverRange, Session};
use crate::ui::controls::section_head;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;
use crate::wording::Amount;

use super::asking::ask;
use super::wish::LessonWish;

/// How large a handle is, in points.
const HANDLE: f32 = 48.0;
/// How high a lever is.
pub(super) const HEIGHT: f32 = 128.0;

/// What a lever is called.
pub(super) fn name(view: &ViewContext<'_>, lever: Lever) -> String {
    let scenario = view.scenario;
    match lever {
        Lever::People(role) => view.words.role(role, scenario).to_owned(),
        Lever::Time(step) => view.words.step(step, scenario).to_owned(),
        Lever::Demand => view.text("figure-demand").to_owned(),
    }
}

/// Where a lever stands, in words.
pub(super) fn value(view: &ViewContext<'_>, lever: Lever, value: f64) -> String {
    match lever {
        Lever::People(_) => view.words.number(value),
        Lever::Time(_) => view.words.amount(Amount::Seconds(value)),
        Lever::Demand => view.words.amount(Amount::PerHour(value)),
    }
}

/// The letter of an answer.
pub(super) fn letter(answer: usize) -> &'static str {
    const LETTERS: [&str; 10] = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];
    LETTERS.get(answer).copied().unwrap_or("…")
}

/// Shows the levers beside each other.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, session: &Session) {
    let tokens = view.tokens;
    ui.horizontal(|ui| {
        section_head(ui, tokens, view.text("lesson-levers"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = RichText::new(view.text("lesson-put-all-back")).size(SMALL);
            let can = session.levers().are_turned();
            if ui.add_enabled(can, egui::Button::new(text).frame(false)).clicked() {
                ask(view, LessonWish::LeversBack);
            }
        });
    });
    let offered = session.levers().offered();
    if offered.is_empty() {
        ui.label(RichText::new(view.text("lesson-no-levers")).color(tokens.muted));
        return;
    }
    let gap = 10.0;
    let count = offered.len().max(3) as f32;
    let width = (ui.available_width() - gap * (count - 1.0)) / count;
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    for (at, (lever, range)) in offered.iter().enumerate() {
        let left = row.left() + at as f32 * (width + gap);
        let rect = Rect::from_min_size(egui::pos2(left, row.top()), vec2(width, HEIGHT));
        let is_at_hand = session.lever_at_hand() == Some(*lever);
        one(ui, view, session, (*lever, *range), (rect, is_at_hand));
    }
    // What stands in the levers has moved the cursor.
    ui.advance_cursor_after_rect(row);
}

fn one(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    session: &Session,
    (lever, range): (Lever, LeverRange),
    (rect, is_at_hand): (Rect, bool),
) {
    let tokens = view.tokens;
    let edge = if is_at_hand { tokens.accent } else { tokens.hairline };
    let corner = CornerRadius::same(8);
    ui.painter().rect(rect, corner, tokens.panel, Stroke::new(1.0, edge), StrokeKind::Inside);
    let inner = rect.shrink2(vec2(12.0, 8.0));
    let name = name(view, lever);
    let now = session.levers().value(lever).unwrap_or(range.today);
    let head = Rect::from_min_size(inner.min, vec2(inner.width(), 28.0));
    ui.scope_builder(UiBuilder::new().max_rect(head), |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let mut wanted = now;
            // What is typed beyond the ends is said, what is dragged stops there.
            let field = DragValue::new(&mut wanted)
                .speed(range.step / 4.0)
                .custom_formatter(|shown, _| value(view, lever, shown))
                .custom_parser(number);
            let response = ui.add_sized(vec2(72.0, 26.0), field);
            response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, &name));
            if response.changed() {
                if response.dragged() {
                    wanted = wanted.clamp(range.least, range.most);
                }
                ask(view, LessonWish::Lever(lever, Some(wanted)));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = RichText::new(&name).font(font(Weight::Medium, BODY));
                ui.add(egui::Label::new(text).truncate());
            });
        });
    });
    let track = Rect::from_min_size(
        egui::pos2(inner.left() + HANDLE / 2.0, head.bottom() + 4.0),
        vec2((inner.width() - HANDLE).max(1.0), HANDLE),
    );
    handle(ui, view, (lever, range), (&name, now), track);
    let foot = inner.bottom() - 9.0;
    let small = font(Weight::Regular, SMALL);
    let ends = [
        (inner.left(), Align2::LEFT_CENTER, range.least),
        (inner.right(), Align2::RIGHT_CENTER, range.most),
    ];
    for (x, anchor, end) in ends {
        let text = value(view, lever, end);
        ui.painter().text(egui::pos2(x, foot), anchor, text, small.clone(), tokens.muted);
    }
    let middle = Rect::from_center_size(egui::pos2(inner.center().x, foot), vec2(84.0, 20.0));
    ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
        let can = session.levers().is_turned(lever);
        if !can {
            return;
        }
        let text = RichText::new(view.text("lesson-put-back")).size(SMALL).color(tokens.accent);
        let response = ui
            .centered_and_justified(|ui| ui.add_enabled(can, egui::Button::new(text).frame(false)));
        let response = response.inner;
        let said = view.words.labelled(&name, view.text("lesson-put-back"));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, can, &said));
        if response.clicked() {
            ask(view, LessonWish::Lever(lever, None));
        }
    });
}

/// The number at the beginning of what was typed.
fn number(text: &str) -> Option<f64> {
    let is_of_number = |letter: char| letter.is_ascii_digit() || letter == '.';
    let text = text.trim_start_matches(|letter: char| !is_of_number(letter));
    let end = text.find(|letter| !is_of_number(letter)).unwrap_or(text.len());
    text.get(..end)?.parse().ok()
}

/// A large handle on its track.
fn handle(
    ui: &Ui,
    view: &mut ViewContext<'_>,
    (lever, range): (Lever, LeverRange),
    (name, now): (&str, f64),
    track: Rect,
) {
    let tokens = view.tokens;
    let span = (range.most - range.least).max(f64::MIN_POSITIVE);
    // A part of a track needs no more digits.
    #[allow(clippy::cast_possible_truncation)]
    let part_of = |value: f64| ((value - range.least) / span).clamp(0.0, 1.0) as f32;
    let part = part_of(now);
    let y = track.center().y;
    let at = egui::pos2(track.left() + part * track.width(), y);
    let today = part_of(range.today);
    let id = ui.scope_id().with(("lever", lever));
    let response = ui.interact(track.expand2(vec2(HANDLE / 2.0, 0.0)), id, Sense::click_and_drag());
    let said = view.words.labelled(name, &value(view, lever, now));
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &said));
    let painter = ui.painter();
    let bar = |from: f32, to: f32| {
        Rect::from_min_max(egui::pos2(from.min(to), y - 3.0), egui::pos2(from.max(to), y + 3.0))
    };
    let round = CornerRadius::same(3);
    painter.rect_filled(bar(track.left(), track.right()), round, tokens.hairline);
    let from = track.left() + today * track.width();
    painter.rect_filled(bar(from, at.x), round, tokens.accent);
    let width = if response.has_focus() { 3.0 } else { 2.0 };
    let ground =
        if response.hovered() || response.dragged() { tokens.accent_wash } else { tokens.panel };
    painter.circle(at, HANDLE / 2.0 - 1.0, ground, Stroke::new(width, tokens.accent));
    for by in [-4.0, 0.0, 4.0] {
        let ends = [egui::pos2(at.x + by, y - 7.0), egui::pos2(at.x + by, y + 7.0)];
        painter.line_segment(ends, Stroke::new(1.5, tokens.accent));
    }
    if let Some(to) =
        response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked())
    {
        let part = f64::from(((to.x - track.left()) / track.width()).clamp(0.0, 1.0));
        let wanted = range.least + part * span;
        let wanted = range.least + ((wanted - range.least) / range.step).round() * range.step;
        ask(view, LessonWish::Lever(lever, Some(wanted)));
    }
}
