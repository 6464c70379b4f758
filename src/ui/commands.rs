//! The one list of commands. Menus, toolbar, context menus and shortcuts are made from it.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::analysis::Lack;
use crate::blueprint::{StepKind, Zone};

use super::desk::{BottomTab, Desk};
use super::icons;

/// Something a person can ask the window to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    New,
    Open,
    Save,
    SaveAs,
    Quit,
    Undo,
    Redo,
    Copy,
    Cut,
    Paste,
    Duplicate,
    Delete,
    SelectAll,
    SelectNone,
    Rename,
    Insert(Palette),
    AddLane(Zone),
    AddPhase,
    AddRole,
    DuplicateScenario,
    RenameScenario,
    MakeBaseline,
    MoveScenarioLeft,
    MoveScenarioRight,
    RemoveScenario,
    Compare,
    FlipComparison,
    LeaveComparing,
    ZoomIn,
    ZoomOut,
    ZoomActual,
    FitAll,
    FitSelection,
    ShowPalette,
    ShowSide,
    ShowTable,
    ShowBelow(BottomTab),
    Enlarge,
    Redesign,
    ThemeLight,
    ThemeDark,
    ThemeSystem,
    English,
    Chinese,
    Shortcuts,
    About,
}

/// What can be dragged from the palette onto the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Palette {
    CustomerAction,
    FrontstageAction,
    BackstageAction,
    SupportProcess,
    Evidence,
    Decision,
    WaitingPoint,
    Note,
}

impl Palette {
    /// All, in the order of the palette.
    pub const ALL: [Self; 8] = [
        Self::CustomerAction,
        Self::FrontstageAction,
        Self::BackstageAction,
        Self::SupportProcess,
        Self::Evidence,
        Self::Decision,
        Self::WaitingPoint,
        Self::Note,
    ];

