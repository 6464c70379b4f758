//! What is dragged out of the palette: cards onto lanes, roles and elements onto cards.

use egui::{CursorIcon, DragAndDrop, Response, Ui};

use crate::blueprint::{PhaseWidth, Place, SheetPoint};
use crate::drawing::{CardForm, Ghost, REACH, snap, whole_units};
use crate::editor::Edit;
use crate::ui::commands::Palette;
use crate::ui::panels::palette::Dragged;
use crate::ui::view_context::{Action, ViewContext};

use super::gesture::Gesture;
use super::inserting::{in_room, place_in_link};
use super::placing::{any_place, new_step, place_in_lane};
use super::{Canvas, paint};

impl Canvas {
    /// Cards, roles and elements dragged out of the palette.
    pub(super) fn read_drops(&mut self, ui: &Ui, response: &Response, view: &mut ViewContext<'_>) {
        let payload = DragAndDrop::payload::<Dragged>(ui.ctx());
        let Some(dragged) = payload.as_deref().copied() else {
            if matches!(self.gesture, Gesture::Nothing) {
                self.look.ghosts.clear();
                self.look.target = None;
                self.look.target_link = None;
                self.look.guides.clear();
            }
            return;
        };
        self.look.ghosts.clear();
        self.look.target = None;
        let Some(at) = ui.input(|input| input.pointer.interact_pos()) else { return };
        let over = paint::rect(self.viewport).contains(at);
        let released = response.dnd_release_payload::<Dragged>().is_some();
        if !over {
            return;
        }
        match dragged {
            Dragged::Card(item) => self.drop_card(ui, view, item, at, released),
            Dragged::Role(role) => {
                self.look.target = self.step_under(view, ui, at);
                match (released, self.look.target.take_if(|_| released)) {
                    (true, Some(step)) => view.edit(Edit::AssignRole(step, role)),
                    (true, None) => view.ask(Action::Say(view.text("drop-on-a-step").to_owned())),
                    (false, _) => {}
                }
            }
            Dragged::Element(element) => {
                self.look.target = self.step_under(view, ui, at);
                match (released, self.look.target.take_if(|_| released)) {
                    (true, Some(step)) => view.edit(Edit::AssignElement(step, element)),
                    (true, None) => view.ask(Action::Say(view.text("drop-on-a-step").to_owned())),
                    (false, _) => {}
                }
            }
        }
    }

    fn drop_card(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        item: Palette,
        at: egui::Pos2,
        released: bool,
    ) {
        let pointer = self.camera.sheet_from_screen(paint::point(at));
        self.look.target_link = None;
        let zone = self.geometry.band_at(pointer.y).map_or(item.zone(), |band| band.zone);
        let Some(any_place) = any_place(view.scenario) else { return };
        let form = CardForm::of(&new_step(view, item, any_place), zone);
        if item.kind().flows()
            && let Some(link) = self.link_to_split(view.scenario, &self.routes, pointer)
        {
            let found = place_in_link(&self.geometry, view.scenario, link, pointer, form, None);
            if let Some((room, place)) = found {
                self.look.guides.clear();
                if released {
                    let step = Box::new(new_step(view, item, place));
                    view.edit(in_room(room, Edit::InsertStep(link, step)));
                } else {
                    self.look.target_link = Some(link);
                    let name = view.text(item.key()).to_owned();
                    self.look.ghosts.push(Ghost { centre: pointer, form, name, refused: false });
                }
                return;
            }
        }
        let free = ui.input(|input| input.modifiers.alt);
        let (centre, guides) = if free {
            (pointer, Vec::new())
        } else {
            snap(&self.geometry, pointer, form.size(), &[], REACH / self.camera.zoom())
        };
        let place = place_in_lane(&self.geometry, view.scenario, centre, form);
        let empty_zone = self.geometry.band_at(pointer.y).filter(|band| band.lane.is_none());
        let refused = place.is_none() && empty_zone.is_none();
        if !released {
            self.look.guides = if refused { Vec::new() } else { guides };
            let centre = if refused { pointer } else { centre };
            let name = view.text(item.key()).to_owned();
            self.look.ghosts.push(Ghost { centre, form, name, refused });
            if refused {
                ui.ctx().set_cursor_icon(CursorIcon::NotAllowed);
            }
            return;
        }
        self.look.guides.clear();
        match (place, empty_zone) {
            (Some(place), _) => {
                view.edit(Edit::AddStep(Box::new(new_step(view, item, place))));
            }
            (None, Some(band)) => {
                let column = self.geometry.column_at(pointer.x);
                let phase = column.map_or(any_place.phase, |column| column.phase);
                let x = column
                    .map_or(PhaseWidth::USUAL / 2, |column| whole_units(pointer.x - column.left));
                let at = SheetPoint::new(x, band.zone.usual_height() / 2);
                let place = Place { lane: any_place.lane, phase, at };
                let step = Box::new(new_step(view, item, place));
                view.edit(Edit::AddStepWithLane(band.zone, step));
            }
            (None, None) => {
                view.ask(Action::Say(view.text("drop-outside").to_owned()));
            }
        }
    }
}
