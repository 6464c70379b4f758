//! What the window does for a lesson: begins it, follows it, leaves it.

use std::sync::Arc;

use egui::Context;

use crate::blueprint::{Blueprint, Lesson, StopId};
use crate::drawing::UNITS_HIGH;
use crate::editor::Editor;
use crate::pictures::Lens;
use crate::presenting::{Answer, Lever, Press, Session, When, keep};
use crate::storage::preferences::LessonPreferences;
use crate::ui::app::App;
use crate::ui::canvas::Canvas;
use crate::ui::dialogs::{AskKeepTries, AskWhoseIdea};
use crate::ui::figures::{Figures, Hour};
use crate::ui::filter::Filter;
use crate::ui::modes::Modes;
use crate::ui::playing::{PlayWish, Playing};
use crate::ui::side_tabs::SideTabs;
use crate::ui::theme;
use crate::ui::view_context::Bottom;
use crate::ui::views::ViewState;

use super::course::Course;
use super::desk_levers::{name, value};
use super::kept_of::KeptOf;
use super::keys::{Hands, presses_of_keys};
use super::{Aside, LessonStart, LessonWish, Presenting, suggested};

impl App {
    /// Begins the lesson at its first stop.
    pub(in crate::ui) fn start_lesson_first(&mut self, ctx: &Context) {
        self.start_or_await_lesson(ctx, LessonStart::First);
    }

    /// Begins the lesson at the stop that is chosen.
    pub(in crate::ui) fn start_lesson_here(&mut self, ctx: &Context) {
        self.start_or_await_lesson(ctx, LessonStart::Chosen);
    }

    /// Begins the lesson, once the file is there that is being read or written.
    fn start_or_await_lesson(&mut self, ctx: &Context, start: LessonStart) {
        if self.modes.presenting.is_some() {
            return;
        }
        if self.files.is_working() {
            self.lesson_wanted = Some(start);
            self.notice.say(self.words.text("lesson-waits-for-file").to_owned(), ctx.time());
            return;
        }
        if self.files.is_busy() {
            self.notice.say(self.words.text("lesson-wait-for-file").to_owned(), ctx.time());
            return;
        }
        if self.editor.scenario().steps().is_empty() {
            self.notice.say(self.words.text("obstacle-no-steps").to_owned(), ctx.time());
            return;
        }
        let at = match start {
            LessonStart::First => None,
            LessonStart::Chosen => self.views.lesson.chosen,
        };
        self.start_lesson(ctx, at);
    }

    /// Begins the lesson that waits for a file. Until then no key is for the sheet: who pressed one meant the lesson.
    fn start_awaited_lesson(&mut self, ctx: &Context) {
        let Some(start) = self.lesson_wanted else { return };
        let is_called_off = ctx.input_mut(|input| {
            let escapes = input.key_pressed(egui::Key::Escape);
            input.events.retain(|event| {
                !matches!(
                    event,
                    egui::Event::Key { .. } | egui::Event::Text(_) | egui::Event::Paste(_)
                )
            });
            escapes
        });
        if is_called_off || self.dialogs.is_open() {
            self.lesson_wanted = None;
        } else if !self.files.is_working() {
            self.lesson_wanted = None;
            self.start_or_await_lesson(ctx, start);
        }
    }

    /// Begins the lesson of the blueprint, at its first stop or at one; a blueprint without a lesson shows the one
    /// that is suggested, which is not kept.
    fn start_lesson(&mut self, ctx: &Context, at: Option<StopId>) {
        self.leave_advice(ctx);
        self.editor.commit();
        let blueprint = Arc::clone(self.editor.blueprint());
        self.begin_lesson(ctx, &blueprint, (at, None));
    }

