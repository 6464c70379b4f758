//! The elements of a moment, in their three dimensions, with stars and notes.

use egui::accesskit::Role;
use egui::{Id, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::blueprint::{Dimension, Element, ElementId, Stars};
use crate::editor::Edit;
use crate::ui::controls::{section_head, small};
use crate::ui::fields::text_area;
use crate::ui::fonts::{Weight, font};
use crate::ui::panels::details::star;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

use super::way::Moment;

/// The side of a star, and between columns.
const STAR: f32 = 26.0;
const GAP: f32 = 18.0;

/// Where one stands.
pub(super) struct Place<'a> {
    pub moment: &'a Moment,
    /// The element that the digits rate.
    pub chosen: Option<ElementId>,
    /// Whether one walks as an employee.
    pub as_staff: bool,
}

/// The elements in the order in which they are shown: by dimension, then as they were drawn up.
pub(super) fn in_order(view: &ViewContext<'_>, elements: &[ElementId]) -> Vec<ElementId> {
    let all = view.scenario.elements();
    let of = |dimension: Dimension| {
        all.iter().filter(move |(id, it)| it.dimension == dimension && elements.contains(id))
    };
    Dimension::ALL.into_iter().flat_map(of).map(|(id, _)| *id).collect()
}

/// The edit that rates an element; `None` where it is rated so already.
pub(super) fn rated(
    view: &ViewContext<'_>,
    id: ElementId,
    stars: Option<Stars>,
    as_staff: bool,
) -> Option<Edit> {
    let element = view.scenario.elements().get(&id)?;
    let mut changed = Element::clone(element);
    *(if as_staff { &mut changed.staff_rating } else { &mut changed.rating }) = stars;
    (changed != **element).then_some(Edit::SetElement(id, changed))
}

/// Shows the elements; answers the one that was clicked.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    shown: &[ElementId],
    place: &Place<'_>,
) -> Option<ElementId> {
    let mut clicked = None;
    let width = (ui.available_width() - 2.0 * GAP) / 3.0;
    let hint = view.text(if place.as_staff { "walk-hint-staff" } else { "walk-hint" });
    small(ui, view.tokens, hint);
    ui.add_space(8.0);
    let whole = ui.available_rect_before_wrap();
    let height = whole.height() - 84.0;
    for (column, dimension) in (0_u8..).zip(Dimension::ALL) {
        let left = whole.left() + f32::from(column) * (width + GAP);
        let rect =
            egui::Rect::from_min_size(egui::pos2(left, whole.top()), Vec2::new(width, height));
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(("walk", column)), |ui| {
            section_head(ui, view.tokens, view.words.dimension(dimension));
            ui.add_space(4.0);
            let scroll = ScrollArea::vertical().id_salt(column).auto_shrink(false);
            scroll.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                let of = |id: &&ElementId| {
                    view.scenario.elements().get(*id).is_some_and(|it| it.dimension == dimension)
                };
                let own: Vec<ElementId> = shown.iter().filter(of).copied().collect();
                for id in &own {
                    if element(ui, view, *id, place) {
                        clicked = Some(*id);
                    }
                }
                if own.is_empty() {
                    small(ui, view.tokens, view.text("walk-nothing"));
                }
                add(ui, view, dimension, shown, place.moment);
            });
        });
    }
    let foot =
        egui::Rect::from_min_max(egui::pos2(whole.left(), whole.top() + height + 12.0), whole.max);
    ui.scope_builder(UiBuilder::new().max_rect(foot).id_salt("walk evidence"), |ui| {
        section_head(ui, view.tokens, view.text("walk-evidence"));
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            for name in &place.moment.evidence {
                let frame = egui::Frame::new()
                    .fill(view.tokens.panel)
                    .stroke(Stroke::new(1.0, view.tokens.hairline))
                    .corner_radius(6)
                    .inner_margin(egui::Margin::symmetric(10, 4));
                frame.show(ui, |ui| ui.label(name));
            }
            if place.moment.evidence.is_empty() {
                small(ui, view.tokens, view.text("walk-nothing"));
            }
        });
    });
    clicked
}

