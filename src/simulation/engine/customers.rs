//! Customers: how they come, where they go on to, how they leave.

use smallvec::SmallVec;

use super::too_much::MOST_INSIDE;
use super::{Customer, Patience, Replication, Token, Waiting, What, small};
use crate::blueprint::Id;
use crate::blueprint::Order;
use crate::simulation::model::{ArcPlan, Model, MomentPlan, Way};
use crate::simulation::playback::Move;
use crate::simulation::random::{Address, Arrival};
use crate::simulation::sampling::TICKS;
use crate::simulation::urgency::sums_of;

/// Ticks of an interval of arrivals where no day is given: an hour.
const HOUR: u64 = 3_600_000_000;
/// The interval of the first appointment; each has one of its own.
const APPOINTMENTS: u32 = 1 << 31;

impl Replication {
    /// The next arrival after a gap, in means. Intervals without a day are hours.
    pub(super) fn schedule_arrival(&mut self, model: &Model, gap: f64) {
        if let Some(plan) = &model.day {
            return self.schedule_in_day(plan, gap);
        }
        let ticks = gap / model.demand.per_hour * 3600.0 * TICKS;
        // Far below 2⁶⁴; a rate that is hardly any brings nobody.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let at = self.now.saturating_add(ticks.round() as u64);
        let interval = u32::try_from(at / HOUR).unwrap_or(u32::MAX);
        self.expect(at, interval);
    }

    /// Somebody comes at a time in an interval.
    pub(super) fn expect(&mut self, at: u64, interval: u32) {
        let before = self.next_arrival.filter(|before| before.interval == interval);
        let number = before.map_or(0, |before| before.number + 1);
        self.next_arrival = Some(Arrival { interval, number });
        self.calendar.enter(at, What::Arrival);
    }

    #[inline(never)]
    pub(super) fn arrive(&mut self, model: &Model) {
        let Some(arrival) = self.next_arrival else { return };
        let (gap, way) = self.gaps.after(model, self.stream, arrival);
        self.schedule_arrival(model, gap);
        self.let_in(model, arrival, self.now, entries_for(model, way));
    }

    /// Somebody comes who was planned.
    pub(super) fn keep_appointment(&mut self, model: &Model, appointment: u32) {
        if let Some(plan) = &model.day {
            return self.planned_comes(model, plan, appointment);
        }
        let arrival = Arrival { interval: APPOINTMENTS + appointment, number: 0 };
        let entries = &model.ways[model.entries.clone()];
        let arc = model.appointments.get(appointment as usize).map(|(_, arc)| *arc);
        let entry = entries.iter().find(|way| Some(way.arc) == arc);
        self.let_in(model, arrival, self.now, entry.map_or(&[], std::slice::from_ref));
    }

    /// A customer comes in by some ways at once; the visit counts from a time on.
    pub(super) fn let_in(
        &mut self,
        model: &Model,
        arrival: Arrival,
        counts_from: u64,
        entries: &[Way],
    ) {
        if entries.is_empty() {
            return;
        }
        let who = self.add_customer(model, arrival, counts_from, small(entries.len()));
        for entry in entries {
            self.follow(model, who, false, None, entry.arc);
            if self.customers[who as usize].gone {
                return;
            }
        }
    }

    /// A customer who is inside from now on, with so many tokens.
    pub(super) fn add_customer(
        &mut self,
        model: &Model,
        arrival: Arrival,
        counts_from: u64,
        tokens: u32,
    ) -> u32 {
        self.sums.arrivals += 1;
        self.inside.add(1, self.now);
        if self.inside.value() > MOST_INSIDE {
            self.note_crowd(model);
        }
        let who = self.unused_customers.pop().unwrap_or_else(|| {
            self.customers.push(Customer::default());
            small(self.customers.len() - 1)
        });
        self.customers[who as usize].begin(arrival, self.now, counts_from, tokens);
        if !model.classes.are_none() {
            // Patience belongs to steps, which have numbers from 1: at 0 its draw is the class's.
            let address = Address { arrival, step: 0, visit: 0 };
            let number = self.stream.one(address, Address::PATIENCE);
            self.customers[who as usize].class = model.classes.at(number);
        }
        who
    }

    /// A token goes along an arc, through the joins on it.
    #[inline]
    pub(super) fn follow(
        &mut self,
        model: &Model,
        who: u32,
        background: bool,
        stay: Option<u32>,
        arc: u32,
    ) {
        if let Some(moves) = &mut self.moves {
            moves.push(Move { at: self.now, arc, background });
        }
        let plan = &model.arcs[arc as usize];
        match plan.to {
            Some(moment) if plan.gates.is_empty() => {
                self.come(model, who, background, stay, moment);
            }
            _ => self.go_through(model, who, background, stay, plan),
        }
    }

