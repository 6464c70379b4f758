//! Circles: customers who keep units in their hands and wait for what others keep who wait as well. They are found
//! as soon as the last of them begins to wait, by reducing the graph of who waits for whom (Holt 1972), and
//! end unserved: what they kept is free for others.

use super::leaving::Reason;
use super::{Replication, small};
use crate::simulation::model::Model;
use crate::simulation::seizing::{self, Wish};

/// A customer who keeps units and only waits.
struct Keeper {
    who: u32,
    /// The lines in which the customer stands.
    lines: Vec<usize>,
    /// Whether something can still start for the customer.
    goes_on: bool,
}

impl Replication {
    /// Whoever can never start again, because each keeps what another waits for, leaves unserved. Customers ×
    /// lines × rounds of the reduction, where somebody keeps units and waits.
    pub(super) fn end_circles(&mut self, model: &Model) {
        loop {
            let mut keepers = self.keepers(model);
            self.reduce(model, &mut keepers);
            keepers.retain(|keeper| !keeper.goes_on);
            if keepers.is_empty() {
                return;
            }
            for Keeper { who, lines, .. } in keepers {
                for line in lines {
                    let moment = self.lines[line].moment as usize;
                    self.sums.moments[moment].unserved += 1;
                    self.sums.moments[moment].stuck += 1;
                }
                self.leave_unserved(model, who, Reason::Unserved);
            }
            // What they kept may let others start at once.
            self.start_dirty(model);
        }
    }

    /// Those who keep units and for whom nothing is being done, nor was set off.
    fn keepers(&mut self, model: &Model) -> Vec<Keeper> {
        let only_waits = |customer: &super::Customer| {
            let waits = customer.tokens > customer.parked && customer.running == 0;
            customer.here && !customer.gone && waits && customer.background == 0
        };
        let customers = &self.customers;
        self.keeping.retain(|who| !customers[*who as usize].kept.is_empty());
        self.keeping.sort_unstable();
        self.keeping.dedup();
        let keepers = self.keeping.iter().filter(|who| only_waits(&customers[**who as usize]));
        let keeper = |who: &u32| Keeper { who: *who, lines: Vec::new(), goes_on: false };
        let mut keepers: Vec<Keeper> = keepers.map(keeper).collect();
        if keepers.is_empty() {
            return keepers;
        }
        let come = |line: &super::Line| model.keepers_come[line.moment as usize];
        for (at, line) in self.lines.iter().enumerate().filter(|(_, line)| come(line)) {
            // Who is at the door, or waits for companions, may bring what is lacking.
            let is_batch = model.moments[line.moment as usize].batch > 1;
            for waiting in &line.queue {
                let known = keepers.binary_search_by_key(&waiting.who.customer, |it| it.who);
                if let Ok(keeper) = known {
                    keepers[keeper].lines.push(at);
                    keepers[keeper].goes_on |= is_batch;
                }
            }
        }
        keepers
    }

    /// Notes who can go on: whoever can have what is asked for, if all others give back what they have but those
    /// who cannot go on.
    fn reduce(&self, model: &Model, keepers: &mut [Keeper]) {
        let in_hands = |who: u32, pool: u32| -> u32 {
            let kept = &self.customers[who as usize].kept;
            kept.iter().filter(|held| held.pool == pool).map(|held| held.count).sum()
        };
        let mut left: Vec<u32> =
            (0..model.pools.len()).map(|pool| self.most(model, pool)).collect();
        for keeper in keepers.iter().filter(|keeper| !keeper.goes_on) {
            for held in &self.customers[keeper.who as usize].kept {
                let left = &mut left[held.pool as usize];
                *left = left.saturating_sub(held.count);
            }
        }
        loop {
            let mut found = false;
            for keeper in keepers.iter_mut().filter(|keeper| !keeper.goes_on) {
                let can_start = |line: &usize| {
                    let plan = &model.moments[self.lines[*line].moment as usize];
                    let needs = &model.needs[plan.needs.clone()];
                    let choices: Vec<&[u32]> =
                        needs.iter().map(|need| &model.choices[need.choices.clone()]).collect();
                    let mut wishes = Vec::with_capacity(needs.len());
                    for (at, (need, choices)) in needs.iter().zip(&choices).enumerate() {
                        wishes.push(Wish { choices, count: need.count, need: small(at) });
                    }
                    let free =
                        |pool: u32| left[pool as usize].saturating_add(in_hands(keeper.who, pool));
                    seizing::find(&wishes, free).is_some()
                };
                if keeper.lines.iter().any(can_start) {
                    keeper.goes_on = true;
                    for held in &self.customers[keeper.who as usize].kept {
                        let left = &mut left[held.pool as usize];
                        *left = left.saturating_add(held.count);
                    }
                    found = true;
                }
            }
            if !found {
                return;
            }
        }
    }

    /// The most units of a pool that are on duty from now on.
    fn most(&self, model: &Model, pool: usize) -> u32 {
        let now = u32::try_from(self.pools[pool].duty.value()).unwrap_or(u32::MAX);
        let later = model.duty.iter().filter(|(at, of, _)| *at > self.now && *of == small(pool));
        later.map(|(.., units)| *units).fold(now, u32::max)
    }
}
