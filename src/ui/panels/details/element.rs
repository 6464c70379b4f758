//! A servicescape element: what it is, how well it serves, which steps rely on it.

use egui::{Id, Sense, Ui, Vec2, WidgetInfo};

use crate::blueprint::{Dimension, Element, ElementId, Participation, Stars};
use crate::editor::{Edit, Thing};
use crate::ui::fields::{ValueField, choice, named_row, text_area};
use crate::ui::view_context::ViewContext;

use super::name_field;
use super::parts::{remove_button, step_list};
use crate::ui::reading::parse_name;

/// Shows the inspector of an element.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, id: ElementId) {
    let Some(element) = view.scenario.elements().get(&id).cloned() else { return };
    let set = |change: &dyn Fn(&mut Element)| {
        let mut element = Element::clone(&element);
        change(&mut element);
        Edit::SetElement(id, element)
    };
    let field = ValueField {
        source: name_field(Thing::Element(id)),
        name: view.text("details-name"),
        shown: &element.name,
        hint: view.text("details-name"),
        help: "",
    };
    field.show_as_title(ui, view, parse_name, |name| set(&|e| e.name.clone_from(&name)));
    let dimensions = Dimension::ALL.map(|dimension| (dimension, view.words.dimension(dimension)));
    let name = view.text("details-dimension");
    if let Some(dimension) = choice(ui, view, name, "", Some(element.dimension), &dimensions) {
        view.edit(set(&|element| element.dimension = dimension));
    }
    let name = view.text("details-rating");
    let help = view.text("details-rating-help");
    let pressed =
        named_row(ui, view, name, help, |ui, view, _| stars(ui, view, None, element.rating));
    if let Some(pressed) = pressed {
        // The star that is the rating takes it away again.
        let rating = Some(pressed).filter(|pressed| element.rating != Some(*pressed));
        view.edit(set(&|element| element.rating = rating));
    }
    // Where customers serve themselves no employee is there to ask.
    let serves_itself = view.scenario.typology().participation == Some(Participation::SelfService);
    if !serves_itself || element.staff_rating.is_some() {
        staff_rating(ui, view, id, &element);
    }
    let source = Id::unique(("details element note", id));
    let name = view.text("details-note");
    let hint = view.text("details-note-hint");
    text_area(ui, view, source, name, &element.note, hint, |note| {
        set(&|element| element.note.clone_from(&note))
    });
    let relies = view.scenario.steps().iter().filter(|(_, step)| step.elements.contains(&id));
    let steps: Vec<_> = relies.map(|(id, _)| *id).collect();
    step_list(ui, view, view.text("details-element-steps"), &steps);
    ui.add_space(6.0);
    if remove_button(ui, view, view.text("element-remove")) {
        view.edit(Edit::RemoveElement(id));
    }
}

/// How well it serves those who work there.
fn staff_rating(ui: &mut Ui, view: &mut ViewContext<'_>, id: ElementId, element: &Element) {
    let (name, help) = (view.text("details-staff-rating"), view.text("details-staff-rating-help"));
    let now = element.staff_rating;
    let pressed = named_row(ui, view, name, help, |ui, view, _| stars(ui, view, Some(name), now));
    if let Some(pressed) = pressed {
        let staff_rating = Some(pressed).filter(|pressed| now != Some(*pressed));
        view.edit(Edit::SetElement(id, Element { staff_rating, ..element.clone() }));
    }
}

/// Five stars of which some are lit; answers the one that is pressed. Where several rows of them stand below each
/// other, `of` tells them apart.
pub(super) fn stars(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    of: Option<&str>,
    rating: Option<Stars>,
) -> Option<Stars> {
    ui.spacing_mut().item_spacing.x = 1.0;
    let lit = rating.map_or(0, Stars::get);
    let mut pressed = None;
    for number in 1..=5 {
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(24.0), Sense::click());
        let said = view.words.with("details-stars", &[("count", u32::from(number).into())]);
        let said = of.map_or_else(|| said.clone(), |of| view.words.labelled(of, &said));
        let on = number == lit;
        response.widget_info(|| {
            WidgetInfo::selected(egui::accesskit::Role::RadioButton, true, on, &said)
        });
        let tokens = view.tokens;
        let colour =
            if response.hovered() || response.has_focus() { tokens.accent } else { tokens.warn };
        star(ui, rect.center(), 8.5, number <= lit, colour);
        if response.on_hover_text(said).clicked() {
            pressed = Some(Stars::new(number));
        }
    }
    pressed
}

/// A five-pointed star, as ten triangles around its centre: it is not convex.
pub(in crate::ui) fn star(
    ui: &Ui,
    centre: egui::Pos2,
    radius: f32,
    filled: bool,
    colour: egui::Color32,
) {
    let point = |at: u8| {
        let angle = (f32::from(at) / 10.0 - 0.25) * std::f32::consts::TAU;
        let reach = if at.is_multiple_of(2) { radius } else { radius * 0.45 };
        centre + reach * egui::Vec2::angled(angle)
    };
    let outline: Vec<egui::Pos2> = (0..10).map(point).collect();
    let painter = ui.painter();
    if filled {
        let mut mesh = egui::Mesh::default();
        mesh.colored_vertex(centre, colour);
        for corner in &outline {
            mesh.colored_vertex(*corner, colour);
        }
        for at in 0..10 {
            mesh.add_triangle(0, at + 1, (at + 1) % 10 + 1);
        }
        painter.add(mesh);
    }
    painter.add(egui::Shape::closed_line(outline, egui::Stroke::new(1.2, colour)));
}
