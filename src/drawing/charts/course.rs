//! The value of a plan against one number: straight pieces, a staircase for whole amounts, and where it is now.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect, Size};
use crate::drawing::text::Weight;

use super::axis::{plain, round_marks};
use super::board::{Board, Hold};
use super::easel::Easel;
use super::labels::{Obstacles, place};

/// Number and value.
pub type At = (f64, f64);

/// The curve in its own units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// The ends of the axis of the number.
    pub span: (f64, f64),
    /// Straight pieces, from left to right.
    pub line: Vec<[At; 2]>,
    /// What each piece brings, at its middle.
    pub slopes: Vec<(At, String)>,
    /// Where pieces meet.
    pub corners: Vec<At>,
    /// The values for whole amounts, from left to right, in as many parts as there are plans without a gap.
    pub stairs: Vec<Vec<At>>,
    /// Whether these are joined straight: against a worth they have no steps.
    pub is_joined: bool,
    /// Between which numbers one more brings the same as now; nothing where the curve was not followed exactly.
    pub piece: Option<(f64, f64)>,
    /// What steps and straight pieces are called, where both are drawn.
    pub legend: Option<[String; 2]>,
    /// Where it is now, and its value in words.
    pub present: Option<(At, String)>,
    /// Where it was before it was dragged.
    pub ghost: Option<At>,
    /// What the number is called, under the axis.
    pub name: String,
}

impl Course {
    /// Whether there is a value nowhere.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.line.is_empty() && self.stairs.iter().all(Vec::is_empty) && self.present.is_none()
    }

    /// The ends of the axis of values.
    fn values(&self) -> (f64, f64) {
        let line = self.line.iter().flatten().map(|at| at.1);
        let stairs = self.stairs.iter().flatten().map(|at| at.1);
        let present = self.present.iter().map(|(at, _)| at.1);
        let all = || {
            line.clone().chain(stairs.clone()).chain(present.clone()).filter(|it| it.is_finite())
        };
        let high = all().fold(0.0_f64, f64::max);
        let low = all().fold(0.0_f64, f64::min);
        if high > low { (low, high) } else { (low, low + 1.0) }
    }

    /// Lays the curve out in a rectangle.
    #[must_use]
    pub fn laid<'a>(&'a self, easel: &'a Easel<'a>, area: Rect) -> CoursePlot<'a> {
        let letters = easel.small(Weight::Regular);
        let (low, high) = self.values();
        let marks: Vec<f64> = round_marks(high, 4)
            .into_iter()
            .chain(round_marks(-low, 3).into_iter().skip(1).map(|mark| -mark))
            .collect();
        let wide = marks.iter().map(|mark| easel.width(&plain(*mark), letters)).fold(0.0, f32::max);
        let frame = Rect::new(
            area.left() + wide + easel.length(10.0),
            area.top() + easel.length(18.0),
            area.right() - easel.length(12.0),
            area.bottom() - easel.length(36.0),
        );
        let top = high + 0.08 * (high - low);
        CoursePlot { values: self, easel, area, frame, marks, range: (low, top) }
    }
}

/// A curve in its rectangle.
pub struct CoursePlot<'a> {
    values: &'a Course,
    easel: &'a Easel<'a>,
    area: Rect,
    frame: Rect,
    marks: Vec<f64>,
    range: (f64, f64),
}

