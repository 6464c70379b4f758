//! Steps: the cards of the sheet, with everything they can be annotated with.

use std::num::NonZeroU32;

use super::fields::StepField;
use super::ids::{ElementId, LaneId, PhaseId, RoleId, StepId};
use super::quantity::{Quantity, Share};
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
}

impl FailPoint {
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

/// A card on the sheet. Everything but the name and the place is optional; blank is not zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What happens; never blank in a scenario.
    pub name: String,
    /// What the card stands for.
    pub kind: StepKind,
    /// The lane it lies in; decides its zone and so its visibility.
    pub lane: LaneId,
    /// The phase it lies in.
    pub phase: PhaseId,
    /// Its centre, from the left edge of its phase and the top edge of its lane.
    pub at: SheetPoint,
    /// How long it takes, once.
    pub time: Option<ServiceTime>,
    /// The roles that must be there at once.
    pub needs: Vec<Need>,
    /// How many customers it can hold at once.
    pub places: Option<Places>,
    /// Customers served together.
    pub batch: NonZeroU32,
    /// Set-up time per batch.
    pub setup: Option<Span>,
    /// Shostack's standard execution time.
    pub standard: Option<Span>,
    /// The longest execution time that customers tolerate.
    pub acceptable: Option<Span>,
    /// The time that is aimed at.
    pub target: Option<Span>,
    /// Material per execution, in the file's currency.
    pub material_cost: Quantity,
    /// What can fail here (F).
    pub fail: Option<FailPoint>,
    /// That customers wait here (W).
    pub wait: Option<WaitPoint>,
    /// What it is worth to the customer.
    pub value: Option<ValueKind>,
    /// How the customer feels.
    pub emotion: Option<Emotion>,
    /// The standard operating procedure, as text.
    pub procedure: String,
    /// Documents used or made.
    pub documents: String,
    /// Who answers for the step.
    pub owner: String,
    /// The servicescape elements that it relies on.
    pub elements: Vec<ElementId>,
    /// The share of the arrivals that starts here.
    pub enter: Option<Share>,
    /// Overrides whether Flows that meet here join or merge.
    pub meeting: Option<Meeting>,
}

impl Step {
    /// How many customers are served together: no more than fit at once.
    #[must_use]
    pub fn batch_that_fits(&self) -> NonZeroU32 {
        match self.places {
            Some(Places::Count(count)) => self.batch.min(count),
            Some(Places::Unlimited) | None => self.batch,
        }
    }

    /// A step with nothing but a name and a place.
    #[must_use]
    pub fn new(name: impl Into<String>, kind: StepKind, place: Place) -> Self {
        Self {
            name: name.into(),
            kind,
            lane: place.lane,
            phase: place.phase,
            at: place.at,
            time: None,
            needs: Vec::new(),
            places: None,
            batch: NonZeroU32::MIN,
            setup: None,
            standard: None,
            acceptable: None,
            target: None,
            material_cost: Quantity::ZERO,
            fail: None,
            wait: None,
            value: None,
            emotion: None,
            procedure: String::new(),
            documents: String::new(),
            owner: String::new(),
            elements: Vec::new(),
            enter: None,
            meeting: None,
        }
    }

    /// Where it lies.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { lane: self.lane, phase: self.phase, at: self.at }
    }

    /// Whether two versions of a step are the same to every figure.
    ///
    /// The lane counts because its zone does; the point and the texts do not.
    #[must_use]
    pub fn same_figures(&self, other: &Self) -> bool {
        // By reference, field by field: comparing copies would cost every frame of a drag.
        self.lane == other.lane
            && self.phase == other.phase
            && StepField::ALL.iter().all(|field| !field.moves_figures() || field.same(self, other))
    }
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
