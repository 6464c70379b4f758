//! What is written in a sheet as what is solved: numbers and senses.

use super::exact::{self, NotANumber, Number};
use crate::blueprint::sheets::{Figure, Sense};

impl Figure {
    /// The number, exactly.
    ///
    /// # Errors
    /// Why it is none.
    pub fn number(&self) -> Result<Number, NotANumber> {
        if self.is_blank() { Err(NotANumber::Empty) } else { self.written().parse() }
    }
}

impl From<&Number> for Figure {
    fn from(number: &Number) -> Self {
        Self::from(number.to_string())
    }
}

impl From<Sense> for exact::Sense {
    fn from(sense: Sense) -> Self {
        match sense {
            Sense::AtMost => Self::AtMost,
            Sense::AtLeast => Self::AtLeast,
            Sense::Exactly => Self::Exactly,
        }
    }
}
