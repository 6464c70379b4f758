//! Customers of each interval as bars, whose tops are dragged.

use egui::{CursorIcon, Pos2, Rect, Sense, Ui, WidgetInfo, accesskit::Role};

use crate::blueprint::{Day, Demand, Quantity};
use crate::editor::Edit;
use crate::ui::view_context::{Action, ViewContext};

use super::drag::{Drag, Frame, Held, arrows, dragged, faint, preview, ring};
use super::hour;

/// Above the highest bar there is room to drag it up.
const ROOM: f64 = 1.25;

/// The rate at the top: a round number above the highest bar.
pub(super) fn most(view: &ViewContext<'_>, day: &Day) -> f64 {
    let steady = view.scenario.demand().per_hour;
    let rates = (0..day.intervals()).map(|at| day.demand(at, steady));
    round_above(rates.fold(0.0, f64::max) * ROOM)
}

/// The next of 1, 1.2, 1.6, 2, 3, 4, 6, 8 times a power of ten; 10 for nothing.
pub(super) fn round_above(value: f64) -> f64 {
    if !(value > 0.0 && value.is_finite()) {
        return 10.0;
    }
    let power = 10.0_f64.powf(value.log10().floor());
    let steps = [1.0, 1.2, 1.6, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0];
    steps.into_iter().map(|step| step * power).find(|step| *step >= value).unwrap_or(value)
}

/// The edit that gives an interval another rate; `None` where that is its rate.
fn with_rate(view: &ViewContext<'_>, day: &Day, at: usize, rate: f64) -> Option<Edit> {
    let demand = view.scenario.demand();
    let now = |at| Quantity::new(day.rate(at, demand.per_hour)).unwrap_or(Quantity::ZERO);
    let mut per_hour: Vec<Quantity> = (0..day.intervals()).map(now).collect();
    let rate = Quantity::new(rate).ok()?;
    let slot = per_hour.get_mut(at)?;
    if *slot == rate {
        return None;
    }
    *slot = rate;
    let day = Some(Box::new(Day { per_hour, ..day.clone() }));
    Some(Edit::SetDemand(Demand { day, ..demand.clone() }))
}

/// Shows the bars.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    drag: &mut Option<Drag>,
    frame: &Frame<'_>,
) {
    let day = frame.day;
    let steady = view.scenario.demand().per_hour;
    for at in 0..day.intervals() {
        let (from, to) = day.interval(at);
        let x = |minute: u32| frame.axis.x(i32::try_from(minute).unwrap_or_default());
        let (rate, all) = (day.rate(at, steady), day.demand(at, steady));
        let column = Rect::from_min_max(
            Pos2::new(x(from) + 1.0, frame.bars.top()),
            Pos2::new(x(to) - 1.0, frame.bars.bottom()),
        );
        let mut bar = column;
        bar.min.y = frame.y(rate).min(frame.bars.bottom() - 1.5);
        let id = ui.scope_id().with(("day bar", at));
        let response = ui.interact(column, id, Sense::click_and_drag());
        let tokens = view.tokens;
        ui.painter().rect_filled(bar, 1.0, faint(tokens.accent));
        if all > rate {
            let mut planned = bar;
            (planned.min.y, planned.max.y) = (frame.y(all), bar.top());
            ui.painter().rect_filled(planned, 1.0, tokens.muted.gamma_multiply(0.35));
        }
        let lively = response.hovered() || response.has_focus() || response.dragged();
        let width = if lively { 3.0 } else { 2.0 };
        let top = egui::Stroke::new(width, tokens.accent);
        ui.painter().hline(bar.x_range(), bar.top(), top);
        ring(ui, view, &response, bar);
        let interval = view.words.interval(day, at);
        let arguments = [
            ("interval", interval.into()),
            ("rate", view.words.number(rate).into()),
            ("planned", view.words.number(f64::from(day.planned(at))).into()),
            ("some", if day.planned(at) > 0 { "yes" } else { "no" }.into()),
        ];
        let said = view.words.with("day-bar", &arguments);
        response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, said.as_str()));
        ui.ctx().accesskit_node_builder(id, |node| node.set_numeric_value(rate));
        let fine = ui.input(|input| input.modifiers.alt);
        let step = if fine { 10.0 } else { 1.0 };
        let mine = |held| held == Held::Top(at);
        if let Some((_, pointer)) = dragged(&response, drag, frame, |_| Held::Top(at), mine) {
            let rate = (frame.rate(pointer.y) * step).round() / step;
            preview(view, with_rate(view, day, at, rate));
        }
        let by = arrows(ui, &response, false);
        if by != 0 {
            let rate = ((rate * step).round() + f64::from(by)).max(0.0) / step;
            if let Some(edit) = with_rate(view, day, at, rate) {
                view.edit(edit);
            }
        }
        let response = response.on_hover_cursor(CursorIcon::ResizeVertical);
        if response.clicked() {
            view.ask(Action::SeeHour(hour(view.scenario, Some(at))));
        }
        if drag.is_none() {
            response.on_hover_text(format!("{said}\n{}", view.text("day-bar-help")));
        } else if response.dragged() {
            let near = bar.center_top() - egui::vec2(0.0, 2.0);
            let letters = crate::ui::fonts::font(crate::ui::fonts::Weight::Semibold, 12.0);
            let text = view.words.number(rate);
            ui.painter().text(near, egui::Align2::CENTER_BOTTOM, text, letters, tokens.ink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::round_above;

    #[test]
    fn the_axis_ends_with_a_round_number() {
        let ends = [0.0, 0.7, 10.0, 11.0, 70.0, 87.5, 130.0, 999.0].map(round_above);
        let round = [10.0, 0.8, 10.0, 12.0, 80.0, 100.0, 160.0, 1000.0];
        assert!(ends.iter().zip(round).all(|(end, round)| (end - round).abs() < 1e-9), "{ends:?}");
    }
}
