//! Judgements in a file: what is wrong is named with its place.

use onstage::blueprint::{Id, ItemId, StepId};
use onstage::storage::{decode, encode};

use super::small;

/// The error of the small blueprint with something added at its end.
fn mistake(more: &str) -> String {
    let text = encode(&small());
    let end = text.trim_end().rfind(')').unwrap();
    let Err(error) = decode(&format!("{}{more},\n)", &text[..end])) else {
        return "none".to_owned();
    };
    format!("{}, {}", error.problem, error.field().unwrap_or("file"))
}

#[test]
fn what_is_off_its_bounds_is_named() {
    let item =
        |field: &str| mistake(&format!("quality: (items: [(id: 70, text: \"x\", {field})])"));
    assert_eq!(item("least: 1"), "none");
    assert_eq!(item("perceived: 7.5"), "7.5: off the scale, perceived");
    assert_eq!(item("weight: -1"), "-1: below zero, weight");
    assert_eq!(item("kano: (m: -2)"), "-2: below zero, m");
    assert_eq!(mistake("quality: (items: [(id: 70)])"), "the item 70 has no name, text");
    assert_eq!(mistake("quality: (scale: (7, 1))"), "(7, 1): not a scale, scale");
    let weights = mistake("quality: (weights: (0, 0, 0, 0, 0))");
    assert_eq!(weights, "(0, 0, 0, 0, 0): no weight above zero, weights");
    let log = |date: &str| mistake(&format!("log: [(date: \"{date}\", text: \"x\")]"));
    assert_eq!(log("2026-02-30"), "2026-02-30: not a date, date");
    let data =
        |datum: &str| mistake(&format!("indicators: [(id: 80, name: \"x\", data: [{datum}])]"));
    assert_eq!(data("(\"2026-05-01\", \"90 %\", 20)"), "none");
    assert_eq!(data("(\"2026-05-01\", 1.2, 20)"), "1.2: a share above 100 %, data");
    assert_eq!(data("(\"May\", 1)"), "May: not a date, data");
    assert_eq!(data("(\"2026-05-01\")"), "expected a date and a number, data");
    let days = mistake("plan: (actions: [(id: 90, name: \"x\", days: 999999)])");
    assert_eq!(days, "999999: too many days, days");
    let weights = mistake("quality: (weights: (32, 22, 19, 16))");
    assert_eq!(weights, "expected five numbers, weights");
}

#[test]
fn numbers_of_things_are_refused_in_their_own_words() {
    let half = mistake("quality: (items: [(id: 1.5, text: \"x\")])");
    assert_eq!(half, "1.5: the number of a thing is a whole one up to 4000000000, id");
    let large = mistake("quality: (items: [(id: 99999999999, text: \"x\")])");
    assert!(
        large.ends_with(": the number of a thing is a whole one up to 4000000000, id"),
        "{large}"
    );
}

#[test]
fn what_is_not_there_and_what_is_there_twice_is_named() {
    let lost = mistake("quality: (items: [(id: 70, text: \"x\", steps: [99])])");
    assert_eq!(lost, "the quality names the step 99, which is not in the file, steps");
    let twice =
        mistake("quality: (items: [(id: 70, text: \"x\")]), indicators: [(id: 70, name: \"y\")]");
    assert_eq!(twice, "two things have the number 70, id");
    let twice = mistake("indicators: [(id: 70, name: \"x\"), (id: 70, name: \"y\")]");
    assert_eq!(twice, "two indicators have the number 70, id");
    let taken = |id: u32| mistake(&format!("quality: (items: [(id: {id}, text: \"x\")])"));
    let blueprint = small();
    let step = blueprint.baseline().steps().keys().next().unwrap().number();
    for id in [step, blueprint.baseline().id().number()] {
        assert_eq!(taken(id), format!("two things have the number {id}, id"));
    }
    let before = mistake("plan: (actions: [(id: 90, name: \"x\", after: [91])])");
    assert_eq!(before, "the plan names the action 91, which is not in the file, after");
    let circle = mistake(
        "plan: (actions: [(id: 90, name: \"x\", after: [91]), (id: 91, name: \"y\", after: [90])])",
    );
    assert_eq!(circle, "the action 90 waits for itself, after");
    let target = mistake("plan: (target: 99)");
    assert_eq!(target, "the plan names the scenario 99, which is not in the file, target");
}

#[test]
fn an_item_forgets_a_step_that_no_scenario_has_any_more() {
    let mut blueprint = small();
    let step: StepId = *blueprint.baseline().steps().keys().next().unwrap();
    let id = blueprint.baseline().id();
    let copy = blueprint.duplicate_scenario(id, "To-be").unwrap();
    let mut judgements = blueprint.judgements().as_ref().clone();
    let item = onstage::blueprint::Item {
        text: "x".to_owned(),
        steps: vec![step],
        ..onstage::blueprint::Item::default()
    };
    judgements.quality.items.push((ItemId::from_number(500), item));
    blueprint.set_judgements(judgements);
    let named = |blueprint: &onstage::blueprint::Blueprint| {
        blueprint.judgements().quality.items[0].1.steps.clone()
    };
    blueprint.edit(id, |scenario, ids| scenario.remove_step(step, None, ids)).unwrap();
    assert_eq!(named(&blueprint), [step], "the copy still has it");
    blueprint.edit(copy, |scenario, ids| scenario.remove_step(step, None, ids)).unwrap();
    assert!(named(&blueprint).is_empty());
    assert!(decode(&encode(&blueprint)).is_ok());
    assert!(blueprint.ids().next_number() > 500);
}
