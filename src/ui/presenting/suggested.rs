//! The one place that makes a lesson for a blueprint that has none.

use crate::blueprint::{Lesson, Stop};
use crate::editor::Editor;
use crate::presenting::next_stop;
use crate::wording::Wording;

/// A first lesson about the scenario that is shown.
pub(in crate::ui) fn suggested(editor: &Editor, words: &Wording) -> Lesson {
    let scenario = Some(editor.scenario().id());
    let stop = |key: &str| Stop { title: words.text(key).to_owned(), scenario, ..Stop::default() };
    let texts = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let guess = Stop {
        hold: texts(&["bottleneck", "figures"]),
        figures: texts(&["demand_per_hour", "capacity_per_hour", "throughput_time_s"]),
        ask: words.text("lesson-suggest-guess-ask").to_owned(),
        ..stop("lesson-suggest-guess")
    };
    let waiting = Stop { shows: "waiting".to_owned(), ..stop("lesson-suggest-waiting") };
    let stops = [stop("lesson-suggest-read"), guess, waiting];
    let title = editor.blueprint().title().to_owned();
    let mut lesson = Lesson { title, stops: Vec::new() };
    for stop in stops {
        lesson = next_stop(&lesson, None, stop, editor.blueprint()).0;
    }
    lesson
}
