//! The shapes and letters of a page, each under the tag of what it belongs to.

use krilla::color::rgb;
use krilla::geom::{self, Path, PathBuilder, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface;
use krilla::tagging::{ArtifactType, ContentTag, Identifier};
use krilla::text::{GlyphId, KrillaGlyph};
use rustc_hash::FxHashMap;

use super::super::Paper;
use super::super::painting::{Line, Outline, Pen, Surface, paint};
use super::{Fonts, ornament};
use crate::drawing::{
    BOX_HEIGHT, BOX_SIDE, GlyphRun, Ink, Item, Panel, Point, Rect, Rgba, Shape, Size, Subject,
    Telling,
};

/// How far the handles of a quarter of a circle reach, in radii.
const QUARTER: f32 = 0.552_284_8;

/// What was drawn of a panel.
pub(super) struct Drawn {
    /// Of which of its told things a piece of the page is part.
    pub(super) identifiers: Vec<(usize, Identifier)>,
    /// Where each of its told things lies on the page.
    pub(super) boxes: Vec<Option<Rect>>,
}

/// Fills a page with the ground of the theme.
pub(super) fn fill_page(surface: &mut surface::Surface<'_>, paper: &Paper<'_>, size: Size) {
    let Some(path) = rectangle(Rect::of(Point::default(), size), 0.0) else { return };
    surface.set_stroke(None);
    surface.set_fill(Some(fill(paper.palette.rgba(Ink::Background))));
    surface.draw_path(&path);
}

/// Draws a panel.
pub(super) fn draw_panel(
    surface: &mut surface::Surface<'_>,
    paper: &Paper<'_>,
    fonts: &Fonts,
    panel: &Panel,
) -> Drawn {
    let corner = panel.on_page(Point::default());
    surface.push_transform(&Transform::from_row(
        panel.scale,
        0.0,
        0.0,
        panel.scale,
        corner.x,
        corner.y,
    ));
    let mut told = FxHashMap::default();
    for (at, one) in panel.told.iter().enumerate() {
        for subject in &one.subjects {
            told.entry(*subject).or_insert(at);
        }
    }
    let mut canvas = Canvas {
        surface,
        fonts,
        panel,
        told,
        tag: None,
        clipped: false,
        drawn: Drawn { identifiers: Vec::new(), boxes: vec![None; panel.told.len()] },
    };
    canvas.clip(panel.viewport);
    paint(&panel.lists, paper.palette, paper.shaper, panel.viewport, &mut canvas);
    canvas.unclip();
    let drawn = canvas.drawn;
    surface.pop();
    drawn
}

/// What a piece of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// Part of a told thing, by its place in the panel.
    Told(usize),
    /// Neither read nor told.
    Ornament,
}

struct Canvas<'a, 'b> {
    surface: &'a mut surface::Surface<'b>,
    fonts: &'a Fonts,
    panel: &'a Panel,
    /// What is told of a subject, by its place in the panel.
    told: FxHashMap<Subject, usize>,
    /// The tag that is open.
    tag: Option<Mark>,
    clipped: bool,
    drawn: Drawn,
}

impl Canvas<'_, '_> {
    fn close(&mut self) {
        if self.tag.take().is_some() {
            self.surface.end_tagged();
        }
    }

    fn open(&mut self, mark: Mark) {
        if self.tag == Some(mark) {
            return;
        }
        self.close();
        if let Mark::Told(told) = mark {
            let identifier = self.surface.start_tagged(ContentTag::Other);
            self.drawn.identifiers.push((told, identifier));
        } else {
            let kind = if self.panel.repeats { ArtifactType::Footer } else { ArtifactType::Layout };
            self.surface.start_tagged(ornament(kind));
        }
        self.tag = Some(mark);
    }

    fn unclip(&mut self) {
        self.close();
        if std::mem::take(&mut self.clipped) {
            self.surface.pop();
        }
    }

    /// Widens the box of a told figure; links reach far and are left out.
    fn widen(&mut self, told: usize, item: &Item<'_>) {
        let area = match (item.key.subject, item.shape) {
            (Subject::Step(_), Shape::Rect { rect, .. }) => rect,
            (Subject::Step(_), Shape::Polygon { points, .. } | Shape::Path { points, .. }) => {
                let Some(around) =
                    points.iter().map(|p| Rect { min: *p, max: *p }).reduce(Rect::union)
                else {
                    return;
                };
                around
            }
            (Subject::Chart | Subject::Part(_), _) => self.panel.viewport,
            _ => return,
        };
        let area = area.intersection(self.panel.viewport);
        let on_page = Rect { min: self.panel.on_page(area.min), max: self.panel.on_page(area.max) };
        if let Some(known) = self.drawn.boxes.get_mut(told)
            && !on_page.is_empty()
        {
            *known = Some(known.map_or(on_page, |known| known.union(on_page)));
        }
    }

    /// Glyphs that the font has, in one go.
    fn write(&mut self, glyphs: &[KrillaGlyph], run: &GlyphRun, line: &Line<'_>, at: Point) {
        let font = self.fonts.iter().find(|(face, _)| *face == run.face);
        if let Some((_, font)) = font.filter(|_| !glyphs.is_empty()) {
            let start = geom::Point::from_xy(at.x, at.y);
            self.surface.draw_glyphs(start, glyphs, font.clone(), line.text, line.size, false);
        }
    }

