//! From layers to columns, and from columns to places.

use std::cmp::Ordering;

use super::groups::Groups;
use super::sheet::{GAP, Order, PADDING, PITCH, Sheet};
use crate::blueprint::{LaneHeight, PhaseWidth, SheetPoint};

/// The cards of a column, from its uppermost lane to its lowest: lane, cards from top to bottom.
type Column = Vec<(usize, Vec<usize>)>;

/// The columns of each phase, from left to right.
pub(super) struct Columns(Vec<Vec<Column>>);

impl Columns {
    pub(super) fn of(sheet: &Sheet, groups: &Groups, order: &Order) -> Self {
        let mut by_layer: Vec<usize> = (0..groups.0.len()).collect();
        let key = |group: &usize| (groups.0[*group].phase, groups.0[*group].layer, *group);
        by_layer.sort_unstable_by_key(key);
        let mut phases: Vec<Vec<Column>> = sheet.phases.iter().map(|_| Vec::new()).collect();
        let same = |a: &usize, b: &usize| {
            let (a, b) = (&groups.0[*a], &groups.0[*b]);
            (a.phase, a.layer) == (b.phase, b.layer)
        };
        for layer in by_layer.chunk_by(same) {
            let Some(first) = layer.first() else { continue };
            let phase = groups.0[*first].phase;
            phases[phase].append(&mut side_by_side(sheet, groups, order, layer));
        }
        let mut columns = Self(phases);
        columns.sort(sheet, order);
        columns
    }

    /// Puts the cards of each lane and column into an order in which ways cross little: by how high
    /// those lie that lead to them, else as they lay.
    fn sort(&mut self, sheet: &Sheet, order: &Order) {
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); sheet.items.len()];
        for &(from, to, _) in &sheet.ways {
            before[to].push(from);
        }
        // Where a card lies: its lane, and how far down in it.
        let mut heights: Vec<Option<f64>> = vec![None; sheet.items.len()];
        for column in self.0.iter_mut().flatten() {
            for (lane, cards) in column {
                let middle = *lane as f64 + 0.5;
                let mut keyed: Vec<(f64, i32, usize)> = cards
                    .iter()
                    .map(|at| {
                        let known: Vec<f64> =
                            before[*at].iter().filter_map(|from| heights[*from]).collect();
                        let mean = known.iter().sum::<f64>() / known.len() as f64;
                        (if known.is_empty() { middle } else { mean }, order.at[*at].y, *at)
                    })
                    .collect();
                keyed.sort_by(|a, b| match a.0.total_cmp(&b.0) {
                    Ordering::Equal => (a.1, a.2).cmp(&(b.1, b.2)),
                    unequal => unequal,
                });
                *cards = keyed.into_iter().map(|(_, _, at)| at).collect();
                let share = 1.0 / (cards.len() + 1) as f64;
                for (slot, at) in cards.iter().enumerate() {
                    heights[*at] = Some(*lane as f64 + share * (slot + 1) as f64);
                }
            }
        }
    }

    /// Where the cards end up. `None` if a phase would become too wide.
    pub(super) fn placed(&self, sheet: &Sheet, order: &Order) -> Option<Order> {
        let mut placed = order.clone();
        for (lane, cards) in self.0.iter().flatten().flatten() {
            let padding = if cards.len() > 1 { PADDING.1 } else { PADDING.0 };
            let least = stack_height(sheet, cards) + 2 * padding;
            let height = &mut placed.heights[*lane];
            *height = (*height).max(least).min(LaneHeight::MOST);
        }
        // A part of a sheet stays where it begins.
        let mut left: Vec<Option<i32>> = vec![None; sheet.phases.len()];
        if sheet.partly {
            for (item, at) in sheet.items.iter().zip(&order.at) {
                let first = &mut left[item.phase];
                *first = Some(first.map_or(at.x, |first| first.min(at.x)));
            }
        }
        for (phase, columns) in self.0.iter().enumerate() {
            let mut x = left[phase].map_or(PITCH / 2, |left| left.max(PITCH / 2));
            let mut last = None;
            for column in columns {
                x = free_from(sheet, phase, column, &placed.heights, x);
                for (lane, cards) in column {
                    let mut top = placed.heights[*lane] / 2 - stack_height(sheet, cards) / 2;
                    for at in cards {
                        let height = sheet.items[*at].size.1;
                        placed.at[*at] = SheetPoint::new(x, top + height / 2);
                        top += height + GAP;
                    }
                }
                last = Some(x);
                x = x.checked_add(PITCH)?;
            }
            if let Some(last) = last {
                let width =
                    last.checked_add(PITCH / 2).filter(|width| *width <= PhaseWidth::MOST)?;
                let old = placed.widths[phase];
                placed.widths[phase] = if sheet.partly { old.max(width) } else { width };
            }
        }
        Some(placed)
    }
}

