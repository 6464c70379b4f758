//! What a service asks of its people, read from the notation alone.

use onstage::blueprint::{RoleId, Scenario};
use onstage::process::{Claim, Room, compile};

/// The most that a pool is asked for, in units ÷ (customers per hour): the reciprocal of a capacity
/// that its work alone would allow. Work that several roles can do is spread evenly over their heads.
pub fn busiest_work_h(scenario: &Scenario) -> f64 {
    let process = compile(scenario);
    let mut work: Vec<(RoleId, f64)> = scenario.roles().keys().map(|id| (*id, 0.0)).collect();
    let mut most = 0.0_f64;
    for moment in &process.moments {
        for activity in &moment.activities {
            let hours =
                moment.visits.expect("a sound flow") * activity.hold_s().expect("a time") / 3600.0;
            match activity.room {
                Room::Places(count) => most = most.max(hours / f64::from(count)),
                Room::OneServer => most = most.max(hours),
                Room::Unlimited | Room::Waiting { .. } => {}
            }
            for claim in &activity.claims {
                let offer = |role: &RoleId| scenario.roles()[role].offer();
                let heads: f64 = claim.roles.iter().map(offer).sum();
                for (role, work) in &mut work {
                    if claim.roles.contains(role) {
                        *work += hours * f64::from(claim.count) / heads;
                    }
                }
            }
        }
    }
    work.iter().map(|(_, work)| *work).fold(most, f64::max)
}

/// Whether every moment could start if nobody else were there.
pub fn all_can_start(scenario: &Scenario) -> bool {
    compile(scenario).moments.iter().all(|moment| {
        let claims: Vec<&Claim> = moment.activities.iter().flat_map(|a| &a.claims).collect();
        let mut left: Vec<(RoleId, u32)> =
            scenario.roles().iter().map(|(id, role)| (*id, role.headcount)).collect();
        let claims: Vec<(&[RoleId], u32)> =
            claims.iter().map(|claim| (claim.roles.as_slice(), claim.count)).collect();
        can_be_met(&claims, &mut left)
    })
}

/// Whether there are units for all claims: tries as many as can be of the first role, then fewer.
fn can_be_met(claims: &[(&[RoleId], u32)], left: &mut [(RoleId, u32)]) -> bool {
    let Some(((roles, count), others)) = claims.split_first() else { return true };
    if *count == 0 {
        return can_be_met(others, left);
    }
    let Some((role, roles)) = roles.split_first() else { return false };
    let place = left.iter().position(|(id, _)| id == role).expect("a role");
    (0..=(*count).min(left[place].1)).rev().any(|take| {
        left[place].1 -= take;
        let mut rest = vec![(roles, count - take)];
        rest.extend_from_slice(others);
        let met = can_be_met(&rest, left);
        left[place].1 += take;
        met
    })
}
