//! The tables of steps and roles in the panel below the sheet, used like a spreadsheet.
//!
//! A [`sheet::Sheet`] says what rows and columns there are and turns texts into an edit; the
//! [`grid::Grid`] is cursor, range, typing, sorting and clipboard for any of them.
//!
//! # What always holds
//!
//! - What can be typed is read by the parsers of the inspector, so that both take the same and
//!   refuse the same.
//! - Typing, pasting, clearing and filling down are one edit each, or none
//!   (`a_cell_is_typed_into_and_the_figures_follow_every_letter`).
//! - What cannot be stays in its cell, marked and explained; the document keeps its value
//!   (`what_cannot_be_stays_in_its_cell_marked_and_explained`).
//! - Whoever only walks through a table changes nothing
//!   (`walking_through_a_table_changes_nothing`).
//! - While the table has the focus, Tab and arrows are its own, however fast they come
//!   (`tab_pressed_fast_goes_from_cell_to_cell`).
//! - Rows do not change their order while one works in them, except that they come and go.

mod choices;
mod day_rows;
mod grid;
mod grid_keys;
mod grid_view;
mod item_rows;
mod plain_cells;
mod role_rows;
mod sheet;
mod step_cells;
mod step_changes;
mod step_filter;
mod step_rows;

pub(in crate::ui) use item_rows::without;

use egui::{Rect, Response, RichText, TextEdit, Ui, UiBuilder, Vec2, WidgetInfo, accesskit::Role};

use crate::blueprint::{ItemId, StepId, Zone};
use crate::ui::controls::small;
use crate::ui::fonts::{Weight, font, icon};
use crate::ui::icons;
use crate::ui::theme::{SMALL, palette};
use crate::ui::view_context::{BottomTab, ViewContext};
use day_rows::DayRows;
use grid::Grid;
use item_rows::{ItemRow, ItemRows};
use role_rows::{RoleRow, RoleRows};
use step_filter::StepFilter;
use step_rows::StepRows;

/// A panel of this size shows letters as large as the other panels; a larger one enlarges them.
const PLAIN: Vec2 = Vec2::new(900.0, 520.0);
/// How much larger letters get at most.
const LARGEST: f32 = 1.6;
/// A room beside the tabs that is smaller has the tools in a menu.
const SMALL_ROOM: f32 = 180.0;
/// The width of the button of that menu.
const SMALLEST: f32 = 36.0;

/// What the tables remember from frame to frame.
#[derive(Default)]
pub(in crate::ui) struct Tables {
    steps: Grid<StepId>,
    roles: Grid<RoleRow>,
    day: Grid<usize>,
    items: Grid<ItemRow>,
    filter: StepFilter,
    role_text: String,
}

/// Room of a table beside its columns.
const EDGE: f32 = 8.0;

