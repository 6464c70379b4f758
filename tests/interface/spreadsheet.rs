//! The tables of steps and roles, used like a spreadsheet.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use onstage::blueprint::Step;

use crate::person::Person;

impl Person {
    /// Opens the window on the first sample with the table across it.
    fn at_the_table() -> Self {
        let mut person = Self::new();
        person.press(Modifiers::NONE, Key::F9);
        person
    }

    /// Clicks the cell of a row and a column.
    fn click_cell(&mut self, row: &str, column: &str) {
        let start = format!("{row}, {column}: ");
        let at = self.window.get_by_label_contains(&start).rect().center();
        self.click_at(at);
    }

    /// What a cell shows.
    fn cell(&self, row: &str, column: &str) -> String {
        let start = format!("{row}, {column}: ");
        let node = self.window.get_by_label_contains(&start);
        let label = egui_kittest::kittest::NodeT::accesskit_node(&node).label();
        label.unwrap_or_default().trim_start_matches(&start).to_owned()
    }

    fn of(&self, name: &str) -> &Step {
        &self.scenario().steps()[&self.step(name)]
    }

    fn time_of(&self, name: &str) -> String {
        self.of(name).time.as_ref().map(ToString::to_string).unwrap_or_default()
    }
}

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
    person.type_text("2 min");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.time_of("Check violations"), "2 min");
    assert_eq!(person.capacity(), Some(30.0));
    person.press(Modifiers::COMMAND, Key::Z);
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
        person.type_text(time);
        person.press(Modifiers::NONE, Key::Enter);
        assert_eq!(person.time_of(name), time);
    }
    // Two clicks with a rest between are two.
    person.click_cell("Check violations", "Time");
    person.click_cell("Check violations", "Time");
    person.type_text("63 s");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.time_of("Check violations"), "63 s", "typed over, not behind");
}

#[test]
fn what_is_typed_goes_into_the_cell_that_was_clicked_though_others_are_chosen() {
    let mut person = Person::at_the_table();
    let names = |person: &Person| -> Vec<String> {
        person.scenario().steps().values().map(|step| step.name.clone()).collect()
    };
    let before = names(&person);
    person.click_cell("Check violations", "Time");
    person.press(Modifiers::COMMAND, Key::A);
    person.type_text("2 min");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.time_of("Check violations"), "2 min");
    // A range that was drawn or extended begins where the hand was.
    person.click_cell("Eye test", "Time");
    person.press(Modifiers::SHIFT, Key::ArrowUp);
    person.type_text("3 min");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.time_of("Eye test"), "3 min");
    assert_eq!(names(&person), before);
}

/// After a slow pass a press, a move and a let go come together.
#[test]
fn a_click_stays_where_it_was_made_though_the_pointer_has_moved_on() {
    let mut person = Person::at_the_table();
    let at = |person: &Person, name: &str| {
        person.window.get_by_label_contains(&format!("{name}, Time: ")).rect().center()
    };
    let (here, there) = (at(&person, "Eye test"), at(&person, "Check violations"));
    let button = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let moved = egui::Event::PointerMoved;
    person.at_once([moved(here), button(here, true), button(here, false), moved(there)]);
    person.wait();
    person.type_text("64 s");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.time_of("Eye test"), "64 s");
}

#[test]
fn keys_that_arrive_in_one_frame_are_taken_in_order() {
    let key = |key| {
        let (pressed, repeat, modifiers) = (true, false, Modifiers::NONE);
        egui::Event::Key { key, physical_key: None, pressed, repeat, modifiers }
    };
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
                strokes().into_iter().for_each(|stroke| person.at_once([stroke]));
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
fn a_step_of_a_shared_role_has_the_capacity_of_the_role() {
    let mut person = Person::at_the_table();
    assert_eq!(person.cell("Review application", "Capacity"), "240 /h");
    person.click_cell("Review application", "Role");
    person.type_text("Records officer");
    person.press(Modifiers::NONE, Key::Enter);
    for step in ["Review application", "Check violations"] {
        assert_eq!(person.cell(step, "Capacity"), "48 /h", "{step}: 75 s of one officer's time");
        assert_eq!(person.cell(step, "Utilisation"), "112.5 %");
    }
}

#[test]
fn a_step_whose_people_stand_in_for_others_has_the_capacity_of_all_of_them() {
    let mut person = Person::at_the_table();
    for (step, roles) in [
        ("Review application", "Cashier | Records officer"),
        ("Check violations", "Cashier | Records officer"),
    ] {
        person.click_cell(step, "Role");
        person.type_text(roles);
        person.press(Modifiers::NONE, Key::Enter);
    }
    // Two people, and 15 + 30 + 60 s of their time.
    assert_eq!(person.cell("Review application", "Capacity"), "68.6 /h");
}

#[test]
fn what_cannot_be_stays_in_its_cell_marked_and_explained() {
    let mut person = Person::at_the_table();
    person.click_cell("Check violations", "Time");
    person.type_text("soon");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.time_of("Check violations"), "60 s", "the document keeps its value");
    assert_eq!(person.capacity(), Some(60.0));
    assert!(person.cell("Check violations", "Time").starts_with("soon. "), "with the reason");
    // It can be put right where it stands.
    person.click_cell("Check violations", "Time");
    person.press(Modifiers::NONE, Key::F2);
    person.press(Modifiers::COMMAND, Key::A);
    person.type_text("50 s");
    person.press(Modifiers::NONE, Key::Enter);
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
    assert_eq!(person.time_of("Collect payment"), "7 min");
    // From time the next cell that can be typed into is the fail point.
    person.type_text("yes");
    person.press(Modifiers::NONE, Key::Enter);
    assert!(person.of("Collect payment").fail.is_some());
    person.press(Modifiers::SHIFT, Key::Tab);
    person.press(Modifiers::NONE, Key::Home);
    person.press(Modifiers::NONE, Key::F2);
    person.press(Modifiers::NONE, Key::End);
    person.type_text(" again");
    person.press(Modifiers::NONE, Key::Enter);
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
    assert_eq!(person.time_of("Collect payment"), "25 s");
    person.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*person.blueprint(), before, "one step to undo");
}

