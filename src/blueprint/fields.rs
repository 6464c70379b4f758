//! The one table of the fields of a step.
//!
//! Whatever treats all fields alike is made from it: the file, the comparison of scenarios, what
//! moves a figure, cards that are joined, controls, columns. It goes through [`StepField::ALL`] and
//! matches on the *sort* of the value ([`FieldRef`], [`FieldMut`]), so that a new field of a known
//! sort is one row here, the field in [`Step`] and its words.
//!
//! A field that is in [`Step`] and not in the table does not compile; nor does a room that forgets a
//! sort.

use std::num::NonZeroU32;

use super::ids::ElementId;
use super::quantity::{Quantity, Share};
use super::step::{
    Emotion, FailPoint, Meeting, Need, Places, Step, StepKind, ValueKind, WaitPoint,
};
use super::time::{ServiceTime, Span};
use Joining::{Joined, Listed, OfFirst};

/// Makes the views of a value from the sorts and what each holds.
macro_rules! sorts {
    ($($(#[$doc:meta])* $sort:ident($holds:ty),)*) => {
        /// The sort of a field's value.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FieldSort { $($(#[$doc])* $sort,)* }

        /// The value of a field, by its sort.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum FieldRef<'a> { $($(#[$doc])* $sort(&'a $holds),)* }

        /// The value of a field, to be changed.
        #[derive(Debug)]
        pub enum FieldMut<'a> { $($(#[$doc])* $sort(&'a mut $holds),)* }
    };
}

sorts! {
    /// A line of words; blank where nothing is said.
    Text(String),
    /// Words of any length; blank where nothing is said.
    Prose(String),
    /// What the card stands for.
    Kind(StepKind),
    /// A service time.
    Time(Option<ServiceTime>),
    /// A length of time.
    Span(Option<Span>),
    /// Who must be there.
    Needs(Vec<Need>),
    /// How many fit.
    Places(Option<Places>),
    /// A count of at least one.
    Count(NonZeroU32),
    /// Money, in the file's currency.
    Money(Quantity),
    /// A share.
    Share(Option<Share>),
    /// What can fail.
    Fail(Option<FailPoint>),
    /// Where customers wait.
    Wait(Option<WaitPoint>),
    /// What it is worth.
    Value(Option<ValueKind>),
    /// How the customer feels.
    Emotion(Option<Emotion>),
    /// Things of the surroundings.
    Elements(Vec<ElementId>),
    /// What happens where flows meet.
    Meeting(Option<Meeting>),
}

/// What a field means to the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    /// A change of it can change a figure.
    Figures,
    /// No figure knows it.
    Words,
}

/// What becomes of a field when two cards become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    /// The first card's value stays.
    OfFirst,
    /// What all of them hold is put together, as its sort does.
    Joined,
    /// Different texts one after another, with this between.
    Listed(&'static str),
}

/// Makes the list of fields from the table.
macro_rules! step_fields {
    ($($(#[$doc:meta])* $field:ident: $sort:ident of $name:ident, $weight:ident, $joining:expr;)*) => {
        /// What a step holds besides its place, in the order of the file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum StepField { $($(#[$doc])* $field,)* }

        impl StepField {
            /// All fields, in the order of the file.
            pub const ALL: &'static [Self] = &[$(Self::$field,)*];

            /// The names of all fields in the file, in order, behind those of the place.
            pub const KEYS: &'static [&'static str] =
                &["id", "lane", "phase", "at", $(stringify!($name),)*];

            /// The sort of its value.
            #[must_use]
            pub fn sort(self) -> FieldSort {
                match self { $(Self::$field => FieldSort::$sort,)* }
            }

            /// Its name in the file.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$field => stringify!($name),)* }
            }

            /// The code of what it is called, in the localisation layer.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self { $(Self::$field => concat!("details-", stringify!($name)),)* }
            }

            /// Its value in a step.
            #[must_use]
            pub fn of(self, step: &Step) -> FieldRef<'_> {
                match self { $(Self::$field => FieldRef::$sort(&step.$name),)* }
            }

            /// Its value in a step, to be changed.
            #[must_use]
            pub fn of_mut(self, step: &mut Step) -> FieldMut<'_> {
                match self { $(Self::$field => FieldMut::$sort(&mut step.$name),)* }
            }

            /// What becomes of it when two cards become one.
            #[must_use]
            pub fn joining(self) -> Joining {
                match self { $(Self::$field => $joining,)* }
            }

            fn weight(self) -> Weight {
                match self { $(Self::$field => Weight::$weight,)* }
            }
        }

        // Names every field of a step: one that the table does not know is a compile error.
        const _: fn(&Step) = |step| {
            let Step { lane: _, phase: _, at: _, $($name: _,)* } = step;
        };
    };
}

step_fields! {
    /// Its name.
    Name: Text of name, Figures, Listed(" + ");
    /// What the card stands for.
    Kind: Kind of kind, Figures, OfFirst;
    /// How long it takes.
    Time: Time of time, Figures, Joined;
    /// Who is needed.
    Needs: Needs of needs, Figures, OfFirst;
    /// How many fit at once.
    Places: Places of places, Figures, OfFirst;
    /// How many are served together.
    Batch: Count of batch, Figures, OfFirst;
    /// Time to set up.
    Setup: Span of setup, Figures, OfFirst;
    /// Standard execution time.
    Standard: Span of standard, Figures, Joined;
    /// The longest execution time that customers tolerate.
    Acceptable: Span of acceptable, Figures, Joined;
    /// The time that is aimed at.
    Target: Span of target, Figures, Joined;
    /// Material.
    MaterialCost: Money of material_cost, Figures, Joined;
    /// What can fail.
    Fail: Fail of fail, Figures, Joined;
    /// Where customers wait.
    Wait: Wait of wait, Figures, Joined;
    /// What it is worth.
    Value: Value of value, Figures, Joined;
    /// How the customer feels.
    Emotion: Emotion of emotion, Words, Joined;
    /// The procedure.
    Procedure: Prose of procedure, Words, Listed("\n");
    /// The documents.
    Documents: Prose of documents, Words, Listed("; ");
    /// Who answers for it.
    Owner: Text of owner, Words, Listed("; ");
    /// The surroundings that it relies on.
    Elements: Elements of elements, Figures, Joined;
    /// The share of the arrivals that starts here.
    Enter: Share of enter, Figures, OfFirst;
    /// Whether flows join or merge here.
    Meeting: Meeting of meeting, Figures, OfFirst;
}

impl StepField {
    /// Whether a change of it can change a figure.
    #[must_use]
    pub fn moves_figures(self) -> bool {
        self.weight() == Weight::Figures
    }

    /// Whether two steps hold the same here.
    #[must_use]
    pub fn same(self, a: &Step, b: &Step) -> bool {
        self.of(a) == self.of(b)
    }

    /// The field of a name in the file.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.key() == key)
    }

    /// The fields that two steps differ in, in order.
    pub fn differing<'a>(a: &'a Step, b: &'a Step) -> impl Iterator<Item = Self> + use<'a> {
        Self::ALL.iter().copied().filter(move |field| !field.same(a, b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_apart() {
        let keys: std::collections::BTreeSet<&str> =
            StepField::ALL.iter().map(|field| field.key()).collect();
        assert_eq!(keys.len(), StepField::ALL.len());
    }
}
