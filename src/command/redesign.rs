//! `onstage redesign`: which people reach which rate, and by which jobs.

use std::io::Write;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::export_choices::refuse_folder;
use super::names::known_names;
use super::report::Columns;
use super::{
    BLUEPRINT_HAS_ERRORS, CANNOT_READ, FINE, Stop, choose, open_with_comments, say, scenario_of,
};
use crate::analysis::Basis;
use crate::blueprint::notation::{Context, DecimalMark, read_money, read_rate_per_hour};
use crate::blueprint::{Blueprint, RedesignRules, RoleId, Scenario, StepId};
use crate::redesign::{
    CROWD, Design, Frontier, FrontierPoint, Obstacle, Question, Workload, apply, frontier,
    name_assumed_workers,
};
use crate::storage::{self, Comments, NotSaved, Replace};
use crate::wording::{Units, Wording};

/// How a command ends whose target nobody can reach.
const OUT_OF_REACH: u8 = 1;
/// Designs that a text shows without being asked for all.
const SHOWN: usize = 5;

/// What can be asked of the redesign advisor.
#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("question").required(true)))]
// Each is a switch of its own on the command line.
#[allow(clippy::struct_excessive_bools)]
pub struct Redesign {
    /// The blueprint
    file: PathBuf,
    /// Which scenario; without it the first
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// The fewest staff for a rate, such as 120/h
    #[arg(long, value_name = "RATE", group = "question", allow_hyphen_values = true)]
    target: Option<String>,
    /// The fewest staff for at most such a cost per customer
    #[arg(long, value_name = "AMOUNT", group = "question", allow_hyphen_values = true)]
    target_cost: Option<String>,
    /// The best rate for so many staff: 7, 6..12, or by role: Nurse=3,Doctor=2
    #[arg(long, value_name = "STAFF", group = "question", allow_hyphen_values = true)]
    staff: Option<String>,
    /// Steps may be done in another order than today
    #[arg(long)]
    free_order: bool,
    /// The step that comes before all others
    #[arg(long, value_name = "STEP")]
    first: Option<String>,
    /// The step that comes after all others
    #[arg(long, value_name = "STEP")]
    last: Option<String>,
    /// A step that is a job of its own
    #[arg(long, value_name = "STEP")]
    alone: Vec<String>,
    /// A step that only one person at a time can do
    #[arg(long, value_name = "STEP")]
    one_place: Vec<String>,
    /// How many steps a job may hold
    #[arg(long, value_name = "N")]
    max_job: Option<NonZeroU32>,
    /// Each job has one worker
    #[arg(long)]
    one_worker_jobs: bool,
    /// No job crosses the line of visibility
    #[arg(long)]
    keep_visibility: bool,
    /// Each step is only done by roles that can do it today
    #[arg(long)]
    fixed_roles: bool,
    /// Show all designs that were found
    #[arg(long)]
    all: bool,
    /// Print JSON for scripts
    #[arg(long)]
    json: bool,
    /// Save a copy of the blueprint with the best design as a further scenario
    #[arg(short, long, value_name = "OUT.ron")]
    output: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long)]
    force: bool,
}

