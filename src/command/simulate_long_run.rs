//! The long run, simulated: formula and simulation side by side, and whom to believe.
//!
//! As JSON: `mode` (`long_run`), `seed`, `rounds`, `customers` (served in what counts), `settled`,
//! `stopped` (`precise`, `time`, `no_steady_state` or `too_much`), and the figures, per hour what is per day in the
//! day: `arrivals`, `served`, `gave_up`, `no_room`, `unserved`, `throughput_time_s`, `throughput_median_s`,
//! `throughput_p90_s`, `throughput_p95_s`, `within_promise`, `wait_s`, `wip`, `wip_max`, `output_per_hour`,
//! `labour_cost`, `cost_per_customer`, `profit`, `growth_per_hour`, `attained_capacity_per_hour` (where the formula
//! knows no more than a bound); `steps` (as of a day, but for those left unserved) and `roles` (`name`,
//! `on_duty_hours` and `busy_hours` of an hour, `utilisation`, `queue`, `wait_s`, `formula_utilisation`, `believe`); `urgency` (`name`, `served`, `wait_s`,
//! `within_share`, `within_limit`, `formula_wait_s`, `believe`); `beyond_formulas`, what formulas know nothing of. What a figure rests on
//! stands as `analyse` says it: `basis` with `simulated`, and `half_width`.
//!
//! Where another scenario is named, `versus` holds what that one has more or less on the same customers (see
//! [`super::versus`]), and whether both have `settled`.

use std::io::Write;
use std::time::Instant;

use serde_json::json;

use super::report::Columns;
use super::script::Object;
use super::simulate_figures::{Classes, Measure, Named, of_long_run, of_moment, put, put_all};
use super::simulate_long_versus::Compared;
use super::simulate_wanted::{Wanted, refuse, too_much};
use super::{BLUEPRINT_HAS_ERRORS, FINE, Stop};
use crate::analysis::{Analysis, Basis, Figure, Lack, analyse, hourly_money};
use crate::background::spread;
use crate::blueprint::{Blueprint, Scenario, StepId};
use crate::process::{Process, compile};
use crate::quality::class_waits;
use crate::simulation::{
    Beliefs, Believe, Estimate, LongRun, MomentFigures, PairedDifference, Side, Study, Subject,
    TooMuch, beyond_formulas, busy_by_formula, can_lose, differences, leading, outgrown, simulated,
};
use crate::wording::{Amount, Wording};

/// The part of the time that goes to the figures where the capacity that is attained is looked for as well.
const PART_OF_FIGURES: f64 = 2.0 / 3.0;

/// Rounds after which the growth of a line that grows for ever is known well enough.
const ROUNDS_OF_GROWTH: u32 = 5;

/// Why it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stopped {
    Precise,
    Time,
    /// Lines grow for ever, however long it goes on.
    NoSteadyState,
    /// Of which of the sides, and why.
    TooMuch(usize, TooMuch),
}

impl Stopped {
    fn name(self) -> &'static str {
        match self {
            Self::Precise => "precise",
            Self::Time => "time",
            Self::NoSteadyState => "no_steady_state",
            Self::TooMuch(..) => "too_much",
        }
    }
}

/// What is shown.
struct Shown<'a> {
    scenario: &'a Scenario,
    process: &'a Process,
    analysis: &'a Analysis,
    found: &'a LongRun,
    /// The capacity that is attained, where formulas know a bound only and there was time.
    attained: Option<Estimate>,
    is_bound: bool,
    versus: Option<Compared<'a>>,
    words: &'a Wording,
}

