//! The charts of the money in the window: on the left where a customer's money goes, on the right
//! profit against the time that the work takes.

use std::sync::Arc;

use egui::{Align, Layout, Rect, RichText, Sense, Ui, UiBuilder};

use super::easel::{Easel, hover};
use super::rows::{Parts, show as show_rows, tell};
use super::{Headline, missing, shown};
use crate::analysis::{
    Analysis, CostStructure, Lack, ProfitCurve, ProfitRule, cost_structure, profit_curve,
};
use crate::blueprint::Scenario;
use crate::drawing::Subject;
use crate::drawing::charts::{ProfitHead, halves};
use crate::editor::{Selection, Thing};
use crate::pictures::{MoneyChart, MoneyTarget, ProfitChart};
use crate::process::{self, ProblemPlace};
use crate::ui::comparing::Compared;
use crate::ui::fonts::Weight;
use crate::ui::paint::{from_egui, point, rect};
use crate::ui::view_context::{Action, ViewContext};

/// The money of the scenario that is shown, computed anew only when the scenario changes.
#[derive(Default)]
pub(super) struct MoneyKeeper {
    kept: Option<Kept>,
    other: Option<Kept>,
    /// Whether the work alone is counted, and not all paid time.
    work_only: bool,
}

struct Kept {
    scenario: Arc<Scenario>,
    structure: Option<CostStructure>,
    /// With all paid time, and of the work alone.
    curves: [Result<ProfitCurve, Vec<Lack>>; 2],
}

impl Kept {
    fn of(scenario: &Arc<Scenario>, analysis: &Analysis) -> Self {
        Self {
            scenario: Arc::clone(scenario),
            structure: cost_structure(scenario, &process::compile(scenario), analysis),
            curves: [ProfitRule::PaidTime, ProfitRule::WorkOnly]
                .map(|rule| profit_curve(scenario, analysis, rule)),
        }
    }

    fn curve(&self, work_only: bool) -> &Result<ProfitCurve, Vec<Lack>> {
        let [paid, work] = &self.curves;
        if work_only { work } else { paid }
    }
}

impl MoneyKeeper {
    fn kept(&mut self, view: &ViewContext<'_>) -> &Kept {
        let scenario = view.seen;
        // A version that is held here cannot share its address with another one.
        if self.kept.as_ref().is_some_and(|kept| !Arc::ptr_eq(&kept.scenario, scenario)) {
            self.kept = None;
        }
        self.kept.get_or_insert_with(|| Kept::of(scenario, view.analysis))
    }

    /// Brings the money of the scenario that the present one is compared with up to date.
    fn update_other(&mut self, view: &ViewContext<'_>) {
        let Some((scenario, analysis, _)) = view.compared.map(Compared::other) else {
            self.other = None;
            return;
        };
        if self.other.as_ref().is_none_or(|kept| !Arc::ptr_eq(&kept.scenario, scenario)) {
            self.other = Some(Kept::of(scenario, analysis));
        }
    }

    /// Whether there is a curve of profit.
    pub fn draws_profit(&mut self, view: &ViewContext<'_>) -> bool {
        let work_only = self.work_only;
        let curve = self.kept(view).curve(work_only);
        curve.as_ref().is_ok_and(|curve| ProfitChart::of(shown(view), curve).is_some())
    }

    /// What is to be seen, in a sentence.
    pub fn headline(&mut self, view: &ViewContext<'_>) -> Headline {
        let structure = self.kept(view).structure.as_ref();
        let chart = structure.and_then(|structure| MoneyChart::of(shown(view), structure));
        (chart.map_or_else(String::new, |chart| chart.headline()), Vec::new())
    }

