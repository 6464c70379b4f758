//! The picture of the waits: the time through the service against demand, up to the capacity.

use egui::epaint::{Mesh, TextShape};
use egui::{Align2, Color32, CornerRadius, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2};

use crate::analysis::Lack;
use crate::drawing::Ink;
use crate::ui::desk::Desk;
use crate::ui::fonts::Weight;

use super::curve_keeper::CurveKeeper;
use super::easel::Easel;
use super::labels::{self, Obstacles};
use super::missing;
use super::models::axis::{clock_marks, round_marks};
use super::models::waiting::WaitingPicture;
use super::spoken;
use super::truth::marked;

/// What is to be seen, in a sentence.
pub(super) fn headline(ui: &Ui, desk: &Desk<'_>, keeper: &mut CurveKeeper) -> String {
    let words = desk.words;
    let (Some(Ok(points)), true) = keeper.curve(ui.ctx(), desk) else { return String::new() };
    let Some(picture) = WaitingPicture::of(points, desk.analysis) else { return String::new() };
    let rate = |rate| words.rate(rate);
    let time = |basis, seconds| marked(words, basis, &words.time(seconds));
    let rush = || time(desk.analysis.rush_order_time_s.basis, picture.rush_s);
    match (picture.present, picture.compared.as_slice()) {
        (Some((demand, None)), _) if picture.growth_per_hour.is_some() => words.with(
            "chart-waiting-over",
            &[("demand", rate(demand).into()), ("capacity", capacity(desk, &picture).into())],
        ),
        (Some((demand, Some(seconds))), _) => words.with(
            "chart-waiting-now",
            &[
                ("demand", words.arrivals(demand).into()),
                ("time", time(desk.analysis.throughput_time_s.basis, seconds).into()),
                ("rush", rush().into()),
            ],
        ),
        (_, [(_, at_eighty, eighty), (_, at_ninety, ninety)]) => words.with(
            "chart-waiting-compared",
            &[
                ("eighty", time(picture.basis(*at_eighty), *eighty).into()),
                ("ninety", time(picture.basis(*at_ninety), *ninety).into()),
            ],
        ),
        _ => String::new(),
    }
}

/// The capacity, with the mark of its tile.
fn capacity(desk: &Desk<'_>, picture: &WaitingPicture) -> String {
    let rate = desk.words.rate(picture.capacity_per_hour);
    marked(desk.words, desk.analysis.capacity_per_hour.basis, &rate)
}

/// Shows the picture.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_>, easel: &Easel, keeper: &mut CurveKeeper) {
    let other = desk
        .compared
        .and_then(|compared| WaitingPicture::of(keeper.compared(desk)?, compared.other().1));
    let (curve, fresh) = keeper.curve(ui.ctx(), desk);
    let points = match curve {
        Some(Ok(points)) => points,
        Some(Err(lacks)) => {
            let lacks: Vec<Lack> = lacks.clone();
            missing::show(ui, desk, easel, &lacks);
            return;
        }
        None => {
            let is_lost = keeper.is_lost();
            wait(ui, desk, easel, if is_lost { "work-stopped" } else { "chart-waiting-computing" });
            if is_lost && again(ui, desk) {
                keeper.again();
            }
            return;
        }
    };
    let picture = WaitingPicture::of(points, desk.analysis);
    let Some(picture) = picture.map(|picture| picture.beside(other)) else {
        missing::show(ui, desk, easel, &[]);
        return;
    };
    let (area, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    if area.width() < 60.0 || area.height() < 40.0 {
        return;
    }
    spoken::waiting(ui, desk, &picture);
    let plot = Plot::of(ui, desk, easel, &picture, area);
    plot.paint_ground(ui, desk, easel);
    plot.paint_curve(ui, easel, fresh);
    plot.paint_rush(ui, easel);
    let mut taken = plot.paint_capacity(ui, desk, easel);
    plot.paint_present(ui, desk, easel, fresh, &mut taken);
    plot.paint_compared(ui, desk, easel, &mut taken);
    plot.name_rush(ui, desk, easel, &taken);
    if !fresh {
        let at = plot.frame.center_top() + Vec2::new(0.0, easel.length(4.0));
        let text = desk.text("chart-waiting-computing");
        pill(ui, easel, text, at, Align2::CENTER_TOP, easel.tokens.muted);
    } else if let Some(at) = response.hover_pos() {
        plot.paint_pointer(ui, desk, easel, at);
    }
}