    /// Begins the lesson of a blueprint, that of the window or one of a playlist.
    pub(super) fn begin_lesson(
        &mut self,
        ctx: &Context,
        blueprint: &Arc<Blueprint>,
        (at, course): (Option<StopId>, Option<Course>),
    ) {
        let mut sandbox = Editor::with_saved(Arc::clone(blueprint), Arc::clone(blueprint));
        if course.is_none() {
            sandbox.show_scenario(self.editor.scenario().id());
        }
        let own = blueprint.lesson().filter(|lesson| !lesson.stops.is_empty());
        let lesson = match own {
            Some(lesson) => Arc::clone(lesson),
            None => Arc::new(suggested(&sandbox, &self.words)),
        };
        let at = at.and_then(|id| place_of(&lesson, id)).unwrap_or(0);
        let mut session = Session::begin(lesson, at, &mut sandbox, ctx.time());
        let mut figures = Figures::of(&sandbox);
        if course.is_none() {
            // The wall has the figures of the time that the window has them of.
            let hour = self.figures.hour();
            figures.look_at(hour, &sandbox);
            session.look_at(match hour {
                Hour::Opening => When::Busiest,
                Hour::Steady => When::Steady,
                Hour::At(time) => When::At(time),
            });
        }
        let Modes { comparing, playing, reviewing, start_screen, .. } = &mut self.modes;
        let aside = Aside {
            had_start_screen: start_screen.take().is_some(),
            reviewing: reviewing.take(),
            file: std::mem::replace(&mut self.editor, sandbox),
            canvas: std::mem::take(&mut self.canvas),
            figures: std::mem::replace(&mut self.figures, figures),
            views: std::mem::take(&mut self.views),
            tab: std::mem::take(&mut self.tab),
            bottom: std::mem::take(&mut self.bottom),
            filter: std::mem::take(&mut self.filter),
            lens: std::mem::take(&mut self.lens),
            comparing: comparing.take(),
            playing: playing.take(),
        };
        self.flashes.clear();
        self.letters.rest();
        self.dialogs.leave_behind();
        // What has the focus lies behind the wall now.
        if let Some(focused) = ctx.memory(egui::Memory::focused) {
            ctx.memory_mut(|memory| memory.surrender_focus(focused));
        }
        let remembered = self.files.preferences().lesson;
        let presenting = Presenting::of(session, aside, (course, remembered));
        self.modes.presenting = Some(Box::new(presenting));
        self.play_day_of_stop(ctx);
    }

    /// Ends the lesson: everything is as it was, and what is kept is added to the file, one step each.
    pub(in crate::ui) fn leave_lesson(&mut self, ctx: &Context, kept: &[KeptOf]) {
        let Some(presenting) = self.modes.presenting.take() else { return };
        // Before the next pass, in which panels would take the room that large letters need.
        self.write_as_on_wall(ctx);
        let remembered = presenting.to_remember(self.files.preferences());
        self.files.change(|preferences| preferences.lesson = remembered);
        let Presenting { aside, course, .. } = *presenting;
        let Aside { file, canvas, figures, views, tab, bottom, filter, lens, .. } = aside;
        let Aside { comparing, playing, reviewing, had_start_screen, .. } = aside;
        let mut sandbox = std::mem::replace(&mut self.editor, file);
        sandbox.commit();
        (self.canvas, self.figures, self.views) = (canvas, figures, views);
        (self.tab, self.bottom, self.filter) = (tab, bottom, filter);
        self.lens = lens;
        (self.modes.comparing, self.modes.playing) = (comparing, playing);
        self.modes.reviewing = reviewing;
        self.flashes.clear();
        self.canvas.take_focus();
        if let Some(course) = course {
            if had_start_screen {
                self.show_start_screen(ctx);
            }
            self.keep_of_course(ctx, &course, (course.at(), sandbox.blueprint()), kept);
            return;
        }
        for idea in kept {
            if let Err(refusal) = keep(&idea.kept, sandbox.blueprint(), &mut self.editor) {
                self.note_refusal(refusal);
                let why = self.words.refusal(refusal).to_owned();
                self.notice.say(why, ctx.time());
            }
        }
    }

    /// A window that is the wall has no small letters, whatever is asked and said in it.
    fn write_as_on_wall(&self, ctx: &Context) {
        let is_wall = self.modes.presenting.as_deref().is_some_and(|lesson| !lesson.has_desk);
        theme::write_in(ctx, is_wall.then(|| ctx.content_rect().height() / UNITS_HIGH));
    }

