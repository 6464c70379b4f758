//! The shortcut sheet, made from the list of commands.

use egui::{RichText, Ui};
use egui_extras::{Column, TableBuilder};

use crate::guide::Page;
use crate::ui::app::App;
use crate::ui::commands::{Command, Group, face};
use crate::ui::controls::section_head;
use crate::ui::theme::Tokens;

use super::DialogView;

/// Width of what is done, in points.
const WHAT: f32 = 224.0;
/// Height of a row, in points.
const ROW: f32 = 21.0;

/// What the pointer does, as pairs of texts.
const GESTURES: &[(&str, &str)] = &[
    ("gesture-select", "gesture-select-how"),
    ("gesture-marquee", "gesture-marquee-how"),
    ("gesture-move", "gesture-move-how"),
    ("gesture-copy", "gesture-copy-how"),
    ("gesture-insert", "gesture-insert-how"),
    ("gesture-connect", "gesture-connect-how"),
    ("gesture-rename", "gesture-rename-how"),
    ("gesture-share", "gesture-share-how"),
    ("gesture-reorder", "gesture-reorder-how"),
    ("gesture-resize", "gesture-resize-how"),
    ("gesture-line", "gesture-line-how"),
    ("gesture-cut", "gesture-cut-how"),
    ("gesture-pan", "gesture-pan-how"),
    ("gesture-zoom", "gesture-zoom-how"),
    ("gesture-abort", "gesture-abort-how"),
];

/// What keys do on the sheet that are no commands.
const ON_THE_SHEET: &[(&str, &str)] = &[
    ("key-walk", "key-walk-how"),
    ("key-nudge", "key-nudge-how"),
    ("key-rename", "key-rename-how"),
    ("key-compose", "key-compose-how"),
    ("key-letters", "key-letters-how"),
    ("key-reorder", "key-reorder-how"),
    ("key-resize", "key-resize-how"),
];

/// What keys do in the tables of steps and roles.
const IN_TABLES: &[(&str, &str)] = &[
    ("key-cell", "key-cell-how"),
    ("key-choose", "key-choose-how"),
    ("key-range", "key-range-how"),
    ("key-fill", "key-fill-how"),
    ("key-remove-rows", "key-remove-rows-how"),
];

/// The sheet of shortcuts.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Shortcuts;

impl DialogView for Shortcuts {
    fn page(&self) -> Option<Page> {
        Some(Page::Keys)
    }

    fn width(&self) -> f32 {
        620.0
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        super::title(ui, app.words.text("command-shortcuts"));
        let tokens = Tokens::of(ui.ctx());
        let height = (ui.ctx().content_rect().height() - 200.0).clamp(160.0, 560.0);
        egui::ScrollArea::vertical().max_height(height).auto_shrink(false).show(ui, |ui| {
            for (head, rows) in [
                ("shortcuts-pointer", GESTURES),
                ("region-sheet", ON_THE_SHEET),
                ("shortcuts-tables", IN_TABLES),
            ] {
                let text = |key| app.words.text(key).to_owned();
                let rows: Vec<_> = rows.iter().map(|(what, how)| (text(what), text(how))).collect();
                part(ui, tokens, app.words.text(head), &rows);
            }
            for group in Group::ALL {
                let keys: Vec<(String, String)> = Command::all()
                    .into_iter()
                    .map(face)
                    .filter(|face| face.group == group)
                    .filter_map(|face| Some((face.name(&app.words), face.shortcut_text(ui.ctx())?)))
                    .collect();
                if !keys.is_empty() {
                    part(ui, tokens, app.words.text(group.key()), &keys);
                }
            }
        });
        let close = app.words.text("button-close").to_owned();
        super::buttons(ui, |ui| super::main_button(ui, &close))
    }
}

/// A head, and below it what is done and how.
fn part(ui: &mut Ui, tokens: Tokens, name: &str, rows: &[(String, String)]) {
    section_head(ui, tokens, name);
    let table = TableBuilder::new(ui)
        .id_salt(name)
        .vscroll(false)
        .column(Column::exact(WHAT))
        .column(Column::remainder().clip(true));
    table.body(|mut body| {
        // All rows, seen or not, so that a screen reader can read them all.
        for (what, how) in rows {
            body.row(ROW, |mut row| {
                row.col(|ui| {
                    ui.label(what);
                });
                row.col(|ui| {
                    ui.label(RichText::new(how).color(tokens.muted));
                });
            });
        }
    });
    ui.add_space(10.0);
}
