//! What the pointer is doing on the sheet.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::blueprint::{
    Lane, LaneHeight, LaneId, Line, LinkId, LinkKind, Phase, PhaseId, PhaseWidth, Room, Scenario,
    StepId, Zone,
};
use crate::drawing::{
    LinkSide, Point, Routes, SheetGeometry, Side, room_above, room_to_the_left, whole_units,
};
use crate::editor::GestureId;

use super::Canvas;

/// All gestures of the sheet share one number: there is one pointer.
pub(super) const GESTURE: GestureId = GestureId(1);

/// What the pointer is doing.
#[derive(Default)]
pub(super) enum Gesture {
    #[default]
    Nothing,
    Pan,
    Marquee {
        from: Point,
        kept: BTreeSet<StepId>,
    },
    Move(Moving),
    /// A link that is pulled from the edge of a card; `kind` is the kind that was asked for.
    Connect {
        from: StepId,
        side: Side,
        kind: Option<LinkKind>,
    },
    Reattach {
        link: LinkId,
        side: LinkSide,
        kind: Option<LinkKind>,
    },
    /// How customers feel at a step.
    Feel(StepId),
    /// A line between zones that is dragged by its name.
    MoveLine(Line),
    /// A link that is drawn by keyboard.
    LinkByKeys {
        from: StepId,
        target: Option<StepId>,
        kind: Option<LinkKind>,
    },
    /// The space tool.
    Space(Space),
    /// A lane that is dragged by its name.
    DragLane(LaneId),
    /// A phase that is dragged by its name.
    DragPhase(PhaseId),
    ResizeLane {
        lane: LaneId,
        start: Lane,
        from_y: f32,
        least: LaneHeight,
    },
    ResizePhase {
        phase: PhaseId,
        start: Phase,
        from_x: f32,
        least: PhaseWidth,
    },
}

/// Cards that are being moved.
pub(super) struct Moving {
    /// The card under the pointer.
    pub(super) held: StepId,
    /// Where the sheet was seized.
    pub(super) grabbed: Point,
    /// The centres before the move.
    pub(super) centres: Vec<(StepId, Point)>,
    /// The sheet before the move.
    pub(super) start: SheetGeometry,
    pub(super) scenario: Arc<Scenario>,
    /// How links ran before the move, where the card could be put into one.
    pub(super) routes: Option<Box<Routes>>,
    /// Whether copies are moved and the cards stay.
    pub(super) copies: bool,
    /// Whether Alt has been released since the drag began: from then on it switches snapping off.
    pub(super) alt_freed: bool,
}

impl Moving {
    /// The zone that the held card comes from.
    pub(super) fn zone(&self) -> Option<Zone> {
        self.scenario.steps().get(&self.held).map(|step| self.scenario.zone_of(step))
    }
}

/// The space tool at work.
pub(super) struct Space {
    pub(super) start: SheetGeometry,
    pub(super) scenario: Arc<Scenario>,
    /// Where the line stands on the sheet: what lies right of it or, in its lane, below it moves.
    pub(super) at: Point,
    /// What has been made so far.
    pub(super) room: Option<Room>,
    /// Whether it is being dragged.
    pub(super) held: bool,
}

impl Space {
    pub(super) fn right(&self, by: i32) -> Room {
        let least = -room_to_the_left(&self.start, self.at.x);
        Room::Right { at: whole_units(self.at.x), by: by.max(least) }
    }

    pub(super) fn down(&self, lane: LaneId, at: i32, by: i32) -> Room {
        let least = -room_above(&self.start, &self.scenario, lane, at as f32);
        Room::Down { lane, at, by: by.max(least) }
    }
}

impl Canvas {
    /// Whether an edit is under way: a card, a link, a line or a border is being dragged.
    pub(in crate::ui) fn is_editing(&self) -> bool {
        !matches!(self.gesture, Gesture::Nothing | Gesture::Pan | Gesture::Marquee { .. })
    }

    /// Releases whatever is being dragged.
    pub(in crate::ui) fn release(&mut self, ctx: &egui::Context) {
        self.gesture = Gesture::Nothing;
        self.sight.unpin();
        self.look.marquee = None;
        self.look.pending_link = None;
        self.kind_word = None;
        self.look.target = None;
        self.look.target_link = None;
        self.look.dragged_line = None;
        self.look.drop_line = None;
        self.reason = None;
        self.hint = None;
        self.look.guides.clear();
        self.look.ghosts.clear();
        ctx.stop_dragging();
    }
}
