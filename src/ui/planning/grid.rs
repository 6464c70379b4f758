//! The table of a planning sheet: one cell has the cursor, typing replaces, a number drags.

use std::sync::Arc;

use egui::{EventFilter, Id, Rect, Sense, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::blueprint::SheetId;
use crate::blueprint::sheets::Sheet;
use crate::editor::SheetWork;
use crate::pictures::planning::{Cell, Column, Part, Table};
use crate::planning::sheet::{Line, Place};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};

use super::held_columns::{At, Layout, ROW};
use super::numbers::Dragged;
use super::{Laid, Shown, change, edit, preview};

/// The size of an answer that stands in its cell.
pub(super) const LARGE: f32 = 15.0;

/// A cell that is typed into.
#[derive(Debug)]
pub(super) struct Editing {
    pub at: At,
    pub place: Place,
    pub text: String,
    pub before: String,
    /// Whether all of it is to be selected once the field is there; nothing once it was.
    pub opening: Option<bool>,
    pub is_previewed: bool,
}

/// What the table remembers from frame to frame.
#[derive(Default)]
pub(super) struct Grid {
    /// Which sheet it was about.
    pub sheet: Option<SheetId>,
    pub cursor: Option<At>,
    /// The corner opposite to it of the cells that are chosen.
    pub anchor: Option<At>,
    pub editing: Option<Editing>,
    pub dragged: Option<Dragged>,
    /// Whether the cursor is to be brought into view.
    pub reveal: bool,
    /// The number that was looked at last: the one that the curve is drawn against.
    pub about: Option<Place>,
    /// The name of a new row or column, to be typed over as soon as it is there.
    pub wanted: Option<(Place, String)>,
}

/// The cells that are chosen, ends included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub from: At,
    pub to: At,
}

impl Block {
    pub fn contains(&self, (row, column): At) -> bool {
        (self.from.0..=self.to.0).contains(&row) && (self.from.1..=self.to.1).contains(&column)
    }
}

impl Grid {
    /// Whether a number is being dragged.
    pub fn is_dragging(&self) -> bool {
        self.dragged.as_ref().is_some_and(|dragged| !dragged.is_given_up)
    }

    /// The identity of the widget that has the focus while keys go to the table.
    pub fn id() -> Id {
        Id::unique("planning table")
    }

    pub fn field_id() -> Id {
        Self::id().with("field")
    }

    pub fn block(&self) -> Option<Block> {
        let cursor = self.cursor?;
        let anchor = self.anchor.unwrap_or(cursor);
        let from = (cursor.0.min(anchor.0), cursor.1.min(anchor.1));
        Some(Block { from, to: (cursor.0.max(anchor.0), cursor.1.max(anchor.1)) })
    }

    pub fn put_cursor(&mut self, table: &Table, at: At, extend: bool) {
        if !extend || self.anchor.is_none() {
            self.anchor = Some(if extend { self.cursor.unwrap_or(at) } else { at });
        }
        self.cursor = Some(at);
        self.reveal = true;
        if let Some(Part::Number(place)) = table.cell(at.0, at.1).map(|cell| cell.part) {
            self.about = Some(place);
        }
    }

