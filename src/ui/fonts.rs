//! The fonts of the window: those of the drawing, and the icons, which are a family of their own.
//! The system's fonts serve what is left.

use std::sync::Arc;

use egui::{FontData, FontFamily, FontId};

pub(super) use crate::drawing::Weight;
use crate::drawing::{Letters, font_definitions, font_of};

/// A font of a weight and a size in points.
pub(super) fn font(weight: Weight, size: f32) -> FontId {
    font_of(Letters { size, weight })
}

/// The font of the icons at a size in points.
pub(super) fn icon(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("icons".into()))
}

/// Puts the bundled fonts in place; before the first frame.
pub(super) fn install(ctx: &egui::Context) {
    let mut fonts = font_definitions();
    let icons = FontData::from_static(include_bytes!("../../assets/icons/lucide-subset.ttf"));
    fonts.font_data.insert("icons".to_owned(), Arc::new(icons));
    // What is typed into a terminal may be Chinese too.
    if let Some(typed) = fonts.families.get_mut(&FontFamily::Monospace) {
        typed.push("cjk".to_owned());
    }
    fonts.families.insert(icon(1.0).family, vec!["icons".to_owned()]);
    // Logs stand in columns; Chinese names in them too.
    fonts.families.entry(FontFamily::Monospace).or_default().push("cjk".to_owned());
    ctx.set_fonts(fonts);
}
