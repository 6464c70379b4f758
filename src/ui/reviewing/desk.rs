//! What lies on a reviewer's desk: drafts, the text that is being written, and what is shown of all that was said.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::background::{Memo, Snapshot};
use crate::blueprint::notation::parse_time;
use crate::blueprint::{
    Anchor, Blueprint, Comment, CommentKind, Scenario, Suggested, TimeUnit, Timestamp,
};
use crate::reports::{Prospect, VerdictPage};
use crate::ui::view_context::BottomTab;
use crate::versions::Group;
use crate::wording::Language;

use super::being_saved::BeingSaved;
use super::held::Held;
use super::places::Topic;
use super::small_sheet::SmallSheet;
use super::wish::{ReviewPage, Which};
use super::{DeskCounts, InReview};

/// What topics are made of.
#[derive(PartialEq)]
pub(super) struct TopicsKey {
    pub blueprint: Snapshot<Blueprint>,
    pub shown: Snapshot<Scenario>,
    pub page: Snapshot<VerdictPage>,
    pub drafts: Snapshot<Vec<Comment>>,
    pub language: Language,
}

/// What a blueprint with drafts is made of.
type DraftsKey = (Snapshot<Blueprint>, Vec<Comment>);

/// What a suggestion would bring, as it was reckoned last.
pub(super) struct Reckoned {
    pub suggests: Suggested,
    pub of: Snapshot<Scenario>,
    pub language: Language,
    pub prospect: Arc<Prospect>,
}

/// Which comments are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(in crate::ui) enum Shown {
    /// Those that wait for something, with drafts.
    #[default]
    Open,
    /// Those of whoever sits here.
    Mine,
    /// All, closed ones too.
    All,
}

/// In which order comments are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(in crate::ui) enum Order {
    /// Along the flow.
    #[default]
    Place,
    /// The newest first.
    Time,
}

/// What is being written.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum About {
    /// A comment.
    Comment,
    /// An answer to one.
    Reply(Which),
}

/// The text that is being written.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Writing {
    pub about: About,
    pub on: Anchor,
    pub kind: CommentKind,
    pub text: String,
    /// What the place held when it was begun.
    pub saw: String,
    /// When it was begun.
    pub since: Timestamp,
    pub suggests: Suggested,
    /// Whether the fields of a suggestion are shown.
    pub with_suggestion: bool,
    /// A time that is suggested, as it is typed.
    pub time: String,
    /// Whether the field takes the keys in the next pass.
    pub wants_keys: bool,
}

impl Writing {
    /// A text that is begun.
    pub fn new(about: About, on: Anchor, saw: String, text: String) -> Self {
        Self {
            about,
            on,
            kind: CommentKind::default(),
            text,
            saw,
            since: Timestamp::of(chrono::Local::now().fixed_offset()),
            suggests: Suggested::default(),
            with_suggestion: false,
            time: String::new(),
            wants_keys: true,
        }
    }

    /// A draft that is taken up again.
    pub fn of_draft(draft: Comment) -> Self {
        let kind = draft.kind();
        let Comment { on, text, saw, suggests, .. } = draft;
        let time = suggests.time.first().map(|(_, time)| time.clone()).unwrap_or_default();
        let with_suggestion = !suggests.is_empty();
        Self { kind, suggests, with_suggestion, time, ..Self::new(About::Comment, on, saw, text) }
    }

    /// What is suggested, with the time as it is read; one that is none is left out.
    pub fn suggested(&self) -> Suggested {
        let read = parse_time(&self.time, TimeUnit::Second).ok();
        let time = self.on.step.zip(read).map(|(step, time)| (step, time.to_string()));
        Suggested { time: time.into_iter().collect(), ..self.suggests.clone() }
    }
}

/// What is unfolded of the pane.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui) struct Unfolded {
    /// Whether the levers are shown.
    pub levers: bool,
    /// Whether all reviews are shown, not only the last.
    pub reviews: bool,
}

