//! The tabs of the scenarios: names and capacities, in an order that dragging changes; behind them those of the
//! planning sheets.
//!
//! Where not all fit, the rest are found in a menu behind the last tab; the one that is shown is
//! always among the tabs.

use std::sync::Arc;

use egui::{
    Align2, CornerRadius, Galley, Id, Key, Modifiers, Rect, Response, Sense, Shape, Stroke,
    StrokeKind, TextEdit, Ui, Vec2, WidgetInfo,
};

use crate::analysis::Figure;
use crate::blueprint::{Scenario, ScenarioId};
use crate::editor::DocumentEdit;
use crate::ui::access;
use crate::ui::commands::{Command, command_button};
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::planning::PlanWish;
use crate::ui::theme::{BODY, SMALL, Tokens};
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::Wording;

use super::menu_bar::scenario_commands;
use super::sheet_tabs::{self, SheetTab, SheetTabs};
use super::tab_fit::{HEIGHT, MORE, MOST_NAME, PADDING, fitting, more_button};

/// The least width of a tab.
const LEAST_WIDTH: f32 = 112.0;
/// What is left of it where there is hardly room.
const LEAST_NAME: f32 = 24.0;
/// What stays free between tabs.
const GAP: f32 = 4.0;
/// The room of the mark of the baseline.
const FLAG: f32 = 12.0;
/// The room of the buttons behind the tabs.
const BUTTONS: f32 = 120.0;
/// The room of the first of them alone.
const NEW: f32 = 34.0;

/// What the tabs remember from frame to frame.
#[derive(Debug, Default)]
pub(in crate::ui) struct ScenarioTabs {
    renaming: Option<Renaming>,
    sheets: SheetTabs,
}

/// A scenario whose name is being typed.
#[derive(Clone, Debug)]
struct Renaming {
    scenario: ScenarioId,
    /// What has been typed; `None` until the field is first shown.
    text: Option<String>,
}

/// A tab before it has its place.
struct Tab {
    scenario: Arc<Scenario>,
    /// Where it stands among all, counted from 0.
    place: usize,
    name: Arc<Galley>,
    capacity: Arc<Galley>,
    width: f32,
    /// What a reader of the screen hears.
    said: String,
    is_shown: bool,
    is_baseline: bool,
}

impl ScenarioTabs {
    /// Begins to type the name of a scenario in its tab.
    pub fn start_renaming(&mut self, scenario: ScenarioId) {
        self.renaming = Some(Renaming { scenario, text: None });
    }

    /// Shows the tabs, leaving `kept_free` at the right end of the bar. `capacities` are those of
    /// the scenarios in their order.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        capacities: &[Figure],
        kept_free: f32,
    ) {
        // A very narrow bar leaves comparing to its menu and keys.
        let whole = ui.available_width() - kept_free;
        let compares = whole >= LEAST_WIDTH + GAP + MORE + BUTTONS;
        let room = whole - if compares { BUTTONS } else { NEW } - sheet_tabs::BUTTON;
        let tabs = tabs(ui, view, capacities, room - MORE - GAP);
        let sheets = sheet_tabs::tabs(ui, view);
        let shown = match sheets.iter().position(|tab| tab.is_shown) {
            Some(place) => tabs.len() + place,
            None => tabs.iter().position(|tab| tab.is_shown).unwrap_or(0),
        };
        let widths = tabs.iter().map(|tab| tab.width).chain(sheets.iter().map(|tab| tab.width));
        let widths: Vec<f32> = widths.collect();
        let visible = fitting(&widths, shown, room, GAP);
        ui.spacing_mut().item_spacing.x = GAP;
        let mut drawn: Vec<(usize, Response)> = Vec::with_capacity(visible.len());
        for tab in visible.iter().filter_map(|at| tabs.get(*at)) {
            if self.renaming.as_ref().is_some_and(|it| it.scenario == tab.scenario.id()) {
                self.show_renaming(ui, view, tab);
                continue;
            }
            drawn.push((tab.place, self.show_tab(ui, view, tab)));
        }
        drag(ui, view, &tabs, &drawn);
        let count = tabs.len();
        let of_sheets = visible.iter().filter_map(|at| at.checked_sub(count));
        self.sheets.show(ui, view, &sheets, of_sheets);
        if visible.len() < widths.len() {
            more(ui, view, &tabs, &sheets, &visible);
        }
        command_button(ui, view, Command::DuplicateScenario);
        sheet_tabs::new_button(ui, view);
        if compares {
            compare_button(ui, view);
        }
    }

    fn show_tab(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, tab: &Tab) -> Response {
        let size = Vec2::new(tab.width, HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        access::tab(&response, &tab.said, tab.is_shown);
        paint_tab(ui, view.tokens, rect, &response, tab);
        let id = tab.scenario.id();
        let help = view.text("scenario-tab-help");
        let response = response.on_hover_text(if tab.is_baseline {
            format!("{}\n{}\n{help}", tab.said, view.text("scenario-baseline"))
        } else {
            format!("{}\n{help}", tab.said)
        });
        if (response.clicked() || response.secondary_clicked()) && !tab.is_shown {
            view.ask(Action::Show(id));
        }
        let asked_by_key = response.has_focus()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F2));
        if response.double_clicked() || asked_by_key {
            self.start_renaming(id);
        }
        response.context_menu(|ui| {
            ui.set_min_width(200.0);
            scenario_commands(ui, view);
        });
        response
    }

    /// A field in the place of a tab; Enter keeps the name, Esc leaves the old one.
    fn show_renaming(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, tab: &Tab) {
        let Some(mut renaming) = self.renaming.take() else { return };
        let first = renaming.text.is_none();
        let old = tab.scenario.name();
        let mut text = renaming.text.take().unwrap_or_else(|| old.to_owned());
        let id = Id::unique("rename scenario");
        let field = TextEdit::singleline(&mut text)
            .id(id)
            .font(font(Weight::Semibold, BODY))
            .align(Align2::LEFT_CENTER)
            .desired_width(tab.width.max(140.0) - 2.0 * PADDING)
            .min_size(Vec2::new(0.0, HEIGHT));
        let response = ui.add(field);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, old, &text, "");
            info.label = Some(view.text("scenario-rename").to_owned());
            info
        });
        if first {
            response.request_focus();
            crate::ui::fields::select_all(ui, id, &text);
        }
        if response.lost_focus() {
            let kept = ui.input(|input| input.key_pressed(Key::Escape));
            let name = text.trim();
            if !kept && !name.is_empty() && name != old {
                view.edit(DocumentEdit::RenameScenario(renaming.scenario, name.to_owned()));
            }
            return;
        }
        renaming.text = Some(text);
        self.renaming = Some(renaming);
    }
}