/// Offers below what [`wait`] says to work the curve out once more.
fn again(ui: &mut Ui, desk: &Desk<'_>) -> bool {
    let below = ui.available_rect_before_wrap().center() + Vec2::new(0.0, 24.0);
    let place = egui::Rect::from_center_size(below, Vec2::new(160.0, 20.0));
    ui.put(place, egui::Link::new(desk.words.text("button-try-again"))).clicked()
}

/// Says why there is no curve: the first of a large blueprint is still being computed.
fn wait(ui: &Ui, desk: &Desk<'_>, easel: &Easel, said: &str) {
    let text = desk.words.text(said);
    let at = ui.available_rect_before_wrap().center();
    let letters = easel.body(Weight::Regular);
    ui.painter().text(at, Align2::CENTER_CENTER, text, letters, easel.tokens.muted);
}

/// The picture on its place.
struct Plot<'a> {
    picture: &'a WaitingPicture,
    /// Within the axes.
    frame: Rect,
    clock: Vec<f64>,
    rates: Vec<f64>,
}

impl<'a> Plot<'a> {
    fn of(
        ui: &Ui,
        desk: &Desk<'_>,
        easel: &Easel,
        picture: &'a WaitingPicture,
        area: Rect,
    ) -> Self {
        let letters = easel.small(Weight::Regular);
        let line = letters.size * 1.3;
        let rows = (area.height() / (line * 2.2)).clamp(2.0, 7.0);
        let columns = (area.width() / (line * 6.0)).clamp(2.0, 8.0);
        // Few marks, so that none crowds its neighbour.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let (rows, columns) = (rows as usize, columns as usize);
        let clock = clock_marks(picture.top_s, rows);
        let rates = round_marks(picture.end_per_hour, columns);
        let wide = clock.iter().map(|mark| {
            let text = Easel::mark_of_time(desk.words, *mark, picture.top_s);
            Easel::width(ui, &text, &letters)
        });
        let left = wide.fold(0.0, f32::max) + easel.length(8.0);
        let frame = Rect::from_min_max(
            area.min + Vec2::new(left, easel.length(8.0)),
            area.max - Vec2::new(easel.length(10.0), line + easel.length(4.0)),
        );
        Self { picture, frame, clock, rates }
    }

    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    fn at(&self, demand: f64, seconds: f64) -> Pos2 {
        let x = (demand / self.picture.end_per_hour).clamp(0.0, 1.0) as f32;
        let y = (seconds / self.picture.top_s).clamp(0.0, 1.0) as f32;
        Pos2::new(
            self.frame.left() + x * self.frame.width(),
            self.frame.bottom() - y * self.frame.height(),
        )
    }

    /// Grid, marks and the ground beyond the capacity.
    fn paint_ground(&self, ui: &Ui, desk: &Desk<'_>, easel: &Easel) {
        let painter = ui.painter();
        let letters = easel.small(Weight::Regular);
        let tokens = easel.tokens;
        let beyond = self.frame.with_min_x(self.at(self.picture.capacity_per_hour, 0.0).x);
        painter.rect_filled(beyond, 0, easel.ink(Ink::BadWash));
        let grid = Stroke::new(1.0, tokens.hairline);
        for mark in &self.clock {
            let y = self.at(0.0, *mark).y;
            painter.hline(self.frame.x_range(), y, grid);
            let at = Pos2::new(self.frame.left() - easel.length(6.0), y);
            let text = Easel::mark_of_time(desk.words, *mark, self.picture.top_s);
            painter.text(at, Align2::RIGHT_CENTER, text, letters.clone(), tokens.muted);
        }
        let y = self.frame.bottom() + easel.length(3.0);
        for mark in &self.rates {
            let x = self.at(*mark, 0.0).x;
            let text = desk.words.rate(*mark);
            let half = Easel::width(ui, &text, &letters) / 2.0;
            let x = x.clamp(self.frame.left() + half, self.frame.right() - half);
            painter.text(Pos2::new(x, y), Align2::CENTER_TOP, text, letters.clone(), tokens.muted);
        }
        let axis = Stroke::new(easel.length(1.0), tokens.faint);
        painter.hline(self.frame.x_range(), self.frame.bottom(), axis);
    }

