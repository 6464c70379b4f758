//! The table of how it handles, a test for each row about the sheet, through the real window.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2};
use onstage::blueprint::{StepKind, Zone};
use onstage::editor::{Selection, Thing};

use crate::context::{Person, check};

#[test]
fn row_undo_redo() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 200);
    let before = person.blueprint().clone();
    let (from, blank) = (person.card("Ask"), person.point_in(Zone::Support, 200));
    person.click_at(from);
    person.press(Modifiers::COMMAND, Key::A);
    person.drag(from, from + Vec2::new(60.0, 0.0));
    let moved = person.blueprint().clone();
    person.click("Edit");
    assert!(person.sees("Undo move 2 steps"), "named in the menu");
    person.press(Modifiers::NONE, Key::Escape);
    person.click_at(blank);
    person.undo();
    assert_eq!(*person.blueprint(), before, "one step for the gesture");
    assert_eq!(person.selected().len(), 2, "the selection comes back too");
    person.press(Modifiers::COMMAND, Key::Y);
    assert_eq!(*person.blueprint(), moved);
    person.undo();
    person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    assert_eq!(*person.blueprint(), moved);
    let from = person.card("Ask");
    person.drag_and_look(from, from + Vec2::new(50.0, 0.0), |person| {
        person.window.key_press(Key::Escape);
        person.window.run_steps(2);
    });
    assert_eq!(*person.blueprint(), moved, "Esc cancels a drag");
    assert_eq!(person.selected(), ["Ask"], "and nothing else");
}

#[test]
fn row_select() {
    let mut person = Person::at_a_row(&["Ask", "Wait", "Leave"], 180);
    let (ask, wait, leave) = (person.card("Ask"), person.card("Wait"), person.card("Leave"));
    person.click_at(ask);
    assert_eq!(person.selected(), ["Ask"]);
    person.window.event(Event::ModifiersChanged(Modifiers::SHIFT));
    person.click_at(leave);
    person.window.event(Event::ModifiersChanged(Modifiers::NONE));
    assert_eq!(person.selected(), ["Ask", "Leave"], "Shift adds");
    let size = Vec2::new(60.0, 40.0);
    person.drag(ask - size, wait + size);
    assert_eq!(person.selected(), ["Ask", "Wait"], "a frame takes what lies in it");
    person.press(Modifiers::COMMAND, Key::A);
    assert_eq!(person.selected().len(), 3);
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.selected().len(), 0);
    let mut walked = Vec::new();
    for _ in 0..3 {
        person.press(Modifiers::NONE, Key::Tab);
        walked.extend(person.selected());
    }
    assert_eq!(walked, ["Ask", "Wait", "Leave"], "Tab walks the flow");
    person.press(Modifiers::SHIFT, Key::Tab);
    assert_eq!(person.selected(), ["Wait"]);
}

#[test]
fn row_pan_and_zoom() {
    let mut person = Person::new();
    let card = |person: &Person| person.card_rect("Eye test");
    let start = card(&person);
    let blank = person.card("Eye test") - Vec2::new(0.0, 70.0);
    // Space and drag.
    let space = |pressed| Event::Key {
        key: Key::Space,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    person.window.event(space(true));
    person.drag(blank, blank + Vec2::new(40.0, 20.0));
    person.window.event(space(false));
    person.wait();
    let panned = card(&person);
    let way = panned.center() - start.center();
    assert!((way - Vec2::new(40.0, 20.0)).length() < 1.0, "{way:?}");
    assert_eq!(panned.size(), start.size());
    // The wheel, and with Shift to the side.
    person.window.hover_at(blank);
    let wheel = |y: f32, modifiers| Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: Vec2::new(0.0, y),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers,
    };
    person.window.event(wheel(-40.0, Modifiers::NONE));
    person.wait();
    assert!(card(&person).top() < panned.top() - 20.0);
    // With Ctrl it zooms, and what is under the pointer stays there.
    let at = card(&person).center();
    person.window.hover_at(at);
    person.window.event(Event::ModifiersChanged(Modifiers::COMMAND));
    person.window.event(wheel(60.0, Modifiers::COMMAND));
    person.window.event(Event::ModifiersChanged(Modifiers::NONE));
    person.wait();
    let zoomed = card(&person);
    assert!(zoomed.width() > panned.width() * 1.05);
    assert!((zoomed.center() - at).length() < 3.0, "{:?} {at:?}", zoomed.center());
    person.press(Modifiers::COMMAND, Key::Plus);
    assert!(card(&person).width() > zoomed.width() * 1.1);
    person.press(Modifiers::COMMAND, Key::Minus);
    person.press(Modifiers::COMMAND, Key::Num0);
    assert!((card(&person).width() - 124.0).abs() < 0.5, "100 %");
    person.press(Modifiers::SHIFT, Key::Num1);
    let whole = card(&person);
    assert!((whole.width() - start.width()).abs() < 1.0, "everything");
    person.click_at(whole.center());
    person.press(Modifiers::SHIFT, Key::Num2);
    assert!(card(&person).width() > whole.width() * 1.05, "the selection");
}

