//! Changes of a lesson while it is edited. Each answers a whole lesson, which an edit puts in its place.

use crate::blueprint::{Blueprint, Lesson, Stop, StopId};

/// A lesson with a stop more, after another or at the end, and which that is. `blueprint` gives it a number that
/// nothing has.
#[must_use]
pub fn next_stop(
    lesson: &Lesson,
    after: Option<StopId>,
    stop: Stop,
    blueprint: &Blueprint,
) -> (Lesson, StopId) {
    let mut ids = blueprint.ids();
    for (id, _) in &lesson.stops {
        ids.reserve(*id);
    }
    let id = ids.fresh();
    let mut lesson = lesson.clone();
    let place = lesson.stops.iter().position(|(other, _)| Some(*other) == after);
    let place = place.map_or(lesson.stops.len(), |place| place + 1);
    lesson.stops.insert(place, (id, stop));
    (lesson, id)
}

/// A lesson in which a stop is another.
#[must_use]
pub fn with_stop(lesson: &Lesson, id: StopId, stop: Stop) -> Lesson {
    let mut lesson = lesson.clone();
    if let Some((_, slot)) = lesson.stops.iter_mut().find(|(other, _)| *other == id) {
        *slot = stop;
    }
    lesson
}

/// A lesson without a stop.
#[must_use]
pub fn without(lesson: &Lesson, id: StopId) -> Lesson {
    let mut lesson = lesson.clone();
    lesson.stops.retain(|(other, _)| *other != id);
    lesson
}

/// A lesson in which a stop stands at another place, counted from 0.
#[must_use]
pub fn moved(lesson: &Lesson, id: StopId, place: usize) -> Lesson {
    let mut lesson = lesson.clone();
    if let Some(from) = lesson.stops.iter().position(|(other, _)| *other == id) {
        let stop = lesson.stops.remove(from);
        lesson.stops.insert(place.min(lesson.stops.len()), stop);
    }
    lesson
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(lesson: &Lesson) -> String {
        lesson.stops.iter().map(|(_, stop)| stop.title.as_str()).collect()
    }

    #[test]
    fn stops_are_added_moved_changed_and_taken_away() {
        let blueprint = Blueprint::empty("", "As-is");
        let stop = |title: &str| Stop { title: title.to_owned(), ..Stop::default() };
        let (lesson, a) = next_stop(&Lesson::default(), None, stop("a"), &blueprint);
        let (lesson, c) = next_stop(&lesson, None, stop("c"), &blueprint);
        let (lesson, b) = next_stop(&lesson, Some(a), stop("b"), &blueprint);
        assert_eq!(titles(&lesson), "abc");
        assert!(a != b && b != c && a != c);
        assert_eq!(titles(&moved(&lesson, c, 0)), "cab");
        assert_eq!(titles(&moved(&lesson, a, 9)), "bca");
        assert_eq!(titles(&with_stop(&lesson, b, stop("x"))), "axc");
        assert_eq!(titles(&without(&lesson, b)), "ac");
    }
}
