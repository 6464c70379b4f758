//! Who can have what they need at once: units of each need, from any of its pools.

use smallvec::SmallVec;

/// So many units of one of several pools, for one work.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish<'a> {
    /// The pools in the order in which they are tried.
    pub choices: &'a [u32],
    /// How many units.
    pub count: u32,
    /// What they are for.
    pub need: u32,
}

/// Units of a pool that meet a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Grant {
    pub pool: u32,
    pub need: u32,
    pub count: u32,
}

pub(super) type Grants = SmallVec<[Grant; 2]>;

/// Finds units for all wishes, or none. `free` says how many units of a pool there are; it is asked anew
/// for each and not changed.
///
/// Alternatives are tried in the order written; where that leaves a wish unmet, units change hands along
/// augmenting paths (Ford & Fulkerson 1956), so that units are found if there are any. Wishes × pools per
/// unit at most.
pub(super) fn find(wishes: &[Wish<'_>], free: impl Fn(u32) -> u32) -> Option<Grants> {
    let mut grants = Grants::new();
    // A pool with what is left of it.
    let mut left: SmallVec<[(u32, u32); 4]> = SmallVec::new();
    for pool in wishes.iter().flat_map(|wish| wish.choices) {
        if !left.iter().any(|(known, _)| known == pool) {
            left.push((*pool, free(*pool)));
        }
    }
    let asked: u64 = wishes.iter().map(|wish| u64::from(wish.count)).sum();
    if asked > left.iter().map(|(_, count)| u64::from(*count)).sum() {
        return None;
    }
    let mut unmet: SmallVec<[u32; 4]> = SmallVec::new();
    for wish in wishes {
        let mut missing = wish.count;
        for pool in wish.choices {
            let Some((_, rest)) = left.iter_mut().find(|(known, _)| known == pool) else {
                continue;
            };
            let taken = missing.min(*rest);
            if taken > 0 {
                *rest -= taken;
                missing -= taken;
                grants.push(Grant { pool: *pool, need: wish.need, count: taken });
            }
        }
        unmet.push(missing);
    }
    for (at, missing) in unmet.into_iter().enumerate() {
        for _ in 0..missing {
            if !augment(wishes, at, &mut left, &mut grants) {
                return None;
            }
        }
    }
    Some(grants)
}

/// Finds one more unit for a wish: along a path on which others give up a unit of a pool for one of
/// another pool.
fn augment(
    wishes: &[Wish<'_>],
    first: usize,
    left: &mut [(u32, u32)],
    grants: &mut Grants,
) -> bool {
    // How each pool was reached: by which wish.
    let mut reached: SmallVec<[Option<usize>; 4]> = SmallVec::from_elem(None, left.len());
    // How each wish was reached: by giving up a unit of which pool.
    let mut given_up: SmallVec<[Option<usize>; 4]> = SmallVec::from_elem(None, wishes.len());
    let mut open: SmallVec<[usize; 4]> = SmallVec::from_slice(&[first]);
    let mut next = 0;
    let mut end = None;
    'search: while let Some(wish) = open.get(next).copied() {
        next += 1;
        for pool in wishes[wish].choices {
            let Some(at) = left.iter().position(|(known, _)| known == pool) else { continue };
            if reached[at].is_some() {
                continue;
            }
            reached[at] = Some(wish);
            if left[at].1 > 0 {
                end = Some(at);
                break 'search;
            }
            for (other, wish) in wishes.iter().enumerate() {
                let has = |grant: &Grant| {
                    grant.need == wish.need && grant.pool == *pool && grant.count > 0
                };
                if other != first && given_up[other].is_none() && grants.iter().any(has) {
                    given_up[other] = Some(at);
                    open.push(other);
                }
            }
        }
    }
    let Some(mut pool) = end else { return false };
    left[pool].1 -= 1;
    // Back along the path, each takes the unit that it found and gives up the one that it had.
    loop {
        let Some(wish) = reached[pool] else { return false };
        change(grants, left[pool].0, wishes[wish].need, true);
        match given_up[wish] {
            None => return true,
            Some(unit) => {
                change(grants, left[unit].0, wishes[wish].need, false);
                pool = unit;
            }
        }
    }
}

/// Adds a unit to a grant or takes one away.
fn change(grants: &mut Grants, pool: u32, need: u32, more: bool) {
    let found = grants.iter().position(|grant| grant.pool == pool && grant.need == need);
    match found {
        Some(at) if more => grants[at].count += 1,
        Some(at) => {
            grants[at].count -= 1;
            if grants[at].count == 0 {
                grants.remove(at);
            }
        }
        None => grants.push(Grant { pool, need, count: 1 }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(wishes: &[(&[u32], u32)], free: &[u32]) -> Option<Vec<(u32, u32, u32)>> {
        let wishes: Vec<Wish<'_>> = wishes
            .iter()
            .zip(0..)
            .map(|((choices, count), need)| Wish { choices, count: *count, need })
            .collect();
        let grants = find(&wishes, |pool| free[pool as usize])?;
        let mut grants: Vec<_> = grants.iter().map(|g| (g.need, g.pool, g.count)).collect();
        grants.sort_unstable();
        Some(grants)
    }

    #[test]
    fn alternatives_are_tried_in_the_order_written() {
        assert_eq!(found(&[(&[1, 0], 1)], &[1, 1]), Some(vec![(0, 1, 1)]));
        assert_eq!(found(&[(&[1, 0], 1)], &[1, 0]), Some(vec![(0, 0, 1)]));
        assert_eq!(found(&[(&[1, 0], 3)], &[2, 1]), Some(vec![(0, 0, 2), (0, 1, 1)]));
    }

    #[test]
    fn who_can_have_something_else_gives_way() {
        // A paramedic or a doctor, and the paramedic.
        assert_eq!(found(&[(&[0, 1], 1), (&[0], 1)], &[1, 1]), Some(vec![(0, 1, 1), (1, 0, 1)]));
        // A chain of three.
        let chain: [(&[u32], u32); 3] = [(&[0, 1], 1), (&[1, 2], 1), (&[0], 1)];
        let wanted = Some(vec![(0, 1, 1), (1, 2, 1), (2, 0, 1)]);
        assert_eq!(found(&chain, &[1, 1, 1]), wanted);
        assert_eq!(found(&[(&[0, 1], 1), (&[0], 1)], &[1, 0]), None);
        assert_eq!(
            found(&[(&[0, 1], 2), (&[0], 2)], &[3, 1]),
            Some(vec![(0, 0, 1), (0, 1, 1), (1, 0, 2)])
        );
    }

    #[test]
    fn units_are_found_if_there_are_any() {
        // Against trying everything, over all small cases of three wishes and three pools.
        let sets: [&[u32]; 7] = [&[0], &[1], &[2], &[0, 1], &[1, 2], &[2, 0], &[0, 1, 2]];
        for a in sets {
            for b in sets {
                for c in sets {
                    for free in 0..27_u32 {
                        let free = [free % 3, free / 3 % 3, free / 9];
                        let any = a.iter().any(|x| {
                            b.iter().any(|y| {
                                c.iter().any(|z| {
                                    let mut left = free;
                                    [x, y, z].iter().all(|pool| {
                                        let left = &mut left[**pool as usize];
                                        let is = *left > 0;
                                        *left = left.saturating_sub(1);
                                        is
                                    })
                                })
                            })
                        });
                        let found = found(&[(a, 1), (b, 1), (c, 1)], &free);
                        assert_eq!(found.is_some(), any, "{a:?} {b:?} {c:?} {free:?}");
                    }
                }
            }
        }
    }
}
