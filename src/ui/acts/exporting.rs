//! Lets the sheet, a part of it, two scenarios or a chart leave: as a file, or to the system's viewer,
//! which prints it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::background::Signal;
use crate::exchange::{EXPORTERS, Exporter, PrivateFile, Refused, write_files};
use crate::exports::{Choices, Motif, NotMade, Order, usual_paper};
use crate::storage::{FileProblem, Stamp};
use crate::ui::app::App;
use crate::ui::dialogs::{ExportDialog, Message};
use crate::ui::exporting::{
    Gone, NotGone, Occasion, Outcome, Outgoing, Outlet, name_for_a_file, today,
};
use crate::ui::waking;

/// How far the work has come when what is to be written was drawn, and when it only has to be written.
const DRAWN: f32 = 0.3;
const MADE: f32 = 0.9;

impl App {
    /// Shows what can leave, and how.
    pub(in crate::ui) fn open_export(&mut self) {
        self.open_export_for(Occasion::Export);
    }

    /// Shows a report before it leaves.
    pub(in crate::ui) fn open_report_export(&mut self) {
        self.open_export_for(Occasion::Report);
    }

    fn open_export_for(&mut self, occasion: Occasion) {
        self.editor.commit();
        self.exporting.outcome = None;
        let dialog = ExportDialog::new(self, occasion);
        self.ask(dialog);
    }

    /// What was chosen last for a format, of the whole sheet.
    pub(in crate::ui) fn export_choices(&self, exporter: &Exporter) -> Choices {
        match self.exporting.remembered.choices.get(exporter.ending) {
            Some(chosen) => chosen.clone(),
            None => self.kept_export_choices(exporter),
        }
    }

    /// What was chosen when a format was written last, of the whole sheet.
    fn kept_export_choices(&self, exporter: &Exporter) -> Choices {
        let locale = sys_locale::get_locale().unwrap_or_default();
        let mut choices =
            Choices { paper: usual_paper(&locale), rows: self.settings.rows, ..Choices::default() };
        if let Some(kept) = self.files.preferences().exports.get(exporter.ending) {
            choices.take_kept(kept);
        }
        choices
    }

    /// What is to be made of what is open now.
    pub(in crate::ui) fn order(&self, exporter: &'static Exporter, mut choices: Choices) -> Order {
        let mut scenario = self.editor.scenario().id();
        if let Motif::Pair { before, .. } = &mut choices.motif {
            // The earlier of two is that which comes first in the file, whichever is shown.
            let scenarios = self.editor.blueprint().scenarios();
            let at = |id| scenarios.iter().position(|scenario| scenario.id() == id);
            if at(*before) > at(scenario) {
                std::mem::swap(before, &mut scenario);
            }
        }
        let name = self.files.path().and_then(Path::file_name);
        Order {
            blueprint: Arc::clone(self.editor.settled_blueprint()),
            scenario,
            language: self.words.language(),
            file: name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            date: today(),
            choices,
            exporter,
            name: String::new(),
        }
    }

    /// What an exported file is called, without ending: the file or title, the scenario where there are
    /// several, and what it shows where that is not the sheet.
    pub(in crate::ui) fn export_name(&self, motif: &Motif) -> String {
        let stem = self.files.path().and_then(Path::file_stem);
        let service = stem.map_or_else(|| self.file_name(), |stem| stem.to_string_lossy().into());
        let several = self.editor.blueprint().scenarios().len() > 1;
        let scenario = self.editor.scenario().name().trim();
        let name = if several && !scenario.is_empty() {
            format!("{service} - {scenario}")
        } else {
            service
        };
        let what = match motif {
            Motif::Sheet => None,
            Motif::Steps(_) => Some("export-name-part"),
            Motif::Pair { .. } => Some("export-name-comparison"),
            Motif::Chart(chart) => Some(chart.key()),
            Motif::Quality(picture) => Some(picture.key()),
            Motif::Improving(picture, _) => Some(picture.key()),
            Motif::Frontier => Some("chart-tab-redesign"),
            Motif::Report(_) => Some("export-name-report"),
            Motif::Handout { .. } => Some("export-name-handout"),
            Motif::Handbook(_) => Some("export-name-handbook"),
        };
        let name = match what {
            Some(what) => format!("{name} - {}", self.words.text(what)),
            None => name,
        };
        name_for_a_file(&name)
    }

