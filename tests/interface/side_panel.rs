//! The panel beside the sheet says the same everywhere, and keeps still under the hand.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Vec2};
use egui_kittest::kittest::Queryable;
use onstage::blueprint::Blueprint;
use onstage::storage::decode;
use onstage::wording::Language;

use crate::context::{Computer, Person};

/// Three frontstage steps in a row, each with a role of its own; the last is the bottleneck.
fn counters(needs: &str) -> Blueprint {
    let step = |id: u32, name: &str, x: u32, time: &str, needs: &str| {
        format!(
            "(id: {id}, name: \"{name}\", lane: 4, phase: 7, at: ({x}, 78), time: \"{time}\", needs: [{needs}]),"
        )
    };
    let steps = [
        step(9, "Review", 72, "15 s", "(roles: [8])"),
        step(11, "Payment", 216, "30 s", "(roles: [10])"),
        step(13, "Violations", 360, "60 s", needs),
    ]
    .join("\n");
    let text = format!(
        "(version: 1, title: \"counters\", next_id: 16, scenarios: [(id: 1, name: \"As-is\",
        lanes: [(id: 2, zone: Evidence), (id: 3, zone: Customer), (id: 4, zone: Frontstage),
            (id: 5, zone: Backstage), (id: 6, zone: Support)],
        phases: [(id: 7, width: 1008)],
        roles: [(id: 8, name: \"Clerk\"), (id: 10, name: \"Cashier\", colour: 1),
            (id: 12, name: \"Officer\", colour: 2)],
        demand: (per_hour: 50), steps: [{steps}],
        links: [(id: 14, from: 9, to: 11), (id: 15, from: 11, to: 13)])])"
    );
    decode(&text).expect("a blueprint").blueprint
}

fn heads(person: &Person) -> Vec<u32> {
    person.scenario().roles().values().map(|role| role.headcount).collect()
}

/// The middle of the button that is called so, once what opened it has come to rest.
fn button(person: &mut Person, label: &str) -> Pos2 {
    for _ in 0..10 {
        person.wait();
    }
    person.window.get_by_role_and_label(Role::Button, label).rect().center()
}

/// What is pressed twice at one place is the same both times, though the bottleneck becomes two.
#[test]
fn a_lever_stays_under_the_pointer() {
    for size in [Vec2::new(1440.0, 900.0), Vec2::new(1440.0, 1900.0)] {
        let mut person = Person::at_blueprint(counters("(roles: [12])")).open();
        person.window.set_size(size);
        person.wait();
        person.click("What would help");
        person.click("Levers");
        let at = button(&mut person, "One Officer more");
        person.click_at(at);
        assert_eq!(heads(&person), [1, 1, 2]);
        assert!(person.sees("1 Cashier ÷ 30 s = 120 /h"), "there is another line above");
        assert_eq!(button(&mut person, "One Officer more"), at, "{size}");
        person.click_at(at);
        person.click_at(at);
        assert_eq!(heads(&person), [1, 1, 4]);
        // One after the other goes, until nobody is left to do it.
        let at = button(&mut person, "One Officer fewer");
        for _ in 0..4 {
            person.click_at(at);
            assert_eq!(button(&mut person, "One Officer fewer"), at, "{size}");
        }
        assert_eq!(heads(&person), [1, 1, 0]);
        let back = button(&mut person, "One Officer more");
        person.press(Modifiers::NONE, Key::Escape);
        let now = button(&mut person, "One Officer more");
        assert!(now.distance(back) < 60.0, "the levers are still in view: {back} {now}");
    }
}

