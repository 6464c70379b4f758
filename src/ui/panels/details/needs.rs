//! Who does a step: the roles it needs, how many of each, and whether they stay with the customer.

use std::collections::BTreeSet;

use egui::{Align2, Popup, PopupCloseBehavior, Sense, TextEdit, Ui, Vec2, WidgetInfo};

use crate::blueprint::notation::parse_count;
use crate::blueprint::{Need, Role, RoleId, Scenario, Step, StepId, Zone};
use crate::drawing::{Ink, ROLE_INKS};
use crate::editor::{Edit, Selection, Thing};
use crate::ui::controls::{elided, icon_button, small};
use crate::ui::fields::{ValueField, field_name, quiet_line};
use crate::ui::fonts::{Weight, font, icon};
use crate::ui::icons;
use crate::ui::theme::{BODY, SMALL, colour, palette};
use crate::ui::view_context::{Action, ViewContext};

use super::subject::Subject;

/// The least width of a role's field that has room for the mark of a choice beside the name.
const LEAST_WITH_MARK: f32 = 110.0;

/// Shows who the steps need.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    if let Some(needs) = subject.common(|step| step.needs.clone()) {
        for (at, need) in needs.iter().enumerate() {
            ui.push_id(("need", at), |ui| row(ui, view, subject, at, need));
        }
        add(ui, view, subject, needs.is_empty());
        if needs.is_empty() && subject.common(|step| step.places).flatten().is_none() {
            quiet_line(ui, view, view.text(nobody(view.scenario, subject)));
        }
    } else {
        differing(ui, view, subject);
        add(ui, view, subject, false);
    }
}

/// What it means that steps name nobody who does them. Only who serves customers is counted as one
/// server; what customers do by themselves any number of them do at once.
fn nobody(scenario: &Scenario, subject: &Subject<'_>) -> &'static str {
    let is_served = |step: &Step| {
        let zone = scenario.zone_of(step);
        matches!(zone, Zone::Frontstage | Zone::Backstage | Zone::Support)
    };
    if !subject.any(is_served) {
        "details-needs-none-customers"
    } else if subject.any(|step| !is_served(step)) {
        "details-needs-none-some"
    } else if subject.any(|step| step.time.is_none()) {
        "details-needs-none"
    } else {
        "details-needs-none-timed"
    }
}

/// One need: its count, its roles, and a way to be rid of it.
fn row(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>, at: usize, need: &Need) {
    ui.horizontal(|ui| {
        let name = if at == 0 { view.text("details-needs") } else { "" };
        field_name(ui, view, name, view.text("details-needs-help"));
        ui.spacing_mut().item_spacing.x = 4.0;
        let room = ui.available_width();
        ui.scope(|ui| {
            ui.set_max_width(34.0);
            count(ui, view, subject, at, need);
        });
        let width = room - 34.0 - 26.0 - 8.0;
        roles_button(ui, view, subject, at, need, width);
        let remove = view.text("details-need-remove");
        if icon_button(ui, icons::X, remove, true).on_hover_text(remove).clicked() {
            view.edit(subject.change(|step| {
                if at < step.needs.len() {
                    step.needs.remove(at);
                }
            }));
        }
    });
    if need.keep {
        quiet_line(ui, view, view.text("details-keeps"));
    }
}

fn count_field<'a>(
    view: &ViewContext<'a>,
    subject: &Subject<'_>,
    at: usize,
    shown: &'a str,
) -> ValueField<'a> {
    ValueField {
        source: subject.id("need count").with(at),
        name: view.text("details-count"),
        shown,
        hint: "1",
        help: view.text("details-count-help"),
    }
}

fn count(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>, at: usize, need: &Need) {
    let shown = need.count.to_string();
    let field = count_field(view, subject, at, &shown);
    let (name, help) = (field.name, field.help);
    let response = field.edit_line(ui, view, parse_count, |count| {
        subject.change(|step| {
            if let Some(need) = step.needs.get_mut(at) {
                need.count = count;
            }
        })
    });
    response.accessible_name(name).on_hover_text(help);
}

/// The roles of a need as a button; pressed, it offers every role, and to keep the unit.
fn roles_button(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    subject: &Subject<'_>,
    at: usize,
    need: &Need,
    width: f32,
) {
    let one = Need { count: std::num::NonZeroU32::MIN, keep: false, roles: need.roles.clone() };
    let text = view.words.need(&one, view.scenario);
    let first = need.roles.first().and_then(|role| view.scenario.roles().get(role));
    let dot = first.map(|role| colour(&palette(ui.ctx()), Ink::Role(role.colour)));
    let response =
        roles_face(ui, view, &text, dot, width).accessible_name(view.text("details-needs"));
    either(&response, view, subject, at, need, width);
}

