//! Where the labels of points stand in a picture: beside their point, clear of its lines.

use crate::drawing::space::{Point, Rect, Size};

/// What no label may lie on.
#[derive(Clone, Default)]
pub(super) struct Obstacles {
    /// Lines from point to point.
    pub lines: Vec<[Point; 2]>,
    /// Lines that pass behind a label where it has no other place.
    pub faint: Vec<[Point; 2]>,
    /// Marks and other labels.
    pub taken: Vec<Rect>,
}

impl Obstacles {
    /// Adds a line through several points.
    pub fn polyline(&mut self, points: &[Point]) {
        self.lines.extend(points.windows(2).map(|pair| [pair[0], pair[1]]));
    }

    fn are_clear_of(&self, place: Rect, air: f32) -> bool {
        let wide = place.grown(air);
        self.taken.iter().all(|taken| !taken.touches(wide))
            && self.lines.iter().chain(&self.faint).all(|line| !crosses(wide, *line))
    }

    /// The same without the lines that may pass behind.
    fn without_faint(&self) -> Self {
        Self { faint: Vec::new(), ..self.clone() }
    }
}

/// Where a label stands.
pub(super) struct Place {
    pub rect: Rect,
    /// Whether a faint line passes behind it.
    pub covers: bool,
}

/// The place of a label of a size for the point `at` inside a frame: the one nearest to the point,
/// of equally near ones the first of right above, left below, right below, left above; where none is
/// clear of all obstacles, one that faint lines pass behind.
pub(super) fn place(
    at: Point,
    size: Size,
    gap: f32,
    frame: Rect,
    obstacles: &Obstacles,
) -> Option<Place> {
    let clear = nearest(at, size, gap, frame, obstacles);
    let clear = clear.map(|rect| Place { rect, covers: false });
    clear.or_else(|| {
        let rect = nearest(at, size, gap, frame, &obstacles.without_faint())?;
        Some(Place { rect, covers: true })
    })
}

fn nearest(at: Point, size: Size, gap: f32, frame: Rect, obstacles: &Obstacles) -> Option<Rect> {
    let (right, left) = (at.x + gap, at.x - gap - size.width);
    let mut columns = vec![right, left, at.x - size.width / 2.0];
    // Also close to each upright line, on either side of it.
    for [from, to] in obstacles.lines.iter().chain(&obstacles.faint) {
        if (from.x - to.x).abs() < 0.5 {
            columns.extend([from.x - gap - size.width, from.x + gap]);
        }
    }
    columns.extend([frame.left(), frame.right() - size.width]);
    // Close by beside the mark of the point, further off above and below it.
    let line = size.height + gap * 0.5;
    let rows = [0.5, 1.3].map(|times| gap * times);
    let rows = rows.into_iter().chain([1.0, 2.0, 3.0].map(|lines| gap + lines * line));
    let rows = rows.flat_map(|away| [at.y - away - size.height, at.y + away]);
    let mut best: Option<(f32, Rect)> = None;
    for (row, y) in rows.enumerate() {
        for (column, x) in columns.iter().enumerate() {
            let place = Rect::of(Point::new(*x, y), size);
            // Right above and left below a line that falls, before the other two, and beside the
            // point before right over it.
            let straddles = place.left() < at.x && at.x < place.right();
            let falls_off = if straddles {
                gap
            } else if (row + column).is_multiple_of(2) {
                0.0
            } else {
                0.5
            };
            let off = place.distance(at) + falls_off;
            let is_nearer = best.is_none_or(|(least, _)| off < least);
            let inside = frame.grown(2.0).encloses(place);
            if is_nearer && inside && obstacles.are_clear_of(place, 2.0) {
                best = Some((off, place));
            }
        }
    }
    best.map(|(_, place)| place)
}

/// Whether a line passes through a rectangle (Liang & Barsky 1984).
pub(super) fn crosses(rect: Rect, [from, to]: [Point; 2]) -> bool {
    let way = to - from;
    let (mut enters, mut leaves) = (0.0_f32, 1.0_f32);
    for (start, along, low, high) in
        [(from.x, way.x, rect.left(), rect.right()), (from.y, way.y, rect.top(), rect.bottom())]
    {
        if along.abs() < f32::EPSILON {
            if start < low || start > high {
                return false;
            }
            continue;
        }
        let (first, last) = ((low - start) / along, (high - start) / along);
        enters = enters.max(first.min(last));
        leaves = leaves.min(first.max(last));
    }
    enters <= leaves
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Rect = Rect::new(0.0, 0.0, 300.0, 200.0);
    const SIZE: Size = Size::new(120.0, 16.0);

    fn point(x: f32, y: f32) -> Point {
        Point::new(x, y)
    }

    #[test]
    fn lines_that_touch_a_rectangle_cross_it() {
        let rect = Rect::new(10.0, 10.0, 20.0, 20.0);
        for (line, hit) in [
            ([point(0.0, 15.0), point(30.0, 15.0)], true),
            ([point(0.0, 0.0), point(30.0, 30.0)], true),
            ([point(12.0, 12.0), point(13.0, 13.0)], true),
            ([point(0.0, 25.0), point(30.0, 25.0)], false),
            ([point(0.0, 15.0), point(5.0, 15.0)], false),
            ([point(0.0, 21.0), point(21.0, 0.0)], true),
            ([point(0.0, 18.0), point(18.0, 0.0)], false),
        ] {
            assert_eq!(crosses(rect, line), hit, "{line:?}");
        }
    }

    #[test]
    fn a_label_stands_right_above_its_point_where_nothing_is_in_the_way() {
        let at = point(100.0, 100.0);
        let found = place(at, SIZE, 8.0, FRAME, &Obstacles::default()).unwrap().rect;
        assert!(found.left() > at.x && found.bottom() < at.y, "{found:?}");
    }

    #[test]
    fn a_label_stands_clear_of_lines_and_of_others() {
        let at = point(230.0, 100.0);
        let upright = [point(170.0, 0.0), point(170.0, 200.0)];
        let falling = [point(170.0, 10.0), point(260.0, 147.0)];
        let level = [point(0.0, 100.0), point(300.0, 100.0)];
        let mut obstacles =
            Obstacles { lines: vec![upright, falling, level], ..Obstacles::default() };
        let mut found = Vec::new();
        while let Some(Place { rect: label, .. }) = place(at, SIZE, 8.0, FRAME, &obstacles) {
            assert!(FRAME.grown(2.0).encloses(label));
            assert!(obstacles.lines.iter().all(|line| !crosses(label, *line)), "{label:?}");
            assert!(obstacles.taken.iter().all(|other| !other.touches(label)), "{label:?}");
            obstacles.taken.push(label);
            found.push(label);
        }
        assert!(found.len() > 1, "left of the upright line there is room");
        let wide = Size::new(400.0, 16.0);
        assert!(place(at, wide, 8.0, FRAME, &Obstacles::default()).is_none());
        // Where a faint line is everywhere, it passes behind.
        let faint = (0..12).map(|n| n as f32 * 25.0);
        let faint = faint.map(|x| [point(x, 0.0), point(x, 200.0)]).collect();
        let taken = Vec::new();
        let covered = Obstacles { lines: vec![level], faint, taken };
        assert!(place(at, SIZE, 8.0, FRAME, &covered).unwrap().covers);
    }
}
