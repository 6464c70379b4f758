//! Roles that stand in for each other: the set that limits them, by minimum cuts.
//!
//! Work of several kinds, each of which some of the roles can do, is done at a rate r if it can be
//! divided so that no role does more than it offers: r × work of each kind flows to the roles that
//! can do it, and on as far as their offer reaches. By max-flow min-cut the highest such rate is
//! the minimum of offer ÷ work over all sets of roles, where the work is what only the set can do.
//! Newton's method for ratios finds it (Dinkelbach 1967): where the flow of a rate does not fit,
//! its minimum cut is a set of roles that are asked for too much (Picard 1976, "Maximal closure of
//! a graph"), and that set's own ratio is the next rate. Each set lies inside the one before, so
//! that there are at most as many rounds as roles, and two or three in practice.
//!
//! The flow is Dinic's (1970). It runs on floating-point numbers: what is left of a link is stored
//! rather than computed, so that a link that is used up is exactly empty; the number of rounds is
//! bounded as in theory, whatever the rounding.

use std::cell::RefCell;

use crate::process::{NumberLists, sum_of};

/// The part of a kind of work below which it counts as done: rounding.
const DONE: f64 = 1e-12;
/// The part of a role's offer below which it counts as used up, or the work it does as none.
const IDLE: f64 = 1e-10;
/// A level that is not reached.
const UNREACHED: usize = usize::MAX;

/// Who can do what.
#[derive(Debug)]
pub(in crate::analysis) struct Sharing {
    /// The roles of each kind of work, kind after kind: one edge each.
    role_of: Vec<usize>,
    /// The kind of work of each edge.
    kind_of: Vec<usize>,
    /// Where the edges of each kind begin, and at last where the last end.
    first: Vec<usize>,
    /// The edges that lead to each role.
    edges_to: NumberLists,
    /// Scratch space: trials divide the same work again and again.
    room: RefCell<Flow>,
}

/// What is offered and asked for.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::analysis) struct Amounts {
    /// Units of each role.
    pub(in crate::analysis) offers: Vec<f64>,
    /// Seconds per customer of each kind of work.
    pub(in crate::analysis) works: Vec<f64>,
}

/// The highest rate, with the division of work that reaches it.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Division {
    /// Customers per second; infinite without work.
    pub(in crate::analysis) per_s: f64,
    /// A set of roles whose offer ÷ work is that rate, ascending; empty without work.
    pub(in crate::analysis) set: Vec<usize>,
    /// The kinds of work that only they can do, ascending.
    own: Vec<usize>,
    /// Units at work along each edge.
    along: Vec<f64>,
}

