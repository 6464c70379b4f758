//! A day: doors open and close, customers are planned, rates change from hour to hour.

use super::calendar::What;
use super::customers::entries_for;
use super::leaving::Reason;
use super::{Replication, small};
use crate::simulation::day_plan::{DayPlan, MINUTE, Planned, comes_at};
use crate::simulation::day_record::DayRecord;
use crate::simulation::model::Model;
use crate::simulation::random::{Address, Arrival};
use crate::simulation::sampling::normal;
use crate::simulation::tally::{Sums, WaitSums};

/// The interval of the first row of appointments.
const APPOINTMENTS: u32 = 1 << 31;

impl Replication {
    /// What is known of a day before it begins.
    pub(super) fn begin_day(&mut self, model: &Model, plan: &DayPlan) {
        self.by_interval = vec![WaitSums::default(); plan.intervals * model.moments.len()];
        if plan.open() > 0 {
            self.calendar.enter(plan.open(), What::Opens);
        }
        if let Some(close) = plan.close {
            self.calendar.enter(close, What::Closes);
        }
        let mut first = 0;
        for planned in &plan.planned {
            for number in 0..planned.customers {
                let address = Self::planned_address(*planned, number);
                let [deviation, _] = self.stream.pair(address, Address::MAIN);
                let shows = self.stream.one(address, Address::MORE) >= plan.no_show;
                let at = comes_at(plan, planned.at, normal(deviation, 1.0 - deviation));
                if shows && plan.close.is_none_or(|close| at <= close) {
                    self.calendar.enter(at, What::Comes { appointment: first + number });
                }
            }
            first += planned.customers;
        }
    }

    fn planned_address(planned: Planned, number: u32) -> Address {
        let arrival = Arrival { interval: APPOINTMENTS + planned.row, number };
        Address { arrival, step: 0, visit: 0 }
    }

    /// The next arrival after a gap, in means, which passes as quickly as the rates of the intervals say.
    pub(super) fn schedule_in_day(&mut self, plan: &DayPlan, gap: f64) {
        let mut at = self.now.max(plan.open());
        let after = plan.borders.partition_point(|border| *border <= at);
        let mut left = gap;
        for interval in after.saturating_sub(1)..plan.rates.len() {
            let (end, rate) = (plan.borders[interval + 1], plan.rates[interval]);
            let per_tick = rate / (60.0 * MINUTE as f64);
            let room = (end - at) as f64 * per_tick;
            if left < room {
                // Within the interval.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let ticks = (left / per_tick).round() as u64;
                return self.expect(at + ticks, small(interval));
            }
            left -= room;
            at = end;
        }
    }

    /// Somebody comes who was planned.
    pub(super) fn planned_comes(&mut self, model: &Model, plan: &DayPlan, appointment: u32) {
        let mut number = appointment;
        let found = plan.planned.iter().find(|planned| {
            let is_it = number < planned.customers;
            if !is_it {
                number -= planned.customers;
            }
            is_it
        });
        let Some(planned) = found else { return };
        let address = Self::planned_address(*planned, number);
        let counts_from = planned.at.max(self.now);
        let first = plan.first.and_then(|step| model.moment_of(step));
        if let Some(moment) = first {
            let who = self.add_customer(model, address.arrival, counts_from, 1);
            if self.now < plan.open() {
                self.at_door.push((who, moment));
            } else {
                self.come(model, who, false, None, moment);
            }
            return;
        }
        let entries = entries_for(model, self.stream.pair(address, Address::MAIN)[1]);
        if entries.is_empty() {
            return;
        }
        if self.now >= plan.open() {
            return self.let_in(model, address.arrival, counts_from, entries);
        }
        let who = self.add_customer(model, address.arrival, counts_from, small(entries.len()));
        // Where a customer comes in by several ways, each is one that waits at the door.
        let moments = entries.iter().map(|entry| model.arcs[entry.arc as usize].to);
        self.at_door.extend(moments.flatten().map(|moment| (who, moment)));
    }

