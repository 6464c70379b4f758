//! Formulas for one queue. Times in any one unit; loads are arrival rate × mean service time.

/// The probability that a customer waits in M/M/c (Erlang 1917), by the recursion of the loss
/// formula, which neither overflows nor loses digits for thousands of servers. Linear in `servers`.
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

/// Mean wait in M/M/c.
pub(super) fn exponential(servers: u32, load: f64, mean: f64) -> f64 {
    erlang_c(servers, load) * mean / (f64::from(servers) - load)
}

/// Mean wait in M/G/1 (Pollaczek 1930, Khinchine 1932).
pub(super) fn single(load: f64, mean: f64, scv: f64) -> f64 {
    load * mean * (1.0 + scv) / (2.0 * (1.0 - load))
}

/// Mean wait in M/D/c (Cosmetatos 1975), within 0.6 per cent where waits matter.
fn fixed(servers: u32, load: f64, mean: f64) -> f64 {
    exponential(servers, load, mean) * (1.0 + correction(servers, load)) / 2.0
}

/// Cosmetatos' correction, cut off as Whitt 1993 does.
fn correction(servers: u32, load: f64) -> f64 {
    let c = f64::from(servers);
    let busy = load / c;
    if busy <= 0.0 {
        return 0.24;
    }
    (((1.0 - busy) * (c - 1.0) * ((4.0 + 5.0 * c).sqrt() - 2.0)) / (16.0 * c * busy)).min(0.24)
}

/// Mean wait in M/G/c (Kimura 1986), within 5 per cent for an scv up to 4.
pub(super) fn several(servers: u32, load: f64, mean: f64, scv: f64) -> f64 {
    let exponential = exponential(servers, load, mean);
    let fixed = fixed(servers, load, mean);
    if exponential <= 0.0 || fixed <= 0.0 {
        return 0.0;
    }
    (1.0 + scv) / (2.0 * scv / exponential + (1.0 - scv) / fixed)
}

/// Mean wait in GI/G/c from the scv of the gaps between arrivals and of the service: Krämer &
/// Langenbach-Belz 1976 for one server, Whitt 1993 for several.
pub(super) fn general(servers: u32, load: f64, mean: f64, gap_scv: f64, scv: f64) -> f64 {
    let plain = f64::midpoint(gap_scv, scv) * exponential(servers, load, mean);
    let busy = load / f64::from(servers);
    if plain <= 0.0 || busy <= 0.0 {
        return 0.0;
    }
    if servers == 1 {
        let even = if gap_scv < 1.0 {
            (-2.0 * (1.0 - busy) * (1.0 - gap_scv).powi(2) / (3.0 * busy * (gap_scv + scv))).exp()
        } else {
            1.0
        };
        return plain * even;
    }
    let gamma = correction(servers, load);
    let phi1 = 1.0 + gamma;
    let phi3 = (1.0 - 4.0 * gamma) * (-2.0 * (1.0 - busy) / (3.0 * busy)).exp();
    let phi4 = f64::midpoint(phi1, phi3).min(1.0);
    let both = f64::midpoint(gap_scv, scv);
    let psi = if both >= 1.0 { 1.0 } else { phi4.powf(2.0 * (1.0 - both)) };
    let factor = if gap_scv >= scv {
        let whole = 4.0 * gap_scv - 3.0 * scv;
        4.0 * (gap_scv - scv) / whole * phi1 + scv / whole * psi
    } else {
        let whole = 2.0 * gap_scv + 2.0 * scv;
        (scv - gap_scv) / whole * phi3 + (scv + 3.0 * gap_scv) / whole * psi
    };
    plain * factor
}

/// The scv of the gaps between departures (Whitt 1983, "The queueing network analyzer").
pub(super) fn departure_scv(servers: u32, busy: f64, gap_scv: f64, scv: f64) -> f64 {
    let square = busy * busy;
    1.0 + (1.0 - square) * (gap_scv - 1.0)
        + square / f64::from(servers).sqrt() * (scv.max(0.2) - 1.0)
}