impl Sharing {
    /// Each kind of work is named by the roles that can do it, ascending and none twice.
    pub(in crate::analysis) fn new<'a>(
        roles: usize,
        kinds: impl Iterator<Item = &'a [usize]>,
    ) -> Self {
        let (mut role_of, mut kind_of, mut first) = (Vec::new(), Vec::new(), vec![0]);
        for (kind, doers) in kinds.enumerate() {
            role_of.extend_from_slice(doers);
            kind_of.resize(role_of.len(), kind);
            first.push(role_of.len());
        }
        let pairs: Vec<(usize, usize)> =
            role_of.iter().enumerate().map(|(edge, role)| (*role, edge)).collect();
        let room = RefCell::default();
        Self { edges_to: NumberLists::of(roles, &pairs), role_of, kind_of, first, room }
    }

    /// The highest rate at which the work can be divided among the roles.
    ///
    /// A round is a maximum flow, O(V²E) at worst on V roles and kinds with E edges, near-linear
    /// in practice; see the module for how many rounds there are.
    pub(in crate::analysis) fn divide(&self, amounts: &Amounts) -> Division {
        let mut set: Vec<usize> = (0..self.edges_to.count()).collect();
        let flow = &mut *self.room.borrow_mut();
        flow.along.clear();
        flow.along.resize(self.role_of.len(), 0.0);
        let ratio = self.ratio(amounts, &set, &mut flow.within);
        let per_s = self.narrow(amounts, ratio, &mut set, flow);
        // The ratio of an empty set marks none.
        let _ = self.ratio(amounts, &set, &mut flow.within);
        let own = (0..amounts.works.len()).filter(|kind| self.is_own(*kind, &flow.within));
        Division { per_s, own: own.collect(), set, along: flow.along.clone() }
    }

    /// The rate of [`Sharing::divide`] for amounts that differ little from those of a known
    /// division, of which only what no longer fits is divided anew.
    pub(in crate::analysis) fn divide_again(&self, amounts: &Amounts, known: &Division) -> f64 {
        let flow = &mut *self.room.borrow_mut();
        flow.along.clone_from(&known.along);
        let offer: f64 = known.set.iter().map(|role| amounts.offers[*role]).sum();
        let work: f64 = known.own.iter().map(|kind| amounts.works[*kind]).sum();
        let mut set = std::mem::take(&mut flow.set);
        set.clone_from(&known.set);
        let per_s = self.narrow(amounts, ratio_of(offer, work), &mut set, flow);
        flow.set = set;
        per_s
    }

    /// Whether a part of a known division still fits, if a role offers so much less. Linear in the edges
    /// of the role.
    pub(in crate::analysis) fn spares(
        &self,
        amounts: &Amounts,
        known: &Division,
        role: usize,
        less: f64,
        part: f64,
    ) -> bool {
        amounts.offers[role] - less >= part * self.used(&known.along, role)
    }

    /// Newton's method from the ratio of a set of roles and the units along each edge of a flow,
    /// which become those of the rate that it returns.
    fn narrow(&self, amounts: &Amounts, ratio: f64, set: &mut Vec<usize>, flow: &mut Flow) -> f64 {
        let mut per_s = ratio;
        if !per_s.is_finite() {
            set.clear();
            set.extend(0..self.edges_to.count());
            per_s = self.ratio(amounts, set, &mut flow.within);
            if !per_s.is_finite() {
                set.clear();
            }
        }
        for _ in 0..=self.edges_to.count() {
            if !per_s.is_finite() || per_s <= 0.0 {
                break;
            }
            flow.cut_down(self, amounts, per_s);
            flow.fill(self);
            let mut overloaded = std::mem::take(&mut flow.reached);
            flow.find_reached(&mut overloaded);
            // Nobody is asked for too much, or only those whose ratio it is.
            let is_known = overloaded.is_empty() || overloaded == *set;
            let ratio = if is_known {
                f64::INFINITY
            } else {
                self.ratio(amounts, &overloaded, &mut flow.within)
            };
            let is_least = ratio >= per_s;
            if !is_least {
                per_s = ratio;
                set.clone_from(&overloaded);
            }
            flow.reached = overloaded;
            if is_least {
                break;
            }
        }
        per_s
    }

    /// Offer ÷ work of a set of roles; infinite without work.
    fn ratio(&self, amounts: &Amounts, set: &[usize], within: &mut Vec<bool>) -> f64 {
        within.clear();
        within.resize(self.edges_to.count(), false);
        for role in set {
            within[*role] = true;
        }
        let offer = sum_of(set.iter().map(|role| amounts.offers[*role]));
        let own = |kind: &usize| self.is_own(*kind, within);
        let work = sum_of((0..amounts.works.len()).filter(own).map(|k| amounts.works[k]));
        ratio_of(offer, work)
    }

    /// Whether only these roles can do a kind of work.
    fn is_own(&self, kind: usize, within: &[bool]) -> bool {
        self.doers(kind).iter().all(|role| within[*role])
    }

    /// The smallest sets of roles whose offer ÷ work is the rate of a division, each ascending, in
    /// the order of their first roles; disjoint. Near-linear.
    ///
    /// Of a role that limits, whoever shares the work that it does limits as well: such sets are
    /// the strongly connected groups from which nothing leads on, roles leading to the work that
    /// they do and work to whoever can do it.
    pub(in crate::analysis) fn tightest(
        &self,
        amounts: &Amounts,
        division: &Division,
    ) -> Vec<Vec<usize>> {
        if !division.per_s.is_finite() {
            return Vec::new();
        }
        if division.per_s <= 0.0 {
            return vec![division.set.clone()];
        }
        let roles = self.edges_to.count();
        let mut graph = petgraph::graph::DiGraph::<(), ()>::with_capacity(
            roles + amounts.works.len(),
            2 * self.role_of.len(),
        );
        for _ in 0..roles + amounts.works.len() {
            graph.add_node(());
        }
        let node = petgraph::graph::NodeIndex::new;
        for (edge, (role, kind)) in self.role_of.iter().zip(&self.kind_of).enumerate() {
            if amounts.works[*kind] <= 0.0 || amounts.offers[*role] <= 0.0 {
                continue;
            }
            graph.add_edge(node(roles + kind), node(*role), ());
            if division.along[edge] > IDLE * amounts.offers[*role] {
                graph.add_edge(node(*role), node(roles + kind), ());
            }
        }
        let groups = petgraph::algo::tarjan_scc(&graph);
        let mut group_of = vec![0; graph.node_count()];
        for (group, nodes) in groups.iter().enumerate() {
            for member in nodes {
                group_of[member.index()] = group;
            }
        }
        let mut leads_on = vec![false; groups.len()];
        for edge in graph.raw_edges() {
            let from = group_of[edge.source().index()];
            leads_on[from] |= from != group_of[edge.target().index()];
        }
        let mut within = Vec::new();
        let is_busy = |role: usize| {
            let offer = amounts.offers[role];
            offer - self.used(&division.along, role) <= IDLE * offer
        };
        let mut sets: Vec<Vec<usize>> = groups
            .iter()
            .zip(leads_on)
            .filter(|(_, leads_on)| !leads_on)
            .map(|(nodes, _)| nodes.iter().map(|node| node.index()))
            .filter(|nodes| nodes.clone().filter(|at| *at < roles).all(is_busy))
            .map(|nodes| {
                // Roles that offer nothing belong to whatever they could do.
                let (own, kinds): (Vec<usize>, Vec<usize>) = nodes.partition(|at| *at < roles);
                let empty = kinds.iter().flat_map(|kind| self.doers(kind - roles));
                let mut set: Vec<usize> = own.iter().chain(empty).copied().collect();
                set.sort_unstable();
                set.dedup();
                set
            })
            .filter(|set| {
                super::near::is_near(self.ratio(amounts, set, &mut within), division.per_s)
            })
            .collect();
        if sets.is_empty() {
            // Rounding hides the groups; the last cut is a set, if not the smallest.
            sets.push(division.set.clone());
        }
        sets.sort();
        sets
    }

    fn doers(&self, kind: usize) -> &[usize] {
        &self.role_of[self.edges(kind)]
    }

    fn edges(&self, kind: usize) -> std::ops::Range<usize> {
        self.first[kind]..self.first[kind + 1]
    }

    /// Units of a role at work.
    fn used(&self, along: &[f64], role: usize) -> f64 {
        self.edges_to.list(role).iter().map(|edge| along[*edge]).sum()
    }
}

