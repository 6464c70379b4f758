//! Texts of a card that give way where there is little room.

use std::borrow::Cow;

use super::detail::LEAST_LETTERS;
use super::scene::Scene;
use super::text::Weight;
use crate::blueprint::{ServiceTime, Step};

/// Who is needed, with the names as long as there is room: of how many there are, nothing is cut.
pub(super) fn needs_that_fit<'a>(
    scene: &Scene<'a>,
    step: &Step,
    room: f32,
    size: f32,
) -> Cow<'a, str> {
    let width = |text: &str| scene.text.width(text, size, Weight::Regular);
    let whole = scene.labels.needs(scene.scenario, &step.needs, usize::MAX);
    let wide = width(&whole);
    if wide <= room {
        return whole;
    }
    let roles = step.needs.iter().flat_map(|need| &need.roles);
    let names = roles.filter_map(|role| scene.scenario.roles().get(role));
    let longest = names.map(|role| role.name.chars().count()).max().unwrap_or(0);
    // Not much longer than it can be: a letter is as wide as the others are on average.
    let count = whole.chars().count().max(1);
    // A positive count, far below what a float holds.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let most = (room / (wide / count as f32)).max(1.0) as usize;
    for letters in (1..=longest.min(most)).rev() {
        let cut = scene.labels.needs(scene.scenario, &step.needs, letters);
        if width(&cut) <= room {
            return cut;
        }
    }
    // So many that not even their first letters fit: the first of them, each whole with its count.
    for shown in (1..step.needs.len()).rev() {
        let first = step.needs.get(..shown).unwrap_or_default();
        for letters in (1..=longest.min(most)).rev() {
            let cut = format!("{} + …", scene.labels.needs(scene.scenario, first, letters));
            if width(&cut) <= room {
                return cut.into();
            }
        }
    }
    whole
}

/// A step's time as it is written on a card, and the size of its letters.
///
/// The time is what people type: what stands beside it gives way to it, then its spread, then the
/// size of its letters. Its unit is never cut off.
pub(super) fn time_that_fits<'a>(
    scene: &Scene<'a>,
    time: &'a ServiceTime,
    size: f32,
    weight: Weight,
    room: f32,
) -> (Cow<'a, str>, f32) {
    let fits = |text: &str, size: f32| scene.text.width(text, size, weight) <= room;
    let whole = scene.labels.time(time);
    if fits(&whole, size) {
        return (whole, size);
    }
    let unit = time.unit();
    let mean = ServiceTime::fixed(time.mean_s() / unit.seconds(), unit);
    let Ok(mean) = mean.map(|mean| scene.labels.time(&mean).into_owned()) else {
        return (whole, size);
    };
    let mut smaller = size;
    while smaller > LEAST_LETTERS && !fits(&mean, smaller) {
        smaller -= 1.0;
    }
    (mean.into(), smaller.max(LEAST_LETTERS))
}