impl Tables {
    /// Shows the table of a tab.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, tab: BottomTab) {
        profiling::function_scope!();
        let scale = scale(ui, view);
        let name = view.text(tab.key());
        if tab == BottomTab::Roles {
            let sheet = RoleRows::of(view, self.role_text.clone(), palette(ui.ctx()));
            self.roles.show(ui, view, &sheet, name, scale);
            return;
        }
        self.filter.keep_existing(view.scenario);
        if view.scenario.steps().is_empty() {
            small(ui, view.tokens, view.text("step-table-empty"));
            return;
        }
        let sheet = StepRows::of(view, self.filter.clone());
        self.steps.show(ui, view, &sheet, name, scale);
        if self.steps.order.is_empty() {
            small(ui, view.tokens, view.text("step-table-nothing-found"));
        }
    }

    /// Shows the intervals of the day, where there is one.
    pub fn show_day(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let name = view.text(BottomTab::Day.key());
        if let Some(sheet) = DayRows::of(view) {
            self.day.show(ui, view, &sheet, name, 1.0);
        }
    }

    /// Shows the items, of which one is chosen; answers which is, afterwards.
    pub fn show_items(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        chosen: Option<ItemId>,
    ) -> Option<ItemId> {
        let scale = scale(ui, view);
        let name = view.text("items-view-items");
        let sheet = ItemRows::of(view, chosen);
        let before = self.items.cursor;
        self.items.show(ui, view, &sheet, name, scale);
        let now = self.items.cursor;
        if now == before { chosen } else { now.and_then(|(row, _)| row.item()).or(chosen) }
    }

    /// The items whose rows have the cursor.
    pub fn chosen_items(&self) -> Vec<ItemId> {
        self.items.chosen_rows().into_iter().filter_map(ItemRow::item).collect()
    }

    /// How wide the intervals of the day are with all columns; 0 without a day.
    pub fn day_width(view: &ViewContext<'_>) -> f32 {
        DayRows::of(view).map_or(0.0, |sheet| sheet.width() + EDGE)
    }

    /// The least room beside the tabs that the tools take.
    pub const LEAST_TOOLS: f32 = SMALLEST;
    /// The room for all of them, with how many steps are shown.
    pub const ALL_TOOLS: f32 = 320.0;

    /// Shows what narrows the rows down, and how many there are, in a room beside the tabs: where
    /// that is small, in a menu.
    pub fn tools(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, tab: BottomTab, room: Rect) {
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let is_small = room.width() < SMALL_ROOM;
            if tab == BottomTab::Roles {
                let text = &mut self.role_text;
                let changed = if is_small {
                    let on = !text.is_empty();
                    let mut changed = false;
                    small_menu(ui, view, "role-table-find", on, |ui| {
                        changed = find_field(ui, view, text, "role-table-find", 1.0);
                    });
                    changed
                } else {
                    find_field(ui, view, text, "role-table-find", 0.5)
                };
                if changed {
                    self.roles.refilter();
                }
                return;
            }
            let before = self.filter.clone();
            if is_small {
                let on = self.filter.is_narrow() || !self.filter.text.is_empty();
                small_menu(ui, view, "step-table-find", on, |ui| {
                    find_field(ui, view, &mut self.filter.text, "step-table-find", 1.0);
                    ui.separator();
                    self.filters(ui, view);
                });
            } else {
                find_field(ui, view, &mut self.filter.text, "step-table-find", 0.5);
                self.filter_menu(ui, view);
            }
            // Counted anew: the rows are those of the pass before.
            let steps = || view.scenario.steps().values();
            let lets =
                |filter: &StepFilter, step| filter.lets_through(step, view.scenario, view.words);
            let shown = steps().filter(|step| lets(&self.filter, step)).count();
            let all = view.scenario.steps().len();
            let beside = if self.filter.beside_flow { all } else { view.scenario.flowing_steps() };
            let counts = [("shown", shown.into()), ("all", beside.into())];
            let text = view.words.with("step-table-count", &counts);
            // Half a number would be another one.
            let letters = font(Weight::Regular, SMALL);
            let galley = ui.painter().layout_no_wrap(text.clone(), letters, view.tokens.muted);
            if galley.size().x <= ui.available_width() {
                ui.label(galley);
            } else {
                // Without room it is told to who points at the search, and to who listens.
                let id = ui.scope_id().with("step count");
                let response = ui.interact(ui.min_rect(), id, egui::Sense::hover());
                let kind = egui::accesskit::Role::Label;
                response.widget_info(|| egui::WidgetInfo::labeled(kind, true, text.as_str()));
                response.on_hover_text(text);
            }
            if self.filter != before {
                self.steps.refilter();
            }
        });
    }

    /// The button that opens the quick filters.
    fn filter_menu(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let on = self.filter.is_narrow();
        let colour = if on { view.tokens.accent } else { view.tokens.muted };
        let text = RichText::new(view.text("step-table-filter")).color(colour);
        let button = egui::Button::new(text).selected(on);
        open_menu(ui, button, |ui| self.filters(ui, view));
    }

    /// The quick filters.
    fn filters(&mut self, ui: &mut Ui, view: &ViewContext<'_>) {
        let filter = &mut self.filter;
        ui.checkbox(&mut filter.without_time, view.text("table-filter-without-time"));
        ui.checkbox(&mut filter.beside_flow, view.text("table-filter-beside-flow"));
        ui.separator();
        ui.label(RichText::new(view.text("table-filter-zone")).color(view.tokens.muted));
        ui.selectable_value(&mut filter.zone, None, view.text("table-filter-any"));
        for zone in Zone::ALL {
            ui.selectable_value(&mut filter.zone, Some(zone), view.words.zone(zone));
        }
        ui.separator();
        ui.label(RichText::new(view.text("table-filter-role")).color(view.tokens.muted));
        egui::ScrollArea::vertical().max_height(200.0).show(ui, |ui| {
            ui.selectable_value(&mut filter.role, None, view.text("table-filter-any"));
            for (id, role) in view.scenario.roles() {
                ui.selectable_value(&mut filter.role, Some(*id), &role.name);
            }
        });
    }
}

/// How much larger letters are: where a table takes the place of the sheet they grow with it.
fn scale(ui: &Ui, view: &ViewContext<'_>) -> f32 {
    let size = ui.available_size();
    if view.bottom.enlarged {
        (size.x / PLAIN.x).min(size.y / PLAIN.y).clamp(1.0, LARGEST)
    } else {
        1.0
    }
}

/// A button with a menu that stays open while things are chosen in it.
fn open_menu(ui: &mut Ui, button: egui::Button<'_>, content: impl FnOnce(&mut Ui)) -> Response {
    let closes = egui::containers::menu::MenuConfig::new()
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    let menu = egui::containers::menu::MenuButton::from_button(button).config(closes);
    let (response, _) = menu.ui(ui, |ui| {
        ui.set_min_width(220.0);
        // A low window scrolls what does not fit.
        let most = ui.ctx().content_rect().height() - 60.0;
        egui::ScrollArea::vertical().max_height(most).show(ui, content);
    });
    response
}

/// All tools in the menu of one small button; it stands out while something is left out.
fn small_menu(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    name: &'static str,
    on: bool,
    content: impl FnOnce(&mut Ui),
) {
    let colour = if on { view.tokens.accent } else { view.tokens.ink };
    let sign = RichText::new(icons::SEARCH).font(icon(16.0)).color(colour);
    let button = egui::Button::new(sign).selected(on).min_size(Vec2::new(SMALLEST, 26.0));
    let response = open_menu(ui, button, content);
    let name = view.text(name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response.on_hover_text(name);
}

/// A field for the words that rows must hold, over so much of the room; answers whether they
/// changed.
fn find_field(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    text: &mut String,
    hint: &'static str,
    part: f32,
) -> bool {
    let hint = view.words.text(hint);
    let width = (ui.available_width() * part).clamp(60.0, 170.0);
    let line = TextEdit::singleline(text).desired_width(width).hint_text(hint);
    ui.add(line).accessible_name(hint).changed()
}
