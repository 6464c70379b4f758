//! Laws of places, routes, pictures and hits.

use onstage::analysis::Analysis;
use onstage::blueprint::{
    Lane, LaneHeight, Line, LinkKind, Need, Phase, PhaseWidth, Place, Scenario, ServiceTime,
    SheetPoint, StepKind, TimeUnit, Zone,
};
use onstage::drawing::{
    Camera, CardForm, Detail, DisplayList, HEADER_HEIGHT, Hit, Ink, Key, LEAST_LETTERS, Layer,
    Look, Point, Rect, RouteStyle, Routes, STRIP_WIDTH, Scene, Shape, SheetGeometry, Side, Subject,
    draw, gap_near, hit, sheet_area, snap, svg,
};
use proptest::prelude::*;

use crate::office::{Draft, English, NearInter, clinic, figures, grid, office};
use crate::pictures::picture;

const VIEW: Rect = Rect::new(200.0, 100.0, 1_400.0, 900.0);

/// Puts a scene together and hands it on.
fn with_scene<T>(
    draft: &Draft,
    analysis: &Analysis,
    camera: Camera,
    look: &Look,
    see: impl FnOnce(&Scene) -> T,
) -> T {
    let geometry = SheetGeometry::of(&draft.scenario);
    let routes = Routes::of(&draft.scenario, &geometry);
    see(&Scene {
        scenario: &draft.scenario,
        geometry: &geometry,
        routes: &routes,
        figures: Some(&figures(analysis)),
        camera,
        viewport: VIEW,
        labels: &English,
        text: &NearInter,
        look,
    })
}

fn camera() -> Camera {
    Camera::new(Point::new(VIEW.left() + STRIP_WIDTH, VIEW.top() + HEADER_HEIGHT), 1.0)
}

#[test]
fn bands_follow_the_zones_without_gaps() {
    let (draft, _) = clinic();
    let geometry = SheetGeometry::of(&draft.scenario);
    let mut y = 0.0;
    for band in geometry.bands() {
        assert_eq!(band.top, y);
        y = band.bottom;
    }
    assert!(geometry.bands().is_sorted_by_key(|band| band.zone));
    assert_eq!(geometry.line_y(Line::Visibility), geometry.zone_span(Zone::Frontstage).1);
    assert_eq!(geometry.line_y(Line::Visibility), geometry.zone_span(Zone::Backstage).0);
}

#[test]
fn a_zone_without_lanes_keeps_a_strip_and_its_lines() {
    let mut draft = Draft::new(&["One"]);
    let lane = draft.lane(Zone::Frontstage);
    let steps = onstage::blueprint::LaneSteps::MustBeNone;
    draft.scenario.remove_lane(lane, steps, &mut draft.ids).unwrap();
    let geometry = SheetGeometry::of(&draft.scenario);
    let (top, bottom) = geometry.zone_span(Zone::Frontstage);
    assert!(bottom - top > 0.0 && bottom - top < 20.0);
    assert_eq!(geometry.line_y(Line::Interaction), top);
    assert_eq!(geometry.line_y(Line::Visibility), bottom);
    let inside = Point::new(20.0, f32::midpoint(top, bottom));
    assert_eq!(geometry.place_at(&draft.scenario, inside), None);
}

#[test]
fn outside_the_sheet_is_no_place_but_a_little_to_the_right_is_the_last_phase() {
    let draft = Draft::new(&["One", "Two"]);
    let geometry = SheetGeometry::of(&draft.scenario);
    let phase_at = |x, y| {
        geometry.place_at(&draft.scenario, Point::new(x, y)).map(|place| (place.phase, place.at.x))
    };
    assert_eq!(phase_at(143.0, 5.0), Some((draft.phases[0], 143)));
    assert_eq!(phase_at(144.0, 5.0), Some((draft.phases[1], 0)));
    assert_eq!(phase_at(340.0, 5.0), Some((draft.phases[1], 196)));
    assert_eq!(phase_at(5_020.0, 5.0), Some((draft.phases[1], 4_876)), "time is open");
    assert_eq!(phase_at(-1.0, 5.0), None);
    assert_eq!(phase_at(20.0, -1.0), None);
    assert_eq!(phase_at(20.0, 5_000.0), None);
}

