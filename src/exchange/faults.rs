//! What is wrong with a table: where, and which code. `wording` says it in words.

use std::fmt;

use super::columns::{Column, RoleColumn, StepColumn};
use crate::blueprint::Refusal;

/// Which of the two tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableKind {
    /// The table of steps.
    Steps,
    /// The table of roles.
    Roles,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableColumn {
    /// Of the table of steps.
    Step(StepColumn),
    /// Of the table of roles.
    Role(RoleColumn),
}

impl TableColumn {
    /// The name in the header.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Step(column) => column.name(),
            Self::Role(column) => column.name(),
        }
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// The bytes are in no encoding that is known.
    UnknownEncoding,
    /// There is no row with a header.
    Empty,
    /// The first row is no header: the column that must be there is missing.
    NoHeader,
    /// Two columns of the header mean the same.
    ColumnTwice,
    /// There is a header and nothing below it.
    NoRows,
    /// A quoted cell is never closed.
    UnclosedQuote,
    /// A row has more cells than the header; often a decimal comma.
    TooManyCells,
    /// There are more rows than are read.
    TooManyRows,
    /// The table has no column of that heading or number.
    NoSuchColumn(String),
    /// A diagram or document in a notation that is not read; its name.
    OtherNotation(String),
    /// A diagram in which nothing is drawn.
    NothingDrawn,
    /// A workbook that cannot be read; what its reader says.
    Workbook(String),
    /// A workbook of which no sheet holds steps.
    NoSheet(Vec<String>),
    /// The workbook has no sheet of that name; the sheets that it has.
    NoSuchSheet(String, Vec<String>),
    /// The row only names a line between two zones, but has values of a step.
    LineAsLane(String),
    /// The row has no name.
    NoName,
    /// Another row has the name too.
    NameTwice(String),
    /// Alternatives beside next steps that everybody takes; the alternatives as written.
    ChoiceAmongAll(String),
    /// No step has the name.
    UnknownStep(String),
    /// Numbers of a need that contradict each other, as written.
    AmountUnclear(String),
    /// A name with a number that leaves open whether it counts, as written.
    NumberInName(String),
    /// People who come one after the other in one step, as written.
    OneAfterAnother(String),
    /// A number of people or things that is none, as written.
    NotAHeadcount(String),
    /// No role has the name.
    UnknownRole(String),
    /// A role that is to stand in for itself.
    StandsInForItself,
    /// The cell holds what a spreadsheet shows where a formula fails, such as `#REF!`.
    FailedFormula(String),
    /// The cell holds a formula whose result the file does not store; the formula.
    FormulaWithoutResult(String),
    /// A plain number below a heading whose unit is not read; the unit.
    UnknownUnit(String),
    /// A plain number beside a blank cell of a column of units.
    UnitMissing,
    /// A plain number below a heading that says hours and minutes, or minutes and seconds.
    NumberAmongClocks,
    /// A plain amount of money below a heading that says it is per something other than an hour.
    NotPerHour(String),
    /// Brackets that do not group a list of names; as written.
    UnclearBrackets(String),
    /// A number of several names that is not to be kept, such as "any two of"; as written.
    SomeOfSeveral(String),
    /// Not a kind of card or role.
    UnknownKind(String),
    /// Not a zone.
    UnknownZone(String),
    /// A list with nothing between two separators.
    EmptyName,
    /// The shares of the ways out are more than everything.
    SharesAboveAll,
    /// A variation without a time.
    VariationWithoutTime,
    /// A variation beside a time that says its own.
    VariationTwice,
    /// The value is refused.
    Refused(Refusal),
    /// A link to the named step is refused.
    LinkRefused(String, Refusal),
}

/// A fault and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// In which table.
    pub table: TableKind,
    /// In which row, counted from 1 as a spreadsheet does; 0 for the table as a whole.
    pub row: usize,
    /// In which column, if it is in one.
    pub column: Option<TableColumn>,
    /// What the table calls the column, where it has a header.
    pub heading: Option<String>,
    /// What it is.
    pub fault: TableFault,
}

/// Everything that is wrong with a table, in the order of its rows; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableErrors(pub Vec<TableError>);

impl fmt::Display for TableErrors {
    /// For logs only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            let column = error.column.map_or("", TableColumn::name);
            write!(f, "{separator}row {} {column}: {:?}", error.row, error.fault)?;
        }
        Ok(())
    }
}

impl std::error::Error for TableErrors {}
