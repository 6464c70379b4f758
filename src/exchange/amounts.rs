//! How many of somebody a need names: `2 Nurse`, `two nurses`, `Nurse ×2`, `护士 2 名`.

use super::fixed_words::KEEP;

/// Whether a name begins with an amount that is no whole number: `½ Nurse`, `1.5 Nurse`,
/// `-1 Nurse`, `several nurses`, 几名护士.
pub fn has_no_number(name: &str) -> bool {
    let digit = |c: char| is_digit(c);
    let text = name.trim_start();
    let minus = text.strip_prefix(['-', '−', '–', '－']);
    if minus.is_some_and(|rest| rest.trim_start().starts_with(digit))
        || text.starts_with(['½', '¼', '¾', '⅓'])
    {
        return true;
    }
    // "50 % Nurse" and "Nurse (50%)".
    let quoted = text.contains('"');
    let percent = text
        .match_indices(['%', '％', '‰'])
        .any(|(at, _)| text.get(..at).is_some_and(|head| head.trim_end().ends_with(digit)));
    if percent && !quoted {
        return true;
    }
    let rest = text.trim_start_matches(digit);
    let whole = text.get(..text.len() - rest.len()).unwrap_or_default();
    let parts = rest.strip_prefix(['.', ',', '．', '/', '½']).filter(|_| !whole.is_empty());
    if let Some(parts) = parts {
        let behind = parts.trim_start_matches(digit);
        let decimals = parts.get(..parts.len() - behind.len()).unwrap_or_default();
        let spaced = behind.starts_with(char::is_whitespace)
            || behind.starts_with(['个', '名', '位', '台', '间', '张']);
        let fraction = rest.starts_with('/');
        let below_one = || match (whole.parse::<u32>(), decimals.parse::<u32>()) {
            (Ok(above), Ok(below)) => above < below,
            _ => false,
        };
        let is_amount = if rest.starts_with('½') {
            true
        } else {
            !decimals.is_empty() && spaced && (!fraction || below_one())
        };
        if is_amount {
            return true;
        }
    }
    let lower = text.to_ascii_lowercase();
    let words = [
        "half ",
        "several ",
        "some ",
        "a few ",
        "few ",
        "a couple of ",
        "couple of ",
        "a pair of ",
        "pair of ",
        "dozen ",
        "a dozen ",
        "a half ",
    ];
    let chinese = [
        "半个", "半名", "半位", "几个", "几名", "几位", "多个", "多名", "多位", "数名", "数位",
        "若干", "一些", "十几", "几十", "上百", "数十", "大量",
    ];
    // 十多名护士, 二十余人.
    let more = text.trim_start_matches(|c: char| NUMERALS.contains(c) || is_digit(c) || c == '百');
    let vague = more.len() < text.len()
        && more
            .strip_prefix(['多', '余', '来', '几'])
            .is_some_and(|rest| rest.starts_with(MEASURES));
    if vague {
        return true;
    }
    words.iter().any(|word| lower.starts_with(word) && lower.len() > word.len())
        || chinese.iter().any(|word| text.starts_with(word) && text.len() > word.len())
}

/// English numbers that stand before a name.
const NUMBERS: [(&str, &str); 11] = [
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
];

