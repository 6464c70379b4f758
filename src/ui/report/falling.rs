//! What is left behind when the program ends unexpectedly: the log without anybody's texts, and
//! where it was.

use std::any::Any;
use std::backtrace::Backtrace;
use std::panic::{Location, PanicHookInfo};

use crate::background::{self, Place};
use crate::storage::preferences::PreferenceStore;

use super::entry::{Entry, Fact, Private, Source, Topic};
use super::log::ActionLog;
use super::writing;

/// How many lines of where it was are kept.
const MOST_CALLS: usize = 80;

/// Hears of mistakes of the program from now on. One in the thread that this is called on ends the
/// program, unless it is caught; then what is left behind is kept for the next start.
pub(in crate::ui) fn install(log: &ActionLog, store: Option<PreferenceStore>) {
    let (log, window) = (log.clone(), Place::here());
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
        before(info);
        let work = background::work_here();
        let mistake = Mistake { said: info.payload(), at: info.location(), work };
        let ends = work.is_none() && Place::here() == window;
        heard(&log, store.as_ref().filter(|_| ends), &mistake);
    }));
}

/// A mistake of the program.
struct Mistake<'a> {
    said: &'a (dyn Any + Send),
    at: Option<&'a Location<'a>>,
    /// The work in which it was caught.
    work: Option<&'static str>,
}

/// Keeps a mistake in the log, and the log where it ends the program.
fn heard(log: &ActionLog, store: Option<&PreferenceStore>, mistake: &Mistake<'_>) {
    let name = mistake.work.unwrap_or("not caught");
    let said = text_of(mistake.said);
    let entry = Entry::of(Topic::Panic, name).private(said.map(Private::of).unwrap_or_default());
    let at = mistake.at.map(Source::of_location);
    log.note_if_free(match at.clone() {
        Some(at) => entry.fact(Fact::At(at)),
        None => entry,
    });
    let Some(store) = store else { return };
    let mut text = "The program ended unexpectedly.\n".to_owned();
    if let Some(at) = at {
        text.extend(["where: ", &at.to_string(), "\n"]);
    }
    if let Some(said) = openly(mistake.said) {
        text.extend(["what: ", said, "\n"]);
    }
    text.push('\n');
    match writing::left_behind(log) {
        Some(left) => text.push_str(&left),
        None => text.push_str("(the log was being written to)\n"),
    }
    text.push_str("\nCalls, the innermost first:\n");
    for call in calls(&Backtrace::force_capture().to_string()) {
        text.push_str(call);
        text.push('\n');
    }
    // There is nobody left to tell that it cannot be kept.
    let _ = store.keep_last_words(&text);
}

/// What a mistake says.
fn text_of(said: &(dyn Any + Send)) -> Option<&str> {
    let plain = said.downcast_ref::<&str>().copied();
    plain.or_else(|| said.downcast_ref::<String>().map(String::as_str))
}

/// The words of the language's own mistakes, as where a list is too short.
const WORDS: &[&str] = &[
    "index", "out", "of", "bounds", "the", "len", "is", "but", "range", "start", "end", "for",
    "slice", "length", "starts", "at", "ends", "byte", "already", "borrowed", "mutably",
];

/// What a mistake says, where that cannot hold a text of a person: it stands so in the program, or
/// is put together of those words and of numbers.
fn openly(said: &(dyn Any + Send)) -> Option<&str> {
    if let Some(plain) = said.downcast_ref::<&str>() {
        return Some(plain);
    }
    let said = said.downcast_ref::<String>()?;
    let is_open = |word: &str| {
        let word = word.trim_matches([',', ':', '.', ';']);
        WORDS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    said.split_whitespace().all(is_open).then_some(said)
}

/// The names of the functions of a backtrace, without the files that they stand in: those may name
/// the computer on which the program was built.
fn calls(trace: &str) -> impl Iterator<Item = &str> {
    let is_file = |line: &str| line.trim_start().starts_with("at ");
    trace.lines().filter(move |line| !is_file(line)).take(MOST_CALLS)
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;

    /// What a mistake leaves behind.
    fn left(store: Option<&PreferenceStore>, fall: impl FnOnce()) -> ActionLog {
        let log = ActionLog::default();
        log.note(Entry::of(Topic::Edit, "edit-rename-step").private(Private::of("Zeppelin")));
        let said = catch_unwind(AssertUnwindSafe(fall)).expect_err("a mistake");
        let work = if store.is_none() { Some("read file") } else { None };
        heard(&log, store, &Mistake { said: &*said, at: Some(Location::caller()), work });
        log
    }

    #[test]
    fn a_fall_leaves_the_log_behind_without_any_text_of_a_person() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = PreferenceStore::in_folder(folder.path().join("new"));
        let name = "Zeppelin".to_owned();
        left(Some(&store), || panic!("{name} is no step"));
        let words = store.last_words().expect("it was kept");
        for expected in
            ["ended unexpectedly", "where: src/ui/report/falling.rs:", "edit-rename-step"]
        {
            assert!(words.contains(expected), "{expected} in {words}");
        }
        assert!(!words.contains("Zeppelin"), "{words}");
        // The next fall takes its place.
        left(Some(&store), || assert!(folder.path().as_os_str().is_empty(), "never empty"));
        let words = store.last_words().expect("it was kept");
        assert!(words.contains("what: never empty"), "{words}");
        store.forget_last_words();
        assert_eq!(store.last_words(), None);
    }

    #[test]
    fn a_mistake_that_is_caught_is_kept_in_the_log_alone() {
        let log = left(None, || panic!("on purpose"));
        let kept = log.kept();
        let last = kept.happened.back().expect("an entry");
        assert_eq!((last.what.topic, last.what.name), (Topic::Panic, "read file"));
    }

    #[test]
    fn only_words_of_the_program_are_told() {
        let told = |text: &str| openly(&text.to_owned()).is_some();
        assert!(told("index out of bounds: the len is 3 but the index is 7"));
        assert!(told("range end index 9 out of range for slice of length 4"));
        assert!(!told("byte index 1 is not a char boundary; it is inside '夜' of `夜班`"));
    }

    #[test]
    fn calls_are_told_without_files() {
        let trace =
            "   0: onstage::f\n             at /home/mei/onstage/src/f.rs:3:5\n   1: main\n";
        assert_eq!(calls(trace).collect::<Vec<_>>(), ["   0: onstage::f", "   1: main"]);
    }
}
