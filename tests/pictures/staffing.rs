//! The staffing plan.

use onstage::wording::Language;

use crate::context::{Person, Setup};

/// A desk with a lunch peak, where clerks wait on those whom a greeter has met.
fn desk(greet: &str, greeter: &str, serve: &str, clerk: &str) -> Setup {
    Person::at_text(&format!(
        r#"(title: "", currency: "$", scenarios: [
    (id: 1, name: "1", roles: [
            (id: 13, name: "{clerk}", headcount: 5, cost_per_hour: 20),
            (id: 14, name: "{greeter}", headcount: 1, cost_per_hour: 16, colour: 1)],
        demand: (per_hour: 20, day: (open: "08:00", close: "17:00",
            per_hour: [8, 14, 20, 28, 34, 30, 20, 14, 10])),
        lanes: [(id: 2, zone: Frontstage)], phases: [(id: 3)],
        steps: [
            (id: 33, name: "{greet}", lane: 2, phase: 3, time: "30 s", needs: [(roles: [14])]),
            (id: 34, name: "{serve}", lane: 2, phase: 3, at: (200, 0), time: "exp 6 min", needs: [(roles: [13])])],
        links: [(id: 36, from: 33, to: 34), (id: 35, from: 34, to: "outside")]),
])"#
    ))
}

fn in_english() -> Setup {
    desk("Greet", "Greeter", "Issue pass", "Clerk")
}

fn plan_looks_like(setup: Setup, name: &str) {
    setup.looks_like(name, |person| {
        let rows = ["menu-scenario", "command-staffing"].map(|key| person.word(key));
        person.go_through(&rows.each_ref().map(String::as_str));
        person.point_away();
    });
}

#[test]
fn staffing_in_light() {
    plan_looks_like(in_english(), "staffing-light");
}

#[test]
fn staffing_in_the_dark() {
    plan_looks_like(in_english().dark(), "staffing-dark");
}

#[test]
fn staffing_on_a_small_screen() {
    plan_looks_like(in_english().size(1280.0, 720.0), "staffing-small");
}

#[test]
fn staffing_in_chinese() {
    let chinese = desk("迎接", "迎宾员", "签发通行证", "办事员").language(Language::Chinese);
    plan_looks_like(chinese, "staffing-chinese");
}
