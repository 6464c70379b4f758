//! A role: who or what serves, how many there are, what they cost.

use egui::{Color32, Id, Sense, Ui, Vec2, WidgetInfo};

use crate::blueprint::{Role, RoleId, RoleKind, Share};
use crate::drawing::{Ink, ROLE_INKS};
use crate::editor::{Edit, Thing};
use crate::ui::controls::icon_button;
use crate::ui::fields::{ValueField, choice, named_row, text_area};
use crate::ui::icons;
use crate::ui::panels::section::section;
use crate::ui::reading::{
    optional, parse_headcount, parse_money, parse_name, parse_share, written,
};
use crate::ui::theme::{colour, palette};
use crate::ui::view_context::{Action, BottomTab, ViewContext};

use super::name_field;
use super::parts::{remove_button, step_list};
use super::strip;

/// Shows the inspector of a role.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, id: RoleId) {
    let Some(role) = view.scenario.roles().get(&id).cloned() else { return };
    let field = ValueField {
        source: name_field(Thing::Role(id)),
        name: view.text("details-name"),
        shown: &role.name,
        hint: view.text("details-name"),
        help: "",
    };
    field.show_as_title(ui, view, parse_name, |name| {
        Edit::SetRole(id, Role { name, ..Role::clone(&role) })
    });
    strip::of_role(ui, view, id);
    let kinds = RoleKind::ALL.map(|kind| (kind, view.words.role_kind(kind)));
    let (name, help) = (view.text("details-kind"), view.text("details-role-kind-help"));
    if let Some(kind) = choice(ui, view, name, help, Some(role.kind), &kinds) {
        view.edit(Edit::SetRole(id, Role { kind, ..Role::clone(&role) }));
    }
    headcount(ui, view, id, &role);
    availability(ui, view, id, &role);
    cost(ui, view, id, &role);
    shifts(ui, view, &role);
    swatches(ui, view, id, &role);
    stand_ins(ui, view, id, &role);
    documents(ui, view, id, &role);
    let scenario = view.scenario;
    let steps: Vec<_> = scenario
        .steps()
        .keys()
        .copied()
        .filter(|step| scenario.step_needs_role(*step, id))
        .collect();
    step_list(ui, view, view.text("details-role-steps"), &steps);
    ui.add_space(6.0);
    if remove_button(ui, view, view.text("role-remove")) {
        view.edit(Edit::RemoveRole(id));
    }
}

/// What one must be able to do and may decide; folded, as few say it.
fn documents(ui: &mut Ui, view: &mut ViewContext<'_>, id: RoleId, role: &Role) {
    let said = [role.skills.lines().next(), role.authority.lines().next()];
    let said: Vec<&str> = said.into_iter().flatten().filter(|line| !line.is_empty()).collect();
    let summary = view.words.facts(&said);
    let title = view.text("details-section-role-documents");
    section(ui, view, "role documents", title, &summary, false, |ui, view| {
        let source = Id::unique(("details role skills", id));
        let (name, hint) = (view.text("details-skills"), view.text("details-skills-hint"));
        text_area(ui, view, source, name, &role.skills, hint, |skills| {
            Edit::SetRole(id, Role { skills, ..role.clone() })
        });
        let source = Id::unique(("details role authority", id));
        let (name, hint) = (view.text("details-authority"), view.text("details-authority-hint"));
        text_area(ui, view, source, name, &role.authority, hint, |authority| {
            Edit::SetRole(id, Role { authority, ..role.clone() })
        });
    });
}

fn headcount(ui: &mut Ui, view: &mut ViewContext<'_>, id: RoleId, role: &Role) {
    let shown = role.headcount.to_string();
    let field = ValueField {
        source: Id::unique(("details role headcount", id)),
        name: view.text("details-headcount"),
        shown: &shown,
        hint: "",
        help: view.text("details-headcount-help"),
    };
    named_row(ui, view, field.name, field.help, |ui, view, label| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let set = |headcount| Edit::SetRole(id, Role { headcount, ..role.clone() });
        let less = view.text("role-one-less");
        let can = role.headcount > 0;
        if icon_button(ui, icons::MINUS, less, can).on_hover_text(less).clicked() && can {
            view.edit(set(role.headcount - 1));
        }
        let room = (ui.available_width() - 30.0).clamp(36.0, 72.0);
        ui.scope(|ui| {
            ui.set_max_width(room);
            field.edit_line(ui, view, parse_headcount, set).labelled_by(label);
        });
        let more = view.text("role-one-more");
        let can = role.headcount < Role::MOST;
        if icon_button(ui, icons::PLUS, more, can).on_hover_text(more).clicked() && can {
            view.edit(set(role.headcount + 1));
        }
    });
}

fn availability(ui: &mut Ui, view: &mut ViewContext<'_>, id: RoleId, role: &Role) {
    let shown = view.words.share(role.availability);
    let field = ValueField {
        source: Id::unique(("details role availability", id)),
        name: view.text("details-availability"),
        shown: &shown,
        hint: view.text("details-availability-hint"),
        help: view.text("details-availability-help"),
    };
    field.show(ui, view, optional(parse_share), |share| {
        let availability = share.unwrap_or(Share::ALL);
        Edit::SetRole(id, Role { availability, ..role.clone() })
    });
}

