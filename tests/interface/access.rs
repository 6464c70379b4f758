//! Everything by keyboard, at any size and contrast: the finder, the parts of the window.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{By, NodeT, Queryable};
use onstage::storage::preferences::Scale;
use onstage::wording::Language;

use crate::context::{Person, key_press};

const CTRL: Modifiers = Modifiers::COMMAND;

/// The rows of the finder, from the best.
fn found(person: &Person) -> Vec<String> {
    let rows = person.window.query_all_by_role(Role::ListBoxOption);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

#[test]
fn row_find_the_command_palette_finds_and_runs() {
    let mut person = Person::new();
    let scenarios = person.blueprint().scenarios().len();
    person.press(CTRL, Key::K);
    person.type_text("dupl scen");
    assert_eq!(found(&person)[0], "Duplicate scenario, Scenario");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.blueprint().scenarios().len(), scenarios + 1);
    assert!(!person.sees("Type what you want to do"), "the finder has gone");

    // What was used last comes first the next time.
    person.press(CTRL, Key::K);
    assert_eq!(found(&person)[0], "Duplicate scenario, Scenario");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(found(&person).is_empty(), "Esc leaves it");
}

#[test]
fn what_is_typed_with_the_keys_of_the_finder_is_looked_for() {
    let mut person = Person::new();
    let scenarios = person.blueprint().scenarios().len();
    person.at_once([
        key_press(CTRL, Key::K),
        egui::Event::Text("dupl scen".to_owned()),
        key_press(Modifiers::NONE, Key::Enter),
    ]);
    person.wait();
    assert_eq!(person.blueprint().scenarios().len(), scenarios + 1);
    assert!(found(&person).is_empty(), "the finder has gone");
}

#[test]
fn enter_in_an_empty_finder_does_nothing_until_a_row_is_chosen() {
    let mut person = Person::new();
    for (keys, rest) in [(Modifiers::COMMAND, Key::K), (Modifiers::COMMAND, Key::F)] {
        let before = person.blueprint().clone();
        person.press(keys, rest);
        for key in [Key::Enter, Key::ArrowUp, Key::Enter] {
            person.press(Modifiers::NONE, key);
        }
        person.type_text(" ");
        person.press(Modifiers::NONE, Key::Enter);
        assert!(!found(&person).is_empty(), "the finder is still open");
        assert!(*person.blueprint() == before);
        person.press(Modifiers::NONE, Key::Escape);
    }
    person.press(CTRL, Key::K);
    assert_eq!(found(&person)[0], "New, File");
    person.press(Modifiers::NONE, Key::ArrowDown);
    person.press(Modifiers::NONE, Key::Enter);
    assert!(person.scenario().steps().is_empty(), "a row that keys came to is chosen");
}

#[test]
fn row_find_leads_to_a_step_and_to_a_role() {
    let mut person = Person::new();
    person.press(CTRL, Key::F);
    person.enter("eye test");
    let step = person.step("Eye test");
    assert_eq!(person.app().editor().selection().only_step(), Some(step));

    person.press(CTRL, Key::F);
    person.enter("photographer");
    assert!(person.sees("Role"), "the side panel shows the role");
}

#[test]
fn a_command_that_does_not_apply_says_why_and_does_nothing() {
    let mut person = Person::new();
    person.press(CTRL, Key::K);
    person.type_text("redo");
    let row = person.window.get_by_role_and_label(Role::ListBoxOption, "Redo, Edit");
    assert!(row.accesskit_node().is_disabled());
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(found(&person).len(), 1, "the finder stays open");
}

#[test]
fn arrows_choose_among_what_fits() {
    let mut person = Person::new();
    person.press(CTRL, Key::K);
    person.type_text("theme");
    person.press(Modifiers::NONE, Key::ArrowDown);
    let rows: Vec<_> = person.window.query_all_by_role(Role::ListBoxOption).collect();
    let marked: Vec<_> = rows.iter().map(|row| row.accesskit_node().is_selected()).collect();
    assert_eq!(marked, [Some(false), Some(true), Some(false)]);
}

#[test]
fn commands_are_found_in_chinese_and_by_their_english_names() {
    let mut person = Person::at_first_sample().language(Language::Chinese).open();
    person.press(CTRL, Key::K);
    person.type_text("查找");
    assert_eq!(found(&person).len(), 2);
    person.press(CTRL, Key::A);
    person.type_text("duplicate scenario");
    assert_eq!(found(&person)[0], "复制方案，方案");
}

