//! Pictures on a wall that are no sheet, and walls that are shown small.

use onstage::analysis::analyse;
use onstage::blueprint::{Stop, StopPicture};
use onstage::drawing::{DisplayList, Ink, Item, Rect, Shape, Size};
use onstage::stage::{Figured, StopView, small_wall};
use onstage::wording::Language;

use crate::wall::{Class, SIZES, drawn, faults, full};

#[test]
fn what_is_smaller_than_can_be_read_small_is_a_bar() {
    let class = Class::of("driver-licence-office", Language::English);
    let first = class.blueprint.baseline().steps().keys().next().copied().unwrap();
    let stop = Stop { around: vec![first], ..full(StopPicture::Sheet) };
    let stop = Stop { title: "Which desk decides?".to_owned(), ..stop };
    let size = Size::new(560.0, 315.0);
    let view = StopView { is_small: true, ..class.view(&stop, size) };
    let (mut scratch, mut list) = (DisplayList::new(), DisplayList::new());
    let places = small_wall(&view, None, &mut scratch, &mut list);
    let texts = list.iter().filter_map(|item| match item.shape {
        Shape::Text { text, look, .. } => Some((text.to_owned(), look.size)),
        _ => None,
    });
    let texts: Vec<(String, f32)> = texts.collect();
    assert!(texts.iter().any(|(text, _)| text == "Which desk decides?"), "{texts:?}");
    assert!(texts.iter().all(|(_, size)| *size >= 2.0 * 315.0 / 36.0), "{texts:?}");
    let is_framed = |item: &Item<'_>| match item.shape {
        Shape::Rect { rect, fill: None, stroke: Some(stroke), .. } => {
            let card = places.cards.iter().find(|(step, _)| *step == first);
            stroke.ink == Ink::Accent && card.is_some_and(|(_, card)| rect.encloses(*card))
        }
        _ => false,
    };
    assert!(list.iter().any(|item| is_framed(&item)), "what it is about has a frame");
}

#[test]
fn two_versions_are_bars_on_one_axis_that_can_be_read_from_the_last_row() {
    for language in [Language::English, Language::Chinese] {
        let class = Class::of("driver-licence-office", language);
        let other = class.blueprint.scenarios().last().expect("another").clone();
        let analysis = analyse(&other);
        let other = Figured { scenario: &other, analysis: &analysis };
        let figures = ["capacity_per_hour", "throughput_time_s", "cost_per_customer"];
        let stop = Stop {
            shows: "compare".to_owned(),
            figures: figures.map(str::to_owned).into(),
            ..Stop::default()
        };
        for size in SIZES {
            let view = class.view(&stop, size);
            let view = StopView { shown: other, other: Some(view.shown), ..view };
            let (places, list) = drawn(&view);
            let told = faults(&places, &list, size, &class.text);
            assert!(told.is_empty(), "{told:?}");
            let bars = list.iter().filter_map(|item| match item.shape {
                Shape::Rect {
                    rect, fill: Some(Ink::Faint | Ink::Accent), stroke: None, ..
                } => Some(rect),
                _ => None,
            });
            // Two patches beside the names, then two bars for each figure.
            let bars: Vec<Rect> = bars.collect();
            assert_eq!(bars.len(), 8, "{bars:?}");
            let [was, is] = [bars[2], bars[3]];
            assert!((is.width() / was.width() - 2.0).abs() < 0.01, "60 and 120: {was:?} {is:?}");
            assert!(bars[2..].iter().all(|bar| (bar.left() - was.left()).abs() < 0.01));
            let flipped = StopView {
                shown: view.other.expect("another"),
                other: Some(view.shown),
                is_flipped: true,
                ..view
            };
            let flipped = drawn(&flipped).1;
            let still = flipped.iter().filter(
                |item| matches!(item.shape, Shape::Rect { rect, .. } if bars.contains(&rect)),
            );
            assert!(still.count() >= 8, "before and after stand in one order");
        }
    }
}
