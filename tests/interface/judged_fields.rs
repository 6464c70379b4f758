//! Fields of the inspector about failures, customers over time, urgency and the design of the place.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use onstage::blueprint::{
    CustomerStage, DesignFactor, FailCause, GuardKind, Quantity, RiskResponse, Stars,
};
use onstage::wording::Language;

use crate::context::Person;

fn open_section(person: &mut Person, key: &str) {
    person.click_role(Role::DisclosureTriangle, &person.word(key));
}

#[test]
fn what_stands_against_a_failure_is_entered_beside_it() {
    let mut person = Person::at_first_sample().size(1440.0, 1400.0).open();
    person.click_card("Eye test");
    open_section(&mut person, "details-fail");
    open_section(&mut person, "details-section-guard");
    person.choose("Cause", "Technology");
    person.fill_and_enter("Guard", "Draw one of four charts");
    person.choose("It guards", "Staff: the task");
    person.choose("Response", "Avoid");
    person.fill_and_enter("Put right", "80 %");
    let fail = person.of("Eye test").fail.clone().expect("a fail point");
    assert_eq!(fail.cause, Some(FailCause::Technology));
    assert_eq!(fail.guard, "Draw one of four charts");
    assert_eq!(fail.guard_kind, Some(GuardKind::Task));
    assert_eq!(fail.response, Some(RiskResponse::Avoid));
    assert!((fail.recovered.expect("a share").value() - 0.8).abs() < 1e-9);
}

#[test]
fn a_role_says_what_it_can_and_may() {
    let mut person = Person::at_first_sample().size(1440.0, 1400.0).open();
    person.click("Clerk");
    open_section(&mut person, "details-section-role-documents");
    let field = person.window.get_by_role_and_label(Role::MultilineTextInput, "Authority");
    let at = field.rect().center();
    person.click_at(at);
    person.type_text("Waive the fee");
    let now = person.scenario().roles().values().find(|role| role.name == "Clerk");
    assert_eq!(now.expect("a role").authority, "Waive the fee", "while typing");
    person.press(Modifiers::NONE, Key::Tab);
    let role = person.scenario().roles().values().find(|role| role.name == "Clerk");
    assert_eq!(role.expect("a role").authority, "Waive the fee");
}

#[test]
fn customers_over_time_and_the_place_are_entered_with_the_blueprint() {
    let mut person = Person::at_first_sample().size(1440.0, 2400.0).open();
    person.click_role(Role::Tab, &person.word("tab-blueprint"));
    open_section(&mut person, "details-section-aims");
    person.fill_and_enter("Review after", "90");
    person.fill_and_enter("Budget a month", "20000");
    person.fill_and_enter("Visits a year", "2");
    person.fill_and_enter("Retention", "80 %");
    person.fill_and_enter("Winning one", "30");
    person.click("Flexibility: 4 stars");
    person.fill_and_enter("Flexibility: Note", "Two more desks fit in");
    person.click("Add a class");
    person.fill_and_enter("Served within", "10 min");
    let judgements = person.blueprint().judgements();
    assert_eq!(judgements.review_days, Some(90));
    assert_eq!(judgements.budget.map(Quantity::get), Some(20_000.0));
    let relation = person.scenario().customer_relation();
    assert_eq!(relation.visits_per_year.map(Quantity::get), Some(2.0));
    assert_eq!(relation.acquisition.map(Quantity::get), Some(30.0));
    assert!(relation.retention.is_some());
    let factor = person.scenario().design_factors().of(DesignFactor::Flexibility).clone();
    assert_eq!(factor.rating.map(Stars::get), Some(4));
    assert_eq!(factor.note, "Two more desks fit in");
    let classes = &person.scenario().demand().urgency;
    assert_eq!(classes.len(), 1);
    assert!(classes[0].within.is_some());
    person.click("Remove Class 1");
    assert!(person.scenario().demand().urgency.is_empty());
}

#[test]
fn a_phase_has_a_stage_in_both_languages() {
    for language in Language::ALL {
        let mut person = Person::at_first_sample().language(language).open();
        let phase = *person.scenario().phases().keys().next().expect("a phase");
        let at = person.app().phase_on_screen(phase).expect("in view");
        person.click_at(at);
        person.choose(&person.word("details-stage"), &person.word("stage-win"));
        let stages: Vec<_> = person.scenario().phases().values().map(|it| it.stage).collect();
        assert_eq!(stages.first().copied().flatten(), Some(CustomerStage::Win));
        assert!(person.window.query_all_by_label(&person.word("details-stage")).count() > 0);
    }
}
