//! The charts of the figures, made to be read from the back of a room.
//!
//! What they show comes from [`crate::pictures`], and how they look from
//! [`crate::drawing::charts`]; here they are painted, pointed at and clicked.
//!
//! # What always holds
//!
//! - A chart is made anew in every pass from the present figures, so that it follows a drag; what
//!   takes a reading of the flow (visit, money) or many analyses (the curve of waits) is kept until
//!   the scenario changes.
//! - A curve that is out of date says so until the new one is there.
//! - Each part that can be pointed at can be reached by keys and has a name.
//! - Every chart has its figures as a table for those who cannot see it
//!   (`every_picture_has_its_figures_as_a_table`).

mod curve_keeper;
mod easel;
mod load;
mod missing;
mod money;
mod quality;
mod rows;
mod visit;
mod waiting;

pub(super) use quality::{LEAST_TOOLS as QUALITY_TOOLS, QualityTab};

use std::cell::RefCell;

use egui::{Ui, UiBuilder, accesskit::Role};

use super::paint::{FontWidths, from_egui, rect};
use super::view_context::ViewContext;
use super::views::BottomTab;
use crate::analysis::Lack;
use crate::drawing::charts::{Caption, Easel as Sizes, Frame};
use crate::drawing::{DisplayList, KnownWidths};
use crate::pictures::{Chart, Shown, caption};
use curve_keeper::CurveKeeper;
use easel::Easel;
use money::MoneyKeeper;
use visit::VisitKeeper;

/// The charts, with what they keep from pass to pass.
#[derive(Default)]
pub(super) struct Charts {
    curve: CurveKeeper,
    money: MoneyKeeper,
    visit: VisitKeeper,
    list: DisplayList,
    widths: RefCell<KnownWidths>,
    /// Where the chart was shown in the last pass.
    pub place: Option<egui::Rect>,
}

impl BottomTab {
    /// The chart that a tab shows.
    pub fn chart(self) -> Option<Chart> {
        match self {
            Self::Load => Some(Chart::Load),
            Self::Visit => Some(Chart::Visit),
            Self::Waiting => Some(Chart::Waiting),
            Self::Money => Some(Chart::Money),
            Self::Steps
            | Self::Roles
            | Self::Day
            | Self::Quality
            | Self::Risk
            | Self::Indicators
            | Self::Plan
            | Self::Verdict
            | Self::Lesson => None,
        }
    }
}

/// What the charts show: the scenario and its figures as the formulas say them, from which curves are
/// drawn and with which pictures are copied.
fn shown<'a>(view: &ViewContext<'a>) -> Shown<'a> {
    Shown {
        scenario: view.seen,
        analysis: view.formulas,
        words: view.words,
        currency: view.editor.blueprint().currency(),
    }
}

impl Charts {
    /// Shows the chart of a tab; answers the sentence that says what is to be seen.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, tab: BottomTab) -> String {
        profiling::function_scope!();
        let Some(chart) = tab.chart() else { return String::new() };
        let Self { curve, money, visit, list, widths, place } = self;
        let whole = ui.available_rect_before_wrap();
        *place = Some(whole);
        let ctx = ui.ctx().clone();
        let widths = FontWidths { ctx: &ctx, known: widths };
        let sizes = Sizes::of(from_egui(whole).size(), &widths);
        let mut easel = Easel { sizes: &sizes, list, tokens: view.tokens };
        let (headline, lacks) = match chart {
            Chart::Load => load::headline(view),
            Chart::Visit => visit.headline(view),
            Chart::Waiting => waiting::headline(ui, view, curve),
            Chart::Money => money.headline(view),
        };
        let has_profit = chart == Chart::Money && money.draws_profit(view);
        let around = around(view, chart, &headline, has_profit);
        let frame = Frame::of(&around, !lacks.is_empty(), &sizes, from_egui(whole));
        let node =
            ui.scope_builder(UiBuilder::new().max_rect(rect(frame.body)), |ui| match chart {
                Chart::Load => load::show(ui, view, &mut easel),
                Chart::Visit => visit.show(ui, view, &mut easel),
                Chart::Waiting => waiting::show(ui, view, &mut easel, curve),
                Chart::Money => money.show(ui, view, &mut easel),
            });
        missing::foot(ui, view, &easel, rect(frame.lacks), &lacks);
        easel.paint(ui, |list| {
            around.draw_title(&sizes, frame.title, list);
            around.draw_foot(&sizes, frame.foot, list);
        });
        ui.advance_cursor_after_rect(whole);
        let name = view.words.labelled(view.text(tab.key()), &headline);
        ui.ctx().accesskit_node_builder(node.response.id, |node| {
            node.set_role(Role::Figure);
            node.set_label(name);
            node.set_description(names(view));
        });
        headline
    }
}

/// Of what the chart is.
fn names(view: &ViewContext<'_>) -> String {
    let is_preview = view.editor.trial().is_some();
    let of_hour = view.hour.map(|at| view.words.scenario_at(view.scenario, at));
    let name = of_hour.as_deref().unwrap_or(view.scenario.name());
    caption(view.words, view.editor.blueprint().title(), name, is_preview)
}

/// What stands around a chart: the sentence only where it is enlarged, as beside the sheet it stands
/// in the row of tabs.
fn around(view: &ViewContext<'_>, chart: Chart, headline: &str, has_profit: bool) -> Caption {
    let is_drawn = !headline.is_empty();
    let axes = is_drawn.then(|| view.text(chart.axes_key(has_profit)).to_owned());
    // Where the other scenario is drawn into the chart as well.
    let other = view.compared.filter(|_| is_drawn && chart.compares());
    Caption {
        title: if view.bottom.enlarged { headline.to_owned() } else { String::new() },
        names: names(view),
        axes,
        other: other.map(|compared| compared.other().0.name().to_owned()),
    }
}

/// A sentence on what is to be seen, and what keeps a part of a chart from being drawn.
type Headline = (String, Vec<Lack>);
