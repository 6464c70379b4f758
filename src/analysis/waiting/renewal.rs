//! Evenly or unevenly spaced arrivals and exponential service: GI/M/c, exact (Takács 1962,
//! *Introduction to the Theory of Queues*).

use super::delay::Delay;

/// Gaps that vary less than this are constant: no digit of a wait depends on the difference.
const LEAST_SCV: f64 = 1e-12;
/// Newton steps towards the root; each at least halves the distance.
const MOST_STEPS: usize = 200;
/// Distance from a zero of numerator and denominator below which their quotient is taken from the
/// slope instead: both have lost as many digits there as the slope is wrong by.
const NEAR_ZERO: f64 = 1e-4;

/// The law of the inter-arrival times that a mean and an scv stand for (Tijms 2003, appendix B),
/// with a mean of 1.
#[derive(Clone, Copy, Debug, PartialEq)]
enum InterArrival {
    /// Scv 0.
    Constant,
    /// Scv below 1: mostly so many exponential stages, or with a probability one less.
    Erlang { stages: f64, one_less: f64 },
    /// Scv above 1: short or long, both with the same share in the mean ("balanced means").
    Hyperexponential { short: f64, long: f64 },
}

impl InterArrival {
    fn of(scv: f64) -> Self {
        if scv < LEAST_SCV {
            return Self::Constant;
        }
        if scv <= 1.0 {
            let stages = (1.0 / scv).ceil();
            let root = (stages * (1.0 + scv - stages * scv)).max(0.0).sqrt();
            let one_less = ((stages * scv - root) / (1.0 + scv)).clamp(0.0, 1.0);
            return Self::Erlang { stages, one_less };
        }
        let apart = ((scv - 1.0) / (scv + 1.0)).sqrt();
        // (1 − apart) ÷ 2, without the difference of two numbers that are nearly the same.
        let long = 1.0 / ((scv + 1.0) * (1.0 + apart));
        Self::Hyperexponential { short: f64::midpoint(1.0, apart), long }
    }

    /// The logarithm of E e^(−sA) for a gap A, and 1 less the value itself to all its digits.
    fn transform(self, s: f64) -> (f64, f64) {
        match self {
            Self::Constant => (-s, -libm::expm1(-s)),
            Self::Erlang { stages, one_less } => {
                let part = s / (stages - one_less);
                let last = libm::log1p(-(1.0 - one_less) * part / (1.0 + part));
                let log = last - (stages - 1.0) * libm::log1p(part);
                (log, -libm::expm1(log))
            }
            Self::Hyperexponential { short, long } => {
                let of = |share: f64| (2.0 * share * share, 2.0 * share + s);
                let (one, other) = (of(short), of(long));
                let value = one.0 / one.1 + other.0 / other.1;
                (libm::log(value), s * (short / one.1 + long / other.1))
            }
        }
    }

    /// E A e^(−sA): minus the slope of the transform.
    fn slope(self, s: f64) -> f64 {
        match self {
            Self::Constant => libm::exp(-s),
            Self::Erlang { stages, one_less } => {
                let rate = stages - one_less;
                let part = s / rate;
                let most = libm::exp(-stages * libm::log1p(part)) / rate;
                most * (one_less * (stages - 1.0) + (1.0 - one_less) * stages / (1.0 + part))
            }
            Self::Hyperexponential { short, long } => {
                let of = |share: f64| 2.0 * (share / (2.0 * share + s)).powi(2);
                of(short) + of(long)
            }
        }
    }
}

/// Who waits in GI/M/c, and how long: the wait of those who wait is exponential. Gaps are constant
/// (scv 0), a mixture of Erlang laws (below 1), exponential (1) or balanced hyper-exponential
/// (above 1). Linear in `servers`.
///
/// `load` must be positive and below `servers`.
pub(super) fn renewal(servers: u32, load: f64, mean: f64, inter_arrival_scv: f64) -> Delay {
    let inter_arrival = InterArrival::of(inter_arrival_scv);
    let c = f64::from(servers);
    let idle = idle_share(inter_arrival, c / load);
    // Takács' coefficient: a sum of positive terms, each the product of many factors that are too
    // large or too small to be multiplied out.
    let mut sum = LogSum::of(-libm::log(idle));
    let mut product = 0.0;
    for j in (1..=servers).map(f64::from) {
        let (log, rest) = inter_arrival.transform(j / load);
        let log_rest = libm::log(rest);
        product += libm::log((c - j + 1.0) / j) - log + log_rest;
        let apart = c * idle - j;
        // Both are concave in j with the same two zeros, so that their quotient is positive.
        let quotient = if apart.abs() < NEAR_ZERO {
            let between = f64::midpoint(c * idle, j) / load;
            1.0 - c / load * inter_arrival.slope(between)
        } else {
            (c * rest - j) / apart
        };
        sum.add(product - log_rest + libm::log(quotient.max(0.0)));
    }
    let waiting = libm::exp(-sum.log()) / idle;
    let waiting = if waiting.is_finite() { waiting.clamp(0.0, 1.0) } else { 0.0 };
    Delay { waiting, wait: waiting * mean / (c * idle) }
}

