//! What is odd about the lesson of a blueprint, for who checks it or hands it out.

use crate::blueprint::{Blueprint, StopGone, UnknownWord, unknown_words};
use crate::stage::{figure_named, figure_names};
use crate::wording::Wording;

/// What is odd about the stops of a lesson, a line for each.
pub fn told(blueprint: &Blueprint, wording: &Wording) -> Vec<String> {
    let Some(lesson) = blueprint.lesson() else { return Vec::new() };
    let mut lines = Vec::new();
    for (at, (_, stop)) in lesson.stops.iter().enumerate() {
        let gone = wording.stop_gone(StopGone::of(stop, blueprint));
        let figures = stop.figures.iter().filter(|name| figure_named(name).is_none());
        let figures = figures.map(|name| UnknownWord {
            word: name.clone(),
            field: "figures",
            known: figure_names().collect(),
        });
        let unknown = unknown_words(stop).into_iter().chain(figures);
        let said = std::iter::once(gone).filter(|gone| !gone.is_empty());
        let said = said.chain(unknown.map(|unknown| wording.unknown_word(&unknown)));
        lines.extend(said.map(|what| wording.stop_oddity(at, stop, &what)));
    }
    lines
}
