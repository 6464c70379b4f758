//! The tables of steps and roles, used like a spreadsheet.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::context::{Person, button_at, key_press};

#[test]
fn a_cell_is_typed_into_and_the_figures_follow_every_letter() {
    let mut person = Person::at_the_table();
    person.click_cell("Check violations", "Time");
    person.type_text("3");
    assert_eq!(person.capacity(), Some(90.0), "3 s: now another step limits");
    person.type_text("00");
    assert_eq!(person.capacity(), Some(12.0), "300 s");
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.capacity(), Some(60.0));
    assert!(person.app().editor().undo_name().is_none(), "nothing happened");
    person.enter("2 min");
    assert_eq!(person.time_of("Check violations"), "2 min");
    assert_eq!(person.capacity(), Some(30.0));
    person.undo();
    assert_eq!(person.time_of("Check violations"), "60 s", "one step to undo");
    assert!(person.app().editor().undo_name().is_none());
}

/// Each pass of the test takes a quarter of a second, and the hand is no slower for that.
#[test]
fn a_double_click_opens_the_cell_however_slow_the_passes_are() {
    let mut person = Person::at_the_table();
    for (name, time) in [("Check violations", "61 s"), ("Eye test", "62 s")] {
        let start = format!("{name}, Time: ");
        let at = person.window.get_by_label_contains(&start).rect().center();
        person.double_click_at(at);
        person.press(Modifiers::COMMAND, Key::A);
        person.enter(time);
        assert_eq!(person.time_of(name), time);
    }
    // Two clicks with a rest between are two.
    person.click_cell("Check violations", "Time");
    person.click_cell("Check violations", "Time");
    person.enter("63 s");
    assert_eq!(person.time_of("Check violations"), "63 s", "typed over, not behind");
}

#[test]
fn what_is_typed_goes_into_the_cell_that_was_clicked_though_others_are_chosen() {
    let mut person = Person::at_the_table();
    let before = person.names();
    person.click_cell("Check violations", "Time");
    person.press(Modifiers::COMMAND, Key::A);
    person.enter("2 min");
    assert_eq!(person.time_of("Check violations"), "2 min");
    // A range that was drawn or extended begins where the hand was.
    person.click_cell("Eye test", "Time");
    person.press(Modifiers::SHIFT, Key::ArrowUp);
    person.enter("3 min");
    assert_eq!(person.time_of("Eye test"), "3 min");
    assert_eq!(person.names(), before);
}

/// After a slow pass a press, a move and a let go come together.
#[test]
fn a_click_stays_where_it_was_made_though_the_pointer_has_moved_on() {
    let mut person = Person::at_the_table();
    let at = |person: &Person, name: &str| {
        person.window.get_by_label_contains(&format!("{name}, Time: ")).rect().center()
    };
    let (here, there) = (at(&person, "Eye test"), at(&person, "Check violations"));
    let moved = egui::Event::PointerMoved;
    person.at_once([moved(here), button_at(here, true), button_at(here, false), moved(there)]);
    person.wait();
    person.enter("64 s");
    assert_eq!(person.time_of("Eye test"), "64 s");
}

#[test]
fn keys_that_arrive_in_one_frame_are_taken_in_order() {
    let key = |key| key_press(Modifiers::NONE, key);
    let text = |text: &str| egui::Event::Text(text.to_owned());
    let mut person = Person::at_the_table();
    person.click_cell("Check violations", "Time");
    // Opened, left downwards, and on to the right twice: then that cell is open.
    person.at_once([Key::Enter, Key::Enter, Key::ArrowUp, Key::Enter].map(key));
    person.wait();
    person.at_once([text("5"), text("0"), key(Key::Enter), key(Key::ArrowUp)]);
    person.wait();
    assert_eq!(person.time_of("Check violations"), "50 s");
    person.at_once([text("7"), key(Key::Escape), text("8"), text("0"), key(Key::Tab)]);
    person.wait();
    assert_eq!(person.time_of("Check violations"), "80 s", "Esc takes back only what came before");
    person.click_cell("Check violations", "Time");
    person.at_once([Key::Enter, Key::Enter, Key::Tab, Key::Tab, Key::Enter].map(key));
    person.wait();
    assert!(!person.sees("Rename"), "no card is renamed: the keys stay with the table");
    person.press(Modifiers::NONE, Key::Escape);
    person.press(Modifiers::NONE, Key::Escape);
    let focused = person.window.ctx.memory(egui::Memory::focused);
    assert!(focused.is_none(), "Esc lets go of the table, where the keys were");
    assert_eq!(person.time_of("Check violations"), "80 s");
}

