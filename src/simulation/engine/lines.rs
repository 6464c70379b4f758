//! Lines: who waits where, and who starts.

use std::collections::VecDeque;

use smallvec::SmallVec;

use super::{Held, Hold, Line, Replication, Start, Token, Waiting, small};
use crate::simulation::day_plan::DayPlan;
use crate::simulation::model::{Model, MomentPlan, NeedPlan, OnlyLine};
use crate::simulation::seizing::{self, Grant, Grants, Wish};

/// How often a request for several things lets others pass.
const PASSES: u8 = 3;

impl Replication {
    /// The line for a customer at a moment: one for each set of kept units that is of use there.
    pub(super) fn line_for(&mut self, model: &Model, who: u32, moment: u32) -> u32 {
        let plan = &model.moments[moment as usize];
        let kept = &self.customers[who as usize].kept;
        if kept.is_empty() || plan.batch > 1 {
            // The lines of those who bring nothing come first, one of each moment.
            return moment;
        }
        let needs = &model.needs[plan.needs.clone()];
        let is_of_use = |held: &Held| {
            needs.iter().any(|need| model.choices[need.choices.clone()].contains(&held.pool))
        };
        let mut brings: SmallVec<[(u32, u32); 1]> = SmallVec::new();
        for held in kept.iter().filter(|held| is_of_use(held)) {
            match brings.iter_mut().find(|(pool, _)| *pool == held.pool) {
                Some((_, count)) => *count += held.count,
                None => brings.push((held.pool, held.count)),
            }
        }
        brings.sort_unstable();
        let mut known = self.lines_of[moment as usize].iter();
        if let Some(line) = known.find(|line| self.lines[**line as usize].brings == brings) {
            return *line;
        }
        let line = small(self.lines.len());
        self.lines.push(Line { moment, brings, queue: VecDeque::new(), passed: SmallVec::new() });
        self.lines_of[moment as usize].push(line);
        if let Some(cluster) = plan.cluster {
            self.lines_in[cluster as usize].push(line);
        }
        line
    }

    /// The units in a customer's hands have changed while other tokens wait: those who bring something
    /// else now wait in another line, at the place that is theirs.
    pub(super) fn change_lines(&mut self, model: &Model, who: u32) {
        if self.customers[who as usize].tokens + self.customers[who as usize].background < 2 {
            return;
        }
        for line in 0..self.lines.len() {
            let moment = self.lines[line].moment;
            let is_theirs = |waiting: &Waiting| waiting.who.customer == who;
            while let Some(at) = self.lines[line].queue.iter().position(is_theirs) {
                let to = self.line_for(model, who, moment) as usize;
                if to == line {
                    break;
                }
                let Some(waiting) = self.lines[line].queue.remove(at) else { break };
                if let Some(patience) = waiting.patience {
                    self.patiences[patience as usize].line = small(to);
                }
                if at == 0 {
                    self.lines[line].passed.clear();
                }
                let queue = &mut self.lines[to].queue;
                let place = queue.partition_point(|other| other.key <= waiting.key);
                queue.insert(place, waiting);
                if place == 0 {
                    self.lines[to].passed.clear();
                }
                self.touch(model.moments[moment as usize].cluster);
            }
        }
    }

    /// Starts those who can of a cluster.
    pub(super) fn start_in(&mut self, model: &Model, cluster: usize) {
        if let Some(OnlyLine { moment, pool }) = model.only_lines[cluster] {
            while self.pools[pool as usize].free() > 0
                && !self.lines[moment as usize].queue.is_empty()
            {
                self.serve(model, moment, pool);
            }
            return;
        }
        let Some(pool) = model.only_pools[cluster] else { return self.start_all(model, cluster) };
        while self.pools[pool as usize].free() > 0 {
            let Some(line) = self.first_line(model, cluster) else { return };
            if self.is_served_plainly(model, line) {
                self.serve(model, line, pool);
            } else {
                self.start_one_of(model, line, pool);
            }
        }
    }

    /// The first of a line starts with a unit of a pool.
    #[inline(never)]
    fn start_one_of(&mut self, model: &Model, line: u32, pool: u32) {
        let moment = self.lines[line as usize].moment;
        let need = model.moments[moment as usize].needs.start;
        let grant = Grant { pool, need: small(need), count: 1 };
        self.start(model, line, 1, SmallVec::from_slice(&[grant]));
    }

    /// Starts those who can where several pools are asked for.
    #[inline(never)]
    fn start_all(&mut self, model: &Model, cluster: usize) {
        while self.start_one(model, cluster) {}
    }

