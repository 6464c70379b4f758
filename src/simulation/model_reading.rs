//! A scenario read into the flat lists of a [`Model`].

use super::gaps::Gaps;
use super::model::{
    ArcPlan, Care, Demand, Gate, Hall, Model, MomentPlan, NeedPlan, OnlyLine, Pool, Way, Work,
};
use super::positions::small;
use super::sampling::{Sampler, ticks};
use super::urgency::Classes;
use crate::blueprint::{Id, Places, Priority, Quantity, Scenario, ServiceTime, Span, Step};
use crate::process::{Activity, ArcKind, MeetingTree, Moment, Part, ProblemCode, Process, Room};

/// Visits of a customer from which on numbers are drawn ahead: those of others are in vain.
const OFTEN: f64 = 0.5;

impl Model {
    /// Reads a scenario that lacks nothing. Linear, but for clusters, which are near-linear.
    pub(super) fn read(scenario: &Scenario, process: &Process) -> Self {
        let demand = scenario.demand();
        let mut model = Self {
            pools: Vec::new(),
            roles: scenario.roles().len(),
            moments: Vec::with_capacity(process.moments.len()),
            works: Vec::new(),
            needs: Vec::new(),
            choices: Vec::new(),
            arcs: Vec::with_capacity(process.arcs.len()),
            gates: Vec::new(),
            ways: Vec::new(),
            entries: 0..0,
            forks_on_arrival: process.forks_on_arrival,
            clusters: Vec::new(),
            only_pools: Vec::new(),
            only_lines: Vec::new(),
            demand: Demand {
                per_hour: demand.steady_rate().map_or(0.0, Quantity::get),
                gaps: Gaps::of(demand.gap_scv.get()),
            },
            order: scenario.simulation_rules().order,
            appointments: Vec::new(),
            duty: Vec::new(),
            day: None,
            lines_of_pools: Vec::new(),
            visits: process.moments.iter().filter_map(|moment| moment.visits).sum(),
            has_full_halls: false,
            can_circle: process.problems.iter().any(|it| it.code == ProblemCode::Deadlock),
            keepers_come: Vec::new(),
            classes: Classes::of(scenario),
            promise: scenario.simulation_rules().promise.map(|span| ticks(span.seconds())),
        };
        for role in scenario.roles().values() {
            model.pools.push(Pool {
                units: role.heads(),
                away: 1.0 / role.availability.value() - 1.0,
                cluster: None,
            });
        }
        for moment in &process.moments {
            let plan = model.moment(scenario, process, moment);
            model.moments.push(plan);
        }
        model.arcs(process);
        model.note_returns(process);
        model.cluster();
        let lines = |pool: usize| {
            let needs_it = |plan: &MomentPlan| {
                let needs = &model.needs[plan.needs.clone()];
                let choices = |need: &NeedPlan| &model.choices[need.choices.clone()];
                needs.iter().any(|need| choices(need).contains(&small(pool)))
            };
            let moments = model.moments.iter().enumerate().filter(|(_, plan)| needs_it(plan));
            moments.map(|(at, _)| small(at)).collect()
        };
        model.lines_of_pools = (0..model.pools.len()).map(lines).collect();
        model.has_full_halls =
            model.moments.iter().any(|plan| plan.hall.is_some_and(|hall| hall.places.is_some()));
        let has_hands = model.moments.iter().any(|plan| plan.keeps || !plan.serves());
        for (plan, moment) in model.moments.iter_mut().zip(&process.moments) {
            // Where a place to wait can be full, units may have to stay with whom they served.
            let is_plain = plan.only_pool.is_some()
                && plan.works.len() == 1
                && plan.serves()
                && !model.has_full_halls;
            let is_drawn = |work: &Work| work.time.as_ref().is_some_and(|time| !time.is_fixed());
            plan.care = match is_plain {
                true if !has_hands && plan.patience.is_none() => Care::Little,
                true => Care::Plain,
                false => Care::Full,
            };
            plan.draws_ahead = is_plain
                && moment.visits.is_some_and(|visits| visits >= OFTEN)
                && (plan.decides.is_some() || model.works[plan.works.clone()].iter().any(is_drawn));
        }
        model.note_only_lines();
        model.note_where_keepers_come();
        model
    }

