//! The share of a way out of a decision that says none: what the others leave.

use super::ids::LinkId;
use super::link::{Link, LinkKind};
use super::quantity::Share;
use super::scenario::Scenario;
use super::step_parts::StepKind;

/// Less than this is rounding and no share.
const DUST: f64 = 1e-9;
/// Shares that miss the whole by no more than this add up: 33.3 % three times do.
const ALL_BUT_DUST: f64 = 2e-3;
/// What shares are rounded to.
const DIGITS: f64 = 1e9;

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

    /// What becomes of the other ways out of a decision when one gets a share, so that all still add
    /// up to the whole. Of two the other gets the rest, if it says a share. Of more that add up to the whole, those that
    /// come later share what is left as they shared it before, so that shares can be given one after
    /// the other; where nothing is left for them, all others do. Ways that do not add up, or say no
    /// share, stay as they are. Linear in the number of links.
    pub(super) fn shares_beside(&self, id: LinkId, share: Share) -> Vec<(LinkId, Share)> {
        let Some(link) = self.links().get(&id) else { return Vec::new() };
        let ways = self.links().iter().filter(|(other, way)| {
            let counts = way.from == link.from && way.kind == LinkKind::Flow;
            **other != id && counts && !self.is_association(way)
        });
        let others: Vec<(LinkId, Option<Share>)> =
            ways.map(|(other, way)| (*other, way.share)).collect();
        let (part, whole) = share.parts();
        let left = ((whole - part) * DIGITS).round() / DIGITS;
        if let [(other, said)] = others.as_slice() {
            // One that says nothing has the rest anyhow, and still has it when more ways come.
            if said.is_none() {
                return Vec::new();
            }
            return Share::fraction(left, whole).map(|rest| (*other, rest)).into_iter().collect();
        }
        let given = others.iter().map(|(other, share)| Some((*other, share.as_ref()?.value())));
        let Some(given) = given.collect::<Option<Vec<(LinkId, f64)>>>() else { return Vec::new() };
        let sum = |ways: &[(LinkId, f64)]| ways.iter().map(|(_, share)| share).sum::<f64>();
        let before = link.share.map_or(0.0, Share::value) + sum(&given);
        if !self.is_way_out(link) || (before - 1.0).abs() > ALL_BUT_DUST {
            return Vec::new();
        }
        let place = self.links().get_index_of(&id);
        let is_earlier = |(other, _): &(LinkId, f64)| self.links().get_index_of(other) < place;
        let (earlier, later): (Vec<_>, Vec<_>) = given.iter().copied().partition(is_earlier);
        let left = left / whole;
        let for_later = left - sum(&earlier);
        if later.is_empty() || for_later <= DUST {
            parted(&given, left)
        } else {
            parted(&later, for_later)
        }
    }
}

/// Ways that share a part of the whole as they shared theirs, evenly if they had none.
fn parted(ways: &[(LinkId, f64)], part: f64) -> Vec<(LinkId, Share)> {
    let sum: f64 = ways.iter().map(|(_, share)| share).sum();
    let even = part / ways.len().max(1) as f64;
    let shares = ways.iter().filter_map(|(way, share)| {
        let share = if sum > DUST { share / sum * part } else { even };
        // Without the dust of binary fractions.
        let percent = (share * 100.0 * DIGITS).round() / DIGITS;
        Some((*way, Share::percent(percent.clamp(0.0, 100.0)).ok()?))
    });
    shares.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Blueprint, Place, SheetPoint, Step, Zone};

    #[test]
    fn the_way_that_says_no_share_has_the_rest_however_many_ways_come() {
        let mut blueprint = Blueprint::empty("Office", "As-is");
        let id = blueprint.baseline().id();
        let percent = |share: f64| Share::percent(share).ok();
        let shares = blueprint
            .edit(id, |scenario, ids| {
                let (lane, _) = scenario.lanes_of(Zone::Frontstage).next().expect("a lane");
                let phase = *scenario.phases().keys().next().expect("a phase");
                let place = Place { lane, phase, at: SheetPoint::default() };
                let card = |kind| Step::new("Step", kind, place);
                let decision = scenario.add_step(card(StepKind::Decision), ids)?;
                let mut seen = Vec::new();
                for share in [None, percent(20.0), percent(30.0), percent(10.0)] {
                    let step = scenario.add_step(card(StepKind::Action), ids)?;
                    let link = Link::between(decision, step, LinkKind::Flow);
                    let way = scenario.add_link(link, ids)?;
                    scenario.set_share(way, share)?;
                    let ways = scenario.links().values();
                    seen.push(ways.map(|way| way.share).collect::<Vec<_>>());
                }
                let first = scenario.links().values().next().cloned();
                Ok((seen, first.and_then(|way| scenario.rest_share(&way))))
            })
            .expect("a decision");
        let (seen, rest) = shares;
        assert_eq!(seen[3], [None, percent(20.0), percent(30.0), percent(10.0)], "as typed");
        assert_eq!(rest, percent(40.0));
    }
}
