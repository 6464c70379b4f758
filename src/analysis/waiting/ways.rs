//! The ways of customers between moments, in flat arrays and in an order that the rows of a table do
//! not change.

use crate::analysis::sum::{Sum, sum_of};
use crate::process::{MeetingTree, Moment, NumberLists, Part, Process, Room, Variation};

/// Passes over a loop until what comes back has been followed round often enough.
const MOST_ROUNDS: usize = 2_000;
/// Updates of moments that may be spent on one loop for one pool.
const MOST_UPDATES: usize = 400_000;
/// Change below which following a loop once more changes nothing.
const SETTLED: f64 = 1e-13;

/// A way between two moments, or from outside into one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    /// Where it starts; `None` for arrivals.
    pub(super) from: Option<usize>,
    pub(super) to: usize,
    /// How many of the visits at its start take it.
    pub(super) share: f64,
    /// How often a customer takes it.
    pub(super) flow: f64,
    /// The arc of the process.
    pub(super) arc: usize,
}

/// All ways that add up to the visits: of branches that join, only the first.
pub(super) struct Ways {
    pub(super) ways: Vec<Way>,
    ins: NumberLists,
    outs: NumberLists,
    /// Levels of moments, upstream first: none leads to one of its own level or before, but back in a
    /// loop. With the group of the process that it belongs to.
    levels: Vec<(usize, Vec<usize>)>,
    /// The first and last level of each group.
    spans: Vec<(usize, usize)>,
    /// The group of each moment, upstream first.
    pub(super) group: Vec<usize>,
    /// Whether a moment can be passed more than once.
    pub(super) looped: Vec<bool>,
    /// Whether a moment takes no time and holds nobody up.
    pub(super) instant: Vec<bool>,
    /// Whether customers stay at a moment longer than they hold what they queued for.
    pub(super) late: Vec<bool>,
    /// Seconds that each moment lasts.
    lasts_s: Vec<f64>,
}

/// Whether customers, or what they set off, come to a moment.
pub(super) fn passes(moment: &Moment) -> bool {
    moment.is_reached() && moment.visits.is_some_and(|visits| visits > 0.0)
}

impl Ways {
    /// Near-linear in moments and arcs.
    pub(super) fn of(process: &Process) -> Self {
        let count = process.moments.len();
        let mut ways = Vec::new();
        for (to, moment) in process.moments.iter().enumerate().filter(|(_, moment)| passes(moment))
        {
            let counted = moment.meeting.iter().flat_map(MeetingTree::counted_arcs);
            for (index, arc) in counted.map(|index| (index, &process.arcs[index])) {
                let visits = arc.from.map_or(Some(1.0), |from| process.moments[from].visits);
                if let (Some(share), Some(visits)) = (arc.share, visits)
                    && share * visits > 0.0
                {
                    ways.push(Way { from: arc.from, to, share, flow: share * visits, arc: index });
                }
            }
        }
        let pairs = |end: fn(&Way) -> Option<usize>| -> Vec<(usize, usize)> {
            let found = ways.iter().enumerate();
            found.filter_map(|(index, way)| Some((end(way)?, index))).collect()
        };
        let ins = NumberLists::of(count, &pairs(|way| Some(way.to)));
        let outs = NumberLists::of(count, &pairs(|way| way.from));
        let mut group = vec![0; count];
        let mut looped = vec![false; count];
        for (at, members) in process.order.iter().enumerate() {
            for &member in members {
                group[member] = at;
                looped[member] = members.len() > 1;
            }
        }
        for way in ways.iter().filter(|way| way.from == Some(way.to)) {
            looped[way.to] = true;
        }
        let instant = process.moments.iter().map(|moment| {
            let rooms = moment.activities.iter().map(|activity| activity.room);
            moment.part == Part::Customer
                && moment.duration_s == Some(0.0)
                && moment.variation == Variation::Fixed
                && rooms.into_iter().all(|room| room != Room::Waiting { limited: true })
        });
        let lasts_s = process.moments.iter().map(|moment| moment.duration_s.unwrap_or(0.0));
        let mut all = Self {
            instant: instant.collect(),
            late: vec![false; count],
            lasts_s: lasts_s.collect(),
            levels: Vec::with_capacity(count),
            spans: Vec::with_capacity(process.order.len()),
            ways,
            ins,
            outs,
            group,
            looped,
        };
        all.settle_levels(process);
        all
    }

