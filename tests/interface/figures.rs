//! Figures in sections that open, and why they are what they are.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::storage::sample;

use crate::context::{Person, button_at};

/// Closes the sections that are open at first, so that the others come into view.
fn make_room(person: &mut Person) {
    for open in ["Load by step", "What would help"] {
        person.click(open);
    }
}

#[test]
fn a_section_says_its_first_number_and_opens_on_the_rest() {
    let mut person = Person::new();
    make_room(&mut person);
    assert!(!person.sees("Rush-order flow time: 3 min 15 s"));
    person.click("Times");
    assert!(person.sees("Rush-order flow time: 3 min 15 s"));
    // The time with waiting stands in the headline and nowhere else.
    assert!(!person.sees("Throughput time: 7 min 11 s   ±4 %"));
}

#[test]
fn what_is_seen_and_hidden_names_where_it_comes_from() {
    let mut person = Person::new();
    make_room(&mut person);
    person.click("Visible and hidden");
    person.click("Behind the line of visibility: 1 min 20 s");
    assert!(person.sees("Photo & card printer"), "the steps behind the line are listed");
}

#[test]
fn one_less_and_one_more_are_told_for_everybody() {
    let mut person = Person::new();
    make_room(&mut person);
    person.click("One fewer, one more");
    assert!(person.sees("Records officer: –, 90 /h"));
    assert!(person.sees("Clerk: –, 60 /h"));
    assert!(person.sees("Check violations: , 66.7 /h"));
}

#[test]
fn the_figures_of_a_step_tell_their_arithmetic() {
    let mut person = Person::new();
    let at = person.card("Eye test");
    person.click_at(at);
    person.click("Capacity:  90 /h");
    assert!(person.sees("Served at once 1 ÷ (40 s) = 90 customers per hour."));
}

#[test]
fn a_wait_point_says_how_many_wait_no_longer_than_they_accept() {
    let mut person = Person::new();
    person.click_card("Waits for check");
    person.click("Wait point");
    let share =
        person.app().analysis().steps[&person.step("Waits for check")].within_acceptable.value;
    let share = share.expect("the wait is known");
    assert!(share > 0.5 && share < 1.0, "{share}");
    let said = format!("Service level: {} %   ≈", (share * 1000.0).round() / 10.0);
    assert!(person.sees(&said), "{said}");
}

#[test]
fn the_shoeshine_breaks_even_at_three_minutes_forty_eight() {
    // Shostack 1984.
    let mut person = Person::at("corner-shoeshine").open();
    make_room(&mut person);
    person.click("Cost and profit");
    person.click("Break-even time, work only: 3 min 48 s");
    assert!(person.sees("Source: Shostack 1984, “Designing services that deliver”"));
}

/// A tile never changes what it is.
#[test]
fn a_time_without_end_says_so_in_its_own_tile() {
    let mut person = Person::new();
    assert!(person.sees("Assumed: arrivals at random, times fixed, 54 /h all day"));
    person.click("Demand: 54 /h");
    person.fill("Arrivals", "66/h");
    assert!(person.sees("Throughput time: no steady value, queue +6 /h"));
    assert!(!person.sees("Rush-order flow time: 3 min 15 s"));
    person.fill("Arrivals", " ");
    assert!(person.sees("Throughput time: needs the arrivals per hour"));
    assert!(person.sees("Demand: needs the arrivals per hour"));
}

#[test]
fn one_click_keeps_a_lone_person_with_the_customer() {
    let text = sample("corner-shoeshine").expect("shipped").ron("en");
    let mut person = Person::at_text(&text.replace(", keep: true", "")).open();
    let wait = |person: &Person, name| {
        person.app().analysis().steps[&person.step(name)].wait_s.value.expect("a wait")
    };
    assert!(wait(&person, "Buff") > 1.0, "four queues for one person");
    person.click_containing("Problems");
    assert!(person.sees("The same person does Brush shoes, then Apply polish, Buff"));
    person.click("Stays with the customer");
    assert!((wait(&person, "Brush shoes") - 120.0).abs() < 1e-6);
    assert!(wait(&person, "Buff").abs() < 1e-9, "one wait, then two minutes");
    assert!(!person.sees("The same person does"));
    person.press(egui::Modifiers::COMMAND, egui::Key::Z);
    assert!(person.sees("The same person does"), "one step takes it back");
}

#[test]
fn the_money_has_one_profit_and_another_only_by_choice() {
    let mut person = Person::at("hotel-room-service").open();
    person.click_role(Role::Tab, "Money");
    let margin = person.app().analysis().money.margin_per_customer.value.expect("a profit");
    assert!((margin - 8.87).abs() < 0.01, "{margin}");
    let rule = "Profit by execution time: Per customer, idle time included";
    assert!(person.sees(rule), "what is counted is said");
    assert!(!person.sees("17.70"), "no second profit");
    person.click("Work only");
    assert!(person.sees("as if people were paid by the minute of work"));
    person.click("Work only");
    assert!(person.sees(rule));
}

/// The badges on the tiles, with where they stand.
fn badges(person: &Person) -> Vec<(String, egui::Rect)> {
    let painted = person.painted().into_iter();
    let on_tiles = painted.filter(|(text, rect, _)| {
        text.starts_with(['≈', '±', '≤', '≥']) && rect.left() > 1100.0 && rect.bottom() < 205.0
    });
    on_tiles.map(|(text, rect, _)| (text, rect)).collect()
}

#[test]
fn a_badge_keeps_its_place_while_a_difference_is_shown() {
    let mut person = Person::at("hotel-room-service").open();
    let before = badges(&person);
    assert_eq!(before.len(), 1, "the time is no exact one: {before:?}");
    let first = {
        let buttons = person.window.query_all_by_role(Role::Button);
        let mut labels = buttons.filter_map(|node| node.accesskit_node().label());
        labels.find(|label| label.contains(" → "))
    };
    person.click(&first.expect("a suggestion"));
    let button = person.window.get_by_label("Apply here").rect().center();
    let here = egui::pos2(600.0, 300.0);
    let moved = egui::Event::PointerMoved;
    person.at_once([moved(button), button_at(button, true)]);
    person.at_once([moved(button), button_at(button, false)]);
    person.at_once([moved(here)]);
    person.window.run_steps(2);
    let says = |person: &Person, sign: &str| {
        let mut painted = person.painted().into_iter();
        painted.any(|(text, ..)| text.starts_with(sign))
    };
    assert!(says(&person, "−"), "the time has become shorter");
    assert_eq!(badges(&person), before);
    person.window.run_steps(12);
    assert_eq!(badges(&person), before);
}