#[test]
fn a_cut_goes_beside_a_card_where_there_is_a_gap() {
    let mut draft = Draft::new(&["One"]);
    let wide = Phase { width: PhaseWidth::new(600).unwrap(), ..Phase::new("One") };
    draft.scenario.set_phase(draft.phases[0], wide).unwrap();
    let lane = draft.lane(Zone::Customer);
    for x in [72, 216, 300] {
        draft.add_at(lane, 0, SheetPoint::new(x, 60), StepKind::Action, "Ask");
    }
    let geometry = SheetGeometry::of(&draft.scenario);
    assert_eq!(gap_near(&geometry, 144.0), 144.0, "a gap is taken as it is");
    assert_eq!(gap_near(&geometry, 100.0), 142.0, "right of the card that is in the way");
    assert_eq!(gap_near(&geometry, 40.0), 40.0, "left of it the phase would be too narrow");
    // The second and third stand too close together for a cut between them.
    assert_eq!(gap_near(&geometry, 200.0), 146.0);
    assert_eq!(gap_near(&geometry, 258.0), 258.0, "too far from any gap");
}

#[test]
fn dragging_the_line_of_visibility_moves_the_lanes_that_it_passes() {
    let mut draft = Draft::new(&["One"]);
    let front = draft.lane(Zone::Frontstage);
    let second = draft.scenario.add_lane(Lane::new(Zone::Frontstage), &mut draft.ids);
    let back = draft.lane(Zone::Backstage);
    let apply = |scenario: &Scenario, y: f32| {
        let mut scenario = scenario.clone();
        let drop = SheetGeometry::of(&scenario).line_drop(Line::Visibility, y);
        for (lane, zone) in &drop.lanes {
            scenario.set_lane_zone(*lane, *zone).unwrap();
        }
        assert_eq!(SheetGeometry::of(&scenario).line_y(Line::Visibility).min(drop.y), drop.y);
        let order: Vec<_> = scenario.lanes().keys().copied().collect();
        (drop.lanes, order)
    };
    let before: Vec<_> = draft.scenario.lanes().keys().copied().collect();
    let geometry = SheetGeometry::of(&draft.scenario);
    let top = geometry.zone_span(Zone::Frontstage).0;
    let (moved, order) = apply(&draft.scenario, top + 10.0);
    assert_eq!(moved, [(second, Zone::Backstage), (front, Zone::Backstage)]);
    assert_eq!(order, before, "the lanes stay where they are, only the line moves");
    let (moved, order) = apply(&draft.scenario, top + 200.0);
    assert_eq!(moved, [(second, Zone::Backstage)]);
    assert_eq!(order, before);
    let bottom = geometry.zone_span(Zone::Backstage).1;
    let (moved, order) = apply(&draft.scenario, bottom - 5.0);
    assert_eq!(moved, [(back, Zone::Frontstage)]);
    assert_eq!(order, before);
}

#[test]
fn a_lane_is_at_least_as_high_as_its_cards_need() {
    let (mut draft, _) = office();
    let lane = draft.lane(Zone::Frontstage);
    let geometry = SheetGeometry::of(&draft.scenario);
    let least = geometry.least_height(&draft.scenario, lane);
    draft.scenario.resize_lane(lane, least).unwrap();
    let geometry = SheetGeometry::of(&draft.scenario);
    let bottom = geometry.band_of(lane).unwrap().bottom;
    let lowest = geometry.cards().iter().filter(|card| card.zone == Zone::Frontstage);
    let lowest = lowest.map(|card| card.rect.bottom()).fold(0.0, f32::max);
    assert!((5.0..=20.0).contains(&(bottom - lowest)), "{bottom} {lowest}");
}

