//! What can be asked of a lesson.

use crate::blueprint::ScenarioId;
use crate::presenting::{Lever, Press};

/// Where a lesson begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum LessonStart {
    /// At its first stop.
    First,
    /// At the stop that is chosen.
    Chosen,
}

/// What can be asked of a lesson.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) enum LessonWish {
    /// What a key or a button means.
    Press(Press),
    /// A lever where it is wanted; `None` puts it back.
    Lever(Lever, Option<f64>),
    /// All levers as they were.
    LeversBack,
    /// A try on the wall, or the stop itself.
    ShowTry(Option<ScenarioId>),
    /// Go on with a try that was made before.
    GoOnTrying(ScenarioId),
    /// The hands for an answer.
    Hands(usize, u32),
    /// A stop by its place.
    GoTo(usize),
    /// Play the day, or pause it.
    PlayDay,
    /// A desk for the presenter beside the wall, or one window for both.
    Desk,
}

impl LessonWish {
    /// What it is called where nobody reads it in a language.
    pub fn code(self) -> &'static str {
        match self {
            Self::Press(Press::Next) => "next",
            Self::Press(Press::Back) => "back",
            Self::Press(Press::Escape) => "escape",
            Self::Press(_) => "key",
            Self::Lever(..) => "lever",
            Self::LeversBack => "levers-back",
            Self::ShowTry(_) => "show-try",
            Self::GoOnTrying(_) => "go-on-trying",
            Self::Hands(..) => "hands",
            Self::GoTo(_) => "go-to-stop",
            Self::PlayDay => "play-day",
            Self::Desk => "desk",
        }
    }
}
