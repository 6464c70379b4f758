//! The day: rounds of days until the figures are precise, the time is over, or somebody stops it; then what
//! the later of two scenarios has more or less on the same days.

use std::sync::Arc;
use std::time::Instant;

use super::ended::{Ended, PRECISION};
use crate::analysis::{Analysis, Lack, analyse};
use crate::background::spread;
use crate::blueprint::Scenario;
use crate::process::{Problem, Process, compile};
use crate::simulation::{
    DayDifference, DayFigures, DaySide, DayStudy, Model, OfPairPart, OfPart, day_differences,
    problems_of_day,
};

/// Parts of a round for each processor: they end at different times.
const PARTS: u32 = 4;

/// What was found of a scenario's day.
#[derive(Debug, Default)]
pub(in crate::ui) struct FoundDay {
    /// What the days say; `None` before the first round.
    pub figures: Option<DayFigures>,
    /// What formulas say of the same scenario in the long run, at its steady rate.
    pub long_run: Arc<Analysis>,
    /// What is wrong with the day by what was seen of it.
    pub problems: Vec<Problem>,
    /// What it cannot be simulated without.
    pub lacks: Vec<Lack>,
    /// Why it ended; `None` while it goes on.
    pub ended: Option<Ended>,
}

impl FoundDay {
    /// How many days there were.
    pub fn days(&self) -> u32 {
        self.figures.as_ref().map_or(0, |figures| figures.days)
    }

    /// Half the interval of the mean time through the service, as a part of it.
    pub fn width(&self) -> Option<f64> {
        let time = self.figures.as_ref()?.throughput_time_s?;
        Some(time.relative_width()).filter(|width| width.is_finite())
    }

    /// Whether nothing more is to be found, by itself. What a hand ended is enough while it holds on.
    pub fn is_final(&self, is_held: bool) -> bool {
        match self.ended {
            None => false,
            Some(Ended::Held) => is_held,
            Some(_) => true,
        }
    }
}

/// How far the days may go.
pub(super) struct Limits<'a> {
    pub processors: usize,
    pub most_rounds: u32,
    pub is_held: bool,
    /// Whether somebody stopped it.
    pub is_stopped: &'a (dyn Fn() -> bool + Sync),
    /// Whether the time is over, that began so long ago.
    pub is_late: &'a (dyn Fn(Instant) -> bool + Sync),
}

/// One of the sides.
struct Side {
    scenario: Arc<Scenario>,
    process: Process,
    long_run: Arc<Analysis>,
    study: Result<DayStudy, Vec<Lack>>,
}

impl Side {
    fn of(scenario: &Arc<Scenario>, seed: u32) -> Self {
        let process = compile(scenario);
        let study = Model::of_day(scenario, &process).map(|model| DayStudy::new(model, seed));
        let long_run = Arc::new(analyse(scenario));
        Self { scenario: Arc::clone(scenario), process, long_run, study }
    }

    /// Whether this side needs no further round, and why not.
    fn ended(&self) -> Option<Ended> {
        match &self.study {
            Err(_) => Some(Ended::Lacking),
            Ok(study) if study.too_much().is_some() => Some(Ended::TooMuch),
            Ok(study) if study.days() == 0 => None,
            Ok(study) if study.is_precise(PRECISION) => Some(Ended::Precise),
            Ok(study) => study.is_over().then_some(Ended::MostDays),
        }
    }

    fn told(&self, ended: Option<Ended>) -> FoundDay {
        match &self.study {
            Ok(study) if study.days() > 0 => {
                let figures = DayFigures::of(study, &self.scenario, &self.process);
                FoundDay {
                    problems: problems_of_day(&figures),
                    figures: Some(figures),
                    long_run: Arc::clone(&self.long_run),
                    lacks: Vec::new(),
                    ended,
                }
            }
            Ok(_) => FoundDay { ended, ..FoundDay::default() },
            Err(lacks) => FoundDay {
                lacks: lacks.clone(),
                ended: Some(Ended::Lacking),
                ..FoundDay::default()
            },
        }
    }
}

/// Simulates the days of all sides, and shows what is known after each round. Two go through as many rounds,
/// until both are known.
pub(super) fn simulate(
    scenarios: &[Arc<Scenario>],
    seed: u32,
    limits: &Limits<'_>,
    show: &dyn Fn(Vec<Arc<FoundDay>>),
) -> (Vec<Arc<FoundDay>>, Vec<DayDifference>) {
    let began = Instant::now();
    let mut sides: Vec<Side> = scenarios.iter().map(|it| Side::of(it, seed)).collect();
    let parts = u32::try_from(limits.processors).unwrap_or(1).saturating_mul(PARTS);
    let hand = |parts: &mut [_], work: &OfPart<'_>| spread(parts, limits.processors, work);
    let mut rounds = 0;
    let ended = loop {
        let ends: Vec<Option<Ended>> = sides.iter().map(Side::ended).collect();
        if ends.iter().all(Option::is_some) || ends.contains(&Some(Ended::TooMuch)) {
            break Ended::Precise;
        }
        if rounds >= limits.most_rounds {
            break if limits.is_held { Ended::Held } else { Ended::Time };
        }
        let over = || (limits.is_stopped)() || rounds > 0 && (limits.is_late)(began);
        let days = sides.iter().filter_map(|side| Some(side.study.as_ref().ok()?.next_round()));
        let days = days.max().unwrap_or_default();
        let came_to_end = sides.iter_mut().all(|side| {
            let Ok(study) = &mut side.study else { return true };
            study.go_to(days, parts, &hand, &over) || study.too_much().is_some()
        });
        if !came_to_end {
            // What the rounds before it said stands.
            break if (limits.is_stopped)() { Ended::ByHand } else { Ended::Time };
        }
        rounds += 1;
        if sides.iter().any(|side| side.ended().is_none()) {
            show(told(&sides, None));
        }
    };
    let found = told(&sides, Some(ended));
    let differences = match sides.as_slice() {
        [before, after] if !(limits.is_stopped)() => {
            show(found.clone());
            paired([before, after], seed, limits, parts)
        }
        _ => Vec::new(),
    };
    (found, differences)
}

/// What the window hears. A side that came to an end of its own says why it did.
fn told(sides: &[Side], ended: Option<Ended>) -> Vec<Arc<FoundDay>> {
    let told = |side: &Side| {
        let own = side.ended().filter(|own| ended.is_some() || *own == Ended::Lacking);
        let of_all = ended.filter(|ended| *ended != Ended::Precise);
        // Of two sides the other may have been too much.
        let of_all = of_all.or(ended.map(|_| Ended::Time));
        Arc::new(side.told(own.or(of_all)))
    };
    sides.iter().map(told).collect()
}

/// What the later one has more or less on as many days as both went through.
fn paired(sides: [&Side; 2], seed: u32, limits: &Limits<'_>, parts: u32) -> Vec<DayDifference> {
    let [Ok(before), Ok(after)] = sides.map(|side| side.study.as_ref()) else { return Vec::new() };
    let days = before.days().min(after.days());
    let [before, after] = [(0, before), (1, after)].map(|(at, study)| DaySide {
        scenario: &sides[at].scenario,
        model: study.model(),
        process: &sides[at].process,
    });
    let hand = |parts: &mut [_], work: &OfPairPart<'_>| spread(parts, limits.processors, work);
    day_differences([before, after], seed, days, parts, &hand, limits.is_stopped)
}
