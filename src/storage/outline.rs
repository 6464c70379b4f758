//! A tolerant look at RON text: where each value stands.
//!
//! The parser proper stops at the first error and forgets where each value stood. This walk knows
//! nothing of types and never fails, so it can say where in a text a field is, which field a
//! position belongs to, and what a damaged file says about its version.

use std::fmt;

use super::position::Position;

/// One step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Segment {
    /// A field of a group.
    Field(String),
    /// A place in a list, from 0.
    Index(usize),
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => f.write_str(name),
            Self::Index(index) => write!(f, "[{index}]"),
        }
    }
}

/// Writes a path as `scenarios[0].steps[3].time`.
pub fn path_text(path: &[Segment]) -> String {
    let mut text = String::new();
    for segment in path {
        if matches!(segment, Segment::Field(_)) && !text.is_empty() {
            text.push('.');
        }
        text.push_str(&segment.to_string());
    }
    text
}

/// The position of a byte of a text.
pub fn position_of(text: &str, byte: usize) -> Position {
    let before = text.get(..byte).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Position {
        line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
        column: before.get(line_start..).map_or(0, |line| line.chars().count()) + 1,
    }
}

/// The byte at a position of a text; its end for a position beyond it.
pub fn byte_of(text: &str, position: Position) -> usize {
    let mut start = 0;
    for line in text.split_inclusive('\n').take(position.line.saturating_sub(1)) {
        start += line.len();
    }
    let rest = text.get(start..).unwrap_or_default();
    start
        + rest
            .char_indices()
            .nth(position.column.saturating_sub(1))
            .map_or(rest.len(), |(offset, _)| offset)
}

/// Where the value at a path stands. Linear.
pub fn locate(text: &str, path: &[Segment]) -> Option<Position> {
    find(text, path).map(|value| position_of(text, value.start))
}

/// What is written at a path: the word or quoted text, or the opening bracket. Linear.
pub fn written<'t>(text: &'t str, path: &[Segment]) -> Option<&'t str> {
    text.get(find(text, path)?)
}

/// A text in which the group at a path is empty, all else being where it was; `None` where no group is closed there.
/// Linear.
pub fn emptied(text: &str, path: &[Segment]) -> Option<String> {
    let start = find(text, path)?.start;
    let (before, group) = text.get(..start).zip(text.get(start..))?;
    let (inside, after) = group.split_at_checked(closed_at(group)?)?;
    // Lines stay lines, so that places in the text stay what they are.
    let blank: String =
        inside.chars().skip(1).map(|letter| if letter == '\n' { '\n' } else { ' ' }).collect();
    Some(format!("{before}({blank}{after}"))
}

/// The byte at which a group that a text begins with is closed.
fn closed_at(text: &str) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    if letters.peek().is_none_or(|(_, letter)| *letter != '(') {
        return None;
    }
    let mut depth = 0_usize;
    while let Some((at, letter)) = letters.next() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return (letter == ')').then_some(at);
                }
            }
            '"' => loop {
                match letters.next()?.1 {
                    '"' => break,
                    '\\' => {
                        letters.next();
                    }
                    _ => {}
                }
            },
            '/' if letters.peek().is_some_and(|(_, next)| *next == '/') => {
                letters.by_ref().find(|(_, letter)| *letter == '\n');
            }
            // What is rarely written is not guessed at.
            '/' | '#' => return None,
            _ => {}
        }
    }
    None
}

/// The path of the value that a position lies in, or that was last begun before it. Linear.
pub fn path_at(text: &str, position: Position) -> Vec<Segment> {
    let end = byte_of(text, position);
    let mut walk = Walk::new(text);
    let mut last = Vec::new();
    while walk.step(|frames, value| {
        let begun = value.start <= end;
        if begun {
            last = path_of(frames);
        }
        begun
    }) {}
    last
}

/// Calls `found` with the path and byte of every value. Linear.
pub fn each_value(text: &str, mut found: impl FnMut(Vec<Segment>, usize)) {
    let mut walk = Walk::new(text);
    while walk.step(|frames, value| {
        found(path_of(frames), value.start);
        true
    }) {}
}

fn find(text: &str, path: &[Segment]) -> Option<std::ops::Range<usize>> {
    let mut walk = Walk::new(text);
    let mut place = None;
    while walk.step(|frames, value| {
        let mut seen = frames.iter().filter(|frame| !frame.transparent);
        let same = path.iter().all(|segment| {
            seen.next().is_some_and(|frame| match segment {
                Segment::Field(name) => frame.key == Some(name.as_str()),
                Segment::Index(index) => frame.key.is_none() && frame.index == *index,
            })
        });
        if same && seen.next().is_none() {
            place = Some(value);
        }
        place.is_none()
    }) {}
    place
}

fn path_of(frames: &[Frame<'_>]) -> Vec<Segment> {
    frames
        .iter()
        .filter(|frame| !frame.transparent)
        .map(|frame| match frame.key {
            Some(key) => Segment::Field(key.to_owned()),
            None => Segment::Index(frame.index),
        })
        .collect()
}

/// An open bracket.
struct Frame<'t> {
    /// How many commas were passed.
    index: usize,
    /// The field whose value is read.
    key: Option<&'t str>,
    /// The bracket of `Some(…)`, which adds no step to the path.
    transparent: bool,
}

