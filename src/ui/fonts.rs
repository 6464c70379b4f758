//! Fonts: Inter in three weights with a Chinese subset behind each (in two weights: Chinese titles
//! and key figures are as heavy as the Latin ones beside them), and the icons, which are a
//! family of their own. The system's fonts serve what is left.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId};

/// The weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Medium,
    Semibold,
}

/// A font of a weight and a size in points.
pub(super) fn font(weight: Weight, size: f32) -> FontId {
    FontId::new(size, family(weight))
}

/// The font of the icons at a size in points.
pub(super) fn icon(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("icons".into()))
}

/// The family that holds a weight.
pub(super) fn family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Medium => FontFamily::Name("medium".into()),
        Weight::Semibold => FontFamily::Name("semibold".into()),
    }
}

/// Puts the bundled fonts in place; before the first frame.
pub(super) fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let bundled: [(&str, &'static [u8]); 6] = [
        ("inter-regular", include_bytes!("../../assets/fonts/Inter-Regular.otf")),
        ("inter-medium", include_bytes!("../../assets/fonts/Inter-Medium.otf")),
        ("inter-semibold", include_bytes!("../../assets/fonts/Inter-SemiBold.otf")),
        ("cjk", include_bytes!("../../assets/fonts/CJK-SC-gb2312.otf")),
        ("cjk-medium", include_bytes!("../../assets/fonts/CJK-SC-gb2312-Medium.otf")),
        ("icons", include_bytes!("../../assets/icons/lucide-subset.ttf")),
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
        fonts.families.insert(family(weight), faces);
    }
    fonts.families.insert(icon(1.0).family, vec!["icons".to_owned()]);
    ctx.set_fonts(fonts);
}
