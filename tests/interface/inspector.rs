//! The panel beside the sheet that says and changes what is known of the selected things.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::notation::{Context, read_time};
use onstage::blueprint::{StepId, TimeUnit, Zone};
use onstage::wording::{Language, Wording};

use crate::context::Person;

#[test]
fn a_time_shows_its_effect_while_it_is_typed_and_esc_takes_it_back() {
    let mut person = Person::new();
    person.click_card("Check violations");
    assert_eq!(person.capacity(), Some(60.0));
    person.begin_to_fill("Time", "2 ± 0.5 min");
    assert_eq!(person.capacity().map(f64::round), Some(30.0));
    assert!(person.sees("SCV"), "a time that varies says how much");
    assert!(person.app().editor().in_gesture());
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.capacity(), Some(60.0));
    assert_eq!(person.shown_in("Time"), "60 s");
    assert_eq!(person.undo_code(), None, "nothing is left to undo");
    let selected = person.app().editor().selection().only_step();
    assert_eq!(
        selected,
        Some(person.step("Check violations")),
        "Esc leaves the field, not the step"
    );
}

#[test]
fn a_time_that_is_left_stays_as_one_undo_step() {
    let mut person = Person::new();
    person.click_card("Check violations");
    person.fill_and_enter("Time", "40");
    assert_eq!(person.shown_in("Time"), "40 s", "a plain number takes the unit used before");
    assert_eq!(person.capacity(), Some(90.0));
    assert_eq!(person.undo_code(), Some("edit-change-steps"));
    person.undo();
    assert_eq!(person.capacity(), Some(60.0));
    assert_eq!(person.undo_code(), None);
}

#[test]
fn a_plain_number_keeps_the_unit_and_a_blank_is_no_zero() {
    let mut person = Person::new();
    person.click_card("Eye test");
    let place =
        |person: &Person| person.window.get_by_role_and_label(Role::TextInput, "Time").rect().top();
    let before = place(&person);
    for (typed, shown) in [
        ("2 min", "2 min"),
        ("3", "3 min"),
        ("1:30", "90 s"),
        ("3 min 25 s", "3 min 25 s"),
        ("1,200 s", "1200 s"),
        ("0", "0 s"),
        ("", ""),
    ] {
        person.fill_and_enter("Time", typed);
        assert_eq!(person.shown_in("Time"), shown, "{typed}");
        assert_eq!(place(&person).to_bits(), before.to_bits(), "{typed} moves nothing");
    }
    assert_eq!(person.of("Eye test").time, None);
}

#[test]
fn an_impossible_time_stays_in_its_field_with_the_reason_until_it_is_corrected() {
    let mut person = Person::new();
    person.click_card("Check violations");
    for typed in ["soon", "-3 s", "2 fortnights", "3–1 min", "1e9 h"] {
        person.fill_and_enter("Time", "30 s");
        assert_eq!(person.shown_in("Time"), "30 s", "corrected");
        let place =
            |person: &Person| person.window.get_by_role_and_label(Role::TextInput, "Time").rect();
        let before = place(&person);
        for key in [Key::Enter, Key::Tab] {
            person.begin_to_fill("Time", typed);
            assert_eq!(person.time_of("Check violations"), "30 s", "{typed}");
            let context = Context::of_unit(TimeUnit::Second);
            let Err(refusal) = read_time(typed, &context) else { panic!("{typed} is possible") };
            let why = Wording::new(Language::English).refusal(refusal).to_owned();
            assert!(person.sees(&why), "{typed} says {why} while it is typed");
            person.press(Modifiers::NONE, key);
            assert!(person.sees(&why), "{typed} says {why} after {key:?}");
            assert_eq!(person.shown_in("Time"), typed, "it stays to be corrected");
            assert_eq!(place(&person), before, "nothing moves");
        }
    }
    person.fill_and_enter("Time", "abc");
    assert!(person.sees("Not a time: enter it such as 45 s or 2 min"));
    person.begin_to_fill("Time", "abcd");
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.shown_in("Time"), "30 s", "Esc gives it up");
}

