//! Saving: one file at a time. What is wanted meanwhile waits, and nothing is forgotten over it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::background::{Failure, Task};
use crate::blueprint::Blueprint;
use crate::storage::{self, Comments, Conflict, FileProblem, Known, NotSaved, Replace, SaveError};
use crate::ui::app::App;
use crate::ui::dialogs::{AskCaution, AskConflict, LeftUnsaved, SaveFailed};
use crate::ui::{report, waking};

use super::home::{Document, DocumentId, Home};
use super::merging::{Merged, merged};
use super::wanted::{GivenUp, Intent, Next, Purpose, Target, Waiting, later};
use super::watch::Watch;

/// After so long somebody who waits is offered to wait no longer.
const SLOW: Duration = Duration::from_secs(4);

/// The work of writing a file. It is never cancelled: what nobody waits for is heard of all the same.
pub(super) type WritingTask = Task<Writing, Outcome>;

/// What the disk said.
pub(super) struct Outcome {
    saved: Result<Known, NotSaved>,
    /// Where somebody else changed the file: a version that loses nothing of either.
    merged: Option<Merged>,
}

/// How it went.
type Written = Result<Outcome, Failure>;

/// No file is being written.
pub(super) fn nothing_written() -> WritingTask {
    Task::waiting("save file")
}

/// A file that is being written.
pub(super) struct Writing {
    blueprint: Arc<Blueprint>,
    path: PathBuf,
    document: DocumentId,
    since: Instant,
    /// What was written into the file by hand and is written again.
    notes: Arc<Comments>,
}

impl Writing {
    /// Whether it lets wait for itself.
    pub fn is_slow(&self) -> bool {
        self.since.elapsed() >= SLOW
    }

    /// The document as it was written.
    fn document(self) -> Document {
        let home = Home { path: Some(self.path), ..Home::default() };
        let saved = Arc::new(Blueprint::empty("", ""));
        Document { blueprint: self.blueprint, saved, home, left_out: None, read: None }
    }
}

impl App {
    /// Whether just what is open now is being saved.
    pub(super) fn is_being_saved(&self) -> bool {
        let now = self.editor.settled_blueprint();
        self.files.writing.key().is_some_and(|writing| Arc::ptr_eq(&writing.blueprint, now))
    }

    /// Saves under the file's name, or asks for one.
    pub(in crate::ui) fn save(&mut self, ctx: &egui::Context, then: Option<Intent>) {
        self.editor.commit();
        self.fresh.finish();
        if self.files.is_writing() {
            if !self.is_being_saved() && self.files.next.is_none() {
                self.files.next = Some(Next::Same);
            }
            self.after_saving(then);
            return;
        }
        let caution = self.files.home.caution(self.editor.settled_blueprint());
        match (self.files.home.path.clone(), caution) {
            (None, _) => self.choose(ctx, Purpose::Save(then)),
            (Some(_), Some(caution)) => self.ask(AskCaution(caution, then)),
            (Some(path), None) => {
                let known = self.files.home.known;
                let replace = known.map_or(Replace::Nothing, |known| Replace::Only(known.content));
                self.start_writing(ctx, path, then, replace);
            }
        }
    }

    /// Asks for a place and saves there.
    pub(in crate::ui) fn save_as(&mut self, ctx: &egui::Context) {
        self.editor.commit();
        self.choose(ctx, Purpose::Save(None));
    }

    /// Saves in a place that was chosen.
    pub(super) fn save_at(&mut self, ctx: &egui::Context, to: Target, then: Option<Intent>) {
        self.editor.commit();
        if self.files.is_writing() {
            self.files.next = Some(Next::At(to));
            self.after_saving(then);
            return;
        }
        let Target { path, asked } = to;
        let whole = path.extension().is_some();
        let path = if whole { path } else { path.with_extension("ron") };
        let replace = match self.files.home.known {
            Some(known) if self.files.path() == Some(&path) => Replace::Only(known.content),
            _ if asked && whole => Replace::Anything,
            _ => Replace::Nothing,
        };
        self.start_writing(ctx, path, then, replace);
    }

    /// Remembers what is wanted once the document is saved.
    fn after_saving(&mut self, then: Option<Intent>) {
        if let Some(intent) = then {
            let waiting = Waiting { intent, given_up: GivenUp::default() };
            self.files.then = Some(later(self.files.then.take(), waiting));
        }
    }

    /// Tries once more to save where it failed.
    pub(in crate::ui) fn save_again(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        then: Option<Intent>,
    ) {
        self.save_at(ctx, Target { path, asked: false }, then);
    }

    /// Saves over a file though these comments are lost by it, as the user wants.
    pub(in crate::ui) fn save_without(
        &mut self,
        ctx: &egui::Context,
        comments: &[String],
        then: Option<Intent>,
    ) {
        self.files.home.given_up.extend_from_slice(comments);
        self.save(ctx, then);
    }

