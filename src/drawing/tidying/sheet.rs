//! The sheet that is tidied up: what it starts from, and what it becomes.

use std::collections::BTreeSet;

use super::super::card::CardForm;
use super::super::geometry::whole_units;
use super::super::link_room::{Rests, room};
use crate::blueprint::{
    LaneHeight, LaneId, PhaseId, PhaseWidth, Place, Scenario, SheetPoint, StepId, StepKind, Zone,
};

/// From the middle of one column to that of the next, in sheet units: the widest card, and room for
/// a share on the way out of a decision.
pub(super) const PITCH: i32 = 164;
/// What lies between cards of a column.
pub(super) const GAP: i32 = 20;
/// What a lane keeps free above and below a lone row, and several.
pub(super) const PADDING: (i32, i32) = (12, 22);
/// How many cards of a lane stand one below another before a further column is opened.
pub(super) const MOST_STACKED: usize = 4;
/// A tidy sheet, or a tidy part of one.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tidied {
    /// Where the cards lie; lane and phase are those they had.
    pub places: Vec<(StepId, Place)>,
    /// Lanes that grow.
    pub lanes: Vec<(LaneId, LaneHeight)>,
    /// Phases that become wider or narrower.
    pub phases: Vec<(PhaseId, PhaseWidth)>,
}

impl Tidied {
    /// Whether the sheet is like this already.
    #[must_use]
    pub fn is_so(&self, scenario: &Scenario) -> bool {
        let lies = |(id, place): &(StepId, Place)| {
            scenario.steps().get(id).is_some_and(|step| step.place() == *place)
        };
        self.lanes.is_empty() && self.phases.is_empty() && self.places.iter().all(lies)
    }
}

/// A card that is tidied up or stays.
pub(super) struct Item {
    pub step: StepId,
    /// Its lane, counted from the top.
    pub lane: usize,
    /// Its phase, counted from the left.
    pub phase: usize,
    /// Whether it takes part in the flow.
    pub flows: bool,
    /// Whether only some take each way out of it.
    pub decides: bool,
    /// Its width and height.
    pub size: (i32, i32),
}

/// A way from one card to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub from: usize,
    pub to: usize,
    /// Whether the start only sets off the end.
    pub sets_off: bool,
    /// The part of those who come to its start that takes it, if the sheet says so: 0 to 1.
    pub share: Option<f64>,
    /// How wide the words beside it are, in sheet units.
    pub words: i32,
}

/// What a tidied sheet starts from and what does not change by it.
pub(super) struct Sheet {
    /// The cards to tidy up, in document order.
    pub items: Vec<Item>,
    /// The cards that stay, with their places.
    pub fixed: Vec<(Item, SheetPoint)>,
    /// Ways between cards to tidy up.
    pub ways: Vec<Way>,
    /// Cards that share a moment, and cards outside the flow with what they are linked to.
    pub pairs: Vec<(usize, usize)>,
    /// Whether ways lead to a card from cards that stay.
    pub entered: Vec<bool>,
    pub lanes: Vec<(LaneId, bool)>,
    pub phases: Vec<PhaseId>,
    /// Whether cards stay.
    pub partly: bool,
    pub order: Order,
}

/// Where the cards lie at the moment, and how large lanes and phases are.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Order {
    pub at: Vec<SheetPoint>,
    pub heights: Vec<i32>,
    pub widths: Vec<i32>,
}

