//! The one list of commands. Menus, toolbar, context menus and shortcuts are made from it.

mod key_names;
mod keys;
mod obstacles;

use crate::blueprint::Zone;
use crate::drawing::{Alignment, Spacing};
use crate::wording::Wording;

use super::canvas::Towards;
use super::desk::BottomTab;
use super::{arrange, icons};

pub(super) use super::card_sorts::Palette;
pub(super) use key_names::shortcut_words;

/// Something a person can ask the window to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    New,
    Open,
    Import,
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

impl Command {
    /// Every command, in the order of the menus.
    pub const ALL: &'static [Self] = &[
        Self::New,
        Self::Templates,
        Self::StartScreen,
        Self::Open,
        Self::Import,
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
        Self::Find,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomActual,
        Self::FitAll,
        Self::FitSelection,
        Self::ClearFilter,
        Self::FoldZone(Zone::Evidence),
        Self::FoldZone(Zone::Customer),
        Self::FoldZone(Zone::Frontstage),
        Self::FoldZone(Zone::Backstage),
        Self::FoldZone(Zone::Support),
        Self::ShowMap,
        Self::ShowPalette,
        Self::ShowSide,
        Self::ShowTable,
        Self::ShowBelow(BottomTab::Steps),
        Self::ShowBelow(BottomTab::Roles),
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
            Self::Import => "command-import",
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
            Self::FoldZone(zone) => {
                words.with("command-fold-zone-in", &[("zone", words.zone(zone).into())])
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
            C::New
            | C::Templates
            | C::StartScreen
            | C::Open
            | C::Import
            | C::Save
            | C::SaveAs
            | C::Quit => Group::File,
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
            | C::TidyUp
            | C::SelectSameRole
            | C::SelectSameLane
            | C::SelectUntimed => Group::Edit,
            C::Insert(_)
            | C::Append(_)
            | C::Connect
            | C::MakeRoom
            | C::AddLane(_)
            | C::AddPhase
            | C::AddRole => Group::Insert,
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
}
