//! What is measured, below the sheet.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::Indicator;
use onstage::wording::Language;

use crate::context::{Person, planned_office};

fn at_the_indicators() -> Person {
    let setup = Person::at_blueprint(planned_office(Language::English)).size(1440.0, 900.0);
    let mut person = setup.open();
    person.command("Indicators and their control charts");
    person
}

fn indicator(person: &Person, name: &str) -> Indicator {
    let all = &person.blueprint().judgements().indicators;
    all.iter().find(|(_, it)| it.name == name).map(|(_, it)| it.clone()).expect(name)
}

fn tile(person: &Person, name: &str) -> (String, egui::Rect) {
    let start = format!("{name}: ");
    let mut tiles = person.window.get_all_by_role(Role::Button);
    let found = tiles.find_map(|node| {
        let label = node.accesskit_node().label().filter(|label| label.starts_with(&start))?;
        Some((label, node.rect()))
    });
    found.expect(name)
}

#[test]
fn tiles_say_how_it_stands() {
    let person = at_the_indicators();
    let (hour, _) = tile(&person, "Licences an hour");
    assert!(hour.starts_with("Licences an hour: 71, target 120 (−49), target missed"), "{hour}");
    assert!(hour.contains("moves by more than chance"), "{hour}");
    let (forms, _) = tile(&person, "Forms with a mistake");
    assert!(
        forms.starts_with("Forms with a mistake: 12 %, target 15 % (−3 points), target met"),
        "{forms}"
    );
    assert!(forms.contains("improvement: planned"), "an action is about its step: {forms}");
    assert!(hour.contains("Measured 71, the blueprint says 60"), "{hour}");
}

#[test]
fn what_is_measured_stands_in_the_order_of_time() {
    let mut person = at_the_indicators();
    let (_, place) = tile(&person, "Forms with a mistake");
    person.click_at(place.center());
    person.fill("Date", "2040-04-30");
    person.fill_and_enter("Value", "18/20");
    let data = indicator(&person, "Forms with a mistake").data;
    let first = data.first().expect("a datum");
    assert_eq!((first.date.to_string().as_str(), first.n), ("2040-04-30", Some(20)));
    assert!((first.value - 0.9).abs() < 1e-12);
    assert_eq!(data.len(), 11);
    person.press(Modifiers::NONE, Key::Escape);
    person.undo();
    assert_eq!(indicator(&person, "Forms with a mistake").data.len(), 10);
}

#[test]
fn what_is_no_value_is_said() {
    let mut person = at_the_indicators();
    person.fill_and_enter("Value", "many");
    assert_eq!(indicator(&person, "Licences an hour").data.len(), 10);
    assert!(person.sees(&person.word("refusal-not-a-number")));
}

#[test]
fn an_indicator_is_added_changed_and_removed() {
    let mut person = at_the_indicators();
    let before = person.blueprint().judgements().clone();
    // With more room nothing is scrolled away.
    person.press(Modifiers::NONE, Key::F9);
    person.click("Add indicator");
    person.fill_and_enter("Name", "Complaints");
    person.fill_and_enter("Target", "2");
    person.choose("Better", "The lower the better");
    person.choose("View", "Customer");
    let complaints = indicator(&person, "Complaints");
    assert_eq!(complaints.target, Some(2.0));
    assert_eq!(complaints.view, onstage::blueprint::IndicatorView::Customer);
    person.click("Remove indicator");
    assert_eq!(*person.blueprint().judgements(), before);
}

#[test]
fn without_indicators_the_tab_says_what_they_are_for() {
    for language in Language::ALL {
        let mut person = Person::at_first_sample().language(language).open();
        let name = person.word("command-show-indicators");
        person.command(&name);
        assert!(person.sees(&person.word("indicators-none")));
        let add = person.word("indicator-add");
        person.click(&add);
        assert_eq!(person.blueprint().judgements().indicators.len(), 1);
        // What is new wants a name: whoever types gives it one, and the sheet stays as it is.
        let steps = person.scenario().steps().len();
        person.type_text("Nurse");
        person.press(Modifiers::NONE, Key::Enter);
        assert_eq!(person.blueprint().judgements().indicators[0].1.name, "Nurse");
        assert_eq!(person.scenario().steps().len(), steps);
    }
}
