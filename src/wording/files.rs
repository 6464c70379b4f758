//! Why a file could not be opened or saved, in words.

use std::path::Path;

use super::texts::Wording;
use crate::blueprint::{PartsError, Refusal};
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
            FileProblem::NoNewFiles => "file-no-new-files",
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
        let by = error.owner.as_ref();
        let mut reason = self.decode_problem(&error.problem, by);
        // Some reasons begin with what they are about.
        let is_named = matches!(
            &*error.problem,
            DecodeProblem::Parts(
                PartsError::Dangling { .. }
                    | PartsError::BadLink { .. }
                    | PartsError::StandsInForItself { .. }
                    | PartsError::WaitsForItself { .. }
                    | PartsError::EmptyNeed { .. }
            )
        );
        if let Some(owner) = by.filter(|_| !is_named).and_then(|owner| self.owner(owner)) {
            let owner = owner.trim_end();
            reason = self.with("file-of", &[("reason", reason.into()), ("owner", owner.into())]);
        }
        let Some(at) = error.position else { return reason };
        if matches!(&*error.problem, DecodeProblem::Syntax(Expected::More)) {
            // Where it breaks off is all there is to say.
            let place = [("line", at.line.into()), ("column", at.column.into())];
            return self.with("file-breaks-off", &place);
        }
        self.with(
            "file-line",
            &[("line", at.line.into()), ("column", at.column.into()), ("reason", reason.into())],
        )
    }

    fn owner(&self, owner: &Owner) -> Option<String> {
        let named = owner.name.as_deref().filter(|name| !name.trim().is_empty());
        match (named, owner.number) {
            (Some(name), _) => {
                let name = self.with("quoted-name", &[("name", name.into())]);
                Some(self.with(sort_key(owner.sort), &[("name", name.into())]))
            }
            (None, Some(number)) => Some(self.numbered(owner.sort, number)),
            (None, None) => None,
        }
    }

    /// A thing that is known by its number alone.
    fn numbered(&self, sort: Sort, number: u32) -> String {
        // As text, so that no thousands are marked.
        let number = self.with("bare-number", &[("number", number.to_string().into())]);
        self.with(sort_key(sort), &[("name", number.into())])
    }

    /// A thing of a number, by its name if it is the one that the mistake belongs to.
    fn thing(&self, sort: Sort, number: u32, owner: Option<&Owner>) -> String {
        let owner = owner.filter(|owner| owner.sort == sort);
        let same = owner.filter(|owner| owner.number.is_none_or(|own| own == number));
        same.and_then(|owner| self.owner(owner)).unwrap_or_else(|| self.numbered(sort, number))
    }

    fn decode_problem(&self, problem: &DecodeProblem, owner: Option<&Owner>) -> String {
        match problem {
            DecodeProblem::NotUtf8 => self.text("decode-not-utf8").to_owned(),
            DecodeProblem::Syntax(expected) => {
                self.with("expected", &[("what", self.expected(expected).into())])
            }
            DecodeProblem::Value {
                refusal: Refusal::HoursUnlikeRates { intervals, rates },
                ..
            } => {
                let [intervals, rates] = [*intervals, *rates].map(|count| (count as f64).into());
                self.with(
                    "decode-hours-unlike-rates",
                    &[("intervals", intervals), ("rates", rates)],
                )
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
            DecodeProblem::Parts(error) => self.parts_error(error, owner),
            DecodeProblem::NewerVersion { version, known } => self.with(
                "decode-newer",
                &[("version", (*version).into()), ("known", (*known).into())],
            ),
        }
    }

    fn parts_error(&self, error: &PartsError, owner: Option<&Owner>) -> String {
        match error {
            PartsError::DuplicateId { sort, number } => {
                let sort = self.text(sorts_key(sort));
                let arguments = [("sort", sort.into()), ("number", number.to_string().into())];
                self.with("decode-duplicate", &arguments)
            }
            PartsError::Dangling { sort, number, place: _ } => {
                let by = owner.and_then(|owner| self.owner(owner));
                let by = by.unwrap_or_else(|| self.text("decode-something").to_owned());
                self.dangling(by, sort, *number)
            }
            PartsError::DanglingInSection { section, sort, number } => {
                let by = match *section {
                    "redesign" => self.text("decode-redesign"),
                    "quality" => self.text("decode-quality"),
                    "plan" => self.text("decode-plan"),
                    _ => self.text("decode-something"),
                };
                self.dangling(by.to_owned(), sort, *number)
            }
            PartsError::Nameless { sort, number } => {
                let thing = sort_of(sort).map(|sort| self.numbered(sort, *number));
                let thing = thing.unwrap_or_else(|| number.to_string());
                self.with("decode-nameless", &[("thing", thing.into())])
            }
            PartsError::ClassOfNothing => self.text("decode-class-of-nothing").to_owned(),
            PartsError::BadLink { number, refusal } => {
                let link = self.thing(Sort::Link, *number, owner);
                let reason = self.refusal(*refusal);
                let arguments = [("link", link.into()), ("reason", reason.into())];
                self.with("decode-bad-link", &arguments)
            }
            PartsError::StandsInForItself { number } => {
                let role = self.thing(Sort::Role, *number, owner);
                self.with("decode-stands-in-for-itself", &[("role", role.into())])
            }
            PartsError::WaitsForItself { number } => {
                let action = self.thing(Sort::Action, *number, owner);
                self.with("decode-waits-for-itself", &[("action", action.into())])
            }
            PartsError::EmptyNeed { number } => {
                let step = self.thing(Sort::Step, *number, owner);
                self.with("decode-empty-need", &[("step", step.into())])
            }
        }
    }

    /// Something names a thing that is not there.
    fn dangling(&self, by: String, sort: &str, number: u32) -> String {
        let missing = sort_of(sort).map(|sort| self.numbered(sort, number));
        let missing = missing.unwrap_or_else(|| number.to_string());
        self.with("decode-dangling", &[("place", by.into()), ("missing", missing.into())])
    }

    fn expected(&self, expected: &Expected) -> String {
        let plain = match expected {
            Expected::Number => "expected-number",
            Expected::Text => "expected-text",
            Expected::TextEnd => "expected-text-end",
            Expected::Escape => "expected-escape",
            Expected::Character => "expected-character",
            Expected::TextOrNumber => "expected-text-or-number",
            Expected::Pair => "expected-pair",
            Expected::Five => "expected-five",
            Expected::DateAndNumber => "expected-date-and-number",
            Expected::YesOrNo => "expected-yes-or-no",
            Expected::List => "expected-list",
            Expected::ListEnd => "expected-list-end",
            Expected::Group => "expected-group",
            Expected::GroupEnd => "expected-group-end",
            Expected::Map => "expected-map",
            Expected::MapEnd => "expected-map-end",
            Expected::Comma => "expected-comma",
            Expected::Colon => "expected-colon",
            Expected::FieldName => "expected-field-name",
            Expected::Extension => "expected-extension",
            Expected::Value => "expected-value",
            Expected::OtherSort => "expected-other-sort",
            Expected::Other => "expected-other",
            Expected::More => "expected-more",
            Expected::End => "expected-end",
            Expected::CommentEnd => "expected-comment-end",
            Expected::Shallower => "expected-shallower",
            Expected::OneOf { words, found } => {
                let words = self.clauses(words);
                return self.with(
                    "expected-one-of",
                    &[("words", words.into()), ("found", found.as_str().into())],
                );
            }
            Expected::OnlyOnce { field } => {
                return self.with("expected-only-once", &[("field", field.as_str().into())]);
            }
            Expected::Field { field } => {
                return self.with("expected-field", &[("field", field.as_str().into())]);
            }
            Expected::OtherThan(found) => {
                let found = found.to_string();
                return self.with("expected-other-than", &[("found", found.into())]);
            }
        };
        self.text(plain).to_owned()
    }
}

