//! How many are inside over the day as it was simulated: the mean, and the band in which eight of ten days lie.

use egui::{Align2, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, accesskit};

use crate::blueprint::{Day, RoleId};
use crate::simulation::{DayFigures, IntervalFigures};
use crate::ui::fonts::{Weight, font};
use crate::ui::simulating::FoundDay;
use crate::ui::theme::SMALL;
use crate::ui::view_context::ViewContext;

use super::axis::Axis;
use super::bars::round_above;
use super::drag::{Frame, name};
use super::state::found;

/// How strong the lines of an older version are.
const PALE: f32 = 0.35;
/// How strong the band is.
const BAND: f32 = 0.18;

/// An interval: when it begins and ends in minutes from opening, and how many are inside on average, with the tenth
/// and the ninetieth per cent of the days.
struct Inside {
    from: u32,
    to: u32,
    mean: f64,
    low: f64,
    high: f64,
}

fn inside(day: &Day, figures: &DayFigures) -> Vec<Inside> {
    let of = |(at, interval): (usize, &IntervalFigures)| {
        let (from, to) = day.interval(at);
        let (mean, low, high) = (interval.wip?.mean, interval.wip_low?, interval.wip_high?);
        Some(Inside { from, to, mean, low, high })
    };
    figures.intervals.iter().take(day.intervals()).enumerate().filter_map(of).collect()
}

/// What is plotted: of the version that is shown if something is known of it, else of the last.
fn shown<'a>(view: &ViewContext<'a>, last: Option<&'a FoundDay>) -> Option<&'a DayFigures> {
    let now = found(view).and_then(|day| day.figures.as_ref());
    now.or_else(|| last?.figures.as_ref())
}

/// How many are inside at the top of the plot: a round number above all that is plotted.
pub(super) fn most(view: &ViewContext<'_>, day: &Day, last: Option<&FoundDay>) -> f64 {
    let all = shown(view, last).map(|figures| inside(day, figures)).unwrap_or_default();
    round_above(all.iter().map(|it| it.high.max(it.mean)).fold(0.0, f64::max))
}

/// Shows the plot: of the version that is shown if something is known of it, else palely that of the last.
pub(super) fn show(
    ui: &Ui,
    view: &ViewContext<'_>,
    frame: &Frame<'_>,
    last: Option<&FoundDay>,
    rect: Rect,
) {
    let (words, tokens) = (view.words, view.tokens);
    let now = found(view).and_then(|day| day.figures.as_ref());
    let shown = shown(view, last);
    let all = shown.map(|figures| inside(frame.day, figures)).unwrap_or_default();
    let most = frame.most_inside;
    let above = rect.left_top() - Vec2::new(0.0, 15.0);
    name(ui, view, "simulated-day-plot", above);
    let letters = font(Weight::Regular, SMALL);
    let painter = ui.painter();
    let aside = words.text("simulated-day-band");
    let corner = Pos2::new(rect.right(), above.y);
    painter.text(corner, Align2::RIGHT_TOP, aside, letters.clone(), tokens.muted);
    let y = |value: f64| height(rect, (value / most).min(1.0));
    for share in [0.0, 0.5, 1.0] {
        let level = y(most * share);
        painter.hline(rect.x_range(), level, Stroke::new(1.0, tokens.hairline));
        if !all.is_empty() {
            let number = words.number(most * share);
            let at = Pos2::new(rect.left() - 6.0, level);
            painter.text(at, Align2::RIGHT_CENTER, number, letters.clone(), tokens.muted);
        }
    }
    let strength = if now.is_some() { 1.0 } else { PALE };
    let ink = tokens.accent.gamma_multiply(strength);
    let middle = |it: &Inside| frame.axis.x(minutes(u32::midpoint(it.from, it.to)));
    for pair in all.windows(2) {
        let [a, b] = pair else { continue };
        let (left, right) = (middle(a), middle(b));
        let corners = vec![
            Pos2::new(left, y(a.low)),
            Pos2::new(left, y(a.high)),
            Pos2::new(right, y(b.high)),
            Pos2::new(right, y(b.low)),
        ];
        let band = tokens.accent.gamma_multiply(BAND * strength);
        painter.add(Shape::convex_polygon(corners, band, Stroke::NONE));
    }
    let line = all.iter().map(|it| Pos2::new(middle(it), y(it.mean))).collect();
    painter.add(Shape::line(line, Stroke::new(2.0, ink)));
    let response = ui.interact(rect, ui.scope_id().with("day inside"), Sense::hover());
    let highest = all.iter().enumerate().max_by(|(_, a), (_, b)| a.mean.total_cmp(&b.mean));
    let Some((at, highest)) = highest.filter(|_| now.is_some()) else {
        let said = words.text("simulated-day-none-yet");
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, said));
        return;
    };
    let number = |value: f64| words.number((value * 10.0).round() / 10.0);
    let arguments = |at: usize, it: &Inside| {
        [
            ("number", number(it.mean).into()),
            ("interval", words.interval(frame.day, at).into()),
            ("low", number(it.low).into()),
            ("high", number(it.high).into()),
        ]
    };
    // The highest mean, with its number and its time.
    let top = Pos2::new(middle(highest), y(highest.mean));
    painter.circle(top, 3.5, tokens.panel, Stroke::new(2.0, tokens.accent));
    let [of, when, ..] = arguments(at, highest);
    let marked = words.with("simulated-day-highest", &[of, when]);
    let strong = font(Weight::Semibold, SMALL);
    let galley = painter.layout_no_wrap(marked, strong, tokens.accent);
    let half = galley.size().x / 2.0;
    let centre = top.x.clamp(rect.left() + half, (rect.right() - half).max(rect.left() + half));
    let above = top.y - 6.0 - galley.size().y;
    let corner = Pos2::new(centre - half, above.max(rect.top() - 2.0));
    painter.galley(corner, galley, tokens.accent);
    let said = words.with("simulated-day-said", &arguments(at, highest));
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, said.as_str()));
    // Below the pointer stands what is known of its interval.
    let pointed = response.hover_pos().and_then(|at| {
        let lies = |it: &Inside| {
            (frame.axis.x(minutes(it.from))..frame.axis.x(minutes(it.to))).contains(&at.x)
        };
        all.iter().enumerate().find(|(_, it)| lies(it))
    });
    if let Some((at, it)) = pointed {
        let mut text = words.with("simulated-day-interval", &arguments(at, it));
        let interval = now.and_then(|figures| figures.intervals.get(at));
        if let Some(wait) = interval.and_then(|interval| interval.wait_s) {
            let wait = words.time_on_a_day(wait.mean).into();
            text.push('\n');
            text.push_str(&words.with("simulated-day-interval-wait", &[("wait", wait)]));
        }
        painter.vline(middle(it), rect.y_range(), Stroke::new(1.0, tokens.accent));
        response.on_hover_text_at_pointer(text);
    }
}

