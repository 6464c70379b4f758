//! Moments on the sheet: what happens together and stands one below another is a column.

use petgraph::unionfind::UnionFind;

use super::card::Card;
use super::cells::Cells;
use super::space::Rect;
use crate::blueprint::{LinkKind, Scenario, StepId};

/// How far a frame reaches beyond its cards, in sheet units.
const MARGIN: f32 = 7.0;
/// How far the middles of cards may lie apart that stand one below another.
const ASIDE: f32 = 40.0;

/// Steps that happen together, as far as they stand one below another.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The steps, from top to bottom.
    pub steps: Vec<StepId>,
    /// The frame around them on the sheet.
    pub frame: Rect,
}

/// The moments of a scenario whose cards lie as given; `position` says where a step's card stands
/// among them. A column that another card lies in is left without a frame. Linear in cards and
/// links, but for sorting.
pub(super) fn moments_of(
    scenario: &Scenario,
    cards: &[Card],
    cells: &Cells,
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
    let mut members: Vec<(u32, &Card, u32)> = Vec::new();
    partners.sort_unstable();
    partners.dedup();
    for at in partners {
        if let Some(card) = cards.get(at as usize) {
            members.push((joined.find(at), card, at));
        }
    }
    members.sort_by(|a, b| {
        let (one, other) = (a.1.rect.centre(), b.1.rect.centre());
        a.0.cmp(&b.0).then(one.x.total_cmp(&other.x)).then(a.2.cmp(&b.2))
    });
    let mut moments = Vec::new();
    for moment in members.chunk_by(|a, b| a.0 == b.0) {
        let near = |a: &(u32, &Card, u32), b: &(u32, &Card, u32)| {
            b.1.rect.centre().x - a.1.rect.centre().x <= ASIDE
        };
        for column in moment.chunk_by(near).filter(|column| column.len() > 1) {
            let rects = column.iter().map(|(_, card, _)| card.rect);
            let Some(frame) = rects.reduce(Rect::union).map(|all| all.grown(MARGIN)) else {
                continue;
            };
            let mut alone = true;
            cells.near(frame, |number| {
                let other = cards.get(number as usize);
                alone = other.is_none_or(|card| !card.rect.overlaps(frame))
                    || column.iter().any(|(_, _, at)| *at == number);
                alone
            });
            if alone {
                let mut cards: Vec<&Card> = column.iter().map(|(_, card, _)| *card).collect();
                cards.sort_by(|a, b| {
                    a.rect.top().total_cmp(&b.rect.top()).then(a.step.cmp(&b.step))
                });
                let steps = cards.into_iter().map(|card| card.step).collect();
                moments.push(Moment { steps, frame });
            }
        }
    }
    moments
}
