//! The answer that follows the sheet.

use std::sync::Arc;

use egui::Context;

use crate::background::{Kept, Memo, Pace, Snapshot};
use crate::blueprint::SheetId;
use crate::blueprint::sheets::{Amounts, Sheet};
use crate::planning::sheet::{Answer, Fault, solve, solve_unless};

use super::Shown;

/// Cells up to which a sheet is solved within a pass: with any amounts, and with whole ones.
const MOST_CELLS: usize = 150;
const MOST_WHOLE: usize = 30;

/// What a last answer is beside: another version of its sheet.
type FittedKey = (Snapshot<Sheet>, Snapshot<Answer>);

type Outcome = Result<Option<Arc<Answer>>, Arc<Vec<Fault>>>;

/// Solves the sheet that is shown whenever it changes.
pub(super) struct Keeper {
    kept: Kept<Snapshot<Sheet>, Outcome>,
    /// The last answer, and of which version it is.
    last: Option<(SheetId, Snapshot<Sheet>, Arc<Answer>)>,
    /// The answer before what is dragged was dragged.
    before: Option<Arc<Answer>>,
    faults: Arc<Vec<Fault>>,
    fitted: Memo<FittedKey, Option<Arc<Answer>>>,
}

impl Default for Keeper {
    fn default() -> Self {
        Self {
            kept: Kept::new("planning sheet"),
            last: None,
            before: None,
            faults: Arc::default(),
            fitted: Memo::default(),
        }
    }
}

/// Whether a sheet is solved so quickly that it need not leave the thread that draws.
pub(super) fn is_quick(sheet: &Sheet) -> bool {
    if sheet.purpose.has_ways() {
        return sheet.from.len() * sheet.to.len() <= MOST_CELLS;
    }
    let is_whole = sheet.amounts != Amounts::Any
        || sheet.items.iter().any(|item| item.amounts.is_some_and(|own| own != Amounts::Any));
    let cells = sheet.items.len() * (sheet.limits.len() + 1);
    cells <= if is_whole { MOST_WHOLE } else { MOST_CELLS }
}

impl Keeper {
    pub fn is_busy(&self) -> bool {
        self.kept.is_busy()
    }

    /// Works the answer out anew where the sheet is another one.
    pub fn follow(&mut self, ctx: &Context, id: SheetId, sheet: &Arc<Sheet>) {
        let key = Snapshot::of(sheet);
        let task = Arc::clone(sheet);
        let pace = if is_quick(sheet) { Pace::AtOnce } else { Pace::Beside };
        self.kept.follow(&key, ctx, pace, move |signal| {
            let answer = if pace == Pace::AtOnce {
                solve(&task).map(Some)
            } else {
                solve_unless(&task, &|| signal.is_cancelled())
            };
            answer.map(|answer| answer.map(Arc::new)).map_err(Arc::new)
        });
        if self.last.as_ref().is_some_and(|(of, ..)| *of != id) {
            self.last = None;
            self.before = None;
        }
        if !self.kept.is_for(&key) {
            return;
        }
        match self.kept.value() {
            Some(Ok(Some(answer))) => {
                self.faults = Arc::default();
                self.last = Some((id, key, Arc::clone(answer)));
            }
            Some(Err(faults)) => self.faults = Arc::clone(faults),
            Some(Ok(None)) | None => {}
        }
    }

    /// What is known of the sheet. While something is dragged, the answer before that stays too.
    pub fn shown(&mut self, id: SheetId, sheet: Arc<Sheet>, is_dragging: bool) -> Shown {
        let is_stale = !self.last.as_ref().is_some_and(|(_, of, _)| of.is(&sheet));
        let answer = if is_stale { self.fitted(&sheet) } else { self.last_answer() };
        if !is_dragging {
            self.before.clone_from(&answer);
        }
        let ghost = self.before.clone().filter(|_| is_dragging);
        Shown { id, sheet, answer, faults: Arc::clone(&self.faults), is_stale, ghost, mix: None }
    }

    fn last_answer(&self) -> Option<Arc<Answer>> {
        self.last.as_ref().map(|(_, _, answer)| Arc::clone(answer))
    }

    /// The last answer as far as it is about what is there now; nothing where it is about something else.
    fn fitted(&mut self, sheet: &Arc<Sheet>) -> Option<Arc<Answer>> {
        let last = self.last_answer()?;
        let key = (Snapshot::of(sheet), Snapshot::of(&last));
        self.fitted.get(key, || last.fitted(sheet).map(Arc::new)).clone()
    }

    /// Why the sheet as it is could not be solved, where the work broke down.
    pub fn has_failed(&self) -> bool {
        self.kept.has_failed()
    }

    /// Tries once more.
    pub fn again(&mut self) {
        self.kept.again();
    }
}
