//! All plans of two amounts, as a polygon.

use std::cmp::Ordering;

use super::number::Number;
use super::programme::{Programme, Sense};

/// A point, or a direction.
pub type Pair = [Number; 2];

/// The plans of the first two columns of a programme, whole or not; further columns are taken as 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Region {
    /// Corners anticlockwise: from the lowest, of those the leftmost, which is the origin where that is a
    /// plan; where there is no end to the region, from the first corner on the way back from there. None:
    /// there is no plan.
    pub corners: Vec<Pair>,
    /// Where there is no end: which way it goes on from the first corner, and from the last.
    pub rays: Option<(Pair, Pair)>,
}

/// A side on which plans lie: x · normal ≤ most.
struct Side {
    normal: Pair,
    most: Number,
}

impl Side {
    /// Along its edge with the plans to the left.
    fn way(&self) -> Pair {
        let [x, y] = &self.normal;
        [-y, x.clone()]
    }

    fn excess(&self, point: &Pair) -> Number {
        &dot(&self.normal, point) - &self.most
    }
}

fn dot([a, b]: &Pair, [c, d]: &Pair) -> Number {
    &(a * c) + &(b * d)
}

fn cross([a, b]: &Pair, [c, d]: &Pair) -> Number {
    &(a * d) - &(b * c)
}

impl Region {
    /// The region of a programme; with n limits in the order of n³ comparisons at most.
    #[must_use]
    pub fn of(programme: &Programme) -> Self {
        let Some(sides) = sides(programme) else { return Self::default() };
        let corners = corners(&sides);
        let mut next = vec![None; corners.len()];
        let (mut enters, mut leaves) = (None, None);
        for side in &sides {
            let way = side.way();
            let on = (0..corners.len()).filter(|at| side.excess(&corners[*at]).is_zero());
            let mut on: Vec<usize> = on.collect();
            on.sort_by(|one, other| dot(&way, &corners[*one]).cmp(&dot(&way, &corners[*other])));
            let (Some(first), Some(last)) = (on.first().copied(), on.last().copied()) else {
                continue;
            };
            if first != last {
                next[first] = Some(last);
            }
            let goes_on =
                |way: &Pair| sides.iter().all(|side| !dot(&side.normal, way).is_positive());
            if goes_on(&way) {
                leaves = Some((last, way.clone()));
            }
            let back = [-&way[0], -&way[1]];
            if goes_on(&back) {
                enters = Some((first, back));
            }
        }
        let lowest = (0..corners.len()).min_by(|one, other| {
            let ([x, y], [u, v]) = (&corners[*one], &corners[*other]);
            y.cmp(v).then(x.cmp(u))
        });
        let start = enters.as_ref().map(|(corner, _)| *corner).or(lowest);
        let mut order = Vec::with_capacity(corners.len());
        let mut at = start;
        while let Some(corner) = at.filter(|corner| !order.contains(corner)) {
            order.push(corner);
            at = next[corner];
        }
        let rays = match (enters, leaves) {
            (Some((_, from)), Some((_, to))) => Some((from, to)),
            _ => None,
        };
        Self { corners: order.iter().map(|at| corners[*at].clone()).collect(), rays }
    }
}

/// The sides of all limits and bounds; nothing where one can hold nowhere.
fn sides(programme: &Programme) -> Option<Vec<Side>> {
    let mut sides: Vec<Side> = Vec::new();
    let mut add = |normal: Pair, most: Number| {
        if normal.iter().all(Number::is_zero) {
            return !most.is_negative();
        }
        sides.push(Side { normal, most });
        true
    };
    let unit = |axis: usize, value: i64| {
        let mut unit = [Number::zero(), Number::zero()];
        if let Some(slot) = unit.get_mut(axis) {
            *slot = Number::whole(value);
        }
        unit
    };
    for (axis, column) in programme.columns.iter().take(2).enumerate() {
        add(unit(axis, -1), -&column.least);
        if let Some(most) = &column.most {
            add(unit(axis, 1), most.clone());
        }
    }
    for row in &programme.rows {
        let mut normal = [Number::zero(), Number::zero()];
        for (column, uses) in &row.terms {
            if let Some(slot) = normal.get_mut(*column) {
                *slot += uses;
            }
        }
        let [x, y] = &normal;
        let turned = [-x, -y];
        let holds = match row.sense {
            Sense::AtMost => add(normal, row.amount.clone()),
            Sense::AtLeast => add(turned, -&row.amount),
            Sense::Exactly => add(turned, -&row.amount) && add(normal, row.amount.clone()),
        };
        if !holds {
            return None;
        }
    }
    Some(sides)
}

/// Where two edges meet and all sides hold.
fn corners(sides: &[Side]) -> Vec<Pair> {
    let mut corners: Vec<Pair> = Vec::new();
    for (place, one) in sides.iter().enumerate() {
        for other in sides.iter().skip(place + 1) {
            let across = cross(&one.normal, &other.normal);
            // Cramer's rule.
            let part = |axis: usize| {
                let (own, its) = (one.normal.get(axis)?, other.normal.get(axis)?);
                Some(&(&one.most * its) - &(&other.most * own))
            };
            let x = part(1).and_then(|part| part.over(&across));
            let y = part(0).and_then(|part| (-part).over(&across));
            let (Some(x), Some(y)) = (x, y) else { continue };
            let corner = [x, y];
            let holds = |side: &Side| side.excess(&corner).sign() != Ordering::Greater;
            if sides.iter().all(holds) && !corners.contains(&corner) {
                corners.push(corner);
            }
        }
    }
    corners
}
