//! A service simulated: its day if it has one, else the long run, formula and simulation side by side, and whom to believe.
//!
//! As JSON: `mode` (`long_run`), `seed`, `rounds`, `customers` (served in what counts), `settled`,
//! `stopped` (`precise`, `time` or `too_much`), and the figures `throughput_time_s`, `wait_s`, `wip`,
//! `output_per_hour`, `growth_per_hour`, `attained_capacity_per_hour` (where the formula knows no more than a
//! bound); `steps` (`name`, `wait_s`, `within_acceptable`, `queue`,
//! `formula_wait_s`, `believe`) and `roles` (`name`, `utilisation`, `believe`). What a figure rests on
//! stands as `analyse` says it: `basis` with `simulated`, and `half_width`.
//!
//! Where another scenario is named, `versus` holds what that one has more or less on the same customers (see
//! [`super::versus`]), and whether both have `settled`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::json;

use super::report::Columns;
use super::saving::{Saving, refuse_those_there};
use super::script::Object;
use super::versus::{Item, Of};
use super::{FINE, Stop, simulate_day};
use crate::analysis::{Analysis, Basis, Figure, Lack, analyse};
use crate::background::spread;
use crate::blueprint::notation::{parse_count, parse_share, parse_span};
use crate::blueprint::{Blueprint, Day, Scenario, ScenarioId, Share, Span, TimeUnit};
use crate::exchange::{DayTable, DayTableRefusal, put_day_table};
use crate::process::{Process, compile};
use crate::simulation::{
    Believe, Estimate, LongRun, MomentFigures, PairedDifference, Side, Study, Subject, Versus,
    beyond_formulas, differences, simulated,
};
use crate::wording::{Amount, Units, Wording};

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
    /// Which day that is, from 0
    #[arg(long, value_name = "N", allow_hyphen_values = true, requires = "log")]
    day: Option<String>,
    /// The long run of one interval of the day: a time such as 12:30, or busiest
    #[arg(long, value_name = "TIME", conflicts_with = "mode")]
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
    /// Where the random numbers start
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    seed: Option<String>,
    /// On how many threads at most
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    threads: Option<String>,
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
/// How many threads there are unless more are asked for.
const THREADS: usize = 4;

/// Rounds after which the capacity that is attained is known well enough where there is no time for more.
const LEAST_ROUNDS: u32 = 4;

/// Why it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stopped {
    Precise,
    Time,
    TooMuch,
}

impl Stopped {
    fn name(self) -> &'static str {
        match self {
            Self::Precise => "precise",
            Self::Time => "time",
            Self::TooMuch => "too_much",
        }
    }
}

/// The scenario that is compared with.
struct Compared<'a> {
    scenario: &'a Scenario,
    /// Whether the start matters to neither any more.
    settled: bool,
    pairs: &'a [PairedDifference],
}

/// What is shown.
struct Shown<'a> {
    scenario: &'a Scenario,
    process: &'a Process,
    analysis: &'a Analysis,
    found: &'a LongRun,
    /// The capacity that is attained, where formulas know a bound only.
    attained: Option<Estimate>,
    versus: Option<Compared<'a>>,
    words: &'a Wording,
}

