//! The badges of bottlenecks: one for each pool that limits the whole, on the card that takes the
//! most of it.

use std::collections::BTreeMap;

use super::card::{Card, MARK_RADIUS};
use super::connectors;
use super::detail::{Detail, letters};
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::figures::SheetFigures;
use super::ink::Ink;
use super::line_names::names_of_lines;
use super::marks;
use super::scene::Scene;
use super::space::{Point, Rect, Size};
use super::text::Weight;
use crate::blueprint::StepId;

/// Height of the badge at 100 %.
const HEIGHT: f32 = 18.0;
/// Letters of the badge at 100 %.
const LETTERS: f32 = 11.0;
/// What the badge is wider than its word at 100 %.
const PADDING: f32 = 18.0;
/// Below this zoom a dot stands for the badge: the word would be as large as a card's name.
const LEAST_WORD_ZOOM: f32 = 0.75;
/// How far the badge reaches into its card at 100 %.
const SUNK: f32 = 7.0;
/// Radius of the dot on the screen, at every zoom at which cards are drawn one by one.
const DOT_RADIUS: f32 = 6.5;
/// Radius of the dot on the screen on cards that are blocks.
const SMALL_DOT_RADIUS: f32 = 5.0;
/// How far the dot reaches into its card on the screen, where that has a name.
const DOT_SUNK: f32 = 3.0;
/// What lies between a badge and the circles of fail and wait points, on the screen.
const GAP: f32 = 2.0;
/// Half the width of an arrowhead, on the sheet.
const HEAD: f32 = 4.0;
/// What cards have around their edges that a badge keeps off, in sheet units: chips and circles.
const AROUND: f32 = 8.0;

/// Whether a card stands for a step that limits the whole.
pub(super) fn is_bottleneck(scene: &Scene, card: &Card) -> bool {
    scene.figures.is_some_and(|figures| figures.is_bottleneck(card.step))
}

/// The colour of what marks a bottleneck: grey where it was one before the last changes.
pub(super) fn bottleneck_ink(figures: Option<&dyn SheetFigures>, step: StepId) -> Ink {
    let outdated = figures.is_some_and(|figures| figures.outdated(step).bottleneck);
    if outdated { Ink::Muted } else { Ink::Bad }
}

/// What marks a bottleneck on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Badge {
    /// The word, on the upper edge of the card.
    Word(Rect),
    /// A dot with a funnel in it, on that edge, where the word has no room.
    Dot(Rect),
}

impl Badge {
    /// Where it lies.
    pub fn rect(self) -> Rect {
        let (Self::Word(rect) | Self::Dot(rect)) = self;
        rect
    }
}

/// The badges of a picture, by the steps that bear them.
pub(super) type Badges = BTreeMap<StepId, Badge>;

/// The badges of a scene. Looks at the bottlenecks and at what lies near those that bear a badge.
pub(super) fn badges_of(scene: &Scene) -> Badges {
    let mut badges = Badges::new();
    let mut pills: Option<Vec<Rect>> = None;
    let marked = scene.figures.map(SheetFigures::marked_bottlenecks).unwrap_or_default();
    for card in marked.iter().filter_map(|step| scene.geometry.card(*step)) {
        if !scene.look.pale.contains(&card.step) {
            let pills = pills.get_or_insert_with(|| {
                names_of_lines(scene).into_iter().map(|name| name.rect).collect()
            });
            if let Some(badge) = badge_of(scene, card, pills, &badges) {
                badges.insert(card.step, badge);
            }
        }
    }
    badges
}

/// How a bottleneck is marked: by the word where cards can be read and it covers nothing; else by a
/// dot. Far out, where cards lie closer than dots are wide, one dot marks them all.
fn badge_of(scene: &Scene, card: &Card, pills: &[Rect], earlier: &Badges) -> Option<Badge> {
    if let Some(rect) = word_rect(scene, card)
        && is_free(scene, card, rect, pills, earlier)
    {
        return Some(Badge::Word(rect));
    }
    let places = dot_places(scene, card);
    let apart = |place: &&Rect| !earlier.values().any(|badge| badge.rect().touches(**place));
    let clear = |place: &&Rect| apart(place) && !pills.iter().any(|pill| pill.touches(**place));
    let place = places.iter().find(clear).or_else(|| places.iter().find(apart))?;
    Some(Badge::Dot(*place))
}

/// The part of a card's upper edge on the screen that no other mark lies on: left and right end.
fn free_edge(scene: &Scene, card: &Card) -> (f32, f32) {
    let zoom = scene.camera.zoom();
    let rect = scene.camera.rect_on_screen(card.rect);
    let on_screen = |x: f32| scene.camera.screen_from_sheet(Point::new(x, 0.0)).x;
    let circles = card.mark_centres().into_iter().flatten();
    let first = circles.map(|centre| on_screen(centre.x - MARK_RADIUS));
    let right = first.fold(rect.right(), |right, mark| right.min(mark - GAP));
    let left = rect.left() + marks::taken_at_left(scene, card) * zoom;
    (left, right)
}

