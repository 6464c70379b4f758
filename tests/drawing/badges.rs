//! The mark of a bottleneck keeps off what its card is told by.

use onstage::analysis::analyse;
use onstage::blueprint::{
    LinkKind, Need, Place, ServiceTime, SheetPoint, Step, StepId, StepKind, TimeUnit, Zone,
};
use onstage::drawing::{
    Camera, DisplayList, HEADER_HEIGHT, Item, Key, Layer, Look, Point, Rect, Routes, STRIP_WIDTH,
    Scene, Shape, SheetFigures, SheetGeometry, Size, Subject, Typesetter, draw,
};
use onstage::pictures::{CardFigures, SheetWords};
use onstage::storage::decode;
use onstage::wording::{Language, Wording};

use crate::office::{Draft, office};
use crate::pictures::picture;
use crate::tidied::tidied;

#[test]
fn a_line_without_a_head_leaves_the_mark_in_the_middle() {
    let (draft, analysis) = office();
    let bottleneck = analysis.bottleneck[0];
    let card = SheetGeometry::of(&draft.scenario).card(bottleneck).unwrap().rect;
    let view = Rect::new(0.0, 0.0, 2_000.0, 1_200.0);
    let list = picture(&draft, &analysis, None, view, &Look::default());
    let key = Key { subject: Subject::Step(bottleneck), part: 50 };
    let item = list.iter().find(|item| item.key == key).expect("a mark");
    let Shape::Rect { rect, .. } = item.shape else { panic!("a word: {:?}", item.shape) };
    let of_card = |item: &Item<'_>| item.key.subject == key.subject && item.layer == Layer::Cards;
    let drawn = list.iter().find(of_card).expect("the card");
    let Shape::Rect { rect: body, .. } = drawn.shape else { panic!("a card: {:?}", drawn.shape) };
    assert!(body.width() >= card.width() * 0.5, "{body:?}");
    assert!((rect.centre().x - body.centre().x).abs() < 1.0, "{rect:?} on {body:?}");
}

#[test]
fn a_sketch_without_roles_bears_one_mark_and_not_one_on_every_card() {
    let mut draft = Draft::new(&["One", "Two", "Three"]);
    let steps: Vec<StepId> = (0..3)
        .map(|phase| {
            let step = draft.add(Zone::Frontstage, phase, StepKind::Action, "Serve");
            draft.change(step, |step| {
                step.time = ServiceTime::fixed(60.0, TimeUnit::Second).ok();
            });
            step
        })
        .collect();
    for pair in steps.windows(2) {
        draft.link(pair[0], pair[1], LinkKind::Flow);
    }
    let words = Wording::new(Language::English);
    let marked = |draft: &Draft| {
        let analysis = analyse(&draft.scenario);
        let figures = CardFigures::of(&analysis, &words);
        assert!(steps.iter().all(|step| figures.is_bottleneck(*step)));
        figures.marked_bottlenecks()
    };
    assert_eq!(marked(&draft), [steps[0]]);
    // Once somebody is said to do something, those without anybody are the exception.
    let clerk = draft.role("Clerk", 0);
    draft.change(steps[1], |step| step.needs = vec![Need::one(clerk)]);
    assert_eq!(marked(&draft), steps);
}

#[test]
fn the_mark_of_a_bottleneck_hides_no_arrowhead() {
    let file = decode(include_str!("../fixtures/repair-shop.ron")).expect("a blueprint");
    let scenario = tidied(file.blueprint.baseline());
    let analysis = analyse(&scenario);
    let geometry = SheetGeometry::of(&scenario);
    let routes = Routes::of(&scenario, &geometry);
    let mut checked = 0;
    for language in [Language::English, Language::Chinese] {
        let words = Wording::new(language);
        for zoom in [1.0, 0.8, 0.6, 0.4] {
            let camera = Camera::new(Point::new(STRIP_WIDTH, HEADER_HEIGHT), zoom);
            let scene = Scene {
                scenario: &scenario,
                geometry: &geometry,
                routes: &routes,
                figures: Some(&CardFigures::of(&analysis, &words)),
                camera,
                viewport: Rect::new(0.0, 0.0, 6_000.0, 2_000.0),
                labels: &SheetWords(&words),
                text: &Typesetter::new(1.0),
                look: &Look::default(),
            };
            let mut list = DisplayList::new();
            draw(&scene, &mut list);
            let marks = analysis.bottleneck.iter().filter_map(|step| {
                let key = Key { subject: Subject::Step(*step), part: 50 };
                let shape = list.iter().find(|item| item.key == key)?.shape;
                match shape {
                    Shape::Rect { rect, .. } => Some(rect),
                    Shape::Circle { centre, radius, .. } => {
                        Some(Rect::new(centre.x, centre.y, centre.x, centre.y).grown(radius))
                    }
                    _ => None,
                }
            });
            for mark in marks {
                for route in routes.all() {
                    // The middle of the head that the link ends with.
                    let [.., before, tip] = route.points.as_slice() else { continue };
                    if !route.style.has_head() || before.y >= tip.y {
                        continue;
                    }
                    let head = camera.screen_from_sheet(*tip - Point::new(0.0, 4.0));
                    assert!(!mark.contains(head), "{mark:?} {head:?} at {zoom}");
                }
                checked += 1;
            }
        }
    }
    assert!(checked >= 8, "{checked} marks");
}

#[test]
fn the_marks_of_bottlenecks_lie_beside_each_other_at_every_zoom() {
    let mut draft = Draft::new(&[]);
    let mut before = None;
    for at in 0..40 {
        let role = draft.role("Clerk", at);
        let phase = draft.phases[0];
        let lane = draft.lane(Zone::Frontstage);
        let place = Place { lane, phase, at: SheetPoint::new(80 + 150 * i32::from(at), 60) };
        let mut step = Step::new("Serve", StepKind::Action, place);
        step.time = ServiceTime::fixed(60.0, TimeUnit::Second).ok();
        step.needs = vec![Need::one(role)];
        let step = draft.scenario.add_step(step, &mut draft.ids).expect("a step");
        if let Some(before) = before.replace(step) {
            draft.link(before, step, LinkKind::Flow);
        }
    }
    let analysis = analyse(&draft.scenario);
    assert_eq!(analysis.bottleneck.len(), 40);
    for zoom in [1.0, 0.5, 0.25, 0.15, 0.1, 0.05, 0.02] {
        let camera = Camera::new(Point::new(60.0, 60.0), zoom);
        let view = Rect::new(0.0, 0.0, 8_000.0, 900.0);
        let list = picture(&draft, &analysis, Some(camera), view, &Look::default());
        let marks: Vec<Rect> = analysis
            .bottleneck
            .iter()
            .filter_map(|step| {
                let key = Key { subject: Subject::Step(*step), part: 50 };
                match list.iter().find(|item| item.key == key)?.shape {
                    Shape::Rect { rect, .. } => Some(rect),
                    Shape::Circle { centre, radius, .. } => {
                        Some(Rect::centred(centre, Size::new(2.0 * radius, 2.0 * radius)))
                    }
                    _ => None,
                }
            })
            .collect();
        assert!(!marks.is_empty(), "one is seen at {zoom}");
        for (at, mark) in marks.iter().enumerate() {
            for other in &marks[at + 1..] {
                assert!(!mark.grown(-0.01).touches(*other), "{mark:?} {other:?} at {zoom}");
            }
        }
    }
}
