//! The pictures of the figures below the sheet.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::editor::Thing;

use crate::context::Person;

#[test]
fn a_bar_of_the_load_selects_its_role() {
    let mut person = Person::new();
    person.click("Load");
    assert!(person.sees("Load: Records officer sets the limit: 90 % busy at 54 /h"));
    person.click("Records officer: 90 %, 60 /h, Bottleneck");
    let selected = person.app().editor().selection().other;
    let Some(Thing::Role(role)) = selected else { panic!("{selected:?}") };
    assert_eq!(person.scenario().roles()[&role].name, "Records officer");
}

#[test]
fn overload_says_how_fast_the_queue_grows() {
    let mut person = Person::new();
    person.click("Load");
    person.click("Blueprint");
    person.fill("Arrivals", "72");
    person.window.get_by_label("Records officer: 120 %, 60 /h, Bottleneck, grows by 12 /h");
    person.click("Waiting");
    assert!(person.sees("72 /h arrive, 60 /h can be served: waits grow without limit"));
}

#[test]
fn a_bar_of_the_visit_selects_its_card() {
    let mut person = Person::new();
    person.click("Visit");
    assert!(person.sees("Visit: On average a visit takes 7 min 45 s, 4 min 30 s of it waiting"));
    person.click_containing("Photo & card printer: ");
    let card = person.step("Photo & card printer");
    assert_eq!(person.app().editor().selection().only_step(), Some(card));
}

#[test]
fn the_money_shows_what_idle_hours_cost_and_asks_for_a_price() {
    let mut person = Person::new();
    // A section of the side panel bears the name as well.
    let tab = person.item("Money");
    person.click_at(tab);
    // 12 an hour for 54 customers, and one minute of work on each.
    person.click("Records officer: $0.222, $0.20 of it at work");
    assert!(matches!(person.app().editor().selection().other, Some(Thing::Role(_))));
    person.press(Modifiers::NONE, Key::Escape);
    person.window.get_by_label("This chart needs a price");
    person.click("Go there");
    person.fill("Price", "5");
    assert!(person.sees("Money: $5.00 a customer: $1.70 cost, $3.30 profit"));
    person.click("Enlarge");
    person.window.get_by_label("Profit: $3.30");
    person.fill("Price", "1");
    person.window.get_by_label("Loss: −$0.704");
}

#[test]
fn pictures_follow_while_a_number_is_typed() {
    let mut person = Person::new();
    person.click("Waiting");
    assert!(
        person.sees("At 54 /h a visit takes 7 min 45 s on average; with nobody ahead 3 min 15 s")
    );
    person.click("Blueprint");
    person.begin_to_fill("Arrivals", "30");
    assert!(person.sees("Waiting: At 30 /h a visit takes"), "before the field is left");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.sees("Waiting: At 54 /h a visit takes"), "Esc takes it back");
}

/// What a picture says that it is of.
fn named(person: &Person, picture: &str) -> String {
    let all = person.window.query_all_by_role(Role::Figure);
    let nodes = all.map(|node| node.accesskit_node());
    let mut said = nodes.filter(|node| node.label().is_some_and(|name| name.starts_with(picture)));
    said.next().and_then(|node| node.description()).unwrap_or_default()
}

#[test]
fn a_picture_names_its_service_and_scenario() {
    let mut person = Person::new();
    for picture in ["Load", "Visit", "Waiting"] {
        person.click(picture);
        assert_eq!(named(&person, picture), "Driver-licence office · As-is");
    }
    person.press(Modifiers::NONE, Key::F9);
    assert_eq!(named(&person, "Waiting"), "Driver-licence office · As-is", "enlarged as well");
}

#[test]
fn the_numbers_of_a_picture_bear_the_marks_of_the_tiles() {
    let mut person = Person::at("car-workshop").open();
    person.click("Visit");
    // Ways are left out of the visit that is drawn, so it is none on average.
    person.window.get_by_label_contains("Visit: The likeliest path takes ≈? ");
    person.click("Waiting");
    person.window.get_by_label_contains("Waiting: At 5 /h a visit takes ≈? 2 h 22 min on average");
}

