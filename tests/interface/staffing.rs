//! The staffing plan in the window, from the command to the new scenario.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::TimeOfDay;

use crate::context::{Computer, Person};

/// A lunch peak of exponential services of three minutes, by the hour.
const PEAK: &str = r#"(title: "Passes", currency: "$", scenarios: [
    (id: 1, name: "Today", roles: [(id: 13, name: "Clerk", headcount: 5, cost_per_hour: 20)],
        demand: (per_hour: 60, day: (open: "08:00", close: "17:00",
            per_hour: [20, 40, 60, 80, 100, 90, 60, 40, 30])),
        lanes: [(id: 2, zone: Frontstage)], phases: [(id: 3)],
        steps: [(id: 34, name: "Serve", lane: 2, phase: 3, time: "exp 3 min", needs: [(roles: [13])])],
        links: [(id: 35, from: 34, to: "outside")]),
])"#;

/// A quiet morning, which is planned in no time.
fn quiet() -> String {
    PEAK.replace(r#"close: "17:00""#, r#"close: "12:00""#)
        .replace("[20, 40, 60, 80, 100, 90, 60, 40, 30]", "[6, 12, 9, 6]")
}

impl Person {
    /// Opens the plan on a blueprint, and lets it be worked out from a few days.
    fn at_staffing(text: &str) -> Self {
        let mut person = Self::at_text(text).size(1440.0, 900.0).open();
        person.go_through(&["Scenario", "Staffing…"]);
        person
    }

    fn people_needed(&self) -> Vec<u32> {
        let told = self.window.query_all_by_label_contains(" needed, ");
        let told = told.filter_map(|node| node.accesskit_node().value());
        let heads = told.filter_map(|told| {
            let before = told.split(" needed, ").next()?;
            before.split(": ").last()?.parse().ok()
        });
        heads.collect()
    }

    fn change_shift(&mut self, from: &str, to: &str) {
        self.click(&format!("Change the shift: {from}"));
        self.fill_and_enter("Shift that is allowed", to);
    }

    fn can_make(&self) -> bool {
        let node = self.window.get_by_role_and_label(Role::Button, "Create scenario");
        !node.accesskit_node().is_disabled()
    }
}

#[test]
fn a_lunch_peak_is_planned_and_becomes_a_scenario() {
    // From more days than the other tests: each hour is then known well enough.
    let mut person = Person::at_text(PEAK).size(1440.0, 900.0).simulating(2).open();
    person.window.get_by_label("Scenario").click();
    person.window.run_steps(3);
    person.window.get_by_label("Staffing…").click();
    person.window.run_steps(3);
    // Nobody is planned until all is chosen: shifts on the hour, the longest with an unpaid hour.
    person.click_role(Role::CheckBox, "Clerk: $20.00 an hour");
    assert!(person.sees("tick at least one role") && !person.can_make());
    person.change_shift("8 h, break 30 min after 3:30-4:30", "8 h, break 1 h after 3:00-5:00");
    person.change_shift("6 h, break 30 min after 2:30-3:30", "6 h");
    person.choose("Starts every", "1 h");
    person.click_role(Role::CheckBox, "Clerk: $20.00 an hour");
    assert_eq!(person.people_needed(), [2, 3, 4, 5, 6, 6, 5, 3, 3]);
    assert!(person.sees("Holds in every hour") && person.sees("Proven: no fewer paid hours"));
    assert!(person.sees("Clerk: 7, 38 h, $760.00"));
    assert!(person.sees("Today: 5, 45 h, $900.00"));
    assert!(person.sees("Cost a day: $900.00 → $760.00 better"));
    assert!(
        person.sees("Clerk: 37 h are needed; with these shifts no fewer than 38 h cover them.")
    );
    assert!(person.sees("One Clerk fewer from "), "what was tried");
    assert!(person.sees("Clerk 7: 13:00–17:00; 4 h paid"));
    assert!(!person.app().editor().is_modified());
    person.window.get_by_label("Create scenario").click();
    person.window.run_steps(6);
    assert_eq!(person.scenario().name(), "Clerk: 7 in shifts");
    assert!(person.sees("“Clerk: 7 in shifts” is a scenario of its own now"));
    assert!(!person.sees("Proven: no fewer paid hours"), "the dialog is closed");
    let noon = TimeOfDay::new(12 * 60).expect("noon");
    let (_, clerk) = person.scenario().roles().first().expect("a role");
    let there = onstage::blueprint::on_duty(&clerk.shifts, noon.minutes());
    assert!(there >= 6, "{there}");
    // What is said of the long run is said of all who are there at the peak.
    let most = onstage::blueprint::duty_by_minute(&clerk.shifts).into_iter().max();
    assert_eq!(most, Some(clerk.headcount));
    // Its day is simulated meanwhile, which nothing here waits for.
    person.window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    person.window.run_steps(6);
    assert_eq!(person.blueprint().scenarios().len(), 1);
    assert!(!person.app().editor().is_modified(), "one step takes it back");
}

#[test]
fn a_plan_that_is_only_looked_at_changes_nothing() {
    let mut person = Person::at_staffing(&quiet());
    let before = person.document();
    assert!(person.can_make() && person.sees("Holds in every hour"));
    person.click("Close");
    assert_eq!(person.document(), before);
    assert!(!person.app().editor().is_modified());
    // From the keyboard, too; Esc leaves a field first.
    person.command("Staffing");
    person.begin_to_fill("Share of waits", "80 %");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.sees("Shifts allowed".to_uppercase().as_str()));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(!person.sees("Shifts allowed".to_uppercase().as_str()));
    assert!(!person.app().editor().is_modified());
}

