//! The time through the service against demand, up to the capacity.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect, Size};
use crate::drawing::text::Weight;

use super::axis::{clock_marks, round_marks};
use super::board::{Board, Hold};
use super::easel::Easel;
use super::labels::{Obstacles, place};

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waiting {
    /// The curve, by demand per hour and seconds.
    pub curve: Vec<(f64, f64)>,
    /// Customers per hour that it goes up to without end.
    pub capacity_per_hour: f64,
    /// Seconds where nobody is ahead.
    pub rush_s: f64,
    /// The present demand, with the time through if there is one.
    pub present: Option<(f64, Option<f64>)>,
    /// 80 % and 90 % of the capacity: share, demand per hour, seconds.
    pub compared: Vec<(f64, f64, f64)>,
    /// Customers per hour at the right edge.
    pub end_per_hour: f64,
    /// Seconds at the upper edge.
    pub top_s: f64,
    /// The curve of the scenario that this one is compared with, as far as it is seen.
    pub other: Vec<(f64, f64)>,
    /// Whether the curve belongs to the present figures, and is not the last one that was had.
    pub fresh: bool,
}

/// The words of the chart.
pub trait WaitingWords {
    /// What a time is called at a mark of an axis that ends at `end_s`.
    fn time_mark(&self, seconds: f64, end_s: f64) -> String;
    /// What a demand is called at a mark of the axis.
    fn rate_mark(&self, per_hour: f64) -> String;
    /// What is said of the capacity.
    fn capacity(&self) -> String;
    /// What is said of the present demand: the time through, or how fast the queue grows.
    fn present(&self) -> Option<String>;
    /// What is said of a mark for comparison: its share of the capacity, its demand and seconds.
    fn compared(&self, share: f64, per_hour: f64, seconds: f64) -> String;
    /// What is said of the time where nobody is ahead.
    fn rush(&self) -> String;
    /// That the curve is still being computed.
    fn computing(&self) -> String;
}

impl Waiting {
    /// Puts the curve of another scenario beside, on the same axes.
    #[must_use]
    pub fn beside(mut self, other: Option<Self>) -> Self {
        if let Some(other) = other {
            self.end_per_hour = self.end_per_hour.max(other.end_per_hour);
            self.top_s = self.top_s.max(other.top_s);
            self.other = Self { top_s: self.top_s, ..other }.seen();
        }
        self
    }

    /// Seconds at a demand per hour, read off the curve between its points; `None` outside it.
    #[must_use]
    pub fn read(&self, demand: f64) -> Option<f64> {
        let after = self.curve.partition_point(|point| point.0 < demand);
        let next = *self.curve.get(after)?;
        let Some(before) = after.checked_sub(1).and_then(|at| self.curve.get(at)) else {
            return (demand >= 0.0).then_some(next.1);
        };
        let part = (demand - before.0) / (next.0 - before.0);
        Some(before.1 + part * (next.1 - before.1))
    }

    /// The curve up to the upper edge of the chart, where it is cut.
    #[must_use]
    pub fn seen(&self) -> Vec<(f64, f64)> {
        let mut seen: Vec<(f64, f64)> = Vec::with_capacity(self.curve.len());
        for &(demand, seconds) in &self.curve {
            if seconds > self.top_s {
                if let Some(&(before, below)) = seen.last()
                    && seconds > below
                {
                    let part = (self.top_s - below) / (seconds - below);
                    seen.push((before + part * (demand - before), self.top_s));
                }
                break;
            }
            seen.push((demand, seconds));
        }
        seen
    }

    /// Lays the chart out in a rectangle; `None` where that is too small for one.
    #[must_use]
    pub fn laid<'a>(
        &'a self,
        words: &'a dyn WaitingWords,
        easel: &'a Easel<'a>,
        area: Rect,
    ) -> Option<WaitingPlot<'a>> {
        if area.width() < 60.0 || area.height() < 40.0 {
            return None;
        }
        let letters = easel.small(Weight::Regular);
        let line = letters.size * 1.3;
        let rows = (area.height() / (line * 2.2)).clamp(2.0, 7.0);
        let columns = (area.width() / (line * 6.0)).clamp(2.0, 8.0);
        // Few marks, so that none crowds its neighbour.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let (rows, columns) = (rows as usize, columns as usize);
        let name = |mark: f64| (mark, words.time_mark(mark, self.top_s));
        let clock: Vec<_> = clock_marks(self.top_s, rows).into_iter().map(name).collect();
        let rates = round_marks(self.end_per_hour, columns);
        let rates = rates.into_iter().map(|mark| (mark, words.rate_mark(mark))).collect();
        let wide = clock.iter().map(|(_, name)| easel.width(name, letters));
        let left = wide.fold(0.0, f32::max) + easel.length(8.0);
        let frame = Rect::new(
            area.left() + left,
            area.top() + easel.length(8.0),
            area.right() - easel.length(10.0),
            area.bottom() - (line + easel.length(4.0)),
        );
        Some(WaitingPlot { values: self, words, easel, frame, clock, rates })
    }
}