    /// Shows both charts.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, easel: &mut Easel<'_>) {
        self.kept(view);
        self.update_other(view);
        let mut work_only = self.work_only;
        let Some(kept) = &self.kept else { return };
        let easel_sizes = easel.sizes;
        let area = from_egui(ui.available_rect_before_wrap());
        let mut both = [area; 2];
        easel.paint(ui, |list| both = halves(easel_sizes, area, list));
        let [left, right] = both.map(rect);
        let other = self.other.as_ref().and_then(|other| other.structure.as_ref());
        ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
            let structure = kept.structure.as_ref();
            match structure.and_then(|structure| MoneyChart::of(shown(view), structure)) {
                Some(chart) => show_parts(ui, view, easel, &chart.beside(other)),
                None => missing::show(ui, view, easel, &view.analysis.cost_per_customer.lacks),
            }
        });
        let other = self.other.as_ref().and_then(|other| other.curve(work_only).as_ref().ok());
        ui.scope_builder(UiBuilder::new().max_rect(right), |ui| match kept.curve(work_only) {
            Ok(curve) => match ProfitChart::of(shown(view), curve) {
                Some(chart) => {
                    show_profit(ui, view, easel, &chart.beside(other), &mut work_only);
                }
                None => missing::show(ui, view, easel, &[]),
            },
            Err(lacks) => missing::show(ui, view, easel, lacks),
        });
        self.work_only = work_only;
    }
}

/// Where a customer's money goes, one part below the other.
fn show_parts(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    easel: &mut Easel<'_>,
    chart: &MoneyChart<'_>,
) {
    let values = chart.values();
    let rows = values.laid(easel.sizes, ui.available_width());
    let clicked = show_rows(ui, easel, &rows, &MoneyNames(chart), "money");
    tell(ui, view.words, &chart.table());
    match clicked.and_then(|(at, _)| chart.target(at)) {
        Some(MoneyTarget::Role(role)) => {
            view.ask(Action::Select(Selection::thing(Thing::Role(role))));
        }
        Some(MoneyTarget::Sheet) => view.ask(Action::GoTo(ProblemPlace::Sheet)),
        None => {}
    }
}

struct MoneyNames<'a>(&'a MoneyChart<'a>);

impl Parts for MoneyNames<'_> {
    fn name(&self, row: usize, _: Subject) -> String {
        self.0.spoken(row)
    }

    fn hover(&self, row: usize, _: Subject) -> Vec<String> {
        self.0.hover(row)
    }

    fn is_selected(&self, _: Subject) -> bool {
        false
    }
}

/// Profit for one customer against the time that the work takes, below the choice of what is
/// counted.
fn show_profit(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    easel: &mut Easel<'_>,
    chart: &ProfitChart<'_>,
    work_only: &mut bool,
) {
    let sizes = easel.sizes;
    let area = from_egui(ui.available_rect_before_wrap());
    let name = view.text("chart-money-work-only");
    let head = ProfitHead {
        title: chart.title().to_owned(),
        rule: chart.rule(),
        reach: chart.reach(),
        is_whole: view.bottom.enlarged,
        aside: sizes.width(name, sizes.small(Weight::Regular)) + sizes.length(40.0),
    };
    let line = rect(head.first_line(sizes, area));
    if !view.bottom.enlarged {
        let response = ui.interact(line, ui.scope_id().with("profit"), Sense::hover());
        hover(response, || {
            [head.title.clone(), head.rule.clone()].into_iter().chain(head.reach.clone()).collect()
        });
    }
    let tall = head.row_height(sizes, area);
    let gap = ui.spacing().item_spacing.x;
    let choice = Rect::from_min_max(
        egui::pos2(line.right() + gap, area.top()),
        egui::pos2(area.right(), area.top() + tall),
    );
    let builder = UiBuilder::new().max_rect(choice).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        let font = easel.small(Weight::Regular);
        let hint = view.text("chart-money-work-only-hint");
        let name = RichText::new(name).font(font).color(easel.tokens.ink);
        ui.checkbox(work_only, name).on_hover_text(hint);
    });
    let mut left = area;
    let mut pointed = None;
    easel.paint(ui, |list| {
        left = head.draw(sizes, area, list);
        let Some(plot) = chart.values().laid(chart, sizes, left) else { return };
        plot.draw(list);
        let id = ui.scope_id().with("profit plot");
        let response = ui.interact(rect(left), id, Sense::hover());
        let seconds = response.hover_pos().and_then(|at| plot.seconds_at(point(at)));
        if let Some(seconds) = seconds {
            plot.draw_pointer(list, seconds);
            pointed = Some((response, seconds));
        }
    });
    if let Some((response, seconds)) = pointed {
        response.on_hover_text_at_pointer(chart.reading(seconds));
    }
    tell(ui, view.words, &chart.table());
}
