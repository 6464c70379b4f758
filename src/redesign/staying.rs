//! Who keeps their work: people of today matched to the jobs of a design.

use super::puzzle::{Pieces, members};
use super::workload::Workload;
use crate::blueprint::{RoleId, Scenario};

/// The people of today, by what they do.
pub(super) struct Staying {
    roles: Vec<RoleId>,
    /// How many there are of each role.
    heads: Vec<u64>,
    /// The tasks that each role does today.
    does: Vec<Pieces>,
}

/// A job to be filled: its tasks, how many people it takes, and the role that they have.
pub(super) type Post = (Pieces, u64, RoleId);

impl Staying {
    pub(super) fn of(scenario: &Scenario, workload: &Workload, roles: &[RoleId]) -> Self {
        let heads =
            |role: &RoleId| scenario.roles().get(role).map_or(0, |r| u64::from(r.headcount));
        let does = |role: &RoleId| {
            let tasks = workload.tasks.iter().enumerate();
            let own = tasks.filter(|(_, task)| task.roles.contains(role));
            own.fold(0, |set: Pieces, (at, _)| set | 1 << at)
        };
        Self {
            heads: roles.iter().map(heads).collect(),
            does: roles.iter().map(does).collect(),
            roles: roles.to_vec(),
        }
    }

    /// Whether people of a role stay in a post: they do a part of it today and keep their role, or
    /// get that of people who do this part beside them today.
    fn stays(&self, role: usize, (job, _, title): Post) -> bool {
        let title = self.roles.iter().position(|role| *role == title);
        title.is_some_and(|title| self.does[role] & self.does[title] & job != 0)
    }

    /// How many in a post must be new or moved, whoever fills the others.
    pub(super) fn at_least_moved(&self, post: Post) -> u64 {
        let able = (0..self.roles.len()).filter(|role| self.stays(*role, post));
        let there = able.fold(0, |sum: u64, role| sum.saturating_add(self.heads[role]));
        post.1.saturating_sub(there)
    }

    /// How many people are new or moved: all whom nobody fills who would stay there. Who goes where
    /// is chosen so that these are as few as possible (augmenting paths: Ford & Fulkerson 1956).
    pub(super) fn moved(&self, posts: &[Post]) -> u64 {
        let mut fill = Fill {
            staying: self,
            posts,
            spare: self.heads.clone(),
            flow: vec![vec![0; posts.len()]; self.roles.len()],
        };
        let mut lacking: u64 = 0;
        for (at, (_, workers, _)) in posts.iter().enumerate() {
            let mut wanted = *workers;
            // Each round fills the post, uses up a role or empties a place that is changed.
            while wanted > 0 {
                let Some(got) = fill.augment(at, wanted) else { break };
                wanted -= got;
            }
            lacking = lacking.saturating_add(wanted);
        }
        lacking
    }

    /// The trades that can do a job, those whose people stay there first.
    pub(super) fn nearest(&self, able: u64, job: Pieces, workers: u64) -> Vec<usize> {
        let trades = members(able).take_while(|trade| *trade < self.roles.len());
        let mut trades: Vec<usize> = trades.collect();
        trades.sort_by_key(|trade| self.at_least_moved((job, workers, self.roles[*trade])));
        trades
    }

    /// The role of a trade.
    pub(super) fn role(&self, trade: usize) -> RoleId {
        self.roles[trade]
    }
}

/// Posts that are being filled.
struct Fill<'a> {
    staying: &'a Staying,
    posts: &'a [Post],
    /// People of each role without a post.
    spare: Vec<u64>,
    /// How many of each role have each post.
    flow: Vec<Vec<u64>>,
}

impl Fill<'_> {
    /// Finds people for a post: a role with some to spare, or one whose people another post can give
    /// up because a further role can stand in there. Returns how many came.
    fn augment(&mut self, post: usize, wanted: u64) -> Option<u64> {
        // For each post reached, the role that would move on to the post before it; breadth first.
        let mut reached: Vec<Option<(usize, usize)>> = vec![None; self.posts.len()];
        let mut asked = vec![false; self.spare.len()];
        let mut open = std::collections::VecDeque::from([post]);
        while let Some(at) = open.pop_front() {
            for (role, asked) in asked.iter_mut().enumerate() {
                if *asked || !self.staying.stays(role, self.posts[at]) {
                    continue;
                }
                *asked = true;
                if self.spare[role] > 0 {
                    return Some(self.shift(role, at, wanted, &reached)).filter(|got| *got > 0);
                }
                for (next, from) in reached.iter_mut().enumerate() {
                    if next != post && from.is_none() && self.flow[role][next] > 0 {
                        *from = Some((role, at));
                        open.push_back(next);
                    }
                }
            }
        }
        None
    }

    /// Moves people along a way that was found, as many as every place on it can give.
    fn shift(
        &mut self,
        role: usize,
        at: usize,
        wanted: u64,
        reached: &[Option<(usize, usize)>],
    ) -> u64 {
        let mut path = vec![(role, at)];
        let mut here = at;
        let mut amount = wanted.min(self.spare[role]);
        while let Some((from, to)) = reached[here] {
            amount = amount.min(self.flow[from][here]);
            path.push((from, to));
            here = to;
        }
        self.spare[role] -= amount;
        let mut here = at;
        for (step, (role, to)) in path.iter().enumerate() {
            if step > 0 {
                self.flow[*role][here] -= amount;
            }
            self.flow[*role][*to] += amount;
            here = *to;
        }
        amount
    }
}
