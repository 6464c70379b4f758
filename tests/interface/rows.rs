//! Rows, phases and borders: where cards fall, how the sheet is divided, how its parts are resized.

use egui::{CursorIcon, Event, Key, Modifiers, PointerButton, Pos2, Vec2};
use onstage::blueprint::{Line, PhaseWidth, StepId, Zone};

use crate::context::Person;

/// How high a lane of a zone is.
fn height(person: &Person, zone: Zone) -> i32 {
    person.scenario().lanes_of(zone).next().expect("a lane").1.height.units()
}

/// How many points of the screen a unit of the sheet takes.
fn zoom(person: &Person) -> f32 {
    (person.point_in(Zone::Support, 100).x - person.point_in(Zone::Support, 0).x) / 100.0
}

/// A point on the lower border of the first lane of a zone, so far from the left.
fn border(person: &Person, zone: Zone, x: i32) -> Pos2 {
    let half = height(person, zone) as f32 / 2.0 * zoom(person);
    person.point_in(zone, x) + Vec2::new(0.0, half)
}

fn phases(person: &Person) -> Vec<(String, i32)> {
    let phases = person.scenario().phases().values();
    phases.map(|phase| (phase.name.clone(), phase.width.units())).collect()
}

/// Where each card lies on the screen.
fn places(person: &Person) -> Vec<Pos2> {
    let steps: Vec<StepId> = person.scenario().steps().keys().copied().collect();
    let card = |step: &StepId| person.app().card_on_screen(*step).expect("a card").center();
    steps.iter().map(card).collect()
}

/// Every card lies wholly within its lane.
fn assert_within_lanes(person: &Person) {
    let geometry = onstage::drawing::SheetGeometry::of(person.scenario());
    for card in geometry.cards() {
        let lane = person.scenario().steps()[&card.step].lane;
        let band = geometry.band_of(lane).expect("a lane");
        assert!(card.rect.top() >= band.top && card.rect.bottom() <= band.bottom, "{card:?}");
    }
}

#[test]
fn a_border_that_a_line_lies_on_resizes_the_lane_and_stops_at_its_cards() {
    let mut person = Person::new();
    let (before, was) = (person.blueprint().clone(), height(&person, Zone::Backstage));
    let from = border(&person, Zone::Backstage, 40);
    let scale = zoom(&person);
    person.drag(from, from + Vec2::new(0.0, 60.0 * scale));
    assert_eq!(height(&person, Zone::Backstage), was + 60);
    let zones: Vec<Zone> = before.baseline().lanes().values().map(|lane| lane.zone).collect();
    let now: Vec<Zone> = person.scenario().lanes().values().map(|lane| lane.zone).collect();
    assert_eq!(now, zones, "no lane becomes another");
    person.undo();
    assert_eq!(*person.blueprint(), before, "one step to undo");
    person.drag_and_look(from, from - Vec2::new(0.0, 140.0 * scale), |person| {
        let said = person.app().hint_at_pointer().expect("why it goes no further");
        assert!(said.contains("cards"), "{said}");
    });
    assert!(height(&person, Zone::Backstage) < was);
    assert_within_lanes(&person);
}

#[test]
fn borders_names_of_lines_and_phases_tell_what_they_are_for() {
    let mut person = Person::new();
    let column = person.scenario().phases().values().next().expect("a phase").width.units();
    let edge = person.point_in(Zone::Support, column);
    let name = person.app().line_on_screen(Line::Visibility).expect("the name of the line");
    for (at, cursor, help) in [
        (border(&person, Zone::Frontstage, 8), CursorIcon::ResizeRow, "lane taller or shorter"),
        (edge, CursorIcon::ResizeColumn, "phase wider or narrower"),
        (name, CursorIcon::Grab, "drag it by this name"),
    ] {
        person.point_at(at);
        person.let_pass(2);
        assert_eq!(person.window.output().platform_output.cursor_icon, cursor, "{help}");
        assert!(person.sees(help), "{help}");
        person.point_away();
    }
}

