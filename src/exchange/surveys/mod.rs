//! Tables of what customers answered. From answers, only statistics are kept: no row of a respondent leaves this
//! room.
//!
//! | table | columns |
//! |---|---|
//! | answers | a row per respondent: `E1…`, `P1…` (expected, perceived), optionally `M1…` (the least that is accepted), `W_rel…W_tan` (points of the dimensions), `overall` |
//! | dimensions | a row per respondent: `E_rel, P_rel, …` |
//! | means | a row per item: `item` and any of `dimension, importance, expected, perceived, least, n, sd` |
//! | Kano | a row per respondent: `K1+, K1-, …`, or a row per item: `item, A, O, M, I, R, Q` |
//!
//! Headings are understood in both languages. A blank, `-` and `n/a` are no answer. Either nothing is wrong with a
//! table, or nothing of it is taken until somebody says that what is wrong may be left out.

mod answers;
mod columns;
mod finding;
mod lists;
mod statistics;

use super::day_tables::rows;
use super::raw::RawRow;
use crate::blueprint::{
    Item, ItemId, KanoCounts, Quality, QualityDimension, Refusal, Survey, SurveyItem,
};
use columns::{Form, laid_out};
pub use finding::{is_survey, survey_in};

/// Fewest respondents from which something should be concluded.
pub const FEW_RESPONDENTS: u32 = 5;

/// How many sentences the classical questionnaire has (Parasuraman, Zeithaml & Berry 1988).
pub const CLASSICAL_ITEMS: usize = 22;

/// The dimensions of the classical questionnaire in its order: 4 of tangibles, 5 of reliability, 4 of
/// responsiveness, 4 of assurance, 5 of empathy.
#[must_use]
pub fn classical_dimension(at: usize) -> Option<QualityDimension> {
    Some(match at {
        0..=3 => QualityDimension::Tangibles,
        4..=8 => QualityDimension::Reliability,
        9..=12 => QualityDimension::Responsiveness,
        13..=16 => QualityDimension::Assurance,
        17..=21 => QualityDimension::Empathy,
        _ => return None,
    })
}

/// What is wrong at a place of a table of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SurveyFault {
    /// The table cannot be told apart into rows.
    Table,
    /// There is nothing in it.
    Empty,
    /// Its headings are those of no such table.
    NoForm,
    /// A column of another table, or of an item that there is not.
    UnknownColumn,
    /// A column that is there already.
    DoubledColumn,
    /// A column whose partner is missing, with the partner's heading.
    Unpaired(String),
    /// Not a number.
    NotANumber,
    /// Off the scale.
    OffTheScale,
    /// A deviation that no answers on the scale can have, with the largest there can be, in hundredths.
    TooWide(u32),
    /// Not a number from 1 to 5.
    NotAnAnswer,
    /// Below zero, or not finite.
    Refused(Refusal),
    /// No dimension is called so.
    NoDimension,
    /// The item has a row already.
    DoubledItem,
    /// The row has no item.
    NoItem,
    /// The row has another number of cells than there are headings.
    CellCount {
        /// How many it has.
        found: usize,
        /// How many there are headings.
        expected: usize,
    },
}

/// Something that is wrong with a table of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyTableError {
    /// In which row, counted from 1 as a spreadsheet does; 0 for the table as a whole.
    pub row: usize,
    /// Under which heading, as it is written.
    pub column: String,
    /// What stands there.
    pub text: String,
    /// What it is.
    pub fault: SurveyFault,
}

impl SurveyTableError {
    /// Whether the rest can be taken without it.
    #[must_use]
    pub fn can_be_left_out(&self) -> bool {
        !matches!(self.fault, SurveyFault::Table | SurveyFault::Empty | SurveyFault::NoForm)
    }
}

/// A table that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadSurvey {
    /// What customers judge, with what they answered as the last survey.
    pub quality: Quality,
    /// What was left out, in the order of the rows.
    pub left_out: Vec<SurveyTableError>,
}

/// What a table is read with.
pub struct SurveyReading<'a> {
    /// Where it comes from, such as the name of a file.
    pub source: &'a str,
    /// The sentences of the classical questionnaire, which a document without items gets.
    pub classical: &'a [String],
    /// Whether what is wrong is left out.
    pub skip_bad: bool,
}

