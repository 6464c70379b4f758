//! A playlist under way: one lesson after another, each about a blueprint of its own. The window's own document lies
//! aside meanwhile, whole, and is there again at the end.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::Context;

use crate::blueprint::Blueprint;
use crate::editor::Editor;
use crate::presenting::{Kept, Session, keep};
use crate::ui::app::App;
use crate::ui::canvas::Canvas;
use crate::ui::figures::Figures;
use crate::ui::files::{Document, Home, PlaylistLesson};

use super::kept_of::KeptOf;
use super::{Presenting, suggested};

/// A playlist under way.
pub(super) struct Course {
    lessons: Arc<[PlaylistLesson]>,
    /// The lesson that is given.
    at: usize,
    /// Those that were given, as they were left: one can go back to them, and what the room proposed in them is kept
    /// with them.
    left: BTreeMap<usize, Left>,
}

/// A lesson that was given, as it was left.
struct Left {
    session: Session,
    sandbox: Editor,
}

impl Course {
    /// The document of the lesson that is given.
    pub fn document(&self) -> Option<&Document> {
        self.lessons.get(self.at).map(|lesson| &lesson.document)
    }

    /// The lessons that lie aside with what was proposed in them, each with its number from 1 and its file.
    pub fn left_with_tries(&self) -> impl Iterator<Item = ((usize, &Home), &Arc<Blueprint>)> {
        let with_tries = self.left.iter().filter(|(_, left)| !left.session.tries().is_empty());
        with_tries.filter_map(|(at, left)| {
            let home = &self.lessons.get(*at)?.document.home;
            Some(((at + 1, home), left.sandbox.settled_blueprint()))
        })
    }

    fn about(&self, lesson: usize) -> String {
        self.lessons.get(lesson).map_or_else(String::new, |lesson| {
            let title = lesson.document.blueprint.title().trim();
            if title.is_empty() { lesson.name.clone() } else { title.to_owned() }
        })
    }

    /// Whether the room proposed something in a lesson that was given.
    pub fn has_tries(&self) -> bool {
        self.left.values().any(|left| !left.session.tries().is_empty())
    }
}

/// What the room proposed in a lesson, as it stands in its sandbox.
fn tries_of(session: &Session, sandbox: &Blueprint) -> Vec<Kept> {
    let tries = session.tries().iter().filter_map(|tried| {
        let scenario = sandbox.scenario(tried.scenario)?;
        let (name, by) = (scenario.name().to_owned(), scenario.by().to_owned());
        let is_changed = tried.is_changed(sandbox);
        Some(Kept { scenario: tried.scenario, name, by, is_changed })
    });
    tries.collect()
}

impl Presenting {
    /// All that the room proposed, in the order in which it was.
    pub(super) fn all_tries(&self, sandbox: &Blueprint) -> Vec<KeptOf> {
        let mut all = Vec::new();
        let now = tries_of(&self.session, sandbox);
        let Some(course) = &self.course else {
            let of = |kept| KeptOf { lesson: 0, about: String::new(), kept };
            return now.into_iter().map(of).collect();
        };
        let mut now = Some(now);
        for lesson in 0..course.lessons.len() {
            let tries = if lesson == course.at {
                now.take().unwrap_or_default()
            } else {
                let left = course.left.get(&lesson);
                left.map(|left| tries_of(&left.session, left.sandbox.blueprint()))
                    .unwrap_or_default()
            };
            let about = course.about(lesson);
            all.extend(tries.into_iter().map(|kept| KeptOf { lesson, about: about.clone(), kept }));
        }
        all
    }
}

impl App {
    /// Begins the lessons of a playlist with one of them.
    pub(in crate::ui) fn start_playlist(
        &mut self,
        ctx: &Context,
        lessons: &Arc<[PlaylistLesson]>,
        at: usize,
    ) {
        if self.modes.presenting.is_some() {
            return;
        }
        let Some(document) = lessons.get(at).map(|lesson| lesson.document.clone()) else { return };
        self.leave_advice(ctx);
        self.editor.commit();
        let course = Course { lessons: Arc::clone(lessons), at, left: BTreeMap::new() };
        self.begin_lesson(ctx, &document.blueprint, (None, Some(course)));
    }

