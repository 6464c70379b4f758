//! `onstage staff`: who is to come when on a day, so that waits stay short or nobody is overworked.
//!
//! As JSON: `target` (`within` and `wait_s`, or `busy`); `roles` (`name`, `need` by interval, `shifts` with
//! `from`, `to`, `count` and `breaks`, `people`, `paid_hours`, `overtime_hours`, `cost`, `proven`, `bound`, the
//! least that shifts for this need cost, `paid_hours_at_least`, `paid_hours_today`, `cost_today`); `intervals` (`from`,
//! `to`, `roles` with `name`, `load`, `need`, `on_duty`, and `within` or `busy` with its `half_width`); `days` on
//! which it was tried, whether it `holds`, `cost_per_day` and `cost_today`.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::export_choices::refuse_folder;
use super::names::known_names;
use super::random_options::{Random, RandomOptions};
use super::redesign::same;
use super::report::Columns;
use super::{BLUEPRINT_HAS_ERRORS, CANNOT_READ, FINE, Stop, choose, open_with_comments, say};
use crate::background::spread;
use crate::blueprint::notation::{parse_share, parse_span};
use crate::blueprint::{Blueprint, Day, RoleId, Scenario, Share, TimeOfDay, TimeUnit};
use crate::exchange::write_shifts;
use crate::planning::{PlannedShift, Shape};
use crate::redesign::{
    RolePlan, StaffTarget, Staffing, StaffingQuestion, StaffingRefusal, read_shape, staffing,
};
use crate::storage::{self, Comments, NotSaved, Replace};
use crate::wording::{Units, Wording};

/// What is asked for.
#[derive(Debug, Args)]
pub struct StaffArguments {
    /// The blueprint
    file: PathBuf,
    /// Which scenario; without it the first
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// Which share of the waits must be short enough, such as 90 %
    #[arg(long, value_name = "SHARE", allow_hyphen_values = true)]
    within: Option<String>,
    /// How long a wait may be, such as 5 min
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    wait: Option<String>,
    /// How busy people may be instead, such as 85 %
    #[arg(long, value_name = "SHARE", allow_hyphen_values = true, conflicts_with_all = ["within", "wait"])]
    busy: Option<String>,
    /// A role to plan; without it all staff
    #[arg(long, value_name = "NAME")]
    role: Vec<String>,
    /// A shape of shifts, such as "8 h, break 30 min after 3:30-4:30"
    #[arg(long, value_name = "SHIFT", allow_hyphen_values = true)]
    shift: Vec<String>,
    /// How long from one start of shifts to the next
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    start_every: Option<String>,
    #[command(flatten)]
    random: RandomOptions,
    /// Print JSON for scripts
    #[arg(long)]
    json: bool,
    /// Save a copy of the blueprint with the plan as a further scenario, or the shifts as a table
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long)]
    force: bool,
}

/// More are of no use.
const MOST_THREADS: usize = 64;

/// What becomes of the plan.
#[derive(Clone, Copy)]
enum Output<'a> {
    Blueprint(&'a Path),
    Rota(&'a Path),
}

/// Runs the command.
pub fn run(asked: &StaffArguments, words: &mut Wording, out: &mut dyn Write) -> Result<u8, Stop> {
    let output = asked.output.as_deref().map(|path| output(path, asked, words)).transpose()?;
    let random = asked.random.read(MOST_THREADS, words)?;
    let threads = random.threads;
    let (mut blueprint, comments) = open_with_comments(&asked.file, words)?;
    let id = choose(&blueprint, asked.scenario.as_deref(), words)?;
    let scenario = super::scenario_of(&blueprint, id).clone();
    words.set_units(Units::of(&blueprint, &scenario));
    let words = &*words;
    let question = question(asked, random, &scenario, words)?;
    let found =
        staffing(&scenario, &question, &|days, work| spread(days, threads, work), &|| false);
    let plan = match found {
        Ok(plan) => plan,
        Err(refusal) => {
            say(&words.staffing_refusal(&refusal, &scenario));
            return Ok(code_of(&refusal));
        }
    };
    let Some(day) = scenario.demand().day.as_deref() else { return Ok(CANNOT_READ) };
    if asked.json {
        let value = as_json(&plan, day);
        super::json_output::write(out, value)?;
    } else {
        write_text(out, &plan, day, blueprint.currency(), words)?;
    }
    match output {
        Some(Output::Blueprint(path)) => {
            save((&mut blueprint, &comments), &scenario, &plan, path, words)?;
        }
        Some(Output::Rota(path)) => save_rota(&plan, path, words)?,
        None => {}
    }
    Ok(if plan.holds { FINE } else { BLUEPRINT_HAS_ERRORS })
}

/// How the command ends without a plan.
fn code_of(refusal: &StaffingRefusal) -> u8 {
    match refusal {
        StaffingRefusal::NoDay
        | StaffingRefusal::NoStaff
        | StaffingRefusal::NoShapes
        | StaffingRefusal::Shape(_)
        | StaffingRefusal::Cancelled => CANNOT_READ,
        StaffingRefusal::Lacks(_)
        | StaffingRefusal::OutOfReach { .. }
        | StaffingRefusal::TooMuch
        | StaffingRefusal::Rota { .. } => BLUEPRINT_HAS_ERRORS,
    }
}

fn output<'a>(path: &'a Path, asked: &StaffArguments, words: &Wording) -> Result<Output<'a>, Stop> {
    refuse_folder(path, &asked.file, "ron", words)?;
    let file = path.display().to_string();
    let is = |ending: &str| path.extension().is_some_and(|it| it.eq_ignore_ascii_case(ending));
    let output = match () {
        () if is("ron") => Output::Blueprint(path),
        () if is("csv") => Output::Rota(path),
        () => return Err(words.with("staffing-bad-output", &[("file", file.into())]).into()),
    };
    if path.exists() && !asked.force {
        return Err(words.with("command-exists", &[("file", file.into())]).into());
    }
    Ok(output)
}

