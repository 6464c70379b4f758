//! Walking along the visit: the surroundings of each moment are rated, one after the other.

use crate::ui::commands::{Bound, Command, Face, Mark};
use crate::ui::view_context::Action;
use crate::ui::walking::Walking;

use super::{Drawn, Esc, Mode, Standing};

impl Mode for Walking {
    fn drawn(&self) -> Drawn {
        Drawn { file_bars: false, ..Drawn::default() }
    }

    /// What is typed and pasted is not meant for the sheet behind.
    fn sheet_takes_input(&self) -> bool {
        false
    }

    /// What only looks, and what is undone: the arrows and the digits belong to the walk.
    fn takes_key(&self, key: &Bound) -> bool {
        key.at_start || matches!(key.command, Command::Undo | Command::Redo | Command::Save)
    }

    /// Everything but what would change or show what cannot be seen meanwhile.
    fn allows(&self, action: &Action, face_of: fn(Command) -> Face) -> bool {
        match action {
            Action::Run(command) => {
                matches!(
                    command,
                    Command::Undo | Command::Redo | Command::Save | Command::WalkThrough
                ) || face_of(*command).is(Mark::AtStart)
            }
            Action::Edit(_)
            | Action::Preview(..)
            | Action::Commit
            | Action::Abort
            | Action::GoTo(_)
            | Action::Select(_)
            | Action::Say(_)
            | Action::Read(_)
            | Action::CloseGuide
            | Action::Simulate(_)
            | Action::OpenFile(_)
            | Action::File(_)
            | Action::Explain { .. } => true,
            Action::Rename(_)
            | Action::Try(..)
            | Action::Take(_)
            | Action::Pick(_)
            | Action::Name(_)
            | Action::Tab(_)
            | Action::Below(_)
            | Action::Filter(_)
            | Action::SeeHour(_)
            | Action::LookFrom(_)
            | Action::CopyImproving(_)
            | Action::Redesign(_)
            | Action::Compare(..)
            | Action::Review(_)
            | Action::Present(_)
            | Action::Plan(_)
            | Action::Play(_)
            | Action::GoToChange(..)
            | Action::Show(_)
            | Action::LeaveStartScreen
            | Action::OpenSample(_)
            | Action::AskRemoveLane(_)
            | Action::AskRemoveDecision(_) => false,
        }
    }

    fn escape(&self, standing: Standing) -> Esc {
        if standing.typing { Esc::IsTaken } else { Esc::Asks(Action::Run(Command::WalkThrough)) }
    }
}
