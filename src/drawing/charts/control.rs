//! A control chart: what was measured, one after the other, between the limits of chance.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect, Size};
use crate::drawing::text::Weight;

use super::board::{Board, Hold};
use super::easel::Easel;
use super::rows::{Look, Part};

/// What was measured once.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlPoint {
    /// The value.
    pub value: f64,
    /// The lower and the upper limit there, where the chart has limits.
    pub limits: Option<(f64, f64)>,
    /// Whether it stands out by more than chance.
    pub is_signal: bool,
    /// When, in words.
    pub date: String,
    /// When, in days from any beginning: what was measured on one day stands above each other.
    pub day: f64,
}

/// How far beyond what was measured a target may lie to be on the scale, as a part of that.
const NEAR_TARGET: f64 = 0.75;

/// What a control chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Control {
    /// What was measured, in the order of time.
    pub points: Vec<ControlPoint>,
    /// The middle, with its number in words.
    pub centre: (f64, String),
    /// The lower and the upper limit at the end, in words.
    pub limits: Option<[String; 2]>,
    /// What is aimed at, in words.
    pub target: Option<(f64, String)>,
    /// Numbers of the axis upwards, in words.
    pub marks: Vec<(f64, String)>,
    /// How much the chart can say.
    pub kind: String,
    /// The names at the right: of the middle, of the lower and the upper limit, of the target.
    pub names: [String; 4],
}

impl Control {
    /// The range of what was measured with a target, unless that lies far off.
    #[must_use]
    pub fn with_target((low, high): (f64, f64), target: f64) -> (f64, f64) {
        let room = (high - low) * NEAR_TARGET;
        if (low - room..=high + room).contains(&target) {
            (low.min(target), high.max(target))
        } else {
            (low, high)
        }
    }

    /// Lays the chart out in a rectangle; `None` where that is too small for one, or nothing was measured.
    #[must_use]
    pub fn laid<'a>(&'a self, easel: &'a Easel<'a>, area: Rect) -> Option<ControlPlot<'a>> {
        if self.points.is_empty() || area.width() < 100.0 || area.height() < 60.0 {
            return None;
        }
        let letters = easel.small(Weight::Regular);
        let line = easel.room("", letters).height;
        let [centre, lower, upper, target] = &self.names;
        let said = |name: &str, number: &str| easel.width(&format!("{name} {number}"), letters);
        let mut wide = said(centre, &self.centre.1);
        if let Some([low, high]) = &self.limits {
            wide = wide.max(said(lower, low)).max(said(upper, high));
        }
        if let Some((_, number)) = &self.target {
            wide = wide.max(said(target, number));
        }
        let marks = self.marks.iter().map(|(_, said)| easel.width(said, letters));
        let frame = Rect::new(
            area.left() + marks.fold(0.0, f32::max) + easel.length(11.0),
            area.top() + line + easel.length(8.0),
            area.right() - wide.min(area.width() * 0.45) - easel.length(13.0),
            area.bottom() - line - easel.length(6.0),
        );
        let values = self.points.iter().flat_map(|point| {
            let (low, high) = point.limits.unwrap_or((point.value, point.value));
            [point.value, low, high]
        });
        let values = values.chain([self.centre.0]);
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.filter(|value| value.is_finite()) {
            (low, high) = (low.min(value), high.max(value));
        }
        if high <= low {
            (low, high) = (low - 1.0, high + 1.0);
        }
        // A target that lies far off would press all that was measured into a line: it stands at the edge then.
        if let Some((target, _)) = self.target {
            (low, high) = Self::with_target((low, high), target);
        }
        let air = (high - low) * 0.06;
        Some(ControlPlot { values: self, easel, area, frame, span: (low - air, high + air) })
    }
}

/// The chart on its place.
pub struct ControlPlot<'a> {
    values: &'a Control,
    easel: &'a Easel<'a>,
    area: Rect,
    frame: Rect,
    span: (f64, f64),
}

fn subject(at: usize) -> Subject {
    Subject::Part(u32::try_from(at).unwrap_or(u32::MAX))
}

