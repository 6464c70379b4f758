//! Comparing two scenarios: they are edited meanwhile as always.

use crate::ui::commands::Command;
use crate::ui::comparing::Comparing;
use crate::ui::view_context::Action;

use super::editing::of_sheet;
use super::{Esc, Mode, Standing};

impl Mode for Comparing {
    /// What lies over the sheet is left first, then the comparison.
    fn escape(&self, standing: Standing) -> Esc {
        match of_sheet(standing) {
            Esc::IsFree => Esc::Asks(Action::Run(Command::LeaveComparing)),
            esc @ (Esc::Asks(_) | Esc::IsTaken) => esc,
        }
    }
}
