//! The table of a service mix: the blueprint fills most of it.

use crate::blueprint::sheets::Sheet;
use crate::planning::exact::Number;
use crate::planning::sheet::Place;
use crate::wording::Wording;

use super::table::{Part, Table};

impl Table {
    /// A table that a blueprint fills: only worths, least and most are anybody's to write.
    pub(super) fn filled(mut self, sheet: &Sheet, words: &Wording) -> Self {
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            // Work that several can do is nobody's own.
            if let Part::Number(Place::Uses { item, limit }) = cell.part
                && let Some(minutes) = shared(sheet, item, limit)
            {
                if cell.text == "0" {
                    cell.text.clear();
                }
                let minutes = words.exact_number(&minutes);
                cell.note = words.with("planner-mix-shared-cell", &[("minutes", minutes.into())]);
            }
            // What an hour of people offers are minutes.
            if matches!(cell.part, Part::Number(Place::LimitAmount(_))) && !cell.text.is_empty() {
                cell.text = words.with("planner-minutes", &[("value", cell.text.as_str().into())]);
            }
            let is_own = match cell.part {
                Part::Number(place) => {
                    matches!(place, Place::Worth(_) | Place::Least(_) | Place::Most(_))
                }
                Part::Blank | Part::Head | Part::Computed => true,
                Part::Name(_) | Part::Sense(_) | Part::Kind(_) => false,
            };
            if !is_own {
                cell.part = Part::Computed;
            }
        }
        self
    }
}

/// The minutes of a class that a pool may do and others too; nothing where there are none. They stand in hidden
/// limits that tie a class to the hidden items of those who can do its work.
fn shared(sheet: &Sheet, item: usize, limit: usize) -> Option<Number> {
    let uses = |item: usize, limit: usize| {
        let uses = sheet.items.get(item)?.uses.get(limit)?;
        uses.number().ok().filter(|number| !number.is_zero())
    };
    let ties = (0..sheet.limits.len()).filter(|tie| sheet.limits[*tie].is_hidden);
    let minutes = ties.filter_map(|tie| {
        let asked = uses(item, tie)?;
        let mut helpers = (0..sheet.items.len()).filter(|at| sheet.items[*at].is_hidden);
        let can = helpers.any(|at| uses(at, tie).is_some() && uses(at, limit).is_some());
        can.then(|| asked.abs())
    });
    let minutes: Number = minutes.sum();
    minutes.is_positive().then_some(minutes)
}