    /// The doors open to those who were early.
    pub(super) fn open_doors(&mut self, model: &Model) {
        for (who, moment) in std::mem::take(&mut self.at_door) {
            self.come(model, who, false, None, moment);
        }
    }

    /// The doors close: whoever has not begun may be turned away, batches need not be full.
    pub(super) fn close_doors(&mut self, model: &Model) {
        self.closed = true;
        self.inside_at_closing = self.inside.value();
        if model.day.as_ref().is_some_and(|plan| plan.turn_away) {
            self.turn_away(model, |customer| !customer.begun);
        }
        for cluster in 0..self.is_dirty.len() {
            self.touch(Some(small(cluster)));
        }
    }

    /// Some of those who are inside leave unserved.
    fn turn_away(&mut self, model: &Model, is_one: impl Fn(&super::Customer) -> bool) {
        for who in 0..self.customers.len() {
            let customer = &self.customers[who];
            if customer.here && !customer.gone && customer.tokens > 0 && is_one(customer) {
                self.leave_unserved(model, small(who), Reason::Unserved);
            }
        }
    }

    /// Nothing can start any more: who is still there leaves unserved.
    pub(super) fn send_home(&mut self, model: &Model) {
        self.turn_away(model, |_| true);
    }

    /// Runs a whole day from its beginning. `None` if it was cancelled or is too much. What happens at a border of two
    /// intervals belongs to the second.
    pub fn run_day(&mut self, model: &Model, cancelled: &dyn Fn() -> bool) -> Option<DayRecord> {
        let plan = model.day.as_ref()?;
        // Two days of one that never closes: the first is to warm up.
        let counted = plan.rates.len() - plan.intervals;
        if !self.run_to(model, plan.borders[counted], cancelled) {
            return None;
        }
        let (mut before, mut carried_in) = (self.cut(), 0);
        self.take_times();
        if counted > 0 {
            before = Sums::empty(model.moments.len(), model.pools.len());
            carried_in = self.inside.value();
            self.by_interval.fill(WaitSums::default());
        }
        let mut intervals = Vec::with_capacity(plan.intervals);
        for border in &plan.borders[counted + 1..] {
            if !self.run_to(model, *border, cancelled) {
                return None;
            }
            intervals.push(self.cut());
        }
        // Who came before the doors opened comes in with the first.
        if let Some(first) = intervals.first_mut() {
            first.arrivals += std::mem::take(&mut before.arrivals);
        }
        if plan.close.is_none() {
            self.inside_at_closing = self.inside.value();
        } else {
            if !self.finish_work(model, cancelled) {
                return None;
            }
            self.sums.length += self.now - plan.end();
            self.note_left(model);
            self.send_home(model);
        }
        let after = self.cut();
        let close = plan.end();
        Some(DayRecord {
            before,
            intervals,
            after,
            waits: std::mem::take(&mut self.by_interval),
            times: self.take_times(),
            carried_in,
            inside_at_closing: self.inside_at_closing,
            overtime: self.last_out.saturating_sub(close) * u64::from(plan.close.is_some()),
            last_work: self.last_work.clone(),
        })
    }

    /// Goes on after closing until nothing is done and nobody comes on duty any more. Answers whether it came
    /// to the end.
    fn finish_work(&mut self, model: &Model, cancelled: &dyn Fn() -> bool) -> bool {
        let last_duty = model.duty.iter().map(|(at, ..)| *at).max().unwrap_or_default();
        while let Some(at) = self.calendar.next_at() {
            if !self.calendar.is_busy() && at > last_duty.max(self.now) {
                break;
            }
            if self.is_cancelled(cancelled) {
                return false;
            }
            self.instant(model, at);
            if self.too_much.is_some() {
                return false;
            }
        }
        true
    }

    fn run_to(&mut self, model: &Model, time: u64, cancelled: &dyn Fn() -> bool) -> bool {
        self.run(model, time - self.now, cancelled) && self.too_much.is_none()
    }
}
