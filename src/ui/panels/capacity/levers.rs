//! Levers: demand and how evenly it comes, price, headcounts, who may do what, and times to play with. The figures follow at once; the document
//! stays as it is until the result is kept as a scenario of its own.

use std::collections::BTreeMap;

use egui::{Align, Button, Label, Layout, RichText, Slider, Ui, Vec2, WidgetInfo};

use super::course_table::{as_scenario, table};
use crate::blueprint::{Quantity, Role, RoleId, RoleKind, Scenario, Step, StepId};
use crate::editor::Edit;
use crate::redesign::{Course, Outlook};
use crate::ui::controls::{icon_button, small};
use crate::ui::fields::choice;
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
    /// How evenly customers come: the squared coefficient of variation of their gaps.
    gaps: Option<f64>,
    price: Option<f64>,
    heads: BTreeMap<RoleId, u32>,
    /// Who else may do a step of the bottleneck.
    helpers: BTreeMap<StepId, RoleId>,
    /// Per cent of today's time: of all, of the work of a role, of a step.
    all: Option<f64>,
    roles: BTreeMap<RoleId, f64>,
    steps: BTreeMap<StepId, f64>,
}

/// Shows the levers.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, levers: &mut Levers) {
    let scenario = at_hand(view, levers);
    ui.spacing_mut().item_spacing.y = 4.0;
    small(ui, view.tokens, view.text("levers-meaning"));
    let mut moved = demand(ui, view, levers, &scenario);
    moved |= gaps(ui, view, levers, &scenario);
    moved |= price(ui, view, levers, &scenario);
    moved |= people(ui, view, levers, &scenario, (true, &|_| true));
    moved |= helpers(ui, view, levers, &scenario);
    moved |= times(ui, view, levers, &scenario);
    if moved {
        levers.pull(view, &scenario);
    }
    let is_on = view.editor.trial() == Some(LEVERS);
    if let Some(before) = levers.before.as_ref().filter(|_| is_on) {
        ui.separator();
        let after = Outlook::of(view.scenario, view.analysis);
        table(ui, view, &Course::of(&scenario, view.scenario), before, &after);
    }
    ui.add_space(2.0);
    ui.add_enabled_ui(is_on, |ui| buttons(ui, view, levers, &scenario));
}

/// Shows those of demand, and of people and times of the bottleneck; of all people where none is known.
/// Where there is little room they stand without heads: each has its name.
pub(super) fn show_few(ui: &mut Ui, view: &mut ViewContext<'_>, levers: &mut Levers, is_low: bool) {
    let scenario = at_hand(view, levers);
    ui.spacing_mut().item_spacing.y = if is_low { 2.0 } else { 4.0 };
    let heads = !is_low;
    if heads {
        small(ui, view.tokens, view.text("playing-levers-meaning"));
    }
    let steps = levers.bottleneck.iter().filter_map(|step| scenario.steps().get(step));
    let needs = steps.flat_map(|step| &step.needs);
    let limiting: Vec<RoleId> = needs.flat_map(|need| need.roles.iter().copied()).collect();
    let is_meant = |role: RoleId| limiting.is_empty() || limiting.contains(&role);
    let mut moved = times_of_bottleneck(ui, view, levers, &scenario, heads);
    moved |= people(ui, view, levers, &scenario, (heads, &is_meant));
    moved |= demand(ui, view, levers, &scenario);
    if moved {
        levers.pull(view, &scenario);
    }
    ui.add_space(2.0);
    let is_on = view.editor.trial() == Some(LEVERS);
    ui.add_enabled_ui(is_on, |ui| buttons(ui, view, levers, &scenario));
}