#[test]
fn cards_snap_to_columns_lanes_and_each_other() {
    let (draft, _) = office();
    let geometry = SheetGeometry::of(&draft.scenario);
    let moving: Vec<_> = geometry.cards().iter().map(|card| card.step).collect();
    let size = CardForm::Full.size();
    let band = *geometry.band_of(draft.lane(Zone::Backstage)).unwrap();
    let middle = f32::midpoint(band.top, band.bottom);
    let (point, guides) = snap(&geometry, Point::new(76.0, middle - 5.0), size, &moving, 6.0);
    assert_eq!(point, Point::new(72.0, middle));
    assert_eq!(guides.len(), 2);
    let far = Point::new(100.0, middle - 30.0);
    assert_eq!(snap(&geometry, far, size, &moving, 6.0), (far, Vec::new()));
    // A card two units off the lane's middle attracts more than the middle itself.
    let other = geometry.cards().iter().find(|card| card.zone == Zone::Backstage).unwrap();
    let mut shifted = draft;
    shifted.move_by(other.step, 0, 2);
    let geometry = SheetGeometry::of(&shifted.scenario);
    let (point, _) = snap(&geometry, Point::new(520.0, middle + 2.5), size, &[], 6.0);
    assert_eq!(point.y, middle + 2.0);
}

#[test]
fn a_marquee_takes_what_it_touches_in_document_order() {
    let (draft, _) = office();
    let geometry = SheetGeometry::of(&draft.scenario);
    let cards = geometry.cards();
    let all = geometry.cards_in(Rect::new(-1e4, -1e4, 1e4, 1e4));
    assert_eq!(all, cards.iter().map(|card| card.step).collect::<Vec<_>>());
    let first = cards[0].rect;
    let corner = Rect::spanning(first.max, first.max + Point::new(2.0, 2.0));
    assert_eq!(geometry.cards_in(corner), [cards[0].step]);
    assert!(geometry.cards_in(corner.shifted(Point::new(1.0, 1.0))).is_empty());
}

/// The cards that a route crosses, its own ends apart.
fn crossed(draft: &Draft, geometry: &SheetGeometry, routes: &Routes) -> Vec<String> {
    let mut found = Vec::new();
    for route in routes.all() {
        for card in geometry.cards() {
            // An own card may be touched at its edge, but not entered either.
            let inside = card.rect.grown(-0.5);
            if route.pieces().any(|piece| piece.overlaps(inside)) {
                let name = &draft.scenario.steps()[&card.step].name;
                found.push(format!("{:?} {:?} crosses {name}", route.link, route.points));
            }
        }
    }
    found
}

#[test]
fn connectors_keep_off_cards() {
    for draft in [office().0, clinic().0, grid(9, 7)] {
        let geometry = SheetGeometry::of(&draft.scenario);
        let routes = Routes::of(&draft.scenario, &geometry);
        assert_eq!(routes.all().len(), draft.scenario.links().len());
        assert_eq!(crossed(&draft, &geometry, &routes), Vec::<String>::new());
    }
}

#[test]
fn connectors_keep_off_cards_that_lie_close_to_each_other() {
    for (kind, link) in [
        (StepKind::Note, LinkKind::Together),
        (StepKind::Action, LinkKind::Together),
        (StepKind::Action, LinkKind::Flow),
    ] {
        for between in [10, 12, 16] {
            let mut draft = Draft::new(&["One"]);
            let lane = draft.lane(Zone::Frontstage);
            let mut before = None;
            for (row, name) in ["First", "Second", "Third", "Last"].into_iter().enumerate() {
                let kind = if row == 3 { kind } else { StepKind::Action };
                let y = 70 + i32::try_from(row).unwrap() * (88 + between);
                let step = draft.add_at(lane, 0, SheetPoint::new(200, y), kind, name);
                let last = (name == "Last").then_some(before).flatten();
                before = before.or(Some(step));
                if let Some(first) = last {
                    draft.link(first, step, link);
                }
            }
            let geometry = SheetGeometry::of(&draft.scenario);
            let routes = Routes::of(&draft.scenario, &geometry);
            let crossed = crossed(&draft, &geometry, &routes);
            assert!(crossed.is_empty(), "{link:?} with {between} between: {crossed:?}");
        }
    }
}

