//! What differs between two scenarios, as it is drawn: at every zoom, in order, with signs.

use std::collections::BTreeMap;
use std::sync::Arc;

use onstage::analysis::analyse;
use onstage::blueprint::{Id, StepId};
use onstage::drawing::{
    Camera, CardForm, DifferenceMark, Differences, DisplayList, Ink, Item, Layer, Look, OldCard,
    Point, Rect, RouteStyle, Routes, Scene, Shape, SheetGeometry, Subject, draw,
};
use onstage::pictures::{Side, differences};
use onstage::redesign::compare;
use onstage::storage::sample;
use onstage::wording::{Language, Wording};

use crate::office::{English, NearInter, figures, office};
use crate::pictures::picture;

const VIEWPORT: Rect = Rect { min: Point::new(0.0, 0.0), max: Point::new(940.0, 700.0) };

/// Calls `look` with what is drawn of the office under comparison, at a zoom.
fn drawn(zoom: f32, look: impl Fn(&[Item<'_>], StepId, StepId)) {
    let (draft, analysis) = office();
    let mut steps = draft.scenario.steps().keys().copied();
    let (added, moved) = (steps.next().unwrap(), steps.next().unwrap());
    let gone = StepId::from_number(4_000_000);
    let old = |step, stays, x| OldCard {
        step,
        name: "Where it was".to_owned(),
        form: CardForm::Slim,
        centre: Point::new(x, 300.0),
        stays,
        peeks: false,
    };
    let differences = Differences {
        cards: BTreeMap::from([(added, DifferenceMark::Added), (moved, DifferenceMark::Moved)]),
        old: vec![old(moved, true, 200.0), old(gone, false, 400.0)],
        legend: vec![(DifferenceMark::Added, "new".to_owned())],
        ..Differences::default()
    };
    let look_of_it = Look { differences: Some(Arc::new(differences)), ..Look::default() };
    let camera = Camera::new(Point::new(28.0, 28.0), zoom);
    let list = picture(&draft, &analysis, Some(camera), VIEWPORT, &look_of_it);
    let items: Vec<Item<'_>> = list.iter().collect();
    assert!(items.is_sorted_by_key(|item| item.layer), "floors stand in order");
    look(&items, added, gone);
}

#[test]
fn a_new_card_has_a_green_edge_and_a_sign() {
    drawn(1.0, |items, added, _| {
        let of_added = items
            .iter()
            .filter(|item| item.key.subject == Subject::Step(added) && item.layer == Layer::Marks);
        let shapes: Vec<Shape<'_>> = of_added.map(|item| item.shape).collect();
        let green = |shape: &Shape<'_>| {
            matches!(shape, Shape::Rect { stroke: Some(stroke), .. }
                | Shape::Polygon { stroke: Some(stroke), .. } if stroke.ink == Ink::Good)
        };
        assert!(shapes.iter().any(green));
        let strokes = shapes.iter().filter(|shape| matches!(shape, Shape::Path { .. })).count();
        assert_eq!(strokes, 2, "the two strokes of a plus");
    });
}

#[test]
fn what_is_gone_is_a_ghost_with_a_minus_below_the_cards() {
    drawn(1.0, |items, _, gone| {
        let of_gone = |layer| {
            items
                .iter()
                .filter(move |item| item.key.subject == Subject::Step(gone) && item.layer == layer)
        };
        assert!(
            of_gone(Layer::Links)
                .any(|item| { matches!(item.shape, Shape::Text { text: "Where it was", .. }) })
        );
        let minus = of_gone(Layer::Marks).filter(|it| matches!(it.shape, Shape::Path { .. }));
        assert_eq!(minus.count(), 1);
    });
}

#[test]
fn the_legend_keeps_its_size_at_every_zoom() {
    for zoom in [0.1, 0.3, 0.6, 1.0, 2.5] {
        drawn(zoom, |items, _, _| {
            let words = items.iter().filter_map(|item| match item.shape {
                Shape::Text { text: "new", look, .. } => Some(look.size),
                _ => None,
            });
            assert_eq!(words.collect::<Vec<_>>(), [11.0], "at {zoom}");
        });
    }
}

#[test]
fn links_that_differ_bear_their_colour_and_a_sign_and_those_that_are_gone_a_ghost() {
    let (draft, analysis) = office();
    let mut links = draft.scenario.links().keys().copied();
    let (added, changed) = (links.next().unwrap(), links.next().unwrap());
    let differences = Differences {
        links: [(added, DifferenceMark::Added), (changed, DifferenceMark::Changed)].into(),
        old_links: vec![vec![Point::new(100.0, 300.0), Point::new(400.0, 300.0)]],
        ..Differences::default()
    };
    let look = Look { differences: Some(Arc::new(differences)), ..Look::default() };
    let camera = Camera::new(Point::new(28.0, 28.0), 1.0);
    let list = picture(&draft, &analysis, Some(camera), VIEWPORT, &look);
    let colours = |subject: Subject, layer: Layer| -> Vec<Ink> {
        let items = list.iter().filter(|item| item.key.subject == subject && item.layer == layer);
        items
            .filter_map(|item| match item.shape {
                Shape::Path { stroke, .. } | Shape::Circle { stroke: Some(stroke), .. } => {
                    Some(stroke.ink)
                }
                _ => None,
            })
            .collect()
    };
    assert_eq!(colours(Subject::Link(added), Layer::Links), [Ink::Good]);
    assert!(colours(Subject::Link(added), Layer::Marks).contains(&Ink::Good), "a plus in a circle");
    assert_eq!(colours(Subject::Link(changed), Layer::Links), [Ink::Accent]);
    assert!(colours(Subject::Link(changed), Layer::Marks).contains(&Ink::Accent));
    assert_eq!(colours(Subject::Sheet, Layer::Links), [Ink::Bad], "where a link was");
}

/// What is drawn of the licence office's two scenarios under comparison, from one side, at a zoom.
fn compared(side: Side, zoom: f32, look: impl Fn(&[Item<'_>], &Routes, Camera)) {
    let sample = sample("driver-licence-office").unwrap().open().unwrap();
    let [before, after, ..] = sample.scenarios() else { panic!("two scenarios") };
    let comparison = compare(before, after);
    let words = Wording::new(Language::English);
    let found = differences(&comparison, before, after, side, &words);
    let shown = if side == Side::After { after } else { before };
    let geometry = SheetGeometry::of(shown);
    let routes = Routes::of(shown, &geometry);
    let look_of_it = Look { differences: Some(Arc::new(found)), ..Look::default() };
    let camera = Camera::new(Point::new(28.0, 28.0), zoom);
    let analysis = analyse(shown);
    let scene = Scene {
        scenario: shown,
        geometry: &geometry,
        routes: &routes,
        figures: Some(&figures(&analysis)),
        camera,
        viewport: Rect::new(0.0, 0.0, 1_400.0, 900.0),
        labels: &English,
        text: &NearInter,
        look: &look_of_it,
    };
    let mut list = DisplayList::new();
    draw(&scene, &mut list);
    let items: Vec<Item<'_>> = list.iter().collect();
    look(&items, &routes, camera);
}

#[test]
fn no_sign_of_a_link_or_a_ghost_hides_an_arrowhead() {
    let mut signs = 0;
    for side in [Side::Before, Side::After] {
        for zoom in [0.6, 0.8, 1.0, 1.4] {
            compared(side, zoom, |items, routes, camera| {
                let heads: Vec<Point> = routes
                    .all()
                    .iter()
                    .filter(|route| matches!(route.style, RouteStyle::Flow | RouteStyle::Back))
                    .filter_map(|route| match route.points.as_slice() {
                        [.., before, tip] => {
                            let length = tip.distance(*before).max(4.0);
                            Some(camera.screen_from_sheet(tip.towards(*before, 4.0 / length)))
                        }
                        _ => None,
                    })
                    .collect();
                assert!(heads.len() > 3);
                let circles =
                    items.iter().filter_map(|item| match (item.key.subject, item.shape) {
                        (
                            Subject::Link(_),
                            Shape::Circle { centre, radius, stroke: Some(_), .. },
                        ) if item.layer == Layer::Marks => Some((centre, radius)),
                        _ => None,
                    });
                for (centre, radius) in circles {
                    let nearest =
                        heads.iter().map(|head| head.distance(centre)).fold(f32::MAX, f32::min);
                    assert!(nearest > radius + 2.0, "{side:?} at {zoom}: {centre:?}, {nearest}");
                }
            });
            compared(side, zoom, |items, _, _| {
                let marked = |item: &&Item<'_>| {
                    item.layer == Layer::Marks && matches!(item.key.subject, Subject::Link(_))
                };
                assert!(items.iter().any(|item| marked(&item)), "links that differ are marked");
            });
            signs += 1;
        }
    }
    assert_eq!(signs, 8);
}

#[test]
fn a_ghost_says_its_name_in_its_middle_or_beside_the_card_that_lies_there() {
    let (draft, analysis) = office();
    let card = draft.scenario.steps().keys().next().copied().unwrap();
    let middle = SheetGeometry::of(&draft.scenario).card(card).unwrap().rect.centre();
    let gone = StepId::from_number(4_000_000);
    let old = |centre, peeks| OldCard {
        step: gone,
        name: "Was here".to_owned(),
        form: CardForm::Slim,
        centre,
        stays: false,
        peeks,
    };
    let drawn = |old: OldCard| -> Option<Point> {
        let differences = Differences { old: vec![old], ..Differences::default() };
        let look = Look { differences: Some(Arc::new(differences)), ..Look::default() };
        let camera = Camera::new(Point::new(28.0, 28.0), 1.0);
        let list = picture(&draft, &analysis, Some(camera), VIEWPORT, &look);
        let places = list.iter().filter_map(|item| match item.shape {
            Shape::Text { text: "Was here", at, .. } => Some(at),
            _ => None,
        });
        places.last()
    };
    let free = Point::new(700.0, 640.0);
    let at = drawn(old(free, false)).expect("a ghost that stands free says its name");
    assert!((at.y - (free.y + 28.0)).abs() < 1.0, "in its middle: {at:?}");
    let covered = middle + Point::new(12.0, 12.0);
    let at = drawn(old(covered, true)).expect("one under a card too");
    let geometry = SheetGeometry::of(&draft.scenario);
    let on_sheet = at - Point::new(28.0, 28.0);
    let under = geometry.cards().iter().any(|card| card.rect.contains(on_sheet));
    assert!(!under, "no scraps under a card: {at:?}");
    assert!(on_sheet.distance(covered) < 80.0, "beside it: {at:?}");
}

#[test]
fn what_was_elsewhere_says_its_name_in_what_is_seen_of_it_and_no_sign_of_a_link_lies_there() {
    compared(Side::After, 1.0, |items, _, _| {
        let dashed = |item: &Item<'_>| match item.shape {
            // What is gone lies under the card that took its place, its edge is all that is seen.
            Shape::Path { stroke, points, .. }
                if stroke.dash.is_some() && stroke.ink == Ink::Accent && points.len() == 5 =>
            {
                let spots = points.iter().map(|at| Rect { min: *at, max: *at });
                spots.reduce(Rect::union)
            }
            _ => None,
        };
        let ghosts: Vec<(Subject, Rect)> = items
            .iter()
            .filter(|item| item.layer == Layer::Links)
            .filter_map(|item| Some((item.key.subject, dashed(item)?)))
            .collect();
        assert!(ghosts.len() >= 3, "{ghosts:?}");
        let texts = items.iter().filter_map(|item| match (item.shape, item.key.subject) {
            (Shape::Text { text, at, .. }, Subject::Step(_)) if item.layer == Layer::Links => {
                Some((item.key.subject, text, at))
            }
            _ => None,
        });
        let named: Vec<_> = texts.collect();
        let words = |rect: &Rect, subject: &Subject| {
            let own = named.iter().filter(|(of, _, at)| of == subject && rect.contains(*at));
            own.map(|(_, text, _)| *text).collect::<Vec<_>>().join(" ")
        };
        let all: Vec<String> = ghosts.iter().map(|(of, rect)| words(rect, of)).collect();
        for wanted in ["Pays the fee", "Collect payment"] {
            assert!(all.iter().any(|name| name == wanted), "{wanted}: {all:?}");
        }
        let signs = items.iter().filter_map(|item| match (item.shape, item.key.subject) {
            (Shape::Circle { centre, stroke: Some(_), .. }, Subject::Link(_)) => Some(centre),
            _ => None,
        });
        for sign in signs {
            let on = ghosts.iter().find(|(_, rect)| rect.contains(sign));
            assert_eq!(on, None, "the sign of a link at {sign:?}");
        }
    });
}
