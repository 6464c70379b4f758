//! Where the name of a card is written, for the card and for the field in which it is changed.

use super::card::{Card, CardForm};
use super::card_rows::{AT_SIDES, NAME, NAME_PITCH, Rows, has_figures};
use super::detail::{Detail, LEAST_LETTERS, NAME_ALONE, SMALL, WALL, letters};
use super::display_list::Anchor;
use super::marks;
use super::scene::Scene;
use super::space::{Point, Rect, Size};
use super::text::{Letters, Weight, wrapped};
use crate::blueprint::{Step, StepId};

/// The pitch of lines of a name, in heights of its letters.
const LINE_PITCH: f32 = 1.2;

/// A name in the middle of its card.
pub(super) struct Centred {
    /// Where it has room on the screen.
    pub room: Rect,
    /// Letters at 100 %.
    pub size: f32,
    /// Lines at most.
    pub most: usize,
}

/// How the name of a card without figures is set.
pub(super) fn centred(
    scene: &Scene,
    card: &Card,
    step: &Step,
    rect: Rect,
    detail: Detail,
) -> Centred {
    let zoom = scene.camera.zoom();
    if detail == Detail::Name {
        // The name takes the room that the small text left.
        let room = match card.form {
            CardForm::Diamond => {
                Rect::centred(rect.centre(), Size::new(rect.width() * 0.66, rect.height() * 0.6))
            }
            _ => rect.grown(-4.0 * zoom),
        };
        return alone(scene, &step.name, room);
    }
    // What stands in the lower right corner takes its part of the width.
    let chip = if detail == Detail::Full { marks::elements_width(scene, step) } else { 0.0 };
    let inset = |room: Rect, size: f32| {
        // A name of one line ends above it.
        let line =
            letters(size, zoom).map(|size| scene.text.width(&step.name, size, Weight::Medium));
        let chip = if line.is_some_and(|line| line <= room.width()) { 0.0 } else { chip };
        Rect { max: room.max - Point::new(chip, 0.0), ..room }
    };
    let (room, size, most) = match card.form {
        CardForm::Diamond => {
            let timed = detail == Detail::Full && step.time.is_some();
            let raised = if timed || chip > 0.0 { -7.0 * zoom } else { 0.0 };
            let size = Size::new(rect.width() * 0.66, rect.height() * 0.5);
            let room = Rect::centred(rect.centre() + Point::new(0.0, raised), size);
            return Centred { room, size: NAME, most: 2 };
        }
        CardForm::Document => {
            let mut room = rect;
            room.min.x += 8.0 * zoom;
            room.max.x -= 10.0 * zoom;
            (room, NAME - 0.5, 2)
        }
        CardForm::Note => (rect.grown(-6.0 * zoom), SMALL, 3),
        CardForm::Full => (rect.grown(-8.0 * zoom), NAME, 3),
        CardForm::Slim | CardForm::Folded => (rect.grown(-6.0 * zoom), NAME, 2),
    };
    Centred { room: inset(room, size), size, most }
}

/// A name that stands alone on its card: in the largest letters in which all of it has room, if need be
/// in several lines; where none are small enough, in the smallest that can be read.
pub(super) fn alone(scene: &Scene, name: &str, room: Rect) -> Centred {
    let zoom = scene.camera.zoom();
    let weight = Weight::Medium;
    let most_points = (NAME_ALONE * zoom).round().max(LEAST_LETTERS);
    let mut points = most_points;
    loop {
        let pitch = points * LINE_PITCH;
        // Lines of a card: a few.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let most = ((room.height() + 2.0) / pitch).floor().max(1.0) as usize;
        let size = points / zoom;
        let lines = wrapped(name, room.width(), most, scene.text, points, weight);
        let fits = lines.iter().all(|line| scene.text.width(line, points, weight) <= room.width());
        // A word that is broken within reads worse than one in smaller letters.
        if fits && !breaks_a_word(name, &lines) || points <= LEAST_LETTERS {
            return Centred { room, size, most };
        }
        points = (points - 1.0).max(LEAST_LETTERS);
    }
}

/// Whether a line ends within a word of letters.
fn breaks_a_word(name: &str, lines: &[&str]) -> bool {
    let start = name.as_ptr() as usize;
    let ends = lines
        .iter()
        .take(lines.len().saturating_sub(1))
        .map(|line| (line.as_ptr() as usize).saturating_sub(start) + line.len());
    ends.into_iter().any(|end| {
        let before = name.get(..end).and_then(|text| text.chars().next_back());
        let after = name.get(end..).and_then(|text| text.chars().next());
        let of_word =
            |letter: Option<char>| letter.is_some_and(|c| c.is_alphabetic() && c < '\u{2E80}');
        of_word(before) && of_word(after)
    })
}

/// Where a name is written, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NamePlace {
    /// Where on the screen: as high as the name, as wide as it has room.
    pub rect: Rect,
    /// Its letters, of a size that can be read even where the card shows none.
    pub letters: Letters,
    /// [`Anchor::Left`] or [`Anchor::Centre`].
    pub anchor: Anchor,
}

/// Where the name of a step is written on its card; `None` where it has none on the sheet.
#[must_use]
pub fn name_place(scene: &Scene, step: StepId) -> Option<NamePlace> {
    let card = scene.geometry.card(step)?;
    let step = scene.scenario.steps().get(&step)?;
    let zoom = scene.camera.zoom();
    let rect = scene.camera.rect_on_screen(card.rect);
    // Smaller letters than those of a small card cannot be edited.
    let legible = |size: f32| letters(size, zoom).unwrap_or(0.0).max(SMALL);
    if scene.look.wall.is_some() {
        let size = WALL * zoom;
        return Some(NamePlace {
            rect: rect.grown(-6.0 * zoom),
            letters: Letters { size, weight: Weight::Medium },
            anchor: Anchor::Centre,
        });
    }
    let detail = scene.detail();
    if has_figures(scene, card, step, detail) {
        let size = legible(NAME);
        let left = rect.left() + AT_SIDES.0 * zoom;
        let right = rect.right() - AT_SIDES.1 * zoom;
        let lines = wrapped(&step.name, right - left, 2, scene.text, size, Weight::Semibold).len();
        let pitch = NAME_PITCH * zoom;
        let top = rect.top() + Rows::of(scene, card, step, lines).name * zoom - pitch / 2.0;
        let bottom = top + pitch * lines.max(1) as f32;
        return Some(NamePlace {
            rect: Rect::new(left, top, right, bottom),
            letters: Letters { size, weight: Weight::Semibold },
            anchor: Anchor::Left,
        });
    }
    let name = centred(scene, card, step, rect, detail.max(Detail::Name));
    let size = legible(name.size);
    Some(NamePlace {
        rect: name.room,
        letters: Letters { size, weight: Weight::Medium },
        anchor: Anchor::Centre,
    })
}