impl Sheet {
    pub fn of(scenario: &Scenario, some: Option<&BTreeSet<StepId>>) -> Self {
        let in_zone = |zone| scenario.lanes_of(zone);
        let lanes: Vec<_> = Zone::ALL.into_iter().flat_map(in_zone).collect();
        let lane_at = positions(lanes.iter().map(|(id, _)| *id));
        let phase_at = positions(scenario.phases().keys().copied());
        let (mut items, mut fixed, mut at) = (Vec::new(), Vec::new(), Vec::new());
        for (id, step) in scenario.steps() {
            let size = CardForm::of(step, scenario.zone_of(step)).size();
            let whole = whole_units;
            let (Some(lane), Some(phase)) =
                (position(&lane_at, step.lane), position(&phase_at, step.phase))
            else {
                continue;
            };
            let size = (whole(size.width), whole(size.height));
            let item = Item {
                step: *id,
                lane,
                phase,
                flows: step.kind.flows(),
                decides: step.kind == StepKind::Decision,
                size,
            };
            if some.is_none_or(|some| some.contains(id)) {
                items.push(item);
                at.push(step.at);
            } else {
                fixed.push((item, step.at));
            }
        }
        let order = Order {
            at,
            heights: lanes.iter().map(|(_, lane)| lane.height.units()).collect(),
            widths: scenario.phases().values().map(|phase| phase.width.units()).collect(),
        };
        let mut sheet = Self {
            entered: vec![false; items.len()],
            items,
            fixed,
            ways: Vec::new(),
            pairs: Vec::new(),
            lanes: lanes.iter().map(|(id, lane)| (*id, lane.collapsed)).collect(),
            phases: scenario.phases().keys().copied().collect(),
            partly: some.is_some(),
            order,
        };
        sheet.read_links(scenario);
        sheet
    }

    fn read_links(&mut self, scenario: &Scenario) {
        use crate::blueprint::LinkKind;
        let item_at = positions(self.items.iter().map(|item| item.step));
        let rests = Rests::of_all(scenario.links().values().map(|link| &**link));
        // A card outside the flow stands with the first step that it is linked to.
        let mut stands = vec![false; self.items.len()];
        for link in scenario.links().values() {
            let Some(to) = link.to.step().and_then(|to| position(&item_at, to)) else { continue };
            let Some(from) = position(&item_at, link.from) else {
                let leads = link.kind != LinkKind::Together && !scenario.is_association(link);
                self.entered[to] |= leads;
                continue;
            };
            let (a, b) = (&self.items[from], &self.items[to]);
            match (a.flows, b.flows) {
                (true, true) if link.kind != LinkKind::Together => {
                    let share = link.share.map(|share| {
                        let (part, whole) = share.parts();
                        part / whole
                    });
                    let sets_off = link.kind == LinkKind::Trigger;
                    let words = room(link, rests.of(link)).map_or(0, |it| whole_units(it.width));
                    self.ways.push(Way { from, to, sets_off, share, words });
                }
                _ if a.phase != b.phase => {}
                (true, true) => self.pairs.push((from, to)),
                (true, false) if !std::mem::replace(&mut stands[to], true) => {
                    self.pairs.push((from, to));
                }
                (false, true) if !std::mem::replace(&mut stands[from], true) => {
                    self.pairs.push((from, to));
                }
                _ => {}
            }
        }
    }

    /// How many cards may stand one below another in a lane. In a collapsed one all lie at the
    /// same height.
    pub fn most_stacked(&self, lane: usize) -> usize {
        if self.lanes.get(lane).is_some_and(|(_, collapsed)| *collapsed) { 1 } else { MOST_STACKED }
    }

    pub fn tidied(&self, scenario: &Scenario, order: &Order) -> Option<Tidied> {
        let mut tidied = Tidied::default();
        for (item, at) in self.items.iter().zip(&order.at) {
            let place = scenario.steps().get(&item.step)?.place();
            tidied.places.push((item.step, Place { at: *at, ..place }));
        }
        for ((id, _), (old, new)) in
            self.lanes.iter().zip(self.order.heights.iter().zip(&order.heights))
        {
            if old != new {
                tidied.lanes.push((*id, LaneHeight::new(*new).ok()?));
            }
        }
        for (id, (old, new)) in self.phases.iter().zip(self.order.widths.iter().zip(&order.widths))
        {
            if old != new {
                tidied.phases.push((*id, PhaseWidth::new(*new).ok()?));
            }
        }
        Some(tidied)
    }
}

/// Ids with where they stand, sorted by id.
fn positions<I: Ord + Copy>(ids: impl Iterator<Item = I>) -> Vec<(I, usize)> {
    let mut rows: Vec<(I, usize)> = ids.zip(0..).collect();
    rows.sort_unstable_by_key(|(id, _)| *id);
    rows
}

fn position<I: Ord + Copy>(rows: &[(I, usize)], id: I) -> Option<usize> {
    let at = rows.binary_search_by_key(&id, |(id, _)| *id).ok()?;
    rows.get(at).map(|(_, position)| *position)
}
