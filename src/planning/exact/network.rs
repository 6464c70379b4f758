//! Ways between two sides, with a best plan: what a unit forced into each costs, by shortest paths.
//!
//! What a plan can change is a graph: a way can carry more at its cost, one that carries something less at its
//! cost saved, and a side that is not at its limit gives or takes. A best plan has no cycle below 0 in it, and a
//! unit forced into a way costs that way and the shortest path back (Floyd 1962, Warshall 1962): a slope of the
//! problem, whatever basis the plan came from.

use super::number::Number;

/// Ways with what they carry in a best plan.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// Where each way begins, and where it ends.
    pub ways: Vec<(usize, usize)>,
    /// What a unit costs on each.
    pub costs: Vec<Number>,
    /// Whether each carries anything.
    pub carries: Vec<bool>,
    /// Whether each can carry more.
    pub can_more: Vec<bool>,
    /// Of each beginning: whether more, and whether less, may leave it.
    pub gives: Vec<(bool, bool)>,
    /// Of each end: whether more, and whether less, may arrive.
    pub takes: Vec<(bool, bool)>,
}

impl Network {
    /// What a unit forced into each way costs; nothing for a way where none can be. In the order of n³ for n
    /// beginnings and ends. No answer at all where costs are too long for it.
    #[must_use]
    pub fn forced(&self) -> Option<Vec<Option<Number>>> {
        let scale = Number::common_scale(&self.costs);
        let mut costs = Vec::with_capacity(self.costs.len());
        for cost in &self.costs {
            costs.push((cost * &scale).to_i64().filter(|cost| cost.abs() < FAR / 1_000)?);
        }
        let distances = self.distances(&costs)?;
        let back = |(way, cost): (&(usize, usize), &i64)| {
            let (from, to) = *way;
            let distance = *distances.get(self.gives.len() + to)?.get(from)?;
            let total = Number::whole(distance.checked_add(*cost)?);
            if distance >= FAR { None } else { total.over(&scale) }
        };
        let mut forced = Vec::with_capacity(costs.len());
        for ((way, cost), can_more) in self.ways.iter().zip(&costs).zip(&self.can_more) {
            forced.push(if *can_more { back((way, cost)) } else { None });
        }
        Some(forced)
    }

    /// The shortest way between any two places: beginnings, ends, and the outside, which is last.
    fn distances(&self, costs: &[i64]) -> Option<Vec<Vec<i64>>> {
        let (gives, takes) = (self.gives.len(), self.takes.len());
        let places = gives + takes + 1;
        let outside = places - 1;
        let mut distances = vec![vec![FAR; places]; places];
        let mut arc = |from: usize, to: usize, cost: i64| {
            let slot = distances.get_mut(from)?.get_mut(to)?;
            *slot = cost.min(*slot);
            Some(())
        };
        for (place, ((from, to), cost)) in self.ways.iter().zip(costs).enumerate() {
            if *self.can_more.get(place)? {
                arc(*from, gives + to, *cost)?;
            }
            if *self.carries.get(place)? {
                arc(gives + to, *from, -cost)?;
            }
        }
        for (place, (more, less)) in self.gives.iter().enumerate() {
            if *more {
                arc(outside, place, 0)?;
            }
            if *less {
                arc(place, outside, 0)?;
            }
        }
        for (place, (more, less)) in self.takes.iter().enumerate() {
            if *more {
                arc(gives + place, outside, 0)?;
            }
            if *less {
                arc(outside, gives + place, 0)?;
            }
        }
        for (place, line) in distances.iter_mut().enumerate() {
            if let Some(slot) = line.get_mut(place) {
                *slot = 0;
            }
        }
        for middle in 0..places {
            let through = distances.get(middle)?.clone();
            for line in &mut distances {
                let first = *line.get(middle)?;
                if first >= FAR {
                    continue;
                }
                for (slot, rest) in line.iter_mut().zip(&through) {
                    if *rest < FAR {
                        *slot = (*slot).min(first + rest);
                    }
                }
            }
        }
        Some(distances)
    }
}

/// No way there. A path has at most some hundred costs, each below a thousandth of it.
const FAR: i64 = 1 << 60;
