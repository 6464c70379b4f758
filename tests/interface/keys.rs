//! The sheet by keyboard alone.

use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use onstage::blueprint::{LinkKind, Share, Zone};
use onstage::editor::Selection;

use crate::context::{Person, button_at, check, key_press};

/// Presses a key as the next of a burst: the window gets one frame, no more.
fn quickly(person: &mut Person, modifiers: Modifiers, key: Key) {
    person.window.event(key_press(modifiers, key));
    person.window.step();
}

#[test]
fn a_appends_and_control_with_an_arrow_appends_in_its_direction() {
    check("[Ask]", "A 'Leave' Enter", "Ask > [Leave]");
    let way = "Ctrl+Left 'Think' Enter";
    check("Ask > [Leave]", way, "Ask > [Think] > Leave").assert_apart();
    let mut person = check("[Ask]", "Ctrl+Down 'Answer' Enter", "Ask; [Answer]");
    let answer = person.of("Answer");
    assert_eq!(person.scenario().zone_of(answer), Zone::Frontstage);
    let together = person.scenario().links().values().filter(|l| l.kind == LinkKind::Together);
    assert_eq!(together.count(), 1, "across the line of interaction they belong together");
    person.press(Modifiers::COMMAND, Key::ArrowUp);
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.scenario().steps().len(), 3);
    person.assert_apart();
}

#[test]
fn appending_twice_finds_free_places() {
    let mut person = Person::at_a_row(&["Ask"], 200);
    let first = person.step("Ask");
    for _ in 0..4 {
        let at = person.app().card_on_screen(first).expect("a card").center();
        person.click_at(at);
        person.press(Modifiers::NONE, Key::A);
        person.press(Modifiers::NONE, Key::Escape);
    }
    assert_eq!(person.scenario().steps().len(), 5);
    person.assert_apart();
}

#[test]
fn c_connects_by_keyboard() {
    let mut person = Person::at_an_empty_sheet();
    person.add("Customer action", Zone::Customer, 100, "Ask");
    person.add("Customer action", Zone::Customer, 300, "Wait");
    person.add("Customer action", Zone::Customer, 500, "Leave");
    let at = person.card("Ask");
    person.click_at(at);
    person.press(Modifiers::NONE, Key::C);
    person.press(Modifiers::NONE, Key::ArrowRight);
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.flows(), ["Ask > Leave"]);
    // What is linked already is refused, with the reason, and the tool stays until Esc.
    person.click_at(at);
    person.press(Modifiers::NONE, Key::C);
    person.press(Modifiers::NONE, Key::ArrowRight);
    assert!(person.app().reason_at_pointer().is_some());
    person.press(Modifiers::NONE, Key::Enter);
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.flows(), ["Ask > Leave"]);
    assert_eq!(person.selected(), ["Ask"], "Esc only leaves the tool");
    // A click on the target works as well.
    person.press(Modifiers::NONE, Key::C);
    let target = person.card("Wait");
    person.click_at(target);
    assert_eq!(person.flows(), ["Ask > Leave", "Ask > Wait"]);
}

#[test]
fn what_is_typed_on_a_card_becomes_its_name() {
    check("[Ask]", "'D' 'ecide' Escape", "[Ask]");
    check("[Ask]", "'D' 'ecide' Enter", "[Decide]");
    let person = check("[Ask]", "'D' 'ecide' Enter Ctrl+Z", "[Ask]");
    assert_eq!(person.undo_code(), None, "one step to undo");
}

#[test]
fn an_input_method_composes_a_name_on_a_selected_card() {
    let mut person = Person::at_a_row(&["Ask"], 200);
    let preedit = |text: &str| {
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
    };
    for text in ["t", "ti", "ti wen"] {
        person.window.event(preedit(text));
        person.window.run_steps(2);
    }
    person.window.event(Event::Ime(ImeEvent::Commit("提问".to_owned())));
    person.window.run_steps(2);
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.names(), ["提问"], "every stroke of the composition counts, the first too");
}