    /// The folder that is exported to: the one that was chosen, else the last one, else that of the
    /// blueprint.
    pub(in crate::ui) fn export_folder(&self) -> PathBuf {
        let chosen = self.exporting.remembered.folder.clone();
        let last = || self.files.preferences().export_folder.clone().filter(|last| last.is_dir());
        let own = || self.files.path().and_then(Path::parent).map(Path::to_owned);
        let folder = chosen.or_else(last).or_else(own).unwrap_or_default();
        std::path::absolute(&folder).ok().or_else(|| std::env::current_dir().ok()).unwrap_or(folder)
    }

    /// Takes a folder that was chosen to export to.
    pub(in crate::ui) fn take_export_folder(&mut self, folder: PathBuf) {
        self.exporting.remembered.folder = Some(folder);
    }

    /// Makes and writes a file, in the place of files that are still as they are known.
    pub(in crate::ui) fn export(
        &mut self,
        ctx: &Context,
        mut order: Order,
        path: PathBuf,
        replaces: BTreeMap<PathBuf, Stamp>,
    ) {
        let stem = path.file_stem().unwrap_or_default();
        order.name = stem.to_string_lossy().into_owned();
        self.exporting.outcome = None;
        let (kept, ending) = (order.choices.kept(), order.exporter.ending);
        let folder = path.parent().map(Path::to_owned);
        self.files.change(|preferences| {
            preferences.exports.insert(ending.to_owned(), kept.clone());
            preferences.export_format = Some(ending.to_owned());
            preferences.export_folder.clone_from(&folder);
        });
        self.send_out(ctx, order, Outlet::File { path, replaces });
    }

    /// Makes pages and hands them to the system's viewer.
    pub(in crate::ui) fn print(&mut self, ctx: &Context) {
        let Some(exporter) = EXPORTERS.iter().find(|exporter| exporter.ending == "pdf") else {
            return;
        };
        self.editor.commit();
        let order = self.order(exporter, self.kept_export_choices(exporter));
        let name = format!("{}.pdf", self.export_name(&Motif::Sheet));
        self.notice.say(self.words.text("print-preparing").to_owned(), ctx.time());
        self.send_out(ctx, order, Outlet::Viewer { name });
    }

    fn send_out(&mut self, ctx: &Context, order: Order, outlet: Outlet) {
        let to = outlet.clone();
        let outgoing = Outgoing { outlet, since: ctx.time() };
        self.exporting.task.start(outgoing, ctx, move |signal| carry_out(&order, &to, signal));
    }

    /// Hears what became of what was sent out.
    pub(in crate::ui) fn fetch_export(&mut self, ctx: &Context) {
        let Some((Outgoing { outlet, .. }, answer)) = self.exporting.task.poll() else { return };
        let outcome = match answer {
            Ok(outcome) => outcome,
            Err(failure) => {
                let why = waking::why(&self.words, &failure);
                self.tell_export(ctx, &outlet, Outcome::Failed(why));
                return;
            }
        };
        let outcome = match outcome {
            Ok(gone) => {
                let path = gone.paths.first().cloned().unwrap_or_default();
                Outcome::Written { said: self.tell_gone(gone), path }
            }
            Err(NotGone::There(there)) => Outcome::There(there),
            Err(NotGone::Cancelled) => Outcome::GivenUp,
            Err(NotGone::Made(not)) => Outcome::Failed(self.not_made(&not)),
            Err(NotGone::Disk(path, problem)) => {
                Outcome::Failed(self.words.at_file(&path, &self.words.file_problem(&problem)))
            }
        };
        self.tell_export(ctx, &outlet, outcome);
    }

