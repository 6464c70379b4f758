//! What pictures of items are made of, and what all of them are.

use crate::blueprint::{Blueprint, Item, ItemId, Quality, Scenario};
use crate::drawing::Subject;
use crate::drawing::charts::{ScaleSeen, Standing};
use crate::quality::{Assessment, ItemFigures, ToleranceZone};
use crate::wording::Wording;

use crate::pictures::Table;

/// How near the least that is accepted is its edge.
const EDGE: f64 = 0.05;

/// A picture of what customers judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QualityPicture {
    /// What ought to be and what customers got, with intervals.
    Profile,
    /// Where the quality of an item is lost, and what is still accepted of each.
    Gaps,
    /// How important and how good items are.
    Importance,
    /// What items are to customers.
    Kano,
}

impl QualityPicture {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Profile, Self::Gaps, Self::Importance, Self::Kano];

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Profile => "items-view-profile",
            Self::Gaps => "items-view-gaps",
            Self::Importance => "items-view-importance",
            Self::Kano => "items-view-kano",
        }
    }
}

/// What the pictures are made of.
#[derive(Clone, Copy)]
pub struct QualitySource<'a> {
    /// The file with its items.
    pub blueprint: &'a Blueprint,
    /// The scenario that is shown.
    pub scenario: &'a Scenario,
    /// What is known about the items.
    pub found: &'a Assessment,
    /// The words of a language.
    pub words: &'a Wording,
}

/// A picture with what its parts are about.
#[derive(Clone, Debug, PartialEq)]
pub struct QualityChart<V> {
    /// What is drawn.
    pub values: V,
    /// The item of each part.
    pub items: Vec<Option<ItemId>>,
    /// Each part in words.
    pub spoken: Vec<String>,
    /// Its figures for those who cannot see it.
    pub table: Table,
}

impl<V> QualityChart<V> {
    /// The part of a subject.
    fn part(subject: Subject) -> Option<usize> {
        match subject {
            Subject::Part(at) => usize::try_from(at).ok(),
            _ => None,
        }
    }

    /// The item of a part.
    #[must_use]
    pub fn item(&self, subject: Subject) -> Option<ItemId> {
        *self.items.get(Self::part(subject)?)?
    }

    /// A part in words.
    #[must_use]
    pub fn said(&self, subject: Subject) -> String {
        Self::part(subject).and_then(|at| self.spoken.get(at)).cloned().unwrap_or_default()
    }
}

/// An item with what is known about it.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub id: ItemId,
    pub item: &'a Item,
    pub figures: &'a ItemFigures,
}

impl<'a> QualitySource<'a> {
    pub(super) fn quality(&self) -> &'a Quality {
        &self.blueprint.judgements().quality
    }

    /// The items, in their order.
    pub(super) fn items(&self) -> impl Iterator<Item = Known<'a>> + use<'a> {
        let found = self.found;
        self.quality().items.iter().filter_map(move |(id, item)| {
            let figures = found.items.iter().find(|figures| figures.item == *id)?;
            Some(Known { id: *id, item, figures })
        })
    }

    /// The item whose quality is lost most; without one, the first of which something is known.
    #[must_use]
    pub fn sorest(&self) -> Option<ItemId> {
        let gap = |known: &Known<'_>| known.figures.gaps.customer.unwrap_or(f64::INFINITY);
        let sorest = self.items().min_by(|a, b| gap(a).total_cmp(&gap(b)));
        sorest.map(|known| known.id)
    }

    /// Its dimension and the steps that it names here.
    pub(super) fn place(&self, item: &Item) -> String {
        let words = self.words;
        let here = item.steps.iter().filter_map(|step| self.scenario.steps().get(step));
        let names: Vec<&str> = here.map(|step| step.name.as_str()).collect();
        let steps = words.list(&names, 3);
        match item.dimension.map(|dimension| words.quality_dimension(dimension)) {
            Some(dimension) if names.is_empty() => dimension.to_owned(),
            None => steps,
            Some(dimension) => {
                let arguments = [("dimension", dimension.into()), ("steps", steps.into())];
                words.with("items-at", &arguments)
            }
        }
    }

    /// The part of the file's scale that encloses readings.
    pub(super) fn scale(&self, readings: impl Iterator<Item = f64>) -> ScaleSeen {
        let scale = self.quality().scale;
        seen(self.words, readings, (scale.low, scale.high))
    }

    /// The scale in words, and where what is shown of it begins.
    pub(super) fn scale_said(&self, seen: &ScaleSeen) -> String {
        let (words, scale) = (self.words, self.quality().scale);
        let (low, high) = (words.number(scale.low), words.number(scale.high));
        if (seen.from - scale.low).abs() < 1e-9 {
            let arguments = [("low", low.into()), ("high", high.into())];
            return words.with("items-on-scale", &arguments);
        }
        let from = words.number(seen.from);
        let arguments = [("low", low.into()), ("high", high.into()), ("from", from.into())];
        words.with("items-shown-from", &arguments)
    }

    /// How many of the items are shown, and on which scale.
    pub(super) fn counted(&self, shown: usize, seen: &ScaleSeen) -> String {
        let all = self.quality().items.len();
        let scale = self.scale_said(seen);
        let arguments = [("shown", shown.into()), ("all", all.into()), ("scale", scale.into())];
        self.words.with("items-counted", &arguments)
    }

    /// How many of the items are shown.
    pub(super) fn plainly_counted(&self, shown: usize) -> String {
        let all = self.quality().items.len();
        self.words.with("items-of", &[("shown", shown.into()), ("all", all.into())])
    }

    /// An item with figures, each with its name.
    pub(super) fn said(&self, item: &str, figures: &[(&str, String)]) -> String {
        let words = self.words;
        let each: Vec<String> = figures
            .iter()
            .map(|(name, figure)| {
                let arguments = [("name", (*name).into()), ("figure", figure.as_str().into())];
                words.with("items-named-figure", &arguments)
            })
            .collect();
        let figures = words.facts(&each);
        words.with("items-figures-of", &[("item", item.into()), ("figures", figures.into())])
    }

    /// A reading, or that there is none.
    pub(super) fn reading(&self, value: Option<f64>) -> String {
        let none = || self.words.text("no-figure").to_owned();
        value.map_or_else(none, |value| self.words.even_reading(value))
    }
}

