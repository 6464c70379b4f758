//! One pass of the window: all panels are shown, keys and files are looked at, and what was asked
//! for is carried out at its end.

use std::sync::Arc;
use std::time::Instant;

use egui::{CentralPanel, Context, Frame, Margin, Panel, vec2};

use crate::wording::Units;

use super::app::{App, BOTH_PANELS};
use super::commands::{face, face_for_reviewers};
use super::comparing::Comparing;
use super::modes::Modes;
use super::regions::Region;
use super::report::Entry;
use super::reporting::SLOW_PASS_MS;
use super::side_panel::side_panel;
use super::theme::Tokens;
use super::view_context::{SideTab, ViewContext};
use super::{access, panels, playing, redesign, reviewing};

impl App {
    /// Shows everything once and leaves what was asked for in `self.actions`.
    #[expect(clippy::too_many_lines, reason = "all panels of the window, in the order they lie in")]
    fn show(&mut self, ui: &mut egui::Ui) {
        profiling::function_scope!();
        let mut actions = std::mem::take(&mut self.actions);
        let name = self.file_name();
        let capacities = self.figures.capacities().to_vec();
        let scenario = Arc::clone(self.editor.scenario());
        let formulas = Arc::clone(self.figures.analysis());
        let seen = Arc::clone(self.figures.seen());
        let simulating = &self.simulating;
        let analysis = simulating.leading(&seen, &formulas);
        // Of an hour only what is shown is simulated.
        let is_steady = self.figures.interval().is_none();
        let real = self.figures.settled_version().filter(|_| is_steady);
        let real = real.map_or(&seen, |(version, _)| version);
        let simulated = simulating.is_on().then(|| simulating.of(&seen, &scenario));
        let really = self.editor.settled_scenario();
        let simulated_really = simulating.is_on().then(|| simulating.of(real, really));
        let drawn = self.modes.now().drawn();
        self.words.set_units(Units::of(self.editor.blueprint(), &scenario));
        let settled = self.figures.settled_version();
        let settled = settled.map(|(version, figures)| {
            if is_steady { simulating.leading(version, figures) } else { Arc::clone(figures) }
        });
        let before = self.figures.before().cloned();
        self.bottom.quality = self.views.quality.picture();
        let assessed = self.lens.needs_assessment()
            || self.tab.shown() == SideTab::Quality
            || self.bottom.tab.needs_assessment();
        // What is only tried changes no finding under the pointer that tries it.
        let assessment = assessed.then(|| match self.figures.settled_version() {
            Some((version, figures)) => {
                self.assessing.of(self.editor.settled_blueprint(), version, figures)
            }
            None => self.assessing.of(self.editor.blueprint(), &seen, &formulas),
        });
        let review = self.modes.reviewing.as_ref().map(|reviewing| reviewing.page);
        // Whatever lies over the sheet needs the blueprint.
        let is_free = self.modes.playing.is_none() && self.modes.previewing.is_none();
        let sheet = self.modes.planning.as_ref().map(|planning| planning.sheet);
        let sheet = sheet.filter(|_| is_free);
        let is_looked_at = self.modes.previewing.is_some();
        let notes = self.notes_left();
        let faulty = self.views.planning.faulty(self.editor.settled_blueprint(), &self.words);
        let Modes { start_screen, comparing, playing, presenting, walking, .. } = &mut self.modes;
        let playing = playing.as_ref();
        let is_wide = playing.is_some_and(|playing| playing.is_wide);
        let mut view = ViewContext {
            words: &self.words,
            tokens: Tokens::of(ui.ctx()),
            editor: &self.editor,
            scenario: &scenario,
            seen: &seen,
            hour: self.figures.interval(),
            analysis: &analysis,
            formulas: &formulas,
            simulated: simulated.as_ref(),
            simulated_really: simulated_really.as_ref(),
            settled: settled.as_deref(),
            before: before.as_deref(),
            fresh: &self.fresh,
            file_name: &name,
            has_file: self.files.path().is_some(),
            recompute_ms: self.figures.took_ms(),
            recent: self.files.recent(),
            bottom: self.bottom,
            sheet,
            playing,
            chosen_stop: self.views.lesson.chosen_in(&self.editor),
            notes,
            faulty: &faulty,
            reviewing: review.map(|page| self.views.review.in_review(page)),
            reviewer: self.files.preferences().reviewer.as_deref().unwrap_or_default(),
            comments: self.views.review.is_used() || self.tab.shown() == SideTab::Comments,
            compared: comparing.as_ref().and_then(Comparing::compared),
            filter: self.filter,
            lens: self.lens,
            today: self.assessing.today(),
            assessment: assessment.as_deref(),
            picked: self.letters.picked(self.editor.selection()),
            settings: self.settings,
            face_of: if review.is_some() { face_for_reviewers } else { face },
            actions: &mut actions,
        };
        let view = &mut view;
        // In a small window, or a large one whose contents are shown large, the sheet keeps its
        // share.
        let room = ui.available_size();
        let regions = &mut self.regions;
        regions.clear();
        let tokens = view.tokens;
        let bar = |fill, margin| Frame::new().fill(fill).inner_margin(margin);
        // A sheet that has the window has all of it, and so has a lesson.
        if !is_wide && presenting.is_none() && walking.is_none() {
            Panel::top("menu").frame(bar(tokens.panel, Margin::symmetric(8, 2))).show(ui, |ui| {
                regions.begin(ui, view, Region::Menus);
                ui.add_enabled_ui(drawn.menus, |ui| panels::menu_bar::show(ui, view));
            });
        }
        if let Some(start) = start_screen {
            start.show(ui, view, regions, &mut self.thumbnails);
            self.notice.show(ui, tokens, None);
            self.actions = actions;
            return;
        }
        if let Some(presenting) = presenting {
            presenting.show(ui, view, &mut self.canvas, &self.notice);
            self.actions = actions;
            return;
        }
        if let Some(walking) = walking {
            walking.show(ui, view);
            self.notice.show(ui, tokens, None);
            self.actions = actions;
            return;
        }
        let tools = bar(tokens.panel, Margin::symmetric(10, 0));
        if !is_wide {
            Panel::top("tools").frame(tools).exact_size(40.0).show(ui, |ui| {
                regions.begin(ui, view, Region::Tools);
                ui.add_enabled_ui(drawn.menus, |ui| {
                    let zoom = self.canvas.zoom();
                    if review.is_some() {
                        reviewing::show_bar(ui, view, &capacities);
                    } else {
                        panels::tool_bar::show(ui, view, zoom, &mut self.tabs, &capacities);
                    }
                });
            });
        }
        if let Some(bar_of_mode) = drawn.bar {
            Panel::top("preview")
                .frame(bar(tokens.accent_wash, Margin::symmetric(14, 0)))
                .exact_size(38.0)
                .show(ui, |ui| bar_of_mode(ui, view));
        }
        panels::file_bar::show(ui, view, drawn.file_bars.then_some(&self.files));
        let status = bar(tokens.panel, Margin::symmetric(12, 0));
        let status = Panel::bottom("status").frame(status).exact_size(24.0);
        if !is_wide {
            status.show(ui, |ui| panels::status_bar::show(ui, view));
        }
        if let Some(page) = review {
            let parts = reviewing::Parts {
                views: &mut self.views,
                canvas: &mut self.canvas,
                notice: &mut self.notice,
                regions,
            };
            parts.show(ui, view, page);
            self.actions = actions;
            return;
        }
        let narrow = room.x < BOTH_PANELS;
        let mut open = self.settings.palette && !(narrow && self.settings.side) && !is_wide;
        Panel::left("palette")
            .frame(bar(tokens.panel, Margin::symmetric(12, 10)))
            .default_size(190.0)
            .size_range(150.0..=(0.28 * room.x).clamp(150.0, 320.0))
            .show_collapsible(ui, &mut open, |ui| {
                regions.begin(ui, view, Region::Palette);
                match view.sheet {
                    Some(_) => self.views.planning.left(ui, view),
                    None => self.palette.show(ui, view),
                }
            });
        if !open || view.sheet.is_some() {
            self.palette.leave();
        }
        let mut open = self.settings.side && !is_wide;
        Panel::right("side")
            .frame(bar(tokens.panel, Margin::symmetric(14, 10)))
            .default_size(336.0)
            .size_range(280.0..=(0.42 * room.x).clamp(280.0, 520.0))
            .show_collapsible(ui, &mut open, |ui| {
                regions.begin(ui, view, Region::Figures);
                match playing {
                    Some(playing) => playing::show_beside(ui, view, playing, &mut self.views),
                    None if view.sheet.is_some() => self.views.planning.beside(ui, view),
                    None => side_panel(ui, view, self.tab.shown(), &self.flashes, &mut self.views),
                }
            });
        self.views.advice.settle(view);
        let below = bar(tokens.panel, Margin::symmetric(14, 8));
        if view.sheet.is_some() {
            self.canvas.leave_naming();
            CentralPanel::no_frame().show(ui, |ui| {
                regions.begin(ui, view, Region::Sheet);
                self.views.planning.show(ui, view);
                self.notice.show(ui, tokens, None);
            });
        } else if self.bottom.enlarged {
            self.canvas.leave_naming();
            CentralPanel::default().frame(below).show(ui, |ui| {
                regions.begin(ui, view, Region::Below);
                panels::bottom::show(ui, view, &mut self.views);
                self.notice.show(ui, tokens, None);
            });
        } else {
            if let Some(playing) = playing {
                let height = playing::height(ui.available_width() - 28.0, is_wide);
                Panel::bottom("playback").frame(below).exact_size(height).show(ui, |ui| {
                    regions.begin(ui, view, Region::Below);
                    playing::show_strip(ui, view, playing);
                });
            }
            let mut open = self.settings.table && playing.is_none();
            // The day has more to show than a table, and a height of its own.
            let (name, height) = if view.bottom.tab.is_tall() {
                ("day", (0.44 * room.y).clamp(188.0, 360.0))
            } else {
                ("table", 188.0)
            };
            Panel::bottom(name)
                .frame(below)
                .default_size(height)
                .size_range(80.0..=(room.y - 320.0).clamp(80.0, 480.0))
                .resizable(true)
                .show_collapsible(ui, &mut open, |ui| {
                    regions.begin(ui, view, Region::Below);
                    let whole = ui.max_rect();
                    panels::bottom::show(ui, view, &mut self.views);
                    if view.editor.trial().is_some() {
                        redesign::frame_preview(ui, tokens, whole.expand2(vec2(8.0, 3.0)));
                    }
                });
            CentralPanel::no_frame().show(ui, |ui| {
                regions.begin(ui, view, Region::Sheet);
                self.canvas.show(ui, view);
                if view.editor.trial().is_some() {
                    let said = drawn
                        .bar
                        .is_none()
                        .then(|| self.views.advice.preview_words(view))
                        .flatten();
                    redesign::mark_preview(ui, tokens, said.as_deref());
                }
                if playing.is_none() && view.compared.is_none() && !is_looked_at {
                    reviewing::show_pins(ui, view, &mut self.views, &self.canvas);
                }
                self.notice.show(ui, tokens, self.canvas.legend_on_screen());
            });
        }
        access::panel_edges(ui, view.text("panel-edge"), &["palette", "side", "table", "day"]);
        self.actions = actions;
    }

