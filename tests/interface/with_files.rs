//! New, open, save, close: nothing is lost, and every trouble is said in plain words.

use egui::{Key, Modifiers};

use crate::context::{Computer, Person};

/// Opens a bad file and answers what is said; the open document must stay.
fn what_is_said_of(path: &std::path::Path) -> Person {
    let mut person = Person::new();
    let before = person.blueprint().clone();
    person.press(Modifiers::COMMAND, Key::O);
    person.answer_path(path);
    assert!(person.sees("The file could not be opened"));
    assert_eq!(*person.blueprint(), before, "the open document is untouched");
    person
}

#[test]
fn a_damaged_file_is_named_with_its_line() {
    let sample = include_str!("../../assets/samples/en/airport-arrival.ron");
    let computer = Computer::new();
    let path = computer.file("damaged.ron", &sample.as_bytes()[..sample.len() / 2]);
    let person = what_is_said_of(&path);
    assert!(person.sees("line"), "with the place");
}

#[test]
fn a_folder_a_missing_file_and_a_huge_file_are_refused_in_words() {
    let computer = Computer::new();
    what_is_said_of(&computer.path(""));
    what_is_said_of(&computer.path("nothing.ron"));
    let huge = computer.path("huge.ron");
    let made = std::fs::File::create(&huge).expect("a file");
    made.set_len(65 * 1024 * 1024).expect("sparse");
    let person = what_is_said_of(&huge);
    assert!(person.sees("64"), "says how large a file may be");
}

#[test]
fn a_file_of_a_newer_version_is_only_saved_under_a_new_name() {
    let computer = Computer::new();
    let path = computer.file("newer.ron", b"(version: 1, title: \"Shop\", weather: \"fine\")");
    let mut person = Person::at_file(&path).open();
    assert!(person.sees("weather"), "the unknown field is named");
    person.click("Close");
    person.press(Modifiers::COMMAND, Key::S);
    assert!(person.sees("Save under a new name"));
    person.click("Save as…");
    let other = path.with_file_name("other.ron");
    person.answer_path(&other);
    assert!(other.is_file());
    let untouched = std::fs::read_to_string(&path).expect("still there");
    assert!(untouched.contains("weather"));
}

#[test]
fn comments_are_kept_and_only_given_up_after_asking() {
    let office = onstage::storage::samples()[0].ron("en");
    let named = "name: \"Eye test\",";
    let text =
        format!("// by hand\n{}", office.replacen(named, "name: \"Eye test\", // strict", 1));
    let computer = Computer::new();
    let path = computer.file("notes.ron", text.as_bytes());
    let mut person = Person::at_file(&path).open();
    person.change_something();
    person.press(Modifiers::COMMAND, Key::S);
    assert!(!person.app().editor().is_modified(), "nothing is asked");
    let kept = std::fs::read_to_string(&path).expect("saved");
    assert!(kept.starts_with("// by hand\n(") && kept.contains("name: \"Eye test\", // strict"));
    person.press(Modifiers::NONE, Key::Delete);
    person.press(Modifiers::COMMAND, Key::S);
    assert!(person.sees("Comments would be lost") && person.sees("// strict"));
    assert!(person.sees("// strict") && !person.sees("// by hand"), "only what is lost");
    person.click("Save anyway");
    let kept = std::fs::read_to_string(&path).expect("saved");
    assert!(kept.contains("// by hand") && !kept.contains("// strict"), "{kept}");
    person.undo();
    person.press(Modifiers::COMMAND, Key::S);
    assert!(
        std::fs::read_to_string(&path).expect("saved").contains("// strict"),
        "back with its step"
    );
}

