//! Two people said something about one file: what both said is kept.
//!
//! Comments have no order of coming and never contradict one another, so they can be merged without
//! asking. The service itself cannot: only where one of the two left it as it was, the other's is taken.

use std::path::Path;
use std::sync::Arc;

use crate::blueprint::{Blueprint, Discussion};
use crate::editor::{DocumentEdit, Talk};
use crate::storage::{Comments, Known};
use crate::ui::app::App;

use super::disk::Disk;
use super::wanted::Intent;
use super::watch::Watch;

/// A version with what both said, and what lies on the disk.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Merged {
    edit: DocumentEdit,
    known: Known,
    comments: Arc<Comments>,
}

/// Merges what is said in the file with what is said here; `None` where that would lose something:
/// the service was changed both there and here since the `base`, or the file is not whole.
pub(super) fn merged(
    disk: &dyn Disk,
    path: &Path,
    base: &Blueprint,
    mine: &Blueprint,
) -> Option<Merged> {
    let (theirs, known) = disk.open(path).ok()?;
    if !theirs.is_complete() {
        return None;
    }
    let comments = Arc::new(theirs.comments);
    let theirs = theirs.blueprint;
    let discussion = mine.discussion().merged(theirs.discussion());
    let [old, here, there] = [base, mine, &theirs].map(without_talk);
    let edit = if there == old || there == here {
        DocumentEdit::Discuss(Talk::Merge, Box::new(discussion))
    } else if here == old {
        let mut taken = theirs;
        taken.set_discussion(discussion);
        if taken.lineage().is_empty() {
            taken.set_lineage(mine.lineage());
        }
        DocumentEdit::Reload(Box::new(taken))
    } else {
        return None;
    };
    Some(Merged { edit, known, comments })
}

/// The service and its lesson, without what is said of them and where they are from.
fn without_talk(blueprint: &Blueprint) -> Blueprint {
    let mut model = blueprint.clone();
    model.set_discussion(Discussion::default());
    model.set_lineage("");
    model
}

impl App {
    /// Takes in what somebody else said in the file, which undo takes back, and saves.
    pub(in crate::ui) fn merge_and_save(
        &mut self,
        ctx: &egui::Context,
        merged: Merged,
        then: Option<Intent>,
    ) {
        if let Err(refusal) = self.editor.apply(merged.edit) {
            let why = self.words.refusal(refusal).to_owned();
            self.notice.say(why, ctx.time());
            return;
        }
        self.files.home.known = Some(merged.known);
        self.files.home.comments = merged.comments;
        self.files.watch = Watch::default();
        self.save(ctx, then);
    }
}
