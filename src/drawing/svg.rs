//! A picture as SVG 1.1, for export and for looking at a picture without a window.

use std::fmt::Write as _;

use super::display_list::{Anchor, DisplayList, Item, Shape, Stroke, TextLook};
use super::ink::{Ink, Palette, Rgba};
use super::space::{Point, Rect};
use super::text::Weight;

/// Writes a picture as an SVG document that shows `viewport`, list over list, with real text in the
/// given fonts (a CSS list, such as `Inter, sans-serif`).
#[must_use]
pub fn svg(lists: &[DisplayList], palette: &Palette, viewport: Rect, fonts: &str) -> String {
    let mut writer = Writer { out: String::new(), palette };
    let (x, y) = (Number(viewport.left()), Number(viewport.top()));
    let (width, height) = (Number(viewport.width()), Number(viewport.height()));
    writer.put(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{x} {y} {width} {height}\" font-family=\"{}\">\n",
        Escaped(fonts)
    ));
    let mut open: Option<Rect> = None;
    let mut clips = 0_u32;
    for item in lists.iter().flat_map(DisplayList::iter) {
        if open != Some(item.clip) {
            if open.is_some() {
                writer.put(format_args!("</g>\n"));
            }
            let rect = Corners(item.clip);
            writer.put(format_args!(
                "<clipPath id=\"c{clips}\"><rect{rect}/></clipPath>\n\
                 <g clip-path=\"url(#c{clips})\">\n"
            ));
            clips += 1;
            open = Some(item.clip);
        }
        writer.item(&item);
    }
    if open.is_some() {
        writer.put(format_args!("</g>\n"));
    }
    writer.put(format_args!("</svg>\n"));
    writer.out
}

struct Writer<'a> {
    out: String,
    palette: &'a Palette,
}

impl Writer<'_> {
    fn put(&mut self, text: std::fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(text);
    }

    fn item(&mut self, item: &Item) {
        match item.shape {
            Shape::Rect { rect, radius, fill, stroke } => {
                let round = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
                self.put(format_args!("<rect{} rx=\"{}\"", Corners(rect), Number(round)));
                self.paint(fill, stroke);
            }
            Shape::Circle { centre, radius, fill, stroke } => {
                self.put(format_args!(
                    "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"",
                    Number(centre.x),
                    Number(centre.y),
                    Number(radius)
                ));
                self.paint(fill, stroke);
            }
            Shape::Line { ends, stroke } => {
                self.put(format_args!("<polyline points=\"{}\"", Points(&ends)));
                self.paint(None, Some(stroke));
            }
            Shape::Area { points, fill } => {
                self.put(format_args!("<polygon points=\"{}\"", Points(points)));
                self.paint(Some(fill), None);
            }
            Shape::Path { points, stroke } => {
                self.put(format_args!("<polyline points=\"{}\"", Points(points)));
                self.paint(None, Some(stroke));
            }
            Shape::Polygon { points, fill, stroke } => {
                self.put(format_args!("<polygon points=\"{}\"", Points(points)));
                self.paint(fill, stroke);
            }
            Shape::Quads { quads } => {
                for (rect, ink) in quads {
                    self.put(format_args!("<rect{}", Corners(*rect)));
                    self.paint(Some(*ink), None);
                }
            }
            Shape::Text { text, at, look } => self.text(text, at, look),
        }
    }

    /// Ends an element with its fill and stroke.
    fn paint(&mut self, fill: Option<Ink>, stroke: Option<Stroke>) {
        match fill {
            Some(ink) => {
                let colour = self.palette.rgba(ink);
                self.put(format_args!(" fill=\"{}\"{}", Hex(colour), Opacity("fill", colour)));
            }
            None => self.put(format_args!(" fill=\"none\"")),
        }
        if let Some(stroke) = stroke {
            let colour = self.palette.rgba(stroke.ink);
            self.put(format_args!(
                " stroke=\"{}\"{} stroke-width=\"{}\"",
                Hex(colour),
                Opacity("stroke", colour),
                Number(stroke.width)
            ));
            if let Some((dash, gap)) = stroke.dash {
                let (dash, gap) = (Number(dash), Number(gap));
                self.put(format_args!(" stroke-dasharray=\"{dash} {gap}\""));
            }
        }
        self.put(format_args!("/>\n"));
    }

    fn text(&mut self, text: &str, at: Point, look: TextLook) {
        let anchor = match look.anchor {
            Anchor::Left => "start",
            Anchor::Centre => "middle",
            Anchor::Right => "end",
        };
        let weight = match look.weight {
            Weight::Regular => 400,
            Weight::Medium => 500,
            Weight::Semibold => 600,
        };
        // Half the height of a capital letter below the middle lies the base line.
        let drop = 0.36 * look.size;
        let (x, y) = (Number(at.x), Number(at.y));
        let place = if look.upwards {
            format!("transform=\"translate({x} {y}) rotate(-90)\" y=\"{}\"", Number(drop))
        } else {
            format!("x=\"{x}\" y=\"{}\"", Number(at.y + drop))
        };
        let (size, fill) = (Number(look.size), Hex(self.palette.rgba(look.ink)));
        self.put(format_args!(
            "<text {place} font-size=\"{size}\" font-weight=\"{weight}\" \
             text-anchor=\"{anchor}\" fill=\"{fill}\">{}</text>\n",
            Escaped(text)
        ));
    }
}

/// A coordinate with at most two decimals, so that equal pictures are equal files.
struct Number(f32);

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rounded = (self.0 * 100.0).round() / 100.0;
        // Adding zero turns −0 into 0; no coordinate is ever infinite in a file.
        write!(f, "{}", if rounded.is_finite() { rounded + 0.0 } else { 0.0 })
    }
}

struct Corners(Rect);

impl std::fmt::Display for Corners {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (x, y) = (Number(self.0.left()), Number(self.0.top()));
        let (width, height) = (Number(self.0.width()), Number(self.0.height()));
        write!(f, " x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
    }
}

struct Points<'a>(&'a [Point]);

impl std::fmt::Display for Points<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (number, point) in self.0.iter().enumerate() {
            let space = if number == 0 { "" } else { " " };
            write!(f, "{space}{},{}", Number(point.x), Number(point.y))?;
        }
        Ok(())
    }
}

struct Hex(Rgba);

impl std::fmt::Display for Hex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.0.red, self.0.green, self.0.blue)
    }
}

/// ` fill-opacity="0.5"` where a colour lets something through.
struct Opacity(&'static str, Rgba);

impl std::fmt::Display for Opacity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.1.opacity == u8::MAX {
            return Ok(());
        }
        write!(f, " {}-opacity=\"{}\"", self.0, Number(f32::from(self.1.opacity) / 255.0))
    }
}

/// Text that is safe between tags and in attributes; characters that XML forbids are left out.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\t' => f.write_char(' ')?,
                letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => {}
                letter => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}
