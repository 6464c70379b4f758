//! The answer that follows the sheet.

use std::sync::Arc;

use egui::Context;

use crate::background::{Kept, Memo, Pace, Snapshot};
use crate::blueprint::SheetId;
use crate::blueprint::sheets::{Amounts, Sheet};
use crate::planning::sheet::{Answer, Beyond, Fault, beyond, solve, solve_unless};

use super::Shown;

/// Cells up to which a sheet is solved within a pass: with any amounts, and with whole ones.
const MOST_CELLS: usize = 150;
const MOST_WHOLE: usize = 30;
/// Items up to which what is beyond the answer follows the hand too.
const MOST_AT_ONCE: usize = 3;

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
    /// What there is beyond the last answer.
    beyond: Kept<FittedKey, Option<Arc<Beyond>>>,
}

impl Default for Keeper {
    fn default() -> Self {
        Self {
            kept: Kept::new("planning sheet"),
            last: None,
            before: None,
            faults: Arc::default(),
            fitted: Memo::default(),
            beyond: Kept::new("what is beyond a plan"),
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
        self.kept.is_busy() || self.beyond.is_busy()
    }

    /// Works the answer out anew where the sheet is another one.
    pub fn follow(&mut self, ctx: &Context, id: SheetId, sheet: &Arc<Sheet>, is_dragging: bool) {
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
        self.follow_beyond(ctx, sheet, is_dragging);
    }

    /// Looks for what is beyond the answer: of more than a few items not while the hand moves.
    fn follow_beyond(&mut self, ctx: &Context, sheet: &Arc<Sheet>, is_dragging: bool) {
        let fresh = self.last.as_ref().filter(|(_, of, _)| of.is(sheet));
        let Some((_, _, answer)) = fresh else { return self.beyond.rest() };
        let is_small = is_quick(sheet) && sheet.items.len() <= MOST_AT_ONCE;
        if is_dragging && !is_small {
            return self.beyond.rest();
        }
        let key = (Snapshot::of(sheet), Snapshot::of(answer));
        let (sheet, answer) = (Arc::clone(sheet), Arc::clone(answer));
        let pace = if is_small { Pace::AtOnce } else { Pace::Beside };
        self.beyond.follow(&key, ctx, pace, move |signal| {
            let cancelled = || pace == Pace::Beside && signal.is_cancelled();
            beyond(&sheet, &answer, &cancelled).map(Arc::new)
        });
    }

    /// What is beyond an answer, as far as it is known.
    fn known_beyond(&self, sheet: &Arc<Sheet>) -> Option<Arc<Beyond>> {
        let (of, _) = self.beyond.value_key()?;
        self.beyond.value().filter(|_| of.is(sheet)).cloned().flatten()
    }

    /// What is known of the sheet. While something is dragged, the answer before that stays too.
    pub fn shown(&mut self, id: SheetId, sheet: Arc<Sheet>, is_dragging: bool) -> Shown {
        let is_stale = !self.last.as_ref().is_some_and(|(_, of, _)| of.is(&sheet));
        let answer = if is_stale { self.fitted(&sheet) } else { self.last_answer() };
        if !is_dragging {
            self.before.clone_from(&answer);
        }
        let ghost = self.before.clone().filter(|_| is_dragging);
        let beyond = self.known_beyond(&sheet);
        let faults = Arc::clone(&self.faults);
        Shown { id, sheet, answer, beyond, faults, is_stale, ghost, mix: None }
    }

    /// What was shown before something became wrong: the sheet as it was, with its answer.
    pub fn past(&self, shown: &Shown) -> Option<Shown> {
        let (_, sheet, answer) = self.last.as_ref().filter(|(of, ..)| *of == shown.id)?;
        let is_past = shown.is_past() && shown.mix.is_none();
        is_past.then(|| Shown {
            sheet: Arc::clone(sheet),
            answer: Some(Arc::clone(answer)),
            faults: Arc::default(),
            is_stale: false,
            ghost: None,
            ..shown.clone()
        })
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