/// How good it is to lie there, and how that is called.
pub(super) fn standing(source: &QualitySource<'_>, figures: &ItemFigures) -> (Standing, String) {
    let words = source.words;
    let Some(zone) = figures.zone else {
        return (Standing::Plain, words.text("no-figure").to_owned());
    };
    let is_near = figures.adequacy.is_some_and(|over| over.abs() <= EDGE);
    let named = words.tolerance_zone(zone).to_owned();
    match zone {
        ToleranceZone::Below => (Standing::Bad, named),
        ToleranceZone::Within if is_near => (Standing::Warn, words.text("zone-at-edge").to_owned()),
        ToleranceZone::Within => (Standing::Plain, named),
        ToleranceZone::Above => (Standing::Good, named),
    }
}

/// How good a gap is.
pub(super) fn standing_of_gap(gap: Option<f64>, interval: Option<(f64, f64)>) -> Standing {
    match (gap, interval) {
        // As far as anybody can be sure of it.
        (Some(_), Some((low, high))) if low <= 0.0 && high >= 0.0 => Standing::Plain,
        (Some(gap), _) if gap < -0.005 => Standing::Bad,
        (Some(gap), _) if gap > 0.005 => Standing::Good,
        _ => Standing::Plain,
    }
}

/// A range with round marks that encloses values, and does not leave its bounds.
pub(super) fn seen(
    words: &Wording,
    values: impl Iterator<Item = f64>,
    (low, high): (f64, f64),
) -> ScaleSeen {
    let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values {
        (from, to) = (from.min(value), to.max(value));
    }
    if from > to {
        (from, to) = (low, high);
    }
    let rough = ((to - from) / 3.0).max((high - low).min(6.0) / 12.0).max(1e-6);
    let power = 10_f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|digit| digit * power);
    let step = steps.into_iter().find(|step| *step >= rough * 0.999).unwrap_or(10.0 * power);
    let first = ((from / step - 1e-9).floor() * step).max(low);
    let last = ((to / step + 1e-9).ceil() * step).min(high).max(first + step);
    let count = ((last - first) / step + 1e-9).floor().clamp(0.0, 20.0);
    let marks = std::iter::successors(Some(0.0), |at| Some(at + 1.0))
        .take_while(|at| *at <= count)
        .map(|at| first + at * step)
        .map(|mark| (mark, words.reading(mark)))
        .collect();
    ScaleSeen { from: first, to: last, marks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn what_is_shown_of_a_scale_has_round_ends_and_stays_on_it() {
        let words = Wording::new(Language::English);
        let ends = |values: &[f64]| {
            let seen = seen(&words, values.iter().copied(), (1.0, 7.0));
            (seen.from, seen.to, seen.marks.len())
        };
        assert_eq!(ends(&[6.5, 4.8, 5.2]), (4.0, 7.0, 4));
        assert_eq!(ends(&[1.2, 6.9]), (1.0, 7.0, 4));
        assert_eq!(ends(&[]), (1.0, 7.0, 4));
        let (from, to, marks) = ends(&[5.0]);
        assert!(from <= 5.0 && to > from && marks >= 2, "{from} {to} {marks}");
    }
}
