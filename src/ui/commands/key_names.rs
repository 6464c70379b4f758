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
    // The question mark is typed with Shift on most keyboards, which its cap says already.
    let modifiers = match shortcut.logical_key {
        Key::Questionmark | Key::Exclamationmark => {
            Modifiers { shift: false, ..shortcut.modifiers }
        }
        _ => shortcut.modifiers,
    };
    let mut words = names.format(&modifiers, is_mac);
    if !words.is_empty() {
        words += names.concat;
    }
    words + cap(shortcut.logical_key)
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
    }
}
