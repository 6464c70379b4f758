//! The desk: the wall as the class sees it, what can be turned and pressed, and what only the presenter needs. The
//! wall itself is a window of its own where the system has more than one.

use egui::{
    Align, CornerRadius, Frame, Layout, Margin, Rect, RichText, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, ViewportBuilder, ViewportCommand, ViewportId, vec2,
};

use crate::blueprint::HeldBack;
use crate::presenting::{Over, Press};
use crate::storage::preferences::WallPlace;
use crate::ui::canvas::Canvas;
use crate::ui::controls::{dashed, section_head};
use crate::ui::fonts::{Weight, font};
use crate::ui::notice::Notice;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

use super::asking::{ask, press};
use super::desk_file;
use super::desk_time::{self, card};
use super::wall::Seen;
use super::{LessonWish, Presenting, desk_keys, desk_levers, desk_tries, frame};

/// The part of the desk that the wall takes, of its width.
const LEFT: f32 = 0.58;
/// Around and between the parts.
const GAP: f32 = 14.0;
/// The room for a message.
const NOTICE: f32 = 110.0;
/// The height of the bar at the top.
const BAR: f32 = 42.0;

impl Presenting {
    /// The desk, and the wall beside it.
    pub(super) fn show_desk(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        canvas: &mut Canvas,
        notice: &Notice,
    ) {
        // A clock goes on by itself.
        ui.ctx().request_repaint_after(std::time::Duration::from_secs(1));
        let tokens = view.tokens;
        let whole = ui.max_rect();
        ui.painter().rect_filled(whole, CornerRadius::ZERO, tokens.background);
        let bar = Rect::from_min_size(whole.min, vec2(whole.width(), BAR));
        ui.painter().rect_filled(bar, CornerRadius::ZERO, tokens.panel);
        ui.painter().hline(bar.x_range(), bar.bottom(), Stroke::new(1.0, tokens.hairline));
        ui.scope_builder(UiBuilder::new().max_rect(bar.shrink2(vec2(GAP, 6.0))), |ui| {
            self.bar(ui, view);
        });
        let body = Rect::from_min_max(egui::pos2(whole.left(), bar.bottom()), whole.max);
        let split = body.left() + body.width() * LEFT;
        let left = Rect::from_min_max(body.min, egui::pos2(split, body.bottom()));
        let right = Rect::from_min_max(egui::pos2(split, body.top()), body.max);
        ui.painter().vline(split, body.y_range(), Stroke::new(1.0, tokens.hairline));
        ui.scope_builder(UiBuilder::new().max_rect(left.shrink(GAP)), |ui| {
            self.left(ui, view, canvas);
        });
        ui.scope_builder(UiBuilder::new().max_rect(right.shrink(GAP)), |ui| {
            ScrollArea::vertical().id_salt("desk").auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                self.right(ui, view);
            });
        });
        // Over the clock rather than over a lever or a key.
        let beside = Rect::from_min_size(right.min, vec2(right.width(), NOTICE)).shrink(GAP);
        notice.show_in(ui, tokens, (beside, BODY), egui::Align2::CENTER_BOTTOM);
        self.show_wall_window(ui, view);
    }

    /// The title, where one is, and the buttons that are not about the wall.
    fn bar(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let tokens = view.tokens;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button(view.text("lesson-leave")).clicked() {
                press(view, Press::Escape);
            }
            let paused = self.session.standing(0.0).is_paused;
            let clock = if paused { "lesson-clock-on" } else { "lesson-clock-off" };
            if ui.button(view.words.text(clock)).clicked() {
                press(view, Press::Clock);
            }
            if ui.button(view.text("lesson-one-window")).clicked() {
                ask(view, LessonWish::Desk);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let lesson = self.session.lesson();
                let title = RichText::new(&lesson.title).font(font(Weight::Semibold, BODY));
                ui.add(egui::Label::new(title).truncate());
                let (at, count) = (self.session.place().stop, self.session.count());
                let counted = [("number", (at + 1).into()), ("count", count.into())];
                let text = view.words.with("lesson-stop-of", &counted);
                ui.label(RichText::new(text).color(tokens.muted));
                desk_file::show(ui, view, self.file_on_disk);
                let width = (ui.available_width() - 20.0).min(260.0);
                if width > 60.0 && count > 0 {
                    let (rect, _) = ui.allocate_exact_size(vec2(width, 6.0), Sense::hover());
                    let part = width / count as f32;
                    for stop in 0..count {
                        let corner = rect.min + vec2(part * stop as f32, 0.0);
                        let one = Rect::from_min_size(corner, vec2((part - 3.0).max(1.0), 6.0));
                        let ink = match stop.cmp(&at) {
                            std::cmp::Ordering::Less => tokens.accent.gamma_multiply(0.55),
                            std::cmp::Ordering::Equal => tokens.accent,
                            std::cmp::Ordering::Greater => tokens.hairline,
                        };
                        ui.painter().rect_filled(one, CornerRadius::same(3), ink);
                    }
                }
            });
        });
    }

    /// The wall as the class sees it, with what is held back faint; levers; keys.
    fn left(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, canvas: &mut Canvas) {
        let tokens = view.tokens;
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            section_head(ui, tokens, view.text("lesson-on-the-wall"));
            let said = self.said_of_hidden(view);
            if !said.is_empty() {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let text = RichText::new(said).size(SMALL);
                    ui.add(egui::Label::new(text.color(tokens.muted)).truncate());
                });
            }
        });
        let levers = if self.session.levers().offered().is_empty() {
            44.0
        } else {
            desk_levers::HEIGHT + 28.0
        };
        let room = ui.available_size();
        let height = (room.y - levers - desk_keys::HEIGHT - 18.0).max(160.0);
        let (area, _) =
            ui.allocate_exact_size(vec2(room.x, height.min(room.x * 9.0 / 16.0)), Sense::hover());
        if self.is_trying() || self.shows_day() && view.playing.is_some() {
            self.show_sheet(ui, view, canvas, area);
        } else {
            let rect = frame::fitting(area, 16.0 / 9.0);
            let at = (rect, Seen::OnDesk);
            let _ = frame::show(ui, view, &mut self.session, &mut self.wall, at);
            let edge = Stroke::new(1.0, tokens.hairline);
            let corner = CornerRadius::same(4);
            ui.painter().rect_stroke(rect, corner, edge, StrokeKind::Outside);
        }
        desk_levers::show(ui, view, &self.session);
        if self.is_trying() {
            buttons_of_try(ui, view);
        } else {
            desk_keys::show(ui, view, &self.session);
        }
    }

    /// What the class does not see: what is revealed next, and what a later stop asks for.
    fn said_of_hidden(&self, view: &ViewContext<'_>) -> String {
        let words = view.words;
        let mut said = Vec::new();
        if !self.session.held_back().is_empty() {
            said.push(words.text("lesson-faint").to_owned());
        }
        let kept = self.session.kept();
        for (at, (_, stop)) in kept.iter().enumerate() {
            if kept.iter().take(at).any(|(_, other)| other == stop) {
                continue;
            }
            let of_stop = kept.iter().filter(|(_, other)| other == stop);
            let names: Vec<&str> =
                of_stop.map(|(what, _)| words.text(name_of_hidden(*what))).collect();
            let what = words.list(&names, names.len());
            let arguments = [("number", (*stop + 1).into()), ("what", what.into())];
            said.push(words.with("lesson-kept", &arguments));
        }
        words.clauses(&said)
    }

    fn right(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let width = ui.available_width() - 7.0;
        ui.set_max_width(width);
        let half = (width - 10.0) / 2.0;
        let (session, wall) = (&mut self.session, &mut self.wall);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            ui.allocate_ui(vec2(half, 0.0), |ui| {
                ui.vertical(|ui| {
                    card(ui, view, ("lesson-clock", ""), |ui, view| {
                        ui.set_min_height(112.0);
                        desk_time::clock(ui, view, session);
                    });
                });
            });
            ui.allocate_ui(vec2(half, 0.0), |ui| {
                ui.vertical(|ui| {
                    card(ui, view, ("lesson-next-stop", ""), |ui, view| {
                        ui.set_min_height(112.0);
                        desk_time::next(ui, view, session, wall);
                    });
                });
            });
        });
        let gone = session.gone(session.place().stop, view.editor.blueprint());
        desk_time::said_of_gone(ui, view, gone);
        let size = &mut self.note_size;
        if session.stop().is_some_and(|stop| !stop.note.is_empty()) {
            let aside = view.words.text("lesson-note-size");
            card(ui, view, ("lesson-note", aside), |ui, _| desk_time::note(ui, session, size));
        }
        let held = !session.hidden_at(session.place().stop).is_empty();
        let aside = if held { view.words.text("lesson-held-back") } else { "" };
        card(ui, view, ("lesson-answer", aside), |ui, view| desk_time::answer(ui, view, session));
        let aside = view.words.text("lesson-tries-hint");
        card(ui, view, ("lesson-tries", aside), |ui, view| desk_tries::show(ui, view, session));
        if session.stop().is_some_and(|stop| !stop.answers.is_empty()) {
            let aside = view.words.text("lesson-hands-hint");
            card(ui, view, ("lesson-hands", aside), |ui, view| self.hands(ui, view));
        }
    }

    /// A field for each answer.
    fn hands(&self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let tokens = view.tokens;
        let Some(stop) = self.session.stop() else { return };
        let count = stop.answers.len().max(1) as f32;
        let width = ((ui.available_width() - 8.0 * (count - 1.0)) / count).max(56.0);
        ui.horizontal_wrapped(|ui| {
            for (at, answer) in stop.answers.iter().enumerate() {
                let mut hands = self.session.hands().get(at).copied().unwrap_or(0);
                let is_at_hand = self.session.counting() == Some(at);
                let edge = if is_at_hand { tokens.accent } else { tokens.hairline };
                Frame::new()
                    .stroke(Stroke::new(1.0, edge))
                    .corner_radius(CornerRadius::same(6))
                    .inner_margin(Margin::symmetric(8, 4))
                    .show(ui, |ui| {
                        ui.set_width(width - 18.0);
                        let letter = RichText::new(desk_levers::letter(at));
                        ui.label(letter.font(font(Weight::Semibold, BODY)).color(tokens.accent));
                        let field = egui::DragValue::new(&mut hands).range(0..=9999);
                        let response = ui.add(field);
                        response.widget_info(|| {
                            egui::WidgetInfo::labeled(
                                egui::accesskit::Role::SpinButton,
                                true,
                                answer,
                            )
                        });
                        if response.changed() {
                            ask(view, LessonWish::Hands(at, hands));
                        }
                    });
            }
        });
    }

    /// The wall as a window of its own, which the class sees; none where there is only one window.
    fn show_wall_window(&mut self, ui: &Ui, view: &mut ViewContext<'_>) {
        let ctx = ui.ctx().clone();
        if ctx.embed_viewports() {
            return;
        }
        let builder = ViewportBuilder::default()
            .with_title(view.text("lesson-wall-title"))
            .with_inner_size([1280.0, 720.0])
            .with_app_id("onstage");
        // On the monitor where it was in the last lesson.
        let builder = match self.opened_at {
            Some(WallPlace { x, y, full }) => {
                builder.with_position([f32::from(x), f32::from(y)]).with_fullscreen(full)
            }
            None => builder,
        };
        ctx.show_viewport_immediate(ViewportId::from_hash_of("wall"), builder, |ui, _| {
            let whole = ui.max_rect();
            let at = (whole, Seen::ByAll);
            let clicked = frame::show(ui, view, &mut self.session, &mut self.wall, at);
            if clicked && self.session.place().over == Over::Nothing {
                press(view, Press::Next);
            }
            if self.is_trying() {
                dashed(
                    ui.painter(),
                    whole.shrink(2.0),
                    Stroke::new(3.0, view.tokens.warn),
                    (14.0, 9.0),
                );
            }
            let ctx = ui.ctx();
            let pressed = super::keys::presses_of_keys(ctx, super::keys::Hands::Lesson);
            if !self.is_trying() {
                for one in pressed {
                    press(view, one);
                }
            }
            self.wall_at = ctx.input(|input| place_of_window(input.viewport())).or(self.wall_at);
            let (is_full, switches, closes) = ctx.input(|input| {
                let full = input.viewport().fullscreen.unwrap_or(false);
                (full, input.key_pressed(egui::Key::F11), input.viewport().close_requested())
            });
            if switches {
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
            }
            if closes {
                ask(view, LessonWish::Desk);
            }
        });
    }
}