/// The scv of the gaps of streams that run together (Whitt 1983), each given by its rate and scv.
pub(super) fn superposed_scv(streams: &[(f64, f64)], busy: f64) -> f64 {
    let rate: f64 = streams.iter().map(|(rate, _)| rate).sum();
    if rate <= 0.0 {
        return 1.0;
    }
    let mixed: f64 = streams.iter().map(|(part, scv)| part / rate * scv).sum();
    let squares: f64 = streams.iter().map(|(part, _)| (part / rate).powi(2)).sum();
    let weight = 1.0 / (1.0 + 4.0 * (1.0 - busy).powi(2) * (1.0 / squares - 1.0));
    weight * mixed + 1.0 - weight
}

/// Mean time through branches side by side, each one exponential server with the same mean and fed
/// by one Poisson stream that forks and joins at once, from the time through a single one. Exact for
/// two (Flatto & Hahn 1984), an approximation for more (Nelson & Tantawi 1988).
pub(super) fn side_by_side(branches: usize, busy: f64, single: f64) -> f64 {
    let harmonic = |count: usize| (1..=count).map(|branch| 1.0 / branch as f64).sum::<f64>();
    let ratio = harmonic(branches) / harmonic(2);
    let of_two = (12.0 - busy) / 8.0 * single;
    match branches {
        0 => 0.0,
        1 => single,
        2 => of_two,
        _ => (ratio + 4.0 / 11.0 * (1.0 - ratio) * busy) * of_two,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: f64, expect: f64, tolerance: f64) {
        assert!((value - expect).abs() <= tolerance, "{value}, not {expect}");
    }

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
            check(erlang_c(servers, load), expect, 1e-12);
        }
    }

    #[test]
    fn a_call_centre_waits_as_erlang_says() {
        for (agents, expect) in [(11, 122.781), (12, 40.445), (13, 17.116), (14, 7.836)] {
            check(exponential(agents, 10.0, 180.0), expect, 5e-4);
        }
    }

    #[test]
    fn one_server_waits_as_pollaczek_and_khinchine_say() {
        for (scv, expect) in [(0.0, 2.0), (0.5, 3.0), (1.0, 4.0), (4.0, 10.0)] {
            check(single(0.8, 1.0, scv), expect, 1e-12);
        }
    }

    #[test]
    fn approximations_come_as_close_as_they_claim() {
        // Exact values by Crommelin's and by phase-type methods, mean service 1.
        for (servers, busy, expect) in [
            (2, 0.5, 0.176_741_06),
            (2, 0.8, 0.903_283_88),
            (3, 0.8, 0.553_900_23),
            (5, 0.9, 0.776_695_16),
            (10, 0.9, 0.344_582_05),
        ] {
            check(fixed(servers, f64::from(servers) * busy, 1.0), expect, expect * 0.006);
        }
        // Kimura 1986 with exact ends; Cosmetatos' end moves it by less than 1 %.
        check(several(2, 1.6, 1.0, 0.5), 1.3440, 2e-3);
        check(several(3, 2.4, 1.0, 4.0), 2.4993, 2e-2);
        // Whitt 1993 for gaps of 5 (sd 6) and services of 12 (sd 15) on three servers.
        check(general(3, 2.4, 12.0, 1.44, 1.5625), 19.338_075, 1e-4);
        check(general(2, 1.8, 1.0, 2.0, 1.0), 6.473_638_82, 6.473_638_82 * 0.15);
        check(general(5, 4.5, 1.0, 0.5, 0.5), 0.719_317_32, 0.719_317_32 * 0.15);
    }

    #[test]
    fn queues_side_by_side_take_as_long_as_flatto_and_hahn_say() {
        check(side_by_side(2, 0.5, 2.0), 2.875, 1e-12);
        check(side_by_side(2, 0.8, 5.0), 7.0, 1e-12);
        // Nobody waits: a harmonic sum.
        check(side_by_side(5, 0.0, 1.0), 137.0 / 60.0, 1e-12);
        // Nelson & Tantawi 1988, by hand for three at one half.
        check(side_by_side(3, 0.5, 2.0), (11.0 / 9.0 - 4.0 / 99.0) * 2.875, 1e-12);
    }

    #[test]
    fn poisson_streams_stay_poisson() {
        check(superposed_scv(&[(1.0, 1.0), (2.0, 1.0)], 0.7), 1.0, 1e-12);
        check(departure_scv(3, 0.8, 1.0, 1.0), 1.0, 1e-12);
    }
}