    fn settle_levels(&mut self, process: &Process) {
        let mut open = vec![0_usize; process.moments.len()];
        for (at, members) in process.order.iter().enumerate() {
            let first = self.levels.len();
            if let [only] = members.as_slice() {
                self.levels.push((at, vec![*only]));
                self.spans.push((first, first + 1));
                continue;
            }
            let forward = |way: &Way| {
                !process.arcs[way.arc].back && way.from.is_some_and(|from| self.group[from] == at)
            };
            for &member in members {
                open[member] = self.ins(member).filter(|way| forward(way)).count();
            }
            let mut left: Vec<usize> = members.clone();
            while !left.is_empty() {
                let (mut level, rest): (Vec<usize>, Vec<usize>) =
                    left.iter().partition(|member| open[**member] == 0);
                if level.is_empty() {
                    // Ways that lead round without a first moment: all at once.
                    level = rest;
                    left = Vec::new();
                } else {
                    left = rest;
                }
                for &member in &level {
                    for way in self.outs(member).filter(|way| forward(way)) {
                        open[way.to] = open[way.to].saturating_sub(1);
                    }
                }
                self.levels.push((at, level));
            }
            self.spans.push((first, self.levels.len()));
        }
    }

    /// The ways into a moment.
    pub(super) fn ins(&self, moment: usize) -> impl Iterator<Item = &Way> {
        self.ins.list(moment).iter().map(|way| &self.ways[*way])
    }

    /// The positions in [`Ways::ways`] of the ways into a moment.
    pub(super) fn ins_at(&self, moment: usize) -> &[usize] {
        self.ins.list(moment)
    }

    /// The ways out of a moment.
    pub(super) fn outs(&self, moment: usize) -> impl Iterator<Item = &Way> {
        self.outs.list(moment).iter().map(|way| &self.ways[*way])
    }

    /// All moments, upstream first; those of a level have nothing to do with each other.
    pub(super) fn levels(&self) -> impl Iterator<Item = &[usize]> {
        self.levels.iter().map(|(_, level)| level.as_slice())
    }

    /// Where the customers of some moments are at once afterwards, through moments that take
    /// no time and hold nobody up, and the share of their customers who were.
    pub(super) fn at_once_from(&self, moments: &[usize], visits: impl Fn(usize) -> f64) -> AtOnce {
        let mut found: Vec<usize> = Vec::new();
        let mut open: Vec<usize> = moments.iter().copied().filter(|m| !self.late[*m]).collect();
        while let Some(moment) = open.pop() {
            for way in self.outs(moment) {
                if self.instant[way.to] && !moments.contains(&way.to) && !found.contains(&way.to) {
                    found.push(way.to);
                    open.push(way.to);
                }
            }
        }
        let mut from_here = vec![0.0; found.len()];
        for _ in 0..MOST_ROUNDS.min(2 * found.len() * found.len() + 2) {
            let mut change = 0.0_f64;
            let next: Vec<f64> = found
                .iter()
                .map(|moment| {
                    let part = |way: &Way| {
                        let from = way.from?;
                        if moments.contains(&from) {
                            return (!self.late[from]).then_some(way.flow);
                        }
                        let at = found.iter().position(|other| *other == from)?;
                        Some(way.flow * from_here[at])
                    };
                    (sum_of(self.ins(*moment).filter_map(part)) / visits(*moment)).min(1.0)
                })
                .collect();
            for (old, new) in from_here.iter_mut().zip(next) {
                change = change.max((*old - new).abs());
                *old = new;
            }
            if change < SETTLED {
                break;
            }
        }
        AtOnce { found, from_here }
    }

