//! The keys of the table: those of any spreadsheet.

use egui::{Event, Key, Modifiers, Ui};

use crate::blueprint::sheets::{Amounts, Sense, Sheet};
use crate::editor::SheetWork;
use crate::pictures::planning::{Part, Table};
use crate::planning::sheet::{Line, pasted};
use crate::ui::view_context::{Action, ViewContext};

use super::grid::Grid;
use super::held_columns::At;
use super::{Shown, change};

impl Grid {
    /// Reads the keys while the cursor is on a cell. What is read reaches nobody else.
    pub(super) fn read_keys(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        table: &Table,
    ) {
        if self.is_dragging() {
            return;
        }
        let events = ui.input_mut(|input| std::mem::take(&mut input.events));
        let mut passed = Vec::with_capacity(events.len());
        for event in events {
            if self.editing.is_some() {
                match (&event, &mut self.editing) {
                    // Letters that were hit fast arrive in one pass.
                    (Event::Text(more), Some(editing)) if editing.opening == Some(false) => {
                        editing.text.push_str(more);
                        self.typed(view, shown);
                    }
                    _ => passed.push(event),
                }
                continue;
            }
            if !self.took(ui, view, shown, table, &event) {
                passed.push(event);
            }
        }
        ui.input_mut(|input| input.events = passed);
    }

    /// Does what a key asks for; answers whether it asked for something here.
    fn took(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        table: &Table,
        event: &Event,
    ) -> bool {
        match event {
            Event::Key { key, pressed: true, modifiers, .. } => {
                return self.took_key(ui, view, shown, table, *key, *modifiers);
            }
            Event::Text(text) if !text.chars().all(char::is_whitespace) => {
                self.begin(view, shown, table, Some(text));
            }
            Event::Copy => self.copy(ui, table),
            Event::Cut => {
                self.copy(ui, table);
                self.clear(view, shown, table);
            }
            Event::Paste(text) => self.paste(view, shown, table, text),
            _ => return false,
        }
        true
    }

    fn took_key(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        table: &Table,
        key: Key,
        modifiers: Modifiers,
    ) -> bool {
        let (far, extend) = (modifiers.command, modifiers.shift);
        let (rows, columns) = (table.rows.len(), table.columns.len());
        let Some((row, column)) = self.cursor else { return false };
        let to = match key {
            Key::ArrowUp if far => (0, column),
            Key::ArrowUp => (row.saturating_sub(1), column),
            Key::ArrowDown if far => (rows - 1, column),
            Key::ArrowDown => ((row + 1).min(rows - 1), column),
            Key::ArrowLeft if far => (row, 0),
            Key::ArrowLeft => (row, column.saturating_sub(1)),
            Key::ArrowRight if far => (row, columns - 1),
            Key::ArrowRight => (row, (column + 1).min(columns - 1)),
            Key::Home if far => (0, 0),
            Key::Home => (row, 0),
            Key::End if far => (rows - 1, columns - 1),
            Key::End => (row, columns - 1),
            Key::Tab => {
                let Some(next) = self.next(table, extend) else {
                    // Beyond the last cell the focus goes on.
                    let way = if extend {
                        egui::FocusDirection::Previous
                    } else {
                        egui::FocusDirection::Next
                    };
                    ui.memory_mut(|memory| memory.move_focus(way));
                    return true;
                };
                self.put_cursor(table, next, false);
                return true;
            }
            Key::Enter | Key::F2 | Key::Space => {
                self.open(view, shown, table);
                return true;
            }
            Key::Delete | Key::Backspace => {
                self.clear(view, shown, table);
                return true;
            }
            Key::A if far => {
                self.anchor = Some((0, 0));
                self.cursor = Some((rows - 1, columns - 1));
                return true;
            }
            Key::Escape => {
                self.anchor = self.cursor;
                ui.memory_mut(|memory| memory.surrender_focus(Self::id()));
                return true;
            }
            _ => return false,
        };
        self.put_cursor(table, to, extend);
        true
    }

