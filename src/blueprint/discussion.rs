//! What is said about a blueprint: comments, reviews, and that a review is asked for.
//!
//! None of it changes a figure. A comment has no number: two people with a copy each would hand out the same
//! one. It is known by who said it, when, and on what, so that two copies are merged to a union
//! ([`Discussion::merged`]). Words that a newer version may add to are kept as text.

use super::ids::{LaneId, LinkId, PhaseId, RoleId, ScenarioId, SheetId, StepId};
use super::sheet::SheetPoint;
use super::timestamp::Timestamp;

/// The longest text of a comment, in characters.
pub const LONGEST_COMMENT: usize = 10_000;

/// All that is said about a blueprint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Discussion {
    /// That somebody wants a review.
    pub asked: Option<Asked>,
    /// By what they are on, then by time.
    pub comments: Vec<Comment>,
    /// By time.
    pub reviews: Vec<Review>,
}

/// Somebody wants a review.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// When.
    pub at: Timestamp,
    /// Who, as typed.
    pub by: String,
    /// What for; may be blank.
    pub text: String,
}

/// What a comment is on. Nothing given is the whole blueprint.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// The scenario.
    pub scenario: Option<ScenarioId>,
    /// A step.
    pub step: Option<StepId>,
    /// A link.
    pub link: Option<LinkId>,
    /// A role.
    pub role: Option<RoleId>,
    /// A lane.
    pub lane: Option<LaneId>,
    /// A phase.
    pub phase: Option<PhaseId>,
    /// A planning sheet; it is of no scenario.
    pub sheet: Option<SheetId>,
    /// A field of it, by its name in a file, of a planning sheet what its row is called; blank for all of it.
    pub field: String,
    /// A figure, by its name in `--json`; blank for none.
    pub figure: String,
    /// A line of a list of changes, by what it is about; blank for none.
    pub change: String,
    /// A point on the sheet, in sheet units.
    pub at: Option<(i32, i32)>,
}

impl Anchor {
    /// A point on the sheet of a scenario.
    #[must_use]
    pub fn point(scenario: ScenarioId, at: SheetPoint) -> Self {
        Self { scenario: Some(scenario), at: Some((at.x, at.y)), ..Self::default() }
    }

    /// A step of a scenario.
    #[must_use]
    pub fn step(scenario: ScenarioId, step: StepId) -> Self {
        Self { scenario: Some(scenario), step: Some(step), ..Self::default() }
    }

    /// A planning sheet.
    #[must_use]
    pub fn sheet(sheet: SheetId) -> Self {
        Self { sheet: Some(sheet), ..Self::default() }
    }
}

/// Something said about the blueprint or a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// What it is on.
    pub on: Anchor,
    /// When it was said.
    pub at: Timestamp,
    /// Who said it, as typed: nothing is claimed about who that is.
    pub by: String,
    /// `question`, `risk`, `must_change`, or `remark`; blank is a remark.
    pub kind: String,
    /// What was said: plain, never interpreted.
    pub text: String,
    /// What the place held then, as text; blank where that is nothing.
    pub saw: String,
    /// What should be changed.
    pub suggests: Suggested,
    /// What was answered, by time.
    pub replies: Vec<Reply>,
    /// That it is done with, or open again.
    pub closed: Option<Closing>,
    /// How it was closed and opened before, by time.
    pub earlier: Vec<Closing>,
}

/// A word of an open list, with its name in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommentKind {
    /// Something said.
    #[default]
    Remark,
    /// Something asked.
    Question,
    /// Something that may go wrong.
    Risk,
    /// Something that cannot stay.
    MustChange,
}

impl CommentKind {
    /// All, with their names in a file.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("remark", Self::Remark),
        ("question", Self::Question),
        ("risk", Self::Risk),
        ("must_change", Self::MustChange),
    ];

    /// Its name in a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, it)| *it == self).map_or("remark", |(name, _)| name)
    }
}

/// A change that is suggested, in the terms of the levers.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suggested {
    /// How many there are to be of a role.
    pub headcount: Vec<(RoleId, u32)>,
    /// How long a step is to take, as written.
    pub time: Vec<(StepId, String)>,
    /// A role that may do a step as well.
    pub may_do: Vec<(StepId, RoleId)>,
    /// Steps to be left out.
    pub leave_out: Vec<StepId>,
    /// Steps to be done as one, the second by who does the first.
    pub merge: Vec<(StepId, StepId)>,
}

impl Suggested {
    /// Whether nothing is suggested.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// An answer to a comment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reply {
    /// When.
    pub at: Timestamp,
    /// Who, as typed.
    pub by: String,
    /// What.
    pub text: String,
}

