//! Lenses: what cards say beside their names changes, and nothing on the sheet moves.

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::wording::Language;

use crate::context::{Person, Setup, measured_office};

fn office() -> Setup {
    Person::at_blueprint(measured_office()).size(1440.0, 900.0)
}

fn cards(person: &Person) -> Vec<Rect> {
    person.names().iter().map(|name| person.card_rect(name)).collect()
}

const LENSES: [(Key, &str); 5] = [
    (Key::Num2, "experience"),
    (Key::Num3, "quality"),
    (Key::Num4, "risk"),
    (Key::Num5, "surroundings"),
    (Key::Num1, "figures"),
];

/// What is said of a card.
fn said(person: &Person, name: &str) -> String {
    let start = format!("{name}, ");
    let labels = person.window.query_all_by_label_contains(&start);
    let labels = labels.filter_map(|node| node.accesskit_node().label());
    // What a cell of the table is called is shorter.
    let own = labels.filter(|label| label.starts_with(&start));
    own.max_by_key(String::len).unwrap_or_default()
}

/// Whether a lens is on in the tool bar.
fn is_on(person: &Person, lens: &str) -> bool {
    let name = person.word(&format!("lens-{lens}"));
    let choice = person.window.get_by_role_and_label(Role::RadioButton, &name);
    choice.accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn a_lens_changes_what_cards_say_and_moves_nothing() {
    let mut person = office().open();
    let (before, document) = (cards(&person), person.blueprint().clone());
    for (key, lens) in LENSES {
        person.press(Modifiers::COMMAND, key);
        assert_eq!(cards(&person), before, "{lens}");
        assert!(is_on(&person, lens), "{lens} is on in the tool bar");
        let eyes = said(&person, "Eye test");
        assert_eq!(eyes.contains("suggested: Avoid"), lens == "risk", "{lens}: {eyes}");
        let check = said(&person, "Check violations");
        assert_eq!(check.contains("Reliability −1.7"), lens == "quality", "{lens}: {check}");
    }
    assert_eq!(*person.blueprint(), document, "a lens belongs to the view");
}

#[test]
fn a_lens_swaps_what_stands_beside_the_sheet() {
    for language in Language::ALL {
        let mut person = Person::at_first_sample().language(language).size(1440.0, 1400.0).open();
        // What each shows, and none of the others does.
        let heads = [
            (Key::Num2, "lens-experience", "quality-feelings"),
            (Key::Num3, "tab-quality", "quality-nothing-measured"),
            (Key::Num4, "lens-risk", "quality-without-failure"),
            (Key::Num5, "lens-surroundings", "quality-stars-of"),
        ];
        let seen = |person: &Person, key: &str| {
            let word = person.word(key);
            [word.to_uppercase(), word].iter().any(|word| person.sees(word))
        };
        for (key, tab, head) in heads {
            person.press(Modifiers::COMMAND, key);
            let name = person.word(tab);
            let tabs = person.window.query_all_by_role_and_label(Role::Tab, &name);
            assert!(tabs.count() >= 1, "the tab is called {name}");
            for (_, _, other) in heads {
                assert_eq!(seen(&person, other), other == head, "{head}: {other}");
            }
        }
    }
}

#[test]
fn what_stands_beside_the_sheet_under_a_lens_leads_to_its_place() {
    let mut person = office().size(1440.0, 1400.0).open();
    person.press(Modifiers::COMMAND, Key::Num2);
    let found = person.window.query_all_by_label_contains("Low: ");
    let low = found.map(|node| node.rect().center()).find(|at| at.is_finite()).expect("the low");
    person.click_at(low);
    assert_eq!(person.selected().len(), 1);
    person.press(Modifiers::NONE, Key::Escape);
    person.press(Modifiers::COMMAND, Key::Num5);
    let fact = person.window.query_all_by_label_contains("could not keep up").count();
    assert_eq!(fact, 1, "the fact beside the flexibility");
    // The rest of what is found is one click away.
    let links = person.window.query_all_by_role(Role::Link);
    let rest = |label: Option<String>| label.is_some_and(|label| label.ends_with("under Quality"));
    let mut links = links.filter(|node| rest(node.accesskit_node().label()));
    links.next().expect("a link").click();
    drop(links);
    person.wait();
    assert!(is_on(&person, "quality"));
}

#[test]
fn a_finding_leads_to_its_place() {
    let mut person = office().open();
    person.press(Modifiers::COMMAND, Key::Num3);
    let lines = person.window.query_all_by_label("Sorest: Ready when promised, −1.7");
    let at = lines.map(|line| line.rect().center()).find(|at| at.is_finite());
    let at = at.expect("the tab comes with the lens");
    person.click_at(at);
    assert_eq!(person.selected(), ["Check violations"]);
    // What was there before the selection comes back with it.
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.sees("Sorest: Ready when promised, −1.7"));
    person.press(Modifiers::COMMAND, Key::Num1);
    assert!(!person.sees("Sorest: Ready when promised, −1.7"));
}

