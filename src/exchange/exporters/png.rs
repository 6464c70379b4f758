//! A picture as pixels, made and written in bands: memory grows neither with its height nor, beyond
//! some width, with that.

use vello_cpu::kurbo::{Affine, BezPath, Cap, Circle, Join, RoundedRect, Shape as _, Stroke};
use vello_cpu::peniko::{Blob, Color, FontData};
use vello_cpu::{Glyph, Pixmap, RenderContext, Resources};

use super::painting::{Line, Outline, Pen, Surface, missing_letters, paint};
use super::{Paper, Picture, Refused, Written};
use crate::drawing::{Face, Ink, Page, Point, Rect, Rgba, Size};

/// The most rows of a band, and the fewest.
const BAND: u32 = 512;
const LEAST_BAND: u32 = 64;
/// The pixels that a band has at most while it has more rows than the fewest.
const BAND_PIXELS: u32 = 4_000_000;
/// The longest side, in pixels.
pub const LONGEST_SIDE: u32 = 60_000;
/// The most pixels.
pub const MOST_PIXELS: u64 = 400_000_000;
/// Metres of an inch.
const INCH: f64 = 0.0254;
/// Points of the plane in an inch.
const POINTS_PER_INCH: f64 = 96.0;

/// How a picture becomes pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pixels {
    /// Pixels of a point.
    pub scale: f32,
    /// Whether what nothing is painted on lets through what lies behind, instead of being the
    /// ground of the palette.
    pub transparent: bool,
}

impl Default for Pixels {
    fn default() -> Self {
        Self { scale: 2.0, transparent: false }
    }
}

impl Pixels {
    /// How wide and high a part of the plane becomes.
    ///
    /// # Errors
    /// If that is too large, the largest scale that fits.
    pub fn of(self, size: Size) -> Result<(u32, u32), Refused> {
        // A hundredth of a pixel is no reason for one more.
        let pixels_of = |length: f32| {
            (f64::from(length.max(0.0)) * f64::from(self.scale) - 0.01).ceil().max(1.0)
        };
        let (width, height) = (pixels_of(size.width), pixels_of(size.height));
        let longest = f64::from(LONGEST_SIDE);
        if width <= longest && height <= longest && width * height <= MOST_PIXELS as f64 {
            // Whole numbers of at most 60,000.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            return Ok((width as u32, height as u32));
        }
        let (width, height) = (f64::from(size.width), f64::from(size.height));
        let fits =
            (longest / width.max(height)).min((MOST_PIXELS as f64 / (width * height)).sqrt());
        Err(Refused::TooLarge { scale: (fits * 100.0).floor() / 100.0 })
    }
}

/// The picture as a PNG file, with its title and resolution.
pub(super) fn png(picture: &Picture<'_>) -> Result<Written, Refused> {
    let pixels = picture.pixels;
    let (width, height) = pixels.of(picture.viewport.size())?;
    let mut bytes = Vec::new();
    let written = write(picture, (width, height), &mut bytes);
    written.map_err(|error| Refused::NotWritten(error.to_string()))?;
    Ok(Written::alone(bytes).lacking(missing_letters(picture.lists, picture.shaper)))
}

/// The picture as colours of pixels, row by row, four bytes each: red, green, blue, opacity.
///
/// # Errors
/// As [`Pixels::of`].
pub fn pixels(picture: &Picture<'_>) -> Result<((u32, u32), Vec<u8>), Refused> {
    let size = picture.pixels.of(picture.viewport.size())?;
    let mut all = Vec::with_capacity(size.0 as usize * size.1 as usize * 4);
    bands(picture, size, |rows| {
        all.extend_from_slice(rows);
        Ok(())
    })
    .map_err(|error| Refused::NotWritten(error.to_string()))?;
    Ok((size, all))
}

