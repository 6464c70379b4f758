//! The written form of times, shares and rates, the same in every language:
//! `45 s`, `2 ± 0.5 min`, `1:30`, `exp 2 min`, `70 %`, `1/3`, `54/h`.
//!
//! Numbers take a decimal point or, where no list is meant, a decimal comma. Units are read in
//! English and Chinese and written as the international symbols.

use std::fmt;

use super::quantity::{Quantity, Share};
use super::refusal::Refusal;
use super::time::{Law, ServiceTime, Span, TimeUnit};

/// Reads a plain number.
///
/// # Errors
/// [`Refusal::NotANumber`] and what [`Quantity::new`] refuses.
pub fn parse_quantity(text: &str) -> Result<Quantity, Refusal> {
    let text = text.trim();
    let point = if text.contains('.') { text.to_owned() } else { text.replace(',', ".") };
    // Rust also reads "inf", "nan" and "infinity"; people mean words by them.
    if point.chars().any(char::is_alphabetic) && !point.contains(['e', 'E']) {
        return Err(Refusal::NotANumber);
    }
    let point = point.replace(['−', '–'], "-");
    Quantity::new(point.parse::<f64>().map_err(|_| Refusal::NotANumber)?)
}

/// Reads a whole number from 1 up.
///
/// # Errors
/// [`Refusal::NotACount`].
pub fn parse_count(text: &str) -> Result<std::num::NonZeroU32, Refusal> {
    text.trim()
        .parse::<std::num::NonZeroU32>()
        .ok()
        .filter(|n| n.get() <= 1_000_000)
        .ok_or(Refusal::NotACount)
}

/// Reads a share: `70 %`, `70%`, `1/3`, or a number from 0 to 1.
///
/// # Errors
/// What [`Share::fraction`] refuses.
pub fn parse_share(text: &str) -> Result<Share, Refusal> {
    let text = text.trim();
    if let Some(percent) = text.strip_suffix(['%', '％']) {
        return Share::percent(parse_quantity(percent)?.get());
    }
    if let Some((part, whole)) = text.split_once('/') {
        return Share::fraction(parse_quantity(part)?.get(), parse_quantity(whole)?.get());
    }
    let value = parse_quantity(text)?.get();
    if value > 1.0 { Err(Refusal::ShareAboveOne) } else { Share::fraction(value, 1.0) }
}

/// Reads a rate per hour: `54/h`, `54 /h`, `1.5/min`, or a plain number per hour.
///
/// # Errors
/// [`Refusal::UnknownUnit`] and what [`parse_quantity`] refuses.
pub fn parse_rate_per_hour(text: &str) -> Result<Quantity, Refusal> {
    let Some((number, unit)) = text.split_once('/') else { return parse_quantity(text) };
    let unit = parse_unit(unit)?;
    Quantity::new(parse_quantity(number)?.get() * 3600.0 / unit.seconds())
}

/// Reads a unit symbol.
fn parse_unit(text: &str) -> Result<TimeUnit, Refusal> {
    match text.trim().to_lowercase().as_str() {
        "s" | "sec" | "secs" | "second" | "seconds" | "秒" | "秒钟" => Ok(TimeUnit::Second),
        "m" | "min" | "mins" | "minute" | "minutes" | "分" | "分钟" => Ok(TimeUnit::Minute),
        "h" | "hr" | "hrs" | "hour" | "hours" | "时" | "小时" => Ok(TimeUnit::Hour),
        _ => Err(Refusal::UnknownUnit),
    }
}

/// Splits a trailing unit off; seconds where none is written.
fn split_unit(text: &str) -> Result<(&str, Option<TimeUnit>), Refusal> {
    let text = text.trim();
    let number_end =
        text.rfind(|c: char| c.is_ascii_digit() || c == '.' || c == ',').map_or(0, |i| i + 1);
    let (numbers, unit) = text.split_at(number_end);
    if unit.trim().is_empty() {
        Ok((numbers, None))
    } else {
        Ok((numbers.trim_end(), Some(parse_unit(unit)?)))
    }
}

