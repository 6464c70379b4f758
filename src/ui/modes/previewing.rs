//! Looking at a design on the sheet that is not in the file: nothing may change there.

use crate::ui::commands::{Bound, Command, Face, Mark};
use crate::ui::redesign::{Request, bar};
use crate::ui::view_context::Action;

use super::{Drawn, Esc, Mode, Standing};

/// The sheet shows the design that is chosen in the redesign, which stands aside.
pub(in crate::ui) struct Previewing;

impl Mode for Previewing {
    fn drawn(&self) -> Drawn {
        Drawn { menus: false, bar: Some(bar), file_bars: false }
    }

    fn sheet_takes_input(&self) -> bool {
        false
    }

    fn takes_key(&self, key: &Bound) -> bool {
        key.only_looks
    }

    /// What only looks, may be done, and what ends the preview.
    fn allows(&self, action: &Action, face_of: fn(Command) -> Face) -> bool {
        match action {
            Action::Tab(_)
            | Action::Below(_)
            | Action::Say(_)
            | Action::Filter(_)
            | Action::SeeHour(_)
            | Action::LookFrom(_)
            | Action::CopyImproving(_)
            | Action::Read(_)
            | Action::CloseGuide
            | Action::Simulate(_)
            | Action::Play(_)
            | Action::Redesign(_) => true,
            Action::Run(command) => face_of(*command).is(Mark::OnlyLooks),
            Action::Edit(_)
            | Action::Rename(_)
            | Action::Preview(..)
            | Action::Try(..)
            | Action::Take(_)
            | Action::Commit
            | Action::Abort
            | Action::Select(_)
            | Action::Pick(_)
            | Action::Name(_)
            | Action::GoTo(_)
            | Action::Compare(..)
            | Action::Review(_)
            | Action::GoToChange(..)
            | Action::Show(_)
            | Action::LeaveStartScreen
            | Action::OpenSample(_)
            | Action::OpenFile(_)
            | Action::AskRemoveLane(_)
            | Action::AskRemoveDecision(_)
            | Action::File(_)
            | Action::Present(_)
            | Action::Plan(_)
            | Action::Explain { .. } => false,
        }
    }

    fn escape(&self, _standing: Standing) -> Esc {
        Esc::Asks(Action::Redesign(Request::Back))
    }
}
