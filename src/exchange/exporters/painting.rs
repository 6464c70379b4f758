//! A picture walked through shape by shape, for the formats that paint: pixels, pages.

use std::collections::BTreeSet;

use crate::drawing::{
    DisplayList, Ink, Item, Palette, Point, Rect, Rgba, Shape, Shaped, Shaper, Stroke,
};

/// The outline of a shape.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outline<'a> {
    /// A rectangle with round corners.
    Rect(Rect, f32),
    /// A circle.
    Circle(Point, f32),
    /// A straight line.
    Line([Point; 2]),
    /// A line through points.
    Open(&'a [Point]),
    /// The same, closed.
    Closed(&'a [Point]),
}

/// A line as it is painted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    /// In points.
    pub(super) width: f32,
    pub(super) colour: Rgba,
    /// Lengths of dash and gap, in points.
    pub(super) dash: Option<(f32, f32)>,
}

/// A line of text as it is painted.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) shaped: &'a Shaped,
    /// Where its base line begins.
    pub(super) start: Point,
    /// Of the letters, in points.
    pub(super) size: f32,
    pub(super) colour: Rgba,
    /// Whether it reads upwards.
    pub(super) upwards: bool,
}

/// What is painted on.
pub(super) trait Surface {
    /// What follows, up to the next of these, is an item of the picture.
    fn item(&mut self, _item: &Item<'_>) {}
    /// What follows is cut at a rectangle, instead of the one before.
    fn clip(&mut self, clip: Rect);
    /// Paints a shape, first inside, then around.
    fn shape(&mut self, outline: Outline<'_>, fill: Option<Rgba>, pen: Option<Pen>);
    /// Writes a line of text.
    fn letters(&mut self, line: &Line<'_>);
}

/// Paints those shapes of the lists that a part of the plane shows, list over list. Linear in the
/// shapes.
pub(super) fn paint(
    lists: &[DisplayList],
    palette: &Palette,
    letters: &Shaper,
    part: Rect,
    on: &mut impl Surface,
) {
    let colour = |ink: Ink| palette.rgba(ink);
    let pen = |stroke: Stroke| Pen {
        width: stroke.width,
        colour: palette.rgba(stroke.ink),
        dash: stroke.dash,
    };
    let mut clip = None;
    for item in lists.iter().flat_map(DisplayList::iter) {
        if !item.clip.overlaps(part) || !reach(&item.shape).touches(part) {
            continue;
        }
        if clip != Some(item.clip) {
            on.clip(item.clip);
            clip = Some(item.clip);
        }
        on.item(&item);
        match item.shape {
            Shape::Rect { rect, radius, fill, stroke } => {
                on.shape(Outline::Rect(rect, radius), fill.map(colour), stroke.map(pen));
            }
            Shape::Circle { centre, radius, fill, stroke } => {
                on.shape(Outline::Circle(centre, radius), fill.map(colour), stroke.map(pen));
            }
            Shape::Line { ends, stroke } => on.shape(Outline::Line(ends), None, Some(pen(stroke))),
            Shape::Path { points, stroke } => {
                on.shape(Outline::Open(points), None, Some(pen(stroke)));
            }
            Shape::Area { points, fill } => {
                on.shape(Outline::Closed(points), Some(colour(fill)), None);
            }
            Shape::Polygon { points, fill, stroke } => {
                on.shape(Outline::Closed(points), fill.map(colour), stroke.map(pen));
            }
            Shape::Quads { quads } => {
                for (rect, ink) in quads {
                    on.shape(Outline::Rect(*rect, 0.0), Some(colour(*ink)), None);
                }
            }
            Shape::Text { text, at, look } => {
                let shaped = letters.shape(text, look.weight);
                on.letters(&Line {
                    text,
                    shaped: &shaped,
                    start: look.base(at, shaped.width),
                    size: look.size,
                    colour: colour(look.ink),
                    upwards: look.upwards,
                });
            }
        }
    }
}

/// The letters of some pictures that no bundled font has, in the order of their codes.
pub(super) fn missing_letters<'a>(
    lists: impl IntoIterator<Item = &'a DisplayList>,
    letters: &Shaper,
) -> Vec<char> {
    let mut missing = BTreeSet::new();
    for item in lists.into_iter().flat_map(DisplayList::iter) {
        if let Shape::Text { text, look, .. } = item.shape {
            missing.extend(&letters.shape(text, look.weight).missing);
        }
    }
    missing.into_iter().collect()
}

/// A rectangle that a shape keeps within, if a generous one for texts.
fn reach(shape: &Shape<'_>) -> Rect {
    let stroked = |rect: Rect, stroke: Option<Stroke>| {
        rect.grown(stroke.map_or(1.0, |stroke| 1.0 + 2.0 * stroke.width))
    };
    let around = |points: &[Point]| {
        let first = points.first().copied().unwrap_or_default();
        points
            .iter()
            .fold(Rect { min: first, max: first }, |all, p| all.union(Rect { min: *p, max: *p }))
    };
    match *shape {
        Shape::Rect { rect, stroke, .. } => stroked(rect, stroke),
        Shape::Circle { centre, radius, stroke, .. } => {
            stroked(Rect { min: centre, max: centre }.grown(radius), stroke)
        }
        Shape::Line { ends, stroke } => stroked(around(&ends), Some(stroke)),
        Shape::Path { points, stroke } => stroked(around(points), Some(stroke)),
        Shape::Area { points, .. } => stroked(around(points), None),
        Shape::Polygon { points, stroke, .. } => stroked(around(points), stroke),
        Shape::Quads { quads } => {
            quads.iter().map(|(rect, _)| *rect).reduce(Rect::union).unwrap_or_default()
        }
        // No letter is wider than twice its size.
        Shape::Text { text, at, look } => {
            Rect { min: at, max: at }.grown(2.0 * look.size * (1 + text.len()) as f32)
        }
    }
}
