//! How well a typed text fits a name.

/// How well `query` fits `name`; smaller is better, `None` does not fit.
///
/// Every word of the query must be somewhere in the name, whatever the case. A word at the start of
/// the name fits better than one at the start of a later word, and that better than one inside. An
/// empty query fits everything alike. Linear in the length of the name for each word.
pub(super) fn rank(query: &str, name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    query.to_lowercase().split_whitespace().map(|word| rank_of_word(word, &name)).sum()
}

fn rank_of_word(word: &str, name: &str) -> Option<usize> {
    name.match_indices(word)
        .map(|(at, _)| match name[..at].chars().next_back() {
            None => 0,
            // Chinese puts no spaces between words: any character may begin one.
            Some(before) if !before.is_alphanumeric() || !before.is_ascii() => 1,
            Some(_) => 3,
        })
        .min()
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
