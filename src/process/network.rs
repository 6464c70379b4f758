//! What a blueprint means as a network: moments, the arcs between them, and what each step does.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::number_lists::NumberLists;
use super::problem::Problem;
use crate::blueprint::{LinkId, Role, RoleId, Scenario, StepId, Zone};

/// The one reading of a scenario's flow. Made by [`super::compile`]; never changed afterwards.
///
/// Moments and arcs are named by their index in [`Process::moments`] and [`Process::arcs`].
#[derive(Clone, Debug, Default)]
pub struct Process {
    /// The moments, in document order of their first step.
    pub moments: Vec<Moment>,
    /// Arrivals, flows and triggers between moments.
    pub arcs: Vec<FlowArc>,
    /// Moments in strongly connected groups, upstream first. Only a loop makes a group of several.
    pub(crate) order: NumberLists,
    /// Moments by how far downstream they are, loops included: see [`super::levels`].
    pub(crate) levels: NumberLists,
    /// Whether customers that arrive take every entry at once (`true`), or one of them.
    pub forks_on_arrival: bool,
    /// What is wrong or doubtful with the structure, in no particular order.
    pub problems: Vec<Problem>,
    pub(super) moment_of: FxHashMap<StepId, usize>,
    /// The ends of all links, in their order; `None` for a link of a step that is not there.
    pub(crate) ends: Vec<Option<Ends>>,
}

/// The steps that a link joins, by their positions in document order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ends {
    /// Where it starts.
    pub(crate) from: usize,
    /// Where it leads; `None` out of the service.
    pub(crate) to: Option<usize>,
}

/// Where a step of the flow lies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    pub(crate) moment: usize,
    pub(crate) zone: Zone,
}

/// Steps that happen together: one stop on the customer's way.
#[derive(Clone, Debug)]
pub struct Moment {
    /// What its steps do, in document order; never empty.
    pub activities: SmallVec<[Activity; 1]>,
    /// How it takes part in the flow.
    pub part: Part,
    /// The step that decides which way customers leave, if there is exactly one.
    pub decision: Option<StepId>,
    /// Arcs that lead here, in the order of their links.
    pub ins: SmallVec<[usize; 2]>,
    /// Arcs that lead away, in the order of their links.
    pub outs: SmallVec<[usize; 2]>,
    /// What arcs that lead here do to each other; `None` if none does.
    pub meeting: Option<MeetingTree>,
    /// How often a customer passes; `None` where an error keeps it from being known.
    pub visits: Option<f64>,
    /// Mean seconds that it lasts, the largest mean of its steps; `None` where a time is missing.
    pub duration_s: Option<f64>,
    /// How the duration varies.
    pub variation: Variation,
}

/// How a moment takes part in the flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The customer comes here and stays as long as it lasts.
    Customer,
    /// It is triggered by a Trigger; the customer does not wait for it.
    Triggered,
    /// Linked, but no customer ever comes here.
    Unreached,
    /// Not linked at all.
    Apart,
}

/// How the duration of a moment varies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variation {
    /// It never varies.
    Fixed,
    /// It varies, around the stated mean.
    Random,
    /// Several of its steps vary, so that their longest lasts longer on average than stated.
    LongestOfSeveral,
}

/// What one step does each time its moment is passed.
#[derive(Clone, Debug)]
pub struct Activity {
    /// The step.
    pub step: StepId,
    /// Its position in document order.
    pub position: usize,
    /// The zone that the step lies in.
    pub zone: Zone,
    /// Mean seconds without set-up, blanks filled in by the moment's rules; `None` if missing.
    pub mean_s: Option<f64>,
    /// Squared coefficient of variation of the time.
    pub scv: f64,
    /// Whether the time is exponential: without memory.
    pub exponential: bool,
    /// Whether the time is the step's own rather than filled in.
    pub own_time: bool,
    /// Seconds of set-up per batch.
    pub setup_s: f64,
    /// Customers served together, from 1.
    pub batch: f64,
    /// Who must be there, one entry per need.
    pub claims: SmallVec<[Claim; 1]>,
    /// How many customers it can hold at once, apart from what its claims say.
    pub room: Room,
}

/// How many customers an activity can hold at once, apart from what its claims say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Room {
    /// As many as come.
    Unlimited,
    /// Places for so many batches; without batches, for so many customers.
    Places(u32),
    /// One: a step that says nothing about who does it is taken for one server.
    OneServer,
    /// A customer's wait, which takes whatever the wait is.
    Waiting {
        /// Whether only so many can wait, so that it can fill up.
        limited: bool,
    },
}

impl Activity {
    /// Mean seconds that one execution holds what it needs: time and set-up.
    #[must_use]
    pub fn hold_s(&self) -> Option<f64> {
        self.mean_s.map(|mean| mean + self.setup_s)
    }
}

