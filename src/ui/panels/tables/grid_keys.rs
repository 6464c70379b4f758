//! The keys of a table: those of any spreadsheet.

use egui::{Event, FocusDirection, ImeEvent, Key, Modifiers, Ui};

use super::grid::Grid;
use super::plain_cells;
use super::sheet::{CellFault, Column, Entry, Sheet, Typing};
use crate::ui::commands::{Command, shortcut_words};
use crate::ui::view_context::{Action, ViewContext};

/// What a key asks for.
enum Request {
    Move { rows: isize, columns: isize, far: bool, extend: bool },
    Next { back: bool },
    Edge { last: bool, whole: bool, extend: bool },
    Begin(Option<String>),
    Compose,
    Clear,
    Remove,
    Leave,
    All,
    FillDown,
    Copy,
    Cut,
    Paste(String),
}

impl<K: Copy + Eq + Ord + std::hash::Hash + std::fmt::Debug + 'static> Grid<K> {
    /// Reads the keys while the cursor is on a cell. What is read reaches nobody else.
    pub(super) fn read_keys<S: Sheet<Key = K>>(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        sheet: &S,
        name: &str,
    ) {
        let events = ui.input_mut(|input| std::mem::take(&mut input.events));
        let mut passed = Vec::with_capacity(events.len());
        for event in events {
            let asked = request(&event);
            let writes = matches!(asked, Some(Some(Request::Begin(Some(_)) | Request::Compose)));
            if self.editing.is_some() && !writes && matches!(asked, Some(Some(_))) {
                // The cell has opened in this pass: the key is for its field.
                self.later.push(event);
                continue;
            }
            if !self.later.is_empty() && asked.is_some() {
                self.later.push(event);
                continue;
            }
            match asked {
                Some(Some(Request::Compose)) => {
                    self.follow(ui, view, sheet, name, Request::Compose);
                    // The field that opens in this pass takes over what is composed.
                    passed.push(event);
                }
                Some(Some(request)) => self.follow(ui, view, sheet, name, request),
                Some(None) => {}
                None => passed.push(event),
            }
        }
        ui.input_mut(|input| input.events = passed);
        if !self.later.is_empty() {
            ui.request_repaint();
        }
    }

    /// Gives back the keys that came faster than passes, ahead of those that came since; a field
    /// that is about to open has to be there first.
    pub(super) fn give_back(&mut self, ui: &Ui) {
        if self.later.is_empty() {
            return;
        }
        let opens = self.editing.as_ref().is_some_and(|editing| editing.opening.is_some());
        ui.input_mut(|input| {
            if opens {
                let (typed, rest) =
                    std::mem::take(&mut input.events).into_iter().partition(is_typed);
                let typed: Vec<Event> = typed;
                self.later.extend(typed);
                input.events = rest;
            } else {
                drop(input.events.splice(0..0, std::mem::take(&mut self.later)));
            }
        });
        ui.request_repaint();
    }

    /// Leaves to the next pass what comes behind the key that leaves a field, and that key itself
    /// where something is typed before it, which the field takes first.
    fn keep_what_follows(&mut self, ui: &Ui) {
        ui.input_mut(|input| {
            let Some(first) = input.events.iter().position(leaves_a_field) else { return };
            let typed_before = input.events.iter().take(first).any(is_pressed);
            let at = if typed_before { first } else { first + 1 };
            let (later, rest): (Vec<Event>, Vec<Event>) =
                input.events.split_off(at).into_iter().partition(is_typed);
            input.events.extend(rest);
            self.later.extend(later);
        });
        if !self.later.is_empty() {
            ui.request_repaint();
        }
    }

    fn follow<S: Sheet<Key = K>>(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        sheet: &S,
        name: &str,
        request: Request,
    ) {
        if let (Some(editing), Request::Begin(Some(more))) = (&mut self.editing, &request) {
            // Letters that were hit fast arrive in one pass.
            editing.text.push_str(more);
            self.typed(view, sheet);
            return;
        }
        match request {
            Request::Move { rows, columns, far, extend } => {
                self.step(view, sheet, (rows, columns), far, extend);
            }
            Request::Next { back } => {
                if !self.next(view, sheet, back) {
                    // At the end of the table the focus goes on as everywhere.
                    self.goes_on =
                        Some(if back { FocusDirection::Previous } else { FocusDirection::Next });
                    ui.request_repaint();
                }
            }
            Request::Edge { last, whole, extend } => {
                let Some((row, _)) = self.moves_from(extend) else { return };
                let end = sheet.columns().len().saturating_sub(1);
                let edge_row = if last { self.order.last() } else { self.order.first() };
                let row = if whole { edge_row.copied().unwrap_or(row) } else { row };
                self.move_to(view, sheet, (row, if last { end } else { 0 }), extend);
            }
            Request::Begin(text) => self.begin(view, sheet, text.as_deref()),
            Request::Compose if self.editing.is_none() => self.compose(view, sheet),
            Request::Compose => {}
            Request::Clear => self.clear(ui, view, sheet),
            Request::Remove => self.remove(view, sheet),
            Request::Leave => self.leave(ui, name),
            Request::All => {
                if let (Some(first), Some(last)) = (self.order.first(), self.order.last()) {
                    // As in any spreadsheet the cell that was chosen stays the one to type in.
                    self.typed_into = self.active_cell();
                    self.cursor = Some((*first, 0));
                    self.anchor = Some((*last, sheet.columns().len().saturating_sub(1)));
                    self.choose_rows(view, sheet);
                }
            }
            Request::FillDown => self.fill_down(view, sheet),
            Request::Copy => self.copy(ui, sheet),
            Request::Cut => {
                self.copy(ui, sheet);
                self.clear(ui, view, sheet);
            }
            Request::Paste(text) => self.paste(view, sheet, &text),
        }
    }

    /// Esc leaves one thing after the other: a text that could not be, a range, the table.
    fn leave(&mut self, ui: &Ui, name: &str) {
        if self.active_cell().and_then(|cell| self.drafts.remove(&cell)).is_some() {
            return;
        }
        if self.anchor != self.cursor {
            self.put_cursor(self.active_cell());
            return;
        }
        ui.memory_mut(|memory| memory.surrender_focus(Self::id(name)));
    }

    fn step<S: Sheet<Key = K>>(
        &mut self,
        view: &mut ViewContext<'_>,
        sheet: &S,
        (rows, columns): (isize, isize),
        far: bool,
        extend: bool,
    ) {
        let Some((row, column)) = self.moves_from(extend) else { return };
        let Some(place) = self.place(row) else { return };
        let along = |at: usize, by: isize, count: usize| {
            let last = count.saturating_sub(1);
            match by {
                0 => at,
                _ if far && by < 0 => 0,
                _ if far => last,
                _ => at.saturating_add_signed(by).min(last),
            }
        };
        // A page is as many rows as are seen.
        let rows =
            if rows.abs() > 1 { rows.signum() * self.page.cast_signed().max(1) } else { rows };
        let place = along(place, rows, self.order.len());
        let column = along(column, columns, sheet.columns().len());
        if let Some(row) = self.order.get(place) {
            self.move_to(view, sheet, (*row, column), extend);
        }
    }

    /// Goes to the next cell that can be typed into, row after row; answers whether there is one.
    pub(super) fn next<S: Sheet<Key = K>>(
        &mut self,
        view: &mut ViewContext<'_>,
        sheet: &S,
        back: bool,
    ) -> bool {
        let Some((row, column)) = self.active_cell() else { return false };
        let Some(place) = self.place(row) else { return false };
        let width = sheet.columns().len();
        let at = place * width + column;
        let editable = |at: &usize| {
            at.checked_rem(width)
                .and_then(|column| sheet.columns().get(column))
                .is_some_and(Column::editable)
        };
        let end = self.order.len() * width;
        let found = if back { (0..at).rev().find(editable) } else { (at + 1..end).find(editable) };
        let cell = found.and_then(|at| Some((*self.order.get(at / width)?, at % width)));
        if let Some(cell) = cell {
            self.move_to(view, sheet, cell, false);
        }
        cell.is_some()
    }

    /// The texts of the chosen cells, row by row.
    fn texts<S: Sheet<Key = K>>(&self, sheet: &S) -> Vec<Vec<String>> {
        let Some(block) = self.block() else { return Vec::new() };
        let rows = self.order.get(block.top..=block.bottom).unwrap_or_default();
        rows.iter()
            .map(|row| (block.left..=block.right).map(|column| sheet.entry(*row, column)).collect())
            .collect()
    }

    fn copy<S: Sheet<Key = K>>(&self, ui: &Ui, sheet: &S) {
        let texts = self.texts(sheet);
        if !texts.is_empty() {
            ui.copy_text(plain_cells::write(&texts));
        }
    }

    /// Blanks the chosen cells that may be blank.
    fn clear<S: Sheet<Key = K>>(&mut self, ui: &Ui, view: &mut ViewContext<'_>, sheet: &S) {
        let Some(block) = self.block() else { return };
        let clearable = |column: &usize| {
            sheet.columns().get(*column).is_some_and(|column| column.typing == Typing::Optional)
        };
        let mut columns: Vec<usize> = (block.left..=block.right).filter(clearable).collect();
        if columns.is_empty() {
            // Then the refusal says why they stay.
            columns = (block.left..=block.right).collect();
        }
        let rows = self.order.get(block.top..=block.bottom).unwrap_or_default();
        let entries: Vec<Entry<K>> = rows
            .iter()
            .flat_map(|row| columns.iter().map(|column| (*row, *column)))
            .map(|(row, column)| Entry { row, column, text: String::new(), before: None })
            .collect();
        let filled = entries.iter().filter(|it| !sheet.entry(it.row, it.column).is_empty()).count();
        self.put(view, sheet, &entries);
        if filled > 0 && sheet.edit(&entries).is_ok() {
            // A cell is easily cleared by mistake.
            let undo = view.face(Command::Undo).shortcut_text(ui.ctx()).unwrap_or_default();
            let said = [("count", filled.into()), ("keys", undo.into())];
            view.ask(Action::Say(view.words.with("cells-cleared", &said)));
        }
    }

    /// Removes the rows of the chosen cells.
    fn remove<S: Sheet<Key = K>>(&mut self, view: &mut ViewContext<'_>, sheet: &S) {
        if let Some(edit) = sheet.removal(&self.chosen_rows()) {
            view.edit(edit);
        }
    }

    /// What the pointer's other button offers.
    pub(super) fn menu<S: Sheet<Key = K>>(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        sheet: &S,
    ) {
        let keys =
            |modifiers, key| shortcut_words(ui.ctx(), egui::KeyboardShortcut::new(modifiers, key));
        let items = [
            ("command-copy", keys(Modifiers::COMMAND, Key::C)),
            ("command-paste", keys(Modifiers::COMMAND, Key::V)),
            ("cells-fill-down", keys(Modifiers::COMMAND, Key::D)),
            ("cells-clear", keys(Modifiers::NONE, Key::Delete)),
            ("cells-remove-rows", keys(Modifiers::COMMAND, Key::Delete)),
        ];
        for (place, (key, shortcut)) in items.into_iter().enumerate() {
            if place == 4 {
                ui.separator();
            }
            let button = egui::Button::new(view.text(key)).shortcut_text(shortcut);
            if !ui.add(button).clicked() {
                continue;
            }
            match place {
                0 => self.copy(ui, sheet),
                1 => ui.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
                2 => self.fill_down(view, sheet),
                3 => self.clear(ui, view, sheet),
                _ => self.remove(view, sheet),
            }
            ui.close();
        }
    }

    /// Puts the first chosen row into those below it; a single row takes over the one above it.
    fn fill_down<S: Sheet<Key = K>>(&mut self, view: &mut ViewContext<'_>, sheet: &S) {
        let Some(block) = self.block() else { return };
        let (from, to) = match block.height() {
            1 if block.top == 0 => return,
            1 => (block.top - 1, block.top..=block.bottom),
            _ => (block.top, block.top + 1..=block.bottom),
        };
        let Some(source) = self.order.get(from).copied() else { return };
        let rows = self.order.get(to).unwrap_or_default();
        let entries: Vec<Entry<K>> = rows
            .iter()
            .flat_map(|row| (block.left..=block.right).map(|column| (*row, column)))
            .filter(|(_, column)| sheet.columns().get(*column).is_some_and(Column::editable))
            .map(|(row, column)| {
                let text = sheet.entry(source, column);
                Entry { row, column, text, before: None }
            })
            .collect();
        self.put(view, sheet, &entries);
    }

    /// Puts cells of a spreadsheet over the chosen ones, from the upper left; a single cell, or a
    /// block that fits several times, fills all of them.
    pub(super) fn paste<S: Sheet<Key = K>>(
        &mut self,
        view: &mut ViewContext<'_>,
        sheet: &S,
        text: &str,
    ) {
        let Some(block) = self.block() else { return };
        let cells = plain_cells::read(text);
        let wide = cells.iter().map(Vec::len).max().unwrap_or(0);
        if wide == 0 {
            return;
        }
        let times = |chosen: usize, pasted: usize| {
            if chosen.is_multiple_of(pasted) { chosen.max(pasted) } else { pasted }
        };
        let (height, width) = (times(block.height(), cells.len()), times(block.width(), wide));
        let mut entries = Vec::new();
        for down in 0..height {
            let place = block.top + down;
            let beyond = place.checked_sub(self.order.len());
            let row = match beyond {
                None => self.order.get(place).copied(),
                Some(number) => sheet.below(number),
            };
            let Some(row) = row else {
                let arguments =
                    [("rows", height.into()), ("there", (self.order.len() - block.top).into())];
                view.ask(Action::Explain {
                    title: view.text("cells-refused-title").to_owned(),
                    text: view.words.with("cells-too-many-rows", &arguments),
                });
                return;
            };
            for across in 0..width {
                let column = block.left + across;
                let texts = cells.get(down % cells.len());
                let Some(text) = texts.and_then(|row| row.get(across % wide)) else { continue };
                let face = sheet.columns().get(column);
                if face.is_some_and(Column::editable) {
                    entries.push(Entry { row, column, text: text.clone(), before: None });
                } else if face.is_none() && !text.is_empty() {
                    view.ask(Action::Explain {
                        title: view.text("cells-refused-title").to_owned(),
                        text: view.text("cells-too-many-columns").to_owned(),
                    });
                    return;
                }
            }
        }
        if entries.is_empty() {
            view.ask(Action::Say(CellFault::Computed.words(view.words, S::KIND)));
            return;
        }
        self.put(view, sheet, &entries);
        let last = self.order.get((block.top + height - 1).min(self.order.len() - 1)).copied();
        let first = self.order.get(block.top).copied();
        if let Some((first, last)) = first.zip(last) {
            let right = (block.left + width - 1).min(sheet.columns().len() - 1);
            self.anchor = Some((last, right));
            self.cursor = Some((first, block.left));
        }
    }

    /// Reads the keys that leave the field of a cell, before the field sees them.
    pub(super) fn read_keys_of_field<S: Sheet<Key = K>>(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        sheet: &S,
        name: &str,
    ) {
        let Some(editing) = &self.editing else { return };
        // What is composed by an input method takes its own keys.
        let composing =
            ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Ime(_))));
        if composing || editing.opening.is_some() {
            return;
        }
        self.keep_what_follows(ui);
        let Some(editing) = &self.editing else { return };
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let back = |ui: &Ui| ui.memory_mut(|memory| memory.request_focus(Self::id(name)));
        let choices = editing.choices(sheet);
        let takes_arrows = choices.takes_arrows();
        for (key, down) in [(Key::ArrowDown, true), (Key::ArrowUp, false)] {
            let steers =
                pressed(Modifiers::ALT, key) || takes_arrows && pressed(Modifiers::NONE, key);
            if steers {
                // Where a value is marked already the first press only steps into the list.
                let marked = choices.marked().filter(|_| !takes_arrows);
                let steered = marked.or_else(|| choices.beside(down));
                if let Some(editing) = &mut self.editing {
                    editing.steered = steered;
                }
                return;
            }
        }
        let ends = ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Tab));
        if let Some(text) = choices.entered().filter(|_| ends)
            && let Some(editing) = &mut self.editing
        {
            editing.text = text;
        }
        if pressed(Modifiers::NONE, Key::Escape) {
            self.give_up(view);
            back(ui);
            return;
        }
        let steps = [
            (Modifiers::SHIFT, Key::Enter, -1),
            (Modifiers::NONE, Key::Enter, 1),
            (Modifiers::NONE, Key::ArrowUp, -1),
            (Modifiers::NONE, Key::ArrowDown, 1),
        ];
        for (modifiers, key, rows) in steps {
            if pressed(modifiers, key) {
                self.done(ui, view, sheet, name, rows);
                return;
            }
        }
        for (modifiers, backwards) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
            if pressed(modifiers, Key::Tab) {
                self.finish(view, sheet);
                self.next(view, sheet, backwards);
                back(ui);
                return;
            }
        }
    }

    /// Keeps what was typed and goes on up or down.
    pub(super) fn done<S: Sheet<Key = K>>(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        sheet: &S,
        name: &str,
        rows: isize,
    ) {
        self.finish(view, sheet);
        self.step(view, sheet, (rows, 0), false, false);
        ui.memory_mut(|memory| memory.request_focus(Self::id(name)));
    }
}

