//! Laws of order on the sheet: bringing into line, spacing out, tidying up.

use std::collections::BTreeSet;

use onstage::blueprint::{
    LaneId, Link, LinkKind, Phase, PhaseWidth, SheetPoint, StepId, StepKind, Zone,
};
use onstage::drawing::{
    Alignment, CARD_GAP, Camera, CardForm, Detail, Key, Look, Rect, Shape, SheetGeometry, Spacing,
    Subject, align, distribute, miniature, tidy,
};
use proptest::prelude::*;

use crate::office::{Draft, clinic, figures, grid, office};
use crate::tidied::{applied, tidied};

fn overlaps(geometry: &SheetGeometry) -> Vec<(StepId, StepId)> {
    let mut found = Vec::new();
    for (at, card) in geometry.cards().iter().enumerate() {
        for other in &geometry.cards()[at + 1..] {
            if card.rect.overlaps(other.rect) {
                found.push((card.step, other.step));
            }
        }
    }
    found
}

fn rect(geometry: &SheetGeometry, step: StepId) -> Rect {
    geometry.card(step).unwrap().rect
}

/// Cards anywhere: lane, phase, layer of the flow, x, y, kind.
type RandomCard = (usize, usize, usize, i32, i32, u8);

fn random_cards() -> impl Strategy<Value = Vec<RandomCard>> {
    let card = (0..5_usize, 0..3_usize, 0..4_usize, -50..700_i32, -20..200_i32, 0..10_u8);
    proptest::collection::vec(card, 1..40)
}

fn kind_of(number: u8) -> StepKind {
    match number {
        0 => StepKind::Decision,
        1 => StepKind::Evidence,
        2 => StepKind::Note,
        _ => StepKind::Action,
    }
}

