//! The share of a way out of a decision that says none: what the others leave.

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
        let decides = |from| self.steps().get(&from).map(|step| step.kind);
        if link.share.is_some()
            || link.kind != LinkKind::Flow
            || decides(link.from) != Some(StepKind::Decision)
            || self.is_association(link)
        {
            return None;
        }
        let ways = self.links().values().filter(|other| {
            other.from == link.from && other.kind == LinkKind::Flow && !self.is_association(other)
        });
        let (mut taken, mut blanks, mut others) = (0.0, 0, 0);
        for way in ways {
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
}
