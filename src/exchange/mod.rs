//! Other formats: steps and roles as tables, read from files, workbooks and pasted cells, and
//! written back without loss, as tables or as a workbook; flowcharts, read and written; blueprints as
//! matrices and lists, and what customers answered, read only; pictures and pages, written only.
//!
//! | column | holds |
//! |---|---|
//! | step | unique name; the only required column |
//! | kind | `action`, `decision`, `evidence`, `note`; decision if `next` has shares |
//! | lane | a zone, or a lane's name behind its zone: `backstage/Kitchen` |
//! | phase | name of the sheet's column |
//! | role | `Nurse`; `Nurse + Doctor` both; `Nurse \| Doctor` either; `2 Nurse`; `keep Oven` |
//! | time | `45 s`, `2 ± 0.5 min`; a plain number is in the header's unit, `time (min)`, or that of the other times; else in seconds, with a notice |
//! | scv | squared coefficient of variation: 0 fixed, 1 exponential |
//! | places, batch, setup | a count or `unlimited`; a count; a time |
//! | next | `B`; `B; C`; `B or C` one of them; `B 70 %; C`; `B [yes] 70 %` with a label; `end` leaves; `-` nothing; blank: the next row of a new moment |
//! | together, trigger | names of steps, with labels as in `next` |
//! | enter | share of the arrivals that starts here |
//! | cost | material per execution |
//!
//! Headings, zones, lists of roles and references to rows are understood in the usual words of both
//! languages; `source` reads a text or file of any kind, `plan` assigns the columns, `notices`
//! lists what was guessed or left out.
//!
//! A name that would read as something else is written in double quotes: `"Wash; dry"`.
//!
//! # What always holds
//!
//! - What is written as tables is read back with the same figures
//!   (`an_export_reads_back_to_the_same_figures`, `what_is_written_is_read_back`).
//! - A workbook reads back with all its figures, whichever language it is in, and a flowchart with the
//!   same flow (`a_workbook_reads_back_with_all_its_figures`,
//!   `every_sample_and_template_comes_back_with_its_lanes_links_and_shares`).
//! - A number is never misread in silence: what could be meant otherwise is told as a [`Notice`],
//!   what would change its meaning is left out and named, what cannot be is refused with row and
//!   column (`tests/tables`).
//! - An import is all or nothing: with a fault in it no blueprint comes of it
//!   (`an_import_names_every_fault_and_writes_nothing`).
//! - A page says what it shows in the order of the flow, and claims PDF/UA-1 only where the rules that a
//!   program can check were checked (`each_step_has_its_text_for_those_who_listen_in_the_order_of_the_flow`).
//! - What stands in a cell is never written so that a spreadsheet computes it
//!   (`what_a_spreadsheet_would_compute_is_written_as_text`,
//!   `names_that_begin_like_formulas_stay_texts_and_come_back`).
//! - The language of the interface changes nothing: headings and words of both languages are always
//!   understood.
//!
//! It knows neither window nor interface texts; faults and notices are codes.

mod amounts;
mod answers;
mod cells;
mod columns;
mod day_tables;
mod day_tables_into;
mod decoding;
mod details;
mod drafts;
mod exporters;
mod faults;
mod files;
mod fixed_words;
mod flowchart;
mod grid;
mod heading_quantities;
mod heading_units;
mod headings;
mod joined;
mod lanes;
mod leftovers;
mod links;
mod list_marks;
mod markdown;
mod matrix;
mod mermaid;
mod needs;
mod not_held;
mod notices;
mod number_formats;
mod ods_formats;
mod own_sheets;
mod own_values;
mod placing;
mod plain_numbers;
mod plan;
mod quoted_names;
mod raw;
mod references;
mod role_names;
mod roles_table;
mod second_header;
mod sheet_names;
mod shifts_table;
mod source;
mod steps_table;
mod surveys;
mod typed_cells;
mod wages;
mod workbook;
mod writing;
mod written_shares;

pub use columns::{Column, RoleColumn, StepColumn};
pub use day_tables::{
    Counts, DayColumn, DayFault, DayTable, DayTableError, DayTableErrors, day_table,
    read_appointments, read_counts, read_shifts,
};
pub use day_tables_into::{DayTableRefusal, put_day_table};
pub use decoding::{Decoded, ENCODINGS, EncodingGuess, decode_table, decode_table_as};
pub use details::{DetailCells, DetailColumn, DetailWords, detail_cells};
pub use exporters::{
    CellContent, CellLook, CellResult, Date, EXPORTERS, Export, Exporter, LONGEST_SIDE,
    MOST_PIXELS, Manuscript, NumberFormat, Paper, Picture, Pixels, Refused, SheetCell, TextSource,
    Workbook, WorkbookSheet, Written, WrittenFile, page_pixels, pixels,
};
pub use faults::{TableColumn, TableError, TableErrors, TableFault, TableKind};
pub use files::{
    LARGEST_TABLE, PrivateFile, TABLE_ENDINGS, TableFileError, is_table_file, make_folder,
    read_source, read_table_bytes, write_files,
};
pub use fixed_words::{read_role_kind, read_step_kind};
pub use joined::Join;
pub use lanes::read_lane;
pub use matrix::Matrix;
pub use needs::{ReadNeeds, holds_a_list, read_needs, write_needs};
pub use not_held::{NotHeld, not_held};
pub use notices::{Notice, NoticeKind};
pub use placing::place_steps;
pub use plain_numbers::{PlainNumbers, UnitTold};
pub use plan::{ColumnPlan, ColumnRequest, Plan, Told};
pub use raw::{RawRow, RawTable};
pub use roles_table::{AddedRoles, roles_from_raw, roles_from_table, unneeded_roles};
pub use shifts_table::write_shifts;
pub use source::{Form, Reading, Source};
pub use steps_table::{AddedSteps, steps_from_raw, steps_from_table};
pub use surveys::{
    CLASSICAL_ITEMS, FEW_RESPONDENTS, ReadSurvey, SurveyFault, SurveyReading, SurveyTableError,
    classical_dimension, is_survey, read_survey, survey_in,
};
pub use typed_cells::{WrittenCells, link_cells, role_cells, step_cells};
pub use writing::{WrittenTable, write_roles, write_some_steps, write_steps};
