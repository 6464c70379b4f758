//! Names that nobody bears: which one was meant, or which there are.

use crate::wording::Wording;

/// So many names are told before the rest is counted.
const MOST_TOLD: usize = 6;

/// What is said to whoever asked for a name that nobody bears: the one that is like it, else which there are.
pub(super) fn known_names<'n>(
    name: &str,
    names: impl Iterator<Item = &'n str>,
    words: &Wording,
) -> String {
    let names: Vec<&str> = names.collect();
    match nearest(name, &names) {
        Some(nearest) => words.with("command-nearest", &[("nearest", nearest.into())]),
        None if names.is_empty() => words.text("command-no-names").to_owned(),
        None => {
            // Those that are the most like it are told first.
            let mut names = names;
            names.sort_by_key(|other| distance(name, other));
            let quoted: Vec<String> = names
                .iter()
                .map(|name| words.with("command-name-quoted", &[("name", (*name).into())]))
                .collect();
            let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
            let names = words.list(&quoted, MOST_TOLD);
            words.with("command-names-are", &[("names", names.into())])
        }
    }
}

/// The name that may have been meant: it begins alike, or no more than a third of its letters are others.
fn nearest<'n>(name: &str, names: &[&'n str]) -> Option<&'n str> {
    let near = names.iter().map(|other| (distance(name, other), *other));
    let (apart, nearest) = near.min_by_key(|(apart, _)| *apart)?;
    let letters = name.trim().chars().count().max(nearest.chars().count());
    (apart * 3 <= letters).then_some(nearest)
}

/// How many letters must be changed, added, left out or swapped with the next to turn one text into another (Damerau
/// 1964), capitals aside; names that begin alike count as near.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.trim().to_lowercase(), b.trim().to_lowercase());
    if !a.is_empty() && b.starts_with(&a) { 0 } else { strsim::damerau_levenshtein(&a, &b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn only_a_name_that_is_like_it_was_meant() {
        let names = ["Clerk", "Records officer", "Photo booth"];
        assert_eq!(nearest("clrek", &names), Some("Clerk"));
        assert_eq!(nearest("clown", &names), None, "three of five letters are others");
        assert_eq!(nearest("Clerks", &names), Some("Clerk"));
        assert_eq!(nearest("Record oficer", &names), Some("Records officer"));
        assert_eq!(nearest("photo", &names), Some("Photo booth"));
        assert_eq!(nearest("Nobody", &names), None);
        assert_eq!(nearest("Nobody", &[]), None);
        let words = Wording::new(Language::English);
        let said = known_names("Nobody", names.into_iter(), &words);
        assert!(said.contains("Clerk") && said.contains("Photo booth"), "{said}");
        assert!(!said.contains("similar"), "{said}");
    }
}
