//! The work: first the day, where there is one, then the long run of the time that was picked; rounds until the
//! figures are precise, the time is over, or somebody stops it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::day::{self, FoundDay, Limits};
use super::ended::{Ended, PRECISION};
use super::{Analysed, Simulation};
use crate::analysis::{Analysis, Basis, Lack};
use crate::background::{Signal, processors, spread};
use crate::blueprint::Scenario;
use crate::process::{Process, compile};
use crate::quality::class_waits;
use crate::simulation::{
    Beyond, DayDifference, Estimate, LongRun, OfRun, PairedDifference, Side, SideBySide, Study,
    beyond_formulas, can_lose, differences, leading, long_run, outgrown, side_by_side,
};

/// How long day and long run may take together for each scenario, and so long again to find which capacity is
/// attained.
const TIME: Duration = Duration::from_secs(3);
/// How many processors it takes at most.
const PROCESSORS: usize = 4;
/// Rounds after which what was attained is known well enough where there is no time for more.
const LEAST_ROUNDS: u32 = 4;

/// What is to be simulated, and how.
pub(super) struct Job {
    pub sides: Vec<Analysed>,
    /// The scenarios whose days are simulated, with what is known of them for good.
    pub days: Vec<(Arc<Scenario>, Option<Arc<FoundDay>>)>,
    pub how: Simulation,
    pub is_held: bool,
    pub goes_on: u32,
}

/// What was found of a scenario.
#[derive(Debug, Default)]
pub(in crate::ui) struct Found {
    /// What the rounds say; `None` before the first.
    pub run: Option<LongRun>,
    /// What it cannot be simulated without.
    pub lacks: Vec<Lack>,
    /// Formula and simulation side by side.
    pub rows: Vec<SideBySide>,
    /// What it has that formulas know nothing of.
    pub beyond: Vec<Beyond>,
    /// The figures to show; `None` where they are those of the formulas.
    pub leading: Option<Arc<Analysis>>,
    /// Why it ended; `None` while it goes on.
    pub ended: Option<Ended>,
    /// How many rounds there were.
    pub rounds: u32,
}

impl Found {
    /// Whether nothing more is to be found, by itself. What a hand ended is enough while it holds on.
    pub fn is_final(&self, is_held: bool) -> bool {
        match self.ended {
            None => false,
            Some(Ended::Held) => is_held,
            Some(_) => true,
        }
    }
}

/// What was found of all sides.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub found: Vec<Arc<Found>>,
    /// How the later of two sides differs from the earlier one.
    pub differences: Vec<PairedDifference>,
    /// What was found of the days.
    pub days: Vec<Arc<FoundDay>>,
    /// How the later of two days differs from the earlier one.
    pub day_differences: Vec<DayDifference>,
}

impl Answer {
    /// Whether the start no longer matters to any of the sides.
    pub fn is_settled(&self) -> bool {
        !self.found.is_empty()
            && self.found.iter().all(|found| found.run.as_ref().is_some_and(|run| run.settled))
    }
}

/// One of the sides.
struct Running {
    scenario: Arc<Scenario>,
    analysis: Arc<Analysis>,
    process: Process,
    study: Result<Study, Vec<Lack>>,
    seed: u32,
    found: Option<LongRun>,
    attained: Option<Estimate>,
}

impl Running {
    fn of((scenario, analysis): &Analysed, seed: u32) -> Self {
        let process = compile(scenario);
        Self {
            study: Study::of(scenario, &process, analysis, seed),
            seed,
            scenario: Arc::clone(scenario),
            analysis: Arc::clone(analysis),
            process,
            found: None,
            attained: None,
        }
    }

    fn grows(&self) -> bool {
        let grows = self.analysis.growth_per_hour.value.is_some_and(|growth| growth > 0.0);
        grows && !can_lose(&self.scenario, &self.process)
    }

    /// Whether this side needs no further round, and why not.
    fn ended(&self) -> Option<Ended> {
        match (&self.study, &self.found) {
            (Err(_), _) => Some(Ended::Lacking),
            (Ok(study), _) if study.too_much().is_some() => Some(Ended::TooMuch),
            (Ok(_), Some(_)) if self.grows() => Some(Ended::NoSteadyState),
            (Ok(_), Some(found)) if found.is_precise(PRECISION) => Some(Ended::Precise),
            _ => None,
        }
    }

    fn told(&self, ended: Option<Ended>) -> Found {
        let (study, run) = match (&self.study, &self.found) {
            (Ok(study), Some(run)) => (study, run),
            (Ok(_), None) => return Found { ended, ..Found::default() },
            (Err(lacks), _) => {
                let lacks = lacks.clone();
                return Found { lacks, ended: Some(Ended::Lacking), ..Found::default() };
            }
        };
        let of = (self.scenario.as_ref(), &self.process, self.analysis.as_ref());
        let waits = class_waits(&self.scenario, &self.analysis);
        let waits_s: Vec<_> = waits.into_iter().map(|class| class.wait_s).collect();
        Found {
            rows: side_by_side(of, run, self.attained, &waits_s),
            beyond: beyond_formulas(&self.scenario, &self.process),
            leading: (run.settled || outgrown(of, self.attained, run.settled).is_some())
                .then(|| Arc::new(leading(of, run, self.attained))),
            run: Some(run.clone()),
            lacks: Vec::new(),
            ended,
            rounds: study.rounds(),
        }
    }
}