#[test]
fn a_line_moves_by_its_name_and_says_first_what_comes_of_it() {
    let mut person = Person::new();
    let (before, seen) = (person.blueprint().clone(), places(&person));
    let from = person.app().line_on_screen(Line::InternalInteraction).expect("the name");
    let over = border(&person, Zone::Support, 8);
    person.drag_and_look(from, Pos2::new(from.x, from.y + 8.0), |person| {
        let said = person.app().hint_at_pointer().expect("what comes of it");
        assert!(said.contains("nothing changes here"), "{said}");
    });
    assert_eq!(*person.blueprint(), before);
    person.drag_and_look(from, Pos2::new(from.x, over.y - 6.0), |person| {
        let said = person.app().hint_at_pointer().expect("what comes of it").to_owned();
        assert!(
            said.starts_with("Support processes becomes Backstage: 2 steps are then"),
            "{said}"
        );
        assert!(person.sees(&said), "it is read out too");
        assert_eq!(*person.blueprint(), before, "nothing has happened yet");
    });
    assert_eq!(person.scenario().lanes_of(Zone::Support).count(), 0);
    assert_eq!(person.undo_code(), Some("edit-move-line"));
    person.undo();
    assert_eq!(*person.blueprint(), before);
    assert_eq!(places(&person), seen, "and the view stays");
}

#[test]
fn moving_a_line_and_taking_it_back_leaves_the_view_where_it_is() {
    let mut person = Person::new();
    let before = places(&person);
    person.command("Move down: Line of visibility");
    assert_eq!(person.scenario().zone_of(person.of("Check violations")), Zone::Frontstage);
    assert!(person.sees("Backstage becomes Frontstage: 1 step comes before"));
    assert_eq!(places(&person)[..17], before[..17], "what lies above the line stays");
    person.undo();
    assert_eq!(places(&person), before);
    person.press(Modifiers::COMMAND, Key::Y);
    person.undo();
    assert_eq!(places(&person), before);
}

#[test]
fn a_line_can_be_moved_from_its_menu() {
    let mut person = Person::new();
    let name = person.app().line_on_screen(Line::Visibility).expect("the name of the line");
    person.button(name, PointerButton::Secondary);
    person.click("Move up over “Frontstage”");
    assert_eq!(person.scenario().zone_of(person.of("Eye test")), Zone::Backstage);
    assert!(person.sees("hidden from the customer"));
}

#[test]
fn lanes_and_phases_are_resized_by_keys() {
    let mut person = Person::new();
    let lane = person.scenario().lanes_of(Zone::Customer).next().expect("a lane").0;
    let at = person.app().lane_on_screen(lane).expect("its name");
    person.click_at(at);
    let was = height(&person, Zone::Customer);
    person.press(Modifiers::ALT.plus(Modifiers::SHIFT), Key::ArrowDown);
    assert_eq!(height(&person, Zone::Customer), was + 12);
    let first = *person.scenario().phases().keys().next().expect("a phase");
    let at = person.app().phase_on_screen(first).expect("its name");
    person.click_at(at);
    let was = phases(&person)[0].1;
    person.press(Modifiers::ALT.plus(Modifiers::SHIFT), Key::ArrowRight);
    assert_eq!(phases(&person)[0].1, was + 24);
    for _ in 0..5 {
        person.press(Modifiers::ALT.plus(Modifiers::SHIFT), Key::ArrowLeft);
    }
    assert!(phases(&person)[0].1 >= 72 + 62, "it stops at its cards: {:?}", phases(&person));
}

#[test]
fn a_phase_is_resized_along_the_sheet() {
    let mut person = Person::new();
    let was = phases(&person);
    let from = person.point_in(Zone::Support, was[0].1) + Vec2::new(0.0, 8.0);
    let by = Vec2::new(60.0 * zoom(&person), 0.0);
    person.drag(from, from + by);
    assert_eq!(phases(&person)[0].1, was[0].1 + 60);
    assert_eq!(phases(&person)[1], was[1]);
}

