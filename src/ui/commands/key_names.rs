//! What keys are called where a shortcut is shown: as they are printed on the keyboard.

use egui::{Context, Key, KeyboardShortcut, ModifierNames, Modifiers};

/// What is printed on a key.
fn cap(key: Key) -> &'static str {
    match key {
        Key::Escape => "Esc",
        Key::Delete => "Del",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::PageUp => "PgUp",
        Key::PageDown => "PgDn",
        Key::Plus => "+",
        Key::Minus => "−",
        Key::Equals => "=",
        Key::Comma => ",",
        Key::Period => ".",
        Key::Colon => ":",
        Key::Semicolon => ";",
        Key::Slash => "/",
        Key::Backslash => "\\",
        Key::Pipe => "|",
        Key::Questionmark => "?",
        Key::Exclamationmark => "!",
        Key::Quote => "'",
        Key::Backtick => "`",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        Key::OpenCurlyBracket => "{",
        Key::CloseCurlyBracket => "}",
        other => other.name(),
    }
}

/// A shortcut as it is shown: `Ctrl+K`, `Ctrl++`, `?`; on a Mac with its signs.
pub(in crate::ui) fn shortcut_words(ctx: &Context, shortcut: KeyboardShortcut) -> String {
    let is_mac = ctx.os().is_mac();
    let names = if is_mac { &ModifierNames::SYMBOLS } else { &ModifierNames::NAMES };
    shortcut_caps(ctx, shortcut).join(names.concat)
}

/// The caps of the keys of a shortcut, in the order in which they are pressed.
pub(in crate::ui) fn shortcut_caps(ctx: &Context, shortcut: KeyboardShortcut) -> Vec<String> {
    let is_mac = ctx.os().is_mac();
    let names = if is_mac { &ModifierNames::SYMBOLS } else { &ModifierNames::NAMES };
    // The question mark is typed with Shift on most keyboards, which its cap says already.
    let modifiers = match shortcut.logical_key {
        Key::Questionmark | Key::Exclamationmark => {
            Modifiers { shift: false, ..shortcut.modifiers }
        }
        _ => shortcut.modifiers,
    };
    let words = names.format(&modifiers, is_mac);
    let mut caps: Vec<String> = if names.concat.is_empty() {
        words.chars().map(String::from).collect()
    } else {
        words.split(names.concat).filter(|cap| !cap.is_empty()).map(str::to_owned).collect()
    };
    caps.push(cap(shortcut.logical_key).to_owned());
    caps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_called_as_they_are_printed() {
        let ctx = Context::default();
        ctx.set_os(egui::os::OperatingSystem::Nix);
        let shown = |modifiers, key| shortcut_words(&ctx, KeyboardShortcut::new(modifiers, key));
        assert_eq!(shown(Modifiers::COMMAND, Key::Plus), "Ctrl++");
        assert_eq!(shown(Modifiers::COMMAND, Key::Minus), "Ctrl+−");
        assert_eq!(shown(Modifiers::NONE, Key::Questionmark), "?");
        assert_eq!(shown(Modifiers::NONE, Key::Escape), "Esc");
        assert_eq!(shown(Modifiers::COMMAND, Key::ArrowLeft), "Ctrl+←");
        assert_eq!(shown(Modifiers::COMMAND | Modifiers::SHIFT, Key::Period), "Ctrl+Shift+.");
        let keys = KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        assert_eq!(shortcut_caps(&ctx, keys), ["Ctrl", "Shift", "Z"]);
    }
}
