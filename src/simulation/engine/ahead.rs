//! Numbers that are drawn ahead: those of four arrivals in turn together, which takes hardly longer than those of
//! one. As numbers are addressed, nobody can tell when they were drawn.

use super::Replication;
use crate::blueprint::Id;
use crate::simulation::model::{Model, MomentPlan};
use crate::simulation::random::{Address, Arrival, LANES, Stream};

/// Intervals from here on are those of appointments, which are hardly ever numbered in a row.
const APPOINTMENTS: u32 = 1 << 31;
/// Blocks that are kept of each moment, as customers may overtake each other a little.
const BLOCKS: usize = 2;

/// Which arrivals a block is about: their interval, and their number ÷ 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Whose {
    interval: u32,
    block: u32,
}

impl Whose {
    /// Of nobody: numbers ÷ 4 are smaller.
    const NOBODY: Self = Self { interval: 0, block: u32::MAX };

    fn of(arrival: Arrival) -> Self {
        Self { interval: arrival.interval, block: arrival.number / LANES_32 }
    }

    /// Its arrivals.
    fn arrivals(self) -> [Arrival; LANES] {
        let first = self.block * LANES_32;
        [0, 1, 2, 3].map(|lane| Arrival { interval: self.interval, number: first + lane })
    }
}

/// As many as a block has, as numbers of arrivals are.
const LANES_32: u32 = 4;

/// The place of an arrival in its block.
fn lane(arrival: Arrival) -> usize {
    (arrival.number % LANES_32) as usize
}

/// What four arrivals in turn have at a moment that they come to for the first time.
#[derive(Clone, Copy, Debug)]
struct Block {
    whose: Whose,
    lengths: [u64; LANES],
    /// The numbers that the way out is chosen by.
    ways: [f64; LANES],
}

impl Block {
    /// Draws what four arrivals have at a moment.
    #[inline(never)]
    fn draw(&mut self, model: &Model, plan: &MomentPlan, stream: Stream, whose: Whose) {
        let work = &model.works[plan.works.start];
        let (step, arrivals) = (work.step.number(), whose.arrivals());
        let [first, ways] = stream.pairs(arrivals[0], step);
        let address = |lane: usize| Address { arrival: arrivals[lane], step, visit: 0 };
        let drawn = work.time.as_ref().map(|time| time.several(first, stream, address));
        self.lengths = drawn.unwrap_or_default().map(|drawn| work.setup.saturating_add(drawn));
        (self.whose, self.ways) = (whose, ways);
    }
}

/// What is known ahead at a moment.
#[derive(Clone, Debug)]
pub(super) struct Ahead {
    blocks: [Block; BLOCKS],
}

impl Default for Ahead {
    fn default() -> Self {
        let nobody = Block { whose: Whose::NOBODY, lengths: [0; LANES], ways: [0.0; LANES] };
        Self { blocks: [nobody; BLOCKS] }
    }
}

impl Ahead {
    /// The place of a block, if it is known.
    fn block(&self, whose: Whose) -> Option<&Block> {
        let block = &self.blocks[whose.block as usize % BLOCKS];
        (block.whose == whose).then_some(block)
    }
}

/// The gaps after four arrivals in turn, and the numbers that the way in is chosen by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gaps {
    whose: Whose,
    lengths: [f64; LANES],
    ways: [f64; LANES],
}

impl Default for Gaps {
    fn default() -> Self {
        Self { whose: Whose::NOBODY, lengths: [0.0; LANES], ways: [0.0; LANES] }
    }
}

impl Gaps {
    /// The gap after an arrival, in means, and the number that its way in is chosen by.
    pub fn after(&mut self, model: &Model, stream: Stream, arrival: Arrival) -> (f64, f64) {
        let whose = Whose::of(arrival);
        if self.whose != whose {
            self.draw(model, stream, whose);
        }
        (self.lengths[lane(arrival)], self.ways[lane(arrival)])
    }

    #[inline(never)]
    fn draw(&mut self, model: &Model, stream: Stream, whose: Whose) {
        let arrivals = whose.arrivals();
        let [first, ways] = stream.pairs(arrivals[0], 0);
        let address = |lane: usize| Address { arrival: arrivals[lane], step: 0, visit: 0 };
        self.lengths = model.demand.gaps.several(first, stream, address);
        (self.whose, self.ways) = (whose, ways);
    }
}

impl Replication {
    /// How long the plain work of a moment takes with a customer.
    #[inline]
    pub(super) fn plain_length(
        &mut self,
        model: &Model,
        moment: u32,
        plan: &MomentPlan,
        arrival: Arrival,
        visit: u32,
    ) -> u64 {
        if !plan.draws_ahead || visit > 0 || arrival.interval >= APPOINTMENTS {
            return self.one_length(model, plan, arrival, visit);
        }
        let (whose, ahead) = (Whose::of(arrival), &mut self.ahead[moment as usize]);
        let block = &mut ahead.blocks[whose.block as usize % BLOCKS];
        if block.whose != whose {
            block.draw(model, plan, self.stream, whose);
        }
        block.lengths[lane(arrival)]
    }

    /// The same where it is not drawn ahead.
    #[inline(never)]
    fn one_length(&self, model: &Model, plan: &MomentPlan, arrival: Arrival, visit: u32) -> u64 {
        let work = &model.works[plan.works.start];
        let address = Address { arrival, step: work.step.number(), visit };
        let drawn = work.time.as_ref().map_or(0, |time| time.draw(self.stream, address));
        work.setup.saturating_add(drawn)
    }

    /// The number that a customer's way out of a moment is chosen by, whose decision has a step.
    pub(super) fn way_out(&self, moment: u32, who: u32, visit: u32, step: u32) -> f64 {
        let arrival = self.customers[who as usize].arrival;
        if visit == 0
            && arrival.interval < APPOINTMENTS
            && let Some(block) = self.ahead[moment as usize].block(Whose::of(arrival))
        {
            return block.ways[lane(arrival)];
        }
        self.stream.pair(Address { arrival, step, visit }, Address::MAIN)[1]
    }
}
