//! Playlists: lessons of several blueprints, one after another, with nothing of the window lost.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use onstage::storage;
use onstage::wording::Language;

use crate::context::{Computer, Person, office_with_a_lesson};

const PLAIN: Modifiers = Modifiers::NONE;

#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn dropped(path: &std::path::Path) -> std::sync::Arc<Dropped> {
    std::sync::Arc::new(Dropped(path.to_path_buf()))
}

fn go_to_the_end(person: &mut Person) {
    person.press(PLAIN, Key::End);
    for _ in 0..12 {
        if person.sees("Results") {
            return;
        }
        person.press(PLAIN, Key::ArrowRight);
    }
    assert!(person.sees("Results"));
}

fn course(computer: &Computer) -> std::path::PathBuf {
    computer.save("licence.ron", &office_with_a_lesson(Language::English));
    let list = "(lessons: [\"licence.ron\", \"gone.ron\", \"sample:airport-arrival\", \"sample:nowhere\"])";
    computer.file("course.ron", list)
}

#[test]
fn lessons_of_a_playlist_follow_one_another_without_a_question() {
    let computer = Computer::new();
    let list = course(&computer);
    let own = computer.save("mine.ron", &office_with_a_lesson(Language::English));
    let mut person = computer.start(Some(&own));
    person.change_something();
    let (document, undo) = (person.document(), person.undo_code());
    let path = list.clone();
    person.window.input_mut().dropped_files.push(dropped(&path));
    person.wait();
    if person.sees("Don’t save") {
        person.click("Don’t save");
        person.wait();
    }
    assert!(person.sees("2 lessons"), "{:?}", person.painted());
    let said = person.painted().into_iter().map(|it| it.0).collect::<Vec<_>>().join("\n");
    assert!(said.contains("gone.ron") && said.contains("sample:nowhere"), "{said}");
    person.press(PLAIN, Key::Enter);
    assert!(person.sees("Read it like a customer"));
    go_to_the_end(&mut person);
    person.press(PLAIN, Key::ArrowRight);
    let airport = storage::sample("airport-arrival").expect("a sample").open().expect("opens");
    let first = airport.lesson().expect("a lesson").stops[0].1.title.clone();
    assert!(person.sees(&first), "the next lesson, without a question");
    go_to_the_end(&mut person);
    person.press(PLAIN, Key::ArrowRight);
    assert!(person.sees("The lesson is over"));
    person.press(PLAIN, Key::Escape);
    assert_eq!((person.document(), person.undo_code()), (document, undo));
    assert_eq!(person.app().path(), Some(own.as_path()));
}

#[test]
fn ideas_of_two_lessons_are_kept_in_their_blueprints() {
    let computer = Computer::new();
    let list = course(&computer);
    let mut person = computer.start(None);
    person.window.input_mut().dropped_files.push(dropped(&list));
    person.wait();
    person.press(PLAIN, Key::Enter);
    let propose = |person: &mut Person, by: &str| {
        person.press(PLAIN, Key::T);
        person.type_text(by);
        person.press(PLAIN, Key::Enter);
        person.rest();
        person.press(PLAIN, Key::Escape);
    };
    propose(&mut person, "Table 1");
    go_to_the_end(&mut person);
    person.press(PLAIN, Key::ArrowRight);
    propose(&mut person, "Table 2");
    person.press(PLAIN, Key::Escape);
    // Nothing was changed in either: they are kept where somebody wants them.
    assert!(person.sees("Keep none and leave"));
    for number in ["Try 1", "Try 2"] {
        let node = person.window.get_by(|node| {
            node.role() == egui::accesskit::Role::CheckBox
                && node.label().is_some_and(|label| label.starts_with(number))
        });
        node.click();
        person.wait();
    }
    person.click("Keep 2 and leave");
    let by = |person: &Person| {
        person.blueprint().scenarios().iter().map(|it| it.by().to_owned()).collect::<Vec<_>>()
    };
    assert!(by(&person).contains(&"Table 1".to_owned()), "{:?}", by(&person));
    assert_eq!(person.app().path(), Some(computer.path("licence.ron").as_path()));
    assert!(person.app().editor().is_modified());
    person.press(Modifiers::COMMAND, Key::S);
    person.wait();
    // Whatever takes the place of it, the other one comes first.
    person.press(Modifiers::COMMAND, Key::N);
    person.wait();
    assert!(by(&person).contains(&"Table 2".to_owned()), "{:?}", by(&person));
    assert!(person.app().editor().is_modified());
}

#[test]
fn a_playlist_that_is_damaged_is_refused_with_its_place() {
    let computer = Computer::new();
    let list = computer.file("course.ron", "(lessons: [\n  \"a.ron\",\n  3,\n])");
    let mut person = computer.start(Some(&list));
    person.wait();
    let said = person.painted().into_iter().map(|it| it.0).collect::<Vec<_>>().join("\n");
    assert!(said.to_lowercase().contains("line 3"), "{said}");
}

#[test]
fn what_was_tried_in_a_lesson_is_recovered_after_a_crash() {
    let computer = Computer::new();
    let file = computer.save("office.ron", &office_with_a_lesson(Language::English));
    let mut person = computer.start(Some(&file));
    person.press(PLAIN, Key::F5);
    person.press(PLAIN, Key::T);
    person.type_text("Table 3");
    person.press(PLAIN, Key::Enter);
    person.rest();
    person.let_pass(4);
    assert_eq!(computer.copies().len(), 1);
    // Killed in the middle of a try.
    drop(person);
    let mut person = computer.start(None);
    assert!(person.sees("From a lesson, with the ideas of Table 3"), "{:?}", person.painted());
    person.click("Recover");
    let by: Vec<_> = person.blueprint().scenarios().iter().map(|it| it.by()).collect();
    assert!(by.contains(&"Table 3"), "{by:?}");
}

