//! Times with or without spread, as people write them.

use super::context::{Context, LengthUnit, Note, Reading};
use super::length::{Length, length, tidy};
use super::number::{number, plain, read_count};
use super::numerals::in_digits;
use super::vague::or_vague;
use super::words::cardinal;
use crate::blueprint::refusal::Refusal;
use crate::blueprint::time::{Law, ServiceTime, Span, TimeUnit};

/// The longest time that a person can enter, in seconds: 100,000 h, more than eleven years.
pub const LONGEST_S: f64 = 360_000_000.0;

/// Words before a time that say it is not exact.
const ABOUT: [&str; 16] = [
    "approximately",
    "approx.",
    "approx",
    "about",
    "around",
    "roughly",
    "circa",
    "ca.",
    "ca",
    "c.",
    "≈",
    "~",
    "大约",
    "大概",
    "差不多",
    "约",
];
/// Words behind a time that say it is not exact.
const ABOUT_BEHIND: [&str; 8] =
    ["左右", "上下", "or so", "approximately", "approx.", "approx", "roughly", "ca."];
/// Words before or behind a time that say it is the mean, which a time without spread is.
const AVERAGE: [&str; 14] = [
    "on average",
    "an average of",
    "average of",
    "average",
    "avg.",
    "avg",
    "mean",
    "平均每人",
    "平均每位",
    "平均约",
    "平均为",
    "平均",
    "均值",
    "ø",
];
/// Words behind a time that say for whom, which is always one customer.
const EACH: [&str; 14] = [
    "per customer",
    "per person",
    "per case",
    "a customer",
    "a person",
    "each",
    "/customer",
    "/person",
    "/case",
    "每人",
    "每位",
    "/人",
    "/位",
    "/件",
];
/// Marks and words between the mean and the spread.
const SPREAD: [&str; 5] = ["±", "+-", "+/-", "plus or minus", "正负"];
/// Marks and words between the ends of a range; a hyphen only between numbers.
const RANGE: [&str; 9] = ["–", "—", "~", "…", "..", " to ", "至", "到", "-"];

/// A law by name, before its numbers.
#[derive(Clone, Copy, PartialEq)]
enum Name {
    Fixed,
    Exponential,
    Uniform,
    Triangular,
    Normal,
    LogNormal,
    Erlang,
    Samples,
}

/// Of two names of which one begins with the other the longer one stands first.
const NAMES: [(&str, Name); 24] = [
    ("fixed", Name::Fixed),
    ("constant", Name::Fixed),
    ("固定", Name::Fixed),
    ("exponential", Name::Exponential),
    ("exp", Name::Exponential),
    ("指数", Name::Exponential),
    ("uniform", Name::Uniform),
    ("均匀", Name::Uniform),
    ("triangular", Name::Triangular),
    ("triangle", Name::Triangular),
    ("三角形", Name::Triangular),
    ("三角", Name::Triangular),
    ("normal", Name::Normal),
    ("gaussian", Name::Normal),
    ("正态", Name::Normal),
    ("lognormal", Name::LogNormal),
    ("log-normal", Name::LogNormal),
    ("对数正态", Name::LogNormal),
    ("erlang", Name::Erlang),
    ("爱尔朗", Name::Erlang),
    ("埃尔朗", Name::Erlang),
    ("samples", Name::Samples),
    ("sample", Name::Samples),
    ("样本", Name::Samples),
];

/// Reads a length of time: `45 s`, `3 min 25 s`, `1h30`, `1:30`, `1½ h`, `一个半小时`, `3 days`; a
/// plain number is in [`Context::unit`].
///
/// # Errors
/// [`Refusal::UnknownTime`], [`Refusal::NumberNeeded`], [`Refusal::UnknownUnit`],
/// [`Refusal::Negative`] and, beyond [`LONGEST_S`], [`Refusal::TimeTooLong`].
pub fn read_span(text: &str, context: &Context) -> Result<Reading<Span>, Refusal> {
    let read = any_span(text, context).map_err(|refusal| or_vague(&plain(text), refusal))?;
    not_too_long(read.value.seconds()).map(|()| read)
}