    /// The curve, and the waits as the area between it and the time where nobody is ahead.
    fn paint_curve(&self, ui: &Ui, easel: &Easel, fresh: bool) {
        let painter = ui.painter().with_clip_rect(self.frame.expand(2.0).intersect(ui.clip_rect()));
        let seen = self.picture.seen();
        let ink = if fresh { easel.tokens.accent } else { easel.tokens.faint };
        let wash = ink.gamma_multiply(0.16);
        let mut mesh = Mesh::default();
        for (number, &(demand, seconds)) in (0_u32..).zip(&seen) {
            let rush = self.picture.rush_s.min(seconds);
            mesh.colored_vertex(self.at(demand, rush), wash);
            mesh.colored_vertex(self.at(demand, seconds), wash);
            if let Some(before) = number.checked_sub(1) {
                mesh.add_triangle(2 * before, 2 * before + 1, 2 * number);
                mesh.add_triangle(2 * before + 1, 2 * number, 2 * number + 1);
            }
        }
        painter.add(mesh);
        if !self.picture.other.is_empty() {
            let line: Vec<Pos2> = self.picture.other.iter().map(|(x, y)| self.at(*x, *y)).collect();
            let stroke = Stroke::new(easel.length(2.0), easel.tokens.muted);
            painter.extend(Shape::dashed_line(&line, stroke, easel.length(6.0), easel.length(4.0)));
        }
        let line: Vec<Pos2> = seen.iter().map(|(x, y)| self.at(*x, *y)).collect();
        painter.add(Shape::line(line, Stroke::new(easel.length(2.5), ink)));
    }

    /// The line that the curve never reaches.
    fn paint_capacity(&self, ui: &Ui, desk: &Desk<'_>, easel: &Easel) -> Vec<Rect> {
        let x = self.at(self.picture.capacity_per_hour, 0.0).x;
        let stroke = Stroke::new(easel.length(2.0), easel.tokens.ink);
        let painter = ui.painter();
        let ends = [Pos2::new(x, self.frame.bottom()), Pos2::new(x, self.frame.top())];
        painter.extend(Shape::dashed_line(&ends, stroke, easel.length(8.0), easel.length(4.0)));
        let rate = capacity(desk, self.picture);
        let text = desk.words.with("chart-waiting-capacity", &[("rate", rate.into())]);
        // Upwards behind the line: the curve never comes there.
        let letters = easel.small(Weight::Semibold);
        let galley = painter.layout_no_wrap(text, letters, easel.ink(Ink::BadText));
        let size = galley.size();
        let low = self.frame.bottom() - easel.length(5.0);
        let foot = Pos2::new(x + easel.length(5.0), low);
        let rect = Rect::from_min_max(foot - Vec2::new(0.0, size.x), foot + Vec2::new(size.y, 0.0));
        if size.x < self.frame.height() {
            let turned = TextShape::new(foot, galley, easel.ink(Ink::BadText));
            painter.add(turned.with_angle(-std::f32::consts::FRAC_PI_2));
        }
        vec![rect]
    }

