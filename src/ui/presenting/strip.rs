//! One window for the class and the presenter: the wall fills it, and a strip at its foot shows itself while the
//! mouse rests after it was moved. A try is made on the sheet itself.

use std::sync::LazyLock;

use egui::{Align2, CornerRadius, Frame, Margin, Rect, RichText, Stroke, StrokeKind, Ui, vec2};

use crate::analysis::Analysis;
use crate::drawing::UNITS_HIGH;
use crate::presenting::{Over, Press, Tool};
use crate::ui::canvas::Canvas;
use crate::ui::controls::{dashed, elided};
use crate::ui::fonts::{Weight, font};
use crate::ui::notice::Notice;
use crate::ui::playing::{self, Playing};
use crate::ui::view_context::ViewContext;

use super::asking::{ask, press};
use super::wall::Seen;
use super::{LessonWish, Presenting, desk_file, desk_levers, frame};

/// What steers the day that is played.
fn show_playback(ui: &mut Ui, view: &mut ViewContext<'_>, playing: &Playing, width: f32) {
    let frame = Frame::new().fill(view.tokens.panel).inner_margin(Margin::symmetric(14, 8));
    let height = playing::height(width - 28.0, true);
    egui::Panel::bottom("lesson-playback")
        .frame(frame)
        .exact_size(height)
        .show(ui, |ui| playing::show_strip(ui, view, playing));
}

/// Figures that tell nothing.
static UNTOLD: LazyLock<Analysis> = LazyLock::new(Analysis::default);

/// The sheet, without figures where they are held back.
fn show_canvas(ui: &mut Ui, view: &mut ViewContext<'_>, canvas: &mut Canvas, hides: bool) {
    if !hides {
        canvas.show(ui, view);
        return;
    }
    let told = (view.analysis, view.formulas, view.settled, view.before);
    let simulated = (view.simulated, view.simulated_really);
    (view.analysis, view.formulas, view.settled, view.before) = (&UNTOLD, &UNTOLD, None, None);
    (view.simulated, view.simulated_really) = (None, None);
    canvas.show(ui, view);
    (view.analysis, view.formulas, view.settled, view.before) = told;
    (view.simulated, view.simulated_really) = simulated;
}

/// The unit of a wall that fills a rectangle.
fn unit_of(whole: Rect) -> f32 {
    (whole.height() / UNITS_HIGH).max(10.0)
}

impl Presenting {
    /// The wall in the whole window.
    pub(super) fn show_one_window(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        canvas: &mut Canvas,
        notice: &Notice,
    ) {
        // The wall has all of the window; what the presenter needs lies over it for a moment.
        let whole = ui.max_rect();
        if self.is_trying() {
            self.show_sheet_on_wall(ui, view, canvas, whole);
        } else {
            let at = (whole, Seen::ByAll);
            let clicked = frame::show(ui, view, &mut self.session, &mut self.wall, at);
            let shows = !matches!(self.session.tool(), Some(Tool::Draw | Tool::Erase));
            if clicked && shows {
                press(view, Press::Next);
            }
        }
        if notice.is_said() {
            // In letters of the wall, over its title: neither picture nor question is covered.
            let unit = unit_of(whole);
            let room = whole.with_min_y(whole.top() + 0.3 * unit);
            notice.show_in(ui, view.tokens, (room, 1.1 * unit), Align2::CENTER_TOP);
        } else {
            self.show_entered(ui, view, whole);
        }
        if self.strip.is_seen(ui, whole) {
            self.strip.height = self.show_strip(ui, view, whole);
        }
    }

