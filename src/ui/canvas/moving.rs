//! Cards that are dragged: moved or copied, snapped, put into a link, or refused where they cannot go.

use std::sync::Arc;

use egui::{CursorIcon, Ui};

use crate::blueprint::{Place, Room, Scenario, StepId, Zone};
use crate::drawing::{
    CardForm, Falling, Ghost, Landing, Point, Pull, REACH, fall, fall_together, snap,
};
use crate::editor::{Edit, Selection};
use crate::ui::view_context::{Action, ViewContext};

use super::Canvas;
use super::gesture::{GESTURE, Gesture, Moving};
use super::inserting::{in_room, is_loose, place_in_link};
use super::placing::{guides_there, new_lane_edit, place_for};

/// How near a row a card must be moved to fall into it, in screen points.
const ROW_REACH: f32 = 12.0;

impl Canvas {
    pub(super) fn begin_move(
        &self,
        view: &mut ViewContext<'_>,
        held: Option<StepId>,
        grabbed: Point,
        copies: bool,
    ) -> Gesture {
        let Some(held) = held else { return Gesture::Nothing };
        let selection = view.editor.selection();
        let steps: Vec<StepId> = if selection.steps.contains(&held) {
            selection.steps.iter().copied().collect()
        } else {
            view.ask(Action::Pick(Selection::step(held)));
            vec![held]
        };
        let loose = !copies && steps.len() == 1 && is_loose(view.scenario, held);
        let centres = steps
            .into_iter()
            .filter_map(|step| Some((step, self.geometry.card(step)?.rect.centre())))
            .collect();
        Gesture::Move(Moving {
            held,
            grabbed,
            centres,
            start: self.geometry.clone(),
            scenario: Arc::clone(view.editor.scenario()),
            routes: loose.then(|| Box::new(self.routes.clone())),
            copies,
            alt_freed: !copies,
        })
    }

    /// Moves the held cards to the pointer, snapped, or shows that they cannot go there. Answers the
    /// zone that the held card comes to lie in, if it moves.
    pub(super) fn move_cards(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        pointer: Point,
    ) -> Option<Zone> {
        let (alt, shift) = ui.input(|input| (input.modifiers.alt, input.modifiers.shift));
        if let Gesture::Move(moving) = &mut self.gesture {
            moving.alt_freed |= !alt;
        }
        let Gesture::Move(moving) = &self.gesture else { return None };
        let (_, held_from) = moving.centres.iter().find(|(id, _)| *id == moving.held)?;
        let size =
            moving.start.card(moving.held).map_or(CardForm::Full.size(), |card| card.rect.size());
        ui.ctx().set_cursor_icon(if moving.copies {
            CursorIcon::Copy
        } else {
            CursorIcon::Grabbing
        });
        let free = alt && moving.alt_freed;
        let mut pulled = pointer - moving.grabbed;
        if shift {
            // Shift keeps the cards in their row or column.
            let along = pulled.x.abs() >= pulled.y.abs();
            pulled = if along { Point::new(pulled.x, 0.0) } else { Point::new(0.0, pulled.y) };
        }
        let wanted = *held_from + pulled;
        let steps: Vec<StepId> = moving.centres.iter().map(|(id, _)| *id).collect();
        let (held_to, guides) = if free {
            (wanted, Vec::new())
        } else {
            // Copies align with the cards that stay; the others leave their places.
            let gone: &[StepId] = if moving.copies { &[] } else { &steps };
            snap(&moving.start, wanted, size, gone, REACH / self.sight.zoom())
        };
        let mut by = held_to - *held_from;
        if shift {
            let along = pulled.x.abs() >= pulled.y.abs();
            by = if along { Point::new(by.x, 0.0) } else { Point::new(0.0, by.y) };
        }
        let scenario = &moving.scenario;
        self.look.target_link = None;
        let split = moving.routes.as_ref().and_then(|routes| {
            let link = self.link_to_split(scenario, routes, pointer)?;
            let form = moving.start.card(moving.held)?.form;
            let held = Some(moving.held);
            let (room, place) = place_in_link(&moving.start, scenario, link, pointer, form, held)?;
            Some((link, room, place))
        });
        if let Some((link, room, place)) = split {
            let edit = in_room(room, Edit::PutIntoLink(link, moving.held, place));
            self.look.ghosts.clear();
            self.look.guides.clear();
            self.look.target_link = Some(link);
            view.ask(Action::Preview(GESTURE, edit.into()));
            return zone_of(scenario, place);
        }
        let reach = if shift { 0.5 } else { ROW_REACH / self.sight.zoom() };
        let lands = landing_of_cards(moving, by, if free { None } else { Some(reach) });
        self.look.ghosts.clear();
        self.look.guides.clear();
        if let Some((rooms, places)) = lands {
            // Less than half a unit is no move: who comes back has not moved anything.
            if by.x.abs() + by.y.abs() < 0.5 {
                if view.editor.gesture() == Some(GESTURE) {
                    view.ask(Action::Abort);
                }
                return None;
            }
            let held = places.iter().find(|(id, _)| *id == moving.held);
            let zone = held.and_then(|(_, place)| zone_of(scenario, *place));
            let there = held.and_then(|(_, place)| moving.start.point_of(*place));
            if rooms.is_empty() {
                self.look.guides =
                    there.map(|there| guides_there(guides, held_to, there)).unwrap_or_default();
            }
            let copies = moving.copies;
            let edit = if copies { Edit::CopySteps(places) } else { Edit::PlaceSteps(places) };
            view.ask(Action::Preview(GESTURE, edit.in_rooms(rooms).into()));
            zone.filter(|_| !copies)
        } else if let Some(edit) = new_lane_edit(moving, held_to).filter(|_| !moving.copies) {
            let zone =
                if let Edit::PlaceStepsWithLane(zone, _) = &edit { Some(*zone) } else { None };
            view.ask(Action::Preview(GESTURE, edit.into()));
            zone
        } else {
            view.ask(Action::Abort);
            self.look.guides.clear();
            self.look.ghosts = moving
                .centres
                .iter()
                .filter_map(|(id, from)| {
                    let step = scenario.steps().get(id)?;
                    let form = moving.start.card(*id)?.form;
                    let centre = *from + (pointer - moving.grabbed);
                    Some(Ghost { centre, form, name: step.name.clone(), refused: true })
                })
                .collect();
            ui.ctx().set_cursor_icon(CursorIcon::NotAllowed);
            None
        }
    }
}

