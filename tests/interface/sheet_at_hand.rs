//! What strangers look for on the sheet: menus of lines and links, the map, names that fit, figures.

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2, Vec2};
use onstage::blueprint::{Line, Link, LinkKind, StepKind, Zone};
use onstage::storage::sample;

use crate::context::{Person, chains};

/// A place on the stroke of a line, away from its name and from all links and cards.
fn on_stroke(person: &Person, line: Line) -> Pos2 {
    let name = person.app().line_on_screen(line).expect("the name of the line");
    let left = person.app().sheet_on_screen().0.left();
    Pos2::new(left + 24.0, name.y)
}

#[test]
fn the_stroke_of_a_line_has_the_menu_of_the_line() {
    let mut person = Person::new();
    let at = on_stroke(&person, Line::Visibility);
    person.button(at, PointerButton::Secondary);
    assert!(!person.sees("Add lane below"), "the menu of a lane");
    person.click("Move up over “Frontstage”");
    assert_eq!(person.scenario().zone_of(person.of("Eye test")), Zone::Backstage);
}

#[test]
fn a_border_between_lanes_of_one_zone_has_the_menu_of_the_lane() {
    let mut person = Person::new();
    let lane = person.scenario().lanes_of(Zone::Frontstage).next().expect("a lane").0;
    let at = person.app().lane_on_screen(lane).expect("its name");
    person.button(at, PointerButton::Secondary);
    person.click("Add lane above");
    person.press(Modifiers::NONE, Key::Escape);
    let names = person.scenario().lanes_of(Zone::Frontstage).map(|(lane, _)| lane);
    let ys: Vec<Pos2> = names.filter_map(|lane| person.app().lane_on_screen(lane)).collect();
    let interaction = person.app().line_on_screen(Line::Interaction).expect("a line").y;
    // As far below the middle of the upper lane as that is below its upper border.
    let border = 2.0 * ys[0].y - interaction;
    let at = Pos2::new(person.app().sheet_on_screen().0.left() + 24.0, border);
    person.button(at, PointerButton::Secondary);
    assert!(person.sees("Add lane below"));
}

/// Where the words of a row of a menu begin.
fn begins(person: &Person, words: &str, right_of: f32) -> f32 {
    let painted = person.painted();
    let here = painted.iter().filter(|(text, rect, _)| text == words && rect.left() >= right_of);
    here.map(|(_, rect, _)| rect.left())
        .next_back()
        .unwrap_or_else(|| panic!("{words} is not shown"))
}

#[test]
fn the_menu_of_a_link_speaks_of_its_label_and_has_one_left_edge() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 260);
    let at = person.between("Ask", "Leave");
    person.button(at, PointerButton::Secondary);
    assert!(!person.sees("Rename"), "a link has no name");
    let edge = begins(&person, "Label…", at.x);
    for row in ["Flow", "Together", "Insert a step here", "Delete"] {
        let left = begins(&person, row, at.x);
        assert!((left - edge).abs() < 2.0, "{row} begins at {left}, not at {edge}");
    }
    person.click_containing("Label…");
    person.enter("Later");
    let labels = person.scenario().links().values().map(|link| link.label.clone());
    assert_eq!(labels.collect::<Vec<_>>(), ["Later"]);
    person.button(at - Vec2::new(40.0, 0.0), PointerButton::Secondary);
    person.click_role(Role::MenuItemRadio, "Trigger");
    let kinds: Vec<LinkKind> = person.scenario().links().values().map(|link| link.kind).collect();
    assert_eq!(kinds, [LinkKind::Trigger]);
}

#[test]
fn the_menu_of_a_card_has_one_left_edge_and_marks_what_holds() {
    let mut person = Person::new();
    let card = person.card("Eye test");
    person.button(card, PointerButton::Secondary);
    let edge = begins(&person, "Rename", card.x);
    for row in
        ["Copy", "Kind", "Lane", "Roles", "Customers wait here", "It can fail here", "Delete"]
    {
        let left = begins(&person, row, card.x);
        assert!((left - edge).abs() < 2.0, "{row} begins at {left}, not at {edge}");
    }
    let on = |person: &Person, role: Role, label: &str| {
        use egui_kittest::kittest::{NodeT, Queryable};
        let row = person.window.get_by_role_and_label(role, label);
        row.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
            || row.accesskit_node().is_selected() == Some(true)
    };
    let fails = person.of("Eye test").fail.is_some();
    assert_eq!(on(&person, Role::MenuItemCheckBox, "It can fail here"), fails);
    person.click_role(Role::Button, "Kind");
    assert!(on(&person, Role::MenuItemRadio, "Action"));
    person.click_role(Role::MenuItemRadio, "Decision");
    assert_eq!(person.of("Eye test").kind, StepKind::Decision);
}

#[test]
fn the_map_covers_no_card_in_a_small_window() {
    for key in ["driver-licence-office", "hotel-room-service"] {
        let blueprint = sample(key).and_then(|sample| sample.open().ok()).expect("a sample");
        let mut person = Person::at_blueprint(blueprint).size(1_280.0, 720.0).open();
        for _ in 0..6 {
            if person.sees("Map of the sheet") {
                let map = person.place_of("Map of the sheet");
                let cards = person.names();
                let area = person.app().sheet_on_screen().0;
                let seen = |name: &String| person.card_rect(name).intersect(area);
                let below = cards.iter().find(|name| seen(name).intersect(map).is_positive());
                assert_eq!(below, None, "{key}: {map:?}");
            }
            person.press(Modifiers::COMMAND, Key::Plus);
        }
    }
}

