//! Why there is no plan: limits that cannot hold together, and what amount of one would repair it.

use super::branching::{Search, Verdict};
use super::number::Number;
use super::programme::{Column, Programme, Row, Sense};
use super::solved::{Solved, Standing};

/// Nodes for a question about whole amounts.
const NODES: u32 = 3_000;

/// A minimal set of groups of rows that cannot hold together, by the deletion filter (Chinneck & Dravnieks
/// 1991): each group in its order is left out for good where the others still cannot hold. Bounds of columns
/// and rows of no group always hold; where these alone cannot, the answer is empty. For whole amounts a
/// question that a few thousand nodes do not decide keeps its group. Stops early, with what is left, where
/// nobody wants it any more.
#[must_use]
pub fn conflict(
    programme: &Programme,
    groups: &[Vec<usize>],
    cancelled: &dyn Fn() -> bool,
) -> Vec<usize> {
    let mut is_held = vec![true; programme.rows.len()];
    let mut kept: Vec<usize> = (0..groups.len()).collect();
    // Rows that were found unable to hold together: without any other it is the same.
    let mut blamed: Option<Vec<usize>> = match can_hold(programme) {
        Holding::Not(rows) => rows,
        Holding::Does | Holding::Unknown => None,
    };
    let mut place = 0;
    while let Some(group) = kept.get(place).copied() {
        if cancelled() {
            break;
        }
        let rows = groups.get(group).map_or(&[][..], Vec::as_slice);
        let is_blamed =
            blamed.as_ref().is_none_or(|blamed| rows.iter().any(|row| blamed.contains(row)));
        let mut still = false;
        if is_blamed {
            hold(&mut is_held, rows, false);
            // The places of what is left among all.
            let places: Vec<usize> = (0..is_held.len()).filter(|row| is_held[*row]).collect();
            if let Holding::Not(told) = can_hold(&part(programme, &|row| is_held[row])) {
                blamed = told
                    .map(|rows| rows.iter().filter_map(|row| places.get(*row)).copied().collect());
                still = true;
            } else {
                hold(&mut is_held, rows, true);
            }
        } else {
            hold(&mut is_held, rows, false);
            still = true;
        }
        if still {
            kept.remove(place);
        } else {
            place += 1;
        }
    }
    kept
}

fn hold(is_held: &mut [bool], rows: &[usize], holds: bool) {
    for row in rows {
        if let Some(slot) = is_held.get_mut(*row) {
            *slot = holds;
        }
    }
}

/// The amount nearest to that of a row with which, all else as it is, there is a plan; nothing where no amount
/// helps, or a few thousand nodes do not decide it.
#[must_use]
pub fn repair(programme: &Programme, row: usize) -> Option<Number> {
    let own = programme.rows.get(row)?;
    let nearest = |sense: Sense| {
        // The least that a plan can use and no less, or the most and no more.
        let mut changed = programme.clone();
        let is_above = sense == Sense::AtLeast;
        set_costs(&mut changed, &own.terms, is_above);
        if own.sense == Sense::Exactly {
            changed.rows.get_mut(row)?.sense = sense;
        } else {
            changed = part(&changed, &|other| other != row);
        }
        let plan = best(&changed)?;
        Some(programme.used_by(&plan, row))
    };
    match own.sense {
        Sense::AtMost => nearest(Sense::AtLeast),
        Sense::AtLeast => nearest(Sense::AtMost),
        Sense::Exactly => {
            let ends = (nearest(Sense::AtMost), nearest(Sense::AtLeast));
            match ends {
                (Some(below), Some(above)) => {
                    let is_nearer = &above - &own.amount < &own.amount - &below;
                    Some(if is_nearer { above } else { below })
                }
                (below, above) => below.or(above),
            }
        }
    }
}

/// The same for a row that holds a share: Σ (uses − share) × amount against 0. `parts` are the columns of the
/// total. By Dinkelbach's method (1967), whose steps are programmes.
#[must_use]
pub fn repair_share(
    programme: &Programme,
    row: usize,
    parts: &[usize],
    share: &Number,
) -> Option<Number> {
    let own = programme.rows.get(row)?;
    let ends: Vec<Number> = match own.sense {
        Sense::AtMost => extreme_share(programme, row, parts, share, true).into_iter().collect(),
        Sense::AtLeast => extreme_share(programme, row, parts, share, false).into_iter().collect(),
        Sense::Exactly => [true, false]
            .into_iter()
            .filter_map(|is_least| extreme_share(programme, row, parts, share, is_least))
            .collect(),
    };
    let nearest = ends.into_iter().min_by_key(|end| (end - share).abs())?;
    let mut repaired = programme.clone();
    repaired.rows.get_mut(row)?.terms = share_terms(own, parts, &(share - &nearest));
    matches!(can_hold(&repaired), Holding::Does).then_some(nearest)
}

