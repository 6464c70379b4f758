//! Lines, their names, and the names of lanes and phases: seen whole, off each other, and taken where
//! they are seen.

use onstage::analysis::Analysis;
use onstage::blueprint::{
    LaneHeight, LaneSteps, Line, LinkKind, Need, PhaseWidth, Scenario, ServiceTime, SheetPoint,
    StepKind, TimeUnit, Zone,
};
use onstage::drawing::{
    Camera, DisplayList, HEADER_HEIGHT, Hit, Layer, Look, Point, Rect, RouteStyle, Routes,
    STRIP_WIDTH, Scene, Shape, SheetGeometry, Size, Subject, Typesetter, add_phase_rect, draw,
    hidden_figure, hit, line_near, sheet_area,
};
use onstage::pictures::{CardFigures, SheetWords};
use onstage::storage::{samples, templates};
use onstage::wording::{Language, Wording};

use crate::office::{Draft, office};
use crate::processes::services;
use crate::tidied::tidied;

/// Draws a scenario in a language at a zoom, its upper left corner in that of the view, and looks at
/// the scene and the picture.
fn seen<T>(
    scenario: &Scenario,
    language: Language,
    (zoom, size): (f32, Size),
    look: &Look,
    see: impl FnOnce(&Scene, &DisplayList) -> T,
) -> T {
    let words = Wording::new(language);
    let geometry = SheetGeometry::of(scenario);
    let routes = Routes::of(scenario, &geometry);
    let corner = Point::new(STRIP_WIDTH, HEADER_HEIGHT);
    let nothing = Analysis::default();
    let scene = Scene {
        scenario,
        geometry: &geometry,
        routes: &routes,
        figures: Some(&CardFigures::of(&nothing, &words)),
        camera: Camera::new(corner, zoom),
        viewport: Rect::of(Point::default(), size),
        labels: &SheetWords(&words),
        text: &Typesetter::new(1.0),
        look,
    };
    let mut list = DisplayList::new();
    draw(&scene, &mut list);
    see(&scene, &list)
}

const WIDE: Size = Size::new(1_400.0, 900.0);

/// The pills with the names of lines.
fn pills(list: &DisplayList) -> Vec<(Line, Rect)> {
    let pill = |item: onstage::drawing::Item<'_>| match (item.shape, item.key.subject) {
        (Shape::Rect { rect, .. }, Subject::Line(line)) if item.layer == Layer::Labels => {
            Some((line, rect))
        }
        _ => None,
    };
    list.iter().filter_map(pill).collect()
}

/// A sheet of three phases whose frontstage and backstage have no lanes.
fn without_staff() -> Draft {
    let mut draft = Draft::new(&["One", "Two", "Three"]);
    for phase in draft.phases.clone() {
        let mut wide = onstage::blueprint::Phase::clone(&draft.scenario.phases()[&phase]);
        wide.width = PhaseWidth::new(300).unwrap();
        draft.scenario.set_phase(phase, wide).unwrap();
    }
    for zone in [Zone::Frontstage, Zone::Backstage] {
        let lane = draft.lane(zone);
        draft.scenario.remove_lane(lane, LaneSteps::MustBeNone, &mut draft.ids).unwrap();
    }
    draft
}

#[test]
fn names_of_lines_that_meet_are_all_seen_and_can_all_be_grabbed() {
    let draft = without_staff();
    for language in [Language::English, Language::Chinese] {
        for (zoom, width) in
            [(1.0, 1_400.0), (1.0, 420.0), (1.0, 260.0), (0.5, 700.0), (2.0, 900.0)]
        {
            let view = (zoom, Size::new(width, 900.0));
            seen(&draft.scenario, language, view, &Look::default(), |scene, list| {
                let pills = pills(list);
                assert_eq!(pills.len(), 3, "{language:?} at {zoom} in {width}");
                for (at, (line, rect)) in pills.iter().enumerate() {
                    let others = pills[at + 1..].iter();
                    let below = others.into_iter().find(|(_, other)| other.touches(*rect));
                    assert_eq!(below, None, "{line:?} at {rect:?}, zoom {zoom}");
                    for spot in [rect.centre(), rect.min + Point::new(3.0, 3.0)] {
                        assert_eq!(hit(scene, spot, 4.0), Some(Hit::Line(*line)));
                    }
                }
            });
        }
    }
}

