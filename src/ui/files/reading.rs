//! Opening: a file is read beside the window. What was read takes the place of the document only
//! once the document's own unsaved work was asked about, which is when the file has been read.

use std::path::PathBuf;
use std::sync::Arc;

use crate::exchange;
use crate::storage::recovery::{Found, Keeper};
use crate::storage::{FileProblem, Known, OpenError, OpenProblem, Opened};
use crate::ui::app::App;
use crate::ui::dialogs::{Message, RecentGone};
use crate::ui::{report, waking};

use super::home::{Document, DocumentId, LeftOut};
use super::playlist::{self, Listed};
use super::wanted::{GivenUp, Intent, Reason};

/// A file as it was read, with the copies that other sessions left of it; one that is no blueprint as a playlist, if it is
/// one.
pub(super) type Read = (Result<(Opened, Known), OpenError>, Vec<Found>, Option<Listed>);

/// A file that is being read.
pub(super) struct Reading {
    path: PathBuf,
    reason: Reason,
    /// The document that was open when it was wanted.
    document: DocumentId,
    /// How many files had been written by then: a file may have been read before it was written.
    written: u64,
}

impl App {
    /// Reads a file that is to take the place of the document.
    pub(super) fn start_reading(&mut self, ctx: &egui::Context, path: PathBuf, given_up: GivenUp) {
        if exchange::is_table_file(&path) {
            self.start_import(ctx, path);
            return;
        }
        self.read(ctx, path, Reason::Open(given_up));
    }

    /// Reads a file.
    pub(super) fn read(&mut self, ctx: &egui::Context, path: PathBuf, reason: Reason) {
        let from = path.clone();
        let session = self.recovery.session().filter(|_| !matches!(reason, Reason::Again));
        let disk = Arc::clone(&self.files.disk);
        let (document, written) = (self.files.document, self.files.written);
        let language = self.words.language().code();
        let reading = Reading { path, reason, document, written };
        // Of two files that are to be opened it is the later one that is wanted.
        self.files.reading.start(reading, ctx, move |_| {
            let found = session.map(|session| session.find_for(&from)).unwrap_or_default();
            let read = disk.open(&from);
            let is_other = match &read {
                Ok((opened, _)) => opened.unknown_fields.iter().any(|it| it.path == "lessons"),
                Err(error) => is_no_blueprint(error),
            };
            let listed = is_other.then(|| playlist::read(&*disk, &from, language)).flatten();
            (read, found, listed)
        });
    }

    /// Fetches what has been read.
    pub(super) fn fetch_reading(&mut self, ctx: &egui::Context) {
        let Some((reading, read)) = self.files.reading.poll() else { return };
        let (read, found, listed) = match read {
            Ok(read) => read,
            Err(failure) => {
                self.note(report::broken_off("read-blueprint", &reading.path, &failure));
                if std::mem::take(&mut self.files.first_is_read) {
                    self.show_start_screen(ctx);
                }
                let text = waking::why(&self.words, &failure);
                self.ask(Message::new(self.words.text("open-failed-title"), &text));
                return;
            }
        };
        let known = read.as_ref().map(|(_, known)| known);
        self.note(report::read(&reading.path, known));
        if reading.document != self.files.document {
            // Meanwhile somebody turned to another document; the copies are no less worth.
            self.recovery.add_found(found);
            if let Reason::Open(_) = reading.reason {
                let name = reading.path.display().to_string();
                let said = self.words.with("open-too-late", &[("name", name.into())]);
                self.notice.say(said, ctx.time());
            }
            return;
        }
        if let (Some(listed), Reason::Open(_)) = (listed, &reading.reason) {
            // Nothing is replaced by it.
            if std::mem::take(&mut self.files.first_is_read) {
                self.show_start_screen(ctx);
            }
            self.offer_playlist(&reading.path, listed, reading.written);
            return;
        }
        if reading.written != self.files.written || self.files.is_writing() {
            // It may have been written since it was read.
            match reading.reason {
                Reason::Open(given_up) => self.go_on(ctx, Intent::OpenFile(reading.path), given_up),
                Reason::Again => self.reload(ctx),
            }
            return;
        }
        match (read, reading.reason) {
            (Ok((opened, known)), Reason::Again) => self.reloaded(ctx, opened, known),
            (Ok((opened, known)), Reason::Open(given_up)) => {
                self.files.first_is_read = false;
                self.remember(&reading.path);
                let document = Document::read(&reading.path, opened, known, reading.written);
                self.pursue_without(ctx, Intent::Show(Box::new(document)), given_up);
                if found.iter().any(|copy| copy.keeper == Keeper::Running) {
                    self.notice.say(self.words.text("file-in-other-window").to_owned(), ctx.time());
                }
            }
            (Err(error), _) => self.not_opened(ctx, &error),
        }
        self.recovery.add_found(found);
    }

