//! `onstage plan show`: the improvement plan in time, and what it brings after each end.
//!
//! As JSON: `start`, `end`, `actions` (`name`, `stage`, `start`, `end`, `slack_days`, `late_days`, `critical`,
//! `done`, `cost`), `cost` of all actions, `staircase` (`date`, `after`, `capacity_per_hour`, `throughput_time_s`, `cost_per_customer`, `with_rest`), which is
//! null where the plan leads to no scenario.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::quality::today;
use super::report::Columns;
use super::{BLUEPRINT_HAS_ERRORS, FINE, Stop, open, say};
use crate::blueprint::{ActionId, ActionStage, Blueprint, Quantity};
use crate::quality::{Schedule, Scheduled, Stair, schedule, staircase};
use crate::wording::{Amount, Units, Wording};

/// What is asked for.
#[derive(Debug, Args)]
pub struct PlanArguments {
    /// What to do with the plan: show
    #[arg(value_name = "VERB")]
    verb: String,
    /// The blueprint
    file: PathBuf,
    /// Which day it is, for what is due or late
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    today: Option<String>,
    /// Print JSON for scripts
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(asked: &PlanArguments, words: &mut Wording, out: &mut dyn Write) -> Result<u8, Stop> {
    if asked.verb != "show" {
        let arguments = [("text", asked.verb.as_str().into())];
        return Err(words.with("command-plan-verb", &arguments).into());
    }
    let blueprint = open(&asked.file, words)?;
    words.set_units(Units::of(&blueprint, blueprint.baseline()));
    let words = &*words;
    let today = today(asked.today.as_deref(), words)?;
    let Some(laid) = schedule(&blueprint.judgements().plan, Some(today)) else {
        say(words.text("command-plan-empty"));
        return Ok(BLUEPRINT_HAS_ERRORS);
    };
    let stairs = staircase(&blueprint, &laid);
    if asked.json {
        let value = as_json(&blueprint, &laid, stairs.as_deref());
        super::json_output::write(out, value)?;
    } else {
        write_text(out, &blueprint, &laid, stairs.as_deref(), words)?;
    }
    Ok(FINE)
}

/// The name of an action.
fn name(blueprint: &Blueprint, id: ActionId) -> &str {
    let actions = &blueprint.judgements().plan.actions;
    actions.iter().find(|(own, _)| *own == id).map_or("", |(_, action)| action.name.as_str())
}

/// What an action costs once.
fn cost(blueprint: &Blueprint, id: ActionId) -> Option<f64> {
    let actions = &blueprint.judgements().plan.actions;
    let (_, action) = actions.iter().find(|(own, _)| *own == id)?;
    action.cost.map(Quantity::get)
}

/// The stage of an action as in JSON.
fn stage(blueprint: &Blueprint, id: ActionId) -> Option<String> {
    let actions = &blueprint.judgements().plan.actions;
    let stage = actions.iter().find(|(own, _)| *own == id)?.1.stage;
    let named = ActionStage::NAMES.iter().find(|(_, other)| *other == stage)?;
    Some(named.0.to_lowercase())
}

fn as_json(blueprint: &Blueprint, laid: &Schedule, stairs: Option<&[Stair]>) -> Value {
    let action = |it: &Scheduled| {
        json!({
            "name": name(blueprint, it.action),
            "stage": stage(blueprint, it.action),
            "start": it.start.to_string(),
            "end": it.end.to_string(),
            "slack_days": it.slack_days,
            "late_days": it.late_days,
            "critical": it.critical,
            "done": it.done,
            "cost": cost(blueprint, it.action),
        })
    };
    let stair = |it: &Stair| {
        json!({
            "date": it.date.to_string(),
            "after": it.after.map(|id| name(blueprint, id)),
            "capacity_per_hour": it.capacity_per_hour.value,
            "throughput_time_s": it.throughput_time_s.value,
            "cost_per_customer": it.cost_per_customer.value,
            "with_rest": it.with_rest,
        })
    };
    json!({
        "start": laid.start.to_string(),
        "end": laid.end.to_string(),
        "actions": laid.actions.iter().map(action).collect::<Vec<_>>(),
        "cost": blueprint.judgements().plan.cost(),
        "staircase": stairs.map(|stairs| stairs.iter().map(stair).collect::<Vec<_>>()),
    })
}

fn write_text(
    out: &mut dyn Write,
    blueprint: &Blueprint,
    laid: &Schedule,
    stairs: Option<&[Stair]>,
    words: &Wording,
) -> Result<(), Stop> {
    let (start, end) = (words.date(laid.start), words.date(laid.end));
    writeln!(
        out,
        "{}\n",
        words.with("plan-line", &[("start", start.into()), ("end", end.into())])
    )?;
    let days = |days: i64| {
        // Far below 2^52.
        let days = words.number(days as f64);
        words.with("plan-days", &[("days", days.into())])
    };
    let heads =
        ["plan-action", "plan-starts", "plan-ends", "plan-slack", "plan-late", "plan-cost-once"];
    let money = |cost: f64| words.money(cost, blueprint.currency());
    let mut rows = vec![heads.map(|key| words.text(key).to_owned()).to_vec()];
    for it in &laid.actions {
        let slack =
            if it.critical { words.text("plan-critical").to_owned() } else { days(it.slack_days) };
        let late = if it.late_days > 0 { days(it.late_days) } else { String::new() };
        let name = name(blueprint, it.action).to_owned();
        let cost = cost(blueprint, it.action).map(money).unwrap_or_default();
        rows.push(vec![name, it.start.to_string(), it.end.to_string(), slack, late, cost]);
    }
    Columns { rows, right: false }.write(out)?;
    if let Some(all) = blueprint.judgements().plan.cost() {
        let arguments = [("cost", money(all).into())];
        writeln!(out, "{}", words.with("plan-cost-of-all", &arguments))?;
    }
    writeln!(out)?;
    let Some(stairs) = stairs else {
        writeln!(out, "{}", words.text("plan-no-target"))?;
        return Ok(());
    };
    let heads = ["figure-capacity", "figure-throughput-time", "figure-cost"];
    let head = [String::new(), String::new()];
    let mut rows: Vec<Vec<String>> =
        vec![head.into_iter().chain(heads.map(|key| words.text(key).to_owned())).collect()];
    for stair in stairs {
        let after = match stair.after {
            Some(id) => name(blueprint, id),
            None => words.text("plan-at-start"),
        };
        let money = |cost| Amount::Money(cost, blueprint.currency());
        rows.push(vec![
            stair.date.to_string(),
            after.to_owned(),
            words.figure(&stair.capacity_per_hour, Amount::PerHour),
            words.figure(&stair.throughput_time_s, Amount::Seconds),
            words.figure(&stair.cost_per_customer, money),
        ]);
    }
    Columns { rows, right: false }.write(out)?;
    if stairs.iter().any(|stair| stair.with_rest) {
        writeln!(out, "{}", words.text("plan-with-rest"))?;
    }
    Ok(())
}
