//! What is found about a service is found where it is, compared over what can be compared, and answered by what fits
//! the place.

#![allow(clippy::expect_used, reason = "what the tests look for is there by construction")]

use onstage::analysis::analyse;
use onstage::blueprint::{
    Action, ActionId, Blueprint, Brings, Date, Datum, Id, Indicator, IndicatorId, Item, ItemId,
    Judgements, LogEntry, Quality, QualityDimension, Readings, StepId,
};
use onstage::quality::{
    Able, Assessment, Finding, FindingCode, FindingPlace, Question, Remedy, VerdictCode, assess,
    design_facts, grouped, remedies, training, verdict,
};
use onstage::storage::sample;
use onstage::wording::{Language, Wording};

fn office() -> Blueprint {
    sample("driver-licence-office").expect("a sample").open().expect("it opens")
}

fn assessed(blueprint: &Blueprint) -> Assessment {
    let scenario = blueprint.baseline();
    assess(blueprint, scenario, &analyse(scenario), &Question::default())
}

fn step(blueprint: &Blueprint, name: &str) -> StepId {
    let mut steps = blueprint.baseline().steps().iter();
    steps.find(|(_, step)| step.name == name).map(|(id, _)| *id).expect("a step")
}

fn with_items(items: Vec<Item>) -> Blueprint {
    let mut blueprint = office();
    let items = (900..).map(ItemId::from_number).zip(items).collect();
    let quality = Quality { items, ..Quality::default() };
    blueprint.set_judgements(Judgements { quality, ..Judgements::default() });
    blueprint
}

fn item(readings: Readings) -> Item {
    let dimension = Some(QualityDimension::Reliability);
    Item { text: "x".to_owned(), dimension, readings, ..Item::default() }
}

#[test]
fn the_widest_gap_is_that_of_one_place() {
    let whole = Readings {
        should: Some(6.5),
        believed: Some(6.0),
        standard: Some(5.5),
        delivered: Some(5.2),
        promised: Some(6.2),
        perceived: Some(4.8),
        ..Readings::default()
    };
    // By the mean the belief would be the widest, and nowhere is it wider than the promise of the first.
    let other = Readings { should: Some(7.0), believed: Some(6.2), ..Readings::default() };
    let widest = |items: Vec<Item>| {
        let lines = verdict(&assessed(&with_items(items)));
        let found = lines.into_iter().find(|it| matches!(it.code, VerdictCode::WidestGap(_)));
        found.expect("a gap of the firm")
    };
    let found = widest(vec![item(whole), item(other), item(other)]);
    assert_eq!(found.code, VerdictCode::WidestGap(4));
    assert!((found.figure.expect("a gap") + 1.0).abs() < 1e-9);
    assert_eq!(found.ends, Some((6.2, 5.2)));
    assert_eq!(found.place, FindingPlace::Item(ItemId::from_number(900)));
    let far = Readings { should: Some(7.0), believed: Some(3.0), ..Readings::default() };
    let found = widest(vec![item(whole), item(far)]);
    assert_eq!((found.code, found.ends), (VerdictCode::WidestGap(1), Some((7.0, 3.0))));
    assert_eq!(found.place, FindingPlace::Item(ItemId::from_number(901)));
}

#[test]
fn a_gap_lies_between_what_was_expected_and_what_was_got() {
    let both = Readings { should: Some(6.0), perceived: Some(5.0), ..Readings::default() };
    let got = Readings { perceived: Some(2.0), ..Readings::default() };
    let found = assessed(&with_items(vec![item(both), item(got)]));
    let of = &found.scores.dimensions[0];
    assert_eq!((of.expected, of.perceived, of.gap), (Some(6.0), Some(5.0), Some(-1.0)));
    // Who only asks what customers got has that alone.
    let found = assessed(&with_items(vec![item(got)]));
    let of = &found.scores.dimensions[0];
    assert_eq!((of.expected, of.perceived, of.gap), (None, Some(2.0), None));
}

#[test]
fn what_is_named_and_not_there_is_found() {
    let mut blueprint = office();
    let eye = step(&blueprint, "Eye test").number();
    let action = |about: Vec<u32>, brings: Vec<u32>| Action {
        name: "x".to_owned(),
        about,
        brings: Brings::These(brings),
        ..Action::default()
    };
    let mut judgements = Judgements::default();
    judgements.plan.actions = vec![
        (ActionId::from_number(900), action(vec![eye], vec![eye])),
        (ActionId::from_number(901), action(vec![77_777], vec![])),
        (ActionId::from_number(902), action(vec![], vec![77_777])),
    ];
    let indicator = |of, figure: &str| Indicator {
        name: "x".to_owned(),
        of,
        figure: figure.to_owned(),
        ..Indicator::default()
    };
    judgements.indicators = vec![
        (IndicatorId::from_number(903), indicator(Some(77_777), "")),
        (IndicatorId::from_number(904), indicator(Some(eye), "capacity")),
        (IndicatorId::from_number(905), indicator(None, "capacity_per_hour")),
    ];
    let date = Date::parse("2026-06-01").expect("a date");
    let line = |about| LogEntry { date, about, text: "x".to_owned() };
    judgements.log = vec![line(vec![900, 903]), line(vec![77_777])];
    blueprint.set_judgements(judgements);
    let found = assessed(&blueprint).findings;
    let of = |code| -> Vec<FindingPlace> {
        found.iter().filter(|it| it.code == code).map(|it| it.place.clone()).collect()
    };
    let lost = of(FindingCode::NameLost);
    let expect = [
        FindingPlace::Action(ActionId::from_number(901)),
        FindingPlace::Action(ActionId::from_number(902)),
        FindingPlace::Indicator(IndicatorId::from_number(903)),
        FindingPlace::Line(1),
    ];
    assert_eq!(lost, expect);
    let unknown = of(FindingCode::FigureUnknown);
    assert_eq!(unknown, [FindingPlace::Indicator(IndicatorId::from_number(904))]);
}

