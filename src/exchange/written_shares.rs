//! Shares as people write them in cells: beside a name, before it, in brackets, in a cell of their own.

use crate::blueprint::notation::{
    DecimalMark, parse_quantity, parse_share, read_quantity, read_share,
};
use crate::blueprint::{Quantity, Refusal, Share};

use super::fixed_words::is_word;

/// Words for what the other shares leave.
const REST: [&str; 9] =
    ["the rest", "rest", "remainder", "remaining", "all others", "其余", "剩余", "余下", "其余的"];

pub fn is_rest(text: &str) -> bool {
    is_word(text, &REST)
}

/// Whether a text holds what can only be a share.
pub fn holds_share(text: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let fraction = text.match_indices('/').any(|(at, _)| {
        let head = text.get(..at).and_then(|head| head.chars().next_back());
        digit(head) && digit(text.get(at + 1..).and_then(|tail| tail.chars().next()))
    });
    let bracketed = text.split(['(', '（', '[']).skip(1).any(|rest| {
        rest.split([')', '）', ']']).next().is_some_and(|inside| is_share(inside.trim()))
    });
    let part = text.split([' ', ',', ';']).any(is_part_of_one);
    holds_percent(text) || fraction || bracketed || part
}

/// Whether a text holds a sign of per cent.
pub fn holds_percent(text: &str) -> bool {
    text.contains(['%', '％', '‰'])
        || [" percent", " per cent", " pct"].iter().any(|word| text.contains(word))
}

/// The signs and words of shares behind a number.
const OF_A_HUNDRED: [&str; 6] = ["%", "％", "‰", "percent", "per cent", "pct"];

/// Signs between a step and its share.
const BESIDE_SHARE: [char; 7] = [':', '：', '=', '-', '–', '—', '@'];

/// Signs between a label and the step that an arrow with it leads to.
const BEHIND_LABEL: [&str; 5] = ["->", "=>", "→", "：", ":"];

/// The step and its share in `Photo 70 %`, `Photo (70 %)`, `Photo: 70 %`, `70 % Photo`,
/// `Yes (70 %): Photo`, `Photo 1/3` or `Photo ?`.
pub fn split_share(item: &str) -> Option<(String, &str)> {
    trailing_share(item)
        .or_else(|| trailing_rest(item))
        .map(|(name, share)| (name.to_owned(), share))
        .or_else(|| share_in_brackets(item))
        .or_else(|| leading_share(item).map(|(name, share)| (name.to_owned(), share)))
        .or_else(|| share_of_label(item))
}

fn trailing_share(item: &str) -> Option<(&str, &str)> {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let of_hundred = OF_A_HUNDRED.iter().find_map(|word| item.strip_suffix(word));
    let (digits_start, marked) = if let Some(head) = of_hundred {
        (head.trim_end().trim_end_matches(number).len(), true)
    } else if item.ends_with('?') {
        (item.len() - 1, false)
    } else {
        let head = item.trim_end_matches(number);
        match head.strip_suffix('/').filter(|head| head.ends_with(number)) {
            Some(head) => (head.trim_end_matches(number).len(), false),
            // A part of one: "0.7".
            None if is_part_of_one(item.get(head.len()..)?) => (head.len(), false),
            None => return None,
        }
    };
    let (name, share) = (item.get(..digits_start)?, item.get(digits_start..)?);
    let bare = name.trim_end().trim_end_matches(BESIDE_SHARE).trim_end();
    // "B70%" could be a name; behind a Chinese name nobody writes a space.
    let apart = name.ends_with(|c: char| c.is_whitespace() || !c.is_ascii())
        || marked && bare.len() < name.len();
    let has_digits = share == "?" || share.starts_with(number);
    let bare = if marked { bare } else { name.trim_end() };
    (apart && has_digits && !bare.is_empty()).then_some((bare, share))
}

/// Whether a text begins or ends with a share below zero, as in `Photo -10 %`; a hyphen with blanks
/// on both sides, or on neither, stands between.
pub fn has_negative_share(item: &str) -> bool {
    let minus = ['-', '−', '－', '﹣'];
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/');
    let begins = item.strip_prefix(minus).is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit()) && leading_share(rest).is_some()
    });
    let bare = item.trim_end_matches([')', '）', ']']).trim_end();
    let of_hundred = OF_A_HUNDRED.iter().find_map(|word| bare.strip_suffix(word));
    let head = of_hundred.map_or(bare, str::trim_end);
    let digits = head.trim_end_matches(number);
    let share = head.get(digits.len()..).unwrap_or_default();
    let is_share = of_hundred.is_some() && !share.is_empty()
        || is_part_of_one(share)
        || share.contains('/') && parse_share(share).is_ok();
    let ends = is_share
        && digits.strip_suffix(minus).is_some_and(|before| {
            before.ends_with(|c: char| {
                c.is_whitespace() || matches!(c, '(' | '（' | '[' | ':' | '：')
            })
        });
    begins || ends
}

