//! A lesson in the window: the wall, which a class sees, and the desk, which only the presenter does.
//!
//! - here: what is on, and what can be asked of it; `acts`: what the window does then; `adding`: making stops;
//! - `changed`: what a try has changed; `kept_of`: a try of one of several lessons; `wish`, `asking`: what can be asked of a lesson; `keys`: what is pressed; `wall`: painting the wall and what is shown on it with pointer and pen;
//! - `versions`: what a stop is shown with; `strip`, `resting`: what a single window shows at its foot while the mouse rests; `desk` and its parts: the desk;
//! - `desk_file`: what became of the file meanwhile;
//! - `course`: the lessons of a playlist, one after another;
//! - `suggested`: a lesson for a blueprint that has none.
//!
//! # What always holds
//!
//! - The open file lies aside, whole: what is on the sheet meanwhile is a sandbox
//!   (`a_lesson_leaves_file_and_history_alone`).
//! - What is held back is nowhere in the window while there is only one
//!   (`what_is_held_back_is_neither_seen_nor_heard`).

mod acts;
mod adding;
mod asking;
mod changed;
mod course;
mod desk;
mod desk_file;
mod desk_keys;
mod desk_levers;
mod desk_time;
mod desk_tries;
mod frame;
mod kept_of;
mod keys;
mod resting;
mod strip;
mod suggested;
mod tools;
mod versions;
mod wall;
mod wish;

use std::sync::Arc;

use egui::Ui;

use super::canvas::Canvas;
use super::comparing::Comparing;
use super::figures::Figures;
use super::files::Home;
use super::filter::Filter;
use super::notice::Notice;
use super::playing::Playing;
use super::reviewing::Reviewing;
use super::side_tabs::SideTabs;
use super::view_context::{Bottom, ViewContext};
use super::views::ViewState;
use crate::blueprint::{Blueprint, Stop, StopPicture};
use crate::editor::Editor;
use crate::pictures::Lens;
use crate::presenting::{Over, Session};
use crate::storage::OnDisk;
use crate::storage::preferences::{LessonPreferences, Preferences, WallPlace};

pub(super) use kept_of::KeptOf;
pub(super) use suggested::suggested;
pub(super) use wish::{LessonStart, LessonWish};

/// The lesson that is given.
pub(super) struct Presenting {
    pub session: Session,
    /// The playlist that the lesson belongs to, if it does.
    course: Option<course::Course>,
    /// The open file, which is not touched meanwhile.
    aside: Aside,
    /// Whether the presenter has a desk beside the wall.
    has_desk: bool,
    wall: wall::WallState,
    strip: resting::Strip,
    /// How large the note is written on the desk, in points.
    note_size: f32,
    /// What was found of the file when it was looked at last, if that is not what was opened.
    pub file_on_disk: Option<OnDisk>,
    /// Where the wall's own window is opened, and where it was seen last.
    opened_at: Option<WallPlace>,
    wall_at: Option<WallPlace>,
}

/// What lies aside while a lesson is given, and comes back as it was.
struct Aside {
    file: Editor,
    canvas: Canvas,
    figures: Figures,
    views: ViewState,
    tab: SideTabs,
    bottom: Bottom,
    filter: Filter,
    lens: Lens,
    comparing: Option<Comparing>,
    playing: Option<Playing>,
    reviewing: Option<Reviewing>,
    /// Whether the start screen lay over all of it.
    had_start_screen: bool,
}

impl Presenting {
    /// What is remembered of it for the next lesson: on which monitor the wall was, how large the note.
    fn to_remember(&self, before: &Preferences) -> LessonPreferences {
        // Sizes of letters are small whole numbers.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "10 to 40")]
        let size = self.note_size.round().clamp(10.0, 40.0) as u8;
        LessonPreferences {
            wall: self.wall_at.or(before.lesson.wall),
            note_size: (size != 15 || before.lesson.note_size.is_some()).then_some(size),
        }
    }

    /// Whether a try is being made, on the sheet itself.
    pub fn is_trying(&self) -> bool {
        self.session.trying().is_some()
    }

    /// Whether something is searched for a stop.
    pub fn is_busy(&self) -> bool {
        self.wall.is_busy()
    }

    /// Whether a day can be played at the stop that is shown.
    pub fn shows_day(&self) -> bool {
        let picture = self.session.stop().and_then(Stop::picture);
        self.session.place().over == Over::Nothing && picture == Some(StopPicture::Day)
    }

    /// Whether the room proposed something.
    pub fn has_tries(&self) -> bool {
        !self.session.tries().is_empty()
            || self.course.as_ref().is_some_and(course::Course::has_tries)
    }

    /// What a recovery copy is made of: the sandbox once there are tries, else the file.
    pub fn to_recover<'a>(&'a self, sandbox: &'a Editor) -> &'a Editor {
        if self.session.tries().is_empty() { &self.aside.file } else { sandbox }
    }

    /// The open file, which lies aside meanwhile.
    pub fn file(&self) -> &Editor {
        &self.aside.file
    }

    /// Whether it is one of the lessons of a playlist.
    pub fn is_of_playlist(&self) -> bool {
        self.course.is_some()
    }

    /// The lessons of a playlist that lie aside with what was proposed in them, each with its number from 1 and its file.
    pub fn left_with_tries(&self) -> impl Iterator<Item = ((usize, &Home), &Arc<Blueprint>)> {
        self.course.iter().flat_map(course::Course::left_with_tries)
    }

    /// The number from 1 and the file of the lesson whose tries a recovery copy is made of, where that is not the
    /// window's own.
    pub fn home(&self) -> Option<(usize, &Home)> {
        let course = self.course.as_ref().filter(|_| !self.session.tries().is_empty())?;
        course.document().map(|document| (course.at() + 1, &document.home))
    }

    /// Shows the wall, or the desk with the wall beside it.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        canvas: &mut Canvas,
        notice: &Notice,
    ) {
        if self.has_desk {
            self.show_desk(ui, view, canvas, notice);
        } else {
            self.show_one_window(ui, view, canvas, notice);
        }
    }
}