/// The cells that are chosen, and whether the keys are the table's.
fn chosen(person: &Person) -> (Vec<String>, bool) {
    let cells = person.window.query_all_by_role(Role::GridCell);
    let nodes = cells.map(|cell| egui_kittest::kittest::NodeT::accesskit_node(&cell));
    let chosen = nodes.filter(|node| node.is_selected() == Some(true));
    let focused = person.window.ctx.memory(egui::Memory::focused);
    let at_table = focused == Some(egui::Id::unique(("spreadsheet", "Steps")));
    (chosen.filter_map(|node| node.label()).collect(), at_table)
}

#[test]
fn tab_pressed_fast_goes_from_cell_to_cell() {
    let key = |key| egui::Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let strokes = || {
        let text = egui::Event::Text("50 s".to_owned());
        [text, key(Key::Tab), key(Key::Tab), key(Key::Tab), key(Key::Tab)]
    };
    let mut slow = Person::at_the_table();
    slow.click_cell("Check violations", "Time");
    for stroke in strokes() {
        slow.at_once([stroke]);
        slow.wait();
    }
    assert!(chosen(&slow).1 && chosen(&slow).0.len() == 1, "{:?}", chosen(&slow));
    for opened in [false, true] {
        for in_one_pass in [false, true] {
            let mut person = Person::at_the_table();
            person.click_cell("Check violations", "Time");
            if opened {
                person.press(Modifiers::NONE, Key::F2);
                person.press(Modifiers::COMMAND, Key::A);
            }
            if in_one_pass {
                person.at_once(strokes());
            } else {
                for stroke in strokes() {
                    person.at_once([stroke]);
                }
            }
            person.wait();
            assert_eq!(person.time_of("Check violations"), "50 s");
            assert_eq!(chosen(&person), chosen(&slow), "open {opened}, at once {in_one_pass}");
        }
    }
}

#[test]
fn tab_in_the_last_cell_goes_on_to_what_follows_the_table() {
    let mut person = Person::at_the_table();
    person.click_cell("Check violations", "Time");
    person.press(Modifiers::COMMAND, Key::End);
    person.press(Modifiers::NONE, Key::Tab);
    let focused = person.window.ctx.memory(egui::Memory::focused);
    assert!(focused.is_some() && !chosen(&person).1, "{focused:?}");
    person.press(Modifiers::SHIFT, Key::Tab);
    assert!(chosen(&person).1, "and back into it");
    person.press(Modifiers::COMMAND, Key::Home);
    person.press(Modifiers::SHIFT, Key::Tab);
    let focused = person.window.ctx.memory(egui::Memory::focused);
    assert!(focused.is_some() && !chosen(&person).1, "{focused:?}");
}

#[test]
fn what_cannot_be_stays_in_its_cell_marked_and_explained() {
    let mut person = Person::at_the_table();
    person.click_cell("Check violations", "Time");
    person.enter("soon");
    assert_eq!(person.time_of("Check violations"), "60 s", "the document keeps its value");
    assert_eq!(person.capacity(), Some(60.0));
    assert!(person.cell("Check violations", "Time").starts_with("soon. "), "with the reason");
    // It can be put right where it stands.
    person.click_cell("Check violations", "Time");
    person.press(Modifiers::NONE, Key::F2);
    person.press(Modifiers::COMMAND, Key::A);
    person.enter("50 s");
    assert_eq!(person.time_of("Check violations"), "50 s");
    assert_eq!(person.cell("Check violations", "Time"), "50 s");
}

