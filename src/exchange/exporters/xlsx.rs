//! A workbook as XLSX, by its day and nothing else: the same workbook gives the same bytes.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::workbook::{
    CellContent, CellLook, CellResult, NumberFormat, SheetCell, Workbook, WorkbookSheet,
};
use super::{Refused, Written};

/// The bounds of the width of a column, in letters.
const NARROWEST: usize = 8;
const WIDEST: usize = 60;

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
    let day = ExcelDateTime::from_ymd(date.year, date.month, date.day)?;
    let properties = DocProperties::new().set_title(&workbook.title).set_creation_datetime(&day);
    book.set_properties(&properties);
    let formats = Formats::of(workbook);
    for sheet in &workbook.sheets {
        write(book.add_worksheet(), sheet, &formats)?;
    }
    book.save_to_buffer()
}

/// The formats of a workbook, each made once.
struct Formats(BTreeMap<(CellLook, NumberFormat), Format>);

impl Formats {
    fn of(workbook: &Workbook) -> Self {
        let cells = workbook.sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten());
        let mut formats = BTreeMap::new();
        for cell in cells {
            let key = (cell.look, cell.format.clone());
            formats.entry(key).or_insert_with(|| format(cell.look, &cell.format));
        }
        Self(formats)
    }

    fn get(&self, cell: &SheetCell) -> Option<&Format> {
        self.0.get(&(cell.look, cell.format.clone()))
    }
}

fn format(look: CellLook, number: &NumberFormat) -> Format {
    let mut format = Format::new().set_align(FormatAlign::Top);
    if let Some(code) = number.code() {
        format = format.set_num_format(code);
    }
    match look {
        CellLook::Plain => format,
        CellLook::Heading => format.set_bold().set_text_wrap(),
        CellLook::Input => format.set_background_color(YELLOW),
        CellLook::Computed => format.set_background_color(GREY).set_font_color(DARK),
        CellLook::Prose => format.set_text_wrap(),
    }
}

fn write(page: &mut Worksheet, sheet: &WorkbookSheet, formats: &Formats) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?;
    page.set_freeze_panes(1, 0)?;
    page.set_repeat_rows(0, 0)?;
    // Across a page of paper, as many pages long as it needs.
    page.set_landscape().set_print_fit_to_pages(1, 0);
    // A formula that comes to nothing is a blank text, not the number 0.
    page.set_formula_result_default("");
    let mut widths: Vec<usize> = Vec::new();
    for (cells, row) in sheet.rows.iter().zip(0_u32..) {
        widths.resize(widths.len().max(cells.len()), NARROWEST);
        for ((cell, width), column) in cells.iter().zip(&mut widths).zip(0_u16..) {
            *width = (*width).max(width_of(cell)).min(WIDEST);
            put(page, (row, column), cell, formats)?;
        }
    }
    for (width, column) in widths.iter().zip(0_u16..) {
        // Some room beside the longest.
        page.set_column_width(column, *width as f64 + 2.0)?;
    }
    Ok(())
}

/// How wide a cell is, in letters.
fn width_of(cell: &SheetCell) -> usize {
    let number = |number: f64| match &cell.format {
        NumberFormat::General => number.to_string().len(),
        NumberFormat::Unit(unit) => number.to_string().len() + 1 + unit.width(),
        NumberFormat::Percent(decimals) => format!("{:.*}", *decimals, number * 100.0).len() + 2,
        NumberFormat::Decimals(_, most) => format!("{number:.*}", *most).len(),
    };
    match &cell.content {
        CellContent::Blank | CellContent::Formula(_, CellResult::Blank) => 0,
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
    formats: &Formats,
) -> Result<(), XlsxError> {
    let plain = Format::new();
    let format = formats.get(cell).unwrap_or(&plain);
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
