//! Colours by what they mean, and what they are in the light and the dark theme.

use crate::blueprint::Zone;

/// A colour by its meaning. A [`Palette`] says what it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ink {
    /// A wall that shows nothing, light or dark whatever the theme.
    White,
    /// Likewise.
    Black,
    /// Around the sheet.
    Background,
    /// Cards, headers, pills.
    Panel,
    /// Thin borders.
    Hairline,
    /// Text and strong lines.
    Text,
    /// Secondary text.
    Muted,
    /// Connectors and other quiet marks; too light for text.
    Faint,
    /// What is selected or acted on.
    Accent,
    /// The ground of what is selected.
    AccentWash,
    /// Text on [`Ink::Accent`].
    OnAccent,
    /// The bottleneck and errors.
    Bad,
    /// Its ground.
    BadWash,
    /// Errors in words on their ground.
    BadText,
    /// Text on [`Ink::Bad`].
    OnBad,
    /// Warnings: marks and bars; too light for text on a wash.
    Warn,
    /// Its ground.
    WarnWash,
    /// Warnings in words.
    WarnText,
    /// Gains and easy loads.
    Good,
    /// Its ground.
    GoodWash,
    /// Gains in words.
    GoodText,
    /// The ground of a bar.
    Track,
    /// Below a card.
    Shadow,
    /// A zone's ground.
    Zone(Zone),
    /// A role's colour; numbers beyond [`ROLE_INKS`] start again.
    Role(u8),
    /// A step that no role is needed for.
    NoRole,
    /// The ground of a marquee or drop target; lets what is below through.
    Veil,
    /// A hue that lets what is below through, by its opacity in percent.
    Sheer(Hue, u8),
    /// So many percent of a hue in the colour of the panel; hides what is below.
    Thin(Hue, u8),
    /// Letters on so many percent of a hue in the colour of the panel: light or dark, whichever can
    /// be read better there.
    On(Hue, u8),
}

/// The inks that others are mixed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hue {
    /// [`Ink::Panel`].
    Panel,
    /// [`Ink::Text`].
    Text,
    /// [`Ink::Muted`].
    Muted,
    /// [`Ink::Faint`].
    Faint,
    /// [`Ink::Accent`].
    Accent,
    /// [`Ink::Bad`].
    Bad,
    /// [`Ink::BadWash`].
    BadWash,
    /// [`Ink::Warn`].
    Warn,
    /// [`Ink::Good`].
    Good,
    /// [`Ink::GoodText`].
    GoodText,
    /// [`Ink::Role`].
    Role(u8),
    /// [`Ink::NoRole`].
    NoRole,
}

impl From<Hue> for Ink {
    fn from(hue: Hue) -> Self {
        match hue {
            Hue::Panel => Self::Panel,
            Hue::Text => Self::Text,
            Hue::Muted => Self::Muted,
            Hue::Faint => Self::Faint,
            Hue::Accent => Self::Accent,
            Hue::Bad => Self::Bad,
            Hue::BadWash => Self::BadWash,
            Hue::Warn => Self::Warn,
            Hue::Good => Self::Good,
            Hue::GoodText => Self::GoodText,
            Hue::Role(number) => Self::Role(number),
            Hue::NoRole => Self::NoRole,
        }
    }
}

/// How many role colours there are.
pub const ROLE_INKS: u8 = 8;

/// Red, green, blue and opacity, 0 to 255 each; not premultiplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgba {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
    /// Opacity: 255 hides what is below.
    pub opacity: u8,
}

impl Rgba {
    /// The colour of paper.
    pub const WHITE: Self = Self::of(0xFF_FF_FF);

    /// An opaque colour by its number, such as `0x2F_5D_A8`.
    const fn of(number: u32) -> Self {
        let [_, red, green, blue] = number.to_be_bytes();
        Self { red, green, blue, opacity: 255 }
    }

    /// What lies the share `t` (0 to 1) of the way to another opaque colour.
    fn towards(self, other: Self, t: f32) -> Self {
        let between = |from: u8, to: u8| {
            let (from, to) = (f32::from(from), f32::from(to));
            // Between two numbers that a byte holds.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let mixed = (from + (to - from) * t).round() as u8;
            mixed
        };
        Self {
            red: between(self.red, other.red),
            green: between(self.green, other.green),
            blue: between(self.blue, other.blue),
            ..self
        }
    }

