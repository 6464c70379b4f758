//! Clicks on the sheet: what they select, open, add, and mean to a tool.

use egui::{PointerButton, Response, Ui};

use crate::drawing::Hit;
use crate::editor::{Edit, Selection, Thing};
use crate::ui::desk::{Action, Desk};
use crate::ui::towards::Towards;

use super::gesture::Gesture;
use super::headers::fold;
use super::placing::usual_step;
use super::{Canvas, paint};

impl Canvas {
    pub(super) fn read_clicks(
        &mut self,
        ui: &Ui,
        response: &Response,
        desk: &mut Desk<'_>,
        at: egui::Pos2,
    ) {
        if response.double_clicked() {
            match self.hit(desk, ui, at) {
                // The first of the two clicks has appended already.
                Some(Hit::Append(_)) => {}
                Some(hit) if hit.step().is_some() => {
                    if let Some(step) = hit.step() {
                        self.start_renaming(step);
                    }
                }
                Some(Hit::ShareLabel(link)) => self.start_sharing(link),
                Some(Hit::Link(link)) => self.insert_where_clicked(desk, link, at),
                Some(Hit::Lane(_)) => self.add_where_clicked(desk, at),
                Some(Hit::LaneName(lane)) => self.start_naming_lane(lane),
                Some(Hit::PhaseName(phase)) => self.start_naming_phase(phase),
                _ => {}
            }
        } else if response.clicked_by(PointerButton::Primary) {
            response.request_focus();
            if self.click_with_tool(ui, desk, at) {
                return;
            }
            let more = ui.input(|input| input.modifiers.shift || input.modifiers.command);
            let hit = self.hit(desk, ui, at);
            desk.ask(Action::Pick(selected(desk, hit, more)));
        } else if response.secondary_clicked() {
            let hit = self.hit(desk, ui, at);
            let sheet = self.camera.sheet_from_screen(paint::point(at));
            self.menu_at = Some((hit.unwrap_or(Hit::Outside), sheet));
            let kept = hit
                .and_then(Hit::step)
                .is_some_and(|step| desk.editor.selection().steps.contains(&step));
            if !kept {
                desk.ask(Action::Pick(selected(desk, hit, false)));
            }
        }
    }

    /// A double click on the empty sheet adds a step there.
    fn add_where_clicked(&mut self, desk: &mut Desk<'_>, at: egui::Pos2) {
        let point = self.camera.sheet_from_screen(paint::point(at));
        if let Some(place) = self.geometry.place_at(desk.scenario, point) {
            desk.edit(Edit::AddStep(Box::new(usual_step(desk, place))));
        }
    }

    /// What a click means while a tool is at work; answers whether one took it.
    fn click_with_tool(&mut self, ui: &Ui, desk: &mut Desk<'_>, at: egui::Pos2) -> bool {
        match (&self.gesture, self.hit(desk, ui, at)) {
            (Gesture::LinkByKeys { .. }, hit) => {
                match hit.and_then(Hit::step) {
                    Some(step) => self.link_to(ui, desk, step),
                    None => self.release(ui.ctx()),
                }
                true
            }
            (Gesture::Space(_), _) => {
                self.finish_space(desk, ui.ctx());
                true
            }
            (_, Some(Hit::Append(step))) => {
                if let Some(edit) = self.append_edit(desk, step, Towards::Right) {
                    desk.edit(edit);
                }
                true
            }
            (_, Some(Hit::LaneFold(lane))) => {
                if let Some(edit) = fold(desk.scenario, lane) {
                    desk.edit(edit);
                }
                true
            }
            _ => false,
        }
    }
}

/// What a click selects.
fn selected(desk: &Desk<'_>, hit: Option<Hit>, more: bool) -> Selection {
    let mut selection = if more { desk.editor.selection().clone() } else { Selection::default() };
    match hit {
        Some(hit) if hit.step().is_some() => {
            if let Some(step) = hit.step() {
                if more {
                    selection.toggle_step(step);
                } else {
                    selection = Selection::step(step);
                }
            }
        }
        Some(hit) if hit.link().is_some() => {
            if let Some(link) = hit.link() {
                selection = Selection::link(link);
            }
        }
        Some(Hit::LaneName(lane)) => selection = Selection::thing(Thing::Lane(lane)),
        Some(Hit::PhaseName(phase)) => selection = Selection::thing(Thing::Phase(phase)),
        _ => {}
    }
    selection
}
