//! The keys of the window: what Esc leaves, and the commands whose keys are pressed.

use egui::{Context, Event, InputState, Key, KeyboardShortcut, Modifiers};

use super::app::App;
use super::commands::{Bound, Command, Mark, all_keys, begins_with_no_command, face, presses};
use super::letter_keys::{Letters, is_letter};
use super::modes::{Esc, Standing};
use super::playing::wishes_of_keys;
use super::view_context::{Action, LEVERS};

impl App {
    /// Runs the commands whose keys were pressed.
    /// `was_typing` says whether a text had the focus when the pass began, `was_open` whether a menu
    /// or popup was open, which Esc closes.
    pub(super) fn read_keys(&mut self, ctx: &Context, was_typing: bool, was_open: bool) {
        profiling::function_scope!();
        for command in self.typing_ahead.take_commands() {
            self.actions.push(Action::Run(command));
        }
        if self.is_covered() {
            return;
        }
        let in_field = ctx.text_edit_focused() || self.is_naming();
        let typing = was_typing || in_field;
        // Most passes bring no key.
        let keys = if ctx.input(has_keys) { all_keys(ctx) } else { Vec::new() };
        let sheet_takes_input = self.modes.at_the_keys().sheet_takes_input();
        if !typing && sheet_takes_input {
            let opening: Vec<_> =
                keys.iter().filter(|key| key.opens_field).map(|key| key.shortcut).collect();
            self.typing_ahead.keep_back(ctx, &opening);
        }
        let letters = self.letters(ctx, was_open);
        let mut pressed = Vec::new();
        if !was_open {
            self.read_escape(ctx, typing);
        }
        let on_the_sheet = !typing && !was_open && sheet_takes_input;
        if on_the_sheet
            && letters == Letters::Commands
            && ctx.input(|input| begins_with_no_command(input, &keys))
        {
            // Letters behind it in the same pass belong to the name.
            self.read_typing(ctx);
        }
        for key in keys {
            let Bound { shortcut, command, while_typing, .. } = key;
            // Esc closes the menu that is open, and no more.
            if was_open && shortcut.logical_key == Key::Escape {
                continue;
            }
            if typing && !while_typing
                || !self.modes.at_the_keys().takes_key(&key)
                || letters == Letters::Elsewhere
                    && (is_letter(shortcut) || command == Command::SelectAll)
            {
                continue;
            }
            let times = ctx.input_mut(|input| presses(input, shortcut));
            if times > 0 && is_letter(shortcut) && letters == Letters::Resting {
                self.notice.say(self.words.text("keys-letters-rest").to_owned(), ctx.time());
                continue;
            }
            // Keys that were hit fast may arrive in one pass.
            pressed.extend(std::iter::repeat_n(command, times));
        }
        if on_the_sheet && pressed.is_empty() {
            self.read_typing(ctx);
        }
        if ctx.input(|input| input.key_pressed(Key::Escape))
            || pressed.contains(&Command::SelectNone)
        {
            self.letters.act();
        }
        let mut pasted = Vec::new();
        if !typing && sheet_takes_input {
            ctx.input(|input| {
                for event in &input.events {
                    match event {
                        Event::Copy => pressed.push(Command::Copy),
                        Event::Cut => pressed.push(Command::Cut),
                        Event::Paste(text) => pasted.push(text.clone()),
                        _ => {}
                    }
                }
            });
        }
        if self.canvas.is_editing() {
            // What is being dragged comes first: undo takes the drag back, as Esc does, and
            // nothing else may pull the cards from under the pointer.
            if pressed.contains(&Command::Undo) {
                self.canvas.release(ctx);
                self.actions.push(Action::Abort);
            }
            return;
        }
        for command in pressed {
            let face = face(command);
            if in_field && face.is(Mark::AfterTyping) {
                self.typing_ahead.after_leaving(ctx, command);
            } else {
                match self.with_view(ctx, |view| face.obstacle(view)) {
                    None => self.actions.push(Action::Run(command)),
                    // A whole screen that does not come is missed more than a menu's entry.
                    Some(why)
                        if matches!(command, Command::StartLesson | Command::StartLessonHere) =>
                    {
                        self.notice.say(self.words.text(why).to_owned(), ctx.time());
                    }
                    Some(_) => {}
                }
            }
        }
        for text in pasted {
            self.paste(ctx, &text);
        }
    }

    /// Gives the player its keys while a day is played and nothing else has the keys.
    pub(super) fn read_players_keys(&mut self, ctx: &Context) {
        let Some(playing) = &mut self.modes.playing else { return };
        let focused = ctx.memory(egui::Memory::focused);
        let is_elsewhere = focused.is_some_and(|id| Some(id) != self.canvas.sheet_id());
        if self.modes.reading.is_some()
            || self.dialogs.is_open()
            || self.redesign.is_some()
            || self.staffing.is_open()
            || egui::Popup::is_any_open(ctx)
            || is_elsewhere
            || self.canvas.is_naming()
            || self.canvas.is_editing()
        {
            return;
        }
        for wish in wishes_of_keys(ctx) {
            playing.grant(wish);
        }
    }

    /// Has the mode say what Esc leaves, and asks for it.
    fn read_escape(&mut self, ctx: &Context, typing: bool) {
        let levers = self.editor.trial() == Some(LEVERS);
        let standing = Standing {
            typing,
            enlarged: self.bottom.enlarged,
            levers,
            in_gesture: self.canvas.is_editing(),
            filtered: self.filter.is_on(),
            selected: !self.editor.selection().is_empty(),
        };
        let takes = |key| ctx.input_mut(|input| presses(input, key)) > 0;
        if let Esc::Asks(action) = self.modes.at_the_keys().escape(standing)
            && takes(KeyboardShortcut::new(Modifiers::NONE, Key::Escape))
        {
            self.actions.push(action);
        }
        // Undo puts levers back before it reaches anything else.
        if levers && !typing && takes(KeyboardShortcut::new(Modifiers::COMMAND, Key::Z)) {
            self.actions.push(Action::Abort);
        }
    }
}

/// Whether something was pressed or typed in this pass.
fn has_keys(input: &InputState) -> bool {
    let is_key = |event: &Event| matches!(event, Event::Key { .. } | Event::Text(_));
    input.events.iter().any(is_key)
}
