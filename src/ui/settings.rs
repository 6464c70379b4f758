//! How a person likes the window: theme, language, panels.

use egui::ThemePreference;

use crate::storage::preferences::{Panels, Preferences, Theme};
use crate::wording::Language;

/// Settings of the window; kept between runs.
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
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemePreference::System,
            language: Language::English,
            palette: true,
            side: true,
            table: true,
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
        preferences.panels =
            Panels { palette: self.palette, inspector: self.side, table: self.table };
    }
}
