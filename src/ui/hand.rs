//! What the keys ask of the hand on the sheet: append, connect, make room, and a card's new name
//! typed on it.

use egui::{Context, Event, ImeEvent};

use crate::blueprint::Refusal;

use super::app::App;
use super::canvas::Towards;
use super::commands::Command;

impl App {
    /// Carries out a command that the sheet's hand goes on with.
    pub(super) fn use_hand(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::Append(towards) => self.append(ctx, towards),
            Command::Connect => {
                if let Some(step) = self.editor.selection().only_step() {
                    self.canvas.start_linking(step);
                }
            }
            Command::MakeRoom => {
                let scenario = std::sync::Arc::clone(self.editor.scenario());
                self.canvas.switch_space_tool(&scenario, ctx);
            }
            _ => {}
        }
    }

    /// Adds a step beside the selected one and connects the two.
    fn append(&mut self, ctx: &Context, towards: Towards) {
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

    /// Starts renaming the card that is selected alone with what was typed on it or composed, if
    /// that was no command.
    pub(super) fn read_typing(&mut self, ctx: &Context) {
        let focused = ctx.memory(egui::Memory::focused);
        let elsewhere = focused.is_some_and(|focused| !self.canvas.is_focus(focused));
        if elsewhere || self.canvas.is_editing() {
            return;
        }
        let Some(step) = self.editor.selection().only_step() else { return };
        let held = ctx.input(|input| input.modifiers);
        if held.command || held.ctrl || held.alt && !held.shift {
            return;
        }
        let first = ctx.input_mut(|input| {
            let at = input.events.iter().position(|event| match event {
                Event::Text(text) => is_for_a_name(text, held.shift),
                Event::Ime(ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text)) => {
                    !text.trim().is_empty()
                }
                _ => false,
            });
            at.map(|at| input.events.remove(at))
        });
        if let Some(first) = first {
            self.canvas.start_typing(step, first);
            ctx.request_repaint();
        }
    }
}

/// Whether a text that was typed on a card begins its new name. Letters that are commands do not;
/// with Shift they do.
fn is_for_a_name(text: &str, shift: bool) -> bool {
    let command = !shift && matches!(text.to_lowercase().as_str(), "n" | "a" | "c" | "s");
    !command && text != "?" && text.chars().any(|letter| !letter.is_whitespace())
}
