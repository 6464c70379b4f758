//! Nothing selected: the blueprint itself, what its customers bring, and the kind of service it is.

use egui::{Id, Ui};

use crate::blueprint::notation::{parse_quantity, rate_in};
use crate::blueprint::{
    Calendar, Complexity, Demand, Participation, Quantity, RateUnit, Refusal, ScenarioId, StepKind,
    Typology,
};
use crate::editor::{DocumentEdit, Edit};
use crate::ui::controls::{section_head, value_row};
use crate::ui::fields::{ValueField, choice, quiet_line};
use crate::ui::panels::section::section;
use crate::ui::view_context::{Action, BottomTab, ViewContext};

use crate::ui::reading::{
    opening_hours, optional, parse_money, parse_name, rate_or_blank, written,
};

/// Shows the inspector of the blueprint.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    title(ui, view);
    ui.add_space(6.0);
    section_head(ui, view.tokens, view.text("details-section-demand"));
    rate(ui, view);
    gaps(ui, view);
    hours(ui, view);
    ui.add_space(2.0);
    money(ui, view);
    super::simulation::show(ui, view);
    typology(ui, view);
    super::aims::show(ui, view);
    let mut only_today = view.editor.blueprint().only_today();
    let only = ui.checkbox(&mut only_today, view.text("details-only-today"));
    if only.on_hover_text(view.text("details-only-today-help")).clicked() {
        view.edit(DocumentEdit::SetOnlyToday(only_today));
    }
    counts(ui, view);
}

/// The field of a scenario's name.
pub(super) fn scenario_name(id: ScenarioId) -> Id {
    Id::unique(("details scenario", id))
}

fn title(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let blueprint = view.editor.blueprint();
    let field = ValueField {
        source: Id::unique("details title"),
        name: view.text("details-title"),
        shown: blueprint.title(),
        hint: view.text("details-title-hint"),
        help: "",
    };
    let parse = |text: &str| Ok(text.trim().to_owned());
    field.show_as_title(ui, view, parse, DocumentEdit::SetTitle);
    let scenario = view.scenario;
    let field = ValueField {
        source: scenario_name(scenario.id()),
        name: view.text("details-scenario"),
        shown: scenario.name(),
        hint: "",
        help: view.text("details-scenario-help"),
    };
    field.show(ui, view, parse_name, |name| DocumentEdit::RenameScenario(scenario.id(), name));
    ui.add_space(2.0);
}