    fn paint_present(
        &self,
        ui: &Ui,
        desk: &Desk<'_>,
        easel: &Easel,
        fresh: bool,
        taken: &mut Vec<Rect>,
    ) {
        let Some((demand, seconds)) = self.picture.present else { return };
        let words = desk.words;
        let Some(seconds) = seconds else {
            let Some(growth) = self.picture.growth_per_hour else { return };
            // No point of the curve: the queue grows for as long as this goes on.
            let at = self.at(demand, self.picture.top_s);
            let stroke = Stroke::new(easel.length(2.0), easel.tokens.bad);
            ui.painter().vline(at.x, self.frame.y_range(), stroke);
            let text = words.queue_grows(growth);
            let text = reading(desk, &words.rate(demand), &text);
            // Low down, where the curve never is: right of the line where there is room, else before
            // the line of the capacity, so that it covers none.
            let gap = easel.length(8.0);
            let wide = Easel::width(ui, &text, &easel.small(Weight::Semibold)) + 3.0 * gap;
            let foot = self.frame.bottom() - easel.length(4.0);
            let (to, anchor) = if at.x + wide < self.frame.right() {
                (Pos2::new(at.x + gap, foot), Align2::LEFT_BOTTOM)
            } else {
                let limit = self.at(self.picture.capacity_per_hour, 0.0).x;
                let least = self.frame.left() + wide;
                (Pos2::new((limit - gap).max(least), foot), Align2::RIGHT_BOTTOM)
            };
            taken.push(pill(ui, easel, &text, to, anchor, easel.ink(Ink::BadText)));
            return;
        };
        let at = self.at(demand, seconds);
        let ink = if fresh { easel.tokens.accent } else { easel.tokens.faint };
        let drop = [at, Pos2::new(at.x, self.frame.bottom())];
        let stroke = Stroke::new(easel.length(1.5), ink);
        let dashes = Shape::dashed_line(&drop, stroke, easel.length(3.0), easel.length(3.0));
        ui.painter().extend(dashes);
        let edge = Stroke::new(easel.length(2.0), easel.tokens.panel);
        ui.painter().circle(at, easel.length(6.0), ink, edge);
        let basis = desk.analysis.throughput_time_s.basis;
        let time = marked(words, basis, &words.time(seconds));
        let text = reading(desk, &words.rate(demand), &time);
        let letters = easel.body(Weight::Semibold);
        let size = ui.painter().layout_no_wrap(text.clone(), letters.clone(), ink).size();
        let gap = easel.length(11.0);
        // Left above the point, where the curve has not been; right of it where that is no room.
        let (to, anchor) = if at.x - gap - size.x > self.frame.left() {
            (at + Vec2::new(-gap * 0.7, -gap * 0.35), Align2::RIGHT_BOTTOM)
        } else {
            (at + Vec2::new(gap, -gap), Align2::LEFT_BOTTOM)
        };
        let mut rect = anchor.anchor_size(to, size);
        let low = (self.frame.top() - rect.top()).max(0.0);
        rect = rect.translate(Vec2::new(0.0, low));
        // Dashed lines may pass behind.
        ui.painter().rect_filled(rect.expand(1.0), CornerRadius::same(3), easel.tokens.panel);
        ui.painter().text(rect.min, Align2::LEFT_TOP, text, letters, easel.tokens.ink);
        taken.push(rect);
        taken.push(Rect::from_center_size(at, Vec2::splat(2.0 * gap)));
    }

    fn paint_compared(&self, ui: &Ui, desk: &Desk<'_>, easel: &Easel, taken: &mut Vec<Rect>) {
        let words = desk.words;
        for &(share, demand, seconds) in self.picture.compared.iter().rev() {
            let at = self.at(demand, seconds);
            let here = self.picture.present.is_some_and(|(present, _)| {
                (present / self.picture.capacity_per_hour - share).abs() < 0.012
            });
            if here {
                continue;
            }
            let time = marked(words, self.picture.basis(demand), &words.time(seconds));
            let text = reading(desk, &words.percent(share), &time);
            let letters = easel.small(Weight::Medium);
            let galley = ui.painter().layout_no_wrap(text, letters, easel.tokens.muted);
            let gap = easel.length(6.0);
            let obstacles = self.obstacles(taken);
            // A mark that nothing says a word of would only ask what it is.
            let Some(place) = labels::place(at, galley.size(), gap, self.frame, &obstacles) else {
                continue;
            };
            let rect = place.rect;
            let stroke = Stroke::new(easel.length(1.5), easel.tokens.muted);
            if rect.distance_to_pos(at) > 2.0 * gap {
                // So far away that a line has to lead there.
                ui.painter().line_segment([at, rect.clamp(at)], Stroke::new(1.0, stroke.color));
            }
            if place.covers {
                let ground = easel.tokens.panel.gamma_multiply(0.85);
                ui.painter().rect_filled(rect.expand(1.0), CornerRadius::same(3), ground);
            }
            ui.painter().circle(at, easel.length(4.0), easel.tokens.panel, stroke);
            ui.painter().galley(rect.min, galley, easel.tokens.muted);
            taken.push(rect);
            taken.push(Rect::from_center_size(at, Vec2::splat(2.0 * gap)));
        }
    }

