//! Playing a simulated day: everything can be done as always, and the day follows.

use crate::ui::commands::Command;
use crate::ui::playing::Playing;
use crate::ui::view_context::Action;

use super::editing::of_sheet;
use super::{Esc, Mode, Standing};

impl Mode for Playing {
    /// The panels come back first, with the levers as they are; then what lies over the sheet is left, then the
    /// day.
    fn escape(&self, standing: Standing) -> Esc {
        if self.is_wide && !standing.typing && !standing.in_gesture {
            return Esc::Asks(Action::Run(Command::Enlarge));
        }
        match of_sheet(standing) {
            Esc::IsFree => Esc::Asks(Action::Run(Command::PlayDay)),
            esc @ (Esc::Asks(_) | Esc::IsTaken) => esc,
        }
    }
}
