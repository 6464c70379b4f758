//! Items: sentences that customers judge, with what is known about each.
//!
//! Sources: Parasuraman, Zeithaml & Berry 1985, 1988, 1993; Brady & Cronin 2001; Kano 1984.

use crate::blueprint::ids::{ElementId, StepId};

/// The ends of the scale on which readings are taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The worst.
    pub low: f64,
    /// The ideal.
    pub high: f64,
}

impl Default for Scale {
    fn default() -> Self {
        Self { low: 1.0, high: 7.0 }
    }
}

impl Scale {
    /// Whether a reading lies on it.
    #[must_use]
    pub fn holds(self, reading: f64) -> bool {
        (self.low..=self.high).contains(&reading)
    }

    /// What of an interval of gaps can be: none is wider than the scale.
    #[must_use]
    pub fn gaps_within(self, (low, high): (f64, f64)) -> (f64, f64) {
        let most = self.high - self.low;
        (low.max(-most), high.min(most))
    }

    /// The largest standard deviation that so many answers with these means can have: of the gap, or of what they got
    /// where nobody was asked what to expect. Half of them lie at either end then.
    #[must_use]
    pub fn most_deviation(self, (expected, perceived): (Option<f64>, Option<f64>), n: u32) -> f64 {
        let of = |mean: f64| ((self.high - mean) * (mean - self.low)).max(0.0).sqrt();
        let middle = f64::midpoint(self.low, self.high);
        let whole = match (expected, perceived) {
            (None, Some(perceived)) => of(perceived),
            (expected, perceived) => {
                of(expected.unwrap_or(middle)) + of(perceived.unwrap_or(middle))
            }
        };
        // Of two the sample says most.
        let n = f64::from(n.max(2));
        whole * (n / (n - 1.0)).sqrt()
    }
}

/// A dimension of quality (Parasuraman, Zeithaml & Berry 1988).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QualityDimension {
    /// What was promised is done, dependably and accurately.
    Reliability,
    /// Customers are helped at once.
    Responsiveness,
    /// Staff know, are courteous, and inspire trust.
    Assurance,
    /// Each customer is cared for.
    Empathy,
    /// Rooms, equipment, people, papers.
    Tangibles,
}

impl QualityDimension {
    /// All dimensions in their order, with their names in a file.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("Reliability", Self::Reliability),
        ("Responsiveness", Self::Responsiveness),
        ("Assurance", Self::Assurance),
        ("Empathy", Self::Empathy),
        ("Tangibles", Self::Tangibles),
    ];

    /// All dimensions in their order.
    pub const ALL: [Self; 5] =
        [Self::Reliability, Self::Responsiveness, Self::Assurance, Self::Empathy, Self::Tangibles];
}

/// How much each dimension counts, in the order of [`QualityDimension::ALL`]; not negative, not all zero.
pub type Weights = [f64; 5];

/// A part of quality as a hierarchy has it (Brady & Cronin 2001): of the interaction, of the
/// environment, of the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemPart {
    /// Interaction: how staff meet customers.
    Attitude,
    /// Interaction: what staff do.
    Behaviour,
    /// Interaction: what staff know.
    Expertise,
    /// Environment: light, noise, scent.
    Ambience,
    /// Environment: how it is laid out.
    Design,
    /// Environment: other customers.
    Social,
    /// Outcome: how long it takes.
    Waiting,
    /// Outcome: what one can touch.
    Tangibles,
    /// Outcome: whether it was good in the end.
    Valence,
}

impl ItemPart {
    /// All parts in their order, with their names in a file; three of each of interaction, environment,
    /// outcome.
    pub const NAMES: [(&'static str, Self); 9] = [
        ("Attitude", Self::Attitude),
        ("Behaviour", Self::Behaviour),
        ("Expertise", Self::Expertise),
        ("Ambience", Self::Ambience),
        ("Design", Self::Design),
        ("Social", Self::Social),
        ("Waiting", Self::Waiting),
        ("Tangibles", Self::Tangibles),
        ("Valence", Self::Valence),
    ];
}

/// Whose need an item speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// Customers say it.
    Direct,
    /// It was found out.
    Latent,
    /// The firm's own.
    Internal,
}

impl Voice {
    /// All voices, with their names in a file.
    pub const NAMES: [(&'static str, Self); 3] =
        [("Direct", Self::Direct), ("Latent", Self::Latent), ("Internal", Self::Internal)];
}

/// A sentence that customers judge.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Item {
    /// The sentence; never blank.
    pub text: String,
    /// Its dimension; without one it counts in no score.
    pub dimension: Option<QualityDimension>,
    /// Its part in the hierarchy.
    pub part: Option<ItemPart>,
    /// Whose need it is.
    pub voice: Option<Voice>,
    /// The steps that it speaks of, in whichever scenario has them.
    pub steps: Vec<StepId>,
    /// The elements of the surroundings that it speaks of.
    pub elements: Vec<ElementId>,
    /// How important it is; not negative.
    pub weight: Option<f64>,
    /// What is known about it.
    pub readings: Readings,
    /// What customers say with and without it (Kano 1984).
    pub kano: Option<KanoCounts>,
}

/// What is known about an item, on the scale of the file.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Readings {
    /// Below it customers are cross.
    pub least: Option<f64>,
    /// What they think will happen.
    pub will: Option<f64>,
    /// What they ought to get.
    pub should: Option<f64>,
    /// What they got.
    pub perceived: Option<f64>,
    /// What they get from the best competitor.
    pub rival: Option<f64>,
    /// What managers believe that customers ought to get.
    pub believed: Option<f64>,
    /// What is laid down.
    pub standard: Option<f64>,
    /// What audits find.
    pub delivered: Option<f64>,
    /// What is promised outside.
    pub promised: Option<f64>,
}

