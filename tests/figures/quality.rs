//! The quality of a service against published and derived answers.

#![allow(clippy::expect_used, reason = "what the tests look for is there by construction")]

use onstage::analysis::{Basis, analyse};
use onstage::blueprint::{
    Action, ActionId, Blueprint, Brings, Date, Datum, Id, Indicator, IndicatorId, Item, ItemId,
    Judgements, Plan, Quality, QualityDimension, Quantity, Readings, RiskResponse, RoleId,
    ScenarioId, Span, StepId, TimeUnit, UrgencyClass,
};
use onstage::quality::{
    Assessment, FindingCode, FindingPlace, Question, ToleranceZone, assess, class_waits,
    least_heads, schedule, staircase,
};
use onstage::storage::{decode, encode, sample};
use onstage::wording::{Language, Wording};

fn office() -> Blueprint {
    sample("driver-licence-office").expect("a sample").open().expect("it opens")
}

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn close(found: f64, expect: f64) -> bool {
    (found - expect).abs() < 1e-6
}

fn assessed(blueprint: &Blueprint, question: &Question) -> Assessment {
    let scenario = blueprint.baseline();
    assess(blueprint, scenario, &analyse(scenario), question)
}

fn judged(judgements: Judgements) -> Blueprint {
    let mut blueprint = office();
    blueprint.set_judgements(judgements);
    blueprint
}

/// Items of which only gap 5 is known, one for each dimension in its order.
fn with_gaps(gaps: [f64; 5]) -> Judgements {
    let items = (1_000..).zip(QualityDimension::ALL.into_iter().zip(gaps));
    let items = items.map(|(id, (dimension, gap))| {
        let readings =
            Readings { should: Some(6.0), perceived: Some(6.0 + gap), ..Readings::default() };
        let item =
            Item { text: "x".to_owned(), dimension: Some(dimension), readings, ..Item::default() };
        (ItemId::from_number(id), item)
    });
    Judgements {
        quality: Quality { items: items.collect(), ..Quality::default() },
        ..Judgements::default()
    }
}

#[test]
fn published_gaps_have_the_published_mean() {
    let blueprint = judged(with_gaps([-1.10, -0.83, -0.70, -1.01, -0.65]));
    let scores = assessed(&blueprint, &Question::default()).scores;
    assert!(close(scores.servqual_unweighted.expect("a score"), -0.858));
    assert!(close(scores.servqual_weighted.expect("a score"), -0.9007));
    assert_eq!(scores.interval, None, "no answers, no interval");
}

#[test]
fn weights_by_hand_count_instead_of_the_study() {
    let mut judgements = with_gaps([-1.0, 0.0, 0.0, 0.0, 0.0]);
    judgements.quality.weights = Some([3.0, 1.0, 0.0, 0.0, 0.0]);
    let scores = assessed(&judged(judgements), &Question::default()).scores;
    assert!(close(scores.servqual_weighted.expect("a score"), -0.75));
    assert!(close(scores.weights.iter().sum(), 1.0));
}

#[test]
fn a_whole_item_has_all_its_gaps() {
    let readings = Readings {
        least: Some(4.8),
        should: Some(6.5),
        believed: Some(6.0),
        standard: Some(5.5),
        delivered: Some(5.2),
        promised: Some(6.2),
        perceived: Some(4.8),
        ..Readings::default()
    };
    let assess = |least| {
        let readings = Readings { least: Some(least), ..readings };
        let item = Item { text: "Ready".to_owned(), readings, ..Item::default() };
        let quality =
            Quality { items: vec![(ItemId::from_number(900), item)], ..Quality::default() };
        let found = assessed(
            &judged(Judgements { quality, ..Judgements::default() }),
            &Question::default(),
        );
        (found.items[0].clone(), found.findings)
    };
    let (item, findings) = assess(4.8);
    assert_eq!((item.adequacy, item.zone), (Some(0.0), Some(ToleranceZone::Within)));
    let codes: Vec<FindingCode> = findings
        .iter()
        .filter(|it| it.place == FindingPlace::Item(ItemId::from_number(900)))
        .map(|it| it.code)
        .collect();
    // Gaps 1, 2 and 4 are half a point and more, gap 3 is not.
    let expect = [FindingCode::BeliefOff, FindingCode::StandardLow, FindingCode::PromiseHigh];
    assert_eq!(codes, expect);
    assert_eq!(assess(5.0).0.zone, Some(ToleranceZone::Below));
}