    fn not_opened(&mut self, ctx: &egui::Context, error: &OpenError) {
        if std::mem::take(&mut self.files.first_is_read) {
            self.show_start_screen(ctx);
        }
        let text = self.why_not_opened(error);
        // A file that is damaged or out of reach today may be mended tomorrow.
        let gone = matches!(error.problem, OpenProblem::File(FileProblem::NotFound));
        let path = std::path::absolute(&error.path).unwrap_or_else(|_| error.path.clone());
        if gone && self.files.recent().contains(&path) {
            self.ask(RecentGone { text, path });
        } else {
            self.ask(Message::new(self.words.text("open-failed-title"), &text));
        }
    }

    /// Says what was left out of a file and why saving asks for a new name.
    pub(in crate::ui) fn say_left_out(&mut self, left_out: &LeftOut) {
        if !left_out.unread.is_empty() {
            let told: Vec<String> =
                left_out.unread.iter().map(|error| self.words.decode_error(error)).collect();
            let text = self.words.with("unread-said", &[("told", told.join("\n").into())]);
            self.ask(Message::new(self.words.text("unread-said-title"), &text));
            if left_out.fields.is_empty() {
                return;
            }
        }
        let text = if left_out.fields.is_empty() {
            self.words.text("newer-version-text").to_owned()
        } else {
            let fields = left_out.fields.join("\n");
            self.words.with("unknown-fields", &[("fields", fields.into())])
        };
        self.ask(Message::new(self.words.text("unknown-fields-title"), &text));
    }
}