fn question(
    asked: &StaffArguments,
    random: Random,
    scenario: &Scenario,
    words: &Wording,
) -> Result<StaffingQuestion, Stop> {
    let usual = StaffingQuestion::default();
    let bad = |key: &str, text: &str| Stop::from(words.with(key, &[("text", text.into())]));
    let share = |text: &str, key: &str| {
        let share = parse_share(text).map(Share::value).ok();
        share.filter(|share| *share > 0.0 && *share < 1.0).ok_or_else(|| bad(key, text))
    };
    let target = match (&asked.busy, usual.target) {
        (Some(text), _) => StaffTarget::Busy { most: share(text, "staffing-bad-busy")? },
        (None, StaffTarget::Within { share: usual, wait_s }) => {
            let within = asked.within.as_deref().map(|text| share(text, "staffing-bad-within"));
            let wait = asked
                .wait
                .as_deref()
                .map(|text| seconds(text).ok_or_else(|| bad("staffing-bad-wait", text)));
            StaffTarget::Within {
                share: within.transpose()?.unwrap_or(usual),
                wait_s: wait.transpose()?.unwrap_or(wait_s),
            }
        }
        (None, target @ StaffTarget::Busy { .. }) => target,
    };
    let start = asked.start_every.as_deref().map(|text| {
        let minutes = minutes(text).filter(|minutes| *minutes > 0);
        minutes.ok_or_else(|| bad("staffing-bad-start", text))
    });
    let shapes: Vec<Shape> = asked
        .shift
        .iter()
        .map(|text| read_shape(text).ok_or_else(|| bad("staffing-bad-shift", text)))
        .collect::<Result<_, _>>()?;
    let roles: Result<Vec<RoleId>, Stop> =
        asked.role.iter().map(|name| role_called(name, scenario, words)).collect();
    let question = StaffingQuestion {
        target,
        roles: roles?,
        shapes: if shapes.is_empty() { usual.shapes } else { shapes },
        start_every_min: start.transpose()?.unwrap_or(usual.start_every_min),
        seed: random.seed(scenario),
        trial_days: usual.trial_days,
        check_days: usual.check_days,
    };
    // Before anything is simulated; of the usual shapes a grid may leave no room for a break.
    if let Some(shape) = question.malformed_shape().and_then(|at| question.shapes.get(at)) {
        return Err(words.malformed_shape(shape, question.start_every_min).into());
    }
    Ok(question)
}

/// The role of a name.
pub(super) fn role_called(
    name: &str,
    scenario: &Scenario,
    words: &Wording,
) -> Result<RoleId, Stop> {
    let roles = scenario.roles();
    let found = same(roles.iter().map(|(id, role)| (*id, &role.name)), name);
    found.first().copied().ok_or_else(|| {
        let names = roles.values().map(|role| role.name.as_str());
        let known = known_names(name, names, words);
        let arguments = [("name", name.into()), ("known", known.into())];
        words.with("command-no-such-role", &arguments).into()
    })
}