/// What hangs from a button: every role that may meet a need, and to keep the unit.
fn either(
    response: &egui::Response,
    view: &mut ViewContext<'_>,
    subject: &Subject<'_>,
    at: usize,
    need: &Need,
    width: f32,
) {
    Popup::menu(response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(width.max(200.0))
        .show(|ui| {
            small(ui, view.tokens, view.text("details-roles-either"));
            let scenario = view.scenario;
            egui::ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
                for (id, role) in scenario.roles() {
                    let mut on = need.roles.contains(id);
                    let last = on && need.roles.len() == 1;
                    let check = egui::Checkbox::new(&mut on, &role.name);
                    if ui.add_enabled(!last, check).changed() {
                        view.edit(with_role(subject, scenario.roles().keys(), at, *id, on));
                    }
                }
            });
            ui.separator();
            let mut keep = need.keep;
            let check = egui::Checkbox::new(&mut keep, view.text("details-keep"));
            if ui.add(check).on_hover_text(view.text("details-keep-help")).changed() {
                view.edit(subject.change(|step| {
                    if let Some(need) = step.needs.get_mut(at) {
                        need.keep = keep;
                    }
                }));
            }
            if let [only] = need.roles.as_slice()
                && ui.button(view.text("details-role-open")).clicked()
            {
                view.ask(Action::Select(Selection::thing(Thing::Role(*only))));
                ui.close();
            }
        });
}

/// The edit that lets one more role meet a need, or one less; roles stay in document order.
fn with_role<'a>(
    subject: &Subject<'_>,
    all: impl Iterator<Item = &'a RoleId>,
    at: usize,
    role: RoleId,
    on: bool,
) -> Edit {
    let order: Vec<RoleId> = all.copied().collect();
    subject.change(|step| {
        if let Some(need) = step.needs.get_mut(at) {
            let wanted = |id: &RoleId| if *id == role { on } else { need.roles.contains(id) };
            let roles: Vec<RoleId> = order.iter().copied().filter(wanted).collect();
            if !roles.is_empty() {
                need.roles = roles;
            }
        }
    })
}

/// A field that looks like a choice: a dot in the role's colour and its name.
fn roles_face(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    text: &str,
    dot: Option<egui::Color32>,
    width: f32,
) -> egui::Response {
    let tokens = view.tokens;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 26.0), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, "");
        info.label = None;
        info.current_text_value = Some(text.to_owned());
        info
    });
    if ui.is_rect_visible(rect) {
        let lit = response.hovered() || response.has_focus();
        let edge = egui::Stroke::new(1.0, if lit { tokens.accent } else { tokens.hairline });
        let painter = ui.painter();
        let corner = egui::CornerRadius::same(6);
        painter.rect(rect, corner, tokens.panel, edge, egui::StrokeKind::Inside);
        let mut left = rect.left() + 9.0;
        if let Some(dot) = dot {
            painter.circle_filled(egui::pos2(left + 4.0, rect.center().y), 4.5, dot);
            left += 15.0;
        }
        let mut right = rect.right() - 9.0;
        if width >= LEAST_WITH_MARK {
            let at = egui::pos2(rect.right() - 12.0, rect.center().y);
            painter.text(at, Align2::CENTER_CENTER, icons::CHEVRON_DOWN, icon(13.0), tokens.muted);
            right -= 13.0;
        }
        let room = right - left;
        let name = elided(ui, text, font(Weight::Regular, BODY), tokens.ink, room);
        let at = egui::pos2(left, rect.center().y - name.size().y / 2.0);
        painter.galley(at, name, tokens.ink);
    }
    response.on_hover_text(text)
}

/// Steps that need different roles: each role with how many of the steps need it.
fn differing(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let scenario = view.scenario;
    let all = subject.steps().iter().filter(|(_, step)| step.kind.flows()).count();
    let mut first = true;
    for (id, role) in scenario.roles() {
        let needs = |step: &Step| step.needs.iter().any(|need| need.roles.contains(id));
        let count = subject.steps().iter().filter(|(_, step)| needs(step)).count();
        if count == 0 {
            continue;
        }
        ui.horizontal(|ui| {
            let name = if first { view.text("details-needs") } else { "" };
            field_name(ui, view, name, "");
            ui.spacing_mut().item_spacing.x = 4.0;
            let width = ui.available_width() - 60.0;
            let dot = colour(&palette(ui.ctx()), Ink::Role(role.colour));
            let arguments = [("count", count.into()), ("all", all.into())];
            let part = view.words.with("details-role-of-steps", &arguments);
            let (rect, _) = ui.allocate_exact_size(Vec2::new(width, 26.0), Sense::hover());
            let middle = rect.center().y;
            let painter = ui.painter();
            painter.circle_filled(egui::pos2(rect.left() + 5.0, middle), 4.5, dot);
            let at = egui::pos2(rect.right() - 4.0, middle);
            let quiet = font(Weight::Regular, SMALL);
            let part = painter.text(at, Align2::RIGHT_CENTER, part, quiet, view.tokens.muted);
            let room = part.left() - 6.0 - (rect.left() + 16.0);
            let ink = view.tokens.ink;
            let text = elided(ui, &role.name, font(Weight::Regular, BODY), ink, room);
            let at = egui::pos2(rect.left() + 16.0, middle - text.size().y / 2.0);
            painter.galley(at, text, ink);
            let everywhere = view.text("details-role-to-all");
            let button = icon_button(ui, icons::PLUS, everywhere, count < all);
            if button.on_hover_text(everywhere).clicked() && count < all {
                view.edit(assigned(subject, *id));
            }
            let remove = view.text("details-need-remove");
            if icon_button(ui, icons::X, remove, true).on_hover_text(remove).clicked() {
                view.edit(subject.change(|step| {
                    for need in &mut step.needs {
                        need.roles.retain(|role| role != id);
                    }
                    step.needs.retain(|need| !need.roles.is_empty());
                }));
            }
        });
        first = false;
    }
}

