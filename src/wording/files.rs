//! Why a file could not be opened or saved, in words.

use std::path::Path;

use super::texts::Wording;
use crate::blueprint::PartsError;
use crate::storage::{
    DecodeError, DecodeProblem, Expected, FileProblem, OpenError, OpenProblem, Owner, SaveError,
    Sort,
};

/// Bytes in a megabyte.
const MEGABYTE: u64 = 1024 * 1024;

impl Wording {
    /// Why a file could not be opened, with its name and the place of the mistake.
    #[must_use]
    pub fn open_error(&self, error: &OpenError) -> String {
        let reason = match &error.problem {
            OpenProblem::File(problem) => self.file_problem(problem),
            OpenProblem::Decode(error) => self.decode_error(error),
        };
        self.at_file(&error.path, &reason)
    }

    /// Why a file could not be saved, with its name.
    #[must_use]
    pub fn save_error(&self, error: &SaveError) -> String {
        self.at_file(&error.path, &self.file_problem(&error.problem))
    }

    /// A reason behind the name of the file.
    #[must_use]
    pub fn at_file(&self, path: &Path, reason: &str) -> String {
        let file = path.display().to_string();
        self.with("file-at", &[("file", file.into()), ("reason", reason.into())])
    }

    /// What the disk has against a file.
    #[must_use]
    pub fn file_problem(&self, problem: &FileProblem) -> String {
        let plain = match problem {
            FileProblem::NotFound => "file-not-found",
            FileProblem::FolderMissing => "file-folder-missing",
            FileProblem::IsFolder => "file-is-folder",
            FileProblem::NotAFile => "file-not-a-file",
            FileProblem::NotAllowed => "file-not-allowed",
            FileProblem::ReadOnly => "file-read-only",
            FileProblem::DiskFull => "file-disk-full",
            FileProblem::TooLarge { most, .. } => {
                return self.with("file-too-large", &[("most", (most / MEGABYTE).into())]);
            }
            FileProblem::Other(reason) => {
                return self.with("file-other", &[("reason", reason.as_str().into())]);
            }
        };
        self.text(plain).to_owned()
    }

    /// Why a text is no blueprint, with the line, the column and the step or role it belongs to.
    #[must_use]
    pub fn decode_error(&self, error: &DecodeError) -> String {
        let mut reason = self.decode_problem(&error.problem);
        if let Some(owner) = error.owner.as_ref().and_then(|owner| self.owner(owner)) {
            reason = self.with("file-of", &[("reason", reason.into()), ("owner", owner.into())]);
        }
        let Some(at) = error.position else { return reason };
        self.with(
            "file-line",
            &[("line", at.line.into()), ("column", at.column.into()), ("reason", reason.into())],
        )
    }

    fn owner(&self, owner: &Owner) -> Option<String> {
        let number = || owner.number.map(|number| number.to_string());
        let name = owner.name.clone().filter(|name| !name.is_empty()).or_else(number)?;
        let key = match owner.sort {
            Sort::Scenario => "sort-scenario",
            Sort::Lane => "sort-lane",
            Sort::Phase => "sort-phase",
            Sort::Role => "sort-role",
            Sort::Element => "sort-element",
            Sort::Step => "sort-step",
            Sort::Link => "sort-link",
        };
        Some(self.with(key, &[("name", name.into())]))
    }

    fn decode_problem(&self, problem: &DecodeProblem) -> String {
        match problem {
            DecodeProblem::NotUtf8 => self.text("decode-not-utf8").to_owned(),
            DecodeProblem::Syntax(expected) => {
                self.with("expected", &[("what", self.expected(expected).into())])
            }
            DecodeProblem::Value { found, refusal } => {
                let reason = self.refusal(*refusal);
                self.with(
                    "decode-value",
                    &[("found", found.as_str().into()), ("reason", reason.into())],
                )
            }
            DecodeProblem::FieldMissing { field } => {
                self.with("decode-field-missing", &[("field", (*field).into())])
            }
            DecodeProblem::Parts(error) => self.parts_error(error),
            DecodeProblem::NewerVersion { version, known } => self.with(
                "decode-newer",
                &[("version", (*version).into()), ("known", (*known).into())],
            ),
        }
    }

