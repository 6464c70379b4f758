//! Words put together: a name with its value, lists, and facts in a row. Everything that joins
//! finished texts does it here, so that a language has its own marks between them.

use std::borrow::Borrow;

use super::language::Language;
use super::texts::Wording;

impl Wording {
    /// A name and what belongs to it: `Price: $5`.
    #[must_use]
    pub fn labelled(&self, label: &str, value: &str) -> String {
        self.with("label-value", &[("label", label.into()), ("value", value.into())])
    }

    /// Names in a row: `Check, Photo and Pay`; past `most` of them the rest is counted.
    #[must_use]
    pub fn list(&self, names: &[&str], most: usize) -> String {
        match names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            _ if names.len() > most.max(1) => {
                let (shown, rest) = names.split_at(most.max(1));
                let first = self.enumerate(shown);
                let count = rest.len().into();
                self.with("list-others", &[("first", first.into()), ("count", count)])
            }
            [shown @ .., last] => {
                let (mut first, mut last) = (self.enumerate(shown), (*last).to_owned());
                if self.language() == Language::Chinese {
                    // Letters that are not Chinese stand free of those that are.
                    let is_foreign = |c: char| c.is_ascii_graphic();
                    if first.ends_with(is_foreign) {
                        first.push(' ');
                    }
                    if last.starts_with(is_foreign) {
                        last.insert(0, ' ');
                    }
                }
                self.with("list-two", &[("first", first.into()), ("last", last.into())])
            }
        }
    }

    /// Names with a separator and no "and".
    #[must_use]
    pub fn enumerate(&self, names: &[&str]) -> String {
        let Some((last, before)) = names.split_last() else { return String::new() };
        before.iter().rev().fold((*last).to_owned(), |rest, first| {
            self.with("list-more", &[("first", (*first).into()), ("rest", rest.into())])
        })
    }

    /// Names of which one is meant: `en or zh`.
    #[must_use]
    pub fn either(&self, names: &[&str]) -> String {
        let Some((last, before)) = names.split_last() else { return String::new() };
        if before.is_empty() {
            return (*last).to_owned();
        }
        let first = self.enumerate(before);
        self.with("list-either", &[("first", first.into()), ("last", (*last).into())])
    }

    /// Clauses said one after the other, as to a screen reader: `Eye test, 40 s, load 90 %`.
    #[must_use]
    pub fn clauses<T: Borrow<str>>(&self, clauses: &[T]) -> String {
        clauses.join(self.text("list-clauses"))
    }

    /// Short facts beside each other in a line that is seen at a glance: `15 s · 2 places`.
    #[must_use]
    pub fn facts<T: Borrow<str>>(&self, facts: &[T]) -> String {
        facts.join(self.text("list-facts"))
    }

    /// What is said, and the sentence that says why.
    #[must_use]
    pub fn said_why(&self, said: &str, why: &str) -> String {
        self.with("said-why", &[("said", said.into()), ("why", why.into())])
    }
}

#[cfg(test)]
mod tests {
    use crate::wording::{Language, Wording};

    #[test]
    fn each_language_joins_with_its_own_marks() {
        let parts = ["A", "B", "C"];
        let english = Wording::new(Language::English);
        let chinese = Wording::new(Language::Chinese);
        for (words, list, enumerated, clauses, labelled, why) in [
            (&english, "A, B and C", "A, B, C", "A, B, C", "A: B", "A. B"),
            (&chinese, "A、B和C", "A、B、C", "A，B，C", "A：B", "A。B"),
        ] {
            assert_eq!(words.list(&parts, 3).replace(' ', ""), list.replace(' ', ""));
            assert_eq!(words.enumerate(&parts), enumerated);
            assert_eq!(words.clauses(&parts), clauses);
            assert_eq!(words.labelled("A", "B"), labelled);
            assert_eq!(words.said_why("A", "B"), why);
            assert_eq!(words.facts(&parts), "A · B · C");
        }
        assert_eq!(chinese.list(&[".svg", ".xlsx"], 2), ".svg 和 .xlsx");
        assert_eq!(chinese.list(&["护士", "B 岗"], 2), "护士和 B 岗");
        assert_eq!(chinese.list(&["护士", "医生"], 2), "护士和医生");
        assert_eq!(english.list(&parts, 1), "A and 2 more");
        assert_eq!(english.list(&[], 1), "");
        assert_eq!(english.either(&parts), "A, B or C");
        assert_eq!(chinese.either(&["en", "zh"]), "en 或 zh");
        assert_eq!(english.either(&["A"]), "A");
    }
}
