//! Where cards end up that are moved or dropped.

use crate::blueprint::{LaneId, Place, Scenario, SheetPoint, Step, StepId, WaitPoint, Zone};
use crate::drawing::{CardForm, Point, SheetGeometry, whole_units};
use crate::editor::Edit;
use crate::ui::commands::Palette;
use crate::ui::view_context::ViewContext;

use super::gesture::Moving;

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
