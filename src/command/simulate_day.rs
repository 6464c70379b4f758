//! The day, simulated: what one day is like, hour by hour, with intervals.
//!
//! As JSON: `mode` (`day`), `seed`, `days`, `customers` (served on all of them), `stopped` (`precise`, `days`,
//! `time`, `too_much`), and per day `arrivals`, `served`, `gave_up`, `no_room`, `unserved`; then
//! `throughput_time_s`, `throughput_median_s`, `throughput_p90_s`, `throughput_p95_s`, `within_promise`,
//! `wait_s`, `wip`, `wip_max`, `output_per_hour`, `inside_at_closing`, `overtime_s`, `paid_hours`,
//! `overtime_hours`, `labour_cost`, `cost_per_customer`, `profit`. `steps`: `name`, `visits`, `wait_s`,
//! `wait_served_s`, `wait_p90_s`, `within_acceptable`, `gave_up`, `no_room`, `unserved`, `queue`, `queue_max`,
//! `blocked_s`, `formula_wait_s` (of the long run), `believe`. `roles`: `name`, `on_duty_hours`,
//! `busy_hours`, `utilisation`, `overtime_hours`, `queue`, `wait_s`. `intervals`: `from`, `to`, `arrivals`,
//! `wip`, `wip_low`, `wip_high`, `wait_s`, `within_acceptable`, `roles` (`name`, `on_duty`, `busy`, `queue`).
//! What a figure rests on stands beside it: `basis` and `half_width`.

use std::fmt::Write as _;
use std::io::Write;
use std::time::Instant;

use serde_json::{Value, json};

use super::report::Columns;
use super::script::Object;
use super::versus::{Item, Of};
use super::{FINE, Stop};
use crate::analysis::{Analysis, Figure, analyse};
use crate::background::spread;
use crate::blueprint::{Blueprint, RoleId, Scenario};
use crate::process::{Process, compile};
use crate::simulation::{
    DayDifference, DayFigures, DaySide, DayStudy, DifferenceOf, Estimate, Model, OfPairPart,
    Replication, StepFigures, Versus, day_differences, problems_of_day, simulated,
};
use crate::wording::{Amount, Wording};

/// What is asked of a day.
pub(super) struct Asked<'a> {
    pub seed: u32,
    pub threads: usize,
    pub precision: f64,
    pub until: Instant,
    /// Exactly so many days, instead of as many as it takes.
    pub days: Option<u32>,
    /// Whether for scripts.
    pub json: bool,
    /// A file for the log of a day, and which day.
    pub log: Option<(&'a std::path::Path, u32)>,
    /// Another scenario to compare with, on the same days.
    pub versus: Option<&'a Scenario>,
}

/// Parts of a round for each thread: they end at different times.
const PARTS: u32 = 4;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stopped {
    Precise,
    Days,
    Time,
    TooMuch,
}

impl Stopped {
    fn name(self) -> &'static str {
        match self {
            Self::Precise => "precise",
            Self::Days => "days",
            Self::Time => "time",
            Self::TooMuch => "too_much",
        }
    }
}

