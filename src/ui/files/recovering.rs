//! Work that would be lost if the program ended, and work that was left unsaved by other runs.

use std::sync::Arc;

use egui::Context;

use crate::blueprint::Blueprint;
use crate::storage::Known;
use crate::storage::recovery::{Content, DiskNow, Found};
use crate::ui::app::App;
use crate::ui::dialogs::OfferCopies;
use crate::ui::presenting::Presenting;
use crate::ui::recovery::{Trouble, Unsaved};
use crate::ui::reviewing::take_unsent;
use crate::ui::waking;

use super::home::{Document, Home, LeftOut};

impl App {
    /// What would be lost if the program ended now.
    pub(in crate::ui) fn unsaved(&self) -> Option<Unsaved> {
        let presenting = self.modes.presenting.as_deref();
        let (number, home) = presenting.and_then(Presenting::home).unwrap_or((0, &self.files.home));
        let unsaved = |version: &Arc<Blueprint>| Unsaved {
            blueprint: Arc::clone(version),
            comments: Arc::clone(&home.comments),
            file: home.path.clone(),
            number,
            base: home.known.map(|known| known.content),
            from_lesson: presenting.is_some_and(|lesson| !lesson.session.tries().is_empty()),
        };
        let editor = match &self.modes.presenting {
            Some(presenting) => presenting.to_recover(&self.editor),
            None => &self.editor,
        };
        if editor.is_modified() {
            return Some(unsaved(editor.settled_blueprint()));
        }
        // What the version on disk took the place of is the same work as before.
        let covered = editor.covered()?;
        let before = self.files.covered.as_ref();
        let before = before.filter(|before| Arc::ptr_eq(&before.blueprint, covered));
        Some(before.map_or_else(|| unsaved(covered), Unsaved::clone))
    }

    /// What else would be lost while the lessons of a playlist are given: what was proposed in those that lie aside,
    /// and what was changed in the window before.
    fn unsaved_beside(&self) -> Vec<Unsaved> {
        let Some(presenting) = self.modes.presenting.as_deref() else { return Vec::new() };
        let of =
            |(number, home): (usize, &Home), blueprint: &Arc<Blueprint>, from_lesson| Unsaved {
                blueprint: Arc::clone(blueprint),
                comments: Arc::clone(&home.comments),
                file: home.path.clone(),
                number,
                base: home.known.map(|known| known.content),
                from_lesson,
            };
        let given = presenting.left_with_tries().map(|(home, sandbox)| of(home, sandbox, true));
        let file = presenting.file();
        let own = (presenting.is_of_playlist() && file.is_modified())
            .then(|| of((0, &self.files.home), file.settled_blueprint(), false));
        given.chain(own).collect()
    }

    /// What a recovery copy is to hold: unsaved work, with what was written and not sent, marked as such.
    pub(in crate::ui) fn recoverable(&mut self) -> Option<Unsaved> {
        let unsaved = self.unsaved();
        let blueprint = match &unsaved {
            Some(unsaved) => Arc::clone(&unsaved.blueprint),
            None => Arc::clone(self.editor.settled_blueprint()),
        };
        let Some(blueprint) = self.views.review.with_drafts(&blueprint) else { return unsaved };
        Some(Unsaved {
            blueprint,
            comments: Arc::clone(&self.files.home.comments),
            file: self.files.home.path.clone(),
            number: 0,
            base: self.files.home.known.map(|known| known.content),
            from_lesson: unsaved.is_some_and(|unsaved| unsaved.from_lesson),
        })
    }

    /// Keeps recovery copies, and offers those that were found once nothing else is asked.
    pub(in crate::ui) fn update_recovery(&mut self, ctx: &Context) {
        let unsaved = self.recoverable();
        let others = self.unsaved_beside();
        self.recovery.update(ctx, unsaved, others);
        if let Some(trouble) = self.recovery.take_trouble() {
            let why = match &trouble {
                Trouble::NotWritten(error) => self.words.save_error(error),
                Trouble::Failed(failure) => waking::why(&self.words, failure),
            };
            let said = self.words.with("recovery-trouble", &[("why", why.into())]);
            self.notice.say(said, ctx.time());
        }
        if !self.dialogs.is_open() && !self.is_advised() {
            let found = self.recovery.take_found();
            if !found.is_empty() {
                self.ask(OfferCopies::of(found));
            }
        }
    }

    /// Looks for work that other runs left unsaved.
    pub(in crate::ui) fn look_for_copies(&mut self, ctx: &Context) {
        let recent = self.files.recent().to_vec();
        self.recovery.search(ctx, recent);
    }

    /// Opens recovered work as unsaved; its file stays as it is.
    pub(super) fn show_copy(&mut self, found: Found) {
        let Ok(content) = found.content else { return };
        let Content { blueprint, comments, base, disk, .. } = *content;
        let empty = || Arc::new(Blueprint::empty("", self.words.text("scenario-first")));
        let base = base.map(Known::from);
        let (saved, known, left_out) = match disk {
            DiskNow::There { opened, known, changed, .. } => {
                // What was changed since is asked about before it is replaced.
                let known = if changed { base } else { Some(known) };
                let left_out = LeftOut::of(&opened);
                (Arc::new(opened.blueprint), known, left_out)
            }
            DiskNow::NoFile => (empty(), None, None),
            DiskNow::Gone | DiskNow::Unreadable(_) => (empty(), base, None),
        };
        let home = Home {
            path: found.file,
            known,
            unknown: left_out.is_some(),
            comments: Arc::new(comments),
            given_up: Vec::new(),
            lineage: None,
        };
        let mut blueprint = blueprint;
        let unsent = take_unsent(&mut blueprint);
        let blueprint = Arc::new(blueprint);
        self.show_document(Document { blueprint, saved, home, left_out, read: None });
        self.put_back_unsent(unsent);
        self.recovery.recovered_from(found.place);
    }
}
