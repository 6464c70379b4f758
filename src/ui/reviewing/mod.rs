//! A blueprint that somebody has to judge who did not draw it: read, commented, decided on.
//!
//! - here: what is seen of it, and what is known of the review while it is on;
//! - `wish`: what can be asked of it; `acts`, `changing`, `leading`, `saving`: what becomes of that; `keys`, `keying`: its keys;
//! - `desk`: what lies on the reviewer's desk: drafts, the text that is written, what is shown; `held`: the version
//!   that it is held against; `being_saved`: the page while it is written;
//! - `places`: which thing each comment is on, in which order, and what became of it since; `selected`: the same of
//!   what is selected;
//! - `levers`: what can be tried; what a suggestion would bring, [`crate::reports`] says;
//! - `parts`: what is shown, in the order in which it lies: `bar`; `page` with `head`, `pictures` and `small_sheet`; `pane`
//!   with `topic` and `writing`; `changes` with `axis`; `pins` on the sheet and `on_figures`,
//!   all with `bubble`.
//!
//! # What always holds
//!
//! - While a review is on, no key and no drag changes the model
//!   (`nothing_that_is_typed_or_dragged_in_a_review_changes_the_model`).
//! - What is said recomputes no figure (`comments_recompute_no_figure`).
//! - A review is one step to undo, with all comments that were drafts.
//! - What was said is never lost: what a reviewer leaves half written stays a draft.

mod acts;
mod axis;
mod bar;
mod being_saved;
mod bubble;
mod changes;
mod changing;
mod copying;
mod desk;
mod drafts;
mod head;
mod held;
mod keying;
mod keys;
mod leading;
mod levers;
mod notes;
mod on_figures;
mod page;
mod pane;
mod parts;
mod pictures;
mod pins;
mod places;
mod saving;
mod selected;
mod small_sheet;
mod topic;
mod wish;
mod writing;

use std::sync::Arc;

use crate::drawing::Differences;

pub(super) use self::bar::show as show_bar;
pub(super) use self::desk::Desk;
pub(super) use self::drafts::take_unsent;
pub(super) use self::on_figures::{bubble_on_tile, comment_on_figure};
pub(super) use self::pane::show_beside;
pub(super) use self::parts::Parts;
pub(super) use self::pins::show as show_pins;
pub(super) use self::wish::{ReviewPage, ReviewWish, Which};

/// The review that is on.
#[derive(Debug, Default)]
pub(super) struct Reviewing {
    /// What is seen of the blueprint.
    pub page: ReviewPage,
}

/// How much lies on the desk of a reviewer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DeskCounts {
    /// What is written and not sent.
    pub drafts: usize,
    /// What changed since the version that it is held against, and what of it changes figures.
    pub changes: usize,
    pub moving: usize,
}

/// What the parts of the window know of a review that is on.
#[derive(Clone, Debug, Default)]
pub(super) struct InReview {
    /// What is seen of the blueprint.
    pub page: ReviewPage,
    /// What differs from the version that it is held against.
    pub differences: Option<Arc<Differences>>,
    /// What lies on the desk.
    pub counts: DeskCounts,
}
