//! The shapes of letters.

use skrifa::GlyphId;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};

use super::super::space::Point;
use super::fonts::Face;
use super::shaping::Shaper;

/// Half the height of a capital letter, in ems: so far below the middle of a line lies its base.
pub const HALF_CAPITAL: f32 = 0.36;
/// How high the box is that stands for a letter that no face has, in ems.
pub const BOX_HEIGHT: f32 = 2.0 * HALF_CAPITAL;
/// How much narrower than its letter the box is on either side, and how thick its line is, in ems.
pub const BOX_SIDE: f32 = 0.06;

/// A part of an outline, in ems: x to the right, y upwards from the base line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bend {
    /// Begins elsewhere.
    Move([Point; 1]),
    /// Straight to a point.
    Line([Point; 1]),
    /// By a handle to a point.
    Quadratic([Point; 2]),
    /// By two handles to a point.
    Cubic([Point; 3]),
    /// Back to where it began.
    Close,
}

impl Shaper {
    /// The outline of a glyph; a box as wide as it for the one that stands for what a face lacks.
    #[must_use]
    pub fn outline(&self, face: Face, glyph: u32, advance: f32) -> Vec<Bend> {
        if glyph == 0 {
            return missing(advance);
        }
        let mut pen = Pen { bends: Vec::new(), em: 1.0 };
        self.draw(face, |font, em| {
            pen.em = 1.0 / em;
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            if let Some(outline) = font.get(GlyphId::new(glyph)) {
                // A glyph of a bundled face whose outline is broken stays blank.
                let _ = outline.draw(settings, &mut pen);
            }
        });
        pen.bends
    }
}

/// A frame: its inner edge runs against the outer one.
fn missing(advance: f32) -> Vec<Bend> {
    let (left, right) = (BOX_SIDE, (advance - BOX_SIDE).max(3.0 * BOX_SIDE));
    let inner = (left + BOX_SIDE, right - BOX_SIDE);
    let point = Point::new;
    let (low, high) = (BOX_SIDE, BOX_HEIGHT - BOX_SIDE);
    vec![
        Bend::Move([point(left, 0.0)]),
        Bend::Line([point(left, BOX_HEIGHT)]),
        Bend::Line([point(right, BOX_HEIGHT)]),
        Bend::Line([point(right, 0.0)]),
        Bend::Close,
        Bend::Move([point(inner.0, low)]),
        Bend::Line([point(inner.1, low)]),
        Bend::Line([point(inner.1, high)]),
        Bend::Line([point(inner.0, high)]),
        Bend::Close,
    ]
}

struct Pen {
    bends: Vec<Bend>,
    em: f32,
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> Point {
        Point::new(x * self.em, y * self.em)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.bends.push(Bend::Move([self.point(x, y)]));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.bends.push(Bend::Line([self.point(x, y)]));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.bends.push(Bend::Quadratic([self.point(cx0, cy0), self.point(x, y)]));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let points = [self.point(cx0, cy0), self.point(cx1, cy1), self.point(x, y)];
        self.bends.push(Bend::Cubic(points));
    }

    fn close(&mut self) {
        self.bends.push(Bend::Close);
    }
}