#[test]
fn an_input_method_composes_in_the_open_field() {
    let mut person = Person::at_a_row(&["Ask"], 200);
    person.press(Modifiers::NONE, Key::F2);
    person
        .window
        .event(Event::Ime(ImeEvent::Preedit { text: "wen".to_owned(), active_range_chars: None }));
    person.window.run_steps(2);
    person.window.event(Event::Ime(ImeEvent::Commit("问".to_owned())));
    person.window.run_steps(2);
    person.press(Modifiers::NONE, Key::Enter);
    person.step("问");
}

#[test]
fn tab_walks_the_flow_not_the_order_of_drawing() {
    let mut person = Person::at_an_empty_sheet();
    person.add("Customer action", Zone::Customer, 500, "Last");
    person.add("Customer action", Zone::Customer, 100, "First");
    person.add("Customer action", Zone::Customer, 300, "Middle");
    person.connect("First", "Middle");
    person.connect("Middle", "Last");
    person.click_blank();
    let mut seen = Vec::new();
    for _ in 0..4 {
        person.press(Modifiers::NONE, Key::Tab);
        seen.extend(person.selected());
    }
    assert_eq!(seen, ["First", "Middle", "Last", "First"]);
    person.press(Modifiers::SHIFT, Key::Tab);
    assert_eq!(person.selected(), ["Last"]);
    person.press(Modifiers::NONE, Key::Home);
    assert_eq!(person.selected(), ["First"]);
    person.press(Modifiers::NONE, Key::End);
    assert_eq!(person.selected(), ["Last"]);
}

#[test]
fn escape_in_a_field_gives_the_keys_back_to_the_sheet() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 200);
    person.click_card("Ask");
    person.begin_to_fill("Time", "3");
    person.press(Modifiers::NONE, Key::Escape);
    person.press(Modifiers::NONE, Key::Tab);
    assert_eq!(person.selected(), ["Leave"]);
}

#[test]
fn everything_is_selected_by_key_only_where_the_keys_are_at_the_sheet() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 200);
    person.click_card("Ask");
    person.window.query_all_by_role(Role::Button).next().expect("a button").focus();
    person.wait();
    person.press(Modifiers::COMMAND, Key::A);
    assert_eq!(person.selected(), ["Ask"], "the keys are at a button");
    person.click_card("Ask");
    person.press(Modifiers::COMMAND, Key::A);
    assert_eq!(person.app().editor().selection().steps.len(), 2);
}

#[test]
fn nudges_in_a_burst_are_one_step_to_undo() {
    let mut person = Person::at_a_row(&["Ask"], 200);
    let before = person.blueprint().clone();
    let at = person.of("Ask").at;
    for _ in 0..5 {
        quickly(&mut person, Modifiers::NONE, Key::ArrowRight);
    }
    quickly(&mut person, Modifiers::SHIFT, Key::ArrowRight);
    let now = person.of("Ask").at;
    assert_eq!((now.x, now.y), (at.x + 17, at.y));
    person.undo();
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn a_pause_between_nudges_makes_two_steps() {
    let mut person = Person::at_a_row(&["Ask"], 200);
    let at = person.of("Ask").at;
    person.press(Modifiers::NONE, Key::ArrowRight);
    for _ in 0..20 {
        person.wait();
    }
    person.press(Modifiers::NONE, Key::ArrowRight);
    person.undo();
    let now = person.of("Ask").at;
    assert_eq!(now.x, at.x + 1);
}

#[test]
fn arrows_take_a_card_over_the_border_of_its_lane() {
    let mut person = Person::at_a_row(&["Ask"], 200);
    let step = person.step("Ask");
    let mut zones = vec![Zone::Customer];
    for _ in 0..14 {
        quickly(&mut person, Modifiers::SHIFT, Key::ArrowDown);
        let zone = person.scenario().zone_of(&person.scenario().steps()[&step]);
        if zones.last() != Some(&zone) {
            zones.push(zone);
        }
    }
    assert_eq!(zones[..2], [Zone::Customer, Zone::Frontstage]);
    person.undo();
    assert_eq!(person.scenario().zone_of(&person.scenario().steps()[&step]), Zone::Customer);
}

#[test]
fn the_space_tool_works_by_keyboard() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 200);
    let before = person.blueprint().clone();
    let leave = person.card("Leave");
    person.click_at(leave);
    person.press(Modifiers::NONE, Key::S);
    person.press(Modifiers::SHIFT, Key::ArrowRight);
    person.press(Modifiers::NONE, Key::ArrowLeft);
    person.press(Modifiers::NONE, Key::Enter);
    assert!(person.card("Leave").x > leave.x + 100.0);
    person.undo();
    assert_eq!(*person.blueprint(), before);
    person.press(Modifiers::NONE, Key::S);
    person.press(Modifiers::SHIFT, Key::ArrowRight);
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(*person.blueprint(), before, "Esc takes it back");
}

