//! Long sheets in rows below each other: where they are cut, and what that gains.

use std::collections::BTreeSet;

use onstage::analysis::analyse;
use onstage::blueprint::{LinkKind, StepKind, Zone};
use onstage::drawing::{
    DisplayList, Folding, Hit, Look, Point, Rect, Routes, Scene, SheetGeometry, Sight, Size,
    draw_pane, hit, sheet_area,
};

use crate::office::{Draft, English, NearInter, figures};
use crate::processes::services;
use crate::tidied::tidied;

/// A window on a laptop without its panels.
const SCREEN: Rect = Rect::new(0.0, 0.0, 1060.0, 740.0);
const MARGIN: f32 = 12.0;

fn room() -> Size {
    sheet_area(SCREEN).grown(-MARGIN).size()
}

fn folded(draft: &Draft) -> (SheetGeometry, Routes, Folding) {
    let scenario = tidied(&draft.scenario);
    let geometry = SheetGeometry::of(&scenario);
    let routes = Routes::of(&scenario, &geometry);
    let folding = Folding::of(&geometry, &routes, room());
    (geometry, routes, folding)
}

#[test]
fn no_card_is_cut_and_each_is_seen_in_one_row() {
    for draft in services().step_by(7) {
        let (geometry, routes, folding) = folded(&draft);
        for cut in folding.cuts() {
            let crosses = |rect: Rect| rect.left() < *cut && *cut < rect.right();
            assert!(!geometry.cards().iter().any(|card| crosses(card.rect)), "{cut}");
            assert!(!routes.bars().iter().any(|bar| crosses(bar.rect)), "{cut}");
        }
        let mut sight = Sight::default();
        sight.set_viewport(SCREEN);
        sight.set_sheet(geometry.contents(), folding);
        sight.fit_rows(1.0, MARGIN);
        for card in geometry.cards() {
            let rows = sight.seen().filter(|seen| seen.grown(0.1).encloses(card.rect)).count();
            let touched = sight.seen().filter(|seen| seen.grown(-0.1).touches(card.rect)).count();
            assert_eq!((rows, touched), (1, 1), "{card:?}");
        }
    }
}

#[test]
fn long_sheets_are_seen_much_larger_in_rows() {
    let (mut gains, mut long) = (Vec::new(), 0);
    for draft in services() {
        let (geometry, _, folding) = folded(&draft);
        let contents = geometry.contents();
        let whole = Folding::default().fitting_zoom(contents, room());
        let rows = folding.fitting_zoom(contents, room());
        assert!(rows >= whole, "{whole} -> {rows}");
        if contents.width() > 6.0 * contents.height() {
            long += 1;
            gains.push(rows / whole);
        }
    }
    gains.sort_by(f32::total_cmp);
    assert!(long >= 30, "{long}");
    let (least, middle) = (gains[0], gains[gains.len() / 2]);
    assert!(least > 1.4 && middle > 2.0, "least {least}, in the middle {middle}");
}

#[test]
fn rows_end_with_a_phase_where_that_costs_little() {
    let names = ["Arrive", "Agree", "Repair", "Return"];
    let mut draft = Draft::new(&names);
    let mut before = None;
    for phase in 0..names.len() {
        for number in 0..6 {
            let name = format!("Step {phase}.{number}");
            let step = draft.add(Zone::Frontstage, phase, StepKind::Action, &name);
            if let Some(before) = before.replace(step) {
                draft.link(before, step, LinkKind::Flow);
            }
        }
    }
    let (geometry, _, folding) = folded(&draft);
    assert!(folding.rows() > 1);
    let ends: Vec<f32> = geometry.columns().iter().map(|column| column.right).collect();
    let at_end = |cut: &f32| ends.iter().any(|end| (end - cut).abs() <= 24.0);
    assert!(folding.cuts().iter().all(at_end), "{folding:?} {ends:?}");
}

