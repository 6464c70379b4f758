//! A table that is used like a spreadsheet: one cell has the cursor, several may be chosen, typing
//! replaces, tab-separated cells are copied and pasted.
//!
//! Every change goes through the sheet as texts for cells, and becomes one edit or none: a single
//! cell that is typed into, a block that is pasted, a row that is filled down.

use std::collections::HashMap;

use egui::{EventFilter, FocusDirection, Id, Sense, Ui, WidgetInfo, accesskit::Role};

use super::choices::Choices;
use super::sheet::{CellFault, Column, Entry, Rank, Sheet};
use crate::blueprint::ScenarioId;
use crate::editor::GestureId;
use crate::ui::hints;
use crate::ui::view_context::{Action, ViewContext};

/// A cell: its row and the place of its column.
pub(super) type Cell<K> = (K, usize);

/// Where the caret of a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caret {
    /// Behind the text.
    End,
    /// All of the text is selected, so that typing replaces it.
    All,
}

/// A cell that is typed into.
#[derive(Debug)]
pub(super) struct Editing<K> {
    pub cell: Cell<K>,
    pub text: String,
    /// What it held before.
    pub before: String,
    /// Where the caret goes at first; `None` once the field has had the focus.
    pub opening: Option<Caret>,
    /// Whether figures follow it already.
    pub previewed: bool,
    /// The row of the choices below it that keys came to.
    pub steered: Option<usize>,
    /// Whether an input method began it, which may also end without a word.
    pub composed: bool,
    /// Why the text cannot be as it stands.
    pub fault: Option<CellFault>,
}

/// A text that could not be taken. It stays in its cell until it is put right or given up.
#[derive(Debug)]
pub(super) struct Draft {
    pub text: String,
    pub fault: CellFault,
    /// What the document held instead; once that changes the draft is out of date.
    kept: String,
    /// The version of the document in which it was typed: undoing from there takes it back.
    revision: u64,
}

/// How the rows are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sort {
    pub column: usize,
    pub descending: bool,
}

/// What the rows say: which scenario, which version of the document, how many rounds were simulated of it.
pub(super) type Version = (ScenarioId, u64, u32);

/// What the rows say now.
pub(super) fn version(view: &ViewContext<'_>) -> Version {
    let found = view.simulated.and_then(|simulated| simulated.found.as_ref());
    let rounds = found.map_or(0, |found| found.rounds);
    (view.editor.scenario().id(), view.editor.revision(), rounds)
}

/// What an order of rows was made for.
#[derive(Debug)]
struct MadeFor<K> {
    /// All rows of the document.
    all: Vec<K>,
    sort: Option<Sort>,
    version: Version,
}

/// The widths that columns have by themselves.
#[derive(Debug)]
pub(super) struct Fitted {
    pub widths: Vec<f32>,
    /// The version of the document they were made for.
    pub version: Version,
    /// By how much all of them are wider than at least.
    pub wide: f32,
}

/// What a table remembers from frame to frame.
#[derive(Debug)]
pub(super) struct Grid<K> {
    /// The rows as they are shown.
    pub order: Vec<K>,
    /// The cell with the cursor.
    pub cursor: Option<Cell<K>>,
    /// The corner opposite to it of the cells that are chosen.
    pub anchor: Option<Cell<K>>,
    /// The cell that typing goes into while all are chosen: the one that had the cursor before.
    pub typed_into: Option<Cell<K>>,
    pub editing: Option<Editing<K>>,
    pub drafts: HashMap<Cell<K>, Draft>,
    pub sort: Option<Sort>,
    /// Whether the pointer is drawing a range.
    pub dragging: bool,
    /// Whether the cursor is to be brought into view.
    pub reveal: bool,
    /// How many rows are seen at once.
    pub page: usize,
    /// Whether the keys are its own.
    pub active: bool,
    /// Where the focus goes in the next pass: Tab was pressed in the last cell, or back in the first.
    pub goes_on: Option<FocusDirection>,
    /// Keys that came in one pass with one that opens or leaves a field: for the passes after.
    pub later: Vec<egui::Event>,
    /// The widths that columns have by themselves, in the panel and across the window.
    pub fitted: HashMap<Id, Fitted>,
    /// What the order was made for.
    made_for: Option<MadeFor<K>>,
    /// The rows that were selected when last looked.
    seen_selected: Vec<K>,
}

