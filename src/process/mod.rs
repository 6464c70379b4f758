//! The one reading of a blueprint's flow: moments, pools, forks and joins, with problems.

mod problem;

pub use problem::{Problem, ProblemCode, ProblemPlace, Severity};
