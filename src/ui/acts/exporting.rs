//! Lets the sheet, a part of it, two scenarios or a chart leave: as a file, or to the system's viewer,
//! which prints it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::background::Signal;
use crate::exchange::{EXPORTERS, Exporter, PrivateFile, Refused, write_files};
use crate::exports::{Choices, NotMade, Order, usual_paper};
use crate::storage::FileProblem;
use crate::ui::app::App;
use crate::ui::dialogs::{ExportDialog, Message};
use crate::ui::exporting::{Gone, NotGone, Outgoing, Outlet, today};
use crate::ui::waking;

/// Letters that no name of a file may have on some system.
const NOT_IN_NAMES: &str = r#"/\:*?"<>|"#;

impl App {
    /// Shows what can leave, and how.
    pub(in crate::ui) fn open_export(&mut self, _ctx: &Context) {
        self.editor.commit();
        self.exporting.said = None;
        let dialog = ExportDialog::new(self);
        self.ask(dialog);
    }

    /// Shows a report before it leaves.
    pub(in crate::ui) fn open_report_export(&mut self, _ctx: &Context) {
        self.editor.commit();
        self.exporting.said = None;
        let dialog = ExportDialog::report(self);
        self.ask(dialog);
    }

    /// What was chosen last for a format, of the whole sheet.
    pub(in crate::ui) fn export_choices(&self, exporter: &Exporter) -> Choices {
        let locale = sys_locale::get_locale().unwrap_or_default();
        let mut choices =
            Choices { paper: usual_paper(&locale), rows: self.settings.rows, ..Choices::default() };
        if let Some(kept) = self.files.preferences().exports.get(exporter.ending) {
            choices.take_kept(kept);
        }
        choices
    }

    /// What is to be made of what is open now.
    pub(in crate::ui) fn order(&self, exporter: &'static Exporter, choices: Choices) -> Order {
        let name = self.files.path().and_then(Path::file_name);
        Order {
            blueprint: Arc::clone(self.editor.settled_blueprint()),
            scenario: self.editor.scenario().id(),
            language: self.words.language(),
            file: name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            date: today(),
            choices,
            exporter,
            name: String::new(),
        }
    }

    /// What an exported file is called, without ending: the file or title, and the scenario where there
    /// are several.
    pub(in crate::ui) fn export_name(&self) -> String {
        let stem = self.files.path().and_then(Path::file_stem);
        let service = stem.map_or_else(|| self.file_name(), |stem| stem.to_string_lossy().into());
        let several = self.editor.blueprint().scenarios().len() > 1;
        let scenario = self.editor.scenario().name().trim();
        let name = if several && !scenario.is_empty() {
            format!("{service} - {scenario}")
        } else {
            service
        };
        let safe = |c: char| if c.is_control() || NOT_IN_NAMES.contains(c) { '-' } else { c };
        name.chars().map(safe).collect::<String>().trim().to_owned()
    }

    /// The folder that is exported to: the one that was chosen, else the last one, else that of the
    /// blueprint.
    pub(in crate::ui) fn export_folder(&self) -> PathBuf {
        let chosen = self.exporting.folder.clone();
        let last = || self.files.preferences().export_folder.clone().filter(|last| last.is_dir());
        let own = || self.files.path().and_then(Path::parent).map(Path::to_owned);
        let folder = chosen.or_else(last).or_else(own).unwrap_or_default();
        std::path::absolute(&folder).ok().or_else(|| std::env::current_dir().ok()).unwrap_or(folder)
    }

    /// Takes a folder that was chosen to export to.
    pub(in crate::ui) fn take_export_folder(&mut self, folder: PathBuf) {
        self.exporting.folder = Some(folder);
    }

    /// Makes and writes a file.
    pub(in crate::ui) fn export(
        &mut self,
        ctx: &Context,
        mut order: Order,
        path: PathBuf,
        replaces: bool,
    ) {
        let stem = path.file_stem().unwrap_or_default();
        order.name = stem.to_string_lossy().into_owned();
        self.exporting.said = None;
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
        self.exporting.said = None;
        let order = self.order(exporter, self.export_choices(exporter));
        let name = format!("{}.pdf", self.export_name());
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
            Ok(Err(NotGone::Cancelled)) => return,
            Ok(Ok(gone)) => Ok(self.tell_gone(gone)),
            Ok(Err(not)) => Err(self.tell_not_gone(&not)),
            Err(failure) => Err(waking::why(&self.words, &failure)),
        };
        match outlet {
            Outlet::File { .. } => {
                let said = match outcome {
                    Ok(said) => (true, said),
                    Err(said) => (false, said),
                };
                // The dialog is gone where it was left meanwhile.
                if said.0 && !self.dialogs.is_open() {
                    self.notice.say(said.1.clone(), ctx.time());
                }
                self.exporting.said = Some(said);
            }
            Outlet::Viewer { .. } => match outcome {
                Ok(said) => self.notice.say(said, ctx.time()),
                Err(said) => self.ask(Message::new(self.words.text("print-failed"), &said)),
            },
        }
    }

    fn tell_gone(&mut self, gone: Gone) -> String {
        let mut told = Vec::new();
        if let Some(private) = gone.private {
            let file = private.path().display().to_string();
            let opened = self.files.has_dialogs()
                && open::that_detached(private.path())
                    .inspect_err(|error| log::warn!("no viewer: {error}"))
                    .is_ok();
            told.push(if opened {
                self.words.text("print-opened").to_owned()
            } else {
                self.words.with("print-no-viewer", &[("file", file.into())])
            });
            self.exporting.shown.push(private);
        } else {
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

    fn tell_not_gone(&self, not: &NotGone) -> String {
        match not {
            NotGone::There(path) => {
                let file = path.display().to_string();
                self.words.with("export-there", &[("file", file.into())])
            }
            NotGone::Made(not) => self.not_made(not),
            NotGone::Disk(path, problem) => {
                self.words.at_file(path, &self.words.file_problem(problem))
            }
            NotGone::Cancelled => String::new(),
        }
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
    let written = order.carry_out(|export| export.write(order.exporter)).map_err(NotGone::Made)?;
    if signal.is_cancelled() {
        return Err(NotGone::Cancelled);
    }
    let (missing, renamed) = (written.missing, written.renamed);
    match outlet {
        Outlet::File { path, replaces } => {
            let paths: Vec<PathBuf> = written.files.iter().map(|file| file.path(path)).collect();
            if let Some(there) = paths.iter().find(|path| !replaces && path.exists()) {
                return Err(NotGone::There(there.clone()));
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
