//! The chosen indicator as fields.

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use crate::blueprint::notation::{parse_count, parse_quantity};
use crate::blueprint::{
    Better, Id as _, Indicator, IndicatorId, IndicatorView, Judgements, Refusal,
};
use crate::quality::Assessment;
use crate::ui::controls::section_head;
use crate::ui::fields::{ValueField, choice};
use crate::ui::judging::{change_indicator, remove_indicator};
use crate::ui::view_context::ViewContext;

use super::data;

/// Shows the fields.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    found: &Assessment,
    chosen: &mut Option<IndicatorId>,
    entry: &mut data::Entry,
) {
    let judgements = Arc::clone(view.editor.blueprint().judgements());
    let Some(id) = *chosen else { return };
    let mut all = judgements.indicators.iter();
    let Some((_, indicator)) = all.find(|(own, _)| *own == id) else { return };
    ScrollArea::vertical().id_salt(("indicator", id)).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.set_max_width(ui.available_width() - 10.0);
        section_head(ui, view.tokens, view.text("indicator-data"));
        data::show(ui, view, &judgements, id, indicator, entry);
        ui.add_space(6.0);
        section_head(ui, view.tokens, view.text("indicator-itself"));
        fields(ui, view, &judgements, id, indicator);
        choices(ui, view, &judgements, id, indicator, found);
        ui.add_space(4.0);
        if ui.button(view.text("indicator-remove")).clicked() {
            *chosen = None;
            view.edit(remove_indicator(&judgements, id));
        }
    });
}

fn fields(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    judgements: &Arc<Judgements>,
    id: IndicatorId,
    indicator: &Indicator,
) {
    let source = |name: &str| egui::Id::unique(("indicator field", id, name));
    let was = indicator.name.clone();
    let read = move |text: &str| {
        let text = text.trim();
        // A blank is no name: the old one stays.
        Ok(if text.is_empty() { was.clone() } else { text.to_owned() })
    };
    let field = ValueField {
        source: name_field(id),
        name: view.text("indicator-name"),
        shown: &indicator.name,
        hint: "",
        help: "",
    };
    field.show(ui, view, read, |name| change_indicator(judgements, id, |it| it.name = name));
    let is_share = indicator.data.iter().any(|datum| datum.n.is_some());
    let shown =
        |value: Option<f64>| value.map(|value| data::shown(value, is_share)).unwrap_or_default();
    let (target, benchmark) = (shown(indicator.target), shown(indicator.benchmark));
    let field = ValueField {
        source: source("target"),
        name: view.text("indicator-field-target"),
        shown: &target,
        hint: "",
        help: "",
    };
    field.show(ui, view, data::read_optional, |target| {
        change_indicator(judgements, id, |it| it.target = target)
    });
    let field = ValueField {
        source: source("benchmark"),
        name: view.text("indicator-benchmark"),
        shown: &benchmark,
        hint: "",
        help: view.text("indicator-benchmark-help"),
    };
    field.show(ui, view, data::read_optional, |value| {
        change_indicator(judgements, id, |it| it.benchmark = value)
    });
    let baseline = indicator.baseline.map(|count| count.to_string());
    let field = ValueField {
        source: source("baseline"),
        name: view.text("indicator-baseline"),
        shown: baseline.as_deref().unwrap_or_default(),
        hint: view.text("indicator-baseline-all"),
        help: view.text("indicator-baseline-help"),
    };
    let read = |text: &str| -> Result<Option<u32>, Refusal> {
        let text = text.trim();
        if text.is_empty() || parse_quantity(text).is_ok_and(|value| value.get() == 0.0) {
            return Ok(None);
        }
        parse_count(text).map(|count| Some(count.get()))
    };
    field.show(ui, view, read, |count| change_indicator(judgements, id, |it| it.baseline = count));
}

/// Figures of the blueprint that are offered, by their names in a file and in words.
const FIGURES: [(&str, &str); 12] = [
    ("capacity_per_hour", "figure-capacity"),
    ("output_per_hour", "figure-output"),
    ("utilisation", "figure-utilisation"),
    ("throughput_time_s", "figure-throughput-time"),
    ("rush_order_time_s", "figure-rush-order-time"),
    ("wip", "figure-wip"),
    ("cost_per_customer", "figure-cost"),
    ("profit_per_hour", "figure-profit"),
    ("direct_labour_utilisation", "figure-labour-utilisation"),
    ("balance", "figure-balance"),
    ("moments_of_truth", "figure-moments-of-truth"),
    ("role_hand_offs", "figure-hand-offs"),
];

fn choices(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    judgements: &Arc<Judgements>,
    id: IndicatorId,
    indicator: &Indicator,
    found: &Assessment,
) {
    let views = IndicatorView::NAMES.map(|(_, each)| (each, view.words.indicator_view(each)));
    let name = view.text("indicator-view");
    if let Some(chosen) = choice(ui, view, name, "", Some(indicator.view), &views) {
        view.edit(change_indicator(judgements, id, |it| it.view = chosen));
    }
    let all = Better::NAMES.map(|(_, each)| (each, view.words.better(each)));
    let name = view.text("indicator-better");
    if let Some(better) = choice(ui, view, name, "", Some(indicator.better), &all) {
        view.edit(change_indicator(judgements, id, |it| it.better = better));
    }
    let scenario = Arc::clone(view.editor.scenario());
    let mut of: Vec<(Option<u32>, &str)> = vec![(None, view.text("indicator-of-nothing"))];
    let steps = scenario.steps().iter().filter(|(_, step)| !step.name.is_empty());
    of.extend(steps.map(|(id, step)| (Some(id.number()), step.name.as_str())));
    let roles = scenario.roles().iter();
    of.extend(roles.map(|(id, role)| (Some(id.number()), role.name.as_str())));
    let name = view.text("indicator-of");
    let help = view.text("indicator-of-help");
    if let Some(chosen) = choice(ui, view, name, help, Some(indicator.of), &of) {
        view.edit(change_indicator(judgements, id, |it| it.of = chosen));
    }
    let mut figures = vec![(String::new(), view.text("indicator-figure-none"))];
    figures.extend(FIGURES.map(|(figure, key)| (figure.to_owned(), view.text(key))));
    if !figures.iter().any(|(figure, _)| *figure == indicator.figure) {
        // One that only a file has set.
        figures.push((indicator.figure.clone(), indicator.figure.as_str()));
    }
    let options: Vec<(usize, &str)> =
        figures.iter().enumerate().map(|(at, (_, name))| (at, *name)).collect();
    let current = figures.iter().position(|(figure, _)| *figure == indicator.figure);
    let name = view.text("indicator-figure");
    let help = view.text("indicator-figure-help");
    if let Some(at) = choice(ui, view, name, help, current, &options) {
        let figure = figures.get(at).map(|(figure, _)| figure.clone()).unwrap_or_default();
        view.edit(change_indicator(judgements, id, |it| it.figure = figure));
    }
    let own = found.indicators.iter().find(|it| it.indicator == id);
    if let Some((low, high)) = own.and_then(|own| own.interval) {
        let arguments =
            [("low", view.words.percent(low).into()), ("high", view.words.percent(high).into())];
        let said = view.words.with("indicator-interval", &arguments);
        crate::ui::controls::small(ui, view.tokens, said);
    }
}

/// The field of an indicator's name.
pub(super) fn name_field(id: IndicatorId) -> egui::Id {
    egui::Id::unique(("indicator field", id, "name"))
}