/// Answers the question.
pub fn run(asked: &Redesign, wording: &mut Wording, out: &mut dyn Write) -> Result<u8, Stop> {
    let (mut blueprint, comments) = open_with_comments(&asked.file, wording)?;
    if let Some(output) = &asked.output {
        refuse_folder(output, &asked.file, "ron", wording)?;
    }
    if let Some(output) = asked.output.as_deref().filter(|path| path.exists() && !asked.force) {
        let file = output.display().to_string();
        return Err(wording.with("command-exists", &[("file", file.into())]).into());
    }
    let id = choose(&blueprint, asked.scenario.as_deref(), wording)?;
    let today = scenario_of(&blueprint, id).clone();
    let assumed = name_assumed_workers(&mut blueprint, id, |step| {
        wording.with("redesign-assumed-worker", &[("name", step.into())])
    })
    .map_err(|refusal| wording.refusal(refusal).to_owned())?;
    let scenario = scenario_of(&blueprint, id).clone();
    wording.set_units(Units::of(&blueprint, &scenario));
    let wording = &*wording;
    if assumed > 0 {
        say(&wording.with("redesign-assumed", &[("count", assumed.into())]));
    }
    let answer = Workload::of(&scenario).map_err(Failure::from).and_then(|workload| {
        let reader = Reader {
            scenario: &scenario,
            only_today: blueprint.only_today(),
            workload: &workload,
            wording,
            currency: blueprint.currency(),
        };
        let rules = reader.rules(asked)?;
        let question = reader.question(asked)?;
        Ok(frontier(&scenario, &rules, &question, &|| false, &mut |_| {})?)
    });
    let found = match answer {
        Ok(found) => found,
        Err(Failure::Stop(stop)) => return Err(stop),
        Err(Failure::Obstacle(obstacle)) => {
            say(&wording.obstacle(&obstacle, &scenario, blueprint.currency()));
            return Ok(match *obstacle {
                Obstacle::Lacks(_) => BLUEPRINT_HAS_ERRORS,
                Obstacle::RateOutOfReach { .. }
                | Obstacle::CostOutOfReach { .. }
                | Obstacle::NoDesign { .. } => OUT_OF_REACH,
                _ => CANNOT_READ,
            });
        }
    };
    if asked.json {
        super::json_output::write(out, as_json(&scenario, &found))?;
    } else {
        let shown = if asked.all { usize::MAX } else { SHOWN };
        write_text(out, &blueprint, &scenario, &found, shown, wording)?;
    }
    if found.basis == Basis::UpperBound {
        if asked.target.is_some() {
            say(wording.text("redesign-target-at-most"));
        } else if asked.target_cost.is_some() {
            say(wording.text("redesign-target-cost-at-least"));
        }
    }
    if let Some(output) = &asked.output {
        save((&mut blueprint, &comments), (&scenario, &today), &found, output, wording)?;
    }
    Ok(FINE)
}

enum Failure {
    Stop(Stop),
    Obstacle(Box<Obstacle>),
}

impl From<Obstacle> for Failure {
    fn from(obstacle: Obstacle) -> Self {
        Self::Obstacle(Box::new(obstacle))
    }
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self::Stop(message.into())
    }
}

/// Reads the words of a question about a scenario.
struct Reader<'a> {
    scenario: &'a Scenario,
    /// Whether the file lets nobody do what they do not do today.
    only_today: bool,
    workload: &'a Workload,
    wording: &'a Wording,
    currency: &'a str,
}

