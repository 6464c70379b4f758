//! How far a figure can be trusted, and how that of several goes together.

/// How far a figure can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub enum Basis {
    /// Follows from the blueprint by theory without approximation.
    #[default]
    Exact,
    /// An approximation, with the band around it in which the truth lies, where one is known to hold.
    Approximate {
        /// How far off it is at worst. Bands are promises: in random blueprints of the kind the truth
        /// lies inside at least 95 times of 100.
        band: Option<Band>,
    },
    /// An approximation where errors of any size were found: a direction, no number.
    Unreliable,
    /// The truth is at least this.
    LowerBound,
    /// The truth is at most this.
    UpperBound,
    /// The mean of simulated runs. Of such intervals of `half_width` to either side, 95 of 100 hold
    /// what endless runs would come to (Student 1908, for means of runs that do not depend on each
    /// other).
    Simulated {
        /// In the unit of the figure; finite and not negative.
        half_width: f64,
    },
}

/// How far the truth lies from an approximate figure at worst, to either side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Band {
    /// Per cent of the figure.
    Percent(f64),
    /// Seconds, for a time that is too short for a share of it to say much.
    Seconds(f64),
}

impl Basis {
    /// An approximation that states no band.
    pub const APPROXIMATE: Self = Self::Approximate { band: None };

    /// An approximation within so many per cent.
    #[must_use]
    pub const fn within_percent(percent: f64) -> Self {
        Self::Approximate { band: Some(Band::Percent(percent)) }
    }

    /// An approximation within so many seconds.
    #[must_use]
    pub const fn within_seconds(seconds: f64) -> Self {
        Self::Approximate { band: Some(Band::Seconds(seconds)) }
    }

    /// The band, where one is stated.
    #[must_use]
    pub const fn band(self) -> Option<Band> {
        match self {
            Self::Approximate { band } => band,
            _ => None,
        }
    }

    /// How far the interval of a simulated figure goes to either side, in the figure's unit.
    #[must_use]
    pub const fn half_width(self) -> Option<f64> {
        match self {
            Self::Simulated { half_width } => Some(half_width),
            _ => None,
        }
    }