/// How busy a role is: of each interval when it begins and ends in minutes from opening, and the busy part of
/// those on duty.
pub(super) fn busy(view: &ViewContext<'_>, day: &Day, role: RoleId) -> Vec<(i32, i32, f64)> {
    let Some(figures) = found(view).and_then(|day| day.figures.as_ref()) else {
        return Vec::new();
    };
    let of = |(at, interval): (usize, &IntervalFigures)| {
        let figures = interval.roles.iter().find(|figures| figures.role == role)?;
        let (busy, there) = (figures.busy?.mean, figures.on_duty?.mean);
        let (from, to) = day.interval(at);
        (there > 0.0).then(|| (minutes(from), minutes(to), (busy / there).min(1.0)))
    };
    figures.intervals.iter().take(day.intervals()).enumerate().filter_map(of).collect()
}

/// Draws within the strip of a shift how busy those on duty are.
pub(super) fn busy_line(
    ui: &Ui,
    axis: &Axis,
    busy: &[(i32, i32, f64)],
    (from, to): (i32, i32),
    rect: Rect,
    ink: egui::Color32,
) {
    let inside = rect.shrink2(Vec2::new(0.0, 2.0));
    let there: Vec<(f32, f32)> = busy
        .iter()
        .filter(|(begins, ends, _)| *begins < to && *ends > from)
        .map(|(begins, ends, share)| {
            let middle = i32::midpoint(from.max(*begins), to.min(*ends));
            (axis.x(middle), height(inside, *share))
        })
        .collect();
    let (Some(first), Some(last)) = (there.first(), there.last()) else { return };
    let ends = [(rect.left() + 1.0, first.1), (rect.right() - 1.0, last.1)];
    let points = std::iter::once(&ends[0]).chain(&there).chain([&ends[1]]);
    let points = points.map(|(x, y)| Pos2::new(*x, *y)).collect();
    ui.painter().add(Shape::line(points, Stroke::new(1.75, ink)));
}

/// Where a part of a height lies.
// A point of a screen.
#[allow(clippy::cast_possible_truncation)]
fn height(rect: Rect, share: f64) -> f32 {
    rect.bottom() - share as f32 * rect.height()
}

fn minutes(minutes: u32) -> i32 {
    i32::try_from(minutes).unwrap_or(i32::MAX)
}
