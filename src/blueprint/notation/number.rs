//! Numbers as people write them: half and full width, grouped by threes, with a decimal point or a
//! decimal comma.
//!
//! A comma before groups of exactly three digits groups (`3,000`), unless the first group is a lone
//! zero (`0,125`); every other comma is a decimal one (`1,5`, `1,2345`). Where a number holds both
//! marks, the last one is the decimal mark (`1.234,5`, `1,234.5`). Blanks and apostrophes group too.

use super::numerals::in_digits;
use crate::blueprint::quantity::Quantity;
use crate::blueprint::refusal::Refusal;

/// The mark before the decimals, where a number could be read both ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum DecimalMark {
    /// `1,200` is one thousand two hundred and `1.200` is 1.2.
    #[default]
    Point,
    /// `1,200` is 1.2 and `1.200` is one thousand two hundred.
    Comma,
}

/// A text as all readers here want it: half width, simplified characters, lower case, every blank a
/// plain one, every minus before a number a hyphen. What is only read, never shown, and not in the
/// fonts either, is written by its number in Unicode.
pub(super) fn plain(text: &str) -> String {
    let half = text.trim().chars().map(|c| match c {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c).to_ascii_lowercase()
        }
        '\u{200b}' | '\u{feff}' => ' ',
        c if c.is_whitespace() => ' ',
        // A small hyphen (﹣) too.
        '−' | '\u{fe63}' => '-',
        '‘' | '’' | 'ʼ' | '′' => '\'',
        '“' | '”' | '″' => '"',
        // The small (﹪) and the Arabic (٪) sign of per cent.
        '\u{fe6a}' | '\u{66a}' => '%',
        // A slash of division (∕) too.
        '\u{2215}' | '⁄' | '÷' => '/',
        // Traditional characters: 時, 鐘 and 鍾, 個, 週, 禮, 兩, 約, 間.
        '\u{6642}' => '时',
        '\u{9418}' | '\u{937e}' => '钟',
        '\u{500b}' => '个',
        '\u{9031}' => '周',
        '\u{79ae}' => '礼',
        '\u{5169}' => '两',
        '\u{7d04}' => '约',
        '\u{9593}' => '间',
        // 萬, 億 and 貳, 參, 陸.
        '\u{842c}' => '万',
        '\u{5104}' => '亿',
        '\u{8cb3}' => '二',
        '\u{53c3}' => '三',
        '\u{9678}' => '六',
        c => c,
    });
    half.flat_map(char::to_lowercase).collect::<String>().trim().to_owned()
}

/// Whether a text is groups of exactly three digits between marks, the first one shorter at most
/// and not led by zero.
fn is_grouped(text: &str, mark: char) -> bool {
    let mut groups = text.split(mark);
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().is_some_and(|group| {
        (1..=3).contains(&group.len()) && digits(group) && !group.starts_with('0')
    });
    let mut others = groups.peekable();
    first && others.peek().is_some() && others.all(|group| group.len() == 3 && digits(group))
}

/// How many characters of a plain text, at its start, make a number without sign; 0 where none
/// does.
pub(super) fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit_at = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    if !(digit_at(0) || matches!(bytes.first(), Some(b'.' | b',')) && digit_at(1)) {
        return 0;
    }
    loop {
        match bytes.get(at) {
            Some(byte) if byte.is_ascii_digit() => at += 1,
            Some(b'.' | b',') if digit_at(at + 1) => at += 1,
            // These group only: three digits follow, and no fourth.
            Some(b' ' | b'\'') => {
                let three = (1..=3).all(|next| digit_at(at + next)) && !digit_at(at + 4);
                let fraction = text.get(at + 4..).is_some_and(|rest| rest.starts_with('/'));
                let before = text.get(..at).is_some_and(|head| {
                    let group = head.rsplit([' ', '\'', ',']).next().unwrap_or_default();
                    (1..=3).contains(&group.len()) && !head.contains('.')
                });
                if !three || !before || fraction {
                    break;
                }
                at += 4;
            }
            _ => break,
        }
    }
    if matches!(bytes.get(at), Some(b'e')) {
        let signed = matches!(bytes.get(at + 1), Some(b'+' | b'-'));
        let start = at + 1 + usize::from(signed);
        let length = bytes.iter().skip(start).take_while(|byte| byte.is_ascii_digit()).count();
        if length > 0 {
            at = start + length;
        }
    }
    at
}

