//! The plot of people against customers per hour.

use egui::{
    Align2, Color32, CornerRadius, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo,
    accesskit::Role, pos2,
};

use super::plot_model::{Mark, Plot};
use super::{Redesign, View};
use crate::analysis::Basis;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};

/// Room for the rates at the left, and for the numbers of people below.
const LEFT: f32 = 40.0;
const BELOW: f32 = 40.0;
const ABOVE: f32 = 8.0;

/// Where the plot lies in the window.
struct Frame<'a> {
    plot: &'a Plot,
    rect: Rect,
}

impl Frame<'_> {
    fn x(&self, staff: u64) -> f32 {
        self.rect.left() + self.plot.across(staff) * self.rect.width()
    }

    fn y(&self, rate: f64) -> f32 {
        self.rect.bottom() - self.plot.up(rate) * self.rect.height()
    }

    fn at(&self, mark: &Mark) -> Pos2 {
        pos2(self.x(mark.staff), self.y(mark.rate))
    }

    /// The part of the plot that belongs to a number of people.
    fn slot(&self, staff: u64) -> Rect {
        let (first, last) = self.plot.people;
        let half = self.rect.width() / ((last - first) as f32 + 1.0) / 2.0;
        let x = self.x(staff);
        Rect::from_x_y_ranges(x - half..=x + half, self.rect.y_range())
    }
}

impl Redesign {
    /// Shows the plot. Pointing at a number of people previews it, a click chooses it.
    pub(super) fn plot(&mut self, ui: &mut Ui, view: &View<'_>, plot: &Plot, height: f32) {
        let size = Vec2::new(ui.available_width(), height);
        let (area, response) = ui.allocate_exact_size(size, Sense::hover());
        let described = described(view, plot);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, described.as_str()));
        let rect =
            Rect::from_min_max(area.min + Vec2::new(LEFT, ABOVE), area.max - Vec2::new(4.0, BELOW));
        let frame = Frame { plot, rect };
        self.read_marks(ui, view, &frame);
        let chosen = self.shown_staff(None);
        let painter = ui.painter();
        axes(ui, view, &frame, area);
        steps(ui, view, plot, &frame);
        for mark in &plot.marks {
            let at = frame.at(mark);
            let is_chosen = chosen == Some(mark.staff);
            let is_pointed = self.pointed == Some(mark.staff);
            let (radius, fill, edge) = match (is_chosen, mark.dominated) {
                (true, _) => (8.0, view.tokens.accent, view.tokens.accent),
                (false, true) => (3.0, view.tokens.panel, view.tokens.faint),
                (false, false) => (5.0, view.tokens.panel, view.tokens.accent),
            };
            let width = if mark.dominated && !is_chosen { 1.2 } else { 2.0 };
            painter.circle(at, radius, fill, Stroke::new(width, edge));
            if is_pointed && !is_chosen {
                let halo = Stroke::new(1.5, view.tokens.accent);
                painter.circle_stroke(at, radius + 3.5, halo);
            }
        }
        let today = plot.today.map(|mark| today_mark(ui, view, &frame, &mark));
        let labelled = self.pointed.or(chosen);
        if let Some(mark) = plot.marks.iter().find(|mark| labelled == Some(mark.staff)) {
            let text = label(view, plot, mark);
            let letters = font(Weight::Semibold, BODY);
            let taken: Vec<Rect> =
                today.into_iter().chain(target_label(view, ui, &frame)).collect();
            place_label(ui, view, &frame, mark, &text, letters, &taken);
        }
        if let Some(target) = plot.target
            && let Some(place) = target_label(view, ui, &frame)
        {
            let text = target_text(view, plot, target);
            let letters = font(Weight::Semibold, SMALL);
            let ink = view.tokens.accent;
            ui.painter().rect_filled(place.expand(2.0), CornerRadius::same(3), view.tokens.panel);
            ui.painter().text(place.min, Align2::LEFT_TOP, text, letters, ink);
        }
    }

    fn read_marks(&mut self, ui: &Ui, view: &View<'_>, frame: &Frame<'_>) {
        self.pointed = None;
        for mark in &frame.plot.marks {
            let id = ui.scope_id().with("mark").with(mark.staff);
            let response = ui.interact(frame.slot(mark.staff), id, Sense::click());
            let name = label(view, frame.plot, mark);
            let is_chosen = self.shown_staff(None) == Some(mark.staff);
            response.widget_info(|| {
                WidgetInfo::selected(Role::RadioButton, true, is_chosen, name.as_str())
            });
            if response.hovered() || response.has_focus() {
                self.pointed = Some(mark.staff);
            }
            if response.clicked() {
                (self.staff, self.design) = (Some(mark.staff), 0);
                self.all_shown = false;
            }
        }
    }
}

