//! The pictures of a sheet: the plane of two items, the bands of ways, the bars of everything else, the formulas.

use std::sync::Arc;

use egui::{CursorIcon, Key, Modifiers, Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role};

use crate::blueprint::SheetId;
use crate::blueprint::sheets::{Aim, Sheet};
use crate::drawing::charts::{Easel, Plane, PlanePlot, Pulled};
use crate::pictures::planning::{bands, formulas, limit_lines, plan_lines, plane, plane_places};
use crate::planning::exact::Number;
use crate::planning::sheet::Answer;
use crate::ui::controls::BarRow;
use crate::ui::fonts::{Weight, font};
use crate::ui::paint::{self, FontWidths, from_egui, point};
use crate::ui::side_panel::tab_button;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

use super::{PlanningDesk, Shown};

/// What is shown in the place of the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shows {
    #[default]
    Picture,
    Bars,
    Formulas,
}

/// What the pictures remember from frame to frame.
#[derive(Default)]
pub(super) struct Pictures {
    pub shows: Shows,
    /// The worth that the line of equal worth was pulled to, and of which sheet.
    pulled: Option<(SheetId, f64)>,
    /// How far the axes of the plane went last.
    ends: Option<(SheetId, [f64; 2])>,
    /// Where the names of the limits were drawn last, and which limit each names.
    names: Vec<(usize, Rect)>,
}

impl Pictures {
    /// The picture with axes that stay while a number is dragged, or grow.
    fn held(&mut self, shown: &Shown, mut plane: Plane) -> Plane {
        let kept = self.ends.filter(|(of, _)| *of == shown.id && shown.ghost.is_some());
        if let Some((_, ends)) = kept {
            for (own, kept) in plane.ends.iter_mut().zip(ends) {
                *own = own.max(kept);
            }
        }
        self.ends = Some((shown.id, plane.ends));
        plane
    }

    /// Where the line lies; at the best plan as long as nobody pulls it.
    fn value(&self, id: SheetId, plane: &Plane) -> f64 {
        let own = self.pulled.filter(|(of, _)| *of == id).map(|(_, value)| value);
        let best = plane.best.as_ref().map(|(at, _)| plane.worth_of(*at));
        let middle = [plane.ends[0] / 2.0, plane.ends[1] / 2.0];
        own.or(best).unwrap_or_else(|| plane.worth_of(middle))
    }
}