    /// Tells what became of an export: in its dialog, of pages for the viewer at the foot of the sheet.
    fn tell_export(&mut self, ctx: &Context, outlet: &Outlet, outcome: Outcome) {
        match (outlet, outcome) {
            (Outlet::File { .. }, outcome) => self.exporting.outcome = Some(outcome),
            (Outlet::Viewer { .. }, Outcome::Written { said, .. }) => {
                self.notice.say(said, ctx.time());
            }
            (Outlet::Viewer { .. }, Outcome::Failed(said)) => {
                self.ask(Message::new(self.words.text("print-failed"), &said));
            }
            (Outlet::Viewer { .. }, Outcome::There(_) | Outcome::GivenUp) => {}
        }
    }

    /// Ends what is being made. Nothing was written, unless it was just done.
    pub(in crate::ui) fn give_up_export(&mut self) {
        self.exporting.task.cancel();
        self.exporting.outcome = Some(Outcome::GivenUp);
    }

    /// Opens a file or a folder with what the system opens it with; whether it has something.
    pub(in crate::ui) fn open_outside(&self, path: &Path) -> bool {
        self.files.has_dialogs()
            && open::that_detached(path)
                .inspect_err(|error| log::warn!("not opened: {error}"))
                .is_ok()
    }

    fn tell_gone(&mut self, gone: Gone) -> String {
        let mut told = Vec::new();
        if let Some(private) = gone.private {
            let file = private.path().display().to_string();
            let opened = self.open_outside(private.path());
            told.push(if opened {
                self.words.text("print-opened").to_owned()
            } else {
                self.words.with("print-no-viewer", &[("file", file.into())])
            });
            self.exporting.shown.push(private);
        } else {
            let stamps =
                gone.paths.iter().filter_map(|path| Some((path.clone(), Stamp::at(path)?)));
            self.exporting.written.extend(stamps);
            let names: Vec<String> =
                gone.paths.iter().map(|path| path.display().to_string()).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let files = self.words.list(&names, names.len());
            told.push(self.words.with("command-exported", &[("files", files.into())]));
        }
        if !gone.missing.is_empty() {
            let letters: String = gone.missing.iter().collect();
            told.push(self.words.with("command-letters-missing", &[("letters", letters.into())]));
        }
        if !gone.renamed.is_empty() {
            let names = self.words.clauses(&gone.renamed);
            told.push(self.words.with("command-renamed", &[("names", names.into())]));
        }
        told.join("\n")
    }

    /// Why something cannot be made.
    pub(in crate::ui) fn not_made(&self, not: &NotMade) -> String {
        match not {
            NotMade::Refused(Refused::TooLarge { scale }) => {
                let scale = self.words.number(*scale);
                self.words.with("export-too-large", &[("scale", scale.into())])
            }
            NotMade::Refused(Refused::NotWritten(why)) => {
                self.words.with("command-not-written", &[("why", why.as_str().into())])
            }
            NotMade::Obstacle(obstacle) => {
                let currency = self.editor.blueprint().currency();
                self.words.obstacle(obstacle, self.editor.scenario(), currency)
            }
            NotMade::NoReport => self.words.text("export-no-report").to_owned(),
            NotMade::Lacks(lacks) => {
                let lacks = self.words.lacks(lacks, self.editor.scenario());
                lacks.unwrap_or_else(|| self.words.text("chart-nothing").to_owned())
            }
        }
    }
}

