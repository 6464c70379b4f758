//! Editing: what the window is about where nothing else is.

use crate::ui::commands::Command;
use crate::ui::view_context::Action;

use super::{Esc, Mode, Standing};

/// The mode below all others.
pub(super) struct Editing;

impl Mode for Editing {
    fn escape(&self, standing: Standing) -> Esc {
        of_sheet(standing)
    }
}

/// What Esc leaves on the sheet, one thing a press: an enlarged view before anything that it hides,
/// levers that were pulled, a filter while nothing is selected.
pub(super) fn of_sheet(standing: Standing) -> Esc {
    if standing.typing {
        Esc::IsTaken
    } else if standing.enlarged {
        Esc::Asks(Action::Run(Command::Enlarge))
    } else if standing.levers {
        Esc::Asks(Action::Abort)
    } else if standing.in_gesture {
        Esc::IsTaken
    } else if standing.filtered && !standing.selected {
        Esc::Asks(Action::Run(Command::ClearFilter))
    } else {
        Esc::IsFree
    }
}
