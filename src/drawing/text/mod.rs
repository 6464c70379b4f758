//! Letters: how large and how heavy they are, how wide a text is, and how it is cut to its room.
//!
//! # What always holds
//!
//! - A text is as wide in a file as on the screen: both are measured by one layout
//!   ([`Typesetter`]), and set as glyphs by the same shaper, from the same faces ([`Shaper`];
//!   `a_text_is_as_long_in_glyphs_as_it_is_measured`).
//! - No line ends between a number and its unit (`a_number_keeps_its_unit`).
//! - A text that does not fit is cut with `…`, and only then (`text_is_cut_only_where_it_must_be`).
//! - Every character of interface and samples has its glyph in the bundled fonts
//!   (`tests/house/glyphs.rs`).
//!
//! This is the only place below the window that names the toolkit's text layout (`tests/house`).

mod fit;
mod fonts;
mod lines;
mod outlines;
mod shaping;
mod typesetter;

pub use fonts::{Face, font_definitions, font_family, font_of};
pub use lines::breaks;
pub use outlines::{BOX_HEIGHT, BOX_SIDE, Bend, HALF_CAPITAL};
pub use shaping::{Glyph, GlyphRun, Shaped, Shaper};
pub use typesetter::{KnownWidths, Typesetter, line_height, line_width};

pub(super) use fit::{is_ideograph, wrapped, write_elided};
pub(super) use lines::lines_of;

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 500.
    Medium,
    /// 600.
    Semibold,
}

/// How large and how heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letters {
    /// In screen points.
    pub size: f32,
    /// How heavy.
    pub weight: Weight,
}

/// How much room a line of text takes.
pub trait MeasureText {
    /// The width of one line in screen points; `size` is that of its letters.
    fn width(&self, text: &str, size: f32, weight: Weight) -> f32;

    /// The height of one line in screen points, from one line to the next.
    fn height(&self, size: f32, weight: Weight) -> f32;
}
