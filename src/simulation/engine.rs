//! One replication, event by event, as the notation means it.
//!
//! # An instant
//!
//! All events of an instant change the state: work ends, units come back, customers come. *Then* waiting
//! requests start. What takes no time ends within the same instant, and the next can start. So two nurses
//! who finish together are free together.
//!
//! # Lines
//!
//! A request asks for all that its moment needs at once; nothing is held while waiting. Only the head of a
//! line can start: the first that fits, by one order for all. Who does not fit lets later ones pass, unless
//! only more of the same is lacking, or it was passed [`PASSES`] times at each of several needs: then it
//! holds what is free. So nobody starves, and no unit idles where another is the scarce one.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use smallvec::SmallVec;

use super::levels::Level;
use super::model::{Model, MomentPlan, NeedPlan, Order};
use super::random::{Address, Arrival, Stream};
use super::sampling::TICKS;
use super::seizing::{self, Grants, Wish};
use super::tally::Sums;
use crate::blueprint::Id;

/// How often a request for several things lets others pass.
const PASSES: u8 = 3;
/// More customers inside are too much to be simulated.
const MOST_INSIDE: u64 = 1_000_000;
/// Ticks of an interval of arrivals where no day is given: an hour.
const HOUR: u64 = 3_600_000_000;
/// The number that the first gap of a replication has in the first interval.
const FIRST_GAP: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Arrival,
    WorkEnds { execution: u32, work: u32 },
    BackAgain { pool: u32, count: u32 },
}

impl What {
    /// Which come first at an instant.
    fn rank(self) -> u8 {
        match self {
            Self::WorkEnds { .. } | Self::BackAgain { .. } => 0,
            Self::Arrival => 3,
        }
    }
}

/// By time, rank and order of coming.
type Event = (u64, u8, u64, What);

/// A customer, with the work that was set off for one.
#[derive(Clone, Debug, Default)]
struct Customer {
    arrival: Arrival,
    /// When the visit began.
    since: u64,
    /// On the way, those that wait in a join included.
    tokens: u32,
    /// Of these, those that wait in a join.
    parked: u32,
    /// What was set off and nobody waits for.
    background: u32,
    /// Moments in which something is done for the customer.
    active: u32,
    /// Since when nothing is.
    idle_since: u64,
    idle: u64,
    /// How often moments were come to that can be come to again.
    visits: SmallVec<[(u32, u32); 2]>,
    /// Tokens on branches of joins, apart for what was set off.
    branches: SmallVec<[(u32, bool, u32); 2]>,
    kept: SmallVec<[Held; 1]>,
}

/// Units in somebody's hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Held {
    pool: u32,
    count: u32,
    since: u64,
}

/// Who waits.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    key: u128,
    since: u64,
    who: Token,
}

/// A token at a moment.
#[derive(Clone, Copy, Debug)]
struct Token {
    customer: u32,
    visit: u32,
    background: bool,
}

/// Those who wait for the same with the same units in their hands.
#[derive(Clone, Debug)]
struct Line {
    moment: u32,
    /// The kept units that its members bring, by pool.
    brings: SmallVec<[(u32, u32); 1]>,
    queue: VecDeque<Waiting>,
    /// How often the head was passed at each need.
    passed: SmallVec<[u8; 2]>,
}

/// Work that is being done.
#[derive(Clone, Debug, Default)]
struct Execution {
    moment: u32,
    /// Works that are not over.
    left: u32,
    members: SmallVec<[Token; 1]>,
    holds: SmallVec<[Hold; 2]>,
}

/// Units that a work holds.
#[derive(Clone, Copy, Debug)]
struct Hold {
    work: u32,
    keep: bool,
    held: Held,
}

#[derive(Clone, Copy, Debug)]
struct PoolState {
    duty: Level,
    busy: Level,
    away: u64,
}

impl PoolState {
    fn free(&self) -> u32 {
        let free = self.duty.value().saturating_sub(self.busy.value() + self.away);
        u32::try_from(free).unwrap_or(u32::MAX)
    }
}