    /// Lends out a view context outside a pass; what it is asked for is dropped.
    pub(super) fn with_view<T>(
        &self,
        ctx: &Context,
        answer: impl FnOnce(&ViewContext<'_>) -> T,
    ) -> T {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let mut actions = Vec::new();
        let view = ViewContext {
            words: &self.words,
            tokens: Tokens::of(ctx),
            editor: &self.editor,
            scenario: &scenario,
            seen: self.figures.seen(),
            hour: self.figures.interval(),
            analysis: self.figures.analysis(),
            formulas: self.figures.analysis(),
            simulated: None,
            simulated_really: None,
            settled: self.figures.settled().map(AsRef::as_ref),
            before: self.figures.before().map(AsRef::as_ref),
            fresh: &self.fresh,
            file_name: "",
            has_file: self.files.path().is_some(),
            recompute_ms: 0.0,
            recent: &[],
            bottom: self.bottom,
            sheet: self.modes.planning.as_ref().map(|planning| planning.sheet),
            playing: self.modes.playing.as_ref(),
            chosen_stop: self.views.lesson.chosen_in(&self.editor),
            notes: self.notes_left(),
            faulty: &[],
            reviewing: None,
            reviewer: "",
            comments: false,
            compared: self.modes.compared(),
            filter: self.filter,
            lens: self.lens,
            today: self.assessing.today(),
            assessment: None,
            picked: self.letters.picked(self.editor.selection()),
            settings: self.settings,
            face_of: face,
            actions: &mut actions,
        };
        answer(&view)
    }

    /// Whether nothing has the keys and no dialog is open.
    fn is_free(&self, ctx: &Context) -> bool {
        let focused = ctx.memory(egui::Memory::focused);
        focused.is_none() && !self.dialogs.is_open() && !self.is_advised()
    }

    fn title(&self) -> String {
        let mark = if self.editor.is_modified() { "• " } else { "" };
        format!("{mark}{} – Onstage", self.file_name())
    }
}

impl eframe::App for App {
    // Also called while the window is hidden, when the last changes still wait for their copy.
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        profiling::function_scope!();
        self.update_recovery(ctx);
        self.tell_of_last_time();
    }

