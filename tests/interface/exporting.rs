//! Pictures, pages and tables leave the window: what a person chooses, sees before, and gets.

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::Blueprint;
use onstage::storage::preferences::PreferenceStore;
use onstage::storage::{self, samples};
use onstage::ui::{Settings, Start};

use crate::context::Person;

fn store(folder: &Path) -> PreferenceStore {
    PreferenceStore::in_folder(folder.join("preferences"))
}

/// A person with a blueprint that is saved in a folder.
fn at_a_file(folder: &Path, blueprint: &Blueprint) -> Person {
    let path = folder.join("Office.ron");
    storage::save(&path, blueprint).expect("saved");
    Person::starting(Start {
        file: Some(path),
        preferences: Some(store(folder)),
        settings: Some(Settings { theme: egui::ThemePreference::Dark, ..Settings::default() }),
        ..Start::default()
    })
}

fn office() -> Blueprint {
    samples()[0].open().expect("a sample")
}

/// The dialog with its preview.
fn exporting(folder: &Path) -> Person {
    let mut person = at_a_file(folder, &office());
    person.press(Modifiers::COMMAND, Key::E);
    person
}

fn export(person: &mut Person) {
    person.click_role(Role::Button, "Export");
    person.wait_for("Saved");
}

/// What is chosen in a list.
fn chosen(person: &Person, list: &str) -> String {
    let node = person.window.get_by_role_and_label(Role::ComboBox, list);
    node.accesskit_node().value().unwrap_or_default()
}

/// What a PNG says of itself: its width, and the colour of its first pixel.
fn png(path: &Path) -> (u32, [u8; 3]) {
    let file = std::io::BufReader::new(std::fs::File::open(path).expect("a file"));
    let mut reader = png::Decoder::new(file).read_info().expect("a picture");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    reader.next_frame(&mut bytes).expect("pixels");
    (reader.info().width, [bytes[0], bytes[1], bytes[2]])
}

#[test]
fn a_sheet_is_exported_where_the_blueprint_lies_and_light_whatever_the_window_wears() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = exporting(folder.path());
    person.wait_for("pixels");
    assert_eq!(person.shown_in("Name"), "Office - As-is");
    export(&mut person);
    let path = folder.path().join("Office - As-is.png");
    let (width, [red, ..]) = png(&path);
    assert!(width > 2_000 && red > 240, "{width} {red}");
    person.click("Close");
    assert!(!person.sees("Export"), "the dialog is gone");
}

#[test]
fn what_is_there_is_replaced_only_when_that_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("Mine.svg");
    std::fs::write(&path, "precious").expect("a file");
    let mut person = exporting(folder.path());
    person.click("SVG");
    person.fill("Name", "Mine");
    person.wait_for("is there already");
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), "precious");
    person.click_role(Role::Button, "Cancel");
    person.press(Modifiers::COMMAND, Key::E);
    person.click("SVG");
    person.fill("Name", "Mine");
    person.click_role(Role::Button, "Replace");
    person.wait_for("Saved");
    assert!(std::fs::read_to_string(&path).expect("a file").starts_with("<svg"));
}

#[test]
fn choices_come_back_for_each_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = exporting(folder.path());
    person.choose("Colours", "Dark");
    person.choose("Pixels a point", "1 ×");
    export(&mut person);
    let (width, [red, ..]) = png(&folder.path().join("Office - As-is.png"));
    assert!(width < 1_400 && red < 80, "{width} {red}");
    person.click("Close");
    person.press(Modifiers::COMMAND, Key::E);
    assert_eq!(chosen(&person, "Colours"), "Dark");
    person.click("SVG");
    assert_eq!(chosen(&person, "Colours"), "Light", "each format has its own");
    let kept = store(folder.path()).load().preferences;
    assert_eq!(kept.export_format.as_deref(), Some("png"));
    assert_eq!(kept.exports["png"]["theme"], "dark");
    assert_eq!(kept.export_folder.as_deref(), Some(folder.path()));
}

