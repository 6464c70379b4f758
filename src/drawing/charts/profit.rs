//! Profit for one customer against the time that the work takes (Shostack 1984).

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect, Size};
use crate::drawing::text::Weight;

use super::axis::{clock_marks, round_marks};
use super::board::{Board, Hold};
use super::easel::Easel;
use super::labels::{Obstacles, place};

/// The most marks of the axis of money.
const MOST_AMOUNTS: u8 = 24;

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profit {
    /// The line from end to end, by seconds and profit.
    pub line: Vec<(f64, f64)>,
    /// From which second on the demand is out of reach.
    pub full_s: Option<f64>,
    /// The marks that there are, those that matter most first.
    pub marks: Vec<ProfitMark>,
    /// Profit at the lower and at the upper edge; zero is always between.
    pub span: (f64, f64),
    /// Seconds at the right edge.
    pub end_s: f64,
    /// The line of the scenario that this one is compared with.
    pub other: Vec<(f64, f64)>,
}

/// A mark on the line.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfitMark {
    /// Where, in seconds.
    pub at_s: f64,
    /// Profit there.
    pub profit: f64,
    /// What is said of it.
    pub text: String,
    /// Whether it is what is now.
    pub is_present: bool,
    /// Whether it is written in heavier letters.
    pub strong: bool,
}

/// The words of the axes.
pub trait ProfitWords {
    /// What a time is called at a mark of an axis that ends at `end_s`.
    fn time_mark(&self, seconds: f64, end_s: f64) -> String;
    /// What an amount is called at a mark of the axis.
    fn money_mark(&self, amount: f64) -> String;
}

impl Profit {
    /// Puts the line of another scenario beside, on the same axes: both go on to the same end.
    #[must_use]
    pub fn beside(mut self, other: Option<Self>) -> Self {
        if let Some(mut other) = other {
            let end_s = self.end_s.max(other.end_s);
            let last = |profit: &Self| (end_s, profit.read(end_s));
            let (here, there) = (last(&self), last(&other));
            self.line.push(here);
            other.line.push(there);
            self.end_s = end_s;
            let low = self.span.0.min(other.span.0).min(here.1).min(there.1);
            self.span = (low, self.span.1.max(other.span.1));
            self.other = other.line;
        }
        self
    }

    /// Profit after so many seconds.
    #[must_use]
    pub fn read(&self, seconds: f64) -> f64 {
        let after = self.line.partition_point(|point| point.0 < seconds).max(1);
        let (Some(from), Some(to)) = (self.line.get(after - 1), self.line.get(after)) else {
            return self.line.last().map_or(0.0, |point| point.1);
        };
        from.1 + (to.1 - from.1) * (seconds - from.0) / (to.0 - from.0)
    }

    /// Lays the chart out in a rectangle; `None` where that is too small for one.
    #[must_use]
    pub fn laid<'a>(
        &'a self,
        words: &'a dyn ProfitWords,
        easel: &'a Easel<'a>,
        area: Rect,
    ) -> Option<ProfitPlot<'a>> {
        if area.width() < 60.0 || area.height() < 40.0 {
            return None;
        }
        let letters = easel.small(Weight::Regular);
        let line = letters.size * 1.35;
        let (low, high) = self.span;
        // Few marks, so that none crowds its neighbour.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let (rows, columns) = (
            (area.height() / (line * 2.4)).clamp(2.0, 6.0) as usize,
            (area.width() / (line * 4.0)).clamp(2.0, 7.0) as usize,
        );
        let step = round_marks(high - low, rows).get(1).copied().unwrap_or(high);
        let below = (low / step).ceil();
        let amounts: Vec<(f64, String)> = (0..MOST_AMOUNTS)
            .map(|at| (below + f64::from(at)) * step)
            .take_while(|amount| *amount <= high)
            .map(|amount| (amount, words.money_mark(amount)))
            .collect();
        let wide = amounts.iter().map(|(_, name)| easel.width(name, letters));
        let left = wide.fold(0.0, f32::max) + easel.length(8.0);
        let frame = Rect::new(
            area.left() + left,
            area.top() + easel.length(8.0),
            area.right() - easel.length(8.0),
            area.bottom() - (line + easel.length(4.0)),
        );
        let name = |mark: f64| (mark, words.time_mark(mark, self.end_s));
        let clock = clock_marks(self.end_s, columns).into_iter().map(name).collect();
        Some(ProfitPlot { values: self, easel, frame, amounts, clock })
    }
}

