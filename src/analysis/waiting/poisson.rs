//! Poisson arrivals and any service: M/G/1 exactly, M/G/c nearly.

use super::erlang;

/// Mean wait in M/G/1 (Pollaczek 1930, Khinchine 1932), exact.
pub(super) fn single(load: f64, mean: f64, scv: f64) -> f64 {
    load * mean * (1.0 + scv) / (2.0 * (1.0 - load))
}

/// Mean wait in M/D/c (Cosmetatos 1975), within 0.6 per cent for 20 servers and 2 per cent for any
/// number where waits matter. For so many servers that the exact wait takes too long.
pub(super) fn cosmetatos(servers: u32, load: f64, mean: f64) -> f64 {
    erlang::delay(servers, load, mean).wait * (1.0 + correction(servers, load)) / 2.0
}

/// Cosmetatos' correction, cut off as Whitt 1993 does.
pub(super) fn correction(servers: u32, load: f64) -> f64 {
    let c = f64::from(servers);
    let busy = load / c;
    if busy <= 0.0 {
        return 0.24;
    }
    (((1.0 - busy) * (c - 1.0) * ((4.0 + 5.0 * c).sqrt() - 2.0)) / (16.0 * c * busy)).min(0.24)
}

/// Mean wait in M/G/c between those with exponential and with fixed times (Kimura 1986), within 5
/// per cent for an scv up to 4 where waits matter.
pub(super) fn between(exponential: f64, fixed: f64, scv: f64) -> f64 {
    if exponential <= 0.0 || fixed <= 0.0 {
        return 0.0;
    }
    (1.0 + scv) / (2.0 * scv / exponential + (1.0 - scv) / fixed)
}

#[cfg(test)]
mod tests {
    use super::super::fixed_times;
    use super::*;

    fn check(value: f64, expect: f64, tolerance: f64) {
        assert!((value - expect).abs() <= tolerance, "{value}, not {expect}");
    }

    #[test]
    fn one_server_waits_as_pollaczek_and_khinchine_say() {
        for (scv, expect) in [(0.0, 2.0), (0.5, 3.0), (1.0, 4.0), (4.0, 10.0)] {
            check(single(0.8, 1.0, scv), expect, 1e-12);
        }
    }

    #[test]
    fn kimura_lies_between_exact_ends() {
        // Kimura's own values, and the exact ones for Erlang and hyper-exponential services.
        for (scv, servers, kimura, exact) in
            [(0.5, 2, 1.3440, 1.342_391_30), (4.0, 3, 2.4993, 2.536_261_63)]
        {
            let load = f64::from(servers) * 0.8;
            let ends =
                [erlang::delay(servers, load, 1.0).wait, fixed_times::wait(servers, load, 1.0)];
            let wait = between(ends[0], ends[1], scv);
            check(wait, kimura, 5e-5);
            check(wait, exact, exact * 0.05);
        }
    }
}
