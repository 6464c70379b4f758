//! The verdict page in the window.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::context::Person;

impl Person {
    fn at_verdict() -> Self {
        let mut person = Self::new();
        person.command("Verdict page");
        person.window.run_steps(3);
        person
    }
}

#[test]
fn a_manager_reads_the_verdict_and_sees_a_row_on_the_sheet() {
    let mut person = Person::at_verdict();
    assert!(person.sees("Tight: 54 an hour come, 60 can be served."));
    assert!(person.sees("A visit takes 7 min 45 s on average, 4 min 30 s of it waiting. About 3 in 10 wait longer than the accepted 5 min at Waits for check."));
    let limit = "Limit: 60 /h, in order. Records officer: 1 ÷ 60 s per customer = 60 /h. \
                 In To-be A: 120 /h.";
    assert!(person.window.query_by_label(limit).is_some(), "named for a screen reader");
    person.window.get_by_label(limit).click();
    person.window.run_steps(3);
    assert_eq!(person.selected(), ["Check violations"]);
}

#[test]
fn the_page_follows_every_edit_and_can_be_taken_along() {
    let mut person = Person::at_verdict();
    person.click_card("Check violations");
    person.fill_and_enter("Time", "50 s");
    person.window.run_steps(3);
    assert!(person.sees("It holds: 54 an hour come, 72 can be served."));
    person.click_role(Role::Button, "Copy summary");
    person.window.run_steps(2);
    assert!(person.sees("The summary is on the clipboard"));
}

/// A day with an appointment at which the doors are closed, looked at in one of its hours.
const CLOSED: &str = r#"(scenarios: [(id: 1, name: "Today", roles: [(id: 13, name: "Clerk", headcount: 2)],
    demand: (per_hour: 20, day: (open: "08:00", close: "10:00", per_hour: [10, 30], appointments: [("20:00", 2)])),
    lanes: [(id: 2, zone: Frontstage)], phases: [(id: 3)],
    steps: [(id: 34, name: "Serve", lane: 2, phase: 3, time: "2 min", needs: [(roles: [13])])],
    links: [(id: 35, from: 34, to: "outside")])])"#;

#[test]
fn an_hour_that_is_looked_at_hides_no_problem_of_its_day() {
    let mut person = Person::at_text(CLOSED).simulating(1).open();
    person.wait();
    person.click_role(Role::Tab, "Problems 1");
    person.window.run_steps(3);
    assert!(person.sees("The doors are closed at 20:00"));
    person.command("Verdict page");
    person.window.run_steps(3);
    assert!(person.sees("These are figures of a steady rate"), "the page says so");
}

#[test]
fn the_verdict_is_about_the_whole_day_whatever_hour_is_looked_at() {
    let office = onstage::storage::sample("licence-office-day").expect("a sample");
    // It opens on the busiest hour, in which 70 come.
    let mut person = Person::at_text(office.ron("en")).open();
    person.command("Verdict page");
    person.window.run_steps(3);
    assert!(person.sees("54 an hour come, 60 can be served"));
}
