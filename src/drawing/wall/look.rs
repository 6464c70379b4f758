//! What of a sheet is shown on a wall, and how.

use super::super::figures::SheetFigures;
use super::super::played::Played;
use super::super::scene::Labels;
use super::super::space::Rect;
use super::super::text::MeasureText;
use crate::blueprint::{Scenario, StepId};

/// What of a sheet is shown, and how.
// Each is so or not, whatever the others are.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not hang together")]
#[derive(Clone, Copy, Debug, Default)]
pub struct StageLook<'a> {
    /// The steps that are framed; all where there are none.
    pub around: &'a [StepId],
    /// The steps that a try has changed: they are framed as well.
    pub changed: &'a [StepId],
    /// Whether the part is shown in which most of these are, whatever `page` says.
    pub follows: bool,
    /// Which part, where not all that is framed can be read at once.
    pub page: usize,
    /// Whether it is not to be seen which step is the bottleneck.
    pub hides_bottleneck: bool,
    /// Whether that is seen faintly, by the presenter alone.
    pub is_faint: bool,
    /// Whether cards say how much they can do.
    pub shows_rates: bool,
    /// The cards that stand out; all alike where there are none.
    pub spotlight: &'a [StepId],
    /// What is to be seen of a day that is played.
    pub played: Option<&'a Played>,
    /// Whether only zones, phases and bottlenecks are drawn, as small among others.
    pub in_short: bool,
}

/// A sheet for a wall.
#[derive(Clone, Copy)]
pub struct StageSheet<'a> {
    /// What is drawn.
    pub scenario: &'a Scenario,
    /// Its figures.
    pub figures: &'a dyn SheetFigures,
    /// Words.
    pub labels: &'a dyn Labels,
    /// Widths.
    pub text: &'a dyn MeasureText,
    /// How it is shown.
    pub look: StageLook<'a>,
}

/// Where the cards of a sheet lie on a wall.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StagePlaces {
    /// Each card that is seen.
    pub cards: Vec<(StepId, Rect)>,
    /// Which part is shown.
    pub page: usize,
    /// How many parts there are; at least 1.
    pub pages: usize,
    /// What of the whole sheet is shown, on the sheet; `None` where that is all.
    pub framed: Option<Rect>,
}
