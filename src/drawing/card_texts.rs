//! Texts of a card that give way where there is little room.

use std::borrow::Cow;

use super::badges::is_bottleneck;
use super::card::{Card, CardForm};
use super::card_rows::{AT_SIDES, NAME, figure, has_figures};
use super::detail::{Detail, SMALL, letters};
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

/// The row of a card that holds its time and its figure. Nothing in it is set smaller for want of
/// room: what has none goes.
pub(super) struct LastRow<'a> {
    /// The time, as far as it has room.
    pub time: Option<Cow<'a, str>>,
    /// Whether that is all of it.
    pub is_whole: bool,
    /// The figure, whether it has room or not.
    pub figure: Option<Cow<'a, str>>,
    /// The letters of the figure where it has room beside the time; a part of a number would be
    /// another one, so that it stands whole or not at all.
    pub letters: Option<f32>,
}

impl<'a> LastRow<'a> {
    /// The row of a card with figures. The time comes first.
    pub fn of(scene: &'a Scene, card: &Card, step: &'a Step) -> Self {
        let zoom = scene.camera.zoom();
        let room = (card.rect.width() - AT_SIDES.0 - AT_SIDES.1) * zoom;
        let written = step.time.as_ref().zip(letters(NAME, zoom));
        let time =
            written.and_then(|(time, size)| time_that_fits(scene, time, size, TIME_WEIGHT, room));
        let taken = time
            .as_ref()
            .zip(letters(NAME, zoom))
            .map_or(0.0, |(time, size)| scene.text.width(time, size, TIME_WEIGHT) + BETWEEN * zoom);
        let figure = figure(scene, card);
        let weight = figure_weight(scene, card);
        let fits = |words: &str, size: f32| scene.text.width(words, size, weight) + taken <= room;
        let letters = letters(SMALL, zoom)
            .filter(|size| figure.as_ref().is_some_and(|words| fits(words, *size)));
        let is_whole = step.time.as_ref().map(|time| scene.labels.time(time)) == time;
        Self { time, is_whole, figure, letters }
    }
}

/// What a step's card has no room for: its time, where that is written without its spread or not at
/// all, and the figure beside it. `None` where all is there, and where the card shows neither. Through a lens,
/// all that this says of the step.
#[must_use]
pub fn hidden_figure(scene: &Scene, step: StepId) -> Option<String> {
    if let Some(figures) = scene.figures.filter(|figures| figures.has_lens()) {
        return figures.lens(step).map(|mark| mark.told);
    }
    let card = scene.geometry.card(step)?;
    let step = scene.scenario.steps().get(&step)?;
    if card.form == CardForm::Diamond && scene.detail() == Detail::Full {
        let time = step.time.as_ref()?;
        let whole = scene.labels.time(time);
        let shown = time_of_decision(scene, card, time);
        let is_whole = shown.is_some_and(|(shown, _)| shown == whole);
        return (!is_whole).then(|| whole.into_owned());
    }
    if !has_figures(scene, card, step, scene.detail()) {
        return None;
    }
    let last = LastRow::of(scene, card, step);
    let time = step.time.as_ref().filter(|_| !last.is_whole);
    let time = time.map(|time| scene.labels.time(time));
    let figure = last.figure.filter(|_| last.letters.is_none());
    match (time, figure) {
        (Some(time), Some(figure)) => Some(format!("{time}\n{figure}")),
        (time, figure) => time.or(figure).map(Cow::into_owned),
    }
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

/// The time of a decision as it is written at the foot of its diamond, and its letters; `None` where
/// it has no room.
pub(super) fn time_of_decision<'a>(
    scene: &Scene<'a>,
    card: &Card,
    time: &'a ServiceTime,
) -> Option<(Cow<'a, str>, f32)> {
    let zoom = scene.camera.zoom();
    let size = letters(SMALL, zoom)?;
    // As wide as the diamond is at the foot of the letters.
    let room = card.rect.width() * zoom * (16.0 / 36.0);
    Some((time_that_fits(scene, time, size, Weight::Regular, room)?, size))
}

/// A step's time as it is written on a card: without its spread where there is little room, and
/// nothing where there is less. Its unit is never cut off.
///
/// The time is what people type: what stands beside it gives way to it.
pub(super) fn time_that_fits<'a>(
    scene: &Scene<'a>,
    time: &'a ServiceTime,
    size: f32,
    weight: Weight,
    room: f32,
) -> Option<Cow<'a, str>> {
    let fits = |text: &Cow<'_, str>| scene.text.width(text, size, weight) <= room;
    let whole = scene.labels.time(time);
    if fits(&whole) {
        return Some(whole);
    }
    let unit = time.unit();
    let mean = ServiceTime::fixed(time.mean_s() / unit.seconds(), unit).ok()?;
    let mean = Cow::Owned(scene.labels.time(&mean).into_owned());
    fits(&mean).then_some(mean)
}
