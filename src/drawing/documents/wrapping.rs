//! Texts in lines, none of which is wider than its room and none of which loses a letter.

use super::super::text::{Letters, MeasureText, breaks};

/// The pieces of a line that are never cut where they fit: words, numbers with their units.
fn pieces(line: &str) -> Vec<&str> {
    let letters: Vec<char> = line.chars().collect();
    let mut pieces = Vec::new();
    let (mut start, mut end) = (0, 0);
    for (letter, may_end) in letters.iter().zip(breaks(&letters)) {
        end += letter.len_utf8();
        if may_end {
            pieces.extend(line.get(start..end));
            start = end;
        }
    }
    pieces.extend(line.get(start..).filter(|rest| !rest.is_empty()));
    pieces
}

/// A text in lines of a width at most; a word that is longer is cut between letters.
pub(super) fn wrapped(
    text: &str,
    room: f32,
    measure: &dyn MeasureText,
    letters: Letters,
) -> Vec<String> {
    let width = |text: &str| measure.width(text.trim_end(), letters.size, letters.weight);
    let mut lines = Vec::new();
    for paragraph in text.trim().lines() {
        let mut line = String::new();
        for piece in pieces(paragraph.trim()) {
            let longer = format!("{line}{piece}");
            if width(&longer) <= room {
                line = longer;
                continue;
            }
            if !line.trim().is_empty() {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
            }
            line.clear();
            if width(piece) <= room {
                piece.clone_into(&mut line);
                continue;
            }
            for letter in piece.chars() {
                line.push(letter);
                if width(&line) > room && line.chars().nth(1).is_some() {
                    line.pop();
                    lines.push(std::mem::take(&mut line));
                    line.push(letter);
                }
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The width of a text in one line, and that of its longest piece that is best not cut.
pub(super) fn widths(text: &str, measure: &dyn MeasureText, letters: Letters) -> (f32, f32) {
    let width = |text: &str| measure.width(text.trim_end(), letters.size, letters.weight);
    let lines = || text.trim().lines();
    let whole = lines().map(width).fold(0.0, f32::max);
    let piece = lines().flat_map(|line| pieces(line.trim())).map(width).fold(0.0, f32::max);
    (whole, piece)
}
