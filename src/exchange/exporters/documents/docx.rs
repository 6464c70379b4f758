//! A document for a word processor: headings by style, tables with heads, pictures as pixels.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, Docx, Footer, IndentLevel, Level, LevelJc,
    LevelText, LineSpacing, NumPages, NumberFormat, Numbering, NumberingId, PageMargin, PageNum,
    Paragraph, Pic, Run, RunFonts, Shading, ShdType, SpecialIndentType, Start, Style, StyleType,
    Table, TableBorder, TableBorderPosition, TableBorders, TableCell, TableCellMargins,
    TableLayoutType, TableRow, VAlignType, WidthType,
};
use unicode_width::UnicodeWidthStr;

use super::super::{Manuscript, Picture, Pixels, Refused, Written, missing, png};
use super::package::{END_ACROSS, END_UPRIGHT, package};
use super::style::hex;
use super::{pictures, written};
use crate::drawing::{
    DocumentBlock, DocumentPicture, DocumentTable, Entry, Ink, Mood, Rect, RowLook, Size, Tone,
};

/// Twentieths of a point, in which a word processor measures pages.
const TWENTIETHS: f32 = 20.0;
/// What stays free around texts, in points.
const MARGIN: f32 = 54.0;
/// Units of a picture in a point.
const UNITS: f32 = 12_700.0;
/// Pixels of a point of a picture.
const SCALE: f32 = 2.0;
/// The widest cell that a column is made wide for, in letters.
const WIDEST: usize = 34;
/// The list of the document.
const LIST: usize = 1;
/// The letters of Latin and of East Asian texts.
const LATIN: &str = "Calibri";
const EAST_ASIAN: &str = "Microsoft YaHei";

/// The document as a DOCX file.
pub(in super::super) fn docx(manuscript: &Manuscript<'_>) -> Result<Written, Refused> {
    let page = manuscript.paper.text_page();
    let room = page.width - 2.0 * MARGIN;
    let mut docx = frame(manuscript, page);
    let mut descriptions = Vec::new();
    for block in &manuscript.document.blocks {
        docx = match block {
            DocumentBlock::Heading(level, text) => {
                let style = format!("Heading{}", level.clamp(&1, &3));
                docx.add_paragraph(
                    Paragraph::new().style(&style).keep_next(true).add_run(run(text)),
                )
            }
            DocumentBlock::Text(tone, text) => {
                docx.add_paragraph(paragraph(manuscript, *tone, text))
            }
            DocumentBlock::Figures(figures) => {
                docx.add_table(table(manuscript, &figures.as_table(), room)).add_paragraph(gap())
            }
            DocumentBlock::Table(rows) => {
                docx.add_table(table(manuscript, rows, room)).add_paragraph(gap())
            }
            DocumentBlock::List(entries) => list(docx, entries),
            DocumentBlock::Picture(picture) => {
                let body = page.height - 2.0 * MARGIN - 40.0;
                let upright = (room, body);
                let across = (page.height - 2.0 * MARGIN, page.width - 2.0 * MARGIN - 40.0);
                let size = picture.viewport.size();
                let turns = picture.turns && page.width < page.height && size.width > size.height;
                let (room, body) = if turns { across } else { upright };
                if turns {
                    docx = docx.add_paragraph(Paragraph::new().add_run(run(END_UPRIGHT)));
                }
                for part in parts(picture, room, body) {
                    let made = pixels(manuscript, picture, part, (room, body), descriptions.len())?;
                    descriptions.push(picture.description.as_str());
                    let run = Run::new().add_image(made);
                    docx = docx.add_paragraph(Paragraph::new().add_run(run));
                }
                if turns {
                    docx = docx.add_paragraph(Paragraph::new().add_run(run(END_ACROSS)));
                }
                docx
            }
            // Word processors list the headings themselves.
            DocumentBlock::Contents(_) => docx,
            DocumentBlock::PageBreak => {
                docx.add_paragraph(Paragraph::new().page_break_before(true))
            }
        };
    }
    let bytes = package(docx.build(), manuscript, &descriptions)
        .map_err(|error| Refused::NotWritten(error.to_string()))?;
    let lists = pictures(manuscript).flat_map(|picture| picture.lists.iter());
    Ok(written(manuscript, bytes).lacking(missing(lists, manuscript.shaper)))
}

/// A length of a page in twentieths of a point.
// No page is as long as a number can be.
#[allow(clippy::cast_possible_truncation)]
fn twentieths(points: f32) -> i32 {
    (points * TWENTIETHS).round() as i32
}

