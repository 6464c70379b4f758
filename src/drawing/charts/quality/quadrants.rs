//! Items on a plane of two measures that a cross parts into four fields with names.

use crate::drawing::charts::board::{Board, Hold};
use crate::drawing::charts::easel::Easel;
use crate::drawing::charts::labels::{Obstacles, crosses, place};
use crate::drawing::charts::rows::{Look, Part};
use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect, Size};
use crate::drawing::text::{Letters, Weight, lines_of};

use super::scale::ScaleSeen;

/// The widest a name beside a point gets, before it grows.
const LABEL: f32 = 170.0;
/// The widest where that has no room.
const NARROW: f32 = 96.0;
/// How wide a name may be and in how many lines, and where it is cut.
const WHOLE: &[(f32, usize)] = &[(LABEL, 2), (NARROW, 3)];
const CUT: &[(f32, usize)] = &[(NARROW, 1)];
/// How near to its point a name needs nothing that leads to it, and how far off it may stand with a line.
const NEAR: f32 = 18.0;
const LED: f32 = 64.0;
/// How far from a point one may point, before it grows.
const REACH: f32 = 9.0;

/// How good something is, so that no colour has to say it alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Standing {
    /// It hurts.
    Bad,
    /// It is at the edge.
    Warn,
    /// It is as it ought to be.
    #[default]
    Plain,
    /// It is better.
    Good,
}

impl Standing {
    /// In words.
    pub(super) fn text(self) -> Ink {
        match self {
            Self::Bad => Ink::BadText,
            Self::Warn => Ink::WarnText,
            Self::Plain => Ink::Muted,
            Self::Good => Ink::GoodText,
        }
    }

    /// As a mark.
    pub(super) fn mark(self) -> Ink {
        match self {
            Self::Bad => Ink::Bad,
            Self::Warn => Ink::Warn,
            Self::Plain => Ink::Text,
            Self::Good => Ink::Good,
        }
    }

    fn hue(self) -> Option<Hue> {
        match self {
            Self::Bad => Some(Hue::Bad),
            Self::Warn => Some(Hue::Warn),
            Self::Plain => None,
            Self::Good => Some(Hue::Good),
        }
    }
}

/// An item on the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct QuadrantsPoint {
    /// Across.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// What it is.
    pub name: String,
    /// How good that is.
    pub standing: Standing,
}

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Quadrants {
    /// What is to be seen, in a sentence.
    pub title: String,
    /// What is not shown, and why.
    pub subtitle: String,
    /// The axis across.
    pub across: ScaleSeen,
    /// The axis up.
    pub up: ScaleSeen,
    /// What they measure.
    pub axes: [String; 2],
    /// Where the cross stands.
    pub cross: (f64, f64),
    /// The names of the fields: left above, right above, left below, right below; and how good they are.
    pub fields: [(String, Standing); 4],
    /// The items.
    pub points: Vec<QuadrantsPoint>,
}

impl Quadrants {
    /// Lays the picture out in a rectangle.
    #[must_use]
    pub fn laid<'a>(&'a self, easel: &'a Easel<'a>, area: Rect) -> QuadrantsPlot<'a> {
        let small = easel.small(Weight::Regular);
        let line = easel.room("", small).height;
        let marks = self.up.marks.iter().map(|(_, name)| easel.width(name, small));
        let subtitle = lines_of(&self.subtitle, area.width(), 2, easel.measure(), small);
        let head = easel.room("", easel.body(Weight::Semibold)).height
            + subtitle.len() as f32 * line
            + easel.length(6.0);
        // What is longer than the axis is high stands in two lines beside it.
        let tall = area.height() - head - 2.0 * line - easel.length(8.0);
        let up = lines_of(&self.axes[1], tall, 2, easel.measure(), small);
        let frame = Rect::new(
            area.left()
                + up.len().max(1) as f32 * line
                + marks.fold(0.0, f32::max)
                + easel.length(12.0),
            area.top() + head + easel.length(2.0),
            area.right() - easel.length(6.0),
            area.bottom() - 2.0 * line - easel.length(6.0),
        );
        QuadrantsPlot { values: self, easel, area, frame, subtitle, up }
    }
}

/// The picture on its place.
pub struct QuadrantsPlot<'a> {
    values: &'a Quadrants,
    easel: &'a Easel<'a>,
    area: Rect,
    /// Within the axes.
    frame: Rect,
    /// The lines below the title, and those beside the axis up.
    subtitle: Vec<String>,
    up: Vec<String>,
}

/// The point of a rectangle that is nearest to another.
fn nearest_of(rect: Rect, at: Point) -> Point {
    Point::new(at.x.max(rect.left()).min(rect.right()), at.y.max(rect.top()).min(rect.bottom()))
}