/// Offer ÷ work; infinite without work.
fn ratio_of(offer: f64, work: f64) -> f64 {
    if work > 0.0 { offer / work } else { f64::INFINITY }
}

/// A flow of work to the roles that do it.
#[derive(Debug, Default)]
struct Flow {
    /// What of each kind of work is not done.
    left: Vec<f64>,
    /// How little of it is as good as nothing.
    dust: Vec<f64>,
    /// What of each role's offer is not used.
    spare: Vec<f64>,
    /// Units at work along each edge.
    along: Vec<f64>,
    /// How many edges away each kind of work, and each role, is from work that is left.
    level_of_kind: Vec<usize>,
    level_of_role: Vec<usize>,
    /// How many edges of each kind of work, and of each role, lead nowhere in this phase.
    tried_of_kind: Vec<usize>,
    tried_of_role: Vec<usize>,
    /// What is looked at: kinds of work and roles of a level, edges of a way, roles of a set.
    kinds: Vec<usize>,
    roles: Vec<usize>,
    way: Vec<usize>,
    reached: Vec<usize>,
    set: Vec<usize>,
    within: Vec<bool>,
}

impl Flow {
    /// Cuts the units along each edge down to what fits at a rate.
    fn cut_down(&mut self, sharing: &Sharing, amounts: &Amounts, per_s: f64) {
        let along = &mut self.along;
        let (kinds, roles) = (amounts.works.len(), amounts.offers.len());
        self.left.clear();
        self.dust.clear();
        for (work, ends) in amounts.works.iter().zip(sharing.first.windows(2)) {
            let (wanted, own) = (work * per_s, &mut along[ends[0]..ends[1]]);
            let mut done: f64 = own.iter().sum();
            if done > wanted {
                let part = wanted / done;
                for units in &mut *own {
                    *units *= part;
                }
                done = own.iter().sum();
            }
            self.left.push(wanted - done);
            self.dust.push(DONE * wanted);
        }
        self.spare.clear();
        self.reached.clear();
        for (role, offer) in amounts.offers.iter().enumerate() {
            let used = sharing.used(along, role);
            if used > *offer {
                let part = offer / used;
                for edge in sharing.edges_to.list(role) {
                    along[*edge] *= part;
                }
                self.reached.push(role);
            }
            self.spare.push((offer - used).max(0.0));
        }
        // What was cut down for want of people is left as well.
        for edge in self.reached.iter().flat_map(|role| sharing.edges_to.list(*role)) {
            let kind = sharing.kind_of[*edge];
            let done: f64 = along[sharing.edges(kind)].iter().sum();
            self.left[kind] = amounts.works[kind] * per_s - done;
        }
        self.level_of_kind.resize(kinds, UNREACHED);
        self.level_of_role.resize(roles, UNREACHED);
        self.tried_of_kind.resize(kinds, 0);
        self.tried_of_role.resize(roles, 0);
    }