/// A replication as it stands: the state of everything at an instant. A clone goes on alike.
#[derive(Clone, Debug)]
pub struct Replication {
    stream: Stream,
    now: u64,
    serial: u64,
    events: BinaryHeap<Reverse<Event>>,
    /// The lines of each moment; several where kept units differ.
    lines_of: Vec<SmallVec<[u32; 1]>>,
    lines: Vec<Line>,
    lines_in: Vec<Vec<u32>>,
    pools: Vec<PoolState>,
    held: Vec<u32>,
    dirty: Vec<u32>,
    is_dirty: Vec<bool>,
    customers: Vec<Customer>,
    unused_customers: Vec<u32>,
    executions: Vec<Execution>,
    unused_executions: Vec<u32>,
    next_arrival: Arrival,
    inside: Level,
    queues: Vec<Level>,
    sums: Sums,
    overfull: bool,
}

impl Replication {
    /// One before anything has happened. The same model, seed and number go alike on every machine.
    #[must_use]
    pub fn new(model: &Model, seed: u32, number: u32) -> Self {
        let line = |(at, _): (usize, &MomentPlan)| Line {
            moment: small(at),
            brings: SmallVec::new(),
            queue: VecDeque::new(),
            passed: SmallVec::new(),
        };
        let lines: Vec<Line> = model.moments.iter().enumerate().map(line).collect();
        let state = |units: u32| PoolState {
            duty: Level::starting_at(u64::from(units)),
            busy: Level::default(),
            away: 0,
        };
        let mut replication = Self {
            stream: Stream::new(seed, number),
            now: 0,
            serial: 0,
            events: BinaryHeap::new(),
            lines_of: (0..lines.len()).map(|at| SmallVec::from_slice(&[small(at)])).collect(),
            lines,
            lines_in: model.clusters.clone(),
            pools: model.pools.iter().map(|pool| state(pool.units)).collect(),
            held: vec![0; model.pools.len()],
            dirty: Vec::new(),
            is_dirty: vec![false; model.clusters.len()],
            customers: Vec::new(),
            unused_customers: Vec::new(),
            executions: Vec::new(),
            unused_executions: Vec::new(),
            next_arrival: Arrival::default(),
            inside: Level::default(),
            queues: vec![Level::default(); model.moments.len()],
            sums: Sums::empty(model.moments.len(), model.pools.len()),
            overfull: false,
        };
        let first = Arrival { interval: 0, number: FIRST_GAP };
        let address = Address { arrival: first, step: 0, visit: 0 };
        let gap = model.demand.gaps.first(replication.stream, address);
        replication.schedule_arrival(model, gap);
        replication
    }

    /// What happened up to now since it was last asked. Levels go on.
    pub fn cut(&mut self) -> Sums {
        let now = self.now;
        for (level, sums) in self.queues.iter_mut().zip(&mut self.sums.moments) {
            (sums.queue, sums.most_queue) = level.cut(now);
        }
        for (pool, sums) in self.pools.iter_mut().zip(&mut self.sums.pools) {
            sums.busy = pool.busy.cut(now).0;
            sums.duty = pool.duty.cut(now).0;
        }
        (self.sums.inside, self.sums.most_inside) = self.inside.cut(now);
        let empty = Sums::empty(self.queues.len(), self.pools.len());
        std::mem::replace(&mut self.sums, empty)
    }

    /// Goes on for so many ticks, and no further. What happens at the very end belongs to what follows.
    /// `cancelled` is asked every thousand instants; answers whether it came to the end.
    pub fn run(&mut self, model: &Model, length: u64, cancelled: &dyn Fn() -> bool) -> bool {
        let end = self.now + length;
        let mut instants = 0_u32;
        while let Some(Reverse((at, ..))) = self.events.peek() {
            if *at >= end || self.overfull {
                break;
            }
            instants = instants.wrapping_add(1);
            if instants.is_multiple_of(1024) && cancelled() {
                return false;
            }
            self.instant(model);
        }
        self.now = end;
        self.sums.length += length;
        true
    }

