//! The verdict page as a document and as text.

use super::verdict_page::{BesideFigure, PageRow, VerdictPage};
use crate::drawing::{Document, DocumentBlock, DocumentTable, Mood, RowLook, Tone};
use crate::wording::Wording;

/// A figure with so many characters at most stands in one line.
const MOST_WHOLE: usize = 24;

impl VerdictPage {
    /// The page as a document of one page.
    #[must_use]
    pub fn document(&self, words: &Wording) -> Document {
        let mut blocks = vec![
            DocumentBlock::Heading(1, self.title.clone()),
            DocumentBlock::Text(Tone::Note, self.note.clone()),
            DocumentBlock::Text(Tone::Plain, self.sentences.join("\n")),
            DocumentBlock::Text(Tone::Plain, self.quality_lines().join("\n")),
        ];
        blocks.retain(|block| !matches!(block, DocumentBlock::Text(_, text) if text.is_empty()));
        let heads = ["page-column-row", "page-column-value", "page-column-said"];
        let mut table = DocumentTable::with(heads.map(|key| (words.text(key).to_owned(), false)));
        for row in &self.rows {
            let value = match row.mood {
                Some(mood) => words.with(
                    "page-value",
                    &[("mark", mark(mood).into()), ("value", row.value.as_str().into())],
                ),
                None => row.value.clone(),
            };
            // What is read first is not broken.
            let whole = |text: &str| text.replace(' ', "\u{a0}");
            let cells = vec![
                row.subject.title(words).to_owned(),
                if value.chars().count() <= MOST_WHOLE { whole(&value) } else { value },
                row.told(words),
            ];
            table.row(RowLook::Plain, cells);
        }
        blocks.push(DocumentBlock::Table(table));
        Document { title: self.title.clone(), language: words.language().code(), blocks }
    }

    /// The service in four lines, for a message: what it is, the facts, whether it copes, what a visit takes.
    #[must_use]
    pub fn summary(&self) -> String {
        let head = [&self.title, &self.note].into_iter();
        let lines: Vec<&str> =
            head.chain(self.sentences.iter().take(2)).map(String::as_str).collect();
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<&str>>().join("\n")
    }

    /// The page as text.
    #[must_use]
    pub fn text(&self, words: &Wording) -> String {
        let head = [self.title.clone(), self.note.clone()].into_iter();
        let dash = words.text("no-figure");
        let rows = self.rows.iter().map(|row| {
            let (name, said) = (row.subject.title(words), row.told(words));
            if row.value == dash {
                return words
                    .with("page-line-plain", &[("name", name.into()), ("said", said.into())]);
            }
            let value = row.value.as_str();
            let arguments = [("name", name.into()), ("value", value.into()), ("said", said.into())];
            words.with("page-line", &arguments)
        });
        let sentences = self.sentences.iter().cloned().chain(self.quality_lines());
        let lines: Vec<String> = head.chain(sentences).chain(rows).collect();
        lines.join("\n")
    }

    /// The verdict on the quality.
    fn quality_lines(&self) -> Vec<String> {
        self.quality.iter().map(|(said, _)| said.clone()).collect()
    }
}

impl PageRow {
    /// What there is to say, with the figure of the other scenario.
    #[must_use]
    pub fn told(&self, words: &Wording) -> String {
        let Some(BesideFigure { scenario, value, unknown }) = &self.beside else {
            return self.said.clone();
        };
        let whole = |text: &str| {
            if text.is_empty() || text.ends_with(['.', '。']) {
                return text.to_owned();
            }
            words.with("report-sentence", &[("text", text.into())])
        };
        let both = |first: String, rest: String| {
            if first.is_empty() || rest.is_empty() {
                return first + &rest;
            }
            words.with("report-sentences", &[("first", first.into()), ("rest", rest.into())])
        };
        let name = scenario.as_str();
        let beside = match unknown {
            Some(why) => {
                both(words.with("page-row-beside-unknown", &[("name", name.into())]), whole(why))
            }
            None => words.with(
                "page-row-beside",
                &[("name", name.into()), ("value", value.as_str().into())],
            ),
        };
        both(whole(&self.said), beside)
    }
}

/// A mark of its own shape for each mood, which can be told apart in grey.
#[must_use]
fn mark(mood: Mood) -> &'static str {
    match mood {
        Mood::Good => "●",
        Mood::Warning => "▲",
        Mood::Bad => "■",
        Mood::Unknown => "○",
    }
}
