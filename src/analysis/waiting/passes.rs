//! Customers who come to a pool more than once: several passes as one service.

use super::station::Station;
use super::ways::{Board, NOBODY, Way, Ways};
use crate::process::sum_of;

/// Rounds after which what goes round between a few cards has come to rest.
const MOST_ROUNDS: usize = 2_000;
/// Change below which another round changes nothing.
const SETTLED: f64 = 1e-15;

/// A pool as it looks to those who come to it, with several of their passes as one service.
///
/// Customers who come back at once leave the number of customers at the pool as it would be if they
/// were served in one go (Takács 1963). Where steps differ, the work that lies before the pool is the
/// same in both cases, so that one wait at all visits follows from it (conservation of work: Kleinrock
/// 1965): that of the whole service × the whole work ÷ the sum, over the visits, of the work still to
/// come.
#[derive(Clone, Debug)]
pub(super) struct Passes {
    /// Mean seconds of the whole service, and its scv.
    pub(super) mean_s: f64,
    pub(super) scv: f64,
    /// The wait at each visit ÷ the wait before the whole service.
    pub(super) share: f64,
    /// How many whole services a customer brings.
    pub(super) runs: f64,
    /// The ways by which customers come for a whole service, each with how often.
    pub(super) fresh: Vec<(usize, f64)>,
}

/// What comes back to a pool.
pub(super) struct Returns {
    /// The passes that are taken as one: of a pool of one moment those with nothing between, else all
    /// of a customer.
    pub(super) passes: Passes,
    /// The ways to the pool that lead straight back to it.
    pub(super) ways_back: Vec<usize>,
    /// Whether some come straight back.
    pub(super) at_once: bool,
    /// Moments without time and queue whose customers all come at once from the pool, each with the
    /// share of them who go back there.
    pub(super) cards: Vec<(usize, f64)>,
    /// Of a pool of one moment, the moments without time and queue that lead there at once and that
    /// its customers come to at once, be they alone there or not.
    pub(super) around: Vec<usize>,
}

impl Passes {
    fn of(station: &Station, ahead: &[(f64, f64)], fresh: Vec<(usize, f64)>) -> Self {
        let visits = || station.served.iter().zip(ahead);
        let first = sum_of(visits().map(|(at, _)| at.rate * at.mean_s));
        let second = sum_of(
            visits().map(|(at, (work_s, _))| at.rate * (at.second + 2.0 * at.mean_s * work_s)),
        );
        let to_come = sum_of(visits().map(|(at, (work_s, _))| at.rate * (at.mean_s + work_s)));
        let runs = sum_of(visits().map(|(at, (_, back))| at.rate * (1.0 - back).max(0.0)));
        let scv = if first > 0.0 { second * runs / (first * first) - 1.0 } else { 0.0 };
        Self {
            mean_s: if runs > 0.0 { first / runs } else { 0.0 },
            scv: scv.max(0.0),
            share: if to_come > 0.0 { first / to_come } else { 1.0 },
            runs,
            fresh,
        }
    }
}

impl Returns {
    /// Finds what comes back to a pool.
    pub(super) fn of(
        station: &Station,
        ways: &Ways,
        visits: impl Fn(usize) -> f64 + Copy,
        board: &mut Board,
    ) -> Self {
        match station.served.as_slice() {
            [only] => Self::of_one(station, only.moment, ways, visits),
            _ => Self::of_several(station, ways, visits, board),
        }
    }

