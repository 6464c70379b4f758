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
    person.wait_for("Mine.svg is there already");
    // Enter, once and again, replaces nothing: what is there is kept.
    for _ in 0..2 {
        person.press(Modifiers::NONE, Key::Enter);
        assert_eq!(std::fs::read_to_string(&path).expect("a file"), "precious");
    }
    person.click_role(Role::Button, "Export");
    assert!(person.sees("Replace it?"));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(!person.sees("Replace it?") && person.sees("Export"), "Esc goes back to the dialog");
    person.click_role(Role::Button, "Export");
    person.click_role(Role::Button, "Replace");
    person.wait_for("Saved");
    assert!(std::fs::read_to_string(&path).expect("a file").starts_with("<svg"));
}

#[test]
fn what_was_written_here_is_replaced_at_once_but_not_what_was_changed_since() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("Office - As-is.mmd");
    let mut person = exporting(folder.path());
    person.click("MMD");
    export(&mut person);
    person.click("Close");
    person.press(Modifiers::COMMAND, Key::E);
    person.wait_for("was exported just now");
    person.press(Modifiers::NONE, Key::Enter);
    person.wait_for("Saved");
    person.click("Close");
    let changed = "flowchart LR\n  mine --> own\n";
    std::fs::write(&path, changed).expect("a file");
    person.press(Modifiers::COMMAND, Key::E);
    person.press(Modifiers::NONE, Key::Enter);
    person.wait_for("was changed since it was exported. Replace it?");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), changed);
    person.click_role(Role::Button, "Export");
    person.click_role(Role::Button, "Replace");
    person.wait_for("Saved");
    assert_ne!(std::fs::read_to_string(&path).expect("a file"), changed);
}

#[test]
fn a_file_beside_the_main_one_is_asked_about_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let beside = folder.path().join("Office - As-is-roles.csv");
    std::fs::write(&beside, "precious").expect("a file");
    let mut person = exporting(folder.path());
    person.click("CSV");
    person.click_role(Role::Button, "Export");
    person.wait_for("Office - As-is-roles.csv is there already. Replace it?");
    assert_eq!(std::fs::read_to_string(&beside).expect("a file"), "precious");
    assert!(!folder.path().join("Office - As-is.csv").exists(), "nothing was written");
    person.click_role(Role::Button, "Replace");
    person.wait_for("Saved");
    assert_ne!(std::fs::read_to_string(&beside).expect("a file"), "precious");
}

fn is_enabled(person: &Person, button: &str) -> bool {
    let node = person.window.get_by_role_and_label(Role::Button, button);
    !node.accesskit_node().is_disabled()
}

#[test]
fn what_no_name_may_have_is_told_while_it_is_typed_and_no_longer_than_it_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = exporting(folder.path());
    person.begin_to_fill("Name", "May");
    for (typed, told) in [("/", "cannot hold /"), ("?", "cannot hold ?"), (":", "cannot hold :")] {
        person.type_text(typed);
        assert!(person.sees(told), "{told}");
        assert!(!is_enabled(&person, "Export"));
        person.press(Modifiers::NONE, Key::Enter);
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 2, "{typed}");
        person.click_role(Role::TextInput, "Name");
        person.press(Modifiers::NONE, Key::End);
        person.press(Modifiers::NONE, Key::Backspace);
        assert!(!person.sees("cannot hold"), "{told}");
        assert!(is_enabled(&person, "Export"));
    }
    person.begin_to_fill("Name", "");
    assert!(person.sees("The file needs a name"));
}

#[test]
fn an_error_goes_when_its_cause_goes() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("Mine.svg")).expect("a folder");
    let mut person = exporting(folder.path());
    person.click("SVG");
    person.fill("Name", "Mine");
    person.click_role(Role::Button, "Export");
    person.click_role(Role::Button, "Replace");
    person.wait_for("Mine.svg:");
    person.begin_to_fill("Name", "Mine 2");
    assert!(!person.sees("Mine.svg:"));
    export(&mut person);
}

/// What the keys go to: its sort and its name.
fn focused(person: &Person) -> Option<(Role, String)> {
    let all = person.window.query_all_by(|node| node.is_focused() && !node.is_hidden());
    let mut all = all.map(|node| {
        let node = node.accesskit_node();
        (node.role(), node.label().unwrap_or_default())
    });
    all.next()
}

