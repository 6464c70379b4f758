//! Rates as people write them: `54/h`, `400 a day`, `one every 5 min`, `每小时 54 位`.

use super::context::{Calendar, Context, LengthUnit, Note, RateUnit, Reading};
use super::length::{Length, NUMBERS, length, tidy};
use super::number::{in_digits, number, number_length, plain};
use super::vague::or_vague;
use crate::blueprint::quantity::Quantity;
use crate::blueprint::refusal::Refusal;

/// The highest rate that a person can enter, per hour.
pub const FASTEST_PER_HOUR: f64 = 1e6;

/// Words between a number and the time that it is per, before a blank.
const PER: [&str; 6] = [" per ", " every ", " each ", " an ", " a ", " in "];
/// Adverbs that say what a rate is per.
const ADVERBS: [(&str, &str); 7] = [
    ("hourly", "h"),
    ("daily", "day"),
    ("weekly", "week"),
    ("ph", "h"),
    ("p.h.", "h"),
    ("pd", "day"),
    ("p.d.", "day"),
];

/// What stands for one where no number does.
const ONE: [&str; 22] = [
    "",
    "one",
    "a",
    "an",
    "customer",
    "client",
    "guest",
    "patient",
    "person",
    "visitor",
    "arrival",
    "caller",
    "call",
    "order",
    "case",
    "位",
    "人",
    "个",
    "件",
    "顾客",
    "位顾客",
    "人次",
];

/// Reads a rate as a number per hour: `54/h`, `1.5/min`, `54 customers per hour`, `400 a day`,
/// `one every 5 min`, `54 位/小时`, `每 5 分钟一位`; a plain number is per [`Context::per`].
///
/// # Errors
/// [`Refusal::NotARate`], [`Refusal::NumberNeeded`], [`Refusal::UnknownUnit`], [`Refusal::Negative`] and, beyond
/// [`FASTEST_PER_HOUR`], [`Refusal::RateTooHigh`].
pub fn read_rate_per_hour(text: &str, context: &Context) -> Result<Reading<Quantity>, Refusal> {
    let text = in_digits(&plain(text));
    let (count, gap) = parts(&text, context).map_err(|refusal| or_vague(&text, refusal))?;
    let (hours, note) = match gap {
        Some(gap) => {
            let seconds = gap.unit.map_or(f64::NAN, |unit| gap.value * unit.seconds());
            (seconds / 3600.0, gap.note)
        }
        None => (context.calendar.rate_hours(context.per), per_note(context)),
    };
    let per_hour = count / hours;
    if count < 0.0 {
        return Err(Refusal::Negative);
    }
    if !per_hour.is_finite() {
        return Err(Refusal::NotARate);
    }
    if per_hour > FASTEST_PER_HOUR {
        return Err(Refusal::RateTooHigh);
    }
    Ok(Reading { value: Quantity::new(per_hour)?, note })
}

/// What a text says that its rate is per, where that is a day or a week: `400 a day`, `每周 900 位`.
#[must_use]
pub fn longer_rate_unit(text: &str, context: &Context) -> Option<RateUnit> {
    let text = in_digits(&plain(text));
    // Only what is per a day or a week depends on how long a day is.
    let with_day_of = |hours: f64| {
        let calendar = Calendar::new(Quantity::new(hours).ok());
        let gap = parts(&text, &Context { calendar, ..*context }).ok()?.1?;
        gap.unit.map(|unit| gap.value * unit.seconds())
    };
    if with_day_of(2.0)? < 1.5 * with_day_of(1.0)? {
        return None;
    }
    let is_week = ["week", "wk", "周", "星期", "礼拜"].iter().any(|week| text.contains(week));
    Some(if is_week { RateUnit::Week } else { RateUnit::Day })
}

fn per_note(context: &Context) -> Option<Note> {
    context.calendar.note(match context.per {
        RateUnit::Hour => LengthUnit::Hour,
        RateUnit::Day => LengthUnit::Day,
        RateUnit::Week => LengthUnit::Week,
    })
}

