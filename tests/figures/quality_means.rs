//! How many people and means a plan needs, what they cost, and what surveys say that nobody can answer.

#![allow(clippy::expect_used, reason = "what the tests look for is there by construction")]

use onstage::analysis::analyse;
use onstage::blueprint::{
    Blueprint, Date, Id, Judgements, Plan, Quality, QualityDimension, Quantity, RoleId, ScenarioId,
    Survey, SurveyDimension,
};
use onstage::quality::{Assessment, FindingCode, Question, ResourceFigures, assess};
use onstage::storage::sample;
use onstage::wording::{Language, Wording};

const TO_BE: u32 = 61;

/// The licence office with a plan that leads to its second scenario.
fn planned(budget: Option<f64>) -> Blueprint {
    let mut blueprint =
        sample("driver-licence-office").expect("a sample").open().expect("it opens");
    let plan = Plan {
        start: Date::parse("2026-06-01").ok(),
        target: Some(ScenarioId::from_number(TO_BE)),
        ..Plan::default()
    };
    let budget = budget.and_then(|budget| Quantity::new(budget).ok());
    blueprint.set_judgements(Judgements { plan, budget, ..Judgements::default() });
    blueprint
}

fn assessed(blueprint: &Blueprint) -> Assessment {
    let scenario = blueprint.baseline();
    assess(blueprint, scenario, &analyse(scenario), &Question::default())
}

fn of(found: &Assessment, role: u32) -> &ResourceFigures {
    let mut rows = found.resources.iter();
    rows.find(|it| it.roles == [RoleId::from_number(role)]).expect("a role")
}

#[test]
fn need_and_plan_speak_of_the_scenario_of_the_plan() {
    let blueprint = planned(None);
    let target = blueprint.scenario(ScenarioId::from_number(TO_BE)).expect("a scenario");
    let alone = assess(&blueprint, target, &analyse(target), &Question::default());
    let found = assessed(&blueprint);
    for row in &alone.resources {
        let beside = found.resources.iter().find(|it| it.roles == row.roles).expect("a row");
        assert_eq!((beside.needed, beside.planned), (row.needed, row.planned), "{row:?}");
        assert_eq!(beside.cost_per_hour, row.cost_per_hour);
    }
    // The aide goes with the merger of review and eye test: there is nobody to need or to pay.
    let gone = blueprint.baseline().roles().keys().find(|id| !target.roles().contains_key(*id));
    if let Some(gone) = gone {
        let row = of(&found, gone.number());
        assert!(row.count.is_some());
        assert_eq!((row.needed, row.planned, row.gap), (None, None, None));
        assert_eq!(row.cost_per_hour, None);
    }
}

#[test]
fn a_budget_is_understood_without_opening_hours() {
    let found = assessed(&planned(Some(20_000.0)));
    let budget = found.budget.expect("costs are known");
    assert_eq!(budget.cost_per_month, None);
    let hours = budget.hours_a_day.expect("a budget");
    let month = hours * budget.cost_per_hour * 260.0 / 12.0;
    assert!((month - 20_000.0).abs() < 1e-6);
    let said = Wording::new(Language::English).budget(&budget, "$");
    assert!(said.contains("hours of each working day"), "{said}");
    assert!(!found.findings.iter().any(|it| it.code == FindingCode::OverBudget));
}

#[test]
fn what_no_answers_can_be_is_found_and_gives_no_interval() {
    let mut blueprint = planned(None);
    let row = |sd| SurveyDimension {
        dimension: QualityDimension::Reliability,
        n: 20,
        expected: 6.5,
        perceived: 5.0,
        sd: Some(sd),
    };
    let mut uneven = [[0.2; 5]; 5];
    uneven[0][1] = 0.9;
    let survey = |sd, covariance| Survey {
        source: "may.csv".to_owned(),
        respondents: 20,
        complete: 20,
        dimensions: vec![row(sd)],
        covariance: Some(covariance),
        ..Survey::default()
    };
    let mut found = |survey| {
        let quality = Quality { surveys: vec![survey], ..Quality::default() };
        blueprint.set_judgements(Judgements { quality, ..Judgements::default() });
        let found = assessed(&blueprint);
        let words = Wording::new(Language::English);
        let codes = [FindingCode::SurveyVaries, FindingCode::SurveyCovariance];
        let odd = found.findings.iter().filter(|it| codes.contains(&it.code));
        let said: Vec<String> =
            odd.map(|it| words.finding(it, &blueprint, blueprint.baseline())).collect();
        (said, found.scores.dimensions[0].interval)
    };
    let (said, interval) = found(survey(1.0, [[0.2; 5]; 5]));
    assert!(said.is_empty() && interval.is_some(), "{said:?}");
    let (said, interval) = found(survey(5.5, uneven));
    assert_eq!((said.len(), interval), (2, None), "{said:?}");
    assert!(said[1].contains("may.csv"), "{said:?}");
}