impl Reader<'_> {
    /// The rules of the file with those of the command line.
    fn rules(&self, asked: &Redesign) -> Result<RedesignRules, Failure> {
        let mut rules = self.scenario.redesign_rules().clone();
        rules.free_order |= asked.free_order;
        rules.one_worker_jobs |= asked.one_worker_jobs;
        rules.keep_visibility |= asked.keep_visibility;
        rules.fixed_roles |= asked.fixed_roles || self.only_today;
        rules.widest_job = asked.max_job.or(rules.widest_job);
        if let Some(first) = &asked.first {
            rules.first = Some(self.step(first)?);
        }
        if let Some(last) = &asked.last {
            rules.last = Some(self.step(last)?);
        }
        for name in &asked.alone {
            rules.alone.push(self.step(name)?);
        }
        for name in &asked.one_place {
            rules.places.push((self.step(name)?, NonZeroU32::MIN));
        }
        Ok(rules)
    }

    fn question(&self, asked: &Redesign) -> Result<Question, Failure> {
        let refused = |key: &str, text: &str, refusal| {
            let reason = self.wording.refusal(refusal);
            let arguments = [("text", text.into()), ("reason", reason.into())];
            Failure::from(self.wording.with(key, &arguments))
        };
        if let Some(text) = &asked.target {
            let Units { per, calendar } = self.wording.units();
            let context = Context { per, calendar, ..Context::default() };
            let read = read_rate_per_hour(text, &context);
            let read = read.map_err(|refusal| refused("command-bad-target", text, refusal))?;
            if let Some(note) = read.note {
                say(&self.wording.reading_note(note));
            }
            return Ok(Question::Rate(read.value.get()));
        }
        if let Some(text) = &asked.target_cost {
            let cost = read_money(text, self.currency, DecimalMark::Point);
            let cost = cost.map_err(|refusal| refused("command-bad-target-cost", text, refusal))?;
            return Ok(Question::Cost(cost.get()));
        }
        let text = asked.staff.as_deref().unwrap_or_default();
        self.staff(text)
    }

    /// `7`, `6..12`, or `Nurse=3,Doctor=2`.
    fn staff(&self, text: &str) -> Result<Question, Failure> {
        let bad = || {
            let arguments =
                [("text", text.into()), ("most", self.wording.number(CROWD as f64).into())];
            self.wording.with("command-bad-staff", &arguments)
        };
        let count = |text: &str| {
            text.trim().parse::<u64>().ok().filter(|count| (1..=CROWD).contains(count))
        };
        if text.contains('=') {
            let mut crew: Vec<(RoleId, u64)> = Vec::new();
            for part in text.split([',', ';']).filter(|part| !part.trim().is_empty()) {
                let (name, number) = part.rsplit_once('=').ok_or_else(bad)?;
                let number = number.trim().parse::<u64>().ok().filter(|number| *number <= CROWD);
                let role = self.role(name.trim())?;
                if crew.iter().any(|(other, _)| *other == role) {
                    let arguments = [("text", text.into()), ("name", name.trim().into())];
                    return Err(self.wording.with("command-staff-twice", &arguments).into());
                }
                crew.push((role, number.ok_or_else(bad)?));
            }
            return Ok(Question::Crew(crew));
        }
        let (low, high) = match text.split_once("..") {
            Some((low, high)) => (count(low), count(high.trim_start_matches('='))),
            None => (count(text), count(text)),
        };
        match (low, high) {
            (Some(low), Some(high)) if low <= high => Ok(Question::Staff(low..=high)),
            _ => Err(bad().into()),
        }
    }

    /// The step of a name that can be regrouped.
    fn step(&self, name: &str) -> Result<StepId, Failure> {
        let steps = self.scenario.steps();
        let named: Vec<StepId> = same(steps.iter().map(|(id, step)| (*id, &step.name)), name);
        if let Some(step) = named.iter().find(|id| self.workload.task_of(**id).is_some()) {
            return Ok(*step);
        }
        let key = if named.is_empty() { "command-no-such-step" } else { "command-no-task" };
        let known = self.workload.tasks.iter().filter_map(|task| steps.get(&task.step));
        Err(self.unknown(key, name, known.map(|step| step.name.as_str())).into())
    }

    fn role(&self, name: &str) -> Result<RoleId, Failure> {
        let roles = self.scenario.roles();
        let found = same(roles.iter().map(|(id, role)| (*id, &role.name)), name);
        let known = roles.values().map(|role| role.name.as_str());
        let unknown = || self.unknown("command-no-such-role", name, known);
        found.first().copied().ok_or_else(|| unknown().into())
    }

    /// Says that a name is unknown, and which one is most like it.
    fn unknown<'n>(&self, key: &str, name: &str, names: impl Iterator<Item = &'n str>) -> String {
        let known = known_names(name, names, self.wording);
        self.wording.with(key, &[("name", name.into()), ("known", known.into())])
    }
}

/// The things of a name; if there is none, those that differ in capitals alone.
pub(super) fn same<'n, K: Copy>(
    things: impl Iterator<Item = (K, &'n String)>,
    name: &str,
) -> Vec<K> {
    let all: Vec<(K, &String)> = things.collect();
    let those = |is: &dyn Fn(&str) -> bool| -> Vec<K> {
        all.iter().filter(|(_, other)| is(other)).map(|(id, _)| *id).collect()
    };
    let exact = those(&|other| other == name);
    let name = name.trim().to_lowercase();
    if exact.is_empty() { those(&|other| other.trim().to_lowercase() == name) } else { exact }
}

/// The point that is saved: the highest that all its staff are needed for.
fn best(found: &Frontier) -> Option<(&FrontierPoint, &Design)> {
    let needed = found.points.iter().rev().find(|point| !point.is_dominated());
    let point = needed.or(found.points.last())?;
    Some((point, point.designs.first()?))
}

