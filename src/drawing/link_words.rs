//! What is written beside a link: its label, then the share of customers that takes it. Of a
//! decision the one way that says no share bears what the others leave, in grey.

use std::borrow::Cow;

use super::ink::Ink;
use super::link_room::{GAP, MARGIN, shown};
use super::scene::Labels;
use super::text::{MeasureText, Weight};
use crate::blueprint::{Link, Scenario};

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
