//! What the hand does on the sheet beyond pointing: insert, make room, copy, reorder, be refused.

use egui::{Event, Key, Modifiers, Pos2, Vec2};
use onstage::blueprint::{LinkEnd, LinkKind, Scenario, StepId, Zone};

use crate::person::Person;

/// A row of customer actions, linked one to the next, `apart` sheet units from centre to centre.
pub fn row(names: &[&str], apart: i32) -> Person {
    let mut person = Person::at_an_empty_sheet();
    for (place, name) in (0..).zip(names) {
        person.add("Customer action", Zone::Customer, 100 + apart * place, name);
    }
    for pair in names.windows(2) {
        person.connect(pair[0], pair[1]);
    }
    person
}

/// The flows by the names of their ends, such as "A > B".
pub fn flows(scenario: &Scenario) -> Vec<String> {
    let name = |id: StepId| scenario.steps()[&id].name.clone();
    let mut flows: Vec<String> = scenario
        .links()
        .values()
        .filter(|link| link.kind == LinkKind::Flow)
        .map(|link| {
            let to = link.to.step().map_or_else(|| "out".to_owned(), name);
            format!("{} > {to}", name(link.from))
        })
        .collect();
    flows.sort();
    flows
}

/// No two cards of the sheet lie on each other.
pub fn assert_apart(person: &Person) {
    let ids: Vec<StepId> = person.scenario().steps().keys().copied().collect();
    let rect = |id: &StepId| person.app().card_on_screen(*id).expect("a card").shrink(0.5);
    for (at, a) in ids.iter().enumerate() {
        for b in &ids[at + 1..] {
            assert!(!rect(a).intersects(rect(b)), "{:?} lies on {:?}", rect(a), rect(b));
        }
    }
}

fn between(person: &Person, a: &str, b: &str) -> Pos2 {
    person.card(a) + (person.card(b) - person.card(a)) / 2.0
}

/// The hand drags with keys held.
pub fn drag_with(person: &mut Person, keys: Modifiers, from: Pos2, to: Pos2) {
    person.window.event(Event::ModifiersChanged(keys));
    person.drag(from, to);
    person.window.event(Event::ModifiersChanged(Modifiers::NONE));
    person.wait();
}

#[test]
fn a_card_dropped_on_a_short_link_goes_into_it_and_the_rest_makes_room() {
    let mut person = row(&["Ask", "Wait", "Leave"], 150);
    let before = person.blueprint().clone();
    let (from, to) = (person.item("Decision"), between(&person, "Ask", "Wait"));
    person.drag(from, to);
    person.type_text("Sure?");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(flows(person.scenario()), ["Ask > Sure?", "Sure? > Wait", "Wait > Leave"]);
    assert_apart(&person);
    let gap = person.card("Leave").x - person.card("Wait").x;
    let was = person.card("Wait").x - person.card("Sure?").x;
    assert!(gap > was, "what follows moved as one: {gap} {was}");
    person.press(Modifiers::COMMAND, Key::Z);
    person.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*person.blueprint(), before, "name and insertion are two steps to undo");
}

