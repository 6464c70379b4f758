//! Which cards share a column, and in which layer of its phase each such group stands.

use petgraph::unionfind::UnionFind;

use super::super::layering::{LayerEdge, Layers};
use super::sheet::{Order, Sheet, Way};

/// The cards that share a column.
pub(super) struct Group {
    /// Positions of the cards, in document order.
    pub(super) items: Vec<usize>,
    /// The phase of all of them.
    pub(super) phase: usize,
    /// How far along the flow it stands in its phase.
    pub(super) layer: usize,
}

/// All groups, in the order of their first cards.
pub(super) struct Groups {
    pub(super) all: Vec<Group>,
    /// The group of each card.
    pub(super) of: Vec<usize>,
}

impl Groups {
    pub(super) fn of(sheet: &Sheet, order: &Order) -> Self {
        let group_of = grouped(sheet, order);
        let count = group_of.iter().max().map_or(0, |last| last + 1);
        let mut groups: Vec<Group> =
            (0..count).map(|_| Group { items: Vec::new(), phase: 0, layer: 0 }).collect();
        for (at, (group, item)) in group_of.iter().zip(&sheet.items).enumerate() {
            groups[*group].items.push(at);
            groups[*group].phase = item.phase;
        }
        let mut all = Self { all: groups, of: Vec::new() };
        let linked = all.layer(sheet, &group_of);
        all.layer_loose(sheet, order, &linked);
        all.of = group_of;
        all
    }

    /// Layers what the flow reaches; answers for each group whether it does.
    fn layer(&mut self, sheet: &Sheet, group_of: &[usize]) -> Vec<bool> {
        let count = self.all.len();
        let (mut linked, mut entered, mut led_to) =
            (vec![false; count], vec![false; count], vec![false; count]);
        for (at, entered_from_outside) in sheet.entered.iter().enumerate() {
            linked[group_of[at]] |= entered_from_outside;
            entered[group_of[at]] |= entered_from_outside;
        }
        let mut edges = Vec::with_capacity(sheet.ways.len());
        for &Way { from, to, sets_off, .. } in &sheet.ways {
            let (a, b) = (&sheet.items[from], &sheet.items[to]);
            let (from, to) = (group_of[from], group_of[to]);
            linked[from] = true;
            linked[to] = true;
            entered[to] |= a.phase < b.phase;
            if a.phase == b.phase && from != to {
                led_to[to] = true;
                // What is set off may stand right below what sets it off.
                let span = usize::from(!sets_off || a.lane == b.lane);
                edges.push(LayerEdge { from, to, span });
            }
        }
        let first: Vec<usize> = (0..count).filter(|group| entered[*group]).collect();
        let layers = Layers::of(count, &edges, &first);
        for (at, group) in self.all.iter_mut().enumerate() {
            group.layer = layers.depth[at];
            // What nothing leads to stands right before what it leads to.
            if !entered[at] && !led_to[at] {
                let before = |(to, span): &(usize, usize)| layers.depth[*to].saturating_sub(*span);
                let latest = layers.forwards[at].iter().map(before).min();
                group.layer = latest.unwrap_or(group.layer);
            }
        }
        linked
    }

    /// What no way leads to or from stands behind the flow of its lanes, in the order in which it
    /// stood.
    fn layer_loose(&mut self, sheet: &Sheet, order: &Order, linked: &[bool]) {
        let mut next = vec![vec![0_usize; sheet.lanes.len()]; sheet.phases.len()];
        let mut fill = |group: &mut Group, loose: bool| {
            let lanes = || group.items.iter().map(|at| sheet.items[*at].lane);
            let free = &mut next[group.phase];
            if loose {
                group.layer = lanes().map(|lane| free[lane]).max().unwrap_or(0);
            }
            for lane in lanes() {
                free[lane] = free[lane].max(group.layer + 1);
            }
        };
        let mut loose: Vec<(i32, usize)> = Vec::new();
        for (at, group) in self.all.iter_mut().enumerate() {
            if linked[at] {
                fill(group, false);
            } else {
                let left = group.items.iter().map(|item| order.at[*item].x).min();
                loose.push((left.unwrap_or(0), at));
            }
        }
        loose.sort_unstable();
        for (_, at) in loose {
            fill(&mut self.all[at], true);
        }
    }
}

/// For each card the number of its group, counted in the order of their first cards.
fn grouped(sheet: &Sheet, order: &Order) -> Vec<usize> {
    let mut moments = UnionFind::<usize>::new(sheet.items.len());
    let mut stands = vec![false; sheet.items.len()];
    for &(a, b) in &sheet.pairs {
        moments.union(a, b);
        stands[a] = true;
        stands[b] = true;
    }
    // The flow's cards of each phase from left to right, topmost first.
    let mut anchors: Vec<Vec<(i32, usize, usize)>> = vec![Vec::new(); sheet.phases.len()];
    for (at, item) in sheet.items.iter().enumerate().filter(|(_, item)| item.flows) {
        anchors[item.phase].push((order.at[at].x, item.lane, at));
    }
    for anchors in &mut anchors {
        anchors.sort_unstable();
        // Of those one below another the topmost.
        anchors.dedup_by_key(|(x, ..)| *x);
    }
    for (at, item) in sheet.items.iter().enumerate() {
        if item.flows || stands[at] {
            continue;
        }
        // The last step that begins left of the card's right edge, else the first of all.
        let reach = order.at[at].x.saturating_add(item.size.0 / 2);
        let anchors = &anchors[item.phase];
        let behind = anchors.partition_point(|(x, ..)| *x <= reach);
        if let Some((_, _, anchor)) = anchors.get(behind.saturating_sub(1)) {
            moments.union(at, *anchor);
        }
    }
    let mut numbers = vec![usize::MAX; sheet.items.len()];
    let mut count = 0;
    moments
        .into_labeling()
        .into_iter()
        .map(|label| {
            if numbers[label] == usize::MAX {
                numbers[label] = count;
                count += 1;
            }
            numbers[label]
        })
        .collect()
}
