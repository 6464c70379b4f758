//! What screen readers and tests find on the sheet: a named node for every card, link, phase and
//! lane that is seen. They lie within the node of the sheet, which has the keys and says which of
//! them is meant.

use egui::{Id, Rect, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role};

use crate::blueprint::{LaneId, LinkId, PhaseId, StepId};
use crate::drawing::{Detail, Point, sheet_area};
use crate::editor::Thing;
use crate::ui::access;
use crate::ui::regions::Region;
use crate::ui::view_context::ViewContext;

use super::{Canvas, paint};

/// The least size of a node, in points: a straight link has no area of its own.
const LEAST: f32 = 6.0;

impl Canvas {
    /// Registers the nodes, and which of them the keys mean.
    pub(super) fn show_nodes(&self, ui: &mut Ui, view: &ViewContext<'_>) {
        let Some(sheet) = self.sheet_id() else { return };
        let builder = UiBuilder::new()
            .max_rect(paint::rect(self.sight.viewport()))
            .accessibility_parent(sheet)
            .id_salt("nodes");
        let ui = &mut ui.new_child(builder);
        self.header_nodes(ui, view);
        if self.look.detail.unwrap_or(Detail::Full) >= Detail::Name {
            self.link_nodes(ui, view);
            self.card_nodes(ui, view);
        }
        let selection = view.editor.selection();
        let meant = match (selection.other, selection.steps.first(), selection.links.first()) {
            (Some(Thing::Lane(lane)), ..) => Some(lane_node(lane)),
            (Some(Thing::Phase(phase)), ..) => Some(phase_node(phase)),
            (_, Some(step), _) => Some(card_node(*step)),
            (_, None, Some(link)) => Some(link_node(*link)),
            _ => None,
        };
        let seen = meant.filter(|node| ui.ctx().has_accesskit_node(*node));
        let description = view.text("hand-sheet-help");
        for id in [sheet, Region::Sheet.id()] {
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_description(description);
                if let Some(seen) = seen {
                    node.set_active_descendant(seen.accesskit_id());
                }
            });
        }
    }

    fn card_nodes(&self, ui: &Ui, view: &ViewContext<'_>) {
        let seen = self.sight.seen().flat_map(|part| self.geometry.cards_in(part));
        // One at the edge of a row may be seen in two.
        let seen: std::collections::BTreeSet<StepId> = seen.collect();
        for id in seen {
            if self.look.hides(id) {
                continue;
            }
            let Some(step) = view.scenario.steps().get(&id) else { continue };
            let Some(rect) = self.card_on_screen(id) else { continue };
            let response = ui.interact(rect, card_node(id), Sense::hover());
            let selected = view.editor.selection().steps.contains(&id);
            let changes = changes(view, id);
            response.widget_info(|| {
                let said = view.spoken().card(id, step);
                let said = match played(view, id) {
                    Some(now) => view.words.clauses(&[said.as_str(), now.as_str()]),
                    None => said,
                };
                let said = if changes.is_empty() {
                    said
                } else {
                    view.words.clauses(&[said.as_str(), changes.as_str()])
                };
                WidgetInfo::selected(Role::ListItem, true, selected, said)
            });
            access::select(ui.ctx(), card_node(id), selected);
            if !changes.is_empty() && !self.is_editing() {
                response.on_hover_text_at_pointer(changes);
            }
        }
    }

    fn link_nodes(&self, ui: &Ui, view: &ViewContext<'_>) {
        let area = paint::rect(self.sight.area());
        for route in self.routes.all() {
            let Some(link) = view.scenario.links().get(&route.link) else { continue };
            let rect = paint::rect(self.sight.rect_on_screen(route.bounds)).intersect(area);
            if !rect.is_positive() && rect.width().max(rect.height()) <= 0.0 {
                continue;
            }
            let size = rect.size().max(egui::Vec2::splat(LEAST));
            let rect = Rect::from_center_size(rect.center(), size);
            let selected = view.editor.selection().links.contains(&route.link);
            let said = view.spoken().link(link);
            node(ui, rect, link_node(route.link), Role::ListItem, selected, &said);
        }
    }

    fn header_nodes(&self, ui: &Ui, view: &ViewContext<'_>) {
        for column in self.geometry.columns() {
            // A phase over several rows is named by the first of them.
            let Some(pane) = self.sight.pane_of(column.left) else { continue };
            let visible = paint::rect(pane.viewport);
            let area = paint::rect(sheet_area(pane.viewport));
            let x = |x| pane.camera.screen_from_sheet(Point::new(x, 0.0)).x;
            let rect = Rect::from_min_max(
                egui::pos2(x(column.left).max(area.left()), visible.top()),
                egui::pos2(x(column.right).min(visible.right()), area.top()),
            );
            let id = column.phase;
            let selected = view.editor.selection().other == Some(Thing::Phase(id));
            if let Some(said) = view.spoken().phase(id).filter(|_| rect.is_positive()) {
                node(ui, rect, phase_node(id), Role::ColumnHeader, selected, &said);
            }
        }
        for band in self.geometry.bands() {
            let Some(id) = band.lane else { continue };
            let seen = self.lane_on_screen(id).map(paint::point);
            let Some(pane) =
                seen.map_or_else(|| self.sight.panes().next(), |at| self.sight.pane_at(at))
            else {
                continue;
            };
            let visible = paint::rect(pane.viewport);
            let area = paint::rect(sheet_area(pane.viewport));
            let y = |y| pane.camera.screen_from_sheet(Point::new(0.0, y)).y;
            let rect = Rect::from_min_max(
                egui::pos2(visible.left(), y(band.top).max(area.top())),
                egui::pos2(area.left(), y(band.bottom).min(visible.bottom())),
            );
            let selected = view.editor.selection().other == Some(Thing::Lane(id));
            if let Some(said) = view.spoken().lane(id).filter(|_| rect.is_positive()) {
                node(ui, rect, lane_node(id), Role::RowHeader, selected, &said);
            }
        }
    }
}