/// How many names of lines are seen, and how many of them lie on a link that crosses the line although
/// the line has room for them elsewhere.
fn on_links(scenario: &Scenario, view: (f32, Size)) -> (usize, usize) {
    seen(scenario, Language::English, view, &Look::default(), |scene, list| {
        let across = |rect: Rect| scene.routes.crosses(scene.camera.rect_on_sheet(rect));
        let covers = pills(list).into_iter().filter(|(_, rect)| across(*rect));
        (pills(list).len(), covers.count())
    })
}

#[test]
fn names_of_lines_keep_off_the_links_that_cross_them() {
    let mut sheets: Vec<Scenario> = samples()
        .iter()
        .chain(templates())
        .map(|s| s.open_in("en").unwrap().baseline().as_ref().clone())
        .collect();
    sheets.extend(services().step_by(5).map(|draft| tidied(&draft.scenario)));
    let (mut all, mut on) = (0, 0);
    for scenario in &sheets {
        for zoom in [0.5, 0.8, 1.0, 1.3] {
            for width in [700.0, 1_000.0, 1_400.0] {
                let (names, covering) = on_links(scenario, (zoom, Size::new(width, 900.0)));
                (all, on) = (all + names, on + covering);
            }
        }
    }
    println!("{on} of {all} names of lines lie on links");
    assert!(all > 1_000 && on * 50 < all, "{on} of {all}");
}

#[test]
fn from_afar_names_of_lines_are_no_larger_than_names_of_cards_and_lanes_stand_whole() {
    for language in [Language::English, Language::Chinese] {
        for sample in samples().iter().chain(templates()) {
            let blueprint = sample.open_in(language.code()).unwrap();
            for zoom in [0.49, 0.42, 0.35, 0.3, 0.2] {
                let view = (zoom, WIDE);
                seen(blueprint.baseline(), language, view, &Look::default(), |scene, list| {
                    let mut largest = 0.0_f32;
                    let mut names = Vec::new();
                    for item in list.iter() {
                        let Shape::Text { text, look, .. } = item.shape else { continue };
                        match item.key.subject {
                            Subject::Step(_) => largest = largest.max(look.size),
                            Subject::Line(_) => names.push(look.size),
                            Subject::Lane(_) => {
                                assert!(!text.contains('…'), "{text:?} at {zoom}");
                            }
                            _ => {}
                        }
                    }
                    if largest == 0.0 && zoom > 0.33 {
                        // An empty sheet has no cards to compare with.
                        return;
                    }
                    let larger = names.iter().any(|size| *size > largest);
                    assert!(!larger, "{} at {zoom}: {names:?} beside {largest}", sample.key);
                    assert_eq!(names.is_empty(), scene.camera.zoom() < 0.33, "at {zoom}");
                });
            }
        }
    }
}

