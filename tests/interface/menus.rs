//! Context menus: of cards, roles and the palette. Each holds what can be done with its thing, and
//! does it.

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::{StepKind, Zone};
use onstage::wording::Language;

use crate::context::Person;

impl Person {
    /// Opens the context menu of a row of the palette.
    fn open_menu_of(&mut self, row: &str) {
        let at = self.item(row);
        self.button(at, PointerButton::Secondary);
    }

    /// Opens the context menu of a card.
    fn open_menu_of_card(&mut self, name: &str) {
        let at = self.card(name);
        self.button(at, PointerButton::Secondary);
    }

    /// Whether an open menu has an entry with this name, which a key may follow.
    fn offers(&self, entry: &str) -> bool {
        let buttons = self.window.query_all_by_role(Role::Button);
        buttons
            .into_iter()
            .any(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(entry)))
    }

    fn headcount(&self, name: &str) -> u32 {
        let role = self.scenario().roles().values().find(|role| role.name == name);
        role.expect("a role").headcount
    }
}

#[test]
fn the_menu_of_a_card_holds_the_clipboard_and_what_the_card_is() {
    for language in [Language::English, Language::Chinese] {
        let mut person = Person::at_first_sample().language(language).open();
        person.open_menu_of_card(person.either("Eye test", "眼睛测试"));
        for key in [
            "command-rename",
            "command-cut",
            "command-copy",
            "command-paste",
            "command-duplicate",
            "details-kind",
            "details-lane",
            "palette-roles",
            "details-wait-here",
            "details-fail-here",
            "command-delete",
        ] {
            assert!(person.offers(&person.word(key)), "{key}");
        }
        // Evidence neither waits nor fails, and nobody does it.
        person.press(Modifiers::NONE, Key::Escape);
        person.press(Modifiers::NONE, Key::Escape);
        person.open_menu_of_card(person.either("Eye chart", "视力表"));
        assert!(person.offers(&person.word("command-cut")));
        for key in ["details-wait-here", "details-fail-here"] {
            assert!(!person.offers(&person.word(key)), "{key}");
        }
    }
}

#[test]
fn the_menu_of_a_card_changes_lane_kind_and_whether_it_fails() {
    let mut person = Person::new();
    let fails = |person: &Person| person.of("Eye test").fail.is_some();
    let before = fails(&person);
    person.open_menu_of_card("Eye test");
    person.click_role(Role::Button, "It can fail here");
    assert_ne!(fails(&person), before);
    person.open_menu_of_card("Eye test");
    person.click_role(Role::Button, "It can fail here");
    assert_eq!(fails(&person), before, "and takes it back");
    person.open_menu_of_card("Eye test");
    person.go_through(&["Lane"]);
    let backstage = person.window.query_all_by_role_and_label(Role::Button, "Backstage");
    backstage.into_iter().next_back().expect("a lane").click();
    person.wait();
    assert_eq!(person.scenario().zone_of(person.of("Eye test")), Zone::Backstage);
    person.open_menu_of_card("Eye test");
    person.go_through(&["Kind"]);
    let decision = person.window.query_all_by_role_and_label(Role::Button, "Decision");
    decision.into_iter().next_back().expect("a kind").click();
    person.wait();
    assert_eq!(person.of("Eye test").kind, StepKind::Decision);
}

#[test]
fn cut_copy_and_paste_of_the_menu_do_what_their_keys_do() {
    let mut person = Person::at_a_row(&["Ask", "Wait", "Leave"], 180);
    person.open_menu_of_card("Wait");
    person.window.get_by_role_and_label(Role::Button, "Cut Ctrl+X").click();
    person.window.run_steps(2);
    person.wait();
    assert_eq!(person.names(), ["Ask", "Leave"]);
}

#[test]
fn the_menu_of_a_role_holds_what_can_be_done_with_it() {
    let mut person = Person::new();
    person.open_menu_of("Records officer");
    person.click_role(Role::Button, "One more");
    assert_eq!(person.headcount("Records officer"), 2);
    person.open_menu_of("Records officer");
    person.click_role(Role::Button, "One fewer");
    assert_eq!(person.headcount("Records officer"), 1);
    person.open_menu_of("Records officer");
    let chosen = "Select its step";
    person.click_containing(chosen);
    assert_eq!(person.selected(), ["Check violations"]);
    // What is selected and lacks the role can be given it.
    person.click_card("Eye test");
    person.open_menu_of("Records officer");
    person.click_role(Role::Button, "Assign to the selected step");
    let officer = person.scenario().roles().iter().find(|(_, role)| role.name == "Records officer");
    let officer = *officer.expect("a role").0;
    assert!(person.scenario().step_needs_role(person.step("Eye test"), officer));
    person.open_menu_of("Records officer");
    person.window.query_all_by_label_contains("Rename").next_back().expect("an entry").click();
    person.wait();
    person.enter("Registrar");
    assert!(person.role_names().contains(&"Registrar".to_owned()));
    person.open_menu_of("Registrar");
    // The panel beside the sheet says the same further to the right.
    let all = person.window.query_all_by_role_and_label(Role::Button, "Delete role");
    let entry = all.into_iter().min_by(|a, b| a.rect().left().total_cmp(&b.rect().left()));
    entry.expect("an entry").click();
    person.wait();
    assert!(!person.role_names().contains(&"Registrar".to_owned()));
}

#[test]
fn the_menu_of_the_palette_makes_a_card_and_selects_all_of_a_sort() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 220);
    person.open_menu_of("Customer action");
    person.click_containing("Select all");
    assert_eq!(person.selected(), ["Ask", "Leave"]);
    person.open_menu_of("Decision");
    person.click_role(Role::Button, &person.word("palette-put-on-sheet"));
    person.enter("Sure?");
    assert_eq!(person.of("Sure?").kind, StepKind::Decision);
    person.assert_apart();
}
