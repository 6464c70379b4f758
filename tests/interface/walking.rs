//! The walk-through: along the visit, moment by moment.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::Stars;
use onstage::wording::Language;

use crate::context::Person;

fn walking() -> Person {
    let mut person = Person::at_first_sample().size(1440.0, 900.0).open();
    person.command("Walk through the visit");
    person
}

/// The stars of an element, for customers.
fn stars(person: &Person, name: &str) -> Option<u8> {
    let scenario = person.blueprint().baseline();
    let element = scenario.elements().values().find(|element| element.name == name);
    element.expect(name).rating.map(Stars::get)
}

/// The element whose stars come first.
fn first_element(person: &Person) -> String {
    let mut all = person.window.get_all_by_role(Role::RadioButton);
    let label =
        all.find_map(|node| node.accesskit_node().label().filter(|label| label.contains(": 1 ")));
    let label = label.expect("an element with stars");
    label.split(": ").next().expect("a name").to_owned()
}

#[test]
fn stars_are_given_by_keys() {
    let mut person = walking();
    assert!(person.sees("Moment 1 of 6"));
    let before = person.blueprint().clone();
    let name = first_element(&person);
    let was = stars(&person, &name);
    let (key, number) = if was == Some(2) { (Key::Num4, 4) } else { (Key::Num2, 2) };
    person.press(Modifiers::NONE, key);
    assert_eq!(stars(&person, &name), Some(number));
    person.undo();
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn esc_lands_on_the_step() {
    let mut person = walking();
    person.press(Modifiers::NONE, Key::ArrowRight);
    assert!(person.sees("Moment 2 of 6"));
    person.press(Modifiers::NONE, Key::ArrowRight);
    person.press(Modifiers::NONE, Key::ArrowLeft);
    assert!(person.sees("Moment 2 of 6"));
    person.press(Modifiers::NONE, Key::Escape);
    person.wait();
    assert!(!person.sees("Moment 2 of 6"));
    assert_eq!(person.selected(), ["Pays the fee"]);
}

#[test]
fn moments_are_gone_to_and_say_their_stars() {
    let mut person = walking();
    let mut all = person.window.get_all_by_role(Role::Button);
    let label = all.find_map(|node| {
        node.accesskit_node().label().filter(|label| label.starts_with("Takes licence: "))
    });
    drop(all);
    let label = label.expect("the last moment");
    person.click(&label);
    assert!(person.sees("Moment 6 of 6"));
}

#[test]
fn the_lens_of_the_surroundings_has_the_walk() {
    for language in Language::ALL {
        let mut person = Person::at_first_sample().language(language).size(1440.0, 900.0).open();
        person.press(Modifiers::COMMAND, Key::Num5);
        let walk = person.word("command-walk-through");
        person.click_role(Role::Button, &walk);
        assert!(person.sees(&person.word("walk-missing").to_uppercase()));
    }
}

#[test]
fn what_the_verdict_misses_the_walk_misses_too() {
    // Nothing is to be seen where customers wait for the check, and the verdict says so.
    for language in Language::ALL {
        let mut person = Person::at_first_sample().language(language).size(1440.0, 900.0).open();
        person.command(&person.word("command-walk-through"));
        let missing = |person: &Person, at: usize| {
            let scenario = person.blueprint().baseline();
            let phase = scenario.phases().values().nth(at).expect("a phase").name.clone();
            person.sees(&person.words().with("walk-no-evidence", &[("phase", phase.into())]))
        };
        assert!(!missing(&person, 0));
        person.press(Modifiers::NONE, Key::ArrowRight);
        person.press(Modifiers::NONE, Key::ArrowRight);
        assert!(missing(&person, 2), "{language:?}");
        assert!(!person.sees(&person.word("walk-complete")));
    }
}
