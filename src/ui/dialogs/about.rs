//! What this program is, and whose work it carries.

use egui::{RichText, ScrollArea, Ui};

use crate::ui::app::App;
use crate::ui::controls::{section_head, small};
use crate::ui::theme::Tokens;
use crate::wording::Language;

use super::DialogView;

/// What this program is.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct About;

impl DialogView for About {
    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        super::title(ui, "Onstage");
        let version = env!("CARGO_PKG_VERSION");
        ui.label(app.words.with("about-version", &[("version", version.into())]));
        ui.add(egui::Label::new(app.words.text("about-text")).wrap());
        small(ui, Tokens::of(ui.ctx()), app.words.text("about-licences"));
        section_head(ui, Tokens::of(ui.ctx()), app.words.text("about-changes"));
        ScrollArea::vertical().max_height(220.0).show(ui, |ui| changes(ui, app.words.language()));
        let close = app.words.text("button-close").to_owned();
        super::buttons(ui, |ui| super::main_button(ui, &close))
    }
}

/// What is new, version by version.
fn changes(ui: &mut Ui, language: Language) {
    let text = match language {
        Language::English => include_str!("../../../assets/CHANGELOG.md"),
        Language::Chinese => include_str!("../../../assets/CHANGELOG.zh-Hans.md"),
    };
    for block in blocks(text) {
        match block {
            Block::Version(version) => {
                ui.label(RichText::new(version).strong());
            }
            Block::Change(change) => {
                ui.add(egui::Label::new(format!("•  {change}")).wrap());
            }
        }
    }
}

/// A part of the record of changes.
#[derive(Debug, PartialEq, Eq)]
enum Block {
    /// A version begins.
    Version(String),
    /// Something that it brought.
    Change(String),
}

/// The versions and changes of a record; its title is left out. Lines that are indented go on with
/// the change before them.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for line in text.lines() {
        if let Some(version) = line.strip_prefix("## ") {
            blocks.push(Block::Version(version.trim().to_owned()));
        } else if let Some(change) = line.strip_prefix("- ") {
            blocks.push(Block::Change(change.trim().to_owned()));
        } else if let Some(more) = line.strip_prefix("  ")
            && let Some(Block::Change(change)) = blocks.last_mut()
        {
            change.push(' ');
            change.push_str(more.trim());
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_read_whole() {
        let text = "# New\n\n## 1.0\n\n- Draws\n  sheets.\n- Counts.\n";
        let expected = [
            Block::Version("1.0".to_owned()),
            Block::Change("Draws sheets.".to_owned()),
            Block::Change("Counts.".to_owned()),
        ];
        assert_eq!(blocks(text), expected);
    }

    #[test]
    fn both_languages_tell_the_same_changes_up_to_this_version() {
        let english = blocks(include_str!("../../../assets/CHANGELOG.md"));
        let chinese = blocks(include_str!("../../../assets/CHANGELOG.zh-Hans.md"));
        assert_eq!(english.len(), chinese.len());
        assert_eq!(english.first(), Some(&Block::Version(env!("CARGO_PKG_VERSION").to_owned())));
        assert_eq!(english.first(), chinese.first());
    }
}