impl PlanningDesk {
    /// The pictures with their tabs.
    pub(super) fn pictures(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        area: Rect,
    ) {
        let answer = shown.answer.clone();
        let has_plane = !shown.sheet.purpose.has_ways();
        let plane = answer
            .as_deref()
            .filter(|_| has_plane)
            .and_then(|answer| plane(&shown.sheet, answer, shown.ghost.as_deref(), view.words))
            .map(|plane| self.pictures.held(shown, plane));
        let has_picture = plane.is_some() || shown.sheet.purpose.has_ways();
        // Whoever looks at a picture next finds it again.
        let now = match self.pictures.shows {
            Shows::Picture if !has_picture => Shows::Bars,
            other => other,
        };
        let mut head = area;
        head.set_height(30.0);
        let builder = egui::UiBuilder::new()
            .max_rect(head)
            .layout(egui::Layout::left_to_right(egui::Align::Center));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for (shows, key) in [
                (Shows::Picture, "planner-picture"),
                (Shows::Bars, "planner-bars"),
                (Shows::Formulas, "planner-formulas"),
            ] {
                if (shows != Shows::Picture || has_picture)
                    && tab_button(ui, view, view.words.text(key), now == shows)
                {
                    self.pictures.shows = shows;
                }
            }
            if now == Shows::Picture
                && plane.is_some()
                && self.pictures.pulled.is_some_and(|(of, _)| of == shown.id)
                && ui.small_button(view.text("planner-put-back")).clicked()
            {
                self.pictures.pulled = None;
            }
        });
        let body = Rect::from_min_max(area.min + egui::vec2(0.0, 34.0), area.max);
        match (now, plane, answer) {
            (Shows::Formulas, ..) => text(ui, view, shown, body),
            (Shows::Picture, Some(plane), Some(answer)) => {
                self.plane(ui, view, shown, &plane, &answer, body);
            }
            (Shows::Picture, None, Some(answer)) if !has_plane => {
                self.bands(ui, view, shown, &answer, body);
            }
            (_, _, Some(answer)) => bars(ui, view, shown, &answer, body),
            _ => {}
        }
    }

    /// The plane, with the line that is pulled by hand or by keys.
    fn plane(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        plane: &Plane,
        answer: &Answer,
        area: Rect,
    ) {
        let hint = view.text("planner-pull");
        let galley = ui.painter().layout(
            hint.to_owned(),
            font(Weight::Regular, SMALL),
            view.tokens.muted,
            area.width(),
        );
        let below = galley.size().y + 4.0;
        ui.painter().galley(area.min, galley, view.tokens.muted);
        let area = Rect::from_min_max(area.min + egui::vec2(0.0, below), area.max);
        if area.height() < 90.0 || area.width() < 140.0 {
            return;
        }
        let ctx = ui.ctx().clone();
        let widths = FontWidths { ctx: &ctx, known: &self.widths };
        let easel = Easel::plain(&widths);
        let plot = plane.laid(&easel, from_egui(area));
        let mut value = self.pictures.value(shown.id, plane);
        let frame = paint::rect(plot.frame());
        let id = ui.scope_id().with("line of equal worth");
        let response = ui.interact(frame, id, Sense::click_and_drag());
        let at_limit = self.named(ui, &response);
        if let Some(limit) = at_limit {
            // The name of a limit is its number: it drags as that does in the table.
            let amount = plane_places(&shown.sheet, view.words).get(limit).copied();
            if let Some(amount) = amount.filter(|_| response.drag_started()) {
                self.grid.drag_from_picture(ui, &shown.sheet, amount);
            }
        } else if self.grid.is_dragging() {
            // The line keeps to where it was.
        } else if let Some(new) = pulled(ui, &response, &plot, plane, value) {
            self.pictures.pulled = Some((shown.id, new));
            value = new;
        }
        let pulled = line(view, &shown.sheet, plane, answer, value, &response);
        let said = view.words.labelled(view.text("planner-line"), &pulled.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &said));
        self.list.clear();
        self.list.clip_to(from_egui(area.expand(2.0)));
        let names = plot.draw(&mut self.list, (plane.worth != [0.0, 0.0]).then_some(&pulled));
        self.pictures.names = names.into_iter().map(|(at, rect)| (at, paint::rect(rect))).collect();
        paint::paint(ui.painter(), &self.list);
        if at_limit.is_some() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        } else if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::Grab);
        }
    }

    /// The limit whose name the pointer is at, or took hold of.
    fn named(&self, ui: &Ui, response: &Response) -> Option<usize> {
        let is_held =
            response.dragged() || response.drag_started() || response.is_pointer_button_down_on();
        let at = if is_held {
            ui.input(|input| input.pointer.press_origin())?
        } else {
            response.hover_pos()?
        };
        self.pictures.names.iter().find(|(_, rect)| rect.contains(at)).map(|(limit, _)| *limit)
    }

    fn bands(
        &mut self,
        ui: &Ui,
        view: &ViewContext<'_>,
        shown: &Shown,
        answer: &Answer,
        area: Rect,
    ) {
        let ctx = ui.ctx().clone();
        let widths = FontWidths { ctx: &ctx, known: &self.widths };
        let easel = Easel::plain(&widths);
        self.list.clear();
        let inside = area.shrink2(egui::vec2(2.0, 8.0));
        self.list.clip_to(from_egui(area));
        bands(&shown.sheet, answer, view.words).draw(&mut self.list, &easel, from_egui(inside));
        paint::paint(ui.painter(), &self.list);
        let response = ui.interact(area, ui.scope_id().with("bands"), Sense::hover());
        let ways: Vec<String> = plan_lines(&shown.sheet, answer, view.words)
            .iter()
            .map(|(name, amount)| view.words.labelled(name, amount))
            .collect();
        let said = view.words.clauses(&ways);
        response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &said));
    }
}

/// Where hand or keys pulled the line in this pass.
fn pulled(
    ui: &Ui,
    response: &Response,
    plot: &PlanePlot<'_>,
    plane: &Plane,
    value: f64,
) -> Option<f64> {
    if (response.dragged() || response.clicked() || response.drag_started())
        && let Some(at) = response.interact_pointer_pos()
    {
        return Some(plot.pulled_to(point(at)));
    }
    if !response.has_focus() {
        return None;
    }
    ui.memory_mut(|memory| {
        let keys = egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..egui::EventFilter::default()
        };
        memory.set_focus_lock_filter(response.id, keys);
    });
    // By keys from one corner's worth to the next.
    let best = plane.best.as_ref().map(|(at, _)| plane.worth_of(*at));
    let mut stops: Vec<f64> = plane.corners.iter().map(|corner| corner.worth).chain(best).collect();
    stops.sort_by(f64::total_cmp);
    stops.dedup_by(|one, other| plot.apart(*one, *other) < 0.5);
    let takes = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if takes(Key::ArrowRight) || takes(Key::ArrowUp) {
        return stops.into_iter().find(|stop| *stop > value && plot.apart(*stop, value) > 0.5);
    }
    if takes(Key::ArrowLeft) || takes(Key::ArrowDown) {
        return stops.into_iter().rfind(|stop| *stop < value && plot.apart(*stop, value) > 0.5);
    }
    None
}

