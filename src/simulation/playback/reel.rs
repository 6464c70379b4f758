//! A day that was played once to its end.

use std::sync::Arc;

use super::stage::Stage;
use super::still::Still;
use super::story::{Marker, Story};
use super::{MINUTE, SECOND};
use crate::simulation::Replication;

/// So many moments are kept at most; then every second one is dropped.
const MOST_KEPT: usize = 128;
/// And so many points of the course.
const MOST_POINTS: usize = 1_200;

/// How many are inside over the day, in steps of equal length.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Course {
    /// When the first step begins, in ticks.
    pub from: u64,
    /// How long a step is, in ticks.
    pub step: u64,
    /// The most inside at once, and the most who waited at once, in each step.
    pub most: Vec<(u32, u32)>,
}

impl Course {
    /// The steps as points: when each ends, and the most inside at once within it.
    pub fn inside(&self) -> impl Iterator<Item = (u64, u32)> + '_ {
        let ends = (1..).map(|number| self.from + number * self.step);
        ends.zip(&self.most).map(|(at, (inside, _))| (at, *inside))
    }

    /// Notes how many are there from a moment on, and how many were until then.
    fn note(&mut self, at: u64, until: (u32, u32), from: (u32, u32)) {
        let place = usize::try_from(at.saturating_sub(self.from) / self.step.max(1));
        let place = place.unwrap_or(usize::MAX).min(1 << 24);
        while self.most.len() <= place {
            self.most.push(until);
        }
        if let Some(most) = self.most.get_mut(place) {
            *most = (most.0.max(from.0), most.1.max(from.1));
        }
        while self.most.len() > MOST_POINTS {
            let pairs = self.most.chunks(2);
            let greater = |pair: &[(u32, u32)]| {
                pair.iter()
                    .fold((0, 0), |most: (u32, u32), next| (most.0.max(next.0), most.1.max(next.1)))
            };
            self.most = pairs.map(greater).collect();
            self.step *= 2;
        }
    }
}

/// A day that was played once to its end.
#[derive(Clone, Debug)]
pub struct Reel {
    pub(super) stage: Arc<Stage>,
    number: u32,
    /// What is shown begins and ends here.
    begins: u64,
    ends: u64,
    /// Moments in their order, the first of them before anything has happened: when, and how things stood.
    kept: Vec<(u64, Replication)>,
    course: Course,
    story: Vec<Marker>,
    last: Still,
}

impl Reel {
    /// Plays a day. `cancelled` is asked every thousand instants. `None` if it was, or if more customers were
    /// inside than can be simulated. Linear in events; each looks at every line.
    #[must_use]
    pub fn record(stage: &Arc<Stage>, number: u32, cancelled: &dyn Fn() -> bool) -> Option<Self> {
        let model = &stage.model;
        let mut replication = Replication::new(model, stage.seed, number).watched();
        let mut kept = vec![(0, replication.clone())];
        if !stage.closes {
            // The first of two days is to warm up.
            while replication.next_at().is_some_and(|at| at < stage.opens) {
                replication.go_on_once(model);
                if replication.too_much().is_some() || cancelled() {
                    return None;
                }
            }
            replication.cut();
            replication.slimmed();
            kept = vec![(stage.opens, replication.clone())];
        }
        let mut lines = vec![0_u32; stage.lines.len()];
        let planned = stage.ends.saturating_sub(stage.opens).max(MINUTE);
        let mut every = planned / 96;
        let mut next_kept = stage.opens;
        let mut begins: Option<u64> = None;
        let step = (planned / 600).max(SECOND);
        let mut course = Course { from: stage.opens, step, most: Vec::new() };
        let mut story = Story::new(stage);
        let mut until = (0, 0);
        let mut instants = 0_u32;
        let mut at = stage.opens;
        while replication.goes_on(stage.ends, stage.last_duty, stage.closes) {
            let next = replication.next_at().unwrap_or(at);
            if next > next_kept {
                // What is kept is as it stands after all that happened before.
                replication.slimmed();
                kept.push((next - 1, replication.clone()));
                while next_kept < next {
                    next_kept += every;
                }
                if kept.len() > MOST_KEPT {
                    let mut number = 0_usize;
                    kept.retain(|_| {
                        number += 1;
                        number % 2 == 1
                    });
                    every *= 2;
                }
            }
            replication.go_on_once(model);
            instants = instants.wrapping_add(1);
            if replication.too_much().is_some() || instants.is_multiple_of(1024) && cancelled() {
                return None;
            }
            at = next;
            replication.count_waiting(&mut lines);
            let few = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
            let now = (
                few(replication.inside()),
                lines.iter().fold(0, |sum: u32, line| sum.saturating_add(*line)),
            );
            if begins.is_none() && (now.0 > 0 || at >= stage.opens) {
                let from = at.min(stage.opens) / MINUTE * MINUTE;
                begins = Some(from);
                course.from = from;
            }
            if begins.is_some() {
                course.note(at, until, now);
                story.note(at, &replication, &lines);
            }
            until = now;
        }
        let ends = if stage.closes { at.max(stage.opens) } else { stage.ends };
        if stage.closes {
            replication.end_day(model);
        }
        course.note(ends, until, (0, 0));
        replication.slimmed();
        let last = Still::of(stage, &replication, ends);
        let mut reel = Self {
            stage: Arc::clone(stage),
            number,
            begins: begins.unwrap_or(stage.opens),
            ends,
            kept,
            course,
            story: Vec::new(),
            last,
        };
        reel.story = story.told(&|from, to| reel.busy_between(from, to));
        Some(reel)
    }

    /// What is played.
    #[must_use]
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Which day, from zero.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// When what is shown begins: as the doors open, or as the first customer comes before that; in ticks.
    #[must_use]
    pub fn begins(&self) -> u64 {
        self.begins
    }

    /// When the last work is done.
    #[must_use]
    pub fn ends(&self) -> u64 {
        self.ends
    }

    /// How many are inside over the day.
    #[must_use]
    pub fn course(&self) -> &Course {
        &self.course
    }

    /// What is worth telling of the day, in the order of its times; at most six.
    #[must_use]
    pub fn story(&self) -> &[Marker] {
        &self.story
    }

    /// How the day ended: what was counted is that of the whole day.
    #[must_use]
    pub fn last(&self) -> &Still {
        &self.last
    }

    /// What share of the time between two moments each pool worked of that on duty; `None` where nobody was.
    /// Plays a part of the day.
    fn busy_between(&self, from: u64, to: u64) -> Vec<Option<f64>> {
        let Some((_, kept)) = self.kept_before(from) else { return Vec::new() };
        let mut replication = kept.clone();
        let never = || false;
        let model = &self.stage.model;
        let go_to = |replication: &mut Replication, at: u64| {
            replication.run(model, at.saturating_sub(replication.now()), &never);
            replication.cut()
        };
        go_to(&mut replication, from);
        let sums = go_to(&mut replication, to);
        let share = |busy: u128, duty: u128| (duty > 0).then(|| busy as f64 / duty as f64);
        sums.pools.iter().map(|pool| share(pool.busy, pool.duty)).collect()
    }

    /// The last of the moments that are kept at or before a time.
    pub(super) fn kept_before(&self, at: u64) -> Option<&(u64, Replication)> {
        let after = self.kept.partition_point(|(kept, _)| *kept <= at);
        self.kept.get(after.checked_sub(1)?)
    }

    /// How many moments are kept.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.kept.len()
    }
}