#[test]
fn each_kind_of_link_runs_in_its_own_way() {
    let (draft, _) = clinic();
    let geometry = SheetGeometry::of(&draft.scenario);
    let routes = Routes::of(&draft.scenario, &geometry);
    let styles = |style| routes.all().iter().filter(|route| route.style == style).count();
    assert_eq!(styles(RouteStyle::Back), 1);
    assert_eq!(styles(RouteStyle::Exit), 1);
    assert_eq!(styles(RouteStyle::Together), 2);
    assert_eq!(styles(RouteStyle::Trigger), 2);
    assert_eq!(styles(RouteStyle::Association), 2);
    for route in routes.all() {
        let shared = draft.scenario.links()[&route.link].share.is_some();
        assert_eq!(route.label.is_some(), shared);
        if let Some(label) = route.label {
            assert!(!geometry.cards().iter().any(|card| card.covers(label)));
        }
    }
}

#[test]
fn ways_that_part_share_a_trunk_and_lone_ones_run_straight() {
    let mut draft = Draft::new(&["a", "b"]);
    let lane = draft.lane(Zone::Frontstage);
    draft.scenario.resize_lane(lane, LaneHeight::new(500).unwrap()).unwrap();
    let at = |draft: &mut Draft, phase, y| {
        draft.add_at(lane, phase, SheetPoint::new(72, y), StepKind::Action, "Step")
    };
    let source = at(&mut draft, 0, 200);
    let right = [90, 200, 310].map(|y| at(&mut draft, 1, y));
    for end in right {
        draft.link(source, end, LinkKind::Flow);
    }
    // Three units off the row of the step that it leads to.
    let single = at(&mut draft, 0, 403);
    let partner = at(&mut draft, 1, 406);
    draft.link(single, partner, LinkKind::Flow);
    let routes = Routes::of(&draft.scenario, &SheetGeometry::of(&draft.scenario));
    let starts: Vec<f32> = routes.all()[..3].iter().map(|route| route.points[0].y).collect();
    let middle = geometry_of(&draft).card(source).unwrap().rect.centre().y;
    assert_eq!(starts, [middle; 3], "all leave in the middle of the edge");
    let turns = [0, 2].map(|way: usize| routes.all()[way].points[1].x);
    assert_eq!(turns[0], turns[1], "and turn in one trunk");
    assert_eq!(routes.bars().len(), 1, "which is a fork");
    let corners: Vec<usize> = routes.all().iter().map(|route| route.points.len()).collect();
    assert_eq!(corners, [4, 2, 4, 2]);
}