/// A copy with the reviewer's name.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Copying {
    /// Whether one is being saved.
    pub is_on: bool,
    /// What it is to be called while a place for it is chosen.
    pub name: Option<String>,
}

/// What lies on the desk.
#[derive(Default)]
pub(in crate::ui) struct Desk {
    /// What is written and not sent, the oldest first.
    pub drafts: Arc<Vec<Comment>>,
    pub writing: Option<Writing>,
    /// What the review says as a whole.
    pub review_text: String,
    pub shown: Shown,
    pub order: Order,
    /// Answers that were begun and left.
    pub replies: Vec<(Which, String)>,
    /// What stands in the levers otherwise than in the file.
    pub pulled: Suggested,
    pub unfolded: Unfolded,
    pub copying: Copying,
    /// The comment that keys are about.
    pub chosen: Option<Which>,
    /// Whether it is to be brought into view.
    pub seeks_chosen: bool,
    /// The row of the page that keys are about, counted from 0.
    pub row: Option<usize>,
    /// The row of the page that was pointed at in the last pass.
    pub pointed_row: Option<usize>,
    /// The picture that is shown below the sheet.
    pub below: Option<BottomTab>,
    /// The comment whose suggestion is tried.
    pub tried: Option<Which>,
    /// How high each topic was when it was shown last, by its place in the file.
    pub heights: BTreeMap<usize, f32>,
    pub saving: BeingSaved,
    /// The version that it is held against.
    pub held: Held,
    pub sheet: SmallSheet,
    pub(super) topics: Memo<TopicsKey, Arc<Vec<Topic>>>,
    /// The same without what places hold, for pins; and the page that they are made without.
    pub(super) pinned: Memo<TopicsKey, Arc<Vec<Topic>>>,
    pub(super) no_page: Arc<VerdictPage>,
    pub(super) reckoned: Vec<Reckoned>,
    /// The blueprint with the drafts, as a recovery copy holds it.
    pub(super) with_drafts: Memo<DraftsKey, Arc<Blueprint>>,
    /// The figures of the scenarios beside the one that is shown.
    pub beside: Vec<Memo<Snapshot<Scenario>, Arc<Analysis>>>,
}

impl Desk {
    /// What the window is told of a review that is on.
    pub fn in_review(&self, page: ReviewPage) -> InReview {
        let differences = self.held.differences.clone();
        let differences = differences.filter(|_| page == ReviewPage::Changes);
        let lines = &self.held.lines;
        let counts = DeskCounts {
            drafts: self.drafts.len(),
            changes: lines.len(),
            moving: lines.iter().filter(|line| line.group == Group::Figures).count(),
        };
        InReview { page, differences, counts }
    }

    /// Whether something lies on it.
    pub fn is_used(&self) -> bool {
        self.writing.is_some() || !self.drafts.is_empty() || !self.replies.is_empty()
    }

    /// Puts a comment among the drafts.
    pub fn keep(&mut self, comment: Comment) {
        let mut drafts = Vec::clone(&self.drafts);
        drafts.push(comment);
        self.drafts = Arc::new(drafts);
    }

    /// Takes a draft from the desk.
    pub fn take(&mut self, at: usize) -> Option<Comment> {
        let mut drafts = Vec::clone(&self.drafts);
        let taken = (at < drafts.len()).then(|| drafts.remove(at));
        self.drafts = Arc::new(drafts);
        taken
    }

    /// Whether the suggestion of a comment is tried.
    pub fn is_tried(&self, comment: &Comment) -> bool {
        self.tried.as_ref().is_some_and(|which| which.is(comment))
    }

    /// The figures of scenarios, reckoned once for each version.
    pub fn figures_of(&mut self, scenarios: &[Arc<Scenario>]) -> Vec<Arc<Analysis>> {
        self.beside.resize_with(scenarios.len(), Memo::default);
        let both = self.beside.iter_mut().zip(scenarios);
        both.map(|(kept, scenario)| {
            let make = || Arc::new(crate::analysis::analyse(scenario));
            Arc::clone(kept.get(Snapshot::of(scenario), make))
        })
        .collect()
    }
}
