//! Asking for what a button of the lesson means.

use crate::presenting::Press;
use crate::ui::view_context::{Action, ViewContext};

use super::wish::LessonWish;

/// Asks for something.
pub(super) fn ask(view: &mut ViewContext<'_>, wish: LessonWish) {
    view.ask(Action::Present(wish));
}

/// Asks for what a key means.
pub(super) fn press(view: &mut ViewContext<'_>, press: Press) {
    ask(view, LessonWish::Press(press));
}
