//! Work: it begins, ends, keeps units or gives them back.

use smallvec::SmallVec;

use super::calendar::What;
use super::too_much::LONGEST;
use super::{Execution, Held, Hold, Replication, Token, small};
use crate::blueprint::Id;
use crate::simulation::model::{Model, MomentPlan, Pool};
use crate::simulation::random::Address;

impl Replication {
    /// Kept units are used first; what is left of their roles goes back.
    pub(super) fn use_kept(
        &mut self,
        model: &Model,
        plan: &MomentPlan,
        members: &[Token],
        holds: &mut SmallVec<[Hold; 2]>,
    ) {
        let needs = &model.needs[plan.needs.clone()];
        let count = small(members.len());
        for need in needs {
            let mut wanted = need.count * count.div_ceil(need.batch);
            for pool in &model.choices[need.choices.clone()] {
                for token in members {
                    let kept = &mut self.customers[token.customer as usize].kept;
                    for held in kept.iter_mut().filter(|held| held.pool == *pool) {
                        let used = wanted.min(held.count);
                        if used > 0 {
                            wanted -= used;
                            held.count -= used;
                            let held = Held { count: used, ..*held };
                            holds.push(Hold { work: need.work, keep: need.keep, held });
                        }
                    }
                }
            }
        }
        for token in members {
            let mut kept = std::mem::take(&mut self.customers[token.customer as usize].kept);
            kept.retain(|held| {
                if held.count == 0 {
                    return false;
                }
                let is_done = needs
                    .iter()
                    .any(|need| model.choices[need.choices.clone()].contains(&held.pool));
                if is_done {
                    self.release(model, *held);
                }
                !is_done
            });
            self.customers[token.customer as usize].kept = kept;
        }
    }

    /// The work of a moment begins.
    pub(super) fn begin(
        &mut self,
        model: &Model,
        moment: u32,
        members: SmallVec<[Token; 1]>,
        holds: SmallVec<[Hold; 2]>,
    ) -> u64 {
        let plan = &model.moments[moment as usize];
        let Some(first) = members.first().copied() else { return self.now };
        for token in members.iter().filter(|token| !token.background) {
            self.customers[token.customer as usize].begin_work(self.now, plan.serves());
        }
        let execution = Execution { moment, left: small(plan.works.len()), members, holds };
        let at = if let Some(free) = self.unused_executions.pop() {
            self.executions[free as usize] = execution;
            free
        } else {
            self.executions.push(execution);
            small(self.executions.len() - 1)
        };
        let arrival = self.customers[first.customer as usize].arrival;
        let works = &model.works[plan.works.clone()];
        let length = |index: usize| {
            let work = &model.works[index];
            let address = Address { arrival, step: work.step.number(), visit: first.visit };
            let time = work.time.as_ref();
            let drawn = time.map_or(0, |time| time.draw(self.stream, address));
            work.setup.saturating_add(drawn)
        };
        let mut lengths: SmallVec<[u64; 4]> = plan.works.clone().map(length).collect();
        for (index, work) in works.iter().enumerate() {
            if let Some(like) = work.like {
                lengths[index] = lengths[like - plan.works.start].max(work.setup);
            }
        }
        let longest = lengths.iter().copied().max().unwrap_or_default();
        if longest > LONGEST {
            for (length, work) in lengths.iter_mut().zip(works) {
                *length = self.bounded(*length, work.step);
            }
        }
        let longest = longest.min(LONGEST);
        for (work, length) in lengths.into_iter().enumerate() {
            self.calendar
                .enter(self.now + length, What::WorkEnds { execution: at, work: small(work) });
        }
        self.now + longest
    }

    pub(super) fn work_ends(&mut self, model: &Model, at: u32, work: u32) {
        let execution = &mut self.executions[at as usize];
        execution.left -= 1;
        let is_over = execution.left == 0;
        let first = execution.members.first().copied();
        let mut holds = std::mem::take(&mut execution.holds);
        // What ended last may stay with a customer who finds no place to wait.
        let mut last: SmallVec<[Held; 2]> = SmallVec::new();
        holds.retain(|hold| {
            if hold.work != work {
                return true;
            }
            match first {
                Some(token) if hold.keep && !self.customers[token.customer as usize].gone => {
                    self.keep(model, token.customer, hold.held);
                }
                _ if is_over && model.has_full_halls => last.push(hold.held),
                _ => self.release(model, hold.held),
            }
            false
        });
        let moment = self.executions[at as usize].moment;
        if model.moments[moment as usize].keeps
            && let Some(token) = first
        {
            self.change_lines(model, token.customer);
        }
        self.executions[at as usize].holds = holds;
        if !is_over {
            return;
        }
        let members = std::mem::take(&mut self.executions[at as usize].members);
        self.unused_executions.push(at);
        self.last_hands = last;
        self.last_block = None;
        for token in members {
            self.go_on(model, moment, token);
        }
        for held in std::mem::take(&mut self.last_hands) {
            self.release(model, held);
        }
    }

    /// Units stay in a customer's hands.
    pub(super) fn keep(&mut self, model: &Model, who: u32, held: Held) {
        let kept = &mut self.customers[who as usize].kept;
        if model.can_circle && kept.is_empty() {
            self.keeping.push(who);
        }
        match kept.iter_mut().find(|other| other.pool == held.pool && other.since == held.since) {
            Some(other) => other.count += held.count,
            None => kept.push(held),
        }
    }

    /// Units go back; those that are not always there are away for a while.
    #[inline]
    pub(super) fn release(&mut self, model: &Model, held: Held) {
        let pool = held.pool as usize;
        self.pools[pool].busy.take(u64::from(held.count), self.now);
        self.last_work[pool] = self.now;
        let plan = &model.pools[pool];
        if plan.away <= 0.0 {
            return self.touch(plan.cluster);
        }
        self.send_away(held, plan);
    }

    #[inline(never)]
    fn send_away(&mut self, held: Held, plan: &Pool) {
        let away = (self.now - held.since) as f64 * plan.away;
        // Far below 2⁶⁴.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let away = away.round() as u64;
        self.pools[held.pool as usize].away += u64::from(held.count);
        self.calendar.enter(
            self.now.saturating_add(away),
            What::BackAgain { pool: held.pool, count: held.count },
        );
    }
}
