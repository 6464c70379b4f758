//! Working on a planning sheet: its table stands in the place of the blueprint.

use crate::blueprint::{ScenarioId, SheetId};
use crate::ui::commands::{Bound, Command, Face, Group, Mark, face};
use crate::ui::view_context::Action;

use super::{Esc, Mode, Standing};

/// A planning sheet is shown.
pub(in crate::ui) struct Planning {
    /// Which.
    pub sheet: SheetId,
    /// The scenario behind it: whatever shows another one leaves the sheet.
    pub scenario: ScenarioId,
}

/// Whether a command has a meaning while no blueprint is seen: what changes its cards has none.
fn is_meant(command: Command, face: &Face) -> bool {
    match face.group {
        // Who walks through the service sees the blueprint.
        Group::View => command != Command::WalkThrough,
        Group::File | Group::Scenario | Group::Help => true,
        Group::Edit => matches!(command, Command::Undo | Command::Redo),
        Group::Insert => matches!(command, Command::NewSheet(_)),
    }
}

impl Mode for Planning {
    fn sheet_takes_input(&self) -> bool {
        false
    }

    fn takes_key(&self, key: &Bound) -> bool {
        is_meant(key.command, &face(key.command))
    }

    fn allows(&self, action: &Action, face_of: fn(Command) -> Face) -> bool {
        match action {
            Action::Run(command) => is_meant(*command, &face_of(*command)),
            Action::Edit(_)
            | Action::Preview(..)
            | Action::Try(..)
            | Action::Take(_)
            | Action::Rename(_)
            | Action::Commit
            | Action::Abort
            | Action::Select(_)
            | Action::Pick(_)
            | Action::Name(_)
            | Action::GoTo(_)
            | Action::Compare(..)
            | Action::GoToChange(..)
            | Action::Show(_)
            | Action::Tab(_)
            | Action::Below(_)
            | Action::LeaveStartScreen
            | Action::OpenSample(_)
            | Action::OpenFile(_)
            | Action::AskRemoveLane(_)
            | Action::AskRemoveDecision(_)
            | Action::File(_)
            | Action::Filter(_)
            | Action::SeeHour(_)
            | Action::LookFrom(_)
            | Action::CopyImproving(_)
            | Action::Redesign(_)
            | Action::Simulate(_)
            | Action::Play(_)
            | Action::Present(_)
            | Action::Plan(_)
            | Action::Review(_)
            | Action::Read(_)
            | Action::CloseGuide
            | Action::Say(_)
            | Action::Explain { .. } => true,
        }
    }

    /// What is typed and dragged in the table reads Esc itself, before this is asked.
    fn escape(&self, standing: Standing) -> Esc {
        if standing.typing || standing.in_gesture {
            Esc::IsTaken
        } else if standing.levers {
            Esc::Asks(Action::Abort)
        } else {
            Esc::IsTaken
        }
    }
}

/// Whether a command shows something of the blueprint, so that the sheet gives way to it.
pub(in crate::ui) fn shows_blueprint(command: Command, face: &Face) -> bool {
    face.is(Mark::OnSheet)
        || matches!(
            command,
            Command::ShowBelow(_) | Command::Enlarge | Command::PlayDay | Command::Compare
        )
}
