//! The rows of a lane: cards that follow each other stand in one row, the main way in the straightest
//! one, and what runs beside it above or below.

use std::collections::BTreeMap;

use super::flow::Flow;
use super::groups::Groups;
use super::sheet::{MOST_STACKED, Sheet};

/// Rows are tried in this order around the main one.
const TRIED: [i32; 7] = [0, 1, -1, 2, -2, 3, -3];
/// What it costs to stand off the main row; to bar a line between parts of a moment; to stand where
/// another's way leads through; to be led past a card; a bend.
const OFF_ROW: f64 = 3.0;
const BARRED: f64 = 12.0;
const IN_THE_WAY: f64 = 6.0;
const BEND: f64 = 1.0;
const TOWARDS: f64 = 0.5;
/// How much a line to evidence or a note matters beside one between steps.
const ASSOCIATED: f64 = 0.4;
/// Over how many cards of its lane a way may be led straight.
const MOST_BETWEEN: usize = 4;
/// Over how many columns a row is kept free for a way.
const MOST_RUN: usize = 32;

/// Cards of a lane that stand in one row.
struct Chain {
    items: Vec<usize>,
    /// Columns through which its ways in and out run in its row, and how many take them.
    runs: Vec<(usize, usize, f64)>,
    weight: f64,
    remaining: usize,
}

/// What a lane holds so far.
#[derive(Default)]
struct Filled {
    /// By column: the cards there, with their rows.
    cards: BTreeMap<usize, Vec<(usize, i32)>>,
    /// By column: the rows in which ways run there, and how many take them.
    runs: BTreeMap<usize, Vec<(i32, f64)>>,
    /// By row: the columns of the first and last card of each chain. No two overlap.
    chains: BTreeMap<i32, BTreeMap<usize, usize>>,
}

/// The row of each card, counted from the top of its lane; `column` says in which column each
/// stands. `n log n` in cards and ways, beside the cards that share a lane and a column.
pub(super) fn rows(sheet: &Sheet, groups: &Groups, flow: &Flow, column: &[usize]) -> Vec<usize> {
    let neighbours = Neighbours::of(sheet, column);
    let mut of_lane: Vec<Vec<usize>> = vec![Vec::new(); sheet.lanes.len()];
    for (at, item) in sheet.items.iter().enumerate() {
        of_lane[item.lane].push(at);
    }
    let mut next: Vec<Option<usize>> = vec![None; sheet.items.len()];
    chain(sheet, groups, flow, column, &of_lane, &mut next);
    let mut row = vec![0_i32; sheet.items.len()];
    let mut placed = vec![false; sheet.items.len()];
    // Lanes through which most come are laid out first: the others follow them.
    let mut chains: Vec<Chain> = Vec::new();
    let mut has_before = vec![false; sheet.items.len()];
    for to in next.iter().flatten() {
        has_before[*to] = true;
    }
    for first in (0..sheet.items.len()).filter(|at| !has_before[*at]) {
        let mut items = vec![first];
        while let Some(after) = items.last().and_then(|last| next[*last]) {
            items.push(after);
        }
        chains.push(Chain::of(sheet, groups, flow, column, &neighbours, items));
    }
    chains.sort_by(|a, b| {
        b.weight
            .total_cmp(&a.weight)
            .then(b.remaining.cmp(&a.remaining))
            .then(b.items.len().cmp(&a.items.len()))
            .then_with(|| sheet.items[a.items[0]].step.cmp(&sheet.items[b.items[0]].step))
    });
    let mut filled: Vec<Filled> = sheet.lanes.iter().map(|_| Filled::default()).collect();
    let mut waiting: Vec<Chain> = chains.into_iter().rev().collect();
    while let Some(chain) = waiting.pop() {
        let lane = sheet.items[chain.items[0]].lane;
        let tried = if sheet.most_stacked(lane) == 1 { &TRIED[..1] } else { &TRIED[..] };
        let best = tried
            .iter()
            .filter(|row| filled[lane].takes(&chain, **row, column))
            .map(|at| {
                (cost(sheet, column, &neighbours, &filled[lane], &chain, *at, (&row, &placed)), *at)
            })
            .min_by(|a, b| a.0.total_cmp(&b.0));
        let Some((_, at)) = best else {
            if chain.items.len() > 1 {
                // No row has room for all of it: each for itself.
                for item in chain.items.into_iter().rev() {
                    waiting.push(Chain::of(sheet, groups, flow, column, &neighbours, vec![item]));
                }
                continue;
            }
            continue;
        };
        for item in &chain.items {
            row[*item] = at;
            placed[*item] = true;
            filled[lane].cards.entry(column[*item]).or_default().push((*item, at));
        }
        for (from, to, many) in &chain.runs {
            for column in *from..*to {
                filled[lane].runs.entry(column).or_default().push((at, *many));
            }
        }
        let (first, last) = chain.reach(column);
        filled[lane].chains.entry(at).or_default().insert(first, last);
    }
    counted_from_the_top(&of_lane, &row)
}

