//! A lesson: views of the blueprint in an order, for a class.
//!
//! A stop is a view, not a copy: it names what it frames by identity, so that it survives moved cards and
//! other screens. What a newer version may add to is kept as text; what this version does not know is shown
//! as the plain sheet.

use super::ids::{ScenarioId, SheetId, StepId, StopId};

/// A list of stops.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lesson {
    /// What it is called; may be blank.
    pub title: String,
    /// In the order in which they are shown.
    pub stops: Vec<(StopId, Stop)>,
}

/// One view of the blueprint, with what is asked and what is held back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stop {
    /// What it is called.
    pub title: String,
    /// Which scenario is shown; `None` for the baseline.
    pub scenario: Option<ScenarioId>,
    /// Which picture, as in the file; see [`Stop::picture`]. Blank for the sheet.
    pub shows: String,
    /// The scenario that it is compared with.
    pub with: Option<ScenarioId>,
    /// The planning sheet that is shown; `None` for the first.
    pub sheet: Option<SheetId>,
    /// The steps that are framed; all where there are none.
    pub around: Vec<StepId>,
    /// The steps that stand out, while the others fade; all alike where there are none.
    pub spotlight: Vec<StepId>,
    /// The middle and the zoom of the sheet, where a free view is wanted.
    pub view: Option<[f64; 3]>,
    /// What is held back until it is revealed, as in the file; see [`Stop::holds`].
    pub hold: Vec<String>,
    /// Figures, by their names in `--json`; of more than [`Stop::MOST_FIGURES`] the first are shown.
    pub figures: Vec<String>,
    /// The question; may be blank.
    pub ask: String,
    /// What can be answered.
    pub answers: Vec<String>,
    /// The levers at hand, as in the file; see [`Stop::lever_kinds`].
    pub levers: Vec<String>,
    /// How long it is planned to take.
    pub minutes: Option<u32>,
    /// What the trainer wants to remember; never on the wall.
    pub note: String,
}

/// What a stop shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StopPicture {
    /// The sheet.
    #[default]
    Sheet,
    /// How busy each pool is.
    Load,
    /// One visit in time.
    Visit,
    /// Waits by load.
    Waiting,
    /// Costs and profit.
    Money,
    /// Two scenarios side by side.
    Compare,
    /// Fewest people for each target.
    Redesign,
    /// A simulated day.
    Day,
    /// What customers ought to get and what they got.
    Profile,
    /// Where quality is lost, and what is still accepted.
    Gaps,
    /// How important and how good items are.
    Importance,
    /// What items are to customers.
    Kano,
    /// A planning sheet.
    Plan,
}

impl StopPicture {
    /// All, with their names in a file.
    pub const NAMES: [(&'static str, Self); 13] = [
        ("sheet", Self::Sheet),
        ("load", Self::Load),
        ("visit", Self::Visit),
        ("waiting", Self::Waiting),
        ("money", Self::Money),
        ("compare", Self::Compare),
        ("redesign", Self::Redesign),
        ("day", Self::Day),
        ("profile", Self::Profile),
        ("gaps", Self::Gaps),
        ("importance", Self::Importance),
        ("kano", Self::Kano),
        ("plan", Self::Plan),
    ];

    /// Its name in a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, it)| *it == self).map_or("sheet", |(name, _)| name)
    }
}

/// What can be held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeldBack {
    /// Which step is the bottleneck.
    Bottleneck,
    /// The figures.
    Figures,
    /// What would help.
    Help,
}

impl HeldBack {
    /// All, with their names in a file.
    pub const NAMES: [(&'static str, Self); 3] =
        [("bottleneck", Self::Bottleneck), ("figures", Self::Figures), ("help", Self::Help)];

    /// Its name in a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, it)| *it == self).map_or("", |(name, _)| name)
    }
}

/// What can be turned at a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StopLever {
    /// How many customers come.
    Demand,
    /// How many there are of each role that limits the service.
    Headcount,
    /// How long each step takes that limits the service.
    Time,
}

impl StopLever {
    /// All, with their names in a file.
    pub const NAMES: [(&'static str, Self); 3] =
        [("demand", Self::Demand), ("headcount", Self::Headcount), ("time", Self::Time)];

    /// Its name in a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, it)| *it == self).map_or("", |(name, _)| name)
    }
}

impl Stop {
    /// The longest that a stop can be planned for: a day.
    pub const MOST_MINUTES: u32 = 24 * 60;

    /// Most figures of a stop: a class reads no more at once.
    pub const MOST_FIGURES: usize = 3;

    /// What it shows; `None` for what only a newer version knows, in whose place the sheet is shown.
    #[must_use]
    pub fn picture(&self) -> Option<StopPicture> {
        if self.shows.is_empty() {
            return Some(StopPicture::Sheet);
        }
        StopPicture::NAMES.iter().find(|(name, _)| *name == self.shows).map(|(_, it)| *it)
    }

    /// Whether something is held back at first.
    #[must_use]
    pub fn holds(&self, what: HeldBack) -> bool {
        let is_it = |name: &String| HeldBack::NAMES.iter().any(|it| it.1 == what && it.0 == name);
        self.hold.iter().any(is_it)
    }

    /// What can be turned, in the order of the file; what only a newer version knows is left out.
    pub fn lever_kinds(&self) -> impl Iterator<Item = StopLever> + '_ {
        let known = |name: &String| StopLever::NAMES.iter().find(|it| it.0 == name).map(|it| it.1);
        self.levers.iter().filter_map(known)
    }
}