#[test]
fn row_add() {
    let mut person = Person::at_an_empty_sheet();
    person.add("Customer action", Zone::Customer, 100, "Ask");
    let at = person.point_in(Zone::Frontstage, 300);
    person.double_click_at(at);
    person.enter("Answer");
    let answer = person.of("Answer");
    assert_eq!(person.scenario().zone_of(answer), Zone::Frontstage);
    person.press(Modifiers::NONE, Key::Escape);
    person.press(Modifiers::NONE, Key::N);
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.scenario().steps().len(), 3, "N");
    person.click_card("Ask");
    person.press(Modifiers::NONE, Key::A);
    person.enter("Leave");
    assert_eq!(person.flows(), ["Ask > Leave"], "A");
    person.press(Modifiers::COMMAND, Key::ArrowRight);
    person.enter("Return");
    assert_eq!(person.flows(), ["Ask > Leave", "Leave > Return"], "Ctrl+arrow");
    let (from, to) = (person.item("Customer action"), person.card("Leave"));
    person.drag(from, person.card("Ask") + (to - person.card("Ask")) / 2.0);
    person.enter("Wait");
    assert_eq!(person.flows(), ["Ask > Wait", "Leave > Return", "Wait > Leave"]);
    person.assert_apart();
    let count = person.scenario().steps().len();
    person.press(Modifiers::NONE, Key::F8);
    let below = person.point_in(Zone::Support, 72) + Vec2::new(0.0, 90.0);
    person.drag(from, below);
    assert_eq!(person.scenario().steps().len(), count);
    assert!(person.sees("This is outside the sheet"), "refused visibly");
}

#[test]
fn row_rename() {
    check("[Ask]", "F2 'Enquire' Enter", "[Enquire]");
    check("[Ask]", "Enter 'Enquire' Enter", "[Enquire]");
    let mut person = check("[Ask]", "'Just typed' Enter 'Not this' Escape", "[Just typed]");
    let at = person.card("Just typed");
    person.double_click_at(at);
    person.enter("Enquire");
    assert_eq!(person.names(), ["Enquire"]);
}

#[test]
fn row_connect() {
    let mut person = Person::at_an_empty_sheet();
    person.add("Customer action", Zone::Customer, 100, "Ask");
    person.add("Customer action", Zone::Customer, 320, "Wait");
    person.add("Customer action", Zone::Customer, 540, "Leave");
    person.connect("Ask", "Wait");
    assert_eq!(person.flows(), ["Ask > Wait"], "from the edge handle");
    person.click_card("Wait");
    person.press(Modifiers::NONE, Key::C);
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.flows(), ["Ask > Wait", "Wait > Leave"], "C");
    // The end of the first link goes to another card; on its own start it is refused.
    let between = person.card("Ask") + (person.card("Wait") - person.card("Ask")) / 2.0;
    person.click_at(between);
    let wait = person.card_rect("Wait");
    let (ask, leave) = (person.card("Ask"), person.card("Leave"));
    person.drag_and_look(wait.left_center(), ask, |person| {
        assert!(person.app().reason_at_pointer().is_some(), "an invalid end shows why");
    });
    person.drag(wait.left_center(), leave);
    assert_eq!(person.flows(), ["Ask > Leave", "Wait > Leave"]);
}

