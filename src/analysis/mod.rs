//! Pure figures of a scenario: values, their basis, what they lack, and why they are what they are.

mod figure;
mod result;

pub use figure::{Basis, Figure, Lack};
pub use result::{Analysis, Change, Pool, PoolFigures, RoleFigures, StepFigures, Trial};

use crate::blueprint::Scenario;

/// Computes every figure of a scenario. Never fails: what cannot be computed says what it lacks.
#[must_use]
pub fn analyse(_scenario: &Scenario) -> Analysis {
    Analysis::default()
}
