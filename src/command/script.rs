//! The figures as JSON. Shares are fractions; what is absent is null, never zero.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::analysis::{Analysis, Figure};
use crate::blueprint::{RoleId, Scenario, StepId};
use crate::process::{Problem, ProblemPlace, Severity};
use crate::wording::Wording;

/// Writes the figures of a scenario.
pub fn write(
    out: &mut dyn Write,
    scenario: &Scenario,
    analysis: &Analysis,
    wording: &Wording,
) -> io::Result<()> {
    let value = figures(scenario, analysis, wording);
    serde_json::to_writer_pretty(&mut *out, &value)?;
    writeln!(out)
}

/// An object under construction, with the basis of each of its figures.
#[derive(Default)]
struct Object {
    fields: Map<String, Value>,
    basis: Map<String, Value>,
}

impl Object {
    fn plain(&mut self, name: &str, value: Value) {
        self.fields.insert(name.to_owned(), value);
    }

    fn figure(&mut self, name: &str, figure: Option<&Figure>) {
        let value = figure.and_then(|figure| figure.value);
        self.plain(name, json!(value));
        if let (Some(figure), Some(_)) = (figure, value) {
            self.basis.insert(name.to_owned(), json!(figure.basis.name()));
        }
    }

    fn finish(mut self) -> Value {
        self.fields.insert("basis".to_owned(), Value::Object(self.basis));
        Value::Object(self.fields)
    }
}

fn figures(scenario: &Scenario, analysis: &Analysis, wording: &Wording) -> Value {
    let mut all = Object::default();
    let step_name = |id: &StepId| scenario.steps().get(id).map(|step| step.name.as_str());
    let role_name = |id: &RoleId| scenario.roles().get(id).map(|role| role.name.as_str());
    all.figure("capacity_per_hour", Some(&analysis.capacity_per_hour));
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
    // Steps that stand apart are listed too, with nothing but their names.
    let steps = scenario.steps().iter().filter(|(_, step)| step.kind.flows()).map(|(id, step)| {
        let figures = analysis.steps.get(id);
        let mut object = Object::default();
        object.plain("name", json!(step.name));
        object.figure("visits", figures.map(|f| &f.visits));
        object.figure("capacity_per_hour", figures.map(|f| &f.capacity_per_hour));
        object.figure("utilisation", figures.map(|f| &f.utilisation));
        object.figure("wait_s", figures.map(|f| &f.wait_s));
        object.figure("within_acceptable", figures.map(|f| &f.within_acceptable));
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
        object.finish()
    });
    all.plain("roles", roles.collect());
    let problems = analysis.problems.iter().map(|p| problem(p, scenario, wording));
    all.plain("problems", problems.collect());
    all.finish()
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
