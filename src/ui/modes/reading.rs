//! Reading in the guide: it floats over whatever else the window is about, and has the keys.

use crate::ui::commands::Bound;
use crate::ui::view_context::Action;

use super::{Esc, Mode, Standing};

/// The guide has the keys. It lies over all modes, which go on behind it: what is drawn and what may be
/// done is theirs to say.
pub(in crate::ui) struct Reading;

impl Mode for Reading {
    /// What is typed, copied and pasted is not meant for the sheet.
    fn sheet_takes_input(&self) -> bool {
        false
    }

    /// Keys that work wherever one is; none that changes what is selected behind the guide.
    fn takes_key(&self, key: &Bound) -> bool {
        key.at_start || key.only_looks || key.while_typing
    }

    fn escape(&self, _standing: Standing) -> Esc {
        Esc::Asks(Action::CloseGuide)
    }
}
