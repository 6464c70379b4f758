//! A picture of items drawn whole, for a page.

use crate::blueprint::Blueprint;
use crate::drawing::charts::{Caption, Easel, Frame, Look, Quadrants, draw_rows, halves};
use crate::drawing::{DisplayList, MeasureText, Rect};
use crate::pictures::{Shown, caption};
use crate::quality::{Question, assess};
use crate::wording::Wording;

use super::source::{QualityChart, QualityPicture, QualitySource};
use super::{importance_chart, kano_chart, profile_chart, tolerance_chart, waterfall_chart};

/// Two pictures beside each other need so much room, before it grows.
const BOTH: f32 = 820.0;
/// The part of it that the bars get.
const BARS: f32 = 0.6;

/// Draws a picture of the items of a file into a rectangle, with the line below that says of what it is. Answers
/// what there is to see, in words; `None` where there is nothing.
#[must_use]
pub fn draw_quality(
    picture: QualityPicture,
    blueprint: &Blueprint,
    shown: &Shown<'_>,
    text: &dyn MeasureText,
    area: Rect,
    list: &mut DisplayList,
) -> Option<String> {
    list.clear();
    let easel = match picture {
        // Two beside each other: larger letters would have no room below the bars.
        QualityPicture::Gaps => Easel::plain(text),
        _ => Easel::of(area.size(), text),
    };
    draw_quality_with(picture, blueprint, shown, &easel, area, list)
}

/// As [`draw_quality`], in letters of another size and into a list that is not cleared.
#[must_use]
pub fn draw_quality_with(
    picture: QualityPicture,
    blueprint: &Blueprint,
    shown: &Shown<'_>,
    easel: &Easel<'_>,
    area: Rect,
    list: &mut DisplayList,
) -> Option<String> {
    let Shown { scenario, words, .. } = *shown;
    // No day is asked for: nothing here is due or late.
    let found = assess(blueprint, scenario, shown.analysis, &Question::default());
    let source = QualitySource { blueprint, scenario, found: &found, words };
    let names = caption(words, blueprint.title(), scenario.name(), false);
    let around = Caption { names, ..Caption::default() };
    let frame = |list: &mut DisplayList| Frame::draw(&around, None, easel, area, list);
    match picture {
        QualityPicture::Profile => {
            let mut chart = profile_chart(&source)?;
            let body = frame(list);
            // Where there is no room for all, as on a wall, the dimensions alone are read.
            if !chart.values.laid(easel, body.width()).has_room(body.height()) {
                chart.values.rows.retain(|row| row.is_dimension);
            }
            let rows = chart.values.laid(easel, body.width());
            draw_rows(&rows, easel, body, &Look::default(), list);
            Some(chart.values.title)
        }
        QualityPicture::Gaps => {
            let fall = source.sorest().and_then(|item| waterfall_chart(&source, item, None));
            let zone = tolerance_chart(&source);
            let body = frame(list);
            // Where there is no room for both, as on a wall, the bars alone are read.
            let zone = zone.filter(|_| fall.is_none() || body.width() >= easel.length(BOTH));
            let [left, right] = match (&fall, &zone) {
                (Some(_), Some(_)) => {
                    let wide = body.left() + 2.0 * BARS * body.width();
                    let around = Rect::new(body.left(), body.top(), wide, body.bottom());
                    let [left, right] = halves(easel, around, list);
                    [left, Rect::new(right.left(), right.top(), body.right(), right.bottom())]
                }
                _ => [body; 2],
            };
            if let Some(fall) = &fall {
                fall.values.laid(easel, left).draw(list, &Look::default());
            }
            if let Some(zone) = &zone {
                draw_rows(&zone.values.laid(easel), easel, right, &Look::default(), list);
            }
            let titles = [fall.map(|it| it.values.title), zone.map(|it| it.values.title)];
            let titles: Vec<String> = titles.into_iter().flatten().collect();
            (!titles.is_empty()).then(|| words.clauses(&titles))
        }
        QualityPicture::Importance => {
            Some(plane(&importance_chart(&source, None)?, words, easel, frame(list), list))
        }
        QualityPicture::Kano => Some(plane(&kano_chart(&source)?, words, easel, frame(list), list)),
    }
}

fn plane(
    chart: &QualityChart<Quadrants>,
    words: &Wording,
    easel: &Easel<'_>,
    area: Rect,
    list: &mut DisplayList,
) -> String {
    let unnamed = |count: usize| words.with("items-unnamed", &[("count", count.into())]);
    chart.values.laid(easel, area).draw(list, &Look::default(), &unnamed);
    chart.values.title.clone()
}
