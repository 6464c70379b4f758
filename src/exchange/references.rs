//! What a cell means that names other rows: by name, by number or by a sign of their own.

use std::collections::{HashMap, HashSet};

use super::cells::{Next, Target, TargetShare, holds_percent};
use super::columns::StepColumn;
use super::grid::{Grid, Row};
use super::headings::plain;
use super::notices::{Notice, NoticeKind};
use crate::blueprint::Scenario;

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
    /// Words before a step that are no step, such as "yes".
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

    /// The names that a text means; the text itself where it means none.
    pub fn resolve(&mut self, text: &str) -> Vec<String> {
        if let Some(name) = self.one(text) {
            return vec![name];
        }
        let used = self.used;
        for separators in
            [&['\n'][..], &[',', '，', '、'], &['/', '／'], &['&', '＆', '+', '＋', '|', '｜']]
        {
            if !text.contains(separators) {
                continue;
            }
            let parts: Option<Vec<String>> =
                text.split(separators).map(|part| self.one(part.trim())).collect();
            if let Some(parts) = parts {
                return parts;
            }
        }
        for word in [" and ", " or ", "和", "或"] {
            if let Some((first, second)) = text.split_once(word)
                && let (Some(first), Some(second)) =
                    (self.one(first.trim()), self.one(second.trim()))
            {
                return vec![first, second];
            }
        }
        // "Yes: Pay", "Pay (yes)".
        let labelled = [":", "：", "→", "->", "=>", "="].iter().find_map(|sign| {
            let (label, name) = text.split_once(sign)?;
            Some((label.trim(), name.trim()))
        });
        let labelled = labelled.or_else(|| {
            let (name, rest) = text.split_once(['(', '（', '['])?;
            Some((rest.strip_suffix([')', '）', ']'])?, name.trim()))
        });
        // What holds a share or another bracket says more than a label.
        let only_labels = |label: &str| !holds_percent(label) && !label.contains([')', '）', ']']);
        if let Some((label, name)) = labelled
            && only_labels(label)
            && let Some(name) = self.one(name)
        {
            if !label.is_empty() && !self.labels.iter().any(|other| other == label) {
                self.labels.push(label.to_owned());
            }
            return vec![name];
        }
        self.used = used;
        vec![text.to_owned()]
    }

    /// Ways out with the names that are meant.
    pub fn resolve_ways(&mut self, next: Next) -> Next {
        let Next::Ways(ways) = next else { return next };
        let mut resolved = Vec::with_capacity(ways.len());
        for way in ways {
            let Some(name) = &way.step else {
                resolved.push(way);
                continue;
            };
            let mut names = self.resolve(name);
            let share = way.share;
            if names.len() > 1 && share != TargetShare::Unsaid {
                // Nobody says how much of the share goes to which: an unknown step, named as written.
                names = vec![name.clone()];
            }
            resolved.extend(names.into_iter().map(|name| Target { step: Some(name), share }));
        }
        Next::Ways(resolved)
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
