//! Outlines that are neither rectangles nor circles.

use super::space::{Point, Rect};

/// Corner of a card at 100 %.
pub(super) const CORNER: f32 = 8.0;

/// How many straight pieces a quarter of a circle is drawn with.
const PIECES: u8 = 5;

/// A diamond in a rectangle: left, top, right and bottom corner.
pub(super) fn diamond(rect: Rect) -> [Point; 4] {
    let centre = rect.centre();
    [
        Point::new(rect.left(), centre.y),
        Point::new(centre.x, rect.top()),
        Point::new(rect.right(), centre.y),
        Point::new(centre.x, rect.bottom()),
    ]
}

/// A quarter of a circle around `centre` from `from` to `to`, both at the same distance.
fn quarter(out: &mut Vec<Point>, centre: Point, from: Point, to: Point) {
    let (a, b) = (from - centre, to - centre);
    for piece in 0..=PIECES {
        let angle = std::f32::consts::FRAC_PI_2 * f32::from(piece) / f32::from(PIECES);
        out.push(centre + a * angle.cos() + b * angle.sin());
    }
}

/// A rectangle with three round corners and a cut one at the upper right.
pub(super) fn cut_corner(rect: Rect, radius: f32, cut: f32) -> Vec<Point> {
    let mut points = Vec::with_capacity(20);
    let (left, top, right, bottom) = (rect.left(), rect.top(), rect.right(), rect.bottom());
    quarter(
        &mut points,
        Point::new(left + radius, top + radius),
        Point::new(left, top + radius),
        Point::new(left + radius, top),
    );
    points.push(Point::new(right - cut, top));
    points.push(Point::new(right, top + cut));
    quarter(
        &mut points,
        Point::new(right - radius, bottom - radius),
        Point::new(right, bottom - radius),
        Point::new(right - radius, bottom),
    );
    quarter(
        &mut points,
        Point::new(left + radius, bottom - radius),
        Point::new(left + radius, bottom),
        Point::new(left, bottom - radius),
    );
    points
}

/// The left edge of a card with round corners, as wide as `rect`: its left corners follow circles
/// of the given radii.
pub(super) fn rounded_left(rect: Rect, upper: f32, lower: f32) -> Vec<Point> {
    let mut points = Vec::with_capacity(14);
    // Where a circle of that radius is, `depth` away from the left edge.
    let rise = |radius: f32, depth: f32| {
        let across = (radius - depth).max(0.0);
        radius - (radius * radius - across * across).max(0.0).sqrt()
    };
    let depths = (0..=PIECES).map(|piece| rect.width() * f32::from(piece) / f32::from(PIECES));
    for depth in depths.clone().rev() {
        points.push(Point::new(rect.left() + depth, rect.top() + rise(upper, depth)));
    }
    for depth in depths {
        points.push(Point::new(rect.left() + depth, rect.bottom() - rise(lower, depth)));
    }
    points
}
