//! Lenses: what the cards of a sheet say beside their names, and what that is for each of them.

use crate::blueprint::{
    Blueprint, FailPoint, Item, QualityDimension, RiskResponse, Scenario, Step, StepId,
};
use crate::drawing::{Ink, LensFace, LensMark, LensShape, LensSign};
use crate::quality::{Assessment, RiskFigures};
use crate::wording::Wording;

/// A part of the scale of readings that fills a bar: a third of it.
pub const BAR_OF_SCALE: f64 = 3.0;
/// Up to so many stars something is poor, and up to so many it is middling.
const POOR: f64 = 2.0;
const MIDDLING: f64 = 3.0;

/// What is looked at on the cards of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lens {
    /// Times, capacities and loads.
    #[default]
    Figures,
    /// How customers feel, and what it is worth to them.
    Experience,
    /// What customers get against what they ought to get.
    Quality,
    /// What can fail.
    Risk,
    /// How well the surroundings serve.
    Surroundings,
}

impl Lens {
    /// All, in their order.
    pub const ALL: [Self; 5] =
        [Self::Figures, Self::Experience, Self::Quality, Self::Risk, Self::Surroundings];

    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Figures => "lens-figures",
            Self::Experience => "lens-experience",
            Self::Quality => "lens-quality",
            Self::Risk => "lens-risk",
            Self::Surroundings => "lens-surroundings",
        }
    }

    /// Whether it shows what is only known once the quality was assessed.
    #[must_use]
    pub const fn needs_assessment(self) -> bool {
        matches!(self, Self::Quality | Self::Risk)
    }
}

/// A lens, and what is seen through it.
#[derive(Clone, Copy)]
pub struct CardLens<'a> {
    /// Which.
    pub lens: Lens,
    /// The file.
    pub blueprint: &'a Blueprint,
    /// The scenario whose cards are seen.
    pub scenario: &'a Scenario,
    /// What is known about its quality, where the lens needs it.
    pub assessment: Option<&'a Assessment>,
}

impl CardLens<'_> {
    /// Whether it is another one than the usual.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.lens != Lens::Figures
    }

    /// What the card of a step says. Linear in items, risks and the step's elements.
    #[must_use]
    pub fn mark(&self, id: StepId, words: &Wording) -> Option<LensMark> {
        let step = self.scenario.steps().get(&id)?;
        match self.lens {
            Lens::Figures => None,
            Lens::Experience => experience(step, words),
            Lens::Quality => self.quality(id, words),
            Lens::Risk => {
                let risks = &self.assessment?.risks;
                let risk = risks.iter().find(|risk| risk.step == id)?;
                Some(risk_mark(risk, step.fail.as_ref()?, words))
            }
            Lens::Surroundings => self.surroundings(step, words),
        }
    }

    /// The gaps of the items that name a step, by dimension.
    fn quality(&self, id: StepId, words: &Wording) -> Option<LensMark> {
        let quality = &self.blueprint.judgements().quality;
        let items = quality.items.iter().zip(&self.assessment?.items);
        // Sum of the weights, and of the gaps times their weights.
        let mut sums = [(0.0, 0.0); QualityDimension::ALL.len()];
        for ((_, item), figures) in items {
            let named = item.dimension.zip(figures.gaps.customer).filter(|_| names(item, id));
            let Some((dimension, gap)) = named else { continue };
            let at = QualityDimension::ALL.iter().position(|each| *each == dimension);
            if let Some(sum) = at.and_then(|at| sums.get_mut(at)) {
                let weight = item.weight.unwrap_or(1.0);
                *sum = (sum.0 + weight, sum.1 + weight * gap);
            }
        }
        let gaps = sums.map(|(weight, sum)| (weight > 0.0).then(|| sum / weight));
        let full = (quality.scale.high - quality.scale.low) / BAR_OF_SCALE;
        let told: Vec<String> = QualityDimension::ALL
            .into_iter()
            .zip(gaps)
            .filter_map(|(dimension, gap)| {
                let dimension = words.quality_dimension(dimension);
                let arguments =
                    [("dimension", dimension.into()), ("gap", words.reading(gap?).into())];
                Some(words.with("lens-gap", &arguments))
            })
            .collect();
        // A float cast of a bounded share.
        #[allow(clippy::cast_possible_truncation)]
        let bars = gaps.map(|gap| gap.map(|gap| (gap / full).clamp(-1.0, 1.0) as f32));
        let mark = LensMark { face: LensFace::Bars(bars), told: words.clauses(&told) };
        (!told.is_empty()).then_some(mark)
    }

    /// The stars of the elements that a step relies on.
    fn surroundings(&self, step: &Step, words: &Wording) -> Option<LensMark> {
        let elements = step.elements.iter().filter_map(|id| self.scenario.elements().get(id));
        let stars: Vec<f64> =
            elements.filter_map(|it| it.rating).map(|stars| f64::from(stars.get())).collect();
        let of = step.elements.len();
        if of == 0 {
            return None;
        }
        let rated = words.with("lens-rated", &[("rated", stars.len().into()), ("of", of.into())]);
        if stars.is_empty() {
            let sign = sign(LensShape::Star, Ink::Muted);
            let word = words.text("lens-unrated").to_owned();
            let told = words.clauses(&[word.as_str(), rated.as_str()]);
            return Some(said(LensSign { hollow: true, ..sign }, word, rated, told));
        }
        let mean = stars.iter().sum::<f64>() / stars.len() as f64;
        let ink = match mean {
            ..=POOR => Ink::Bad,
            ..MIDDLING => Ink::Warn,
            _ => Ink::Good,
        };
        let shown = words.number((mean * 10.0).round() / 10.0);
        let word = words.with("lens-stars", &[("stars", shown.into())]);
        let told = words.clauses(&[word.as_str(), rated.as_str()]);
        Some(said(sign(LensShape::Star, ink), word, rated, told))
    }
}

