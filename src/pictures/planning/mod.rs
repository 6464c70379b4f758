//! Planning sheets as values that are shown: the table with its answer, what is said of it, its pictures.
//!
//! - `table`: items × limits or from × to as cells with texts, each with the place that it writes to;
//! - `said`: the verdict, why there is none, what a limit brings, in words;
//! - `plane`: two amounts as a picture; `bands`: ways as one; `course`: the value against one number;
//! - `formulas`: the sheet as it is written on a blackboard;
//! - `finished`: a sheet as it is handed on, in reports, workbooks and lessons.
//!
//! It changes nothing, and solves nothing but what is handed on.

mod bands;
mod course;
mod finished;
mod formulas;
mod plane;
mod said;
mod table;

pub use bands::bands;
pub use course::{Between, axis_end, course, value_name};
pub use finished::{Finished, finished};
pub use formulas::formulas;
pub use plane::{plane, plane_places};
pub use said::{LimitLine, Verdict, limit_lines, plan_lines, verdict};
pub use table::{Cell, CellOf, Column, Part, Row, Table, table};
