//! Measures texts by the layout that the window uses, with a window or without one.

use std::cell::RefCell;
use std::hash::{DefaultHasher, Hash, Hasher};

use epaint::Color32;
use epaint::text::{Fonts, FontsView, TextOptions};
use rustc_hash::FxHashMap;

use super::fonts::{font_definitions, font_of};
use super::{Letters, MeasureText, Weight};

/// How many widths are remembered before all are forgotten.
const MOST_WIDTHS: usize = 50_000;

/// Widths that were measured before: the same few thousand texts are asked for in every frame, and
/// laying one out costs about a microsecond.
#[derive(Default)]
pub struct KnownWidths {
    /// By a hash of text, size and weight. Two texts that share one would be cut or centred a
    /// little wrong; among fifty thousand the odds are one in fifteen thousand million.
    widths: FxHashMap<u64, f32>,
    heights: FxHashMap<(u32, Weight), f32>,
    /// The pixels per point that they were measured for; letters are fitted to pixels.
    pixels_per_point: f32,
}

impl KnownWidths {
    /// The width of a line; it is laid out where it is not known yet for these pixels.
    pub fn width(
        &mut self,
        text: &str,
        letters: Letters,
        pixels_per_point: f32,
        lay_out: impl FnOnce() -> f32,
    ) -> f32 {
        self.fit(pixels_per_point);
        let mut hasher = DefaultHasher::new();
        (text, letters.size.to_bits(), letters.weight).hash(&mut hasher);
        *self.widths.entry(hasher.finish()).or_insert_with(lay_out)
    }

    /// The height of a line, likewise.
    pub fn height(
        &mut self,
        letters: Letters,
        pixels_per_point: f32,
        lay_out: impl FnOnce() -> f32,
    ) -> f32 {
        self.fit(pixels_per_point);
        let key = (letters.size.to_bits(), letters.weight);
        *self.heights.entry(key).or_insert_with(lay_out)
    }

    /// Forgets what was measured for other pixels, and everything once it has become too much.
    fn fit(&mut self, pixels_per_point: f32) {
        let rescaled = (self.pixels_per_point - pixels_per_point).abs() > f32::EPSILON;
        if rescaled || self.widths.len() > MOST_WIDTHS {
            self.widths.clear();
            self.heights.clear();
            self.pixels_per_point = pixels_per_point;
        }
    }
}

/// The width of a line of text in points, as it is laid out in some fonts.
pub fn line_width(fonts: &mut FontsView<'_>, text: &str, letters: Letters) -> f32 {
    fonts.layout_no_wrap(text.to_owned(), font_of(letters), Color32::PLACEHOLDER).size().x
}

/// The height of a line of text in points, as it is laid out in some fonts.
pub fn line_height(fonts: &mut FontsView<'_>, letters: Letters) -> f32 {
    // As tall as a line that is laid out, which is set on whole pixels: the fonts alone say less.
    fonts.layout_no_wrap("x".to_owned(), font_of(letters), Color32::PLACEHOLDER).size().y
}

/// Measures texts in the bundled fonts without a window, as one with so many pixels per point
/// does. Costs some 10 ms to make; keep it.
pub struct Typesetter {
    fonts: RefCell<Fonts>,
    known: RefCell<KnownWidths>,
    pixels_per_point: f32,
}

impl Typesetter {
    /// For a picture with so many pixels per point, such as 1 for a file that is drawn at any size.
    #[must_use]
    pub fn new(pixels_per_point: f32) -> Self {
        let fonts = Fonts::new(TextOptions::default(), font_definitions());
        Self { fonts: fonts.into(), known: RefCell::default(), pixels_per_point }
    }
}

impl MeasureText for Typesetter {
    fn width(&self, text: &str, size: f32, weight: Weight) -> f32 {
        let letters = Letters { size, weight };
        let pixels = self.pixels_per_point;
        self.known.borrow_mut().width(text, letters, pixels, || {
            line_width(&mut self.fonts.borrow_mut().with_pixels_per_point(pixels), text, letters)
        })
    }

    fn height(&self, size: f32, weight: Weight) -> f32 {
        let letters = Letters { size, weight };
        let pixels = self.pixels_per_point;
        self.known.borrow_mut().height(letters, pixels, || {
            line_height(&mut self.fonts.borrow_mut().with_pixels_per_point(pixels), letters)
        })
    }
}
