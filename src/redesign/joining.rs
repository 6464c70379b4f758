//! Two cards become one: what they hold, joined.

use crate::blueprint::{
    FailPoint, Refusal, ServiceTime, Share, Span, Step, TimeUnit, ValueKind, WaitPoint,
};

/// Relative difference below which a number is taken for the round one beside it.
const DUST: f64 = 1e-12;

/// What stands between the names of steps that became one.
const AND: &str = " + ";

/// Joins cards that one person now does in a row: times and costs add up, texts are put together.
/// Place, needs and places are those of the first. `None` for no card.
///
/// # Errors
/// A time that became too long.
pub(super) fn joined(cards: &[&Step]) -> Result<Option<Step>, Refusal> {
    let Some((first, _)) = cards.split_first() else { return Ok(None) };
    let mut step = Step::clone(first);
    step.name = texts(cards, |card| &card.name, AND);
    step.time = added_times(cards)?;
    step.standard = added_spans(cards, |card| card.standard)?;
    step.acceptable = added_spans(cards, |card| card.acceptable)?;
    step.target = added_spans(cards, |card| card.target)?;
    let material: f64 = cards.iter().map(|card| card.material_cost.get()).sum();
    step.material_cost = crate::blueprint::Quantity::new(material)?;
    step.fail = joined_fails(cards);
    step.wait = joined_waits(cards);
    step.value = strongest(cards);
    step.emotion = cards.iter().filter_map(|card| card.emotion).min();
    step.procedure = texts(cards, |card| &card.procedure, "\n");
    step.documents = texts(cards, |card| &card.documents, "; ");
    step.owner = texts(cards, |card| &card.owner, "; ");
    for element in cards.iter().flat_map(|card| &card.elements) {
        if !step.elements.contains(element) {
            step.elements.push(*element);
        }
    }
    Ok(Some(step))
}

/// Different texts in their order, blank ones left out.
fn texts(cards: &[&Step], of: impl Fn(&Step) -> &String, between: &str) -> String {
    let mut all: Vec<&str> = Vec::new();
    for card in cards {
        let text = of(card).as_str();
        if !text.trim().is_empty() && !all.contains(&text) {
            all.push(text);
        }
    }
    all.join(between)
}

/// Independent times in a row: means and variances add up.
fn added_times(cards: &[&Step]) -> Result<Option<ServiceTime>, Refusal> {
    let times: Vec<&ServiceTime> = cards.iter().filter_map(|card| card.time.as_ref()).collect();
    let Some(first) = times.first() else { return Ok(None) };
    if times.len() == 1 {
        return Ok(Some((*first).clone()));
    }
    let mean_s: f64 = times.iter().map(|time| time.mean_s()).sum();
    let variance: f64 = times.iter().map(|time| time.scv() * time.mean_s().powi(2)).sum();
    let scv = if mean_s > 0.0 { variance / (mean_s * mean_s) } else { 0.0 };
    let unit = first.unit();
    ServiceTime::from_mean_scv(rounded(mean_s / unit.seconds()), scv, unit).map(Some)
}

/// A sum without the dust of binary fractions.
fn rounded(value: f64) -> f64 {
    let round = (value * 1e9).round() / 1e9;
    if (round - value).abs() <= DUST * value { round } else { value }
}

/// The sum of spans; none if a card has none.
fn added_spans(
    cards: &[&Step],
    of: impl Fn(&Step) -> Option<Span>,
) -> Result<Option<Span>, Refusal> {
    let spans: Option<Vec<Span>> = cards.iter().map(|card| of(card)).collect();
    let Some(spans) = spans else { return Ok(None) };
    let unit = spans.first().map_or(TimeUnit::Second, |span| span.unit());
    let seconds: f64 = spans.iter().map(|span| span.seconds()).sum();
    Span::new(rounded(seconds / unit.seconds()), unit).map(Some)
}

/// One of several things fails: as often as not all go well, as badly as the worst.
fn joined_fails(cards: &[&Step]) -> Option<FailPoint> {
    let fails: Vec<&FailPoint> = cards.iter().filter_map(|card| card.fail.as_ref()).collect();
    let (first, rest) = fails.split_first()?;
    if rest.is_empty() {
        return Some((*first).clone());
    }
    let words = |of: fn(&FailPoint) -> &String| {
        let texts = fails.iter().map(|fail| of(fail).trim()).filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join("; ")
    };
    let often: Vec<f64> =
        fails.iter().filter_map(|fail| fail.how_often).map(Share::value).collect();
    let well: f64 = often.iter().map(|share| 1.0 - share).product();
    let how_often = (!often.is_empty()).then(|| Share::percent(rounded((1.0 - well) * 100.0)).ok());
    Some(FailPoint {
        what: words(|fail| &fail.what),
        how_often: how_often.flatten(),
        severity: fails.iter().filter_map(|fail| fail.severity).max(),
        detection: fails.iter().filter_map(|fail| fail.detection).max(),
        recovery: words(|fail| &fail.recovery),
        recovery_step: fails.iter().find_map(|fail| fail.recovery_step),
    })
}

/// The shortest wait that is accepted anywhere.
fn joined_waits(cards: &[&Step]) -> Option<WaitPoint> {
    let mut waits = cards.iter().filter_map(|card| card.wait.as_ref());
    let first = waits.next()?;
    let accepted = std::iter::once(first).chain(waits).filter_map(|wait| wait.acceptable);
    let least = accepted.min_by(|a, b| a.seconds().total_cmp(&b.seconds()));
    Some(WaitPoint { acceptable: least })
}

/// Something that adds value makes the whole worth paying for; all must be waste to be waste.
fn strongest(cards: &[&Step]) -> Option<ValueKind> {
    let values = || cards.iter().filter_map(|card| card.value);
    ValueKind::ALL.into_iter().find(|kind| values().any(|value| value == *kind))
}
