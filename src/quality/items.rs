//! Items with everything that follows from their readings.

use super::gaps::{Gaps, weighted_mean};
use super::kano::{KanoFigures, kano};
use crate::blueprint::{
    Item, ItemId, KanoCounts, Quality, QualityDimension, ReadingKind, Readings, Survey, SurveyItem,
};
use crate::simulation::student;

/// Where what customers got lies between the least that they accept and what they ought to get (Zeithaml,
/// Berry & Parasuraman 1993).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ToleranceZone {
    /// Below the least.
    Below,
    /// Between the two, ends included.
    Within,
    /// Above what they ought to get.
    Above,
}

/// What is to be done about an item, by how important it is and how well it is done (Martilla & James 1977).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quadrant {
    /// Important and not done well.
    Concentrate,
    /// Important and done well.
    KeepUp,
    /// Neither.
    LowPriority,
    /// Done better than its importance asks for.
    Overkill,
}

/// What importance is read from: the same for all items, as weights and readings have no common scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportanceFrom {
    /// The items' weights.
    Weight,
    /// What they should be.
    Should,
}

/// What importance is read from: what more of the items that were judged have, weights where as many have both.
/// Linear.
#[must_use]
pub fn importance_from(quality: &Quality, figures: &[ItemFigures]) -> ImportanceFrom {
    let judged = || {
        let all = quality.items.iter().zip(figures);
        all.filter(|(_, figures)| figures.readings.perceived.is_some())
    };
    let weights = judged().filter(|((_, item), _)| item.weight.is_some()).count();
    let readings = judged().filter(|(_, figures)| figures.readings.should.is_some()).count();
    if weights >= readings { ImportanceFrom::Weight } else { ImportanceFrom::Should }
}

/// The figures of an item, on the scale of its readings.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemFigures {
    /// Which item.
    pub item: ItemId,
    /// The dimension in which it counts; in none without one.
    pub dimension: Option<QualityDimension>,
    /// How much it counts among the items of its dimension.
    pub counts: f64,
    /// How many customers answered in the last survey.
    pub n: Option<u32>,
    /// Its readings: those of the last survey where it has them, else those that were entered.
    pub readings: Readings,
    /// Its gaps.
    pub gaps: Gaps,
    /// The ends of the 95 % interval of gap 5, where a survey says how much answers vary.
    pub gap_interval: Option<(f64, f64)>,
    /// Perceived − least.
    pub adequacy: Option<f64>,
    /// Perceived − should.
    pub superiority: Option<f64>,
    /// Perceived − will.
    pub satisfaction: Option<f64>,
    /// Where it lies in the zone of tolerance.
    pub zone: Option<ToleranceZone>,
    /// How important it is, by what [`importance_from`] says; `None` for an item without that.
    pub importance: Option<f64>,
    /// What is to be done about it.
    pub quadrant: Option<Quadrant>,
    /// What it is to customers.
    pub kano: Option<KanoFigures>,
}

/// The figures of all items, in their order. Linear in items and surveys.
pub(super) fn items(quality: &Quality) -> Vec<ItemFigures> {
    let mut all: Vec<ItemFigures> =
        quality.items.iter().map(|(id, item)| figures(*id, item, quality)).collect();
    let from = importance_from(quality, &all);
    for (figures, (_, item)) in all.iter_mut().zip(&quality.items) {
        figures.importance = match from {
            ImportanceFrom::Weight => item.weight,
            ImportanceFrom::Should => figures.readings.should,
        };
    }
    let both = all.iter().filter_map(|item| Some((item.importance?, item.readings.perceived?)));
    let mean = |values: Vec<f64>| weighted_mean(values.into_iter().map(|value| (1.0, Some(value))));
    let importance = mean(both.clone().map(|(importance, _)| importance).collect());
    let performance = mean(both.map(|(_, performance)| performance).collect());
    if let (Some(cross_x), Some(cross_y)) = (importance, performance) {
        for item in &mut all {
            let place = item.importance.zip(item.readings.perceived);
            item.quadrant = place.map(|(importance, performance)| {
                quadrant(importance, performance, (cross_x, cross_y))
            });
        }
    }
    all
}

/// Whether a value is at least a mean, whatever rounding did to the mean's last digit.
fn is_high(value: f64, mean: f64) -> bool {
    value >= mean - 1e-9
}

/// In which field around a cross an item lies; what lies on it is high.
#[must_use]
pub fn quadrant(importance: f64, performance: f64, cross: (f64, f64)) -> Quadrant {
    match (is_high(importance, cross.0), is_high(performance, cross.1)) {
        (true, false) => Quadrant::Concentrate,
        (true, true) => Quadrant::KeepUp,
        (false, false) => Quadrant::LowPriority,
        (false, true) => Quadrant::Overkill,
    }
}

/// The source of the survey that says a reading of an item; `None` where it is entered.
#[must_use]
pub fn surveyed(quality: &Quality, id: ItemId, kind: ReadingKind) -> Option<&str> {
    let surveys = quality.surveys.iter().rev();
    let mut asked = surveys.filter_map(|survey| Some((survey, row_of(survey, id)?)));
    let (survey, row) = asked.next()?;
    let said = match kind {
        ReadingKind::Least => row.least,
        ReadingKind::Should => row.expected,
        ReadingKind::Perceived => row.perceived,
        _ => None,
    };
    said.map(|_| survey.source.as_str())
}