#[test]
fn a_phase_is_cut_where_one_points() {
    let mut person = Person::at_a_row(&["Ask", "Wait", "Leave"], 220);
    let before = places(&person);
    let first = *person.scenario().phases().keys().next().expect("a phase");
    let header = person.app().phase_on_screen(first).expect("its name");
    // Between the first two cards, along the lower edge of the name.
    let between = person.between("Ask", "Wait");
    let cut = Pos2::new(between.x, header.y + 9.0);
    person.point_at(cut);
    assert_eq!(
        person.window.output().platform_output.cursor_icon,
        CursorIcon::PointingHand,
        "the + is seen and can be pressed"
    );
    person.click_at(cut);
    person.enter("Serve");
    assert_eq!(places(&person), before, "no card moves");
    let now = phases(&person);
    assert_eq!(now.len(), 2);
    assert_eq!(now[1].0, "Serve", "its name was selected");
    assert_eq!(now[0].1 + now[1].1, PhaseWidth::NEW_SHEET);
    let phase_of = |person: &Person, name: &str| {
        person.scenario().phases().get_index_of(&person.of(name).phase).expect("a phase")
    };
    assert_eq!(["Ask", "Wait", "Leave"].map(|name| phase_of(&person, name)), [0, 1, 1]);
    // On the sheet, through a card: it goes by its centre.
    let through = person.card_rect("Leave");
    let at = Pos2::new(through.left() + 10.0, through.bottom() + 16.0);
    person.button(at, PointerButton::Secondary);
    person.click("Phase starts here");
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(places(&person), before);
    assert_eq!(phase_of(&person, "Leave"), 2);
    person.undo();
    assert_eq!(phases(&person).len(), 2, "one step to undo");
}

#[test]
fn a_phase_that_starts_out_of_sight_is_brought_into_view_with_its_name_selected() {
    let mut person = Person::new();
    for _ in 0..6 {
        person.press(Modifiers::COMMAND, Key::Plus);
    }
    person.click_blank();
    let last = person.scenario().phases().len();
    person.command("Add phase");
    person.enter("Afterwards");
    let (id, phase) = person.scenario().phases().get_index(last).expect("the new phase");
    assert_eq!(phase.name, "Afterwards");
    assert!(person.app().phase_on_screen(*id).is_some(), "it is in view");
}

#[test]
fn steps_that_go_to_a_phase_together_do_not_pile_up() {
    let mut person = Person::at_a_row(&["Ask", "Wait", "Leave"], 160);
    let cut = person.card_rect("Leave").left() - 10.0;
    let at = Pos2::new(cut, person.card("Leave").y + 36.0);
    person.button(at, PointerButton::Secondary);
    person.click("Phase starts here");
    person.enter("End");
    person.select(&["Ask", "Wait"]);
    let apart = person.card("Wait").x - person.card("Ask").x;
    person.choose("Phase", "End");
    assert_eq!(person.of("Ask").phase, person.of("Leave").phase);
    person.assert_apart();
    let now = person.card("Wait").x - person.card("Ask").x;
    assert!((now - apart).abs() < 1.0, "they keep how they lie: {now} {apart}");
}

#[test]
fn what_is_dropped_lies_in_the_row_and_others_make_room_while_it_is_held() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 150);
    let before = person.blueprint().clone();
    let (from, leave) = (person.item("Customer action"), person.card("Leave"));
    let scale = zoom(&person);
    // On the left half of the last card, a little off the row.
    let to = leave + Vec2::new(-20.0, 9.0) * scale;
    person.drag_and_look(from, to, |person| {
        assert!(person.card("Leave").x > leave.x + 40.0 * scale, "the gap is seen");
        assert_eq!(person.scenario().steps().len(), 2, "the card itself is not there yet");
    });
    person.enter("Pay");
    person.assert_apart();
    let (pay, ask) = (person.card("Pay"), person.card("Ask"));
    assert!((pay.y - ask.y).abs() < 0.5, "{pay:?} {ask:?}");
    person.undo();
    person.undo();
    assert_eq!(*person.blueprint(), before, "name and card are two steps to undo");
}

