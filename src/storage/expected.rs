//! What the reader expected where it stopped: the RON parser's errors as codes.

use std::fmt;

use super::file_values::TEXT_OR_NUMBER;

/// What a datum of an indicator is, in the words of its reader.
pub const DATE_AND_NUMBER: &str = "a date and a number";

/// What should have stood where the reader stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A number.
    Number,
    /// A text in quotation marks.
    Text,
    /// The quotation mark that ends a text.
    TextEnd,
    /// What a backslash in a text can stand before.
    Escape,
    /// A character in single quotation marks.
    Character,
    /// A text in quotation marks or a number.
    TextOrNumber,
    /// Two numbers in parentheses.
    Pair,
    /// Five numbers in parentheses, one for each dimension of quality.
    Five,
    /// A date and a number in parentheses.
    DateAndNumber,
    /// `true` or `false`.
    YesOrNo,
    /// A list: `[`.
    List,
    /// The end of a list: `]`.
    ListEnd,
    /// A group of fields: `(`.
    Group,
    /// The end of a group: `)`.
    GroupEnd,
    /// A map: `{`.
    Map,
    /// The end of a map: `}`.
    MapEnd,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// The name of a field.
    FieldName,
    /// One of some words.
    OneOf {
        /// The words that are known there.
        words: Vec<String>,
        /// What stands there.
        found: String,
    },
    /// A field that is given once only.
    OnlyOnce {
        /// The field.
        field: String,
    },
    /// A field that has to be there.
    Field {
        /// The field.
        field: String,
    },
    /// An extension of the format that is known, in an attribute before everything.
    Extension,
    /// A value.
    Value,
    /// A value of another sort.
    OtherSort,
    /// Anything but a character.
    OtherThan(char),
    /// More text: the file ends too early.
    More,
    /// The end: something follows the blueprint.
    End,
    /// The end of a comment.
    CommentEnd,
    /// Fewer levels of brackets.
    Shallower,
    /// Something else, of which nothing more is known.
    Other,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number => f.write_str("a number"),
            Self::Text => f.write_str("a text"),
            Self::TextEnd => f.write_str("the end of the text"),
            Self::Escape => f.write_str("an escape"),
            Self::Character => f.write_str("a character"),
            Self::TextOrNumber => f.write_str(TEXT_OR_NUMBER),
            Self::Pair => f.write_str("two numbers"),
            Self::Five => f.write_str("five numbers"),
            Self::DateAndNumber => f.write_str(DATE_AND_NUMBER),
            Self::YesOrNo => f.write_str("true or false"),
            Self::List => f.write_str("["),
            Self::ListEnd => f.write_str("]"),
            Self::Group => f.write_str("("),
            Self::GroupEnd => f.write_str(")"),
            Self::Map => f.write_str("{"),
            Self::MapEnd => f.write_str("}"),
            Self::Comma => f.write_str("a comma"),
            Self::Colon => f.write_str("a colon"),
            Self::FieldName => f.write_str("a field name"),
            Self::OneOf { words, found } => write!(f, "one of {} not {found}", words.join(", ")),
            Self::OnlyOnce { field } => write!(f, "{field} only once"),
            Self::Field { field } => write!(f, "{field}"),
            Self::Extension => f.write_str("an extension"),
            Self::Value => f.write_str("a value"),
            Self::OtherSort => f.write_str("another sort of value"),
            Self::OtherThan(found) => write!(f, "anything but {found}"),
            Self::More => f.write_str("more text"),
            Self::End => f.write_str("the end"),
            Self::CommentEnd => f.write_str("the end of the comment"),
            Self::Shallower => f.write_str("fewer levels"),
            Self::Other => f.write_str("something else"),
        }
    }
}

impl From<ron::Error> for Expected {
    fn from(error: ron::Error) -> Self {
        use ron::Error as E;
        match error {
            E::Eof => Self::More,
            E::ExpectedArray => Self::List,
            E::ExpectedArrayEnd => Self::ListEnd,
            E::ExpectedBoolean => Self::YesOrNo,
            E::ExpectedComma => Self::Comma,
            E::ExpectedMapColon => Self::Colon,
            E::ExpectedFloat
            | E::ExpectedInteger
            | E::FloatUnderscore
            | E::UnderscoreAtBeginning
            | E::IntegerOutOfBounds
            | E::InvalidIntegerDigit { .. } => Self::Number,
            E::ExpectedStructLike
            | E::ExpectedNamedStructLike(_)
            | E::ExpectedStructName(_)
            | E::ExpectedDifferentStructName { .. } => Self::Group,
            E::ExpectedStructLikeEnd | E::ExpectedOptionEnd => Self::GroupEnd,
            E::ExpectedString | E::ExpectedByteString | E::Utf8Error(_) => Self::Text,
            E::ExpectedStringEnd => Self::TextEnd,
            E::InvalidEscape(_) => Self::Escape,
            E::ExpectedChar | E::ExpectedByteLiteral => Self::Character,
            E::ExpectedMap => Self::Map,
            E::ExpectedMapEnd => Self::MapEnd,
            E::ExpectedIdentifier | E::InvalidIdentifier(_) | E::SuggestRawIdentifier(_) => {
                Self::FieldName
            }
            E::UnclosedBlockComment | E::UnclosedLineComment => Self::CommentEnd,
            E::TrailingCharacters => Self::End,
            E::ExceededRecursionLimit => Self::Shallower,
            E::ExpectedAttribute | E::ExpectedAttributeEnd | E::NoSuchExtension(_) => {
                Self::Extension
            }
            E::NoSuchEnumVariant { expected, found, .. }
            | E::NoSuchStructField { expected, found, .. } => {
                Self::OneOf { words: expected.iter().map(|&word| word.to_owned()).collect(), found }
            }
            E::InvalidValueForType { expected, .. } => sort_of(&expected),
            // Pairs but for the weights of the dimensions and the data of indicators.
            E::ExpectedDifferentLength { expected, .. } if expected.contains('5') => Self::Five,
            E::ExpectedDifferentLength { expected, .. } if expected == DATE_AND_NUMBER => {
                Self::DateAndNumber
            }
            E::ExpectedDifferentLength { .. } => Self::Pair,
            E::DuplicateStructField { field, .. } => Self::OnlyOnce { field: field.to_owned() },
            E::MissingStructField { field, .. } => Self::Field { field: field.to_owned() },
            E::UnexpectedChar(found) => Self::OtherThan(found),
            E::ExpectedOption | E::ExpectedUnit | E::ExpectedRawValue => Self::Value,
            // Errors of writing and of the disk, ranges, and what a later parser adds: its words are
            // in its own language, and say nothing that helps.
            _ => Self::Other,
        }
    }
}

/// The sort of value that a type asks for, by the words of the parser and of the standard types.
fn sort_of(expected: &str) -> Expected {
    let has = |words: &[&str]| words.iter().any(|word| expected.contains(word));
    if expected == TEXT_OR_NUMBER {
        Expected::TextOrNumber
    } else if has(&["integer", "number", "f32", "f64", "i32", "i64", "u8", "u16", "u32", "u64"]) {
        Expected::Number
    } else if has(&["bool"]) {
        Expected::YesOrNo
    } else if has(&["a string", "a borrowed string"]) {
        Expected::Text
    } else if has(&["a sequence"]) {
        Expected::List
    } else {
        Expected::OtherSort
    }
}
