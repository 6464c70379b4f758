//! What a cell means that names other rows: by name, by number or by a sign of their own.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::cells::{Next, Target, TargetShare};
use super::columns::StepColumn;
use super::faults::TableFault;
use super::fixed_words::{END, is_word};
use super::grid::{Grid, Row};
use super::headings::plain;
use super::notices::{Notice, NoticeKind};
use super::written_shares::holds_percent;
use crate::blueprint::{Scenario, link_label};

/// The names and numbers by which rows can be meant.
pub struct References {
    /// Names of steps, in the table and on the sheet.
    names: HashSet<String>,
    /// Names without capitals and signs, where only one name is like that.
    alike: HashMap<String, Option<String>>,
    /// Names by the number or sign of their row.
    numbers: HashMap<String, String>,
    /// The heading of the column of numbers.
    heading: Option<String>,
    /// Whether a number was used.
    used: bool,
    /// Words before a step that cannot be the label of a link.
    labels: Vec<String>,
}

impl References {
    /// The rows of a table, with the names that their steps get, and the steps of the sheet.
    pub fn new(
        grid: &Grid<StepColumn>,
        rows: &[&Row<StepColumn>],
        names: &[&str],
        scenario: &Scenario,
    ) -> Self {
        let mut alike: HashMap<String, Option<String>> = HashMap::new();
        for name in names {
            alike
                .entry(plain(name))
                .and_modify(|other| *other = None)
                .or_insert_with(|| Some((*name).to_owned()));
        }
        let mut numbers = HashMap::new();
        for (at, (row, name)) in rows.iter().zip(names).enumerate() {
            let number = match row.cell(StepColumn::Number) {
                _ if !grid.has(StepColumn::Number) => (at + 1).to_string(),
                number => number.to_owned(),
            };
            if !number.is_empty() {
                numbers.entry(sign(&number)).or_insert_with(|| (*name).to_owned());
            }
        }
        let here = names.iter().map(|name| (*name).to_owned());
        let there = scenario.steps().values().map(|step| step.name.clone());
        Self {
            names: here.chain(there).collect(),
            alike,
            numbers,
            heading: grid.heading(StepColumn::Number).map(str::to_owned),
            used: false,
            labels: Vec::new(),
        }
    }

