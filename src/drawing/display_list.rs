//! What is to be painted, in order: shapes on the screen with layers, clips and stable keys.
//!
//! The list owns pools of points and letters that are kept from frame to frame, so that a new
//! picture allocates next to nothing.

use std::ops::Range;

use super::ink::Ink;
use super::space::{Point, Rect};
use super::text::{HALF_CAPITAL, Weight};
use crate::blueprint::{LaneId, Line, LinkId, PhaseId, StepId, Zone};

/// Floors of the picture, painted from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Grounds and hairlines of the sheet.
    Sheet,
    /// The lines between zones.
    Lines,
    /// Connectors.
    Links,
    /// Cards.
    Cards,
    /// Names of lines, shares of links: above what they belong to.
    Labels,
    /// Badges, selection, handles.
    Marks,
    /// What is being done: ghosts, guides, previews.
    Action,
    /// Names of lanes and phases, which stay in view.
    Headers,
}

/// What a shape belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The sheet as a whole.
    Sheet,
    /// A zone without lanes.
    Zone(Zone),
    /// A lane.
    Lane(LaneId),
    /// A phase.
    Phase(PhaseId),
    /// A line between zones.
    Line(Line),
    /// A card.
    Step(StepId),
    /// A connector.
    Link(LinkId),
    /// What is being done.
    Action,
    /// A chart as a whole.
    Chart,
    /// A part of a chart, such as a bar, by its number there.
    Part(u32),
    /// What stands around the picture on the wall of a lesson, by its number there.
    Wall(u8),
}

/// What a shape is, from picture to picture: the same part of the same subject has the same key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// What it belongs to.
    pub subject: Subject,
    /// Which of the subject's shapes it is, counted within the picture.
    pub part: u16,
}

/// A line along a shape or through points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// In screen points.
    pub width: f32,
    /// Its colour.
    pub ink: Ink,
    /// Length of dash and gap in screen points; `None` is solid.
    pub dash: Option<(f32, f32)>,
}

impl Stroke {
    /// A solid line.
    #[must_use]
    pub const fn solid(width: f32, ink: Ink) -> Self {
        Self { width, ink, dash: None }
    }

    /// A dashed line.
    #[must_use]
    pub const fn dashed(width: f32, ink: Ink, dash: f32, gap: f32) -> Self {
        Self { width, ink, dash: Some((dash, gap)) }
    }
}

/// Which part of a text lies at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The left end, at half height.
    Left,
    /// The middle.
    Centre,
    /// The right end, at half height.
    Right,
}

