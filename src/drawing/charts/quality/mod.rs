//! Pictures of what customers judge: where quality is lost, what is still accepted, what matters, and a profile.

mod plane;
mod profile;
mod scale;
mod tolerance;
mod waterfall;

pub use plane::{Plane, PlanePlot, PlanePoint, Standing};
pub use profile::{Profile, ProfileRow, ProfileRows};
pub use scale::ScaleSeen;
pub use tolerance::{Tolerance, ToleranceBar, ToleranceRows};
pub use waterfall::{Fall, Waterfall, WaterfallColumn, WaterfallPlot};
