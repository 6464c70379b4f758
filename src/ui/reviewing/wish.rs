//! What can be asked of a review.

use std::path::PathBuf;
use std::sync::Arc;

use crate::blueprint::{Anchor, ClosingWay, Comment, ReviewVerdict, StepId, Suggested, Timestamp};

/// What is seen of a blueprint that is reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(in crate::ui) enum ReviewPage {
    /// All that counts on one page.
    #[default]
    Verdict,
    /// The sheet.
    Sheet,
    /// What changed against an earlier version.
    Changes,
}

impl ReviewPage {
    /// All, from left to right.
    pub const ALL: [Self; 3] = [Self::Verdict, Self::Sheet, Self::Changes];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Verdict => "review-page-verdict",
            Self::Sheet => "review-page-sheet",
            Self::Changes => "review-page-changes",
        }
    }
}

/// Which comment is meant: comments have no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Which(Arc<(Anchor, Timestamp, String, String)>);

impl Which {
    /// That one.
    pub fn of(comment: &Comment) -> Self {
        let Comment { on, at, by, text, .. } = comment;
        Self(Arc::new((on.clone(), at.clone(), by.clone(), text.clone())))
    }

    /// What it is on, when it was said, by whom, and what it says.
    pub fn parts(&self) -> (&Anchor, &Timestamp, &str, &str) {
        let (on, at, by, text) = &*self.0;
        (on, at, by, text)
    }

    /// Whether it is that one.
    pub fn is(&self, comment: &Comment) -> bool {
        let (on, at, by, text) = &*self.0;
        *on == comment.on && *at == comment.at && *by == comment.by && *text == comment.text
    }
}

/// What a blueprint is held against.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(in crate::ui) enum Against {
    /// The version that was reviewed last, if a copy of it lies beside the file.
    #[default]
    LastReview,
    /// The baseline of the same file.
    Baseline,
    /// Another file.
    File(PathBuf),
    /// What the file holds on the disk, which may be what somebody else saved there.
    OnDisk,
    /// What a recovery copy of the file holds, the newest of them.
    Recovery,
    /// A file that is chosen first.
    ChooseFile,
}

/// What is asked of a review.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum ReviewWish {
    /// Begin to review.
    Begin,
    /// Edit instead.
    Leave,
    /// See the verdict, the sheet or the changes.
    See(ReviewPage),
    /// Go to the place of a row of the page.
    Row(usize),
    /// Go to a step on the sheet.
    Step(StepId),
    /// Put away the picture below the sheet.
    CloseBelow,
    /// Comment on the place of a row of the page, with a text to begin with.
    CommentOnRow(usize, String),
    /// Show what was said of something.
    Show(Anchor),
    /// Comment on something.
    Comment(Anchor),
    /// Suggest something for what a comment is on.
    Suggest(Anchor),
    /// Answer a comment.
    Reply(Which),
    /// The text is finished: send it.
    Send,
    /// Leave the text as a draft.
    LeaveDraft,
    /// Write on at a draft.
    Revise(usize),
    /// Send a draft alone.
    SendDraft(usize),
    /// Throw a draft away.
    Discard(usize),
    /// Close a comment.
    Close(Which, ClosingWay),
    /// Show what a comment is on.
    Go(Which),
    /// Show what a suggestion would bring, or no longer.
    Try(Which),
    /// Do what is suggested; in a review that is asked first.
    Accept(Which),
    /// Do what is suggested at once.
    AcceptNow(Which),
    /// Try what stands in the levers.
    Pull(Suggested),
    /// Put back what is tried.
    PutBack,
    /// Suggest what stands in the levers.
    SuggestPulled,
    /// Go to the next change, or the one before.
    WalkChanges {
        /// Whether the one before is meant.
        back: bool,
    },
    /// Go to a change.
    Change(usize),
    /// Comment on the change that is meant.
    CommentOnChange,
    /// The change that is meant was looked at, or was not.
    Viewed,
    /// Hold it against another version.
    Against(Against),
    /// Hand the review in.
    HandIn(ReviewVerdict),
    /// Put the page on the clipboard.
    CopySummary,
    /// Save a copy with the reviewer's name.
    SaveCopy,
    /// Save the page as a document.
    SaveVerdict,
    /// Ask others for a review.
    Ask(String),
    /// Say who one is.
    Name(String),
    /// Make comments of what was written into the file by hand.
    TakeNotes,
    /// Remove all that was said.
    RemoveAll,
}

impl ReviewWish {
    /// What it is called where nobody reads it in a language.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::Leave => "leave",
            Self::See(..) => "see",
            Self::Row(..) => "row",
            Self::Step(_) => "step",
            Self::CloseBelow => "close-below",
            Self::CommentOnRow(..) => "comment-on-row",
            Self::Show(..) => "show",
            Self::Comment(..) => "comment",
            Self::Suggest(..) => "suggest",
            Self::Reply(..) => "reply",
            Self::Send => "send",
            Self::LeaveDraft => "leave-draft",
            Self::Revise(..) => "revise",
            Self::SendDraft(..) => "send-draft",
            Self::Discard(..) => "discard",
            Self::Close(..) => "close",
            Self::Go(..) => "go",
            Self::Try(..) => "try",
            Self::Accept(..) => "accept",
            Self::AcceptNow(..) => "accept-now",
            Self::Pull(..) => "pull",
            Self::PutBack => "put-back",
            Self::SuggestPulled => "suggest-pulled",
            Self::WalkChanges { .. } => "walk-changes",
            Self::Change(_) => "change",
            Self::CommentOnChange => "comment-on-change",
            Self::Viewed => "viewed",
            Self::Against(_) => "against",
            Self::HandIn(..) => "hand-in",
            Self::CopySummary => "copy-summary",
            Self::SaveCopy => "save-copy",
            Self::SaveVerdict => "save-verdict",
            Self::Ask(..) => "ask",
            Self::Name(..) => "name",
            Self::TakeNotes => "take-notes",
            Self::RemoveAll => "remove-all",
        }
    }
}
