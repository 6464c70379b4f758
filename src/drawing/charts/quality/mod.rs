//! Pictures of what customers judge: where quality is lost, what is still accepted, what matters, and a profile.

mod heads;
mod profile;
mod quadrants;
mod scale;
mod sides;
mod tolerance;
mod waterfall;

pub use profile::{Profile, ProfileRow, ProfileRows};
pub use quadrants::{Quadrants, QuadrantsPlot, QuadrantsPoint, Standing};
pub use scale::ScaleSeen;
pub use sides::{CoursePoint, SideRow, Sides};
pub use tolerance::{Tolerance, ToleranceBar, ToleranceRows};
pub use waterfall::{Fall, Waterfall, WaterfallColumn, WaterfallPlot};
