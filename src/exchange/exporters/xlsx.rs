//! A workbook as XLSX, by its day and nothing else: the same workbook gives the same bytes.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Worksheet, XlsxError,
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::workbook::{
    CellContent, CellLook, CellResult, NumberFormat, SheetCell, Workbook, WorkbookSheet,
};
use super::{Refused, Written};

/// The bounds of the width of a column, in letters.
const NARROWEST: usize = 5;
const WIDEST: usize = 32;
/// That of a sheet of so few columns that more fits on a page.
const WIDEST_OF_FEW: usize = 70;
const FEW: usize = 5;
/// A heading that is no wider stays on one line.
const SHORT_HEADING: usize = 10;
/// How much of the width of a column letters may take up: other fonts than the one that it is
/// measured by are wider.
const FILLED: f64 = 0.95;
/// The height of a line of letters in points, those of Chinese included.
const LINE: f64 = 15.75;
/// The most lines that a row is high enough for: no program makes rows higher.
const MOST_LINES: usize = 25;
/// The margins of a page in inches: left, right, top, bottom, and what is kept for its foot.
const MARGINS: [f64; 5] = [0.4, 0.4, 0.5, 0.6, 0.3];
/// The foot of a page: file and sheet, page of pages.
const FOOT: &str = "&L&F · &A&R&P / &N";

/// What cells that may be changed lie on, and what is computed.
const YELLOW: u32 = 0xff_f2_cc;
const GREY: u32 = 0xee_ee_ee;
const DARK: u32 = 0x59_59_59;

/// The workbook as a file.
pub(super) fn xlsx(workbook: &Workbook) -> Result<Written, Refused> {
    bytes(workbook).map(Written::alone).map_err(|error| Refused::NotWritten(error.to_string()))
}

fn bytes(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let date = workbook.date;
    let day = ExcelDateTime::from_ymd(date.year(), date.month(), date.day_of_month())?;
    let properties = DocProperties::new().set_title(&workbook.title).set_creation_datetime(&day);
    book.set_properties(&properties);
    let mut formats = Formats::default();
    for sheet in &workbook.sheets {
        write(book.add_worksheet(), sheet, &mut formats)?;
    }
    book.save_to_buffer()
}

/// To which side the cells of a column lean: texts to the left, numbers to the right, with what heads
/// them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Left,
    Right,
}

/// The formats of a workbook, each made once.
#[derive(Default)]
struct Formats(BTreeMap<(CellLook, NumberFormat, Side), Format>);

impl Formats {
    fn get(&mut self, cell: &SheetCell, side: Side) -> &Format {
        let made = self.0.entry((cell.look, cell.format.clone(), side));
        made.or_insert_with(|| format(cell.look, &cell.format, side))
    }
}

fn format(look: CellLook, number: &NumberFormat, side: Side) -> Format {
    let mut format = Format::new();
    format = match side {
        Side::Left => format.set_align(FormatAlign::Left).set_text_wrap(),
        // Numbers keep off the texts beside them.
        Side::Right if look == CellLook::Heading => {
            format.set_align(FormatAlign::Right).set_indent(1).set_text_wrap()
        }
        Side::Right => format.set_align(FormatAlign::Right).set_indent(1),
    };
    format = format.set_align(FormatAlign::Top);
    if let Some(code) = number.code() {
        format = format.set_num_format(code);
    }
    match look {
        CellLook::Plain | CellLook::Prose => format,
        CellLook::Heading => format.set_bold(),
        CellLook::Input => format.set_background_color(YELLOW),
        CellLook::Computed => format.set_background_color(GREY).set_font_color(DARK),
    }
}

/// To which side a cell leans where nothing below it says otherwise.
fn side_of(cell: &SheetCell) -> Side {
    match &cell.content {
        CellContent::Number(_) | CellContent::Formula(..) => Side::Right,
        CellContent::Blank | CellContent::Text(_) => Side::Left,
    }
}

/// How wide a column is, in letters, and to which side what heads it leans.
#[derive(Clone, Copy)]
struct ColumnLayout {
    width: usize,
    side: Side,
}

/// The columns of a sheet.
fn columns(sheet: &WorkbookSheet) -> Vec<ColumnLayout> {
    let count = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let column = |at: usize| {
        let cells = || sheet.rows.iter().filter_map(|row| row.get(at));
        // The first heading names all of a sheet, and is not broken for the sake of width.
        let width = cells().map(|cell| width_of(cell, at == 0)).max().unwrap_or(0);
        let width = width.clamp(NARROWEST, if count > FEW { WIDEST } else { WIDEST_OF_FEW });
        let below = || cells().skip(1).filter(|cell| cell.content != CellContent::Blank);
        let numbers = below().filter(|cell| side_of(cell) == Side::Right).count();
        let side = if 2 * numbers > below().count() { Side::Right } else { Side::Left };
        ColumnLayout { width, side }
    };
    (0..count).map(column).collect()
}

