//! What an XLSX workbook says of cells beside their values: above all the units that number formats
//! show behind numbers. A cell that holds 5 and is
//! shown as "5 min" by the format `0 "min"` is five minutes.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::heading_units::{is_not_read, unit_word};
use super::joined::with_unit;

/// What a number format shows behind a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suffix {
    /// A sign of per cent: the number is shown a hundred times larger.
    Percent,
    /// A unit of time.
    Unit(String),
}

/// What the cells of a sheet say beside their values, by row and column counted from 0.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CellFormats {
    /// What is shown behind the numbers.
    pub suffixes: HashMap<(u32, u32), Suffix>,
    /// The cells whose formula came to a text, be it a blank one.
    pub texts: HashSet<(u32, u32)>,
}

/// What the cells of each sheet of a workbook say beside their values, by its name; nothing for bytes
/// that are no XLSX workbook. Linear in the workbook.
pub fn cell_formats(bytes: &[u8]) -> HashMap<String, CellFormats> {
    read(bytes).unwrap_or_default()
}

fn read(bytes: &[u8]) -> Option<HashMap<String, CellFormats>> {
    let mut book = ZipArchive::new(Cursor::new(bytes)).ok()?;
    // A workbook may do without styles.
    let styles = styles(&part(&mut book, "xl/styles.xml").unwrap_or_default());
    let mut targets: HashMap<String, String> = HashMap::new();
    each(&part(&mut book, "xl/_rels/workbook.xml.rels")?, |tag| {
        if tag.local_name().as_ref() == "Relationship"
            && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
        {
            targets.insert(id, target);
        }
    });
    let mut sheets: Vec<(String, String)> = Vec::new();
    each(&part(&mut book, "xl/workbook.xml")?, |tag| {
        if tag.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(tag, "name"), attribute(tag, "id"))
            && let Some(target) = targets.get(&id)
        {
            let path =
                target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            sheets.push((name, path));
        }
    });
    let mut found = HashMap::new();
    for (name, path) in sheets {
        let Some(text) = part(&mut book, &path) else { continue };
        let mut cells = CellFormats::default();
        each(&text, |tag| {
            if tag.local_name().as_ref() != "c" {
                return;
            }
            let style = attribute(tag, "s").and_then(|style| style.parse::<usize>().ok());
            let suffix = style.and_then(|style| styles.get(style)?.clone());
            let is_text = attribute(tag, "t").as_deref() == Some("str");
            if suffix.is_none() && !is_text {
                return;
            }
            let Some(place) = attribute(tag, "r").and_then(|name| place(&name)) else { return };
            cells.suffixes.extend(suffix.map(|suffix| (place, suffix)));
            if is_text {
                cells.texts.insert(place);
            }
        });
        found.insert(name, cells);
    }
    Some(found)
}

pub fn part(book: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    book.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// Hands out the tags of a text, up to where it is no XML.
fn each(text: &str, mut take: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => take(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// An attribute whatever its name space.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// What each style of cells shows behind a number.
fn styles(text: &str) -> Vec<Option<Suffix>> {
    let mut formats: HashMap<String, Suffix> = HashMap::new();
    // The formats of per cent that every workbook has.
    formats.extend(["9", "10"].map(|id| (id.to_owned(), Suffix::Percent)));
    let mut styles = Vec::new();
    let mut reader = Reader::from_str(text);
    let mut of_cells = false;
    loop {
        let (tag, opens) = match reader.read_event() {
            Ok(Event::Start(tag)) => (tag, true),
            Ok(Event::Empty(tag)) => (tag, false),
            Ok(Event::End(tag)) => {
                of_cells &= tag.local_name().as_ref() != "cellXfs";
                continue;
            }
            Ok(Event::Eof) | Err(_) => return styles,
            Ok(_) => continue,
        };
        match tag.local_name().as_ref() {
            "numFmt" => {
                let (id, code) = (attribute(&tag, "numFmtId"), attribute(&tag, "formatCode"));
                if let (Some(id), Some(suffix)) = (id, code.and_then(|code| suffix(&code))) {
                    formats.insert(id, suffix);
                }
            }
            "cellXfs" => of_cells = opens,
            "xf" if of_cells => {
                let id = attribute(&tag, "numFmtId");
                styles.push(id.and_then(|id| formats.get(&id).cloned()));
            }
            _ => {}
        }
    }
}

/// What a format shows behind a positive number: `0 "min"`, `#,##0.0\ \m\i\n`, `0.0%`.
pub fn suffix(code: &str) -> Option<Suffix> {
    let mut text = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '0' | '#' | '?' | '.' | ',' => text.clear(),
            '%' => return Some(Suffix::Percent),
            '"' => text.extend(chars.by_ref().take_while(|c| *c != '"')),
            '\\' => text.extend(chars.next()),
            // The width of a character, or one that fills the cell.
            '_' | '*' => {
                let _ = chars.next();
            }
            '[' => {
                let _ = chars.by_ref().take_while(|c| *c != ']').count();
            }
            c => text.push(c),
        }
    }
    unit_behind(text.strip_prefix("General").unwrap_or(&text).trim())
}

/// What a text behind a number says of its unit, if anything.
pub fn unit_behind(text: &str) -> Option<Suffix> {
    let first = text.split([' ', '/']).next().unwrap_or_default();
    let unit = unit_word(text).or_else(|| unit_word(first));
    match unit {
        Some(unit) => Some(Suffix::Unit(with_unit("", unit).trim().to_owned())),
        None if is_not_read(text) => Some(Suffix::Unit(text.to_owned())),
        None => None,
    }
}

/// The row and the column of a cell by its name, counted from 0: `B3` is (2, 1).
fn place(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |sum, letter| {
        let letter = letter.to_ascii_uppercase().checked_sub(b'A').filter(|letter| *letter < 26)?;
        sum.checked_mul(26)?.checked_add(u32::from(letter) + 1)
    })?;
    Some((number.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_show_units() {
        for (code, unit) in [
            ("0 \"min\"", "min"),
            ("0\" min\"", "min"),
            ("#,##0.0\\ \\m\\i\\n", "min"),
            ("General\" s\"", "s"),
            ("0\"分钟\"", "min"),
            ("0.0\" Std.\"", "h"),
            ("0_)\"h\";[Red]-0\"h\"", "h"),
            ("0 \"min/customer\"", "min"),
            ("0 \"months\"", "months"),
        ] {
            assert_eq!(suffix(code), Some(Suffix::Unit(unit.to_owned())), "{code}");
        }
        assert_eq!(suffix("0.0%"), Some(Suffix::Percent));
        for code in ["0", "#,##0.00", "\"$\"0.00", "0 \"people\"", "@", "0.00 €"] {
            assert_eq!(suffix(code), None, "{code}");
        }
        assert_eq!(
            (place("A1"), place("B3"), place("AA10")),
            (Some((0, 0)), Some((2, 1)), Some((9, 26)))
        );
        assert_eq!((place("3"), place("B"), place("B0")), (None, None, None));
    }
}
