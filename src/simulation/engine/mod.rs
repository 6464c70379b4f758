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
//! only more of the same is lacking, or it was passed three times at each of several needs: then it
//! holds what is free. So nobody starves, and no unit idles where another is the scarce one.
//!
//! # Who does not stay
//!
//! Patience that ends at an instant runs out after all that could start has: being served wins. Who finds
//! no place to wait is lost, or, from within, stays where it is with the units of what ended last. When the
//! doors close nobody comes any more, and what can never start again ends as unserved.

mod ahead;
mod calendar;
mod circles;
mod customers;
mod day;
mod halls;
mod leaving;
mod lines;
mod services;
mod too_much;
mod visits;
mod watching;
mod work;

use std::collections::VecDeque;

use smallvec::SmallVec;

pub use too_much::TooMuch;

use ahead::{Ahead, Gaps};
use calendar::{Calendar, What};
use services::Service;
use visits::Visits;

use super::histogram::Histogram;
use super::levels::Level;
use super::model::{Model, MomentPlan};
use super::playback::Move;
use super::positions::small;
use super::random::{Address, Arrival, Stream};
use super::tally::{Sums, WaitSums};

/// The number that the first gap of a replication has in the first interval.
const FIRST_GAP: u32 = u32::MAX;

/// A customer, with the work that was set off for one.
#[derive(Clone, Debug, Default)]
struct Customer {
    arrival: Arrival,
    /// When the visit began.
    since: u64,
    /// When it counts as begun: who has an appointment waits from its time on at the earliest.
    counts_from: u64,
    /// The class of urgency, from 0.
    class: u8,
    /// Whether something was done for the customer.
    begun: bool,
    /// Whether the customer has left, while something is still being done.
    gone: bool,
    /// Whether the place in the list is taken.
    here: bool,
    /// Tokens of the customer's own in work.
    running: u32,
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
    visits: Visits,
    /// Tokens on branches of joins, apart for what was set off.
    branches: SmallVec<[(u32, bool, u32); 2]>,
    kept: SmallVec<[Held; 1]>,
}

impl Customer {
    /// A visit begins. Lists of who was in this place before are emptied, not given back.
    fn begin(&mut self, arrival: Arrival, now: u64, counts_from: u64, tokens: u32) {
        self.arrival = arrival;
        self.class = 0;
        (self.since, self.counts_from, self.idle_since, self.idle) =
            (now, counts_from, counts_from, 0);
        (self.begun, self.gone, self.here) = (false, false, true);
        self.tokens = tokens;
        (self.running, self.parked, self.background, self.active) = (0, 0, 0, 0);
        self.visits.clear();
        self.branches.clear();
        self.kept.clear();
    }

    /// Something begins to be done.
    fn begin_work(&mut self, now: u64, serves: bool) {
        self.running += 1;
        if serves {
            if self.active == 0 {
                self.idle += now.saturating_sub(self.idle_since);
            }
            self.active += 1;
            self.begun = true;
        }
    }
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
    /// How long it will take, where it is [plain](services).
    length: u64,
    who: Token,
    /// The patience that counts, among all.
    patience: Option<u32>,
}

/// A token at a moment.
#[derive(Clone, Copy, Debug)]
struct Token {
    customer: u32,
    visit: u32,
    background: bool,
    /// The stay in a place to wait, among all.
    stay: Option<u32>,
}

/// A customer's stay in a place to wait, from coming until what is behind it starts.
#[derive(Clone, Copy, Debug)]
struct Stay {
    moment: u32,
    since: u64,
    /// What the customer holds while there is no place, among all such.
    block: Option<u32>,
}

/// Units that stay in the hands of those for whom there is no place.
#[derive(Clone, Debug, Default)]
struct Block {
    holds: SmallVec<[Held; 2]>,
    /// How many have no place yet.
    left: u32,
}

/// A place to wait.
#[derive(Clone, Debug, Default)]
struct HallState {
    inside: u32,
    /// Stays for which there is no place yet, the first first.
    blocked: VecDeque<u32>,
}

/// Whose patience counts.
#[derive(Clone, Copy, Debug)]
struct Patience {
    line: u32,
    key: u128,
    /// Whether it still counts.
    counts: bool,
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

impl Line {
    /// Somebody takes the place that is theirs, behind those with the same right.
    #[inline]
    fn enter(&mut self, waiting: Waiting) {
        if self.queue.back().is_none_or(|last| last.key <= waiting.key) {
            if self.queue.is_empty() {
                self.passed.clear();
            }
            return self.queue.push_back(waiting);
        }
        self.enter_between(waiting);
    }