/// As [`read_span`], however long.
pub(super) fn any_span(text: &str, context: &Context) -> Result<Reading<Span>, Refusal> {
    let text = in_digits(&plain(text));
    let (text, about) = without_about(without_each(&text));
    let read = length(text, context).map_err(as_time)?;
    let unit = usual_unit(&[read], context);
    let span = Span::new(read.in_unit(unit, context.unit, context.calendar), unit)?;
    Ok(Reading { value: span, note: about, also: None }.or_also(note(&[read], context)))
}

/// Reads a time with or without spread. Besides what [`read_span`] reads: `2 ± 0.5 min` (normal),
/// `5 min ± 20 %`, `1–3 min`, `5 to 10 min`, `5至10分钟` (uniform), and a law by name before its
/// numbers: `exp 2 min`, `uniform 1, 3 min`, `triangular 1, 2, 4 min`, `normal 2, 0.5 min`,
/// `erlang 4, 2 min` (stages, mean), `lognormal 2, 1 min` (mean, standard deviation),
/// `samples 1, 2, 2.5 min`; the names in Chinese as well.
///
/// # Errors
/// As [`read_span`], and what [`ServiceTime::new`] refuses.
pub fn read_time(text: &str, context: &Context) -> Result<Reading<ServiceTime>, Refusal> {
    let read = any_time(text, context).map_err(|refusal| {
        let is_too_large = refusal == Refusal::TooLarge;
        if is_too_large { Refusal::TimeTooLong } else { or_vague(&plain(text), refusal) }
    })?;
    not_too_long(read.value.mean_s()).map(|()| read)
}

/// As [`read_time`], however long.
pub(super) fn any_time(text: &str, context: &Context) -> Result<Reading<ServiceTime>, Refusal> {
    let text = plain(text);
    if let Some((name, rest)) = law_name(&text) {
        return named(name, rest, context);
    }
    let text = in_digits(&text);
    let (text, about) = without_about(without_each(&text));
    let between = text.strip_prefix("between ").and_then(|rest| rest.split_once(" and "));
    let text = text.strip_suffix("之间").unwrap_or(text).trim();
    if let Some((mean, sd)) = SPREAD.iter().find_map(|mark| text.split_once(mark)) {
        return spread(mean, sd, context);
    }
    if let Some((low, high)) = between.or_else(|| range(text)) {
        let ends = [length(low, context), length(high, context)];
        let [Ok(low), Ok(high)] = ends else {
            let wrong = ends.into_iter().find_map(Result::err);
            return Err(as_time(wrong.unwrap_or(Refusal::UnknownTime)));
        };
        let (values, unit) = in_one_unit(&[low, high], context);
        let [low_value, high_value] = values.as_slice() else { return Err(Refusal::UnknownTime) };
        let law = Law::Uniform { low: *low_value, high: *high_value };
        let time = ServiceTime::new(law, unit)?;
        let of_days = note(&[low, high], context);
        return Ok(Reading { value: time, note: Some(Note::RangeIsUniform), also: of_days });
    }
    // One of two times is neither; no law is named.
    if [" or ", "或"].iter().any(|word| text.contains(word)) {
        return Err(Refusal::UnknownTime);
    }
    let read = length(text, context).map_err(as_time)?;
    let unit = usual_unit(&[read], context);
    let value = read.in_unit(unit, context.unit, context.calendar);
    let time = ServiceTime::new(Law::Fixed(value), unit)?;
    Ok(Reading { value: time, note: about, also: None }.or_also(note(&[read], context)))
}

/// What keeps a text from being a number keeps it from being a time.
fn as_time(refusal: Refusal) -> Refusal {
    if refusal == Refusal::NotANumber { Refusal::UnknownTime } else { refusal }
}

fn not_too_long(seconds: f64) -> Result<(), Refusal> {
    if seconds > LONGEST_S { Err(Refusal::TimeTooLong) } else { Ok(()) }
}

/// What was taken for granted about any of several lengths.
fn note(lengths: &[Length], context: &Context) -> Option<Note> {
    let plain = lengths.iter().any(|length| length.unit.is_none());
    let of_column = if plain { context.calendar.note(context.unit) } else { None };
    lengths.iter().find_map(|length| length.note).or(of_column)
}