/// Units of a role, or of any of several, that an activity holds while it lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The roles that can meet it, in document order, none twice; never empty.
    pub roles: SmallVec<[RoleId; 4]>,
    /// Their positions in document order.
    pub(crate) positions: SmallVec<[u32; 4]>,
    /// How many units at once, from 1.
    pub count: u32,
    /// Whether the units stay with the customer until the next step that needs them.
    pub keep: bool,
}

/// What an arc does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ArcKind {
    /// Brings customers from outside.
    Arrival,
    /// Leads the customer on.
    Flow,
    /// Sets off work that the customer does not wait for.
    Trigger,
}

/// A way from one moment to another: all links of a kind between the same two count as one.
#[derive(Clone, Debug)]
pub struct FlowArc {
    /// Where it starts; `None` for arrivals.
    pub from: Option<usize>,
    /// Where it leads; `None` out of the service.
    pub to: Option<usize>,
    /// What it does.
    pub kind: ArcKind,
    /// How many of the visits at its start take it (1 = all): its share after a decision, 1 on the
    /// branches of a fork. `None` where an error keeps it from being known.
    pub share: Option<f64>,
    /// Whether it leads back to a moment that was passed before: rework.
    pub back: bool,
    /// Whether it was left out of the network, because a problem says that it cannot be.
    pub refused: bool,
    /// The links that it stands for, in the order they were drawn; none for arrivals.
    pub links: SmallVec<[LinkId; 4]>,
}

impl FlowArc {
    /// Whether customers (or what they set off) can pass it.
    #[must_use]
    pub fn is_live(&self) -> bool {
        !self.refused && self.share != Some(0.0)
    }
}

/// What comes of each branch of a join or merge, in their order. Seldom more than four, which it
/// holds without an allocation.
pub type OfBranches<T> = SmallVec<[T; 4]>;

/// What flows that meet at a moment do to each other. Leaves are arcs.
#[derive(Clone, Debug, PartialEq)]
pub enum MeetingTree {
    /// What comes along one arc.
    Arc(usize),
    /// They wait for each other and go on as one.
    Join {
        /// Where they parted: a fork, or `None` for arrivals.
        parted_at: Option<usize>,
        /// What waits for each other; at least two.
        branches: Vec<MeetingTree>,
    },
    /// First come, first served: visits add up.
    Merge(Vec<MeetingTree>),
}

impl MeetingTree {
    /// All arcs of the tree, in its order.
    pub fn arcs(&self) -> impl Iterator<Item = usize> {
        self.walk(false)
    }

    /// The arcs whose flows add up to the visits: of branches that join, only the first counts.
    pub fn counted_arcs(&self) -> impl Iterator<Item = usize> {
        self.walk(true)
    }

    /// Puts a value together from the leaves up, without recursion: `leaf` gives that of an arc,
    /// `meet` that of a join or merge from those of its branches, in their order.
    pub fn fold<T>(
        &self,
        mut leaf: impl FnMut(usize) -> T,
        mut meet: impl FnMut(&Self, OfBranches<T>) -> T,
    ) -> T {
        let mut open: SmallVec<[_; 1]> = SmallVec::new();
        let mut at = self;
        loop {
            let mut value = match at {
                Self::Arc(arc) => leaf(*arc),
                Self::Join { branches, .. } | Self::Merge(branches) => {
                    if let Some((first, rest)) = branches.split_first() {
                        open.push((at, rest.iter(), OfBranches::with_capacity(branches.len())));
                        at = first;
                        continue;
                    }
                    meet(at, OfBranches::new())
                }
            };
            loop {
                let Some((tree, mut rest, mut values)) = open.pop() else { return value };
                values.push(value);
                if let Some(next) = rest.next() {
                    open.push((tree, rest, values));
                    at = next;
                    break;
                }
                value = meet(tree, values);
            }
        }
    }

    fn take_branches(&mut self) -> Vec<Self> {
        match self {
            Self::Arc(_) => Vec::new(),
            Self::Join { branches, .. } | Self::Merge(branches) => std::mem::take(branches),
        }
    }

    /// Goes through the arcs, without recursion and without an allocation for a few.
    fn walk(&self, counted: bool) -> impl Iterator<Item = usize> {
        let mut next = Some(self);
        let mut open: SmallVec<[&Self; 4]> = SmallVec::new();
        std::iter::from_fn(move || {
            loop {
                match next.take().or_else(|| open.pop())? {
                    Self::Arc(arc) => return Some(*arc),
                    Self::Join { branches, .. } if counted => next = branches.first(),
                    Self::Join { branches, .. } | Self::Merge(branches) => {
                        open.extend(branches.iter().rev());
                    }
                }
            }
        })
    }
}

/// A file can nest meetings as deeply as it holds steps: deeper than calls may go.
impl Drop for MeetingTree {
    fn drop(&mut self) {
        let mut open = self.take_branches();
        while let Some(mut tree) = open.pop() {
            open.append(&mut tree.take_branches());
        }
    }
}

