//! Shows the lessons of a playlist, and begins one of them.

use std::sync::Arc;

use egui::{RichText, ScrollArea, Ui};

use crate::ui::app::App;
use crate::ui::controls::small;
use crate::ui::files::PlaylistLesson;
use crate::ui::theme::Tokens;

use super::{DialogView, buttons, main_button, title};

/// A playlist was opened: which lesson is begun with?
#[derive(Clone, Debug)]
pub(in crate::ui) struct OfferPlaylist {
    name: String,
    lessons: Arc<[PlaylistLesson]>,
    missing: Vec<String>,
    chosen: usize,
}

impl OfferPlaylist {
    /// Offers the lessons that are there, and names those that are not.
    pub fn of(name: String, lessons: Arc<[PlaylistLesson]>, missing: Vec<String>) -> Self {
        Self { name, lessons, missing, chosen: 0 }
    }
}

impl DialogView for OfferPlaylist {
    fn width(&self) -> f32 {
        520.0
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let tokens = Tokens::of(ui.ctx());
        title(ui, &app.words.with("playlist-title", &[("name", self.name.as_str().into())]));
        let count = app.words.counted("playlist-lessons", self.lessons.len());
        ui.label(if self.lessons.is_empty() {
            app.words.text("playlist-none").to_owned()
        } else {
            count
        });
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (at, lesson) in self.lessons.iter().enumerate() {
                let blueprint = &lesson.document.blueprint;
                let own = blueprint.lesson().filter(|lesson| !lesson.stops.is_empty());
                let named = own.map(|lesson| lesson.title.trim()).filter(|name| !name.is_empty());
                let service = blueprint.title().trim();
                let called =
                    named.unwrap_or(if service.is_empty() { &lesson.name } else { service });
                let row = [("number", (at + 1).into()), ("title", called.into())];
                let row = app.words.with("lesson-stop-named", &row);
                if ui.radio(self.chosen == at, row).clicked() {
                    self.chosen = at;
                }
                let stops = match own {
                    Some(lesson) => app.words.counted("playlist-stops", lesson.stops.len()),
                    None => app.words.text("playlist-suggested").to_owned(),
                };
                ui.indent(at, |ui| {
                    small(ui, tokens, app.words.facts(&[lesson.name.as_str(), stops.as_str()]));
                });
            }
            if !self.missing.is_empty() {
                ui.add_space(4.0);
                ui.label(app.words.text("playlist-missing"));
                for why in &self.missing {
                    ui.add(egui::Label::new(RichText::new(why).color(tokens.warn)).wrap());
                }
            }
        });
        let ctx = ui.ctx().clone();
        let [begin, cancel] =
            ["playlist-begin", "button-cancel"].map(|key| app.words.text(key).to_owned());
        buttons(ui, |ui| {
            let can = !self.lessons.is_empty();
            if can && main_button(ui, &begin) {
                app.start_playlist(&ctx, &self.lessons, self.chosen);
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}