/// How many links come into a row, and how many of these first run up or down beside the cut: they
/// come in at the height of a card that they do not lead to.
fn entries(geometry: &SheetGeometry, routes: &Routes, folding: &Folding) -> (usize, usize) {
    let (mut all, mut askew) = (0, 0);
    for cut in folding.cuts() {
        let cards = || geometry.cards().iter().map(|card| card.rect);
        let left = cards().map(Rect::right).filter(|x| x < cut).fold(f32::MIN, f32::max);
        let right = cards().map(Rect::left).filter(|x| x > cut).fold(f32::MAX, f32::min);
        for route in routes.all() {
            let crosses = |a: Point, b: Point| (a.x < *cut) != (b.x < *cut);
            let pieces = route.points.windows(2);
            all += pieces.filter(|piece| crosses(piece[0], piece[1])).count();
            for corner in route.points.windows(3) {
                let [a, b, c] = corner else { continue };
                if crosses(*a, *b) {
                    let turns = (b.y - c.y).abs() > (b.x - c.x).abs();
                    askew += usize::from(turns && (left..right).contains(&b.x));
                }
            }
        }
    }
    (all, askew)
}

#[test]
fn links_come_into_a_row_at_the_height_of_the_card_that_they_lead_to() {
    let (mut all, mut askew) = (0, 0);
    for draft in services() {
        let (geometry, routes, folding) = folded(&draft);
        let (links, turning) = entries(&geometry, &routes, &folding);
        (all, askew) = (all + links, askew + turning);
    }
    println!("{askew} of {all} links into rows turn beside the cut");
    assert!(all > 200 && askew * 50 < all, "{askew} of {all}");
}

#[test]
fn a_sheet_that_gains_nothing_stays_whole() {
    let (geometry, routes, _) = folded(&services().next().expect("a service"));
    let contents = geometry.contents();
    let narrow = Size::new(contents.width() * 2.0, contents.height());
    assert_eq!(Folding::of(&geometry, &routes, narrow).rows(), 1);
    let empty = onstage::drawing::SheetGeometry::default();
    assert_eq!(Folding::of(&empty, &Routes::default(), room()), Folding::default());
}

#[test]
fn cuts_are_kept_beside_the_cards_of_a_sheet_that_changes() {
    let draft = services().last().expect("a service");
    let (geometry, routes, folding) = folded(&draft);
    assert!(folding.rows() > 2, "{folding:?}");
    assert_eq!(folding.kept(&geometry, &routes), folding, "nothing has changed");
    let (other, routes, _) = folded(&services().nth(150).expect("a service"));
    let kept = folding.kept(&other, &routes);
    for cut in kept.cuts() {
        let crosses = |rect: Rect| rect.left() < *cut && *cut < rect.right();
        assert!(!other.cards().iter().any(|card| crosses(card.rect)), "{cut}");
    }
}

#[test]
fn a_row_is_a_picture_of_its_own_that_can_be_hit() {
    let draft = services().nth(60).expect("a service");
    let scenario = tidied(&draft.scenario);
    let (geometry, routes, folding) = folded(&draft);
    assert!(folding.rows() > 1);
    let mut sight = Sight::default();
    sight.set_viewport(SCREEN);
    sight.set_sheet(geometry.contents(), folding);
    sight.fit_rows(1.0, MARGIN);
    let look = Look::default();
    let analysis = analyse(&scenario);
    let scene = Scene {
        scenario: &scenario,
        geometry: &geometry,
        routes: &routes,
        figures: Some(&figures(&analysis)),
        camera: sight.camera(),
        viewport: sight.viewport(),
        labels: &English,
        text: &NearInter,
        look: &look,
    };
    let mut list = DisplayList::new();
    for pane in sight.panes() {
        draw_pane(&scene, &pane, &mut list);
        let mut keys = BTreeSet::new();
        for item in list.iter() {
            assert!(keys.insert(item.key), "two shapes share the key {:?}", item.key);
        }
        assert!(list.iter().all(|item| pane.viewport.encloses(item.clip)), "nothing beside a row");
    }
    let mut found = BTreeSet::new();
    for card in geometry.cards() {
        let at = sight.screen_from_sheet(card.rect.centre());
        let pane = sight.pane_at(at).expect("a row");
        let scene = Scene { camera: pane.camera, viewport: pane.viewport, ..scene };
        found.extend(hit(&scene, at, 2.0).and_then(Hit::step));
    }
    let near: BTreeSet<_> = geometry.cards().iter().map(|card| card.step).collect();
    assert_eq!(found, near, "every card is found where it is seen");
}
