//! Numbers and ends of planning sheets in a file.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

use crate::blueprint::sheets::{End, Figure};
use crate::storage::file_values::Written;
use crate::storage::row::text;

/// Digits of a number that is written without quotation marks: each of these is read as it was written.
const MOST_BARE: usize = 15;

/// What is written for a number.
pub fn figure(written: Option<&Written>) -> Figure {
    written.map(|Written(text)| Figure::from(text.as_str())).unwrap_or_default()
}

/// A number as it is written: bare where it is read back as it was, else in quotation marks; `"-"` for none.
pub fn figure_text(figure: &Figure) -> String {
    let written = figure.written();
    if figure.is_blank() {
        return "\"-\"".to_owned();
    }
    let is_bare = written.len() <= MOST_BARE
        && written != "-0"
        && written
            .parse()
            .is_ok_and(|value: f64| value.is_finite() && value.to_string() == written);
    if is_bare { written.to_owned() } else { text(written) }
}

/// The same for a field that is left out if it is blank.
pub fn has_number(figure: &Figure) -> Option<String> {
    (!figure.is_blank()).then(|| figure_text(figure))
}

/// A name, and how much there is or is wanted: `("Sacramento", 80)`, or `("Anna")` for the usual.
pub struct FileEnd {
    name: String,
    amount: Option<Written>,
}

impl From<&FileEnd> for End {
    fn from(file: &FileEnd) -> Self {
        Self::new(&file.name, figure(file.amount.as_ref()))
    }
}

impl<'de> Deserialize<'de> for FileEnd {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrTwo;

        impl<'de> Visitor<'de> for OneOrTwo {
            type Value = FileEnd;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name and a number")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<FileEnd, A::Error> {
                let missing = || A::Error::invalid_length(0, &self);
                let name = seq.next_element()?.ok_or_else(missing)?;
                Ok(FileEnd { name, amount: seq.next_element()? })
            }
        }

        deserializer.deserialize_tuple(2, OneOrTwo)
    }
}

/// An end as it is written.
pub fn end_text(end: &End) -> String {
    match has_number(&end.amount) {
        Some(amount) => format!("({}, {amount})", text(&end.name)),
        None => format!("({})", text(&end.name)),
    }
}