    /// Customers who come back at once to the only moment of a pool.
    fn of_one(
        station: &Station,
        moment: usize,
        ways: &Ways,
        visits: impl Fn(usize) -> f64,
    ) -> Self {
        let looped = ways.looped[moment] && !ways.late[moment];
        let cards = looped.then(|| ways.cards_after(moment)).flatten();
        let found = cards.as_deref().unwrap_or_default();
        // Forward: who comes from here. Backward: who goes back.
        let came_along = |way: &Way, came: &[f64]| match way.from {
            Some(from) if from == moment => f64::from(u8::from(cards.is_some())),
            Some(from) => found.binary_search(&from).map_or(0.0, |at| came[at]),
            None => 0.0,
        };
        let came = settle(found, |card, came| {
            let part = ways.ins(card).map(|way| way.flow * came_along(way, came));
            (sum_of(part) / visits(card)).min(1.0)
        });
        let back = settle(found, |card, back| {
            sum_of(ways.outs(card).map(|way| match found.binary_search(&way.to) {
                _ if way.to == moment => way.share,
                Ok(at) => way.share * back[at],
                Err(_) => 0.0,
            }))
        });
        let returning = |way: &usize| came_along(&ways.all[*way], &came);
        let ins = || ways.ins_at(moment).iter().copied();
        let all = visits(moment);
        let come_back = sum_of(ins().map(|way| ways.all[way].flow * returning(&way)));
        let share = if all > 0.0 { (come_back / all).clamp(0.0, 1.0 - f64::EPSILON) } else { 0.0 };
        let hold = station.served.first().map_or(0.0, |served| served.mean_s);
        let whole = |way: &usize| returning(way) >= 1.0 - NOBODY;
        let fresh = ins().filter(|way| !whole(way));
        let fresh = fresh.map(|way| (way, ways.all[way].flow * (1.0 - returning(&way)))).collect();
        let around = found.iter().zip(&back).filter(|(_, back)| **back > 0.0);
        let around = around.map(|(card, _)| *card).collect();
        let cards = found.iter().zip(came.iter().zip(&back));
        Self {
            around,
            passes: Passes::of(station, &[(hold * share / (1.0 - share), share)], fresh),
            ways_back: ins().filter(whole).collect(),
            at_once: share > 0.0,
            cards: cards
                .filter(|(_, (came, back))| **came >= 1.0 - NOBODY && **back > 0.0)
                .map(|(card, (_, back))| (*card, *back))
                .collect(),
        }
    }

    /// Customers who come several times to a pool of several moments.
    fn of_several(
        station: &Station,
        ways: &Ways,
        visits: impl Fn(usize) -> f64 + Copy,
        board: &mut Board,
    ) -> Self {
        let served: Vec<(usize, f64)> =
            station.served.iter().map(|served| (served.moment, served.mean_s)).collect();
        let (came, cards) = ways.been_before(&served, visits, true, board);
        let (been, _) = ways.been_before(&served, visits, false, board);
        let ahead = ways.ahead(&served, board);
        let ahead: Vec<(f64, f64)> =
            ahead.iter().map(|ahead| (ahead.work_s, ahead.share.min(1.0))).collect();
        let ins = || served.iter().flat_map(|(moment, _)| ways.ins_at(*moment)).copied();
        let fresh = ins().zip(&been).map(|(way, been)| (way, ways.all[way].flow * (1.0 - been)));
        let fresh = fresh.filter(|(_, flow)| *flow > NOBODY).collect();
        let back = ins().zip(&came).filter(|(_, came)| **came >= 1.0 - NOBODY);
        // What leaves a card to go back is not what leaves the pool.
        let ways_back: Vec<usize> = back.map(|(way, _)| way).collect();
        let returning = |card: usize| {
            let outs = ways.outs(card).filter(|way| served.iter().any(|(m, _)| *m == way.to));
            sum_of(outs.map(|way| way.share)).min(1.0)
        };
        Self {
            passes: Passes::of(station, &ahead, fresh),
            at_once: !ways_back.is_empty(),
            ways_back,
            cards: cards.into_iter().map(|card| (card, returning(card))).collect(),
            around: Vec::new(),
        }
    }
}

/// Values of a few moments that depend on each other, from nothing until they stand still; all anew
/// from those before, so that no order matters.
fn settle(moments: &[usize], value: impl Fn(usize, &[f64]) -> f64) -> Vec<f64> {
    let mut values = vec![0.0; moments.len()];
    for _ in 0..MOST_ROUNDS {
        let next: Vec<f64> = moments.iter().map(|moment| value(*moment, &values)).collect();
        let change = values.iter().zip(&next).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        values = next;
        if change < SETTLED {
            break;
        }
    }
    values
}