/// Makes and writes: whole or not at all, and nothing once it was cancelled.
fn carry_out(
    order: &Order,
    outlet: &Outlet,
    signal: &Signal<Result<Gone, NotGone>>,
) -> Result<Gone, NotGone> {
    let written = order.carry_out(|export| {
        signal.reached(DRAWN);
        export.write(order.exporter)
    });
    let written = written.map_err(NotGone::Made)?;
    signal.reached(MADE);
    if signal.is_cancelled() {
        return Err(NotGone::Cancelled);
    }
    let (missing, renamed) = (written.missing, written.renamed);
    match outlet {
        Outlet::File { path, replaces } => {
            let paths: Vec<PathBuf> = written.files.iter().map(|file| file.path(path)).collect();
            // What was agreed to be replaced may be another file by now.
            let is_in_the_way = |path: &&PathBuf| {
                let there = Stamp::at(path);
                there.is_some() && there.as_ref() != replaces.get(*path)
            };
            let there: Vec<PathBuf> = paths.iter().filter(is_in_the_way).cloned().collect();
            if !there.is_empty() {
                return Err(NotGone::There(there));
            }
            let files = written.files.iter().zip(&paths);
            let files: Vec<(&Path, &[u8])> =
                files.map(|(file, path)| (path.as_path(), file.bytes.as_slice())).collect();
            write_files(&files).map_err(|(at, error)| {
                let path = paths.get(at).unwrap_or(path).clone();
                NotGone::Disk(path, FileProblem::from(error))
            })?;
            Ok(Gone { paths, private: None, missing, renamed })
        }
        Outlet::Viewer { name } => {
            let bytes = written.files.first().map(|file| file.bytes.as_slice());
            let private = PrivateFile::write(name, bytes.unwrap_or_default());
            let private = private
                .map_err(|error| NotGone::Disk(PathBuf::from(name), FileProblem::from(error)))?;
            Ok(Gone { paths: Vec::new(), private: Some(private), missing, renamed })
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::exports::Motif;
    use crate::ui::app::Start;

    /// What stands for long work: it waits until it is told to go on, and tells when it has ended.
    struct Held {
        go_on: Sender<()>,
        ended: Receiver<()>,
    }

    /// A window whose dialog exports to a folder, and is held up in doing so.
    fn exporting(folder: &Path) -> (Harness<'static, App>, Held) {
        let mut window = Harness::builder()
            .with_size(egui::vec2(1280.0, 720.0))
            .build_eframe(|cc| App::new(&cc.egui_ctx, Start::default()));
        window.run_steps(3);
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::E);
        window.run_steps(3);
        let ctx = window.ctx.clone();
        let app = window.state_mut();
        let exporter = EXPORTERS.iter().find(|exporter| exporter.ending == "png").expect("known");
        let order = app.order(exporter, Choices { motif: Motif::Sheet, ..Choices::default() });
        let outlet = Outlet::File { path: folder.join("a.png"), replaces: BTreeMap::new() };
        let outgoing = Outgoing { outlet: outlet.clone(), since: ctx.time() };
        let (go_on, waits) = channel();
        let (ends, ended) = channel();
        app.exporting.task.start(outgoing, &ctx, move |signal| {
            waits.recv().ok();
            let outcome = carry_out(&order, &outlet, signal);
            ends.send(()).ok();
            outcome
        });
        (window, Held { go_on, ended })
    }

    const BAR: egui::accesskit::Role = egui::accesskit::Role::ProgressIndicator;

    #[test]
    fn long_work_shows_a_bar_and_given_up_leaves_no_file_and_the_dialog_open() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut window, held) = exporting(folder.path());
        window.run_steps(1);
        assert!(window.query_by_role(BAR).is_none(), "short work shows none");
        // A pass takes a quarter of a second.
        window.run_steps(3);
        assert!(window.query_by_role(BAR).is_some());
        window.get_by_label("Cancel").click();
        window.run_steps(3);
        assert!(window.query_by_label_contains("Nothing was written").is_some());
        held.go_on.send(()).expect("it waits");
        held.ended.recv().expect("it ends");
        window.run_steps(3);
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
        let export = egui::accesskit::Role::Button;
        assert!(window.query_by_role_and_label(export, "Export").is_some(), "the dialog is open");
    }

    #[test]
    fn long_work_that_ends_is_told_in_the_dialog_and_esc_gives_up_only_the_work() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut window, held) = exporting(folder.path());
        held.go_on.send(()).expect("it waits");
        held.ended.recv().expect("it ends");
        while window.state().is_busy() {
            window.run_steps(1);
        }
        window.run_steps(2);
        assert!(window.query_by_label_contains("Saved").is_some());
        assert!(folder.path().join("a.png").is_file());

        let other = tempfile::tempdir().expect("a folder");
        let (mut window, held) = exporting(other.path());
        window.run_steps(3);
        window.key_press(egui::Key::Escape);
        window.run_steps(3);
        assert!(window.query_by_label_contains("Nothing was written").is_some(), "still open");
        drop(held);
    }
}
