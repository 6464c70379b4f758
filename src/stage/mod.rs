//! The wall of a lesson: what a class sees of a stop, as a display list.
//!
//! [`wall()`] puts a blueprint, its figures and a stop into shapes and words; the window paints them, a
//! handout prints them. All sizes are in units of a thirty-sixth of the height, so that the smallest text
//! can be read from the last row.
//!
//! # What always holds
//!
//! - No text has capitals lower than a fiftieth of the height, and no two texts overlap
//!   (`every_wall_can_be_read_from_the_last_row`).
//! - What is held back is neither in the shapes nor in the words (`what_is_held_back_is_nowhere`).
//! - The same stop is the same picture, and nothing jumps when something is revealed
//!   (`nothing_jumps_when_something_is_revealed`).
//!
//! It knows no window, no clock and no file.

mod comparison;
mod day;
mod figures;
mod results;
mod small;
mod wall;

pub use day::PlayedDay;
pub use figures::{StopFigure, figure_named, figure_names, name_of_figure};
pub use results::{Results, TOLD, Tried, results, the_end};
pub use wall::{plan_of, wall};

use crate::analysis::Analysis;
use crate::blueprint::{Blueprint, HeldBack, Scenario, StepId, Stop};
use crate::drawing::{MeasureText, Size};
use crate::pictures::DayCurve;
use crate::pictures::planning::Finished;
use crate::redesign::Frontier;
use crate::wording::Wording;

pub use crate::drawing::{Blank, WallPlaces, draw_blank};
pub use small::small_wall;

/// What of a stop is still held back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Which step is the bottleneck.
    pub bottleneck: bool,
    /// The figures that follow from the blueprint.
    pub figures: bool,
    /// What would help.
    pub help: bool,
}

impl Held {
    /// What a stop holds back at first.
    #[must_use]
    pub fn of(stop: &Stop) -> Self {
        Self {
            bottleneck: stop.holds(HeldBack::Bottleneck),
            figures: stop.holds(HeldBack::Figures),
            help: stop.holds(HeldBack::Help),
        }
    }

    /// What a list names.
    #[must_use]
    pub fn those(held: &[HeldBack]) -> Self {
        Self {
            bottleneck: held.contains(&HeldBack::Bottleneck),
            figures: held.contains(&HeldBack::Figures),
            help: held.contains(&HeldBack::Help),
        }
    }

    /// Whether anything is held back.
    #[must_use]
    pub fn any(self) -> bool {
        self.bottleneck || self.figures || self.help
    }
}

/// Whose version is on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pill<'a> {
    /// A scenario, by its name.
    Scenario(&'a str),
    /// A scenario, by its name, with levers that were turned.
    Changed(&'a str),
    /// A try, with whose idea it is; may be blank.
    Try(&'a str),
}

/// A scenario with its figures.
#[derive(Clone, Copy)]
pub struct Figured<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its figures.
    pub analysis: &'a Analysis,
}

/// All that the wall of a stop is made of.
// Each is so or not, whatever the others are.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not hang together")]
#[derive(Clone, Copy)]
pub struct StopView<'a> {
    /// The blueprint: its title and currency.
    pub blueprint: &'a Blueprint,
    /// What is shown, with its figures: the scenario of the stop, as the sandbox has it.
    pub shown: Figured<'a>,
    /// What charts and the comparison are laid beside: the stop's `with`, or what was before a try.
    pub other: Option<Figured<'a>>,
    /// The figures that those of the tiles are compared with: "was 60 /h". `None` where nothing changed.
    pub before: Option<Figured<'a>>,
    /// The fewest people for each target, where the stop shows them and they are found already.
    pub frontier: Option<&'a Frontier>,
    /// The planning sheet, filled and solved, where the stop shows one.
    pub plan: Option<&'a Finished>,
    /// The stop.
    pub stop: &'a Stop,
    /// What is still held back.
    pub held: Held,
    /// Whose version is shown.
    pub pill: Pill<'a>,
    /// Whether what is shown is the earlier of the two, as when they are flipped: then the figures of the other are what
    /// becomes of it.
    pub is_flipped: bool,
    /// Whether it is one of many that are seen at once: of a large sheet only zones, phases and bottlenecks are drawn.
    pub is_small: bool,
    /// The day of the stop's scenario, where the stop shows it and it is not played.
    pub day: Option<&'a DayCurve>,
    /// The same while it is played.
    pub played: Option<PlayedDay<'a>>,
    /// Whether the middle is left free: a try is made there on the sheet itself.
    pub is_bare: bool,
    /// The hands for each answer, once they are counted; as many as there are answers, or none.
    pub hands: &'a [u32],
    /// The cards that a try has changed: they are framed with those that the stop is about.
    pub changed: &'a [StepId],
    /// Whether the part is shown in which most of these are, whatever `page` says.
    pub follows: bool,
    /// The cards that stand out; the others fade. All alike where there are none.
    pub spotlight: &'a [StepId],
    /// Which part is shown where not all of the sheet is; see [`WallPlaces::pages`].
    pub page: usize,
    /// Whether the presenter sees it: what is held back is there, faint and dashed.
    pub on_desk: bool,
    /// How large the wall is, in points.
    pub size: Size,
    /// The words of a language, with the units of the blueprint and scenario.
    pub words: &'a Wording,
    /// Widths.
    pub text: &'a dyn MeasureText,
}
