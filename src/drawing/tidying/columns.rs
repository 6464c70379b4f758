//! From layers to columns, and from columns and rows to places.

use super::flow::Flow;
use super::groups::Groups;
use super::gutters::gutters;
use super::rows::rows;
use super::sheet::{GAP, Order, PADDING, PITCH, Sheet};
use crate::blueprint::{LaneHeight, PhaseWidth, SheetPoint};

/// The cards of a column, from its uppermost lane to its lowest: lane, cards.
type Column = Vec<(usize, Vec<usize>)>;

/// The columns of each phase, from left to right, and the row of each card in its lane.
pub(super) struct Columns {
    phases: Vec<Vec<Column>>,
    rows: Vec<usize>,
    /// What lies between each column and the next beyond the usual, in sheet units.
    gutters: Vec<i32>,
}

impl Columns {
    pub(super) fn of(sheet: &Sheet, groups: &Groups, order: &Order) -> Self {
        let mut by_layer: Vec<usize> = (0..groups.all.len()).collect();
        let key = |group: &usize| (groups.all[*group].phase, groups.all[*group].layer, *group);
        by_layer.sort_unstable_by_key(key);
        let mut phases: Vec<Vec<Column>> = sheet.phases.iter().map(|_| Vec::new()).collect();
        let same = |a: &usize, b: &usize| {
            let (a, b) = (&groups.all[*a], &groups.all[*b]);
            (a.phase, a.layer) == (b.phase, b.layer)
        };
        let flow = Flow::of(sheet, groups);
        // The lanes of what sets a card off from the same layer.
        let mut set_off_by: Vec<Vec<usize>> = vec![Vec::new(); sheet.items.len()];
        for way in sheet.ways.iter().filter(|way| way.sets_off) {
            let place = |at: usize| {
                let group = &groups.all[groups.of[at]];
                (group.phase, group.layer)
            };
            if place(way.from) == place(way.to) {
                set_off_by[way.to].push(sheet.items[way.from].lane);
            }
        }
        for layer in by_layer.chunk_by_mut(same) {
            let Some(first) = layer.first() else { continue };
            let phase = groups.all[*first].phase;
            // The main way takes the first column.
            layer.sort_by(|a, b| {
                let key = |group: usize| {
                    let first = groups.all[group].items.iter().map(|at| sheet.items[*at].step);
                    (flow.remaining[group], first.min())
                };
                let (one, other) = (key(*a), key(*b));
                flow.visits[*b]
                    .total_cmp(&flow.visits[*a])
                    .then(other.0.cmp(&one.0))
                    .then(one.1.cmp(&other.1))
            });
            phases[phase].append(&mut side_by_side(sheet, groups, order, &set_off_by, layer));
        }
        let mut column = vec![0; sheet.items.len()];
        for (number, cards) in phases.iter().flatten().enumerate() {
            for item in cards.iter().flat_map(|(_, cards)| cards) {
                column[*item] = number;
            }
        }
        let rows = rows(sheet, groups, &flow, &column);
        let count = phases.iter().flatten().count();
        let gutters = gutters(sheet, &column, &rows, count);
        Self { phases, rows, gutters }
    }

