//! Names of roles that are one and the same for people: whatever their capitals, width, script and
//! blanks, in the singular or the plural, with or without an article.

use std::collections::{HashMap, HashSet};

use super::notices::NoticeKind;
use super::quoted_names::quote;
use crate::blueprint::{RoleId, Scenario, alike, singulars};

/// The names that roles are known by; each name that is alike is taken for the first of them.
#[derive(Default)]
pub struct RoleNames {
    names: HashMap<String, String>,
    exact: HashSet<String>,
    taken: Vec<(String, String)>,
}

impl RoleNames {
    /// Names that are there already.
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut known = Self::default();
        for name in names {
            known.exact.insert(name.to_owned());
            known.names.entry(alike(name)).or_insert_with(|| name.to_owned());
        }
        known
    }

    /// Learns the names of a table, so that the rows of one may stand before the row by which it is
    /// known.
    pub fn learn(&mut self, names: &[&str]) {
        let all: HashSet<String> = names.iter().map(|name| alike(name)).collect();
        for name in names {
            let plain = alike(name);
            let other = variants(&plain).into_iter().any(|other| {
                other != plain && (all.contains(&other) || self.names.contains_key(&other))
            });
            if !other {
                self.names.entry(plain).or_insert_with(|| (*name).to_owned());
            }
        }
    }

    /// The name that a name is taken for.
    pub fn take(&mut self, name: &str) -> String {
        if self.exact.contains(name) {
            return name.to_owned();
        }
        let plain = alike(name);
        let known = std::iter::once(plain.clone())
            .chain(variants(&plain))
            .find_map(|other| self.names.get(&other).cloned());
        let bare = name.trim().strip_suffix("(s)").or_else(|| name.trim().strip_suffix("（s）"));
        let known = known.or_else(|| bare.map(|bare| bare.trim_end().to_owned()));
        match known {
            Some(known) if known != name => {
                let pair = (name.to_owned(), known.clone());
                if !self.taken.contains(&pair) {
                    self.taken.push(pair);
                }
                known
            }
            _ => {
                self.exact.insert(name.to_owned());
                self.names.entry(plain).or_insert_with(|| name.to_owned());
                name.to_owned()
            }
        }
    }

    /// Whether a name in a cell is another one with a number that leaves open whether it counts:
    /// `Nurse #2`, `Nurse (2)`, 两护士 beside `Nurse` and 护士. One in quotation marks is meant as it
    /// stands, and so is one that is there.
    pub fn has_doubtful_number(&self, name: &str, cell: &str) -> bool {
        if self.exact.contains(name) || cell.contains(&quote(name)) {
            return false;
        }
        let plain = alike(name);
        let known = |base: &str| {
            let base = base.trim();
            !base.is_empty()
                && std::iter::once(base.to_owned())
                    .chain(variants(base))
                    .any(|other| other != plain && self.names.contains_key(&other))
        };
        let behind = plain.strip_suffix(')').unwrap_or(&plain);
        let number = behind.trim_end_matches(|c: char| c.is_ascii_digit());
        let marks = ["#", "no.", "no", "nr.", "nr", "(", "number"];
        let head = number.trim_end();
        let numbered = number.len() < behind.len()
            && marks.iter().any(|mark| head.strip_suffix(mark).is_some_and(&known));
        let counted = plain
            .strip_prefix(['两', '俩', '双', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
            .is_some_and(&known);
        numbered || counted
    }

    /// What there is to say of the names that were taken for others.
    pub fn notice(self) -> Option<NoticeKind> {
        (!self.taken.is_empty()).then_some(NoticeKind::RolesAlike(self.taken))
    }
}

/// Other ways to write a name, as [`alike`] makes it: in the singular or the plural, without an
/// article or a number of one.
fn variants(name: &str) -> Vec<String> {
    let bare = ["a ", "an ", "the ", "one "].iter().find_map(|word| name.strip_prefix(word));
    let either = name.strip_suffix("(s)").or_else(|| name.strip_suffix("(es)")).map(str::trim_end);
    let mut found: Vec<String> = Vec::new();
    for name in bare.into_iter().chain(either).chain(std::iter::once(name)) {
        found.push(name.to_owned());
        found.extend(singulars(name));
        if name.is_ascii() {
            found.extend([format!("{name}s"), format!("{name}es")]);
            found.extend(name.strip_suffix('y').map(|stem| format!("{stem}ies")));
            found.extend(name.strip_suffix("man").map(|stem| format!("{stem}men")));
        }
    }
    found
}

/// The roles of a table of roles that no step needs, with the role that may be meant: one of nearly
/// the same name that the steps need and that the table does not hold.
pub fn unneeded(scenario: &Scenario, of_table: &[RoleId]) -> Option<NoticeKind> {
    let mut needed: HashSet<RoleId> = HashSet::new();
    for need in scenario.steps().values().flat_map(|step| &step.needs) {
        needed.extend(&need.roles);
    }
    let name = |id: &RoleId| scenario.roles().get(id).map(|role| role.name.clone());
    let helps = |id: &RoleId| {
        let role = scenario.roles().get(id);
        role.is_some_and(|role| role.stands_in_for.iter().any(|other| needed.contains(other)))
    };
    let strangers: Vec<String> = scenario
        .roles()
        .keys()
        .filter(|id| needed.contains(id) && !of_table.contains(id))
        .filter_map(name)
        .collect();
    let left = of_table.iter().filter(|id| !needed.contains(id) && !helps(id));
    let left: Vec<(String, Option<String>)> = left
        .filter_map(name)
        .map(|name| {
            let plain = alike(&name);
            let near = strangers.iter().map(|other| (distance(&plain, &alike(other)), other));
            let most = (plain.chars().count() / 3).clamp(1, 3);
            let near = near.filter(|(distance, _)| *distance <= most).min();
            (name, near.map(|(_, other)| other.clone()))
        })
        .collect();
    (!left.is_empty()).then_some(NoticeKind::RolesUnneeded(left))
}

/// How far two names are apart: letters to be changed, or none if one holds the other.
fn distance(one: &str, other: &str) -> usize {
    let holds = |whole: &str, part: &str| part.chars().count() > 1 && whole.contains(part);
    if holds(one, other) || holds(other, one) {
        return 1;
    }
    strsim::damerau_levenshtein(one, other)
}
