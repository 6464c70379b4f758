//! The mark of a bottleneck keeps off what its card is told by.

use onstage::analysis::analyse;
use onstage::drawing::{
    Camera, DisplayList, HEADER_HEIGHT, Item, Key, Layer, Look, Point, Rect, Routes, STRIP_WIDTH,
    Scene, Shape, SheetGeometry, Subject, Typesetter, draw,
};
use onstage::pictures::{CardFigures, SheetWords};
use onstage::storage::decode;
use onstage::wording::{Language, Wording};

use crate::office::office;
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
                figures: Some(&CardFigures { analysis: &analysis, words: &words }),
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
