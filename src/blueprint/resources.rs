//! Who and what serves, whom, and in what surroundings: roles, demand, servicescape.

use super::day::Day;
use super::fields::{Joining, fields};
use super::ids::RoleId;
use super::quantity::{Quantity, Share};
use super::role_kind::RoleKind;
use super::shift::{Shift, duty_by_minute};
use super::urgency::UrgencyClass;

/// A pool of equal resources.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// What it is called; never blank in a scenario.
    pub name: String,
    /// What sort it is.
    pub kind: RoleKind,
    /// How many there are.
    pub headcount: u32,
    /// The share of paid time that they are really there.
    pub availability: Share,
    /// What an hour of one of them costs, in the file's currency.
    pub cost_per_hour: Option<Quantity>,
    /// Which of the palette's role colours it is drawn in.
    pub colour: u8,
    /// The roles whose work it may do as well, in document order; never itself, none twice. It says
    /// what may be suggested, and changes no figure.
    pub stands_in_for: Vec<RoleId>,
    /// When how many are there; empty for the headcount from opening to closing.
    pub shifts: Vec<Shift>,
    /// What they are able to do: a skill a line.
    pub skills: String,
    /// What they may decide alone.
    pub authority: String,
}

impl Role {
    /// The most that a headcount can be.
    pub const MOST: u32 = Shift::MOST_PEOPLE;

    /// One person (or thing), always there.
    #[must_use]
    pub fn new(name: impl Into<String>, colour: u8) -> Self {
        Self {
            name: name.into(),
            kind: RoleKind::Staff,
            headcount: 1,
            availability: Share::ALL,
            cost_per_hour: None,
            colour,
            stands_in_for: Vec::new(),
            shifts: Vec::new(),
            skills: String::new(),
            authority: String::new(),
        }
    }

    /// The most who are on duty at once: of its shifts, without any its headcount.
    #[must_use]
    pub fn most_on_duty(&self) -> u32 {
        if self.shifts.is_empty() {
            return self.headcount;
        }
        duty_by_minute(&self.shifts).into_iter().max().unwrap_or_default()
    }

    /// How many there are in the long run: the headcount; where it says nobody though shifts are planned, the
    /// most who are on duty at once.
    #[must_use]
    pub fn heads(&self) -> u32 {
        if self.headcount == 0 { self.most_on_duty() } else { self.headcount }
    }

    /// Units really there on average: headcount × availability.
    #[must_use]
    pub fn offer(&self) -> f64 {
        f64::from(self.heads()) * self.availability.value()
    }
}

fields! {
    /// What a role holds, in the order of the file.
    RoleField of Role, in a row with ["id"], beside {};
    /// Its name.
    Name: Text of name, Figures, Joining::OfFirst, Head;
    /// What sort it is.
    Kind: RoleKind of kind, Figures, Joining::OfFirst, Head;
    /// How many there are.
    Headcount: Headcount of headcount, Figures, Joining::OfFirst, Head;
    /// The share of time that they are there.
    Availability: Presence of availability, Figures, Joining::OfFirst, Head;
    /// Cost per hour.
    CostPerHour: Price of cost_per_hour, Figures, Joining::OfFirst, Head;
    /// The colour that it is drawn in.
    Colour: Colour of colour, Look, Joining::OfFirst, Head;
    /// For whom it may stand in.
    StandsInFor: Roles of stands_in_for, Figures, Joining::OfFirst, Head;
    /// When how many are there.
    Shifts: Shifts of shifts, Figures, Joining::OfFirst, Head;
    /// What they are able to do.
    Skills: Prose of skills, Words, Joining::OfFirst, Documents;
    /// What they may decide alone.
    Authority: Prose of authority, Words, Joining::OfFirst, Documents;
}

/// How many customers come, how evenly, and what they bring.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// Arrivals per hour.
    pub per_hour: Option<Quantity>,
    /// Squared coefficient of variation of the gap between arrivals; 1 is Poisson.
    pub gap_scv: Quantity,
    /// Opening hours per day; where there is a day, its hours.
    pub opening_hours: Option<Quantity>,
    /// What a customer pays, in the file's currency.
    pub price: Option<Quantity>,
    /// Overhead per hour, in the file's currency.
    pub overhead_per_hour: Quantity,
    /// The day, hour by hour.
    pub day: Option<Box<Day>>,
    /// Classes of customers that are served one before another, most urgent first.
    pub urgency: Vec<UrgencyClass>,
}

