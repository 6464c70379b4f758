//! When the actions of a plan begin and end, and which of them must not be late (critical path method: Kelley &
//! Walker 1959).

use rustc_hash::FxHashMap;

use crate::blueprint::{ActionId, Date, Plan};

/// An action in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheduled {
    /// Which action.
    pub action: ActionId,
    /// When it begins: the latest of its own start, the plan's, and the ends of what comes before; the day on which
    /// it was done, where that is earlier.
    pub start: Date,
    /// When it ends: when it was done, else its days after it began.
    pub end: Date,
    /// By how many days it can be late and not delay the plan.
    pub slack_days: i64,
    /// By how many days it is late; zero where it is not.
    pub late_days: i64,
    /// Whether the plan is late where it is.
    pub critical: bool,
    /// Whether it has begun.
    pub begun: bool,
    /// Whether it is done.
    pub done: bool,
}

/// A plan in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// When it begins.
    pub start: Date,
    /// When all is done.
    pub end: Date,
    /// The actions in the plan's order.
    pub actions: Vec<Scheduled>,
}

/// Lays a plan into time as it is on a day; `None` without actions, or without any date to begin at. Linear in
/// actions and in what they wait for; an action that waits for itself is laid as if it did not.
#[must_use]
pub fn schedule(plan: &Plan, today: Option<Date>) -> Option<Schedule> {
    let own_starts = plan.actions.iter().filter_map(|(_, action)| action.start);
    let begin = plan.start.or_else(|| own_starts.min())?;
    let place: FxHashMap<ActionId, usize> =
        plan.actions.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
    let before = |at: usize| {
        let action = plan.actions.get(at).map(|(_, action)| action);
        let after = action.into_iter().flat_map(|action| &action.after);
        after.filter_map(|id| place.get(id).copied()).collect::<Vec<usize>>()
    };
    let order = in_order(plan.actions.len(), &before);
    let mut spans: Vec<(Date, Date, Date)> = vec![(begin, begin, begin); plan.actions.len()];
    for at in &order {
        let Some((_, action)) = plan.actions.get(*at) else { continue };
        let ends = before(*at).into_iter().filter_map(|at| spans.get(at)).map(|span| span.1);
        let start = ends.chain(action.start).fold(begin, Date::max);
        let planned = start.plus_days(action.days);
        if let Some(span) = spans.get_mut(*at) {
            // What is done has begun: nothing ends before it begins.
            let own_start = action.done.map_or(start, |done| done.min(start));
            *span = (own_start, action.done.unwrap_or(planned), planned);
        }
    }
    let end = spans.iter().map(|span| span.1).max()?;
    // The latest end of each that delays nothing, from the last to the first.
    let mut latest = vec![end; plan.actions.len()];
    for at in order.iter().rev() {
        let Some(((start, own_end, _), own)) = spans.get(*at).zip(latest.get(*at)) else {
            continue;
        };
        let slack = own.days_since(*own_end).max(0);
        let begins_at_latest = start.plus_days(u32::try_from(slack).unwrap_or(u32::MAX));
        for earlier in before(*at) {
            if let Some(latest) = latest.get_mut(earlier) {
                *latest = (*latest).min(begins_at_latest);
            }
        }
    }
    let actions = plan.actions.iter().zip(&spans).zip(&latest);
    let actions = actions.map(|(((id, action), (start, end, planned)), latest)| {
        let slack_days = latest.days_since(*end).max(0);
        let reached = action.done.or(today);
        Scheduled {
            action: *id,
            start: *start,
            end: *end,
            slack_days,
            late_days: reached.map_or(0, |day| day.days_since(*planned).max(0)),
            critical: slack_days == 0,
            begun: action.done.is_some() || today.is_some_and(|today| today >= *start),
            done: action.done.is_some(),
        }
    });
    Some(Schedule { start: begin, end, actions: actions.collect() })
}

/// Places so that each comes after those before it. Those that wait for themselves come where they are met.
fn in_order(count: usize, before: &dyn Fn(usize) -> Vec<usize>) -> Vec<usize> {
    let mut order = Vec::with_capacity(count);
    let mut seen = vec![false; count];
    for start in 0..count {
        // A stack of its own, so that a long chain does not overflow that of the thread.
        let mut open = vec![(start, false)];
        while let Some((at, are_before_laid)) = open.pop() {
            if are_before_laid {
                order.push(at);
                continue;
            }
            match seen.get_mut(at) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            open.push((at, true));
            open.extend(before(at).into_iter().rev().map(|earlier| (earlier, false)));
        }
    }
    order
}
