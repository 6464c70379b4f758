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

    /// The basis of a sum whose parts, none of them negative, rest on these: as far as the weaker of
    /// them can be trusted. No share of a sum is off by more than the worst of its parts' shares;
    /// seconds add up; of both kinds at once nothing can be said without the numbers.
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
            (a, b) if a == b => a,
            _ => Self::APPROXIMATE,
        }
    }

    /// The basis of a figure that rises with two others, where their numbers are not known.
    #[must_use]
    pub(in crate::analysis) fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Exact, other) | (other, Self::Exact) => other,
            (a, b) if a == b => a,
            _ => Self::APPROXIMATE,
        }
    }

    /// The basis of another quantity that is in proportion to a time of so many seconds with this
    /// one: a band of seconds becomes the share of them.
    #[must_use]
    pub(in crate::analysis) fn in_proportion_to(self, seconds: f64) -> Self {
        match self {
            Self::Approximate { band: Some(Band::Seconds(off)) } if seconds > 0.0 => {
                Self::within_percent(off / seconds * 100.0)
            }
            Self::Approximate { band: Some(Band::Seconds(_)) } => Self::APPROXIMATE,
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
        }
    }
}
