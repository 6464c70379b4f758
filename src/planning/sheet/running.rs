//! The value of a sheet against one of its numbers.

use super::answer::Status;
use super::check::{Fault, Place, checked};
use super::exact::{Number, Solved, Standing, Straight, repair};
use super::made::{Made, Stands};
use super::solving::plan;
use super::task::Task;
use crate::blueprint::sheets::{Aim, Sheet};

/// The value against a number, exactly: straight pieces, and what changes where they meet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// From left to right, one beginning where the other ends. None: there is no best plan anywhere.
    pub pieces: Vec<RunPiece>,
    /// Where pieces meet.
    pub corners: Vec<RunCorner>,
}

/// A straight piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunPiece {
    /// Where it begins.
    pub from: Number,
    /// Where it ends.
    pub to: Number,
    /// The value where it begins.
    pub value_from: Number,
    /// The value where it ends.
    pub value_to: Number,
    /// Value per unit of the number.
    pub slope: Number,
}

/// Where two pieces meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunCorner {
    /// The number.
    pub at: Number,
    /// The value.
    pub value: Number,
    /// What is otherwise to its right.
    pub changes: Vec<RunChange>,
}

/// What is otherwise to the right of a corner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunChange {
    /// This limit binds.
    Binds(String),
    /// This limit binds no longer.
    Frees(String),
    /// This item (or way) is in the plan.
    ComesIn(String),
    /// It is in the plan no longer.
    GoesOut(String),
    /// It has reached its most.
    ReachesMost(String),
    /// It is below its most again.
    LeavesMost(String),
}

/// One value of a staircase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The number.
    pub at: Number,
    /// How solving ended there.
    pub status: Status,
    /// The value, where there is one.
    pub value: Option<Number>,
}

/// The value at each of some numbers, for what has no straight pieces: whole amounts, uses, shares. Stops early
/// where nobody wants it any more; asked before each.
///
/// # Errors
/// What is wrong with the sheet, cell by cell, with the first such number.
pub fn sample(
    sheet: &Sheet,
    place: Place,
    numbers: &[Number],
    cancelled: &dyn Fn() -> bool,
) -> Result<Vec<Sample>, Vec<Fault>> {
    let mut samples = Vec::with_capacity(numbers.len());
    for at in numbers {
        if cancelled() {
            break;
        }
        let answer = plan(&sheet.with(place, at))?;
        samples.push(Sample { at: at.clone(), status: answer.status, value: answer.value });
    }
    Ok(samples)
}

/// The value of items against the worth of one of them where amounts are whole, exactly: each plan is worth more
/// by its own amount for each unit of worth, and the best of straight lines is a line with bends. The numbers are
/// the ends, all bends and what was looked at to find these; nothing where there is no best plan at one of them,
/// more than `most` have to be looked at, or nobody wants it any more.
///
/// # Errors
/// What is wrong with the sheet, cell by cell.
pub fn bends(
    sheet: &Sheet,
    item: usize,
    (from, to): (&Number, &Number),
    most: usize,
    cancelled: &dyn Fn() -> bool,
) -> Result<Option<Vec<Sample>>, Vec<Fault>> {
    let is_seen = |at: &usize| sheet.items.get(*at).is_some_and(|item| !item.is_hidden);
    if !is_seen(&item) || from >= to {
        return Ok(None);
    }
    let seen = (0..item).filter(is_seen).count();
    let mut count = 0;
    // The value at a worth, and how steep the line of its plan is.
    let mut look = |at: &Number| -> Result<Option<(Number, Number, Number)>, Vec<Fault>> {
        count += 1;
        if count > most || cancelled() {
            return Ok(None);
        }
        let answer = plan(&sheet.with(Place::Worth(item), at))?;
        let amount = answer.items.get(seen).and_then(|item| item.amount.clone());
        let found = answer.value.zip(amount).filter(|_| answer.status == Status::Optimal);
        Ok(found.map(|(value, amount)| (at.clone(), value, amount)))
    };
    let (Some(first), Some(last)) = (look(from)?, look(to)?) else { return Ok(None) };
    let mut found = vec![first.clone()];
    // What lies between is still to be looked at, the leftmost on top.
    let mut open = vec![last];
    let mut left = first;
    while let Some(right) = open.pop() {
        // Where the line of the left plan meets that of the right one.
        let steeper = &right.2 - &left.2;
        let on_left = &left.1 + &(&left.2 * &(&right.0 - &left.0));
        let meet = (&right.1 - &on_left).over(&steeper).map(|back| &right.0 - &back);
        let between = meet.filter(|meet| *meet > left.0 && *meet < right.0);
        if let Some(meet) = between {
            let Some(middle) = look(&meet)? else { return Ok(None) };
            let lines = &left.1 + &(&left.2 * &(&meet - &left.0));
            if middle.1 != lines {
                // A plan that is better there: its line is between both.
                open.extend([right, middle]);
                continue;
            }
            found.push(middle);
        }
        found.push(right.clone());
        left = right;
    }
    let sample = |(at, value, _)| Sample { at, status: Status::Optimal, value: Some(value) };
    Ok(Some(found.into_iter().map(sample).collect()))
}

