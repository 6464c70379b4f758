//! The main figures today and then, and the scenario that is made of an edit that was tried.

use egui::{Align, Label, Layout, RichText, Ui, Vec2};

use crate::analysis::{Figure, FigureKey, Lack};
use crate::editor::{DocumentEdit, Edit};
use crate::redesign::{Course, Direction, Outlook};
use crate::ui::controls::small;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL, Tokens};
use crate::ui::view_context::ViewContext;
use crate::wording::Amount;

/// Width of a number of the table.
const NUMBER: f32 = 84.0;

/// An edit made on a copy of the scenario that is shown, under a name that no other has.
pub(in crate::ui) fn as_scenario(view: &ViewContext<'_>, edit: Edit, name: &str) -> DocumentEdit {
    let blueprint = view.editor.settled_blueprint();
    let mut own = name.to_owned();
    let mut number = 2_u32;
    // Ends: each round asks for another name, and there are only so many scenarios.
    while blueprint.scenario_named(&own).is_some() {
        let arguments = [("name", name.into()), ("number", number.into())];
        own = view.words.with("scenario-numbered", &arguments);
        number += 1;
    }
    let id = view.editor.settled_scenario().id();
    DocumentEdit::Several(vec![DocumentEdit::DuplicateScenario(id, own), edit.into()])
}

/// The main figures today and then, below each other, of two versions.
pub(super) fn table<'a>(
    ui: &mut Ui,
    view: &ViewContext<'a>,
    course: &Course<'_>,
    before: &Outlook,
    after: &Outlook,
) {
    let words = view.words;
    let heads = ["suggestion-today", "suggestion-then"]
        .map(|key| RichText::new(words.text(key)).size(SMALL).color(view.tokens.muted));
    line(ui, view.tokens, "", heads);
    let currency = view.editor.blueprint().currency();
    let capacity = [&before.capacity_per_hour, &after.capacity_per_hour];
    let mut unsure: Vec<&str> = Vec::new();
    let mut row = |ui: &mut Ui, why, pair, amount: &dyn Fn(f64) -> Amount<'a>| {
        if !figures(ui, view, course, why, pair, amount) {
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
    line(ui, view.tokens, words.text("suggestion-staff"), numbers(view.tokens, staff, is_same));
    if !unsure.is_empty() {
        let names = words.list(&unsure, unsure.len()).into();
        small(ui, view.tokens, words.with("suggestion-uncertain", &[("figures", names)]));
    }
}

/// A figure today and then; answers whether it is known where it went.
fn figures<'a>(
    ui: &mut Ui,
    view: &ViewContext<'a>,
    course: &Course<'_>,
    why: FigureKey,
    figures: [&Figure; 2],
    amount: &dyn Fn(f64) -> Amount<'a>,
) -> bool {
    let words = view.words;
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
    line(ui, view.tokens, name, numbers(view.tokens, shown, is_same || !is_sure));
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
