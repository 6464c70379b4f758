//! How wide the gutters between columns must be for the links that turn there.

use super::sheet::Sheet;

/// How many links turn side by side in a gutter of usual width.
const USUAL: i32 = 3;
/// What each further one takes, in sheet units.
const TRACK: i32 = 8;
/// How much wider a gutter becomes at most.
const MOST: i32 = 160;
/// What a gutter beside a decision has for words, and what they keep from its corner and from the
/// arrowhead.
const BESIDE_DECISION: i32 = 56;
const AROUND_WORDS: i32 = 20;

/// What each column needs to its right beyond the usual, in sheet units. `n log n` in ways.
pub(super) fn gutters(sheet: &Sheet, column: &[usize], rows: &[usize], count: usize) -> Vec<i32> {
    let mut ins = vec![0_u32; sheet.items.len()];
    let mut outs = vec![0_u32; sheet.items.len()];
    let on = |way: &&super::sheet::Way| !way.sets_off && column[way.from] < column[way.to];
    for way in sheet.ways.iter().filter(on) {
        ins[way.to] += 1;
        outs[way.from] += 1;
    }
    // (gutter, trunk, upper end, lower end): where it turns, in lanes and rows.
    let mut turns: Vec<(usize, (bool, usize), usize, usize)> = Vec::new();
    let height = |item: usize| sheet.items[item].lane * 1_000 + rows[item];
    for way in sheet.ways.iter().filter(on) {
        let (from, to) = (height(way.from), height(way.to));
        // What leaves a decision by its upper or lower corner turns below or above it.
        if from == to || sheet.items[way.from].decides && ins[way.to] < 2 {
            continue;
        }
        let (gutter, trunk) = match () {
            () if ins[way.to] > 1 => (column[way.to].saturating_sub(1), (true, way.to)),
            () if outs[way.from] > 1 => (column[way.from], (false, way.from)),
            () => (column[way.to].saturating_sub(1), (true, way.to)),
        };
        turns.push((gutter, trunk, from.min(to), from.max(to)));
    }
    turns.sort_unstable();
    let mut wider = vec![0; count];
    for of_gutter in turns.chunk_by(|a, b| a.0 == b.0) {
        let trunks: Vec<(usize, usize)> = of_gutter
            .chunk_by(|a, b| a.1 == b.1)
            .map(|trunk| {
                let upper = trunk.iter().map(|turn| turn.2).min().unwrap_or(0);
                let lower = trunk.iter().map(|turn| turn.3).max().unwrap_or(0);
                (upper, lower)
            })
            .collect();
        let beside = |at: usize| trunks.iter().filter(|(a, b)| *a <= at && at < *b).count();
        let most = trunks.iter().map(|(upper, _)| beside(*upper)).max().unwrap_or(0);
        let most = i32::try_from(most).unwrap_or(i32::MAX);
        if let (Some(first), true) = (of_gutter.first(), most > USUAL)
            && let Some(wider) = wider.get_mut(first.0)
        {
            *wider = ((most - USUAL).saturating_mul(TRACK)).min(MOST);
        }
    }
    // Words on a way straight on from a decision stand in the gutter.
    for way in sheet.ways.iter().filter(on) {
        let straight = height(way.from) == height(way.to) && sheet.items[way.from].decides;
        if straight && let Some(wider) = wider.get_mut(column[way.from]) {
            let needed = way.words + AROUND_WORDS - BESIDE_DECISION;
            *wider = (*wider).max(needed.min(MOST));
        }
    }
    wider
}