fn geometry_of(draft: &Draft) -> SheetGeometry {
    SheetGeometry::of(&draft.scenario)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn place_and_point_are_inverse(lane in 0_usize..5, phase in 0_usize..3, x in 0_i32..144, y in 0_i32..92) {
        let draft = Draft::new(&["a", "b", "c"]);
        let geometry = SheetGeometry::of(&draft.scenario);
        let lane = *draft.scenario.lanes().get_index(lane).unwrap().0;
        let place = Place { lane, phase: draft.phases[phase], at: SheetPoint::new(x, y) };
        let point = geometry.point_of(place).unwrap();
        prop_assert_eq!(geometry.place_at(&draft.scenario, point), Some(place));
    }

    #[test]
    fn any_two_cards_of_a_grid_are_joined_without_crossing_a_third(
        ends in prop::collection::vec((0_usize..30, 0_usize..30, 0_usize..3), 1..12),
    ) {
        let mut draft = grid(6, 5);
        let steps: Vec<_> = draft.scenario.steps().keys().copied().collect();
        for (from, to, kind) in ends {
            let link = onstage::blueprint::Link::between(steps[from], steps[to], LinkKind::ALL[kind]);
            // Links that the document refuses are none to draw.
            let _ = draft.scenario.add_link(link, &mut draft.ids);
        }
        let geometry = SheetGeometry::of(&draft.scenario);
        let routes = Routes::of(&draft.scenario, &geometry);
        prop_assert_eq!(crossed(&draft, &geometry, &routes), Vec::<String>::new());
    }

    #[test]
    fn routes_that_follow_edits_equal_routes_made_anew(
        moves in prop::collection::vec((0_usize..30, -200_i32..200, -150_i32..150), 1..10),
    ) {
        let mut draft = grid(6, 5);
        let steps: Vec<_> = draft.scenario.steps().keys().copied().collect();
        let mut routes = Routes::default();
        for (at, x, y) in moves {
            draft.move_by(steps[at], x, y);
            let geometry = SheetGeometry::of(&draft.scenario);
            routes.update(&draft.scenario, &geometry);
            let anew = Routes::of(&draft.scenario, &geometry);
            for (followed, made) in routes.all().iter().zip(anew.all()) {
                prop_assert_eq!(followed, made);
            }
        }
    }

    #[test]
    fn nothing_is_drawn_out_of_sight_or_too_small_to_read(
        x in -4_000_f32..1_200.0, y in -3_000_f32..900.0, zoom in 0.1_f32..4.0,
    ) {
        let draft = grid(25, 12);
        let list = picture(&draft, &Analysis::default(), Some(Camera::new(Point::new(x, y), zoom)), VIEW, &Look::default());
        let mut layer = Layer::Sheet;
        for item in list.iter() {
            prop_assert!(item.layer >= layer, "{:?} after {:?}", item, layer);
            layer = item.layer;
            prop_assert!(VIEW.grown(0.1).encloses(item.clip), "{:?}", item.clip);
            match item.shape {
                Shape::Text { look, at, .. } => {
                    prop_assert!(look.size >= LEAST_LETTERS);
                    prop_assert!(item.clip.grown(120.0 * zoom).contains(at));
                }
                Shape::Rect { rect, .. } if item.layer == Layer::Cards => {
                    prop_assert!(rect.touches(item.clip.grown(2.0 * zoom)), "{rect:?}");
                }
                Shape::Quads { quads } => {
                    prop_assert!(zoom < 0.34);
                    if item.layer == Layer::Cards {
                        prop_assert!(quads.iter().all(|(rect, _)| rect.touches(item.clip.grown(60.0))));
                    }
                }
                _ => {}
            }
        }
    }

    #[test]
    fn a_card_is_hit_where_it_is_drawn(x in -300_f32..300.0, y in -200_f32..200.0, zoom in 0.3_f32..2.0) {
        let (draft, analysis) = office();
        let camera = Camera::new(Point::new(x + 300.0, y + 150.0), zoom);
        with_scene(&draft, &analysis, camera, &Look::default(), |scene| {
            for card in scene.geometry.cards() {
                let rect = camera.rect_on_screen(card.rect);
                let centre = rect.centre() + Point::new(0.0, rect.height() / 4.0);
                let found = hit(scene, centre, 4.0);
                if sheet_area(VIEW).contains(centre) {
                    let badge = matches!(found, Some(Hit::Badge(_) | Hit::Line(_)));
                    prop_assert!(found == Some(Hit::Card(card.step)) || badge, "{:?}", found);
                } else {
                    prop_assert!(found.and_then(Hit::step).is_none());
                }
            }
            Ok(())
        })?;
    }
}

#[test]
fn detail_falls_with_the_zoom() {
    let details: Vec<Detail> =
        [0.1, 0.2, 0.3, 0.4, 0.6, 1.0, 4.0].into_iter().map(Detail::at).collect();
    assert!(details.is_sorted());
    assert_eq!(details[0], Detail::Block);
    assert_eq!(details[3], Detail::Name);
    assert_eq!(details[5], Detail::Full);
}

