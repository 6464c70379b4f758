//! Rates as people write them: `54/h`, `400 a day`, `one every 5 min`, `每小时 54 位`.

use super::context::{Calendar, Context, LengthUnit, Note, RateUnit, Reading};
use super::length::{Length, length, tidy};
use super::nouns::{is_customers, is_one_customer};
use super::number::{number, number_length, plain};
use super::numerals::in_digits;
use super::vague::or_vague;
use super::words::cardinal;
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

/// What stands for one where no number does, besides the name of a customer.
const ONE: [&str; 11] = ["", "one", "a", "an", "位", "人", "个", "件", "顾客", "位顾客", "人次"];

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
    Ok(Reading::with(Quantity::new(per_hour)?, note))
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
    // "every 5 min" without a number is one; of "per hour" the number is missing.
    let text = format!(" {text} ");
    let found = PER.iter().find_map(|per| Some((per, text.rsplit_once(per)?)));
    if let Some((per, (count, gap))) = found {
        let is_one = [" every ", " each "].contains(per);
        if is_one
            && count.trim().is_empty()
            && let Some((count, gap)) = number_behind(gap.trim(), context)
        {
            return Ok((count, Some(gap)));
        }
        let count = if is_one { count_of(count, context)? } else { said_count(count, context)? };
        return Ok((count, Some(gap_of(gap, context)?)));
    }
    if let Some((count, gap)) = text.split_once('/') {
        let gap = gap_of(gap, context)?;
        return Ok((said_count(count, context)?, Some(gap)));
    }
    let text = text.trim();
    for (adverb, unit) in ADVERBS {
        if let Some(count) = text.strip_suffix(adverb) {
            return Ok((said_count(count, context)?, Some(gap_of(unit, context)?)));
        }
    }
    number(text, context.decimal).map(|count| (count, None)).map_err(|_| Refusal::NotARate)
}

/// A length of time with a number behind it: `hour 54 customers` after `every`.
fn number_behind(text: &str, context: &Context) -> Option<(f64, Length)> {
    text.match_indices(' ').find_map(|(at, _)| {
        let (gap, count) = (text.get(..at)?, text.get(at..)?);
        let gap = gap_of(gap, context).ok().filter(|gap| gap.unit.is_some())?;
        Some((said_count(count, context).ok()?, gap))
    })
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
        // "每天 8 小时" says how long a day is; it is no day and eight hours.
        let numbered = |c: char| c.is_ascii_digit();
        if !head.trim_start().starts_with(|c: char| numbered(c) || c == '半')
            && head.contains(numbered)
        {
            continue;
        }
        let tail = tail.trim_start_matches([' ', ',', '来', '到', '达', '有', '约']);
        if let (Ok(gap), Ok(count)) = (gap_of(head, context), count_of(tail, context)) {
            return Ok(Some((count, Some(gap))));
        }
    }
    Err(Refusal::NotARate)
}

/// As [`count_of`], where nothing is no number.
fn said_count(text: &str, context: &Context) -> Result<f64, Refusal> {
    if text.trim().is_empty() { Err(Refusal::NotARate) } else { count_of(text, context) }
}

/// How many: a number, perhaps with the customers' name behind it; one where there is only the name,
/// or nothing before a length of time that says a number itself.
fn count_of(text: &str, context: &Context) -> Result<f64, Refusal> {
    let text = text.trim();
    let not_a_rate = |_| Refusal::NotARate;
    let sign = text.len() - text.trim_start_matches(['-', '–', '+']).len();
    let body = text.get(sign..).unwrap_or_default();
    let length = number_length(body);
    if length == 0 {
        let words = if sign == 0 { in_words(body.trim()) } else { None };
        return words.ok_or(Refusal::NotARate);
    }
    let (number_text, rest) = text.split_at(sign + length);
    let (times, noun) = quantities(rest.trim_start());
    let above = number(number_text, context.decimal).map_err(not_a_rate)?;
    // "1/3 per hour".
    if let Some(below) = noun.strip_prefix('/').map(str::trim_start) {
        let end = number_length(below);
        let (below, noun) = below.split_at(end);
        if end > 0 && is_customers(noun) {
            return Ok(above / number(below, context.decimal).map_err(not_a_rate)?);
        }
    }
    if is_customers(noun) { Ok(above * times) } else { Err(Refusal::NotARate) }
}

