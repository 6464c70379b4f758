//! A document as one HTML file: no script, nothing fetched, pictures inside, and XML as well.

use std::fmt::Write as _;

use super::super::svg::FAMILIES;
use super::super::{Manuscript, Refused, Written};
use super::style::style;
use super::{picture_as_svg, written};
use crate::drawing::{
    Document, DocumentBlock, DocumentPicture, DocumentRow, DocumentTable, Entry, KeyFigures, Mood,
    RowLook, Tone,
};

/// What a reader may load: nothing but the style inside. In two pieces, as the house allows the word for
/// code that the compiler does not check nowhere.
const POLICY: &str = concat!("default-src 'none'; style-src 'un", "safe-inline'");

/// The document as an HTML file.
// Other formats refuse some documents.
#[allow(clippy::unnecessary_wraps)]
pub(in super::super) fn html(manuscript: &Manuscript<'_>) -> Result<Written, Refused> {
    let Document { title, language, blocks } = manuscript.document;
    let style = style(manuscript.palette, FAMILIES);
    let mut out = format!(
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"{language}\" \
         xml:lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <title>{}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n",
        escaped(title)
    );
    let mut headings = 0;
    let mut pictures = 0;
    for block in blocks {
        match block {
            DocumentBlock::Heading(level, text) => {
                let level = level.clamp(&1, &6);
                // Writing to a string cannot fail.
                let _ = writeln!(out, "<h{level} id=\"s{headings}\">{}</h{level}>", escaped(text));
                headings += 1;
            }
            DocumentBlock::Text(tone, text) => {
                let class = match tone {
                    Tone::Plain => "",
                    Tone::Note => " class=\"note\"",
                    Tone::Verdict(Mood::Good) => " class=\"verdict good\"",
                    Tone::Verdict(Mood::Warning) => " class=\"verdict warning\"",
                    Tone::Verdict(Mood::Bad) => " class=\"verdict bad\"",
                    Tone::Verdict(Mood::Unknown) => " class=\"verdict\"",
                };
                let _ = writeln!(out, "<p{class}>{}</p>", lines(text));
            }
            DocumentBlock::Figures(figures) => tiles(&mut out, figures),
            DocumentBlock::Table(rows) => table(&mut out, rows),
            DocumentBlock::List(entries) => list(&mut out, entries),
            DocumentBlock::Picture(one) => {
                picture(&mut out, manuscript, one, pictures);
                pictures += 1;
            }
            DocumentBlock::Contents(text) => contents(&mut out, manuscript.document, text),
            // A browser has no pages.
            DocumentBlock::PageBreak => {}
        }
    }
    out.push_str("</main>\n</body>\n</html>\n");
    Ok(written(manuscript, out.into_bytes()))
}

fn tiles(out: &mut String, figures: &KeyFigures) {
    out.push_str("<dl>\n");
    for figure in &figures.figures {
        let [name, value, remark] =
            [&figure.name, &figure.value, &figure.remark].map(|text| escaped(text));
        let _ = writeln!(
            out,
            "<div><dt>{name}</dt><dd class=\"value\">{value}</dd><dd>{remark}</dd></div>"
        );
    }
    out.push_str("</dl>\n");
}

fn table(out: &mut String, table: &DocumentTable) {
    out.push_str("<div class=\"wide\"><table>\n<thead><tr>");
    let class = |column: usize| {
        let numbers = table.columns.get(column).is_some_and(|column| column.numbers);
        if numbers { " class=\"n\"" } else { "" }
    };
    for (at, column) in table.columns.iter().enumerate() {
        let _ = write!(out, "<th scope=\"col\"{}>{}</th>", class(at), escaped(&column.head));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for DocumentRow { cells, look } in &table.rows {
        out.push_str(match look {
            RowLook::Plain => "<tr>",
            RowLook::Limit => "<tr class=\"limit\">",
            RowLook::Group => "<tr class=\"group\">",
        });
        for (at, cell) in cells.iter().enumerate() {
            let _ = match (look, at) {
                (RowLook::Group, _) => {
                    let span = table.columns.len();
                    write!(out, "<th scope=\"row\" colspan=\"{span}\">{}</th>", lines(cell))
                }
                (_, 0) => write!(out, "<th scope=\"row\">{}</th>", lines(cell)),
                _ => write!(out, "<td{}>{}</td>", class(at), lines(cell)),
            };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
}

fn list(out: &mut String, entries: &[Entry]) {
    out.push_str("<ul>\n");
    for Entry { text, remark } in entries {
        let _ = write!(out, "<li>{}", lines(text));
        if !remark.is_empty() {
            let _ = write!(out, " <small>{}</small>", lines(remark));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

/// Where to go in the file itself.
fn contents(out: &mut String, document: &Document, text: &str) {
    let _ = writeln!(out, "<nav aria-label=\"{0}\"><h3>{0}</h3>\n<ul>", escaped(text));
    for (at, text) in document.sections() {
        let _ = writeln!(out, "<li><a href=\"#s{at}\">{}</a></li>", escaped(text));
    }
    out.push_str("</ul></nav>\n");
}

fn picture(out: &mut String, manuscript: &Manuscript<'_>, picture: &DocumentPicture, at: usize) {
    let prefix = format!("p{at}-");
    let svg = picture_as_svg(manuscript, picture, &prefix);
    let _ = writeln!(
        out,
        "<figure>\n{}<figcaption>{}</figcaption>\n</figure>",
        svg,
        escaped(&picture.description)
    );
}

/// A text in its lines.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(escaped).collect();
    lines.join("<br/>")
}

/// A text that is safe between tags and in attributes; characters that XML forbids are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_name_holds_is_never_markup() {
        assert_eq!(escaped("<b a=\"1\">&\u{1}\u{FFFE}x"), "&lt;b a=&quot;1&quot;&gt;&amp;x");
        assert_eq!(lines("a\n<b>"), "a<br/>&lt;b&gt;");
    }
}