    /// Notes the moments that lie behind one after which units stay in hands. Linear.
    fn note_where_keepers_come(&mut self) {
        let moments = self.moments.iter().enumerate();
        let keeping = moments.filter(|(_, plan)| plan.keeps).map(|(at, _)| at);
        let mut open: Vec<usize> = keeping.collect();
        let mut behind = vec![false; self.moments.len()];
        while let Some(at) = open.pop() {
            let plan = &self.moments[at];
            let ways =
                self.ways[plan.flows.clone()].iter().chain(&self.ways[plan.triggers.clone()]);
            for to in ways.filter_map(|way| self.arcs[way.arc as usize].to) {
                if !std::mem::replace(&mut behind[to as usize], true) {
                    open.push(to as usize);
                }
            }
        }
        self.keepers_come = behind;
    }

    fn note_only_lines(&mut self) {
        let only = |(moments, pool): (&Vec<u32>, &Option<u32>)| match moments[..] {
            [moment] if self.moments[moment as usize].is_simple() => {
                pool.map(|pool| OnlyLine { moment, pool })
            }
            _ => None,
        };
        self.only_lines = self.clusters.iter().zip(&self.only_pools).map(only).collect();
    }

    fn moment(&mut self, scenario: &Scenario, process: &Process, moment: &Moment) -> MomentPlan {
        let (works_from, needs_from) = (self.works.len(), self.needs.len());
        if moment.is_reached() {
            for (at, activity) in moment.activities.iter().enumerate() {
                self.work(scenario, moment, works_from, at, activity);
            }
        }
        let (works, needs) = (works_from..self.works.len(), needs_from..self.needs.len());
        let mut sum = 0.0;
        let (flows_from, mut triggers) = (self.ways.len(), Vec::new());
        for index in &moment.outs {
            let arc = &process.arcs[*index];
            let way = |upto| Way { arc: small(*index), upto };
            match arc.kind {
                _ if !arc.is_live() => {}
                ArcKind::Trigger => triggers.push(way(1.0)),
                ArcKind::Flow | ArcKind::Arrival => {
                    sum += arc.share.unwrap_or_default();
                    self.ways.push(way(sum));
                }
            }
        }
        let flows = flows_from..self.ways.len();
        self.ways.extend(triggers);
        let decides = moment
            .decision
            .and_then(|id| moment.steps().position(|step| step == id))
            .filter(|_| flows.len() > 1);
        let batch = self.works[works.clone()].iter().map(|work| work.batch).max().unwrap_or(1);
        let only_pool = match &self.needs[needs.clone()] {
            [need] if need.count == 1 && !need.keep && batch == 1 && need.choices.len() == 1 => {
                Some(self.choices[need.choices.start])
            }
            _ => None,
        };
        let steps =
            || moment.steps().filter_map(|id| Some((id, scenario.steps().get(&id)?.as_ref())));
        let acceptable = steps().find_map(|(_, step)| step.wait.as_ref()?.acceptable);
        let is_wait = |activity: &Activity| matches!(activity.room, Room::Waiting { .. });
        let serves = !moment.activities.iter().all(is_wait);
        MomentPlan {
            number: moment.first_step().map_or(0, Id::number),
            works,
            needs,
            batch,
            cluster: None,
            only_pool,
            care: Care::Full,
            draws_ahead: false,
            keeps: self.needs[needs_from..].iter().any(|need| need.keep),
            only_way: match &self.ways[flows_from..] {
                [way] if !flows.is_empty() && decides.is_none() => Some(way.arc),
                _ => None,
            },
            triggers: flows.end..self.ways.len(),
            flows,
            decides: decides.map(small),
            returning: None,
            acceptable: acceptable.map(|span| ticks(span.seconds())),
            priority: priority(steps().map(|(_, step)| step)),
            patience: steps().find_map(|(id, step)| {
                let patience: &ServiceTime = step.wait.as_ref()?.patience.as_ref()?;
                Some((Sampler::of(patience), id.number()))
            }),
            batch_wait: steps()
                .filter_map(|(_, step)| step.batch_wait)
                .map(|span: Span| ticks(span.seconds()))
                .min(),
            hall: (!serves).then(|| Hall {
                places: steps().find_map(|(_, step)| match step.places {
                    Some(Places::Count(count)) => Some(count.get()),
                    Some(Places::Unlimited) | None => None,
                }),
            }),
        }
    }

