//! Where the quality of an item is lost.

use crate::blueprint::{ItemId, ReadingKind};
use crate::drawing::charts::{Fall, ScaleSeen, Waterfall, WaterfallColumn};
use crate::pictures::Table;

use super::source::{Known, QualityChart, QualitySource};

/// The reading that is changed by dragging a column of the picture.
#[must_use]
pub fn reading_of_column(at: usize) -> Option<ReadingKind> {
    Some(match at {
        0 => ReadingKind::Should,
        1 => ReadingKind::Believed,
        2 => ReadingKind::Standard,
        3 => ReadingKind::Delivered,
        5 => ReadingKind::Perceived,
        6 => ReadingKind::Promised,
        _ => return None,
    })
}

/// The picture of an item; `None` where it is not there or neither end is known. On another part of the scale
/// where that is given, so that nothing jumps while something is dragged.
#[must_use]
pub fn waterfall_chart(
    source: &QualitySource<'_>,
    item: ItemId,
    on: Option<&ScaleSeen>,
) -> Option<QualityChart<Waterfall>> {
    let known = source.items().find(|known| known.id == item)?;
    let readings = &known.figures.readings;
    readings.should.or(readings.perceived)?;
    let all = [
        readings.should,
        readings.believed,
        readings.standard,
        readings.delivered,
        readings.perceived,
        readings.promised,
    ];
    let scale = on.cloned().unwrap_or_else(|| source.scale(all.into_iter().flatten()));
    let words = source.words;
    let text = known.item.text.as_str();
    let title = match known.figures.gaps.customer {
        Some(gap) if gap < -0.005 => {
            let arguments = [("item", text.into()), ("gap", words.reading(-gap).into())];
            words.with("items-gaps-lost", &arguments)
        }
        Some(_) => words.with("items-gaps-kept", &[("item", text.into())]),
        None => words.with("items-gaps-open", &[("item", text.into())]),
    };
    let columns = columns(source, &known);
    let place = source.place(known.item);
    let on_scale = source.scale_said(&scale);
    let subtitle = if place.is_empty() {
        on_scale
    } else {
        words.with("items-place-and-scale", &[("place", place.into()), ("scale", on_scale.into())])
    };
    let spoken = columns.iter().map(|column| spoken(source, column)).collect();
    let rows = columns
        .iter()
        .map(|column| vec![column.name.clone(), column.figure.clone(), column.detail.clone()]);
    let table = Table {
        name: title.clone(),
        head: vec![
            words.text("items-view-gaps").to_owned(),
            words.text("quality-gap").to_owned(),
            words.text("items-column-item").to_owned(),
        ],
        rows: rows.collect(),
    };
    let items = columns.iter().map(|_| Some(item)).collect();
    Some(QualityChart {
        values: Waterfall { title, subtitle, scale, columns },
        items,
        spoken,
        table,
    })
}

fn spoken(source: &QualitySource<'_>, column: &WaterfallColumn) -> String {
    let words = source.words;
    let mut said = vec![column.figure.clone()];
    said.extend([column.other.clone(), column.detail.clone()]);
    said.extend(column.remedies.iter().cloned());
    said.retain(|text| !text.is_empty());
    words.labelled(&column.name, &words.facts(&said))
}

/// What helps against a gap.
fn remedies(source: &QualitySource<'_>, keys: [&str; 3]) -> Vec<String> {
    let keys = keys.into_iter().filter(|key| !key.is_empty());
    keys.map(|key| source.words.text(key).to_owned()).collect()
}

fn columns(source: &QualitySource<'_>, known: &Known<'_>) -> Vec<WaterfallColumn> {
    let words = source.words;
    let text = |key: &str| words.text(key).to_owned();
    let (readings, gaps) = (&known.figures.readings, &known.figures.gaps);
    let signed =
        |gap: Option<f64>| gap.map_or_else(|| text("no-figure"), |it| words.signed_reading(it));
    let missing = || text("items-fall-missing");
    let level = |at: Option<f64>, begins, name: String, detail: String| WaterfallColumn {
        fall: Fall::Level { at, begins },
        name,
        detail: if at.is_some() { detail } else { missing() },
        remedies: Vec::new(),
        figure: source.reading(at),
        other: String::new(),
    };
    let gap =
        |ends: [Option<f64>; 2], gap: Option<f64>, name: String, detail: Option<String>, keys| {
            WaterfallColumn {
                fall: Fall::Gap { ends: ends[0].zip(ends[1]), unexplained: false },
                name,
                detail: detail.unwrap_or_else(missing),
                remedies: if gap.is_some_and(|gap| gap < 0.0) {
                    remedies(source, keys)
                } else {
                    Vec::new()
                },
                figure: signed(gap),
                other: String::new(),
            }
        };
    let value = |value: f64| words.even_reading(value);
    let believed = readings
        .believed
        .map(|it| words.with("items-fall-knowledge-detail", &[("value", value(it).into())]));
    let standard = readings
        .standard
        .map(|it| words.with("items-fall-standards-detail", &[("value", value(it).into())]));
    let delivered = readings
        .delivered
        .map(|it| words.with("items-fall-delivery-detail", &[("value", value(it).into())]));
    // What lies between the last reading of the firm and what customers got: nobody says yet where it comes from.
    let last = readings.delivered.or(readings.standard).or(readings.believed).or(readings.should);
    let rest = last.zip(readings.perceived);
    vec![
        level(readings.should, true, text("items-fall-should"), text("items-fall-should-detail")),
        gap(
            [readings.should, readings.believed],
            gaps.knowledge,
            text("items-fall-knowledge"),
            believed,
            ["items-remedy-research", "items-remedy-upward-talk", "items-remedy-fewer-levels"],
        ),
        gap(
            [readings.believed, readings.standard],
            gaps.standards,
            text("items-fall-standards"),
            standard,
            ["items-remedy-goals", "items-remedy-standard-tasks", "items-remedy-feasibility"],
        ),
        gap(
            [readings.standard, readings.delivered],
            gaps.delivery,
            text("items-fall-delivery"),
            delivered,
            ["items-remedy-teamwork", "items-remedy-fit", "items-remedy-control"],
        ),
        WaterfallColumn {
            fall: Fall::Gap { ends: rest, unexplained: true },
            name: text("items-fall-unexplained"),
            detail: String::new(),
            remedies: remedies(source, ["items-remedy-measure", "", ""]),
            figure: signed(rest.map(|(from, to)| to - from)),
            other: String::new(),
        },
        level(
            readings.perceived,
            false,
            text("items-fall-perceived"),
            text("items-fall-perceived-detail"),
        ),
        WaterfallColumn {
            fall: Fall::Promise { promised: readings.promised, delivered: readings.delivered },
            name: text("items-fall-promise"),
            detail: if readings.promised.is_some() {
                text("items-fall-promise-detail")
            } else {
                missing()
            },
            remedies: if gaps.communication.is_some_and(|gap| gap < 0.0) {
                remedies(
                    source,
                    ["items-remedy-horizontal-talk", "items-remedy-honest-promises", ""],
                )
            } else {
                Vec::new()
            },
            figure: signed(gaps.communication),
            other: readings.promised.map(value).unwrap_or_default(),
        },
    ]
}