/// Whether an event comes from the keys, so that its place among the others matters.
fn is_typed(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. }
            | Event::Text(_)
            | Event::Ime(_)
            | Event::Paste(_)
            | Event::Copy
            | Event::Cut
    )
}

/// Whether something is done by it: more than releasing a key.
fn is_pressed(event: &Event) -> bool {
    is_typed(event) && !matches!(event, Event::Key { pressed: false, .. })
}

/// Whether a key leaves a field or steers its choices.
fn leaves_a_field(event: &Event) -> bool {
    let Event::Key { key, pressed: true, .. } = event else { return false };
    matches!(key, Key::Enter | Key::Tab | Key::Escape | Key::ArrowUp | Key::ArrowDown)
}

/// What an event asks for; `Some(None)` is a key that belongs to a letter, which comes by itself.
// Two questions with an answer each, asked in one place.
#[allow(clippy::option_option)]
fn request(event: &Event) -> Option<Option<Request>> {
    match event {
        Event::Copy => Some(Some(Request::Copy)),
        Event::Cut => Some(Some(Request::Cut)),
        Event::Paste(text) => Some(Some(Request::Paste(text.clone()))),
        Event::Text(text) | Event::Ime(ImeEvent::Commit(text)) => {
            Some(Some(Request::Begin(Some(text.clone()))))
        }
        Event::Ime(ImeEvent::Preedit { text, .. }) if !text.is_empty() => {
            Some(Some(Request::Compose))
        }
        Event::Key { key, pressed: true, modifiers, .. } => key_request(*key, *modifiers),
        _ => None,
    }
}

