//! Turning a time into another law without changing its mean.

use crate::blueprint::{Law, Refusal, ServiceTime};

/// The sort of a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LawKind {
    Fixed,
    Uniform,
    Triangular,
    Normal,
    Exponential,
    Erlang,
    LogNormal,
    Samples,
}

/// The widest spread of a bell curve, as a part of its mean, that the cut at zero hardly touches:
/// four standard deviations lie above zero, and the mean moves by less than 0.004 %.
const WIDEST_BELL: f64 = 0.25;
/// How far the mean may lie from the middle of a bell curve to count as the same.
const SAME_MEAN: f64 = 1e-3;

impl LawKind {
    /// All, from the steadiest to measured ones.
    pub const ALL: [Self; 8] = [
        Self::Fixed,
        Self::Uniform,
        Self::Triangular,
        Self::Normal,
        Self::Erlang,
        Self::Exponential,
        Self::LogNormal,
        Self::Samples,
    ];

    /// The sort of a time's law.
    pub fn of(time: &ServiceTime) -> Self {
        match time.law() {
            Law::Fixed(_) => Self::Fixed,
            Law::Uniform { .. } => Self::Uniform,
            Law::Triangular { .. } => Self::Triangular,
            Law::Normal { .. } => Self::Normal,
            Law::Exponential { .. } => Self::Exponential,
            Law::Erlang { .. } => Self::Erlang,
            Law::LogNormal { .. } => Self::LogNormal,
            Law::Samples(_) => Self::Samples,
        }
    }

    /// What it is called in the localisation layer.
    pub fn key(self) -> &'static str {
        match self {
            Self::Fixed => "details-law-fixed",
            Self::Uniform => "details-law-uniform",
            Self::Triangular => "details-law-triangular",
            Self::Normal => "details-law-normal",
            Self::Exponential => "details-law-exponential",
            Self::Erlang => "details-law-erlang",
            Self::LogNormal => "details-law-log-normal",
            Self::Samples => "details-law-samples",
        }
    }

    /// The time under this law with the mean it has now. The spread is kept where the law can have
    /// it; a time without spread gets a usual one.
    ///
    /// # Errors
    /// [`Refusal::SpreadAroundZero`] for a mean of zero under a law that varies.
    pub fn applied_to(self, time: &ServiceTime) -> Result<ServiceTime, Refusal> {
        let mean = middle(time);
        let sd = time.scv().sqrt() * mean;
        if mean <= 0.0 && self != Self::Fixed {
            return Err(Refusal::SpreadAroundZero);
        }
        // Half the width of a law around the mean with this spread, at most down to zero.
        let half = |widths: f64| if sd > 0.0 { tidy(sd * widths).min(mean) } else { mean / 2.0 };
        let law = match self {
            Self::Fixed => Law::Fixed(mean),
            Self::Uniform => {
                let half = half(3f64.sqrt());
                Law::Uniform { low: tidy(mean - half), high: tidy(mean + half) }
            }
            Self::Triangular => {
                let half = half(6f64.sqrt());
                Law::Triangular { low: tidy(mean - half), mode: mean, high: tidy(mean + half) }
            }
            Self::Normal => {
                let most = mean * WIDEST_BELL;
                Law::Normal { mean, sd: if sd > 0.0 { tidy(sd).min(most) } else { most } }
            }
            Self::Exponential => Law::Exponential { mean },
            Self::Erlang => Law::Erlang { stages: stages(time.scv()), mean },
            Self::LogNormal => {
                Law::LogNormal { mean, sd: if sd > 0.0 { tidy(sd) } else { mean / 2.0 } }
            }
            Self::Samples if sd > 0.0 && sd <= mean => {
                let sd = tidy(sd);
                Law::Samples(vec![tidy(mean - sd), tidy(mean + sd)])
            }
            Self::Samples => Law::Samples(vec![mean]),
        };
        ServiceTime::new(law, time.unit())
    }
}

/// The mean in the time's unit; of a bell curve that the cut hardly touches, its middle.
fn middle(time: &ServiceTime) -> f64 {
    let mean = time.mean_s() / time.unit().seconds();
    match time.law() {
        Law::Normal { mean: middle, .. } if (mean - middle).abs() <= SAME_MEAN * middle => *middle,
        _ => tidy(mean),
    }
}

/// The number of stages whose spread is nearest; four where there is none.
fn stages(scv: f64) -> u32 {
    if scv <= 0.0 {
        return 4;
    }
    // In the range of the cast by the bounds.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let stages = (1.0 / scv).round().clamp(1.0, 1_000.0) as u32;
    stages
}

/// A number without the dust of binary fractions: seven digits are finer than any clock.
fn tidy(value: f64) -> f64 {
    if value <= 0.0 {
        return 0.0;
    }
    let scale = 10f64.powi(6) / 10f64.powf(value.log10().floor());
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::TimeUnit;
    use crate::blueprint::notation::parse_time;

    fn becomes(time: &str, law: LawKind) -> String {
        match parse_time(time, TimeUnit::Second).and_then(|time| law.applied_to(&time)) {
            Ok(time) => time.to_string(),
            Err(refusal) => refusal.to_string(),
        }
    }

    #[test]
    fn a_fixed_time_gets_a_usual_spread() {
        assert_eq!(becomes("60 s", LawKind::Uniform), "30–90 s");
        assert_eq!(becomes("60 s", LawKind::Triangular), "triangular 30, 60, 90 s");
        assert_eq!(becomes("60 s", LawKind::Normal), "60 ± 15 s");
        assert_eq!(becomes("2 min", LawKind::Exponential), "exp 2 min");
        assert_eq!(becomes("2 min", LawKind::Erlang), "erlang 4, 2 min");
        assert_eq!(becomes("2 min", LawKind::LogNormal), "lognormal 2, 1 min");
        assert_eq!(becomes("2 min", LawKind::Samples), "samples 2 min");
    }

    #[test]
    fn a_spread_is_kept_where_the_law_can_have_it() {
        assert_eq!(becomes("2 ± 0.5 min", LawKind::Fixed), "2 min");
        assert_eq!(becomes("1–3 min", LawKind::Fixed), "2 min");
        assert_eq!(becomes("erlang 4, 2 min", LawKind::LogNormal), "lognormal 2, 1 min");
        assert_eq!(becomes("exp 2 min", LawKind::Erlang), "erlang 1, 2 min");
        assert_eq!(becomes("exp 2 min", LawKind::Normal), "2 ± 0.5 min");
        assert_eq!(becomes("samples 1, 3 min", LawKind::LogNormal), "lognormal 2, 1 min");
    }

    #[test]
    fn every_law_keeps_the_mean_of_every_other() {
        let times = ["60 s", "2 ± 0.5 min", "1–3 min", "exp 2 min", "erlang 3, 7 min"];
        for text in times.into_iter().chain(["lognormal 2, 5 h", "samples 1, 2, 9 s"]) {
            let Ok(time) = parse_time(text, TimeUnit::Second) else { panic!("{text}") };
            for law in LawKind::ALL {
                let Ok(other) = law.applied_to(&time) else { panic!("{text} as {law:?}") };
                assert_eq!(LawKind::of(&other), law);
                let error = (other.mean_s() / time.mean_s() - 1.0).abs();
                assert!(error < 1e-4, "{text} as {other}: {error}");
            }
        }
    }

    #[test]
    fn no_time_at_all_cannot_vary() {
        assert_eq!(becomes("0 s", LawKind::Exponential), "a spread around zero");
        assert_eq!(becomes("0 s", LawKind::Fixed), "0 s");
    }
}
