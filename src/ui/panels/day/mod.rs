//! The day in the window: its table, its picture, what it is steered with, and of which hour the figures are.
//!
//! # What always holds
//!
//! - A drag is one undo step, and Esc takes it back
//!   (`a_bar_is_dragged_in_whole_numbers_as_one_step`).
//! - Each bar, shift and break is reached by Tab, moved by arrows, and has a name
//!   (`bars_and_shifts_have_names_and_follow_the_arrows`).
//! - Whoever gives a service a day changes no figure (`a_day_is_given_without_changing_a_figure`).
//! - What was simulated of an older version is pale and has no names, until there is something of the one that is
//!   shown.

mod axis;
mod bars;
mod card;
mod drag;
mod inside;
mod picture;
mod shifts;
mod state;
mod tools;
mod versus;

use std::sync::Arc;

use egui::{Align, Layout, Rect, RichText, Ui, UiBuilder, Vec2};

use crate::blueprint::{Scenario, ScenarioId, TimeOfDay};
use crate::editor::Edit;
use crate::ui::controls::named_choice;
use crate::ui::figures::Hour;
use crate::ui::panels::tables::Tables;
use crate::ui::simulating::FoundDay;
use crate::ui::view_context::{Action, ViewContext};

use drag::Drag;

pub(in crate::ui) use card::show as card;
pub(in crate::ui) use state::{found, show as show_state, told as state};
pub(in crate::ui) use versus::show as versus;

/// What the tab remembers.
#[derive(Default)]
pub(in crate::ui) struct DayTab {
    drag: Option<Drag>,
    /// The newest day that was simulated of a scenario, whatever version of it that was.
    last: Option<(ScenarioId, Arc<FoundDay>)>,
}

/// The part of the width that the table may take in any case, and the room that the picture keeps, in points.
const TABLE: f32 = 0.4;
const LEAST_TABLE: f32 = 250.0;
const LEAST_PICTURE: f32 = 300.0;
/// The room for all tools beside the tabs, with the way to the staffing.
pub(in crate::ui) const ALL_TOOLS: f32 = 430.0;
/// Between table and picture.
const GAP: f32 = 14.0;

impl DayTab {
    /// Shows the table beside the picture, or the button that gives a day; answers what is to be seen.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, tables: &mut Tables) -> String {
        profiling::function_scope!();
        if view.scenario.demand().day.is_none() {
            self.drag = None;
            invite(ui, view);
            return String::new();
        }
        self.remember(view);
        let whole = ui.available_rect_before_wrap();
        let least = LEAST_TABLE.min(whole.width() / 2.0);
        // All columns where the picture can still be read beside them.
        let most = (whole.width() * TABLE).max(whole.width() - GAP - LEAST_PICTURE).max(least);
        let width = Tables::day_width(view).clamp(least, most);
        let left = Rect::from_min_size(whole.min, Vec2::new(width, whole.height()));
        let right = Rect::from_min_max(egui::pos2(left.right() + GAP, whole.top()), whole.max);
        ui.scope_builder(UiBuilder::new().max_rect(left).id_salt("day table"), |ui| {
            tables.show_day(ui, view);
        });
        ui.scope_builder(UiBuilder::new().max_rect(right).id_salt("day picture"), |ui| {
            picture::show(ui, view, self);
        });
        ui.advance_cursor_after_rect(whole);
        String::new()
    }

    /// Keeps what is known, to be seen paler while the next is not known yet.
    fn remember(&mut self, view: &ViewContext<'_>) {
        let scenario = view.scenario.id();
        let day = view.simulated.and_then(|simulated| simulated.day.as_ref());
        if let Some(day) = day.filter(|day| day.figures.is_some()) {
            self.last = Some((scenario, Arc::clone(day)));
        }
        self.last.take_if(|(of, _)| *of != scenario || view.simulated.is_none());
    }

    /// Shows what the day is steered with, in a room beside the tabs.
    pub fn tools(ui: &mut Ui, view: &mut ViewContext<'_>, room: Rect) {
        if view.scenario.demand().day.is_none() {
            return;
        }
        let layout = Layout::right_to_left(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
            tools::show(ui, view);
        });
    }
}

/// Says what a day is good for, with the button that gives one.
fn invite(ui: &mut Ui, view: &mut ViewContext<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() / 2.0 - 44.0).max(4.0));
        ui.label(RichText::new(view.text("day-none")).color(view.tokens.muted));
        ui.add_space(4.0);
        let text = RichText::new(view.text("day-give")).color(view.tokens.on_accent);
        let button = egui::Button::new(text).fill(view.tokens.accent);
        if ui.add(button).on_hover_text(view.text("day-give-help")).clicked() {
            view.edit(Edit::SetDemand(view.scenario.demand().with_a_day()));
        }
    });
}

/// Shows of which time the figures are, where there is a day, and lets another be chosen.
pub(in crate::ui) fn hour_picker(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let Some(day) = view.scenario.demand().day.as_deref() else { return };
    let mut options = vec![(None, view.text("day-long-run").to_owned())];
    options.extend((0..day.intervals()).map(|at| (Some(at), view.words.interval(day, at))));
    let name = view.text("day-figures-of");
    ui.horizontal(|ui| {
        let chosen = named_choice(ui, name, 150.0, view.hour, &options);
        if let Some(at) = chosen {
            view.ask(Action::SeeHour(hour(view.scenario, at)));
        }
    });
    ui.add_space(4.0);
}

/// The time at which an interval begins; without one the long run.
fn hour(scenario: &Scenario, at: Option<usize>) -> Hour {
    let day = scenario.demand().day.as_deref();
    let begins = |at| -> Option<TimeOfDay> { Some(day?.begins(at)) };
    at.and_then(begins).map_or(Hour::Steady, Hour::At)
}
