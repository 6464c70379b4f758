//! A scenario as the engine sees it: flat lists of who is needed where at once, and where tokens go next.

use std::ops::Range;

use super::day_plan::DayPlan;
use super::gaps::Gaps;
use super::positions::small;
use super::sampling::{Sampler, ticks};
use crate::analysis::Lack;
use crate::blueprint::{
    Id, Order, Places, Priority, Quantity, Role, RoleId, Scenario, ServiceTime, Span, Step, StepId,
};
use crate::process::{Activity, ArcKind, MeetingTree, Moment, Part, Process, Room};

/// A service ready to be simulated. Everything is named by its position in a list.
#[derive(Clone, Debug)]
pub struct Model {
    pub(super) pools: Vec<Pool>,
    /// How many of the pools are roles, which come first, in document order.
    pub(super) roles: usize,
    pub(super) moments: Vec<MomentPlan>,
    pub(super) works: Vec<Work>,
    pub(super) needs: Vec<NeedPlan>,
    /// Pools that can meet a need, in the order in which they were written.
    pub(super) choices: Vec<u32>,
    pub(super) arcs: Vec<ArcPlan>,
    /// The joins that tokens pass on arcs, innermost first.
    pub(super) gates: Vec<Gate>,
    /// Arcs that lead away, each with the shares up to it where one is chosen.
    pub(super) ways: Vec<Way>,
    /// Where customers come in.
    pub(super) entries: Range<usize>,
    pub(super) forks_on_arrival: bool,
    /// Lines that compete with each other, directly or through others, by their moments.
    pub(super) clusters: Vec<Vec<u32>>,
    /// Of each cluster the only pool, where each of its moments needs one unit of it and nothing else.
    pub(super) only_pools: Vec<Option<u32>>,
    pub(super) demand: Demand,
    pub(super) order: Order,
    /// When planned customers come, in ticks, each by an arc.
    pub(super) appointments: Vec<(u64, u32)>,
    /// When other numbers of units are on duty: in ticks, which pool, how many.
    pub(super) duty: Vec<(u64, u32, u32)>,
    /// The day that is simulated; `None` for the long run.
    pub(super) day: Option<DayPlan>,
    /// Of each pool the moments that need it.
    pub(super) lines_of_pools: Vec<Vec<u32>>,
    /// How often a customer passes a moment on average, all together.
    pub(super) visits: f64,
    /// Whether a place to wait can be full.
    pub(super) has_full_halls: bool,
    /// The target for the whole visit, in ticks.
    pub(super) promise: Option<u64>,
}

/// Units that are alike: people of a role, places of a step.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    /// Units that are there from the start.
    pub units: u32,
    /// Held for a time, a unit is away for this many times as long afterwards.
    pub away: f64,
    /// The lines that need it.
    pub cluster: Option<u32>,
}

/// What happens at a moment.
#[derive(Clone, Debug)]
pub(super) struct MomentPlan {
    /// The number of its first step, which tells lines apart where all else is equal.
    pub number: u32,
    pub works: Range<usize>,
    pub needs: Range<usize>,
    /// How many go in together; 1 without batches.
    pub batch: u32,
    /// Which lines it competes with; `None` where nobody ever waits.
    pub cluster: Option<u32>,
    /// The only pool of which one unit is all that it needs.
    pub only_pool: Option<u32>,
    /// Whether units stay in customers' hands after it.
    pub keeps: bool,
    pub flows: Range<usize>,
    pub triggers: Range<usize>,
    /// The work whose way out is drawn; `None` takes all of them.
    pub decides: Option<u32>,
    /// Whether a customer can come more than once.
    pub returns: bool,
    /// Whether something is done for whoever is here: a place to wait is none.
    pub serves: bool,
    /// Ticks of waiting that customers accept.
    pub acceptable: Option<u64>,
    /// 0 before, 1 between, 2 after others.
    pub priority: u8,
    /// How long who waits here has patience, with the number of the step that says so.
    pub patience: Option<(Sampler, u32)>,
    /// Ticks after which an incomplete batch starts.
    pub batch_wait: Option<u64>,
    /// That it is a place to wait, and how many fit.
    pub hall: Option<Hall>,
}

