//! The ways of customers between moments, in flat arrays and in an order that does not depend on
//! the order of the rows.

use crate::process::{MeetingTree, Moment, NumberLists, Part, Process, Room, Variation};
use crate::process::{Sum, sum_of};

/// Passes over a loop until what comes back has been followed round often enough.
const MOST_ROUNDS: usize = 2_000;
/// Updates of moments that may be spent on one loop for one pool.
const MOST_UPDATES: usize = 400_000;
/// Change below which following a loop once more changes nothing.
const SETTLED: f64 = 1e-13;

/// A share of customers below which nobody is meant.
pub(super) const NOBODY: f64 = 1e-9;
/// Cards without time and queue that are followed from one moment.
const MOST_CARDS: usize = 64;

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
    pub(super) all: Vec<Way>,
    ins: NumberLists,
    outs: NumberLists,
    /// Levels of moments, upstream first: none leads to one of its own level or before, but back in a
    /// loop.
    levels: NumberLists,
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
}

/// Whether customers, or what they set off, come to a moment.
pub(super) fn passes(moment: &Moment) -> bool {
    moment.is_reached() && moment.visits.is_some_and(|visits| visits > 0.0)
}

impl Ways {
    /// Near-linear in moments and arcs.
    pub(super) fn of(process: &Process) -> Self {
        let count = process.moments.len();
        let mut ways = Vec::with_capacity(process.arcs.len());
        let mut ins = NumberLists::with_room(count, process.arcs.len());
        let mut starts: Vec<(usize, usize)> = Vec::with_capacity(process.arcs.len());
        for (to, moment) in process.moments.iter().enumerate() {
            let first = ways.len();
            let met = moment.meeting.iter().filter(|_| passes(moment));
            let counted = met.flat_map(MeetingTree::counted_arcs);
            for (index, arc) in counted.map(|index| (index, &process.arcs[index])) {
                let visits = arc.from.map_or(Some(1.0), |from| process.moments[from].visits);
                if let (Some(share), Some(visits)) = (arc.share, visits)
                    && share * visits > 0.0
                {
                    starts.extend(arc.from.map(|from| (from, ways.len())));
                    ways.push(Way { from: arc.from, to, share, flow: share * visits, arc: index });
                }
            }
            ins.add(first..ways.len());
        }
        let outs = NumberLists::of(count, &starts);
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
        Self {
            instant: instant.collect(),
            late: vec![false; count],
            levels: process.levels.clone(),
            spans: spans_of(process),
            all: ways,
            ins,
            outs,
            group,
            looped,
        }
    }

    /// The ways into a moment.
    pub(super) fn ins(&self, moment: usize) -> impl Iterator<Item = &Way> {
        self.ins.list(moment).iter().map(|way| &self.all[*way])
    }

    /// The positions in [`Ways::all`] of the ways into a moment.
    pub(super) fn ins_at(&self, moment: usize) -> &[usize] {
        self.ins.list(moment)
    }

    /// The ways out of a moment.
    pub(super) fn outs(&self, moment: usize) -> impl Iterator<Item = &Way> {
        self.outs.list(moment).iter().map(|way| &self.all[*way])
    }

    /// All moments, upstream first; those of a level have nothing to do with each other.
    pub(super) fn levels(&self) -> impl Iterator<Item = &[usize]> {
        self.levels.iter()
    }

    /// The levels of a group, upstream first.
    fn levels_of(&self, group: usize) -> impl DoubleEndedIterator<Item = &[usize]> {
        let (start, end) = self.spans[group];
        (start..end).map(|level| self.levels.list(level))
    }

    /// The cards that follow a moment at once, without time and queue; `None` if there are more than
    /// people draw.
    pub(super) fn cards_after(&self, moment: usize) -> Option<Vec<usize>> {
        let mut found: Vec<usize> = Vec::new();
        let mut open = if self.late[moment] { Vec::new() } else { vec![moment] };
        while let Some(at) = open.pop() {
            for to in self.outs(at).map(|way| way.to) {
                if self.instant[to] && to != moment && !found.contains(&to) {
                    found.push(to);
                    open.push(to);
                }
            }
            if found.len() > MOST_CARDS {
                return None;
            }
        }
        found.sort_unstable();
        Some(found)
    }

    /// What lies ahead of the moments of a pool once they are over, each given with the seconds of
    /// its time that a visit takes. Linear in the groups of moments between, but for loops, which are
    /// followed round until nothing changes.
    pub(super) fn ahead(&self, served: &[(usize, f64)], board: &mut Board) -> Vec<Ahead> {
        let Some((first, last)) = self.groups_of(served) else { return Vec::new() };
        board.place(served);
        for group in (first..=last).rev() {
            for _ in 0..self.rounds(group) {
                let mut change = 0.0_f64;
                for level in self.levels_of(group).rev() {
                    board.next.clear();
                    for moment in level {
                        let ahead = self.follow(&board.ahead, *moment);
                        board.next.push(match board.served[*moment] {
                            Some(hold) => Ahead { work_s: hold + ahead.work_s, share: 1.0 },
                            None => ahead,
                        });
                    }
                    change = change.max(board.take(level));
                }
                if change < SETTLED {
                    break;
                }
            }
        }
        let over = served.iter().map(|(moment, _)| self.follow(&board.ahead, *moment)).collect();
        self.clear(first, last, board);
        over
    }