/// Runs the command.
pub fn run(
    asked: &SimulateArguments,
    words: &mut Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let precision = asked.precision.as_deref().map(|text| share(text, words)).transpose()?;
    let time = asked.time.as_deref().map(|text| length(text, words)).transpose()?;
    let seed = asked.seed.as_deref().map(|text| number(text, words)).transpose()?;
    let threads = asked.threads.as_deref().map(|text| number(text, words)).transpose()?;
    let mut blueprint = super::open(&asked.file, words)?;
    let id = super::choose(&blueprint, asked.scenario.as_deref(), words)?;
    let versus = asked
        .versus
        .as_deref()
        .map(|name| super::choose(&blueprint, Some(name), words))
        .transpose()?;
    if let Some(demand) = &asked.demand {
        for id in std::iter::once(id).chain(versus) {
            super::set_demand(&mut blueprint, id, demand, words)?;
        }
    }
    for id in std::iter::once(id).chain(versus) {
        put_tables(asked, &mut blueprint, id, words)?;
        super::at::look_at(&mut blueprint, id, asked.at.as_deref(), asked.json, words)?;
    }
    let is_day = wants_day(asked, super::scenario_of(&blueprint, id), words)?;
    if is_day {
        for id in std::iter::once(id).chain(versus) {
            give_day(&mut blueprint, id, words)?;
        }
    }
    let scenario = super::scenario_of(&blueprint, id);
    words.set_units(Units::of(&blueprint, scenario));
    let seed = seed.unwrap_or(scenario.simulation_rules().seed);
    let threads = threads.map_or(THREADS, |count| count as usize).clamp(1, MOST_THREADS);
    let until = Instant::now() + time.unwrap_or(TIME);
    let precision = precision.unwrap_or(PRECISION);
    if is_day {
        let whole = |text: &Option<String>| {
            text.as_deref().map(|text| number_from_zero(text, words)).transpose()
        };
        let day = whole(&asked.day)?.unwrap_or_default();
        let days = asked.days.as_deref().map(|text| number(text, words)).transpose()?;
        if let Some(log) = &asked.log {
            let saving = Saving {
                source: &asked.file,
                output: log,
                roles: None,
                force: false,
                ending: "csv",
            };
            refuse_those_there(std::slice::from_ref(log), &saving, words)?;
        }
        let asked = simulate_day::Asked {
            seed,
            threads,
            precision,
            until,
            days,
            json: asked.json,
            log: asked.log.as_deref().map(|path| (path, day)),
            versus: versus.map(|id| super::scenario_of(&blueprint, id).as_ref()),
        };
        return simulate_day::run(&asked, &blueprint, scenario, words, out);
    }
    let mut sides = Vec::new();
    for id in std::iter::once(id).chain(versus) {
        let scenario = super::scenario_of(&blueprint, id);
        match Simulated::of(scenario, seed) {
            Ok(side) => sides.push(side),
            Err((lacks, analysis)) => {
                let lacks = words.lacks(&lacks, scenario).unwrap_or_default();
                super::say(&words.with("simulate-lacks", &[("lacks", lacks.into())]));
                super::report::write_check(out, &blueprint, scenario, &analysis, words)?;
                return Ok(super::BLUEPRINT_HAS_ERRORS);
            }
        }
    }
    let Rounds { found, pairs, stopped } = simulate(&mut sides, precision, threads, until);
    let (Some(Simulated { process, analysis, study, .. }), [found, later @ ..]) =
        (sides.first(), found.as_slice())
    else {
        return Ok(super::BLUEPRINT_HAS_ERRORS);
    };
    let attained = (analysis.capacity_per_hour.basis == Basis::UpperBound)
        .then(|| attained(scenario, process, analysis, seed, threads, until))
        .flatten();
    let versus = versus.map(|id| Compared {
        scenario: super::scenario_of(&blueprint, id),
        settled: found.settled && later.iter().all(|found| found.settled),
        pairs: &pairs,
    });
    let shown = Shown { scenario, process, analysis, found, attained, versus, words };
    if asked.json {
        shown.write_json(study, seed, stopped, out)?;
    } else {
        shown.write(&blueprint, stopped, out)?;
    }
    Ok(if stopped == Stopped::TooMuch { super::BLUEPRINT_HAS_ERRORS } else { FINE })
}

/// A scenario that is simulated.
struct Simulated<'a> {
    scenario: &'a Scenario,
    process: Process,
    analysis: Analysis,
    study: Study,
}

impl<'a> Simulated<'a> {
    /// One before anything has run; what it cannot run without, with its figures.
    fn of(scenario: &'a Scenario, seed: u32) -> Result<Self, (Vec<Lack>, Box<Analysis>)> {
        let (process, analysis) = (compile(scenario), analyse(scenario));
        match Study::of(scenario, &process, &analysis, seed) {
            Ok(study) => Ok(Self { scenario, process, analysis, study }),
            Err(lacks) => Err((lacks, Box::new(analysis))),
        }
    }

    fn side(&self) -> Side<'_> {
        Side { scenario: self.scenario, process: &self.process, study: &self.study }
    }
}

/// What was found after the last round that came to its end.
struct Rounds {
    found: Vec<LongRun>,
    /// What the second of two has more or less than the first.
    pairs: Vec<PairedDifference>,
    stopped: Stopped,
}