#[test]
fn notes_by_hand_become_comments_of_the_blueprint() {
    let (computer, office) = Computer::with_office();
    let sample = std::fs::read_to_string(&office).expect("a file");
    let noted = sample.replace("    version: 1,\n", "    version: 1, // ask Li first\n").replacen(
        "                    id: 42,\n",
        "                    id: 42, // two charts?\n",
        1,
    );
    std::fs::write(&office, &noted).expect("written");
    let mut person = computer.start(Some(&office));
    person.go_through(&["File"]);
    person.click_containing("Notes in the file as comments");
    person.enter("Reviewer One");
    let said = person.blueprint().discussion().comments.clone();
    let texts: Vec<&str> = said.iter().map(|comment| comment.text.as_str()).collect();
    assert_eq!(texts, ["ask Li first", "two charts?"]);
    assert_eq!(said[1].on.step.map(onstage::blueprint::Id::number), Some(42));
    person.press(Modifiers::COMMAND, Key::S);
    let saved = std::fs::read_to_string(&office).expect("a file");
    assert!(!saved.contains("//"), "what is said need not stand there twice");
    assert!(saved.contains("two charts?"));

    // A review offers them of itself, until they are comments.
    std::fs::write(&office, &noted).expect("written");
    let mut person = computer.start(Some(&office));
    person.review();
    assert!(person.sees("2 notes were written into the file by hand (// …)."));
    person.click("Take as comments");
    assert_eq!(person.blueprint().discussion().comments.len(), 2);
    assert!(!person.sees("Take as comments"), "they are none any longer");

    // Where they would be lost, they can be kept so.
    std::fs::write(&office, &noted).expect("written");
    let mut person = computer.start(Some(&office));
    person.click_card("Eye test");
    person.press(Modifiers::NONE, Key::Delete);
    person.press(Modifiers::COMMAND, Key::S);
    person.click("Keep as comments");
    let saved = onstage::storage::open(&office).expect("a file").blueprint;
    assert_eq!(saved.discussion().comments.len(), 2);
    assert!(!person.app().editor().is_modified());
}

#[test]
fn a_newer_version_without_unknown_fields_explains_itself() {
    let computer = Computer::new();
    let path = computer.file("newer.ron", b"(version: 2, title: \"Shop\")");
    let mut person = Person::at_file(&path).open();
    assert!(person.sees("This file comes from a newer version"));
    assert!(person.sees("All of it was understood") && !person.sees("These fields"));
    person.click("Close");
    person.press(Modifiers::COMMAND, Key::S);
    assert!(person.sees("Save under a new name"));
}

#[test]
fn unsaved_work_is_asked_about_before_another_file_is_opened() {
    let mut person = Person::new();
    person.change_something();
    person.press(Modifiers::COMMAND, Key::N);
    assert!(person.sees("Save changes to"));
    person.click("Cancel");
    assert!(person.app().editor().is_modified(), "nothing happened");
    person.press(Modifiers::COMMAND, Key::N);
    person.click("Don’t save");
    assert!(person.scenario().steps().is_empty());
}

#[test]
fn saving_from_the_question_goes_on_with_what_was_wanted() {
    let computer = Computer::new();
    let path = computer.path("kept.ron");
    let mut person = Person::new();
    person.change_something();
    person.press(Modifiers::COMMAND, Key::N);
    person.click("Save");
    person.answer_path(&path);
    assert!(path.is_file());
    assert!(person.scenario().steps().is_empty(), "then the new sheet");
}

#[test]
fn a_file_that_cannot_be_written_is_said_and_the_work_kept() {
    let mut person = Person::new();
    person.change_something();
    person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    person.answer_path(std::path::Path::new("/nowhere/at/all/office.ron"));
    assert!(person.sees("The file could not be saved"));
    assert!(person.app().editor().is_modified());
}

#[test]
fn cells_of_a_spreadsheet_become_steps() {
    let mut person = Person::at_an_empty_sheet();
    let cells = "step\trole\ttime\nGreet\tClerk\t20 s\nServe\tClerk\t40 s\n";
    person.paste(cells);
    assert_eq!(person.scenario().steps().len(), 2);
    assert_eq!(person.capacity(), Some(60.0), "one clerk, 60 s");
    assert_eq!(person.app().editor().selection().steps.len(), 2);
}