    /// The next cell that can be typed into, row by row.
    fn next(&self, table: &Table, back: bool) -> Option<At> {
        let columns = table.columns.len();
        let (row, column) = self.cursor?;
        let now = row * columns + column;
        let at = |place: usize| (place / columns, place % columns);
        let is_typed = |at: &At| {
            let cell = table.cell(at.0, at.1);
            cell.is_some_and(|cell| {
                cell.part.place().is_some() || matches!(cell.part, Part::Sense(_) | Part::Kind(_))
            })
        };
        if back {
            (0..now).rev().map(at).find(is_typed)
        } else {
            (now + 1..table.rows.len() * columns).map(at).find(is_typed)
        }
    }

    /// Opens the cell with the cursor: a field, or the next of its choices.
    fn open(&mut self, view: &mut ViewContext<'_>, shown: &Shown, table: &Table) {
        let Some((row, column)) = self.cursor else { return };
        let sheet = &shown.sheet;
        match table.cell(row, column).map(|cell| cell.part) {
            Some(Part::Sense(at)) => {
                let next = sheet.limits.get(at).map(|limit| match limit.sense {
                    Sense::AtMost => Sense::AtLeast,
                    Sense::AtLeast => Sense::Exactly,
                    Sense::Exactly => Sense::AtMost,
                });
                let of_total = sheet.limits.get(at).is_some_and(|limit| limit.of_total);
                if let Some(next) = next {
                    change(view, SheetWork::Change, shown.id, sheet.with_sense(at, next, of_total));
                }
            }
            Some(Part::Kind(at)) => {
                let now = sheet.items.get(at).and_then(|item| item.amounts);
                let next = match now.unwrap_or(sheet.amounts) {
                    Amounts::Any => Amounts::Whole,
                    Amounts::Whole => Amounts::YesNo,
                    Amounts::YesNo => Amounts::Any,
                };
                change(view, SheetWork::Change, shown.id, with_kind(sheet, at, next));
            }
            Some(Part::Head | Part::Computed | Part::Blank) => {
                let why = view.text("planner-not-typed").to_owned();
                view.ask(Action::Say(why));
            }
            _ => self.begin(view, shown, table, None),
        }
    }

    /// Empties the numbers of the cells that are chosen.
    fn clear(&mut self, view: &mut ViewContext<'_>, shown: &Shown, table: &Table) {
        let Some(block) = self.block() else { return };
        let mut sheet = Sheet::clone(&shown.sheet);
        for row in block.from.0..=block.to.0 {
            for column in block.from.1..=block.to.1 {
                if let Some(Part::Number(place)) = table.cell(row, column).map(|cell| cell.part) {
                    sheet = sheet.with_text(place, "");
                }
            }
        }
        if sheet != *shown.sheet {
            change(view, SheetWork::Change, shown.id, sheet);
        }
    }

    fn copy(&self, ui: &Ui, table: &Table) {
        let Some(block) = self.block() else { return };
        let rows = (block.from.0..=block.to.0).map(|row| {
            let cells = (block.from.1..=block.to.1).map(|column| {
                let cell = table.cell(row, column);
                cell.map(|cell| cell.text.replace(['\t', '\n'], " ")).unwrap_or_default()
            });
            cells.collect::<Vec<_>>().join("\t")
        });
        ui.ctx().copy_text(rows.collect::<Vec<_>>().join("\n"));
    }