struct Walk<'t> {
    text: &'t str,
    at: usize,
    frames: Vec<Frame<'t>>,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0, frames: Vec::new() }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Passes one token; `value` is told where a value stands and answers whether to go on.
    fn step(
        &mut self,
        mut value: impl FnMut(&[Frame<'t>], std::ops::Range<usize>) -> bool,
    ) -> bool {
        self.skip_blank();
        let start = self.at;
        let Some(first) = self.rest().chars().next() else { return false };
        match first {
            '(' | '[' | '{' => {
                self.at += 1;
                let go_on = value(&self.frames, start..self.at);
                self.open(false);
                go_on
            }
            ')' | ']' | '}' => {
                self.at += 1;
                self.frames.pop();
                true
            }
            ',' => {
                self.at += 1;
                if let Some(frame) = self.frames.last_mut() {
                    frame.index += 1;
                    frame.key = None;
                }
                true
            }
            ':' => {
                self.at += 1;
                true
            }
            _ => {
                self.skip_word();
                let word = start..self.at;
                self.skip_blank();
                if self.rest().starts_with(':') {
                    self.at += 1;
                    let key = self.text.get(word);
                    if let Some(frame) = self.frames.last_mut() {
                        frame.key = key;
                    }
                    return true;
                }
                if self.text.get(word.clone()) == Some("Some") && self.rest().starts_with('(') {
                    self.at += 1;
                    self.open(true);
                    return true;
                }
                let go_on = value(&self.frames, word);
                if self.rest().starts_with('(') {
                    // The name before a group belongs to it.
                    self.at += 1;
                    self.open(false);
                }
                go_on
            }
        }
    }

    fn open(&mut self, transparent: bool) {
        self.frames.push(Frame { index: 0, key: None, transparent });
    }

    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            self.at += blank;
            match comment_length(self.rest()) {
                Some(length) => self.at += length,
                None if blank == 0 => return,
                None => {}
            }
        }
    }

    fn skip_word(&mut self) {
        self.at += word_length(self.rest());
    }
}

/// The length of the comment that a text begins with, if it does.
pub(super) fn comment_length(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        Some(text.find('\n').unwrap_or(text.len()))
    } else {
        text.starts_with("/*").then(|| block_comment(text))
    }
}

/// The length of the word or quoted text that a text begins with; at least one character, if there
/// is one.
pub(super) fn word_length(rest: &str) -> usize {
    let quote = rest.trim_start_matches(['b', 'r']);
    let prefix = rest.len() - quote.len();
    let hashes = quote.len() - quote.trim_start_matches('#').len();
    let raw = rest.get(..prefix).is_some_and(|prefix| prefix.contains('r'));
    let length = if raw && quote.trim_start_matches('#').starts_with('"') {
        let close = format!("\"{}", "#".repeat(hashes));
        let inside = prefix + hashes + 1;
        rest.get(inside..)
            .and_then(|body| body.find(&close))
            .map_or(rest.len(), |end| inside + end + close.len())
    } else if quote.starts_with('"') {
        prefix + quoted(quote, '"')
    } else if quote.starts_with('\'') {
        prefix + quoted(quote, '\'')
    } else {
        let end = |c: char| c.is_whitespace() || "()[]{},:\"'/".contains(c);
        rest.find(end).unwrap_or(rest.len())
    };
    let least = rest.chars().next().map_or(0, char::len_utf8);
    length.max(least)
}

/// The length of a quoted text with its quotation marks.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == quote {
            return at + 1;
        }
    }
    text.len()
}

/// The length of a block comment, which may hold others.
fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "(\n  version: 1, // first\n  scenarios: [\n    Named(name: \"a, (b\", \
                        steps: [(id: 1), (id: 2, fail: Some((what: r#\"x\"y\"#)))]),\n  ],\n)";

    fn field(name: &str) -> Segment {
        Segment::Field(name.to_owned())
    }

    #[test]
    fn values_are_found_by_path_and_position() {
        let path = [
            field("scenarios"),
            Segment::Index(0),
            field("steps"),
            Segment::Index(1),
            field("fail"),
            field("what"),
        ];
        assert_eq!(written(TEXT, &path), Some("r#\"x\"y\"#"));
        let at = locate(TEXT, &path).unwrap();
        assert_eq!(at.line, 4);
        assert_eq!(path_at(TEXT, Position { line: 4, column: at.column + 2 }), path);
        assert_eq!(path_text(&path), "scenarios[0].steps[1].fail.what");
        assert_eq!(written(TEXT, &[field("version")]), Some("1"));
        assert_eq!(written(TEXT, &[field("title")]), None);
    }

    #[test]
    fn any_text_comes_to_an_end() {
        for text in ["", "(", "'", "\"\\", "r#", "r#\"", "/", "/*", "b'", ")))", "#![x", "é:é", ":"]
        {
            each_value(text, |_, _| {});
            path_at(text, Position { line: 9, column: 9 });
        }
    }
}