/// An element; answers whether it was clicked.
fn element(ui: &mut Ui, view: &mut ViewContext<'_>, id: ElementId, place: &Place<'_>) -> bool {
    let Some(element) = view.scenario.elements().get(&id).cloned() else { return false };
    let tokens = view.tokens;
    let is_chosen = place.chosen == Some(id);
    let edge = if is_chosen { tokens.accent } else { tokens.hairline };
    let frame = egui::Frame::new()
        .fill(tokens.panel)
        .stroke(Stroke::new(if is_chosen { 2.0 } else { 1.0 }, edge))
        .corner_radius(8)
        .inner_margin(egui::Margin::symmetric(12, 10));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let name = RichText::new(&element.name).font(font(Weight::Semibold, BODY));
        ui.add(egui::Label::new(name.color(tokens.ink)).truncate().selectable(false));
        let mut rows = vec![(element.rating, false)];
        if place.as_staff {
            rows = vec![(element.staff_rating, true)];
        }
        for (rating, as_staff) in rows {
            if let Some(pressed) = stars(ui, view, &element.name, rating) {
                // The star that is the rating takes it away again.
                let stars = Some(pressed).filter(|pressed| rating != Some(*pressed));
                if let Some(edit) = rated(view, id, stars, as_staff) {
                    view.edit(edit);
                }
            }
        }
        let other = if place.as_staff { element.rating } else { element.staff_rating };
        if let Some(other) = other {
            let key = if place.as_staff { "walk-customers-say" } else { "walk-staff-say" };
            let arguments = [("count", u32::from(other.get()).into())];
            let said = if key == "walk-staff-say" {
                view.words.with("walk-staff-say", &arguments)
            } else {
                view.words.with("walk-customers-say", &arguments)
            };
            ui.label(RichText::new(said).size(SMALL).color(tokens.muted));
        }
        let name = view.words.with("walk-note-of", &[("name", element.name.as_str().into())]);
        ui.scope(|ui| {
            let source = Id::unique(("walk note", id));
            text_area(ui, view, source, &name, &element.note, "", |note| {
                let changed = Element { note, ..Element::clone(&element) };
                Edit::SetElement(id, changed)
            });
        });
    });
    let rect = shown.response.rect;
    if is_chosen {
        ui.painter().rect_stroke(rect, 8.0, Stroke::new(2.0, tokens.accent), StrokeKind::Inside);
    }
    let pressed = ui.input(|input| input.pointer.any_pressed());
    pressed && ui.rect_contains_pointer(rect)
}

/// Five stars; answers the one that was pressed.
fn stars(ui: &mut Ui, view: &ViewContext<'_>, name: &str, rating: Option<Stars>) -> Option<Stars> {
    let lit = rating.map_or(0, Stars::get);
    let mut pressed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for number in 1..=5 {
            let (rect, response) = ui.allocate_exact_size(Vec2::splat(STAR), Sense::click());
            let said = view.words.with("details-stars", &[("count", u32::from(number).into())]);
            let named = view.words.labelled(name, &said);
            let on = number == lit;
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, &named));
            let tokens = view.tokens;
            let colour = if response.hovered() || response.has_focus() {
                tokens.accent
            } else {
                tokens.warn
            };
            star(ui, rect.center(), 10.0, number <= lit, colour);
            if response.on_hover_text(said).clicked() {
                pressed = Some(Stars::new(number));
            }
        }
    });
    pressed
}

/// A menu of the other elements of the dimension: the moment relies on the one that is chosen as well.
fn add(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    dimension: Dimension,
    shown: &[ElementId],
    moment: &Moment,
) {
    let Some(step) = moment.steps.first().copied() else { return };
    let all = view.scenario.elements().iter();
    let others: Vec<(ElementId, String)> = all
        .filter(|(id, it)| it.dimension == dimension && !shown.contains(id))
        .map(|(id, it)| (*id, it.name.clone()))
        .collect();
    if others.is_empty() {
        return;
    }
    let text = RichText::new(view.text("walk-add")).size(SMALL).color(view.tokens.accent);
    let button = egui::Button::new(text).frame(false);
    egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        for (id, name) in others {
            if ui.button(name).clicked() {
                view.edit(Edit::AssignElement(step, id));
                ui.close();
            }
        }
    });
}
