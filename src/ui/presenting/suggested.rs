//! The one place that makes a lesson for a blueprint that has none.

use crate::blueprint::Lesson;
use crate::editor::Editor;
use crate::lessons::suggested_stops;
use crate::wording::Wording;

/// A first lesson about the scenario that is shown.
pub(in crate::ui) fn suggested(editor: &Editor, words: &Wording) -> Lesson {
    suggested_stops(editor.blueprint(), editor.scenario().id(), words)
}
