//! The sheets that cannot be answered, for the list of problems.

use std::sync::Arc;

use crate::background::{Memo, Snapshot};
use crate::blueprint::sheets::{Purpose, Sheet};
use crate::blueprint::{Blueprint, SheetId};
use crate::pictures::planning::sheet_faults;
use crate::wording::{Language, Wording};

/// Something that is wrong with a sheet, in words that name the sheet.
pub(in crate::ui) struct FaultySheet {
    pub sheet: SheetId,
    pub message: String,
}

/// What the list depends on: the sheets, and where the blueprint fills one of them the whole blueprint.
type FaultyKey = (Vec<Snapshot<Sheet>>, Option<Snapshot<Blueprint>>, Language);

/// Keeps the list as long as the sheets stay.
#[derive(Default)]
pub(super) struct FaultKeeper(Memo<FaultyKey, Arc<Vec<FaultySheet>>>);

impl FaultKeeper {
    /// What is wrong with the sheets, made anew only when one of them changes.
    pub fn of(&mut self, blueprint: &Arc<Blueprint>, words: &Wording) -> Arc<Vec<FaultySheet>> {
        let sheets = blueprint.sheets();
        let has_mix = sheets.iter().any(|(_, sheet)| sheet.purpose == Purpose::ServiceMix);
        let key = (
            sheets.iter().map(|(_, sheet)| Snapshot::of(sheet)).collect(),
            has_mix.then(|| Snapshot::of(blueprint)),
            words.language(),
        );
        let made = self.0.get(key, || {
            let of_sheet = |(id, sheet): &(SheetId, Arc<Sheet>)| -> Vec<FaultySheet> {
                let faults = sheet_faults(blueprint, sheet, words).into_iter();
                faults.map(|message| FaultySheet { sheet: *id, message }).collect()
            };
            Arc::new(sheets.iter().flat_map(of_sheet).collect())
        });
        Arc::clone(made)
    }
}