/// A place to wait.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hall {
    /// How many fit; `None` without limit.
    pub places: Option<u32>,
}

/// One step's part of a moment.
#[derive(Clone, Debug)]
pub(super) struct Work {
    pub step: StepId,
    pub setup: u64,
    /// How long it takes; `None` as long as another of the moment.
    pub time: Option<Sampler>,
    /// The work that it lasts as long as, where it has no time of its own.
    pub like: Option<usize>,
    /// Customers who are served together.
    pub batch: u32,
}

/// Units that a work holds while it lasts.
#[derive(Clone, Debug)]
pub(super) struct NeedPlan {
    /// The work, by its position within the moment.
    pub work: u32,
    pub choices: Range<usize>,
    pub count: u32,
    /// Whether the units stay with the customer.
    pub keep: bool,
    /// Customers who share them.
    pub batch: u32,
}

#[derive(Clone, Debug)]
pub(super) struct ArcPlan {
    pub to: Option<u32>,
    pub gates: Range<usize>,
}

/// A branch of a join.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gate {
    /// The counter of the join's first branch.
    pub first: u32,
    pub branches: u32,
    pub branch: u32,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub arc: u32,
    /// The shares up to it, itself included.
    pub upto: f64,
}

/// When customers come.
#[derive(Clone, Debug)]
pub(super) struct Demand {
    pub per_hour: f64,
    pub gaps: Gaps,
}

impl Model {
    /// Reads a scenario. Linear, but for clusters, which are near-linear.
    ///
    /// # Errors
    /// What the engine cannot run without: a sound flow, times, people, customers.
    pub fn of(scenario: &Scenario, process: &Process) -> Result<Self, Vec<Lack>> {
        let lacks = lacks(scenario, process, &heads_of_long_run);
        if !lacks.is_empty() {
            return Err(lacks);
        }
        Ok(Self::read(scenario, process))
    }

    /// Reads a scenario for its day.
    ///
    /// # Errors
    /// As [`Model::of`]; [`Lack::Day`] where it has none.
    pub fn of_day(scenario: &Scenario, process: &Process) -> Result<Self, Vec<Lack>> {
        let Some(day) = scenario.demand().day.as_deref() else { return Err(vec![Lack::Day]) };
        let plan = DayPlan::of(scenario, day);
        let most = |role: &Role| {
            let at = scenario.roles().values().position(|other| std::ptr::eq(other.as_ref(), role));
            let times = at.map(|at| (at, plan.changes(at)));
            let units = times.map(|(role, times)| {
                times.into_iter().map(|time| plan.units(role, time)).max().unwrap_or_default()
            });
            units.unwrap_or_default()
        };
        let mut lacks = lacks(scenario, process, &most);
        lacks.retain(|lack| *lack != Lack::Demand);
        if plan.expected() <= 0.0 {
            lacks.push(Lack::Demand);
        }
        if !lacks.is_empty() {
            return Err(lacks);
        }
        let mut model = Self::read(scenario, process);
        for role in 0..model.roles {
            model.pools[role].units = plan.units(role, 0);
            for time in plan.changes(role).into_iter().filter(|time| *time > 0) {
                model.duty.push((time, small(role), plan.units(role, time)));
            }
        }
        model.day = Some(plan);
        Ok(model)
    }

    fn read(scenario: &Scenario, process: &Process) -> Self {
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
        model
    }

    /// When the doors open, in ticks from the beginning of a day's replication.
    #[must_use]
    pub fn opens_at(&self) -> u64 {
        self.day.as_ref().map_or(0, DayPlan::open)
    }

    /// About how many events a day has.
    pub(super) fn events_per_day(&self) -> f64 {
        let customers = self.day.as_ref().map_or(0.0, DayPlan::expected);
        customers * (1.0 + 2.0 * self.visits)
    }

