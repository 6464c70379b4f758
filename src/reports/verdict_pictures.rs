//! The small pictures of the verdict page: the sheet, and beside each other how busy everything is and how waits grow.

use std::sync::Arc;

use super::ReportSource;
use crate::blueprint::StepId;
use crate::drawing::{
    DisplayList, DocumentBlock, DocumentPicture, MeasureText, Rect, comment_pins,
};
use crate::pictures::{Chart, ChartSource, SheetChoice, SheetPicture, caption, in_short};

/// How wide and high a chart is drawn, in points, and what lies between two.
const WIDTH: f32 = 430.0;
const HEIGHT: f32 = 270.0;
const GAP: f32 = 24.0;
/// How many times wider than high the room of the sheet is at least.
const LEAST_ASPECT: f32 = 2.4;

/// The pictures, the most telling first: a page leaves out the last ones where it has no room. The sheet bears pins with
/// the numbers of comments.
#[must_use]
pub fn verdict_pictures(
    source: &ReportSource<'_>,
    pins: &[(StepId, String)],
    measure: &dyn MeasureText,
) -> Vec<DocumentBlock> {
    let pictures = [charts(source, measure), sheet(source, pins, measure)];
    let pictures = pictures.into_iter().flatten();
    pictures.map(|picture| DocumentBlock::Picture(Box::new(picture))).collect()
}

fn charts(source: &ReportSource<'_>, measure: &dyn MeasureText) -> Option<DocumentPicture> {
    let shown = source.shown;
    let from = ChartSource { shown, service: source.service(), other: None };
    let mut lists = Vec::new();
    let mut names = Vec::new();
    for chart in [Chart::Load, Chart::Waiting] {
        let left = lists.len() as f32 * (WIDTH + GAP);
        let area = Rect::new(left, 0.0, left + WIDTH, HEIGHT);
        let mut list = DisplayList::new();
        if chart.draw(&from, measure, area, &mut list).is_ok() {
            lists.push(list);
            names.push(shown.words.text(chart.key()));
        }
    }
    let width = lists.len() as f32 * (WIDTH + GAP) - GAP;
    let title = shown.words.list(&names, names.len());
    (!lists.is_empty()).then(|| DocumentPicture {
        name: "-charts",
        description: title.clone(),
        title,
        lists: lists.into(),
        // One alone is no larger than two.
        viewport: Rect::new(0.0, 0.0, width.max(2.0 * WIDTH + GAP), HEIGHT),
        ..DocumentPicture::default()
    })
}

fn sheet(
    source: &ReportSource<'_>,
    pins: &[(StepId, String)],
    measure: &dyn MeasureText,
) -> Option<DocumentPicture> {
    let shown = source.shown;
    if shown.scenario.steps().is_empty() {
        return None;
    }
    let picture = SheetPicture::of(&shown, &SheetChoice::default());
    let mut lists = Vec::new();
    let (viewport, _) = picture.draw_within(f32::INFINITY, measure, &mut lists);
    let mut pinned = DisplayList::new();
    pinned.clip_to(viewport);
    let at_corner = |(step, text): &(StepId, String)| {
        let card = picture.card_in_row(*step).filter(|_| picture.shows(*step))?;
        Some((card.max, text.clone()))
    };
    let pins: Vec<_> = pins.iter().filter_map(at_corner).collect();
    comment_pins(&pins, &mut pinned);
    lists.push(pinned);
    lists.retain(|list: &DisplayList| !list.is_empty());
    // A small one: no higher than this part of the width that it has.
    let aside = (viewport.height() * LEAST_ASPECT - viewport.width()).max(0.0) / 2.0;
    let viewport = Rect::new(
        viewport.left() - aside,
        viewport.top(),
        viewport.right() + aside,
        viewport.bottom(),
    );
    Some(DocumentPicture {
        name: "-sheet",
        title: caption(shown.words, source.service(), source.scenario(), false),
        description: in_short(&shown),
        lists: Arc::from(lists),
        viewport,
        ..DocumentPicture::default()
    })
}