#[test]
fn cells_are_copied_as_spreadsheets_read_them_and_filled_down() {
    let mut person = Person::at_the_table();
    person.click_cell("Review application", "Time");
    person.press(Modifiers::SHIFT, Key::ArrowDown);
    let (first, second) = (person.time_of("Review application"), "30 s");
    assert_eq!(person.copied(), format!("{first}\n{second}"));
    person.press(Modifiers::COMMAND, Key::D);
    assert_eq!(person.time_of("Collect payment"), first);
    assert_eq!(person.scenario().steps().len(), Person::new().scenario().steps().len());
    person.press(Modifiers::NONE, Key::Delete);
    assert!(person.of("Review application").time.is_none());
    assert!(person.of("Collect payment").time.is_none());
    assert_eq!(person.scenario().steps().len(), Person::new().scenario().steps().len());
}

#[test]
fn roles_and_lanes_are_typed_by_their_names() {
    let mut person = Person::at_the_table();
    person.click_cell("Eye test", "Role");
    person.type_text("2 Optician + Nurse");
    person.press(Modifiers::NONE, Key::Enter);
    let names: Vec<&str> =
        person.scenario().roles().values().map(|role| role.name.as_str()).collect();
    assert!(names.contains(&"Optician") && names.contains(&"Nurse"), "{names:?}");
    assert_eq!(person.of("Eye test").needs.len(), 2);
    assert_eq!(person.of("Eye test").needs[0].count.get(), 2);
    person.press(Modifiers::COMMAND, Key::Z);
    assert!(person.scenario().roles().values().all(|role| role.name != "Nurse"));
    person.click_cell("Eye test", "Lane");
    person.type_text("Cellar");
    person.press(Modifiers::NONE, Key::Enter);
    assert!(person.cell("Eye test", "Lane").contains("There is no lane called “Cellar”"));
    person.click_cell("Eye test", "Lane");
    person.type_text("Backstage");
    person.press(Modifiers::NONE, Key::Enter);
    let zone = person.scenario().zone_of(person.of("Eye test"));
    assert_eq!(zone, onstage::blueprint::Zone::Backstage);
}

#[test]
fn the_selection_is_shared_with_the_sheet() {
    let mut person = Person::new();
    person.begin_to_fill("Find steps", "violations");
    person.click_cell("Check violations", "Time");
    let step = person.step("Check violations");
    assert_eq!(person.app().editor().selection().only_step(), Some(step));
    person.begin_to_fill("Find steps", " ");
    let at = person.card("Eye test");
    person.click_at(at);
    let chosen = person.window.get_by_label_contains("Eye test, Time: ");
    let node = egui_kittest::kittest::NodeT::accesskit_node(&chosen);
    assert_eq!(node.is_selected(), Some(true), "the cursor of the table goes along");
}

#[test]
fn rows_are_sorted_for_the_eye_only() {
    let mut person = Person::at_the_table();
    let order: Vec<_> = person.scenario().steps().keys().copied().collect();
    let top = |person: &Person, row: &str| {
        person.window.get_by_label_contains(&format!("{row}, Step: ")).rect().top()
    };
    let header = |person: &Person, label: &str| {
        person.window.get_by_role_and_label(Role::ColumnHeader, label).rect().center()
    };
    let at = header(&person, "Time");
    person.click_at(at);
    let at = header(&person, "Time, smallest first");
    person.click_at(at);
    assert!(top(&person, "Check violations") < top(&person, "Eye test"), "60 s before 40 s");
    let at = header(&person, "Time, largest first");
    person.click_at(at);
    assert!(person.window.query_by_role_and_label(Role::ColumnHeader, "Time").is_some());
    let now: Vec<_> = person.scenario().steps().keys().copied().collect();
    assert_eq!(now, order);
    assert!(!person.app().editor().is_modified());
}

