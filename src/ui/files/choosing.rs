//! Asking for a path: with the system's dialog, or a field in the window where none can be seen.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::background::Failure;
use crate::exchange;
use crate::ui::app::App;
use crate::ui::dialogs::AskPath;

use super::home::DocumentId;
use super::wanted::{Intent, Purpose, Target};

/// What the report of a problem is called.
const REPORT_NAME: &str = "onstage-report.txt";
/// What the shifts of a staffing plan are called.
const ROTA_NAME: &str = "rota.csv";

/// A system dialog that answers faster than a person could was never shown.
const TOO_FAST: Duration = Duration::from_millis(350);

/// A system dialog that let the window keep the keys and is gone by then was never shown either.
const UNSEEN: Duration = Duration::from_secs(5);

/// A system dialog that takes longer may not be seen by anybody.
const SLOW: Duration = Duration::from_secs(4);

/// What a system dialog answered, and how long it took to. The time is taken where the answer
/// arrives: the window may look at it much later.
pub(super) struct Answer {
    path: Option<PathBuf>,
    took: Duration,
}

impl Answer {
    /// An answer that arrives now to what was asked then.
    fn now(path: Option<PathBuf>, asked: Instant) -> Self {
        Self { path, took: asked.elapsed() }
    }

    /// Whether nobody can have seen the dialog. `left` says whether the window lost the keys
    /// meanwhile, as it does to a dialog.
    fn is_unseen(&self, left: bool) -> bool {
        self.path.is_none() && (self.took <= TOO_FAST || !left && self.took <= UNSEEN)
    }
}

/// Waits for what a dialog answers.
fn chosen(answer: impl Future<Output = Option<rfd::FileHandle>>, since: Instant) -> Answer {
    let path = pollster::block_on(answer).map(|file| file.path().to_owned());
    Answer::now(path, since)
}

/// Lets a dialog be answered by a channel.
#[cfg(test)]
pub(super) fn answered_by(
    ctx: &egui::Context,
    purpose: Purpose,
    document: DocumentId,
    answer: std::sync::mpsc::Receiver<Option<PathBuf>>,
) -> crate::background::Task<Choosing, Answer> {
    let mut task = crate::background::Task::waiting("dialog");
    let choosing = Choosing { purpose, document, since: Instant::now(), left: true };
    task.start(choosing, ctx, move |_| Answer {
        path: answer.recv().ok().flatten(),
        took: TOO_FAST * 2,
    });
    task
}

/// The system's dialog while it is open.
pub(super) struct Choosing {
    purpose: Purpose,
    /// The document that is to be saved.
    document: DocumentId,
    since: Instant,
    /// Whether the window lost the keys since.
    left: bool,
}

impl Choosing {
    /// Whether it lets wait for itself.
    pub fn is_slow(&self) -> bool {
        self.since.elapsed() >= SLOW
    }
}

impl App {
    /// Asks for a path: with the system's dialog, or a field where there is none.
    pub(in crate::ui) fn choose(&mut self, ctx: &egui::Context, purpose: Purpose) {
        if !self.files.system_dialogs {
            self.ask_path(purpose);
            return;
        }
        if let Some(choosing) = self.files.choosing.key_mut() {
            // One dialog is open; what it is for is what was wanted last.
            if let (Purpose::Open(_), Purpose::Open(_)) = (&choosing.purpose, &purpose) {
                choosing.purpose = purpose;
            } else {
                // It asks for something else, and its answer would be taken for this.
                self.files.choosing.cancel();
                self.ask_path(purpose);
            }
            return;
        }
        let (kind, endings): (_, &[&str]) = match purpose {
            Purpose::Import => ("import-file-kind", exchange::TABLE_ENDINGS),
            Purpose::Rota(_) => ("import-file-kind", &["csv"]),
            Purpose::Open(_) | Purpose::Save(_) | Purpose::Against => ("file-kind", &["ron"]),
            Purpose::Report(_) => ("reporting-file-kind", &["txt"]),
            Purpose::Verdict => ("review-verdict-kind", &["pdf", "md", "html", "docx", "txt"]),
            Purpose::ExportFolder => ("file-kind", &[]),
        };
        let dialog = rfd::AsyncFileDialog::new()
            .add_filter(self.words.text(kind), endings)
            .set_title(self.words.text(match purpose {
                Purpose::Open(_) => "dialog-open-title",
                Purpose::Import => "import-choose-title",
                Purpose::Save(_) => "dialog-save-title",
                Purpose::Report(_) => "reporting-save-title",
                Purpose::Rota(_) => "staffing-save-title",
                Purpose::ExportFolder => "export-folder-title",
                Purpose::Against => "review-against-title",
                Purpose::Verdict => "review-save-verdict-title",
            }));
        let dialog = match purpose {
            Purpose::Open(_) => {
                dialog.add_filter(self.words.text("import-file-kind"), exchange::TABLE_ENDINGS)
            }
            Purpose::Import
            | Purpose::Save(_)
            | Purpose::Report(_)
            | Purpose::Rota(_)
            | Purpose::ExportFolder
            | Purpose::Verdict
            | Purpose::Against => dialog,
        };
        let dialog = match self.files.path().and_then(Path::parent) {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        };
        let since = Instant::now();
        let new_name = match &purpose {
            Purpose::Open(_) | Purpose::Import | Purpose::ExportFolder | Purpose::Against => None,
            Purpose::Save(_) => Some(self.suggested_name()),
            Purpose::Report(_) => Some(REPORT_NAME.to_owned()),
            Purpose::Rota(_) => Some(ROTA_NAME.to_owned()),
            Purpose::Verdict => Some(self.verdict_name()),
        };
        let is_folder = purpose == Purpose::ExportFolder;
        let choosing = Choosing { purpose, document: self.files.document, since, left: false };
        // The future is made here, on the main thread, as macOS wants it.
        if let Some(name) = new_name {
            let answer = dialog.set_file_name(name).save_file();
            self.files.choosing.start(choosing, ctx, move |_| chosen(answer, since));
        } else if is_folder {
            let answer = dialog.pick_folder();
            self.files.choosing.start(choosing, ctx, move |_| chosen(answer, since));
        } else {
            let answer = dialog.pick_file();
            self.files.choosing.start(choosing, ctx, move |_| chosen(answer, since));
        }
    }

