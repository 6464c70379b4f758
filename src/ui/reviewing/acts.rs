//! What becomes of what is asked of a review: the one file of a review in which the window and the document change.

use std::sync::Arc;

use egui::Context;

use crate::blueprint::{
    Anchor, Asked, Blueprint, Closing, ClosingWay, Comment, CommentKind, Discussion, Reply, Review,
    ReviewVerdict, Suggested, Timestamp,
};
use crate::drawing::Point;
use crate::editor::{DocumentEdit, Selection, Talk, Thing};
use crate::pictures::{self, Lens};
use crate::reports::{PageSubject, ReportSource, VerdictPage, is_there};
use crate::storage::model_fingerprint;
use crate::ui::app::App;
use crate::ui::dialogs::{AskAccept, AskReviewer};
use crate::ui::report::{self, How};
use crate::ui::view_context::{REVIEW, SideTab};

use super::Reviewing;
use super::desk::{About, Shown, Writing};
use super::places::{Ground, Topic, row_anchor};
use super::wish::{ReviewPage, ReviewWish, Which};

/// The present moment, with the time zone of the computer.
fn now() -> Timestamp {
    Timestamp::of(chrono::Local::now().fixed_offset())
}

impl App {
    /// Does what is asked of a review.
    pub(in crate::ui) fn grant_review(&mut self, ctx: &Context, wish: ReviewWish) {
        match wish {
            ReviewWish::Begin => self.begin_review(),
            ReviewWish::Leave => self.leave_review(),
            ReviewWish::See(page) => self.see(page),
            ReviewWish::Row(at) => self.go_to_row(ctx, at),
            ReviewWish::Step(step) => self.go_to_step(step),
            ReviewWish::CloseBelow => self.views.review.below = None,
            ReviewWish::CommentOnRow(at, text) => self.comment_on_row(at, text),
            ReviewWish::Show(on) => self.show_comments_on(&on),
            ReviewWish::Comment(on) => self.write(About::Comment, on, String::new()),
            ReviewWish::Suggest(on) => {
                self.write(About::Comment, on, String::new());
                if let Some(writing) = &mut self.views.review.writing {
                    writing.with_suggestion = true;
                }
            }
            ReviewWish::Reply(which) => {
                let on = self.comment(&which).map(|comment| comment.on.clone());
                self.write(About::Reply(which), on.unwrap_or_default(), String::new());
            }
            ReviewWish::Send => self.send_writing(ctx),
            ReviewWish::LeaveDraft => self.leave_draft(),
            ReviewWish::Revise(at) => self.revise(at),
            ReviewWish::SendDraft(at) => self.send_draft(ctx, at),
            ReviewWish::Discard(at) => {
                self.views.review.take(at);
            }
            ReviewWish::Close(which, way) => self.close_comment(ctx, &which, way),
            ReviewWish::Go(which) => self.go_to_comment(ctx, &which),
            ReviewWish::Try(which) => self.try_suggestion(ctx, which),
            ReviewWish::Accept(which) if self.modes.reviewing.is_some() => {
                self.ask(AskAccept(which));
            }
            ReviewWish::Accept(which) | ReviewWish::AcceptNow(which) => {
                self.accept_suggestion(ctx, &which);
            }
            ReviewWish::Pull(levers) => self.pull_levers(ctx, levers),
            ReviewWish::PutBack => self.stop_trying(),
            ReviewWish::SuggestPulled => self.suggest_pulled(),
            ReviewWish::WalkChanges { back } => self.walk_changes(ctx, back),
            ReviewWish::Change(at) => self.go_to_change(ctx, at),
            ReviewWish::CommentOnChange => self.comment_on_change(),
            ReviewWish::Viewed => self.toggle_viewed(),
            ReviewWish::Against(against) => self.hold_against(ctx, against),
            ReviewWish::HandIn(verdict) => self.hand_in(ctx, verdict),
            ReviewWish::CopySummary => self.copy_summary(ctx),
            ReviewWish::SaveCopy => self.save_reviewed_copy(ctx),
            ReviewWish::SaveVerdict => self.choose_verdict(ctx),
            ReviewWish::Ask(text) => self.ask_for_review(ctx, text),
            ReviewWish::Name(name) => self.files.change(move |preferences| {
                preferences.reviewer = Some(name.clone());
            }),
            ReviewWish::TakeNotes => self.take_notes(ctx),
            ReviewWish::RemoveAll => self.discuss(ctx, Talk::RemoveAll, |said| {
                *said = Discussion::default();
            }),
        }
    }

