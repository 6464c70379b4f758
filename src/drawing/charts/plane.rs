//! All plans of two amounts: limits with their waste sides, the region, its corners, and the line of equal worth.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect, Size};
use crate::drawing::text::Weight;

use super::axis::{plain, round_marks};
use super::board::{Board, Hold};
use super::easel::Easel;
use super::labels::{Obstacles, Place, place};

/// An amount of the first and of the second item.
pub type Amounts = [f64; 2];

/// Room for the numbers at the left and below, and for the names of the axes.
const LEFT: f32 = 40.0;
const BELOW: f32 = 40.0;
const ABOVE: f32 = 22.0;
const RIGHT: f32 = 14.0;
/// Numbers on an axis at most.
const MOST_MARKS: usize = 12;
/// The most dots of a lattice: more would be a grey area.
const MOST_DOTS: f64 = 1_600.0;
/// How near a line of equal worth comes to a corner to be there, in points.
const NEAR: f32 = 7.0;

/// A limit: uses · amounts ≤ most.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaneLimit {
    /// What one of each uses.
    pub uses: Amounts,
    /// The most; of a limit that asks for at least, all signs are turned.
    pub most: f64,
    /// Whether it holds exactly: nothing is allowed on either side.
    pub is_exact: bool,
    /// What it is called.
    pub name: String,
    /// Its number among the colours.
    pub ink: u8,
}

/// A corner.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaneCorner {
    /// Where.
    pub at: Amounts,
    /// What it is worth, in words.
    pub value: String,
    /// What it is worth.
    pub worth: f64,
}

/// The picture in its own units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plane {
    /// The names of both amounts.
    pub names: [String; 2],
    /// How far the axes go.
    pub ends: Amounts,
    /// The limits.
    pub limits: Vec<PlaneLimit>,
    /// The corners of the region.
    pub corners: Vec<PlaneCorner>,
    /// Whether the region has no end.
    pub is_open: bool,
    /// Which amounts have to be whole.
    pub is_whole: [bool; 2],
    /// What one of each is worth.
    pub worth: Amounts,
    /// The best plan, and what is said of it.
    pub best: Option<(Amounts, Vec<String>)>,
    /// The best plan before what is dragged was dragged.
    pub ghost: Option<Amounts>,
    /// What is said where there is no plan.
    pub empty: String,
}

/// The line of equal worth.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pulled {
    /// What plans on it are worth.
    pub value: f64,
    /// What is written on it.
    pub text: String,
    /// Whether it lies where the best plan is.
    pub is_best: bool,
    /// Whether no plan is on it.
    pub is_beyond: bool,
    /// Whether it has the keyboard or the pointer.
    pub is_held: bool,
}

impl Plane {
    /// What some amounts are worth.
    #[must_use]
    pub fn worth_of(&self, [x, y]: Amounts) -> f64 {
        self.worth[0] * x + self.worth[1] * y
    }

    /// Whether a plan keeps all limits.
    #[must_use]
    pub fn allows(&self, [x, y]: Amounts) -> bool {
        let near = 1e-9 * (1.0 + self.ends[0].abs() + self.ends[1].abs());
        x >= -near
            && y >= -near
            && self.limits.iter().all(|limit| {
                let used = limit.uses[0] * x + limit.uses[1] * y - limit.most;
                let near = 1e-9 * (1.0 + limit.most.abs());
                used <= near && (!limit.is_exact || used >= -near)
            })
    }

    /// The part of the region that is seen, as a polygon.
    fn region(&self) -> Vec<Amounts> {
        let [x, y] = self.ends;
        let mut polygon = vec![[0.0, 0.0], [x, 0.0], [x, y], [0.0, y]];
        for limit in &self.limits {
            polygon = cut(&polygon, limit.uses, limit.most);
            if limit.is_exact {
                polygon = cut(&polygon, [-limit.uses[0], -limit.uses[1]], -limit.most);
            }
        }
        polygon
    }

    /// Whole plans with whether each is allowed; none where there are too many to be told apart.
    fn dots(&self) -> Vec<(Amounts, bool)> {
        let [x, y] = self.ends;
        if self.is_whole != [true, true] || (x + 1.0) * (y + 1.0) > MOST_DOTS {
            return Vec::new();
        }
        // Below the square root of the most dots, squared.
        let count = |end: f64| (0..=1_600_u32).map(f64::from).take_while(move |at| *at <= end);
        count(x)
            .flat_map(|x| count(y).map(move |y| [x, y]))
            .map(|at| (at, self.allows(at)))
            .collect()
    }

