//! What an ODS workbook shows behind the numbers of its cells: the cell says it as it is displayed.

use std::collections::HashMap;
use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::number_formats::{CellFormats, Suffix, attribute, part, unit_behind};

/// The most cells of which something is kept; a cell may stand for as many as a sheet has.
const MOST: usize = 1_000_000;

/// What the cells of each sheet show behind their numbers, by its name; nothing for bytes that are no
/// ODS workbook. Linear in the workbook.
pub fn ods_formats(bytes: &[u8]) -> HashMap<String, CellFormats> {
    let content = ZipArchive::new(Cursor::new(bytes)).ok();
    let content = content.and_then(|mut book| part(&mut book, "content.xml"));
    content.map(|content| formats_in(&content)).unwrap_or_default()
}

fn formats_in(content: &str) -> HashMap<String, CellFormats> {
    let mut reader = Reader::from_str(content);
    let mut walk = Walk::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => walk.open(&tag),
            Ok(Event::Empty(tag)) => {
                walk.open(&tag);
                walk.close(tag.local_name().as_ref());
            }
            Ok(Event::End(tag)) => walk.close(tag.local_name().as_ref()),
            Ok(Event::Text(text)) if walk.cell.is_some() => walk.shown.push_str(&text),
            Ok(Event::Eof) | Err(_) => return walk.sheets,
            Ok(_) => {}
        }
    }
}

/// Where a walk through the content is.
#[derive(Default)]
struct Walk {
    sheets: HashMap<String, CellFormats>,
    sheet: String,
    /// The first row that the next one stands for, and of the present one how many it stands for.
    row: u32,
    rows: u32,
    /// The same of cells.
    column: u32,
    /// The present cell: its type, and how many it stands for.
    cell: Option<(String, u32)>,
    /// What it shows.
    shown: String,
    kept: usize,
}

impl Walk {
    fn open(&mut self, tag: &BytesStart<'_>) {
        let repeated = |name| attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1);
        match tag.local_name().as_ref() {
            "table" => {
                self.sheet = attribute(tag, "name").unwrap_or_default();
                (self.row, self.column) = (0, 0);
            }
            "table-row" => {
                self.rows = repeated("number-rows-repeated");
                self.column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                let kind = attribute(tag, "value-type").unwrap_or_default();
                self.cell = Some((kind, repeated("number-columns-repeated")));
                self.shown.clear();
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table-row" => self.row = self.row.saturating_add(self.rows),
            "table-cell" | "covered-table-cell" => {
                let Some((kind, columns)) = self.cell.take() else { return };
                let suffix = match kind.as_str() {
                    "percentage" => Some(Suffix::Percent),
                    "float" => shown_unit(&self.shown),
                    _ => None,
                };
                if let Some(suffix) = suffix {
                    self.keep(&suffix, columns);
                }
                self.column = self.column.saturating_add(columns);
            }
            _ => {}
        }
    }

    fn keep(&mut self, suffix: &Suffix, columns: u32) {
        let formats = self.sheets.entry(self.sheet.clone()).or_default();
        for row in self.row..self.row.saturating_add(self.rows) {
            for column in self.column..self.column.saturating_add(columns) {
                if self.kept >= MOST {
                    return;
                }
                formats.suffixes.insert((row, column), suffix.clone());
                self.kept += 1;
            }
        }
    }
}

/// The unit behind a number as it is displayed: of `10 min` it is `min`.
fn shown_unit(shown: &str) -> Option<Suffix> {
    let digits = shown.rfind(|c: char| c.is_ascii_digit())?;
    unit_behind(shown.get(digits + 1..)?.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_displayed_behind_a_number_is_told_wherever_it_stands() {
        let content = "<o:body><t:table t:name=\"Steps\"><t:table-row t:number-rows-repeated=\"2\">\
            <t:table-cell t:number-columns-repeated=\"3\"/>\
            <t:table-cell o:value-type=\"float\" o:value=\"10\" t:number-columns-repeated=\"2\">\
            <x:p>10 min</x:p></t:table-cell></t:table-row>\
            <t:table-row><t:table-cell o:value-type=\"percentage\" o:value=\"0.7\"><x:p>70 %</x:p>\
            </t:table-cell><t:table-cell o:value-type=\"float\"><x:p>5 people</x:p>\
            </t:table-cell><t:table-cell o:value-type=\"string\"><x:p>5 min</x:p>\
            </t:table-cell></t:table-row></t:table></o:body>";
        let sheets = formats_in(content);
        let mut found: Vec<_> = sheets["Steps"].suffixes.iter().collect();
        found.sort_by_key(|(place, _)| **place);
        let minutes = Suffix::Unit("min".to_owned());
        assert_eq!(
            found,
            [
                (&(0, 3), &minutes),
                (&(0, 4), &minutes),
                (&(1, 3), &minutes),
                (&(1, 4), &minutes),
                (&(2, 0), &Suffix::Percent),
            ]
        );
        // A cell that stands for a whole sheet ends somewhere.
        let all = content.replace("repeated=\"2\"", "repeated=\"99999999\"");
        assert_eq!(formats_in(&all)["Steps"].suffixes.len(), MOST);
    }
}
