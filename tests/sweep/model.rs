//! A scenario as the simulation sees it: who is needed where at once, and where tokens go next.
//!
//! It takes from the compiled process what is notation (moments, arcs, what meets), and nothing from
//! the analysis.

use std::collections::BTreeMap;

use onstage::blueprint::{Quantity, RoleId, Scenario, Span, StepId};
use onstage::process::{ArcKind, MeetingTree, Moment, Process, Room, compile};

use crate::laws::{Draw, TICKS, whole};

/// A service ready to be simulated.
pub struct Model {
    pub pools: Vec<PoolModel>,
    pub moments: Vec<MomentModel>,
    pub arcs: Vec<ArcModel>,
    /// Arcs by which customers arrive, each with its share.
    pub entries: Vec<(usize, f64)>,
    /// Whether a customer comes by all of them at once.
    pub forks_on_arrival: bool,
    /// How many branches each join waits for, and where its counters begin.
    pub joins: Vec<Join>,
    pub counters: usize,
    /// Moments that compete with each other, directly or through others.
    pub clusters: Vec<Vec<usize>>,
    pub cluster_of_pool: Vec<Option<usize>>,
    pub per_hour: f64,
    pub gap_scv: f64,
    pub names: BTreeMap<StepId, String>,
    pub role_names: BTreeMap<RoleId, String>,
}

/// Units that are alike.
pub struct PoolModel {
    pub what: What,
    pub units: u32,
    /// Held for a time, a unit is away for this many times as long afterwards.
    pub away: f64,
}

/// What a pool is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    Role(RoleId),
    Step,
}

pub struct Join {
    pub branches: usize,
    pub first_counter: usize,
}

pub struct MomentModel {
    pub steps: Vec<StepId>,
    /// One per step.
    pub works: Vec<Work>,
    /// The step whose time blank ones last as long as.
    pub longest_by_mean: Option<usize>,
    /// Mean seconds of its longest step.
    pub lasts_s: f64,
    /// Of all steps, with the step that it is for.
    pub needs: Vec<NeedModel>,
    pub cluster: Option<usize>,
    /// Where tokens go: all of them, or one with its share, added up.
    pub flows: Vec<(usize, f64)>,
    pub decides: bool,
    pub triggers: Vec<usize>,
    /// Ticks of waiting that its wait point accepts.
    pub acceptable: Option<u64>,
}

pub struct Work {
    pub setup: u64,
    /// `None`: as long as the step that is longest by mean.
    pub draw: Option<Draw>,
}

pub struct NeedModel {
    pub work: usize,
    pub pools: Vec<usize>,
    pub count: u32,
}

pub struct ArcModel {
    pub to: Option<usize>,
    /// The joins that a token passes on it, innermost first, each with its branch.
    pub joins: Vec<(usize, usize)>,
}

impl Model {
    /// Panics at what it does not know: batches and kept units.
    pub fn of(scenario: &Scenario) -> Self {
        let process = compile(scenario);
        let mut model = Self {
            pools: Vec::new(),
            moments: Vec::new(),
            arcs: process.arcs.iter().map(|a| ArcModel { to: a.to, joins: Vec::new() }).collect(),
            entries: Vec::new(),
            forks_on_arrival: process.forks_on_arrival,
            joins: Vec::new(),
            counters: 0,
            clusters: Vec::new(),
            cluster_of_pool: Vec::new(),
            per_hour: scenario.demand().per_hour.map_or(0.0, Quantity::get),
            gap_scv: scenario.demand().gap_scv.get(),
            names: scenario.steps().iter().map(|(id, step)| (*id, step.name.clone())).collect(),
            role_names: scenario.roles().iter().map(|(id, r)| (*id, r.name.clone())).collect(),
        };
        for (id, role) in scenario.roles() {
            model.pools.push(PoolModel {
                what: What::Role(*id),
                units: role.headcount,
                away: 1.0 / role.availability.value() - 1.0,
            });
        }
        for moment in &process.moments {
            let read = model.moment(scenario, &process, moment);
            model.moments.push(read);
            if let Some(meeting) = &moment.meeting {
                model.meet(meeting, &[]);
            }
        }
        for (index, arc) in process.arcs.iter().enumerate() {
            if arc.kind == ArcKind::Arrival && arc.is_live() {
                model.entries.push((index, arc.share.expect("a sound flow")));
            }
        }
        model.cluster();
        model
    }

