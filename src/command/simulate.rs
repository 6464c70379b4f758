//! A service simulated: its day if it has one, else its long run.
//!
//! What is printed of a day stands in [`super::simulate_day`], of the long run in
//! [`super::simulate_long_run`].

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;

use super::random_options::{RandomOptions, number};
use super::saving::{Saving, refuse_those_there};
use super::simulate_wanted::{Time, Wanted};
use super::{Stop, simulate_day, simulate_long_run};
use crate::blueprint::notation::{parse_share, parse_span};
use crate::blueprint::{Blueprint, Day, Scenario, ScenarioId, Share, Span, TimeUnit};
use crate::exchange::{DayTable, DayTableRefusal, put_day_table};
use crate::simulation::MOST_DAYS;
use crate::wording::{Units, Wording};

/// What is asked for.
#[derive(Debug, Args)]
pub struct SimulateArguments {
    /// The blueprint
    file: PathBuf,
    /// Which scenario; without it the first
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// The day or the long run; without it the day if there is one: day, long-run
    #[arg(long, value_name = "MODE")]
    mode: Option<String>,
    /// Exactly so many days
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    days: Option<String>,
    /// A file for every start of a day
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long, requires = "log")]
    force: bool,
    /// Which day that is, from 0
    #[arg(long, value_name = "N", allow_hyphen_values = true, requires = "log")]
    day: Option<String>,
    /// The long run of one interval of the day: a time such as 12:30, or busiest
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// A table of how many come when
    #[arg(long, value_name = "FILE")]
    counts: Option<PathBuf>,
    /// A table of appointments
    #[arg(long, value_name = "FILE")]
    appointments: Option<PathBuf>,
    /// A table of shifts
    #[arg(long, value_name = "FILE")]
    shifts: Option<PathBuf>,
    /// Another scenario, simulated on the same customers, and what it has more or less
    #[arg(long, value_name = "NAME")]
    versus: Option<String>,
    /// Arrivals per hour instead of the file's, such as 54/h
    #[arg(long, value_name = "RATE", allow_hyphen_values = true)]
    demand: Option<String>,
    /// How well the mean time must be known, such as 2 %
    #[arg(long, value_name = "SHARE", allow_hyphen_values = true)]
    precision: Option<String>,
    /// How long it may take, such as 10 s
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    time: Option<String>,
    #[command(flatten)]
    random: RandomOptions,
    /// Print JSON for scripts
    #[arg(long)]
    json: bool,
}

/// The precision that is aimed at.
const PRECISION: f64 = 0.02;
/// How long it may take.
const TIME: Duration = Duration::from_secs(10);
/// More threads are of no use: there are sixteen runs.
const MOST_THREADS: usize = 16;

/// Runs the command.
pub fn run(
    asked: &SimulateArguments,
    words: &mut Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let began = Instant::now();
    let precision = asked.precision.as_deref().map(|text| share(text, words)).transpose()?;
    let time = asked.time.as_deref().map(|text| length(text, words)).transpose()?;
    let wanted = Wanted {
        random: asked.random.read(MOST_THREADS, words)?,
        precision: precision.unwrap_or(PRECISION),
        time: Time { began, length: time.unwrap_or(TIME) },
        is_timed: time.is_some(),
        json: asked.json,
    };
    let days = days(asked, words)?;
    let mut blueprint = super::open(&asked.file, words)?;
    let id = super::choose(&blueprint, asked.scenario.as_deref(), words)?;
    let versus = asked
        .versus
        .as_deref()
        .map(|name| super::choose(&blueprint, Some(name), words))
        .transpose()?;
    if versus == Some(id) {
        let scenario = super::scenario_of(&blueprint, id);
        let name = words.scenario_name(scenario);
        return Err(words.with("simulate-versus-itself", &[("name", name.into())]).into());
    }
    let both = || std::iter::once(id).chain(versus);
    if let Some(demand) = &asked.demand {
        for id in both() {
            super::set_demand(&mut blueprint, id, demand, words)?;
        }
    }
    for id in both() {
        put_tables(asked, &mut blueprint, id, words)?;
        super::at::look_at(&mut blueprint, id, asked.at.as_deref(), asked.json, words)?;
    }
    let is_day = wants_day(asked, super::scenario_of(&blueprint, id), words)?;
    if is_day {
        for id in both() {
            give_day(&mut blueprint, id, words)?;
        }
    }
    let scenario = super::scenario_of(&blueprint, id);
    words.set_units(Units::of(&blueprint, scenario));
    let other = versus.map(|id| super::scenario_of(&blueprint, id).as_ref());
    if !is_day {
        return simulate_long_run::run(&wanted, &blueprint, (scenario, other), words, out);
    }
    if let Some(log) = &asked.log {
        let saving = Saving {
            source: &asked.file,
            output: log,
            roles: None,
            force: asked.force,
            ending: "csv",
        };
        refuse_those_there(std::slice::from_ref(log), &saving, words)?;
    }
    let log = asked.log.as_deref().map(|path| (path, days.logged));
    let asked = simulate_day::Asked { wanted, days: days.exactly, log, versus: other };
    simulate_day::run(&asked, &blueprint, scenario, words, out)
}

/// Which days are asked for.
#[derive(Clone, Copy)]
struct Days {
    exactly: Option<u32>,
    /// Which one the log is of.
    logged: u32,
}

