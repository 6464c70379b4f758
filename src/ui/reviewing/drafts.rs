//! What was written and not sent: how much there is of it, and how a recovery copy keeps it.
//!
//! In a recovery copy, and only there, a draft is a comment that is closed in a way that no file knows; an answer that
//! was begun is one that holds what it answers as its own answer. So a copy stays a file like any other, and nothing of
//! it is taken for sent.

use std::sync::Arc;

use crate::background::Snapshot;
use crate::blueprint::{Anchor, Blueprint, Closing, Comment, CommentKind, Discussion, Reply};
use crate::ui::app::App;
use crate::ui::view_context::SideTab;

use super::desk::{About, Desk, Writing};
use super::wish::Which;

/// The ways in which nothing but a draft is closed.
const DRAFT: &str = "draft";
const DRAFT_REPLY: &str = "draft_reply";
const DRAFT_REVIEW: &str = "draft_review";

/// What was written and not sent.
#[derive(Debug, Default)]
pub(in crate::ui) struct Unsent {
    drafts: Vec<Comment>,
    replies: Vec<(Which, String)>,
    review_text: String,
}

fn unsent(way: &str, comment: Comment) -> Comment {
    let closed = Closing { at: comment.at.clone(), by: comment.by.clone(), way: way.to_owned() };
    Comment { closed: Some(closed), ..comment }
}

/// A comment that is being written, as a draft.
fn begun(writing: &Writing) -> Comment {
    let mut comment =
        Comment::new(writing.on.clone(), "", writing.since.clone(), writing.text.trim());
    if writing.kind != CommentKind::Remark {
        writing.kind.name().clone_into(&mut comment.kind);
    }
    comment.saw.clone_from(&writing.saw);
    comment.suggests = writing.suggested();
    comment
}

/// What holds an answer that was begun, and what it answers.
fn answer(which: &Which, text: &str) -> Comment {
    let (on, at, by, said) = which.parts();
    let answered = Reply { at: at.clone(), by: by.to_owned(), text: said.to_owned() };
    let answer = Comment::new(on.clone(), "", at.clone(), text);
    unsent(DRAFT_REPLY, Comment { replies: vec![answered], ..answer })
}

impl Desk {
    /// All that was written and not sent, as comments of a recovery copy.
    fn unsent(&self) -> Vec<Comment> {
        let mut all: Vec<Comment> =
            self.drafts.iter().cloned().map(|draft| unsent(DRAFT, draft)).collect();
        all.extend(self.replies.iter().map(|(which, text)| answer(which, text)));
        if let Some(writing) = self.writing.as_ref().filter(|it| !it.text.trim().is_empty()) {
            all.push(match &writing.about {
                About::Comment => unsent(DRAFT, begun(writing)),
                About::Reply(which) => answer(which, writing.text.trim()),
            });
        }
        if !self.review_text.trim().is_empty()
            && let Some(at) = all.first().map(|first| first.at.clone())
        {
            let text = self.review_text.trim();
            all.push(unsent(DRAFT_REVIEW, Comment::new(Anchor::default(), "", at, text)));
        }
        all
    }

    /// A blueprint with what was not sent among its comments; `None` where there is nothing.
    pub fn with_drafts(&mut self, blueprint: &Arc<Blueprint>) -> Option<Arc<Blueprint>> {
        let unsent = self.unsent();
        if unsent.is_empty() {
            return None;
        }
        let made = self.with_drafts.get((Snapshot::of(blueprint), unsent.clone()), || {
            let mut with = Blueprint::clone(blueprint);
            let mut said = Discussion::clone(blueprint.discussion());
            said.comments.extend(unsent);
            with.set_discussion(said);
            Arc::new(with)
        });
        Some(Arc::clone(made))
    }
}

/// Takes what was not sent out of a blueprint that a recovery copy held.
pub(in crate::ui) fn take_unsent(blueprint: &mut Blueprint) -> Unsent {
    let is_unsent = |comment: &Comment| {
        let way = comment.closed.as_ref().map(|closed| closed.way.as_str());
        matches!(way, Some(DRAFT | DRAFT_REPLY | DRAFT_REVIEW))
    };
    let mut found = Unsent::default();
    if !blueprint.discussion().comments.iter().any(is_unsent) {
        return found;
    }
    let mut said = Discussion::clone(blueprint.discussion());
    let all = std::mem::take(&mut said.comments);
    let (taken, kept): (Vec<Comment>, Vec<Comment>) = all.into_iter().partition(is_unsent);
    said.comments = kept;
    for mut comment in taken {
        let way = comment.closed.take().map(|closed| closed.way).unwrap_or_default();
        match (way.as_str(), comment.replies.pop()) {
            (DRAFT_REPLY, Some(Reply { at, by, text })) => {
                let answered = Comment::new(comment.on, by, at, text);
                found.replies.push((Which::of(&answered), comment.text));
            }
            (DRAFT_REVIEW, _) => found.review_text = comment.text,
            (_, _) => found.drafts.push(comment),
        }
    }
    blueprint.set_discussion(said);
    found
}

impl App {
    /// How much would be lost with the document: drafts, answers that were begun, and what is being written.
    pub(in crate::ui) fn draft_count(&self) -> usize {
        let desk = &self.views.review;
        let writes = desk.writing.as_ref().is_some_and(|writing| !writing.text.trim().is_empty());
        desk.drafts.len() + desk.replies.len() + usize::from(writes)
    }

    /// Puts what a recovery copy held back on the desk.
    pub(in crate::ui) fn put_back_unsent(&mut self, unsent: Unsent) {
        let desk = &mut self.views.review;
        desk.drafts = Arc::new(unsent.drafts);
        desk.replies = unsent.replies;
        desk.review_text = unsent.review_text;
        if desk.is_used() && self.modes.reviewing.is_none() {
            self.settings.side = true;
            self.tab.open(SideTab::Comments);
        }
    }

    /// Gives up what was not sent.
    pub(in crate::ui) fn drop_drafts(&mut self) {
        let desk = &mut self.views.review;
        desk.writing = None;
        desk.drafts = Arc::default();
        desk.replies.clear();
    }
}
