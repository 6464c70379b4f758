//! Indicators in a file.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

use super::survey::read_date;
use crate::blueprint::notation::parse_share;
use crate::blueprint::{
    Better, Datum, Id, Indicator, IndicatorId, IndicatorView, PartsError, Refusal, StepId,
};
use crate::storage::at::{At, Fault};
use crate::storage::errors::DecodeProblem;
use crate::storage::expected::DATE_AND_NUMBER;
use crate::storage::file_values::Written;
use crate::storage::lines::Lines;
use crate::storage::row::Row;
use crate::storage::words::{FileBetter, FileView, word};

/// An indicator.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileIndicator {
    pub id: Option<f64>,
    pub name: String,
    pub view: Option<FileView>,
    pub better: Option<FileBetter>,
    pub target: Option<f64>,
    pub benchmark: Option<f64>,
    pub of: Option<f64>,
    pub figure: String,
    pub baseline: Option<f64>,
    pub data: Vec<FileDatum>,
}

/// When, what, and of how many: `("2026-05-01", 57)` or `("2026-05-01", "90 %", 20)`.
pub struct FileDatum {
    date: String,
    value: Written,
    n: Option<f64>,
}

impl<'de> Deserialize<'de> for FileDatum {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TwoOrThree;

        impl<'de> Visitor<'de> for TwoOrThree {
            type Value = FileDatum;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(DATE_AND_NUMBER)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<FileDatum, A::Error> {
                let missing = |length| A::Error::invalid_length(length, &self);
                let date = seq.next_element()?.ok_or_else(|| missing(0))?;
                let value = seq.next_element()?.ok_or_else(|| missing(1))?;
                Ok(FileDatum { date, value, n: seq.next_element()? })
            }
        }

        deserializer.deserialize_tuple(3, TwoOrThree)
    }
}

/// Checks what a file says.
pub fn read(at: &At<'_>, file: &FileIndicator, id: IndicatorId) -> Result<Indicator, Fault> {
    if file.name.trim().is_empty() {
        let nameless = PartsError::Nameless { sort: "indicator", number: id.number() };
        return Err(at.field("name").fault(DecodeProblem::Parts(nameless)));
    }
    let most = i64::from(u32::MAX);
    let number = |field: &'static str, value: Option<f64>| match value {
        Some(value) if !value.is_finite() => {
            Err(at.field(field).refuse(&value, Refusal::NotANumber))
        }
        value => Ok(value),
    };
    let of = file.of.map(|of| at.field("of").number::<StepId>(of)).transpose()?;
    let baseline = file.baseline.map(|baseline| at.field("baseline").small(baseline, 1..=most));
    let mut data = Vec::with_capacity(file.data.len());
    for (index, given) in file.data.iter().enumerate() {
        data.push(datum(&at.row("data", index), given)?);
    }
    // What is measured is looked at in the order of time; of one day the first written comes first.
    data.sort_by_key(|datum: &Datum| datum.date);
    Ok(Indicator {
        name: file.name.clone(),
        view: at.field("view").word(file.view).unwrap_or_default(),
        better: at.field("better").word(file.better).unwrap_or_default(),
        target: number("target", file.target)?,
        benchmark: number("benchmark", file.benchmark)?,
        of: of.map(Id::number),
        figure: file.figure.clone(),
        baseline: baseline.transpose()?,
        data,
    })
}

fn datum(at: &At<'_>, file: &FileDatum) -> Result<Datum, Fault> {
    let FileDatum { date, value: Written(written), n } = file;
    let date = read_date(at, date)?;
    let n = n.map(|n| at.small(n, 1..=i64::from(u32::MAX))).transpose()?;
    let number = written.trim().parse().ok().filter(|value: &f64| value.is_finite());
    let share = || parse_share(written).map(crate::blueprint::Share::value);
    let value = match number {
        Some(value) if n.is_some() && value > 1.0 => {
            return Err(at.refuse(written, Refusal::ShareAboveOne));
        }
        Some(value) if n.is_some() && value < 0.0 => {
            return Err(at.refuse(written, Refusal::Negative));
        }
        Some(value) => value,
        None => share().map_err(|refusal| at.refuse(written, refusal))?,
    };
    Ok(Datum { date, value, n })
}

/// Indicators as lines, one each.
pub fn write(out: &mut Lines, indicators: &[(IndicatorId, Indicator)]) {
    if indicators.is_empty() {
        return;
    }
    out.open("indicators: [");
    for (id, indicator) in indicators {
        out.ended_line(&row(*id, indicator).on_one_line(), ",");
    }
    out.close("],");
}

fn row(id: IndicatorId, indicator: &Indicator) -> Row {
    let data = indicator.data.iter().map(|datum| match datum.n {
        Some(n) => format!("(\"{}\", {}, {n})", datum.date, datum.value),
        None => format!("(\"{}\", {})", datum.date, datum.value),
    });
    let view = word(&IndicatorView::NAMES, indicator.view);
    let better = word(&Better::NAMES, indicator.better);
    Row::of(id)
        .text("name", &indicator.name)
        .some("view", view.filter(|_| indicator.view != IndicatorView::default()))
        .some("better", better.filter(|_| indicator.better != Better::default()))
        .some("target", indicator.target)
        .some("benchmark", indicator.benchmark)
        .some("of", indicator.of)
        .text("figure", &indicator.figure)
        .some("baseline", indicator.baseline)
        .list("data", data)
}