    /// Lays the picture out in a rectangle.
    #[must_use]
    pub fn laid<'a>(&'a self, easel: &'a Easel<'a>, area: Rect) -> PlanePlot<'a> {
        // Large numbers of the upright axis have the room that they need.
        let letters = easel.small(Weight::Regular);
        let marks = round_marks(self.ends[1], MOST_MARKS).into_iter();
        let wide = marks.map(|mark| easel.width(&plain(mark), letters)).fold(0.0, f32::max);
        let frame = Rect::new(
            area.left() + easel.length(LEFT).max(wide + easel.length(16.0)),
            area.top() + easel.length(ABOVE),
            area.right() - easel.length(RIGHT),
            area.bottom() - easel.length(BELOW),
        );
        PlanePlot { values: self, easel, area, frame }
    }
}

/// What of a convex polygon lies on the side of a line (Sutherland & Hodgman 1974).
fn cut(polygon: &[Amounts], uses: Amounts, most: f64) -> Vec<Amounts> {
    let over = |at: Amounts| uses[0] * at[0] + uses[1] * at[1] - most;
    let mut kept = Vec::with_capacity(polygon.len() + 1);
    for (number, at) in polygon.iter().enumerate() {
        let before = polygon[(number + polygon.len() - 1) % polygon.len()];
        let (was, is) = (over(before), over(*at));
        if (was > 0.0) != (is > 0.0) {
            let share = was / (was - is);
            kept.push([
                before[0] + share * (at[0] - before[0]),
                before[1] + share * (at[1] - before[1]),
            ]);
        }
        if is <= 0.0 {
            kept.push(*at);
        }
    }
    kept
}

/// A picture in its rectangle.
pub struct PlanePlot<'a> {
    values: &'a Plane,
    easel: &'a Easel<'a>,
    area: Rect,
    frame: Rect,
}