/// The terms of a row that holds a share where that is so much less.
fn share_terms(row: &Row, parts: &[usize], less: &Number) -> Vec<(usize, Number)> {
    let mut terms = row.terms.clone();
    for column in parts {
        match terms.iter_mut().find(|(own, _)| own == column) {
            Some((_, uses)) => *uses += less,
            None => terms.push((*column, less.clone())),
        }
    }
    terms
}

/// The least share that is not below that of a row, or the most that is not above it.
fn extreme_share(
    programme: &Programme,
    row: usize,
    parts: &[usize],
    share: &Number,
    is_least: bool,
) -> Option<Number> {
    let own = programme.rows.get(row)?;
    let mut other = programme.clone();
    other.rows.get_mut(row)?.sense = if is_least { Sense::AtLeast } else { Sense::AtMost };
    let ratio = |plan: &[Number]| {
        let total: Number = parts.iter().filter_map(|column| plan.get(*column)).sum();
        let excess: Number = own
            .terms
            .iter()
            .filter_map(|(column, uses)| plan.get(*column).map(|amount| uses * amount))
            .sum();
        Some(&excess.over(&total)? + share)
    };
    set_costs(&mut other, &[], true);
    let mut found = ratio(&best(&other)?)?;
    for _ in 0..100 {
        set_costs(&mut other, &share_terms(own, parts, &(share - &found)), is_least);
        let mut solved = Solved::new(&other);
        let next = match solved.standing() {
            Standing::Infeasible => return None,
            Standing::Unbounded => ratio(solved.ray())?,
            Standing::Optimal => {
                let plan = if other.is_whole() { best(&other)? } else { solved.plan() };
                if other.cost_of(&plan).is_zero() {
                    break;
                }
                ratio(&plan)?
            }
        };
        if next == found {
            break;
        }
        found = next;
    }
    Some(found)
}

/// Whether there is a plan.
enum Holding {
    Does,
    /// There is none; where that was told without a search, by these rows.
    Not(Option<Vec<usize>>),
    Unknown,
}

fn can_hold(programme: &Programme) -> Holding {
    let mut free = programme.clone();
    set_costs(&mut free, &[], true);
    let mut solved = Solved::new(&free);
    if solved.standing() == Standing::Infeasible {
        return Holding::Not(Some(solved.blamed()));
    }
    if !free.is_whole() {
        return Holding::Does;
    }
    match Search::new(&free, &solved).within(NODES).run().verdict {
        Verdict::Infeasible => Holding::Not(None),
        Verdict::Limit => Holding::Unknown,
        Verdict::Optimal | Verdict::Unbounded => Holding::Does,
    }
}

fn best(programme: &Programme) -> Option<Vec<Number>> {
    let mut solved = Solved::new(programme);
    if solved.standing() != Standing::Optimal {
        return None;
    }
    if !programme.is_whole() {
        return Some(solved.plan());
    }
    let found = Search::new(programme, &solved).within(NODES).run();
    found.plan.filter(|_| found.verdict == Verdict::Optimal)
}

/// A programme of some of its rows.
fn part(programme: &Programme, is_held: &dyn Fn(usize) -> bool) -> Programme {
    let rows = programme.rows.iter().enumerate().filter(|(row, _)| is_held(*row));
    Programme {
        columns: programme.columns.clone(),
        rows: rows.map(|(_, row)| row.clone()).collect(),
    }
}

fn set_costs(programme: &mut Programme, terms: &[(usize, Number)], is_least: bool) {
    for column in &mut programme.columns {
        *column = Column { cost: Number::zero(), ..column.clone() };
    }
    for (column, uses) in terms {
        if let Some(column) = programme.columns.get_mut(*column) {
            column.cost = if is_least { uses.clone() } else { -uses };
        }
    }
}
