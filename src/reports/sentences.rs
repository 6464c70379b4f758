//! Findings as sentences, and sentences one after the other.

use crate::pictures::Shown;

/// Sentences one after the other.
pub(super) fn sentences(shown: &Shown<'_>, sentences: &[String]) -> String {
    let Some((last, before)) = sentences.split_last() else { return String::new() };
    before.iter().rev().fold(last.clone(), |rest, first| {
        let arguments = [("first", first.as_str().into()), ("rest", rest.into())];
        shown.words.with("report-sentences", &arguments)
    })
}

/// Something as a sentence.
pub(super) fn sentence(shown: &Shown<'_>, text: &str) -> String {
    shown.words.with("report-sentence", &[("text", text.into())])
}
