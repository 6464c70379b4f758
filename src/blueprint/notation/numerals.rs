//! Chinese numerals: `三十`, `一百零五`, `一千五` (1500), `两万`, and two digits side by side, which are
//! an approximate number: `两三` is 2 to 3, `二三十` is 20 to 30.

/// The value of a digit.
fn digit(c: char) -> Option<u64> {
    let value = match c {
        // A round zero (〇) too.
        '\u{3007}' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '\u{8086}' => 4,
        '五' | '\u{4f0d}' => 5,
        '六' | '\u{9646}' => 6,
        '七' | '\u{67d2}' => 7,
        '八' | '\u{634c}' => 8,
        '九' | '\u{7396}' => 9,
        _ => return None,
    };
    Some(value)
}

/// The value of a place: ten to a hundred million; the formal characters too.
fn place(c: char) -> Option<u64> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '\u{4f70}' => Some(100),
        '千' | '\u{4edf}' => Some(1_000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}

/// What a run of numerals means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// A number.
    Exact(u64),
    /// Any of two numbers and what lies between.
    Between(u64, u64),
    /// No number.
    Nothing,
}

/// A run without two digits side by side; `None` where its places make no sense.
fn exact(run: &[char]) -> Option<u64> {
    // Of 120,000,000: those above the last 亿 or 万, those below it, and a digit without a place.
    let (mut sum, mut section, mut open) = (0_u64, 0_u64, None);
    let (mut last_place, mut last_large) = (u64::MAX, u64::MAX);
    let mut zero = false;
    for (at, c) in run.iter().enumerate() {
        if let Some(value) = digit(*c) {
            if open.is_some() {
                return None;
            }
            if value == 0 {
                zero = true;
            } else {
                open = Some(value);
            }
            continue;
        }
        let place = place(*c)?;
        if place >= 10_000 {
            let below = section + open.take().unwrap_or_default();
            if below == 0 || place >= last_large {
                return None;
            }
            sum = sum.checked_add(below.checked_mul(place)?)?;
            (section, last_place, last_large) = (0, place, place);
        } else {
            // "十" may stand for ten, a hundred without a number is none: 百人.
            let times = match open.take() {
                Some(digit) => digit,
                None if place == 10 && (at == 0 || zero || last_place >= 100) => 1,
                None => return None,
            };
            if place >= last_place {
                return None;
            }
            section += times * place;
            last_place = place;
        }
        zero = false;
    }
    // The last digit behind a hundred and more is of the next lower place, unless a zero stands
    // before it: 一百五 is 150, 一百零五 is 105.
    let unit = if zero || last_place == u64::MAX { 1 } else { (last_place / 10).max(1) };
    let value = sum.checked_add(section)?.checked_add(open.unwrap_or_default() * unit)?;
    Some(value)
}

/// Whether two digits side by side are the two ends of an approximate number.
fn are_neighbours(low: u64, high: u64) -> bool {
    low > 0 && (high == low + 1 || (low, high) == (3, 5))
}

fn meaning(run: &[char]) -> Meaning {
    let digits: Vec<Option<u64>> = run.iter().map(|c| digit(*c)).collect();
    let pairs: Vec<usize> = (1..run.len())
        .filter(|at| {
            let digit = |at: usize| digits.get(at).copied().flatten();
            digit(*at).is_some() && digit(*at - 1).is_some_and(|before| before > 0)
        })
        .collect();
    let all_digits = digits.iter().all(Option::is_some);
    if all_digits && (run.len() == 1 || digits.contains(&Some(0))) {
        // Digits alone stand for themselves: 二〇.
        let value = digits.iter().flatten().try_fold(0_u64, |sum, digit| {
            sum.checked_mul(10).and_then(|sum| sum.checked_add(*digit))
        });
        return value.map_or(Meaning::Nothing, Meaning::Exact);
    }
    match pairs.as_slice() {
        [] => exact(run).map_or(Meaning::Nothing, Meaning::Exact),
        [at] => {
            let without = |at: usize| -> Option<u64> {
                let mut run = run.to_vec();
                (at < run.len()).then(|| run.remove(at))?;
                exact(&run)
            };
            let value = |at: usize| digits.get(at).copied().flatten().unwrap_or_default();
            match (without(*at), without(*at - 1)) {
                (Some(low), Some(high)) if are_neighbours(value(*at - 1), value(*at)) => {
                    Meaning::Between(low, high)
                }
                _ => Meaning::Nothing,
            }
        }
        _ => Meaning::Nothing,
    }
}