    /// The lesson is over: the next one of the playlist follows, if there is one.
    pub(super) fn go_on_with_the_playlist(&mut self, ctx: &Context) {
        let begins = self.give_another(ctx, |at| Some(at + 1));
        if !begins && let Some(presenting) = self.modes.presenting.as_deref_mut() {
            presenting.session.end();
            self.notice.say(self.words.text("lesson-is-over").to_owned(), ctx.time());
        }
    }

    /// Before the first stop: the lesson before it in the playlist comes back, at the stop where it was left.
    pub(super) fn go_back_in_the_playlist(&mut self, ctx: &Context) {
        let _ = self.give_another(ctx, |at| at.checked_sub(1));
    }

    /// Gives another lesson of the playlist, one that was given before as it was left; answers whether there is one.
    fn give_another(&mut self, ctx: &Context, which: impl FnOnce(usize) -> Option<usize>) -> bool {
        let Some(presenting) = self.modes.presenting.as_deref_mut() else { return false };
        let Some(course) = presenting.course.as_mut() else { return false };
        let Some(next) = which(course.at) else { return false };
        let Some(lesson) = course.lessons.get(next) else { return false };
        self.editor.commit();
        let (session, sandbox) = if let Some(mut left) = course.left.remove(&next) {
            left.session.come_back(ctx.time());
            (left.session, left.sandbox)
        } else {
            let blueprint = Arc::clone(&lesson.document.blueprint);
            let mut sandbox = Editor::with_saved(Arc::clone(&blueprint), Arc::clone(&blueprint));
            let own = blueprint.lesson().filter(|lesson| !lesson.stops.is_empty());
            let lesson = match own {
                Some(lesson) => Arc::clone(lesson),
                None => Arc::new(suggested(&sandbox, &self.words)),
            };
            (Session::begin(lesson, 0, &mut sandbox, ctx.time()), sandbox)
        };
        let session = session.after(&presenting.session);
        let mut before = std::mem::replace(&mut presenting.session, session);
        before.lie_aside(ctx.time());
        self.figures = Figures::of(&sandbox);
        let sandbox = std::mem::replace(&mut self.editor, sandbox);
        course.left.insert(course.at, Left { session: before, sandbox });
        course.at = next;
        presenting.wall.turn_over();
        presenting.wall.wipe();
        self.canvas = Canvas::default();
        self.modes.playing = None;
        self.flashes.clear();
        true
    }

    /// Adds what is kept of the lessons of a playlist to their documents, which are shown one after another.
    pub(super) fn keep_of_course(
        &mut self,
        ctx: &Context,
        course: &Course,
        (at, sandbox): (usize, &Arc<Blueprint>),
        kept: &[KeptOf],
    ) {
        let mut documents = Vec::new();
        for (number, lesson) in course.lessons.iter().enumerate() {
            let mut document = lesson.document.clone();
            let mut file =
                Editor::with_saved(Arc::clone(&document.blueprint), Arc::clone(&document.saved));
            let mut any = false;
            for idea in kept.iter().filter(|idea| idea.lesson == number) {
                let left = course.left.get(&number).map(|left| left.sandbox.blueprint());
                let Some(made) = left.or((number == at).then_some(sandbox)) else { continue };
                match keep(&idea.kept, made, &mut file) {
                    Ok(()) => any = true,
                    Err(refusal) => {
                        self.note_refusal(refusal);
                        let why = self.words.refusal(refusal).to_owned();
                        self.notice.say(why, ctx.time());
                    }
                }
            }
            if any {
                document.blueprint = Arc::clone(file.blueprint());
                documents.push(document);
            }
        }
        if !documents.is_empty() {
            self.show_all_kept(ctx, documents);
        }
    }
}

impl Course {
    /// The place of the lesson that is given.
    pub fn at(&self) -> usize {
        self.at
    }
}
