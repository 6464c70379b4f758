//! What the decisions inside a fork can come to, one by one.

use super::branches::{Branches, Region, leads_on};
use super::passages::Passage;
use crate::process::{ArcKind, MeetingTree, Process, Wide};

/// Outcomes × moments that are enumerated for one fork before a bound is given instead.
const MOST_WORK: usize = 500_000;
impl Branches<'_> {
    /// The mean over the outcomes of the decisions inside a fork, each with the longest branch by
    /// means; `None` if there are too many, or rework.
    pub(super) fn enumerated(&self, region: &Region, passages: &[Passage]) -> Option<f64> {
        if region.loops {
            return None;
        }
        let mut finished = self.finished.take();
        finished.resize(self.process.arcs.len(), None);
        let mut outcomes = Outcomes {
            process: self.process,
            region,
            passages,
            finished,
            ended: vec![None; region.moments.len()],
            left: MOST_WORK,
            doubled: false,
            mean_s: Wide::default(),
        };
        outcomes.leave(region.fork, 0.0, None);
        let explored = outcomes.explore(0, Wide::ONE).filter(|()| !outcomes.doubled);
        let mean_s = explored.map(|()| outcomes.mean_s.value());
        outcomes.forget_all();
        self.finished.set(outcomes.finished);
        mean_s
    }
}

/// Goes through the outcomes of the decisions inside a fork.
struct Outcomes<'a> {
    process: &'a Process,
    region: &'a Region,
    passages: &'a [Passage],
    /// By arc, when it was taken, if it was.
    finished: Vec<Option<f64>>,
    /// When each moment of the region ended, if it was passed.
    ended: Vec<Option<f64>>,
    /// How much work is left before giving up.
    left: usize,
    /// Whether several branches of one customer went on side by side from a merge.
    doubled: bool,
    /// The outcomes so far, each with its probability; wide, since they come in any order.
    mean_s: Wide,
}

impl Outcomes<'_> {
    /// Adds up the times until everything has ended, from the moment at `at` on, which comes to this
    /// with some probability; `None` if there are too many outcomes.
    fn explore(&mut self, mut at: usize, chance: Wide) -> Option<()> {
        while let Some(&moment) = self.region.moments.get(at) {
            let process = self.process;
            let started =
                process.moments[moment].meeting.as_ref().and_then(|tree| self.start_of(tree));
            let ended = started.map(|start| start + self.passages[moment].mean_s);
            self.ended[at] = ended;
            at += 1;
            let Some(ended) = ended else {
                self.forget(moment);
                continue;
            };
            let live = process.live_flows(moment).count();
            if process.moments[moment].decision.is_none() || live < 2 {
                self.leave(Some(moment), ended, None);
                continue;
            }
            for &arc in &process.moments[moment].outs {
                let way = &process.arcs[arc];
                if way.kind == ArcKind::Flow && way.is_live() {
                    self.leave(Some(moment), ended, Some(arc));
                    self.explore(at, chance * Wide::from(way.share?))?;
                }
            }
            return Some(());
        }
        self.left = self.left.checked_sub(self.ended.len())?;
        let lasts_s = self.ended.iter().flatten().copied().fold(0.0, f64::max);
        self.mean_s = self.mean_s + chance * Wide::from(lasts_s);
        Some(())
    }

    fn start_of(&mut self, tree: &MeetingTree) -> Option<f64> {
        let (finished, doubled) = (&self.finished, &mut self.doubled);
        tree.fold(
            |arc| finished[arc],
            |tree, starts| {
                let started = || starts.iter().flatten().copied();
                let joins = matches!(tree, MeetingTree::Join { .. });
                let count = started().count();
                let torn = count > 0 && count < starts.len();
                *doubled |= if joins { torn } else { count > 1 };
                started().reduce(f64::max)
            },
        )
    }

    /// Marks the arcs out of a moment as taken, or only one of them.
    fn leave(&mut self, moment: Option<usize>, when: f64, only: Option<usize>) {
        let process = self.process;
        let leave = |arc: usize| {
            let taken = leads_on(&process.arcs[arc]) && only.is_none_or(|only| only == arc);
            self.finished[arc] = taken.then_some(when);
        };
        if let Some(moment) = moment {
            process.moments[moment].outs.iter().copied().for_each(leave);
        } else {
            let arrives = |arc: &usize| process.arcs[*arc].from.is_none();
            (0..process.arcs.len()).filter(arrives).for_each(leave);
        }
    }

    fn forget(&mut self, moment: usize) {
        for arc in &self.process.moments[moment].outs {
            self.finished[*arc] = None;
        }
    }

    /// Leaves no trace for the next fork.
    fn forget_all(&mut self) {
        let region = self.region;
        match region.fork {
            Some(fork) => self.forget(fork),
            None => self.finished.fill(None),
        }
        for moment in &region.moments {
            self.forget(*moment);
        }
    }
}
