//! Blueprints with what was judged about them.

use onstage::blueprint::{
    Action, ActionId, ActionStage, Blueprint, Brings, Date, Datum, Id, Indicator, IndicatorId,
    IndicatorView, Item, ItemId, Judgements, KanoCounts, Plan, Quality, QualityDimension, Readings,
    RoleId, StepId, Survey, SurveyItem,
};
use onstage::storage::sample;
use onstage::wording::Language;

/// The licence office with two sentences that customers were asked about.
pub fn measured_office() -> Blueprint {
    let sample = sample("driver-licence-office").expect("a sample");
    let mut blueprint = sample.open().expect("it opens");
    let step = |name: &str| {
        let mut steps = blueprint.baseline().steps().iter();
        steps.find(|(_, step)| step.name == name).map(|(id, _)| *id).expect("a step")
    };
    let item = |text: &str, dimension, step: StepId, perceived| Item {
        text: text.to_owned(),
        dimension: Some(dimension),
        steps: vec![step],
        readings: Readings { should: Some(6.5), perceived: Some(perceived), ..Readings::default() },
        ..Item::default()
    };
    let (check, test) = (step("Check violations"), step("Eye test"));
    let items = vec![
        item("Ready when promised", QualityDimension::Reliability, check, 4.8),
        item("Staff know the answers", QualityDimension::Assurance, test, 6.7),
    ];
    let items = (900..).map(ItemId::from_number).zip(items).collect();
    let quality = Quality { items, ..Quality::default() };
    blueprint.set_judgements(Judgements { quality, ..Judgements::default() });
    blueprint
}

/// The licence office with six sentences, all that is known about them, and a survey.
pub fn surveyed_office(language: Language) -> Blueprint {
    use QualityDimension::{Assurance, Empathy, Reliability, Responsiveness, Tangibles};
    let sample = sample("driver-licence-office").expect("a sample");
    let mut blueprint = sample.open_in(language.code()).expect("it opens");
    let steps: Vec<StepId> = blueprint.baseline().steps().keys().copied().collect();
    let is_english = language == Language::English;
    let item = |texts: [&str; 2], dimension, at: usize, weight, readings: Readings| Item {
        text: texts[usize::from(!is_english)].to_owned(),
        dimension: Some(dimension),
        steps: steps.get(at).copied().into_iter().collect(),
        weight: Some(weight),
        readings,
        ..Item::default()
    };
    let readings = |least, should, perceived| Readings {
        least: Some(least),
        should: Some(should),
        perceived: Some(perceived),
        ..Readings::default()
    };
    let kano = |a, o, m, i| {
        let [attractive, one_dimensional, must_be, indifferent] = [a, o, m, i];
        Some(KanoCounts { attractive, one_dimensional, must_be, indifferent, ..Default::default() })
    };
    let whole = Readings {
        believed: Some(6.0),
        standard: Some(5.5),
        delivered: Some(5.2),
        promised: Some(6.2),
        will: Some(5.6),
        rival: Some(5.4),
        ..readings(4.8, 6.5, 4.8)
    };
    let mut items = vec![
        item(["Ready when promised", "到时就能办好"], Reliability, 16, 4.0, whole),
        item(
            ["Told how long it takes", "告知要等多久"],
            Responsiveness,
            7,
            3.5,
            readings(4.7, 6.0, 4.5),
        ),
        item(["Seen as a person", "被当作一个人对待"], Empathy, 11, 2.5, readings(4.2, 5.9, 4.3)),
        item(
            ["Benches and board in order", "座椅和告示牌完好"],
            Tangibles,
            5,
            1.0,
            readings(4.4, 5.4, 4.1),
        ),
        item(
            ["The rules are known", "工作人员懂规定"],
            Assurance,
            13,
            3.0,
            readings(5.0, 6.4, 5.3),
        ),
        item(
            ["Photo shown and chosen", "照片可看可选"],
            Tangibles,
            14,
            1.5,
            readings(4.4, 5.6, 5.8),
        ),
    ];
    let kanos =
        [kano(7.0, 32.0, 49.0, 10.0), kano(20.0, 45.0, 15.0, 18.0), kano(55.0, 20.0, 5.0, 18.0)];
    for (item, kano) in items.iter_mut().zip(kanos) {
        item.kano = kano;
    }
    let items: Vec<(ItemId, Item)> = (900..).map(ItemId::from_number).zip(items).collect();
    let rows = items.iter().skip(1).map(|(id, item)| SurveyItem {
        item: *id,
        n: 84,
        expected: item.readings.should,
        perceived: item.readings.perceived,
        least: item.readings.least,
        sd: Some(1.3),
        kano: None,
    });
    let survey = Survey {
        source: "may.csv".to_owned(),
        respondents: 84,
        items: rows.collect(),
        ..Survey::default()
    };
    let quality = Quality { items, surveys: vec![survey], ..Quality::default() };
    blueprint.set_judgements(Judgements { quality, ..Judgements::default() });
    blueprint
}

