//! The shortcut sheet, made from the list of commands.

use egui::{Grid, RichText, Ui};

use crate::ui::app::App;
use crate::ui::commands::{Command, Group};
use crate::ui::controls::section_head;
use crate::ui::theme::Tokens;

/// What the pointer does, as pairs of texts.
const GESTURES: [(&str, &str); 8] = [
    ("gesture-select", "gesture-select-how"),
    ("gesture-marquee", "gesture-marquee-how"),
    ("gesture-move", "gesture-move-how"),
    ("gesture-connect", "gesture-connect-how"),
    ("gesture-rename", "gesture-rename-how"),
    ("gesture-pan", "gesture-pan-how"),
    ("gesture-zoom", "gesture-zoom-how"),
    ("gesture-abort", "gesture-abort-how"),
];

pub(super) fn show(ui: &mut Ui, app: &mut App) -> bool {
    super::title(ui, app.words.text("command-shortcuts"));
    let tokens = Tokens::of(ui.ctx());
    let height = (ui.ctx().content_rect().height() - 200.0).clamp(160.0, 560.0);
    egui::ScrollArea::vertical().max_height(height).auto_shrink(false).show(ui, |ui| {
        let pointer = GESTURES
            .map(|(what, how)| (app.words.text(what).to_owned(), app.words.text(how).to_owned()));
        part(ui, tokens, app.words.text("shortcuts-pointer"), &pointer);
        for group in Group::ALL {
            let keys: Vec<(String, String)> = Command::ALL
                .iter()
                .filter(|command| command.group() == group)
                .filter_map(|command| {
                    Some((command.name(&app.words), command.shortcut_text(ui.ctx())?))
                })
                .collect();
            if !keys.is_empty() {
                part(ui, tokens, app.words.text(group.key()), &keys);
            }
        }
    });
    let close = app.words.text("button-close").to_owned();
    super::buttons(ui, |ui| super::main_button(ui, &close))
}

/// A head, and below it what is done and how.
fn part(ui: &mut Ui, tokens: Tokens, name: &str, rows: &[(String, String)]) {
    section_head(ui, tokens, name);
    Grid::new(name).num_columns(2).min_col_width(200.0).spacing([24.0, 5.0]).show(ui, |ui| {
        for (what, how) in rows {
            ui.label(what);
            ui.label(RichText::new(how).color(tokens.muted));
            ui.end_row();
        }
    });
    ui.add_space(10.0);
}
