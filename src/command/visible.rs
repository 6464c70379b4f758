//! Names and texts of a file at a terminal: what would steer it is shown instead of obeyed.
//!
//! Control characters can clear a screen or colour it, and characters that turn the direction of writing can make a
//! line read as something else. They are written as `\\u202e`, which in JSON is the same character again, so that
//! nothing that is printed needs to know which of both it is. A file that is written keeps them.

use std::fmt::Write as _;
use std::io::{self, Write};

/// Whether a character does something to a terminal instead of standing there.
const fn steers(character: char) -> bool {
    matches!(character,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text in which everything can be seen. Linear.
pub fn visible(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for character in text.chars() {
        if steers(character) {
            // Nothing that a string is written to fails.
            let _ = write!(seen, "\\u{:04x}", u32::from(character));
        } else {
            seen.push(character);
        }
    }
    seen
}

/// An output in which everything can be seen.
pub struct Visible<W> {
    inner: W,
    /// The beginning of a character whose end has not come yet.
    begun: Vec<u8>,
}

impl<W: Write> Visible<W> {
    /// Writes to another output what can be seen there.
    pub const fn new(inner: W) -> Self {
        Self { inner, begun: Vec::new() }
    }
}

impl<W: Write> Write for Visible<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut all = std::mem::take(&mut self.begun);
        all.extend_from_slice(bytes);
        for chunk in all.utf8_chunks() {
            self.inner.write_all(visible(chunk.valid()).as_bytes())?;
            self.begun.extend_from_slice(chunk.invalid());
        }
        // At most three bytes can begin a character; anything more is none.
        if self.begun.len() > 3 {
            self.begun.clear();
            self.inner.write_all("\u{fffd}".as_bytes())?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown_and_halves_of_characters_come_together() {
        assert_eq!(visible("a\u{1b}[2J\tb\n李\u{202e}\u{9b}"), "a\\u001b[2J\tb\n李\\u202e\\u009b");
        let mut out = Visible::new(Vec::new());
        for byte in "李\u{85}ü".bytes() {
            out.write_all(&[byte]).unwrap();
        }
        assert_eq!(String::from_utf8(out.inner).unwrap(), "李\\u0085ü");
    }
}