    /// Takes cells from elsewhere: a table with heads as the contents of the sheet, others where the cursor is.
    fn paste(&mut self, view: &mut ViewContext<'_>, shown: &Shown, table: &Table, text: &str) {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let rows: Vec<Vec<String>> = lines
            .map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect())
            .collect();
        if let Some(pasted) = pasted(&shown.sheet, &rows) {
            let pasted = match pasted {
                Ok(pasted) => pasted,
                Err(bad) => {
                    let arguments = [
                        ("row", bad.row.into()),
                        ("column", bad.column.into()),
                        ("text", bad.text.into()),
                    ];
                    let said = view.words.with("planner-bad-cell", &arguments);
                    return view.ask(Action::Say(said));
                }
            };
            if !pasted.unknown.is_empty() {
                let names: Vec<&str> = pasted.unknown.iter().map(String::as_str).collect();
                let names = view.words.list(&names, names.len());
                let said = view.words.with("planner-unknown-columns", &[("names", names.into())]);
                view.ask(Action::Say(said));
            }
            change(view, SheetWork::Paste, shown.id, pasted.sheet);
            return;
        }
        let Some((top, left)) = self.block().map(|block| block.from) else { return };
        let mut sheet = Sheet::clone(&shown.sheet);
        // More rows than there are become items, or rows of ways.
        let line = table.rows.get(top).and_then(|row| row.of);
        if let Some((line @ (Line::Item | Line::From), at)) = line {
            while sheet.lines(line) < at + rows.len() {
                let number = sheet.lines(line) + 1;
                let name = view.words.with("planner-new-item", &[("number", number.into())]);
                sheet = sheet.with_line(line, sheet.lines(line), &name);
            }
        }
        let grown = crate::pictures::planning::table(&sheet, (None, None), &[], view.words);
        let has_place = |down: usize, right: usize| {
            let cell = grown.cell(top + down, left + right);
            cell.is_some_and(|cell| cell.part.place().is_some())
        };
        let cells = rows.iter().enumerate().flat_map(|(down, row)| {
            row.iter().enumerate().map(move |(right, text)| (down, right, text))
        });
        let homeless =
            cells.filter(|(down, right, text)| !text.is_empty() && !has_place(*down, *right));
        let homeless = homeless.count();
        if homeless > 0 {
            let said = view.words.with("planner-no-place", &[("count", homeless.into())]);
            return view.ask(Action::Say(said));
        }
        for (down, row) in rows.iter().enumerate() {
            for (right, text) in row.iter().enumerate() {
                let cell = grown.cell(top + down, left + right);
                if let Some(place) = cell.and_then(|cell| cell.part.place()) {
                    sheet = sheet.with_text(place, text);
                }
            }
        }
        if sheet != *shown.sheet {
            change(view, SheetWork::Paste, shown.id, sheet);
        }
    }

    /// Reads the keys that leave the field of a cell.
    pub(super) fn read_field_keys(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        table: &Table,
    ) {
        // The field takes what is typed before the key that leaves it first.
        if self.editing.as_ref().is_some_and(|editing| editing.opening.is_some()) {
            return;
        }
        let take = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let way = if take(Modifiers::NONE, Key::Escape) {
            self.give_up(view);
            None
        } else if take(Modifiers::NONE, Key::Enter) {
            self.finish(view, shown);
            Some((1_isize, 0_isize))
        } else if take(Modifiers::SHIFT, Key::Tab) {
            self.finish(view, shown);
            Some((0, -1))
        } else if take(Modifiers::NONE, Key::Tab) {
            self.finish(view, shown);
            Some((0, 1))
        } else {
            return;
        };
        ui.memory_mut(|memory| memory.request_focus(Self::id()));
        let Some((row, column)) = self.cursor else { return };
        let Some((down, right)) = way else { return };
        if right == 0 {
            let below = row.saturating_add_signed(down);
            if table.cell(below, column).is_some_and(|cell| cell.part.place().is_some()) {
                self.put_cursor(table, (below, column), false);
            }
        } else if let Some(next) = self.next(table, right < 0) {
            self.put_cursor(table, next, false);
        }
    }
}

/// The sheet with other amounts of an item; none of its own where those of the sheet are meant.
pub(super) fn with_kind(sheet: &Sheet, at: usize, kind: Amounts) -> Sheet {
    let mut sheet = sheet.clone();
    let usual = sheet.amounts;
    if let Some(item) = sheet.items.get_mut(at) {
        item.amounts = (kind != usual).then_some(kind);
    }
    sheet
}