#[test]
fn the_bottleneck_is_marked_at_every_zoom_and_named_where_cards_can_be_read() {
    let (draft, analysis) = office();
    let bottleneck = Subject::Step(analysis.bottleneck[0]);
    for zoom in [0.1, 0.3, 0.45, 0.74, 0.75, 1.0, 3.0] {
        let on_sheet =
            SheetGeometry::of(&draft.scenario).card(analysis.bottleneck[0]).unwrap().rect;
        let camera = Camera::new(VIEW.centre() - on_sheet.centre() * zoom, zoom);
        let list = picture(&draft, &analysis, Some(camera), VIEW, &Look::default());
        let size = list.iter().find_map(|item| match item.shape {
            Shape::Text { text: "Bottleneck", look, .. } => Some(look.size),
            _ => None,
        });
        if zoom < 0.75 {
            // From afar a dot hides less of the sheet than a word as large as the names.
            let is_dot =
                |shape: &Shape| matches!(shape, Shape::Circle { radius, .. } if *radius >= 3.0);
            let marks =
                list.iter().filter(|item| item.key == Key { subject: bottleneck, part: 50 });
            assert!(
                size.is_none() && marks.into_iter().any(|item| is_dot(&item.shape)),
                "at {zoom}"
            );
        } else {
            assert_eq!(size, Some((11.0 * zoom).round()), "at {zoom}");
        }
    }
}

#[test]
fn the_same_scene_is_the_same_picture_with_distinct_keys() {
    let (draft, analysis) = clinic();
    let mut look = Look::default();
    let step = *draft.scenario.steps().keys().next().unwrap();
    look.steps.insert(step);
    look.links.extend(draft.scenario.links().keys().copied());
    let draw_once = || picture(&draft, &analysis, Some(camera()), VIEW, &look);
    let (first, second) = (draw_once(), draw_once());
    let palette = onstage::drawing::Palette::light();
    let text = |list: &DisplayList| svg(std::slice::from_ref(list), &palette, VIEW, "Inter");
    assert_eq!(text(&first), text(&second));
    let mut keys: Vec<_> = first.iter().map(|item| item.key).collect();
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), count);
}

#[test]
fn names_that_could_break_a_file_are_escaped() {
    let mut draft = Draft::new(&["<&>"]);
    draft.add(Zone::Customer, 0, StepKind::Action, "a\u{0} \"<b>\" & c");
    let list = picture(&draft, &Analysis::default(), Some(camera()), VIEW, &Look::default());
    let text = svg(std::slice::from_ref(&list), &onstage::drawing::Palette::dark(), VIEW, "Inter");
    assert!(text.contains("a &quot;&lt;b&gt;&quot; &amp;"), "{text}");
    assert!(text.contains("&lt;&amp;&gt;") && !text.contains('\u{0}'));
}

#[test]
fn headers_stay_in_view_and_are_hit_there() {
    let (draft, analysis) = office();
    let moved = Camera::new(Point::new(-150.0, -80.0), 1.0);
    with_scene(&draft, &analysis, moved, &Look::default(), |scene| {
        let mut list = DisplayList::new();
        draw(scene, &mut list);
        let lane = draft.lane(Zone::Frontstage);
        let name = list.iter().find_map(|item| match item.shape {
            Shape::Text { text: "Frontstage", at, look } => Some((item.key.subject, at, look)),
            _ => None,
        });
        let (subject, at, look) = name.unwrap();
        assert_eq!(subject, Subject::Lane(lane));
        assert!(look.upwards && at.x < VIEW.left() + STRIP_WIDTH);
        assert_eq!(hit(scene, at, 4.0), Some(Hit::LaneName(lane)));
        let phase = list.iter().find_map(|item| match item.shape {
            Shape::Text { text: "Verify", at, .. } => Some(at),
            _ => None,
        });
        assert_eq!(hit(scene, phase.unwrap(), 4.0), Some(Hit::PhaseName(draft.phases[2])));
    });
}

#[test]
fn a_dragged_line_shows_which_lanes_it_would_move() {
    let (draft, analysis) = office();
    let lane = draft.lane(Zone::Frontstage);
    let geometry = SheetGeometry::of(&draft.scenario);
    let top = geometry.band_of(lane).unwrap().top;
    let ground_at = |y: f32| {
        let look = Look { dragged_line: Some((Line::Visibility, y)), ..Look::default() };
        let list = picture(&draft, &analysis, Some(camera()), VIEW, &look);
        list.iter().find_map(|item| match item.shape {
            Shape::Rect { fill, .. } if item.key.subject == Subject::Lane(lane) => fill,
            _ => None,
        })
    };
    assert_eq!(ground_at(top + 20.0), Some(Ink::Zone(Zone::Backstage)));
    assert_eq!(ground_at(top + 140.0), Some(Ink::Zone(Zone::Frontstage)));
}

