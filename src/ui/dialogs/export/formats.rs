//! The formats as one list: Tab comes to it and leaves it, arrows walk in it.

use egui::{Button, EventFilter, Key, Modifiers, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use egui::{CornerRadius, accesskit::Role};

use crate::exchange::{EXPORTERS, Export, Exporter};
use crate::ui::access;
use crate::ui::app::App;
use crate::ui::theme::Tokens;

use super::ExportDialog;
use super::choices::format_key;

/// The formats in the order in which they are offered: pictures, pages, reports, tables.
fn offered() -> Vec<&'static Exporter> {
    let mut offered: Vec<&Exporter> = EXPORTERS.iter().collect();
    offered.sort_by_key(|exporter| match exporter.export {
        Export::Picture(_) => 0,
        Export::Pages(_) => 1,
        Export::Report(_) => 2,
        Export::Workbook(_) => 3,
        Export::Document(_) => 4,
    });
    offered
}

/// Where keys lead from a place among so many, each press by one; `None` where none was pressed.
fn walked(ui: &Ui, at: usize, count: usize) -> Option<usize> {
    let presses =
        |key: Key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    if presses(Key::Home) > 0 {
        return Some(0);
    }
    if presses(Key::End) > 0 {
        return count.checked_sub(1);
    }
    let on = presses(Key::ArrowRight) + presses(Key::ArrowDown);
    let back = presses(Key::ArrowLeft) + presses(Key::ArrowUp);
    let count = count.max(1);
    (on != back).then(|| (at + on + (count - back % count)) % count)
}

impl ExportDialog {
    /// Shows them; answers whether Enter was pressed on one.
    pub(super) fn formats(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let tokens = Tokens::of(ui.ctx());
        let offered = offered();
        let now = self.exporter;
        let mut turned = None;
        let mut enter = false;
        ui.horizontal_wrapped(|ui| {
            access::select(ui.ctx(), ui.unique_id(), false);
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::RadioGroup);
                node.set_label(app.words.text("export-format"));
            });
            let mut responses = Vec::new();
            for exporter in &offered {
                let is_chosen = exporter.ending == now.ending;
                // Tab finds only the one that is chosen.
                let sense = if is_chosen { Sense::click() } else { Sense::CLICK };
                let name = exporter.ending.to_uppercase();
                let button = Button::selectable(is_chosen, name.as_str()).sense(sense);
                let response = ui.push_id(exporter.ending, |ui| ui.add(button)).inner;
                let response = response.on_hover_text(app.words.text(format_key(exporter.ending)));
                response.widget_info(|| {
                    WidgetInfo::selected(Role::RadioButton, true, is_chosen, name.as_str())
                });
                if response.clicked() && !is_chosen {
                    turned = Some(*exporter);
                    response.request_focus();
                }
                responses.push(response);
            }
            let at = offered.iter().position(|exporter| exporter.ending == now.ending);
            let Some((at, chosen)) = at.and_then(|at| Some((at, responses.get(at)?))) else {
                return;
            };
            if !std::mem::replace(&mut self.is_open, true) {
                chosen.request_focus();
            }
            if !chosen.has_focus() {
                return;
            }
            let edge = Stroke::new(2.0, tokens.accent);
            let ring = chosen.rect.expand(2.0);
            ui.painter().rect_stroke(ring, CornerRadius::same(6), edge, StrokeKind::Inside);
            let arrows = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(chosen.id, arrows));
            enter = ui.input(|input| input.key_pressed(Key::Enter));
            if let Some(to) = walked(ui, at, offered.len())
                && let (Some(exporter), Some(response)) = (offered.get(to), responses.get(to))
            {
                turned = Some(*exporter);
                response.request_focus();
            }
        });
        if let Some(exporter) = turned {
            self.turn_to(app, exporter);
        }
        enter
    }
}
