//! A sheet as it is handed on: filled, solved, with its table as plain texts and its picture.

use crate::blueprint::Blueprint;
use crate::blueprint::sheets::{Purpose, Sheet};
use crate::drawing::charts::Easel;
use crate::drawing::{DisplayList, Rect};
use crate::planning::mix::{MixAnswer, fill, mix_answer};
use crate::planning::sheet::{Answer, Beyond, Fault, beyond, check, solve};
use crate::wording::Wording;

use super::bands::bands;
use super::plane::plane;
use super::table::{Cell, Table, table};

/// A sheet with its answer.
#[derive(Clone, Debug)]
pub struct Finished {
    /// The sheet; a mix as its blueprint fills it.
    pub sheet: Sheet,
    /// What comes out.
    pub answer: Answer,
    /// What there is beyond that.
    pub beyond: Beyond,
    /// What belongs to a mix.
    pub mix: Option<MixAnswer>,
}

/// Fills and solves a sheet.
///
/// # Errors
/// What is wrong with it, in words.
pub fn finished(
    blueprint: &Blueprint,
    sheet: &Sheet,
    words: &Wording,
) -> Result<Finished, Vec<String>> {
    if sheet.purpose != Purpose::ServiceMix {
        let answer = solve(sheet).map_err(|faults| said(sheet, &faults, words))?;
        let beyond = beyond(sheet, &answer, &|| false).unwrap_or_default();
        return Ok(Finished { sheet: sheet.clone(), answer, beyond, mix: None });
    }
    let (sheet, mix) = finished_mix(blueprint, sheet, words)?;
    let (answer, beyond) = (mix.answer.clone(), Beyond::default());
    Ok(Finished { sheet, answer, beyond, mix: Some(mix) })
}

/// Fills and solves a mix.
///
/// # Errors
/// What is wrong with it, in words.
pub fn finished_mix(
    blueprint: &Blueprint,
    sheet: &Sheet,
    words: &Wording,
) -> Result<(Sheet, MixAnswer), Vec<String>> {
    let scenario = sheet.mix.as_ref().and_then(|mix| blueprint.scenario(mix.scenario));
    let refused = |why| vec![words.mix_refusal(sheet, &why, scenario.map(AsRef::as_ref))];
    let filled = fill(blueprint, sheet).map_err(refused)?;
    let Some(scenario) = scenario else { return Err(Vec::new()) };
    let found =
        mix_answer(&filled, scenario).map_err(|faults| said(&filled.sheet, &faults, words))?;
    Ok((filled.sheet, found))
}

fn said(sheet: &Sheet, faults: &[Fault], words: &Wording) -> Vec<String> {
    faults.iter().map(|fault| words.sheet_fault(sheet, fault)).collect()
}

/// What is wrong with a sheet, in words, so that it has no answer.
#[must_use]
pub fn sheet_faults(blueprint: &Blueprint, sheet: &Sheet, words: &Wording) -> Vec<String> {
    if sheet.purpose != Purpose::ServiceMix {
        return said(sheet, &check(sheet), words);
    }
    match fill(blueprint, sheet) {
        Ok(filled) => said(&filled.sheet, &check(&filled.sheet), words),
        Err(why) => {
            let scenario = sheet.mix.as_ref().and_then(|mix| blueprint.scenario(mix.scenario));
            vec![words.mix_refusal(sheet, &why, scenario.map(AsRef::as_ref))]
        }
    }
}

impl Finished {
    /// Its table.
    #[must_use]
    pub fn table(&self, words: &Wording) -> Table {
        table(&self.sheet, (Some(&self.answer), Some(&self.beyond)), &[], words)
    }

    /// Draws the plane of two items or the bands of ways; whether there is either.
    pub fn draw(
        &self,
        easel: &Easel<'_>,
        area: Rect,
        list: &mut DisplayList,
        words: &Wording,
    ) -> bool {
        if self.sheet.purpose.has_ways() {
            if self.answer.value.is_some() {
                bands(&self.sheet, &self.answer, words).draw(list, easel, area);
            }
            return self.answer.value.is_some();
        }
        let Some(plane) = plane(&self.sheet, &self.answer, None, words) else { return false };
        let _ = plane.laid(easel, area).draw(list, None);
        true
    }

    /// How many rows, or columns, of a picture of ways there are.
    #[must_use]
    pub fn ends(&self) -> usize {
        self.sheet.from.len().max(self.sheet.to.len())
    }
}

impl Cell {
    /// All that stands in it, in a line.
    #[must_use]
    pub fn line(&self, words: &Wording) -> String {
        let parts = [&self.answer, &self.text, &self.note].map(String::as_str);
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if self.answer.is_empty() { words.clauses(&parts) } else { words.facts(&parts) }
    }
}