    /// Where the cards end up. `None` if a phase would become too wide.
    pub(super) fn placed(&self, sheet: &Sheet, order: &Order) -> Option<Order> {
        let mut placed = order.clone();
        let stacks = self.stacks(sheet);
        for (lane, stack) in stacks.iter().enumerate().filter(|(_, stack)| !stack.is_empty()) {
            let padding = if stack.len() > 1 { PADDING.1 } else { PADDING.0 };
            let least = height_of(stack) + 2 * padding;
            let height = &mut placed.heights[lane];
            *height = (*height).max(least).min(LaneHeight::MOST);
        }
        let middles: Vec<Vec<i32>> = stacks
            .iter()
            .zip(&placed.heights)
            .map(|(stack, height)| middles(stack, *height))
            .collect();
        let y = |item: usize| {
            let lane = sheet.items[item].lane;
            let row = if sheet.most_stacked(lane) == 1 { 0 } else { self.rows[item] };
            middles[lane].get(row).copied().unwrap_or(placed.heights[lane] / 2)
        };
        // A part of a sheet stays where it begins.
        let mut left: Vec<Option<i32>> = vec![None; sheet.phases.len()];
        if sheet.partly {
            for (item, at) in sheet.items.iter().zip(&order.at) {
                let first = &mut left[item.phase];
                *first = Some(first.map_or(at.x, |first| first.min(at.x)));
            }
        }
        let mut number = 0;
        for (phase, columns) in self.phases.iter().enumerate() {
            let mut x = left[phase].map_or(PITCH / 2, |left| left.max(PITCH / 2));
            let mut last = None;
            for column in columns {
                x = free_from(sheet, phase, column, y, x);
                for item in column.iter().flat_map(|(_, cards)| cards) {
                    placed.at[*item] = SheetPoint::new(x, y(*item));
                }
                let gutter = self.gutters.get(number).copied().unwrap_or(0);
                last = Some(x.checked_add(gutter)?);
                x = x.checked_add(PITCH + gutter)?;
                number += 1;
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

    /// The heights of the rows of each lane, from top to bottom.
    fn stacks(&self, sheet: &Sheet) -> Vec<Vec<i32>> {
        let mut stacks: Vec<Vec<i32>> = vec![Vec::new(); sheet.lanes.len()];
        for (item, row) in sheet.items.iter().zip(&self.rows) {
            let stack = &mut stacks[item.lane];
            if stack.len() <= *row {
                stack.resize(row + 1, 0);
            }
            stack[*row] = stack[*row].max(item.size.1);
        }
        stacks
    }
}

fn height_of(stack: &[i32]) -> i32 {
    let gaps = GAP * i32::try_from(stack.len().saturating_sub(1)).unwrap_or(i32::MAX);
    stack.iter().copied().fold(gaps, i32::saturating_add)
}

/// The middles of a lane's rows, all together in the middle of the lane.
fn middles(stack: &[i32], height: i32) -> Vec<i32> {
    let mut top = height / 2 - height_of(stack) / 2;
    stack
        .iter()
        .map(|row| {
            let middle = top + row / 2;
            top += row + GAP;
            middle
        })
        .collect()
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
    /// reaches over several lanes run straight down, so nothing else may stand between its cards;
    /// beyond its first and last there is room for others.
    fn takes(&self, sheet: &Sheet, part: &Column, span: Option<(usize, usize)>) -> bool {
        let room = part.iter().all(|(lane, cards)| {
            self.lanes[*lane].len() + cards.len() <= sheet.most_stacked(*lane)
        });
        room && span.is_none_or(|span| self.spans.iter().all(|other| stand_together(span, *other)))
    }
}

/// Whether two groups that reach over lanes can share a column.
fn stand_together(a: (usize, usize), b: (usize, usize)) -> bool {
    let (first, last) = (a.0.max(b.0), a.1.min(b.1));
    let one = |span: (usize, usize)| span.0 == span.1;
    match () {
        () if first > last => true,
        () if first < last => false,
        // They share one lane: there each can stand beside the lines of the other.
        () if one(a) && one(b) => true,
        () if one(a) => a.0 == b.0 || a.0 == b.1,
        () if one(b) => b.0 == a.0 || b.0 == a.1,
        () => true,
    }
}

/// Spreads the groups of a layer over as many columns as it takes that no lane holds too many cards
/// in one and that no group stands in the way of another.
fn side_by_side(
    sheet: &Sheet,
    groups: &Groups,
    order: &Order,
    set_off_by: &[Vec<usize>],
    layer: &[usize],
) -> Vec<Column> {
    let mut columns: Vec<Filling> = Vec::new();
    for group in layer {
        for part in parts(sheet, &groups.all[*group].items, order) {
            let flowing = |cards: &[usize]| cards.iter().any(|at| sheet.items[*at].flows);
            let mut lanes = part.iter().filter(|(_, cards)| flowing(cards)).map(|(lane, _)| *lane);
            let span = lanes.next().map(|first| (first, lanes.next_back().unwrap_or(first)));
            // The line from what sets it off runs straight down, too.
            let set_off = part.iter().flat_map(|(_, cards)| cards).flat_map(|at| &set_off_by[*at]);
            let span = span.map(|(first, last)| {
                set_off
                    .fold((first, last), |(first, last), lane| (first.min(*lane), last.max(*lane)))
            });
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

/// The first place from `x` to the right where a column meets none of the cards that stay.
fn free_from(
    sheet: &Sheet,
    phase: usize,
    column: &Column,
    y: impl Fn(usize) -> i32,
    x: i32,
) -> i32 {
    let mut x = x;
    loop {
        let in_the_way = sheet.fixed.iter().find_map(|(item, at)| {
            if item.phase != phase {
                return None;
            }
            let (_, cards) = column.iter().find(|(lane, _)| *lane == item.lane)?;
            let folded = sheet.most_stacked(item.lane) == 1;
            let beside = folded
                || cards.iter().any(|card| {
                    let halves = i32::midpoint(sheet.items[*card].size.1, item.size.1);
                    (at.y - y(*card)).abs() < halves + GAP / 2
                });
            let near = (at.x - x).abs() < i32::midpoint(PITCH, item.size.0) - GAP;
            (beside && near).then_some(at.x)
        });
        let Some(other) = in_the_way else { return x };
        x = other.saturating_add(PITCH).max(x.saturating_add(1));
    }
}
