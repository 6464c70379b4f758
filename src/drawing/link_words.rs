//! What is written beside a link: its label, then the share of customers that takes it. Of a
//! decision the one way that says no share bears what the others leave, in grey.

use std::borrow::Cow;

use super::ink::Ink;
use super::scene::Labels;
use super::space::Size;
use super::text::{MeasureText, Weight};
use crate::blueprint::{Link, Scenario, Share};

/// Letters of the words at 100 %.
pub(super) const LETTERS: f32 = 11.0;
/// How many letters of a label are drawn; of a longer one the end is left out.
const MOST_LETTERS: usize = 22;
/// About how wide a letter is at 100 %, and one as wide as high.
const NARROW: f32 = 6.2;
/// What stays free on both sides of the words together.
const MARGIN: f32 = 6.0;

/// The words beside a link.
pub(super) struct LinkWords<'a> {
    /// Its label; empty for none.
    pub label: Cow<'a, str>,
    /// The share that takes it.
    pub share: Option<Cow<'a, str>>,
    /// Whether the share was not given: it is what the others leave.
    pub is_rest: bool,
}

/// What stands beside a link, if anything does.
pub(super) fn link_words<'a>(
    scenario: &Scenario,
    labels: &'a dyn Labels,
    link: &'a Link,
) -> Option<LinkWords<'a>> {
    let rest = scenario.rest_share(link);
    let share = link.share.or(rest).map(|share| labels.share(share));
    let label = shown(&link.label);
    (share.is_some() || !label.is_empty()).then_some(LinkWords {
        label,
        share,
        is_rest: rest.is_some(),
    })
}

/// The room that the words of a link take on the sheet, about, whatever the language; `rest` is
/// the share that the others leave to it. Nothing for a link without words.
pub(super) fn room(link: &Link, rest: Option<Share>) -> Option<Size> {
    let share = link.share.or(rest).map(|share| share.to_string());
    let label = shown(&link.label);
    let letters = |text: &str| unicode_width::UnicodeWidthStr::width(text) as f32 * NARROW;
    let gap = if label.is_empty() || share.is_none() { 0.0 } else { GAP * LETTERS };
    let width = letters(&label) + gap + share.as_deref().map_or(0.0, letters);
    (width > 0.0).then(|| Size::new(width + MARGIN, LETTERS + 3.0))
}

/// What stands between label and share, as a part of the letters' size.
const GAP: f32 = 0.35;

/// A label as it is drawn.
fn shown(label: &str) -> Cow<'_, str> {
    if label.chars().nth(MOST_LETTERS).is_none() {
        return Cow::Borrowed(label);
    }
    let kept: String = label.chars().take(MOST_LETTERS - 1).collect();
    Cow::Owned(format!("{}…", kept.trim_end()))
}

impl LinkWords<'_> {
    /// The words with their ink, each with how far left it begins; then how wide they are in all,
    /// with what stays free on both sides.
    pub(super) fn laid_out(
        &self,
        text: &dyn MeasureText,
        size: f32,
        marked: bool,
    ) -> (Vec<(f32, &str, Ink)>, f32) {
        let ink = |plain| if marked { Ink::Accent } else { plain };
        let grey = if self.is_rest { Ink::Muted } else { Ink::Text };
        let words = [
            (self.label.as_ref(), ink(Ink::Text)),
            (self.share.as_deref().unwrap_or_default(), ink(grey)),
        ];
        let mut at = MARGIN / 2.0;
        let mut laid = Vec::with_capacity(words.len());
        for (word, ink) in words.into_iter().filter(|(word, _)| !word.is_empty()) {
            if !laid.is_empty() {
                at += GAP * size;
            }
            laid.push((at, word, ink));
            at += text.width(word, size, Weight::Medium);
        }
        (laid, at + MARGIN / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_label_ends_in_dots() {
        assert_eq!(shown("Yes"), "Yes");
        let long = shown("If the estimate is above the limit");
        assert_eq!(long, "If the estimate is ab…");
        assert!(long.chars().count() <= MOST_LETTERS);
    }
}
