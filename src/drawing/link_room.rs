//! The room that the words beside a link take on the sheet, whatever the language.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::space::Size;
use crate::blueprint::{Link, LinkKind, Share, StepId};

/// Letters of the words at 100 %.
pub(super) const LETTERS: f32 = 11.0;
/// How many letters of a label are drawn; of a longer one the end is left out.
const MOST_LETTERS: usize = 22;
/// About how wide a letter is at 100 %, and one as wide as high.
const NARROW: f32 = 6.2;
/// What stays free on both sides of the words together.
pub(super) const MARGIN: f32 = 6.0;

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

/// What the ways out of each step leave to one that says no share, for all links at once.
#[derive(Default)]
pub(super) struct Rests(FxHashMap<StepId, (f64, usize, usize)>);

impl Rests {
    /// Adds up the shares of all Flows. Linear.
    pub(super) fn of_all<'a>(links: impl Iterator<Item = &'a Link>) -> Self {
        let mut rests = Self::default();
        for link in links.filter(|link| link.kind == LinkKind::Flow) {
            let (taken, given, blank) = rests.0.entry(link.from).or_default();
            match link.share {
                Some(share) => {
                    *taken += share.value();
                    *given += 1;
                }
                None => *blank += 1,
            }
        }
        rests
    }

    /// What is left to a Flow that says no share, where all others say theirs.
    pub(super) fn of(&self, link: &Link) -> Option<Share> {
        let (taken, given, blank) = *self.0.get(&link.from)?;
        let left = link.share.is_none() && link.kind == LinkKind::Flow && given > 0 && blank == 1;
        left.then(|| Share::percent(((1.0 - taken) * 1e11).round() / 1e9).ok()).flatten()
    }
}

/// What stands between label and share, as a part of the letters' size.
pub(super) const GAP: f32 = 0.35;

/// A label as it is drawn.
pub(super) fn shown(label: &str) -> Cow<'_, str> {
    if label.chars().nth(MOST_LETTERS).is_none() {
        return Cow::Borrowed(label);
    }
    let kept: String = label.chars().take(MOST_LETTERS - 1).collect();
    Cow::Owned(format!("{}…", kept.trim_end()))
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
