//! From the Markdown of a page to what it is made of.

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::anchor::Anchors;
use super::document::{Block, Column, Document, Goal, Place, Run, Text};
use super::pages::Page;

/// Reads a page; `page` is the one that a link to a heading alone means. Linear in its length.
#[must_use]
pub fn read(page: Page, markdown: &str) -> Document {
    let mut reader = Reader::new(page);
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.end()
}

/// Something that has begun and not ended; what it is made of is collected meanwhile.
enum Open {
    Page(Vec<Block>),
    List { first: Option<u64>, items: Vec<Vec<Block>> },
    Item(Vec<Block>),
    Quote(Vec<Block>),
    Code(String),
    Table { columns: Vec<Column>, rows: Vec<Vec<Text>>, in_head: bool },
}

struct Reader {
    page: Page,
    open: Vec<Open>,
    /// The text that is being read.
    text: Text,
    /// Of which kind its next letters are.
    kind: Run,
    /// The picture whose description is being read, by its name.
    picture: Option<String>,
    alt: String,
    /// Whether a line of the file ended just now, within a text.
    line_ended: bool,
    anchors: Anchors,
    faults: Vec<String>,
}

impl Reader {
    fn new(page: Page) -> Self {
        Self {
            page,
            open: vec![Open::Page(Vec::new())],
            text: Text::default(),
            kind: Run::default(),
            picture: None,
            alt: String::new(),
            line_ended: false,
            anchors: Anchors::default(),
            faults: Vec::new(),
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.finish(tag),
            Event::Text(letters) => self.write(&letters),
            Event::Code(letters) => {
                self.kind.code = true;
                self.write(&letters);
                self.kind.code = false;
            }
            Event::SoftBreak => self.line_ended = true,
            Event::HardBreak => self.write("\n"),
            Event::Rule => self.put(Block::Rule),
            // In a cell, where Markdown has no other way to end a line.
            Event::InlineHtml(html) if matches!(&*html, "<br>" | "<br/>" | "<br />") => {
                self.write("\n");
            }
            Event::InlineHtml(html) if &*html == "<kbd>" => self.kind.code = true,
            Event::InlineHtml(html) if &*html == "</kbd>" => self.kind.code = false,
            // What is only said to those who write the page.
            Event::Html(html) if html.trim_start().starts_with("<!--") => {}
            Event::Html(other) | Event::InlineHtml(other) => {
                self.faults.push(format!("HTML: {}", other.trim()));
            }
            Event::InlineMath(other)
            | Event::DisplayMath(other)
            | Event::FootnoteReference(other) => {
                self.faults.push(format!("mathematics or a footnote: {other}"));
            }
            Event::TaskListMarker(_) => self.faults.push("a list of tasks".to_owned()),
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            // Loose text of an item comes without a paragraph of its own.
            Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock => self.end_text(),
            Tag::List(first) => {
                self.end_text();
                self.open.push(Open::List { first, items: Vec::new() });
            }
            Tag::Item => self.open.push(Open::Item(Vec::new())),
            Tag::BlockQuote(_) => {
                self.end_text();
                self.open.push(Open::Quote(Vec::new()));
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.end_text();
                self.open.push(Open::Code(String::new()));
            }
            Tag::Table(alignments) => {
                let columns = alignments.into_iter().map(|alignment| Column {
                    head: Text::default(),
                    at_right: alignment == Alignment::Right,
                });
                let (columns, rows) = (columns.collect(), Vec::new());
                self.open.push(Open::Table { columns, rows, in_head: true });
            }
            Tag::TableHead => self.text = Text::default(),
            Tag::TableRow => {
                if let Some(Open::Table { rows, .. }) = self.open.last_mut() {
                    rows.push(Vec::new());
                }
            }
            Tag::TableCell => {}
            Tag::Strong => self.kind.strong = true,
            Tag::Emphasis => self.kind.stressed = true,
            Tag::Link { dest_url, .. } => {
                self.kind.goal = goal(self.page, &dest_url);
                if self.kind.goal.is_none() {
                    self.faults.push(format!("a link that leads nowhere: {dest_url}"));
                }
            }
            Tag::Image { dest_url, .. } => {
                let name = dest_url.strip_prefix("pictures/");
                let name = name.and_then(|name| name.strip_suffix(".png"));
                if name.is_none() {
                    self.faults.push(format!("a picture that is no pictures/….png: {dest_url}"));
                }
                self.picture = Some(name.unwrap_or_default().to_owned());
                self.alt.clear();
            }
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => self.faults.push(format!("{tag:?}")),
        }
    }

