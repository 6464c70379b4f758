//! Planning sheets in the window: tabs behind the scenarios, a table in the place of the blueprint, what it says
//! beside it, and its pictures below.
//!
//! - `keeper`: the answer that follows the sheet, off the thread where that takes long;
//! - `grid`, `grid_keys`, `grid_cells`, `held_columns`: the table, its keys, how its cells are painted and where they
//!   lie; `numbers`: a number that is dragged;
//! - `strip`: what holds for the whole sheet, above the table;
//! - `page`: where all of it lies; `pictures`: the plane, the bands, the bars; `course`: value against a number;
//! - `mix`, `mix_bars`: a service mix, which the blueprint fills;
//! - `faulty`: the sheets that have no answer, for the list of problems;
//! - `beside`, `what_if`, `left`: the panels; `acts`: sheets that come and go, as `wish` asks; `starters`: what a new one begins
//!   with.
//!
//! # What always holds
//!
//! - A drag and a cell that is typed into are one step to undo, and Esc takes them back.
//! - What is wrong stands in its cell, and the last answer stays, greyed.
//! - Nothing waits for a large sheet: its last answer stays until the new one is there.

mod acts;
mod beside;
mod course;
mod faulty;
mod grid;
mod grid_cells;
mod grid_keys;
mod held_columns;
mod keeper;
mod left;
mod mix;
mod mix_bars;
mod numbers;
mod page;
mod pictures;
mod starters;
mod strip;
mod what_if;
mod wish;

use std::cell::RefCell;
use std::sync::Arc;

use egui::Ui;

use crate::background::{Memo, Snapshot};
use crate::blueprint::sheets::{Purpose, Sheet};
use crate::blueprint::{Blueprint, SheetId};
use crate::drawing::{DisplayList, KnownWidths};
use crate::editor::{DocumentEdit, GestureId, SheetWork};
use crate::pictures::planning::Table;
use crate::planning::mix::{MixRefusal, fill_open, usual_classes, with_table};
use crate::planning::sheet::{Answer, Beyond, Fault};
use crate::wording::{Language, Wording};

use super::three_columns::STALE;
use super::view_context::{Action, ViewContext};
pub(super) use wish::PlanWish;

use course::CourseKeeper;
use faulty::FaultKeeper;
pub(super) use faulty::FaultySheet;
use grid::Grid;
use keeper::Keeper;
use mix::{Mix, MixKeeper};
use pictures::Pictures;

/// What is dragged or typed in a planning sheet.
pub(super) const PLANNING: GestureId = GestureId(6);

/// The sheet that is shown, with what is known of it.
#[derive(Clone)]
struct Shown {
    id: SheetId,
    sheet: Arc<Sheet>,
    answer: Option<Arc<Answer>>,
    /// What there is beyond the answer, as soon as it is known.
    beyond: Option<Arc<Beyond>>,
    faults: Arc<Vec<Fault>>,
    /// Whether the answer is that of an earlier version.
    is_stale: bool,
    /// The answer before what is dragged was dragged.
    ghost: Option<Arc<Answer>>,
    /// What fills it, where it is a mix, or why that cannot be.
    mix: Option<Result<Arc<Mix>, MixRefusal>>,
}

impl Shown {
    /// Whether something is wrong, so that what is shown is how it was before.
    fn is_past(&self) -> bool {
        self.answer.is_some() && (!self.faults.is_empty() || matches!(self.mix, Some(Err(_))))
    }
}

/// What a table depends on.
type TableKey = (
    Snapshot<Sheet>,
    Option<Snapshot<Answer>>,
    Option<Snapshot<Beyond>>,
    Snapshot<Vec<Fault>>,
    Language,
);

/// A table with the widths that its columns have by themselves.
struct Laid {
    table: Table,
    widths: Vec<[f32; 2]>,
}

/// What planning sheets remember from frame to frame.
#[derive(Default)]
pub(super) struct PlanningDesk {
    keeper: Keeper,
    grid: Grid,
    pictures: Pictures,
    course: CourseKeeper,
    mixes: MixKeeper,
    /// What is wrong with sheets, as long as they stay.
    faulty: FaultKeeper,
    /// The cells, and how wide they want to be, as long as sheet, answer and language stay.
    table: Memo<TableKey, Arc<Laid>>,
    /// The sheet that was shown when it went: undo shows it again.
    gone: Option<SheetId>,
    list: DisplayList,
    widths: RefCell<KnownWidths>,
}

