//! What can fail, below the sheet.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::{FailPoint, RiskResponse};
use onstage::wording::Language;

use crate::context::{Person, planned_office};

fn at_the_risks() -> Person {
    let setup = Person::at_blueprint(planned_office(Language::English)).size(1440.0, 900.0);
    let mut person = setup.open();
    person.command("Risk matrix");
    person
}

fn fail(person: &Person, step: &str) -> FailPoint {
    person.of(step).fail.clone().expect("a fail point")
}

/// The dot of a risk.
fn dot(person: &Person, part: &str) -> egui::Rect {
    let mut dots = person.window.get_all_by_role(Role::Slider);
    let is_it = |label: Option<String>| label.is_some_and(|label| label.contains(part));
    dots.find(|node| is_it(node.accesskit_node().label())).expect(part).rect()
}

#[test]
fn a_dot_is_dragged_as_one_step() {
    let mut person = at_the_risks();
    let before = person.blueprint().clone();
    let eyes = dot(&person, "Eye test").center();
    person.drag(eyes, eyes + egui::vec2(-60.0, 60.0));
    let moved = fail(&person, "Eye test");
    let often = moved.how_often.expect("how often").value();
    assert!(often < 0.01 && often > 0.000_1, "{often}");
    assert!(moved.severity.expect("a severity").get() < 8);
    person.undo();
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn dots_have_names_and_follow_the_arrows() {
    let mut person = at_the_risks();
    let dots = person.window.get_all_by_role(Role::Slider);
    let names: Vec<String> = dots.filter_map(|node| node.accesskit_node().label()).collect();
    let eyes = names.iter().find(|name| name.contains("Eye test")).expect("the eye test");
    assert!(eyes.contains("2 % per customer") && eyes.contains("suggested: Avoid"), "{eyes}");
    person.window.get_by_role_and_label(Role::Slider, eyes).focus();
    person.wait();
    person.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(fail(&person, "Eye test").severity.expect("a severity").get(), 9);
    person.press(Modifiers::NONE, Key::ArrowRight);
    let often = fail(&person, "Eye test").how_often.expect("how often").value();
    assert!((often - 0.022).abs() < 1e-12, "{often}");
}

#[test]
fn a_click_selects_the_step() {
    let mut person = at_the_risks();
    person.click_at(dot(&person, "Eye test").center());
    assert_eq!(person.selected(), ["Eye test"]);
}

#[test]
fn a_response_is_chosen() {
    let mut person = at_the_risks();
    let what = fail(&person, "Eye test").what;
    person.choose(&format!("Response to {what}"), "Reduce");
    assert_eq!(fail(&person, "Eye test").response, Some(RiskResponse::Reduce));
    person.undo();
    assert_eq!(fail(&person, "Eye test").response, None);
}

#[test]
fn a_risk_is_put_into_the_plan() {
    let mut person = at_the_risks();
    let count = person.blueprint().judgements().plan.actions.len();
    let what = fail(&person, "Eye test").what;
    person.click(&format!("{what}: Put into the plan"));
    let actions = person.blueprint().judgements().plan.actions.clone();
    assert_eq!(actions.len(), count + 1);
    let (_, added) = actions.last().expect("an action");
    assert!(added.name.contains(&what), "{}", added.name);
    assert!(person.sees(&format!("{what}: In the plan")));
    person.undo();
    assert_eq!(person.blueprint().judgements().plan.actions.len(), count);
}

#[test]
fn without_a_fail_point_the_tab_says_what_to_do() {
    for language in Language::ALL {
        let mut person = Person::at("general-service").language(language).open();
        let name = person.word("command-show-risk");
        person.command(&name);
        if person.blueprint().baseline().steps().values().all(|step| step.fail.is_none()) {
            assert!(person.sees(&person.word("risk-none")));
        }
    }
}

#[test]
fn no_name_of_a_dot_lies_on_what_a_quarter_says() {
    for language in Language::ALL {
        let setup = Person::at("licence-office-measured").language(language).size(1280.0, 720.0);
        let mut person = setup.open();
        person.command(&person.word("command-show-risk"));
        let painted = person.painted();
        let quarters = ["risk-rare-mild", "risk-often-mild"];
        let said = |text: &str| quarters.iter().any(|key| person.word(key) == text);
        for (text, place, _) in painted.iter().filter(|(text, ..)| said(text)) {
            let over = painted.iter().find(|(other, at, _)| {
                other != text && at.shrink(1.0).intersects(place.shrink(1.0))
            });
            assert!(over.is_none(), "{text} below {over:?}");
        }
    }
}
