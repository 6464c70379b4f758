//! The figures as JSON. Shares are fractions; what is absent is null, never zero. The outermost object begins with
//! `format`, the number of the form, as that of every command does.
//!
//! `at`, where an interval of the day was asked for, says when it begins.
//! `all_at_once`, where asked for, says in `time_s` how long `customers` take who all come at once.
//! `capacity_bound` says why the capacity is no more than a bound, if it is (`overlap`, `kept` …),
//! `capacity_order` what it takes to reach an exact one, if not any order of work does (`teams_first`,
//! `stand_ins`); of each step `tightest` is the most loaded pool that it works in, with the step's `share` of its work
//! and `load` of its time.
//!
//! Every object says in `basis`, a map by field, what each of its figures rests on: `exact`,
//! `approximate`, `unreliable`, `lower_bound` or `upper_bound`. Beside it, where approximate figures
//! state a band, `band_percent` and `band_s` are maps by field too: how many per cent of the figure,
//! or how many seconds, the truth is off at most.
//!
//! In `problems` each has `code`, `severity`, `message` and `step`; one of a planning sheet that has no answer bears the
//! code `planning_sheet` and the name of its `sheet`.
//!
//! Per customer: `time_in_zone_s` and, of it, `triggered_time_in_zone_s` (by `evidence`,
//! `customer`, `frontstage`, `backstage`, `support`); `lines` (`interaction`, `visibility`,
//! `internal_interaction`, each with `in_front_s`, `behind_s`, `crossings`, `triggers`);
//! `moments_of_truth`, `role_hand_offs`, `value_adding_share`, `necessary_share`, `waste_share`,
//! `waiting_share`, `flow_efficiency`; `cost_structure` (`roles` with `busy` and `idle`, `overhead`, `material`,
//! `margin`, `total`) `profit_curve` of the time at work
//! alone and `profit_curve_with_idle` of all paid time (`ends`, `marks` and `full`, from where on more
//! come than can be served, with `execution_s` and `profit`).

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::analysis::{
    Analysis, Band, Basis, BoundReason, Figure, OrderOfWork, Pool, ProfitMarkKind, ProfitPoint,
    ProfitRule, TightestPool, WorkTime, cost_structure, profit_curve, time_for_customers,
};
use crate::blueprint::sheets::Sheet;
use crate::blueprint::{Blueprint, Line, RoleId, Scenario, StepId, TimeOfDay, ValueKind, Zone};
use crate::pictures::planning::sheet_faults;
use crate::process::{self, Problem, ProblemPlace, Severity};
use crate::wording::Wording;

/// What was asked for besides the figures.
#[derive(Clone, Copy)]
pub struct Asked {
    /// How long so many customers take.
    pub customers: Option<u32>,
    /// When the interval begins that is looked at.
    pub at: Option<TimeOfDay>,
}

/// Writes the figures of a scenario, with what is wrong with planning sheets among its problems.
pub fn write(
    out: &mut dyn Write,
    scenario: &Scenario,
    (analysis, faulty): (&Analysis, Vec<Value>),
    asked: Asked,
    wording: &Wording,
) -> io::Result<()> {
    let mut value = figures(scenario, analysis, wording);
    if let Some(Value::Array(problems)) = value.get_mut("problems") {
        problems.extend(faulty);
    }
    if let (Some(at), Some(all)) = (asked.at, value.as_object_mut()) {
        all.insert("at".to_owned(), json!(at.to_string()));
    }
    if let (Some(customers), Some(all)) = (asked.customers, value.as_object_mut()) {
        let mut object = Object::default();
        object.plain("customers", json!(customers));
        object.figure("time_s", Some(&time_for_customers(scenario, analysis, customers)));
        all.insert("all_at_once".to_owned(), object.finish());
    }
    super::json_output::write(out, value)
}

/// An object under construction, with the basis of each of its figures.
#[derive(Default)]
pub(super) struct Object {
    fields: Map<String, Value>,
    basis: Map<String, Value>,
    band_percent: Map<String, Value>,
    band_s: Map<String, Value>,
    half_width: Map<String, Value>,
}

impl Object {
    pub(super) fn plain(&mut self, name: &str, value: Value) {
        self.fields.insert(name.to_owned(), value);
    }

    pub(super) fn figure(&mut self, name: &str, figure: Option<&Figure>) {
        let value = figure.and_then(|figure| figure.value);
        self.plain(name, json!(value));
        if let (Some(figure), Some(_)) = (figure, value) {
            self.rests_on(name, figure.basis);
        }
    }

