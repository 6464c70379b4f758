//! The stops as rows: chosen with a click, dragged or moved with Alt and arrows, taken away with Delete.

use egui::accesskit::Role;
use egui::{
    Align, CornerRadius, Key, Layout, Modifiers, Rect, RichText, ScrollArea, Sense, Stroke, Ui,
    UiBuilder, WidgetInfo, vec2,
};

use super::{LessonTab, edit_of, held_key, picture_key};
use crate::blueprint::{HeldBack, Lesson, Stop, StopGone, StopId};
use crate::presenting::{moved, without};
use crate::ui::commands::Command;
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, SideTab, ViewContext};

/// The least room for the buttons beside the tabs.
pub(in crate::ui) const LEAST_TOOLS: f32 = 290.0;
/// How high a row is.
const ROW: f32 = 26.0;
/// Where the columns begin and end, in parts of the width: number, title, minutes, scenario, shows, held back.
const COLUMNS: [(f32, f32); 6] =
    [(0.0, 0.04), (0.04, 0.36), (0.37, 0.45), (0.47, 0.62), (0.63, 0.78), (0.79, 1.0)];

impl LessonTab {
    /// The buttons beside the tabs.
    pub fn tools(ui: &mut Ui, view: &mut ViewContext<'_>, room: Rect) {
        ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for command in [Command::StartLesson, Command::SuggestStops, Command::AddStop] {
                    let face = view.face(command);
                    let can = face.obstacle(view).is_none();
                    let name = face.name_in_menu(view);
                    let hint = match face.shortcut_text(ui.ctx()) {
                        Some(keys) => view.words.facts(&[name.as_str(), keys.as_str()]),
                        None => name.clone(),
                    };
                    let short = if command == Command::AddStop {
                        view.text("lesson-add-stop").to_owned()
                    } else {
                        name
                    };
                    let response = ui.add_enabled(can, egui::Button::new(short));
                    if response.on_hover_text(hint).clicked() {
                        view.ask(Action::Run(command));
                    }
                }
            });
        });
    }

    /// Shows the stops.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let none = Lesson::default();
        let own = view.editor.blueprint().lesson().cloned();
        let lesson = own.as_deref().unwrap_or(&none);
        if lesson.stops.is_empty() {
            let text = RichText::new(view.text("lesson-none")).color(view.tokens.muted);
            ui.add(egui::Label::new(text).wrap());
            return;
        }
        self.choose_what_came_back(ui, lesson);
        ScrollArea::vertical().id_salt("stops").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = ui.available_width() - 8.0;
            heads(ui, view, width);
            let mut rects = Vec::new();
            for (at, (id, stop)) in lesson.stops.iter().enumerate() {
                rects.push(self.row(ui, view, lesson, (at, *id, stop), width));
            }
            self.drop(ui, view, lesson, &rects);
        });
    }

    /// A stop that is there again, as when its removal is undone, is the one that matters now.
    fn choose_what_came_back(&mut self, ui: &Ui, lesson: &Lesson) {
        let now: Vec<StopId> = lesson.stops.iter().map(|(id, _)| *id).collect();
        let before = std::mem::replace(&mut self.seen, now);
        let is_new = |id: &StopId| !before.contains(id);
        let mut new = self.seen.iter().copied().filter(|id| !before.is_empty() && is_new(id));
        if let (Some(back), None) = (new.next(), new.next()) {
            self.chosen = Some(back);
            let row = egui::Id::unique(("stop row", back));
            let has_rows = before.iter().any(|id| {
                ui.memory(|memory| memory.has_focus(egui::Id::unique(("stop row", *id))))
            });
            if has_rows {
                ui.memory_mut(|memory| memory.request_focus(row));
            }
        }
    }

    fn row(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        lesson: &Lesson,
        (at, id, stop): (usize, StopId, &Stop),
        width: f32,
    ) -> Rect {
        let tokens = view.tokens;
        let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
        let own = egui::Id::unique(("stop row", id));
        let response = ui.interact(rect, own, Sense::click_and_drag());
        let cells = cells(view, at, stop);
        let said = view.words.facts(
            &cells.iter().filter(|cell| !cell.is_empty()).map(String::as_str).collect::<Vec<_>>(),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
        let is_chosen = self.chosen == Some(id);
        if is_chosen || response.hovered() || response.has_focus() {
            let ground = if is_chosen { tokens.accent_wash } else { tokens.background };
            ui.painter().rect_filled(rect, CornerRadius::same(5), ground);
        }
        let is_gone = StopGone::of(stop, view.editor.blueprint()).any();
        line(ui, &cells, rect, is_gone.then_some(tokens.warn), (tokens.ink, tokens.muted));
        if response.clicked() || response.gained_focus() {
            self.chosen = Some(id);
            view.ask(Action::Tab(SideTab::Stop));
        }
        if response.clicked() {
            response.request_focus();
        }
        if response.drag_started() {
            self.dragged = Some(id);
        }
        if response.has_focus() {
            ui.memory_mut(|memory| {
                let filter = egui::EventFilter { vertical_arrows: true, ..Default::default() };
                memory.set_focus_lock_filter(own, filter);
            });
            self.keys(ui, view, lesson, (at, id));
        }
        rect
    }

    /// What keys do with the row that has them.
    fn keys(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        lesson: &Lesson,
        (at, id): (usize, StopId),
    ) {
        let takes = |held, key| ui.input_mut(|input| input.consume_key(held, key));
        let others: Vec<StopId> = lesson.stops.iter().map(|(id, _)| *id).collect();
        if takes(Modifiers::ALT, Key::ArrowUp) {
            view.edit(edit_of(moved(lesson, id, at.saturating_sub(1))));
        } else if takes(Modifiers::ALT, Key::ArrowDown) {
            view.edit(edit_of(moved(lesson, id, at + 1)));
        } else if takes(Modifiers::NONE, Key::Delete) || takes(Modifiers::NONE, Key::Backspace) {
            let next = others.get(at + 1).or(others.get(at.wrapping_sub(1))).copied();
            self.chosen = next;
            view.edit(edit_of(without(lesson, id)));
            if let Some(next) = next {
                ui.memory_mut(|memory| memory.request_focus(egui::Id::unique(("stop row", next))));
            }
        } else {
            let by = [(Key::ArrowUp, at.checked_sub(1)), (Key::ArrowDown, Some(at + 1))];
            for (key, to) in by {
                if takes(Modifiers::NONE, key)
                    && let Some(next) = to.and_then(|to| others.get(to))
                {
                    let next = egui::Id::unique(("stop row", *next));
                    ui.memory_mut(|memory| memory.request_focus(next));
                }
            }
        }
    }

    /// Shows where a dragged stop would stand, and puts it there.
    fn drop(&mut self, ui: &Ui, view: &mut ViewContext<'_>, lesson: &Lesson, rects: &[Rect]) {
        let Some(id) = self.dragged else { return };
        let Some(at) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let place = rects.iter().filter(|rect| rect.center().y < at.y).count();
        if let Some(rect) = rects.first() {
            let y = rect.top() + ROW * place as f32;
            ui.painter().hline(rect.x_range(), y, Stroke::new(2.0, view.tokens.accent));
        }
        if ui.input(|input| input.pointer.any_released()) {
            self.dragged = None;
            let from = lesson.stops.iter().position(|(other, _)| *other == id).unwrap_or(place);
            let to = if from < place { place - 1 } else { place };
            if to != from {
                view.edit(edit_of(moved(lesson, id, to)));
            }
        }
    }
}

