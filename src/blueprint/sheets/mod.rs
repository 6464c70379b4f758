//! Planning sheets: tables of items × limits, or from × to, beside the scenarios.
//!
//! A [`Sheet`] holds what was written, as it was written, right or wrong: what is wrong in it, and what comes out,
//! is for who computes.

mod figure;
mod mix;
mod model;

pub use figure::Figure;
pub use mix::{ClassOf, Mix, MixClass, SortedBy};
pub use model::{Aim, Amounts, End, Item, Limit, Purpose, Rule, Sense, Sheet};