/// Marks what there is today; answers where its name stands.
fn today_mark(ui: &Ui, view: &View<'_>, frame: &Frame<'_>, mark: &Mark) -> Rect {
    let at = frame.at(mark);
    let painter = ui.painter();
    // A diamond: told from the points by more than its colour.
    let corners = [Vec2::UP, Vec2::RIGHT, Vec2::DOWN, Vec2::LEFT];
    let corners = corners.map(|way| at + way * 6.0).to_vec();
    painter.add(Shape::convex_polygon(corners, view.tokens.bad, Stroke::NONE));
    let text = today_text(view, frame.plot, mark);
    let letters = font(Weight::Semibold, SMALL);
    let galley = painter.layout_no_wrap(text, letters, view.tokens.bad);
    let rect = beside(at, galley.size(), frame.rect, 11.0);
    // The steps lead on from the point to the right.
    painter.rect_filled(rect.expand(1.0), CornerRadius::same(3), view.tokens.panel);
    painter.galley(rect.min, galley, view.tokens.bad);
    rect
}

/// A place for a text above a point, to the right, or to the left where the frame ends; below it
/// where that is no room above. Beside the point it would lie on the line of the steps.
fn beside(at: Pos2, size: Vec2, frame: Rect, gap: f32) -> Rect {
    let is_right = at.x + gap + size.x <= frame.right();
    let is_above = at.y - gap * 0.5 - size.y >= frame.top() - ABOVE;
    let (anchor, y) = match (is_right, is_above) {
        (true, true) => (Align2::LEFT_BOTTOM, -gap * 0.5),
        (true, false) => (Align2::LEFT_TOP, gap * 0.5),
        (false, true) => (Align2::RIGHT_BOTTOM, -gap * 0.5),
        (false, false) => (Align2::RIGHT_TOP, gap * 0.5),
    };
    let x = if is_right { gap } else { -gap };
    anchor.anchor_size(at + Vec2::new(x, y), size)
}

/// Writes a point's numbers where they cover the least: below right, above left, and so on.
fn place_label(
    ui: &Ui,
    view: &View<'_>,
    frame: &Frame<'_>,
    mark: &Mark,
    text: &str,
    letters: egui::FontId,
    taken: &[Rect],
) {
    let painter = ui.painter();
    let galley = painter.layout_no_wrap(text.to_owned(), letters, view.tokens.ink);
    let (at, size) = (frame.at(mark), galley.size());
    let places = [
        (Align2::LEFT_TOP, Vec2::new(12.0, 7.0)),
        (Align2::RIGHT_BOTTOM, Vec2::new(-10.0, -7.0)),
        (Align2::LEFT_BOTTOM, Vec2::new(12.0, -7.0)),
        (Align2::RIGHT_TOP, Vec2::new(-12.0, 7.0)),
    ];
    let bounds = frame.rect.expand2(Vec2::new(2.0, 6.0));
    let places = places.map(|(anchor, shift)| anchor.anchor_size(at + shift, size));
    let is_free = |place: &&Rect| {
        bounds.contains_rect(**place)
            && taken.iter().all(|other| !other.expand(3.0).intersects(**place))
    };
    let place = places.iter().find(is_free).copied().unwrap_or(places[0]);
    painter.rect_filled(place.expand(2.0), CornerRadius::same(3), view.tokens.panel);
    painter.galley(place.min, galley, Color32::PLACEHOLDER);
}

/// A rate with the sign of what it is.
pub(super) fn rate_text(view: &View<'_>, basis: Basis, rate: f64) -> String {
    let rate = view.words.rate(rate);
    if basis == Basis::Exact { rate } else { format!("{} {rate}", view.words.sign(basis)) }
}

fn today_text(view: &View<'_>, plot: &Plot, mark: &Mark) -> String {
    let rate = rate_text(view, plot.basis, mark.rate);
    view.words.with("advisor-today-mark", &[("rate", rate.into())])
}

fn label(view: &View<'_>, plot: &Plot, mark: &Mark) -> String {
    let people = view.words.counted("people", usize::try_from(mark.staff).unwrap_or(usize::MAX));
    let rate = rate_text(view, plot.basis, mark.rate);
    let key = if mark.proven { "advisor-mark" } else { "advisor-mark-at-least" };
    view.words.with(key, &[("people", people.into()), ("rate", rate.into())])
}