/// The scenario that the levers pull at. They are at rest where they were put back, or ended by something else.
fn at_hand(view: &ViewContext<'_>, levers: &mut Levers) -> std::sync::Arc<Scenario> {
    if view.editor.trial().is_none() {
        *levers = Levers::at_rest(view);
    }
    std::sync::Arc::clone(view.editor.settled_scenario())
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

    /// Shows what they make of the scenario.
    fn pull(&self, view: &mut ViewContext<'_>, scenario: &Scenario) {
        let edits = self.edits(scenario);
        view.ask(if edits.is_empty() {
            Action::Abort
        } else {
            Action::Try(LEVERS, Edit::Several(edits).into())
        });
    }

    /// The edits that make what the levers say of the scenario as it is; none if they say nothing.
    /// Linear in the number of steps.
    fn edits(&self, scenario: &Scenario) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut demand = scenario.demand().clone();
        if let Some(Ok(rate)) = self.demand.map(Quantity::new) {
            demand = demand.at_rate(rate);
        }
        if let Some(Ok(gaps)) = self.gaps.map(Quantity::new) {
            demand.gap_scv = gaps;
        }
        if let Some(Ok(price)) = self.price.map(Quantity::new) {
            demand.price = Some(price);
        }
        if demand != *scenario.demand() {
            edits.push(Edit::SetDemand(demand));
        }
        for (id, headcount) in &self.heads {
            if let Some(role) = scenario.roles().get(id) {
                let day = scenario.demand().day.as_deref();
                edits.push(Edit::SetRole(*id, role.with_headcount(*headcount, day)));
            }
        }
        let steps: Vec<(StepId, Step)> = scenario
            .steps()
            .iter()
            .filter_map(|(id, step)| {
                let factor = self.factor(*id, step);
                let mut changed = Step::clone(step);
                if (factor - 1.0).abs() > 1e-9 {
                    changed.time = step.time.as_ref().and_then(|time| time.scaled(factor).ok());
                    // What cannot be that long stays as it is.
                    changed.time = changed.time.or_else(|| step.time.clone());
                }
                if let (Some(helper), Some(need)) =
                    (self.helpers.get(id), changed.needs.first_mut())
                {
                    let may = |role: &RoleId| role == helper || need.roles.contains(role);
                    need.roles = scenario.roles().keys().copied().filter(|id| may(id)).collect();
                }
                (changed != **step).then_some((*id, changed))
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
            let kind = scenario.roles().get(id).map(|role| role.kind);
            let is_somebody = matches!(kind, Some(RoleKind::Staff | RoleKind::External));
            moved.push(if is_somebody {
                words.with("levers-name-role", &arguments)
            } else {
                words.with("levers-name-things", &arguments)
            });
        }
        let timed = |name: &str, percent: f64| {
            let percent = words.percent(percent / 100.0);
            words.with("levers-name-time", &[("name", name.into()), ("percent", percent.into())])
        };
        moved.extend(self.all.map(|percent| timed(words.text("levers-times-all"), percent)));
        let of_roles = self.roles.iter().map(|(id, part)| (words.role(*id, scenario), *part));
        let of_steps = self.steps.iter().map(|(id, part)| (words.step(*id, scenario), *part));
        moved.extend(of_roles.chain(of_steps).map(|(name, part)| timed(name, part)));
        for (id, helper) in &self.helpers {
            let (step, name) = (words.step(*id, scenario), words.role(*helper, scenario));
            let arguments = [("name", name.into()), ("step", step.into())];
            moved.push(words.with("levers-name-helper", &arguments));
        }
        if let Some(rate) = self.demand {
            let rate = words.rate(rate);
            moved.push(words.with("levers-name-demand", &[("rate", rate.into())]));
        }
        if let Some((_, key)) = GAPS.iter().find(|(scv, _)| self.gaps == Some(*scv)) {
            moved.push(words.text(key).to_owned());
        }
        if let Some(price) = self.price {
            let price = words.money(price, view.editor.blueprint().currency());
            moved.push(words.with("levers-name-price", &[("price", price.into())]));
        }
        let moved: Vec<&str> = moved.iter().map(String::as_str).collect();
        capitalised(&words.list(&moved, 2))
    }
}