#[test]
fn alt_with_an_arrow_moves_the_selected_lane() {
    let mut person = Person::at_an_empty_sheet();
    let lane = person.scenario().lanes_of(Zone::Backstage).next().expect("a lane").0;
    let before = person.blueprint().clone();
    let at = person.app().lane_on_screen(lane).expect("the lane is in view");
    person.click_at(at);
    assert_eq!(
        person.app().editor().selection(),
        &Selection::thing(onstage::editor::Thing::Lane(lane))
    );
    person.press(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(person.scenario().lanes()[&lane].zone, Zone::Frontstage);
    person.undo();
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn a_share_is_typed_on_its_label_and_a_wrong_one_stays_with_the_reason() {
    let mut person = Person::at_an_empty_sheet();
    person.add("Decision", Zone::Customer, 100, "Sure?");
    person.add("Customer action", Zone::Customer, 400, "Yes");
    person.add("Customer action", Zone::Customer, 620, "No");
    person.connect("Sure?", "Yes");
    let link = *person.scenario().links().keys().next().expect("a link");
    let at = person.card("Sure?") + (person.card("Yes") - person.card("Sure?")) / 2.0;
    person.click_at(at);
    person.press(Modifiers::NONE, Key::Enter);
    person.press(Modifiers::COMMAND, Key::A);
    person.enter("130 %");
    assert_eq!(person.scenario().links()[&link].share, None);
    assert!(person.app().reason_at_pointer().is_some(), "the reason is said");
    person.press(Modifiers::COMMAND, Key::A);
    person.enter("30");
    assert_eq!(person.scenario().links()[&link].share, Share::percent(30.0).ok());
    assert!(person.app().reason_at_pointer().is_none());
    person.undo();
    assert_eq!(person.scenario().links()[&link].share, None);
}

#[test]
fn signs_and_digits_work_where_they_lie_on_other_keyboards() {
    let mut person = Person::new();
    // A question mark that no key is named after.
    person.type_text("?");
    assert!(person.sees("Zoom to 100 %") && person.sees("Select all"), "the shortcut sheet");
    person.press(Modifiers::NONE, Key::Escape);
    let width = |person: &Person| person.card_rect("Eye test").width();
    let before = width(&person);
    // Where an English keyboard has its minus, a French one writes a bracket.
    person.window.event(Event::Key {
        key: Key::CloseBracket,
        physical_key: Some(Key::Minus),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    });
    person.wait();
    assert!(width(&person) < before - 1.0, "zoomed out");
}

#[test]
fn composing_is_allowed_as_long_as_the_sheet_is_in_front() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 220);
    let allowed = |person: &Person| person.window.output().platform_output.ime.is_some();
    person.window.step();
    assert!(allowed(&person), "with a card selected");
    let (ask, blank) = (person.card("Ask"), person.point_in(Zone::Support, 300));
    // The request must stand before the next key comes; some systems act on it only then.
    for at in [blank, ask] {
        for pressed in [true, false] {
            person.window.event(Event::PointerMoved(at));
            person.window.event(button_at(at, pressed));
            person.window.step();
            assert!(allowed(&person), "at every step of a click");
        }
    }
    person.press(Modifiers::NONE, Key::F2);
    for key in [Key::Escape, Key::F2, Key::Enter, Key::Tab] {
        person.window.key_press(key);
        for _ in 0..4 {
            person.window.step();
            assert!(allowed(&person), "also where a field opens and closes: {key:?}");
        }
    }
}