    /// Begins to review what is open.
    pub(in crate::ui) fn begin_review(&mut self) {
        if self.modes.reviewing.is_some() {
            return;
        }
        self.editor.commit();
        self.canvas.leave_naming();
        self.modes.start_screen = None;
        self.modes.comparing = None;
        self.modes.playing = None;
        self.modes.planning = None;
        self.bottom.enlarged = false;
        self.lens = Lens::default();
        self.modes.reviewing = Some(Reviewing::default());
    }

    /// Goes on to edit; drafts stay on the desk.
    fn leave_review(&mut self) {
        self.stop_trying();
        self.leave_draft();
        self.modes.reviewing = None;
        self.views.review.below = None;
        self.lens = Lens::default();
        if !self.views.review.drafts.is_empty() {
            self.tab.open(SideTab::Comments);
        }
        self.canvas.take_focus();
    }

    /// Who sits here, once they said so.
    pub(super) fn reviewer(&self) -> Option<String> {
        let name = self.files.preferences().reviewer.as_deref()?.trim();
        (!name.is_empty()).then(|| name.to_owned())
    }

    /// The name of who sits here; where it is not known it is asked for, and the wish granted then.
    pub(super) fn reviewer_or_ask(&mut self, then: ReviewWish) -> Option<String> {
        let known = self.reviewer();
        if known.is_none() {
            self.ask(AskReviewer::new(then));
        }
        known
    }

    /// Changes what is said, as one step to undo.
    pub(super) fn discuss(
        &mut self,
        ctx: &Context,
        talk: Talk,
        change: impl FnOnce(&mut Discussion),
    ) {
        self.stop_trying();
        let mut said = Discussion::clone(self.editor.blueprint().discussion());
        change(&mut said);
        self.talk(ctx, DocumentEdit::Discuss(talk, Box::new(said)));
    }

    /// Does an edit and stays where one is.
    fn talk(&mut self, ctx: &Context, edit: DocumentEdit) {
        self.note(report::of_edit(How::Done, &edit));
        if let Err(refusal) = self.editor.apply(edit) {
            self.note_refusal(refusal);
            let why = self.words.refusal(refusal).to_owned();
            self.notice.say(why, ctx.time());
        }
    }

    fn comment(&self, which: &Which) -> Option<&Comment> {
        let said = self.editor.settled_blueprint().discussion();
        said.comments.iter().find(|comment| which.is(comment))
    }

    /// The page as it was made last.
    pub(super) fn last_page(&self) -> Arc<VerdictPage> {
        self.views.verdict.last().unwrap_or_default()
    }

    /// The comments with their places, in the order in which they are shown.
    pub(super) fn topics(&self) -> Vec<Topic> {
        let page = self.last_page();
        self.ground(&page).topics(&self.views.review.drafts)
    }

    /// What places are told by: what the file says, whatever is tried.
    fn ground<'a>(&'a self, page: &'a VerdictPage) -> Ground<'a> {
        Ground {
            blueprint: self.editor.settled_blueprint(),
            shown: self.editor.settled_scenario(),
            page,
            is_tried: self.editor.trial().is_some(),
            is_short: false,
            words: &self.words,
        }
    }

    /// What a place holds now.
    fn value_at(&self, on: &Anchor) -> String {
        self.ground(&self.last_page()).value_at(on)
    }

    /// Begins a comment on a row of the page.
    fn comment_on_row(&mut self, at: usize, text: String) {
        let Some(subject) = PageSubject::ALL.get(at) else { return };
        self.views.review.row = Some(at);
        let on = row_anchor(self.editor.scenario().id(), *subject);
        self.write(About::Comment, on, text);
    }

    /// Chooses the first comment on something.
    fn show_comments_on(&mut self, on: &Anchor) {
        let said = self.editor.blueprint().discussion();
        let all = said.comments.iter().filter(|comment| comment.is_open());
        let all = all.chain(self.views.review.drafts.iter());
        let mut on_it = all.filter(|comment| comment.on == *on);
        self.views.review.chosen = on_it.next().map(Which::of);
        self.views.review.seeks_chosen = true;
        if self.modes.reviewing.is_none() {
            self.settings.side = true;
            self.tab.open(SideTab::Comments);
        }
    }

    /// Begins a text; one that was begun before stays a draft.
    pub(super) fn write(&mut self, about: About, on: Anchor, text: String) {
        self.leave_draft();
        let saw = self.value_at(&on);
        let mut writing = Writing::new(about, on, saw, text);
        if let About::Reply(which) = &writing.about {
            // What was begun and left is taken up again.
            let left = &mut self.views.review.replies;
            let at = left.iter().position(|(of, _)| of == which);
            writing.text = at.map(|at| left.remove(at).1).unwrap_or_default();
        }
        self.views.review.writing = Some(writing);
        if self.modes.reviewing.is_none() {
            self.settings.side = true;
            self.tab.open(SideTab::Comments);
        }
    }