/// A sheet of random cards. Ways lead from lower layers to higher ones, and never to an earlier
/// phase; what happens together stands in one layer.
fn random_sheet(cards: &[RandomCard], links: &[(usize, usize, u8)], collapse: bool) -> Draft {
    let mut draft = Draft::new(&["One", "Two", "Three"]);
    let lanes: Vec<LaneId> = Zone::ALL.map(|zone| draft.lane(zone)).to_vec();
    if collapse {
        let mut lane = onstage::blueprint::Lane::clone(&draft.scenario.lanes()[&lanes[3]]);
        lane.collapsed = true;
        draft.scenario.set_lane(lanes[3], lane).unwrap();
    }
    let mut steps = Vec::new();
    for (number, (lane, phase, _, x, y, kind)) in cards.iter().enumerate() {
        let at = SheetPoint::new(*x, *y);
        let name = format!("Step {number}");
        steps.push(draft.add_at(lanes[*lane], *phase, at, kind_of(*kind), &name));
    }
    for (from, to, kind) in links {
        let (from, to) = (from % cards.len(), to % cards.len());
        let (a, b) = (&cards[from], &cards[to]);
        let flows = kind_of(a.5).flows() && kind_of(b.5).flows();
        let kind = match kind {
            0..=4 if (a.1, a.2) < (b.1, b.2) => LinkKind::Flow,
            5..=6 if (a.1, a.2) == (b.1, b.2) => LinkKind::Together,
            7 if (a.1, a.2) < (b.1, b.2) => LinkKind::Trigger,
            _ if !flows => LinkKind::Together,
            _ => continue,
        };
        // A link that is there already, or from a card to itself, is refused.
        let link = Link::between(steps[from], steps[to], kind);
        let _refused = draft.scenario.add_link(link, &mut draft.ids);
    }
    draft
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_tidy_sheet_has_no_overlaps_and_stays_as_it_is(
        cards in random_cards(),
        links in proptest::collection::vec((0..40_usize, 0..40_usize, 0..9_u8), 0..60),
        collapse in any::<bool>(),
    ) {
        let draft = random_sheet(&cards, &links, collapse);
        let after = tidied(&draft.scenario);
        let geometry = SheetGeometry::of(&after);
        prop_assert_eq!(overlaps(&geometry), vec![]);
        for (id, step) in draft.scenario.steps() {
            let new = &after.steps()[id];
            prop_assert_eq!((step.lane, step.phase), (new.lane, new.phase));
            let card = rect(&geometry, *id);
            let column = geometry.column_of(new.phase).unwrap();
            let band = geometry.band_of(new.lane).unwrap();
            let cell = Rect::new(column.left, band.top, column.right, band.bottom);
            prop_assert!(cell.encloses(card), "{cell:?} {card:?}");
        }
        for link in after.links().values().filter(|link| !after.is_association(link)) {
            let (from, to) = (rect(&geometry, link.from), rect(&geometry, link.to.step().unwrap()));
            let leads_on = link.kind != LinkKind::Flow || from.right() < to.left();
            prop_assert!(leads_on, "flow leads to the right");
        }
        let again = tidy(&after, None).unwrap();
        prop_assert!(again.is_so(&after), "a tidy sheet stays as it is");
        prop_assert!(after.same_figures(&draft.scenario), "no figure depends on order");
    }

    #[test]
    fn a_part_is_tidied_up_around_what_stays(
        cards in random_cards(),
        links in proptest::collection::vec((0..40_usize, 0..40_usize, 0..9_u8), 0..60),
    ) {
        let draft = random_sheet(&cards, &links, false);
        // The others are in order, so that only what is tidied up now could bring disorder.
        let before = tidied(&draft.scenario);
        let some: BTreeSet<StepId> = before.steps().keys().copied().step_by(2).collect();
        let after = applied(&before, tidy(&before, Some(&some)).unwrap());
        let geometry = SheetGeometry::of(&after);
        prop_assert_eq!(overlaps(&geometry), vec![]);
        for (id, step) in before.steps() {
            let new = &after.steps()[id];
            prop_assert_eq!((step.lane, step.phase), (new.lane, new.phase));
            prop_assert!(some.contains(id) || step.at == new.at, "what is not asked for stays");
        }
        let again = tidy(&after, Some(&some)).unwrap();
        prop_assert!(again.is_so(&after), "a tidy part stays as it is");
    }

    #[test]
    fn cards_come_into_line_and_keep_their_lanes(
        cards in random_cards(),
        alignment in proptest::sample::select(Alignment::ALL.to_vec()),
    ) {
        let draft = random_sheet(&cards, &[], false);
        let all: BTreeSet<StepId> = draft.scenario.steps().keys().copied().collect();
        let geometry = SheetGeometry::of(&draft.scenario);
        let mut after = draft.scenario.clone();
        let arranged = align(&after, &geometry, &all, alignment);
        for room in arranged.rooms {
            after.make_room(room).unwrap();
        }
        for (id, place) in arranged.places {
            after.place_step(id, place).unwrap();
        }
        let geometry = SheetGeometry::of(&after);
        // Cards that are put beyond the edge of their lane may lie on those of the next one.
        let lane = |id: &StepId| after.steps()[id].lane;
        let met = overlaps(&geometry).into_iter().find(|(a, b)| lane(a) == lane(b));
        prop_assert_eq!(met, None, "none lies on another");
        for (a, b) in all.iter().zip(all.iter().skip(1)) {
            let (one, other) = (rect(&geometry, *a), rect(&geometry, *b));
            let lane = |id: &StepId| after.steps()[id].lane;
            prop_assert_eq!(lane(a), draft.scenario.steps()[a].lane);
            if alignment.within_lanes() && lane(a) != lane(b) {
                continue;
            }
            let (one, other) = match alignment {
                Alignment::Left => (one.left(), other.left()),
                Alignment::Centre => (one.centre().x, other.centre().x),
                Alignment::Right => (one.right(), other.right()),
                Alignment::Top => (one.top(), other.top()),
                Alignment::Middle => (one.centre().y, other.centre().y),
                Alignment::Bottom => (one.bottom(), other.bottom()),
            };
            prop_assert!((one - other).abs() <= 1.0, "{one} {other}");
        }
        let again = align(&after, &geometry, &all, alignment);
        prop_assert!(again.rooms.is_empty());
        prop_assert!(again.places.iter().all(|(id, place)| after.steps()[id].place() == *place));
    }
}

