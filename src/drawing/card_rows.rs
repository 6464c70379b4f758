//! The rows of a card that says more than its name: whether it has them, and where they stand.

use super::card::{Card, CardForm};
use super::detail::Detail;
use super::figures::{CardLoad, Outdated};
use super::played_marks;
use super::scene::Scene;
use crate::blueprint::Step;

/// Letters of a name at 100 %.
pub(super) const NAME: f32 = 12.0;
/// From one line of a name to the next at 100 %, on a card with figures.
pub(super) const NAME_PITCH: f32 = 13.5;
/// Height of another row of a card at 100 %.
const ROW: f32 = 14.0;
/// What lies between two rows of a card at most, at 100 %.
const MOST_BETWEEN: f32 = 9.0;
/// What lies left and right of the rows of a card at 100 %.
pub(super) const AT_SIDES: (f32, f32) = (13.0, 9.0);
/// How loaded the step of a card is, where that is known.
pub(super) fn load(scene: &Scene, card: &Card) -> Option<CardLoad> {
    // While a day is played it is of another hour than what is seen.
    scene.figures.filter(|_| scene.look.played.is_none())?.load(card.step)
}

/// What the card of a step says beside its time, where that is known and of the moment that is seen.
pub(super) fn figure<'a>(scene: &'a Scene, card: &Card) -> Option<std::borrow::Cow<'a, str>> {
    scene.figures.filter(|_| scene.look.played.is_none())?.says(card.step)
}

/// What of that, and of its other figures, is of before.
pub(super) fn outdated(scene: &Scene, card: &Card) -> Outdated {
    scene.figures.map(|figures| figures.outdated(card.step)).unwrap_or_default()
}

/// Whether something lies at the foot of a card: a bar that says how loaded its step is, or who works there.
fn has_foot(scene: &Scene, card: &Card) -> bool {
    played_marks::shows_crew(scene, card) || load(scene, card).is_some()
}

/// Whether a card says more than its name at a detail: who is needed, for how long, how loaded.
pub(super) fn has_figures(scene: &Scene, card: &Card, step: &Step, detail: Detail) -> bool {
    let known = || step.time.is_some() || !step.needs.is_empty() || has_foot(scene, card);
    card.form == CardForm::Full && detail == Detail::Full && known()
}

/// How far below a card's upper edge the rows of a full card lie, at 100 %: their middles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rows {
    /// The first line of the name.
    pub name: f32,
    /// Who is needed.
    pub needs: f32,
    /// The time.
    pub time: f32,
}

impl Rows {
    /// For a name of so many lines. Where a row or the bar below them is left out, the others share
    /// its room.
    pub fn of(scene: &Scene, card: &Card, step: &Step, lines: usize) -> Self {
        let needs = !step.needs.is_empty() || !step.elements.is_empty();
        let says = || figure(scene, card).is_some();
        let time = step.time.is_some() || says();
        let bar = has_foot(scene, card);
        if needs && time && bar {
            return match lines {
                2.. => Self { name: 13.5, needs: 42.0, time: 62.0 },
                _ => Self { name: 18.0, needs: 35.5, time: 60.0 },
            };
        }
        let name = NAME_PITCH * lines.max(1) as f32;
        let height = |there: bool| if there { ROW } else { 0.0 };
        let (from, to) = (6.0, CardForm::Full.size().height - if bar { 16.0 } else { 6.0 });
        let count = 1.0 + f32::from(u8::from(needs)) + f32::from(u8::from(time));
        let free = to - from - name - height(needs) - height(time);
        let gap = free / (count + 1.0);
        // Rows stand no farther apart than those of a card that has them all.
        let between = gap.min(MOST_BETWEEN);
        let first = from + (free - between * (count - 1.0)) / 2.0;
        let after_name = first + name + between;
        let after_needs = after_name + if needs { ROW + between } else { 0.0 };
        Self {
            name: first + NAME_PITCH / 2.0,
            needs: after_name + ROW / 2.0,
            time: after_needs + ROW / 2.0,
        }
    }
}
