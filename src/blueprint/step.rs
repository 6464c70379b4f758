//! Steps: the cards of the sheet, and the table of their fields.

use std::num::NonZeroU32;

use super::date::Date;
use super::fields::{Field, Joining, fields};
use super::ids::{ElementId, LaneId, PhaseId};
use super::quantity::{Quantity, Share};
use super::sheet::SheetPoint;
use super::step_parts::{
    Emotion, FailPoint, Meeting, Need, Place, Places, Priority, StepKind, ValueKind, WaitPoint,
};
use super::time::{ServiceTime, Span};
use Joining::{Joined, Listed, OfFirst};

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
    /// How long an incomplete batch waits for more; for ever without it.
    pub batch_wait: Option<Span>,
    /// Set-up time per batch.
    pub setup: Option<Span>,
    /// Whether those who wait here come before or after those who wait elsewhere for the same.
    pub priority: Option<Priority>,
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
    /// What it is for.
    pub purpose: String,
    /// What one must be able to do for it: a skill a line.
    pub skills: String,
    /// How the customer is met.
    pub manner: String,
    /// How it ends when it ended well.
    pub result: String,
    /// When its procedure was last revised.
    pub revised: Option<Date>,
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
            batch_wait: None,
            setup: None,
            priority: None,
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
            purpose: String::new(),
            skills: String::new(),
            manner: String::new(),
            result: String::new(),
            revised: None,
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
        self.lane == other.lane && self.phase == other.phase && StepField::same_figures(self, other)
    }
}

fields! {
    /// What a step holds besides its place, in the order of the file.
    StepField of Step, in a row with ["id", "lane", "phase", "at"], beside {lane, phase, at};
    /// Its name.
    Name: Text of name, Figures, Listed(" + "), Head;
    /// What the card stands for.
    Kind: Kind of kind, Figures, OfFirst, Head;
    /// How long it takes.
    Time: Time of time, Figures, Joined, Head;
    /// Who is needed.
    Needs: Needs of needs, Figures, OfFirst, Head;
    /// How many fit at once.
    Places: Places of places, Figures, OfFirst, Room;
    /// How many are served together.
    Batch: Count of batch, Figures, OfFirst, Room;
    /// How long an incomplete batch waits.
    BatchWait: Span of batch_wait, Figures, OfFirst, Room;
    /// Time to set up.
    Setup: Span of setup, Figures, OfFirst, Room;
    /// Who comes first.
    Priority: Priority of priority, Figures, OfFirst, Room;
    /// Standard execution time.
    Standard: Span of standard, Figures, Joined, Targets;
    /// The longest execution time that customers tolerate.
    Acceptable: Span of acceptable, Figures, Joined, Targets;
    /// The time that is aimed at.
    Target: Span of target, Figures, Joined, Targets;
    /// Material.
    MaterialCost: Money of material_cost, Figures, Joined, Room;
    /// What can fail.
    Fail: Fail of fail, Figures, Joined, Fail;
    /// Where customers wait.
    Wait: Wait of wait, Figures, Joined, Wait;
    /// What it is worth.
    Value: Value of value, Figures, Joined, Worth;
    /// How the customer feels.
    Emotion: Emotion of emotion, Words, Joined, Worth;
    /// The procedure.
    Procedure: Prose of procedure, Words, Listed("\n"), Documents;
    /// The documents.
    Documents: Prose of documents, Words, Listed("; "), Documents;
    /// Who answers for it.
    Owner: Text of owner, Words, Listed("; "), Documents;
    /// What it is for.
    Purpose: Prose of purpose, Words, Listed("\n"), Documents;
    /// What one must be able to do.
    Skills: Prose of skills, Words, Listed("\n"), Documents;
    /// How the customer is met.
    Manner: Prose of manner, Words, Listed("\n"), Documents;
    /// How it ends well.
    Result: Prose of result, Words, Listed("\n"), Documents;
    /// When the procedure was last revised.
    Revised: Date of revised, Words, OfFirst, Documents;
    /// The surroundings that it relies on.
    Elements: Elements of elements, Figures, Joined, Surroundings;
    /// The share of the arrivals that starts here.
    Enter: Share of enter, Figures, OfFirst, Flow;
    /// Whether flows join or merge here.
    Meeting: Meeting of meeting, Figures, OfFirst, Flow;
}
