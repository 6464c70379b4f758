//! Two planes: how important and how good items are, and what they are to customers.

use crate::blueprint::ItemId;
use crate::drawing::charts::{Quadrants, QuadrantsPoint, Standing};
use crate::pictures::Table;
use crate::quality::{KanoCategory, KanoFigures, Quadrant};

use super::source::{QualityChart, QualitySource, seen};

/// An item on a plane, with the words that stand for its place.
struct Placed {
    item: ItemId,
    point: QuadrantsPoint,
    word: String,
}

fn chart(
    source: &QualitySource<'_>,
    mut plane: Quadrants,
    placed: Vec<Placed>,
    word: &str,
) -> QualityChart<Quadrants> {
    let words = source.words;
    let [across, up] = plane.axes.clone();
    let spoken = placed
        .iter()
        .map(|it| {
            let figures = [
                (up.as_str(), words.reading(it.point.y)),
                (across.as_str(), words.reading(it.point.x)),
                (word, it.word.clone()),
            ];
            source.said(&it.point.name, &figures)
        })
        .collect();
    let rows = placed.iter().map(|it| {
        let (x, y) = (words.reading(it.point.x), words.reading(it.point.y));
        vec![it.point.name.clone(), y, x, it.word.clone()]
    });
    let head = vec![
        words.text("items-column-item").to_owned(),
        up.clone(),
        across.clone(),
        word.to_owned(),
    ];
    let table = Table { name: plane.title.clone(), head, rows: rows.collect() };
    let items = placed.iter().map(|it| Some(it.item)).collect();
    plane.points = placed.into_iter().map(|it| it.point).collect();
    QualityChart { values: plane, items, spoken, table }
}

/// How important items are against how good customers find them; `None` where no item has both.
#[must_use]
pub fn importance_chart(source: &QualitySource<'_>) -> Option<QualityChart<Quadrants>> {
    let words = source.words;
    let placed: Vec<Placed> = source
        .items()
        .filter_map(|known| {
            let figures = known.figures;
            let (importance, performance) = (figures.importance?, figures.readings.perceived?);
            let quadrant = figures.quadrant?;
            let standing = match quadrant {
                Quadrant::Concentrate => Standing::Bad,
                Quadrant::KeepUp => Standing::Good,
                Quadrant::LowPriority => Standing::Plain,
                Quadrant::Overkill => Standing::Warn,
            };
            let name = known.item.text.clone();
            let point = QuadrantsPoint { x: performance, y: importance, name, standing };
            Some(Placed { item: known.id, point, word: words.quadrant(quadrant).to_owned() })
        })
        .collect();
    let first = placed.iter().find(|it| it.point.standing == Standing::Bad);
    let first = first.map_or("", |it| it.point.name.as_str());
    let count = placed.iter().filter(|it| it.point.standing == Standing::Bad).count();
    let arguments = [("count", count.into()), ("first", first.into())];
    let title = words.with("items-importance-first", &arguments);
    let mean = |of: fn(&Placed) -> f64| {
        let sum: f64 = placed.iter().map(of).sum();
        sum / placed.len().max(1) as f64
    };
    if placed.is_empty() {
        return None;
    }
    let across = source.scale(placed.iter().map(|it| it.point.x));
    let up = seen(words, placed.iter().map(|it| it.point.y), (0.0, f64::INFINITY));
    let field = |quadrant, standing| (words.quadrant(quadrant).to_owned(), standing);
    let plane = Quadrants {
        title,
        subtitle: source.counted(placed.len(), &across),
        axes: ["items-performance-axis", "items-importance-axis"]
            .map(|key| words.text(key).to_owned()),
        across,
        up,
        cross: (mean(|it| it.point.x), mean(|it| it.point.y)),
        fields: [
            field(Quadrant::Concentrate, Standing::Bad),
            field(Quadrant::KeepUp, Standing::Good),
            field(Quadrant::LowPriority, Standing::Plain),
            field(Quadrant::Overkill, Standing::Warn),
        ],
        points: Vec::new(),
    };
    let word = words.text("items-view-importance").to_owned();
    Some(chart(source, plane, placed, &word))
}

/// What items are to customers, by what they say with and without them; `None` without answers.
#[must_use]
pub fn kano_chart(source: &QualitySource<'_>) -> Option<QualityChart<Quadrants>> {
    let words = source.words;
    let placed: Vec<Placed> = source
        .items()
        .filter_map(|known| {
            let kano: &KanoFigures = known.figures.kano.as_ref()?;
            let is_short = known.figures.gaps.customer.is_some_and(|gap| gap < 0.0);
            let standing = match kano.category {
                KanoCategory::MustBe if is_short => Standing::Bad,
                KanoCategory::Attractive => Standing::Good,
                _ => Standing::Plain,
            };
            let name = known.item.text.clone();
            let point = QuadrantsPoint { x: -kano.worse?, y: kano.better?, name, standing };
            let word = words.kano_category(kano.category).to_owned();
            Some(Placed { item: known.id, point, word })
        })
        .collect();
    if placed.is_empty() {
        return None;
    }
    let of = |category| {
        let kano = source.items().filter_map(|known| known.figures.kano.as_ref());
        kano.filter(|kano| kano.category == category).count()
    };
    let arguments = [
        ("basic", of(KanoCategory::MustBe).into()),
        ("expected", of(KanoCategory::OneDimensional).into()),
        ("exciting", of(KanoCategory::Attractive).into()),
    ];
    let title = words.with("items-kano-counts", &arguments);
    let whole = || seen(words, [0.0, 1.0].into_iter(), (0.0, 1.0));
    let field = |category, standing| (words.kano_category(category).to_owned(), standing);
    let plane = Quadrants {
        title,
        subtitle: source.plainly_counted(placed.len()),
        across: whole(),
        up: whole(),
        axes: ["items-kano-worse", "items-kano-better"].map(|key| words.text(key).to_owned()),
        cross: (0.5, 0.5),
        fields: [
            field(KanoCategory::Attractive, Standing::Good),
            field(KanoCategory::OneDimensional, Standing::Plain),
            field(KanoCategory::Indifferent, Standing::Plain),
            field(KanoCategory::MustBe, Standing::Bad),
        ],
        points: Vec::new(),
    };
    let word = words.text("items-column-kano").to_owned();
    Some(chart(source, plane, placed, &word))
}
