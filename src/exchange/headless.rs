//! Cells without a header: what spreadsheets copy when only the names, or names with times or
//! roles, are chosen.

use super::cells::read_needs;
use super::columns::{Column, StepColumn, is_zone};
use super::faults::TableFault;
use super::grid::Grid;
use crate::blueprint::TimeUnit;
use crate::blueprint::notation::parse_time;

/// The longest text that is taken for the name of a step, in characters.
const LONGEST_NAME: usize = 80;

/// Puts a header above cells that have none, where the columns can be told by what stands in them:
/// names of steps first, then a column of times, one of zones or one of roles. `None` where there
/// is a header already, or where the text is no column of names: a single line is no list, and a
/// sentence no name.
#[must_use]
pub fn with_header(text: &str) -> Option<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !matches!(Grid::<StepColumn>::read(text), Err((_, TableFault::NoHeader))) {
        return None;
    }
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.split('\t').map(str::trim).collect())
        .collect();
    let width = rows.iter().map(Vec::len).max()?;
    let is_name = |cell: &str| !cell.is_empty() && cell.chars().count() <= LONGEST_NAME;
    let names = rows.iter().all(|row| row.first().is_some_and(|cell| is_name(cell)));
    if !names || rows.len() < 2 && width < 2 {
        return None;
    }
    let mut header = vec![StepColumn::Step];
    for at in 1..width {
        let cells = || rows.iter().filter_map(|row| row.get(at).copied()).filter(|c| !c.is_empty());
        let all = |fits: &dyn Fn(&str) -> bool| cells().next().is_some() && cells().all(fits);
        let column = if all(&|cell| parse_time(cell, TimeUnit::Second).is_ok()) {
            StepColumn::Time
        } else if all(&is_zone) {
            StepColumn::Lane
        } else if all(&|cell| read_needs(cell).is_ok()) {
            StepColumn::Role
        } else {
            return None;
        };
        if header.contains(&column) {
            return None;
        }
        header.push(column);
    }
    let header: Vec<&str> =
        header.iter().filter_map(|column| column.words().first().copied()).collect();
    Some(format!("{}\n{text}", header.join("\t")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_told_by_what_stands_in_them() {
        let header = |text: &str| {
            with_header(text).and_then(|text| text.lines().next().map(ToOwned::to_owned))
        };
        assert_eq!(header("Greet\nServe\n").as_deref(), Some("step"));
        assert_eq!(header("问候\r\n服务\r\n").as_deref(), Some("step"));
        assert_eq!(header("Greet\t20 s\nServe\t40 s").as_deref(), Some("step\ttime"));
        assert_eq!(
            header("Greet\tClerk\t20\tbackstage\nServe\t\t40\t").as_deref(),
            Some("step\trole\ttime\tlane")
        );
    }

    #[test]
    fn what_is_no_list_of_steps_gets_no_header() {
        for text in ["", "hello", "step\ttime\nGreet\t20 s", "Greet\t20 s\t30 s\nServe\t1\t2"] {
            assert_eq!(with_header(text), None, "{text}");
        }
        let prose = "It was the best of times. ".repeat(8);
        assert_eq!(with_header(&format!("{prose}\n{prose}")), None, "sentences are no names");
    }
}