/// The room that is made for moved cards, and where they lie then.
type Landed = (Vec<Room>, Vec<(StepId, Place)>);

/// Where moved cards come to lie, and the room that they need; `None` where one would lie outside any
/// lane. `reach` is how near a row pulls a card; without it cards lie where they are put.
fn landing_of_cards(moving: &Moving, by: Point, reach: Option<f32>) -> Option<Landed> {
    let (start, scenario) = (&moving.start, &moving.scenario);
    let Some(reach) = reach else {
        let place = |(id, from): &(StepId, Point)| {
            Some((*id, place_for(start, scenario, *id, *from + by)?))
        };
        let places = moving.centres.iter().map(place).collect::<Option<Vec<_>>>()?;
        return Some((Vec::new(), places));
    };
    // Copies lie beside the cards that stay; the others leave their places.
    let stays = |step: StepId| moving.copies || moving.centres.iter().all(|(id, _)| *id != step);
    if let [(id, from)] = moving.centres[..] {
        let found = landing_of_moved(moving, id, from + by, reach, stays)?;
        return Some((found.rooms, vec![(id, found.place)]));
    }
    let falling = moving.centres.iter().map(|(id, from)| {
        let centre = *from + by;
        let zone = start.band_at(centre.y)?.zone;
        Some(Falling { centre, form: CardForm::of(scenario.steps().get(id)?, zone) })
    });
    let falling = falling.collect::<Option<Vec<_>>>()?;
    let (rooms, places) = fall_together(start, scenario, &falling, |card| stays(card.step))?;
    Some((rooms, moving.centres.iter().map(|(id, _)| *id).zip(places).collect()))
}

/// Where one card falls that is moved: a lane that is new to it pulls it into a row, its own only
/// where one is near.
fn landing_of_moved(
    moving: &Moving,
    id: StepId,
    centre: Point,
    reach: f32,
    stays: impl Fn(StepId) -> bool,
) -> Option<Landing> {
    let band = moving.start.band_at(centre.y)?;
    let step = moving.scenario.steps().get(&id)?;
    let own = band.lane == Some(step.lane) && !moving.copies;
    let pull = if own { Pull::Weak(reach) } else { Pull::Strong };
    let falling = Falling { centre, form: CardForm::of(step, band.zone) };
    fall(&moving.start, &moving.scenario, falling, pull, |card| stays(card.step))
}

/// The zone of a place.
fn zone_of(scenario: &Scenario, place: Place) -> Option<Zone> {
    scenario.lanes().get(&place.lane).map(|lane| lane.zone)
}

/// "Now behind the line of visibility", if a move takes a card over it.
pub(super) fn crossing_notice(view: &ViewContext<'_>, before: Zone, after: Zone) -> Option<String> {
    if before == after {
        return None;
    }
    let key = match (before.is_visible(), after.is_visible()) {
        (true, false) => "now-hidden",
        (false, true) => "now-visible",
        _ => {
            return Some(
                view.words.with("now-in-zone", &[("zone", view.words.zone(after).into())]),
            );
        }
    };
    Some(view.text(key).to_owned())
}
