//! What a link means by the way in which it is pulled from a card.

use super::ids::{LinkId, StepId};
use super::link::{Link, LinkEnd, LinkKind};
use super::scenario::Scenario;
use super::step_parts::{Place, StepKind};

/// How far apart two steps may stand on the sheet, from left to right and in sheet units, to happen
/// in the same column: half a card.
const SAME_COLUMN: i64 = 62;

/// From which edge of a card a link is pulled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkPull {
    /// From the left or right edge, along the time.
    Along,
    /// From the upper or lower edge, across the lanes.
    Across,
}

impl Scenario {
    /// The kind that a link between two steps gets by itself.
    ///
    /// Along the time it is a Flow. Across the lanes it is Together within a column, and a Flow to
    /// another column. Whatever leads out of a decision is a Flow. With evidence and notes, where
    /// it says only what belongs together, it is Together. Linear in the number of phases.
    #[must_use]
    pub fn usual_link_kind(&self, from: StepId, to: StepId, pull: LinkPull) -> LinkKind {
        self.steps().get(&to).map_or(LinkKind::Flow, |step| {
            self.usual_link_kind_to(from, step.kind, step.place(), pull)
        })
    }

    /// The kind that a link gets by itself that leads from a step to one that is not there yet: as
    /// [`Scenario::usual_link_kind`].
    #[must_use]
    pub fn usual_link_kind_to(
        &self,
        from: StepId,
        kind: StepKind,
        place: Place,
        pull: LinkPull,
    ) -> LinkKind {
        let Some(start) = self.steps().get(&from) else { return LinkKind::Flow };
        if !start.kind.flows() || !kind.flows() {
            return LinkKind::Together;
        }
        let across = pull == LinkPull::Across && self.share_a_column(start.place(), place);
        if across && start.kind != StepKind::Decision { LinkKind::Together } else { LinkKind::Flow }
    }

    /// Whether steps at two places stand one above the other. Linear in the number of phases.
    #[must_use]
    pub fn share_a_column(&self, one: Place, other: Place) -> bool {
        let x = |place: Place| {
            let before = self.phases().iter().take_while(|(id, _)| **id != place.phase);
            let left: i64 = before.map(|(_, phase)| i64::from(phase.width.units())).sum();
            left + i64::from(place.at.x)
        };
        (x(one) - x(other)).abs() <= SAME_COLUMN
    }

    /// The kinds that a link can have, in the order of [`LinkKind::ALL`]; none for an association,
    /// whose kind means nothing. Linear in the number of links.
    #[must_use]
    pub fn possible_link_kinds(&self, link: &Link, instead_of: Option<LinkId>) -> Vec<LinkKind> {
        if link.to == LinkEnd::Outside || self.is_association(link) {
            return Vec::new();
        }
        let mut kinds = LinkKind::ALL.to_vec();
        kinds.retain(|kind| {
            self.check_link(&Link { kind: *kind, ..link.clone() }, instead_of).is_ok()
        });
        kinds
    }
}
