//! What stands inside cells: lists of names, and ways out with their shares.

use super::faults::TableFault;
use super::fixed_words::{END, NOTHING, is_word};
use crate::blueprint::notation::{
    DecimalMark, parse_quantity, parse_share, read_quantity, read_share,
};
use crate::blueprint::{Quantity, Refusal, Share};

/// A way out of a step, as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The step, or `None` for the outside.
    pub step: Option<String>,
    /// The share that takes it.
    pub share: TargetShare,
    /// What stands beside the arrow, such as "yes"; empty for nothing.
    pub label: String,
}

impl Target {
    /// A way to a step, without a share or a label.
    pub fn to(step: impl Into<String>) -> Self {
        Self { step: Some(step.into()), share: TargetShare::Unsaid, label: String::new() }
    }
}

/// What a way out says of its share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TargetShare {
    /// Nothing.
    Unsaid,
    /// That it is not known yet: `?`.
    Unknown,
    /// What the others leave: `rest`.
    Rest,
    /// The share.
    Given(Share),
}

/// The ways out of a step, as written.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// A blank cell: what follows in the table.
    Usual,
    /// Where to; empty where nothing follows.
    Ways(Vec<Target>),
}

/// Splits at separators that stand outside quoted names.
fn split_list<'t>(text: &'t str, separators: &[char]) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut fresh) = (0, 0, true);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        if c == '"'
            && fresh
            && let Some(length) = quoted_length(rest)
        {
            at += length;
            fresh = false;
            continue;
        }
        if separators.contains(&c) {
            parts.push(text.get(start..at).unwrap_or_default().trim());
            start = at + c.len_utf8();
        }
        fresh = c.is_whitespace() || c == '[' || separators.contains(&c);
        at += c.len_utf8();
    }
    parts.push(text.get(start..).unwrap_or_default().trim());
    parts
}

/// The length of the quoted name that a text starts with, quotes included.
pub fn quoted_length(text: &str) -> Option<usize> {
    let mut at = 1;
    loop {
        at += text.get(at..)?.find('"')? + 1;
        if text.get(at..)?.starts_with('"') {
            at += 1;
        } else {
            return Some(at);
        }
    }
}

/// A quoted name and what stands behind it.
pub fn unquote(text: &str) -> Option<(String, &str)> {
    let length = text.starts_with('"').then(|| quoted_length(text)).flatten()?;
    let name = text.get(1..length - 1)?.replace("\"\"", "\"");
    Some((name, text.get(length..)?.trim()))
}

/// A name between quotes.
pub fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A list of step names with `;` between, each with its label if it has one. `known` as for
/// [`read_next`].
///
/// # Errors
/// [`TableFault::EmptyName`].
pub fn read_names(text: &str, known: impl Fn(&str) -> bool) -> Result<Vec<Target>, TableFault> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let read = |item: &str| {
        if item.is_empty() {
            return Err(TableFault::EmptyName);
        }
        if let Some((name, rest)) = unquote(item)
            && let Some((label, "")) = leading_label(rest)
        {
            return Ok(Target { label, ..Target::to(name) });
        }
        Ok(match split_label(item, &known) {
            Some((name, label, "")) => Target { label, ..Target::to(name) },
            _ => Target::to(item),
        })
    };
    split_list(text, &[';', '；']).into_iter().map(read).collect()
}

/// The label in square brackets that a text begins with, and what stands behind it; no label where
/// it begins with no bracket. What may be a share or a list of things is a label only in quotes.
fn leading_label(text: &str) -> Option<(String, &str)> {
    let Some(inside) = text.strip_prefix('[') else { return Some((String::new(), text)) };
    if let Some((label, rest)) = unquote(inside) {
        return Some((label, rest.strip_prefix(']')?.trim()));
    }
    let (label, rest) = inside.split_once(']')?;
    let label = label.trim();
    let plain =
        !label.is_empty() && !label.contains('[') && !holds_share(label) && !is_share(label);
    plain.then(|| (label.to_owned(), rest.trim()))
}

/// A name, its label in square brackets and what stands behind, as in `Pay [yes] 70 %`. A name that
/// holds brackets itself must be `known`, or in quotes.
fn split_label(item: &str, known: impl Fn(&str) -> bool) -> Option<(&str, String, &str)> {
    if known(item) {
        return None;
    }
    let mut opens = item.match_indices('[').map(|(at, _)| at);
    opens.find_map(|at| {
        let (name, rest) = item.split_at_checked(at)?;
        let name = name.trim_end();
        let (label, rest) = leading_label(rest)?;
        // "Pay [1]" may be a step itself.
        let whole = item.get(..item.len() - rest.len())?.trim_end();
        if known(whole) {
            return None;
        }
        let named = known(name) || !name.is_empty() && !name.contains(['[', ']']);
        (named && !label.is_empty()).then_some((name, label, rest))
    })
}