/// Simulates a scenario, and another one beside it.
pub(super) fn run(
    wanted: &Wanted,
    blueprint: &Blueprint,
    (scenario, other): (&Scenario, Option<&Scenario>),
    words: &Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let seed = wanted.random.seed(scenario);
    let mut sides = Vec::new();
    for scenario in std::iter::once(scenario).chain(other) {
        match Simulated::of(scenario, seed) {
            Ok(side) => sides.push(side),
            Err((lacks, analysis)) => {
                return refuse((blueprint, scenario), (&lacks, &analysis), words, out);
            }
        }
    }
    let is_bound =
        |side: &Simulated<'_>| side.analysis.capacity_per_hour.basis == Basis::UpperBound;
    let is_bound = sides.first().is_some_and(is_bound);
    let part = if is_bound { PART_OF_FIGURES } else { 1.0 };
    let Rounds { found, pairs, stopped } = simulate(&mut sides, wanted, wanted.time.part(part));
    let (Some(Simulated { process, analysis, study, .. }), [found, later @ ..]) =
        (sides.first(), found.as_slice())
    else {
        return Ok(BLUEPRINT_HAS_ERRORS);
    };
    let is_too_much = matches!(stopped, Stopped::TooMuch(..));
    // Who waits in circles leaves others their place: more who come are served less.
    let is_stuck = found.unserved_per_hour.is_some_and(|unserved| unserved.mean > 0.0);
    let attained = (is_bound && !is_too_much && !is_stuck)
        .then(|| attained(scenario, process, analysis, seed, wanted))
        .flatten();
    let versus = other.map(|scenario| Compared {
        scenario,
        settled: found.settled && later.iter().all(|found| found.settled),
        pairs: &pairs,
    });
    let shown = Shown { scenario, process, analysis, found, attained, is_bound, versus, words };
    let of_side = |at: usize| sides.get(at).map_or(scenario, |side| side.scenario);
    if wanted.json {
        shown.write_json(study, seed, stopped, out)?;
    } else if let Stopped::TooMuch(at, why) = stopped {
        writeln!(out, "{}", too_much(why, of_side(at), words))?;
    } else {
        shown.write(blueprint, stopped, out)?;
    }
    Ok(if is_too_much { BLUEPRINT_HAS_ERRORS } else { FINE })
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

    /// Whether more come than can be served.
    fn grows(&self) -> bool {
        let grows = self.analysis.growth_per_hour.value.is_some_and(|growth| growth > 0.0)
            || is_at_capacity(&self.analysis, self.scenario);
        grows && !can_lose(self.scenario, &self.process)
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
/// over. A round that the time cuts short says nothing: what the rounds before it said stands, and before the
/// first that is nothing.
fn simulate(sides: &mut [Simulated<'_>], wanted: &Wanted, until: Instant) -> Rounds {
    let threads = wanted.random.threads;
    loop {
        let found: Vec<LongRun> = sides.iter().map(|side| side.study.figures()).collect();
        let pairs = match &*sides {
            [before, after] => differences(before.side(), after.side()),
            _ => Vec::new(),
        };
        let ends_as = |stopped| Rounds { found: found.clone(), pairs: pairs.clone(), stopped };
        if found.iter().all(|found| found.is_precise(wanted.precision)) {
            return ends_as(Stopped::Precise);
        }
        let is_known = sides.iter().all(|side| side.study.rounds() >= ROUNDS_OF_GROWTH);
        if is_known && sides.iter().any(Simulated::grows) {
            return ends_as(Stopped::NoSteadyState);
        }
        let is_over = || Instant::now() >= until;
        let is_done = sides
            .iter_mut()
            .all(|side| side.study.round(&|runs, work| spread(runs, threads, work), &is_over));
        if !is_done {
            let mut all = sides.iter().enumerate();
            let too_much = all.find_map(|(at, side)| Some((at, side.study.too_much()?)));
            return ends_as(too_much.map_or(Stopped::Time, |(at, why)| Stopped::TooMuch(at, why)));
        }
    }
}

/// The capacity that is attained, to a hundredth if there is time for it; `None` if there is none for four
/// rounds.
fn attained(
    scenario: &Scenario,
    process: &Process,
    analysis: &Analysis,
    seed: u32,
    wanted: &Wanted,
) -> Option<Estimate> {
    let study = Study::of_capacity(scenario, process, analysis, seed).ok()?;
    let until = wanted.time.part(1.0);
    let is_over = |_: u32| Instant::now() >= until;
    study.attain(&|runs, work| spread(runs, wanted.random.threads, work), &is_over)
}

/// A step at which somebody can wait.
struct AtStep<'a> {
    step: StepId,
    wait: &'a Figure,
    within: &'a Figure,
    found: &'a MomentFigures,
}

impl Shown<'_> {
    /// By how many more an hour come than are attained.
    fn outgrown(&self) -> Option<Estimate> {
        outgrown((self.scenario, self.process, self.analysis), self.attained, self.found.settled)
    }

    /// Whom to believe of each figure.
    fn beliefs(&self) -> Beliefs<'_> {
        Beliefs::of((self.scenario, self.process, self.analysis), self.found, self.attained)
    }

    /// The steps at which somebody can wait, each once for its moment, with what is known of it.
    fn waits(&self) -> impl Iterator<Item = AtStep<'_>> {
        let moments = self.process.moments.iter().zip(&self.found.moments);
        moments.filter_map(|(moment, found)| {
            found.wait_s?;
            let activities = &moment.activities;
            let step = moment.naming_step()?;
            let figures = self.analysis.steps.get(&step)?;
            // Nobody waits where nothing is needed.
            let waits = found.queue.is_some_and(|queue| queue.mean > 0.0)
                || activities.iter().any(|activity| !activity.claims.is_empty());
            let (wait, within) = (&figures.wait_s, &figures.within_acceptable);
            waits.then_some(AtStep { step, wait, within, found })
        })
    }

    /// Whether a wait that customers accept is given at a step.
    fn accepts(&self, step: StepId) -> bool {
        let step = self.scenario.steps().get(&step);
        step.and_then(|step| step.wait.as_ref()?.acceptable).is_some()
    }

    /// The formula for a figure of the whole.
    fn formula(&self, name: &str) -> Option<&Figure> {
        Some(match name {
            "attained_capacity_per_hour" => &self.analysis.capacity_per_hour,
            "throughput_time_s" => &self.analysis.throughput_time_s,
            "wip" => &self.analysis.wip,
            "output_per_hour" => &self.analysis.output_per_hour,
            _ => return None,
        })
    }

    fn row(&self, name: String, formula: &Figure, found: &Named, believe: Believe) -> Vec<String> {
        let amount = |value| found.measure.amount(value, "");
        vec![
            name,
            self.words.marked(formula, amount),
            self.words.marked(&simulated(found.found), amount),
            self.words.text(believe_key(believe, formula, found.name)).to_owned(),
        ]
    }

    /// A row for each figure that people see.
    fn rows(&self) -> Vec<Vec<String>> {
        let Self { scenario, analysis, found, words, .. } = *self;
        let beliefs = self.beliefs();
        let mut rows = Vec::new();
        for named in of_long_run(found, self.attained) {
            let (Some(key), Some(formula)) = (named.key, self.formula(named.name)) else {
                continue;
            };
            // It is looked for where the formula knows no more than a bound.
            let believe = match (named.name, named.found) {
                ("attained_capacity_per_hour", None) => continue,
                ("attained_capacity_per_hour", Some(_)) => Believe::Simulation,
                (_, found) => beliefs.figure(formula, found),
            };
            rows.push(self.row(words.text(key).to_owned(), formula, &named, believe));
        }
        for AtStep { step, wait, within, found } in self.waits() {
            for named in of_moment(found, within.value.is_some()) {
                let Some(key) = named.key else { continue };
                let is_share = named.measure == Measure::Share;
                if is_share && within.value.is_none() {
                    continue;
                }
                let formula = if is_share { within } else { wait };
                let name = words.with(key, &[("name", words.step(step, scenario).into())]);
                let believe = beliefs.figure(formula, named.found);
                rows.push(self.row(name, formula, &named, believe));
            }
        }
        for ((id, role), busy) in scenario.roles().iter().zip(&found.utilisation) {
            if analysis.roles.get(id).is_none_or(|figures| figures.work_s <= 0.0) {
                continue;
            }
            let key = "simulate-busy";
            let named = Named {
                name: "utilisation",
                key: Some(key),
                measure: Measure::Share,
                found: *busy,
            };
            let name = words.with(key, &[("name", role.name.as_str().into())]);
            let formula = busy_by_formula(scenario, analysis, *id);
            rows.push(self.row(name, &formula, &named, beliefs.busy(*id, *busy)));
        }
        let unknown = Figure::default();
        let mut put = |name: String, measure, formula: &Figure, found: Option<Estimate>| {
            let named = Named { name: "", key: None, measure, found };
            rows.push(self.row(name, formula, &named, beliefs.figure(formula, found)));
        };
        let waits = class_waits(scenario, analysis);
        for (at, class) in found.classes.iter().enumerate() {
            let name = words.simulated_name(Subject::UrgentWait(at), scenario);
            let formula = waits.get(at).map_or(&unknown, |it| &it.wait_s);
            put(name, Measure::Seconds, formula, class.wait_s);
            if class.within_share.is_some() {
                let name = words.within_limit_of(at, scenario);
                put(name, Measure::Share, &unknown, class.within_share);
            }
        }
        for (loss, lost) in found.losses() {
            let name = words.simulated_name(Subject::Lost(loss), scenario);
            put(name, Measure::PerHour, &unknown, Some(lost));
        }
        rows
    }

    fn write(
        &self,
        blueprint: &Blueprint,
        stopped: Stopped,
        out: &mut dyn Write,
    ) -> Result<(), Stop> {
        let Self { analysis, found, words, .. } = *self;
        if !blueprint.title().trim().is_empty() {
            writeln!(out, "{}", blueprint.title())?;
        }
        let key = match stopped {
            Stopped::Precise => "simulate-precise",
            Stopped::NoSteadyState => "simulate-stopped",
            _ if found.settled => "simulate-time",
            _ => "simulate-unsettled",
        };
        let customers = words.number(found.customers as f64);
        writeln!(out, "{}", words.with(key, &[("customers", customers.into())]))?;
        // Where people leave or find no room, lines settle though more come than can be served.
        let loses = found.losses().next().is_some();
        if found.settled && loses {
            // The run has spoken: nothing grows.
        } else if let Some(growth) = analysis.growth_per_hour.value.filter(|growth| *growth > 0.0) {
            let growth = words.number(words.in_rate_unit(growth));
            let said = words.with("simulate-no-steady-state", &[("growth", growth.into())]);
            writeln!(out, "{said}")?;
        } else if let Some(growth) = self.outgrown() {
            let growth = words.marked_as(&simulated(Some(growth)), |words, rate| {
                words.number(words.in_rate_unit(rate))
            });
            let said = words.with("simulate-no-steady-state", &[("growth", growth.into())]);
            writeln!(out, "{said}")?;
        } else if is_at_capacity(analysis, self.scenario) {
            writeln!(out, "{}", words.text("simulate-at-capacity"))?;
        }
        if key == "simulate-unsettled" {
            self.write_growth(out)?;
        }
        if self.is_bound && self.attained.is_none() {
            writeln!(out, "{}", words.text("simulate-not-attained"))?;
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
        rows.extend(self.rows());
        Columns { rows, right: false }.write(out)?;
        let shown = leading((self.scenario, self.process, analysis), found, self.attained);
        for problem in shown.problems.iter().filter(|it| it.code.is_simulated()) {
            let said = words.problem(problem, self.scenario);
            writeln!(out, "{}", said.message)?;
        }
        if let Some(said) = words.beyond_formulas(&beyond_formulas(self.scenario, self.process)) {
            writeln!(out, "{said}")?;
        }
        self.versus
            .as_ref()
            .map_or(Ok(()), |versus| versus.write(self.scenario, blueprint.currency(), words, out))
    }

    /// How lines grew until the time was over.
    fn write_growth(&self, out: &mut dyn Write) -> Result<(), Stop> {
        let Self { found, words, .. } = *self;
        let (Some(_), Some(_)) = (found.growth_per_hour, found.output_per_hour) else {
            return Ok(());
        };
        let growth = words.marked_as(&simulated(found.growth_per_hour), |words, rate| {
            words.number(words.in_rate_unit(rate))
        });
        let output = words.marked(&simulated(found.output_per_hour), Amount::PerHour);
        let arguments = [("growth", growth.into()), ("output", output.into())];
        writeln!(out, "{}", words.with("simulate-unsettled-growth", &arguments))?;
        Ok(())
    }

    fn write_json(
        &self,
        study: &Study,
        seed: u32,
        stopped: Stopped,
        out: &mut dyn Write,
    ) -> Result<(), Stop> {
        let Self { scenario, analysis, found, .. } = *self;
        let beliefs = self.beliefs();
        let mut all = Object::default();
        all.plain("mode", json!("long_run"));
        all.plain("seed", json!(seed));
        all.plain("rounds", json!(study.rounds()));
        all.plain("customers", json!(found.customers));
        all.plain("settled", json!(found.settled));
        all.plain("stopped", json!(stopped.name()));
        put_all(&mut all, of_long_run(found, self.attained));
        let steps = self.waits().map(|AtStep { step, wait, within, found }| {
            let mut object = Object::default();
            object.plain("name", json!(self.words.step(step, scenario)));
            let has_limit = within.value.is_some() || self.accepts(step);
            put_all(&mut object, of_moment(found, has_limit));
            object.plain("queue_max", json!(found.queue_max));
            object.figure("formula_wait_s", Some(wait));
            object.plain("believe", json!(beliefs.figure(wait, found.wait_s).name()));
            object.finish()
        });
        all.plain("steps", steps.collect());
        let beyond = beyond_formulas(scenario, self.process);
        let names: Vec<&str> = beyond.iter().map(|it| it.name()).collect();
        all.plain("beyond_formulas", json!(names));
        let waits = class_waits(scenario, analysis);
        let believe = |at: usize, found: Option<Estimate>| {
            let unknown = Figure::default();
            beliefs.figure(waits.get(at).map_or(&unknown, |it| &it.wait_s), found)
        };
        let classes = Classes { scenario, found: &found.classes, served: Measure::PerHour };
        all.plain("urgency", classes.json(&waits, &believe));
        let roles = scenario.roles().iter().enumerate().map(|(at, (id, role))| {
            let of = |list: &[Option<Estimate>]| list.get(at).copied().flatten();
            let busy = of(&found.utilisation);
            let mut object = Object::default();
            object.plain("name", json!(role.name));
            put(&mut object, "on_duty_hours", of(&found.on_duty));
            put(&mut object, "busy_hours", of(&found.busy));
            put(&mut object, "utilisation", busy);
            put(&mut object, "queue", of(&found.queues));
            put(&mut object, "wait_s", of(&found.waits_s));
            let formula = busy_by_formula(scenario, analysis, *id);
            object.figure("formula_utilisation", Some(&formula));
            let believe = beliefs.busy(*id, busy);
            object.plain("believe", json!(believe.name()));
            object.finish()
        });
        all.plain("roles", roles.collect());
        all.plain("wip_max", json!(found.wip_max));
        let shown = leading((scenario, self.process, analysis), found, self.attained);
        let money = hourly_money(scenario, self.process);
        let labour = money.map(|money| Figure::exact(money.labour));
        all.figure("labour_cost", labour.as_ref());
        all.figure("cost_per_customer", Some(&shown.cost_per_customer));
        all.figure("profit", Some(&shown.profit_per_hour));
        all.plain("problems", super::script::problems(&shown, scenario, self.words));
        if let Some(versus) = &self.versus {
            all.plain("versus", versus.json(self.words));
        }
        Ok(super::json_output::write(out, all.finish())?)
    }
}

/// Whether exactly as many come as can be served: with anything that varies the line grows without end, if
/// more and more slowly.
fn is_at_capacity(analysis: &Analysis, scenario: &Scenario) -> bool {
    let capacity = &analysis.capacity_per_hour;
    let comes = scenario.demand().steady_rate().map(crate::blueprint::Quantity::get);
    capacity.basis == Basis::Exact
        && analysis.throughput_time_s.lacks.contains(&Lack::SpareCapacity)
        && comes.zip(capacity.value).is_some_and(|(comes, most)| comes >= most)
}

/// What is said of whom to believe.
fn believe_key(believe: Believe, formula: &Figure, figure: &str) -> &'static str {
    // Nobody is busier than all the time: what the formula says then is how much there is to do.
    let is_load = figure == "utilisation" && formula.value.is_some_and(|load| load > 1.0);
    match believe {
        Believe::Formula if is_load => "simulate-believe-load",
        Believe::Either => "simulate-believe-either",
        Believe::Formula => "simulate-believe-formula",
        Believe::Simulation => "simulate-believe-simulation",
        Believe::Neither => "simulate-believe-neither",
        Believe::NothingYet => "simulate-believe-nothing-yet",
    }
}
