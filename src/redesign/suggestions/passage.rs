//! Stretches of the flow without branches: what comes right before, and what right after.

use crate::blueprint::{Link, LinkId, Scenario};
use crate::process::{ArcKind, FlowArc, Process};

/// A single Flow between two moments, or out of the service.
#[derive(Clone)]
pub(super) struct Way {
    /// The link.
    pub id: LinkId,
    /// As it is today.
    pub link: Link,
    /// The moment it leaves.
    pub from: usize,
    /// The moment it leads to; `None` out of the service.
    pub to: Option<usize>,
}

fn way(scenario: &Scenario, arc: &FlowArc) -> Option<Way> {
    let [id] = arc.links.as_slice() else { return None };
    let is_plain = arc.kind == ArcKind::Flow && !arc.back && arc.is_live();
    let link = Link::clone(scenario.links().get(id)?);
    is_plain.then_some(Way { id: *id, link, from: arc.from?, to: arc.to })
}

/// The one way that leads into a moment; `None` if there are several, or customers arrive there.
pub(super) fn only_in(scenario: &Scenario, process: &Process, moment: usize) -> Option<Way> {
    let [arc] = process.moments.get(moment)?.ins.as_slice() else { return None };
    way(scenario, process.arcs.get(*arc)?)
}

/// The one way out of a moment, taken by everybody; `None` if it decides, forks or triggers.
pub(super) fn only_out(scenario: &Scenario, process: &Process, moment: usize) -> Option<Way> {
    let here = process.moments.get(moment)?;
    let [arc] = here.outs.as_slice() else { return None };
    if here.decision.is_some() {
        return None;
    }
    way(scenario, process.arcs.get(*arc)?)
}
