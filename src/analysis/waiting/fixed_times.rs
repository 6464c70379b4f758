//! Poisson arrivals and one fixed time for everybody: M/D/c, exact (Crommelin 1932).

use std::f64::consts::TAU;

/// From this rate of decay on, a few terms of Spitzer's sum are enough; below it, roots are
/// quicker.
const QUICK_DECAY: f64 = 2.0;
/// Newton steps towards a root; a handful is enough.
const MOST_STEPS: usize = 60;
/// What no longer changes a sum.
const DUST: f64 = 1e-17;

/// Mean wait in M/D/c.
///
/// `load` must be positive and below `servers`. At most linear in `servers`, and then with some
/// 200 ns for each; less where waits are short.
pub(super) fn wait(servers: u32, load: f64, mean: f64) -> f64 {
    let c = f64::from(servers);
    let busy = load / c;
    // How quickly it becomes unlikely that n times the servers are too few for n services' time.
    let decay = c * (busy - 1.0 - libm::log(busy));
    let queue = if servers > 1 && decay >= QUICK_DECAY {
        queue_by_excess(c, load, decay)
    } else {
        queue_by_roots(servers, load)
    };
    queue.max(0.0) * mean / load
}

/// Mean number waiting: the sum over n of how many more than n·c come on average during n services,
/// ÷ n (Spitzer 1956). All terms are positive, so that tiny queues keep their digits.
fn queue_by_excess(c: f64, load: f64, decay: f64) -> f64 {
    let mut queue = 0.0;
    // Each term is less than e^(−decay) times the one before it.
    let most = (40.0 / decay).ceil();
    let mut n = 1.0;
    while n <= most {
        let (mean, places) = (n * load, n * c);
        let mut term = libm::exp(places * libm::log(mean) - mean - libm::lgamma(places + 1.0));
        let mut excess = 0.0;
        let mut over = 1.0;
        // The terms fall at least as a geometric row of ratio load ÷ c.
        loop {
            term *= mean / (places + over);
            excess += over * term;
            over += 1.0;
            let goes_on = over * term > DUST * excess;
            if !goes_on {
                break;
            }
        }
        queue += excess / n;
        n += 1.0;
    }
    queue
}

/// Mean number waiting from the roots in the unit disc of zᶜ = e^(load (z − 1)) (Janssen & van
/// Leeuwaarden 2005, "Analytic computation schemes for the discrete-time bulk service queue").
fn queue_by_roots(servers: u32, load: f64) -> f64 {
    let c = f64::from(servers);
    let sum: f64 = (1..=servers / 2)
        .map(|k| {
            let pair = if 2 * k == servers { 1.0 } else { 2.0 };
            pair * of_root(load / c, TAU * f64::from(k) / c)
        })
        .sum();
    load / (2.0 * (c - load)) - f64::midpoint(c - 1.0, load) + sum
}

/// The real part of 1 ÷ (1 − z) for the root z of z = e^(busy (z − 1) + i angle), which a fixed
/// point leads to and Newton's steps find.
fn of_root(busy: f64, angle: f64) -> f64 {
    let (mut re, mut im) = (0.0_f64, 0.0_f64);
    for step in 0..MOST_STEPS {
        let size = libm::exp(busy * (re - 1.0));
        let (sin, cos) = (busy * im + angle).sin_cos();
        let (there_re, there_im) = (size * cos, size * sin);
        if step < 3 {
            (re, im) = (there_re, there_im);
            continue;
        }
        // (z − f(z)) ÷ (1 − busy f(z))
        let (over_re, over_im) = (re - there_re, im - there_im);
        let (slope_re, slope_im) = (1.0 - busy * there_re, -busy * there_im);
        let square = slope_re * slope_re + slope_im * slope_im;
        let move_re = (over_re * slope_re + over_im * slope_im) / square;
        let move_im = (over_im * slope_re - over_re * slope_im) / square;
        re -= move_re;
        im -= move_im;
        if move_re.abs() + move_im.abs() < 1e-14 {
            break;
        }
    }
    let (one_less_re, one_less_im) = (1.0 - re, -im);
    one_less_re / (one_less_re * one_less_re + one_less_im * one_less_im)
}

#[cfg(test)]
mod tests {
    use super::super::poisson::{cosmetatos, single};
    use super::*;

    fn check(value: f64, expect: f64, tolerance: f64) {
        assert!((value - expect).abs() <= tolerance, "{value}, not {expect}");
    }

    #[test]
    fn fixed_times_wait_as_crommelin_says() {
        // Exact by another program, mean service 1.
        for (servers, busy, expect) in [
            (2, 0.5, 0.176_741_06),
            (2, 0.8, 0.903_283_88),
            (3, 0.8, 0.553_900_23),
            (5, 0.9, 0.776_695_16),
            (10, 0.9, 0.344_582_05),
        ] {
            check(wait(servers, f64::from(servers) * busy, 1.0), expect, 1e-6 * expect);
        }
        check(wait(1, 0.8, 1.0), single(0.8, 1.0, 0.0), 1e-12);
    }

    #[test]
    fn both_ways_to_reckon_agree() {
        for servers in [2_u32, 3, 8, 50, 1000] {
            let c = f64::from(servers);
            for busy in [0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98] {
                let load = c * busy;
                let decay = c * (busy - 1.0 - busy.ln());
                let by_roots = queue_by_roots(servers, load);
                // Roots lose the digits that tiny queues have behind the number of servers.
                check(queue_by_excess(c, load, decay), by_roots, 1e-8 * by_roots + 1e-10);
            }
        }
    }

    #[test]
    fn cosmetatos_comes_as_close_as_his_figure_claims() {
        // Within 2 % wherever the wait is 5 % of a service or more.
        for servers in [2_u32, 3, 5, 10, 20, 100, 1000] {
            for busy in [0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999] {
                let load = f64::from(servers) * busy;
                let exact = wait(servers, load, 1.0);
                if exact >= 0.05 {
                    check(cosmetatos(servers, load, 1.0), exact, 0.02 * exact);
                }
            }
        }
    }
}
