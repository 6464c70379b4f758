//! English numbers in words: `twelve`, `twenty-five`, `one hundred and twenty`, `two thousand five
//! hundred`.

/// Numbers below a hundred that are one word.
const SMALL: [(&str, f64); 28] = [
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

fn small(word: &str) -> Option<f64> {
    SMALL.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// Whether a word is a number, or a part of one.
pub(super) fn is_number_word(word: &str) -> bool {
    small(word).is_some() || ["hundred", "thousand", "million"].contains(&word)
}

/// The word at the beginning of a text, and what stands behind it and a blank or hyphen.
fn first_word(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    text.split_at(end)
}

fn behind(text: &str) -> &str {
    text.trim_start_matches([' ', '-'])
}

/// The cardinal number at the beginning of a plain text, and its length in bytes: `one hundred and
/// twenty customers` is 120. `None` where there is none, or where two numbers stand in a row as in
/// `two three`.
pub(super) fn cardinal(text: &str) -> Option<(f64, usize)> {
    let (mut total, mut group) = (0.0, 0.0);
    // The smallest place that is taken, within the group of hundreds and beyond.
    let (mut place, mut large) = (f64::INFINITY, f64::INFINITY);
    let mut rest = text;
    let mut end = 0;
    loop {
        let (word, tail) = first_word(rest);
        let said = end > 0;
        if let Some(value) = small(word) {
            let own = if value >= 20.0 { 10.0 } else { 1.0 };
            // "twenty five" goes on, "two three" does not.
            let teens = value >= 10.0 && own < 10.0;
            if said && (own >= place || teens && place <= 10.0) {
                return None;
            }
            group += value;
            place = if teens { 1.0 } else { own };
        } else if word == "hundred" && place <= 10.0 && group > 0.0 && group < 100.0 {
            group *= 100.0;
            place = 100.0;
        } else if let Some((_, times)) =
            [("thousand", 1e3), ("million", 1e6)].iter().find(|(name, _)| *name == word)
            && said
            && group > 0.0
            && *times < large
        {
            total += group * times;
            (group, place, large) = (0.0, f64::INFINITY, *times);
        } else if word == "and"
            && said
            && place >= 100.0
            && small(first_word(behind(tail)).0).is_some()
        {
            rest = behind(tail);
            continue;
        } else {
            break;
        }
        end = text.len() - tail.len();
        rest = behind(tail);
    }
    (end > 0).then_some((total + group, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_read_to_their_end() {
        for (text, value, rest) in [
            ("one", 1.0, ""),
            ("twelve customers", 12.0, " customers"),
            ("twenty-five", 25.0, ""),
            ("twenty five", 25.0, ""),
            ("one hundred", 100.0, ""),
            ("one hundred and twenty", 120.0, ""),
            ("two hundred fifty-one guests", 251.0, " guests"),
            ("twelve hundred", 1200.0, ""),
            ("two thousand five hundred", 2500.0, ""),
            ("one million", 1e6, ""),
            ("one and a half", 1.0, " and a half"),
            ("two dozen", 2.0, " dozen"),
        ] {
            let end = text.len() - rest.len();
            assert_eq!(cardinal(text), Some((value, end)), "{text}");
        }
        for text in ["two three", "five twenty", "twenty twelve", "customers", "hundred", ""] {
            assert_eq!(cardinal(text), None, "{text}");
        }
    }
}