#[test]
fn pages_are_turned_in_the_preview() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = exporting(folder.path());
    person.click("PDF");
    person.wait_for("1 page");
    person.choose("Pages", "Several, to be laid together");
    person.wait_for("page 1 of");
    person.click("Next page");
    person.wait_for("page 2 of");
    person.click("Previous page");
    person.wait_for("page 1 of");
    export(&mut person);
    let bytes = std::fs::read(folder.path().join("Office - As-is.pdf")).expect("a file");
    assert!(bytes.starts_with(b"%PDF-"));
}

#[test]
fn a_chart_and_what_is_selected_can_be_exported() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = at_a_file(folder.path(), &office());
    person.click_card("Eye test");
    person.press(Modifiers::COMMAND, Key::E);
    person.choose("Show", "Selected: 1 step");
    export(&mut person);
    let path = folder.path().join("Office - As-is.png");
    let (part, _) = png(&path);
    person.click("Close");
    person.press(Modifiers::COMMAND, Key::E);
    person.choose("Show", "Chart: Load");
    person.click_role(Role::Button, "Replace");
    person.wait_for("Saved");
    let (chart, _) = png(&path);
    assert!(part < 1_000 && chart == 1_920, "{part} {chart}");
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = at_a_file(folder.path(), &Blueprint::empty("Nothing", "As-is"));
    person.press(Modifiers::COMMAND, Key::E);
    person.choose("Show", "Chart: Waiting");
    person.click_role(Role::Button, "Export");
    person.wait();
    let there: Vec<PathBuf> = std::fs::read_dir(folder.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "png"))
        .collect();
    assert!(there.is_empty(), "{there:?}");
    assert!(person.window.query_by_role_and_label(Role::Button, "Export").is_some(), "still open");
}

#[test]
fn a_folder_that_cannot_be_written_to_is_named_and_nothing_is_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = exporting(folder.path());
    person.click("Change…");
    person.answer_path(&folder.path().join("nowhere"));
    person.fill("Name", "Mine");
    person.click_role(Role::Button, "Export");
    person.wait_for("nowhere");
    assert_eq!(person.shown_in("Name"), "Mine", "what was chosen stays");
}

#[test]
fn pages_for_the_printer_lie_in_a_private_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = at_a_file(folder.path(), &office());
    person.press(Modifiers::COMMAND, Key::P);
    person.wait_for("No viewer opened");
    let said = {
        let mut nodes = person.window.query_all_by_label_contains("No viewer opened");
        nodes.find_map(|node| node.accesskit_node().label()).expect("it is said")
    };
    let (start, end) = (said.find('/').expect("a path"), said.find(".pdf").expect("a path"));
    let path = PathBuf::from(format!("{}.pdf", &said[start..end]));
    assert!(std::fs::read(&path).expect("the pages").starts_with(b"%PDF-"), "{path:?}");
    drop(person);
    assert!(!path.exists(), "gone with the window");
}

#[test]
fn a_report_is_seen_before_and_written_without_what_was_left_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = exporting(folder.path());
    person.click("HTML");
    person.wait_for("page 1 of");
    person.click_role(Role::CheckBox, "Method");
    export(&mut person);
    let path = folder.path().join("Office - As-is.html");
    let text = std::fs::read_to_string(&path).expect("a file");
    assert!(text.contains("60 /h") && !text.contains(">Method<"), "{}", text.len());
    person.click("Close");
    // As pages too.
    person.press(Modifiers::COMMAND, Key::E);
    person.click("PDF");
    person.choose("Show", "A report");
    person.wait_for("page 1 of");
    export(&mut person);
    assert!(std::fs::read(path.with_extension("pdf")).expect("a file").starts_with(b"%PDF-"));
    person.click("Close");
    person.press(Modifiers::COMMAND, Key::E);
    person.click("XLSX");
    export(&mut person);
    assert!(std::fs::read(path.with_extension("xlsx")).expect("a file").starts_with(b"PK"));
}
