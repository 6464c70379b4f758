//! Cards that are dragged: moved or copied, snapped, put into a link, or refused where they cannot go.

use std::sync::Arc;

use egui::{CursorIcon, Ui};

use crate::blueprint::{Place, Scenario, StepId, Zone};
use crate::drawing::{CardForm, Ghost, Point, REACH, snap};
use crate::editor::{Edit, Selection};
use crate::ui::view_context::{Action, ViewContext};

use super::Canvas;
use super::gesture::{GESTURE, Gesture, Moving};
use super::inserting::{in_room, is_loose, place_in_link};
use super::placing::{new_lane_edit, place_for};

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
            routes: loose.then(|| self.routes.clone()),
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
            snap(&moving.start, wanted, size, gone, REACH / self.camera.zoom())
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
        let places: Vec<(StepId, Option<Place>)> = moving
            .centres
            .iter()
            .map(|(id, from)| (*id, place_for(&moving.start, scenario, *id, *from + by)))
            .collect();
        self.look.ghosts.clear();
        self.look.guides = guides;
        let all: Option<Vec<(StepId, Place)>> =
            places.iter().map(|(id, place)| Some((*id, (*place)?))).collect();
        if let Some(places) = all {
            // Less than half a unit is no move: who comes back has not moved anything.
            if by.x.abs() + by.y.abs() < 0.5 {
                if view.editor.gesture() == Some(GESTURE) {
                    view.ask(Action::Abort);
                }
                return None;
            }
            if moving.copies {
                view.ask(Action::Preview(GESTURE, Edit::CopySteps(places).into()));
                return None;
            }
            let held = places.iter().find(|(id, _)| *id == moving.held);
            let zone = held.and_then(|(_, place)| zone_of(scenario, *place));
            view.ask(Action::Preview(GESTURE, Edit::PlaceSteps(places).into()));
            zone
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
