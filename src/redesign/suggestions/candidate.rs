//! What a heuristic proposes, in codes: wording says them in words.

use crate::blueprint::{RoleId, StepId};
use crate::editor::Edit;

/// A heuristic of redesign. All but [`Heuristic::Exploit`] are named as by Reijers & Limam Mansar
/// 2005.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heuristic {
    /// Too little capacity: more resources.
    ExtraResources,
    /// Keep work open to whoever is free.
    FlexibleAssignment,
    /// Specialists become generalists: one pool instead of two.
    SpecialistGeneralist,
    /// Make the most of what limits before anything is added (Goldratt & Cox 1984).
    Exploit,
    /// Leave out what adds nothing.
    TaskElimination,
    /// Combine small tasks, divide large ones.
    TaskComposition,
    /// Do at the same time what does not wait for each other.
    Parallelism,
    /// Reduce what the customer must be there for.
    ContactReduction,
    /// Decide early what sends customers away.
    KnockOut,
    /// Let a machine do it.
    TaskAutomation,
}

impl Heuristic {
    /// The heuristic that stands for those that do nearly the same to one subject: two roles that
    /// share all their work are two that help each other.
    pub(super) fn family(self) -> Self {
        match self {
            Self::SpecialistGeneralist => Self::FlexibleAssignment,
            other => other,
        }
    }
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Proposal {
    /// One more of a role: the headcount would be `count`.
    OneMore {
        /// The role.
        role: RoleId,
        /// How many there would be.
        count: u32,
    },
    /// One more place at a step, or a second server.
    OneMorePlace {
        /// The step.
        step: StepId,
        /// How many there would be.
        count: u32,
    },
    /// One more of each of these, which limit together.
    OneMoreOfEach(Vec<Subject>),
    /// Let one role help another in these steps.
    Help {
        /// Who helps.
        helper: RoleId,
        /// Whom.
        helped: RoleId,
        /// Where.
        steps: Vec<StepId>,
    },
    /// Let two roles do each other's work.
    Pool(RoleId, RoleId),
    /// Give a step to another role for good.
    HandOver {
        /// The step.
        step: StepId,
        /// Who does it today.
        from: RoleId,
        /// Who would.
        to: RoleId,
    },
    /// Make one job of two steps that follow each other.
    Merge(StepId, StepId),
    /// Do two steps side by side.
    SideBySide(StepId, StepId),
    /// Do a step once the customer has gone on.
    Afterwards(StepId),
    /// Decide before a step instead of after it.
    DecideBefore {
        /// The decision.
        decision: StepId,
        /// The step that comes before it today.
        step: StepId,
    },
    /// Shorten a step.
    Shorten {
        /// The step.
        step: StepId,
        /// Its mean time today, in seconds.
        from_s: f64,
        /// Its mean time then, in seconds.
        to_s: f64,
    },
    /// Leave a step out.
    LeaveOut(StepId),
    /// Let a machine do a step.
    Automate(StepId),
}

/// A thing that a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A role.
    Role(RoleId),
    /// A step or its places.
    Step(StepId),
}

/// What a change costs beside, or instead of, money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TradeOff {
    /// So much more to pay an hour, in the file's currency.
    CostPerHour(f64),
    /// One more to be paid, whose cost per hour is not known.
    CostUnknown,
    /// A role must learn more.
    Training(RoleId),
    /// Quality may suffer from haste.
    Haste,
    /// Customers do without a step.
    Missed,
    /// One hand-off less, and longer jobs.
    LongerJobs,
    /// The customer hears the result later.
    ResultLater,
    /// Two steps end in a meeting point: who is first waits for the other.
    WaitsForBoth,
    /// Only sound if the decision does not need what the step finds out.
    OrderMustAllow,
    /// Only sound if neither step needs what the other finds out.
    MustBeIndependent,
    /// Money and time to set it up; a failure stops the step.
    SetUpAndFailure,
}

/// What must be answered before anything can be promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    /// The time of a step then.
    Time(StepId),
    /// The cost per hour of the machine.
    CostPerHour,
}

/// A change that may help.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub heuristic: Heuristic,
    pub proposal: Proposal,
    /// What it helps: two of one heuristic about the same are not suggested.
    pub subjects: Vec<Subject>,
    pub trade_offs: Vec<TradeOff>,
    pub edit: Edit,
    /// How many steps are done in another way.
    pub steps: usize,
    /// Whether somebody would do what nobody has said that they may.
    pub unasked: bool,
}