    /// What lies ahead of some moments of a pool once they are over, and of others from where they
    /// begin.
    ///
    /// Each moment of the pool comes with the seconds of its time that a visit takes. `stays` tells
    /// how long customers are at other moments; with `at_once`, only what follows without any time
    /// and wait counts. Linear in the groups of moments between, but for loops, which are followed
    /// round until nothing changes.
    pub(super) fn ahead(
        &self,
        served: &[(usize, f64)],
        begun: &[usize],
        stays: &[f64],
        at_once: bool,
        board: &mut Board,
    ) -> (Vec<Ahead>, Vec<Ahead>) {
        let groups = || served.iter().map(|(moment, _)| self.group[*moment]);
        let (Some(first), Some(last)) = (groups().min(), groups().max()) else {
            return (Vec::new(), Vec::new());
        };
        for (moment, hold) in served {
            board.served[*moment] = Some(*hold);
        }
        for group in (first..=last).rev() {
            let (start, end) = self.spans[group];
            for _ in 0..self.rounds(group) {
                let mut change = 0.0_f64;
                for (_, level) in self.levels[start..end].iter().rev() {
                    board.next.clear();
                    for moment in level {
                        let ahead = if at_once && self.late[*moment] {
                            Ahead::default()
                        } else {
                            self.follow(&board.ahead, *moment)
                        };
                        board.next.push(match board.served[*moment] {
                            Some(hold) => {
                                Ahead { work_s: hold + ahead.work_s, share: 1.0, away_s: 0.0 }
                            }
                            None if at_once && !self.instant[*moment] => Ahead::default(),
                            None => {
                                let away_s = ahead.away_s + stays[*moment] * ahead.share;
                                Ahead { away_s, ..ahead }
                            }
                        });
                    }
                    for (moment, new) in level.iter().zip(&board.next) {
                        change = change.max(new.change(board.ahead[*moment]));
                        board.ahead[*moment] = *new;
                    }
                }
                if change < SETTLED {
                    break;
                }
            }
        }
        let over = served.iter().map(|(moment, _)| {
            if at_once && self.late[*moment] {
                Ahead::default()
            } else {
                self.follow(&board.ahead, *moment)
            }
        });
        let over = over.collect();
        let begun = begun.iter().map(|moment| board.ahead[*moment]).collect();
        let (start, end) = (self.spans[first].0, self.spans[last].1);
        for moment in self.levels[start..end].iter().flat_map(|(_, level)| level) {
            board.ahead[*moment] = Ahead::default();
            board.served[*moment] = None;
        }
        (over, begun)
    }

    /// How often a group is gone through, until what comes back has been followed.
    fn rounds(&self, group: usize) -> usize {
        let (start, end) = self.spans[group];
        let size = self.size(group);
        if size > 1 || self.levels[start..end].iter().any(|(_, level)| self.looped[level[0]]) {
            (MOST_UPDATES / size.max(1)).clamp(8, MOST_ROUNDS)
        } else {
            1
        }
    }

    /// How many moments a loop has, or 1.
    pub(super) fn size(&self, group: usize) -> usize {
        let (start, end) = self.spans[group];
        self.levels[start..end].iter().map(|(_, level)| level.len()).sum()
    }

    /// What lies ahead of a moment that is over.
    fn follow(&self, from: &[Ahead], moment: usize) -> Ahead {
        let (mut work, mut share, mut away) = (Sum::default(), Sum::default(), Sum::default());
        for way in self.outs(moment) {
            let next = from[way.to];
            work.add(way.share * next.work_s);
            share.add(way.share * next.share);
            away.add(way.share * next.away_s);
        }
        Ahead { work_s: work.value(), share: share.value(), away_s: away.value() }
    }

