//! Names of roles that are one and the same for people: whatever their capitals, width and blanks.

use std::collections::HashMap;

use super::headings::usual_width;
use super::notices::NoticeKind;

/// A name as it is compared with others.
pub fn alike(name: &str) -> String {
    let folded: String = name.chars().map(usual_width).flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The names that roles are known by; each name that is alike is taken for the first of them.
#[derive(Default)]
pub struct RoleNames {
    names: HashMap<String, String>,
    exact: std::collections::HashSet<String>,
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

    /// The name that a name is taken for.
    pub fn take(&mut self, name: &str) -> String {
        if self.exact.contains(name) {
            return name.to_owned();
        }
        if let Some(known) = self.names.get(&alike(name)) {
            let pair = (name.to_owned(), known.clone());
            if !self.taken.contains(&pair) {
                self.taken.push(pair);
            }
            return known.clone();
        }
        self.exact.insert(name.to_owned());
        self.names.insert(alike(name), name.to_owned());
        name.to_owned()
    }

    /// What there is to say of the names that were taken for others.
    pub fn notice(self) -> Option<NoticeKind> {
        (!self.taken.is_empty()).then_some(NoticeKind::RolesAlike(self.taken))
    }
}
