//! Tables with a row per item: means, or counts of Kano's categories.

use super::columns::{Column, Laid, dimension_of};
use super::{SurveyFault, SurveyTableError, blank, is_missing, number};
use crate::blueprint::{
    Item, ItemId, KanoCounts, Quality, QualityDimension, Refusal, Survey, SurveyItem,
};
use crate::exchange::raw::RawRow;

/// A row that is read; what is wrong is noted.
struct Line<'a> {
    laid: &'a Laid,
    row: &'a RawRow,
    errors: &'a mut Vec<SurveyTableError>,
}

impl Line<'_> {
    fn cell(&self, column: Column) -> &str {
        self.laid.place(column).map_or("", |at| self.row.cell(at)).trim()
    }

    fn wrong(&mut self, column: Column, fault: SurveyFault) {
        self.errors.push(SurveyTableError {
            row: self.row.number,
            column: self.laid.heading(column).to_owned(),
            text: self.cell(column).to_owned(),
            fault,
        });
    }

    fn number(&mut self, column: Column, fits: impl Fn(f64) -> Option<SurveyFault>) -> Option<f64> {
        if is_missing(self.cell(column)) {
            return None;
        }
        let value = number(self.cell(column));
        match value.map_or(Some(SurveyFault::NotANumber), fits) {
            Some(fault) => {
                self.wrong(column, fault);
                None
            }
            None => value,
        }
    }

    fn dimension(&mut self) -> Option<QualityDimension> {
        let cell = self.cell(Column::Dimension);
        if is_missing(cell) {
            return None;
        }
        let found = dimension_of(cell);
        if found.is_none() {
            self.wrong(Column::Dimension, SurveyFault::NoDimension);
        }
        found
    }
}

fn not_negative(value: f64) -> Option<SurveyFault> {
    (value < 0.0).then_some(SurveyFault::Refused(Refusal::Negative))
}

/// A deviation that no answers on the scale can have.
fn too_wide(value: f64, most: f64) -> Option<SurveyFault> {
    // Rounded up: what is written to two digits is no fault.
    // A scale is no wider than what fits.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let hundredths = (most * 100.0).ceil() as u32;
    (value * 100.0 > f64::from(hundredths)).then_some(SurveyFault::TooWide(hundredths))
}

fn whole(value: f64) -> Option<SurveyFault> {
    let is_count = value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&value);
    (!is_count).then_some(SurveyFault::Refused(Refusal::NotACount))
}

/// A mean of nobody is none.
fn at_least_one(value: f64) -> Option<SurveyFault> {
    whole(value).or((value < 1.0).then_some(SurveyFault::Refused(Refusal::NotACount)))
}

/// The statistics of a table with a row per item; items that are not there yet are added.
pub fn read(
    laid: &Laid,
    rows: &[RawRow],
    quality: &mut Quality,
    fresh: &mut dyn FnMut() -> ItemId,
    errors: &mut Vec<SurveyTableError>,
) -> Survey {
    let mut survey = Survey::default();
    let scale = quality.scale;
    let on_scale = |value: f64| (!scale.holds(value)).then_some(SurveyFault::OffTheScale);
    for row in rows {
        let mut line = Line { laid, row, errors };
        let text = line.cell(Column::Item).to_owned();
        if text.is_empty() {
            line.wrong(Column::Item, SurveyFault::NoItem);
            continue;
        }
        let dimension = line.dimension();
        let importance = line.number(Column::Importance, not_negative);
        let n = line.number(Column::Count, at_least_one).unwrap_or_default();
        let known = item_called(quality, &text);
        if known.is_some_and(|id| survey.items.iter().any(|row| row.item == id)) {
            line.wrong(Column::Item, SurveyFault::DoubledItem);
            continue;
        }
        let id = known.unwrap_or_else(|| {
            let id = fresh();
            quality.items.push((id, Item { text: text.clone(), ..Item::default() }));
            id
        });
        if let Some((_, item)) = quality.items.iter_mut().find(|(own, _)| *own == id) {
            item.dimension = dimension.or(item.dimension);
            item.weight = importance.or(item.weight);
        }
        // Checked to be a count.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let n = n as u32;
        let read = SurveyItem {
            n,
            expected: line.number(Column::MeanExpected, on_scale),
            perceived: line.number(Column::MeanPerceived, on_scale),
            least: line.number(Column::MeanLeast, on_scale),
            kano: kano(&mut line),
            ..blank(id)
        };
        let most = scale.most_deviation((read.expected, read.perceived), read.n);
        let sd = line.number(Column::Deviation, |value| {
            not_negative(value).or_else(|| too_wide(value, most))
        });
        let read = SurveyItem { sd, ..read };
        survey.respondents = survey.respondents.max(read.n);
        survey.items.push(read);
    }
    survey
}

/// The item of a text, or of its number from 1.
fn item_called(quality: &Quality, text: &str) -> Option<ItemId> {
    let same = |item: &Item| item.text.trim().to_lowercase() == text.trim().to_lowercase();
    let by_text = quality.items.iter().find(|(_, item)| same(item));
    let by_number = || {
        let place: usize = text.trim().parse().ok()?;
        quality.items.get(place.checked_sub(1)?)
    };
    by_text.or_else(by_number).map(|(id, _)| *id)
}

fn kano(line: &mut Line<'_>) -> Option<KanoCounts> {
    let mut counts = [0.0; 6];
    let mut any = false;
    for (at, count) in counts.iter_mut().enumerate() {
        if let Some(value) = line.number(Column::Category(at), not_negative) {
            (*count, any) = (value, true);
        }
    }
    let [attractive, one_dimensional, must_be, indifferent, reverse, questionable] = counts;
    any.then_some(KanoCounts {
        attractive,
        one_dimensional,
        must_be,
        indifferent,
        reverse,
        questionable,
    })
}
