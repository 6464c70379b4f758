//! Texts that say how much without a number: `a few`, `several`, `几位`.

use super::super::refusal::Refusal;

/// English words for an uncertain number.
const WORDS: [&str; 9] =
    ["few", "several", "some", "many", "lot", "lots", "plenty", "various", "numerous"];

/// Chinese ones, as part of any word.
const PARTS: [&str; 8] = ["几", "若干", "一些", "许多", "很多", "不少", "数十", "数百"];

/// Why a plain text was refused: where it counts in words that mean no certain number, that is what
/// there is to say, whatever a reader stumbled over.
pub(super) fn or_vague(text: &str, refusal: Refusal) -> Refusal {
    let is_misread =
        matches!(refusal, Refusal::NotARate | Refusal::UnknownUnit | Refusal::UnknownTime);
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let is_vague =
        words.any(|word| WORDS.contains(&word)) || PARTS.iter().any(|part| text.contains(part));
    if is_misread && is_vague { Refusal::NumberNeeded } else { refusal }
}
