//! A quick reader of the plain form: RON as this program writes it.
//!
//! The parser proper takes every form that RON has and is slow for it. Nearly all files are in one
//! form: groups without names, fields that are known, decimal numbers, texts in simple quotation
//! marks, comments to the end of a line. This reader takes that form alone and gives up at anything
//! else, wrong or only written differently, without saying why: the parser proper then reads the
//! text from its start and decides what stands in it. Whatever this reader does take, the
//! parser proper takes for the same.

use std::fmt;

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};

/// The text is not in the plain form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPlain;

impl fmt::Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not in the plain form")
    }
}

impl std::error::Error for NotPlain {}

impl de::Error for NotPlain {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Reads a value that is all of a text in the plain form. Linear.
pub fn read<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, NotPlain> {
    let mut reader = Reader { text, at: 0 };
    reader.skip_blank();
    let value = T::deserialize(&mut reader)?;
    reader.skip_blank();
    if reader.at == text.len() { Ok(value) } else { Err(NotPlain) }
}

struct Reader<'t> {
    text: &'t str,
    /// The byte that comes next, always at the start of a character.
    at: usize,
}

impl<'t> Reader<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn expect(&mut self, byte: u8) -> Result<(), NotPlain> {
        if self.take(byte) { Ok(()) } else { Err(NotPlain) }
    }

    /// The ASCII characters that come next and are of a kind.
    fn run(&mut self, is_part: fn(u8) -> bool) -> &'t str {
        let start = self.at;
        let bytes = self.text.as_bytes().get(start..).unwrap_or_default();
        self.at += bytes.iter().position(|byte| !is_part(*byte)).unwrap_or(bytes.len());
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// Passes blanks, ends of lines and comments to the end of a line.
    fn skip_blank(&mut self) {
        loop {
            while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
                self.at += 1;
            }
            if self.peek() != Some(b'/') || !self.rest().starts_with("//") {
                return;
            }
            self.at += self.rest().find('\n').unwrap_or(self.rest().len());
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The name of a field or of one of some words.
    fn word(&mut self) -> Result<&'t str, NotPlain> {
        let word = self.run(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        // What goes on beyond ASCII is another word, and what begins with a digit is none.
        let sound = word.starts_with(|c: char| !c.is_ascii_digit())
            && self.peek().is_some_and(|byte| byte.is_ascii());
        if sound { Ok(word) } else { Err(NotPlain) }
    }

    fn number(&mut self) -> Result<f64, NotPlain> {
        let number = self.run(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte));
        number.parse().map_err(|_| NotPlain)
    }

    /// A whole number that ends where no other number could go on.
    fn whole(&mut self) -> Result<u64, NotPlain> {
        let digits = self.run(|byte| byte.is_ascii_digit());
        let ends = matches!(self.peek(), Some(b',' | b')' | b']' | b' ' | b'\n' | b'\r'));
        if ends { digits.parse().map_err(|_| NotPlain) } else { Err(NotPlain) }
    }

    /// Passes a text as far as its next quotation mark or backslash.
    fn piece(&mut self) -> Result<&'t str, NotPlain> {
        let start = self.at;
        let bytes = self.text.as_bytes().get(start..).unwrap_or_default();
        let length = bytes.iter().position(|byte| matches!(byte, b'"' | b'\\')).ok_or(NotPlain)?;
        self.at += length;
        self.text.get(start..self.at).ok_or(NotPlain)
    }

    fn quoted<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, NotPlain> {
        self.expect(b'"')?;
        let piece = self.piece()?;
        if self.take(b'"') {
            return visitor.visit_borrowed_str(piece);
        }
        let mut whole = piece.to_owned();
        while !self.take(b'"') {
            whole.push(self.escaped()?);
            whole.push_str(self.piece()?);
        }
        visitor.visit_string(whole)
    }

    /// One of the escapes that are written.
    fn escaped(&mut self) -> Result<char, NotPlain> {
        self.expect(b'\\')?;
        let sign = self.peek().ok_or(NotPlain)?;
        let plain = match sign {
            b'"' => '"',
            b'\\' => '\\',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => '\0',
            _ => return Err(NotPlain),
        };
        self.at += 1;
        if sign != b'u' {
            return Ok(plain);
        }
        self.expect(b'{')?;
        let digits = self.run(|byte| byte.is_ascii_hexdigit());
        self.expect(b'}')?;
        let code = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() <= 6);
        code.and_then(char::from_u32).ok_or(NotPlain)
    }
}

