//! The panel below the sheet: a row of tabs, and a table or a picture of the figures.

use egui::{Align, Align2, Layout, Pos2, Rect, Ui};

use crate::ui::commands::{Command, command_button};
use crate::ui::controls::{elided, icon_button};
use crate::ui::fonts::{Weight, font};
use crate::ui::icons;
use crate::ui::side_panel::tab_button;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, BottomTab, ViewContext};
use crate::ui::views::{Shown, Tools, ViewState, below};

use super::tab_fit::{fitting, more_button};

/// Shows the panel.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, views: &mut ViewState) {
    // A panel is as high as what it holds; a short picture must not make it shrink.
    ui.set_min_height(ui.available_height());
    let Shown { show, tools } = below(view.bottom.tab);
    let width = ui.available_width();
    // All of them, or as few as can be: in between they would crowd the tabs and still be cut. Those of tables
    // are few as well where that brings every tab into view.
    let hides = |room: f32| fitting(&widths(ui, view), 0, room, GAP).len() < BottomTab::ALL.len();
    let beside = |tools: f32| width - end(view) - tools - BESIDE.iter().sum::<f32>();
    let fits = |tools: &Tools| {
        let is_better_few =
            tools.gives_way && hides(beside(tools.wanted)) && !hides(beside(tools.least));
        tools.wanted <= width * MOST_TOOLS && !is_better_few
    };
    let wanted = |tools: Tools| if fits(&tools) { tools.wanted } else { tools.least };
    let room = tabs(ui, view, tools.map_or(0.0, wanted));
    ui.add_space(2.0);
    if let Some(tools) = tools {
        (tools.show)(ui, view, views, room);
    }
    let headline = show(ui, view, views);
    // An enlarged chart has its sentence above it.
    let is_said_here = !view.bottom.enlarged || view.bottom.tab.chart().is_none();
    if is_said_here && !headline.is_empty() {
        // Behind the tools, where there are any.
        let beside = tools.map_or(0.0, |tools| tools.least + BESIDE[0]);
        let room = room.with_min_x((room.left() + beside).min(room.right()));
        let letters = font(Weight::Regular, SMALL);
        // A few letters of it say nothing.
        if room.width() < LEAST_HEADLINE {
            return;
        }
        let galley = elided(ui, &headline, letters, view.tokens.muted, room.width());
        let rect = Align2::RIGHT_CENTER.anchor_size(room.right_center(), galley.size());
        ui.painter().galley(rect.min, galley, view.tokens.muted);
    }
}

/// The part of the row that all tools together may take.
const MOST_TOOLS: f32 = 0.5;

/// The least room in which a headline is said.
const LEAST_HEADLINE: f32 = 90.0;

/// Between the tabs.
const GAP: f32 = 16.0;

/// Between the tabs and the tools, and between these and the button at the end.
const BESIDE: [f32; 2] = [8.0, 10.0];

/// Between the buttons at the end.
const BESIDE_END: f32 = 4.0;

/// The room of the button that enlarges, and of another that a chart has.
const END: f32 = 26.0 + GAP;
const END_OF_CHART: f32 = 26.0 + BESIDE_END;

/// Whether there is a button that copies a chart. Items have one that rests: what is chosen beside it stays where it is
/// when another picture of them is shown.
fn may_copy(view: &ViewContext<'_>) -> bool {
    view.bottom.has_chart() || view.bottom.tab.is_picture() || view.bottom.tab == BottomTab::Quality
}

/// The room of the buttons at the end.
fn end(view: &ViewContext<'_>) -> f32 {
    if may_copy(view) { END + END_OF_CHART } else { END }
}

/// How wide each tab is.
fn widths(ui: &Ui, view: &ViewContext<'_>) -> Vec<f32> {
    let width = |tab: &BottomTab| {
        let letters = font(Weight::Semibold, BODY);
        let name = view.text(tab.key()).to_owned();
        ui.painter().layout_no_wrap(name, letters, view.tokens.ink).size().x
    };
    BottomTab::ALL.iter().map(width).collect()
}

/// The row of tabs, which leaves at least so much for `tools` beside them; answers the room that it
/// leaves. What does not fit is found in a menu; the tab that is shown is always among the tabs.
fn tabs(ui: &mut Ui, view: &mut ViewContext<'_>, tools: f32) -> Rect {
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let widths = widths(ui, view);
        let shown = BottomTab::ALL.iter().position(|tab| *tab == view.bottom.tab).unwrap_or(0);
        let beside = if tools > 0.0 { tools + BESIDE.iter().sum::<f32>() } else { 0.0 };
        let end = end(view);
        let seen = fitting(&widths, shown, ui.available_width() - end - beside, GAP);
        for tab in seen.iter().filter_map(|at| BottomTab::ALL.get(*at)) {
            let name = view.text(tab.key());
            if tab_button(ui, view, name, *tab == view.bottom.tab) {
                view.ask(Action::Below(*tab));
            }
        }
        if seen.len() < widths.len() {
            let name = view.text("bottom-more");
            let response = more_button(ui, view, widths.len() - seen.len(), name, 24.0);
            egui::Popup::menu(&response).show(|ui| {
                let all = BottomTab::ALL.iter().enumerate();
                for (_, tab) in all.filter(|(at, _)| !seen.contains(at)) {
                    if ui.button(view.text(tab.key())).clicked() {
                        view.ask(Action::Below(*tab));
                        ui.close();
                    }
                }
            });
        }
        let left = ui.cursor().left();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (icon, key) = if view.bottom.enlarged {
                (icons::CHEVRON_DOWN, "chart-make-small")
            } else {
                (icons::CHEVRON_UP, "chart-enlarge")
            };
            ui.spacing_mut().item_spacing.x = BESIDE_END;
            let name = view.text(key);
            let keys = view.face(Command::Enlarge).shortcut_text(ui.ctx()).unwrap_or_default();
            let response = icon_button(ui, icon, name, true);
            let mut right = response.rect.left();
            if response.on_hover_text(format!("{name}   {keys}")).clicked() {
                view.ask(Action::Run(Command::Enlarge));
            }
            if may_copy(view) {
                command_button(ui, view, Command::CopyChart);
                right = ui.min_rect().left();
            }
            (left, right)
        })
        .inner
    });
    let (left, right) = row.inner;
    let line = row.response.rect;
    Rect::from_min_max(
        Pos2::new(left - GAP + BESIDE[0], line.top()),
        Pos2::new((right - BESIDE[1]).max(left - GAP + BESIDE[0]), line.bottom()),
    )
}
