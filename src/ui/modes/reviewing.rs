//! Judging a blueprint that somebody else drew: what is said changes, and nothing else.

use crate::ui::commands::{Bound, Command, Face, Mark, is_for_reviewers};
use crate::ui::reviewing::{ReviewPage, ReviewWish, Reviewing};
use crate::ui::view_context::Action;

use super::editing::of_sheet;
use super::{Esc, Mode, Standing};

impl Mode for Reviewing {
    fn sheet_takes_input(&self) -> bool {
        false
    }

    fn takes_key(&self, key: &Bound) -> bool {
        key.only_looks || is_for_reviewers(key.command)
    }

    /// What only looks, may be done, and what is about comments or files.
    fn allows(&self, action: &Action, face_of: fn(Command) -> Face) -> bool {
        match action {
            Action::Review(_)
            | Action::Abort
            | Action::Select(_)
            | Action::Pick(_)
            | Action::Show(_)
            | Action::Say(_)
            | Action::Filter(_)
            | Action::SeeHour(_)
            | Action::LookFrom(_)
            | Action::CopyImproving(_)
            | Action::Read(_)
            | Action::CloseGuide
            | Action::Simulate(_)
            | Action::LeaveStartScreen
            | Action::OpenSample(_)
            | Action::OpenFile(_)
            | Action::File(_)
            | Action::Explain { .. } => true,
            Action::Run(command) => {
                is_for_reviewers(*command) || face_of(*command).is(Mark::OnlyLooks)
            }
            Action::Plan(wish) => wish.only_looks(),
            Action::Edit(_)
            | Action::Rename(_)
            | Action::Preview(..)
            | Action::Try(..)
            | Action::Take(_)
            | Action::Commit
            | Action::Name(_)
            | Action::GoTo(_)
            | Action::Compare(..)
            | Action::GoToChange(..)
            | Action::Tab(_)
            | Action::Below(_)
            | Action::AskRemoveLane(_)
            | Action::AskRemoveDecision(_)
            | Action::Redesign(_)
            | Action::Play(_)
            | Action::Present(_) => false,
        }
    }

    /// What lies over the page is left first, then sheet and changes for the page. A review is left by its button
    /// alone: a key that is hit too often must not open the model.
    fn escape(&self, standing: Standing) -> Esc {
        match of_sheet(standing) {
            Esc::IsFree if !standing.selected && self.page != ReviewPage::Verdict => {
                Esc::Asks(Action::review(ReviewWish::See(ReviewPage::Verdict)))
            }
            esc @ (Esc::IsFree | Esc::Asks(_) | Esc::IsTaken) => esc,
        }
    }
}
