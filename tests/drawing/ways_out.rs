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
    routes.route(link).unwrap()
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

#[test]
fn what_goes_on_to_the_left_neighbour_runs_straight() {
    let mut draft = Draft::new(&["Now"]);
    let left = at(&mut draft, (72, 56), StepKind::Action, "Leaves");
    let right = at(&mut draft, (400, 56), StepKind::Decision, "Accepts?");
    let link = draft.link(right, left, LinkKind::Flow);
    let found = routes(&draft);
    let straight = route(&found, link);
    assert_eq!((straight.points.len(), straight.style), (2, RouteStyle::Flow), "{straight:?}");
    // Where the edge is taken, it goes around.
    let back = draft.link(left, right, LinkKind::Flow);
    let found = routes(&draft);
    let (there, back) = (route(&found, link), route(&found, back));
    assert!(there.points.len() > 2 || back.points.len() > 2, "not along each other");
}

#[test]
fn a_way_into_a_decision_does_not_lie_on_one_out_of_it() {
    let (mut draft, decision) = decision();
    let right = at(&mut draft, (472, 400), StepKind::Action, "No");
    let lower = at(&mut draft, (472, 560), StepKind::Action, "Yes");
    let below = at(&mut draft, (310, 720), StepKind::Action, "Reserve");
    for card in [right, lower] {
        draft.link(decision, card, LinkKind::Flow);
    }
    let into = draft.link(below, decision, LinkKind::Flow);
    let routes = routes(&draft);
    let into = route(&routes, into);
    for other in routes.all().iter().filter(|other| other.link != into.link) {
        let along = |a: &onstage::drawing::Rect, b: &onstage::drawing::Rect| {
            let shared = a.intersection(*b);
            a.touches(*b) && shared.width().max(shared.height()) > 8.0
        };
        let over = into.pieces().any(|a| other.pieces().any(|b| along(&a, &b)));
        let joins = other.points.last() == into.points.last();
        assert!(!over || joins, "{into:?} along {other:?}");
    }
}
