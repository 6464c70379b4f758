//! What letters and arrows on the sheet may do.

use egui::{Context, Event, ImeEvent, KeyboardShortcut};

use crate::editor::{Edit, Selection};

/// What single letters on the sheet may do, and which selection arrows move.
///
/// A letter is quickly pressed by mistake: by someone who means to type a name, by a presenter's
/// clicker, by a reviewer who only looks. So letters that are commands rest from the moment that
/// something with a name was made until a card is chosen by hand or Esc is pressed, and what is
/// typed on a card becomes its name only if the card was chosen on purpose.
#[derive(Debug, Default)]
pub(super) struct LetterKeys {
    picked: Option<Selection>,
    pub(super) resting: bool,
    /// Whether an input method has begun a word and not ended it.
    pub(super) composing: bool,
}

/// What single letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// Commands of the sheet.
    Commands,
    /// Nothing, since something that has a name was made just now.
    Resting,
    /// Something else's: a list's, a button's, an input method's.
    Elsewhere,
}

impl LetterKeys {
    /// This was chosen with pointer or keys.
    pub fn pick(&mut self, selection: &Selection) {
        self.picked = Some(selection.clone());
        if !selection.steps.is_empty() {
            self.resting = false;
        }
    }

    /// Whether what is selected now was chosen with pointer or keys.
    pub fn picked(&self, selection: &Selection) -> bool {
        self.picked.as_ref() == Some(selection)
    }

    /// Whether nothing has been chosen since the file was opened.
    pub fn is_new(&self) -> bool {
        self.picked.is_none()
    }

    /// Reads what the input method does; once a pass, before the keys.
    pub fn read_composing(&mut self, ctx: &Context) {
        ctx.input(|input| {
            for event in &input.events {
                match event {
                    Event::Ime(ImeEvent::Preedit { text, .. }) => self.composing = !text.is_empty(),
                    Event::Ime(ImeEvent::Commit(_)) => self.composing = false,
                    _ => {}
                }
            }
        });
    }

    /// From now on letters rest.
    pub fn rest(&mut self) {
        self.resting = true;
    }

    /// From now on letters are commands again.
    pub fn act(&mut self) {
        self.resting = false;
    }
}

/// Whether an edit adds a thing that has a name and is no card.
pub(super) fn adds_thing(edit: &Edit) -> bool {
    matches!(
        edit,
        Edit::AddLane(_)
            | Edit::AddLaneAt(..)
            | Edit::AddPhase(..)
            | Edit::SplitPhase(..)
            | Edit::AddRole(_)
            | Edit::AddElement(_)
    )
}

/// Whether a shortcut is a letter alone.
pub(super) fn is_letter(shortcut: KeyboardShortcut) -> bool {
    let letter = shortcut.logical_key.name().chars().all(|c| c.is_ascii_alphabetic());
    letter && shortcut.logical_key.name().len() == 1 && shortcut.modifiers.is_none()
}

/// What an input method is told of a place where it may compose.
pub(super) fn composing_at(rect: egui::Rect) -> egui::output::IMEOutput {
    let caret = egui::Rect::from_min_size(rect.left_top(), egui::Vec2::new(1.0, 16.0));
    egui::output::IMEOutput {
        purpose: egui::IMEPurpose::Normal,
        rect,
        cursor_rect: caret,
        should_interrupt_composition: false,
    }
}

/// Whether an input method is at work in this pass: its letters are no commands.
pub(super) fn is_composing(ctx: &Context) -> bool {
    ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::Ime(_))))
}

/// Whether a text that was typed on a card begins its new name. Letters that are commands do not;
/// with Shift they do. Names begin with a letter, a digit or what opens one, not with the stops and
/// dashes that presenters' clickers send.
pub(super) fn is_for_a_name(text: &str, shift: bool) -> bool {
    let command = !shift && matches!(text.to_lowercase().as_str(), "n" | "a" | "c" | "s");
    let begins = |letter: char| {
        letter.is_alphanumeric() || "([{\"'#&@+$€£¥„“‘«「『（《【¿¡".contains(letter)
    };
    !command && text.chars().find(|letter| !letter.is_whitespace()).is_some_and(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_letters_digits_and_openers() {
        for text in ["D", "d", "3", "问", "（", "“"] {
            assert!(is_for_a_name(text, false), "{text}");
        }
        for text in [".", ",", "-", "?", " ", "n", "a", "c", "s"] {
            assert!(!is_for_a_name(text, false), "{text}");
        }
        assert!(is_for_a_name("N", true));
    }
}