/// Cuts off a hedge, and what says that the time is the mean.
fn without_about(text: &str) -> (&str, Option<Note>) {
    let (mut rest, mut about) = (text.trim(), None);
    // "about 5 min on average" has both.
    for _ in 0..2 {
        rest = without_average(rest);
        let cut = without_hedge(rest);
        if cut.len() < rest.len() {
            about = Some(Note::AboutIsFixed);
        }
        rest = cut;
    }
    (rest, about)
}

fn without_hedge(text: &str) -> &str {
    let before = ABOUT.iter().find_map(|word| text.strip_prefix(word));
    let rest = before.map_or(text, str::trim_start);
    ABOUT_BEHIND.iter().find_map(|word| rest.strip_suffix(word)).map_or(rest, str::trim_end)
}

/// Cuts off `average` and the like, in brackets or not, before or behind a time.
fn without_average(text: &str) -> &str {
    let apart = |word: &str, neighbour: Option<char>| {
        !word.ends_with(|c: char| c.is_ascii_alphabetic())
            || neighbour.is_none_or(|c| !c.is_alphabetic())
    };
    let found = AVERAGE.iter().find_map(|word| {
        let before = text
            .strip_prefix(word)
            .filter(|rest| apart(word, rest.chars().next()))
            .map(|rest| rest.trim_start_matches([':', '=', ' ']));
        before.or_else(|| {
            let bare = text.strip_suffix(')').unwrap_or(text).trim_end();
            let head = bare.strip_suffix(word)?;
            if !apart(word, head.chars().next_back()) {
                return None;
            }
            let in_brackets = bare.len() < text.len();
            let head = head.trim_end_matches([',', ' ']);
            if in_brackets { head.strip_suffix('(').map(str::trim_end) } else { Some(head) }
        })
    });
    // A word alone is no time.
    found.filter(|rest| !rest.is_empty()).unwrap_or(text)
}

/// Cuts off for whom.
fn without_each(text: &str) -> &str {
    let text = text.trim();
    EACH.iter().find_map(|word| text.strip_suffix(word)).map_or(text, str::trim_end)
}

/// The law that a plain text names, and what stands behind the name.
fn law_name(text: &str) -> Option<(Name, &str)> {
    let (name, law) = NAMES.iter().find(|(name, _)| {
        text.strip_prefix(name).is_some_and(|rest| {
            !name.is_ascii() || !rest.starts_with(|c: char| c.is_ascii_alphabetic())
        })
    })?;
    let rest = text.get(name.len()..)?.trim_start();
    let rest = rest.strip_prefix("分布").unwrap_or(rest);
    Some((*law, rest.trim_start_matches([':', ' '])))
}

/// Splits at the mark of a range that stands between two numbers.
fn range(text: &str) -> Option<(&str, &str)> {
    RANGE.iter().find_map(|mark| {
        let at = text.match_indices(mark).map(|(at, _)| at).find(|at| {
            let head = text.get(..*at).unwrap_or_default();
            let tail = text.get(at + mark.len()..).unwrap_or_default().trim_start();
            let starts = |text: &str| {
                text.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '半')
                    || text.starts_with("half ")
                    || text.starts_with("an ")
                    || *mark == " to " && cardinal(text).is_some()
            };
            let exponent = *mark == "-" && head.ends_with('e') && head.len() > 1;
            !head.trim().is_empty() && starts(tail) && !exponent
        })?;
        Some((text.get(..at)?, text.get(at + mark.len()..)?))
    })
}

/// The unit that lengths written together are kept in: that of the last one with a unit; seconds
/// for several units in one, or minutes where all are whole ones and there are several.
fn usual_unit(lengths: &[Length], context: &Context) -> TimeUnit {
    lengths.iter().rev().find_map(|length| length.unit).unwrap_or(match context.unit {
        LengthUnit::Millisecond | LengthUnit::Second => TimeUnit::Second,
        LengthUnit::Minute | LengthUnit::Quarter => TimeUnit::Minute,
        _ => TimeUnit::Hour,
    })
}

