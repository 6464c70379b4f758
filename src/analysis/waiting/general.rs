//! Any arrivals and any service: GI/G/c, nearly.

use super::delay::Delay;
use super::erlang;
use super::poisson::correction;
use crate::process::sum_of;

/// Who waits in GI/G/c, and how long, from the scv of the inter-arrival times and of the service:
/// Krämer & Langenbach-Belz 1976 for one server; for several the wait of Whitt 1993, and as many
/// waiting as in M/M/c.
pub(super) fn delay(servers: u32, load: f64, mean: f64, inter_arrival_scv: f64, scv: f64) -> Delay {
    let exponential = erlang::delay(servers, load, mean);
    let plain = f64::midpoint(inter_arrival_scv, scv) * exponential.wait;
    if plain <= 0.0 {
        return Delay { waiting: exponential.waiting, wait: 0.0 };
    }
    if servers == 1 {
        let even = if inter_arrival_scv < 1.0 {
            libm::exp(
                -2.0 * (1.0 - load) * (1.0 - inter_arrival_scv).powi(2)
                    / (3.0 * load * (inter_arrival_scv + scv)),
            )
        } else {
            1.0
        };
        return Delay { waiting: waiting(load, inter_arrival_scv, scv), wait: plain * even };
    }
    let mut wait = plain * whitt(servers, load / f64::from(servers), inter_arrival_scv, scv);
    if load < 1.0 {
        // Nobody waits longer for several than for one of them alone, though the two formulas
        // disagree where hardly anything varies.
        wait = wait.min(delay(1, load, mean, inter_arrival_scv, scv).wait);
    }
    Delay { waiting: exponential.waiting, wait }
}

/// The probability of waiting in GI/G/1 (Krämer & Langenbach-Belz 1976).
fn waiting(busy: f64, inter_arrival_scv: f64, scv: f64) -> f64 {
    let square = busy * busy;
    let weight = if inter_arrival_scv <= 1.0 {
        (1.0 + inter_arrival_scv + busy * scv)
            / (1.0 + busy * (scv - 1.0) + square * (4.0 * inter_arrival_scv + scv))
    } else {
        4.0 * busy / (inter_arrival_scv + square * (4.0 * inter_arrival_scv + scv))
    };
    (busy + (inter_arrival_scv - 1.0) * busy * (1.0 - busy) * weight).clamp(0.0, 1.0)
}

/// By how much the wait in GI/G/c differs from that in M/M/c, scaled by the mean of both scvs
/// (Whitt 1993, "Approximations for the GI/G/m queue").
fn whitt(servers: u32, busy: f64, inter_arrival_scv: f64, scv: f64) -> f64 {
    let load = busy * f64::from(servers);
    let gamma = correction(servers, load);
    let phi1 = 1.0 + gamma;
    let phi3 = (1.0 - 4.0 * gamma) * libm::exp(-2.0 * (1.0 - busy) / (3.0 * busy));
    let phi4 = f64::midpoint(phi1, phi3).min(1.0);
    let both = f64::midpoint(inter_arrival_scv, scv);
    let psi = if both >= 1.0 { 1.0 } else { libm::pow(phi4, 2.0 * (1.0 - both)) };
    if inter_arrival_scv >= scv {
        let whole = 4.0 * inter_arrival_scv - 3.0 * scv;
        4.0 * (inter_arrival_scv - scv) / whole * phi1 + scv / whole * psi
    } else {
        let whole = 2.0 * inter_arrival_scv + 2.0 * scv;
        (scv - inter_arrival_scv) / whole * phi3 + (scv + 3.0 * inter_arrival_scv) / whole * psi
    }
}

/// The scv of the times between departures (Whitt 1983, "The queueing network analyzer").
pub(super) fn departure_scv(servers: u32, busy: f64, inter_arrival_scv: f64, scv: f64) -> f64 {
    let square = busy * busy;
    1.0 + (1.0 - square) * (inter_arrival_scv - 1.0)
        + square / f64::from(servers).sqrt() * (scv.max(0.2) - 1.0)
}

/// The scv of the inter-arrival times of streams that run together (Whitt 1983), each given by its
/// rate and scv.
pub(super) fn superposed_scv(streams: &[(f64, f64)], busy: f64) -> f64 {
    if let [(rate, scv)] = streams
        && *rate > 0.0
        && rate.is_finite()
    {
        // What the rest comes to, rounded alike: the weight is one.
        return scv + 1.0 - 1.0;
    }
    let rate = sum_of(streams.iter().map(|(rate, _)| *rate));
    if rate <= 0.0 {
        return 1.0;
    }
    let mixed = sum_of(streams.iter().map(|(part, scv)| part / rate * scv));
    let squares = sum_of(streams.iter().map(|(part, _)| (part / rate).powi(2)));
    let weight = 1.0 / (1.0 + 4.0 * (1.0 - busy).powi(2) * (1.0 / squares - 1.0));
    weight * mixed + 1.0 - weight
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: f64, expect: f64, tolerance: f64) {
        assert!((value - expect).abs() <= tolerance, "{value}, not {expect}");
    }

    #[test]
    fn three_servers_wait_as_whitt_says() {
        // Gaps of 5 (sd 6), services of 12 (sd 15): M/M/3, Allen–Cunneen, Whitt 1993.
        let exponential = erlang::delay(3, 2.4, 12.0).wait;
        check(exponential, 12.943_820, 5e-7);
        check(f64::midpoint(1.44, 1.5625) * exponential, 19.431_910, 5e-7);
        check(delay(3, 2.4, 12.0, 1.44, 1.5625).wait, 19.338_075, 5e-7);
    }

    #[test]
    fn arrivals_that_do_not_come_by_chance_wait_nearly_as_takacs_says() {
        // Exact waits, mean service 1; 20 % is what a single station claims.
        for (inter_arrival_scv, servers, busy, exact) in [
            (0.0, 1, 0.5, 0.255_000_97),
            (0.0, 2, 0.8, 0.711_114_83),
            (0.0, 10, 0.9, 0.270_306_31),
            (2.0, 2, 0.9, 6.473_638_82),
        ] {
            let load = f64::from(servers) * busy;
            check(delay(servers, load, 1.0, inter_arrival_scv, 1.0).wait, exact, 0.2 * exact);
        }
    }

    #[test]
    fn one_server_makes_as_many_wait_as_the_root_says() {
        for inter_arrival_scv in [0.0, 0.2, 0.5, 1.0, 1.5, 2.0] {
            for busy in [0.3, 0.5, 0.8, 0.95] {
                let exact = super::super::renewal::renewal(1, busy, 1.0, inter_arrival_scv).waiting;
                check(delay(1, busy, 1.0, inter_arrival_scv, 1.0).waiting, exact, 0.03);
            }
        }
    }

    #[test]
    fn poisson_streams_stay_poisson() {
        check(superposed_scv(&[(1.0, 1.0), (2.0, 1.0)], 0.7), 1.0, 1e-12);
        check(departure_scv(3, 0.8, 1.0, 1.0), 1.0, 1e-12);
    }
}