    /// The line of a cluster whose head comes first.
    fn first_line(&self, model: &Model, cluster: usize) -> Option<u32> {
        if let [line] = self.lines_in[cluster][..] {
            return (!self.lines[line as usize].queue.is_empty()).then_some(line);
        }
        let heads = self.lines_in[cluster].iter().filter_map(|line| {
            let Line { queue, moment, .. } = &self.lines[*line as usize];
            Some((queue.front()?.key, model.moments[*moment as usize].number, *line))
        });
        heads.min().map(|(_, _, line)| line)
    }

    /// Starts the first that can of those who wait in a cluster.
    pub(super) fn start_one(&mut self, model: &Model, cluster: usize) -> bool {
        let mut heads: SmallVec<[(u128, u32, u32); 8]> = SmallVec::new();
        for line in &self.lines_in[cluster] {
            let waiting = &self.lines[*line as usize];
            let plan = &model.moments[waiting.moment as usize];
            if let Some(first) = waiting.queue.front()
                && (waiting.queue.len() >= plan.batch as usize
                    || self.closed
                    || plan
                        .batch_wait
                        .is_some_and(|most| first.since.saturating_add(most) <= self.now))
            {
                heads.push((first.key, plan.number, *line));
            }
        }
        heads.sort_unstable();
        for (_, _, line) in &heads {
            let plan = &model.moments[self.lines[*line as usize].moment as usize];
            for need in &model.needs[plan.needs.clone()] {
                for pool in &model.choices[need.choices.clone()] {
                    self.held[*pool as usize] = 0;
                }
            }
        }
        for (at, (_, _, line)) in heads.iter().enumerate() {
            let plan = &model.moments[self.lines[*line as usize].moment as usize];
            let waiting = small(self.lines[*line as usize].queue.len());
            let count = plan.batch.min(waiting);
            let free = |pool: u32| {
                let pool = pool as usize;
                self.pools[pool].free().saturating_sub(self.held[pool])
            };
            if let Some(grants) = self.fit(model, *line, count, &free) {
                self.note_passed(model, &heads[..at], &grants);
                self.start(model, *line, count, grants);
                return true;
            }
            let needs = &model.needs[plan.needs.clone()];
            let choices = |need: &NeedPlan| &model.choices[need.choices.clone()];
            let has_some = |need: &NeedPlan| choices(need).iter().any(|pool| free(*pool) > 0);
            let passed = &self.lines[*line as usize].passed;
            let was_passed = needs.len() > 1
                && passed.len() == needs.len()
                && passed.iter().all(|count| *count >= PASSES);
            if was_passed || needs.iter().all(has_some) {
                for pool in needs.iter().flat_map(choices) {
                    self.held[*pool as usize] = self.pools[*pool as usize].free();
                }
            }
        }
        false
    }

