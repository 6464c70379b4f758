//! How a person likes the window: theme, language, panels.

use crate::wording::Language;

/// Settings of the window; kept between runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Light, dark, or as the system has it.
    pub theme: egui::ThemePreference,
    /// The language of the interface.
    pub language: Language,
    /// Whether the palette on the left is shown.
    pub palette: bool,
    /// Whether the side panel on the right is shown.
    pub side: bool,
    /// Whether the step table is shown.
    pub table: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: egui::ThemePreference::System,
            language: Language::English,
            palette: true,
            side: true,
            table: true,
        }
    }
}