#[test]
fn the_keyboard_goes_from_part_to_part_of_the_window() {
    let mut person = Person::new();
    let mut visited = Vec::new();
    for _ in 0..6 {
        person.press(CTRL, Key::F6);
        let region = person
            .window
            .query_all_by_role(Role::Region)
            .find(|region| region.accesskit_node().is_focused())
            .and_then(|region| region.accesskit_node().label());
        // The landmark of the sheet hands the focus on to the sheet itself.
        visited.push(region.unwrap_or_else(|| "Sheet".to_owned()));
    }
    assert_eq!(visited[0], "Figures", "the way begins at the sheet, which has the keys first");
    visited.sort();
    visited.dedup();
    assert_eq!(visited.len(), 6, "all parts: {visited:?}");
    // And back: the last way led to the region above the sheet.
    let focused = |person: &Person| person.window.ctx.memory(egui::Memory::focused);
    let here = focused(&person);
    person.press(CTRL, Key::F6);
    person.press(CTRL | Modifiers::SHIFT, Key::F6);
    assert_eq!(focused(&person), here);
}

#[test]
fn everything_fits_at_every_size() {
    let mut person = Person::new();
    for _ in 0..8 {
        person.press(CTRL | Modifiers::SHIFT, Key::Comma);
    }
    let mut seen = Vec::new();
    for _ in 0..8 {
        let factor = person.window.ctx.zoom_factor();
        seen.push((factor * 100.0).round());
        let window = person.window.ctx.content_rect();
        assert!((window.width() * factor - 1440.0).abs() < 2.0);
        for name in ["Capacity", "Redesign…"] {
            let node = person.window.query_all_by_label_contains(name).next().expect(name);
            assert!(window.expand(1.0).contains_rect(node.rect()), "{name} at {factor}");
        }
        let sheet = person.app().card_on_screen(person.step("Review application"));
        assert!(sheet.expect("the sheet has room").width() > 20.0, "at {factor}");
        person.press(CTRL | Modifiers::SHIFT, Key::Period);
    }
    assert_eq!(seen, Scale::OFFERED.map(f32::from));
    person.command("usual size");
    assert!((person.window.ctx.zoom_factor() - 1.0).abs() < 1e-6);
}

#[test]
fn less_motion_stands_still_and_more_contrast_shows() {
    let setup = Person::at_first_sample();
    let person = setup.settings(|s| (s.motion, s.contrast) = (false, true)).open();
    let style = person.window.ctx.style_of(egui::Theme::Light);
    assert!(style.animation_time.abs() < f32::EPSILON);
    assert!(!style.visuals.text_cursor.blink);
    assert_eq!(style.visuals.widgets.inactive.fg_stroke.color, egui::Color32::BLACK);
}

#[test]
fn the_finder_fits_a_small_window() {
    let mut person = Person::new();
    person.window.set_size(Vec2::new(800.0, 520.0));
    person.press(CTRL, Key::K);
    let window = person.window.ctx.content_rect();
    let field = person.window.get_by_role_and_label(Role::TextInput, "Find a command…");
    assert!(window.contains_rect(field.rect()));
}

#[test]
fn row_help_the_sheet_of_shortcuts_and_the_tooltips_say_every_key() {
    let mut person = Person::new();
    person.press(Modifiers::NONE, Key::Questionmark);
    for (what, keys) in [("Undo", "Ctrl+Z"), ("Find a command…", "Ctrl+K"), ("Redesign…", "F4")]
    {
        assert!(person.sees(what) && person.sees(keys), "{what} by {keys}");
    }
    person.press(Modifiers::NONE, Key::Escape);
    assert!(!person.sees("Ctrl+Z"), "Esc closes it");

    let button = person.window.get_by_role_and_label(Role::Button, "Zoom to fit").rect();
    person.window.hover_at(button.center());
    // The tooltip waits until the pointer rests.
    person.window.run_steps(6);
    assert!(person.sees("Shift+1"), "the tooltip says the key");
}

/// What a screen reader would say of what has the keys.
fn spoken(person: &Person) -> Option<String> {
    let node = person.window.root().accesskit_node();
    let focus = node.tree_state.focus_in_tree();
    let focus = focus.active_descendant().unwrap_or(focus);
    focus.label().or_else(|| focus.value())
}

