//! Shifts as strips along the day, whose ends and breaks are dragged.

use std::num::NonZeroU32;
use std::sync::Arc;

use egui::{Align2, CursorIcon, Pos2, Rect, Sense, Stroke, Ui, WidgetInfo, accesskit};

use crate::blueprint::{Break, Day, Role, RoleId, Scenario, Shift, TimeOfDay};
use crate::drawing::Ink;
use crate::editor::Edit;
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{SMALL, colour, palette};
use crate::ui::view_context::ViewContext;

use super::axis::{Axis, count_rows, rows, shown_shifts, span};
use super::drag::{Drag, Frame, Held, arrows, dragged, faint, preview, ring};
use super::inside::{busy, busy_line};

/// The height of a strip, at least where there is little room, and between two.
pub(super) const STRIP: f32 = 16.0;
pub(super) const LEAST_STRIP: f32 = 10.0;
pub(super) const GAP: f32 = 3.0;
/// How wide the ends are that can be seized.
const END: f32 = 7.0;
/// The shortest shift and the shortest break that a drag makes, and by how much arrows move, in minutes.
const STEP: i32 = 15;
/// How long a new break lasts, in minutes.
const NEW_BREAK: u32 = 30;

/// How many rows of strips the roles have.
pub(super) fn count(scenario: &Scenario, day: &Day) -> usize {
    scenario.roles().values().map(|role| count_rows(&shown_shifts(role, day), day)).sum()
}

/// A role with its shifts as they are shown.
struct Row<'a> {
    id: RoleId,
    role: &'a Role,
    shifts: Vec<Shift>,
    /// How busy those on duty are, as it was simulated.
    busy: Vec<(i32, i32, f64)>,
}

impl Row<'_> {
    fn edit(&self, shifts: Vec<Shift>) -> Option<Edit> {
        (shifts != self.shifts)
            .then(|| Edit::SetRole(self.id, Role { shifts, ..self.role.clone() }))
    }

    /// The edit that changes one shift; none where it would not be one.
    fn change(&self, at: usize, change: impl FnOnce(&mut Shift)) -> Option<Edit> {
        let mut shifts = self.shifts.clone();
        let shift = shifts.get_mut(at)?;
        change(shift);
        shift.check().ok()?;
        self.edit(shifts)
    }

    /// The edit that lets a shift begin and end at other minutes from opening, as far as its breaks allow.
    fn between(&self, at: usize, axis: &Axis, day: &Day, from: i32, to: i32) -> Option<Edit> {
        let now = self.shifts.get(at)?;
        let begins = span(now, day).0;
        let offset = |time: TimeOfDay| i32::try_from(now.from.ahead(time)).unwrap_or_default();
        let first = now.breaks.iter().map(|it| begins + offset(it.at)).min();
        let last = now
            .breaks
            .iter()
            .map(|it| begins + offset(it.at) + i32::try_from(it.lasts).unwrap_or_default())
            .max();
        let from = from.min(first.unwrap_or(to - STEP)).min(to - STEP);
        let to = to.max(last.unwrap_or(from + STEP)).min(from + 24 * 60);
        self.change(at, |shift| {
            shift.from = axis.time(from);
            shift.to = end(axis, to);
        })
    }

    /// The edit that moves a shift with its breaks by some minutes.
    fn moved(&self, at: usize, axis: &Axis, day: &Day, by: i32) -> Option<Edit> {
        let (from, to) = span(self.shifts.get(at)?, day);
        let opens = day.open;
        self.change(at, |shift| {
            shift.from = axis.time(from + by);
            shift.to = end(axis, to + by);
            for pause in &mut shift.breaks {
                let then = i32::try_from(opens.ahead(pause.at)).unwrap_or_default();
                pause.at = axis.time(then + by);
            }
        })
    }

    /// The edit that moves a break to another minute from opening, or gives it another length.
    fn pause(&self, at: usize, which: usize, axis: &Axis, day: &Day, place: Pause) -> Option<Edit> {
        let shift = self.shifts.get(at)?;
        let (from, to) = span(shift, day);
        let now = shift.breaks.get(which)?;
        let begins = from + i32::try_from(shift.from.ahead(now.at)).unwrap_or_default();
        let lasts = i32::try_from(now.lasts).unwrap_or_default();
        let changed = match place {
            Pause::At(minute) => Break { at: axis.time(minute.clamp(from, to - lasts)), ..*now },
            Pause::Until(minute) => {
                let lasts = (minute.min(to) - begins).max(STEP.min(to - begins));
                Break { lasts: u32::try_from(lasts).ok()?, ..*now }
            }
        };
        self.change(at, |shift| {
            if let Some(pause) = shift.breaks.get_mut(which) {
                *pause = changed;
            }
        })
    }
}