/// A page as colours of pixels, row by row, four bytes each, with so many pixels to a point of paper. It
/// is to be looked at: pages are not written so.
///
/// # Errors
/// As [`Pixels::of`].
pub fn page_pixels(
    page: &Page,
    paper: &Paper<'_>,
    scale: f32,
) -> Result<((u32, u32), Vec<u8>), Refused> {
    let size = Pixels { scale, transparent: false }.of(page.size)?;
    let narrow = |length: u32| u16::try_from(length).unwrap_or(u16::MAX);
    let mut context = RenderContext::new(narrow(size.0), narrow(size.1));
    let mut resources = Resources::new();
    let fonts = fonts();
    let ground = if paper.ground { paper.palette.rgba(Ink::Background) } else { Rgba::WHITE };
    let sheet = Rect::of(Point::default(), Size::new(size.0 as f32, size.1 as f32));
    context.set_paint(colour(ground));
    context.fill_path(&rect(sheet).to_path(0.1));
    for panel in &page.panels {
        let corner = panel.viewport.min;
        let placing = Affine::scale(f64::from(scale))
            * Affine::translate((f64::from(panel.at.x), f64::from(panel.at.y)))
            * Affine::scale(f64::from(panel.scale))
            * Affine::translate((-f64::from(corner.x), -f64::from(corner.y)));
        let mut band = Band {
            context: &mut context,
            resources: &mut resources,
            fonts: &fonts,
            placing,
            corner,
            scale: scale * panel.scale,
            bounds: panel.viewport,
            clipped: false,
        };
        paint(&panel.lists, paper.palette, paper.shaper, panel.viewport, &mut band);
        band.unclip();
    }
    let mut pixmap = Pixmap::new(narrow(size.0), narrow(size.1));
    context.flush();
    context.render(&mut pixmap, &mut resources);
    Ok((size, pixmap.data_as_u8_slice_mut().to_vec()))
}

/// The bundled fonts, as they are painted with.
fn fonts() -> [(Face, FontData); Face::ALL.len()] {
    Face::ALL.map(|face| {
        let bytes: std::sync::Arc<&'static [u8]> = std::sync::Arc::new(face.bytes());
        (face, FontData::new(Blob::new(bytes), 0))
    })
}

fn write(
    picture: &Picture<'_>,
    (width, height): (u32, u32),
    to: &mut Vec<u8>,
) -> Result<(), png::EncodingError> {
    use std::io::Write as _;
    let mut encoder = png::Encoder::new(to, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    let dots = f64::from(picture.pixels.scale) * POINTS_PER_INCH / INCH;
    // At most a few hundred thousand a metre.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let dots = dots.round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: dots,
        yppu: dots,
        unit: png::Unit::Meter,
    }));
    encoder.add_itxt_chunk("Title".to_owned(), picture.title.to_owned())?;
    let mut writer = encoder.write_header()?;
    let mut stream = writer.stream_writer()?;
    bands(picture, (width, height), |rows| Ok(stream.write_all(rows)?))?;
    stream.finish()
}

/// Makes the bands one after another.
fn bands(
    picture: &Picture<'_>,
    (width, height): (u32, u32),
    mut take: impl FnMut(&[u8]) -> Result<(), png::EncodingError>,
) -> Result<(), png::EncodingError> {
    let columns = u16::try_from(width).unwrap_or(u16::MAX);
    let scale = picture.pixels.scale;
    let fonts = fonts();
    let mut resources = Resources::new();
    // A wide picture has lower bands, so that none takes more memory than another.
    let most = (BAND_PIXELS / width.max(1)).clamp(LEAST_BAND, BAND);
    let mut top = 0;
    while top < height {
        let rows = u16::try_from((height - top).min(most)).unwrap_or(u16::MAX);
        let mut context = RenderContext::new(columns, rows);
        let corner = picture.viewport.min;
        let placing = Affine::translate((0.0, -f64::from(top)))
            * Affine::scale(f64::from(scale))
            * Affine::translate((-f64::from(corner.x), -f64::from(corner.y)));
        let mut band = Band {
            context: &mut context,
            resources: &mut resources,
            fonts: &fonts,
            placing,
            corner,
            scale,
            bounds: picture.viewport,
            clipped: false,
        };
        let part = Rect::new(
            corner.x,
            corner.y + top as f32 / scale,
            picture.viewport.right(),
            corner.y + (top + u32::from(rows)) as f32 / scale,
        );
        if !picture.pixels.transparent {
            let ground = picture.palette.rgba(Ink::Background);
            // The last pixels are covered too where the picture ends within them.
            let all = picture.viewport.grown(1.0 / scale);
            band.shape(Outline::Rect(all, 0.0), Some(ground), None);
        }
        paint(picture.lists, picture.palette, picture.shaper, part, &mut band);
        band.unclip();
        let mut pixmap = Pixmap::new(columns, rows);
        context.flush();
        context.render(&mut pixmap, &mut resources);
        if picture.pixels.transparent {
            let pixels = pixmap.take_unpremultiplied();
            let rows = pixels.iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b, pixel.a]);
            take(&rows.collect::<Vec<u8>>())?;
        } else {
            let rows = pixmap.data_as_u8_slice_mut();
            // The ground covers everything: what is missing of its opacity was lost in rounding.
            for opacity in rows.iter_mut().skip(3).step_by(4) {
                *opacity = u8::MAX;
            }
            take(rows)?;
        }
        top += most;
    }
    Ok(())
}

