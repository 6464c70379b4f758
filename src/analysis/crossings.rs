//! How often a customer's service crosses the lines of the sheet.

use super::experience::Experience;
use super::figure::{Figure, Lack};
use crate::blueprint::{Line, LinkId, LinkKind, Scenario, StepId, Zone};
use crate::process::{ArcKind, Process};

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
    let mut zones: Vec<Option<Zone>> = vec![None; scenario.steps().len()];
    for activity in process.moments.iter().flat_map(|moment| &moment.activities) {
        zones[activity.position] = Some(activity.zone);
    }
    let zone = |step: StepId| zones[scenario.steps().get_index_of(&step)?];
    let mut add = |id: LinkId, times: Option<f64>| {
        let Some(link) = scenario.links().get(&id) else { return };
        let Some(to) = link.to.step() else { return };
        let (Some(start), Some(end)) = (zone(link.from), zone(to)) else { return };
        if start != end && times != Some(0.0) {
            let (upper, lower) = (start.min(end), start.max(end));
            let triggers = link.kind == LinkKind::Trigger;
            uses.push(Use { link: id, from: link.from, to, upper, lower, triggers, times });
        }
    };
    for (id, link) in scenario.links() {
        if link.kind == LinkKind::Together
            && let Some(moment) = process.moment_of(link.from)
            && link.to.step().and_then(|to| process.moment_of(to)) == Some(moment)
            && process.moments[moment].is_reached()
        {
            add(*id, process.moments[moment].visits);
        }
    }
    for arc in process.arcs.iter().filter(|arc| arc.is_live() && arc.kind != ArcKind::Arrival) {
        let Some(from) = arc.from.and_then(|from| process.moments.get(from)) else { continue };
        if from.is_reached() {
            let times = from.visits.zip(arc.share).map(|(visits, share)| visits * share);
            for link in &arc.links {
                add(*link, times);
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
        let sum: Option<f64> = counted.sum();
        sum.map_or_else(|| Figure::lacking([Lack::SoundFlow]), Figure::exact)
    };
    for line in Line::ALL {
        let figures = &mut experience.lines[line as usize];
        figures.crossings = count(Contact::Crossing(line));
        figures.triggers = count(Contact::Trigger(line));
    }
    experience.moments_of_truth = count(Contact::MomentOfTruth);
}
