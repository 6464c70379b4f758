//! The whole picture of a scene.

use super::badges;
use super::borders;
use super::card::Card;
use super::cards;
use super::connectors;
use super::detail::Detail;
use super::display_list::{DisplayList, Layer, Stroke, Subject};
use super::feeling_curve;
use super::handles;
use super::ink::Ink;
use super::line_names;
use super::marks;
use super::moment_frames;
use super::played_marks;
use super::scene::{Scene, sheet_area};
use super::sheet;
use super::space::Point;
use super::wall::draw_tried;
use super::{difference_ghosts, difference_legend, difference_marks, difference_values};

/// How far badges and outlines reach beyond their card, in screen points.
const REACH: f32 = 48.0;
/// Above this many visible cards a picture without text is drawn as blocks.
const MOST_PLAIN_CARDS: usize = 1_500;

/// Draws a scene. What lies outside the viewport costs next to nothing and makes no shape.
///
/// The list is cleared first; keep it from frame to frame.
pub fn draw(scene: &Scene, list: &mut DisplayList) {
    profiling::function_scope!();
    if let Some(letters) = scene.look.wall {
        draw_tried(scene, letters, list);
        return action(list, scene);
    }
    list.clear();
    let area = sheet_area(scene.viewport);
    let view = scene.camera.rect_on_sheet(area);
    let around = scene.camera.rect_on_sheet(area.grown(REACH));
    let mut positions = Vec::new();
    scene.geometry.positions_near(around, &mut positions);
    let all = scene.geometry.cards();
    positions.retain(|at| {
        let shown = |card: &Card| card.rect.touches(around) && !scene.look.hides(card.step);
        all.get(*at as usize).is_some_and(shown)
    });
    let mut detail = scene.detail();
    if detail <= Detail::Plain && positions.len() > MOST_PLAIN_CARDS {
        detail = Detail::Block;
    }

    let badges = badges::badges_of(scene);
    list.clip_to(scene.viewport);
    sheet::ground(list, scene);
    list.clip_to(area);
    if detail > Detail::Block {
        moment_frames::brackets(list, scene, view);
    }
    sheet::lines(list, scene);
    let routes = || {
        let all = scene.routes.all().iter();
        all.filter(|route| route.bounds.touches(view) && !scene.fades(route.link).1)
    };
    difference_marks::ghost_links(list, scene);
    if detail == Detail::Block {
        connectors::threads(list, scene, view);
    } else {
        for route in routes() {
            connectors::connector(list, scene, route, detail);
        }
        for bar in scene.routes.bars().iter().filter(|bar| bar.rect.touches(view)) {
            connectors::bar(list, scene, bar);
        }
    }
    feeling_curve::curve(list, scene);
    difference_ghosts::ghosts(list, scene);
    guides(list, scene);
    let cards = || positions.iter().filter_map(|at| all.get(*at as usize));
    let seen = |card: &&Card| card.rect.touches(view);
    if detail == Detail::Block {
        cards::blocks(list, scene, &positions);
    } else {
        for card in cards().filter(seen) {
            cards::card(list, scene, card, badges.get(&card.step).copied(), detail);
        }
    }
    if detail == Detail::Full {
        for route in routes().filter(|route| !scene.fades(route.link).0) {
            connectors::share(list, scene, route);
        }
    }
    line_names::line_names(list, scene);
    if detail > Detail::Block {
        for card in cards() {
            handles::outline(list, scene, card);
            if scene.look.pale.contains(&card.step) {
                continue;
            }
            difference_marks::edge(list, scene, card);
            if detail == Detail::Full {
                marks::feeling(list, scene, card);
            }
            marks::marks(list, scene, card);
            difference_marks::mark(list, scene, card);
        }
        for card in cards().filter(seen) {
            difference_values::values(list, scene, card);
        }
        for route in routes() {
            connectors::ends(list, scene, route);
        }
    } else {
        for card in cards().filter(|card| scene.look.steps.contains(&card.step)) {
            handles::outline(list, scene, card);
        }
    }
    if detail > Detail::Block {
        feeling_curve::names(list, scene);
    }
    difference_marks::signs(list, scene, routes().filter(|_| detail > Detail::Block));
    for (step, badge) in &badges {
        if badge.rect().touches(area) {
            badges::badge(list, scene, *step, *badge);
        }
    }
    played_marks::played(list, scene, detail);
    action(list, scene);
    sheet::headers(list, scene);
    borders::border(list, scene);
    borders::cut(list, scene);
    difference_legend::legend(list, scene);
}

/// What a dragged card lies in line with: below the cards, whose names are to be read.
fn guides(list: &mut DisplayList, scene: &Scene) {
    list.pen(Layer::Links, Subject::Action, 0);
    for guide in &scene.look.guides {
        let ends = [guide.from, guide.to].map(|end| scene.camera.screen_from_sheet(end));
        let stroke = Stroke::solid(1.0, Ink::Accent);
        list.path(ends, stroke);
        if guide.gap {
            // Ticks at both ends, as on a drawing with measures.
            let [from, to] = ends;
            let across = if (to.x - from.x).abs() > (to.y - from.y).abs() {
                Point::new(0.0, 5.0)
            } else {
                Point::new(5.0, 0.0)
            };
            for end in ends {
                list.path([end - across, end + across], stroke);
            }
        }
    }
}

/// What the pointer is doing.
fn action(list: &mut DisplayList, scene: &Scene) {
    let look = scene.look;
    list.pen(Layer::Action, Subject::Action, 0);
    if let Some(link) = &look.pending_link {
        connectors::pending(list, scene, link, &look.pending_way);
    }
    for ghost in &look.ghosts {
        cards::ghost(list, scene, ghost);
    }
    if let Some(rect) = look.marquee {
        list.rect(rect, 0.0, Some(Ink::Veil), Some(Stroke::solid(1.0, Ink::Accent)));
    }
}
