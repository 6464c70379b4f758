//! Heads mended by trying them, interval by interval (after Feldman, Mandelbaum, Massey & Whitt 2008).

use super::heads::Heads;
use super::question::StaffTarget;
use crate::simulation::Estimate;

/// Trials of one plan at most.
pub(super) const MOST_TRIALS: u32 = 60;

/// How many times as many days decide where a trial says hardly anything.
pub(super) const LONGER: u32 = 4;

/// Tries heads on so many times the usual number of days; `None` where the answer is not wanted any more.
pub(super) type Trial<'a> = dyn FnMut(&Heads, u32) -> Option<Seen> + 'a;

/// What was seen of one role in one interval.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct OfInterval {
    /// What the target is about: the share of waits that were short enough, or how busy the role was; `None`
    /// where nobody came.
    pub(super) held: Option<Estimate>,
    /// How many waited for the role on average.
    pub(super) queue: f64,
    /// How many were at work on average.
    pub(super) busy: f64,
}

/// By role and interval.
pub(super) type Seen = Vec<Vec<OfInterval>>;

/// By how much a target is kept: below 0 it is missed. Infinite where nobody came.
pub(super) fn slack(seen: &OfInterval, target: StaffTarget) -> f64 {
    let Some(held) = seen.held else { return f64::INFINITY };
    match target {
        StaffTarget::Within { share, .. } => held.mean - share,
        StaffTarget::Busy { most } => most - held.mean,
    }
}

/// The intervals in which a role misses its target.
pub(super) fn missed(seen: &[OfInterval], target: StaffTarget) -> impl Iterator<Item = usize> {
    let is_missed = move |(_, it): &(usize, &OfInterval)| slack(it, target) < 0.0;
    seen.iter().enumerate().filter(is_missed).map(|(at, _)| at)
}

/// One more where a role's line is longest, in an interval that misses or in the one before. Intervals side by
/// side wait until the earlier one is mended: its line is what the later ones begin with. Answers whether any
/// was missed.
pub(super) fn raise(heads: &mut Heads, seen: &Seen, target: StaffTarget) -> bool {
    let mut any = false;
    for (heads, seen) in heads.iter_mut().zip(seen) {
        let mut last: Option<usize> = None;
        for at in missed(seen, target) {
            any = true;
            if last.is_some_and(|last| at <= last + 1) {
                last = Some(at);
                continue;
            }
            let before = at.checked_sub(1).filter(|before| seen[*before].queue > seen[at].queue);
            heads[before.unwrap_or(at)] += 1;
            last = Some(at);
        }
    }
    any
}

/// Tries heads until all intervals hold, then fewer wherever all still do, most slack first. `least` is what no
/// interval goes below.
pub(super) fn repair(
    heads: &mut Heads,
    least: &Heads,
    target: StaffTarget,
    trial: &mut Trial<'_>,
) -> Option<Seen> {
    let mut left = MOST_TRIALS;
    let mut next = |heads: &Heads, times: u32, left: &mut u32| {
        *left = left.saturating_sub(1);
        trial(heads, times)
    };
    let mut seen = next(heads, 1, &mut left)?;
    while left > 0 {
        let mut more = heads.clone();
        if !raise(&mut more, &seen, target) {
            break;
        }
        *heads = more;
        seen = next(heads, 1, &mut left)?;
    }
    let mut tried: Vec<Vec<bool>> = heads.iter().map(|heads| vec![false; heads.len()]).collect();
    while left > 0 {
        let Some((role, at)) = loosest(heads, least, &seen, &tried, target) else { break };
        tried[role][at] = true;
        let mut fewer = heads.clone();
        fewer[role][at] -= 1;
        let mut found = next(&fewer, 1, &mut left)?;
        if left > 0 && is_close(&found, target) {
            found = next(&fewer, LONGER, &mut left)?;
        }
        if found.iter().flatten().all(|it| slack(it, target) >= 0.0) {
            (*heads, seen) = (fewer, found);
            // There may be one more to spare.
            tried[role][at] = false;
        }
    }
    Some(seen)
}

/// Whether a target is missed, but nowhere by more than chance may do.
fn is_close(seen: &Seen, target: StaffTarget) -> bool {
    let within = |it: &OfInterval| {
        let width = it.held.map_or(0.0, |held| held.half_width);
        slack(it, target) >= -width
    };
    let misses = seen.iter().any(|seen| missed(seen, target).next().is_some());
    misses && seen.iter().flatten().all(within)
}

/// Where one less is to be tried next: of those not tried the one with most slack, of equals the first.
fn loosest(
    heads: &Heads,
    least: &Heads,
    seen: &Seen,
    tried: &[Vec<bool>],
    target: StaffTarget,
) -> Option<(usize, usize)> {
    let mut best: Option<(f64, usize, usize)> = None;
    for (role, seen) in seen.iter().enumerate() {
        for (at, of) in seen.iter().enumerate() {
            let slack = slack(of, target);
            let is_open = !tried[role][at] && heads[role][at] > least[role][at];
            if is_open && best.is_none_or(|(most, ..)| slack > most) {
                best = Some((slack, role, at));
            }
        }
    }
    best.map(|(_, role, at)| (role, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A world in which each interval needs so many, and its line spills over where the one before is short.
    fn world(needs: &[u32]) -> impl FnMut(&Heads) -> Option<Seen> {
        move |heads| {
            let lacks = |at: usize| needs[at].saturating_sub(heads[0][at]);
            let of = |at: usize| {
                let before = if at > 0 { lacks(at - 1) } else { 0 };
                let lack = f64::from(lacks(at) + 2 * before);
                let mean = 0.95 - 0.1 * lack;
                let held = Some(Estimate { mean, half_width: 0.02 });
                OfInterval { held, queue: f64::from(lacks(at)), busy: 0.0 }
            };
            Some(vec![(0..needs.len()).map(of).collect()])
        }
    }

    #[test]
    fn what_misses_is_raised_and_what_is_spare_goes() {
        let needs = [2, 5, 3, 1, 4];
        let mut heads = vec![vec![2, 3, 3, 4, 4]];
        let mut trials = 0;
        let mut world = world(&needs);
        let seen =
            repair(&mut heads, &vec![vec![1; 5]], StaffTarget::default(), &mut |heads, _| {
                trials += 1;
                world(heads)
            });
        assert_eq!(heads, [needs]);
        assert!(seen.is_some_and(|seen| missed(&seen[0], StaffTarget::default()).count() == 0));
        assert!(trials <= MOST_TRIALS, "{trials}");
        // Nobody goes below the least.
        let mut heads = vec![vec![2, 3, 3, 4, 4]];
        repair(&mut heads, &vec![vec![3; 5]], StaffTarget::default(), &mut |heads, _| world(heads));
        assert_eq!(heads, [[2, 5, 3, 3, 4]]);
    }

    #[test]
    fn it_ends_where_nothing_helps() {
        let mut trials = 0;
        let mut heads = vec![vec![1, 1]];
        let seen = repair(&mut heads, &vec![vec![1; 2]], StaffTarget::default(), &mut |_, _| {
            trials += 1;
            let held = Some(Estimate { mean: 0.5, half_width: 0.01 });
            Some(vec![vec![OfInterval { held, queue: 1.0, busy: 1.0 }; 2]])
        });
        assert_eq!(trials, MOST_TRIALS);
        assert!(seen.is_some());
        assert!(
            repair(&mut heads, &vec![vec![1; 2]], StaffTarget::default(), &mut |_, _| None)
                .is_none()
        );
    }
}
