//! Who and what a step needs, as people list it: `Nurse`, `Nurse + Doctor`, `Nurse, Doctor`,
//! `Nurse and Doctor` are all of them; `Nurse | Doctor`, `Nurse/Doctor`, `Nurse or Doctor` are
//! either, which binds tighter; `2 Nurse`, `Nurse ×2` and `护士 2 名` are two,
//! `keep Oven` stays with the customer.

use std::num::NonZeroU32;

use super::amounts::{amount, behind, has_no_number};
use super::faults::TableFault;
use super::fixed_words::{KEEP, NOBODY, NOTHING, is_word};
use super::quoted_names::{quote, quoted_length, unquote};
use crate::blueprint::NamedNeed;
use crate::blueprint::notation::parse_count;

/// Needs as read, with what was made of the signs between the names.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ReadNeeds {
    /// The needs.
    pub needs: Vec<NamedNeed>,
    /// Whether a sign other than `+` was taken for "all of them".
    pub took_all: bool,
    /// Whether a sign other than `|` was taken for "either".
    pub took_either: bool,
    /// Whether a word such as `TBD` or `self` stood there, which is nobody's name.
    pub named_nobody: bool,
}

/// What stands between two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// `+`.
    Plus,
    /// `,`, which beside "or" lists alternatives.
    Comma,
    /// Another sign or word for "all of them".
    All,
    /// `|`.
    Bar,
    /// The word "or".
    Or,
    /// `/`.
    Slash,
}

impl Sign {
    fn is_either(self) -> bool {
        matches!(self, Self::Bar | Self::Or | Self::Slash)
    }
}

/// Words that hold a character which between names would mean "and" or "or".
const COMPOUNDS: &[&str] = &[
    "和解", "调和", "协和", "和谐", "和平", "共和", "饱和", "温和", "和气", "和田", "中和", "及时",
    "及格", "普及", "涉及", "及其", "参与", "与会", "或许", "或然", "和服", "总和", "缓和", "和睦",
    "人和", "和合", "跟单", "跟踪", "跟班", "跟车", "跟台", "跟访", "跟进",
];

/// The sign that a text starts with, and its length; `before` is what stands before it.
fn sign_at(text: &str, before: &str) -> Option<(Sign, usize)> {
    let first = text.chars().next()?;
    let rest = text.get(first.len_utf8()..).unwrap_or_default();
    let one = |sign| Some((sign, first.len_utf8()));
    match first {
        '+' | '＋' => one(Sign::Plus),
        ',' | '，' | '、' => one(Sign::Comma),
        ';' | '；' | '\n' => one(Sign::All),
        '|' | '｜' => one(Sign::Bar),
        '&' | '＆' => {
            // "R&D" is one name.
            let short =
                before.ends_with(char::is_uppercase) && rest.starts_with(char::is_uppercase);
            if short { None } else { one(Sign::All) }
        }
        '/' | '／' => {
            // "A/C technician" and "24/7" are one name.
            let lone = |name: &str| name.chars().count() == 1;
            let left = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            let right = rest.split(char::is_whitespace).next().unwrap_or_default();
            let digits = before.ends_with(|c: char| c.is_ascii_digit())
                && rest.starts_with(|c: char| c.is_ascii_digit());
            let ascii = left.is_ascii() && right.is_ascii();
            // Of "w/" and "w/o".
            if left.eq_ignore_ascii_case("w") {
                return None;
            }
            if digits || ascii && lone(left) && lone(right) { None } else { one(Sign::Slash) }
        }
        '和' | '及' | '与' | '或' | '跟' => {
            let joined = COMPOUNDS.iter().any(|word| {
                text.starts_with(word)
                    || word.ends_with(first) && before.ends_with(word.trim_end_matches(first))
            });
            let alone = before.trim().is_empty() || rest.trim().is_empty();
            let sign = if first == '或' { Sign::Or } else { Sign::All };
            let length = text.starts_with("或者").then_some("或者");
            match (joined || alone, length) {
                (true, _) => None,
                (false, Some(word)) => Some((sign, word.len())),
                (false, None) => one(sign),
            }
        }
        '以' if rest.starts_with('及') => Some((Sign::All, "以及".len())),
        _ if before.ends_with(char::is_whitespace) => {
            let word = text.split(char::is_whitespace).next().unwrap_or_default();
            let with = text.get(..2).filter(|head| head.eq_ignore_ascii_case("w/"));
            let without = text.get(2..).is_some_and(|rest| {
                rest.starts_with(['o', 'O'])
                    && !rest.get(1..).unwrap_or("x").starts_with(char::is_alphabetic)
            });
            if let Some(with) = with.filter(|_| !without && text.len() > 2) {
                return Some((Sign::All, with.len()));
            }
            let sign = match word.to_lowercase().as_str() {
                "and" | "plus" => Sign::All,
                "or" | "and/or" => Sign::Or,
                _ => return None,
            };
            (word.len() < text.len()).then_some((sign, word.len()))
        }
        _ => None,
    }
}

