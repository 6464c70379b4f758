//! Clicks on the sheet: what they select, open, add, and mean to a tool.

use egui::{PointerButton, Response, Ui};

use crate::blueprint::{LinkId, LinkKind};
use crate::drawing::{Hit, Point, Rect, line_near};
use crate::editor::{Edit, Selection, Thing};
use crate::ui::towards::Towards;
use crate::ui::view_context::{Action, ViewContext};

use super::gesture::Gesture;
use super::headers::fold;
use super::placing::placed;
use super::rename::bears_share;
use super::sheet_menus::cut_at;
use super::{Canvas, TOLERANCE, paint};

/// How far within a row its end is looked for, in points.
const END: f32 = 2.0;
/// Half the width of a card and what it keeps from a cut, in sheet units.
const HALF_A_CARD: f32 = 66.0;

impl Canvas {
    pub(super) fn read_clicks(
        &mut self,
        ui: &Ui,
        response: &Response,
        view: &mut ViewContext<'_>,
        at: egui::Pos2,
    ) {
        if response.double_clicked() {
            let hit = self.hit(view, ui, at);
            // Right of a row there is no sheet: its end is meant.
            if hit.is_none() && self.add_at_end_of_row(ui, view, at) {
                return;
            }
            match hit {
                // The first of the two clicks has appended already.
                Some(Hit::Append(_)) => {}
                Some(hit) if hit.step().is_some() => {
                    if let Some(step) = hit.step() {
                        self.start_renaming(step);
                    }
                }
                Some(Hit::ShareLabel(link)) => self.start_labelling(link),
                // The answer of a decision is what is missing there, not another card.
                Some(Hit::Link(link)) if bears_share(view.scenario, link) => {
                    self.start_labelling(link);
                }
                Some(Hit::Link(link)) => self.insert_where_clicked(view, link, at),
                Some(Hit::Lane(_)) => self.add_where_clicked(view, at),
                Some(Hit::LaneName(lane)) => self.start_naming_lane(lane),
                Some(Hit::PhaseName(phase)) => self.start_naming_phase(phase),
                _ => {}
            }
        } else if response.clicked_by(PointerButton::Primary) {
            response.request_focus();
            if self.click_with_tool(ui, view, at) {
                return;
            }
            let more = ui.input(|input| input.modifiers.shift || input.modifiers.command);
            let hit = self.hit(view, ui, at);
            view.ask(Action::Pick(selected(view, hit, more)));
        } else if response.secondary_clicked() {
            let sheet = self.sight.sheet_from_screen(paint::point(at));
            let hit = self.hit(view, ui, at).map(|hit| self.line_for(hit, at).unwrap_or(hit));
            self.menu_at = Some((hit.unwrap_or(Hit::Outside), sheet));
            let kept = hit
                .and_then(Hit::step)
                .is_some_and(|step| view.editor.selection().steps.contains(&step));
            if !kept {
                view.ask(Action::Pick(selected(view, hit, false)));
            }
        }
    }

    /// The line between zones that a context menu is about: on its stroke, too, which elsewhere is the
    /// border of the lane above.
    fn line_for(&self, hit: Hit, at: egui::Pos2) -> Option<Hit> {
        let on_sheet = self.point_at(at)?;
        let reach = TOLERANCE / self.sight.zoom();
        match hit {
            Hit::LaneBorder(_) | Hit::Lane(_) | Hit::Outside => {
                line_near(&self.geometry, on_sheet, reach).map(Hit::Line)
            }
            _ => None,
        }
    }

    /// The point at the right end of the row that a point lies right of, on a folded sheet.
    fn end_of_row(&self, at: egui::Pos2) -> Option<egui::Pos2> {
        let beside = |rect: Rect| rect.top() <= at.y && at.y <= rect.bottom();
        let row = self
            .sight
            .panes()
            .find(|pane| beside(pane.viewport) && pane.viewport.right() <= at.x)?;
        self.sight.is_folded().then(|| egui::pos2(row.viewport.right() - END, at.y))
    }

    /// A double click right of a row adds its last card: in the Flow that goes on there in the next
    /// row, if that is where one clicked. Answers whether it did.
    fn add_at_end_of_row(&mut self, ui: &Ui, view: &mut ViewContext<'_>, at: egui::Pos2) -> bool {
        let Some(end) = self.end_of_row(at) else { return false };
        let hit = self.hit(view, ui, end);
        let point = self.sight.sheet_from_screen(paint::point(end));
        let before = self.geometry.cards().iter().map(|card| card.rect.centre().x);
        let last = before.filter(|x| *x < point.x).fold(f32::MIN, f32::max);
        // Beside the last card, not beyond the cut that follows it.
        let point = Point::new((point.x - HALF_A_CARD).max(last + 1.0), point.y);
        match hit {
            Some(Hit::Link(link)) if is_flow(view, link) => self.insert_at(view, link, point),
            Some(Hit::Link(_) | Hit::Lane(_)) => self.add_usual_at(view, point),
            _ => return false,
        }
        true
    }

    /// A double click on the empty sheet adds a step there.
    fn add_where_clicked(&mut self, view: &mut ViewContext<'_>, at: egui::Pos2) {
        let at = paint::point(at);
        // It belongs to the row in which one clicked.
        self.stays = self.sight.pane_at(at).and_then(|pane| pane.cuts.0);
        self.add_usual_at(view, self.sight.sheet_from_screen(at));
    }

    fn add_usual_at(&self, view: &mut ViewContext<'_>, point: Point) {
        if let Some((step, found)) = self.usual_landing(view, point, false) {
            let edit = Edit::AddStep(Box::new(placed(step, found.place)));
            view.edit(edit.in_rooms(found.rooms));
        }
    }

    /// What a click means while a tool is at work; answers whether one took it.
    fn click_with_tool(&mut self, ui: &Ui, view: &mut ViewContext<'_>, at: egui::Pos2) -> bool {
        match (&self.gesture, self.hit(view, ui, at)) {
            (Gesture::LinkByKeys { .. }, hit) => {
                match hit.and_then(Hit::step) {
                    Some(step) => self.link_to(ui, view, step),
                    None => self.release(ui.ctx()),
                }
                true
            }
            (Gesture::Space(_), _) => {
                self.finish_space(view, ui.ctx());
                true
            }
            (_, Some(Hit::Append(step))) => {
                if let Some(edit) = self.append_edit(view, step, Towards::Right) {
                    view.edit(edit);
                }
                true
            }
            (_, Some(Hit::PhaseCut(_, x))) => {
                let edit = cut_at(view, x as f32);
                view.edit(edit);
                true
            }
            (_, Some(Hit::LaneFold(lane))) => {
                if let Some(edit) = fold(view.scenario, lane) {
                    view.edit(edit);
                }
                true
            }
            _ => false,
        }
    }
}

fn is_flow(view: &ViewContext<'_>, link: LinkId) -> bool {
    view.scenario.links().get(&link).is_some_and(|link| link.kind == LinkKind::Flow)
}

/// What a click selects.
fn selected(view: &ViewContext<'_>, hit: Option<Hit>, more: bool) -> Selection {
    let mut selection = if more { view.editor.selection().clone() } else { Selection::default() };
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