impl PlanePlot<'_> {
    /// Where the axes enclose.
    #[must_use]
    pub fn frame(&self) -> Rect {
        self.frame
    }

    /// Where amounts lie.
    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    #[must_use]
    pub fn at(&self, [x, y]: Amounts) -> Point {
        let [width, height] = self.values.ends;
        let share = |part: f64, whole: f64| (part / whole.max(f64::MIN_POSITIVE)) as f32;
        Point::new(
            self.frame.left() + share(x, width) * self.frame.width(),
            self.frame.bottom() - share(y, height) * self.frame.height(),
        )
    }

    /// Which amounts lie at a point.
    #[must_use]
    pub fn amounts(&self, at: Point) -> Amounts {
        let [width, height] = self.values.ends;
        let x = f64::from((at.x - self.frame.left()) / self.frame.width().max(1.0)) * width;
        let y = f64::from((self.frame.bottom() - at.y) / self.frame.height().max(1.0)) * height;
        [x, y]
    }

    /// How many points lie between two lines of equal worth.
    #[must_use]
    pub fn apart(&self, one: f64, other: f64) -> f32 {
        let [width, height] = self.values.ends;
        let steep_x = self.values.worth[0] * width / f64::from(self.frame.width().max(1.0));
        let steep_y = self.values.worth[1] * height / f64::from(self.frame.height().max(1.0));
        let steep = steep_x.hypot(steep_y);
        // As above.
        #[allow(clippy::cast_possible_truncation)]
        let apart = ((one - other).abs() / steep.max(f64::MIN_POSITIVE)) as f32;
        apart
    }

    /// The worth that a line pulled to a point takes: that of a corner or of the best plan, where it is near.
    #[must_use]
    pub fn pulled_to(&self, at: Point) -> f64 {
        let value = self.values.worth_of(self.amounts(at));
        let best = self.values.best.as_ref().map(|(at, _)| self.values.worth_of(*at));
        let corners = self.values.corners.iter().map(|corner| corner.worth);
        let near = best.into_iter().chain(corners).filter(|to| self.apart(value, *to) < NEAR);
        let nearest =
            near.min_by(|one, other| self.apart(value, *one).total_cmp(&self.apart(value, *other)));
        nearest.unwrap_or(value)
    }

    /// The ends of a line uses · amounts = most within the frame.
    fn ends(&self, uses: Amounts, most: f64) -> Option<[Amounts; 2]> {
        let [width, height] = self.values.ends;
        let mut found: Vec<Amounts> = Vec::new();
        let mut add = |at: Amounts| {
            let is_in = at[0] >= -1e-9 * width
                && at[0] <= width * (1.0 + 1e-9)
                && at[1] >= -1e-9 * height
                && at[1] <= height * (1.0 + 1e-9);
            let is_new = found.iter().all(|it| {
                (it[0] - at[0]).abs() > 1e-9 * width || (it[1] - at[1]).abs() > 1e-9 * height
            });
            if is_in && is_new {
                found.push(at);
            }
        };
        if uses[1].abs() > f64::MIN_POSITIVE {
            for x in [0.0, width] {
                add([x, (most - uses[0] * x) / uses[1]]);
            }
        }
        if uses[0].abs() > f64::MIN_POSITIVE {
            for y in [0.0, height] {
                add([(most - uses[1] * y) / uses[0], y]);
            }
        }
        match found[..] {
            [one, other, ..] => Some([one, other]),
            _ => None,
        }
    }

    /// Where the line of equal worth is held: on its middle, within the frame.
    #[must_use]
    pub fn handle(&self, value: f64) -> Option<Point> {
        let [one, other] = self.ends(self.values.worth, value)?;
        let (one, other) = (self.at(one), self.at(other));
        // Nearer to its lower end: the middle is where corners and their labels are.
        let (upper, lower) = if one.y < other.y { (one, other) } else { (other, one) };
        Some(upper.towards(lower, 0.72))
    }

    /// Draws all of it.
    /// Answers where the names of the limits are, and whose each is.
    pub fn draw(&self, list: &mut DisplayList, pulled: Option<&Pulled>) -> Vec<(usize, Rect)> {
        let mut board = Board { list, easel: self.easel };
        board.pen(Subject::Chart);
        self.ground(&mut board);
        let values = self.values;
        let region = values.region();
        let is_empty = values.corners.is_empty();
        if !is_empty && region.len() > 2 {
            let points = region.iter().map(|at| self.at(*at));
            board.list.polygon(points, Some(Ink::Sheer(Hue::Accent, 12)), None);
            if values.is_open {
                self.fade(&mut board);
            }
        }
        for (at, is_in) in values.dots() {
            let ink = if is_in { Ink::Accent } else { Ink::Faint };
            board.dot(self.at(at), self.easel.length(if is_in { 3.0 } else { 1.5 }), ink, None);
        }
        let mut obstacles = Obstacles::default();
        for limit in &values.limits {
            self.limit(&mut board, limit, &mut obstacles);
        }
        if let Some(pulled) = pulled {
            self.line(&mut board, pulled, &mut obstacles);
        }
        self.corners(&mut board, &mut obstacles);
        let names = self.names(&mut board, &mut obstacles);
        if is_empty {
            let letters = self.easel.body(Weight::Semibold);
            board.pill(&values.empty, self.frame.centre(), Hold::MIDDLE, letters, Ink::BadText);
        }
        names
    }

    /// Grid, numbers and names of the axes.
    fn ground(&self, board: &mut Board<'_>) {
        let (easel, frame) = (self.easel, self.frame);
        let letters = easel.small(Weight::Regular);
        let [width, height] = self.values.ends;
        // As many marks as have room.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let wanted = |length: f32, each: f32| ((length / each) as usize).clamp(2, MOST_MARKS);
        let room = easel.length(44.0);
        let wide = easel.width(&plain(width), letters) + easel.length(12.0);
        let hairline = Stroke::solid(1.0, Ink::Hairline);
        let [whole_across, whole_up] = self.values.is_whole;
        let is_fit = |mark: &f64, is_whole: bool| !is_whole || mark.fract().abs() < 1e-9;
        for mark in round_marks(width, wanted(frame.width(), room.max(wide))) {
            if !is_fit(&mark, whole_across) {
                continue;
            }
            let at = self.at([mark, 0.0]);
            board.upright(at.x, frame, hairline);
            let below = Point::new(at.x, frame.bottom() + easel.length(8.0));
            board.write(&plain(mark), below, Hold::TOP, letters, Ink::Muted);
        }
        for mark in round_marks(height, wanted(frame.height(), room)) {
            if !is_fit(&mark, whole_up) {
                continue;
            }
            let at = self.at([0.0, mark]);
            board.level(at.y, frame, hairline);
            let left = Point::new(frame.left() - easel.length(10.0), at.y);
            board.write(&plain(mark), left, Hold::RIGHT, letters, Ink::Muted);
        }
        let bold = easel.small(Weight::Semibold);
        let [across, up] = &self.values.names;
        let top = Point::new(self.area.left() + easel.length(4.0), self.area.top());
        board.cut(up, top, Hold::LEFT_TOP, bold, Ink::Muted, frame.width() / 2.0);
        let room = frame.width() / 2.0;
        let width = easel.width(across, bold).min(room);
        let foot = Point::new(frame.right() - width, self.area.bottom());
        board.cut(across, foot, Hold::LEFT_BOTTOM, bold, Ink::Muted, room);
    }

    /// Lets what has no end fade where the picture ends.
    fn fade(&self, board: &mut Board<'_>) {
        let frame = self.frame;
        let step = self.easel.length(7.0);
        for number in 0..5_u8 {
            let deep = step * f32::from(5 - number);
            let ink = Ink::Sheer(Hue::Panel, 26);
            let top = Rect::new(frame.left(), frame.top(), frame.right(), frame.top() + deep);
            let right =
                Rect::new(frame.right() - deep, frame.top() + deep, frame.right(), frame.bottom());
            board.fill(top, 0.0, ink);
            board.fill(right, 0.0, ink);
        }
    }

    /// A limit with short strokes on the side that it forbids.
    fn limit(&self, board: &mut Board<'_>, limit: &PlaneLimit, obstacles: &mut Obstacles) {
        let Some(ends) = self.ends(limit.uses, limit.most) else { return };
        let [from, to] = ends.map(|at| self.at(at));
        let easel = self.easel;
        if !limit.is_exact {
            let length = from.distance(to).max(1.0);
            let along = Point::new((to.x - from.x) / length, (to.y - from.y) / length);
            let mut away = Point::new(-along.y, along.x);
            // Of both directions across it the one in which more is used; downwards is less of the second.
            let [width, height] = self.values.ends;
            let more = f64::from(away.x) * limit.uses[0] * width / f64::from(self.frame.width())
                - f64::from(away.y) * limit.uses[1] * height / f64::from(self.frame.height());
            if more < 0.0 {
                away = Point::new(-away.x, -away.y);
            }
            let outer = board.list.clip();
            board.list.clip_to(outer.intersection(self.frame.grown(1.0)));
            let (gap, deep) = (easel.length(7.0), easel.length(11.0));
            let stroke = Stroke::solid(1.0, Ink::Sheer(Hue::Role(limit.ink), 45));
            let mut way = gap / 2.0;
            while way < length {
                let foot = Point::new(from.x + along.x * way, from.y + along.y * way);
                let tip = Point::new(
                    foot.x + away.x * deep + along.x * deep * 0.5,
                    foot.y + away.y * deep + along.y * deep * 0.5,
                );
                board.line(foot, tip, stroke);
                way += gap;
            }
            board.list.clip_to(outer);
        }
        board.path([from, to], Stroke::solid(easel.length(2.0), Ink::Role(limit.ink)));
        obstacles.lines.push([from, to]);
    }

    /// The line of equal worth with its handle, and what is written on it.
    fn line(&self, board: &mut Board<'_>, pulled: &Pulled, obstacles: &mut Obstacles) {
        let easel = self.easel;
        let Some(ends) = self.ends(self.values.worth, pulled.value) else { return };
        let ends = ends.map(|at| self.at(at));
        board.pen(Subject::Action);
        let ink = if pulled.is_beyond { Ink::Bad } else { Ink::Warn };
        let width = easel.length(if pulled.is_held { 3.5 } else { 2.5 });
        board.path(ends, Stroke::solid(width, ink));
        obstacles.lines.push(ends);
        let Some(at) = self.handle(pulled.value) else { return };
        let radius = easel.length(10.0);
        board.dot(at, radius, Ink::Panel, Some(Stroke::solid(easel.length(2.0), ink)));
        // A double arrow across the line.
        let length = ends[0].distance(ends[1]).max(1.0);
        let across =
            Point::new(-(ends[1].y - ends[0].y) / length, (ends[1].x - ends[0].x) / length);
        let tip = |side: f32| {
            Point::new(
                at.x + side * across.x * radius * 0.55,
                at.y + side * across.y * radius * 0.55,
            )
        };
        board.path([tip(-1.0), tip(1.0)], Stroke::solid(easel.length(1.5), ink));
        for side in [-1.0, 1.0] {
            board.dot(tip(side), easel.length(2.0), ink, None);
        }
        obstacles.taken.push(Rect::centred(at, Size::new(2.0 * radius, 2.0 * radius)));
        board.pen(Subject::Chart);
        let letters = easel.body(Weight::Semibold);
        let room = easel.room(&pulled.text, letters);
        let size = Size::new(room.width + easel.length(14.0), room.height + easel.length(6.0));
        let (one, other) = (ends[0], ends[1]);
        let (upper, lower) = if one.y < other.y { (one, other) } else { (other, one) };
        let anchor = upper.towards(lower, 0.25);
        let words = if pulled.is_beyond { Ink::BadText } else { Ink::WarnText };
        let frame = self.frame;
        let found = place(anchor, size, easel.length(10.0), frame, obstacles);
        let middle = found.map_or_else(
            || {
                let half = size.width / 2.0;
                Point::new(
                    anchor.x.max(frame.left() + half).min(frame.right() - half),
                    anchor.y.max(frame.top() + size.height),
                )
            },
            |place| place.rect.centre(),
        );
        let rect = board.pill(&pulled.text, middle, Hold::MIDDLE, letters, words);
        obstacles.taken.push(rect);
    }

    /// The corners with what they are worth, the best plan, and where it was.
    fn corners(&self, board: &mut Board<'_>, obstacles: &mut Obstacles) {
        let easel = self.easel;
        let values = self.values;
        let side = easel.length(12.0);
        for corner in &values.corners {
            obstacles.taken.push(Rect::centred(self.at(corner.at), Size::new(side, side)));
        }
        let best = values.best.as_ref();
        let is_new = |ghost: &Amounts| {
            best.is_none_or(|(at, _)| self.at(*at).distance(self.at(*ghost)) > 1.0)
        };
        if let Some(ghost) = values.ghost.filter(is_new) {
            let at = self.at(ghost);
            let edge = Stroke::dashed(easel.length(1.5), Ink::Muted, 3.0, 2.0);
            let half = easel.length(7.0);
            board.list.circle(at, half, Some(Ink::Sheer(Hue::Panel, 60)), Some(edge));
            if let Some((now, _)) = best {
                let way = [at, self.at(*now)];
                board.path(way, Stroke::dashed(easel.length(1.5), Ink::Good, 4.0, 3.0));
            }
        }
        if let Some((at, lines)) = best {
            let middle = self.at(*at);
            obstacles.taken.push(Rect::centred(middle, Size::new(side + 4.0, side + 4.0)));
            let letters = [easel.body(Weight::Semibold), easel.small(Weight::Regular)];
            let rooms: Vec<Size> = lines
                .iter()
                .enumerate()
                .map(|(number, line)| easel.room(line, letters[number.min(1)]))
                .collect();
            let wide = rooms.iter().map(|room| room.width).fold(0.0, f32::max);
            let high: f32 = rooms.iter().map(|room| room.height).sum();
            let room = Size::new(wide + easel.length(20.0), high + easel.length(12.0));
            let gap = easel.length(12.0);
            let lenient = Obstacles { lines: Vec::new(), ..obstacles.clone() };
            let found = place(middle, room, gap, self.frame, obstacles)
                .or_else(|| place(middle, room, gap, self.frame, &lenient));
            if let Some(found) = found {
                let edge = Stroke::solid(1.0, Ink::Good);
                board.framed(found.rect, 6.0, Ink::GoodWash, edge);
                let mut top = found.rect.top() + easel.length(6.0);
                for (number, (line, room)) in lines.iter().zip(&rooms).enumerate() {
                    let at = Point::new(found.rect.left() + easel.length(10.0), top);
                    let ink = if number == 0 { Ink::GoodText } else { Ink::Text };
                    board.write(line, at, Hold::LEFT_TOP, letters[number.min(1)], ink);
                    top += room.height;
                }
                obstacles.taken.push(found.rect);
            }
        }
        let letters = easel.small(Weight::Semibold);
        for corner in &values.corners {
            let at = self.at(corner.at);
            let is_best = best.is_some_and(|(best, _)| self.at(*best).distance(at) < 1.0);
            if is_best {
                continue;
            }
            let edge = Stroke::solid(easel.length(2.0), Ink::Accent);
            board.dot(at, easel.length(5.0), Ink::Panel, Some(edge));
            let room = easel.room(&corner.value, letters);
            let room = Size::new(room.width + easel.length(6.0), room.height);
            let gap = easel.length(6.0);
            let near = |found: &Place| found.rect.distance(at) < 5.0 * gap;
            let lenient = Obstacles { lines: Vec::new(), ..obstacles.clone() };
            let found = place(at, room, gap, self.frame, obstacles).filter(near);
            // Far from its corner a value would be taken for that of another one.
            let found = found.or_else(|| place(at, room, gap, self.frame, &lenient).filter(near));
            if let Some(found) = found {
                board.fill(found.rect, 3.0, Ink::Sheer(Hue::Panel, 85));
                let middle = found.rect.centre();
                board.write(&corner.value, middle, Hold::MIDDLE, letters, Ink::Accent);
                obstacles.taken.push(found.rect);
            }
        }
        if let Some((at, _)) = best {
            let edge = Stroke::solid(easel.length(2.0), Ink::Panel);
            board.dot(self.at(*at), easel.length(7.0), Ink::Good, Some(edge));
        }
    }

    /// The names of the limits, each on its line.
    fn names(&self, board: &mut Board<'_>, obstacles: &mut Obstacles) -> Vec<(usize, Rect)> {
        let mut names = Vec::new();
        let easel = self.easel;
        let letters = easel.small(Weight::Semibold);
        for (number, limit) in self.values.limits.iter().enumerate() {
            let Some(ends) = self.ends(limit.uses, limit.most) else { continue };
            let [from, to] = ends.map(|at| self.at(at));
            let room = easel.room(&limit.name, letters);
            let size = Size::new(room.width + easel.length(14.0), room.height + easel.length(6.0));
            // Along the line, wherever there is room first.
            let gap = easel.length(9.0);
            let shares = [0.14, 0.86, 0.3, 0.7, 0.5];
            let at = |share: f32, obstacles: &Obstacles| {
                let at = from.towards(to, share);
                let found = place(at, size, gap, self.frame, obstacles);
                found.filter(|found| found.rect.distance(at) < 3.0 * gap)
            };
            // Where there is no room between the lines, over them.
            let lenient = Obstacles { lines: Vec::new(), ..obstacles.clone() };
            let found = shares.into_iter().find_map(|share| at(share, obstacles));
            let found = found.or_else(|| shares.into_iter().find_map(|share| at(share, &lenient)));
            if let Some(found) = found {
                let edge = Stroke::solid(easel.length(1.5), Ink::Role(limit.ink));
                board.framed(found.rect, 8.0, Ink::Panel, edge);
                let middle = found.rect.centre();
                board.write(&limit.name, middle, Hold::MIDDLE, letters, Ink::Text);
                obstacles.taken.push(found.rect);
                names.push((number, found.rect));
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables() -> Plane {
        let limit =
            |uses, most, ink| PlaneLimit { uses, most, is_exact: false, name: String::new(), ink };
        Plane {
            ends: [5.0, 6.0],
            limits: vec![limit([2.0, 1.0], 6.0, 0), limit([2.0, 2.0], 8.0, 1)],
            is_whole: [true, true],
            worth: [20.0, 15.0],
            best: Some(([2.0, 2.0], Vec::new())),
            ..Plane::default()
        }
    }

    #[test]
    fn the_region_is_what_all_limits_leave() {
        let mut region = tables().region();
        region.sort_by(|one, other| one[0].total_cmp(&other[0]).then(one[1].total_cmp(&other[1])));
        assert_eq!(region, [[0.0, 0.0], [0.0, 4.0], [2.0, 2.0], [3.0, 0.0]]);
    }

    #[test]
    fn whole_plans_are_told_apart() {
        let allowed = tables().dots().into_iter().filter(|(_, is_in)| *is_in).count();
        assert_eq!(allowed, 5 + 4 + 3 + 1);
    }
}
