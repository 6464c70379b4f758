//! What the hand does on the sheet beyond pointing: insert, make room, copy, reorder, be refused.

use egui::{Event, Key, Modifiers, Pos2, Vec2};
use onstage::blueprint::{LinkEnd, Zone};

use crate::context::Person;

#[test]
fn a_card_dropped_on_a_short_link_goes_into_it_and_the_rest_makes_room() {
    let mut person = Person::at_a_row(&["Ask", "Wait", "Leave"], 150);
    let before = person.blueprint().clone();
    let (from, to) = (person.item("Decision"), person.between("Ask", "Wait"));
    person.drag(from, to);
    person.enter("Sure?");
    assert_eq!(person.flows(), ["Ask > Sure?", "Sure? > Wait", "Wait > Leave"]);
    person.assert_apart();
    let gap = person.card("Leave").x - person.card("Wait").x;
    let was = person.card("Wait").x - person.card("Sure?").x;
    assert!(gap > was, "what follows moved as one: {gap} {was}");
    person.undo();
    assert_eq!(*person.blueprint(), before, "insertion and name are one step to undo");
}

#[test]
fn a_card_that_is_linked_to_nothing_is_put_into_a_link() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 150);
    person.add("Customer action", Zone::Customer, 560, "Think");
    let before = person.blueprint().clone();
    let (from, to) = (person.card("Think"), person.between("Ask", "Leave"));
    person.drag_and_look(from, to, |person| {
        assert_eq!(person.flows(), ["Ask > Think", "Think > Leave"], "while it is held");
    });
    assert_eq!(person.flows(), ["Ask > Think", "Think > Leave"]);
    person.assert_apart();
    person.undo();
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn evidence_does_not_go_into_a_link() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 300);
    let (from, to) = (person.item("Physical evidence"), person.between("Ask", "Leave"));
    person.drag(from, to);
    assert_eq!(person.flows(), ["Ask > Leave"]);
    assert_eq!(person.scenario().steps().len(), 3);
}

#[test]
fn a_double_click_on_a_link_inserts_there() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 170);
    let at = person.between("Ask", "Leave");
    person.double_click_at(at);
    person.enter("Think");
    assert_eq!(person.flows(), ["Ask > Think", "Think > Leave"]);
    person.assert_apart();
}

#[test]
fn a_card_put_into_an_upright_link_stands_in_the_row_of_its_lane() {
    for (link, above) in [("Collect payment", 22.0), ("Check violations", 24.0)] {
        let mut person = Person::at_first_sample().open();
        let end = person.card_rect(link);
        person.double_click_at(Pos2::new(end.center().x, end.top() - above));
        person.enter("Look");
        let (look, end) = (person.card("Look"), person.card(link));
        assert!((look.y - end.y).abs() < 1.0, "{look:?} beside {end:?}");
        person.assert_apart();
    }
}

#[test]
fn the_plus_beside_a_card_appends() {
    let mut person = Person::at_a_row(&["Ask"], 150);
    let card = person.card_rect("Ask");
    person.click_at(card.center());
    let scale = card.width() / 124.0;
    let down = (card.height() / 2.0 - 8.0).clamp(13.5, 24.0);
    assert!(scale > 0.3, "the card is large enough to aim at");
    person.click_at(Pos2::new(card.right() + 13.0, card.center().y + down));
    person.enter("Leave");
    assert_eq!(person.flows(), ["Ask > Leave"]);
    person.assert_apart();
}

#[test]
fn alt_at_the_start_of_a_drag_moves_a_copy() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 200);
    let from = person.card("Leave");
    person.drag_with(Modifiers::ALT, from, from + Vec2::new(240.0, 0.0));
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
    person.undo();
    assert_eq!(person.scenario().steps().len(), 2);
}

#[test]
fn alt_pressed_during_a_drag_only_switches_snapping_off() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 200);
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
    let mut person = Person::at_a_row(&["Ask", "Leave"], 200);
    let from = person.card("Leave");
    person.drag_with(Modifiers::SHIFT, from, from + Vec2::new(180.0, 12.0));
    let now = person.card("Leave");
    assert!((now.y - from.y).abs() < 0.5 && now.x > from.x + 100.0, "{from:?} {now:?}");
}

#[test]
fn a_card_snaps_to_the_gap_that_its_neighbours_have() {
    let mut person = Person::at_a_row(&["Ask", "Wait"], 170);
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
    let mut person = Person::at_a_row(&["Ask", "Leave"], 250);
    let card = person.card_rect("Ask");
    person.window.hover_at(card.center());
    person.window.run_steps(2);
    let target = person.card("Leave");
    person.drag_and_look(card.right_center(), target, |person| {
        let why = person.app().reason_at_pointer().expect("a reason");
        assert!(why.contains("linked"), "{why}");
    });
    assert_eq!(person.flows(), ["Ask > Leave"], "and nothing is drawn");
}

#[test]
fn an_end_of_a_link_is_attached_elsewhere_or_refused_with_the_reason() {
    let mut person = Person::at_a_row(&["Ask", "Wait", "Leave"], 220);
    let at = person.between("Ask", "Wait");
    person.click_at(at);
    let wait = person.card_rect("Wait");
    let (ask, leave) = (person.card("Ask"), person.card("Leave"));
    person.drag_and_look(wait.left_center(), ask, |person| {
        assert!(person.app().reason_at_pointer().is_some(), "a step cannot lead to itself");
    });
    assert_eq!(person.flows(), ["Ask > Wait", "Wait > Leave"]);
    person.drag(wait.left_center(), leave);
    assert_eq!(person.flows(), ["Ask > Leave", "Wait > Leave"]);
}

#[test]
fn the_space_tool_pushes_what_lies_right_and_back_without_overlap() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 200);
    let before = person.blueprint().clone();
    let (ask, leave) = (person.card("Ask"), person.card("Leave"));
    person.click_at(leave + Vec2::new(0.0, 60.0));
    person.press(Modifiers::NONE, Key::S);
    let from = person.between("Ask", "Leave") + Vec2::new(0.0, 40.0);
    person.drag_and_look(from, from + Vec2::new(90.0, 0.0), |person| {
        assert!((person.card("Leave").x - leave.x - 90.0).abs() < 1.5, "while it is pulled");
    });
    assert_eq!(person.card("Ask"), ask);
    assert!((person.card("Leave").x - leave.x - 90.0).abs() < 1.5);
    person.undo();
    assert_eq!(*person.blueprint(), before, "one step to undo");
    person.press(Modifiers::NONE, Key::S);
    person.drag(from, from - Vec2::new(110.0, 0.0));
    person.assert_apart();
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
    person.undo();
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
    let mut person = Person::at_a_row(&["Ask"], 200);
    let at = person.card("Ask");
    person.button(at, egui::PointerButton::Secondary);
    person.click("Customers may leave here");
    let card = person.card_rect("Ask");
    let (from, to) = (person.item("Customer action"), card.right_center() + Vec2::new(10.0, 0.0));
    person.drag(from, to);
    person.enter("Pay");
    assert_eq!(person.flows(), ["Ask > Pay", "Pay > out"]);
    let out = person.scenario().links().values().filter(|link| link.to == LinkEnd::Outside);
    assert_eq!(out.count(), 1);
}
