//! Other formats: steps and roles as CSV tables, read from files and from pasted spreadsheet cells,
//! and written back without loss.
//!
//! | column | holds |
//! |---|---|
//! | step | unique name; the only column that must be there |
//! | kind | `action`, `decision`, `evidence`, `note`; decision if `next` has shares |
//! | lane | a zone, or a lane's name behind its zone: `backstage/Kitchen` |
//! | phase | name of the sheet's column |
//! | role | `Nurse`; `Nurse + Doctor` both; `Nurse \| Doctor` either; `2 Nurse`; `keep Oven` |
//! | time | `45 s`, `2 ± 0.5 min`; a plain number is in seconds, or in the header's unit: `time (min)` |
//! | scv | squared coefficient of variation: 0 fixed, 1 exponential |
//! | places, batch, setup | a count or `unlimited`; a count; a time |
//! | next | `B`; `B; C`; `B 70 %; C`; `end` leaves; `-` nothing; blank: the next row of a new moment |
//! | together, trigger | names of steps |
//! | enter | share of the arrivals that starts here |
//! | cost | material per execution |
//!
//! A name that would read as something else is written in double quotes: `"Wash; dry"`.

mod cells;
mod columns;
mod decoding;
mod faults;
mod files;
mod grid;
mod headless;
mod links;
mod placing;
mod roles_table;
mod steps_table;
mod writing;

pub use cells::{read_needs, write_needs};
pub use columns::{RoleColumn, StepColumn, read_role_kind, read_step_kind};
pub use decoding::decode_table;
pub use faults::{TableColumn, TableError, TableErrors, TableFault, TableKind};
pub use files::{TableFileError, read_table, write_table};
pub use headless::with_header;
pub use placing::place_steps;
pub use roles_table::roles_from_table;
pub use steps_table::{AddedSteps, read_lane, steps_from_table};
pub use writing::{WrittenTable, write_roles, write_some_steps, write_steps};
