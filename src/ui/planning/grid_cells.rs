//! How the cells of the table are painted, pointed at and opened.

use std::sync::Arc;

use egui::{
    Align2, CornerRadius, CursorIcon, Rect, Response, Sense, Stroke, StrokeKind, TextEdit, Ui,
    Vec2, WidgetInfo, accesskit::Role,
};

use crate::blueprint::sheets::{Aim, Amounts, Purpose, Sense as Holds};
use crate::editor::SheetWork;
use crate::pictures::planning::{Cell, Part, Table};
use crate::planning::sheet::Line;
use crate::ui::controls::{elided, option};
use crate::ui::fields::select_all;
use crate::ui::fonts::{Weight, font, icon};
use crate::ui::icons;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

use super::grid::{Grid, LARGE};
use super::grid_keys::with_kind;
use super::held_columns::At;
use super::{Shown, change};

/// Room at the sides of a cell.
const MARGIN: f32 = 8.0;

impl Grid {
    /// A cell, or the field in its place.
    pub(super) fn cell(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        table: &Table,
        at: At,
        rect: Rect,
    ) {
        let Some(cell) = table.cell(at.0, at.1) else { return };
        let is_computed = table.rows.get(at.0).is_some_and(|row| row.is_computed)
            || table.columns.get(at.1).is_some_and(|column| column.is_computed);
        if self.editing.as_ref().is_some_and(|editing| editing.at == at) {
            self.ground(ui, view, cell, at, rect, is_computed);
            self.field(ui, view, shown, cell, rect);
            return;
        }
        let response = ui.interact(rect, Self::id().with(at), Sense::CLICK | Sense::DRAG);
        let said = said(view, cell);
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &said));
        crate::ui::access::select(ui.ctx(), response.id, self.cursor == Some(at));
        self.ground(ui, view, cell, at, rect, is_computed);
        self.paint(ui, view, shown, cell, rect, &response, at);
        self.point(ui, view, shown, table, at, &response);
        if !cell.hover.is_empty() || cell.fault.is_some() {
            response.on_hover_ui(|ui| {
                if let Some(fault) = &cell.fault {
                    ui.colored_label(view.tokens.bad, fault);
                }
                for line in cell.hover.lines() {
                    ui.label(line);
                }
            });
        }
    }

    /// Clicks, drags and menus of a cell.
    fn point(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        table: &Table,
        at: At,
        response: &Response,
    ) {
        let Some(cell) = table.cell(at.0, at.1) else { return };
        let in_review = view.reviewing.is_some();
        if let Part::Number(place) = cell.part {
            if response.hovered() && self.dragged.is_none() && !in_review {
                ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
            }
            if response.drag_started_by(egui::PointerButton::Primary) {
                if self.editing.is_some() {
                    self.finish(view, shown);
                }
                self.take_hold(ui, table, at, place);
            }
        } else if response.hovered() && cell.part.place().is_some() && !in_review {
            ui.ctx().set_cursor_icon(CursorIcon::Text);
        }
        if response.clicked() || response.secondary_clicked() {
            if self.editing.is_some() {
                self.finish(view, shown);
            }
            let extend = ui.input(|input| input.modifiers.shift) && response.clicked();
            self.put_cursor(table, at, extend);
            self.reveal = false;
            ui.memory_mut(|memory| memory.request_focus(Self::id()));
        }
        if response.double_clicked() && cell.part.place().is_some() {
            self.begin(view, shown, table, None);
        }
        // Whoever reviews is offered nothing that would change the sheet.
        if in_review {
            return;
        }
        Self::choices(view, shown, cell, response);
        response.context_menu(|ui| self.menu(ui, view, shown, table, at));
    }

    /// The choices of a cell that has some.
    fn choices(view: &mut ViewContext<'_>, shown: &Shown, cell: &Cell, response: &Response) {
        let sheet = &shown.sheet;
        match cell.part {
            Part::Sense(at) => {
                let Some(limit) = sheet.limits.get(at) else { return };
                let now = (limit.sense, limit.of_total);
                let all = [Holds::AtMost, Holds::AtLeast, Holds::Exactly];
                let shares = if sheet.purpose == Purpose::Blend || limit.of_total {
                    &[false, true][..]
                } else {
                    &[false][..]
                };
                egui::Popup::menu(response).show(|ui| {
                    ui.set_min_width(150.0);
                    for share in shares {
                        for sense in all {
                            let name = view.words.sheet_sense(sense, *share);
                            if option(ui, now == (sense, *share), name).clicked() {
                                let sheet = sheet.with_sense(at, sense, *share);
                                change(view, SheetWork::Change, shown.id, sheet);
                                ui.close();
                            }
                        }
                    }
                });
            }
            Part::Kind(at) => {
                let Some(item) = sheet.items.get(at) else { return };
                let now = item.amounts.unwrap_or(sheet.amounts);
                egui::Popup::menu(response).show(|ui| {
                    ui.set_min_width(120.0);
                    for kind in [Amounts::Any, Amounts::Whole, Amounts::YesNo] {
                        if option(ui, now == kind, view.words.sheet_amounts(kind)).clicked() {
                            change(view, SheetWork::Change, shown.id, with_kind(sheet, at, kind));
                            ui.close();
                        }
                    }
                });
            }
            _ => {}
        }
    }

    /// What can be done with the row and the column of a cell.
    fn menu(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        table: &Table,
        at: At,
    ) {
        ui.set_min_width(200.0);
        let lines = [
            table.rows.get(at.0).and_then(|row| row.of),
            table.columns.get(at.1).and_then(|column| column.of),
        ];
        let mut is_first = true;
        for (line, place) in lines.into_iter().flatten() {
            if !std::mem::take(&mut is_first) {
                ui.separator();
            }
            let is_row = matches!(line, Line::Item | Line::From);
            let (before, after, gone) = if is_row {
                ("planner-row-above", "planner-row-below", "planner-remove-row")
            } else {
                ("planner-column-before", "planner-column-after", "planner-remove-column")
            };
            for (key, to) in [(before, place), (after, place + 1)] {
                if ui.button(view.words.text(key)).clicked() {
                    self.add_line(view, shown, line, to);
                    ui.close();
                }
            }
            if ui.button(view.words.text(gone)).clicked() {
                Self::remove_line(view, shown, line, place);
                ui.close();
            }
            if line == Line::Item {
                kinds(ui, view, shown, place);
            }
        }
        if is_first {
            ui.weak(view.text("planner-no-line"));
        }
    }

    fn ground(
        &self,
        ui: &Ui,
        view: &ViewContext<'_>,
        cell: &Cell,
        at: At,
        rect: Rect,
        is_computed: bool,
    ) {
        let tokens = view.tokens;
        let painter = ui.painter();
        let is_chosen = self.block().is_some_and(|block| block.contains(at));
        let is_outside = cell.part == Part::Blank;
        let fill = if cell.fault.is_some() {
            tokens.bad_wash
        } else if cell.part == Part::Computed || is_computed && at.0 == 0 {
            tokens.accent_wash
        } else if matches!(cell.part, Part::Head) || at.0 == 0 || is_outside {
            tokens.background
        } else {
            tokens.panel
        };
        painter.rect_filled(rect, CornerRadius::ZERO, fill);
        painter.rect_stroke(
            rect,
            CornerRadius::ZERO,
            Stroke::new(1.0, tokens.hairline),
            StrokeKind::Middle,
        );
        let has_keys = ui.memory(|memory| memory.has_focus(Self::id()));
        if is_chosen && self.anchor != self.cursor {
            painter.rect_filled(rect, CornerRadius::ZERO, tokens.accent.gamma_multiply(0.12));
        }
        if self.cursor == Some(at) {
            let width = if has_keys || self.editing.is_some() { 2.0 } else { 1.0 };
            let edge = Stroke::new(width, tokens.accent);
            painter.rect_stroke(rect, CornerRadius::same(2), edge, StrokeKind::Inside);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one cell with all that it looks by")]
    fn paint(
        &self,
        ui: &Ui,
        view: &ViewContext<'_>,
        shown: &Shown,
        cell: &Cell,
        rect: Rect,
        response: &Response,
        (row, column): At,
    ) {
        let tokens = view.tokens;
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let inside = rect.shrink2(Vec2::new(MARGIN, 0.0));
        let is_old = shown.is_stale && (cell.part == Part::Computed || !cell.answer.is_empty());
        let ink = match cell.part {
            _ if cell.fault.is_some() => tokens.bad,
            _ if is_old => tokens.faint,
            Part::Head => tokens.muted,
            _ => tokens.ink,
        };
        let weight = match cell.part {
            Part::Head => Weight::Medium,
            Part::Name(_) => Weight::Semibold,
            // Names that the blueprint gives.
            Part::Computed if column == 0 => Weight::Semibold,
            Part::Computed if cell.is_strong => Weight::Semibold,
            _ => Weight::Regular,
        };
        if column == 0 || row == 0 && cell.part != Part::Computed {
            let text = elided(ui, &cell.text, font(weight, BODY), ink, inside.width());
            // Names of rows begin at the left, heads of columns end above their numbers.
            let x = if column == 0 { inside.left() } else { inside.right() - text.size().x };
            let at = egui::pos2(x, rect.center().y - text.size().y / 2.0);
            painter.galley(at, text, ink);
            return;
        }
        let mut right = inside.right();
        if matches!(cell.part, Part::Sense(_) | Part::Kind(_)) {
            let middle = egui::pos2(right - 5.0, rect.center().y);
            let down = icons::CHEVRON_DOWN;
            painter.text(middle, Align2::CENTER_CENTER, down, icon(12.0), tokens.muted);
            right -= 14.0;
        }
        let mut put = |text: &str, size: f32, weight: Weight, colour, gap: f32| {
            if text.is_empty() {
                return;
            }
            let room = right - inside.left();
            let galley = elided(ui, text, font(weight, size), colour, room);
            let at = egui::pos2(right - galley.size().x, rect.center().y - galley.size().y / 2.0);
            right -= galley.size().x + gap;
            painter.galley(at, Arc::clone(&galley), colour);
        };
        let quiet = if is_old { tokens.faint } else { tokens.muted };
        if !cell.answer.is_empty() {
            let large = if is_old { tokens.faint } else { tokens.ink };
            put(&cell.answer, LARGE, Weight::Semibold, large, 8.0);
            put(&cell.text, SMALL, Weight::Regular, quiet, 0.0);
            return;
        }
        // Where both have no room, the number stands alone.
        let wide = |text: &str, size: f32, weight: Weight| {
            let letters = font(weight, size);
            painter.layout_no_wrap(text.to_owned(), letters, ink).size().x
        };
        let both = wide(&cell.note, SMALL, Weight::Regular) + wide(&cell.text, BODY, weight) + 4.0;
        if cell.text.is_empty() || both <= inside.width() {
            put(&cell.note, SMALL, Weight::Regular, quiet, 4.0);
        }
        let is_change = cell.text.starts_with(['+', '−']);
        let is_answer = cell.part == Part::Computed && cell.is_strong && cell.note.is_empty();
        let grown = if is_answer && !is_change { LARGE } else { BODY };
        let gains = cell.text.starts_with('+') && shown.sheet.aim == Aim::Most;
        let ink = if cell.part == Part::Computed && gains && !is_old { tokens.good } else { ink };
        put(&cell.text, grown, weight, ink, 0.0);
        if let Part::Number(place) = cell.part {
            let is_held = self.dragged.as_ref().is_some_and(|dragged| dragged.place == place);
            if (response.hovered() && self.dragged.is_none() || is_held)
                && view.reviewing.is_none()
                && right > inside.left() + 18.0
            {
                arrows(&painter, inside.left(), rect.center().y, tokens.accent);
            }
        }
    }

    /// The field in the place of a cell that is typed into.
    fn field(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        cell: &Cell,
        rect: Rect,
    ) {
        let Some(editing) = &mut self.editing else { return };
        let id = Self::field_id();
        let field = TextEdit::singleline(&mut editing.text)
            .id(id)
            .font(font(Weight::Regular, BODY))
            .frame(egui::Frame::NONE)
            .margin(Vec2::new(2.0, 0.0))
            .align(egui::Align2::LEFT_CENTER);
        let response = ui.put(rect.shrink2(Vec2::new(MARGIN - 2.0, 1.0)), field);
        let (text, said) = (editing.text.clone(), cell.said.clone());
        let before = editing.before.clone();
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &before, &text, "");
            info.label = Some(said.clone());
            info
        });
        if let Some(all) = editing.opening.take() {
            response.request_focus();
            if all {
                select_all(ui, id, &editing.text);
            } else {
                put_caret_at_end(ui, id, &editing.text);
            }
        }
        let fault = cell.fault.clone();
        if response.changed() {
            self.typed(view, shown);
        }
        if let Some(fault) = fault {
            crate::ui::fields::bubble(ui, view.tokens, id.with("bubble"), rect, &fault);
        }
    }
}

