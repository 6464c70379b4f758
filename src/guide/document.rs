//! What a page of the guide is made of, without any look.

use super::pages::Page;

/// A page, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What it consists of, from top to bottom.
    pub blocks: Vec<Block>,
    /// What of its Markdown cannot be shown, in words for whoever writes it. Blank in a page that is
    /// as it should be.
    pub faults: Vec<String>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; the title of the page is of level 1.
    Heading {
        /// From 1 to 6.
        level: u8,
        /// What it says.
        text: Text,
        /// By which name a link leads to it.
        anchor: String,
    },
    /// Lines of text.
    Paragraph(Text),
    /// Several things, one below the other.
    List {
        /// The number of the first one, where they are numbered.
        first: Option<u64>,
        /// Each with what it consists of.
        items: Vec<Vec<Block>>,
    },
    /// Something said by the way.
    Quote(Vec<Block>),
    /// Lines as they are typed.
    Code(String),
    /// A table.
    Table {
        /// Its columns with their heads.
        columns: Vec<Column>,
        /// The cells below, one for each column.
        rows: Vec<Vec<Text>>,
    },
    /// A picture.
    Picture {
        /// The name of its file, without the ending.
        name: String,
        /// What it shows, for those who do not see it.
        alt: String,
    },
    /// A line across the page.
    Rule,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: Text,
    /// Whether its cells are set at the right, as numbers are.
    pub at_right: bool,
}

/// Letters with what is particular about some of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// The letters in runs of the same kind.
    pub runs: Vec<Run>,
}

/// Letters of the same kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// The letters.
    pub letters: String,
    /// Whether they matter more than those around them.
    pub strong: bool,
    /// Whether they are stressed.
    pub stressed: bool,
    /// Whether they are typed so: a key, a name of a file, a command.
    pub code: bool,
    /// Where a click on them leads.
    pub goal: Option<Goal>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Within the guide.
    Place(Place),
    /// Out into the world: an address that a browser opens.
    Web(String),
}

/// A place in the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The page.
    pub page: Page,
    /// The name of the heading; the beginning of the page without one.
    pub anchor: Option<String>,
}

impl From<Page> for Place {
    fn from(page: Page) -> Self {
        Self { page, anchor: None }
    }
}

impl Text {
    /// The letters alone.
    #[must_use]
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.letters.as_str()).collect()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.letters.trim().is_empty())
    }
}

impl Document {
    /// Its title: its first heading.
    #[must_use]
    pub fn title(&self) -> String {
        self.headings().next().map(|(_, text, _)| text.plain()).unwrap_or_default()
    }

    /// The name of the heading over the table that has a cell with these letters alone; `None` where
    /// none has. Linear in the length of the page.
    #[must_use]
    pub fn heading_over(&self, cell: &str) -> Option<&str> {
        let mut last = None;
        for block in &self.blocks {
            match block {
                Block::Heading { anchor, .. } => last = Some(anchor.as_str()),
                Block::Table { rows, .. }
                    if rows.iter().flatten().any(|text| text.plain() == cell) =>
                {
                    return last;
                }
                _ => {}
            }
        }
        None
    }

    /// Its headings with level and name, in their order. Headings stand nowhere but at the top level.
    pub fn headings(&self) -> impl Iterator<Item = (u8, &Text, &str)> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Heading { level, text, anchor } => Some((*level, text, anchor.as_str())),
            Block::Paragraph(_)
            | Block::List { .. }
            | Block::Quote(_)
            | Block::Code(_)
            | Block::Table { .. }
            | Block::Picture { .. }
            | Block::Rule => None,
        })
    }
}
