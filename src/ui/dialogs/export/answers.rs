//! What becomes of it: what is told, what is asked before a file is replaced, and the buttons.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use egui::{Align, Color32, Label, Layout, ProgressBar, Ui, WidgetInfo, accesskit::Role};

use crate::storage::Stamp;
use crate::ui::app::App;
use crate::ui::dialogs::main_button;
use crate::ui::exporting::Outcome;
use crate::ui::theme::Tokens;

use super::ExportDialog;

/// Work that takes longer is shown while it goes on, in seconds.
const LONG: f64 = 0.3;
/// The height of the answers and of what is told beside them, in points: two lines.
const ROW: f32 = 38.0;
/// How wide the bar is that shows how far the work is.
const BAR: f32 = 200.0;

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
        let (said, colour) = self.told(ui, app, &path, &there);
        let row = egui::vec2(ui.available_width(), ROW);
        let layout = Layout::right_to_left(Align::Center);
        let row = ui.allocate_ui_with_layout(row, layout, |ui| {
            ui.set_min_height(ROW);
            if let Some(since) = app.exporting.task.key().map(|outgoing| outgoing.since) {
                return working(ui, app, since);
            }
            let done = if let Some(asks) = self.asks.clone() {
                self.asking(ui, app, &asks, enter);
                false
            } else if let Some(Outcome::Written { path, .. }) = app.exporting.outcome.clone() {
                written(ui, app, &path, enter)
            } else {
                self.usual(ui, app, path, &there, enter)
            };
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                tell(ui, said, colour);
            });
            done
        });
        row.inner
    }

    /// To write it, or to leave.
    fn usual(
        &mut self,
        ui: &mut Ui,
        app: &mut App,
        path: PathBuf,
        there: &There,
        enter: bool,
    ) -> bool {
        let is_ready = self.name_fault().is_none() && app.export_folder().is_dir();
        let (export, cancel) = (
            if matches!(there, There::Own) { "export-replace" } else { "export-do" },
            app.words.text("button-cancel").to_owned(),
        );
        let export = app.words.text(export).to_owned();
        let pressed = ui.add_enabled_ui(is_ready, |ui| main_button(ui, &export) || enter);
        if pressed.inner && is_ready {
            match there {
                There::Other => self.asks = Some(vec![path]),
                There::Own | There::Nothing => self.write(ui, app, path),
            }
        }
        ui.button(&cancel).clicked()
    }

    /// How it stands, and in which colour that is said.
    fn told(&self, ui: &Ui, app: &App, path: &Path, there: &There) -> (String, Color32) {
        let tokens = Tokens::of(ui.ctx());
        let file =
            |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(asks) = &self.asks {
            let names: Vec<String> = asks.iter().map(|path| file(path)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let names = app.words.list(&names, names.len());
            let is_changed = asks.iter().any(|path| app.exporting.written.contains_key(path));
            let key = if is_changed { "export-changed-replace" } else { "export-there-replace" };
            return (app.words.with(key, &[("file", names.into())]), tokens.warn);
        }
        match (&app.exporting.outcome, there) {
            (Some(Outcome::Written { said, .. }), _) => (said.clone(), tokens.good),
            (Some(Outcome::Failed(said)), _) => (said.clone(), tokens.bad),
            (Some(Outcome::GivenUp), _) => {
                (app.words.text("export-given-up").to_owned(), tokens.muted)
            }
            (Some(Outcome::There(_)) | None, There::Nothing) => (String::new(), tokens.muted),
            (Some(Outcome::There(_)) | None, There::Own) => {
                (app.words.with("export-again", &[("file", file(path).into())]), tokens.muted)
            }
            (Some(Outcome::There(_)) | None, There::Other) => {
                (app.words.with("export-there", &[("file", file(path).into())]), tokens.warn)
            }
        }
    }

    /// The question whether files may be replaced. To keep them is the usual answer.
    fn asking(&mut self, ui: &mut Ui, app: &mut App, asks: &[PathBuf], enter: bool) {
        let [keep, replace] =
            ["export-keep", "export-replace"].map(|key| app.words.text(key).to_owned());
        if main_button(ui, &keep) || enter {
            self.asks = None;
        }
        if ui.button(&replace).clicked() {
            self.asks = None;
            let stamps = asks.iter().filter_map(|path| Some((path.clone(), Stamp::at(path)?)));
            self.agreed.extend(stamps);
            let path = self.path(app);
            self.write(ui, app, path);
        }
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
    match Stamp::at(path) {
        None => There::Nothing,
        Some(stamp) if app.exporting.written.get(path) == Some(&stamp) => There::Own,
        Some(_) => There::Other,
    }
}

/// Says something in two lines at most; all of it on hover.
fn tell(ui: &mut Ui, said: String, colour: Color32) {
    if said.is_empty() {
        return;
    }
    let font = egui::TextStyle::Body.resolve(ui.style());
    let mut job = egui::text::LayoutJob::simple(said.clone(), font, colour, ui.available_width());
    job.wrap.max_rows = 2;
    ui.add(Label::new(job)).on_hover_text(said);
}

/// How far the work is, once it takes long, and the way to end it.
fn working(ui: &mut Ui, app: &mut App, since: f64) -> bool {
    let ctx = ui.ctx().clone();
    let [cancel, working] =
        ["button-cancel", "export-working"].map(|key| app.words.text(key).to_owned());
    if ui.button(&cancel).clicked() {
        app.give_up_export();
    }
    if ctx.time() - since < LONG {
        ctx.request_repaint_after_secs(0.1);
        return false;
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.label(&working);
        let portion = app.exporting.task.portion().unwrap_or_default();
        let bar = ui.add(ProgressBar::new(portion).desired_width(BAR).animate(true));
        bar.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &working));
    });
    false
}

/// What can be done with what was written.
fn written(ui: &mut Ui, app: &mut App, path: &Path, enter: bool) -> bool {
    let [close, open, show] = ["button-close", "button-open", "export-show-folder"]
        .map(|key| app.words.text(key).to_owned());
    if main_button(ui, &close) || enter {
        return true;
    }
    let folder = path.parent().unwrap_or(path);
    for (name, what) in [(show, folder), (open, path)] {
        if ui.button(name).clicked() && !app.open_outside(what) {
            let what = what.display().to_string();
            let said = app.words.with("export-not-opened", &[("file", what.into())]);
            // It is written all the same.
            app.exporting.outcome = Some(Outcome::Written { said, path: path.to_owned() });
        }
    }
    false
}