#[test]
fn cells_that_make_no_steps_say_what_is_wrong() {
    let mut person = Person::at_an_empty_sheet();
    person.paste("step\ttime\nGreet\tsoon\n");
    assert!(person.sees("Not a time"), "beside the columns, where it can be put right");
    assert!(person.scenario().steps().is_empty());
}

#[test]
fn copied_steps_can_be_pasted() {
    let mut person = Person::new();
    person.click_card("Eye test");
    let copied = onstage::exchange::write_some_steps(
        person.scenario(),
        &person.app().editor().selection().steps,
    );
    let before = person.scenario().steps().len();
    person.paste(&copied.text);
    assert_eq!(person.scenario().steps().len(), before + 1);
}

#[test]
fn a_window_with_unsaved_work_asks_before_it_closes() {
    let mut person = Person::new();
    person.change_something();
    let viewport = person.window.ctx.viewport_id();
    let input = person.window.input_mut();
    let info = input.viewports.entry(viewport).or_default();
    info.events.push(egui::ViewportEvent::Close);
    person.window.step();
    let viewports = person.window.input_mut();
    viewports.viewports.entry(viewport).or_default().events.clear();
    person.wait();
    assert!(person.sees("Save changes to"));
    let commands = person.window.output().viewport_output.values();
    let closes = commands.flat_map(|output| &output.commands);
    assert!(!closes.into_iter().any(|command| *command == egui::ViewportCommand::Close));
}

#[test]
fn row_files_save_reopen_and_say_name_and_state() {
    let computer = Computer::new();
    let path = computer.path("office.ron");
    let mut person = Person::new();
    person.change_something();
    assert!(person.sees("not saved"));
    person.press(Modifiers::COMMAND, Key::S);
    person.answer_path(&path);
    assert!(person.sees("saved") && !person.app().editor().is_modified());
    let saved = person.blueprint().clone();

    // A second name, and back to the first through the recent files.
    person.change_something();
    person.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    let second = computer.path("second.ron");
    person.answer_path(&second);
    assert_eq!(person.app().path(), Some(second.as_path()));
    person.click("File");
    person.click("Open recent");
    person.click("office.ron");
    assert_eq!(*person.blueprint(), saved, "the first file is as it was saved");
    person.press(Modifiers::COMMAND, Key::N);
    assert!(person.scenario().steps().is_empty());
    person.press(Modifiers::COMMAND, Key::O);
    person.answer_path(&second);
    assert!(!person.scenario().steps().is_empty());
}

#[test]
fn where_a_document_comes_from_is_in_its_file_after_the_first_save_and_in_every_copy() {
    let (computer, office) = Computer::with_office();
    let read = std::fs::read(&office).expect("a file");
    let mut person = computer.start(Some(&office));
    person.change_something();
    person.press(Modifiers::COMMAND, Key::S);
    let lineage_at = |path: &std::path::Path| -> String {
        onstage::storage::open(path).expect("a file").blueprint.lineage().to_owned()
    };
    let old = onstage::storage::lineage_of(onstage::storage::Fingerprint::of(&read));
    assert_eq!(lineage_at(&office), old, "who got the same old file agrees");
    let copy = computer.path("copy.ron");
    person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    person.answer_path(&copy);
    assert_eq!(lineage_at(&copy), old, "a copy keeps it");

    person.press(Modifiers::COMMAND, Key::N);
    person.press(Modifiers::NONE, Key::N);
    person.press(Modifiers::NONE, Key::Enter);
    person.press(Modifiers::COMMAND, Key::S);
    let new = computer.path("new.ron");
    person.answer_path(&new);
    let first = lineage_at(&new);
    assert!(!first.is_empty() && first != old, "a new document has its own");
    assert!(!person.app().editor().is_modified());
    person.undo();
    person.press(Modifiers::COMMAND, Key::S);
    assert_eq!(lineage_at(&new), first, "undo does not take it back");
}
