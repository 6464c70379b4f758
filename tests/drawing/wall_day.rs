//! A day that is played before a class.

use onstage::blueprint::StopPicture;
use onstage::drawing::{
    CrewPlayed, DayStrip, LinePlayed, Pip, Played, Rect, Shape, StepPlayed, Traveller, Way,
};
use onstage::stage::{PlayedDay, StopView};
use onstage::storage::samples;
use onstage::wording::Language;

use crate::wall::{Class, SIZES, drawn, faults, full, held, telling};

/// A busy moment: of all steps with people, lines of all lengths, some of which were others before.
fn busy(class: &Class) -> Played {
    let scenario = class.blueprint.baseline();
    let mut played = Played::default();
    let staffed = scenario.steps().iter().filter(|(_, step)| !step.needs.is_empty());
    for (number, (id, step)) in staffed.enumerate() {
        let waiting = [0, 3, 12, 128][number % 4];
        let before = (number % 2 == 1).then(|| (17, "17 before".to_owned()));
        let line = LinePlayed { waiting, word: "waiting".to_owned(), before };
        let roles = step.needs.iter().flat_map(|need| need.roles.iter());
        let roles = roles.filter_map(|role| scenario.roles().get(role));
        let people = vec![Pip::Here, Pip::Free, Pip::OffDuty];
        let crews = roles.map(|role| CrewPlayed { colour: role.colour, people: people.clone() });
        let says = "1 of 2 busy".to_owned();
        played.steps.insert(*id, StepPlayed { line: Some(line), crews: crews.collect(), says });
    }
    let links = scenario.links().keys().map(|link| Way::Link(*link));
    played.travellers = links.map(|way| Traveller { way, part: 0.4, background: false }).collect();
    played
}

fn strip() -> DayStrip {
    let hour = |at: u32| {
        (f32::from(u8::try_from(at).unwrap()) / 10.0, 8 + at, format!("{:02}:00", 8 + at))
    };
    DayStrip {
        clock: "11:48".to_owned(),
        said: "143 waiting instead of 68".to_owned(),
        is_long: true,
        story: String::new(),
        day: "A typical day, paused".to_owned(),
        is_still: true,
        hours: (0..=10).map(hour).collect(),
        course: vec![[0.0, 0.0], [0.4, 0.9], [0.9, 0.2], [0.95, 0.0]],
        before: vec![[0.0, 0.0], [0.5, 0.5], [0.93, 0.0]],
        now: 0.38,
        moments: vec![[0.4, 0.9]],
        closes: Some((0.9, "doors close".to_owned())),
        mark: Some((0.8, "200".to_owned())),
        counts: "inside".to_owned(),
    }
}

#[test]
fn a_day_before_a_class_can_be_read_from_the_last_row() {
    let mut found = Vec::new();
    // Why a mix of services has no throughput time is longer than a tile.
    let has_room = |sample: &&onstage::storage::Sample| sample.key != "planning-class";
    for sample in samples().iter().filter(has_room) {
        for language in [Language::English, Language::Chinese] {
            let class = Class::of(sample.key, language);
            let (played, strip) = (busy(&class), strip());
            let day = PlayedDay { played: &played, strip: &strip };
            let asked = full(StopPicture::Day);
            let mut quiet = asked.clone();
            (quiet.ask, quiet.answers, quiet.figures) = (String::new(), Vec::new(), Vec::new());
            for (stop, size) in
                [asked, quiet].iter().flat_map(|stop| SIZES.map(|size| (stop, size)))
            {
                let mut page = 0;
                loop {
                    let view = class.view(stop, size);
                    let (places, list) = drawn(&StopView { page, played: Some(day), ..view });
                    let of = format!("{} {language:?} {} p{page}", sample.key, size.width);
                    let told = faults(&places, &list, size, &class.text);
                    found.extend(told.into_iter().map(|fault| format!("{of}: {fault}")));
                    let course = places.course.expect("the day's course is there");
                    assert!(course.width() > 0.5 * places.middle.width(), "{of}");
                    assert!(places.middle.bottom() < course.top(), "{of}");
                    page += 1;
                    if page >= places.pages {
                        break;
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn all_that_moves_is_seen_at_once_with_its_lines_below_it() {
    let class = Class::of("driver-licence-office", Language::English);
    let (played, strip) = (busy(&class), strip());
    let mut stop = full(StopPicture::Day);
    (stop.ask, stop.answers, stop.figures) = (String::new(), Vec::new(), Vec::new());
    for size in &SIZES[..2] {
        let view = class.view(&stop, *size);
        let day = PlayedDay { played: &played, strip: &strip };
        let (places, list) = drawn(&StopView { played: Some(day), ..view });
        assert_eq!(places.pages, 1);
        for (step, at) in &played.steps {
            let card = places.cards.iter().find(|(id, _)| id == step);
            let card: Rect = card.expect("a card where somebody works").1;
            let said = at.line.as_ref().unwrap().waiting.to_string();
            let below = list.iter().any(|item| match item.shape {
                Shape::Text { text, at, .. } => {
                    text == said
                        && at.y > card.bottom()
                        && at.x > card.left()
                        && at.x < card.right()
                }
                _ => false,
            });
            assert!(below, "{said} waiting below {card:?}");
        }
    }
}

#[test]
fn no_line_tells_the_bottleneck_while_it_is_held_back() {
    let class = Class::of("driver-licence-office", Language::English);
    let (played, strip) = (busy(&class), strip());
    let day = PlayedDay { played: &played, strip: &strip };
    let stop = held(full(StopPicture::Day));
    let (places, list) = drawn(&StopView { played: Some(day), ..class.view(&stop, SIZES[0]) });
    assert_eq!(telling(&class, &places, &list), [""; 0]);
    let stop = full(StopPicture::Day);
    let (places, list) = drawn(&StopView { played: Some(day), ..class.view(&stop, SIZES[0]) });
    assert!(!telling(&class, &places, &list).is_empty());
}
