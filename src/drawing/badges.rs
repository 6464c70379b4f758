//! The badge of a bottleneck.

use super::card::Card;
use super::detail::Detail;
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::ink::Ink;
use super::scene::Scene;
use super::sheet;
use super::space::{Point, Rect, Size};
use super::text::Weight;
use crate::blueprint::StepId;

/// Height of the bottleneck badge on the screen, at every zoom.
const BADGE_HEIGHT: f32 = 18.0;
/// Letters of the bottleneck badge on the screen, at every zoom.
const BADGE_LETTERS: f32 = 11.0;
/// Radius on the screen of the dot that stands for the badge where that has no room.
const DOT_RADIUS: f32 = 5.0;

/// Whether a card has one.
pub(super) fn is_bottleneck(scene: &Scene, card: &Card) -> bool {
    scene.figures.is_some_and(|figures| figures.is_bottleneck(card.step))
}

/// What marks a bottleneck on the screen.
#[derive(Clone, Copy)]
pub(super) enum Badge {
    /// The word, on the upper edge of the card.
    Word(Rect),
    /// A dot on that edge, where the word has no room.
    Dot(Rect),
}

impl Badge {
    /// Where it lies.
    pub fn rect(self) -> Rect {
        let (Self::Word(rect) | Self::Dot(rect)) = self;
        rect
    }
}

/// Where the word would lie: on the upper edge of the card.
fn word_rect(scene: &Scene, card: &Card) -> Rect {
    let word = scene.labels.bottleneck();
    let width = scene.text.width(&word, BADGE_LETTERS, Weight::Semibold) + 18.0;
    let rect = scene.camera.rect_on_screen(card.rect);
    let sunk = if rect.height() > 3.0 * BADGE_HEIGHT { -2.0 } else { -BADGE_HEIGHT / 2.0 - 2.0 };
    let centre = Point::new(rect.centre().x, rect.top() + sunk);
    Rect::centred(centre, Size::new(width, BADGE_HEIGHT))
}

/// How a bottleneck is marked: by the word at a zoom at which cards can be read, where it lies on no
/// other card, no name of a line and no word of a bottleneck that is drawn earlier; else by a dot.
/// Looks at what lies near, and at the bottlenecks.
pub(super) fn badge_of(scene: &Scene, card: &Card) -> Badge {
    let dot = || {
        let rect = scene.camera.rect_on_screen(card.rect);
        let radius = if scene.detail() == Detail::Block { DOT_RADIUS - 1.5 } else { DOT_RADIUS };
        let centre = Point::new(rect.centre().x, rect.top());
        Badge::Dot(Rect::centred(centre, Size::new(2.0 * radius, 2.0 * radius)))
    };
    if scene.detail() < Detail::Name {
        return dot();
    }
    let rect = word_rect(scene, card);
    let on_sheet = scene.camera.rect_on_sheet(rect);
    let others = |_, other: &Card| other.step != card.step && other.rect.touches(on_sheet);
    let on_line = || {
        let mut pills = sheet::LINES.into_iter();
        pills.any(|line| sheet::pill_rect(scene, line).is_some_and(|pill| pill.touches(rect)))
    };
    let on_word = || {
        let all: &[StepId] = scene.figures.map_or(&[], |figures| figures.bottlenecks());
        let before = all.iter().take_while(|step| **step != card.step);
        let mut cards = before.filter_map(|step| scene.geometry.card(*step));
        cards.any(|other| word_rect(scene, other).touches(rect))
    };
    let taken = scene.geometry.first_near(on_sheet, others).is_some() || on_line() || on_word();
    if taken { dot() } else { Badge::Word(rect) }
}

/// The badge of a bottleneck.
pub(super) fn badge(list: &mut DisplayList, scene: &Scene, card: &Card) {
    if !is_bottleneck(scene, card) || scene.look.pale.contains(&card.step) {
        return;
    }
    list.pen(Layer::Marks, Subject::Step(card.step), 50);
    let badge = badge_of(scene, card);
    let rect = badge.rect();
    if let Badge::Dot(_) = badge {
        let edge = Stroke::solid(1.5, Ink::Panel);
        list.circle(rect.centre(), rect.height() / 2.0, Some(Ink::Bad), Some(edge));
        return;
    }
    list.rect(rect, rect.height() / 2.0, Some(Ink::Bad), None);
    let look = TextLook {
        size: BADGE_LETTERS,
        weight: Weight::Semibold,
        ink: Ink::OnBad,
        anchor: Anchor::Centre,
        upwards: false,
    };
    let word = scene.labels.bottleneck();
    list.text(rect.centre(), look, |out| out.push_str(&word));
}
