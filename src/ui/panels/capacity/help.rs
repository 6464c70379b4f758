//! What would help: the small changes that lift the capacity, each recomputed, to be tried with a
//! click.

use egui::{RichText, Ui};

use crate::analysis::Change;
use crate::blueprint::Role;
use crate::editor::Edit;
use crate::ui::controls::small;
use crate::ui::desk::Desk;
use crate::ui::fonts::{Weight, font};
use crate::ui::panels::details;
use crate::ui::theme::BODY;

/// Shows the best changes, each as a button that makes it.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(now) = desk.analysis.capacity_per_hour.value else { return };
    let best: Vec<_> = desk
        .analysis
        .trials
        .iter()
        .filter(|trial| trial.capacity_per_hour > now * (1.0 + 1e-9))
        .take(4)
        .collect();
    if best.is_empty() {
        small(ui, desk.tokens, desk.text("help-none"));
    }
    let words = desk.words;
    for trial in best {
        let (text, edit) = change_words(desk, trial.change);
        let from = words.number(now);
        let to = words.rate(trial.capacity_per_hour);
        let gain = words.with("from-to", &[("from", from.into()), ("to", to.into())]);
        let tokens = desk.tokens;
        let button = egui::Button::new((
            RichText::new(text).color(tokens.ink),
            egui::Atom::grow(),
            RichText::new(gain).font(font(Weight::Semibold, BODY)).color(tokens.good),
        ))
        .truncate()
        .min_size(egui::vec2(ui.available_width(), 32.0));
        let response = ui.add(button).on_hover_text(desk.text("help-try"));
        if response.clicked()
            && let Some(edit) = edit
        {
            desk.edit(edit);
        }
    }
    no_help(ui, desk, now);
}

/// Roles of which one more brings nothing, in one quiet line.
fn no_help(ui: &mut Ui, desk: &Desk<'_>, now: f64) {
    let useless: Vec<&str> = desk
        .analysis
        .trials
        .iter()
        .filter_map(|trial| match trial.change {
            Change::OneMore(role) if trial.capacity_per_hour <= now * (1.0 + 1e-9) => {
                Some(desk.words.role(role, desk.scenario))
            }
            _ => None,
        })
        .collect();
    if !useless.is_empty() {
        let names = desk.words.list(&useless, 3);
        small(ui, desk.tokens, desk.words.with("help-nothing", &[("names", names.into())]));
    }
}

/// What a change is called, and the edit that makes it.
fn change_words(desk: &Desk<'_>, change: Change) -> (String, Option<Edit>) {
    let words = desk.words;
    let scenario = desk.scenario;
    let role_edit = |id, more: bool| {
        let role = scenario.roles().get(&id)?;
        let headcount =
            if more { role.headcount.checked_add(1)? } else { role.headcount.checked_sub(1)? };
        Some(Edit::SetRole(id, Role { headcount, ..Role::clone(role) }))
    };
    let named = |key, name: &str| words.with(key, &[("name", name.into())]);
    match change {
        Change::OneMore(id) => {
            (named("change-one-more", words.role(id, scenario)), role_edit(id, true))
        }
        Change::OneLess(id) => {
            (named("change-one-less", words.role(id, scenario)), role_edit(id, false))
        }
        Change::OneMorePlace(id) => (
            named("change-one-more-place", words.step(id, scenario)),
            details::one_more_place(scenario, id),
        ),
        Change::OneLessPlace(id) => (
            named("change-one-less-place", words.step(id, scenario)),
            details::one_less_place(scenario, id),
        ),
        Change::SecondServer(id) => (
            named("change-second-server", words.step(id, scenario)),
            details::one_more_place(scenario, id),
        ),
        Change::TenPercentFaster(id) => (
            named("change-faster", words.step(id, scenario)),
            details::ten_percent_faster(scenario, id),
        ),
    }
}
