//! What is measured, in the window: a scorecard of tiles, the control chart of the chosen indicator, and its fields.
//!
//! # What always holds
//!
//! - Data stand in the order of time, whatever the order in which they were entered
//!   (`what_is_measured_stands_in_the_order_of_time`).

mod chart;
mod data;
mod form;
mod tiles;

use std::cell::RefCell;

use egui::{Align, Layout, Rect, RichText, Ui, UiBuilder};

use crate::blueprint::{Indicator, IndicatorId};
use crate::drawing::{DisplayList, KnownWidths};
use crate::editor::Judging;
use crate::ui::judging::{fresh, judge};
use crate::ui::panels::inviting::invite;
use crate::ui::view_context::ViewContext;

/// What the tab remembers.
#[derive(Default)]
pub(in crate::ui) struct IndicatorTab {
    chosen: Option<IndicatorId>,
    /// One that was just added, chosen once it is there.
    added: Option<IndicatorId>,
    /// What is typed into the row of a new datum.
    entry: data::Entry,
    list: DisplayList,
    widths: RefCell<KnownWidths>,
}

/// The part of the width for the tiles, and their bounds.
const TILES: f32 = 0.58;
const LEAST_TILES: f32 = 300.0;
const MOST_TILES: f32 = 640.0;
/// From this width on the fields stand beside the chart, and how wide they are then.
const BESIDE: f32 = 540.0;
const FORM: f32 = 250.0;
const GAP: f32 = 16.0;
/// The part of the height for a chart above the fields.
const CHART: f32 = 0.5;
/// The least room for the tools beside the tabs.
pub(in crate::ui) const LEAST_TOOLS: f32 = 120.0;
/// The room for them with the sentence on the targets.
pub(in crate::ui) const ALL_TOOLS: f32 = 270.0;

impl IndicatorTab {
    /// Shows the tab; answers what is to be seen.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) -> String {
        profiling::function_scope!();
        let Some(found) = view.assessment else { return String::new() };
        let indicators = &view.editor.blueprint().judgements().indicators;
        if indicators.is_empty() {
            if invite(ui, view, view.text("indicators-none"), Some(view.text("indicator-add"))) {
                self.add(view);
            }
            return String::new();
        }
        let is_there = |id: &IndicatorId| indicators.iter().any(|(own, _)| own == id);
        if let Some(added) = self.added.take_if(|id| is_there(id)) {
            self.chosen = Some(added);
            // What is new wants a name.
            ui.memory_mut(|memory| memory.request_focus(form::name_field(added)));
        }
        let first = indicators.first().map(|(id, _)| *id);
        self.chosen = self.chosen.filter(is_there).or(first);
        let whole = ui.available_rect_before_wrap();
        let width = (whole.width() * TILES).clamp(LEAST_TILES, MOST_TILES).min(whole.width() * 0.6);
        let middle = whole.left() + width;
        let left = Rect::from_min_max(whole.min, egui::pos2(middle, whole.bottom()));
        let right = Rect::from_min_max(egui::pos2(middle + GAP, whole.top()), whole.max);
        let (chart, form) = if right.width() >= BESIDE {
            right.split_left_right_at_x(right.right() - FORM - GAP / 2.0)
        } else {
            right.split_top_bottom_at_y(right.top() + right.height() * CHART)
        };
        let is_beside = right.width() >= BESIDE;
        let form = if is_beside { form.with_min_x(form.left() + GAP / 2.0) } else { form };
        ui.scope_builder(UiBuilder::new().max_rect(left).id_salt("indicator tiles"), |ui| {
            self.tiles(ui, view, found);
        });
        ui.scope_builder(UiBuilder::new().max_rect(chart).id_salt("indicator chart"), |ui| {
            self.chart(ui, view, found);
        });
        ui.scope_builder(UiBuilder::new().max_rect(form).id_salt("indicator form"), |ui| {
            form::show(ui, view, found, &mut self.chosen, &mut self.entry);
        });
        ui.advance_cursor_after_rect(whole);
        let met = found.indicators.iter().filter(|it| it.met == Some(true)).count();
        let of = found.indicators.iter().filter(|it| it.met.is_some()).count();
        let arguments = [("met", met.into()), ("of", of.into())];
        if of == 0 { String::new() } else { view.words.with("indicators-met", &arguments) }
    }

    /// Shows beside the tabs what adds an indicator.
    pub fn tools(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, room: Rect) {
        if view.editor.blueprint().judgements().indicators.is_empty() {
            return;
        }
        let left = room.with_max_x(room.left() + LEAST_TOOLS);
        let builder = UiBuilder::new().max_rect(left).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            let text = RichText::new(view.text("indicator-add")).color(view.tokens.ink);
            if ui.button(text).clicked() {
                self.add(view);
            }
        });
    }

    fn add(&mut self, view: &mut ViewContext<'_>) {
        let blueprint = view.editor.blueprint();
        let id = fresh(blueprint);
        let name = view.text("indicator-new").to_owned();
        let indicator = Indicator { name, ..Indicator::default() };
        let edit = judge(blueprint.judgements(), Judging::AddIndicator, |judgements| {
            judgements.indicators.push((id, indicator));
        });
        self.added = Some(id);
        view.edit(edit);
    }
}
