//! Explanations of the licence office, word by word.

use super::*;
use crate::analysis::{
    Analysis, Contact, Derivation, FigureKey, Pool, PoolLine, Stretch, analyse, explain,
};
use crate::blueprint::{Demand, Line, Quantity, Role, ValueKind};
use crate::storage::samples;
use crate::wording::Language;

/// The driver-licence office, with so many arrivals an hour.
fn office(demand_per_hour: f64) -> (Scenario, Analysis) {
    let sample = samples().iter().find(|sample| sample.key == "driver-licence-office");
    let blueprint = sample.unwrap().open().unwrap();
    let mut scenario = Scenario::clone(blueprint.baseline());
    let mut demand = scenario.demand().clone();
    demand.per_hour = Some(Quantity::new(demand_per_hour).unwrap());
    scenario.set_demand(demand).unwrap();
    let analysis = analyse(&scenario);
    (scenario, analysis)
}

fn words(language: Language, demand_per_hour: f64, key: FigureKey) -> Explanation {
    let (scenario, analysis) = office(demand_per_hour);
    let why = explain(&scenario, &analysis, key);
    Wording::new(language).why(&why, &scenario, "$")
}

fn sentences(language: Language, demand_per_hour: f64, key: FigureKey) -> String {
    words(language, demand_per_hour, key).sentences.join(" ")
}

#[test]
fn capacity_is_the_tightest_pool() {
    let english = words(Language::English, 54.0, FigureKey::Capacity);
    assert_eq!(english.sentences[0], "1 Records officer ÷ 60 s = 60 customers per hour.");
    assert!(
        english.sentences[1].starts_with("Every other pool could serve more: the next limit is")
    );
    let end = "with 90 /h, 30 customers per hour more. 1 more unit of Records officer or 33.3 % less \
               work would reach it.";
    assert!(english.sentences[1].ends_with(end), "{}", english.sentences[1]);
    let row = |at: usize| (english.rows[at].0.as_str(), english.rows[at].1.as_str());
    assert_eq!(row(0), ("Check violations", "60 s"));
    assert_eq!(row(1), ("Records officer", "60 /h"));
    assert_eq!(row(2).1, "90 /h, 33.3 % unused");
    let chinese = words(Language::Chinese, 54.0, FigureKey::Capacity);
    assert_eq!(chinese.sentences[0], "1 名 Records officer ÷ 60 秒 = 每小时 60 位顾客。");
}

#[test]
fn one_place_is_not_called_places() {
    let (scenario, analysis) = office(54.0);
    let mut steps = scenario.steps().iter();
    let (step, _) = steps.find(|(_, step)| step.name == "Review application").unwrap();
    let pool = Pool::Places(*step);
    let why = explain(&scenario, &analysis, FigureKey::Capacity);
    let Derivation::TightestPool { lines, .. } = why else { panic!("the capacity is known") };
    for (offer, said) in [
        (1.0, "1 place at Review application ÷ 60 s ="),
        (4.0, "4 × places at Review application ÷ 60 s ="),
    ] {
        let line = PoolLine { pool: pool.clone(), offer, ..lines[0].clone() };
        let why = Wording::new(Language::English).why(&Derivation::OnePool(line), &scenario, "$");
        assert!(why.sentences[0].starts_with(said), "{:?}", why.sentences);
    }
}

#[test]
fn cycle_time_says_what_it_is_not() {
    assert_eq!(
        sentences(Language::English, 54.0, FigureKey::CycleTime),
        "One customer every 60 s at full load: 1 h ÷ 60 customers. This is not the \
         time a customer spends here: that is the throughput time."
    );
    assert!(sentences(Language::Chinese, 54.0, FigureKey::CycleTime).contains("全部时间"));
}

#[test]
fn utilisation_says_what_follows() {
    let english = |demand| sentences(Language::English, demand, FigureKey::Utilisation);
    assert_eq!(
        english(54.0),
        "Demand 54 /h ÷ capacity 60 /h = 90 %. There is room for 6 customers per hour more."
    );
    assert!(english(61.0).ends_with("The queue grows by 1 customer per hour."));
    assert!(english(60.0).contains("= 100 %. Without any room to spare"));
    let chinese = sentences(Language::Chinese, 66.0, FigureKey::Utilisation);
    assert_eq!(
        chinese,
        "需求 66 位/小时 ÷ 每小时流量 60 位/小时 = 110%。 排队人数每小时增加 6 位。"
    );
}

