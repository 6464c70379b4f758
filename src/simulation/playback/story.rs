//! What is worth telling of a day.

use super::stage::Stage;
use crate::blueprint::{RoleId, StepId};
use crate::simulation::Replication;

/// A line longer than this is worth telling.
const LONG: u32 = 5;

/// A moment that is worth telling of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marker {
    /// When, in ticks.
    pub at: u64,
    /// What happens.
    pub scene: Scene,
}

/// What happens at a moment that is worth telling of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scene {
    /// For the first time more than five wait at a step.
    FirstLine {
        /// The step.
        step: StepId,
    },
    /// The longest line of the day begins to grow, and one role is busier than others until it is longest.
    Busiest {
        /// The role.
        role: RoleId,
        /// What part of its time on duty it works meanwhile.
        share: f64,
        /// The step of the line.
        step: StepId,
    },
    /// The longest line of the day.
    LongestLine {
        /// The step.
        step: StepId,
        /// How many wait.
        waiting: u32,
    },
    /// Fewer of a role are on duty although somebody waits for them.
    FewerOnDuty {
        /// The role.
        role: RoleId,
        /// How many were on duty.
        before: u32,
        /// How many are now.
        now: u32,
        /// How many wait at steps that need them.
        waiting: u32,
    },
    /// The doors close.
    DoorsClose {
        /// How many are inside, those included who are turned away then.
        inside: u64,
    },
    /// The last customer leaves after the doors have closed.
    LastOut,
}

/// A line at its longest.
#[derive(Clone, Copy, Debug)]
struct Longest {
    moment: usize,
    at: u64,
    waiting: u32,
    /// Since when somebody waited there without a break.
    since: u64,
}

/// What share of the time between two moments each pool works of that on duty; `None` where nobody is.
type BusyBetween<'a> = dyn Fn(u64, u64) -> Vec<Option<f64>> + 'a;

/// What is noted while a day is played.
pub(super) struct Story<'a> {
    stage: &'a Stage,
    first: Option<Marker>,
    longest: Option<Longest>,
    /// Of each moment when nobody waited there last.
    empty_at: Vec<u64>,
    on_duty: Vec<u32>,
    fewer: Option<Marker>,
    at_closing: Option<u64>,
    inside: u64,
    last_out: u64,
}

impl<'a> Story<'a> {
    pub fn new(stage: &'a Stage) -> Self {
        Self {
            stage,
            first: None,
            longest: None,
            empty_at: vec![stage.opens; stage.lines.len()],
            on_duty: Vec::new(),
            fewer: None,
            at_closing: None,
            inside: 0,
            last_out: 0,
        }
    }

    /// Takes in how things stand after all that happened at a time. Linear in moments and pools.
    pub fn note(&mut self, at: u64, replication: &Replication, lines: &[u32]) {
        for (moment, waiting) in lines.iter().copied().enumerate() {
            let Some(step) = self.stage.lines.get(moment).copied().flatten() else { continue };
            if waiting == 0 {
                self.empty_at[moment] = at;
                continue;
            }
            if waiting > LONG && self.first.is_none() {
                self.first = Some(Marker { at, scene: Scene::FirstLine { step } });
            }
            if self.longest.is_none_or(|longest| waiting > longest.waiting) {
                let since = self.empty_at[moment];
                self.longest = Some(Longest { moment, at, waiting, since });
            }
        }
        let on_duty: Vec<u32> = replication.pools_now().map(|pool| pool.on_duty).collect();
        let before = std::mem::replace(&mut self.on_duty, on_duty.clone());
        for (pool, (before, now)) in before.into_iter().zip(on_duty).enumerate() {
            if now < before {
                self.note_fewer(at, pool, (before, now), lines);
            }
        }
        if self.stage.closes && at >= self.stage.ends && self.at_closing.is_none() {
            self.at_closing = Some(replication.inside_as_it_closed());
        }
        if replication.inside() < self.inside {
            self.last_out = at;
        }
        self.inside = replication.inside();
    }

    fn note_fewer(&mut self, at: u64, pool: usize, (before, now): (u32, u32), lines: &[u32]) {
        let Some(role) = self.stage.roles.get(pool).copied() else { return };
        let needing = self.stage.model.lines_of_pools.get(pool);
        let waits = needing.into_iter().flatten().filter_map(|moment| lines.get(*moment as usize));
        let waiting: u32 = waits.sum();
        let is_more = match self.fewer.map(|marker| marker.scene) {
            Some(Scene::FewerOnDuty { waiting: most, .. }) => waiting > most,
            _ => waiting > 0,
        };
        if is_more {
            let scene = Scene::FewerOnDuty { role, before, now, waiting };
            self.fewer = Some(Marker { at, scene });
        }
    }

    /// What there is to tell, in the order of its times. `busy_between` says what share of the time between two
    /// moments each pool works of that on duty.
    pub fn told(self, busy_between: &BusyBetween<'_>) -> Vec<Marker> {
        let mut told: Vec<Marker> = self.first.into_iter().chain(self.fewer).collect();
        // A line of one is none.
        if let Some(longest) = self.longest.filter(|longest| longest.waiting > 1)
            && let Some(step) = self.stage.lines.get(longest.moment).copied().flatten()
        {
            let scene = Scene::LongestLine { step, waiting: longest.waiting };
            told.push(Marker { at: longest.at, scene });
            if let Some((role, share)) = self.busiest(busy_between, longest) {
                told.push(Marker {
                    at: longest.since,
                    scene: Scene::Busiest { role, share, step },
                });
            }
        }
        if let Some(inside) = self.at_closing {
            told.push(Marker { at: self.stage.ends, scene: Scene::DoorsClose { inside } });
            if inside > 0 && self.last_out > self.stage.ends {
                told.push(Marker { at: self.last_out, scene: Scene::LastOut });
            }
        }
        told.sort_by_key(|marker| marker.at);
        told
    }

    /// Who was busiest of all that the longest line waited for, while it grew.
    fn busiest(&self, busy_between: &BusyBetween<'_>, longest: Longest) -> Option<(RoleId, f64)> {
        if longest.waiting <= LONG {
            return None;
        }
        let shares = busy_between(longest.since, longest.at);
        let needs = |pool: &usize| {
            let lines = self.stage.model.lines_of_pools.get(*pool);
            lines.is_some_and(|lines| lines.iter().any(|line| *line as usize == longest.moment))
        };
        let roles = self.stage.roles.iter().zip(shares).enumerate();
        let known = roles.filter(|(pool, _)| needs(pool));
        let known = known.filter_map(|(_, (role, share))| Some((*role, share?)));
        known.reduce(|most, next| if next.1 > most.1 { next } else { most })
    }
}
