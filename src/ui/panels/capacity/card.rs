//! The card of a suggestion beside the panel: today and then, what it costs, and the two ways to
//! have it.

use std::sync::Arc;

use egui::{Align, Button, Label, Layout, RichText, TextEdit, Ui, Vec2};

use super::advice::Advice;
use super::course_table::{as_scenario, table};
use crate::analysis::analyse;
use crate::background::Snapshot;
use crate::blueprint::{Scenario, TimeUnit};
use crate::editor::Edit;
use crate::redesign::{Automation, Course, Promise, Proposal, Suggestion, automated};
use crate::ui::controls::small;
use crate::ui::fonts::{Weight, font};
use crate::ui::reading::{parse_money, time_or_blank};
use crate::ui::theme::BODY;
use crate::ui::view_context::{Action, ViewContext};

/// Width of the card's text.
const WIDTH: f32 = 330.0;
/// Shows the card of a suggestion.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    advice: &mut Advice,
    suggestion: &Suggestion,
    scenario: &Arc<Scenario>,
) {
    let (words, tokens) = (view.words, view.tokens);
    let name = words.proposal(&suggestion.proposal, scenario);
    ui.set_width(WIDTH);
    ui.spacing_mut().item_spacing.y = 5.0;
    egui::Frame::new().inner_margin(8).show(ui, |ui| {
        let title = RichText::new(&name).font(font(Weight::Semibold, BODY + 0.5));
        ui.add(Label::new(title.color(tokens.ink)).wrap());
        small(ui, tokens, words.heuristic(suggestion.heuristic));
        ui.separator();
        let answered = match (&suggestion.promise, &suggestion.proposal) {
            (Promise::Asks(_), Proposal::Automate(step)) => {
                ask(ui, view, advice);
                answered(view, advice, *step, scenario)
            }
            _ => None,
        };
        let shown = answered.as_ref().unwrap_or(suggestion);
        if let Some(kept) = shown.kept() {
            let course = Course::of(scenario, &kept.scenario);
            table(ui, view, &course, &shown.before, &kept.after);
        }
        if suggestion.kept().is_some() || answered.is_some() {
            ui.separator();
        }
        let currency = view.editor.blueprint().currency();
        for trade_off in &suggestion.trade_offs {
            let text = words.trade_off(*trade_off, scenario, currency);
            let text = RichText::new(format!("•  {text}")).color(tokens.ink);
            ui.add(Label::new(text).wrap());
        }
        if let Some(kept) = shown.kept() {
            ui.add_space(4.0);
            buttons(ui, view, advice, &kept.edit, &name);
        }
    });
}

/// The two ways to have it.
fn buttons(ui: &mut Ui, view: &mut ViewContext<'_>, advice: &mut Advice, edit: &Edit, name: &str) {
    ui.horizontal(|ui| {
        let size = Vec2::new((ui.available_width() - 8.0) / 2.0, 30.0);
        let tokens = view.tokens;
        let strong = RichText::new(view.text("suggestion-make")).color(tokens.on_accent);
        let here = ui.add(Button::new(view.text("suggestion-try")).min_size(size));
        let make = ui.add(Button::new(strong).fill(tokens.accent).min_size(size));
        let taken = if here.clicked() {
            Some(edit.clone().into())
        } else if make.clicked() {
            Some(as_scenario(view, edit.clone(), name))
        } else {
            None
        };
        if let Some(taken) = taken {
            advice.rest();
            view.ask(Action::Take(taken));
            ui.memory_mut(|memory| {
                if let Some(focused) = memory.focused() {
                    memory.surrender_focus(focused);
                }
            });
            ui.close();
        }
    });
}

/// The questions about a machine.
fn ask(ui: &mut Ui, view: &ViewContext<'_>, advice: &mut Advice) {
    let machine = &mut advice.machine;
    let fields = [
        ("suggestion-time", "suggestion-time-hint", &mut machine.time),
        ("suggestion-cost", "suggestion-cost-hint", &mut machine.cost),
    ];
    for (name, hint, text) in fields {
        ui.horizontal(|ui| {
            let label = RichText::new(view.words.text(name)).color(view.tokens.muted);
            let size = Vec2::new(110.0, 24.0);
            let label = ui
                .allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                    ui.set_min_width(size.x);
                    ui.add(Label::new(label).truncate())
                })
                .inner;
            let field = TextEdit::singleline(text).hint_text(view.words.text(hint));
            let width = ui.available_width();
            ui.add(field.desired_width(width)).labelled_by(label.id);
        });
    }
}

/// What the machine would bring, once its time can be read.
fn answered(
    view: &ViewContext<'_>,
    advice: &mut Advice,
    step: crate::blueprint::StepId,
    scenario: &Arc<Scenario>,
) -> Option<Suggestion> {
    let machine = &mut advice.machine;
    let asked = (Snapshot::of(scenario), machine.time.clone(), machine.cost.clone());
    let reckon = || {
        let time = time_or_blank(view.words, TimeUnit::Second)(&machine.time).ok();
        let time = time.and_then(|reading| reading.value);
        let cost_per_hour = parse_money(&machine.cost, view.editor.blueprint().currency()).ok();
        time.and_then(|time| {
            let of = view.words.step(step, scenario);
            let name = view.words.with("suggestion-machine", &[("name", of.into())]);
            let automation = Automation { step, name, time, cost_per_hour };
            automated(scenario, &analyse(scenario), &automation)
        })
    };
    machine.made.get(asked, reckon).clone()
}

/// Tries the machine on the sheet, once it is known.
pub(super) fn want_machine(advice: &mut Advice, scenario: &Arc<Scenario>, name: String) {
    let made = advice.machine.made.last().filter(|((of, ..), _)| of.is(scenario));
    let edit = made.and_then(|(_, made)| Some(made.as_ref()?.kept()?.edit.clone()));
    if let Some(edit) = edit {
        advice.want(&edit, name);
    }
}
