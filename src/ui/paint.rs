//! From the display list to the toolkit's shapes.

use std::cell::RefCell;

use egui::epaint::tessellator::path::rounded_rectangle;
use egui::epaint::{CornerRadiusF32, Mesh, PathShape, PathStroke, RoundedRect, TextShape};
use egui::{Color32, Painter, Pos2, Shape as EguiShape, Stroke as EguiStroke, StrokeKind, Vec2};

use super::theme;
use crate::drawing::{
    Anchor, DisplayList, Ink, KnownWidths, Letters, MeasureText, Palette, Point, Rect, Shape,
    Stroke, TextLook, Weight, font_of, line_height, line_width,
};

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

/// Widths of texts in the window's own fonts.
pub(super) struct FontWidths<'a> {
    pub ctx: &'a egui::Context,
    pub known: &'a RefCell<KnownWidths>,
}

impl MeasureText for FontWidths<'_> {
    fn width(&self, text: &str, size: f32, weight: Weight) -> f32 {
        let letters = Letters { size, weight };
        self.known.borrow_mut().width(text, letters, self.ctx.pixels_per_point(), || {
            self.ctx.fonts_mut(|fonts| line_width(fonts, text, letters))
        })
    }

    fn height(&self, size: f32, weight: Weight) -> f32 {
        let letters = Letters { size, weight };
        self.known.borrow_mut().height(letters, self.ctx.pixels_per_point(), || {
            self.ctx.fonts_mut(|fonts| line_height(fonts, letters))
        })
    }
}

/// Paints a list.
pub(super) fn paint(painter: &Painter, list: &DisplayList) {
    paint_in(painter, list, &theme::palette(painter.ctx()));
}

/// Paints a list in the colours of a palette.
pub(super) fn paint_in(painter: &Painter, list: &DisplayList, palette: &Palette) {
    profiling::function_scope!();
    let bounds = painter.clip_rect();
    for item in list.iter() {
        let painter = painter.with_clip_rect(rect(item.clip).intersect(bounds));
        add(&painter, palette, item.shape);
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
        Shape::Line { ends, stroke } => {
            let ends = ends.map(pos);
            let pen = EguiStroke::new(stroke.width, ink(stroke.ink));
            match stroke.dash {
                Some((dash, gap)) => {
                    painter.extend(EguiShape::dashed_line(&ends, pen, dash, gap));
                }
                None => {
                    painter.line_segment(ends, pen);
                }
            }
        }
        Shape::Area { points, fill } => {
            painter.add(area(points, ink(fill)));
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

/// What lies between two lines: a strip of quadrilaterals without seams.
fn area(points: &[Point], fill: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    let (along, back) = points.split_at(points.len() / 2);
    for (number, (one, other)) in (0_u32..).zip(along.iter().zip(back.iter().rev())) {
        mesh.colored_vertex(pos(*other), fill);
        mesh.colored_vertex(pos(*one), fill);
        if let Some(before) = number.checked_sub(1) {
            mesh.add_triangle(2 * before, 2 * before + 1, 2 * number);
            mesh.add_triangle(2 * before + 1, 2 * number, 2 * number + 1);
        }
    }
    mesh
}

fn text(painter: &Painter, letters: &str, at: Point, look: TextLook, colour: Color32) {
    let font = font_of(Letters { size: look.size, weight: look.weight });
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