#[test]
fn rates_are_per_day_where_the_blueprint_says_so() {
    let mut person = Person::new();
    person.click_role(Role::Tab, "Blueprint");
    person.fill_and_enter("Opening hours", "8");
    person.click_beside(Role::ComboBox, "Rates");
    person.click_beside(Role::Button, "per day");
    assert_eq!(person.undo_code(), Some("edit-change-rates"));
    assert_eq!(person.shown_in("Arrivals"), "432/day", "54 an hour for eight hours");
    person.begin_to_fill("Arrivals", "400");
    assert!(person.sees("A day counts as 8 h"), "what is taken for granted is said");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(
        person.scenario().demand().per_hour.map(onstage::blueprint::Quantity::get),
        Some(50.0)
    );
    assert_eq!(person.shown_in("Arrivals"), "400/day");
    person.fill_and_enter("Arrivals", "one every 5 min");
    assert_eq!(person.shown_in("Arrivals"), "96/day");
}

#[test]
fn times_and_rates_are_chinese_in_chinese() {
    let mut person = Person::at_first_sample().language(Language::Chinese).open();
    person.click_role(Role::Tab, "蓝图");
    assert_eq!(person.shown_in("到达顾客"), "54 位/小时");
    let step =
        *person.scenario().steps().iter().find(|(_, step)| step.time.is_some()).expect("a time").0;
    let card = person.app().card_on_screen(step).expect("a card").center();
    person.click_at(card);
    person.fill_and_enter("时间", "45 秒");
    assert_eq!(person.shown_in("时间"), "45 秒");
    person.fill_and_enter("时间", "15 ± 5 分钟");
    assert_eq!(person.shown_in("时间"), "15 ± 5 分钟");
    let time = person.scenario().steps()[&step].time.as_ref().map(ToString::to_string);
    assert_eq!(time.as_deref(), Some("15 ± 5 min"), "the file keeps its notation");
}

#[test]
fn a_name_cannot_be_blank() {
    let mut person = Person::new();
    person.click_card("Eye test");
    person.begin_to_fill("Name", "");
    assert!(person.sees("Enter a name"));
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.shown_in("Name"), "Eye test");
    person.fill_and_enter("Name", "Sight test");
    assert_eq!(person.of("Sight test").name, "Sight test");
}

#[test]
fn another_law_keeps_the_mean() {
    let mut person = Person::new();
    person.click_card("Check violations");
    person.click_beside(Role::ComboBox, "Distribution");
    person.click_beside(Role::Button, "Exponential (wide spread)");
    assert_eq!(person.shown_in("Time"), "exp 60 s");
    assert_eq!(person.capacity(), Some(60.0));
}

#[test]
fn a_step_gets_roles_and_counts() {
    let mut person = Person::new();
    person.click_card("Check violations");
    person.click_beside(Role::Button, "Assign role");
    person.click_beside(Role::Button, "Clerk");
    assert_eq!(person.of("Check violations").needs.len(), 2);
    assert_eq!(person.undo_code(), Some("edit-assign-role"));
    person.click_beside(Role::Button, "Remove from the step");
    assert_eq!(person.of("Check violations").needs.len(), 1);
    person.fill_and_enter("Count", "2");
    assert_eq!(person.of("Check violations").needs[0].count.get(), 2);
    person.begin_to_fill("Count", "0");
    assert!(person.sees("Enter a whole number from 1 to 1,000,000"));
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.of("Check violations").needs[0].count.get(), 2);
}

#[test]
fn a_new_role_is_added_by_its_name_and_undone_at_once() {
    let mut person = Person::new();
    person.click_card("Check violations");
    let roles = person.scenario().roles().len();
    person.click_beside(Role::Button, "Assign role");
    person.click_beside(Role::TextInput, "New role, then Enter");
    person.enter("Auditor");
    assert_eq!(person.scenario().roles().len(), roles + 1);
    let needs = &person.of("Check violations").needs;
    let added = needs.last().map(|need| person.scenario().roles()[&need.roles[0]].name.as_str());
    assert_eq!(added, Some("Auditor"));
    assert!(person.app().editor().selection().only_step().is_some(), "the step stays selected");
    person.undo();
    assert_eq!(person.scenario().roles().len(), roles);
    assert_eq!(person.of("Check violations").needs.len(), 1);
}