#[test]
fn the_keyboard_begins_at_the_formats_which_are_one_list() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = at_a_file(folder.path(), &office());
    let before = focused(&person);
    person.press(Modifiers::COMMAND, Key::E);
    assert_eq!(focused(&person), Some((Role::RadioButton, "PNG".to_owned())));
    person.press(Modifiers::NONE, Key::ArrowRight);
    assert_eq!(focused(&person), Some((Role::RadioButton, "SVG".to_owned())));
    assert!(person.sees("Letters as shapes"), "the list shows what it has come to");
    for key in [Key::ArrowLeft, Key::ArrowLeft] {
        person.press(Modifiers::NONE, key);
    }
    assert_eq!(focused(&person), Some((Role::RadioButton, "MMD".to_owned())), "round");
    person.press(Modifiers::NONE, Key::Tab);
    assert!(focused(&person).is_some_and(|(role, _)| role != Role::RadioButton), "Tab leaves");
    person.press(Modifiers::SHIFT, Key::Tab);
    assert_eq!(focused(&person), Some((Role::RadioButton, "MMD".to_owned())));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(!person.sees("Mermaid"), "closed");
    assert_eq!(focused(&person), before, "the keys are where they were");
}

#[test]
fn whoever_leaves_the_dialog_is_on_the_sheet_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = at_a_file(folder.path(), &office());
    person.click_card("Eye test");
    for by_menu in [false, true] {
        if by_menu {
            person.go_through(&["File"]);
            person.click_containing("Export…");
        } else {
            person.press(Modifiers::COMMAND, Key::E);
        }
        person.press(Modifiers::NONE, Key::Tab);
        person.press(Modifiers::NONE, Key::Escape);
        let before = person.document();
        person.press(Modifiers::NONE, Key::ArrowRight);
        assert_ne!(person.document(), before, "the card moves, by menu: {by_menu}");
    }
}

#[test]
fn what_was_chosen_is_there_again_though_nothing_came_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = folder.path().join("other");
    std::fs::create_dir(&other).expect("a folder");
    let mut person = exporting(folder.path());
    person.choose("Colours", "Dark");
    person.click("SVG");
    person.click("Letters as shapes");
    person.choose("Show", "Chart: Load");
    person.click("Change…");
    person.answer_path(&other);
    person.click_role(Role::Button, "Cancel");
    person.press(Modifiers::COMMAND, Key::E);
    assert_eq!(focused(&person), Some((Role::RadioButton, "SVG".to_owned())));
    let tick = person.window.get_by_role_and_label(Role::CheckBox, "Letters as shapes");
    assert_eq!(tick.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    assert_eq!(chosen(&person, "Show"), "Chart: Load");
    assert!(person.sees("other"), "the folder");
    person.click("PNG");
    assert_eq!(chosen(&person, "Colours"), "Dark");
    person.press(Modifiers::NONE, Key::Escape);
    // A report is remembered by itself.
    person.command("Report…");
    person.click_role(Role::CheckBox, "Method");
    person.press(Modifiers::NONE, Key::Escape);
    person.command("Report…");
    let tick = person.window.get_by_role_and_label(Role::CheckBox, "Method");
    assert_eq!(tick.accesskit_node().toggled(), Some(egui::accesskit::Toggled::False));
    assert!(store(folder.path()).load().preferences.exports.is_empty(), "nothing was exported");
}

/// From the head of the dialog to its main button.
fn dialog(person: &Person) -> egui::Rect {
    let place = |role| person.window.get_by_role_and_label(role, "Export").rect();
    place(Role::Label).union(place(Role::Button))
}

/// Where pages are looked at.
fn looked_at(person: &Person) -> egui::Rect {
    let mut all = person.window.query_all_by_role(Role::Image);
    let is_pages = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|label| label.ends_with("pages"))
    };
    all.find(is_pages).expect("pages").rect()
}

#[test]
fn the_dialog_is_as_large_for_every_format_and_shows_what_will_be_in_each() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = exporting(folder.path());
    let size = dialog(&person);
    assert!(size.width() <= 720.0 && size.height() <= 520.0, "{size:?}");
    for (format, told) in [
        ("SVG", "Sharp at every size"),
        ("PDF", "1 page"),
        ("DOCX", "page 1 of"),
        ("HTML", "One page without end"),
        ("MD", "One page without end"),
        ("XLSX", " tables"),
        ("CSV", "Office - As-is-roles.csv"),
        ("MMD", "flowchart LR"),
        ("PNG", "pixels"),
    ] {
        person.click(format);
        person.wait_for(told);
        assert_eq!(dialog(&person), size, "{format}");
    }
    person.click("XLSX");
    let rows = format!("{} rows", person.scenario().roles().len());
    person.wait_for(&rows);
}

#[test]
fn the_preview_can_be_enlarged_and_made_small_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = exporting(folder.path());
    person.click("DOCX");
    person.wait_for("page 1 of");
    let size = dialog(&person);
    let small = looked_at(&person);
    person.click("Enlarge the preview");
    assert!(looked_at(&person).width() > 2.0 * small.width() && !person.sees("Folder"));
    person.press(Modifiers::NONE, Key::ArrowRight);
    person.wait_for("page 2 of");
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(dialog(&person), size);
    assert!(person.sees("page 2 of"), "the page stays");
    for is_small in [true, false] {
        assert_eq!(person.sees("Folder"), is_small, "a click enlarges, another makes small");
        let at = looked_at(&person).center_top() + egui::vec2(0.0, 100.0);
        person.click_at(at);
    }
    assert_eq!(dialog(&person), size);
}

