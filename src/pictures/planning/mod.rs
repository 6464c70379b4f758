//! Planning sheets as values that are shown: the table with its answer, what is said of it, its pictures.
//!
//! - `table`, `table_of_ways`: items × limits or from × to as cells with texts, each with the place that it writes to;
//! - `said`, `what_if`: the verdict, why there is none, what a limit brings, what another number would, in words;
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
mod table_of_mix;
mod table_of_ways;
mod what_if;

pub use bands::bands;
pub use course::{Between, axis_end, course, value_name};
pub use finished::{Finished, finished, finished_mix, sheet_faults};
pub use formulas::formulas;
pub use plane::{plane, plane_places};
pub use said::{
    LimitLine, Verdict, equation, limit_lines, plan_in_words, plan_lines, pool_numbers, verdict,
    without_amount,
};
pub use table::{Cell, CellOf, Column, Part, Row, Table, signed, table};
pub use what_if::{WhatIfLine, next_line, what_if_lines};
