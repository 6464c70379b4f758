//! Surveys in a file: statistics, never the rows of respondents.

use serde::Deserialize;

use super::values::{FileWeights, read_weights, reading, weights_text};
use crate::blueprint::{
    Date, Id as _, ItemId, KanoCounts, PartsError, Quality, QualityDimension, Quantity, Survey,
    SurveyDimension, SurveyItem,
};
use crate::storage::at::{At, Fault};
use crate::storage::errors::DecodeProblem;
use crate::storage::lines::Lines;
use crate::storage::row::Row;
use crate::storage::words::{FileQualityDimension, word};

/// Answers about having and not having a feature.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileKano {
    pub a: f64,
    pub o: f64,
    pub m: f64,
    pub i: f64,
    pub r: f64,
    pub q: f64,
}

/// A survey.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileSurvey {
    pub source: String,
    pub taken: Option<String>,
    pub respondents: f64,
    pub items: Vec<FileSurveyItem>,
    pub dimensions: Vec<FileSurveyDimension>,
    pub complete: f64,
    pub covariance: Vec<FileWeights>,
    pub weights: Option<FileWeights>,
    pub overall: Option<f64>,
}

/// What customers answered about an item.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileSurveyItem {
    pub item: f64,
    pub n: f64,
    pub expected: Option<f64>,
    pub perceived: Option<f64>,
    pub least: Option<f64>,
    pub sd: Option<f64>,
    pub kano: Option<FileKano>,
}

/// What customers answered about a dimension.
#[derive(Deserialize)]
pub struct FileSurveyDimension {
    pub dimension: FileQualityDimension,
    pub n: f64,
    pub expected: f64,
    pub perceived: f64,
    #[serde(default)]
    pub sd: Option<f64>,
}

/// Counts that are not negative.
pub fn read_kano(at: &At<'_>, file: &FileKano) -> Result<KanoCounts, Fault> {
    let count = |field, value| at.field(field).quantity(value).map(Quantity::get);
    Ok(KanoCounts {
        attractive: count("a", file.a)?,
        one_dimensional: count("o", file.o)?,
        must_be: count("m", file.m)?,
        indifferent: count("i", file.i)?,
        reverse: count("r", file.r)?,
        questionable: count("q", file.q)?,
    })
}

/// Counts as they are written; none that is zero.
pub fn kano_text(kano: &KanoCounts) -> String {
    let KanoCounts { attractive, one_dimensional, must_be, indifferent, reverse, questionable } =
        *kano;
    let named = [
        ("a", attractive),
        ("o", one_dimensional),
        ("m", must_be),
        ("i", indifferent),
        ("r", reverse),
        ("q", questionable),
    ];
    let given = named.into_iter().filter(|(_, count)| *count > 0.0);
    given.fold(Row::default(), |row, (name, count)| row.put(name, count)).on_one_line()
}

/// Checks what a file says.
pub fn read(at: &At<'_>, file: &FileSurvey, quality: &Quality) -> Result<Survey, Fault> {
    let count = |at: At<'_>, value: f64| at.small::<u32>(value, 0..=i64::from(u32::MAX));
    let taken = file.taken.as_deref().map(|text| read_date(&at.field("taken"), text));
    let scale = quality.scale;
    let mut survey = Survey {
        source: file.source.clone(),
        taken: taken.transpose()?,
        respondents: count(at.field("respondents"), file.respondents)?,
        complete: count(at.field("complete"), file.complete)?,
        weights: file
            .weights
            .map(|weights| read_weights(&at.field("weights"), weights))
            .transpose()?,
        overall: file
            .overall
            .map(|value| reading(&at.field("overall"), scale, value))
            .transpose()?,
        ..Survey::default()
    };
    for (index, row) in file.items.iter().enumerate() {
        let at = at.row("items", index);
        let item: ItemId = at.field("item").number(row.item)?;
        if !quality.items.iter().any(|(known, _)| *known == item) {
            let lost = PartsError::DanglingInSection {
                section: "quality",
                sort: "item",
                number: item.number(),
            };
            return Err(at.field("item").fault(DecodeProblem::Parts(lost)));
        }
        let on_scale = |field: &'static str, value: Option<f64>| {
            value.map(|value| reading(&at.field(field), scale, value)).transpose()
        };
        survey.items.push(SurveyItem {
            item,
            n: count(at.field("n"), row.n)?,
            expected: on_scale("expected", row.expected)?,
            perceived: on_scale("perceived", row.perceived)?,
            least: on_scale("least", row.least)?,
            sd: deviation(&at, row.sd)?,
            kano: row.kano.as_ref().map(|kano| read_kano(&at.field("kano"), kano)).transpose()?,
        });
    }
    for (index, row) in file.dimensions.iter().enumerate() {
        let at = at.row("dimensions", index);
        let Some(dimension) = at.field("dimension").word(Some(row.dimension)) else { continue };
        survey.dimensions.push(SurveyDimension {
            dimension,
            n: count(at.field("n"), row.n)?,
            expected: reading(&at.field("expected"), scale, row.expected)?,
            perceived: reading(&at.field("perceived"), scale, row.perceived)?,
            sd: deviation(&at, row.sd)?,
        });
    }
    survey.covariance = covariance(at, &file.covariance)?;
    Ok(survey)
}