    const fn with_opacity(self, opacity: u8) -> Self {
        Self { opacity, ..self }
    }

    /// Relative luminance (WCAG 2.2, 2023); opacity does not count.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let part = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(self.red) + 0.7152 * part(self.green) + 0.0722 * part(self.blue)
    }

    /// Contrast between two opaque colours, 1 to 21 (WCAG 2.2, 2023).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// What every [`Ink`] looks like in one theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    dark: bool,
    strong: bool,
    washed_out: bool,
}

impl Palette {
    /// The light theme.
    #[must_use]
    pub const fn light() -> Self {
        Self { dark: false, strong: false, washed_out: false }
    }

    /// The dark theme.
    #[must_use]
    pub const fn dark() -> Self {
        Self { dark: true, strong: false, washed_out: false }
    }

    /// The same theme for eyes that need more contrast: text 7 : 1 and edges 3 : 1 on every ground
    /// (WCAG 2.2, 2023, levels AAA and AA).
    #[must_use]
    pub const fn with_contrast(self, strong: bool) -> Self {
        Self { strong, ..self }
    }

    /// The same theme for a projector that washes colours out: strong contrast, and zones that differ by
    /// 1.5 : 1 from their neighbours.
    #[must_use]
    pub const fn for_projector(self) -> Self {
        Self { strong: true, washed_out: true, ..self }
    }

    /// Whether this is the dark theme.
    #[must_use]
    pub fn is_dark(&self) -> bool {
        self.dark
    }

    /// The colour of an ink.
    #[must_use]
    pub fn rgba(&self, ink: Ink) -> Rgba {
        match ink {
            Ink::Sheer(hue, percent) => {
                let opacity = u16::from(percent.min(100)) * 255;
                // Rounded; at most 255.
                let opacity = u8::try_from((opacity + 50) / 100).unwrap_or(u8::MAX);
                self.plain(hue.into()).with_opacity(opacity)
            }
            Ink::Thin(hue, percent) => self.thinned(hue, percent),
            Ink::On(hue, percent) => {
                let ground = self.thinned(hue, percent);
                let (dark, light) = (self.plain(Ink::Text), self.plain(Ink::OnAccent));
                if dark.contrast(ground) >= light.contrast(ground) { dark } else { light }
            }
            ink => self.plain(ink),
        }
    }

    fn thinned(&self, hue: Hue, percent: u8) -> Rgba {
        let share = f32::from(percent.min(100)) / 100.0;
        self.plain(Ink::Panel).towards(self.plain(hue.into()), share)
    }

    /// The colour of an ink that is not mixed.
    fn plain(&self, ink: Ink) -> Rgba {
        let usual = both(ink);
        let apart = if self.washed_out { far_apart(ink) } else { None };
        let strong = if self.strong { apart.or_else(|| strong(ink)) } else { None };
        let (light, dark) = strong.unwrap_or(usual);
        if self.dark { dark } else { light }
    }
}

/// The grounds of zones that a projector washes out, in the light and in the dark theme.
fn far_apart(ink: Ink) -> Option<(Rgba, Rgba)> {
    let pair = |light: u32, dark: u32| Some((Rgba::of(light), Rgba::of(dark)));
    match ink {
        Ink::Zone(Zone::Evidence) => pair(0xFF_F4_DA, 0x4A_3D_14),
        Ink::Zone(Zone::Customer) => pair(0xAB_C8_EE, 0x05_08_0E),
        Ink::Zone(Zone::Frontstage) => pair(0xF1_FB_F5, 0x24_48_2F),
        Ink::Zone(Zone::Backstage) => pair(0xBD_B2_E4, 0x0C_07_14),
        Ink::Zone(Zone::Support) => pair(0xFF_FF_FF, 0x40_4A_57),
        _ => None,
    }
}