/// Lets every step that takes part in the flow need a role; one that does already stays.
fn assigned(subject: &Subject<'_>, role: RoleId) -> Edit {
    if let Some((id, _)) = subject.only() {
        return Edit::AssignRole(id, role);
    }
    subject.change(|step| {
        if step.kind.flows() && !step.needs.iter().any(|need| need.roles.contains(&role)) {
            step.needs.push(Need::one(role));
        }
    })
}

/// A button that offers the roles there are, and a field for the name of a new one.
fn add(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>, alone: bool) {
    ui.horizontal(|ui| {
        let name = if alone { view.text("details-needs") } else { "" };
        field_name(ui, view, name, view.text("details-needs-help"));
        let text = view.text("details-role-add");
        let button = egui::Button::new((egui::RichText::new(icons::PLUS).font(icon(13.0)), text))
            .min_size(Vec2::new(0.0, 26.0));
        let response = ui.add(button).accessible_name(text);
        Popup::menu(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .width(220.0)
            .show(|ui| offer(ui, view, subject));
        let last = subject.common(|step| step.needs.clone());
        if let Some((at, need)) = last.iter().flatten().enumerate().last()
            && view.scenario.roles().len() > need.roles.len()
        {
            let text = view.text("details-role-or");
            let button = egui::Button::new(text).min_size(Vec2::new(0.0, 26.0));
            let response = ui.add(button).on_hover_text(view.text("details-role-or-help"));
            either(&response, view, subject, at, need, 200.0);
        }
    });
}

fn offer(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let scenario = view.scenario;
    let shades = palette(ui.ctx());
    let free = scenario.roles().iter().filter(|(id, _)| {
        !subject
            .steps()
            .iter()
            .all(|(_, step)| step.needs.iter().any(|need| need.roles.contains(*id)))
    });
    let mut chosen = None;
    egui::ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        for (id, role) in free {
            let dot = colour(&shades, Ink::Role(role.colour));
            if offered(ui, view, &role.name, dot).clicked() {
                chosen = Some(*id);
            }
        }
    });
    if let Some(role) = chosen {
        view.edit(assigned(subject, role));
        ui.close();
    }
    ui.separator();
    new_role(ui, view, subject);
}

/// A role in the list of those to choose from.
fn offered(ui: &mut Ui, view: &ViewContext<'_>, name: &str, dot: egui::Color32) -> egui::Response {
    let tokens = view.tokens;
    let size = Vec2::new(ui.available_width(), 26.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, name));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if response.hovered() || response.has_focus() {
            painter.rect_filled(rect, egui::CornerRadius::same(6), tokens.accent_wash);
        }
        let middle = rect.center().y;
        painter.circle_filled(egui::pos2(rect.left() + 12.0, middle), 4.5, dot);
        let room = rect.width() - 32.0;
        let text = elided(ui, name, font(Weight::Regular, BODY), tokens.ink, room);
        let at = egui::pos2(rect.left() + 24.0, middle - text.size().y / 2.0);
        painter.galley(at, text, tokens.ink);
    }
    response
}

/// The name of a role that is not there yet; Enter adds it to the steps.
fn new_role(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let memory = subject.id("new role");
    let mut name: String = ui.data(|data| data.get_temp(memory)).unwrap_or_default();
    let hint = view.text("details-role-new-hint");
    let line = TextEdit::singleline(&mut name)
        .id(egui::Id::unique((memory, "line")))
        .background_color(view.tokens.background)
        .margin(egui::Margin::symmetric(8, 5))
        .desired_width(f32::INFINITY)
        .hint_text(hint);
    let response = ui.add(line).accessible_name(hint);
    let entered = response.lost_focus()
        && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
    if entered && !name.trim().is_empty() {
        view.edit(added(view, subject, name.trim()));
        name.clear();
        ui.close();
    }
    ui.data_mut(|data| data.insert_temp(memory, name));
}

/// Assigns the role of that name, which is added if there is none.
fn added(view: &ViewContext<'_>, subject: &Subject<'_>, name: &str) -> Edit {
    let scenario = view.scenario;
    if let Some((id, _)) = scenario.roles().iter().find(|(_, role)| role.name == name) {
        return assigned(subject, *id);
    }
    let steps: BTreeSet<StepId> =
        subject.steps().iter().filter(|(_, step)| step.kind.flows()).map(|(id, _)| *id).collect();
    Edit::AddRoleTo(steps, Role::new(name, scenario.next_colour(ROLE_INKS)))
}