#[test]
fn row_move() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 220);
    let place = |person: &Person| person.of("Leave").at;
    let (start, from) = (place(&person), person.card("Leave"));
    person.drag(from, from + Vec2::new(70.0, 0.0));
    assert!(place(&person).x > start.x + 40);
    let dragged = place(&person);
    person.press(Modifiers::NONE, Key::ArrowRight);
    assert_eq!(place(&person).x, dragged.x + 1, "arrows nudge");
    person.press(Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(place(&person).x, dragged.x - 11, "with Shift by a grid step");
    // Three units beside the row the card is drawn into it.
    let row = person.card("Ask").y;
    let from = person.card("Leave");
    person.drag(from, Pos2::new(from.x, row + 3.0));
    assert!((person.card("Leave").y - row).abs() < 0.5, "it snaps");
    let from = person.card("Leave");
    let below = Pos2::new(from.x, person.point_in(Zone::Backstage, 100).y);
    person.drag(from, below);
    assert!(person.sees("Now behind the line of visibility"));
}

#[test]
fn row_lanes() {
    let mut person = Person::at_a_row(&["Ask"], 200);
    let lane = person.scenario().lanes_of(Zone::Customer).next().expect("a lane").0;
    let height = |person: &Person| person.scenario().lanes()[&lane].height.units();
    let strip = person.app().lane_on_screen(lane).expect("in view");
    // The lower edge, dragged up, stops at what the lane holds; dragged down it follows.
    let other = person.scenario().lanes_of(Zone::Evidence).next().expect("a lane").0;
    let before = person.scenario().lanes()[&other].height.units();
    let top = person.app().lane_on_screen(other).expect("in view");
    let edge = Pos2::new(top.x, f32::midpoint(top.y, strip.y));
    let border = (0_u8..80).map(|y| edge + Vec2::new(0.0, f32::from(y) - 40.0)).find(|at| {
        person.window.hover_at(*at);
        person.window.run_steps(2);
        person.window.output().platform_output.cursor_icon == egui::CursorIcon::ResizeRow
    });
    let border = border.expect("the edge can be taken hold of");
    person.drag(border, border + Vec2::new(0.0, 30.0));
    assert!(person.scenario().lanes()[&other].height.units() > before + 10, "it resizes");
    // Fold and unfold by the button on the strip.
    let button = |person: &Person| {
        let middle = person.app().lane_on_screen(lane).expect("in view");
        let scale = person.card_rect("Ask").width() / 124.0;
        Pos2::new(middle.x, middle.y - height(person) as f32 * scale / 2.0 + 10.0)
    };
    let at = button(&person);
    person.click_at(at);
    assert!(person.scenario().lanes()[&lane].collapsed, "folded");
    let at = person.app().lane_on_screen(lane).expect("in view");
    person.click_at(at);
    assert!(!person.scenario().lanes()[&lane].collapsed, "open again");
    // Select, move by keys, rename by the menu.
    let at = person.app().lane_on_screen(lane).expect("in view");
    person.click_at(at);
    assert_eq!(person.app().editor().selection(), &Selection::thing(Thing::Lane(lane)));
    person.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(person.scenario().lanes()[&lane].zone, Zone::Frontstage);
    person.undo();
    // A lane that holds steps is only deleted with a choice.
    person.click_at(at);
    person.press(Modifiers::NONE, Key::Delete);
    assert!(person.scenario().lanes().contains_key(&lane), "it asks first");
    person.press(Modifiers::NONE, Key::Escape);
    person.button(at, PointerButton::Secondary);
    person.click("Add lane below");
    assert_eq!(person.scenario().lanes_of(Zone::Customer).count(), 2);
}

#[test]
fn row_duplicate_and_clipboard() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 220);
    let at = person.card("Leave");
    person.click_at(at);
    person.press(Modifiers::COMMAND, Key::D);
    assert_eq!(person.scenario().count_of(StepKind::Action), 3, "Ctrl+D");
    person.undo();
    person.drag_with(Modifiers::ALT, at, at + Vec2::new(0.0, 90.0));
    assert_eq!(person.scenario().count_of(StepKind::Action), 3, "Alt and drag");
    person.undo();
    person.press(Modifiers::COMMAND, Key::A);
    let copied = person.copied();
    // Another window takes it.
    let mut other = Person::at_an_empty_sheet();
    other.paste(&copied);
    assert_eq!(other.flows(), ["Ask > Leave"]);
    person.window.event(Event::Cut);
    person.wait();
    assert!(person.scenario().steps().is_empty());
}

#[test]
fn row_delete() {
    for key in ["Delete", "Backspace"] {
        let person = check("Ask > [Wait] > Leave", key, "Ask > Leave");
        assert_eq!(
            person.scenario().links().len(),
            1,
            "the flow heals, and nothing else is linked"
        );
    }
}