#[test]
fn a_drag_out_of_the_palette_that_is_given_up_leaves_no_gap() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 150);
    let before = person.blueprint().clone();
    let (from, leave) = (person.item("Customer action"), person.card("Leave"));
    person.drag_and_hold(from, leave - Vec2::new(12.0, 0.0));
    person.window.key_press(Key::Escape);
    person.window.run_steps(2);
    assert_eq!(*person.blueprint(), before);
    person.window.drop_at(leave);
    person.wait();
    assert_eq!(*person.blueprint(), before);
    assert!(person.undo_code().is_none());
}

#[test]
fn a_lane_grows_where_a_card_needs_a_second_row() {
    let mut person = Person::at_an_empty_sheet();
    person.add("Frontstage action", Zone::Frontstage, 100, "Greet");
    let was = height(&person, Zone::Frontstage);
    let from = person.item("Frontstage action");
    let to = person.card("Greet") + Vec2::new(0.0, 70.0 * zoom(&person));
    person.drag(from, to);
    person.enter("Ask");
    assert!(height(&person, Zone::Frontstage) > was);
    person.assert_apart();
    assert_within_lanes(&person);
    let (greet, ask) = (person.card("Greet"), person.card("Ask"));
    assert!((greet.x - ask.x).abs() < 1.0 && ask.y > greet.y, "{greet:?} {ask:?}");
}

#[test]
fn alt_leaves_a_dropped_card_where_it_is_put() {
    let mut person = Person::at_a_row(&["Ask"], 150);
    let from = person.item("Customer action");
    let to = person.card("Ask") + Vec2::new(200.0, 9.0);
    person.window.event(Event::ModifiersChanged(Modifiers::ALT));
    person.drag(from, to);
    person.window.event(Event::ModifiersChanged(Modifiers::NONE));
    person.enter("Pay");
    assert!((person.card("Pay") - to).length() < 1.5);
}

#[test]
fn copies_lie_beside_their_originals_in_the_same_rows() {
    let mut person = Person::at_a_row(&["Ask", "Wait", "Leave"], 150);
    let row = person.card("Ask").y;
    person.select(&["Ask", "Wait"]);
    person.press(Modifiers::COMMAND, Key::D);
    assert_eq!(person.scenario().steps().len(), 5);
    person.assert_apart();
    assert!(places(&person).iter().all(|at| (at.y - row).abs() < 0.5));
    person.undo();
    assert_eq!(person.scenario().steps().len(), 3, "one step to undo");
    // Alt and a drag onto the cards that stay.
    person.click_card("Ask");
    let from = person.card("Ask");
    person.drag_with(Modifiers::ALT, from, from + Vec2::new(70.0, 10.0));
    assert_eq!(person.scenario().steps().len(), 4);
    person.assert_apart();
}

#[test]
fn a_paste_keeps_every_card_within_its_lane_and_on_no_other() {
    let mut person = Person::new();
    person.select(&["Eye test", "Check violations"]);
    let text = person.copied();
    // Between two rows, where a straight paste would straddle the line.
    let at = border(&person, Zone::Frontstage, 8);
    for _ in 0..2 {
        person.point_at(at);
        person.paste(&text);
    }
    assert_within_lanes(&person);
    person.assert_apart();
    assert_eq!(person.undo_code(), Some("edit-paste-steps"));
    let mut person = Person::new();
    person.click_card("Eye test");
    let text = person.copied();
    let row = person.card("Photograph").y;
    let at = person.card("Photograph") + Vec2::new(30.0, -18.0);
    person.point_at(at);
    person.paste(&text);
    person.assert_apart();
    assert_within_lanes(&person);
    let pasted = *person.app().editor().selection().steps.first().expect("the copy");
    let now = person.app().card_on_screen(pasted).expect("a card").center();
    assert!((now.y - row).abs() < 0.5, "in the row: {now:?} {row}");
}