/// A label in square brackets behind a name; nothing for none.
fn write_label(label: &str) -> String {
    let plain = |label: &str| {
        let special = label.contains([';', '；', '"', '[', ']']);
        !special && leading_label(&format!("[{label}]")).is_some_and(|(read, _)| read == label)
    };
    match label {
        "" => String::new(),
        label if plain(label) => format!(" [{label}]"),
        label => format!(" [{}]", quote(label)),
    }
}

/// A step's name in a list, with its label.
pub fn write_named(name: &str, label: &str, known: impl Fn(&str) -> bool) -> String {
    let label = write_label(label);
    let plain = format!("{}{label}", write_name(name));
    if !label.is_empty() && known(&plain) { format!("{}{label}", quote(name)) } else { plain }
}

/// The ways out of a step. `known` says which names are steps: a name that looks like a share or
/// like a fixed word is still that step.
///
/// # Errors
/// [`TableFault::EmptyName`] or the refusal of a share.
pub fn read_next(text: &str, known: impl Fn(&str) -> bool) -> Result<Next, TableFault> {
    if text.is_empty() {
        return Ok(Next::Usual);
    }
    // The written form always means "nothing"; its other forms give way to a step.
    if text == "-" || is_word(text, NOTHING) && !known(text) {
        return Ok(Next::Ways(Vec::new()));
    }
    let mut ways = Vec::new();
    for item in split_list(text, &[';', '；']) {
        let usual = half_width_digits(item);
        let item = if known(item) || unquote(item).is_some() { item } else { &usual };
        for way in ways_in(item, &known) {
            ways.push(read_target(way, &known)?);
        }
    }
    Ok(Next::Ways(ways))
}

/// A text with digits, points, slashes and signs of per cent in the usual width: `７０％` is `70%`.
fn half_width_digits(text: &str) -> String {
    let usual = |c: char| match c {
        '０'..='９' | '％' | '．' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    text.chars().map(usual).collect()
}

/// Words for what the other shares leave.
const REST: [&str; 9] =
    ["the rest", "rest", "remainder", "remaining", "all others", "其余", "剩余", "余下", "其余的"];

fn is_rest(text: &str) -> bool {
    is_word(text, &REST)
}

fn read_target(item: &str, known: &impl Fn(&str) -> bool) -> Result<Target, TableFault> {
    let given = |share: &str| {
        Ok(match share {
            "?" => TargetShare::Unknown,
            share if is_rest(share) => TargetShare::Rest,
            share => TargetShare::Given(parse_share(share).map_err(TableFault::Refused)?),
        })
    };
    if let Some((name, rest)) = unquote(item) {
        let (label, rest) = leading_label(rest).unwrap_or((String::new(), rest));
        let share = if rest.is_empty() { TargetShare::Unsaid } else { given(rest)? };
        return Ok(Target { step: Some(name), share, label });
    }
    if !known(item) && has_negative_share(item) {
        return Err(TableFault::Refused(Refusal::Negative));
    }
    let step = |name: &str| {
        // The written form of "leaves" always means it; its other forms give way to a step.
        let leaves = name == "end" || is_word(name, END) && !known(name);
        (!leaves).then(|| name.to_owned())
    };
    if item.is_empty() {
        return Err(TableFault::EmptyName);
    }
    if let Some((name, label, rest)) = split_label(item, known)
        && (rest.is_empty() || is_share(rest))
    {
        let share = if rest.is_empty() { TargetShare::Unsaid } else { given(rest)? };
        return Ok(Target { step: step(name), share, label });
    }
    let label = String::new();
    if let (false, Some((name, share))) = (known(item), split_share(item)) {
        Ok(Target { step: step(&name), share: given(share)?, label })
    } else {
        Ok(Target { step: step(item), share: TargetShare::Unsaid, label })
    }
}

/// The ways out in an item: several where other signs than `;` part them and shares tell them from
/// a name with such signs, as in `B (70 %), C (30 %)` and `70 % B / 30 % C`.
fn ways_in<'t>(item: &'t str, known: &impl Fn(&str) -> bool) -> Vec<&'t str> {
    // What is left of a way without its share has none.
    let alone = |text: &str| {
        known(text)
            || unquote(text).is_some()
            || split_label(text, known).is_some_and(|(name, _, rest)| {
                !holds_share(name) && (rest.is_empty() || is_share(rest))
            })
            || match split_share(text) {
                Some((name, _)) => known(&name) || !holds_share(&name),
                None => !holds_share(text),
            }
    };
    if alone(item) {
        return vec![item];
    }
    let signs: [&[char]; 5] =
        [&['\n'], &[',', '，', '、'], &['|', '｜'], &['/', '／'], &['+', '＋', '&', '＆']];
    for signs in signs {
        let parts = split_outside_numbers(item, signs);
        if parts.len() < 2 || parts.iter().any(|part| part.is_empty()) {
            continue;
        }
        let ways: Vec<&str> = parts.into_iter().flat_map(|part| ways_in(part, known)).collect();
        if ways.iter().all(|way| alone(way)) {
            return ways;
        }
    }
    for word in [" and ", " or ", "和", "或"] {
        let parts: Vec<&str> = item.split(word).map(str::trim).collect();
        if parts.len() > 1 && parts.iter().all(|part| !part.is_empty() && alone(part)) {
            return parts;
        }
    }
    vec![item]
}