    /// The wall with the sheet itself in its middle, of a try. What is held back is not told by the sheet either.
    fn show_sheet_on_wall(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        canvas: &mut Canvas,
        whole: Rect,
    ) {
        let _ = self.wall.show_stop(ui, view, &mut self.session, whole, Seen::Around);
        let room = self.wall.middle(whole);
        // Beside the frame of a try.
        let left = (whole.height() / 36.0 * 0.25).max(3.0);
        let room = Rect::from_min_max(room.min + vec2(left, 0.0), room.max);
        let at_edge = |inner: f32, outer: f32| if inner > outer - 1.0 { left } else { 0.0 };
        let edge =
            vec2(at_edge(room.right(), whole.right()), at_edge(room.bottom(), whole.bottom()));
        let room = Rect::from_min_max(room.min, room.max - edge);
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(room));
        inner.set_clip_rect(room.intersect(ui.clip_rect()));
        let hides = self.session.holds_on_sheet();
        // The same letters as on the rest of the wall.
        canvas.set_wall(Some(whole.height() / UNITS_HIGH));
        canvas.hold_waits(hides);
        let about = self.session.stop().map_or(&[][..], |stop| &stop.around);
        canvas.frame_on_wall(about, self.wall.changed.of(&self.session, view).to_vec());
        egui::CentralPanel::no_frame().show(&mut inner, |ui| {
            show_canvas(ui, view, canvas, hides);
        });
    }

    /// The sheet itself on the desk: of a try, with a dashed frame around it and its name above, or with the day that is played.
    pub(super) fn show_sheet(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        canvas: &mut Canvas,
        whole: Rect,
    ) {
        let tokens = view.tokens;
        let unit = (whole.height() / 36.0).max(10.0);
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(whole));
        egui::Panel::top("try")
            .frame(Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(16, 0)))
            .exact_size(3.0 * unit)
            .show(&mut inner, |ui| {
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let title = self.session.stop().map_or("", |stop| &stop.title);
                    let large = font(Weight::Semibold, 1.3 * unit);
                    ui.add(egui::Label::new(RichText::new(title).font(large)).truncate());
                    if !self.is_trying() {
                        return;
                    }
                    let by = view.editor.scenario().by().to_owned();
                    let name = match by.as_str() {
                        "" => view.words.text("wall-try").to_owned(),
                        by => view.words.with("wall-try-by", &[("by", by.into())]),
                    };
                    let font = font(Weight::Semibold, unit);
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        ui.label(RichText::new(name).font(font).color(tokens.warn));
                    });
                });
            });
        if let Some(playing) = view.playing {
            show_playback(&mut inner, view, playing, whole.width());
        }
        canvas.set_wall(None);
        canvas.hold_waits(false);
        egui::CentralPanel::no_frame().show(&mut inner, |ui| canvas.show(ui, view));
        if self.is_trying() {
            dashed(ui.painter(), whole.shrink(2.0), Stroke::new(3.0, tokens.warn), (14.0, 9.0));
        }
    }

    /// What is being typed or turned: a card over the title, in letters of the wall.
    fn show_entered(&self, ui: &Ui, view: &ViewContext<'_>, whole: Rect) {
        let Some(said) = self.entered(view) else { return };
        let tokens = view.tokens;
        let unit = unit_of(whole);
        let text = font(Weight::Semibold, 1.2 * unit);
        let galley = elided(ui, &said, text, tokens.ink, whole.width() - 4.0 * unit);
        let size = vec2(galley.size().x + 2.0 * unit, 2.4 * unit);
        let at = egui::pos2(whole.center().x, whole.top() + 1.5 * unit);
        let rect = Rect::from_center_size(at, size);
        let corner = CornerRadius::same(8);
        let edge = Stroke::new(1.5, tokens.accent);
        ui.painter().rect(rect, corner, tokens.panel, edge, StrokeKind::Inside);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.ink);
    }

    /// What is being typed or turned, in words.
    fn entered(&self, view: &ViewContext<'_>) -> Option<String> {
        let session = &self.session;
        let typed = session.typed();
        if let Some(answer) = session.counting() {
            let stop = session.stop()?;
            let name = stop.answers.get(answer)?;
            let arguments = [
                ("letter", desk_levers::letter(answer).into()),
                ("answer", name.as_str().into()),
                ("count", if typed.is_empty() { view.text("no-figure") } else { typed }.into()),
            ];
            return Some(view.words.with("lesson-hands-for", &arguments));
        }
        if let Some(lever) = session.lever_at_hand() {
            let name = desk_levers::name(view, lever);
            let value = session.levers().value(lever).unwrap_or(0.0);
            let value = if typed.is_empty() {
                desk_levers::value(view, lever, value)
            } else {
                typed.to_owned()
            };
            return Some(view.words.labelled(&name, &value));
        }
        if typed.is_empty() || matches!(session.place().over, Over::EndCard | Over::TheEnd) {
            return None;
        }
        Some(view.words.with("lesson-go-to", &[("number", typed.into())]))
    }

    /// The strip at the foot, in letters of the wall; answers how high it is.
    fn show_strip(&self, ui: &Ui, view: &mut ViewContext<'_>, whole: Rect) -> f32 {
        let tokens = view.tokens;
        let unit = unit_of(whole);
        let margin = Margin::symmetric(14, 8);
        let strip = egui::Area::new(egui::Id::unique("lesson strip"))
            .order(egui::Order::Foreground)
            .pivot(Align2::LEFT_BOTTOM)
            .fixed_pos(whole.left_bottom())
            .show(ui.ctx(), |ui| {
                let frame =
                    Frame::new().fill(tokens.panel).stroke(Stroke::new(1.0, tokens.hairline));
                frame.inner_margin(margin).show(ui, |ui| {
                    ui.set_width(whole.width() - 28.0);
                    ui.spacing_mut().item_spacing = vec2(0.25 * unit, 0.25 * unit);
                    ui.spacing_mut().button_padding.x = 0.4 * unit;
                    ui.horizontal_wrapped(|ui| self.strip_buttons(ui, view));
                });
            });
        strip.response.rect.height()
    }

    fn strip_buttons(&self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        if self.is_trying() {
            if ui.button(view.text("lesson-end-try")).clicked() {
                press(view, Press::Escape);
            }
            if ui.button(view.text("lesson-restore-try")).clicked() {
                press(view, Press::Restore);
            }
            return;
        }
        let place = self.session.place();
        let counted = [("number", (place.stop + 1).into()), ("count", self.session.count().into())];
        let of = view.words.with("lesson-stop-of", &counted);
        ui.label(RichText::new(of).color(view.tokens.muted));
        for (key, what) in [
            ("lesson-key-back", Press::Back),
            ("lesson-key-next", Press::Next),
            ("lesson-key-hold", Press::Hold),
            ("lesson-key-try", Press::NewTry),
            ("lesson-key-overview", Press::Overview),
            ("lesson-key-pointer", Press::Tool(Tool::Pointer)),
            ("lesson-key-draw", Press::Tool(Tool::Draw)),
            ("lesson-key-black", Press::Black),
        ] {
            if ui.button(view.text(key)).clicked() {
                press(view, what);
            }
        }
        if self.shows_day() {
            let runs = view.playing.is_some_and(Playing::is_running);
            let name = if runs { "playing-pause" } else { "playing-play" };
            if ui.button(view.text(name)).clicked() {
                ask(view, LessonWish::PlayDay);
            }
        }
        if ui.button(view.text("lesson-open-desk")).clicked() {
            ask(view, LessonWish::Desk);
        }
        if ui.button(view.text("lesson-leave")).clicked() {
            press(view, Press::Escape);
        }
        desk_file::show(ui, view, self.file_on_disk);
    }
}
