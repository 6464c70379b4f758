//! The day, simulated: what one day is like, hour by hour, with intervals.
//!
//! As JSON: `mode` (`day`), `seed`, `days`, `customers` (served on all of them), `stopped` (`precise`, `days`,
//! `time`, `too_much`), and per day `arrivals`, `served`, `gave_up`, `no_room`, `unserved`; of a day that never
//! closes `carried_in` from the day before and `carried_over` into the next: arrivals + carried in = served + gave
//! up + no room + unserved + carried over; then
//! `throughput_time_s`, `throughput_median_s`, `throughput_p90_s`, `throughput_p95_s`, `within_promise`,
//! `wait_s`, `wip`, `wip_max`, `output_per_hour`, `inside_at_closing`, `overtime_s`, `paid_hours`,
//! `overtime_hours`, `labour_cost`, `cost_per_customer`, `profit`. `steps`: `name`, `visits`, `wait_s`,
//! `wait_served_s`, `wait_p90_s`, `within_acceptable`, `gave_up`, `no_room`, `unserved`, `queue`, `queue_max`,
//! `blocked_s`, `formula_wait_s` (of the long run), `believe`. `urgency`: `name`, `served`, `wait_s`, `within_share`,
//! `within_limit`, `formula_wait_s`, `believe`. `roles`: `name`, `on_duty_hours`,
//! `busy_hours`, `utilisation`, `overtime_hours`, `queue`, `wait_s`, `formula_utilisation` (of the long run),
//! `believe`. `intervals`: `from`, `to`, `arrivals`,
//! `wip`, `wip_low`, `wip_high`, `wait_s`, `within_acceptable`, `roles` (`name`, `on_duty`, `busy`, `queue`).
//! What a figure rests on stands beside it: `basis` and `half_width`.
//!
//! `wait_s` of the whole is the time in which nothing is done for who leaves served, from an appointment on where
//! there is one; that of a step, a role or an interval is the mean of all waits there, also of those who gave up.

use std::fmt::Write as _;
use std::io::Write;
use std::time::Instant;

use serde_json::{Value, json};

use super::report::Columns;
use super::script::Object;
use super::simulate_figures::{
    Classes, Measure, Named, of_class, of_day, of_day_role, of_day_step, put, put_all,
};
use super::simulate_wanted::{Wanted, refuse, too_much};
use super::versus::{Item, Of, verdict};
use super::{BLUEPRINT_HAS_ERRORS, FINE, Stop};
use crate::analysis::{Analysis, Figure, analyse};
use crate::background::spread;
use crate::blueprint::{Blueprint, Scenario};
use crate::process::{Process, compile};
use crate::quality::class_waits;
use crate::simulation::{
    Believe, DayDifference, DayFigures, DaySide, DayStudy, DifferenceOf, Estimate, Model,
    OfPairPart, Replication, Start, StepFigures, Subject, TooMuch, busy_by_formula,
    day_differences, problems_of_day, simulated,
};
use crate::wording::{Amount, Wording};

/// What is asked of a day.
pub(super) struct Asked<'a> {
    pub wanted: Wanted,
    /// Exactly so many days, instead of as many as it takes.
    pub days: Option<u32>,
    /// A file for the log of a day, and which day.
    pub log: Option<(&'a std::path::Path, u32)>,
    /// Another scenario to compare with, on the same days.
    pub versus: Option<&'a Scenario>,
}

/// Parts of a round for each thread: they end at different times.
const PARTS: u32 = 4;
/// The part of the time that goes to the first of two scenarios, whose days are then simulated again beside
/// those of the second.
const PART_OF_FIRST: f64 = 1.0 / 3.0;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stopped {
    Precise,
    Days,
    Time,
    TooMuch(TooMuch),
}

impl Stopped {
    fn name(self) -> &'static str {
        match self {
            Self::Precise => "precise",
            Self::Days => "days",
            Self::Time => "time",
            Self::TooMuch(_) => "too_much",
        }
    }
}

impl Asked<'_> {
    /// When a part of the time is over. A number of days that is asked for takes as long as it takes, unless a
    /// time is asked for as well.
    fn until(&self, part: f64) -> Option<Instant> {
        let takes_its_time = self.days.is_some() && !self.wanted.is_timed;
        (!takes_its_time).then(|| self.wanted.time.part(part))
    }

    fn parts(&self) -> u32 {
        u32::try_from(self.wanted.random.threads).unwrap_or(1).saturating_mul(PARTS)
    }
}