/// The names of a text with the signs before them. A known name that holds such signs is one name.
fn take_apart<'t>(text: &'t str, known: &[&str]) -> Vec<(Option<Sign>, &'t str)> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut sign) = (0, 0, None);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let so_far = text.get(start..at).unwrap_or_default();
        if so_far.trim().is_empty() || starts_a_name(so_far) {
            let whole = known.iter().filter(|name| {
                rest.strip_prefix(**name).is_some_and(|behind| {
                    behind.is_empty() || sign_at(behind.trim_start(), &format!("{name} ")).is_some()
                })
            });
            let length = whole
                .map(|name| name.len())
                .max()
                .or_else(|| rest.starts_with('"').then(|| quoted_length(rest)).flatten());
            if let Some(length) = length {
                at += length;
                continue;
            }
        }
        if let Some(length) = bracket_length(rest) {
            // What stands in brackets is a remark or a group, read later.
            at += length;
        } else if let Some((next, length)) = sign_at(rest, so_far) {
            parts.push((sign, so_far.trim()));
            sign = Some(next);
            at += length;
            start = at;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    parts.push((sign, text.get(start..).unwrap_or_default().trim()));
    // Nothing follows a list's last comma.
    if let Some((Some(Sign::Comma | Sign::All), "")) = parts.last() {
        parts.pop();
    }
    // ", and" is one sign, and so is a line break after another.
    let mut at = 0;
    while at + 1 < parts.len() {
        let next = parts.get(at + 1).copied();
        let blank = parts.get(at).is_some_and(|(sign, name)| sign.is_some() && name.is_empty());
        if let Some((Some(sign @ (Sign::All | Sign::Or)), name)) = next
            && blank
            && !name.is_empty()
        {
            parts.remove(at);
            if let Some(slot) = parts.get_mut(at) {
                *slot = (Some(sign), name);
            }
        } else {
            at += 1;
        }
    }
    parts
}

/// The length of the brackets that a text starts with, if they close.
fn bracket_length(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' => open += 1,
            ')' | '）' => open = open.checked_sub(1)?,
            _ => {}
        }
        if open == 0 {
            return (at > 0).then_some(at + c.len_utf8());
        }
    }
    None
}

/// What brackets around all of a text hold.
fn bracketed(text: &str) -> Option<&str> {
    bracket_length(text).filter(|length| *length == text.len())?;
    Some(text.strip_prefix(['(', '（'])?.strip_suffix([')', '）'])?.trim())
}

/// Whether brackets in a name do not close, or begin with a sign as in `Nurse (+ Doctor)`.
fn has_loose_brackets(name: &str) -> bool {
    let mut at = 0;
    while let Some(rest) = name.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(first) = rest.chars().next() else { break };
        if let Some(length) = bracket_length(rest) {
            let inside = rest.get(first.len_utf8()..).unwrap_or_default().trim_start();
            if inside.starts_with(['+', '|', '&', '/', '＋', '｜', '＆']) {
                return true;
            }
            at += length;
        } else if matches!(first, '(' | '（' | ')' | '）') {
            return true;
        } else {
            at += first.len_utf8();
        }
    }
    false
}

/// What words before a list say of how many of it are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HowMany {
    /// All: `both`, `all of`.
    All,
    /// Any one: `either`, `any of`, `one of`.
    One,
    /// Another number of several.
    Some,
}

/// Takes words that say how many of a list are needed off the start of a name.
fn how_many(name: &str) -> Option<(HowMany, &str)> {
    let after = |word: &str| -> Option<&str> {
        let head = name.get(..word.len())?;
        let rest = name.get(word.len()..)?;
        let fits = head.eq_ignore_ascii_case(word) && rest.starts_with(char::is_whitespace);
        fits.then(|| rest.trim_start()).filter(|rest| !rest.is_empty())
    };
    let list = [
        ("either of", HowMany::One),
        ("either", HowMany::One),
        ("any one of", HowMany::One),
        ("any of", HowMany::One),
        ("one of", HowMany::One),
        ("1 of", HowMany::One),
        ("both of", HowMany::All),
        ("both", HowMany::All),
        ("all of", HowMany::All),
    ];
    if let Some(found) = list.iter().find_map(|(word, many)| Some((*many, after(word)?))) {
        return Some(found);
    }
    let (head, rest) = name.split_once(" of ")?;
    let numbers =
        ["two", "three", "four", "five", "2", "3", "4", "5", "some", "any", "at", "least"];
    let all = head
        .split_whitespace()
        .all(|word| numbers.iter().any(|number| word.eq_ignore_ascii_case(number)));
    all.then_some((HowMany::Some, rest))
}

