//! How a table is painted, and what the pointer does in it.

use egui::{
    Align2, Color32, CornerRadius, Id, Pos2, Rect, Sense, Stroke, StrokeKind, TextEdit, Ui, Vec2,
    WidgetInfo, accesskit::Role,
};
use egui_table::{CellInfo, HeaderCellInfo, HeaderRow, Table, TableDelegate, TableState};

use super::choices::keeping_keys;
use super::grid::{Block, Caret, Fitted, Grid, Sort, version};
use super::sheet::{CellFault, Sheet};
use crate::ui::controls::elided;
use crate::ui::fields::{bubble, select_all};
use crate::ui::fonts::{Weight, font, icon};
use crate::ui::icons;
use crate::ui::letter_keys::composing_at;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

/// Height of a row, in points at scale 1.
const ROW: f32 = 22.0;
/// What stays free at each side of a cell.
const MARGIN_UNITS: i8 = 6;
/// The same as a length.
const MARGIN: f32 = MARGIN_UNITS as f32;
/// How narrow and how wide a column may be.
const NARROWEST: f32 = 28.0;
const WIDEST: f32 = 900.0;
/// By how much an arrow key moves the edge of a column.
const WIDTH_STEP: f32 = 10.0;
/// How many rows are measured to find the width of a column.
const MEASURED: usize = 200;
/// The width of the window's middle for which the columns have their first widths.
const PLAIN_WIDTH: f32 = 1000.0;

impl<K: Copy + Eq + Ord + std::hash::Hash + std::fmt::Debug + 'static> Grid<K> {
    /// Shows header and cells.
    pub(super) fn view<S: Sheet<Key = K>>(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        sheet: &S,
        name: &str,
        scale: f32,
    ) {
        let columns = sheet.columns();
        let salt = ("table", name, scale > 1.0);
        let row_height = (ROW * scale).round();
        self.page = rows_in(ui.available_height(), row_height);
        let reveal = std::mem::take(&mut self.reveal);
        let mut table = Table::new()
            .id_salt(salt)
            .num_rows(self.order.len() as u64)
            .columns(
                columns
                    .iter()
                    .map(|_| egui_table::Column::new(80.0).range(NARROWEST..=WIDEST))
                    .collect::<Vec<_>>(),
            )
            .num_sticky_cols(1)
            .headers([HeaderRow::new(row_height)]);
        if reveal && let Some((row, column)) = self.cursor {
            if let Some(place) = self.place(row) {
                table = table.scroll_to_row(place as u64, None);
            }
            if column > 0 {
                table = table.scroll_to_column(column, None);
            }
        }
        let state = table.get_id(ui);
        self.fit_columns(ui, view, sheet, state, scale);
        let block = self.block();
        let mut delegate = Delegate { grid: self, view, sheet, name, scale, row_height, block };
        table.show(ui, &mut delegate);
        for place in 0..columns.len() {
            let id = egui_table::Column::default().id_for(place);
            column_edge(ui, view, state, id, sheet.column_name(place, view.words));
        }
    }
}

