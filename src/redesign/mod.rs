//! Redesign: the work of a service grouped into other jobs, exactly.
//!
//! [`frontier`] reads a scenario as pieces of staff work ([`Workload`]), searches all groupings that
//! keep to the rules, and says what each number of people can reach and by which designs;
//! [`apply`] turns a design into a scenario.

mod advisor;
mod apply;
mod chain;
mod crews;
mod design;
mod joining;
mod posing;
mod puzzle;
mod search;
mod workload;

pub use advisor::{CROWD, Frontier, FrontierPoint, Progress, Question, Today, frontier};
pub use apply::apply;
pub use design::{Changes, Design, Job};
pub use workload::{Obstacle, Stays, StaysBecause, Task, Workload};
