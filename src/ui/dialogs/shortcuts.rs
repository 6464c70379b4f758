//! The shortcut sheet, made from the list of commands.

use egui::{Grid, RichText, Ui};

use crate::ui::app::App;
use crate::ui::commands::Command;
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
    egui::ScrollArea::vertical().max_height(440.0).auto_shrink(false).show(ui, |ui| {
        Grid::new("shortcuts").num_columns(2).spacing([24.0, 5.0]).show(ui, |ui| {
            for (what, how) in GESTURES {
                ui.label(app.words.text(what));
                ui.label(RichText::new(app.words.text(how)).color(tokens.muted));
                ui.end_row();
            }
            for &command in Command::ALL {
                let Some(keys) = command.shortcut_text(ui.ctx()) else { continue };
                ui.label(app.words.text(command.key()));
                ui.label(RichText::new(keys).color(tokens.muted));
                ui.end_row();
            }
        });
    });
    let close = app.words.text("button-close").to_owned();
    super::buttons(ui, |ui| super::main_button(ui, &close))
}
