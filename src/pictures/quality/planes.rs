//! Two planes: how important and how good items are, and what they are to customers.

use crate::blueprint::ItemId;
use crate::drawing::charts::{Quadrants, QuadrantsPoint, Standing};
use crate::pictures::Table;
use crate::quality::{
    ImportanceFrom, KanoCategory, KanoFigures, Quadrant, importance_from, quadrant,
};

use super::source::{Known, QualityChart, QualitySource, seen};

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
                (up.as_str(), words.even_reading(it.point.y)),
                (across.as_str(), words.even_reading(it.point.x)),
                (word, it.word.clone()),
            ];
            source.said(&it.point.name, &figures)
        })
        .collect();
    let rows = placed.iter().map(|it| {
        let (x, y) = (words.even_reading(it.point.x), words.even_reading(it.point.y));
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

/// How important items are against how good customers find them, parted at both means or where somebody drew the
/// cross (performance, importance); `None` where no item has both.
#[must_use]
pub fn importance_chart(
    source: &QualitySource<'_>,
    cross: Option<(f64, f64)>,
) -> Option<QualityChart<Quadrants>> {
    let words = source.words;
    let known: Vec<(Known<'_>, f64, f64)> = source
        .items()
        .filter_map(|it| Some((it, it.figures.readings.perceived?, it.figures.importance?)))
        .collect();
    if known.is_empty() {
        return None;
    }
    let mean = |values: &mut dyn Iterator<Item = f64>| values.sum::<f64>() / known.len() as f64;
    let means =
        (mean(&mut known.iter().map(|(_, x, _)| *x)), mean(&mut known.iter().map(|(.., y)| *y)));
    let parting = cross.unwrap_or(means);
    let placed: Vec<Placed> = known
        .iter()
        .map(|(known, x, y)| {
            let quadrant = quadrant(*y, *x, (parting.1, parting.0));
            let standing = match quadrant {
                Quadrant::Concentrate => Standing::Bad,
                Quadrant::KeepUp => Standing::Good,
                Quadrant::LowPriority => Standing::Plain,
                Quadrant::Overkill => Standing::Warn,
            };
            let point = QuadrantsPoint { x: *x, y: *y, name: known.item.text.clone(), standing };
            Placed { item: known.id, point, word: words.quadrant(quadrant).to_owned() }
        })
        .collect();
    let bad = || placed.iter().filter(|it| it.point.standing == Standing::Bad);
    // The most important of them, not the first of the document.
    let first = bad().max_by(|a, b| a.point.y.total_cmp(&b.point.y));
    let first = first.map_or("", |it| it.point.name.as_str());
    let arguments = [("count", bad().count().into()), ("first", first.into())];
    let title = words.with("items-importance-first", &arguments);
    let across = source.scale(placed.iter().map(|it| it.point.x).chain([parting.0]));
    let up = placed.iter().map(|it| it.point.y).chain([parting.1]);
    let up = seen(words, up, (0.0, f64::INFINITY));
    let field = |quadrant, standing| (words.quadrant(quadrant).to_owned(), standing);
    let from = importance_from(source.quality(), &source.found.items);
    let measure = match from {
        ImportanceFrom::Weight => "items-importance-axis-weight",
        ImportanceFrom::Should => "items-importance-axis-should",
    };
    let parted =
        words.text(if cross.is_some() { "items-cross-moved" } else { "items-cross-means" });
    let said = source.counted(placed.len(), &across);
    let mut facts = vec![said, parted.to_owned()];
    facts.extend(aside(source, from));
    let plane = Quadrants {
        title,
        subtitle: words.clauses(&facts),
        axes: ["items-performance-axis", measure].map(|key| words.text(key).to_owned()),
        across,
        up,
        cross: parting,
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

/// The items that were judged and have no importance of that sort, by name; `None` where all have it.
fn aside(source: &QualitySource<'_>, from: ImportanceFrom) -> Option<String> {
    let words = source.words;
    let without = source.items().filter(|known| {
        known.figures.readings.perceived.is_some() && known.figures.importance.is_none()
    });
    let names: Vec<&str> = without.map(|known| known.item.text.as_str()).collect();
    let arguments = [("items", words.list(&names, 3).into())];
    (!names.is_empty()).then(|| match from {
        ImportanceFrom::Weight => words.with("items-without-weight", &arguments),
        ImportanceFrom::Should => words.with("items-without-should", &arguments),
    })
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
