//! Crashes, files changed by others, disks that refuse: no work is lost, and all is said.

use std::path::Path;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use onstage::blueprint::Blueprint;
use onstage::storage::preferences::Preferences;
use onstage::storage::{self, samples};
use onstage::ui::Start;
use onstage::wording::Language;

use crate::context::{Computer, Person};

/// Lets so many seconds pass.
fn pass(person: &mut Person, seconds: usize) {
    for _ in 0..seconds {
        // A pass takes a quarter of a second.
        person.window.run_steps(4);
    }
    person.wait();
}

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
fn work_is_kept_a_few_seconds_after_a_change_and_recovered_after_a_crash() {
    let (computer, office) = Computer::with_office();
    let before = std::fs::read(&office).expect("a file");
    let mut person = computer.start(Some(&office));
    person.change_something();
    assert!(computer.copies().is_empty(), "not at every key");
    pass(&mut person, 4);
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
    pass(&mut person, 1);
    assert_eq!(computer.copies().len(), 1, "it has a copy of its own, the old one is gone");
    person.press(Modifiers::COMMAND, Key::S);
    pass(&mut person, 1);
    assert_eq!(storage::open(&office).expect("a file").blueprint, work);
    assert!(computer.copies().is_empty(), "saved work needs no copy");
}

#[test]
fn a_sheet_that_was_never_saved_is_recovered_too() {
    let computer = Computer::new();
    let mut person = computer.start(None);
    person.press(Modifiers::COMMAND, Key::N);
    person.add("Customer action", onstage::blueprint::Zone::Customer, 200, "Asks the way");
    pass(&mut person, 4);
    drop(person);
    let mut person = computer.start(None);
    assert!(person.sees("1 step; never saved"));
    person.click("Recover");
    person.step("Asks the way");
    assert!(person.app().editor().is_modified() && person.app().path().is_none());
    // A second crash right after is survived as well.
    pass(&mut person, 1);
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
    pass(&mut person, 1);
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
        pass(&mut person, 4);
        assert_eq!(computer.copies().len(), 1);
        end(&mut person);
        pass(&mut person, 1);
        assert!(computer.copies().is_empty());
    }
}

#[test]
fn a_clean_end_leaves_nothing_behind() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    pass(&mut person, 4);
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
    pass(&mut person, 4);
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
    pass(&mut person, 1);
    assert!(computer.copies().is_empty());
    drop(person);
    assert!(!computer.start(None).sees("Unsaved work was found"));
}

#[test]
fn a_damaged_copy_is_told_and_opens_nothing() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    pass(&mut person, 4);
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
    pass(&mut first, 4);
    let second = computer.start(Some(&office));
    assert!(!second.sees("Unsaved work was found"), "somebody is at it");
    assert!(second.sees("Another window holds unsaved changes of this file"));
    assert_eq!(computer.copies().len(), 1);
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
    pass(&mut person, 4);
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
    pass(&mut person, 4);
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

#[test]
fn a_disk_that_refuses_is_told_with_a_way_out() {
    let (computer, office) = Computer::with_office();
    let mut person = computer.start(Some(&office));
    person.change_something();
    pass(&mut person, 4);
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
    pass(&mut person, 4);
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
        pass(&mut person, 4);
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
        pass(&mut person, 4);
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