#[test]
fn the_cursor_goes_where_it_goes_in_any_spreadsheet() {
    let mut person = Person::at_the_table();
    person.click_cell("Review application", "Time");
    person.press(Modifiers::NONE, Key::ArrowDown);
    person.type_text("7 min");
    person.press(Modifiers::NONE, Key::Tab);
    assert_eq!(person.time_of("Pays the fee"), "7 min");
    // From time the next cell that can be typed into is the fail point.
    person.enter("yes");
    assert!(person.of("Pays the fee").fail.is_some());
    person.press(Modifiers::SHIFT, Key::Tab);
    person.press(Modifiers::NONE, Key::Home);
    person.press(Modifiers::NONE, Key::F2);
    person.press(Modifiers::NONE, Key::End);
    person.enter(" again");
    assert!(person.scenario().steps().values().any(|step| step.name.ends_with(" again")));
}

#[test]
fn a_computed_cell_says_that_it_is() {
    let mut person = Person::at_the_table();
    let before = person.blueprint().clone();
    person.click_cell("Check violations", "Capacity");
    person.type_text("5");
    assert!(person.sees("This is computed and cannot be edited"));
    person.press(Modifiers::NONE, Key::Delete);
    assert!(person.sees("Nothing was changed"));
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn a_block_is_pasted_as_a_whole_or_not_at_all() {
    let mut person = Person::at_the_table();
    person.click_cell("Review application", "Time");
    let before = person.blueprint().clone();
    person.paste("20 s\nsoon\n40 s\n");
    assert!(person.sees("Nothing was changed"));
    assert!(person.sees("soon"), "says which and why");
    assert_eq!(*person.blueprint(), before);
    person.click("Close");
    person.click_cell("Review application", "Time");
    person.paste("20 s\r\n25 s\r\n");
    assert_eq!(person.time_of("Review application"), "20 s");
    assert_eq!(person.time_of("Pays the fee"), "25 s", "what follows in the flow lies below");
    person.undo();
    assert_eq!(*person.blueprint(), before, "one step to undo");
}

#[test]
fn cells_are_copied_as_spreadsheets_read_them_and_filled_down() {
    let mut person = Person::at_the_table();
    person.click_cell("Review application", "Time");
    person.press(Modifiers::SHIFT, Key::ArrowDown);
    let first = person.time_of("Review application");
    assert_eq!(person.copied(), format!("{first}\n"), "the customer's step has no time");
    person.press(Modifiers::COMMAND, Key::D);
    assert_eq!(person.time_of("Pays the fee"), first);
    assert_eq!(person.scenario().steps().len(), Person::new().scenario().steps().len());
    person.press(Modifiers::NONE, Key::Delete);
    assert!(person.of("Review application").time.is_none());
    assert!(person.of("Pays the fee").time.is_none());
    assert_eq!(person.scenario().steps().len(), Person::new().scenario().steps().len());
}

#[test]
fn roles_and_lanes_are_typed_by_their_names() {
    let mut person = Person::at_the_table();
    person.click_cell("Eye test", "Role");
    person.enter("2 Optician + Nurse");
    let names = person.role_names();
    assert!(
        ["Optician", "Nurse"].iter().all(|new| names.iter().any(|name| name == new)),
        "{names:?}"
    );
    assert_eq!(person.of("Eye test").needs.len(), 2);
    assert_eq!(person.of("Eye test").needs[0].count.get(), 2);
    person.undo();
    assert!(person.scenario().roles().values().all(|role| role.name != "Nurse"));
    person.click_cell("Eye test", "Lane");
    person.enter("Cellar");
    assert!(person.cell("Eye test", "Lane").contains("There is no lane called “Cellar”"));
    person.click_cell("Eye test", "Lane");
    person.enter("Backstage");
    let zone = person.scenario().zone_of(person.of("Eye test"));
    assert_eq!(zone, onstage::blueprint::Zone::Backstage);
}

/// Numbers that look random and are the same in every run (Knuth's multiplier for 64 bits, 1997).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }
}