#[test]
fn the_licence_office_has_its_risks_and_its_stars() {
    let found = assessed(&office(), &Question::default());
    let ranked: Vec<_> = found.risks.iter().map(|it| (it.occurrence, it.rpn)).collect();
    assert_eq!(ranked, [(Some(7), Some(56)), (Some(6), Some(240))]);
    let suggested: Vec<_> = found.risks.iter().filter_map(|it| it.suggested).collect();
    assert_eq!(suggested, [RiskResponse::Reduce, RiskResponse::Avoid]);
    assert!(close(found.failures_per_customer.value.expect("known"), 0.10));
    assert_eq!((found.failures_per_customer.basis, found.unknown_risks), (Basis::Exact, 0));
    let share = &found.failure_free_share;
    assert!(close(share.value.expect("known"), 0.9016));
    assert_eq!(share.basis, Basis::Exact);
    let stars: Vec<f64> =
        found.surroundings.dimensions.iter().filter_map(|it| it.mean_stars).collect();
    let expect = [3.0, 3.666_667, 3.5];
    assert!(stars.iter().zip(expect).all(|(a, b)| close(*a, b)), "{stars:?}");
    let felt = found.emotion.expect("feelings");
    assert_eq!((felt.low.1, felt.peak.1, felt.end.1), (-1, 2, 2));
    assert!(close(felt.mean, 0.166_667));
}

#[test]
fn a_failure_of_unknown_frequency_leaves_bounds() {
    let text = encode(&office());
    let known = text.find("how_often: ").expect("a fail point");
    let end = known + text[known..].find(", ").expect("another field") + 2;
    let less = decode(&format!("{}{}", &text[..known], &text[end..])).expect("it opens").blueprint;
    let (all, found) =
        (assessed(&office(), &Question::default()), assessed(&less, &Question::default()));
    assert_eq!(found.unknown_risks, 1);
    assert_eq!(found.failure_free_share.basis, Basis::UpperBound);
    assert_eq!(found.failures_per_customer.basis, Basis::LowerBound);
    assert!(found.failure_free_share.value > all.failure_free_share.value);
    assert!(found.failures_per_customer.value < all.failures_per_customer.value);
    let words = Wording::new(Language::English).failure_free(&found);
    assert!(words.starts_with("≤ ") && words.contains("how often 1 fail point fails"), "{words}");
}

#[test]
fn nothing_that_falls_short_is_overdone() {
    let mut judgements = with_gaps([-0.5; 5]);
    for (at, (_, item)) in judgements.quality.items.iter_mut().enumerate() {
        item.weight = Some(at as f64);
    }
    let found = assessed(&judged(judgements.clone()), &Question::default());
    let overdone = |found: &Assessment| {
        found.findings.iter().filter(|it| it.code == FindingCode::Overkill).count()
    };
    assert!(found.items.iter().any(|it| it.quadrant == Some(onstage::quality::Quadrant::Overkill)));
    assert_eq!(overdone(&found), 0);
    for (_, item) in &mut judgements.quality.items {
        item.readings.should = item.readings.perceived;
    }
    assert!(overdone(&assessed(&judged(judgements), &Question::default())) > 0);
}

#[test]
fn nothing_ends_before_it_begins() {
    let mut plan = plan();
    plan.actions[1].1.start = Some(date("2026-06-10"));
    plan.actions[1].1.done = Some(date("2026-06-03"));
    let laid = schedule(&plan, Some(date("2026-06-20"))).expect("a plan");
    assert!(laid.actions.iter().all(|it| it.start <= it.end), "{laid:?}");
    assert_eq!(laid.actions[1].start, date("2026-06-03"));
    let found =
        assessed(&judged(Judgements { plan, ..Judgements::default() }), &Question::default());
    let said = found.findings.iter().find(|it| it.code == FindingCode::DoneBeforeStart);
    assert_eq!(said.and_then(|it| it.figure), Some(7.0));
}

#[test]
fn the_licence_office_needs_eight_for_twice_as_many() {
    let needed = |rate, most_busy| {
        let question = Question { rate: Some(rate), most_busy, ..Question::default() };
        let found = assessed(&office(), &question);
        let staff = found.resources.iter().take(6);
        staff.filter_map(|it| it.needed).collect::<Vec<u32>>()
    };
    assert_eq!(needed(120.0, 1.0), [1, 1, 2, 2, 1, 1]);
    assert_eq!(needed(54.0, 0.85), [1, 1, 2, 1, 1, 1]);
}

/// The plan of the reference: two actions side by side and one after both.
fn plan() -> Plan {
    let action = |name: &str, days, after: &[u32], brings| Action {
        name: name.to_owned(),
        days,
        after: after.iter().map(|id| ActionId::from_number(*id)).collect(),
        brings,
        ..Action::default()
    };
    let all = [
        action("A", 30, &[], Brings::These(vec![15])),
        action("B", 10, &[], Brings::default()),
        action("C", 5, &[900, 901], Brings::All),
    ];
    Plan {
        start: Some(date("2026-06-01")),
        target: Some(ScenarioId::from_number(61)),
        actions: (900..).map(ActionId::from_number).zip(all).collect(),
    }
}

