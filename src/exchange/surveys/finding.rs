//! Whether a table holds what customers answered, whatever file it comes in.

use super::columns::{Column, laid_out};
use crate::exchange::day_tables::rows;
use crate::exchange::decoding::decode_table;
use crate::exchange::raw::RawTable;
use crate::exchange::workbook::{is_workbook, read_workbook};

/// More items than any questionnaire has: whose items are missing is seen when the table is read.
const ANY: usize = 100_000;

/// Whether a text is a table of answers, by its headings: of answers at least two columns that belong together, so
/// that no other table is taken for one.
#[must_use]
pub fn is_survey(text: &str) -> bool {
    let Ok(rows) = rows(text) else { return false };
    let Some(head) = rows.first() else { return false };
    let (laid, _) = laid_out(head, ANY);
    let told = laid.columns.iter().filter(|(column, ..)| *column != Column::Respondent);
    laid.form.is_some() && told.count() >= 2
}

/// The text of the table of answers in a file: of a workbook, the first sheet that holds one. `None` where there is
/// none. Linear.
#[must_use]
pub fn survey_in(bytes: &[u8]) -> Option<String> {
    if is_workbook(bytes) {
        let sheets = read_workbook(bytes).ok()?;
        let texts = sheets.iter().map(|(_, table)| written(table));
        return texts.into_iter().find(|text| is_survey(text));
    }
    decode_table(bytes).ok().map(|decoded| decoded.text).filter(|text| is_survey(text))
}

/// A sheet as text, each row on the line of its number.
fn written(table: &RawTable) -> String {
    let mut text = String::new();
    let mut line = 1;
    for row in &table.rows {
        while line < row.number {
            text.push('\n');
            line += 1;
        }
        let cells: Vec<String> =
            row.cells.iter().map(|cell| cell.replace(['\t', '\n', '\r', '"'], " ")).collect();
        text.push_str(&cells.join("\t"));
        text.push('\n');
        line += 1;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tables_of_answers_are_taken_for_some() {
        for text in [
            "E1,P1,E2,P2\n7,5,6,6\n",
            "期望1\t感知1\n7\t5\n",
            "E_rel;P_rel\n7;5\n",
            "item,expected,perceived\nReady,7,5\n",
            "K1+,K1-\n1,5\n",
            "item,A,O,M,I,R,Q\nReady,7,32,49,10,0,0\n",
        ] {
            assert!(is_survey(text), "{text}");
        }
        for text in [
            "step,role,time\nAsk,Clerk,2 min\n",
            "Ask\nAnswer\n",
            "",
            "name,n\nA,3\n",
            "time,customers\n08:00,3\n",
            "P1\n5\n",
        ] {
            assert!(!is_survey(text), "{text}");
        }
    }

    #[test]
    fn rows_of_a_sheet_keep_their_numbers() {
        let row = |number, cells: &[&str]| crate::exchange::raw::RawRow {
            number,
            cells: cells.iter().map(|it| (*it).to_owned()).collect(),
        };
        let table = RawTable {
            rows: vec![row(2, &["E1", "P1"]), row(4, &["7", "x\ty"])],
            ..RawTable::default()
        };
        assert_eq!(written(&table), "\nE1\tP1\n\n7\tx y\n");
        assert!(is_survey(&written(&table)));
    }
}
