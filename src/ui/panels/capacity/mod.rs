//! The capacity tab: load, what would help, and every other figure in sections that open.

mod advice;
mod card;
mod changes;
mod course_table;
mod help;
mod levers;
mod load;
mod rows;

use egui::Ui;

use crate::analysis::Lack;
use crate::process::ProblemPlace;
use crate::ui::desk::Desk;

use super::section::{Section, section};
use super::steady::steady;

pub(in crate::ui) use advice::Advice;

/// Shows the tab. What the headline shows already is not shown again.
pub(in crate::ui) fn show(ui: &mut Ui, desk: &mut Desk<'_>, advice: &mut Advice) {
    ui.spacing_mut().item_spacing.y = 3.0;
    let unit = desk.words.per("unit-capacity-per-hour");
    let unit = unit.as_str();
    let by_step = Section {
        key: "load by step",
        // What is only tried is said to be so.
        title: desk.text(if desk.settled.is_some() {
            "section-load-by-step-tried"
        } else {
            "section-load-by-step"
        }),
        summary: unit,
        unit,
        open_at_first: true,
    };
    steady(ui, desk, "load by step", |ui, desk| by_step.show(ui, desk, load::by_step));
    let title = desk.text("section-what-would-help");
    section(ui, desk, "help", title, "", true, |ui, desk| help::show(ui, desk, advice));
    let title = desk.text("section-levers");
    section(ui, desk, "levers", title, "", false, |ui, desk| {
        levers::show(ui, desk, &mut advice.levers);
    });
    if load::has_roles(desk) {
        let summary = load::roles_summary(desk);
        let by_role = Section {
            key: "load by role",
            title: desk.text("section-load-by-role"),
            summary: &summary,
            unit,
            open_at_first: false,
        };
        by_role.show(ui, desk, load::by_role);
    }
    if desk.analysis.capacity_per_hour.value.is_some() {
        let title = desk.text("section-changes");
        section(ui, desk, "changes", title, "", false, changes::show);
    }
    for group in rows::Group::ALL {
        let title = desk.text(group.title());
        let summary = group.summary(desk);
        section(ui, desk, group.title(), title, &summary, false, |ui, desk| {
            rows::show(ui, desk, group);
        });
    }
}

/// Where what a figure lacks can be entered.
pub(in crate::ui) fn place_of_lack(lack: Lack) -> Option<ProblemPlace> {
    match lack {
        Lack::Time(step) => Some(ProblemPlace::Step(step)),
        Lack::Headcount(role) | Lack::Rate(role) => Some(ProblemPlace::Role(role)),
        Lack::Demand | Lack::Price => Some(ProblemPlace::Sheet),
        _ => None,
    }
}