/// As [`split_list`]; a sign between two digits belongs to a number, one in brackets to a remark.
fn split_outside_numbers<'t>(text: &'t str, signs: &[char]) -> Vec<&'t str> {
    let mut parts: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for piece in split_list(text, signs) {
        // The pieces are in order and trimmed; what lies between two is blanks and a sign.
        let Some(found) = text.get(at..).and_then(|rest| rest.find(piece)) else { return parts };
        let begin = at + found;
        let before = text.get(..begin).unwrap_or_default();
        let number = piece.starts_with(|c: char| c.is_ascii_digit())
            && before.ends_with(signs)
            && before.trim_end_matches(signs).ends_with(|c: char| c.is_ascii_digit());
        let count = |text: &str, signs: &[char]| text.matches(signs).count();
        let in_brackets = parts
            .last()
            .is_some_and(|last| count(last, &['(', '（', '[']) > count(last, &[')', '）', ']']));
        if (number || in_brackets)
            && let Some(last) = parts.last_mut()
        {
            *last = text.get(start..begin + piece.len()).unwrap_or_default();
        } else {
            start = begin;
            parts.push(piece);
        }
        at = begin + piece.len();
    }
    parts
}

/// Whether a text holds what can only be a share.
fn holds_share(text: &str) -> bool {
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
fn split_share(item: &str) -> Option<(String, &str)> {
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
fn has_negative_share(item: &str) -> bool {
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
fn is_share(text: &str) -> bool {
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

/// A step's name in a list.
pub fn write_name(name: &str) -> String {
    let special = name.contains([';', '；', '"'])
        || is_word(name, END)
        || is_word(name, NOTHING)
        || split_share(name).is_some()
        || split_label(name, |_| false).is_some()
        || name.trim() != name;
    if special { quote(name) } else { name.to_owned() }
}

/// A way out. `known` as for [`read_next`].
pub fn write_target(target: &Target, known: impl Fn(&str) -> bool) -> String {
    let share = match target.share {
        TargetShare::Unsaid => String::new(),
        TargetShare::Unknown => " ?".to_owned(),
        TargetShare::Rest => format!(" {}", "rest"),
        TargetShare::Given(share) => format!(" {share}"),
    };
    let label = write_label(&target.label);
    let share = format!("{label}{share}");
    let Some(name) = &target.step else {
        return format!("{}{share}", END.first().copied().unwrap_or_default());
    };
    let plain = format!("{}{share}", write_name(name));
    // "Pay 70 %" could itself be the name of a step, and so could "Pay [1]".
    let is_step = known(&plain) || known(&format!("{}{label}", write_name(name)));
    if !share.is_empty() && is_step { format!("{}{share}", quote(name)) } else { plain }
}

/// The share that is left for the one way out that says none, if at least one other says its own.
///
/// # Errors
/// [`TableFault::SharesAboveAll`].
pub fn fill_last_share(ways: &mut [Target]) -> Result<(), TableFault> {
    let given: Vec<Share> = ways
        .iter()
        .filter_map(
            |way| if let TargetShare::Given(share) = way.share { Some(share) } else { None },
        )
        .collect();
    let Some(first) = given.first() else {
        // The rest of nothing: all that is known is that there are shares.
        for way in ways.iter_mut().filter(|way| way.share == TargetShare::Rest) {
            way.share = TargetShare::Unknown;
        }
        return Ok(());
    };
    let (_, whole) = first.parts();
    let same = given.iter().all(|share| (share.parts().1 - whole).abs() < f64::EPSILON);
    let (whole, taken) = if same {
        (whole, given.iter().map(|share| share.parts().0).sum::<f64>())
    } else {
        (100.0, given.iter().map(|share| share.value() * 100.0).sum::<f64>())
    };
    let open = |way: &&mut Target| matches!(way.share, TargetShare::Unsaid | TargetShare::Rest);
    let mut unsaid = ways.iter_mut().filter(open);
    if let (Some(way), None) = (unsaid.next(), unsaid.next()) {
        // Without the dust of binary fractions: 100 − 33.3 − 33.3 is 33.4.
        let rest = ((whole - taken) * 1e9).round() / 1e9;
        if rest < 0.0 {
            return Err(TableFault::SharesAboveAll);
        }
        let share = Share::fraction(rest, whole).map_err(TableFault::Refused)?;
        way.share = TargetShare::Given(share);
    }
    for way in ways.iter_mut().filter(|way| way.share == TargetShare::Rest) {
        way.share = TargetShare::Unknown;
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Ways out as `step share`, with bars between.
    fn shown(text: &str) -> String {
        let known = |name: &str| ["Wash, dry", "Step 70%", "Pay and go"].contains(&name);
        match read_next(text, known) {
            Ok(Next::Usual) => "usual".to_owned(),
            Ok(Next::Ways(ways)) => {
                let ways = ways.iter().map(|way| {
                    let share = match way.share {
                        TargetShare::Unsaid => String::new(),
                        TargetShare::Unknown => " ?".to_owned(),
                        TargetShare::Rest => " rest".to_owned(),
                        TargetShare::Given(share) => format!(" {share}"),
                    };
                    format!("{}{share}", way.step.as_deref().unwrap_or("end"))
                });
                ways.collect::<Vec<String>>().join(" | ")
            }
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn shares_are_read_wherever_people_put_them() {
        for text in [
            "B 70 %; C 30 %",
            "B (70%), C (30%)",
            "B 70%, C 30%",
            "B (70 %); C (30 %)",
            "70% B / 30% C",
            "70% B, 30% C",
            "70%: B; 30%: C",
            "B: 70%, C: 30%",
            "B = 70%; C = 30%",
            "B（70%）、C（30%）",
            "B（70％）；C（30％）",
            "B [70%] / C [30%]",
            "B 70% / C 30%",
            "B 70%\nC 30%",
            "B 70% and C 30%",
            "B 70% | C 30%",
            "70% → B, 30% → C",
            "(70%) B, (30%) C",
            "B 70 percent, C 30 percent",
        ] {
            assert_eq!(shown(text), "B 70 % | C 30 %", "{text}");
        }
        for (text, expect) in [
            ("B (1/3), C (2/3)", "B 1/3 | C 2/3"),
            ("B 1/3, C 2/3", "B 1/3 | C 2/3"),
            ("B (0.7), C (0.3)", "B 70 % | C 30 %"),
            ("B 33,3 %, C 66,7 %", "B 33.3 % | C 66.7 %"),
            ("B (33.3%), C (33.3%), D", "B 33.3 % | C 33.3 % | D"),
            ("B 50%, C 20% and D 30%", "B 50 % | C 20 % | D 30 %"),
            ("B 70%, end 30%", "B 70 % | end 30 %"),
            ("拍照70%，结束30%", "拍照 70 % | end 30 %"),
            ("Yes (70%): B; No (30%): C", "Yes: B 70 % | No: C 30 %"),
            ("B (yes, 70%), C (no, 30%)", "B (yes) 70 % | C (no) 30 %"),
            ("Wash, dry 70 %; C", "Wash, dry 70 % | C"),
            ("Wash, dry", "Wash, dry"),
            ("Step 70%", "Step 70%"),
            ("Step 70% 30%", "Step 70% 30 %"),
            ("Pay and go 40%, C 60%", "Pay and go 40 % | C 60 %"),
            ("B, C", "B, C"),
            ("B ?; C 30%", "B ? | C 30 %"),
            ("B ７０％；C ３０％", "B 70 % | C 30 %"),
            ("B ０．７；C ０．３", "B 70 % | C 30 %"),
            ("B 0.7; C 0.3", "B 70 % | C 30 %"),
            ("B .5; C .5", "B 50 % | C 50 %"),
            ("B 0.7, C 0.3", "B 70 % | C 30 %"),
            ("B 70 %; C rest", "B 70 % | C rest"),
            ("B 70 %; C: the rest", "B 70 % | C rest"),
            ("B 70%, C (rest)", "B 70 % | C rest"),
            ("拍照70%；签字其余", "拍照 70 % | 签字 rest"),
            ("B - 10 %; C", "B 10 % | C"),
            ("B -10 %; C", "Refused(Negative)"),
            ("B −10%; C", "Refused(Negative)"),
            ("B: -10 %; C", "Refused(Negative)"),
            ("B (-10 %); C", "Refused(Negative)"),
            ("-10 % B; C", "Refused(Negative)"),
            ("B -0.1; C", "Refused(Negative)"),
            ("B -1/3; C", "Refused(Negative)"),
        ] {
            assert_eq!(shown(text), expect, "{text}");
        }
    }
}
