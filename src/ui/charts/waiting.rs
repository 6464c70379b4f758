//! The chart of the waits in the window: it is read off where it is pointed at.

use egui::{Align2, Sense, Ui};

use super::curve_keeper::CurveKeeper;
use super::easel::Easel;
use super::rows::tell;
use super::{Headline, missing, shown};
use crate::pictures::WaitingChart;
use crate::ui::fonts::Weight;
use crate::ui::paint::{from_egui, point};
use crate::ui::view_context::ViewContext;

/// What is to be seen, in a sentence.
pub(super) fn headline(ui: &Ui, view: &ViewContext<'_>, keeper: &mut CurveKeeper) -> Headline {
    let (Some(Ok(points)), true) = keeper.curve(ui.ctx(), view) else {
        return Headline::default();
    };
    let chart = WaitingChart::of(shown(view), points, true);
    (chart.map_or_else(String::new, |chart| chart.headline()), Vec::new())
}

/// Shows the chart.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    easel: &mut Easel<'_>,
    keeper: &mut CurveKeeper,
) {
    let other = view
        .compared
        .and_then(|compared| Some((keeper.compared(view)?.to_vec(), compared.other().1)));
    let (curve, fresh) = keeper.curve(ui.ctx(), view);
    let points = match curve {
        Some(Ok(points)) => points,
        Some(Err(lacks)) => {
            let lacks = lacks.clone();
            missing::show(ui, view, easel, &lacks);
            return;
        }
        None => {
            let is_lost = keeper.is_lost();
            wait(ui, view, easel, if is_lost { "work-stopped" } else { "chart-waiting-computing" });
            if is_lost && again(ui, view) {
                keeper.again();
            }
            return;
        }
    };
    let Some(chart) = WaitingChart::of(shown(view), points, fresh) else {
        missing::show(ui, view, easel, &[]);
        return;
    };
    let other = other.as_ref().map(|(points, analysis)| (points.as_slice(), *analysis));
    let chart = chart.beside(other);
    let (area, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let sizes = easel.sizes;
    let Some(plot) = chart.values().laid(&chart, sizes, from_egui(area)) else { return };
    tell(ui, view.words, &chart.table());
    let pointed = response.hover_pos().filter(|_| fresh);
    let demand = pointed.and_then(|at| plot.demand_at(point(at)));
    easel.paint(ui, |list| {
        plot.draw(list);
        if let Some((demand, said)) = demand.and_then(|at| Some((at, chart.reading(at)?))) {
            plot.draw_pointer(list, demand, &said);
        }
    });
}

/// Offers below what [`wait`] says to work the curve out once more.
fn again(ui: &mut Ui, view: &ViewContext<'_>) -> bool {
    let below = ui.available_rect_before_wrap().center() + egui::vec2(0.0, 24.0);
    let place = egui::Rect::from_center_size(below, egui::vec2(160.0, 20.0));
    ui.put(place, egui::Link::new(view.words.text("button-try-again"))).clicked()
}

/// Says why there is no curve: the first of a large blueprint is still being computed.
fn wait(ui: &Ui, view: &ViewContext<'_>, easel: &Easel<'_>, said: &str) {
    let text = view.words.text(said);
    let at = ui.available_rect_before_wrap().center();
    let letters = easel.body(Weight::Regular);
    ui.painter().text(at, Align2::CENTER_CENTER, text, letters, easel.tokens.muted);
}