/// Where a number stands in a programme.
#[derive(Clone, Copy)]
enum Moves {
    Row(usize),
    Cost(usize),
    Bound(usize, bool),
}

/// The value against a number of a sheet between two ends, exactly; nothing where it has no straight pieces:
/// with whole amounts, and for uses and shares (see [`sample`]). It may begin later or end sooner: beyond, there
/// is no best plan. Where the sheet as it is has no plan, the run begins at the nearest number with one.
///
/// # Errors
/// What is wrong with the sheet, cell by cell.
pub fn run(
    sheet: &Sheet,
    place: Place,
    from: &Number,
    to: &Number,
) -> Result<Option<Run>, Vec<Fault>> {
    let mut sheet = sheet.clone();
    if let Place::Most(item) = place
        && sheet.items.get(item).is_some_and(|item| item.most.is_blank())
    {
        sheet = sheet.with(place, to);
    }
    let mut numbers = checked(&sheet)?;
    let mut made = Made::new(&sheet, &numbers);
    let Some((moves, mut at)) = moves(&sheet, &made, place) else { return Ok(None) };
    if made.programme.is_whole() {
        return Ok(None);
    }
    let mut solved = Solved::new(&made.programme);
    if solved.standing() == Standing::Infeasible
        && let Moves::Row(row) = moves
        && let Some(repaired) = repair(&made.programme, row)
    {
        sheet = sheet.with(place, &repaired);
        numbers = checked(&sheet)?;
        made = Made::new(&sheet, &numbers);
        solved = Solved::new(&made.programme);
        at = repaired;
    }
    if solved.standing() != Standing::Optimal {
        return Ok(Some(Run::default()));
    }
    let task = Task { sheet: &sheet, checked: numbers, made, cancelled: &|| false };
    let value = task.value(task.made.programme.cost_of(&solved.plan()));
    let is_turned = matches!(moves, Moves::Cost(_)) && sheet.aim == Aim::Most;
    let mut side = |up: bool, until: Number| {
        if until.is_negative() {
            return Vec::new();
        }
        let (pieces, _) = match moves {
            Moves::Row(row) => solved.along_amount(row, up, &until),
            Moves::Cost(column) => solved.along_cost(column, up != is_turned, &until),
            Moves::Bound(column, most) => solved.along_bound(column, most, up, &until),
        };
        pieces
    };
    let (left, right) = (side(false, &at - from), side(true, to - &at));
    let mut pieces = Vec::new();
    add(&mut pieces, &left, &|way| &at - way, &value, &task);
    for piece in &mut pieces {
        std::mem::swap(&mut piece.from, &mut piece.to);
        std::mem::swap(&mut piece.value_from, &mut piece.value_to);
        piece.slope = -&piece.slope;
    }
    pieces.reverse();
    add(&mut pieces, &right, &|way| &at + way, &value, &task);
    // The same slope on both sides of where the number is now is one piece.
    pieces.dedup_by(|next, last| {
        let goes_on = next.slope == last.slope && next.from == last.to;
        if goes_on {
            last.to.clone_from(&next.to);
            last.value_to.clone_from(&next.value_to);
        }
        goes_on
    });
    let pieces: Vec<RunPiece> =
        pieces.into_iter().filter_map(|piece| cut(piece, from, to)).collect();
    let corners = corners(&sheet, place, &pieces);
    Ok(Some(Run { pieces, corners }))
}

fn moves(sheet: &Sheet, made: &Made, place: Place) -> Option<(Moves, Number)> {
    let row = |stands: Stands| {
        let row = made.rows.iter().position(|own| *own == stands)?;
        let amount = made.programme.rows.get(row)?.amount.clone();
        Some((Moves::Row(row), amount))
    };
    let cost = |column: usize| {
        let cost = &made.programme.columns.get(column)?.cost;
        let worth = if sheet.aim == Aim::Most { -cost } else { cost.clone() };
        Some((Moves::Cost(column), worth))
    };
    let has_items = !sheet.purpose.has_ways();
    match place {
        Place::LimitAmount(limit) if sheet.limits.get(limit)?.of_total => None,
        Place::LimitAmount(limit) => row(Stands::Limit(limit)),
        Place::Count => row(Stands::Count),
        Place::Total => row(Stands::Total),
        Place::Supply(from) => row(Stands::Supply(from)),
        Place::Demand(to) => row(Stands::Demand(to)),
        Place::Worth(item) if has_items && item < made.amounts => cost(item),
        Place::Cell { from, to } => cost(made.ways.iter().position(|way| *way == (from, to))?),
        Place::Least(item) if has_items => {
            let least = made.programme.columns.get(item)?.least.clone();
            Some((Moves::Bound(item, false), least))
        }
        Place::Most(item) if has_items => {
            let most = made.programme.columns.get(item)?.most.clone()?;
            Some((Moves::Bound(item, true), most))
        }
        _ => None,
    }
}

