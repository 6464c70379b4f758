//! What an import made of things that could be meant otherwise, and what it left out. `wording` says
//! it in words.

use super::columns::StepColumn;
use super::faults::TableColumn;
use super::not_held::NotHeld;
use crate::blueprint::notation::{LengthUnit, Note};

/// What there is to say; documented like the problems of a blueprint.
#[derive(Clone, Debug, PartialEq)]
pub enum NoticeKind {
    /// Columns that mean nothing here were left out; their headings.
    ColumnsLeftOut(Vec<String>),
    /// A column was taken for something by a part of its heading or by what stands in it.
    ColumnGuessed {
        /// Its heading, or its number where it has none.
        heading: String,
        /// What it was taken for.
        column: StepColumn,
    },
    /// Numbers without a unit, below a heading that gives none, were taken to be in one.
    UnitTaken {
        /// The heading of the column, or its number where it has none.
        heading: String,
        /// The unit.
        unit: LengthUnit,
        /// Whether it is that of the other cells.
        by_cells: bool,
    },
    /// Columns were added up as parts of one time; their headings.
    PartsOfTime(Vec<String>),
    /// There is no header: the columns were told by what stands in them.
    NoHeader,
    /// What stands above the header was left out.
    AboveHeader(Vec<String>),
    /// Names with a sign between them were taken for all of them; the cells.
    RolesAll(Vec<String>),
    /// Names with a sign between them were taken for either of them; the cells.
    RolesEither(Vec<String>),
    /// Words for roles that are nobody's name, so that nobody is needed; the cells.
    NamesNobody(Vec<String>),
    /// Something that cells of a column do not say was taken for granted, such as the hours of a
    /// day.
    TakenForGranted {
        /// The column.
        column: StepColumn,
        /// Its heading, if it has one.
        heading: Option<String>,
        /// What it was.
        note: Note,
    },
    /// Wages of which neither the heading nor the cells say what they are per were taken per hour.
    TakenPerHour {
        /// The heading.
        heading: String,
    },
    /// Numbers in `next` and the like were taken for rows.
    ByNumber {
        /// The heading of the column that numbers the rows; `None` where they are counted.
        heading: Option<String>,
    },
    /// Names that differ in capitals or width only were taken for one role: as written, and as taken.
    RolesAlike(Vec<(String, String)>),
    /// New roles whose name holds that of another role, likely several people typed as one.
    RolesNameOthers(Vec<String>),
    /// Roles of a table of roles that no step needs, each with the role that may be meant.
    RolesUnneeded(Vec<(String, Option<String>)>),
    /// Rows of sums and averages were left out; their names.
    TotalsLeftOut(Vec<String>),
    /// What stands below the table was left out.
    BelowTable(Vec<String>),
    /// A cell drawn over several rows was taken for the first of them only.
    MergedTakenOnce {
        /// The column.
        column: TableColumn,
        /// Its heading, if it has one.
        heading: Option<String>,
    },
    /// A row that only names a line between zones was left out: lines follow from the zones.
    LinesLeftOut(Vec<String>),
    /// Marks such as `1.` and `•` were taken off the names.
    MarksTakenOff,
    /// A blueprint as a matrix of zones and phases was read.
    Matrix {
        /// How many steps became of how many cells.
        steps: usize,
    },
    /// Rows or columns of a matrix that are no zone were left out; their names.
    OutsideZones(Vec<String>),
    /// A flowchart was read.
    Flowchart,
    /// Labels of arrows that are no shares were left out.
    LabelsLeftOut(Vec<String>),
    /// Next steps were read as a choice of one of them, whose shares are still to be given; the cells.
    ChoicesWithoutShares(Vec<String>),
    /// A link was left out, because the blueprint takes none of the sort.
    LinkLeftOut {
        /// From where.
        from: String,
        /// Where to.
        to: String,
    },
    /// Parts of a diagram that were left out, as written.
    PartsLeftOut(Vec<String>),
    /// The sheet of links of a workbook says other links than the steps, which count.
    LinksDiffer,
    /// Demand, price and overhead of a workbook were not taken: those that were there stay.
    DemandKept,
    /// Cells of a workbook that this program wrote could not be read; as written.
    CellsLeftOut(Vec<String>),
    /// Something that a workbook of this program has no room for, with names as they stand in it.
    NotHeld(NotHeld, String),
    /// A sheet of a workbook was read, others were left out.
    SheetRead {
        /// Which was read.
        name: String,
        /// Which were not.
        others: Vec<String>,
    },
    /// The encoding of the text was guessed.
    EncodingGuessed {
        /// Its name.
        encoding: String,
        /// Some of the text as it reads so.
        sample: String,
    },
}

impl NoticeKind {
    /// The name in JSON, such as `columns_left_out`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::ColumnsLeftOut(_) => "columns_left_out",
            Self::ColumnGuessed { .. } => "column_guessed",
            Self::UnitTaken { .. } => "unit_taken",
            Self::PartsOfTime(_) => "parts_of_time",
            Self::NoHeader => "no_header",
            Self::AboveHeader(_) => "above_header",
            Self::RolesAll(_) => "roles_all",
            Self::RolesEither(_) => "roles_either",
            Self::NamesNobody(_) => "names_nobody",
            Self::TakenForGranted { .. } => "taken_for_granted",
            Self::TakenPerHour { .. } => "taken_per_hour",
            Self::ByNumber { .. } => "by_number",
            Self::RolesAlike(_) => "roles_alike",
            Self::RolesNameOthers(_) => "roles_name_others",
            Self::RolesUnneeded(_) => "roles_unneeded",
            Self::TotalsLeftOut(_) => "totals_left_out",
            Self::BelowTable(_) => "below_table",
            Self::MergedTakenOnce { .. } => "merged_taken_once",
            Self::LinesLeftOut(_) => "lines_left_out",
            Self::MarksTakenOff => "marks_taken_off",
            Self::Matrix { .. } => "matrix",
            Self::OutsideZones(_) => "outside_zones",
            Self::Flowchart => "flowchart",
            Self::LabelsLeftOut(_) => "labels_left_out",
            Self::ChoicesWithoutShares(_) => "choices_without_shares",
            Self::LinkLeftOut { .. } => "link_left_out",
            Self::PartsLeftOut(_) => "parts_left_out",
            Self::LinksDiffer => "links_differ",
            Self::DemandKept => "demand_kept",
            Self::CellsLeftOut(_) => "cells_left_out",
            Self::NotHeld(..) => "not_held",
            Self::SheetRead { .. } => "sheet_read",
            Self::EncodingGuessed { .. } => "encoding_guessed",
        }
    }
}

/// A notice and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// In which row, counted from 1 as a spreadsheet does; 0 for the table as a whole.
    pub row: usize,
    /// What there is to say.
    pub kind: NoticeKind,
}

impl From<NoticeKind> for Notice {
    fn from(kind: NoticeKind) -> Self {
        Self { row: 0, kind }
    }
}