/// Takes count and `keep` off the start of a need, in whichever order they stand.
pub fn amount(text: &str) -> (Option<&str>, bool, &str) {
    let (mut count, mut keep, mut rest) = (None, false, text.trim_start());
    loop {
        let kept = KEEP.iter().find_map(|word| {
            let head = rest.get(..word.len())?;
            let tail = rest.get(word.len()..)?;
            let apart = !word.is_ascii() || tail.starts_with(char::is_whitespace);
            (head.eq_ignore_ascii_case(word) && apart && !keep).then_some(tail)
        });
        if let Some(tail) = kept {
            keep = true;
            rest = tail.trim_start();
            continue;
        }
        let marked = rest.strip_prefix(TIMES).map_or(rest, str::trim_start);
        let digits = marked.len() - marked.trim_start_matches(is_digit).len();
        let (number, tail) = marked.split_at(digits);
        let spaced = tail.strip_prefix(char::is_whitespace);
        let tail = if marked.len() < rest.len() {
            spaced
        } else {
            measured(tail).or_else(|| spaced.filter(|_| digits > 0))
        };
        if digits > 0
            && count.is_none()
            && let Some(tail) = tail
        {
            count = Some(number);
            rest = tail.trim_start();
            continue;
        }
        let word = rest.split(char::is_whitespace).next().unwrap_or_default();
        let number = NUMBERS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name));
        if let Some((_, number)) = number.filter(|_| count.is_none())
            && let Some(tail) = rest.get(word.len()..).filter(|tail| !tail.trim().is_empty())
        {
            count = Some(*number);
            rest = tail.trim_start();
            continue;
        }
        // In words only with a measure: 两名护士, but 三叉神经科.
        let word = rest.len() - rest.trim_start_matches(|c: char| NUMERALS.contains(c)).len();
        let (number, tail) = rest.split_at(word);
        if word > 0
            && count.is_none()
            && let Some(tail) = tail.strip_prefix(['名', '位', '台', '个', '间', '张'])
            && !tail.trim().is_empty()
        {
            count = Some(number);
            rest = tail.trim_start();
            continue;
        }
        return (count, keep, rest);
    }
}

/// Signs of "times" between a number and a name.
const TIMES: [char; 3] = ['×', '✕', '✖'];
/// Measures between a number and a name, or behind a number.
const MEASURES: [char; 7] = ['名', '位', '个', '台', '间', '张', '人'];
/// Chinese numbers that say how many.
const NUMERALS: &str = "一二两三四五六七八九十";

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c)
}

/// What stands behind a sign of "times" or a measure.
fn measured(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let times = ["x ", "X ", "ｘ", "* ", "＊"];
    times
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .or_else(|| text.strip_prefix(TIMES))
        .or_else(|| text.strip_prefix(MEASURES))
        .filter(|rest| !rest.trim().is_empty())
}

/// Takes a count off the end of a need: `Nurse ×2`, `Nurse x 2`, `Nurse (x2)`, `护士 2 名`,
/// `护士（2人）`. A number alone belongs to the name: `Clerk 2`.
pub fn behind(text: &str) -> (Option<&str>, &str) {
    let text = text.trim();
    let bracket = text.strip_suffix([')', '）']).and_then(|inner| {
        let (name, inside) = inner.rsplit_once(['(', '（'])?;
        Some((name.trim_end(), inside.trim()))
    });
    let found = match bracket {
        Some((name, inside)) => number_of(inside)
            .filter(|(before, _)| before.is_empty())
            .map(|(_, number)| (name, number)),
        None => number_of(text),
    };
    match found.filter(|(name, _)| !name.is_empty() && !name.ends_with('第')) {
        Some((name, number)) => (Some(number), name),
        None => (None, text),
    }
}

/// The number at the end of a text that a sign or a measure marks as a count, with what stands
/// before it.
fn number_of(text: &str) -> Option<(&str, &str)> {
    if let Some(head) = text.strip_suffix(MEASURES) {
        let head = head.trim_end();
        let name = head.trim_end_matches(is_digit);
        let name = if name.len() < head.len() {
            name
        } else {
            head.trim_end_matches(|c: char| NUMERALS.contains(c))
        };
        let number = head.get(name.len()..).filter(|number| !number.is_empty())?;
        return Some((name.trim_end(), number));
    }
    let name = text.trim_end_matches(is_digit);
    let number = text.get(name.len()..).filter(|number| !number.is_empty())?;
    let head = name.trim_end();
    let before = head.strip_suffix(TIMES).or_else(|| {
        let rest = head.strip_suffix(['x', 'X', 'ｘ', '*', '＊'])?;
        (rest.is_empty() || rest.ends_with(char::is_whitespace)).then_some(rest)
    })?;
    Some((before.trim_end(), number))
}
