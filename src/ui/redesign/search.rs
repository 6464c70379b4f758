//! The search on a thread of its own: it starts anew a moment after the last change, and what was
//! found before stays until then.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use egui::Context;

use super::target::{Aim, Target};
use crate::background::{self, Job};
use crate::blueprint::{RedesignRules, RoleId, Scenario};
use crate::redesign::{Frontier, Obstacle, Question, Workload, frontier};

/// How long nothing may have changed before a search starts anew, in seconds.
const PAUSE_S: f64 = 0.25;
/// Numbers of people that are searched beyond the target and what there is.
const BEYOND: u64 = 4;
/// How many numbers of people are searched at most.
const MOST_SEARCHED: u64 = 24;

/// What is searched.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub scenario: Arc<Scenario>,
    pub rules: RedesignRules,
    pub target: Target,
}

impl Asked {
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.scenario, &other.scenario)
            && self.rules == other.rules
            && self.target.asks_the_same(&other.target)
    }
}

/// What was found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub workload: Workload,
    pub frontier: Frontier,
    /// The number of people that the target leads to.
    pub wanted: Option<u64>,
    /// Why the target itself cannot be reached.
    pub missed: Option<Obstacle>,
}

pub(super) type Answer = Result<Arc<Found>, Obstacle>;

/// A search that is under way.
struct Running {
    asked: Asked,
    job: Job<Answer>,
    signals: Arc<Signals>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.signals.cancel.store(true, Ordering::Relaxed);
    }
}

/// What window and thread tell each other.
#[derive(Debug, Default)]
struct Signals {
    cancel: AtomicBool,
    done: AtomicU64,
    of: AtomicU64,
}

/// The search and its last answer.
#[derive(Default)]
pub(super) struct Search {
    running: Option<Running>,
    answered: Option<(Asked, Answer)>,
    /// What will be asked, and when.
    due: Option<(Asked, f64)>,
    /// What could not be answered: it is not asked again.
    lost: Option<Asked>,
    /// Grows with every answer.
    pub serial: u64,
}

impl Search {
    /// Fetches what was found, and searches anew where something else is asked now.
    pub fn follow(&mut self, ctx: &Context, asked: Asked) {
        if let Some(running) = &self.running {
            match running.job.poll() {
                background::Progress::Done(answer) => {
                    self.answered = Some((running.asked.clone(), answer));
                    self.serial += 1;
                    self.running = None;
                }
                background::Progress::Lost => {
                    self.lost = Some(running.asked.clone());
                    // The answer to another question would be taken for one to this.
                    self.answered = None;
                    self.serial += 1;
                    self.running = None;
                }
                background::Progress::Running => {}
            }
        }
        if self.is_answer_to(&asked) || self.lost.as_ref().is_some_and(|lost| lost.is_same(&asked))
        {
            self.due = None;
            self.running = None;
            return;
        }
        if self.running.as_ref().is_some_and(|running| running.asked.is_same(&asked)) {
            return;
        }
        self.running = None;
        // The first search of all starts at once.
        let pause = if self.answered.is_none() { 0.0 } else { PAUSE_S };
        let now = ctx.time();
        let at = match &self.due {
            Some((due, at)) if due.is_same(&asked) => *at,
            _ => now + pause,
        };
        if now < at {
            self.due = Some((asked, at));
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(at - now));
            return;
        }
        self.due = None;
        self.start(ctx, asked);
    }

    fn start(&mut self, ctx: &Context, asked: Asked) {
        let signals = Arc::new(Signals::default());
        let (wake, tell) = (ctx.clone(), ctx.clone());
        let (told, question) = (Arc::clone(&signals), asked.clone());
        let started = Job::start(
            "redesign",
            move || wake.request_repaint(),
            move || {
                let cancel = || told.cancel.load(Ordering::Relaxed);
                let progress = &mut |done, of| {
                    told.done.store(done, Ordering::Relaxed);
                    told.of.store(of, Ordering::Relaxed);
                    tell.request_repaint();
                };
                answer(&question, &cancel, progress)
            },
        );
        match started {
            Ok(job) => self.running = Some(Running { asked, job, signals }),
            Err(error) => {
                log::warn!("no thread for the redesign: {error}");
                // Tried again after the pause.
                ctx.request_repaint_after(std::time::Duration::from_secs_f64(PAUSE_S));
            }
        }
    }

    fn is_answer_to(&self, asked: &Asked) -> bool {
        self.answered.as_ref().is_some_and(|(answered, _)| answered.is_same(asked))
    }

    /// The last answer.
    pub fn answer(&self) -> Option<&Answer> {
        self.answered.as_ref().map(|(_, answer)| answer)
    }

    /// Whether there is no answer to what was asked last, and will be none.
    pub fn is_lost(&self) -> bool {
        self.lost.is_some() && self.answered.is_none() && !self.is_stale()
    }

    /// Whether the last answer is no answer to what is asked now.
    pub fn is_stale(&self) -> bool {
        self.running.is_some() || self.due.is_some()
    }

    /// How much of a running search is done, 0 to 1.
    pub fn part_done(&self) -> Option<f32> {
        let signals = &self.running.as_ref()?.signals;
        let of = signals.of.load(Ordering::Relaxed).max(1) as f32;
        Some((signals.done.load(Ordering::Relaxed) as f32 / of).clamp(0.0, 1.0))
    }

    /// Ends a running search with what it has found so far.
    pub fn stop(&self) {
        if let Some(running) = &self.running {
            running.signals.cancel.store(true, Ordering::Relaxed);
        }
    }

    /// Forgets the last answer, so that it is searched again.
    pub fn again(&mut self) {
        self.answered = None;
    }
}

