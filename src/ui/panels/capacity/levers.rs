//! Levers: demand, headcounts and times to play with. The figures follow at once; the document
//! stays as it is until the result is kept as a scenario of its own.

use std::collections::BTreeMap;

use egui::{Align, Button, Label, Layout, RichText, Slider, Ui, Vec2, WidgetInfo};

use super::course_table::{as_scenario, table};
use crate::blueprint::{Demand, Quantity, Role, RoleId, Scenario, Step, StepId};
use crate::editor::Edit;
use crate::redesign::{Course, Outlook};
use crate::ui::controls::{icon_button, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::icons;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, LEVERS, ViewContext};
use crate::wording::measure_of_role;

/// How many roles, and how many steps of the bottleneck, get a lever.
const ROLES: usize = 8;
const STEPS: usize = 3;
/// Per cent of today's time, in steps of five.
const TIMES: std::ops::RangeInclusive<f64> = 50.0..=150.0;
/// Widths of names and of values.
const NAME: f32 = 116.0;
const RATE: f32 = 88.0;
const PERCENT: f32 = 44.0;

/// What has been moved, and from where.
#[derive(Default)]
pub(in crate::ui) struct Levers {
    /// The figures before anything was moved.
    before: Option<Outlook>,
    /// The bottleneck before anything was moved, so that its levers stay under the pointer.
    bottleneck: Vec<StepId>,
    /// How far the demand can be moved.
    most_demand: f64,
    demand: Option<f64>,
    heads: BTreeMap<RoleId, u32>,
    /// Per cent of today's time: of all, of the work of a role, of a step.
    all: Option<f64>,
    roles: BTreeMap<RoleId, f64>,
    steps: BTreeMap<StepId, f64>,
}

/// Shows the levers.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, levers: &mut Levers) {
    let scenario = std::sync::Arc::clone(view.editor.settled_scenario());
    let is_on = view.editor.trial() == Some(LEVERS);
    if view.editor.trial().is_none() {
        // Put back, or ended by something else.
        *levers = Levers::at_rest(view);
    }
    ui.spacing_mut().item_spacing.y = 4.0;
    small(ui, view.tokens, view.text("levers-meaning"));
    let mut moved = demand(ui, view, levers, &scenario);
    moved |= people(ui, view, levers, &scenario);
    moved |= times(ui, view, levers, &scenario);
    if moved {
        let edits = levers.edits(&scenario);
        view.ask(if edits.is_empty() {
            Action::Abort
        } else {
            Action::Try(LEVERS, Edit::Several(edits).into())
        });
    }
    if let Some(before) = levers.before.as_ref().filter(|_| is_on) {
        ui.separator();
        let after = Outlook::of(view.scenario, view.analysis);
        table(ui, view, &Course::of(&scenario, view.scenario), before, &after);
    }
    ui.add_space(2.0);
    ui.add_enabled_ui(is_on, |ui| buttons(ui, view, levers, &scenario));
}

fn buttons(ui: &mut Ui, view: &mut ViewContext<'_>, levers: &Levers, scenario: &Scenario) {
    ui.horizontal(|ui| {
        let size = Vec2::new((ui.available_width() - 8.0) / 2.0, 28.0);
        if ui.add(Button::new(view.text("levers-back")).min_size(size)).clicked() {
            view.ask(Action::Abort);
        }
        if ui.add(Button::new(view.text("levers-keep")).min_size(size)).clicked() {
            let name = levers.name(view, scenario);
            let edit = Edit::Several(levers.edits(scenario));
            let edit = as_scenario(view, edit, &name);
            view.ask(Action::Take(edit));
        }
    });
}

impl Levers {
    fn at_rest(view: &ViewContext<'_>) -> Self {
        let rates = [&view.analysis.demand_per_hour, &view.analysis.capacity_per_hour];
        let most = rates.into_iter().filter_map(|rate| rate.value).fold(0.0, f64::max);
        Self {
            before: Some(Outlook::of(view.scenario, view.analysis)),
            bottleneck: view.analysis.bottleneck.clone(),
            most_demand: 2.0 * most,
            ..Self::default()
        }
    }

    /// The edits that make what the levers say of the scenario as it is; none if they say nothing.
    /// Linear in the number of steps.
    fn edits(&self, scenario: &Scenario) -> Vec<Edit> {
        let mut edits = Vec::new();
        if let Some(Ok(rate)) = self.demand.map(Quantity::new) {
            let demand = Demand { per_hour: Some(rate), ..scenario.demand().clone() };
            edits.push(Edit::SetDemand(demand));
        }
        for (id, headcount) in &self.heads {
            if let Some(role) = scenario.roles().get(id) {
                edits.push(Edit::SetRole(*id, Role { headcount: *headcount, ..Role::clone(role) }));
            }
        }
        let steps: Vec<(StepId, Step)> = scenario
            .steps()
            .iter()
            .filter_map(|(id, step)| {
                let factor = self.factor(*id, step);
                let is_moved = (factor - 1.0).abs() > 1e-9;
                let time = step.time.as_ref().filter(|_| is_moved)?.scaled(factor).ok()?;
                Some((*id, Step { time: Some(time), ..Step::clone(step) }))
            })
            .collect();
        if !steps.is_empty() {
            edits.push(Edit::SetSteps(steps));
        }
        edits
    }

