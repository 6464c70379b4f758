//! Simulates a service event by event, as the notation means it.
//!
//! A moment starts when all that its steps need is free at once; nothing is held while waiting. Who
//! came first is served first, but who lacks something lets others pass, unless only more of the
//! same is lacking or it was passed three times for each of several needs. Each step gives back what
//! it held at its own end; the moment ends with its longest.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::laws::Gaps;
use crate::model::Model;
use crate::numbers::Numbers;
use crate::tally::Tally;

/// Customers inside from whom on a line is taken to grow for ever.
const ENDLESS: usize = 20_000;
/// How often a request for several things lets others pass.
const PATIENCE: u32 = 3;
/// No allocation to be remembered: every need can be met by one pool only.
const BY_NEEDS: u32 = u32::MAX;

/// Where customers come from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Source {
    /// As the demand says.
    Demand,
    /// One when everything of the one before is done.
    OneByOne,
    /// So many are always inside, work that they set off included; who came first goes first.
    Full(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Arrival,
    WorkEnds { moment: u32, work: u32, case: u32, allocation: u32, last: bool },
    BackAgain { pool: u32, count: u32 },
}

type Event = (u64, u64, What);

/// Waiting tokens go by this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Waiting {
    key: u64,
    serial: u64,
    since: u64,
    case: u32,
}

/// A customer, or work that one set off.
#[derive(Clone)]
struct Case {
    arrived: u64,
    tokens: u32,
    background: bool,
    /// How many tokens wait on each branch of each join.
    waiting: Vec<u16>,
}

/// Units of a pool that a step of a moment holds.
type Allocation = Vec<(usize, usize, u32)>;

/// Whose turn it is among those who need the same pools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Who came first.
    FirstCome,
    /// Who needs the most at once; of equals who came first.
    TeamsFirst,
}

/// A run of a service.
pub struct Run<'a> {
    model: &'a Model,
    source: Source,
    turn: Turn,
    numbers: Numbers,
    gaps: Gaps,
    now: u64,
    serial: u64,
    events: BinaryHeap<Reverse<Event>>,
    lines: Vec<BinaryHeap<Reverse<Waiting>>>,
    /// How often the head of each line was passed, by need.
    passed: Vec<Vec<u32>>,
    free: Vec<u32>,
    held: Vec<u32>,
    dirty: Vec<usize>,
    is_dirty: Vec<bool>,
    /// The only pool that a cluster's moments need one unit of, if that is so.
    simple: Vec<Option<usize>>,
    cases: Vec<Case>,
    unused_cases: Vec<u32>,
    allocations: Vec<Allocation>,
    unused_allocations: Vec<u32>,
    open_cases: usize,
    /// Who comes at this instant, where so many are always inside.
    arriving: usize,
    left: u64,
    tally: Tally,
}

impl<'a> Run<'a> {
    pub fn new(model: &'a Model, source: Source, seed: u64) -> Self {
        let simple = |members: &Vec<usize>| {
            let pool = model.moments[members[0]].needs[0].pools[0];
            let alike = members.iter().all(|member| match &model.moments[*member].needs[..] {
                [need] => need.count == 1 && need.pools == [pool],
                _ => false,
            });
            alike.then_some(pool)
        };
        let mut run = Self {
            model,
            source,
            turn: Turn::FirstCome,
            numbers: Numbers::of(seed),
            gaps: Gaps::new(3.6e9 / model.per_hour.max(1e-9), model.gap_scv),
            now: 0,
            serial: 0,
            events: BinaryHeap::new(),
            lines: vec![BinaryHeap::new(); model.moments.len()],
            passed: model.moments.iter().map(|moment| vec![0; moment.needs.len()]).collect(),
            free: model.pools.iter().map(|pool| pool.units).collect(),
            held: vec![0; model.pools.len()],
            dirty: Vec::new(),
            is_dirty: vec![false; model.clusters.len()],
            simple: model.clusters.iter().map(simple).collect(),
            cases: Vec::new(),
            unused_cases: Vec::new(),
            allocations: Vec::new(),
            unused_allocations: Vec::new(),
            open_cases: 0,
            arriving: 0,
            left: 0,
            tally: Tally::new(model.moments.len()),
        };
        let first = if let Source::Full(count) = source { count } else { 1 };
        run.arriving = first;
        for _ in 0..first {
            run.push(0, What::Arrival);
        }
        run
    }