#[test]
fn a_moved_card_comes_to_lie_on_no_other() {
    let mut person = Person::at_a_row(&["Ask", "Wait", "Leave"], 150);
    let (from, to) = (person.card("Leave"), person.card("Ask") + Vec2::new(20.0, 8.0));
    person.drag_and_look(from, to, |person| person.assert_apart());
    person.assert_apart();
    let (ask, leave, wait) = (person.card("Ask"), person.card("Leave"), person.card("Wait"));
    assert!(ask.x < leave.x && leave.x < wait.x, "it lies between them");
    assert!((leave.y - ask.y).abs() < 0.5, "in their row");
}

#[test]
fn time_is_open_to_the_right() {
    let mut person = Person::at_an_empty_sheet();
    person.press(Modifiers::COMMAND, Key::Minus);
    person.press(Modifiers::COMMAND, Key::Minus);
    let end = person.point_in(Zone::Customer, PhaseWidth::NEW_SHEET);
    let from = person.item("Customer action");
    let seen = person.everything().right() - 360.0;
    assert!(end.x + 40.0 < seen, "there is something right of the sheet: {end:?} {seen}");
    person.drag(from, Pos2::new(seen - 80.0, end.y));
    person.enter("Leave");
    let wide = phases(&person)[0].1;
    assert!(wide > PhaseWidth::NEW_SHEET, "the last phase has grown: {wide}");
    // Above and below there is nothing.
    person.press(Modifiers::NONE, Key::F8);
    let below = person.point_in(Zone::Support, 72) + Vec2::new(0.0, 90.0);
    person.drag(person.item("Customer action"), below);
    assert_eq!(person.scenario().steps().len(), 1);
    assert!(person.sees("This is outside the sheet"));
}

#[test]
fn n_adds_what_the_ghost_says_and_then_what_comes_next() {
    let mut person = Person::at_an_empty_sheet();
    person.press(Modifiers::NONE, Key::N);
    person.enter("Ask");
    assert_eq!(person.scenario().zone_of(person.of("Ask")), Zone::Customer);
    // Beside what is selected.
    person.click_card("Ask");
    person.press(Modifiers::NONE, Key::N);
    person.enter("Wait");
    assert!(person.card("Wait").x > person.card_rect("Ask").right());
    assert!((person.card("Wait").y - person.card("Ask").y).abs() < 0.5);
    assert_eq!(person.flows(), ["Ask > Wait"], "what comes next is linked");
    person.undo();
    assert_eq!(person.names(), ["Ask"], "one step to undo");
    person.press(Modifiers::NONE, Key::N);
    person.enter("Wait");
    // Where the pointer is.
    let at = person.point_in(Zone::Backstage, 400);
    person.click_at(at);
    person.press(Modifiers::NONE, Key::N);
    person.enter("Check");
    assert_eq!(person.scenario().zone_of(person.of("Check")), Zone::Backstage);
    assert!((person.card("Check").x - at.x).abs() < 2.0);
    assert!(person.sees("Not linked yet"), "and how to link it is said");
    person.assert_apart();
    // Nothing tells the place: it comes where the flow ends.
    let mut person = Person::at_a_row(&["Ask", "Wait"], 150);
    person.press(Modifiers::NONE, Key::Escape);
    person.window.event(egui::Event::PointerGone);
    person.wait();
    person.press(Modifiers::NONE, Key::N);
    person.enter("Leave");
    assert_eq!(person.flows(), ["Ask > Wait", "Wait > Leave"]);
    assert!((person.card("Leave").y - person.card("Wait").y).abs() < 0.5);
}

