//! What steps hold beyond the columns of tables; it is read back.

use super::cells::heading;
use super::{Rows, Shown};
use crate::exchange::{DetailWords, StepColumn, detail_cells};

/// The rows of the sheet: a step each, below the columns that some step says something in. `None`
/// where none does.
pub fn rows(shown: &Shown<'_>) -> Option<Rows> {
    let words = shown.words;
    let details = detail_cells(
        shown.scenario,
        DetailWords {
            value: &|value| words.value_kind(value).to_owned(),
            meeting: &|meeting| words.meeting(meeting).to_owned(),
        },
    );
    if details.columns.is_empty() {
        return None;
    }
    let mut header = vec![heading(words.step_column(StepColumn::Step))];
    header.extend(details.columns.iter().map(|column| heading(words.detail_column(*column))));
    Some(std::iter::once(header).chain(details.rows).collect())
}