/// Lays out names and capacities; no tab is wider than `widest`, as far as its name can give way.
fn tabs(ui: &Ui, view: &ViewContext<'_>, capacities: &[Figure], widest: f32) -> Vec<Tab> {
    let tokens = view.tokens;
    let scenarios = view.editor.blueprint().scenarios();
    let several = scenarios.len() > 1;
    let each = scenarios.iter().zip(capacities).enumerate();
    each.map(|(place, (scenario, capacity))| {
        let is_shown = view.sheet.is_none() && scenario.id() == view.scenario.id();
        let is_baseline = several && place == 0;
        let name = shown_name(view, scenario);
        // What the last changes took away is said as it was.
        let before = view.before.filter(|_| is_shown && capacity.value.is_none());
        let capacity = before.map_or(capacity, |before| &before.capacity_per_hour);
        let rate = view.words.marked_as(capacity, Wording::rate);
        let colour = if is_shown { tokens.accent } else { tokens.ink };
        let said = if before.is_some() {
            let before = view.words.with("figure-before", &[("value", rate.as_str().into())]);
            format!("{name} {before}")
        } else {
            format!("{name} {rate}")
        };
        // Quiet letters are hard to read on the wash of the open tab.
        let quiet = if is_shown && before.is_none() { tokens.ink } else { tokens.muted };
        let capacity = elided(ui, &rate, font(Weight::Regular, SMALL), quiet, f32::INFINITY);
        let flag = if is_baseline { FLAG } else { 0.0 };
        let most = (widest - 3.0 * PADDING - flag - capacity.size().x).clamp(LEAST_NAME, MOST_NAME);
        let name = elided(ui, name, font(Weight::Semibold, BODY), colour, most);
        let natural = 3.0 * PADDING + flag + name.size().x + capacity.size().x;
        let width = natural.max(LEAST_WIDTH).ceil();
        Tab {
            scenario: Arc::clone(scenario),
            place,
            name,
            capacity,
            width,
            said,
            is_shown,
            is_baseline,
        }
    })
    .collect()
}

/// A scenario's name, or that it has none.
pub(in crate::ui) fn shown_name<'a>(view: &ViewContext<'a>, scenario: &'a Scenario) -> &'a str {
    match scenario.name() {
        "" => view.text("scenario-unnamed"),
        name => name,
    }
}

fn paint_tab(ui: &Ui, tokens: Tokens, rect: Rect, response: &Response, tab: &Tab) {
    let painter = ui.painter();
    let (fill, edge) = if tab.is_shown {
        (tokens.accent_wash, tokens.accent)
    } else if response.hovered() {
        (tokens.background, tokens.faint)
    } else {
        (tokens.panel, tokens.hairline)
    };
    let edge = if response.has_focus() { tokens.accent } else { edge };
    let width = if response.has_focus() { 2.0 } else { 1.0 };
    let stroke = Stroke::new(width, edge);
    painter.rect(rect, CornerRadius::same(6), fill, stroke, StrokeKind::Inside);
    let mut left = rect.left() + PADDING;
    if tab.is_baseline {
        flag(ui, egui::pos2(left, rect.center().y), tokens);
        left += FLAG;
    }
    let middle = |galley: &Galley| rect.center().y - galley.size().y / 2.0;
    let name = egui::pos2(left, middle(&tab.name));
    painter.galley(name, Arc::clone(&tab.name), tokens.ink);
    let right = rect.right() - PADDING - tab.capacity.size().x;
    let capacity = egui::pos2(right, middle(&tab.capacity));
    painter.galley(capacity, Arc::clone(&tab.capacity), tokens.ink);
}