    fn moment(&mut self, scenario: &Scenario, process: &Process, moment: &Moment) -> MomentModel {
        let mut needs = Vec::new();
        let mut works = Vec::new();
        for (work, activity) in moment.activities.iter().enumerate() {
            assert!(activity.batch < 1.5, "batches are not simulated");
            let step = &scenario.steps()[&activity.step];
            works.push(Work {
                setup: step.setup.map_or(0, ticks),
                draw: match &step.time {
                    Some(time) => Some(Draw::of(time)),
                    None if activity.mean_s == Some(0.0) => Some(Draw::Fixed(0)),
                    None => None,
                },
            });
            for claim in &activity.claims {
                assert!(!claim.keep, "kept units are not simulated");
                let of_role = |role: &RoleId| {
                    self.pools
                        .iter()
                        .position(|pool| pool.what == What::Role(*role))
                        .expect("a role")
                };
                let pools = claim.roles.iter().map(of_role).collect();
                needs.push(NeedModel { work, pools, count: claim.count });
            }
            let units = match activity.room {
                Room::Places(count) => count,
                Room::OneServer => 1,
                Room::Unlimited | Room::Waiting { .. } => continue,
            };
            needs.push(NeedModel { work, pools: vec![self.pools.len()], count: 1 });
            self.pools.push(PoolModel { what: What::Step, units, away: 0.0 });
        }
        let mut sum = 0.0;
        let mut flows = Vec::new();
        let mut triggers = Vec::new();
        for &index in &moment.outs {
            let arc = &process.arcs[index];
            match arc.kind {
                _ if !arc.is_live() => {}
                ArcKind::Trigger => triggers.push(index),
                _ => {
                    sum += arc.share.expect("a sound flow");
                    flows.push((index, sum));
                }
            }
        }
        // The first of equals.
        let timed = moment.activities.iter().enumerate().filter(|(_, a)| a.own_time);
        let longest_by_mean = timed
            .reduce(|most, next| if next.1.hold_s() > most.1.hold_s() { next } else { most })
            .map(|(at, _)| at);
        let acceptable =
            moment.steps().find_map(|id| scenario.steps()[&id].wait.as_ref()?.acceptable);
        MomentModel {
            steps: moment.steps().collect(),
            works,
            longest_by_mean,
            lasts_s: moment.duration_s.expect("a time"),
            needs,
            cluster: None,
            flows,
            decides: moment.decision.is_some(),
            triggers,
            acceptable: acceptable.map(ticks),
        }
    }

    /// Notes for the arcs of a tree which joins they pass, given those further out.
    fn meet(&mut self, tree: &MeetingTree, outer: &[(usize, usize)]) {
        match tree {
            MeetingTree::Arc(arc) => self.arcs[*arc].joins = outer.to_vec(),
            MeetingTree::Merge(branches) => {
                for branch in branches {
                    self.meet(branch, outer);
                }
            }
            MeetingTree::Join { branches, .. } => {
                let join = self.joins.len();
                let first_counter = self.counters;
                self.joins.push(Join { branches: branches.len(), first_counter });
                self.counters += branches.len();
                for (at, branch) in branches.iter().enumerate() {
                    let path: Vec<(usize, usize)> =
                        std::iter::once((join, at)).chain(outer.iter().copied()).collect();
                    self.meet(branch, &path);
                }
            }
        }
    }

    /// Puts moments together that share a pool, or whose pools a third one shares.
    fn cluster(&mut self) {
        let mut of_pool: Vec<usize> = (0..self.pools.len()).collect();
        loop {
            let before = of_pool.clone();
            for moment in &self.moments {
                let pools = || moment.needs.iter().flat_map(|need| &need.pools);
                if let Some(least) = pools().map(|pool| of_pool[*pool]).min() {
                    pools().for_each(|pool| of_pool[*pool] = least);
                }
            }
            if of_pool == before {
                break;
            }
        }
        for pool in 0..self.pools.len() {
            let members: Vec<usize> = (0..self.moments.len())
                .filter(|m| {
                    let needs = &self.moments[*m].needs;
                    needs.first().is_some_and(|need| of_pool[need.pools[0]] == pool)
                })
                .collect();
            if !members.is_empty() {
                for member in &members {
                    self.moments[*member].cluster = Some(self.clusters.len());
                }
                self.clusters.push(members);
            }
        }
        self.cluster_of_pool = vec![None; self.pools.len()];
        for moment in &self.moments {
            for pool in moment.needs.iter().flat_map(|need| &need.pools) {
                self.cluster_of_pool[*pool] = moment.cluster;
            }
        }
    }
}

fn ticks(span: Span) -> u64 {
    whole(span.seconds() * TICKS)
}
