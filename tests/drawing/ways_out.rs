//! How the ways out of a decision leave it, and what is drawn as leading back.

use onstage::blueprint::{LinkId, LinkKind, SheetPoint, StepId, StepKind, Zone};
use onstage::drawing::{Point, Route, RouteStyle, Routes, SheetGeometry};

use crate::office::Draft;

/// A decision in the row at 400, and a sheet of one tall lane around it.
fn decision() -> (Draft, StepId) {
    let mut draft = Draft::new(&["Now"]);
    let lane = draft.lane(Zone::Frontstage);
    draft.scenario.resize_lane(lane, onstage::blueprint::LaneHeight::new(900).unwrap()).unwrap();
    let start = at(&mut draft, (72, 400), StepKind::Action, "Ask");
    let decision = at(&mut draft, (272, 400), StepKind::Decision, "Which?");
    draft.link(start, decision, LinkKind::Flow);
    (draft, decision)
}

fn at(draft: &mut Draft, (x, y): (i32, i32), kind: StepKind, name: &str) -> StepId {
    let lane = draft.lane(Zone::Frontstage);
    draft.add_at(lane, 0, SheetPoint::new(x, y), kind, name)
}

fn routes(draft: &Draft) -> Routes {
    Routes::of(&draft.scenario, &SheetGeometry::of(&draft.scenario))
}

fn route(routes: &Routes, link: LinkId) -> &Route {
    routes.route(link).expect("a route")
}

/// Where links to cards at these places leave the decision.
fn starts(cards: &[(i32, i32)]) -> Vec<Point> {
    let (mut draft, decision) = decision();
    let links: Vec<LinkId> = cards
        .iter()
        .map(|place| {
            let card = at(&mut draft, *place, StepKind::Action, "Go on");
            draft.link(decision, card, LinkKind::Flow)
        })
        .collect();
    let routes = routes(&draft);
    links.iter().map(|link| route(&routes, *link).points[0]).collect()
}

#[test]
fn each_answer_has_a_corner_of_its_own_where_there_are_enough() {
    for cards in [
        &[(472, 520), (472, 640)][..],
        &[(472, 280), (472, 160)],
        &[(472, 640), (472, 520)],
        &[(472, 280), (472, 520), (472, 640)],
        &[(472, 400), (472, 520), (472, 280)],
    ] {
        let mut starts = starts(cards);
        let count = starts.len();
        starts.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
        starts.dedup();
        assert_eq!(starts.len(), count, "{cards:?}: {starts:?}");
    }
}

#[test]
fn more_answers_than_corners_share_one() {
    let starts = starts(&[(472, 400), (472, 520), (472, 640)]);
    assert_eq!(starts[1], starts[2], "the right corner leads straight on");
    assert_ne!(starts[0], starts[1]);
}

#[test]
fn ways_out_of_a_decision_do_not_cross() {
    let (mut draft, decision) = decision();
    let near = at(&mut draft, (672, 520), StepKind::Action, "Near");
    let far = at(&mut draft, (472, 640), StepKind::Action, "Far");
    let links = [near, far].map(|card| draft.link(decision, card, LinkKind::Flow));
    let routes = routes(&draft);
    let [near, far] = links.map(|link| route(&routes, link));
    for a in near.pieces() {
        assert!(!far.pieces().any(|b| a.touches(b)), "{near:?} {far:?}");
    }
}

#[test]
fn only_what_can_come_again_is_drawn_as_leading_back() {
    let (mut draft, decision) = decision();
    let first = draft.scenario.steps().keys().next().copied().unwrap();
    let below = at(&mut draft, (72, 640), StepKind::Action, "Hand out");
    let on = draft.link(decision, below, LinkKind::Flow);
    let again = draft.link(decision, first, LinkKind::Flow);
    let styles = |draft: &Draft| {
        let routes = routes(draft);
        [on, again].map(|link| route(&routes, link).style)
    };
    assert_eq!(styles(&draft), [RouteStyle::Flow, RouteStyle::Back]);
    // What happens together is at one place in the flow.
    let beside = at(&mut draft, (272, 760), StepKind::Action, "Beside");
    draft.link(below, beside, LinkKind::Together);
    assert_eq!(styles(&draft), [RouteStyle::Flow, RouteStyle::Back]);
    draft.link(beside, first, LinkKind::Flow);
    assert_eq!(styles(&draft), [RouteStyle::Back, RouteStyle::Back]);
}