impl<K> Default for Grid<K> {
    fn default() -> Self {
        Self {
            order: Vec::new(),
            cursor: None,
            anchor: None,
            typed_into: None,
            editing: None,
            drafts: HashMap::new(),
            sort: None,
            dragging: false,
            reveal: false,
            page: 1,
            active: false,
            goes_on: None,
            later: Vec::new(),
            fitted: HashMap::new(),
            made_for: None,
            seen_selected: Vec::new(),
        }
    }
}

/// The cells that are chosen, by places, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub top: usize,
    pub bottom: usize,
    pub left: usize,
    pub right: usize,
}

impl Block {
    pub fn contains(&self, row: usize, column: usize) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }

    pub fn height(&self) -> usize {
        self.bottom - self.top + 1
    }

    pub fn width(&self) -> usize {
        self.right - self.left + 1
    }
}

impl<K: Copy + Eq + Ord + std::hash::Hash + std::fmt::Debug + 'static> Grid<K> {
    /// The identity of the widget that has the focus while keys go to the table.
    pub fn id(name: &str) -> Id {
        Id::unique(("spreadsheet", name))
    }

    /// The identity of the field in the cell that is typed into.
    pub fn field_id(name: &str) -> Id {
        Self::id(name).with("field")
    }

    /// Shows the table, and turns what is done in it into actions.
    pub fn show<S: Sheet<Key = K>>(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        sheet: &S,
        name: &str,
        scale: f32,
    ) {
        self.settle_order(view, sheet);
        self.forget_what_is_gone(view, sheet);
        let id = Self::id(name);
        // Tab and arrows are the table's own. The toolkit hears of that a pass later than the focus
        // comes, and would carry the focus off to the edge of a column until then.
        let goes_on = self.goes_on.take().unwrap_or(FocusDirection::None);
        ui.memory_mut(|memory| {
            if memory.has_focus(id) || memory.has_focus(Self::field_id(name)) {
                memory.move_focus(goes_on);
            }
        });
        let area = ui.available_rect_before_wrap();
        let frame = ui.interact(area, id, Sense::focusable_noninteractive());
        frame.widget_info(|| WidgetInfo::labeled(Role::Grid, true, name));
        if frame.has_focus() {
            let keys = EventFilter {
                tab: true,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keys));
            if self.cursor.is_none() {
                self.put_cursor(self.order.first().map(|row| (*row, 0)));
            }
        }
        self.active = frame.has_focus();
        if ui.rect_contains_pointer(area) {
            hints::offer(ui.ctx(), "hint-table");
        }
        self.give_back(ui);
        if self.editing.is_some() {
            // Where that leads on to another row, the selection goes along after this pass.
            self.read_keys_of_field(ui, view, sheet, name);
        } else {
            if self.active {
                self.read_keys(ui, view, sheet, name);
            }
            self.follow_selection(sheet);
        }
        self.view(ui, view, sheet, name, scale);
        self.leave_field(ui, view, sheet, name);
        if !ui.input(|input| input.pointer.primary_down()) && std::mem::take(&mut self.dragging) {
            self.choose_rows(view, sheet);
            // The table lost the focus when the button was released over a cell.
            if self.editing.is_none() {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
        }
    }

    /// Makes the order of the rows anew where it may change: nothing jumps while the keys are the
    /// table's own, but for rows that come or go, and for sorting and filtering.
    fn settle_order<S: Sheet<Key = K>>(&mut self, view: &ViewContext<'_>, sheet: &S) {
        let version = version(view);
        if let Some(made) = &self.made_for
            && made.sort == self.sort
            && made.version == version
        {
            return;
        }
        let all = sheet.all();
        let busy = self.active || self.editing.is_some();
        if let Some(made) = &mut self.made_for
            && busy
            && made.sort == self.sort
            && are_same_rows(&made.all, &all)
        {
            made.version = version;
            return;
        }
        let shown = all.iter().copied().filter(|row| sheet.lets_through(*row));
        self.order = match self.sort {
            None => shown.collect(),
            Some(sort) => {
                let mut ranked: Vec<(Rank, K)> =
                    shown.map(|row| (sheet.rank(row, sort.column), row)).collect();
                ranked.sort_by(|(a, _), (b, _)| compare(a, b, sort.descending));
                ranked.into_iter().map(|(_, row)| row).collect()
            }
        };
        self.made_for = Some(MadeFor { all, sort: self.sort, version });
    }

    /// Makes the order of the rows anew: the filter has changed.
    pub fn refilter(&mut self) {
        self.made_for = None;
    }

    fn forget_what_is_gone<S: Sheet<Key = K>>(&mut self, view: &ViewContext<'_>, sheet: &S) {
        if self.cursor.is_some_and(|(row, _)| !self.order.contains(&row)) {
            self.put_cursor(None);
        }
        if self.typed_into.is_some_and(|(row, _)| !self.order.contains(&row)) {
            self.typed_into = None;
        }
        if self.anchor.is_some_and(|(row, _)| !self.order.contains(&row)) {
            self.anchor = self.cursor;
        }
        // What was undone can be redone; an edit elsewhere leaves nothing to redo.
        let (revision, was_undone) = (view.editor.revision(), view.editor.redo_name().is_some());
        self.drafts.retain(|(row, column), draft| {
            let is_undone = was_undone && draft.revision != revision;
            !is_undone && sheet.entry(*row, *column) == draft.kept
        });
    }

    /// The place of a row among those shown.
    pub fn place(&self, row: K) -> Option<usize> {
        self.order.iter().position(|other| *other == row)
    }

    /// The cells that are chosen.
    pub fn block(&self) -> Option<Block> {
        let (row, column) = self.cursor?;
        let (other_row, other_column) = self.anchor.unwrap_or((row, column));
        let (row, other_row) = (self.place(row)?, self.place(other_row)?);
        Some(Block {
            top: row.min(other_row),
            bottom: row.max(other_row),
            left: column.min(other_column),
            right: column.max(other_column),
        })
    }

    /// The cell that typing goes into: the one that was chosen first, however far a range was
    /// drawn from there.
    pub fn active_cell(&self) -> Option<Cell<K>> {
        self.typed_into.or(self.anchor).or(self.cursor)
    }

    /// Where a move begins: at the far end of a range that is drawn on, else at the cell that
    /// typing would go into.
    pub fn moves_from(&self, extend: bool) -> Option<Cell<K>> {
        if extend && self.typed_into.is_none() { self.cursor } else { self.active_cell() }
    }

    /// Puts the cursor on a cell and gives up a range.
    pub fn put_cursor(&mut self, cell: Option<Cell<K>>) {
        self.cursor = cell;
        self.typed_into = None;
        self.anchor = cell;
        self.reveal = cell.is_some();
    }

    /// Moves the cursor; a range is drawn on if `extend`. Selects the rows that it comes to.
    pub fn move_to<S: Sheet<Key = K>>(
        &mut self,
        view: &mut ViewContext<'_>,
        sheet: &S,
        cell: Cell<K>,
        extend: bool,
    ) {
        let rows_before = self.chosen_rows();
        self.cursor = Some(cell);
        self.anchor = self.typed_into.take().or(self.anchor);
        if !extend || self.anchor.is_none() {
            self.anchor = Some(cell);
        }
        self.reveal = true;
        if self.chosen_rows() != rows_before {
            self.choose_rows(view, sheet);
        }
    }

    /// The rows that the chosen cells lie in.
    pub fn chosen_rows(&self) -> Vec<K> {
        let Some(block) = self.block() else { return Vec::new() };
        self.order.get(block.top..=block.bottom).unwrap_or_default().to_vec()
    }

    /// Selects the rows of the chosen cells.
    pub fn choose_rows<S: Sheet<Key = K>>(&mut self, view: &mut ViewContext<'_>, sheet: &S) {
        let rows = self.chosen_rows();
        if let Some(action) = sheet.choose(&rows) {
            self.seen_selected = rows;
            self.seen_selected.sort_unstable();
            view.ask(action);
        }
    }

    /// Goes along when something is selected elsewhere.
    fn follow_selection<S: Sheet<Key = K>>(&mut self, sheet: &S) {
        if self.active || self.editing.is_some() || self.dragging {
            return;
        }
        let places: Vec<usize> = (0..self.order.len())
            .filter(|place| self.order.get(*place).is_some_and(|row| sheet.is_selected(*row)))
            .collect();
        let mut selected: Vec<K> =
            places.iter().filter_map(|place| self.order.get(*place).copied()).collect();
        selected.sort_unstable();
        if selected == self.seen_selected {
            return;
        }
        match places.first().and_then(|place| self.order.get(*place)) {
            Some(row) => {
                let column = self.cursor.map_or(0, |(_, column)| column);
                self.put_cursor(Some((*row, column)));
            }
            // What was selected is so no more, as after an undo elsewhere.
            None => self.put_cursor(None),
        }
        self.seen_selected = selected;
    }

    /// Begins to type into the cell with the cursor: over what it holds, or with `text` instead.
    pub fn begin<S: Sheet<Key = K>>(
        &mut self,
        view: &mut ViewContext<'_>,
        sheet: &S,
        text: Option<&str>,
    ) {
        let Some(cell) = self.active_cell() else { return };
        self.typed_into = None;
        self.cursor = Some(cell);
        let (row, column) = cell;
        if !sheet.columns().get(column).is_some_and(Column::editable) {
            view.ask(Action::Say(CellFault::Computed.words(view.words, S::KIND)));
            return;
        }
        let before = sheet.entry(row, column);
        let draft = self.drafts.get(&cell).map(|draft| draft.text.clone());
        self.anchor = self.cursor;
        self.reveal = true;
        self.editing = Some(Editing {
            cell,
            opening: Some(if text.is_none() { Caret::All } else { Caret::End }),
            text: text.map(ToOwned::to_owned).or(draft).unwrap_or_else(|| before.clone()),
            before,
            previewed: false,
            steered: None,
            composed: false,
            fault: None,
        });
        if text.is_some() {
            self.typed(view, sheet);
        }
    }

    /// Begins to type into the cell with the cursor what an input method composes.
    pub fn compose<S: Sheet<Key = K>>(&mut self, view: &mut ViewContext<'_>, sheet: &S) {
        self.begin(view, sheet, None);
        if let Some(editing) = &mut self.editing {
            (editing.composed, editing.opening) = (true, Some(Caret::End));
            editing.text.clear();
        }
    }

    /// The text in the field has changed: figures follow where they can.
    pub fn typed<S: Sheet<Key = K>>(&mut self, view: &mut ViewContext<'_>, sheet: &S) {
        let Some(editing) = &mut self.editing else { return };
        let result = sheet.edit(&[editing.entry()]);
        let live = sheet.columns().get(editing.cell.1).is_some_and(|column| column.live);
        match result {
            Ok(edit) if live => {
                editing.fault = None;
                editing.previewed = true;
                view.ask(Action::Preview(editing.gesture(), edit));
            }
            Ok(_) => editing.fault = None,
            Err(faults) => {
                editing.fault = faults.into_iter().map(|(_, fault)| fault).next();
                if std::mem::take(&mut editing.previewed) {
                    view.ask(Action::Abort);
                }
            }
        }
    }

    /// Leaves the field and keeps what was typed; a text that cannot be stays as a draft.
    pub fn finish<S: Sheet<Key = K>>(&mut self, view: &mut ViewContext<'_>, sheet: &S) {
        let Some(editing) = self.editing.take() else { return };
        let nothing_composed = editing.composed && editing.text.is_empty();
        if editing.text == editing.before || nothing_composed {
            self.drafts.remove(&editing.cell);
            if editing.previewed {
                view.ask(Action::Abort);
            }
            return;
        }
        match sheet.edit(&[editing.entry()]) {
            Ok(edit) => {
                self.drafts.remove(&editing.cell);
                let done = if editing.previewed { Action::Commit } else { Action::edit(edit) };
                view.ask(done);
            }
            Err(faults) => {
                if editing.previewed {
                    view.ask(Action::Abort);
                }
                if let Some((_, fault)) = faults.into_iter().next() {
                    let reason = fault.words(view.words, S::KIND);
                    let arguments =
                        [("text", editing.text.as_str().into()), ("reason", reason.into())];
                    let said = view.words.with("cell-refused", &arguments);
                    view.ask(Action::Say(said));
                    let draft = Draft {
                        text: editing.text,
                        fault,
                        kept: editing.before,
                        revision: view.editor.revision(),
                    };
                    self.drafts.insert(editing.cell, draft);
                }
            }
        }
    }

    /// Leaves the field and takes back what was typed.
    pub fn give_up(&mut self, view: &mut ViewContext<'_>) {
        if let Some(editing) = self.editing.take()
            && editing.previewed
        {
            view.ask(Action::Abort);
        }
    }

    /// Finishes with a field that lost the focus.
    fn leave_field<S: Sheet<Key = K>>(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        sheet: &S,
        name: &str,
    ) {
        let field = Self::field_id(name);
        let left = self.editing.as_ref().is_some_and(|editing| {
            editing.opening.is_none() && !ui.memory(|memory| memory.has_focus(field))
        });
        if left {
            self.finish(view, sheet);
        }
    }

    /// Puts texts into cells as one edit; if any cannot be, says which and why, and does nothing.
    pub fn put<S: Sheet<Key = K>>(
        &mut self,
        view: &mut ViewContext<'_>,
        sheet: &S,
        entries: &[Entry<K>],
    ) {
        match sheet.edit(entries) {
            Ok(edit) => {
                for entry in entries {
                    self.drafts.remove(&(entry.row, entry.column));
                }
                view.edit(edit);
            }
            Err(faults) => {
                let lines: Vec<String> = faults
                    .iter()
                    .map(|(place, fault)| {
                        let reason = fault.words(view.words, S::KIND);
                        let entry = entries.get(*place);
                        entry.map_or_else(
                            || reason.clone(),
                            |entry| said_of_cell(view, sheet, entry, &reason),
                        )
                    })
                    .collect();
                view.ask(Action::Explain {
                    title: view.text("cells-refused-title").to_owned(),
                    text: lines.join("\n"),
                });
            }
        }
    }
}

