//! The bundled fonts: Inter in three weights with a Chinese subset behind each (in two weights:
//! Chinese titles and key figures are as heavy as the Latin ones beside them).
//!
//! They are described as the text layout of `epaint` takes them, which shapes what the window
//! shows; so a text is as wide in a file as it is on the screen.

use std::sync::Arc;

use epaint::text::{FontData, FontDefinitions, FontFamily, FontId};

use super::{Letters, Weight};

/// The families of the three weights. What none of their faces has is left to those of the layout
/// itself, and to those that a window finds on its system.
#[must_use]
pub fn font_definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let bundled: [(&str, &'static [u8]); 5] = [
        ("inter-regular", include_bytes!("../../../assets/fonts/Inter-Regular.otf")),
        ("inter-medium", include_bytes!("../../../assets/fonts/Inter-Medium.otf")),
        ("inter-semibold", include_bytes!("../../../assets/fonts/Inter-SemiBold.otf")),
        ("cjk", include_bytes!("../../../assets/fonts/CJK-SC-gb2312.otf")),
        ("cjk-medium", include_bytes!("../../../assets/fonts/CJK-SC-gb2312-Medium.otf")),
    ];
    for (name, bytes) in bundled {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let behind = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (weight, latin, chinese) in [
        (Weight::Regular, "inter-regular", "cjk"),
        (Weight::Medium, "inter-medium", "cjk-medium"),
        (Weight::Semibold, "inter-semibold", "cjk-medium"),
    ] {
        let mut faces = vec![latin.to_owned(), chinese.to_owned()];
        faces.extend(behind.iter().cloned());
        fonts.families.insert(font_family(weight), faces);
    }
    fonts
}

/// The family that holds a weight.
#[must_use]
pub fn font_family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Medium => FontFamily::Name("medium".into()),
        Weight::Semibold => FontFamily::Name("semibold".into()),
    }
}

/// The font of some letters.
#[must_use]
pub fn font_of(letters: Letters) -> FontId {
    FontId::new(letters.size, font_family(letters.weight))
}
