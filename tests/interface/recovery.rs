//! Crashes and disks that refuse: no work is lost, and all is said.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use onstage::storage::preferences::Preferences;
use onstage::storage::{self, samples};
use onstage::ui::Start;
use onstage::wording::Language;

use crate::context::{Computer, Person};

#[test]
fn work_is_kept_a_few_seconds_after_a_change_and_recovered_after_a_crash() {
    let (computer, office) = Computer::with_office();
    let before = std::fs::read(&office).expect("a file");
    let mut person = computer.start(Some(&office));
    person.change_something();
    assert!(computer.copies().is_empty(), "not at every key");
    person.let_pass(4);
    assert_eq!(computer.copies().len(), 1);
    let work = person.blueprint().clone();
    // The program is gone without a word.
    drop(person);
    assert_eq!(std::fs::read(&office).expect("a file"), before, "the file is untouched");

    let mut person = computer.start(None);
    assert!(person.sees("Unsaved work was found"));
    assert!(person.sees("office.ron") && person.sees("1 step changed"), "what it is");
    person.click("Recover");
    assert_eq!(*person.blueprint(), work);
    assert!(person.app().editor().is_modified());
    assert_eq!(person.app().path(), Some(office.as_path()));
    assert_eq!(std::fs::read(&office).expect("a file"), before, "still untouched");
    person.let_pass(1);
    assert_eq!(computer.copies().len(), 1, "it has a copy of its own, the old one is gone");
    person.press(Modifiers::COMMAND, Key::S);
    person.let_pass(1);
    assert_eq!(storage::open(&office).expect("a file").blueprint, work);
    assert!(computer.copies().is_empty(), "saved work needs no copy");
}

#[test]
fn a_sheet_that_was_never_saved_is_recovered_too() {
    let computer = Computer::new();
    let mut person = computer.start(None);
    person.press(Modifiers::COMMAND, Key::N);
    person.add("Customer action", onstage::blueprint::Zone::Customer, 200, "Asks the way");
    person.let_pass(4);
    drop(person);
    let mut person = computer.start(None);
    assert!(person.sees("1 step; never saved"));
    person.click("Recover");
    person.step("Asks the way");
    assert!(person.app().editor().is_modified() && person.app().path().is_none());
    // A second crash right after is survived as well.
    person.let_pass(1);
    drop(person);
    assert!(computer.start(None).sees("Unsaved work was found"));
}

#[test]
fn while_one_goes_on_working_the_copy_is_at_most_ten_seconds_old() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    for _ in 0..6 {
        assert!(computer.copies().is_empty());
        person.press(Modifiers::NONE, Key::ArrowRight);
        person.window.run_steps(4);
        if !computer.copies().is_empty() {
            break;
        }
    }
    person.let_pass(1);
    assert_eq!(computer.copies().len(), 1, "written though nobody paused");
}

#[test]
fn what_is_undone_saved_or_thrown_away_leaves_no_copy() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    for end in [
        (|person: &mut Person| person.undo()) as fn(&mut Person),
        |person| person.press(Modifiers::COMMAND, Key::S),
        |person| {
            person.press(Modifiers::COMMAND, Key::N);
            person.click("Don’t save");
        },
    ] {
        person.change_something();
        person.let_pass(4);
        assert_eq!(computer.copies().len(), 1);
        end(&mut person);
        person.let_pass(1);
        assert!(computer.copies().is_empty());
    }
}

#[test]
fn a_clean_end_leaves_nothing_behind() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    person.let_pass(4);
    person.press(Modifiers::COMMAND, Key::Q);
    person.click("Don’t save");
    eframe::App::on_exit(person.window.state_mut(), None);
    assert!(computer.copies().is_empty());
    let left = std::fs::read_dir(computer.path("preferences/recovery")).expect("a folder");
    assert_eq!(left.count(), 0, "no lock either");
}

#[test]
fn a_window_that_is_torn_down_leaves_its_last_changes() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    // The system ends: nobody could answer a question.
    eframe::App::on_exit(person.window.state_mut(), None);
    assert_eq!(computer.copies().len(), 1);
    drop(person);
    assert!(computer.start(None).sees("Unsaved work was found"));
}

