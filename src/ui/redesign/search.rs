//! The search on a thread of its own: it starts anew shortly after the last change, and what was
//! found before stays until then.

use std::sync::Arc;

use egui::Context;

use super::target::{Aim, Target};
use crate::background::{Kept, Pace, Snapshot};
use crate::blueprint::{RedesignRules, RoleId, Scenario};
use crate::redesign::{Frontier, Obstacle, Question, Workload, frontier};

/// How long nothing may have changed before a search starts anew, in seconds.
const PAUSE_S: f64 = 0.25;
/// Numbers of people that are searched beyond the target and what there is.
const BEYOND: u64 = 4;
/// How many numbers of people are searched at most.
const MOST_SEARCHED: u64 = 24;
/// The part of the whole search that looks for what the target leads to.
const AIMING: f32 = 0.5;
/// The part after which what can be reached instead has been looked for.
const AIMED_ANEW: f32 = 0.7;

/// What is searched.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub scenario: Snapshot<Scenario>,
    pub rules: RedesignRules,
    pub target: Target,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        self.scenario == other.scenario
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

/// The search and its last answer.
pub(super) struct Search {
    kept: Kept<Asked, Answer>,
}

impl Default for Search {
    fn default() -> Self {
        Self { kept: Kept::new("redesign").after_pause(PAUSE_S) }
    }
}

impl Search {
    /// Fetches what was found, and searches anew where something else is asked now.
    pub fn follow(&mut self, ctx: &Context, asked: &Asked) {
        let question = asked.clone();
        self.kept.follow(asked, ctx, Pace::Beside, move |signal| {
            let progress = &mut |portion| signal.reached(portion);
            answer(&question, &|| signal.is_cancelled(), progress)
        });
    }

    /// Grows with every answer.
    pub fn serial(&self) -> u64 {
        self.kept.serial()
    }

    /// The last answer.
    pub fn answer(&self) -> Option<&Answer> {
        self.kept.value()
    }

    /// Whether there is no answer to what was asked last, and will be none.
    pub fn is_lost(&self) -> bool {
        self.kept.has_failed()
    }

    /// Whether the last answer is no answer to what is asked now.
    pub fn is_stale(&self) -> bool {
        self.kept.is_busy()
    }

    /// How much of a running search is done, 0 to 1.
    pub fn part_done(&self) -> Option<f32> {
        self.kept.portion()
    }

    /// Ends a running search with what it has found so far.
    pub fn stop(&self) {
        self.kept.stop();
    }

    /// Forgets the last answer, so that it is searched again.
    pub fn again(&mut self) {
        self.kept.again();
    }
}

/// Searches. What the target leads to comes first, then the numbers of people around it.
pub(super) fn answer(
    asked: &Asked,
    cancel: &dyn Fn() -> bool,
    progress: &mut dyn FnMut(f32),
) -> Answer {
    let Asked { scenario, rules, target } = asked;
    let workload = Workload::of(scenario)?;
    let today = staff_today(scenario, &workload);
    // Of several searches in a row each moves the whole on by its part.
    let mut ask = |question: &Question, (from, to): (f32, f32)| {
        let told = &mut |step: crate::redesign::Progress| {
            progress(from + (to - from) * step.done as f32 / step.of.max(1) as f32);
        };
        frontier(scenario, rules, question, cancel, told)
    };
    let mut done = 0.0;
    let mut aimed = None;
    let (mut wanted, mut missed) = (None, None);
    let aim = target.question();
    let found = aim.map(|question| {
        done = AIMING;
        ask(&question, (0.0, done))
    });
    match found {
        None => wanted = (target.aim == Aim::People).then_some(target.people),
        Some(Ok(frontier)) => {
            aimed = frontier.points.into_iter().next();
            wanted = aimed.as_ref().map(|point| point.staff);
        }
        Some(Err(obstacle @ Obstacle::RateOutOfReach { best_per_hour, .. })) => {
            // What can be reached is searched instead; a hair below it, as it was rounded.
            let reached = Question::Rate(best_per_hour * (1.0 - 1e-9));
            let reached = ask(&reached, (done, AIMED_ANEW));
            done = AIMED_ANEW;
            let first = reached.ok().and_then(|frontier| frontier.points.into_iter().next());
            wanted = first.map(|point| point.staff);
            missed = Some(obstacle);
        }
        Some(Err(obstacle @ Obstacle::CostOutOfReach { .. })) => missed = Some(obstacle),
        Some(Err(obstacle)) => return Err(obstacle),
    }
    let (first, last) = around(today, wanted.unwrap_or(today));
    let mut frontier = match ask(&Question::Staff(first..=last), (done, 1.0)) {
        Err(obstacle @ Obstacle::NoDesign { least: Some(least), .. }) => {
            let found = ask(&Question::Staff(least..=least + BEYOND), (done, 1.0))?;
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
        let scenario = blueprint.baseline();
        let rules = RedesignRules::usual(scenario);
        let mut target = Target::usual(None, Some(60.0), 6);
        target.aim = Aim::People;
        let asked = Asked { scenario: Snapshot::of(scenario), rules, target };
        let found = answer(&asked, &|| true, &mut |_| {}).unwrap();
        assert!(!found.frontier.complete && found.frontier.points.is_empty());
        let mut told = Vec::new();
        let found = answer(&asked, &|| false, &mut |portion| told.push(portion)).unwrap();
        assert!(found.frontier.complete && told.is_sorted() && told.last() == Some(&1.0));
        assert_eq!((found.wanted, found.missed.as_ref()), (Some(6), None));
    }
}
