//! The rows of the tables: sorted, found, counted, changed together, and their figures.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::{Step, StepKind, Zone};

use crate::context::Person;

/// What is changed, how a person does it, and what then holds for each step.
type BulkChange = (&'static str, fn(&mut Person), fn(&Step, &Person) -> bool);

#[test]
fn a_step_of_a_shared_role_has_the_capacity_of_the_role() {
    let mut person = Person::at_the_table();
    assert_eq!(person.cell("Review application", "Capacity"), "240 /h");
    person.click_cell("Review application", "Role");
    person.enter("Records officer");
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
        person.enter(roles);
    }
    // Two people, and 15 + 30 + 60 s of their time.
    assert_eq!(person.cell("Review application", "Capacity"), "68.6 /h");
}

#[test]
fn the_selection_is_shared_with_the_sheet() {
    let mut person = Person::new();
    person.begin_to_fill("Find steps", "violations");
    person.click_cell("Check violations", "Time");
    let step = person.step("Check violations");
    assert_eq!(person.app().editor().selection().only_step(), Some(step));
    person.begin_to_fill("Find steps", " ");
    person.click_card("Eye test");
    let chosen = person.window.get_by_label_contains("Eye test, Time: ");
    let node = chosen.accesskit_node();
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
    person.click_role(Role::Tab, "Roles");
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
    person.enter("3");
    assert!(person.cell("New role", "Headcount").contains("A new role needs a name"));
    person.click_cell("Guard", "Role");
    person.press(Modifiers::COMMAND, Key::Delete);
    assert!(person.scenario().roles().values().all(|role| role.name != "Guard"));
    person.undo();
    assert!(person.scenario().roles().values().any(|role| role.name == "Guard"));
}

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
            |person| person.choose("Kind", "Decision"),
            |step, _| step.kind == StepKind::Decision,
        ),
        (
            "lane",
            |person| person.choose("Lane", "Support processes"),
            |step, person| person.scenario().zone_of(step) == Zone::Support,
        ),
        (
            "phase",
            |person| person.choose("Phase", "Leave"),
            |step, person| person.scenario().phases()[&step.phase].name == "Leave",
        ),
    ];
    for (what, change, holds) in changes {
        let mut person = Person::new();
        person.select(&names);
        let before = person.blueprint().clone();
        change(&mut person);
        for name in names {
            assert!(holds(person.of(name), &person), "{what} of {name}");
        }
        person.undo();
        assert_eq!(*person.blueprint(), before, "{what}: one step to undo");
    }
}

#[test]
fn the_count_of_steps_is_that_of_now() {
    let mut person = Person::at_an_empty_sheet();
    person.paste("Greets\nLogs\nPays\n");
    assert!(person.sees("3 of 3"), "as pasted");
    person.undo();
    assert_eq!(person.scenario().steps().len(), 0);
    assert!(!person.sees("3 of 0"), "as undone");
}