    fn groups_of(&self, served: &[(usize, f64)]) -> Option<(usize, usize)> {
        let groups = || served.iter().map(|(moment, _)| self.group[*moment]);
        Some((groups().min()?, groups().max()?))
    }

    fn clear(&self, first: usize, last: usize, board: &mut Board) {
        for moment in (first..=last).flat_map(|group| self.levels_of(group)).flatten() {
            board.ahead[*moment] = Ahead::default();
            board.served[*moment] = None;
        }
    }

    /// How often a group is gone through, until what comes back has been followed.
    fn rounds(&self, group: usize) -> usize {
        let size = self.size(group);
        if size > 1 || self.levels_of(group).any(|level| self.looped[level[0]]) {
            (MOST_UPDATES / size.max(1)).clamp(8, MOST_ROUNDS)
        } else {
            1
        }
    }

    /// How many moments a loop has, or 1.
    fn size(&self, group: usize) -> usize {
        self.levels_of(group).map(<[usize]>::len).sum()
    }

    /// What lies ahead of a moment that is over.
    fn follow(&self, from: &[Ahead], moment: usize) -> Ahead {
        let (mut work, mut share) = (Sum::default(), Sum::default());
        for way in self.outs(moment) {
            let next = from[way.to];
            work.add(way.share * next.work_s);
            share.add(way.share * next.share);
        }
        Ahead { work_s: work.value(), share: share.value() }
    }

    /// For each way into a moment of a pool, the share of those who take it who have been there
    /// before: at all, or with nothing that takes time or a queue between. Also the cards that only
    /// such customers come to.
    pub(super) fn been_before(
        &self,
        served: &[(usize, f64)],
        visits: impl Fn(usize) -> f64,
        at_once: bool,
        board: &mut Board,
    ) -> (Vec<f64>, Vec<usize>) {
        let Some((first, last)) = self.groups_of(served) else { return (Vec::new(), Vec::new()) };
        board.place(served);
        let after = |board: &Board, way: &Way| match way.from {
            Some(from) if board.served[from].is_some() => {
                if at_once && self.late[from] {
                    0.0
                } else {
                    1.0
                }
            }
            Some(from) if !at_once || self.instant[from] => board.ahead[from].share,
            _ => 0.0,
        };
        let mut cards = Vec::new();
        for group in first..=last {
            for _ in 0..self.rounds(group) {
                let mut change = 0.0_f64;
                for level in self.levels_of(group) {
                    board.next.clear();
                    for moment in level {
                        let been = self.ins(*moment).map(|way| way.flow * after(board, way));
                        let (been, all) = (sum_of(been), visits(*moment));
                        let share = if all > 0.0 { (been / all).min(1.0) } else { 0.0 };
                        board.next.push(Ahead { share, work_s: 0.0 });
                    }
                    change = change.max(board.take(level));
                }
                if change < SETTLED {
                    break;
                }
            }
            let moments = self.levels_of(group).flatten().copied();
            cards.extend(moments.filter(|moment| {
                let whole = board.ahead[*moment].share >= 1.0 - NOBODY;
                self.instant[*moment] && board.served[*moment].is_none() && whole
            }));
        }
        let ins = served.iter().flat_map(|(moment, _)| self.ins(*moment));
        let been = ins.map(|way| after(board, way)).collect();
        self.clear(first, last, board);
        (been, cards)
    }
}

/// The first level of each group of a process, and the one behind its last.
fn spans_of(process: &Process) -> Vec<(usize, usize)> {
    let mut end = 0;
    let mut levels = process.levels.iter().map(<[usize]>::len);
    let spans = process.order.iter().map(|group| {
        let (first, mut moments) = (end, 0);
        while moments < group.len() {
            let Some(level) = levels.next() else { break };
            moments += level;
            end += 1;
        }
        (first, end)
    });
    spans.collect()
}

/// Scratch space, empty before and after.
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

    fn place(&mut self, served: &[(usize, f64)]) {
        for (moment, hold) in served {
            self.served[*moment] = Some(*hold);
        }
    }

    /// Takes over what was computed of a level, and tells by how much it changed.
    fn take(&mut self, level: &[usize]) -> f64 {
        let mut change = 0.0_f64;
        for (moment, new) in level.iter().zip(&self.next) {
            change = change.max(new.change(self.ahead[*moment]));
            self.ahead[*moment] = *new;
        }
        change
    }
}

/// What lies ahead of a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Ahead {
    /// Seconds of the pool's time.
    pub(super) work_s: f64,
    /// The share of customers who come to the pool.
    pub(super) share: f64,
}

impl Ahead {
    fn change(self, other: Self) -> f64 {
        let scale = 1.0 + self.work_s.abs();
        ((self.work_s - other.work_s).abs() / scale).max((self.share - other.share).abs())
    }
}
