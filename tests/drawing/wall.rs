//! The wall of a lesson: read from the last row, with nothing on anything else, and nothing told that is
//! held back.

use onstage::analysis::{Analysis, Basis, analyse};
use std::sync::Arc;

use onstage::blueprint::{Blueprint, HeldBack, Lesson, Stop, StopPicture};
use onstage::drawing::{
    Anchor, DisplayList, HALF_CAPITAL, Ink, Item, Layer, MeasureText, Palette, Point, Rect, Shape,
    Shaper, Size, Subject, TextLook, Typesetter, WallPlaces,
};
use onstage::editor::Editor;
use onstage::exchange::{Picture, Pixels, pixels};
use onstage::lessons::suggested_stops;
use onstage::pictures::planning::finished;
use onstage::presenting::{Press, Session};
use onstage::stage::{Figured, Held, Pill, Results, StopView, Tried, results, wall};
use onstage::storage::{samples, templates};
use onstage::wording::{Language, Units, Wording};

use crate::office::grid;
use crate::processes::services;

pub(crate) const SIZES: [Size; 3] =
    [Size::new(1920.0, 1080.0), Size::new(1280.0, 720.0), Size::new(1024.0, 768.0)];

/// A blueprint in a language with what a wall needs of it.
pub(crate) struct Class {
    pub(crate) blueprint: Blueprint,
    analysis: Analysis,
    words: Wording,
    pub(crate) text: Typesetter,
}

impl Class {
    pub(crate) fn of(key: &str, language: Language) -> Self {
        let mut all = samples().iter().chain(templates());
        let sample = all.find(|sample| sample.key == key).unwrap();
        Self::with(sample.open_in(language.code()).unwrap(), language)
    }

    fn with(blueprint: Blueprint, language: Language) -> Self {
        let scenario = blueprint.baseline();
        let mut words = Wording::new(language);
        words.set_units(Units::of(&blueprint, scenario));
        let analysis = analyse(scenario);
        Self { analysis, words, text: Typesetter::new(1.0), blueprint }
    }

    pub(crate) fn view<'a>(&'a self, stop: &'a Stop, size: Size) -> StopView<'a> {
        let shown = Figured { scenario: self.blueprint.baseline(), analysis: &self.analysis };
        StopView {
            blueprint: &self.blueprint,
            shown,
            other: None,
            before: None,
            frontier: None,
            plan: None,
            stop,
            held: Held::of(stop),
            pill: Pill::Scenario(shown.scenario.name()),
            is_flipped: false,
            is_small: false,
            day: None,
            played: None,
            is_bare: false,
            hands: &[],
            changed: &[],
            follows: false,
            spotlight: &[],
            page: 0,
            on_desk: false,
            size,
            words: &self.words,
            text: &self.text,
        }
    }
}

pub(crate) fn drawn(view: &StopView<'_>) -> (WallPlaces, DisplayList) {
    let mut list = DisplayList::new();
    let places = wall(view, &mut list);
    (places, list)
}

/// A stop with everything that a wall can hold.
pub(crate) fn full(picture: StopPicture) -> Stop {
    Stop {
        title: "Which desk decides?".to_owned(),
        shows: picture.name().to_owned(),
        figures: ["demand_per_hour", "capacity_per_hour", "throughput_time_s"]
            .map(str::to_owned)
            .into(),
        ask: "Which desk decides how many licences an hour?".to_owned(),
        answers: ["Payment", "Violations", "Eye test", "Photograph"].map(str::to_owned).into(),
        ..Stop::default()
    }
}

pub(crate) fn held(stop: Stop) -> Stop {
    Stop { hold: ["bottleneck", "figures", "help"].map(str::to_owned).into(), ..stop }
}

/// Where letters of a text are: from the height of capitals to below the line.
fn letters(text: &str, at: Point, look: TextLook, measure: &dyn MeasureText) -> Rect {
    let width = measure.width(text, look.size, look.weight);
    let left = match look.anchor {
        Anchor::Left => at.x,
        Anchor::Centre => at.x - width / 2.0,
        Anchor::Right => at.x - width,
    };
    let capital = HALF_CAPITAL * look.size;
    if look.upwards {
        let top = match look.anchor {
            Anchor::Left => at.y - width,
            Anchor::Centre => at.y - width / 2.0,
            Anchor::Right => at.y,
        };
        return Rect::new(at.x - capital, top, at.x + capital, top + width);
    }
    Rect::new(left, at.y - capital, left + width, at.y + capital + 0.16 * look.size)
}

