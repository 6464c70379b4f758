//! A picture as SVG 1.1, for export and for looking at a picture without a window.

use std::fmt::Write as _;

use rustc_hash::{FxHashMap, FxHashSet};

use super::display_list::{Anchor, DisplayList, Item, Shape, Stroke, Subject, TextLook};
use super::ink::{Ink, Palette, Rgba};
use super::space::{Point, Rect};
use super::text::{Bend, HALF_CAPITAL, Shaped, Shaper, Weight};

/// What a picture says of its subjects, each in a few words or a sentence.
pub type Titles = FxHashMap<Subject, String>;

/// A picture to be written as SVG.
#[derive(Clone, Copy)]
pub struct Svg<'a> {
    /// Its shapes, list over list.
    pub lists: &'a [DisplayList],
    /// What its inks look like.
    pub palette: &'a Palette,
    /// The part of the plane that is shown.
    pub viewport: Rect,
    /// The fonts of its letters: a CSS list, such as `Inter, sans-serif`.
    pub fonts: &'a str,
    /// What its identifiers begin with, where several pictures are in one file; else blank.
    pub prefix: &'a str,
    /// What it is of; blank for none.
    pub title: &'a str,
    /// What there is to see in it; blank for none.
    pub description: &'a str,
    /// The language of its texts, as a tag; blank if it is not known.
    pub language: &'a str,
    /// What each list says of its subjects; lists beyond the last say nothing.
    pub titles: &'a [&'a Titles],
    /// Measures its texts, so that no other font makes them wider.
    pub shaper: Option<&'a Shaper>,
    /// Whether letters become shapes, which look the same everywhere and can no longer be read as a
    /// text.
    pub outlines: bool,
}

/// Writes a picture as an SVG document that shows `viewport`, list over list, with real text in the
/// given fonts (a CSS list, such as `Inter, sans-serif`), and says nothing of it.
#[must_use]
pub fn svg(lists: &[DisplayList], palette: &Palette, viewport: Rect, fonts: &str) -> String {
    let (prefix, title, description, language) = ("", "", "", "");
    let (titles, shaper, outlines) = (&[][..], None, false);
    Svg {
        lists,
        palette,
        viewport,
        fonts,
        prefix,
        title,
        description,
        language,
        titles,
        shaper,
        outlines,
    }
    .write()
}

impl Svg<'_> {
    /// The document. Linear in the shapes.
    #[must_use]
    pub fn write(&self) -> String {
        let mut writer = Writer { out: String::new(), picture: self, named: FxHashSet::default() };
        writer.head();
        let mut open: Option<Rect> = None;
        let mut group: Option<Subject> = None;
        let mut clips = 0_u32;
        let prefix = self.prefix;
        for (at, list) in self.lists.iter().enumerate() {
            let titles = self.titles.get(at);
            for item in list.iter() {
                let subject = Some(item.key.subject);
                let named =
                    subject.filter(|subject| titles.is_some_and(|t| t.contains_key(subject)));
                if group.is_some() && (group != named || open != Some(item.clip)) {
                    writer.put(format_args!("</g>\n"));
                    group = None;
                }
                if open != Some(item.clip) {
                    if open.is_some() {
                        writer.put(format_args!("</g>\n"));
                    }
                    let rect = Corners(item.clip);
                    writer.put(format_args!(
                        "<clipPath id=\"{prefix}c{clips}\"><rect{rect}/></clipPath>\n\
                         <g clip-path=\"url(#{prefix}c{clips})\">\n"
                    ));
                    clips += 1;
                    open = Some(item.clip);
                }
                if let Some((subject, titles)) = named.zip(titles).filter(|_| group != named) {
                    let title = titles.get(&subject).map_or("", String::as_str);
                    writer.group(subject, title);
                    group = named;
                }
                writer.item(&item);
            }
            // The same subject of the next list is another picture of it.
            if group.take().is_some() {
                writer.put(format_args!("</g>\n"));
            }
        }
        if open.is_some() {
            writer.put(format_args!("</g>\n"));
        }
        writer.put(format_args!("</svg>\n"));
        writer.out
    }
}

struct Writer<'a> {
    out: String,
    picture: &'a Svg<'a>,
    /// The identifiers that were given.
    named: FxHashSet<String>,
}