fn is_over(until: Option<Instant>) -> bool {
    until.is_some_and(|until| Instant::now() >= until)
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
        Err(lacks) => return refuse((blueprint, scenario), (&lacks, &analysis), words, out),
    };
    let other = match asked.versus {
        None => None,
        Some(other) => {
            let process = compile(other);
            match Model::of_day(other, &process) {
                Ok(model) => Some((other, model, process)),
                Err(lacks) => {
                    return refuse((blueprint, other), (&lacks, &analyse(other)), words, out);
                }
            }
        }
    };
    let seed = asked.wanted.random.seed(scenario);
    if let Some((path, day)) = asked.log {
        let text = log_of(&model, seed, day, scenario, &process);
        super::saving::save_log(path, text.as_bytes(), words)?;
    }
    let mut study = DayStudy::new(model, seed);
    let stopped = simulate(&mut study, asked);
    if stopped == Stopped::Time && study.days() == 0 && !asked.wanted.json {
        let customers = words.number(study.model().expected_customers().round());
        let arguments = [("customers", customers.into())];
        writeln!(out, "{}", words.with("day-no-time", &arguments))?;
        return Ok(BLUEPRINT_HAS_ERRORS);
    }
    let found = DayFigures::of(&study, scenario, &process);
    let versus = other.as_ref().map(|(other, model, process)| {
        let first: (&Scenario, &Model, &Process) = (scenario, study.model(), process);
        let sides = [first, (*other, model, process)];
        (*other, differences(asked, seed, sides, study.days()))
    });
    let shown = Shown { scenario, analysis: &analysis, found: &found, versus, words };
    if asked.wanted.json {
        let all = shown.json(seed, stopped);
        super::json_output::write(out, all)?;
    } else if let Stopped::TooMuch(why) = stopped {
        writeln!(out, "{}", too_much(why, scenario, words))?;
    } else {
        shown.write(blueprint, stopped, out)?;
    }
    let is_too_much = matches!(stopped, Stopped::TooMuch(_));
    let is_nothing_known = study.days() == 0;
    Ok(if is_too_much || is_nothing_known { BLUEPRINT_HAS_ERRORS } else { FINE })
}

/// What the second of two scenarios has more or less on so many days; nothing if there was no time for it.
fn differences(
    asked: &Asked<'_>,
    seed: u32,
    sides: [(&Scenario, &Model, &Process); 2],
    days: u32,
) -> Vec<DayDifference> {
    let sides = sides.map(|(scenario, model, process)| DaySide { scenario, model, process });
    let threads = asked.wanted.random.threads;
    let hand = |parts: &mut [_], work: &OfPairPart<'_>| spread(parts, threads, work);
    let until = asked.until(1.0);
    day_differences(sides, seed, days, asked.parts(), &hand, &|| is_over(until))
}

/// Goes on from round to round until the figures are precise, or there were as many days as asked for, or
/// the time is over.
fn simulate(study: &mut DayStudy, asked: &Asked<'_>) -> Stopped {
    let until = asked.until(if asked.versus.is_some() { PART_OF_FIRST } else { 1.0 });
    let threads = asked.wanted.random.threads;
    loop {
        let days = asked.days.unwrap_or_else(|| study.next_round());
        let hand =
            |parts: &mut [_], work: &crate::simulation::OfPart<'_>| spread(parts, threads, work);
        if !study.go_to(days, asked.parts(), &hand, &|| is_over(until)) {
            return study.too_much().map_or(Stopped::Time, Stopped::TooMuch);
        }
        if asked.days.is_some() {
            return Stopped::Days;
        }
        if study.is_precise(asked.wanted.precision) {
            return Stopped::Precise;
        }
        if study.is_over() {
            return Stopped::Days;
        }
    }
}

