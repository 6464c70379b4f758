//! The texts of a language, found by key.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::language::Language;
use super::numbers::Units;
use crate::blueprint::RateUnit;

/// The texts of one language. A key that the language lacks is taken from English.
///
/// Texts without arguments are put together once, so that asking for one is a look-up; a text with
/// arguments takes about a microsecond.
pub struct Wording {
    language: Language,
    /// Finished texts of the keys that take no argument.
    plain: HashMap<String, String>,
    /// Finished texts of the keys that only say what rates are per, in the order of [`PERIODS`].
    by_period: HashMap<String, [String; 3]>,
    /// The language itself, then English.
    bundles: Vec<FluentBundle<FluentResource>>,
    /// What rates are per and what a day is, in the blueprint at hand.
    units: Units,
}

impl Wording {
    /// The texts of a language. Reads a few hundred short texts: about a millisecond, once.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let mut chain = vec![(language, language.sources())];
        if language != Language::English {
            chain.push((Language::English, Language::English.sources()));
        }
        Self::from_sources(language, &chain)
    }

    fn from_sources(
        language: Language,
        chain: &[(Language, &'static [(&'static str, &'static str)])],
    ) -> Self {
        let mut wording = Self {
            language,
            plain: HashMap::new(),
            by_period: HashMap::new(),
            bundles: Vec::new(),
            units: Units::default(),
        };
        for (language, files) in chain {
            wording.bundles.push(bundle(*language, files));
        }
        // The first language that has a text has the word on what it takes.
        let mut known: HashSet<&str> = HashSet::new();
        let sources = chain.iter().flat_map(|(_, files)| files.iter());
        for entry in sources.flat_map(|(_, source)| entries(source)) {
            if !known.insert(entry.key) {
                continue;
            }
            if !takes_arguments(entry.text) {
                let text = wording.format(entry.key, &FluentArgs::new());
                wording.plain.insert(entry.key.to_owned(), text);
            } else if takes_only_the_period(entry.text) {
                wording.by_period.insert(entry.key.to_owned(), Default::default());
            }
        }
        let keys: Vec<String> = wording.by_period.keys().cloned().collect();
        for key in keys {
            let texts = PERIODS.map(|(_, period)| {
                let mut arguments = FluentArgs::with_capacity(1);
                arguments.set(PERIOD, wording.text(period).to_owned());
                wording.format(&key, &arguments)
            });
            wording.by_period.insert(key, texts);
        }
        wording
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// What rates are shown per and what a day is.
    #[must_use]
    pub fn units(&self) -> Units {
        self.units
    }

    /// Shows rates and days as a blueprint wants them.
    pub fn set_units(&mut self, units: Units) {
        self.units = units;
    }

    /// The text of a key without arguments. An unknown key is returned as it is; a test makes sure
    /// that the program asks for none.
    #[must_use]
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        if let Some(text) = self.plain.get(key) {
            return text;
        }
        let texts = self.by_period.get(key);
        let mut both = PERIODS.iter().zip(texts.into_iter().flatten());
        both.find(|((per, _), _)| *per == self.units.per).map_or(key, |(_, text)| text)
    }

    /// Whether there is a text of a key, so that something that need not be said is not.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.plain.contains_key(key)
            || self.by_period.contains_key(key)
            || self.bundles.iter().any(|bundle| bundle.has_message(key))
    }

    /// What rates are per in a word: `hour`, `day`, `week`.
    fn period(&self) -> &str {
        let key = PERIODS.iter().find(|(per, _)| *per == self.units.per).map(|(_, key)| *key);
        key.map_or("", |key| self.text(key))
    }

    /// The text of a key with its arguments filled in.
    #[must_use]
    pub fn with(&self, key: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        let mut filled = FluentArgs::with_capacity(arguments.len() + 1);
        filled.set(PERIOD, self.period());
        for (name, value) in arguments {
            filled.set(*name, value.clone());
        }
        self.format(key, &filled)
    }

    fn format(&self, key: &str, arguments: &FluentArgs<'_>) -> String {
        for bundle in &self.bundles {
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
                continue;
            };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(arguments), &mut errors);
            if !errors.is_empty() {
                log::error!("text {key}: {errors:?}");
            }
            return if self.language.sets_scripts_apart() {
                set_apart(&text)
            } else {
                Cow::into_owned(text)
            };
        }
        log::error!("no text for {key}");
        key.to_owned()
    }
}

