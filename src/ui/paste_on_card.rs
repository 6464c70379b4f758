//! A text pasted on the card that is selected alone: its name, its procedure, or steps of their own.

use egui::Context;

use crate::blueprint::{Step, StepId};
use crate::editor::Edit;
use crate::exchange;

use super::app::App;
use super::dialogs::PasteOnCard;

/// The longest text that is taken for a name without a question, in letters.
const LONGEST_NAME: usize = 80;

/// What becomes of a text that is pasted on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PastedAs {
    /// All of it is the name.
    Name,
    /// Its first line is the name, the rest goes into the procedure.
    NameAndProcedure,
    /// All of it goes into the procedure.
    Procedure,
}

impl App {
    /// Takes a text for the card that is selected alone; asks where it may be meant otherwise.
    /// Answers whether it did: cells of a spreadsheet are steps.
    pub(super) fn paste_on_card(&mut self, ctx: &Context, text: &str) -> bool {
        let Some(step) = self.editor.selection().only_step() else { return false };
        let lines = lines(text);
        if lines.is_empty() || text.contains('\t') {
            return false;
        }
        match lines.as_slice() {
            [name] if name.chars().count() <= LONGEST_NAME => {
                self.put_on_card(ctx, step, text, PastedAs::Name);
            }
            _ => self.ask(PasteOnCard { step, text: text.to_owned() }),
        }
        true
    }

    /// Puts a text on a card, as one step to undo.
    pub(super) fn put_on_card(&mut self, ctx: &Context, id: StepId, text: &str, as_what: PastedAs) {
        let Some(step) = self.editor.scenario().steps().get(&id) else { return };
        let mut changed = Step::clone(step);
        let lines = lines(text);
        let (name, more) = match (as_what, lines.split_first()) {
            (PastedAs::Name, _) => (Some(lines.join(" ")), String::new()),
            (PastedAs::NameAndProcedure, Some((first, rest))) => {
                (Some((*first).to_owned()), rest.join("\n"))
            }
            (PastedAs::NameAndProcedure, None) => return,
            (PastedAs::Procedure, _) => (None, lines.join("\n")),
        };
        if let Some(name) = name {
            changed.name = name;
        }
        if !more.is_empty() {
            if !changed.procedure.trim().is_empty() {
                changed.procedure.push('\n');
            }
            changed.procedure.push_str(&more);
        }
        self.edit(ctx, Edit::SetSteps(vec![(id, changed)]));
    }
}

/// The lines of a text that say something.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// How many steps a text names, a line each; `None` where it is no list of names.
pub(super) fn steps_named(text: &str) -> Option<usize> {
    let source = exchange::Source::of_text(text).ok().filter(|source| !source.is_prose())?;
    (lines(text).len() > 1).then(|| source.step_count()).flatten()
}
