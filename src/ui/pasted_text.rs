//! What a text can become that is pasted on a card: its name, its procedure, or steps.

use crate::exchange;

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

/// The lines of a text that say something.
pub(super) fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// How many steps a text names, a line each; `None` where it is no list of names.
pub(super) fn steps_named(text: &str) -> Option<usize> {
    let source = exchange::Source::of_text(text).ok().filter(|source| !source.is_prose())?;
    (lines(text).len() > 1).then(|| source.step_count()).flatten()
}