/// What is wrong with the texts of a wall.
pub(crate) fn faults(
    places: &WallPlaces,
    list: &DisplayList,
    size: Size,
    measure: &dyn MeasureText,
) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: Vec<(Rect, &str)> = Vec::new();
    // What has a ground of its own hides what is written below it.
    let pill = |item: &Item<'_>| match item.shape {
        Shape::Rect { rect, fill: Some(_), .. } => {
            (item.layer > Layer::Cards && item.layer < Layer::Action).then_some(rect)
        }
        _ => None,
    };
    for item in list.iter() {
        if let Some(rect) = pill(&item) {
            let hidden = seen.iter().filter(|(other, _)| other.grown(-0.5).overlaps(rect));
            faults.extend(hidden.map(|(_, said)| format!("{said:?} is hidden by {rect:?}")));
        }
        let Shape::Text { text, at, look } = item.shape else { continue };
        if 2.0 * HALF_CAPITAL * look.size < size.height / 50.0 {
            faults.push(format!("{text:?} is too small: {}", look.size));
        }
        let place = letters(text, at, look, measure);
        if !item.clip.grown(0.5).encloses(place) {
            faults.push(format!("{text:?} is clipped: {place:?} by {:?}", item.clip));
        }
        if text.ends_with('…') {
            faults.push(format!("{text:?} is cut"));
        }
        let own = |subject: Subject, step| subject == Subject::Step(step);
        for (step, card) in &places.cards {
            let is_badge = item.layer == Layer::Marks;
            if card.overlaps(place) && !own(item.key.subject, *step) && !is_badge {
                faults.push(format!("{text:?} lies on a card: {place:?}"));
            }
        }
        for (other, said) in &seen {
            if other.grown(-0.5).overlaps(place) {
                faults.push(format!("{text:?} lies on {said:?}"));
            }
        }
        seen.push((place, text));
    }
    faults
}

