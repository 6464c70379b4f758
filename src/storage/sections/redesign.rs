//! The rules of a redesign in a file.

use std::fmt::Display;

use serde::Deserialize;

use crate::blueprint::{RedesignRules, StepId};
use crate::storage::at::{At, Fault};
use crate::storage::row::Row;

/// Rules of a redesign; steps and roles by their numbers.
#[derive(Deserialize, Default)]
#[serde(default)]
// As in the document: each is a rule of its own.
#[allow(clippy::struct_excessive_bools)]
pub struct FileRedesign {
    pub free_order: bool,
    /// Steps: first, then.
    pub order: Vec<(f64, f64)>,
    pub first: Option<f64>,
    pub last: Option<f64>,
    pub alone: Vec<f64>,
    pub together: Vec<Vec<f64>>,
    /// Step, count.
    pub places: Vec<(f64, f64)>,
    pub widest_job: Option<f64>,
    pub one_worker_jobs: bool,
    pub keep_visibility: bool,
    /// In one scenario; under the other name it is usually said of the whole file.
    #[serde(alias = "only_today")]
    pub fixed_roles: bool,
    /// Role, step.
    pub trained: Vec<(f64, f64)>,
}

/// Checks what a file says.
pub fn read(at: &At<'_>, file: &FileRedesign) -> Result<RedesignRules, Fault> {
    let mut rules = RedesignRules {
        free_order: file.free_order,
        first: file.first.map(|step| at.field("first").number(step)).transpose()?,
        last: file.last.map(|step| at.field("last").number(step)).transpose()?,
        one_worker_jobs: file.one_worker_jobs,
        keep_visibility: file.keep_visibility,
        fixed_roles: file.fixed_roles,
        ..RedesignRules::default()
    };
    if file.widest_job.is_some() {
        rules.widest_job = Some(at.field("widest_job").count(file.widest_job)?);
    }
    for (index, (first, then)) in file.order.iter().enumerate() {
        let at = at.row("order", index);
        rules.order.push((at.number(*first)?, at.number(*then)?));
    }
    for (index, step) in file.alone.iter().enumerate() {
        rules.alone.push(at.row("alone", index).number(*step)?);
    }
    for (index, group) in file.together.iter().enumerate() {
        let at = at.row("together", index);
        let steps = group.iter().map(|step| at.number(*step)).collect::<Result<_, _>>()?;
        rules.together.push(steps);
    }
    for (index, (step, count)) in file.places.iter().enumerate() {
        let at = at.row("places", index);
        rules.places.push((at.number(*step)?, at.count(Some(*count))?));
    }
    for (index, (role, step)) in file.trained.iter().enumerate() {
        let at = at.row("trained", index);
        rules.trained.push((at.number(*role)?, at.number(*step)?));
    }
    Ok(rules)
}

/// The rules as a row.
pub fn row(rules: &RedesignRules) -> Row {
    fn pair(a: impl Display, b: impl Display) -> String {
        format!("({a}, {b})")
    }
    let group = |steps: &Vec<StepId>| {
        let steps: Vec<String> = steps.iter().map(ToString::to_string).collect();
        format!("[{}]", steps.join(", "))
    };
    Row::default()
        .flag("free_order", rules.free_order)
        .list("order", rules.order.iter().map(|(first, then)| pair(first, then)))
        .some("first", rules.first)
        .some("last", rules.last)
        .list("alone", rules.alone.iter().map(ToString::to_string))
        .list("together", rules.together.iter().map(group))
        .list("places", rules.places.iter().map(|(step, count)| pair(step, count)))
        .some("widest_job", rules.widest_job)
        .flag("one_worker_jobs", rules.one_worker_jobs)
        .flag("keep_visibility", rules.keep_visibility)
        .flag("fixed_roles", rules.fixed_roles)
        .list("trained", rules.trained.iter().map(|(role, step)| pair(role, step)))
}