#[test]
fn a_finding_is_put_into_the_plan() {
    let mut person = office().open();
    person.press(Modifiers::COMMAND, Key::Num3);
    let before = person.blueprint().judgements().clone();
    person.click("Eye test: a risk without an answer: Put into the plan");
    let plan = &person.blueprint().judgements().plan;
    let (_, action) = plan.actions.first().expect("an action");
    assert_eq!(action.name, "Eye test: a risk without an answer");
    assert!(plan.start.is_some(), "the first gives the plan its start");
    assert!(person.sees("Eye test: a risk without an answer: In the plan"));
    person.undo();
    assert_eq!(*person.blueprint().judgements(), before);
}

#[test]
fn what_would_help_is_tried_on_a_copy() {
    let mut person = office().open();
    person.press(Modifiers::COMMAND, Key::Num3);
    let scenarios = person.blueprint().scenarios().len();
    person.click("Eye test: a risk without an answer: What would help");
    let tries: Vec<_> =
        person.window.get_all_by_role_and_label(Role::Button, "Try on a copy").collect();
    tries.first().expect("an answer can be tried").click();
    drop(tries);
    person.wait();
    assert_eq!(person.blueprint().scenarios().len(), scenarios + 1);
    let copy = person.of("Eye test").fail.clone().expect("a fail point");
    assert_eq!(copy.response, Some(onstage::blueprint::RiskResponse::Avoid));
    person.undo();
    assert_eq!(person.blueprint().scenarios().len(), scenarios);
}

#[test]
fn a_feeling_is_dragged_as_one_step() {
    let mut person = office().open();
    person.press(Modifiers::COMMAND, Key::Num2);
    let before = person.blueprint().clone();
    let was = person.of("Takes licence").emotion.expect("a feeling").get();
    assert_eq!(was, 2);
    let card = person.card_rect("Takes licence");
    let (lane, zoom) = (card.center().y, card.width() / 124.0);
    // The best lies high in the lane, at the left edge of its card.
    let from = egui::pos2(card.left(), lane - 49.0 * zoom);
    person.drag(from, egui::pos2(card.left(), lane + 2.0));
    assert_eq!(person.of("Takes licence").emotion.expect("a feeling").get(), 0);
    person.undo();
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn without_readings_the_tab_says_what_to_do() {
    for language in Language::ALL {
        let mut person = Person::at_first_sample().language(language).open();
        // The tab of the items below the sheet is called so as well, and is always there.
        let tabs = |person: &Person| {
            let name = person.word("tab-quality");
            person.window.query_all_by_role_and_label(Role::Tab, &name).count()
        };
        assert_eq!(tabs(&person), 1, "nothing was judged yet");
        person.press(Modifiers::COMMAND, Key::Num3);
        assert!(person.sees(&person.word("quality-nothing-measured")));
        person.press(Modifiers::COMMAND, Key::Num1);
        assert_eq!(tabs(&person), 1);
    }
}

#[test]
fn whoever_plays_or_judges_begins_with_the_figures() {
    let mut person = office().open();
    person.press(Modifiers::COMMAND, Key::Num3);
    person.press(Modifiers::NONE, Key::F12);
    assert!(!said(&person, "Check violations").contains("Reliability"));
    person.press(Modifiers::COMMAND, Key::Num3);
    assert!(said(&person, "Check violations").contains("Reliability"), "unless one switches");
}

#[test]
fn the_curve_of_feelings_is_seen_through_the_cards_that_it_passes() {
    let mut person = Person::at_first_sample().size(1440.0, 900.0).open();
    let fill = |person: &Person, name: &str| {
        let card = person.card_rect(name);
        let mut found = None;
        for clipped in &person.window.output().shapes {
            visit(&clipped.shape, &mut |rect| {
                let (middle, size) =
                    (rect.rect.center() - card.center(), rect.rect.size() - card.size());
                if middle.length() < 0.5 && size.length() < 1.0 && rect.fill.a() > 0 {
                    found = Some(rect.fill);
                }
            });
        }
        found.expect("a card")
    };
    let before = fill(&person, "Reads eye chart");
    assert_eq!(before.a(), 255);
    person.press(Modifiers::COMMAND, Key::Num2);
    assert!(fill(&person, "Reads eye chart").a() < 200, "the line is seen behind the name");
    assert_eq!(fill(&person, "Collect payment").a(), 255, "it passes only customers");
}

fn visit(shape: &egui::Shape, see: &mut dyn FnMut(&egui::epaint::RectShape)) {
    match shape {
        egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| visit(shape, see)),
        egui::Shape::Rect(rect) => see(rect),
        _ => {}
    }
}

#[test]
fn bars_of_customers_are_wide_enough_to_be_told_apart() {
    let mut person = Person::at("licence-office-measured").size(1440.0, 900.0).open();
    let mut widest = 0.0_f32;
    person.press(Modifiers::COMMAND, Key::Num3);
    let card = person.card_rect("Waits for check");
    for clipped in &person.window.output().shapes {
        visit(&clipped.shape, &mut |rect| {
            let is_on_edge = card.expand(1.0).x_range().contains(rect.rect.center().x)
                && (card.bottom()..card.bottom() + 20.0).contains(&rect.rect.bottom());
            if is_on_edge && rect.rect.width() < card.width() * 0.3 {
                widest = widest.max(rect.rect.width());
            }
        });
    }
    assert!(widest >= card.width() * 0.08, "{widest} of {}", card.width());
}