fn counted_from_the_top(of_lane: &[Vec<usize>], row: &[i32]) -> Vec<usize> {
    let mut counted = vec![0; row.len()];
    for items in of_lane {
        let mut used: Vec<i32> = items.iter().map(|item| row[*item]).collect();
        used.sort_unstable();
        used.dedup();
        for item in items {
            counted[*item] = used.partition_point(|used| *used < row[*item]);
        }
    }
    counted
}

/// Joins cards that follow each other in a lane, the ways that most take first.
fn chain(
    sheet: &Sheet,
    groups: &Groups,
    flow: &Flow,
    column: &[usize],
    of_lane: &[Vec<usize>],
    next: &mut [Option<usize>],
) {
    // By lane: the columns where cards stand, with how many come there.
    let stands: Vec<Vec<(usize, f64)>> = of_lane
        .iter()
        .map(|items| {
            let seen = |item: &usize| {
                let flows = sheet.items[*item].flows;
                (column[*item], if flows { flow.visits[groups.of[*item]] } else { 0.0 })
            };
            let mut columns: Vec<(usize, f64)> = items.iter().map(seen).collect();
            columns.sort_by_key(|(column, _)| *column);
            columns
        })
        .collect();
    let mut straight: Vec<usize> = (0..sheet.ways.len())
        .filter(|number| {
            let way = &sheet.ways[*number];
            let (a, b) = (&sheet.items[way.from], &sheet.items[way.to]);
            let (from, to) = (column[way.from], column[way.to]);
            // What stands between gives way to it only if no more come there.
            let gives_way = |other: &&(usize, f64)| other.1 <= flow.ways[*number] + 1e-9;
            !way.sets_off && a.lane == b.lane && from < to && {
                let stands = &stands[a.lane];
                let between = stands.partition_point(|it| it.0 <= from);
                let beyond = stands.partition_point(|it| it.0 < to);
                beyond.saturating_sub(between) <= MOST_BETWEEN
                    && stands.get(between..beyond).into_iter().flatten().all(|it| gives_way(&it))
            }
        })
        .collect();
    straight.sort_by(|a, b| {
        let (one, other) = (&sheet.ways[*a], &sheet.ways[*b]);
        let remaining = |to: usize| flow.remaining[groups.of[to]];
        flow.ways[*b]
            .total_cmp(&flow.ways[*a])
            .then(remaining(other.to).cmp(&remaining(one.to)))
            .then_with(|| {
                let key =
                    |it: &super::sheet::Way| (sheet.items[it.from].step, sheet.items[it.to].step);
                key(one).cmp(&key(other))
            })
    });
    let mut led_to = vec![false; sheet.items.len()];
    for way in straight {
        let way = &sheet.ways[way];
        if next[way.from].is_none() && !led_to[way.to] {
            next[way.from] = Some(way.to);
            led_to[way.to] = true;
        }
    }
}

/// What each card is linked to.
struct Neighbours {
    before: Vec<Vec<usize>>,
    after: Vec<Vec<usize>>,
    /// The ways from and to it.
    ways: Vec<Vec<usize>>,
    /// How much it matters that a line leads straight up or down from the card to another lane.
    upwards: Vec<f64>,
    downwards: Vec<f64>,
}

impl Neighbours {
    fn of(sheet: &Sheet, column: &[usize]) -> Self {
        let count = sheet.items.len();
        let mut all = Self {
            before: vec![Vec::new(); count],
            after: vec![Vec::new(); count],
            ways: vec![Vec::new(); count],
            upwards: vec![0.0; count],
            downwards: vec![0.0; count],
        };
        for (number, way) in sheet.ways.iter().enumerate() {
            if column[way.from] < column[way.to] {
                all.after[way.from].push(way.to);
                all.before[way.to].push(way.from);
                all.ways[way.from].push(number);
                all.ways[way.to].push(number);
            }
        }
        let upright = sheet.pairs.iter().copied();
        let set_off = sheet.ways.iter().filter(|way| way.sets_off).map(|way| (way.from, way.to));
        for (a, b) in upright.chain(set_off).filter(|(a, b)| column[*a] == column[*b]) {
            let (one, other) = (sheet.items[a].lane, sheet.items[b].lane);
            let (upper, lower) = if one < other { (a, b) } else { (b, a) };
            if one != other {
                let flows = sheet.items[a].flows && sheet.items[b].flows;
                let weight = if flows { 1.0 } else { ASSOCIATED };
                all.downwards[upper] += weight;
                all.upwards[lower] += weight;
            }
        }
        all
    }
}

