//! What a lesson does not tell before the stop that asks for it.

use super::document::Blueprint;
use super::ids::ScenarioId;
use super::lesson::{HeldBack, Lesson, Stop};

/// What is not told before which stop. Of the first stops in a row that hold something back it is the last one that
/// asks for it and reveals it; the stops before it, about the same scenario, keep it to themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Untold(Vec<Asked>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    what: HeldBack,
    /// The stop that asks for it.
    by: usize,
    /// Other stops about the same scenario, before and after it.
    others: Vec<usize>,
}

impl Untold {
    /// Reads it from a lesson of a blueprint; stops whose scenario is gone count for nothing.
    #[must_use]
    pub fn of(lesson: &Lesson, blueprint: &Blueprint) -> Self {
        let about = |stop: &Stop| -> Option<[ScenarioId; 2]> {
            let baseline = blueprint.baseline().id();
            let shown = stop.scenario.unwrap_or(baseline);
            blueprint.scenario(shown).map(|_| [shown, stop.with.unwrap_or(shown)])
        };
        let stops = lesson.stops.iter().enumerate();
        let there: Vec<_> = stops
            .filter_map(|(at, (_, stop))| about(stop).map(|about| (at, stop, about)))
            .collect();
        let asked = HeldBack::NAMES.iter().filter_map(|(_, what)| {
            let before = there.iter().skip_while(|(_, stop, _)| !stop.holds(*what));
            let (by, _, asker) = before.take_while(|(_, stop, _)| stop.holds(*what)).last()?;
            let is_same = |about: &[ScenarioId; 2]| about.iter().any(|id| asker.contains(id));
            let others = there.iter().filter(|(at, _, about)| at != by && is_same(about));
            Some(Asked { what: *what, by: *by, others: others.map(|(at, ..)| *at).collect() })
        });
        Self(asked.collect())
    }

    /// What a stop keeps to itself, each with the stop that will ask for it.
    pub fn kept_at(&self, at: usize) -> impl Iterator<Item = (HeldBack, usize)> + '_ {
        let kept = self.0.iter().filter(move |it| at < it.by && it.others.contains(&at));
        kept.map(|it| (it.what, it.by))
    }

    /// What a stop asks for.
    pub fn asked_at(&self, at: usize) -> impl Iterator<Item = HeldBack> + '_ {
        self.0.iter().filter(move |it| it.by == at).map(|it| it.what)
    }

    /// What some stop asks for: among all stops at once none tells it, as the answer of another scenario is half of it.
    pub fn asked(&self) -> impl Iterator<Item = HeldBack> + '_ {
        self.0.iter().map(|it| it.what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Id, StopId};

    fn kept(untold: &Untold, at: usize) -> Vec<(HeldBack, usize)> {
        untold.kept_at(at).collect()
    }

    #[test]
    fn the_last_of_the_first_stops_in_a_row_asks() {
        let mut blueprint = Blueprint::empty("", "As-is");
        let first = blueprint.baseline().id();
        let other = blueprint.duplicate_scenario(first, "To-be").expect("a scenario");
        let stop = |hold: &[&str]| Stop {
            hold: hold.iter().map(|name| (*name).to_owned()).collect(),
            ..Stop::default()
        };
        let gone = Some(ScenarioId::from_number(999));
        let stops = vec![
            Stop { scenario: Some(first), ..stop(&[]) },
            Stop { scenario: Some(other), ..stop(&[]) },
            stop(&["bottleneck"]),
            Stop { scenario: gone, ..stop(&[]) },
            stop(&["bottleneck", "help"]),
            stop(&[]),
            stop(&["bottleneck"]),
        ];
        let numbered = (70..).map(StopId::from_number).zip(stops).collect();
        let untold = Untold::of(&Lesson { title: String::new(), stops: numbered }, &blueprint);
        let both = [(HeldBack::Bottleneck, 4), (HeldBack::Help, 4)];
        assert_eq!(kept(&untold, 0), both);
        assert_eq!(kept(&untold, 1), [], "about another scenario");
        assert_eq!(kept(&untold, 2), both);
        assert_eq!(kept(&untold, 3), [], "its scenario is gone");
        assert_eq!(kept(&untold, 4), []);
        assert_eq!(kept(&untold, 6), [], "asked again");
        let asked: Vec<_> = untold.asked_at(4).collect();
        assert_eq!(asked, [HeldBack::Bottleneck, HeldBack::Help]);
        assert_eq!(untold.asked().count(), 2);
    }
}
