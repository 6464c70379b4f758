//! What the reader expected where it stopped: the RON parser's errors as codes.

use std::fmt;

use super::version1::TEXT_OR_NUMBER;

/// What should have stood where the reader stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A number.
    Number,
    /// A text in quotation marks.
    Text,
    /// A text in quotation marks or a number.
    TextOrNumber,
    /// Two numbers in parentheses.
    Pair,
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
    /// More text: the file ends too early.
    More,
    /// The end: something follows the blueprint.
    End,
    /// The end of a comment.
    CommentEnd,
    /// Fewer levels of brackets.
    Shallower,
    /// Anything else, in the parser's words.
    Other(String),
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number => f.write_str("a number"),
            Self::Text => f.write_str("a text"),
            Self::TextOrNumber => f.write_str(TEXT_OR_NUMBER),
            Self::Pair => f.write_str("two numbers"),
            Self::YesOrNo => f.write_str("true or false"),
            Self::List => f.write_str("["),
            Self::ListEnd => f.write_str("]"),
            Self::Group => f.write_str("("),
            Self::GroupEnd => f.write_str(")"),
            Self::Comma => f.write_str("a comma"),
            Self::Colon => f.write_str("a colon"),
            Self::FieldName => f.write_str("a field name"),
            Self::OneOf { words, found } => write!(f, "one of {} not {found}", words.join(", ")),
            Self::OnlyOnce { field } => write!(f, "{field} only once"),
            Self::More => f.write_str("more text"),
            Self::End => f.write_str("the end"),
            Self::CommentEnd => f.write_str("the end of the comment"),
            Self::Shallower => f.write_str("fewer levels"),
            Self::Other(words) => f.write_str(words),
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
            E::ExpectedString | E::ExpectedStringEnd | E::InvalidEscape(_) => Self::Text,
            E::ExpectedIdentifier | E::InvalidIdentifier(_) | E::SuggestRawIdentifier(_) => {
                Self::FieldName
            }
            E::UnclosedBlockComment | E::UnclosedLineComment => Self::CommentEnd,
            E::TrailingCharacters => Self::End,
            E::ExceededRecursionLimit => Self::Shallower,
            E::NoSuchEnumVariant { expected, found, .. } => {
                Self::OneOf { words: expected.iter().map(|&word| word.to_owned()).collect(), found }
            }
            E::InvalidValueForType { expected, .. } if expected == TEXT_OR_NUMBER => {
                Self::TextOrNumber
            }
            // Pairs are the only values of a fixed length.
            E::ExpectedDifferentLength { .. } => Self::Pair,
            E::DuplicateStructField { field, .. } => Self::OnlyOnce { field: field.to_owned() },
            other => Self::Other(other.to_string()),
        }
    }
}
