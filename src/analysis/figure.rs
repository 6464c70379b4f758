//! A figure: a value, how far it can be trusted, and what it lacks if there is none.

use super::lacks::Lacks;
use crate::blueprint::{RoleId, StepId};

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
    pub(super) fn and(self, other: Self) -> Self {
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

    /// The basis of another quantity that is in proportion to a time of so many seconds with this
    /// one: a band of seconds becomes the share of them.
    #[must_use]
    pub(super) fn in_proportion_to(self, seconds: f64) -> Self {
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

/// What keeps a figure from being computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// No step is connected yet.
    Flow,
    /// The flow has an error that the problems name.
    SoundFlow,
    /// A time for a step.
    Time(StepId),
    /// Nothing limits the service: no role, no place, no timed step of its own.
    Limit,
    /// Arrivals per hour.
    Demand,
    /// A demand below the capacity: waits are not defined at or above it.
    SpareCapacity,
    /// People in a role: its headcount is zero or below the count a step needs.
    Headcount(RoleId),
    /// A role of the kind staff.
    StaffRole,
    /// A cost per hour for a staff role.
    Rate(RoleId),
    /// A price per customer.
    Price,
    /// A wait that customers accept.
    Target,
    /// A method for roles that stand in for each other in some of their work only.
    MethodForAlternatives,
    /// A method for steps that need several of a pool at once, in differing numbers.
    MethodForUnitsAtOnce,
    /// A method for steps that serve batches.
    MethodForBatches,
    /// A method for units that stay with the customer over several steps.
    MethodForKeptUnits,
    /// What steps are worth to the customer: none of them says so.
    ValueMarks,
    /// Busy time that costs something: no role at work has a cost per hour.
    BusyCost,
    /// Something that costs: no rate, price, overhead or material is given.
    Cost,
    /// A price above the material, which alone costs a customer more than is paid.
    PriceAboveMaterial,
    /// A method that holds for this blueprint.
    Method,
}

impl Lack {
    /// Whether a method is missing rather than something that whoever draws could supply.
    #[must_use]
    pub fn is_method(self) -> bool {
        matches!(
            self,
            Self::MethodForAlternatives
                | Self::MethodForUnitsAtOnce
                | Self::MethodForBatches
                | Self::MethodForKeptUnits
                | Self::Method
        )
    }
}

/// A number with its basis, or the reasons why there is none.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Figure {
    /// The number in the unit that the field's name says; finite. `None` is never a zero.
    pub value: Option<f64>,
    /// How far it can be trusted; meaningless without a value.
    pub basis: Basis,
    /// What is missing, most important first; empty if there is a value.
    pub lacks: Lacks,
}

impl Figure {
    /// An exact number.
    #[must_use]
    pub fn exact(value: f64) -> Self {
        Self::new(value, Basis::Exact)
    }

    /// A number with its basis. A number that is not finite becomes a missing method rather than a
    /// shown infinity.
    #[must_use]
    pub fn new(value: f64, basis: Basis) -> Self {
        if value.is_finite() {
            // Adding zero turns −0 into 0, so that equal figures are written alike.
            Self { value: Some(value + 0.0), basis, lacks: Lacks::default() }
        } else {
            Self::lacking([Lack::Method])
        }
    }

    /// No number, for these reasons.
    #[must_use]
    pub fn lacking(lacks: impl IntoIterator<Item = Lack>) -> Self {
        Self { value: None, basis: Basis::Exact, lacks: lacks.into_iter().collect() }
    }
}
