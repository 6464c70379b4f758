//! The keys of the commands.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::drawing::Spacing;
use crate::ui::arrange;
use crate::ui::canvas::Towards;
use crate::ui::card_sorts::Palette;

use super::{Command, shortcut_words};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl Command {
    /// Its shortcuts; the first is the one shown.
    pub fn shortcuts(self) -> Vec<KeyboardShortcut> {
        let key = |modifiers, key| vec![KeyboardShortcut::new(modifiers, key)];
        match self {
            Self::New => key(CTRL, Key::N),
            Self::Templates => key(CTRL_SHIFT, Key::N),
            Self::Open => key(CTRL, Key::O),
            Self::Import => key(CTRL, Key::I),
            Self::Save => key(CTRL, Key::S),
            Self::SaveAs => key(CTRL_SHIFT, Key::S),
            Self::Quit => key(CTRL, Key::Q),
            Self::Undo => key(CTRL, Key::Z),
            Self::Redo => {
                vec![KeyboardShortcut::new(CTRL, Key::Y), KeyboardShortcut::new(CTRL_SHIFT, Key::Z)]
            }
            Self::Duplicate => key(CTRL, Key::D),
            Self::Delete => vec![
                KeyboardShortcut::new(Modifiers::NONE, Key::Delete),
                KeyboardShortcut::new(Modifiers::NONE, Key::Backspace),
            ],
            Self::SelectAll => key(CTRL, Key::A),
            Self::SelectNone => key(Modifiers::NONE, Key::Escape),
            Self::Rename => vec![
                KeyboardShortcut::new(Modifiers::NONE, Key::F2),
                KeyboardShortcut::new(Modifiers::NONE, Key::Enter),
            ],
            Self::Insert(Palette::FrontstageAction) => key(Modifiers::NONE, Key::N),
            Self::Append(Towards::Right) => vec![
                KeyboardShortcut::new(Modifiers::NONE, Key::A),
                KeyboardShortcut::new(CTRL, Key::ArrowRight),
            ],
            Self::Append(Towards::Left) => key(CTRL, Key::ArrowLeft),
            Self::Append(Towards::Up) => key(CTRL, Key::ArrowUp),
            Self::Append(Towards::Down) => key(CTRL, Key::ArrowDown),
            Self::Connect => key(Modifiers::NONE, Key::C),
            Self::MakeRoom => key(Modifiers::NONE, Key::S),
            Self::Compare => key(CTRL, Key::B),
            Self::FlipComparison => key(Modifiers::NONE, Key::F3),
            Self::ZoomIn => vec![
                KeyboardShortcut::new(CTRL, Key::Plus),
                KeyboardShortcut::new(CTRL, Key::Equals),
            ],
            Self::ZoomOut => key(CTRL, Key::Minus),
            Self::ZoomActual => key(CTRL, Key::Num0),
            Self::FitAll => key(Modifiers::SHIFT, Key::Num1),
            Self::FitSelection => key(Modifiers::SHIFT, Key::Num2),
            Self::ShowPalette => key(Modifiers::NONE, Key::F6),
            Self::ShowSide => key(Modifiers::NONE, Key::F7),
            Self::ShowTable => key(Modifiers::NONE, Key::F8),
            Self::Enlarge => key(Modifiers::NONE, Key::F9),
            Self::Redesign => key(Modifiers::NONE, Key::F4),
            Self::Shortcuts => {
                vec![KeyboardShortcut::new(Modifiers::NONE, Key::Questionmark)]
            }
            // Order on the sheet.
            Self::Align(alignment) => arrange::alignment_shortcut(alignment)
                .map_or_else(Vec::new, |(modifiers, with)| key(modifiers, with)),
            Self::Distribute(Spacing::Horizontally) => key(CTRL_SHIFT, Key::H),
            Self::Distribute(Spacing::Vertically) => key(CTRL_SHIFT, Key::J),
            Self::TidyUp => key(CTRL, Key::L),
            Self::SearchCommands => key(CTRL, Key::K),
            Self::Find => key(CTRL, Key::F),
            Self::Larger => key(CTRL_SHIFT, Key::Period),
            Self::Smaller => key(CTRL_SHIFT, Key::Comma),
            Self::NextRegion => key(CTRL, Key::F6),
            Self::PreviousRegion => key(CTRL_SHIFT, Key::F6),
            _ => Vec::new(),
        }
    }

    /// Every shortcut with its command. Those with Shift or Alt come first: a plain one would take
    /// the press with it.
    pub fn keys() -> Vec<(KeyboardShortcut, Self)> {
        let mut keys: Vec<(KeyboardShortcut, Self)> = Self::ALL
            .iter()
            .flat_map(|command| command.shortcuts().into_iter().map(|keys| (keys, *command)))
            .collect();
        keys.sort_by_key(|(keys, _)| {
            let Modifiers { shift, alt, .. } = keys.modifiers;
            std::cmp::Reverse(u8::from(shift) + u8::from(alt))
        });
        keys
    }

    /// The shortcut as it is shown; the clipboard's come from the system.
    pub fn shortcut_text(self, ctx: &egui::Context) -> Option<String> {
        let clipboard = |key| shortcut_words(ctx, KeyboardShortcut::new(CTRL, key));
        match self {
            Self::Copy => Some(clipboard(Key::C)),
            Self::Cut => Some(clipboard(Key::X)),
            Self::Paste => Some(clipboard(Key::V)),
            _ => self.shortcuts().first().map(|shortcut| shortcut_words(ctx, *shortcut)),
        }
    }

    /// Whether its shortcut works while a text is being typed.
    pub fn works_while_typing(self) -> bool {
        matches!(
            self,
            Self::New
                | Self::Open
                | Self::Import
                | Self::Save
                | Self::SaveAs
                | Self::Quit
                | Self::SearchCommands
                | Self::Find
                | Self::Larger
                | Self::Smaller
                | Self::NextRegion
                | Self::PreviousRegion
        )
    }

    /// Whether it looks at the document as a whole, which a text that is being typed belongs to.
    pub fn waits_for_typing(self) -> bool {
        use Command as C;
        matches!(self, C::New | C::Open | C::Import | C::Save | C::SaveAs | C::Quit)
    }

    /// Whether it opens a field that takes the keys.
    pub fn opens_a_field(self) -> bool {
        matches!(self, Self::Rename | Self::Insert(_) | Self::Append(_))
    }

    /// Whether it can be asked for on the start screen, where no sheet is seen.
    pub fn works_on_start_screen(self) -> bool {
        matches!(
            self,
            Self::New
                | Self::Open
                | Self::Import
                | Self::Quit
                | Self::Templates
                | Self::StartScreen
                | Self::Shortcuts
                | Self::About
                | Self::ThemeLight
                | Self::ThemeDark
                | Self::ThemeSystem
                | Self::SearchCommands
                | Self::Contrast
                | Self::Motion
                | Self::Larger
                | Self::Smaller
                | Self::UsualSize
                | Self::NextRegion
                | Self::PreviousRegion
                | Self::English
                | Self::Chinese
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen: Vec<(KeyboardShortcut, Command)> = Vec::new();
        for &command in Command::ALL {
            for shortcut in command.shortcuts() {
                let taken = seen.iter().find(|(other, _)| *other == shortcut);
                assert!(taken.is_none(), "{command:?} and {taken:?} on {shortcut:?}");
                seen.push((shortcut, command));
            }
        }
        assert!(seen.len() > 25, "the commands have keys: {}", seen.len());
    }
}
