//! Giving a lesson: what is shown cannot be changed, but for a try, on which one works as always. The file is
//! out of reach meanwhile.

use crate::presenting::Press;
use crate::ui::commands::{Bound, Command, Face, Group, Mark};
use crate::ui::presenting::{LessonWish, Presenting};
use crate::ui::view_context::Action;

use super::editing::of_sheet;
use super::{Drawn, Esc, Mode, Standing};

impl Mode for Presenting {
    fn drawn(&self) -> Drawn {
        Drawn { file_bars: false, ..Drawn::default() }
    }

    fn sheet_takes_input(&self) -> bool {
        self.is_trying()
    }

    fn takes_key(&self, key: &Bound) -> bool {
        self.is_trying() || is_about_window(key.command)
    }

    fn allows(&self, action: &Action, face_of: fn(Command) -> Face) -> bool {
        match action {
            Action::Present(_)
            | Action::Say(_)
            | Action::Read(_)
            | Action::CloseGuide
            | Action::Play(_)
            | Action::Simulate(_) => true,
            Action::Run(command) => allows(*command, self.is_trying(), face_of),
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
            | Action::AskRemoveLane(_)
            | Action::AskRemoveDecision(_)
            | Action::Explain { .. } => self.is_trying(),
            Action::Tab(_)
            | Action::Below(_)
            | Action::Filter(_)
            | Action::SeeHour(_)
            | Action::LookFrom(_)
            | Action::CopyImproving(_)
            | Action::Redesign(_)
            | Action::Compare(..)
            | Action::Plan(_)
            | Action::Review(_)
            | Action::GoToChange(..)
            | Action::Show(_)
            | Action::LeaveStartScreen
            | Action::OpenSample(_)
            | Action::OpenFile(_)
            | Action::File(_) => false,
        }
    }

    /// What lies over the sheet of a try is left first, then the try; the lesson itself says the rest.
    fn escape(&self, standing: Standing) -> Esc {
        let leave = Esc::Asks(Action::Present(LessonWish::Press(Press::Escape)));
        if !self.is_trying() {
            return if standing.typing { Esc::IsTaken } else { leave };
        }
        let standing = Standing { enlarged: false, filtered: false, ..standing };
        match of_sheet(standing) {
            Esc::IsFree => leave,
            esc @ (Esc::Asks(_) | Esc::IsTaken) => esc,
        }
    }
}

/// Whether a command may be asked for: what is about the window always, what is about the sheet while a try is
/// made, never what is about files, scenarios and panels.
fn allows(command: Command, is_trying: bool, face_of: fn(Command) -> Face) -> bool {
    let face = face_of(command);
    let is_about_sheet = matches!(face.group, Group::Edit | Group::Insert)
        && command != Command::Find
        || face.is(Mark::OnSheet) && command != Command::FoldIntoRows;
    is_about_window(command) || is_trying && is_about_sheet
}

/// Whether a command is about the window, whatever it shows.
fn is_about_window(command: Command) -> bool {
    use Command as C;
    let is_about_looks = matches!(
        command,
        C::ThemeLight | C::ThemeDark | C::ThemeSystem | C::Contrast | C::Motion | C::Language(_)
    );
    let is_about_size = matches!(command, C::Larger | C::Smaller | C::UsualSize | C::FullScreen);
    is_about_looks || is_about_size || matches!(command, C::Shortcuts | C::Guide)
}