#[test]
fn a_picture_takes_the_place_of_the_sheet_until_esc() {
    let mut person = Person::new();
    person.click("Load");
    person.click("Records officer: 90 %, 60 /h, Bottleneck");
    person.click("Enlarge");
    assert!(person.window.query_by_label("Enlarge").is_none());
    assert!(!person.sees("Check violations, Backstage"), "the sheet makes room");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.sees("Check violations, Backstage"), "the sheet is back");
    assert!(!person.app().editor().selection().is_empty(), "what is selected stays so");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.app().editor().selection().is_empty());
    person.press(Modifiers::NONE, Key::F9);
    assert!(!person.sees("Check violations, Backstage"));
    person.click("Restore");
    assert!(person.sees("Check violations, Backstage"));
}

#[test]
fn no_picture_repaints_while_nothing_happens() {
    let mut person = Person::new();
    person.press(Modifiers::NONE, Key::F9);
    for tab in ["Steps", "Load", "Visit", "Waiting", "Money"] {
        person.window.get_by_role_and_label(egui::accesskit::Role::Tab, tab).click();
        // Fails if the window never comes to rest.
        person.window.run();
    }
}

#[test]
fn what_needs_the_sheet_brings_it_back() {
    let mut person = Person::new();
    person.press(Modifiers::NONE, Key::F9);
    person.press(Modifiers::SHIFT, Key::Num1);
    assert!(person.sees("Check violations, Backstage"));
}

/// A long service, as large as those whose curve is computed on a thread.
pub fn long_service() -> onstage::blueprint::Blueprint {
    use onstage::exchange::steps_from_table;
    let row = |number| format!("Step {number},frontstage,{} s", 10 + number % 7);
    let rows: Vec<String> = (0..150).map(row).collect();
    let table = format!("step,lane,time\n{}\n", rows.join("\n"));
    let mut blueprint = onstage::blueprint::Blueprint::empty("Long", "As-is");
    let scenario = blueprint.scenarios()[0].id();
    let added = blueprint.edit(scenario, |scenario, ids| {
        let added = steps_from_table(&table, scenario, ids).expect("a table");
        let mut demand = scenario.demand().clone();
        demand.per_hour = Some(onstage::blueprint::Quantity::new(100.0).expect("a rate"));
        scenario.set_demand(demand).expect("a demand");
        Ok(added)
    });
    added.expect("steps");
    blueprint
}

#[test]
fn the_curve_of_a_long_service_comes_from_a_thread() {
    let mut person = Person::at_blueprint(long_service()).open();
    person.click("Waiting");
    person.wait_for("Waiting: At 100 /h a visit takes");
}

#[test]
fn every_picture_is_in_the_menu() {
    let mut person = Person::new();
    person.press(Modifiers::NONE, Key::F8);
    person.click("View");
    person.click("Below the sheet");
    person.click("Visit chart");
    assert!(person.sees("Visit: On average a visit"), "the panel comes back with it");
}

#[test]
fn an_empty_sheet_says_what_a_picture_needs() {
    let mut person = Person::at_an_empty_sheet();
    for tab in ["Load", "Visit", "Waiting", "Money"] {
        let at = person.item(tab);
        person.click_at(at);
        let needs = "This chart needs a step with a time, or steps that are linked";
        assert!(person.sees(needs), "{tab}");
    }
}

#[test]
fn a_picture_leads_to_what_it_lacks() {
    let mut person = Person::new();
    person.click_card("Check violations");
    person.begin_to_fill("Time", "");
    person.press(Modifiers::NONE, Key::Backspace);
    person.press(Modifiers::NONE, Key::Tab);
    person.click("Waiting");
    person.window.get_by_label("This chart needs a time for Waits for check");
    person.click("Load");
    person.window.get_by_label("This chart needs a time for Check violations");
    let before = person.app().card_on_screen(person.step("Eye test"));
    // A section of the side panel bears the name as well.
    let tab = person.item("Money");
    person.click_at(tab);
    let after = person.app().card_on_screen(person.step("Eye test"));
    assert_eq!(before, after, "the panel keeps its height, so the sheet stays");
    person.click("Waiting");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.app().editor().selection().is_empty());
    let there = person.window.get_all_by_label("Go there").last().expect("a link");
    there.click();
    person.wait();
    let card = person.step("Waits for check");
    assert_eq!(person.app().editor().selection().only_step(), Some(card));
}
