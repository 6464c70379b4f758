//! What a person can ask the window to do: one list of names, one table of rows.
//!
//! - here: the names, and where they stand among the menus;
//! - `face`: what every part of the window may know of a command, which it asks its view context
//!   for;
//! - `names_now`: what they are called as things stand;
//! - `in_review`: which of them there are while a blueprint is judged;
//! - `table`: the rows, one a command: text, icon, keys, when it applies, what it does;
//! - `obstacles`: why one does not apply; `keys`, `bound`: its keys, and how a press is told;
//!   `lenses`: the rows of these; `key_names`: how keys are called; `buttons`, `menus`: how commands are shown.
//!
//! Menus, tool bar, context menus, the finder, the sheet of shortcuts and the keys all come from
//! the table. A new command is a name here, its row in the table (without one nothing compiles),
//! and its text in the locales; what it does is a function of the window, written where its subject
//! is.
//!
//! # What always holds
//!
//! - Each command has one row, and the compiler asks for it; it has a name in every language
//!   (`every_name_is_in_every_language`) and at most one place in a menu
//!   (`a_command_of_a_menu_has_its_place_there_and_nowhere_else`).
//! - No two commands share a key on any system, and none takes a key that the sheet, a field or the
//!   system needs (`no_two_commands_share_a_key_and_none_takes_one_that_is_taken`).
//! - A press asks for one command
//!   (`a_press_asks_for_one_command_and_it_is_the_one_that_bears_the_key`).
//! - A command that does not apply says why wherever it is shown, and does nothing
//!   (`a_command_that_does_not_apply_says_why_and_does_nothing`).

mod bound;
mod buttons;
mod face;
mod in_review;
mod key_names;
mod keys;
mod lenses;
mod menus;
mod names_now;
mod obstacles;
mod sheets;
mod table;

use crate::blueprint::Zone;
use crate::blueprint::sheets::Purpose;
use crate::drawing::{Alignment, Spacing};
use crate::pictures::Lens;
use crate::wording::Language;

use super::lane_act::LaneAct;
use super::line_move::LineMove;
use super::towards::Towards;
use super::views::BottomTab;

pub(super) use super::card_sorts::Palette;
pub(super) use bound::{Bound, begins_with_no_command, presses};
pub(super) use buttons::{
    command_button, command_item, menu_choice, menu_item, menu_switch, menu_words,
};
pub(super) use face::{Face, Mark};
pub(super) use in_review::{face_for_reviewers, is_for_reviewers};
pub(super) use key_names::shortcut_words;
pub(super) use keys::all_keys;
pub(super) use menus::{End, menu_of, sections, submenu};
pub(super) use table::{face, row};