#[test]
fn a_name_that_a_low_lane_has_no_room_for_stands_beside_it_when_it_is_pointed_at() {
    let mut draft = Draft::new(&["One"]);
    let lane = draft.lane(Zone::Customer);
    let named = onstage::blueprint::Lane {
        name: "Passengers with reduced mobility".to_owned(),
        height: LaneHeight::new(72).unwrap(),
        ..onstage::blueprint::Lane::new(Zone::Customer)
    };
    draft.scenario.set_lane(lane, named).unwrap();
    let written = |look: &Look| {
        seen(&draft.scenario, Language::English, (0.3, WIDE), look, |_, list| {
            let texts = list.iter().filter(|item| item.key.subject == Subject::Lane(lane));
            let texts = texts.filter_map(|item| match item.shape {
                Shape::Text { text, .. } => Some(text.to_owned()),
                _ => None,
            });
            texts.collect::<Vec<_>>()
        })
    };
    assert!(written(&Look::default()).iter().all(|text| !text.contains('…')));
    let pointed_at = Look { hovered: Some(Hit::LaneName(lane)), ..Look::default() };
    let all = written(&pointed_at).join(" ");
    assert!(all.contains("Passengers with reduced mobility"), "{all}");
}

#[test]
fn the_border_of_a_lane_is_taken_where_a_link_crosses_it() {
    let (draft, _) = office();
    let view = (1.0, WIDE);
    let tried = |look: &Look| {
        seen(&draft.scenario, Language::English, view, look, |scene, _| {
            let together = scene.routes.all().iter().find(|r| r.style == RouteStyle::Together);
            let together = together.unwrap();
            let y = scene.geometry.line_y(Line::Interaction);
            let crossing = together.pieces().find(|piece| piece.top() < y && y < piece.bottom());
            let x = crossing.unwrap().left();
            let at = |away: f32| {
                let point = scene.camera.screen_from_sheet(Point::new(x, y + away));
                hit(scene, point, 5.0)
            };
            (together.link, at(0.0), at(-4.0), at(8.0))
        })
    };
    let lane = draft.lane(Zone::Customer);
    let (link, on, near, beyond) = tried(&Look::default());
    assert_eq!((on, near), (Some(Hit::LaneBorder(lane)), Some(Hit::LaneBorder(lane))));
    assert_eq!(beyond, Some(Hit::Link(link)), "the link is taken beside it");
    let selected = Look { links: [link].into(), ..Look::default() };
    let (_, on, ..) = tried(&selected);
    assert_eq!(on.and_then(Hit::link), Some(link), "who selected the link means it");
}

#[test]
fn a_link_too_short_to_be_taken_elsewhere_comes_before_the_border() {
    let mut draft = Draft::new(&["One"]);
    let (above, below) = (draft.lane(Zone::Customer), draft.lane(Zone::Frontstage));
    let height = draft.scenario.lanes()[&above].height.units();
    let upper = draft.add_at(above, 0, SheetPoint::new(72, height - 32), StepKind::Action, "Ask");
    let lower = draft.add_at(below, 0, SheetPoint::new(72, 56), StepKind::Action, "Answer");
    let link = draft.link(upper, lower, LinkKind::Together);
    let view = (1.0, WIDE);
    seen(&draft.scenario, Language::English, view, &Look::default(), |scene, _| {
        let y = scene.geometry.line_y(Line::Interaction);
        let x = scene.geometry.card(upper).unwrap().rect.centre().x;
        let at = scene.camera.screen_from_sheet(Point::new(x, y));
        assert_eq!(hit(scene, at, 5.0), Some(Hit::Link(link)));
    });
}

#[test]
fn the_nearest_line_is_found_by_its_stroke() {
    let draft = without_staff();
    let geometry = SheetGeometry::of(&draft.scenario);
    let near = |line: Line, away: f32| {
        line_near(&geometry, Point::new(100.0, geometry.line_y(line) + away), 5.0)
    };
    for line in Line::ALL {
        assert_eq!(near(line, 0.0), Some(line));
        assert_eq!(near(line, 2.0), Some(line));
    }
    assert_eq!(near(Line::Interaction, -5.5), None);
    let beside = Point::new(-3.0, geometry.line_y(Line::Visibility));
    assert_eq!(line_near(&geometry, beside, 5.0), None);
}

