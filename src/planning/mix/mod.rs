//! The service mix: how many customers of which sort a service should take, as a planning sheet that the blueprint
//! fills and nobody has to write.
//!
//! [`fill()`] compiles the flow once for each class, with all customers in it, and lays what each asks of whom beside
//! what there is; [`mix_answer`] solves that, and what one more of each pool would bring; [`with_mix`] makes it a
//! scenario.
//!
//! # What always holds
//!
//! - A plan of fractions is worked out exactly: work that several can do is a column for each who can, tied by a hidden
//!   limit (`the_published_mix_is_exact`).
//! - What one more brings is solved anew, and no price.
//! - With today's shares no mix serves more than the capacity (`no_mix_beats_the_best_and_todays_is_one`).

mod fill;
mod made;
mod solved;

pub use fill::{Filled, MixPool, MixRefusal, Shared, class_name, fill, fill_open, usual_classes};
pub use made::{usual_mix, with_mix, with_table};
pub use solved::{MixAnswer, PoolAnswer, SharedWork, Today, mix_answer};
