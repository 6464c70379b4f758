//! Pictures of what customers judge: their values in words, from the items and what is known about them.

mod planes;
mod profile;
mod sides;
mod source;
mod tolerance;
mod waterfall;
mod whole;

pub use planes::{importance_chart, kano_chart};
pub use profile::profile_chart;
pub(in crate::pictures) use sides::SideSource;
pub use source::{QualityChart, QualityPicture, QualitySource};
pub use tolerance::tolerance_chart;
pub use waterfall::{reading_of_column, waterfall_chart};
pub use whole::{draw_quality, draw_quality_with};