    /// The comment that is written, as it would be sent by somebody.
    fn written(writing: &Writing, by: &str) -> Option<Comment> {
        let text = writing.text.trim();
        let suggests = writing.suggested();
        if text.is_empty() && suggests.is_empty() {
            return None;
        }
        let mut comment = Comment::new(writing.on.clone(), by, now(), text);
        if writing.kind != CommentKind::Remark {
            writing.kind.name().clone_into(&mut comment.kind);
        }
        comment.saw.clone_from(&writing.saw);
        comment.suggests = suggests;
        Some(comment)
    }

    /// Sends what is written, at once.
    fn send_writing(&mut self, ctx: &Context) {
        let Some(writing) = self.views.review.writing.clone() else { return };
        let is_blank = writing.text.trim().is_empty() && writing.suggested().is_empty();
        if is_blank {
            self.views.review.writing = None;
            return;
        }
        let Some(by) = self.reviewer_or_ask(ReviewWish::Send) else { return };
        self.views.review.writing = None;
        match &writing.about {
            About::Comment => {
                self.stop_trying();
                let Some(comment) = Self::written(&writing, &by) else { return };
                self.views.review.chosen = Some(Which::of(&comment));
                self.discuss(ctx, Talk::Comment, |said| said.comments.push(comment));
            }
            About::Reply(which) => {
                let reply = Reply { at: now(), by, text: writing.text.trim().to_owned() };
                self.discuss(ctx, Talk::Reply, |said| {
                    if let Some(it) = said.comments.iter_mut().find(|it| which.is(it)) {
                        it.replies.push(reply);
                    }
                });
            }
        }
        self.views.review.seeks_chosen = true;
    }

    /// Leaves what is written as a draft; an answer is kept with what it answers until it is taken up again.
    fn leave_draft(&mut self) {
        let Some(writing) = self.views.review.writing.take() else { return };
        match &writing.about {
            About::Comment => {
                let by = self.reviewer().unwrap_or_default();
                if let Some(draft) = Self::written(&writing, &by) {
                    self.views.review.chosen = Some(Which::of(&draft));
                    self.views.review.keep(draft);
                }
            }
            About::Reply(which) if !writing.text.trim().is_empty() => {
                self.views.review.replies.push((which.clone(), writing.text));
            }
            About::Reply(_) => {}
        }
    }

    /// Takes a draft up again.
    fn revise(&mut self, at: usize) {
        self.leave_draft();
        if let Some(draft) = self.views.review.take(at) {
            self.views.review.writing = Some(Writing::of_draft(draft));
        }
    }

    fn send_draft(&mut self, ctx: &Context, at: usize) {
        let Some(by) = self.reviewer_or_ask(ReviewWish::SendDraft(at)) else { return };
        if let Some(draft) = self.views.review.take(at) {
            let comment = Comment { by, ..draft };
            self.views.review.chosen = Some(Which::of(&comment));
            self.discuss(ctx, Talk::Comment, |said| said.comments.push(comment));
        }
    }

    /// Closes a comment, or opens it again.
    fn close_comment(&mut self, ctx: &Context, which: &Which, way: ClosingWay) {
        let Some(comment) = self.comment(which) else { return };
        let opens = way == ClosingWay::Reopened;
        if comment.is_open() == opens {
            // It is so already: nothing is added to what became of it.
            let key = if opens { "review-is-open" } else { "review-is-closed" };
            self.notice.say(self.words.text(key).to_owned(), ctx.time());
            return;
        }
        let then = ReviewWish::Close(which.clone(), way);
        let Some(by) = self.reviewer_or_ask(then) else { return };
        let talk = match way {
            ClosingWay::Reopened => Talk::Reopen,
            ClosingWay::Withdrawn => Talk::Withdraw,
            ClosingWay::Done | ClosingWay::Declined | ClosingWay::Obsolete => Talk::Close,
        };
        let closing = Closing { at: now(), by, way: way.name().to_owned() };
        self.discuss(ctx, talk, |said| {
            if let Some(it) = said.comments.iter_mut().find(|it| which.is(it)) {
                it.close(closing);
            }
        });
    }

