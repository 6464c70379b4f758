//! Playing a simulated day: everything can be done as always, and the day follows.

use crate::ui::commands::Command;
use crate::ui::playing::Playing;
use crate::ui::view_context::Action;

use super::editing::of_sheet;
use super::{Esc, Mode, Standing};

impl Mode for Playing {
    /// What lies over the sheet is left first, then the panels come back, then the day is left.
    fn escape(&self, standing: Standing) -> Esc {
        match of_sheet(standing) {
            Esc::IsFree if self.is_wide => Esc::Asks(Action::Run(Command::Enlarge)),
            Esc::IsFree => Esc::Asks(Action::Run(Command::PlayDay)),
            esc @ (Esc::Asks(_) | Esc::IsTaken) => esc,
        }
    }
}
