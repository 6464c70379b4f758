//! Files that somebody else changed, removed or made: nothing is overwritten without a word.

use std::path::Path;

use egui::{Key, Modifiers};
use onstage::blueprint::Blueprint;
use onstage::storage;

use crate::context::{Computer, Person};

/// The title of what lies at a path.
fn title_at(path: &Path) -> String {
    storage::open(path).expect("a whole file").blueprint.title().to_owned()
}

/// Somebody else writes a blueprint with this title.
fn write_theirs(path: &Path, title: &str) {
    storage::save(path, &Blueprint::empty(title, "As-is")).expect("saved");
}

/// The window is looked at again.
fn look_again(person: &mut Person) {
    person.window.event(egui::Event::WindowFocused(true));
    person.wait();
}

#[test]
fn what_somebody_else_wrote_is_not_overwritten_without_a_word() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    let mine = person.blueprint().clone();
    write_theirs(&office, "Theirs");
    person.press(Modifiers::COMMAND, Key::S);
    assert!(person.sees("office.ron was changed by somebody else"));
    person.click("Cancel");
    assert_eq!(title_at(&office), "Theirs");

    person.press(Modifiers::COMMAND, Key::S);
    person.click("View theirs");
    assert_eq!(person.blueprint().title(), "Theirs");
    assert!(!person.app().editor().is_modified());
    person.undo();
    assert_eq!(*person.blueprint(), mine, "undo brings mine back");
    assert!(person.app().editor().is_modified());

    person.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(person.sees("saved, but your own version is not"));
    for elsewhere in [Key::N, Key::Q] {
        person.press(Modifiers::COMMAND, elsewhere);
        assert!(person.sees("Your own version of office.ron is not saved"));
        person.click("Cancel");
    }
    person.press(Modifiers::COMMAND, Key::N);
    person.click("Back to mine");
    assert_eq!(*person.blueprint(), mine);
    assert!(person.app().editor().is_modified());

    write_theirs(&office, "Theirs again");
    person.press(Modifiers::COMMAND, Key::S);
    person.click("Overwrite theirs");
    assert_eq!(storage::open(&office).expect("a file").blueprint, mine);
    person.change_something();
    person.press(Modifiers::COMMAND, Key::S);
    assert!(!person.app().editor().is_modified(), "what one saved oneself is no conflict");
}

#[test]
fn work_that_the_version_on_disk_took_the_place_of_is_saved_or_given_up_never_lost() {
    let look_at_theirs = || {
        let (computer, office) = Computer::with_office();
        let mut person = computer.start(Some(&office));
        person.change_something();
        let mine = person.blueprint().clone();
        write_theirs(&office, "Theirs");
        look_again(&mut person);
        person.click("View theirs");
        assert_eq!(person.blueprint().title(), "Theirs");
        (computer, office, person, mine)
    };
    // A crash while one looks at theirs.
    let (computer, _office, mut person, mine) = look_at_theirs();
    person.let_pass(4);
    assert_eq!(computer.copies().len(), 1);
    drop(person);
    let mut person = computer.start(None);
    person.click("Recover");
    assert_eq!(*person.blueprint(), mine);

    // Saved under another name, what was wanted is done.
    let (computer, office, mut person, mine) = look_at_theirs();
    person.press(Modifiers::COMMAND, Key::N);
    person.click("Save mine as…");
    let other = computer.path("mine.ron");
    person.answer_path(&other);
    assert_eq!(storage::open(&other).expect("a file").blueprint, mine);
    assert_eq!(title_at(&office), "Theirs");
    assert!(person.scenario().steps().is_empty(), "then the new sheet");

    // Work on theirs is asked about first, then mine.
    let (computer, office, mut person, _) = look_at_theirs();
    person.press(Modifiers::NONE, Key::N);
    person.press(Modifiers::NONE, Key::Enter);
    assert!(person.app().editor().is_modified());
    person.press(Modifiers::COMMAND, Key::N);
    person.click("Save");
    assert!(!storage::open(&office).expect("a file").blueprint.baseline().steps().is_empty());
    assert!(person.sees("Your own version of office.ron is not saved"));
    person.click("Discard mine");
    assert!(person.scenario().steps().is_empty() && person.blueprint().title().is_empty());
    person.let_pass(4);
    assert!(computer.copies().is_empty());
}