#[test]
fn the_button_that_adds_a_phase_covers_no_name() {
    let (draft, analysis) = office();
    let words = Wording::new(Language::English);
    let geometry = SheetGeometry::of(&draft.scenario);
    let routes = Routes::of(&draft.scenario, &geometry);
    let viewport = Rect::new(0.0, 0.0, 620.0, 700.0);
    let look = Look { adds_phases: true, ..Look::default() };
    let mut shown = 0;
    for pan in (0..700).step_by(7) {
        let origin = Point::new(STRIP_WIDTH - pan as f32, HEADER_HEIGHT);
        let scene = Scene {
            scenario: &draft.scenario,
            geometry: &geometry,
            routes: &routes,
            figures: Some(&CardFigures::of(&analysis, &words)),
            camera: Camera::new(origin, 1.0),
            viewport,
            labels: &SheetWords(&words),
            text: &Typesetter::new(1.0),
            look: &look,
        };
        let button = add_phase_rect(&geometry, &scene.camera, viewport).expect("in view");
        assert!(sheet_area(viewport).right() >= button.right());
        let mut list = DisplayList::new();
        draw(&scene, &mut list);
        let signs = crate::collisions::signs(&list, scene.text);
        for sign in signs.iter().filter(|sign| matches!(sign.subject, Subject::Phase(_))) {
            assert!(!sign.rect.touches(button), "{:?} at {pan}", sign.text);
            shown += 1;
        }
    }
    assert!(shown > 200, "{shown} names are seen");
}

#[test]
fn brackets_of_moments_that_stand_one_above_the_other_keep_apart() {
    let mut draft = Draft::new(&["One"]);
    let lane = draft.lane(Zone::Frontstage);
    draft.scenario.resize_lane(lane, LaneHeight::new(600).unwrap()).unwrap();
    let mut at = |y| draft.add_at(lane, 0, SheetPoint::new(72, y), StepKind::Action, "Serve");
    // Two moments of two cards each; 12 units between the second and the third card.
    let steps = [60, 160, 260, 400].map(&mut at);
    draft.link(steps[0], steps[1], LinkKind::Together);
    draft.link(steps[2], steps[3], LinkKind::Together);
    let geometry = SheetGeometry::of(&draft.scenario);
    let frames: Vec<Rect> = geometry.moments().iter().map(|moment| moment.frame).collect();
    let (upper, lower) = (frames[0], frames[1]);
    assert!(lower.top() - upper.bottom() >= 6.0, "{upper:?} {lower:?}");
    let card = |at: usize| geometry.card(steps[at]).unwrap().rect;
    assert!(upper.bottom() > card(1).bottom() && lower.top() < card(2).top());
    assert_eq!(upper.top(), card(0).top() - 7.0, "where nothing is near they have their room");
    assert_eq!(lower.bottom(), card(3).bottom() + 7.0);
}

#[test]
fn a_figure_that_has_no_room_beside_a_long_time_goes_and_is_told_when_asked_for() {
    let (mut draft, analysis) = office();
    let step = analysis.bottleneck[0];
    let mut shown = Vec::new();
    for seconds in [60.0, 3_600.0, 123_456.0, 123_456_789.0, 1_234_567_890.0] {
        draft.change(step, |step| {
            step.time = ServiceTime::fixed(seconds, TimeUnit::Second).ok();
        });
        let geometry = SheetGeometry::of(&draft.scenario);
        let routes = Routes::of(&draft.scenario, &geometry);
        let words = Wording::new(Language::English);
        let scene = Scene {
            scenario: &draft.scenario,
            geometry: &geometry,
            routes: &routes,
            figures: Some(&CardFigures::of(&analysis, &words)),
            camera: Camera::new(Point::new(STRIP_WIDTH, HEADER_HEIGHT), 1.0),
            viewport: Rect::new(0.0, 0.0, 1_400.0, 900.0),
            labels: &crate::office::English,
            text: &Typesetter::new(1.0),
            look: &Look::default(),
        };
        let mut list = DisplayList::new();
        draw(&scene, &mut list);
        let written = list.iter().any(|item| {
            let on_card = item.key.subject == Subject::Step(step);
            on_card && matches!(item.shape, Shape::Text { text: "60 /h", .. })
        });
        let sizes = list.iter().filter_map(|item| match item.shape {
            Shape::Text { look, .. } if item.key.subject == Subject::Step(step) => Some(look.size),
            _ => None,
        });
        let least = sizes.fold(f32::INFINITY, f32::min);
        assert!(least >= 11.0, "letters of {least} points beside {seconds} s");
        let hidden = hidden_figure(&scene, step);
        assert_eq!(hidden.as_deref(), (!written).then_some("60 /h"), "{seconds} s");
        shown.push(written);
    }
    assert_eq!(shown, [true, true, true, false, false]);
}

