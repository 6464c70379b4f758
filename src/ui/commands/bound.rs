//! Keys that are bound to commands, and how a press of one is told.

use egui::{Event, InputState, Key, KeyboardShortcut};

use super::Command;

/// A key, the command that it asks for, and what sets that apart.
// Each is so or not, whatever the others are.
#[expect(clippy::struct_excessive_bools, reason = "marks that do not hang together")]
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Bound {
    pub shortcut: KeyboardShortcut,
    pub command: Command,
    pub at_start: bool,
    pub only_looks: bool,
    pub while_typing: bool,
    pub opens_field: bool,
}

/// Whether the first key of a pass is no shortcut.
pub(in crate::ui) fn begins_with_no_command(input: &InputState, keys: &[Bound]) -> bool {
    let first = input.events.iter().find_map(|event| match event {
        Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
        _ => None,
    });
    first.is_some_and(|(key, modifiers)| {
        !keys.iter().any(|Bound { shortcut, .. }| {
            shortcut.logical_key == key && modifiers.matches_logically(shortcut.modifiers)
        })
    })
}

/// Takes the presses of a shortcut out of the input and counts them.
///
/// Digits and signs are told by their place on the keyboard too: which sign a key writes, with
/// Shift and without, depends on the country. Letters and arrows must be pressed with just the
/// modifiers of the shortcut, so that `Shift+N` can be typed.
pub(in crate::ui) fn presses(input: &mut InputState, shortcut: KeyboardShortcut) -> usize {
    let wanted = shortcut.logical_key;
    let digit = (Key::Num0..=Key::Num5).contains(&wanted);
    let sign = matches!(wanted, Key::Minus | Key::Equals);
    let exact = wanted.name().len() == 1 && !digit && !sign && wanted != Key::Plus
        || matches!(wanted, Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown);
    let before = input.events.len();
    input.events.retain(|event| {
        let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else {
            return true;
        };
        // A sign that a shortcut names counts before the place of another one.
        let named = matches!(key, Key::Plus | Key::Minus | Key::Equals);
        let by_place = digit || sign && !named;
        let same = *key == wanted || by_place && *physical_key == Some(wanted);
        let held = if exact && wanted != Key::Questionmark {
            modifiers.shift == shortcut.modifiers.shift && modifiers.alt == shortcut.modifiers.alt
        } else {
            true
        };
        !(same && held && modifiers.matches_logically(shortcut.modifiers))
    });
    let by_key = before - input.events.len();
    if wanted != Key::Questionmark || by_key > 0 {
        return by_key;
    }
    // Where the sign lies on a key that no name fits, only what it writes is known.
    let before = input.events.len();
    input.events.retain(|event| !matches!(event, Event::Text(text) if text == "?"));
    before - input.events.len()
}
