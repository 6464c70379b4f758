//! The parts of the inspector that are pressed rather than typed into.

use egui::{
    Align2, CornerRadius, Response, RichText, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    accesskit::Role,
};

use crate::blueprint::StepId;
use crate::process::ProblemPlace;
use crate::ui::controls::{elided, section_head, small};
use crate::ui::fonts::{Weight, font, icon};
use crate::ui::icons;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};

/// Height of a line.
const FIELD_HEIGHT: f32 = 26.0;

/// A switch; `None` is a mixed one. Answers what it was switched to.
pub(super) fn switch(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    name: &str,
    help: &str,
    on: Option<bool>,
) -> Option<bool> {
    let tokens = view.tokens;
    let size = Vec2::new(ui.available_width(), FIELD_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on.unwrap_or(false), name));
    if ui.is_rect_visible(rect) {
        let text = elided(ui, name, font(Weight::Regular, BODY), tokens.ink, rect.width() - 44.0);
        let at = egui::pos2(rect.left(), rect.center().y - text.size().y / 2.0);
        ui.painter().galley(at, text, tokens.ink);
        let track = egui::Rect::from_center_size(
            egui::pos2(rect.right() - 16.0, rect.center().y),
            Vec2::new(30.0, 17.0),
        );
        let part = ui.animate_bool(response.id, on.unwrap_or(false));
        let part = if on.is_none() { 0.5 } else { part };
        let ground = if on == Some(false) { tokens.faint } else { tokens.accent };
        let painter = ui.painter();
        painter.rect_filled(track, CornerRadius::same(9), ground);
        if response.has_focus() || response.hovered() {
            let edge = Stroke::new(1.5, tokens.accent);
            painter.rect_stroke(
                track.expand(2.0),
                CornerRadius::same(11),
                edge,
                StrokeKind::Inside,
            );
        }
        let x = egui::lerp((track.left() + 8.5)..=(track.right() - 8.5), part);
        painter.circle_filled(egui::pos2(x, track.center().y), 6.5, tokens.panel);
    }
    let response = if help.is_empty() { response } else { response.on_hover_text(help) };
    response.clicked().then(|| on != Some(true))
}

/// A row of joined buttons of which one is on; `None` is a mixed one. Answers the one pressed.
pub(super) fn segments<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    current: Option<T>,
    options: &[(T, &str, &str)],
) -> Option<T> {
    let tokens = view.tokens;
    let mut pressed = None;
    let size = Vec2::new(ui.available_width(), FIELD_HEIGHT);
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    let width = whole.width() / options.len().max(1) as f32;
    ui.painter().rect_filled(whole, CornerRadius::same(6), tokens.background);
    let mut left = whole.left();
    for (at, (value, text, name)) in options.iter().enumerate() {
        let rect = egui::Rect::from_min_size(
            egui::pos2(left, whole.top()),
            Vec2::new(width, whole.height()),
        );
        left += width;
        let on = current == Some(*value);
        let response =
            ui.interact(rect, ui.scope_id().with((whole.min.y.to_bits(), at)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, *name));
        let painter = ui.painter();
        if on || response.hovered() || response.has_focus() {
            let edge = if on || response.has_focus() { tokens.accent } else { tokens.hairline };
            let fill = if on { tokens.accent_wash } else { tokens.panel };
            let edge = Stroke::new(1.0, edge);
            painter.rect(rect.shrink(1.5), CornerRadius::same(5), fill, edge, StrokeKind::Inside);
        }
        let (weight, colour) =
            if on { (Weight::Semibold, tokens.accent) } else { (Weight::Regular, tokens.ink) };
        let text = elided(ui, text, font(weight, BODY), colour, width - 6.0);
        let corner = rect.center() - text.size() / 2.0;
        ui.painter().galley(corner, text, colour);
        if response.on_hover_text(*name).clicked() {
            pressed = Some(*value);
        }
    }
    let edge = Stroke::new(1.0, tokens.hairline);
    ui.painter().rect_stroke(whole, CornerRadius::same(6), edge, StrokeKind::Inside);
    pressed
}

/// Something that is there or not, such as a servicescape element on a step; `None` is a mixed
/// one. Answers what it was switched to.
pub(super) fn chip(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    name: &str,
    on: Option<bool>,
) -> Option<bool> {
    let tokens = view.tokens;
    let most = ui.max_rect().width();
    let text_room = most - 34.0;
    let colour = if on == Some(false) { tokens.ink } else { tokens.accent };
    let text = elided(ui, name, font(Weight::Regular, SMALL + 0.5), colour, text_room);
    let mark = match on {
        Some(true) => icons::CHECK,
        Some(false) => icons::PLUS,
        None => icons::MINUS,
    };
    let size = Vec2::new(text.size().x + 30.0, 24.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on.unwrap_or(false), name));
    if ui.is_rect_visible(rect) {
        let (fill, edge) = match on {
            Some(false) => (tokens.panel, tokens.hairline),
            _ => (tokens.accent_wash, tokens.accent),
        };
        let lit = response.hovered() || response.has_focus();
        let edge = Stroke::new(1.0, if lit { tokens.accent } else { edge });
        let painter = ui.painter();
        painter.rect(rect, CornerRadius::same(12), fill, edge, StrokeKind::Inside);
        let at = egui::pos2(rect.left() + 14.0, rect.center().y);
        let mark_colour = if on == Some(false) { tokens.muted } else { tokens.accent };
        painter.text(at, Align2::CENTER_CENTER, mark, icon(11.0), mark_colour);
        let at = egui::pos2(rect.left() + 22.0, rect.center().y - text.size().y / 2.0);
        painter.galley(at, text, colour);
    }
    response.on_hover_text(name).clicked().then(|| on != Some(true))
}

/// A name that leads to the thing it names.
pub(super) fn way_to(ui: &mut Ui, view: &ViewContext<'_>, name: &str) -> Response {
    let text = RichText::new(name).color(view.tokens.accent);
    let link = egui::Button::new(text).frame(false).truncate();
    ui.add(link).on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A quiet button that takes something away.
pub(super) fn remove_button(ui: &mut Ui, view: &ViewContext<'_>, name: &str) -> bool {
    let colour = view.tokens.bad;
    let mark = RichText::new(icons::TRASH).font(icon(14.0)).color(colour);
    let button = egui::Button::new((mark, RichText::new(name).color(colour)));
    ui.add(button).accessible_name(name).clicked()
}

/// Steps by name, each with a way there; where there are none, it says so.
pub(super) fn step_list(ui: &mut Ui, view: &mut ViewContext<'_>, title: &str, steps: &[StepId]) {
    ui.add_space(4.0);
    section_head(ui, view.tokens, title);
    if steps.is_empty() {
        small(ui, view.tokens, view.text("details-none"));
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.spacing_mut().button_padding.x = 0.0;
        for id in steps {
            let name = view.words.step(*id, view.scenario);
            if way_to(ui, view, name).clicked() {
                view.ask(Action::GoTo(ProblemPlace::Step(*id)));
            }
        }
    });
}
