//! Random services of all kinds of the sweep: what formulas call exact is never contradicted.
//!
//! Thousands of figures are compared; some lie outside by chance. So what does is simulated again, with another
//! seed and four times as long, and must then hold.
//!
//! - `cargo test --test simulation` looks at one service of each kind for a short time.
//! - `cargo test --release --test simulation random -- --ignored --nocapture` looks at a thousand for longer
//!   (minutes). `SIMULATION_KIND=fork` only at kinds whose names hold the word, `SIMULATION_CASES=4` at so
//!   many services of each, `SIMULATION_FROM=100` at others than usual, `SIMULATION_ROUNDS=6` for so long.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use onstage::analysis::{Analysis, Basis, Figure, analyse};
use onstage::blueprint::{Scenario, Span, TimeUnit};
use onstage::process::{Process, compile};
use onstage::simulation::long_run::RUNS;
use onstage::simulation::{Believe, Estimate, LongRun, Study, busy_by_formula};

use crate::kinds::KINDS;

/// A figure by formula and by simulation.
struct Compared {
    name: String,
    formula: Figure,
    found: Option<Estimate>,
    /// Whether it counts who was served in a time.
    is_flow: bool,
}

impl Compared {
    /// Whether a difference says nothing although the interval is narrower: what is rarer than a run can see
    /// never happened, and where customers come at regular intervals all runs end with as many inside, who were
    /// not served yet.
    fn is_dust(&self, found: &LongRun) -> bool {
        const RARE: f64 = 1e-4;
        let (Some(formula), Some(simulated)) = (self.formula.value, self.found) else {
            return false;
        };
        let off = (simulated.mean - formula).abs();
        let per_run = found.customers as f64 / f64::from(RUNS);
        let inside = found.wip.map_or(0.0, |wip| wip.mean) / per_run;
        (simulated.half_width == 0.0 && off < RARE)
            || (self.is_flow && off <= simulated.half_width + inside * formula)
    }
}

/// What was seen of one service.
#[derive(Default)]
struct Seen {
    /// Exact figures that were held against a run that has settled.
    compared: usize,
    /// Of these, those that were looked at again.
    again: usize,
    contradicted: Vec<String>,
    is_settled: bool,
}

/// Looks at a service for so many rounds.
fn look(scenario: &Scenario, rounds: u32) -> Seen {
    let (process, analysis) = (compile(scenario), analyse(scenario));
    let exact = |found: &LongRun| -> Vec<Compared> {
        let all = figures(scenario, &process, &analysis, found);
        let is_exact =
            |it: &Compared| it.formula.basis == Basis::Exact && it.formula.value.is_some();
        all.into_iter().filter(|it| is_exact(it) && it.found.is_some()).collect()
    };
    let run = |seed, rounds| {
        let study = Study::of(scenario, &process, &analysis, seed);
        let mut study = study.expect("can be simulated");
        for _ in 0..rounds {
            assert!(study.round(&|runs, work| runs.iter_mut().all(work), &|| false));
        }
        study.figures()
    };
    let is_off = |compared: &Compared, found: &LongRun| {
        let believe = Believe::of(&compared.formula, compared.found, found.settled);
        believe == Believe::Neither && !compared.is_dust(found)
    };
    let first = run(1, rounds);
    let compared = exact(&first);
    let mut seen = Seen { is_settled: first.settled, ..Seen::default() };
    if !first.settled {
        return seen;
    }
    seen.compared = compared.len();
    let off: Vec<&str> =
        compared.iter().filter(|it| is_off(it, &first)).map(|it| it.name.as_str()).collect();
    seen.again = off.len();
    if off.is_empty() {
        return seen;
    }
    let second = run(2, rounds + 2);
    for compared in exact(&second).iter().filter(|it| off.contains(&it.name.as_str())) {
        if is_off(compared, &second) {
            let Compared { name, formula, found, .. } = compared;
            let (formula, found) = (formula.value, found.expect("a figure"));
            let Estimate { mean, half_width } = found;
            let errors = (mean - formula.unwrap_or(f64::NAN)) / half_width * 2.131_45;
            seen.contradicted.push(format!(
                "{name}: {formula:?} by formula, {mean} ± {half_width} simulated ({errors:.1} errors)"
            ));
        }
    }
    seen
}