struct Band<'a> {
    context: &'a mut RenderContext,
    resources: &'a mut Resources,
    fonts: &'a [(Face, FontData)],
    /// From the plane to the pixels of the band.
    placing: Affine,
    corner: Point,
    scale: f32,
    /// What lies outside is not painted.
    bounds: Rect,
    clipped: bool,
}

impl Band<'_> {
    fn unclip(&mut self) {
        if std::mem::take(&mut self.clipped) {
            self.context.pop_clip_path();
        }
    }

    /// The middle of a line so wide, set so that its edges lie between pixels.
    fn on_pixels(&self, at: f32, from: f32, width: f32) -> f32 {
        let wide = (width * self.scale).round().max(1.0);
        let low = ((at - from) * self.scale - wide / 2.0).round();
        from + (low + wide / 2.0) / self.scale
    }
}

fn colour(rgba: Rgba) -> Color {
    Color::from_rgba8(rgba.red, rgba.green, rgba.blue, rgba.opacity)
}

fn rect(rect: Rect) -> vello_cpu::kurbo::Rect {
    vello_cpu::kurbo::Rect::new(
        rect.left().into(),
        rect.top().into(),
        rect.right().into(),
        rect.bottom().into(),
    )
}

fn path(points: &[Point], closed: bool) -> BezPath {
    let mut path = BezPath::new();
    for (at, point) in points.iter().enumerate() {
        let point = (f64::from(point.x), f64::from(point.y));
        if at == 0 {
            path.move_to(point);
        } else {
            path.line_to(point);
        }
    }
    if closed && !points.is_empty() {
        path.close_path();
    }
    path
}

