//! The pages of the language that is on, read once, and what is searched in them.

use crate::guide::{Document, Found, Index, Page, read};
use crate::wording::Language;

/// A language, and the pages that answer a question in it with their titles in the one that is on.
pub(super) type Elsewhere = (Language, Vec<(Page, String)>);

/// How many pages of another language are offered.
const MOST_ELSEWHERE: usize = 6;

/// The pages of a language.
pub(super) struct Library {
    pub language: Language,
    documents: Vec<(Page, Document)>,
    index: Option<Index>,
    /// The last question with its answer.
    answer: (String, Vec<Found>),
    /// The last question that was asked of the other languages, with the pages that answer it.
    elsewhere: (String, Vec<Elsewhere>),
}

impl Library {
    /// Reads all pages of a language.
    pub fn of(language: Language) -> Self {
        let read = |page: Page| (page, read(page, page.source(language)));
        let documents = Page::ALL.into_iter().map(read).collect();
        Self {
            language,
            documents,
            index: None,
            answer: (String::new(), Vec::new()),
            elsewhere: (String::new(), Vec::new()),
        }
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

    /// The pages on which all words of a question stand in another language, best first, with their
    /// titles in this one.
    pub fn find_elsewhere(&mut self, query: &str) -> &[Elsewhere] {
        if self.elsewhere.0 != query {
            let others = Language::ALL.into_iter().filter(|other| *other != self.language);
            let answers = others.filter_map(|language| {
                let mut pages: Vec<Page> = Vec::new();
                for hit in Index::of(language).find(query) {
                    if !pages.contains(&hit.place.page) {
                        pages.push(hit.place.page);
                    }
                }
                let title = |page: Page| Some((page, self.document(page)?.title()));
                let titled: Vec<_> =
                    pages.into_iter().take(MOST_ELSEWHERE).filter_map(title).collect();
                (!titled.is_empty()).then_some((language, titled))
            });
            self.elsewhere = (query.to_owned(), answers.collect());
        }
        &self.elsewhere.1
    }
}