fn names(item: &Item, step: StepId) -> bool {
    item.steps.contains(&step)
}

const fn sign(shape: LensShape, ink: Ink) -> LensSign {
    LensSign { shape, ink, ring: false, hollow: false }
}

fn said(sign: LensSign, word: String, below: String, told: String) -> LensMark {
    LensMark { face: LensFace::Said { sign, word, beside: String::new(), below }, told }
}

/// How customers feel at a step, and what it is worth to them.
fn experience(step: &Step, words: &Wording) -> Option<LensMark> {
    let worth = step.value.map(|value| words.value_kind(value).to_owned());
    let Some(emotion) = step.emotion else {
        let worth = worth?;
        let sign = LensSign { hollow: true, ..sign(LensShape::Circle, Ink::Muted) };
        return Some(said(sign, worth.clone(), String::new(), worth));
    };
    let sign = match emotion.get() {
        1.. => sign(LensShape::Up, Ink::Good),
        0 => sign(LensShape::Level, Ink::Muted),
        _ => sign(LensShape::Down, if emotion.get() < -1 { Ink::Bad } else { Ink::Warn }),
    };
    let word = words.emotion(emotion).to_owned();
    let feeling = words.with("lens-feeling", &[("feeling", word.as_str().into())]);
    let told: Vec<String> = std::iter::once(feeling).chain(worth.clone()).collect();
    Some(said(sign, word, worth.unwrap_or_default(), words.clauses(&told)))
}

/// What can fail at a step, and what is suggested for it.
fn risk_mark(risk: &RiskFigures, fail: &FailPoint, words: &Wording) -> LensMark {
    let (shape, ink) = match risk.suggested {
        Some(RiskResponse::Avoid) => (LensShape::Square, Ink::Bad),
        Some(RiskResponse::Transfer) => (LensShape::Up, Ink::Warn),
        Some(RiskResponse::Reduce) => (LensShape::Diamond, Ink::Accent),
        Some(RiskResponse::Accept) => (LensShape::Circle, Ink::Good),
        None => (LensShape::Circle, Ink::Muted),
    };
    let has_guard = !fail.guard.is_empty() || fail.guard_kind.is_some();
    let has_recovery = !fail.recovery.is_empty() || fail.recovery_step.is_some();
    let sign = LensSign { shape, ink, ring: !has_guard, hollow: !has_recovery };
    let word = risk.suggested.map_or_else(
        || words.text("lens-risk-unknown").to_owned(),
        |suggested| words.risk_response(suggested).to_owned(),
    );
    let likelihood = risk.per_customer.map(|share| words.percent(share));
    let severity = fail.severity.map(|severity| {
        words.with("lens-severity", &[("severity", u32::from(severity.get()).into())])
    });
    let mut told: Vec<String> =
        Some(fail.what.clone()).filter(|what| !what.is_empty()).into_iter().collect();
    told.extend(risk.suggested.map(|suggested| {
        let response = words.risk_response(suggested);
        words.with("lens-suggested", &[("response", response.into())])
    }));
    told.extend(risk.response.map(|response| {
        words.with("lens-chosen", &[("response", words.risk_response(response).into())])
    }));
    told.extend(
        likelihood
            .as_deref()
            .map(|share| words.with("lens-likelihood", &[("share", share.into())])),
    );
    told.extend(severity.clone());
    if !has_guard {
        told.push(words.text("lens-no-guard").to_owned());
    }
    if !has_recovery {
        told.push(words.text("lens-no-recovery").to_owned());
    }
    LensMark {
        face: LensFace::Said {
            sign,
            word,
            beside: likelihood.unwrap_or_default(),
            below: severity.unwrap_or_default(),
        },
        told: words.clauses(&told),
    }
}
