//! A pool as a queue.

use crate::analysis::figure::Lack;
use crate::analysis::loads::{Block, Supply};
use crate::analysis::service::Service;

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

/// A block as one queue.
///
/// # Errors
/// What no formula here describes: batches, several units at once, alternatives and kept units.
pub(super) fn station(service: &Service, block: &Block, per_s: f64) -> Result<Station, Lack> {
    let (servers, availability) = match &block.supply {
        Supply::Roles(units) => match units.as_slice() {
            [unit] => (unit.headcount, unit.availability),
            _ => return Err(Lack::Method),
        },
        Supply::Places(_, count) | Supply::Assumed(_, count) => (*count, 1.0),
    };
    let (mut rate, mut first, mut second) = (0.0, 0.0, 0.0);
    let mut moments = Vec::new();
    let mut memoryless = true;
    for load in &block.loads {
        let moment = service.process.moments.get(load.moment).ok_or(Lack::SoundFlow)?;
        let activity = moment.activities.get(load.activity).ok_or(Lack::SoundFlow)?;
        if load.count > 1 || activity.batch > 1.0 || activity.claims.iter().any(|c| c.keep) {
            return Err(Lack::Method);
        }
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
        return Err(Lack::Method);
    }
    let mean_s = if rate > 0.0 { first / rate } else { 0.0 };
    let scv = if first > 0.0 { (second * rate / (first * first) - 1.0).max(0.0) } else { 0.0 };
    let feedback = match moments.as_slice() {
        [only] => straight_back(service, *only),
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
fn straight_back(service: &Service, moment: usize) -> f64 {
    let flows = service.process.live_flows(moment);
    let back = flows.filter(|arc| arc.from == arc.to).filter_map(|arc| arc.share);
    back.sum::<f64>().clamp(0.0, 1.0 - f64::EPSILON)
}