    /// By what the time of a step is multiplied; it lasts as long as its slowest role takes.
    fn factor(&self, id: StepId, step: &Step) -> f64 {
        let roles = step.needs.iter().flat_map(|need| &need.roles);
        let slowest = roles.map(|role| self.roles.get(role).copied().unwrap_or(100.0));
        let slowest = slowest.reduce(f64::max).unwrap_or(100.0);
        let own = self.steps.get(&id).copied().unwrap_or(100.0);
        self.all.unwrap_or(100.0) / 100.0 * slowest / 100.0 * own / 100.0
    }

    /// A name for the scenario that keeps them: what was moved.
    fn name(&self, view: &ViewContext<'_>, scenario: &Scenario) -> String {
        let words = view.words;
        let mut moved = Vec::new();
        for (id, count) in &self.heads {
            let arguments = [
                ("name", words.role(*id, scenario).into()),
                ("count", (*count).into()),
                ("measure", measure_of_role(*id, scenario).into()),
            ];
            moved.push(words.with("levers-name-role", &arguments));
        }
        let timed = |name: &str, percent: f64| {
            let percent = words.percent(percent / 100.0);
            words.with("levers-name-time", &[("name", name.into()), ("percent", percent.into())])
        };
        moved.extend(self.all.map(|percent| timed(words.text("levers-times-all"), percent)));
        let of_roles = self.roles.iter().map(|(id, part)| (words.role(*id, scenario), *part));
        let of_steps = self.steps.iter().map(|(id, part)| (words.step(*id, scenario), *part));
        moved.extend(of_roles.chain(of_steps).map(|(name, part)| timed(name, part)));
        if let Some(rate) = self.demand {
            let rate = words.rate(rate);
            moved.push(words.with("levers-name-demand", &[("rate", rate.into())]));
        }
        let moved: Vec<&str> = moved.iter().map(String::as_str).collect();
        words.with("levers-name", &[("changes", words.list(&moved, 2).into())])
    }
}

fn demand(ui: &mut Ui, view: &ViewContext<'_>, levers: &mut Levers, scenario: &Scenario) -> bool {
    if levers.most_demand <= 0.0 {
        return false;
    }
    let today = scenario.demand().per_hour.map(Quantity::get);
    let mut rate = levers.demand.or(today).unwrap_or(0.0);
    let words = view.words;
    let shown = |rate: Option<f64>| {
        rate.map_or_else(|| words.text("no-figure").to_owned(), |rate| words.rate(rate))
    };
    let value = levers.demand.map_or_else(
        || shown(today),
        |rate| {
            from_to(
                view,
                &today.map_or_else(|| shown(None), |rate| words.number(words.in_rate_unit(rate))),
                &words.rate(rate),
            )
        },
    );
    let name = view.words.text("levers-demand");
    let step = fine_step(levers.most_demand);
    let most = (levers.most_demand / step).ceil() * step;
    let slider = Slider::new(&mut rate, step..=most).step_by(step);
    let moved = lever(ui, view, (name, &value, RATE), levers.demand.is_some(), slider);
    if moved {
        levers.demand = Some(rate).filter(|rate| today != Some(*rate));
    }
    moved
}