/// Where the word would lie: on the upper edge of the card, in its middle or beside its marks and the
/// arrowheads there; `None` where it is not to be read or has no room.
fn word_rect(scene: &Scene, card: &Card) -> Option<Rect> {
    let zoom = scene.camera.zoom();
    let size = letters(LETTERS, zoom).filter(|_| zoom > LEAST_WORD_ZOOM - 1e-3)?;
    let word = scene.labels.bottleneck();
    let width = scene.text.width(&word, size, Weight::Semibold) + PADDING * zoom;
    let rect = scene.camera.rect_on_screen(card.rect);
    let (left, right) = free_edge(scene, card);
    let (first, last) = (left + width / 2.0, right - width / 2.0);
    if first > last + 0.5 {
        return None;
    }
    let at = |x: f32| {
        let centre = Point::new(x, rect.top() + (SUNK - HEIGHT / 2.0) * zoom);
        Rect::centred(centre, Size::new(width, HEIGHT * zoom))
    };
    let middle = rect.centre().x;
    let past_head = width / 2.0 + (HEAD + 2.0) * zoom;
    // Beside a head in the middle the word sticks out, where no other mark is.
    let over_left = if left > rect.left() + 0.5 { first } else { middle - past_head };
    let over_right = if right < rect.right() - 0.5 { last } else { middle + past_head };
    let places = [middle.min(last).max(first), first, last, over_left, over_right];
    off_heads(scene, card, places.map(at))
}

/// The first of some places where a mark on the upper edge of a card hides no arrowhead that comes
/// down on it; `None` where each does.
fn off_heads<const N: usize>(scene: &Scene, card: &Card, places: [Rect; N]) -> Option<Rect> {
    let top = card.rect.top();
    let heads: Vec<Rect> = scene
        .routes
        .all()
        .iter()
        .filter(|route| route.style.has_head())
        .filter_map(|route| match route.points.as_slice() {
            [.., before, tip] if before.y < tip.y && (tip.y - top).abs() < 1.0 => Some(*tip),
            _ => None,
        })
        .filter(|tip| (card.rect.left()..=card.rect.right()).contains(&tip.x))
        .map(|tip| Rect::new(tip.x - HEAD, tip.y - 2.0 * HEAD, tip.x + HEAD, tip.y))
        .map(|head| scene.camera.rect_on_screen(head))
        .collect();
    let is_off = |place: &&Rect| !heads.iter().any(|head| head.touches(**place));
    places.iter().find(is_off).copied()
}

/// Where the dot may lie, the best place first: on the upper edge beside arrowheads, of a card that
/// is a block also on another edge.
fn dot_places(scene: &Scene, card: &Card) -> Vec<Rect> {
    let blocks = scene.detail() == Detail::Block;
    let radius = if blocks { SMALL_DOT_RADIUS } else { DOT_RADIUS };
    let rect = scene.camera.rect_on_screen(card.rect);
    let (_, right) = free_edge(scene, card);
    let sunk = if scene.detail() < Detail::Name { radius } else { DOT_SUNK };
    let at = |x: f32| {
        let centre = Point::new(x.min(right - radius), rect.top() + sunk - radius);
        Rect::centred(centre, Size::new(2.0 * radius, 2.0 * radius))
    };
    let middle = rect.centre().x;
    let beside = (radius + 2.0 * HEAD * scene.camera.zoom()).min(rect.width() / 2.0 - radius);
    let places = [middle, middle - beside, middle + beside].map(at);
    let best = off_heads(scene, card, places).unwrap_or_else(|| at(middle));
    if !blocks {
        return vec![best];
    }
    let size = best.size();
    let around = [rect.centre(), Point::new(middle, rect.bottom() - radius)];
    let around = around.map(|centre| Rect::centred(centre, size));
    let sides = [rect.left() - radius, rect.right() + radius]
        .map(|x| Rect::centred(Point::new(x, rect.centre().y), size));
    [best].into_iter().chain(around).chain(sides).collect()
}

/// Whether a word lies on no other card and its marks, no name of a line, no share and no badge that
/// is drawn earlier.
fn is_free(scene: &Scene, card: &Card, rect: Rect, pills: &[Rect], earlier: &Badges) -> bool {
    let on_sheet = scene.camera.rect_on_sheet(rect);
    let around = on_sheet.grown(AROUND);
    let on_card = scene.geometry.first_near(around, |_, other: &Card| {
        other.step != card.step && !scene.look.hides(other.step) && other.rect.touches(around)
    });
    let on_line = || pills.iter().any(|pill| pill.touches(rect));
    let on_share = || {
        let near = scene.routes.all().iter().filter(|route| {
            route.label.is_some_and(|label| on_sheet.distance(label) < marks::LABEL_REACH)
        });
        near.filter_map(|route| connectors::share_rect(scene, route))
            .any(|share| share.touches(rect))
    };
    let on_badge = || earlier.values().any(|badge| badge.rect().touches(rect));
    on_card.is_none() && !on_line() && !on_share() && !on_badge()
}

/// The badge of a bottleneck that bears one.
pub(super) fn badge(list: &mut DisplayList, scene: &Scene, step: StepId, badge: Badge) {
    list.pen(Layer::Marks, Subject::Step(step), 50);
    let rect = badge.rect();
    let ink = bottleneck_ink(scene.figures, step);
    if let Badge::Dot(_) = badge {
        let radius = rect.height() / 2.0;
        let edge = Stroke::solid(1.5, Ink::Panel);
        list.circle(rect.centre(), radius, Some(ink), Some(edge));
        // A funnel: known from other dots without its colour.
        let (wide, high) = (radius * 0.55, radius * 0.5);
        let centre = rect.centre() + Point::new(0.0, radius * 0.08);
        let funnel = [
            centre + Point::new(-wide, -high),
            centre + Point::new(wide, -high),
            centre + Point::new(0.0, high),
        ];
        list.polygon(funnel, Some(Ink::OnBad), None);
        return;
    }
    let Some(size) = letters(LETTERS, scene.camera.zoom()) else { return };
    list.rect(rect, rect.height() / 2.0, Some(ink), None);
    let look = TextLook {
        size,
        weight: Weight::Semibold,
        ink: Ink::OnBad,
        anchor: Anchor::Centre,
        upwards: false,
    };
    let word = scene.labels.bottleneck();
    list.text(rect.centre(), look, |out| out.push_str(&word));
}