    /// A token goes on behind the joins of an arc that let it.
    #[inline(never)]
    fn go_through(
        &mut self,
        model: &Model,
        who: u32,
        background: bool,
        stay: Option<u32>,
        plan: &ArcPlan,
    ) {
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
                self.end_stay(model, stay);
                if !background {
                    self.customers[who as usize].parked += 1;
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
        if let Some(moment) = plan.to {
            return self.come(model, who, background, stay, moment);
        }
        self.end_stay(model, stay);
        self.token_ends(model, who, background);
    }

    /// A token comes to a moment.
    #[inline]
    pub(super) fn come(
        &mut self,
        model: &Model,
        who: u32,
        background: bool,
        stay: Option<u32>,
        moment: u32,
    ) {
        let plan = &model.moments[moment as usize];
        if plan.is_simple() {
            return self.come_simply(model, plan, who, background, moment);
        }
        self.come_with_care(model, plan, who, background, stay, moment);
    }

    /// A token comes to a moment at which there is more to look after.
    #[inline(never)]
    fn come_with_care(
        &mut self,
        model: &Model,
        plan: &MomentPlan,
        who: u32,
        background: bool,
        stay: Option<u32>,
        moment: u32,
    ) {
        let customer = &mut self.customers[who as usize];
        let visit = plan.returning.map_or(0, |moment| customer.visits.next(moment));
        let mut token = Token { customer: who, visit, background, stay };
        if let Some(hall) = plan.hall.filter(|_| !background) {
            self.end_stay(model, stay);
            match self.begin_stay(moment, hall, who) {
                Some(stay) => token.stay = Some(stay),
                None => return self.find_no_room(model, who, moment),
            }
        }
        if plan.cluster.is_none() {
            if plan.hall.is_none() {
                self.note_wait(model, moment, who, self.now, true);
                self.note_stay(model, token.stay, who, true);
                self.end_stay(model, token.stay.take());
            }
            self.begin(model, moment, SmallVec::from_slice(&[token]), SmallVec::new());
            return;
        }
        let customer = &self.customers[who as usize];
        let has_kept = !customer.kept.is_empty();
        self.keeper_waits |= has_kept && model.can_circle;
        let key = key(model, plan, customer, self.now, background);
        // The line of those who bring nothing is that of the moment.
        let line = if has_kept { self.line_for(model, who, moment) } else { moment };
        let is_patient = plan.patience.is_some() || token.stay.is_some();
        let patience = if is_patient { self.begin_patience(model, line, key, token) } else { None };
        // Nothing waits for the time until it starts: drawn here, it is ready by then.
        let length = if plan.is_plain() {
            let arrival = self.customers[who as usize].arrival;
            self.plain_length(model, moment, plan, arrival, visit)
        } else {
            0
        };
        let waiting = Waiting { key, since: self.now, length, who: token, patience };
        self.lines[line as usize].enter(waiting);
        self.queues[moment as usize].add(1, self.now);
        if let Some(most) = plan.batch_wait.filter(|_| plan.batch > 1) {
            self.calendar.enter(self.now.saturating_add(most), What::BatchDue { moment });
        }
        self.touch(plan.cluster);
    }

    /// A token comes to a moment at which all that there is to do is to wait for a unit: the same, with less to look
    /// after.
    #[inline(never)]
    fn come_simply(
        &mut self,
        model: &Model,
        plan: &MomentPlan,
        who: u32,
        background: bool,
        moment: u32,
    ) {
        let customer = &mut self.customers[who as usize];
        let visit = plan.returning.map_or(0, |moment| customer.visits.next(moment));
        let key = key(model, plan, customer, self.now, background);
        let arrival = customer.arrival;
        let token = Token { customer: who, visit, background, stay: None };
        let length = self.plain_length(model, moment, plan, arrival, visit);
        let waiting = Waiting { key, since: self.now, length, who: token, patience: None };
        self.lines[moment as usize].enter(waiting);
        self.queues[moment as usize].add(1, self.now);
        self.touch(plan.cluster);
    }

    /// Whoever comes to a line is patient for a while.
    fn begin_patience(&mut self, model: &Model, line: u32, key: u128, token: Token) -> Option<u32> {
        if token.background {
            return None;
        }
        let moment = self.lines[line as usize].moment;
        let of = |moment: u32| model.moments[moment as usize].patience.as_ref();
        let hall = token.stay.and_then(|stay| of(self.stays[stay as usize].moment));
        let (sampler, step) = hall.or(of(moment))?;
        let arrival = self.customers[token.customer as usize].arrival;
        let address = Address { arrival, step: *step, visit: token.visit };
        let length = sampler.draw_patience(self.stream, address);
        let from = self.now.max(self.customers[token.customer as usize].counts_from);
        let patience = Patience { line, key, counts: true };
        let at = if let Some(free) = self.unused_patiences.pop() {
            self.patiences[free as usize] = patience;
            free
        } else {
            self.patiences.push(patience);
            small(self.patiences.len() - 1)
        };
        self.calendar.enter(from.saturating_add(length), What::PatienceEnds { patience: at });
        Some(at)
    }

    /// A token leaves a moment that ended.
    pub(super) fn go_on(&mut self, model: &Model, moment: u32, token: Token) {
        let plan = &model.moments[moment as usize];
        let Token { customer: who, visit, background, stay } = token;
        self.keeper_waits |= model.can_circle;
        let customer = &mut self.customers[who as usize];
        if !background {
            customer.running -= 1;
            if customer.gone {
                self.end_stay(model, stay);
                return self.gone_token_ends(model, who);
            }
        }
        if plan.serves() && !background {
            customer.active -= 1;
            if customer.active == 0 {
                customer.idle_since = self.now;
            }
        }
        if let Some(arc) = plan.only_way {
            return self.follow(model, who, background, stay, arc);
        }
        let triggers = &model.ways[plan.triggers.clone()];
        customer.background += small(triggers.len());
        for trigger in triggers {
            self.follow(model, who, true, None, trigger.arc);
        }
        let flows = &model.ways[plan.flows.clone()];
        if let Some(work) = plan.decides {
            let step = model.works[plan.works.start + work as usize].step.number();
            if let Some(arc) = chosen(flows, self.way_out(moment, who, visit, step)) {
                self.follow(model, who, background, stay, arc);
            }
            return;
        }
        let Some(others) = small(flows.len()).checked_sub(1) else {
            self.end_stay(model, stay);
            return self.token_ends(model, who, background);
        };
        let customer = &mut self.customers[who as usize];
        if background {
            customer.background += others;
        } else {
            customer.tokens += others;
        }
        // One of several branches takes the place to wait along.
        let mut stay = stay;
        for flow in flows {
            self.follow(model, who, background, stay.take(), flow.arc);
            if !background && self.customers[who as usize].gone {
                return;
            }
        }
    }

    pub(super) fn token_ends(&mut self, model: &Model, who: u32, background: bool) {
        let customer = &mut self.customers[who as usize];
        if background {
            customer.background -= 1;
            if customer.background == 0 && customer.tokens == 0 {
                self.give_back(model, who);
                self.forget(who);
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
        self.sums.promised += u64::from(model.promise.is_none_or(|most| time <= most));
        self.times.throughput.count(time);
        if !model.classes.are_none() {
            let class = usize::from(customer.class);
            sums_of(&mut self.sums.classes, class).note(idle, model.classes.limit(class));
        }
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
        self.sums.times_inside += u128::from(self.now - self.customers[who as usize].since);
        self.last_out = self.now;
        self.give_back(model, who);
        if self.customers[who as usize].background == 0 {
            self.forget(who);
        }
    }

    /// The place in the list is free again.
    pub(super) fn forget(&mut self, who: u32) {
        self.customers[who as usize].here = false;
        self.unused_customers.push(who);
    }

    /// What stayed in a customer's hands goes back.
    pub(super) fn give_back(&mut self, model: &Model, who: u32) {
        for held in std::mem::take(&mut self.customers[who as usize].kept) {
            self.release(model, held);
        }
    }
}

/// By what those who wait come in turn.
#[inline]
fn key(model: &Model, plan: &MomentPlan, customer: &Customer, now: u64, background: bool) -> u128 {
    let since = match model.order {
        Order::FirstCome => now.max(customer.counts_from),
        Order::LongestInside => customer.counts_from,
    };
    // Times are below 2⁵⁷: that is four thousand years.
    let first = u64::from(background) << 63
        | u64::from(customer.class) << 59
        | u64::from(plan.priority) << 57
        | since;
    let Arrival { interval, number } = customer.arrival;
    u128::from(first) << 64 | u128::from(u64::from(interval) << 32 | u64::from(number))
}

/// The ways by which a customer comes in: all at once, or the one that a number falls into.
pub(super) fn entries_for(model: &Model, at: f64) -> &[Way] {
    let entries = &model.ways[model.entries.clone()];
    if model.forks_on_arrival {
        return entries;
    }
    let entry = entries.iter().find(|way| at < way.upto).or(entries.last());
    entry.map_or(&[], std::slice::from_ref)
}

/// The way whose part of the whole a number falls into; the last one if rounding leaves none.
fn chosen(ways: &[Way], at: f64) -> Option<u32> {
    let found = ways.iter().find(|way| at < way.upto).or(ways.last());
    found.map(|way| way.arc)
}