impl Chain {
    fn of(
        sheet: &Sheet,
        groups: &Groups,
        flow: &Flow,
        column: &[usize],
        neighbours: &Neighbours,
        items: Vec<usize>,
    ) -> Self {
        let mut runs = Vec::new();
        if let (Some(first), Some(last)) = (items.first(), items.last()) {
            let many = |ways: &[usize], other: usize| {
                let of = |way: &&usize| {
                    let it = &sheet.ways[**way];
                    it.from == other || it.to == other
                };
                ways.iter().find(of).map_or(0.0, |way| flow.ways[*way])
            };
            // Where several part, each runs on in its own row; where several meet, up to the last.
            let parts = |from: &&usize| neighbours.after[**from].len() > 1;
            let from = neighbours.before[*first].iter().filter(parts);
            if let Some(from) = from.min_by_key(|from| column[**from])
                && column[*from] + 1 < column[*first]
            {
                let many = many(&neighbours.ways[*first], *from);
                let begin = (column[*from] + 1).max(column[*first].saturating_sub(MOST_RUN));
                runs.push((begin, column[*first], many));
            }
            // What leaves a decision turns at its corner, unless it goes on in its lane.
            let turns = |to: &usize| {
                sheet.items[*last].decides && sheet.items[*to].lane != sheet.items[*last].lane
            };
            let meets = |to: &&usize| neighbours.before[**to].len() > 1 && !turns(to);
            let to = neighbours.after[*last].iter().filter(meets);
            if let Some(to) = to.max_by_key(|to| column[**to])
                && column[*to] > column[*last] + 1
            {
                let many = many(&neighbours.ways[*last], *to);
                let end = column[*to].min(column[*last] + MOST_RUN);
                runs.push((column[*last] + 1, end, many));
            }
        }
        let flows = items.iter().filter(|item| sheet.items[**item].flows);
        let weight = flows.map(|item| flow.visits[groups.of[*item]]).fold(0.0, f64::max);
        let remaining = items.iter().map(|item| flow.remaining[groups.of[*item]]).max();
        Self { runs, weight, remaining: remaining.unwrap_or(0), items }
    }
}

impl Chain {
    /// The columns of its first and last card.
    fn reach(&self, column: &[usize]) -> (usize, usize) {
        let ends = self.items.first().zip(self.items.last());
        ends.map_or((0, 0), |(first, last)| (column[*first], column[*last]))
    }
}

impl Filled {
    /// Whether nothing stands in a row between a chain's first card and its last.
    fn takes(&self, chain: &Chain, row: i32, column: &[usize]) -> bool {
        let (first, last) = chain.reach(column);
        let before = self.chains.get(&row).and_then(|it| it.range(..=last).next_back());
        before.is_none_or(|(_, to)| *to < first)
    }
}

fn cost(
    sheet: &Sheet,
    column: &[usize],
    neighbours: &Neighbours,
    filled: &Filled,
    chain: &Chain,
    at: i32,
    (row, placed): (&[i32], &[bool]),
) -> f64 {
    let mut cost = OFF_ROW * f64::from(at.abs());
    for item in &chain.items {
        let own = &sheet.items[*item];
        for (other, there) in filled.cards.get(&column[*item]).into_iter().flatten() {
            let (upper, lower) = if *there < at { (*other, *item) } else { (*item, *other) };
            cost += BARRED * (neighbours.downwards[upper] + neighbours.upwards[lower]);
        }
        let here = filled.runs.get(&column[*item]).into_iter().flatten();
        let crossed = here.filter(|(run, _)| *run == at);
        cost += IN_THE_WAY * crossed.map(|(_, many)| many).sum::<f64>();
        for other in neighbours.before[*item].iter().chain(&neighbours.after[*item]) {
            let lane = sheet.items[*other].lane;
            cost += match () {
                () if lane < own.lane => TOWARDS * f64::from(at),
                () if lane > own.lane => -TOWARDS * f64::from(at),
                () if placed[*other] => BEND * f64::from((row[*other] - at).abs()),
                () => 0.0,
            };
        }
    }
    for (from, to, many) in &chain.runs {
        let met = filled.cards.range(from..to).flat_map(|(_, cards)| cards);
        cost += IN_THE_WAY * many * met.filter(|(_, there)| *there == at).count() as f64;
    }
    cost
}

/// Rows beyond those that a column can hold are never needed.
const _: () = assert!(TRIED.len() >= MOST_STACKED);