    /// Gives the lesson its keys while nothing else has them.
    pub(in crate::ui) fn read_lessons_keys(&mut self, ctx: &Context) {
        self.start_awaited_lesson(ctx);
        self.write_as_on_wall(ctx);
        let Some(presenting) = &self.modes.presenting else { return };
        if self.modes.reading.is_some()
            || self.dialogs.is_open()
            || egui::Popup::is_any_open(ctx)
            || ctx.text_edit_focused()
            || self.canvas.is_naming()
        {
            return;
        }
        let hands = if presenting.is_trying() {
            Hands::Sheet
        } else if ctx.memory(egui::Memory::focused).is_some() {
            Hands::Focused
        } else {
            Hands::Lesson
        };
        if presenting.shows_day() {
            let plays = ctx.input_mut(|input| {
                input.count_and_consume_key(egui::Modifiers::NONE, egui::Key::F12)
            });
            let wish = crate::ui::view_context::Action::Present(LessonWish::PlayDay);
            self.actions.extend(std::iter::repeat_n(wish, plays));
        }
        let hands = match hands {
            Hands::Lesson if self.modes.playing.is_some() => Hands::Player,
            hands => hands,
        };
        let pressed = presses_of_keys(ctx, hands);
        self.actions.extend(
            pressed
                .into_iter()
                .map(|press| crate::ui::view_context::Action::Present(LessonWish::Press(press))),
        );
    }

    /// Does what was asked of the lesson.
    pub(in crate::ui) fn grant_in_lesson(&mut self, ctx: &Context, wish: LessonWish) {
        let Some(presenting) = self.modes.presenting.as_deref_mut() else { return };
        // What was said before this press is no news any more.
        self.notice.clear();
        let (session, sandbox) = (&mut presenting.session, &mut self.editor);
        let (part, parts) = presenting.wall.part_of_parts(session.part());
        session.shown_in(part, parts);
        let was_trying = session.trying();
        let before = session.place();
        let answer = match wish {
            LessonWish::Press(press) => session.press(press, sandbox, ctx.time()),
            LessonWish::Lever(lever, value) => session.set_lever(lever, value, sandbox),
            LessonWish::LeversBack => {
                session.put_levers_back(sandbox);
                Answer::Shown
            }
            LessonWish::ShowTry(scenario) => {
                session.show_try(scenario, sandbox);
                Answer::Shown
            }
            LessonWish::GoOnTrying(scenario) => {
                session.go_on_trying(scenario, sandbox);
                Answer::Shown
            }
            LessonWish::Hands(answer, count) => {
                session.count_hands(answer, count);
                Answer::Shown
            }
            LessonWish::GoTo(stop) => {
                session.jump(stop, sandbox);
                Answer::Shown
            }
            LessonWish::PlayDay => {
                self.play_or_pause_in_lesson(ctx);
                return;
            }
            LessonWish::Desk => {
                presenting.has_desk ^= true;
                self.write_as_on_wall(ctx);
                return;
            }
        };
        let goes_on = session.place() != before;
        if goes_on {
            self.modes.playing = None;
            presenting.wall.turn_over();
        }
        if wish == LessonWish::Press(Press::Restore) || wish == LessonWish::Press(Press::RestoreAll)
        {
            presenting.wall.wipe();
        }
        if session.trying() != was_trying {
            // Who makes a try is at the sheet, who ends one is not.
            let is_trying = session.trying().is_some();
            self.begin_or_end_trying(ctx, is_trying);
        }
        match answer {
            Answer::AskWhoseIdea => self.ask(AskWhoseIdea::default()),
            Answer::Leave => self.ask_to_leave_lesson(ctx),
            Answer::IsOver => self.go_on_with_the_playlist(ctx),
            Answer::IsBefore => self.go_back_in_the_playlist(ctx),
            Answer::ShowsBoth => {
                let said = self.words.text("lesson-shows-both").to_owned();
                self.notice.say(said, ctx.time());
            }
            Answer::NoOther => {
                self.notice.say(self.words.text("lesson-no-other").to_owned(), ctx.time());
            }
            Answer::AtItsEnd(lever) => self.say_end_of_lever(ctx, lever),
            Answer::Shown | Answer::Nothing => {}
        }
        if goes_on {
            // Nobody comes back to a window that fills the wall: the file is looked at from stop to stop.
            self.look_at_file(ctx);
        }
        self.play_day_of_stop(ctx);
    }

