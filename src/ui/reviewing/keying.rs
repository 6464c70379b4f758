//! What the keys of a review ask for, as things stand.

use egui::{Context, Key, Modifiers};

use crate::blueprint::{Anchor, ClosingWay};
use crate::reports::PageSubject;
use crate::ui::app::App;
use crate::ui::files::Intent;

use super::desk::{Order, Shown};
use super::keys::{Pressed, pressed};
use super::places::row_anchor;
use super::wish::{ReviewPage, ReviewWish, Which};

impl App {
    /// Reads the keys of a review before anything is shown; those of a text that is written also while editing.
    pub(in crate::ui) fn read_reviewers_keys(&mut self, ctx: &Context) {
        if self.modes.reading.is_some()
            || self.dialogs.is_open()
            || self.redesign.is_some()
            || self.staffing.is_open()
            || egui::Popup::is_any_open(ctx)
        {
            return;
        }
        if self.views.review.writing.is_some() {
            let takes = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
            if takes(Modifiers::COMMAND, Key::Enter) {
                self.grant_review(ctx, ReviewWish::Send);
            } else if (self.typing || ctx.text_edit_focused() || self.modes.reviewing.is_some())
                && takes(Modifiers::NONE, Key::Escape)
            {
                self.grant_review(ctx, ReviewWish::LeaveDraft);
            }
        }
        if self.modes.reviewing.is_none()
            || self.modes.start_screen.is_some()
            || ctx.text_edit_focused()
            || self.typing
        {
            return;
        }
        if self.editor.trial().is_some()
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.stop_trying();
        }
        let focused = ctx.memory(egui::Memory::focused);
        let opens = focused.is_none_or(|id| self.canvas.is_focus(id));
        for key in pressed(ctx, opens) {
            self.press_in_review(ctx, key);
        }
    }

    fn press_in_review(&mut self, ctx: &Context, key: Pressed) {
        if !matches!(key, Pressed::Comment) {
            self.canvas.rest_pointer(ctx.input(|input| input.pointer.hover_pos()));
        }
        let chosen = self.views.review.chosen.clone();
        let wish = match key {
            Pressed::Comment => Some(self.comment_here()),
            Pressed::Walk { back } => return self.walk_comments(back),
            Pressed::Open => match (chosen, self.views.review.row) {
                (Some(which), _) => Some(ReviewWish::Go(which)),
                (None, row) => row.map(ReviewWish::Row),
            },
            Pressed::Reply => chosen.map(ReviewWish::Reply),
            Pressed::Done => chosen.map(|which| ReviewWish::Close(which, ClosingWay::Done)),
            Pressed::Reopen => chosen.map(|which| ReviewWish::Close(which, ClosingWay::Reopened)),
            Pressed::OnlyOpen => {
                let desk = &mut self.views.review;
                desk.shown = if desk.shown == Shown::Open { Shown::All } else { Shown::Open };
                return;
            }
            Pressed::Missing => {
                let missing = PageSubject::ALL.iter().position(|it| *it == PageSubject::Missing);
                missing.map(ReviewWish::Row)
            }
            Pressed::Changes => {
                let is_there = self.page_of_review() == Some(ReviewPage::Changes);
                let page = if is_there { ReviewPage::Verdict } else { ReviewPage::Changes };
                Some(ReviewWish::See(page))
            }
            Pressed::WalkChanges { back } => Some(ReviewWish::WalkChanges { back }),
            Pressed::Viewed => Some(ReviewWish::Viewed),
            Pressed::Row(at) => Some(ReviewWish::Row(at)),
            Pressed::See(page) => Some(ReviewWish::See(page)),
        };
        if let Some(wish) = wish {
            self.grant_review(ctx, wish);
        }
    }

    fn page_of_review(&self) -> Option<ReviewPage> {
        self.modes.reviewing.as_ref().map(|reviewing| reviewing.page)
    }

    /// A comment on what is pointed at, else on what is selected, else on the row that is meant, else on all.
    fn comment_here(&self) -> ReviewWish {
        if let Some(planning) = &self.modes.planning {
            return ReviewWish::Comment(Anchor::sheet(planning.sheet));
        }
        let page = self.page_of_review();
        let row = self.views.review.pointed_row.or(self.views.review.row);
        if let (Some(ReviewPage::Verdict), Some(row)) = (page, row) {
            return ReviewWish::CommentOnRow(row, String::new());
        }
        if page == Some(ReviewPage::Changes) && self.views.review.held.meant.is_some() {
            return ReviewWish::CommentOnChange;
        }
        let scenario = self.editor.scenario();
        let pointed = self.canvas.pointed_at(scenario.id());
        let pointed = pointed.filter(|_| page != Some(ReviewPage::Verdict));
        // A blank place of the sheet counts only where nothing is selected.
        let selected = super::selected::anchor(self.editor.selection(), scenario.id());
        let pointed = pointed.filter(|on| on.at.is_none() || selected.is_none());
        let desk = &self.views.review;
        if let (Some(row), Some(_), None) = (desk.row, desk.below, &selected)
            && pointed.as_ref().is_none_or(|on| on.at.is_some())
        {
            // The picture of a row is looked at.
            return ReviewWish::CommentOnRow(row, String::new());
        }
        ReviewWish::Comment(pointed.unwrap_or_else(|| self.anchor_of_selection()))
    }

    /// What is selected, as something to comment on; the whole scenario where nothing is.
    fn anchor_of_selection(&self) -> Anchor {
        let selection = self.editor.selection();
        let id = self.editor.scenario().id();
        super::selected::anchor(selection, id)
            .unwrap_or_else(|| Anchor { scenario: Some(id), ..Anchor::default() })
    }

    /// Begins a comment on what is selected.
    pub(in crate::ui) fn comment_on_selection(&mut self, ctx: &Context) {
        let wish = if self.modes.reviewing.is_some() {
            self.comment_here()
        } else {
            ReviewWish::Comment(self.anchor_of_selection())
        };
        self.grant_review(ctx, wish);
    }

    /// Begins to review, or goes on to edit.
    pub(in crate::ui) fn begin_or_end_review(&mut self, ctx: &Context) {
        if self.modes.start_screen.is_some() {
            // There is nothing yet to review: a file is chosen first.
            self.pursue(ctx, Intent::ChooseFile);
            self.reviews_next = true;
            return;
        }
        let is_on = self.modes.reviewing.is_some();
        self.grant_review(ctx, if is_on { ReviewWish::Leave } else { ReviewWish::Begin });
    }

    /// Chooses the next of the comments that are shown, or the one before, and shows what it is on.
    fn walk_comments(&mut self, back: bool) {
        let desk = &self.views.review;
        let (shown, order) = (desk.shown, desk.order);
        let name = self.files.preferences().reviewer.clone().unwrap_or_default();
        let mut topics = self.topics();
        topics.retain(|topic| match shown {
            Shown::Open => topic.is_open(),
            Shown::Mine => topic.draft.is_some() || topic.comment.by == name,
            Shown::All => true,
        });
        if order == Order::Time {
            topics.sort_by(|a, b| b.comment.at.cmp(&a.comment.at));
        }
        let chosen = self.views.review.chosen.as_ref();
        let at = topics.iter().position(|it| chosen.is_some_and(|which| which.is(&it.comment)));
        let count = topics.len();
        let next = match (at, back) {
            (None, false) => 0,
            (None, true) => count.saturating_sub(1),
            (Some(at), false) => (at + 1).min(count.saturating_sub(1)),
            (Some(at), true) => at.saturating_sub(1),
        };
        if let Some(topic) = topics.get(next) {
            self.views.review.chosen = Some(Which::of(&topic.comment));
            self.views.review.seeks_chosen = true;
            self.views.review.row = row_of(&topic.comment.on);
        }
    }
}

/// The row of the page that a comment is on.
fn row_of(on: &Anchor) -> Option<usize> {
    let scenario = on.scenario?;
    PageSubject::ALL.iter().position(|subject| row_anchor(scenario, *subject) == *on)
}
