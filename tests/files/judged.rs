//! Random judgements: items, surveys, indicators, a plan and its log.

use onstage::blueprint::{
    Action, ActionId, ActionStage, Better, Blueprint, Brings, CustomerRelation, Date, DesignFactor,
    DesignFactors, FactorRating, FailCause, FailPoint, GuardKind, Indicator, IndicatorId,
    IndicatorView, Item, ItemId, ItemPart, Judgements, KanoCounts, LogEntry, Plan, Quality,
    QualityDimension, Quantity, Readings, RiskResponse, Scale, Share, Span, Stars, Survey,
    SurveyDimension, SurveyItem, TimeUnit, UrgencyClass, Voice,
};
use onstage::blueprint::{Datum, Id};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// One of some named values.
pub fn one_of<T: Copy + std::fmt::Debug + 'static>(
    names: &[(&'static str, T)],
) -> impl Strategy<Value = T> + use<T> {
    select(names.iter().map(|(_, value)| *value).collect::<Vec<_>>())
}

pub fn dates() -> impl Strategy<Value = Date> {
    (1_u16..=9999, 1_u8..=12, 1_u8..=28).prop_map(|(y, m, d)| Date::of(y, m, d).unwrap())
}

fn words() -> impl Strategy<Value = String> {
    "[a-z题项\"\\\\\n ]{1,8}x"
}

fn shares() -> impl Strategy<Value = Share> {
    (0_u32..=100).prop_map(|percent| Share::percent(f64::from(percent)).unwrap())
}

fn amounts() -> impl Strategy<Value = Quantity> {
    (0.0..1e9).prop_map(|amount| Quantity::new(amount).unwrap())
}

/// Classes whose shares are no more than all.
pub fn urgency_classes() -> impl Strategy<Value = Vec<UrgencyClass>> {
    vec((words(), of(0_u32..=8), of(0_u32..100)), 0..=12).prop_map(|classes| {
        let one = |(name, share, within): (String, Option<u32>, Option<u32>)| UrgencyClass {
            name,
            share: share.map(|share| Share::percent(f64::from(share)).unwrap()),
            within: within.map(|time| Span::new(f64::from(time), TimeUnit::Minute).unwrap()),
        };
        classes.into_iter().map(one).collect()
    })
}

/// What a risk is answered with; the rest of the fail point is blank.
pub fn answers_to_risk() -> impl Strategy<Value = FailPoint> {
    let kinds = (
        of(one_of(&FailCause::NAMES)),
        of(one_of(&GuardKind::NAMES)),
        of(one_of(&RiskResponse::NAMES)),
    );
    (kinds, of(words()), of(shares())).prop_map(
        |((cause, guard_kind, response), guard, recovered)| FailPoint {
            cause,
            guard: guard.unwrap_or_default(),
            guard_kind,
            response,
            recovered,
            ..FailPoint::default()
        },
    )
}

pub fn relations() -> impl Strategy<Value = CustomerRelation> {
    let shares = (of(shares()), of(shares()), of(shares()));
    (shares, of(amounts()), of(amounts()), of(amounts())).prop_map(
        |((retention, discount, win_back), visits_per_year, acquisition, win_back_cost)| {
            CustomerRelation {
                visits_per_year,
                retention,
                discount,
                acquisition,
                win_back,
                win_back_cost,
            }
        },
    )
}

pub fn factors() -> impl Strategy<Value = DesignFactors> {
    vec((one_of(&DesignFactor::NAMES), of(1_u8..=5), of(words())), 0..6).prop_map(|judged| {
        let mut factors = DesignFactors::default();
        for (factor, stars, note) in judged {
            let rating = stars.map(Stars::new);
            *factors.of_mut(factor) = FactorRating { rating, note: note.unwrap_or_default() };
        }
        factors
    })
}

fn kano() -> impl Strategy<Value = KanoCounts> {
    vec(0_u32..99, 6).prop_map(|counts| KanoCounts {
        attractive: f64::from(counts[0]),
        one_dimensional: f64::from(counts[1]),
        must_be: f64::from(counts[2]),
        indifferent: f64::from(counts[3]),
        reverse: f64::from(counts[4]),
        questionable: f64::from(counts[5]),
    })
}

fn items() -> BoxedStrategy<Item> {
    let kinds = (
        of(one_of(&QualityDimension::NAMES)),
        of(one_of(&ItemPart::NAMES)),
        of(one_of(&Voice::NAMES)),
    );
    (words(), kinds, of(0.0..9.0), vec(of(1.0..=7.0), 9), of(kano()))
        .prop_map(|(text, (dimension, part, voice), weight, read, kano)| Item {
            text,
            dimension,
            part,
            voice,
            weight,
            readings: Readings {
                least: read[0],
                will: read[1],
                should: read[2],
                perceived: read[3],
                rival: read[4],
                believed: read[5],
                standard: read[6],
                delivered: read[7],
                promised: read[8],
            },
            kano,
            ..Item::default()
        })
        .boxed()
}

fn surveys() -> BoxedStrategy<Survey> {
    let weights = || vec(0.0..9.0, 5).prop_map(|w| [w[0] + 0.1, w[1], w[2], w[3], w[4]]);
    let dimensions = vec((one_of(&QualityDimension::NAMES), any::<u32>(), of(0.0..3.0)), 0..5);
    let whole = (of(weights()), of(vec(weights(), 5)), of(1.0..7.0));
    (words(), of(dates()), any::<[u32; 2]>(), dimensions, whole, of(kano()))
        .prop_map(|(source, taken, [respondents, complete], dimensions, whole, kano)| Survey {
            source,
            taken,
            respondents,
            items: vec![SurveyItem {
                item: ItemId::from_number(0),
                n: complete,
                expected: Some(5.5),
                perceived: None,
                least: whole.2,
                sd: Some(1.25),
                kano,
            }],
            dimensions: dimensions
                .into_iter()
                .map(|(dimension, n, sd)| SurveyDimension {
                    dimension,
                    n,
                    expected: 6.5,
                    perceived: 4.25,
                    sd,
                })
                .collect(),
            complete,
            covariance: whole.1.map(|rows| [rows[0], rows[1], rows[2], rows[3], rows[4]]),
            weights: whole.0,
            overall: whole.2,
        })
        .boxed()
}

fn indicators() -> BoxedStrategy<Indicator> {
    let data = vec((dates(), -1e6..1e6, of(1_u32..99)), 0..4);
    let kinds = (one_of(&IndicatorView::NAMES), one_of(&Better::NAMES));
    let numbers = (of(-1e3..1e3), of(-1e3..1e3), of(any::<u32>()), of(1_u32..99));
    (words(), kinds, numbers, of(words()), data)
        .prop_map(|(name, (view, better), numbers, figure, data)| {
            let (target, benchmark, of, baseline) = numbers;
            let one = |(date, value, n): (Date, f64, Option<u32>)| Datum {
                date,
                value: if n.is_some() { (value / 1e6).abs() } else { value },
                n,
            };
            let mut data: Vec<Datum> = data.into_iter().map(one).collect();
            data.sort_by_key(|datum| datum.date);
            Indicator {
                name,
                view,
                better,
                target,
                benchmark,
                of: of.map(|of| of % 1_000_000),
                figure: figure.unwrap_or_default(),
                baseline,
                data,
            }
        })
        .boxed()
}

fn actions() -> BoxedStrategy<Action> {
    let days = (0_u32..=Action::MOST_DAYS, of(dates()), of(dates()), of(amounts()));
    let names = vec(0_u32..1_000_000, 0..3);
    (words(), one_of(&ActionStage::NAMES), of(words()), days, names, any::<bool>())
        .prop_map(|(name, stage, owner, (days, start, done, cost), names, all)| Action {
            name,
            stage,
            owner: owner.unwrap_or_default(),
            days,
            after: Vec::new(),
            start,
            done,
            cost,
            about: names.clone(),
            brings: if all { Brings::All } else { Brings::These(names) },
        })
        .boxed()
}

/// Judgements that hang on nothing yet.
pub fn judgements() -> BoxedStrategy<Judgements> {
    let head = (of(words()), of(1_u32..=Action::MOST_DAYS), of(amounts()));
    let scale = prop_oneof![Just(Scale::default()), Just(Scale { low: -10.0, high: 10.0 })];
    let weights = of(Just([32.0, 22.0, 19.0, 16.0, 0.5]));
    let asked = (scale, weights, vec(items(), 0..4), vec(surveys(), 0..3));
    let plan = (of(dates()), vec(actions(), 0..4), vec((dates(), words()), 0..3));
    (head, asked, vec(indicators(), 0..3), plan)
        .prop_map(|(head, asked, indicators, plan)| {
            let (concept, review_days, budget) = head;
            let (scale, weights, items, surveys) = asked;
            let (start, actions, log) = plan;
            let items: Vec<(ItemId, Item)> =
                items.into_iter().map(|item| (ItemId::from_number(0), item)).collect();
            Judgements {
                concept: concept.unwrap_or_default(),
                review_days,
                budget,
                quality: Quality { scale, weights, items, surveys },
                indicators: indicators
                    .into_iter()
                    .map(|it| (IndicatorId::from_number(0), it))
                    .collect(),
                plan: Plan {
                    start,
                    target: None,
                    actions: actions.into_iter().map(|it| (ActionId::from_number(0), it)).collect(),
                },
                log: log
                    .into_iter()
                    .map(|(date, text)| LogEntry { date, about: vec![3, 1], text })
                    .collect(),
            }
        })
        .boxed()
}

/// Gives judgements numbers of the blueprint and hangs them on its steps, elements and scenarios.
pub fn hang(blueprint: &mut Blueprint, mut judgements: Judgements) {
    let first = blueprint.baseline().clone();
    for (id, item) in &mut judgements.quality.items {
        *id = blueprint.fresh_id();
        item.steps = first.steps().keys().take(2).copied().collect();
        item.elements = first.elements().keys().take(2).copied().collect();
    }
    let item = judgements.quality.items.first().map(|(id, _)| *id);
    for survey in &mut judgements.quality.surveys {
        match item {
            Some(item) => survey.items.iter_mut().for_each(|row| row.item = item),
            None => survey.items.clear(),
        }
    }
    for (id, _) in &mut judgements.indicators {
        *id = blueprint.fresh_id();
    }
    let mut before: Option<ActionId> = None;
    for (id, action) in &mut judgements.plan.actions {
        *id = blueprint.fresh_id();
        action.after.extend(before.replace(*id));
        judgements.plan.target = Some(first.id());
    }
    blueprint.set_judgements(judgements);
}