    /// The same where others are to wait behind.
    #[cold]
    fn enter_between(&mut self, waiting: Waiting) {
        let mut at = self.queue.len();
        while at > 0 && self.queue[at - 1].key > waiting.key {
            at -= 1;
        }
        if at == 0 {
            self.passed.clear();
        }
        self.queue.insert(at, waiting);
    }
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
    /// How many instants there were, roughly.
    instants: u32,
    calendar: Calendar,
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
    services: Vec<Service>,
    unused_services: Vec<u32>,
    next_arrival: Option<Arrival>,
    stays: Vec<Stay>,
    unused_stays: Vec<u32>,
    blocks: Vec<Block>,
    unused_blocks: Vec<u32>,
    halls: Vec<HallState>,
    /// Units of the work that has just ended, while those for whom it was done go on.
    last_hands: SmallVec<[Held; 2]>,
    /// The block that took them.
    last_block: Option<u32>,
    /// What is known of the next at each moment.
    ahead: Vec<Ahead>,
    gaps: Gaps,
    patiences: Vec<Patience>,
    unused_patiences: Vec<u32>,
    /// Who came before the doors opened.
    at_door: Vec<(u32, u32)>,
    closed: bool,
    /// Whether somebody has begun to wait with units in hand, where that can close a circle.
    keeper_waits: bool,
    /// Customers with units in their hands, and some who had them.
    keeping: Vec<u32>,
    /// How many were inside when the doors closed.
    inside_at_closing: u64,
    /// When the last customer left.
    last_out: u64,
    /// When the last work of each pool was over.
    last_work: Vec<u64>,
    /// Waits by the interval of the day in which they began: of all moments, one interval after another.
    by_interval: Vec<WaitSums>,
    times: Times,
    inside: Level,
    queues: Vec<Level>,
    sums: Sums,
    /// Why it does not go on.
    too_much: Option<TooMuch>,
    /// Who started when, if that is wanted.
    log: Option<Vec<Start>>,
    /// Who went where, if that is wanted.
    moves: Option<Vec<Move>>,
}

/// How long things took, by length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Times inside of the served.
    pub throughput: Histogram,
    /// Waits at each moment.
    pub waits: Vec<Histogram>,
}

impl Times {
    /// None yet, of so many moments.
    #[must_use]
    pub fn empty(moments: usize) -> Self {
        Self { throughput: Histogram::default(), waits: vec![Histogram::default(); moments] }
    }

    /// Takes in others.
    pub fn add(&mut self, other: &Self) {
        self.throughput.add(&other.throughput);
        for (waits, other) in self.waits.iter_mut().zip(&other.waits) {
            waits.add(other);
        }
    }
}

