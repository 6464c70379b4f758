//! What a picture is made of, and the words and widths that it borrows from outside.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::camera::Camera;
use super::card::CardForm;
use super::detail::Detail;
use super::differences::Differences;
use super::feelings::Feelings;
use super::figures::SheetFigures;
use super::geometry::SheetGeometry;
use super::hit::Hit;
use super::played::Played;
use super::routing::Routes;
use super::snapping::Guide;
use super::space::{Point, Rect};
use super::text::MeasureText;
use crate::blueprint::{
    LaneId, Line, LinkId, LinkKind, Need, PhaseId, Scenario, ServiceTime, Share, StepId, Zone,
};

/// Words and numbers as people read them.
pub trait Labels {
    /// A zone's name, which unnamed lanes have.
    fn zone(&self, zone: Zone) -> Cow<'_, str>;
    /// A line's name.
    fn line(&self, line: Line) -> Cow<'_, str>;
    /// The badge of a bottleneck.
    fn bottleneck(&self) -> Cow<'_, str>;
    /// The letter of a fail point.
    fn fail_point(&self) -> Cow<'_, str>;
    /// The letter of a wait point.
    fn wait_point(&self) -> Cow<'_, str>;
    /// Who is needed, such as `Clerk + Nurse × 2`, with names cut after so many letters.
    fn needs(&self, scenario: &Scenario, needs: &[Need], letters: usize) -> Cow<'_, str>;
    /// A time, short, such as `45 s`.
    fn time(&self, time: &ServiceTime) -> Cow<'_, str>;
    /// A share, such as `70 %`.
    fn share(&self, share: Share) -> Cow<'_, str>;
}

/// A card that is not there yet: dragged from the palette, or offered on an empty sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Ghost {
    /// Its centre on the sheet.
    pub centre: Point,
    /// How it would look.
    pub form: CardForm,
    /// What it would be called.
    pub name: String,
    /// Whether it cannot be dropped here.
    pub refused: bool,
}

/// Where a lane or phase that is dragged would lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DropLine {
    /// Between two lanes, at this height of the sheet.
    Lanes(f32),
    /// Between two phases, so far from the left.
    Phases(f32),
}

/// A link that is being drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PendingLink {
    /// Where it starts on the sheet.
    pub from: Point,
    /// Where the pointer is on the sheet.
    pub to: Point,
    /// What it would be.
    pub kind: LinkKind,
    /// Whether it would only say what belongs together: one of its ends is evidence or a note.
    pub association: bool,
    /// Whether it would be refused here.
    pub refused: bool,
}

/// What the pointer is doing, as far as it shows.
// Each says something of its own, which no other implies.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Look {
    /// Selected steps.
    pub steps: BTreeSet<StepId>,
    /// Selected links.
    pub links: BTreeSet<LinkId>,
    /// Whether nothing can be taken hold of.
    pub only_looks: bool,
    /// What is under the pointer.
    pub hovered: Option<Hit>,
    /// Where the pointer is on the screen, if it is over the sheet.
    pub pointer: Option<Point>,
    /// The step that a drop or a link would go to.
    pub target: Option<StepId>,
    /// The link that a drop would be put into.
    pub target_link: Option<LinkId>,
    /// The cell of the sheet that a drop would go to.
    pub target_cell: Option<(LaneId, PhaseId)>,
    /// Cards that are not there yet.
    pub ghosts: Vec<Ghost>,
    /// A link that is being drawn.
    pub pending_link: Option<PendingLink>,
    /// How it would run on the sheet, where that is known; else it is drawn straight.
    pub pending_way: Vec<Point>,
    /// What a dragged card is aligned to.
    pub guides: Vec<Guide>,
    /// A selection frame that is being drawn, on the screen.
    pub marquee: Option<Rect>,
    /// A line that is being dragged, and where its name is held on the sheet.
    pub dragged_line: Option<(Line, f32)>,
    /// How far from the left edge of the sheet the pointer is, while it is on a name of a phase.
    pub pointed_x: Option<f32>,
    /// Where a lane or phase that is dragged by its name would lie.
    pub drop_line: Option<DropLine>,
    /// Whether a button that adds a phase lies in the row of phases.
    pub adds_phases: bool,
    /// Steps whose figures changed a moment ago: from 1 (now) down to 0 (long ago).
    pub flashes: BTreeMap<StepId, f32>,
    /// What differs from a scenario that this one is compared with.
    pub differences: Option<Arc<Differences>>,
    /// Steps that are drawn pale: what a search or a filter left out.
    pub pale: BTreeSet<StepId>,
    /// Whether pale steps are not drawn at all.
    pub hides_pale: bool,
    /// Whether what the marks of differences mean is said elsewhere.
    pub hides_legend: bool,
    /// What is to be seen of a day that is played.
    pub played: Option<Arc<Played>>,
    /// How customers feel, as a curve over their lane.
    pub feelings: Option<Arc<Feelings>>,
    /// How much of a card is drawn; `None` goes by the zoom alone.
    pub detail: Option<Detail>,
    /// Whether it is not to be told where customers wait: a class is to guess it.
    pub holds_waits: bool,
    /// How high the smallest letters are where the sheet is drawn as on a wall, before a class; see
    /// [`wall_zoom`](super::wall_zoom).
    pub wall: Option<f32>,
}

impl Look {
    /// Whether a step is not drawn.
    #[must_use]
    pub fn hides(&self, step: StepId) -> bool {
        self.hides_pale && self.pale.contains(&step)
    }
}

impl Scene<'_> {
    /// How much of a card is drawn.
    #[must_use]
    pub fn detail(&self) -> Detail {
        self.look.detail.unwrap_or_else(|| Detail::at(self.camera.zoom()))
    }

    /// Whether a link ends at a pale step, and whether it ends at one that is not drawn.
    pub(super) fn fades(&self, link: LinkId) -> (bool, bool) {
        if self.look.pale.is_empty() {
            return (false, false);
        }
        let Some(link) = self.scenario.links().get(&link) else { return (false, false) };
        let pale = |step: StepId| self.look.pale.contains(&step);
        let faded = pale(link.from) || link.to.step().is_some_and(pale);
        (faded, faded && self.look.hides_pale)
    }
}

/// Everything that a picture is made of.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What is drawn.
    pub scenario: &'a Scenario,
    /// Where it lies.
    pub geometry: &'a SheetGeometry,
    /// How its links run.
    pub routes: &'a Routes,
    /// Its figures, if they are known.
    pub figures: Option<&'a dyn SheetFigures>,
    /// Which part is seen.
    pub camera: Camera,
    /// The part of the screen that is drawn to, headers included.
    pub viewport: Rect,
    /// Words.
    pub labels: &'a dyn Labels,
    /// Widths.
    pub text: &'a dyn MeasureText,
    /// What the pointer is doing.
    pub look: &'a Look,
}

/// The height of the row of phase names on the upper edge, in screen points.
pub const HEADER_HEIGHT: f32 = 28.0;
/// The width of the strip of lane names on the left edge, in screen points.
pub const STRIP_WIDTH: f32 = 36.0;

/// The part of a viewport that shows the sheet itself: right of the lane names and below the phase
/// names. What is fitted or revealed belongs here.
#[must_use]
pub fn sheet_area(viewport: Rect) -> Rect {
    Rect::new(
        viewport.left() + STRIP_WIDTH,
        viewport.top() + HEADER_HEIGHT,
        viewport.right(),
        viewport.bottom(),
    )
}