#[test]
fn what_is_the_same_is_said_together() {
    let found = sample("licence-office-measured").expect("a sample").open().expect("it opens");
    let found = assessed(&found).findings;
    let all: Vec<&Finding> = found.iter().collect();
    let groups = grouped(&all);
    assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), all.len(), "nothing is lost");
    assert!(groups.len() * 2 < all.len(), "{} of {}", groups.len(), all.len());
    for group in &groups {
        let is_dimension = |it: &&Finding| matches!(it.place, FindingPlace::Dimension(_));
        assert!(group.iter().all(|it| it.code == group[0].code));
        assert!(group.iter().all(|it| is_dimension(it) == is_dimension(&group[0])));
    }
}

#[test]
fn what_would_help_fits_the_place() {
    let mut blueprint = office();
    let waits = step(&blueprint, "Waits for check");
    let readings = Readings { least: Some(5.0), perceived: Some(4.0), ..Readings::default() };
    let promised = Item { steps: vec![waits], ..item(readings) };
    let quality =
        Quality { items: vec![(ItemId::from_number(900), promised)], ..Quality::default() };
    blueprint.set_judgements(Judgements { quality, ..Judgements::default() });
    let found = assessed(&blueprint);
    let finding = found.findings.iter().find(|it| it.code == FindingCode::ZoneMissed);
    let all = remedies(finding.expect("below"), &found, &blueprint, blueprint.baseline());
    assert_eq!(all.first(), Some(&Remedy::ShortenWait(waits)), "{all:?}");
    // Nothing fails there, so there is nothing to guard and nothing to put right.
    let of_failure = |it: &Remedy| matches!(it, Remedy::Guard(_) | Remedy::DrawRecovery(_));
    assert!(!all.iter().any(of_failure), "{all:?}");
    // What is guarded needs no second guard.
    let eye = step(&blueprint, "Eye test");
    let id = blueprint.baseline().id();
    let open = found.findings.iter().find(|it| it.code == FindingCode::RiskOpen).cloned();
    let open = open.expect("a risk");
    assert!(
        remedies(&open, &found, &blueprint, blueprint.baseline()).contains(&Remedy::Guard(eye))
    );
    blueprint
        .edit(id, |scenario, _| {
            let mut changed = scenario.steps()[&eye].as_ref().clone();
            changed.fail.as_mut().expect("a fail point").guard = "Four charts".to_owned();
            scenario.set_step(eye, changed)
        })
        .expect("set");
    let all = remedies(&open, &assessed(&blueprint), &blueprint, blueprint.baseline());
    assert!(!all.contains(&Remedy::Guard(eye)), "{all:?}");
}

#[test]
fn facts_stand_beside_the_design_of_a_place() {
    let blueprint = office();
    let scenario = blueprint.baseline();
    let facts = design_facts(scenario, &analyse(scenario), &assessed(&blueprint));
    // 54 an hour and a fifth more are 64.8, and 60 is the most.
    assert_eq!(facts.keeps_up, Some(false));
    assert!(facts.waits_s.0.expect("a wait") > 0.0);
    assert_eq!(facts.waits_s.1, None);
    assert_eq!(facts.unguarded, 1, "the eye test is severe and has no guard");
}

#[test]
fn skills_that_are_asked_for_stand_with_their_role() {
    let mut blueprint = office();
    let (id, eye) = (blueprint.baseline().id(), step(&blueprint, "Eye test"));
    blueprint
        .edit(id, |scenario, _| {
            let mut about = scenario.steps()[&eye].as_ref().clone();
            about.skills = "Reads charts\nSpanish".to_owned();
            let role = about.needs[0].roles[0];
            scenario.set_step(eye, about)?;
            let mut about = scenario.roles()[&role].as_ref().clone();
            about.skills = "reads charts ".to_owned();
            scenario.set_role(role, about)
        })
        .expect("set");
    let all = training(blueprint.baseline());
    let told: Vec<(&str, Able)> = all.iter().map(|it| (it.skill.as_str(), it.able)).collect();
    assert_eq!(told, [("Reads charts", Able::Itself), ("Spanish", Able::Lacks)]);
    assert!(all.iter().all(|it| it.steps == [eye]));
}

#[test]
fn a_share_misses_its_target_by_points() {
    let mut blueprint = office();
    let date = Date::parse("2026-06-01").expect("a date");
    let indicator = Indicator {
        name: "Complete".to_owned(),
        target: Some(0.95),
        data: vec![Datum { date, value: 0.9, n: Some(20) }],
        ..Indicator::default()
    };
    let indicators = vec![(IndicatorId::from_number(900), indicator)];
    blueprint.set_judgements(Judgements { indicators, ..Judgements::default() });
    let found = assessed(&blueprint);
    let missed = found.findings.iter().find(|it| it.code == FindingCode::TargetMissed);
    let words = Wording::new(Language::English);
    let said = words.finding(missed.expect("missed"), &blueprint, blueprint.baseline());
    assert!(said.contains("5 points"), "{said}");
}
