//! The context menu of cards. What it says goes for all cards that are selected.

use egui::Ui;

use crate::blueprint::{Link, LinkEnd, LinkKind, Need, RoleId, Step, StepId, StepKind};
use crate::editor::Edit;
use crate::ui::commands::{
    Command, Submenu, command_item, menu_choice, menu_item, menu_switch, menu_words, submenu,
};
use crate::ui::icons;
use crate::ui::towards::Towards;
use crate::ui::view_context::{Action, ViewContext};

use super::placing::into_lane;

/// Shows the menu of a card.
pub(super) fn step_menu(ui: &mut Ui, view: &mut ViewContext<'_>, step: StepId) {
    let commands =
        [Command::Rename, Command::Cut, Command::Copy, Command::Paste, Command::Duplicate];
    for command in commands {
        command_item(ui, view, command);
    }
    if view.editor.selection().steps.len() > 1 {
        let words = menu_words(None, view.text("menu-arrange"));
        ui.menu_button(words, |ui| submenu(ui, view, Submenu::Arrange));
    }
    ui.separator();
    for command in [Command::Append(Towards::Right), Command::Connect, Command::MakeRoom] {
        command_item(ui, view, command);
    }
    ways_out(ui, view, step);
    ui.separator();
    what(ui, view, step);
    ui.separator();
    if view.scenario.steps().get(&step).is_some_and(|step| step.kind == StepKind::Decision) {
        if menu_item(ui, Some(icons::TRASH), view.text("decision-remove")).clicked() {
            view.ask(Action::AskRemoveDecision(step));
            ui.close();
        }
    } else {
        command_item(ui, view, Command::Delete);
    }
}

/// The cards that the menu is about: those selected, among them the one that was clicked.
fn meant<'a>(view: &ViewContext<'a>, step: StepId) -> Vec<(StepId, &'a Step)> {
    let selected = &view.editor.selection().steps;
    let mut ids: Vec<StepId> = selected.iter().copied().collect();
    if !ids.contains(&step) {
        ids = vec![step];
    }
    let steps = view.scenario.steps();
    ids.into_iter().filter_map(|id| Some((id, &**steps.get(&id)?))).collect()
}

/// The edit that changes each of some cards.
fn changed(steps: &[(StepId, &Step)], change: impl Fn(&mut Step)) -> Edit {
    let each = steps.iter().map(|(id, step)| {
        let mut step = Step::clone(step);
        change(&mut step);
        (*id, step)
    });
    Edit::SetSteps(each.collect())
}

/// What kind of card it is, in which lane, who is needed, whether it waits or can fail.
fn what(ui: &mut Ui, view: &mut ViewContext<'_>, step: StepId) {
    let steps = meant(view, step);
    let words = view.words;
    ui.menu_button(menu_words(None, view.text("details-kind")), |ui| {
        for kind in StepKind::ALL {
            let on = steps.iter().all(|(_, step)| step.kind == kind);
            if menu_choice(ui, view, on, words.step_kind(kind)).clicked() {
                view.edit(changed(&steps, |step| step.kind = kind));
                ui.close();
            }
        }
    });
    ui.menu_button(menu_words(None, view.text("details-lane")), |ui| {
        for id in view.scenario.lanes().keys() {
            let on = steps.iter().all(|(_, step)| step.lane == *id);
            if menu_choice(ui, view, on, &words.lane(view.scenario, *id)).clicked() {
                view.edit(into_lane(view.scenario, &steps, *id));
                ui.close();
            }
        }
    });
    if !steps.iter().all(|(_, step)| step.kind.flows()) {
        return;
    }
    if !view.scenario.roles().is_empty() {
        let words = menu_words(None, view.text("palette-roles"));
        ui.menu_button(words, |ui| roles(ui, view, &steps));
    }
    let waits = steps.iter().all(|(_, step)| step.wait.is_some());
    if menu_switch(ui, view, waits, view.text("details-wait-here")).clicked() {
        view.edit(changed(&steps, |step| {
            if waits {
                step.wait = None;
            } else {
                step.wait.get_or_insert_default();
            }
        }));
        ui.close();
    }
    let fails = steps.iter().all(|(_, step)| step.fail.is_some());
    if menu_switch(ui, view, fails, view.text("details-fail-here")).clicked() {
        view.edit(changed(&steps, |step| {
            if fails {
                step.fail = None;
            } else {
                step.fail.get_or_insert_default();
            }
        }));
        ui.close();
    }
}

/// Who is needed; of several either one, if that is said.
fn roles(ui: &mut Ui, view: &mut ViewContext<'_>, steps: &[(StepId, &Step)]) {
    for (id, role) in view.scenario.roles() {
        let needed = |step: &Step| step.needs.iter().any(|need| need.roles.contains(id));
        let on = steps.iter().all(|(_, step)| needed(step));
        if menu_switch(ui, view, on, &role.name).clicked() {
            view.edit(changed(steps, |step| {
                if on {
                    without(step, *id);
                } else if !needed(step) {
                    step.needs.push(Need::one(*id));
                }
            }));
            ui.close();
        }
    }
    let roles_of = |step: &Step| step.needs.iter().map(|need| need.roles.len()).sum::<usize>();
    if !steps.iter().all(|(_, step)| roles_of(step) > 1) {
        return;
    }
    ui.separator();
    let either = steps.iter().all(|(_, step)| step.needs.len() == 1);
    if menu_switch(ui, view, either, view.text("card-either-role")).clicked() {
        view.edit(changed(steps, |step| {
            let roles: Vec<RoleId> =
                step.needs.iter().flat_map(|need| need.roles.iter().copied()).collect();
            step.needs = if either {
                roles.into_iter().map(Need::one).collect()
            } else {
                let first = step.needs.first().cloned();
                first.map(|need| Need { roles, ..need }).into_iter().collect()
            };
        }));
        ui.close();
    }
}

/// Takes a role out of what a step needs.
fn without(step: &mut Step, role: RoleId) {
    for need in &mut step.needs {
        need.roles.retain(|other| *other != role);
    }
    step.needs.retain(|need| !need.roles.is_empty());
}

/// Ways that cannot be drawn to another card: out of the service, and back to the same decision.
fn ways_out(ui: &mut Ui, view: &mut ViewContext<'_>, id: StepId) {
    let Some(step) = view.scenario.steps().get(&id) else { return };
    // A Together link makes the step part of a moment, which goes on where another part does.
    let goes_on = view.scenario.links_at(id).any(|(_, link)| {
        link.from == id && link.kind == LinkKind::Flow || link.kind == LinkKind::Together
    });
    let decision = step.kind == StepKind::Decision;
    let mut ways = Vec::new();
    // Whatever has no way on leads out; beside other ways only a decision can send some out.
    if decision || !goes_on {
        ways.push(("flow-out", LinkEnd::Outside));
    }
    if decision {
        ways.push(("flow-again", LinkEnd::Step(id)));
    }
    for (key, to) in ways {
        let link = Link { to, ..Link::between(id, id, LinkKind::Flow) };
        let possible = view.scenario.check_link(&link, None).is_ok();
        if possible && menu_item(ui, None, view.text(key)).clicked() {
            view.edit(Edit::AddLink(link));
            ui.close();
        }
    }
}