/// Simulates the day of a scenario.
pub(super) fn run(
    asked: &Asked<'_>,
    blueprint: &Blueprint,
    scenario: &Scenario,
    words: &Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let (process, analysis) = (compile(scenario), analyse(scenario));
    let model = match Model::of_day(scenario, &process) {
        Ok(model) => model,
        Err(lacks) => {
            let lacks = words.lacks(&lacks, scenario).unwrap_or_default();
            super::say(&words.with("simulate-lacks", &[("lacks", lacks.into())]));
            super::report::write_check(out, blueprint, scenario, &analysis, words)?;
            return Ok(super::BLUEPRINT_HAS_ERRORS);
        }
    };
    if let Some((path, day)) = asked.log {
        let text = log_of(&model, asked.seed, day, scenario, &process);
        super::saving::save_log(path, text.as_bytes(), words)?;
    }
    let mut study = DayStudy::new(model, asked.seed);
    let stopped = simulate(&mut study, asked);
    let found = DayFigures::of(&study, scenario, &process);
    let versus = match asked.versus {
        Some(other) => Some((other, differences(asked, [scenario, other], study.days(), words)?)),
        None => None,
    };
    let shown = Shown { scenario, analysis: &analysis, found: &found, versus, words };
    if asked.json {
        let all = shown.json(asked.seed, stopped);
        serde_json::to_writer_pretty(&mut *out, &all).map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else {
        shown.write(blueprint, stopped, out)?;
    }
    Ok(if stopped == Stopped::TooMuch { super::BLUEPRINT_HAS_ERRORS } else { FINE })
}

/// What another scenario has more or less on so many days; a day of its own that it cannot do without.
fn differences(
    asked: &Asked<'_>,
    scenarios: [&Scenario; 2],
    days: u32,
    words: &Wording,
) -> Result<Vec<DayDifference>, Stop> {
    let mut sides = Vec::new();
    for scenario in scenarios {
        let process = compile(scenario);
        let model = Model::of_day(scenario, &process).map_err(|lacks| {
            let lacks = words.lacks(&lacks, scenario).unwrap_or_default();
            Stop::from(words.with("simulate-lacks", &[("lacks", lacks.into())]))
        })?;
        let roles: Vec<RoleId> = scenario.roles().keys().copied().collect();
        sides.push((model, process, roles));
    }
    let side = |at: usize| {
        let (model, process, roles) = sides.get(at)?;
        Some(DaySide { model, process, roles })
    };
    let (Some(before), Some(after)) = (side(0), side(1)) else { return Ok(Vec::new()) };
    let parts = u32::try_from(asked.threads).unwrap_or(1).saturating_mul(PARTS);
    let hand = |parts: &mut [_], work: &OfPairPart<'_>| spread(parts, asked.threads, work);
    Ok(day_differences([before, after], asked.seed, days, parts, &hand, &|| false))
}

/// Goes on from round to round until the figures are precise, or there were as many days as asked for, or
/// the time is over.
fn simulate(study: &mut DayStudy, asked: &Asked<'_>) -> Stopped {
    let parts = u32::try_from(asked.threads).unwrap_or(1).saturating_mul(PARTS);
    let go_to = |study: &mut DayStudy, days: u32, is_over: &(dyn Fn() -> bool + Sync)| {
        study.go_to(days, parts, &|parts, work| spread(parts, asked.threads, work), is_over)
    };
    if let Some(days) = asked.days {
        return if go_to(study, days, &|| false) { Stopped::Days } else { Stopped::TooMuch };
    }
    if !go_to(study, study.next_round(), &|| Instant::now() >= asked.until) {
        return if study.is_overfull() { Stopped::TooMuch } else { Stopped::Time };
    }
    loop {
        if study.is_precise(asked.precision) {
            return Stopped::Precise;
        }
        if study.is_over() {
            return Stopped::Days;
        }
        if !go_to(study, study.next_round(), &|| Instant::now() >= asked.until) {
            return if study.is_overfull() { Stopped::TooMuch } else { Stopped::Time };
        }
    }
}

/// Each start of a day: which customer, which step, since when it was waited for, when it began and ended,
/// how many units it held. Times in seconds from the beginning of the day that is simulated.
fn log_of(model: &Model, seed: u32, day: u32, scenario: &Scenario, process: &Process) -> String {
    let mut replication = Replication::new(model, seed, day).logging();
    let _ = replication.run_day(model, &|| false);
    let open = model.opens_at();
    let mut text = String::from("case,step,wait_from,start,end,units\n");
    let mut cases = std::collections::BTreeMap::new();
    for start in replication.starts() {
        let next = cases.len() + 1;
        let case = *cases.entry(start.arrival).or_insert(next);
        let moment = process.moments.get(start.moment as usize);
        let steps = moment.into_iter().flat_map(crate::process::Moment::steps);
        let names: Vec<&str> =
            steps.filter_map(|id| Some(scenario.steps().get(&id)?.name.as_str())).collect();
        let name = names.join(" + ").replace('"', "\"\"");
        let seconds = |ticks: u64| (ticks as f64 - open as f64) / 1e6;
        let [since, at, ends] = [start.since, start.at, start.ends].map(seconds);
        let units = start.units;
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{case},\"{name}\",{since},{at},{ends},{units}");
    }
    text
}

/// What is shown.
struct Shown<'a> {
    scenario: &'a Scenario,
    analysis: &'a Analysis,
    found: &'a DayFigures,
    /// Another scenario, and what it has more or less.
    versus: Option<(&'a Scenario, Vec<DayDifference>)>,
    words: &'a Wording,
}