/// One number of the demand.
fn number<T>(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    (key, name, hint, help): (&'static str, &str, &str, &str),
    shown: &str,
    parse: impl Fn(&str) -> Result<T, Refusal>,
    set: impl Fn(&mut Demand, T),
) {
    let scenario = view.scenario;
    let source = Id::unique(("details demand", scenario.id(), key));
    let field = ValueField { source, name, shown, hint, help };
    field.show(ui, view, parse, |value| {
        let mut demand = scenario.demand().clone();
        set(&mut demand, value);
        Edit::SetDemand(demand)
    });
}

fn rate(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let words = view.words;
    let shown = view.scenario.demand().per_hour.map(|rate| words.entered_rate(rate));
    let shown = shown.unwrap_or_default();
    let scenario = view.scenario;
    let field = ValueField {
        source: Id::unique(("details demand", scenario.id(), "rate")),
        name: view.text("details-per_hour"),
        shown: &shown,
        hint: view.text("details-per_hour-hint"),
        help: view.text("details-per_hour-help"),
    };
    let now = view.editor.blueprint().rates();
    let no_hours = scenario.demand().opening_hours.is_none();
    field.show_reading(ui, view, rate_or_blank(words), |(per_hour, unit)| {
        let demand = Edit::SetDemand(Demand { per_hour, ..scenario.demand().clone() });
        match unit {
            // How long a day is, is not said yet: what was said stays said per day.
            Some(unit) if no_hours && now == RateUnit::Hour => {
                DocumentEdit::Several(vec![demand.into(), DocumentEdit::SetRates(unit)])
            }
            _ => demand.into(),
        }
    });
    let options = [
        (RateUnit::Hour, view.text("details-rates-hour")),
        (RateUnit::Day, view.text("details-rates-day")),
        (RateUnit::Week, view.text("details-rates-week")),
    ];
    let (name, help) = (view.text("details-rates"), view.text("details-rates-help"));
    if let Some(rates) = choice(ui, view, name, help, Some(now), &options) {
        view.edit(DocumentEdit::SetRates(rates));
    }
}

/// How evenly customers come: in words, and as a number.
fn gaps(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let demand = view.scenario.demand();
    let now = demand.gap_scv.get();
    let named = [
        (0.0, view.text("details-gaps-constant")),
        (0.25, view.text("details-gaps-appointments")),
        (1.0, view.text("details-gaps-random")),
        (4.0, view.text("details-gaps-bursts")),
    ];
    let near = |scv: f64| (scv - now).abs() < 1e-9;
    let mut options = named.to_vec();
    if !named.iter().any(|(scv, _)| near(*scv)) {
        options.push((now, view.text("details-gaps-own")));
    }
    let name = view.text("details-gaps");
    let help = view.text("details-gaps-help");
    if let Some(scv) = choice(ui, view, name, help, Some(now), &options)
        && let Ok(gap_scv) = Quantity::new(scv)
    {
        view.edit(Edit::SetDemand(Demand { gap_scv, ..demand.clone() }));
    }
    let words = ("gaps", view.text("details-gap_scv"), "1", view.text("details-gap_scv-help"));
    let shown = demand.gap_scv.to_string();
    number(ui, view, words, &shown, optional(parse_quantity), |demand, scv| {
        demand.gap_scv = scv.unwrap_or(Quantity::ONE);
    });
}

fn hours(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let demand = view.scenario.demand();
    if let Some(day) = &demand.day {
        // They follow from the day, and are changed there.
        let shown = view.words.from_to(day.open, day.close);
        let (name, help) = (view.text("details-opening_hours"), view.text("details-hours-of-day"));
        value_row(ui, view.tokens, name, egui::RichText::new(shown), help);
        let button = egui::Button::new(
            egui::RichText::new(view.text("details-open-day")).color(view.tokens.accent),
        )
        .frame(false);
        if ui.add(button).clicked() {
            view.ask(Action::Below(BottomTab::Day));
        }
        return;
    }
    let shown = written(&demand.opening_hours);
    let words = (
        "hours",
        view.text("details-opening_hours"),
        view.text("details-opening_hours-hint"),
        view.text("details-opening_hours-help"),
    );
    let units = view.words.units();
    number(ui, view, words, &shown, opening_hours, |demand, hours| {
        // Who counts by the day means the same number a day, however long that is.
        let said = demand.per_hour.and_then(|rate| rate_in(rate, units.per, units.calendar));
        demand.opening_hours = hours;
        let hours = Calendar::new(hours).rate_hours(units.per);
        if let Some(kept) = said.and_then(|said| Quantity::new(said / hours).ok()) {
            demand.per_hour = Some(kept);
        }
    });
    if let (Some(hours), Some(output)) = (demand.opening_hours, view.analysis.output_per_hour.value)
    {
        let customers = view.words.number((hours.get() * output).round());
        let said = view.words.with("details-per-day", &[("customers", customers.into())]);
        quiet_line(ui, view, &said);
    }
}

fn money(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let demand = view.scenario.demand();
    let currency = view.editor.blueprint().currency().to_owned();
    let said: Vec<String> =
        demand.price.map(|price| view.words.money(price.get(), &currency)).into_iter().collect();
    let title = view.text("details-section-money");
    section(ui, view, "money", title, &view.words.facts(&said), true, |ui, view| {
        let field = ValueField {
            source: Id::unique("details currency"),
            name: view.text("details-currency"),
            shown: &currency,
            hint: view.text("details-currency-hint"),
            help: view.text("details-currency-help"),
        };
        let parse = |text: &str| Ok(text.trim().to_owned());
        field.show(ui, view, parse, DocumentEdit::SetCurrency);
        let amount = |text: &str| parse_money(text, &currency);
        let price = written(&demand.price);
        let help = view.text("details-price-help");
        let words = ("price", view.text("details-price"), currency.as_str(), help);
        number(ui, view, words, &price, optional(amount), |demand, price| demand.price = price);
        let overhead = if demand.overhead_per_hour == Quantity::ZERO {
            String::new()
        } else {
            demand.overhead_per_hour.to_string()
        };
        let help = view.text("details-overhead_per_hour-help");
        let words = ("overhead", view.text("details-overhead_per_hour"), currency.as_str(), help);
        number(ui, view, words, &overhead, optional(amount), |demand, overhead| {
            demand.overhead_per_hour = overhead.unwrap_or_default();
        });
    });
}

fn typology(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let words = view.words;
    let now = view.scenario.typology();
    let said: Vec<&str> = now
        .participation
        .map(|participation| words.participation(participation))
        .into_iter()
        .chain(now.complexity.map(|complexity| words.complexity(complexity)))
        .collect();
    let title = view.text("details-section-typology");
    section(ui, view, "typology", title, &words.facts(&said), false, |ui, view| {
        let mut options: Vec<(Option<Participation>, &str)> =
            vec![(None, view.text("details-not-said"))];
        options.extend(Participation::ALL.map(|each| (Some(each), words.participation(each))));
        let (name, help) =
            (view.text("details-participation"), view.text("details-participation-help"));
        if let Some(participation) = choice(ui, view, name, help, Some(now.participation), &options)
        {
            view.edit(Edit::SetTypology(Typology { participation, ..now }));
        }
        let mut options: Vec<(Option<Complexity>, &str)> =
            vec![(None, view.text("details-not-said"))];
        options.extend(Complexity::ALL.map(|each| (Some(each), words.complexity(each))));
        let (name, help) = (view.text("details-complexity"), view.text("details-complexity-help"));
        if let Some(complexity) = choice(ui, view, name, help, Some(now.complexity), &options) {
            view.edit(Edit::SetTypology(Typology { complexity, ..now }));
        }
    });
}

fn counts(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let scenario = view.scenario;
    let title = view.text("details-section-counts");
    let summary = view.words.with("steps", &[("count", scenario.flowing_steps().into())]);
    section(ui, view, "counts", title, &summary, false, |ui, view| {
        let tokens = view.tokens;
        for (name, count) in [
            (view.text("details-count-actions"), scenario.count_of(StepKind::Action)),
            (view.text("details-count-decisions"), scenario.count_of(StepKind::Decision)),
            (view.text("details-count-evidence"), scenario.count_of(StepKind::Evidence)),
            (view.text("details-count-notes"), scenario.count_of(StepKind::Note)),
            (view.text("details-count-links"), scenario.links().len()),
            (view.text("details-count-roles"), scenario.roles().len()),
            (view.text("details-count-elements"), scenario.elements().len()),
            (view.text("details-count-lanes"), scenario.lanes().len()),
            (view.text("details-count-phases"), scenario.phases().len()),
        ] {
            value_row(ui, tokens, name, egui::RichText::new(count.to_string()), "");
        }
    });
}
