//! Why there is no plan: limits that cannot hold together, and what amount of one would repair it.

use super::branching::{Search, Verdict};
use super::elastic::{Elastic, is_plain};
use super::number::Number;
use super::programme::{Column, Programme, Row, Sense};
use super::solved::{Solved, Standing};

/// Nodes for a question about whole amounts.
const NODES: u32 = 3_000;

/// Nodes for all questions of one conflict together.
const ALL_NODES: u32 = 40_000;

/// What cannot hold together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conflict {
    /// The groups, in their order.
    pub groups: Vec<usize>,
    /// Whether without any one of them the others can hold; else there may be too many here: the search stopped.
    pub is_minimal: bool,
}

/// A minimal set of groups of rows that cannot hold together, by the deletion filter (Chinneck & Dravnieks
/// 1991): each group in its order is left out for good where the others still cannot hold. Bounds of columns
/// and rows of no group always hold; where these alone cannot, the answer is empty. Each question begins at the
/// basis at which the last one ended, and what a combination of rows (Farkas 1902) does without is asked nothing.
/// For whole amounts a question that a few thousand nodes do not decide keeps its group, and so does one after
/// all nodes are used up. Stops early, with what is left, where nobody wants it any more.
#[must_use]
pub fn conflict(
    programme: &Programme,
    groups: &[Vec<usize>],
    cancelled: &dyn Fn() -> bool,
) -> Conflict {
    let Some(mut elastic) = Elastic::new(programme) else {
        return Conflict { groups: Vec::new(), is_minimal: true };
    };
    let mut filter = Filter {
        programme,
        is_held: vec![true; programme.rows.len()],
        nodes: ALL_NODES,
        cancelled,
    };
    let mut kept: Vec<usize> = (0..groups.len()).collect();
    let mut is_minimal = true;
    // Rows that were found unable to hold together: without any other it is the same.
    let mut blamed = elastic.blamed();
    let mut place = 0;
    while let Some(group) = kept.get(place).copied() {
        if cancelled() {
            is_minimal = false;
            break;
        }
        let rows = groups.get(group).map_or(&[][..], Vec::as_slice);
        let is_blamed =
            blamed.as_ref().is_none_or(|blamed| rows.iter().any(|row| blamed.contains(row)));
        filter.hold(rows, false);
        let still = if !is_blamed {
            for row in rows {
                elastic.leave_out(*row);
            }
            Some(true)
        } else if let Some(told) = elastic.blamed_without(programme, rows) {
            blamed = Some(told);
            Some(true)
        } else {
            let still = filter.is_none_whole();
            if still == Some(true) {
                // Only a search told it: nobody knows which rows it rests on.
                blamed = None;
                for row in rows {
                    elastic.leave_out(*row);
                }
            }
            still
        };
        if still == Some(true) {
            kept.remove(place);
            continue;
        }
        is_minimal &= still.is_some();
        filter.hold(rows, true);
        place += 1;
    }
    Conflict { groups: kept, is_minimal }
}

/// What is held of a programme while limits are left out.
struct Filter<'a> {
    programme: &'a Programme,
    is_held: Vec<bool>,
    nodes: u32,
    cancelled: &'a dyn Fn() -> bool,
}

impl Filter<'_> {
    fn hold(&mut self, rows: &[usize], holds: bool) {
        for row in rows {
            if let Some(slot) = self.is_held.get_mut(*row) {
                *slot = holds;
            }
        }
    }

    /// Whether there is no plan in whole amounts, where there is one in any; nothing where that was not decided.
    fn is_none_whole(&mut self) -> Option<bool> {
        if !self.programme.is_whole() {
            return Some(false);
        }
        if self.nodes == 0 {
            return None;
        }
        let mut free = part(self.programme, &|row| self.is_held.get(row) == Some(&true));
        set_costs(&mut free, &[], true);
        let solved = Solved::new(&free);
        let nodes = NODES.min(self.nodes);
        let found = Search::new(&free, &solved).within(nodes).unless(self.cancelled).run();
        self.nodes = self.nodes.saturating_sub(found.nodes.max(1));
        match found.verdict {
            Verdict::Infeasible => Some(true),
            Verdict::Limit => None,
            Verdict::Optimal | Verdict::Unbounded => Some(false),
        }
    }
}

/// What amount of one row would repair everything; asked of one row after the other.
pub struct Repairs<'a> {
    programme: &'a Programme,
    /// Nothing for whole amounts, and where pivots are dear.
    elastic: Option<Elastic>,
}

impl<'a> Repairs<'a> {
    /// Of a programme without a plan.
    #[must_use]
    pub fn new(programme: &'a Programme) -> Self {
        let is_warm = !programme.is_whole() && is_plain(programme);
        let elastic = if is_warm { Elastic::new(programme) } else { None };
        Self { programme, elastic }
    }

    /// The amount nearest to that of a row with which, all else as it is, there is a plan; nothing where no amount
    /// helps, or a few thousand nodes do not decide it.
    #[must_use]
    pub fn of(&mut self, row: usize) -> Option<Number> {
        let own = self.programme.rows.get(row)?;
        match own.sense {
            Sense::AtMost => self.nearest(row, true),
            Sense::AtLeast => self.nearest(row, false),
            Sense::Exactly => match (self.nearest(row, false), self.nearest(row, true)) {
                (Some(below), Some(above)) => {
                    let is_nearer = &above - &own.amount < &own.amount - &below;
                    Some(if is_nearer { above } else { below })
                }
                (below, above) => below.or(above),
            },
        }
    }

    /// The least that a plan can use and no less, or the most and no more.
    fn nearest(&mut self, row: usize, above: bool) -> Option<Number> {
        if let Some(elastic) = &mut self.elastic {
            return elastic.nearest(self.programme, row, above);
        }
        let own = self.programme.rows.get(row)?;
        let mut changed = self.programme.clone();
        set_costs(&mut changed, &own.terms, above);
        if own.sense == Sense::Exactly {
            changed.rows.get_mut(row)?.sense = if above { Sense::AtLeast } else { Sense::AtMost };
        } else {
            changed = part(&changed, &|other| other != row);
        }
        let plan = best(&changed)?;
        Some(self.programme.used_by(&plan, row))
    }
}

/// What amount of a row alone would repair everything, as [`Repairs::of`].
#[must_use]
pub fn repair(programme: &Programme, row: usize) -> Option<Number> {
    Repairs::new(programme).of(row)
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
    can_hold(&repaired).then_some(nearest)
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

/// Whether there surely is a plan.
fn can_hold(programme: &Programme) -> bool {
    let mut free = programme.clone();
    set_costs(&mut free, &[], true);
    let solved = Solved::new(&free);
    if solved.standing() == Standing::Infeasible {
        return false;
    }
    !free.is_whole()
        || matches!(
            Search::new(&free, &solved).within(NODES).run().verdict,
            Verdict::Optimal | Verdict::Unbounded
        )
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
