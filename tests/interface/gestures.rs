//! What the hand does on the sheet.

use egui::{Key, Modifiers, Pos2, Vec2};
use onstage::blueprint::{Line, LinkKind, Zone};

use crate::context::Person;

#[test]
fn the_first_sight_is_the_licence_office_with_its_bottleneck() {
    let person = Person::new();
    assert_eq!(person.capacity(), Some(60.0));
    assert!(person.sees("Bottleneck: Check violations"));
    assert!(person.sees("1 Records officer ÷ 60 s = 60 /h"));
    assert!(
        person.sees("Check violations, Backstage, 60 s, Records officer, load 90 %, Bottleneck")
    );
}

#[test]
fn a_card_dragged_from_the_palette_becomes_what_its_lane_says() {
    let mut person = Person::at_an_empty_sheet();
    let from = person.item("Backstage action");
    let to = person.point_in(Zone::Frontstage, 72);
    person.drag(from, to);
    person.enter("Greet");
    let step = person.of("Greet").clone();
    assert_eq!(person.scenario().zone_of(&step), Zone::Frontstage);
    person.undo();
    person.undo();
    assert!(person.scenario().steps().is_empty(), "name and card are two steps to undo");
}

#[test]
fn a_drop_outside_the_sheet_is_refused_and_says_so() {
    let mut person = Person::at_an_empty_sheet();
    // Without the panel below there is room beneath the last lane.
    person.press(Modifiers::NONE, Key::F8);
    let from = person.item("Customer action");
    let below = person.point_in(Zone::Support, 72) + Vec2::new(0.0, 90.0);
    person.drag(from, below);
    assert!(person.scenario().steps().is_empty());
    assert!(person.sees("This is outside the sheet"));
}

#[test]
fn a_step_dragged_over_the_line_of_visibility_is_hidden_at_once() {
    let mut person = Person::new();
    let step = person.step("Eye test");
    let from = person.card("Eye test");
    let to = Pos2::new(from.x, person.card("Check violations").y);
    person.drag_and_look(from, to, |person| {
        let dragged = &person.scenario().steps()[&step];
        assert_eq!(person.scenario().zone_of(dragged), Zone::Backstage, "while it is dragged");
    });
    assert!(person.sees("Now behind the line of visibility"));
    assert!(person.sees("Undo move step") || person.app().editor().undo_name().is_some());
    person.undo();
    let back = &person.scenario().steps()[&step];
    assert_eq!(person.scenario().zone_of(back), Zone::Frontstage);
}

#[test]
fn escape_takes_a_drag_back() {
    let mut person = Person::new();
    let before = person.blueprint().clone();
    let from = person.card("Eye test");
    person.drag_and_look(from, from + Vec2::new(0.0, 120.0), |person| {
        assert_ne!(*person.blueprint(), before, "it moves while it is dragged");
        person.window.key_press(Key::Escape);
        person.window.run_steps(2);
        assert_eq!(*person.blueprint(), before);
    });
    assert_eq!(*person.blueprint(), before);
    assert!(person.app().editor().undo_name().is_none());
}

#[test]
fn the_line_of_visibility_can_be_dragged_over_a_lane() {
    let mut person = Person::new();
    let from = person.app().line_on_screen(Line::Visibility).expect("the line is in view");
    let to = Pos2::new(from.x, person.card("Photo & card printer").y - 50.0);
    person.drag(from, to);
    let hidden = person.of("Check violations");
    assert_eq!(person.scenario().zone_of(hidden), Zone::Frontstage, "now the customer sees it");
    person.undo();
    let hidden = person.of("Check violations");
    assert_eq!(person.scenario().zone_of(hidden), Zone::Backstage);
}

#[test]
fn a_link_is_drawn_from_the_edge_of_a_card() {
    let mut person = Person::at_an_empty_sheet();
    person.add("Customer action", Zone::Customer, 72, "Ask");
    person.add("Customer action", Zone::Customer, 300, "Leave");
    person.add("Frontstage action", Zone::Frontstage, 72, "Answer");
    person.connect("Ask", "Leave");
    person.connect("Ask", "Answer");
    let kinds: Vec<LinkKind> = person.scenario().links().values().map(|link| link.kind).collect();
    assert_eq!(kinds, [LinkKind::Flow, LinkKind::Together], "along a zone and across a line");
}

#[test]
fn a_role_dragged_onto_a_step_is_needed_there() {
    let mut person = Person::new();
    let (from, to) = (person.item("Clerk"), person.card("Collect payment"));
    person.drag(from, to);
    let clerk = *person
        .scenario()
        .roles()
        .iter()
        .find(|(_, role)| role.name == "Clerk")
        .expect("the clerk")
        .0;
    assert!(person.scenario().step_needs_role(person.step("Collect payment"), clerk));
    // 15 s and 30 s of one clerk: 80 an hour; the records officer still limits at 60.
    assert_eq!(person.app().analysis().roles[&clerk].capacity_per_hour.value, Some(80.0));
    assert_eq!(person.capacity(), Some(60.0));
}

#[test]
fn deleting_a_step_heals_the_flow() {
    let mut person = Person::new();
    person.click_card("Pays the fee");
    person.press(Modifiers::NONE, Key::Delete);
    // The cashier's step goes on in the flow in the customer's place.
    assert_eq!(person.capacity(), Some(60.0));
    assert!(
        person
            .app()
            .analysis()
            .problems
            .iter()
            .all(|problem| { problem.code != onstage::process::ProblemCode::NotConnected })
    );
}

#[test]
fn a_frame_on_the_empty_sheet_selects_the_cards_in_it() {
    let mut person = Person::new();
    let first = person.card("Hands in form");
    let last = person.card("Waits for check");
    person.drag(first + Vec2::new(-54.0, -40.0), last + Vec2::new(50.0, 32.0));
    assert_eq!(person.app().editor().selection().steps.len(), 3);
}