/// The chart on its place.
pub struct WaitingPlot<'a> {
    values: &'a Waiting,
    words: &'a dyn WaitingWords,
    easel: &'a Easel<'a>,
    /// Within the axes.
    frame: Rect,
    clock: Vec<(f64, String)>,
    rates: Vec<(f64, String)>,
}

impl WaitingPlot<'_> {
    /// The demand per hour that a point of the screen stands for; `None` outside the axes.
    #[must_use]
    pub fn demand_at(&self, point: Point) -> Option<f64> {
        let part = (point.x - self.frame.left()) / self.frame.width();
        self.frame.contains(point).then(|| f64::from(part) * self.values.end_per_hour)
    }

    /// Draws the chart.
    pub fn draw(&self, list: &mut DisplayList) {
        let mut board = Board { list, easel: self.easel };
        board.pen(Subject::Chart);
        self.ground(&mut board);
        self.curve(&mut board);
        self.rush(&mut board);
        let mut taken = self.capacity(&mut board);
        self.present(&mut board, &mut taken);
        self.compared(&mut board, &mut taken);
        self.name_rush(&mut board, &taken);
        if !self.values.fresh {
            let top = self.frame.top() + self.easel.length(4.0);
            let at = Point::new(self.frame.centre().x, top);
            let letters = self.easel.small(Weight::Semibold);
            board.pill(&self.words.computing(), at, Hold::TOP, letters, Ink::Muted);
        }
    }

    /// Draws what stands below the pointer: the point of the curve at its demand, and its words.
    pub fn draw_pointer(&self, list: &mut DisplayList, demand: f64, said: &str) {
        let Some(seconds) = self.values.read(demand) else { return };
        let easel = self.easel;
        let mut board = Board { list, easel };
        board.pen(Subject::Action);
        let at = self.at(demand, seconds);
        board.upright(at.x, self.frame, Stroke::solid(1.0, Ink::Muted));
        board.dot(at, easel.length(4.0), Ink::Text, None);
        let gap = easel.length(8.0);
        let (x, hold) = if at.x < self.frame.centre().x {
            (at.x + gap, Hold::LEFT_TOP)
        } else {
            (at.x - gap, Hold::RIGHT_TOP)
        };
        let top = self.frame.top() + easel.length(2.0);
        board.pill(said, Point::new(x, top), hold, easel.small(Weight::Semibold), Ink::Text);
    }

    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    fn at(&self, demand: f64, seconds: f64) -> Point {
        let x = (demand / self.values.end_per_hour).clamp(0.0, 1.0) as f32;
        let y = (seconds / self.values.top_s).clamp(0.0, 1.0) as f32;
        Point::new(
            self.frame.left() + x * self.frame.width(),
            self.frame.bottom() - y * self.frame.height(),
        )
    }

    /// Where the line of the capacity stands.
    fn limit(&self) -> f32 {
        self.at(self.values.capacity_per_hour, 0.0).x
    }

    /// The line from the foot to the head of the frame at a place.
    fn upright(&self, x: f32) -> [Point; 2] {
        [Point::new(x, self.frame.bottom()), Point::new(x, self.frame.top())]
    }

    /// Grid, marks and the ground beyond the capacity.
    fn ground(&self, board: &mut Board<'_>) {
        let easel = self.easel;
        let letters = easel.small(Weight::Regular);
        let frame = self.frame;
        let beyond = Rect::new(self.limit(), frame.top(), frame.right(), frame.bottom());
        board.fill(beyond, 0.0, Ink::BadWash);
        for (mark, name) in &self.clock {
            let y = self.at(0.0, *mark).y;
            board.level(y, frame, Stroke::solid(1.0, Ink::Hairline));
            let at = Point::new(frame.left() - easel.length(6.0), y);
            board.write(name, at, Hold::RIGHT, letters, Ink::Muted);
        }
        let y = frame.bottom() + easel.length(3.0);
        for (mark, name) in &self.rates {
            let half = easel.width(name, letters) / 2.0;
            let x = self.at(*mark, 0.0).x.max(frame.left() + half).min(frame.right() - half);
            board.write(name, Point::new(x, y), Hold::TOP, letters, Ink::Muted);
        }
        board.level(frame.bottom(), frame, Stroke::solid(easel.length(1.0), Ink::Faint));
    }

    /// The hue of the curve.
    fn hue(&self) -> Hue {
        if self.values.fresh { Hue::Accent } else { Hue::Faint }
    }

    /// The curve, and the waits as the area between it and the time where nobody is ahead.
    fn curve(&self, board: &mut Board<'_>) {
        let easel = self.easel;
        let outer = board.list.clip();
        board.list.clip_to(self.frame.grown(2.0).intersection(outer));
        let seen = self.values.seen();
        let line: Vec<Point> = seen.iter().map(|(x, y)| self.at(*x, *y)).collect();
        let rush = |seconds: f64| self.values.rush_s.min(seconds);
        let foot: Vec<Point> = seen.iter().map(|(x, y)| self.at(*x, rush(*y))).collect();
        board.list.area(&line, &foot, Ink::Sheer(self.hue(), 16));
        if !self.values.other.is_empty() {
            let (dash, gap) = (easel.length(6.0), easel.length(4.0));
            let stroke = Stroke::dashed(easel.length(2.0), Ink::Muted, dash, gap);
            board.path(self.values.other.iter().map(|(x, y)| self.at(*x, *y)), stroke);
        }
        board.path(line, Stroke::solid(easel.length(2.5), self.hue().into()));
        board.list.clip_to(outer);
    }

    /// The time where nobody is ahead: what lies above it is waiting.
    fn rush(&self, board: &mut Board<'_>) {
        let end = self.values.capacity_per_hour;
        let line = [0.0, end].map(|demand| self.at(demand, self.values.rush_s));
        let dash = self.easel.length(4.0);
        board.path(line, Stroke::dashed(self.easel.length(1.0), Ink::Muted, dash, dash));
    }

    /// Names that time where nothing else stands.
    fn name_rush(&self, board: &mut Board<'_>, taken: &[Rect]) {
        let easel = self.easel;
        let text = self.words.rush();
        let letters = easel.small(Weight::Regular);
        let at =
            self.at(0.0, self.values.rush_s) + Point::new(easel.length(6.0), easel.length(2.0));
        let rect = Rect::of(at, easel.room(&text, letters));
        let free = taken.iter().all(|other| !other.grown(2.0).touches(rect));
        if free && rect.bottom() < self.frame.bottom() {
            board.write_in(&text, rect, Hold::LEFT, letters, Ink::Muted);
        }
    }

    /// The line that the curve never reaches; answers where its name stands.
    fn capacity(&self, board: &mut Board<'_>) -> Vec<Rect> {
        let easel = self.easel;
        let x = self.limit();
        let (dash, gap) = (easel.length(8.0), easel.length(4.0));
        board.path(self.upright(x), Stroke::dashed(easel.length(2.0), Ink::Text, dash, gap));
        let text = self.words.capacity();
        // Upwards behind the line: the curve never comes there.
        let letters = easel.small(Weight::Semibold);
        let room = easel.room(&text, letters);
        let foot = Point::new(x + easel.length(5.0), self.frame.bottom() - easel.length(5.0));
        if room.width < self.frame.height() {
            board.write_upwards(&text, foot, letters, Ink::BadText);
        }
        vec![Rect::new(foot.x, foot.y - room.width, foot.x + room.height, foot.y)]
    }

    fn present(&self, board: &mut Board<'_>, taken: &mut Vec<Rect>) {
        let easel = self.easel;
        let Some((demand, seconds)) = self.values.present else { return };
        let Some(text) = self.words.present() else { return };
        let letters = easel.small(Weight::Semibold);
        let Some(seconds) = seconds else {
            // No point of the curve: the queue grows for as long as this goes on.
            let at = self.at(demand, self.values.top_s);
            board.upright(at.x, self.frame, Stroke::solid(easel.length(2.0), Ink::BadText));
            // Low down, where the curve never is: right of the line where there is room, else before
            // the line of the capacity, so that it covers none.
            let gap = easel.length(8.0);
            let wide = easel.width(&text, letters) + 3.0 * gap;
            let foot = self.frame.bottom() - easel.length(4.0);
            let (to, hold) = if at.x + wide < self.frame.right() {
                (Point::new(at.x + gap, foot), Hold::LEFT_BOTTOM)
            } else {
                let least = self.frame.left() + wide;
                (Point::new((self.limit() - gap).max(least), foot), Hold::RIGHT_BOTTOM)
            };
            taken.push(board.pill(&text, to, hold, letters, Ink::BadText));
            return;
        };
        let at = self.at(demand, seconds);
        let ink = Ink::from(self.hue());
        let dash = easel.length(3.0);
        let drop = [at, Point::new(at.x, self.frame.bottom())];
        board.path(drop, Stroke::dashed(easel.length(1.5), ink, dash, dash));
        let edge = Stroke::solid(easel.length(2.0), Ink::Panel);
        board.dot(at, easel.length(6.0), ink, Some(edge));
        let letters = easel.body(Weight::Semibold);
        let size = easel.room(&text, letters);
        let gap = easel.length(11.0);
        // Left above the point, where the curve has not been; right of it where that is no room.
        let (to, hold) = if at.x - gap - size.width > self.frame.left() {
            (at + Point::new(-gap * 0.7, -gap * 0.35), Hold::RIGHT_BOTTOM)
        } else {
            (at + Point::new(gap, -gap), Hold::LEFT_BOTTOM)
        };
        let rect = hold.place(to, size);
        let low = (self.frame.top() - rect.top()).max(0.0);
        let rect = rect.shifted(Point::new(0.0, low));
        // Dashed lines may pass behind.
        board.fill(rect.grown(1.0), 3.0, Ink::Panel);
        board.write_in(&text, rect, Hold::LEFT, letters, Ink::Text);
        taken.push(rect);
        taken.push(Rect::centred(at, Size::new(2.0 * gap, 2.0 * gap)));
    }

    /// 80 % and 90 % of the capacity, that the eye may compare.
    fn compared(&self, board: &mut Board<'_>, taken: &mut Vec<Rect>) {
        let easel = self.easel;
        for &(share, demand, seconds) in self.values.compared.iter().rev() {
            let at = self.at(demand, seconds);
            let here = self.values.present.is_some_and(|(present, _)| {
                (present / self.values.capacity_per_hour - share).abs() < 0.012
            });
            if here {
                continue;
            }
            let text = self.words.compared(share, demand, seconds);
            let letters = easel.small(Weight::Medium);
            let room = easel.room(&text, letters);
            let gap = easel.length(6.0);
            let obstacles = self.obstacles(taken);
            // A mark that nothing says a word of would only ask what it is.
            let Some(place) = place(at, room, gap, self.frame, &obstacles) else { continue };
            let rect = place.rect;
            if rect.distance(at) > 2.0 * gap {
                // So far away that a line has to lead there.
                board.line(at, rect.nearest(at), Stroke::solid(1.0, Ink::Muted));
            }
            if place.covers {
                board.fill(rect.grown(1.0), 3.0, Ink::Sheer(Hue::Panel, 85));
            }
            let edge = Stroke::solid(easel.length(1.5), Ink::Muted);
            board.dot(at, easel.length(4.0), Ink::Panel, Some(edge));
            board.write_in(&text, rect, Hold::LEFT, letters, Ink::Muted);
            taken.push(rect);
            taken.push(Rect::centred(at, Size::new(2.0 * gap, 2.0 * gap)));
        }
    }

    /// What no label may lie on: both curves, the line of the capacity and what stands there
    /// already; the thin dashed lines may pass behind.
    fn obstacles(&self, taken: &[Rect]) -> Obstacles {
        let mut obstacles = Obstacles { taken: taken.to_vec(), ..Obstacles::default() };
        for line in [self.values.seen().as_slice(), self.values.other.as_slice()] {
            let points: Vec<Point> = line.iter().map(|(x, y)| self.at(*x, *y)).collect();
            obstacles.polyline(&points);
        }
        let x = self.limit();
        obstacles.lines.push(self.upright(x));
        let rush = self.at(0.0, self.values.rush_s).y;
        obstacles.faint.push([Point::new(self.frame.left(), rush), Point::new(x, rush)]);
        if let Some((demand, Some(_))) = self.values.present {
            obstacles.faint.push(self.upright(self.at(demand, 0.0).x));
        }
        obstacles
    }
}