    /// Shows what a comment is on.
    fn go_to_comment(&mut self, ctx: &Context, which: &Which) {
        self.views.review.chosen = Some(which.clone());
        self.views.review.seeks_chosen = true;
        if self.comment(which).is_some_and(|comment| !comment.is_open()) {
            self.views.review.shown = Shown::All;
        }
        if self.modes.reviewing.is_none() {
            self.settings.side = true;
            self.tab.open(SideTab::Comments);
        }
        let drafts = self.views.review.drafts.iter();
        let draft = drafts.clone().find(|draft| which.is(draft)).cloned();
        let Some(comment) = draft.or_else(|| self.comment(which).cloned()) else { return };
        let on = comment.on;
        if let Some(sheet) = on.sheet {
            self.stop_trying();
            return self.show_sheet(sheet);
        }
        let blueprint = self.editor.settled_blueprint();
        let Some(id) = on.scenario.filter(|id| blueprint.scenario(*id).is_some()) else { return };
        let is_there = blueprint.scenario(id).is_some_and(|scenario| is_there(&on, scenario));
        // What the comment is on is also a thing of the scenario that is shown, if it was copied.
        let is_shown = is_there_too(&on, self.editor.scenario());
        if !is_there && !is_shown {
            return;
        }
        if !is_shown && id != self.editor.scenario().id() {
            self.stop_trying();
            self.editor.show_scenario(id);
        }
        self.modes.planning = None;
        let on_sheet = on.step.is_some()
            || on.link.is_some()
            || on.role.is_some()
            || on.lane.is_some()
            || on.phase.is_some()
            || on.at.is_some();
        let now = self.modes.reviewing.as_ref().map(|reviewing| reviewing.page);
        if on_sheet && now == Some(ReviewPage::Verdict) {
            self.see(ReviewPage::Sheet);
        } else if !on.figure.is_empty() && now == Some(ReviewPage::Sheet) {
            self.see(ReviewPage::Verdict);
        }
        if let Some(step) = on.step {
            self.seek(step);
        } else if let Some(link) = on.link {
            if let Some(link) = self.editor.scenario().links().get(&link) {
                self.canvas.seek(link.from);
            }
            self.editor.select(Selection::link(link));
        } else if let Some(role) = on.role {
            self.go_to_role(ctx, role);
        } else if let Some(lane) = on.lane {
            self.frame(|_, step| step.lane == lane);
            self.editor.select(Selection::thing(Thing::Lane(lane)));
        } else if let Some(phase) = on.phase {
            self.frame(|_, step| step.phase == phase);
            self.editor.select(Selection::thing(Thing::Phase(phase)));
        } else if let Some((x, y)) = on.at {
            self.editor.select(Selection::default());
            #[expect(clippy::cast_precision_loss, reason = "places on a sheet are small")]
            self.canvas.look_near(Point::new(x as f32, y as f32));
        } else if !on.figure.is_empty() {
            let rows = PageSubject::ALL.iter();
            let mut rows = rows.map(|subject| super::places::figure_of_row(*subject));
            self.views.review.row = rows.position(|figure| figure == on.figure);
        }
    }

    /// Shows beside the sheet what was said.
    pub(in crate::ui) fn show_comments(&mut self, _: &Context) {
        self.settings.side = true;
        self.tab.open(SideTab::Comments);
    }

    /// Takes back what is tried.
    pub(super) fn stop_trying(&mut self) {
        if self.editor.trial() == Some(REVIEW) {
            self.editor.abort();
        }
        self.views.review.tried = None;
        self.views.review.pulled = Suggested::default();
    }

    /// Shows on the sheet what a suggestion would bring; once more, no longer.
    fn try_suggestion(&mut self, ctx: &Context, which: Which) {
        let is_tried = self.views.review.tried.as_ref() == Some(&which);
        self.stop_trying();
        if is_tried {
            return;
        }
        let Some(comment) = self.find(&which) else { return };
        self.show_scenario_of(&comment.on);
        let edit = crate::redesign::suggested_edit(&comment.suggests, self.editor.scenario());
        match edit.map(|edit| self.editor.try_out(REVIEW, edit)) {
            Some(Ok(())) => self.views.review.tried = Some(which),
            Some(Err(refusal)) => {
                self.editor.abort();
                let why = self.words.refusal(refusal).to_owned();
                self.notice.say(why, ctx.time());
            }
            None => {
                let why = self.words.text("review-suggestion-gone").to_owned();
                self.notice.say(why, ctx.time());
            }
        }
    }

    /// A comment or a draft.
    fn find(&self, which: &Which) -> Option<Comment> {
        let draft = self.views.review.drafts.iter().find(|draft| which.is(draft));
        draft.or_else(|| self.comment(which)).cloned()
    }

