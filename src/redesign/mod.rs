//! Redesign: other designs of a service, found and compared.
//!
//! [`frontier`] reads a scenario as pieces of staff work ([`Workload`]), searches all groupings that
//! keep to the rules, and returns what each number of people can reach and with which designs;
//! [`apply()`] turns a design into a scenario. [`compare()`] compares two scenarios.
//! [`suggestions()`] tries small changes on copies and reports the gain that was computed there.

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
mod staying;
mod suggestions;
mod verdict;
mod workload;

pub use advisor::{CROWD, Frontier, FrontierPoint, Progress, Question, Today, frontier};
pub use apply::apply;
pub use assumed_workers::name_assumed_workers;
pub use certainty::{Course, Direction, direction_of};
pub use compare::{
    Comparison, Difference, LinkChange, Move, RoleChange, SheetChange, StepChange, compare,
    compare_analysed,
};
pub use design::{Changes, Design, Job};
pub use suggestions::{
    Ask, Automation, Heuristic, Kept, Outlook, Promise, Proposal, Subject, Suggestion, Target,
    TradeOff, automated, suggestions,
};
pub use verdict::{COMPARED, FigureChange, FigureSubject, Merit, Verdict, merit_of};
pub use workload::{Obstacle, Stays, StaysBecause, Task, Workload};