impl ControlPlot<'_> {
    // Places on a screen.
    #[allow(clippy::cast_possible_truncation)]
    fn y(&self, value: f64) -> f32 {
        let (low, high) = self.span;
        let part = ((value - low) / (high - low)).clamp(0.0, 1.0);
        self.frame.bottom() - part as f32 * self.frame.height()
    }

    fn x(&self, at: usize) -> f32 {
        let points = &self.values.points;
        let ends = points.first().zip(points.last()).filter(|(first, last)| last.day > first.day);
        let day = points.get(at).map_or(0.0, |point| point.day);
        // A place on a screen.
        #[allow(clippy::cast_possible_truncation)]
        let part = match ends {
            Some((first, last)) => ((day - first.day) / (last.day - first.day)) as f32,
            None => 0.5,
        };
        self.frame.left() + part * self.frame.width()
    }

    fn at(&self, at: usize, point: &ControlPoint) -> Point {
        Point::new(self.x(at), self.y(point.value))
    }

    /// What can be pointed at: each value.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let apart = self.frame.width() / self.values.points.len().max(1) as f32;
        let side = self.easel.length(10.0).min(apart.max(3.0));
        let points = self.values.points.iter().enumerate();
        let part = |(at, point): (usize, &ControlPoint)| {
            let rect = Rect::centred(self.at(at, point), Size::new(side, self.easel.length(14.0)));
            Part { subject: subject(at), rect }
        };
        points.map(part).collect()
    }

    /// Draws the chart.
    pub fn draw(&self, list: &mut DisplayList, look: &Look<'_>) {
        let mut board = Board { list, easel: self.easel };
        let easel = self.easel;
        board.pen(Subject::Chart);
        let letters = easel.small(Weight::Regular);
        board.cut(
            &self.values.kind,
            self.area.min,
            Hold::LEFT_TOP,
            easel.small(Weight::Medium),
            Ink::Muted,
            self.area.width(),
        );
        board.list.rect(self.frame.grown(4.0), 3.0, Some(Ink::Background), None);
        let (low, high) = self.span;
        for (mark, said) in self.values.marks.iter().filter(|(mark, _)| (low..=high).contains(mark))
        {
            let y = self.y(*mark);
            let edge = self.frame.grown(4.0);
            board.level(y, edge, Stroke::solid(1.0, Ink::Hairline));
            let at = Point::new(edge.left() - easel.length(3.0), y);
            board.write(said, at, Hold::RIGHT, letters, Ink::Muted);
        }
        self.limits(&mut board);
        let (centre, _) = self.values.centre;
        board.level(
            self.y(centre),
            self.frame.grown(4.0),
            Stroke::solid(easel.length(1.5), Ink::Muted),
        );
        if let Some((target, _)) = &self.values.target {
            let stroke = Stroke::dashed(easel.length(1.5), Ink::Good, 6.0, 3.0);
            board.level(self.y(*target), self.frame.grown(4.0), stroke);
            if !(low..=high).contains(target) {
                self.points_on(&mut board, *target > high);
            }
        }
        let points = self.values.points.iter().enumerate();
        let line: Vec<Point> = points.clone().map(|(at, point)| self.at(at, point)).collect();
        board.path(line, Stroke::solid(easel.length(1.5), Ink::Accent));
        for (at, point) in points {
            board.pen(subject(at));
            let middle = self.at(at, point);
            let is_pointed = look.points_at(subject(at));
            let radius = easel.length(if is_pointed { 4.0 } else { 2.8 });
            if point.is_signal {
                let edge = Stroke::solid(easel.length(1.5), Ink::Bad);
                board.dot(middle, easel.length(6.0), Ink::Panel, Some(edge));
                board.dot(middle, easel.length(3.0), Ink::Bad, None);
            } else {
                board.dot(middle, radius, Ink::Accent, None);
            }
        }
        board.pen(Subject::Chart);
        self.names(&mut board);
        let y = self.frame.bottom() + easel.length(5.0);
        let ends = (self.values.points.first(), self.values.points.last());
        if let (Some(begins), Some(ends)) = ends {
            let at = Point::new(self.frame.left(), y);
            let taken = board.write(&begins.date, at, Hold::LEFT_TOP, letters, Ink::Muted);
            let left = self.frame.right() - easel.width(&ends.date, letters);
            if left > taken.right() + 8.0 {
                let at = Point::new(self.frame.right(), y);
                board.write(&ends.date, at, Hold::RIGHT_TOP, letters, Ink::Muted);
            }
        }
    }

    /// The limits of chance as steps around the middle.
    /// That the target lies beyond the edge.
    fn points_on(&self, board: &mut Board<'_>, up: bool) {
        let (x, side) = (self.frame.left() + self.easel.length(14.0), self.easel.length(4.0));
        let (edge, back) = if up {
            (self.frame.top() + side * 0.5, self.frame.top() + side * 2.0)
        } else {
            (self.frame.bottom() - side * 0.5, self.frame.bottom() - side * 2.0)
        };
        let corners = [Point::new(x, edge), Point::new(x - side, back), Point::new(x + side, back)];
        board.list.polygon(corners, Some(Ink::Good), None);
    }

    fn limits(&self, board: &mut Board<'_>) {
        let points = self.values.points.iter().enumerate();
        let limits: Vec<(usize, (f64, f64))> =
            points.filter_map(|(at, point)| Some((at, point.limits?))).collect();
        if limits.is_empty() {
            return;
        }
        let last = self.values.points.len().saturating_sub(1);
        let between = |a: usize, b: usize| f32::midpoint(self.x(a), self.x(b));
        let (mut upper, mut lower) = (Vec::new(), Vec::new());
        for (at, (low, high)) in limits {
            let edge = self.frame.grown(4.0);
            let from = if at == 0 { edge.left() } else { between(at - 1, at) };
            let to = if at == last { edge.right() } else { between(at, at + 1) };
            for x in [from, to] {
                upper.push(Point::new(x, self.y(high)));
                lower.push(Point::new(x, self.y(low)));
            }
        }
        board.list.area(&upper, &lower, Ink::Sheer(Hue::Good, 10));
        let stroke = Stroke::dashed(self.easel.length(1.0), Ink::Bad, 4.0, 3.0);
        board.path(upper, stroke);
        board.path(lower, stroke);
    }

    /// What the lines are, at their right ends; those that would lie upon each other move apart.
    fn names(&self, board: &mut Board<'_>) {
        let easel = self.easel;
        let letters = easel.small(Weight::Regular);
        let line = easel.room("", letters).height;
        let [centre, lower, upper, target] = &self.values.names;
        let mut said = vec![(self.values.centre.0, centre, &self.values.centre.1, Ink::Muted)];
        let last = self.values.points.last().and_then(|point| point.limits);
        if let (Some((low, high)), Some([low_said, high_said])) = (last, &self.values.limits) {
            said.push((low, lower, low_said, Ink::BadText));
            said.push((high, upper, high_said, Ink::BadText));
        }
        if let Some((aim, number)) = &self.values.target {
            said.push((*aim, target, number, Ink::GoodText));
        }
        said.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut places: Vec<f32> = said.iter().map(|it| self.y(it.0)).collect();
        for at in 1..places.len() {
            let above = places.get(at - 1).copied().unwrap_or_default();
            if let Some(place) = places.get_mut(at) {
                *place = place.max(above + line);
            }
        }
        // What was pushed out below moves up again.
        let mut floor = self.area.bottom() - line / 2.0;
        for place in places.iter_mut().rev() {
            *place = place.min(floor);
            floor = *place - line;
        }
        let left = self.frame.right() + easel.length(13.0);
        for ((_, name, number, ink), y) in said.into_iter().zip(places) {
            let text = format!("{name} {number}");
            let room = self.area.right() - left;
            board.cut(&text, Point::new(left, y), Hold::LEFT, letters, ink, room);
        }
    }
}
