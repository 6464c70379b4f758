//! The redesign dialog, from the button to the new scenario.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::Blueprint;
use onstage::exchange::steps_from_table;

use crate::context::Person;

/// Ticks or clears the rule that is called so.
fn tick(person: &mut Person, rule: &str) {
    person.click_role(Role::CheckBox, rule);
}

/// Opens the dialog of the licence office and rules as the course does: any order, but the review
/// first, the licence last and by itself, one camera.
fn open_with_rules_of_the_course(person: &mut Person) {
    person.click("Redesign…");
    person.fill("Rate at least", "120");
    tick(person, "Today’s order is kept");
    tick(person, "Review application comes first");
    tick(person, "Issue temp. licence comes last");
    person.click("+ Add a rule…");
    person.choose("Kind of rule", "Is a job of its own");
    person.choose("Choose a step", "Issue temp. licence");
    person.click("Add");
}

#[test]
fn seven_people_double_the_licence_office() {
    let mut person = Person::new();
    open_with_rules_of_the_course(&mut person);
    // Case 18: seven people, five designs with one camera; the one that changes least is the
    // course's. Case 1: $1.53 today, $0.87 then.
    assert!(person.sees("Designs with 7 people at 120 /h".to_uppercase().as_str()));
    assert!(person.sees("5 equally good, fewest changes first"));
    assert!(person.sees("1+4 × 2, 2, 3 × 2, 5, 6: 1 merge"));
    for figure in [
        "Capacity: 60 /h → 120 /h better",
        "People: 6 → 7 worse",
        "Cost per customer: $1.53 → $0.867 better",
        "Balance: 54.2 % → 92.9 % better",
        "Most steps per person: 1 → 2",
    ] {
        assert!(person.sees(figure), "{figure}");
    }
    let scenarios = person.blueprint().scenarios().len();
    person.click("Create scenario");
    assert_eq!(person.blueprint().scenarios().len(), scenarios + 1);
    assert_eq!(person.blueprint().scenarios()[1].name(), "120 /h with 7", "after the present one");
    assert_eq!(person.scenario().name(), "120 /h with 7");
    assert!(person.capacity().is_some_and(|capacity| (capacity - 120.0).abs() < 1e-9));
    assert!(person.sees("120 /h with 7"), "its tab");
    // The rules are kept with it, and one undo takes all back.
    assert_eq!(person.scenario().redesign_rules().alone.len(), 1);
    person.undo();
    assert_eq!(person.blueprint().scenarios().len(), scenarios);
    assert!(person.scenario().redesign_rules().alone.is_empty());
    assert!(!person.app().editor().is_modified());
}

#[test]
fn another_design_and_another_number_of_people_can_be_chosen() {
    let mut person = Person::new();
    open_with_rules_of_the_course(&mut person);
    person.click("Show all 5");
    // It lies below the edge of what is seen.
    person.window.get_by_label_contains("1+3+4 × 4, 2, 5, 6").click_accesskit();
    person.wait();
    assert!(person.sees("Most steps per person: 1 → 3"));
    // Case 18: six people reach 102.857.
    person.click("6 people, 102.9 /h");
    person.point_away();
    assert!(person.sees("Capacity: 60 /h → 102.9 /h better"));
    person.click("Create scenario");
    assert_eq!(person.scenario().name(), "102.9 /h with 6");
}

#[test]
fn a_preview_shows_the_design_and_leaves_the_file_as_it_was() {
    let mut person = Person::new();
    let before = person.document();
    open_with_rules_of_the_course(&mut person);
    person.click("Preview on the sheet");
    assert!(person.sees("nothing is changed") && !person.app().editor().is_modified());
    assert!(person.capacity().is_some_and(|capacity| (capacity - 120.0).abs() < 1e-9));
    // Nothing can be changed while the design is only looked at.
    person.press(Modifiers::COMMAND, Key::A);
    person.press(Modifiers::NONE, Key::Delete);
    person.undo();
    assert!(person.capacity().is_some_and(|capacity| (capacity - 120.0).abs() < 1e-9));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.sees("Create scenario") && person.sees("5 equally good"), "back in the dialog");
    assert_eq!(person.capacity(), Some(60.0));
    assert_eq!(person.document(), before);
    assert!(!person.app().editor().is_modified());
    // From the preview the scenario can be made as well.
    person.click("Preview on the sheet");
    let scenarios = person.blueprint().scenarios().len() - 1;
    person.click("Create scenario");
    assert_eq!(person.blueprint().scenarios().len(), scenarios + 1);
    assert!(!person.sees("nothing is changed"));
}

