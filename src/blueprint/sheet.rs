//! What the sheet is divided into: zones, lanes, phases, and the lines between zones.

use super::ids::LaneId;
use super::refusal::Refusal;

/// The five zones of a service blueprint, top to bottom (Bitner, Ostrom & Morgan 2008).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// What the customer sees and touches.
    Evidence,
    /// What the customer does.
    Customer,
    /// Visible actions of staff or technology.
    Frontstage,
    /// Invisible actions of contact staff.
    Backstage,
    /// Systems and internal services.
    Support,
}

impl Zone {
    /// All zones, top to bottom.
    pub const ALL: [Self; 5] =
        [Self::Evidence, Self::Customer, Self::Frontstage, Self::Backstage, Self::Support];

    /// Whether the customer sees what happens here.
    #[must_use]
    pub fn is_visible(self) -> bool {
        self <= Self::Frontstage
    }

    /// The line along the lower edge of this zone, if there is one.
    #[must_use]
    pub fn line_below(self) -> Option<Line> {
        match self {
            Self::Customer => Some(Line::Interaction),
            Self::Frontstage => Some(Line::Visibility),
            Self::Backstage => Some(Line::InternalInteraction),
            Self::Evidence | Self::Support => None,
        }
    }

    /// The height that a new lane of this zone gets, in sheet units.
    #[must_use]
    pub fn usual_height(self) -> i32 {
        match self {
            Self::Evidence => 92,
            Self::Customer => 122,
            Self::Frontstage | Self::Backstage => 156,
            Self::Support => 100,
        }
    }
}

/// The lines of a blueprint. Never stored: they follow from the zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Between customer actions and frontstage; each crossing is a moment of truth.
    Interaction,
    /// Between frontstage and backstage.
    Visibility,
    /// Between backstage and support; each crossing is an internal hand-off.
    InternalInteraction,
}

impl Line {
    /// All lines, top to bottom.
    pub const ALL: [Self; 3] = [Self::Interaction, Self::Visibility, Self::InternalInteraction];

    /// The zone whose upper edge it is.
    #[must_use]
    pub fn zone_below(self) -> Zone {
        match self {
            Self::Interaction => Zone::Frontstage,
            Self::Visibility => Zone::Backstage,
            Self::InternalInteraction => Zone::Support,
        }
    }

    /// The zone whose lower edge it is.
    #[must_use]
    pub fn zone_above(self) -> Zone {
        match self {
            Self::Interaction => Zone::Customer,
            Self::Visibility => Zone::Frontstage,
            Self::InternalInteraction => Zone::Backstage,
        }
    }
}

/// A point or distance on the sheet, in whole sheet units (one unit is one point at 100 %).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct SheetPoint {
    /// To the right.
    pub x: i32,
    /// Downwards.
    pub y: i32,
}

impl SheetPoint {
    /// The farthest that a card may lie from the corner of its cell, in each direction: far beyond
    /// any sheet, and small enough that places can be added up.
    pub const FARTHEST: i32 = 1_000_000_000;

    /// Whether it is no farther than [`SheetPoint::FARTHEST`].
    #[must_use]
    pub fn is_near(self) -> bool {
        let reach = -Self::FARTHEST..=Self::FARTHEST;
        reach.contains(&self.x) && reach.contains(&self.y)
    }

    /// The point so many units further right, but no farther than [`SheetPoint::FARTHEST`].
    #[must_use]
    pub(super) fn moved_right(self, units: i32) -> Self {
        let x = self.x.saturating_add(units).clamp(-Self::FARTHEST, Self::FARTHEST);
        Self { x, y: self.y }
    }

    /// A point by its coordinates.
    #[must_use]
    pub fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }
}

/// A horizontal strip of a zone: a channel or a team.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// What it is called; blank means it is called like its zone.
    pub name: String,
    /// The zone it lies in.
    pub zone: Zone,
    /// Its height in sheet units while it is not collapsed.
    pub height: LaneHeight,
    /// Whether it is drawn as a thin strip.
    pub collapsed: bool,
}

impl Lane {
    /// An unnamed lane of usual height.
    #[must_use]
    pub fn new(zone: Zone) -> Self {
        Self {
            name: String::new(),
            zone,
            height: LaneHeight(zone.usual_height()),
            collapsed: false,
        }
    }
}

/// A lane's height: 40 to 4,000 sheet units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LaneHeight(i32);

impl LaneHeight {
    /// The least height: a name and a customer card fit in.
    pub const LEAST: i32 = 40;
    /// The greatest height.
    pub const MOST: i32 = 4_000;

    /// Checks a height.
    ///
    /// # Errors
    /// [`Refusal::SizeRange`].
    pub fn new(units: i32) -> Result<Self, Refusal> {
        if (Self::LEAST..=Self::MOST).contains(&units) {
            Ok(Self(units))
        } else {
            Err(Refusal::SizeRange)
        }
    }

    /// The height in sheet units.
    #[must_use]
    pub fn units(self) -> i32 {
        self.0
    }
}

/// A named column of the sheet, such as Arrive, Order, Pay.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// What it is called; may be blank.
    pub name: String,
    /// Its width.
    pub width: PhaseWidth,
    /// Which part of the customer's life with the service it belongs to.
    pub stage: Option<CustomerStage>,
}

/// A part of a customer's life with the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CustomerStage {
    /// Before they are customers.
    Win,
    /// While they are served.
    Serve,
    /// Between one visit and the next.
    Keep,
    /// When they are about to leave, or have left.
    WinBack,
}

impl CustomerStage {
    /// All stages in their order, with their names in a file.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("Win", Self::Win),
        ("Serve", Self::Serve),
        ("Keep", Self::Keep),
        ("WinBack", Self::WinBack),
    ];
}

impl Phase {
    /// The unnamed phase that a new sheet starts with, wide enough to draw on.
    #[must_use]
    pub fn of_new_sheet() -> Self {
        Self { name: String::new(), width: PhaseWidth(PhaseWidth::NEW_SHEET), stage: None }
    }

    /// A phase of usual width.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), width: PhaseWidth(PhaseWidth::USUAL), stage: None }
    }
}

/// A phase's width: 60 to 1,000,000 sheet units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PhaseWidth(i32);

impl PhaseWidth {
    /// The least width.
    pub const LEAST: i32 = 60;
    /// One card with room beside it.
    pub const USUAL: i32 = 144;
    /// The only phase of a new sheet: room for seven cards side by side.
    pub const NEW_SHEET: i32 = 7 * Self::USUAL;
    /// The greatest width.
    pub const MOST: i32 = 1_000_000;

    /// Checks a width.
    ///
    /// # Errors
    /// [`Refusal::SizeRange`].
    pub fn new(units: i32) -> Result<Self, Refusal> {
        if (Self::LEAST..=Self::MOST).contains(&units) {
            Ok(Self(units))
        } else {
            Err(Refusal::SizeRange)
        }
    }

    /// The width in sheet units.
    #[must_use]
    pub fn units(self) -> i32 {
        self.0
    }
}

/// What becomes of the steps of a lane that is removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneSteps {
    /// They are removed too; the flow heals.
    Remove,
    /// They move to another lane.
    MoveTo(LaneId),
    /// The lane is only removed if it holds none.
    MustBeNone,
}