#[test]
fn gaps_become_equal_and_the_outermost_stay() {
    let mut draft = Draft::new(&["One", "Two", "Three", "Four"]);
    let customer = draft.lane(Zone::Customer);
    let front = draft.lane(Zone::Frontstage);
    let steps = [72, 230, 300, 500]
        .map(|x| draft.add_at(customer, 0, SheetPoint::new(x, 60), StepKind::Action, "Ask"));
    // A partner stands below the second and goes with it.
    let partner = draft.add_at(front, 0, SheetPoint::new(230, 70), StepKind::Action, "Answer");
    let geometry = SheetGeometry::of(&draft.scenario);
    let all = steps.into_iter().chain([partner]).collect();
    for (id, place) in distribute(&draft.scenario, &geometry, &all, Spacing::Horizontally).places {
        draft.scenario.place_step(id, place).unwrap();
    }
    let geometry = SheetGeometry::of(&draft.scenario);
    let centres = steps.map(|step| rect(&geometry, step).centre().x);
    assert_eq!(centres, [72.0, 215.0, 357.0, 500.0]);
    assert_eq!(rect(&geometry, partner).centre().x, 215.0);
    // A card belongs to the phase in which it comes to lie.
    assert_eq!(draft.scenario.steps()[&steps[2]].phase, draft.phases[2]);
}

#[test]
fn what_has_no_room_between_the_outermost_goes_beyond_them() {
    let mut draft = Draft::new(&["One"]);
    let lane = draft.lane(Zone::Customer);
    let across: Vec<StepId> = [72, 120, 180]
        .map(|x| draft.add_at(lane, 0, SheetPoint::new(x, 40), StepKind::Action, "Ask"))
        .to_vec();
    let lane = draft.lane(Zone::Backstage);
    let down: Vec<StepId> = [30, 60, 90]
        .map(|y| draft.add_at(lane, 0, SheetPoint::new(72, y), StepKind::Action, "Wait"))
        .to_vec();
    for (steps, spacing) in [(across, Spacing::Horizontally), (down, Spacing::Vertically)] {
        let geometry = SheetGeometry::of(&draft.scenario);
        let steps: BTreeSet<StepId> = steps.into_iter().collect();
        let arranged = distribute(&draft.scenario, &geometry, &steps, spacing);
        for room in arranged.rooms {
            draft.scenario.make_room(room).unwrap();
        }
        for (id, place) in arranged.places {
            draft.scenario.place_step(id, place).unwrap();
        }
        let geometry = SheetGeometry::of(&draft.scenario);
        let rects: Vec<Rect> = steps.iter().map(|step| rect(&geometry, *step)).collect();
        for pair in rects.windows(2) {
            let gap = if spacing == Spacing::Horizontally {
                pair[1].left() - pair[0].right()
            } else {
                pair[1].top() - pair[0].bottom()
            };
            assert_eq!(gap, CARD_GAP, "{spacing:?}");
        }
        for step in steps {
            let band = geometry.band_of(draft.scenario.steps()[&step].lane).unwrap();
            assert!(rect(&geometry, step).bottom() <= band.bottom, "the lane grows");
        }
    }
}

#[test]
fn a_stack_is_spaced_out_within_its_lane() {
    let mut draft = Draft::new(&["One"]);
    let lane = draft.lane(Zone::Customer);
    let steps = [30, 90, 300]
        .map(|y| draft.add_at(lane, 0, SheetPoint::new(72, y), StepKind::Action, "Wait"));
    let other = draft.add(Zone::Frontstage, 0, StepKind::Action, "Answer");
    let geometry = SheetGeometry::of(&draft.scenario);
    let all = steps.into_iter().chain([other]).collect();
    let places = distribute(&draft.scenario, &geometry, &all, Spacing::Vertically).places;
    let heights: Vec<i32> = places.iter().map(|(_, place)| place.at.y).collect();
    let stayed = draft.scenario.steps()[&other].at.y;
    assert_eq!(heights, [30, 165, 300, stayed]);
}