/// What is wrong with the text for a cell: row, column, text and reason.
fn said_of_cell<S: Sheet>(
    view: &ViewContext<'_>,
    sheet: &S,
    entry: &Entry<S::Key>,
    reason: &str,
) -> String {
    let column = sheet.column_name(entry.column, view.words);
    view.words.with(
        "cells-refused-line",
        &[
            ("row", sheet.row_name(entry.row).into()),
            ("column", column.into()),
            ("text", entry.text.as_str().into()),
            ("reason", reason.into()),
        ],
    )
}

impl<K: Copy + Eq + Ord + std::hash::Hash + std::fmt::Debug + 'static> Editing<K> {
    /// What can be chosen for the cell.
    pub fn choices<S: Sheet<Key = K>>(&self, sheet: &S) -> Choices<'_> {
        let (_, column) = self.cell;
        Choices {
            options: sheet.options(column),
            separators: sheet.separators(column),
            before: &self.before,
            text: &self.text,
            steered: self.steered,
        }
    }

    fn entry(&self) -> Entry<K> {
        let (row, column) = self.cell;
        Entry { row, column, text: self.text.clone(), before: Some(self.before.clone()) }
    }

    /// Tells typing into this cell apart from every other gesture.
    fn gesture(&self) -> GestureId {
        GestureId(Id::unique(("cell", self.cell)).value())
    }
}

/// Whether two lists hold the same rows, whatever their order.
fn are_same_rows<K: Copy + Ord>(before: &[K], now: &[K]) -> bool {
    let sorted = |rows: &[K]| {
        let mut rows = rows.to_vec();
        rows.sort_unstable();
        rows
    };
    before == now || before.len() == now.len() && sorted(before) == sorted(now)
}

/// Smaller first, or larger; what is missing last in any case.
fn compare(a: &Rank, b: &Rank, descending: bool) -> std::cmp::Ordering {
    use std::cmp::Ordering;
    let turned = |order: Ordering| if descending { order.reverse() } else { order };
    match (a, b) {
        (Rank::Number(a), Rank::Number(b)) => turned(a.total_cmp(b)),
        (Rank::Text(a), Rank::Text(b)) => turned(a.cmp(b)),
        (Rank::Missing, Rank::Missing) => Ordering::Equal,
        (Rank::Missing, _) => Ordering::Greater,
        (_, Rank::Missing) => Ordering::Less,
        (Rank::Number(_), Rank::Text(_)) => turned(Ordering::Less),
        (Rank::Text(_), Rank::Number(_)) => turned(Ordering::Greater),
    }
}
