//! Which keys are bound to which commands, as the table says.

use egui::{Context, Modifiers};

use super::Command;
use super::bound::Bound;
use super::face::Mark;
use super::table::face;

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

#[cfg(test)]
mod tests {
    use egui::{Event, InputState, Key};

    use super::super::bound::presses;
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