#[test]
fn one_scenario_is_compared_with_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut blueprint = office();
    while blueprint.scenarios().len() > 1 {
        let last = blueprint.scenarios().last().expect("one").id();
        blueprint.remove_scenario(last).expect("removed");
    }
    let mut person = at_a_file(folder.path(), &blueprint);
    person.command("Report…");
    let tick = person.window.get_by_role_and_label(Role::CheckBox, "Comparison");
    assert!(tick.accesskit_node().is_disabled());
    assert!(
        !person
            .window
            .get_by_role_and_label(Role::CheckBox, "Method")
            .accesskit_node()
            .is_disabled()
    );
}

#[test]
fn what_is_shown_and_its_parts_have_two_words_in_chinese() {
    let mut person = Person::at_first_sample().language(onstage::wording::Language::Chinese).open();
    person.command("报告…");
    assert_eq!(person.window.query_all_by_label("内容").count(), 1);
    assert!(person.sees("章节"));
}

#[test]
fn what_was_written_can_be_opened_and_its_folder_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = exporting(folder.path());
    for button in ["Open", "Show in folder"] {
        person.fill("Name", button);
        export(&mut person);
        // No program is started in a test.
        person.click_role(Role::Button, button);
        person.wait_for("No program opened");
    }
    person.press(Modifiers::NONE, Key::Escape);
    person.press(Modifiers::COMMAND, Key::P);
    person.wait_for("No viewer opened");
    assert!(!person.sees("Show in folder"));
}

#[test]
fn another_format_is_exported_after_the_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = exporting(folder.path());
    export(&mut person);
    assert!(person.sees("Show in folder"));
    person.click("XLSX");
    assert!(!person.sees("Show in folder"), "what is told is of another file");
    export(&mut person);
    assert!(folder.path().join("Office - As-is.xlsx").exists());
    // A report is called otherwise than the sheet on pages, unless somebody has named it.
    person.click("PDF");
    export(&mut person);
    person.click("HTML");
    assert_eq!(person.shown_in("Name"), "Office - As-is - report");
    person.fill("Name", "Mine");
    person.click("PDF");
    assert_eq!(person.shown_in("Name"), "Mine");
}

#[test]
fn of_two_scenarios_the_first_of_the_file_is_the_earlier() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = exporting(folder.path());
    person.click("SVG");
    person.choose("Show", "Compared with To-be A");
    export(&mut person);
    let file = folder.path().join("Office - As-is - comparison.svg");
    let text = std::fs::read_to_string(file).expect("a picture");
    // The eye test is gone from the later one: it is no new step, whichever is shown.
    let title =
        text.split_once("<title>").expect("a title").1.split_once("</title>").expect("it").0;
    let (before, after) = (title.find("As-is"), title.find("To-be A"));
    assert!(before.is_some() && before < after, "{title}");
}

#[test]
fn copying_a_picture_stands_in_the_menu_of_files_too() {
    let mut person = Person::new();
    for menu in ["File", "Edit"] {
        person.go_through(&[menu]);
        assert!(person.sees("Copy as picture"), "{menu}");
        person.press(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn each_chart_is_copied_as_a_picture() {
    let mut person = Person::new();
    assert!(!person.sees("Copy the chart"), "a table is none");
    for chart in ["Load", "Visit", "Waiting", "Money"] {
        person.click_role(Role::Tab, chart);
        person.click_role(Role::Button, "Copy the chart as a picture");
        person.wait_for(&format!("{chart} is copied as a picture, 1920 × 1080 pixels"));
    }
    person.press(Modifiers::COMMAND, Key::K);
    person.type_text("copy redesign");
    person.press(Modifiers::NONE, Key::Enter);
    person.wait_for("Redesign is copied as a picture, 1920 × 1080 pixels");
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
    person.wait_for("page 1 of 2");
    person.click("Next page");
    person.wait_for("page 2 of 2");
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
    let file = |what: &str| folder.path().join(format!("Office - As-is - {what}.png"));
    let (part, _) = png(&file("part"));
    person.click("Close");
    person.press(Modifiers::COMMAND, Key::E);
    person.choose("Show", "Chart: Load");
    export(&mut person);
    let (chart, _) = png(&file("Load"));
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
    person.wait_for("There is no folder");
    assert!(person.sees("nowhere") && !is_enabled(&person, "Export"));
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
    person.wait_for("One page without end");
    person.click_role(Role::CheckBox, "Method");
    export(&mut person);
    let path = folder.path().join("Office - As-is - report.html");
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