    fn rests_on(&mut self, name: &str, basis: Basis) {
        self.basis.insert(name.to_owned(), json!(basis.name()));
        match basis.band() {
            Some(Band::Percent(percent)) => {
                self.band_percent.insert(name.to_owned(), json!(percent));
            }
            Some(Band::Seconds(seconds)) => {
                self.band_s.insert(name.to_owned(), json!(seconds));
            }
            None => {}
        }
        if let Some(half_width) = basis.half_width() {
            self.half_width.insert(name.to_owned(), json!(half_width));
        }
    }

    pub(super) fn finish(mut self) -> Value {
        self.fields.insert("basis".to_owned(), Value::Object(self.basis));
        let widths = [
            ("band_percent", self.band_percent),
            ("band_s", self.band_s),
            ("half_width", self.half_width),
        ];
        for (name, widths) in widths {
            if !widths.is_empty() {
                self.fields.insert(name.to_owned(), Value::Object(widths));
            }
        }
        Value::Object(self.fields)
    }
}

/// The figures of a scenario as one object.
pub(super) fn figures(scenario: &Scenario, analysis: &Analysis, wording: &Wording) -> Value {
    let mut all = Object::default();
    let step_name = |id: &StepId| scenario.steps().get(id).map(|step| step.name.as_str());
    let role_name = |id: &RoleId| scenario.roles().get(id).map(|role| role.name.as_str());
    all.figure("capacity_per_hour", Some(&analysis.capacity_per_hour));
    all.plain("capacity_bound", json!(analysis.capacity_bound.map(BoundReason::name)));
    all.plain("capacity_order", json!(analysis.capacity_order.map(OrderOfWork::name)));
    all.figure("cycle_time_s", Some(&analysis.cycle_time_s));
    let steps: Vec<&str> = analysis.bottleneck.iter().filter_map(step_name).collect();
    all.plain("bottleneck", json!(steps));
    let roles: Vec<&str> = analysis.bottleneck_roles.iter().filter_map(role_name).collect();
    all.plain("bottleneck_roles", json!(roles));
    for (name, figure) in [
        ("demand_per_hour", &analysis.demand_per_hour),
        ("utilisation", &analysis.utilisation),
        ("rush_order_time_s", &analysis.rush_order_time_s),
        ("throughput_time_s", &analysis.throughput_time_s),
        ("wip", &analysis.wip),
        ("direct_labour_content_s", &analysis.direct_labour_content_s),
        ("direct_labour_utilisation", &analysis.direct_labour_utilisation),
        ("balance", &analysis.balance),
        ("cost_per_customer", &analysis.cost_per_customer),
        ("profit_per_hour", &analysis.profit_per_hour),
    ] {
        all.figure(name, Some(figure));
    }
    experience(analysis, &mut all);
    money(scenario, analysis, &mut all);
    // Steps that stand apart are listed too, with nothing but their names.
    let steps = scenario.steps().iter().filter(|(_, step)| step.kind.flows()).map(|(id, step)| {
        let figures = analysis.steps.get(id);
        let mut object = Object::default();
        object.plain("name", json!(step.name));
        object.figure("visits", figures.map(|f| &f.visits));
        object.figure("capacity_per_hour", figures.map(|f| &f.capacity_per_hour));
        object.figure("utilisation", figures.map(|f| &f.utilisation));
        let tightest = figures.and_then(|f| f.tightest.as_ref());
        object.plain("tightest", tightest.map_or(Value::Null, |pool| of_step(pool, scenario)));
        object.figure("wait_s", figures.map(|f| &f.wait_s));
        object.figure("queue_length", figures.map(|f| &f.queue_length));
        object.figure("within_acceptable", figures.map(|f| &f.within_acceptable));
        object.figure("delay_cost_per_minute", figures.map(|f| &f.delay_cost_per_minute));
        object.finish()
    });
    all.plain("steps", steps.collect());
    let roles = scenario.roles().iter().map(|(id, role)| {
        let figures = analysis.roles.get(id);
        let mut object = Object::default();
        object.plain("name", json!(role.name));
        object.plain("count", json!(role.headcount));
        object.figure("capacity_per_hour", figures.map(|f| &f.capacity_per_hour));
        object.figure("utilisation", figures.map(|f| &f.utilisation));
        object.figure("growth_per_hour", figures.map(|f| &f.growth_per_hour));
        object.figure("wait_s", figures.map(|f| &f.wait_s));
        object.figure("queue_length", figures.map(|f| &f.queue_length));
        object.finish()
    });
    all.plain("roles", roles.collect());
    all.plain("problems", problems(analysis, scenario, wording));
    all.finish()
}