#[test]
fn rules_are_kept_when_the_dialog_is_closed() {
    let mut person = Person::new();
    person.press(Modifiers::NONE, Key::F4);
    person.press(Modifiers::NONE, Key::Escape);
    assert!(!person.app().editor().is_modified(), "nothing was changed");
    person.click("Redesign…");
    tick(&mut person, "Today’s order is kept");
    tick(&mut person, "At most 2 steps per job");
    person.click("One more step per job");
    person.click("Close");
    let rules = person.scenario().redesign_rules();
    assert!(rules.free_order);
    assert_eq!(rules.widest_job.map(std::num::NonZeroU32::get), Some(3));
    assert_eq!(rules.places.len(), 1, "the camera's place is a rule to begin with");
    person.undo();
    assert!(!person.app().editor().is_modified(), "one step takes them back");
}

#[test]
fn people_and_cost_are_targets_too() {
    let mut person = Person::new();
    open_with_rules_of_the_course(&mut person);
    // Case 18: nine people reach 148.966.
    person.fill("Number of people", "9");
    assert!(person.sees("Capacity: 60 /h → 149 /h better"));
    person.fill("Cost at most", "0.87");
    assert!(person.sees("Cost per customer: $1.53 → $0."));
    person.fill("Cost at most", "0.1");
    assert!(person.sees("No design found costs so little"));
}

#[test]
fn a_target_out_of_reach_says_what_is_possible_and_takes_it() {
    let mut person = Person::new();
    open_with_rules_of_the_course(&mut person);
    person.fill("Rate at least", "200");
    // Case 18: with one camera 180 is the end.
    assert!(person.sees("180 /h is the best possible under these rules"));
    person.click("Take 180 /h as the target");
    assert!(!person.sees("best possible under these rules"));
    // Nothing is pointed at.
    person.point_away();
    assert!(person.sees("Capacity: 60 /h → 180 /h better"));
    person.fill("Number of people", "1");
    assert!(person.sees("too few"));
}

#[test]
fn what_is_no_number_changes_nothing() {
    let mut person = Person::new();
    person.click("Redesign…");
    person.fill("Rate at least", "many");
    assert!(person.sees("target 120 /h"));
}

#[test]
fn a_missing_time_is_named_and_led_to() {
    let mut person = Person::new();
    person.click_card("Collect payment");
    person.begin_to_fill("Time", "1");
    person.press(Modifiers::NONE, Key::Backspace);
    person.press(Modifiers::NONE, Key::Tab);
    let first = person.step("Collect payment");
    assert!(person.scenario().steps()[&first].time.is_none());
    person.click("Redesign…");
    assert!(person.sees("No redesign without a capacity of today"));
    // The last one belongs to the dialog, which stands in front.
    person.window.get_all_by_label("Go there").last().expect("a way").click();
    person.wait();
    assert_eq!(person.app().editor().selection().only_step(), Some(first));
    assert!(!person.sees("Create scenario"), "the dialog makes room");
}

#[test]
fn an_empty_sheet_says_why_there_is_no_redesign() {
    let mut person = Person::at_an_empty_sheet();
    person.press(Modifiers::NONE, Key::F4);
    assert!(!person.sees("Create scenario"));
    let button = person.window.get_by_role_and_label(Role::Button, "Redesign…");
    assert!(button.accesskit_node().is_disabled());
}

#[test]
fn the_dialog_comes_to_rest() {
    let mut person = Person::new();
    person.click("Redesign…");
    // Fails if the window never comes to rest.
    person.window.run();
}

/// Opens the window on a table of steps.
fn at_table(table: &str, prepare: impl FnOnce(&mut Blueprint)) -> Person {
    let mut blueprint = Blueprint::empty("shop", "As-is");
    let id = blueprint.baseline().id();
    blueprint
        .edit(id, |scenario, ids| {
            steps_from_table(table, scenario, ids).expect("a table");
            Ok(())
        })
        .expect("an edit");
    prepare(&mut blueprint);
    Person::at_blueprint(blueprint).open()
}