#[test]
fn planning_sheets_can_be_read_from_the_last_row() {
    let mut found = Vec::new();
    for language in [Language::English, Language::Chinese] {
        let class = Class::of("planning-class", language);
        for (id, sheet) in class.blueprint.sheets() {
            let plan = finished(&class.blueprint, sheet, &class.words).unwrap();
            let stop = Stop { sheet: Some(*id), ..full(StopPicture::Plan) };
            let stop = Stop { figures: Vec::new(), ..stop };
            for size in SIZES {
                let view = StopView { plan: Some(&plan), ..class.view(&stop, size) };
                let (places, list) = drawn(&view);
                let told = faults(&places, &list, size, &class.text);
                let of = format!("{} {language:?} {}", sheet.name, size.width);
                found.extend(told.into_iter().map(|fault| format!("{of}: {fault}")));
                assert!(places.said.iter().any(|line| line.contains(&sheet.name)), "{of}");
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_wall_can_be_read_from_the_last_row() {
    let mut found = Vec::new();
    // Why a mix of services has no throughput time is longer than a tile.
    let has_room = |sample: &&onstage::storage::Sample| sample.key != "planning-class";
    for sample in samples().iter().filter(has_room) {
        for language in [Language::English, Language::Chinese] {
            let class = Class::of(sample.key, language);
            for (_, picture) in StopPicture::NAMES {
                let stops = [full(picture), held(full(picture))];
                for (stop, size) in
                    stops.iter().flat_map(|stop| SIZES.map(move |size| (stop, size)))
                {
                    let mut page = 0;
                    loop {
                        let view =
                            StopView { page, hands: &[4, 9, 11, 2], ..class.view(stop, size) };
                        let (places, list) = drawn(&view);
                        let told = faults(&places, &list, size, &class.text);
                        let of = format!(
                            "{} {language:?} {picture:?} {} p{page}",
                            sample.key, size.width
                        );
                        found.extend(told.into_iter().map(|fault| format!("{of}: {fault}")));
                        page += 1;
                        if page >= places.pages {
                            break;
                        }
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_wall_of_the_lessons_that_ship_can_be_read_from_the_last_row() {
    let mut found = Vec::new();
    for sample in samples() {
        for language in [Language::English, Language::Chinese] {
            let class = Class::of(sample.key, language);
            let first = class.blueprint.baseline().id();
            let suggested = suggested_stops(&class.blueprint, first, &class.words);
            let own = class.blueprint.lesson().map(|lesson| lesson.stops.clone());
            for (_, stop) in own.into_iter().flatten().chain(suggested.stops) {
                let of = |id| class.blueprint.scenario(id?);
                let scenario = of(stop.scenario).unwrap_or(class.blueprint.baseline());
                let analysis = analyse(scenario);
                let other = of(stop.with).map(|other| (other, analyse(other)));
                for (size, is_held) in
                    SIZES.into_iter().flat_map(|size| [(size, false), (size, true)])
                {
                    let mut page = 0;
                    loop {
                        let view = StopView {
                            shown: Figured { scenario, analysis: &analysis },
                            other: other
                                .as_ref()
                                .map(|(scenario, analysis)| Figured { scenario, analysis }),
                            pill: Pill::Scenario(scenario.name()),
                            before: Some(class.view(&stop, size).shown),
                            held: if is_held { Held::of(&stop) } else { Held::default() },
                            page,
                            ..class.view(&stop, size)
                        };
                        let (places, list) = drawn(&view);
                        let told = faults(&places, &list, size, &class.text);
                        let of =
                            format!("{} {language:?} {:?} {}", sample.key, stop.title, size.width);
                        found.extend(told.into_iter().map(|fault| format!("{of}: {fault}")));
                        page += 1;
                        if page >= places.pages {
                            break;
                        }
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

/// What is wrong with the sheet of a class on walls of all sizes, part by part.
fn faults_of_sheets(class: &Class, of: &str) -> Vec<String> {
    let mut found = Vec::new();
    // Nobody serves in these: why there is no capacity is longer than a tile.
    let stop = Stop { figures: vec!["demand_per_hour".to_owned()], ..full(StopPicture::Sheet) };
    for size in SIZES {
        let mut page = 0;
        loop {
            let (places, list) = drawn(&StopView { page, ..class.view(&stop, size) });
            let told = faults(&places, &list, size, &class.text);
            found.extend(told.into_iter().map(|it| format!("{of} {} p{page}: {it}", size.width)));
            page += 1;
            if page >= places.pages {
                break;
            }
        }
    }
    found
}

#[test]
fn sheets_of_all_shapes_can_be_read_from_the_last_row() {
    let mut found = Vec::new();
    for template in templates() {
        for language in [Language::English, Language::Chinese] {
            found.extend(faults_of_sheets(&Class::of(template.key, language), template.key));
        }
    }
    for (number, draft) in services().enumerate().step_by(40).chain([(999, grid(25, 20))]) {
        let blueprint =
            Blueprint::assemble(String::new(), String::new(), vec![draft.scenario], draft.ids);
        let class = Class::with(blueprint, Language::English);
        found.extend(faults_of_sheets(&class, &format!("service {number}")));
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn what_is_held_back_is_nowhere() {
    for sample in samples() {
        let class = Class::of(sample.key, Language::English);
        for (_, picture) in StopPicture::NAMES {
            let stop = Stop {
                figures: ["capacity_per_hour", "utilisation"].map(str::to_owned).into(),
                ..held(full(picture))
            };
            let (places, list) = drawn(&class.view(&stop, SIZES[0]));
            let Some(capacity) = class.analysis.capacity_per_hour.value else { continue };
            let capacity = class.words.rate(capacity);
            assert_eq!(telling(&class, &places, &list), [""; 0], "{}", sample.key);
            let told = list.iter().any(|item| match item.shape {
                Shape::Text { text, .. } => text.contains(&capacity),
                _ => false,
            });
            assert!(!told, "{}", sample.key);
            assert!(places.said.iter().all(|line| !line.contains(&capacity)), "{}", sample.key);
        }
    }
}

/// What on a wall tells which step is the bottleneck: its badge, red and amber on cards, what is said of it.
pub(crate) fn telling(class: &Class, places: &WallPlaces, list: &DisplayList) -> Vec<String> {
    let badge = class.words.text("figure-bottleneck");
    let limits = class.analysis.bottleneck.iter();
    let scenario = class.blueprint.baseline();
    let names: Vec<&str> = limits.map(|step| class.words.step(*step, scenario)).collect();
    let mut found = Vec::new();
    for item in list.iter() {
        let on_card = matches!(item.key.subject, Subject::Step(_));
        let inks = match item.shape {
            Shape::Rect { fill, stroke, .. } | Shape::Polygon { fill, stroke, .. } => {
                [fill, stroke.map(|stroke| stroke.ink)]
            }
            Shape::Text { look, .. } => [Some(look.ink), None],
            _ => [None; 2],
        };
        let tells = [Ink::Bad, Ink::BadText, Ink::BadWash, Ink::Warn, Ink::WarnText, Ink::WarnWash];
        let is_told = inks.into_iter().flatten().any(|ink| tells.contains(&ink));
        let is_named = match item.shape {
            Shape::Text { text, .. } => text.contains(badge),
            _ => false,
        };
        if on_card && is_told || is_named {
            found.push(format!("{item:?}"));
        }
    }
    let tells = |line: &&String| line.contains(badge) && names.iter().any(|it| line.contains(it));
    found.extend(places.said.iter().filter(tells).cloned());
    found
}

#[test]
fn no_stop_tells_the_bottleneck_before_it_is_asked_for() {
    let mut asked = 0;
    for sample in samples() {
        for language in [Language::English, Language::Chinese] {
            let class = Class::of(sample.key, language);
            let first = class.blueprint.baseline().id();
            let suggested = suggested_stops(&class.blueprint, first, &class.words);
            let own = class.blueprint.lesson().map(|lesson| Lesson::clone(lesson));
            for lesson in own.into_iter().chain([suggested]) {
                asked += usize::from(tells_nothing_too_soon(&class, &Arc::new(lesson)));
            }
        }
    }
    assert!(asked > 20, "{asked} lessons ask");
}

/// Goes through a lesson as one does with a clicker; answers whether it asks for the bottleneck at all.
fn tells_nothing_too_soon(class: &Class, lesson: &Arc<Lesson>) -> bool {
    let holds = |stop: &Stop| stop.holds(HeldBack::Bottleneck);
    let stops = lesson.stops.iter().map(|(_, stop)| stop);
    let before = stops.clone().take_while(|stop| !holds(stop)).count();
    let asks = before + stops.skip(before).take_while(|stop| holds(stop)).count();
    if asks == before {
        return false;
    }
    let shared = Arc::new(class.blueprint.clone());
    let mut sandbox = Editor::with_saved(Arc::clone(&shared), shared);
    let mut session = Session::begin(Arc::clone(lesson), 0, &mut sandbox, 0.0);
    let mut presses = 0;
    while session.place().stop + 1 < asks || session.holds(HeldBack::Bottleneck) {
        let stop = session.stop().unwrap();
        assert_eq!(sandbox.scenario().id(), class.blueprint.baseline().id());
        let held = Held::those(&session.hidden_at(session.place().stop));
        let view =
            StopView { held, page: session.part(), ..class.view(stop, Size::new(1920.0, 1080.0)) };
        let (places, list) = drawn(&view);
        let of = format!("{} at {:?}", class.blueprint.title(), stop.title);
        assert_eq!(telling(class, &places, &list), [""; 0], "{of}");
        session.shown_in(session.part(), places.pages.max(1));
        session.press(Press::Next, &mut sandbox, 0.0);
        presses += 1;
        assert!(presses < 60, "{of}");
    }
    assert_eq!(session.place().stop + 1, asks);
    true
}

#[test]
fn nothing_jumps_when_something_is_revealed() {
    for sample in samples() {
        let class = Class::of(sample.key, Language::English);
        let stop = held(full(StopPicture::Sheet));
        let view = class.view(&stop, SIZES[0]);
        let before = drawn(&view).0;
        let after = drawn(&StopView { held: Held::default(), ..view }).0;
        assert_eq!(before.cards, after.cards, "{}", sample.key);
        assert_eq!(before.tiles, after.tiles, "{}", sample.key);
        assert_eq!(before.answers, after.answers, "{}", sample.key);
    }
}

#[test]
fn a_figure_that_cannot_be_had_keeps_its_name_and_says_why() {
    let mut class = Class::of("driver-licence-office", Language::English);
    let id = class.blueprint.baseline().id();
    class
        .blueprint
        .edit(id, |scenario, _| {
            let rate = onstage::blueprint::Quantity::new(66.0).unwrap();
            scenario.set_demand(scenario.demand().at_rate(rate))
        })
        .unwrap();
    class.analysis = analyse(class.blueprint.baseline());
    let stop = full(StopPicture::Sheet);
    let (places, list) = drawn(&class.view(&stop, SIZES[0]));
    let said = places.said.iter().find(|line| line.contains("Throughput time")).unwrap();
    assert!(said.contains("grows by 6"), "{said}");
    let texts: Vec<String> = list
        .iter()
        .filter_map(|item| match item.shape {
            Shape::Text { text, .. } => Some(text.to_owned()),
            _ => None,
        })
        .collect();
    assert!(texts.join(" ").contains("grows by 6"), "{texts:?}");
}

#[test]
fn a_figure_that_is_no_more_than_a_direction_is_told_in_words() {
    let mut told = 0;
    for sample in samples() {
        let class = Class::of(sample.key, Language::English);
        let time = &class.analysis.throughput_time_s;
        let stop = full(StopPicture::Sheet);
        let (places, _) = drawn(&class.view(&stop, SIZES[0]));
        let said = places.said.iter().find(|line| line.contains("Throughput time")).unwrap();
        let is_unreliable = time.value.is_some() && time.basis == Basis::Unreliable;
        assert_eq!(said.contains("a direction only"), is_unreliable, "{}: {said}", sample.key);
        assert!(!said.contains("≈?"), "{said}");
        told += usize::from(is_unreliable);
    }
    assert!(told > 0, "a sample has such a figure");
}

#[test]
fn another_scenario_is_no_past() {
    let class = Class::of("driver-licence-office", Language::English);
    let to_be = class.blueprint.scenarios().last().expect("another").clone();
    let analysis = analyse(&to_be);
    let to_be = Figured { scenario: &to_be, analysis: &analysis };
    let stop = full(StopPicture::Waiting);
    let said = |view: StopView<'_>| {
        let places = drawn(&view).0;
        places.said.into_iter().find(|line| line.contains("Capacity")).expect("a tile")
    };
    let view = class.view(&stop, SIZES[0]);
    // As it is, beside what it is to be: that is no past.
    let beside = said(StopView { before: Some(to_be), ..view });
    assert!(beside.contains("To-be A: 120 /h") && !beside.contains("was"), "{beside}");
    // As it is to be, beside how it was.
    let pill = Pill::Scenario("To-be A");
    let after = said(StopView { shown: to_be, before: Some(view.shown), pill, ..view });
    assert!(after.contains("was 60 /h"), "{after}");
}

#[test]
fn what_a_stop_frames_is_shown_and_all_parts_show_all() {
    for sample in samples() {
        let class = Class::of(sample.key, Language::English);
        let scenario = class.blueprint.baseline();
        for size in SIZES {
            for (id, step) in scenario.steps() {
                let stop = Stop { around: vec![*id], ..full(StopPicture::Sheet) };
                let mut page = 0;
                let mut seen = std::collections::BTreeSet::new();
                loop {
                    let places = drawn(&StopView { page, ..class.view(&stop, size) }).0;
                    seen.extend(places.cards.iter().map(|(step, _)| *step));
                    page += 1;
                    if page >= places.pages {
                        break;
                    }
                }
                assert!(seen.contains(id), "{} in {}", step.name, sample.key);
            }
            let stop = full(StopPicture::Sheet);
            let mut page = 0;
            let mut seen = std::collections::BTreeSet::new();
            loop {
                let places = drawn(&StopView { page, ..class.view(&stop, size) }).0;
                let is_part = places.cards.len() < scenario.steps().len();
                assert_eq!(places.miniature.is_some(), is_part, "{}", sample.key);
                seen.extend(places.cards.iter().map(|(step, _)| *step));
                page += 1;
                if page >= places.pages {
                    break;
                }
            }
            assert_eq!(seen.len(), scenario.steps().len(), "{}", sample.key);
        }
    }
}

#[test]
fn what_a_try_changes_is_shown_whatever_the_stop_frames() {
    for sample in samples() {
        let class = Class::of(sample.key, Language::English);
        let steps = class.blueprint.baseline().steps();
        let Some(first) = steps.keys().next() else { continue };
        for around in [vec![], vec![*first]] {
            let stop = Stop { around, ..full(StopPicture::Sheet) };
            for (id, step) in steps {
                let changed = [*id];
                let view = class.view(&stop, Size::new(1024.0, 768.0));
                let view = StopView { changed: &changed, follows: true, ..view };
                let places = drawn(&view).0;
                let is_seen = places.cards.iter().any(|(card, _)| card == id);
                assert!(is_seen, "{} in {}", step.name, sample.key);
                assert!(places.page < places.pages.max(1), "{}", sample.key);
            }
        }
    }
}

#[test]
fn every_lesson_on_earth_has_a_wall() {
    // What only a newer version knows, and what is no more.
    let class = Class::of("driver-licence-office", Language::English);
    let stop = Stop {
        shows: "hologram".to_owned(),
        around: vec![class.blueprint.clone().fresh_id()],
        figures: vec!["joy".to_owned(), "capacity_per_hour".to_owned()],
        view: Some([f64::NAN, 0.0, f64::INFINITY]),
        ..Stop::default()
    };
    let (places, list) = drawn(&class.view(&stop, SIZES[0]));
    assert_eq!(places.tiles.len(), 1);
    assert_eq!(places.cards.is_empty(), list.is_empty());
    for size in [Size::new(1.0, 1.0), Size::new(300.0, 1_000.0), Size::new(7_680.0, 4_320.0)] {
        drawn(&class.view(&stop, size));
    }
}

fn write(name: &str, list: &DisplayList, size: Size, palette: &Palette) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("../pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let picture = Picture {
        lists: std::slice::from_ref(list),
        palette,
        viewport: Rect::of(Point::default(), size),
        title: "",
        description: "",
        language: "en",
        titles: &[],
        shaper: &Shaper::new(),
        outlines: false,
        pixels: Pixels { scale: 1.0, transparent: false },
    };
    let ((width, height), bytes) = pixels(&picture).unwrap();
    let image = image::RgbaImage::from_raw(width, height, bytes).unwrap();
    image.save(folder.join(format!("wall-{name}.png"))).unwrap();
}

#[test]
#[ignore = "writes pictures for the eye"]
fn lessons_for_the_eye() {
    for sample in samples() {
        let class = Class::of(sample.key, Language::English);
        let Some(lesson) = class.blueprint.lesson() else { continue };
        let versions: Vec<_> = class
            .blueprint
            .scenarios()
            .iter()
            .map(|scenario| (scenario, analyse(scenario)))
            .collect();
        let figured = |id| {
            let found = versions.iter().find(|(scenario, _)| Some(scenario.id()) == id);
            found.map(|(scenario, analysis)| Figured { scenario, analysis })
        };
        for (number, (_, stop)) in lesson.stops.iter().enumerate() {
            let view = class.view(stop, SIZES[0]);
            let shown = figured(stop.scenario).unwrap_or(view.shown);
            let before = Some(view.shown).filter(|_| stop.scenario.is_some());
            let other = figured(stop.with);
            let pill = Pill::Scenario(shown.scenario.name());
            let view = StopView { shown, before, other, pill, ..view };
            write(
                &format!("lesson-{}-{number}", sample.key),
                &drawn(&view).1,
                SIZES[0],
                &Palette::light(),
            );
        }
        let tried: Vec<Tried<'_>> = versions
            .iter()
            .map(|(scenario, analysis)| Tried {
                name: scenario.name(),
                by: "Table 3",
                version: Figured { scenario, analysis },
            })
            .collect();
        let end = Results {
            blueprint: &class.blueprint,
            title: &lesson.title,
            tried: &tried,
            marked: Some(1),
            size: SIZES[0],
            words: &class.words,
            text: &class.text,
        };
        let mut list = DisplayList::new();
        results(&end, &mut list);
        write(&format!("lesson-{}-end", sample.key), &list, SIZES[0], &Palette::light());
    }
}

#[test]
#[ignore = "writes pictures for the eye"]
fn walls_for_the_eye() {
    for sample in samples() {
        for (language, tag) in [(Language::English, "en"), (Language::Chinese, "zh")] {
            let class = Class::of(sample.key, language);
            let palette =
                if language == Language::English { Palette::light() } else { Palette::dark() };
            for (_, picture) in StopPicture::NAMES {
                let stop = held(full(picture));
                let view = StopView { hands: &[4, 9, 11, 2], ..class.view(&stop, SIZES[0]) };
                let name = format!("{}-{tag}-{}", sample.key, picture.name());
                let shown = StopView { held: Held::default(), ..view };
                if picture == StopPicture::Sheet {
                    write(&format!("{name}-held"), &drawn(&view).1, SIZES[0], &palette);
                    let desk = StopView { on_desk: true, ..view };
                    write(&format!("{name}-desk"), &drawn(&desk).1, SIZES[0], &palette);
                    let some: Vec<_> =
                        class.blueprint.baseline().steps().keys().copied().take(2).collect();
                    let lit = StopView { spotlight: &some, pill: Pill::Try("Table 3"), ..shown };
                    write(&format!("{name}-lit"), &drawn(&lit).1, SIZES[0], &palette);
                    let small = StopView { size: SIZES[2], ..shown };
                    write(&format!("{name}-small"), &drawn(&small).1, SIZES[2], &palette);
                }
                let mut page = 0;
                loop {
                    let (places, list) = drawn(&StopView { page, ..shown });
                    write(&format!("{name}-{page}"), &list, SIZES[0], &palette);
                    page += 1;
                    if page >= places.pages {
                        break;
                    }
                }
            }
        }
    }
}

#[test]
fn flip_and_overlay_use_one_axis_range() {
    use onstage::drawing::charts::Easel;
    use onstage::pictures::{Chart, ChartSource, Shown};
    for sample in samples() {
        let class = Class::of(sample.key, Language::English);
        let Some(second) = class.blueprint.scenarios().get(1) else { continue };
        let first = class.blueprint.baseline();
        let figures = [analyse(first), analyse(second)];
        let pair = [(&**first, &figures[0]), (&**second, &figures[1])];
        let easel = Easel::of_letters(30.0, &class.text);
        let area = Rect::new(0.0, 0.0, 1500.0, 800.0);
        let axes = |chart: Chart, at: usize, is_seen: bool| {
            let (scenario, analysis) = pair[at];
            let currency = class.blueprint.currency();
            let shown = Shown { scenario, analysis, words: &class.words, currency };
            let source = ChartSource { shown, service: "", other: Some(pair[1 - at]) };
            let mut list = DisplayList::new();
            chart.draw_beside(&source, is_seen, &easel, area, &mut list).map(|(_, axes)| axes)
        };
        for chart in Chart::ALL {
            let [here, there] = [axes(chart, 0, true), axes(chart, 1, true)];
            let (Ok(here), Ok(there)) = (here, there) else { continue };
            assert_eq!(here, there, "{} {chart:?}: flipped", sample.key);
            assert_ne!(here, [onstage::pictures::Axis::default(); 4], "{chart:?} has an axis");
            for at in [0, 1] {
                assert_eq!(axes(chart, at, false).as_ref(), Ok(&here), "{chart:?}: overlay off");
            }
        }
    }
}

#[test]
fn long_questions_and_many_answers_fit() {
    let class = Class::of("driver-licence-office", Language::English);
    let long = "Which of all the desks that a customer passes on the way through this office decides how many \
                licences are handed out in an hour, and what would happen to that number if one more officer \
                were put there while nobody else changes anything at all?";
    let many: Vec<String> =
        (1..=10).map(|number| format!("Desk {number}: all wait for it")).collect();
    let mut found = Vec::new();
    for (ask, answers) in [(long, many.clone()), ("Which?", many), (long, Vec::new())] {
        let stop = Stop { ask: ask.to_owned(), answers, ..full(StopPicture::Sheet) };
        for size in SIZES {
            for hands in [&[][..], &[9; 10][..]] {
                let (places, list) = drawn(&StopView { hands, ..class.view(&stop, size) });
                let told = faults(&places, &list, size, &class.text);
                found.extend(told.into_iter().map(|it| format!("{}: {it}", size.width)));
                let text: String = list
                    .iter()
                    .filter_map(|item| match item.shape {
                        Shape::Text { text, .. } => Some(format!("{text} ")),
                        _ => None,
                    })
                    .collect();
                assert!(text.contains("anything at all?") || ask != long, "{text}");
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn ten_long_answers_are_whole_or_it_is_said_how_many_are_not() {
    let class = Class::of("driver-licence-office", Language::English);
    let answer = |number: usize, words: usize| {
        let said =
            "all who come wait in one line for the only officer with a terminal ".repeat(words);
        format!("Desk {number}: {}", said.trim())
    };
    let written = |list: &DisplayList| {
        let texts = list.iter().filter_map(|item| match item.shape {
            Shape::Text { text, .. } => Some(text.to_owned()),
            _ => None,
        });
        texts.collect::<Vec<_>>().join(" ")
    };
    for size in SIZES {
        // Of about seventy letters: all are whole.
        let answers: Vec<String> = (1..=10).map(|number| answer(number, 1)).collect();
        let stop =
            Stop { ask: "Which?".to_owned(), answers: answers.clone(), ..full(StopPicture::Sheet) };
        for hands in [&[][..], &[9; 10][..]] {
            let (places, list) = drawn(&StopView { hands, ..class.view(&stop, size) });
            let text = written(&list);
            if size.width < 1100.0 {
                // A narrow wall may have no room for them, and says so.
                let cut = list.iter().any(
                    |item| matches!(item.shape, Shape::Text { text, .. } if text.ends_with('…')),
                );
                assert_eq!(cut, text.contains("longer than there is room"), "{text}");
                continue;
            }
            let told = faults(&places, &list, size, &class.text);
            assert!(told.is_empty(), "{}: {told:?}", size.width);
            assert!(!text.contains("longer than"), "{text}");
            for answer in &answers {
                assert!(text.contains(answer.split(' ').next_back().unwrap_or_default()), "{text}");
            }
        }
        // Longer than any wall: how many are cut is said, and the picture keeps a part.
        let answers: Vec<String> = (1..=10).map(|number| answer(number, 9)).collect();
        let stop = Stop { answers: answers.clone(), ..stop };
        let (places, list) = drawn(&class.view(&stop, size));
        let text = written(&list);
        assert!(text.contains("10 answers are longer than there is room for"), "{text}");
        assert!(places.middle.height() > size.height * 0.1, "{places:?}");
        assert_eq!(places.answers.len(), 10);
        for answer in &answers {
            assert!(places.said.contains(answer), "whoever hears it hears all");
        }
    }
}

#[test]
fn a_card_of_the_wall_says_its_rate_however_many_digits_it_has() {
    use onstage::drawing::SheetFigures as _;
    use onstage::pictures::CardFigures;
    let mut missing = Vec::new();
    for language in Language::ALL {
        let class = Class::of("driver-licence-office", language);
        for with_figures in [true, false] {
            let stop = full(StopPicture::Sheet);
            let stop = if with_figures { stop } else { Stop { figures: Vec::new(), ..stop } };
            for size in SIZES {
                let view = class.view(&stop, size);
                let pages = drawn(&view).0.pages;
                let seen = (0..pages).flat_map(|page| {
                    let (_, list) = drawn(&StopView { page, ..view });
                    let texts =
                        list.iter().filter_map(|item| match (item.shape, item.key.subject) {
                            (Shape::Text { text, .. }, Subject::Step(card)) => {
                                Some((card, text.to_owned()))
                            }
                            _ => None,
                        });
                    texts.collect::<Vec<_>>()
                });
                let seen: Vec<_> = seen.collect();
                let known = CardFigures::of(&class.analysis, &class.words);
                for card in class.blueprint.baseline().steps().keys() {
                    let Some(rate) = known.says(*card) else { continue };
                    if !seen.iter().any(|(of, text)| of == card && *text == rate) {
                        missing.push(format!("{language:?} {}: {rate}", size.width));
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_try_before_a_class_is_written_as_large_as_the_wall() {
    use onstage::drawing::{Camera, Look, Routes, Scene, SheetGeometry, draw, wall_zoom};
    use onstage::pictures::{CardFigures, SheetWords};
    for language in Language::ALL {
        for sample in samples() {
            let class = Class::of(sample.key, language);
            for size in SIZES {
                let letters = size.height / 36.0;
                let geometry = SheetGeometry::of(class.blueprint.baseline());
                let routes = Routes::of(class.blueprint.baseline(), &geometry);
                let look = Look { wall: Some(letters), ..Look::default() };
                let words = SheetWords(&class.words);
                let figures = CardFigures::of(&class.analysis, &class.words);
                let scene = Scene {
                    scenario: class.blueprint.baseline(),
                    geometry: &geometry,
                    routes: &routes,
                    figures: Some(&figures),
                    camera: Camera::new(Point::new(40.0, 60.0), wall_zoom(letters)),
                    viewport: Rect::new(0.0, 0.0, size.width, size.height),
                    labels: &words,
                    text: &class.text,
                    look: &look,
                };
                let mut list = DisplayList::new();
                draw(&scene, &mut list);
                let mut count = 0;
                for item in list.iter() {
                    let Shape::Text { text, look, .. } = item.shape else { continue };
                    count += 1;
                    assert!(
                        2.0 * HALF_CAPITAL * look.size >= size.height / 50.0 - 0.01,
                        "{} {}: {text:?} is too small: {}",
                        sample.key,
                        size.width,
                        look.size
                    );
                }
                assert!(count > 5, "{}", sample.key);
            }
        }
    }
}

#[test]
fn a_narrow_wall_shows_as_many_columns_as_have_room() {
    let class = Class::of("driver-licence-office", Language::English);
    let stop = Stop::default();
    let view = class.view(&stop, Size::new(1024.0, 768.0));
    let (first, _) = drawn(&view);
    let last = drawn(&StopView { page: first.pages - 1, ..view }).0;
    let columns = |places: &WallPlaces| {
        let mut lefts: Vec<f32> = places.cards.iter().map(|(_, rect)| rect.left()).collect();
        lefts.sort_by(f32::total_cmp);
        lefts.dedup_by(|a, b| (*a - *b).abs() < 1.0);
        lefts.len()
    };
    assert!(columns(&first) >= 5 && columns(&last) >= columns(&first), "{first:?} {last:?}");
}

#[test]
fn names_of_chinese_lanes_stand_upright() {
    let class = Class::of("driver-licence-office", Language::Chinese);
    let stop = Stop::default();
    let (_, list) = drawn(&class.view(&stop, SIZES[0]));
    let single = list.iter().filter(|item| {
        matches!(item.shape, Shape::Text { text, .. } if item.layer == Layer::Labels
            && text.chars().count() == 1 && !text.is_ascii())
    });
    assert!(single.count() >= 6, "characters of lane names below each other");
}

#[test]
fn a_large_sheet_among_all_stops_shows_zones_phases_and_bottlenecks() {
    let draft = grid(30, 20);
    let blueprint =
        Blueprint::assemble(String::new(), String::new(), vec![draft.scenario], draft.ids);
    let class = Class::with(blueprint, Language::English);
    assert!(class.blueprint.baseline().steps().len() > 500);
    let stop = Stop::default();
    let view = StopView { is_small: true, ..class.view(&stop, SIZES[0]) };
    let (places, list) = drawn(&view);
    assert!(places.cards.is_empty() && places.pages == 1);
    assert!(list.iter().count() < 400, "{} shapes", list.iter().count());
}

#[test]
fn an_overload_is_told_in_tables_too() {
    let mut blueprint = Class::of("driver-licence-office", Language::English).blueprint;
    let first = blueprint.baseline().id();
    let edit = |scenario: &mut onstage::blueprint::Scenario, _: &mut _| {
        let demand = scenario.demand().at_rate(onstage::blueprint::Quantity::from(66_u32));
        scenario.set_demand(demand)
    };
    blueprint.edit(first, edit).expect("a demand");
    let class = Class::with(blueprint, Language::English);
    let shown = Figured { scenario: class.blueprint.baseline(), analysis: &class.analysis };
    let tried = [Tried { name: "As-is", by: "", version: shown }];
    for size in SIZES {
        let results_of = Results {
            blueprint: &class.blueprint,
            title: "",
            tried: &tried,
            marked: None,
            size,
            words: &class.words,
            text: &class.text,
        };
        let mut list = DisplayList::new();
        let places = results(&results_of, &mut list);
        assert!(places.said.join(" ").contains("grows by"), "{:?}", places.said);
        let told = faults(&places, &list, size, &class.text);
        assert!(told.is_empty(), "{told:?}");
        let stop = Stop {
            shows: "compare".to_owned(),
            figures: vec!["throughput_time_s".to_owned(), "capacity_per_hour".to_owned()],
            ..Stop::default()
        };
        let view = StopView { other: Some(shown), ..class.view(&stop, size) };
        let (places, list) = drawn(&view);
        assert!(places.said.join(" ").contains("grows by"), "{:?}", places.said);
        let told = faults(&places, &list, size, &class.text);
        assert!(told.is_empty(), "{told:?}");
    }
}

#[test]
fn the_redesign_on_a_wall_is_read_from_the_last_row() {
    use onstage::redesign::{Question, frontier};
    let mut found = Vec::new();
    for key in ["driver-licence-office", "clinic-appointments", "airport-arrival"] {
        for language in [Language::English, Language::Chinese] {
            let class = Class::of(key, language);
            let scenario = class.blueprint.baseline();
            let question = Question::near_today(scenario);
            let rules = scenario.redesign_rules();
            let searched = frontier(scenario, rules, &question, &|| false, &mut |_| ());
            let Ok(searched) = searched else { continue };
            let stop = full(StopPicture::Redesign);
            for size in SIZES {
                let view = StopView { frontier: Some(&searched), ..class.view(&stop, size) };
                let (places, list) = drawn(&view);
                let told = faults(&places, &list, size, &class.text);
                found.extend(told.into_iter().map(|it| format!("{key} {}: {it}", size.width)));
            }
            let chart = onstage::pictures::FrontierChart::of(&class.words, &searched, None);
            let chart = chart.expect("points").reaching_today();
            let Some(today) = chart.values().today else { continue };
            let mut steps = chart.values().marks.iter().filter(|mark| mark.staff <= today.staff);
            assert!(
                steps.any(|mark| mark.rate >= today.rate),
                "{key}: today is not above the stairs"
            );
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_name_of_a_lane_covers_no_line_of_the_office() {
    for size in SIZES {
        let class = Class::of("driver-licence-office", Language::English);
        let stop = full(StopPicture::Sheet);
        let (_, list) = drawn(&class.view(&stop, size));
        let lines: Vec<[Point; 2]> = list
            .iter()
            .filter(|item| item.layer == Layer::Links)
            .filter_map(|item| match item.shape {
                Shape::Path { points, .. } => Some(points.to_vec()),
                _ => None,
            })
            .flat_map(|points| points.windows(2).map(|ends| [ends[0], ends[1]]).collect::<Vec<_>>())
            .collect();
        assert!(!lines.is_empty());
        let names = list.iter().filter(|item| matches!(item.key.subject, Subject::Lane(_)));
        for item in names {
            let Shape::Text { text, at, look } = item.shape else { continue };
            let place = letters(text, at, look, &class.text);
            let over = lines.iter().find(|[a, b]| Rect::spanning(*a, *b).touches(place));
            assert!(over.is_none(), "{text:?} at {place:?} covers {over:?}");
        }
    }
}
