//! The one list of commands. Menus, toolbar, context menus and shortcuts are made from it.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::analysis::Lack;
use crate::blueprint::{StepKind, Zone};
use crate::drawing::{Alignment, Spacing};
use crate::wording::Wording;

use super::canvas::{Towards, bears_share};
use super::desk::{BottomTab, Desk};
use super::{arrange, filter, icons};

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
    // The hand on the sheet.
    Append(Towards),
    Connect,
    MakeRoom,
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
    // What a new blueprint starts from.
    Templates,
    StartScreen,
    // Order on the sheet, and what is shown and selected of it.
    Align(Alignment),
    Distribute(Spacing),
    TidyUp,
    SelectSameRole,
    SelectSameLane,
    SelectUntimed,
    ClearFilter,
    FoldZone(Zone),
    ShowMap,
    // Finding, and how the window is seen.
    SearchCommands,
    Find,
    Larger,
    Smaller,
    UsualSize,
    Contrast,
    Motion,
    NextRegion,
    PreviousRegion,
}

/// Where a command stands among the menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    File,
    Edit,
    View,
    Insert,
    Scenario,
    Help,
}

impl Group {
    /// All, from left to right.
    pub const ALL: [Self; 6] =
        [Self::File, Self::Edit, Self::View, Self::Insert, Self::Scenario, Self::Help];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::View => "menu-view",
            Self::Insert => "menu-insert",
            Self::Scenario => "menu-scenario",
            Self::Help => "menu-help",
        }
    }
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
    /// Every command, in the order of the menus.
    pub const ALL: &'static [Self] = &[
        Self::New,
        Self::Templates,
        Self::StartScreen,
        Self::Open,
        Self::SaveAs,
        Self::Save,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Cut,
        Self::Copy,
        Self::Paste,
        Self::Duplicate,
        Self::Delete,
        Self::Rename,
        Self::SelectAll,
        Self::SelectNone,
        Self::TidyUp,
        Self::Align(Alignment::Left),
        Self::Align(Alignment::Centre),
        Self::Align(Alignment::Right),
        Self::Align(Alignment::Top),
        Self::Align(Alignment::Middle),
        Self::Align(Alignment::Bottom),
        Self::Distribute(Spacing::Horizontally),
        Self::Distribute(Spacing::Vertically),
        Self::SelectSameRole,
        Self::SelectSameLane,
        Self::SelectUntimed,
        Self::ClearFilter,
        Self::ShowMap,
        Self::Find,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomActual,
        Self::FitAll,
        Self::FitSelection,
        Self::ShowPalette,
        Self::ShowSide,
        Self::ShowTable,
        Self::ShowBelow(BottomTab::Steps),
        Self::ShowBelow(BottomTab::Load),
        Self::ShowBelow(BottomTab::Visit),
        Self::ShowBelow(BottomTab::Waiting),
        Self::ShowBelow(BottomTab::Money),
        Self::Enlarge,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ThemeSystem,
        Self::Contrast,
        Self::Motion,
        Self::Larger,
        Self::Smaller,
        Self::UsualSize,
        Self::English,
        Self::Chinese,
        Self::NextRegion,
        Self::PreviousRegion,
        Self::Insert(Palette::CustomerAction),
        Self::Insert(Palette::FrontstageAction),
        Self::Insert(Palette::BackstageAction),
        Self::Insert(Palette::SupportProcess),
        Self::Insert(Palette::Evidence),
        Self::Insert(Palette::Decision),
        Self::Insert(Palette::WaitingPoint),
        Self::Insert(Palette::Note),
        Self::Append(Towards::Right),
        Self::Append(Towards::Left),
        Self::Append(Towards::Up),
        Self::Append(Towards::Down),
        Self::Connect,
        Self::MakeRoom,
        Self::AddLane(Zone::Evidence),
        Self::AddLane(Zone::Customer),
        Self::AddLane(Zone::Frontstage),
        Self::AddLane(Zone::Backstage),
        Self::AddLane(Zone::Support),
        Self::AddPhase,
        Self::AddRole,
        Self::DuplicateScenario,
        Self::RenameScenario,
        Self::MakeBaseline,
        Self::MoveScenarioLeft,
        Self::MoveScenarioRight,
        Self::RemoveScenario,
        Self::Compare,
        Self::FlipComparison,
        Self::LeaveComparing,
        Self::Redesign,
        Self::SearchCommands,
        Self::Shortcuts,
        Self::About,
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
            Self::Append(Towards::Right) => "command-append",
            Self::Append(Towards::Left) => "command-append-before",
            Self::Append(Towards::Up) => "command-append-above",
            Self::Append(Towards::Down) => "command-append-below",
            Self::Connect => "command-connect",
            Self::MakeRoom => "command-make-room",
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
            Self::Templates => "command-templates",
            Self::StartScreen => "command-start-screen",
            // Order on the sheet.
            Self::Align(alignment) => arrange::alignment_key(alignment),
            Self::Distribute(Spacing::Horizontally) => "command-distribute-horizontally",
            Self::Distribute(Spacing::Vertically) => "command-distribute-vertically",
            Self::TidyUp => "command-tidy-up",
            Self::SelectSameRole => "command-select-same-role",
            Self::SelectSameLane => "command-select-same-lane",
            Self::SelectUntimed => "command-select-untimed",
            Self::ClearFilter => "command-clear-filter",
            Self::FoldZone(_) => "command-fold-zone",
            Self::ShowMap => "command-show-map",
            Self::SearchCommands => "command-find-command",
            Self::Find => "command-find",
            Self::Larger => "command-larger",
            Self::Smaller => "command-smaller",
            Self::UsualSize => "command-usual-size",
            Self::Contrast => "command-contrast",
            Self::Motion => "command-motion",
            Self::NextRegion => "command-next-region",
            Self::PreviousRegion => "command-previous-region",
        }
    }

    /// What it is called: a lane is added to a zone.
    pub fn name(self, words: &Wording) -> String {
        match self {
            Self::AddLane(zone) => {
                words.with("command-add-lane-in", &[("zone", words.zone(zone).into())])
            }
            Self::Insert(item) => {
                words.with("command-insert", &[("what", words.text(item.key()).into())])
            }
            other => words.text(other.key()).to_owned(),
        }
    }

    /// The menu that it stands in.
    pub fn group(self) -> Group {
        use Command as C;
        match self {
            C::New | C::Templates | C::StartScreen | C::Open | C::Save | C::SaveAs | C::Quit => {
                Group::File
            }
            C::Undo
            | C::Redo
            | C::Copy
            | C::Cut
            | C::Paste
            | C::Duplicate
            | C::Delete
            | C::SelectAll
            | C::SelectNone
            | C::Rename
            | C::Find
            | C::Align(_)
            | C::Distribute(_)
            | C::TidyUp => Group::Edit,
            C::Insert(_) | C::AddLane(_) | C::AddPhase | C::AddRole => Group::Insert,
            C::DuplicateScenario
            | C::RenameScenario
            | C::MakeBaseline
            | C::MoveScenarioLeft
            | C::MoveScenarioRight
            | C::RemoveScenario
            | C::Compare
            | C::FlipComparison
            | C::LeaveComparing
            | C::Redesign => Group::Scenario,
            C::SearchCommands | C::Shortcuts | C::About => Group::Help,
            _ => Group::View,
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
            Self::ZoomIn
            | Self::Append(Towards::Right)
            | Self::AddPhase
            | Self::DuplicateScenario => icons::PLUS,
            Self::ZoomOut => icons::MINUS,
            Self::FitAll => icons::FIT,
            Self::ShowPalette => icons::PANEL_LEFT,
            Self::ShowSide => icons::PANEL_RIGHT,
            Self::ShowTable => icons::PANEL_BOTTOM,
            Self::ThemeLight => icons::SUN,
            Self::ThemeDark => icons::MOON,
            Self::ThemeSystem | Self::Contrast => icons::CONTRAST,
            Self::Shortcuts => icons::HELP,
            Self::About => icons::INFO,
            Self::AddRole => icons::USERS,
            Self::SearchCommands | Self::Find => icons::SEARCH,
            _ => return None,
        })
    }

    /// Its shortcuts; the first is the one shown.
    pub fn shortcuts(self) -> Vec<KeyboardShortcut> {
        let key = |modifiers, key| vec![KeyboardShortcut::new(modifiers, key)];
        match self {
            Self::New => key(CTRL, Key::N),
            Self::Templates => key(CTRL_SHIFT, Key::N),
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
        matches!(
            self,
            Self::New
                | Self::Open
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

    /// Whether it can be asked for on the start screen, where no sheet is seen.
    pub fn works_on_start_screen(self) -> bool {
        matches!(
            self,
            Self::New
                | Self::Open
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

    /// Why it does not apply now, as a key of the localisation layer.
    pub fn obstacle(self, desk: &Desk<'_>) -> Option<&'static str> {
        let selection = desk.editor.selection();
        match self {
            Self::Undo if desk.editor.undo_name().is_none() => Some("obstacle-nothing-to-undo"),
            Self::Redo if desk.editor.redo_name().is_none() => Some("obstacle-nothing-to-redo"),
            Self::Copy
            | Self::Cut
            | Self::Duplicate
            | Self::FitSelection
            | Self::SelectSameRole
            | Self::SelectSameLane
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
            Self::Rename
                if selection.only_step().is_none()
                    && !selection
                        .only_link()
                        .is_some_and(|link| bears_share(desk.scenario, link)) =>
            {
                Some("obstacle-select-one-step")
            }
            Self::Append(_) | Self::Connect if selection.only_step().is_none() => {
                Some("obstacle-select-one-step")
            }
            // Order on the sheet.
            Self::Align(alignment) => arrange::obstacle(desk, 2, alignment.within_lanes()),
            Self::SelectUntimed if filter::untimed(desk).is_empty() => {
                Some("obstacle-none-untimed")
            }
            Self::ClearFilter if !desk.filter.is_on() => Some("obstacle-no-filter"),
            Self::FoldZone(zone) if desk.scenario.lanes_of(zone).next().is_none() => {
                Some("obstacle-no-lane")
            }
            Self::Distribute(spacing) => arrange::obstacle(desk, 3, spacing == Spacing::Vertically),
            Self::SelectAll | Self::FitAll | Self::ShowBelow(_) | Self::TidyUp
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
            Self::Larger if desk.settings.scale.larger() == desk.settings.scale => {
                Some("obstacle-largest")
            }
            Self::Smaller if desk.settings.scale.smaller() == desk.settings.scale => {
                Some("obstacle-smallest")
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