/// The sort of a word that a mistake in the parts of a scenario has: `step` or `steps`.
fn sort_of(word: &str) -> Option<Sort> {
    Sort::ALL
        .into_iter()
        .find(|sort| sort.field().trim_end_matches('s') == word.trim_end_matches('s'))
}

fn sort_key(sort: Sort) -> &'static str {
    match sort {
        Sort::Scenario => "sort-scenario",
        Sort::Lane => "sort-lane",
        Sort::Phase => "sort-phase",
        Sort::Role => "sort-role",
        Sort::Element => "sort-element",
        Sort::Step => "sort-step",
        Sort::Link => "sort-link",
        Sort::Item => "sort-item",
        Sort::Indicator => "sort-indicator",
        Sort::Action => "sort-action",
        Sort::Sheet => "sort-sheet",
    }
}

fn sorts_key(word: &str) -> &'static str {
    match sort_of(word) {
        Some(Sort::Scenario) => "sorts-scenario",
        Some(Sort::Lane) => "sorts-lane",
        Some(Sort::Phase) => "sorts-phase",
        Some(Sort::Role) => "sorts-role",
        Some(Sort::Element) => "sorts-element",
        Some(Sort::Step) => "sorts-step",
        Some(Sort::Link) => "sorts-link",
        Some(Sort::Item) => "sorts-item",
        Some(Sort::Indicator) => "sorts-indicator",
        Some(Sort::Action) => "sorts-action",
        Some(Sort::Sheet) => "sorts-sheet",
        None => "sorts-thing",
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
                FileProblem::NoNewFiles,
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

    #[test]
    fn parts_that_do_not_fit_are_named_in_the_language_that_is_on() {
        let whole = r#"(version: 1, next_id: 90, scenarios: [(id: 1, name: "现状",
            lanes: [(id: 2, zone: Frontstage)], phases: [(id: 3, name: "始")],
            roles: [(id: 4, name: "职员", stands_in_for: [])],
            elements: [(id: 5, name: "灯", dimension: Ambient)],
            steps: [(id: 6, name: "付款", lane: 2, phase: 3, needs: [(roles: [4])], elements: [5]),
                (id: 7, name: "收据", fail: (what: "错", recovery_step: 6))],
            links: [(id: 8, from: 6, to: 7)], redesign: (first: 6, trained: [(4, 6)]))])"#;
        let (english, chinese) = (Wording::new(Language::English), Wording::new(Language::Chinese));
        decode(whole).unwrap();
        for (sound, damaged, says) in [
            ("lane: 2", "lane: 99", "step “付款” names lane 99, which is not in the file"),
            ("phase: 3,", "phase: 99,", "step “付款” names phase 99"),
            ("roles: [4])", "roles: [99])", "step “付款” names role 99"),
            ("roles: [4])", "roles: [])", "step “付款” has a need without a role"),
            ("elements: [5]", "elements: [99]", "step “付款” names element 99"),
            ("recovery_step: 6", "recovery_step: 99", "step “收据” names step 99"),
            ("in_for: []", "in_for: [99]", "role “职员” names role 99"),
            ("in_for: []", "in_for: [4]", "role “职员” stands in for itself"),
            ("from: 6", "from: 99", "link 8 names step 99"),
            ("to: 7", "to: 99", "link 8 names step 99"),
            ("to: 7", "to: 6", "link 8"),
            ("first: 6", "first: 99", "The redesign names step 99"),
            ("(4, 6)", "(99, 6)", "The redesign names role 99"),
            ("id: 7, name", "id: 6, name", "Two steps have the number 6"),
            ("name: \"付款\"", "name: \"\"", "step 6 has no name"),
            ("name: \"职员\"", "name: \" \"", "role 4 has no name"),
            ("name: \"灯\"", "name: \"\"", "element 5 has no name"),
        ] {
            let error = decode(&whole.replacen(sound, damaged, 1)).unwrap_err();
            let words = english.decode_error(&error);
            assert!(words.to_lowercase().contains(&says.to_lowercase()), "{damaged}: {words}");
            let words = chinese.decode_error(&error);
            assert!(!words.contains(|c: char| c.is_ascii_alphabetic()), "{damaged}: {words}");
        }
    }

    #[test]
    fn every_sort_of_damage_is_told_in_the_language_that_is_on() {
        for (damaged, english, chinese) in [
            ("", "a group of fields", "一组字段"),
            ("(mood: ", "the file breaks off here", "文件中断，内容不完整"),
            ("(title: \"x\"", "a comma", "逗号"),
            ("(version: 1", "a comma", "逗号"),
            ("(title: \"x", "the quotation mark that closes", "文字结尾的引号"),
            ("(title: \"\\q\")", "follow a backslash", "反斜杠之后"),
            ("(title: \"\\u{d800}\")", "follow a backslash", "反斜杠之后"),
            ("(title: 5)", "a text in quotation marks", "引号中的文字"),
            ("(version: x)", "a number", "数字"),
            ("(version: _1)", "a number", "数字"),
            ("(version: 1f32)", "a number", "数字"),
            ("(version 1)", "a colon", "冒号"),
            ("(1: 1)", "the name of a field", "字段名"),
            ("(r-x: 1)", "the name of a field", "字段名"),
            ("(version: 1) x", "the end of the file", "文件结尾"),
            ("(/* version: 1)", "the end of a comment", "注释的结尾"),
            ("(/x version: 1)", "something other than “x”", "“x”以外的内容"),
            ("(version: 1, version: 2)", "version only once", "只出现一次的 version"),
            ("(redesign: (only_today: 1))", "true or false", "true 或 false"),
            ("(scenarios: 5)", "a list that begins with [", "以 [ 开头的列表"),
            ("(scenarios: [(id: 1)", "a comma", "逗号"),
            ("(scenarios: [5])", "a group of fields", "一组字段"),
            ("(scenarios: [Step(id: 1)])", "a group of fields", "一组字段"),
            ("Plan(version: 1)", "a group of fields", "一组字段"),
            ("[1]", "a group of fields", "一组字段"),
            ("#![enable(magic)]()", "an extension", "已有的扩展"),
            ("#[x]()", "an extension", "已有的扩展"),
            ("#![enable(implicit_some]()", "an extension", "已有的扩展"),
            ("(scenarios: [(lanes: [(zone: Moon)])])", "instead of Moon", "而不是 Moon"),
            ("(scenarios: [(steps: [(at: (1))])])", "two numbers", "两个数字"),
            ("(scenarios: [(steps: [(at: (1, 2, 3))])])", "the end of the group", "字段组结尾"),
            ("(scenarios: [(steps: [(at: 5)])])", "a group", "一组"),
            ("(scenarios: [(steps: [(time: true)])])", "or a number", "或数字"),
            ("(scenarios: [(steps: [(time: [1])])])", "or a number", "或数字"),
            ("(scenarios: [(steps: [(time: %)])])", "something other than “%”", "“%”以外的内容"),
            ("(mood: %)", "something other than “%”", "“%”以外的内容"),
            ("(mood: 'ab')", "a character", "一个字符"),
            ("(mood: {1: 2)", "a comma", "逗号"),
            ("(mood: Some(1, 2))", "the end of the group", "字段组结尾"),
            ("(mood: b'é')", "a character", "一个字符"),
            ("(mood: 1..=)", "a number", "数字"),
        ] {
            let error = decode(damaged).unwrap_err();
            assert!(error.position.is_some(), "{damaged}: {error}");
            let words = Wording::new(Language::English).decode_error(&error);
            assert!(words.starts_with("line ") && words.contains(english), "{damaged}: {words}");
            let words = Wording::new(Language::Chinese).decode_error(&error);
            assert!(words.starts_with("第 ") && words.contains(chinese), "{damaged}: {words}");
            let letters = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let foreign = words
                .split(|c: char| !letters(c))
                .filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()))
                .find(|word| {
                    let of_format = ["true", "false", "n", "enable", "implicit_some"];
                    let zones = ["Evidence", "Customer", "Frontstage", "Backstage", "Support"];
                    !damaged.contains(word) && !of_format.contains(word) && !zones.contains(word)
                });
            assert_eq!(foreign, None, "{damaged}: {words}");
        }
    }
}
