//! The improvement plan and its log in a file.

use serde::Deserialize;

use super::survey::read_date;
use crate::blueprint::{
    Action, ActionId, ActionStage, Brings, Id, IdSource, LogEntry, PartsError, Plan, Refusal,
    Scenario, ScenarioId, StepId,
};
use crate::storage::at::{At, Fault};
use crate::storage::errors::DecodeProblem;
use crate::storage::lines::Lines;
use crate::storage::row::{Row, text};
use crate::storage::words::{FileActionStage, word};

/// What is to be done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FilePlan {
    pub start: Option<String>,
    pub target: Option<f64>,
    pub actions: Vec<FileAction>,
}

/// A piece of the plan.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileAction {
    pub id: Option<f64>,
    pub name: String,
    pub stage: Option<FileActionStage>,
    pub owner: String,
    pub days: f64,
    pub after: Vec<f64>,
    pub start: Option<String>,
    pub done: Option<String>,
    pub cost: Option<f64>,
    pub about: Vec<f64>,
    pub brings: FileBrings,
}

/// A list of numbers, or the word `All`.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum FileBrings {
    All(FileAll),
    These(Vec<f64>),
}

#[derive(Deserialize)]
pub enum FileAll {
    All,
}

impl Default for FileBrings {
    fn default() -> Self {
        Self::These(Vec::new())
    }
}

/// A line of the log.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileLogEntry {
    pub date: String,
    pub about: Vec<f64>,
    pub text: String,
}

/// Checks what a file says.
pub fn read(
    at: &At<'_>,
    file: &FilePlan,
    scenarios: &[Scenario],
    ids: &mut IdSource,
) -> Result<Plan, Fault> {
    let mut plan = Plan { start: date(at, "start", file.start.as_deref())?, ..Plan::default() };
    if let Some(target) = file.target {
        let at = at.field("target");
        let target: ScenarioId = at.number(target)?;
        if !scenarios.iter().any(|scenario| scenario.id() == target) {
            return Err(at.fault(lost("scenario", target.number())));
        }
        plan.target = Some(target);
    }
    for (index, row) in file.actions.iter().enumerate() {
        let at = at.row("actions", index);
        let id = at.own_number(row.id, ids)?;
        plan.actions.push((id, action(&at, row, id)?));
    }
    for (index, (_, action)) in plan.actions.iter().enumerate() {
        let at = at.row("actions", index);
        for (place, before) in action.after.iter().enumerate() {
            if !plan.actions.iter().any(|(known, _)| known == before) {
                return Err(at.row("after", place).fault(lost("action", before.number())));
            }
        }
    }
    if let Some(index) = plan.first_in_circle() {
        let number = plan.actions.get(index).map_or(0, |(id, _)| id.number());
        let circle = DecodeProblem::Parts(PartsError::WaitsForItself { number });
        return Err(at.row("actions", index).field("after").fault(circle));
    }
    Ok(plan)
}

fn lost(sort: &'static str, number: u32) -> DecodeProblem {
    DecodeProblem::Parts(PartsError::DanglingInSection { section: "plan", sort, number })
}

fn date(
    at: &At<'_>,
    field: &'static str,
    text: Option<&str>,
) -> Result<Option<crate::blueprint::Date>, Fault> {
    text.map(|text| read_date(&at.field(field), text)).transpose()
}

/// Numbers of anything.
fn numbers(at: &At<'_>, field: &'static str, given: &[f64]) -> Result<Vec<u32>, Fault> {
    let number = |(index, value): (usize, &f64)| {
        at.row(field, index).number::<StepId>(*value).map(Id::number)
    };
    given.iter().enumerate().map(number).collect()
}

/// A number of days, from so many on.
pub fn days(at: &At<'_>, value: f64, least: i64) -> Result<u32, Fault> {
    if value > f64::from(Action::MOST_DAYS) {
        return Err(at.refuse(&value, Refusal::TooManyDays));
    }
    at.small(value, least..=i64::from(Action::MOST_DAYS))
}

fn action(at: &At<'_>, file: &FileAction, id: ActionId) -> Result<Action, Fault> {
    if file.name.trim().is_empty() {
        let nameless = PartsError::Nameless { sort: "action", number: id.number() };
        return Err(at.field("name").fault(DecodeProblem::Parts(nameless)));
    }
    let after = numbers(at, "after", &file.after)?;
    let cost = file.cost.map(|cost| at.field("cost").quantity(cost)).transpose()?;
    Ok(Action {
        name: file.name.clone(),
        stage: at.field("stage").word(file.stage).unwrap_or_default(),
        owner: file.owner.clone(),
        days: days(&at.field("days"), file.days, 0)?,
        after: after.into_iter().map(ActionId::from_number).collect(),
        start: date(at, "start", file.start.as_deref())?,
        done: date(at, "done", file.done.as_deref())?,
        cost,
        about: numbers(at, "about", &file.about)?,
        brings: match &file.brings {
            FileBrings::All(FileAll::All) => Brings::All,
            FileBrings::These(given) => Brings::These(numbers(at, "brings", given)?),
        },
    })
}

/// Checks a line of the log.
pub fn read_entry(at: &At<'_>, file: &FileLogEntry) -> Result<LogEntry, Fault> {
    Ok(LogEntry {
        date: read_date(&at.field("date"), &file.date)?,
        about: numbers(at, "about", &file.about)?,
        text: file.text.clone(),
    })
}

/// The plan and its log as lines: an action, a line of the log on one each.
pub fn write(out: &mut Lines, plan: &Plan, log: &[LogEntry]) {
    if *plan != Plan::default() {
        out.open("plan: (");
        for field in Row::default().quoted("start", plan.start).some("target", plan.target).fields {
            out.ended_line(&field, ",");
        }
        if !plan.actions.is_empty() {
            out.open("actions: [");
            for (id, action) in &plan.actions {
                out.ended_line(&action_row(*id, action).on_one_line(), ",");
            }
            out.close("],");
        }
        out.close("),");
    }
    if !log.is_empty() {
        out.open("log: [");
        for entry in log {
            let row = Row::default()
                .quoted("date", Some(entry.date))
                .list("about", entry.about.iter().map(ToString::to_string))
                .put("text", text(&entry.text));
            out.ended_line(&row.on_one_line(), ",");
        }
        out.close("],");
    }
}

fn action_row(id: ActionId, action: &Action) -> Row {
    let stage = word(&ActionStage::NAMES, action.stage);
    let row = Row::of(id)
        .text("name", &action.name)
        .some("stage", stage.filter(|_| action.stage != ActionStage::default()))
        .text("owner", &action.owner)
        .put("days", action.days)
        .list("after", action.after.iter().map(ToString::to_string))
        .quoted("start", action.start)
        .quoted("done", action.done)
        .some("cost", action.cost)
        .list("about", action.about.iter().map(ToString::to_string));
    match &action.brings {
        Brings::All => row.put("brings", "All"),
        Brings::These(these) => row.list("brings", these.iter().map(ToString::to_string)),
    }
}