    /// Writes the document to a path unless that replaces more than it may.
    pub(in crate::ui) fn start_writing(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        then: Option<Intent>,
        replace: Replace,
    ) {
        if self.files.is_writing() {
            self.save_at(ctx, Target { path, asked: replace == Replace::Anything }, then);
            return;
        }
        if let Some(at) =
            self.files.left.iter().position(|left| left.key().is_some_and(|left| left.path == path))
        {
            // Of two that write one file at a time nobody knows which is the last.
            self.files.writing = self.files.left.remove(at);
            self.save_at(ctx, Target { path, asked: replace == Replace::Anything }, then);
            return;
        }
        if self.editor.settled_blueprint().lineage().is_empty() {
            let lineage = self.files.home.lineage.get_or_insert_with(storage::fresh_lineage);
            self.editor.set_lineage(lineage);
        }
        let blueprint = Arc::clone(self.editor.settled_blueprint());
        let (to, snapshot) = (path.clone(), Arc::clone(&blueprint));
        let disk = Arc::clone(&self.files.disk);
        let notes = self.files.home.comments.not_said_in(blueprint.discussion());
        let comments = Arc::new(notes);
        let base = Arc::clone(self.editor.saved_blueprint());
        let (document, since) = (self.files.document, Instant::now());
        let notes = Arc::clone(&comments);
        let writing = Writing { blueprint, path, document, since, notes };
        self.files.writing.start(writing, ctx, move |_| {
            let saved = disk.save(&to, &snapshot, &comments, replace);
            let merged = match saved {
                Err(NotSaved::Conflict(Conflict::Changed)) => merged(&*disk, &to, &base, &snapshot),
                _ => None,
            };
            Outcome { saved, merged }
        });
        self.files.written += 1;
        self.after_saving(then);
    }

    /// Fetches what has been written.
    pub(super) fn fetch_writing(&mut self, ctx: &egui::Context) {
        self.fetch_left(ctx);
        let Some((writing, written)) = self.files.writing.poll() else {
            let since = self.files.writing.key().map(|writing| writing.since.elapsed());
            if let Some(rest) = since.and_then(|since| SLOW.checked_sub(since)) {
                ctx.request_repaint_after(rest);
            }
            return;
        };
        let next = self.files.next.take();
        if writing.document != self.files.document {
            // The file of another document, which this one waited for as it has the same place.
            self.left_written(ctx, writing, written);
            self.save_next(ctx, next);
            return;
        }
        self.files.written += 1;
        self.note_written(&writing.path, &written);
        let Ok(Outcome { saved: Ok(known), .. }) = written else {
            // Whatever waited for it is asked about with the failure.
            let then = self.files.then.take().map(|waiting| waiting.intent);
            self.not_saved(writing, written, then);
            return;
        };
        self.editor.mark_saved(writing.blueprint);
        self.remember(&writing.path);
        let path = writing.path.clone();
        self.files.home.path = Some(writing.path);
        self.files.home.unknown = false;
        self.files.home.comments = writing.notes;
        self.files.home.known = Some(known);
        self.files.watch = Watch::default();
        self.say_saved(ctx, &path);
        self.save_next(ctx, next);
    }

    fn note_written(&self, path: &Path, written: &Written) {
        self.note(match written {
            Ok(outcome) => {
                let outcome = outcome.saved.as_ref().map(|known| known.content.bytes());
                report::written("write-blueprint", path, outcome)
            }
            Err(failure) => report::broken_off("write-blueprint", path, failure),
        });
    }

    /// Saves what was to be saved next, else does what waited.
    fn save_next(&mut self, ctx: &egui::Context, next: Option<Next>) {
        match next {
            Some(Next::Same) if self.editor.is_modified() => self.save(ctx, None),
            Some(Next::At(to)) => self.save_at(ctx, to, None),
            _ => {}
        }
        if !self.files.is_writing() {
            self.resume(ctx);
        }
    }

    fn not_saved(&mut self, writing: Writing, written: Written, then: Option<Intent>) {
        match written {
            Ok(Outcome { saved: Err(NotSaved::Conflict(conflict)), merged }) => {
                self.ask(AskConflict { conflict, path: writing.path, merged, then });
            }
            Ok(Outcome { saved: Err(NotSaved::Failed(error)), .. }) => {
                if then.is_none() && self.asks_other_place(&error) {
                    return;
                }
                self.ask(SaveFailed(error, then));
            }
            Ok(Outcome { saved: Ok(_), .. }) => {}
            Err(failure) => {
                let problem = FileProblem::Other(waking::why(&self.words, &failure));
                let error = SaveError { path: writing.path, problem };
                self.ask(SaveFailed(error, then));
            }
        }
    }

    /// Waits no longer for the file that is being written, and does what waited for it. If that
    /// fails after all, the document is offered again.
    pub(in crate::ui) fn leave_writing(&mut self, ctx: &egui::Context) {
        if !self.files.is_writing() {
            return;
        }
        let writing = std::mem::replace(&mut self.files.writing, nothing_written());
        let wanted = self.files.then.take();
        self.files.next = None;
        self.files.left.push(writing);
        if let Some(Waiting { intent, .. }) = wanted {
            let given_up = self.give_up();
            self.pursue_without(ctx, intent, given_up);
        }
    }

    /// Fetches the files that nobody waits for.
    fn fetch_left(&mut self, ctx: &egui::Context) {
        for mut task in std::mem::take(&mut self.files.left) {
            match task.poll() {
                None => self.files.left.push(task),
                Some((writing, written)) => self.left_written(ctx, writing, written),
            }
        }
    }

    fn left_written(&mut self, ctx: &egui::Context, writing: Writing, written: Written) {
        self.files.written += 1;
        let name = writing.path.display().to_string();
        self.note_written(&writing.path, &written);
        if let Ok(Outcome { saved: Ok(known), .. }) = written {
            self.remember(&writing.path);
            if writing.document == self.files.document {
                self.editor.mark_saved(writing.blueprint);
                self.files.home.path = Some(writing.path);
                self.files.home.known = Some(known);
            }
            self.notice.say(self.words.with("saved-as", &[("name", name.into())]), ctx.time());
        } else if writing.document == self.files.document {
            self.not_saved(writing, written, None);
        } else {
            self.ask(LeftUnsaved { name, document: Box::new(writing.document()) });
        }
    }
}
