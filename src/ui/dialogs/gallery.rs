//! New from template: all templates with pictures, found by typing or by eye.

use egui::{Key, Modifiers, TextEdit, Ui};

use crate::guide::Page;
use crate::storage::{self, Sample};
use crate::ui::app::App;
use crate::ui::finder::rank;
use crate::ui::shelf::{Shelf, in_a_row};
use crate::ui::theme::Tokens;
use crate::wording::Wording;

use super::DialogView;

/// What was typed and marked.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Gallery {
    typed: String,
    marked: usize,
}

impl DialogView for Gallery {
    fn page(&self) -> Option<Page> {
        Some(Page::Start)
    }

    fn width(&self) -> f32 {
        1000.0
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let gallery = self;
        super::title(ui, app.words.text("command-templates"));
        let moved = arrows(ui);
        let open = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let field = TextEdit::singleline(&mut gallery.typed)
            .hint_text(app.words.text("templates-filter"))
            .desired_width(f32::INFINITY);
        let field = ui.add(field);
        let name = app.words.text("templates-filter").to_owned();
        field.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, &name)
        });
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        if field.changed() {
            gallery.marked = 0;
        }
        let found = found(&app.words, &gallery.typed);
        let last = found.len().saturating_sub(1);
        let row = in_a_row(ui.available_width() - SCROLL_BAR);
        gallery.marked = match moved {
            Some(Key::ArrowRight) => gallery.marked + 1,
            Some(Key::ArrowLeft) => gallery.marked.saturating_sub(1),
            Some(Key::ArrowDown) if gallery.marked + row <= last => gallery.marked + row,
            Some(Key::ArrowUp) => gallery.marked.checked_sub(row).unwrap_or(gallery.marked),
            _ => gallery.marked,
        }
        .min(last);
        let mut chosen = None;
        let height = (ui.ctx().content_rect().height() - 220.0).clamp(200.0, 620.0);
        egui::ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(
            ui,
            |ui| {
                ui.set_width(ui.available_width() - SCROLL_BAR);
                if found.is_empty() {
                    ui.label(app.words.text("templates-none"));
                }
                let tokens =
                    Tokens { background: Tokens::of(ui.ctx()).panel, ..Tokens::of(ui.ctx()) };
                let (words, thumbnails) = (&app.words, &mut app.thumbnails);
                let mut cards = Shelf { words, tokens, thumbnails };
                chosen = cards.show(ui, &found, Some(gallery.marked), moved.is_some());
            },
        );
        if open {
            chosen = found.get(gallery.marked).copied();
        }
        if let Some(template) = chosen {
            let ctx = ui.ctx().clone();
            app.open_sample(&ctx, template.key);
            return true;
        }
        let cancel = app.words.text("button-cancel").to_owned();
        super::buttons(ui, |ui| ui.button(&cancel).clicked())
    }
}

/// What the floating scroll bar would cover.
const SCROLL_BAR: f32 = 14.0;

/// The arrow that was pressed: it moves among the cards, not in what was typed.
fn arrows(ui: &Ui) -> Option<Key> {
    let arrows = [Key::ArrowRight, Key::ArrowLeft, Key::ArrowDown, Key::ArrowUp];
    ui.input_mut(|input| {
        arrows.into_iter().find(|arrow| input.consume_key(Modifiers::NONE, *arrow))
    })
}

/// The templates whose name or line holds every word that was typed: first those whose name fits, the
/// best before the others, then those that fit by their line.
fn found(words: &Wording, typed: &str) -> Vec<&'static Sample> {
    let fits = |template: &'static Sample| {
        let [name, about] = [template.name_key, template.about_key].map(|key| words.text(key));
        let by_name = rank(typed, name).map(|rank| (0, rank));
        let by_line = || rank(typed, &format!("{name} {about}")).map(|rank| (1, rank));
        Some((by_name.or_else(by_line)?, template))
    };
    let mut found: Vec<_> = storage::templates().iter().filter_map(fits).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, template)| template).collect()
}

#[cfg(test)]
mod tests {
    use crate::wording::Language;

    use super::*;

    #[test]
    fn typing_leaves_what_holds_every_word() {
        let keys = |language, typed: &str| -> Vec<&str> {
            let words = Wording::new(language);
            found(&words, typed).into_iter().map(|template| template.key).collect()
        };
        assert_eq!(keys(Language::English, "").len(), storage::templates().len());
        assert_eq!(keys(Language::English, "DESK front"), ["front-desk"]);
        let best = keys(Language::English, "IT serv");
        assert_eq!(best.first(), Some(&"it-service-operation"), "words begin so: {best:?}");
        assert_eq!(keys(Language::English, "zeppelin"), [""; 0]);
        assert_eq!(keys(Language::Chinese, "银行"), ["bank"]);
    }
}