/// The plot in words, for those who do not see it.
fn described(view: &View<'_>, plot: &Plot) -> String {
    let today = plot.today.map(|mark| today_text(view, plot, &mark));
    let target = plot.target.map(|target| target_text(view, plot, target));
    let parts = std::iter::once(view.words.text("advisor-plot").to_owned());
    parts.chain(today).chain(target).collect::<Vec<_>>().join(", ")
}

fn target_text(view: &View<'_>, plot: &Plot, target: f64) -> String {
    let rate = view.words.rate(target);
    let text = view.words.with("advisor-target-line", &[("rate", rate.into())]);
    // The line lies at the upper edge, the target above it.
    if plot.target_is_beyond() { format!("{text} ↑") } else { text }
}

/// Where the target's name stands: at the right end, above its line.
fn target_label(view: &View<'_>, ui: &Ui, frame: &Frame<'_>) -> Option<Rect> {
    let target = frame.plot.target?;
    let letters = font(Weight::Semibold, SMALL);
    let galley =
        ui.painter().layout_no_wrap(target_text(view, frame.plot, target), letters, Color32::WHITE);
    let y = frame.y(target);
    let free = |below: bool| {
        let anchor = if below { Align2::RIGHT_TOP } else { Align2::RIGHT_BOTTOM };
        let shift = if below { 3.0 } else { -3.0 };
        anchor.anchor_size(pos2(frame.rect.right(), y + shift), galley.size())
    };
    let above = free(false);
    Some(if above.top() < frame.rect.top() - ABOVE { free(true) } else { above })
}

fn axes(ui: &Ui, view: &View<'_>, frame: &Frame<'_>, area: Rect) {
    let (tokens, painter, rect) = (view.tokens, ui.painter(), frame.rect);
    let letters = || font(Weight::Regular, SMALL);
    let line = Stroke::new(1.0, tokens.hairline);
    for rate in &frame.plot.rates {
        let y = frame.y(*rate);
        painter.hline(rect.x_range(), y, line);
        let number = view.words.number(view.words.in_rate_unit(*rate));
        let at = pos2(rect.left() - 8.0, y);
        painter.text(at, Align2::RIGHT_CENTER, number, letters(), tokens.muted);
    }
    if frame.plot.is_broken() {
        // Two strokes across the axis: what lies between zero and here is left out.
        painter.vline(rect.left(), rect.y_range(), line);
        let pen = Stroke::new(1.5, tokens.muted);
        for up in [5.0, 9.0] {
            let at = pos2(rect.left(), rect.bottom() - up);
            painter.line_segment([at + Vec2::new(-4.0, 2.0), at + Vec2::new(4.0, -2.0)], pen);
        }
    }
    let y = rect.bottom() + 6.0;
    let unit = view.words.rate_unit();
    let unit = unit.as_str();
    let at = pos2(rect.left() - 8.0, y + 2.0);
    painter.text(at, Align2::RIGHT_TOP, unit, letters(), tokens.muted);
    for staff in frame.plot.numbers() {
        let at = pos2(frame.x(staff), y);
        painter.text(at, Align2::CENTER_TOP, staff.to_string(), letters(), tokens.muted);
    }
    let at = pos2(rect.center().x, area.bottom() - 2.0);
    let people = view.words.text("advisor-axis-people");
    painter.text(at, Align2::CENTER_BOTTOM, people, letters(), tokens.muted);
    if let Some(target) = frame.plot.target {
        let y = frame.y(target);
        let dashes = [pos2(rect.left(), y), pos2(rect.right(), y)];
        let pen = Stroke::new(1.3, tokens.accent);
        painter.extend(Shape::dashed_line(&dashes, pen, 6.0, 4.0));
    }
}

/// The steps from point to point: so much is reached until somebody more comes.
fn steps(ui: &Ui, view: &View<'_>, plot: &Plot, frame: &Frame<'_>) {
    let pen = Stroke::new(1.5, view.tokens.faint);
    for pair in plot.marks.windows(2) {
        let [from, to] = pair else { continue };
        let (from, to) = (frame.at(from), frame.at(to));
        let corner = pos2(to.x, from.y);
        ui.painter().line_segment([from, corner], pen);
        ui.painter().line_segment([corner, to], pen);
    }
}
