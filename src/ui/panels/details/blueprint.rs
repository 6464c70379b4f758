//! Nothing selected: the blueprint itself, what its customers bring, and the kind of service it is.

use egui::{Id, Ui};

use crate::blueprint::notation::{parse_quantity, rate_in};
use crate::blueprint::{
    Calendar, Complexity, Demand, Participation, Quantity, RateUnit, Refusal, ScenarioId, StepKind,
    Typology,
};
use crate::editor::{DocumentEdit, Edit};
use crate::ui::controls::{section_head, value_row};
use crate::ui::desk::Desk;
use crate::ui::fields::{ValueField, choice, quiet_line};
use crate::ui::panels::section::section;

use crate::ui::reading::{
    opening_hours, optional, parse_money, parse_name, rate_or_blank, written,
};

/// Shows the inspector of the blueprint.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    title(ui, desk);
    ui.add_space(6.0);
    section_head(ui, desk.tokens, desk.text("details-section-demand"));
    rate(ui, desk);
    gaps(ui, desk);
    hours(ui, desk);
    ui.add_space(2.0);
    money(ui, desk);
    typology(ui, desk);
    let mut only_today = desk.editor.blueprint().only_today();
    let only = ui.checkbox(&mut only_today, desk.text("details-only-today"));
    if only.on_hover_text(desk.text("details-only-today-help")).clicked() {
        desk.edit(DocumentEdit::SetOnlyToday(only_today));
    }
    counts(ui, desk);
}

/// The field of a scenario's name.
pub(super) fn scenario_name(id: ScenarioId) -> Id {
    Id::unique(("details scenario", id))
}

fn title(ui: &mut Ui, desk: &mut Desk<'_>) {
    let blueprint = desk.editor.blueprint();
    let field = ValueField {
        source: Id::unique("details title"),
        name: desk.text("details-title"),
        shown: blueprint.title(),
        hint: desk.text("details-title-hint"),
        help: "",
    };
    let parse = |text: &str| Ok(text.trim().to_owned());
    field.show_as_title(ui, desk, parse, DocumentEdit::SetTitle);
    let scenario = desk.scenario;
    let field = ValueField {
        source: scenario_name(scenario.id()),
        name: desk.text("details-scenario"),
        shown: scenario.name(),
        hint: "",
        help: desk.text("details-scenario-help"),
    };
    field.show(ui, desk, parse_name, |name| DocumentEdit::RenameScenario(scenario.id(), name));
    ui.add_space(2.0);
}

