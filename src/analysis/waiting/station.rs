//! A pool as a queue.

use crate::analysis::figure::Lack;
use crate::analysis::loads::{Block, Load, Supply};
use crate::analysis::service::Service;
use crate::process::Process;

/// A pool as a queue.
pub(super) struct Station {
    pub(super) servers: u32,
    /// Mean seconds of service, stretched by absence.
    pub(super) mean_s: f64,
    pub(super) scv: f64,
    pub(super) busy: f64,
    /// Exponential with one mean whoever comes: what product form asks for.
    pub(super) memoryless: bool,
    /// The share of its work that comes straight back to it, for a pool of one moment. Passes in a
    /// row count as one service here, which leaves the number of customers at it as it is (Takács
    /// 1963), and the stream that comes out nearer to what the formulas expect (Kuehn 1979).
    pub(super) feedback: f64,
    /// Units are not always there, which the formulas treat by longer service.
    pub(super) absent: bool,
    /// The moments that it serves, each once.
    pub(super) moments: Vec<usize>,
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
    if block.loads.iter().any(|load| load.roles != roles) {
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

/// A block as one queue.
///
/// # Errors
/// What no formula here describes: batches, kept units, and all that [`servers`] names; a pool that
/// one moment needs twice.
pub(super) fn station(service: &Service, block: &Block, per_s: f64) -> Result<Station, Lack> {
    let activity_of =
        |load: &Load| service.process.moments.get(load.moment)?.activities.get(load.activity);
    let activities = || block.loads.iter().filter_map(activity_of);
    if activities().any(|activity| activity.batch > 1.0) {
        return Err(Lack::MethodForBatches);
    }
    if activities().flat_map(|activity| &activity.claims).any(|claim| claim.keep) {
        return Err(Lack::MethodForKeptUnits);
    }
    let (servers, availability) = servers(block)?;
    let (mut rate, mut first, mut second) = (0.0, 0.0, 0.0);
    let mut moments = Vec::new();
    let mut memoryless = true;
    for load in &block.loads {
        let activity = activity_of(load).ok_or(Lack::SoundFlow)?;
        let mean_s = activity.mean_s.ok_or(Lack::Time(load.step))?;
        let hold = load.hold_s / availability;
        let spread = activity.scv * (mean_s / availability).powi(2);
        rate += load.executions;
        first += load.executions * hold;
        second += load.executions * (spread + hold * hold);
        let same = block.loads.first().is_some_and(|other| {
            (other.hold_s - load.hold_s).abs() <= 1e-9 * load.hold_s.max(other.hold_s)
        });
        memoryless &= activity.exponential && activity.setup_s == 0.0 && same;
        moments.push(load.moment);
    }
    moments.sort_unstable();
    let once = moments.len();
    moments.dedup();
    if moments.len() < once {
        return Err(Lack::MethodForUnitsAtOnce);
    }
    let mean_s = if rate > 0.0 { first / rate } else { 0.0 };
    let scv = if first > 0.0 { (second * rate / (first * first) - 1.0).max(0.0) } else { 0.0 };
    let feedback = match moments.as_slice() {
        [only] => straight_back(service.process, *only),
        _ => 0.0,
    };
    Ok(Station {
        servers,
        mean_s: mean_s / (1.0 - feedback),
        scv: feedback + (1.0 - feedback) * scv,
        feedback,
        busy: first * per_s / f64::from(servers.max(1)),
        memoryless,
        absent: availability < 1.0,
        moments,
    })
}

/// The share of the customers of a moment whom its decision sends straight back to it.
pub(in crate::analysis) fn straight_back(process: &Process, moment: usize) -> f64 {
    let flows = process.live_flows(moment);
    let back = flows.filter(|arc| arc.from == arc.to).filter_map(|arc| arc.share);
    back.sum::<f64>().clamp(0.0, 1.0 - f64::EPSILON)
}
