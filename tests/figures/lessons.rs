//! Lessons: what is suggested can be shown, and what shipped lessons say is true.

use onstage::analysis::analyse;
use onstage::blueprint::{
    Blueprint, HeldBack, Law, Lesson, Role, RoleKind, Scenario, ServiceTime, Step, Stop,
    StopPicture, TimeUnit,
};
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
        let limit = analyse(scenario).bottleneck;
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

/// The scenario with one more of a role, or with another time of a step.
fn changed(scenario: &Scenario, name: &str, time_s: Option<f64>) -> Scenario {
    let mut changed = scenario.clone();
    for (id, role) in scenario.roles() {
        if role.name == name {
            let role = Role { headcount: role.headcount + 1, ..Role::clone(role) };
            changed.set_role(*id, role).unwrap_or_default();
        }
    }
    for (id, step) in scenario.steps() {
        if let Some(time_s) = time_s.filter(|_| step.name == name) {
            let time = ServiceTime::new(Law::Fixed(time_s), TimeUnit::Second).ok();
            changed.set_step(*id, Step { time, ..Step::clone(step) }).unwrap_or_default();
        }
    }
    changed
}

/// A number as the shipped lessons write it.
fn plain(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    rounded.to_string()
}

#[test]
fn what_the_shipped_lessons_say_is_true() {
    let said = |key: &str| -> (Blueprint, String) {
        let (_, blueprint) = shipped().find(|(name, _)| *name == key).unwrap();
        let lesson = blueprint.lesson().unwrap();
        let texts = lesson.stops.iter().flat_map(|(_, stop)| texts(stop));
        let all = std::iter::once(lesson.title.as_str()).chain(texts).collect::<Vec<_>>();
        let all = all.join(" | ");
        (blueprint, all)
    };
    let capacity = |scenario: &Scenario| analyse(scenario).capacity_per_hour.value.unwrap();
    let time = |scenario: &Scenario| {
        let seconds = analyse(scenario).throughput_time_s.value.unwrap();
        let (minutes, seconds) = ((seconds / 60.0).floor(), seconds % 60.0);
        format!("{} min {} s", plain(minutes), plain(seconds))
    };
    let holds = |text: &str, part: String| assert!(text.contains(&part), "{part} in {text}");

    let (office, text) = said("driver-licence-office");
    let [as_is, to_be] = office.scenarios() else { panic!("two scenarios") };
    let second = changed(as_is, "Records officer", None);
    let three = [as_is, &second, to_be.as_ref()].map(|it| plain(capacity(it)));
    holds(&text, three.join(", "));
    holds(&text, format!("from {} to {}", time(as_is), time(&second)));
    let seconds = analyse(to_be).throughput_time_s.value.unwrap();
    assert!((seconds - 207.27).abs() < 0.005, "{seconds}");
    let staff = |it: &Scenario| -> u32 {
        it.roles().values().filter(|r| r.kind == RoleKind::Staff).map(|r| r.headcount).sum()
    };
    assert_eq!([staff(as_is), staff(to_be)], [6, 7], "seven people instead of six");
    let money = analyse(as_is);
    holds(&text, format!("${:.2} each", money.cost_per_customer.value.unwrap()));
    holds(&text, format!("only ${:.2}", money.money.busy_cost_per_customer.value.unwrap()));
    holds(&text, format!("Why {} % hurts", plain(money.utilisation.value.unwrap() * 100.0)));

    let (airport, text) = said("airport-arrival");
    let as_is = &airport.scenarios()[0];
    holds(&text, format!("{} an hour. The carousel", plain(capacity(as_is))));
    let second = changed(as_is, "Baggage handler", None);
    holds(&text, format!("customs lets {} through", plain(capacity(&second))));

    let (examination, text) = said("physical-examination");
    let [as_is, to_be] = examination.scenarios() else { panic!("two scenarios") };
    let rate = analyse(as_is).demand_per_hour.value.unwrap();
    holds(&text, format!("{} patients an hour, and {} come", plain(capacity(as_is)), plain(rate)));
    let second = changed(as_is, "Doctor", None);
    holds(&text, format!("limits at {} an hour", plain(capacity(&second))));
    holds(&text, format!("second doctor: {} an hour", plain(capacity(to_be))));

    let (mortgage, text) = said("mortgage-applications");
    let as_is = &mortgage.scenarios()[0];
    let a_day = |scenario: &Scenario| plain(capacity(scenario) * 8.0);
    let quick = changed(as_is, "Property survey", Some(3600.0));
    holds(&text, format!("{} a day instead of {}", a_day(&quick), a_day(as_is)));
    let hours = analyse(as_is).throughput_time_s.value.unwrap() / 3600.0;
    holds(&text, format!("take {hours:.0} h in the house"));

    let (hotel, text) = said("hotel-room-service");
    let found = analyse(&hotel.scenarios()[0]);
    let pools = ["chefs ÷ 16 min are", "waiters ÷ 20 min are"];
    for (pool, words) in found.pools.iter().zip(pools) {
        holds(&text, format!("{words} {}", plain(pool.capacity_per_hour.value.unwrap())));
    }
    holds(&text, format!("${:.2} spent", found.cost_per_customer.value.unwrap()));

    let (shoeshine, text) = said("corner-shoeshine");
    let as_is = &shoeshine.scenarios()[0];
    holds(&text, format!("so {} an hour", plain(capacity(as_is))));
    let even = analyse(as_is).money.break_even_time_s.value.unwrap();
    holds(&text, format!("{} min {} s", plain((even / 60.0).floor()), plain(even % 60.0)));
    let wait = analyse(as_is).pools[0].wait_s.value.unwrap() / 60.0;
    holds(&text, format!("wait {} min on average", plain(wait)));
}

#[test]
fn both_languages_say_the_same_numbers() {
    let numbers = |text: &str| -> Vec<String> {
        let kept = |c: char| c.is_ascii_digit() || c == '.';
        let all = text.split(|c| !kept(c)).map(|part| part.trim_matches('.').to_owned());
        let mut all: Vec<_> = all.filter(|part| !part.is_empty()).collect();
        all.sort();
        all
    };
    for sample in storage::samples() {
        let [english, chinese] = ["en", "zh-Hans"].map(|language| {
            storage::decode(sample.ron(language)).unwrap().blueprint.lesson().cloned()
        });
        let (Some(english), Some(chinese)) = (english, chinese) else { continue };
        assert_eq!(english.stops.len(), chinese.stops.len(), "{}", sample.key);
        for ((id, one), (other, two)) in english.stops.iter().zip(&chinese.stops) {
            assert_eq!((id, one.answers.len()), (other, two.answers.len()));
            for (a, b) in texts(one).into_iter().zip(texts(two)) {
                assert_eq!(numbers(a), numbers(b), "{}: {a} | {b}", sample.key);
            }
            let bare = |stop: &Stop| Stop {
                title: String::new(),
                ask: String::new(),
                note: String::new(),
                answers: Vec::new(),
                ..stop.clone()
            };
            assert_eq!(bare(one), bare(two), "{}: {}", sample.key, one.title);
        }
    }
}