impl std::fmt::Debug for Wording {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Wording").field(&self.language).finish()
    }
}

fn bundle(
    language: Language,
    files: &[(&'static str, &'static str)],
) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // Isolating marks protect mixed writing directions; all languages here run left to right, and
    // the marks would show as boxes in fonts that lack them. Where scripts are set apart they tell
    // where an argument begins and ends, until `set_apart` takes them out.
    bundle.set_use_isolating(language.sets_scripts_apart());
    for (subject, source) in files {
        let resource =
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(rest, errors)| {
                log::error!("texts {}/{subject}: {errors:?}", language.code());
                rest
            });
        if let Err(errors) = bundle.add_resource(resource) {
            log::error!("texts {}/{subject}: {errors:?}", language.code());
        }
    }
    bundle
}

/// The marks that Fluent puts around what was filled in.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Takes the isolating marks out, with a space in place of those between Chinese characters and
/// Latin letters or digits, as Chinese books set them. What was filled in stays as it is inside.
fn set_apart(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut at_border = false;
    let mut before = None;
    for c in text.chars() {
        if ISOLATES.contains(&c) {
            at_border = true;
            continue;
        }
        let meet = |a: char, b: char| is_han(a) && b.is_ascii_alphanumeric();
        if at_border && before.is_some_and(|before| meet(before, c) || meet(c, before)) {
            whole.push(' ');
        }
        whole.push(c);
        (before, at_border) = (Some(c), false);
    }
    whole
}

/// Whether a character is a Chinese one, not a mark of punctuation.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// A text of a Fluent file: its key, and everything up to the next key.
struct Entry {
    key: &'static str,
    text: &'static str,
}