    /// Shows the table in at most so much height.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        laid: &Laid,
        height: f32,
    ) {
        let table = &laid.table;
        if self.sheet != Some(shown.id) {
            *self = Self { sheet: Some(shown.id), ..Self::default() };
        }
        self.keep_inside(table);
        self.name_new_line(ui, view, shown, table);
        let widths = widths(&laid.widths, ui.available_width() - 8.0);
        let size = Vec2::new(widths.iter().sum(), ROW * table.rows.len() as f32);
        let area = Rect::from_min_size(
            ui.cursor().min,
            Vec2::new(ui.available_width(), size.y.min(height)),
        );
        let frame = ui.interact(area, Self::id(), Sense::focusable_noninteractive());
        let name = shown.sheet.name.as_str();
        frame.widget_info(|| WidgetInfo::labeled(Role::Grid, true, name));
        if frame.has_focus() {
            let keys = EventFilter {
                tab: true,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(Self::id(), keys));
            if self.cursor.is_none() {
                self.put_cursor(table, (1.min(table.rows.len().saturating_sub(1)), 0), false);
            }
        }
        if self.editing.is_some() {
            self.read_field_keys(ui, view, shown, table);
        } else if frame.has_focus() {
            self.read_keys(ui, view, shown, table);
        }
        self.follow_drag(ui, view, shown);
        let area = egui::ScrollArea::both().max_height(height).auto_shrink([false, true]);
        area.show(ui, |ui| {
            let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
            let layout = Layout::of(table, &widths, whole, ui.clip_rect());
            if let Some(at) = self.cursor.filter(|_| self.reveal) {
                ui.scroll_to_rect(layout.revealed(at), None);
                self.reveal = false;
            }
            // What stays in its place lies over what moves below it.
            for (head, held) in [(false, false), (false, true), (true, false), (true, true)] {
                for at in layout.cells(head, held) {
                    let rect = layout.rect(at);
                    if rect.intersects(layout.seen) {
                        self.cell(ui, view, shown, table, at, rect);
                    }
                }
            }
        });
        self.leave_field(ui, view, shown);
    }

    /// Rows and columns may be gone.
    fn keep_inside(&mut self, table: &Table) {
        let is_there = |at: &At| table.cell(at.0, at.1).is_some();
        self.cursor = self.cursor.filter(is_there);
        self.anchor = self.anchor.filter(is_there);
        let stays = |editing: &Editing| {
            let (row, column) = editing.at;
            table.cell(row, column).and_then(|cell| cell.part.place()) == Some(editing.place)
        };
        self.editing = self.editing.take().filter(stays);
        self.about = self.about.filter(|place| table.find(*place).is_some());
    }

    /// Begins to type into the cell with the cursor: over what it holds, or with `text` instead.
    pub fn begin(
        &mut self,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        table: &Table,
        text: Option<&str>,
    ) {
        let Some(at) = self.cursor else { return };
        let Some(cell) = table.cell(at.0, at.1) else { return };
        let Some(place) = cell.part.place() else { return };
        // Whoever reviews reads what stands there, and types nothing.
        if view.reviewing.is_some() {
            return;
        }
        self.anchor = self.cursor;
        self.editing = Some(Editing {
            at,
            place,
            text: text.map_or_else(|| cell.text.clone(), str::to_owned),
            before: cell.text.clone(),
            opening: Some(text.is_none()),
            is_previewed: false,
        });
        if text.is_some() {
            self.typed(view, shown);
        }
    }

    /// The text in the field has changed: the answer follows.
    pub fn typed(&mut self, view: &mut ViewContext<'_>, shown: &Shown) {
        let Some(editing) = &mut self.editing else { return };
        editing.is_previewed = true;
        preview(view, shown.id, shown.sheet.with_text(editing.place, &editing.text));
    }

    /// Leaves the field and keeps what was typed.
    pub fn finish(&mut self, view: &mut ViewContext<'_>, shown: &Shown) {
        let Some(editing) = self.editing.take() else { return };
        match (editing.text == editing.before, editing.is_previewed) {
            (true, true) => view.ask(Action::Abort),
            (true, false) => {}
            (false, true) => view.ask(Action::Commit),
            (false, false) => {
                let sheet = shown.sheet.with_text(editing.place, &editing.text);
                change(view, SheetWork::Change, shown.id, sheet);
            }
        }
    }

    /// Leaves the field and takes back what was typed.
    pub fn give_up(&mut self, view: &mut ViewContext<'_>) {
        if self.editing.take().is_some_and(|editing| editing.is_previewed) {
            view.ask(Action::Abort);
        }
    }

    fn leave_field(&mut self, ui: &Ui, view: &mut ViewContext<'_>, shown: &Shown) {
        let field = Self::field_id();
        let is_left = self.editing.as_ref().is_some_and(|editing| {
            editing.opening.is_none() && !ui.memory(|memory| memory.has_focus(field))
        });
        if is_left {
            self.finish(view, shown);
        }
    }

    /// Begins to drag a number.
    pub fn take_hold(&mut self, ui: &Ui, table: &Table, at: At, place: Place) {
        let Some(cell) = table.cell(at.0, at.1) else { return };
        let Some(origin) = ui.input(|input| input.pointer.press_origin()) else { return };
        self.put_cursor(table, at, false);
        self.about = Some(place);
        self.dragged = Dragged::begin(place, &cell.text, origin.x);
    }

    /// The number follows the pointer; Esc takes it back.
    fn follow_drag(&mut self, ui: &Ui, view: &mut ViewContext<'_>, shown: &Shown) {
        if view.reviewing.is_some() {
            self.dragged = None;
        }
        let Some(dragged) = &mut self.dragged else { return };
        let is_down = ui.input(|input| input.pointer.primary_down());
        let escapes =
            ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
        if escapes && !dragged.is_given_up {
            dragged.is_given_up = true;
            if dragged.is_changed {
                view.ask(Action::Abort);
            }
        }
        if is_down && !dragged.is_given_up {
            ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
            if let Some(at) = ui.input(|input| input.pointer.interact_pos())
                && dragged.to(at.x)
            {
                let sheet = shown.sheet.with_text(dragged.place, &dragged.text);
                preview(view, shown.id, sheet);
            }
        }
        if !is_down
            && let Some(dragged) = self.dragged.take()
            && dragged.is_changed
            && !dragged.is_given_up
        {
            view.ask(Action::Commit);
        }
    }

    /// Adds a row or column beside another one, and puts the cursor on its name.
    pub fn add_line(&mut self, view: &mut ViewContext<'_>, shown: &Shown, line: Line, at: usize) {
        let name = free_name(view, &shown.sheet, line);
        let sheet = shown.sheet.with_line(line, at, &name);
        let place = match line {
            Line::Item => Place::ItemName(at),
            Line::Limit => Place::LimitName(at),
            Line::From => Place::FromName(at),
            Line::To => Place::ToName(at),
        };
        let change = edit(view, SheetWork::AddRows, shown.id, sheet);
        view.edit(change);
        self.wanted = Some((place, name));
    }

    /// Once a new row or column is there, its name is ready to be typed.
    fn name_new_line(&mut self, ui: &Ui, view: &mut ViewContext<'_>, shown: &Shown, table: &Table) {
        let is_there = |(place, name): &mut (Place, String)| shown.sheet.text_at(*place) == name;
        let Some((place, _)) = self.wanted.take_if(is_there) else { return };
        let Some(at) = table.find(place) else { return };
        self.put_cursor(table, at, false);
        ui.memory_mut(|memory| memory.request_focus(Self::id()));
        self.begin(view, shown, table, None);
    }

    /// Begins to drag a number that was taken hold of in a picture.
    pub fn drag_from_picture(&mut self, ui: &Ui, sheet: &Sheet, place: Place) {
        let Some(origin) = ui.input(|input| input.pointer.press_origin()) else { return };
        self.about = Some(place);
        self.dragged = Dragged::begin(place, sheet.text_at(place), origin.x);
    }

    pub fn remove_line(view: &mut ViewContext<'_>, shown: &Shown, line: Line, at: usize) {
        let sheet = shown.sheet.without_line(line, at);
        change(view, SheetWork::RemoveRows, shown.id, sheet);
    }
}