    fn show_scenario_of(&mut self, on: &Anchor) {
        let there = on.scenario.filter(|id| self.editor.blueprint().scenario(*id).is_some());
        if let Some(id) = there.filter(|id| *id != self.editor.scenario().id()) {
            self.editor.show_scenario(id);
        }
    }

    /// Does what is suggested and closes the comment as done, as one step to undo. Who accepts edits from then
    /// on: while a review is on nothing is changed.
    fn accept_suggestion(&mut self, ctx: &Context, which: &Which) {
        let Some(by) = self.reviewer_or_ask(ReviewWish::AcceptNow(which.clone())) else { return };
        self.stop_trying();
        let Some(comment) = self.find(which) else { return };
        self.show_scenario_of(&comment.on);
        let Some(edit) = crate::redesign::suggested_edit(&comment.suggests, self.editor.scenario())
        else {
            let why = self.words.text("review-suggestion-gone").to_owned();
            self.notice.say(why, ctx.time());
            return;
        };
        let mut said = Discussion::clone(self.editor.blueprint().discussion());
        let closing = Closing { at: now(), by, way: ClosingWay::Done.name().to_owned() };
        if let Some(it) = said.comments.iter_mut().find(|it| which.is(it)) {
            it.close(closing);
        }
        if self.modes.reviewing.is_some() {
            self.leave_review();
            self.settings.side = true;
            self.tab.open(SideTab::Comments);
        }
        let closes = DocumentEdit::Discuss(Talk::Accept, Box::new(said));
        self.talk(ctx, DocumentEdit::Several(vec![closes, edit]));
    }

    /// Hands the review in, with all drafts, as one step to undo.
    fn hand_in(&mut self, ctx: &Context, verdict: ReviewVerdict) {
        let Some(by) = self.reviewer_or_ask(ReviewWish::HandIn(verdict)) else { return };
        self.stop_trying();
        self.leave_draft();
        let blueprint = Arc::clone(self.editor.blueprint());
        let saw = self.figures_seen(&blueprint);
        let desk = &mut self.views.review;
        let text = std::mem::take(&mut desk.review_text);
        let drafts = std::mem::take(&mut desk.drafts);
        let replies = std::mem::take(&mut desk.replies);
        let at = now();
        let review = Review {
            at: at.clone(),
            by: by.clone(),
            verdict: verdict.name().to_owned(),
            text: text.trim().to_owned(),
            of: model_fingerprint(&blueprint),
            saw,
        };
        self.discuss(ctx, Talk::Review, |said| {
            let sent = drafts.iter().cloned().map(|draft| Comment { by: by.clone(), ..draft });
            for (which, text) in &replies {
                if let Some(it) = said.comments.iter_mut().find(|it| which.is(it)) {
                    let (at, text) = (at.clone(), text.trim().to_owned());
                    it.replies.push(Reply { at, by: by.clone(), text });
                }
            }
            said.comments.extend(sent);
            said.reviews.push(review);
            said.asked = None;
        });
        let said = self.words.text("review-handed-in").to_owned();
        self.notice.say(said, ctx.time());
    }

    /// The figures that a review keeps: those of the first scenario.
    fn figures_seen(&self, blueprint: &Blueprint) -> Vec<(String, f64)> {
        let scenario = blueprint.baseline();
        // As the page will say them again.
        let analysis = crate::simulation::printed_analysis(scenario);
        let shown = pictures::Shown {
            scenario,
            analysis: &analysis,
            words: &self.words,
            currency: blueprint.currency(),
        };
        ReportSource { blueprint, shown, file: "", date: "" }.figures_seen()
    }

    pub(super) fn copy_summary(&mut self, ctx: &Context) {
        ctx.copy_text(self.last_page().summary());
        let said = self.words.text("page-copied").to_owned();
        self.notice.say(said, ctx.time());
    }

    /// Writes into the file that a review is wanted.
    fn ask_for_review(&mut self, ctx: &Context, text: String) {
        let Some(by) = self.reviewer_or_ask(ReviewWish::Ask(text.clone())) else { return };
        let asked = Asked { at: now(), by, text };
        self.discuss(ctx, Talk::Ask, |said| said.asked = Some(asked));
        let said = self.words.text("review-was-asked").to_owned();
        self.notice.say(said, ctx.time());
    }
}

/// Whether a comment is on a thing, and that is in a scenario.
fn is_there_too(on: &Anchor, scenario: &crate::blueprint::Scenario) -> bool {
    let is_on_thing = on.step.is_some()
        || on.link.is_some()
        || on.role.is_some()
        || on.lane.is_some()
        || on.phase.is_some();
    is_on_thing && is_there(on, scenario)
}
