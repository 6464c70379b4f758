//! Random services such as people draw: chains, forks, decisions that meet again, exits, rework.

use onstage::blueprint::{
    LaneId, Link, LinkEnd, LinkKind, Share, SheetPoint, StepId, StepKind, Zone,
};

use crate::office::Draft;

/// A small generator of numbers; the same seed gives the same service on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        // Marsaglia's xorshift, 2003.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % bound as u64).unwrap()
    }

    fn in_percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

struct Drawing {
    draft: Draft,
    chance: Chance,
    lanes: Vec<LaneId>,
    /// How many steps are still to be drawn, of how many.
    left: usize,
    all: usize,
    x: i32,
}

impl Drawing {
    fn phase(&self) -> usize {
        let done = self.all - self.left;
        (done * self.draft.phases.len() / self.all).min(self.draft.phases.len() - 1)
    }

    fn step(&mut self, kind: StepKind) -> StepId {
        let lane = match self.chance.below(20) {
            0..=6 => 1,
            7..=12 => 2,
            13..=17 => 3,
            _ => 4,
        };
        self.step_in(kind, lane)
    }

    fn step_in(&mut self, kind: StepKind, lane: usize) -> StepId {
        let phase = self.phase();
        self.left = self.left.saturating_sub(1);
        self.x += 40 + i32::try_from(self.chance.below(90)).unwrap();
        let y = 30 + i32::try_from(self.chance.below(90)).unwrap();
        let name = format!("Step {}", self.all - self.left);
        let at = SheetPoint::new(self.x, y);
        let id = self.draft.add_at(self.lanes[lane], phase, at, kind, &name);
        if kind == StepKind::Action && lane < 3 && self.left > 0 && self.chance.in_percent(30) {
            let below = lane + 1 + self.chance.below(2);
            let partner = self.step_in_quietly(below, phase);
            self.draft.link(id, partner, LinkKind::Together);
        }
        if lane == 1 && self.left > 0 && self.chance.in_percent(12) {
            self.left -= 1;
            let at = SheetPoint::new(self.x, 40);
            let sign = self.draft.add_at(self.lanes[0], phase, at, StepKind::Evidence, "Sign");
            self.draft.link(sign, id, LinkKind::Together);
        }
        if lane >= 2 && self.left > 0 && self.chance.in_percent(8) {
            let files = self.step_in_quietly(4, phase);
            if files != id {
                self.draft.link(id, files, LinkKind::Trigger);
            }
        }
        id
    }

    fn step_in_quietly(&mut self, lane: usize, phase: usize) -> StepId {
        self.left = self.left.saturating_sub(1);
        let name = format!("Step {}", self.all - self.left);
        let at = SheetPoint::new(self.x, 60);
        self.draft.add_at(self.lanes[lane], phase, at, StepKind::Action, &name)
    }

    fn flow(&mut self, from: &[(StepId, Option<f64>)], to: StepId) {
        for (from, percent) in from {
            let share = percent.map(|percent| Share::percent(percent).unwrap());
            let link = Link { share, ..Link::between(*from, to, LinkKind::Flow) };
            let _refused = self.draft.scenario.add_link(link, &mut self.draft.ids);
        }
    }

    /// A part of the service of so many steps; answers where it begins and the open ends.
    fn part(
        &mut self,
        count: usize,
        before: Vec<(StepId, Option<f64>)>,
    ) -> Vec<(StepId, Option<f64>)> {
        let mut open = before;
        let end = self.left.saturating_sub(count);
        while self.left > end {
            let room = self.left - end;
            match self.chance.below(10) {
                0 if room > 4 => {
                    let fork = self.step(StepKind::Action);
                    self.flow(&open, fork);
                    let ways = 2 + self.chance.below(2);
                    open = Vec::new();
                    for _ in 0..ways {
                        let share = 1 + self.chance.below(3);
                        open.extend(self.part(share, vec![(fork, None)]));
                    }
                    let join = self.step(StepKind::Action);
                    self.flow(&open, join);
                    open = vec![(join, None)];
                }
                1 | 2 if room > 3 => {
                    let decision = self.step(StepKind::Decision);
                    self.flow(&open, decision);
                    let first = 20.0 + self.chance.below(7) as f64 * 10.0;
                    let length = 1 + self.chance.below(3);
                    let main = self.part(length, vec![(decision, Some(first))]);
                    match self.chance.below(4) {
                        0 => {
                            // The others leave.
                            let gone = self.step(StepKind::Action);
                            self.flow(&[(decision, Some(100.0 - first))], gone);
                            open = main;
                        }
                        1 => {
                            let share = Share::percent(100.0 - first).unwrap();
                            let link = Link {
                                from: decision,
                                to: LinkEnd::Outside,
                                kind: LinkKind::Flow,
                                share: Some(share),
                                label: String::new(),
                            };
                            self.draft.scenario.add_link(link, &mut self.draft.ids).unwrap();
                            open = main;
                        }
                        2 => {
                            open = main;
                            open.push((decision, Some(100.0 - first)));
                        }
                        _ => {
                            let length = 1 + self.chance.below(2);
                            let other = self.part(length, vec![(decision, Some(100.0 - first))]);
                            open = main;
                            open.extend(other);
                        }
                    }
                }
                3 if room > 3 => {
                    // Work that is done again.
                    let work = self.step(StepKind::Action);
                    self.flow(&open, work);
                    let length = self.chance.below(2);
                    let last = self.part(length, vec![(work, None)]);
                    let check = self.step(StepKind::Decision);
                    self.flow(&last, check);
                    self.flow(&[(check, Some(10.0))], work);
                    open = vec![(check, Some(90.0))];
                }
                _ => {
                    let step = self.step(StepKind::Action);
                    self.flow(&open, step);
                    open = vec![(step, None)];
                }
            }
        }
        open
    }
}

/// A service of about so many steps.
pub fn service(seed: u64, steps: usize) -> Draft {
    let names = ["Arrive", "Ask", "Wait", "Get", "Pay", "Leave"];
    let phases = 1 + usize::try_from(seed % 6).unwrap();
    let draft = Draft::new(&names[..phases]);
    let lanes = Zone::ALL.map(|zone| draft.lane(zone)).to_vec();
    let chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut drawing = Drawing { draft, chance, lanes, left: steps, all: steps, x: 0 };
    drawing.part(steps, Vec::new());
    drawing.draft
}

/// The sheets that everything is counted on: 200 of 10 to 300 steps.
pub fn services() -> impl Iterator<Item = Draft> {
    (0..200_u64).map(|seed| service(seed + 1, 10 + usize::try_from(seed).unwrap() * 290 / 199))
}
