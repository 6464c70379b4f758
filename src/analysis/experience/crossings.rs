//! How often a customer's service crosses the lines of the sheet.

use crate::analysis::result::{Contact, Figure, Lack};
use crate::blueprint::{Line, Link, LinkId, LinkKind, Scenario, StepId, Zone};
use crate::process::{ArcKind, Process, Sum};

/// A link with its ends and how often a customer uses it.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Use {
    pub(in crate::analysis) link: LinkId,
    pub(in crate::analysis) from: StepId,
    pub(in crate::analysis) to: StepId,
    upper: Zone,
    lower: Zone,
    triggers: bool,
    /// `None` where an error keeps it from being known.
    pub(in crate::analysis) times: Option<f64>,
}

impl Use {
    /// Whether it counts as such a contact.
    pub(in crate::analysis) fn is(&self, contact: Contact) -> bool {
        let crosses =
            |line: Line| self.upper <= line.zone_above() && line.zone_above() < self.lower;
        match contact {
            Contact::Crossing(line) => !self.triggers && crosses(line),
            Contact::Trigger(line) => self.triggers && crosses(line),
            Contact::MomentOfTruth => {
                !self.triggers && self.upper == Zone::Customer && self.lower == Zone::Frontstage
            }
        }
    }
}

/// Every link of the flow between different zones that customers, or what they set off, use.
pub(in crate::analysis) fn uses(scenario: &Scenario, process: &Process) -> Vec<Use> {
    let mut uses = Vec::new();
    let spots = process.spots(scenario.steps().len());
    // The spots that a link joins, by its position in document order.
    let joined = |at: usize| {
        let ends = process.ends.get(at).copied().flatten()?;
        Some((spots[ends.from]?, spots[ends.to?]?))
    };
    let mut add = |at: usize, id: LinkId, link: &Link, times: Option<f64>| {
        let (Some(to), Some((start, end))) = (link.to.step(), joined(at)) else { return };
        if start.zone != end.zone && times != Some(0.0) {
            let (upper, lower) = (start.zone.min(end.zone), start.zone.max(end.zone));
            let triggers = link.kind == LinkKind::Trigger;
            uses.push(Use { link: id, from: link.from, to, upper, lower, triggers, times });
        }
    };
    for (at, (id, link)) in scenario.links().iter().enumerate() {
        if link.kind == LinkKind::Together
            && let Some((start, end)) = joined(at)
            && start.moment == end.moment
            && process.moments[start.moment].is_reached()
        {
            add(at, *id, link, process.moments[start.moment].visits);
        }
    }
    for arc in process.arcs.iter().filter(|arc| arc.is_live() && arc.kind != ArcKind::Arrival) {
        let Some(from) = arc.from.and_then(|from| process.moments.get(from)) else { continue };
        if from.is_reached() {
            let times = from.visits.zip(arc.share).map(|(visits, share)| visits * share);
            for id in &arc.links {
                if let Some((at, _, link)) = scenario.links().get_full(id) {
                    add(at, *id, link, times);
                }
            }
        }
    }
    uses
}

/// How often a customer's service crosses the lines.
pub(super) struct Contacts {
    /// Of each line, in the order of [`Line::ALL`].
    pub(super) crossings: [Figure; 3],
    pub(super) triggers: [Figure; 3],
    pub(super) moments_of_truth: Figure,
}

impl Contacts {
    /// Counts them. Linear in the links.
    pub(super) fn of(scenario: &Scenario, process: &Process, lacking: Option<Lack>) -> Self {
        let uses = uses(scenario, process);
        let count = |contact: Contact| {
            if let Some(lack) = lacking {
                return Figure::lacking([lack]);
            }
            let counted = uses.iter().filter(|link| link.is(contact)).map(|link| link.times);
            let sum: Option<Sum> = counted.collect();
            sum.map(Sum::value).map_or_else(|| Figure::lacking([Lack::SoundFlow]), Figure::exact)
        };
        Self {
            crossings: Line::ALL.map(|line| count(Contact::Crossing(line))),
            triggers: Line::ALL.map(|line| count(Contact::Trigger(line))),
            moments_of_truth: count(Contact::MomentOfTruth),
        }
    }
}