#[test]
fn the_plan_of_the_licence_office_climbs_from_60_to_120() {
    let blueprint = judged(Judgements { plan: plan(), ..Judgements::default() });
    let laid = schedule(&plan(), Some(date("2026-06-20"))).expect("a plan");
    let ends: Vec<String> = laid.actions.iter().map(|it| it.end.to_string()).collect();
    assert_eq!(ends, ["2026-07-01", "2026-06-11", "2026-07-06"]);
    let slack: Vec<i64> = laid.actions.iter().map(|it| it.slack_days).collect();
    assert_eq!(slack, [0, 20, 0]);
    assert_eq!(laid.actions.iter().map(|it| it.late_days).collect::<Vec<_>>(), [0, 9, 0]);
    let stairs = staircase(&blueprint, &laid).expect("a target");
    let steps: Vec<(String, f64)> = stairs
        .iter()
        .map(|it| (it.date.to_string(), it.capacity_per_hour.value.expect("a capacity").round()))
        .collect();
    let expect =
        [("2026-06-01", 60.0), ("2026-06-11", 60.0), ("2026-07-01", 90.0), ("2026-07-06", 120.0)];
    assert_eq!(steps, expect.map(|(day, capacity)| (day.to_owned(), capacity)));
}

#[test]
fn the_last_step_of_the_staircase_is_the_target() {
    // Nobody brings anything: the rest comes with the last end.
    let mut plan = plan();
    for (_, action) in &mut plan.actions {
        action.brings = Brings::default();
    }
    let blueprint = judged(Judgements { plan: plan.clone(), ..Judgements::default() });
    let target = blueprint.scenario(ScenarioId::from_number(61)).expect("the target");
    let expect = analyse(target);
    let laid = schedule(&plan, None).expect("a plan");
    let stairs = staircase(&blueprint, &laid).expect("a target");
    let last = stairs.last().expect("a step");
    assert_eq!(last.capacity_per_hour, expect.capacity_per_hour);
    assert_eq!(last.throughput_time_s, expect.throughput_time_s);
    assert_eq!(last.cost_per_customer, expect.cost_per_customer);
    assert!(laid.actions.iter().all(|it| it.late_days == 0), "no day, nothing is late");
}

#[test]
fn what_is_done_early_lets_the_rest_begin_early() {
    let mut plan = plan();
    plan.actions[0].1.done = Some(date("2026-06-15"));
    let laid = schedule(&plan, Some(date("2026-06-20"))).expect("a plan");
    assert_eq!(laid.actions[2].start, date("2026-06-15"));
    assert_eq!(laid.end, date("2026-06-20"));
    assert!(laid.actions[0].done && laid.actions[0].late_days == 0);
}

#[test]
fn a_plan_of_milestones_takes_no_time() {
    let mut plan = plan();
    for (_, action) in &mut plan.actions {
        action.days = 0;
    }
    let laid = schedule(&plan, None).expect("a plan");
    assert_eq!((laid.start, laid.end), (date("2026-06-01"), date("2026-06-01")));
    assert!(laid.actions.iter().all(|it| it.critical));
    assert_eq!(schedule(&Plan::default(), None), None);
}

/// One step of exponential time with classes of the reference.
fn classes(servers: u32) -> Blueprint {
    let text = format!(
        r#"(version: 1, title: "Ward", scenarios: [(id: 1, name: "A",
            lanes: [(id: 2, zone: Frontstage)], phases: [(id: 3)],
            roles: [(id: 4, name: "Doctor", headcount: {servers})],
            demand: (per_hour: 2.0, urgency: [
                (name: "Red", share: "10 %", within: "15 min"),
                (name: "Amber", share: "30 %", within: "20 min"),
                (name: "Green"),
            ]),
            steps: [(id: 5, name: "See", lane: 2, phase: 3, at: (70, 70),
                time: "exp 20 min", needs: [(roles: [4])])])])"#
    );
    decode(&text).expect("a blueprint").blueprint
}

#[test]
fn classes_wait_as_cobham_says() {
    for (servers, expect) in
        [(1, [0.238_095, 0.324_675, 0.909_091]), (2, [0.028_736, 0.033_156, 0.048_077])]
    {
        let blueprint = classes(servers);
        let scenario = blueprint.baseline();
        let waits = class_waits(scenario, &analyse(scenario));
        let hours: Vec<f64> =
            waits.iter().filter_map(|it| it.wait_s.value).map(|wait| wait / 3600.0).collect();
        assert!(hours.iter().zip(expect).all(|(a, b)| close(*a, b)), "{servers}: {hours:?}");
        assert!(waits.iter().all(|it| it.wait_s.basis == Basis::Exact));
        let limits: Vec<Option<bool>> = waits.iter().map(|it| it.within_limit).collect();
        let fine = servers == 2 || expect[0] * 60.0 <= 15.0;
        assert_eq!(limits, [Some(fine), Some(expect[1] * 60.0 <= 20.0), None]);
    }
    assert_eq!(least_heads(classes(1).baseline(), RoleId::from_number(4)), Some(1));
}