#[test]
fn times_are_listed_step_by_step() {
    let rush = words(Language::English, 54.0, FigureKey::RushOrderTime);
    assert!(rush.rows.iter().any(|(_, time)| time == "15 s"), "{:?}", rush.rows);
    let slow = words(Language::English, 54.0, FigureKey::ThroughputTime);
    assert_eq!(slow.rows.len(), rush.rows.len());
    assert!(slow.rows.iter().any(|(_, time)| time.contains(" wait + 1 min")), "{:?}", slow.rows);
}

#[test]
fn waits_name_their_formula_and_its_source() {
    for language in Language::ALL {
        let (scenario, analysis) = office(54.0);
        let busiest = analysis.bottleneck[0];
        let why = explain(&scenario, &analysis, FigureKey::Wait(busiest));
        let words = Wording::new(language).why(&why, &scenario, "$");
        // Fixed times in a line.
        assert!(words.source.is_some_and(|source| source.contains("Friedman 1965")));
    }
}

#[test]
fn waits_say_how_much_varies() {
    let (scenario, analysis) = office(54.0);
    let says = |language, step| {
        let why = explain(&scenario, &analysis, FigureKey::Wait(step));
        Wording::new(language).why(&why, &scenario, "$").sentences[2].clone()
    };
    // Fixed times: by chance to the first, more evenly to the others.
    let steps: Vec<_> = analysis.steps.keys().copied().collect();
    assert_eq!(says(Language::English, steps[0]), "Service times have an SCV of 0.");
    assert_eq!(says(Language::Chinese, steps[0]), "服务时间的变异系数平方为 0。");
    let busiest = says(Language::English, analysis.bottleneck[0]);
    assert_eq!(busiest, "Inter-arrival times have an SCV of 0.838.");
    // What is not exact says so.
    let mut uneven = scenario.clone();
    let gap_scv = Quantity::new(0.5).unwrap();
    uneven.set_demand(Demand { gap_scv, ..scenario.demand().clone() }).unwrap();
    let analysis = analyse(&uneven);
    let why = explain(&uneven, &analysis, FigureKey::Wait(steps[0]));
    let words = Wording::new(Language::Chinese).why(&why, &uneven, "$");
    assert!(words.sentences.iter().any(|s| s.starts_with("近似值")), "{:?}", words.sentences);
}

#[test]
fn a_service_level_shows_its_reckoning() {
    let (scenario, analysis) = office(54.0);
    let step = analysis.steps.iter().find(|(_, step)| step.within_acceptable.value.is_some());
    let why = explain(&scenario, &analysis, FigureKey::WithinAcceptable(*step.unwrap().0));
    for (language, word) in [(Language::English, "have to wait"), (Language::Chinese, "需要等待")]
    {
        let words = Wording::new(language).why(&why, &scenario, "$");
        assert!(words.sentences[0].contains(word), "{:?}", words.sentences);
        assert!(words.sentences[1].contains(" × e^(−"), "{:?}", words.sentences);
        assert!(words.source.is_some());
    }
}

#[test]
fn customers_inside_follow_little() {
    let words = words(Language::English, 54.0, FigureKey::WorkInProcess);
    assert!(words.sentences[0].starts_with("54 customers per hour × "));
    assert!(words.source.is_some_and(|source| source.contains("Little 1961")));
}

#[test]
fn balance_is_work_against_cycle_time() {
    assert_eq!(
        sentences(Language::English, 54.0, FigureKey::Balance),
        "3 min 15 s of staff time ÷ (6 people × 60 s of cycle time) = 54.2 %."
    );
    assert_eq!(
        sentences(Language::Chinese, 54.0, FigureKey::Balance),
        "员工时间 3 分 15 秒 ÷（6 人 × 作业时间 60 秒）= 54.2%。"
    );
}

