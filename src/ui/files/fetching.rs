//! Hears of the work with files that has ended.

use crate::ui::app::App;

impl App {
    /// Fetches what has been chosen, read and written since the last frame.
    pub(in crate::ui) fn fetch_files(&mut self, ctx: &egui::Context) {
        self.fetch_choice(ctx);
        self.fetch_reading(ctx);
        self.fetch_writing(ctx);
        self.fetch_look();
    }
}