    /// How many customers are inside.
    #[must_use]
    pub fn inside(&self) -> u64 {
        self.inside.value()
    }

    /// Whether there are more than can be simulated.
    #[must_use]
    pub fn is_overfull(&self) -> bool {
        self.overfull
    }

    fn push(&mut self, at: u64, what: What) {
        self.serial += 1;
        self.events.push(Reverse((at, what.rank(), self.serial, what)));
    }

    /// All that happens at the next instant.
    fn instant(&mut self, model: &Model) {
        let Some(Reverse((now, ..))) = self.events.peek() else { return };
        self.now = *now;
        loop {
            while let Some(Reverse((at, _, _, what))) = self.events.peek().copied() {
                if at > self.now {
                    break;
                }
                self.events.pop();
                self.happen(model, what);
            }
            if self.dirty.is_empty() {
                return;
            }
            // What starts and takes no time is over within the instant.
            while let Some(cluster) = self.dirty.pop() {
                self.is_dirty[cluster as usize] = false;
                self.start_in(model, cluster as usize);
            }
        }
    }

    fn happen(&mut self, model: &Model, what: What) {
        match what {
            What::Arrival => self.arrive(model),
            What::BackAgain { pool, count } => {
                let state = &mut self.pools[pool as usize];
                state.away = state.away.saturating_sub(u64::from(count));
                self.touch(model.pools[pool as usize].cluster);
            }
            What::WorkEnds { execution, work } => self.work_ends(model, execution, work),
        }
    }

    fn touch(&mut self, cluster: Option<u32>) {
        if let Some(cluster) = cluster
            && !std::mem::replace(&mut self.is_dirty[cluster as usize], true)
        {
            self.dirty.push(cluster);
        }
    }

    // Customers.

    /// The next arrival after a gap, in means. Intervals without a day are hours.
    fn schedule_arrival(&mut self, model: &Model, gap: f64) {
        let ticks = gap / model.demand.per_hour * 3600.0 * TICKS;
        // Far below 2⁶⁴; a rate that is hardly any brings nobody.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let at = self.now.saturating_add(ticks.round() as u64);
        let interval = u32::try_from(at / HOUR).unwrap_or(u32::MAX);
        let next = &mut self.next_arrival;
        *next = if self.serial > 0 && interval == next.interval {
            Arrival { interval, number: next.number + 1 }
        } else {
            Arrival { interval, number: 0 }
        };
        self.push(at, What::Arrival);
    }

    fn arrive(&mut self, model: &Model) {
        let arrival = self.next_arrival;
        let address = Address { arrival, step: 0, visit: 0 };
        let gap = model.demand.gaps.after(self.stream, address);
        self.schedule_arrival(model, gap);
        self.sums.arrivals += 1;
        self.inside.add(1, self.now);
        self.overfull |= self.inside.value() > MOST_INSIDE;
        let entries = &model.ways[model.entries.clone()];
        let customer = Customer {
            arrival,
            since: self.now,
            idle_since: self.now,
            tokens: if model.forks_on_arrival { small(entries.len()) } else { 1 },
            ..Customer::default()
        };
        let who = if let Some(free) = self.unused_customers.pop() {
            self.customers[free as usize] = customer;
            free
        } else {
            self.customers.push(customer);
            small(self.customers.len() - 1)
        };
        if model.forks_on_arrival {
            for entry in entries {
                self.follow(model, who, false, entry.arc);
            }
        } else {
            let at = self.stream.pair(address, Address::MAIN)[1];
            if let Some(arc) = chosen(entries, at) {
                self.follow(model, who, false, arc);
            }
        }
    }

