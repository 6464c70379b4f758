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

use crate::process::NumberLists;

/// The part of a kind of work below which it counts as done: rounding.
const DONE: f64 = 1e-12;
/// The part of a role's offer below which it counts as used up, or the work it does as none.
const IDLE: f64 = 1e-10;
/// A level that is not reached.
const UNREACHED: usize = usize::MAX;

/// Who can do what.
#[derive(Debug)]
pub(super) struct Sharing {
    /// The roles of each kind of work, kind after kind: one edge each.
    role_of: Vec<usize>,
    /// The kind of work of each edge.
    kind_of: Vec<usize>,
    /// Where the edges of each kind begin, and at last where the last end.
    first: Vec<usize>,
    /// The edges that lead to each role.
    edges_to: NumberLists,
}

/// What is offered and asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amounts {
    /// Units of each role.
    pub(super) offers: Vec<f64>,
    /// Seconds per customer of each kind of work.
    pub(super) works: Vec<f64>,
}

/// The highest rate, with the division of work that reaches it.
#[derive(Clone, Debug)]
pub(super) struct Division {
    /// Customers per second; infinite without work.
    pub(super) per_s: f64,
    /// A set of roles whose offer ÷ work is that rate, ascending; empty without work.
    pub(super) set: Vec<usize>,
    /// Units at work along each edge.
    along: Vec<f64>,
}

impl Sharing {
    /// Each kind of work is named by the roles that can do it, ascending and none twice.
    pub(super) fn new<'a>(roles: usize, kinds: impl Iterator<Item = &'a [usize]>) -> Self {
        let (mut role_of, mut kind_of, mut first) = (Vec::new(), Vec::new(), vec![0]);
        for (kind, doers) in kinds.enumerate() {
            role_of.extend_from_slice(doers);
            kind_of.resize(role_of.len(), kind);
            first.push(role_of.len());
        }
        let pairs: Vec<(usize, usize)> =
            role_of.iter().enumerate().map(|(edge, role)| (*role, edge)).collect();
        Self { edges_to: NumberLists::of(roles, &pairs), role_of, kind_of, first }
    }

    /// The highest rate at which the work can be divided among the roles.
    ///
    /// A round is a maximum flow, O(V²E) at worst on V roles and kinds with E edges, near-linear
    /// in practice; see the module for how many rounds there are.
    pub(super) fn divide(&self, amounts: &Amounts) -> Division {
        let all: Vec<usize> = (0..self.edges_to.count()).collect();
        let nothing = vec![0.0; self.role_of.len()];
        self.narrow(amounts, all, nothing)
    }

    /// [`Sharing::divide`] for amounts that differ little from those of a known division, of which
    /// only what no longer fits is divided anew.
    pub(super) fn divide_again(&self, amounts: &Amounts, known: &Division) -> Division {
        self.narrow(amounts, known.set.clone(), known.along.clone())
    }

    /// Whether as much as a known division still fits, if a role offers so much less. Linear in the
    /// edges of the role.
    pub(super) fn spares(
        &self,
        amounts: &Amounts,
        known: &Division,
        role: usize,
        less: f64,
    ) -> bool {
        amounts.offers[role] - less >= self.used(&known.along, role)
    }

    /// Newton's method from the ratio of a set of roles.
    fn narrow(&self, amounts: &Amounts, set: Vec<usize>, along: Vec<f64>) -> Division {
        let mut division = Division { per_s: self.ratio(amounts, &set), set, along };
        if !division.per_s.is_finite() {
            let all: Vec<usize> = (0..self.edges_to.count()).collect();
            division.per_s = self.ratio(amounts, &all);
            division.set = if division.per_s.is_finite() { all } else { Vec::new() };
        }
        for _ in 0..=self.edges_to.count() {
            if !division.per_s.is_finite() || division.per_s <= 0.0 {
                break;
            }
            let mut flow = Flow::of(self, amounts, &division);
            flow.fill();
            let overloaded = flow.reached();
            division.along = flow.along;
            let ratio = self.ratio(amounts, &overloaded);
            if ratio >= division.per_s {
                break;
            }
            (division.per_s, division.set) = (ratio, overloaded);
        }
        division
    }

    /// Offer ÷ work of a set of roles; infinite without work.
    fn ratio(&self, amounts: &Amounts, set: &[usize]) -> f64 {
        let mut within = vec![false; self.edges_to.count()];
        for role in set {
            within[*role] = true;
        }
        let offer: f64 = set.iter().map(|role| amounts.offers[*role]).sum();
        let own = |kind: &usize| self.doers(*kind).iter().all(|role| within[*role]);
        let work: f64 = (0..amounts.works.len()).filter(own).map(|k| amounts.works[k]).sum();
        if work > 0.0 { offer / work } else { f64::INFINITY }
    }

    /// The smallest sets of roles whose offer ÷ work is the rate of a division, each ascending, in
    /// the order of their first roles; disjoint. Near-linear.
    ///
    /// Of a role that limits, whoever shares the work that it does limits as well: such sets are
    /// the strongly connected groups from which nothing leads on, roles leading to the work that
    /// they do and work to whoever can do it.
    pub(super) fn tightest(&self, amounts: &Amounts, division: &Division) -> Vec<Vec<usize>> {
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
            .filter(|set| super::capacity::is_near(self.ratio(amounts, set), division.per_s))
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

/// A flow of work to the roles that do it.
struct Flow<'a> {
    sharing: &'a Sharing,
    /// What of each kind of work is not done.
    left: Vec<f64>,
    /// How little of it is as good as nothing.
    dust: Vec<f64>,
    /// What of each role's offer is not used.
    spare: Vec<f64>,
    along: Vec<f64>,
    /// How many edges away each kind of work, and each role, is from work that is left.
    level_of_kind: Vec<usize>,
    level_of_role: Vec<usize>,
    /// How many edges of each kind of work, and of each role, lead nowhere in this phase.
    tried_of_kind: Vec<usize>,
    tried_of_role: Vec<usize>,
}

