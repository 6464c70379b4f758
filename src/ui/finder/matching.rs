//! How well a typed text fits a name.

/// How well `query` fits `name`; smaller is better, `None` does not fit.
///
/// Every word of the query must be somewhere in the name, whatever the case. A name that begins with
/// the query fits best; then come names of which each word of the query begins a word, in the order
/// of the query before any other order; last those that hold a word of the query only inside of
/// theirs. An empty query fits everything alike. Linear in the length of the name for each word.
pub(in crate::ui) fn rank(query: &str, name: &str) -> Option<usize> {
    let (query, name) = (query.to_lowercase(), name.to_lowercase());
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut worst = 0;
    let mut begins = Vec::with_capacity(words.len());
    for word in &words {
        let at = name.match_indices(*word).map(|(at, _)| at);
        let begin = at.clone().find(|at| begins_word(&name, *at));
        let (cost, place) = match begin {
            Some(0) => (0, 0),
            Some(at) => (1, at),
            None => (INSIDE, at.min()?),
        };
        worst = worst.max(cost);
        begins.push(place);
    }
    if words.is_empty() || name.starts_with(query.trim()) {
        return Some(0);
    }
    let in_order = usize::from(!begins.is_sorted());
    // The words of the query begin where the name begins, or further on.
    let first = usize::from(begins.first() != Some(&0));
    Some(if worst >= INSIDE { INSIDE + first } else { 1 + in_order + 2 * first })
}

/// What a word inside of another costs: more than any order of words that begin some.
const INSIDE: usize = 6;

/// Whether a word of a name begins at a place.
fn begins_word(name: &str, at: usize) -> bool {
    match name.get(..at).and_then(|before| before.chars().next_back()) {
        None => true,
        // Chinese puts no spaces between words: any character may begin one.
        Some(before) => !before.is_alphanumeric() || !before.is_ascii(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(query: &str, best_first: &[&str], left_out: &[&str]) {
        let ranks: Vec<usize> = best_first
            .iter()
            .map(|name| rank(query, name).unwrap_or_else(|| panic!("{query} fits {name}")))
            .collect();
        assert!(ranks.is_sorted(), "{query}: {best_first:?} {ranks:?}");
        for name in left_out {
            assert_eq!(rank(query, name), None, "{query} in {name}");
        }
    }

    #[test]
    fn the_start_of_a_name_fits_best() {
        check("fit", &["Fit selection", "Zoom to fit", "Outfit"], &["Compare"]);
    }

    #[test]
    fn what_begins_words_fits_better_than_what_lies_inside() {
        check("IT serv", &["IT service desk", "Service of IT"], &["Daily service desk"]);
        check("rem", &["Remove role", "Colour removal", "Theremin"], &[]);
    }

    #[test]
    fn words_may_come_in_any_order_and_case() {
        check("SEL fit", &["Fit selection"], &["Fit everything"]);
    }

    #[test]
    fn chinese_is_found_by_any_character() {
        check("场景", &["场景副本", "复制场景"], &["比较"]);
    }

    #[test]
    fn nothing_typed_fits_all_alike() {
        assert_eq!(rank("  ", "anything"), Some(0));
    }
}