/// A number without grouping, with a decimal point; `None` where its marks make no sense.
fn without_groups(text: &str, mark: DecimalMark) -> Option<String> {
    let count = |mark: char| text.matches(mark).count();
    let last = |mark: char| text.rfind(mark).unwrap_or_default();
    let decimal = match (count('.'), count(',')) {
        (1, 0) if mark == DecimalMark::Comma && is_grouped(text, '.') => None,
        (0, 1) if mark == DecimalMark::Point && is_grouped(text, ',') => None,
        (1, 0) => Some('.'),
        (0, 1) => Some(','),
        (_, 0) | (0, _) => None,
        (1, _) if last('.') > last(',') => Some('.'),
        (_, 1) if last(',') > last('.') => Some(','),
        _ => return None,
    };
    let (whole, fraction) = match decimal {
        Some(decimal) => text.rsplit_once(decimal)?,
        None => (text, ""),
    };
    let is_mark = |c: char| matches!(c, ',' | '.' | ' ' | '\'');
    let whole = match whole.chars().find(|c| is_mark(*c)) {
        Some(mark) if is_grouped(whole, mark) => whole.replace(mark, ""),
        Some(_) => return None,
        None => whole.to_owned(),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let sound = digits(&whole) && digits(fraction) && !(whole.is_empty() && fraction.is_empty());
    sound.then(|| format!("{whole}.{fraction}0"))
}

/// Reads a number that is all of a plain text, with or without a sign.
///
/// # Errors
/// [`Refusal::NotANumber`].
pub(super) fn number(text: &str, mark: DecimalMark) -> Result<f64, Refusal> {
    let text = text.trim();
    let (sign, body) = match text.strip_prefix(['-', '–']) {
        Some(body) => (-1.0, body),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let body = body.trim_start();
    let (body, times) = [('万', 1e4), ('亿', 1e8), ('千', 1e3)]
        .into_iter()
        .find_map(|(word, times)| Some((body.strip_suffix(word)?.trim_end(), times)))
        .unwrap_or((body, 1.0));
    // A mark at the end is one whose decimals are not typed yet.
    let whole = body.strip_suffix(['.', ',']).filter(|rest| number_length(rest) == rest.len());
    let body = whole.unwrap_or(body);
    if body.is_empty() || number_length(body) != body.len() {
        return Err(Refusal::NotANumber);
    }
    let (mantissa, exponent) = body.split_once('e').unwrap_or((body, "0"));
    let mantissa = without_groups(mantissa, mark).ok_or(Refusal::NotANumber)?;
    let value: f64 = format!("{mantissa}e{exponent}").parse().map_err(|_| Refusal::NotANumber)?;
    Ok(sign * value * times)
}

/// Reads a number: `1250`, `1,250`, `1 250.5`, `1,5`, `１２`, `1.2万`.
///
/// # Errors
/// [`Refusal::NotANumber`] and what [`Quantity::new`] refuses.
pub fn read_quantity(text: &str, mark: DecimalMark) -> Result<Quantity, Refusal> {
    Quantity::new(number(&in_digits(&plain(text)), mark)?)
}

/// The largest count of people, places or customers.
pub const LARGEST_COUNT: u32 = 1_000_000;

/// What is counted, behind a number.
const COUNTED: [&str; 46] = [
    "people",
    "persons",
    "person",
    "staff",
    "fte",
    "ftes",
    "employees",
    "employee",
    "heads",
    "head",
    "workers",
    "worker",
    "pieces",
    "pcs",
    "pc",
    "units",
    "unit",
    "seats",
    "seat",
    "places",
    "place",
    "windows",
    "window",
    "counters",
    "counter",
    "desks",
    "desk",
    "customers",
    "customer",
    "guests",
    "guest",
    "patients",
    "patient",
    "machines",
    "machine",
    "rooms",
    "room",
    "beds",
    "bed",
    "full-time",
    "员工",
    "人员",
    "窗口",
    "席位",
    "座位",
    "顾客",
];
/// Chinese measures behind a number.
const MEASURES: [char; 13] =
    ['名', '位', '个', '人', '台', '间', '张', '件', '套', '辆', '把', '座', '份'];
/// Whole numbers in English words.
const IN_WORDS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// The number of a count without what is counted: `2 people`, `2 FTE`, `2 名`, `two`.
fn without_counted(text: &str) -> String {
    let mut text = text.trim();
    let bare = |text: &str, word: &str| {
        let head = text.strip_suffix(word)?;
        let apart = !word.is_ascii() || head.ends_with(|c: char| !c.is_alphabetic());
        (apart && !head.trim().is_empty()).then_some(head.len())
    };
    let found = COUNTED.iter().filter_map(|word| bare(text, word)).min();
    if let Some(length) = found {
        text = text.get(..length).unwrap_or(text).trim_end();
    }
    let text =
        text.strip_suffix(MEASURES).filter(|head| !head.is_empty()).unwrap_or(text).trim_end();
    match IN_WORDS.iter().zip(1..).find(|(word, _)| **word == text) {
        Some((_, number)) => number.to_string(),
        None => text.to_owned(),
    }
}

/// Reads a whole number from 1 to [`LARGEST_COUNT`]: `3`, `1,200`, `2.0`, `３`, `两`, `two`, with or
/// without what is counted: `2 people`, `2 FTE`, `2 名`.
///
/// # Errors
/// [`Refusal::NotACount`].
pub fn read_count(text: &str, mark: DecimalMark) -> Result<std::num::NonZeroU32, Refusal> {
    let text = without_counted(&plain(text));
    let value = read_quantity(&text, mark).map_err(|_| Refusal::NotACount)?.get();
    if value.fract() != 0.0 || !(1.0..=f64::from(LARGEST_COUNT)).contains(&value) {
        return Err(Refusal::NotACount);
    }
    // A whole number within the bounds just checked.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    std::num::NonZeroU32::new(value as u32).ok_or(Refusal::NotACount)
}

/// Whether a cell, whatever stands around its numbers, holds a comma that can only be a decimal one.
#[must_use]
pub fn has_decimal_comma(text: &str) -> bool {
    numbers_in(&plain(text)).iter().any(|number| {
        number.contains(',')
            && !is_grouped(number.split('.').next().unwrap_or_default(), ',')
            && without_groups(number, DecimalMark::Point).is_some()
    })
}

/// Whether a cell holds a number that is another one under the other mark.
pub(super) fn is_doubtful(text: &str) -> bool {
    numbers_in(&plain(text)).iter().any(|text| {
        let under = |mark| without_groups(text, mark);
        under(DecimalMark::Point) != under(DecimalMark::Comma)
    })
}

/// Whether a cell holds a number with this mark that is another one under the other mark.
pub(super) fn has_doubtful(text: &str, mark: char) -> bool {
    numbers_in(&plain(text)).iter().any(|number| number.contains(mark) && is_doubtful(number))
}

/// Whether a cell holds a dot that can only be a decimal one.
pub(super) fn has_decimal_point(text: &str) -> bool {
    numbers_in(&plain(text)).iter().any(|number| {
        number.matches('.').count() == 1
            && number.rfind('.') > number.rfind(',')
            && !is_grouped(number, '.')
            && without_groups(number, DecimalMark::Point).is_some()
    })
}

/// The numbers in a plain text, without exponents.
fn numbers_in(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let tail = rest.get(start..).unwrap_or_default();
        let length = number_length(tail).max(1);
        let number = tail.get(..length).unwrap_or_default();
        found.push(number.split('e').next().unwrap_or_default());
        rest = tail.get(length..).unwrap_or_default();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, mark: DecimalMark) -> String {
        read_quantity(text, mark).map_or_else(|refusal| refusal.to_string(), |n| n.to_string())
    }

    #[test]
    fn counts_are_read_with_what_is_counted() {
        for (text, count) in [
            ("2 people", 2),
            ("2 FTE", 2),
            ("two", 2),
            ("Two people", 2),
            ("2名", 2),
            ("两名", 2),
            ("3 名员工", 3),
            ("十二人", 12),
            ("1,200 seats", 1200),
            ("5个窗口", 5),
        ] {
            let read = read_count(text, DecimalMark::Point).map(std::num::NonZeroU32::get);
            assert_eq!(read, Ok(count), "{text}");
        }
        for text in ["people", "2.5 FTE", "half", "2 h", "0 people", "名", "two three", ""] {
            assert_eq!(read_count(text, DecimalMark::Point), Err(Refusal::NotACount), "{text}");
        }
    }

    #[test]
    fn a_comma_before_three_digits_groups() {
        for (text, expect) in [
            ("3,000", "3000"),
            ("1,200", "1200"),
            ("12,300,000", "12300000"),
            ("1,5", "1.5"),
            ("0,125", "0.125"),
            ("012,345", "12.345"),
            ("1,2345", "1.2345"),
            ("1234,567", "1234.567"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1.234.567", "1234567"),
            ("1.200", "1.2"),
            ("1 200", "1200"),
            ("1\u{202f}200,5", "1200.5"),
            ("1\u{2009}200\u{2009}300", "1200300"),
            ("1’200", "1200"),
            ("1'200.5", "1200.5"),
            ("３，０００", "3000"),
            ("１２．５", "12.5"),
            ("1.2万", "12000"),
            ("三十五", "35"),
            ("一百零五", "105"),
            ("1e3", "1000"),
            ("1.5E-3", "0.0015"),
            ("+4", "4"),
            (".5", "0.5"),
            ("5.", "5"),
        ] {
            assert_eq!(shown(text, DecimalMark::Point), expect, "{text}");
        }
    }

    #[test]
    fn in_a_column_of_decimal_commas_a_point_groups() {
        assert_eq!(shown("1,200", DecimalMark::Comma), "1.2");
        assert_eq!(shown("1.200", DecimalMark::Comma), "1200");
        assert_eq!(shown("1.2", DecimalMark::Comma), "1.2");
        assert_eq!(shown("1.234,5", DecimalMark::Comma), "1234.5");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "abc",
            "inf",
            "NaN",
            "1,00,000",
            "1,2,3",
            "1.2.3",
            "1,234.567.8",
            "--1",
            "1 2",
            "e3",
            "1e",
        ] {
            assert_eq!(shown(text, DecimalMark::Point), "not a number", "{text}");
        }
        assert_eq!(shown("−3", DecimalMark::Point), "below zero");
        assert_eq!(shown("–3", DecimalMark::Point), "below zero");
        assert_eq!(shown("1e300", DecimalMark::Point), "too large");
        assert_eq!(shown("1e999", DecimalMark::Point), "not a number");
    }

    #[test]
    fn counts_are_whole() {
        let count =
            |text: &str| read_count(text, DecimalMark::Point).map(std::num::NonZeroU32::get);
        assert_eq!(count("1,200"), Ok(1200));
        assert_eq!(count("2.0"), Ok(2));
        assert_eq!(count("两"), Ok(2));
        for text in ["0", "1.5", "-1", "1,000,001", "many"] {
            assert_eq!(count(text), Err(Refusal::NotACount), "{text}");
        }
    }
}