/// A small flag: the baseline.
fn flag(ui: &Ui, at: egui::Pos2, tokens: Tokens) {
    let painter = ui.painter();
    let (top, bottom) = (at.y - 6.0, at.y + 6.0);
    painter.vline(at.x, top..=bottom, Stroke::new(1.5, tokens.accent));
    let cloth = vec![
        egui::pos2(at.x, top),
        egui::pos2(at.x + 7.0, top + 3.25),
        egui::pos2(at.x, top + 6.5),
    ];
    painter.add(Shape::convex_polygon(cloth, tokens.accent, Stroke::NONE));
}

/// The menu of the tabs that do not fit.
fn more(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    tabs: &[Tab],
    sheets: &[SheetTab],
    visible: &[usize],
) {
    let hidden: Vec<&Tab> = tabs.iter().filter(|tab| !visible.contains(&tab.place)).collect();
    let is_hidden = |place: usize| !visible.contains(&(tabs.len() + place));
    let sheets: Vec<&SheetTab> =
        sheets.iter().enumerate().filter(|(at, _)| is_hidden(*at)).map(|(_, tab)| tab).collect();
    let count = hidden.len() + sheets.len();
    let response = more_button(ui, view, count, view.text("scenario-more"), HEIGHT);
    egui::Popup::menu(&response).show(|ui| {
        for tab in hidden {
            let name = shown_name(view, &tab.scenario);
            let rate = tab.capacity.text();
            let button = egui::Button::new(name).shortcut_text(rate);
            if ui.add(button).clicked() {
                view.ask(Action::Show(tab.scenario.id()));
                ui.close();
            }
        }
        for tab in sheets {
            if ui.button(tab.name.text()).clicked() {
                view.ask(Action::Plan(PlanWish::Show(tab.id)));
                ui.close();
            }
        }
    });
}

/// The button that lays the scenario beside the baseline; pressed while it does.
fn compare_button(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let face = view.face(Command::Compare);
    let obstacle = face.obstacle(view);
    let name = view.text(face.text);
    let is_on = view.compared.is_some();
    let colour = if is_on { view.tokens.accent } else { view.tokens.ink };
    let text = egui::RichText::new(name).font(font(Weight::Medium, BODY)).color(colour);
    let button = if is_on {
        let edge = Stroke::new(1.0, view.tokens.accent);
        egui::Button::new(text).fill(view.tokens.accent_wash).stroke(edge)
    } else {
        egui::Button::new(text).frame_when_inactive(false)
    };
    let response = ui.add_enabled(obstacle.is_none(), button);
    let response = if let Some(why) = obstacle {
        response.on_disabled_hover_text(view.text(why))
    } else {
        let keys = face.shortcut_text(ui.ctx()).unwrap_or_default();
        response.on_hover_text(format!("{name}   {keys}"))
    };
    if response.clicked() {
        view.ask(Action::Run(Command::Compare));
    }
}

/// Moves a tab by dragging: a mark shows where it would stand.
fn drag(ui: &Ui, view: &mut ViewContext<'_>, tabs: &[Tab], drawn: &[(usize, Response)]) {
    let Some((from, held)) = drawn.iter().find(|(_, tab)| tab.dragged() || tab.drag_stopped())
    else {
        return;
    };
    let Some(pointer) = held.interact_pointer_pos() else { return };
    let before = drawn.iter().find(|(_, tab)| pointer.x < tab.rect.center().x);
    let Some((_, last)) = drawn.last() else { return };
    let (gap, x) = match before {
        Some((place, tab)) => (*place, tab.rect.left() - GAP / 2.0),
        None => (
            drawn.iter().map(|(place, _)| place + 1).max().unwrap_or(0),
            last.rect.right() + GAP / 2.0,
        ),
    };
    let to = if gap > *from { gap - 1 } else { gap };
    if held.drag_stopped() {
        let dropped = !ui.input(|input| input.key_pressed(Key::Escape));
        if let Some(tab) = tabs.get(*from).filter(|_| dropped && to != *from) {
            view.edit(DocumentEdit::MoveScenario(tab.scenario.id(), to));
        }
        return;
    }
    ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    if to != *from {
        let mark = Stroke::new(2.5, view.tokens.accent);
        ui.painter().vline(x, held.rect.y_range(), mark);
    }
}