    /// A box where a letter would be that no font has.
    fn missing(&mut self, at: Point, advance: f32, line: &Line<'_>) {
        let side = BOX_SIDE * line.size;
        let (left, right) = (at.x + side, (at.x + advance - side).max(at.x + 2.0 * side));
        let area = Rect::new(left, at.y - BOX_HEIGHT * line.size, right, at.y);
        if let Some(path) = rectangle(area, 0.0) {
            self.surface.set_fill(None);
            let width = BOX_SIDE * line.size;
            self.surface.set_stroke(Some(stroke(Pen { width, colour: line.colour, dash: None })));
            self.surface.draw_path(&path);
            self.surface.set_stroke(None);
            self.surface.set_fill(Some(fill(line.colour)));
        }
    }
}

impl Surface for Canvas<'_, '_> {
    fn item(&mut self, item: &Item<'_>) {
        let told = self.told.get(&item.key.subject).copied().filter(|told| {
            let is_figure =
                self.panel.told.get(*told).is_some_and(|told| told.telling == Telling::Figure);
            is_figure || matches!(item.shape, Shape::Text { .. })
        });
        if let Some(told) = told {
            self.widen(told, item);
        }
        self.open(told.map_or(Mark::Ornament, Mark::Told));
    }

    fn clip(&mut self, clip: Rect) {
        self.unclip();
        let clip = clip.intersection(self.panel.viewport);
        if let Some(path) = rectangle(clip, 0.0) {
            self.surface.push_clip_path(&path, &FillRule::NonZero);
            self.clipped = true;
        }
    }

    fn shape(&mut self, outline: Outline<'_>, fill: Option<Rgba>, pen: Option<Pen>) {
        let path = match outline {
            Outline::Rect(rect, radius) => rectangle(rect, radius),
            Outline::Circle(centre, radius) => {
                rectangle(Rect { min: centre, max: centre }.grown(radius), radius)
            }
            Outline::Line(ends) => polyline(&ends, false),
            Outline::Open(points) => polyline(points, false),
            Outline::Closed(points) => polyline(points, true),
        };
        let Some(path) = path.filter(|_| fill.is_some() || pen.is_some()) else { return };
        self.surface.set_fill(fill.map(self::fill));
        self.surface.set_stroke(pen.map(stroke));
        self.surface.draw_path(&path);
    }

    fn letters(&mut self, line: &Line<'_>) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(fill(line.colour)));
        let mut at = line.start;
        if line.upwards {
            let turned = Transform::from_row(0.0, -1.0, 1.0, 0.0, line.start.x, line.start.y);
            self.surface.push_transform(&turned);
            at = Point::default();
        }
        for run in &line.shaped.runs {
            let mut glyphs: Vec<KrillaGlyph> = Vec::with_capacity(run.glyphs.len());
            let mut from = at;
            for glyph in &run.glyphs {
                let advance = glyph.advance * line.size;
                if glyph.id == 0 {
                    self.write(&glyphs, run, line, from);
                    glyphs.clear();
                    self.missing(at, advance, line);
                } else {
                    if glyphs.is_empty() {
                        from = at;
                    }
                    glyphs.push(KrillaGlyph::new(
                        GlyphId::new(glyph.id),
                        glyph.advance,
                        glyph.offset.0,
                        glyph.offset.1,
                        0.0,
                        glyph.text.clone(),
                        None,
                    ));
                }
                at.x += advance;
            }
            self.write(&glyphs, run, line, from);
        }
        if line.upwards {
            self.surface.pop();
        }
    }
}

fn opacity(colour: Rgba) -> NormalizedF32 {
    NormalizedF32::new(f32::from(colour.opacity) / 255.0).unwrap_or(NormalizedF32::ONE)
}

fn fill(colour: Rgba) -> Fill {
    Fill {
        paint: rgb::Color::new(colour.red, colour.green, colour.blue).into(),
        opacity: opacity(colour),
        rule: FillRule::NonZero,
    }
}

fn stroke(pen: Pen) -> Stroke {
    Stroke {
        paint: rgb::Color::new(pen.colour.red, pen.colour.green, pen.colour.blue).into(),
        width: pen.width,
        line_cap: LineCap::Butt,
        line_join: LineJoin::Miter,
        opacity: opacity(pen.colour),
        dash: pen.dash.map(|(dash, gap)| StrokeDash { array: vec![dash, gap], offset: 0.0 }),
        ..Stroke::default()
    }
}

fn polyline(points: &[Point], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    path.move_to(first.x, first.y);
    for point in rest {
        path.line_to(point.x, point.y);
    }
    if closed {
        path.close();
    }
    path.finish()
}

/// A rectangle whose corners are as round as it is wide or high at most.
fn rectangle(rect: Rect, radius: f32) -> Option<Path> {
    let (left, top, right, bottom) = (rect.left(), rect.top(), rect.right(), rect.bottom());
    let mut path = PathBuilder::new();
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    if radius < 0.01 {
        path.push_rect(geom::Rect::from_ltrb(left, top, right, bottom)?);
        return path.finish();
    }
    let handle = radius * (1.0 - QUARTER);
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.cubic_to(right - handle, top, right, top + handle, right, top + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - handle, right - handle, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.cubic_to(left + handle, bottom, left, bottom - handle, left, bottom - radius);
    path.line_to(left, top + radius);
    path.cubic_to(left, top + handle, left + handle, top, left + radius, top);
    path.close();
    path.finish()
}