// As above.
#[allow(clippy::option_option)]
fn key_request(key: Key, modifiers: Modifiers) -> Option<Option<Request>> {
    let (far, extend) = (modifiers.command, modifiers.shift);
    let step = |rows, columns| Some(Some(Request::Move { rows, columns, far, extend }));
    if modifiers.alt {
        return None;
    }
    match key {
        Key::ArrowUp => step(-1, 0),
        Key::ArrowDown => step(1, 0),
        Key::ArrowLeft => step(0, -1),
        Key::ArrowRight => step(0, 1),
        // Any number above one stands for a page.
        Key::PageUp => step(-2, 0),
        Key::PageDown => step(2, 0),
        Key::Home => Some(Some(Request::Edge { last: false, whole: far, extend })),
        Key::End => Some(Some(Request::Edge { last: true, whole: far, extend })),
        Key::Tab if !far => Some(Some(Request::Next { back: extend })),
        Key::Enter if !far && extend => {
            Some(Some(Request::Move { rows: -1, columns: 0, far: false, extend: false }))
        }
        Key::Enter | Key::F2 if !far && !extend => Some(Some(Request::Begin(None))),
        Key::Delete | Key::Backspace if far => Some(Some(Request::Remove)),
        Key::Delete | Key::Backspace => Some(Some(Request::Clear)),
        Key::Escape => Some(Some(Request::Leave)),
        Key::A if far && !extend => Some(Some(Request::All)),
        Key::D if far && !extend => Some(Some(Request::FillDown)),
        // Other shortcuts and the function keys stay what they are.
        _ if far || modifiers.ctrl || is_function_key(key) => None,
        _ => Some(None),
    }
}

fn is_function_key(key: Key) -> bool {
    let number = key.name().strip_prefix('F').unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}