#[test]
fn a_file_that_is_gone_is_asked_about_before_it_is_written_anew() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    std::fs::remove_file(&office).expect("removed");
    person.press(Modifiers::COMMAND, Key::S);
    assert!(person.sees("office.ron is no longer there"));
    person.click("Save there again");
    assert!(office.is_file() && !person.app().editor().is_modified());
}

#[test]
fn a_name_that_is_taken_is_not_replaced_without_a_word() {
    let (computer, office) = Computer::with_office();
    let other = computer.save("other.ron", &Blueprint::empty("Other", "As-is"));
    let mut person = computer.start(Some(&office));
    person.change_something();
    for _ in 0..2 {
        person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
        person.answer_path(&other);
        assert!(person.sees("other.ron already exists"));
        assert_eq!(title_at(&other), "Other");
        person.click("Cancel");
    }
    person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    person.answer_path(&other);
    person.click("Replace it");
    assert_ne!(title_at(&other), "Other");
    assert_eq!(person.app().path(), Some(other.as_path()));
}

#[test]
fn a_change_by_somebody_else_is_seen_when_one_comes_back_to_the_window() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    look_again(&mut person);
    assert!(!person.sees("changed by somebody else"));
    write_theirs(&office, "Theirs");
    look_again(&mut person);
    assert!(person.sees("The file was changed by somebody else"));
    person.click("Reload");
    assert_eq!(person.blueprint().title(), "Theirs");
    assert!(!person.sees("The file was changed by somebody else"));

    write_theirs(&office, "Theirs again");
    person.undo();
    look_again(&mut person);
    assert!(person.sees("You have unsaved changes of your own"));
    person.click("Not now");
    look_again(&mut person);
    assert!(!person.sees("The file was changed by somebody else"), "said once");
    std::fs::remove_file(&office).expect("removed");
    look_again(&mut person);
    assert!(person.sees("The file is no longer there"));
}

/// Somebody else says something in the file and leaves the service as it is.
fn comment_theirs(path: &Path) {
    let ron = std::fs::read_to_string(path).expect("a file");
    let model = ron.trim_end().strip_suffix(')').expect("a whole file");
    let said = r#"(on: (), by: "Li", at: "2026-11-27T14:05:10+08:00", text: "One officer?")"#;
    std::fs::write(path, format!("{model}    comments: [{said}],\n)\n")).expect("written");
}

#[test]
fn what_somebody_else_said_meanwhile_is_merged_and_nothing_is_lost() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    let mine = person.blueprint().clone();
    comment_theirs(&office);
    person.press(Modifiers::COMMAND, Key::S);
    assert!(person.sees("nothing is lost"));
    person.click("Merge comments");
    let saved = storage::open(&office).expect("a file").blueprint;
    assert_eq!(saved.scenarios(), mine.scenarios(), "my change is there");
    assert_eq!(saved.discussion().comments.len(), 1, "and what they said");
    assert!(!person.app().editor().is_modified());
    person.undo();
    assert_eq!(*person.blueprint(), mine, "one step of undo");

    // Where both changed the service, nothing can be merged without asking.
    person.change_something();
    write_theirs(&office, "Theirs");
    person.press(Modifiers::COMMAND, Key::S);
    assert!(person.sees("changed by somebody else"));
    assert!(!person.sees("Merge comments"));
}

#[test]
fn who_gives_a_lesson_hears_of_it_without_turning_to_another_window() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.press(Modifiers::NONE, Key::F5);
    let middle = person.everything().center();
    person.point_at(middle);
    person.point_at(middle + egui::vec2(3.0, 3.0));
    let desk = person.word("lesson-open-desk");
    person.click(&desk);
    let said = person.word("file-changed");
    assert!(!person.sees(&said));
    write_theirs(&office, "Theirs");
    person.wait_for(&said);
    assert_eq!(title_at(&office), "Theirs");
}
