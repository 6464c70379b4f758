//! Moments on the sheet: where the cards lie of what happens together.

use petgraph::unionfind::UnionFind;

use super::card::Card;
use super::space::{Point, Rect};
use crate::blueprint::{LinkKind, Scenario, StepId};

/// How far a frame reaches beyond its cards, in sheet units; less where another one is near.
const MARGIN: f32 = 7.0;
/// What lies between two frames, of which one is above the other, in sheet units.
const APART: f32 = 7.0;
/// What a frame keeps from its cards, however near another one is.
const LEAST_MARGIN: f32 = 2.0;

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
            moments.push(Moment { steps, frame: around });
        }
    }
    frame(&mut moments);
    moments
}

/// Frames moments whose frames are still tight around their cards. Brackets of two that stand one
/// above the other share what is free between them, so that they do not look like one.
fn frame(moments: &mut [Moment]) {
    let mut by_left: Vec<usize> = (0..moments.len()).collect();
    let rects: Vec<Rect> = moments.iter().map(|moment| moment.frame).collect();
    by_left.sort_by(|a, b| rects[*a].left().total_cmp(&rects[*b].left()));
    let mut margins = vec![(MARGIN, MARGIN); rects.len()];
    for (place, &one) in by_left.iter().enumerate() {
        for &other in by_left.iter().skip(place + 1) {
            if rects[other].left() > rects[one].right() + 2.0 * MARGIN {
                break;
            }
            let above = if rects[one].top() <= rects[other].top() { one } else { other };
            let below = if above == one { other } else { one };
            let free = rects[below].top() - rects[above].bottom();
            if free >= 0.0 {
                let margin = ((free - APART) / 2.0).clamp(LEAST_MARGIN, MARGIN);
                margins[above].1 = margins[above].1.min(margin);
                margins[below].0 = margins[below].0.min(margin);
            }
        }
    }
    for (moment, (above, below)) in moments.iter_mut().zip(margins) {
        let Rect { min, max } = moment.frame;
        moment.frame = Rect {
            min: Point::new(min.x - MARGIN, min.y - above),
            max: Point::new(max.x + MARGIN, max.y + below),
        };
    }
}
