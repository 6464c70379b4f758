//! The action that is chosen, and what holds for the whole plan, as fields.

use std::sync::Arc;

use egui::{RichText, ScrollArea, Ui};

use crate::blueprint::notation::DecimalMark;
use crate::blueprint::{
    Action as PlanAction, ActionId, ActionStage, Date, Judgements, Refusal, ScenarioId,
};
use crate::editor::Judging;
use crate::ui::controls::{section_head, small};
use crate::ui::fields::{ValueField, choice};
use crate::ui::judging::{change_action, judge, read_date, read_days, remove_action};
use crate::ui::view_context::ViewContext;

use super::today::TodayField;
use super::{log, menus};

/// Shows the fields.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    chosen: &mut Option<ActionId>,
    today: &mut TodayField,
    log_typed: &mut String,
) {
    let judgements = Arc::clone(view.editor.blueprint().judgements());
    ScrollArea::vertical().id_salt("plan form").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        // The bar of the scroll area lies over what reaches the edge.
        ui.set_max_width(ui.available_width() - 10.0);
        let actions = &judgements.plan.actions;
        let action = chosen.and_then(|id| actions.iter().find(|(own, _)| *own == id));
        match action {
            Some((id, action)) => {
                action_fields(ui, view, &judgements, *id, action);
                ui.add_space(4.0);
                if ui.button(view.text("plan-remove")).clicked() {
                    *chosen = None;
                    view.edit(remove_action(&judgements, *id));
                }
            }
            None => {
                small(ui, view.tokens, view.text("plan-choose"));
            }
        }
        ui.add_space(6.0);
        section_head(ui, view.tokens, view.text("plan-whole"));
        whole(ui, view, &judgements);
        today.show_as_row(ui, view);
        ui.add_space(6.0);
        log::show(ui, view, &judgements, *chosen, log_typed);
    });
}

fn shown(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn whole(ui: &mut Ui, view: &mut ViewContext<'_>, judgements: &Arc<Judgements>) {
    let plan = &judgements.plan;
    let field = ValueField {
        source: egui::Id::unique("plan start"),
        name: view.text("plan-start"),
        shown: &shown(plan.start),
        hint: view.text("plan-date-hint"),
        help: "",
    };
    field.show(ui, view, read_date, |start| {
        judge(judgements, Judging::SetPlan, |it| it.plan.start = start)
    });
    let blueprint = Arc::clone(view.editor.blueprint());
    let mut options: Vec<(Option<ScenarioId>, &str)> = vec![(None, view.text("plan-target-none"))];
    let others = blueprint.scenarios().iter().skip(1);
    options.extend(others.map(|scenario| (Some(scenario.id()), scenario.name())));
    let name = view.text("plan-target");
    let help = view.text("plan-target-help");
    if let Some(target) = choice(ui, view, name, help, Some(plan.target), &options) {
        view.edit(judge(judgements, Judging::SetPlan, |it| it.plan.target = target));
    }
    if plan.target.is_none() {
        small(ui, view.tokens, view.text("plan-no-target"));
    }
    if let Some(cost) = plan.cost() {
        let cost = view.words.money(cost, blueprint.currency());
        small(ui, view.tokens, view.words.with("plan-cost-of-all", &[("cost", cost.into())]));
    }
}

fn action_fields(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    judgements: &Arc<Judgements>,
    id: ActionId,
    action: &PlanAction,
) {
    let source = |name: &str| egui::Id::unique(("plan action", id, name));
    let field = ValueField {
        source: name_field(id),
        name: view.text("plan-name"),
        shown: &action.name,
        hint: "",
        help: "",
    };
    let was = action.name.clone();
    let read = move |text: &str| {
        let text = text.trim();
        // A blank is no name: the old one stays.
        Ok(if text.is_empty() { was.clone() } else { text.to_owned() })
    };
    field.show_as_title(ui, view, read, |name| {
        change_action(judgements, id, |action| action.name = name)
    });
    let stages = ActionStage::NAMES.map(|(_, stage)| (stage, view.words.action_stage(stage)));
    let name = view.text("plan-stage");
    if let Some(stage) = choice(ui, view, name, "", Some(action.stage), &stages) {
        view.edit(change_action(judgements, id, |action| action.stage = stage));
    }
    let field = ValueField {
        source: source("owner"),
        name: view.text("plan-owner"),
        shown: &action.owner,
        hint: "",
        help: "",
    };
    let read = |text: &str| Ok(text.trim().to_owned());
    field
        .show(ui, view, read, |owner| change_action(judgements, id, |action| action.owner = owner));
    let field = ValueField {
        source: source("days"),
        name: view.text("plan-field-days"),
        shown: &action.days.to_string(),
        hint: "",
        help: view.text("plan-field-days-help"),
    };
    field.show(ui, view, read_days, |days| {
        change_action(judgements, id, |action| action.days = days)
    });
    menus::after(ui, view, judgements, id, action);
    let field = ValueField {
        source: source("start"),
        name: view.text("plan-own-start"),
        shown: &shown(action.start),
        hint: view.text("plan-date-hint"),
        help: view.text("plan-own-start-help"),
    };
    let read_start = |text: &str| {
        let start = read_date(text)?;
        possible(start, action.done).map(|()| start)
    };
    field.show(ui, view, read_start, |start| {
        change_action(judgements, id, |action| action.start = start)
    });
    let field = ValueField {
        source: source("done"),
        name: view.text("plan-done"),
        shown: &shown(action.done),
        hint: view.text("plan-date-hint"),
        help: "",
    };
    let read_done = |text: &str| {
        let done = read_date(text)?;
        possible(action.start, done).map(|()| done)
    };
    field.show(ui, view, read_done, |done| {
        change_action(judgements, id, |action| action.done = done)
    });
    let currency = view.editor.blueprint().currency().to_owned();
    let cost = action.cost.map(|cost| view.words.money(cost.get(), &currency));
    let field = ValueField {
        source: source("cost"),
        name: view.text("plan-cost"),
        shown: cost.as_deref().unwrap_or_default(),
        hint: "",
        help: view.text("plan-cost-help"),
    };
    let read = |text: &str| {
        if text.trim().is_empty() {
            return Ok(None);
        }
        crate::blueprint::notation::read_money(text, &currency, DecimalMark::Point).map(Some)
    };
    field.show(ui, view, read, |cost| change_action(judgements, id, |action| action.cost = cost));
    menus::brings(ui, view, judgements, id, action);
    let about = menus::names_of(view, judgements, &action.about);
    if !about.is_empty() {
        let names: Vec<&str> = about.iter().map(String::as_str).collect();
        let names = view.words.list(&names, 4);
        let said = view.words.with("plan-about", &[("names", names.into())]);
        ui.label(RichText::new(said).size(crate::ui::theme::SMALL).color(view.tokens.muted));
    }
}

/// The field of an action's name.
pub(super) fn name_field(id: ActionId) -> egui::Id {
    egui::Id::unique(("plan action", id, "name"))
}

/// Nothing is done before it may begin.
fn possible(start: Option<Date>, done: Option<Date>) -> Result<(), Refusal> {
    let is_possible = start.zip(done).is_none_or(|(start, done)| start <= done);
    if is_possible { Ok(()) } else { Err(Refusal::DoneBeforeStart) }
}