/// `Photo rest`, `Photo: the rest`, `拍照 其余`.
fn trailing_rest(item: &str) -> Option<(&str, &str)> {
    let lower = item.to_ascii_lowercase();
    let word = REST.iter().find(|word| lower.ends_with(**word))?;
    let (name, rest) = item.split_at_checked(item.len() - word.len())?;
    let bare = name.trim_end().trim_end_matches(BESIDE_SHARE).trim_end();
    let apart = bare.len() < name.len() || !word.is_ascii();
    (apart && !bare.is_empty()).then_some((bare, rest))
}

/// `Photo (70 %)`, `Photo（0.7）`; of `Photo (yes, 70 %)` the label stays with the name.
fn share_in_brackets(item: &str) -> Option<(String, &str)> {
    let inner = item.strip_suffix([')', '）', ']'])?;
    let open = inner.rfind(['(', '（', '['])?;
    let (name, inside) = (inner.get(..open)?.trim_end(), inner.get(open..)?);
    let inside = inside.trim_start_matches(['(', '（', '[']);
    let share_at = inside
        .rfind([',', '，', ':', '：'])
        .filter(|at| {
            let rest = inside.get(*at..).unwrap_or_default();
            let rest = rest.trim_start_matches([',', '，', ':', '：']);
            // "33,3 %" is one number.
            !inside.get(..*at).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()))
                && is_share(rest.trim())
        })
        .unwrap_or(0);
    let label = inside.get(..share_at).unwrap_or_default().trim();
    let share = inside.get(share_at..)?.trim_start_matches([',', '，', ':', '：']).trim();
    if name.is_empty() || !is_share(share) {
        return None;
    }
    let name = if label.is_empty() { name.to_owned() } else { format!("{name} ({label})") };
    Some((name, share))
}

/// `70 % Photo`, `70 %: Photo`, `(70 %) Photo`.
fn leading_share(item: &str) -> Option<(&str, &str)> {
    let text = item.strip_prefix(['(', '（', '[']);
    let bracket = text.and_then(|text| text.split_once([')', '）', ']']));
    let (share, rest) = if let Some((share, rest)) = bracket {
        (share.trim(), rest)
    } else {
        let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let digits = item.len() - item.trim_start_matches(number).len();
        let tail = item.get(digits..).filter(|_| digits > 0)?.trim_start();
        let word = OF_A_HUNDRED.iter().find(|word| tail.starts_with(**word))?;
        let end = item.len() - tail.len() + word.len();
        (item.get(..end)?, item.get(end..)?)
    };
    let name = rest.trim_start();
    let name = BEHIND_LABEL.iter().find_map(|sign| name.strip_prefix(sign)).unwrap_or(name);
    let name = name.trim_start_matches(BESIDE_SHARE).trim();
    (is_share(share) && !name.is_empty()).then_some((name, share))
}

/// `Yes 70 %: Photo`, `是（70%）→拍照`: the share stands with the label.
fn share_of_label(item: &str) -> Option<(String, &str)> {
    BEHIND_LABEL.iter().find_map(|sign| {
        let (label, name) = item.split_once(sign)?;
        let (label, share) = trailing_share(label.trim())
            .map(|(label, share)| (label.to_owned(), share))
            .or_else(|| share_in_brackets(label.trim()))?;
        let name = name.trim();
        (share != "?" && !name.is_empty()).then(|| (format!("{label}: {name}"), share))
    })
}

/// Whether a text is a number below one with decimals: `0.7`, `.5`, `0,25`.
fn is_part_of_one(text: &str) -> bool {
    let decimals = ["0.", "0,", ".", ","].iter().find_map(|head| text.strip_prefix(head));
    decimals.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a text is a share and nothing else.
pub fn is_share(text: &str) -> bool {
    let written = text == "?"
        || is_rest(text)
        || OF_A_HUNDRED.iter().any(|word| text.ends_with(word))
        || text.contains('/')
        || text.starts_with("0.")
        || text.starts_with("0,")
        || text.starts_with('.');
    written
        && (text == "?"
            || is_rest(text)
            || parse_share(text).is_ok()
                && text.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
}

/// Whether plain numbers in a column of shares are per cents: its heading says so, or some of them
/// can be nothing else. One and a half alone is none, and beside `0.85` neither is `85`, unless all
/// together are a hundred.
pub fn are_percents<'a>(heading: Option<&str>, cells: impl Iterator<Item = &'a str>) -> bool {
    let says = |heading: &str| {
        let heading = heading.to_lowercase();
        holds_percent(&heading)
            || ["percent", "per cent", "pct"].iter().any(|w| heading.contains(w))
    };
    let numbers: Vec<f64> =
        cells.filter_map(|cell| parse_quantity(cell).ok()).map(Quantity::get).collect();
    let most = numbers.iter().copied().fold(0.0, f64::max);
    let parts_of_one = numbers.iter().any(|number| number.fract() != 0.0 && *number < 1.0);
    let whole = (numbers.iter().sum::<f64>() - 100.0).abs() < 1.0;
    heading.is_some_and(says) || most >= 2.0 && (!parts_of_one || whole)
}

/// A share in a cell of its own; `percents` as [`are_percents`] says.
///
/// # Errors
/// As [`read_share`].
pub fn read_share_cell(text: &str, mark: DecimalMark, percents: bool) -> Result<Share, Refusal> {
    match read_quantity(text, mark) {
        Ok(number) if percents => Share::percent(number.get()),
        _ => read_share(text, mark),
    }
}