fn unsigned(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// An empty document with its page, its styles and its foot.
fn frame(manuscript: &Manuscript<'_>, page: Size) -> Docx {
    let margin = twentieths(MARGIN);
    let margins = PageMargin::new()
        .top(margin)
        .bottom(margin)
        .left(margin)
        .right(margin)
        .header(margin / 2)
        .footer(margin / 2)
        .gutter(0);
    let fonts = RunFonts::new().ascii(LATIN).hi_ansi(LATIN).cs(LATIN).east_asia(EAST_ASIAN);
    let colour = |ink| hex(manuscript.palette.rgba(ink)).trim_start_matches('#').to_owned();
    let muted = colour(Ink::Muted);
    let foot = Paragraph::new()
        .align(AlignmentType::Right)
        .add_run(Run::new().add_text(format!("{}  ·  ", manuscript.document.title)).size(16))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" / ").size(16))
        .add_num_pages(NumPages::new());
    let bullet = Level::new(
        0,
        Start::new(1),
        NumberFormat::new("bullet"),
        LevelText::new("•"),
        LevelJc::new("left"),
    )
    .indent(Some(360), Some(SpecialIndentType::Hanging(240)), None, None);
    let mut docx = Docx::new()
        .page_size(unsigned(twentieths(page.width)), unsigned(twentieths(page.height)))
        .page_margin(margins)
        .default_fonts(fonts)
        .default_size(20)
        .footer(Footer::new().add_paragraph(foot))
        .add_abstract_numbering(AbstractNumbering::new(LIST).add_level(bullet))
        .add_numbering(Numbering::new(LIST, LIST));
    for (level, size, before, after) in [(1, 44, 0, 40), (2, 30, 360, 100), (3, 23, 220, 60)] {
        let style = Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
            .outline_lvl(level - 1)
            .size(size)
            .bold()
            .line_spacing(LineSpacing::new().before(before).after(after));
        docx = docx.add_style(style);
    }
    let note = Style::new("Note", StyleType::Paragraph)
        .name("Note")
        .based_on("Normal")
        .size(18)
        .color(muted);
    docx.add_style(note)
}

fn run(text: &str) -> Run {
    let mut run = Run::new();
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            run = run.add_break(docx_rs::BreakType::TextWrapping);
        }
        run = run.add_text(clean(line));
    }
    run
}

/// A text without the characters that XML forbids.
fn clean(text: &str) -> String {
    let is_fine =
        |letter: &char| !letter.is_control() && !matches!(letter, '\u{FFFE}' | '\u{FFFF}');
    text.chars().filter(is_fine).collect()
}

fn paragraph(manuscript: &Manuscript<'_>, tone: Tone, text: &str) -> Paragraph {
    let after = LineSpacing::new().after(100);
    match tone {
        Tone::Plain => Paragraph::new().line_spacing(after).add_run(run(text)),
        Tone::Note => Paragraph::new().style("Note").line_spacing(after).add_run(run(text)),
        Tone::Verdict(mood) => {
            let ink = match mood {
                Mood::Good => Ink::GoodText,
                Mood::Warning => Ink::WarnText,
                Mood::Bad => Ink::BadText,
                Mood::Unknown => Ink::Muted,
            };
            let colour = hex(manuscript.palette.rgba(ink));
            let run = run(text).bold().size(28).color(colour.trim_start_matches('#'));
            Paragraph::new().line_spacing(LineSpacing::new().before(80).after(160)).add_run(run)
        }
    }
}

/// What stays free after a table.
fn gap() -> Paragraph {
    Paragraph::new().line_spacing(LineSpacing::new().before(0).after(60))
}

fn list(mut docx: Docx, entries: &[Entry]) -> Docx {
    for Entry { text, remark } in entries {
        let mut paragraph = Paragraph::new()
            .numbering(NumberingId::new(LIST), IndentLevel::new(0))
            .line_spacing(LineSpacing::new().after(40))
            .add_run(run(text));
        if !remark.is_empty() {
            let aside = run(remark).size(18);
            paragraph = paragraph
                .add_run(Run::new().add_break(docx_rs::BreakType::TextWrapping))
                .add_run(aside);
        }
        docx = docx.add_paragraph(paragraph);
    }
    docx
}