/// Where a break is put.
#[derive(Clone, Copy)]
enum Pause {
    At(i32),
    Until(i32),
}

/// A minute from opening as the end of something: midnight is 24:00.
fn end(axis: &Axis, minute: i32) -> TimeOfDay {
    match axis.time(minute) {
        TimeOfDay::MIDNIGHT => TimeOfDay::END,
        time => time,
    }
}

/// Shows the strips of all roles.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    drag: &mut Option<Drag>,
    frame: &Frame<'_>,
    area: Rect,
) {
    let mut top = area.top();
    let roles: Vec<(RoleId, Arc<Role>)> =
        view.scenario.roles().iter().map(|(id, role)| (*id, Arc::clone(role))).collect();
    for (id, role) in &roles {
        let busy = busy(view, frame.day, *id);
        let row = Row { id: *id, role, shifts: shown_shifts(role, frame.day), busy };
        let letters = font(Weight::Regular, letters(frame));
        let room = frame.axis.left - area.left() - 8.0;
        let name = elided(ui, &role.name, letters, view.tokens.muted, room);
        let at = Pos2::new(
            frame.axis.left - 6.0 - name.size().x,
            top + (frame.strip - name.size().y) / 2.0,
        );
        ui.painter().galley(at, name, view.tokens.muted);
        let pitch = frame.strip + GAP;
        for (at, lies) in rows(&row.shifts, frame.day).into_iter().enumerate() {
            strip(ui, view, drag, frame, &row, at, top + lies as f32 * pitch);
        }
        top += count_rows(&row.shifts, frame.day) as f32 * pitch;
    }
}

/// The size of letters that stand in a strip or beside it.
fn letters(frame: &Frame<'_>) -> f32 {
    SMALL.min(frame.strip * 0.85)
}

