//! Opening: a file is read beside the window. What was read takes the place of the document only
//! once the document's own unsaved work was asked about, which is when the file has been read.

use std::path::PathBuf;
use std::sync::Arc;

use crate::background::{Job, Progress};
use crate::exchange;
use crate::storage::recovery::{Found, Keeper};
use crate::storage::{FileProblem, Known, OpenError, OpenProblem, Opened};
use crate::ui::app::App;
use crate::ui::dialogs::{Message, RecentGone};

use super::home::{Document, DocumentId, LeftOut};
use super::wanted::{GivenUp, Intent, Reason};

/// A file as it was read, with the copies that other sessions left of it.
type Read = (Result<(Opened, Known), OpenError>, Vec<Found>);

/// A file that is being read.
pub(super) struct Reading {
    path: PathBuf,
    job: Job<Read>,
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
        let wake = ctx.clone();
        let from = path.clone();
        let session = self.recovery.session().filter(|_| !matches!(reason, Reason::Again));
        let disk = Arc::clone(&self.files.disk);
        let job = Job::start(
            "open file",
            move || wake.request_repaint(),
            move || {
                let found = session.map(|session| session.find_for(&from)).unwrap_or_default();
                (disk.open(&from), found)
            },
        );
        let (document, written) = (self.files.document, self.files.written);
        match job {
            // Of two files that are to be opened it is the later one that is wanted.
            Ok(job) => {
                self.files.reading = Some(Reading { path, job, reason, document, written });
            }
            Err(error) => self.no_thread(&error),
        }
    }

    /// Fetches what has been read.
    pub(super) fn fetch_reading(&mut self, ctx: &egui::Context) {
        let Some(reading) = self.files.reading.take() else { return };
        let (read, found) = match reading.job.poll() {
            Progress::Running => {
                self.files.reading = Some(reading);
                return;
            }
            Progress::Done(read) => read,
            Progress::Lost => {
                let text = self.words.text("work-lost").to_owned();
                self.ask(Message::new(self.words.text("open-failed-title"), &text));
                return;
            }
        };
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
        let text = if left_out.fields.is_empty() {
            self.words.text("newer-version-text").to_owned()
        } else {
            let fields = left_out.fields.join("\n");
            self.words.with("unknown-fields", &[("fields", fields.into())])
        };
        self.ask(Message::new(self.words.text("unknown-fields-title"), &text));
    }
}
