//! Documents on pages, with a measure that makes every letter equally wide.

use super::super::display_list::{Anchor, DisplayList, Shape};
use super::super::pages::{CellKind, FOOT_HEIGHT, FootTexts, Page, Panel, PaperSize, Telling};
use super::super::space::{Point, Rect};
use super::super::text::{MeasureText, Weight};
use super::*;

/// Every letter is half as wide as high, a Chinese one as wide.
struct Even;

impl MeasureText for Even {
    fn width(&self, text: &str, size: f32, _: Weight) -> f32 {
        text.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum::<f32>() * size
    }

    fn height(&self, size: f32, _: Weight) -> f32 {
        size
    }
}

fn set(blocks: Vec<Block>) -> DocumentPages {
    let document = Document { title: "Title".to_owned(), language: "en", blocks };
    let page = |number: usize, count: usize| format!("{number} of {count}");
    let sheet = Sheet { paper: PaperSize::A4, foot: FootTexts::default(), page: &page };
    set_document(&document, &sheet, &Even)
}

/// Whether a panel holds texts: pictures are set smaller here.
fn is_text(panel: &Panel) -> bool {
    (panel.scale - 1.0).abs() < f32::EPSILON
}

/// The texts of a page but for its foot, each with the place that it takes.
fn texts(page: &Page) -> Vec<(String, Rect)> {
    let panels = page.panels.iter().filter(|panel| !panel.repeats && is_text(panel));
    let items = panels.flat_map(|panel| panel.lists.iter().flat_map(DisplayList::iter));
    let texts = items.filter_map(|item| match item.shape {
        Shape::Text { text, at, look } => {
            let wide = Even.width(text, look.size, look.weight);
            let left = match look.anchor {
                Anchor::Left => at.x,
                Anchor::Centre => at.x - wide / 2.0,
                Anchor::Right => at.x - wide,
            };
            let half = look.size / 2.0;
            Some((text.to_owned(), Rect::new(left, at.y - half, left + wide, at.y + half)))
        }
        _ => None,
    });
    texts.filter(|(text, _)| !text.trim().is_empty()).collect()
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn column(head: &str, numbers: bool) -> DocumentColumn {
    DocumentColumn { head: head.to_owned(), numbers }
}

fn row(cells: &[&str]) -> DocumentRow {
    let cells = cells.iter().map(|cell| (*cell).to_owned()).collect();
    DocumentRow { cells, look: RowLook::Plain }
}

fn table(rows: usize) -> DocumentTable {
    DocumentTable {
        columns: vec![column("Step", false), column("Time", true)],
        rows: (1..=rows).map(|at| row(&[&format!("Step {at}"), "1 min"])).collect(),
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading(level, text.to_owned())
}

/// What is hard to set: long words, Chinese, blanks, many columns.
fn hard() -> Vec<DocumentTable> {
    let long = "Donaudampfschifffahrtsgesellschaftskapitänswitwe".repeat(6);
    let chinese = "检查违章与限制情况的记录".repeat(30);
    let words = "several words that take more than a line ".repeat(8);
    let wide = DocumentTable {
        columns: (0..12).map(|at| column(&format!("Heading {at}"), at % 2 == 1)).collect(),
        rows: vec![DocumentRow {
            cells: (0..12).map(|at| format!("cell number {at} of the row")).collect(),
            look: RowLook::Limit,
        }],
    };
    let columns = vec![column("A", false), column("B", true), column("C", false)];
    let mut rows =
        vec![row(&[&long, "1", ""]), row(&[&chinese, &long, "x"]), row(&["", &words, &chinese])];
    rows.push(DocumentRow { cells: vec![long], look: RowLook::Group });
    vec![wide, DocumentTable { columns, rows }]
}

#[test]
fn every_text_of_a_document_is_on_its_pages() {
    let entry = |text: &str, remark: &str| Entry { text: text.into(), remark: remark.into() };
    let figure = |name: &str| KeyFigure {
        name: name.to_owned(),
        value: "60 /h".to_owned(),
        remark: "needs a cost per hour of a role, an overhead or a material cost".to_owned(),
    };
    let figures = ["Capacity", "Demand", "Use", "Time"].map(figure).to_vec();
    let mut blocks = vec![
        heading(1, "A title"),
        Block::Text(Tone::Verdict(Mood::Warning), "Tight: ".repeat(30)),
        Block::Figures(KeyFigures { head: Default::default(), figures }),
        heading(2, "A section"),
        Block::Text(Tone::Plain, "A sentence of the section. ".repeat(400)),
        Block::List((0..90).map(|at| entry(&format!("Entry {at}"), "and a remark")).collect()),
        heading(3, "Below"),
        Block::Contents("Contents".to_owned()),
        heading(2, "Another section"),
        Block::Table(table(120)),
    ];
    blocks.extend(hard().into_iter().map(Block::Table));
    let document = Document { title: String::new(), language: "en", blocks: blocks.clone() };
    let pages = set(blocks).pages;
    let drawn: String = pages.iter().flat_map(texts).map(|(text, _)| text).collect();
    let drawn = without_spaces(&drawn);
    // Cells of a row are written beside each other, page by page, so that long ones are looked for
    // by their letters.
    for text in document.texts() {
        let text = without_spaces(text);
        let found = drawn.contains(&text) || {
            let piece: String = text.chars().take(12).collect();
            text.chars().count() > 40 && drawn.contains(&piece)
        };
        assert!(found, "{text}");
    }
    let letters = |c: char| drawn.chars().filter(|letter| *letter == c).count();
    let wanted: String = hard()
        .iter()
        .flat_map(|table| &table.rows)
        .flat_map(|row| &row.cells)
        .map(String::as_str)
        .collect();
    let of_hard = |c: char| wanted.chars().filter(|letter| *letter == c).count();
    for letter in ['检', '况', 'ä', 'ß'] {
        assert_eq!(letters(letter), of_hard(letter), "{letter}");
    }
}

#[test]
fn no_cell_overflows_whatever_it_holds() {
    for table in hard() {
        for page in &set(vec![Block::Table(table.clone())]).pages {
            let margin = super::setting::TEXT_MARGIN;
            let room = Rect::new(
                margin - 0.1,
                margin - 0.1,
                page.size.width - margin + 0.1,
                page.size.height - margin - FOOT_HEIGHT + 0.1,
            );
            let texts = texts(page);
            for (at, (text, place)) in texts.iter().enumerate() {
                assert!(room.encloses(*place), "{text}: {place:?} in {room:?}");
                for (other, beside) in &texts[..at] {
                    assert!(!place.overlaps(*beside), "{text} on {other}");
                }
            }
        }
    }
}

#[test]
fn a_long_table_has_its_head_on_every_page() {
    let pages = set(vec![Block::Table(table(200))]).pages;
    assert!(pages.len() > 3, "{}", pages.len());
    for page in &pages {
        let texts = texts(page);
        assert_eq!((texts[0].0.as_str(), texts[1].0.as_str()), ("Step", "Time"));
        assert!(texts.len() > 4, "no row stands alone");
    }
    // It is one table with one head to those who listen.
    let told = pages.iter().flat_map(|page| &page.panels).flat_map(|panel| &panel.told);
    let heads = told
        .clone()
        .filter(|told| matches!(told.telling, Telling::Cell { kind: CellKind::ColumnHead, .. }));
    assert_eq!(heads.count(), 2);
    let mut tables: Vec<u32> = told
        .filter_map(|told| match told.telling {
            Telling::Cell { table, .. } => Some(table),
            _ => None,
        })
        .collect();
    tables.dedup();
    assert_eq!(tables.len(), 1);
}

#[test]
fn no_heading_ends_a_page() {
    // Whatever lies before, the heading goes with what follows.
    for lines in 0..70 {
        let before = vec!["Line.".to_owned(); lines].join("\n");
        for after in [
            Block::Table(table(9)),
            Block::Text(Tone::Plain, "A sentence. ".repeat(60)),
            Block::List(vec![Entry { text: "An entry".into(), remark: String::new() }]),
        ] {
            let blocks = vec![
                Block::Text(Tone::Plain, before.clone()),
                heading(2, "Section"),
                heading(3, "Part"),
                after,
            ];
            for page in &set(blocks).pages {
                let last = texts(page).pop().map(|(text, _)| text).unwrap_or_default();
                assert!(last != "Section" && last != "Part", "{lines} lines before");
            }
        }
    }
}

#[test]
fn contents_say_the_page_of_each_section() {
    let pages = set(vec![
        heading(1, "Title"),
        Block::Contents("Contents".to_owned()),
        heading(2, "First"),
        Block::Table(table(100)),
        heading(2, "Second"),
    ]);
    let found = pages.bookmarks.iter().map(|mark| (mark.text.as_str(), mark.page + 1));
    let found: Vec<(&str, usize)> = found.collect();
    assert_eq!(found[0], ("First", 1));
    assert!(found[1].0 == "Second" && found[1].1 > 1, "{found:?}");
    let told: Vec<&str> = pages.pages[0]
        .panels
        .iter()
        .flat_map(|panel| &panel.told)
        .map(|told| told.text.as_str())
        .collect();
    let second = format!("Second {}", found[1].1);
    assert_eq!(told[..4], ["Title", "Contents", "First 1", second.as_str()]);
}

fn picture(width: f32, height: f32, turns: bool) -> Block {
    let mut list = DisplayList::new();
    let viewport = Rect::new(0.0, 0.0, width, height);
    list.clip_to(viewport);
    list.rect(viewport, 0.0, None, None);
    Block::Picture(Box::new(DocumentPicture {
        lists: [list].into(),
        viewport,
        ends: (1..=4).map(|at| height / 4.0 * at as f32).collect(),
        turns,
        ..DocumentPicture::default()
    }))
}

#[test]
fn a_large_picture_lies_across_with_its_heading_and_texts_stand() {
    let pages = set(vec![
        heading(1, "Title"),
        Block::Table(table(3)),
        heading(2, "Sheet"),
        Block::Text(Tone::Plain, "A sentence.".to_owned()),
        picture(1200.0, 600.0, true),
        heading(2, "Text"),
        picture(600.0, 300.0, false),
    ])
    .pages;
    let across: Vec<bool> = pages.iter().map(|page| page.size.width > page.size.height).collect();
    assert_eq!(across, [false, true, false]);
    assert_eq!(texts(&pages[1])[0].0, "Sheet");
    assert_eq!(texts(&pages[2])[0].0, "Text");
}

#[test]
fn a_long_picture_goes_on_where_a_row_ends() {
    let pages = set(vec![heading(2, "Sheet"), picture(1250.0, 2800.0, true)]).pages;
    assert!(pages.len() >= 3, "{}", pages.len());
    let mut shown: Vec<Rect> = Vec::new();
    for page in &pages {
        for panel in page.panels.iter().filter(|panel| !is_text(panel)) {
            let corner = panel.at + (panel.viewport.max - panel.viewport.min) * panel.scale;
            let end = Point::new(page.size.width, page.size.height - FOOT_HEIGHT);
            assert!(corner.x <= end.x && corner.y <= end.y, "{corner:?}");
            shown.push(panel.viewport);
        }
    }
    assert!(shown.windows(2).all(|two| (two[0].bottom() - two[1].top()).abs() < 0.1));
    assert!(shown.last().is_some_and(|last| (last.bottom() - 2800.0).abs() < 0.1));
}
