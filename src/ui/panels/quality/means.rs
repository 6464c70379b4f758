//! How many people and means the demand needs, and how many are planned.

use egui::{Id, RichText, Slider, Ui, WidgetInfo};

use crate::quality::{Assessment, MOST_BUSY, ResourceFigures, resources};
use crate::ui::controls::{small, value_row};
use crate::ui::panels::section::section;
use crate::ui::view_context::ViewContext;

/// The least that somebody may be busy at most.
const LEAST_BUSY: f64 = 0.5;

/// Shows a row for each; closed, how many lack.
pub(super) fn show<'a>(ui: &mut Ui, view: &mut ViewContext<'a>, found: &'a Assessment) {
    means(ui, view, found);
    super::learning::show(ui, view);
}

fn means<'a>(ui: &mut Ui, view: &mut ViewContext<'a>, found: &'a Assessment) {
    let id = Id::unique("busy at most");
    let busy: f64 = ui.data(|data| data.get_temp(id)).unwrap_or(MOST_BUSY);
    // What is asked with another share than usual is worked out here: it is a question, not a judgement.
    let asked = ((busy - MOST_BUSY).abs() > 1e-9).then(|| {
        let planned = found.planned.as_ref();
        let planned = planned.map_or((view.scenario, view.formulas), |(it, figures)| (it, figures));
        resources(view.scenario, planned, planned.1.demand_per_hour.value, busy)
    });
    let all: Vec<ResourceFigures> = asked.unwrap_or_else(|| found.resources.clone());
    if all.iter().all(|it| it.needed.is_none()) {
        return;
    }
    let words = view.words;
    let lacking: u64 = all.iter().filter_map(lacks).sum();
    let summary = match lacking {
        0 => words.text("resources-enough").to_owned(),
        lacking => words.with("resources-lacking", &[("count", lacking.into())]),
    };
    let title = words.text("resources-title");
    section(ui, view, "quality resources", title, &summary, false, |ui, view| {
        for resource in &all {
            row(ui, view, found, resource);
        }
        if let Some(budget) = &found.budget {
            let currency = view.editor.blueprint().currency();
            small(ui, view.tokens, words.budget(budget, currency));
        }
        most_busy(ui, view, id, busy);
        let busy = words.percent(busy);
        small(ui, view.tokens, words.with("resources-help", &[("busy", busy.into())]));
        if let Some((planned, _)) = &found.planned {
            let arguments = [("scenario", planned.name().into())];
            small(ui, view.tokens, words.with("resources-of", &arguments));
        }
    });
}

/// How busy each may be at most, to be dragged.
fn most_busy(ui: &mut Ui, view: &ViewContext<'_>, id: Id, busy: f64) {
    let name = view.text("resources-busy");
    small(ui, view.tokens, name);
    let mut dragged = busy;
    let slider = Slider::new(&mut dragged, LEAST_BUSY..=1.0)
        .step_by(0.01)
        .custom_formatter(|share, _| view.words.percent(share));
    let response = ui.add(slider);
    response.widget_info(|| WidgetInfo::slider(true, dragged, name));
    if (dragged - busy).abs() > 1e-9 {
        ui.data_mut(|data| data.insert_temp(id, dragged));
    }
}

/// How many lack of a resource; `None` where none does.
fn lacks(resource: &ResourceFigures) -> Option<u64> {
    resource.gap.filter(|gap| *gap < 0).map(i64::unsigned_abs)
}

fn row(ui: &mut Ui, view: &ViewContext<'_>, found: &Assessment, resource: &ResourceFigures) {
    let words = view.words;
    let roles = resource.roles.iter();
    let names: Vec<&str> = roles.filter_map(|id| found.role_name(*id, view.scenario)).collect();
    let said = match (resource.planned, resource.needed) {
        (None, _) => words.text("resources-goes").to_owned(),
        (Some(planned), needed) => {
            let none = || words.text("no-figure").to_owned();
            let needed = needed.map_or_else(none, |needed| needed.to_string());
            let arguments = [("needed", needed.into()), ("planned", planned.into())];
            words.with("resources-row", &arguments)
        }
    };
    let currency = view.editor.blueprint().currency();
    let money = |cost: f64| words.money(cost, currency);
    let hour = |cost| words.with("resources-hour", &[("cost", money(cost).into())]);
    let month = |cost| words.with("resources-month", &[("cost", money(cost).into())]);
    let cost = resource.cost_per_month.map(month).or_else(|| resource.cost_per_hour.map(hour));
    let ink = if lacks(resource).is_some() { view.tokens.bad } else { view.tokens.ink };
    let said = RichText::new(said).color(ink);
    let help = cost.unwrap_or_default();
    value_row(ui, view.tokens, &words.list(&names, names.len()), said, &help);
}