/// Shows one shift.
#[allow(clippy::too_many_lines, reason = "the parts of one strip, in the order they lie in")]
fn strip(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    drag: &mut Option<Drag>,
    frame: &Frame<'_>,
    row: &Row<'_>,
    at: usize,
    top: f32,
) {
    let Some(shift) = row.shifts.get(at) else { return };
    let (axis, day, id) = (&frame.axis, frame.day, row.id);
    let (from, to) = span(shift, day);
    let place = |from: i32, to: i32| {
        Rect::from_min_max(Pos2::new(axis.x(from), top), Pos2::new(axis.x(to), top + frame.strip))
    };
    let rect = place(from.max(axis.from), to.min(axis.to));
    let ink = colour(&palette(ui.ctx()), Ink::Role(row.role.colour));
    let is_planned = !row.role.shifts.is_empty();
    let painter = ui.painter();
    painter.rect_filled(rect, 3.0, if is_planned { faint(ink) } else { ink.gamma_multiply(0.14) });
    painter.rect_stroke(rect, 3.0, Stroke::new(1.0, ink), egui::StrokeKind::Inside);
    busy_line(ui, axis, &row.busy, (from, to), rect, ink);

    let whole_id = ui.scope_id().with(("shift", id, at));
    let whole = ui.interact(rect, whole_id, Sense::click_and_drag());
    let words = view.words;
    let shown = words.shift(shift);
    let key = if is_planned { "day-strip" } else { "day-strip-always" };
    let arguments = [("name", row.role.name.as_str().into()), ("shift", shown.as_str().into())];
    let said = words.with(key, &arguments);
    whole.widget_info(|| WidgetInfo::labeled(accesskit::Role::Slider, true, said.as_str()));
    ring(ui, view, &whole, rect);
    let letters = font(Weight::Medium, letters(frame));
    let hours = words.with(
        "day-shift",
        &[
            ("count", shift.count.get().into()),
            ("hours", words.from_to(shift.from, shift.to).into()),
            ("breaks", "".into()),
        ],
    );
    let short = shift.count.to_string();
    let measured = |text: &str| {
        ui.painter().layout_no_wrap(text.to_owned(), letters.clone(), view.tokens.ink).size().x
    };
    // Where the line of who is busy lies in the strip, its ends say the hours.
    let text = match (row.busy.is_empty(), shift.count.get()) {
        (true, _) if measured(&hours) + 16.0 < rect.width() => hours.as_str(),
        (false, 1) => "",
        _ => short.as_str(),
    };
    let inside = rect.left_center() + egui::vec2(END + 1.0, 0.0);
    let mut edit = None;

    // The whole, then what lies on it: its breaks, its ends.
    let grab = |pointer: Pos2| Held::Whole(id, at, axis.quarter(pointer.x) - from);
    let mine = |held| matches!(held, Held::Whole(role, shift, _) if (role, shift) == (id, at));
    if let Some((Held::Whole(_, _, grab), pointer)) = dragged(&whole, drag, frame, grab, mine) {
        edit = row.moved(at, axis, day, axis.quarter(pointer.x) - grab - from);
    }
    for (which, pause) in shift.breaks.iter().enumerate() {
        let begins = from + i32::try_from(shift.from.ahead(pause.at)).unwrap_or_default();
        let ends = begins + i32::try_from(pause.lasts).unwrap_or_default();
        let gap = place(begins, ends);
        let ground =
            if pause.paid { view.tokens.panel.gamma_multiply(0.6) } else { view.tokens.panel };
        ui.painter().rect_filled(gap.shrink2(egui::vec2(0.0, 1.0)), 0.0, ground);
        let pause_id = ui.scope_id().with(("break", id, at, which));
        let response = ui.interact(gap, pause_id, Sense::click_and_drag());
        let arguments = [
            ("name", row.role.name.as_str().into()),
            ("at", pause.at.to_string().into()),
            ("lasts", words.time(f64::from(pause.lasts) * 60.0).into()),
        ];
        let said = words.with("day-break", &arguments);
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Slider, true, said.as_str()));
        ring(ui, view, &response, gap);
        let grab = |pointer: Pos2| {
            if gap.right() - pointer.x < END.min(gap.width() / 3.0) {
                Held::BreakTo(id, at, which)
            } else {
                Held::Break(id, at, which, axis.quarter(pointer.x) - begins)
            }
        };
        let mine = |held| {
            matches!(held, Held::Break(role, shift, pause, _) | Held::BreakTo(role, shift, pause)
                if (role, shift, pause) == (id, at, which))
        };
        match dragged(&response, drag, frame, grab, mine) {
            Some((Held::BreakTo(..), to)) => {
                edit = row.pause(at, which, axis, day, Pause::Until(axis.quarter(to.x)));
            }
            Some((Held::Break(.., before), to)) => {
                let minute = axis.quarter(to.x) - before;
                edit = row.pause(at, which, axis, day, Pause::At(minute));
            }
            _ => {}
        }
        let by = arrows(ui, &response, true) * STEP;
        if by != 0 {
            let longer = ui.input(|input| input.modifiers.shift);
            let place = if longer { Pause::Until(ends + by) } else { Pause::At(begins + by) };
            if let Some(edit) = row.pause(at, which, axis, day, place) {
                view.edit(edit);
            }
        }
        let response = response.on_hover_cursor(CursorIcon::Grab);
        response.context_menu(|ui| {
            let paid = if pause.paid { "day-break-make-unpaid" } else { "day-break-make-paid" };
            if ui.button(view.text(paid)).clicked() {
                let change = |shift: &mut Shift| {
                    if let Some(pause) = shift.breaks.get_mut(which) {
                        pause.paid = !pause.paid;
                    }
                };
                edit_now(view, row.change(at, change));
            }
            if ui.button(view.text("day-break-remove")).clicked() {
                let change = |shift: &mut Shift| {
                    shift.breaks.remove(which);
                };
                edit_now(view, row.change(at, change));
            }
        });
        if drag.is_none() {
            response.on_hover_text(said);
        }
    }
    ui.painter().text(inside, Align2::LEFT_CENTER, text, letters, view.tokens.ink);
    let ends = [(rect.left(), Held::From(id, at)), (rect.right() - END, Held::To(id, at))];
    for (left, held) in ends {
        let size = egui::vec2(END.min(rect.width() / 3.0), frame.strip);
        let handle = Rect::from_min_size(Pos2::new(left, top), size);
        // The arrows of the whole move its ends as well, so that Tab need not stop at each.
        let sense = Sense::DRAG;
        let response = ui.interact(handle, ui.scope_id().with(("shift end", held)), sense);
        let is_mine = |other| other == held;
        if let Some((_, pointer)) = dragged(&response, drag, frame, |_| held, is_mine) {
            let minute = axis.quarter(pointer.x);
            let (from, to) = if matches!(held, Held::From(..)) {
                (minute.min(to - STEP), to)
            } else {
                (from, minute.max(from + STEP))
            };
            edit = row.between(at, axis, day, from, to);
        }
        if response.hovered() || response.dragged() {
            ui.painter().rect_filled(handle.shrink2(egui::vec2(2.0, 3.0)), 1.0, ink);
        }
        response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    }
    preview(view, edit);
    let by = arrows(ui, &whole, true) * STEP;
    if by != 0 {
        let (shift, alt) = ui.input(|input| (input.modifiers.shift, input.modifiers.alt));
        let moved = if shift {
            row.between(at, axis, day, from, (to + by).max(from + STEP))
        } else if alt {
            row.between(at, axis, day, (from + by).min(to - STEP), to)
        } else {
            row.moved(at, axis, day, by)
        };
        if let Some(edit) = moved {
            view.edit(edit);
        }
    }
    let whole = whole.on_hover_cursor(CursorIcon::Grab);
    whole.context_menu(|ui| menu(ui, view, row, at));
    if drag.is_none() {
        let highest = row.busy.iter().max_by(|a, b| a.2.total_cmp(&b.2));
        let busy = highest.map_or_else(String::new, |(from, to, share)| {
            let arguments = [
                ("name", row.role.name.as_str().into()),
                ("share", words.percent(*share).into()),
                ("interval", words.from_to(axis.time(*from), end(axis, *to)).into()),
            ];
            format!("\n{}", words.with("simulated-day-busy", &arguments))
        });
        whole.on_hover_text(format!("{said}{busy}\n{}", view.text("day-strip-help")));
    }
}