/// The texts of a file. Fluent's grammar starts a key, and nothing else, with a letter in the first
/// column.
fn entries(source: &'static str) -> Vec<Entry> {
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([source.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(start, end)| {
            let (key, text) = source.get(*start..end)?.split_once('=')?;
            Some(Entry { key: key.trim(), text })
        })
        .collect()
}

/// The argument that every text may take without being given it: what rates are per.
const PERIOD: &str = "period";

/// What rates can be per, with the keys of the words for it.
const PERIODS: [(RateUnit, &str); 3] = [
    (RateUnit::Hour, "period-hour"),
    (RateUnit::Day, "period-day"),
    (RateUnit::Week, "period-week"),
];

/// Whether a text takes no argument but [`PERIOD`], and that one.
fn takes_only_the_period(text: &str) -> bool {
    takes_arguments(text) && !takes_arguments(&text.replace("{ $period }", ""))
}

/// Whether a text names an argument. Outside braces a dollar sign is money.
fn takes_arguments(text: &str) -> bool {
    text.split('{').skip(1).any(|inside| inside.split('}').next().unwrap_or_default().contains('$'))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use super::*;
    use crate::blueprint::{DemandField, Field, RoleField, StepField};

    /// The names after a `$`.
    fn arguments(text: &str) -> BTreeSet<String> {
        text.split('$')
            .skip(1)
            .map(|rest| {
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
            })
            // A dollar sign that no name follows is money; what rates are per is given by itself.
            .filter(|name: &String| !name.is_empty() && name != PERIOD)
            .collect()
    }

    /// Every key of a language with the arguments that its text takes.
    fn keys(language: Language) -> BTreeMap<&'static str, BTreeSet<String>> {
        let mut keys = BTreeMap::new();
        for &(subject, source) in language.sources() {
            for entry in entries(source) {
                let comments: String =
                    entry.text.lines().filter(|line| !line.starts_with('#')).collect();
                let twice = keys.insert(entry.key, arguments(&comments)).is_some();
                assert!(!twice, "{} is twice in {} ({subject})", entry.key, language.code());
            }
        }
        keys
    }

    #[test]
    fn every_file_is_sound() {
        for language in Language::ALL {
            for &(subject, source) in language.sources() {
                let resource = FluentResource::try_new(source.to_owned());
                let errors = resource.err().map(|(_, errors)| errors);
                assert_eq!(errors, None, "{}/{subject}", language.code());
            }
        }
    }

    #[test]
    fn all_languages_say_the_same_things_with_the_same_arguments() {
        let english = keys(Language::English);
        for language in Language::ALL {
            let others = keys(language);
            for (key, arguments) in &english {
                assert_eq!(others.get(key), Some(arguments), "{key} in {}", language.code());
            }
            let extra: Vec<_> = others.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(extra.is_empty(), "only in {}: {extra:?}", language.code());
        }
    }

    #[test]
    fn the_files_of_all_languages_run_side_by_side() {
        let order = |source| entries(source).iter().map(|entry| entry.key).collect::<Vec<_>>();
        for language in Language::ALL {
            let both = Language::English.sources().iter().zip(language.sources());
            for ((subject, english), (_, other)) in both {
                assert_eq!(order(other), order(english), "{}/{subject}", language.code());
            }
        }
    }

    #[test]
    fn every_text_without_arguments_is_ready() {
        for language in Language::ALL {
            let wording = Wording::new(language);
            for (key, arguments) in keys(language) {
                if arguments.is_empty() {
                    let ready =
                        wording.plain.contains_key(key) || wording.by_period.contains_key(key);
                    assert!(ready, "{key} in {}", language.code());
                    assert!(!wording.text(key).is_empty(), "{key} in {}", language.code());
                }
            }
        }
    }

    /// All Rust files below a folder.
    fn sources(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }

    /// The literal that an argument list starts with.
    fn literal(after: &str) -> Option<&str> {
        let text = after.trim_start().strip_prefix('"')?.split('"').next()?;
        // `.with("…")` also makes identities of the toolkit, which are called in plain words.
        (!text.contains(' ')).then_some(text)
    }

    /// What stands before the parenthesis that closes an argument list.
    fn call(after: &str) -> &str {
        let mut depth = 1;
        for (at, c) in after.char_indices() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return &after[..at];
            }
        }
        after
    }

    #[test]
    fn the_program_asks_for_no_unknown_key() {
        let known = keys(Language::English);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = Vec::new();
        // The rooms that speak to people; elsewhere `.text(` is something else.
        for room in
            ["wording", "pictures", "reports", "command", "ui"].map(|room| folder.join(room))
        {
            if room.exists() {
                sources(&room, &mut files);
            }
        }
        let mut asked = 0;
        for source in &files {
            // The tests of this room ask for unknown keys on purpose.
            let source = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            for after in source.split(".text(").skip(1) {
                if let Some(key) = literal(after) {
                    asked += 1;
                    assert!(known.get(key).is_some_and(BTreeSet::is_empty), ".text({key:?})");
                }
            }
            for after in source.split(".with(").skip(1) {
                let Some(key) = literal(after) else { continue };
                if !call(after).contains(',') {
                    // An identity of the toolkit: no arguments follow.
                    continue;
                }
                asked += 1;
                let takes = known.get(key).unwrap_or_else(|| panic!("no text for {key:?}"));
                let call = call(after);
                let arguments: BTreeSet<String> = call
                    .match_indices("(\"")
                    // What a function is called with is no argument of the text.
                    .filter(|(at, _)| !call[..*at].ends_with(char::is_alphanumeric))
                    .filter_map(|(at, _)| call[at + 2..].split('"').next())
                    // The kind of what is counted, for languages that have a word for it.
                    .filter(|argument| *argument != "measure")
                    .map(str::to_owned)
                    .collect();
                if !arguments.is_empty() {
                    assert_eq!(&arguments, takes, "arguments of {key}");
                }
            }
        }
        // Keys that this room picks by code: the arms of its matches.
        let mut own = Vec::new();
        sources(&folder.join("wording"), &mut own);
        for source in &own {
            let source = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            for key in source.split("=> \"").skip(1).filter_map(|rest| rest.split('"').next()) {
                if key.contains('-') && key != Language::Chinese.code() {
                    asked += 1;
                    assert!(known.contains_key(key), "{key:?}");
                }
            }
        }
        assert!(asked > 20, "the search finds the keys: {asked}");
    }

    /// Keys of all fields: name, help, hint, short form.
    fn keys_of<F: Field>() -> impl Iterator<Item = [&'static str; 4]> + use<F> {
        F::ALL.iter().map(|it| [it.label(), it.help(), it.hint(), it.short()])
    }

    fn keys_of_fields() -> impl Iterator<Item = [&'static str; 4]> + use<> {
        keys_of::<StepField>().chain(keys_of::<RoleField>()).chain(keys_of::<DemandField>())
    }

    #[test]
    fn every_field_has_a_name() {
        let known = keys(Language::English);
        for [label, ..] in keys_of_fields() {
            assert!(known.contains_key(label), "{label}");
        }
    }

    #[test]
    fn no_text_is_left_over() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = Vec::new();
        sources(&folder, &mut files);
        // Every key stands in the code as a literal: none is put together from parts.
        let codes = files.iter().filter_map(|source| source.split("#[cfg(test)]\nmod ").next());
        let mut literals: BTreeSet<&str> = codes.flat_map(|code| code.split('"')).collect();
        // But for the texts of fields, whose keys their table makes.
        for key in keys_of_fields().flatten() {
            literals.insert(key);
        }
        let left: Vec<_> = keys(Language::English)
            .into_keys()
            .filter(|key| !literals.contains::<str>(key))
            .collect();
        assert!(left.is_empty(), "no code asks for {left:?}");
    }

    #[test]
    fn a_dollar_sign_is_no_argument() {
        let chain: [(Language, &'static [_]); 1] =
            [(Language::English, &[("a", "money = $, €\nname = $ { $name }\n")])];
        let wording = Wording::from_sources(Language::English, &chain);
        assert_eq!(wording.text("money"), "$, €");
        assert_eq!(wording.with("name", &[("name", "5".into())]), "$ 5");
    }

    #[test]
    fn a_key_that_a_language_lacks_is_taken_from_english() {
        let chain: [(Language, &'static [_]); 2] = [
            (Language::Chinese, &[("a", "here = 这里\n")]),
            (Language::English, &[("a", "here = here\nthere = there, { $name }\nplain = plain\n")]),
        ];
        let wording = Wording::from_sources(Language::Chinese, &chain);
        assert_eq!(wording.text("here"), "这里");
        assert_eq!(wording.text("plain"), "plain");
        assert_eq!(wording.with("there", &[("name", "Ada".into())]), "there, Ada");
        assert_eq!(wording.text("nowhere"), "nowhere");
    }

    #[test]
    fn chinese_and_latin_stand_apart_where_an_argument_begins_or_ends() {
        let chain: [(Language, &'static [_]); 1] =
            [(Language::Chinese, &[("a", "one = 1 个{ $name }的工作（{ $name }）\n")])];
        let wording = Wording::from_sources(Language::Chinese, &chain);
        let says = |name: &str| wording.with("one", &[("name", name.into())]);
        assert_eq!(says("Clerk"), "1 个 Clerk 的工作（Clerk）");
        assert_eq!(says("员工A"), "1 个员工A 的工作（员工A）");
        assert_eq!(says("“Clerk”"), "1 个“Clerk”的工作（“Clerk”）");
    }

    #[test]
    fn what_rates_are_per_is_known_to_every_text() {
        for (per, capacity) in [
            (RateUnit::Hour, "每小时流量"),
            (RateUnit::Day, "每天流量"),
            (RateUnit::Week, "每周流量"),
        ] {
            let mut chinese = Wording::new(Language::Chinese);
            chinese.set_units(Units { per, ..Units::default() });
            assert_eq!(chinese.text("figure-capacity"), capacity);
            let said = chinese.with("chart-load-grows", &[("rate", "3 位".into())]);
            assert!(said.contains(&capacity[..capacity.len() - 6]), "{said}");
        }
    }

    #[test]
    fn plurals_follow_the_language() {
        let english = Wording::new(Language::English);
        assert_eq!(english.with("steps", &[("count", 1.into())]), "1 step");
        assert_eq!(english.with("steps", &[("count", 2.into())]), "2 steps");
        let chinese = Wording::new(Language::Chinese);
        assert_eq!(chinese.with("steps", &[("count", 2.into())]), "2 个步骤");
    }

    #[test]
    fn texts_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Wording>();
    }
}