fn heads(ui: &mut Ui, view: &ViewContext<'_>, width: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
    let heads = [
        "lesson-column-number",
        "lesson-field-title",
        "lesson-field-minutes",
        "lesson-field-scenario",
        "lesson-field-shows",
        "lesson-field-hold",
    ];
    let tokens = view.tokens;
    for (key, (from, to)) in heads.into_iter().zip(COLUMNS) {
        let room = (to - from) * rect.width() - 6.0;
        let letters = font(Weight::Medium, SMALL);
        let galley = elided(ui, view.words.text(key), letters, tokens.muted, room);
        let x = rect.left() + 6.0 + from * rect.width();
        let at = egui::pos2(x, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.muted);
    }
}

/// What a row says.
fn cells(view: &ViewContext<'_>, at: usize, stop: &Stop) -> [String; 6] {
    let words = view.words;
    let blueprint = view.editor.blueprint();
    let scenario = match stop.scenario {
        None => words.scenario_name(blueprint.baseline()).to_owned(),
        Some(id) => blueprint
            .scenario(id)
            .map_or_else(String::new, |scenario| words.scenario_name(scenario).to_owned()),
    };
    let gone = words.stop_gone(StopGone::of(stop, blueprint));
    let scenario = match (scenario.is_empty(), gone.is_empty()) {
        (_, true) => scenario,
        (true, false) => gone,
        (false, false) => words.facts(&[scenario.as_str(), gone.as_str()]),
    };
    let shows = match stop.picture() {
        Some(picture) => words.text(picture_key(picture)),
        None => words.text("lesson-shows-unknown"),
    };
    let held = HeldBack::NAMES.iter().filter(|(_, what)| stop.holds(*what));
    let held: Vec<&str> = held.map(|(_, what)| words.text(held_key(*what))).collect();
    let minutes = stop.minutes.map(|minutes| words.number(f64::from(minutes)));
    [
        (at + 1).to_string(),
        stop.title.clone(),
        minutes.unwrap_or_default(),
        scenario,
        shows.to_owned(),
        if held.is_empty() { String::new() } else { words.list(&held, held.len()) },
    ]
}

fn line(
    ui: &Ui,
    cells: &[String; 6],
    rect: Rect,
    warn: Option<egui::Color32>,
    (ink, muted): (egui::Color32, egui::Color32),
) {
    for (at, (cell, (from, to))) in cells.iter().zip(COLUMNS).enumerate() {
        let weight = if at == 1 { Weight::Semibold } else { Weight::Regular };
        let colour = match at {
            1 => ink,
            3 => warn.unwrap_or(muted),
            _ => muted,
        };
        let room = (to - from) * rect.width() - 6.0;
        let galley = elided(ui, cell, font(weight, BODY), colour, room);
        let x = rect.left() + 6.0 + from * rect.width();
        let corner = egui::pos2(x, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(corner, galley, colour);
    }
}