#[test]
fn copies_can_be_deleted_or_left_for_later() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    person.let_pass(4);
    drop(person);
    let mut person = computer.start(None);
    person.click("Decide later");
    assert!(!person.sees("Unsaved work was found"));
    assert_eq!(computer.copies().len(), 1);
    drop(person);
    let mut person = computer.start(None);
    person.click("Open the file on disk");
    assert!(!person.app().editor().is_modified());
    assert_eq!(computer.copies().len(), 1, "opening the file decides nothing");
    drop(person);
    let mut person = computer.start(None);
    person.click("Delete copy");
    assert_eq!(computer.copies().len(), 1, "asked twice");
    person.click("Delete permanently?");
    person.let_pass(1);
    assert!(computer.copies().is_empty());
    drop(person);
    assert!(!computer.start(None).sees("Unsaved work was found"));
}

#[test]
fn a_damaged_copy_is_told_and_opens_nothing() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    person.let_pass(4);
    drop(person);
    let copy = computer.copies().remove(0);
    let text = std::fs::read(&copy).expect("a copy");
    std::fs::write(&copy, &text[..text.len() / 2]).expect("damaged");
    let person = computer.start(None);
    assert!(person.sees("This copy is damaged"));
    drop(person);
    assert!(!computer.start(None).sees("Unsaved work was found"), "told once");
}

#[test]
fn another_window_keeps_its_own_work() {
    let (computer, office) = Computer::with_office();
    let mut first = computer.start(Some(&office));
    first.change_something();
    first.let_pass(4);
    let second = computer.start(Some(&office));
    assert!(!second.sees("Unsaved work was found"), "somebody is at it");
    assert!(second.sees("Another window holds unsaved changes of this file"));
    assert_eq!(computer.copies().len(), 1);
}

#[test]
fn a_disk_that_refuses_is_told_with_a_way_out() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    person.let_pass(4);
    // What was a folder is a file now, which nobody can write into, the administrator included.
    let blocked = computer.file("blocked", "");
    person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    person.answer_path(&blocked.join("office.ron"));
    assert!(person.sees("The file could not be saved"));
    assert!(person.sees("blocked"), "where");
    assert!(person.sees("Make the folder again or save in another place"), "what to do");
    assert!(person.sees("a recovery copy is kept"));
    assert_eq!(computer.copies().len(), 1);
    std::fs::remove_file(&blocked).expect("removed");
    std::fs::create_dir(&blocked).expect("a folder");
    person.click("Try again");
    assert!(blocked.join("office.ron").is_file());
    assert!(!person.app().editor().is_modified());
}

#[test]
fn after_a_failed_save_one_goes_on_elsewhere_with_what_was_wanted() {
    let computer = Computer::new();
    let mut person = computer.start(None);
    person.change_something();
    person.press(Modifiers::COMMAND, Key::N);
    person.click("Save");
    person.answer_path(&computer.path("no/such/folder/office.ron"));
    assert!(person.sees("The file could not be saved"));
    assert!(person.app().editor().is_modified(), "the work is kept");
    person.click("Save as…");
    person.answer_path(&computer.path("office.ron"));
    assert!(computer.path("office.ron").is_file());
    assert!(person.scenario().steps().is_empty(), "then the new sheet");
}

#[test]
fn damaged_settings_are_said_once_and_cost_no_other() {
    let (computer, office) = Computer::with_office();
    let folder = computer.path("preferences");
    std::fs::create_dir(&folder).expect("a folder");
    let text = format!("(theme: Purple, recent: [{office:?}])");
    computer.file("preferences/preferences.ron", text);
    let person = computer.start(None);
    assert!(person.sees("The file of your settings was damaged"));
    drop(person);
    let kept = computer.preferences().load().preferences;
    assert_eq!(kept.recent(), [office], "the last file is known");
    assert!(!computer.start(None).sees("The file of your settings was damaged"));
}

#[test]
fn a_copy_that_is_decided_on_later_is_offered_when_its_file_is_opened() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    person.let_pass(4);
    let work = person.blueprint().clone();
    drop(person);
    let mut person = computer.start(None);
    person.click("Decide later");
    person.press(Modifiers::COMMAND, Key::O);
    person.answer_path(&office);
    assert!(person.sees("Unsaved work was found"), "said again where it matters");
    person.click("Recover");
    assert_eq!(*person.blueprint(), work);
}

