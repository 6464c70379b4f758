//! What is wrong or doubtful in a blueprint: codes and places, never sentences.

use crate::blueprint::{LinkId, RoleId, Scenario, StepId};

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Figures that depend on it cannot be computed.
    Error,
    /// Figures stand, but the service has a weakness or the drawing a gap.
    Warning,
    /// An assumption that was made, or something worth a thought.
    Hint,
}

/// The fixed list of problems. Their names in JSON are [`ProblemCode::name`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemCode {
    /// A time is missing where a role, a place or the customer's time depends on it.
    MissingTime,
    /// A step without any link.
    NotConnected,
    /// The shares out of a decision do not add up to 100 %, or one is missing.
    SharesDoNotAddUp,
    /// Flows between the same two moments carry different shares.
    SharesDiffer,
    /// A Flow inside a moment.
    FlowInsideMoment,
    /// More than one decision in a moment.
    SeveralDecisions,
    /// A loop that no customer leaves.
    LoopWithoutExit,
    /// A Flow leads back from something that is not a decision.
    ReworkWithoutDecision,
    /// Flows that meet here could join or merge; the structure does not say which.
    AmbiguousJoin,
    /// Branches that join carry different numbers of visits.
    UnbalancedJoin,
    /// The shares of the arrivals do not add up to 100 %.
    EntriesDoNotAddUp,
    /// A need whose roles all have a headcount of zero.
    NeedWithoutRole,
    /// A step needs more units at once than there are.
    CountAboveHeadcount,
    /// A role has more work than it offers at the given demand.
    OverloadedRole,
    /// A step with a time but neither role nor places is taken for one server.
    OneServerAssumed,
    /// Several entries without shares: read as a fork on arrival.
    SeveralEntries,
    /// A Flow leads from triggered work back into the customer's flow.
    TriggerRejoins,
    /// No customer ever comes here.
    Unreachable,
    /// Two steps or two roles have the same name.
    DuplicateName,
    /// A step takes longer than is acceptable.
    ToleranceBroken,
    /// A moment of truth without any evidence.
    EvidenceMissing,
    /// A fail point that does not say how it is put right.
    FailWithoutRecovery,
    /// Shares miss the whole by no more than rounding: the rest was shared out among them.
    SharesRounded,
    /// A role's name holds the name of another role, as one of several in a row.
    RoleNamesAnother,
    /// A staff role without a rate, where a price or another rate is given.
    RateMissing,
    /// One person serves a customer in several steps in a row, with a queue before each.
    MayStay,
    /// The classes of customers by urgency are not all customers.
    ClassesDoNotAddUp,
    /// Customers can wait for each other for ever: each keeps what another waits for.
    Deadlock,
    /// Every moment of a loop has a way in, so that where customers come in was taken for granted.
    EntryAssumed,
    /// More customers are to be served together than fit at once.
    BatchAbovePlaces,
    /// Customers come while nobody of a role that they need is on duty.
    NobodyOnDuty,
    /// A batch is larger than all who come in a day, and nothing says how long an incomplete one waits.
    BatchNeverFull,
    /// Customers of a simulated day are left unserved, as not enough of a role are on duty at its end.
    LeftUnserved,
    /// Customers were seen to wait for each other for ever: each kept what another waited for.
    StuckInCircle,
    /// Customers whose patience ends leave while they wait here.
    CustomersGiveUp,
    /// Customers leave who find no place to wait here.
    CustomersFindNoRoom,
    /// More customers come than are attained where formulas know only what can be served at most.
    DemandNotAttained,
    /// An appointment lies where the doors are closed.
    AppointmentWhenClosed,
}

impl ProblemCode {
    /// Whether it is told by a day as a whole, and by none of its intervals.
    #[must_use]
    pub fn is_of_a_day(self) -> bool {
        matches!(self, Self::NobodyOnDuty | Self::BatchNeverFull | Self::AppointmentWhenClosed)
    }

    /// All codes.
    pub const ALL: [Self; 38] = [
        Self::MissingTime,
        Self::NotConnected,
        Self::SharesDoNotAddUp,
        Self::SharesDiffer,
        Self::FlowInsideMoment,
        Self::SeveralDecisions,
        Self::LoopWithoutExit,
        Self::ReworkWithoutDecision,
        Self::AmbiguousJoin,
        Self::UnbalancedJoin,
        Self::EntriesDoNotAddUp,
        Self::NeedWithoutRole,
        Self::CountAboveHeadcount,
        Self::OverloadedRole,
        Self::OneServerAssumed,
        Self::SeveralEntries,
        Self::TriggerRejoins,
        Self::Unreachable,
        Self::DuplicateName,
        Self::ToleranceBroken,
        Self::EvidenceMissing,
        Self::FailWithoutRecovery,
        Self::SharesRounded,
        Self::RoleNamesAnother,
        Self::RateMissing,
        Self::MayStay,
        Self::ClassesDoNotAddUp,
        Self::Deadlock,
        Self::EntryAssumed,
        Self::BatchAbovePlaces,
        Self::NobodyOnDuty,
        Self::BatchNeverFull,
        Self::LeftUnserved,
        Self::StuckInCircle,
        Self::CustomersGiveUp,
        Self::CustomersFindNoRoom,
        Self::DemandNotAttained,
        Self::AppointmentWhenClosed,
    ];

