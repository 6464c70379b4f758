//! The one reading of a blueprint's flow: moments (groups of simultaneous steps), pools, forks and
//! joins, with problems.
//!
//! [`compile`] turns a scenario into a [`Process`], which every figure and the drawing share. It
//! cannot fail: what an error makes unknown is `None`, and the error is listed in
//! [`Process::problems`].

mod activities;
mod checks;
mod copies;
mod counted;
mod deadlock;
mod depth_first;
mod dominators;
mod levels;
mod network;
mod number_lists;
mod problem;
mod reading;
mod role_lists;
mod role_names;
mod rounded;
mod structure;
mod sum;
mod visits;
mod wide;

pub(crate) use copies::fork_depths;
pub(crate) use dominators::immediate_dominators;
pub use network::{
    Activity, ArcKind, Claim, FlowArc, MeetingTree, Moment, OfBranches, Part, Process, Room,
    Variation,
};
pub(crate) use number_lists::NumberLists;
pub use problem::{Problem, ProblemCode, ProblemPlace, Severity};
pub use role_lists::roles_that_name_others;
pub(crate) use sum::{Sum, sum_of};
pub(crate) use visits::LoopFlow;
pub(crate) use wide::Wide;

use crate::blueprint::Scenario;

/// Reads a scenario as a process. Near-linear in steps and links.
#[must_use]
pub fn compile(scenario: &Scenario) -> Process {
    profiling::function_scope!();
    let mut process = reading::read(scenario);
    process.order = structure::groups(&process);
    reading::read_arrivals(scenario, &mut process);
    structure::mark_parts(&mut process);
    structure::settle_meetings(scenario, &mut process);
    process.levels = levels::levels(&process);
    counted::settle(scenario, &mut process);
    visits::settle(scenario, &mut process);
    checks::check(scenario, &mut process);
    process
}
