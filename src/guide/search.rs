//! Where in the guide words stand.

use crate::wording::Language;

use super::document::{Block, Place, Text};
use super::pages::Page;
use super::reading::read;

/// How many letters a snippet shows before the first word, and in all.
const BEFORE: usize = 24;
const SNIPPET: usize = 110;

/// A heading with what stands below it up to the next one.
struct Section {
    place: Place,
    /// The title of the page.
    title: String,
    heading: String,
    text: String,
    /// Heading and text as they are compared.
    heading_folded: String,
    text_folded: String,
    title_folded: String,
}

/// All sections of a language, to be searched.
pub struct Index {
    sections: Vec<Section>,
}

/// A section in which all words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub place: Place,
    /// The title of its page.
    pub title: String,
    /// Its heading.
    pub heading: String,
    /// Some of its text, around the first of the words.
    pub snippet: String,
}

impl Index {
    /// Reads all pages of a language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let sections = Page::ALL.into_iter().flat_map(|page| sections(page, page.source(language)));
        Self { sections: sections.collect() }
    }

    /// The sections in which each word of `query` stands, in whatever case: those whose headings say
    /// them first, then those of pages whose titles do, else in the order of the guide. A word may be
    /// a part of one, as Chinese does not set words apart. Nothing for a blank query. Linear in the
    /// length of the guide for each word.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<Found> {
        let words: Vec<String> = query.split_whitespace().map(folded).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(usize, &Section)> = self
            .sections
            .iter()
            .filter_map(|section| Some((section.rank(&words)?, section)))
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, section)| section.found(&words)).collect()
    }
}

impl Section {
    /// How far the words are from its heading, summed up; none if one of them is missing.
    fn rank(&self, words: &[String]) -> Option<usize> {
        words
            .iter()
            .map(|word| {
                let places = [&self.heading_folded, &self.title_folded, &self.text_folded];
                places.iter().position(|place| place.contains(word.as_str()))
            })
            .sum()
    }

    fn found(&self, words: &[String]) -> Found {
        let first = words.iter().filter_map(|word| self.text_folded.find(word.as_str())).min();
        // The folded text has as many letters as the text.
        let first = first
            .map_or(0, |at| self.text_folded.get(..at).map_or(0, |before| before.chars().count()));
        Found {
            place: self.place.clone(),
            title: self.title.clone(),
            heading: self.heading.clone(),
            snippet: snippet(&self.text, first),
        }
    }
}

/// A part of a text around its letter number `at`, begun with a word where words are set apart.
fn snippet(text: &str, at: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut from = at.saturating_sub(BEFORE);
    if from > 0 {
        let space = letters.get(from..at).unwrap_or_default().iter().position(|c| *c == ' ');
        from += space.map_or(0, |space| space + 1);
    }
    let to = (from + SNIPPET).min(letters.len());
    let part: String = letters.get(from..to).unwrap_or_default().iter().collect();
    let (before, after) =
        (if from > 0 { "… " } else { "" }, if to < letters.len() { " …" } else { "" });
    format!("{before}{}{after}", part.trim())
}

/// A text as it is compared: in small letters, as many as it has.
fn folded(text: &str) -> String {
    text.chars().map(|letter| letter.to_lowercase().next().unwrap_or(letter)).collect()
}

/// The sections of a page.
fn sections(page: Page, markdown: &str) -> Vec<Section> {
    let document = read(page, markdown);
    let title = document.title();
    let mut sections: Vec<(Place, String, String)> = Vec::new();
    for block in &document.blocks {
        if let Block::Heading { level, text, anchor } = block {
            // The title stands for the page as a whole.
            let anchor = (*level > 1).then(|| anchor.clone());
            sections.push((Place { page, anchor }, text.plain(), String::new()));
        } else if let Some((_, _, text)) = sections.last_mut() {
            write(block, text);
        }
    }
    sections
        .into_iter()
        .map(|(place, heading, text)| Section {
            place,
            heading_folded: folded(&heading),
            text_folded: folded(&text),
            title_folded: folded(&title),
            title: title.clone(),
            heading,
            text,
        })
        .collect()
}

/// Adds what a part of a page says to a text.
fn write(block: &Block, into: &mut String) {
    let mut add = |text: &Text| {
        let plain = text.plain();
        let plain = plain.split_whitespace();
        for word in plain {
            if !into.is_empty() {
                into.push(' ');
            }
            into.push_str(word);
        }
    };
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => add(text),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| write(block, into)),
        Block::Quote(blocks) => blocks.iter().for_each(|block| write(block, into)),
        Block::Code(code) => {
            into.push(' ');
            into.push_str(&code.replace('\n', " "));
        }
        Block::Table { columns, rows } => {
            columns.iter().map(|column| &column.head).for_each(&mut add);
            rows.iter().flatten().for_each(&mut add);
        }
        Block::Picture { alt, .. } => {
            into.push(' ');
            into.push_str(alt);
        }
        Block::Rule => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(pages: &[(Page, &str)]) -> Index {
        let sections = pages.iter().flat_map(|(page, markdown)| sections(*page, markdown));
        Index { sections: sections.collect() }
    }

    fn headings(index: &Index, query: &str) -> Vec<String> {
        index.find(query).into_iter().map(|found| found.heading).collect()
    }

    #[test]
    fn all_words_must_stand_in_a_section_and_headings_come_first() {
        let index = index(&[
            (Page::Start, "# Start\n\nThe bottleneck is busy.\n\n## Waiting\n\nAt the Bottleneck."),
            (Page::Keys, "# Keys\n\n## The bottleneck\n\nNothing."),
        ]);
        assert_eq!(headings(&index, "BOTTLENECK"), ["The bottleneck", "Start", "Waiting"]);
        assert_eq!(headings(&index, "wait bottle"), ["Waiting"]);
        assert_eq!(headings(&index, "wait nothing"), [""; 0]);
        assert_eq!(headings(&index, "  "), [""; 0]);
        let waiting = &index.find("at bottleneck")[0].place;
        assert_eq!(waiting.anchor.as_deref(), Some("waiting"));
    }

    #[test]
    fn chinese_is_found_within_a_line() {
        let index = index(&[(Page::Start, "# 开始\n\n瓶颈是最忙的角色。")]);
        let found = index.find("最忙");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].snippet, "瓶颈是最忙的角色。");
    }

    #[test]
    fn a_snippet_shows_the_word_with_what_is_around_it() {
        let text = format!("{} needle {}", "before ".repeat(20), "after ".repeat(30));
        let index = index(&[(Page::Start, &format!("# Start\n\n{text}"))]);
        let snippet = &index.find("needle")[0].snippet;
        assert!(snippet.starts_with("… before") && snippet.contains(" needle after"), "{snippet}");
        assert!(snippet.ends_with(" …") && snippet.chars().count() < SNIPPET + 6, "{snippet}");
    }
}