impl<K: Copy + Eq + Ord + std::hash::Hash + std::fmt::Debug + 'static> Grid<K> {
    /// Gives columns the width that their numbers need, unless a person gave them another. Nothing
    /// moves while something is typed.
    fn fit_columns<S: Sheet<Key = K>>(
        &mut self,
        ui: &Ui,
        view: &ViewContext<'_>,
        sheet: &S,
        state: Id,
        scale: f32,
    ) {
        let version = version(view);
        let known = TableState::load(ui.ctx(), state);
        // In a wide window all columns grow a little, so that the figures of a step stay near
        // its name.
        let wide = (ui.available_width() / PLAIN_WIDTH).clamp(1.0, 1.6).max(scale);
        let is_same = |wide_before: f32| (wide_before - wide).abs() < 0.001;
        let before = self.fitted.get(&state);
        let is_fitted =
            before.is_some_and(|before| before.version == version && is_same(before.wide));
        if known.is_some() && (is_fitted || self.editing.is_some()) {
            return;
        }
        let mut fitted = Vec::new();
        let mut now = known.unwrap_or_default();
        for (place, column) in sheet.columns().iter().enumerate() {
            let id = egui_table::Column::default().id_for(place);
            let own = before.and_then(|before| before.widths.get(place)).copied();
            let usual = (column.width * wide).round();
            let least = own.filter(|_| before.is_some_and(|it| is_same(it.wide))).unwrap_or(usual);
            let width = if column.numeric {
                least.max(self.room_for(ui, sheet, place, scale))
            } else {
                least
            };
            fitted.push(width);
            let set = now.col_widths.entry(id).or_insert(usual);
            // The width of a person's own stays.
            if (*set - own.unwrap_or(usual)).abs() < 0.5 {
                *set = width;
            }
        }
        now.store(ui.ctx(), state);
        self.fitted.insert(state, Fitted { widths: fitted, version, wide });
    }

    /// How wide the widest cell of a column is, in the first rows.
    fn room_for<S: Sheet<Key = K>>(&self, ui: &Ui, sheet: &S, column: usize, scale: f32) -> f32 {
        let letters = |critical: bool| {
            let weight = if critical { Weight::Semibold } else { Weight::Regular };
            font(weight, (BODY * scale).round_to_half())
        };
        let cells = self.order.iter().take(MEASURED).map(|row| sheet.look(*row, column));
        let widths = cells.map(|look| {
            let colour = Color32::PLACEHOLDER;
            ui.painter().layout_no_wrap(look.text, letters(look.critical), colour).size().x
        });
        (widths.fold(0.0, f32::max) + 2.0 * MARGIN + 2.0).ceil().min(WIDEST)
    }
}

/// One pass over a table.
struct Delegate<'v, 'd, S: Sheet> {
    grid: &'v mut Grid<S::Key>,
    view: &'v mut ViewContext<'d>,
    sheet: &'v S,
    name: &'v str,
    scale: f32,
    row_height: f32,
    block: Option<Block>,
}

impl<S: Sheet> TableDelegate for Delegate<'_, '_, S> {
    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        self.header(ui, cell.col_range.start);
    }

    fn row_ui(&mut self, ui: &mut Ui, row: u64) {
        let Some(row) = self.row(row) else { return };
        let rect = ui.max_rect();
        if self.sheet.is_selected(row) {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, self.view.tokens.accent_wash);
        }
        let line = Stroke::new(1.0, self.view.tokens.hairline);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let Some(row) = self.row(cell.row_nr) else { return };
        let place = usize::try_from(cell.row_nr).unwrap_or(usize::MAX);
        if self.grid.editing.as_ref().is_some_and(|editing| editing.cell == (row, cell.col_nr)) {
            self.field(ui);
        } else {
            self.cell(ui, row, place, cell.col_nr);
        }
    }

    fn default_row_height(&self) -> f32 {
        self.row_height
    }
}

impl<S: Sheet> Delegate<'_, '_, S> {
    fn row(&self, place: u64) -> Option<S::Key> {
        self.grid.order.get(usize::try_from(place).ok()?).copied()
    }

