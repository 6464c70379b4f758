//! The one reading of a blueprint's flow: moments (groups of simultaneous steps), what each claims
//! of whom, forks, joins and visits, with the problems of the structure.
//!
//! [`compile`] turns a scenario into a [`Process`], which every figure and chart shares.
//!
//! # What always holds
//!
//! - Reading cannot fail. What an error makes unknown is `None`, and the error is listed in
//!   [`Process::problems`] (`nothing_that_can_be_drawn_upsets_the_figures`).
//! - Each action and each decision lies in exactly one moment; evidence and notes lie in none
//!   (`check_moments` in `tests/figures/laws.rs`).
//! - The order of rows in the file changes nothing but rounding
//!   (`the_order_of_rows_changes_nothing`, `the_order_of_roles_changes_no_figure`); the same
//!   scenario gives the same process to the last digit
//!   (`the_same_blueprint_gives_the_same_answer_to_the_letter`).
//! - Each moment says how often a customer passes it, rework included, or nothing where that is not
//!   determined.
//! - A [`Problem`] is a code with a place and numbers, never a sentence.
//!
//! It knows nothing of capacity, waits and money, and nothing of where cards lie but their lane.
//! Reading is near-linear in steps and links: it happens on every change of the figures.

mod activities;
mod checks;
mod copies;
mod counted;
mod day_checks;
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
pub use problem::{Problem, ProblemCode, ProblemPlace, Severity, sort_problems};
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
