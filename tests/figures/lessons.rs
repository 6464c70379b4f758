//! Lessons: what is suggested can be shown, and what shipped lessons say is true.

use onstage::blueprint::{Blueprint, HeldBack, Lesson, Stop, StopPicture};
use onstage::lessons::suggested_stops;
use onstage::storage;
use onstage::wording::{Language, Wording};

fn shipped() -> impl Iterator<Item = (&'static str, Blueprint)> {
    let all = storage::samples().iter().chain(storage::templates());
    all.filter_map(|sample| Some((sample.key, sample.open().ok()?)))
}

/// Every text of a stop that a class or its trainer reads.
fn texts(stop: &Stop) -> Vec<&str> {
    [&stop.title, &stop.ask, &stop.note].into_iter().map(String::as_str).collect()
}

fn lesson_of(key: &str) -> Lesson {
    let found = shipped().find(|(name, _)| *name == key).map(|(_, blueprint)| {
        let scenario = blueprint.scenarios()[0].id();
        suggested_stops(&blueprint, scenario, &Wording::new(Language::English))
    });
    found.unwrap_or_default()
}

#[test]
fn whatever_is_suggested_can_be_shown() {
    for language in Language::ALL {
        let words = Wording::new(language);
        for (key, blueprint) in shipped() {
            for scenario in blueprint.scenarios() {
                let lesson = suggested_stops(&blueprint, scenario.id(), &words);
                assert_eq!(lesson.stops.is_empty(), scenario.steps().is_empty(), "{key}");
                let mut ids = blueprint.ids();
                for (id, stop) in &lesson.stops {
                    let name = format!("{key}: {}", stop.title);
                    assert_eq!(*id, ids.fresh(), "{name}: a free number");
                    assert!(stop.picture().is_some(), "{name}");
                    assert!(stop.figures.len() <= Stop::MOST_FIGURES, "{name}");
                    assert!(stop.around.iter().all(|id| scenario.steps().contains_key(id)));
                    let shown = stop.scenario.and_then(|id| blueprint.scenario(id));
                    assert!(shown.is_some(), "{name}: a scenario that is there");
                    assert!(!stop.title.is_empty() && !stop.note.is_empty(), "{name}");
                    for text in texts(stop) {
                        assert!(!text.contains(|c: char| c.is_ascii_digit()), "{name}: {text}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_bottleneck_is_guessed_among_answers_of_which_it_is_one_and_not_told_before() {
    for (key, blueprint) in shipped() {
        let words = Wording::new(Language::English);
        let scenario = &blueprint.scenarios()[0];
        let limit = onstage::analysis::analyse(scenario).bottleneck;
        let names: Vec<_> = limit.iter().map(|id| scenario.steps()[id].name.as_str()).collect();
        let lesson = suggested_stops(&blueprint, scenario.id(), &words);
        let guess = lesson.stops.iter().find(|(_, stop)| !stop.answers.is_empty());
        let Some((_, stop)) = guess else { continue };
        assert!(stop.holds(HeldBack::Bottleneck) && stop.holds(HeldBack::Figures), "{key}");
        assert!((2..=4).contains(&stop.answers.len()), "{key}");
        assert!(stop.answers.iter().any(|name| names.contains(&name.as_str())), "{key}");
        let said = texts(stop).concat();
        assert!(names.iter().all(|name| !said.contains(name)), "{key}: {said}");
    }
}

#[test]
fn nobody_is_asked_about_what_is_not_there() {
    let shows = |key: &str| -> Vec<_> {
        lesson_of(key).stops.iter().filter_map(|(_, stop)| stop.picture()).collect()
    };
    let office = shows("driver-licence-office");
    assert_eq!(office.len(), 9);
    assert!(office.contains(&StopPicture::Compare) && !office.contains(&StopPicture::Day));
    assert!(shows("licence-office-day").contains(&StopPicture::Day));
    let stand = shows("corner-shoeshine");
    assert!(!stand.contains(&StopPicture::Compare), "one scenario");
    assert!(!stand.contains(&StopPicture::Redesign), "one person");
    assert!(stand.contains(&StopPicture::Money));
    assert!(lesson_of("empty-sheet").stops.is_empty());
}
