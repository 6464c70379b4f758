//! The parts of a DOCX file in one package, the same bytes for the same document on every day, with what
//! the library leaves out: the language, the title, heads of tables that repeat, words for pictures.

use std::fmt::Write as _;
use std::io::{self, Cursor, Write};

use docx_rs::XMLDocx;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::super::Manuscript;

/// What stands before a picture's words.
const PICTURE: &str = "<wp:docPr id=\"1\" name=\"Figure\" />";
/// What heads of tables are marked by.
const HEAD: &str = "<w:cantSplit />";

/// Texts of a paragraph that ends the pages so far, which are upright, or lie across.
pub(super) const END_UPRIGHT: &str = "\u{E000}upright\u{E000}";
pub(super) const END_ACROSS: &str = "\u{E000}across\u{E000}";

pub(super) fn package(
    parts: XMLDocx,
    manuscript: &Manuscript<'_>,
    descriptions: &[&str],
) -> io::Result<Vec<u8>> {
    let document = heads_repeat(&text(parts.document)?);
    let document = in_sections(&described(&document, descriptions));
    let styles = with_language(&text(parts.styles)?, manuscript.document.language);
    let core = with_title(&text(parts.doc_props.core)?, manuscript);
    let mut files: Vec<(String, Vec<u8>)> = [
        ("[Content_Types].xml", parts.content_type),
        ("_rels/.rels", parts.rels),
        ("docProps/app.xml", parts.doc_props.app),
        ("docProps/core.xml", core.into_bytes()),
        ("docProps/custom.xml", parts.doc_props.custom),
        ("word/_rels/document.xml.rels", parts.document_rels),
        ("word/document.xml", document.into_bytes()),
        ("word/styles.xml", styles.into_bytes()),
        ("word/settings.xml", parts.settings),
        ("word/fontTable.xml", parts.font_table),
        ("word/comments.xml", parts.comments),
        ("word/numbering.xml", parts.numberings),
        ("word/commentsExtended.xml", parts.comments_extended),
    ]
    .into_iter()
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .collect();
    // The library has relations for feet that are not there.
    let feet = parts.footers.len();
    let footers = parts.footers.into_iter().zip(1..);
    files.extend(footers.map(|(bytes, at)| (format!("word/footer{at}.xml"), bytes)));
    let rels = parts.footer_rels.into_iter().take(feet).zip(1..);
    files.extend(rels.map(|(bytes, at)| (format!("word/_rels/footer{at}.xml.rels"), bytes)));
    let media = parts.media.into_iter();
    files.extend(media.map(|(name, bytes)| (format!("word/media/{name}.png"), bytes)));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        // The time is that of the format's beginning, whatever the day.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default());
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn text(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).map_err(io::Error::other)
}

fn heads_repeat(document: &str) -> String {
    document.replace(HEAD, &format!("{HEAD}<w:tblHeader />"))
}

/// Puts the ends of sections in the place of their paragraphs. The library writes one section, at the end,
/// with the foot behind what has to follow it.
fn in_sections(document: &str) -> String {
    const OPEN: &str = "<w:sectPr>";
    const CLOSE: &str = "</w:sectPr>";
    const FOOT: &str = "<w:footerReference ";
    let last = document.rfind(OPEN).zip(document.rfind(CLOSE));
    let Some((from, to)) = last.filter(|(from, to)| from < to) else { return document.to_owned() };
    let inner = document.get(from + OPEN.len()..to).unwrap_or_default();
    let foot = inner.find(FOOT).and_then(|at| {
        let end = inner.get(at..)?.find("/>")? + at + 2;
        Some((inner.get(at..end)?, inner.get(..at)?, inner.get(end..)?))
    });
    let inner = match foot {
        Some((foot, before, after)) => format!("{foot}{before}{after}"),
        None => inner.to_owned(),
    };
    let section = |inner: &str| format!("{OPEN}{inner}{CLOSE}");
    let mut out = document.get(..from).unwrap_or_default().to_owned();
    for (mark, inner) in [(END_UPRIGHT, inner.clone()), (END_ACROSS, turned(&inner))] {
        while let Some(at) = out.find(mark) {
            let start = out.get(..at).and_then(|before| before.rfind("<w:p "));
            let end = out.get(at..).and_then(|after| after.find("</w:p>"));
            let Some((start, end)) = start.zip(end) else { break };
            let paragraph = format!("<w:p><w:pPr>{}</w:pPr></w:p>", section(&inner));
            out.replace_range(start..at + end + "</w:p>".len(), &paragraph);
        }
    }
    out.push_str(&section(&inner));
    out.push_str(document.get(to + CLOSE.len()..).unwrap_or_default());
    out
}

/// A section with its pages across instead of upright.
fn turned(section: &str) -> String {
    let value = |name: &str| {
        let from = section.find(name)? + name.len();
        section.get(from..)?.split('"').next()
    };
    let Some((width, height)) = value("<w:pgSz w:w=\"").zip(value(" w:h=\"")) else {
        return section.to_owned();
    };
    let upright = format!("<w:pgSz w:w=\"{width}\" w:h=\"{height}\"");
    let across = format!("<w:pgSz w:w=\"{height}\" w:h=\"{width}\" w:orient=\"landscape\"");
    section.replacen(&upright, &across, 1)
}

/// Gives each picture its words and a number of its own.
fn described(document: &str, descriptions: &[&str]) -> String {
    let mut pieces = document.split(PICTURE);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for (number, piece) in (1..).zip(pieces) {
        let words = descriptions.get(number - 1).copied().unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = write!(
            out,
            "<wp:docPr id=\"{number}\" name=\"Figure {number}\" descr=\"{}\" />{piece}",
            escaped(words)
        );
    }
    out
}

/// Says which language the texts are in.
fn with_language(styles: &str, language: &str) -> String {
    let language = match language {
        "zh-Hans" => "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" />",
        _ => "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\" />",
    };
    let end = "</w:rPr></w:rPrDefault>";
    styles.replacen(end, &format!("{language}{end}"), 1)
}

/// Says what the document is about, who made it and which day it is from.
fn with_title(core: &str, manuscript: &Manuscript<'_>) -> String {
    let date = format!("{}T00:00:00Z", manuscript.date);
    let more = format!(
        "<dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        escaped(&manuscript.document.title),
        manuscript.document.language
    );
    core.replace("1970-01-01T00:00:00Z", &date)
        .replace(">unknown<", ">Onstage<")
        .replace("</cp:coreProperties>", &more)
}

fn escaped(text: &str) -> String {
    let is_fine =
        |letter: &char| !letter.is_control() && !matches!(letter, '\u{FFFE}' | '\u{FFFF}');
    let text: String = text.chars().filter(is_fine).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