fn write(
    page: &mut Worksheet,
    sheet: &WorkbookSheet,
    formats: &mut Formats,
) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?;
    // What heads the columns stays in sight, and the names on the left with it.
    page.set_freeze_panes(1, 1)?;
    page.set_repeat_rows(0, 0)?;
    // Across a page of paper, as many pages long as it needs.
    page.set_landscape().set_print_fit_to_pages(1, 0);
    let [left, right, top, bottom, foot] = MARGINS;
    page.set_margins(left, right, top, bottom, foot, foot);
    page.set_footer(FOOT);
    // A formula that comes to nothing is a blank text, not the number 0.
    page.set_formula_result_default("");
    let columns = columns(sheet);
    for (cells, row) in sheet.rows.iter().zip(0_u32..) {
        for ((cell, layout), column) in cells.iter().zip(&columns).zip(0_u16..) {
            let side = if row == 0 { layout.side } else { side_of(cell) };
            put(page, (row, column), cell, formats.get(cell, side))?;
        }
        let lines = cells.iter().zip(&columns).map(|(cell, layout)| lines_of(cell, layout.width));
        let lines = lines.max().unwrap_or(1).min(MOST_LINES);
        if lines > 1 {
            page.set_row_height(row, LINE * lines as f64)?;
        }
    }
    for (layout, column) in columns.iter().zip(0_u16..) {
        // Some room beside the longest.
        page.set_column_width(column, layout.width as f64 + 2.0)?;
    }
    Ok(())
}

/// How many lines a cell takes in a column that is so many letters wide.
fn lines_of(cell: &SheetCell, width: usize) -> usize {
    let CellContent::Text(text) = &cell.content else { return 1 };
    let room = (width as f64 + 2.0) * FILLED;
    text.lines().map(|line| wrapped(line, room)).sum::<usize>().max(1)
}

/// How many lines a text becomes that is broken between words, and between any two letters of Chinese.
fn wrapped(text: &str, room: f64) -> usize {
    let (mut lines, mut filled) = (1, 0.0);
    for part in parts(text) {
        let width = part.width() as f64;
        if filled > 0.0 && filled + part.trim_end().width() as f64 > room {
            lines += 1;
            filled = 0.0;
        }
        filled += width;
        // A word that is longer than a line is broken.
        while filled > room {
            lines += 1;
            filled -= room;
        }
    }
    lines
}

/// The parts between which a text may be broken, each with the blanks behind it.
fn parts(text: &str) -> Vec<&str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        let is_wide = |letter: char| letter.width() == Some(2);
        let breaks = before.is_some_and(|before| {
            before == ' ' && letter != ' ' || is_wide(before) || is_wide(letter) && before != ' '
        });
        if breaks {
            parts.push(text.get(start..at).unwrap_or_default());
            start = at;
        }
        before = Some(letter);
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

/// How wide a cell is, in letters; a heading that is not needed `whole` may be broken.
fn width_of(cell: &SheetCell, whole: bool) -> usize {
    let number = |number: f64| match &cell.format {
        NumberFormat::General => number.to_string().len(),
        NumberFormat::Unit(unit) => number.to_string().len() + 1 + unit.width(),
        NumberFormat::Measured(decimals, unit) => {
            format!("{number:.*}", *decimals).len() + 1 + unit.width()
        }
        NumberFormat::Percent(decimals) => format!("{:.*}", *decimals, number * 100.0).len() + 2,
        NumberFormat::Decimals(_, most) => format!("{number:.*}", *most).len(),
    };
    match &cell.content {
        CellContent::Blank | CellContent::Formula(_, CellResult::Blank) => 0,
        // Into two lines where its words allow it.
        CellContent::Text(text) if cell.look == CellLook::Heading && !whole => {
            let longest = parts(text).iter().map(|part| part.trim_end().width()).max();
            let short = text.width().min(SHORT_HEADING);
            longest.unwrap_or(0).max(text.width().div_ceil(2)).max(short)
        }
        CellContent::Text(text) => text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0),
        CellContent::Number(value) | CellContent::Formula(_, CellResult::Number(value)) => {
            number(*value)
        }
    }
}

fn put(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &SheetCell,
    format: &Format,
) -> Result<(), XlsxError> {
    match &cell.content {
        CellContent::Blank if cell.look == CellLook::Plain => {}
        CellContent::Blank => {
            page.write_blank(row, column, format)?;
        }
        CellContent::Text(text) => {
            page.write_string_with_format(row, column, text, format)?;
        }
        CellContent::Number(number) => {
            page.write_number_with_format(row, column, *number, format)?;
        }
        CellContent::Formula(formula, result) => {
            let result = match result {
                CellResult::Number(number) => number.to_string(),
                CellResult::Blank => String::new(),
            };
            let formula = Formula::new(formula).set_result(result);
            page.write_formula_with_format(row, column, formula, format)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_between_words_and_chinese_letters() {
        for (text, room, lines) in [
            ("", 10.0, 1),
            ("one two", 10.0, 1),
            ("one two three", 10.0, 2),
            ("onetwothreefour", 10.0, 2),
            ("a onetwothreefour", 10.0, 3),
            ("需求、价格和间接费用", 10.0, 2),
            ("需求 price", 10.0, 1),
        ] {
            assert_eq!(wrapped(text, room), lines, "{text}");
        }
    }

    #[test]
    fn a_long_sentence_makes_its_row_higher_and_a_name_does_not() {
        let long = "word ".repeat(40);
        assert!(lines_of(&SheetCell::text(&long).looking(CellLook::Prose), 60) >= 4);
        assert_eq!(lines_of(&SheetCell::text("word"), 60), 1);
        assert_eq!(lines_of(&SheetCell::text("a\nb"), 60), 2);
        assert_eq!(lines_of(&SheetCell::number(Some(1.0), NumberFormat::General), 5), 1);
    }
}