    /// The same with another rule for whose turn it is.
    pub fn taking(mut self, turn: Turn) -> Self {
        self.turn = turn;
        self
    }

    /// Goes on until so many customers have left in all; `None` if lines grow without end.
    pub fn until(&mut self, left: u64) -> Option<&Tally> {
        while self.left < left {
            if self.open_cases > ENDLESS {
                return None;
            }
            self.instant();
        }
        Some(&self.tally)
    }

    fn push(&mut self, at: u64, what: What) {
        self.serial += 1;
        self.events.push(Reverse((at, self.serial, what)));
    }

    /// All events of an instant change the state; then whoever can starts.
    fn instant(&mut self) {
        let Some(Reverse((at, ..))) = self.events.peek() else {
            if self.source == Source::OneByOne && self.open_cases == 0 {
                self.push(self.now + 1, What::Arrival);
                return;
            }
            panic!("nothing happens any more, with {} inside", self.open_cases)
        };
        self.now = *at;
        while let Some(Reverse((at, ..))) = self.events.peek() {
            if *at > self.now {
                break;
            }
            if let Some(Reverse((_, _, what))) = self.events.pop() {
                self.happen(what);
            }
        }
        while let Some(cluster) = self.dirty.pop() {
            self.is_dirty[cluster] = false;
            match self.simple[cluster] {
                Some(pool) => self.start_in_turn(cluster, pool),
                None => while self.start_one(cluster) {},
            }
        }
    }

    fn happen(&mut self, what: What) {
        match what {
            What::Arrival => self.arrive(),
            What::BackAgain { pool, count } => self.release(pool as usize, count),
            What::WorkEnds { moment, work, case, allocation, last } => {
                let at = moment as usize;
                let model = self.model;
                if allocation == BY_NEEDS {
                    for need in model.moments[at].needs.iter().filter(|n| n.work == work as usize) {
                        if model.pools[need.pools[0]].away == 0.0 {
                            self.release(need.pools[0], need.count);
                        }
                    }
                } else {
                    for index in 0..self.allocations[allocation as usize].len() {
                        let (pool, for_work, count) = self.allocations[allocation as usize][index];
                        if for_work == work as usize && model.pools[pool].away == 0.0 {
                            self.release(pool, count);
                        }
                    }
                }
                if last {
                    if allocation != BY_NEEDS {
                        self.unused_allocations.push(allocation);
                    }
                    self.go_on(at, case);
                }
            }
        }
    }

    fn arrive(&mut self) {
        if self.source == Source::Demand {
            let gap = self.gaps.draw(&mut self.numbers);
            self.push(self.now + gap, What::Arrival);
        }
        self.arriving = self.arriving.saturating_sub(1);
        let model = self.model;
        if model.forks_on_arrival {
            let tokens = u32::try_from(model.entries.len()).expect("few entries");
            let case = self.open_case(tokens, false);
            for (arc, _) in &model.entries {
                self.follow(case, *arc);
            }
            return;
        }
        let case = self.open_case(1, false);
        let mut at = self.numbers.unit();
        let chosen = model.entries.iter().find(|(_, share)| {
            at -= share;
            at <= 0.0
        });
        let (arc, _) = chosen.or(model.entries.last()).expect("an entry");
        self.follow(case, *arc);
    }

    fn open_case(&mut self, tokens: u32, background: bool) -> u32 {
        self.open_cases += 1;
        if let Some(case) = self.unused_cases.pop() {
            let old = &mut self.cases[case as usize];
            (old.arrived, old.tokens, old.background) = (self.now, tokens, background);
            return case;
        }
        let waiting = vec![0; self.model.counters];
        self.cases.push(Case { arrived: self.now, tokens, background, waiting });
        u32::try_from(self.cases.len() - 1).expect("few cases")
    }

    /// A token goes along an arc.
    fn follow(&mut self, case: u32, arc: usize) {
        let model = self.model;
        for (join, branch) in &model.arcs[arc].joins {
            let join = &model.joins[*join];
            let counters = join.first_counter..join.first_counter + join.branches;
            let waiting = &mut self.cases[case as usize].waiting[counters];
            waiting[*branch] += 1;
            if waiting.contains(&0) {
                return self.token_ends(case);
            }
            for count in waiting {
                *count -= 1;
            }
        }
        let Some(moment) = model.arcs[arc].to else { return self.token_ends(case) };
        match model.moments[moment].cluster {
            None => {
                self.tally.waited(moment, 0, model.moments[moment].acceptable);
                self.begin(moment, case, BY_NEEDS);
            }
            Some(cluster) => {
                self.serial += 1;
                let full = matches!(self.source, Source::Full(_));
                let key = if full { self.cases[case as usize].arrived } else { self.now };
                let waiting = Waiting { key, serial: self.serial, since: self.now, case };
                self.lines[moment].push(Reverse(waiting));
                self.touch(cluster);
            }
        }
    }