/// Goes on from round to round, all scenarios side by side, until the figures are precise or the time is
/// over. A round that the time cuts short says nothing: what the rounds before it said stands.
fn simulate(sides: &mut [Simulated<'_>], precision: f64, threads: usize, until: Instant) -> Rounds {
    let run_round = |sides: &mut [Simulated<'_>], is_over: &(dyn Fn() -> bool + Sync)| {
        sides
            .iter_mut()
            .all(|side| side.study.round(&|runs, work| spread(runs, threads, work), is_over))
    };
    // Without a first round there would be nothing to say.
    run_round(sides, &|| false);
    loop {
        let found: Vec<LongRun> = sides.iter().map(|side| side.study.figures()).collect();
        let pairs = match &*sides {
            [before, after] => differences(before.side(), after.side()),
            _ => Vec::new(),
        };
        let ends_as = |stopped| Rounds { found: found.clone(), pairs: pairs.clone(), stopped };
        if sides.iter().any(|side| side.study.is_overfull()) {
            return ends_as(Stopped::TooMuch);
        }
        if found.iter().all(|found| found.is_precise(precision)) {
            return ends_as(Stopped::Precise);
        }
        if !run_round(sides, &|| Instant::now() >= until) {
            return ends_as(Stopped::Time);
        }
    }
}

/// The capacity that is attained, to a hundredth if there is time for it.
fn attained(
    scenario: &Scenario,
    process: &Process,
    analysis: &Analysis,
    seed: u32,
    threads: usize,
    until: Instant,
) -> Option<Estimate> {
    let study = Study::of_capacity(scenario, process, analysis, seed).ok()?;
    let is_over = |done: u32| done >= LEAST_ROUNDS && Instant::now() >= until;
    study.attain(&|runs, work| spread(runs, threads, work), &is_over)
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

/// Whether the day is asked for: by name, or because there is one and nothing else is said.
fn wants_day(
    asked: &SimulateArguments,
    scenario: &Scenario,
    words: &Wording,
) -> Result<bool, Stop> {
    let has_day = scenario.demand().day.is_some();
    match asked.mode.as_deref().map(str::trim) {
        None => Ok(has_day),
        Some("long-run") if asked.days.is_some() || asked.log.is_some() => {
            Err(words.text("simulate-days-of-long-run").to_owned().into())
        }
        Some("long-run") => Ok(false),
        Some("day") if has_day || scenario.demand().opening_hours.is_some() => Ok(true),
        Some("day") => Err(words.text("simulate-needs-hours").to_owned().into()),
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

fn number(text: &str, words: &Wording) -> Result<u32, Stop> {
    let read = parse_count(text).map(std::num::NonZeroU32::get);
    read.map_err(|_| words.with("simulate-bad-number", &[("text", text.into())]).into())
}

impl Shown<'_> {
    /// Whether the service has what formulas know nothing of.
    fn has_more(&self) -> bool {
        beyond_formulas(self.scenario, self.process)
    }

    /// The steps at which somebody can wait, each once for its moment, with what is known of it.
    fn waits(&self) -> impl Iterator<Item = (&str, &Figure, &Figure, &MomentFigures)> {
        let moments = self.process.moments.iter().zip(&self.found.moments);
        moments.filter_map(|(moment, found)| {
            found.wait_s?;
            let is_served = |activity: &&crate::process::Activity| !activity.claims.is_empty();
            let activities = &moment.activities;
            let step = activities.iter().find(is_served).or(activities.first())?.step;
            let figures = self.analysis.steps.get(&step)?;
            let name = self.scenario.steps().get(&step)?.name.as_str();
            // Nobody waits where nothing is needed.
            let waits = found.queue.is_some_and(|queue| queue.mean > 0.0)
                || activities.iter().any(|activity| !activity.claims.is_empty());
            waits.then_some((name, &figures.wait_s, &figures.within_acceptable, found))
        })
    }

    /// Whether a wait that customers accept is given at a step.
    fn accepts(&self, name: &str) -> bool {
        self.scenario.steps().values().any(|step| {
            step.name == name && step.wait.as_ref().is_some_and(|wait| wait.acceptable.is_some())
        })
    }

    fn write(
        &self,
        blueprint: &Blueprint,
        stopped: Stopped,
        out: &mut dyn Write,
    ) -> Result<(), Stop> {
        let Self { scenario, analysis, found, words, .. } = *self;
        if !blueprint.title().trim().is_empty() {
            writeln!(out, "{}", blueprint.title())?;
        }
        let customers = words.number(found.customers as f64);
        let key = match stopped {
            Stopped::Precise => "simulate-precise",
            Stopped::Time if found.settled => "simulate-time",
            Stopped::Time => "simulate-unsettled",
            Stopped::TooMuch => "simulate-too-much",
        };
        writeln!(out, "{}", words.with(key, &[("customers", customers.into())]))?;
        let growth = analysis.growth_per_hour.value.filter(|growth| *growth > 0.0);
        if let Some(growth) = growth {
            writeln!(
                out,
                "{}",
                words.with(
                    "simulate-no-steady-state",
                    &[("growth", words.number(words.in_rate_unit(growth)).into()),]
                )
            )?;
        }
        let head = [
            "",
            "simulate-column-formula",
            "simulate-column-simulation",
            "simulate-column-believe",
        ];
        let head =
            head.map(|key| if key.is_empty() { String::new() } else { words.text(key).to_owned() });
        let mut rows = vec![head.to_vec()];
        if self.attained.is_some() {
            rows.push(vec![
                words.text("simulate-attained").to_owned(),
                words.marked(&analysis.capacity_per_hour, Amount::PerHour),
                words.marked(&simulated(self.attained), Amount::PerHour),
                words.text(believe_key(Believe::Simulation)).to_owned(),
            ]);
        }
        let mut row = |name: String,
                       formula: &Figure,
                       found: Option<Estimate>,
                       amount: fn(f64) -> Amount<'static>| {
            let believe =
                Believe::of(formula, found, self.found.settled).beyond_formulas(self.has_more());
            rows.push(vec![
                name,
                words.marked(formula, amount),
                words.marked(&simulated(found), amount),
                words.text(believe_key(believe)).to_owned(),
            ]);
        };
        let text = |key: &str| words.text(key).to_owned();
        row(
            text("figure-throughput-time"),
            &analysis.throughput_time_s,
            found.throughput_time_s,
            Amount::Seconds,
        );
        row(text("figure-wip"), &analysis.wip, found.wip, Amount::Number);
        row(
            text("simulate-output"),
            &analysis.output_per_hour,
            found.output_per_hour,
            Amount::PerHour,
        );
        for (name, wait, within, found) in self.waits() {
            let named = |key: &str| words.with(key, &[("name", name.into())]);
            row(named("simulate-wait-at"), wait, found.wait_s, Amount::Seconds);
            if within.value.is_some() {
                row(named("simulate-within-at"), within, found.within_acceptable, Amount::Share);
            }
        }
        for ((id, role), busy) in scenario.roles().iter().zip(&found.utilisation) {
            let Some(figures) = analysis.roles.get(id) else { continue };
            if figures.work_s > 0.0 {
                let name = words.with("simulate-busy", &[("name", role.name.as_str().into())]);
                row(name, &figures.utilisation, *busy, Amount::Share);
            }
        }
        Columns { rows, right: false }.write(out)?;
        self.write_versus(out)
    }

    fn write_json(
        &self,
        study: &Study,
        seed: u32,
        stopped: Stopped,
        out: &mut dyn Write,
    ) -> Result<(), Stop> {
        let Self { scenario, analysis, found, .. } = *self;
        let mut all = Object::default();
        all.plain("mode", json!("long_run"));
        all.plain("seed", json!(seed));
        all.plain("rounds", json!(study.rounds()));
        all.plain("customers", json!(found.customers));
        all.plain("settled", json!(found.settled));
        all.plain("stopped", json!(stopped.name()));
        let [median, p90, p95] = found.percentiles_s;
        for (name, estimate) in [
            ("arrivals", found.arrivals_per_hour),
            ("served", found.output_per_hour),
            ("gave_up", found.gave_up_per_hour),
            ("no_room", found.no_room_per_hour),
            ("unserved", found.unserved_per_hour),
            ("throughput_time_s", found.throughput_time_s),
            ("throughput_median_s", median),
            ("throughput_p90_s", p90),
            ("throughput_p95_s", p95),
            ("within_promise", found.within_promise),
            ("wait_s", found.wait_s),
            ("wip", found.wip),
            ("output_per_hour", found.output_per_hour),
            ("growth_per_hour", found.growth_per_hour),
            ("attained_capacity_per_hour", self.attained),
        ] {
            all.figure(name, Some(&simulated(estimate)));
        }
        let steps = self.waits().map(|(name, wait, within, found)| {
            let mut step = Object::default();
            step.plain("name", json!(name));
            step.figure("wait_s", Some(&simulated(found.wait_s)));
            let has_limit = within.value.is_some() || self.accepts(name);
            let share = found.within_acceptable.filter(|_| has_limit);
            step.figure("within_acceptable", Some(&simulated(share)));
            for (name, estimate) in [
                ("visits", found.visits_per_hour),
                ("wait_served_s", found.wait_served_s),
                ("wait_p90_s", found.wait_p90_s),
                ("gave_up", found.gave_up_per_hour),
                ("queue", found.queue),
                ("blocked_s", found.blocked_s),
            ] {
                step.figure(name, Some(&simulated(estimate)));
            }
            step.plain("queue_max", json!(found.queue_max));
            step.figure("formula_wait_s", Some(wait));
            let believe = Believe::of(wait, found.wait_s, self.found.settled)
                .beyond_formulas(self.has_more());
            step.plain("believe", json!(believe.name()));
            step.finish()
        });
        all.plain("steps", steps.collect());
        let roles = scenario.roles().iter().zip(&found.utilisation).map(|((id, role), busy)| {
            let mut object = Object::default();
            object.plain("name", json!(role.name));
            object.figure("utilisation", Some(&simulated(*busy)));
            if let Some(at) = scenario.roles().get_index_of(id) {
                let of = |list: &[Option<Estimate>]| simulated(list.get(at).copied().flatten());
                object.figure("queue", Some(&of(&found.queues)));
                object.figure("wait_s", Some(&of(&found.waits_s)));
            }
            let formula = analysis.roles.get(id).map(|figures| &figures.utilisation);
            let believe = Believe::of(formula.unwrap_or(&Figure::default()), *busy, found.settled)
                .beyond_formulas(self.has_more());
            object.plain("believe", json!(believe.name()));
            object.finish()
        });
        all.plain("roles", roles.collect());
        all.plain("wip_max", json!(found.wip_max));
        all.plain("problems", super::script::problems(analysis, scenario, self.words));
        if let Some(versus) = &self.versus {
            all.plain("versus", self.versus(versus));
        }
        serde_json::to_writer_pretty(&mut *out, &all.finish()).map_err(std::io::Error::from)?;
        writeln!(out)?;
        Ok(())
    }
}

/// What is compared of two scenarios.
impl Shown<'_> {
    /// What the other scenario has more or less, as text.
    fn write_versus(&self, out: &mut dyn Write) -> Result<(), Stop> {
        let Some(versus) = &self.versus else { return Ok(()) };
        let words = self.words;
        let arguments =
            [("other", versus.scenario.name().into()), ("scenario", self.scenario.name().into())];
        writeln!(out)?;
        if !versus.settled {
            writeln!(out, "{}", words.with("simulate-versus-unsettled", &arguments))?;
            return Ok(());
        }
        writeln!(out, "{}", words.with("simulate-versus", &arguments))?;
        let row = |pair: &PairedDifference| {
            let amount = Wording::simulated_amount(pair.subject);
            let difference = simulated(Some(pair.difference));
            let sign = if difference.value.is_some_and(|value| value > 0.0) { "+" } else { "" };
            let amount = |value| Wording::difference(amount(value));
            let verdict = words.text(match pair.verdict {
                Versus::Less => "simulate-less",
                Versus::More => "simulate-more",
                Versus::NoDifferenceSeen => "simulate-no-difference",
            });
            let difference = format!("{sign}{}", words.marked(&difference, amount));
            vec![
                words.simulated_name(pair.subject, versus.scenario),
                difference,
                verdict.to_owned(),
            ]
        };
        let rows = versus.pairs.iter().map(row).collect();
        Columns { rows, right: false }.write(out)?;
        Ok(())
    }

    /// What the other scenario has more or less, for scripts: nothing before both have settled.
    fn versus(&self, versus: &Compared<'_>) -> serde_json::Value {
        let pairs = versus.pairs.iter().filter(|_| versus.settled);
        let items = pairs.map(|pair| {
            let step = |step| Of::Step(self.words.step(step, versus.scenario));
            let (figure, of) = match pair.subject {
                Subject::ThroughputTime => ("throughput_time_s", Of::Whole),
                Subject::WorkInProcess => ("wip", Of::Whole),
                Subject::Output => ("output_per_hour", Of::Whole),
                Subject::Capacity => ("attained_capacity_per_hour", Of::Whole),
                Subject::Wait(at) => ("wait_s", step(at)),
                Subject::WithinAcceptable(at) => ("within_acceptable", step(at)),
                Subject::Busy(role) => {
                    ("utilisation", Of::Role(self.words.role(role, versus.scenario)))
                }
            };
            Item { figure, of, difference: pair.difference, verdict: pair.verdict }
        });
        let mut value = super::versus::value(versus.scenario.name(), items);
        if let Some(object) = value.as_object_mut() {
            object.insert("settled".to_owned(), json!(versus.settled));
        }
        value
    }
}

/// What is said of whom to believe.
fn believe_key(believe: Believe) -> &'static str {
    match believe {
        Believe::Either => "simulate-believe-either",
        Believe::Formula => "simulate-believe-formula",
        Believe::Simulation => "simulate-believe-simulation",
        Believe::Neither => "simulate-believe-neither",
    }
}