/// The line with what is written on it.
fn line(
    view: &ViewContext<'_>,
    sheet: &Sheet,
    plane: &Plane,
    answer: &Answer,
    value: f64,
    response: &Response,
) -> Pulled {
    let best = answer.value.as_ref().map(Number::to_f64);
    let near = 1e-9 * (1.0 + value.abs());
    let is_best = best.is_some_and(|best| (best - value).abs() <= near);
    let worths = plane.corners.iter().map(|corner| corner.worth);
    let most = worths.clone().fold(f64::NEG_INFINITY, f64::max);
    let least = worths.fold(f64::INFINITY, f64::min);
    let is_better = best.is_some_and(|best| match sheet.aim {
        Aim::Most => value > best + near,
        Aim::Least => value < best - near,
    });
    let is_outside = !plane.is_open && (value > most + near || value < least - near);
    let is_beyond = is_better || is_outside || plane.corners.is_empty();
    // A pixel is no place to read a value off: no finer than what is seen.
    let exact = plane.corners.iter().find(|corner| (corner.worth - value).abs() <= near);
    let number = if is_best {
        answer.value.as_ref().map(|value| view.words.exact_number(value)).unwrap_or_default()
    } else if let Some(corner) = exact {
        corner.value.clone()
    } else {
        let places = u32::from(value.abs() < 10.0);
        Number::of_decimal(value)
            .map(|number| {
                let rounded = number.to_decimal(places).parse::<Number>();
                view.words.exact_number(&rounded.unwrap_or(number))
            })
            .unwrap_or_default()
    };
    let arguments = [("value", number.into())];
    let text = match (sheet.aim, is_beyond) {
        (Aim::Most, false) => view.words.with("planner-line-profit", &arguments),
        (Aim::Least, false) => view.words.with("planner-line-cost", &arguments),
        (Aim::Most, true) => view.words.with("planner-line-no-profit", &arguments),
        (Aim::Least, true) => view.words.with("planner-line-no-cost", &arguments),
    };
    let is_held = response.hovered() || response.dragged() || response.has_focus();
    Pulled { value, text, is_best, is_beyond, is_held }
}

/// What is used of each limit, and how much of each item there is.
fn bars(ui: &mut Ui, view: &ViewContext<'_>, shown: &Shown, answer: &Arc<Answer>, area: Rect) {
    let builder = egui::UiBuilder::new().max_rect(area);
    ui.scope_builder(builder, |ui| {
        egui::ScrollArea::vertical().id_salt("bars").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width((area.width() - 10.0).max(60.0));
            ui.spacing_mut().item_spacing.y = 4.0;
            if let Some(Ok(mix)) = &shown.mix {
                super::mix_bars::show(ui, view, mix);
            }
            for line in limit_lines(&shown.sheet, answer, view.words) {
                limit_bar(ui, view, &line.name, &line.used, line.part, line.is_binding);
            }
        });
    });
}

/// A limit as a bar; one that binds bears the badge of a bottleneck.
pub(super) fn limit_bar(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    name: &str,
    used: &str,
    part: f32,
    is_binding: bool,
) -> Response {
    let tokens = view.tokens;
    let badge = view.text("planner-binds-badge");
    let named = if is_binding { view.words.facts(&[name, badge]) } else { name.to_owned() };
    let row = BarRow {
        name: &named,
        number: used.to_owned(),
        part,
        colour: if is_binding { tokens.bad } else { tokens.accent },
        strong: is_binding,
    };
    row.show(ui, view.words, tokens)
}

/// The sheet as formulas, to be read from the back of a room and copied.
fn text(ui: &mut Ui, view: &ViewContext<'_>, shown: &Shown, area: Rect) {
    let lines = formulas(&shown.sheet, view.words);
    let builder = egui::UiBuilder::new().max_rect(area);
    ui.scope_builder(builder, |ui| {
        egui::ScrollArea::both().id_salt("formulas").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            for line in &lines {
                if line.is_empty() {
                    ui.add_space(4.0);
                    continue;
                }
                let text = egui::RichText::new(line).font(font(Weight::Regular, BODY + 1.5));
                ui.add(egui::Label::new(text).extend());
            }
            ui.add_space(6.0);
            if ui.button(view.text("planner-copy-formulas")).clicked() {
                ui.ctx().copy_text(lines.join("\n"));
            }
        });
    });
}