/// The figures of a day that scripts and people see, with the keys of their names.
fn named_figures(found: &DayFigures) -> [(&'static str, &'static str, Option<Estimate>); 21] {
    let [median, p90, p95] = found.percentiles_s;
    [
        ("arrivals", "day-arrivals", found.arrivals),
        ("served", "day-served", found.served),
        ("gave_up", "day-gave-up", found.gave_up),
        ("no_room", "day-no-room", found.no_room),
        ("unserved", "day-unserved", found.unserved),
        ("throughput_time_s", "figure-throughput-time", found.throughput_time_s),
        ("throughput_median_s", "day-median", median),
        ("throughput_p90_s", "day-p90", p90),
        ("throughput_p95_s", "day-p95", p95),
        ("within_promise", "day-within-promise", found.within_promise),
        ("wait_s", "day-wait", found.wait_s),
        ("wip", "figure-wip", found.wip),
        ("wip_max", "day-wip-max", found.wip_max),
        ("output_per_hour", "simulate-output", found.output_per_hour),
        ("inside_at_closing", "day-inside-at-closing", found.inside_at_closing),
        ("overtime_s", "day-overtime", found.overtime_s),
        ("paid_hours", "day-paid-hours", found.paid_hours),
        ("overtime_hours", "day-overtime-hours", found.overtime_hours),
        ("labour_cost", "day-labour-cost", found.labour_cost),
        ("cost_per_customer", "day-cost-per-customer", found.cost_per_customer),
        ("profit", "day-profit", found.profit),
    ]
}

/// A figure with its interval; of a single day, which has none, the figure alone.
fn put(object: &mut Object, name: &str, estimate: Option<Estimate>) {
    match estimate.filter(|it| it.half_width.is_infinite()) {
        Some(single) => object.plain(name, json!(single.mean)),
        None => object.figure(name, Some(&simulated(estimate))),
    }
}