/// Several lengths in one unit; one without a unit takes that of the next one that has it, else of
/// the one before.
fn in_one_unit(lengths: &[Length], context: &Context) -> (Vec<f64>, TimeUnit) {
    let mut unit = usual_unit(lengths, context);
    let any = lengths.iter().any(|length| length.unit.is_some());
    let own = |at: usize| -> LengthUnit {
        let after = lengths.iter().skip(at).find_map(|length| length.written);
        let before = || lengths.iter().take(at).rev().find_map(|length| length.written);
        after.or_else(before).unwrap_or(context.unit)
    };
    let in_unit = |unit: TimeUnit| -> Vec<f64> {
        let each = lengths.iter().enumerate();
        each.map(|(at, length)| length.in_unit(unit, own(at), context.calendar)).collect()
    };
    let mixed = any && lengths.iter().any(|length| length.unit.is_some_and(|own| own != unit));
    let minutes = in_unit(TimeUnit::Minute);
    if mixed && unit == TimeUnit::Second && minutes.iter().all(|value| value.fract() == 0.0) {
        unit = TimeUnit::Minute;
    }
    (in_unit(unit), unit)
}

fn spread(mean: &str, sd: &str, context: &Context) -> Result<Reading<ServiceTime>, Refusal> {
    if let Some(percent) = sd.trim().strip_suffix('%') {
        let percent = number(percent, context.decimal).map_err(as_time)?;
        let mean = length(mean, context).map_err(as_time)?;
        let unit = usual_unit(&[mean], context);
        let value = mean.in_unit(unit, context.unit, context.calendar);
        let law = Law::Normal { mean: value, sd: tidy(value * percent / 100.0) };
        return Ok(Reading::with(ServiceTime::new(law, unit)?, note(&[mean], context)));
    }
    let both = [length(mean, context).map_err(as_time)?, length(sd, context).map_err(as_time)?];
    let (values, unit) = in_one_unit(&both, context);
    let [mean, sd] = values.as_slice() else { return Err(Refusal::UnknownTime) };
    let time = ServiceTime::new(Law::Normal { mean: *mean, sd: *sd }, unit)?;
    Ok(Reading::with(time, note(&both, context)))
}

/// The members of a list, by the marks that separate them. A comma that no blank follows belongs to
/// a number where other marks separate.
fn members(text: &str) -> Vec<&str> {
    let parts = |marks: &[&str]| -> Option<Vec<&str>> {
        let mark = marks.iter().find(|mark| text.contains(**mark))?;
        Some(text.split(mark).map(str::trim).filter(|part| !part.is_empty()).collect())
    };
    parts(&[";", "、", ", ", ","]).unwrap_or_else(|| vec![text.trim()])
}

fn named(name: Name, rest: &str, context: &Context) -> Result<Reading<ServiceTime>, Refusal> {
    let rest = in_digits(rest).replace(['(', ')', '[', ']'], " ");
    let rest = without_each(&rest);
    let mut parts = members(rest);
    // "triangular 1,2, 4" has commas with and without a blank behind them.
    let wanted = match name {
        Name::Fixed | Name::Exponential => Some(1),
        Name::Triangular => Some(3),
        Name::Samples => None,
        _ => Some(2),
    };
    if wanted.is_some_and(|wanted| parts.len() != wanted) {
        parts = rest.split([',', ';', '、']).map(str::trim).collect();
    }
    let mut stages = None;
    if name == Name::Erlang && parts.len() == 2 {
        stages = Some(read_count(parts.remove(0), context.decimal)?.get());
    }
    let lengths = parts
        .iter()
        .map(|part| length(part, context).map_err(as_time))
        .collect::<Result<Vec<_>, _>>()?;
    let (values, unit) = in_one_unit(&lengths, context);
    let law = match (name, values.as_slice(), stages) {
        (Name::Fixed, &[value], _) => Law::Fixed(value),
        (Name::Exponential, &[mean], _) => Law::Exponential { mean },
        (Name::Uniform, &[low, high], _) => Law::Uniform { low, high },
        (Name::Triangular, &[low, mode, high], _) => Law::Triangular { low, mode, high },
        (Name::Normal, &[mean, sd], _) => Law::Normal { mean, sd },
        (Name::LogNormal, &[mean, sd], _) => Law::LogNormal { mean, sd },
        (Name::Erlang, &[mean], Some(stages)) => Law::Erlang { stages, mean },
        (Name::Samples, values, _) => Law::Samples(values.to_vec()),
        _ => return Err(Refusal::UnknownTime),
    };
    Ok(Reading::with(ServiceTime::new(law, unit)?, note(&lengths, context)))
}