    /// Whether a text is a name of a step as it stands.
    pub fn knows(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    fn one(&mut self, text: &str) -> Option<String> {
        if self.knows(text) {
            return Some(text.to_owned());
        }
        if let Some(name) = self.numbers.get(&sign(text)) {
            self.used = true;
            return Some(name.clone());
        }
        self.alike.get(&plain(text)).cloned().flatten()
    }

    /// A part of a list: a step, or a label and the step that it leads to.
    fn part(&mut self, text: &str) -> Option<Meant> {
        let plain = |name| Meant { name: Some(name), label: String::new() };
        if let Some(name) = self.one(text) {
            return Some(plain(name));
        }
        let (label, name) = labels_of(text).find_map(|(label, name)| {
            // What holds a share or another bracket says more than a label.
            let only_label = !holds_percent(label) && !label.contains([')', '）', ']', '\n']);
            if !only_label {
                return None;
            }
            match self.one(name) {
                Some(name) => Some((label, Some(name))),
                // "No: end" leads out.
                None => (!label.is_empty() && is_word(name, END)).then_some((label, None)),
            }
        })?;
        // "2: Pay" names one step twice; of "B → C" B is a step too, and no label.
        let (used, of_label) = (self.used, self.one(label));
        self.used = used;
        match of_label {
            Some(other) if name.as_ref() == Some(&other) => return Some(plain(other)),
            Some(_) => return None,
            None => {}
        }
        Some(Meant { name, label: label.to_owned() })
    }

    /// The steps that a text means; the text itself where it means none.
    pub fn resolve(&mut self, text: &str) -> Meaning {
        let before = self.used;
        if let Some(name) = self.one(text) {
            return Meaning::one(name);
        }
        let bare = EITHER.iter().find_map(|word| {
            let head = text.get(..word.len())?;
            head.eq_ignore_ascii_case(word).then(|| text.get(word.len()..)).flatten()
        });
        let text_without = bare.map_or(text, str::trim_start);
        for (words, separators, either) in LISTS {
            let lower = text_without.to_ascii_lowercase();
            if !words.is_empty() && !words.iter().any(|word| lower.contains(word)) {
                continue;
            }
            let parts = split_at_all(text_without, words, separators);
            if parts.len() < 2 {
                continue;
            }
            let meant: Option<Vec<Meant>> = parts.into_iter().map(|part| self.part(part)).collect();
            if let Some(meant) = meant {
                return Meaning { meant, either: *either || bare.is_some() };
            }
            self.used = before;
        }
        if let Some(meant) = self.part(text) {
            return Meaning { meant: vec![meant], either: false };
        }
        self.used = before;
        Meaning::one(text.to_owned())
    }

    /// The steps that a part of a list means, each with its label; the part itself where it means
    /// none.
    pub fn resolve_named(&mut self, listed: Target) -> Vec<Target> {
        let Some(text) = &listed.step else { return vec![listed] };
        let before = self.used;
        let meant = self.resolve(text).meant;
        if meant.iter().any(|meant| meant.name.is_none()) {
            // Nothing happens with the way out.
            self.used = before;
            return vec![listed];
        }
        meant.into_iter().map(|meant| self.target(meant, &listed)).collect()
    }

    /// What is meant as the target of a link that is `written` so. A label that no link can have is
    /// left out, which is told.
    fn target(&mut self, meant: Meant, written: &Target) -> Target {
        let mut label = written.label.clone();
        if label.is_empty() {
            label = label_or_none(&meant.label, &mut self.labels);
        }
        Target { step: meant.name, share: written.share, label }
    }

    /// Ways out with the names that are meant, and whether customers take one of them only:
    /// alternatives such as `Pay or leave`, or several ways of which some have a label such as
    /// `Yes: Pay; No: Leave`.
    ///
    /// # Errors
    /// [`TableFault::ChoiceAmongAll`] for alternatives beside ways that all take.
    pub fn resolve_ways(&mut self, next: Next) -> Result<(Next, bool), TableFault> {
        let Next::Ways(ways) = next else { return Ok((next, false)) };
        let several = ways.len() > 1;
        let mut resolved = Vec::with_capacity(ways.len());
        let (mut either, mut labelled) = (false, false);
        for way in ways {
            let Some(name) = &way.step else {
                resolved.push(way);
                continue;
            };
            let mut meaning = self.resolve(name);
            if meaning.meant.len() > 1 && way.share != TargetShare::Unsaid {
                // Nobody says how much of the share goes to which: an unknown step, named as written.
                meaning = Meaning::one(name.clone());
            }
            if meaning.either && meaning.meant.len() > 1 {
                if several {
                    return Err(TableFault::ChoiceAmongAll(name.clone()));
                }
                either = true;
            }
            labelled |= meaning.meant.iter().any(|meant| !meant.label.is_empty());
            for meant in meaning.meant {
                resolved.push(self.target(meant, &way));
            }
        }
        let decides = resolved.len() > 1 && (either || labelled);
        Ok((Next::Ways(resolved), decides))
    }

    /// What there is to say of what was resolved.
    pub fn notices(self) -> Vec<Notice> {
        let mut notices = Vec::new();
        if self.used {
            notices.push(NoticeKind::ByNumber { heading: self.heading }.into());
        }
        if !self.labels.is_empty() {
            notices.push(NoticeKind::LabelsLeftOut(self.labels).into());
        }
        notices
    }
}

/// A text as the label of a link; nothing, and the text in the list of those that are `left` out,
/// where it is none.
pub fn label_or_none(text: &str, left: &mut Vec<String>) -> String {
    link_label(text).unwrap_or_else(|_| {
        if !left.iter().any(|other| other == text) {
            left.push(text.to_owned());
        }
        String::new()
    })
}

/// A step that a text means.
#[derive(Debug)]
struct Meant {
    /// Its name; `None` where customers leave.
    name: Option<String>,
    /// What stands with it, such as "yes"; empty for nothing.
    label: String,
}

/// What a text means that names steps.
#[derive(Debug)]
pub struct Meaning {
    meant: Vec<Meant>,
    /// Whether it is one of them rather than all.
    either: bool,
}

impl Meaning {
    fn one(name: String) -> Self {
        Self { meant: vec![Meant { name: Some(name), label: String::new() }], either: false }
    }
}

/// Words before a list of alternatives.
const EITHER: [&str; 3] = ["either ", "one of ", "any of "];

/// What parts the names of a list: words of which one must stand there, signs, and whether the list
/// means one of the names rather than all.
const LISTS: &[(&[&str], &[char], bool)] = &[
    (&[], &['\n'], false),
    (&[" or ", " and/or ", "或者", "或"], &[',', '，', '、'], true),
    (&[" and ", "和", "以及"], &[',', '，', '、'], false),
    (&[], &[',', '，', '、'], false),
    (&[], &['/', '／'], true),
    (&[], &['|', '｜'], true),
    (&[], &['&', '＆', '+', '＋'], false),
];

/// The parts of a text between words and signs, trimmed; of two signs in a row, such as ", or ",
/// nothing stands between.
fn split_at_all<'t>(text: &'t str, words: &[&str], signs: &[char]) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let mut rest = text;
    let find = |rest: &str, word: &&str| {
        Some((rest.to_ascii_lowercase().find(*word)?, Reverse(word.len())))
    };
    loop {
        let word = words.iter().filter_map(|word| find(rest, word)).min();
        let sign = rest.find(signs).map(|at| {
            let sign = rest.get(at..).and_then(|rest| rest.chars().next());
            (at, Reverse(sign.map_or(1, char::len_utf8)))
        });
        // Of words that begin alike the longest.
        let Some((at, Reverse(length))) = word.into_iter().chain(sign).min() else { break };
        parts.push(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + length..).unwrap_or_default();
        // The blank before the next word may be the one behind this sign.
        let next = rest.trim_start();
        let word = words.iter().map(|word| word.trim_start()).find(|word| {
            let head = next.get(..word.len());
            word.ends_with(' ') && head.is_some_and(|head| head.eq_ignore_ascii_case(word))
        });
        if let Some(word) = word {
            rest = next.get(word.len()..).unwrap_or_default();
        }
    }
    parts.push(rest);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The ways to take a text apart into a label and the step that it leads to: `Yes: Pay`,
/// `Pay (yes)`, `Yes - Pay`.
fn labels_of(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let signs = ["->", "=>", "→", ":", "：", "=", " - ", " – ", " — "];
    let before = signs.into_iter().filter_map(move |sign| {
        let (label, name) = text.split_once(sign)?;
        Some((label.trim(), name.trim()))
    });
    let behind = text
        .split_once(['(', '（', '['])
        .and_then(|(name, rest)| Some((rest.strip_suffix([')', '）', ']'])?.trim(), name.trim())));
    before.chain(behind)
}

/// A number or sign of a row as it is compared: `Step 3`, `#3`, `3.` and `第3步` are `3`.
fn sign(text: &str) -> String {
    let text = plain(text);
    let text = text.trim_start_matches(['#', '№']);
    let bare = ["step", "no", "row", "步骤", "第"].iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        let rest = rest.trim_end_matches(['步', '行', '项']);
        (!rest.is_empty() && rest.chars().all(char::is_numeric)).then_some(rest)
    });
    bare.unwrap_or(text).to_owned()
}
