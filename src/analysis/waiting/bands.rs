//! How far each wait can be trusted.

use super::network::Network;
use super::station::Station;
use super::streams::Streams;
use crate::analysis::result::{Basis, QueueFormula};

/// An scv of arrivals above which approximations from two moments stop being reliable: streams with
/// the same two moments then differ too much (Whitt 1984, "On approximations for queues").
const UNRULY: f64 = 2.0;
/// A pool is much busier than those before it if it idles less than this part of their idle time:
/// what they smooth within their short busy periods, it averages over much longer ones.
const MUCH_BUSIER: f64 = 0.5;
/// By what factor the stream from outside must then lengthen or shorten the wait against the stream
/// as it was passed on: from here on errors have no limit. In simulated lines of desks, much busier
/// pools were off by 53 per cent beyond it, by 22 within.
const VARIABLE: f64 = 1.3;
/// Worst errors of Cosmetatos' and Kimura's formulas in per cent, where the wait is at least
/// [`SHORT`] of a service.
const FIXED_PERCENT: f64 = 2.0;
const POISSON_PERCENT: f64 = 5.0;
/// The service scv up to which Kimura's error was measured.
const MOST_KIMURA_SCV: f64 = 4.0;
/// The share of a service below which a wait is so short that a band in per cent says little. In
/// seconds, the band is as wide as it is in per cent at this share.
const SHORT: f64 = 0.05;

/// How a wait was computed.
pub(super) struct Reckoned {
    pub(super) formula: QueueFormula,
    /// Whether arrivals, in a line of fixed times those of the line, are Poisson and independent of
    /// the queue.
    pub(super) poisson: bool,
    pub(super) inter_arrival_scv: f64,
    pub(super) service_scv: f64,
    pub(super) wait_s: f64,
    /// Whether it follows from those before that nobody waits.
    pub(super) nobody_waits: bool,
}

impl Network<'_> {
    /// How far the wait at a block can be trusted.
    pub(super) fn basis(&self, block: usize, streams: &Streams, reckoned: &Reckoned) -> Basis {
        let Some(station) = self.station(block) else { return Basis::APPROXIMATE };
        let bunched = |moment| streams.copies_meet[moment] || streams.behind_batch[moment];
        if self.fills_up || station.moments().any(bunched) {
            return Basis::Unreliable;
        }
        let accompanied = station.moments().any(|moment| self.blocks_of.list(moment).len() > 1);
        let known = !station.absent && !accompanied;
        let exact = match reckoned.formula {
            QueueFormula::Erlang
            | QueueFormula::PollaczekKhinchine
            | QueueFormula::Crommelin
            | QueueFormula::Feedback => reckoned.poisson,
            QueueFormula::Takacs => true,
            QueueFormula::FixedLine => {
                let few = station.servers <= self.most_servers;
                reckoned.nobody_waits || reckoned.poisson && few
            }
            _ => false,
        };
        if exact && known {
            return Basis::Exact;
        }
        let unreliable =
            reckoned.inter_arrival_scv > UNRULY || self.is_misjudged(station, streams, reckoned);
        if unreliable && !reckoned.poisson {
            return Basis::Unreliable;
        }
        let percent = match reckoned.formula {
            QueueFormula::Cosmetatos => FIXED_PERCENT,
            QueueFormula::Kimura if reckoned.service_scv <= MOST_KIMURA_SCV => POISSON_PERCENT,
            _ => return Basis::APPROXIMATE,
        };
        if known && reckoned.poisson {
            within(percent, reckoned.wait_s, station.mean_s)
        } else {
            Basis::APPROXIMATE
        }
    }

    /// Whether a pool is so much busier than all before it that the stream from outside reaches it
    /// as if they were not there, and that stream varies otherwise than the one passed on (the
    /// heavy-traffic bottleneck phenomenon: Suresh & Whitt 1990).
    fn is_misjudged(&self, station: &Station, streams: &Streams, reckoned: &Reckoned) -> bool {
        let process = self.service.process;
        let outside = self.service.scenario.demand().gap_scv.get();
        let behind = |moment: usize| {
            streams.busiest_before[moment]
                .is_some_and(|before| 1.0 - station.busy < MUCH_BUSIER * (1.0 - before))
        };
        if !station.moments().any(behind) {
            return false;
        }
        let visits = |moment: usize| process.moments[moment].visits.unwrap_or(0.0);
        let share = station.moments().map(visits).fold(0.0, f64::max).min(1.0);
        let unsmoothed = share * outside + 1.0 - share + station.scv;
        let smoothed = reckoned.inter_arrival_scv + station.scv;
        unsmoothed > VARIABLE * smoothed || smoothed > VARIABLE * unsmoothed
    }
}

/// A band in per cent, or in seconds for a wait that is short against the service.
fn within(percent: f64, wait_s: f64, service_s: f64) -> Basis {
    if wait_s < SHORT * service_s {
        Basis::within_seconds(percent / 100.0 * SHORT * service_s)
    } else {
        Basis::within_percent(percent)
    }
}