/// Each start of a day: which customer, which step, since when it was waited for, when it began and ended,
/// how many units are held for all who are served together. A row for each customer, numbered in the order in
/// which they came. Times in seconds from opening.
fn log_of(model: &Model, seed: u32, day: u32, scenario: &Scenario, process: &Process) -> String {
    let mut replication = Replication::new(model, seed, day).logging();
    let _ = replication.run_day(model, &|| false);
    let open = model.opens_at();
    let mut text = String::from("case,step,wait_from,start,end,units\n");
    let customer = |start: &Start| (start.came, start.arrival);
    let mut cases: Vec<_> = replication.starts().iter().map(customer).collect();
    cases.sort_unstable();
    cases.dedup();
    for start in replication.starts() {
        let case = cases.partition_point(|other| *other < customer(start)) + 1;
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

/// Figures that are only shown where they are not zero.
const RARE: [&str; 3] = ["gave_up", "no_room", "unserved"];

impl Shown<'_> {
    fn json(&self, seed: u32, stopped: Stopped) -> Value {
        let Self { scenario, analysis, found, .. } = *self;
        let mut all = Object::default();
        all.plain("mode", json!("day"));
        all.plain("seed", json!(seed));
        all.plain("days", json!(found.days));
        let customers = found.served.map_or(0.0, |served| served.mean * f64::from(found.days));
        // A count below 2^53.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let customers = customers.round() as u64;
        all.plain("customers", json!(customers));
        all.plain("stopped", json!(stopped.name()));
        put_all(&mut all, of_day(found));
        // It is of the long run.
        all.plain("attained_capacity_per_hour", Value::Null);
        let steps = found.steps.iter().map(|step| {
            let mut object = Object::default();
            object.plain("name", json!(self.step(step)));
            put_all(&mut object, of_day_step(step));
            let formula = analysis.steps.get(&step.step).map(|figures| &figures.wait_s);
            object.figure("formula_wait_s", formula);
            // The long run is too short, or too uneven, for a day.
            object.plain("believe", json!("simulation"));
            object.finish()
        });
        all.plain("steps", steps.collect());
        let classes = Classes { scenario, found: &found.classes, served: Measure::Number };
        let waits = class_waits(scenario, analysis);
        all.plain("urgency", classes.json(&waits, &|_, _| Believe::Simulation));
        let role_name = |id| scenario.roles().get(&id).map(|role| role.name.as_str());
        let roles = found.roles.iter().map(|role| {
            let mut object = Object::default();
            object.plain("name", json!(role_name(role.role)));
            put_all(&mut object, of_day_role(role));
            let formula = busy_by_formula(scenario, analysis, role.role);
            object.figure("formula_utilisation", Some(&formula));
            object.plain("believe", json!("simulation"));
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
        let of_day = problems_of_day(found);
        let problems = analysis.problems.iter().chain(&of_day);
        all.plain("problems", super::script::of_problems(problems, scenario, self.words));
        all.finish()
    }

    fn step(&self, figures: &StepFigures) -> &str {
        self.words.step(figures.step, self.scenario)
    }

    /// The formula for a figure of the whole.
    fn formula(&self, name: &str) -> Option<&Figure> {
        Some(match name {
            "throughput_time_s" => &self.analysis.throughput_time_s,
            "wip" => &self.analysis.wip,
            "output_per_hour" => &self.analysis.output_per_hour,
            _ => return None,
        })
    }

    fn row(
        &self,
        name: String,
        named: &Named,
        formula: Option<&Figure>,
        currency: &str,
    ) -> Vec<String> {
        let amount = |value| match named.measure.amount(value, currency) {
            Amount::Seconds(seconds) => Amount::ClockSeconds(seconds),
            other => other,
        };
        let formula = formula.map_or_else(String::new, |figure| self.words.marked(figure, amount));
        // A single day has no interval: what happened on it, without a sign.
        let single = named.found.filter(|it| it.half_width.is_infinite());
        let found = match single {
            Some(single) => self.words.amount(amount(single.mean)),
            None => self.words.marked(&simulated(named.found), amount),
        };
        vec![name, found, formula]
    }

    /// A row for each figure that people see.
    fn rows(&self, currency: &str) -> Vec<Vec<String>> {
        let Self { scenario, analysis, found, words, .. } = *self;
        let mut rows = Vec::new();
        for named in of_day(found) {
            let (Some(key), Some(estimate)) = (named.key, named.found) else { continue };
            if !(RARE.contains(&named.name) && estimate.mean == 0.0) {
                let formula = self.formula(named.name);
                rows.push(self.row(words.text(key).to_owned(), &named, formula, currency));
            }
        }
        for step in &found.steps {
            let formulas = analysis.steps.get(&step.step);
            for named in of_day_step(step) {
                let Some(key) = named.key else { continue };
                let is_share = named.measure == Measure::Share;
                if is_share && named.found.is_none() {
                    continue;
                }
                let formula = formulas.map(|figures| {
                    if is_share { &figures.within_acceptable } else { &figures.wait_s }
                });
                let name = words.with(key, &[("name", self.step(step).into())]);
                rows.push(self.row(name, &named, formula, currency));
            }
        }
        let waits = class_waits(scenario, analysis);
        for (at, class) in found.classes.iter().enumerate() {
            let name = words.simulated_name(Subject::UrgentWait(at), scenario);
            for named in of_class(class, Measure::Number) {
                let name = match named.measure {
                    Measure::Seconds => name.clone(),
                    Measure::Share if named.found.is_some() => words.within_limit_of(at, scenario),
                    _ => continue,
                };
                let formula = waits.get(at).map(|it| &it.wait_s);
                let formula = formula.filter(|_| named.measure == Measure::Seconds);
                rows.push(self.row(name, &named, formula, currency));
            }
        }
        for role in &found.roles {
            let formula = busy_by_formula(scenario, analysis, role.role);
            for named in of_day_role(role) {
                let Some(key) = named.key else { continue };
                let name = words.role(role.role, scenario);
                let name = words.with(key, &[("name", name.into())]);
                rows.push(self.row(name, &named, Some(&formula), currency));
            }
        }
        rows
    }

    fn write(
        &self,
        blueprint: &Blueprint,
        stopped: Stopped,
        out: &mut dyn Write,
    ) -> Result<(), Stop> {
        let Self { found, words, .. } = *self;
        if !blueprint.title().trim().is_empty() {
            writeln!(out, "{}", blueprint.title())?;
        }
        let days = words.number(f64::from(found.days));
        let key = match stopped {
            Stopped::Precise => "day-precise",
            Stopped::Days => "day-days",
            Stopped::Time | Stopped::TooMuch(_) => "day-time",
        };
        let demand = self.scenario.demand();
        let hours = demand.day.as_deref().map(|day| [day.open, day.close]);
        let none = || "none".to_owned();
        let [from, to] = hours.map_or_else(|| [none(), none()], |at| at.map(|it| it.to_string()));
        let arguments = [
            ("count", found.days.into()),
            ("days", days.into()),
            ("from", from.into()),
            ("to", to.into()),
        ];
        writeln!(out, "{}", words.with(key, &arguments))?;
        let head = ["", "day-column-day", "day-column-long-run"];
        let head = head.map(|key| if key.is_empty() { "" } else { words.text(key) }.to_owned());
        let mut rows = vec![head.to_vec()];
        rows.extend(self.rows(blueprint.currency()));
        Columns { rows, right: false }.write(out)?;
        let drawn = self.analysis.problems.iter().filter(|problem| problem.code.is_of_a_day());
        for problem in problems_of_day(found).iter().chain(drawn) {
            let said = words.problem(problem, self.scenario);
            writeln!(out)?;
            writeln!(out, "{}", said.message)?;
            writeln!(out, "{}", said.hint)?;
        }
        writeln!(out)?;
        self.write_intervals(out)?;
        self.write_versus(blueprint.currency(), out)
    }

    /// What the other scenario has more or less.
    fn write_versus(&self, currency: &str, out: &mut dyn Write) -> Result<(), Stop> {
        let (Some((other, pairs)), words) = (&self.versus, self.words) else { return Ok(()) };
        let [name, scenario] = [other, self.scenario].map(|scenario| words.scenario_name(scenario));
        let arguments = [("other", name.into()), ("scenario", scenario.into())];
        writeln!(out)?;
        if pairs.is_empty() {
            writeln!(out, "{}", words.with("simulate-versus-no-time", &arguments))?;
            return Ok(());
        }
        writeln!(out, "{}", words.with("simulate-versus", &arguments))?;
        let is_told = |pair: &&DayDifference| {
            let occurs = pair.before.mean != 0.0 || pair.after.mean != 0.0;
            occurs || !RARE.contains(&pair.figure)
        };
        let rows = pairs.iter().filter(is_told).map(|pair| {
            let name = words.day_difference_name(pair, other);
            let amount =
                |value| Wording::difference(Wording::day_difference_amount(pair, value, currency));
            let sign = if pair.difference.mean > 0.0 { "+" } else { "" };
            let difference = words.marked(&simulated(Some(pair.difference)), amount);
            vec![name, format!("{sign}{difference}"), verdict(pair.verdict, words).to_owned()]
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
                mean(interval.wait_s, Amount::ClockSeconds),
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
