//! The report of a problem: what a person sees, allows, copies and saves.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::storage::preferences::PreferenceStore;
use onstage::storage::{self, samples};
use onstage::ui::{Settings, Start};

use crate::context::Person;

/// A person at a file whose folder and first step have telling names.
fn at_a_file(folder: &Path) -> Person {
    let path = folder.join("Zeppelin.ron");
    storage::save(&path, &samples()[0].open().expect("a sample")).expect("saved");
    Person::starting(Start {
        file: Some(path),
        preferences: Some(PreferenceStore::in_folder(folder.join("preferences"))),
        settings: Some(Settings { theme: egui::ThemePreference::Light, ..Settings::default() }),
        ..Start::default()
    })
}

/// Opens the report by its menu.
fn open_report(person: &mut Person) {
    person.click("Help");
    person.click("Report a problem…");
    assert!(person.sees("Nothing is sent"));
}

/// The log as it is shown.
fn log(person: &Person) -> String {
    let field = person.window.get_by_role_and_label(Role::MultilineTextInput, "Log");
    field.accesskit_node().value().expect("a text")
}

/// What was put on the clipboard in the last pass.
fn copied(person: &Person) -> Option<String> {
    person.window.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

fn rename(person: &mut Person, from: &str, to: &str) {
    let card = person.card(from);
    person.click_at(card);
    person.press(Modifiers::NONE, Key::F2);
    person.press(Modifiers::COMMAND, Key::A);
    person.type_text(to);
    person.press(Modifiers::NONE, Key::Enter);
    person.step(to);
}

#[test]
fn a_report_tells_what_was_done_and_names_nothing_unless_allowed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = at_a_file(folder.path());
    rename(&mut person, "Eye test", "Airship exam");
    person.press(Modifiers::COMMAND, Key::S);
    open_report(&mut person);
    let text = log(&person);
    for expected in ["read-blueprint  below", "edit-rename-step", "command-save", "write-blueprint"]
    {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    for hidden in ["Zeppelin", "Airship", "licence", "Eye test"] {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
    person.click("Include names and texts");
    let text = log(&person);
    assert!(text.contains("Airship exam") && text.contains("Zeppelin.ron"), "{text}");
    assert!(!text.contains("The blueprint"));
    person.click("Include the blueprint");
    assert!(log(&person).contains(&storage::encode(person.blueprint())));
    person.click("Include names and texts");
    person.click("Include the blueprint");
    assert!(!log(&person).contains("Airship"), "taken back");
}

#[test]
fn what_is_copied_and_saved_is_what_is_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = at_a_file(folder.path());
    open_report(&mut person);
    let shown = log(&person);
    person.window.get_by_label("Copy").click();
    person.window.step();
    assert_eq!(copied(&person).as_deref(), Some(shown.as_str()));
    person.wait();
    assert!(person.sees("Copied"));
    person.click("Save…");
    let place = folder.path().join("report");
    person.answer_path(&place);
    person.wait();
    assert!(person.sees("Saved as"));
    let saved = std::fs::read_to_string(place.with_extension("txt")).expect("a file");
    assert_eq!(saved, shown);
    // A name that is taken is not taken away.
    person.click("Save…");
    person.answer_path(&place.with_extension("txt"));
    person.wait();
    assert!(person.sees("already exists"));
    person.click("Close");
    assert!(person.sees("Nothing is sent"), "the report is still there");
}

#[test]
fn an_unexpected_end_is_told_at_the_next_start_until_somebody_has_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = PreferenceStore::in_folder(folder.path().join("preferences"));
    store.keep_last_words("where: src/ui/app.rs:7").expect("kept");
    // Left with Esc it is told again.
    let mut person = at_a_file(folder.path());
    assert!(person.sees("ended unexpectedly last time"));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(!person.sees("ended unexpectedly last time"));
    let mut person = at_a_file(folder.path());
    person.click("Look at the log…");
    assert!(log(&person).contains("where: src/ui/app.rs:7"));
    assert!(person.sees("at the end of the log"));
    person.click("Copy");
    assert!(!person.sees("at the end of the log"), "somebody has it");
    assert_eq!(store.last_words(), None);
    let person = at_a_file(folder.path());
    assert!(!person.sees("ended unexpectedly"));
}

#[test]
fn what_was_left_behind_can_be_thrown_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = PreferenceStore::in_folder(folder.path().join("preferences"));
    store.keep_last_words("where: src/ui/app.rs:7").expect("kept");
    let mut person = at_a_file(folder.path());
    person.click("Discard it");
    assert_eq!(store.last_words(), None);
    open_report(&mut person);
    assert!(!log(&person).contains("src/ui/app.rs:7"));
}
