//! The share of a way out of a decision that says none: what the others leave.

use super::ids::LinkId;
use super::link::{Link, LinkKind};
use super::quantity::Share;
use super::scenario::Scenario;
use super::step_parts::StepKind;

/// Less than this is rounding and no share.
const DUST: f64 = 1e-9;

impl Scenario {
    /// The share of a way out of a decision that says none itself: what the others leave, if they
    /// all say theirs. Nothing for other links. Linear in the number of links.
    #[must_use]
    pub fn rest_share(&self, link: &Link) -> Option<Share> {
        if link.share.is_some() || !self.is_way_out(link) {
            return None;
        }
        let (mut taken, mut blanks, mut others) = (0.0, 0, 0);
        for way in self.ways_beside(link) {
            match way.share {
                Some(share) => taken += share.value(),
                None => blanks += 1,
            }
            others += 1;
        }
        let rest = 1.0 - taken;
        let known = blanks == 1 && others > 1 && rest > DUST;
        // Without the dust of binary fractions: 100 − 33.3 − 33.3 is 33.4.
        known.then(|| Share::percent((rest * 1e11).round() / 1e9).ok()).flatten()
    }

    /// Whether a way out of a decision says no share though nothing tells it: the others leave
    /// nothing, or do not say theirs either. Linear in the number of links.
    #[must_use]
    pub fn lacks_share(&self, link: &Link) -> bool {
        link.share.is_none()
            && self.is_way_out(link)
            && self.ways_beside(link).nth(1).is_some()
            && self.rest_share(link).is_none()
    }

    /// Whether a link is one of the ways out of a decision.
    fn is_way_out(&self, link: &Link) -> bool {
        let decides = self.steps().get(&link.from).map(|step| step.kind);
        link.kind == LinkKind::Flow
            && decides == Some(StepKind::Decision)
            && !self.is_association(link)
    }

    /// The ways out of the decision that a link leads out of, itself among them.
    fn ways_beside(&self, link: &Link) -> impl Iterator<Item = &Link> {
        let from = link.from;
        self.links().values().map(AsRef::as_ref).filter(move |other| {
            other.from == from && other.kind == LinkKind::Flow && !self.is_association(other)
        })
    }

    /// The ways beside one without a share that leave it nothing: they are all the others, say
    /// their shares, and add up to the whole. None where they do not.
    pub(super) fn ways_that_leave_nothing(&self, id: LinkId) -> Vec<LinkId> {
        let Some(link) = self.links().get(&id) else { return Vec::new() };
        if link.share.is_some() || !self.is_way_out(link) {
            return Vec::new();
        }
        let others: Vec<(LinkId, Option<Share>)> = self
            .links()
            .iter()
            .filter(|(other, way)| **other != id && way.from == link.from && self.is_way_out(way))
            .map(|(other, way)| (*other, way.share))
            .collect();
        let sum: Option<f64> = others.iter().map(|(_, share)| share.map(Share::value)).sum();
        if sum.is_some_and(|sum| (sum - 1.0).abs() <= DUST) {
            others.into_iter().map(|(other, _)| other).collect()
        } else {
            Vec::new()
        }
    }
}