/// A text as so many per a length of time; `None` for a plain number.
fn parts(text: &str, context: &Context) -> Result<(f64, Option<Length>), Refusal> {
    if let Some(found) = chinese(text, context)? {
        return Ok(found);
    }
    // "every 5 min" and "per hour" without a number are one.
    let text = format!(" {text} ");
    if let Some((count, gap)) = PER.iter().find_map(|per| text.rsplit_once(per)) {
        return Ok((count_of(count, context)?, Some(gap_of(gap, context)?)));
    }
    if let Some((count, gap)) = text.split_once('/') {
        let gap = gap_of(gap, context)?;
        return Ok((count_of(count, context)?, Some(gap)));
    }
    let text = text.trim();
    for (adverb, unit) in ADVERBS {
        if let Some(count) = text.strip_suffix(adverb) {
            return Ok((count_of(count, context)?, Some(gap_of(unit, context)?)));
        }
    }
    number(text, context.decimal).map(|count| (count, None)).map_err(|_| Refusal::NotARate)
}

/// The Chinese forms: `每小时 54 位`, `54 位每小时`, `每 5 分钟一位`, `一天 400 位`.
fn chinese(text: &str, context: &Context) -> Result<Option<(f64, Option<Length>)>, Refusal> {
    let Some((count, gap)) = text.split_once('每') else {
        // "1 天 400 位": a length of time, then a number with a noun.
        let at = text.find(['天', '周', '时']).map(|at| at + '天'.len_utf8());
        let split = at.and_then(|at| Some((text.get(..at)?, text.get(at..)?.trim())));
        if let Some((gap, count)) = split
            && !gap.contains('/')
            && number_length(count) > 0
            && let (Ok(gap), Ok(count)) = (gap_of(gap, context), count_of(count, context))
        {
            return Ok(Some((count, Some(gap))));
        }
        return Ok(None);
    };
    let gap = gap.trim_start_matches(['隔', ' ']);
    if !count.trim().is_empty() {
        let count = count.trim_end_matches(['/', ' ']);
        return Ok(Some((count_of(count, context)?, Some(gap_of(gap, context)?))));
    }
    // The length of time is the longest beginning that is one; the rest is the number.
    let ends = gap.char_indices().map(|(at, c)| at + c.len_utf8()).collect::<Vec<_>>();
    for end in ends.into_iter().rev() {
        let (head, tail) = (gap.get(..end).unwrap_or_default(), gap.get(end..).unwrap_or_default());
        if head.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '.') {
            continue;
        }
        let tail = tail.trim_start_matches([' ', ',', '来', '到', '达', '有', '约']);
        if let (Ok(gap), Ok(count)) = (gap_of(head, context), count_of(tail, context)) {
            return Ok(Some((count, Some(gap))));
        }
    }
    Err(Refusal::NotARate)
}

/// How many: a number, perhaps with a noun behind it; one where there is only a noun or nothing.
fn count_of(text: &str, context: &Context) -> Result<f64, Refusal> {
    let text = text.trim();
    let not_a_rate = |_| Refusal::NotARate;
    let sign = text.len() - text.trim_start_matches(['-', '–', '+']).len();
    let body = text.get(sign..).unwrap_or_default();
    let length = number_length(body);
    let (number_text, noun) = text.split_at(sign + length);
    let noun = noun.trim_start();
    let (times, noun) = quantity(noun).unwrap_or((1.0, noun));
    // "1/3 per hour".
    if let Some(below) = noun.strip_prefix('/').map(str::trim_start) {
        let end = number_length(below);
        let (below, noun) = below.split_at(end);
        if end > 0 && is_noun(noun) {
            let above = number(number_text, context.decimal).map_err(not_a_rate)?;
            return Ok(above / number(below, context.decimal).map_err(not_a_rate)?);
        }
    }
    if !is_noun(noun) {
        return Err(Refusal::NotARate);
    }
    if length > 0 {
        return Ok(number(number_text, context.decimal).map_err(not_a_rate)? * times);
    }
    if sign > 0 {
        return Err(Refusal::NotARate);
    }
    in_words(body.trim()).ok_or(Refusal::NotARate)
}

