//! How the flow heals when steps are removed from it.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::ids::{IdSource, LinkId, StepId};
use super::link::{Link, LinkEnd, LinkKind, check_pair};
use super::quantity::Share;
use super::scenario::Scenario;

/// Steps on their way out of a scenario. Links are found by their ends, and what is removed leaves
/// the tables at the end in one go, so that each removal costs no more than its neighbourhood.
pub(super) struct Healing {
    /// The links that start or end at each step, in the order of the table; some may be gone.
    links_at: FxHashMap<StepId, Vec<LinkId>>,
    gone_links: FxHashSet<LinkId>,
    gone_steps: FxHashSet<StepId>,
}

impl Healing {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let mut healing = Self {
            links_at: FxHashMap::default(),
            gone_links: FxHashSet::default(),
            gone_steps: FxHashSet::default(),
        };
        for (id, link) in &scenario.links {
            healing.note(*id, link);
        }
        healing
    }

    fn note(&mut self, id: LinkId, link: &Link) {
        self.links_at.entry(link.from).or_default().push(id);
        if let Some(to) = link.to.step().filter(|to| *to != link.from) {
            self.links_at.entry(to).or_default().push(id);
        }
    }

    /// The links at a step that are still there, in the order of the table.
    fn links<'a>(
        &'a self,
        scenario: &'a Scenario,
        step: StepId,
    ) -> impl Iterator<Item = (LinkId, &'a Arc<Link>)> {
        self.links_at
            .get(&step)
            .into_iter()
            .flatten()
            .filter(|id| !self.gone_links.contains(*id))
            .filter_map(|id| Some((*id, scenario.links.get(id)?)))
    }

    /// Takes a step out and closes the gap; its row stays until [`Healing::finish`].
    pub(super) fn remove(
        &mut self,
        scenario: &mut Scenario,
        removed: StepId,
        branch: Option<LinkId>,
        ids: &mut IdSource,
    ) {
        let touching: Vec<(LinkId, Link)> =
            self.links(scenario, removed).map(|(id, link)| (id, Link::clone(link))).collect();
        self.gone_steps.insert(removed);
        self.gone_links.extend(touching.iter().map(|(id, _)| *id));
        let flows = |id: StepId| scenario.steps.get(&id).is_some_and(|step| step.kind.flows());
        if !flows(removed) {
            return;
        }
        // A link to evidence or a note is an association: it heals nothing.
        let live: Vec<(LinkId, Link)> = touching
            .into_iter()
            .filter(|(_, link)| flows(link.from) && link.to.step().is_none_or(flows))
            .collect();
        for link in bridges(scenario, removed, &live, branch) {
            self.bridge(scenario, link, ids);
        }
    }

    /// Adds a link that healing asks for, if it would be a valid one; a Flow that is there already
    /// takes the new one's share on top.
    fn bridge(&mut self, scenario: &mut Scenario, link: Link, ids: &mut IdSource) {
        let twin = self
            .links(scenario, link.from)
            .find(|(_, l)| l.from == link.from && l.to == link.to && l.kind == link.kind)
            .map(|(id, _)| id);
        if let Some(twin) = twin {
            if let Some(there) = scenario.links.get_mut(&twin)
                && let (Some(a), Some(b)) = (there.share, link.share)
            {
                Arc::make_mut(there).share = Some(a.plus(b));
            }
            return;
        }
        // Only links that share an end can clash, so those at one end are all there is to ask.
        let valid = scenario.check_ends(&link).is_ok()
            && self.links(scenario, link.from).all(|(_, other)| check_pair(&link, other).is_ok());
        if valid {
            let id = ids.fresh();
            self.note(id, &link);
            scenario.links.insert(id, Arc::new(link));
        }
    }

    /// Takes the removed rows out of the tables.
    pub(super) fn finish(self, scenario: &mut Scenario) {
        scenario.links.retain(|id, _| !self.gone_links.contains(id));
        scenario.steps.retain(|id, _| !self.gone_steps.contains(id));
        scenario.forget_lost_recoveries();
        scenario.forget_lost_subjects();
    }
}

/// The links that close the gap that a step leaves, given the links that led to and from it.
fn bridges(
    scenario: &Scenario,
    removed: StepId,
    live: &[(LinkId, Link)],
    branch: Option<LinkId>,
) -> Vec<Link> {
    let mut partners: Vec<StepId> = Vec::new();
    for (_, link) in live.iter().filter(|(_, link)| link.kind == LinkKind::Together) {
        let other = if link.from == removed { link.to.step() } else { Some(link.from) };
        partners.extend(other);
    }
    partners.sort_by_key(|id| scenario.steps.get_index_of(id));
    partners.dedup();
    match partners.split_first() {
        Some((&heir, others)) => {
            let together =
                others.iter().map(|other| Link::between(heir, *other, LinkKind::Together));
            together.chain(inherited(removed, heir, live)).collect()
        }
        None => from_each_to_each(removed, live, branch),
    }
}

/// The Flows and Triggers of a step, as another takes them over.
fn inherited(removed: StepId, heir: StepId, live: &[(LinkId, Link)]) -> impl Iterator<Item = Link> {
    let swap = move |id: StepId| if id == removed { heir } else { id };
    live.iter().filter(|(_, link)| link.kind != LinkKind::Together).map(move |(_, link)| {
        let to = match link.to {
            LinkEnd::Step(to) => LinkEnd::Step(swap(to)),
            LinkEnd::Outside => LinkEnd::Outside,
        };
        Link { from: swap(link.from), to, ..link.clone() }
    })
}

/// A way from each predecessor of a step to each successor.
fn from_each_to_each(
    removed: StepId,
    live: &[(LinkId, Link)],
    branch: Option<LinkId>,
) -> Vec<Link> {
    let itself = LinkEnd::Step(removed);
    let ins = || {
        live.iter().map(|(_, link)| link).filter(|link| link.to == itself && link.from != removed)
    };
    let outs: Vec<&Link> = live
        .iter()
        .filter(|(id, link)| {
            link.from == removed
                && link.to != itself
                && link.kind == LinkKind::Flow
                && branch.is_none_or(|branch| branch == *id)
        })
        .map(|(_, link)| link)
        .collect();
    // With one branch chosen, or one left after a way back to itself, everybody takes it.
    let alone = outs.len() == 1;
    let mut ways = Vec::with_capacity(outs.len());
    for before in ins() {
        for after in &outs {
            let share = match (before.share, after.share.filter(|_| !alone)) {
                (Some(a), Some(b)) => Some(Share::of(a, b)),
                (a, b) => a.or(b),
            };
            // What stood at a way stays at it; else the answer that led on.
            let answer = if before.label.is_empty() && !alone { after } else { before };
            let (kind, label) = (before.kind, answer.label.clone());
            ways.push(Link { from: before.from, to: after.to, kind, share, label });
        }
    }
    ways
}