impl Surface for Band<'_> {
    fn clip(&mut self, clip: Rect) {
        self.unclip();
        self.context.set_transform(self.placing);
        self.context.push_clip_path(&rect(clip.intersection(self.bounds)).to_path(0.1));
        self.clipped = true;
    }

    fn shape(&mut self, outline: Outline<'_>, fill: Option<Rgba>, pen: Option<Pen>) {
        self.context.set_transform(self.placing);
        let path = match outline {
            Outline::Rect(area, radius) => {
                RoundedRect::from_rect(rect(area), f64::from(radius)).to_path(0.05)
            }
            Outline::Circle(centre, radius) => {
                Circle::new((f64::from(centre.x), f64::from(centre.y)), f64::from(radius))
                    .to_path(0.02)
            }
            Outline::Line([mut a, mut b]) => {
                let width = pen.map_or(1.0, |pen| pen.width);
                if (a.x - b.x).abs() < 0.01 {
                    a.x = self.on_pixels(a.x, self.corner.x, width);
                    b.x = a.x;
                } else if (a.y - b.y).abs() < 0.01 {
                    a.y = self.on_pixels(a.y, self.corner.y, width);
                    b.y = a.y;
                }
                path(&[a, b], false)
            }
            Outline::Open(points) => path(points, false),
            Outline::Closed(points) => path(points, true),
        };
        if let Some(fill) = fill {
            self.context.set_paint(colour(fill));
            self.context.fill_path(&path);
        }
        if let Some(pen) = pen {
            let mut stroke =
                Stroke::new(f64::from(pen.width)).with_caps(Cap::Butt).with_join(Join::Miter);
            if let Some((dash, gap)) = pen.dash {
                stroke = stroke.with_dashes(0.0, [f64::from(dash), f64::from(gap)]);
            }
            self.context.set_stroke(stroke);
            self.context.set_paint(colour(pen.colour));
            self.context.stroke_path(&path);
        }
    }

    fn letters(&mut self, line: &Line<'_>) {
        let start = Affine::translate((f64::from(line.start.x), f64::from(line.start.y)));
        let turn = if line.upwards {
            Affine::rotate(-std::f64::consts::FRAC_PI_2)
        } else {
            Affine::IDENTITY
        };
        self.context.set_transform(self.placing * start * turn);
        self.context.set_paint(colour(line.colour));
        let mut x = 0.0;
        for run in &line.shaped.runs {
            let Some((_, font)) = self.fonts.iter().find(|(face, _)| *face == run.face) else {
                continue;
            };
            let mut glyphs = Vec::with_capacity(run.glyphs.len());
            for glyph in &run.glyphs {
                glyphs.push(Glyph {
                    id: glyph.id,
                    x: (x + glyph.offset.0) * line.size,
                    y: -glyph.offset.1 * line.size,
                });
                x += glyph.advance;
            }
            self.context
                .glyph_run(self.resources, font)
                .font_size(line.size)
                .hint(false)
                .fill_glyphs(glyphs.into_iter());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::drawing::{DisplayList, Palette, Shaper, Typesetter, whole_units};
    use crate::pictures::{Shown, draw_sheet};
    use crate::wording::{Language, Wording};

    /// The licence office as it is drawn, and what takes a picture of it.
    fn with_office<T>(take: impl FnOnce(&Picture<'_>) -> T) -> T {
        let office = crate::storage::sample("driver-licence-office").unwrap();
        let blueprint = office.open().unwrap();
        let scenario = blueprint.baseline();
        let (analysis, words) = (analyse(scenario), Wording::new(Language::English));
        let shown =
            Shown { scenario, analysis: &analysis, words: &words, currency: blueprint.currency() };
        let mut lists = [DisplayList::new()];
        let viewport = draw_sheet(&shown, &Typesetter::new(1.0), &mut lists[0]);
        take(&Picture {
            lists: &lists,
            palette: &Palette::light(),
            viewport,
            title: "Office & “more”, 办公室",
            description: "",
            language: "en",
            titles: &[],
            outlines: false,
            shaper: &Shaper::new(),
            pixels: Pixels::default(),
        })
    }

    fn decoded(bytes: &[u8]) -> ((u32, u32), Vec<u8>, String) {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut all = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut all).unwrap();
        let info = reader.info();
        let title = info.utf8_text.iter().find(|text| text.keyword == "Title").unwrap();
        let title = title.get_text().unwrap();
        ((info.width, info.height), all, title)
    }

    #[test]
    fn a_file_holds_the_pixels_and_the_title() {
        with_office(|picture| {
            let written = png(picture).unwrap();
            let (size, rows, title) = decoded(&written.files[0].bytes);
            assert_eq!(title, picture.title);
            let (known, all) = pixels(picture).unwrap();
            assert_eq!(size, known);
            let wide = f64::from(picture.viewport.width()) * 2.0;
            assert!((f64::from(size.0) - wide).abs() < 1.0, "{size:?} {wide}");
            assert!(rows == all, "both ways make the same pixels");
            assert!(rows.chunks(4).all(|pixel| pixel[3] == u8::MAX), "nothing shines through");
            let again = png(picture).unwrap();
            assert_eq!(again, written, "the same to the byte");
        });
    }

    /// The words of a picture lie where they are measured to lie: dark pixels around their places.
    #[test]
    fn every_text_is_written_where_it_belongs() {
        with_office(|picture| {
            let ((width, _), all) = pixels(picture).unwrap();
            let mut seen = 0;
            for item in picture.lists[0].iter() {
                let crate::drawing::Shape::Text { at, look, text } = item.shape else { continue };
                if text.trim().is_empty() {
                    continue;
                }
                let ink = picture.palette.rgba(look.ink);
                let near = |x: u32, y: u32| {
                    let at = (y * width + x) as usize * 4;
                    let pixel = &all[at..at + 3];
                    let far = |a: u8, b: u8| u32::from(a.abs_diff(b));
                    far(pixel[0], ink.red) + far(pixel[1], ink.green) + far(pixel[2], ink.blue) < 90
                };
                // Within the letters next to the anchor.
                let reach = look.size;
                let side = |value: f32| u32::try_from(whole_units(value.max(0.0) * 2.0)).unwrap();
                let (left, right) = (side(at.x - reach), side(at.x + reach));
                let (top, bottom) = (side(at.y - reach), side(at.y + reach));
                let found = (top..bottom).any(|y| (left..right.min(width)).any(|x| near(x, y)));
                assert!(found, "{text} at {at:?}");
                seen += 1;
            }
            assert!(seen > 60, "{seen}");
        });
    }

    /// A difference of colour that nobody sees.
    const SMALLEST_SEEN: u8 = 3;

    #[test]
    fn bands_meet_without_a_seam() {
        with_office(|picture| {
            // At this scale a band ends within the sheet; shifted by half a band it ends elsewhere.
            let ((width, height), whole) = pixels(picture).unwrap();
            assert!(height > 2 * BAND, "{height}");
            let down = 256.0 / picture.pixels.scale;
            let lower =
                Rect { min: picture.viewport.min + Point::new(0.0, down), ..picture.viewport };
            let (_, shifted) = pixels(&Picture { viewport: lower, ..*picture }).unwrap();
            let skip = (width * 256 * 4) as usize;
            let far = whole[skip..].iter().zip(&shifted).map(|(a, b)| a.abs_diff(*b)).max();
            assert!(far <= Some(SMALLEST_SEEN), "{far:?} wherever bands end");
        });
    }

    #[test]
    fn the_ground_reaches_the_last_pixels_at_any_scale() {
        with_office(|picture| {
            for scale in [0.3, 0.37, 0.51, 1.3] {
                let asked = Pixels { scale, ..picture.pixels };
                let ((width, height), all) =
                    pixels(&Picture { pixels: asked, ..*picture }).unwrap();
                let ground = picture.palette.rgba(Ink::Background);
                let last = &all[((width * height - 1) * 4) as usize..];
                let near = |a: u8, b: u8| a.abs_diff(b) < 20;
                assert!(near(last[0], ground.red) && near(last[1], ground.green), "{last:?}");
            }
        });
    }

    #[test]
    fn what_is_not_painted_can_let_through() {
        with_office(|picture| {
            let pixels_asked = Pixels { transparent: true, scale: 1.0 };
            let wider = picture.viewport.grown(20.0);
            let asked = Picture { pixels: pixels_asked, viewport: wider, ..*picture };
            let (_, all) = pixels(&asked).unwrap();
            assert_eq!(all[3], 0, "beside the sheet nothing is painted");
            assert!(all.chunks(4).any(|pixel| pixel[3] == u8::MAX));
        });
    }

    #[test]
    fn what_is_too_large_is_refused_with_the_scale_that_fits() {
        with_office(|picture| {
            let size = Size::new(100_000.0, 3_000.0);
            let pixels = Pixels { scale: 1.0, transparent: false };
            let Err(Refused::TooLarge { scale }) = pixels.of(size) else { panic!("not refused") };
            assert!((scale - 0.6).abs() < 1e-9, "{scale}");
            let fits = Pixels { scale: 0.6, ..pixels }.of(size);
            assert_eq!(fits, Ok((60_000, 1_800)));
            let viewport = Rect::new(0.0, 0.0, size.width, size.height);
            assert!(png(&Picture { viewport, ..*picture }).is_err());
        });
    }
}