fn node(ui: &Ui, rect: Rect, id: Id, role: Role, selected: bool, said: &str) {
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::selected(role, true, selected, said));
    access::select(ui.ctx(), id, selected);
}

/// What happens at a step of a day that is played, while it stands still.
fn played(view: &ViewContext<'_>, id: StepId) -> Option<String> {
    let playing = view.playing.filter(|playing| !playing.is_running())?;
    let step = playing.played().steps.get(&id)?;
    let waits = step
        .line
        .as_ref()
        .map(|line| view.words.with("playing-card-said", &[("count", line.waiting.into())]));
    let said: Vec<&str> = waits.as_deref().into_iter().chain([step.says.as_str()]).collect();
    let said: Vec<&str> = said.into_iter().filter(|text| !text.is_empty()).collect();
    (!said.is_empty()).then(|| view.words.clauses(&said))
}

/// What became of a step in the comparison that is on, line by line.
fn changes(view: &ViewContext<'_>, id: StepId) -> String {
    let Some(compared) = view.compared else { return String::new() };
    let changed = compared.step(id);
    let lines =
        changed.map(|change| view.words.step_changes(change, &compared.before, &compared.after));
    let lines = lines.into_iter().flatten().map(|line| line.text);
    let step = view.scenario.steps().get(&id);
    let staff = step.into_iter().flat_map(|step| compared.staff_of(step)).map(str::to_owned);
    lines.chain(staff).collect::<Vec<_>>().join("\n")
}

fn card_node(step: StepId) -> Id {
    Id::unique(("card", step))
}

fn link_node(link: LinkId) -> Id {
    Id::unique(("link", link))
}

fn phase_node(phase: PhaseId) -> Id {
    Id::unique(("phase", phase))
}

fn lane_node(lane: LaneId) -> Id {
    Id::unique(("lane", lane))
}
