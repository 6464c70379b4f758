//! How a person likes the window: theme, language, panels.

use egui::ThemePreference;

use crate::storage::preferences::{Panels, Preferences, Scale, Theme};
use crate::wording::Language;

/// Settings of the window; kept between runs.
// Each is a switch of its own that a person sees and sets.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Light, dark, or as the system has it.
    pub theme: ThemePreference,
    /// The language of the interface.
    pub language: Language,
    /// Whether the palette on the left is shown.
    pub palette: bool,
    /// Whether the side panel on the right is shown.
    pub side: bool,
    /// Whether the panel below the sheet is shown, with the step table and the pictures.
    pub table: bool,
    /// Whether a sheet that is larger than the window has a map.
    pub map: bool,
    /// Whether comments are pinned to the sheet.
    pub pins: bool,
    /// Whether a sheet that is longer than the window is cut into rows below each other: of the
    /// blueprint that is open, not of the window.
    pub rows: bool,
    /// Whether the foot of the window says what can be done with what is under the pointer.
    pub hints: bool,
    /// How large everything is shown.
    pub scale: Scale,
    /// Whether colours differ more than is usual.
    pub contrast: bool,
    /// Whether things move on the screen.
    pub motion: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemePreference::System,
            language: Language::English,
            palette: true,
            side: true,
            table: true,
            map: true,
            pins: true,
            rows: false,
            hints: true,
            scale: Scale::default(),
            contrast: false,
            motion: true,
        }
    }
}

impl Settings {
    /// The settings that preferences hold; `language` is used where they name none.
    #[must_use]
    pub fn from_preferences(preferences: &Preferences, language: Language) -> Self {
        Self {
            theme: match preferences.theme {
                Theme::System => ThemePreference::System,
                Theme::Light => ThemePreference::Light,
                Theme::Dark => ThemePreference::Dark,
            },
            language: preferences.language.as_deref().map_or(language, Language::of_locale),
            palette: preferences.panels.palette,
            side: preferences.panels.inspector,
            table: preferences.panels.table,
            map: preferences.panels.map,
            pins: preferences.panels.pins,
            rows: false,
            hints: preferences.panels.hints,
            scale: preferences.scale,
            contrast: preferences.contrast,
            motion: preferences.motion,
        }
    }

    /// Puts the settings into preferences.
    pub fn put_into(self, preferences: &mut Preferences) {
        preferences.theme = match self.theme {
            ThemePreference::System => Theme::System,
            ThemePreference::Light => Theme::Light,
            ThemePreference::Dark => Theme::Dark,
        };
        preferences.language = Some(self.language.code().to_owned());
        preferences.panels = Panels {
            palette: self.palette,
            inspector: self.side,
            table: self.table,
            map: self.map,
            pins: self.pins,
            hints: self.hints,
        };
        preferences.scale = self.scale;
        preferences.contrast = self.contrast;
        preferences.motion = self.motion;
    }
}