#[test]
fn walking_through_a_table_changes_nothing() {
    let walking = [
        (Modifiers::NONE, Key::Enter),
        (Modifiers::NONE, Key::Enter),
        (Modifiers::SHIFT, Key::Enter),
        (Modifiers::NONE, Key::F2),
        (Modifiers::NONE, Key::Tab),
        (Modifiers::SHIFT, Key::Tab),
        (Modifiers::NONE, Key::ArrowDown),
        (Modifiers::NONE, Key::ArrowUp),
        (Modifiers::NONE, Key::ArrowLeft),
        (Modifiers::NONE, Key::ArrowRight),
        (Modifiers::NONE, Key::Home),
        (Modifiers::NONE, Key::End),
        (Modifiers::COMMAND, Key::Home),
        (Modifiers::NONE, Key::PageDown),
        (Modifiers::NONE, Key::PageUp),
        (Modifiers::NONE, Key::Escape),
    ];
    for (tab, row, column) in [("Steps", "Eye test", "Role"), ("Roles", "Photographer", "Kind")] {
        let mut person = Person::new();
        let before = person.blueprint().clone();
        person.click_role(Role::Tab, tab);
        person.press(Modifiers::NONE, Key::F9);
        let mut dice = Dice(7);
        person.click_cell(row, column);
        let table = egui::Id::unique(("spreadsheet", tab));
        for round in 0..12 {
            let mut pressed = Vec::new();
            for _ in 0..25 {
                let (modifiers, key) = walking[dice.roll(walking.len())];
                // Esc and Tab leave the table in the end; whoever walks on comes back to it.
                if !person.window.ctx.text_edit_focused() {
                    person.window.ctx.memory_mut(|memory| memory.request_focus(table));
                }
                pressed.push((modifiers, key));
                person.window.key_press_modifiers(modifiers, key);
                person.window.run_steps(2);
            }
            person.wait();
            assert!(*person.blueprint() == before, "{tab}, round {round}: {pressed:?}");
            assert!(person.app().editor().undo_name().is_none(), "{tab}: {pressed:?}");
        }
    }
}

#[test]
fn a_list_marks_the_present_value_and_is_as_wide_as_its_words() {
    let mut person = Person::at_the_table();
    person.click_cell("Eye test", "Lane");
    let before = person.blueprint().clone();
    let lane = person.cell("Eye test", "Lane");
    for _ in 0..2 {
        person.press(Modifiers::NONE, Key::Enter);
    }
    assert_eq!(*person.blueprint(), before, "Enter, Enter changes nothing");
    person.click_cell("Eye test", "Lane");
    person.press(Modifiers::NONE, Key::Enter);
    let words = ["Support processes", "Customer actions"];
    for word in words {
        let row = person.window.get_by_role_and_label(Role::Button, word).rect();
        assert!(row.width() > 100.0, "{word}: {row:?}");
    }
    let marked: Vec<String> = person
        .window
        .query_all_by_role(Role::Button)
        .filter_map(|node| {
            let node = egui_kittest::kittest::NodeT::accesskit_node(&node);
            let on = node.toggled() == Some(egui::accesskit::Toggled::True);
            node.label().filter(|_| on)
        })
        .filter(|label| words.contains(&label.as_str()) || *label == lane)
        .collect();
    assert_eq!(marked, [lane], "only the present value is marked");
    // With Alt and an arrow the keys go into the list, and Enter takes what they came to.
    person.press(Modifiers::ALT, Key::ArrowDown);
    person.press(Modifiers::NONE, Key::ArrowDown);
    person.press(Modifiers::NONE, Key::Enter);
    assert_ne!(*person.blueprint(), before);
    person.undo();
    assert_eq!(*person.blueprint(), before, "one step to undo");
    // By the pointer.
    person.click_cell("Eye test", "Lane");
    person.press(Modifiers::NONE, Key::F2);
    let at = person.window.get_by_role_and_label(Role::Button, "Support processes").rect().center();
    person.click_at(at);
    let zone = person.scenario().zone_of(person.of("Eye test"));
    assert_eq!(zone, onstage::blueprint::Zone::Support);
}

