//! The context menu of the sheet: what applies to the thing under the pointer.

use egui::{Response, Ui};

use crate::blueprint::{Link, LinkEnd, LinkId, LinkKind};
use crate::drawing::{Hit, Point};
use crate::editor::Edit;
use crate::ui::commands::{Command, command_item, menu_choice, menu_item};
use crate::ui::icons;
use crate::ui::view_context::ViewContext;

use super::Canvas;
use super::card_menu::step_menu;
use super::sheet_menus::line_menu;

impl Canvas {
    /// Shows the menu while it is open.
    pub(super) fn show_menu(&self, response: &Response, view: &mut ViewContext<'_>) {
        let Some((hit, point)) = self.menu_at else { return };
        response.context_menu(|ui| {
            ui.set_min_width(200.0);
            match hit {
                hit if hit.step().is_some() => {
                    if let Some(step) = hit.step() {
                        step_menu(ui, view, step);
                    }
                }
                hit if hit.link().is_some() => {
                    if let Some(link) = hit.link() {
                        link_menu(self, ui, view, link, point);
                    }
                }
                Hit::LaneName(lane) | Hit::LaneBorder(lane) | Hit::LaneFold(lane) => {
                    self.lane_menu(ui, view, lane);
                }
                Hit::PhaseName(phase) | Hit::PhaseBorder(phase) | Hit::PhaseCut(phase, _) => {
                    self.phase_menu(ui, view, phase, point);
                }
                Hit::Line(line) => line_menu(ui, view, line),
                _ => self.sheet_menu(ui, view, point),
            }
        });
    }
}

/// What a link says, what it means, what else can be done with it. `at` is where it was clicked.
fn link_menu(canvas: &Canvas, ui: &mut Ui, view: &mut ViewContext<'_>, id: LinkId, at: Point) {
    let Some(link) = view.scenario.links().get(&id).map(|link| Link::clone(link)) else { return };
    command_item(ui, view, Command::Rename);
    if view.scenario.is_association(&link) {
        ui.separator();
        command_item(ui, view, Command::Delete);
        return;
    }
    ui.separator();
    let kinds = view.scenario.possible_link_kinds(&link, Some(id));
    for kind in LinkKind::ALL.into_iter().filter(|_| link.to != LinkEnd::Outside) {
        let name = view.words.link_kind(kind);
        let possible = kinds.contains(&kind);
        let row = ui.add_enabled_ui(possible, |ui| menu_choice(ui, view, link.kind == kind, name));
        let response = row.inner;
        if response.on_hover_text(view.words.link_meaning(kind)).clicked() {
            view.edit(Edit::SetLink(id, Link { kind, ..link.clone() }));
            ui.close();
        }
    }
    ui.separator();
    if menu_item(ui, Some(icons::PLUS), view.text("link-insert-here")).clicked() {
        canvas.insert_at(view, id, at);
        ui.close();
    }
    if let Some(to) = link.to.step().filter(|to| *to != link.from) {
        let turned = Link::between(to, link.from, link.kind);
        let can = view.scenario.check_link(&turned, Some(id)).is_ok();
        let swap = view.text("details-swap");
        if ui.add_enabled_ui(can, |ui| menu_item(ui, None, swap)).inner.clicked() {
            view.edit(Edit::SetLink(id, turned));
            ui.close();
        }
    }
    ui.separator();
    command_item(ui, view, Command::Delete);
}