/// A text that begins with a capital letter, where its script has any.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn demand(ui: &mut Ui, view: &ViewContext<'_>, levers: &mut Levers, scenario: &Scenario) -> bool {
    if levers.most_demand <= 0.0 {
        return false;
    }
    let today = scenario.demand().steady_rate().map(Quantity::get);
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
    // Round numbers in the unit that rates are shown in.
    let unit = words.in_rate_unit(1.0);
    let whole = today.filter(|rate| *rate > 0.0).unwrap_or(levers.most_demand / 2.0) * unit;
    let most = (whole * WIDE).max(levers.most_demand * unit);
    let steps = round_steps(whole / WIDE, most, today.map(|rate| rate * unit));
    let mut at = nearest(&steps, rate * unit);
    let slider = Slider::new(&mut at, 0..=steps.len().saturating_sub(1)).step_by(1.0);
    let moved = wide_lever(ui, view, name, &value, levers.demand.is_some(), slider);
    if let Some(chosen) = steps.get(at).filter(|_| moved) {
        rate = chosen / unit;
        let same = today.is_some_and(|today| (today - rate).abs() <= 1e-9 * today);
        levers.demand = Some(rate).filter(|_| !same);
    }
    moved
}

/// By what a lever of a rate or a price goes up and down at most.
const WIDE: f64 = 8.0;

/// Round numbers from one bound to the other, each a few per cent above the one before, and among
/// them the number of today. At most some 300 for bounds that lie a factor of a thousand apart.
fn round_steps(least: f64, most: f64, today: Option<f64>) -> Vec<f64> {
    let mut steps = Vec::new();
    let is_sound = least > 0.0 && most.is_finite() && most / least < 1e6;
    let mut size = 10.0_f64.powf(least.max(1e-12).log10().floor() - 1.0);
    while is_sound && size * 10.0 <= most {
        // 10, 10.5, … 20, 21, … 50, 52, … 98 of what a step of this decade is counted in.
        let halves = (20..40).map(|half| f64::from(half) / 2.0);
        let ones = (20..50).map(f64::from);
        let twos = (25..50).map(|two| f64::from(two) * 2.0);
        let decade = halves.chain(ones).chain(twos).map(|part| part * size);
        steps.extend(decade.filter(|step| (least..=most).contains(step)));
        size *= 10.0;
    }
    let is_new = |today: &f64| !steps.iter().any(|step| (step - today).abs() <= 1e-9 * today);
    steps.extend(today.filter(|today| *today > 0.0).filter(is_new));
    steps.sort_by(f64::total_cmp);
    steps
}

/// The place of the step that is nearest to a number.
fn nearest(steps: &[f64], number: f64) -> usize {
    let away = |at: &usize| steps.get(*at).map_or(f64::MAX, |step| (step - number).abs());
    (0..steps.len()).min_by(|a, b| away(a).total_cmp(&away(b))).unwrap_or(0)
}

/// How evenly customers may come: the squared coefficients of variation that have a name.
const GAPS: [(f64, &str); 4] = [
    (0.0, "details-gaps-constant"),
    (0.25, "details-gaps-appointments"),
    (1.0, "details-gaps-random"),
    (4.0, "details-gaps-bursts"),
];

fn gaps(ui: &mut Ui, view: &mut ViewContext<'_>, levers: &mut Levers, scenario: &Scenario) -> bool {
    let today = scenario.demand().gap_scv.get();
    let is_near = |scv: f64| (scv - today).abs() < 1e-9;
    let mut options: Vec<(f64, &str)> =
        GAPS.iter().map(|(scv, key)| (*scv, view.words.text(key))).collect();
    if !GAPS.iter().any(|(scv, _)| is_near(*scv)) {
        options.push((today, view.words.text("details-gaps-own")));
    }
    let now = levers.gaps.unwrap_or(today);
    let name = view.text("levers-gaps");
    let help = view.text("details-gaps-help");
    let Some(chosen) = choice(ui, view, name, help, Some(now), &options) else { return false };
    levers.gaps = Some(chosen).filter(|scv| !is_near(*scv));
    true
}

