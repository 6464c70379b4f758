//! Other ways to serve: scenarios laid side by side.

mod compare;
mod order;
mod verdict;

pub use compare::{
    Comparison, DemandField, Difference, LinkChange, Move, RoleChange, RoleField, SheetChange,
    StepChange, StepField, compare, compare_analysed,
};
pub use verdict::{COMPARED, FigureChange, FigureSubject, Merit, Verdict, merit_of};