/// All figures that both know.
fn figures(
    scenario: &Scenario,
    process: &Process,
    analysis: &Analysis,
    found: &LongRun,
) -> Vec<Compared> {
    let mut all = Vec::new();
    let mut add = |name: String, formula: &Figure, found: Option<Estimate>| {
        let is_flow = name == "output" || name.ends_with("busy");
        all.push(Compared { name, formula: formula.clone(), found, is_flow });
    };
    add("throughput time".into(), &analysis.throughput_time_s, found.throughput_time_s);
    add("inside".into(), &analysis.wip, found.wip);
    add("output".into(), &analysis.output_per_hour, found.output_per_hour);
    for (moment, found) in process.moments.iter().zip(&found.moments) {
        for step in moment.steps() {
            let Some(figures) = analysis.steps.get(&step) else { continue };
            let name = &scenario.steps()[&step].name;
            // Where nothing is needed, nobody waits.
            if moment.activities.iter().any(|activity| !activity.claims.is_empty()) {
                add(format!("wait at {name}"), &figures.wait_s, found.wait_s);
                add(format!("line at {name}"), &figures.queue_length, found.queue);
                let within = &figures.within_acceptable;
                add(format!("within at {name}"), within, found.within_acceptable);
            }
        }
    }
    // Of roles that stand in for each other the formula knows how loaded they are together.
    let claims = || process.moments.iter().flat_map(|moment| &moment.activities);
    let claims = || claims().flat_map(|activity| &activity.claims);
    let stands_in = |id| claims().any(|claim| claim.roles.len() > 1 && claim.roles.contains(id));
    for ((id, role), busy) in scenario.roles().iter().zip(&found.utilisation) {
        if stands_in(id) {
            continue;
        }
        if analysis.roles.get(id).is_some_and(|figures| figures.work_s > 0.0) {
            let formula = busy_by_formula(scenario, analysis, *id);
            add(format!("{} busy", role.name), &formula, *busy);
        }
    }
    all
}

/// The same with a wait that customers accept at every step: some are short beside a service, some long.
fn with_acceptable_waits(scenario: &Scenario) -> Scenario {
    let mut other = scenario.clone();
    for (at, (id, step)) in scenario.steps().iter().enumerate() {
        if step.needs.is_empty() {
            continue;
        }
        let mut step = step.as_ref().clone();
        let seconds = [15.0, 60.0, 240.0][at % 3];
        let acceptable = Span::new(seconds, TimeUnit::Second).expect("a span");
        step.wait.get_or_insert_default().acceptable = Some(acceptable);
        other.set_step(*id, step).expect("a step with a wait");
    }
    other
}

/// Looks at services of all kinds, as many at once as there are processors; tells what it saw by kind.
fn look_at_all(word: &str, cases: u64, from: u64, rounds: u32) -> Vec<(String, Seen)> {
    let kinds = KINDS.iter().filter(|kind| kind.name.contains(word));
    let tasks: Vec<_> =
        kinds.flat_map(|kind| (from..from + cases).map(move |number| (kind, number))).collect();
    let next = AtomicUsize::new(0);
    let mut done = BTreeMap::new();
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            let (sender, next, tasks) = (sender.clone(), &next, &tasks);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some((kind, number)) = tasks.get(at) else { return };
                    let service = kind.service(*number);
                    let seen = look(&with_acceptable_waits(&service.scenario), rounds);
                    let name = format!("── {}, {number}\n{}", kind.name, service.text);
                    if sender.send((at, (name, seen))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        done.extend(receiver);
    });
    done.into_values().collect()
}

/// Fails with the shortest services whose exact figures were contradicted; answers how many figures were held
/// against a settled run.
fn hold(all: &[(String, Seen)]) -> usize {
    let mut broken: Vec<&(String, Seen)> =
        all.iter().filter(|(_, seen)| !seen.contradicted.is_empty()).collect();
    broken.sort_by_key(|(text, _)| text.len());
    let mut text = String::new();
    for (name, seen) in &broken {
        let _ = writeln!(text, "{name}   {}", seen.contradicted.join("\n   "));
    }
    let compared = all.iter().map(|(_, seen)| seen.compared).sum();
    let again: usize = all.iter().map(|(_, seen)| seen.again).sum();
    let settled = all.iter().filter(|(_, seen)| seen.is_settled).count();
    println!(
        "{} services, {settled} settled; {compared} figures, {again} looked at again",
        all.len()
    );
    assert!(broken.is_empty(), "{} services contradict what is exact:\n{text}", broken.len());
    compared
}

fn number(name: &str, usual: u32) -> u32 {
    env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

#[test]
fn no_exact_figure_of_a_few_random_services_is_contradicted() {
    let compared = hold(&look_at_all("", 1, 0, 3));
    assert!(compared > 60, "{compared} figures say too little");
}

#[test]
#[ignore = "takes minutes; see the head of this file"]
fn no_exact_figure_of_a_thousand_random_services_is_contradicted() {
    let word = env::var("SIMULATION_KIND").unwrap_or_default();
    let (cases, from) = (number("SIMULATION_CASES", 33), number("SIMULATION_FROM", 0));
    hold(&look_at_all(&word, cases.into(), from.into(), number("SIMULATION_ROUNDS", 5)));
}