    /// Gives the system's dialog up and asks for a path in the window. What the dialog says after
    /// that is not heard.
    pub(in crate::ui) fn type_path(&mut self) {
        if let Some(choosing) = self.files.choosing.take_key() {
            self.ask_path(choosing.purpose);
        }
    }

    fn ask_path(&mut self, purpose: Purpose) {
        let text = match (&purpose, self.files.path()) {
            (Purpose::Import, _) | (Purpose::Open(_) | Purpose::Against, None) => String::new(),
            (Purpose::Report(_), path) => beside(path, REPORT_NAME),
            (Purpose::Rota(_), path) => beside(path, ROTA_NAME),
            (Purpose::Verdict, path) => beside(path, &self.verdict_name()),
            (Purpose::ExportFolder, _) => self.export_folder().display().to_string(),
            (Purpose::Save(_), Some(path)) if self.views.review.copying.name.is_some() => {
                beside(Some(path), &self.suggested_name())
            }
            (_, Some(path)) => path.display().to_string(),
            (Purpose::Save(_), None) => self.suggested_name(),
        };
        self.ask(AskPath::new(purpose, text));
    }

    /// What a verdict page is called.
    fn verdict_name(&self) -> String {
        let name = self.suggested_name();
        let stem = Path::new(&name).file_stem().unwrap_or_default().to_string_lossy();
        format!("{stem} – {}.pdf", self.words.text("review-page-verdict"))
    }

    fn suggested_name(&self) -> String {
        if let Some(name) = &self.views.review.copying.name {
            return name.clone();
        }
        if let Some(name) = self.files.path().and_then(Path::file_name) {
            return name.to_string_lossy().into_owned();
        }
        let title = self.file_name();
        let safe: String = title
            .chars()
            .map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { '-' } else { c })
            .collect();
        format!("{}.ron", safe.trim())
    }

    /// Goes on with a path that was typed, or chosen in a dialog that `asked` whether to replace
    /// what is there.
    pub(in crate::ui) fn path_chosen(
        &mut self,
        ctx: &egui::Context,
        purpose: Purpose,
        path: PathBuf,
        asked: bool,
    ) {
        match purpose {
            Purpose::Open(given_up) => self.go_on(ctx, Intent::OpenFile(path), given_up),
            Purpose::Import => self.start_import(ctx, path),
            Purpose::Save(then) => self.save_at(ctx, Target { path, asked }, then),
            Purpose::Report(text) => self.save_report(ctx, path, &text, asked),
            Purpose::Rota(table) => self.save_rota(ctx, path, &table, asked),
            Purpose::ExportFolder => self.take_export_folder(path),
            Purpose::Against => self.hold_against_file(ctx, path),
            Purpose::Verdict => self.save_verdict(ctx, path, asked),
        }
    }

    /// Fetches what was chosen in the system's dialog.
    pub(super) fn fetch_choice(&mut self, ctx: &egui::Context) {
        let Some(choosing) = self.files.choosing.key_mut() else { return };
        choosing.left |= ctx.input(|input| {
            !input.focused || input.events.contains(&egui::Event::WindowFocused(false))
        });
        let rest = SLOW.checked_sub(choosing.since.elapsed());
        let Some((choosing, answer)) = self.files.choosing.poll() else {
            if let Some(rest) = rest {
                ctx.request_repaint_after(rest);
            }
            return;
        };
        let saves = matches!(choosing.purpose, Purpose::Save(_));
        if saves && choosing.document != self.files.document {
            // The blueprint that it was asked for is no longer here.
            let said = self.words.text("save-dialog-too-late").to_owned();
            self.notice.say(said, ctx.time());
            return;
        }
        match answer {
            Ok(Answer { path: Some(path), .. }) => {
                self.path_chosen(ctx, choosing.purpose, path, true);
            }
            Ok(answer) if !answer.is_unseen(choosing.left) => {}
            // The next time the system may have a thread.
            Err(Failure::NoThread(_)) => self.ask_path(choosing.purpose),
            _ => {
                self.files.system_dialogs = false;
                self.ask_path(choosing.purpose);
            }
        }
    }
}