impl CoursePlot<'_> {
    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    fn at(&self, (number, value): At) -> Point {
        let (from, to) = self.values.span;
        let (low, high) = self.range;
        let x = ((number - from) / (to - from).max(f64::MIN_POSITIVE)) as f32;
        let y = ((value - low) / (high - low).max(f64::MIN_POSITIVE)) as f32;
        let frame = self.frame;
        Point::new(frame.left() + x * frame.width(), frame.bottom() - y * frame.height())
    }

    /// Draws all of it.
    pub fn draw(&self, list: &mut DisplayList) {
        let mut board = Board { list, easel: self.easel };
        board.pen(Subject::Chart);
        let (easel, frame, values) = (self.easel, self.frame, self.values);
        let letters = easel.small(Weight::Regular);
        self.shade(&mut board);
        for mark in &self.marks {
            let y = self.at((0.0, *mark)).y;
            board.level(y, frame, Stroke::solid(1.0, Ink::Hairline));
            let at = Point::new(frame.left() - easel.length(6.0), y);
            board.write(&plain(*mark), at, Hold::RIGHT, letters, Ink::Muted);
        }
        let (from, to) = values.span;
        let wide = easel.width(&plain(to), letters) + easel.length(12.0);
        // As many marks as have room.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let wanted = ((frame.width() / easel.length(40.0).max(wide)) as usize).clamp(2, 12);
        let marks = round_marks(to - from, wanted);
        let foot = frame.bottom() + easel.length(3.0);
        for mark in marks {
            let at = Point::new(self.at((from + mark, 0.0)).x, foot);
            // The last one may not be cut at the edge.
            let text = plain(from + mark);
            let half = easel.width(&text, letters) / 2.0;
            let at = Point::new(at.x.min(self.area.right() - half), at.y);
            board.write(&text, at, Hold::TOP, letters, Ink::Muted);
        }
        let name = Point::new(frame.left(), self.area.bottom());
        board.cut(&values.name, name, Hold::LEFT_BOTTOM, letters, Ink::Muted, frame.width());
        let mut obstacles = Obstacles::default();
        self.straight(&mut board, &mut obstacles);
        self.stairs(&mut board, &mut obstacles);
        self.legend(&mut board, &mut obstacles);
        self.present(&mut board, &mut obstacles);
        let bold = easel.small(Weight::Semibold);
        for (at, text) in &values.slopes {
            let room = easel.room(text, bold);
            let found = place(self.at(*at), room, easel.length(6.0), frame, &obstacles);
            if let Some(found) = found.filter(|found| !found.covers) {
                board.write_in(text, found.rect, Hold::LEFT, bold, Ink::Accent);
                obstacles.taken.push(found.rect);
            }
        }
    }

    /// The piece that it is on now: as long as one more brings the same.
    fn shade(&self, board: &mut Board<'_>) {
        let Some((from, to)) = self.values.piece else { return };
        let (left, right) = (self.at((from, 0.0)).x, self.at((to, 0.0)).x);
        let rect = Rect::new(left, self.frame.top(), right, self.frame.bottom());
        board.fill(rect, 0.0, Ink::Sheer(Hue::Accent, 10));
    }

    /// Whether whole amounts make the curve: what parts would bring is drawn behind it.
    fn has_steps(&self) -> bool {
        self.values.stairs.iter().any(|part| !part.is_empty())
    }

    /// The straight pieces with their corners.
    fn straight(&self, board: &mut Board<'_>, obstacles: &mut Obstacles) {
        let easel = self.easel;
        let (width, ink) = (2.5, Ink::Accent);
        for piece in &self.values.line {
            let ends = piece.map(|at| self.at(at));
            board.path(ends, Stroke::solid(easel.length(width), ink));
            obstacles.lines.push(ends);
        }
        for corner in &self.values.corners {
            let at = self.at(*corner);
            let edge = Stroke::solid(easel.length(width.min(2.0)), ink);
            let radius = easel.length(if self.has_steps() { 3.0 } else { 4.5 });
            board.dot(at, radius, Ink::Panel, Some(edge));
            let side = easel.length(11.0);
            obstacles.taken.push(Rect::centred(at, Size::new(side, side)));
        }
    }

    /// What the two curves are, at the upper left, where there is least.
    fn legend(&self, board: &mut Board<'_>, obstacles: &mut Obstacles) {
        let Some(names) = &self.values.legend else { return };
        let easel = self.easel;
        let letters = easel.small(Weight::Regular);
        let mut left = self.frame.left() + easel.length(4.0);
        let y = self.area.top() + easel.length(7.0);
        for (name, (width, ink)) in names.iter().zip([(1.5, Ink::Muted), (2.5, Ink::Accent)]) {
            let end = left + easel.length(14.0);
            let stroke = Stroke::solid(easel.length(width), ink);
            board.path([Point::new(left, y), Point::new(end, y)], stroke);
            let at = Point::new(end + easel.length(5.0), y);
            board.write(name, at, Hold::LEFT, letters, Ink::Muted);
            let next = at.x + easel.width(name, letters) + easel.length(14.0);
            obstacles.taken.push(Rect::new(left, y - 7.0, next, y + 7.0));
            left = next;
        }
    }

    fn stairs(&self, board: &mut Board<'_>, obstacles: &mut Obstacles) {
        for part in &self.values.stairs {
            let mut points: Vec<Point> = Vec::new();
            for at in part {
                let at = self.at(*at);
                if let Some(last) = points.last().filter(|_| !self.values.is_joined) {
                    points.push(Point::new(at.x, last.y));
                }
                points.push(at);
            }
            // What is there stands out by its dot; the line that explains it has the accent.
            let (width, ink) = (1.5, Ink::Muted);
            obstacles.polyline(&points);
            match points[..] {
                // A plan at one number only.
                [only] => board.dot(only, self.easel.length(3.5), ink, None),
                [] => {}
                _ => board.path(points, Stroke::solid(self.easel.length(width), ink)),
            }
        }
    }

    fn present(&self, board: &mut Board<'_>, obstacles: &mut Obstacles) {
        let easel = self.easel;
        if let Some(ghost) = self.values.ghost {
            let edge = Stroke::dashed(easel.length(1.5), Ink::Muted, 3.0, 2.0);
            let ground = Ink::Sheer(Hue::Panel, 60);
            board.list.circle(self.at(ghost), easel.length(6.0), Some(ground), Some(edge));
        }
        let Some((now, text)) = &self.values.present else { return };
        let at = self.at(*now);
        let foot = Point::new(at.x, self.frame.bottom());
        board.path([at, foot], Stroke::dashed(easel.length(1.5), Ink::Text, 3.0, 3.0));
        let edge = Stroke::solid(easel.length(2.0), Ink::Panel);
        board.dot(at, easel.length(6.5), Ink::Good, Some(edge));
        let side = easel.length(14.0);
        obstacles.taken.push(Rect::centred(at, Size::new(side, side)));
        obstacles.faint.push([at, foot]);
        let letters = easel.body(Weight::Semibold);
        let room = easel.room(text, letters);
        if let Some(found) = place(at, room, easel.length(8.0), self.frame.grown(6.0), obstacles) {
            board.write_in(text, found.rect, Hold::LEFT, letters, Ink::GoodText);
            obstacles.taken.push(found.rect);
        }
    }
}
