//! What stands inside cells: lists of names, and ways out with their shares.

use super::faults::TableFault;
use super::fixed_words::{END, NOTHING, is_word};
use crate::blueprint::Share;
use crate::blueprint::notation::parse_share;

/// A way out of a step, as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The step, or `None` for the outside.
    pub step: Option<String>,
    /// The share that takes it.
    pub share: TargetShare,
}

/// What a way out says of its share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TargetShare {
    /// Nothing.
    Unsaid,
    /// That it is not known yet: `?`.
    Unknown,
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
        fresh = c.is_whitespace() || separators.contains(&c);
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

/// A list of step names with `;` between.
///
/// # Errors
/// [`TableFault::EmptyName`].
pub fn read_names(text: &str) -> Result<Vec<String>, TableFault> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    split_list(text, &[';', '；'])
        .into_iter()
        .map(|item| match unquote(item) {
            Some((name, "")) => Ok(name),
            _ if item.is_empty() => Err(TableFault::EmptyName),
            _ => Ok(item.to_owned()),
        })
        .collect()
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
    split_list(text, &[';', '；'])
        .into_iter()
        .map(|item| read_target(item, &known))
        .collect::<Result<_, _>>()
        .map(Next::Ways)
}

fn read_target(item: &str, known: &impl Fn(&str) -> bool) -> Result<Target, TableFault> {
    if let Some((name, rest)) = unquote(item) {
        let share = match rest {
            "" => TargetShare::Unsaid,
            "?" => TargetShare::Unknown,
            share => TargetShare::Given(parse_share(share).map_err(TableFault::Refused)?),
        };
        return Ok(Target { step: Some(name), share });
    }
    let step = |name: &str| {
        // The written form of "leaves" always means it; its other forms give way to a step.
        let leaves = name == "end" || is_word(name, END) && !known(name);
        (!leaves).then(|| name.to_owned())
    };
    if item.is_empty() {
        Err(TableFault::EmptyName)
    } else if let (false, Some((name, share))) = (known(item), split_share(item)) {
        let share = match share {
            "?" => TargetShare::Unknown,
            share => TargetShare::Given(parse_share(share).map_err(TableFault::Refused)?),
        };
        Ok(Target { step: step(name), share })
    } else {
        Ok(Target { step: step(item), share: TargetShare::Unsaid })
    }
}

/// Splits `Photo 70 %`, `Photo 1/3` or `Photo ?` before the share.
fn split_share(item: &str) -> Option<(&str, &str)> {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let digits_start = if let Some(head) = item.strip_suffix(['%', '％']) {
        head.trim_end().trim_end_matches(number).len()
    } else if item.ends_with('?') {
        item.len() - 1
    } else {
        let head = item.trim_end_matches(number);
        let head = head.strip_suffix('/').filter(|head| head.ends_with(number))?;
        head.trim_end_matches(number).len()
    };
    let (name, share) = (item.get(..digits_start)?, item.get(digits_start..)?);
    // "B70%" could be a name; behind a Chinese name nobody writes a space.
    let apart = name.ends_with(|c: char| c.is_whitespace() || !c.is_ascii());
    let has_digits = share == "?" || share.starts_with(number);
    (apart && has_digits && !name.trim().is_empty()).then(|| (name.trim_end(), share))
}

/// A step's name in a list.
pub fn write_name(name: &str) -> String {
    let special = name.contains([';', '；', '"'])
        || is_word(name, END)
        || is_word(name, NOTHING)
        || split_share(name).is_some()
        || name.trim() != name;
    if special { quote(name) } else { name.to_owned() }
}

/// A way out. `known` as for [`read_next`].
pub fn write_target(target: &Target, known: impl Fn(&str) -> bool) -> String {
    let share = match target.share {
        TargetShare::Unsaid => String::new(),
        TargetShare::Unknown => " ?".to_owned(),
        TargetShare::Given(share) => format!(" {share}"),
    };
    let Some(name) = &target.step else {
        return format!("{}{share}", END.first().copied().unwrap_or_default());
    };
    let plain = format!("{}{share}", write_name(name));
    // "Pay 70 %" could itself be the name of a step.
    if !share.is_empty() && known(&plain) { format!("{}{share}", quote(name)) } else { plain }
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
    let Some(first) = given.first() else { return Ok(()) };
    let (_, whole) = first.parts();
    let same = given.iter().all(|share| (share.parts().1 - whole).abs() < f64::EPSILON);
    let (whole, taken) = if same {
        (whole, given.iter().map(|share| share.parts().0).sum::<f64>())
    } else {
        (100.0, given.iter().map(|share| share.value() * 100.0).sum::<f64>())
    };
    let mut unsaid = ways.iter_mut().filter(|way| way.share == TargetShare::Unsaid);
    if let (Some(way), None) = (unsaid.next(), unsaid.next()) {
        // Without the dust of binary fractions: 100 − 33.3 − 33.3 is 33.4.
        let rest = ((whole - taken) * 1e9).round() / 1e9;
        if rest < 0.0 {
            return Err(TableFault::SharesAboveAll);
        }
        let share = Share::fraction(rest, whole).map_err(TableFault::Refused)?;
        way.share = TargetShare::Given(share);
    }
    Ok(())
}
