//! Poisson arrivals and exponential service: M/M/c, exact (Erlang 1917).

use super::delay::Delay;

/// The probability that a customer waits in M/M/c, by the recursion of the loss formula, which
/// neither overflows nor loses digits for thousands of servers. Linear in `servers`.
///
/// `load` must be below `servers`.
pub(super) fn erlang_c(servers: u32, load: f64) -> f64 {
    let mut blocked = 1.0;
    for server in 1..=servers {
        blocked = load * blocked / (f64::from(server) + load * blocked);
        if blocked == 0.0 {
            return 0.0;
        }
    }
    let busy = load / f64::from(servers);
    blocked / (1.0 - busy * (1.0 - blocked))
}

/// Who waits in M/M/c, and how long: the wait of those who wait is exponential.
pub(super) fn delay(servers: u32, load: f64, mean: f64) -> Delay {
    let waiting = erlang_c(servers, load);
    Delay { waiting, wait: waiting * mean / (f64::from(servers) - load) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn erlang_c_holds_from_one_server_to_a_thousand() {
        // Erlang 1917; to twelve digits by summation in exact fractions.
        for (servers, load, expect) in [
            (1, 0.8, 0.8),
            (2, 1.6, 0.711_111_111_111),
            (3, 2.4, 0.647_191_011_236),
            (5, 4.0, 0.554_112_554_113),
            (10, 9.0, 0.668_731_524_108),
            (14, 10.0, 0.174_131_933_595),
            (20, 18.0, 0.550_769_004_816),
            (55, 48.0, 0.238_700_936_378),
            (1000, 950.0, 0.068_253_415_377),
        ] {
            let value = erlang_c(servers, load);
            assert!((value - expect).abs() <= 1e-12, "{value}, not {expect}");
        }
    }

    #[test]
    fn a_call_centre_waits_as_erlang_says() {
        for (agents, expect) in [(11, 122.781), (12, 40.445), (13, 17.116), (14, 7.836)] {
            let value = delay(agents, 10.0, 180.0).wait;
            assert!((value - expect).abs() <= 5e-4, "{value}, not {expect}");
        }
    }
}