/// A round step of which about a hundred make the whole.
fn fine_step(whole: f64) -> f64 {
    let rough = whole / 100.0;
    let size = 10.0_f64.powf(rough.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .map(|part| part * size)
        .into_iter()
        .find(|step| *step >= rough)
        .unwrap_or(size)
}

fn people(ui: &mut Ui, view: &ViewContext<'_>, levers: &mut Levers, scenario: &Scenario) -> bool {
    let mut moved = false;
    let roles = at_work(view, scenario);
    if !roles.is_empty() {
        head(ui, view, "levers-people");
    }
    for (id, role) in roles {
        let now = levers.heads.get(&id).copied().unwrap_or(role.headcount);
        let mut wanted = now;
        let value = if now == role.headcount {
            now.to_string()
        } else {
            from_to(view, &role.headcount.to_string(), &now.to_string())
        };
        ui.horizontal(|ui| {
            name_cell(ui, view, &role.name);
            let measure = measure_of_role(id, scenario);
            let arguments = [("name", role.name.as_str().into()), ("measure", measure.into())];
            let named = |key| view.words.with(key, &arguments);
            let less = named("levers-less");
            if icon_button(ui, icons::MINUS, &less, now > 0).on_hover_text(less).clicked() {
                wanted = now.saturating_sub(1);
            }
            let more = named("levers-more");
            if icon_button(ui, icons::PLUS, &more, now < Role::MOST).on_hover_text(more).clicked() {
                wanted = now.saturating_add(1);
            }
            value_cell(ui, view, &value, now != role.headcount);
        });
        if wanted != now {
            moved = true;
            levers.heads.insert(id, wanted);
            levers.heads.retain(|id, count| {
                scenario.roles().get(id).is_some_and(|role| role.headcount != *count)
            });
        }
    }
    moved
}

fn times(ui: &mut Ui, view: &ViewContext<'_>, levers: &mut Levers, scenario: &Scenario) -> bool {
    head(ui, view, "levers-times");
    let mut moved = false;
    let mut part = |ui: &mut Ui, name: &str, percent: Option<f64>| -> Option<Option<f64>> {
        let mut now = percent.unwrap_or(100.0);
        let value = view.words.percent(now / 100.0);
        let slider = Slider::new(&mut now, TIMES).step_by(5.0);
        let is_moved = lever(ui, view, (name, &value, PERCENT), percent.is_some(), slider);
        moved |= is_moved;
        is_moved.then(|| Some(now).filter(|now| (now - 100.0).abs() > 1e-9))
    };
    if let Some(now) = part(ui, view.words.text("levers-times-all"), levers.all) {
        levers.all = now;
    }
    let roles = at_work(view, scenario);
    if !roles.is_empty() {
        head(ui, view, "levers-times-of-roles");
    }
    for (id, role) in roles {
        match part(ui, &role.name, levers.roles.get(&id).copied()) {
            Some(Some(now)) => {
                levers.roles.insert(id, now);
            }
            Some(None) => {
                levers.roles.remove(&id);
            }
            None => {}
        }
    }
    let is_timed = |id: &&StepId| scenario.steps().get(*id).is_some_and(|step| step.time.is_some());
    let steps: Vec<StepId> =
        levers.bottleneck.iter().filter(is_timed).take(STEPS).copied().collect();
    if !steps.is_empty() {
        head(ui, view, "levers-times-of-bottleneck");
    }
    for id in steps {
        let name = view.words.step(id, scenario);
        match part(ui, name, levers.steps.get(&id).copied()) {
            Some(Some(now)) => {
                levers.steps.insert(id, now);
            }
            Some(None) => {
                levers.steps.remove(&id);
            }
            None => {}
        }
    }
    moved
}

/// Roles that do something, in document order.
fn at_work<'a>(view: &ViewContext<'_>, scenario: &'a Scenario) -> Vec<(RoleId, &'a Role)> {
    let works =
        |id: &RoleId| view.analysis.roles.get(id).is_some_and(|figures| !figures.steps.is_empty());
    let roles = scenario.roles().iter().filter(|(id, _)| works(id));
    roles.take(ROLES).map(|(id, role)| (*id, role.as_ref())).collect()
}

fn from_to(view: &ViewContext<'_>, from: &str, to: &str) -> String {
    view.words.with("from-to", &[("from", from.into()), ("to", to.into())])
}

/// A quiet head above some levers.
fn head(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str) {
    ui.add_space(2.0);
    let text = RichText::new(view.words.text(key)).font(font(Weight::Medium, SMALL));
    ui.label(text.color(view.tokens.muted));
}

/// A slider between its name and its value; answers whether it was moved.
fn lever(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    (name, value, width): (&str, &str, f32),
    is_moved: bool,
    slider: Slider<'_>,
) -> bool {
    ui.horizontal(|ui| {
        name_cell(ui, view, name);
        let gaps = 2.0 * ui.spacing().item_spacing.x;
        ui.spacing_mut().slider_width = (ui.available_width() - width - gaps).max(40.0);
        let response = ui.add(slider.show_value(false).trailing_fill(true));
        let said = view.words.labelled(name, value);
        response.widget_info(|| {
            WidgetInfo::labeled(egui::accesskit::Role::Slider, true, said.as_str())
        });
        value_cell(ui, view, value, is_moved);
        response.changed()
    })
    .inner
}

fn name_cell(ui: &mut Ui, view: &ViewContext<'_>, name: &str) {
    let width = NAME.min(ui.available_width() * 0.4);
    ui.allocate_ui_with_layout(
        Vec2::new(width, 24.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.set_min_width(width);
            ui.add(Label::new(RichText::new(name).color(view.tokens.ink)).truncate());
        },
    );
}

/// What a lever says, at the right; strong once it was moved.
fn value_cell(ui: &mut Ui, view: &ViewContext<'_>, value: &str, is_moved: bool) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let (weight, colour) = if is_moved {
            (Weight::Semibold, view.tokens.accent)
        } else {
            (Weight::Regular, view.tokens.muted)
        };
        ui.add(Label::new(RichText::new(value).font(font(weight, BODY)).color(colour)).truncate());
    });
}
