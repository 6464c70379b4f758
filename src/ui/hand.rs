//! What the keys ask of the hand on the sheet: append, connect, make room, and a card's new name
//! typed on it.

use egui::{Context, Event, ImeEvent, KeyboardShortcut};

use crate::blueprint::Refusal;
use crate::editor::{Edit, Selection, Thing};

use super::app::{App, BOTH_PANELS};
use super::desk::SideTab;
use super::panels::details::name_field;
use super::settings::Settings;
use super::towards::Towards;

impl App {
    /// Begins to connect the selected step by keys.
    pub(super) fn start_connecting(&mut self) {
        if let Some(step) = self.editor.selection().only_step() {
            self.canvas.start_linking(step);
        }
    }

    /// Begins to make room on the sheet, or ends that.
    pub(super) fn start_making_room(&mut self, ctx: &Context) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        self.canvas.switch_space_tool(&scenario, ctx);
    }

    /// Adds a step beside the selected one and connects the two.
    pub(super) fn append(&mut self, ctx: &Context, towards: Towards) {
        let Some(step) = self.editor.selection().only_step() else { return };
        if let Some(edit) = self.with_desk(ctx, |desk| self.canvas.append_edit(desk, step, towards))
        {
            self.edit(ctx, edit);
            return;
        }
        let flows = self.editor.scenario().steps().get(&step).is_some_and(|step| step.kind.flows());
        let why = if flows {
            self.words.text("hand-no-lane-there")
        } else {
            self.words.refusal(Refusal::NotInFlow)
        };
        self.notice.say(why.to_owned(), ctx.time());
    }

    /// Begins to type the name of a thing where it stands; in its inspector where that is not seen.
    pub(super) fn start_naming(&mut self, ctx: &Context, thing: Thing) {
        self.editor.commit_gesture();
        self.editor.select(Selection::thing(thing));
        self.tab = SideTab::Details;
        let narrow = ctx.content_rect().width() < BOTH_PANELS;
        let palette = self.settings.palette && !(narrow && self.settings.side);
        match thing {
            Thing::Lane(lane) => self.canvas.start_naming_lane(lane),
            Thing::Phase(phase) => self.canvas.start_naming_phase(phase),
            Thing::Role(_) | Thing::Element(_) if palette => self.palette.start_renaming(thing),
            Thing::Role(_) | Thing::Element(_) => {
                if !self.settings.side {
                    self.set(ctx, Settings { side: true, ..self.settings });
                }
                ctx.memory_mut(|memory| memory.request_focus(name_field(thing)));
            }
        }
        if matches!(thing, Thing::Lane(_) | Thing::Phase(_)) {
            self.bottom.enlarged = false;
        }
    }

    /// Whether a name is being typed where it stands.
    pub(super) fn is_naming(&self) -> bool {
        self.canvas.is_naming() || self.palette.is_naming()
    }

    /// Lets an input method compose as long as the sheet or a table is in front.
    ///
    /// Composing is never switched off between two fields: some systems act on that only with the
    /// next key, which then would come as a plain letter.
    pub(super) fn offer_composing(&self, ctx: &Context) {
        let in_front =
            self.modes.now().hand_works() && !self.dialogs.is_open() && self.redesign.is_none();
        if !in_front || ctx.output(|output| output.ime.is_some()) {
            return;
        }
        let card = self.editor.selection().only_step();
        let card = card.and_then(|step| self.canvas.card_on_screen(step));
        let rect = card.unwrap_or_else(|| {
            egui::Rect::from_center_size(ctx.content_rect().center(), egui::Vec2::new(1.0, 16.0))
        });
        ctx.output_mut(|output| output.ime = Some(composing_at(rect)));
    }

    /// What single letters are in this pass. `was_open` says whether a menu or popup was open.
    pub(super) fn letters(&self, ctx: &Context, was_open: bool) -> Letters {
        let focused = ctx.memory(egui::Memory::focused);
        let elsewhere = focused.is_some_and(|focused| !self.canvas.is_focus(focused));
        if was_open || elsewhere || self.hand.composing || is_composing(ctx) {
            Letters::Elsewhere
        } else if self.hand.resting {
            Letters::Resting
        } else {
            Letters::Commands
        }
    }

    /// Starts renaming the card that was selected by hand and alone with what was typed on it or
    /// composed, if that was no command.
    pub(super) fn read_typing(&mut self, ctx: &Context) {
        let focused = ctx.memory(egui::Memory::focused);
        let elsewhere = focused.is_some_and(|focused| !self.canvas.is_focus(focused));
        if elsewhere || self.canvas.is_editing() {
            return;
        }
        let held = ctx.input(|input| input.modifiers);
        if held.command || held.ctrl || held.alt && !held.shift {
            return;
        }
        let composing = self.hand.composing || is_composing(ctx);
        let first = ctx.input(|input| {
            input.events.iter().position(|event| match event {
                Event::Text(text) => !composing && is_for_a_name(text, held.shift),
                Event::Ime(ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text)) => {
                    !text.trim().is_empty()
                }
                _ => false,
            })
        });
        let Some(first) = first else { return };
        let step = self.editor.selection().only_step();
        let picked = self.hand.picked(self.editor.selection());
        if let Some(step) = step.filter(|_| picked) {
            let letter = ctx.input_mut(|input| input.events.remove(first));
            self.canvas.start_typing(step, letter);
            self.typing_ahead.keep_from(ctx, first);
            ctx.request_repaint();
        } else if step.is_some() && !self.hand.is_new() {
            // A presenter's clicker and a reviewer's stray key must not change a thing.
            let text = self.words.text("keys-card-by-hand").to_owned();
            self.notice.say(text, ctx.time());
        }
    }
}

/// What single letters on the sheet may do, and which selection arrows move.
///
/// A letter is quickly pressed by mistake: by someone who means to type a name, by a presenter's
/// clicker, by a reviewer who only looks. So letters that are commands rest from the moment that
/// something with a name was made until a card is chosen by hand or Esc is pressed, and what is
/// typed on a card becomes its name only if the hand chose the card.
#[derive(Debug, Default)]
pub(super) struct HandKeys {
    picked: Option<Selection>,
    resting: bool,
    /// Whether an input method has begun a word and not ended it.
    composing: bool,
}

/// What single letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// Commands of the sheet.
    Commands,
    /// Nothing, since something that bears a name was made just now.
    Resting,
    /// Something else's: a list's, a button's, an input method's.
    Elsewhere,
}

impl HandKeys {
    /// The hand chose this.
    pub fn pick(&mut self, selection: &Selection) {
        self.picked = Some(selection.clone());
        if !selection.steps.is_empty() {
            self.resting = false;
        }
    }

    /// Whether the hand chose what is selected now.
    pub fn picked(&self, selection: &Selection) -> bool {
        self.picked.as_ref() == Some(selection)
    }

    /// Whether the hand has not chosen anything since the file was opened.
    fn is_new(&self) -> bool {
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

/// Whether an edit adds a thing that bears a name and is no card.
pub(super) fn adds_thing(edit: &Edit) -> bool {
    matches!(edit, Edit::AddLane(_) | Edit::AddPhase(..) | Edit::AddRole(_) | Edit::AddElement(_))
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
fn is_composing(ctx: &Context) -> bool {
    ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::Ime(_))))
}

/// Whether a text that was typed on a card begins its new name. Letters that are commands do not;
/// with Shift they do. Names begin with a letter, a digit or what opens one, not with the stops and
/// dashes that presenters' clickers send.
fn is_for_a_name(text: &str, shift: bool) -> bool {
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