    /// Its name in the localisation layer.
    pub fn key(self) -> &'static str {
        match self {
            Self::CustomerAction => "palette-customer-action",
            Self::FrontstageAction => "palette-frontstage-action",
            Self::BackstageAction => "palette-backstage-action",
            Self::SupportProcess => "palette-support-process",
            Self::Evidence => "palette-evidence",
            Self::Decision => "palette-decision",
            Self::WaitingPoint => "palette-waiting-point",
            Self::Note => "palette-note",
        }
    }

    /// What kind of card it makes.
    pub fn kind(self) -> StepKind {
        match self {
            Self::Evidence => StepKind::Evidence,
            Self::Decision => StepKind::Decision,
            Self::Note => StepKind::Note,
            _ => StepKind::Action,
        }
    }

    /// The item for what usually happens in a zone.
    pub fn usual_in(zone: Zone) -> Self {
        match zone {
            Zone::Evidence => Self::Evidence,
            Zone::Customer => Self::CustomerAction,
            Zone::Frontstage => Self::FrontstageAction,
            Zone::Backstage => Self::BackstageAction,
            Zone::Support => Self::SupportProcess,
        }
    }

    /// The zone it goes to when it is not dragged.
    pub fn zone(self) -> Zone {
        match self {
            Self::Evidence => Zone::Evidence,
            Self::CustomerAction | Self::WaitingPoint | Self::Note => Zone::Customer,
            Self::FrontstageAction | Self::Decision => Zone::Frontstage,
            Self::BackstageAction => Zone::Backstage,
            Self::SupportProcess => Zone::Support,
        }
    }

    /// Its icon.
    pub fn icon(self) -> &'static str {
        match self {
            Self::CustomerAction => icons::CUSTOMER,
            Self::FrontstageAction => icons::EYE,
            Self::BackstageAction => icons::EYE_OFF,
            Self::SupportProcess => icons::COG,
            Self::Evidence => icons::FILE_TEXT,
            Self::Decision => icons::DIAMOND,
            Self::WaitingPoint => icons::WAIT,
            Self::Note => icons::NOTE,
        }
    }
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl Command {
    /// Every command with a shortcut or a place in the shortcut sheet.
    pub const ALL: &'static [Self] = &[
        Self::New,
        Self::Open,
        Self::SaveAs,
        Self::Save,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Copy,
        Self::Cut,
        Self::Paste,
        Self::Duplicate,
        Self::Delete,
        Self::SelectAll,
        Self::SelectNone,
        Self::Rename,
        Self::Insert(Palette::FrontstageAction),
        Self::AddPhase,
        Self::AddRole,
        Self::Compare,
        Self::FlipComparison,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomActual,
        Self::FitAll,
        Self::FitSelection,
        Self::ShowPalette,
        Self::ShowSide,
        Self::ShowTable,
        Self::Enlarge,
        Self::Redesign,
        Self::Shortcuts,
    ];

    /// Its name in the localisation layer.
    pub fn key(self) -> &'static str {
        match self {
            Self::New => "command-new",
            Self::Open => "command-open",
            Self::Save => "command-save",
            Self::SaveAs => "command-save-as",
            Self::Quit => "command-quit",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::Copy => "command-copy",
            Self::Cut => "command-cut",
            Self::Paste => "command-paste",
            Self::Duplicate => "command-duplicate",
            Self::Delete => "command-delete",
            Self::SelectAll => "command-select-all",
            Self::SelectNone => "command-select-none",
            Self::Rename => "command-rename",
            Self::Insert(item) => item.key(),
            Self::AddLane(_) => "command-add-lane",
            Self::AddPhase => "command-add-phase",
            Self::AddRole => "command-add-role",
            Self::DuplicateScenario => "command-duplicate-scenario",
            Self::RenameScenario => "command-rename-scenario",
            Self::MakeBaseline => "command-make-baseline",
            Self::MoveScenarioLeft => "command-move-scenario-left",
            Self::MoveScenarioRight => "command-move-scenario-right",
            Self::RemoveScenario => "command-remove-scenario",
            Self::Compare => "command-compare",
            Self::FlipComparison => "command-flip-comparison",
            Self::LeaveComparing => "command-leave-comparing",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::ZoomActual => "command-zoom-actual",
            Self::FitAll => "command-fit-all",
            Self::FitSelection => "command-fit-selection",
            Self::ShowPalette => "command-show-palette",
            Self::ShowSide => "command-show-side",
            Self::ShowTable => "command-show-table",
            Self::ShowBelow(BottomTab::Steps) => "command-show-steps",
            Self::ShowBelow(BottomTab::Roles) => "command-show-roles",
            Self::ShowBelow(BottomTab::Load) => "command-show-load",
            Self::ShowBelow(BottomTab::Visit) => "command-show-visit",
            Self::ShowBelow(BottomTab::Waiting) => "command-show-waiting",
            Self::ShowBelow(BottomTab::Money) => "command-show-money",
            Self::Enlarge => "command-enlarge",
            Self::Redesign => "command-redesign",
            Self::ThemeLight => "command-theme-light",
            Self::ThemeDark => "command-theme-dark",
            Self::ThemeSystem => "command-theme-system",
            Self::English => "command-english",
            Self::Chinese => "command-chinese",
            Self::Shortcuts => "command-shortcuts",
            Self::About => "command-about",
        }
    }

    /// Its icon, where it has one.
    pub fn icon(self) -> Option<&'static str> {
        Some(match self {
            Self::New => icons::FILE_PLUS,
            Self::Open => icons::FOLDER_OPEN,
            Self::Save => icons::SAVE,
            Self::Undo => icons::UNDO,
            Self::Redo => icons::REDO,
            Self::Copy | Self::Duplicate => icons::COPY,
            Self::Paste => icons::CLIPBOARD_PASTE,
            Self::Delete => icons::TRASH,
            Self::Rename => icons::PENCIL,
            Self::Insert(item) => item.icon(),
            Self::ZoomIn | Self::AddPhase | Self::DuplicateScenario => icons::PLUS,
            Self::ZoomOut => icons::MINUS,
            Self::FitAll => icons::FIT,
            Self::ShowPalette => icons::PANEL_LEFT,
            Self::ShowSide => icons::PANEL_RIGHT,
            Self::ShowTable => icons::PANEL_BOTTOM,
            Self::ThemeLight => icons::SUN,
            Self::ThemeDark => icons::MOON,
            Self::ThemeSystem => icons::CONTRAST,
            Self::Shortcuts => icons::HELP,
            Self::About => icons::INFO,
            Self::AddRole => icons::USERS,
            _ => return None,
        })
    }

    /// Its shortcuts; the first is the one shown.
    pub fn shortcuts(self) -> Vec<KeyboardShortcut> {
        let key = |modifiers, key| vec![KeyboardShortcut::new(modifiers, key)];
        match self {
            Self::New => key(CTRL, Key::N),
            Self::Open => key(CTRL, Key::O),
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
            _ => Vec::new(),
        }
    }

    /// The shortcut as it is shown; the clipboard's come from the system.
    pub fn shortcut_text(self, ctx: &egui::Context) -> Option<String> {
        let clipboard = |key| ctx.format_shortcut(&KeyboardShortcut::new(CTRL, key));
        match self {
            Self::Copy => Some(clipboard(Key::C)),
            Self::Cut => Some(clipboard(Key::X)),
            Self::Paste => Some(clipboard(Key::V)),
            _ => self.shortcuts().first().map(|shortcut| ctx.format_shortcut(shortcut)),
        }
    }

    /// Whether its shortcut works while a text is being typed.
    pub fn works_while_typing(self) -> bool {
        matches!(self, Self::New | Self::Open | Self::Save | Self::SaveAs | Self::Quit)
    }

    /// Why it does not apply now, as a key of the localisation layer.
    pub fn obstacle(self, desk: &Desk<'_>) -> Option<&'static str> {
        let selection = desk.editor.selection();
        match self {
            Self::Undo if desk.editor.undo_name().is_none() => Some("obstacle-nothing-to-undo"),
            Self::Redo if desk.editor.redo_name().is_none() => Some("obstacle-nothing-to-redo"),
            Self::Copy | Self::Cut | Self::Duplicate | Self::FitSelection
                if selection.steps.is_empty() =>
            {
                Some("obstacle-select-steps")
            }
            Self::Delete if selection.is_empty() => Some("obstacle-select-something"),
            Self::RemoveScenario if desk.editor.blueprint().scenarios().len() == 1 => {
                Some("obstacle-last-scenario")
            }
            Self::Compare if desk.editor.blueprint().scenarios().len() == 1 => {
                Some("obstacle-one-scenario")
            }
            Self::FlipComparison | Self::LeaveComparing if desk.compared.is_none() => {
                Some("obstacle-not-comparing")
            }
            Self::MakeBaseline | Self::MoveScenarioLeft if place_of_shown(desk) == 0 => {
                Some("obstacle-first-scenario")
            }
            Self::MoveScenarioRight
                if place_of_shown(desk) + 1 >= desk.editor.blueprint().scenarios().len() =>
            {
                Some("obstacle-rightmost-scenario")
            }
            Self::Rename if selection.only_step().is_none() => Some("obstacle-select-one-step"),
            Self::SelectAll | Self::FitAll | Self::ShowBelow(_)
                if desk.scenario.steps().is_empty() =>
            {
                Some("obstacle-no-steps")
            }
            // A time or people that are missing the dialog names, and leads there.
            Self::Redesign
                if desk.analysis.capacity_per_hour.value.is_none()
                    && !desk
                        .analysis
                        .capacity_per_hour
                        .lacks
                        .iter()
                        .any(|lack| matches!(lack, Lack::Time(_) | Lack::Headcount(_))) =>
            {
                Some("obstacle-no-capacity")
            }
            _ => None,
        }
    }
}

/// Where the scenario that is shown stands among the tabs.
fn place_of_shown(desk: &Desk<'_>) -> usize {
    desk.editor.blueprint().position(desk.editor.scenario().id()).unwrap_or(0)
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