impl<'a> Flow<'a> {
    /// The flow of a division, cut down to what fits.
    fn of(sharing: &'a Sharing, amounts: &Amounts, division: &Division) -> Self {
        let mut along = division.along.clone();
        let mut left = vec![0.0; amounts.works.len()];
        let wanted = |kind: usize| amounts.works[kind] * division.per_s;
        for kind in 0..left.len() {
            let edges = sharing.edges(kind);
            let done: f64 = along[edges.clone()].iter().sum();
            if done > wanted(kind) {
                let part = wanted(kind) / done;
                along[edges].iter_mut().for_each(|units| *units *= part);
            }
        }
        let spare = (amounts.offers.iter().enumerate()).map(|(role, offer)| {
            let used = sharing.used(&along, role);
            if used > *offer {
                let part = offer / used;
                sharing.edges_to.list(role).iter().for_each(|edge| along[*edge] *= part);
            }
            (offer - used).max(0.0)
        });
        let spare: Vec<f64> = spare.collect();
        for (kind, left) in left.iter_mut().enumerate() {
            let done: f64 = along[sharing.edges(kind)].iter().sum();
            *left = wanted(kind) - done;
        }
        let dust = (0..left.len()).map(|kind| DONE * wanted(kind)).collect();
        let (kinds, roles) = (left.len(), spare.len());
        Self {
            sharing,
            left,
            dust,
            spare,
            along,
            level_of_kind: vec![UNREACHED; kinds],
            level_of_role: vec![UNREACHED; roles],
            tried_of_kind: vec![0; kinds],
            tried_of_role: vec![0; roles],
        }
    }

    /// Divides as much of the work as can be done. Every phase makes the shortest way to an unused
    /// offer longer, so that there are no more phases than kinds and roles.
    fn fill(&mut self) {
        for _ in 0..=self.left.len() + self.spare.len() {
            if !self.find_levels() {
                return;
            }
            self.tried_of_kind.fill(0);
            self.tried_of_role.fill(0);
            for kind in 0..self.left.len() {
                // Each way uses something up, so that this ends.
                while self.left[kind] > self.dust[kind] && self.send_from(kind) {}
            }
        }
    }

    /// Finds how far everything is from work that is left, and whether any of it can be done.
    fn find_levels(&mut self) -> bool {
        self.level_of_kind.fill(UNREACHED);
        self.level_of_role.fill(UNREACHED);
        let is_left = |kind: &usize| self.left[*kind] > self.dust[*kind];
        let mut kinds: Vec<usize> = (0..self.left.len()).filter(is_left).collect();
        for kind in &kinds {
            self.level_of_kind[*kind] = 0;
        }
        let mut level = 0;
        while !kinds.is_empty() {
            let mut roles = Vec::new();
            level += 1;
            for role in kinds.iter().flat_map(|kind| self.sharing.doers(*kind)) {
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
            for edge in roles.iter().flat_map(|role| self.sharing.edges_to.list(*role)) {
                let kind = self.sharing.kind_of[*edge];
                if self.along[*edge] > 0.0 && self.level_of_kind[kind] == UNREACHED {
                    self.level_of_kind[kind] = level;
                    kinds.push(kind);
                }
            }
        }
        false
    }

    /// Sends work along one shortest way to an unused offer; `false` if there is none left.
    fn send_from(&mut self, start: usize) -> bool {
        // Edges to roles and back to other work, in turn.
        let mut way: Vec<usize> = Vec::new();
        let mut kind = start;
        loop {
            let edges = self.sharing.edges(kind);
            let onward = edges.clone().skip(self.tried_of_kind[kind]).find(|edge| {
                self.level_of_role[self.sharing.role_of[*edge]] == self.level_of_kind[kind] + 1
            });
            let Some(edge) = onward else {
                self.tried_of_kind[kind] = edges.len();
                let (Some(back), Some(to)) = (way.pop(), way.pop()) else { return false };
                self.tried_of_role[self.sharing.role_of[back]] += 1;
                kind = self.sharing.kind_of[to];
                continue;
            };
            self.tried_of_kind[kind] = edge - edges.start;
            let role = self.sharing.role_of[edge];
            if self.spare[role] > 0.0 {
                way.push(edge);
                self.send(start, &way, role);
                return true;
            }
            let edges = self.sharing.edges_to.list(role);
            let onward = (self.tried_of_role[role]..edges.len()).find(|at| {
                let level = self.level_of_kind[self.sharing.kind_of[edges[*at]]];
                self.along[edges[*at]] > 0.0 && level == self.level_of_role[role] + 1
            });
            if let Some(at) = onward {
                self.tried_of_role[role] = at;
                way.extend([edge, edges[at]]);
                kind = self.sharing.kind_of[edges[at]];
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
    fn reached(&self) -> Vec<usize> {
        (0..self.spare.len()).filter(|role| self.level_of_role[*role] != UNREACHED).collect()
    }
}