/// The problems of a scenario.
pub(super) fn problems(analysis: &Analysis, scenario: &Scenario, wording: &Wording) -> Value {
    of_problems(&analysis.problems, scenario, wording)
}

/// Problems as scripts see them.
pub(super) fn of_problems<'a>(
    problems: impl IntoIterator<Item = &'a Problem>,
    scenario: &Scenario,
    wording: &Wording,
) -> Value {
    problems.into_iter().map(|it| problem(it, scenario, wording)).collect()
}

/// What is wrong with planning sheets, as problems; they belong to no scenario and no step.
pub(super) fn of_sheets(blueprint: &Blueprint, wording: &Wording) -> Vec<Value> {
    let of_sheet = |sheet: &Sheet| -> Vec<Value> {
        let faults = sheet_faults(blueprint, sheet, wording).into_iter();
        let told = faults.map(|message| {
            json!({
                "code": "planning_sheet",
                "severity": "error",
                "message": message,
                "step": null,
                "sheet": sheet.name,
            })
        });
        told.collect()
    };
    blueprint.sheets().iter().flat_map(|(_, sheet)| of_sheet(sheet)).collect()
}

/// The most loaded pool that a step works in: `roles` (none for places or an assumed server), the
/// step's part of its work, and what it can do and has to do in all.
fn of_step(pool: &TightestPool, scenario: &Scenario) -> Value {
    let roles: Vec<&str> = match &pool.pool {
        Pool::Roles(roles) => {
            roles.iter().filter_map(|id| Some(scenario.roles().get(id)?.name.as_str())).collect()
        }
        Pool::Places(_) | Pool::Assumed(_) => Vec::new(),
    };
    let mut object = Object::default();
    object.plain("roles", json!(roles));
    object.plain("work_s", json!(pool.work_s));
    object.plain("share", json!(pool.share));
    object.figure("load", Some(&pool.load));
    object.figure("capacity_per_hour", Some(&pool.capacity_per_hour));
    object.figure("utilisation", Some(&pool.utilisation));
    object.finish()
}

/// What customers see and meet.
fn experience(analysis: &Analysis, all: &mut Object) {
    let experience = &analysis.experience;
    let by_zone = |figure: fn(&WorkTime) -> &Figure| {
        let mut zones = Object::default();
        for zone in Zone::ALL {
            let name = match zone {
                Zone::Evidence => "evidence",
                Zone::Customer => "customer",
                Zone::Frontstage => "frontstage",
                Zone::Backstage => "backstage",
                Zone::Support => "support",
            };
            zones.figure(name, Some(figure(experience.zone(zone))));
        }
        zones.finish()
    };
    all.plain("time_in_zone_s", by_zone(|work| &work.time_s));
    all.plain("triggered_time_in_zone_s", by_zone(|work| &work.triggered_s));
    let mut lines = Map::new();
    for line in Line::ALL {
        let name = match line {
            Line::Interaction => "interaction",
            Line::Visibility => "visibility",
            Line::InternalInteraction => "internal_interaction",
        };
        let figures = experience.line(line);
        let mut object = Object::default();
        object.figure("in_front_s", Some(&figures.in_front.time_s));
        object.figure("behind_s", Some(&figures.behind.time_s));
        object.figure("crossings", Some(&figures.crossings));
        object.figure("triggers", Some(&figures.triggers));
        lines.insert(name.to_owned(), object.finish());
    }
    all.plain("lines", Value::Object(lines));
    all.figure("moments_of_truth", Some(&experience.moments_of_truth));
    all.figure("role_hand_offs", Some(&experience.hand_offs));
    for value in ValueKind::ALL {
        let name = match value {
            ValueKind::Adding => "value_adding_share",
            ValueKind::Necessary => "necessary_share",
            ValueKind::Waste => "waste_share",
        };
        all.figure(name, Some(experience.value_share(value)));
    }
    all.figure("waiting_share", Some(&experience.waiting_share));
    all.figure("flow_efficiency", Some(&experience.flow_efficiency));
}