    /// Says how far a lever goes, where it was to go farther.
    fn say_end_of_lever(&mut self, ctx: &Context, lever: Lever) {
        let Some(presenting) = self.modes.presenting.as_deref() else { return };
        let Some(range) = presenting.session.levers().range(lever) else { return };
        let said = self.with_view(ctx, |view| {
            let [least, most] = [range.least, range.most].map(|end| value(view, lever, end));
            let arguments = [
                ("name", name(view, lever).into()),
                ("least", least.into()),
                ("most", most.into()),
            ];
            view.words.with("lesson-lever-ends", &arguments)
        });
        self.notice.say(said, ctx.time());
    }

    /// At a stop that shows the day it is played from the start.
    fn play_day_of_stop(&mut self, ctx: &Context) {
        let shows = self.modes.presenting.as_deref().is_some_and(Presenting::shows_day);
        if shows && self.modes.playing.is_none() {
            self.play_or_pause_in_lesson(ctx);
        }
    }

    /// Begins to play the day of the stop; then pauses it, or goes on.
    fn play_or_pause_in_lesson(&mut self, ctx: &Context) {
        if let Some(playing) = &mut self.modes.playing {
            playing.grant(PlayWish::Toggle);
        } else {
            self.canvas = Canvas::default();
            self.modes.playing = Some(Playing::new(ctx.time()));
        }
    }

    /// Begins a try in the name of somebody, who may be nobody.
    pub(in crate::ui) fn start_try(&mut self, ctx: &Context, by: &str) {
        let Some(presenting) = self.modes.presenting.as_deref_mut() else { return };
        let number = presenting.session.tries().len() + 1;
        let name = self.words.with("lesson-try-name", &[("number", number.into())]);
        match presenting.session.start_try(&mut self.editor, &name, by.trim()) {
            Ok(()) => self.begin_or_end_trying(ctx, true),
            Err(refusal) => {
                let why = self.words.refusal(refusal).to_owned();
                self.notice.say(why, ctx.time());
            }
        }
    }

    fn begin_or_end_trying(&mut self, ctx: &Context, begins: bool) {
        self.canvas = Canvas::default();
        self.filter = Filter::default();
        self.lens = Lens::default();
        self.letters.rest();
        if begins {
            self.canvas.take_focus();
        } else if let Some(focused) = ctx.memory(egui::Memory::focused) {
            ctx.memory_mut(|memory| memory.surrender_focus(focused));
        }
        (self.views, self.tab, self.bottom) =
            (ViewState::default(), SideTabs::default(), Bottom::default());
    }

    /// Asks what is to be kept, where there is something; else the lesson is left at once.
    pub(in crate::ui) fn ask_to_leave_lesson(&mut self, ctx: &Context) {
        let Some(presenting) = self.modes.presenting.as_deref() else { return };
        let tries = presenting.all_tries(self.editor.blueprint());
        if tries.is_empty() {
            self.leave_lesson(ctx, &[]);
            return;
        }
        self.ask(AskKeepTries::of(tries));
    }
}

fn place_of(lesson: &Lesson, id: StopId) -> Option<usize> {
    lesson.stops.iter().position(|(other, _)| *other == id)
}

impl Presenting {
    fn of(
        session: Session,
        aside: Aside,
        (course, remembered): (Option<Course>, LessonPreferences),
    ) -> Self {
        Self {
            session,
            course,
            aside,
            has_desk: false,
            wall: super::wall::WallState::default(),
            strip: super::resting::Strip::default(),
            note_size: remembered.note_size.map_or(15.0, f32::from),
            opened_at: remembered.wall,
            wall_at: None,
            file_on_disk: None,
        }
    }
}