    /// The basis of a sum whose parts, none of them negative, rest on these: as far as the weaker of
    /// them can be trusted. No share of a sum is off by more than the worst of its parts' shares;
    /// seconds add up; of both kinds at once nothing can be said without the numbers.
    ///
    /// Half-widths add up as well, as one run may have made both parts: no standard deviation of a
    /// sum is more than the sum of its parts'. A simulated part beside one that is off by as much or
    /// bounded leaves no interval.
    #[must_use]
    pub(in crate::analysis) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Exact, other) | (other, Self::Exact) => other,
            (Self::Unreliable, _) | (_, Self::Unreliable) => Self::Unreliable,
            (Self::Approximate { band: Some(a) }, Self::Approximate { band: Some(b) }) => {
                let band = match (a, b) {
                    (Band::Percent(a), Band::Percent(b)) => Some(Band::Percent(a.max(b))),
                    (Band::Seconds(a), Band::Seconds(b)) => Some(Band::Seconds(a + b)),
                    (Band::Percent(_), Band::Seconds(_)) | (Band::Seconds(_), Band::Percent(_)) => {
                        None
                    }
                };
                Self::Approximate { band }
            }
            (Self::Simulated { half_width: a }, Self::Simulated { half_width: b }) => {
                Self::Simulated { half_width: a + b }
            }
            (a, b) if a == b => a,
            _ => Self::APPROXIMATE,
        }
    }

    /// The basis of a figure in another unit that rises with two others, where their numbers are not
    /// known: what is stated in the unit of one of them is lost.
    #[must_use]
    pub(in crate::analysis) fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Simulated { .. }, _) | (_, Self::Simulated { .. }) => {
                self.and(other).elsewhere()
            }
            (Self::Exact, other) | (other, Self::Exact) => other,
            (a, b) if a == b => a,
            _ => Self::APPROXIMATE,
        }
    }

    /// The basis of another quantity that rises with one of this basis, where the numbers are not
    /// known: an interval in the unit of this one is none in that of the other.
    #[must_use]
    pub fn elsewhere(self) -> Self {
        match self {
            Self::Simulated { .. } => Self::APPROXIMATE,
            same => same,
        }
    }

    /// The basis of another quantity that falls as one of this basis rises: bounds turn round, and
    /// what is stated in the unit of this one is lost.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::UpperBound => Self::LowerBound,
            Self::LowerBound => Self::UpperBound,
            same => same.elsewhere(),
        }
    }

    /// The basis of another quantity that is in proportion to a time of so many seconds with this
    /// one, and comes to so much: a band of seconds becomes the share of them, and a half-width the
    /// same share of the other.
    #[must_use]
    pub(in crate::analysis) fn in_proportion(self, seconds: f64, to: f64) -> Self {
        match self {
            Self::Approximate { band: Some(Band::Seconds(off)) } if seconds > 0.0 => {
                Self::within_percent(off / seconds * 100.0)
            }
            Self::Simulated { half_width } if seconds > 0.0 => {
                Self::Simulated { half_width: half_width / seconds * to.abs() }
            }
            Self::Approximate { band: Some(Band::Seconds(_)) } | Self::Simulated { .. } => {
                Self::APPROXIMATE
            }
            same => same,
        }
    }

    /// The name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approximate { .. } => "approximate",
            Self::Unreliable => "unreliable",
            Self::LowerBound => "lower_bound",
            Self::UpperBound => "upper_bound",
            Self::Simulated { .. } => "simulated",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simulated(half_width: f64) -> Basis {
        Basis::Simulated { half_width }
    }

    /// One of every kind, some twice.
    fn all() -> Vec<Basis> {
        vec![
            Basis::Exact,
            Basis::APPROXIMATE,
            Basis::within_percent(4.0),
            Basis::within_percent(9.0),
            Basis::within_seconds(3.0),
            Basis::Unreliable,
            Basis::LowerBound,
            Basis::UpperBound,
            simulated(0.0),
            simulated(0.5),
            simulated(12.0),
        ]
    }

    #[test]
    fn a_sum_is_trusted_no_more_than_its_parts() {
        for a in all() {
            assert_eq!(a.and(Basis::Exact), a);
            assert_eq!(a.and(Basis::Unreliable), Basis::Unreliable);
            for b in all() {
                let sum = a.and(b);
                assert_eq!(sum, b.and(a), "{a:?} and {b:?}");
                assert_eq!(a.with(b), b.with(a), "{a:?} with {b:?}");
                // Exact is what needs no part that is not.
                assert_eq!(sum == Basis::Exact, a == Basis::Exact && b == Basis::Exact);
                // No interval is narrower than that of a part, and none comes from nothing.
                if let Some(half_width) = sum.half_width() {
                    let parts = [a, b].map(Basis::half_width);
                    assert!(parts.iter().flatten().all(|part| half_width >= *part), "{a:?}, {b:?}");
                    assert!(parts.iter().any(Option::is_some));
                    let rest = [a, b].into_iter().filter(|part| part.half_width().is_none());
                    assert!(rest.into_iter().all(|part| part == Basis::Exact), "{a:?}, {b:?}");
                }
                for c in all().into_iter().filter_map(Basis::half_width).map(simulated) {
                    let (one, other) = (c.and(a).and(b), c.and(a.and(b)));
                    assert_eq!(one.half_width(), other.half_width(), "{a:?}, {b:?}, {c:?}");
                }
            }
        }
        assert_eq!(simulated(0.5).and(simulated(12.0)), simulated(12.5));
        assert_eq!(simulated(0.5).and(Basis::LowerBound), Basis::APPROXIMATE);
    }

    #[test]
    fn an_interval_keeps_its_unit() {
        // 300 s ± 12 s at 60 an hour are 5 customers ± 0.2.
        assert_eq!(simulated(12.0).in_proportion(300.0, 5.0), simulated(0.2));
        assert_eq!(simulated(12.0).in_proportion(0.0, 0.0), Basis::APPROXIMATE);
        assert_eq!(
            Basis::within_seconds(12.0).in_proportion(300.0, 5.0),
            Basis::within_percent(4.0)
        );
        assert_eq!(simulated(12.0).elsewhere(), Basis::APPROXIMATE);
        assert_eq!(simulated(12.0).turned(), Basis::APPROXIMATE);
        assert_eq!(Basis::UpperBound.turned(), Basis::LowerBound);
        assert_eq!(Basis::within_percent(4.0).turned(), Basis::within_percent(4.0));
        assert_eq!(simulated(12.0).with(Basis::Exact), Basis::APPROXIMATE);
        assert_eq!(simulated(12.0).name(), "simulated");
    }
}