/// The price, where there is one.
fn price(ui: &mut Ui, view: &ViewContext<'_>, levers: &mut Levers, scenario: &Scenario) -> bool {
    let today = scenario.demand().price.map(Quantity::get).filter(|price| *price > 0.0);
    let Some(today) = today else { return false };
    let words = view.words;
    let shown = |price| words.money(price, view.editor.blueprint().currency());
    let value = match levers.price {
        None => shown(today),
        Some(price) => from_to(view, &shown(today), &shown(price)),
    };
    let steps = round_steps(today / WIDE, today * WIDE, Some(today));
    let mut at = nearest(&steps, levers.price.unwrap_or(today));
    let slider = Slider::new(&mut at, 0..=steps.len().saturating_sub(1)).step_by(1.0);
    let name = words.text("details-price");
    let moved = wide_lever(ui, view, name, &value, levers.price.is_some(), slider);
    if let Some(chosen) = steps.get(at).filter(|_| moved) {
        levers.price = Some(*chosen).filter(|price| (price - today).abs() > 1e-9 * today);
    }
    moved
}

/// Who else may do the steps of the bottleneck.
fn helpers(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    levers: &mut Levers,
    scenario: &Scenario,
) -> bool {
    let needs_one = |id: &&StepId| {
        scenario.steps().get(*id).is_some_and(|step| step.kind.flows() && !step.needs.is_empty())
    };
    let steps: Vec<StepId> =
        levers.bottleneck.iter().filter(needs_one).take(STEPS).copied().collect();
    if steps.is_empty() || scenario.roles().len() < 2 {
        return false;
    }
    head(ui, view, "levers-helpers");
    let mut moved = false;
    for id in steps {
        let Some(need) = scenario.steps().get(&id).and_then(|step| step.needs.first()) else {
            continue;
        };
        let others = scenario.roles().iter().filter(|(role, _)| !need.roles.contains(*role));
        let mut options: Vec<(Option<RoleId>, &str)> =
            vec![(None, view.words.text("levers-nobody-else"))];
        options.extend(others.map(|(role, row)| (Some(*role), row.name.as_str())));
        let now = levers.helpers.get(&id).copied();
        let name = view.words.step(id, scenario);
        let help = view.words.text("levers-helpers-help");
        if let Some(chosen) = choice(ui, view, name, help, Some(now), &options) {
            moved = true;
            match chosen {
                Some(role) => levers.helpers.insert(id, role),
                None => levers.helpers.remove(&id),
            };
        }
    }
    moved
}