/// The chart on its place.
pub struct ProfitPlot<'a> {
    values: &'a Profit,
    easel: &'a Easel<'a>,
    /// Within the axes.
    frame: Rect,
    amounts: Vec<(f64, String)>,
    clock: Vec<(f64, String)>,
}

impl ProfitPlot<'_> {
    /// The seconds that a point of the screen stands for; `None` outside the axes.
    #[must_use]
    pub fn seconds_at(&self, point: Point) -> Option<f64> {
        let part = (point.x - self.frame.left()) / self.frame.width();
        self.frame.contains(point).then(|| f64::from(part) * self.values.end_s)
    }

    /// Draws the chart.
    pub fn draw(&self, list: &mut DisplayList) {
        let mut board = Board { list, easel: self.easel };
        board.pen(Subject::Chart);
        self.ground(&mut board);
        self.line(&mut board);
        self.marks(&mut board);
    }

    /// Draws what stands below the pointer: the point of the line after so many seconds.
    pub fn draw_pointer(&self, list: &mut DisplayList, seconds: f64) {
        let mut board = Board { list, easel: self.easel };
        board.pen(Subject::Action);
        let at = self.at(seconds, self.values.read(seconds));
        board.upright(at.x, self.frame, Stroke::solid(1.0, Ink::Muted));
        board.dot(at, self.easel.length(4.0), Ink::Text, None);
    }

    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    fn at(&self, seconds: f64, profit: f64) -> Point {
        let (low, high) = self.values.span;
        let x = (seconds / self.values.end_s).clamp(0.0, 1.0) as f32;
        let y = ((profit - low) / (high - low)).clamp(0.0, 1.0) as f32;
        Point::new(
            self.frame.left() + x * self.frame.width(),
            self.frame.bottom() - y * self.frame.height(),
        )
    }

    /// Grounds, grid and marks of the axes.
    fn ground(&self, board: &mut Board<'_>) {
        let (easel, frame) = (self.easel, self.frame);
        let letters = easel.small(Weight::Regular);
        let zero = self.at(0.0, 0.0).y;
        let above = Rect::new(frame.left(), frame.top(), frame.right(), zero);
        board.fill(above, 0.0, Ink::Sheer(Hue::GoodText, 7));
        let below = Rect::new(frame.left(), zero, frame.right(), frame.bottom());
        board.fill(below, 0.0, Ink::BadWash);
        for (amount, name) in &self.amounts {
            let y = self.at(0.0, *amount).y;
            board.level(y, frame, Stroke::solid(1.0, Ink::Hairline));
            let at = Point::new(frame.left() - easel.length(6.0), y);
            board.write(name, at, Hold::RIGHT, letters, Ink::Muted);
        }
        board.level(zero, frame, Stroke::solid(easel.length(2.0), Ink::Text));
        for (mark, name) in &self.clock {
            let half = easel.width(name, letters) / 2.0;
            let x = self.at(*mark, 0.0).x.max(frame.left() + half).min(frame.right() - half);
            let at = Point::new(x, frame.bottom() + easel.length(3.0));
            board.write(name, at, Hold::TOP, letters, Ink::Muted);
        }
    }

    /// The line; greyed out where the demand is out of reach.
    fn line(&self, board: &mut Board<'_>) {
        let (easel, frame) = (self.easel, self.frame);
        let points = |from: f64, to: f64| -> Vec<Point> {
            let inner = self.values.line.iter().map(|(seconds, _)| *seconds);
            let inner = inner.filter(|seconds| *seconds > from && *seconds < to);
            let all = std::iter::once(from).chain(inner).chain([to]);
            all.map(|seconds| self.at(seconds, self.values.read(seconds))).collect()
        };
        let full_s = self.values.full_s.unwrap_or(self.values.end_s);
        if full_s < self.values.end_s {
            let edge = self.at(full_s, 0.0).x;
            let beyond = Rect::new(edge, frame.top(), frame.right(), frame.bottom());
            board.fill(beyond, 0.0, Ink::Sheer(Hue::Panel, 60));
            board.fill(beyond, 0.0, Ink::Sheer(Hue::Muted, 12));
            let ends = [Point::new(edge, frame.bottom()), Point::new(edge, frame.top())];
            let dash = easel.length(4.0);
            board.path(ends, Stroke::dashed(easel.length(1.5), Ink::Muted, dash, dash));
            let grey = Stroke::dashed(easel.length(2.0), Ink::Faint, easel.length(6.0), dash);
            board.path(points(full_s, self.values.end_s), grey);
        }
        if !self.values.other.is_empty() {
            let dash = easel.length(3.0);
            let stroke = Stroke::dashed(easel.length(2.0), Ink::Muted, dash, dash);
            board.path(self.values.other.iter().map(|(x, y)| self.at(*x, *y)), stroke);
        }
        board.path(points(0.0, full_s), Stroke::solid(easel.length(2.5), Ink::Accent));
    }

    fn marks(&self, board: &mut Board<'_>) {
        let easel = self.easel;
        let drawn = |mark: &&ProfitMark| mark.at_s <= self.values.end_s;
        let marks = || self.values.marks.iter().filter(drawn);
        let point = |mark: &ProfitMark| self.at(mark.at_s, mark.profit);
        let mut obstacles = self.obstacles();
        for mark in marks() {
            let at = point(mark);
            if mark.is_present {
                let drop = [at, self.at(mark.at_s, 0.0)];
                let dash = easel.length(3.0);
                board.path(drop, Stroke::dashed(easel.length(1.5), Ink::Accent, dash, dash));
                obstacles.faint.push(drop);
            }
            let side = easel.length(9.0);
            obstacles.taken.push(Rect::centred(at, Size::new(side, side)));
        }
        for mark in marks() {
            let at = point(mark);
            let letters = easel.small(if mark.strong { Weight::Semibold } else { Weight::Regular });
            let room = easel.room(&mark.text, letters);
            let gap = easel.length(7.0);
            let Some(place) = place(at, room, gap, self.frame, &obstacles) else { continue };
            let rect = place.rect;
            if rect.distance(at) > 2.0 * gap {
                // So far away that a line has to lead there.
                let middle = rect.centre().y;
                let side = if at.x < rect.left() - gap {
                    Point::new(rect.left() - 3.0, middle)
                } else if at.x > rect.right() + gap {
                    Point::new(rect.right() + 3.0, middle)
                } else {
                    rect.nearest(at)
                };
                board.line(at, side, Stroke::solid(1.0, Ink::Text));
            }
            if place.covers {
                board.fill(rect.grown(1.0), 3.0, Ink::Sheer(Hue::Panel, 85));
            }
            board.write_in(&mark.text, rect, Hold::LEFT, letters, Ink::Text);
            obstacles.taken.push(rect);
        }
        for mark in marks() {
            let at = point(mark);
            if mark.is_present {
                let edge = Stroke::solid(easel.length(2.0), Ink::Panel);
                board.dot(at, easel.length(6.0), Ink::Accent, Some(edge));
            } else {
                let edge = Stroke::solid(easel.length(1.5), Ink::Text);
                board.dot(at, easel.length(4.0), Ink::Panel, Some(edge));
            }
        }
    }

    /// The lines of the chart, which no label may lie on.
    fn obstacles(&self) -> Obstacles {
        let mut obstacles = Obstacles::default();
        for line in [&self.values.line, &self.values.other] {
            let points: Vec<Point> = line.iter().map(|(x, y)| self.at(*x, *y)).collect();
            obstacles.polyline(&points);
        }
        let zero = self.at(0.0, 0.0).y;
        let (left, right) = (self.frame.left(), self.frame.right());
        obstacles.polyline(&[Point::new(left, zero), Point::new(right, zero)]);
        if let Some(full_s) = self.values.full_s {
            let x = self.at(full_s, 0.0).x;
            let ends = [self.frame.top(), self.frame.bottom()].map(|y| Point::new(x, y));
            obstacles.faint.push(ends);
        }
        obstacles
    }
}