#[test]
fn a_card_that_is_linked_to_nothing_is_put_into_a_link() {
    let mut person = row(&["Ask", "Leave"], 150);
    person.add("Customer action", Zone::Customer, 560, "Think");
    let before = person.blueprint().clone();
    let (from, to) = (person.card("Think"), between(&person, "Ask", "Leave"));
    person.drag_and_look(from, to, |person| {
        assert_eq!(flows(person.scenario()), ["Ask > Think", "Think > Leave"], "while it is held");
    });
    assert_eq!(flows(person.scenario()), ["Ask > Think", "Think > Leave"]);
    assert_apart(&person);
    person.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn evidence_does_not_go_into_a_link() {
    let mut person = row(&["Ask", "Leave"], 300);
    let (from, to) = (person.item("Physical evidence"), between(&person, "Ask", "Leave"));
    person.drag(from, to);
    assert_eq!(flows(person.scenario()), ["Ask > Leave"]);
    assert_eq!(person.scenario().steps().len(), 3);
}

#[test]
fn a_double_click_on_a_link_inserts_there() {
    let mut person = row(&["Ask", "Leave"], 170);
    let at = between(&person, "Ask", "Leave");
    person.double_click_at(at);
    person.type_text("Think");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(flows(person.scenario()), ["Ask > Think", "Think > Leave"]);
    assert_apart(&person);
}

#[test]
fn the_plus_beside_a_card_appends() {
    let mut person = row(&["Ask"], 150);
    let card = person.app().card_on_screen(person.step("Ask")).expect("a card");
    person.click_at(card.center());
    let scale = card.width() / 124.0;
    let down = (card.height() / 2.0 - 8.0).clamp(13.5, 24.0);
    assert!(scale > 0.3, "the card is large enough to aim at");
    person.click_at(Pos2::new(card.right() + 13.0, card.center().y + down));
    person.type_text("Leave");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(flows(person.scenario()), ["Ask > Leave"]);
    assert_apart(&person);
}

#[test]
fn alt_at_the_start_of_a_drag_moves_a_copy() {
    let mut person = row(&["Ask", "Leave"], 200);
    let from = person.card("Leave");
    drag_with(&mut person, Modifiers::ALT, from, from + Vec2::new(240.0, 0.0));
    assert_eq!(person.scenario().count_of(onstage::blueprint::StepKind::Action), 3);
    let copies: Vec<_> = person
        .scenario()
        .steps()
        .values()
        .filter(|step| step.name == "Leave")
        .map(|step| step.at)
        .collect();
    assert_eq!(copies.len(), 2);
    assert!(copies[1].x > copies[0].x + 100, "the original stays where it was: {copies:?}");
    person.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(person.scenario().steps().len(), 2);
}

#[test]
fn alt_pressed_during_a_drag_only_switches_snapping_off() {
    let mut person = row(&["Ask", "Leave"], 200);
    let from = person.card("Leave");
    let to = from + Vec2::new(3.0, 0.0);
    person.window.hover_at(from);
    person.window.step();
    person.window.drag_at(from);
    person.window.step();
    for x in [20.0, 10.0] {
        person.window.hover_at(from + Vec2::new(x, 0.0));
        person.window.step();
    }
    person.window.event(Event::ModifiersChanged(Modifiers::ALT));
    person.window.hover_at(to);
    person.window.run_steps(2);
    person.window.drop_at(to);
    person.window.event(Event::ModifiersChanged(Modifiers::NONE));
    person.wait();
    assert_eq!(person.scenario().steps().len(), 2, "nothing was copied");
    assert!((person.card("Leave").x - to.x).abs() < 1.0, "and nothing attracted the card");
}

#[test]
fn shift_keeps_a_dragged_card_in_its_row() {
    let mut person = row(&["Ask", "Leave"], 200);
    let from = person.card("Leave");
    drag_with(&mut person, Modifiers::SHIFT, from, from + Vec2::new(180.0, 12.0));
    let now = person.card("Leave");
    assert!((now.y - from.y).abs() < 0.5 && now.x > from.x + 100.0, "{from:?} {now:?}");
}

#[test]
fn a_card_snaps_to_the_gap_that_its_neighbours_have() {
    let mut person = row(&["Ask", "Wait"], 170);
    person.add("Customer action", Zone::Customer, 640, "Leave");
    let gap = person.card("Wait").x - person.card("Ask").x;
    let (from, wanted) = (person.card("Leave"), person.card("Wait").x + gap);
    person.drag(from, Pos2::new(wanted + 3.0, from.y));
    let now = person.card("Leave");
    assert!((now.x - wanted).abs() < 1.0, "{now:?} {wanted}");
}

#[test]
fn a_drag_to_the_edge_moves_the_view_on() {
    let mut person = Person::new();
    let (still, from) = (person.card("Hands in form"), person.card("Eye test"));
    let edge = Pos2::new(person.window.ctx.content_rect().right() - 345.0, from.y);
    person.window.hover_at(from);
    person.window.step();
    person.window.drag_at(from);
    person.window.step();
    person.window.hover_at(edge);
    person.window.run_steps(30);
    assert!(person.card("Hands in form").x < still.x - 20.0, "the sheet came along");
    person.window.key_press(Key::Escape);
    person.window.drop_at(edge);
    person.wait();
}

#[test]
fn a_link_that_cannot_be_says_why_at_the_pointer() {
    let mut person = row(&["Ask", "Leave"], 250);
    let card = person.app().card_on_screen(person.step("Ask")).expect("a card");
    person.window.hover_at(card.center());
    person.window.run_steps(2);
    let target = person.card("Leave");
    person.drag_and_look(card.right_center(), target, |person| {
        let why = person.app().reason_at_pointer().expect("a reason");
        assert!(why.contains("linked"), "{why}");
    });
    assert_eq!(flows(person.scenario()), ["Ask > Leave"], "and nothing is drawn");
}

#[test]
fn an_end_of_a_link_is_attached_elsewhere_or_refused_with_the_reason() {
    let mut person = row(&["Ask", "Wait", "Leave"], 220);
    let at = between(&person, "Ask", "Wait");
    person.click_at(at);
    let wait = person.app().card_on_screen(person.step("Wait")).expect("a card");
    let (ask, leave) = (person.card("Ask"), person.card("Leave"));
    person.drag_and_look(wait.left_center(), ask, |person| {
        assert!(person.app().reason_at_pointer().is_some(), "a step cannot lead to itself");
    });
    assert_eq!(flows(person.scenario()), ["Ask > Wait", "Wait > Leave"]);
    person.drag(wait.left_center(), leave);
    assert_eq!(flows(person.scenario()), ["Ask > Leave", "Wait > Leave"]);
}

#[test]
fn the_space_tool_pushes_what_lies_right_and_back_without_overlap() {
    let mut person = row(&["Ask", "Leave"], 200);
    let before = person.blueprint().clone();
    let (ask, leave) = (person.card("Ask"), person.card("Leave"));
    person.click_at(leave + Vec2::new(0.0, 60.0));
    person.press(Modifiers::NONE, Key::S);
    let from = between(&person, "Ask", "Leave") + Vec2::new(0.0, 40.0);
    person.drag_and_look(from, from + Vec2::new(90.0, 0.0), |person| {
        assert!((person.card("Leave").x - leave.x - 90.0).abs() < 1.5, "while it is pulled");
    });
    assert_eq!(person.card("Ask"), ask);
    assert!((person.card("Leave").x - leave.x - 90.0).abs() < 1.5);
    person.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*person.blueprint(), before, "one step to undo");
    person.press(Modifiers::NONE, Key::S);
    person.drag(from, from - Vec2::new(110.0, 0.0));
    assert_apart(&person);
    assert!(person.card("Leave").x < leave.x - 20.0, "room was taken away");
}