fn save(
    (blueprint, comments): (&mut Blueprint, &Comments),
    (scenario, today): (&Scenario, &Scenario),
    found: &Frontier,
    output: &Path,
    wording: &Wording,
) -> Result<(), Stop> {
    let Some((point, design)) = best(found) else { return Ok(()) };
    let arguments = [
        ("people", people(point.needed, wording).into()),
        ("rate", wording.bounded_rate(point.capacity_per_hour, found.basis).into()),
    ];
    let name = wording.with("redesign-scenario-name", &arguments);
    apply(blueprint, scenario.id(), design, &name)
        .and_then(|_| {
            // Workers were named for the search alone.
            blueprint.edit(today.id(), |scenario, _| {
                today.clone_into(scenario);
                Ok(())
            })
        })
        .map_err(|refusal| wording.refusal(refusal).to_owned())?;
    let file = output.display().to_string();
    let lost = comments.lost_in(blueprint);
    if !lost.is_empty() {
        let arguments = [("file", file.as_str().into()), ("comments", lost.join("  ").into())];
        say(&wording.with("command-comments-lost", &arguments));
    }
    match storage::save_with(output, blueprint, comments, Replace::Anything) {
        Err(NotSaved::Failed(error)) => return Err(wording.save_error(&error).into()),
        // Whoever replaces anything meets no conflict.
        Ok(_) | Err(NotSaved::Conflict(_)) => {}
    }
    let arguments = [("file", file.into()), ("name", name.into())];
    say(&wording.with("command-redesigned", &arguments));
    Ok(())
}

fn people(count: u64, wording: &Wording) -> String {
    wording.counted("people", usize::try_from(count).unwrap_or(usize::MAX))
}

fn write_text(
    out: &mut dyn Write,
    blueprint: &Blueprint,
    scenario: &Scenario,
    found: &Frontier,
    shown: usize,
    wording: &Wording,
) -> Result<(), Stop> {
    let money = |amount: Option<f64>| match amount {
        Some(amount) => wording.bounded_cost(amount, blueprint.currency(), found.basis),
        None => wording.text("no-figure").to_owned(),
    };
    let rate = |rate: Option<f64>| match rate {
        Some(rate) => wording.bounded_rate(rate, found.basis),
        None => wording.text("no-figure").to_owned(),
    };
    let header = [
        "redesign-staff",
        "figure-capacity",
        "redesign-cost",
        "redesign-designs",
        "redesign-proof",
    ];
    let mut rows = vec![header.map(|key| wording.text(key).to_owned()).to_vec()];
    let today = &found.today;
    rows.push(vec![
        wording.with("redesign-today", &[("count", today.staff.into())]),
        rate(today.capacity_per_hour),
        money(today.cost_per_customer),
    ]);
    for point in &found.points {
        let cost = point.designs.first().and_then(|design| design.cost_per_customer);
        let count = if point.all_counted {
            point.design_count.to_string()
        } else {
            wording.with("redesign-at-least", &[("count", point.design_count.into())])
        };
        let remark = if point.is_dominated() {
            let fewer = people(point.needed, wording);
            wording.with("redesign-no-gain", &[("people", fewer.into())])
        } else if found.is_less_than_today(point) {
            wording.text("redesign-less-than-today").to_owned()
        } else if point.proven {
            let is_bound = found.basis == Basis::UpperBound;
            let key = if is_bound { "redesign-proven-bound" } else { "redesign-proven" };
            wording.text(key).to_owned()
        } else {
            let most = wording.rate(point.at_most_per_hour);
            wording.with("redesign-unproven", &[("rate", most.into())])
        };
        let capacity = wording.bounded_rate(point.capacity_per_hour, found.basis);
        rows.push(vec![point.staff.to_string(), capacity, money(cost), count, remark]);
    }
    Columns { rows, right: true }.write(out)?;
    for point in found.points.iter().filter(|point| !point.is_dominated()) {
        let arguments = [
            ("people", people(point.needed, wording).into()),
            ("rate", wording.bounded_rate(point.capacity_per_hour, found.basis).into()),
        ];
        writeln!(out, "\n{}", wording.with("redesign-point", &arguments))?;
        for design in point.designs.iter().take(shown) {
            writeln!(out, "  {}", jobs(design, scenario, wording))?;
            writeln!(out, "    {}", changes(design, wording))?;
        }
    }
    if found.points.iter().any(|point| found.is_less_than_today(point)) {
        writeln!(out, "\n{}", wording.text("redesign-today-reaches-more"))?;
    }
    if found.free_between_decisions {
        writeln!(out, "\n{}", wording.text("redesign-free-between-decisions"))?;
    }
    if !found.stays.is_empty() {
        writeln!(out, "\n{}", wording.text("redesign-stays"))?;
        for stays in &found.stays {
            let step = wording.step(stays.step, scenario);
            let because = wording.stays_because(stays.because);
            writeln!(out, "  {}", wording.labelled(step, because))?;
        }
    }
    Ok(())
}