#[test]
fn an_input_method_composes_into_a_chosen_cell_from_the_first_letter() {
    use egui::{Event, ImeEvent};
    let mut person = Person::at_the_table();
    person.click_cell("Eye test", "Step");
    let allowed = |person: &Person| person.window.output().platform_output.ime.is_some();
    person.window.step();
    assert!(allowed(&person), "composing is allowed before the first letter");
    let preedit = |text: &str| {
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
    };
    for text in ["y", "ya", "yan guang"] {
        person.window.event(preedit(text));
        person.window.step();
        assert!(allowed(&person), "and never switched off between");
    }
    person.window.event(preedit(""));
    person.window.event(Event::Ime(ImeEvent::Commit("验光".to_owned())));
    person.window.step();
    person.press(Modifiers::NONE, Key::Enter);
    person.step("验光");
    person.undo();
    // All in one frame, as after a slow one.
    let before = person.blueprint().clone();
    person.click_cell("Eye test", "Step");
    let word = Event::Ime(ImeEvent::Commit("验".to_owned()));
    person.at_once([preedit("y"), preedit("yan"), preedit(""), word]);
    person.press(Modifiers::NONE, Key::Enter);
    person.step("验");
    person.undo();
    // A word that is begun and given up leaves the cell as it was.
    person.click_cell("Eye test", "Time");
    person.window.event(preedit("y"));
    person.window.step();
    person.window.event(preedit(""));
    person.window.step();
    person.press(Modifiers::NONE, Key::Tab);
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn one_cell_that_is_cleared_is_told_as_many_are() {
    let mut person = Person::at_the_table();
    person.click_cell("Eye test", "Time");
    person.press(Modifiers::NONE, Key::Delete);
    assert_eq!(person.time_of("Eye test"), "");
    assert!(person.sees("1 cell cleared. Ctrl+Z brings it back"));
    // A blank one has nothing to lose.
    let mut person = Person::at_the_table();
    person.click_cell("Hands in form", "Time");
    person.press(Modifiers::NONE, Key::Delete);
    assert!(!person.sees("cleared"));
}

#[test]
fn shift_and_a_click_choose_all_cells_in_between() {
    let mut person = Person::at_the_table();
    let at = |person: &Person, row: &str| person.place_of_cell(row, "Time").center();
    let (first, last) = (at(&person, "Hands in form"), at(&person, "Pays the fee"));
    person.click_at(first);
    person.click_with(Modifiers::SHIFT, last);
    let (names, _) = chosen(&person);
    assert!(names.len() > 2, "{names:?}");
    assert!(person.selected().len() > 2, "{:?}", person.selected());
}

#[test]
fn columns_grow_with_the_window() {
    let mut person = Person::at_the_table();
    person.window.set_size(egui::Vec2::new(1100.0, 800.0));
    person.wait();
    let name = |person: &Person| person.place_of_cell("Eye test", "Step").width();
    let narrow = name(&person);
    person.window.set_size(egui::Vec2::new(1900.0, 800.0));
    person.wait();
    assert!(name(&person) > 1.2 * narrow, "{} {narrow}", name(&person));
    person.window.set_size(egui::Vec2::new(1100.0, 800.0));
    person.wait();
    assert!((name(&person) - narrow).abs() < 1.5, "and shrink with it");
}