#[test]
fn copies_of_all_cards_come_into_view_and_are_selected() {
    for cards in [3, 12] {
        let names: Vec<String> = (1..=cards).map(|number| format!("Step {number}")).collect();
        let mut person =
            Person::at_blueprint(crate::context::chains(std::slice::from_ref(&names), 200)).open();
        person.press(Modifiers::COMMAND, Key::A);
        person.press(Modifiers::COMMAND, Key::D);
        let copies: Vec<_> = person.app().editor().selection().steps.iter().copied().collect();
        assert_eq!(copies.len(), cards);
        let area = person.app().sheet_on_screen().0;
        for (copy, original) in copies.iter().zip(&names) {
            assert_eq!(person.scenario().steps()[copy].name, *original);
            let seen = person.app().card_on_screen(*copy).expect("a card");
            assert!(area.contains_rect(seen), "{seen:?} in {area:?}");
        }
        let first = person.scenario().steps().keys().next().expect("a card");
        assert!(!copies.contains(first), "the copies, not the originals");
    }
}

#[test]
fn what_is_made_and_named_is_one_step_to_undo() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 150);
    let before = person.blueprint().clone();
    let back = |person: &mut Person, what: &str| {
        assert_ne!(*person.blueprint(), before, "{what}");
        person.undo();
        assert_eq!(*person.blueprint(), before, "{what} and its name are one step");
    };
    person.click("Add phase");
    person.enter("Return");
    back(&mut person, "a phase");
    person.command("Add lane: Frontstage");
    person.enter("Phone line");
    back(&mut person, "a lane");
    person.add("Frontstage action", Zone::Frontstage, 400, "Answer");
    back(&mut person, "a card");
    person.click_card("Leave");
    person.press(Modifiers::NONE, Key::A);
    person.enter("Return");
    back(&mut person, "a linked card");
    person.command("Add role");
    person.enter("Technician");
    back(&mut person, "a role");
    // Without the palette a role is named in its inspector.
    person.press(Modifiers::NONE, Key::F6);
    person.command("Add role");
    person.enter("Technician");
    back(&mut person, "a role in the inspector");
    // A name that is given later is a step of its own.
    person.click_card("Leave");
    person.press(Modifiers::NONE, Key::A);
    person.enter("Return");
    person.press(Modifiers::NONE, Key::F2);
    person.enter("Come back");
    person.undo();
    assert!(person.names().contains(&"Return".to_owned()));
}

#[test]
fn menus_of_lanes_and_phases_hold_what_can_be_done_with_them() {
    let mut person = Person::new();
    let lane = person.scenario().lanes_of(Zone::Frontstage).next().expect("a lane").0;
    let at = person.app().lane_on_screen(lane).expect("its name");
    person.button(at, PointerButton::Secondary);
    for entry in ["Select its steps", "Taller", "Shorter", "Fit to its cards", "Collapse lane"] {
        assert!(person.sees(entry), "{entry}");
    }
    person.click("Add lane above");
    person.enter("Phone line");
    let lanes: Vec<String> =
        person.scenario().lanes_of(Zone::Frontstage).map(|(_, lane)| lane.name.clone()).collect();
    assert_eq!(lanes.len(), 2);
    assert_eq!(lanes[0], "Phone line", "above the one that was meant: {lanes:?}");
    let phase = *person.scenario().phases().keys().next().expect("a phase");
    let at = person.app().phase_on_screen(phase).expect("its name");
    person.button(at, PointerButton::Secondary);
    for entry in ["Phase starts here", "Wider", "Narrower", "Add phase before", "Delete phase"] {
        assert!(person.sees(entry), "{entry}");
    }
    person.click("Select its steps");
    assert!(person.selected().contains(&"Hands in form".to_owned()));
}