fn jobs(design: &Design, scenario: &Scenario, wording: &Wording) -> String {
    let job = |job: &crate::redesign::Job| {
        let steps: Vec<&str> = job.steps.iter().map(|step| wording.step(*step, scenario)).collect();
        let role = wording.role(job.role, scenario);
        let arguments = [("role", role.into()), ("count", job.workers.into())];
        wording.labelled(&wording.with("redesign-job", &arguments), &steps.join(" + "))
    };
    design.jobs.iter().map(job).collect::<Vec<_>>().join(" | ")
}

fn changes(design: &Design, wording: &Wording) -> String {
    let changes = design.changes;
    wording.with(
        "redesign-changes",
        &[
            ("merges", changes.merges.into()),
            ("splits", changes.splits.into()),
            ("moved", changes.moved.into()),
            ("reordered", changes.reordered.into()),
        ],
    )
}

fn as_json(scenario: &Scenario, found: &Frontier) -> Value {
    let points = found.points.iter().map(|point| {
        let designs = point.designs.iter().map(|design| design_json(scenario, design));
        let basis = match found.basis {
            Basis::Exact if !point.proven => "lower_bound",
            basis => basis.name(),
        };
        json!({
            "staff": point.staff,
            "staff_needed": point.needed,
            "dominated": point.is_dominated(),
            "capacity_per_hour": point.capacity_per_hour,
            "proven": point.proven,
            "at_most_per_hour": point.at_most_per_hour,
            "design_count": point.design_count,
            "all_counted": point.all_counted,
            "designs": designs.collect::<Vec<_>>(),
            "basis": { "capacity_per_hour": basis, "at_most_per_hour": "upper_bound" },
        })
    });
    let name = |step: &StepId| scenario.steps().get(step).map(|step| step.name.as_str());
    let stays = found
        .stays
        .iter()
        .map(|stays| json!({ "step": name(&stays.step), "because": stays.because.code() }));
    json!({
        "today": {
            "staff": found.today.staff,
            "capacity_per_hour": found.today.capacity_per_hour,
            "cost_per_customer": found.today.cost_per_customer,
        },
        "free_between_decisions": found.free_between_decisions,
        "frontier": points.collect::<Vec<_>>(),
        "stays": stays.collect::<Vec<_>>(),
    })
}

fn design_json(scenario: &Scenario, design: &Design) -> Value {
    let jobs = design.jobs.iter().map(|job| {
        let steps = job.steps.iter().filter_map(|step| scenario.steps().get(step));
        json!({
            "steps": steps.map(|step| step.name.as_str()).collect::<Vec<_>>(),
            "workers": job.workers,
            "role": scenario.roles().get(&job.role).map(|role| role.name.as_str()),
        })
    });
    json!({
        "jobs": jobs.collect::<Vec<_>>(),
        "in_place": design.in_place,
        "changes": {
            "merges": design.changes.merges,
            "splits": design.changes.splits,
            "moved": design.changes.moved,
            "reordered": design.changes.reordered,
            "total": design.changes.total(),
        },
        "wages_per_hour": design.wages_per_hour,
        "cost_per_customer": design.cost_per_customer,
    })
}
