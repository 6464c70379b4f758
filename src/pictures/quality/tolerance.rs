//! What is still accepted of each item.

use crate::drawing::charts::{Standing, Tolerance, ToleranceBar};
use crate::pictures::Table;

use super::source::{Known, QualityChart, QualitySource, standing};

/// The picture; `None` where no item has what it needs.
#[must_use]
pub fn tolerance_chart(source: &QualitySource<'_>) -> Option<QualityChart<Tolerance>> {
    let words = source.words;
    let has_ends = |known: &Known<'_>| {
        let readings = &known.figures.readings;
        // Without the least that they accept nobody can say that it is within.
        known.figures.zone.is_some() && readings.perceived.is_some() && readings.least.is_some()
    };
    let mut items: Vec<Known<'_>> = source.items().filter(has_ends).collect();
    if items.is_empty() {
        return None;
    }
    let over = |known: &Known<'_>| {
        let figures = known.figures;
        figures.adequacy.or(figures.superiority).unwrap_or(f64::INFINITY)
    };
    // Those below first; stable, so that equals stay in the order of the table.
    items.sort_by(|a, b| {
        let zone = |known: &Known<'_>| known.figures.adequacy.is_none();
        zone(a).cmp(&zone(b)).then(over(a).total_cmp(&over(b)))
    });
    let readings = items.iter().flat_map(|known| {
        let readings = &known.figures.readings;
        [readings.least, readings.should, readings.perceived].into_iter().flatten()
    });
    let scale = source.scale(readings);
    let bars: Vec<ToleranceBar> = items
        .iter()
        .map(|known| {
            let (standing, word) = standing(source, known.figures);
            let readings = &known.figures.readings;
            ToleranceBar {
                name: known.item.text.clone(),
                word,
                standing,
                least: readings.least,
                should: readings.should,
                perceived: readings.perceived,
            }
        })
        .collect();
    let below = bars.iter().filter(|bar| bar.standing == Standing::Bad).count();
    let title = words.with("items-zone-below", &[("count", below.into())]);
    let [least, should, got] =
        ["items-least", "items-should", "items-perceived"].map(|key| words.text(key));
    let spoken = bars
        .iter()
        .map(|bar| {
            let figures = [
                (least, source.reading(bar.least)),
                (should, source.reading(bar.should)),
                (got, source.reading(bar.perceived)),
                (words.text("items-column-zone"), bar.word.clone()),
            ];
            source.said(&bar.name, &figures)
        })
        .collect();
    let rows = bars.iter().map(|bar| {
        vec![
            bar.name.clone(),
            source.reading(bar.least),
            source.reading(bar.should),
            source.reading(bar.perceived),
            bar.word.clone(),
        ]
    });
    let head = ["items-column-item", "items-least", "items-should", "items-perceived"];
    let head = head.into_iter().chain(["items-column-zone"]).map(|key| words.text(key).to_owned());
    let table = Table { name: title.clone(), head: head.collect(), rows: rows.collect() };
    let legend =
        ["items-zone-legend", "items-zone-perceived"].map(|key| words.text(key).to_owned());
    let subtitle = source.counted(bars.len(), &scale);
    Some(QualityChart {
        items: items.iter().map(|known| Some(known.id)).collect(),
        values: Tolerance { title, subtitle, scale, bars, legend },
        spoken,
        table,
    })
}
