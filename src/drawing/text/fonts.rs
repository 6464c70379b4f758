//! The bundled fonts: Inter in three weights with a Chinese subset behind each (in two weights:
//! Chinese titles and key figures are as heavy as the Latin ones beside them).
//!
//! They are described as the text layout of `epaint` takes them, which shapes what the window
//! shows; so a text is as wide in a file as it is on the screen.

use std::sync::Arc;

use epaint::text::{FontData, FontDefinitions, FontFamily, FontId};

use super::{Letters, Weight};

/// A bundled font file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Inter, 400.
    InterRegular,
    /// Inter, 500.
    InterMedium,
    /// Inter, 600.
    InterSemibold,
    /// The Chinese subset, 400.
    Chinese,
    /// The Chinese subset, 500.
    ChineseMedium,
}

impl Face {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::InterRegular,
        Self::InterMedium,
        Self::InterSemibold,
        Self::Chinese,
        Self::ChineseMedium,
    ];

    /// The faces that a weight is set in, in the order in which a letter is looked for.
    #[must_use]
    pub fn of(weight: Weight) -> [Self; 2] {
        match weight {
            Weight::Regular => [Self::InterRegular, Self::Chinese],
            Weight::Medium => [Self::InterMedium, Self::ChineseMedium],
            Weight::Semibold => [Self::InterSemibold, Self::ChineseMedium],
        }
    }

    /// The font file, in the OpenType format.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::InterRegular => include_bytes!("../../../assets/fonts/Inter-Regular.otf"),
            Self::InterMedium => include_bytes!("../../../assets/fonts/Inter-Medium.otf"),
            Self::InterSemibold => include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"),
            Self::Chinese => include_bytes!("../../../assets/fonts/CJK-SC-gb2312.otf"),
            Self::ChineseMedium => {
                include_bytes!("../../../assets/fonts/CJK-SC-gb2312-Medium.otf")
            }
        }
    }

    /// The name that the text layout knows it by.
    fn name(self) -> &'static str {
        match self {
            Self::InterRegular => "inter-regular",
            Self::InterMedium => "inter-medium",
            Self::InterSemibold => "inter-semibold",
            Self::Chinese => "cjk",
            Self::ChineseMedium => "cjk-medium",
        }
    }
}

/// The families of the three weights. What none of their faces has is left to those of the layout
/// itself, and to those that a window finds on its system.
#[must_use]
pub fn font_definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    for face in Face::ALL {
        let data = Arc::new(FontData::from_static(face.bytes()));
        fonts.font_data.insert(face.name().to_owned(), data);
    }
    let behind = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for weight in [Weight::Regular, Weight::Medium, Weight::Semibold] {
        let mut faces: Vec<String> =
            Face::of(weight).iter().map(|face| face.name().to_owned()).collect();
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
