//! What a table is about: rows that are told apart by a key, columns, and how a typed text becomes
//! an edit. The [`super::grid::Grid`] does the rest: cursor, ranges, typing, clipboard.

use std::hash::Hash;

use egui::Color32;

use crate::blueprint::Refusal;
use crate::editor::DocumentEdit;
use crate::exchange::{TableFault, TableKind};
use crate::ui::view_context::Action;
use crate::wording::Wording;

/// Whether a cell can be typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typing {
    /// No: it is computed.
    Computed,
    /// Yes, but it cannot be blank.
    Needed,
    /// Yes, and it may be blank.
    Optional,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// The key of its name.
    pub name: &'static str,
    /// The key of what it means.
    pub help: &'static str,
    /// How wide it is at first, in points.
    pub width: f32,
    /// Whether it holds numbers, which stand at the right.
    pub numeric: bool,
    /// Whether it can be typed into.
    pub typing: Typing,
    /// Whether the figures follow while one types.
    pub live: bool,
}

impl Column {
    /// Whether it can be typed into.
    pub fn editable(&self) -> bool {
        self.typing != Typing::Computed
    }
}

/// What a cell shows.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub text: String,
    /// Whether it belongs to the bottleneck.
    pub critical: bool,
    /// Whether what it shows is no longer known, and stands as it was before the last changes.
    pub outdated: bool,
    /// A dot in the colour of a role before the text.
    pub dot: Option<Color32>,
}

/// What rows are sorted by; what is missing comes last.
#[derive(Debug)]
pub(super) enum Rank {
    Number(f64),
    Text(String),
    Missing,
}

/// A text for a cell.
#[derive(Clone, Debug)]
pub(super) struct Entry<K> {
    pub row: K,
    pub column: usize,
    pub text: String,
    /// What the cell held when it was entered, while figures already follow what is typed.
    pub before: Option<String>,
}

/// Why a text is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CellFault {
    /// As in a table that is imported.
    Table(TableFault),
    /// No lane is called so.
    NoLane(String),
    /// No phase is called so.
    NoPhase(String),
    /// None of the values that can be chosen.
    NotAChoice(String),
    /// Neither yes nor no.
    NotYesNo,
    /// The colours have the numbers from 1 to this.
    NotAColour(u8),
    /// Another role is called so.
    NameTaken(String),
    /// A row that has no name yet.
    NamelessRow,
    /// The cell is computed.
    Computed,
    /// There is no such row.
    NoRow,
    /// A row for an item that has no sentence yet.
    TextlessItem,
    /// The scale goes from this to that.
    OffTheScale(String, String),
    /// The last survey says it.
    FromSurvey(String),
}

impl From<Refusal> for CellFault {
    fn from(refusal: Refusal) -> Self {
        Self::Table(TableFault::Refused(refusal))
    }
}

impl From<TableFault> for CellFault {
    fn from(fault: TableFault) -> Self {
        Self::Table(fault)
    }
}

impl CellFault {
    /// The fault in words.
    pub fn words(&self, words: &Wording, table: TableKind) -> String {
        let named = |key: &str, name: &str| words.with(key, &[("name", name.into())]);
        match self {
            Self::Table(fault) => words.table_fault(fault, table),
            Self::NoLane(name) => named("cell-no-lane", name),
            Self::NoPhase(name) => named("cell-no-phase", name),
            Self::NameTaken(name) => named("cell-name-taken", name),
            Self::NotAChoice(name) => named("cell-not-a-choice", name),
            Self::NotYesNo => words.text("cell-not-yes-no").to_owned(),
            Self::NotAColour(most) => {
                words.with("cell-not-a-colour", &[("most", u32::from(*most).into())])
            }
            Self::NamelessRow => words.text("cell-nameless-row").to_owned(),
            Self::Computed => words.text("cell-computed").to_owned(),
            Self::NoRow => words.text("cell-no-row").to_owned(),
            Self::TextlessItem => words.text("cell-textless-item").to_owned(),
            Self::OffTheScale(low, high) => {
                let ends = [("low", low.as_str().into()), ("high", high.as_str().into())];
                words.with("survey-fault-off-scale", &ends)
            }
            Self::FromSurvey(source) => named("cell-from-survey", source),
        }
    }
}

/// What a table shows and how it is changed.
pub(super) trait Sheet {
    /// Tells rows apart, also when they are sorted or others come and go.
    type Key: Copy + Eq + Ord + Hash + std::fmt::Debug + 'static;
    /// Which table it is.
    const KIND: TableKind;

    /// The columns, from left to right; the first names the row.
    fn columns(&self) -> &[Column];
    /// What a column is called.
    fn column_name<'w>(&'w self, column: usize, words: &'w Wording) -> &'w str {
        self.columns().get(column).map_or("", |column| words.text(column.name))
    }
    /// All rows in document order.
    fn all(&self) -> Vec<Self::Key>;
    /// Whether the filter lets a row through.
    fn lets_through(&self, row: Self::Key) -> bool;
    /// What a row is called.
    fn row_name(&self, row: Self::Key) -> String;
    /// What a cell shows.
    fn look(&self, row: Self::Key, column: usize) -> Look;
    /// The text of a cell as it is typed; of a computed one as it is shown.
    fn entry(&self, row: Self::Key, column: usize) -> String;
    /// What rows are sorted by in a column.
    fn rank(&self, row: Self::Key, column: usize) -> Rank;
    /// What can be chosen in a column; empty where anything can be typed.
    fn options(&self, column: usize) -> Vec<String>;
    /// What stands between several values in a cell of a column.
    fn separators(&self, column: usize) -> &'static [char];
    /// The edit that puts texts into cells; all of them or none. A fault has the place of its
    /// entry among them.
    fn edit(&self, entries: &[Entry<Self::Key>]) -> Result<DocumentEdit, Vec<(usize, CellFault)>>;
    /// The edit that removes rows.
    fn removal(&self, rows: &[Self::Key]) -> Option<DocumentEdit>;
    /// The row that stands so many places below the last, where rows can be added.
    fn below(&self, number: usize) -> Option<Self::Key>;
    /// What selects rows.
    fn choose(&self, rows: &[Self::Key]) -> Option<Action>;
    /// Whether a row is selected.
    fn is_selected(&self, row: Self::Key) -> bool;
}