#[test]
fn a_map_without_a_free_corner_is_a_button_that_opens_it() {
    let blueprint = sample("driver-licence-office").and_then(|sample| sample.open().ok());
    let mut person = Person::at_blueprint(blueprint.expect("a sample")).size(1_280.0, 720.0).open();
    let is_folded = |person: &Person| {
        person.sees("Map of the sheet") && person.place_of("Map of the sheet").width() < 40.0
    };
    for _ in 0..6 {
        if !is_folded(&person) {
            person.press(Modifiers::COMMAND, Key::Plus);
        }
    }
    let small = person.place_of("Map of the sheet");
    let area = person.app().sheet_on_screen().0;
    assert!(!small.intersect(area).is_positive(), "it lies beside the sheet: {small:?}");
    person.click_at(small.center());
    let map = person.place_of("Map of the sheet");
    assert!(map.width() > 100.0, "{map:?}");
    let before = person.card("Review application");
    person.click_at(map.left_center() + Vec2::new(8.0, 0.0));
    assert!(person.card("Review application").x > before.x, "it leads to the left end");
    person.click_blank();
    assert_eq!(person.place_of("Map of the sheet").size(), small.size(), "and folds again");
}

#[test]
fn a_card_is_named_for_the_zone_that_it_is_dropped_in() {
    let mut person = Person::at_an_empty_sheet();
    let (from, to) = (person.item("Customer action"), person.point_in(Zone::Backstage, 300));
    person.drag_and_look(from, to, |person| {
        let ghosts =
            person.painted().into_iter().filter(|(_, rect, _)| rect.expand(40.0).contains(to));
        let names: Vec<String> = ghosts.map(|(text, ..)| text).collect();
        assert!(names.iter().any(|name| name.contains("Backstage")), "{names:?}");
    });
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.names(), ["Backstage action"]);
    person.drag(person.item("Decision"), person.point_in(Zone::Support, 200));
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.names(), ["Backstage action", "Decision"], "no action, and no other name");
}

#[test]
fn a_dragged_card_is_where_the_pointer_is_one_frame_later() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 400);
    let from = person.card("Ask");
    person.window.hover_at(from);
    person.window.step();
    person.window.drag_at(from);
    person.window.step();
    for by in [20.0, 90.0, 160.0] {
        let to = from + Vec2::new(by, 0.0);
        person.window.hover_at(to);
        person.window.step();
        person.window.step();
        let away = person.card("Ask").x - to.x;
        // It may snap to what is near.
        assert!(away.abs() < 9.0, "{away} behind at {by}");
        let cursor = person.window.output().platform_output.cursor_icon;
        assert_eq!(cursor, egui::CursorIcon::Grabbing);
    }
    person.window.drop_at(from + Vec2::new(160.0, 0.0));
    person.wait();
    person.undo();
    assert!((person.card("Ask").x - from.x).abs() < 1.0, "one step to undo");
}

#[test]
fn what_a_link_says_is_found() {
    let chain = ["Ask", "Wait", "Leave"].map(str::to_owned).to_vec();
    let mut blueprint = chains(&[chain], 200);
    let id = blueprint.baseline().id();
    let link = *blueprint.baseline().links().keys().next().expect("a link");
    blueprint
        .edit(id, |scenario, _| {
            let labelled = Link {
                label: "Within warranty".to_owned(),
                ..Link::clone(&scenario.links()[&link])
            };
            scenario.set_link(link, labelled)
        })
        .expect("a label");
    let mut person = Person::at_blueprint(blueprint).open();
    person.press(Modifiers::COMMAND, Key::F);
    person.type_text("warr");
    assert!(person.sees("Ask → Wait"), "it says between which steps");
    person.press(Modifiers::NONE, Key::Enter);
    assert!(person.app().editor().selection().links.contains(&link));
}

#[test]
fn cards_say_what_they_can_do_in_one_unit_even_beside_a_long_time() {
    let mut person = Person::new();
    let rates = |person: &Person, name: &str| {
        let card = person.card_rect(name);
        let texts = person.painted().into_iter().filter(|(_, rect, _)| card.contains_rect(*rect));
        texts
            .map(|(text, ..)| text)
            .filter(|text| text.contains("/h") || text.contains('%'))
            .collect()
    };
    let said: Vec<String> = rates(&person, "Check violations");
    assert_eq!(said, ["60 /h"]);
    person.click_card("Check violations");
    person.fill("Time", "1000 ± 100 s");
    person.click_blank();
    let beside: Vec<String> = rates(&person, "Check violations");
    if beside.is_empty() {
        let card = person.card_rect("Check violations");
        person.point_at(card.center_top() + Vec2::new(0.0, 26.0));
        person.let_pass(2);
        assert!(person.sees("3.6 /h"), "said when it is pointed at");
    } else {
        assert_eq!(beside, ["3.6 /h"]);
    }
}