/// Takes words that say how many of a list are needed off the end of a Chinese list.
fn how_many_behind(text: &str) -> (Option<HowMany>, &str) {
    let words = [
        (HowMany::One, ["任一", "均可", "皆可", "之一", "都可以", "任选其一", "任一即可", "都行"]),
        (HowMany::All, ["共同", "一起", "一同", "同时", "都需要", "均需", "都要", "共同办理"]),
    ];
    for (many, words) in words {
        // Of words that end alike the longest comes off.
        let found = words.iter().filter_map(|word| text.strip_suffix(word)).min_by_key(|t| t.len());
        if let Some(rest) = found.map(|rest| rest.trim_end_matches(['，', ',', ' ', '中']))
            && take_apart(rest, &[]).len() > 1
        {
            return (Some(many), rest);
        }
    }
    (None, text)
}

/// Whether a text is only what may stand before a name: a count, `keep`.
fn starts_a_name(text: &str) -> bool {
    let (_, _, rest) = amount(text);
    text.ends_with(char::is_whitespace) && rest.is_empty()
}

/// The needs of a step; none of a blank text. `known` are names of roles that hold a sign or word
/// for a list and are one role all the same.
///
/// # Errors
/// [`TableFault::EmptyName`], [`TableFault::UnclearBrackets`], [`TableFault::SomeOfSeveral`],
/// [`TableFault::AmountUnclear`], [`TableFault::OneAfterAnother`], or
/// [`crate::blueprint::Refusal::NotACount`] for a count of zero.
pub fn read_needs(text: &str, known: &[&str]) -> Result<ReadNeeds, TableFault> {
    let text = text.trim();
    let named_nobody = is_word(text, NOBODY) && !known.contains(&text);
    let mut read = ReadNeeds { named_nobody, ..ReadNeeds::default() };
    if text.is_empty() || read.named_nobody || is_word(text, NOTHING) && !known.contains(&text) {
        return Ok(read);
    }
    let (behind_list, list) = how_many_behind(text);
    let parts = take_apart(list, known);
    // From "any of" on, whatever signs but `+` stand between the names.
    let mut any_of = behind_list == Some(HowMany::One);
    let any = |wanted: Sign| parts.iter().any(|(sign, _)| *sign == Some(wanted));
    // "Nurse, doctor or clerk" is any of the three.
    let commas_are_or = any(Sign::Or) && !any(Sign::Plus) && !any(Sign::All);
    let signs: Vec<Option<Sign>> = parts.iter().map(|(sign, _)| *sign).collect();
    for (at, (sign, name)) in parts.into_iter().enumerate() {
        any_of &= sign != Some(Sign::Plus);
        let either = sign.is_some_and(|sign| {
            sign.is_either()
                || sign == Sign::Comma && commas_are_or
                || matches!(sign, Sign::Comma | Sign::All) && any_of
        });
        match sign {
            None | Some(Sign::Plus | Sign::Bar) => {}
            Some(_) if either => read.took_either = true,
            Some(_) => read.took_all = true,
        }
        let name = match how_many(name).filter(|_| !known.contains(&name)) {
            Some((HowMany::One, rest)) => {
                any_of = true;
                rest
            }
            Some((HowMany::All, rest)) => rest,
            Some((HowMany::Some, _)) => return Err(TableFault::SomeOfSeveral(text.to_owned())),
            None => name,
        };
        // What stands in quotes, or is known, is a name whatever it says.
        let bare = amount(name).2;
        if !known.contains(&name) && !known.contains(&bare) && !bare.starts_with('"') {
            check_name(name, text)?;
        }
        let (count, keep, name) = if known.contains(&name) {
            (None, false, name)
        } else {
            let unclear = || TableFault::AmountUnclear(name.to_owned());
            let (before, keep, rest) = amount(name);
            let (keep, rest) = keep_behind(rest).map_or((keep, rest), |bare| (true, bare));
            let (behind, rest) = if known.contains(&rest) { (None, rest) } else { behind(rest) };
            let count = match (before, behind) {
                (Some(_), Some(_)) => return Err(unclear()),
                (before, behind) => before.or(behind),
            };
            let count = count.map(parse_count).transpose().map_err(TableFault::Refused)?;
            // A number for one of several that could do it says nothing of the others.
            let first = read.needs.last().filter(|_| either).map(|need| need.count);
            if first.is_some_and(|first| count.is_some_and(|count| count != first)) {
                return Err(unclear());
            }
            (count, keep, rest)
        };
        if let Some(inside) = bracketed(name).filter(|_| !known.contains(&name)) {
            let group = read_needs(inside, known)?;
            read.took_all |= group.took_all;
            read.took_either |= group.took_either;
            let unclear = || TableFault::UnclearBrackets(text.to_owned());
            let one = group.needs.len() == 1;
            let next_either = signs.get(at + 1).copied().flatten().is_some_and(Sign::is_either);
            if !one && (either || next_either || count.is_some()) {
                return Err(unclear());
            }
            for mut need in group.needs {
                if count.is_some() && need.count != NonZeroU32::MIN {
                    return Err(unclear());
                }
                need.count = count.unwrap_or(need.count);
                need.keep |= keep;
                match read.needs.last_mut().filter(|_| either) {
                    Some(before) => before.roles.extend(need.roles),
                    None => read.needs.push(need),
                }
            }
            continue;
        }
        if !name.starts_with('"') && !known.contains(&name) && has_loose_brackets(name) {
            return Err(TableFault::UnclearBrackets(text.to_owned()));
        }
        let name = match unquote(name) {
            Some((name, "")) if !name.trim().is_empty() => name,
            _ if name.is_empty() => return Err(TableFault::EmptyName),
            _ => name.to_owned(),
        };
        match read.needs.last_mut().filter(|_| either) {
            Some(need) => {
                need.roles.push(name);
                need.keep |= keep;
            }
            None => read.needs.push(NamedNeed {
                roles: vec![name],
                count: count.unwrap_or(NonZeroU32::MIN),
                keep,
            }),
        }
    }
    Ok(read)
}

