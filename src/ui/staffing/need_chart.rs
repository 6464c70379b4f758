//! How many of a role are needed and there over the day, and what holds then.

use egui::{
    Align2, CornerRadius, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo,
    accesskit::Role,
};

use super::View;
use super::day_axis::Frame;
use crate::redesign::{RolePlan, StaffTarget};
use crate::simulation::Estimate;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL, Tokens};

/// The least widths of an interval that bears a number, a share, and words.
const NUMBER: f32 = 20.0;
const SHARE: f32 = 36.0;
const WORDS: f32 = 54.0;
/// How many lines the numbers beside the chart have at most.
const LINES: u32 = 4;

/// The numbers beside the chart: from 0 in steps up to what is needed or there at most.
fn scale(most: u32) -> (u32, Vec<u32>) {
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];
    let step = step.into_iter().find(|step| most.div_ceil(*step) <= LINES);
    let step = step.unwrap_or_else(|| most.div_ceil(LINES).max(1));
    let top = most.div_ceil(step).max(1) * step;
    (top, (0..=top).step_by(step as usize).collect())
}

/// Paints the area of the need and the line of those who are there.
pub(super) fn paint(ui: &Ui, view: &View<'_>, frame: &Frame<'_>, plan: &RolePlan, rect: Rect) {
    let (words, tokens) = (view.words, view.tokens);
    let ink = view.of_role(plan.role);
    let painter = ui.painter();
    let slot = plan.rota.slot_min.max(1);
    let duty: Vec<(u32, u32)> = (0..frame.axis.length)
        .step_by(slot as usize)
        .map(|minute| (minute, plan.rota.heads_at(frame.axis.open + minute)))
        .collect();
    let there = duty.iter().map(|(_, heads)| *heads).max().unwrap_or(0);
    let needed = plan.need.iter().copied().max().unwrap_or(0);
    let (top, lines) = scale(there.max(needed));
    let y = |heads: u32| rect.bottom() - heads as f32 / top as f32 * rect.height();
    for line in lines {
        let at = y(line);
        painter.hline(rect.x_range(), at, Stroke::new(1.0, tokens.hairline));
        let number = words.number(f64::from(line));
        let place = Pos2::new(rect.left() - 6.0, at);
        let letters = font(Weight::Regular, SMALL);
        painter.text(place, Align2::RIGHT_CENTER, number, letters, tokens.muted);
    }
    for (at, need) in plan.need.iter().enumerate() {
        let column = frame.column(at, rect);
        let area = column.with_min_y(y(*need));
        painter.rect_filled(area, CornerRadius::ZERO, ink.gamma_multiply(0.2));
    }
    let mut line: Vec<Pos2> = Vec::with_capacity(duty.len() * 2);
    for (minute, heads) in &duty {
        let (left, right) = (frame.axis.x(*minute), frame.axis.x(minute + slot));
        line.push(Pos2::new(left, y(*heads)));
        line.push(Pos2::new(right, y(*heads)));
    }
    painter.add(Shape::line(line, Stroke::new(2.0, ink)));
    for (at, need) in plan.need.iter().enumerate() {
        let column = frame.column(at, rect);
        let there = plan.duty.get(at).copied().unwrap_or(0);
        if column.width() >= NUMBER && *need > 0 {
            let place = Pos2::new(column.center().x, y(*need) + 4.0);
            let number = words.number(f64::from(*need));
            let letters = font(Weight::Semibold, BODY);
            painter.text(place, Align2::CENTER_TOP, number, letters, tokens.ink);
        }
        let spare = there.saturating_sub(*need);
        if spare > 0 && column.width() >= WORDS {
            let text = words.with("staffing-spare", &[("count", spare.into())]);
            let letters = font(Weight::Regular, SMALL);
            let text = painter.layout_no_wrap(text, letters, tokens.muted);
            // Above the line, or below it where there is no room.
            let above = y(there) - text.size().y - 2.0;
            let top = if above >= rect.top() { above } else { y(there) + 2.0 };
            let left = column.center().x - text.size().x / 2.0;
            painter.galley(Pos2::new(left, top), text, tokens.muted);
        }
    }
}