/// One of the readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReadingKind {
    /// [`Readings::least`].
    Least,
    /// [`Readings::will`].
    Will,
    /// [`Readings::should`].
    Should,
    /// [`Readings::perceived`].
    Perceived,
    /// [`Readings::rival`].
    Rival,
    /// [`Readings::believed`].
    Believed,
    /// [`Readings::standard`].
    Standard,
    /// [`Readings::delivered`].
    Delivered,
    /// [`Readings::promised`].
    Promised,
}

impl ReadingKind {
    /// All in the order of a file.
    pub const ALL: [Self; 9] = [
        Self::Least,
        Self::Will,
        Self::Should,
        Self::Perceived,
        Self::Rival,
        Self::Believed,
        Self::Standard,
        Self::Delivered,
        Self::Promised,
    ];
}

impl Readings {
    /// One of them.
    #[must_use]
    pub fn get(&self, kind: ReadingKind) -> Option<f64> {
        let mut own = *self;
        *own.slot(kind)
    }

    /// The place of one of them.
    pub fn slot(&mut self, kind: ReadingKind) -> &mut Option<f64> {
        match kind {
            ReadingKind::Least => &mut self.least,
            ReadingKind::Will => &mut self.will,
            ReadingKind::Should => &mut self.should,
            ReadingKind::Perceived => &mut self.perceived,
            ReadingKind::Rival => &mut self.rival,
            ReadingKind::Believed => &mut self.believed,
            ReadingKind::Standard => &mut self.standard,
            ReadingKind::Delivered => &mut self.delivered,
            ReadingKind::Promised => &mut self.promised,
        }
    }

    /// All readings with their names in a file, in its order.
    #[must_use]
    pub fn named(&self) -> [(&'static str, Option<f64>); 9] {
        let Self { least, will, should, perceived, rival, believed, standard, delivered, promised } =
            *self;
        [
            ("least", least),
            ("will", will),
            ("should", should),
            ("perceived", perceived),
            ("rival", rival),
            ("believed", believed),
            ("standard", standard),
            ("delivered", delivered),
            ("promised", promised),
        ]
    }
}

/// How many customers answered how about having and not having a feature, or their per cent.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct KanoCounts {
    /// Attractive: exciting.
    pub attractive: f64,
    /// One-dimensional: expected.
    pub one_dimensional: f64,
    /// Must-be: basic.
    pub must_be: f64,
    /// Indifferent.
    pub indifferent: f64,
    /// Reverse: they would rather not have it.
    pub reverse: f64,
    /// Questionable: the answers contradict each other.
    pub questionable: f64,
}

impl KanoCounts {
    /// Counts an answer with and an answer without a feature (Berger 1993): 1 like, 2 expect, 3 neutral, 4
    /// tolerate, 5 dislike. Other answers count as questionable.
    pub fn count(&mut self, with: u8, without: u8) {
        const LIKE: u8 = 1;
        const DISLIKE: u8 = 5;
        let is_answer = |answer: u8| (LIKE..=DISLIKE).contains(&answer);
        let slot = match (with, without) {
            (LIKE, DISLIKE) => &mut self.one_dimensional,
            (LIKE, LIKE) | (DISLIKE, DISLIKE) => &mut self.questionable,
            (with, without) if !is_answer(with) || !is_answer(without) => &mut self.questionable,
            (LIKE, _) => &mut self.attractive,
            (DISLIKE, _) | (_, LIKE) => &mut self.reverse,
            (_, DISLIKE) => &mut self.must_be,
            _ => &mut self.indifferent,
        };
        *slot += 1.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_as_in_the_table_of_the_study() {
        // Rows: with the feature; columns: without; like, expect, neutral, tolerate, dislike.
        let table = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"];
        for (with, row) in (1..).zip(table) {
            for (without, letter) in (1..).zip(row.chars()) {
                let mut counts = KanoCounts::default();
                counts.count(with, without);
                let letters = [
                    (counts.attractive, 'A'),
                    (counts.one_dimensional, 'O'),
                    (counts.must_be, 'M'),
                    (counts.indifferent, 'I'),
                    (counts.reverse, 'R'),
                    (counts.questionable, 'Q'),
                ];
                let found: Vec<char> =
                    letters.iter().filter(|it| it.0 > 0.0).map(|it| it.1).collect();
                assert_eq!(found, [letter], "{with}, {without}");
            }
        }
    }
}
