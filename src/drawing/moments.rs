//! Moments on the sheet: where the cards lie of what happens together.

use petgraph::unionfind::UnionFind;

use super::card::Card;
use super::space::Rect;
use crate::blueprint::{LinkKind, Scenario, StepId};

/// How far a frame reaches beyond its cards, in sheet units.
const MARGIN: f32 = 7.0;

/// Steps that happen together, wherever they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The steps, from top to bottom.
    pub steps: Vec<StepId>,
    /// The frame around them on the sheet.
    pub frame: Rect,
}

/// The moments of a scenario whose cards lie as given; `position` says where a step's card stands
/// among them. Linear in cards and links, but for sorting.
pub(super) fn moments_of(
    scenario: &Scenario,
    cards: &[Card],
    position: impl Fn(StepId) -> Option<usize>,
) -> Vec<Moment> {
    let mut joined = UnionFind::<u32>::new(cards.len());
    let mut partners: Vec<u32> = Vec::new();
    for link in scenario.links().values().filter(|link| link.kind == LinkKind::Together) {
        let to = link.to.step().and_then(&position);
        let (Some(from), Some(to)) = (position(link.from), to) else { continue };
        // Linked to evidence or a note it means nothing.
        let flow = [from, to].iter().all(|at| cards.get(*at).is_some_and(|card| card.kind.flows()));
        if flow && let (Ok(from), Ok(to)) = (u32::try_from(from), u32::try_from(to)) {
            joined.union(from, to);
            partners.extend([from, to]);
        }
    }
    let mut members: Vec<(u32, &Card)> = Vec::new();
    partners.sort_unstable();
    partners.dedup();
    for at in partners {
        if let Some(card) = cards.get(at as usize) {
            members.push((joined.find(at), card));
        }
    }
    members.sort_by(|a, b| {
        let from_the_top = || a.1.rect.top().total_cmp(&b.1.rect.top());
        a.0.cmp(&b.0).then_with(from_the_top).then(a.1.step.cmp(&b.1.step))
    });
    let mut moments = Vec::new();
    for moment in members.chunk_by(|a, b| a.0 == b.0).filter(|moment| moment.len() > 1) {
        let around = moment.iter().map(|(_, card)| card.rect).reduce(Rect::union);
        if let Some(around) = around {
            let steps = moment.iter().map(|(_, card)| card.step).collect();
            moments.push(Moment { steps, frame: around.grown(MARGIN) });
        }
    }
    moments
}