    /// Units for the first so many of a line, besides those that they bring.
    pub(super) fn fit(
        &self,
        model: &Model,
        line: u32,
        count: u32,
        free: &dyn Fn(u32) -> u32,
    ) -> Option<Grants> {
        let waiting = &self.lines[line as usize];
        let plan = &model.moments[waiting.moment as usize];
        let mut brings: SmallVec<[(u32, u32); 2]> = waiting.brings.iter().copied().collect();
        if plan.batch > 1 {
            for waiting in waiting.queue.iter().take(count as usize) {
                let kept = &self.customers[waiting.who.customer as usize].kept;
                brings.extend(kept.iter().map(|held| (held.pool, held.count)));
            }
        }
        let mut wishes: SmallVec<[Wish<'_>; 4]> = SmallVec::new();
        for at in plan.needs.clone() {
            let need = &model.needs[at];
            let choices = &model.choices[need.choices.clone()];
            let mut wanted = need.count * count.div_ceil(need.batch);
            for pool in choices {
                for (_, has) in brings.iter_mut().filter(|(known, _)| known == pool) {
                    let used = wanted.min(*has);
                    wanted -= used;
                    *has -= used;
                }
            }
            if wanted > 0 {
                wishes.push(Wish { choices, count: wanted, need: small(at) });
            }
        }
        seizing::find(&wishes, free)
    }

    /// Those before who starts were passed at the needs whose units it took.
    pub(super) fn note_passed(
        &mut self,
        model: &Model,
        before: &[(u128, u32, u32)],
        grants: &Grants,
    ) {
        for (_, _, line) in before {
            let line = &mut self.lines[*line as usize];
            let needs = &model.needs[model.moments[line.moment as usize].needs.clone()];
            if needs.len() < 2 {
                continue;
            }
            line.passed.resize(needs.len(), 0);
            for (need, passed) in needs.iter().zip(&mut line.passed) {
                let choices = &model.choices[need.choices.clone()];
                if grants.iter().any(|grant| choices.contains(&grant.pool)) {
                    *passed = passed.saturating_add(1);
                }
            }
        }
    }

    /// The first so many of a line start with the units that were found for them.
    pub(super) fn start(&mut self, model: &Model, line: u32, count: u32, grants: Grants) {
        let moment = self.lines[line as usize].moment;
        let plan = &model.moments[moment as usize];
        let mut members: SmallVec<[Token; 1]> = SmallVec::new();
        self.lines[line as usize].passed.clear();
        let mut logged: SmallVec<[Start; 1]> = SmallVec::new();
        for _ in 0..count {
            let Some(waiting) = self.lines[line as usize].queue.pop_front() else { break };
            if self.log.is_some() {
                let customer = &self.customers[waiting.who.customer as usize];
                logged.push(Start {
                    at: self.now,
                    moment,
                    arrival: customer.arrival,
                    came: customer.since,
                    since: waiting.since.max(customer.counts_from).min(self.now),
                    ends: self.now,
                    units: 0,
                });
            }
            self.note_wait(model, moment, waiting.who.customer, waiting.since, true);
            self.end_patience(waiting.patience);
            members.push(waiting.who);
        }
        self.queues[moment as usize].take(members.len() as u64, self.now);
        let mut holds: SmallVec<[Hold; 2]> = SmallVec::new();
        let any_kept =
            members.iter().any(|token| !self.customers[token.customer as usize].kept.is_empty());
        if any_kept {
            self.use_kept(model, plan, &members, &mut holds);
        }
        for grant in grants {
            let need = &model.needs[grant.need as usize];
            self.pools[grant.pool as usize].busy.add(u64::from(grant.count), self.now);
            let held = Held { pool: grant.pool, count: grant.count, since: self.now };
            holds.push(Hold { work: need.work, keep: need.keep, held });
        }
        if any_kept {
            for token in &members {
                self.change_lines(model, token.customer);
            }
        }
        let units = holds.iter().map(|hold| hold.held.count).sum();
        for member in &mut members {
            let stay = member.stay.take();
            self.note_stay(model, stay, member.customer, true);
            self.end_stay(model, stay);
        }
        let ends = self.begin(model, moment, members, holds);
        if let Some(log) = &mut self.log {
            log.extend(logged.into_iter().map(|start| Start { ends, units, ..start }));
        }
    }

    /// A wait ends, as it starts or as somebody leaves.
    #[inline]
    pub(super) fn note_wait(
        &mut self,
        model: &Model,
        moment: u32,
        who: u32,
        since: u64,
        started: bool,
    ) {
        let counts_from = self.customers[who as usize].counts_from;
        self.note_wait_of(
            model,
            &model.moments[moment as usize],
            moment,
            counts_from,
            since,
            started,
        );
    }

    /// The same of a customer whose visit counts from a time on.
    #[inline]
    pub(super) fn note_wait_of(
        &mut self,
        model: &Model,
        plan: &MomentPlan,
        moment: u32,
        counts_from: u64,
        since: u64,
        started: bool,
    ) {
        let begins = since.max(counts_from);
        let since = begins.min(self.now);
        let wait = self.now - since;
        let accepted = started && plan.acceptable.is_none_or(|most| wait <= most);
        let sums = &mut self.sums.moments[moment as usize];
        sums.waits.note(wait, accepted);
        if started {
            sums.started += 1;
            sums.waits_started += u128::from(wait);
        }
        self.times.waits[moment as usize].count(wait);
        if let Some(day) = &model.day {
            self.note_interval(model, day, (moment, begins), wait, accepted);
        }
    }

    /// A wait at a moment that began at a time ends: it counts in the interval of that. Who is served before an
    /// appointment has the wait of those of that time.
    #[inline(never)]
    fn note_interval(
        &mut self,
        model: &Model,
        day: &DayPlan,
        (moment, begins): (u32, u64),
        wait: u64,
        accepted: bool,
    ) {
        let at = day.interval_at(begins) * model.moments.len() + moment as usize;
        // Who only watches keeps no record of intervals.
        if let Some(sums) = self.by_interval.get_mut(at) {
            sums.note(wait, accepted);
        }
    }
}