#[test]
fn what_is_pasted_near_a_line_falls_into_the_row_of_its_lane() {
    let mut person = Person::new();
    person.click_card("Eye test");
    let text = person.copied();
    let row = person.of("Photograph").at.y;
    let x = person.card("Photograph").x + 150.0 * zoom(&person);
    let (upper, lower) = (border(&person, Zone::Customer, 8), border(&person, Zone::Frontstage, 8));
    for y in [upper.y + 3.0, lower.y - 3.0] {
        person.point_at(Pos2::new(x, y));
        person.paste(&text);
        let pasted = person.app().editor().selection().only_step().expect("the copy");
        assert_eq!(person.scenario().steps()[&pasted].at.y, row, "pasted at {y}");
        assert_eq!(
            person.scenario().zone_of(&person.scenario().steps()[&pasted]),
            Zone::Frontstage
        );
        person.assert_apart();
        person.undo();
    }
}

/// How far right of the sheet's left edge a step stands; the sheets here have one phase.
fn x_of(person: &Person, name: &str) -> i32 {
    person.of(name).at.x
}

#[test]
fn a_step_that_is_added_to_the_right_keeps_the_distances_of_the_row() {
    for apart in [144, 160, 200] {
        let mut person = Person::at_a_row(&["Ask", "Wait"], apart);
        let last = x_of(&person, "Wait");
        for key in [Key::N, Key::A] {
            person.press(Modifiers::NONE, key);
            person.enter("Leave");
            assert_eq!(x_of(&person, "Leave"), last + apart, "{key:?}, {apart} apart");
            person.undo();
            person.click_card("Wait");
        }
        // Dropped a little off.
        let at = person.card("Wait") + Vec2::new((apart as f32 - 14.0) * zoom(&person), 4.0);
        let from = person.item("Customer action");
        person.drag(from, at);
        person.enter("Leave");
        assert_eq!(x_of(&person, "Leave"), last + apart, "dropped, {apart} apart");
        person.undo();
        person.undo();
        // Put into the link between the two.
        person.drag(from, person.between("Ask", "Wait"));
        person.enter("Pay");
        assert_eq!(person.flows(), ["Ask > Pay", "Pay > Wait"]);
        assert_eq!((x_of(&person, "Pay"), x_of(&person, "Wait")), (last, last + apart));
        person.undo();
        person.undo();
        // Dropped on the last card, on its right half and on its left one.
        for (aside, expected) in [(25.0, last + apart), (-25.0, last)] {
            let at = person.card("Wait") + Vec2::new(aside * zoom(&person), 6.0);
            person.drag(from, at);
            person.enter("Leave");
            assert_eq!(x_of(&person, "Leave"), expected, "{aside} beside, {apart} apart");
            let wait = if aside > 0.0 { last } else { last + apart };
            assert_eq!(x_of(&person, "Wait"), wait);
            person.undo();
            person.undo();
        }
    }
}

#[test]
fn a_step_that_is_added_stands_in_a_column_of_the_sheet() {
    let mut person = Person::at_a_row(&["Ask", "Wait", "Leave"], 165);
    person.click_card("Ask");
    person.press(Modifiers::COMMAND, Key::ArrowDown);
    person.enter("Answer");
    assert_eq!(x_of(&person, "Answer"), x_of(&person, "Ask"));
    person.press(Modifiers::NONE, Key::N);
    person.enter("Serve");
    assert_eq!(x_of(&person, "Serve"), x_of(&person, "Wait"), "in the next column");
    person.assert_apart();
    // Dropped beside a column too, with Alt where it is put.
    let from = person.item("Frontstage action");
    let beside = Pos2::new(person.card("Leave").x - 18.0 * zoom(&person), person.card("Serve").y);
    person.drag(from, beside);
    person.enter("Thank");
    assert_eq!(x_of(&person, "Thank"), x_of(&person, "Leave"));
    // To the left as well.
    person.undo();
    person.undo();
    person.click_card("Leave");
    person.press(Modifiers::COMMAND, Key::ArrowDown);
    person.enter("Thank");
    person.press(Modifiers::COMMAND, Key::ArrowLeft);
    person.enter("Pack");
    person.assert_apart();
}