    /// The name of a column; clicked, the rows are sorted by it: up, down, as they were.
    fn header(&mut self, ui: &mut Ui, column: usize) {
        let Some(face) = self.sheet.columns().get(column) else { return };
        let tokens = self.view.tokens;
        let name = self.sheet.column_name(column, self.view.words);
        let rect = ui.max_rect();
        let sort = self.grid.sort.filter(|sort| sort.column == column);
        let response = ui.interact(rect, ui.scope_id().with("sort"), Sense::CLICK);
        let said = match sort {
            None => name.to_owned(),
            Some(Sort { descending: false, .. }) => {
                self.view.words.with("column-ascending", &[("column", name.into())])
            }
            Some(_) => self.view.words.with("column-descending", &[("column", name.into())]),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, said.as_str()));
        let letters = font(Weight::Medium, (SMALL * self.scale).round());
        if ui.is_sizing_pass() {
            let galley = ui.painter().layout_no_wrap(name.to_owned(), letters, tokens.muted);
            ui.allocate_space(Vec2::new(galley.size().x + 2.0 * MARGIN + 14.0, self.row_height));
            return;
        }
        ui.advance_cursor_after_rect(rect);
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::ZERO, tokens.panel);
        let inside = rect.shrink2(Vec2::new(MARGIN, 0.0));
        let mark = if sort.is_some() { 12.0 * self.scale } else { 0.0 };
        let colour = if response.hovered() || sort.is_some() { tokens.ink } else { tokens.muted };
        let galley = elided(ui, name, letters, colour, inside.width() - mark);
        let width = galley.size().x;
        let left = if face.numeric { inside.right() - width - mark } else { inside.left() };
        let at = Pos2::new(left, inside.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, colour);
        if let Some(sort) = sort {
            let sign = if sort.descending { icons::CHEVRON_DOWN } else { icons::CHEVRON_UP };
            let at = Pos2::new(left + width + mark / 2.0, inside.center().y);
            let letters = icon((11.0 * self.scale).round());
            ui.painter().text(at, Align2::CENTER_CENTER, sign, letters, tokens.accent);
        }
        let line = Stroke::new(1.0, tokens.hairline);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
        let help = self.view.words.text(face.help);
        let sorts = self.view.words.text("column-sort-help");
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if response.on_hover_text(format!("{name}\n{help}\n{sorts}")).clicked() {
            self.grid.sort = match sort {
                None => Some(Sort { column, descending: false }),
                Some(Sort { descending: false, .. }) => Some(Sort { column, descending: true }),
                Some(_) => None,
            };
        }
    }

    fn cell(&mut self, ui: &mut Ui, row: S::Key, place: usize, column: usize) {
        let Some(face) = self.sheet.columns().get(column) else { return };
        let tokens = self.view.tokens;
        let look = self.sheet.look(row, column);
        let draft = self.grid.drafts.get(&(row, column));
        let text = draft.map_or(look.text, |draft| draft.text.clone());
        let why = draft.map(|draft| draft.fault.words(self.view.words, S::KIND));
        let (weight, colour) = match (&why, look.critical, face.editable()) {
            (Some(_), ..) => (Weight::Regular, tokens.bad),
            (None, true, _) if look.outdated => (Weight::Semibold, tokens.muted),
            (None, true, _) => (Weight::Semibold, tokens.bad),
            (None, false, true) => (Weight::Regular, tokens.ink),
            (None, false, false) => (Weight::Regular, tokens.muted),
        };
        let letters = font(weight, (BODY * self.scale).round_to_half());
        if ui.is_sizing_pass() {
            let galley = ui.painter().layout_no_wrap(text, letters, colour);
            ui.allocate_space(Vec2::new(galley.size().x + 2.0 * MARGIN + 2.0, self.row_height));
            return;
        }
        let rect = ui.max_rect();
        ui.advance_cursor_after_rect(rect);
        let id = Id::unique(("cell", self.name, row, column));
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
        let name = self.sheet.row_name(row);
        let words = self.view.words;
        // A name is what it is.
        let value = if look.outdated && !face.editable() {
            words.with("figure-before", &[("value", text.as_str().into())])
        } else {
            text.clone()
        };
        let said =
            words.labelled(&words.clauses(&[&name, self.sheet.column_name(column, words)]), &value);
        let is_cursor = self.grid.active_cell() == Some((row, column));
        let chosen = self.block.is_some_and(|block| block.contains(place, column));
        response.widget_info(|| {
            let said = why.as_ref().map_or_else(|| said.clone(), |why| words.said_why(&said, why));
            WidgetInfo::labeled(Role::GridCell, face.editable(), said)
        });
        ui.ctx().accesskit_node_builder(id, |node| node.set_selected(chosen));
        if is_cursor {
            // What a screen reader follows while the keys go to the table as a whole.
            let grid = Grid::<S::Key>::id(self.name);
            ui.ctx().accesskit_node_builder(grid, |node| {
                node.set_active_descendant(id.accesskit_id());
            });
        }
        if is_cursor && self.grid.active {
            // What is composed goes into this cell, from the first letter on.
            ui.output_mut(|output| output.ime = Some(composing_at(rect)));
        }
        self.paint_ground(ui, rect, is_cursor, chosen, why.is_some());
        let mut inside = rect.shrink2(Vec2::new(MARGIN, 0.0));
        if let Some(dot) = look.dot {
            let radius = 4.0 * self.scale;
            let at = Pos2::new(inside.left() + radius, inside.center().y);
            ui.painter().circle_filled(at, radius, dot);
            inside.min.x += 3.0 * radius;
        }
        let galley = elided(ui, &text, letters, colour, inside.width());
        let width = galley.size().x;
        let left = if face.numeric { inside.right() - width } else { inside.left() };
        let at = Pos2::new(left, inside.center().y - galley.size().y / 2.0);
        let cut = galley.elided;
        ui.painter().galley(at, galley, colour);
        if let (Some(why), true) = (&why, is_cursor && self.grid.active) {
            bubble(ui, tokens, id.with("why"), rect, why);
        }
        self.pointer(ui, &response, row, column);
        match why {
            Some(why) => drop(response.on_hover_text(why)),
            None if look.outdated || cut => drop(response.on_hover_text(value)),
            None => {}
        }
    }

    fn paint_ground(&self, ui: &Ui, rect: Rect, is_cursor: bool, chosen: bool, wrong: bool) {
        let tokens = self.view.tokens;
        let painter = ui.painter();
        let several = self.block.is_some_and(|block| block.height() * block.width() > 1);
        if chosen && several && (self.grid.active || self.grid.dragging) {
            let wash = tokens.accent.gamma_multiply(0.16);
            painter.rect_filled(rect, CornerRadius::ZERO, wash);
        }
        if wrong {
            painter.rect_filled(rect, CornerRadius::ZERO, tokens.bad_wash);
        }
        if is_cursor {
            // Where the keys go elsewhere the cursor is only remembered.
            let (width, colour): (f32, Color32) =
                if self.grid.active { (2.0, tokens.accent) } else { (1.0, tokens.faint) };
            let edge = Stroke::new(width, colour);
            painter.rect_stroke(rect.shrink(0.5), CornerRadius::same(3), edge, StrokeKind::Inside);
        }
    }

    /// Puts the cursor where the pointer is pressed, draws ranges, begins to type.
    fn pointer(&mut self, ui: &Ui, response: &egui::Response, row: S::Key, column: usize) {
        let pressed =
            response.contains_pointer() && ui.input(|input| input.pointer.primary_pressed());
        if pressed {
            let extend = ui.input(|input| input.modifiers.shift);
            self.grid.cursor = Some((row, column));
            self.grid.anchor = self.grid.typed_into.take().or(self.grid.anchor);
            if !extend || self.grid.anchor.is_none() {
                self.grid.anchor = self.grid.cursor;
            }
            self.grid.reveal = true;
            self.grid.dragging = true;
            ui.memory_mut(|memory| memory.request_focus(Grid::<S::Key>::id(self.name)));
        } else if self.grid.dragging && ui.rect_contains_pointer(response.rect) {
            self.grid.cursor = Some((row, column));
        }
        if response.double_clicked() {
            self.grid.begin(self.view, self.sheet, None);
        }
        if response.contains_pointer() && ui.input(|input| input.pointer.secondary_pressed()) {
            let place = self.grid.place(row);
            let inside = place.zip(self.grid.block()).is_some_and(|(p, b)| b.contains(p, column));
            if !inside {
                self.grid.put_cursor(Some((row, column)));
            }
            ui.memory_mut(|memory| memory.request_focus(Grid::<S::Key>::id(self.name)));
        }
        response.context_menu(|ui| self.grid.menu(ui, self.view, self.sheet));
    }

    /// The cell that is typed into.
    fn field(&mut self, ui: &mut Ui) {
        let rect = ui.max_rect();
        ui.advance_cursor_after_rect(rect);
        let Some(mut editing) = self.grid.editing.take() else { return };
        let (row, column) = editing.cell;
        let id = Grid::<S::Key>::field_id(self.name);
        let tokens = self.view.tokens;
        let numeric = self.sheet.columns().get(column).is_some_and(|column| column.numeric);
        ui.painter().rect_filled(rect, CornerRadius::ZERO, tokens.panel);
        let mut text = editing.text.clone();
        let colour = if editing.fault.is_some() { tokens.bad } else { tokens.ink };
        let side = if numeric { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
        let line = TextEdit::singleline(&mut text)
            // The margin belongs to the frame: a frame of one's own leaves `margin` aside.
            .frame(egui::Frame::NONE.inner_margin(egui::Margin::symmetric(MARGIN_UNITS, 0)))
            .font(font(Weight::Regular, (BODY * self.scale).round_to_half()))
            .text_color(colour)
            .align(side)
            .min_size(rect.size())
            .desired_width(rect.width());
        if let Some(caret) = editing.opening
            && !ui.memory(|memory| memory.has_focus(id))
        {
            // Once it has the focus, the field also gets what is composed in the same pass.
            ui.memory_mut(|memory| memory.request_focus(id));
            put_caret(ui, id, &editing.text, caret);
        }
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        let response = keeping_keys(&mut inner, id, |ui| ui.add(line.id(id)));
        let words = self.view.words;
        let column_name = self.sheet.column_name(column, words);
        let row_name = self.sheet.row_name(row);
        let name = words.clauses(&[row_name.as_str(), column_name]);
        let response = response.accessible_name(name);
        let edge =
            Stroke::new(2.0, if editing.fault.is_some() { tokens.bad } else { tokens.accent });
        ui.painter().rect_stroke(rect, CornerRadius::same(3), edge, StrokeKind::Inside);
        if response.has_focus() {
            editing.opening = None;
        }
        let changed = text != editing.text;
        if changed {
            editing.steered = None;
        }
        editing.text = text;
        let choices = editing.choices(self.sheet);
        let listed = !choices.listed().is_empty();
        let clicked = choices.show(ui, self.view, &response).and_then(|row| choices.with(row));
        let fault = editing.fault.clone();
        if let Some(chosen) = &clicked {
            editing.text.clone_from(chosen);
        }
        self.grid.editing = Some(editing);
        if clicked.is_some() {
            self.grid.done(ui, self.view, self.sheet, self.name, 0);
            return;
        }
        if changed {
            self.grid.typed(self.view, self.sheet);
        }
        if let (Some(fault), false) = (fault, listed) {
            let why = CellFault::words(&fault, self.view.words, S::KIND);
            bubble(ui, tokens, id.with("why"), rect, &why);
        }
    }
}

