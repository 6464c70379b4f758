//! How a blueprint is simulated: who comes first, what is promised, where random numbers start.

use egui::{Id, Ui};

use crate::blueprint::notation::parse_seed;
use crate::blueprint::{Order, Refusal, SimulationRules, TimeUnit};
use crate::editor::Edit;
use crate::ui::fields::{ValueField, choice};
use crate::ui::panels::section::section;
use crate::ui::reading::span_or_blank;
use crate::ui::view_context::ViewContext;

/// Shows the section.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let rules = view.scenario.simulation_rules();
    let title = view.text("details-section-simulation");
    let is_usual = rules == SimulationRules::default();
    let summary = if is_usual { String::new() } else { view.words.simulation_rules(&rules) };
    section(ui, view, "simulation", title, &summary, false, |ui, view| {
        let (name, help) = (view.text("details-served"), view.text("details-served-help"));
        let orders = Order::ALL.map(|order| (order, view.words.order(order)));
        if let Some(order) = choice(ui, view, name, help, Some(rules.order), &orders) {
            view.edit(Edit::SetSimulationRules(SimulationRules { order, ..rules }));
        }
        let id = view.scenario.id();
        let shown = rules.promise.map_or_else(String::new, |it| view.words.entered_span(it));
        let field = ValueField {
            source: Id::unique(("details promise", id)),
            name: view.text("details-promise"),
            shown: &shown,
            hint: view.text("details-span-hint"),
            help: view.text("details-promise-help"),
        };
        field.show_reading(ui, view, span_or_blank(view.words, TimeUnit::Minute), |promise| {
            Edit::SetSimulationRules(SimulationRules { promise, ..rules })
        });
        let shown = rules.seed.to_string();
        let field = ValueField {
            source: Id::unique(("details seed", id)),
            name: view.text("details-seed"),
            shown: &shown,
            hint: "1",
            help: view.text("details-seed-help"),
        };
        let parse = |text: &str| -> Result<u32, Refusal> {
            if text.trim().is_empty() { Ok(1) } else { parse_seed(text) }
        };
        field.show(ui, view, parse, |seed| {
            Edit::SetSimulationRules(SimulationRules { seed, ..rules })
        });
    });
}