    /// A token goes along an arc, through the joins on it.
    fn follow(&mut self, model: &Model, who: u32, background: bool, arc: u32) {
        let plan = &model.arcs[arc as usize];
        for gate in &model.gates[plan.gates.clone()] {
            let customer = &mut self.customers[who as usize];
            let mut waits = |branch: u32, change: i32| {
                let name = gate.first + branch;
                let found =
                    customer.branches.iter_mut().find(|it| it.0 == name && it.1 == background);
                match found {
                    Some((_, _, count)) => {
                        *count = count.saturating_add_signed(change);
                        *count
                    }
                    None if change > 0 => {
                        customer.branches.push((name, background, 1));
                        1
                    }
                    None => 0,
                }
            };
            waits(gate.branch, 1);
            let others = gate.branches - 1;
            if (0..gate.branches).any(|branch| waits(branch, 0) == 0) {
                if !background {
                    customer.parked += 1;
                    self.end_if_stuck(model, who);
                }
                return;
            }
            for branch in 0..gate.branches {
                waits(branch, -1);
            }
            customer.branches.retain(|it| it.2 > 0);
            if background {
                customer.background -= others;
            } else {
                customer.tokens -= others;
                customer.parked -= others;
            }
        }
        match plan.to {
            Some(moment) => self.come(model, who, background, moment),
            None => self.token_ends(model, who, background),
        }
    }

    /// A token comes to a moment.
    fn come(&mut self, model: &Model, who: u32, background: bool, moment: u32) {
        let plan = &model.moments[moment as usize];
        let customer = &mut self.customers[who as usize];
        let mut visit = 0;
        if plan.returns {
            match customer.visits.iter_mut().find(|(known, _)| *known == moment) {
                Some((_, count)) => {
                    visit = *count;
                    *count += 1;
                }
                None => customer.visits.push((moment, 1)),
            }
        }
        let token = Token { customer: who, visit, background };
        if plan.cluster.is_none() {
            self.sums.moments[moment as usize].ended += 1;
            self.sums.moments[moment as usize].accepted += 1;
            self.begin(model, moment, SmallVec::from_slice(&[token]), SmallVec::new());
            return;
        }
        let since = match model.order {
            Order::FirstCome => self.now,
            Order::LongestInside => customer.since,
        };
        let key = u128::from(background) << 127
            | u128::from(plan.priority) << 122
            | u128::from(since) << 64
            | u128::from(customer.arrival.interval) << 32
            | u128::from(customer.arrival.number);
        let line = self.line_for(model, who, moment);
        let waiting = Waiting { key, since: self.now, who: token };
        let queue = &mut self.lines[line as usize].queue;
        let mut at = queue.len();
        while at > 0 && queue[at - 1].key > key {
            at -= 1;
        }
        if at == 0 {
            self.lines[line as usize].passed.clear();
        }
        self.lines[line as usize].queue.insert(at, waiting);
        self.queues[moment as usize].add(1, self.now);
        self.touch(plan.cluster);
    }

    /// The line for a customer at a moment: one for each set of kept units that is of use there.
    fn line_for(&mut self, model: &Model, who: u32, moment: u32) -> u32 {
        let plan = &model.moments[moment as usize];
        let first = self.lines_of[moment as usize][0];
        let kept = &self.customers[who as usize].kept;
        if kept.is_empty() || plan.batch > 1 {
            return first;
        }
        let needs = &model.needs[plan.needs.clone()];
        let is_of_use = |held: &Held| {
            needs.iter().any(|need| model.choices[need.choices.clone()].contains(&held.pool))
        };
        let mut brings: SmallVec<[(u32, u32); 1]> = SmallVec::new();
        for held in kept.iter().filter(|held| is_of_use(held)) {
            match brings.iter_mut().find(|(pool, _)| *pool == held.pool) {
                Some((_, count)) => *count += held.count,
                None => brings.push((held.pool, held.count)),
            }
        }
        brings.sort_unstable();
        let mut known = self.lines_of[moment as usize].iter();
        if let Some(line) = known.find(|line| self.lines[**line as usize].brings == brings) {
            return *line;
        }
        let line = small(self.lines.len());
        self.lines.push(Line { moment, brings, queue: VecDeque::new(), passed: SmallVec::new() });
        self.lines_of[moment as usize].push(line);
        if let Some(cluster) = plan.cluster {
            self.lines_in[cluster as usize].push(line);
        }
        line
    }

