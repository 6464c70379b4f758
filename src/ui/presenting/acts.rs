//! What the window does for a lesson: begins it, follows it, leaves it.

use std::sync::Arc;

use egui::Context;

use crate::blueprint::{Lesson, StopId};
use crate::editor::Editor;
use crate::presenting::{Answer, Kept, Press, Session, keep};
use crate::ui::app::App;
use crate::ui::canvas::Canvas;
use crate::ui::dialogs::{AskKeepTries, AskWhoseIdea};
use crate::ui::figures::Figures;
use crate::ui::filter::Filter;
use crate::ui::modes::Modes;
use crate::ui::playing::{PlayWish, Playing};
use crate::ui::side_tabs::SideTabs;
use crate::ui::view_context::Bottom;
use crate::ui::views::ViewState;

use super::keys::{Hands, presses_of_keys};
use super::{Aside, LessonWish, Presenting, suggested};

impl App {
    /// Begins the lesson at its first stop.
    pub(in crate::ui) fn start_lesson_first(&mut self, ctx: &Context) {
        self.start_lesson(ctx, None);
    }

    /// Begins the lesson at the stop that is chosen.
    pub(in crate::ui) fn start_lesson_here(&mut self, ctx: &Context) {
        self.start_lesson(ctx, self.views.lesson.chosen);
    }

    /// Begins the lesson of the blueprint, at its first stop or at one; a blueprint without a lesson shows the one
    /// that is suggested, which is not kept.
    fn start_lesson(&mut self, ctx: &Context, at: Option<StopId>) {
        if self.modes.presenting.is_some() {
            return;
        }
        if self.files.is_busy() {
            self.notice.say(self.words.text("lesson-wait-for-file").to_owned(), ctx.time());
            return;
        }
        self.leave_advice(ctx);
        self.editor.commit();
        let own = self.editor.blueprint().lesson().filter(|lesson| !lesson.stops.is_empty());
        let lesson = match own {
            Some(lesson) => Arc::clone(lesson),
            None => Arc::new(suggested(&self.editor, &self.words)),
        };
        let at = at.and_then(|id| place_of(&lesson, id)).unwrap_or(0);
        let blueprint = Arc::clone(self.editor.blueprint());
        let mut sandbox = Editor::with_saved(Arc::clone(&blueprint), blueprint);
        let session = Session::begin(lesson, at, &mut sandbox, ctx.time());
        let figures = Figures::of(&sandbox);
        let Modes { comparing, playing, .. } = &mut self.modes;
        let aside = Aside {
            file: std::mem::replace(&mut self.editor, sandbox),
            canvas: std::mem::take(&mut self.canvas),
            figures: std::mem::replace(&mut self.figures, figures),
            views: std::mem::take(&mut self.views),
            tab: std::mem::take(&mut self.tab),
            bottom: std::mem::take(&mut self.bottom),
            filter: std::mem::take(&mut self.filter),
            comparing: comparing.take(),
            playing: playing.take(),
        };
        self.flashes.clear();
        self.letters.rest();
        // What has the focus lies behind the wall now.
        if let Some(focused) = ctx.memory(egui::Memory::focused) {
            ctx.memory_mut(|memory| memory.surrender_focus(focused));
        }
        self.modes.presenting = Some(Box::new(Presenting::of(session, aside)));
    }

    /// Ends the lesson: everything is as it was, and what is kept is added to the file, one step each.
    pub(in crate::ui) fn leave_lesson(&mut self, ctx: &Context, kept: &[Kept]) {
        let Some(presenting) = self.modes.presenting.take() else { return };
        let Aside { file, canvas, figures, views, tab, bottom, filter, comparing, playing } =
            presenting.aside;
        let mut sandbox = std::mem::replace(&mut self.editor, file);
        sandbox.commit();
        (self.canvas, self.figures, self.views) = (canvas, figures, views);
        (self.tab, self.bottom, self.filter) = (tab, bottom, filter);
        (self.modes.comparing, self.modes.playing) = (comparing, playing);
        for idea in kept {
            if let Err(refusal) = keep(idea, sandbox.blueprint(), &mut self.editor) {
                self.note_refusal(refusal);
                let why = self.words.refusal(refusal).to_owned();
                self.notice.say(why, ctx.time());
            }
        }
        self.flashes.clear();
        self.canvas.take_focus();
    }

    /// Gives the lesson its keys while nothing else has them.
    pub(in crate::ui) fn read_lessons_keys(&mut self, ctx: &Context) {
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
        let (session, sandbox) = (&mut presenting.session, &mut self.editor);
        session.shown_in(presenting.wall.parts());
        let was_trying = session.trying();
        let before = session.place();
        let answer = match wish {
            LessonWish::Press(press) => session.press(press, sandbox, ctx.time()),
            LessonWish::Lever(lever, value) => {
                session.set_lever(lever, value, sandbox);
                Answer::Shown
            }
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
                Answer::Shown
            }
        };
        if session.place() != before {
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
            Answer::Shown | Answer::Nothing => {}
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
        if presenting.session.tries().is_empty() {
            self.leave_lesson(ctx, &[]);
            return;
        }
        let sandbox = self.editor.blueprint();
        let tries = presenting.session.tries().iter().filter_map(|tried| {
            let scenario = sandbox.scenario(tried.scenario)?;
            let (name, by) = (scenario.name().to_owned(), scenario.by().to_owned());
            Some(Kept { scenario: tried.scenario, name, by })
        });
        let dialog = AskKeepTries::of(tries.collect());
        self.ask(dialog);
    }

    /// The lesson is over: the next one of a playlist follows, if there is one.
    fn go_on_with_the_playlist(&mut self, ctx: &Context) {
        self.notice.say(self.words.text("lesson-is-over").to_owned(), ctx.time());
    }
}

fn place_of(lesson: &Lesson, id: StopId) -> Option<usize> {
    lesson.stops.iter().position(|(other, _)| *other == id)
}

impl Presenting {
    fn of(session: Session, aside: Aside) -> Self {
        Self {
            session,
            aside,
            has_desk: false,
            wall: super::wall::WallState::default(),
            strip: super::resting::Strip::default(),
            note_size: 15.0,
        }
    }
}