/// A column while it is filled.
struct Filling {
    /// The cards of each lane.
    lanes: Vec<Vec<usize>>,
    /// From which lane to which its groups reach.
    spans: Vec<(usize, usize)>,
}

impl Filling {
    /// Whether a part of a group, which reaches over `span`, finds room. The links of a group that
    /// reaches over several lanes run straight down, so nothing else may stand there.
    fn takes(&self, sheet: &Sheet, part: &Column, span: Option<(usize, usize)>) -> bool {
        let room = part.iter().all(|(lane, cards)| {
            self.lanes[*lane].len() + cards.len() <= sheet.most_stacked(*lane)
        });
        room && span.is_none_or(|span| {
            self.spans.iter().all(|other| {
                let apart = span.1 < other.0 || other.1 < span.0;
                apart || (span.0 == span.1 && *other == span)
            })
        })
    }
}

/// Spreads the groups of a layer over as many columns as it takes that no lane holds too many cards
/// in one and that no group stands in the way of another.
fn side_by_side(sheet: &Sheet, groups: &Groups, order: &Order, layer: &[usize]) -> Vec<Column> {
    let mut columns: Vec<Filling> = Vec::new();
    for group in layer {
        for part in parts(sheet, &groups.0[*group].items, order) {
            let flowing = |cards: &[usize]| cards.iter().any(|at| sheet.items[*at].flows);
            let mut lanes = part.iter().filter(|(_, cards)| flowing(cards)).map(|(lane, _)| *lane);
            let span = lanes.next().map(|first| (first, lanes.next_back().unwrap_or(first)));
            let fitting = columns.iter().position(|column| column.takes(sheet, &part, span));
            let at = fitting.unwrap_or_else(|| {
                let lanes = vec![Vec::new(); sheet.lanes.len()];
                columns.push(Filling { lanes, spans: Vec::new() });
                columns.len() - 1
            });
            columns[at].spans.extend(span);
            for (lane, cards) in part {
                columns[at].lanes[lane].extend(cards);
            }
        }
    }
    let filled = |column: Filling| -> Column {
        let lanes = column.lanes.into_iter().enumerate();
        lanes.filter(|(_, cards)| !cards.is_empty()).collect()
    };
    columns.into_iter().map(filled).collect()
}

/// Splits a group into parts that fit into a column each: nearly always one.
fn parts(sheet: &Sheet, items: &[usize], order: &Order) -> Vec<Column> {
    let mut cards: Vec<usize> = items.to_vec();
    // What takes part in the flow comes first, so that its cards stay together.
    let key = |at: &usize| {
        let item = &sheet.items[*at];
        (item.lane, !item.flows, order.at[*at].x, order.at[*at].y, *at)
    };
    cards.sort_unstable_by_key(key);
    let mut parts: Vec<Column> = Vec::new();
    for of_lane in cards.chunk_by(|a, b| sheet.items[*a].lane == sheet.items[*b].lane) {
        let Some(lane) = of_lane.first().map(|at| sheet.items[*at].lane) else { continue };
        for (number, some) in of_lane.chunks(sheet.most_stacked(lane)).enumerate() {
            if number == parts.len() {
                parts.push(Vec::new());
            }
            parts[number].push((lane, some.to_vec()));
        }
    }
    parts
}

fn stack_height(sheet: &Sheet, cards: &[usize]) -> i32 {
    let gaps = GAP * i32::try_from(cards.len().saturating_sub(1)).unwrap_or(i32::MAX);
    cards.iter().map(|at| sheet.items[*at].size.1).fold(gaps, i32::saturating_add)
}

/// The first place from `x` to the right where a column meets none of the cards that stay.
fn free_from(sheet: &Sheet, phase: usize, column: &Column, heights: &[i32], x: i32) -> i32 {
    let mut x = x;
    loop {
        let in_the_way = sheet.fixed.iter().find_map(|(item, at)| {
            if item.phase != phase {
                return None;
            }
            let (_, cards) = column.iter().find(|(lane, _)| *lane == item.lane)?;
            let half = stack_height(sheet, cards) / 2 + GAP / 2;
            let middle = heights[item.lane] / 2;
            let folded = sheet.most_stacked(item.lane) == 1;
            let beside = folded || (at.y - middle).abs() < half + item.size.1 / 2;
            let near = (at.x - x).abs() < i32::midpoint(PITCH, item.size.0) - GAP;
            (beside && near).then_some(at.x)
        });
        let Some(other) = in_the_way else { return x };
        x = other.saturating_add(PITCH).max(x.saturating_add(1));
    }
}