    /// The units in a customer's hands have changed while other tokens wait: those who bring something
    /// else now wait in another line, at the place that is theirs.
    fn change_lines(&mut self, model: &Model, who: u32) {
        if self.customers[who as usize].tokens + self.customers[who as usize].background < 2 {
            return;
        }
        for line in 0..self.lines.len() {
            let moment = self.lines[line].moment;
            let is_theirs = |waiting: &Waiting| waiting.who.customer == who;
            while let Some(at) = self.lines[line].queue.iter().position(is_theirs) {
                let to = self.line_for(model, who, moment) as usize;
                if to == line {
                    break;
                }
                let Some(waiting) = self.lines[line].queue.remove(at) else { break };
                if at == 0 {
                    self.lines[line].passed.clear();
                }
                let queue = &mut self.lines[to].queue;
                let place = queue.partition_point(|other| other.key <= waiting.key);
                queue.insert(place, waiting);
                if place == 0 {
                    self.lines[to].passed.clear();
                }
                self.touch(model.moments[moment as usize].cluster);
            }
        }
    }

    fn token_ends(&mut self, model: &Model, who: u32, background: bool) {
        let customer = &mut self.customers[who as usize];
        if background {
            customer.background -= 1;
            if customer.background == 0 && customer.tokens == 0 {
                self.give_back(model, who);
                self.unused_customers.push(who);
            }
            return;
        }
        customer.tokens -= 1;
        if customer.tokens > 0 {
            self.end_if_stuck(model, who);
            return;
        }
        let (time, mut idle) = (self.now - customer.since, customer.idle);
        if customer.active == 0 {
            idle += self.now.saturating_sub(customer.idle_since);
        }
        self.sums.served += 1;
        self.sums.throughput += u128::from(time);
        self.sums.idle += u128::from(idle);
        self.sums.times.count(time);
        self.leaves(model, who);
    }

    /// A customer all of whose tokens wait in joins waits for what never comes.
    fn end_if_stuck(&mut self, model: &Model, who: u32) {
        let customer = &mut self.customers[who as usize];
        if customer.tokens == 0 || customer.tokens > customer.parked {
            return;
        }
        (customer.tokens, customer.parked) = (0, 0);
        customer.branches.clear();
        self.sums.unserved += 1;
        self.leaves(model, who);
    }

    fn leaves(&mut self, model: &Model, who: u32) {
        self.inside.take(1, self.now);
        self.give_back(model, who);
        if self.customers[who as usize].background == 0 {
            self.unused_customers.push(who);
        }
    }

    /// What stayed in a customer's hands goes back.
    fn give_back(&mut self, model: &Model, who: u32) {
        for held in std::mem::take(&mut self.customers[who as usize].kept) {
            self.release(model, held);
        }
    }

    // Work.

    /// Starts those who can of a cluster.
    fn start_in(&mut self, model: &Model, cluster: usize) {
        if let Some(pool) = model.only_pools[cluster] {
            while self.pools[pool as usize].free() > 0 {
                let heads = self.lines_in[cluster].iter().filter_map(|line| {
                    let first = self.lines[*line as usize].queue.front()?;
                    let moment = self.lines[*line as usize].moment;
                    Some((first.key, model.moments[moment as usize].number, *line))
                });
                let Some((_, _, line)) = heads.min() else { return };
                let moment = self.lines[line as usize].moment;
                let need = model.moments[moment as usize].needs.start;
                let grant = seizing::Grant { pool, need: small(need), count: 1 };
                self.start(model, line, 1, SmallVec::from_slice(&[grant]));
            }
            return;
        }
        while self.start_one(model, cluster) {}
    }