/// Quantities that stand behind a number and multiply it. The longest comes first.
const QUANTITIES: [(&str, f64); 17] = [
    ("thousands", 1e3),
    ("thousand", 1e3),
    ("millions", 1e6),
    ("million", 1e6),
    ("hundreds", 100.0),
    ("hundred", 100.0),
    ("dozens", 12.0),
    ("dozen", 12.0),
    ("couples", 2.0),
    ("pairs", 2.0),
    ("pair", 2.0),
    ("k", 1e3),
    ("万", 1e4),
    ("千", 1e3),
    ("百", 100.0),
    ("十", 10.0),
    ("打", 12.0),
];

/// What the quantity at the beginning of a text multiplies by, and the noun behind it.
fn quantity(text: &str) -> Option<(f64, &str)> {
    QUANTITIES.iter().find_map(|(word, times)| {
        let rest = text.strip_prefix(word)?;
        // "kids" are no thousands.
        let ends = !word.is_ascii() || !rest.starts_with(|c: char| c.is_ascii_alphabetic());
        ends.then(|| (*times, rest.trim_start().trim_start_matches("of ")))
    })
}

/// A count in words: `two dozen customers`, `a hundred`, `half a dozen`, `a couple`; a noun alone is
/// one. `None` for what is no certain number (`a few`) or unknown.
fn in_words(text: &str) -> Option<f64> {
    let mut rest = text;
    let mut count = None;
    loop {
        let (word, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        let behind = behind.trim_start();
        if word == "a" || word == "an" {
            count.get_or_insert(1.0);
        } else if let Some((_, value)) = NUMBERS.iter().find(|(known, _)| *known == word) {
            if count.is_some() {
                return None;
            }
            count = Some(*value);
        } else if word == "couple" {
            count = Some(count.unwrap_or(1.0) * 2.0);
        } else if let Some((by, "")) = quantity(word) {
            count = Some(count.unwrap_or(1.0) * by);
        } else if word.is_empty() || word == "of" {
            // Nothing, or what joins a quantity with its noun.
        } else {
            // The noun: any behind a count, else one of those that stand for one.
            let is_vague = ["few", "several", "some", "many"].contains(&word);
            let stands_for_one = ONE.contains(&word);
            return match count {
                _ if is_vague => None,
                Some(count) => Some(count),
                None => stands_for_one.then_some(1.0),
            };
        }
        if behind.is_empty() {
            return count.or_else(|| ONE.contains(&text).then_some(1.0));
        }
        rest = behind;
    }
}

/// Whether a text is words only.
fn is_noun(text: &str) -> bool {
    text.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '(' || c == ')')
}

/// The length of time between two, which has a unit and is not nothing.
fn gap_of(text: &str, context: &Context) -> Result<Length, Refusal> {
    let text = text.trim();
    if text.is_empty() || text.contains(':') {
        return Err(Refusal::NotARate);
    }
    let with_number = text.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '半')
        || ["half", "a ", "an ", "two", "three", "one"].iter().any(|word| text.starts_with(word));
    let one = if with_number { text.to_owned() } else { format!("1 {text}") };
    let gap = length(&one, context).map_err(|refusal| match refusal {
        Refusal::UnknownUnit | Refusal::Negative => refusal,
        _ => Refusal::NotARate,
    })?;
    if gap.unit.is_none() || gap.value <= 0.0 {
        return Err(Refusal::NotARate);
    }
    Ok(gap)
}

/// A rate per hour, in another unit, as the number that reads back as the same rate; `None` where
/// no number does to the last digit.
#[must_use]
pub fn rate_in(per_hour: Quantity, unit: RateUnit, calendar: super::Calendar) -> Option<f64> {
    let hours = calendar.rate_hours(unit);
    let exact = per_hour.get() * hours;
    let reads_back = |number: &f64| Quantity::new(number / hours) == Ok(per_hour);
    [tidy(exact), exact, exact.next_up(), exact.next_down()].into_iter().find(reads_back)
}
