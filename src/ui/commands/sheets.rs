//! The rows of the planning sheets: one for each template.

use crate::blueprint::sheets::Purpose;
use crate::planning::mix::usual_classes;

use super::face::Face;
use super::{Group, Submenu};

/// How the command presents itself that adds a sheet of a template.
pub(super) fn face(purpose: Purpose) -> Face {
    let text = match purpose {
        Purpose::Production => "command-sheet-production",
        Purpose::Blend => "command-sheet-blend",
        Purpose::Knapsack => "command-sheet-knapsack",
        Purpose::Choice => "command-sheet-choice",
        Purpose::Transport => "command-sheet-transport",
        Purpose::Assignment => "command-sheet-assignment",
        Purpose::ServiceMix => "command-sheet-mix",
    };
    Face::of(Group::Insert, text)
        .within(Submenu::Sheet, 1)
        .named_now(move |view| view.words.sheet_title(purpose).to_owned())
        .unless(move |view| {
            let is_mix = purpose == Purpose::ServiceMix;
            let has_classes = !is_mix || usual_classes(view.scenario).is_some();
            (!has_classes).then_some("command-sheet-mix-none")
        })
}
