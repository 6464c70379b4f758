//! Lengths of time as people write them: `3 min 25 s`, `1h30`, `1:30`, `1½ hours`, `1 小时 30 分`,
//! `一个半小时`, `3 working days`.

use super::context::{Calendar, Clock, Context, LengthUnit, Note};
use super::number::{number, number_length};
use super::words::cardinal;
use crate::blueprint::refusal::Refusal;
use crate::blueprint::time::TimeUnit;

/// A length of time, in the unit that it was written in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    /// The number, in [`Length::unit`]; in [`Context::unit`] where there is none.
    pub value: f64,
    /// The unit; `None` for a plain number.
    pub unit: Option<TimeUnit>,
    /// The unit as it was written, which a number beside it without one takes over.
    pub written: Option<LengthUnit>,
    /// What was taken for granted.
    pub note: Option<Note>,
}

impl Length {
    /// The number in another unit; a plain number is in `own`.
    pub fn in_unit(self, unit: TimeUnit, own: LengthUnit, calendar: Calendar) -> f64 {
        let seconds = self.unit.map_or_else(|| calendar.seconds(own), TimeUnit::seconds);
        if (seconds - unit.seconds()).abs() < f64::EPSILON {
            self.value
        } else {
            tidy(self.value * seconds / unit.seconds())
        }
    }
}

/// A number without the dust of binary fractions: twelve digits are finer than any clock.
pub(super) fn tidy(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}

/// English and Chinese words for units. Of the Chinese ones the first that fits is taken, so longer
/// words stand before those that they begin with.
const UNITS: [(LengthUnit, &[&str]); 9] = [
    (LengthUnit::Millisecond, &["ms", "msec", "millisecond", "milliseconds", "毫秒"]),
    (LengthUnit::Quarter, &["刻钟", "刻"]),
    (LengthUnit::Second, &["s", "sec", "secs", "second", "seconds", "\"", "''", "秒钟", "秒"]),
    (LengthUnit::Minute, &["m", "min", "mins", "minute", "minutes", "mn", "'", "分钟", "分"]),
    (LengthUnit::Hour, &["h", "hr", "hrs", "hour", "hours", "小时", "钟头", "时"]),
    (LengthUnit::WorkingDay, &["wd", "workday", "workdays", "工作日", "工作天"]),
    (LengthUnit::Day, &["d", "day", "days", "天", "日"]),
    (LengthUnit::WorkingWeek, &["workweek", "workweeks", "工作周"]),
    (LengthUnit::Week, &["w", "wk", "wks", "week", "weeks", "星期", "礼拜", "周"]),
];

/// English words for one and for parts of one.
const PARTS: [(&str, f64); 4] = [("an", 1.0), ("a", 1.0), ("half", 0.5), ("quarter", 0.25)];

/// The unit that a text begins with, and its length in bytes.
fn unit_at(text: &str) -> Option<(LengthUnit, usize)> {
    let word: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    let all = || UNITS.iter().flat_map(|(unit, words)| words.iter().map(|word| (*unit, *word)));
    if word.is_empty() {
        let (unit, word) = all()
            .filter(|(_, word)| !word.starts_with(|c: char| c.is_ascii_alphabetic()))
            .filter(|(_, word)| text.starts_with(word))
            .max_by_key(|(_, word)| word.len())?;
        return Some((unit, word.len()));
    }
    let (unit, _) = all().find(|(_, known)| *known == word)?;
    let dot = text.get(word.len()..).is_some_and(|rest| rest.starts_with('.'));
    Some((unit, word.len() + usize::from(dot)))
}

/// Whether people write a part of a unit so: a half, a third, two thirds, three quarters.
fn is_usual_fraction(above: f64, parts: f64) -> bool {
    let is = |number: f64, other: f64| (number - other).abs() < f64::EPSILON;
    is(above, 1.0) || is(above, 2.0) && is(parts, 3.0) || is(above, 3.0) && is(parts, 4.0)
}