#[test]
fn a_step_that_needs_two_roles_is_named_once() {
    let text = "(version: 1, title: \"two\", next_id: 16, scenarios: [(id: 1, name: \"As-is\",
        lanes: [(id: 4, zone: Frontstage)], phases: [(id: 7, width: 1008)],
        roles: [(id: 8, name: \"Teller\"), (id: 10, name: \"Manager\", colour: 1)],
        demand: (per_hour: 5), steps: [(id: 9, name: \"Serve\", lane: 4, phase: 7, at: (72, 78),
            time: \"60 s\", needs: [(roles: [8]), (roles: [10])])])])";
    let person = Person::at_text(text).open();
    assert!(person.sees("Bottleneck: Serve"));
    assert!(!person.sees("Serve and Serve"));
    for sum in ["1 Teller ÷ 60 s = 60 /h", "1 Manager ÷ 60 s = 60 /h"] {
        assert!(person.sees(sum), "{sum}");
    }
}

#[test]
fn the_next_limit_names_who_it_is() {
    let person = Person::at_blueprint(counters("(roles: [12])")).open();
    assert!(person.sees("Next limit: Cashier (Payment) at 120 /h"));
}

/// Where there was no figure before, a number half typed is none to compare with.
#[test]
fn the_first_time_that_is_typed_shows_no_difference() {
    let mut person = Person::at_an_empty_sheet();
    person.add("Frontstage action", onstage::blueprint::Zone::Frontstage, 100, "Greets");
    person.click_role(Role::TextInput, "Time");
    for letter in "2 min".chars() {
        person.type_text(&letter.to_string());
        assert!(!person.sees("−"), "after {letter}");
    }
    assert_eq!(person.capacity(), Some(30.0));
    person.press(Modifiers::NONE, Key::Tab);
    assert!(!person.sees("−1,"));
}

/// Whoever types looks at the field, and the next click is aimed at what lies below it.
#[test]
fn a_field_stays_where_it_is_while_and_after_a_first_time_is_typed() {
    for language in [Language::English, Language::Chinese] {
        let mut person = Person::at_first_sample().language(language).open();
        person.press(Modifiers::COMMAND, Key::N);
        let zone = onstage::blueprint::Zone::Frontstage;
        let item = person.either("Frontstage action", "前台行为");
        let name = person.either("Time", "时间");
        person.add(item, zone, 100, "Greets");
        let at = |person: &Person| {
            person.window.get_by_role_and_label(Role::TextInput, name).rect().top()
        };
        let before = at(&person);
        person.click_role(Role::TextInput, name);
        for letter in "3 min".chars() {
            person.type_text(&letter.to_string());
            assert!((at(&person) - before).abs() < 0.5, "after {letter}");
        }
        person.press(Modifiers::NONE, Key::Enter);
        assert!((at(&person) - before).abs() < 0.5, "{} {before}", at(&person));
    }
}

#[test]
fn an_empty_sheet_asks_for_one_step() {
    let person = Person::at_an_empty_sheet();
    assert!(person.sees("needs a step with a time"));
    assert!(!person.sees("two steps"));
}

/// The card's panel and the figure count the same moments of truth.
#[test]
fn only_what_a_customer_meets_is_a_moment_of_truth() {
    let mut person = Person::at_blueprint(counters("(roles: [12])")).open();
    assert_eq!(person.app().analysis().experience.moments_of_truth.value, Some(0.0));
    person.click_card("Payment");
    assert!(person.sees("Frontstage · visible to the customer"));
    assert!(!person.sees("moment of truth"));
    person.add("Customer action", onstage::blueprint::Zone::Customer, 216, "Pays");
    person.connect("Pays", "Payment");
    person.click_card("Payment");
    assert!(person.sees("met by the customer: a moment of truth"));
    let count = person.app().analysis().experience.moments_of_truth.value;
    assert!(count.is_some_and(|count| count > 0.0), "{count:?}");
}

#[test]
fn saving_says_that_the_levers_were_put_back() {
    let computer = Computer::new();
    let path = computer.save("counters.ron", &counters("(roles: [12])"));
    let mut person = Person::at_file(&path).open();
    person.click("What would help");
    person.click("Levers");
    let at = button(&mut person, "One Officer more");
    person.click_at(at);
    assert_eq!(heads(&person), [1, 1, 2]);
    person.press(Modifiers::COMMAND, Key::S);
    assert_eq!(heads(&person), [1, 1, 1]);
    assert!(person.sees("The levers were reset"));
    assert!(person.sees("Saved"));
}

/// What is only tried says so, and a figure that it loses says why.
#[test]
fn a_preview_is_marked_and_explained() {
    let mut blueprint = counters("(roles: [12])");
    let id = blueprint.baseline().id();
    let demand = onstage::blueprint::Demand {
        per_hour: onstage::blueprint::Quantity::new(70.0).ok(),
        ..blueprint.baseline().demand().clone()
    };
    onstage::editor::DocumentEdit::from(onstage::editor::Edit::SetDemand(demand))
        .apply(&mut blueprint, id)
        .expect("a demand");
    let mut person = Person::at_blueprint(blueprint).open();
    let help = "Let Clerk help the Officer 60 → 96 /h";
    let at = button(&mut person, help);
    person.point_at(at);
    assert_eq!(person.capacity(), Some(96.0));
    assert!(person.sees("Preview – bottleneck: Clerk and Officer"));
    assert!(person.sees("Load by step, preview"));
    assert!(person.sees("→ needs a simulation"), "why the time is not known then");
}

#[test]
fn what_a_button_is_goes_when_a_dialog_opens() {
    let setup = Person::at_blueprint(counters("(roles: [12])"));
    let mut person = setup.language(Language::Chinese).open();
    let at = person.window.get_by_label_contains("Payment：120").rect().center();
    person.window.hover_at(at);
    for _ in 0..60 {
        person.window.step();
    }
    assert!(person.sees("经过次数：1"), "the hover text is there");
    person.press(Modifiers::COMMAND, Key::O);
    for _ in 0..10 {
        person.window.step();
    }
    assert!(!person.sees("经过次数：1"), "and gone under the dialog");
}
