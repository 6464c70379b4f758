//! What can be pressed while a lesson is given, and what the window has to do then.

use super::levers::Lever;

/// What a key, a button of the desk or a clicker means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// What is held back, then the next stop.
    Next,
    /// The stop before.
    Back,
    /// The first stop.
    First,
    /// The last stop.
    Last,
    /// A figure of a number.
    Digit(u8),
    /// Takes what was typed or chosen.
    Enter,
    /// Up: a lever is turned, else as [`Press::Back`].
    Up,
    /// Down: a lever is turned, else as [`Press::Next`].
    Down,
    /// Turns a lever up.
    More,
    /// Turns a lever down.
    Less,
    /// All stops at once.
    Overview,
    /// A black wall.
    Black,
    /// A white wall.
    White,
    /// Holds back what may be held back, or shows it.
    Hold,
    /// Takes a tool for the wall in hand, or puts it down.
    Tool(Tool),
    /// The other of two scenarios.
    Flip,
    /// Both scenarios on one axis.
    Overlay,
    /// More contrast on the wall.
    Contrast,
    /// The next lever of the stop, then none.
    Levers,
    /// What somebody in the room proposes.
    NewTry,
    /// Counts hands for each answer.
    Hands,
    /// The stop, or the try, as at its start.
    Restore,
    /// The whole lesson as at its start.
    RestoreAll,
    /// The last change in the sandbox.
    Undo,
    /// The clock stands still, or goes on.
    Clock,
    /// Ends a try, what lies over the stop, or the lesson.
    Escape,
}

/// What the wall is shown something with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tool {
    /// A dot that is seen from everywhere.
    Pointer,
    /// A pen.
    Draw,
    /// Takes strokes away.
    Erase,
    /// All but what is under the pointer fades.
    Spotlight,
    /// What is under the pointer is shown large.
    Zoom,
}

/// What the window has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Just show what is so now.
    Shown,
    /// Ask whose idea it is; then [`super::Session::start_try`].
    AskWhoseIdea,
    /// The lesson is at its end; the next blueprint of a list follows, if there is one.
    IsOver,
    /// Before the first stop; the blueprint before it in a list comes back, if there is one.
    IsBefore,
    /// Ask what is to be kept, if there is anything, and leave.
    Leave,
    /// Nothing happened: there is nothing of this sort here.
    Nothing,
    /// Nothing happened: there is no other version to flip to or to lay over.
    NoOther,
    /// Nothing happened: both versions are always shown here.
    ShowsBoth,
    /// A lever went as far as it goes, which is less far than was wanted.
    AtItsEnd(Lever),
}