#[test]
fn cards_of_people_who_do_several_steps_say_the_same_unit_as_others() {
    let mut draft = Draft::new(&["One", "Two", "Three"]);
    let (clerk, cook) = (draft.role("Clerk", 0), draft.role("Cook", 1));
    let mut before = None;
    for (phase, role) in [clerk, clerk, cook].into_iter().enumerate() {
        let step = draft.add(Zone::Frontstage, phase, StepKind::Action, "Serve");
        draft.change(step, |step| {
            step.time = ServiceTime::fixed(60.0, TimeUnit::Second).ok();
            step.needs = vec![Need::one(role)];
        });
        if let Some(before) = before.replace(step) {
            draft.link(before, step, LinkKind::Flow);
        }
    }
    let analysis = onstage::analysis::analyse(&draft.scenario);
    let view = Rect::new(0.0, 0.0, 1_400.0, 900.0);
    let list = crate::pictures::picture(&draft, &analysis, None, view, &Look::default());
    let texts = list.iter().filter_map(|item| match item.shape {
        Shape::Text { text, .. } if matches!(item.key.subject, Subject::Step(_)) => Some(text),
        _ => None,
    });
    let figures: Vec<&str> = texts.filter(|text| text.contains(['%', '/'])).collect();
    assert_eq!(figures, ["30 /h", "30 /h", "60 /h"]);
}

/// The sizes of the letters in which names of lanes stand in their strip, from the upper lane down.
fn lane_letters(scene: &Scene, list: &DisplayList) -> Vec<Option<f32>> {
    let letters = |lane| {
        let named = list.iter().filter(|item| item.key.subject == Subject::Lane(lane));
        let sizes = named.filter_map(|item| match item.shape {
            Shape::Text { look, .. } if item.layer == Layer::Headers => Some(look.size),
            _ => None,
        });
        sizes.reduce(f32::min)
    };
    scene.geometry.bands().iter().filter_map(|band| band.lane).map(letters).collect()
}

#[test]
fn names_of_lanes_have_one_size_at_every_zoom_and_wherever_the_sheet_is_moved() {
    for language in [Language::English, Language::Chinese] {
        for sample in samples().iter().chain(templates()) {
            let blueprint = sample.open_in(language.code()).unwrap();
            for zoom in [1.5, 1.0, 0.75, 0.6, 0.49, 0.42, 0.34, 0.3, 0.2] {
                let mut found = None;
                for height in [900.0, 520.0, 333.0] {
                    let view = (zoom, Size::new(1_400.0, height));
                    seen(blueprint.baseline(), language, view, &Look::default(), |scene, list| {
                        let sizes = lane_letters(scene, list);
                        for size in sizes.iter().flatten() {
                            let first = *found.get_or_insert(*size);
                            assert_eq!(*size, first, "{} at {zoom}: {sizes:?}", sample.key);
                        }
                        if height > 899.0 && (0.25..=0.6).contains(&zoom) {
                            assert!(!sizes.contains(&None), "{} at {zoom}: {sizes:?}", sample.key);
                        }
                    });
                }
            }
        }
    }
}