/// One number of the demand.
fn number<T>(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    (key, name, hint, help): (&'static str, &str, &str, &str),
    shown: &str,
    parse: impl Fn(&str) -> Result<T, Refusal>,
    set: impl Fn(&mut Demand, T),
) {
    let scenario = desk.scenario;
    let source = Id::unique(("details demand", scenario.id(), key));
    let field = ValueField { source, name, shown, hint, help };
    field.show(ui, desk, parse, |value| {
        let mut demand = scenario.demand().clone();
        set(&mut demand, value);
        Edit::SetDemand(demand)
    });
}

fn rate(ui: &mut Ui, desk: &mut Desk<'_>) {
    let words = desk.words;
    let shown = desk.scenario.demand().per_hour.map(|rate| words.entered_rate(rate));
    let shown = shown.unwrap_or_default();
    let scenario = desk.scenario;
    let field = ValueField {
        source: Id::unique(("details demand", scenario.id(), "rate")),
        name: desk.text("details-per_hour"),
        shown: &shown,
        hint: desk.text("details-per_hour-hint"),
        help: desk.text("details-per_hour-help"),
    };
    let now = desk.editor.blueprint().rates();
    let no_hours = scenario.demand().opening_hours.is_none();
    field.show_reading(ui, desk, rate_or_blank(words), |(per_hour, unit)| {
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
        (RateUnit::Hour, desk.text("details-rates-hour")),
        (RateUnit::Day, desk.text("details-rates-day")),
        (RateUnit::Week, desk.text("details-rates-week")),
    ];
    let (name, help) = (desk.text("details-rates"), desk.text("details-rates-help"));
    if let Some(rates) = choice(ui, desk, name, help, Some(now), &options) {
        desk.edit(DocumentEdit::SetRates(rates));
    }
}

/// How evenly customers come: in words, and as a number.
fn gaps(ui: &mut Ui, desk: &mut Desk<'_>) {
    let demand = desk.scenario.demand();
    let now = demand.gap_scv.get();
    let named = [
        (0.0, desk.text("details-gaps-constant")),
        (0.25, desk.text("details-gaps-appointments")),
        (1.0, desk.text("details-gaps-random")),
        (4.0, desk.text("details-gaps-bursts")),
    ];
    let near = |scv: f64| (scv - now).abs() < 1e-9;
    let mut options = named.to_vec();
    if !named.iter().any(|(scv, _)| near(*scv)) {
        options.push((now, desk.text("details-gaps-own")));
    }
    let name = desk.text("details-gaps");
    let help = desk.text("details-gaps-help");
    if let Some(scv) = choice(ui, desk, name, help, Some(now), &options)
        && let Ok(gap_scv) = Quantity::new(scv)
    {
        desk.edit(Edit::SetDemand(Demand { gap_scv, ..demand.clone() }));
    }
    let words = ("gaps", desk.text("details-gap_scv"), "1", desk.text("details-gap_scv-help"));
    let shown = demand.gap_scv.to_string();
    number(ui, desk, words, &shown, optional(parse_quantity), |demand, scv| {
        demand.gap_scv = scv.unwrap_or(Quantity::ONE);
    });
}

fn hours(ui: &mut Ui, desk: &mut Desk<'_>) {
    let demand = desk.scenario.demand();
    let shown = written(&demand.opening_hours);
    let words = (
        "hours",
        desk.text("details-opening_hours"),
        desk.text("details-opening_hours-hint"),
        desk.text("details-opening_hours-help"),
    );
    let units = desk.words.units();
    number(ui, desk, words, &shown, opening_hours, |demand, hours| {
        // Who counts by the day means the same number a day, however long that is.
        let said = demand.per_hour.and_then(|rate| rate_in(rate, units.per, units.calendar));
        demand.opening_hours = hours;
        let hours = Calendar::new(hours).rate_hours(units.per);
        if let Some(kept) = said.and_then(|said| Quantity::new(said / hours).ok()) {
            demand.per_hour = Some(kept);
        }
    });
    if let (Some(hours), Some(output)) = (demand.opening_hours, desk.analysis.output_per_hour.value)
    {
        let customers = desk.words.number((hours.get() * output).round());
        let said = desk.words.with("details-per-day", &[("customers", customers.into())]);
        quiet_line(ui, desk, &said);
    }
}

fn money(ui: &mut Ui, desk: &mut Desk<'_>) {
    let demand = desk.scenario.demand();
    let currency = desk.editor.blueprint().currency().to_owned();
    let said: Vec<String> =
        demand.price.map(|price| desk.words.money(price.get(), &currency)).into_iter().collect();
    let title = desk.text("details-section-money");
    section(ui, desk, "money", title, &desk.words.facts(&said), true, |ui, desk| {
        let field = ValueField {
            source: Id::unique("details currency"),
            name: desk.text("details-currency"),
            shown: &currency,
            hint: desk.text("details-currency-hint"),
            help: desk.text("details-currency-help"),
        };
        let parse = |text: &str| Ok(text.trim().to_owned());
        field.show(ui, desk, parse, DocumentEdit::SetCurrency);
        let amount = |text: &str| parse_money(text, &currency);
        let price = written(&demand.price);
        let help = desk.text("details-price-help");
        let words = ("price", desk.text("details-price"), currency.as_str(), help);
        number(ui, desk, words, &price, optional(amount), |demand, price| demand.price = price);
        let overhead = if demand.overhead_per_hour == Quantity::ZERO {
            String::new()
        } else {
            demand.overhead_per_hour.to_string()
        };
        let help = desk.text("details-overhead_per_hour-help");
        let words = ("overhead", desk.text("details-overhead_per_hour"), currency.as_str(), help);
        number(ui, desk, words, &overhead, optional(amount), |demand, overhead| {
            demand.overhead_per_hour = overhead.unwrap_or_default();
        });
    });
}

fn typology(ui: &mut Ui, desk: &mut Desk<'_>) {
    let words = desk.words;
    let now = desk.scenario.typology();
    let said: Vec<&str> = now
        .participation
        .map(|participation| words.participation(participation))
        .into_iter()
        .chain(now.complexity.map(|complexity| words.complexity(complexity)))
        .collect();
    let title = desk.text("details-section-typology");
    section(ui, desk, "typology", title, &words.facts(&said), false, |ui, desk| {
        let mut options: Vec<(Option<Participation>, &str)> =
            vec![(None, desk.text("details-not-said"))];
        options.extend(Participation::ALL.map(|each| (Some(each), words.participation(each))));
        let (name, help) =
            (desk.text("details-participation"), desk.text("details-participation-help"));
        if let Some(participation) = choice(ui, desk, name, help, Some(now.participation), &options)
        {
            desk.edit(Edit::SetTypology(Typology { participation, ..now }));
        }
        let mut options: Vec<(Option<Complexity>, &str)> =
            vec![(None, desk.text("details-not-said"))];
        options.extend(Complexity::ALL.map(|each| (Some(each), words.complexity(each))));
        let (name, help) = (desk.text("details-complexity"), desk.text("details-complexity-help"));
        if let Some(complexity) = choice(ui, desk, name, help, Some(now.complexity), &options) {
            desk.edit(Edit::SetTypology(Typology { complexity, ..now }));
        }
    });
}

fn counts(ui: &mut Ui, desk: &mut Desk<'_>) {
    let scenario = desk.scenario;
    let title = desk.text("details-section-counts");
    let summary = desk.words.with("steps", &[("count", scenario.flowing_steps().into())]);
    section(ui, desk, "counts", title, &summary, false, |ui, desk| {
        let tokens = desk.tokens;
        for (name, count) in [
            (desk.text("details-count-actions"), scenario.count_of(StepKind::Action)),
            (desk.text("details-count-decisions"), scenario.count_of(StepKind::Decision)),
            (desk.text("details-count-evidence"), scenario.count_of(StepKind::Evidence)),
            (desk.text("details-count-notes"), scenario.count_of(StepKind::Note)),
            (desk.text("details-count-links"), scenario.links().len()),
            (desk.text("details-count-roles"), scenario.roles().len()),
            (desk.text("details-count-elements"), scenario.elements().len()),
            (desk.text("details-count-lanes"), scenario.lanes().len()),
            (desk.text("details-count-phases"), scenario.phases().len()),
        ] {
            value_row(ui, tokens, name, egui::RichText::new(count.to_string()), "");
        }
    });
}
