//! By which name a link leads to a heading, as code hosts make it of the heading's text.

use std::collections::BTreeMap;

/// The names given on a page so far, and how often each.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    given: BTreeMap<String, usize>,
}

impl Anchors {
    /// The name of the next heading: its letters and digits in small, `-` for each space; a number
    /// behind it where an earlier heading of the page says the same.
    pub fn next(&mut self, heading: &str) -> String {
        let name = anchor(heading);
        let before = self.given.entry(name.clone()).or_default();
        *before += 1;
        if *before == 1 { name } else { format!("{name}-{}", *before - 1) }
    }
}

fn anchor(heading: &str) -> String {
    let letters = heading.trim().chars().flat_map(char::to_lowercase);
    letters
        .filter_map(|letter| match letter {
            ' ' => Some('-'),
            '-' | '_' => Some(letter),
            letter if letter.is_alphanumeric() => Some(letter),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_those_of_code_hosts() {
        let mut anchors = Anchors::default();
        for (heading, expected) in [
            ("What a step is", "what-a-step-is"),
            ("Why, and how far?", "why-and-how-far"),
            ("R2 – two roles", "r2--two-roles"),
            ("瓶颈（一）", "瓶颈一"),
            ("Keys", "keys"),
            ("Keys", "keys-1"),
            ("KEYS", "keys-2"),
        ] {
            assert_eq!(anchors.next(heading), expected, "{heading}");
        }
    }
}
