//! How often a customer's service crosses the lines of the sheet.

use super::experience::Experience;
use super::figure::{Figure, Lack};
use crate::blueprint::{Line, Link, LinkId, LinkKind, Scenario, StepId, Zone};
use crate::process::{ArcKind, Process, Sum};

/// What crossings are counted of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Contact {
    /// Together and Flow links across a line.
    Crossing(Line),
    /// Triggers across a line.
    Trigger(Line),
    /// Together and Flow links between customer actions and frontstage (Normann 1984).
    MomentOfTruth,
}

/// A link with its ends and how often a customer uses it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Use {
    pub(super) link: LinkId,
    pub(super) from: StepId,
    pub(super) to: StepId,
    upper: Zone,
    lower: Zone,
    triggers: bool,
    /// `None` where an error keeps it from being known.
    pub(super) times: Option<f64>,
}

impl Use {
    /// Whether it counts as such a contact.
    pub(super) fn is(&self, contact: Contact) -> bool {
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
pub(super) fn uses(scenario: &Scenario, process: &Process) -> Vec<Use> {
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

/// Fills the crossings of each line and the moments of truth. Linear in the links.
pub(super) fn fill(
    scenario: &Scenario,
    process: &Process,
    lacking: Option<Lack>,
    experience: &mut Experience,
) {
    let uses = uses(scenario, process);
    let count = |contact: Contact| {
        if let Some(lack) = lacking {
            return Figure::lacking([lack]);
        }
        let counted = uses.iter().filter(|link| link.is(contact)).map(|link| link.times);
        let sum: Option<Sum> = counted.collect();
        sum.map(Sum::value).map_or_else(|| Figure::lacking([Lack::SoundFlow]), Figure::exact)
    };
    for line in Line::ALL {
        let figures = &mut experience.lines[line as usize];
        figures.crossings = count(Contact::Crossing(line));
        figures.triggers = count(Contact::Trigger(line));
    }
    experience.moments_of_truth = count(Contact::MomentOfTruth);
}