/// Reads a length of time: `45 s`, `2 min`, `1.5 h`, `1:30` (m:ss); a plain number is in `default`.
///
/// # Errors
/// [`Refusal::UnknownUnit`] and what [`parse_quantity`] refuses.
pub fn parse_span(text: &str, default: TimeUnit) -> Result<Span, Refusal> {
    if let Some((minutes, seconds)) = text.split_once([':', '：']) {
        let (minutes, seconds) = (parse_quantity(minutes)?.get(), parse_quantity(seconds)?.get());
        if seconds >= 60.0 || minutes.fract() != 0.0 {
            return Err(Refusal::NotANumber);
        }
        return Span::new(minutes * 60.0 + seconds, TimeUnit::Second);
    }
    let (number, unit) = split_unit(text)?;
    Span::new(parse_quantity(number)?.get(), unit.unwrap_or(default))
}

/// Reads a time with or without spread. Besides what [`parse_span`] reads: `2 ± 0.5 min`
/// (normal), `1–3 min` (uniform), and a law by name before its numbers: `exp 2 min`,
/// `uniform 1, 3 min`, `triangular 1, 2, 4 min`, `normal 2, 0.5 min`, `erlang 4, 2 min` (stages,
/// mean), `lognormal 2, 1 min` (mean, standard deviation), `samples 1, 2, 2.5 min`.
///
/// A plain number is in `default`.
///
/// # Errors
/// [`Refusal::UnknownTime`] for a name or a count of numbers that fits no law, and what
/// [`ServiceTime::new`] refuses.
pub fn parse_time(text: &str, default: TimeUnit) -> Result<ServiceTime, Refusal> {
    let text = text.trim();
    let name_end = text.find(|c: char| !c.is_alphabetic() && c != '-').unwrap_or(text.len());
    let (name, rest) = text.split_at(name_end);
    if name.is_empty() || name == "-" {
        return parse_unnamed_time(text, default);
    }
    let (numbers, unit) = split_unit(rest)?;
    let values = numbers
        .split([',', ';', '，', '、'])
        .map(|n| parse_quantity(n).map(Quantity::get))
        .collect::<Result<Vec<_>, _>>()?;
    let law = match (name.to_lowercase().as_str(), values.as_slice()) {
        ("fixed" | "固定", &[value]) => Law::Fixed(value),
        ("exp" | "exponential" | "指数", &[mean]) => Law::Exponential { mean },
        ("uniform" | "均匀", &[low, high]) => Law::Uniform { low, high },
        ("triangular" | "三角", &[low, mode, high]) => Law::Triangular { low, mode, high },
        ("normal" | "正态", &[mean, sd]) => Law::Normal { mean, sd },
        ("lognormal" | "log-normal" | "对数正态", &[mean, sd]) => Law::LogNormal { mean, sd },
        ("erlang" | "爱尔朗", &[stages, mean]) => {
            Law::Erlang { stages: parse_count(&stages.to_string())?.get(), mean }
        }
        ("samples" | "样本", values) => Law::Samples(values.to_vec()),
        _ => return Err(Refusal::UnknownTime),
    };
    ServiceTime::new(law, unit.unwrap_or(default))
}

fn parse_unnamed_time(text: &str, default: TimeUnit) -> Result<ServiceTime, Refusal> {
    let two = |a: &str, b: &str| -> Result<(f64, f64, TimeUnit), Refusal> {
        let (b, unit) = split_unit(b)?;
        let (a, own) = split_unit(a)?;
        let unit = unit.or(own).unwrap_or(default);
        let scale = own.map_or(1.0, |own| own.seconds() / unit.seconds());
        Ok((parse_quantity(a)?.get() * scale, parse_quantity(b)?.get(), unit))
    };
    if let Some((mean, sd)) = text.split_once('±').or_else(|| text.split_once("+-")) {
        let (mean, sd, unit) = two(mean, sd)?;
        return ServiceTime::new(Law::Normal { mean, sd }, unit);
    }
    let dash =
        text.char_indices().find(|(i, c)| *i > 0 && matches!(c, '–' | '—' | '~' | '～' | '-'));
    if let Some((at, dash)) = dash
        && !text[..at].ends_with(['e', 'E'])
    {
        let (low, high, unit) = two(&text[..at], &text[at + dash.len_utf8()..])?;
        return ServiceTime::new(Law::Uniform { low, high }, unit);
    }
    let span = parse_span(text, default)?;
    ServiceTime::fixed(span.value(), span.unit())
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.value(), self.unit().symbol())
    }
}