/// Several words for one unit, as one word.
fn joined_words(text: &str) -> String {
    let mut text = text.to_owned();
    for (words, word) in [
        ("working day", "workday"),
        ("business day", "workday"),
        ("work day", "workday"),
        ("working week", "workweek"),
        ("work week", "workweek"),
        ("three quarters of an", "0.75"),
        ("three-quarters of an", "0.75"),
        ("three quarters of a", "0.75"),
        ("a quarter of an", "0.25"),
        ("a quarter of a", "0.25"),
        ("quarter of an", "0.25"),
        ("a quarter", "0.25"),
        ("half of an", "0.5"),
        ("half an", "0.5"),
        ("half a", "0.5"),
        ("a half", "0.5"),
        ("½", " 1\u{2044}2"),
        ("¼", " 1\u{2044}4"),
        ("¾", " 3\u{2044}4"),
        ("⅓", " 1\u{2044}3"),
        // Two thirds as one sign (⅔), which the fonts lack.
        ("\u{2154}", " 2\u{2044}3"),
    ] {
        if text.contains(words) {
            text = text.replace(words, word);
        }
    }
    text
}

/// Reads the unit that is all of a plain text.
pub(super) fn unit(text: &str) -> Option<LengthUnit> {
    let text = joined_words(text.trim());
    let text = text.strip_prefix('个').unwrap_or(&text).trim_start();
    unit_at(text).filter(|(_, length)| *length == text.len()).map(|(unit, _)| unit)
}

/// A number with its unit, as a length is put together from.
struct Part {
    value: f64,
    unit: Option<LengthUnit>,
    /// Whether it was written as a fraction.
    fraction: bool,
}

/// Reads parts from the front of a text.
struct Scanner<'a> {
    rest: &'a str,
    context: &'a Context,
    /// Whether the last number was a fraction.
    fraction: bool,
    /// Whether that could as well be two numbers, as in `5/10 min`.
    two_numbers: bool,
}

impl Scanner<'_> {
    fn skip(&mut self, length: usize) {
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    fn skip_blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, word: &str) -> bool {
        let there = self.rest.starts_with(word);
        if there {
            self.skip(word.len());
        }
        there
    }

    /// `a/b` from the front of the text; the sign of a single character such as ¾ has a bar of its
    /// own.
    fn fraction(&mut self) -> Result<Option<f64>, Refusal> {
        let above = number_length(self.rest);
        let Some(tail) = self.rest.get(above..).map(str::trim_start) else { return Ok(None) };
        let sign = tail.starts_with('\u{2044}');
        let Some(tail) = tail.strip_prefix(['/', '\u{2044}']).map(str::trim_start) else {
            return Ok(None);
        };
        let below = number_length(tail);
        if above == 0 || below == 0 {
            return Ok(None);
        }
        let read = |text: &str| number(text, self.context.decimal);
        let above = read(self.rest.get(..above).unwrap_or_default())?;
        let parts = read(tail.get(..below).unwrap_or_default())?;
        let value = above / parts;
        if !value.is_finite() {
            return Err(Refusal::NotANumber);
        }
        self.rest = tail.get(below..).unwrap_or_default();
        self.fraction = true;
        self.two_numbers = !sign && !is_usual_fraction(above, parts);
        Ok(Some(value))
    }

    /// The number that comes next.
    fn number(&mut self) -> Result<f64, Refusal> {
        self.fraction = false;
        if let Some(fraction) = self.fraction()? {
            // Of "5/10 min" nobody can tell whether it is half a minute or five to ten.
            return if self.two_numbers { Err(Refusal::UnknownTime) } else { Ok(fraction) };
        }
        let length = number_length(self.rest);
        if length > 0 {
            let value = number(self.rest.get(..length).unwrap_or_default(), self.context.decimal)?;
            self.skip(length);
            let blanks = self.rest.len() - self.rest.trim_start().len();
            if blanks > 0 {
                let before = self.rest;
                self.skip(blanks);
                if let Some(more) = self.fraction()?.filter(|more| *more < 1.0) {
                    return Ok(value + more);
                }
                self.rest = before;
            }
            return Ok(value);
        }
        if self.take("半") {
            return Ok(0.5);
        }
        if let Some((value, length)) = cardinal(self.rest) {
            self.skip(length);
            return Ok(value);
        }
        let word: String = self.rest.chars().take_while(char::is_ascii_alphabetic).collect();
        let known = PARTS.iter().find(|(name, _)| *name == word);
        let (_, value) = known.ok_or(Refusal::UnknownTime)?;
        self.skip(word.len());
        Ok(*value)
    }

    /// The number and the unit that come next.
    fn part(&mut self) -> Result<Part, Refusal> {
        let mut value = self.number()?;
        self.rest = self.rest.trim_start_matches([' ', '-']);
        self.take("个");
        self.skip_blanks();
        if self.take("半") {
            value += 0.5;
            self.skip_blanks();
        }
        if self.take("and a half") || self.take("and 0.5") {
            value += 0.5;
            self.skip_blanks();
        }
        // The Japanese hours (時間); as a heading the word is "time".
        if self.take("时间") {
            return Ok(Part { value, unit: Some(LengthUnit::Hour), fraction: self.fraction });
        }
        let found = unit_at(self.rest);
        if let Some((_, length)) = found {
            self.skip(length);
        } else if self.rest.starts_with(|c: char| c.is_alphabetic()) {
            return Err(Refusal::UnknownUnit);
        }
        // "1 小时半" is one and a half hours, "1 hour and a half" too.
        let tail = self.rest.trim_start();
        for half in ["半", "and a half", "and 0.5"] {
            if let Some(tail) = tail.strip_prefix(half)
                && tail.trim().is_empty()
            {
                value += 0.5;
                self.rest = "";
            }
        }
        Ok(Part { value, unit: found.map(|(unit, _)| unit), fraction: self.fraction })
    }
}

