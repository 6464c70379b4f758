//! What a document is made of.

use std::sync::Arc;

use super::super::display_list::DisplayList;
use super::super::pages::Told;
use super::super::space::Rect;
use super::super::svg::Titles;

/// A text in sections, with tables and pictures.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What it is about, in a few words; never blank.
    pub title: String,
    /// The language of its texts, as a tag: `en`, `zh-Hans`.
    pub language: &'static str,
    /// What it holds, in the order of reading. Exactly one heading has level 1.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading of level 1, 2 or 3.
    Heading(u8, String),
    /// A paragraph.
    Text(Tone, String),
    /// A few numbers that matter most.
    Figures(KeyFigures),
    /// A table.
    Table(DocumentTable),
    /// Things one below the other.
    List(Vec<Entry>),
    /// A picture.
    Picture(Box<DocumentPicture>),
    /// The headings of level 2, with their pages where there are pages. The text says what it is.
    Contents(String),
    /// What follows begins on a page of its own.
    PageBreak,
}

/// How a paragraph is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What matters most, and whether it is good news.
    Verdict(Mood),
    /// As usual.
    Plain,
    /// Beside the point.
    Note,
}

/// Whether something is good news. Words always say it as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// It is.
    Good,
    /// It may not stay so.
    Warning,
    /// It is not.
    Bad,
    /// Nobody knows.
    Unknown,
}

/// A few numbers that matter most.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyFigures {
    /// What the name, the number and the remark of each are called.
    pub head: [String; 3],
    /// The numbers.
    pub figures: Vec<KeyFigure>,
}

/// A number that matters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyFigure {
    /// What it is called.
    pub name: String,
    /// The number with its unit.
    pub value: String,
    /// How far it can be trusted, or what it lacks.
    pub remark: String,
}

/// A table whose first column says what each row is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentTable {
    /// The columns.
    pub columns: Vec<DocumentColumn>,
    /// The rows, each as long as the columns, but for those that head a group.
    pub rows: Vec<DocumentRow>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentColumn {
    /// What it is called.
    pub head: String,
    /// Whether it holds numbers, which are set to the right.
    pub numbers: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentRow {
    /// Its cells.
    pub cells: Vec<String>,
    /// How it stands out.
    pub look: RowLook,
}

/// How a row stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowLook {
    /// It does not.
    #[default]
    Plain,
    /// It is what limits; a cell says so in words.
    Limit,
    /// Its one cell is a heading for the rows below.
    Group,
}

/// A thing of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// What it is.
    pub text: String,
    /// What else is to be said of it; may be blank.
    pub remark: String,
}

/// A picture of a document.
#[derive(Clone, Debug, Default)]
pub struct DocumentPicture {
    /// What its file is called after the document's name, where it is a file of its own: `-load`; blank
    /// for the first of all.
    pub name: &'static str,
    /// What it is.
    pub title: String,
    /// What there is to see in it, in a sentence.
    pub description: String,
    /// Its shapes, list over list.
    pub lists: Arc<[DisplayList]>,
    /// The part of the plane that is shown, in points.
    pub viewport: Rect,
    /// Levels at which it can be cut, where it is too long for a page.
    pub ends: Vec<f32>,
    /// What is read out of it, in the order of reading; without any it is told as a whole, by its
    /// description.
    pub told: Vec<Told>,
    /// What its lists say of their subjects.
    pub titles: Titles,
    /// Whether it is so large that it may take pages that lie across.
    pub turns: bool,
}

impl DocumentTable {
    /// A table with columns called so; those with `true` hold numbers.
    #[must_use]
    pub fn with(columns: impl IntoIterator<Item = (String, bool)>) -> Self {
        let columns = columns.into_iter();
        let columns = columns.map(|(head, numbers)| DocumentColumn { head, numbers }).collect();
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, look: RowLook, cells: Vec<String>) {
        self.rows.push(DocumentRow { cells, look });
    }
}

impl KeyFigures {
    /// The same as a table.
    #[must_use]
    pub fn as_table(&self) -> DocumentTable {
        let [name, value, remark] = self.head.clone();
        let mut table = DocumentTable::with([(name, false), (value, true), (remark, false)]);
        for figure in &self.figures {
            let KeyFigure { name, value, remark } = figure.clone();
            table.row(RowLook::Plain, vec![name, value, remark]);
        }
        table
    }
}

impl Document {
    /// All texts that are read, in their order; those of pictures apart.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Heading(_, text) | Block::Text(_, text) | Block::Contents(text) => {
                    texts.push(text);
                }
                Block::Figures(figures) => {
                    for KeyFigure { name, value, remark } in &figures.figures {
                        texts.extend([name.as_str(), value, remark]);
                    }
                }
                Block::Table(table) => {
                    texts.extend(table.columns.iter().map(|column| column.head.as_str()));
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    texts.extend(cells.map(String::as_str));
                }
                Block::List(entries) => {
                    for Entry { text, remark } in entries {
                        texts.extend([text.as_str(), remark]);
                    }
                }
                Block::Picture(_) | Block::PageBreak => {}
            }
        }
        texts.retain(|text| !text.is_empty());
        texts
    }

    /// The headings of level 2, each with its number among all headings.
    pub fn sections(&self) -> impl Iterator<Item = (usize, &str)> {
        let headings = self.blocks.iter().filter_map(|block| match block {
            Block::Heading(level, text) => Some((*level, text.as_str())),
            _ => None,
        });
        headings.enumerate().filter(|(_, (level, _))| *level == 2).map(|(at, (_, text))| (at, text))
    }
}