/// The name before `(keep)`.
fn keep_behind(name: &str) -> Option<&str> {
    let inner = name.trim_end().strip_suffix([')', '）'])?;
    let (name, inside) = inner.rsplit_once(['(', '（'])?;
    let name = name.trim_end();
    (is_word(inside, KEEP) && !name.is_empty()).then_some(name)
}

/// Whether a name in a list says neither half a number nor an order.
///
/// # Errors
/// [`TableFault::AmountUnclear`], [`TableFault::OneAfterAnother`] with the list.
fn check_name(name: &str, list: &str) -> Result<(), TableFault> {
    if has_no_number(name) {
        Err(TableFault::AmountUnclear(name.to_owned()))
    } else if comes_after(name) {
        Err(TableFault::OneAfterAnother(list.to_owned()))
    } else {
        Ok(())
    }
}

/// Whether a name says that it comes after another, as in `Nurse, then Doctor` and
/// `Nurse > Doctor`.
fn comes_after(name: &str) -> bool {
    let then = ["then ", "afterwards "]
        .iter()
        .any(|word| name.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)));
    let chinese = ["然后", "随后", "接着"].iter().any(|word| name.starts_with(word));
    then || chinese || ["->", "=>", "→", " > ", " then "].iter().any(|sign| name.contains(sign))
}

/// The needs of a step in the form that [`read_needs`] reads.
#[must_use]
pub fn write_needs(needs: &[NamedNeed]) -> String {
    let needs: Vec<String> = needs
        .iter()
        .map(|need| {
            let keep = if need.keep { "keep " } else { "" };
            let count =
                if need.count.get() == 1 { String::new() } else { format!("{} ", need.count) };
            let roles: Vec<String> = need.roles.iter().map(|name| write_role(name)).collect();
            format!("{keep}{count}{}", roles.join(" | "))
        })
        .collect();
    needs.join(" + ")
}

/// A role's name as it is read back wherever it may stand: in quotes where it would read as
/// something else, alone or behind a number or beside another name.
pub(super) fn write_role(name: &str) -> String {
    let need = |roles: &[&str], count, keep| NamedNeed {
        roles: roles.iter().map(|&role| role.to_owned()).collect(),
        count,
        keep,
    };
    let (one, two) = (NonZeroU32::MIN, NonZeroU32::MIN.saturating_add(1));
    let other = || need(&["x"], one, false);
    let places = [
        (name.to_owned(), vec![need(&[name], one, false)]),
        (format!("2 {name}"), vec![need(&[name], two, false)]),
        (format!("keep {name}"), vec![need(&[name], one, true)]),
        (format!("keep 2 {name}"), vec![need(&[name], two, true)]),
        (format!("x | {name}"), vec![need(&["x", name], one, false)]),
        (format!("{name} | x"), vec![need(&[name, "x"], one, false)]),
        (format!("x + {name}"), vec![other(), need(&[name], one, false)]),
        (format!("{name} + x"), vec![need(&[name], one, false), other()]),
    ];
    let plain = !name.contains(['"', '\n'])
        && places.iter().all(|(text, needs)| {
            read_needs(text, &[]).is_ok_and(|read| read.needs == *needs)
        })
        // Beside others a name must not run into them either.
        && !holds_a_list(&format!("x {name} y"));
    if plain { name.to_owned() } else { quote(name) }
}

/// Whether a name holds a sign or word that would take it apart.
#[must_use]
pub fn holds_a_list(name: &str) -> bool {
    take_apart(name, &[]).len() > 1
}

#[cfg(test)]
mod tests;