/// A day of the year 2040: none that has come yet.
pub fn day_of_2040(month: u8, day: u8) -> Date {
    Date::of(2040, month, day).expect("a day")
}

/// The licence office with a plan that leads to its second scenario, and with indicators.
pub fn planned_office(language: Language) -> Blueprint {
    let sample = sample("driver-licence-office").expect("a sample");
    let mut blueprint = sample.open_in(language.code()).expect("it opens");
    let (baseline, target) = (&blueprint.scenarios()[0], &blueprint.scenarios()[1]);
    let differs = |id: &RoleId| baseline.roles().get(id) != target.roles().get(id);
    let officer = RoleId::from_number(15);
    assert!(differs(&officer), "the second scenario has one records officer more");
    let risky = baseline.steps().iter().find(|(_, step)| step.fail.is_some());
    let risky = risky.map_or_else(|| StepId::from_number(1), |(id, _)| *id);
    let id = ActionId::from_number;
    let said = |english: &str, chinese: &str| {
        if language == Language::Chinese { chinese.to_owned() } else { english.to_owned() }
    };
    let action = |name: String, stage, days| Action { name, stage, days, ..Action::default() };
    let prepare = ActionStage::Prepare;
    let mut second = action(said("Second records officer", "增加一名档案员"), prepare, 30);
    second.brings = Brings::These(vec![officer.number()]);
    second.owner = said("Ms Chen", "陈女士");
    let mut train = action(said("Train the clerks", "培训窗口人员"), prepare, 10);
    train.about = vec![risky.number()];
    let merge = said("Merge review and eye test", "合并审核与视力检查");
    let mut merge = action(merge, ActionStage::Implement, 5);
    merge.after = vec![id(910), id(911)];
    merge.brings = Brings::All;
    let mut survey =
        action(said("Ask applicants again", "再次调查申请人"), ActionStage::Evaluate, 0);
    survey.after = vec![id(912)];
    survey.start = Some(day_of_2040(7, 20));
    let actions = [second, train, merge, survey];
    let plan = Plan {
        start: Some(day_of_2040(6, 1)),
        target: Some(target.id()),
        actions: (910..).map(id).zip(actions).collect(),
    };
    let data = |values: &[f64], n| {
        let datum =
            |(day, value): (u8, &f64)| Datum { date: day_of_2040(5, day), value: *value, n };
        (1..).zip(values).map(datum).collect::<Vec<_>>()
    };
    let hour = [57.0, 58.0, 55.0, 59.0, 57.0, 56.0, 60.0, 58.0, 57.0, 71.0];
    let errors = [3.0, 11.0, 7.0, 2.0, 5.0, 8.0, 0.0, 9.0, 1.0, 6.0].map(|count| count / 50.0);
    let indicators = vec![
        Indicator {
            name: said("Licences an hour", "每小时发证"),
            target: Some(120.0),
            figure: "capacity_per_hour".to_owned(),
            data: data(&hour, None),
            ..Indicator::default()
        },
        Indicator {
            name: said("Forms with a mistake", "表格有错"),
            view: IndicatorView::Customer,
            better: onstage::blueprint::Better::Lower,
            target: Some(0.15),
            of: Some(risky.number()),
            data: data(&errors, Some(50)),
            ..Indicator::default()
        },
        Indicator {
            name: said("Cost per licence", "每证成本"),
            view: IndicatorView::Finance,
            better: onstage::blueprint::Better::Lower,
            target: Some(1.8),
            figure: "cost_per_customer".to_owned(),
            ..Indicator::default()
        },
        Indicator {
            name: said("Days of training", "培训天数"),
            view: IndicatorView::Learning,
            data: data(&[1.0, 2.0, 2.0], None),
            ..Indicator::default()
        },
    ];
    let indicators = (920..).map(IndicatorId::from_number).zip(indicators).collect();
    blueprint.set_judgements(Judgements { plan, indicators, ..Judgements::default() });
    blueprint
}