    /// Starts the first that can of those who wait in a cluster.
    fn start_one(&mut self, model: &Model, cluster: usize) -> bool {
        let mut heads: SmallVec<[(u128, u32, u32); 8]> = SmallVec::new();
        for line in &self.lines_in[cluster] {
            let waiting = &self.lines[*line as usize];
            let plan = &model.moments[waiting.moment as usize];
            if waiting.queue.len() >= plan.batch as usize
                && let Some(first) = waiting.queue.front()
            {
                heads.push((first.key, plan.number, *line));
            }
        }
        heads.sort_unstable();
        for (_, _, line) in &heads {
            let plan = &model.moments[self.lines[*line as usize].moment as usize];
            for need in &model.needs[plan.needs.clone()] {
                for pool in &model.choices[need.choices.clone()] {
                    self.held[*pool as usize] = 0;
                }
            }
        }
        for (at, (_, _, line)) in heads.iter().enumerate() {
            let plan = &model.moments[self.lines[*line as usize].moment as usize];
            let count = plan.batch;
            let free = |pool: u32| {
                let pool = pool as usize;
                self.pools[pool].free().saturating_sub(self.held[pool])
            };
            if let Some(grants) = self.fit(model, *line, count, &free) {
                self.note_passed(model, &heads[..at], &grants);
                self.start(model, *line, count, grants);
                return true;
            }
            let needs = &model.needs[plan.needs.clone()];
            let choices = |need: &NeedPlan| &model.choices[need.choices.clone()];
            let has_some = |need: &NeedPlan| choices(need).iter().any(|pool| free(*pool) > 0);
            let passed = &self.lines[*line as usize].passed;
            let was_passed = needs.len() > 1
                && passed.len() == needs.len()
                && passed.iter().all(|count| *count >= PASSES);
            if was_passed || needs.iter().all(has_some) {
                for pool in needs.iter().flat_map(choices) {
                    self.held[*pool as usize] = self.pools[*pool as usize].free();
                }
            }
        }
        false
    }