/// Pieces away from where the number is now.
fn add(
    pieces: &mut Vec<RunPiece>,
    straight: &[Straight],
    place: &dyn Fn(&Number) -> Number,
    value: &Number,
    task: &Task<'_>,
) {
    let mut value = value.clone();
    for piece in straight {
        let Some(to) = &piece.to else { continue };
        let slope = task.value(piece.slope.clone());
        let value_to = &value + &(&slope * &(to - &piece.from));
        let value_from = std::mem::replace(&mut value, value_to.clone());
        let (from, to) = (place(&piece.from), place(to));
        pieces.push(RunPiece { from, to, value_from, value_to, slope });
    }
}

/// The part of a piece between two ends.
fn cut(piece: RunPiece, from: &Number, to: &Number) -> Option<RunPiece> {
    if piece.to <= *from || piece.from >= *to {
        return None;
    }
    let value = |at: &Number| &piece.value_from + &(&piece.slope * &(at - &piece.from));
    let left = piece.from.clone().max(from.clone());
    let right = piece.to.clone().min(to.clone());
    let (value_from, value_to) = (value(&left), value(&right));
    Some(RunPiece { from: left, to: right, value_from, value_to, slope: piece.slope })
}

/// What changes where pieces meet, by the plans in their middles.
fn corners(sheet: &Sheet, place: Place, pieces: &[RunPiece]) -> Vec<RunCorner> {
    let half = Number::fraction(1, 2).unwrap_or_default();
    let states: Vec<State> = pieces
        .iter()
        .map(|piece| State::of(&sheet.with(place, &(&(&piece.from + &piece.to) * &half))))
        .collect();
    let mut corners = Vec::new();
    for ((piece, next), states) in pieces.iter().zip(pieces.iter().skip(1)).zip(states.windows(2)) {
        let [before, after] = states else { continue };
        corners.push(RunCorner {
            at: next.from.clone(),
            value: piece.value_to.clone(),
            changes: before.changes(after),
        });
    }
    corners
}

/// Which limits bind, and which items are in the plan or at their most.
#[derive(Default)]
struct State {
    limits: Vec<(String, bool)>,
    items: Vec<(String, bool, bool)>,
}

impl State {
    fn of(sheet: &Sheet) -> Self {
        let (Ok(answer), Ok(numbers)) = (plan(sheet), checked(sheet)) else {
            return Self::default();
        };
        let limits =
            answer.limits.iter().map(|limit| (limit.name.clone(), limit.binding == Some(true)));
        let is_in = |amount: &Option<Number>| amount.as_ref().is_some_and(Number::is_positive);
        let shown = sheet.items.iter().zip(&numbers.items).filter(|(item, _)| !item.is_hidden);
        let items = answer.items.iter().zip(shown).map(|(item, (_, numbers))| {
            let is_most = numbers.most.is_some() && item.amount == numbers.most;
            (item.name.clone(), is_in(&item.amount), is_most)
        });
        let ways = answer
            .ways
            .iter()
            .map(|way| (format!("{} → {}", way.from, way.to), is_in(&way.amount), false));
        Self { limits: limits.collect(), items: items.chain(ways).collect() }
    }

    fn changes(&self, after: &Self) -> Vec<RunChange> {
        let mut changes = Vec::new();
        for ((name, was), (_, is)) in self.limits.iter().zip(&after.limits) {
            match (was, is) {
                (false, true) => changes.push(RunChange::Binds(name.clone())),
                (true, false) => changes.push(RunChange::Frees(name.clone())),
                _ => {}
            }
        }
        for ((name, was_in, was_most), (_, is_in, is_most)) in self.items.iter().zip(&after.items) {
            match (was_in, is_in) {
                (false, true) => changes.push(RunChange::ComesIn(name.clone())),
                (true, false) => changes.push(RunChange::GoesOut(name.clone())),
                _ => {}
            }
            match (was_most, is_most) {
                (false, true) => changes.push(RunChange::ReachesMost(name.clone())),
                (true, false) => changes.push(RunChange::LeavesMost(name.clone())),
                _ => {}
            }
        }
        changes
    }
}
