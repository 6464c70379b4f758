//! The day as it was simulated: who is out in time, who is still inside when the doors close, who was lost and
//! where, what staff is paid.

use egui::accesskit::Role;
use egui::{Align, Layout, RichText, Sense, Ui, WidgetInfo};

use crate::simulation::{DayFigures, Estimate, simulated};
use crate::ui::controls::small;
use crate::ui::fonts::{Weight, font};
use crate::ui::panels::day::found;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;
use crate::wording::{Amount, Wording};

/// What is counted.
#[derive(Clone, Copy)]
enum Unit {
    Number,
    Seconds,
    Share,
    Hours,
    Money,
}

/// A row: its name, what it counts, how much that is.
struct Row {
    name: String,
    unit: Unit,
    estimate: Estimate,
    /// Where it is so much, each with its name.
    places: Vec<(String, Estimate)>,
}

/// What stands beside the title while the section is open: of how many days it is the mean.
pub(super) fn unit(view: &ViewContext<'_>) -> String {
    let Some(figures) = found(view).and_then(|day| day.figures.as_ref()) else {
        return String::new();
    };
    let days = view.words.number(f64::from(figures.days));
    view.words.with("simulated-day-mean", &[("days", days.into())])
}

/// What stands there while it is closed: how many are out in time.
pub(super) fn summary(view: &ViewContext<'_>) -> String {
    let figures = found(view).and_then(|day| day.figures.as_ref());
    let rows = figures.map(|figures| rows(view, figures)).unwrap_or_default();
    let first = rows.first();
    let said = |row: &Row| format!("{} {}", row.name, value(view, row.unit, row.estimate.mean));
    first.map(said).unwrap_or_default()
}

/// Shows the section.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let Some(figures) = found(view).and_then(|day| day.figures.as_ref()) else {
        small(ui, view.tokens, view.text("no-figure"));
        return;
    };
    for each in rows(view, figures) {
        row(ui, view, &each.name, each.unit, each.estimate, false);
        for (name, estimate) in &each.places {
            let name = view.words.with("simulated-day-at", &[("name", name.as_str().into())]);
            row(ui, view, &name, each.unit, *estimate, true);
        }
    }
}

/// What is said of a day, where there is something to say.
fn rows(view: &ViewContext<'_>, figures: &DayFigures) -> Vec<Row> {
    let words = view.words;
    let promise = view.scenario.simulation_rules().promise;
    let promised = promise.map_or_else(String::new, |promise| words.time(promise.seconds()));
    let within = words.with("simulated-day-within", &[("time", promised.into())]);
    let [_, p90, _] = figures.percentiles_s;
    let text = |key: &str| words.text(key).to_owned();
    let happens = |estimate: Option<Estimate>| estimate.filter(|it| it.mean > 0.0);
    let places = |of: &dyn Fn(&crate::simulation::StepFigures) -> Option<Estimate>| {
        let named = figures.steps.iter().filter_map(|step| {
            let estimate = happens(of(step))?;
            Some((words.step(step.step, view.scenario).to_owned(), estimate))
        });
        named.collect::<Vec<_>>()
    };
    let none = Vec::new;
    let rows = [
        (within, Unit::Share, figures.within_promise, none()),
        (text("simulated-day-p90"), Unit::Seconds, p90, none()),
        (text("simulated-day-inside"), Unit::Number, figures.inside_at_closing, none()),
        (text("simulated-day-last"), Unit::Seconds, figures.overtime_s, none()),
        (text("simulated-day-came"), Unit::Number, figures.arrivals, none()),
        (text("day-served"), Unit::Number, figures.served, none()),
        (text("day-gave-up"), Unit::Number, happens(figures.gave_up), places(&|step| step.gave_up)),
        (text("day-no-room"), Unit::Number, happens(figures.no_room), places(&|step| step.no_room)),
        (
            text("day-unserved"),
            Unit::Number,
            happens(figures.unserved),
            places(&|step| step.unserved),
        ),
        (text("simulated-day-paid"), Unit::Hours, figures.paid_hours, none()),
        (text("simulated-day-overtime"), Unit::Hours, happens(figures.overtime_hours), none()),
        (text("simulated-day-cost"), Unit::Money, figures.labour_cost, none()),
    ];
    let known = rows.into_iter().filter_map(|(name, unit, estimate, places)| {
        Some(Row { name, unit, estimate: estimate?, places })
    });
    known.collect()
}

fn amount<'a>(unit: Unit, currency: &'a str) -> impl Fn(f64) -> Amount<'a> {
    move |value| match unit {
        Unit::Number | Unit::Hours => Amount::Number(value),
        Unit::Seconds => Amount::Seconds(value),
        Unit::Share => Amount::Share(value),
        Unit::Money => Amount::Money(value, currency),
    }
}

fn value(view: &ViewContext<'_>, unit: Unit, value: f64) -> String {
    let currency = view.editor.blueprint().currency();
    let number = view.words.amount(amount(unit, currency)(value));
    in_hours(view.words, unit, number)
}

fn in_hours(words: &Wording, unit: Unit, number: String) -> String {
    match unit {
        Unit::Hours => words.with("simulated-day-hours", &[("hours", number.into())]),
        _ => number,
    }
}

/// A row: the name, the number, and how far it may be off.
fn row(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    name: &str,
    unit: Unit,
    estimate: Estimate,
    is_part: bool,
) {
    let (words, tokens) = (view.words, view.tokens);
    let currency = view.editor.blueprint().currency();
    let figure = simulated(Some(estimate));
    let number = value(view, unit, estimate.mean);
    // What cannot be off says no more.
    let is_off = estimate.half_width > 0.0 && figure.value.is_some();
    let badge = if is_off {
        format!("   {}", words.badge(figure.basis, amount(unit, currency)))
    } else {
        String::new()
    };
    let said = words.labelled(name, &format!("{number}{badge}"));
    let (weight, size) = if is_part { (Weight::Regular, SMALL) } else { (Weight::Semibold, BODY) };
    let strong = RichText::new(number).font(font(weight, size)).color(tokens.ink);
    let badge = RichText::new(badge).size(SMALL).color(tokens.muted);
    let shown = egui::WidgetText::concat(ui, [strong, badge]);
    let hover = if is_off {
        words.basis_meaning(figure.basis, amount(unit, currency))
    } else {
        said.clone()
    };
    let indented = if is_part { format!("    {name}") } else { name.to_owned() };
    let row = ui.horizontal(|ui| {
        ui.label(RichText::new(indented).color(tokens.muted));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(egui::Label::new(shown).truncate());
        });
    });
    let response = row.response.interact(Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
    response.on_hover_text(hover);
}