fn cost(ui: &mut Ui, view: &mut ViewContext<'_>, id: RoleId, role: &Role) {
    let currency = view.editor.blueprint().currency().to_owned();
    let shown = written(&role.cost_per_hour);
    let field = ValueField {
        source: Id::unique(("details role cost", id)),
        name: view.text("details-cost_per_hour"),
        shown: &shown,
        hint: &currency,
        help: view.text("details-cost_per_hour-help"),
    };
    let parse = optional(|text| parse_money(text, &currency));
    field.show(ui, view, parse, |cost_per_hour| {
        Edit::SetRole(id, Role { cost_per_hour, ..role.clone() })
    });
}

/// How many shifts are named before the rest is counted.
const SHIFTS_NAMED: usize = 6;

/// The shifts in words, and where they are changed; nothing where there is no day and none is planned.
fn shifts(ui: &mut Ui, view: &mut ViewContext<'_>, role: &Role) {
    if role.shifts.is_empty() && view.scenario.demand().day.is_none() {
        return;
    }
    let name = view.text("details-shifts");
    named_row(ui, view, name, view.text("details-shifts-help"), |ui, view, _| {
        ui.vertical(|ui| {
            let shifts: Vec<_> = role.shifts.iter().collect();
            let mut lines = view.words.shifts(&shifts, SHIFTS_NAMED);
            if lines.is_empty() {
                lines.push(view.text("details-shifts-none").to_owned());
            }
            for line in lines {
                ui.add(egui::Label::new(line).wrap());
            }
            let button = egui::Button::new(
                egui::RichText::new(view.text("details-open-day")).color(view.tokens.accent),
            )
            .frame(false);
            if ui.add(button).clicked() {
                view.ask(Action::Below(BottomTab::Day));
            }
        });
    });
}

/// For whom it may stand in: a menu of the other roles that staff can be taken for.
fn stand_ins(ui: &mut Ui, view: &mut ViewContext<'_>, id: RoleId, role: &Role) {
    let others: Vec<(RoleId, String)> = view
        .scenario
        .roles()
        .iter()
        .filter(|(other, it)| **other != id && it.kind == role.kind)
        .map(|(other, it)| (*other, it.name.clone()))
        .collect();
    if others.is_empty() {
        return;
    }
    let (name, help) =
        (view.text("details-stands_in_for"), view.text("details-stands_in_for-help"));
    let chosen: Vec<&str> =
        role.stands_in_for.iter().map(|other| view.words.role(*other, view.scenario)).collect();
    let shown = if chosen.is_empty() {
        view.text("details-stands_in_for-nobody").to_owned()
    } else {
        view.words.list(&chosen, 2)
    };
    named_row(ui, view, name, help, |ui, view, label| {
        let button = egui::Button::new(shown.as_str()).truncate();
        let menu = egui::containers::menu::MenuButton::from_button(button).config(
            egui::containers::menu::MenuConfig::new()
                .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside),
        );
        let (response, _) = menu.ui(ui, |ui| {
            for (other, name) in &others {
                let mut on = role.stands_in_for.contains(other);
                if ui.checkbox(&mut on, name).clicked() {
                    let mut changed = role.clone();
                    changed.stands_in_for.retain(|it| it != other);
                    if on {
                        changed.stands_in_for.push(*other);
                    }
                    view.edit(Edit::SetRole(id, changed));
                }
            }
        });
        response.labelled_by(label);
    });
}

/// The palette's role colours; the one that is on is ringed.
fn swatches(ui: &mut Ui, view: &mut ViewContext<'_>, id: RoleId, role: &Role) {
    let shades = palette(ui.ctx());
    let name = view.text("details-colour");
    named_row(ui, view, name, view.text("details-colour-help"), |ui, view, _| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let each = (ui.available_width() / f32::from(ROLE_INKS) - 2.0).clamp(14.0, 24.0);
        for number in 0..ROLE_INKS {
            let on = role.colour % ROLE_INKS == number;
            let number_text = (number + 1).to_string();
            let said = view.words.with("details-colour-number", &[("number", number_text.into())]);
            let ink = colour(&shades, Ink::Role(number));
            if swatch(ui, view, ink, each, on, &said) && !on {
                view.edit(Edit::SetRole(id, Role { colour: number, ..role.clone() }));
            }
        }
    });
}

fn swatch(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    ink: Color32,
    size: f32,
    on: bool,
    said: &str,
) -> bool {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(egui::accesskit::Role::RadioButton, true, on, said));
    let painter = ui.painter();
    painter.circle_filled(rect.center(), size * 0.32, ink);
    if on || response.has_focus() || response.hovered() {
        let edge = if on { ink } else { view.tokens.faint };
        painter.circle_stroke(rect.center(), size * 0.46, egui::Stroke::new(1.5, edge));
    }
    response.on_hover_text(said).clicked()
}