    fn touch(&mut self, cluster: usize) {
        if !std::mem::replace(&mut self.is_dirty[cluster], true) {
            self.dirty.push(cluster);
        }
    }

    fn release(&mut self, pool: usize, count: u32) {
        self.free[pool] += count;
        if let Some(cluster) = self.model.cluster_of_pool[pool] {
            self.touch(cluster);
        }
    }

    fn token_ends(&mut self, case: u32) {
        let state = &mut self.cases[case as usize];
        state.tokens -= 1;
        if state.tokens > 0 {
            return;
        }
        let (arrived, background) = (state.arrived, state.background);
        assert!(state.waiting.iter().all(|count| *count == 0), "a join lacks a branch");
        self.unused_cases.push(case);
        self.open_cases -= 1;
        if let Source::Full(count) = self.source
            && self.open_cases + self.arriving < count
        {
            self.arriving += 1;
            self.push(self.now, What::Arrival);
        }
        if !background {
            self.left += 1;
            self.tally.left(self.now, self.now - arrived);
        }
    }

    /// A token leaves a moment that ended.
    fn go_on(&mut self, moment: usize, case: u32) {
        let moment = &self.model.moments[moment];
        if !moment.triggers.is_empty() {
            let count = u32::try_from(moment.triggers.len()).expect("few triggers");
            let set_off = if self.cases[case as usize].background {
                self.cases[case as usize].tokens += count;
                case
            } else {
                self.open_case(count, true)
            };
            for arc in &moment.triggers {
                self.follow(set_off, *arc);
            }
        }
        if moment.flows.is_empty() {
            return self.token_ends(case);
        }
        if moment.decides {
            let at = self.numbers.unit();
            let chosen = moment.flows.iter().find(|(_, share)| at <= *share);
            let (arc, _) = chosen.or(moment.flows.last()).expect("a way out");
            return self.follow(case, *arc);
        }
        self.cases[case as usize].tokens += u32::try_from(moment.flows.len() - 1).expect("few");
        for (arc, _) in &moment.flows {
            self.follow(case, *arc);
        }
    }

    /// The work of a moment begins; its units are taken already.
    fn begin(&mut self, moment: usize, case: u32, allocation: u32) {
        let model = self.model;
        let at = &model.moments[moment];
        let (mut longest, mut last) = (0, 0);
        let mut lengths = [0_u64; 8];
        for (work, length) in at.works.iter().zip(&mut lengths) {
            if let Some(draw) = &work.draw {
                *length = work.setup + draw.draw(&mut self.numbers);
            }
        }
        if let Some(model_of_blank) = at.longest_by_mean {
            for (index, work) in at.works.iter().enumerate().filter(|(_, w)| w.draw.is_none()) {
                lengths[index] = lengths[model_of_blank].max(work.setup);
            }
        }
        for (index, length) in lengths[..at.works.len()].iter().enumerate() {
            if *length >= longest {
                (longest, last) = (*length, index);
            }
        }
        let moment = u32::try_from(moment).expect("few moments");
        for (index, length) in lengths[..at.works.len()].iter().enumerate() {
            let work = u32::try_from(index).expect("few steps");
            let last = index == last;
            self.push(self.now + length, What::WorkEnds { moment, work, case, allocation, last });
            if allocation == BY_NEEDS {
                for need in at.needs.iter().filter(|need| need.work == index) {
                    self.rest(need.pools[0], need.count, *length);
                }
            } else {
                for each in 0..self.allocations[allocation as usize].len() {
                    let (pool, for_work, count) = self.allocations[allocation as usize][each];
                    if for_work == index {
                        self.rest(pool, count, *length);
                    }
                }
            }
        }
    }

