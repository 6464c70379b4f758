//! The lesson of the blueprint while it is edited: its stops as rows below the sheet (`rows`), and the fields of the
//! chosen one beside it (`stop`).

mod rows;
mod stop;

use crate::blueprint::{HeldBack, Lesson, StopId, StopPicture};
use crate::editor::{DocumentEdit, Editor};

pub(in crate::ui) use rows::LEAST_TOOLS;
pub(in crate::ui) use stop::show as show_stop;

/// What the view of the lesson remembers.
#[derive(Debug, Default)]
pub(in crate::ui) struct LessonTab {
    /// The stop that is chosen.
    pub chosen: Option<StopId>,
    /// The stop that is dragged.
    dragged: Option<StopId>,
    /// The stops that were there in the last pass: one that comes back is chosen.
    seen: Vec<StopId>,
}

impl LessonTab {
    /// The stop that is chosen, if it is there.
    pub fn chosen_in(&self, editor: &Editor) -> Option<StopId> {
        let lesson = editor.blueprint().lesson()?;
        self.chosen.filter(|id| lesson.stops.iter().any(|(other, _)| other == id))
    }
}

/// The edit that puts a lesson in the place of the one that is there.
pub(in crate::ui) fn edit_of(lesson: Lesson) -> DocumentEdit {
    DocumentEdit::SetLesson(Some(Box::new(lesson)))
}

/// The key of what a stop shows.
pub(in crate::ui) fn picture_key(picture: StopPicture) -> &'static str {
    match picture {
        StopPicture::Sheet => "lesson-shows-sheet",
        StopPicture::Load => "chart-tab-load",
        StopPicture::Visit => "chart-tab-visit",
        StopPicture::Waiting => "chart-tab-waiting",
        StopPicture::Money => "chart-tab-money",
        StopPicture::Compare => "lesson-shows-compare",
        StopPicture::Redesign => "lesson-shows-redesign",
        StopPicture::Day => "lesson-shows-day",
        StopPicture::Profile => "items-view-profile",
        StopPicture::Gaps => "items-view-gaps",
        StopPicture::Importance => "items-view-importance",
        StopPicture::Kano => "items-view-kano",
        StopPicture::Plan => "lesson-shows-plan",
    }
}

/// The key of what is held back.
fn held_key(what: HeldBack) -> &'static str {
    match what {
        HeldBack::Bottleneck => "lesson-holds-bottleneck",
        HeldBack::Figures => "lesson-holds-figures",
        HeldBack::Help => "lesson-holds-help",
    }
}