/// A name in the folder of a file, if there is one.
fn beside(file: Option<&Path>, name: &str) -> String {
    let folder = file.and_then(Path::parent).map_or_else(PathBuf::new, Path::to_owned);
    folder.join(name).display().to_string()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::super::super::app::Start;
    use super::super::wanted::GivenUp;
    use super::*;

    /// A window whose system was asked for a dialog, and who answers in the system's place, after
    /// the time that it is said to have taken.
    fn window(since: Duration) -> (Harness<'static, App>, Sender<(Option<PathBuf>, Duration)>) {
        let mut window = Harness::builder()
            .with_size(egui::vec2(1280.0, 720.0))
            .build_eframe(|cc| App::new(&cc.egui_ctx, Start::default()));
        let (system, answer) = channel();
        let ctx = window.ctx.clone();
        let since = Instant::now().checked_sub(since).expect("the machine runs that long");
        let files = &mut window.state_mut().files;
        files.system_dialogs = true;
        let purpose = Purpose::Open(GivenUp::default());
        let choosing = Choosing { purpose, document: files.document, since, left: false };
        files.choosing.start(choosing, &ctx, move |_| {
            let (path, took) = answer.recv().unwrap_or_default();
            Answer { path, took }
        });
        window.run_steps(3);
        (window, system)
    }

    /// Lets the answer arrive.
    fn settle(window: &mut Harness<'static, App>) {
        for _ in 0..2_000 {
            window.run_steps(1);
            if !window.state().is_busy() {
                // A dialog finds its size before it is seen.
                window.run_steps(3);
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    #[test]
    fn a_dialog_that_nobody_sees_gives_way_to_a_typed_path() {
        let (mut window, system) = window(SLOW);
        assert!(window.query_by_label("Can’t see the dialog?").is_some());
        window.get_by_label("Type the path instead").click();
        window.run_steps(3);
        assert!(window.query_by_label_contains("Path of the file").is_some());
        assert!(window.state().files.system_dialogs, "the next time it may be seen");
        // What the dialog says now comes too late.
        system.send((Some(PathBuf::from("/late.ron")), SLOW)).ok();
        window.run_steps(3);
        assert!(!window.state().is_busy());
    }

    #[test]
    fn a_dialog_is_given_some_seconds_and_the_window_stays_usable() {
        let (mut window, _system) = window(Duration::from_secs(1));
        assert!(window.query_by_label("Can’t see the dialog?").is_none());
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        window.run_steps(3);
        assert!(!window.state().editor.selection().is_empty());
    }

    #[test]
    fn a_system_without_dialogs_is_told_however_late_the_window_looks() {
        // The window has been busy for three seconds; the answer was there at once.
        let (mut window, system) = window(Duration::from_secs(3));
        system.send((None, Duration::from_millis(20))).expect("it is waited for");
        settle(&mut window);
        assert!(window.query_by_label_contains("Path of the file").is_some());
        assert!(!window.state().files.system_dialogs, "the next time it is not tried");
    }

    #[test]
    fn a_dialog_that_never_took_the_keys_was_not_seen() {
        let (mut window, system) = window(Duration::from_secs(1));
        system.send((None, Duration::from_secs(2))).expect("it is waited for");
        settle(&mut window);
        assert!(window.query_by_label_contains("Path of the file").is_some());
    }

    #[test]
    fn a_dialog_that_was_seen_and_left_asks_for_nothing_more() {
        let (mut window, system) = window(Duration::from_secs(1));
        window.event(egui::Event::WindowFocused(false));
        window.run_steps(1);
        system.send((None, Duration::from_secs(1))).expect("it is waited for");
        window.event(egui::Event::WindowFocused(true));
        settle(&mut window);
        assert!(window.query_by_label_contains("Path of the file").is_none());
        assert!(window.state().files.system_dialogs);
    }
}
