//! What becomes of it: what is told, what is asked before a file is replaced, and the buttons.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use egui::{Align, Color32, Label, Layout, ProgressBar, Ui};

use crate::ui::app::App;
use crate::ui::dialogs::{buttons, main_button};
use crate::ui::exporting::{Outcome, Stamp};
use crate::ui::theme::Tokens;

use super::ExportDialog;

/// Work that takes longer is shown while it goes on, in seconds.
const LONG: f64 = 0.3;
/// The height of what is told, in points: two lines.
const TOLD: f32 = 36.0;

/// What is at the path that is to be written to.
enum There {
    Nothing,
    /// What was written there from this window, as it was left.
    Own,
    /// Another file.
    Other,
}

impl ExportDialog {
    /// What is told, and the answers; whether the dialog is done with. `enter` presses the main button.
    pub(super) fn answers(&mut self, ui: &mut Ui, app: &mut App, enter: bool) -> bool {
        let path = self.path(app);
        if let Some(Outcome::There(paths)) = &app.exporting.outcome {
            self.asks = Some(paths.clone());
            app.exporting.outcome = None;
        }
        let there = there(app, &path);
        let running = app.exporting.task.key().map(|outgoing| outgoing.since);
        self.tell(ui, app, &path, &there, running);
        if let Some(since) = running {
            return working(ui, app, since);
        }
        if let Some(asks) = self.asks.clone() {
            self.asking(ui, app, &asks, enter);
            return false;
        }
        if let Some(Outcome::Written { path, .. }) = app.exporting.outcome.clone() {
            return written(ui, app, &path, enter);
        }
        let is_ready = self.name_fault().is_none() && app.export_folder().is_dir();
        let (export, cancel) = (
            if matches!(there, There::Own) { "export-replace" } else { "export-do" },
            app.words.text("button-cancel").to_owned(),
        );
        let export = app.words.text(export).to_owned();
        buttons(ui, |ui| {
            let pressed = ui.add_enabled_ui(is_ready, |ui| main_button(ui, &export) || enter);
            if pressed.inner && is_ready {
                match there {
                    There::Other => self.asks = Some(vec![path.clone()]),
                    There::Own | There::Nothing => self.write(ui, app, path.clone()),
                }
            }
            ui.button(&cancel).clicked()
        })
    }

    /// Says in two lines at most how it stands.
    fn tell(&self, ui: &mut Ui, app: &App, path: &Path, there: &There, running: Option<f64>) {
        let tokens = Tokens::of(ui.ctx());
        let file =
            |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (said, colour): (String, Color32) = if running.is_some() {
            (String::new(), tokens.muted)
        } else if let Some(asks) = &self.asks {
            let names: Vec<String> = asks.iter().map(|path| file(path)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let names = app.words.list(&names, names.len());
            let is_changed = asks.iter().any(|path| app.exporting.written.contains_key(path));
            let key = if is_changed { "export-changed-replace" } else { "export-there-replace" };
            (app.words.with(key, &[("file", names.into())]), tokens.warn)
        } else {
            match &app.exporting.outcome {
                Some(Outcome::Written { said, .. }) => (said.clone(), tokens.good),
                Some(Outcome::Failed(said)) => (said.clone(), tokens.bad),
                Some(Outcome::GivenUp) => {
                    (app.words.text("export-given-up").to_owned(), tokens.muted)
                }
                Some(Outcome::There(_)) | None => {
                    let (key, colour) = match there {
                        There::Nothing => ("", tokens.muted),
                        There::Own => ("export-again", tokens.muted),
                        There::Other => ("export-there", tokens.warn),
                    };
                    let said = match key {
                        "" => String::new(),
                        key => app.words.with(key, &[("file", file(path).into())]),
                    };
                    (said, colour)
                }
            }
        };
        let room = egui::vec2(ui.available_width(), TOLD);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(room);
            if !said.is_empty() {
                let mut job = egui::text::LayoutJob::simple(
                    said.clone(),
                    egui::TextStyle::Body.resolve(ui.style()),
                    colour,
                    room.x,
                );
                job.wrap.max_rows = 2;
                ui.add(Label::new(job)).on_hover_text(said);
            }
        });
    }

    /// The question whether files may be replaced. To keep them is the usual answer.
    fn asking(&mut self, ui: &mut Ui, app: &mut App, asks: &[PathBuf], enter: bool) {
        let [keep, replace] =
            ["export-keep", "export-replace"].map(|key| app.words.text(key).to_owned());
        buttons(ui, |ui| {
            if main_button(ui, &keep) || enter {
                self.asks = None;
            } else if ui.button(&replace).clicked() {
                self.asks = None;
                let stamps = asks.iter().filter_map(|path| Some((path.clone(), Stamp::of(path)?)));
                self.agreed.extend(stamps);
                let path = self.path(app);
                self.write(ui, app, path);
            }
            false
        });
    }

    /// Writes it, in the place of what was written before or was agreed to.
    fn write(&mut self, ui: &Ui, app: &mut App, path: PathBuf) {
        let mut replaces: BTreeMap<PathBuf, Stamp> = app.exporting.written.clone();
        replaces.append(&mut self.agreed);
        let order = app.order(self.exporter, self.choices.clone());
        app.export(ui.ctx(), order, path, replaces);
    }
}

/// What is at a path now.
fn there(app: &App, path: &Path) -> There {
    match Stamp::of(path) {
        None => There::Nothing,
        Some(stamp) if app.exporting.written.get(path) == Some(&stamp) => There::Own,
        Some(_) => There::Other,
    }
}

/// How far the work is, once it takes long, and the way to end it.
fn working(ui: &mut Ui, app: &mut App, since: f64) -> bool {
    let ctx = ui.ctx().clone();
    let [cancel, working] =
        ["button-cancel", "export-working"].map(|key| app.words.text(key).to_owned());
    buttons(ui, |ui| {
        if ui.button(&cancel).clicked() {
            app.give_up_export();
        }
        if ctx.time() - since < LONG {
            ctx.request_repaint_after_secs(0.1);
            return false;
        }
        let portion = app.exporting.task.portion().unwrap_or_default();
        let bar = ProgressBar::new(portion).desired_width(220.0).animate(true);
        let response = ui.add(bar);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::ProgressIndicator, true, &working)
        });
        ui.label(&working);
        false
    })
}

/// What can be done with what was written.
fn written(ui: &mut Ui, app: &mut App, path: &Path, enter: bool) -> bool {
    let [close, open, show] = ["button-close", "button-open", "export-show-folder"]
        .map(|key| app.words.text(key).to_owned());
    buttons(ui, |ui| {
        if main_button(ui, &close) || enter {
            return true;
        }
        let folder = path.parent().unwrap_or(path);
        for (name, what) in [(show, folder), (open, path)] {
            if ui.button(name).clicked() && !app.open_outside(what) {
                let what = what.display().to_string();
                let said = app.words.with("export-not-opened", &[("file", what.into())]);
                app.exporting.outcome = Some(Outcome::Failed(said));
            }
        }
        false
    })
}
