//! Somebody else changes the file: it is noticed when the window is looked at again, and nothing is
//! taken over or overwritten without a word. Work that a program left unsaved is offered here too.

use std::sync::Arc;

use egui::{Context, Event};

use crate::background::{Job, Progress};
use crate::blueprint::Blueprint;
use crate::editor::Edit;
use crate::storage::recovery::{Content, DiskNow, Found};
use crate::storage::{self, FileProblem, Known, OnDisk, Opened};

use super::app::App;
use super::dialogs::Dialog;
use super::recovery::Unsaved;

/// What is known of the file on the disk besides what it held.
#[derive(Default)]
pub(super) struct Watch {
    look: Option<Job<Result<OnDisk, FileProblem>>>,
    /// What was found at the last look, if it is not what is known.
    pub news: Option<OnDisk>,
    /// What nobody wants to hear again.
    dismissed: Option<OnDisk>,
}

impl Watch {
    /// Whether a look is under way.
    pub fn is_busy(&self) -> bool {
        self.look.is_some()
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
    pub(super) fn watch_focus(&mut self, ctx: &Context) {
        let focused = ctx.input(|input| input.events.contains(&Event::WindowFocused(true)));
        let busy = self.files.is_busy();
        let (Some(path), Some(known)) = (self.files.path(), self.files.known) else { return };
        if !focused || busy {
            return;
        }
        let (path, wake) = (path.to_owned(), ctx.clone());
        let look = move || storage::look(&path, &known);
        match Job::start("look at file", move || wake.request_repaint(), look) {
            Ok(job) => self.files.watch.look = Some(job),
            // Saving looks again.
            Err(error) => log::warn!("no thread to look at the file: {error}"),
        }
    }

    /// Fetches what a look at the file showed.
    pub(super) fn fetch_look(&mut self) {
        let Some(look) = self.files.watch.look.take() else { return };
        match look.poll() {
            Progress::Running => self.files.watch.look = Some(look),
            Progress::Done(Ok(on_disk)) => self.files.watch.found(on_disk),
            // A drive that is not there now may be back when it is saved.
            Progress::Done(Err(problem)) => log::warn!("the file cannot be looked at: {problem}"),
            Progress::Lost => log::warn!("the look at the file was stopped"),
        }
    }

    /// Reads the file again, in the place of the version that is open.
    pub(super) fn reload(&mut self, ctx: &Context) {
        self.editor.commit();
        if let Some(path) = self.files.path().map(ToOwned::to_owned) {
            self.read(ctx, path, true);
        }
    }

    /// Shows what was read again. Undo brings back what was there.
    pub(super) fn reloaded(&mut self, ctx: &Context, opened: Opened, known: Known) {
        let had_changes = self.editor.is_modified();
        self.mind_losses(&opened);
        self.redesign = None;
        let reload = Edit::Reload(Box::new(opened.blueprint));
        if let Err(refusal) = self.editor.apply(reload) {
            let why = self.words.refusal(refusal).to_owned();
            self.notice.say(why, ctx.time());
            return;
        }
        self.editor.mark_saved(Arc::clone(self.editor.blueprint()));
        self.files.known = Some(known);
        self.files.watch = Watch::default();
        let said = if had_changes { "reloaded-theirs" } else { "reloaded" };
        self.notice.say(self.words.text(said).to_owned(), ctx.time());
    }

    /// What would be lost if the program ended now.
    pub(super) fn unsaved(&self) -> Option<Unsaved> {
        self.editor.is_modified().then(|| Unsaved {
            blueprint: Arc::clone(self.editor.settled_blueprint()),
            file: self.files.path().map(ToOwned::to_owned),
            base: self.files.known.map(|known| known.content),
        })
    }

    /// Keeps recovery copies, and offers those that were found once nothing else is asked.
    pub(super) fn tend_recovery(&mut self, ctx: &Context) {
        let unsaved = self.unsaved();
        self.recovery.tend(ctx, unsaved);
        if let Some(trouble) = self.recovery.take_trouble() {
            let why = self.words.save_error(&trouble);
            let said = self.words.with("recovery-trouble", &[("why", why.into())]);
            self.notice.say(said, ctx.time());
        }
        if self.dialog.is_none() && self.redesign.is_none() {
            let found = self.recovery.take_found();
            if !found.is_empty() {
                self.dialog = Some(Dialog::recovery(found));
            }
        }
    }

    /// Looks for work that other runs left unsaved.
    pub(super) fn look_for_copies(&mut self, ctx: &Context) {
        let recent = self.files.recent().to_vec();
        self.recovery.search(ctx, recent);
    }

    /// Opens recovered work as unsaved; its file stays as it is.
    pub(super) fn put_copy_on_desk(&mut self, found: Found) {
        let Ok(content) = found.content else { return };
        let Content { blueprint, base, disk, .. } = *content;
        let empty = Blueprint::empty("", self.words.text("scenario-first"));
        self.put_on_desk(blueprint);
        self.files.leave_file();
        let (path, base) = (found.file, base.map(Known::from));
        let saved = match disk {
            DiskNow::There { opened, known, changed, .. } => {
                self.mind_losses(&opened);
                // What was changed since is asked about before it is replaced.
                self.files.known = if changed { base } else { Some(known) };
                opened.blueprint
            }
            DiskNow::NoFile => empty,
            DiskNow::Gone | DiskNow::Unreadable(_) => {
                self.files.known = base;
                empty
            }
        };
        self.files.path = path;
        self.editor.mark_saved(Arc::new(saved));
        self.recovery.recovered_from(found.place);
    }
}