#[test]
fn back_at_the_first_stop_is_the_last_stop_of_the_lesson_before() {
    let computer = Computer::new();
    let list = course(&computer);
    let mut person = computer.start(None);
    person.window.input_mut().dropped_files.push(dropped(&list));
    person.wait();
    person.press(PLAIN, Key::Enter);
    person.press(PLAIN, Key::ArrowLeft);
    assert!(person.sees("Read it like a customer"), "before the first lesson there is nothing");
    person.press(PLAIN, Key::T);
    person.type_text("Table 1");
    person.press(PLAIN, Key::Enter);
    person.rest();
    person.press(PLAIN, Key::Escape);
    go_to_the_end(&mut person);
    person.press(PLAIN, Key::ArrowRight);
    let airport = storage::sample("airport-arrival").expect("a sample").open().expect("opens");
    let first = airport.lesson().expect("a lesson").stops[0].1.title.clone();
    assert!(person.sees(&first));
    person.press(PLAIN, Key::ArrowLeft);
    let office = office_with_a_lesson(Language::English);
    let at_end = office.lesson().expect("a lesson").stops.last().expect("stops").1.title.clone();
    assert!(person.sees(&at_end), "{:?}", person.painted());
    go_to_the_end(&mut person);
    let said = person.painted().into_iter().map(|it| it.0).collect::<Vec<_>>().join("\n");
    assert!(said.contains("Table 1"), "with what was tried there: {said}");
    person.press(PLAIN, Key::ArrowRight);
    assert!(person.sees(&first), "and on again, where one was");
    person.press(PLAIN, Key::Escape);
    assert!(person.sees("Keep none and leave"), "each idea once");
    let boxes = person.window.get_all_by_role(egui::accesskit::Role::CheckBox).count();
    assert_eq!(boxes, 1);
}

#[test]
fn what_was_tried_in_an_earlier_lesson_of_a_playlist_is_recovered_too() {
    let computer = Computer::new();
    let list = course(&computer);
    let mut person = computer.start(None);
    person.window.input_mut().dropped_files.push(dropped(&list));
    person.wait();
    person.press(PLAIN, Key::Enter);
    person.press(PLAIN, Key::T);
    person.type_text("Table 1");
    person.press(PLAIN, Key::Enter);
    person.rest();
    person.press(PLAIN, Key::Escape);
    go_to_the_end(&mut person);
    person.press(PLAIN, Key::ArrowRight);
    // In the next lesson nobody proposed anything yet.
    person.let_pass(12);
    assert_eq!(computer.copies().len(), 1, "{:?}", computer.copies());
    drop(person);
    let mut person = computer.start(Some(&computer.path("licence.ron")));
    person.wait();
    assert!(person.sees("From a lesson, with the ideas of Table 1"), "{:?}", person.painted());
}

#[test]
fn what_was_tried_in_lessons_of_samples_is_recovered_too() {
    let computer = Computer::new();
    let list = "(lessons: [\"sample:driver-licence-office\", \"sample:airport-arrival\"])";
    let list = computer.file("samples.ron", list);
    let mut person = computer.start(None);
    person.window.input_mut().dropped_files.push(dropped(&list));
    person.wait();
    person.press(PLAIN, Key::Enter);
    for by in ["Table 1", "Table 2"] {
        person.press(PLAIN, Key::T);
        person.type_text(by);
        person.press(PLAIN, Key::Enter);
        person.rest();
        person.press(PLAIN, Key::Escape);
        if by == "Table 1" {
            go_to_the_end(&mut person);
            person.press(PLAIN, Key::ArrowRight);
        }
    }
    person.let_pass(12);
    assert_eq!(computer.copies().len(), 2, "a copy of each: {:?}", computer.copies());
    drop(person);
    let mut person = computer.start(None);
    person.wait();
    for by in ["Table 1", "Table 2"] {
        let said = format!("From a lesson, with the ideas of {by}");
        assert!(person.sees(&said), "{:?}", person.painted());
    }
}

#[test]
fn a_copy_with_a_try_counts_steps_as_the_sheet_does() {
    let computer = Computer::new();
    let file = computer.save("office.ron", &office_with_a_lesson(Language::English));
    let mut person = computer.start(Some(&file));
    person.press(PLAIN, Key::F5);
    person.press(PLAIN, Key::T);
    person.type_text("Table 3");
    person.press(PLAIN, Key::Enter);
    person.rest();
    person.let_pass(4);
    drop(person);
    let person = computer.start(None);
    let steps = office_with_a_lesson(Language::English).baseline().flowing_steps();
    let said = format!("{steps} steps; compared with the file {steps} steps added");
    assert!(person.sees(&said), "{:?}", person.painted());
}

#[test]
fn what_was_tried_in_an_earlier_lesson_leaves_no_copy_once_it_is_decided_on() {
    let computer = Computer::new();
    let list = course(&computer);
    let mut person = computer.start(None);
    person.window.input_mut().dropped_files.push(dropped(&list));
    person.wait();
    person.press(PLAIN, Key::Enter);
    person.press(PLAIN, Key::T);
    person.type_text("Table 1");
    person.press(PLAIN, Key::Enter);
    person.rest();
    person.press(PLAIN, Key::Escape);
    go_to_the_end(&mut person);
    person.press(PLAIN, Key::ArrowRight);
    person.let_pass(12);
    person.press(PLAIN, Key::Escape);
    person.click("Keep none and leave");
    person.let_pass(4);
    assert_eq!(computer.copies().len(), 0, "{:?}", computer.copies());
}
