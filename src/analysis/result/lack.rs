//! What keeps a figure from being known.

use std::fmt;
use std::ops::Deref;

use crate::blueprint::{RoleId, StepId};

/// What keeps a figure from being computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// No step is connected yet.
    Flow,
    /// The flow has an error that the problems name.
    SoundFlow,
    /// A time for a step.
    Time(StepId),
    /// Nothing limits the service: no role, no place, no timed step of its own.
    Limit,
    /// Arrivals per hour.
    Demand,
    /// A day: when the doors open and close.
    Day,
    /// A demand below the capacity: waits are not defined at or above it.
    SpareCapacity,
    /// People in a role: its headcount is zero or below the count a step needs.
    Headcount(RoleId),
    /// A role of the kind staff.
    StaffRole,
    /// A cost per hour for a staff role.
    Rate(RoleId),
    /// A price per customer.
    Price,
    /// A wait that customers accept.
    Target,
    /// A method for roles that stand in for each other in some of their work only.
    MethodForAlternatives,
    /// A method for steps that need several of a pool at once, in differing numbers.
    MethodForUnitsAtOnce,
    /// A method for steps that serve batches.
    MethodForBatches,
    /// A method for units that stay with the customer over several steps.
    MethodForKeptUnits,
    /// What steps are worth to the customer: none of them says so.
    ValueMarks,
    /// Busy time that costs something: no role at work has a cost per hour.
    BusyCost,
    /// Something that costs: no rate, price, overhead or material is given.
    Cost,
    /// A price above the material, which alone costs a customer more than is paid.
    PriceAboveMaterial,
    /// A method that holds for this blueprint.
    Method,
}

impl Lack {
    /// Whether a method is missing rather than something that the blueprint could supply.
    #[must_use]
    pub fn is_method(self) -> bool {
        matches!(
            self,
            Self::MethodForAlternatives
                | Self::MethodForUnitsAtOnce
                | Self::MethodForBatches
                | Self::MethodForKeptUnits
                | Self::Method
        )
    }
}

/// The reasons why a figure is missing, most important first. Nearly always none or one, which it
/// holds without an allocation of its own: every edit makes many hundred figures.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Lacks(Held);

/// Each list is held in one way only, so that equal lists are equal.
#[derive(Clone, Default, PartialEq, Eq)]
enum Held {
    #[default]
    Nothing,
    One(Lack),
    /// Two or more. Boxed twice over, as figures are many and such lists are few.
    #[allow(clippy::box_collection)]
    Several(Box<Vec<Lack>>),
}

impl Deref for Lacks {
    type Target = [Lack];

    fn deref(&self) -> &[Lack] {
        match &self.0 {
            Held::Nothing => &[],
            Held::One(lack) => std::slice::from_ref(lack),
            Held::Several(lacks) => lacks,
        }
    }
}

impl fmt::Debug for Lacks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl FromIterator<Lack> for Lacks {
    fn from_iter<I: IntoIterator<Item = Lack>>(lacks: I) -> Self {
        let mut lacks = lacks.into_iter();
        let Some(first) = lacks.next() else { return Self(Held::Nothing) };
        // What keeps two figures from being known counts once in a third.
        let Some(second) = lacks.find(|lack| *lack != first) else { return Self(Held::One(first)) };
        let mut several = vec![first, second];
        for lack in lacks {
            if !several.contains(&lack) {
                several.push(lack);
            }
        }
        Self(Held::Several(Box::new(several)))
    }
}

impl<'a> IntoIterator for &'a Lacks {
    type Item = &'a Lack;
    type IntoIter = std::slice::Iter<'a, Lack>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq<Vec<Lack>> for Lacks {
    fn eq(&self, other: &Vec<Lack>) -> bool {
        **self == **other
    }
}

impl<const COUNT: usize> PartialEq<[Lack; COUNT]> for Lacks {
    fn eq(&self, other: &[Lack; COUNT]) -> bool {
        **self == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lacks_are_smaller_than_a_list_and_keep_their_order() {
        assert!(size_of::<Lacks>() < size_of::<Vec<Lack>>());
        let all = [Lack::Demand, Lack::Flow, Lack::Price];
        let lacks: Lacks = all.into_iter().collect();
        assert_eq!(lacks, all);
        assert_eq!(lacks, all.to_vec());
        assert_eq!(format!("{lacks:?}"), format!("{all:?}"));
        assert!(Lacks::default().is_empty());
    }
}
