//! What differs between two scenarios, as it is drawn: at every zoom, in order, with signs.

use std::collections::BTreeMap;
use std::sync::Arc;

use onstage::blueprint::{Id, StepId};
use onstage::drawing::{
    Camera, CardForm, DifferenceMark, Differences, Ink, Item, Layer, Look, OldCard, Point, Rect,
    Shape, Subject,
};

use crate::office::office;
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