/// Numbers with colons between them: `1:30`, `0:05:00`, `12:05:00 am`.
fn clock(text: &str, context: &Context) -> Result<Length, Refusal> {
    let (text, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(text), _) => (text.trim_end(), Some(0.0)),
        (_, Some(text)) => (text.trim_end(), Some(12.0)),
        _ => (text, None),
    };
    let end = text.rfind(|c: char| c.is_ascii_digit() || c == '.').map_or(0, |at| at + 1);
    let (text, word) = text.split_at(end);
    let named = match word.trim() {
        "" => None,
        word => Some(unit(word).ok_or(Refusal::UnknownUnit)?),
    };
    // "1.00:00:00" is a day and no hour: only the last number has decimals.
    let leading = text.rsplit_once(':').map_or("", |(leading, _)| leading);
    if leading.contains(['.', ',']) {
        return Err(Refusal::UnknownTime);
    }
    let numbers = text
        .split(':')
        .map(|part| number(part, context.decimal).map_err(|_| Refusal::UnknownTime))
        .collect::<Result<Vec<f64>, _>>()?;
    let by_hours = half.is_some()
        || named == Some(LengthUnit::Hour)
        || named.is_none() && context.clock == Clock::HoursMinutes;
    let (mut hours, minutes, seconds) = match numbers.as_slice() {
        [hours, minutes, seconds] => (*hours, *minutes, *seconds),
        [hours, minutes] if by_hours => (*hours, *minutes, 0.0),
        [minutes, seconds] => (0.0, *minutes, *seconds),
        _ => return Err(Refusal::UnknownTime),
    };
    let hours_lead = numbers.len() == 3 || by_hours;
    // Below the first number, sixty are one of the next.
    let carried = seconds >= 60.0 || hours_lead && minutes >= 60.0;
    if carried || hours.fract() != 0.0 || minutes.fract() != 0.0 {
        return Err(Refusal::UnknownTime);
    }
    if let Some(half) = half {
        // Spreadsheets write lengths of time so, with seconds; without them it is a time of day.
        if numbers.len() < 3 || !(1.0..=12.0).contains(&hours) {
            return Err(Refusal::UnknownTime);
        }
        hours = hours % 12.0 + half;
    }
    let seconds = hours.mul_add(3600.0, minutes.mul_add(60.0, seconds));
    Ok(in_seconds(seconds, None))
}