impl Default for Demand {
    fn default() -> Self {
        Self {
            per_hour: None,
            gap_scv: Quantity::ONE,
            opening_hours: None,
            price: None,
            overhead_per_hour: Quantity::ZERO,
            day: None,
            urgency: Vec::new(),
        }
    }
}

impl Demand {
    /// The same with so many customers an hour: a day keeps its shape, and the mean of its rates over the
    /// opening time becomes this; appointments stay.
    #[must_use]
    pub fn at_rate(&self, per_hour: Quantity) -> Self {
        let day = self.day.as_ref().map(|day| Box::new(day.scaled_to(per_hour)));
        Self { per_hour: Some(per_hour), day, ..self.clone() }
    }

    /// Customers per hour in the long run: as stated; else the mean over the day's opening time, with those
    /// planned who come. `None` where nothing says how many come.
    #[must_use]
    pub fn steady_rate(&self) -> Option<Quantity> {
        let of_day = || Quantity::new(self.day.as_deref()?.mean_demand(None)?).ok();
        self.per_hour.or_else(of_day)
    }

    /// Where there is a day, the opening hours are its hours.
    pub(super) fn settle_hours(&mut self) {
        if let Some(day) = &self.day {
            self.opening_hours = Quantity::new(f64::from(day.length()) / 60.0).ok();
        }
    }
}

fields! {
    /// What demand holds, in the order of the file.
    DemandField of Demand, in a row with [], beside {};
    /// Arrivals per hour.
    PerHour: Arrivals of per_hour, Figures, Joining::OfFirst, Head;
    /// How evenly they come.
    GapScv: Variation of gap_scv, Figures, Joining::OfFirst, Head;
    /// Opening hours.
    OpeningHours: Hours of opening_hours, Figures, Joining::OfFirst, Head;
    /// Price.
    Price: Price of price, Figures, Joining::OfFirst, Money;
    /// Overhead.
    OverheadPerHour: Money of overhead_per_hour, Figures, Joining::OfFirst, Money;
    /// The day, hour by hour.
    Day: Day of day, Figures, Joining::OfFirst, Head;
    /// Who is served before whom.
    Urgency: Urgency of urgency, Figures, Joining::OfFirst, Head;
}

/// Who takes part in the service (Bitner 1992).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Participation {
    /// The customer alone.
    SelfService,
    /// Customer and employee.
    Interpersonal,
    /// The employee alone.
    Remote,
}

impl Participation {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::SelfService, Self::Interpersonal, Self::Remote];
}

/// How elaborate the surroundings are (Bitner 1992).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Complexity {
    /// Few elements, few spaces.
    Lean,
    /// Many elements and forms.
    Elaborate,
}

impl Complexity {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Lean, Self::Elaborate];
}

/// Dimension of a servicescape element (Bitner 1992).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Temperature, light, noise, music, scent.
    Ambient,
    /// Spatial layout and functionality.
    Space,
    /// Signs, symbols and artefacts.
    Signs,
}

impl Dimension {
    /// All dimensions.
    pub const ALL: [Self; 3] = [Self::Ambient, Self::Space, Self::Signs];
}

/// How well an element serves, 1 (poor) to 5 (excellent).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stars(u8);

impl Stars {
    /// A rating, brought into 1 to 5.
    #[must_use]
    pub fn new(value: u8) -> Self {
        Self(value.clamp(1, 5))
    }

    /// The rating.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

/// Something of the surroundings that customers or staff notice.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// What it is called; never blank in a scenario.
    pub name: String,
    /// Which dimension it belongs to.
    pub dimension: Dimension,
    /// A remark.
    pub note: String,
    /// How well it serves customers.
    pub rating: Option<Stars>,
    /// How well it serves those who work there.
    pub staff_rating: Option<Stars>,
}

impl Element {
    /// An element without remarks.
    #[must_use]
    pub fn new(name: impl Into<String>, dimension: Dimension) -> Self {
        Self { name: name.into(), dimension, note: String::new(), rating: None, staff_rating: None }
    }
}

/// The typology of the surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Typology {
    /// Who takes part.
    pub participation: Option<Participation>,
    /// How elaborate it is.
    pub complexity: Option<Complexity>,
}