/// That something started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// When, in microseconds from the beginning.
    pub at: u64,
    /// The moment, by its position.
    pub moment: u32,
    /// Whose turn it was: of a batch there is a start for each.
    pub arrival: Arrival,
    /// When that customer came.
    pub came: u64,
    /// Since when the customer waited.
    pub since: u64,
    /// When the longest work of it ends.
    pub ends: u64,
    /// How many units it holds, for all who are served together.
    pub units: u32,
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
            instants: 0,
            calendar: Calendar::default(),
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
            services: Vec::new(),
            unused_services: Vec::new(),
            next_arrival: None,
            stays: Vec::new(),
            unused_stays: Vec::new(),
            blocks: Vec::new(),
            unused_blocks: Vec::new(),
            halls: vec![HallState::default(); model.moments.len()],
            last_hands: SmallVec::new(),
            last_block: None,
            ahead: vec![Ahead::default(); model.moments.len()],
            gaps: Gaps::default(),
            patiences: Vec::new(),
            unused_patiences: Vec::new(),
            at_door: Vec::new(),
            closed: false,
            keeper_waits: false,
            keeping: Vec::new(),
            inside_at_closing: 0,
            last_out: 0,
            last_work: vec![0; model.pools.len()],
            by_interval: Vec::new(),
            times: Times::empty(model.moments.len()),
            inside: Level::default(),
            queues: vec![Level::default(); model.moments.len()],
            sums: Sums::empty(model.moments.len(), model.pools.len()),
            too_much: None,
            log: None,
            moves: None,
        };
        for (at, pool, units) in &model.duty {
            replication.calendar.enter(*at, What::Duty { pool: *pool, units: *units });
        }
        for (appointment, (at, _)) in model.appointments.iter().enumerate() {
            replication.calendar.enter(*at, What::Comes { appointment: small(appointment) });
        }
        if let Some(plan) = &model.day {
            replication.begin_day(model, plan);
        }
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

    /// How long things took since it was last asked.
    pub fn take_times(&mut self) -> Times {
        let empty = Times::empty(self.queues.len());
        std::mem::replace(&mut self.times, empty)
    }

    /// When it is, in ticks from the beginning.
    #[must_use]
    pub fn now(&self) -> u64 {
        self.now
    }

    /// Goes on for so many ticks, and no further. What happens at the very end belongs to what follows.
    /// `cancelled` is asked every thousand instants; answers whether it came to the end.
    pub fn run(&mut self, model: &Model, length: u64, cancelled: &dyn Fn() -> bool) -> bool {
        let end = self.now + length;
        let done = self.run_before(model, end, cancelled);
        if done {
            self.sums.length += length;
            self.now = end;
        }
        done
    }

    /// All that happens before a time. Answers whether it came to the end.
    fn run_before(&mut self, model: &Model, end: u64, cancelled: &dyn Fn() -> bool) -> bool {
        while let Some(at) = self.calendar.next_at() {
            if at >= end || self.too_much.is_some() {
                break;
            }
            if self.is_cancelled(cancelled) {
                return false;
            }
            self.instant(model, at);
        }
        true
    }

    /// Asks now and then whether to go on: every 1,024 instants, however short the stretches are.
    fn is_cancelled(&mut self, cancelled: &dyn Fn() -> bool) -> bool {
        self.instants = self.instants.wrapping_add(1);
        self.instants.is_multiple_of(1024) && cancelled()
    }

    /// The same, noting from now on what starts.
    #[must_use]
    pub fn logging(self) -> Self {
        Self { log: Some(Vec::new()), ..self }
    }

    /// What started since it was noted, in the order in which it did; nothing if it was not.
    #[must_use]
    pub fn starts(&self) -> &[Start] {
        self.log.as_deref().unwrap_or_default()
    }

    /// How many customers are inside.
    #[must_use]
    pub fn inside(&self) -> u64 {
        self.inside.value()
    }

    /// What is too much to go on, if something is.
    #[must_use]
    pub fn too_much(&self) -> Option<TooMuch> {
        self.too_much
    }

    /// All that happens at the next instant.
    fn instant(&mut self, model: &Model, now: u64) {
        self.now = now;
        loop {
            while let Some(what) = self.calendar.take(now, self.dirty.is_empty()) {
                self.happen(model, what);
            }
            self.start_dirty(model);
            if std::mem::take(&mut self.keeper_waits) {
                self.end_circles(model);
            }
            // What starts and takes no time is over within the instant.
            if !self.calendar.has_more() {
                return;
            }
        }
    }

    /// Starts those who can where something has changed.
    fn start_dirty(&mut self, model: &Model) {
        while let Some(cluster) = self.dirty.pop() {
            self.is_dirty[cluster as usize] = false;
            self.start_in(model, cluster as usize);
        }
    }

    fn happen(&mut self, model: &Model, what: What) {
        if let What::ServiceEnds { service } = what {
            return self.service_ends(model, service);
        }
        match what {
            What::Arrival => self.arrive(model),
            _ => self.happen_rarely(model, what),
        }
    }

    /// What is not most of what happens.
    #[inline(never)]
    fn happen_rarely(&mut self, model: &Model, what: What) {
        match what {
            What::ServiceEnds { .. } | What::Arrival => {}
            What::Comes { appointment } => self.keep_appointment(model, appointment),
            What::Duty { pool, units } => {
                // Whoever is busy finishes first, and then leaves.
                self.pools[pool as usize].duty.set(u64::from(units), self.now);
                self.touch(model.pools[pool as usize].cluster);
            }
            What::BackAgain { pool, count } => {
                let state = &mut self.pools[pool as usize];
                state.away = state.away.saturating_sub(u64::from(count));
                self.touch(model.pools[pool as usize].cluster);
            }
            What::WorkEnds { execution, work } => self.work_ends(model, execution, work),
            What::Opens => self.open_doors(model),
            What::Closes => self.close_doors(model),
            What::BatchDue { moment } => self.touch(model.moments[moment as usize].cluster),
            What::PatienceEnds { patience } => self.patience_ends(model, patience),
        }
    }

    fn touch(&mut self, cluster: Option<u32>) {
        if let Some(cluster) = cluster
            && !std::mem::replace(&mut self.is_dirty[cluster as usize], true)
        {
            self.dirty.push(cluster);
        }
    }
}
