//! The pages of the language that is on, read once, and what is searched in them.

use crate::guide::{Document, Found, Index, Page, read};
use crate::wording::Language;

/// The pages of a language.
pub(super) struct Library {
    pub language: Language,
    documents: Vec<(Page, Document)>,
    index: Option<Index>,
    /// The last question with its answer.
    answer: (String, Vec<Found>),
}

impl Library {
    /// Reads all pages of a language.
    pub fn of(language: Language) -> Self {
        let read = |page: Page| (page, read(page, page.source(language)));
        let documents = Page::ALL.into_iter().map(read).collect();
        Self { language, documents, index: None, answer: (String::new(), Vec::new()) }
    }

    /// All pages in their order.
    pub fn documents(&self) -> &[(Page, Document)] {
        &self.documents
    }

    /// A page.
    pub fn document(&self, page: Page) -> Option<&Document> {
        let (_, document) = self.documents.iter().find(|(other, _)| *other == page)?;
        Some(document)
    }

    /// Where all words of a question stand.
    pub fn find(&mut self, query: &str) -> &[Found] {
        if self.answer.0 != query {
            let index = self.index.get_or_insert_with(|| Index::of(self.language));
            self.answer = (query.to_owned(), index.find(query));
        }
        &self.answer.1
    }
}
