//! Where the rows of the page lead, by a click or by their number.

use std::sync::Arc;

use egui::Context;

use crate::blueprint::{RoleId, Step, StepId};
use crate::editor::{Selection, Thing};
use crate::guide::{Page, Place};
use crate::pictures::Lens;
use crate::reports::PageSubject;
use crate::ui::app::App;
use crate::ui::view_context::BottomTab;

use super::wish::ReviewPage;

/// Where a row leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowPlace {
    /// To the sheet, at the step that it is about, with what it is about on the cards.
    Sheet(Lens),
    /// To the sheet, with a picture below it.
    Picture(BottomTab),
    /// To what changed.
    Changes,
    /// To the page of the guide that says how far figures can be trusted.
    Method,
    /// It says all that there is.
    Here,
}

impl RowPlace {
    /// The key of the name of the link that leads there.
    pub fn link(self) -> Option<&'static str> {
        match self {
            Self::Sheet(_) | Self::Picture(BottomTab::Load) => Some("review-see-sheet"),
            Self::Picture(_) => Some("review-see-cost"),
            Self::Changes => Some("review-see-all"),
            Self::Method => Some("review-see-method"),
            Self::Here => None,
        }
    }
}

/// Where the row of a subject leads.
pub(super) fn place_of_row(subject: PageSubject) -> RowPlace {
    match subject {
        PageSubject::Limit | PageSubject::WorstWait => RowPlace::Sheet(Lens::Figures),
        PageSubject::Load => RowPlace::Picture(BottomTab::Load),
        PageSubject::Cost => RowPlace::Picture(BottomTab::Money),
        PageSubject::Risk => RowPlace::Sheet(Lens::Risk),
        PageSubject::Experience => RowPlace::Sheet(Lens::Experience),
        PageSubject::Missing => RowPlace::Here,
        PageSubject::Changed => RowPlace::Changes,
        PageSubject::Trust => RowPlace::Method,
    }
}

impl App {
    /// Sees another part of what is reviewed. Who goes back to the page has nothing selected: what was looked at on
    /// the sheet would hide what was said of all else.
    pub(super) fn see(&mut self, page: ReviewPage) {
        let Some(reviewing) = &mut self.modes.reviewing else { return };
        reviewing.page = page;
        self.modes.planning = None;
        self.views.review.row = None;
        self.views.review.below = None;
        self.lens = Lens::default();
        if page == ReviewPage::Verdict {
            self.editor.select(Selection::default());
        }
    }

    /// While a review is on, leaves its page for what stands in the place of the blueprint.
    pub(in crate::ui) fn leave_verdict(&mut self) {
        self.see(ReviewPage::Sheet);
    }

    /// Goes to what a row of the page is about.
    pub(super) fn go_to_row(&mut self, ctx: &Context, at: usize) {
        let Some(row) = self.last_page().rows.get(at).cloned() else { return };
        match place_of_row(row.subject) {
            RowPlace::Sheet(lens) => {
                self.see(ReviewPage::Sheet);
                self.lens = lens;
                self.look_at(row.step);
            }
            RowPlace::Picture(below) => {
                self.see(ReviewPage::Sheet);
                self.views.review.below = Some(below);
                // The picture is what is meant, and a comment is on its figure: no step is selected.
                self.editor.select(Selection::default());
                if let Some(step) = row.step {
                    self.canvas.seek(step);
                }
            }
            RowPlace::Changes => self.see(ReviewPage::Changes),
            RowPlace::Method => {
                self.see(ReviewPage::Verdict);
                self.read_guide(ctx, Place::from(Page::Trust));
            }
            RowPlace::Here => self.see(ReviewPage::Verdict),
        }
        self.views.review.row = Some(at);
    }

    /// Looks at a step, or at the whole sheet.
    fn look_at(&mut self, step: Option<StepId>) {
        match step {
            Some(step) => self.seek(step),
            None => self.editor.select(Selection::default()),
        }
    }

    /// Goes to a step that something on the page is about.
    pub(super) fn go_to_step(&mut self, step: StepId) {
        self.see(ReviewPage::Sheet);
        self.seek(step);
    }

    /// Brings the cards into view that something is true of, all of them; answers whether there are any.
    pub(super) fn frame(&mut self, is_one: impl Fn(StepId, &Step) -> bool) -> bool {
        let steps = self.editor.scenario().steps().iter();
        let those = steps.filter(|(id, step)| is_one(**id, step)).map(|(id, _)| *id);
        let those: Vec<StepId> = those.collect();
        let any = !those.is_empty();
        self.canvas.reveal_all(those);
        any
    }

    /// Goes to a role, which has no place of its own: to all cards that it does, the others pale.
    pub(super) fn go_to_role(&mut self, ctx: &Context, role: RoleId) {
        let scenario = Arc::clone(self.editor.scenario());
        let any = self.frame(|step, _| scenario.step_needs_role(step, role));
        self.editor.select(Selection::thing(Thing::Role(role)));
        if !any {
            let name = self.words.role(role, &scenario).to_owned();
            let said = self.words.with("review-role-idle", &[("role", name.into())]);
            self.notice.say(said, ctx.time());
        }
    }

    pub(super) fn seek(&mut self, step: StepId) {
        self.canvas.seek(step);
        self.editor.select(Selection::step(step));
    }
}
