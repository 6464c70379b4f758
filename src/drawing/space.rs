//! Points and rectangles, on the sheet (sheet units) or on the screen (points).
//!
//! Which of the two a value lies in is said by its name (`..._on_sheet`, `..._on_screen`) or by the
//! function that takes it; only a [`super::Camera`] leads from one to the other.

use std::ops::{Add, Mul, Sub};

/// A point, or a distance as two numbers; x to the right, y downwards.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

impl Point {
    /// A point by its coordinates.
    #[must_use]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// Straight distance to another point.
    #[must_use]
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point with its coordinates swapped: a mirror of the plane that turns rows into columns.
    #[must_use]
    pub fn transposed(self) -> Self {
        Self { x: self.y, y: self.x }
    }

    /// The point that lies the part `t` (0 to 1) of the way to another.
    #[must_use]
    pub fn towards(self, other: Self, t: f32) -> Self {
        Self { x: self.x + (other.x - self.x) * t, y: self.y + (other.y - self.y) * t }
    }
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { x: self.x + other.x, y: self.y + other.y }
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y }
    }
}

impl Mul<f32> for Point {
    type Output = Self;
    fn mul(self, factor: f32) -> Self {
        Self { x: self.x * factor, y: self.y * factor }
    }
}

/// An upright rectangle. Empty if a maximum lies below its minimum.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Rect {
    /// Upper left corner.
    pub min: Point,
    /// Lower right corner.
    pub max: Point,
}

impl Rect {
    /// A rectangle by its edges.
    #[must_use]
    pub const fn new(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self { min: Point::new(left, top), max: Point::new(right, bottom) }
    }

    /// A rectangle by its centre and size.
    #[must_use]
    pub fn centred(centre: Point, size: Size) -> Self {
        let half = Point::new(size.width / 2.0, size.height / 2.0);
        Self { min: centre - half, max: centre + half }
    }

    /// A rectangle by its upper left corner and size.
    #[must_use]
    pub fn of(corner: Point, size: Size) -> Self {
        Self { min: corner, max: corner + Point::new(size.width, size.height) }
    }

    /// The smallest rectangle with two points in it, such as the ends of a drag.
    #[must_use]
    pub fn spanning(a: Point, b: Point) -> Self {
        Self::new(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y))
    }

    /// Left edge.
    #[must_use]
    pub fn left(self) -> f32 {
        self.min.x
    }

    /// Upper edge.
    #[must_use]
    pub fn top(self) -> f32 {
        self.min.y
    }

    /// Right edge.
    #[must_use]
    pub fn right(self) -> f32 {
        self.max.x
    }

    /// Lower edge.
    #[must_use]
    pub fn bottom(self) -> f32 {
        self.max.y
    }

    /// Width, at least zero.
    #[must_use]
    pub fn width(self) -> f32 {
        (self.max.x - self.min.x).max(0.0)
    }

    /// Height, at least zero.
    #[must_use]
    pub fn height(self) -> f32 {
        (self.max.y - self.min.y).max(0.0)
    }

    /// Width and height.
    #[must_use]
    pub fn size(self) -> Size {
        Size { width: self.width(), height: self.height() }
    }

    /// The point in the middle.
    #[must_use]
    pub fn centre(self) -> Point {
        Point::new(f32::midpoint(self.min.x, self.max.x), f32::midpoint(self.min.y, self.max.y))
    }

    /// Whether a point lies inside or on the edge.
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }

    /// The point inside that is nearest to another.
    #[must_use]
    pub fn nearest(self, to: Point) -> Point {
        Point::new(to.x.max(self.min.x).min(self.max.x), to.y.max(self.min.y).min(self.max.y))
    }

    /// How far a point lies outside; 0 inside.
    #[must_use]
    pub fn distance(self, to: Point) -> f32 {
        self.nearest(to).distance(to)
    }

    /// Whether another rectangle lies wholly inside.
    #[must_use]
    pub fn encloses(self, other: Self) -> bool {
        self.contains(other.min) && self.contains(other.max)
    }

    /// Whether two rectangles share a point; touching edges do.
    #[must_use]
    pub fn touches(self, other: Self) -> bool {
        self.min.x <= other.max.x
            && other.min.x <= self.max.x
            && self.min.y <= other.max.y
            && other.min.y <= self.max.y
    }

    /// Whether two rectangles share more than an edge.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }

    /// The part that two rectangles share; empty where they share none.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self::new(
            self.min.x.max(other.min.x),
            self.min.y.max(other.min.y),
            self.max.x.min(other.max.x),
            self.max.y.min(other.max.y),
        )
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self::new(
            self.min.x.min(other.min.x),
            self.min.y.min(other.min.y),
            self.max.x.max(other.max.x),
            self.max.y.max(other.max.y),
        )
    }

    /// Larger by `by` on every side; smaller if negative.
    #[must_use]
    pub fn grown(self, by: f32) -> Self {
        Self::new(self.min.x - by, self.min.y - by, self.max.x + by, self.max.y + by)
    }

    /// Shifted by a distance.
    #[must_use]
    pub fn shifted(self, by: Point) -> Self {
        Self { min: self.min + by, max: self.max + by }
    }

    /// Mirrored so that rows become columns.
    #[must_use]
    pub fn transposed(self) -> Self {
        Self { min: self.min.transposed(), max: self.max.transposed() }
    }

    /// Whether it has no inside.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.max.x <= self.min.x || self.max.y <= self.min.y
    }
}

/// Width and height.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Size {
    /// To the right.
    pub width: f32,
    /// Downwards.
    pub height: f32,
}

impl Size {
    /// A size by its sides.
    #[must_use]
    pub const fn new(width: f32, height: f32) -> Self {
        Self { width, height }
    }
}
