//! Places to wait: whoever is there keeps a place until what is behind it starts.

use super::{Block, Replication, Stay, small};
use crate::simulation::model::{Hall, Model};

impl Replication {
    /// A customer comes to a place to wait. Where it is full, whoever comes from outside finds no room:
    /// `None`; whoever comes from within keeps the units of what ended last.
    pub(super) fn begin_stay(&mut self, moment: u32, hall: Hall, who: u32) -> Option<u32> {
        let state = &self.halls[moment as usize];
        let is_full = hall.places.is_some_and(|places| state.inside >= places);
        if is_full && !self.customers[who as usize].begun {
            return None;
        }
        let block = is_full.then(|| self.block());
        let stay = Stay { moment, since: self.now, block };
        let at = if let Some(free) = self.unused_stays.pop() {
            self.stays[free as usize] = stay;
            free
        } else {
            self.stays.push(stay);
            small(self.stays.len() - 1)
        };
        let state = &mut self.halls[moment as usize];
        if is_full {
            state.blocked.push_back(at);
        } else {
            state.inside += 1;
        }
        self.queues[moment as usize].add(1, self.now);
        Some(at)
    }

    /// The units of what ended last stay where they are until one more has found a place.
    fn block(&mut self) -> u32 {
        if let Some(block) = self.last_block {
            self.blocks[block as usize].left += 1;
            return block;
        }
        let block = Block { holds: std::mem::take(&mut self.last_hands), left: 1 };
        let at = if let Some(free) = self.unused_blocks.pop() {
            self.blocks[free as usize] = block;
            free
        } else {
            self.blocks.push(block);
            small(self.blocks.len() - 1)
        };
        self.last_block = Some(at);
        at
    }

    /// One of those who hold what ended last needs it no longer.
    fn unblock(&mut self, model: &Model, block: u32) {
        let state = &mut self.blocks[block as usize];
        state.left -= 1;
        if state.left > 0 {
            return;
        }
        let holds = std::mem::take(&mut state.holds);
        if self.last_block == Some(block) {
            self.last_block = None;
        }
        self.unused_blocks.push(block);
        for held in holds {
            self.release(model, held);
        }
    }

    /// What is behind a place to wait starts, or the customer leaves: the next one finds a place.
    pub(super) fn end_stay(&mut self, model: &Model, stay: Option<u32>) {
        let Some(at) = stay else { return };
        let Stay { moment, since, block } = self.stays[at as usize];
        self.unused_stays.push(at);
        self.queues[moment as usize].take(1, self.now);
        let state = &mut self.halls[moment as usize];
        if let Some(block) = block {
            state.blocked.retain(|other| *other != at);
            self.sums.moments[moment as usize].blocked += u128::from(self.now - since);
            self.unblock(model, block);
            return;
        }
        let Some(next) = state.blocked.pop_front() else {
            state.inside -= 1;
            return;
        };
        let stay = &mut self.stays[next as usize];
        self.sums.moments[moment as usize].blocked += u128::from(self.now - stay.since);
        if let Some(block) = stay.block.take() {
            self.unblock(model, block);
        }
    }

    /// A wait in a place to wait ends as what is behind it starts, or as the customer leaves.
    pub(super) fn note_stay(&mut self, model: &Model, stay: Option<u32>, who: u32, started: bool) {
        if let Some(at) = stay {
            let Stay { moment, since, .. } = self.stays[at as usize];
            self.note_wait(model, moment, who, since, started);
        }
    }
}