/// A shape as it is kept, with positions in the pools.
#[derive(Clone, Debug)]
enum Kept {
    Rect { rect: Rect, radius: f32, fill: Option<Ink>, stroke: Option<Stroke> },
    Circle { centre: Point, radius: f32, fill: Option<Ink>, stroke: Option<Stroke> },
    Line { ends: [Point; 2], stroke: Stroke },
    Path { points: Range<u32>, stroke: Stroke },
    Area { points: Range<u32>, fill: Ink },
    Polygon { points: Range<u32>, fill: Option<Ink>, stroke: Option<Stroke> },
    Quads { quads: Range<u32> },
    Text { letters: Range<u32>, at: Point, look: TextLook },
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextLook {
    /// Size in screen points.
    pub size: f32,
    /// How heavy.
    pub weight: Weight,
    /// Its colour.
    pub ink: Ink,
    /// Which part lies at the point.
    pub anchor: Anchor,
    /// Whether it reads upwards (turned a quarter to the left) instead of to the right.
    pub upwards: bool,
}

impl TextLook {
    /// Where the base line of a text begins whose anchor lies at a point and that is so many ems wide.
    #[must_use]
    pub fn base(self, at: Point, ems: f32) -> Point {
        let before = match self.anchor {
            Anchor::Left => 0.0,
            Anchor::Centre => 0.5,
            Anchor::Right => 1.0,
        } * ems
            * self.size;
        let drop = HALF_CAPITAL * self.size;
        if self.upwards { at + Point::new(drop, before) } else { at + Point::new(-before, drop) }
    }
}

/// A shape to paint. All positions are on the screen, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape<'a> {
    /// A rectangle with round corners; its stroke lies half inside, half outside.
    Rect {
        /// Where.
        rect: Rect,
        /// Of its corners.
        radius: f32,
        /// Inside.
        fill: Option<Ink>,
        /// Around.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Where.
        centre: Point,
        /// How large.
        radius: f32,
        /// Inside.
        fill: Option<Ink>,
        /// Around.
        stroke: Option<Stroke>,
    },
    /// A straight line; one that is level or upright is set on whole pixels where there are any.
    Line {
        /// From where to where.
        ends: [Point; 2],
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A line through points.
    Path {
        /// At least two.
        points: &'a [Point],
        /// How it is drawn.
        stroke: Stroke,
    },
    /// What lies between two lines that run alike.
    Area {
        /// Along the one line and back along the other, which has as many points.
        points: &'a [Point],
        /// Inside.
        fill: Ink,
    },
    /// A closed convex shape: diamonds, arrowheads, folded corners.
    Polygon {
        /// At least three.
        points: &'a [Point],
        /// Inside.
        fill: Option<Ink>,
        /// Around.
        stroke: Option<Stroke>,
    },
    /// Many plain rectangles at once, to be put into one mesh.
    Quads {
        /// Each with its colour.
        quads: &'a [(Rect, Ink)],
    },
    /// One line of text, already cut to its room.
    Text {
        /// What it says.
        text: &'a str,
        /// Where its anchor lies.
        at: Point,
        /// How it looks.
        look: TextLook,
    },
}

/// A shape with its place in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item<'a> {
    /// What it is from picture to picture.
    pub key: Key,
    /// Its floor; never lower than that of the item before.
    pub layer: Layer,
    /// What lies outside is not painted.
    pub clip: Rect,
    /// The shape.
    pub shape: Shape<'a>,
}

#[derive(Clone, Debug)]
struct KeptItem {
    key: Key,
    layer: Layer,
    clip: u16,
    kept: Kept,
}

/// A picture: shapes in the order in which they are painted.
#[derive(Clone, Debug, Default)]
pub struct DisplayList {
    items: Vec<KeptItem>,
    points: Vec<Point>,
    quads: Vec<(Rect, Ink)>,
    letters: String,
    clips: Vec<Rect>,
    /// What the next shapes get.
    pen: Option<(Layer, Subject)>,
    part: u16,
}

impl DisplayList {
    /// An empty picture.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Forgets the shapes and keeps the memory.
    pub fn clear(&mut self) {
        self.items.clear();
        self.points.clear();
        self.quads.clear();
        self.letters.clear();
        self.clips.clear();
        self.pen = None;
        self.part = 0;
    }

