//! What stands inside cells: lists of names, and ways out with their shares.

use super::faults::TableFault;
use super::fixed_words::{END, NOTHING, is_word};
use super::quoted_names::{quote, split_list, unquote};
use super::written_shares::{has_negative_share, holds_share, is_rest, is_share, split_share};
use crate::blueprint::notation::parse_share;
use crate::blueprint::{Refusal, Share};

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