/// Where a window is, as it is remembered.
fn place_of_window(viewport: &egui::ViewportInfo) -> Option<WallPlace> {
    let corner = viewport.outer_rect?.min;
    let within = |at: f32| at.is_finite() && at.abs() < f32::from(i16::MAX);
    if !within(corner.x) || !within(corner.y) {
        return None;
    }
    // Both are in the range.
    #[expect(clippy::cast_possible_truncation, reason = "within the range of the type")]
    let [x, y] = [corner.x, corner.y].map(|at| at.round() as i16);
    Some(WallPlace { x, y, full: viewport.fullscreen.unwrap_or(false) })
}

/// What can be hidden, as it is called where a stop is made.
fn name_of_hidden(what: HeldBack) -> &'static str {
    match what {
        HeldBack::Bottleneck => "lesson-holds-bottleneck",
        HeldBack::Figures => "lesson-holds-figures",
        HeldBack::Help => "lesson-holds-help",
    }
}

/// What ends a try, or takes it back.
fn buttons_of_try(ui: &mut Ui, view: &mut ViewContext<'_>) {
    ui.horizontal(|ui| {
        if ui.button(view.text("lesson-end-try")).clicked() {
            press(view, Press::Escape);
        }
        if ui.button(view.text("lesson-restore-try")).clicked() {
            press(view, Press::Restore);
        }
    });
}