    /// Divides as much of the work as can be done. Every phase makes the shortest way to an unused
    /// offer longer, so that there are no more phases than kinds and roles.
    fn fill(&mut self, sharing: &Sharing) {
        for _ in 0..=self.left.len() + self.spare.len() {
            if !self.find_levels(sharing) {
                return;
            }
            self.tried_of_kind.fill(0);
            self.tried_of_role.fill(0);
            for kind in 0..self.left.len() {
                // Each way uses something up, so that this ends.
                while self.left[kind] > self.dust[kind] && self.send_from(sharing, kind) {}
            }
        }
    }

    /// Finds how far everything is from work that is left, and whether any of it can be done.
    fn find_levels(&mut self, sharing: &Sharing) -> bool {
        let (mut kinds, mut roles) =
            (std::mem::take(&mut self.kinds), std::mem::take(&mut self.roles));
        let can_be_done = self.find_levels_in(sharing, &mut kinds, &mut roles);
        (self.kinds, self.roles) = (kinds, roles);
        can_be_done
    }

    /// [`Flow::find_levels`] with room for the kinds of work and the roles of a level.
    fn find_levels_in(
        &mut self,
        sharing: &Sharing,
        kinds: &mut Vec<usize>,
        roles: &mut Vec<usize>,
    ) -> bool {
        self.level_of_kind.fill(UNREACHED);
        self.level_of_role.fill(UNREACHED);
        let is_left = |kind: &usize| self.left[*kind] > self.dust[*kind];
        kinds.clear();
        kinds.extend((0..self.left.len()).filter(is_left));
        for kind in &*kinds {
            self.level_of_kind[*kind] = 0;
        }
        let mut level = 0;
        while !kinds.is_empty() {
            roles.clear();
            level += 1;
            for role in kinds.iter().flat_map(|kind| sharing.doers(*kind)) {
                if self.level_of_role[*role] == UNREACHED {
                    self.level_of_role[*role] = level;
                    roles.push(*role);
                }
            }
            if roles.iter().any(|role| self.spare[*role] > 0.0) {
                return true;
            }
            level += 1;
            kinds.clear();
            for edge in roles.iter().flat_map(|role| sharing.edges_to.list(*role)) {
                let kind = sharing.kind_of[*edge];
                if self.along[*edge] > 0.0 && self.level_of_kind[kind] == UNREACHED {
                    self.level_of_kind[kind] = level;
                    kinds.push(kind);
                }
            }
        }
        false
    }

