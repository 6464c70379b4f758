//! How many come along each way, and how far it still is from a step to the end: what tells the main
//! way from the others.

use super::super::layering::{LayerEdge, Layers};
use super::groups::Groups;
use super::sheet::Sheet;

/// How much of the flow each way and each group carries.
pub(super) struct Flow {
    /// For each way how many take it, of those who come in.
    pub(super) ways: Vec<f64>,
    /// For each group how many come to it.
    pub(super) visits: Vec<f64>,
    /// For each group the number of groups on the longest way on from it.
    pub(super) remaining: Vec<usize>,
}

impl Flow {
    /// Follows the flow from where it comes in. Rework counts for nothing, and where a decision says
    /// nothing of its ways they are alike. Linear in cards and ways.
    pub(super) fn of(sheet: &Sheet, groups: &Groups) -> Self {
        let count = groups.all.len();
        let edges: Vec<LayerEdge> = sheet
            .ways
            .iter()
            .map(|way| LayerEdge { from: groups.of[way.from], to: groups.of[way.to], span: 1 })
            .collect();
        let mut entered = vec![false; count];
        for (at, is_entered) in sheet.entered.iter().enumerate() {
            entered[groups.of[at]] |= is_entered;
        }
        let first: Vec<usize> = (0..count).filter(|group| entered[*group]).collect();
        let layers = Layers::of(count, &edges, &first);
        let onwards = |way: usize| {
            let edge = &edges[way];
            layers.depth[edge.from] < layers.depth[edge.to]
        };
        let mut outs: Vec<Vec<usize>> = vec![Vec::new(); count];
        let mut led_to = vec![false; count];
        for way in (0..edges.len()).filter(|way| onwards(*way)) {
            outs[edges[way].from].push(way);
            led_to[edges[way].to] = true;
        }
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|group| (layers.depth[*group], *group));
        let mut visits: Vec<f64> =
            led_to.iter().map(|led_to| if *led_to { 0.0 } else { 1.0 }).collect();
        let mut ways = vec![0.0; edges.len()];
        for group in &order {
            let alike = outs[*group].iter().filter(|way| !sheet.ways[**way].sets_off).count();
            for way in &outs[*group] {
                let it = &sheet.ways[*way];
                let part = match () {
                    // What is set off is not on anybody's way.
                    () if it.sets_off => 0.25,
                    () if sheet.items[it.from].decides => {
                        it.share.unwrap_or(1.0 / alike.max(1) as f64)
                    }
                    () => 1.0,
                };
                ways[*way] = visits[*group] * part;
                let to = edges[*way].to;
                visits[to] = (visits[to] + ways[*way]).min(1.0);
            }
        }
        let mut remaining = vec![0; count];
        for group in order.iter().rev() {
            let farthest = outs[*group].iter().map(|way| remaining[edges[*way].to] + 1).max();
            remaining[*group] = farthest.unwrap_or(0);
        }
        Self { ways, visits, remaining }
    }
}