#[test]
fn a_class_alone_waits_as_everybody_does() {
    let mut blueprint = classes(2);
    let id = blueprint.baseline().id();
    let one = UrgencyClass {
        name: "All".to_owned(),
        share: None,
        within: Span::new(1.0, TimeUnit::Second).ok(),
    };
    blueprint
        .edit(id, |scenario, _| {
            let mut demand = scenario.demand().clone();
            demand.urgency = vec![one.clone()];
            scenario.set_demand(demand)
        })
        .expect("set");
    let analysis = analyse(blueprint.baseline());
    let waits = class_waits(blueprint.baseline(), &analysis);
    let all = analysis.steps[&StepId::from_number(5)].wait_s.value.expect("a wait");
    assert!(close(waits[0].wait_s.value.expect("a wait"), all));
    let heads = least_heads(blueprint.baseline(), RoleId::from_number(4)).expect("enough");
    assert!(heads > 2, "a second is soon over");
}

#[test]
fn an_indicator_checks_the_blueprint() {
    let mut judgements = Judgements::default();
    let indicator = Indicator {
        name: "Licences".to_owned(),
        target: Some(120.0),
        figure: "capacity_per_hour".to_owned(),
        data: vec![Datum { date: date("2026-05-01"), value: 57.0, n: None }],
        ..Indicator::default()
    };
    judgements.indicators.push((IndicatorId::from_number(900), indicator.clone()));
    let found = assessed(&judged(judgements.clone()), &Question::default());
    let about = &found.indicators[0];
    assert_eq!((about.latest, about.blueprint), (Some(57.0), Some(60.0)));
    assert_eq!((about.variance, about.met), (Some(-63.0), Some(false)));
    assert!(found.findings.iter().any(|it| it.code == FindingCode::TargetMissed));
    // Without data the blueprint's figure is the latest.
    judgements.indicators[0].1.data.clear();
    let found = assessed(&judged(judgements), &Question::default());
    assert_eq!(found.indicators[0].latest, Some(60.0));
}

#[test]
fn skills_reviews_and_budgets_are_found() {
    let mut blueprint = office();
    let id = blueprint.baseline().id();
    let (step, role) = blueprint
        .baseline()
        .steps()
        .iter()
        .find_map(|(id, step)| Some((*id, *step.needs.first()?.roles.first()?)))
        .expect("a step with a role");
    blueprint
        .edit(id, |scenario, _| {
            let mut about = scenario.steps()[&step].as_ref().clone();
            about.skills = "Reads forms\nspeaks Spanish".to_owned();
            about.procedure = "1. Greet".to_owned();
            about.revised = Some(date("2026-01-01"));
            scenario.set_step(step, about)?;
            let mut about = scenario.roles()[&role].as_ref().clone();
            about.skills = " reads forms ".to_owned();
            scenario.set_role(role, about)?;
            let mut demand = scenario.demand().clone();
            demand.opening_hours = Quantity::new(8.0).ok();
            scenario.set_demand(demand)
        })
        .expect("set");
    let judgements = Judgements { budget: Quantity::new(100.0).ok(), ..Judgements::default() };
    blueprint.set_judgements(judgements);
    let codes = |today: &str| {
        let question = Question { today: Some(date(today)), ..Question::default() };
        let found = assessed(&blueprint, &question).findings;
        found.into_iter().map(|it| (it.code, it.place)).collect::<Vec<_>>()
    };
    let found = codes("2026-07-01");
    let lacks = FindingPlace::Skill(step, "speaks Spanish".to_owned());
    assert!(found.contains(&(FindingCode::SkillMissing, lacks)));
    let known = FindingPlace::Skill(step, "Reads forms".to_owned());
    assert!(!found.contains(&(FindingCode::SkillMissing, known)));
    assert!(found.contains(&(FindingCode::ReviewDue, FindingPlace::Step(step))));
    assert!(found.contains(&(FindingCode::OverBudget, FindingPlace::Whole)));
    let soon = codes("2026-06-30");
    assert!(!soon.iter().any(|(code, _)| *code == FindingCode::ReviewDue), "180 days are no more");
}

#[test]
fn quality_moves_no_figure() {
    let plain = office();
    let mut with = plain.clone();
    let mut judgements = with_gaps([-1.0; 5]);
    judgements.plan = plan();
    with.set_judgements(judgements);
    assert!(plain.baseline().same_figures(with.baseline()));
    assert_eq!(analyse(plain.baseline()), analyse(with.baseline()));
}
