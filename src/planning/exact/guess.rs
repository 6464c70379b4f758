//! A basis that is probably the best: the bounded simplex in floating-point numbers. Only a proposal, from
//! which the exact method goes on; a wrong one costs time, nothing else.

use num_traits::ToPrimitive;

use super::scaled::Scaled;

/// What counts as nothing.
const DUST: f64 = 1e-9;

/// Which variables are basic, and which others stand at their most.
pub(super) struct Guess {
    pub(super) basic: Vec<usize>,
    pub(super) at_most: Vec<usize>,
}

struct Floating {
    columns: usize,
    entries: Vec<Vec<f64>>,
    costs: Vec<f64>,
    basic: Vec<usize>,
    outside: Vec<usize>,
    at_most: Vec<bool>,
    bounds: Vec<(f64, f64)>,
    values: Vec<f64>,
}

/// Guesses; nothing where numbers are too long or it takes too many pivots.
pub(super) fn guess(scaled: &Scaled) -> Option<Guess> {
    let mut floating = Floating::new(scaled)?;
    let most = 20 * (floating.columns + floating.basic.len() + 5);
    for _ in 0..most {
        if !floating.step() {
            let at_most = floating.outside.iter().copied();
            let at_most = at_most.filter(|variable| floating.at_most[*variable]).collect();
            return Some(Guess { basic: floating.basic, at_most });
        }
    }
    None
}

impl Floating {
    fn new(scaled: &Scaled) -> Option<Self> {
        let (rows, columns) = (scaled.rows.len(), scaled.columns());
        let finite = |value: f64| value.is_finite().then_some(value);
        let unit = finite(scaled.amount_scale.to_f64()?)?;
        let mut entries = Vec::with_capacity(rows);
        let mut values = Vec::with_capacity(rows);
        for (terms, amount) in scaled.rows.iter().zip(&scaled.amounts) {
            let mut line = vec![0.0; columns];
            for (column, uses) in terms {
                line[*column] += finite(uses.to_f64()?)?;
            }
            let largest = line.iter().fold(0.0, |largest: f64, uses| largest.max(uses.abs()));
            let largest = if largest > 0.0 { largest } else { 1.0 };
            for uses in &mut line {
                *uses /= largest;
            }
            values.push(finite(amount.to_f64()?)? / unit / largest);
            entries.push(line);
        }
        let mut costs = Vec::with_capacity(columns);
        for cost in &scaled.costs {
            costs.push(finite(cost.to_f64()?)?);
        }
        let largest = costs.iter().fold(0.0, |largest: f64, cost| largest.max(cost.abs()));
        if largest > 0.0 {
            for cost in &mut costs {
                *cost /= largest;
            }
        }
        let mut bounds = Vec::with_capacity(columns + rows);
        for (least, most) in &scaled.bounds {
            let end = |bound: &Option<num_bigint::BigInt>, none: f64| match bound {
                Some(bound) => bound.to_f64().and_then(finite).map(|bound| bound / unit),
                None => Some(none),
            };
            bounds.push((end(least, f64::NEG_INFINITY)?, end(most, f64::INFINITY)?));
        }
        let mut floating = Self {
            columns,
            entries,
            costs,
            basic: (columns..columns + rows).collect(),
            outside: (0..columns).collect(),
            at_most: vec![false; columns + rows],
            bounds,
            values,
        };
        for column in 0..columns {
            let stand = floating.stand(column);
            if stand != 0.0 {
                for (value, line) in floating.values.iter_mut().zip(&floating.entries) {
                    *value -= line[column] * stand;
                }
            }
        }
        Some(floating)
    }

    fn stand(&self, column: usize) -> f64 {
        let variable = self.outside[column];
        let (least, most) = self.bounds[variable];
        if self.at_most[variable] { most } else { least }
    }

    fn dust(value: f64) -> f64 {
        DUST * value.abs().max(1.0)
    }

    /// One pivot; whether there was one to do.
    fn step(&mut self) -> bool {
        let mut phase_one = vec![0.0; self.columns];
        let mut strays = vec![None; self.basic.len()];
        let mut is_feasible = true;
        for (row, value) in self.values.iter().enumerate() {
            let (least, most) = self.bounds[self.basic[row]];
            let sign = if *value < least - Self::dust(least) {
                1.0
            } else if *value > most + Self::dust(most) {
                -1.0
            } else {
                continue;
            };
            is_feasible = false;
            strays[row] = Some(sign < 0.0);
            for (cost, entry) in phase_one.iter_mut().zip(&self.entries[row]) {
                *cost += sign * entry;
            }
        }
        let costs = if is_feasible { &self.costs } else { &phase_one };
        let mut entering = None;
        let mut best = DUST;
        for (column, cost) in costs.iter().enumerate() {
            let variable = self.outside[column];
            let (least, most) = self.bounds[variable];
            let gain = if self.at_most[variable] { *cost } else { -*cost };
            if gain > best && least < most {
                best = gain;
                entering = Some(column);
            }
        }
        let Some(column) = entering else { return false };
        let down = self.at_most[self.outside[column]];
        let (least, most) = self.bounds[self.outside[column]];
        let mut way = most - least;
        let mut block = None;
        for (row, line) in self.entries.iter().enumerate() {
            let entry = line[column];
            if entry.abs() < DUST {
                continue;
            }
            let falls = (entry > 0.0) != down;
            let (least, most) = self.bounds[self.basic[row]];
            let value = self.values[row];
            let (to_most, room) = match strays[row] {
                None => (!falls, if falls { value - least } else { most - value }),
                Some(above) if above == falls => {
                    (above, if above { value - most } else { least - value })
                }
                Some(_) => continue,
            };
            let step = room.max(0.0) / entry.abs();
            let is_safer = |(row, _): (usize, bool)| {
                let other: f64 = self.entries[row][column];
                entry.abs() > other.abs()
            };
            if step < way - DUST || (step <= way + DUST && block.is_some_and(is_safer)) {
                way = step.min(way);
                block = Some((row, to_most));
            }
        }
        match block {
            Some((row, to_most)) => {
                self.pivot(row, column, to_most, if down { -way } else { way });
                true
            }
            None if way.is_finite() => {
                let variable = self.outside[column];
                let step = if down { -way } else { way };
                self.at_most[variable] = !down;
                for (value, line) in self.values.iter_mut().zip(&self.entries) {
                    *value -= line[column] * step;
                }
                true
            }
            None => false,
        }
    }

    fn pivot(&mut self, row: usize, column: usize, to_most: bool, step: f64) {
        let stand = self.stand(column);
        for (value, line) in self.values.iter_mut().zip(&self.entries) {
            *value -= line[column] * step;
        }
        self.values[row] = stand + step;
        let mut top = std::mem::take(&mut self.entries[row]);
        let inverse = 1.0 / top[column];
        top[column] = 1.0;
        for entry in &mut top {
            *entry *= inverse;
        }
        let lines = self.entries.iter_mut().filter(|line| !line.is_empty());
        for line in lines.chain(std::iter::once(&mut self.costs)) {
            let factor = line[column];
            if factor != 0.0 {
                line[column] = 0.0;
                for (entry, top) in line.iter_mut().zip(&top) {
                    *entry -= factor * top;
                }
            }
        }
        self.entries[row] = top;
        std::mem::swap(&mut self.basic[row], &mut self.outside[column]);
        self.at_most[self.outside[column]] = to_most;
    }
}