#[test]
fn walking_the_cards_is_heard() {
    let mut person = Person::new();
    let mut heard = Vec::new();
    for _ in 0..3 {
        person.press(Modifiers::NONE, Key::Tab);
        let step = person.app().editor().selection().only_step().expect("a card");
        let name = person.scenario().steps()[&step].name.clone();
        let said = spoken(&person).expect("something has the keys");
        assert!(said.starts_with(&name), "{said}");
        heard.push(said);
    }
    heard.dedup();
    assert_eq!(heard.len(), 3);
    let selected: Vec<_> = person
        .window
        .query_all_by_role(Role::ListItem)
        .filter(|node| node.accesskit_node().is_selected() == Some(true))
        .collect();
    assert_eq!(selected.len(), 1, "one card is selected");
}

#[test]
fn a_card_says_what_it_shows() {
    let person = Person::new();
    let card = person.window.get_by_label_contains("Check violations, Backstage");
    let said = card.accesskit_node().label().expect("a name");
    for part in
        ["60 s", "Records officer", "load 90", "Bottleneck", "together with Waits for check"]
    {
        assert!(said.to_lowercase().contains(&part.to_lowercase()), "{part}: {said}");
    }
}

#[test]
fn links_phases_and_lanes_are_nodes_of_the_sheet() {
    let mut person = Person::new();
    let sheet = person.window.get_by_role_and_label(Role::Canvas, "Blueprint sheet");
    let description = sheet.accesskit_node().description().unwrap_or_default();
    assert!(description.contains("Ctrl+F6"), "{description}");
    assert!(person.sees("Flow from ") && person.sees(", then "), "where the flow goes");
    assert!(person.window.query_all_by_role(Role::ColumnHeader).any(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("Phase "))
    }));
    let lane = person.scenario().lanes().keys().next().copied().expect("a lane");
    let at = person.app().lane_on_screen(lane).expect("in view");
    person.click_at(at);
    let said = spoken(&person).expect("something has the keys");
    assert!(said.starts_with("Lane "), "{said}");
}

#[test]
fn nothing_that_the_keys_stop_at_is_without_a_name() {
    let mut person = Person::new();
    for state in ["sheet", "table"] {
        if state == "table" {
            person.press(Modifiers::NONE, Key::F9);
        }
        let nameless: Vec<_> = person
            .window
            .query_all(By::new().predicate(|node| {
                let name = node.label().or_else(|| node.value());
                let named = name.is_some_and(|name| !name.trim().is_empty());
                node.data().supports_action(egui::accesskit::Action::Focus)
                    && !named
                    && node.role() != Role::Window
            }))
            .map(|node| format!("{node:?}"))
            .collect();
        assert!(nameless.is_empty(), "{state}: {nameless:#?}");
    }
}

#[test]
fn window_dialogs_and_tabs_say_what_they_are() {
    let mut person = Person::new();
    let name = person.window.root().accesskit_node().label();
    assert!(name.is_some_and(|name| name.ends_with("Onstage")), "the window");
    let open = |person: &Person| -> Vec<String> {
        let tabs = person.window.query_all_by_role(Role::Tab);
        let open = tabs.filter(|tab| tab.accesskit_node().is_selected() == Some(true));
        open.filter_map(|tab| tab.accesskit_node().label()).collect()
    };
    let tabs = open(&person);
    assert!(
        tabs.contains(&"Capacity".to_owned()) && tabs.contains(&"Steps".to_owned()),
        "{tabs:?}"
    );
    person.click("Load");
    assert!(open(&person).contains(&"Load".to_owned()));
    person.press(CTRL, Key::K);
    let dialogs = |person: &Person, name: &str| {
        person.window.query_by_role_and_label(Role::Dialog, name).is_some()
    };
    assert!(dialogs(&person, "Find a command…"));
    person.press(Modifiers::NONE, Key::Escape);
    person.press(Modifiers::NONE, Key::Questionmark);
    assert!(dialogs(&person, "Keyboard shortcuts"), "the shortcuts");
}

#[test]
fn every_picture_has_its_figures_as_a_table() {
    let mut person = Person::new();
    person.press(Modifiers::NONE, Key::F9);
    for (tab, said) in [
        ("Load", "Records officer, "),
        ("Visit", "Eye test, from "),
        ("Waiting", "/h, time "),
        ("Money", "Records officer, amount "),
    ] {
        person.click_role(Role::Tab, tab);
        let rows = person.window.query_all_by_role(Role::Row);
        let rows: Vec<_> = rows.filter_map(|row| row.accesskit_node().label()).collect();
        assert!(rows.iter().any(|row| row.contains(said)), "{tab}: {rows:?}");
    }
}