/// Quantities that stand behind a number and multiply it, with the short forms of several
/// languages. The longest comes first.
const QUANTITIES: [(&str, f64); 47] = [
    ("thousands", 1e3),
    ("thousand", 1e3),
    ("thsd", 1e3),
    ("thou", 1e3),
    ("tausend", 1e3),
    ("tsd", 1e3),
    ("mille", 1e3),
    ("millions", 1e6),
    ("million", 1e6),
    ("millionen", 1e6),
    ("mlns", 1e6),
    ("mln", 1e6),
    ("mios", 1e6),
    ("mio", 1e6),
    ("mn", 1e6),
    ("mm", 1e6),
    ("billions", 1e9),
    ("billion", 1e9),
    ("bn", 1e9),
    ("hundreds", 100.0),
    ("hundred", 100.0),
    ("lakhs", 1e5),
    ("lakh", 1e5),
    ("lacs", 1e5),
    ("lac", 1e5),
    ("crores", 1e7),
    ("crore", 1e7),
    ("dozens", 12.0),
    ("dozen", 12.0),
    ("doz", 12.0),
    ("dz", 12.0),
    ("scores", 20.0),
    ("score", 20.0),
    ("gross", 144.0),
    ("couples", 2.0),
    ("pairs", 2.0),
    ("pair", 2.0),
    ("k", 1e3),
    ("m", 1e6),
    ("亿", 1e8),
    ("万", 1e4),
    ("千", 1e3),
    ("百", 100.0),
    ("十", 10.0),
    ("打", 12.0),
    ("对", 2.0),
    ("双", 2.0),
];

/// What the quantity at the beginning of a text multiplies by, and the noun behind it.
fn quantity(text: &str) -> Option<(f64, &str)> {
    QUANTITIES.iter().find_map(|(word, times)| {
        let rest = text.strip_prefix(word)?;
        // "kids" are no thousands.
        let ends = !word.is_ascii() || !rest.starts_with(|c: char| c.is_ascii_alphabetic());
        let rest = rest.strip_prefix('.').filter(|_| word.is_ascii()).unwrap_or(rest).trim_start();
        ends.then(|| (*times, rest.strip_prefix("of ").unwrap_or(rest).trim_start()))
    })
}

/// What all quantities at the beginning of a text multiply by (`hundred thousand`), and the noun.
fn quantities(text: &str) -> (f64, &str) {
    let (mut times, mut rest) = (1.0, text);
    while let Some((more, behind)) = quantity(rest) {
        times *= more;
        rest = behind;
    }
    (times, rest)
}

/// A count in words: `two dozen customers`, `a hundred`, `half a dozen`, `one hundred and twenty`;
/// the customers' name alone is one. `None` for what is no certain number (`a few`, `hundreds`) or
/// unknown.
fn in_words(text: &str) -> Option<f64> {
    if ONE.contains(&text) || is_one_customer(text) {
        return Some(1.0);
    }
    let (count, rest) = leading(text)?;
    let couple = rest.strip_prefix("couple").filter(|rest| !rest.starts_with('s'));
    let (times, noun) = match couple {
        Some(rest) => (2.0, rest.trim_start()),
        None => quantities(rest),
    };
    let noun = noun.strip_prefix("of ").unwrap_or(noun);
    is_customers(noun).then_some(count * times)
}

/// The number at the beginning of a count in words, and what stands behind it.
fn leading(text: &str) -> Option<(f64, &str)> {
    let after = |words: &[&str]| {
        words
            .iter()
            .find_map(|word| text.strip_prefix(word)?.strip_prefix(' '))
            .map(str::trim_start)
    };
    if let Some(rest) = after(&["half a", "half"]) {
        return Some((0.5, rest));
    }
    if let Some(rest) = after(&["a", "an"]) {
        // "a hundred and twenty" is as good as one hundred and twenty.
        let one = format!("one {rest}");
        let end = cardinal(&one).map(|(count, end)| (count, end.saturating_sub("one ".len())));
        return match end.filter(|(_, end)| *end > 0) {
            Some((count, end)) => Some((count, rest.get(end..)?.trim_start())),
            None => Some((1.0, rest)),
        };
    }
    if let Some((count, end)) = cardinal(text) {
        let rest = text.get(end..)?.trim_start();
        return Some(match rest.strip_prefix("and a half") {
            Some(rest) => (count + 0.5, rest.trim_start()),
            None => (count, rest),
        });
    }
    // "dozen" is one of them, of "dozens" nobody says how many.
    let word = text.split(' ').next().unwrap_or_default();
    let one = ["dozen", "hundred", "thousand", "million"].contains(&word);
    one.then_some((1.0, text))
}

/// The length of time between two, which has a unit and is not nothing.
fn gap_of(text: &str, context: &Context) -> Result<Length, Refusal> {
    let text = text.trim();
    if text.is_empty() || text.contains(':') {
        return Err(Refusal::NotARate);
    }
    let with_number = text.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '半')
        || ["half", "a ", "an "].iter().any(|word| text.starts_with(word))
        || cardinal(text).is_some();
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
