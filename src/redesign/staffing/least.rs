//! The fewest heads for a load, by formula: where repairing begins.

use super::question::StaffTarget;
use crate::blueprint::Role;

/// The fewest heads at which the target holds in the long run, for a load in heads at work and a mean work in
/// seconds: Erlang C (Erlang 1917), or the load ÷ the cap.
pub(super) fn least_heads(load: f64, work_s: f64, target: StaffTarget) -> u32 {
    if load <= 0.0 {
        return 0;
    }
    match target {
        StaffTarget::Busy { most } => {
            const DUST: f64 = 1e-9;
            let heads = (load / most - DUST).ceil().clamp(1.0, f64::from(Role::MOST));
            // Within the limits of a headcount.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let heads = heads as u32;
            heads
        }
        StaffTarget::Within { share, wait_s } => {
            // Of one more server after the other, as the loss formula goes on.
            let mut blocked = 1.0;
            for heads in 1..Role::MOST {
                let servers = f64::from(heads);
                blocked = load * blocked / (servers + load * blocked);
                if servers <= load {
                    continue;
                }
                let waits = blocked / (1.0 - load / servers * (1.0 - blocked));
                let longer = waits * libm::exp(-(servers - load) * wait_s / work_s.max(1e-6));
                if 1.0 - longer >= share {
                    return heads;
                }
            }
            Role::MOST
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_by_its_rates_needs_what_erlang_says() {
        // Three minutes each; by hour.
        let target = StaffTarget::default();
        let rates = [20.0, 40.0, 60.0, 80.0, 100.0, 90.0, 60.0, 40.0, 30.0];
        let heads = rates.map(|rate| least_heads(rate / 20.0, 180.0, target));
        assert_eq!(heads, [2, 3, 4, 6, 7, 6, 4, 3, 3]);
    }

    #[test]
    fn a_cap_is_load_by_cap() {
        let heads = |load| least_heads(load, 180.0, StaffTarget::Busy { most: 0.85 });
        assert_eq!(
            [heads(0.0), heads(0.5), heads(0.85), heads(0.86), heads(8.5)],
            [0, 1, 1, 2, 10]
        );
    }
}