/// Does an edit that a menu asked for.
fn edit_now(view: &mut ViewContext<'_>, edit: Option<Edit>) {
    if let Some(edit) = edit {
        view.edit(edit);
    }
}

/// What can be done with a shift.
fn menu(ui: &mut Ui, view: &mut ViewContext<'_>, row: &Row<'_>, at: usize) {
    let Some(shift) = row.shifts.get(at) else { return };
    if ui.button(view.text("day-one-more")).clicked() {
        edit_now(view, row.change(at, |shift| shift.count = shift.count.saturating_add(1)));
    }
    let fewer = NonZeroU32::new(shift.count.get() - 1);
    if ui.add_enabled(fewer.is_some(), egui::Button::new(view.text("day-one-less"))).clicked()
        && let Some(fewer) = fewer
    {
        edit_now(view, row.change(at, |shift| shift.count = fewer));
    }
    if ui.button(view.text("day-add-break")).clicked() {
        let lasts = NEW_BREAK.min(shift.length());
        let middle = shift.from.minutes() + (shift.length() - lasts) / 2 / 15 * 15;
        let pause = Break { at: TimeOfDay::on_any_day(middle), lasts, paid: false };
        edit_now(view, row.change(at, |shift| shift.breaks.push(pause)));
    }
    let mut shifts = row.shifts.clone();
    let can = shifts.len() > 1;
    if ui.add_enabled(can, egui::Button::new(view.text("day-remove-shift"))).clicked() {
        shifts.remove(at);
        edit_now(view, row.edit(shifts));
    }
    if ui.button(view.text("day-remove-shifts")).clicked() {
        let role = Role { shifts: Vec::new(), ..row.role.clone() };
        view.edit(Edit::SetRole(row.id, role));
    }
}
