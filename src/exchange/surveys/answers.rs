//! Answers, a row per respondent, turned into statistics.

use super::columns::{Column, Laid};
use super::statistics::{covariance, deviation, mean};
use super::{SurveyFault, SurveyTableError, blank, is_missing, number};
use crate::blueprint::{
    KanoCounts, Quality, QualityDimension, Refusal, Scale, Survey, SurveyDimension, SurveyItem,
};
use crate::exchange::raw::RawRow;

/// An expected and a perceived value.
type Pair = (f64, f64);

/// What one respondent answered.
struct Respondent<'a> {
    laid: &'a Laid,
    row: &'a RawRow,
    scale: Scale,
}

impl Respondent<'_> {
    /// The value of a column; what is wrong is noted.
    fn value(&self, column: Column, errors: &mut Vec<SurveyTableError>) -> Option<f64> {
        let cell = self.row.cell(self.laid.place(column)?);
        if is_missing(cell) {
            return None;
        }
        let wrong = |fault| SurveyTableError {
            row: self.row.number,
            column: self.laid.heading(column).to_owned(),
            text: cell.trim().to_owned(),
            fault,
        };
        let Some(value) = number(cell) else {
            errors.push(wrong(SurveyFault::NotANumber));
            return None;
        };
        let fault = match column {
            Column::With(_) | Column::Without(_) => {
                let is_answer = value.fract() == 0.0 && (1.0..=5.0).contains(&value);
                (!is_answer).then_some(SurveyFault::NotAnAnswer)
            }
            Column::Points(_) => (value < 0.0).then_some(SurveyFault::Refused(Refusal::Negative)),
            _ => (!self.scale.holds(value)).then_some(SurveyFault::OffTheScale),
        };
        match fault {
            Some(fault) => {
                errors.push(wrong(fault));
                None
            }
            None => Some(value),
        }
    }
}

/// The answers of all respondents, column by column.
struct Table {
    columns: Vec<(Column, Vec<Option<f64>>)>,
}

impl Table {
    fn of(&self, column: Column) -> Option<&[Option<f64>]> {
        let found = self.columns.iter().find(|(own, _)| *own == column);
        found.map(|(_, values)| values.as_slice())
    }

    /// The answers in a column.
    fn known(&self, column: Column) -> Vec<f64> {
        self.of(column).into_iter().flatten().copied().flatten().collect()
    }

    /// Whether a respondent answered anything that counts: a pair, or a value that stands alone.
    fn has_answer(&self, at: usize) -> bool {
        let known = |column: Column| -> bool {
            self.of(column).and_then(|values| values.get(at)).copied().flatten().is_some()
        };
        self.columns.iter().any(|(column, _)| {
            // What was only expected is half a pair, and so is what one got where it was asked what one expects.
            let other = match *column {
                Column::Expected(item) => Some(Column::Perceived(item)),
                Column::Perceived(item) => Some(Column::Expected(item)),
                Column::ExpectedOf(dimension) => Some(Column::PerceivedOf(dimension)),
                Column::PerceivedOf(dimension) => Some(Column::ExpectedOf(dimension)),
                Column::With(item) => Some(Column::Without(item)),
                Column::Without(item) => Some(Column::With(item)),
                _ => None,
            };
            let other = other.filter(|other| self.of(*other).is_some());
            known(*column) && other.is_none_or(known)
        })
    }

    /// The pairs of two columns, one for each respondent.
    fn pairs(&self, expected: Column, perceived: Column) -> Vec<Option<Pair>> {
        let (Some(expected), Some(perceived)) = (self.of(expected), self.of(perceived)) else {
            return Vec::new();
        };
        expected.iter().zip(perceived).map(|(e, p)| e.zip(*p)).collect()
    }
}

/// The statistics of a table with a row per respondent.
pub fn read(
    laid: &Laid,
    rows: &[RawRow],
    quality: &Quality,
    errors: &mut Vec<SurveyTableError>,
) -> Survey {
    let read = laid.columns.iter().filter(|(column, ..)| *column != Column::Respondent);
    let columns = read.map(|(column, ..)| {
        let one = |row| Respondent { laid, row, scale: quality.scale };
        (*column, rows.iter().map(|row| one(row).value(*column, errors)).collect())
    });
    let table = Table { columns: columns.collect() };
    let gaps = dimension_pairs(&table, quality);
    let complete: Vec<[f64; 5]> = (0..rows.len())
        .filter_map(|at| {
            let mut row = [0.0; 5];
            for (cell, (_, pairs)) in row.iter_mut().zip(&gaps) {
                let (expected, perceived) = pairs.get(at).copied().flatten()?;
                *cell = perceived - expected;
            }
            Some(row)
        })
        .collect();
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let answered = (0..rows.len()).filter(|at| table.has_answer(*at));
    Survey {
        respondents: count(answered.count()),
        items: items(&table, quality),
        dimensions: gaps.iter().filter_map(|(it, pairs)| dimension(*it, pairs)).collect(),
        complete: count(complete.len()),
        covariance: covariance(&complete),
        weights: weights(&table),
        overall: mean(&table.known(Column::Overall)),
        ..Survey::default()
    }
}

