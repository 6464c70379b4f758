//! Blueprints with what was judged about them.

use onstage::blueprint::{
    Blueprint, Id, Item, ItemId, Judgements, Quality, QualityDimension, Readings, StepId,
};
use onstage::storage::sample;

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
