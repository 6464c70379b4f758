//! The profile: dimensions with their items, what ought to be and what customers got.

use crate::blueprint::{ItemId, QualityDimension};
use crate::drawing::charts::{Profile, ProfileRow};
use crate::pictures::Table;

use super::source::{Known, QualityChart, QualitySource, standing_of_gap};

/// The picture; `None` where nothing has both a should and a perceived.
#[must_use]
pub fn profile_chart(source: &QualitySource<'_>) -> Option<QualityChart<Profile>> {
    let words = source.words;
    let mut rows: Vec<(Option<ItemId>, ProfileRow)> = Vec::new();
    let knows = |known: &Known<'_>| {
        let readings = &known.figures.readings;
        readings.should.is_some() || readings.perceived.is_some()
    };
    for dimension in &source.found.scores.dimensions {
        let own = |known: &Known<'_>| known.item.dimension == Some(dimension.dimension);
        let items: Vec<Known<'_>> = source.items().filter(own).filter(knows).collect();
        if items.is_empty() && dimension.gap.is_none() {
            continue;
        }
        let name = words.quality_dimension(dimension.dimension).to_owned();
        let ends = (dimension.expected, dimension.perceived);
        rows.push((None, row(source, name, true, ends, (dimension.gap, dimension.interval))));
        rows.extend(items.iter().map(|known| item_row(source, known)));
    }
    let without = source.items().filter(|known| known.item.dimension.is_none()).filter(knows);
    let without: Vec<Known<'_>> = without.collect();
    if !without.is_empty() {
        let name = words.text("items-profile-without").to_owned();
        rows.push((None, row(source, name, true, (None, None), (None, None))));
        rows.extend(without.iter().map(|known| item_row(source, known)));
    }
    rows.iter().find(|(_, row)| row.expected.is_some() && row.perceived.is_some())?;
    let scale = source.scale(rows.iter().flat_map(|(_, row)| {
        let interval = row.interval.map(|(low, high)| [low, high]);
        let scale = source.quality().scale;
        let interval =
            interval.into_iter().flatten().map(move |it| it.clamp(scale.low, scale.high));
        [row.expected, row.perceived].into_iter().flatten().chain(interval)
    }));
    let title = title(source);
    let shown = rows.iter().filter(|(item, _)| item.is_some()).count();
    let subtitle = source.counted(shown, &scale);
    let [expected, perceived, gap] =
        ["items-should", "items-perceived", "quality-gap"].map(|key| words.text(key));
    let spoken = rows
        .iter()
        .map(|(_, row)| {
            let figures = [
                (expected, source.reading(row.expected)),
                (perceived, source.reading(row.perceived)),
                (gap, row.gap.clone()),
            ];
            source.said(&row.name, &figures)
        })
        .collect();
    let cells = rows.iter().map(|(_, row)| {
        let (expected, perceived) = (source.reading(row.expected), source.reading(row.perceived));
        vec![row.name.clone(), expected, perceived, row.gap.clone()]
    });
    let head = ["items-column-item", "items-should", "items-perceived", "quality-gap"];
    let table = Table {
        name: title.clone(),
        head: head.map(|key| words.text(key).to_owned()).to_vec(),
        rows: cells.collect(),
    };
    let legend = ["items-profile-expected", "items-zone-perceived", "items-profile-interval"];
    let legend = legend.map(|key| words.text(key).to_owned());
    let (items, rows) = rows.into_iter().unzip();
    Some(QualityChart {
        values: Profile { title, subtitle, scale, rows, legend },
        items,
        spoken,
        table,
    })
}

/// The dimension that falls short most, in a sentence.
fn title(source: &QualitySource<'_>) -> String {
    let words = source.words;
    let gaps = source.found.scores.dimensions.iter();
    let gaps = gaps.filter_map(|it| Some((it.gap.filter(|gap| *gap < -0.005)?, it.dimension)));
    let worst: Option<(f64, QualityDimension)> = gaps.min_by(|a, b| a.0.total_cmp(&b.0));
    match worst {
        Some((gap, dimension)) => {
            let dimension = words.quality_dimension(dimension);
            let arguments = [("dimension", dimension.into()), ("gap", words.reading(-gap).into())];
            words.with("items-profile-worst", &arguments)
        }
        None => words.text("items-profile-none-short").to_owned(),
    }
}

fn item_row(source: &QualitySource<'_>, known: &Known<'_>) -> (Option<ItemId>, ProfileRow) {
    let (readings, figures) = (&known.figures.readings, known.figures);
    let ends = (readings.should, readings.perceived);
    let gap = (figures.gaps.customer, figures.gap_interval);
    (Some(known.id), row(source, known.item.text.clone(), false, ends, gap))
}

fn row(
    source: &QualitySource<'_>,
    name: String,
    is_dimension: bool,
    (expected, perceived): (Option<f64>, Option<f64>),
    (gap, interval): (Option<f64>, Option<(f64, f64)>),
) -> ProfileRow {
    let words = source.words;
    let said = match (gap, interval) {
        (None, _) if expected.is_none() && perceived.is_none() => String::new(),
        (None, _) => words.text("no-figure").to_owned(),
        (Some(gap), None) => words.signed_reading(gap),
        (Some(gap), Some((low, high))) => {
            let arguments = [
                ("gap", words.signed_reading(gap).into()),
                ("low", words.even_reading(low).into()),
                ("high", words.even_reading(high).into()),
            ];
            words.with("items-profile-gap", &arguments)
        }
    };
    let around = expected.zip(interval).map(|(should, (low, high))| (should + low, should + high));
    ProfileRow {
        name,
        is_dimension,
        expected,
        perceived,
        interval: around,
        gap: said,
        standing: standing_of_gap(gap, interval),
    }
}
