//! The tool bar: undo, zoom, scenarios, panels.

use egui::{Align, AtomExt, Button, Layout, RichText, Stroke, Ui, Vec2};

use crate::analysis::Figure;
use crate::ui::commands::{Command, command_button};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::BODY;
use crate::ui::view_context::{Action, ViewContext};

use super::lens_bar;
use super::scenario_tabs::ScenarioTabs;

/// The room that the buttons of the panels and of the redesign keep at the right end.
const RIGHT_BUTTONS: f32 = 216.0;

/// The room that the button keeps that plays the day, on a bar that is wider than this.
const PLAY_BUTTON: f32 = 124.0;
const WIDE: f32 = 1_000.0;

/// A bar of this width or less leaves the zoom to its menu and keys.
const NARROW: f32 = 690.0;

/// Shows the bar; `zoom` is the sheet's (1 = 100 %), `capacities` those of the scenarios in the
/// order of their tabs.
pub(in crate::ui) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    zoom: f32,
    tabs: &mut ScenarioTabs,
    capacities: &[Figure],
) {
    let wide = ui.available_width() > WIDE;
    let right = if wide { RIGHT_BUTTONS + PLAY_BUTTON } else { RIGHT_BUTTONS };
    let lenses = lens_bar::room(view, ui.available_width()).filter(|_| view.sheet.is_none());
    let right = right + lenses.unwrap_or(0.0);
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for command in [Command::Undo, Command::Redo] {
            command_button(ui, view, command);
        }
        divider(ui, view);
        if ui.available_width() > NARROW && view.sheet.is_none() {
            zoom_buttons(ui, view, zoom);
            divider(ui, view);
        }
        tabs.show(ui, view, capacities, right);
        if let Some(room) = lenses {
            divider(ui, view);
            lens_bar::show(ui, view, room);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            redesign_button(ui, view);
            ui.add_space(4.0);
            if wide {
                play_button(ui, view);
                ui.add_space(4.0);
            }
            for command in [Command::ShowSide, Command::ShowTable, Command::ShowPalette] {
                command_button(ui, view, command);
            }
        });
    });
}

fn zoom_buttons(ui: &mut Ui, view: &mut ViewContext<'_>, zoom: f32) {
    command_button(ui, view, Command::ZoomOut);
    // A whole number, but of a sheet that is seen from far away a true one.
    let share = f64::from(zoom);
    let whole = (share * 100.0).round() / 100.0;
    let percent = view.words.percent(if share < 0.095 { share } else { whole });
    let name = view.text(view.face(Command::ZoomActual).text);
    let response =
        ui.add_sized(Vec2::new(52.0, 26.0), Button::new(percent).frame(false)).on_hover_text(name);
    if response.clicked() {
        view.ask(Action::Run(Command::ZoomActual));
    }
    command_button(ui, view, Command::ZoomIn);
    command_button(ui, view, Command::FitAll);
}

/// The button that plays the day.
fn play_button(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let command = Command::PlayDay;
    let face = view.face(command);
    let obstacle = face.obstacle(view);
    let is_on = view.playing.is_some();
    let name = view.text(face.text);
    let ink = match (obstacle, is_on) {
        (Some(_), _) => view.tokens.muted,
        (None, true) => view.tokens.accent,
        (None, false) => view.tokens.ink,
    };
    let letters = font(if is_on { Weight::Semibold } else { Weight::Medium }, BODY);
    // In front of the name is room for the sign.
    let text = RichText::new(name).font(letters).color(ink);
    let mut button = Button::new((egui::Atom::default().atom_size(Vec2::new(10.0, 10.0)), text));
    button = button.min_size(Vec2::new(PLAY_BUTTON - 8.0, 28.0));
    if is_on {
        let edge = Stroke::new(1.0, view.tokens.accent);
        button = button.fill(view.tokens.accent_wash).stroke(edge);
    }
    let response = ui.add_enabled(obstacle.is_none(), button);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::accesskit::Role::Button, obstacle.is_none(), is_on, name)
    });
    let at = response.rect.left_center() + Vec2::new(14.0, 0.0);
    let corners = [(-4.0, -5.5), (6.0, 0.0), (-4.0, 5.5)].map(|(x, y)| at + Vec2::new(x, y));
    ui.painter().add(egui::Shape::convex_polygon(corners.into(), ink, Stroke::NONE));
    let response = match (obstacle, face.shortcut_text(ui.ctx())) {
        (Some(why), _) => response.on_disabled_hover_text(view.text(why)),
        (None, Some(keys)) => response.on_hover_text(format!("{name}   {keys}")),
        (None, None) => response,
    };
    if response.clicked() {
        view.ask(Action::Run(command));
    }
}

/// The button that stands out: what all the figures are for.
fn redesign_button(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let command = Command::Redesign;
    let face = view.face(command);
    let obstacle = face.obstacle(view);
    let name = view.text(face.text);
    let ink = if obstacle.is_none() { view.tokens.on_accent } else { view.tokens.muted };
    let text = RichText::new(name).font(font(Weight::Semibold, BODY)).color(ink);
    let mut button = Button::new(text).min_size(Vec2::new(96.0, 28.0));
    if obstacle.is_none() {
        button = button.fill(view.tokens.accent).stroke(Stroke::NONE);
    }
    let response = ui.add_enabled(obstacle.is_none(), button);
    let response = match (obstacle, face.shortcut_text(ui.ctx())) {
        (Some(why), _) => response.on_disabled_hover_text(view.text(why)),
        (None, Some(keys)) => response.on_hover_text(format!("{name}   {keys}")),
        (None, None) => response,
    };
    if response.clicked() {
        view.ask(Action::Run(command));
    }
}

fn divider(ui: &mut Ui, view: &ViewContext<'_>) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(13.0, 20.0), egui::Sense::hover());
    ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(1.0, view.tokens.hairline));
}