/// Seconds up to a day, 0 included.
fn seconds(text: &str) -> Option<f64> {
    let seconds = parse_span(text, TimeUnit::Minute).ok()?.seconds();
    (seconds <= 86_400.0).then_some(seconds)
}

/// Whole minutes up to a day.
fn minutes(text: &str) -> Option<u32> {
    let minutes = seconds(text)? / 60.0;
    // At most 1,440.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = minutes.round() as u32;
    ((f64::from(whole) - minutes).abs() < 1e-6).then_some(whole)
}

fn write_text(
    out: &mut dyn Write,
    plan: &Staffing,
    day: &Day,
    currency: &str,
    words: &Wording,
) -> Result<(), Stop> {
    writeln!(out, "{}", words.staffing_target(plan.target))?;
    if let Some(holds) = words.staffing_holds(plan, day) {
        writeln!(out, "{holds}")?;
    }
    writeln!(out)?;
    let none = || words.text("no-figure").to_owned();
    let money = |amount: Option<f64>| amount.map_or_else(none, |it| words.money(it, currency));
    let keys = [
        "staffing-people",
        "staffing-paid",
        "staffing-cost",
        "staffing-today",
        "staffing-cost-today",
        "staffing-overtime",
        "staffing-proof",
    ];
    let head = std::iter::once(String::new()).chain(keys.map(|key| words.text(key).to_owned()));
    let mut rows: Vec<Vec<String>> = vec![head.collect()];
    for role in &plan.roles {
        rows.push(vec![
            words.role(role.role, &plan.scenario).to_owned(),
            role.rota.people.to_string(),
            words.paid_hours(role.paid_hours),
            money(role.cost),
            words.paid_hours(role.paid_hours_today),
            money(role.cost_today),
            role.overtime_hours.map_or_else(none, |hours| words.time(hours.mean * 3600.0)),
            words.staffing_proof(role),
        ]);
    }
    if plan.roles.len() > 1 {
        let sum = |of: fn(&RolePlan) -> f64| plan.roles.iter().map(of).sum::<f64>();
        let people: u64 = plan.roles.iter().map(|role| role.rota.people).sum();
        rows.push(vec![
            words.text("staffing-all").to_owned(),
            people.to_string(),
            words.paid_hours(sum(|role| role.paid_hours)),
            money(plan.cost_per_day),
            words.paid_hours(sum(|role| role.paid_hours_today)),
            money(plan.cost_today),
        ]);
    }
    Columns { rows, right: true }.write(out)?;
    for role in &plan.roles {
        writeln!(out, "\n{}", words.role(role.role, &plan.scenario))?;
        for shift in &role.rota.shifts {
            writeln!(out, "  {}", words.planned_shift(shift))?;
        }
    }
    writeln!(out)?;
    Columns { rows: by_interval(plan, day, words), right: true }.write(out)?;
    Ok(())
}

/// A row per interval: of each role the work, how many are needed and there, and what held.
fn by_interval(plan: &Staffing, day: &Day, words: &Wording) -> Vec<Vec<String>> {
    let outcome = match plan.target {
        StaffTarget::Within { .. } => "staffing-held",
        StaffTarget::Busy { .. } => "staffing-held-busy",
    };
    let mut names = vec![words.text("staffing-from").to_owned()];
    for role in &plan.roles {
        let name = words.role(role.role, &plan.scenario);
        names.push(words.with("staffing-work", &[("role", name.into())]));
        names.extend(
            ["staffing-need", "staffing-duty", outcome].map(|key| words.text(key).to_owned()),
        );
    }
    let mut rows = vec![names];
    for at in 0..day.intervals() {
        let mut row = vec![day.begins(at).to_string()];
        for role in &plan.roles {
            let count = |of: &[u32]| of.get(at).copied().unwrap_or_default().to_string();
            let load = role.load.get(at).copied().unwrap_or_default();
            row.push(words.number((load * 10.0).round() / 10.0));
            row.push(count(&role.need));
            row.push(count(&role.duty));
            let held = role.held.get(at).copied().flatten();
            let none = || words.text("no-figure").to_owned();
            row.push(held.map_or_else(none, |held| words.percent(held.mean)));
        }
        rows.push(row);
    }
    rows
}