#[test]
fn rows_are_found_by_words() {
    let mut person = Person::at_the_table();
    person.begin_to_fill("Find steps", "check viol");
    assert!(person.sees("1 of "));
    assert!(person.sees("Check violations, Time: "));
    assert!(!person.sees("Eye test, Time: "));
    person.begin_to_fill("Find steps", "nowhere");
    assert!(person.sees("No matching steps"));
}

#[test]
fn a_role_is_added_changed_and_removed_in_its_table() {
    let mut person = Person::new();
    person.window.get_by_role_and_label(Role::Tab, "Roles").click();
    person.wait();
    person.press(Modifiers::NONE, Key::F9);
    person.click_cell("Records officer", "Headcount");
    person.type_text("2");
    assert!(person.capacity() > Some(60.0), "while it is typed");
    person.press(Modifiers::NONE, Key::Enter);
    person.click_cell("New role", "Role");
    person.paste("Guard\t2\t80\nPorter\t1\t50 %\n");
    let guard = person.scenario().roles().values().find(|role| role.name == "Guard");
    let guard = guard.expect("the guard").clone();
    assert_eq!((guard.headcount, guard.availability.to_string()), (2, "80 %".to_owned()));
    assert!(person.scenario().roles().values().any(|role| role.name == "Porter"));
    person.click_cell("New role", "Headcount");
    person.type_text("3");
    person.press(Modifiers::NONE, Key::Enter);
    assert!(person.cell("New role", "Headcount").contains("A new role needs a name"));
    person.click_cell("Guard", "Role");
    person.press(Modifiers::COMMAND, Key::Delete);
    assert!(person.scenario().roles().values().all(|role| role.name != "Guard"));
    person.press(Modifiers::COMMAND, Key::Z);
    assert!(person.scenario().roles().values().any(|role| role.name == "Guard"));
}

/// Selects cards one after the other.
fn select(person: &mut Person, names: &[&str]) {
    let steps: Vec<_> = names.iter().map(|name| person.step(name)).collect();
    for (place, name) in names.iter().enumerate() {
        let (at, modifiers) =
            (person.card(name), if place == 0 { Modifiers::NONE } else { Modifiers::SHIFT });
        person.window.event_modifiers(egui::Event::PointerMoved(at), modifiers);
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            let event = egui::Event::PointerButton { pos: at, button, pressed, modifiers };
            person.window.event_modifiers(event, modifiers);
            person.window.step();
        }
        person.wait();
    }
    assert_eq!(person.app().editor().selection().steps, steps.into_iter().collect());
}

/// Chooses one of the values of a field of the inspector.
fn choose(person: &mut Person, field: &str, value: &str) {
    person.window.get_by_role_and_label(Role::ComboBox, field).click();
    person.wait();
    let mut all = person.window.get_all_by_role_and_label(Role::Button, value);
    all.next_back().expect("the value can be chosen").click();
    drop(all);
    person.wait();
}

/// What is changed, how a person does it, and what then holds for each step.
type BulkChange = (&'static str, fn(&mut Person), fn(&Step, &Person) -> bool);

#[test]
fn row_edit_many() {
    let names = ["Collect payment", "Eye test", "Check violations"];
    let changes: [BulkChange; 4] = [
        (
            "time",
            |person| person.fill("Time", "25 s"),
            |step, _| step.time.as_ref().is_some_and(|time| time.to_string() == "25 s"),
        ),
        (
            "kind",
            |person| choose(person, "Kind", "Decision"),
            |step, _| step.kind == onstage::blueprint::StepKind::Decision,
        ),
        (
            "lane",
            |person| choose(person, "Lane", "Support processes"),
            |step, person| person.scenario().zone_of(step) == onstage::blueprint::Zone::Support,
        ),
        (
            "phase",
            |person| choose(person, "Phase", "Leave"),
            |step, person| person.scenario().phases()[&step.phase].name == "Leave",
        ),
    ];
    for (what, change, holds) in changes {
        let mut person = Person::new();
        select(&mut person, &names);
        let before = person.blueprint().clone();
        change(&mut person);
        for name in names {
            assert!(holds(person.of(name), &person), "{what} of {name}");
        }
        person.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(*person.blueprint(), before, "{what}: one step to undo");
    }
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
        person.window.get_by_role_and_label(Role::Tab, tab).click();
        person.wait();
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
    person.press(Modifiers::COMMAND, Key::Z);
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
    person.press(Modifiers::COMMAND, Key::Z);
    // All in one frame, as after a slow one.
    let before = person.blueprint().clone();
    person.click_cell("Eye test", "Step");
    let word = Event::Ime(ImeEvent::Commit("验".to_owned()));
    person.at_once([preedit("y"), preedit("yan"), preedit(""), word]);
    person.press(Modifiers::NONE, Key::Enter);
    person.step("验");
    person.press(Modifiers::COMMAND, Key::Z);
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
fn the_count_of_steps_is_that_of_now() {
    let mut person = Person::at_an_empty_sheet();
    person.paste("Greets\nLogs\nPays\n");
    assert!(person.sees("3 of 3"), "as pasted");
    person.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(person.scenario().steps().len(), 0);
    assert!(!person.sees("3 of 0"), "as undone");
}
