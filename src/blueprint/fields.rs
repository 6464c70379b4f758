//! The tables of the fields of steps, roles and demand: one row for each field.
//!
//! Whatever treats all fields alike is made from them: the file, its check, the comparison of
//! scenarios, what moves a figure, cards that are joined, controls, columns. It goes through
//! [`Field::ALL`] and matches on the *sort* of the value ([`FieldRef`], [`FieldMut`]), so that a new
//! field of a known sort is a field of the struct, a row beside it, and its words.
//!
//! A field that is in the struct and not in its table does not compile; nor does a room that forgets
//! a sort.

use std::num::NonZeroU32;

use super::date::Date;
use super::day::Day;
use super::ids::{ElementId, RoleId};
use super::quantity::{Quantity, Share};
use super::role_kind::RoleKind;
use super::shift::Shift;
use super::step_parts::{
    Emotion, FailPoint, Meeting, Need, Places, Priority, StepKind, ValueKind, WaitPoint,
};
use super::time::{ServiceTime, Span};
use super::urgency::UrgencyClass;

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

        impl FieldMut<'_> {
            /// Takes a value of the same sort over; one of another sort changes nothing.
            pub fn take(self, value: FieldRef<'_>) {
                match (self, value) {
                    $((Self::$sort(own), FieldRef::$sort(other)) => own.clone_from(other),)*
                    _ => {}
                }
            }
        }
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
    /// Money that is nothing where none is given, in the file's currency.
    Money(Quantity),
    /// Money that may not be known, in the file's currency.
    Price(Option<Quantity>),
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
    /// What sort of resource it is.
    RoleKind(RoleKind),
    /// How many there are: a count that may be zero, 1 where none is given.
    Headcount(u32),
    /// The share of time that somebody is there: all of it where none is given.
    Presence(Share),
    /// Which of the palette's role colours.
    Colour(u8),
    /// Other roles.
    Roles(Vec<RoleId>),
    /// Customers per hour.
    Arrivals(Option<Quantity>),
    /// A squared coefficient of variation: 1 where none is given.
    Variation(Quantity),
    /// Hours a day.
    Hours(Option<Quantity>),
    /// Who comes first.
    Priority(Option<Priority>),
    /// A day of the service.
    Day(Option<Box<Day>>),
    /// Shifts.
    Shifts(Vec<Shift>),
    /// A day of the calendar.
    Date(Option<Date>),
    /// Classes of customers.
    Urgency(Vec<UrgencyClass>),
}

/// What a field means to the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// A change of it can change a figure.
    Figures,
    /// No figure knows it.
    Words,
    /// It only says how the thing is drawn, and makes no difference between two scenarios.
    Look,
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

/// Where a field stands among the others when all are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldGroup {
    /// At the head, without a title.
    Head,
    /// What fits, what is served together, what it takes.
    Room,
    /// Times that are aimed at.
    Targets,
    /// The fail point.
    Fail,
    /// The wait point.
    Wait,
    /// What it is worth to the customer.
    Worth,
    /// The surroundings.
    Surroundings,
    /// Who answers for it and by what papers.
    Documents,
    /// How customers come to it.
    Flow,
    /// Money.
    Money,
}

/// A field of steps, roles or demand.
pub trait Field: Copy + Ord + std::fmt::Debug + 'static {
    /// What has the field.
    type Of;

    /// All fields, in the order of the file.
    const ALL: &'static [Self];

    /// The names of all fields in the file, in order, behind those that the file gives each row by
    /// itself: its number, its place.
    const KEYS: &'static [&'static str];

    /// The sort of its value.
    fn sort(self) -> FieldSort;

    /// Its name in the file.
    fn key(self) -> &'static str;

    /// The code of what it is called, in the localisation layer.
    fn label(self) -> &'static str;

    /// The code of what it means, in the localisation layer; not every field has one.
    fn help(self) -> &'static str;

    /// The code of what stands in its control while it is blank; not every field has one.
    fn hint(self) -> &'static str;

    /// The code of its value in few words behind its name; not every field has one.
    fn short(self) -> &'static str;

    /// Its value.
    fn of(self, whole: &Self::Of) -> FieldRef<'_>;

    /// Its value, to be changed.
    fn of_mut(self, whole: &mut Self::Of) -> FieldMut<'_>;

    /// What it means to the figures.
    fn weight(self) -> Weight;

    /// What becomes of it when two become one.
    fn joining(self) -> Joining;

    /// Where it is shown.
    fn group(self) -> FieldGroup;

    /// Whether a change of it can change a figure.
    fn moves_figures(self) -> bool {
        self.weight() == Weight::Figures
    }

    /// Lets one hold here what another holds.
    fn hand_over(self, from: &Self::Of, to: &mut Self::Of) {
        self.of_mut(to).take(self.of(from));
    }

    /// Whether two hold the same here.
    fn same(self, a: &Self::Of, b: &Self::Of) -> bool {
        self.of(a) == self.of(b)
    }

    /// The field of a name in the file.
    #[must_use]
    fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.key() == key)
    }

    /// The fields that two differ in, in order; without those that only say how a thing is drawn.
    fn differing<'a>(
        a: &'a Self::Of,
        b: &'a Self::Of,
    ) -> impl Iterator<Item = Self> + use<'a, Self> {
        let told = |field: &Self| field.weight() != Weight::Look;
        Self::ALL.iter().copied().filter(told).filter(move |field| !field.same(a, b))
    }

    /// Whether two are the same to every figure.
    #[must_use]
    fn same_figures(a: &Self::Of, b: &Self::Of) -> bool {
        // By reference, field by field: comparing copies would cost every frame of a drag.
        Self::ALL.iter().all(|field| !field.moves_figures() || field.same(a, b))
    }
}

