//! The fields of an action that hold several things: what comes before, and what it brings.

use std::sync::Arc;

use egui::{Button, Id, PopupCloseBehavior, RichText, ScrollArea, Ui};

use crate::blueprint::{
    Action as PlanAction, ActionId, Blueprint, Brings, Id as _, Judgements, RoleId, StepId,
};
use crate::ui::controls::stay_above;
use crate::ui::fields::named_row;
use crate::ui::judging::change_action;
use crate::ui::view_context::ViewContext;

/// Names that a field says before it counts the rest.
const NAMED: usize = 2;
/// The height of a menu, in points.
const HEIGHT: f32 = 260.0;

/// A button that says what a field holds and opens a menu of it.
fn menu(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    (name, help): (&str, &str),
    shown: &str,
    content: impl FnOnce(&mut Ui, &mut ViewContext<'_>),
) {
    named_row(ui, view, name, help, |ui, view, label: Id| {
        let text = RichText::new(shown).color(view.tokens.ink);
        let width = ui.available_width();
        let button = Button::new(text).truncate().min_size(egui::vec2(width, 26.0));
        let config = egui::containers::menu::MenuConfig::new()
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let menu = egui::containers::menu::MenuButton::from_button(button).config(config);
        let (response, _) = menu.ui(ui, |ui| {
            stay_above(ui);
            ui.set_min_width(200.0);
            ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| content(ui, view));
        });
        let _ = response.labelled_by(label);
    });
}

/// What comes before an action.
pub(super) fn after(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    judgements: &Arc<Judgements>,
    id: ActionId,
    action: &PlanAction,
) {
    let actions = &judgements.plan.actions;
    let before = actions.iter().filter(|(own, _)| action.after.contains(own));
    let names: Vec<&str> = before.map(|(_, action)| action.name.as_str()).collect();
    let shown = if names.is_empty() {
        view.text("plan-after-nothing").to_owned()
    } else {
        view.words.list(&names, NAMED)
    };
    let heads = (view.text("plan-after"), view.text("plan-after-help"));
    menu(ui, view, heads, &shown, |ui, view| {
        let others: Vec<_> = actions.iter().filter(|(own, _)| *own != id).collect();
        if others.is_empty() {
            ui.label(view.text("plan-after-none-else"));
        }
        for (other, named) in others {
            let mut is_before = action.after.contains(other);
            let mut changed = judgements.plan.clone();
            if let Some((_, own)) = changed.actions.iter_mut().find(|(own, _)| *own == id) {
                own.after.push(*other);
            }
            let is_free = is_before || changed.first_in_circle().is_none();
            let response =
                ui.add_enabled(is_free, egui::Checkbox::new(&mut is_before, named.name.as_str()));
            let response = response.on_disabled_hover_text(view.text("plan-after-circle"));
            if response.changed() {
                view.edit(change_action(judgements, id, |action| {
                    action.after.retain(|before| before != other);
                    if is_before {
                        action.after.push(*other);
                    }
                }));
            }
        }
    });
}

/// What an action changes in the blueprint.
pub(super) fn brings(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    judgements: &Arc<Judgements>,
    id: ActionId,
    action: &PlanAction,
) {
    let blueprint = Arc::clone(view.editor.blueprint());
    let chosen = match &action.brings {
        Brings::All => None,
        Brings::These(numbers) => Some(numbers.clone()),
    };
    let shown = match &chosen {
        None => view.text("plan-brings-all").to_owned(),
        Some(numbers) => {
            let names = names_of(view, judgements, numbers);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            if names.is_empty() {
                view.text("plan-brings-nothing").to_owned()
            } else {
                view.words.list(&names, NAMED)
            }
        }
    };
    let heads = (view.text("plan-brings"), view.text("plan-brings-help"));
    menu(ui, view, heads, &shown, |ui, view| {
        let mut is_all = chosen.is_none();
        if ui.checkbox(&mut is_all, view.text("plan-brings-all")).changed() {
            let brings = if is_all { Brings::All } else { Brings::default() };
            view.edit(change_action(judgements, id, |action| action.brings = brings));
        }
        let Some(chosen) = &chosen else { return };
        let offered = differences(&blueprint, judgements);
        if offered.is_empty() {
            ui.label(view.text("plan-brings-no-difference"));
        }
        for (number, name) in offered {
            let mut is_brought = chosen.contains(&number);
            if ui.checkbox(&mut is_brought, name).changed() {
                let mut numbers = chosen.clone();
                numbers.retain(|own| *own != number);
                if is_brought {
                    numbers.push(number);
                }
                let brings = Brings::These(numbers);
                view.edit(change_action(judgements, id, |action| action.brings = brings));
            }
        }
    });
}

/// Steps and roles in which the plan's scenario differs from the baseline, by number and name.
fn differences(blueprint: &Blueprint, judgements: &Judgements) -> Vec<(u32, String)> {
    let target = judgements.plan.target.and_then(|target| blueprint.scenario(target));
    let (Some(target), baseline) = (target, blueprint.baseline()) else { return Vec::new() };
    let mut found = Vec::new();
    let all = baseline.steps().keys().chain(target.steps().keys());
    let mut steps: Vec<StepId> = all.copied().collect();
    steps.sort_unstable();
    steps.dedup();
    for id in steps {
        let (was, is) = (baseline.steps().get(&id), target.steps().get(&id));
        if was != is
            && let Some(step) = is.or(was)
        {
            found.push((id.number(), step.name.clone()));
        }
    }
    let all = baseline.roles().keys().chain(target.roles().keys());
    let mut roles: Vec<RoleId> = all.copied().collect();
    roles.sort_unstable();
    roles.dedup();
    for id in roles {
        let (was, is) = (baseline.roles().get(&id), target.roles().get(&id));
        if was != is
            && let Some(role) = is.or(was)
        {
            found.push((id.number(), role.name.clone()));
        }
    }
    found
}

/// What numbers of a file name, as far as that is there.
pub(super) fn names_of(
    view: &ViewContext<'_>,
    judgements: &Judgements,
    numbers: &[u32],
) -> Vec<String> {
    let blueprint = view.editor.blueprint();
    let in_scenario = |number: u32| {
        blueprint.scenarios().iter().find_map(|scenario| {
            let step = scenario.steps().get(&StepId::from_number(number));
            let role = scenario.roles().get(&RoleId::from_number(number));
            let element = crate::blueprint::ElementId::from_number(number);
            let element = scenario.elements().get(&element);
            step.map(|it| it.name.clone())
                .or_else(|| role.map(|it| it.name.clone()))
                .or_else(|| element.map(|it| it.name.clone()))
        })
    };
    let judged = |number: u32| {
        let items = judgements.quality.items.iter();
        let item = items.clone().find(|(id, _)| id.number() == number);
        let indicators = &judgements.indicators;
        let indicator = indicators.iter().find(|(id, _)| id.number() == number);
        let action = judgements.plan.actions.iter().find(|(id, _)| id.number() == number);
        item.map(|(_, it)| it.text.clone())
            .or_else(|| indicator.map(|(_, it)| it.name.clone()))
            .or_else(|| action.map(|(_, it)| it.name.clone()))
    };
    numbers.iter().filter_map(|number| in_scenario(*number).or_else(|| judged(*number))).collect()
}
