//! Context menus: of cards, roles and the palette. Each holds what can be done with its thing, and
//! does it.

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::Queryable;
use onstage::blueprint::{StepKind, Zone};
use onstage::wording::Language;

use crate::context::Person;

/// What an entry of a menu can be: a row, a switch, one of several.
const ROLES: [Role; 3] = [Role::Button, Role::MenuItemCheckBox, Role::MenuItemRadio];

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

    /// Where the open menu has an entry of this name, which a key may follow; menus lie near the
    /// pointer, left of the panel that says much the same.
    fn entry(&self, name: &str) -> Option<Pos2> {
        let start = name.to_owned();
        let named = self.window.query_all_by(move |node| {
            ROLES.contains(&node.role())
                && node.label().is_some_and(|label| label.starts_with(&start))
        });
        let places = named.map(|node| node.rect().center());
        // What was opened last lies in front.
        places.filter(|at| at.x < self.everything().right() - 390.0).last()
    }

    fn offers(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    fn choose_entry(&mut self, name: &str) {
        let at = self.entry(name).unwrap_or_else(|| panic!("no entry {name}"));
        self.click_at(at);
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
    person.choose_entry("It can fail here");
    assert_ne!(fails(&person), before);
    person.open_menu_of_card("Eye test");
    person.choose_entry("It can fail here");
    assert_eq!(fails(&person), before, "and takes it back");
    person.open_menu_of_card("Eye test");
    person.choose_entry("Lane");
    person.choose_entry("Backstage");
    assert_eq!(person.scenario().zone_of(person.of("Eye test")), Zone::Backstage);
    person.open_menu_of_card("Eye test");
    person.choose_entry("Kind");
    person.choose_entry("Decision");
    assert_eq!(person.of("Eye test").kind, StepKind::Decision);
}

#[test]
fn cut_copy_and_paste_of_the_menu_do_what_their_keys_do() {
    let mut person = Person::at_a_row(&["Ask", "Wait", "Leave"], 180);
    person.open_menu_of_card("Wait");
    person.choose_entry("Cut");
    assert_eq!(person.names(), ["Ask", "Leave"]);
}

#[test]
fn the_menu_of_a_role_holds_what_can_be_done_with_it() {
    let mut person = Person::new();
    person.open_menu_of("Records officer");
    person.choose_entry("One more");
    assert_eq!(person.headcount("Records officer"), 2);
    person.open_menu_of("Records officer");
    person.choose_entry("One fewer");
    assert_eq!(person.headcount("Records officer"), 1);
    person.open_menu_of("Records officer");
    person.choose_entry("Select its step");
    assert_eq!(person.selected(), ["Check violations"]);
    // What is selected and lacks the role can be given it.
    person.click_card("Eye test");
    person.open_menu_of("Records officer");
    person.choose_entry("Assign to the selected step");
    let officer = person.scenario().roles().iter().find(|(_, role)| role.name == "Records officer");
    let officer = *officer.expect("a role").0;
    assert!(person.scenario().step_needs_role(person.step("Eye test"), officer));
    person.open_menu_of("Records officer");
    person.choose_entry("Rename");
    person.enter("Registrar");
    assert!(person.role_names().contains(&"Registrar".to_owned()));
    person.open_menu_of("Registrar");
    person.choose_entry("Delete role");
    assert!(!person.role_names().contains(&"Registrar".to_owned()));
}

#[test]
fn the_menu_of_the_palette_makes_a_card_and_selects_all_of_a_sort() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 220);
    person.open_menu_of("Customer action");
    person.choose_entry("Select all");
    assert_eq!(person.selected(), ["Ask", "Leave"]);
    person.open_menu_of("Decision");
    person.choose_entry("Add to the sheet");
    person.enter("Sure?");
    assert_eq!(person.of("Sure?").kind, StepKind::Decision);
    person.assert_apart();
}

#[test]
fn what_the_menu_of_a_lane_does_is_found_by_its_name() {
    let mut person = Person::new();
    let lanes = |person: &Person| {
        let all = person.scenario().lanes().iter();
        all.map(|(id, lane)| (*id, lane.zone, lane.collapsed)).collect::<Vec<_>>()
    };
    let before = lanes(&person);
    assert!(person.selected().is_empty());
    person.command("Add lane above");
    assert_eq!(lanes(&person), before, "nobody knows of which lane");
    person.press(Modifiers::NONE, Key::Escape);
    let place = |zone: Zone| before.iter().position(|lane| lane.1 == zone).expect("a lane");
    let at = place(Zone::Frontstage);
    person.click_card("Eye test");
    person.command("Add lane above");
    assert_eq!(lanes(&person).len(), before.len() + 1);
    assert_eq!(lanes(&person)[at + 1], before[at], "the new one lies above");
    person.press(Modifiers::NONE, Key::Escape);
    person.undo();
    person.click_card("Eye test");
    person.command("Collapse or expand lane");
    assert!(lanes(&person)[at].2);
    person.undo();
    person.click_card("Eye test");
    person.command("Delete lane");
    assert_eq!(lanes(&person), before, "it is asked what becomes of the steps");
    person.press(Modifiers::NONE, Key::Escape);
    person.click_card("Eye test");
    person.command("Rename lane");
    person.type_text("Counter");
    person.press(Modifiers::NONE, Key::Enter);
    let (_, lane) = person.scenario().lanes().get_index(at).expect("the lane");
    assert_eq!(lane.name, "Counter");
    person.click_card("Eye test");
    person.command("Move lane down");
    assert_ne!(lanes(&person), before);
}

#[test]
fn of_commands_that_fit_alike_the_finder_offers_first_what_can_be_done() {
    let mut person = Person::new();
    assert!(person.selected().is_empty());
    let lanes = person.scenario().lanes().len();
    // Without a selection most of what is done with a lane waits for one.
    person.command("lane");
    assert_eq!(person.scenario().lanes().len(), lanes + 1, "the first that fits was run");
}

#[test]
fn esc_in_an_open_menu_closes_it_and_no_more() {
    let mut person = Person::new();
    person.click_card("Eye test");
    let at = person.card("Eye test");
    person.button(at, PointerButton::Secondary);
    assert!(person.sees("Customers wait here"));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(!person.sees("Customers wait here"), "the menu is closed");
    assert_eq!(person.selected(), ["Eye test"]);
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.selected().is_empty(), "now Esc means the selection");
}