    fn parts_error(&self, error: &PartsError) -> String {
        match error {
            PartsError::DuplicateId { sort, number } => self.with(
                "decode-duplicate",
                &[("sort", (*sort).into()), ("number", (*number).into())],
            ),
            PartsError::Dangling { place, sort, number } => self.with(
                "decode-dangling",
                &[
                    ("place", place.as_str().into()),
                    ("sort", (*sort).into()),
                    ("number", (*number).into()),
                ],
            ),
            PartsError::Nameless { sort, number } => self
                .with("decode-nameless", &[("sort", (*sort).into()), ("number", (*number).into())]),
            PartsError::BadLink { number, refusal } => {
                let reason = self.refusal(*refusal);
                self.with(
                    "decode-bad-link",
                    &[("number", (*number).into()), ("reason", reason.into())],
                )
            }
            PartsError::StandsInForItself { number } => {
                self.with("decode-stands-in-for-itself", &[("number", (*number).into())])
            }
            PartsError::EmptyNeed { number } => {
                self.with("decode-empty-need", &[("number", (*number).into())])
            }
        }
    }

    fn expected(&self, expected: &Expected) -> String {
        let plain = match expected {
            Expected::Number => "expected-number",
            Expected::Text => "expected-text",
            Expected::TextOrNumber => "expected-text-or-number",
            Expected::Pair => "expected-pair",
            Expected::YesOrNo => "expected-yes-or-no",
            Expected::List => "expected-list",
            Expected::ListEnd => "expected-list-end",
            Expected::Group => "expected-group",
            Expected::GroupEnd => "expected-group-end",
            Expected::Comma => "expected-comma",
            Expected::Colon => "expected-colon",
            Expected::FieldName => "expected-field-name",
            Expected::More => "expected-more",
            Expected::End => "expected-end",
            Expected::CommentEnd => "expected-comment-end",
            Expected::Shallower => "expected-shallower",
            Expected::OneOf { words, found } => {
                let words = words.join(", ");
                return self.with(
                    "expected-one-of",
                    &[("words", words.into()), ("found", found.as_str().into())],
                );
            }
            Expected::OnlyOnce { field } => {
                return self.with("expected-only-once", &[("field", field.as_str().into())]);
            }
            Expected::Other(reason) => {
                return self.with("expected-other", &[("reason", reason.as_str().into())]);
            }
        };
        self.text(plain).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::decode;
    use crate::wording::Language;

    #[test]
    fn a_damaged_file_names_the_place_and_what_was_expected() {
        let english = Wording::new(Language::English);
        let says = |text: &str| english.decode_error(&decode(text).unwrap_err());
        let words = says("(version: 1, scenarios: 5)");
        assert!(words.starts_with("line 1, column "), "{words}");
        assert!(words.contains("expected a list that begins with ["), "{words}");
        assert!(says("(version: 99, scenarios: 5)").contains("99"));
    }

    #[test]
    fn every_trouble_of_the_disk_has_words() {
        for language in Language::ALL {
            let wording = Wording::new(language);
            for problem in [
                FileProblem::NotFound,
                FileProblem::FolderMissing,
                FileProblem::IsFolder,
                FileProblem::NotAFile,
                FileProblem::NotAllowed,
                FileProblem::ReadOnly,
                FileProblem::DiskFull,
                FileProblem::TooLarge { size: 1 << 30, most: 64 << 20 },
                FileProblem::Other("odd".to_owned()),
            ] {
                let words = wording.file_problem(&problem);
                assert!(!words.contains("file-") && !words.contains(['{', '$']), "{words}");
            }
        }
    }
}