fn items(table: &Table, quality: &Quality) -> Vec<SurveyItem> {
    let asked = quality.items.iter().enumerate();
    let asked = asked.map(|(at, (id, _))| {
        let pairs: Vec<Pair> = table
            .pairs(Column::Expected(at), Column::Perceived(at))
            .into_iter()
            .flatten()
            .collect();
        let only = table.of(Column::Expected(at)).is_none();
        let expected: Vec<f64> = pairs.iter().map(|(expected, _)| *expected).collect();
        let perceived: Vec<f64> = if only {
            table.known(Column::Perceived(at))
        } else {
            pairs.iter().map(|(_, perceived)| *perceived).collect()
        };
        let gaps: Vec<f64> =
            pairs.iter().map(|(expected, perceived)| perceived - expected).collect();
        let kano = kano(table, at);
        let answered = perceived.len().max(kano.map_or(0, |(_, answered)| answered));
        SurveyItem {
            n: u32::try_from(answered).unwrap_or(u32::MAX),
            expected: mean(&expected),
            perceived: mean(&perceived),
            least: mean(&table.known(Column::Least(at))),
            sd: if only { deviation(&perceived) } else { deviation(&gaps) },
            kano: kano.map(|(counts, _)| counts),
            ..blank(*id)
        }
    });
    asked.filter(|row| row.n > 0 || row.least.is_some()).collect()
}

/// What respondents say of an item with and without it, and how many of them.
fn kano(table: &Table, at: usize) -> Option<(KanoCounts, usize)> {
    let answers = table.pairs(Column::With(at), Column::Without(at));
    let answers: Vec<Pair> = answers.into_iter().flatten().collect();
    let mut counts = KanoCounts::default();
    for (with, without) in &answers {
        // Both were checked to be whole numbers from 1 to 5.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        counts.count(*with as u8, *without as u8);
    }
    (!answers.is_empty()).then_some((counts, answers.len()))
}

/// The mean pair of each respondent in each dimension: of those that are answered themselves, or of their items.
/// A respondent counts in a dimension if half of its pairs are there.
fn dimension_pairs(table: &Table, quality: &Quality) -> [(QualityDimension, Vec<Option<Pair>>); 5] {
    QualityDimension::ALL.map(|dimension| {
        let own = table.pairs(Column::ExpectedOf(dimension), Column::PerceivedOf(dimension));
        if !own.is_empty() {
            return (dimension, own);
        }
        let places = quality.items.iter().enumerate();
        let places = places.filter(|(_, (_, item))| item.dimension == Some(dimension));
        let of_items: Vec<Vec<Option<Pair>>> = places
            .map(|(at, _)| table.pairs(Column::Expected(at), Column::Perceived(at)))
            .filter(|pairs| !pairs.is_empty())
            .collect();
        let respondents = of_items.first().map_or(0, Vec::len);
        let one = |at: usize| -> Option<Pair> {
            let pairs: Vec<Pair> =
                of_items.iter().filter_map(|pairs| pairs.get(at).copied().flatten()).collect();
            if pairs.is_empty() || pairs.len() * 2 < of_items.len() {
                return None;
            }
            let n = pairs.len() as f64;
            let (expected, perceived) =
                pairs.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
            Some((expected / n, perceived / n))
        };
        (dimension, (0..respondents).map(one).collect())
    })
}

fn dimension(dimension: QualityDimension, pairs: &[Option<Pair>]) -> Option<SurveyDimension> {
    let known: Vec<Pair> = pairs.iter().flatten().copied().collect();
    let expected = mean(&known.iter().map(|(expected, _)| *expected).collect::<Vec<_>>())?;
    let perceived = mean(&known.iter().map(|(_, perceived)| *perceived).collect::<Vec<_>>())?;
    let gaps: Vec<f64> = known.iter().map(|(expected, perceived)| perceived - expected).collect();
    Some(SurveyDimension {
        dimension,
        n: u32::try_from(known.len()).unwrap_or(u32::MAX),
        expected,
        perceived,
        sd: deviation(&gaps),
    })
}

/// How many points all dimensions have together.
const ALL_POINTS: f64 = 100.0;

/// The mean points of the dimensions, of a hundred; `None` unless each has a column and somebody gave points to all.
/// Each respondent has as much of a say as another, whatever the points add up to.
fn weights(table: &Table) -> Option<[f64; 5]> {
    let mut columns: [&[Option<f64>]; 5] = [&[]; 5];
    for (column, dimension) in columns.iter_mut().zip(QualityDimension::ALL) {
        *column = table.of(Column::Points(dimension))?;
    }
    let respondents = columns.first().map_or(0, |column| column.len());
    let one = |at: usize| -> Option<[f64; 5]> {
        let mut points = [0.0; 5];
        for (own, column) in points.iter_mut().zip(columns) {
            *own = column.get(at).copied().flatten()?;
        }
        let sum: f64 = points.iter().sum();
        (sum > 0.0).then(|| points.map(|own| own / sum * ALL_POINTS))
    };
    let given: Vec<[f64; 5]> = (0..respondents).filter_map(one).collect();
    let mut weights = [0.0; 5];
    for points in &given {
        for (weight, own) in weights.iter_mut().zip(points) {
            *weight += own / given.len() as f64;
        }
    }
    (!given.is_empty()).then_some(weights)
}