fn as_json(plan: &Staffing, day: &Day) -> Value {
    let name = |role: RoleId| plan.scenario.roles().get(&role).map(|role| role.name.as_str());
    let target = match plan.target {
        StaffTarget::Within { share, wait_s } => json!({ "within": share, "wait_s": wait_s }),
        StaffTarget::Busy { most } => json!({ "busy": most }),
    };
    let held_name = match plan.target {
        StaffTarget::Within { .. } => "within",
        StaffTarget::Busy { .. } => "busy",
    };
    let roles = plan.roles.iter().map(|role| {
        let at_least = role.rota.paid_at_least_min as f64 / 60.0;
        let rate = role.cost.filter(|_| role.paid_hours > 0.0).map(|cost| cost / role.paid_hours);
        json!({
            "name": name(role.role),
            "need": role.need,
            "shifts": role.rota.shifts.iter().map(shift_json).collect::<Vec<_>>(),
            "people": role.rota.people,
            "paid_hours": role.paid_hours,
            "overtime_hours": role.overtime_hours.map(|hours| hours.mean),
            "cost": role.cost,
            "proven": role.rota.is_proven(),
            "bound": rate.map(|rate| rate * at_least),
            "paid_hours_at_least": at_least,
            "paid_hours_today": role.paid_hours_today,
            "cost_today": role.cost_today,
        })
    });
    let intervals = (0..day.intervals()).map(|at| {
        let (_, to) = day.interval(at);
        let of_roles = plan.roles.iter().map(|role| {
            let held = role.held.get(at).copied().flatten();
            json!({
                "name": name(role.role),
                "load": role.load.get(at),
                "need": role.need.get(at),
                "on_duty": role.duty.get(at),
                held_name: held.map(|held| held.mean),
                "half_width": held.map(|held| held.half_width).filter(|half| half.is_finite()),
            })
        });
        json!({
            "from": day.begins(at).to_string(),
            "to": time(day.open.minutes() + to),
            "roles": of_roles.collect::<Vec<_>>(),
        })
    });
    json!({
        "target": target,
        "roles": roles.collect::<Vec<_>>(),
        "intervals": intervals.collect::<Vec<_>>(),
        "days": plan.days,
        "holds": plan.holds,
        "cost_per_day": plan.cost_per_day,
        "cost_today": plan.cost_today,
    })
}

fn shift_json(shift: &PlannedShift) -> Value {
    let breaks = shift.rest.iter().map(
        |rest| json!({ "at": time(rest.at_min), "lasts_min": rest.lasts_min, "paid": rest.paid }),
    );
    json!({
        "from": time(shift.from_min),
        "to": time(shift.to_min),
        "count": shift.count,
        "breaks": breaks.collect::<Vec<_>>(),
    })
}

/// A time of day; the end of the day is 24:00.
fn time(minute: u32) -> String {
    let is_end = minute == TimeOfDay::END.minutes();
    let time = if is_end { TimeOfDay::END } else { TimeOfDay::on_any_day(minute) };
    time.to_string()
}

/// Saves a copy of the blueprint with the plan as a further scenario.
fn save(
    (blueprint, comments): (&mut Blueprint, &Comments),
    scenario: &Scenario,
    plan: &Staffing,
    output: &Path,
    words: &Wording,
) -> Result<(), Stop> {
    let name = words.staffing_name(plan);
    crate::redesign::add_staffing(blueprint, scenario.id(), plan, &name)
        .map_err(|refusal| words.refusal(refusal).to_owned())?;
    let file = output.display().to_string();
    let lost = comments.lost_in(blueprint);
    if !lost.is_empty() {
        let arguments = [("file", file.as_str().into()), ("comments", lost.join("  ").into())];
        say(&words.with("command-comments-lost", &arguments));
    }
    match storage::save_with(output, blueprint, comments, Replace::Anything) {
        Err(NotSaved::Failed(error)) => return Err(words.save_error(&error).into()),
        // Whoever replaces anything meets no conflict.
        Ok(_) | Err(NotSaved::Conflict(_)) => {}
    }
    let arguments = [("file", file.into()), ("name", name.into())];
    say(&words.with("staffing-saved", &arguments));
    Ok(())
}

/// Saves the shifts as a table.
fn save_rota(plan: &Staffing, output: &Path, words: &Wording) -> Result<(), Stop> {
    let text = write_shifts(plan.shifts());
    super::saving::save_log(output, text.as_bytes(), words)?;
    let count: usize = plan.roles.iter().map(|role| role.rota.shifts.len()).sum();
    let arguments = [("file", output.display().to_string().into()), ("count", count.into())];
    say(&words.with("staffing-rota-saved", &arguments));
    Ok(())
}