/// Searches. What the target leads to comes first, then the numbers of people around it.
pub(super) fn answer(
    asked: &Asked,
    cancel: &dyn Fn() -> bool,
    progress: &mut dyn FnMut(u64, u64),
) -> Answer {
    let Asked { scenario, rules, target } = asked;
    let workload = Workload::of(scenario)?;
    let today = staff_today(scenario, &workload);
    let mut ask = |question: &Question| {
        let told = &mut |step: crate::redesign::Progress| progress(step.done, step.of);
        frontier(scenario, rules, question, cancel, told)
    };
    let mut aimed = None;
    let (mut wanted, mut missed) = (None, None);
    match target.question().map(|question| ask(&question)) {
        None => wanted = (target.aim == Aim::People).then_some(target.people),
        Some(Ok(frontier)) => {
            aimed = frontier.points.into_iter().next();
            wanted = aimed.as_ref().map(|point| point.staff);
        }
        Some(Err(obstacle @ Obstacle::RateOutOfReach { best_per_hour, .. })) => {
            // What can be reached is searched instead; a hair below it, as it was rounded.
            let reached = ask(&Question::Rate(best_per_hour * (1.0 - 1e-9)));
            let first = reached.ok().and_then(|frontier| frontier.points.into_iter().next());
            wanted = first.map(|point| point.staff);
            missed = Some(obstacle);
        }
        Some(Err(obstacle @ Obstacle::CostOutOfReach { .. })) => missed = Some(obstacle),
        Some(Err(obstacle)) => return Err(obstacle),
    }
    let (first, last) = around(today, wanted.unwrap_or(today));
    let mut frontier = match ask(&Question::Staff(first..=last)) {
        Err(obstacle @ Obstacle::NoDesign { least: Some(least), .. }) => {
            let found = ask(&Question::Staff(least..=least + BEYOND))?;
            wanted = Some(least);
            missed = Some(obstacle);
            found
        }
        found => found?,
    };
    let points = &mut frontier.points;
    // Of the point that keeps to a cost only the designs that do are shown.
    if let (Aim::Cost, Some(aimed)) = (target.aim, aimed)
        && let Some(point) = points.iter_mut().find(|point| point.staff == aimed.staff)
    {
        *point = aimed;
    }
    if let (Some(people), Some(least)) = (wanted, points.first().map(|point| point.staff))
        && people < least
    {
        missed = Some(Obstacle::NoDesign { staff: people, least: Some(least) });
    }
    Ok(Arc::new(Found { workload, frontier, wanted, missed }))
}

/// Staff with work.
fn staff_today(scenario: &Scenario, workload: &Workload) -> u64 {
    let mut roles: Vec<RoleId> =
        workload.tasks.iter().flat_map(|task| task.roles.iter().copied()).collect();
    roles.sort_unstable();
    roles.dedup();
    let people = |role: &RoleId| scenario.roles().get(role).map_or(0, |r| u64::from(r.headcount));
    roles.iter().map(people).sum::<u64>() + workload.staying_staff
}

/// The numbers of people to search: from the smaller of today's and the wanted to some beyond.
fn around(today: u64, wanted: u64) -> (u64, u64) {
    let (first, last) = (today.min(wanted).max(1), today.max(wanted) + BEYOND);
    if last - first < MOST_SEARCHED {
        return (first, last);
    }
    (wanted.saturating_sub(2 * BEYOND).max(1), wanted + 2 * BEYOND)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_searched_with_the_target_where_they_are_not_far_apart() {
        assert_eq!(around(6, 7), (6, 11));
        assert_eq!(around(6, 4), (4, 10));
        assert_eq!(around(6, 400), (392, 408));
        assert_eq!(around(0, 0), (1, 4));
    }

    #[test]
    fn a_search_that_is_cancelled_says_that_it_is_not_complete() {
        let sample = crate::storage::samples().first().unwrap();
        let blueprint = sample.open().unwrap();
        let scenario = Arc::clone(blueprint.baseline());
        let rules = RedesignRules::usual(&scenario);
        let mut target = Target::usual(None, Some(60.0), 6);
        target.aim = Aim::People;
        let asked = Asked { scenario, rules, target };
        let found = answer(&asked, &|| true, &mut |_, _| {}).unwrap();
        assert!(!found.frontier.complete && found.frontier.points.is_empty());
        let mut told = 0;
        let found = answer(&asked, &|| false, &mut |done, of| told = of - done).unwrap();
        assert!(found.frontier.complete && told == 0);
        assert_eq!((found.wanted, found.missed.as_ref()), (Some(6), None));
    }
}
