//! Text cut to its room: elided with `…`, or wrapped into a few lines.

use super::{MeasureText, Weight};

/// The longest start of a text that fits, up to where a letter ends.
fn fitting(text: &str, room: f32, width: impl Fn(&str) -> f32) -> &str {
    let ends: Vec<usize> = text.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect();
    let count = ends.partition_point(|end| width(text.get(..*end).unwrap_or_default()) <= room);
    let end = count.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// Writes a text, cut with `…` where it is wider than its room. Writes nothing where not even that
/// fits.
pub(in crate::drawing) fn write_elided(
    out: &mut String,
    text: &str,
    room: f32,
    measure: &dyn MeasureText,
    size: f32,
    weight: Weight,
) {
    let width = |text: &str| measure.width(text, size, weight);
    if width(text) <= room {
        out.push_str(text);
        return;
    }
    let dots = width("…");
    let kept = fitting(text, room - dots, width).trim_end();
    if !kept.is_empty() {
        out.push_str(kept);
        out.push('…');
    }
}

/// Wraps a text into at most `most` lines. Breaks at spaces, between Chinese characters, and
/// inside a word that is too long for a line of its own. The last line holds all the rest and is
/// still to be elided.
pub(in crate::drawing) fn wrapped<'a>(
    text: &'a str,
    room: f32,
    most: usize,
    measure: &dyn MeasureText,
    size: f32,
    weight: Weight,
) -> Vec<&'a str> {
    let mut lines = Vec::with_capacity(most);
    let mut rest = text.trim();
    while lines.len() + 1 < most && measure.width(rest, size, weight) > room {
        let fits = fitting(rest, room, |text| measure.width(text, size, weight));
        let end = last_break(rest, fits.len()).unwrap_or(fits.len());
        let (line, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if line.is_empty() {
            break;
        }
        lines.push(line.trim_end());
        rest = after.trim_start();
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    balance_ends(&mut lines, text.trim(), |line| measure.width(line, size, weight) <= room);
    lines
}

/// Where a single Chinese character would stand alone on the last line, the last two lines share
/// their characters evenly.
fn balance_ends<'a>(lines: &mut [&'a str], text: &'a str, fits: impl Fn(&str) -> bool) {
    let [.., before, last] = lines else { return };
    let mut letters = last.chars();
    let (Some(only), None) = (letters.next(), letters.next()) else { return };
    // Both are neighbours at the end of the text, unless a space was left out between them.
    let start = text.len().saturating_sub(before.len() + last.len());
    let Some(both) = text.get(start..).filter(|both| both.starts_with(*before)) else { return };
    if !is_ideograph(only) {
        return;
    }
    let half = both.chars().count().div_ceil(2);
    let end = both.char_indices().nth(half).map_or(both.len(), |(at, _)| at);
    if let Some(end) = last_break(both, end)
        && let Some((first, second)) = both.split_at_checked(end)
        && fits(first)
        && fits(second)
    {
        (*before, *last) = (first.trim_end(), second.trim_start());
    }
}

/// The last place up to `end` where a line may end; a space in the second half comes first.
fn last_break(text: &str, end: usize) -> Option<usize> {
    let space = text.get(..end).and_then(|line| line.rfind(char::is_whitespace));
    if let Some(space) = space.filter(|space| *space >= end / 2)
        && text.get(end..).is_some_and(|after| !after.starts_with(char::is_whitespace))
    {
        return Some(space);
    }
    let mut found = None;
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        if at > end {
            break;
        }
        if let Some(before) = before
            && (letter.is_whitespace() || before == '-' || is_ideograph(before) || is_ideograph(letter))
            // A line does not begin with closing punctuation.
            && !"，。、！？；：）》」』】,.!?;:)".contains(letter)
        {
            found = Some(at);
        }
        before = Some(letter);
    }
    found
}

/// Whether a letter is an East Asian character, which may stand alone on a line.
pub(in crate::drawing) fn is_ideograph(letter: char) -> bool {
    ('\u{2E80}'..='\u{9FFF}').contains(&letter) || ('\u{F900}'..='\u{FAFF}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter is as wide as the size, an ideograph twice.
    struct Even;

    impl MeasureText for Even {
        fn width(&self, text: &str, size: f32, _: Weight) -> f32 {
            let letters = text.chars().map(|c| if is_ideograph(c) { 2.0 } else { 1.0 });
            letters.sum::<f32>() * size
        }

        fn height(&self, size: f32, _: Weight) -> f32 {
            size
        }
    }

    fn elided(text: &str, room: f32) -> String {
        let mut out = String::new();
        write_elided(&mut out, text, room, &Even, 1.0, Weight::Regular);
        out
    }

    fn lines(text: &str, room: f32, most: usize) -> Vec<&str> {
        wrapped(text, room, most, &Even, 1.0, Weight::Regular)
    }

    #[test]
    fn text_is_cut_only_where_it_must_be() {
        assert_eq!(elided("Check", 5.0), "Check");
        assert_eq!(elided("Check it", 6.0), "Check…");
        assert_eq!(elided("Check", 4.0), "Che…");
        assert_eq!(elided("Check", 1.0), "");
        assert_eq!(elided("检查违章", 7.0), "检查违…");
    }

    #[test]
    fn long_names_take_a_second_line() {
        assert_eq!(lines("Review it", 20.0, 2), ["Review it"]);
        assert_eq!(lines("Review application", 12.0, 2), ["Review", "application"]);
        assert_eq!(
            lines("Review the whole application", 12.0, 2),
            ["Review the", "whole application"]
        );
        assert_eq!(lines("Unbreakableword", 8.0, 2), ["Unbreaka", "bleword"]);
        assert_eq!(lines("检查违章记录", 8.0, 2), ["检查违章", "记录"]);
        // No character is left alone.
        assert_eq!(lines("检查申请书的正确性", 16.0, 2), ["检查申请书", "的正确性"]);
        assert_eq!(lines("检查违章，记录", 8.0, 2), ["检查违", "章，记录"]);
        assert_eq!(lines("Lies down 立即躺下", 16.0, 2), ["Lies down", "立即躺下"]);
        assert_eq!(lines("", 8.0, 2), Vec::<&str>::new());
    }
}
