//! What a step can be annotated with: its kind, needs, places, fail and wait points, worth.

use std::num::NonZeroU32;

use super::ids::{LaneId, PhaseId, RoleId, StepId};
use super::quantity::Share;
use super::refusal::Refusal;
use super::sheet::SheetPoint;
use super::time::{ServiceTime, Span};

/// What a card stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum StepKind {
    /// Something that somebody does.
    #[default]
    Action,
    /// A choice, drawn as a diamond: each customer takes one of the ways out.
    Decision,
    /// Something tangible; takes no part in the flow.
    Evidence,
    /// A remark; takes no part in the flow.
    Note,
}

impl StepKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Action, Self::Decision, Self::Evidence, Self::Note];

    /// Whether cards of this kind take part in the flow.
    #[must_use]
    pub fn flows(self) -> bool {
        matches!(self, Self::Action | Self::Decision)
    }
}

/// One thing that must be there while the step runs: a count of units, from any of several roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The roles that can meet it; never empty in a scenario. One role is the usual case.
    pub roles: Vec<RoleId>,
    /// How many units at once.
    pub count: NonZeroU32,
    /// Whether the unit stays with the customer until the next step that needs it.
    pub keep: bool,
}

impl Need {
    /// One unit of one role.
    #[must_use]
    pub fn one(role: RoleId) -> Self {
        Self { roles: vec![role], count: NonZeroU32::MIN, keep: false }
    }
}

/// How many customers a step can hold at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// So many windows, booths, seats.
    Count(NonZeroU32),
    /// No limit: the step is a pure delay.
    Unlimited,
}

/// What can go wrong at a step, and how it is put right.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct FailPoint {
    /// What can fail.
    pub what: String,
    /// How often, as a share of the executions.
    pub how_often: Option<Share>,
    /// How bad it is, 1 (hardly noticed) to 10.
    pub severity: Option<Rating>,
    /// How hard it is to notice in time, 1 (always noticed) to 10 (never).
    pub detection: Option<Rating>,
    /// How it is put right, in words.
    pub recovery: String,
    /// The step that puts it right, if it is drawn.
    pub recovery_step: Option<StepId>,
    /// Where it comes from.
    pub cause: Option<FailCause>,
    /// What keeps it from happening (a poka-yoke), in words.
    pub guard: String,
    /// What the guard guards.
    pub guard_kind: Option<GuardKind>,
    /// How the service answers to the risk.
    pub response: Option<RiskResponse>,
    /// The share of the failures that is put right to the customer's satisfaction.
    pub recovered: Option<Share>,
}

/// Where a failure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FailCause {
    /// Who does it.
    People,
    /// What it is done with.
    Technology,
    /// How it is led.
    Management,
    /// Nobody of the service.
    Outside,
}

impl FailCause {
    /// All causes, with their names in a file.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("People", Self::People),
        ("Technology", Self::Technology),
        ("Management", Self::Management),
        ("Outside", Self::Outside),
    ];
}

/// What a guard guards (Chase & Stewart 1994): three errors of the staff, three of the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GuardKind {
    /// That the work is done right.
    Task,
    /// That the customer is treated right.
    Treatment,
    /// That what the customer sees is right.
    Tangible,
    /// That the customer comes prepared.
    Preparation,
    /// That the customer does right during the encounter.
    Encounter,
    /// That the customer says afterwards what was right.
    Resolution,
}

impl GuardKind {
    /// All kinds, with their names in a file.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("Task", Self::Task),
        ("Treatment", Self::Treatment),
        ("Tangible", Self::Tangible),
        ("Preparation", Self::Preparation),
        ("Encounter", Self::Encounter),
        ("Resolution", Self::Resolution),
    ];

    /// Whether it guards against an error of the customer, not of the staff.
    #[must_use]
    pub fn is_of_customer(self) -> bool {
        matches!(self, Self::Preparation | Self::Encounter | Self::Resolution)
    }
}

/// How a service answers to a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RiskResponse {
    /// It is designed away.
    Avoid,
    /// Somebody else bears it.
    Transfer,
    /// It is made rarer or milder.
    Reduce,
    /// It is borne.
    Accept,
}

impl RiskResponse {
    /// All answers, with their names in a file.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("Avoid", Self::Avoid),
        ("Transfer", Self::Transfer),
        ("Reduce", Self::Reduce),
        ("Accept", Self::Accept),
    ];
}

impl FailPoint {
    /// What a blank rating counts as: nobody has said that it is not the worst.
    pub const WORST: u8 = 10;

    /// What a rating counts as.
    #[must_use]
    pub fn rated(rating: Option<Rating>) -> u8 {
        rating.map_or(Self::WORST, Rating::get)
    }

    /// How often × severity × detection, 0 to 100; `None` where it does not say how often.
    #[must_use]
    pub fn risk(&self) -> Option<f64> {
        let [severity, detection] = [self.severity, self.detection].map(Self::rated).map(f64::from);
        Some(self.how_often?.value() * (severity * detection))
    }

    /// Whether it is said how the failure is put right.
    #[must_use]
    pub fn has_recovery(&self) -> bool {
        self.recovery_step.is_some() || !self.recovery.trim().is_empty()
    }
}

/// A rating from 1 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating(u8);

impl Rating {
    /// Checks a rating.
    ///
    /// # Errors
    /// [`Refusal::RatingRange`] outside 1 to 10.
    pub fn new(value: u8) -> Result<Self, Refusal> {
        if (1..=10).contains(&value) { Ok(Self(value)) } else { Err(Refusal::RatingRange) }
    }

    /// The rating.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

/// A place where customers wait.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct WaitPoint {
    /// The longest wait that customers accept.
    pub acceptable: Option<Span>,
    /// Who has waited longer leaves; without it nobody does.
    pub patience: Option<ServiceTime>,
}

/// Which of several waiting steps a role takes first; between the two without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// Before others.
    High,
    /// After others.
    Low,
}

impl Priority {
    /// Both.
    pub const ALL: [Self; 2] = [Self::High, Self::Low];
}

/// What a step is worth to the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueKind {
    /// The customer would pay for it.
    Adding,
    /// Adds nothing but cannot be left out.
    Necessary,
    /// Could be left out.
    Waste,
}

impl ValueKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Adding, Self::Necessary, Self::Waste];
}

/// How the customer feels, −2 (awful) to 2 (delighted).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Emotion(i8);

impl Emotion {
    /// Checks a feeling.
    ///
    /// # Errors
    /// [`Refusal::EmotionRange`] outside −2 to 2.
    pub fn new(value: i8) -> Result<Self, Refusal> {
        if (-2..=2).contains(&value) { Ok(Self(value)) } else { Err(Refusal::EmotionRange) }
    }

    /// The feeling.
    #[must_use]
    pub fn get(self) -> i8 {
        self.0
    }
}

/// What the drawer decided about Flows that meet at a step, against what the structure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meeting {
    /// They wait for each other and go on as one.
    Join,
    /// First come, first served: visits add up.
    Merge,
}

/// A place on the sheet: a lane, a phase, and the point from their corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The lane.
    pub lane: LaneId,
    /// The phase.
    pub phase: PhaseId,
    /// From the left edge of the phase and the top edge of the lane.
    pub at: SheetPoint,
}
