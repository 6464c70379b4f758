//! Marks before the items of a list: `1.`, `（1）`, `①`, `•`, `-`, `第一步`.

/// The rest of an item behind its mark, if it has one.
pub fn without_mark(item: &str) -> Option<&str> {
    let item = item.trim();
    let rest = bullet(item).or_else(|| number(item))?;
    let rest = rest.trim_start();
    // A box to be ticked may stand behind a bullet.
    let rest = ["[ ]", "[x]", "[X]", "☐", "☑", "☒"]
        .iter()
        .find_map(|tick| rest.strip_prefix(tick))
        .map_or(rest, str::trim_start);
    (!rest.is_empty()).then_some(rest)
}

fn bullet(item: &str) -> Option<&str> {
    let first = item.chars().next()?;
    let rest = item.get(first.len_utf8()..)?;
    match first {
        '•'
        | '◦'
        | '‣'
        | '▪'
        | '▫'
        | '●'
        | '○'
        | '■'
        | '□'
        | '◆'
        | '◇'
        | '➢'
        | '➤'
        | '►'
        | '▶'
        | '→'
        | '✓'
        | '✔'
        | '☐'
        | '☑'
        | '·'
        | '\u{f0b7}'
        | '\u{f0a7}'
        | '①'..='⑳'
        | '⑴'..='⒇'
        | '⒈'..='⒛'
        | '❶'..='❿' => Some(rest),
        '-' | '–' | '—' | '*' | '+' | 'o' => {
            let spaced = rest.starts_with([' ', '\t', '\u{a0}', '\u{3000}']);
            // A lone "o" stands for a bullet only where a tab or several spaces follow.
            (spaced && (first != 'o' || rest.starts_with(['\t', '\u{a0}']))).then_some(rest)
        }
        _ => None,
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn is_chinese_digit(c: char) -> bool {
    "一二三四五六七八九十百".contains(c)
}

/// Whether a text is a letter or a small Roman number, as items are marked with.
fn is_letter_mark(text: &str) -> bool {
    let roman = ["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"];
    text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_alphabetic())
        || roman.contains(&text.to_ascii_lowercase().as_str())
}

/// `1.`, `1)`, `1、`, `1.2.`, `(1)`, `（一）`, `一、`, `Step 1:`, `第一步：`, `a)`.
fn number(item: &str) -> Option<&str> {
    for (open, close) in [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】')] {
        if let Some(rest) = item.strip_prefix(open)
            && let Some((inside, rest)) = rest.split_once([close, ')', '）'])
            && !inside.is_empty()
            && inside.chars().count() <= 4
            && (inside.chars().all(is_digit)
                || inside.chars().all(is_chinese_digit)
                || is_letter_mark(inside))
        {
            return Some(rest);
        }
    }
    // "a)" and "iv."
    let letters = item.len() - item.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (letters, behind) = item.split_at(letters);
    if is_letter_mark(letters)
        && let Some(rest) = behind.strip_prefix([')', '）'])
    {
        return Some(rest);
    }
    if is_letter_mark(letters)
        && let Some(rest) = behind.strip_prefix(". ")
    {
        return Some(rest);
    }
    let named = ["step ", "步骤", "第"].iter().find_map(|word| {
        let head = item.get(..word.len())?;
        head.eq_ignore_ascii_case(word).then(|| item.get(word.len()..)).flatten()
    });
    let digits = named.unwrap_or(item).trim_start();
    let chinese = digits.trim_start_matches(is_chinese_digit);
    let latin = digits.trim_start_matches(|c: char| is_digit(c) || c == '.');
    let (mut rest, is_chinese) =
        if chinese.len() < digits.len() { (chinese, true) } else { (latin, false) };
    if rest.len() == digits.len() {
        return None;
    }
    let ended = digits.get(..digits.len() - rest.len()).is_some_and(|mark| mark.ends_with('.'));
    if !is_chinese && digits.len() - rest.len() > 12 {
        return None;
    }
    if named.is_some() {
        rest = rest.strip_prefix(['步', '条']).unwrap_or(rest).trim_start();
    }
    let signs = ['.', '．', ')', '）', '、', ':', '：', ',', '，', '-', '–'];
    let behind = rest.strip_prefix(signs);
    if is_chinese && named.is_none() {
        return rest.strip_prefix(['、', '.', '．', '，']);
    }
    match behind {
        // "1.5 h" and "3-phase" are no items.
        Some(behind)
            if !behind.starts_with(is_digit)
                && (named.is_some() || !rest.starts_with(['-', '–', ':'])) =>
        {
            Some(behind)
        }
        Some(_) => None,
        None if ended => (!rest.starts_with(is_digit)).then_some(rest),
        None => named.is_some().then_some(rest),
    }
}

/// The items without their marks, where most of them have one.
pub fn take_off<'t>(items: &[&'t str]) -> Option<Vec<&'t str>> {
    let marked = items.iter().filter(|item| without_mark(item).is_some()).count();
    (marked > 0 && 2 * marked >= items.len())
        .then(|| items.iter().map(|item| without_mark(item).unwrap_or(item)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_names() {
        for (item, rest) in [
            ("1. Receive form", "Receive form"),
            ("2) Check", "Check"),
            ("(3) Check", "Check"),
            ("（1）取号", "取号"),
            ("1、取号", "取号"),
            ("一、取号", "取号"),
            ("1.2 Check", "Check"),
            ("1.2. Check", "Check"),
            ("① 取号", "取号"),
            ("• Approve", "Approve"),
            ("•Approve", "Approve"),
            ("- Archive", "Archive"),
            ("* Archive", "Archive"),
            ("- [ ] Archive", "Archive"),
            ("Step 1: Greet", "Greet"),
            ("第一步：取号", "取号"),
            ("步骤2 受理", "受理"),
            ("(a) Wave", "Wave"),
            ("a) Wave", "Wave"),
            ("B) Wave", "Wave"),
            ("c. Wave", "Wave"),
            ("（b）取号", "取号"),
            ("(iv) Wave", "Wave"),
            ("iv) Wave", "Wave"),
        ] {
            let found = without_mark(item);
            if item == "1.2 Check" {
                // Without a sign at its end it may be an amount.
                assert_eq!(found, None, "{item}");
            } else {
                assert_eq!(found, Some(rest), "{item}");
            }
        }
        for item in
            ["Receive", "-5 °C check", "3-phase test", "1.5 h wait", "三方会签", "2 nurses", "1."]
        {
            assert_eq!(without_mark(item), None, "{item}");
        }
    }
}
