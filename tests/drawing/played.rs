//! A day that is played on the sheet: lines that cover nothing, numbers that can be read from afar.

use std::sync::Arc;

use onstage::analysis::Analysis;
use onstage::blueprint::Scenario;
use onstage::drawing::{
    Camera, CrewPlayed, Detail, DisplayList, Item, Key, Layer, LinePlayed, Look, Pip, Played,
    Point, Rect, Routes, Scene, Shape, SheetGeometry, StepPlayed, Subject, Traveller, Way, draw,
};
use onstage::storage::{samples, templates};

use crate::office::{English, NearInter, figures};

const VIEW: Rect = Rect::new(0.0, 0.0, 1_400.0, 900.0);
/// Where the shapes of a played day begin among those of a subject.
const FIRST: u16 = 300;

/// A line at every step that needs somebody, and somebody on every connector.
fn busy(scenario: &Scenario) -> Played {
    let mut played = Played::default();
    for (number, (id, step)) in (0..).zip(scenario.steps()) {
        let number: u32 = number;
        if !step.needs.is_empty() {
            let line = LinePlayed {
                waiting: number % 23,
                word: "waiting".to_owned(),
                before: number.is_multiple_of(3).then(|| (19, "19 before".to_owned())),
            };
            let people = vec![Pip::Here, Pip::Elsewhere, Pip::Free, Pip::Away, Pip::OffDuty];
            let crews = vec![CrewPlayed { colour: 1, people }];
            let says = "1 of 1 busy".to_owned();
            played.steps.insert(*id, StepPlayed { line: Some(line), crews, says });
        }
    }
    for (number, link) in (0..).zip(scenario.links().keys()) {
        let number: u16 = number;
        let part = f32::from(number % 10) / 10.0;
        let traveller = Traveller { way: Way::Link(*link), part, background: false };
        played.travellers.push(traveller);
        if number.is_multiple_of(4) {
            played.pulses.insert(*link, part);
        }
    }
    played
}

/// The sheet of a scenario at a zoom, with its day and without.
fn drawn(scenario: &Scenario, zoom: f32, played: Option<Played>) -> (DisplayList, SheetGeometry) {
    let geometry = SheetGeometry::of(scenario);
    let routes = Routes::of(scenario, &geometry);
    let look = Look { played: played.map(Arc::new), ..Look::default() };
    let analysis = Analysis::default();
    let mut list = DisplayList::new();
    let scene = Scene {
        scenario,
        geometry: &geometry,
        routes: &routes,
        figures: Some(&figures(&analysis)),
        camera: Camera::new(Point::new(40.0, 40.0), zoom),
        viewport: VIEW,
        labels: &English,
        text: &NearInter,
        look: &look,
    };
    draw(&scene, &mut list);
    (list, geometry)
}

fn scenarios() -> Vec<Scenario> {
    let all = samples().iter().chain(templates());
    all.map(|sample| Scenario::clone(sample.open().unwrap().baseline())).collect()
}

fn is_played(item: &Item<'_>) -> bool {
    item.layer == Layer::Marks && (FIRST..10_000).contains(&item.key.part)
}

#[test]
fn shapes_of_a_played_day_have_keys_of_their_own() {
    for scenario in scenarios() {
        for zoom in [0.3, 0.6, 1.0, 1.6] {
            let (list, _) = drawn(&scenario, zoom, Some(busy(&scenario)));
            let mut keys: Vec<Key> = list.iter().map(|item| item.key).collect();
            let count = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), count, "at {zoom}");
            assert!(list.iter().map(|item| item.layer).is_sorted(), "floors rise");
        }
    }
}

#[test]
fn lines_lie_beside_their_cards_and_on_no_other() {
    let (mut chips, mut on_others) = (0, 0);
    for scenario in scenarios() {
        let (list, geometry) = drawn(&scenario, 1.0, Some(busy(&scenario)));
        let camera = Camera::new(Point::new(40.0, 40.0), 1.0);
        let of_steps = list.iter().filter(|item| is_played(item) && item.key.part == FIRST);
        for item in of_steps {
            let (Subject::Step(step), Shape::Rect { rect, .. }) = (item.key.subject, item.shape)
            else {
                continue;
            };
            chips += 1;
            let own = geometry.card(step).unwrap();
            let own = camera.rect_on_screen(own.rect);
            assert!(own.grown(14.0).touches(rect), "beside its card");
            let others = geometry.cards().iter().filter(|card| card.step != step);
            let covered = others.map(|card| camera.rect_on_screen(card.rect));
            on_others += usize::from(covered.into_iter().any(|card| card.overlaps(rect)));
        }
    }
    assert!(chips > 60, "{chips}");
    assert!(on_others * 50 <= chips, "{on_others} of {chips} cover another card");
}

#[test]
fn numbers_can_be_read_from_afar_at_every_zoom() {
    for scenario in scenarios() {
        for zoom in [0.3, 0.5, 0.75, 1.0, 2.0] {
            let (list, _) = drawn(&scenario, zoom, Some(busy(&scenario)));
            for item in list.iter().filter(is_played) {
                if let Shape::Text { text, look, .. } = item.shape
                    && text.parse::<u32>().is_ok()
                {
                    assert!(look.size >= 18.0, "{text} at {zoom}: {}", look.size);
                }
            }
        }
    }
}

#[test]
fn a_sheet_on_which_no_day_is_played_shows_nothing_of_it() {
    for scenario in scenarios() {
        let (list, _) = drawn(&scenario, 1.0, None);
        assert!(!list.iter().any(|item| is_played(&item)));
        let full = Look { detail: Some(Detail::Full), ..Look::default() };
        assert!(full.played.is_none());
    }
}

#[test]
fn each_who_waits_has_a_dot_up_to_eight_where_there_is_room() {
    let text = r#"(title: "", scenarios: [(id: 1, name: "", roles: [(id: 13, name: "Clerk")],
        lanes: [(id: 2, zone: Frontstage)], phases: [(id: 3)],
        steps: [(id: 34, name: "Serve", lane: 2, phase: 3, time: "4 min", needs: [(roles: [13])])])])"#;
    let blueprint = onstage::storage::decode(text).unwrap().blueprint;
    let scenario = blueprint.baseline();
    let dots = |waiting: u32| {
        let mut played = busy(scenario);
        for step in played.steps.values_mut() {
            if let Some(line) = &mut step.line {
                (line.waiting, line.before) = (waiting, None);
            }
        }
        let (list, _) = drawn(scenario, 1.0, Some(played));
        let is_dot = |item: &Item<'_>| {
            let is_line = item.key.part >= FIRST && item.layer == Layer::Marks;
            is_line
                && matches!(item.key.subject, Subject::Step(_))
                && matches!(item.shape, Shape::Circle { .. })
        };
        list.iter().filter(is_dot).count()
    };
    assert_eq!([0, 1, 5, 8, 19].map(dots), [0, 1, 5, 8, 8]);
}
