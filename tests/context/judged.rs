//! Blueprints with what was judged about them.

use onstage::blueprint::{
    Blueprint, Id, Item, ItemId, Judgements, KanoCounts, Quality, QualityDimension, Readings,
    StepId, Survey, SurveyItem,
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
