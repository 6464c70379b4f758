//! Texts of a card that give way where there is little room.

use std::borrow::Cow;

use super::badges::is_bottleneck;
use super::card::Card;
use super::card_rows::{AT_SIDES, NAME, has_figures};
use super::detail::{LEAST_LETTERS, SMALL, letters};
use super::scene::Scene;
use super::text::Weight;
use crate::blueprint::{ServiceTime, Step, StepId};

/// Weight of a time.
pub(super) const TIME_WEIGHT: Weight = Weight::Semibold;
/// What lies between a time and the figure beside it, at 100 %.
const BETWEEN: f32 = 4.0;

/// The weight of the figure of a card.
pub(super) fn figure_weight(scene: &Scene, card: &Card) -> Weight {
    if is_bottleneck(scene, card) { Weight::Semibold } else { Weight::Regular }
}

/// The row of a card that holds its time and its figure, with their letters.
pub(super) struct LastRow<'a> {
    /// The time.
    pub time: Option<(Cow<'a, str>, f32)>,
    /// The figure, whether it has room or not.
    pub figure: Option<Cow<'a, str>>,
    /// The letters in which it has room beside the time; a part of a number would be another one, so
    /// that it stands whole or not at all.
    pub letters: Option<f32>,
}

impl<'a> LastRow<'a> {
    /// The row of a card with figures. The time comes first; the figure is set smaller beside a long
    /// one.
    pub fn of(scene: &'a Scene, card: &Card, step: &'a Step) -> Self {
        let zoom = scene.camera.zoom();
        let room = (card.rect.width() - AT_SIDES.0 - AT_SIDES.1) * zoom;
        let name = letters(NAME, zoom);
        let time = step.time.as_ref().zip(name);
        let time = time.map(|(time, name)| time_that_fits(scene, time, name, TIME_WEIGHT, room));
        let taken = time.as_ref().map_or(0.0, |(time, size)| {
            scene.text.width(time, *size, TIME_WEIGHT) + BETWEEN * zoom
        });
        let figure = scene.figures.and_then(|figures| figures.says(card.step));
        let weight = figure_weight(scene, card);
        let fits = |words: &str, size: f32| scene.text.width(words, size, weight) + taken <= room;
        let sizes = letters(SMALL, zoom).map(|size| [size, size - 1.0, size - 2.0, size - 3.0]);
        let letters = figure.as_ref().and_then(|words| {
            let mut sizes = sizes?.into_iter().filter(|size| *size >= LEAST_LETTERS);
            sizes.find(|size| fits(words, *size))
        });
        Self { time, figure, letters }
    }
}

/// The figure of a step whose card has no room for it beside its time, though it shows the time.
#[must_use]
pub fn hidden_figure(scene: &Scene, step: StepId) -> Option<String> {
    let card = scene.geometry.card(step)?;
    let step = scene.scenario.steps().get(&step)?;
    if !has_figures(scene, card, step, scene.detail()) {
        return None;
    }
    let last = LastRow::of(scene, card, step);
    last.figure.filter(|_| last.letters.is_none()).map(Cow::into_owned)
}

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