#[test]
fn what_happens_together_stands_in_one_column_and_rework_leads_back() {
    let (draft, _) = clinic();
    let after = tidied(&draft.scenario);
    let geometry = SheetGeometry::of(&after);
    let named = |name: &str| {
        let step = after.steps().iter().find(|(_, step)| step.name.starts_with(name)).unwrap();
        rect(&geometry, *step.0)
    };
    let x = |name: &str| named(name).centre().x;
    assert_eq!(x("Waits for"), x("Examine"));
    assert_eq!(x("Waits for"), x("Waiting room"), "evidence stands above what it belongs to");
    assert_eq!(x("Is treated"), x("Dress"));
    // Whoever lies down stands above those who wait: below, the links of their moment would be
    // barred.
    assert!(x("Urgent") < x("Lies down") && x("Waits for") == x("Lies down"));
    assert!(named("Lies down").bottom() < named("Waits for").top());
    let y = |name: &str| named(name).centre().y;
    assert_eq!(y("Arrives"), y("Urgent"));
    assert_eq!(y("Urgent"), y("Waits for"), "the main way is straight");
    assert_eq!(y("Waits for"), y("Needs more"));
    assert_eq!(y("Needs more"), y("Is treated"));
    assert!(x("Urgent") < x("Waits for") && x("Waits for") < x("Needs more"), "rework is ignored");
    // A note without its step's phase stays in its own.
    assert!(x("Ask the ward") > x("Is treated"));
}

#[test]
fn a_lane_with_a_stack_grows_and_a_phase_fits_its_columns() {
    let mut draft = Draft::new(&["One", "Two"]);
    let wide = Phase { width: PhaseWidth::new(2_000).unwrap(), ..Phase::new("Two") };
    draft.scenario.set_phase(draft.phases[1], wide).unwrap();
    let fork = draft.add(Zone::Customer, 0, StepKind::Decision, "Which?");
    let ways = ["One", "Other", "Third"]
        .map(|name| draft.add(Zone::Frontstage, 1, StepKind::Action, name));
    for way in ways {
        draft.link(fork, way, LinkKind::Flow);
    }
    let after = tidied(&draft.scenario);
    let geometry = SheetGeometry::of(&after);
    let front = geometry.band_of(draft.lane(Zone::Frontstage)).unwrap();
    let needed = 3.0 * CardForm::Full.size().height;
    assert!(front.bottom - front.top > needed, "{front:?}");
    let columns = geometry.columns();
    assert_eq!(columns[0].right - columns[0].left, columns[1].right - columns[1].left);
}

#[test]
fn a_phase_that_would_be_too_wide_is_left_alone() {
    let mut draft = Draft::new(&["One"]);
    let lane = draft.lane(Zone::Customer);
    let mut before: Option<StepId> = None;
    for _ in 0..6_200 {
        let at = SheetPoint::default();
        let step = draft.add_at(lane, 0, at, StepKind::Action, "Go on");
        if let Some(before) = before {
            draft.link(before, step, LinkKind::Flow);
        }
        before = Some(step);
    }
    assert_eq!(tidy(&draft.scenario, None), None);
}

#[test]
fn equal_sheets_are_tidied_alike() {
    let (one, _) = office();
    let (other, _) = office();
    assert_eq!(tidy(&one.scenario, None), tidy(&other.scenario, None));
    let large = grid(40, 12);
    let after = tidied(&large.scenario);
    assert_eq!(overlaps(&SheetGeometry::of(&after)), []);
}

#[test]
fn a_moment_has_its_bracket_wherever_its_parts_stand() {
    let (mut draft, _) = office();
    let geometry = SheetGeometry::of(&draft.scenario);
    assert_eq!(geometry.moments().len(), 6);
    let moment = &geometry.moments()[0];
    let rects: Vec<Rect> = moment.steps.iter().map(|step| rect(&geometry, *step)).collect();
    assert!(rects.iter().all(|rect| moment.frame.encloses(*rect)));
    assert!(rects.is_sorted_by(|a, b| a.top() < b.top()));
    // Far aside, and with another card between them, they are still one.
    let lower = moment.steps[1];
    draft.move_by(lower, -160, 0);
    draft.add(Zone::Customer, 0, StepKind::Note, "Between");
    let geometry = SheetGeometry::of(&draft.scenario);
    assert_eq!(geometry.moments().len(), 6);
    let around = geometry.moments().iter().find(|moment| moment.steps.contains(&lower)).unwrap();
    assert!(around.steps.iter().all(|step| around.frame.encloses(rect(&geometry, *step))));
    let far = around.frame.grown(-8.0).encloses(rect(&geometry, lower));
    assert!(!far, "the bracket reaches just around its cards");
}