    /// The ways into the moments of a pool, each with how often a customer who comes for the first
    /// time takes it.
    pub(super) fn first_times(
        &self,
        served: &[(usize, f64)],
        visits: impl Fn(usize) -> f64,
        board: &mut Board,
    ) -> Vec<(usize, f64)> {
        let groups = || served.iter().map(|(moment, _)| self.group[*moment]);
        let (Some(first), Some(last)) = (groups().min(), groups().max()) else { return Vec::new() };
        for (moment, hold) in served {
            board.served[*moment] = Some(*hold);
        }
        // The share of a moment's customers who have been at the pool before.
        let after = |board: &Board, way: &Way| match way.from {
            Some(from) if board.served[from].is_some() => 1.0,
            Some(from) => board.ahead[from].share,
            None => 0.0,
        };
        for group in first..=last {
            let (start, end) = self.spans[group];
            for _ in 0..self.rounds(group) {
                let mut change = 0.0_f64;
                for (_, level) in &self.levels[start..end] {
                    board.next.clear();
                    for moment in level {
                        let been = self.ins(*moment).map(|way| way.flow * after(board, way));
                        let (been, all) = (sum_of(been), visits(*moment));
                        let share = if all > 0.0 { (been / all).min(1.0) } else { 0.0 };
                        board.next.push(Ahead { share, ..Ahead::default() });
                    }
                    for (moment, new) in level.iter().zip(&board.next) {
                        change = change.max(new.change(board.ahead[*moment]));
                        board.ahead[*moment] = *new;
                    }
                }
                if change < SETTLED {
                    break;
                }
            }
        }
        let ins = served.iter().flat_map(|(moment, _)| self.ins_at(*moment));
        let firsts = ins.map(|at| {
            let way = &self.ways[*at];
            (*at, way.flow * (1.0 - after(board, way)).max(0.0))
        });
        let firsts = firsts.filter(|(_, flow)| *flow > 0.0).collect();
        let (start, end) = (self.spans[first].0, self.spans[last].1);
        for moment in self.levels[start..end].iter().flat_map(|(_, level)| level) {
            board.ahead[*moment] = Ahead::default();
            board.served[*moment] = None;
        }
        firsts
    }

    /// How long customers are at each moment without waits.
    pub(super) fn lasts_s(&self) -> &[f64] {
        &self.lasts_s
    }
}

/// Moments that follow others at once.
pub(super) struct AtOnce {
    pub(super) found: Vec<usize>,
    /// The share of the customers of each who come at once from there.
    from_here: Vec<f64>,
}

impl AtOnce {
    /// The share of a moment's customers who come at once from there.
    pub(super) fn share(&self, moment: usize) -> f64 {
        let at = self.found.iter().position(|other| *other == moment);
        at.map_or(0.0, |at| self.from_here[at])
    }
}

/// Room to reckon in, empty before and after.
#[derive(Default)]
pub(super) struct Board {
    ahead: Vec<Ahead>,
    served: Vec<Option<f64>>,
    next: Vec<Ahead>,
}

impl Board {
    pub(super) fn of(moments: usize) -> Self {
        Self {
            ahead: vec![Ahead::default(); moments],
            served: vec![None; moments],
            next: Vec::new(),
        }
    }
}

/// What lies ahead of a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Ahead {
    /// Seconds of the pool's time.
    pub(super) work_s: f64,
    /// The share of customers who come to the pool.
    pub(super) share: f64,
    /// Seconds until they do, on average over all.
    pub(super) away_s: f64,
}

impl Ahead {
    fn change(self, other: Self) -> f64 {
        let scale = 1.0 + self.work_s.abs();
        ((self.work_s - other.work_s).abs() / scale)
            .max((self.share - other.share).abs())
            .max((self.away_s - other.away_s).abs() / (1.0 + self.away_s.abs()))
    }
}