/// Reads a length that is all of a plain text with its numerals in digits.
///
/// # Errors
/// [`Refusal::UnknownTime`], [`Refusal::UnknownUnit`], [`Refusal::Negative`],
/// [`Refusal::NotANumber`].
pub(super) fn length(text: &str, context: &Context) -> Result<Length, Refusal> {
    let text = joined_words(text.trim());
    if let Some(positive) = text.strip_prefix(['-', '–'])
        && positive.trim_start().starts_with(|c: char| c.is_ascii_digit())
    {
        return Err(Refusal::Negative);
    }
    if text.contains(':') {
        return clock(&text, context);
    }
    // The form of ISO 8601 for durations.
    let text = text.strip_prefix("pt").unwrap_or(&text);
    let mut scanner = Scanner { rest: text.trim(), context, fraction: false, two_numbers: false };
    let mut parts: Vec<Part> = Vec::new();
    loop {
        scanner.rest = scanner.rest.trim_start_matches([' ', ',', '、', ';', '又']);
        if !parts.is_empty() && (scanner.take("and ") || scanner.take("& ")) {
            scanner.skip_blanks();
        }
        if scanner.rest.is_empty() {
            break;
        }
        parts.push(scanner.part()?);
    }
    put_together(&parts, context.calendar)
}

fn in_seconds(seconds: f64, note: Option<Note>) -> Length {
    let (unit, written) = (TimeUnit::Second, LengthUnit::Second);
    Length { value: tidy(seconds), unit: Some(unit), written: Some(written), note }
}

/// The unit of a number that stands without one behind another unit: `1h30`.
fn next_smaller(unit: LengthUnit) -> Option<LengthUnit> {
    match unit {
        LengthUnit::Hour => Some(LengthUnit::Minute),
        LengthUnit::Minute => Some(LengthUnit::Second),
        _ => None,
    }
}

fn put_together(parts: &[Part], calendar: Calendar) -> Result<Length, Refusal> {
    if let [Part { value, unit, fraction }] = parts {
        let note = unit.and_then(|unit| calendar.note(unit));
        let Some(own) = unit else {
            return Ok(Length { value: *value, unit: None, written: None, note });
        };
        let unit = match own {
            LengthUnit::Millisecond | LengthUnit::Second => TimeUnit::Second,
            LengthUnit::Minute | LengthUnit::Quarter => TimeUnit::Minute,
            _ => TimeUnit::Hour,
        };
        let length = Length { value: *value, unit: Some(unit), written: Some(*own), note };
        if LengthUnit::from(unit) == *own {
            return Ok(if *fraction { in_whole_units(length) } else { length });
        }
        return Ok(Length {
            value: tidy(value * calendar.seconds(*own) / unit.seconds()),
            ..length
        });
    }
    let (mut seconds, mut note, mut last) = (0.0, None, None::<LengthUnit>);
    for part in parts {
        let unit = part.unit.or_else(|| next_smaller(last?)).ok_or(Refusal::UnknownTime)?;
        if last.is_some_and(|last| calendar.seconds(last) <= calendar.seconds(unit)) {
            return Err(Refusal::UnknownTime);
        }
        seconds += part.value * calendar.seconds(unit);
        note = note.or_else(|| calendar.note(unit));
        last = Some(unit);
    }
    // A number beside it is of the same size: "5–7 min 30 s" begins at five minutes.
    let written = parts.first().and_then(|part| part.unit);
    if last.is_none() {
        return Err(Refusal::UnknownTime);
    }
    Ok(Length { written, ..in_seconds(seconds, note) })
}

/// A third of an hour is 20 min: a fraction without end becomes whole in a smaller unit, if it can.
fn in_whole_units(length: Length) -> Length {
    let Some(unit) = length.unit else { return length };
    // As many decimals as people write.
    let short = |value: f64| (value * 1e4 - (value * 1e4).round()).abs() < 1e-9;
    if short(length.value) || length.value > 1e6 {
        return length;
    }
    let smaller = TimeUnit::ALL.into_iter().rev().filter(|other| other.seconds() < unit.seconds());
    for other in smaller {
        let value = length.value * unit.seconds() / other.seconds();
        if (value - value.round()).abs() < 1e-9 && value >= 1.0 {
            return Length { value: value.round(), unit: Some(other), ..length };
        }
    }
    length
}
