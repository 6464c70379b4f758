//! The start screen, the gallery of templates, and samples in the language of the interface.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::storage::templates;
use onstage::ui::{Opening, Start};
use onstage::wording::Language;

use crate::context::{Computer, Person};

/// What is on the sheet: the names of its steps in one line.
fn steps(person: &Person) -> String {
    let steps = person.scenario().steps().values();
    steps.map(|step| step.name.as_str()).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_first_start_leads_to_an_example_in_one_click() {
    let mut person = Person::at_start_screen().open();
    assert!(person.sees("Files that you save appear here"));
    assert!(person.sees("Start from a template"));
    person.click("Driver-licence office");
    assert_eq!(person.capacity(), Some(60.0));
    assert!(!person.app().editor().is_modified());
    assert!(person.app().path().is_none(), "a sample is in no file");
}

#[test]
fn a_file_of_before_is_one_click_away_and_a_missing_one_says_so() {
    let (computer, here) = Computer::with_office();
    computer.remember(&[&computer.path("gone.ron"), &here]);
    let mut person = Person::at_start_screen().on_computer(&computer).open();
    assert!(!person.sees("New here?"), "who has files needs no example first");
    assert!(person.window.get_by_label("gone").accesskit_node().is_disabled());
    person.click("office");
    assert_eq!(person.app().path(), Some(here.as_path()));
    assert!(steps(&person).contains("Eye test"));
}

#[test]
fn esc_leaves_the_start_screen_to_an_empty_sheet() {
    let mut person = Person::at_start_screen().open();
    person.press(Modifiers::NONE, Key::Escape);
    assert!(!person.sees("Start from a template"));
    assert!(person.scenario().steps().is_empty());
    assert!(person.sees("Draw your service"));
}

#[test]
fn keys_of_the_sheet_do_nothing_behind_the_start_screen() {
    let mut person = Person::new();
    let before = person.blueprint().clone();
    person.press(Modifiers::COMMAND, Key::A);
    person.click("File");
    person.click("Start screen");
    person.press(Modifiers::NONE, Key::Delete);
    person.press(Modifiers::NONE, Key::N);
    assert_eq!(*person.blueprint(), before);
    person.press(Modifiers::NONE, Key::Escape);
    assert!(steps(&person).contains("Eye test"), "the sheet is as it was");
}

#[test]
fn the_start_screen_is_operated_by_keys_alone() {
    let mut person = Person::at_start_screen().open();
    let lead = person.window.get_by_label("Driver-licence office");
    lead.focus();
    person.wait();
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.capacity(), Some(60.0));
}

#[test]
fn a_template_is_found_by_typing_and_opened_by_enter() {
    let mut person = Person::new();
    person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::N);
    person.type_text("workshop");
    assert!(!person.sees("Bank services"), "typing leaves what fits");
    person.press(Modifiers::NONE, Key::Enter);
    assert!(steps(&person).contains("Receive and record"));
    assert!(!person.app().editor().is_modified(), "nothing was edited yet");
    assert!(person.app().path().is_none());
}

#[test]
fn arrows_walk_through_the_gallery() {
    let mut person = Person::new();
    person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::N);
    person.press(Modifiers::NONE, Key::ArrowRight);
    person.press(Modifiers::NONE, Key::ArrowDown);
    person.press(Modifiers::NONE, Key::ArrowLeft);
    person.press(Modifiers::NONE, Key::Enter);
    let rows = [2, 3].map(|in_a_row| templates()[in_a_row].open().expect("sound"));
    let opened = person.blueprint().title();
    assert!(rows.iter().any(|template| template.title() == opened), "{opened}: one row below");
}

#[test]
fn esc_leaves_the_gallery_and_the_sheet_alone() {
    let mut person = Person::new();
    let before = person.blueprint().clone();
    person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::N);
    assert!(person.sees("Car workshop"));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(!person.sees("Car workshop"));
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn unsaved_work_is_asked_about_before_a_template_is_opened() {
    let mut person = Person::new();
    person.change_something();
    person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::N);
    person.enter("bank");
    assert!(person.sees("Save changes to"));
    person.click("Don’t save");
    assert!(steps(&person).contains("Check compliance"));
}

#[test]
fn samples_speak_the_language_of_the_interface() {
    let mut person = Person::at_start_screen().language(Language::Chinese).open();
    person.click("汽车驾照发放（美国原题）");
    assert!(steps(&person).contains("检查违章与限制情况"));
    assert_eq!(person.capacity(), Some(60.0));
}

#[test]
fn an_unreadable_file_at_the_start_leads_to_the_start_screen() {
    let start = Start {
        file: Some(Computer::new().path("nothing.ron")),
        opening: Opening::StartScreen,
        ..Start::default()
    };
    let mut person = Person::starting(start);
    assert!(person.sees("The file could not be opened"));
    person.click("Close");
    assert!(person.sees("Start from a template"));
}

#[test]
fn an_empty_sheet_leads_to_the_gallery_and_to_samples() {
    let mut person = Person::at_an_empty_sheet();
    person.click("New from template…");
    assert!(person.sees("IT service operation"));
    person.press(Modifiers::NONE, Key::Escape);
    person.click("Open the sample: Airport arrival");
    assert!(steps(&person).contains("Register entry"));
}

#[test]
fn steps_of_templates_are_counted_as_in_the_rest_of_the_window() {
    let person = Person::at_start_screen().size(1440.0, 3600.0).open();
    let painted = person.painted();
    let below = |name: &str| {
        let rect = painted.iter().find(|(text, ..)| text == name).map(|(_, rect, _)| *rect);
        let rect = rect.unwrap_or_else(|| panic!("no {name}"));
        let under = painted.iter().filter(|(_, other, _)| {
            (other.left() - rect.left()).abs() < 4.0
                && (rect.top()..rect.top() + 90.0).contains(&other.top())
        });
        under.map(|(text, ..)| text.clone()).collect::<Vec<_>>()
    };
    for template in templates() {
        let blueprint = template.open_in("en").expect("a sound template");
        let person = Person::at_blueprint(blueprint).open();
        let said = person.words().counted("steps", person.scenario().flowing_steps());
        assert!(person.sees(&said), "{}: {said} at the foot of the window", template.key);
        let under = below(&person.word(template.name_key));
        assert!(under.contains(&said), "{}: {said}, not {under:?}", template.key);
    }
}