#[test]
fn the_day_leads_to_its_staffing() {
    let mut person = Person::at_text(&quiet()).size(1440.0, 900.0).open();
    person.command("Day: customers");
    person.click("Who should work when? Staffing…");
    assert!(person.sees("Holds in every hour") && person.can_make());
}

#[test]
fn another_target_has_another_plan() {
    let mut person = Person::at_staffing(&quiet());
    assert!(person.sees("Least share within 5 min"));
    let strict = person.people_needed().iter().sum::<u32>();
    person.fill("Longest wait", "60 min");
    assert!(person.sees("Least share within 1 h"));
    assert!(person.people_needed().iter().sum::<u32>() <= strict);
    person.fill("Busy at most, share", "20 %");
    assert!(person.sees("Busiest share") && person.sees("Load by share"));
    assert!(person.people_needed().iter().sum::<u32>() > strict);
    // What is no share says so, and the last plan stays.
    person.begin_to_fill("Busy at most, share", "much");
    assert!(person.sees("Busiest share") && person.can_make());
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.shown_in("Busy at most, share"), "20 %");
}

#[test]
fn without_a_day_one_is_given() {
    let without = quiet().replace(
        r#", day: (open: "08:00", close: "12:00",
            per_hour: [6, 12, 9, 6])"#,
        "",
    );
    let mut person = Person::at_staffing(&without.replace("per_hour: 60", "per_hour: 9"));
    assert!(person.sees("needs opening hours") && !person.can_make());
    person.click("Give it a day");
    assert!(person.scenario().demand().day.is_some());
    assert!(person.sees("Holds in every hour") && person.can_make());
}

