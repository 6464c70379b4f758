//! The tool bar: undo, zoom, scenarios, panels.

use egui::{Align, Button, Layout, RichText, Stroke, Ui, Vec2};

use crate::ui::commands::Command;
use crate::ui::controls::{command_button, command_item};
use crate::ui::desk::{Action, Desk};
use crate::ui::fonts::{Weight, font};
use crate::ui::panels::details::name_scenario;
use crate::ui::theme::{BODY, SMALL};

/// Shows the bar; `zoom` is the sheet's (1 = 100 %), `capacities` those of the scenarios.
pub(in crate::ui) fn show(ui: &mut Ui, desk: &mut Desk<'_>, zoom: f32, capacities: &[Option<f64>]) {
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
        scenario_tabs(ui, desk, capacities);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            redesign_button(ui, desk);
            ui.add_space(4.0);
            for command in [Command::ShowSide, Command::ShowTable, Command::ShowPalette] {
                command_button(ui, desk, command);
            }
        });
    });
}

/// The button that stands out: what all the figures are for.
fn redesign_button(ui: &mut Ui, desk: &mut Desk<'_>) {
    let command = Command::Redesign;
    let obstacle = command.obstacle(desk);
    let name = desk.text(command.key());
    let ink = if obstacle.is_none() { desk.tokens.on_accent } else { desk.tokens.muted };
    let text = RichText::new(name).font(font(Weight::Semibold, BODY)).color(ink);
    let mut button = Button::new(text).min_size(Vec2::new(96.0, 28.0));
    if obstacle.is_none() {
        button = button.fill(desk.tokens.accent).stroke(Stroke::NONE);
    }
    let response = ui.add_enabled(obstacle.is_none(), button);
    let response = match (obstacle, command.shortcut_text(ui.ctx())) {
        (Some(why), _) => response.on_disabled_hover_text(desk.text(why)),
        (None, Some(keys)) => response.on_hover_text(format!("{name}   {keys}")),
        (None, None) => response,
    };
    if response.clicked() {
        desk.ask(Action::Run(command));
    }
}

fn divider(ui: &mut Ui, desk: &Desk<'_>) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(13.0, 20.0), egui::Sense::hover());
    ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(1.0, desk.tokens.hairline));
}

fn scenario_tabs(ui: &mut Ui, desk: &mut Desk<'_>, capacities: &[Option<f64>]) {
    let shown = desk.scenario.id();
    // The buttons on the right keep their room.
    let room = (ui.available_width() - 230.0).max(80.0);
    egui::ScrollArea::horizontal().id_salt("scenarios").max_width(room).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let scenarios = desk.editor.blueprint().scenarios().to_vec();
            for (scenario, capacity) in scenarios.iter().zip(capacities) {
                let is_shown = scenario.id() == shown;
                let tokens = desk.tokens;
                let (ink, fill, edge) = if is_shown {
                    (tokens.accent, tokens.accent_wash, tokens.accent)
                } else {
                    (tokens.ink, tokens.panel, tokens.hairline)
                };
                let name = match scenario.name() {
                    "" => desk.text("scenario-unnamed"),
                    name => name,
                };
                let rate = capacity.map_or_else(
                    || desk.text("no-figure").to_owned(),
                    |rate| desk.words.rate(rate),
                );
                let button = Button::new((
                    RichText::new(name).font(font(Weight::Semibold, BODY)).color(ink),
                    egui::Atom::grow(),
                    RichText::new(rate).size(SMALL).color(tokens.muted),
                ))
                .fill(fill)
                .stroke(Stroke::new(1.0, edge))
                .min_size(Vec2::new(112.0, 27.0));
                let response = ui.add(button);
                if (response.clicked() || response.secondary_clicked()) && !is_shown {
                    desk.ask(Action::Show(scenario.id()));
                }
                if response.double_clicked() {
                    desk.ask(name_scenario(scenario.id()));
                }
                response.context_menu(|ui| {
                    if ui.button(desk.text("command-rename")).clicked() {
                        desk.ask(name_scenario(scenario.id()));
                        ui.close();
                    }
                    command_item(ui, desk, Command::DuplicateScenario);
                    command_item(ui, desk, Command::RemoveScenario);
                });
            }
            command_button(ui, desk, Command::DuplicateScenario);
        });
    });
}
