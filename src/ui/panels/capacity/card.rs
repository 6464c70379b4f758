//! The card of a suggestion beside the panel: today and then, what it costs, and the two ways to
//! have it.

use std::sync::Arc;

use egui::{Align, Button, Label, Layout, RichText, TextEdit, Ui, Vec2};

use super::advice::Advice;
use crate::analysis::{Figure, FigureKey, Lack, analyse};
use crate::background::Snapshot;
use crate::blueprint::{Scenario, TimeUnit};
use crate::editor::{DocumentEdit, Edit};
use crate::redesign::{
    Automation, Course, Direction, Outlook, Promise, Proposal, Suggestion, automated,
};
use crate::ui::controls::small;
use crate::ui::desk::{Action, Desk};
use crate::ui::fonts::{Weight, font};
use crate::ui::reading::{parse_money, time_or_blank};
use crate::ui::theme::{BODY, SMALL, Tokens};
use crate::wording::Amount;

/// Width of the card's text.
const WIDTH: f32 = 330.0;
/// Width of a number of the table.
const NUMBER: f32 = 84.0;

/// Shows the card of a suggestion.
pub(super) fn show(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    advice: &mut Advice,
    suggestion: &Suggestion,
    scenario: &Arc<Scenario>,
) {
    let (words, tokens) = (desk.words, desk.tokens);
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
                ask(ui, desk, advice);
                answered(desk, advice, *step, scenario)
            }
            _ => None,
        };
        let shown = answered.as_ref().unwrap_or(suggestion);
        if let Some(kept) = shown.kept() {
            let course = Course::of(scenario, &kept.scenario);
            table(ui, desk, &course, &shown.before, &kept.after);
        }
        if suggestion.kept().is_some() || answered.is_some() {
            ui.separator();
        }
        let currency = desk.editor.blueprint().currency();
        for trade_off in &suggestion.trade_offs {
            let text = words.trade_off(*trade_off, scenario, currency);
            let text = RichText::new(format!("•  {text}")).color(tokens.ink);
            ui.add(Label::new(text).wrap());
        }
        if let Some(kept) = shown.kept() {
            ui.add_space(4.0);
            buttons(ui, desk, advice, &kept.edit, &name);
        }
    });
}

/// The two ways to have it.
fn buttons(ui: &mut Ui, desk: &mut Desk<'_>, advice: &mut Advice, edit: &Edit, name: &str) {
    ui.horizontal(|ui| {
        let size = Vec2::new((ui.available_width() - 8.0) / 2.0, 30.0);
        let tokens = desk.tokens;
        let strong = RichText::new(desk.text("suggestion-make")).color(tokens.on_accent);
        let here = ui.add(Button::new(desk.text("suggestion-try")).min_size(size));
        let make = ui.add(Button::new(strong).fill(tokens.accent).min_size(size));
        let taken = if here.clicked() {
            Some(edit.clone().into())
        } else if make.clicked() {
            Some(as_scenario(desk, edit.clone(), name))
        } else {
            None
        };
        if let Some(taken) = taken {
            advice.rest();
            desk.ask(Action::Take(taken));
            ui.memory_mut(|memory| {
                if let Some(focused) = memory.focused() {
                    memory.surrender_focus(focused);
                }
            });
            ui.close();
        }
    });
}

/// An edit made on a copy of the scenario that is shown, under a name that no other bears.
pub(super) fn as_scenario(desk: &Desk<'_>, edit: Edit, name: &str) -> DocumentEdit {
    let blueprint = desk.editor.settled_blueprint();
    let mut own = name.to_owned();
    let mut number = 2_u32;
    // Ends: each round asks for another name, and there are only so many scenarios.
    while blueprint.scenario_named(&own).is_some() {
        let arguments = [("name", name.into()), ("number", number.into())];
        own = desk.words.with("scenario-numbered", &arguments);
        number += 1;
    }
    let id = desk.editor.settled_scenario().id();
    DocumentEdit::Several(vec![DocumentEdit::DuplicateScenario(id, own), edit.into()])
}