/// Shows what holds in each interval; the one that keeps the target by least has an edge.
pub(super) fn shares(
    ui: &Ui,
    view: &View<'_>,
    frame: &Frame<'_>,
    (plan, target): (&RolePlan, StaffTarget),
    (chart, chips): (Rect, Rect),
) {
    let tokens = view.tokens;
    let least = tightest(plan, target);
    for at in 0..frame.day.intervals() {
        let column = frame.column(at, chips);
        let whole = column.with_min_y(chart.top());
        let held = plan.held.get(at).copied().flatten();
        let said = told(view, frame, plan, target, at);
        let id = ui.scope_id().with(("staffing interval", plan.role, at));
        let response = ui.interact(whole, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
        response.on_hover_text(said.as_str());
        let Some(held) = held else { continue };
        let gap = if column.width() > SHARE { 3.0 } else { 0.5 };
        let chip = column.shrink2(egui::vec2(gap, 2.0));
        let (wash, ink) = wash_and_ink(view, target.slack(held) >= 0.0);
        let painter = ui.painter();
        if least == Some(at) {
            let edge = Stroke::new(1.5, ink);
            painter.rect(chip, CornerRadius::same(5), tokens.panel, edge, StrokeKind::Inside);
        } else {
            painter.rect_filled(chip, CornerRadius::same(5), wash);
        }
        if column.width() >= SHARE {
            let share = view.words.number((held.mean * 1_000.0).round() / 10.0);
            let letters = font(Weight::Semibold, SMALL);
            painter.text(chip.center(), Align2::CENTER_CENTER, share, letters, ink);
        }
    }
}

/// Ground and ink of what holds or does not.
fn wash_and_ink(view: &View<'_>, holds: bool) -> (egui::Color32, egui::Color32) {
    let Tokens { good, bad, bad_wash, .. } = view.tokens;
    if holds { (view.ink(crate::drawing::Ink::GoodWash), good) } else { (bad_wash, bad) }
}

/// The interval in which a role keeps its target by least.
fn tightest(plan: &RolePlan, target: StaffTarget) -> Option<usize> {
    let held = plan.held.iter().enumerate().filter_map(|(at, held)| Some((at, (*held)?)));
    let slack = |(_, held): &(usize, Estimate)| target.slack(*held);
    held.min_by(|a, b| slack(a).total_cmp(&slack(b))).map(|(at, _)| at)
}

/// An interval in words.
fn told(
    view: &View<'_>,
    frame: &Frame<'_>,
    plan: &RolePlan,
    target: StaffTarget,
    at: usize,
) -> String {
    let words = view.words;
    let heads = |of: &[u32]| of.get(at).copied().unwrap_or_default();
    let key = match target {
        StaffTarget::Within { .. } => "staffing-interval",
        StaffTarget::Busy { .. } => "staffing-interval-busy",
    };
    let held = match plan.held.get(at).copied().flatten() {
        Some(held) if held.half_width.is_finite() => words.with(
            "staffing-plus-minus",
            &[
                ("share", words.percent(held.mean).into()),
                ("half", words.percent(held.half_width).into()),
            ],
        ),
        Some(held) => words.percent(held.mean),
        None => words.text("no-figure").to_owned(),
    };
    let arguments = [
        ("role", words.role(plan.role, view.scenario).into()),
        ("interval", words.interval(frame.day, at).into()),
        ("need", heads(&plan.need).into()),
        ("there", heads(&plan.duty).into()),
        ("share", held.into()),
    ];
    words.with(key, &arguments)
}

#[cfg(test)]
mod tests {
    use super::scale;

    #[test]
    fn the_scale_has_few_round_numbers_up_to_the_most() {
        assert_eq!(scale(6), (6, vec![0, 2, 4, 6]));
        assert_eq!(scale(1), (1, vec![0, 1]));
        assert_eq!(scale(0), (1, vec![0, 1]));
        assert_eq!(scale(17), (20, vec![0, 5, 10, 15, 20]));
    }
}