    /// A step's work and what it needs; `from` is where the works of its moment begin.
    fn work(
        &mut self,
        scenario: &Scenario,
        moment: &Moment,
        from: usize,
        at: usize,
        activity: &Activity,
    ) {
        let Some(step) = scenario.steps().get(&activity.step) else { return };
        let batch = step.batch_that_fits().get();
        let like = like(moment).filter(|_| step.time.is_none() && activity.mean_s != Some(0.0));
        self.works.push(Work {
            step: activity.step,
            setup: ticks(activity.setup_s),
            time: match &step.time {
                Some(time) => Some(Sampler::of(time)),
                None if like.is_some() => None,
                None => Some(Sampler::fixed(activity.mean_s.unwrap_or_default())),
            },
            like: like.map(|like| from + like),
            batch,
        });
        for need in &step.needs {
            let choices_from = self.choices.len();
            let known = need.roles.iter().filter_map(|role| scenario.roles().get_index_of(role));
            self.choices.extend(known.map(small));
            self.needs.push(NeedPlan {
                work: small(at),
                choices: choices_from..self.choices.len(),
                count: need.count.get(),
                keep: need.keep,
                batch,
            });
        }
        let places = match activity.room {
            Room::Places(count) => count,
            Room::OneServer => 1,
            Room::Unlimited | Room::Waiting { .. } => return,
        };
        let pool = small(self.pools.len());
        self.pools.push(Pool { units: places, away: 0.0, cluster: None });
        self.choices.push(pool);
        self.needs.push(NeedPlan {
            work: small(at),
            choices: self.choices.len() - 1..self.choices.len(),
            count: 1,
            keep: false,
            batch,
        });
    }

    /// The arcs with the joins on them, and where customers come in.
    fn arcs(&mut self, process: &Process) {
        let mut gates: Vec<Vec<Gate>> = vec![Vec::new(); process.arcs.len()];
        let mut counters = 0;
        for moment in &process.moments {
            if let Some(meeting) = &moment.meeting {
                note_gates(meeting, &mut counters, &mut gates);
            }
        }
        for (arc, gates) in process.arcs.iter().zip(gates) {
            let from = self.gates.len();
            self.gates.extend(gates);
            self.arcs.push(ArcPlan { to: arc.to.map(small), gates: from..self.gates.len() });
        }
        let from = self.ways.len();
        let mut sum = 0.0;
        for (index, arc) in process.arcs.iter().enumerate() {
            if arc.kind == ArcKind::Arrival && arc.is_live() {
                sum += arc.share.unwrap_or_default();
                self.ways.push(Way { arc: small(index), upto: sum });
            }
        }
        self.entries = from..self.ways.len();
    }

    /// Marks the moments that a customer can come to more than once: in a loop, where branches meet
    /// that do not wait for each other, and after those.
    fn note_returns(&mut self, process: &Process) {
        let parted =
            self.forks_on_arrival || (0..process.moments.len()).any(|m| process.is_fork(m));
        let has_merge = |tree: &MeetingTree| {
            tree.fold(
                |_| false,
                |at, parts| matches!(at, MeetingTree::Merge(_)) || parts.contains(&true),
            )
        };
        let mut open: Vec<usize> = Vec::new();
        for group in process.order.iter() {
            let alone = |at: &usize| process.live_flows(*at).all(|arc| arc.to != Some(*at));
            let is_loop = group.len() > 1 || !group.iter().all(alone);
            open.extend(group.iter().filter(|_| is_loop));
        }
        for (at, moment) in process.moments.iter().enumerate() {
            let meets = parted && moment.meeting.as_ref().is_some_and(has_merge);
            let set_off = moment.part == Part::Triggered && moment.ins.len() > 1;
            if meets || set_off {
                open.push(at);
            }
        }
        while let Some(at) = open.pop() {
            let Some(plan) = self.moments.get_mut(at) else { continue };
            if plan.returning.replace(0).is_some() {
                continue;
            }
            let outs = process.moments[at].outs.iter().map(|arc| &process.arcs[*arc]);
            open.extend(outs.filter(|arc| arc.is_live()).filter_map(|arc| arc.to));
        }
        let returning = self.moments.iter_mut().filter_map(|plan| plan.returning.as_mut());
        for (number, returning) in (0..).zip(returning) {
            *returning = number;
        }
    }

