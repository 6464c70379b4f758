//! The picture of the plan in the window: bars are clicked, dragged and moved by arrows.

use egui::{
    CursorIcon, Key, Pos2, Rect, Response, ScrollArea, Sense, Ui, Vec2, WidgetInfo, accesskit::Role,
};

use crate::blueprint::{Action as PlanAction, ActionId, Date};
use crate::drawing::Subject;
use crate::drawing::charts::{Easel, Look, PlanPlot};
use crate::editor::DocumentEdit;
use crate::pictures::{PlanChart, PlanSource};
use crate::quality::{Schedule, schedule};
use crate::ui::access;
use crate::ui::judging::change_action;
use crate::ui::paint::{self, FontWidths, from_egui};
use crate::ui::panels::held::end_of_drag;
use crate::ui::view_context::{Action, PLAN, ViewContext};

use super::PlanTab;

/// What is dragged, with the axis as it was when it was seized: it stays while something moves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drag {
    action: ActionId,
    /// Whether its end is dragged, or all of it.
    is_end: bool,
    /// How many days behind its beginning it was seized.
    behind: f64,
    axis: (Date, f64),
}

impl PlanTab {
    /// Shows the picture; answers what is to be seen.
    pub(super) fn picture(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        schedule: &Schedule,
    ) -> String {
        let Self { chosen, drag, stairs, list, widths, .. } = self;
        let ctx = ui.ctx().clone();
        let blueprint = std::sync::Arc::clone(view.editor.blueprint());
        let source = PlanSource {
            blueprint: &blueprint,
            schedule,
            stairs: stairs.stairs(&ctx, view),
            demand: view.formulas.demand_per_hour.value,
            today: view.today,
            scenario: view.scenario,
            figures: view.assessment.map_or(&[], |found| found.indicators.as_slice()),
            words: view.words,
        };
        let chart = PlanChart::of(source, drag.map(|drag| drag.axis));
        let headline = chart.headline();
        let widths = FontWidths { ctx: &ctx, known: widths };
        let room = ui.available_size();
        let easel = if view.bottom.enlarged {
            Easel::of(from_egui(Rect::from_min_size(Pos2::ZERO, room)).size(), &widths)
        } else {
            Easel::plain(&widths)
        };
        let height = chart.values().least_height(&easel).max(room.y);
        let title = view.words.labelled(view.text("chart-tab-plan"), &headline);
        ScrollArea::vertical().id_salt("plan").auto_shrink(false).show(ui, |ui| {
            let (area, whole) = ui.allocate_exact_size(Vec2::new(room.x, height), Sense::hover());
            whole.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &title));
            let plot = chart.values().laid(&easel, from_egui(area));
            let mut pointed = None;
            for row in 0..chart.values().rows.len() {
                let at = Row { at: row, chart: &chart, plot: &plot };
                if at.show(ui, view, chosen, drag) {
                    pointed = u32::try_from(row).ok().map(Subject::Part);
                }
            }
            let selected = |subject| match subject {
                Subject::Part(row) => chosen.is_some() && chart.action(row as usize) == *chosen,
                _ => false,
            };
            list.clear();
            list.clip_to(from_egui(ui.clip_rect()));
            plot.draw(list, &Look { pointed, selected: Some(&selected) });
            paint::paint(ui.painter(), list);
            let table = chart.table();
            let head: Vec<&str> = table.head.iter().map(String::as_str).collect();
            access::figures(ui, view.words, &table.name, &head, &table.rows);
        });
        end_of_drag(ui, view, drag, PLAN);
        headline
    }
}

/// A row of the picture.
struct Row<'a> {
    at: usize,
    chart: &'a PlanChart<'a>,
    plot: &'a PlanPlot<'a>,
}