    /// Units that are not always there are away for a while after they were held.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn rest(&mut self, pool: usize, count: u32, held: u64) {
        let away = self.model.pools[pool].away;
        if away > 0.0 {
            let back = self.now + held + (held as f64 * away).round() as u64;
            let pool = u32::try_from(pool).expect("few pools");
            self.push(back, What::BackAgain { pool, count });
        }
    }

    fn started(&mut self, moment: usize) -> u32 {
        let Some(Reverse(first)) = self.lines[moment].pop() else { panic!("an empty line") };
        self.tally.waited(moment, self.now - first.since, self.model.moments[moment].acceptable);
        first.case
    }

    /// Starts whoever came first while a unit is free, where all need one of the same pool.
    fn start_in_turn(&mut self, cluster: usize, pool: usize) {
        while self.free[pool] > 0 {
            let members = self.model.clusters[cluster].iter();
            let heads = members.filter_map(|m| Some((self.lines[*m].peek()?.0, *m)));
            let Some((_, moment)) = heads.min() else { return };
            self.free[pool] -= 1;
            let case = self.started(moment);
            self.begin(moment, case, BY_NEEDS);
        }
    }

    /// Starts the first that can of those who wait in a cluster.
    fn start_one(&mut self, cluster: usize) -> bool {
        let model = self.model;
        let members = model.clusters[cluster].iter();
        let mut heads: Vec<(Waiting, usize)> =
            members.filter_map(|m| Some((self.lines[*m].peek()?.0, *m))).collect();
        heads.sort_unstable();
        if self.turn == Turn::TeamsFirst {
            heads.sort_by_key(|(_, moment)| Reverse(model.moments[*moment].needs.len()));
        }
        self.held.fill(0);
        for (at, (_, moment)) in heads.iter().enumerate() {
            let needs = &model.moments[*moment].needs;
            let mut left: Vec<u32> =
                self.free.iter().zip(&self.held).map(|(free, held)| free - held).collect();
            let mut allocation = Allocation::new();
            if assign(model, *moment, 0, &mut left, &mut allocation) {
                self.note_passed(&heads[..at], &allocation);
                for (pool, _, count) in &allocation {
                    self.free[*pool] -= count;
                }
                self.passed[*moment].fill(0);
                let case = self.started(*moment);
                let allocation = if needs.iter().all(|need| need.pools.len() == 1) {
                    BY_NEEDS
                } else {
                    self.remember(allocation)
                };
                self.begin(*moment, case, allocation);
                return true;
            }
            let available = |pool: &usize| self.free[*pool] - self.held[*pool] > 0;
            let lacks_more = needs.iter().all(|need| need.pools.iter().any(available));
            let was_passed =
                needs.len() > 1 && self.passed[*moment].iter().all(|count| *count >= PATIENCE);
            if lacks_more || was_passed {
                for pool in needs.iter().flat_map(|need| &need.pools) {
                    self.held[*pool] = self.free[*pool];
                }
            }
        }
        false
    }

    fn note_passed(&mut self, before: &[(Waiting, usize)], taken: &Allocation) {
        for (_, moment) in before {
            for (need, count) in
                self.model.moments[*moment].needs.iter().zip(&mut self.passed[*moment])
            {
                *count += u32::from(taken.iter().any(|(pool, ..)| need.pools.contains(pool)));
            }
        }
    }

    fn remember(&mut self, allocation: Allocation) -> u32 {
        if let Some(place) = self.unused_allocations.pop() {
            self.allocations[place as usize] = allocation;
            return place;
        }
        self.allocations.push(allocation);
        u32::try_from(self.allocations.len() - 1).expect("few allocations")
    }
}

/// Finds units for the needs of a moment from one need on, in the order written.
fn assign(
    model: &Model,
    moment: usize,
    from: usize,
    left: &mut [u32],
    found: &mut Allocation,
) -> bool {
    let Some(need) = model.moments[moment].needs.get(from) else { return true };
    split(model, moment, from, &need.pools, need.count, left, found)
}

/// Takes the units of one need from its pools, as many as can be of the first.
fn split(
    model: &Model,
    moment: usize,
    need: usize,
    pools: &[usize],
    count: u32,
    left: &mut [u32],
    found: &mut Allocation,
) -> bool {
    if count == 0 {
        return assign(model, moment, need + 1, left, found);
    }
    let Some((pool, others)) = pools.split_first() else { return false };
    for take in (0..=count.min(left[*pool])).rev() {
        left[*pool] -= take;
        found.push((*pool, model.moments[moment].needs[need].work, take));
        if split(model, moment, need, others, count - take, left, found) {
            return true;
        }
        found.pop();
        left[*pool] += take;
    }
    false
}