/// Names the edge that resizes a column, which the keys come to like the pointer, and lets arrows
/// move it.
fn column_edge(ui: &Ui, view: &ViewContext<'_>, state: Id, column: Id, name: &str) {
    let edge = state.with(column).with("resize");
    if !ui.ctx().has_accesskit_node(edge) && !ui.memory(|memory| memory.has_focus(edge)) {
        return;
    }
    let said = view.words.with("column-edge", &[("column", name.into())]);
    ui.ctx().accesskit_node_builder(edge, |node| {
        node.set_role(Role::Splitter);
        node.set_label(said);
    });
    if !ui.memory(|memory| memory.has_focus(edge)) {
        return;
    }
    ui.memory_mut(|memory| {
        let arrows = egui::EventFilter { horizontal_arrows: true, ..egui::EventFilter::default() };
        memory.set_focus_lock_filter(edge, arrows);
    });
    let by = ui.input_mut(|input| {
        let mut pressed = |key| input.count_and_consume_key(egui::Modifiers::NONE, key);
        let (wider, narrower) = (pressed(egui::Key::ArrowRight), pressed(egui::Key::ArrowLeft));
        (wider as f32 - narrower as f32) * WIDTH_STEP
    });
    if by != 0.0
        && let Some(mut widths) = TableState::load(ui.ctx(), state)
        && let Some(width) = widths.col_widths.get_mut(&column)
    {
        *width = (*width + by).clamp(NARROWEST, WIDEST);
        widths.store(ui.ctx(), state);
        ui.ctx().request_repaint();
    }
}

/// How many rows are seen below the header, with one that is seen before and after a page.
// A height is some thousand points at most.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn rows_in(height: f32, row: f32) -> usize {
    ((height / row).max(0.0) as usize).saturating_sub(2).max(1)
}

/// Puts the caret behind the text, or selects all of it.
fn put_caret(ui: &Ui, id: Id, text: &str, caret: Caret) {
    if caret == Caret::All {
        select_all(ui, id, text);
        return;
    }
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = egui::text::CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
    TextEdit::store_state(ui.ctx(), id, state);
}

/// Sizes of letters in steps of half a point: each takes room in the atlas.
trait RoundToHalf {
    fn round_to_half(self) -> f32;
}

impl RoundToHalf for f32 {
    fn round_to_half(self) -> f32 {
        (self * 2.0).round() / 2.0
    }
}
