//! What an act brings about beside itself is said: zones, phases, shares, and what waits to be done.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Vec2};
use onstage::blueprint::{LaneId, Line, LinkId, Share, StepKind, Zone};

use egui_kittest::kittest::Queryable;

use crate::context::Person;

fn lane(person: &Person, zone: Zone) -> LaneId {
    person.scenario().lanes_of(zone).next().expect("a lane").0
}

/// Where the name of the first lane of a zone is taken hold of.
fn lane_name(person: &Person, zone: Zone) -> Pos2 {
    person.app().lane_on_screen(lane(person, zone)).expect("in view")
}

/// What is said once the lane of violations has come before the line of visibility.
const SEEN: &str = "Backstage becomes Frontstage: 1 step comes before the line of visibility";

#[test]
fn a_lane_that_is_dragged_over_a_line_says_first_what_comes_of_it() {
    let mut person = Person::new();
    let before = person.blueprint().clone();
    let (from, to) = (lane_name(&person, Zone::Backstage), lane_name(&person, Zone::Frontstage));
    person.drag_and_look(from, from + Vec2::new(0.0, 14.0), |person| {
        assert_eq!(person.app().hint_at_pointer(), None, "within its zone nothing comes of it");
    });
    assert_eq!(*person.blueprint(), before);
    person.drag_and_look(from, to, |person| {
        let said = person.app().hint_at_pointer().expect("what comes of it").to_owned();
        assert!(said.starts_with(SEEN), "{said}");
        assert_eq!(*person.blueprint(), before, "nothing has happened yet");
    });
    assert_eq!(person.scenario().zone_of(person.of("Check violations")), Zone::Frontstage);
    assert!(person.sees(SEEN), "and afterwards it is said");
    person.undo();
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn a_lane_that_changes_zone_by_keys_menu_or_inspector_says_so() {
    let mut person = Person::new();
    let at = lane_name(&person, Zone::Backstage);
    person.click_at(at);
    person.press(Modifiers::ALT, Key::ArrowUp);
    assert!(person.sees(SEEN), "by keys");
    let mut person = Person::new();
    let at = lane_name(&person, Zone::Backstage);
    person.button(at, egui::PointerButton::Secondary);
    let up = person.window.get_by_label_contains("Move up").rect().center();
    person.point_at(up);
    person.let_pass(2);
    assert!(person.sees(SEEN), "the menu says it before");
    person.click_at(up);
    assert_eq!(person.scenario().zone_of(person.of("Check violations")), Zone::Frontstage);
    assert!(person.sees(SEEN), "by the menu");
    let mut person = Person::new();
    let at = lane_name(&person, Zone::Backstage);
    person.click_at(at);
    person.choose("Zone", "Frontstage");
    assert!(person.sees(SEEN), "in the inspector");
    let mut person = Person::new();
    let at = lane_name(&person, Zone::Backstage);
    person.click_at(at);
    person.choose("Zone", "Customer actions");
    assert!(person.sees("Backstage becomes Customer actions: 1 step is then done by the customer"));
    // What moves within its zone says nothing.
    let mut person = Person::new();
    let at = lane_name(&person, Zone::Backstage);
    person.button(at, egui::PointerButton::Secondary);
    person.click("Add lane below");
    person.press(Modifiers::NONE, Key::Escape);
    let at = lane_name(&person, Zone::Backstage);
    person.click_at(at);
    person.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(person.undo_code(), Some("edit-reorder-lane"));
    assert!(!person.sees(" becomes "));
}

#[test]
fn a_line_that_is_moved_says_once_what_came_of_it() {
    let mut person = Person::new();
    let from = person.app().line_on_screen(Line::Visibility).expect("the name");
    let over = lane_name(&person, Zone::Backstage) + Vec2::new(0.0, 30.0);
    person.drag(from, Pos2::new(from.x, over.y));
    assert!(person.sees(SEEN));
}

#[test]
fn copies_are_no_problem_until_they_are_worked_on_or_left_for_others() {
    // By the key, by a drag with Alt, and pasted.
    let by_key: fn(&mut Person) = |person| person.press(Modifiers::COMMAND, Key::D);
    let by_drag: fn(&mut Person) = |person| {
        let from = person.card("Eye test");
        person.drag_with(Modifiers::ALT, from, from + Vec2::new(70.0, 0.0));
    };
    let by_paste: fn(&mut Person) = |person| {
        let text = person.copied();
        person.paste(&text);
    };
    for (how, copy) in [("key", by_key), ("drag", by_drag), ("paste", by_paste)] {
        let mut person = Person::new();
        person.select(&["Eye test"]);
        let steps = person.scenario().steps().len();
        copy(&mut person);
        assert_eq!(person.scenario().steps().len(), steps + 1, "{how}");
        person.let_pass(8);
        assert!(person.sees("No problems found"), "{how}: as long as it is selected");
        person.click_card("Photograph");
        person.let_pass(130);
        assert!(person.sees("No problems found"), "{how}: time alone makes no problem");
        person.fill("Time", "40 s");
        person.let_pass(8);
        assert!(!person.sees("No problems found"), "{how}: once one goes on with another card");
        person.undo();
        person.undo();
        assert_eq!(person.scenario().steps().len(), steps, "{how}: one step to undo");
    }
    // With the link between them.
    let mut person = Person::new();
    person.select(&["Eye test", "Check violations"]);
    person.press(Modifiers::COMMAND, Key::D);
    assert!(person.sees("No problems found"));
}

/// A decision with two ways, the first of them labelled and with a share.
fn decision() -> (Person, LinkId) {
    let mut person = Person::at_a_row(&["Right?", "Serve", "Leave"], 160);
    let mut blueprint = person.blueprint().clone();
    let scenario = blueprint.baseline().id();
    let decision = person.step("Right?");
    let link = blueprint
        .edit(scenario, |scenario, _| {
            let mut step = onstage::blueprint::Step::clone(&scenario.steps()[&decision]);
            step.kind = StepKind::Decision;
            scenario.set_step(decision, step)?;
            let link = *scenario.links().keys().next().expect("a link");
            scenario.set_label(link, "yes")?;
            scenario.set_share(link, Share::percent(40.0).ok())?;
            Ok(link)
        })
        .expect("a decision");
    person = Person::at_blueprint(blueprint).open();
    (person, link)
}

#[test]
fn a_link_that_is_reversed_keeps_its_label_and_says_what_becomes_of_its_share() {
    let (mut person, link) = decision();
    let before = person.blueprint().clone();
    let at = person.between("Right?", "Serve");
    person.click_at(at);
    person.click_beside(Role::Button, "Reverse");
    let now = person.scenario().links()[&link].clone();
    assert_eq!(now.from, person.step("Serve"));
    assert_eq!((now.label.as_str(), now.share), ("yes", None));
    assert!(person.sees("The share of 40 % was one of the customers at “Right?”"));
    person.undo();
    assert_eq!(*person.blueprint(), before, "one step to undo");
    // One without a share has nothing to say.
    let (mut person, _) = decision();
    let at = person.between("Serve", "Leave");
    person.click_at(at);
    person.click_beside(Role::Button, "Reverse");
    assert!(!person.sees("The share of"));
}

#[test]
fn a_card_released_on_the_edge_of_a_panel_comes_to_the_sheet() {
    let mut person = Person::at_an_empty_sheet();
    let (sheet, y) = (person.app().sheet_on_screen().0, person.point_in(Zone::Customer, 0).y);
    let from = person.item("Customer action");
    for beyond in [-2.0, 4.0] {
        let steps = person.scenario().steps().len();
        person.drag(from, Pos2::new(sheet.right() + beyond, y));
        person.enter("Ask");
        assert_eq!(person.scenario().steps().len(), steps + 1, "{beyond} beyond the edge");
    }
    // Well within a panel it is given up.
    let steps = person.scenario().steps().len();
    person.drag(from, Pos2::new(sheet.right() + 120.0, y));
    assert_eq!(person.scenario().steps().len(), steps);
    assert!(person.sees("This is outside the sheet"), "and it is said");
    // So it is on the other side, where the names of lanes lie.
    let edge = Pos2::new(sheet.left() - onstage::drawing::STRIP_WIDTH - 2.0, y);
    let mut person = Person::at_an_empty_sheet();
    person.drag(from, edge);
    assert_eq!(person.scenario().steps().len(), 0);
    assert!(person.sees("This is outside the sheet"));
}
