//! What is asked of the window beside the redesign.

use crate::process::ProblemPlace;

/// What a person wants of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Request {
    /// To close the dialog.
    Close,
    /// To remove what is in the way.
    GoTo(ProblemPlace),
    /// To see the design on the sheet.
    Preview,
    /// To be back from there.
    Back,
    /// To have the design as a scenario.
    Make,
}