impl PlanningDesk {
    /// Whether something is worked out off the window's thread.
    pub fn is_busy(&self) -> bool {
        self.keeper.is_busy() || self.course.is_busy()
    }

    /// Brings the answer up to date; nothing where the sheet is gone.
    fn shown(&mut self, ui: &Ui, view: &ViewContext<'_>) -> Option<Shown> {
        let id = view.sheet?;
        let blueprint = view.editor.blueprint();
        let own = Arc::clone(blueprint.sheet(id)?);
        let mix = self.mixes.of(blueprint, id, &own);
        let before = self.mixes.before(id);
        let sheet = match &mix {
            Some(Ok(mix)) => Arc::clone(&mix.sheet),
            Some(Err(MixRefusal::NoWorth(_))) => match self.mixes.open(blueprint, id, &own) {
                // Its rows are there, so that what they are worth can be written.
                Some((sheet, faults)) => {
                    let (answer, beyond, ghost, is_stale) = (None, None, None, true);
                    return Some(Shown { id, sheet, answer, beyond, faults, is_stale, ghost, mix });
                }
                None => own,
            },
            // What was filled last stays, greyed, until the mix is right again.
            Some(Err(_)) if let Some((sheet, answer)) = before => {
                let (answer, beyond, ghost, is_stale) = (Some(answer), None, None, true);
                let faults = Arc::default();
                return Some(Shown { id, sheet, answer, beyond, faults, is_stale, ghost, mix });
            }
            _ => own,
        };
        self.keeper.follow(ui.ctx(), id, &sheet, self.grid.is_dragging());
        Some(Shown { mix, ..self.keeper.shown(id, sheet, self.grid.is_dragging()) })
    }

    /// What is wrong with the sheets of a blueprint.
    pub fn faulty(&mut self, of: &Arc<Blueprint>, words: &Wording) -> Arc<Vec<FaultySheet>> {
        self.faulty.of(of, words)
    }

    /// The panel at the left: templates, and what the sheet is.
    pub fn left(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        if let Some(shown) = self.shown(ui, view) {
            left::show(ui, view, &shown, &mut self.pictures);
        }
    }

    /// The panel at the right: what the answer says.
    pub fn beside(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        if let Some(shown) = self.shown(ui, view) {
            beside::show(ui, view, &shown, &mut self.keeper);
        }
    }

    /// The table and the pictures.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        if let Some(shown) = self.shown(ui, view) {
            self.page(ui, view, &shown);
        }
    }
}

/// Whether a sheet of a template has something to begin with: a mix needs what sorts customers.
pub(super) fn can_begin(view: &ViewContext<'_>, purpose: Purpose) -> bool {
    purpose != Purpose::ServiceMix || usual_classes(view.scenario).is_some()
}

/// The edit that puts a sheet in the place of the one that is shown.
fn edit(view: &ViewContext<'_>, work: SheetWork, id: SheetId, sheet: Sheet) -> DocumentEdit {
    let mut sheets = view.editor.blueprint().sheets().to_vec();
    if let Some((_, own)) = sheets.iter_mut().find(|(own, _)| *own == id) {
        // Of a mix only what nobody could compute is kept.
        let is_table = own.purpose == Purpose::ServiceMix && sheet.mix.is_none();
        let filled = if is_table { fill_open(view.editor.blueprint(), own).ok() } else { None };
        let kept = filled.map(|filled| with_table(own, &filled, &sheet));
        // One that cannot be filled keeps what it says.
        if !is_table || kept.is_some() {
            *own = Arc::new(kept.unwrap_or(sheet));
        }
    }
    DocumentEdit::Reckon(work, sheets)
}

/// Changes the sheet that is shown, as one step.
fn change(view: &mut ViewContext<'_>, work: SheetWork, id: SheetId, sheet: Sheet) {
    let edit = edit(view, work, id, sheet);
    view.edit(edit);
}

/// Shows the sheet as it would be while something is typed or dragged.
fn preview(view: &mut ViewContext<'_>, id: SheetId, sheet: Sheet) {
    let edit = edit(view, SheetWork::Change, id, sheet);
    view.ask(Action::Preview(PLANNING, edit));
}
