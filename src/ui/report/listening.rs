//! Hears what the program and the toolkit complain about. Only where a complaint comes from is kept
//! openly: what it says may name files.

use log::{Level, LevelFilter, Log, Metadata, Record};

use super::entry::{Entry, Fact, Private, Source, Topic};
use super::log::ActionLog;

/// The least grave complaint that is kept.
const GRAVE: Level = Level::Warn;

/// Hears complaints for a log, and hands all to what prints them.
struct Listening {
    log: ActionLog,
    printer: env_logger::Logger,
}

impl Log for Listening {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= GRAVE || self.printer.enabled(metadata)
    }

    fn log(&self, record: &Record<'_>) {
        if record.level() <= GRAVE {
            self.log.note_if_free(complaint(record));
        }
        self.printer.log(record);
    }

    fn flush(&self) {
        self.printer.flush();
    }
}

/// The entry of a complaint.
fn complaint(record: &Record<'_>) -> Entry {
    let name = if record.level() == Level::Error { "error" } else { "warning" };
    let entry = Entry::of(Topic::Warning, name).private(Private::of(&record.args().to_string()));
    match Source::of_record(record) {
        Some(source) => entry.fact(Fact::At(source)),
        None => entry,
    }
}

/// Has complaints heard from now on, and printed by `printer` as it likes.
pub fn listen(log: &ActionLog, printer: env_logger::Logger) {
    let level = printer.filter().max(LevelFilter::Warn);
    let listening = Listening { log: log.clone(), printer };
    // Whoever listens already goes on; complaints are then heard there.
    if log::set_boxed_logger(Box::new(listening)).is_ok() {
        log::set_max_level(level);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_is_kept_by_its_place_and_what_it_says_apart() {
        let record = Record::builder()
            .level(Level::Warn)
            .file_static(Some("src/storage/disk.rs"))
            .line(Some(7))
            .args(format_args!("/home/mei/secret.ron is gone"))
            .build();
        let entry = complaint(&record);
        let facts: Vec<_> = entry.facts().map(ToString::to_string).collect();
        assert_eq!(
            (entry.name, facts.as_slice()),
            ("warning", &["src/storage/disk.rs:7".to_owned()][..])
        );
        assert!(!format!("{entry:?}").contains("secret"));
        assert_eq!(entry.private.told(), Some("/home/mei/secret.ron is gone"));
    }
}
