//! What leaves the program, from choices to files, alike for the command line and the window: what is
//! shown, in which colours, how large, on what paper.
//!
//! # What always holds
//!
//! - The same choices of the same blueprint make the same files, whoever asks for them.
//! - What a preview shows is what is written: both come from one drawing.

mod choices;
mod order;
mod picture;
mod proof;
mod report;
mod verdict;

pub use choices::{
    Choices, LEAST_SCALE, MOST_SCALE, Motif, PAGE_COUNTS, PAPERS, PixelSize, THEMES, Theme,
    usual_paper,
};
pub use order::Order;
pub use picture::{Drawn, ExportJob, NotMade, Source, units_of};
pub use proof::{DrawnProof, Inks, Proof};
pub use verdict::VerdictJob;
