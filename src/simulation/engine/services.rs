//! The plainest work, which most of it is: one unit of one pool serves one customer. It goes the same way as all
//! other work, with less to look after.

use super::calendar::What;
use super::too_much::LONGEST;
use super::{Held, Replication, Start, Token, small};
use crate::simulation::model::Model;

/// One unit serves one customer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Service {
    pub moment: u32,
    pub pool: u32,
    /// Whether it goes on; else its place in the list is free.
    pub goes_on: bool,
    who: Token,
    since: u64,
}

impl Replication {
    /// Whether the first of a line is served plainly: nothing is in the customer's hands or to be left behind.
    pub(super) fn is_served_plainly(&self, model: &Model, line: u32) -> bool {
        let line = &self.lines[line as usize];
        let plan = &model.moments[line.moment as usize];
        plan.is_plain()
            && line.brings.is_empty()
            && line.queue.front().is_some_and(|first| {
                first.who.stay.is_none()
                    && self.customers[first.who.customer as usize].kept.is_empty()
            })
    }

    /// The first of a line is served by a unit of a pool.
    #[inline(never)]
    pub(super) fn serve(&mut self, model: &Model, line: u32, pool: u32) {
        let now = self.now;
        let line = &mut self.lines[line as usize];
        let Some(waiting) = line.queue.pop_front() else { return };
        let (moment, token) = (line.moment, waiting.who);
        let plan = &model.moments[moment as usize];
        let customer = &mut self.customers[token.customer as usize];
        if !token.background {
            customer.begin_work(now, plan.serves());
        }
        let (arrival, came, counts_from) = (customer.arrival, customer.since, customer.counts_from);
        self.note_wait_of(model, plan, moment, counts_from, waiting.since, true);
        self.end_patience(waiting.patience);
        self.queues[moment as usize].take(1, now);
        self.pools[pool as usize].busy.add(1, now);
        let mut length = waiting.length;
        if length > LONGEST {
            length = self.bounded(length, model.works[plan.works.start].step);
        }
        let service = Service { moment, pool, goes_on: true, who: token, since: now };
        let at = if let Some(free) = self.unused_services.pop() {
            self.services[free as usize] = service;
            free
        } else {
            self.services.push(service);
            small(self.services.len() - 1)
        };
        let ends = now + length;
        self.calendar.enter(ends, What::ServiceEnds { service: at });
        if let Some(log) = &mut self.log {
            let waits_from = waiting.since.max(counts_from).min(now);
            log.push(Start { at: now, moment, arrival, came, since: waits_from, ends, units: 1 });
        }
    }

    /// A unit has served a customer.
    #[inline]
    pub(super) fn service_ends(&mut self, model: &Model, at: u32) {
        let service = &mut self.services[at as usize];
        service.goes_on = false;
        let Service { moment, pool, who, since, .. } = *service;
        self.unused_services.push(at);
        self.release(model, Held { pool, count: 1, since });
        self.go_on(model, moment, who);
    }
}