    fn on_exit(&mut self, _painter: Option<&eframe::glow::Context>) {
        // A window that is torn down unasked, as at the end of the system, leaves its work behind.
        let may_close = self.files.may_close();
        let unsaved = self.recoverable().filter(|_| !may_close);
        self.recovery.finish(unsaved.as_ref());
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        profiling::function_scope!();
        let ctx = ui.ctx().clone();
        let began = Instant::now();
        self.typing_ahead.give_back(&ctx);
        self.typing_ahead.keep_for_the_click(&ctx);
        // A field that is left by Enter or Esc in this pass still owns the key.
        let was_typing = ctx.text_edit_focused();
        let was_open = egui::Popup::is_any_open(&ctx);
        self.fetch_files(&ctx);
        self.fetch_import(&ctx);
        self.fetch_report();
        self.fetch_verdict(&ctx);
        self.fetch_export(&ctx);
        self.fetch_copied_chart(&ctx);
        self.simulate(&ctx);
        self.read_lessons_keys(&ctx);
        self.read_players_keys(&ctx);
        self.read_reviewers_keys(&ctx);
        self.follow_changes(&ctx);
        self.play_on(&ctx);
        let is_covered = self.dialogs.is_open() || self.is_advised();
        if is_covered && !self.covered {
            // A hover text would stay open over the dialog as long as the pointer rests. What is
            // disabled for this reason looks as before: the scrim alone says that it waits.
            ui.disable();
            ui.set_opacity(1.0);
            if let Some(focused) = ctx.memory(egui::Memory::focused) {
                self.dialogs.keep_behind(focused);
            }
        }
        let was_covered = std::mem::replace(&mut self.covered, is_covered);
        self.show(ui);
        self.show_guide(&ctx);
        self.show_dialog(&ctx);
        // Esc takes the focus from a field before a pass begins.
        let was_in_field = was_typing || self.typing;
        self.show_redesign(&ctx, was_in_field);
        self.show_staffing(&ctx, was_in_field);
        // Whoever closes a dialog is where they were before: on the sheet, in a cell, in a field.
        if !self.dialogs.is_open()
            && !self.is_advised()
            && let Some(behind) = self.dialogs.behind()
        {
            let focused = ctx.memory(egui::Memory::focused);
            let is_taken =
                focused.is_some_and(|id| id != behind && ctx.read_response(id).is_some());
            if is_taken && !was_covered || ctx.read_response(behind).is_none() {
                self.dialogs.leave_behind();
            } else {
                ctx.memory_mut(|memory| memory.request_focus(behind));
                ctx.request_repaint();
            }
        }
        if std::mem::replace(&mut self.typing, ctx.text_edit_focused()) && self.is_free(&ctx) {
            // Who leaves a field for nothing else is back at the sheet.
            self.canvas.take_focus();
        }
        self.focus_ring.show(&ctx);
        self.regions.attend(&ctx);
        self.offer_composing(&ctx);
        self.letters.read_composing(&ctx);
        self.read_keys(&ctx, was_typing, was_open);
        self.watch_closing(&ctx);
        self.watch_focus(&ctx);
        self.watch_dropped_files(&ctx);
        self.carry_out(&ctx);
        access::window(&ctx, &self.title());
        self.canvas.set_title(&ctx, self.title());
        if let Some(seconds) = self.notice.expire(ctx.time()) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(seconds.max(0.02)));
        }
        self.note_standing(&ctx);
        let took_ms = began.elapsed().as_secs_f64() * 1000.0;
        if took_ms > SLOW_PASS_MS {
            self.note(Entry::slow("pass", took_ms));
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