/// What a customer costs and leaves.
fn money(scenario: &Scenario, analysis: &Analysis, all: &mut Object) {
    let money = &analysis.money;
    for (name, figure) in [
        ("margin_per_customer", &money.margin_per_customer),
        ("profit_at_capacity_per_hour", &money.profit_at_capacity_per_hour),
        ("material_per_customer", &money.material_per_customer),
        ("busy_cost_per_customer", &money.busy_cost_per_customer),
        ("execution_profit_per_customer", &money.execution_profit_per_customer),
        ("break_even_time_s", &money.break_even_time_s),
        ("delay_cost_per_minute", &money.delay_cost_per_minute),
    ] {
        all.figure(name, Some(figure));
    }
    let parts = cost_structure(scenario, &process::compile(scenario), analysis);
    let parts = parts.map(|parts| {
        let roles = parts.roles.iter().map(|role| {
            let name = scenario.roles().get(&role.role).map(|role| role.name.as_str());
            json!({ "name": name, "busy": role.busy, "idle": role.idle })
        });
        let mut object = Object::default();
        object.plain("roles", roles.collect());
        let margin = analysis.money.margin_per_customer.basis;
        for (name, amount, basis) in [
            ("overhead", Some(parts.overhead), parts.basis),
            ("material", Some(parts.material), Basis::Exact),
            ("margin", parts.margin, margin),
            ("total", Some(parts.total), parts.basis),
        ] {
            object.figure(name, amount.map(|amount| Figure::new(amount, basis)).as_ref());
        }
        object.finish()
    });
    all.plain("cost_structure", json!(parts));
    let point =
        |point: &ProfitPoint| json!({ "execution_s": point.execution_s, "profit": point.profit });
    let curve = |rule| {
        profit_curve(scenario, analysis, rule).ok().map(|curve| {
            let mut marks = Map::new();
            for mark in &curve.marks {
                let name = match mark.kind {
                    ProfitMarkKind::Standard => "standard",
                    ProfitMarkKind::Present => "present",
                    ProfitMarkKind::Acceptable => "acceptable",
                    ProfitMarkKind::BreakEven => "break_even",
                };
                marks.insert(name.to_owned(), point(&mark.point));
            }
            let ends: Vec<Value> = curve.ends.iter().map(point).collect();
            let full = curve.full.as_ref().map(|full| point(&full.point));
            json!({ "ends": ends, "marks": marks, "full": full })
        })
    };
    all.plain("profit_curve", json!(curve(ProfitRule::WorkOnly)));
    all.plain("profit_curve_with_idle", json!(curve(ProfitRule::PaidTime)));
}

fn problem(problem: &Problem, scenario: &Scenario, wording: &Wording) -> Value {
    let step = match problem.place {
        ProblemPlace::Step(id) => Some(id),
        ProblemPlace::Link(id) => scenario.links().get(&id).map(|link| link.from),
        ProblemPlace::Role(_) | ProblemPlace::Sheet => None,
    };
    let severity = match problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    };
    let name = step.and_then(|id| scenario.steps().get(&id)).map(|step| step.name.as_str());
    let message = wording.problem(problem, scenario).message;
    json!({
        "code": problem.code.name(),
        "severity": severity,
        "message": message,
        "step": name,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_figure_rests_on_stands_beside_it() {
        let mut object = Object::default();
        for (name, basis) in [
            ("sure", Basis::Exact),
            ("shares", Basis::within_percent(20.0)),
            ("short", Basis::within_seconds(12.5)),
            ("rough", Basis::APPROXIMATE),
            ("wild", Basis::Unreliable),
            ("simulated", Basis::Simulated { half_width: 0.4 }),
        ] {
            object.figure(name, Some(&Figure::new(60.0, basis)));
        }
        object.figure("unknown", None);
        let expect = json!({
            "sure": 60.0, "shares": 60.0, "short": 60.0, "rough": 60.0, "wild": 60.0, "simulated": 60.0,
            "unknown": null,
            "basis": {
                "sure": "exact", "shares": "approximate", "short": "approximate",
                "rough": "approximate", "wild": "unreliable", "simulated": "simulated",
            },
            "band_percent": { "shares": 20.0 },
            "band_s": { "short": 12.5 },
            "half_width": { "simulated": 0.4 },
        });
        assert_eq!(object.finish(), expect);
        // Where no band is stated, there is no map of bands.
        let exact = json!({ "basis": {} });
        assert_eq!(Object::default().finish(), exact);
    }
}