    /// The name in JSON and in the documentation, such as `missing_time`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::MissingTime => "missing_time",
            Self::NotConnected => "not_connected",
            Self::SharesDoNotAddUp => "shares_do_not_add_up",
            Self::SharesDiffer => "shares_differ",
            Self::FlowInsideMoment => "flow_inside_moment",
            Self::SeveralDecisions => "several_decisions",
            Self::LoopWithoutExit => "loop_without_exit",
            Self::ReworkWithoutDecision => "rework_without_decision",
            Self::AmbiguousJoin => "ambiguous_join",
            Self::UnbalancedJoin => "unbalanced_join",
            Self::EntriesDoNotAddUp => "entries_do_not_add_up",
            Self::NeedWithoutRole => "need_without_role",
            Self::CountAboveHeadcount => "count_above_headcount",
            Self::OverloadedRole => "overloaded_role",
            Self::OneServerAssumed => "one_server_assumed",
            Self::SeveralEntries => "several_entries",
            Self::TriggerRejoins => "trigger_rejoins",
            Self::Unreachable => "unreachable",
            Self::DuplicateName => "duplicate_name",
            Self::ToleranceBroken => "tolerance_broken",
            Self::EvidenceMissing => "evidence_missing",
            Self::FailWithoutRecovery => "fail_without_recovery",
            Self::SharesRounded => "shares_rounded",
            Self::RoleNamesAnother => "role_names_another",
            Self::RateMissing => "rate_missing",
            Self::MayStay => "may_stay",
            Self::ClassesDoNotAddUp => "classes_do_not_add_up",
            Self::Deadlock => "deadlock",
            Self::EntryAssumed => "entry_assumed",
            Self::BatchAbovePlaces => "batch_above_places",
            Self::NobodyOnDuty => "nobody_on_duty",
            Self::BatchNeverFull => "batch_never_full",
            Self::LeftUnserved => "left_unserved",
            Self::StuckInCircle => "stuck_in_circle",
            Self::CustomersGiveUp => "customers_give_up",
            Self::CustomersFindNoRoom => "customers_find_no_room",
            Self::DemandNotAttained => "demand_not_attained",
            Self::AppointmentWhenClosed => "appointment_when_closed",
        }
    }

    /// Whether it is seen only in a simulation.
    #[must_use]
    pub fn is_simulated(self) -> bool {
        matches!(
            self,
            Self::LeftUnserved
                | Self::StuckInCircle
                | Self::CustomersGiveUp
                | Self::CustomersFindNoRoom
                | Self::DemandNotAttained
        )
    }

    /// Whether it is customers who leave without having been served.
    #[must_use]
    pub fn is_loss(self) -> bool {
        self.is_simulated() && self != Self::DemandNotAttained
    }

    /// How much a problem of this code matters.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::MissingTime
            | Self::SharesDoNotAddUp
            | Self::SharesDiffer
            | Self::FlowInsideMoment
            | Self::SeveralDecisions
            | Self::LoopWithoutExit
            | Self::ReworkWithoutDecision
            | Self::UnbalancedJoin
            | Self::EntriesDoNotAddUp
            | Self::NeedWithoutRole
            | Self::CountAboveHeadcount
            | Self::TriggerRejoins => Severity::Error,
            Self::NotConnected
            | Self::AmbiguousJoin
            | Self::OverloadedRole
            | Self::Unreachable
            | Self::DuplicateName
            | Self::RoleNamesAnother
            | Self::Deadlock
            | Self::ToleranceBroken
            | Self::BatchAbovePlaces
            | Self::NobodyOnDuty
            | Self::LeftUnserved
            | Self::StuckInCircle
            | Self::CustomersGiveUp
            | Self::CustomersFindNoRoom
            | Self::DemandNotAttained
            | Self::AppointmentWhenClosed
            | Self::ClassesDoNotAddUp
            | Self::FailWithoutRecovery => Severity::Warning,
            Self::OneServerAssumed
            | Self::SeveralEntries
            | Self::EntryAssumed
            | Self::EvidenceMissing
            | Self::SharesRounded
            | Self::RateMissing
            | Self::BatchNeverFull
            | Self::MayStay => Severity::Hint,
        }
    }
}

/// Where a problem is: what a click on it selects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemPlace {
    /// At a step.
    Step(StepId),
    /// At a link.
    Link(LinkId),
    /// At a role.
    Role(RoleId),
    /// With the demand or the sheet as a whole.
    Sheet,
}

/// Something wrong or doubtful.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What it is.
    pub code: ProblemCode,
    /// Where it is.
    pub place: ProblemPlace,
    /// The other steps that it concerns, such as the members of a loop; in document order.
    pub steps: Vec<StepId>,
    /// A number that belongs to it, in the code's own unit: the sum of the shares (1 = 100 %), the
    /// utilisation (1 = 100 %), the headcount, the places, the customers, the seconds over the tolerance, minutes after midnight, customers an hour or a day.
    pub amount: Option<f64>,
    /// Whether customers are counted by the day, as they are where a day was simulated, not by the hour.
    pub by_day: bool,
    /// Whether it is the wait for a step that is too long, and not the step itself.
    pub of_wait: bool,
}

impl Problem {
    /// A problem at one place.
    #[must_use]
    pub fn at(code: ProblemCode, place: ProblemPlace) -> Self {
        Self { code, place, steps: Vec::new(), amount: None, by_day: false, of_wait: false }
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Puts problems in order: worst first, then in document order, then by code. Near-linear.
pub fn sort_problems(problems: &mut [Problem], scenario: &Scenario) {
    problems.sort_by_cached_key(|problem| {
        let (sort, at) = match problem.place {
            ProblemPlace::Sheet => (0, Some(0)),
            ProblemPlace::Step(id) => (1, scenario.steps().get_index_of(&id)),
            ProblemPlace::Link(id) => (2, scenario.links().get_index_of(&id)),
            ProblemPlace::Role(id) => (3, scenario.roles().get_index_of(&id)),
        };
        (problem.severity(), sort, at, problem.code)
    });
}
