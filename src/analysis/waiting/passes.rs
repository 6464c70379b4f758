//! Customers who come to a pool more than once: several passes as one service.

use super::station::Station;
use super::ways::{Board, Ways};
use crate::analysis::sum::sum_of;

/// Moments of a loop up to which a pool of one moment looks at what comes back through others.
const MOST_OF_LOOP: usize = 40;
/// A share of customers below which nobody comes back.
const NOBODY: f64 = 1e-9;

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
    /// Passes with nothing between as one service.
    pub(super) at_once: Passes,
    /// All passes of a customer as one service, where some come back later.
    pub(super) later: Option<Later>,
    /// The ways to the pool that lead straight back to it.
    pub(super) ways_back: Vec<usize>,
    /// The share of the customers of each moment, in the order of [`Station::served`], who come back
    /// at once.
    pub(super) back: Vec<f64>,
    /// Moments without time and queue whose customers all come at once from the pool, each with the
    /// share of them who go back there.
    pub(super) cards: Vec<(usize, f64)>,
}

/// Passes with something between.
pub(super) struct Later {
    pub(super) passes: Passes,
    /// Seconds that customers are away on average before they come back later.
    pub(super) away_s: f64,
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
    /// Finds what comes back to a pool. `stays` tells how long customers are at each moment.
    pub(super) fn of(
        station: &Station,
        ways: &Ways,
        visits: impl Fn(usize) -> f64 + Copy,
        stays: &[f64],
        board: &mut Board,
    ) -> Self {
        let moments: Vec<usize> = station.moments().collect();
        let ins = || moments.iter().flat_map(|moment| ways.ins_at(*moment)).copied();
        let several = moments.len() > 1;
        let alone = vec![(0.0, 0.0); moments.len()];
        let fresh = || ins().map(|way| (way, ways.ways[way].flow)).collect::<Vec<_>>();
        if !several && !moments.first().is_some_and(|moment| ways.looped[*moment]) {
            return Self {
                at_once: Passes::of(station, &alone, fresh()),
                later: None,
                ways_back: Vec::new(),
                back: vec![0.0; moments.len()],
                cards: Vec::new(),
            };
        }
        let served: Vec<(usize, f64)> =
            station.served.iter().map(|served| (served.moment, served.mean_s)).collect();
        let at_once = ways.at_once_from(&moments, visits);
        let came = |way: usize| match ways.ways[way].from {
            Some(from) if moments.contains(&from) => f64::from(u8::from(!ways.late[from])),
            Some(from) => at_once.share(from),
            None => 0.0,
        };
        let come_back = ins().any(|way| came(way) > 0.0);
        let (ahead, begun) = if come_back {
            ways.ahead(&served, &at_once.found, stays, true, board)
        } else {
            Default::default()
        };
        let back: Vec<f64> = if come_back {
            ahead.iter().map(|ahead| ahead.share.min(1.0)).collect()
        } else {
            vec![0.0; moments.len()]
        };
        let soon: Vec<(f64, f64)> = if !come_back {
            alone
        } else if let ([only], [served]) = (ahead.as_slice(), served.as_slice()) {
            // A row of passes that each come back alike.
            vec![(served.1 * only.share / (1.0 - only.share).max(f64::EPSILON), only.share)]
        } else {
            ahead.iter().map(|ahead| (ahead.work_s, ahead.share)).collect()
        };
        let whole = |way: &usize| came(*way) >= 1.0 - NOBODY;
        let first = ins().map(|way| (way, ways.ways[way].flow * (1.0 - came(way)).max(0.0)));
        let first = first.filter(|(way, _)| !whole(way)).collect();
        let cards = at_once.found.iter().zip(&begun);
        let cards = cards.filter(|(card, _)| at_once.share(**card) >= 1.0 - NOBODY);
        let cards = cards.map(|(card, begun)| (*card, begun.share.min(1.0))).collect();
        let small = several || moments.iter().all(|m| ways.size(ways.group[*m]) <= MOST_OF_LOOP);
        let later = small
            .then(|| Self::later(station, ways, &served, (visits, stays), &soon, board))
            .flatten();
        Self {
            at_once: Passes::of(station, &soon, first),
            later,
            ways_back: ins().filter(whole).collect(),
            back,
            cards,
        }
    }

    fn later(
        station: &Station,
        ways: &Ways,
        served: &[(usize, f64)],
        (visits, stays): (impl Fn(usize) -> f64, &[f64]),
        soon: &[(f64, f64)],
        board: &mut Board,
    ) -> Option<Later> {
        let (ahead, _) = ways.ahead(served, &[], stays, false, board);
        let total = |of: fn(&super::ways::Ahead) -> f64| {
            sum_of(station.served.iter().zip(&ahead).map(|(at, ahead)| at.rate * of(ahead)))
        };
        let at_once = sum_of(station.served.iter().zip(soon).map(|(at, soon)| at.rate * soon.1));
        let (returns, away_s) = (total(|ahead| ahead.share), total(|ahead| ahead.away_s));
        let late = returns - at_once;
        if late <= NOBODY {
            return None;
        }
        let all: Vec<(f64, f64)> =
            ahead.iter().map(|ahead| (ahead.work_s, ahead.share.min(1.0))).collect();
        let fresh = ways.first_times(served, visits, board);
        Some(Later { passes: Passes::of(station, &all, fresh), away_s: away_s / late })
    }
}