/// A name for a new row or column that no other has.
fn free_name(view: &ViewContext<'_>, sheet: &Arc<Sheet>, line: Line) -> String {
    let name = |number: usize| {
        let arguments = [("number", number.into())];
        match line {
            Line::Item => view.words.with("planner-new-item", &arguments),
            Line::Limit => view.words.with("planner-new-limit", &arguments),
            Line::From => view.words.with("planner-new-from", &arguments),
            Line::To => view.words.with("planner-new-to", &arguments),
        }
    };
    let is_taken = |name: &String| match line {
        Line::Item => sheet.items.iter().any(|it| it.name == *name),
        Line::Limit => sheet.limits.iter().any(|it| it.name == *name),
        Line::From => sheet.from.iter().any(|it| it.name == *name),
        Line::To => sheet.to.iter().any(|it| it.name == *name),
    };
    let count = sheet.lines(line) + 1;
    (count..=2 * count).map(name).find(|name| !is_taken(name)).unwrap_or_else(|| name(count))
}

/// The widest that a column gets by itself, and the rows that are measured for that.
const WIDEST: f32 = 210.0;
const MEASURED: usize = 60;
/// The least that a column of numbers has where room is short.
const SLIM: f32 = 52.0;

/// How wide a cell wants to be, and with what is written small beside a number left out.
fn room_for(ui: &Ui, cell: &Cell) -> [f32; 2] {
    let text = |text: &str, size: f32| {
        if text.is_empty() {
            return 0.0;
        }
        let letters = font(Weight::Semibold, size);
        let colour = egui::Color32::PLACEHOLDER;
        ui.painter().layout_no_wrap(text.to_owned(), letters, colour).size().x
    };
    let is_choice = matches!(cell.part, Part::Sense(_) | Part::Kind(_));
    let is_answer = cell.part == Part::Computed && cell.is_strong && cell.note.is_empty();
    let own = text(&cell.text, if is_answer { LARGE } else { BODY });
    let beside = text(&cell.note, SMALL) + text(&cell.answer, LARGE);
    let gap = if beside > 0.0 { 8.0 } else { 0.0 };
    let always = if is_choice { 16.0 } else { 0.0 } + 18.0;
    let all = own + beside + gap + always;
    let is_spare = !cell.note.is_empty() && !cell.text.is_empty() && cell.answer.is_empty();
    [all, if is_spare { own + always } else { all }]
}