/// Reads a table of answers about what customers judge. Linear.
///
/// # Errors
/// Everything that is wrong, in the order of the rows; what can be left out alone is none where it shall be.
pub fn read_survey(
    text: &str,
    quality: &Quality,
    reading: &SurveyReading<'_>,
    fresh: &mut dyn FnMut() -> ItemId,
) -> Result<ReadSurvey, Vec<SurveyTableError>> {
    let whole = |fault| {
        vec![SurveyTableError { row: 0, column: String::new(), text: String::new(), fault }]
    };
    if text.trim().is_empty() {
        return Err(whole(SurveyFault::Empty));
    }
    let rows = rows(text).map_err(|errors| {
        let row = errors.first().map_or(0, |error| error.row);
        let text = errors.first().map_or_else(String::new, |error| error.text.clone());
        vec![SurveyTableError { row, column: String::new(), text, fault: SurveyFault::Table }]
    })?;
    let mut rows = rows.into_iter();
    let Some(head) = rows.next() else { return Err(whole(SurveyFault::Empty)) };
    let mut quality = quality.clone();
    let (laid, mut errors) = laid_out(&head, quality.items.len());
    let Some(form) = laid.form else {
        let text = head.cells.join(", ");
        let column = String::new();
        let fault = SurveyFault::NoForm;
        return Err(vec![SurveyTableError { row: head.number, column, text, fault }]);
    };
    if laid.asks_about_items() && quality.items.is_empty() {
        add_classical(&mut quality, reading.classical, fresh);
    }
    let rows: Vec<RawRow> = rows.filter(|row| row.cells.iter().any(|it| !is_missing(it))).collect();
    if rows.is_empty() {
        return Err(whole(SurveyFault::Empty));
    }
    let expected = filled(&head);
    let (rows, ragged): (Vec<RawRow>, Vec<RawRow>) =
        rows.into_iter().partition(|row| row.cells.len() >= expected && filled(row) <= expected);
    // Answers that are shifted or cut off would be taken for those of other questions.
    errors.extend(ragged.iter().map(|row| SurveyTableError {
        row: row.number,
        column: String::new(),
        text: String::new(),
        fault: SurveyFault::CellCount {
            found: filled(row).max(row.cells.len().min(expected)),
            expected,
        },
    }));
    let survey = match form {
        Form::Answers => answers::read(&laid, &rows, &quality, &mut errors),
        Form::Means | Form::KanoCounts => {
            lists::read(&laid, &rows, &mut quality, fresh, &mut errors)
        }
    };
    errors.sort_by_key(|error| error.row);
    let may_go_on = reading.skip_bad && errors.iter().all(SurveyTableError::can_be_left_out);
    if !errors.is_empty() && !may_go_on {
        return Err(errors);
    }
    let says = |row: &SurveyItem| {
        let readings = [row.expected, row.perceived, row.least];
        readings.iter().any(Option::is_some) || row.kano.as_ref().is_some_and(has_answers)
    };
    let asks_kano = form == Form::KanoCounts || laid.asks_only_with_and_without();
    if asks_kano && errors.is_empty() && !survey.items.iter().any(says) {
        return Err(whole(SurveyFault::Empty));
    }
    quality.surveys.push(Survey { source: reading.source.to_owned(), ..survey });
    Ok(ReadSurvey { quality, left_out: errors })
}

/// Whether anybody said anything about a feature.
fn has_answers(counts: &KanoCounts) -> bool {
    let KanoCounts { attractive, one_dimensional, must_be, indifferent, reverse, questionable } =
        *counts;
    let all = [attractive, one_dimensional, must_be, indifferent, reverse, questionable];
    all.iter().any(|count| *count > 0.0)
}

/// Gives a document without items those of the classical questionnaire.
fn add_classical(quality: &mut Quality, texts: &[String], fresh: &mut dyn FnMut() -> ItemId) {
    let items = texts.iter().take(CLASSICAL_ITEMS).enumerate();
    quality.items.extend(items.map(|(at, text)| {
        let dimension = classical_dimension(at);
        (fresh(), Item { text: text.clone(), dimension, ..Item::default() })
    }));
}

/// How many cells a row has up to the last that is not blank.
fn filled(row: &RawRow) -> usize {
    row.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1)
}

/// Whether a cell is no answer.
fn is_missing(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    matches!(cell.as_str(), "" | "-" | "–" | "—" | "－" | "n/a" | "na" | "无")
}

/// A number with a point or a comma, its digits of any width.
fn number(cell: &str) -> Option<f64> {
    let narrow = |letter: char| match letter {
        '０'..='９' => char::from_u32(letter as u32 - '０' as u32 + '0' as u32).unwrap_or(letter),
        '．' | ',' | '，' => '.',
        '－' | '−' => '-',
        letter => letter,
    };
    let text: String = cell.trim().chars().map(narrow).collect();
    // Words such as “inf” are numbers to a computer alone.
    let is_written_so =
        text.chars().all(|letter| letter.is_ascii_digit() || "+-.e".contains(letter));
    text.parse().ok().filter(|value: &f64| is_written_so && value.is_finite())
}

/// A row about an item of which nothing is known yet.
fn blank(item: ItemId) -> SurveyItem {
    SurveyItem { item, n: 0, expected: None, perceived: None, least: None, sd: None, kano: None }
}