#[test]
fn a_detail_appears_a_little_later_than_it_vanishes() {
    let mut before = Detail::Full;
    for zoom in [1.0, 0.5, 0.3, 0.2, 0.1] {
        let now = Detail::settled(zoom, before);
        assert_eq!(now, Detail::at(zoom), "zooming out loses it at once");
        before = now;
    }
    let mut zooms = (0..1_000_u16).map(|part| 0.1 + f32::from(part) * 0.001);
    let full = zooms.find(|zoom| Detail::at(*zoom) == Detail::Full).unwrap();
    assert_eq!(Detail::settled(full, Detail::Name), Detail::Name);
    assert_eq!(Detail::settled(full, Detail::Full), Detail::Full);
    assert_eq!(Detail::settled(full * 1.1, Detail::Name), Detail::Full);
}

/// The keys of what is drawn of a clinic with some steps left out.
fn drawn(look: &Look) -> BTreeSet<Subject> {
    let (draft, analysis) = clinic();
    let viewport = Rect::new(0.0, 0.0, 1_400.0, 900.0);
    let list = crate::pictures::picture(&draft, &analysis, None, viewport, look);
    list.iter().map(|item| item.key.subject).collect()
}

#[test]
fn what_a_filter_hides_is_not_drawn_nor_are_its_links() {
    let (draft, _) = clinic();
    let hidden = draft.scenario.steps().iter().find(|(_, step)| step.name == "Leaves").unwrap();
    let pale = BTreeSet::from([*hidden.0]);
    let link = draft.scenario.links_at(*hidden.0).next().unwrap().0;
    let faded = Look { pale: pale.clone(), ..Look::default() };
    let gone = Look { pale, hides_pale: true, ..Look::default() };
    let subjects = [Subject::Step(*hidden.0), Subject::Link(link)];
    let all = |look: &Look| drawn(look).intersection(&subjects.into()).count();
    assert_eq!(all(&faded), 2, "faded, they are still there");
    assert_eq!(all(&gone), 0);
}

#[test]
fn the_map_has_a_rectangle_for_every_lane_and_card() {
    let (draft, analysis) = clinic();
    let geometry = SheetGeometry::of(&draft.scenario);
    let quads = miniature(&draft.scenario, &geometry, Some(&figures(&analysis)), &Look::default());
    assert_eq!(quads.len(), geometry.bands().len() + geometry.cards().len());
    let sheet = geometry.contents();
    assert!(quads.iter().all(|(rect, _)| sheet.encloses(*rect)));
}

#[test]
fn the_badge_of_a_bottleneck_hides_little_of_a_sheet_seen_from_afar() {
    let (draft, analysis) = office();
    let viewport = Rect::new(0.0, 0.0, 1_400.0, 900.0);
    let badge = |zoom: f32| {
        let camera = Some(Camera::new(onstage::drawing::Point::new(100.0, 100.0), zoom));
        let look = Look::default();
        let list = crate::pictures::picture(&draft, &analysis, camera, viewport, &look);
        let bottleneck = Subject::Step(analysis.bottleneck[0]);
        let found = list.iter().find_map(|item| match item.shape {
            _ if item.key != Key { subject: bottleneck, part: 50 } => None,
            Shape::Rect { rect, .. } => Some(rect.width() * rect.height()),
            Shape::Circle { radius, .. } => Some(4.0 * radius * radius),
            _ => None,
        });
        found.unwrap()
    };
    assert!(badge(0.1) < 0.1 * badge(1.0));
}

#[test]
fn two_moments_side_by_side_do_not_stand_in_each_others_way() {
    let mut draft = Draft::new(&["One"]);
    for name in ["Shows the house", "Signs consent"] {
        let customer = draft.add(Zone::Customer, 0, StepKind::Action, name);
        let hidden = draft.add(Zone::Backstage, 0, StepKind::Action, "Looks it up");
        draft.link(customer, hidden, LinkKind::Together);
        let next = draft.add(Zone::Support, 0, StepKind::Action, "Files it");
        draft.link(hidden, next, LinkKind::Flow);
    }
    let after = tidied(&draft.scenario);
    let geometry = SheetGeometry::of(&after);
    assert_eq!(geometry.moments().len(), 2, "each is a column of its own");
}