/// The amounts that an item can have, as a menu.
fn kinds(ui: &mut Ui, view: &mut ViewContext<'_>, shown: &Shown, at: usize) {
    let sheet = &shown.sheet;
    let Some(item) = sheet.items.get(at) else { return };
    let now = item.amounts.unwrap_or(sheet.amounts);
    ui.menu_button(view.text("planner-kind-of-item"), |ui| {
        for kind in [Amounts::Any, Amounts::Whole, Amounts::YesNo] {
            if option(ui, now == kind, view.words.sheet_amounts(kind)).clicked() {
                change(view, SheetWork::Change, shown.id, with_kind(sheet, at, kind));
                ui.close();
            }
        }
    });
}

fn put_caret_at_end(ui: &Ui, id: egui::Id, text: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = egui::text::CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
    TextEdit::store_state(ui.ctx(), id, state);
}

/// What a reader of the screen hears of a cell.
fn said(view: &ViewContext<'_>, cell: &Cell) -> String {
    let mut parts: Vec<&str> = vec![&cell.text];
    parts.extend([cell.note.as_str(), cell.answer.as_str()]);
    parts.extend(cell.fault.as_deref());
    parts.retain(|part| !part.is_empty());
    let value = view.words.clauses(&parts);
    if cell.said.is_empty() { value } else { view.words.labelled(&cell.said, &value) }
}

/// Two small arrows: what is here can be dragged.
fn arrows(painter: &egui::Painter, left: f32, middle: f32, colour: egui::Color32) {
    let stroke = Stroke::new(1.5, colour);
    for (x, side) in [(left + 3.0, -3.0), (left + 9.0, 3.0)] {
        let tip = egui::pos2(x + side * 0.5, middle);
        let back = x - side * 0.5;
        painter.line_segment([egui::pos2(back, middle - 3.5), tip], stroke);
        painter.line_segment([tip, egui::pos2(back, middle + 3.5)], stroke);
    }
}