fn subject(at: usize) -> Subject {
    Subject::Part(u32::try_from(at).unwrap_or(u32::MAX))
}

impl QuadrantsPlot<'_> {
    /// What can be pointed at: the points.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let side = 2.0 * self.easel.length(REACH);
        let points = self.values.points.iter().enumerate();
        let part = |(at, point): (usize, &QuadrantsPoint)| {
            let rect = Rect::centred(self.at(point.x, point.y), Size::new(side, side));
            Part { subject: subject(at), rect }
        };
        points.map(part).collect()
    }

    /// Where the cross can be seized: along its upright line, and along its level one.
    #[must_use]
    pub fn grips(&self) -> [Rect; 2] {
        let (frame, reach) = (self.frame, self.easel.length(4.0));
        let cross = self.at(self.values.cross.0, self.values.cross.1);
        [
            Rect::new(cross.x - reach, frame.top(), cross.x + reach, frame.bottom()),
            Rect::new(frame.left(), cross.y - reach, frame.right(), cross.y + reach),
        ]
    }

    /// What a place on the plane measures, across and up, to a tenth.
    #[must_use]
    pub fn measured_at(&self, place: Point) -> (f64, f64) {
        let (frame, inset) = (self.frame, self.easel.length(8.0));
        let part = |from: f32, length: f32| f64::from((from / length.max(1.0)).clamp(0.0, 1.0));
        let x = part(place.x - frame.left() - inset, frame.width() - 2.0 * inset);
        let y = part(frame.bottom() - inset - place.y, frame.height() - 2.0 * inset);
        let tenth = |scale: &ScaleSeen, part: f64| {
            ((scale.from + part * (scale.to - scale.from)) * 10.0).round() / 10.0
        };
        (tenth(&self.values.across, x), tenth(&self.values.up, y))
    }

    /// Draws the picture; `unnamed` says how many points are left without a name for want of room.
    pub fn draw(&self, list: &mut DisplayList, look: &Look<'_>, unnamed: &dyn Fn(usize) -> String) {
        let mut board = Board { list, easel: self.easel };
        board.pen(Subject::Chart);
        self.head(&mut board);
        self.fields(&mut board);
        self.axes(&mut board);
        let mut obstacles = self.field_names(&mut board);
        let radius = self.easel.length(5.0);
        for point in &self.values.points {
            let side = 2.0 * radius + 2.0;
            let mark = Rect::centred(self.at(point.x, point.y), Size::new(side, side));
            obstacles.taken.push(mark);
        }
        let cross = self.at(self.values.cross.0, self.values.cross.1);
        let frame = self.frame;
        obstacles.faint.extend([
            [Point::new(cross.x, frame.top()), Point::new(cross.x, frame.bottom())],
            [Point::new(frame.left(), cross.y), Point::new(frame.right(), cross.y)],
        ]);
        for (at, point) in self.values.points.iter().enumerate() {
            let subject = subject(at);
            board.pen(subject);
            let centre = self.at(point.x, point.y);
            let edge = Stroke::solid(1.5, Ink::Panel);
            board.dot(centre, radius, point.standing.mark(), Some(edge));
            if look.points_at(subject) || look.selects(subject) {
                let halo = Stroke::solid(self.easel.length(2.0), Ink::Accent);
                board.list.circle(centre, radius + self.easel.length(3.0), None, Some(halo));
            }
        }
        // Whoever points at a point reads its name before all others.
        let is_first = |at: usize| look.points_at(subject(at)) || look.selects(subject(at));
        let mut order: Vec<usize> = (0..self.values.points.len()).collect();
        // Then what hurts; among equals those of the document's order.
        let hurts = |at: usize| {
            self.values.points.get(at).is_some_and(|point| point.standing == Standing::Bad)
        };
        order.sort_by_key(|at| (!is_first(*at), !hurts(*at)));
        // All that have room beside their point first, then those that a line leads to, then those that are cut; before
        // a class nothing is cut.
        let all = [(NEAR, WHOLE), (LED, WHOLE), (LED, CUT)];
        let most = if self.easel.is_wall() { 2 } else { all.len() };
        for (reach, sizes) in all.into_iter().take(most) {
            order.retain(|at| !self.label(&mut board, *at, (reach, sizes), &mut obstacles));
        }
        if !order.is_empty() {
            self.say_unnamed(&mut board, &unnamed(order.len()));
        }
    }

    fn head(&self, board: &mut Board<'_>) {
        let (easel, area) = (self.easel, self.area);
        let title = easel.body(Weight::Semibold);
        board.cut(&self.values.title, area.min, Hold::LEFT_TOP, title, Ink::Text, area.width());
        let small = easel.small(Weight::Regular);
        let line = easel.room("", small).height;
        let mut below =
            area.min + Point::new(0.0, easel.room("", title).height + easel.length(1.0));
        for text in &self.subtitle {
            board.write(text, below, Hold::LEFT_TOP, small, Ink::Muted);
            below.y += line;
        }
    }

    /// The four fields around the cross.
    fn quarters(&self) -> [Rect; 4] {
        let (frame, cross) = (self.frame, self.at(self.values.cross.0, self.values.cross.1));
        [
            Rect::new(frame.left(), frame.top(), cross.x, cross.y),
            Rect::new(cross.x, frame.top(), frame.right(), cross.y),
            Rect::new(frame.left(), cross.y, cross.x, frame.bottom()),
            Rect::new(cross.x, cross.y, frame.right(), frame.bottom()),
        ]
    }

    /// The field that a place lies in.
    fn quarter_of(&self, at: Point) -> Rect {
        // What lies on the cross is high.
        let [left_above, right_above, left_below, right_below] = self.quarters();
        let mut quarters = [right_above, left_above, right_below, left_below].into_iter();
        quarters.find(|quarter| quarter.contains(at)).unwrap_or(self.frame)
    }

    fn fields(&self, board: &mut Board<'_>) {
        for (quarter, (_, standing)) in self.quarters().into_iter().zip(&self.values.fields) {
            if let Some(hue) = standing.hue() {
                board.fill(quarter, 0.0, Ink::Thin(hue, 7));
            }
        }
    }

    /// The names of the fields in the outer corners; answers what labels keep clear of.
    fn field_names(&self, board: &mut Board<'_>) -> Obstacles {
        let easel = self.easel;
        let inset = easel.length(6.0);
        let letters = easel.small(Weight::Semibold);
        let mut obstacles = Obstacles::default();
        let wide = 2.0 * easel.length(5.0) + 4.0;
        let points = self.values.points.iter();
        let marks: Vec<Rect> = points
            .map(|point| Rect::centred(self.at(point.x, point.y), Size::new(wide, wide)))
            .collect();
        // From the outer corner of each field inwards, where no point lies.
        let corners = [
            [Hold::LEFT_TOP, Hold::RIGHT_TOP, Hold::LEFT_BOTTOM, Hold::RIGHT_BOTTOM],
            [Hold::RIGHT_TOP, Hold::LEFT_TOP, Hold::RIGHT_BOTTOM, Hold::LEFT_BOTTOM],
            [Hold::LEFT_BOTTOM, Hold::RIGHT_BOTTOM, Hold::LEFT_TOP, Hold::RIGHT_TOP],
            [Hold::RIGHT_BOTTOM, Hold::LEFT_BOTTOM, Hold::RIGHT_TOP, Hold::LEFT_TOP],
        ];
        let named = self.values.fields.iter().zip(corners).zip(self.quarters());
        for (((name, standing), holds), quarter) in named {
            let inner = quarter.grown(-inset);
            let size = easel.room(name, letters);
            if size.width > inner.width() || size.height > quarter.height() {
                continue;
            }
            let places = holds.map(|hold| {
                let at = match hold {
                    Hold::LEFT_TOP => inner.min,
                    Hold::RIGHT_TOP => Point::new(inner.right(), inner.top()),
                    Hold::LEFT_BOTTOM => Point::new(inner.left(), inner.bottom()),
                    _ => inner.max,
                };
                hold.place(at, size)
            });
            let free = |place: &&Rect| marks.iter().all(|mark| !mark.touches(**place));
            if let Some(place) = places.iter().find(free) {
                board.write_in(name, *place, Hold::LEFT, letters, standing.text());
                obstacles.taken.push(*place);
            }
        }
        obstacles
    }

    fn axes(&self, board: &mut Board<'_>) {
        let (easel, frame) = (self.easel, self.frame);
        let letters = easel.small(Weight::Regular);
        let line = easel.room("", letters).height;
        let edge = Stroke::solid(1.0, Ink::Hairline);
        board.list.rect(frame, 0.0, None, Some(edge));
        let cross = self.at(self.values.cross.0, self.values.cross.1);
        let dash = easel.length(4.0);
        let dashed = Stroke::dashed(easel.length(1.2), Ink::Faint, dash, dash);
        let uprights = [frame.top(), frame.bottom()].map(|y| Point::new(cross.x, y));
        let levels = [frame.left(), frame.right()].map(|x| Point::new(x, cross.y));
        board.path(uprights, dashed);
        board.path(levels, dashed);
        let low = self.values.up.marks.len() as f32 * line * 1.2 > frame.height();
        for (at, (mark, name)) in self.values.up.marks.iter().enumerate() {
            if low && at % 2 == 1 {
                continue;
            }
            let y = self.at(self.values.across.from, *mark).y;
            let at = Point::new(frame.left() - easel.length(5.0), y);
            board.write(name, at, Hold::RIGHT, letters, Ink::Muted);
        }
        let below = frame.bottom() + easel.length(2.0);
        for (mark, name) in &self.values.across.marks {
            let half = easel.width(name, letters) / 2.0;
            let x = self.at(*mark, self.values.up.from).x;
            let x = x.max(frame.left() + half).min(frame.right() - half);
            board.write(name, Point::new(x, below), Hold::TOP, letters, Ink::Muted);
        }
        let at = Point::new(frame.centre().x, below + line);
        board.write(&self.values.axes[0], at, Hold::TOP, letters, Ink::Muted);
        for (row, text) in self.up.iter().enumerate() {
            let half = easel.width(text, letters) / 2.0;
            let foot = (frame.centre().y + half).min(self.area.bottom());
            let at = Point::new(self.area.left() + row as f32 * line, foot);
            board.write_upwards(text, at, letters, Ink::Muted);
        }
    }

    /// How many points have no name, at the foot, where it has room beside the name of the axis.
    fn say_unnamed(&self, board: &mut Board<'_>, said: &str) {
        let (easel, frame) = (self.easel, self.frame);
        let letters = easel.small(Weight::Regular);
        let line = easel.room("", letters).height;
        let [across, _] = &self.values.axes;
        let axis = frame.centre().x + easel.width(across, letters) / 2.0;
        if axis + easel.length(12.0) + easel.width(said, letters) > frame.right() {
            return;
        }
        board.pen(Subject::Chart);
        let at = Point::new(frame.right(), frame.bottom() + easel.length(2.0) + line);
        board.write(said, at, Hold::RIGHT_TOP, letters, Ink::Muted);
    }

    /// The name of a point where it has room, answers whether it has. What stands further off is led to.
    fn label(
        &self,
        board: &mut Board<'_>,
        at: usize,
        (reach, sizes): (f32, &[(f32, usize)]),
        obstacles: &mut Obstacles,
    ) -> bool {
        let Some(point) = self.values.points.get(at) else { return true };
        let easel = self.easel;
        let letters: Letters = easel.small(Weight::Regular);
        // A long name stands in two lines, and in three narrow ones where these have no room.
        let centre = self.at(point.x, point.y);
        let gap = easel.length(8.0);
        // In the field of its point: a name in another would be read as if the point were there.
        let field = self.quarter_of(centre).intersection(self.frame);
        let found = sizes.iter().find_map(|(wide, most)| {
            let lines = lines_of(&point.name, easel.length(*wide), *most, easel.measure(), letters);
            let rooms = lines.iter().map(|line| easel.room(line, letters));
            let size = rooms.fold(Size::new(0.0, 0.0), |all, line| {
                Size::new(all.width.max(line.width), all.height + line.height)
            });
            let place = place(centre, size, gap, field, obstacles)?;
            let leader = [centre, nearest_of(place.rect, centre)];
            let is_near = place.rect.distance(centre) < easel.length(NEAR);
            // Names far from their points would be taken for those of others.
            let is_led = place.rect.distance(centre) < easel.length(reach)
                && obstacles.taken.iter().all(|taken| {
                    taken.grown(1.0).encloses(Rect::centred(centre, Size::new(1.0, 1.0)))
                        || !crosses(*taken, leader)
                });
            (is_near || is_led).then_some((lines, size, place, leader, is_near))
        });
        let Some((lines, size, found, leader, is_near)) = found else { return false };
        board.pen(subject(at));
        if found.covers {
            board.fill(found.rect.grown(1.0), 2.0, Ink::Panel);
        }
        if !is_near {
            board.path(leader, Stroke::solid(1.0, Ink::Faint));
            obstacles.lines.push(leader);
        }
        let tall = size.height / lines.len().max(1) as f32;
        for (at, line) in lines.iter().enumerate() {
            let top = found.rect.top() + at as f32 * tall;
            let rect = Rect::new(found.rect.left(), top, found.rect.right(), top + tall);
            board.write_in(line, rect, Hold::LEFT, letters, Ink::Text);
        }
        obstacles.taken.push(found.rect);
        true
    }

    fn at(&self, x: f64, y: f64) -> Point {
        let (frame, inset) = (self.frame, self.easel.length(8.0));
        let (wide, tall) = (frame.width() - 2.0 * inset, frame.height() - 2.0 * inset);
        Point::new(
            frame.left() + inset + self.values.across.part(x) * wide,
            frame.bottom() - inset - self.values.up.part(y) * tall,
        )
    }
}
