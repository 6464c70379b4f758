//! A name that is typed where it stands: over a card, over a lane's or a phase's name, in a row of
//! the palette.
//!
//! All of them open, take the keys and close in one way. The field is often opened by the very click
//! that would take the keys from it again, so it asks for them until it has had them; once it has
//! lost them it is over, whatever the reason was.

use egui::text::{CCursor, CCursorRange};
use egui::{Event, Id, Key, Modifiers, Response, SurrenderFocusOn, TextEdit, Ui, WidgetInfo};

use super::fields::select_all;

/// How many passes a field asks for the keys in vain before it gives up.
const PATIENCE: u8 = 3;

/// A name that is being typed.
#[derive(Clone, Debug)]
pub(super) struct InPlace {
    id: Id,
    /// What has been typed; `None` until the field is first shown.
    text: Option<String>,
    /// What it begins with, if it was begun by typing.
    first: Option<Event>,
    /// Whether it was begun by a letter, which may not have been meant for it.
    by_letter: bool,
    /// Whether it has had the keys.
    held: bool,
    /// In how many passes it asked for them.
    asked: u8,
}

/// What became of a name in a pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// It is being typed.
    Still,
    /// It was left as it was.
    Restored,
    /// This was typed; `entered` says whether Enter ended it.
    Kept {
        /// The text.
        text: String,
        /// Whether Enter ended it.
        entered: bool,
    },
}

impl InPlace {
    /// Begins with the present name, all of it selected.
    pub fn new(id: Id) -> Self {
        Self { id, text: None, first: None, by_letter: false, held: false, asked: 0 }
    }

    /// Begins with what was typed or composed, in the place of the present name.
    pub fn begun_by(id: Id, first: Event) -> Self {
        let by_letter = matches!(first, Event::Text(_));
        Self { first: Some(first), by_letter, ..Self::new(id) }
    }

    /// How wide what has been typed is in a font; nothing before the field is first shown.
    pub fn text_width(&self, ui: &Ui, font: egui::FontId) -> f32 {
        let text = self.text.clone().unwrap_or_default();
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(text, font, egui::Color32::BLACK).size().x)
    }

    /// Goes on with a text that could not be taken.
    pub fn go_on(&mut self, text: String) {
        self.text = Some(text);
        (self.held, self.asked) = (false, 0);
    }

    /// Shows the field. `now` is the present name, `label` what the field is called, and `add` puts
    /// it where it belongs.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        now: &str,
        label: &str,
        add: impl FnOnce(&mut Ui, TextEdit<'_>) -> Response,
    ) -> (Typed, Response) {
        let id = self.id;
        let first = self.text.is_none();
        let mut text = self.text.take().unwrap_or_else(|| now.to_owned());
        if !self.held {
            // Once it has the focus, the field also gets what comes in the same pass.
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if first {
            if let Some(event) = self.first.take() {
                text.clear();
                put_caret_at_start(ui, id);
                ui.input_mut(|input| input.events.insert(0, event));
            } else {
                select_all(ui, id, &text);
            }
        }
        let keeps = ui.options(|options| options.input_options.surrender_focus_on);
        if !self.held {
            // The click that opened the field lies beside it and would take the keys away.
            set_surrender(ui, SurrenderFocusOn::Never);
        }
        let response = add(ui, TextEdit::singleline(&mut text).id(id));
        set_surrender(ui, keeps);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, now, &text, "");
            info.label = Some(label.to_owned());
            info
        });
        if self.held && pressed_beside(ui, &response) {
            // A drag that begins elsewhere ends the typing as a click does.
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
        if self.by_letter && turns_a_page(ui) {
            ui.memory_mut(|memory| memory.surrender_focus(id));
            return (Typed::Restored, response);
        }
        // Where whole words and the Enter behind them come in one pass, the field is over at once.
        let entered = response.changed() && ui.input(|input| input.key_pressed(Key::Enter));
        if ui.memory(|memory| memory.has_focus(id)) || entered {
            self.held = true;
        }
        if ui.memory(|memory| memory.has_focus(id)) {
            // It goes on.
        } else if !self.held && self.asked < PATIENCE {
            self.asked += 1;
            ui.ctx().request_repaint();
        } else {
            return (self.left(ui, text, now), response);
        }
        self.text = Some(text);
        (Typed::Still, response)
    }

    /// What becomes of the text once the field is left.
    fn left(&self, ui: &Ui, text: String, now: &str) -> Typed {
        // The key that leaves the field is used up: Esc must not clear the selection as well.
        let used = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (given_up, entered) = (used(Key::Escape), used(Key::Enter));
        let by_mistake = self.by_letter && !entered && is_from_a_clicker(&text);
        if given_up || by_mistake || text.trim() == now {
            Typed::Restored
        } else {
            Typed::Kept { text, entered }
        }
    }
}

fn set_surrender(ui: &Ui, on: SurrenderFocusOn) {
    ui.ctx().options_mut(|options| options.input_options.surrender_focus_on = on);
}

fn put_caret_at_start(ui: &Ui, id: Id) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(0))));
    TextEdit::store_state(ui.ctx(), id, state);
}

fn pressed_beside(ui: &Ui, response: &Response) -> bool {
    ui.input(|input| {
        let at = input.pointer.interact_pos();
        input.pointer.any_pressed() && at.is_some_and(|at| !response.rect.contains(at))
    })
}

/// Whether a key came that a presenter's clicker sends and nobody types into a name.
fn turns_a_page(ui: &Ui) -> bool {
    let keys = [Key::PageUp, Key::PageDown, Key::F5];
    ui.input(|input| keys.iter().any(|key| input.key_pressed(*key)))
}

/// Whether a text is what the black-screen button of a presenter's clicker types.
fn is_from_a_clicker(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|letter| matches!(letter, 'b' | 'B' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_clicker_types_is_taken_for_it() {
        assert!(is_from_a_clicker("b") && is_from_a_clicker("b.b "));
        assert!(
            !is_from_a_clicker("bb cream") && !is_from_a_clicker("问") && !is_from_a_clicker("")
        );
    }
}
