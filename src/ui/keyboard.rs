//! The keys of the window: what Esc leaves, and the commands whose keys are pressed.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use super::app::App;
use super::commands::{Bound, Command, Mark, all_keys, begins_with_no_command, face, presses};
use super::desk::{Action, LEVERS};
use super::hand::{Letters, is_letter};

impl App {
    /// Runs the commands whose keys were pressed.
    /// `was_typing` says whether a text had the focus when the pass began, `was_open` whether a menu
    /// or popup was open, which Esc closes.
    pub(super) fn read_keys(&mut self, ctx: &Context, was_typing: bool, was_open: bool) {
        for command in self.typing_ahead.take_commands() {
            self.actions.push(Action::Run(command));
        }
        let previewing = self.is_previewing();
        if self.dialogs.is_open() || self.redesign.is_some() && !previewing {
            return;
        }
        let in_field = ctx.text_edit_focused() || self.is_naming();
        let typing = was_typing || in_field;
        let keys = all_keys(ctx);
        if !typing && self.start_screen.is_none() {
            let opening: Vec<_> =
                keys.iter().filter(|key| key.opens_field).map(|key| key.shortcut).collect();
            self.typing_ahead.keep_back(ctx, &opening);
        }
        let letters = self.letters(ctx, was_open);
        let mut pressed = Vec::new();
        let at_start = self.start_screen.is_some();
        if !was_open {
            self.read_escape(ctx, typing, &mut pressed);
        }
        let on_the_sheet = !typing && !was_open && !previewing && !at_start;
        if on_the_sheet
            && letters == Letters::Commands
            && ctx.input(|input| begins_with_no_command(input, &keys))
        {
            // Letters behind it in the same pass belong to the name.
            self.read_typing(ctx);
        }
        for Bound { shortcut, command, at_start: works_at_start, while_typing, .. } in keys {
            if typing && !while_typing
                || at_start && !works_at_start
                || is_letter(shortcut) && letters == Letters::Elsewhere
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
            self.hand.act();
        }
        let mut pasted = Vec::new();
        if !typing && !at_start {
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
            // nothing else may pull the cards from under the hand.
            if pressed.contains(&Command::Undo) {
                self.canvas.let_go(ctx);
                self.actions.push(Action::Abort);
            }
            return;
        }
        for command in pressed {
            let face = face(command);
            if in_field && face.is(Mark::AfterTyping) {
                self.typing_ahead.after_leaving(ctx, command);
            } else if self.with_desk(ctx, |desk| face.obstacle(desk)).is_none() {
                self.actions.push(Action::Run(command));
            }
        }
        // A design that is only looked at takes nothing in.
        for text in pasted.into_iter().filter(|_| !previewing) {
            self.paste(ctx, &text);
        }
    }

    /// What Esc leaves, one thing a press: the start screen, an enlarged picture, levers that were
    /// pulled, a filter, a comparison. `pressed` gets the commands that do so.
    fn read_escape(&mut self, ctx: &Context, typing: bool, pressed: &mut Vec<Command>) {
        let leave = KeyboardShortcut::new(Modifiers::NONE, Key::Escape);
        let left = || ctx.input_mut(|input| presses(input, leave)) > 0;
        if self.start_screen.is_some() && left() {
            self.actions.push(Action::LeaveStartScreen);
        }
        if typing {
            return;
        }
        // Esc leaves the picture before it lets go of what is selected.
        if self.bottom.enlarged && left() {
            pressed.push(Command::Enlarge);
        }
        if self.editor.trial() == Some(LEVERS) {
            // Esc and undo put the levers back before they reach anything else.
            for shortcut in [leave, KeyboardShortcut::new(Modifiers::COMMAND, Key::Z)] {
                if ctx.input_mut(|input| presses(input, shortcut)) > 0 {
                    self.actions.push(Action::Abort);
                }
            }
        }
        if !pressed.is_empty() || self.canvas.is_editing() {
            return;
        }
        if self.filter.is_on() && self.editor.selection().is_empty() && left() {
            pressed.push(Command::ClearFilter);
        } else if self.comparing.is_some() && left() {
            pressed.push(Command::LeaveComparing);
        }
    }
}