#[test]
fn lanes_and_phases_are_dragged_by_their_names() {
    let mut person = Person::new();
    let phases = |person: &Person| -> Vec<String> {
        person.scenario().phases().values().map(|phase| phase.name.clone()).collect()
    };
    let before = phases(&person);
    let ids: Vec<_> = person.scenario().phases().keys().copied().collect();
    let at = |person: &Person, place: usize| {
        person.app().phase_on_screen(ids[place]).expect("the phase is in view")
    };
    let (from, to) = (at(&person, 0), at(&person, 1));
    person.drag(from, to + Vec2::new(20.0, 0.0));
    let after = phases(&person);
    assert_ne!(before, after);
    assert_eq!(before[0], after[1], "{after:?}");
    person.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(phases(&person), before);
    // A lane over the line into the next zone.
    let lane = person.scenario().lanes_of(Zone::Frontstage).next().expect("a lane").0;
    let below = person.scenario().lanes_of(Zone::Backstage).next().expect("a lane").0;
    let at = |person: &Person, lane| person.app().lane_on_screen(lane).expect("in view");
    let (from, to) = (at(&person, lane), at(&person, below));
    person.drag(from, to + Vec2::new(0.0, 15.0));
    assert_eq!(person.scenario().lanes()[&lane].zone, Zone::Backstage);
    let order: Vec<_> = person.scenario().lanes_of(Zone::Backstage).map(|(id, _)| id).collect();
    assert_eq!(order, [below, lane]);
}

#[test]
fn a_link_out_of_the_service_takes_a_card_in_too() {
    let mut person = row(&["Ask"], 200);
    let at = person.card("Ask");
    person.button(at, egui::PointerButton::Secondary);
    person.click("Customers may leave here");
    let card = person.app().card_on_screen(person.step("Ask")).expect("a card");
    let (from, to) = (person.item("Customer action"), card.right_center() + Vec2::new(10.0, 0.0));
    person.drag(from, to);
    person.type_text("Pay");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(flows(person.scenario()), ["Ask > Pay", "Pay > out"]);
    let out = person.scenario().links().values().filter(|link| link.to == LinkEnd::Outside);
    assert_eq!(out.count(), 1);
}