/// The main figures today and then, below each other, of two versions.
pub(super) fn table<'a>(
    ui: &mut Ui,
    desk: &Desk<'a>,
    course: &Course<'_>,
    before: &Outlook,
    after: &Outlook,
) {
    let words = desk.words;
    let heads = ["suggestion-today", "suggestion-then"]
        .map(|key| RichText::new(words.text(key)).size(SMALL).color(desk.tokens.muted));
    line(ui, desk.tokens, "", heads);
    let currency = desk.editor.blueprint().currency();
    let capacity = [&before.capacity_per_hour, &after.capacity_per_hour];
    let mut unsure: Vec<&str> = Vec::new();
    let mut row = |ui: &mut Ui, why, pair, amount: &dyn Fn(f64) -> Amount<'a>| {
        if !figures(ui, desk, course, why, pair, amount) {
            unsure.push(words.figure_name(why));
        }
    };
    row(ui, FigureKey::Capacity, capacity, &Amount::PerHour);
    let time = [&before.throughput_time_s, &after.throughput_time_s];
    row(ui, FigureKey::ThroughputTime, time, &Amount::Seconds);
    let cost = [&before.cost_per_customer, &after.cost_per_customer];
    if cost.iter().any(|cost| cost.value.is_some()) {
        let money = |value| Amount::Money(value, currency);
        row(ui, FigureKey::Cost, cost, &money);
    }
    let staff = [before.staff, after.staff];
    let is_same = staff[0] == staff[1];
    let staff = staff.map(|count| words.number(f64::from(count)));
    line(ui, desk.tokens, words.text("suggestion-staff"), numbers(desk.tokens, staff, is_same));
    if !unsure.is_empty() {
        let names = words.list(&unsure, unsure.len()).into();
        small(ui, desk.tokens, words.with("suggestion-uncertain", &[("figures", names)]));
    }
}

/// A figure today and then; answers whether it is known where it went.
fn figures<'a>(
    ui: &mut Ui,
    desk: &Desk<'a>,
    course: &Course<'_>,
    why: FigureKey,
    figures: [&Figure; 2],
    amount: &dyn Fn(f64) -> Amount<'a>,
) -> bool {
    let words = desk.words;
    let shown = figures.map(|figure| {
        // A queue that only grows leaves no time, and says so.
        let no_end = figure.lacks.contains(&Lack::SpareCapacity);
        if no_end { words.text("no-end").to_owned() } else { words.marked(figure, amount) }
    });
    let is_same = shown[0] == shown[1];
    // What may as well have gone the other way is not made to stand out.
    let both = figures.iter().all(|figure| figure.value.is_some());
    let direction = course.direction(why, figures[0], figures[1]);
    let is_sure = is_same || !both || direction != Direction::Unknown;
    let name = words.figure_name(why);
    line(ui, desk.tokens, name, numbers(desk.tokens, shown, is_same || !is_sure));
    is_sure
}

/// Two numbers; the second strong where it differs.
fn numbers(tokens: Tokens, shown: [String; 2], is_same: bool) -> [RichText; 2] {
    let [before, after] = shown;
    let weight = if is_same { Weight::Regular } else { Weight::Semibold };
    let ink = if is_same { tokens.muted } else { tokens.ink };
    [
        RichText::new(before).color(tokens.muted),
        RichText::new(after).font(font(weight, BODY)).color(ink),
    ]
}

/// A name and two numbers, right-aligned below each other.
fn line(ui: &mut Ui, tokens: Tokens, name: &str, cells: [RichText; 2]) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let room = (ui.available_width() - 2.0 * (NUMBER + 6.0)).max(0.0);
        let layout = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(Vec2::new(room, 18.0), layout, |ui| {
            ui.set_min_width(room);
            ui.add(Label::new(RichText::new(name).color(tokens.muted)).truncate());
        });
        for cell in cells {
            let layout = Layout::right_to_left(Align::Center);
            ui.allocate_ui_with_layout(Vec2::new(NUMBER, 18.0), layout, |ui| {
                ui.set_min_width(NUMBER);
                ui.add(Label::new(cell).truncate());
            });
        }
    });
}

/// The questions about a machine.
fn ask(ui: &mut Ui, desk: &Desk<'_>, advice: &mut Advice) {
    let machine = &mut advice.machine;
    let fields = [
        ("suggestion-time", "suggestion-time-hint", &mut machine.time),
        ("suggestion-cost", "suggestion-cost-hint", &mut machine.cost),
    ];
    for (name, hint, text) in fields {
        ui.horizontal(|ui| {
            let label = RichText::new(desk.words.text(name)).color(desk.tokens.muted);
            let size = Vec2::new(110.0, 24.0);
            let label = ui
                .allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                    ui.set_min_width(size.x);
                    ui.add(Label::new(label).truncate())
                })
                .inner;
            let field = TextEdit::singleline(text).hint_text(desk.words.text(hint));
            let width = ui.available_width();
            ui.add(field.desired_width(width)).labelled_by(label.id);
        });
    }
}

/// What the machine would bring, once its time can be read.
fn answered(
    desk: &Desk<'_>,
    advice: &mut Advice,
    step: crate::blueprint::StepId,
    scenario: &Arc<Scenario>,
) -> Option<Suggestion> {
    let machine = &mut advice.machine;
    let asked = (Snapshot::of(scenario), machine.time.clone(), machine.cost.clone());
    let reckon = || {
        let time = time_or_blank(desk.words, TimeUnit::Second)(&machine.time).ok();
        let time = time.and_then(|reading| reading.value);
        let cost_per_hour = parse_money(&machine.cost, desk.editor.blueprint().currency()).ok();
        time.and_then(|time| {
            let of = desk.words.step(step, scenario);
            let name = desk.words.with("suggestion-machine", &[("name", of.into())]);
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