/// Simulates, and shows what is known after each round.
pub(super) fn answer(job: &Job, signal: &Signal<Arc<Answer>>) -> Answer {
    let began = Instant::now();
    let processors = if job.is_held { 1 } else { processors(PROCESSORS) };
    let most_rounds = match job.how {
        _ if job.is_held => 1,
        Simulation::Rounds(most) => most,
        Simulation::Off | Simulation::Live => u32::MAX,
    };
    let time = (job.how == Simulation::Live && job.goes_on == 0).then_some(TIME);
    let of_all = u32::try_from(job.sides.len()).unwrap_or(1);
    let is_late = |since: Instant| time.is_some_and(|time| since.elapsed() >= of_all * time);
    // The same customers in both.
    let seed = job.sides.first().map_or(1, |(scenario, _)| scenario.simulation_rules().seed);
    let known: Option<Vec<Arc<FoundDay>>> =
        job.days.iter().map(|(_, known)| known.clone()).collect();
    let (days, day_differences) = known.map_or_else(
        || {
            let limits = Limits {
                processors,
                most_rounds,
                is_held: job.is_held,
                is_stopped: &|| signal.is_cancelled(),
                is_late: &is_late,
            };
            let scenarios: Vec<Arc<Scenario>> =
                job.days.iter().map(|(scenario, _)| Arc::clone(scenario)).collect();
            day::simulate(&scenarios, seed, &limits, &|days| {
                signal.show(Arc::new(Answer { days, ..Answer::default() }));
            })
        },
        |known| (known, Vec::new()),
    );
    let of_days =
        |answer| Answer { days: days.clone(), day_differences: day_differences.clone(), ..answer };
    if !days.is_empty() {
        signal.show(Arc::new(of_days(Answer::default())));
    }
    let mut sides: Vec<Running> = job.sides.iter().map(|side| Running::of(side, seed)).collect();
    let mut pairs = Vec::new();
    let mut rounds = 0;
    let ended = loop {
        // Two that are compared go through as many rounds, until both are known.
        let ends: Vec<Option<Ended>> = sides.iter().map(Running::ended).collect();
        let all_ended = ends.iter().all(Option::is_some);
        if all_ended || ends.contains(&Some(Ended::TooMuch)) {
            break Ended::Precise;
        }
        if rounds >= most_rounds {
            break if job.is_held { Ended::Held } else { Ended::Time };
        }
        let over = || signal.is_cancelled() || rounds > 0 && is_late(began);
        let came_to_end = sides.iter_mut().all(|side| {
            let Ok(study) = &mut side.study else { return true };
            study.round(&|runs, work: &OfRun<'_>| spread(runs, processors, work), &over)
        });
        if !came_to_end {
            // What the rounds before it said stands.
            break if signal.is_cancelled() { Ended::ByHand } else { Ended::Time };
        }
        rounds += 1;
        for side in &mut sides {
            side.found = side.study.as_ref().ok().map(Study::figures);
        }
        pairs = paired(&sides);
        signal.show(Arc::new(of_days(told(&sides, &pairs, None))));
    };
    if matches!(ended, Ended::Precise | Ended::Time) && !signal.is_cancelled() {
        let began = Instant::now();
        for side in &mut sides {
            side.attained = attained(side, processors, &|done| {
                let enough = job.how != Simulation::Live || is_late(began);
                signal.is_cancelled() || done >= LEAST_ROUNDS && enough
            });
        }
    }
    of_days(told(&sides, &pairs, Some(ended)))
}

/// The capacity that is attained, where the formula knows no more than what it is at most.
fn attained(
    side: &Running,
    processors: usize,
    is_over: &(dyn Fn(u32) -> bool + Sync),
) -> Option<Estimate> {
    let is_bound = side.analysis.capacity_per_hour.basis == Basis::UpperBound;
    // Who waits in circles leaves others their place: more who come are served less.
    let stuck = side.found.as_ref().and_then(|found| found.unserved_per_hour);
    if !is_bound || side.study.is_err() || stuck.is_some_and(|stuck| stuck.mean > 0.0) {
        return None;
    }
    let study =
        Study::of_capacity(&side.scenario, &side.process, &side.analysis, side.seed).ok()?;
    study.attain(&|runs: &mut [long_run::Run], work| spread(runs, processors, work), is_over)
}

/// What the window hears. A side that came to an end of its own says why it did.
fn told(sides: &[Running], pairs: &[PairedDifference], ended: Option<Ended>) -> Answer {
    let found = sides.iter().map(|side| {
        let own = side.ended().filter(|own| ended.is_some() || *own == Ended::Lacking);
        let of_all = ended.filter(|ended| *ended != Ended::Precise);
        // Of two sides the other may have been too much.
        let of_all = of_all.or(ended.map(|_| Ended::Time));
        Arc::new(side.told(own.or(of_all)))
    });
    Answer { found: found.collect(), differences: pairs.to_vec(), ..Answer::default() }
}

fn paired(sides: &[Running]) -> Vec<PairedDifference> {
    let [before, after] = sides else { return Vec::new() };
    let (Ok(study), Ok(later)) = (&before.study, &after.study) else { return Vec::new() };
    differences(
        Side { scenario: &before.scenario, process: &before.process, study },
        Side { scenario: &after.scenario, process: &after.process, study: later },
    )
}
