//! Customers: how they come, where they go on to, how they leave.

use smallvec::SmallVec;

use super::{Customer, Replication, Token, Waiting, What, small};
use crate::blueprint::Id;
use crate::blueprint::Order;
use crate::simulation::model::{Model, Way};
use crate::simulation::random::{Address, Arrival};
use crate::simulation::sampling::TICKS;

/// More customers inside are too much to be simulated.
const MOST_INSIDE: u64 = 1_000_000;
/// Ticks of an interval of arrivals where no day is given: an hour.
const HOUR: u64 = 3_600_000_000;
/// The interval of the first appointment; each has one of its own.
const APPOINTMENTS: u32 = 1 << 31;

impl Replication {
    /// The next arrival after a gap, in means. Intervals without a day are hours.
    pub(super) fn schedule_arrival(&mut self, model: &Model, gap: f64) {
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

    pub(super) fn arrive(&mut self, model: &Model) {
        let arrival = self.next_arrival;
        let address = Address { arrival, step: 0, visit: 0 };
        let gap = model.demand.gaps.after(self.stream, address);
        self.schedule_arrival(model, gap);
        let entries = &model.ways[model.entries.clone()];
        if model.forks_on_arrival {
            self.let_in(model, arrival, entries);
        } else {
            let at = self.stream.pair(address, Address::MAIN)[1];
            let entry = entries.iter().find(|way| at < way.upto).or(entries.last());
            self.let_in(model, arrival, entry.map_or(&[], std::slice::from_ref));
        }
    }

    /// Somebody comes who was planned.
    pub(super) fn keep_appointment(&mut self, model: &Model, appointment: u32) {
        let arrival = Arrival { interval: APPOINTMENTS + appointment, number: 0 };
        let entries = &model.ways[model.entries.clone()];
        let arc = model.appointments.get(appointment as usize).map(|(_, arc)| *arc);
        let entry = entries.iter().find(|way| Some(way.arc) == arc);
        self.let_in(model, arrival, entry.map_or(&[], std::slice::from_ref));
    }

    /// A customer comes in by some ways at once.
    fn let_in(&mut self, model: &Model, arrival: Arrival, entries: &[Way]) {
        if entries.is_empty() {
            return;
        }
        self.sums.arrivals += 1;
        self.inside.add(1, self.now);
        self.overfull |= self.inside.value() > MOST_INSIDE;
        let customer = Customer {
            arrival,
            since: self.now,
            idle_since: self.now,
            tokens: small(entries.len()),
            ..Customer::default()
        };
        let who = if let Some(free) = self.unused_customers.pop() {
            self.customers[free as usize] = customer;
            free
        } else {
            self.customers.push(customer);
            small(self.customers.len() - 1)
        };
        for entry in entries {
            self.follow(model, who, false, entry.arc);
        }
    }

    /// A token goes along an arc, through the joins on it.
    pub(super) fn follow(&mut self, model: &Model, who: u32, background: bool, arc: u32) {
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
    pub(super) fn come(&mut self, model: &Model, who: u32, background: bool, moment: u32) {
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

    /// A token leaves a moment that ended.
    pub(super) fn go_on(&mut self, model: &Model, moment: u32, token: Token) {
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

    pub(super) fn token_ends(&mut self, model: &Model, who: u32, background: bool) {
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
    pub(super) fn end_if_stuck(&mut self, model: &Model, who: u32) {
        let customer = &mut self.customers[who as usize];
        if customer.tokens == 0 || customer.tokens > customer.parked {
            return;
        }
        (customer.tokens, customer.parked) = (0, 0);
        customer.branches.clear();
        self.sums.unserved += 1;
        self.leaves(model, who);
    }

    pub(super) fn leaves(&mut self, model: &Model, who: u32) {
        self.inside.take(1, self.now);
        self.give_back(model, who);
        if self.customers[who as usize].background == 0 {
            self.unused_customers.push(who);
        }
    }

    /// What stayed in a customer's hands goes back.
    pub(super) fn give_back(&mut self, model: &Model, who: u32) {
        for held in std::mem::take(&mut self.customers[who as usize].kept) {
            self.release(model, held);
        }
    }
}

/// The way whose part of the whole a number falls into; the last one if rounding leaves none.
fn chosen(ways: &[Way], at: f64) -> Option<u32> {
    let found = ways.iter().find(|way| at < way.upto).or(ways.last());
    found.map(|way| way.arc)
}