#[test]
fn the_newest_copy_comes_first_and_enter_recovers_it() {
    let computer = Computer::new();
    let mut titles = Vec::new();
    for (name, sample) in [("b.ron", 0), ("a.ron", 1), ("c.ron", 2)] {
        let path = computer.save(name, &samples()[sample].open().expect("a sample"));
        let mut person = computer.start(Some(&path));
        if person.sees("Unsaved work was found") {
            person.click("Decide later");
        }
        person.press(Modifiers::COMMAND, Key::A);
        person.press(Modifiers::NONE, Key::ArrowRight);
        person.let_pass(4);
        titles.push(person.blueprint().title().to_owned());
        drop(person);
        // Copies tell their time in seconds.
        std::thread::sleep(std::time::Duration::from_millis(1_050));
    }
    let mut person = computer.start(None);
    assert!(person.sees("Unsaved work was found"));
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.blueprint().title(), titles[2]);
}

#[test]
fn the_dialog_shrinks_with_the_copies_that_are_left() {
    let computer = Computer::new();
    for name in ["a.ron", "b.ron"] {
        let path = computer.save(name, &samples()[0].open().expect("a sample"));
        let mut person = computer.start(Some(&path));
        if person.sees("Unsaved work was found") {
            person.click("Decide later");
        }
        person.change_something();
        person.let_pass(4);
        drop(person);
    }
    let mut person = computer.start(None);
    let later = |person: &Person| person.window.get_by_label("Decide later").rect();
    let both = later(&person);
    let delete = |person: &mut Person, label: &str| {
        let first = person.window.query_all_by_label(label).next().expect("a copy").rect();
        person.click_at(first.center());
    };
    delete(&mut person, "Delete copy");
    delete(&mut person, "Delete permanently?");
    person.wait();
    let one = later(&person);
    let copy = person.window.get_by_label("Delete copy").rect();
    assert!(one.top() - copy.bottom() < 60.0, "right below: {copy:?} {one:?}");
    assert!(one.top() < both.top(), "and in the middle of the window again");
}

#[test]
fn a_file_that_is_only_damaged_stays_among_the_recent_ones() {
    let (computer, office) = Computer::with_office();
    drop(computer.start(Some(&office)));
    let text = std::fs::read_to_string(&office).expect("a file");
    std::fs::write(&office, &text[..text.len() / 2]).expect("damaged");
    let recent = || computer.preferences().load().preferences.recent().to_vec();
    let mut person = computer.start(Some(&office));
    assert!(person.sees("The file could not be opened"));
    person.click("Close");
    assert_eq!(recent(), std::slice::from_ref(&office), "it can be mended");
    std::fs::remove_file(&office).expect("removed");
    person.press(Modifiers::COMMAND, Key::O);
    person.answer_path(&office);
    assert!(person.sees("The file could not be opened"));
    assert_eq!(recent(), std::slice::from_ref(&office), "it may be on a disk that comes back");
    person.click("Remove from the list");
    assert!(recent().is_empty());
}

#[test]
fn a_language_that_is_asked_for_wins_and_the_kept_one_stays_kept() {
    let computer = Computer::new();
    let store = || computer.preferences();
    let mut kept = Preferences::default();
    kept.language = Some("en".to_owned());
    store().save(&kept).expect("saved");
    let start = |asked| Start {
        preferences: Some(store()),
        language: Language::Chinese,
        language_is_asked: asked,
        ..Start::default()
    };
    assert!(Person::starting(start(false)).sees("File"));
    let mut person = Person::starting(start(true));
    assert!(person.sees("文件") && !person.sees("File"));
    person.press(Modifiers::NONE, Key::F8);
    assert_eq!(store().load().preferences.language.as_deref(), Some("en"));
}

#[test]
fn the_path_of_what_was_found_is_shown_in_full_off_the_buttons() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    person.let_pass(4);
    drop(person);
    let mut person = computer.start(None);
    let path = office.display().to_string();
    let at = person.place_of(&path).center();
    person.point_at(at);
    person.let_pass(2);
    let button = person.place_of("Recover");
    let shown: Vec<_> = person.window.query_all_by_label(&path).map(|node| node.rect()).collect();
    assert!(shown.len() > 1, "in full beside it");
    assert!(shown.iter().all(|rect| !rect.intersects(button)), "{shown:?} {button:?}");
}