    /// Puts lines together that share a pool, or whose pools a third one shares.
    fn cluster(&mut self) {
        let mut groups: petgraph::unionfind::UnionFind<usize> =
            petgraph::unionfind::UnionFind::new(self.pools.len());
        let pools = |needs: &[NeedPlan], choices: &[u32], plan: &MomentPlan| -> Vec<usize> {
            let needs = &needs[plan.needs.clone()];
            let all = needs.iter().flat_map(|need| &choices[need.choices.clone()]);
            all.map(|pool| *pool as usize).collect()
        };
        let pools_of: Vec<Vec<usize>> =
            self.moments.iter().map(|plan| pools(&self.needs, &self.choices, plan)).collect();
        for pools in &pools_of {
            for pair in pools.windows(2) {
                groups.union(pair[0], pair[1]);
            }
        }
        let mut cluster_of: Vec<Option<u32>> = vec![None; self.pools.len()];
        for (at, pools) in pools_of.iter().enumerate() {
            let waits = self.moments[at].batch > 1;
            let cluster = match pools.first() {
                Some(pool) => {
                    let clusters = &mut self.clusters;
                    *cluster_of[groups.find(*pool)].get_or_insert_with(|| {
                        clusters.push(Vec::new());
                        small(clusters.len() - 1)
                    })
                }
                // A batch waits although it needs nothing.
                None if waits => {
                    self.clusters.push(Vec::new());
                    small(self.clusters.len() - 1)
                }
                None => continue,
            };
            self.moments[at].cluster = Some(cluster);
            self.clusters[cluster as usize].push(small(at));
        }
        for at in 0..self.pools.len() {
            self.pools[at].cluster = cluster_of[groups.find(at)];
        }
        let only = |cluster: &Vec<u32>| {
            let mut pools = cluster.iter().map(|at| self.moments[*at as usize].only_pool);
            let first = pools.next()??;
            pools.all(|pool| pool == Some(first)).then_some(first)
        };
        self.only_pools = self.clusters.iter().map(only).collect();
    }
}

/// Whether a moment comes before or after others: before if one of its steps does.
fn priority<'a>(steps: impl Iterator<Item = &'a Step>) -> u8 {
    let of = |step: &Step| match step.priority {
        Some(Priority::High) => 0,
        None => 1,
        Some(Priority::Low) => 2,
    };
    steps.map(of).min().unwrap_or(1)
}

/// The step of a moment whose time blank ones last as long as: the longest by mean, of equals the first.
fn like(moment: &Moment) -> Option<usize> {
    let timed = moment.activities.iter().enumerate().filter(|(_, activity)| activity.own_time);
    let longest =
        timed.reduce(|most, next| if next.1.hold_s() > most.1.hold_s() { next } else { most });
    longest.map(|(at, _)| at)
}

/// Notes for the arcs of a tree which joins they pass, the innermost first. Without recursion: files nest
/// as deeply as they like.
fn note_gates(tree: &MeetingTree, counters: &mut u32, gates: &mut [Vec<Gate>]) {
    let mut open: Vec<(&MeetingTree, Vec<Gate>)> = vec![(tree, Vec::new())];
    while let Some((tree, outer)) = open.pop() {
        match tree {
            MeetingTree::Arc(arc) => {
                if let Some(gates) = gates.get_mut(*arc) {
                    *gates = outer.iter().rev().copied().collect();
                }
            }
            MeetingTree::Merge(branches) => {
                open.extend(branches.iter().map(|branch| (branch, outer.clone())));
            }
            MeetingTree::Join { branches, .. } => {
                let (first, count) = (*counters, small(branches.len()));
                *counters += count;
                for (at, branch) in branches.iter().enumerate() {
                    let gate = Gate { first, branches: count, branch: small(at) };
                    let inner = outer.iter().copied().chain([gate]).collect();
                    open.push((branch, inner));
                }
            }
        }
    }
}
