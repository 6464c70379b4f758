//! Somebody else changes the file: it is noticed when the window is looked at again, and every few seconds while a
//! lesson is given. Nothing is taken over or overwritten without a word.

use std::sync::Arc;

use egui::{Context, Event};

use crate::background::{Task, Window};
use crate::storage::{FileProblem, Known, OnDisk, Opened};
use crate::ui::app::App;

use super::home::LeftOut;
use super::wanted::Reason;

/// What is known of the file on the disk besides what it held.
pub(in crate::ui) struct Watch {
    look: Task<(), Result<OnDisk, FileProblem>>,
    /// What was found at the last look, if it is not what is known.
    pub news: Option<OnDisk>,
    /// What nobody wants to hear again.
    dismissed: Option<OnDisk>,
    /// When it was looked at last in a lesson.
    looked_at: f64,
}

/// How often the file is looked at while a lesson is given, in seconds: nobody turns to another window then.
const EVERY: f64 = 5.0;

impl Default for Watch {
    fn default() -> Self {
        Self { look: Task::waiting("look at file"), news: None, dismissed: None, looked_at: 0.0 }
    }
}

impl Watch {
    /// Whether a look is under way.
    pub fn is_busy(&self) -> bool {
        self.look.is_busy()
    }

    /// Says no more of it until something else happens.
    pub fn dismiss(&mut self) {
        self.dismissed = self.news.take();
    }

    fn found(&mut self, on_disk: OnDisk) {
        if on_disk == OnDisk::Same {
            self.dismissed = None;
        }
        let news = on_disk != OnDisk::Same && self.dismissed != Some(on_disk);
        self.news = news.then_some(on_disk);
    }
}

impl App {
    /// Looks at the file when the window is looked at again.
    pub(in crate::ui) fn watch_focus(&mut self, ctx: &Context) {
        let focused = ctx.input(|input| input.events.contains(&Event::WindowFocused(true)));
        let is_due = self.modes.presenting.is_some() && {
            let rest = self.files.watch.looked_at + EVERY - ctx.time();
            ctx.wake_after(rest.max(0.1));
            rest <= 0.0
        };
        if focused || is_due {
            self.files.watch.looked_at = ctx.time();
            self.look_at_file(ctx);
        }
        if let Some(presenting) = self.modes.presenting.as_deref_mut() {
            presenting.file_on_disk = self.files.watch.news;
        }
    }

    /// Looks at the file, unless something is done with it.
    pub(in crate::ui) fn look_at_file(&mut self, ctx: &Context) {
        let busy = self.files.is_busy();
        let (Some(path), Some(known)) = (self.files.path(), self.files.home.known) else { return };
        if busy {
            return;
        }
        let path = path.to_owned();
        let disk = Arc::clone(&self.files.disk);
        self.files.watch.look.start((), ctx, move |_| disk.look(&path, &known));
    }

    /// Fetches what a look at the file showed.
    pub(super) fn fetch_look(&mut self) {
        match self.files.watch.look.poll() {
            // What is being written is no news.
            Some(((), Ok(Ok(_)))) if self.files.is_writing() => {}
            Some(((), Ok(Ok(on_disk)))) => self.files.watch.found(on_disk),
            // A drive that is not there now may be back when it is saved.
            Some(((), Ok(Err(problem)))) => log::warn!("the file cannot be looked at: {problem}"),
            // Saving looks again.
            Some(((), Err(_))) | None => {}
        }
    }

    /// Reads the file again, in the place of the version that is open.
    pub(in crate::ui) fn reload(&mut self, ctx: &Context) {
        self.editor.commit();
        if self.files.is_writing() {
            self.notice.say(self.words.text("still-saving").to_owned(), ctx.time());
        } else if let Some(path) = self.files.path().map(ToOwned::to_owned) {
            self.read(ctx, path, Reason::Again);
        }
    }

    /// Shows the blueprint as it was opened or saved last, as one step that can be undone.
    pub(in crate::ui) fn revert(&mut self, ctx: &Context) {
        let saved = Box::new(crate::blueprint::Blueprint::clone(self.editor.saved_blueprint()));
        self.edit(ctx, crate::editor::DocumentEdit::Reload(saved));
        self.notice.say(self.words.text("reverted").to_owned(), ctx.time());
    }

    /// Shows the unsaved version again that the one on disk took the place of.
    pub(in crate::ui) fn uncover(&mut self, ctx: &Context) {
        let Some(version) = self.editor.covered().map(Arc::clone) else { return };
        if let Err(refusal) = self.editor.uncover(&version) {
            let why = self.words.refusal(refusal).to_owned();
            self.notice.say(why, ctx.time());
        }
    }

    /// Shows what was read again. Undo brings back what was there, which stays unsaved work.
    pub(super) fn reloaded(&mut self, ctx: &Context, opened: Opened, known: Known) {
        self.editor.commit();
        let mine = self.unsaved();
        let had_changes = self.editor.is_modified();
        let left_out = LeftOut::of(&opened);
        self.drop_redesign();
        self.staffing.close();
        let mut theirs = opened.blueprint;
        if theirs.lineage().is_empty() {
            theirs.set_lineage(self.editor.blueprint().lineage());
        }
        if let Err(refusal) = self.editor.reload(theirs) {
            let why = self.words.refusal(refusal).to_owned();
            self.notice.say(why, ctx.time());
            return;
        }
        self.files.covered = mine;
        self.files.home.known = Some(known);
        self.files.home.unknown = left_out.is_some();
        self.files.home.comments = Arc::new(opened.comments);
        self.files.home.given_up.clear();
        self.files.watch = Watch::default();
        if let Some(left_out) = left_out {
            self.say_left_out(&left_out);
        }
        let said = if had_changes { "reloaded-theirs" } else { "reloaded" };
        self.notice.say(self.words.text(said).to_owned(), ctx.time());
    }
}