/// Declares the commands and the list of all of them: of one that is about something, there is one
/// for each of these things.
macro_rules! commands {
    ($($(#[$about:meta])* $name:ident $(($of:ty) for each of $each:expr)?,)*) => {
        /// Something a person can ask the window to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Command {
            $($(#[$about])* $name $(($of))?,)*
        }

        impl Command {
            /// Every command, in the order of the menus.
            #[expect(clippy::vec_init_then_push, reason = "one by one, or many at once")]
            pub fn all() -> Vec<Self> {
                let mut all = Vec::new();
                $(commands!(@add all, $name $(, $each)?);)*
                all
            }
        }
    };
    (@add $all:ident, $name:ident) => { $all.push(Self::$name) };
    (@add $all:ident, $name:ident, $each:expr) => { $all.extend($each.map(Self::$name)) };
}

commands! {
    New,
    /// New from a template.
    Templates,
    Open,
    Import,
    /// Reads what customers answered from a table.
    ReadSurvey,
    Save,
    SaveAs,
    /// Shows the blueprint as it was saved last.
    Revert,
    /// Lets a picture, pages or a table leave.
    Export,
    /// A verdict, figures and their meaning, as a document.
    Report,
    /// Hands pages to the system's viewer.
    Print,
    /// Judges a blueprint without changing it.
    Review,
    /// Saves a copy with the reviewer's name.
    SaveReviewedCopy,
    /// Writes into the file that a review is wanted.
    AskForReview,
    /// Makes comments of what was written into the file by hand.
    TakeNotes,
    /// Removes all that was said.
    RemoveComments,
    StartScreen,
    Quit,
    Undo,
    Redo,
    Cut,
    Copy,
    /// Copies the selected steps, or the sheet, as a picture.
    CopyPicture,
    Paste,
    Duplicate,
    Delete,
    Rename,
    SelectAll,
    SelectNone,
    SelectSameRole,
    SelectSameLane,
    /// Selects the steps that lack a time.
    SelectUntimed,
    TidyUp,
    Align(Alignment) for each of [
        Alignment::Left,
        Alignment::Centre,
        Alignment::Right,
        Alignment::Top,
        Alignment::Middle,
        Alignment::Bottom,
    ],
    Distribute(Spacing) for each of [Spacing::Horizontally, Spacing::Vertically],
    /// Looks for a step, role, lane, phase, element or scenario.
    Find,
    ZoomIn,
    ZoomOut,
    ZoomActual,
    FitAll,
    FitSelection,
    /// Looks at the cards through a lens.
    Lens(Lens) for each of Lens::ALL,
    /// Walks along the visit and rates what surrounds it, or ends that.
    WalkThrough,
    ClearFilter,
    /// Folds a zone, or unfolds it.
    FoldZone(Zone) for each of Zone::ALL,
    /// Cuts a long sheet into rows below each other, or makes it whole again.
    FoldIntoRows,
    ShowMap,
    /// Comments are pinned to the sheet.
    ShowPins,
    /// Shows what was said beside the sheet.
    ShowComments,
    /// Hints at the foot of the window.
    ShowHints,
    ShowPalette,
    ShowSide,
    ShowTable,
    /// Shows a view below the sheet.
    ShowBelow(BottomTab) for each of BottomTab::ALL,
    /// Has the view below take the place of the sheet, or give it back.
    Enlarge,
    /// Copies the chart that is shown below the sheet as a picture.
    CopyChart,
    ThemeLight,
    ThemeDark,
    ThemeSystem,
    Contrast,
    Motion,
    Larger,
    Smaller,
    UsualSize,
    /// Speaks a language.
    Language(Language) for each of Language::ALL,
    /// The window has the whole screen, or gives it back.
    FullScreen,
    NextRegion,
    PreviousRegion,
    /// Puts the card on the sheet that is usual where one looks.
    InsertHere,
    /// Puts a card on the sheet.
    Insert(Palette) for each of Palette::ALL,
    /// Adds a lane to a zone.
    AddLane(Zone) for each of Zone::ALL,
    AddPhase,
    /// Cuts a phase in two.
    SplitPhase,
    /// Does something with the selected lane, or that of the selected steps.
    OnLane(LaneAct) for each of LaneAct::ALL,
    /// Moves a line over a lane.
    MoveLine(LineMove) for each of LineMove::ALL,
    AddRole,
    /// Adds a planning sheet of a template.
    NewSheet(Purpose) for each of Purpose::ALL,
    /// Says something of what is selected.
    AddComment,
    /// Adds a step beside the selected one and connects the two.
    Append(Towards) for each of [Towards::Right, Towards::Left, Towards::Up, Towards::Down],
    Connect,
    MakeRoom,
    DuplicateScenario,
    RenameScenario,
    MakeBaseline,
    MoveScenarioLeft,
    MoveScenarioRight,
    /// Compares two scenarios, or ends that.
    Compare,
    /// Shows the other one of two scenarios that are compared.
    FlipComparison,
    LeaveComparing,
    /// Plays a simulated day on the sheet, or ends that.
    PlayDay,
    /// Gives the lesson from its first stop.
    StartLesson,
    /// Gives the lesson from the stop that is chosen.
    StartLessonHere,
    /// Makes a stop of what is seen.
    AddStop,
    /// Makes stops for a first lesson.
    SuggestStops,
    Redesign,
    /// Plans who is to come when.
    Staffing,
    /// Copies what a redesign reaches as a picture.
    CopyRedesign,
    RemoveScenario,
    /// Opens the guide.
    Guide,
    SearchCommands,
    Shortcuts,
    /// Shows what happened, for the report of a problem.
    ReportProblem,
    About,
}

impl Command {
    /// Whether it chooses one of several: a theme, a language, a view.
    pub fn is_one_of_several(self) -> bool {
        matches!(
            self,
            Self::ThemeLight
                | Self::ThemeDark
                | Self::ThemeSystem
                | Self::Language(_)
                | Self::ShowBelow(_)
                | Self::Lens(_)
        )
    }
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

/// A menu within a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Submenu {
    /// What is selected.
    Select,
    /// Order on the sheet.
    Arrange,
    /// What the cards say.
    Lens,
    /// Which steps are shown.
    Filter,
    /// Which zones are folded.
    Zones,
    /// What is shown below the sheet.
    Below,
    /// Colours, size, motion.
    Appearance,
    Language,
    /// To which zone a lane is added.
    Lane,
    /// Which line is moved, and where to.
    Line,
    /// Of which template a planning sheet is made.
    Sheet,
}

impl Submenu {
    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Select => "menu-select",
            Self::Arrange => "menu-arrange",
            Self::Lens => "menu-lens",
            Self::Filter => "menu-filter",
            Self::Zones => "menu-zones",
            Self::Below => "menu-below",
            Self::Appearance => "menu-appearance",
            Self::Language => "menu-language",
            Self::Lane => "menu-lane",
            Self::Line => "menu-line",
            Self::Sheet => "menu-sheet",
        }
    }

    /// The section of the menu that it stands in.
    pub fn section(self) -> u8 {
        match self {
            Self::Select | Self::Below | Self::Sheet => 3,
            Self::Arrange | Self::Appearance | Self::Language => 4,
            Self::Lens | Self::Filter | Self::Zones | Self::Lane | Self::Line => 2,
        }
    }
}