/// 1 − σ, where σ is the root below 1 of σ = E e^(−speed (1 − σ) A): the share by which the queue
/// that arrivals find falls short of being one longer.
///
/// The difference of both sides is concave in 1 − σ with a zero at 0, so that Newton's steps from
/// the right never pass the other.
fn idle_share(inter_arrival: InterArrival, speed: f64) -> f64 {
    let mut idle: f64 = 1.0;
    for _ in 0..MOST_STEPS {
        let over = inter_arrival.transform(speed * idle).1 - idle;
        let slope = speed * inter_arrival.slope(speed * idle) - 1.0;
        let next = idle - over / slope;
        if slope >= 0.0 || next <= 0.0 || next >= idle {
            break;
        }
        idle = next;
    }
    idle
}

/// A sum of numbers that are known by their logarithms.
struct LogSum {
    largest: f64,
    /// The sum ÷ the largest.
    relative: f64,
}

impl LogSum {
    fn of(log: f64) -> Self {
        Self { largest: log, relative: 1.0 }
    }

    fn add(&mut self, log: f64) {
        if log <= self.largest {
            self.relative += libm::exp(log - self.largest);
        } else {
            self.relative = 1.0 + self.relative * libm::exp(self.largest - log);
            self.largest = log;
        }
    }

    fn log(&self) -> f64 {
        self.largest + libm::log(self.relative)
    }
}

#[cfg(test)]
mod tests {
    use super::super::erlang;
    use super::*;

    fn check(value: f64, expect: f64, tolerance: f64) {
        assert!((value - expect).abs() <= tolerance, "{value}, not {expect}");
    }

    #[test]
    fn even_and_uneven_arrivals_wait_as_takacs_says() {
        // Exact by Takács' root in another program, mean service 1.
        for (inter_arrival_scv, servers, busy, expect) in [
            (0.0, 1, 0.5, 0.255_000_97),
            (0.0, 2, 0.8, 0.711_114_83),
            (0.0, 10, 0.9, 0.270_306_31),
            (2.0, 2, 0.9, 6.473_638_82),
        ] {
            let load = f64::from(servers) * busy;
            check(renewal(servers, load, 1.0, inter_arrival_scv).wait, expect, 1e-6 * expect);
        }
    }

    #[test]
    fn one_server_has_the_root_as_its_probability_of_waiting() {
        // For one server a customer waits with probability σ (Kendall 1953).
        for inter_arrival_scv in [0.0, 0.3, 0.5, 1.0, 4.0, 1e6] {
            for busy in [1e-6, 0.1, 0.5, 0.9, 0.999] {
                let delay = renewal(1, busy, 1.0, inter_arrival_scv);
                let root = 1.0 - idle_share(InterArrival::of(inter_arrival_scv), 1.0 / busy);
                check(delay.waiting, root, 1e-7);
            }
        }
    }

    #[test]
    fn a_root_that_falls_on_a_number_of_servers_is_no_exception() {
        // For two servers and constant inter-arrival times, 1 − σ = 1/2 at a load of −1 ÷ ln ½, where
        // a term of the sum is 0 ÷ 0. The wait goes on smoothly there (Richardson 1911).
        let load = -1.0 / 0.5_f64.ln();
        let wait = |off: f64| renewal(2, load + off, 1.0, 0.0).wait;
        let near = wait(1e-3) + wait(-1e-3);
        let expect = (4.0 * near - wait(2e-3) - wait(-2e-3)) / 6.0;
        for off in [0.0, 1e-12, -1e-9] {
            check(wait(off), expect, 1e-8 * expect);
        }
    }

    #[test]
    fn arrivals_by_chance_wait_as_erlang_says() {
        for servers in [1, 2, 3, 10, 100, 1000] {
            for busy in [0.01, 0.3, 0.8, 0.95, 0.999] {
                let load = f64::from(servers) * busy;
                let expect = erlang::delay(servers, load, 1.0);
                let delay = renewal(servers, load, 1.0, 1.0);
                check(delay.waiting, expect.waiting, 1e-7 * expect.waiting);
                check(delay.wait, expect.wait, 1e-7 * expect.wait);
            }
        }
    }

    #[test]
    fn inter_arrival_times_have_the_mean_and_variation_that_they_stand_for() {
        // −slope of the transform at 0 is the mean; by differences, the second moment.
        for scv in [0.0, 1e-3, 0.1, 0.3, 0.5, 0.7, 1.0, 1.5, 4.0, 100.0] {
            let inter_arrival = InterArrival::of(scv);
            check(inter_arrival.slope(0.0), 1.0, 1e-9);
            let step = 1e-4 / (1.0 + scv);
            let second = (inter_arrival.slope(0.0) - inter_arrival.slope(step)) / step;
            check(second, 1.0 + scv, 2e-3 * (1.0 + scv));
            let (log, rest) = inter_arrival.transform(0.5);
            check(log.exp() + rest, 1.0, 1e-12);
        }
    }

    #[test]
    fn more_variation_never_shortens_the_wait() {
        for servers in [1, 3, 20, 400] {
            let load = f64::from(servers) * 0.9;
            let waits: Vec<f64> = [0.0, 1e-15, 1e-9, 0.01, 0.2, 0.5, 0.99, 1.0, 1.01, 2.0, 9.0]
                .iter()
                .map(|scv| renewal(servers, load, 1.0, *scv).wait)
                .collect();
            assert!(waits.windows(2).all(|pair| pair[0] <= pair[1] * (1.0 + 1e-6)), "{waits:?}");
        }
    }
}