#[test]
fn steps_that_name_nobody_are_regrouped_as_workers() {
    let mut person = at_table("step,time\nWeigh,20 s\nWrap,40 s\nLabel,30 s\n", |_| {});
    let before = person.document();
    person.click("Redesign…");
    assert!(person.sees("3 steps name nobody: each counts as one worker of its own"));
    person.fill("Number of people", "3");
    // Three people who each do all of it: 90 s of work, 120 an hour.
    person.fill("Rate at least", "120");
    tick(&mut person, "At most 2 steps per job");
    tick(&mut person, "At most 2 steps per job");
    assert!(person.sees("Capacity: 90 /h → 120 /h better"));
    person.click("Preview on the sheet");
    assert_eq!(person.capacity().map(f64::round), Some(120.0));
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.document(), before, "a look changes nothing");
    person.click("Create scenario");
    assert_eq!(person.capacity().map(f64::round), Some(120.0));
    let roles = person.role_names();
    assert!(roles.iter().all(|role| role.starts_with("Worker at ")), "{roles:?}");
    let first = &person.blueprint().scenarios()[0];
    assert!(first.roles().is_empty(), "today names nobody still");
    person.undo();
    assert_eq!(person.document(), before);
}

#[test]
fn what_is_proven_best_between_decisions_says_so() {
    let table = "step,role,time,next\nAsk,Clerk,20 s,Right?\nRight?,,,Check 50 %; Pay 50 %\n\
                 Check,Officer,30 s,Pay\nPay,Cashier,30 s,end\n";
    let mut person = at_table(table, |_| {});
    person.click("Redesign…");
    assert!(!person.sees("The order is free between decisions"));
    assert!(person.sees("Proven best for") && !person.sees("decisions left where they are"));
    tick(&mut person, "Today’s order is kept");
    assert!(person.sees("The order is free between decisions"));
    assert!(person.sees("decisions left where they are"));
}

#[test]
fn what_rests_on_a_bound_says_at_most() {
    // Three who are needed in pairs: 30 min and more of each for a customer.
    let table = "step,role,time\nAsk,Clerk,30 min\nPay,Cashier,40 min\n\
                 Look,A + B,10 min\nTest,B + C,20 min\nTalk,A + C,20 min\n";
    let mut person = at_table(table, |_| {});
    // The figures too, wherever they are said: on the tile, in the arithmetic, by step, on cards.
    let says = |text: &str| person.painted().iter().any(|(painted, ..)| painted.starts_with(text));
    assert!(says("≤") && says("≤ 1.5 /h"), "the tile and the cards");
    assert!(person.sees(" ÷ 40 min: ≤ 1.5 /h"));
    let painted = person.painted();
    let bounds: Vec<&str> =
        painted.iter().map(|(text, ..)| text.as_str()).filter(|text| text.contains('≤')).collect();
    assert!(bounds.contains(&"≤ 1.5"), "load by step: {bounds:?}");
    person.click("Redesign…");
    person.fill("Rate at least", "1.4");
    assert!(person.sees("The target is reached at most"));
    assert!(person.sees("What stays as it is can serve no more than"));
    assert!(!person.sees("One more person adds"));
    person.fill("Rate at least", "10");
    assert!(person.sees("can serve no more than 1.5 /h. More people there are not tried"));
    assert!(!person.sees("The target is reached at most") && !person.sees("best possible"));
    person.click("Create scenario");
    assert!(person.scenario().name().starts_with("at most 1.5 /h"), "{}", person.scenario().name());
}

#[test]
fn who_may_do_what_in_the_whole_file_holds_in_the_redesign() {
    let table = "step,role,time\nWeigh,Nurse,20 s\nExamine,Doctor,60 s\n";
    let mut person = at_table(table, |blueprint| {
        blueprint.set_only_today(true);
    });
    person.click("Redesign…");
    let held = "Only those who do it today (set for the whole file)";
    tick(&mut person, held);
    person.fill("Rate at least", "120");
    assert!(person.sees("Nobody has to learn anything"));
    person.click("Create scenario");
    assert_ne!(person.of("Weigh").needs, person.of("Examine").needs);
}

#[test]
fn nothing_pales_before_the_dialog_opens() {
    let mut person = Person::new();
    let look = |person: &Person| -> Vec<String> {
        let of = |words: &str| {
            let painted = person.painted();
            let found = painted.iter().find(|(text, ..)| text == words);
            found.map(|(.., look)| look.clone()).expect("a text of the window")
        };
        ["Bottleneck: Check violations", "Compare", "Filter"].map(of).to_vec()
    };
    let before = look(&person);
    person.window.key_press(Key::F4);
    for _ in 0..4 {
        person.window.step();
        assert_eq!(look(&person), before);
    }
    assert!(person.sees("Create scenario"));
}