/// An ink with more contrast in the light and in the dark theme, where it differs from the usual.
fn strong(ink: Ink) -> Option<(Rgba, Rgba)> {
    let pair = |light: u32, dark: u32| Some((Rgba::of(light), Rgba::of(dark)));
    match ink {
        Ink::Background | Ink::Panel | Ink::OnAccent | Ink::OnBad => pair(0xFF_FF_FF, 0x00_00_00),
        Ink::Zone(Zone::Support) => pair(0xFF_FF_FF, 0x1A_20_28),
        Ink::Text => pair(0x00_00_00, 0xFF_FF_FF),
        Ink::Muted => pair(0x33_3C_49, 0xD3_DA_E3),
        Ink::Hairline | Ink::NoRole => pair(0x76_80_8E, 0x84_90_9F),
        Ink::Faint => pair(0x48_52_60, 0xB9_C3_CF),
        Ink::Accent => pair(0x16_3F_80, 0xA8_C8_FF),
        Ink::AccentWash => pair(0xDF_EA_FA, 0x16_26_3D),
        Ink::Bad | Ink::BadText => pair(0x8C_28_06, 0xFF_A3_85),
        Ink::BadWash => pair(0xFF_F1_EC, 0x2A_13_0C),
        Ink::Warn | Ink::WarnText => pair(0x66_40_08, 0xF6_CD_80),
        Ink::WarnWash => pair(0xFF_F8_EA, 0x24_1B_0A),
        Ink::Good | Ink::GoodText => pair(0x0A_50_45, 0x8C_E8_B3),
        Ink::GoodWash => pair(0xEE_FB_F3, 0x0C_20_15),
        Ink::Track => pair(0xD9_DE_E5, 0x2A_32_3C),
        Ink::Zone(Zone::Evidence) => pair(0xFF_F7_E3, 0x22_1C_0C),
        Ink::Zone(Zone::Customer) => pair(0xD5_E6_FB, 0x05_09_0F),
        Ink::Zone(Zone::Frontstage) => pair(0xF3_FC_F7, 0x12_23_1A),
        Ink::Zone(Zone::Backstage) => pair(0xE6_DF_F8, 0x0C_07_14),
        Ink::White | Ink::Black | Ink::Shadow | Ink::Veil | Ink::Role(_) => None,
        // The palette mixes these of plain ones.
        Ink::Sheer(hue, _) | Ink::Thin(hue, _) | Ink::On(hue, _) => strong(hue.into()),
    }
}

