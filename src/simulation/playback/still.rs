//! What is to be seen of a day at an instant.

use smallvec::SmallVec;

use super::stage::Stage;
use crate::blueprint::{RoleId, StepId};
use crate::simulation::Replication;

/// A day at an instant. Counts are those of the day up to then.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Still {
    /// When, in ticks.
    pub at: u64,
    /// Customers who came.
    pub arrivals: u64,
    /// Customers who left served.
    pub served: u64,
    /// Customers whose patience ended.
    pub gave_up: u64,
    /// Customers who found no place to wait.
    pub no_room: u64,
    /// Customers who left because nothing could go on for them, or the doors closed.
    pub unserved: u64,
    /// Customers inside.
    pub inside: u64,
    /// Customers who wait. One who waits at two places at once counts twice.
    pub waiting: u64,
    /// Mean seconds from arrival to exit of those served up to then; `None` before the first.
    pub throughput_s: Option<f64>,
    /// Steps with a line, with work, or with people of theirs; in document order of their moments.
    pub steps: Vec<StepNow>,
    /// Roles, in document order.
    pub roles: Vec<RoleNow>,
}

/// A step at an instant.
#[derive(Clone, Debug, PartialEq)]
pub struct StepNow {
    /// The step.
    pub step: StepId,
    /// Customers who wait here; of several steps of a moment only at that where the line is drawn.
    pub waiting: u32,
    /// Whether a line can form here.
    pub has_line: bool,
    /// Customers in its moment for whom something is done.
    pub served: u32,
    /// People of each role who can be needed here, in the order in which they are written.
    pub crews: SmallVec<[Crew; 2]>,
}

/// People of a role at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crew {
    /// The role.
    pub role: RoleId,
    /// How many of them work at this step.
    pub here: u32,
}

/// A role at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleNow {
    /// The role.
    pub role: RoleId,
    /// On duty.
    pub on_duty: u32,
    /// At work; more than are on duty while a shift is overrun.
    pub busy: u32,
    /// On duty, but not to be had for a while after their work.
    pub away: u32,
    /// The most who are on duty at any time of the day.
    pub most: u32,
}

impl Still {
    /// What is to be seen of a replication at a time. Linear in steps, lines, customers who wait and works that
    /// go on.
    pub(super) fn of(stage: &Stage, replication: &Replication, at: u64) -> Self {
        let counted = replication.counted();
        let mut steps = Vec::new();
        let mut waiting = 0;
        let moments = stage.process.moments.iter().zip(replication.moments_now());
        for ((moment, now), drawn) in moments.zip(&stage.lines) {
            waiting += u64::from(now.waiting);
            for (work, activity) in moment.activities.iter().enumerate() {
                let has_line = *drawn == Some(activity.step);
                let mut crews: SmallVec<[Crew; 2]> = SmallVec::new();
                for role in activity.claims.iter().flat_map(|claim| &claim.roles) {
                    if crews.iter().any(|crew| crew.role == *role) {
                        continue;
                    }
                    let is_it = |(of, pool, _): &&(u32, u32, u32)| {
                        *of as usize == work && stage.roles.get(*pool as usize) == Some(role)
                    };
                    let here = now.units.iter().find(is_it).map_or(0, |(_, _, count)| *count);
                    crews.push(Crew { role: *role, here });
                }
                if has_line || now.served > 0 || !crews.is_empty() {
                    let waiting = if has_line { now.waiting } else { 0 };
                    let (step, served) = (activity.step, now.served);
                    steps.push(StepNow { step, waiting, has_line, served, crews });
                }
            }
        }
        let roles = stage.roles.iter().zip(replication.pools_now()).enumerate();
        let roles = roles.map(|(pool, (role, now))| RoleNow {
            role: *role,
            on_duty: now.on_duty,
            busy: now.busy,
            away: now.away,
            most: stage.most_on_duty(pool),
        });
        Self {
            at,
            arrivals: counted.arrivals,
            served: counted.served,
            gave_up: counted.gave_up,
            no_room: counted.no_room,
            unserved: counted.unserved,
            inside: replication.inside(),
            waiting,
            throughput_s: (counted.served > 0)
                .then(|| counted.throughput as f64 / counted.served as f64 / 1e6),
            steps,
            roles: roles.collect(),
        }
    }

    /// A step, if anything is to be seen of it.
    #[must_use]
    pub fn step(&self, step: StepId) -> Option<&StepNow> {
        self.steps.iter().find(|now| now.step == step)
    }

    /// A role.
    #[must_use]
    pub fn role(&self, role: RoleId) -> Option<&RoleNow> {
        self.roles.iter().find(|now| now.role == role)
    }

    /// The step at which most wait, the first of equals; `None` while nobody does.
    #[must_use]
    pub fn longest_line(&self) -> Option<&StepNow> {
        let waits = self.steps.iter().filter(|step| step.waiting > 0);
        waits.reduce(|most, next| if next.waiting > most.waiting { next } else { most })
    }
}
