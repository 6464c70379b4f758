//! How presses of keys are told, and which belong to which command.

use egui::{Context, Event, InputState, Key, KeyboardShortcut, Modifiers};

use super::Command;
use super::face::Mark;
use super::table::face;

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

/// Every shortcut with its command. Those with Shift or Alt come first: a plain one would take
/// the press with it.
pub(in crate::ui) fn all_keys(ctx: &Context) -> Vec<Bound> {
    keys_on(ctx.os().is_mac())
}

fn keys_on(mac: bool) -> Vec<Bound> {
    let mut keys = Vec::new();
    for command in Command::all() {
        let face = face(command);
        keys.extend(face.shortcuts(mac).iter().map(|shortcut| Bound {
            shortcut: *shortcut,
            command,
            at_start: face.is(Mark::AtStart),
            only_looks: face.is(Mark::OnlyLooks),
            while_typing: face.works_while_typing(),
            opens_field: face.is(Mark::OpensField),
        }));
    }
    keys.sort_by_key(|bound| {
        let Modifiers { shift, alt, .. } = bound.shortcut.modifiers;
        std::cmp::Reverse(u8::from(shift) + u8::from(alt))
    });
    keys
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
    let digit = matches!(wanted, Key::Num0 | Key::Num1 | Key::Num2);
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys that the sheet, tools, fields and the system take for themselves, with what is held.
    const TAKEN: &[(Modifiers, Key)] = &[
        (Modifiers::NONE, Key::Tab),
        (Modifiers::SHIFT, Key::Tab),
        (Modifiers::NONE, Key::Home),
        (Modifiers::NONE, Key::End),
        (Modifiers::NONE, Key::Space),
        (Modifiers::NONE, Key::ArrowLeft),
        (Modifiers::NONE, Key::ArrowRight),
        (Modifiers::NONE, Key::ArrowUp),
        (Modifiers::NONE, Key::ArrowDown),
        (Modifiers::ALT, Key::ArrowLeft),
        (Modifiers::ALT, Key::ArrowRight),
        (Modifiers::ALT, Key::ArrowUp),
        (Modifiers::ALT, Key::ArrowDown),
        (Modifiers::COMMAND, Key::C),
        (Modifiers::COMMAND, Key::X),
        (Modifiers::COMMAND, Key::V),
    ];

    /// What a Mac takes besides: to hide and to minimise, and its settings.
    const TAKEN_ON_MAC: &[(Modifiers, Key)] =
        &[(Modifiers::COMMAND, Key::H), (Modifiers::COMMAND, Key::M), (Modifiers::COMMAND, Key::W)];

    #[test]
    fn no_two_commands_share_a_key_and_none_takes_one_that_is_taken() {
        for mac in [false, true] {
            let mut seen: Vec<Bound> = Vec::new();
            for bound in keys_on(mac) {
                let taken = seen.iter().find(|other| other.shortcut == bound.shortcut);
                assert!(taken.is_none(), "{bound:?} and {taken:?} on a Mac: {mac}");
                let keys = (bound.shortcut.modifiers, bound.shortcut.logical_key);
                assert!(!TAKEN.contains(&keys), "{bound:?}");
                assert!(!mac || !TAKEN_ON_MAC.contains(&keys), "{bound:?}");
                seen.push(bound);
            }
            assert!(seen.len() > 40, "the commands have keys: {}", seen.len());
        }
    }

    /// What is held when a shortcut is pressed, as each system sends it.
    fn held(modifiers: Modifiers, mac: bool) -> Modifiers {
        let (ctrl, mac_cmd) = (modifiers.command && !mac, modifiers.command && mac);
        Modifiers { ctrl, mac_cmd, ..modifiers }
    }

    // The state has private parts.
    #[allow(clippy::field_reassign_with_default)]
    #[test]
    fn a_press_asks_for_one_command_and_it_is_the_one_that_bears_the_key() {
        for mac in [false, true] {
            let keys = keys_on(mac);
            for pressed in &keys {
                let mut input = InputState::default();
                input.events = vec![Event::Key {
                    key: pressed.shortcut.logical_key,
                    physical_key: None,
                    pressed: true,
                    repeat: false,
                    modifiers: held(pressed.shortcut.modifiers, mac),
                }];
                let asked: Vec<Command> = keys
                    .iter()
                    .filter(|bound| presses(&mut input, bound.shortcut) > 0)
                    .map(|bound| bound.command)
                    .collect();
                assert_eq!(asked, [pressed.command], "{pressed:?}, on a Mac: {mac}");
            }
        }
    }
}