    /// What no label may lie on: both curves, the line of the capacity and what stands there
    /// already; the thin dashed lines may pass behind.
    fn obstacles(&self, taken: &[Rect]) -> Obstacles {
        let mut obstacles = Obstacles { taken: taken.to_vec(), ..Obstacles::default() };
        for line in [self.picture.seen().as_slice(), self.picture.other.as_slice()] {
            let points: Vec<Pos2> = line.iter().map(|(x, y)| self.at(*x, *y)).collect();
            obstacles.polyline(&points);
        }
        let x = self.at(self.picture.capacity_per_hour, 0.0).x;
        let upright = |x| [Pos2::new(x, self.frame.top()), Pos2::new(x, self.frame.bottom())];
        obstacles.lines.push(upright(x));
        let rush = self.at(0.0, self.picture.rush_s).y;
        let rush = [Pos2::new(self.frame.left(), rush), Pos2::new(x, rush)];
        obstacles.faint.push(rush);
        if let Some((demand, Some(_))) = self.picture.present {
            obstacles.faint.push(upright(self.at(demand, 0.0).x));
        }
        obstacles
    }

    /// The time where nobody is ahead: what lies above it is waiting.
    fn paint_rush(&self, ui: &Ui, easel: &Easel) {
        let end = self.picture.capacity_per_hour;
        let line = [self.at(0.0, self.picture.rush_s), self.at(end, self.picture.rush_s)];
        let stroke = Stroke::new(easel.length(1.0), easel.tokens.muted);
        let dashes = Shape::dashed_line(&line, stroke, easel.length(4.0), easel.length(4.0));
        ui.painter().extend(dashes);
    }

    /// Names that time where nothing else stands.
    fn name_rush(&self, ui: &Ui, desk: &Desk<'_>, easel: &Easel, taken: &[Rect]) {
        let basis = desk.analysis.rush_order_time_s.basis;
        let time = marked(desk.words, basis, &desk.words.time(self.picture.rush_s));
        let text = desk.words.with("chart-waiting-rush", &[("time", time.into())]);
        let letters = easel.small(Weight::Regular);
        let galley = ui.painter().layout_no_wrap(text, letters, easel.tokens.muted);
        let at =
            self.at(0.0, self.picture.rush_s) + Vec2::new(easel.length(6.0), easel.length(2.0));
        let rect = Rect::from_min_size(at, galley.size());
        let free = taken.iter().all(|other| !other.expand(2.0).intersects(rect));
        if free && rect.bottom() < self.frame.bottom() {
            ui.painter().galley(rect.min, galley, easel.tokens.muted);
        }
    }

    /// What stands below the pointer.
    fn paint_pointer(&self, ui: &Ui, desk: &Desk<'_>, easel: &Easel, pointer: Pos2) {
        if !self.frame.contains(pointer) {
            return;
        }
        let part = (pointer.x - self.frame.left()) / self.frame.width();
        let demand = f64::from(part) * self.picture.end_per_hour;
        let words = desk.words;
        let Some(seconds) = self.picture.read(demand) else { return };
        let at = self.at(demand, seconds);
        let stroke = Stroke::new(1.0, easel.tokens.muted);
        ui.painter().vline(pointer.x, self.frame.y_range(), stroke);
        ui.painter().circle_filled(at, easel.length(4.0), easel.tokens.ink);
        let share = words.percent(demand / self.picture.capacity_per_hour);
        let at_rate = format!("{} ({share})", words.rate(demand));
        let time = marked(words, self.picture.basis(demand), &words.time(seconds));
        let text = reading(desk, &at_rate, &time);
        let top = self.frame.top() + easel.length(2.0);
        let (x, anchor) = if part < 0.5 {
            (pointer.x + easel.length(8.0), Align2::LEFT_TOP)
        } else {
            (pointer.x - easel.length(8.0), Align2::RIGHT_TOP)
        };
        pill(ui, easel, &text, Pos2::new(x, top), anchor, easel.tokens.ink);
    }
}

/// What is read off at a place.
fn reading(desk: &Desk<'_>, at: &str, what: &str) -> String {
    desk.words.with("chart-reading", &[("at", at.into()), ("what", what.into())])
}

/// A text on a ground of its own; answers its place.
fn pill(ui: &Ui, easel: &Easel, text: &str, at: Pos2, anchor: Align2, colour: Color32) -> Rect {
    let letters = easel.small(Weight::Semibold);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), letters, colour);
    let size = galley.size() + Vec2::new(easel.length(14.0), easel.length(6.0));
    let rect = anchor.anchor_size(at, size);
    let edge = Stroke::new(1.0, easel.tokens.hairline);
    let radius = CornerRadius::same(6);
    ui.painter().rect(rect, radius, easel.tokens.panel, edge, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, colour);
    rect
}