impl Writer<'_> {
    fn head(&mut self) {
        let Svg { viewport, title, description, language, .. } = *self.picture;
        let (x, y) = (Number(viewport.left()), Number(viewport.top()));
        let (width, height) = (Number(viewport.width()), Number(viewport.height()));
        self.put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"{x} {y} {width} {height}\" font-family=\"{}\"",
            Escaped(self.picture.fonts)
        ));
        if !language.is_empty() {
            self.put(format_args!(" xml:lang=\"{}\"", Escaped(language)));
        }
        if title.is_empty() {
            self.put(format_args!(">\n"));
            return;
        }
        self.put(format_args!(" role=\"img\">\n<title>{}</title>\n", Escaped(title)));
        if !description.is_empty() {
            self.put(format_args!("<desc>{}</desc>\n", Escaped(description)));
        }
    }

    /// Begins a group of shapes of one subject. The first of them has its name.
    fn group(&mut self, subject: Subject, title: &str) {
        let name = identifier(subject);
        match name.filter(|name| self.named.insert(name.clone())) {
            Some(name) => self.put(format_args!("<g id=\"{}{name}\">", self.picture.prefix)),
            None => self.put(format_args!("<g>")),
        }
        self.put(format_args!("<title>{}</title>\n", Escaped(title)));
    }

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
                let colour = self.picture.palette.rgba(ink);
                self.put(format_args!(" fill=\"{}\"{}", Hex(colour), Opacity("fill", colour)));
            }
            None => self.put(format_args!(" fill=\"none\"")),
        }
        if let Some(stroke) = stroke {
            let colour = self.picture.palette.rgba(stroke.ink);
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
        let drop = HALF_CAPITAL * look.size;
        let (x, y) = (Number(at.x), Number(at.y));
        let place = if look.upwards {
            format!("transform=\"translate({x} {y}) rotate(-90)\" y=\"{}\"", Number(drop))
        } else {
            format!("x=\"{x}\" y=\"{}\"", Number(at.y + drop))
        };
        let (size, fill) = (Number(look.size), Hex(self.picture.palette.rgba(look.ink)));
        let shaped = self.picture.shaper.map(|shaper| shaper.shape(text, look.weight));
        if let Some((shaper, shaped)) = self.picture.shaper.zip(shaped.as_deref())
            && self.picture.outlines
        {
            let start = look.base(at, shaped.width);
            let path = Letters { shaper, shaped, start, size: look.size, upwards: look.upwards };
            self.put(format_args!("<path fill=\"{fill}\" d=\"{path}\"/>\n"));
            return;
        }
        self.put(format_args!(
            "<text {place} font-size=\"{size}\" font-weight=\"{weight}\" \
             text-anchor=\"{anchor}\" fill=\"{fill}\""
        ));
        let length = shaped.map_or(0.0, |shaped| shaped.width * look.size);
        // One letter is not stretched: there is nothing between it and the next.
        if length > 0.0 && text.chars().nth(1).is_some() {
            let length = Number(length);
            self.put(format_args!(" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\""));
        }
        self.put(format_args!(">{}</text>\n", Escaped(text)));
    }
}

/// What a subject is called in a file; parts of charts and what is being done have no name.
fn identifier(subject: Subject) -> Option<String> {
    Some(match subject {
        Subject::Lane(id) => format!("lane-{id}"),
        Subject::Phase(id) => format!("phase-{id}"),
        Subject::Step(id) => format!("step-{id}"),
        Subject::Link(id) => format!("link-{id}"),
        Subject::Zone(zone) => format!("zone-{zone:?}").to_lowercase(),
        Subject::Line(line) => format!("line-{line:?}").to_lowercase(),
        Subject::Sheet | Subject::Action | Subject::Chart | Subject::Part(_) | Subject::Wall(_) => {
            return None;
        }
    })
}

/// A line of text as one path; a box where a letter is that no font has.
struct Letters<'a> {
    shaper: &'a Shaper,
    shaped: &'a Shaped,
    start: Point,
    size: f32,
    upwards: bool,
}

impl std::fmt::Display for Letters<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut x = 0.0;
        for run in &self.shaped.runs {
            for glyph in &run.glyphs {
                let place = |point: Point| {
                    // Letters stand on their base line, upwards being more.
                    let along = (x + glyph.offset.0 + point.x) * self.size;
                    let up = (glyph.offset.1 + point.y) * self.size;
                    if self.upwards {
                        self.start + Point::new(-up, -along)
                    } else {
                        self.start + Point::new(along, -up)
                    }
                };
                for stroke in self.shaper.outline(run.face, glyph.id, glyph.advance) {
                    let (letter, points) = match &stroke {
                        Bend::Move(points) => ('M', &points[..]),
                        Bend::Line(points) => ('L', &points[..]),
                        Bend::Quadratic(points) => ('Q', &points[..]),
                        Bend::Cubic(points) => ('C', &points[..]),
                        Bend::Close => ('Z', &[][..]),
                    };
                    f.write_char(letter)?;
                    for (number, point) in points.iter().enumerate() {
                        let point = place(*point);
                        let space = if number == 0 { "" } else { " " };
                        write!(f, "{space}{} {}", Number(point.x), Number(point.y))?;
                    }
                }
                x += glyph.advance;
            }
        }
        Ok(())
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
