//! What is odd about a lesson: what its stops name and the blueprint no longer has, and words that only a newer
//! version knows.

use std::collections::BTreeSet;

use super::document::Blueprint;
use super::ids::{ScenarioId, StepId};
use super::lesson::{HeldBack, Stop, StopLever, StopPicture};

/// What a stop names and its blueprint no longer has: the stop is framed on what is left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StopGone {
    /// Its scenario: it cannot be shown.
    pub scenario: bool,
    /// The scenario that it is compared with.
    pub partner: bool,
    /// How many of its cards.
    pub cards: usize,
}

impl StopGone {
    /// What is gone of a stop.
    #[must_use]
    pub fn of(stop: &Stop, blueprint: &Blueprint) -> Self {
        let is_gone =
            |id: Option<ScenarioId>| id.is_some_and(|id| blueprint.scenario(id).is_none());
        let shown = stop.scenario.and_then(|id| blueprint.scenario(id));
        let shown = shown.unwrap_or_else(|| blueprint.baseline());
        let named: BTreeSet<StepId> = stop.around.iter().chain(&stop.spotlight).copied().collect();
        let cards = named.iter().filter(|step| !shown.steps().contains_key(*step)).count();
        let scenario = is_gone(stop.scenario);
        Self { scenario, partner: is_gone(stop.with), cards: if scenario { 0 } else { cards } }
    }

    /// Whether anything is.
    #[must_use]
    pub fn any(self) -> bool {
        self.scenario || self.partner || self.cards > 0
    }
}

/// A word of a stop that this version does not know, with those that it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    /// The word.
    pub word: String,
    /// The field of the file that it stands in.
    pub field: &'static str,
    /// What could stand there.
    pub known: Vec<&'static str>,
}

/// The words of a stop that this version does not know, figures apart, in the order of a file. Linear.
#[must_use]
pub fn unknown_words(stop: &Stop) -> Vec<UnknownWord> {
    let shows = [stop.shows.clone()];
    let shows: &[String] = if stop.picture().is_none() { &shows } else { &[] };
    let fields: [(&'static str, &[String], Vec<&'static str>); 3] = [
        ("shows", shows, StopPicture::NAMES.map(|(name, _)| name).to_vec()),
        ("hold", &stop.hold, HeldBack::NAMES.map(|(name, _)| name).to_vec()),
        ("levers", &stop.levers, StopLever::NAMES.map(|(name, _)| name).to_vec()),
    ];
    let mut found = Vec::new();
    for (field, words, known) in fields {
        let unknown = words.iter().filter(|word| !known.contains(&word.as_str()));
        found.extend(unknown.map(|word| UnknownWord {
            word: word.clone(),
            field,
            known: known.clone(),
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::Id;

    #[test]
    fn what_a_stop_names_and_the_blueprint_has_not_is_told() {
        let blueprint = Blueprint::empty("", "As-is");
        let stop = Stop {
            scenario: Some(ScenarioId::from_number(99)),
            around: vec![StepId::from_number(7)],
            ..Stop::default()
        };
        let gone = StopGone::of(&stop, &blueprint);
        assert!(gone.scenario && !gone.partner && gone.cards == 0, "{gone:?}");
        let stop = Stop { scenario: None, with: Some(ScenarioId::from_number(99)), ..stop };
        let gone = StopGone::of(&stop, &blueprint);
        assert!(!gone.scenario && gone.partner && gone.cards == 1, "{gone:?}");
        assert!(!StopGone::of(&Stop::default(), &blueprint).any());
    }

    #[test]
    fn words_that_are_not_known_are_named_with_their_field() {
        let stop = Stop {
            shows: "hologram".to_owned(),
            hold: vec!["figures".to_owned(), "breath".to_owned()],
            levers: vec!["gravity".to_owned()],
            ..Stop::default()
        };
        let found = unknown_words(&stop);
        let named: Vec<_> = found.iter().map(|it| (it.field, it.word.as_str())).collect();
        assert_eq!(named, [("shows", "hologram"), ("hold", "breath"), ("levers", "gravity")]);
        assert_eq!(found[2].known, ["demand", "headcount", "time"]);
        assert!(unknown_words(&Stop::default()).is_empty());
    }
}
