//! Fonts: Inter in three weights, a Chinese subset and the icons behind each; the system's fonts
//! serve what is left.

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
    let bundled: [(&str, &'static [u8]); 5] = [
        ("inter-regular", include_bytes!("../../assets/fonts/Inter-Regular.otf")),
        ("inter-medium", include_bytes!("../../assets/fonts/Inter-Medium.otf")),
        ("inter-semibold", include_bytes!("../../assets/fonts/Inter-SemiBold.otf")),
        ("cjk", include_bytes!("../../assets/fonts/CJK-SC-gb2312.otf")),
        ("icons", include_bytes!("../../assets/icons/lucide-subset.ttf")),
    ];
    for (name, bytes) in bundled {
        let mut data = FontData::from_static(bytes);
        if name == "icons" {
            // The icons' box is taller than Inter's letters; lower them to sit on the line.
            data.tweak.y_offset_factor = 0.10;
            data.tweak.scale = 1.15;
        }
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    for (weight, face) in [
        (Weight::Regular, "inter-regular"),
        (Weight::Medium, "inter-medium"),
        (Weight::Semibold, "inter-semibold"),
    ] {
        let behind = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
        let behind = behind.into_iter().filter(|name| !name.starts_with("inter") && name != "cjk");
        let mut faces = vec![face.to_owned(), "cjk".to_owned(), "icons".to_owned()];
        faces.extend(behind.filter(|name| name != "icons"));
        fonts.families.insert(family(weight), faces);
    }
    ctx.set_fonts(fonts);
}