impl Row<'_> {
    /// Shows it; answers whether it is pointed at.
    fn show(
        &self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        chosen: &mut Option<ActionId>,
        drag: &mut Option<Drag>,
    ) -> bool {
        let Some((id, [name, bar, end])) = self.chart.action(self.at).zip(self.plot.parts(self.at))
        else {
            return false;
        };
        let judgements = std::sync::Arc::clone(view.editor.blueprint().judgements());
        let actions = &judgements.plan.actions;
        let Some((_, action)) = actions.iter().find(|(own, _)| *own == id) else { return false };
        let said = self.chart.spoken(self.at);
        let (name, bar, end) =
            (paint::rect(name.rect), paint::rect(bar.rect), paint::rect(end.rect));
        // The name only repeats to the pointer what the bar says to everybody.
        let by_name = ui.interact(name, ui.scope_id().with(("plan name", id)), Sense::CLICK);
        let id_of_bar = ui.scope_id().with(("plan bar", id));
        let response = ui.interact(bar, id_of_bar, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, said.as_str()));
        let at_end = ui.interact(end, ui.scope_id().with(("plan end", id)), Sense::DRAG);
        let is_movable = action.done.is_none();
        if response.clicked() || by_name.clicked() || response.drag_started() {
            *chosen = Some(id);
        }
        let mut edit = None;
        for (held, is_end) in [(&response, false), (&at_end, true)] {
            if is_movable && let Some(day) = self.dragged(held, drag, id, is_end) {
                *chosen = Some(id);
                edit = self.moved(view, id, action, day, is_end);
            }
        }
        if let Some(edit) = edit {
            view.ask(Action::Preview(PLAN, edit));
        }
        if is_movable && let Some(edit) = self.by_keys(ui, view, &response, (id, action)) {
            *chosen = Some(id);
            view.edit(edit);
        }
        ring(ui, view, &response, bar);
        let lively = response.hovered() || by_name.hovered() || response.has_focus();
        if is_movable {
            let _ = at_end.on_hover_cursor(CursorIcon::ResizeHorizontal);
        }
        if drag.is_none() {
            response.on_hover_text(said);
        }
        lively
    }

    /// The day that a drag has come to, counted from the beginning of the axis.
    fn dragged(
        &self,
        response: &Response,
        drag: &mut Option<Drag>,
        id: ActionId,
        is_end: bool,
    ) -> Option<f64> {
        if response.drag_started()
            && let Some(at) = response.ctx.input(|input| input.pointer.press_origin())
        {
            let begins = self.begins()?;
            let values = self.chart.values();
            *drag = Some(Drag {
                action: id,
                is_end,
                behind: if is_end { 0.0 } else { self.plot.day(at.x) - begins },
                axis: (self.chart.begin(), values.end),
            });
        }
        let held = drag.filter(|drag| drag.action == id && drag.is_end == is_end)?;
        let at = response.ctx.input(|input| input.pointer.latest_pos())?;
        response.dragged().then(|| self.plot.day(at.x) - held.behind)
    }

    /// The day on which the bar begins.
    fn begins(&self) -> Option<f64> {
        match self.chart.values().rows.get(self.at)? {
            crate::drawing::charts::PlanRow::Action(bar) => Some(bar.from),
            crate::drawing::charts::PlanRow::Stage(_) => None,
        }
    }

    /// The edit that lets an action end, or begin, on a day; `None` where it does so already.
    fn moved(
        &self,
        view: &ViewContext<'_>,
        id: ActionId,
        action: &PlanAction,
        day: f64,
        is_end: bool,
    ) -> Option<DocumentEdit> {
        let judgements = view.editor.blueprint().judgements();
        let whole = |day: f64| {
            let days = day.round().clamp(0.0, f64::from(PlanAction::MOST_DAYS));
            // Within the bounds just set.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let days = days as u32;
            days
        };
        if is_end {
            let days = whole(day - self.begins()?);
            return (days != action.days)
                .then(|| change_action(judgements, id, |action| action.days = days));
        }
        let wanted = self.chart.begin().plus_days(whole(day));
        let mut free = judgements.plan.clone();
        free.start = free.start.or(Some(self.chart.begin()));
        if let Some((_, action)) = free.actions.iter_mut().find(|(own, _)| *own == id) {
            action.start = None;
        }
        // As early as it can begin it needs no start of its own.
        let earliest = schedule(&free, None)?.actions.iter().find(|it| it.action == id)?.start;
        let start = Some(wanted).filter(|wanted| *wanted > earliest);
        (start != action.start)
            .then(|| change_action(judgements, id, |action| action.start = start))
    }

    /// The edit of the arrow keys: they move the bar by a day, with Shift its end.
    fn by_keys(
        &self,
        ui: &Ui,
        view: &ViewContext<'_>,
        response: &Response,
        (id, action): (ActionId, &PlanAction),
    ) -> Option<DocumentEdit> {
        if !response.has_focus() {
            return None;
        }
        let filter = egui::EventFilter { horizontal_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let (by, is_end) = ui.input(|input| {
            let pressed = |key| f64::from(u8::from(input.key_pressed(key)));
            (pressed(Key::ArrowRight) - pressed(Key::ArrowLeft), input.modifiers.shift)
        });
        if by == 0.0 {
            return None;
        }
        let begins = self.begins()?;
        let from = if is_end { begins + f64::from(action.days) } else { begins };
        self.moved(view, id, action, from + by, is_end)
    }
}

/// The ring around a bar that has the keys.
fn ring(ui: &Ui, view: &ViewContext<'_>, response: &Response, rect: Rect) {
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.5, view.tokens.accent);
        ui.painter().rect_stroke(rect.expand(2.0), 4.0, stroke, egui::StrokeKind::Outside);
    }
}