impl Shown<'_> {
    fn json(&self, seed: u32, stopped: Stopped) -> Value {
        let Self { scenario, analysis, found, .. } = *self;
        let mut all = Object::default();
        all.plain("mode", json!("day"));
        all.plain("seed", json!(seed));
        all.plain("days", json!(found.days));
        let customers = found.served.map_or(0.0, |served| served.mean * f64::from(found.days));
        all.plain("customers", json!(customers.round()));
        all.plain("stopped", json!(stopped.name()));
        for (name, _, estimate) in named_figures(found) {
            put(&mut all, name, estimate);
        }
        let steps = found.steps.iter().map(|step| {
            let mut object = Object::default();
            object.plain("name", json!(self.step(step)));
            for (name, estimate) in [
                ("visits", step.visits),
                ("wait_s", step.wait_s),
                ("wait_served_s", step.wait_served_s),
                ("wait_p90_s", step.wait_p90_s),
                ("within_acceptable", step.within_acceptable),
                ("gave_up", step.gave_up),
                ("no_room", step.no_room),
                ("unserved", step.unserved),
                ("queue", step.queue),
                ("queue_max", step.queue_max),
                ("blocked_s", step.blocked_s),
            ] {
                put(&mut object, name, estimate);
            }
            let formula = analysis.steps.get(&step.step).map(|figures| &figures.wait_s);
            object.figure("formula_wait_s", formula);
            // The long run is too short, or too uneven, for a day.
            object.plain("believe", json!("simulation"));
            object.finish()
        });
        all.plain("steps", steps.collect());
        let role_name = |id| scenario.roles().get(&id).map(|role| role.name.as_str());
        let roles = found.roles.iter().map(|role| {
            let mut object = Object::default();
            object.plain("name", json!(role_name(role.role)));
            for (name, estimate) in [
                ("on_duty_hours", role.on_duty_hours),
                ("busy_hours", role.busy_hours),
                ("utilisation", role.utilisation),
                ("overtime_hours", role.overtime_hours),
                ("queue", role.queue),
                ("wait_s", role.wait_s),
            ] {
                put(&mut object, name, estimate);
            }
            object.finish()
        });
        all.plain("roles", roles.collect());
        let intervals = found.intervals.iter().map(|interval| {
            let mut object = Object::default();
            object.plain("from", json!(interval.from.to_string()));
            object.plain("to", json!(interval.to.to_string()));
            put(&mut object, "arrivals", interval.arrivals);
            put(&mut object, "wip", interval.wip);
            object.plain("wip_low", json!(interval.wip_low));
            object.plain("wip_high", json!(interval.wip_high));
            put(&mut object, "wait_s", interval.wait_s);
            put(&mut object, "within_acceptable", interval.within_acceptable);
            let roles = interval.roles.iter().map(|role| {
                let mut object = Object::default();
                object.plain("name", json!(role_name(role.role)));
                put(&mut object, "on_duty", role.on_duty);
                put(&mut object, "busy", role.busy);
                put(&mut object, "queue", role.queue);
                object.finish()
            });
            object.plain("roles", roles.collect());
            object.finish()
        });
        all.plain("intervals", intervals.collect());
        if let Some((other, pairs)) = &self.versus {
            let items = pairs.iter().map(|pair| Item {
                figure: pair.figure,
                of: match pair.of {
                    DifferenceOf::Whole => Of::Whole,
                    DifferenceOf::Step(step) => Of::Step(self.words.step(step, other)),
                    DifferenceOf::Role(role) => Of::Role(self.words.role(role, other)),
                },
                difference: pair.difference,
                verdict: pair.verdict,
            });
            all.plain("versus", super::versus::value(other.name(), items));
        }
        let seen = problems_of_day(&found.left);
        let problems = analysis.problems.iter().chain(&seen);
        all.plain("problems", super::script::of_problems(problems, scenario, self.words));
        all.finish()
    }

    fn step(&self, figures: &StepFigures) -> &str {
        self.words.step(figures.step, self.scenario)
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
        let days = words.number(f64::from(found.days)).into();
        let key = match stopped {
            Stopped::Precise => "day-precise",
            Stopped::Days => "day-days",
            Stopped::Time => "day-time",
            Stopped::TooMuch => "simulate-too-much",
        };
        writeln!(out, "{}", words.with(key, &[("days", days)]))?;
        let said = |estimate, amount: fn(f64) -> Amount<'static>| {
            words.marked(&simulated(estimate), amount)
        };
        let head = ["", "day-column-day", "day-column-long-run"];
        let head = head.map(|key| if key.is_empty() { "" } else { words.text(key) }.to_owned());
        let mut rows = vec![head.to_vec()];
        for (name, key, estimate) in named_figures(found) {
            let Some(estimate) = estimate else { continue };
            let never = matches!(name, "gave_up" | "no_room" | "unserved" | "within_promise");
            if never && estimate.mean == 0.0 && name != "within_promise" {
                continue;
            }
            let value = match name {
                "within_promise" => said(Some(estimate), Amount::Share),
                "output_per_hour" => said(Some(estimate), Amount::PerHour),
                "labour_cost" | "cost_per_customer" | "profit" => {
                    let currency = blueprint.currency();
                    words.marked(&simulated(Some(estimate)), |cost| Amount::Money(cost, currency))
                }
                name if name.ends_with("_s") => said(Some(estimate), Amount::Seconds),
                _ => said(Some(estimate), Amount::Number),
            };
            let formula = match name {
                "throughput_time_s" => Some(&analysis.throughput_time_s),
                "wip" => Some(&analysis.wip),
                "output_per_hour" => Some(&analysis.output_per_hour),
                _ => None,
            };
            let formula = formula.map_or_else(String::new, |figure| {
                let amount = match name {
                    "throughput_time_s" => Amount::Seconds,
                    "output_per_hour" => Amount::PerHour,
                    _ => Amount::Number,
                };
                words.marked(figure, amount)
            });
            rows.push(vec![words.text(key).to_owned(), value, formula]);
        }
        for step in &found.steps {
            let name = self.step(step);
            let named = |key: &str| words.with(key, &[("name", name.into())]);
            let formula = analysis.steps.get(&step.step);
            let of = |figure: Option<&Figure>, amount: fn(f64) -> Amount<'static>| {
                figure.map_or_else(String::new, |figure| words.marked(figure, amount))
            };
            rows.push(vec![
                named("simulate-wait-at"),
                said(step.wait_s, Amount::Seconds),
                of(formula.map(|figures| &figures.wait_s), Amount::Seconds),
            ]);
            if let Some(share) = step.within_acceptable {
                rows.push(vec![
                    named("simulate-within-at"),
                    said(Some(share), Amount::Share),
                    of(formula.map(|figures| &figures.within_acceptable), Amount::Share),
                ]);
            }
        }
        for role in &found.roles {
            let Some(named) = scenario.roles().get(&role.role) else { continue };
            let name = words.with("simulate-busy", &[("name", named.name.as_str().into())]);
            let formula = analysis.roles.get(&role.role).map(|figures| &figures.utilisation);
            let formula =
                formula.map_or_else(String::new, |figure| words.marked(figure, Amount::Share));
            rows.push(vec![name, said(role.utilisation, Amount::Share), formula]);
        }
        Columns { rows, right: false }.write(out)?;
        for problem in problems_of_day(&found.left) {
            let said = words.problem(&problem, scenario);
            writeln!(out)?;
            writeln!(out, "{}", said.message)?;
            writeln!(out, "{}", said.hint)?;
        }
        writeln!(out)?;
        self.write_intervals(out)?;
        self.write_versus(out)
    }

    /// What the other scenario has more or less.
    fn write_versus(&self, out: &mut dyn Write) -> Result<(), Stop> {
        let (Some((other, pairs)), words) = (&self.versus, self.words) else { return Ok(()) };
        let arguments = [("other", other.name().into()), ("scenario", self.scenario.name().into())];
        writeln!(out)?;
        writeln!(out, "{}", words.with("simulate-versus", &arguments))?;
        let rows = pairs.iter().map(|pair| {
            let named = |key: &str, name: &str| words.with(key, &[("name", name.into())]);
            let (name, amount): (String, fn(f64) -> Amount<'static>) = match pair.of {
                DifferenceOf::Step(step) if pair.figure == "wait_s" => {
                    (named("simulate-wait-at", words.step(step, other)), Amount::Seconds)
                }
                DifferenceOf::Step(step) => {
                    (named("simulate-within-at", words.step(step, other)), Amount::Points)
                }
                DifferenceOf::Role(role) => {
                    (named("simulate-busy", words.role(role, other)), Amount::Points)
                }
                DifferenceOf::Whole => {
                    let all = named_figures(self.found);
                    let key = all.iter().find(|(name, ..)| *name == pair.figure);
                    let name = key.map_or(pair.figure, |(_, key, _)| words.text(key));
                    let amount = match pair.figure {
                        "within_promise" => Amount::Points,
                        name if name.ends_with("_s") => Amount::Seconds,
                        _ => Amount::Number,
                    };
                    (name.to_owned(), amount)
                }
            };
            let sign = if pair.difference.mean > 0.0 { "+" } else { "" };
            let verdict = words.text(match pair.verdict {
                Versus::Less => "simulate-less",
                Versus::More => "simulate-more",
                Versus::NoDifferenceSeen => "simulate-no-difference",
            });
            let difference = words.marked(&simulated(Some(pair.difference)), amount);
            vec![name, format!("{sign}{difference}"), verdict.to_owned()]
        });
        Columns { rows: rows.collect(), right: false }.write(out)?;
        Ok(())
    }

    /// A row for each interval.
    fn write_intervals(&self, out: &mut dyn Write) -> Result<(), Stop> {
        let Self { scenario, found, words, .. } = *self;
        let keys = ["day-column-begins", "day-arrivals", "day-column-inside", "day-column-wait"];
        let mut head: Vec<String> = keys.map(|key| words.text(key).to_owned()).to_vec();
        for role in scenario.roles().values() {
            let name = role.name.as_str().into();
            head.push(words.with("day-column-busy", &[("name", name)]));
        }
        let mut rows = vec![head];
        let mean = |estimate: Option<Estimate>, amount: fn(f64) -> Amount<'static>| {
            let figure = estimate.map_or_else(Figure::default, |it| Figure::exact(it.mean));
            words.figure(&figure, amount)
        };
        for interval in &found.intervals {
            let mut row = vec![
                interval.from.to_string(),
                mean(interval.arrivals, Amount::Number),
                mean(interval.wip, Amount::Number),
                mean(interval.wait_s, Amount::Seconds),
            ];
            for role in &interval.roles {
                row.push(format!(
                    "{} / {}",
                    mean(role.busy, Amount::Number),
                    mean(role.on_duty, Amount::Number)
                ));
            }
            rows.push(row);
        }
        Columns { rows, right: true }.write(out)?;
        Ok(())
    }
}