#[test]
fn what_cannot_be_planned_says_why_and_what_to_do() {
    // One window: more clerks shorten no wait.
    let window = quiet().replace("[6, 12, 9, 6]", "[20, 24, 20, 15]");
    let window = window.replace(r#"time: "exp 3 min","#, r#"time: "exp 3 min", places: 1,"#);
    let mut person = Person::at_staffing(&window);
    assert!(person.sees("The target is out of reach") && !person.can_make());
    person.click_containing(" as the target");
    assert!(!person.sees("The target is out of reach"));
    // No shift is as short as the day.
    person.change_shift("4 h", "3 h");
    person.click("Remove the shift: 6 h, break 30 min after 2:30-3:30");
    person.choose("Starts every", "1 h");
    person.click("Remove the shift: 3 h");
    assert!(person.sees("No shift reaches from 08:00 to 12:00, when Clerk is needed"));
    // Without any shift the usual ones come back in one click.
    let mut person = Person::at_staffing(&quiet());
    for shift in ["8 h, break 30 min after 3:30-4:30", "6 h, break 30 min after 2:30-3:30", "4 h"] {
        person.click(&format!("Remove the shift: {shift}"));
    }
    assert!(person.sees("No shift is allowed") && !person.can_make());
    person.click("Allow the usual shifts again");
    assert!(person.sees("Holds in every hour") && person.can_make());
    // A step without a time leads to it.
    let timeless = quiet().replace(r#"time: "exp 3 min", "#, "");
    let mut person = Person::at_staffing(&timeless);
    assert!(!person.can_make());
    // The last one belongs to the dialog, which stands in front.
    person.window.get_all_by_label("Go there").last().expect("a way").click();
    person.wait();
    assert_eq!(person.selected(), ["Serve"]);
}

#[test]
fn shifts_that_are_moved_are_tried_anew() {
    let text = quiet().replace(r#"close: "12:00""#, r#"close: "16:00""#);
    let text = text.replace("[6, 12, 9, 6]", "[2, 2, 2, 2, 2, 2, 2, 2]");
    let mut person = Person::at_staffing(&text);
    person.click("Remove the shift: 8 h, break 30 min after 3:30-4:30");
    person.click("Remove the shift: 6 h, break 30 min after 2:30-3:30");
    assert!(person.sees("Clerk 1: 08:00–12:00; 4 h paid") && person.sees("Holds in every hour"));
    let bar = person.window.get_by_label("Clerk 1: 08:00–12:00; 4 h paid").rect();
    // The axis is twice as long as the shift: an hour later nobody is there at opening.
    let hour = bar.width() / 4.0;
    person.drag(bar.center(), bar.center() + Vec2::new(hour, 0.0));
    assert!(person.sees("Clerk 1: 09:00–13:00; 4 h paid"));
    assert!(person.sees("Misses at 08:00") && person.sees("These shifts were moved by hand"));
    assert!(!person.sees(" better"), "what misses is not better, however cheap");
    person.click("Create scenario");
    let (_, clerk) = person.scenario().roles().first().expect("a role");
    assert_eq!(person.words().shift(&clerk.shifts[0]), "1 × 09:00–13:00");
    person.undo();
    person.go_through(&["Scenario", "Staffing…"]);
    person.click("Remove the shift: 8 h, break 30 min after 3:30-4:30");
    person.click("Remove the shift: 6 h, break 30 min after 2:30-3:30");
    // By keys, and back to what was found.
    person.window.get_by_label("Clerk 1: 08:00–12:00; 4 h paid").focus();
    person.wait();
    person.press(Modifiers::NONE, Key::ArrowRight);
    assert!(person.sees("Clerk 1: 08:30–12:30; 4 h paid"));
    person.click("Back to the plan that was found");
    assert!(person.sees("Clerk 1: 08:00–12:00; 4 h paid") && person.sees("Holds in every hour"));
}

#[test]
fn a_malformed_shift_is_refused_at_its_field() {
    let mut person = Person::at_staffing(&quiet());
    person.click("Change the shift: 4 h");
    person.begin_to_fill("Shift that is allowed", "4 h, break 2 h after 3:00");
    assert!(person.sees("its break does not lie within it"));
    person.begin_to_fill("Shift that is allowed", "long");
    assert!(person.sees("“long” is no shift"));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.sees("Change the shift: 4 h"), "as it was");
    person.click("+ Add a shift…");
    person.fill_and_enter("Shift that is allowed", "2 h");
    assert!(person.sees("Change the shift: 2 h"));
}

#[test]
fn the_shifts_are_saved_as_a_table_that_is_read_again() {
    let computer = Computer::new();
    let mut person = Person::at_staffing(&quiet());
    person.click("Save rota…");
    let path = computer.path("rota.csv");
    person.answer_path(&path);
    let table = std::fs::read_to_string(&path).expect("a table");
    assert!(table.starts_with("role,from,to,count,breaks\nClerk,08:00,12:00,"), "{table}");
    assert!(person.sees("rota.csv") && person.can_make(), "back in the dialog");
}

/// A morning with a role whose name is longer than the room for it.
fn with_a_long_name() -> String {
    quiet().replace(r#"name: "Clerk""#, r#"name: "Passport application specialist""#)
}

#[test]
fn of_a_long_name_the_number_stays() {
    let person = Person::at_staffing(&with_a_long_name());
    let painted = person.painted();
    let cut =
        painted.iter().find(|(text, ..)| text.starts_with("Passport") && text.ends_with("… 1"));
    let (_, place, _) = cut.expect("a shortened name");
    let bar = person.window.get_by_label_contains("Passport application specialist 1: ").rect();
    assert!(place.right() <= bar.left() + 1.0, "{place:?} {bar:?}");
}

#[test]
fn while_it_is_planned_the_step_is_told() {
    let mut person = Person::at_text(PEAK).size(1440.0, 900.0).simulating(2).open();
    person.window.get_by_label("Scenario").click();
    person.window.run_steps(3);
    person.window.get_by_label("Staffing…").click();
    let mut steps = std::collections::BTreeSet::new();
    for _ in 0..2_000 {
        person.window.run_steps(1);
        let told = person.window.query_all_by_label_contains("Step ");
        let told = told.filter_map(|node| {
            let node = node.accesskit_node();
            node.value().or_else(|| node.label())
        });
        steps.extend(told.filter(|told| told.contains(" of 4: ")));
        let opened = person.window.query_by_role_and_label(Role::Button, "Create scenario");
        if opened.is_some_and(|node| !node.accesskit_node().is_disabled()) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    assert!(steps.iter().any(|step| step.starts_with("Step 1 of 4: Load from ")), "{steps:?}");
    assert!(!person.sees("Step "), "once there is a plan it is shown");
}

#[test]
fn what_is_moved_is_being_checked_until_it_was() {
    let text = quiet().replace(r#"close: "12:00""#, r#"close: "16:00""#);
    let text = text.replace("[6, 12, 9, 6]", "[2, 2, 2, 2, 2, 2, 2, 2]");
    let mut person = Person::at_staffing(&text);
    person.click("Remove the shift: 8 h, break 30 min after 3:30-4:30");
    person.click("Remove the shift: 6 h, break 30 min after 2:30-3:30");
    let bar = person.window.get_by_label("Clerk 1: 08:00–12:00; 4 h paid").rect();
    person.window.drag_at(bar.center());
    person.window.step();
    let mut checking = 0;
    for part in 1..=4 {
        let to = bar.center() + Vec2::new(bar.width() * part as f32 / 16.0, 0.0);
        person.window.hover_at(to);
        person.window.run_steps(2);
        let is_checked = person.sees("Holds in every hour") || person.sees("Misses at");
        checking += usize::from(person.sees("Checking…") && !is_checked);
    }
    assert!(checking > 0, "nothing is said of shifts that were not tried");
    person.window.drop_at(bar.center() + Vec2::new(bar.width() / 4.0, 0.0));
    person.wait();
    assert!(person.sees("Misses at 08:00") && !person.sees("Checking…"));
}