#[test]
fn everything_drawn_can_be_hit() {
    let (draft, analysis) = clinic();
    let ids: Vec<_> = draft.scenario.steps().keys().copied().collect();
    let mut look = Look::default();
    look.steps.insert(ids[0]);
    let selected = *draft.scenario.links().keys().last().unwrap();
    look.links.insert(selected);
    with_scene(&draft, &analysis, camera(), &look, |scene| {
        let at = |point: Point| hit(scene, point, 4.0);
        let screen = |point: Point| scene.camera.screen_from_sheet(point);
        let rect = scene.camera.rect_on_screen(scene.geometry.card(ids[0]).unwrap().rect);
        let right = Point::new(rect.right() + 3.0, rect.centre().y);
        assert_eq!(at(right), Some(Hit::CardEdge(ids[0], Side::Right)));
        let route = scene.routes.all().iter().find(|route| route.label.is_some()).unwrap();
        assert_eq!(at(screen(route.label.unwrap())), Some(Hit::ShareLabel(route.link)));
        let route = scene.routes.route(selected).unwrap();
        assert!(
            matches!(at(screen(route.points[0])), Some(Hit::LinkEnd(link, _)) if link == selected)
        );
        let together = scene.routes.all().iter().find(|r| r.style == RouteStyle::Together).unwrap();
        let piece = together.pieces().max_by(|a, b| a.height().total_cmp(&b.height())).unwrap();
        let beside = piece.centre() + Point::new(2.0, 0.0);
        assert_eq!(at(screen(beside)), Some(Hit::Link(together.link)));
        let y = scene.geometry.line_y(Line::Visibility);
        // Along a line the border of the lane above is meant; the line itself by its name alone.
        let above = scene.geometry.band_at(y - 1.0).and_then(|band| band.lane).unwrap();
        assert_eq!(at(screen(Point::new(200.0, y + 2.0))), Some(Hit::LaneBorder(above)));
        let lane = draft.lane(Zone::Frontstage);
        let mut list = DisplayList::default();
        draw(scene, &mut list);
        let name = list.iter().find_map(|item| match item.shape {
            Shape::Rect { rect, .. }
                if item.layer == Layer::Labels
                    && item.key.subject == Subject::Line(Line::Visibility) =>
            {
                Some(rect.centre())
            }
            _ => None,
        });
        assert_eq!(at(name.expect("a name")), Some(Hit::Line(Line::Visibility)));
        let (top, bottom) = {
            let band = scene.geometry.band_of(lane).unwrap();
            (band.top, band.bottom)
        };
        assert_eq!(at(screen(Point::new(30.0, top + 40.0))), Some(Hit::Lane(lane)));
        assert_eq!(at(screen(Point::new(30.0, bottom - 2.0))), Some(Hit::LaneBorder(lane)));
        assert_eq!(at(screen(Point::new(-20.0, bottom + 20.0))).and_then(Hit::step), None);
        let border = Point::new(screen(Point::new(144.0, 0.0)).x, VIEW.top() + 10.0);
        assert_eq!(at(border), Some(Hit::PhaseBorder(draft.phases[0])));
        let border = screen(Point::new(145.0, bottom + 24.0));
        assert_eq!(at(border), Some(Hit::PhaseBorder(draft.phases[0])), "along the sheet too");
        let cut = Point::new(screen(Point::new(72.0, 0.0)).x, sheet_area(VIEW).top() - 4.0);
        assert_eq!(at(cut), Some(Hit::PhaseCut(draft.phases[0], 72)));
        assert_eq!(at(screen(Point::new(1_100.0, top + 40.0))), Some(Hit::Lane(lane)));
        assert_eq!(at(Point::new(0.0, 0.0)), None);
        // A diamond is hit on its own shape, not in the corners of its rectangle.
        let diamond = scene.geometry.cards().iter().find(|c| c.form == CardForm::Diamond).unwrap();
        let corner = diamond.rect.min + Point::new(6.0, 6.0);
        assert_eq!(at(screen(diamond.rect.centre())), Some(Hit::Card(diamond.step)));
        assert_ne!(at(screen(corner)), Some(Hit::Card(diamond.step)));
    });
}

