//! What stands above the rows of the verdict page: whether the service copes, and what a visit is like.

use super::sentences::{sentence, sentences};
use super::verdict;
use super::waits::longest;
use crate::analysis::{Basis, Figure};
use crate::blueprint::Span;
use crate::pictures::Shown;
use crate::wording::Amount;

/// Whether it copes, and what limits it.
pub(super) fn headline(shown: &Shown<'_>) -> String {
    let mut said = vec![verdict::sentence(shown).1];
    let mut limits = shown.analysis.pools.iter().filter(|pool| pool.binding);
    if let (Some(pool), true) = (limits.next(), shown.analysis.capacity_per_hour.value.is_some()) {
        let limit = shown.words.limit_in_short(pool, shown.scenario);
        said.push(sentence(shown, &limit));
    }
    sentences(shown, &said)
}

/// How long a visit takes and how much of it is waiting.
pub(super) fn visit(shown: &Shown<'_>) -> String {
    let Shown { scenario, analysis, words, .. } = *shown;
    let time = &analysis.throughput_time_s;
    if time.value.is_none() {
        let rush = &analysis.rush_order_time_s;
        let lacks = words.lacks(&time.lacks, scenario).unwrap_or_default();
        return match rush.value {
            Some(_) => words.with(
                "page-visit-empty",
                &[("time", written(shown, rush, Amount::Seconds).into()), ("lacks", lacks.into())],
            ),
            None => words.with("page-visit-unknown", &[("lacks", lacks.into())]),
        };
    }
    let mut said = vec![match waiting(shown) {
        Some(waiting) => {
            let arguments = [
                ("time", written(shown, time, Amount::Seconds).into()),
                ("waiting", written(shown, &waiting, Amount::Seconds).into()),
            ];
            words.with("page-visit", &arguments)
        }
        None => words
            .with("page-visit-plain", &[("time", written(shown, time, Amount::Seconds).into())]),
    }];
    said.extend(too_long(shown));
    said.extend(price(shown));
    sentences(shown, &said)
}

/// What a customer costs, and pays where that is known.
fn price(shown: &Shown<'_>) -> Option<String> {
    let Shown { scenario, analysis, words, currency } = *shown;
    let cost = &analysis.cost_per_customer;
    cost.value?;
    let amount = written(shown, cost, |value| Amount::Money(value, currency));
    Some(match scenario.demand().price {
        Some(price) => {
            let price = words.money(price.get(), currency);
            words.with("page-cost-and-price", &[("cost", amount.into()), ("price", price.into())])
        }
        None => words.with("page-cost-each", &[("cost", amount.into())]),
    })
}

/// How much of a visit is waiting, as sure as the share of it is known.
fn waiting(shown: &Shown<'_>) -> Option<Figure> {
    let share = &shown.analysis.experience.waiting_share;
    let (share, whole) =
        (share.value.zip(Some(share.basis)), shown.analysis.throughput_time_s.value?);
    let (share, basis) = share?;
    let basis = match basis {
        Basis::Simulated { half_width } => Basis::Simulated { half_width: half_width * whole },
        // A band of a share is none of a time.
        Basis::Approximate { .. } => Basis::Approximate { band: None },
        known => known,
    };
    Some(Figure::new(share * whole, basis))
}

/// How many wait longer than they accept where customers wait longest, in tenths: nobody decides by a decimal.
fn too_long(shown: &Shown<'_>) -> Option<String> {
    let Shown { scenario, analysis, words, .. } = *shown;
    let (step, wait) = longest(shown)?;
    let accepted = scenario.steps().get(&step)?.wait.as_ref()?.acceptable.map(Span::seconds)?;
    let within = analysis.steps.get(&step)?.within_acceptable.value.filter(|_| wait > 0.0)?;
    let arguments =
        [("accepted", words.time(accepted).into()), ("step", words.step(step, scenario).into())];
    let tenths = ((1.0 - within) * 10.0).round();
    Some(if tenths < 1.0 {
        words.with("page-few-too-long", &arguments)
    } else if tenths > 9.0 {
        words.with("page-all-too-long", &arguments)
    } else {
        let arguments = [
            ("count", words.number(tenths).into()),
            ("accepted", words.time(accepted).into()),
            ("step", words.step(step, scenario).into()),
        ];
        words.with("page-some-too-long", &arguments)
    })
}

/// A figure, or a dash.
pub(super) fn written<'a>(
    shown: &Shown<'_>,
    figure: &Figure,
    amount: impl Fn(f64) -> Amount<'a>,
) -> String {
    shown.words.marked(figure, amount)
}
