//! Which commands there are while a blueprint is judged that somebody else drew.

use super::face::{Face, Mark};
use super::table::face;
use super::{Command, Group};

/// Whether a command is for reviewers: about files and comments, not about the model.
pub(in crate::ui) fn is_for_reviewers(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::New
            | C::Templates
            | C::Open
            | C::Save
            | C::SaveAs
            | C::Export
            | C::Report
            | C::Print
            | C::StartScreen
            | C::Quit
            | C::Undo
            | C::Redo
            | C::CopyPicture
            | C::SelectNone
            | C::Review
            | C::AddComment
            | C::SaveReviewedCopy
            | C::SearchCommands
            | C::Shortcuts
            | C::ReportProblem
            | C::About
    )
}

/// How a command presents itself then: what would change the model says that nothing is changed.
pub(in crate::ui) fn face_for_reviewers(command: Command) -> Face {
    let face = face(command);
    let is_free = is_for_reviewers(command) || face.is(Mark::OnlyLooks);
    let is_about_panels = face.group == Group::View
        && matches!(
            command,
            Command::ShowPalette | Command::ShowSide | Command::ShowTable | Command::Enlarge
        );
    if is_free && !is_about_panels {
        face
    } else {
        face.unless(|_| Some("review-nothing-is-changed"))
    }
}