impl fmt::Display for ServiceTime {
    /// Writes what [`parse_time`] reads back to an equal value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.law() {
            Law::Fixed(value) => write!(f, "{value}")?,
            Law::Uniform { low, high } => write!(f, "{low}–{high}")?,
            Law::Triangular { low, mode, high } => write!(f, "triangular {low}, {mode}, {high}")?,
            Law::Normal { mean, sd } => write!(f, "{mean} ± {sd}")?,
            Law::Exponential { mean } => write!(f, "exp {mean}")?,
            Law::Erlang { stages, mean } => write!(f, "erlang {stages}, {mean}")?,
            Law::LogNormal { mean, sd } => write!(f, "lognormal {mean}, {sd}")?,
            Law::Samples(values) => {
                f.write_str("samples ")?;
                for (index, value) in values.iter().enumerate() {
                    let separator = if index == 0 { "" } else { ", " };
                    write!(f, "{separator}{value}")?;
                }
            }
        }
        write!(f, " {}", self.unit().symbol())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_time(text: &str, expect: &str) {
        let shown = match parse_time(text, TimeUnit::Second) {
            Ok(time) => {
                let written = time.to_string();
                assert_eq!(parse_time(&written, TimeUnit::Hour), Ok(time), "{written} reads back");
                written
            }
            Err(refusal) => refusal.to_string(),
        };
        assert_eq!(shown, expect, "{text}");
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        check_time("45", "45 s");
        check_time("45 s", "45 s");
        check_time("2min", "2 min");
        check_time("1,5 h", "1.5 h");
        check_time("2 分钟", "2 min");
        check_time("1:30", "90 s");
        check_time("2 ± 0.5 min", "2 ± 0.5 min");
        check_time("60 s ± 0.5 min", "1 ± 0.5 min");
        check_time("1–3 min", "1–3 min");
        check_time("1-3 min", "1–3 min");
        check_time("exp 2 min", "exp 2 min");
        check_time("erlang 4, 2 min", "erlang 4, 2 min");
        check_time("triangular 1, 2, 4 min", "triangular 1, 2, 4 min");
        check_time("log-normal 2, 1 min", "lognormal 2, 1 min");
        check_time("samples 1, 2, 2.5", "samples 1, 2, 2.5 s");
        check_time("1e3", "1000 s");
    }

    #[test]
    fn impossible_times_say_why() {
        check_time("soon", "not a number");
        check_time("2 fortnights", "unknown unit of time");
        check_time("-3 s", "below zero");
        check_time("1:75", "not a number");
        check_time("3–1 min", "bounds out of order");
        check_time("exp 1, 2 min", "unknown form of time");
        check_time("inf", "not a number");
        check_time("NaN", "not a number");
        check_time("1e300 h", "too large");
        check_time("", "not a number");
    }

    #[test]
    fn shares_keep_the_form_they_were_entered_in() {
        for (text, expect) in
            [("70 %", "70 %"), ("70%", "70 %"), ("1/3", "1/3"), ("0.25", "0.25/1")]
        {
            assert_eq!(parse_share(text).map(|s| s.to_string()), Ok(expect.to_owned()));
        }
        assert_eq!(parse_share("120 %"), Err(Refusal::ShareAboveOne));
        assert_eq!(parse_share("2"), Err(Refusal::ShareAboveOne));
        assert_eq!(parse_share("1/0"), Err(Refusal::NotANumber));
    }

    #[test]
    fn rates_are_per_hour_unless_said_otherwise() {
        assert_eq!(parse_rate_per_hour("54/h").map(Quantity::get), Ok(54.0));
        assert_eq!(parse_rate_per_hour("54").map(Quantity::get), Ok(54.0));
        assert_eq!(parse_rate_per_hour("2 / min").map(Quantity::get), Ok(120.0));
        assert_eq!(parse_rate_per_hour("2/day"), Err(Refusal::UnknownUnit));
    }
}