/// A table as wide as the text; its first row is its head, again on each page.
fn table(manuscript: &Manuscript<'_>, table: &DocumentTable, room: f32) -> Table {
    let widths = widths(table, room);
    let colour = |ink| hex(manuscript.palette.rgba(ink)).trim_start_matches('#').to_owned();
    let line = colour(Ink::Hairline);
    let cell = |column: usize, text: &str, strong: bool, fill: Option<Ink>| {
        let numbers = table.columns.get(column).is_some_and(|column| column.numbers);
        let run = run(text).size(17);
        let run = if strong { run.bold() } else { run };
        let align = if numbers { AlignmentType::Right } else { AlignmentType::Left };
        let made = TableCell::new()
            .vertical_align(VAlignType::Top)
            .width(widths.get(column).copied().unwrap_or(0), WidthType::Dxa)
            .add_paragraph(Paragraph::new().align(align).add_run(run));
        match fill {
            Some(ink) => {
                let shade = Shading::new().shd_type(ShdType::Clear).color("auto").fill(colour(ink));
                made.shading(shade)
            }
            None => made,
        }
    };
    let heads = table.columns.iter().enumerate();
    let heads = heads.map(|(at, column)| cell(at, &column.head, true, Some(Ink::Track)));
    // What may not be parted marks the heads for the package, which says that they repeat.
    let mut rows = vec![TableRow::new(heads.collect()).cant_split()];
    for row in &table.rows {
        let cells = match row.look {
            RowLook::Group => {
                let text = row.cells.first().map_or("", String::as_str);
                vec![cell(0, text, true, Some(Ink::Track)).grid_span(table.columns.len())]
            }
            look => {
                let is_limit = look == RowLook::Limit;
                let fill = is_limit.then_some(Ink::BadWash);
                let cells = row.cells.iter().enumerate();
                cells.map(|(at, text)| cell(at, text, is_limit, fill)).collect()
            }
        };
        rows.push(TableRow::new(cells));
    }
    let border = |position| {
        TableBorder::new(position).border_type(BorderType::Single).size(4).color(line.clone())
    };
    let borders = TableBorders::with_empty()
        .set(border(TableBorderPosition::Top))
        .set(border(TableBorderPosition::Bottom))
        .set(border(TableBorderPosition::InsideH));
    Table::new(rows)
        .set_grid(widths.clone())
        .layout(TableLayoutType::Fixed)
        .width(widths.iter().sum(), WidthType::Dxa)
        .set_borders(borders)
        .margins(TableCellMargins::new().margin(40, 80, 40, 80))
}

/// The widths of columns, by their longest cells and words.
fn widths(table: &DocumentTable, room: f32) -> Vec<usize> {
    let wish = |column: usize| {
        let head = table.columns.get(column).map_or("", |column| column.head.as_str());
        let rows = table.rows.iter().filter(|row| row.look != RowLook::Group);
        let cells = rows.filter_map(|row| row.cells.get(column).map(String::as_str));
        let longest = cells.map(|cell| cell.width().min(WIDEST)).max().unwrap_or(0);
        let word = head.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0);
        longest.max(word).max(3) + 2
    };
    let wishes: Vec<usize> = (0..table.columns.len()).map(wish).collect();
    let all = wishes.iter().sum::<usize>().max(1);
    let room = usize::try_from(twentieths(room)).unwrap_or(0);
    wishes.iter().map(|wish| wish * room / all).collect()
}

/// The parts of a picture that each have room on a page.
fn parts(picture: &DocumentPicture, room: f32, body: f32) -> Vec<Rect> {
    let whole = picture.viewport;
    let scale = (room / whole.width().max(1.0)).min(1.0);
    if whole.height() * scale <= body || picture.ends.len() < 2 {
        return vec![whole];
    }
    let most = body / scale;
    let mut parts = Vec::new();
    let mut from = whole.top();
    let last = picture.ends.last().copied().unwrap_or(whole.bottom());
    while from < whole.bottom() - 1.0 {
        let mut ends = picture.ends.iter().copied().filter(|end| *end > from + 1.0);
        let first = ends.next().unwrap_or(whole.bottom());
        let to = ends.rfind(|end| end - from <= most).unwrap_or(first);
        let to = if to >= last { whole.bottom() } else { to };
        parts.push(Rect::new(whole.left(), from, whole.right(), to));
        from = to;
    }
    parts
}

/// A part of a picture as pixels, no larger than the page.
fn pixels<'a>(
    manuscript: &Manuscript<'a>,
    picture: &'a DocumentPicture,
    part: Rect,
    (room, body): (f32, f32),
    number: usize,
) -> Result<Pic, Refused> {
    let made = png::png(&Picture {
        lists: &picture.lists,
        palette: manuscript.palette,
        viewport: part,
        title: &picture.title,
        description: &picture.description,
        language: manuscript.document.language,
        titles: &[],
        shaper: manuscript.shaper,
        pixels: Pixels { scale: SCALE, transparent: false },
        outlines: false,
    })?;
    let bytes = made.files.into_iter().next().map(|file| file.bytes).unwrap_or_default();
    let (width, height) = size_of(&bytes);
    let scale = (room / part.width().max(1.0)).min(body / part.height().max(1.0)).min(1.0);
    let units = |length: f32| {
        // Pages are no longer than a number can be.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let units = (length * scale * UNITS).round().max(1.0) as u32;
        units
    };
    Ok(Pic::new_with_dimensions(bytes, width, height)
        .id(format!("rIdImage{}", number + 1))
        .size(units(part.width()), units(part.height())))
}

/// How many pixels a picture has across and down.
fn size_of(bytes: &[u8]) -> (u32, u32) {
    let read = ::png::Decoder::new(Cursor::new(bytes)).read_info();
    read.map_or((1, 1), |reader| (reader.info().width, reader.info().height))
}
