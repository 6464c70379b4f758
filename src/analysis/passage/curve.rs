//! How the time through the service rises with demand.

use super::way::{self, Way};
use crate::analysis::capacity::arrivals::Arrivals;
use crate::analysis::capacity::service::Service;
use crate::analysis::result::{Basis, Lack};
use crate::analysis::waiting::waits::Waits;
use crate::blueprint::Scenario;
use crate::process::Process;

/// The share of the capacity at which a curve ends: at the capacity itself waits are endless.
const LAST_SHARE: f64 = 0.985;
/// The share of the capacity at which it begins.
const FIRST_SHARE: f64 = 0.005;
/// Shares that are always among the points, because people compare them.
const COMPARED: [f64; 2] = [0.8, 0.9];

/// A point of the curve of waits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Arrivals per hour.
    pub demand_per_hour: f64,
    /// Demand ÷ capacity (1 = 100 %).
    pub utilisation: f64,
    /// Seconds from arrival to exit, with waiting.
    pub throughput_time_s: f64,
    /// How far the time can be trusted.
    pub basis: Basis,
}

/// The throughput time at demands from nearly none to nearly the capacity, in ascending order,
/// denser where it rises faster; 80 % and 90 % of the capacity are always among them. The
/// scenario's own demand does not matter, how evenly its customers come does.
///
/// About `points` of them. Each takes the waits of the network and the way through it again (near
/// linear in steps and links); loads, forks and capacity are computed once.
///
/// # Errors
/// What keeps the waits or the time of the customer's way from being known.
pub fn wait_curve(
    scenario: &Scenario,
    process: &Process,
    points: usize,
) -> Result<Vec<CurvePoint>, Vec<Lack>> {
    wait_curve_until(scenario, process, points, &|| false)
}

/// The same as [`wait_curve`], but as soon as `cancelled` says so it ends with the points that it
/// has, from the lowest demand. It asks before each point.
///
/// # Errors
/// What keeps the waits or the time of the customer's way from being known.
pub fn wait_curve_until(
    scenario: &Scenario,
    process: &Process,
    points: usize,
    cancelled: &dyn Fn() -> bool,
) -> Result<Vec<CurvePoint>, Vec<Lack>> {
    profiling::function_scope!();
    let service = Service::new(scenario, process);
    let lacks = way::lacks(&service);
    if !lacks.is_empty() {
        return Err(lacks);
    }
    let most_per_hour = service.capacity();
    let Some(capacity) = most_per_hour.value else {
        return Err(most_per_hour.lacks.to_vec());
    };
    let way = Way::through(&service);
    let mut curve = Vec::with_capacity(points + COMPARED.len());
    for utilisation in shares(points) {
        if cancelled() {
            break;
        }
        let demand_per_hour = utilisation * capacity;
        let waits = Waits::of(&service, Arrivals(Some(demand_per_hour)), &most_per_hour);
        let (_, through) = way.waiting(&service, &waits)?;
        let throughput_time_s = through.mean_s;
        if throughput_time_s.is_finite() {
            let basis = through.basis;
            curve.push(CurvePoint { demand_per_hour, utilisation, throughput_time_s, basis });
        }
    }
    Ok(curve)
}

/// Shares of the capacity in ascending order. Their distance from 1 shrinks with the square, so
/// that a curve like 1 ÷ (1 − x) is drawn in even strokes.
fn shares(points: usize) -> Vec<f64> {
    let last = points.max(2) - 1;
    let (from, to) = ((1.0 - FIRST_SHARE).sqrt(), (1.0 - LAST_SHARE).sqrt());
    let at = |index: usize| {
        let root = from + (to - from) * index as f64 / last as f64;
        1.0 - root * root
    };
    let mut shares: Vec<f64> = (0..=last).map(at).chain(COMPARED).collect();
    shares.sort_by(f64::total_cmp);
    shares.dedup_by(|a, b| (*a - *b).abs() < 1e-9);
    shares
}