/// The widths that columns have by themselves, and those that they have where room is short.
pub(super) fn own_widths(ui: &Ui, table: &Table) -> Vec<[f32; 2]> {
    let width = |(at, column): (usize, &Column)| {
        let cells = table.rows.iter().take(MEASURED).filter_map(|row| row.cells.get(at));
        let wide = cells.map(|cell| room_for(ui, cell));
        let wide = wide.fold([0.0, 0.0], |[a, b], [c, d]| [f32::max(a, c), f32::max(b, d)]);
        let [all, least] = wide.map(|wide| wide.min(WIDEST).ceil());
        // An answer keeps its width, and so does a name.
        let is_kept = column.is_computed || at == 0;
        let usual = column.width.max(all);
        [usual, if is_kept { usual } else { least.max(SLIM.min(column.width)) }]
    };
    table.columns.iter().enumerate().map(width).collect()
}

/// The widths of the columns; what is left over is shared out, up to a measure, and what is lacking is taken from
/// those that have some to spare: as much as they have, where that is not enough.
fn widths(own: &[[f32; 2]], room: f32) -> Vec<f32> {
    let usual: f32 = own.iter().map(|[usual, _]| usual).sum();
    if usual > room {
        let spare: f32 = own.iter().map(|[usual, least]| usual - least).sum();
        let part = ((usual - room) / spare.max(1.0)).min(1.0);
        return own.iter().map(|[usual, least]| usual - (usual - least) * part).collect();
    }
    let more = ((room - usual) / own.len().max(1) as f32).min(26.0).floor();
    own.iter().map(|[usual, _]| usual + more).collect()
}

#[cfg(test)]
mod tests {
    use super::widths;

    #[test]
    fn columns_give_what_they_have_to_spare_and_no_more() {
        let own = [[100.0, 60.0], [80.0, 80.0], [100.0, 40.0]];
        assert_eq!(widths(&own, 280.0), [100.0, 80.0, 100.0]);
        assert_eq!(widths(&own, 230.0), [80.0, 80.0, 70.0]);
        assert_eq!(widths(&own, 120.0), [60.0, 80.0, 40.0], "the rest is scrolled");
        assert_eq!(widths(&[[50.0, 50.0]], 40.0), [50.0]);
        assert_eq!(widths(&own, 310.0), [110.0, 90.0, 110.0]);
    }
}
