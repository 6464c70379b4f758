//! What customers judge, in a file.

use serde::Deserialize;

use super::survey::{self, FileKano, FileSurvey};
use super::values::{FileWeights, read_weights, reading, weights_text};
use crate::blueprint::{
    ElementId, Id, IdSource, Item, ItemPart, PartsError, Quality, QualityDimension, Quantity,
    Readings, Refusal, Scale, Scenario, StepId, Voice,
};
use crate::storage::at::{At, Fault};
use crate::storage::errors::DecodeProblem;
use crate::storage::lines::Lines;
use crate::storage::row::Row;
use crate::storage::words::{FilePart, FileQualityDimension, FileVoice, word};

/// What customers judge.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileQuality {
    pub scale: Option<(f64, f64)>,
    pub weights: Option<FileWeights>,
    pub items: Vec<FileItem>,
    pub surveys: Vec<FileSurvey>,
}

/// An item.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileItem {
    pub id: Option<f64>,
    pub text: String,
    pub dimension: Option<FileQualityDimension>,
    pub part: Option<FilePart>,
    pub voice: Option<FileVoice>,
    pub steps: Vec<f64>,
    pub elements: Vec<f64>,
    pub weight: Option<f64>,
    pub least: Option<f64>,
    pub will: Option<f64>,
    pub should: Option<f64>,
    pub perceived: Option<f64>,
    pub rival: Option<f64>,
    pub believed: Option<f64>,
    pub standard: Option<f64>,
    pub delivered: Option<f64>,
    pub promised: Option<f64>,
    pub kano: Option<FileKano>,
}

/// Checks what a file says.
pub fn read(
    at: &At<'_>,
    file: &FileQuality,
    scenarios: &[Scenario],
    ids: &mut IdSource,
) -> Result<Quality, Fault> {
    let mut quality = Quality::default();
    if let Some((low, high)) = file.scale {
        let is_scale = low.is_finite() && high.is_finite() && low < high;
        let found = format!("({low}, {high})");
        let refuse = || at.field("scale").refuse(&found, Refusal::NotAScale);
        quality.scale = is_scale.then_some(Scale { low, high }).ok_or_else(refuse)?;
    }
    quality.weights =
        file.weights.map(|weights| read_weights(&at.field("weights"), weights)).transpose()?;
    for (index, row) in file.items.iter().enumerate() {
        let at = at.row("items", index);
        let id = at.own_number(row.id, ids)?;
        quality.items.push((id, item(&at, row, id, quality.scale, scenarios)?));
    }
    for (index, row) in file.surveys.iter().enumerate() {
        quality.surveys.push(survey::read(&at.row("surveys", index), row, &quality)?);
    }
    Ok(quality)
}

fn item(
    at: &At<'_>,
    file: &FileItem,
    id: impl Id,
    scale: Scale,
    scenarios: &[Scenario],
) -> Result<Item, Fault> {
    if file.text.trim().is_empty() {
        let nameless = PartsError::Nameless { sort: "item", number: id.number() };
        return Err(at.field("text").fault(DecodeProblem::Parts(nameless)));
    }
    let lost = |field, index, sort, number: u32| {
        let lost = PartsError::DanglingInSection { section: "quality", sort, number };
        at.row(field, index).fault(DecodeProblem::Parts(lost))
    };
    let mut steps: Vec<StepId> = Vec::with_capacity(file.steps.len());
    for (index, step) in file.steps.iter().enumerate() {
        let step: StepId = at.row("steps", index).number(*step)?;
        if !scenarios.iter().any(|scenario| scenario.steps().contains_key(&step)) {
            return Err(lost("steps", index, "step", step.number()));
        }
        steps.push(step);
    }
    let mut elements: Vec<ElementId> = Vec::with_capacity(file.elements.len());
    for (index, element) in file.elements.iter().enumerate() {
        let element: ElementId = at.row("elements", index).number(*element)?;
        if !scenarios.iter().any(|scenario| scenario.elements().contains_key(&element)) {
            return Err(lost("elements", index, "element", element.number()));
        }
        elements.push(element);
    }
    let on_scale = |field: &'static str, value: Option<f64>| {
        value.map(|value| reading(&at.field(field), scale, value)).transpose()
    };
    Ok(Item {
        text: file.text.clone(),
        dimension: at.field("dimension").word(file.dimension),
        part: at.field("part").word(file.part),
        voice: at.field("voice").word(file.voice),
        steps,
        elements,
        weight: file
            .weight
            .map(|weight| at.field("weight").quantity(weight).map(Quantity::get))
            .transpose()?,
        readings: Readings {
            least: on_scale("least", file.least)?,
            will: on_scale("will", file.will)?,
            should: on_scale("should", file.should)?,
            perceived: on_scale("perceived", file.perceived)?,
            rival: on_scale("rival", file.rival)?,
            believed: on_scale("believed", file.believed)?,
            standard: on_scale("standard", file.standard)?,
            delivered: on_scale("delivered", file.delivered)?,
            promised: on_scale("promised", file.promised)?,
        },
        kano: file
            .kano
            .as_ref()
            .map(|kano| survey::read_kano(&at.field("kano"), kano))
            .transpose()?,
    })
}

/// What customers judge, as lines: an item on one.
pub fn write(out: &mut Lines, quality: &Quality) {
    if *quality == Quality::default() {
        return;
    }
    out.open("quality: (");
    if quality.scale != Scale::default() {
        out.line(&format!("scale: ({}, {}),", quality.scale.low, quality.scale.high));
    }
    if let Some(weights) = &quality.weights {
        out.line(&format!("weights: {},", weights_text(weights)));
    }
    if !quality.items.is_empty() {
        out.open("items: [");
        for (id, item) in &quality.items {
            out.ended_line(&item_row(*id, item).on_one_line(), ",");
        }
        out.close("],");
    }
    survey::write(out, &quality.surveys);
    out.close("),");
}

fn item_row(id: impl Id, item: &Item) -> Row {
    let row = Row::of(id)
        .text("text", &item.text)
        .some("dimension", item.dimension.and_then(|it| word(&QualityDimension::NAMES, it)))
        .some("part", item.part.and_then(|it| word(&ItemPart::NAMES, it)))
        .some("voice", item.voice.and_then(|it| word(&Voice::NAMES, it)))
        .list("steps", item.steps.iter().map(ToString::to_string))
        .list("elements", item.elements.iter().map(ToString::to_string))
        .some("weight", item.weight);
    let readings = item.readings.named();
    let row = readings.into_iter().fold(row, |row, (name, value)| row.some(name, value));
    row.some("kano", item.kano.as_ref().map(survey::kano_text))
}
