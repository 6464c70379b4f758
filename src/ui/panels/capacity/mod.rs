//! The capacity tab: load, what would help, and every other figure in sections that open.

mod advice;
mod card;
mod changes;
mod course_table;
mod day_rows;
mod help;
mod levers;
mod load;
mod rows;
mod simulation;
mod the_day;

use egui::Ui;

use crate::analysis::Lack;
use crate::process::ProblemPlace;
use crate::ui::controls::small;
use crate::ui::view_context::ViewContext;

use super::section::{Section, section};
use super::steady::steady;

pub(in crate::ui) use advice::Advice;
pub(in crate::ui) use course_table::as_scenario;

/// Shows the levers that matter while a day is played: demand, and who works at the bottleneck and for how long;
/// without words around them where there is little room.
pub(in crate::ui) fn levers_while_playing(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    advice: &mut Advice,
    is_low: bool,
) {
    levers::show_few(ui, view, &mut advice.levers, is_low);
}

/// Shows the tab. What the headline shows already is not shown again.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, advice: &mut Advice) {
    ui.spacing_mut().item_spacing.y = 3.0;
    let has_day = view.simulated.is_some() && view.scenario.demand().day.is_some();
    if has_day {
        // Where there is a day, it is asked for first.
        simulated(ui, view, true);
        let (summary, unit) = (the_day::summary(view), the_day::unit(view));
        let title = view.text("section-the-day");
        let of_day = Section {
            key: "the day",
            title,
            summary: &summary,
            hint: "",
            unit: &unit,
            open_at_first: true,
        };
        of_day.show(ui, view, the_day::show);
    }
    let unit = view.words.per("unit-capacity-per-hour");
    let unit = unit.as_str();
    let by_step = Section {
        key: "load by step",
        // What is only tried is said to be so.
        title: view.text(if view.settled.is_some() {
            "section-load-by-step-tried"
        } else {
            "section-load-by-step"
        }),
        summary: unit,
        hint: "",
        unit,
        open_at_first: true,
    };
    steady(ui, view, "load by step", |ui, view| by_step.show(ui, view, load::by_step));
    if view.simulated.is_some() && !has_day {
        simulated(ui, view, false);
    }
    let title = view.text("section-what-would-help");
    section(ui, view, "help", title, "", true, |ui, view| {
        if view.hour.is_some() {
            // What is tried is tried on the long run.
            small(ui, view.tokens, view.text("day-help-steady"));
        }
        help::show(ui, view, advice);
    });
    let title = view.text("section-levers");
    section(ui, view, "levers", title, "", false, |ui, view| {
        levers::show(ui, view, &mut advice.levers);
    });
    if load::has_roles(view) {
        let summary = load::roles_summary(view);
        let by_role = Section {
            key: "load by role",
            title: view.text("section-load-by-role"),
            summary: &summary,
            hint: "",
            unit,
            open_at_first: false,
        };
        by_role.show(ui, view, load::by_role);
    }
    if view.analysis.capacity_per_hour.value.is_some() {
        let title = view.text("section-changes");
        section(ui, view, "changes", title, "", false, changes::show);
    }
    for group in rows::Group::ALL {
        let title = view.text(group.title());
        let summary = group.summary(view);
        section(ui, view, group.title(), title, &summary, false, |ui, view| {
            rows::show(ui, view, group);
        });
    }
}

/// Formula and simulation side by side.
fn simulated(ui: &mut Ui, view: &mut ViewContext<'_>, is_open: bool) {
    let title = view.text("section-simulation");
    let summary = simulation::summary(view);
    // Each is opened and closed for itself: what is closed with a day may be open without one.
    let key = if is_open { "simulation of the day" } else { "simulation" };
    section(ui, view, key, title, &summary, is_open, simulation::show);
}

/// Where what a figure lacks can be entered.
pub(in crate::ui) fn place_of_lack(lack: Lack) -> Option<ProblemPlace> {
    match lack {
        Lack::Time(step) => Some(ProblemPlace::Step(step)),
        Lack::Headcount(role) | Lack::Rate(role) => Some(ProblemPlace::Role(role)),
        Lack::Demand | Lack::Day | Lack::Price => Some(ProblemPlace::Sheet),
        _ => None,
    }
}