#[test]
fn a_sheet_at_its_limits_is_laid_out_and_drawn() {
    let mut draft = Draft::new(&["One"]);
    let lane = draft.lane(Zone::Customer);
    draft.scenario.resize_lane(lane, LaneHeight::new(4_000).unwrap()).unwrap();
    for at in [-SheetPoint::FARTHEST, -1_000_000, 0, 1_000_000, SheetPoint::FARTHEST] {
        draft.add_at(lane, 0, SheetPoint::new(at, at), StepKind::Action, "Far");
    }
    let steps: Vec<_> = draft.scenario.steps().keys().copied().collect();
    for pair in steps.windows(2) {
        draft.link(pair[0], pair[1], LinkKind::Flow);
    }
    let list = picture(&draft, &Analysis::default(), Some(camera()), VIEW, &Look::default());
    assert!(!list.is_empty());
}

#[test]
fn elements_are_an_icon_and_a_number_inside_the_card() {
    let (draft, analysis) = clinic();
    for percent in (60..=150).step_by(5) {
        let origin = Point::new(VIEW.left() + STRIP_WIDTH, VIEW.top() + HEADER_HEIGHT);
        let camera = Camera::new(origin, percent as f32 / 100.0);
        let list = picture(&draft, &analysis, Some(camera), VIEW, &Look::default());
        let geometry = SheetGeometry::of(&draft.scenario);
        let bearer = geometry
            .cards()
            .iter()
            .find(|card| draft.scenario.steps()[&card.step].elements.len() == 2);
        let bearer = camera.rect_on_screen(bearer.unwrap().rect);
        let numbers: Vec<Point> = list
            .iter()
            .filter_map(|item| match item.shape {
                Shape::Text { text: "2", at, .. } if item.layer == Layer::Cards => Some(at),
                _ => None,
            })
            .collect();
        assert_eq!(numbers.len(), 1, "at {percent} %");
        assert!(bearer.grown(-4.0 * camera.zoom()).contains(numbers[0]), "at {percent} %");
    }
}

#[test]
fn a_bottleneck_has_one_badge_and_its_other_cards_a_red_edge() {
    let mut draft = Draft::new(&["One", "Two", "Three"]);
    let clerk = draft.role("Clerk", 0);
    let times = [60.0, 180.0, 90.0];
    let mut before = None;
    let mut steps = Vec::new();
    for (phase, time) in times.into_iter().enumerate() {
        let step = draft.add(Zone::Frontstage, phase, StepKind::Action, "Serve");
        draft.change(step, |step| {
            step.time = ServiceTime::fixed(time, TimeUnit::Second).ok();
            step.needs = vec![Need::one(clerk)];
        });
        if let Some(before) = before {
            draft.link(before, step, LinkKind::Flow);
        }
        before = Some(step);
        steps.push(step);
    }
    let analysis = onstage::analysis::analyse(&draft.scenario);
    assert_eq!(analysis.bottleneck, steps, "the clerk limits all that they do");
    let list = picture(&draft, &analysis, Some(camera()), VIEW, &Look::default());
    let badges: Vec<Subject> = list
        .iter()
        .filter(|item| matches!(item.shape, Shape::Text { text: "Bottleneck", .. }))
        .map(|item| item.key.subject)
        .collect();
    assert_eq!(badges, [Subject::Step(steps[1])], "the heaviest card");
    let edges: Vec<f32> = steps
        .iter()
        .map(|step| {
            let edge = list.iter().find_map(|item| match item.shape {
                Shape::Rect { stroke: Some(stroke), .. }
                    if item.key.subject == Subject::Step(*step) && stroke.ink == Ink::Bad =>
                {
                    Some(stroke.width)
                }
                _ => None,
            });
            edge.unwrap()
        })
        .collect();
    assert!(edges[0] < edges[1] && edges[2] < edges[1], "{edges:?}");
}