/// Makes the list of the fields of a struct from its table.
macro_rules! fields {
    (
        $(#[$about:meta])*
        $all:ident of $whole:ident, in a row with [$($given:literal),*], beside {$($beside:ident),*};
        $($(#[$doc:meta])* $field:ident: $sort:ident of $name:ident, $weight:ident, $joining:expr, $group:ident;)*
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $all { $($(#[$doc])* $field,)* }

        impl $crate::blueprint::Field for $all {
            type Of = $whole;

            const ALL: &'static [Self] = &[$(Self::$field,)*];

            const KEYS: &'static [&'static str] = &[$($given,)* $(stringify!($name),)*];

            fn sort(self) -> $crate::blueprint::FieldSort {
                match self { $(Self::$field => $crate::blueprint::FieldSort::$sort,)* }
            }

            fn key(self) -> &'static str {
                match self { $(Self::$field => stringify!($name),)* }
            }

            fn label(self) -> &'static str {
                match self { $(Self::$field => concat!("details-", stringify!($name)),)* }
            }

            fn help(self) -> &'static str {
                match self { $(Self::$field => concat!("details-", stringify!($name), "-help"),)* }
            }

            fn hint(self) -> &'static str {
                match self { $(Self::$field => concat!("details-", stringify!($name), "-hint"),)* }
            }

            fn short(self) -> &'static str {
                match self { $(Self::$field => concat!("details-", stringify!($name), "-short"),)* }
            }

            fn of(self, whole: &$whole) -> $crate::blueprint::FieldRef<'_> {
                match self { $(Self::$field => $crate::blueprint::FieldRef::$sort(&whole.$name),)* }
            }

            fn of_mut(self, whole: &mut $whole) -> $crate::blueprint::FieldMut<'_> {
                match self { $(Self::$field => $crate::blueprint::FieldMut::$sort(&mut whole.$name),)* }
            }

            fn weight(self) -> $crate::blueprint::Weight {
                match self { $(Self::$field => $crate::blueprint::Weight::$weight,)* }
            }

            fn joining(self) -> $crate::blueprint::Joining {
                match self { $(Self::$field => $joining,)* }
            }

            fn group(self) -> $crate::blueprint::FieldGroup {
                match self { $(Self::$field => $crate::blueprint::FieldGroup::$group,)* }
            }
        }

        // Names every field: one that the table does not know is a compile error.
        const _: fn(&$whole) = |whole| {
            let $whole { $($beside: _,)* $($name: _,)* } = whole;
        };
    };
}
pub(super) use fields;

/// What a value holds on the heap, in bytes; nothing of what versions share.
pub(super) fn heap_of(value: FieldRef<'_>) -> usize {
    match value {
        FieldRef::Text(text) | FieldRef::Prose(text) => text.len(),
        FieldRef::Needs(needs) => {
            let each = |need: &Need| size_of::<Need>() + need.roles.len() * size_of::<RoleId>();
            needs.iter().map(each).sum()
        }
        FieldRef::Elements(elements) => elements.len() * size_of::<ElementId>(),
        FieldRef::Roles(roles) => roles.len() * size_of::<RoleId>(),
        FieldRef::Fail(fail) => {
            let texts = |fail: &FailPoint| fail.what.len() + fail.recovery.len() + fail.guard.len();
            fail.as_ref().map_or(0, texts)
        }
        FieldRef::Day(day) => day.as_ref().map_or(0, |day| day.heap()),
        FieldRef::Shifts(shifts) => {
            let each = |shift: &Shift| size_of::<Shift>() + size_of_val(shift.breaks.as_slice());
            shifts.iter().map(each).sum()
        }
        FieldRef::Urgency(classes) => {
            classes.iter().map(|class| size_of::<UrgencyClass>() + class.name.len()).sum()
        }
        // Measured times may be many, but are shared by most versions; the rest holds nothing.
        FieldRef::Time(_)
        | FieldRef::Kind(_)
        | FieldRef::Span(_)
        | FieldRef::Places(_)
        | FieldRef::Count(_)
        | FieldRef::Money(_)
        | FieldRef::Price(_)
        | FieldRef::Share(_)
        | FieldRef::Wait(_)
        | FieldRef::Value(_)
        | FieldRef::Emotion(_)
        | FieldRef::Meeting(_)
        | FieldRef::RoleKind(_)
        | FieldRef::Headcount(_)
        | FieldRef::Presence(_)
        | FieldRef::Colour(_)
        | FieldRef::Arrivals(_)
        | FieldRef::Variation(_)
        | FieldRef::Hours(_)
        | FieldRef::Priority(_)
        | FieldRef::Date(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{DemandField, RoleField, StepField};

    fn are_told_apart<F: Field>() {
        let keys: std::collections::BTreeSet<&str> = F::KEYS.iter().copied().collect();
        assert_eq!(keys.len(), F::KEYS.len());
        assert!(F::ALL.iter().all(|field| F::of_key(field.key()) == Some(*field)));
    }

    #[test]
    fn keys_are_told_apart() {
        are_told_apart::<StepField>();
        are_told_apart::<RoleField>();
        are_told_apart::<DemandField>();
    }
}