/// That a comment is done with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closing {
    /// When.
    pub at: Timestamp,
    /// By whom, as typed.
    pub by: String,
    /// How, as in the file; see [`Closing::way`].
    pub way: String,
}

/// How a comment was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClosingWay {
    /// It was done.
    Done,
    /// It was thought about, and will not be done.
    Declined,
    /// It no longer applies.
    Obsolete,
    /// Who said it takes it back.
    Withdrawn,
    /// It was closed, and is open again.
    Reopened,
}

impl ClosingWay {
    /// All, with their names in a file.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("done", Self::Done),
        ("declined", Self::Declined),
        ("obsolete", Self::Obsolete),
        ("withdrawn", Self::Withdrawn),
        ("reopened", Self::Reopened),
    ];

    /// Its name in a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, it)| *it == self).map_or("done", |(name, _)| name)
    }
}

impl Closing {
    /// How; what only a newer version knows counts as done.
    #[must_use]
    pub fn way(&self) -> ClosingWay {
        let found = ClosingWay::NAMES.iter().find(|(name, _)| *name == self.way);
        found.map_or(ClosingWay::Done, |(_, way)| *way)
    }
}

impl Comment {
    /// One that says something of a place.
    #[must_use]
    pub fn new(on: Anchor, by: impl Into<String>, at: Timestamp, text: impl Into<String>) -> Self {
        Self {
            on,
            at,
            by: by.into(),
            kind: String::new(),
            text: text.into(),
            saw: String::new(),
            suggests: Suggested::default(),
            replies: Vec::new(),
            closed: None,
            earlier: Vec::new(),
        }
    }

    /// Closes it, or opens it again; who did so before is kept.
    pub fn close(&mut self, closing: Closing) {
        self.earlier.extend(self.closed.replace(closing));
    }

    /// What it is; what only a newer version knows is a remark.
    #[must_use]
    pub fn kind(&self) -> CommentKind {
        let found = CommentKind::NAMES.iter().find(|(name, _)| *name == self.kind);
        found.map_or(CommentKind::Remark, |(_, kind)| *kind)
    }

    /// The word for what it is, where that is none that this version knows.
    #[must_use]
    pub fn unknown_kind(&self) -> Option<&str> {
        let is_known = CommentKind::NAMES.iter().any(|(name, _)| *name == self.kind);
        (!self.kind.is_empty() && !is_known).then_some(&*self.kind)
    }

    /// Whether it waits for something to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.closed.as_ref().is_none_or(|closed| closed.way() == ClosingWay::Reopened)
    }

    /// Whether another is the same one, however far the talk about it has gone.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.by == other.by && self.at == other.at && self.on == other.on && self.text == other.text
    }
}

/// A judgement on the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// When.
    pub at: Timestamp,
    /// Who, as typed.
    pub by: String,
    /// `approve`, `comment` or `changes`, as in the file; see [`Review::verdict`].
    pub verdict: String,
    /// What was said; may be blank.
    pub text: String,
    /// The fingerprint of the model that was judged; blank where none is known.
    pub of: String,
    /// The figures that were seen, by their names in `--json`.
    pub saw: Vec<(String, f64)>,
}

/// What a review ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewVerdict {
    /// It can be done so.
    Approve,
    /// Something was said, no more.
    Comment,
    /// Something has to be changed first.
    Changes,
}

impl ReviewVerdict {
    /// All, with their names in a file.
    pub const NAMES: [(&'static str, Self); 3] =
        [("approve", Self::Approve), ("comment", Self::Comment), ("changes", Self::Changes)];

    /// Its name in a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, it)| *it == self).map_or("comment", |(name, _)| name)
    }
}

impl Review {
    /// What it ends with; what only a newer version knows is a comment.
    #[must_use]
    pub fn verdict(&self) -> ReviewVerdict {
        let found = ReviewVerdict::NAMES.iter().find(|(name, _)| *name == self.verdict);
        found.map_or(ReviewVerdict::Comment, |(_, verdict)| *verdict)
    }
}

impl Discussion {
    /// Whether nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.comments.is_empty() && self.reviews.is_empty() && self.asked.is_none()
    }

    /// How many comments wait for something to be done.
    #[must_use]
    pub fn open_count(&self) -> usize {
        self.comments.iter().filter(|comment| comment.is_open()).count()
    }

    /// When the last review was.
    #[must_use]
    pub fn last_review(&self) -> Option<&Review> {
        self.reviews.last()
    }
}
