//! Redesign: other designs of a service, found and compared.
//!
//! [`frontier`] reads a scenario as pieces of staff work ([`Workload`]), searches all groupings
//! that keep to the rules, and returns what each number of people can reach and with which designs;
//! [`apply()`] turns a design into a scenario. [`compare()`] compares two scenarios, [`compare_printed`] as they are printed.
//! [`staffing()`] plans who is to come when on a day.
//! [`suggestions()`] tries small changes on copies and reports the gain that was computed there.
//!
//! # What always holds
//!
//! - A promise is an analysis: a design or a suggestion brings as a scenario what it promised
//!   (`a_design_does_as_a_scenario_what_it_promises`, `tests/figures/suggestions.rs`).
//! - Nothing beats what is called proven (`nothing_beats_what_is_proven`, against brute force); a
//!   search that was cut short or cancelled says so.
//! - The same question has the same answer (`the_same_question_has_the_same_answer`).
//! - Things of two scenarios are matched by id, never by name.
//! - Of two figures one is called better only if their ranges do not meet or theory knows the sign
//!   (`certainty`, `tests/figures/certainty.rs`).
//! - Nothing here changes a document: what is proposed comes as a scenario or as an
//!   [`crate::editor::Edit`].
//! - Long work asks again and again whether it is still wanted (`tests/figures/cancelling.rs`).
//!
//! It knows neither window nor words.

mod advisor;
mod apply;
mod assumed_workers;
mod branch_waits;
mod certainty;
mod chain;
mod compare;
mod crews;
mod design;
mod joining;
mod order;
mod posing;
mod puzzle;
mod search;
mod staffing;
mod staying;
mod suggested;
mod suggestions;
mod verdict;
mod workload;

pub use advisor::{CROWD, Frontier, FrontierPoint, Progress, Question, Today, frontier};
pub use apply::apply;
pub use assumed_workers::name_assumed_workers;
pub use certainty::{Course, Direction, direction_of};
pub use compare::{
    Comparison, Difference, LinkChange, Move, RoleChange, SheetChange, StepChange, compare,
    compare_analysed, compare_printed,
};
pub use design::{Changes, Design, Job};
pub use staffing::{
    OneLess, RolePlan, StaffTarget, Staffing, StaffingProgress, StaffingQuestion, StaffingRefusal,
    StaffingStage, add_staffing, plannable_roles, read_shape, staffing, staffing_told,
    staffing_tried,
};
pub use suggested::{suggested_edit, with_suggestion};
pub use suggestions::{
    Ask, Automation, Heuristic, Kept, Outlook, Promise, Proposal, Subject, Suggestion, Target,
    TradeOff, automated, suggestions, suggestions_until,
};
pub use verdict::{COMPARED, FigureChange, FigureSubject, Merit, Verdict, figure_of, merit_of};
pub use workload::{Obstacle, Stays, StaysBecause, Task, Workload};