fn deviation(at: &At<'_>, sd: Option<f64>) -> Result<Option<f64>, Fault> {
    sd.map(|sd| at.field("sd").quantity(sd).map(Quantity::get)).transpose()
}

/// Five rows of five numbers, or none.
fn covariance(at: &At<'_>, rows: &[FileWeights]) -> Result<Option<[[f64; 5]; 5]>, Fault> {
    use crate::blueprint::Refusal;
    if rows.is_empty() {
        return Ok(None);
    }
    let given: Vec<[f64; 5]> = rows.iter().map(|(a, b, c, d, e)| [*a, *b, *c, *d, *e]).collect();
    let at = at.field("covariance");
    let matrix = <[[f64; 5]; 5]>::try_from(given);
    let matrix = matrix.map_err(|rows| at.refuse(&rows.len(), Refusal::NotANumber))?;
    let lost = matrix.iter().flatten().find(|value| !value.is_finite());
    lost.map_or(Ok(Some(matrix)), |value| Err(at.refuse(value, Refusal::NotANumber)))
}

/// A day of the calendar.
pub fn read_date(at: &At<'_>, text: &str) -> Result<Date, Fault> {
    Date::parse(text).map_err(|refusal| at.refuse(&text, refusal))
}

/// Surveys as lines: an item, a dimension on one each.
pub fn write(out: &mut Lines, surveys: &[Survey]) {
    if surveys.is_empty() {
        return;
    }
    out.open("surveys: [");
    for survey in surveys {
        out.open("(");
        let head = Row::default()
            .text("source", &survey.source)
            .quoted("taken", survey.taken)
            .some("respondents", (survey.respondents > 0).then_some(survey.respondents));
        for field in head.fields {
            out.ended_line(&field, ",");
        }
        if !survey.items.is_empty() {
            out.open("items: [");
            for item in &survey.items {
                out.ended_line(&item_row(item).on_one_line(), ",");
            }
            out.close("],");
        }
        if !survey.dimensions.is_empty() {
            out.open("dimensions: [");
            for dimension in &survey.dimensions {
                out.ended_line(&dimension_row(dimension).on_one_line(), ",");
            }
            out.close("],");
        }
        if survey.complete > 0 {
            out.line(&format!("complete: {},", survey.complete));
        }
        if let Some(rows) = &survey.covariance {
            out.open("covariance: [");
            for row in rows {
                out.ended_line(&weights_text(row), ",");
            }
            out.close("],");
        }
        if let Some(weights) = &survey.weights {
            out.line(&format!("weights: {},", weights_text(weights)));
        }
        if let Some(overall) = survey.overall {
            out.line(&format!("overall: {overall},"));
        }
        out.close("),");
    }
    out.close("],");
}

fn item_row(item: &SurveyItem) -> Row {
    Row::default()
        .put("item", item.item)
        .put("n", item.n)
        .some("expected", item.expected)
        .some("perceived", item.perceived)
        .some("least", item.least)
        .some("sd", item.sd)
        .some("kano", item.kano.as_ref().map(kano_text))
}

fn dimension_row(dimension: &SurveyDimension) -> Row {
    Row::default()
        .some("dimension", word(&QualityDimension::NAMES, dimension.dimension))
        .put("n", dimension.n)
        .put("expected", dimension.expected)
        .put("perceived", dimension.perceived)
        .some("sd", dimension.sd)
}