/// An ink in the light and in the dark theme.
fn both(ink: Ink) -> (Rgba, Rgba) {
    let pair = |light: u32, dark: u32| (Rgba::of(light), Rgba::of(dark));
    match ink {
        Ink::White => pair(0xFF_FF_FF, 0xFF_FF_FF),
        Ink::Black => pair(0x00_00_00, 0x00_00_00),
        Ink::Background => pair(0xF6_F7_F9, 0x14_18_1E),
        Ink::Panel => pair(0xFF_FF_FF, 0x1B_20_27),
        Ink::Hairline => pair(0xE3_E6_EA, 0x2C_33_3D),
        Ink::Text => pair(0x1B_24_30, 0xE6_EA_F0),
        Ink::Muted => pair(0x5B_65_79, 0x9A_A5_B4),
        Ink::Faint => pair(0x74_80_95, 0x6E_79_88),
        Ink::Accent => pair(0x2F_5D_A8, 0x7F_A8_EA),
        Ink::AccentWash => pair(0xE8_EF_FA, 0x24_33_49),
        Ink::OnAccent | Ink::OnBad => pair(0xFF_FF_FF, 0x14_18_1E),
        Ink::Bad => pair(0xC8_45_1B, 0xF0_80_5A),
        Ink::BadWash => pair(0xFD_EE_E8, 0x3A_23_1C),
        Ink::BadText => pair(0xB0_3A_14, 0xF0_80_5A),
        Ink::Warn => pair(0xAE_72_1A, 0xE2_B2_5C),
        Ink::WarnWash => pair(0xFE_F5_E3, 0x35_2B_18),
        Ink::WarnText => pair(0x8F_5B_10, 0xE2_B2_5C),
        Ink::Good => pair(0x12_7B_56, 0x5C_C9_8A),
        Ink::GoodWash => pair(0xE7_F6_EC, 0x1C_32_26),
        Ink::GoodText => pair(0x0F_6F_4C, 0x5C_C9_8A),
        Ink::Track => pair(0xEE_F0_F3, 0x11_15_1A),
        Ink::Shadow => {
            (Rgba::of(0x10_18_28).with_opacity(20), Rgba::of(0x00_00_00).with_opacity(90))
        }
        Ink::Veil => (Rgba::of(0x2F_5D_A8).with_opacity(26), Rgba::of(0x7F_A8_EA).with_opacity(34)),
        Ink::NoRole => pair(0xC3_CA_D4, 0x4A_54_62),
        Ink::Zone(Zone::Evidence) => pair(0xFC_F5_E4, 0x30_29_19),
        Ink::Zone(Zone::Customer) => pair(0xDA_E8_F9, 0x15_1D_29),
        Ink::Zone(Zone::Frontstage) => pair(0xEF_F9_F3, 0x1C_30_24),
        Ink::Zone(Zone::Backstage) => pair(0xE7_E1_F5, 0x1F_18_2C),
        Ink::Zone(Zone::Support) => pair(0xF4_F5_F7, 0x28_2E_37),
        Ink::Role(number) => match number % ROLE_INKS {
            0 => pair(0x2F_6D_B5, 0x5B_97_DC),
            1 => pair(0x7B_4F_A8, 0xA9_82_D6),
            2 => pair(0xB1_56_1B, 0xD9_84_4B),
            3 => pair(0x15_80_6B, 0x3F_AE_97),
            4 => pair(0xA3_3A_6D, 0xD4_6F_A0),
            5 => pair(0x4A_57_68, 0x8A_99_AD),
            6 => pair(0x6B_7A_1E, 0xA5_B4_4E),
            _ => pair(0xB4_3A_4B, 0xE0_76_86),
        },
        // The palette mixes these of what they are made of.
        Ink::Sheer(hue, _) | Ink::Thin(hue, _) | Ink::On(hue, _) => both(hue.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every text with the grounds that it stands on.
    fn texts_on_grounds() -> Vec<(Ink, Ink)> {
        let zones = Zone::ALL.map(Ink::Zone);
        let plain = [Ink::Panel, Ink::Background, Ink::AccentWash];
        let mut pairs = vec![
            (Ink::OnAccent, Ink::Accent),
            (Ink::OnBad, Ink::Bad),
            (Ink::OnBad, Ink::Muted),
            (Ink::Bad, Ink::Panel),
            (Ink::BadText, Ink::BadWash),
            (Ink::WarnText, Ink::WarnWash),
            (Ink::WarnText, Ink::Panel),
            (Ink::GoodText, Ink::Panel),
            (Ink::GoodText, Ink::GoodWash),
            (Ink::Text, Ink::GoodWash),
            (Ink::Accent, Ink::Panel),
            (Ink::Accent, Ink::AccentWash),
            (Ink::Text, Ink::WarnWash),
            (Ink::Text, Ink::BadWash),
        ];
        for ground in plain.into_iter().chain(zones) {
            pairs.push((Ink::Text, ground));
        }
        for ground in plain.into_iter().chain(zones) {
            pairs.push((Ink::Muted, ground));
        }
        pairs
    }

    #[test]
    fn every_text_can_be_read_on_its_ground_in_every_theme() {
        for (strong, least) in [(false, 4.5), (true, 7.0)] {
            for palette in [Palette::light(), Palette::dark()] {
                let palette = palette.with_contrast(strong);
                for (text, ground) in texts_on_grounds() {
                    let contrast = palette.rgba(text).contrast(palette.rgba(ground));
                    assert!(
                        contrast >= least,
                        "{text:?} on {ground:?}, {palette:?}: {contrast:.2}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_projector_shows_where_one_zone_ends_and_the_next_begins() {
        for palette in [Palette::light(), Palette::dark()] {
            for strong in [false, true] {
                let palette = palette.clone().with_contrast(strong);
                for pair in Zone::ALL.windows(2) {
                    let [above, below] = pair else { continue };
                    let [above, below] = [above, below].map(|zone| palette.rgba(Ink::Zone(*zone)));
                    let contrast = above.contrast(below);
                    assert!(contrast >= 1.12, "{pair:?}, {palette:?}: {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn a_projector_that_washes_out_still_shows_the_zones_and_their_texts() {
        for palette in [Palette::light(), Palette::dark()].map(Palette::for_projector) {
            let zone = |zone: Zone| palette.rgba(Ink::Zone(zone));
            for pair in Zone::ALL.windows(2) {
                let [above, below] = pair else { continue };
                let contrast = zone(*above).contrast(zone(*below));
                assert!(contrast >= 1.5, "{pair:?}, {palette:?}: {contrast:.2}");
            }
            for ground in Zone::ALL {
                for (ink, least) in [(Ink::Text, 4.5), (Ink::Muted, 4.5), (Ink::Faint, 3.0)] {
                    let contrast = palette.rgba(ink).contrast(zone(ground));
                    assert!(contrast >= least, "{ink:?} on {ground:?}: {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn connectors_lines_and_edges_that_mean_something_show_on_every_zone() {
        let inks = [Ink::Faint, Ink::Warn, Ink::Accent, Ink::Bad, Ink::Good];
        let grounds = Zone::ALL.map(Ink::Zone).into_iter().chain([Ink::Panel, Ink::Background]);
        for palette in [Palette::light(), Palette::dark()] {
            for ground in grounds.clone() {
                for ink in inks {
                    let contrast = palette.rgba(ink).contrast(palette.rgba(ground));
                    assert!(contrast >= 3.0, "{ink:?} on {ground:?}, {palette:?}: {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn cards_stand_out_from_the_zone_that_they_lie_in() {
        // A light card has a shadow besides, which the dark theme swallows: there its edge tells.
        for (palette, least) in [(Palette::light(), 1.07), (Palette::dark(), 1.13)] {
            for zone in Zone::ALL {
                let contrast = |ink| palette.rgba(ink).contrast(palette.rgba(Ink::Zone(zone)));
                let told = contrast(Ink::Panel).max(contrast(Ink::Hairline));
                assert!(told >= least, "{zone:?}, {palette:?}: {told:.3}");
            }
        }
    }

    #[test]
    fn edges_show_where_more_contrast_is_wanted() {
        for palette in [Palette::light(), Palette::dark()] {
            let palette = palette.with_contrast(true);
            for edge in [Ink::Hairline, Ink::Faint, Ink::NoRole, Ink::Good, Ink::Warn, Ink::Bad] {
                for ground in Zone::ALL.map(Ink::Zone).into_iter().chain([Ink::Panel]) {
                    let contrast = palette.rgba(edge).contrast(palette.rgba(ground));
                    assert!(contrast >= 3.0, "{edge:?} on {ground:?}, {palette:?}: {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn role_colours_differ_and_stand_out_from_a_card() {
        for palette in [Palette::light(), Palette::dark()] {
            let inks: Vec<Rgba> = (0..ROLE_INKS).map(|n| palette.rgba(Ink::Role(n))).collect();
            for (at, ink) in inks.iter().enumerate() {
                assert!(ink.contrast(palette.rgba(Ink::Panel)) >= 3.0, "role {at}");
                assert!(!inks[..at].contains(ink), "role {at}");
            }
            assert_eq!(palette.rgba(Ink::Role(ROLE_INKS)), inks[0]);
        }
    }

    #[test]
    fn mixed_inks_lie_between_what_they_are_mixed_of() {
        for palette in [Palette::light(), Palette::dark()] {
            let panel = palette.rgba(Ink::Panel);
            let role = palette.rgba(Ink::Role(2));
            assert_eq!(palette.rgba(Ink::Thin(Hue::Role(2), 0)), panel);
            assert_eq!(palette.rgba(Ink::Thin(Hue::Role(2), 100)), role);
            assert_eq!(palette.rgba(Ink::Sheer(Hue::Role(2), 100)), role);
            assert_eq!(palette.rgba(Ink::Sheer(Hue::Role(2), 20)), role.with_opacity(51));
            for percent in 0..=100 {
                let ground = palette.rgba(Ink::Thin(Hue::Role(2), percent));
                let letters = palette.rgba(Ink::On(Hue::Role(2), percent));
                let better = [Ink::Text, Ink::OnAccent].map(|ink| palette.rgba(ink));
                let better = better.map(|ink| ink.contrast(ground)).into_iter();
                let best = better.fold(0.0, f64::max);
                assert!((letters.contrast(ground) - best).abs() < 1e-9, "{percent} %: {palette:?}");
            }
        }
    }

    #[test]
    fn contrast_is_that_of_the_guideline() {
        let (black, white) = (Rgba::of(0), Rgba::of(0xFF_FF_FF));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(white) - 1.0).abs() < 1e-9);
    }
}
