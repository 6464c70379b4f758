//! What can fail, in the window: a matrix whose dots are dragged, and beside it a list with what is suggested and what
//! was chosen.
//!
//! # What always holds
//!
//! - A drag is one undo step, and Esc takes it back (`a_dot_is_dragged_as_one_step`).
//! - Each dot is reached by Tab, moved by arrows, and has a name (`dots_have_names_and_follow_the_arrows`).

mod list;
mod matrix;

use std::cell::RefCell;

use egui::{Rect, RichText, Ui, UiBuilder};

use crate::drawing::{DisplayList, KnownWidths};
use crate::pictures::RiskChart;
use crate::ui::fonts::{Weight, font};
use crate::ui::panels::inviting::invite;
use crate::ui::theme::BODY;
use crate::ui::view_context::ViewContext;

use matrix::Drag;

/// What the tab remembers.
#[derive(Default)]
pub(in crate::ui) struct RiskTab {
    drag: Option<Drag>,
    list: DisplayList,
    widths: RefCell<KnownWidths>,
}

/// The part of the width for the matrix, and the least that the list keeps.
const MATRIX: f32 = 0.5;
const LEAST_LIST: f32 = 330.0;
const GAP: f32 = 16.0;

impl RiskTab {
    /// Shows the tab; answers what is to be seen.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) -> String {
        profiling::function_scope!();
        let Some(found) = view.assessment else { return String::new() };
        let (scenario, words) = (view.scenario, view.words);
        let span = self.drag.map(|drag| drag.span);
        let Some(chart) = RiskChart::of(scenario, found, words, span) else {
            self.drag = None;
            invite(ui, view, view.text("risk-none"), None);
            return String::new();
        };
        // In the row of the tabs there is no room for the whole of it.
        let headline = chart.headline();
        if !view.bottom.enlarged && !headline.is_empty() {
            let text = RichText::new(headline).font(font(Weight::Semibold, BODY));
            ui.add(egui::Label::new(text.color(view.tokens.ink)).truncate());
        }
        let whole = ui.available_rect_before_wrap();
        let width = (whole.width() * MATRIX).min(whole.width() - LEAST_LIST - GAP);
        let width = width.max(whole.width() * 0.35);
        let middle = whole.left() + width;
        let left = Rect::from_min_max(whole.min, egui::pos2(middle, whole.bottom()));
        let right = Rect::from_min_max(egui::pos2(middle + GAP, whole.top()), whole.max);
        ui.scope_builder(UiBuilder::new().max_rect(left).id_salt("risk matrix"), |ui| {
            self.matrix(ui, view, &chart);
        });
        ui.scope_builder(UiBuilder::new().max_rect(right).id_salt("risk list"), |ui| {
            list::show(ui, view, &chart, found);
        });
        ui.advance_cursor_after_rect(whole);
        if view.bottom.enlarged { chart.headline() } else { String::new() }
    }
}
