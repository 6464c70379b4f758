//! What is dragged out of the palette: cards onto lanes, roles and elements onto cards.
//!
//! While a card is on its way the sheet makes room for it; its ghost lies where the card will lie.

use std::sync::Arc;

use egui::{CursorIcon, DragAndDrop, Response, Ui};

use crate::blueprint::{LinkId, Place, Room, Scenario, SheetPoint, Step};
use crate::drawing::{
    CardForm, Ghost, Guide, Point, REACH, Routes, SheetGeometry, snap, whole_units,
};
use crate::editor::Edit;
use crate::ui::commands::Palette;
use crate::ui::panels::palette::Dragged;
use crate::ui::view_context::{Action, ViewContext};

use super::gesture::Gesture;
use super::inserting::place_in_link;
use super::placing::{any_place, guides_there, landing, new_step, placed};
use super::{Canvas, paint};

/// How far beside the sheet, on the edge of a panel, something is still dropped on it, in screen
/// points.
const EDGE_OF_PANEL: f32 = 8.0;

/// The sheet before room was made for what is dragged over it.
pub(super) struct Untouched {
    geometry: SheetGeometry,
    routes: Routes,
    scenario: Arc<Scenario>,
}

impl Canvas {
    /// Cards, roles and elements dragged out of the palette.
    pub(super) fn read_drops(&mut self, ui: &Ui, response: &Response, view: &mut ViewContext<'_>) {
        let payload = DragAndDrop::payload::<Dragged>(ui.ctx());
        let Some(dragged) = payload.as_deref().copied() else {
            if self.untouched.take().is_some() {
                Self::close_room(view);
            }
            if matches!(self.gesture, Gesture::Nothing) {
                self.look.ghosts.clear();
                self.look.target = None;
                self.look.target_link = None;
                self.look.guides.clear();
            }
            return;
        };
        self.look.ghosts.clear();
        self.look.guides.clear();
        self.look.target = None;
        self.look.target_link = None;
        let Some(at) = ui.input(|input| input.pointer.interact_pos()) else { return };
        let viewport = paint::rect(self.sight.viewport());
        let covered = ui.ctx().layer_id_at(at).is_some_and(|layer| layer != response.layer_id);
        let over = viewport.expand(EDGE_OF_PANEL).contains(at) && !covered;
        // The edge by which a panel is resized lies over the sheet and takes what is released there.
        let released = ui.input(|input| input.pointer.any_released());
        if !over {
            if self.untouched.is_some() {
                Self::close_room(view);
            }
            // Who brings it back to where it comes from gives it up.
            if released && at.x > viewport.left() {
                let said = match dragged {
                    Dragged::Card(_) => "drop-outside",
                    Dragged::Role(_) | Dragged::Element(_) => "drop-on-a-step",
                };
                view.ask(Action::Say(view.text(said).to_owned()));
            }
            return;
        }
        if released {
            DragAndDrop::clear_payload(ui.ctx());
        }
        // The names of lanes and phases lie over the sheet: what comes from beyond them goes past.
        let area = paint::rect(self.sight.area());
        let at = if viewport.contains(at) { at } else { area.clamp(at) };
        match dragged {
            Dragged::Card(item) => {
                let untouched = self.untouched.take().unwrap_or_else(|| Untouched {
                    geometry: self.geometry.clone(),
                    routes: self.routes.clone(),
                    scenario: Arc::clone(view.editor.scenario()),
                });
                self.drag_card(ui, view, &untouched, item, at, released);
                self.untouched = Some(untouched).filter(|_| !released);
            }
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

    /// A card out of the palette over the sheet: shows where it would lie, or puts it there.
    fn drag_card(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        sheet: &Untouched,
        item: Palette,
        at: egui::Pos2,
        released: bool,
    ) {
        let pointer = self.sight.sheet_from_screen(paint::point(at));
        let free = ui.input(|input| input.modifiers.alt);
        let Some(any_place) = any_place(&sheet.scenario) else { return };
        let zone = sheet.geometry.band_at(pointer.y).map_or(item.zone(), |band| band.zone);
        let step = new_step(view, item.in_zone(zone), any_place);
        let form = CardForm::of(&step, zone);
        let name = step.name.clone();
        let Some(there) = self.drop_of(sheet, step, form, pointer, free) else {
            Self::close_room(view);
            if released {
                view.ask(Action::Say(view.text("drop-outside").to_owned()));
            } else {
                self.look.ghosts.push(Ghost { centre: pointer, form, name, refused: true });
                ui.ctx().set_cursor_icon(CursorIcon::NotAllowed);
            }
            return;
        };
        if released {
            Self::close_room(view);
            view.edit(there.edit.in_rooms(there.rooms));
        } else {
            Self::preview_room(view, &there.rooms);
            self.look.guides = there.guides;
            self.look.target_link = there.link;
            let centre = there.centre;
            self.look.ghosts.push(Ghost { centre, form, name, refused: false });
        }
    }

    /// What comes of a new card that is dropped at a point of the sheet; `None` outside any zone.
    fn drop_of(
        &self,
        sheet: &Untouched,
        step: Step,
        form: CardForm,
        pointer: Point,
        free: bool,
    ) -> Option<Drop> {
        let Untouched { geometry, routes, scenario } = sheet;
        if step.kind.flows()
            && let Some(link) = self.link_to_split(scenario, routes, pointer)
            && let Some((room, place)) =
                place_in_link(geometry, scenario, link, pointer, form, None)
        {
            let band = geometry.band_of(place.lane)?;
            let columns = geometry.columns();
            // Room is made right of the new card, so that its own phase stays where it is.
            let column = columns.iter().find(|column| column.phase == place.phase)?;
            let in_lane = Point::new(place.at.x as f32, place.at.y as f32);
            return Some(Drop {
                edit: Edit::InsertStep(link, Box::new(placed(step, place))),
                rooms: room.into_iter().collect(),
                centre: Point::new(column.left, band.top) + in_lane,
                guides: Vec::new(),
                link: Some(link),
            });
        }
        let (led, guides) = if free {
            (pointer, Vec::new())
        } else {
            snap(geometry, pointer, form.size(), &[], REACH / self.sight.zoom())
        };
        if let Some(found) = landing(geometry, scenario, led, form, free) {
            return Some(Drop {
                edit: Edit::AddStep(Box::new(placed(step, found.place))),
                rooms: found.rooms,
                centre: found.centre,
                guides: guides_there(guides, led, found.centre),
                link: None,
            });
        }
        // A zone without a lane gets one.
        let band = geometry.band_at(pointer.y).filter(|band| band.lane.is_none())?;
        let column = geometry.column_at(pointer.x)?;
        let at = whole_units(pointer.x - column.left);
        let at = SheetPoint::new(at, band.zone.usual_height() / 2);
        let place = Place { lane: step.lane, phase: column.phase, at };
        Some(Drop {
            edit: Edit::AddStepWithLane(band.zone, Box::new(placed(step, place))),
            rooms: Vec::new(),
            centre: Point::new(pointer.x, f32::midpoint(band.top, band.bottom)),
            guides: Vec::new(),
            link: None,
        })
    }
}

/// What comes of a card that is dropped.
struct Drop {
    edit: Edit,
    /// The room that is made first.
    rooms: Vec<Room>,
    /// Where the card lies then.
    centre: Point,
    guides: Vec<Guide>,
    /// The link that it is put into.
    link: Option<LinkId>,
}