#[test]
fn several_steps_are_changed_together() {
    let mut person = Person::new();
    person.click_card("Collect payment");
    let at = person.card("Eye test");
    person.click_with(Modifiers::SHIFT, at);
    assert!(person.sees("2 steps selected"));
    assert_eq!(person.shown_in("Time"), "", "different times show none");
    person.fill_and_enter("Time", "25 s");
    for name in ["Collect payment", "Eye test"] {
        assert_eq!(person.time_of(name), "25 s", "{name}");
    }
    assert_eq!(person.app().editor().undo_name().map(|name| name.count), Some(2));
    person.undo();
    assert_eq!(["Collect payment", "Eye test"].map(|name| person.time_of(name)), ["30 s", "40 s"]);
}

#[test]
fn demand_shows_its_effect_while_it_is_typed() {
    let mut person = Person::new();
    person.click_role(Role::Tab, "Blueprint");
    let busy = |person: &Person| person.app().analysis().utilisation.value;
    for (typed, share) in [("30", 0.5), ("1/min", 1.0), ("45/h", 0.75)] {
        person.begin_to_fill("Arrivals", typed);
        assert!(busy(&person).is_some_and(|now| (now - share).abs() < 1e-9), "{typed}");
    }
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.undo_code(), Some("edit-change-demand"));
    person.begin_to_fill("Arrivals", "");
    assert_eq!(busy(&person), None, "no demand is not a demand of zero");
}

#[test]
fn one_more_of_a_role_shows_at_once() {
    let mut person = Person::new();
    person.click_role(Role::Button, "Records officer");
    person.click_beside(Role::Button, "One more");
    assert_eq!(person.capacity(), Some(90.0));
    assert_eq!(person.undo_code(), Some("edit-change-role"));
    person.begin_to_fill("Availability", "80");
    assert_eq!(person.capacity(), Some(90.0), "the eye test limits");
    person.begin_to_fill("Availability", "50 %");
    assert_eq!(person.capacity(), Some(60.0));
    person.press(Modifiers::NONE, Key::Escape);
}

#[test]
fn every_input_is_named_and_every_letter_drawn_in_both_languages() {
    for (language, fail, worth) in [
        (Language::English, "Fail point", "Value and emotion"),
        (Language::Chinese, "失误点", "价值与感受"),
    ] {
        let mut person = Person::at_first_sample().language(language).open();
        let ids: Vec<StepId> = person.scenario().steps().keys().copied().collect();
        for id in ids {
            let Some(card) = person.app().card_on_screen(id) else { continue };
            person.click_at(card.center());
            person.window.check_accessibility();
        }
        for section in [fail, worth] {
            let triangle = Role::DisclosureTriangle;
            person.window.get_by_role_and_label(triangle, section).scroll_to_me();
            person.wait();
            person.click_beside(Role::DisclosureTriangle, section);
            person.window.check_accessibility();
        }
    }
}

#[test]
fn keys_begin_at_what_is_chosen_in_a_list_that_they_open() {
    let mut person = Person::new();
    let focused = |person: &Person| {
        // The method itself is not general enough for its lifetimes.
        #[allow(clippy::redundant_closure_for_method_calls)]
        let nodes = person.window.query_all_by(|node| node.is_focused());
        nodes.filter_map(|node| node.accesskit_node().label()).collect::<Vec<_>>()
    };
    person.click_card("Check violations");
    person.window.get_by_role_and_label(Role::ComboBox, "Lane").focus();
    person.window.run_steps(2);
    person.press(Modifiers::NONE, Key::Space);
    assert_eq!(focused(&person), ["Backstage"]);
    // From Backstage down to Support.
    person.press(Modifiers::NONE, Key::ArrowDown);
    person.press(Modifiers::NONE, Key::Enter);
    let lane = person.of("Check violations").lane;
    assert_eq!(person.scenario().lanes()[&lane].zone, Zone::Support);
}

#[test]
fn cards_that_are_no_steps_are_counted_apart() {
    let mut person = Person::new();
    person.add("Note", Zone::Support, 500, "Remark");
    person.press(Modifiers::COMMAND, Key::A);
    let cards = person.selected().len();
    let steps = person.scenario().flowing_steps();
    assert!(cards > steps);
    assert!(person.sees(&format!("{cards} cards selected, {steps} of them steps")));
    person.select(&["Eye test", "Photograph"]);
    assert!(person.sees("2 steps selected"));
}