/// What the last survey that asked about an item says.
fn last_survey(quality: &Quality, id: ItemId) -> Option<&SurveyItem> {
    quality.surveys.iter().rev().find_map(|survey| row_of(survey, id))
}

/// What a survey says about an item, if it asked about it.
fn row_of(survey: &Survey, id: ItemId) -> Option<&SurveyItem> {
    survey.items.iter().find(|row| {
        row.item == id && (row.expected.is_some() || row.perceived.is_some() || row.least.is_some())
    })
}

fn last_kano(quality: &Quality, id: ItemId) -> Option<KanoCounts> {
    let of = |row: &SurveyItem| row.kano.filter(|_| row.item == id);
    quality.surveys.iter().rev().find_map(|survey| survey.items.iter().find_map(of))
}

fn figures(id: ItemId, item: &Item, quality: &Quality) -> ItemFigures {
    let survey = last_survey(quality, id);
    let mut readings = item.readings;
    if let Some(row) = survey {
        readings.should = row.expected.or(readings.should);
        readings.perceived = row.perceived.or(readings.perceived);
        readings.least = row.least.or(readings.least);
    }
    let gaps = Gaps::of(&readings);
    let less = |a: Option<f64>, b: Option<f64>| Some(a? - b?);
    let (least, should, perceived) = (readings.least, readings.should, readings.perceived);
    let interval = survey.zip(gaps.customer).and_then(|(row, gap)| {
        let sd = row.sd.filter(|_| !row.varies_too_much(quality.scale))?;
        let half = half_width(row.n, sd)?;
        Some(quality.scale.gaps_within((gap - half, gap + half)))
    });
    ItemFigures {
        item: id,
        dimension: item.dimension,
        counts: item.weight.unwrap_or(1.0),
        n: survey.map(|row| row.n),
        readings,
        gaps,
        gap_interval: interval,
        adequacy: less(perceived, least),
        superiority: less(perceived, should),
        satisfaction: less(perceived, readings.will),
        zone: zone(least, should, perceived),
        importance: None,
        quadrant: None,
        kano: last_kano(quality, id).or(item.kano).as_ref().and_then(kano),
    }
}

fn zone(least: Option<f64>, should: Option<f64>, perceived: Option<f64>) -> Option<ToleranceZone> {
    let perceived = perceived?;
    if least.is_some_and(|least| perceived < least) {
        return Some(ToleranceZone::Below);
    }
    if should.is_some_and(|should| perceived > should) {
        return Some(ToleranceZone::Above);
    }
    least.and(should).map(|_| ToleranceZone::Within)
}

/// Half the 95 % interval of a mean of so many; `None` for fewer than two.
pub(super) fn half_width(n: u32, sd: f64) -> Option<f64> {
    (n >= 2).then(|| student(n as usize - 1) * sd / f64::from(n).sqrt())
}

#[cfg(test)]
mod tests {
    use super::Quadrant::{Concentrate, KeepUp, LowPriority, Overkill};
    use super::*;
    use crate::blueprint::Id as _;

    fn item(weight: f64, perceived: f64) -> Item {
        Item {
            weight: Some(weight),
            readings: Readings { perceived: Some(perceived), ..Readings::default() },
            ..Item::default()
        }
    }

    #[test]
    fn the_zone_of_tolerance_includes_its_ends() {
        let place = |perceived| zone(Some(4.8), Some(6.5), Some(perceived));
        assert_eq!(place(4.7), Some(ToleranceZone::Below));
        assert_eq!(place(4.8), Some(ToleranceZone::Within));
        assert_eq!(place(6.5), Some(ToleranceZone::Within));
        assert_eq!(place(6.6), Some(ToleranceZone::Above));
        assert_eq!(zone(None, Some(6.0), Some(5.0)), None);
        assert_eq!(zone(Some(5.0), None, Some(4.0)), Some(ToleranceZone::Below));
    }

    #[test]
    fn importance_and_performance_part_at_their_means() {
        let all = [(5.0, 3.0), (5.0, 5.0), (1.0, 3.0), (1.0, 5.0), (3.0, 4.0)];
        let items: Vec<(ItemId, Item)> = (1..)
            .zip(all)
            .map(|(id, (weight, perceived))| (ItemId::from_number(id), item(weight, perceived)))
            .collect();
        let quality = Quality { items, ..Quality::default() };
        let found: Vec<_> = super::items(&quality).iter().filter_map(|it| it.quadrant).collect();
        assert_eq!(found, [Concentrate, KeepUp, LowPriority, Overkill, KeepUp]);
    }

    #[test]
    fn importance_is_read_from_one_measure_for_all() {
        let should = |perceived| Item {
            readings: Readings {
                should: Some(6.0),
                perceived: Some(perceived),
                ..Readings::default()
            },
            ..Item::default()
        };
        let of = |all: Vec<Item>| {
            let items = (1..).map(ItemId::from_number).zip(all).collect();
            let quality = Quality { items, ..Quality::default() };
            super::items(&quality).iter().map(|it| it.importance).collect::<Vec<_>>()
        };
        // One weight of 90 among readings of 6 would put everything else below the mean.
        assert_eq!(
            of(vec![should(5.0), should(4.0), item(90.0, 5.0)]),
            [Some(6.0), Some(6.0), None]
        );
        let weighted = Item { weight: Some(3.0), ..should(4.0) };
        assert_eq!(of(vec![weighted.clone(), should(5.0)]), [Some(6.0), Some(6.0)]);
        assert_eq!(of(vec![weighted, item(2.0, 5.0)]), [Some(3.0), Some(2.0)]);
    }
}