/// A plain text with its Chinese numerals in digits: `三十分钟` is `30分钟`, `两三分钟` is `2-3分钟`; what
/// is no number stays as it is. A zero between two units (`1 小时零 5 分`) is left out.
pub(super) fn in_digits(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_numeral = |c: &char| digit(*c).is_some() || place(*c).is_some();
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let run = chars.get(at..).unwrap_or_default().iter().take_while(|c| is_numeral(c)).count();
        let behind_digit = written.ends_with(|c: char| c.is_ascii_digit());
        if run == 0 || behind_digit {
            written.push(*c);
            at += 1;
            continue;
        }
        let run_chars = chars.get(at..at + run).unwrap_or_default();
        let behind_unit = written.trim_end().ends_with(['时', '钟', '分', '天', '日', '周']);
        let connects = behind_unit && run_chars.first() == Some(&'零');
        let run_chars = if connects { run_chars.get(1..).unwrap_or_default() } else { run_chars };
        // "千分之五" is five of a thousand.
        let of_parts = chars.get(at + run..).is_some_and(|rest| rest.starts_with(&['分', '之']));
        match (run_chars, meaning(run_chars)) {
            ([], _) => {}
            ([alone], _) if of_parts && place(*alone).is_some() => {
                written.push_str(&place(*alone).unwrap_or_default().to_string());
            }
            (_, Meaning::Exact(value)) => written.push_str(&value.to_string()),
            (_, Meaning::Between(low, high)) => {
                written.extend([low.to_string(), "-".to_owned(), high.to_string()]);
            }
            (_, Meaning::Nothing) => written.extend(run_chars),
        }
        at += run;
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_numbers_as_they_are_spoken() {
        for (text, expect) in [
            ("五", "5"),
            ("十", "10"),
            ("十五", "15"),
            ("三十五", "35"),
            ("一百零五", "105"),
            ("一百一十", "110"),
            ("一百五", "150"),
            ("两百五", "250"),
            ("两百五十", "250"),
            ("一千五", "1500"),
            ("一千零五", "1005"),
            ("一千零五十", "1050"),
            ("一千二百五", "1250"),
            ("一万", "10000"),
            ("一万二", "12000"),
            ("一万零二", "10002"),
            ("一万二千", "12000"),
            ("十二万", "120000"),
            ("三万五千五", "35500"),
            ("一亿二", "120000000"),
            ("二零", "20"),
            ("一〇五", "105"),
            ("千分之五", "1000分之5"),
            ("万分之五", "10000分之5"),
        ] {
            assert_eq!(in_digits(text), expect, "{text}");
        }
    }

    #[test]
    fn digits_side_by_side_are_never_glued() {
        for (text, expect) in [
            ("两三分钟", "2-3分钟"),
            ("三五分钟", "3-5分钟"),
            ("七八个", "7-8个"),
            ("十七八", "17-18"),
            ("二三十", "20-30"),
            ("三五十人", "30-50人"),
            ("二十五六", "25-26"),
            ("两三百", "200-300"),
            ("三四千", "3000-4000"),
            ("两三万", "20000-30000"),
            ("一百二三十", "120-130"),
            ("一百五六", "150-160"),
            ("一两百", "100-200"),
            // No number at all, so that its reader refuses it.
            ("五三", "五三"),
            ("二五", "二五"),
            ("三四五", "三四五"),
            ("百人", "百人"),
            ("千", "千"),
            ("万人", "万人"),
            ("十百", "十百"),
            ("十几人", "10几人"),
        ] {
            assert_eq!(in_digits(text), expect, "{text}");
        }
    }
}