/// Whether a file could be read and is something else.
fn is_no_blueprint(error: &OpenError) -> bool {
    matches!(error.problem, OpenProblem::Decode(_))
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::super::disk::Disk;
    use super::*;
    use crate::blueprint::Blueprint;
    use crate::editor::DocumentEdit;
    use crate::storage::{Comments, Fingerprint, NotSaved, OnDisk, Replace};
    use crate::ui::app::Start;

    /// A disk over which the program makes a mistake until it is mended.
    #[derive(Default)]
    struct BrokenDisk {
        mended: AtomicBool,
    }

    impl BrokenDisk {
        fn known(&self) -> Known {
            assert!(self.mended.load(Ordering::SeqCst), "on purpose");
            Known::from(Fingerprint::of(b""))
        }
    }

    impl Disk for BrokenDisk {
        fn open(&self, _: &Path) -> Result<(Opened, Known), OpenError> {
            let known = self.known();
            let text = crate::storage::encode(&Blueprint::empty("From the disk", "As-is"));
            Ok((crate::storage::decode(&text).expect("what was just written"), known))
        }

        fn save(
            &self,
            _: &Path,
            _: &Blueprint,
            _: &Comments,
            _: Replace,
        ) -> Result<Known, NotSaved> {
            Ok(self.known())
        }

        fn look(&self, _: &Path, _: &Known) -> Result<OnDisk, FileProblem> {
            Ok(OnDisk::Same)
        }
    }

    /// Lets the answer arrive.
    fn settle(window: &mut Harness<'static, App>) {
        let began = std::time::Instant::now();
        loop {
            window.run_steps(1);
            if !window.state().is_busy() || began.elapsed() > Duration::from_secs(20) {
                break;
            }
            std::thread::yield_now();
        }
        // A dialog finds its size before it is seen.
        window.run_steps(3);
    }

    #[test]
    fn a_mistake_of_the_program_is_told_once_and_nothing_is_lost_by_it() {
        let mut window = Harness::builder()
            .with_size(egui::vec2(1280.0, 720.0))
            .build_eframe(|cc| App::new(&cc.egui_ctx, Start::default()));
        settle(&mut window);
        let disk = Arc::new(BrokenDisk::default());
        let ctx = window.ctx.clone();
        let app = window.state_mut();
        app.files.disk = Arc::clone(&disk) as Arc<dyn Disk>;
        app.show_document(Document::new(Blueprint::empty("Mine", "As-is")));
        app.read(&ctx, PathBuf::from("/a.ron"), Reason::Open(GivenUp::default()));
        settle(&mut window);
        assert!(window.query_by_label_contains("The operation was interrupted").is_some());
        window.get_by_label("Close").click();
        settle(&mut window);
        assert!(
            window.query_by_label_contains("The operation was interrupted").is_none(),
            "said once"
        );
        // The document is as it was and can be edited; then the same works.
        let app = window.state_mut();
        assert_eq!(app.editor.blueprint().title(), "Mine");
        app.edit(&ctx, DocumentEdit::SetTitle("Mine still".to_owned()));
        app.editor.commit();
        settle(&mut window);
        assert_eq!(window.state().editor.blueprint().title(), "Mine still");
        disk.mended.store(true, Ordering::SeqCst);
        let app = window.state_mut();
        let given_up = app.give_up();
        app.read(&ctx, PathBuf::from("/a.ron"), Reason::Open(given_up));
        settle(&mut window);
        assert_eq!(window.state().editor.blueprint().title(), "From the disk");
    }

    /// A disk that answers when it is told to.
    struct SlowDisk(std::sync::Mutex<std::sync::mpsc::Receiver<()>>);

    impl Disk for SlowDisk {
        fn open(&self, _: &Path) -> Result<(Opened, Known), OpenError> {
            let _ = self.0.lock().expect("a disk").recv();
            let office = crate::storage::sample("driver-licence-office").expect("a sample");
            let known = Known::from(Fingerprint::of(b""));
            Ok((crate::storage::decode(office.ron("en")).expect("a blueprint"), known))
        }

        fn save(
            &self,
            _: &Path,
            _: &Blueprint,
            _: &Comments,
            _: Replace,
        ) -> Result<Known, NotSaved> {
            Ok(Known::from(Fingerprint::of(b"")))
        }

        fn look(&self, _: &Path, _: &Known) -> Result<OnDisk, FileProblem> {
            Ok(OnDisk::Same)
        }
    }

    #[test]
    fn a_lesson_waits_for_the_file_and_no_key_is_for_the_sheet_meanwhile() {
        let mut window = Harness::builder()
            .with_size(egui::vec2(1280.0, 720.0))
            .build_eframe(|cc| App::new(&cc.egui_ctx, Start::default()));
        settle(&mut window);
        let (answer, wait) = std::sync::mpsc::channel();
        let ctx = window.ctx.clone();
        let app = window.state_mut();
        let before = Arc::clone(app.editor.blueprint());
        app.files.disk = Arc::new(SlowDisk(std::sync::Mutex::new(wait)));
        app.read(&ctx, PathBuf::from("/a.ron"), Reason::Open(GivenUp::default()));
        window.key_press(egui::Key::F5);
        window.run_steps(1);
        for key in [egui::Key::N, egui::Key::Delete, egui::Key::ArrowRight] {
            window.key_press(key);
            window.run_steps(1);
        }
        assert!(Arc::ptr_eq(window.state().editor.blueprint(), &before));
        assert!(window.state().modes.presenting.is_none());
        // Esc calls it off.
        window.key_press(egui::Key::Escape);
        window.run_steps(1);
        assert!(window.state().lesson_wanted.is_none());
        window.key_press(egui::Key::F5);
        window.run_steps(1);
        answer.send(()).expect("the disk listens");
        settle(&mut window);
        assert!(!Arc::ptr_eq(window.state().editor.blueprint(), &before));
        assert!(window.state().modes.presenting.is_some(), "it begins by itself");
    }

    #[test]
    fn a_save_over_which_the_program_makes_a_mistake_leaves_the_work_unsaved() {
        let mut window = Harness::builder()
            .with_size(egui::vec2(1280.0, 720.0))
            .build_eframe(|cc| App::new(&cc.egui_ctx, Start::default()));
        settle(&mut window);
        let disk = Arc::new(BrokenDisk::default());
        let ctx = window.ctx.clone();
        let app = window.state_mut();
        app.files.disk = Arc::clone(&disk) as Arc<dyn Disk>;
        app.show_document(Document::new(Blueprint::empty("Mine", "As-is")));
        app.edit(&ctx, DocumentEdit::SetTitle("Changed".to_owned()));
        app.start_writing(&ctx, PathBuf::from("/a.ron"), None, Replace::Nothing);
        settle(&mut window);
        assert!(window.state().editor.is_modified());
        assert!(window.query_by_label_contains("The operation was interrupted").is_some());
        disk.mended.store(true, Ordering::SeqCst);
        window.get_by_label("Try again").click();
        settle(&mut window);
        assert!(!window.state().editor.is_modified());
    }
}
