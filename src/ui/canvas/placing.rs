//! Where cards end up that are moved or dropped.

use crate::blueprint::{LaneId, Place, Room, Scenario, SheetPoint, Step, StepId, WaitPoint, Zone};
use crate::drawing::{
    CardForm, Falling, Guide, Landing, Point, Pull, SheetGeometry, fall, whole_units,
};
use crate::editor::Edit;
use crate::ui::commands::Palette;
use crate::ui::view_context::{Action, ViewContext};

use super::Canvas;
use super::gesture::{GESTURE, Moving};

/// What a card keeps from the left edge of the sheet and from the edges of its lane, in sheet units.
pub(super) const EDGE_MARGIN: f32 = 4.0;

/// Where a card that is moved comes to lie: on the sheet, wholly inside its lane if it fits.
pub(super) fn place_for(
    geometry: &SheetGeometry,
    scenario: &Scenario,
    step: StepId,
    centre: Point,
) -> Option<Place> {
    let band = geometry.band_at(centre.y)?;
    let form = CardForm::of(scenario.steps().get(&step)?, band.zone);
    place_in_lane(geometry, scenario, centre, form)
}

/// The edit that makes room, to be previewed while something is on its way there.
pub(super) fn room_edit(rooms: &[Room]) -> Option<Edit> {
    let edits: Vec<Edit> = rooms.iter().copied().map(Edit::MakeRoom).collect();
    (!edits.is_empty()).then_some(Edit::Several(edits))
}

/// Where a new card falls that is put at a point of the sheet: in the row of its neighbours, on no
/// other card, within its lane, with the room that this takes. `None` outside any lane. `free`
/// leaves it where it is put, within its lane.
pub(in crate::ui) fn landing(
    geometry: &SheetGeometry,
    scenario: &Scenario,
    centre: Point,
    form: CardForm,
    free: bool,
) -> Option<Landing> {
    let pull = if free { Pull::None } else { Pull::Strong };
    fall(geometry, scenario, Falling { centre, form }, pull, |_| true)
}

/// A new card with its place.
pub(in crate::ui) fn placed(step: Step, place: Place) -> Step {
    Step { lane: place.lane, phase: place.phase, at: place.at, ..step }
}

pub(super) fn place_in_lane(
    geometry: &SheetGeometry,
    scenario: &Scenario,
    centre: Point,
    form: CardForm,
) -> Option<Place> {
    let band = geometry.band_at(centre.y)?;
    let half = form.size().height / 2.0 + 4.0;
    let (top, bottom) = (band.top + half, band.bottom - half);
    let y = if top <= bottom {
        centre.y.clamp(top, bottom)
    } else {
        f32::midpoint(band.top, band.bottom)
    };
    let left = geometry.columns().first().map_or(0.0, |column| column.left);
    let x = centre.x.max(left + form.size().width / 2.0 + 4.0);
    // A card that hangs over the left edge of the sheet by more than its half is outside.
    if centre.x < left {
        return None;
    }
    geometry.place_at(scenario, Point::new(x, y))
}

/// The guides of a card that comes to lie where they led it.
pub(super) fn guides_there(guides: Vec<Guide>, led: Point, lies: Point) -> Vec<Guide> {
    if led.distance(lies) < 1.0 { guides } else { Vec::new() }
}

impl Canvas {
    /// The card that is usual at a point of the sheet, and where it falls.
    pub(super) fn usual_landing(
        &self,
        view: &ViewContext<'_>,
        at: Point,
        free: bool,
    ) -> Option<(Step, Landing)> {
        let step = usual_step(view, self.geometry.place_at(view.scenario, at)?);
        let form = CardForm::of(&step, view.scenario.zone_of(&step));
        let found = landing(&self.geometry, view.scenario, at, form, free)?;
        Some((step, found))
    }

    /// Shows the room that is made for what is on its way to the sheet.
    pub(super) fn preview_room(view: &mut ViewContext<'_>, rooms: &[Room]) {
        if let Some(edit) = room_edit(rooms) {
            view.ask(Action::Preview(GESTURE, edit.into()));
        } else {
            Self::close_room(view);
        }
    }

    /// Takes back the room that is shown.
    pub(super) fn close_room(view: &mut ViewContext<'_>) {
        if view.editor.gesture() == Some(GESTURE) {
            view.ask(Action::Abort);
        }
    }
}

/// The edit that moves cards to the middle of a lane, each where it stands in time.
pub(in crate::ui) fn into_lane(
    scenario: &Scenario,
    steps: &[(StepId, &Step)],
    lane: LaneId,
) -> Edit {
    let middle = scenario.lanes().get(&lane).map_or(0, |lane| lane.height.units() / 2);
    let places = steps.iter().filter(|(_, step)| step.lane != lane).map(|(id, step)| {
        let at = SheetPoint::new(step.at.x, middle);
        (*id, Place { lane, at, ..step.place() })
    });
    Edit::PlaceSteps(places.collect())
}

/// Moving all held cards into a zone that has no lane adds one.
pub(super) fn new_lane_edit(moving: &Moving, held_to: Point) -> Option<Edit> {
    let band = moving.start.band_at(held_to.y)?;
    if band.lane.is_some() {
        return None;
    }
    let (_, held_from) = moving.centres.iter().find(|(id, _)| *id == moving.held)?;
    let by = held_to.x - held_from.x;
    let places: Option<Vec<(StepId, Place)>> = moving
        .centres
        .iter()
        .map(|(id, from)| {
            let step = moving.scenario.steps().get(id)?;
            let column = moving.start.column_at(from.x + by)?;
            let at = SheetPoint::new(
                whole_units(from.x + by - column.left),
                band.zone.usual_height() / 2,
            );
            Some((*id, Place { lane: step.lane, phase: column.phase, at }))
        })
        .collect();
    Some(Edit::PlaceStepsWithLane(band.zone, places?))
}

/// A place that is on the sheet, wherever.
pub(super) fn any_place(scenario: &Scenario) -> Option<Place> {
    let lane = *scenario.lanes().keys().next()?;
    let phase = *scenario.phases().keys().next()?;
    Some(Place { lane, phase, at: SheetPoint::default() })
}

/// The card for what usually happens at a place.
pub(super) fn usual_step(view: &ViewContext<'_>, place: Place) -> Step {
    // A place on the sheet lies in a lane; else customers start.
    let zone = view.scenario.lanes().get(&place.lane).map_or(Zone::Customer, |lane| lane.zone);
    new_step(view, Palette::usual_in(zone), place)
}

/// The card that an item of the palette makes.
pub(in crate::ui) fn new_step(view: &ViewContext<'_>, item: Palette, place: Place) -> Step {
    let mut step = Step::new(view.text(item.key()), item.kind(), place);
    if item == Palette::WaitingPoint {
        step.wait = Some(WaitPoint::default());
    }
    step
}