/// The sorts of values that files have; any other is not plain.
impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
    type Error = NotPlain;

    /// A text or a whole number.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.peek() {
            Some(b'"') => self.quoted(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            _ => visitor.visit_u64(self.whole()?),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(NotPlain),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.quoted(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.quoted(visitor)
    }

    /// A value that is there; the words `Some` and `None` are not plain.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        if self.rest().starts_with("Some") || self.rest().starts_with("None") {
            return Err(NotPlain);
        }
        visitor.visit_some(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.expect(b'[')?;
        let value = visitor.visit_seq(Members::new(self, b']'))?;
        self.skip_blank();
        self.expect(b']')?;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        self.expect(b'(')?;
        let value = visitor.visit_seq(Members::new(self, b')'))?;
        self.skip_blank();
        self.expect(b')')?;
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        self.expect(b'(')?;
        let value = visitor.visit_map(Members::new(self, b')'))?;
        self.skip_blank();
        self.expect(b')')?;
        Ok(value)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        visitor.visit_enum(Word(self.word()?))
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_borrowed_str(self.word()?)
    }

    /// What is not known is told to the user, which the parser proper prepares.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    // A text is taken for a character or bytes by readers of those; the parser proper does not.
    fn deserialize_char<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 unit unit_struct newtype_struct tuple_struct map
    }
}

/// What stands in a bracket, with commas between and at most one behind the last.
struct Members<'r, 'de> {
    reader: &'r mut Reader<'de>,
    close: u8,
    /// Whether another member may follow.
    open: bool,
}

impl<'r, 'de> Members<'r, 'de> {
    fn new(reader: &'r mut Reader<'de>, close: u8) -> Self {
        Self { reader, close, open: true }
    }

    /// Whether another member comes next.
    fn another(&mut self) -> Result<bool, NotPlain> {
        self.reader.skip_blank();
        match (self.reader.peek() == Some(self.close), self.open) {
            (true, _) => Ok(false),
            (false, true) => Ok(true),
            (false, false) => Err(NotPlain),
        }
    }

    fn pass_comma(&mut self) {
        self.reader.skip_blank();
        self.open = self.reader.take(b',');
    }
}

impl<'de> SeqAccess<'de> for Members<'_, 'de> {
    type Error = NotPlain;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, NotPlain> {
        if !self.another()? {
            return Ok(None);
        }
        let value = seed.deserialize(&mut *self.reader)?;
        self.pass_comma();
        Ok(Some(value))
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = NotPlain;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, NotPlain> {
        if !self.another()? {
            return Ok(None);
        }
        let key = seed.deserialize(&mut *self.reader)?;
        self.reader.skip_blank();
        self.reader.expect(b':')?;
        self.reader.skip_blank();
        Ok(Some(key))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NotPlain> {
        let value = seed.deserialize(&mut *self.reader)?;
        self.pass_comma();
        Ok(value)
    }
}

/// One of some words, which holds nothing.
struct Word<'de>(&'de str);

impl<'de> EnumAccess<'de> for Word<'de> {
    type Error = NotPlain;
    type Variant = Bare;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Bare), NotPlain> {
        let word: StrDeserializer<'de, NotPlain> = self.0.into_deserializer();
        seed.deserialize(word).map(|value| (value, Bare))
    }
}

struct Bare;

impl<'de> VariantAccess<'de> for Bare {
    type Error = NotPlain;

    fn unit_variant(self) -> Result<(), NotPlain> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, NotPlain> {
        Err(NotPlain)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::version1::FileBlueprint;
    use crate::storage::{encode, samples, templates};

    fn is_plain(text: &str) -> bool {
        read::<FileBlueprint>(text).is_ok()
    }

    #[test]
    fn what_the_program_writes_is_plain() {
        // Cells of planning sheets and data of indicators are numbers or texts, which takes the general reader.
        let general = ["planning-class", "licence-office-measured"];
        let is_drawn = |sample: &&crate::storage::Sample| !general.contains(&sample.key);
        for sample in samples().iter().chain(templates()).filter(is_drawn) {
            assert!(is_plain(&encode(&sample.open().unwrap())), "{}", sample.key);
        }
        let mut odd = samples()[0].open().unwrap();
        odd.set_title("\"a\\b\"\n\r\t\u{0}\u{feff}\u{2028}\u{10ffff}名// no comment");
        assert!(is_plain(&encode(&odd)));
        let read = read::<FileBlueprint>(&encode(&odd)).unwrap();
        assert_eq!(read.title, odd.title());
    }

    #[test]
    fn comments_to_the_end_of_a_line_are_plain() {
        assert!(is_plain("// a\n( // b\n title: \"x\" // c\n, scenarios: [], ) // d"));
    }

    #[test]
    fn other_forms_are_left_to_the_parser_proper() {
        for text in [
            "",
            "()x",
            "(title: r\"x\")",
            "(title: Some(\"x\"))",
            "(rates: Some(\"day\"))",
            "(rates: None)",
            "(mood: 1)",
            "(version: 0x1)",
            "(version: 1_0)",
            "(version: 1f64)",
            "(version: inf)",
            "(version: 1, version: 1)",
            "(/* a */)",
            "Blueprint()",
            "(,)",
            "(title: \"\\x41\")",
            "(title: \"\\u{d800}\")",
            "(title: \"x)",
            "(title: 'x')",
            "#![enable(implicit_some)]()",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }
}
