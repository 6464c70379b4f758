//! The tool bar: undo, zoom, scenarios, panels.

use egui::{Align, Button, Layout, Stroke, Ui, Vec2};

use crate::ui::commands::Command;
use crate::ui::controls::command_button;
use crate::ui::desk::{Action, Desk};

use super::scenario_tabs::ScenarioTabs;

/// The room that the buttons of the panels keep at the right end.
const PANEL_BUTTONS: f32 = 100.0;

/// Shows the bar; `zoom` is the sheet's (1 = 100 %), `capacities` those of the scenarios in the
/// order of their tabs.
pub(in crate::ui) fn show(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    zoom: f32,
    tabs: &mut ScenarioTabs,
    capacities: &[Option<f64>],
) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for command in [Command::Undo, Command::Redo] {
            command_button(ui, desk, command);
        }
        divider(ui, desk);
        command_button(ui, desk, Command::ZoomOut);
        let percent = desk.words.percent(f64::from(zoom.mul_add(100.0, 0.5).floor()) / 100.0);
        let name = desk.text(Command::ZoomActual.key());
        let response = ui
            .add_sized(Vec2::new(52.0, 26.0), Button::new(percent).frame(false))
            .on_hover_text(name);
        if response.clicked() {
            desk.ask(Action::Run(Command::ZoomActual));
        }
        command_button(ui, desk, Command::ZoomIn);
        command_button(ui, desk, Command::FitAll);
        divider(ui, desk);
        tabs.show(ui, desk, capacities, PANEL_BUTTONS);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for command in [Command::ShowSide, Command::ShowTable, Command::ShowPalette] {
                command_button(ui, desk, command);
            }
        });
    });
}

fn divider(ui: &mut Ui, desk: &Desk<'_>) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(13.0, 20.0), egui::Sense::hover());
    ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(1.0, desk.tokens.hairline));
}