    /// The moment of a step.
    pub(super) fn moment_of(&self, step: StepId) -> Option<u32> {
        let is_at =
            |plan: &MomentPlan| self.works[plan.works.clone()].iter().any(|work| work.step == step);
        self.moments.iter().position(is_at).map(small)
    }

    /// The same with another order of those who wait.
    #[must_use]
    pub fn in_order(self, order: Order) -> Self {
        Self { order, ..self }
    }

    /// The same with customers who come at given times, in seconds from the beginning, each to a step at
    /// which customers can arrive; to any other nobody comes.
    #[must_use]
    pub fn with_appointments(self, appointments: &[(f64, StepId)]) -> Self {
        let arc_to = |step: StepId| {
            let moment = self.moment_of(step);
            let entries = self.ways[self.entries.clone()].iter().map(|way| way.arc);
            entries
                .into_iter()
                .find(|arc| moment.is_some() && self.arcs[*arc as usize].to == moment)
        };
        let appointments = appointments
            .iter()
            .filter_map(|(at, step)| Some((ticks(*at), arc_to(*step)?)))
            .collect();
        Self { appointments, ..self }
    }

    /// The same with another number of a role on duty from given times on, in seconds from the beginning;
    /// the role by its position.
    #[must_use]
    pub fn with_duty(self, role: usize, changes: &[(f64, u32)]) -> Self {
        let changes = changes.iter().map(|(at, units)| (ticks(*at), small(role), *units));
        let duty = if role < self.roles { changes.collect() } else { Vec::new() };
        Self { duty, ..self }
    }

    /// The same with so many customers an hour.
    #[must_use]
    pub fn at_demand(self, per_hour: f64) -> Self {
        Self { demand: Demand { per_hour, ..self.demand }, ..self }
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
            keeps: self.needs[needs_from..].iter().any(|need| need.keep),
            triggers: flows.end..self.ways.len(),
            flows,
            decides: decides.map(small),
            returns: false,
            serves,
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
            if std::mem::replace(&mut plan.returns, true) {
                continue;
            }
            let outs = process.moments[at].outs.iter().map(|arc| &process.arcs[*arc]);
            open.extend(outs.filter(|arc| arc.is_live()).filter_map(|arc| arc.to));
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

fn heads_of_long_run(role: &Role) -> u32 {
    role.heads()
}

/// The step of a moment whose time blank ones last as long as: the longest by mean, of equals the first.
fn like(moment: &Moment) -> Option<usize> {
    let timed = moment.activities.iter().enumerate().filter(|(_, activity)| activity.own_time);
    let longest =
        timed.reduce(|most, next| if next.1.hold_s() > most.1.hold_s() { next } else { most });
    longest.map(|(at, _)| at)
}

/// What keeps the engine from running.
fn lacks(scenario: &Scenario, process: &Process, heads: &dyn Fn(&Role) -> u32) -> Vec<Lack> {
    let mut lacks = Vec::new();
    let reached = || process.moments.iter().filter(|moment| moment.is_reached());
    if !process.moments.iter().any(|moment| moment.part == Part::Customer) {
        return vec![Lack::Flow];
    }
    let unknown = process.arcs.iter().any(|arc| !arc.refused && arc.share.is_none());
    if unknown || reached().any(|moment| moment.visits.is_none()) {
        lacks.push(Lack::SoundFlow);
    }
    for activity in reached().flat_map(|moment| &moment.activities) {
        if activity.mean_s.is_none() {
            lacks.push(Lack::Time(activity.step));
        }
        for claim in &activity.claims {
            let heads = |role: &RoleId| scenario.roles().get(role).map_or(0, |role| heads(role));
            let heads = claim.roles.iter().map(heads).fold(0, u32::saturating_add);
            if let Some(role) = claim.roles.first().filter(|_| heads < claim.count) {
                lacks.push(Lack::Headcount(*role));
            }
        }
    }
    if scenario.demand().steady_rate().is_none_or(|rate| rate == Quantity::ZERO) {
        lacks.push(Lack::Demand);
    }
    lacks.sort_unstable();
    lacks.dedup();
    lacks
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
