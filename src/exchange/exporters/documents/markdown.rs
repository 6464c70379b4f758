//! A document as Markdown with tables, its pictures as files beside it.

use std::fmt::Write as _;

use super::super::{Manuscript, Refused, Written, WrittenFile};
use super::{picture_as_svg, pictures, written};
use crate::drawing::{DocumentBlock, DocumentTable, Entry, RowLook, Tone};

/// The ending of the pictures.
const PICTURES: &str = "svg";

/// The document as a Markdown file, and its pictures.
// Other formats refuse some documents.
#[allow(clippy::unnecessary_wraps)]
pub(in super::super) fn markdown(manuscript: &Manuscript<'_>) -> Result<Written, Refused> {
    let mut out = String::new();
    for block in &manuscript.document.blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        // Writing to a string cannot fail.
        let _ = match block {
            DocumentBlock::Heading(level, text) => {
                let marks = "#".repeat(usize::from(*level).clamp(1, 6));
                writeln!(out, "{marks} {}", escaped(text))
            }
            DocumentBlock::Text(Tone::Verdict(_), text) => writeln!(out, "**{}**", escaped(text)),
            DocumentBlock::Text(Tone::Plain | Tone::Note, text) => {
                writeln!(out, "{}", escaped(text))
            }
            DocumentBlock::Figures(figures) => {
                table(&mut out, &figures.as_table());
                Ok(())
            }
            DocumentBlock::Table(rows) => {
                table(&mut out, rows);
                Ok(())
            }
            DocumentBlock::List(entries) => {
                list(&mut out, entries);
                Ok(())
            }
            DocumentBlock::Picture(picture) => match manuscript.name {
                Some(name) => {
                    let description = escaped(&picture.description);
                    let file = address(&format!("{name}{}.{PICTURES}", picture.name));
                    writeln!(out, "![{description}](<{file}>)")
                }
                // Where the file has no name, no name can be given to what lies beside it.
                None => writeln!(out, "{}", escaped(&picture.description)),
            },
            // Readers of Markdown make their own.
            DocumentBlock::Contents(_) | DocumentBlock::PageBreak => Ok(()),
        };
        while out.ends_with("\n\n") {
            out.pop();
        }
    }
    let mut written = written(manuscript, out.into_bytes());
    written.files.extend(pictures(manuscript).map(|picture| WrittenFile {
        beside: picture.name,
        ending: Some(PICTURES),
        bytes: picture_as_svg(manuscript, picture, "").into_bytes(),
    }));
    Ok(written)
}

fn table(out: &mut String, table: &DocumentTable) {
    let mut line = |cells: Vec<String>| {
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    };
    line(table.columns.iter().map(|column| escaped(&column.head)).collect());
    let rule = |numbers| if numbers { "---:" } else { "---" }.to_owned();
    line(table.columns.iter().map(|column| rule(column.numbers)).collect());
    for row in &table.rows {
        let strong = |cell: &String| match row.look {
            RowLook::Plain => in_cell(cell),
            RowLook::Limit | RowLook::Group if cell.trim().is_empty() => String::new(),
            RowLook::Limit | RowLook::Group => format!("**{}**", in_cell(cell)),
        };
        let mut cells: Vec<String> = row.cells.iter().map(strong).collect();
        cells.resize(table.columns.len(), String::new());
        line(cells);
    }
}

/// A text in a cell, where Markdown has no other way to end a line.
fn in_cell(text: &str) -> String {
    let lines: Vec<String> = text.trim().lines().map(escaped).collect();
    lines.join("<br>")
}

fn list(out: &mut String, entries: &[Entry]) {
    for Entry { text, remark } in entries {
        let _ = write!(out, "- {}", escaped(text));
        if !remark.is_empty() {
            // On a line of its own, in the same entry.
            let _ = write!(out, "\\\n  {}", escaped(remark));
        }
        out.push('\n');
    }
}

/// The name of a file between angle brackets.
fn address(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for letter in name.chars() {
        match letter {
            '<' | '>' | '\\' | '%' | '#' | '?' => {
                let _ = write!(out, "%{:02X}", u32::from(letter));
            }
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A text that no reader of Markdown takes for anything else, in one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let text = text.trim();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let mut after = text.chars().skip(1);
    for (at, letter) in text.chars().enumerate() {
        let is_last = after.next().is_none_or(char::is_whitespace);
        let starts = at == 0 && matches!(letter, '#' | '+' | '-' | '=' | ':')
            || at == digits && digits > 0 && is_last && matches!(letter, '.' | ')');
        match letter {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '!' => {
                out.push('\\');
                out.push(letter);
            }
            letter if starts => {
                out.push('\\');
                out.push(letter);
            }
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser};

    use super::*;

    #[test]
    fn a_text_is_read_back_as_it_was() {
        for text in [
            "# no heading",
            "1. no list",
            "12) no list",
            "- no list",
            "a | b",
            "*no* _stress_ `code`",
            "<b>no tag</b> &amp; no entity",
            "[no](link) ![no](picture)",
            "back\\slash",
            "~~kept~~",
            "60 /h, 90 %, 4 min",
            "=== no rule",
            "眼睛测试：90 位/小时",
        ] {
            let markdown = escaped(text);
            let events = Parser::new_ext(&markdown, Options::all());
            let read: String = events
                .filter_map(|event| match event {
                    Event::Text(text) | Event::Code(text) => Some(text.to_string()),
                    Event::SoftBreak => Some(" ".to_owned()),
                    Event::Start(tag) => {
                        assert!(format!("{tag:?}").starts_with("Paragraph"), "{text}: {tag:?}");
                        None
                    }
                    Event::End(_) => None,
                    other => panic!("{text}: {other:?}"),
                })
                .collect();
            assert_eq!(read, text);
        }
    }

    #[test]
    fn the_name_of_a_picture_never_ends_its_address() {
        assert_eq!(address("a b<c>#1.svg"), "a b%3Cc%3E%231.svg");
    }
}