    /// Units for the first so many of a line, besides those that they bring.
    fn fit(
        &self,
        model: &Model,
        line: u32,
        count: u32,
        free: &dyn Fn(u32) -> u32,
    ) -> Option<Grants> {
        let waiting = &self.lines[line as usize];
        let plan = &model.moments[waiting.moment as usize];
        let mut brings: SmallVec<[(u32, u32); 2]> = waiting.brings.iter().copied().collect();
        if plan.batch > 1 {
            for waiting in waiting.queue.iter().take(count as usize) {
                let kept = &self.customers[waiting.who.customer as usize].kept;
                brings.extend(kept.iter().map(|held| (held.pool, held.count)));
            }
        }
        let mut wishes: SmallVec<[Wish<'_>; 4]> = SmallVec::new();
        for at in plan.needs.clone() {
            let need = &model.needs[at];
            let choices = &model.choices[need.choices.clone()];
            let mut wanted = need.count * count.div_ceil(need.batch);
            for pool in choices {
                for (_, has) in brings.iter_mut().filter(|(known, _)| known == pool) {
                    let used = wanted.min(*has);
                    wanted -= used;
                    *has -= used;
                }
            }
            if wanted > 0 {
                wishes.push(Wish { choices, count: wanted, need: small(at) });
            }
        }
        seizing::find(&wishes, free)
    }

    /// Those before who starts were passed at the needs whose units it took.
    fn note_passed(&mut self, model: &Model, before: &[(u128, u32, u32)], grants: &Grants) {
        for (_, _, line) in before {
            let line = &mut self.lines[*line as usize];
            let needs = &model.needs[model.moments[line.moment as usize].needs.clone()];
            if needs.len() < 2 {
                continue;
            }
            line.passed.resize(needs.len(), 0);
            for (need, passed) in needs.iter().zip(&mut line.passed) {
                let choices = &model.choices[need.choices.clone()];
                if grants.iter().any(|grant| choices.contains(&grant.pool)) {
                    *passed = passed.saturating_add(1);
                }
            }
        }
    }

    /// The first so many of a line start with the units that were found for them.
    fn start(&mut self, model: &Model, line: u32, count: u32, grants: Grants) {
        let moment = self.lines[line as usize].moment;
        let plan = &model.moments[moment as usize];
        let mut members: SmallVec<[Token; 1]> = SmallVec::new();
        self.lines[line as usize].passed.clear();
        for _ in 0..count {
            let Some(waiting) = self.lines[line as usize].queue.pop_front() else { break };
            let wait = self.now - waiting.since;
            let sums = &mut self.sums.moments[moment as usize];
            sums.ended += 1;
            sums.waits += wait;
            sums.accepted += u64::from(plan.acceptable.is_none_or(|most| wait <= most));
            members.push(waiting.who);
        }
        self.queues[moment as usize].take(members.len() as u64, self.now);
        let mut holds: SmallVec<[Hold; 2]> = SmallVec::new();
        let any_kept =
            members.iter().any(|token| !self.customers[token.customer as usize].kept.is_empty());
        if any_kept {
            self.use_kept(model, plan, &members, &mut holds);
        }
        for grant in grants {
            let need = &model.needs[grant.need as usize];
            self.pools[grant.pool as usize].busy.add(u64::from(grant.count), self.now);
            let held = Held { pool: grant.pool, count: grant.count, since: self.now };
            holds.push(Hold { work: need.work, keep: need.keep, held });
        }
        if any_kept {
            for token in &members {
                self.change_lines(model, token.customer);
            }
        }
        self.begin(model, moment, members, holds);
    }

    /// Kept units are used first; what is left of their roles goes back.
    fn use_kept(
        &mut self,
        model: &Model,
        plan: &MomentPlan,
        members: &[Token],
        holds: &mut SmallVec<[Hold; 2]>,
    ) {
        let needs = &model.needs[plan.needs.clone()];
        let count = small(members.len());
        for need in needs {
            let mut wanted = need.count * count.div_ceil(need.batch);
            for pool in &model.choices[need.choices.clone()] {
                for token in members {
                    let kept = &mut self.customers[token.customer as usize].kept;
                    for held in kept.iter_mut().filter(|held| held.pool == *pool) {
                        let used = wanted.min(held.count);
                        if used > 0 {
                            wanted -= used;
                            held.count -= used;
                            let held = Held { count: used, ..*held };
                            holds.push(Hold { work: need.work, keep: need.keep, held });
                        }
                    }
                }
            }
        }
        for token in members {
            let mut kept = std::mem::take(&mut self.customers[token.customer as usize].kept);
            kept.retain(|held| {
                if held.count == 0 {
                    return false;
                }
                let is_done = needs
                    .iter()
                    .any(|need| model.choices[need.choices.clone()].contains(&held.pool));
                if is_done {
                    self.release(model, *held);
                }
                !is_done
            });
            self.customers[token.customer as usize].kept = kept;
        }
    }

    /// The work of a moment begins.
    fn begin(
        &mut self,
        model: &Model,
        moment: u32,
        members: SmallVec<[Token; 1]>,
        holds: SmallVec<[Hold; 2]>,
    ) {
        let plan = &model.moments[moment as usize];
        let Some(first) = members.first().copied() else { return };
        if plan.serves {
            for token in members.iter().filter(|token| !token.background) {
                let customer = &mut self.customers[token.customer as usize];
                if customer.active == 0 {
                    customer.idle += self.now.saturating_sub(customer.idle_since);
                }
                customer.active += 1;
            }
        }
        let execution = Execution { moment, left: small(plan.works.len()), members, holds };
        let at = if let Some(free) = self.unused_executions.pop() {
            self.executions[free as usize] = execution;
            free
        } else {
            self.executions.push(execution);
            small(self.executions.len() - 1)
        };
        let arrival = self.customers[first.customer as usize].arrival;
        let works = &model.works[plan.works.clone()];
        let length = |index: usize| {
            let work = &model.works[index];
            let address = Address { arrival, step: work.step.number(), visit: first.visit };
            let time = work.time.as_ref();
            work.setup + time.map_or(0, |time| time.draw(self.stream, address))
        };
        let mut lengths: SmallVec<[u64; 4]> = plan.works.clone().map(length).collect();
        for (index, work) in works.iter().enumerate() {
            if let Some(like) = work.like {
                lengths[index] = lengths[like - plan.works.start].max(work.setup);
            }
        }
        for (work, length) in lengths.into_iter().enumerate() {
            self.push(self.now + length, What::WorkEnds { execution: at, work: small(work) });
        }
    }

    fn work_ends(&mut self, model: &Model, at: u32, work: u32) {
        let execution = &mut self.executions[at as usize];
        execution.left -= 1;
        let is_over = execution.left == 0;
        let first = execution.members.first().copied();
        let mut holds = std::mem::take(&mut execution.holds);
        holds.retain(|hold| {
            if hold.work != work {
                return true;
            }
            match first {
                Some(token) if hold.keep => self.keep(token.customer, hold.held),
                _ => self.release(model, hold.held),
            }
            false
        });
        let moment = self.executions[at as usize].moment;
        if model.moments[moment as usize].keeps
            && let Some(token) = first
        {
            self.change_lines(model, token.customer);
        }
        self.executions[at as usize].holds = holds;
        if !is_over {
            return;
        }
        let members = std::mem::take(&mut self.executions[at as usize].members);
        self.unused_executions.push(at);
        for token in members {
            self.go_on(model, moment, token);
        }
    }

    /// Units stay in a customer's hands.
    fn keep(&mut self, who: u32, held: Held) {
        let kept = &mut self.customers[who as usize].kept;
        match kept.iter_mut().find(|other| other.pool == held.pool && other.since == held.since) {
            Some(other) => other.count += held.count,
            None => kept.push(held),
        }
    }

    /// Units go back; those that are not always there are away for a while.
    fn release(&mut self, model: &Model, held: Held) {
        let pool = held.pool as usize;
        self.pools[pool].busy.take(u64::from(held.count), self.now);
        let plan = &model.pools[pool];
        if plan.away <= 0.0 {
            self.touch(plan.cluster);
            return;
        }
        let away = (self.now - held.since) as f64 * plan.away;
        // Far below 2⁶⁴.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let away = away.round() as u64;
        self.pools[pool].away += u64::from(held.count);
        self.push(self.now + away, What::BackAgain { pool: held.pool, count: held.count });
    }

    /// A token leaves a moment that ended.
    fn go_on(&mut self, model: &Model, moment: u32, token: Token) {
        let plan = &model.moments[moment as usize];
        let Token { customer: who, visit, background } = token;
        let customer = &mut self.customers[who as usize];
        if plan.serves && !background {
            customer.active -= 1;
            if customer.active == 0 {
                customer.idle_since = self.now;
            }
        }
        let triggers = &model.ways[plan.triggers.clone()];
        customer.background += small(triggers.len());
        for trigger in triggers {
            self.follow(model, who, true, trigger.arc);
        }
        let flows = &model.ways[plan.flows.clone()];
        if let Some(work) = plan.decides {
            let step = model.works[plan.works.start + work as usize].step.number();
            let arrival = self.customers[who as usize].arrival;
            let address = Address { arrival, step, visit };
            if let Some(arc) = chosen(flows, self.stream.pair(address, Address::MAIN)[1]) {
                self.follow(model, who, background, arc);
            }
            return;
        }
        let Some(others) = small(flows.len()).checked_sub(1) else {
            return self.token_ends(model, who, background);
        };
        let customer = &mut self.customers[who as usize];
        if background {
            customer.background += others;
        } else {
            customer.tokens += others;
        }
        for flow in flows {
            self.follow(model, who, background, flow.arc);
        }
    }
}

/// The way whose part of the whole a number falls into; the last one if rounding leaves none.
fn chosen(ways: &[super::model::Way], at: f64) -> Option<u32> {
    let found = ways.iter().find(|way| at < way.upto).or(ways.last());
    found.map(|way| way.arc)
}

/// A position as the lists hold it: there are far fewer than four thousand million.
fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
