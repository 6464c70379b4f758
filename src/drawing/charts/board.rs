//! A display list with an easel beside it: the few shapes that charts are made of.

use crate::drawing::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use crate::drawing::ink::Ink;
use crate::drawing::space::{Point, Rect, Size};
use crate::drawing::text::{Letters, write_elided};

use super::easel::Easel;

/// Which part of a box lies at its point: the shares of its width and height before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::drawing) struct Hold(f32, f32);

impl Hold {
    pub const LEFT_TOP: Self = Self(0.0, 0.0);
    pub const LEFT: Self = Self(0.0, 0.5);
    pub const LEFT_BOTTOM: Self = Self(0.0, 1.0);
    pub const TOP: Self = Self(0.5, 0.0);
    pub const MIDDLE: Self = Self(0.5, 0.5);
    pub const BOTTOM: Self = Self(0.5, 1.0);
    pub const RIGHT_TOP: Self = Self(1.0, 0.0);
    pub const RIGHT: Self = Self(1.0, 0.5);
    pub const RIGHT_BOTTOM: Self = Self(1.0, 1.0);

    /// Where a box of a size lies that is held at a point.
    pub fn place(self, at: Point, size: Size) -> Rect {
        let min = Point::new(at.x - self.0 * size.width, at.y - self.1 * size.height);
        Rect { min, max: min + Point::new(size.width, size.height) }
    }
}

/// What a chart is drawn on.
pub(in crate::drawing) struct Board<'a> {
    pub list: &'a mut DisplayList,
    pub easel: &'a Easel<'a>,
}

impl Board<'_> {
    /// Says what the next shapes belong to.
    pub fn pen(&mut self, subject: Subject) {
        self.list.pen(Layer::Sheet, subject, 0);
    }

    pub fn fill(&mut self, rect: Rect, radius: f32, ink: Ink) {
        self.list.rect(rect, radius, Some(ink), None);
    }

    /// A rectangle whose edge lies inside.
    pub fn framed(&mut self, rect: Rect, radius: f32, fill: Ink, edge: Stroke) {
        let half = edge.width / 2.0;
        self.list.rect(rect.grown(-half), radius - half, Some(fill), Some(edge));
    }

    /// A line around a rectangle.
    pub fn around(&mut self, rect: Rect, radius: f32, edge: Stroke) {
        let half = edge.width / 2.0;
        self.list.rect(rect.grown(half), radius + half, None, Some(edge));
    }

    /// A dashed line around a rectangle.
    pub fn dashed(&mut self, rect: Rect, width: f32, ink: Ink) {
        let Rect { min, max } = rect;
        let corners = [min, Point::new(max.x, min.y), max, Point::new(min.x, max.y), min];
        self.list.path(corners, Stroke::dashed(width, ink, 4.0, 3.0));
    }

    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.list.line([from, to], stroke);
    }

    /// A line from the upper to the lower edge of a rectangle.
    pub fn upright(&mut self, x: f32, within: Rect, stroke: Stroke) {
        self.line(Point::new(x, within.top()), Point::new(x, within.bottom()), stroke);
    }

    /// A line from the left to the right edge of a rectangle.
    pub fn level(&mut self, y: f32, within: Rect, stroke: Stroke) {
        self.line(Point::new(within.left(), y), Point::new(within.right(), y), stroke);
    }

    pub fn path(&mut self, points: impl IntoIterator<Item = Point>, stroke: Stroke) {
        self.list.path(points, stroke);
    }

    pub fn dot(&mut self, at: Point, radius: f32, fill: Ink, edge: Option<Stroke>) {
        self.list.circle(at, radius, Some(fill), edge);
    }

    /// Writes a line of text; answers where it stands.
    pub fn write(&mut self, text: &str, at: Point, hold: Hold, letters: Letters, ink: Ink) -> Rect {
        let place = hold.place(at, self.easel.room(text, letters));
        self.write_in(text, place, hold, letters, ink);
        place
    }

    /// Writes a line of text into the place that was found for it.
    pub fn write_in(&mut self, text: &str, place: Rect, hold: Hold, letters: Letters, ink: Ink) {
        let middle = place.centre();
        let (anchor, x) = match hold.0 {
            share if share < 0.25 => (Anchor::Left, place.left()),
            share if share > 0.75 => (Anchor::Right, place.right()),
            _ => (Anchor::Centre, middle.x),
        };
        let look =
            TextLook { size: letters.size, weight: letters.weight, ink, anchor, upwards: false };
        self.list.text(Point::new(x, middle.y), look, |out| out.push_str(text));
    }

    /// Writes a text from its left end, cut where it is wider than the room; answers where it
    /// stands.
    pub fn cut(
        &mut self,
        text: &str,
        at: Point,
        hold: Hold,
        letters: Letters,
        ink: Ink,
        room: f32,
    ) -> Rect {
        let mut shown = String::new();
        let measure = self.easel.measure();
        write_elided(&mut shown, text, room, measure, letters.size, letters.weight);
        self.write(&shown, at, hold, letters, ink)
    }

    /// Writes a text that reads upwards, from its foot at a point, with its feet to the right.
    pub fn write_upwards(&mut self, text: &str, foot: Point, letters: Letters, ink: Ink) {
        let height = self.easel.room(text, letters).height;
        let look = TextLook {
            size: letters.size,
            weight: letters.weight,
            ink,
            anchor: Anchor::Left,
            upwards: true,
        };
        let at = Point::new(foot.x + height / 2.0, foot.y);
        self.list.text(at, look, |out| out.push_str(text));
    }

    /// Slanting lines within a rectangle: what is not quite there.
    pub fn hatch(&mut self, rect: Rect, gap: f32, stroke: Stroke) {
        if rect.is_empty() {
            return;
        }
        let outer = self.list.clip();
        let seen = outer.intersection(rect);
        if seen.is_empty() {
            return;
        }
        self.list.clip_to(seen);
        let height = rect.height();
        // Fixed to the screen, so that neighbours join. What is wider than any screen is clipped, so
        // the number of lines stays small.
        let mut x = (seen.left() / gap).floor() * gap - height;
        while x < seen.right() {
            let (foot, head) = (Point::new(x, rect.bottom()), Point::new(x + height, rect.top()));
            self.line(foot, head, stroke);
            x += gap;
        }
        self.list.clip_to(outer);
    }

    /// A text on a ground of its own; answers its place.
    pub fn pill(&mut self, text: &str, at: Point, hold: Hold, letters: Letters, ink: Ink) -> Rect {
        let easel = self.easel;
        let room = easel.room(text, letters);
        let size = Size::new(room.width + easel.length(14.0), room.height + easel.length(6.0));
        let rect = hold.place(at, size);
        self.framed(rect, 6.0, Ink::Panel, Stroke::solid(1.0, Ink::Hairline));
        let place = Rect::centred(rect.centre(), room);
        self.write_in(text, place, Hold::LEFT, letters, ink);
        rect
    }
}
