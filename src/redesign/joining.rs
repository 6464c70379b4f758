//! Two cards become one: what they hold, joined.

use crate::blueprint::{
    ElementId, Emotion, FailPoint, Field, FieldMut, FieldRef, Joining, Quantity, Refusal,
    ServiceTime, Share, Span, Step, StepField, TimeUnit, ValueKind, WaitPoint,
};

/// Relative difference below which a number is taken for the round one beside it.
const DUST: f64 = 1e-12;

/// Joins cards that one person now does in a row: times and costs add up, texts are put together.
/// Place, needs and places are those of the first. `None` for no card.
///
/// # Errors
/// A time that became too long.
pub(super) fn joined(cards: &[&Step]) -> Result<Option<Step>, Refusal> {
    let Some((first, _)) = cards.split_first() else { return Ok(None) };
    let mut step = Step::clone(first);
    for field in StepField::ALL {
        let between = match field.joining() {
            Joining::OfFirst => continue,
            Joining::Joined => "",
            Joining::Listed(between) => between,
        };
        let all = || cards.iter().map(|card| field.of(card));
        match field.of_mut(&mut step) {
            FieldMut::Text(text) | FieldMut::Prose(text) => *text = texts(all(), between),
            FieldMut::Time(time) => *time = added_times(all())?,
            FieldMut::Span(span) => *span = added_spans(all())?,
            FieldMut::Money(cost) => *cost = added_costs(all())?,
            FieldMut::Fail(fail) => *fail = joined_fails(all()),
            FieldMut::Wait(wait) => *wait = joined_waits(all()),
            FieldMut::Value(value) => *value = strongest(all()),
            FieldMut::Emotion(emotion) => *emotion = worst(all()),
            FieldMut::Elements(elements) => *elements = each_once(all()),
            // One card has one of each of these: that of the first.
            FieldMut::Kind(_)
            | FieldMut::Needs(_)
            | FieldMut::Places(_)
            | FieldMut::Count(_)
            | FieldMut::Share(_)
            | FieldMut::Meeting(_)
            | FieldMut::Priority(_)
            | FieldMut::Date(_)
            // Cards have none of these.
            | FieldMut::Price(_)
            | FieldMut::RoleKind(_)
            | FieldMut::Headcount(_)
            | FieldMut::Presence(_)
            | FieldMut::Colour(_)
            | FieldMut::Roles(_)
            | FieldMut::Arrivals(_)
            | FieldMut::Variation(_)
            | FieldMut::Hours(_)
            | FieldMut::Day(_)
            | FieldMut::Shifts(_)
            | FieldMut::Urgency(_) => {}
        }
    }
    Ok(Some(step))
}

/// The values of one sort among those of a field.
macro_rules! of_sort {
    ($values:expr, $sort:ident) => {
        $values.filter_map(|value| match value {
            FieldRef::$sort(value) => Some(value),
            _ => None,
        })
    };
}

/// Different texts in their order, blank ones left out.
fn texts<'a>(values: impl Iterator<Item = FieldRef<'a>>, between: &str) -> String {
    let mut all: Vec<&str> = Vec::new();
    for value in values {
        let (FieldRef::Text(text) | FieldRef::Prose(text)) = value else { continue };
        let text = text.as_str();
        if !text.trim().is_empty() && !all.contains(&text) {
            all.push(text);
        }
    }
    all.join(between)
}

/// Independent times in a row: means and variances add up.
fn added_times<'a>(
    values: impl Iterator<Item = FieldRef<'a>>,
) -> Result<Option<ServiceTime>, Refusal> {
    let times: Vec<&ServiceTime> = of_sort!(values, Time).flatten().collect();
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
fn added_spans<'a>(values: impl Iterator<Item = FieldRef<'a>>) -> Result<Option<Span>, Refusal> {
    let spans: Option<Vec<Span>> = of_sort!(values, Span).copied().collect();
    let Some(spans) = spans else { return Ok(None) };
    let unit = spans.first().map_or(TimeUnit::Second, |span| span.unit());
    let seconds: f64 = spans.iter().map(|span| span.seconds()).sum();
    Span::new(rounded(seconds / unit.seconds()), unit).map(Some)
}

fn added_costs<'a>(values: impl Iterator<Item = FieldRef<'a>>) -> Result<Quantity, Refusal> {
    Quantity::new(of_sort!(values, Money).map(|cost| cost.get()).sum())
}

/// One of several things fails: as often as not all go well, as badly as the worst.
fn joined_fails<'a>(values: impl Iterator<Item = FieldRef<'a>>) -> Option<FailPoint> {
    let fails: Vec<&FailPoint> = of_sort!(values, Fail).flatten().collect();
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
        cause: fails.iter().find_map(|fail| fail.cause),
        guard: words(|fail| &fail.guard),
        guard_kind: fails.iter().find_map(|fail| fail.guard_kind),
        response: fails.iter().find_map(|fail| fail.response),
        recovered: least_share(fails.iter().filter_map(|fail| fail.recovered)),
        how_often: how_often.flatten(),
        severity: fails.iter().filter_map(|fail| fail.severity).max(),
        detection: fails.iter().filter_map(|fail| fail.detection).max(),
        recovery: words(|fail| &fail.recovery),
        recovery_step: fails.iter().find_map(|fail| fail.recovery_step),
    })
}

/// The lowest of some shares.
fn least_share(shares: impl Iterator<Item = Share>) -> Option<Share> {
    shares.min_by(|a, b| a.value().total_cmp(&b.value()))
}

/// The shortest wait that is accepted anywhere.
fn joined_waits<'a>(values: impl Iterator<Item = FieldRef<'a>>) -> Option<WaitPoint> {
    let mut waits = of_sort!(values, Wait).flatten();
    let first = waits.next()?;
    let waits: Vec<&WaitPoint> = std::iter::once(first).chain(waits).collect();
    let accepted = waits.iter().filter_map(|wait| wait.acceptable);
    let least = accepted.min_by(|a, b| a.seconds().total_cmp(&b.seconds()));
    let patience = waits.iter().filter_map(|wait| wait.patience.as_ref());
    let shortest = patience.min_by(|a, b| a.mean_s().total_cmp(&b.mean_s()));
    Some(WaitPoint { acceptable: least, patience: shortest.cloned() })
}

/// Something that adds value makes the whole worth paying for; all must be waste to be waste.
fn strongest<'a>(values: impl Iterator<Item = FieldRef<'a>>) -> Option<ValueKind> {
    let values: Vec<ValueKind> = of_sort!(values, Value).copied().flatten().collect();
    ValueKind::ALL.into_iter().find(|kind| values.contains(kind))
}

/// How the customer feels where it is worst.
fn worst<'a>(values: impl Iterator<Item = FieldRef<'a>>) -> Option<Emotion> {
    of_sort!(values, Emotion).copied().flatten().min()
}

/// Whatever any card relies on, once.
fn each_once<'a>(values: impl Iterator<Item = FieldRef<'a>>) -> Vec<ElementId> {
    let mut all = Vec::new();
    for element in of_sort!(values, Elements).flatten() {
        if !all.contains(element) {
            all.push(*element);
        }
    }
    all
}
