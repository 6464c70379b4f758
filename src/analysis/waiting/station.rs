//! A pool as a queue.

use super::served::Served;
use super::stay;
use crate::analysis::capacity::loads::{Block, Load, Supply};
use crate::analysis::capacity::service::Service;
use crate::analysis::result::Lack;
use crate::process::sum_of;

/// A pool as a queue.
pub(super) struct Station {
    pub(super) servers: u32,
    /// Mean seconds of service, stretched by absence, over all visits.
    pub(super) mean_s: f64,
    pub(super) scv: f64,
    pub(super) busy: f64,
    /// Exponential with one mean whoever comes: what product form asks for.
    pub(super) memoryless: bool,
    /// Units are not always there, which the formulas treat by longer service.
    pub(super) absent: bool,
    /// Units stay with customers beyond the moment that they came to.
    pub(super) kept: bool,
    /// What it does, a moment each.
    pub(super) served: Vec<Served>,
}

impl Station {
    /// The moments where customers queue for it.
    pub(super) fn moments(&self) -> impl Iterator<Item = usize> + Clone {
        self.served.iter().map(|served| served.moment)
    }

    /// The only moment where they do.
    pub(super) fn only_moment(&self) -> Option<usize> {
        match self.served.as_slice() {
            [only] => Some(only.moment),
            _ => None,
        }
    }
}

/// Who serves a block: so many servers, and the share of time that they are there.
///
/// Roles that every load names alike are one pool of all their heads. Loads that all take so many
/// units at once are served by as many teams as can be made of them.
fn servers(block: &Block) -> Result<(u32, f64), Lack> {
    let units = match &block.supply {
        Supply::Roles(units) => units,
        Supply::Places(_, count) | Supply::Assumed(_, count) => return Ok((*count, 1.0)),
    };
    let (roles, team) = match block.loads.first() {
        Some(load) => (load.roles.as_slice(), load.count),
        // Nobody is asked for.
        None => (&[][..], 1),
    };
    if block.loads.iter().any(|load| *load.roles != *roles) {
        return Err(Lack::MethodForAlternatives);
    }
    if block.loads.iter().any(|load| load.count != team) {
        return Err(Lack::MethodForUnitsAtOnce);
    }
    let mut members = roles.iter().filter_map(|role| units.get(*role));
    let availability = members.clone().next().map_or(1.0, |unit| unit.availability);
    if members.any(|unit| (unit.availability - availability).abs() > 1e-9) {
        return Err(Lack::MethodForAlternatives);
    }
    let heads = roles.iter().filter_map(|role| units.get(*role)).map(|unit| unit.headcount);
    Ok((heads.fold(0, u32::saturating_add) / team.max(1), availability))
}

/// A block as one queue. `others_queue` tells whether customers may queue for another block at a
/// moment too.
///
/// # Errors
/// What no formula here describes: batches, units whose stay with customers depends on other queues,
/// and all that [`servers`] names; a pool that one moment needs twice.
pub(super) fn station(
    service: &Service,
    block: &Block,
    per_s: f64,
    others_queue: impl Fn(usize) -> bool,
) -> Result<Station, Lack> {
    let activity_of =
        |load: &Load| service.process.moments.get(load.moment)?.activities.get(load.activity);
    let mut activities = block.loads.iter().filter_map(activity_of);
    if activities.any(|activity| activity.batch > 1.0) {
        return Err(Lack::MethodForBatches);
    }
    let (servers, availability) = servers(block)?;
    let mut memoryless = true;
    let mut served = Vec::with_capacity(block.loads.len());
    for load in &block.loads {
        let activity = activity_of(load).ok_or(Lack::SoundFlow)?;
        let mean_s = activity.mean_s.ok_or(Lack::Time(load.step))?;
        let same = block.loads.first().is_some_and(|other| {
            (other.hold_s - load.hold_s).abs() <= 1e-9 * load.hold_s.max(other.hold_s)
        });
        memoryless &= activity.exponential && activity.setup_s == 0.0 && same;
        served.push(Served {
            moment: load.moment,
            rate: load.executions,
            mean_s: load.hold_s,
            second: activity.scv * mean_s * mean_s + load.hold_s * load.hold_s,
        });
    }
    let visits = served.len();
    let kept = stay::is_kept(service, block);
    if kept {
        served = stay::stays(service, block, others_queue)?;
        memoryless &=
            served.len() == visits && block.loads.iter().all(|load| load.kept_through.is_empty());
    }
    served.sort_unstable_by_key(|served| served.moment);
    if served.windows(2).any(|pair| pair[0].moment == pair[1].moment) {
        return Err(Lack::MethodForUnitsAtOnce);
    }
    for served in &mut served {
        served.mean_s /= availability;
        served.second /= availability * availability;
    }
    let rate = sum_of(served.iter().map(|served| served.rate));
    let first = sum_of(served.iter().map(|served| served.rate * served.mean_s));
    let second = sum_of(served.iter().map(|served| served.rate * served.second));
    Ok(Station {
        servers,
        mean_s: if rate > 0.0 { first / rate } else { 0.0 },
        scv: if first > 0.0 { (second * rate / (first * first) - 1.0).max(0.0) } else { 0.0 },
        busy: first * per_s / f64::from(servers.max(1)),
        memoryless,
        absent: availability < 1.0,
        kept,
        served,
    })
}