    /// Sends work along one shortest way to an unused offer; `false` if there is none left.
    fn send_from(&mut self, sharing: &Sharing, start: usize) -> bool {
        let mut way = std::mem::take(&mut self.way);
        way.clear();
        let end = self.find_way(sharing, start, &mut way);
        if let Some(role) = end {
            self.send(start, &way, role);
        }
        self.way = way;
        end.is_some()
    }

    /// Finds a shortest way to a role with an unused offer: edges to roles and back to other work, in
    /// turn.
    fn find_way(&mut self, sharing: &Sharing, start: usize, way: &mut Vec<usize>) -> Option<usize> {
        let mut kind = start;
        loop {
            let edges = sharing.edges(kind);
            let onward = edges.clone().skip(self.tried_of_kind[kind]).find(|edge| {
                self.level_of_role[sharing.role_of[*edge]] == self.level_of_kind[kind] + 1
            });
            let Some(edge) = onward else {
                self.tried_of_kind[kind] = edges.len();
                let (Some(back), Some(to)) = (way.pop(), way.pop()) else { return None };
                self.tried_of_role[sharing.role_of[back]] += 1;
                kind = sharing.kind_of[to];
                continue;
            };
            self.tried_of_kind[kind] = edge - edges.start;
            let role = sharing.role_of[edge];
            if self.spare[role] > 0.0 {
                way.push(edge);
                return Some(role);
            }
            let edges = sharing.edges_to.list(role);
            let onward = (self.tried_of_role[role]..edges.len()).find(|at| {
                let level = self.level_of_kind[sharing.kind_of[edges[*at]]];
                self.along[edges[*at]] > 0.0 && level == self.level_of_role[role] + 1
            });
            if let Some(at) = onward {
                self.tried_of_role[role] = at;
                way.extend([edge, edges[at]]);
                kind = sharing.kind_of[edges[at]];
            } else {
                self.tried_of_role[role] = edges.len();
                self.tried_of_kind[kind] += 1;
            }
        }
    }

    /// Sends as much along a way as it takes: at least one thing on it is then exactly used up.
    fn send(&mut self, start: usize, way: &[usize], end: usize) {
        let back = || way.iter().skip(1).step_by(2);
        let units = back()
            .map(|edge| self.along[*edge])
            .fold(self.left[start].min(self.spare[end]), f64::min);
        back().for_each(|edge| self.along[*edge] -= units);
        way.iter().step_by(2).for_each(|edge| self.along[*edge] += units);
        self.left[start] -= units;
        self.spare[end] -= units;
    }

    /// The roles that the work that is left can come to: all asked for too much, once the flow is as
    /// large as it can be. Together they are the minimum cut.
    fn find_reached(&self, reached: &mut Vec<usize>) {
        reached.clear();
        let roles = 0..self.spare.len();
        reached.extend(roles.filter(|role| self.level_of_role[*role] != UNREACHED));
    }
}