/// Reads which days are asked for; refuses days of what has none, and the log of a day that there is not.
fn days(asked: &SimulateArguments, words: &Wording) -> Result<Days, Stop> {
    let by_name = asked.mode.as_deref().is_some_and(|mode| mode.trim() == "day");
    if asked.at.is_some() && (by_name || asked.days.is_some() || asked.log.is_some()) {
        return Err(words.text("simulate-days-at").to_owned().into());
    }
    let exactly = asked.days.as_deref().map(|text| number("--days", text, words)).transpose()?;
    let logged = asked.day.as_deref().map(|text| number_from_zero(text, words)).transpose()?;
    let (logged, count) = (logged.unwrap_or_default(), exactly.unwrap_or(MOST_DAYS));
    if logged >= count {
        let shown = |number: u32| words.number(f64::from(number)).into();
        let arguments = [
            ("day", shown(logged)),
            ("count", count.into()),
            ("days", shown(count)),
            ("last", shown(count - 1)),
        ];
        return Err(words.with("simulate-no-such-day", &arguments).into());
    }
    Ok(Days { exactly, logged })
}

fn share(text: &str, words: &Wording) -> Result<f64, Stop> {
    let share = parse_share(text).map(Share::value);
    let share = share.ok().filter(|share| *share > 0.0 && *share < 1.0);
    share.ok_or_else(|| words.with("simulate-bad-precision", &[("text", text.into())]).into())
}

fn length(text: &str, words: &Wording) -> Result<Duration, Stop> {
    let span = parse_span(text, TimeUnit::Second).ok().map(Span::seconds);
    let span = span.filter(|seconds| *seconds > 0.0 && *seconds <= 86_400.0);
    span.map(Duration::from_secs_f64)
        .ok_or_else(|| words.with("simulate-bad-time", &[("text", text.into())]).into())
}

/// Puts the tables that are named into a scenario.
fn put_tables(
    asked: &SimulateArguments,
    blueprint: &mut Blueprint,
    id: ScenarioId,
    words: &Wording,
) -> Result<(), Stop> {
    for (path, table) in [
        (&asked.counts, DayTable::Counts),
        (&asked.appointments, DayTable::Appointments),
        (&asked.shifts, DayTable::Shifts),
    ] {
        if let Some(path) = path {
            put_table(blueprint, id, path, table, words)?;
        }
    }
    Ok(())
}

/// Puts a table of a day into a scenario.
fn put_table(
    blueprint: &mut Blueprint,
    id: ScenarioId,
    path: &Path,
    table: DayTable,
    words: &Wording,
) -> Result<(), Stop> {
    let text = super::tables::text_of(path, words)?;
    let mut changed = Scenario::clone(super::scenario_of(blueprint, id));
    put_day_table(&mut changed, table, &text).map_err(|refusal| {
        let why = match refusal {
            DayTableRefusal::Mistakes(errors) => words.day_table_errors(&errors),
            DayTableRefusal::Refused(refusal) => words.refusal(refusal).to_owned(),
        };
        Stop::from(words.at_file(path, &why))
    })?;
    let put = |scenario: &mut Scenario, _: &mut _| {
        *scenario = changed;
        Ok(())
    };
    blueprint.edit(id, put).map_err(|refusal| words.refusal(refusal).to_owned().into())
}

/// Whether the day is asked for: by name, by a number of days, or because there is one and nothing else is said.
fn wants_day(
    asked: &SimulateArguments,
    scenario: &Scenario,
    words: &Wording,
) -> Result<bool, Stop> {
    let (has_day, of_days) =
        (scenario.demand().day.is_some(), asked.days.is_some() || asked.log.is_some());
    let of_tables = asked.at.is_none() && (asked.counts.is_some() || asked.appointments.is_some());
    match asked.mode.as_deref().map(str::trim) {
        None if !of_days => Ok(has_day),
        Some("long-run") if of_days => {
            Err(words.text("simulate-days-of-long-run").to_owned().into())
        }
        Some("long-run") if of_tables => {
            Err(words.text("simulate-tables-of-long-run").to_owned().into())
        }
        Some("long-run") => Ok(false),
        None | Some("day") if has_day || scenario.demand().opening_hours.is_some() => Ok(true),
        None | Some("day") => Err(words.text("simulate-needs-hours").to_owned().into()),
        Some(text) => Err(words.with("simulate-bad-mode", &[("text", text.into())]).into()),
    }
}

/// Where only opening hours are known, they are a day from eight o'clock on at the steady rate.
fn give_day(blueprint: &mut Blueprint, id: ScenarioId, words: &Wording) -> Result<(), Stop> {
    let edited = blueprint.edit(id, |scenario, _| {
        let mut demand = scenario.demand().clone();
        if let (None, Some(hours)) = (&demand.day, demand.opening_hours) {
            demand.day = Some(Box::new(Day::of_hours(hours)));
        }
        scenario.set_demand(demand)
    });
    edited.map_err(|refusal| words.refusal(refusal).to_owned().into())
}

fn number_from_zero(text: &str, words: &Wording) -> Result<u32, Stop> {
    text.trim().parse().map_err(|_| words.with("simulate-bad-day", &[("text", text.into())]).into())
}