#[test]
fn a_lane_far_too_low_for_its_name_leaves_the_others_their_letters() {
    let mut draft = Draft::new(&["One"]);
    let lane = draft.lane(Zone::Customer);
    let named = onstage::blueprint::Lane {
        name: "Passengers with reduced mobility and their companions".to_owned(),
        height: LaneHeight::new(72).unwrap(),
        ..onstage::blueprint::Lane::new(Zone::Customer)
    };
    draft.scenario.set_lane(lane, named).unwrap();
    seen(&draft.scenario, Language::English, (1.0, WIDE), &Look::default(), |scene, list| {
        let bands = scene.geometry.bands().iter().filter_map(|band| band.lane);
        let letters: Vec<_> = bands.zip(lane_letters(scene, list)).collect();
        let low = letters.iter().find(|(other, _)| *other == lane).unwrap().1;
        assert!(low.is_none_or(|size| size < 12.0), "{low:?}");
        let others = letters.iter().filter(|(other, _)| *other != lane);
        assert!(others.clone().count() > 2);
        assert!(others.clone().all(|(_, size)| *size == Some(12.0)), "{letters:?}");
    });
}

#[test]
fn what_a_card_of_a_customer_says_stands_in_its_middle() {
    let mut draft = Draft::new(&["One"]);
    let blueprint = samples()[0].open_in("en").unwrap();
    draft.scenario = Scenario::clone(blueprint.baseline());
    let steps = draft.scenario.steps().iter();
    let customers: Vec<_> = steps
        .filter(|(_, step)| draft.scenario.zone_of(step) == Zone::Customer && step.wait.is_none())
        .map(|(id, step)| (*id, step.elements.is_empty()))
        .collect();
    assert!(customers.iter().any(|(_, bare)| *bare) && customers.iter().any(|(_, bare)| !bare));
    for (step, _) in &customers {
        draft.change(*step, |step| {
            step.time = ServiceTime::fixed(40.0, TimeUnit::Second).ok();
        });
    }
    seen(&draft.scenario, Language::English, (1.0, WIDE), &Look::default(), |scene, list| {
        for (step, bare) in &customers {
            let card = scene.geometry.card(*step).unwrap().rect;
            let centre = scene.camera.rect_on_screen(card).centre().y;
            let heights = list.iter().filter_map(|item| match item.shape {
                Shape::Text { at, .. } if item.key.subject == Subject::Step(*step) => {
                    (item.layer == Layer::Cards).then_some(at.y)
                }
                _ => None,
            });
            let heights: Vec<f32> = heights.collect();
            let top = heights.iter().copied().fold(f32::INFINITY, f32::min);
            let bottom = heights.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let off = f32::midpoint(top, bottom) - centre;
            assert!(off.abs() < 1.5, "{off} off the middle, bare {bare}: {heights:?}");
        }
    });
}

#[test]
fn a_time_that_a_decision_has_no_room_for_is_told_when_asked_for() {
    let mut draft = Draft::new(&["One"]);
    let step = draft.add(Zone::Customer, 0, StepKind::Decision, "Sure?");
    for (seconds, zoom, written) in [(40.0, 1.0, true), (1_234_567.5, 0.5, false)] {
        draft.change(step, |step| {
            step.time = ServiceTime::fixed(seconds, TimeUnit::Second).ok();
        });
        seen(&draft.scenario, Language::English, (zoom, WIDE), &Look::default(), |scene, list| {
            let time = draft.scenario.steps()[&step].time.as_ref().unwrap();
            let whole = scene.labels.time(time);
            let stands = list.iter().any(
                |item| matches!(item.shape, Shape::Text { text, .. } if text == whole.as_ref()),
            );
            assert_eq!(stands, written, "{whole}");
            let hidden = hidden_figure(scene, step);
            assert_eq!(hidden, (!written).then(|| whole.clone().into_owned()));
        });
    }
}
