//! From the display list to the toolkit's shapes.

use std::cell::RefCell;
use std::hash::{DefaultHasher, Hash, Hasher};

use egui::epaint::tessellator::path::rounded_rectangle;
use egui::epaint::{CornerRadiusF32, Mesh, PathShape, PathStroke, RoundedRect, TextShape};
use egui::{Color32, Painter, Pos2, Shape as EguiShape, Stroke as EguiStroke, StrokeKind, Vec2};

use rustc_hash::FxHashMap;

use crate::drawing::{
    Anchor, DisplayList, Ink, MeasureText, Palette, Point, Rect, Shape, Stroke, TextLook, Weight,
};
use crate::ui::fonts;
use crate::ui::theme;

/// A point as the toolkit has it.
pub(super) fn pos(point: Point) -> Pos2 {
    Pos2::new(point.x, point.y)
}

/// A point as the drawing has it.
pub(super) fn point(pos: Pos2) -> Point {
    Point::new(pos.x, pos.y)
}

/// A rectangle as the toolkit has it.
pub(super) fn rect(rect: Rect) -> egui::Rect {
    egui::Rect::from_min_max(pos(rect.min), pos(rect.max))
}

/// A rectangle as the drawing has it.
pub(super) fn from_egui(rect: egui::Rect) -> Rect {
    Rect { min: point(rect.min), max: point(rect.max) }
}

/// The weight of a drawing's text among the fonts.
pub(super) fn weight(weight: Weight) -> fonts::Weight {
    match weight {
        Weight::Regular => fonts::Weight::Regular,
        Weight::Medium => fonts::Weight::Medium,
        Weight::Semibold => fonts::Weight::Semibold,
    }
}

/// How many widths are remembered before all are forgotten.
const MOST_WIDTHS: usize = 50_000;

/// Widths that were measured before: the same few thousand texts are asked for in every frame, and
/// laying one out costs about a microsecond.
#[derive(Default)]
pub(super) struct KnownWidths {
    /// By a hash of text, size and weight. Two texts that share one would be cut or centred a
    /// little wrong; among fifty thousand the odds are one in fifteen thousand million.
    widths: FxHashMap<u64, f32>,
    /// The pixels per point that they were measured for; letters are fitted to pixels.
    pixels_per_point: f32,
}

/// Widths of texts in the window's own fonts.
pub(super) struct FontWidths<'a> {
    pub ctx: &'a egui::Context,
    pub known: &'a RefCell<KnownWidths>,
}

impl MeasureText for FontWidths<'_> {
    fn width(&self, text: &str, size: u8, of: Weight) -> f32 {
        let mut known = self.known.borrow_mut();
        let pixels_per_point = self.ctx.pixels_per_point();
        let rescaled = (known.pixels_per_point - pixels_per_point).abs() > f32::EPSILON;
        if rescaled || known.widths.len() > MOST_WIDTHS {
            known.widths.clear();
            known.pixels_per_point = pixels_per_point;
        }
        let mut hasher = DefaultHasher::new();
        (text, size, of).hash(&mut hasher);
        *known.widths.entry(hasher.finish()).or_insert_with(|| {
            let font = fonts::font(weight(of), f32::from(size));
            self.ctx.fonts_mut(|fonts| {
                fonts.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
            })
        })
    }
}

/// Paints a list.
pub(super) fn paint(painter: &Painter, list: &DisplayList) {
    let palette = theme::palette(painter.ctx());
    let bounds = painter.clip_rect();
    for item in list.iter() {
        let painter = painter.with_clip_rect(rect(item.clip).intersect(bounds));
        add(&painter, &palette, item.shape);
    }
}

fn add(painter: &Painter, palette: &Palette, shape: Shape<'_>) {
    let ink = |ink: Ink| theme::colour(palette, ink);
    let fill = |fill: Option<Ink>| fill.map_or(Color32::TRANSPARENT, ink);
    let edge = |stroke: Option<Stroke>| {
        stroke.map_or(EguiStroke::NONE, |stroke| EguiStroke::new(stroke.width, ink(stroke.ink)))
    };
    match shape {
        Shape::Rect {
            rect: area,
            radius,
            fill: ground,
            stroke: Some(Stroke { width, ink: colour, dash: Some((dash, gap)) }),
        } => {
            let area = rect(area);
            painter.rect_filled(area, radius, fill(ground));
            let mut around = Vec::new();
            let corners = CornerRadiusF32::same(radius);
            rounded_rectangle(&mut around, RoundedRect::new(area, corners));
            around.extend(around.first().copied());
            let pen = EguiStroke::new(width, ink(colour));
            painter.extend(EguiShape::dashed_line(&around, pen, dash, gap));
        }
        Shape::Rect { rect: area, radius, fill: ground, stroke } => {
            painter.rect(rect(area), radius, fill(ground), edge(stroke), StrokeKind::Middle);
        }
        Shape::Circle { centre, radius, fill: ground, stroke } => {
            painter.circle(pos(centre), radius, fill(ground), edge(stroke));
        }
        Shape::Path { points, stroke } => {
            let points: Vec<Pos2> = points.iter().copied().map(pos).collect();
            let pen = EguiStroke::new(stroke.width, ink(stroke.ink));
            match stroke.dash {
                Some((dash, gap)) => {
                    painter.extend(EguiShape::dashed_line(&points, pen, dash, gap));
                }
                None => {
                    painter.add(EguiShape::line(points, pen));
                }
            }
        }
        Shape::Polygon { points, fill: ground, stroke } => {
            let pen = edge(stroke);
            painter.add(PathShape {
                points: points.iter().copied().map(pos).collect(),
                closed: true,
                fill: fill(ground),
                stroke: PathStroke::new(pen.width, pen.color),
            });
        }
        Shape::Quads { quads } => {
            let mut mesh = Mesh::default();
            mesh.reserve_vertices(quads.len() * 4);
            mesh.reserve_triangles(quads.len() * 2);
            for (area, colour) in quads {
                mesh.add_colored_rect(rect(*area), ink(*colour));
            }
            painter.add(mesh);
        }
        Shape::Text { text: letters, at, look } => text(painter, letters, at, look, ink(look.ink)),
    }
}

fn text(painter: &Painter, letters: &str, at: Point, look: TextLook, colour: Color32) {
    let font = fonts::font(weight(look.weight), f32::from(look.size));
    let galley = painter.layout_no_wrap(letters.to_owned(), font, colour);
    let size = galley.size();
    let along = match look.anchor {
        Anchor::Left => 0.0,
        Anchor::Centre => -size.x / 2.0,
        Anchor::Right => -size.x,
    };
    if look.upwards {
        // Turned a quarter to the left around its upper left corner, a text runs upwards and its
        // height runs to the right.
        let corner = pos(at) + Vec2::new(-size.y / 2.0, -along);
        let shape = TextShape::new(corner, galley, colour);
        painter.add(shape.with_angle(-std::f32::consts::FRAC_PI_2));
    } else {
        painter.galley(pos(at) + Vec2::new(along, -size.y / 2.0), galley, colour);
    }
}