impl Moment {
    /// Its first step in document order.
    #[must_use]
    pub fn first_step(&self) -> Option<StepId> {
        self.activities.first().map(|activity| activity.step)
    }

    /// The step at which somebody can wait here: the first that needs somebody, else that needs a place, is one to
    /// wait in, or gathers a batch; `None` where nobody waits.
    #[must_use]
    pub fn waited_step(&self) -> Option<StepId> {
        let serves = self.activities.iter().find(|activity| !activity.claims.is_empty());
        let holds = |activity: &&Activity| activity.batch > 1.0 || activity.room != Room::Unlimited;
        let waited = serves.or_else(|| self.activities.iter().find(holds));
        waited.map(|activity| activity.step)
    }

    /// The step by which a wait or a loss here is named: where somebody can wait, else the first.
    #[must_use]
    pub fn naming_step(&self) -> Option<StepId> {
        self.waited_step().or_else(|| self.first_step())
    }

    /// Its steps in document order.
    pub fn steps(&self) -> impl Iterator<Item = StepId> {
        self.activities.iter().map(|activity| activity.step)
    }

    /// Whether customers, or work they set off, come here.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        matches!(self.part, Part::Customer | Part::Triggered)
    }
}

impl Claim {
    /// The roles that can meet it.
    pub(crate) fn roles_in<'a>(
        &'a self,
        scenario: &'a Scenario,
    ) -> impl Iterator<Item = &'a Role> + Clone {
        self.positions
            .iter()
            .filter_map(|at| scenario.roles().get_index(*at as usize))
            .map(|(_, role)| role.as_ref())
    }
}

impl Process {
    /// The index of the moment that a step belongs to; `None` for evidence and notes.
    #[must_use]
    pub fn moment_of(&self, step: StepId) -> Option<usize> {
        self.moment_of.get(&step).copied()
    }

    /// Where each of so many steps lies, by its position in document order; `None` for evidence and
    /// notes. Linear.
    pub(crate) fn spots(&self, steps: usize) -> Vec<Option<Spot>> {
        let mut spots = vec![None; steps];
        for (moment, activities) in self.moments.iter().map(|it| &it.activities).enumerate() {
            for activity in activities {
                spots[activity.position] = Some(Spot { moment, zone: activity.zone });
            }
        }
        spots
    }

    /// The Flows and arrivals that customers can take into a moment.
    pub fn live_ins(&self, moment: usize) -> impl Iterator<Item = &FlowArc> {
        let ins = self.moments.get(moment).map_or(&[][..], |m| &m.ins);
        ins.iter().filter_map(|arc| self.arcs.get(*arc)).filter(|arc| arc.is_live())
    }

    /// The Flows that customers can take out of a moment, without Triggers.
    pub fn live_flows(&self, moment: usize) -> impl Iterator<Item = &FlowArc> {
        let outs = self.moments.get(moment).map_or(&[][..], |m| &m.outs);
        outs.iter()
            .filter_map(|arc| self.arcs.get(*arc))
            .filter(|arc| arc.kind == ArcKind::Flow && arc.is_live())
    }

    /// Whether customers take several ways out of a moment at once.
    #[must_use]
    pub fn is_fork(&self, moment: usize) -> bool {
        self.moments.get(moment).is_some_and(|m| m.decision.is_none())
            && self.live_flows(moment).count() > 1
    }

    /// Whether customers leave the service here, or some of them do.
    #[must_use]
    pub fn is_exit(&self, moment: usize) -> bool {
        self.live_flows(moment).all(|arc| arc.to.is_none())
            || self.live_flows(moment).any(|arc| arc.to.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::MeetingTree;

    #[test]
    fn meetings_nest_as_deeply_as_a_file_is_long() {
        let mut tree = MeetingTree::Arc(0);
        for arc in 1..200_000 {
            let branches = vec![tree, MeetingTree::Arc(arc)];
            tree = if arc % 2 == 0 {
                MeetingTree::Merge(branches)
            } else {
                MeetingTree::Join { parted_at: None, branches }
            };
        }
        assert_eq!(tree.arcs().count(), 200_000);
        assert_eq!(tree.counted_arcs().count(), 100_000);
        let depth = tree.fold(|_| 0, |_, branches| 1 + branches.into_iter().max().unwrap_or(0));
        assert_eq!(depth, 199_999);
        drop(tree);
    }

    #[test]
    fn values_come_up_in_the_order_of_the_branches() {
        let arc = MeetingTree::Arc;
        let join = MeetingTree::Join { parted_at: None, branches: vec![arc(1), arc(2)] };
        let tree = MeetingTree::Merge(vec![join, arc(3)]);
        let written = tree.fold(
            |arc| arc.to_string(),
            |tree, branches| match tree {
                MeetingTree::Join { .. } => format!("({})", branches.join(" & ")),
                _ => branches.join(" | "),
            },
        );
        assert_eq!(written, "(1 & 2) | 3");
    }
}
