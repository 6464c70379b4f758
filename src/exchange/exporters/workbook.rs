//! A workbook as a value: sheets of cells, with every word in it.

use super::Date;

/// A workbook to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// What it is about, in a few words.
    pub title: String,
    /// The day that it is from.
    pub date: Date,
    /// Its sheets, the first first.
    pub sheets: Vec<WorkbookSheet>,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkbookSheet {
    /// Its name.
    pub name: String,
    /// Its rows; the first heads the others.
    pub rows: Vec<Vec<SheetCell>>,
}

/// A cell of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetCell {
    /// What stands in it.
    pub content: CellContent,
    /// What it looks like.
    pub look: CellLook,
    /// How its number is shown.
    pub format: NumberFormat,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum CellContent {
    /// Nothing.
    Blank,
    /// A text, never a formula whatever it begins with.
    Text(String),
    /// A number.
    Number(f64),
    /// A formula without the sign of equality, and what it comes to.
    Formula(String, CellResult),
}

/// What a formula comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum CellResult {
    /// A number.
    Number(f64),
    /// Nothing: a blank text.
    Blank,
}

/// What a cell looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellLook {
    /// Like any other.
    Plain,
    /// It heads a column.
    Heading,
    /// Something that formulas rest on and that may be changed: yellow.
    Input,
    /// Computed: grey.
    Computed,
    /// A sentence, over several lines where it is long.
    Prose,
}

/// How a number is shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberFormat {
    /// As it is.
    General,
    /// A hundred times larger with a sign of per cent, to so many decimals.
    Percent(usize),
    /// To at least so many decimals, and at most so many.
    Decimals(usize, usize),
    /// As it is, with a unit behind it.
    Unit(String),
    /// To so many decimals, with a unit behind it.
    Measured(usize, String),
}

impl NumberFormat {
    /// It as spreadsheets write it; `None` for that of every cell.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        let decimals = |least: usize, most: usize| match most {
            0 => "0".to_owned(),
            _ => format!("0.{}{}", "0".repeat(least), "#".repeat(most.saturating_sub(least))),
        };
        Some(match self {
            Self::General => return None,
            Self::Percent(count) => format!("{}%", decimals(*count, *count)),
            Self::Decimals(least, most) => decimals(*least, *most),
            Self::Unit(unit) => format!("General\" {unit}\""),
            Self::Measured(count, unit) => format!("{}\" {unit}\"", decimals(*count, *count)),
        })
    }
}

impl SheetCell {
    /// A cell without anything in it.
    #[must_use]
    pub fn blank() -> Self {
        Self::of(CellContent::Blank, CellLook::Plain, NumberFormat::General)
    }

    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let content = if text.is_empty() { CellContent::Blank } else { CellContent::Text(text) };
        Self::of(content, CellLook::Plain, NumberFormat::General)
    }

    /// A number, blank where there is none.
    #[must_use]
    pub fn number(number: Option<f64>, format: NumberFormat) -> Self {
        let content = number.map_or(CellContent::Blank, CellContent::Number);
        Self::of(content, CellLook::Plain, format)
    }

    /// A formula and the number that it comes to, if it comes to one.
    #[must_use]
    pub fn formula(formula: String, result: Option<f64>, format: NumberFormat) -> Self {
        let result = result.map_or(CellResult::Blank, CellResult::Number);
        Self::of(CellContent::Formula(formula, result), CellLook::Computed, format)
    }

    fn of(content: CellContent, look: CellLook, format: NumberFormat) -> Self {
        Self { content, look, format }
    }

    /// The same with another look.
    #[must_use]
    pub fn looking(self, look: CellLook) -> Self {
        Self { look, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_written_as_spreadsheets_take_them() {
        for (format, code) in [
            (NumberFormat::General, None),
            (NumberFormat::Percent(0), Some("0%")),
            (NumberFormat::Percent(1), Some("0.0%")),
            (NumberFormat::Decimals(2, 3), Some("0.00#")),
            (NumberFormat::Decimals(0, 0), Some("0")),
            (NumberFormat::Unit("min".to_owned()), Some("General\" min\"")),
            (NumberFormat::Measured(1, "points".to_owned()), Some("0.0\" points\"")),
        ] {
            assert_eq!(format.code().as_deref(), code);
        }
    }
}
