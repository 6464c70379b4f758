//! What was written into the file by hand, taken up as comments.

use std::sync::Arc;

use chrono::TimeDelta;
use egui::Context;

use crate::blueprint::{Comment, LONGEST_COMMENT, Suggested, Timestamp};
use crate::editor::Talk;
use crate::ui::app::App;
use crate::ui::files::Intent;

use super::wish::ReviewWish;

impl App {
    /// How many notes there are in the file that are no comments yet.
    pub(in crate::ui) fn notes_left(&self) -> usize {
        let notes = self.files.notes();
        if notes.is_empty() {
            return 0;
        }
        notes.not_said_in(self.editor.settled_blueprint().discussion()).as_said().len()
    }

    /// Keeps as comments what would be lost with what it stands at, and saves; where it is not known who says
    /// it, that is asked first, and nothing is saved yet.
    pub(in crate::ui) fn keep_notes_as_comments(&mut self, ctx: &Context, then: Option<Intent>) {
        self.take_notes(ctx);
        if self.reviewer().is_some() {
            self.save(ctx, then);
        }
    }

    /// Makes a comment of each note in the file that is none yet, as one step to undo. Notes have no time: the
    /// last was said now, each one before it a second earlier, so that they keep their order.
    pub(super) fn take_notes(&mut self, ctx: &Context) {
        let Some(by) = self.reviewer_or_ask(ReviewWish::TakeNotes) else { return };
        let notes = Arc::clone(self.files.notes());
        let found = notes.not_said_in(self.editor.settled_blueprint().discussion()).as_said();
        if found.is_empty() {
            self.notice.say(self.words.text("obstacle-no-notes").to_owned(), ctx.time());
            return;
        }
        let now = chrono::Local::now().fixed_offset();
        let mut earlier = i64::try_from(found.len()).unwrap_or(i64::MAX);
        // What is longer than a comment may be stays a note.
        let taken: Vec<Comment> = found
            .into_iter()
            .filter(|(_, text)| text.chars().count() <= LONGEST_COMMENT)
            .map(|(on, text)| {
                earlier -= 1;
                let at = TimeDelta::try_seconds(earlier).and_then(|by| now.checked_sub_signed(by));
                Comment {
                    on,
                    at: Timestamp::of(at.unwrap_or(now)),
                    by: by.clone(),
                    kind: String::new(),
                    text,
                    saw: String::new(),
                    suggests: Suggested::default(),
                    replies: Vec::new(),
                    closed: None,
                    earlier: Vec::new(),
                }
            })
            .collect();
        self.discuss(ctx, Talk::Comment, |said| said.comments.extend(taken));
    }
}