#[test]
fn money_names_every_role_that_is_paid() {
    let (mut scenario, _) = office(54.0);
    let wage = Quantity::new(12.0).unwrap();
    let roles: Vec<_> = scenario.roles().keys().copied().collect();
    for role in &roles {
        let paid = Role { cost_per_hour: Some(wage), ..Role::clone(&scenario.roles()[role]) };
        scenario.set_role(*role, paid).unwrap();
    }
    let mut demand = scenario.demand().clone();
    demand.price = Some(Quantity::new(5.0).unwrap());
    scenario.set_demand(demand).unwrap();
    let analysis = analyse(&scenario);
    let english = Wording::new(Language::English);
    let say = |key| english.why(&explain(&scenario, &analysis, key), &scenario, "$");
    let cost = say(FigureKey::Cost);
    assert!(cost.sentences[0].contains("paid in an hour ÷ 54 customers per hour"));
    assert!(cost.rows.len() >= roles.len(), "{:?}", cost.rows);
    let profit = say(FigureKey::Profit);
    assert!(profit.sentences[0].starts_with("($5.00 − "), "{:?}", profit.sentences);
}

/// The shoeshine of Shostack 1984.
fn shoeshine(language: Language, key: FigureKey) -> Explanation {
    let sample = samples().iter().find(|sample| sample.key == "corner-shoeshine");
    let blueprint = sample.unwrap().open().unwrap();
    let scenario = blueprint.baseline();
    let why = explain(scenario, &analyse(scenario), key);
    Wording::new(language).why(&why, scenario, "$")
}

#[test]
fn the_profit_of_the_execution_is_reckoned_as_in_the_literature() {
    let english = |key| shoeshine(Language::English, key);
    let break_even = english(FigureKey::BreakEvenTime);
    assert_eq!(
        break_even.sentences[0],
        "($0.50 − $0.12 of material) ÷ $0.10 a minute = 3 min 48 s."
    );
    assert!(break_even.source.is_some_and(|source| source.contains("Shostack 1984")));
    let profit = english(FigureKey::ExecutionProfit);
    assert_eq!(
        profit.sentences[0],
        "$0.50 − $0.20 of work − $0.12 of material = $0.18 a customer."
    );
    let busy = english(FigureKey::BusyCost);
    assert_eq!(busy.rows, [("Shoeshiner".to_owned(), "2 min × $6.00 /h".to_owned())]);
    let chinese = shoeshine(Language::Chinese, FigureKey::DelayCost);
    assert_eq!(chinese.sentences[0], "工作 $0.20 ÷ 2 分钟 = 每分钟 $0.10。");
}

#[test]
fn what_customers_meet_names_its_steps_and_links() {
    let english = |key| shoeshine(Language::English, key);
    let truths = english(FigureKey::Contacts(Contact::MomentOfTruth));
    assert_eq!(truths.rows[0].0, "Takes a seat → Brush shoes");
    assert!(truths.source.is_some_and(|source| source.contains("Normann 1984")));
    let hidden = english(FigureKey::WorkIn(Stretch::Behind(Line::Visibility)));
    assert_eq!(hidden.rows, [("Choose the wax".to_owned(), "30 s".to_owned())]);
    let worth = english(FigureKey::ValueShare(ValueKind::Adding));
    assert_eq!(
        worth.sentences[0],
        "Adds value: 1 min 45 s ÷ 2 min of the customer’s time without waiting = 87.5 %."
    );
}

#[test]
fn a_missing_figure_says_what_it_needs() {
    let why = Derivation::Missing(vec![crate::analysis::Lack::Demand]);
    let (scenario, _) = office(54.0);
    let words = Wording::new(Language::English).why(&why, &scenario, "$");
    assert_eq!(words.sentences, ["needs the arrivals per hour"]);
}

#[test]
fn forks_say_who_decides_and_how_that_is_known() {
    let sample = samples().iter().find(|sample| sample.key == "hotel-room-service");
    let blueprint = sample.unwrap().open().unwrap();
    let scenario = blueprint.baseline();
    let analysis = analyse(scenario);
    for (language, decides, spare) in
        [(Language::English, "decides", "slack"), (Language::Chinese, "由它决定", "富余时间")]
    {
        let why = explain(scenario, &analysis, FigureKey::RushOrderTime);
        let words = Wording::new(language).why(&why, scenario, "$");
        let ends = |end: &str| words.rows.iter().any(|(_, number)| number.contains(end));
        assert!(ends(decides) && ends(spare), "{:?}", words.rows);
        assert!(words.source.unwrap().contains("19"), "a year");
    }
}
