//! Cells that several sheets are made of.

use crate::analysis::Figure;
use crate::exchange::{CellLook, NumberFormat, SheetCell};
use crate::wording::{Amount, Wording};

/// A row of headings.
pub fn header<'t>(headings: impl IntoIterator<Item = &'t str>) -> Vec<SheetCell> {
    headings.into_iter().map(heading).collect()
}

/// The heading of a column.
pub fn heading(text: &str) -> SheetCell {
    SheetCell::text(text).looking(CellLook::Heading)
}

/// The heading of a column that was computed, which is not read back.
pub fn computed_heading(name: &str, words: &Wording) -> SheetCell {
    heading(&words.with("workbook-computed", &[("name", name.into())]))
}

/// A name with the unit of the numbers below it: seconds.
pub fn in_seconds(name: &str, words: &Wording) -> String {
    words.with("workbook-in-seconds", &[("name", name.into())])
}

/// A computed number.
pub fn computed(number: Option<f64>, format: NumberFormat) -> SheetCell {
    SheetCell::number(number, format).looking(CellLook::Computed)
}

/// A computed text.
pub fn computed_text(text: impl Into<String>) -> SheetCell {
    SheetCell::text(text).looking(CellLook::Computed)
}

/// How far a figure can be trusted; blank where there is none.
pub fn basis<'a>(
    figure: &Figure,
    amount: impl FnOnce(f64) -> Amount<'a>,
    words: &Wording,
) -> SheetCell {
    let known = figure.value.is_some();
    computed_text(if known { words.basis(figure.basis, amount) } else { String::new() })
}

/// Rates and amounts of money.
pub fn amounts() -> NumberFormat {
    NumberFormat::Decimals(2, 3)
}

/// Numbers and times that are computed.
pub fn numbers() -> NumberFormat {
    NumberFormat::Decimals(1, 3)
}

/// Shares that are computed.
pub fn shares() -> NumberFormat {
    NumberFormat::Percent(1)
}

/// The name of a cell: of column 2 and row 0 it is `C1`.
pub fn cell_name(column: usize, row: usize) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// The letters of a column, counted from 0.
pub fn column_name(column: usize) -> String {
    let mut letters = String::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters
}

/// A sheet as formulas name it.
pub fn sheet_name(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_letters() {
        for (column, name) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
        {
            assert_eq!(column_name(column), name);
        }
        assert_eq!((cell_name(2, 0), sheet_name("It's")), ("C1".into(), "'It''s'".into()));
    }
}