    fn finish(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.end_text(),
            TagEnd::Heading(level) => {
                let text = self.take_text();
                let anchor = self.anchors.next(&text.plain());
                if self.open.len() > 1 {
                    self.faults.push(format!("a heading within something else: {}", text.plain()));
                }
                self.put(Block::Heading { level: level as u8, text, anchor });
            }
            TagEnd::Item => {
                self.end_text();
                if let Some(Open::Item(blocks)) = self.open.pop()
                    && let Some(Open::List { items, .. }) = self.open.last_mut()
                {
                    items.push(blocks);
                }
            }
            TagEnd::List(_) | TagEnd::BlockQuote(_) | TagEnd::CodeBlock | TagEnd::Table => {
                self.close();
            }
            TagEnd::TableHead => {
                if let Some(Open::Table { in_head, .. }) = self.open.last_mut() {
                    *in_head = false;
                }
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Strong => self.kind.strong = false,
            TagEnd::Emphasis => self.kind.stressed = false,
            TagEnd::Link => self.kind.goal = None,
            TagEnd::Image => {
                if let Some(name) = self.picture.take() {
                    if !self.text.is_blank() {
                        self.faults.push(format!("a picture within a text: {name}"));
                    }
                    self.end_text();
                    let alt = std::mem::take(&mut self.alt);
                    self.put(Block::Picture { name, alt });
                }
            }
            TagEnd::TableRow
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Adds letters to what is being read.
    fn write(&mut self, letters: &str) {
        if self.picture.is_some() {
            self.alt.push_str(letters);
            return;
        }
        if let Some(Open::Code(code)) = self.open.last_mut() {
            code.push_str(letters);
            return;
        }
        if std::mem::take(&mut self.line_ended) {
            let before = self.text.runs.last().and_then(|run| run.letters.chars().next_back());
            let after = letters.chars().next();
            // Chinese is written without spaces: a line of the file ends anywhere.
            if !(before.is_some_and(is_wide) && after.is_some_and(is_wide)) {
                self.append(" ");
            }
        }
        self.append(letters);
    }

    fn append(&mut self, letters: &str) {
        let same_kind = |run: &&mut Run| {
            let Run { strong, stressed, code, goal, .. } = &self.kind;
            (run.strong, run.stressed, run.code, &run.goal) == (*strong, *stressed, *code, goal)
        };
        if let Some(run) = self.text.runs.last_mut().filter(same_kind) {
            run.letters.push_str(letters);
        } else {
            let run = Run { letters: letters.to_owned(), ..self.kind.clone() };
            self.text.runs.push(run);
        }
    }

    fn take_text(&mut self) -> Text {
        self.line_ended = false;
        std::mem::take(&mut self.text)
    }

    /// Makes a paragraph of the text that was read.
    fn end_text(&mut self) {
        let text = self.take_text();
        if !text.is_blank() {
            self.put(Block::Paragraph(text));
        }
    }

    fn end_cell(&mut self) {
        let text = self.take_text();
        let Some(Open::Table { columns, rows, in_head }) = self.open.last_mut() else { return };
        if !*in_head {
            if let Some(row) = rows.last_mut() {
                row.push(text);
            }
            return;
        }
        if let Some(column) = columns.iter_mut().find(|column| column.head == Text::default()) {
            column.head = text;
        }
    }

    /// Ends what was opened last.
    fn close(&mut self) {
        let block = match self.open.pop() {
            Some(Open::List { first, items }) => Block::List { first, items },
            Some(Open::Quote(blocks)) => Block::Quote(blocks),
            Some(Open::Code(code)) => Block::Code(code.trim_end().to_owned()),
            Some(Open::Table { columns, rows, .. }) => Block::Table { columns, rows },
            Some(page @ (Open::Page(_) | Open::Item(_))) => {
                self.open.push(page);
                return;
            }
            None => return,
        };
        self.put(block);
    }

    /// Adds a part to what is open.
    fn put(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(Open::Page(blocks) | Open::Item(blocks) | Open::Quote(blocks)) => {
                blocks.push(block);
            }
            Some(Open::List { .. } | Open::Code(_) | Open::Table { .. }) | None => {
                self.faults.push("something where nothing may stand".to_owned());
            }
        }
    }

    fn end(mut self) -> Document {
        self.end_text();
        let blocks = match self.open.into_iter().next() {
            Some(Open::Page(blocks)) => blocks,
            Some(
                Open::List { .. }
                | Open::Item(_)
                | Open::Quote(_)
                | Open::Code(_)
                | Open::Table { .. },
            )
            | None => Vec::new(),
        };
        Document { blocks, faults: self.faults }
    }
}

/// Where a link leads that stands on a page.
fn goal(page: Page, address: &str) -> Option<Goal> {
    if address.starts_with("https://") {
        return Some(Goal::Web(address.to_owned()));
    }
    let (file, anchor) = match address.split_once('#') {
        Some((file, anchor)) => (file, Some(unescaped(anchor))),
        None => (address, None),
    };
    let page = if file.is_empty() { page } else { Page::named(file.strip_suffix(".md")?)? };
    Some(Goal::Place(Place { page, anchor }))
}

/// An address with its `%…` as the letters that they stand for.
fn unescaped(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = (*first == b'%').then(|| after.get(..2)).flatten();
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether a letter takes the place of two, as Chinese letters and stops do.
fn is_wide(letter: char) -> bool {
    unicode_width::UnicodeWidthChar::width(letter) == Some(2) || "“”‘’…—".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Text {
        Text { runs: vec![Run { letters: text.to_owned(), ..Run::default() }] }
    }

    fn blocks(markdown: &str) -> Vec<Block> {
        let document = read(Page::Start, markdown);
        assert_eq!(document.faults, [""; 0], "{markdown}");
        document.blocks
    }

    #[test]
    fn paragraphs_lists_and_tables_are_read() {
        let item = |text| vec![Block::Paragraph(plain(text))];
        let list = |first, items| Block::List { first, items };
        assert_eq!(
            blocks("# Title\n\nOne\ntwo.\n\n- a\n- b\n\n3. c\n"),
            [
                Block::Heading { level: 1, text: plain("Title"), anchor: "title".to_owned() },
                Block::Paragraph(plain("One two.")),
                list(None, vec![item("a"), item("b")]),
                list(Some(3), vec![item("c")]),
            ]
        );
        let column = |head, at_right| Column { head: plain(head), at_right };
        assert_eq!(
            blocks("| a | b |\n|---|--:|\n| c | 1 |\n"),
            [Block::Table {
                columns: vec![column("a", false), column("b", true)],
                rows: vec![vec![plain("c"), plain("1")]],
            }]
        );
        let inner = vec![Block::Paragraph(plain("a")), list(None, vec![item("b")])];
        assert_eq!(blocks("- a\n  - b\n"), [list(None, vec![inner])]);
        assert_eq!(blocks("```\na\n b\n```\n"), [Block::Code("a\n b".to_owned())]);
        assert_eq!(blocks("> a\n"), [Block::Quote(item("a"))]);
    }

    #[test]
    fn chinese_lines_are_joined_without_a_space() {
        assert_eq!(
            blocks("瓶颈是最忙的\n角色。\nOne\n客户"),
            [Block::Paragraph(plain("瓶颈是最忙的角色。 One 客户"))]
        );
    }

    #[test]
    fn links_lead_to_pages_headings_and_out() {
        let goals = |markdown| {
            let blocks = blocks(markdown);
            let Some(Block::Paragraph(text)) = blocks.first() else { panic!("{blocks:?}") };
            text.runs.iter().filter_map(|run| run.goal.clone()).collect::<Vec<_>>()
        };
        let place = |page, anchor: Option<&str>| {
            Goal::Place(Place { page, anchor: anchor.map(str::to_owned) })
        };
        assert_eq!(
            goals("[a](keys.md) [b](keys.md#on-the-sheet) [c](#here) [d](https://x.y)"),
            [
                place(Page::Keys, None),
                place(Page::Keys, Some("on-the-sheet")),
                place(Page::Start, Some("here")),
                Goal::Web("https://x.y".to_owned()),
            ]
        );
        assert_eq!(goals("[a](keys.md#%E7%94%BB%E5%B8%83)"), [place(Page::Keys, Some("画布"))]);
    }

    #[test]
    fn what_cannot_be_shown_is_a_fault() {
        for markdown in [
            "<b>x</b>",
            "[a](gone.md)",
            "![a](https://x.y/z.png)",
            "x ![a](pictures/a.png)",
            "- # a",
        ] {
            assert!(!read(Page::Start, markdown).faults.is_empty(), "{markdown}");
        }
    }
}