#[test]
fn letters_are_no_commands_while_an_input_method_composes() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 220);
    person.click_blank();
    let before = person.blueprint().clone();
    let preedit = |text: &str| {
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
    };
    for (text, key) in [("n", Key::N), ("na", Key::A), ("nac", Key::C), ("nacs", Key::S)] {
        person.window.event(preedit(text));
        quickly(&mut person, Modifiers::NONE, key);
        quickly(&mut person, Modifiers::NONE, key);
    }
    person.at_once([preedit(""), key_press(Modifiers::NONE, Key::N)]);
    assert_eq!(*person.blueprint(), before, "and nothing takes the word");
    person.press(Modifiers::NONE, Key::N);
    assert_eq!(person.scenario().steps().len(), 3, "then they are commands again");
}

#[test]
fn zooming_by_keys_keeps_what_is_selected_in_view() {
    let mut person = Person::new();
    person.click_card("Hands in form");
    let window = person.window.ctx.content_rect();
    for _ in 0..9 {
        person.press(Modifiers::COMMAND, Key::Plus);
        let now = person.card("Hands in form");
        assert!(window.shrink(60.0).contains(now), "{now:?}");
    }
    for _ in 0..14 {
        person.press(Modifiers::COMMAND, Key::Minus);
        assert!(window.contains(person.card("Hands in form")));
    }
}

#[test]
fn esc_leaves_one_thing_a_press_from_the_top() {
    let mut person = Person::new();
    person.command("duplicate scenario");
    let blank = person.point_in(Zone::Support, 60);
    person.click_at(blank);
    person.press(Modifiers::COMMAND, Key::B);
    person.press(Modifiers::NONE, Key::F9);
    assert!(person.sees("Close comparison") && person.sees("Restore"));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.sees("Close comparison") && !person.sees("Restore"), "first the large view");
    person.press(Modifiers::COMMAND, Key::K);
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.sees("Close comparison"), "a dialog takes Esc for itself");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(!person.sees("Close comparison"), "then the comparison");
}

#[test]
fn a_preview_is_looked_at_in_any_size() {
    let mut person = Person::new();
    person.press(Modifiers::NONE, Key::F4);
    person.wait();
    person.click("Preview on the sheet");
    assert!(person.sees("nothing is changed"));
    person.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Period);
    assert!(person.sees("Size "), "what only looks, may be done");
    assert!(person.sees("nothing is changed"));
}

#[test]
fn a_capital_begins_a_name_though_shift_is_up_again() {
    for name in ["Alpha", "Notes", "Copy", "Serves"] {
        let mut person = Person::at_a_row(&["One", "Two"], 200);
        person.click_card("Two");
        // On a slow machine the letter comes in one pass with what lets Shift go.
        let (first, rest) = name.split_at(1);
        let key = Key::from_name(first).expect("a letter");
        person.at_once([
            key_press(Modifiers::SHIFT, key),
            Event::Text(first.to_owned()),
            Event::Key {
                key,
                physical_key: None,
                pressed: false,
                repeat: false,
                modifiers: Modifiers::NONE,
            },
        ]);
        person.enter(rest);
        assert_eq!(person.names(), ["One", name]);
    }
}