    /// How many shapes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is nothing to paint.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The shapes in the order in which they are painted.
    pub fn iter(&self) -> impl Iterator<Item = Item<'_>> {
        self.items.iter().map(|item| Item {
            key: item.key,
            layer: item.layer,
            clip: self.clips.get(usize::from(item.clip)).copied().unwrap_or_default(),
            shape: self.shape(&item.kept),
        })
    }

    fn shape<'a>(&'a self, kept: &Kept) -> Shape<'a> {
        match kept {
            Kept::Rect { rect, radius, fill, stroke } => {
                Shape::Rect { rect: *rect, radius: *radius, fill: *fill, stroke: *stroke }
            }
            Kept::Circle { centre, radius, fill, stroke } => {
                Shape::Circle { centre: *centre, radius: *radius, fill: *fill, stroke: *stroke }
            }
            Kept::Line { ends, stroke } => Shape::Line { ends: *ends, stroke: *stroke },
            Kept::Area { points, fill } => {
                Shape::Area { points: slice(&self.points, points), fill: *fill }
            }
            Kept::Path { points, stroke } => {
                Shape::Path { points: slice(&self.points, points), stroke: *stroke }
            }
            Kept::Polygon { points, fill, stroke } => {
                Shape::Polygon { points: slice(&self.points, points), fill: *fill, stroke: *stroke }
            }
            Kept::Quads { quads } => Shape::Quads { quads: slice(&self.quads, quads) },
            Kept::Text { letters, at, look } => Shape::Text {
                text: self.letters.get(range(letters)).unwrap_or_default(),
                at: *at,
                look: *look,
            },
        }
    }

    /// Clips what follows to a part of the screen.
    pub fn clip_to(&mut self, clip: Rect) {
        if self.clips.last() != Some(&clip) {
            self.clips.push(clip);
        }
    }

    /// The part of the screen that what follows is clipped to.
    pub(in crate::drawing) fn clip(&self) -> Rect {
        self.clips.last().copied().unwrap_or_default()
    }

    /// Says what the next shapes belong to. Parts are counted from `first_part`, so that a subject
    /// that is drawn in several layers keeps distinct keys.
    pub(in crate::drawing) fn pen(&mut self, layer: Layer, subject: Subject, first_part: u16) {
        self.pen = Some((layer, subject));
        self.part = first_part;
    }

    fn push(&mut self, kept: Kept) {
        let (layer, subject) = self.pen.unwrap_or((Layer::Sheet, Subject::Sheet));
        let clip = u16::try_from(self.clips.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let key = Key { subject, part: self.part };
        self.part = self.part.saturating_add(1);
        self.items.push(KeptItem { key, layer, clip, kept });
    }

    pub(in crate::drawing) fn rect(
        &mut self,
        rect: Rect,
        radius: f32,
        fill: Option<Ink>,
        stroke: Option<Stroke>,
    ) {
        self.push(Kept::Rect { rect, radius, fill, stroke });
    }

    pub(in crate::drawing) fn circle(
        &mut self,
        centre: Point,
        radius: f32,
        fill: Option<Ink>,
        stroke: Option<Stroke>,
    ) {
        self.push(Kept::Circle { centre, radius, fill, stroke });
    }

    pub(in crate::drawing) fn line(&mut self, ends: [Point; 2], stroke: Stroke) {
        self.push(Kept::Line { ends, stroke });
    }

    /// Adds what lies between two lines; nothing where they have not as many points.
    pub(in crate::drawing) fn area(&mut self, upper: &[Point], lower: &[Point], fill: Ink) {
        if upper.len() < 2 || upper.len() != lower.len() {
            return;
        }
        let points = self.keep_points(upper.iter().chain(lower.iter().rev()).copied());
        self.push(Kept::Area { points, fill });
    }

    pub(in crate::drawing) fn path(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        stroke: Stroke,
    ) {
        let points = self.keep_points(points);
        self.push(Kept::Path { points, stroke });
    }

    pub(in crate::drawing) fn polygon(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        fill: Option<Ink>,
        stroke: Option<Stroke>,
    ) {
        let points = self.keep_points(points);
        self.push(Kept::Polygon { points, fill, stroke });
    }

    /// Adds many rectangles as one shape; nothing if there are none.
    pub(in crate::drawing) fn quads(&mut self, quads: impl IntoIterator<Item = (Rect, Ink)>) {
        let start = position(self.quads.len());
        self.quads.extend(quads);
        let end = position(self.quads.len());
        if start < end {
            self.push(Kept::Quads { quads: start..end });
        }
    }

    pub(in crate::drawing) fn text(
        &mut self,
        at: Point,
        look: TextLook,
        write: impl FnOnce(&mut String),
    ) {
        let start = position(self.letters.len());
        write(&mut self.letters);
        let end = position(self.letters.len());
        if start < end {
            self.push(Kept::Text { letters: start..end, at, look });
        }
    }

    fn keep_points(&mut self, points: impl IntoIterator<Item = Point>) -> Range<u32> {
        let start = position(self.points.len());
        self.points.extend(points);
        start..position(self.points.len())
    }
}

/// A pool never holds four thousand million entries: memory ends first.
fn position(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn range(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}

fn slice<'a, T>(pool: &'a [T], at: &Range<u32>) -> &'a [T] {
    pool.get(range(at)).unwrap_or_default()
}