fn people(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    levers: &mut Levers,
    scenario: &Scenario,
    (has_head, is_meant): (bool, &dyn Fn(RoleId) -> bool),
) -> bool {
    let mut moved = false;
    let mut roles = at_work(view, scenario);
    roles.retain(|(role, _)| is_meant(*role));
    if has_head && !roles.is_empty() {
        head(ui, view, "levers-people");
    }
    for (id, role) in roles {
        let now = levers.heads.get(&id).copied().unwrap_or(role.headcount);
        let mut wanted = now;
        let is_moved = now != role.headcount;
        let value = match on_duty(view, id) {
            Some((was, there)) if is_moved && was == there => {
                view.words.with("levers-on-duty-still", &[("count", there.into())])
            }
            Some((was, there)) => {
                let from = is_moved.then(|| from_to(view, &was.to_string(), &there.to_string()));
                let count = from.unwrap_or_else(|| there.to_string());
                view.words.with("levers-on-duty", &[("count", count.into())])
            }
            None if is_moved => from_to(view, &role.headcount.to_string(), &now.to_string()),
            None => now.to_string(),
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
            value_cell(ui, view, &value, is_moved);
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

/// How many of a role are on duty at the time to which the day is played, before the levers and with them: the
/// card beside says it too. `None` where no day is played.
fn on_duty(view: &ViewContext<'_>, role: RoleId) -> Option<(u32, u32)> {
    let (still, before) = view.playing?.stills()?;
    let there = still.role(role)?.on_duty;
    // What it is compared with is no earlier version of it.
    let before = before.filter(|_| view.compared.is_none());
    let was = before.and_then(|before| before.role(role)).map_or(there, |was| was.on_duty);
    Some((was, there))
}

fn times(ui: &mut Ui, view: &ViewContext<'_>, levers: &mut Levers, scenario: &Scenario) -> bool {
    head(ui, view, "levers-times");
    let mut moved = true;
    match percent_lever(ui, view, view.words.text("levers-times-all"), levers.all) {
        Moved::Not => moved = false,
        Moved::Back => levers.all = None,
        Moved::To(percent) => levers.all = Some(percent),
    }
    let roles = at_work(view, scenario);
    if !roles.is_empty() {
        head(ui, view, "levers-times-of-roles");
    }
    for (id, role) in roles {
        let part = percent_lever(ui, view, &role.name, levers.roles.get(&id).copied());
        moved |= part.keep(&mut levers.roles, id);
    }
    times_of_bottleneck(ui, view, levers, scenario, true) || moved
}

fn times_of_bottleneck(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    levers: &mut Levers,
    scenario: &Scenario,
    has_head: bool,
) -> bool {
    let mut moved = false;
    let is_timed = |id: &&StepId| scenario.steps().get(*id).is_some_and(|step| step.time.is_some());
    let steps: Vec<StepId> =
        levers.bottleneck.iter().filter(is_timed).take(STEPS).copied().collect();
    if has_head && !steps.is_empty() {
        head(ui, view, "levers-times-of-bottleneck");
    }
    for id in steps {
        let name = view.words.step(id, scenario);
        let part = percent_lever(ui, view, name, levers.steps.get(&id).copied());
        moved |= part.keep(&mut levers.steps, id);
    }
    moved
}

/// What became of a lever of per cent.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Moved {
    Not,
    /// To what it is today.
    Back,
    To(f64),
}

impl Moved {
    /// Keeps it for one of several levers; answers whether there was anything to keep.
    fn keep<K: Ord>(self, kept: &mut BTreeMap<K, f64>, id: K) -> bool {
        match self {
            Self::Not => return false,
            Self::Back => kept.remove(&id),
            Self::To(percent) => kept.insert(id, percent),
        };
        true
    }
}

/// A lever of per cent of today's time.
fn percent_lever(ui: &mut Ui, view: &ViewContext<'_>, name: &str, percent: Option<f64>) -> Moved {
    let mut now = percent.unwrap_or(100.0);
    let value = view.words.percent(now / 100.0);
    let slider = Slider::new(&mut now, TIMES).step_by(5.0);
    let is_moved = lever(ui, view, (name, &value, PERCENT), percent.is_some(), slider);
    match (now - 100.0).abs() > 1e-9 {
        _ if !is_moved => Moved::Not,
        true => Moved::To(now),
        false => Moved::Back,
    }
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

/// A slider as wide as the panel below its name and its value, which may be long; answers whether it
/// was moved.
fn wide_lever(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    name: &str,
    value: &str,
    is_moved: bool,
    slider: Slider<'_>,
) -> bool {
    ui.horizontal(|ui| {
        name_cell(ui, view, name);
        value_cell(ui, view, value, is_moved);
    });
    ui.scope(|ui| {
        ui.spacing_mut().slider_width = ui.available_width();
        let response = ui.add(slider.show_value(false).trailing_fill(true));
        let said = view.words.labelled(name, value);
        response.widget_info(|| {
            WidgetInfo::labeled(egui::accesskit::Role::Slider, true, said.as_str())
        });
        response.changed()
    })
    .inner
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_evenly_spread() {
        let steps = round_steps(54.0 / WIDE, 54.0 * WIDE, Some(54.3));
        assert!(steps.is_sorted() && steps.contains(&54.3) && steps.contains(&60.0), "{steps:?}");
        let wide = steps.windows(2).map(|pair| pair[1] / pair[0]).fold(1.0, f64::max);
        assert!(wide < 1.06, "no step is far from the next: {wide}");
        assert!((steps[nearest(&steps, 61.1)] - 62.0).abs() < 1e-9);
        let (least, most) = (steps[0], steps[steps.len() - 1]);
        assert!(most / least > 60.0, "{least} to {most}");
        assert_eq!(round_steps(0.0, 10.0, None), [0.0; 0], "no rate, no steps");
    }
}
