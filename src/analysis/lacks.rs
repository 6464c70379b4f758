//! The reasons why a figure is missing.

use std::fmt;
use std::ops::Deref;

use smallvec::SmallVec;

use super::figure::Lack;

/// The reasons why a figure is missing, most important first. Nearly always none or one, which it
/// holds without an allocation of its own: every edit makes many hundred figures.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Lacks(SmallVec<[Lack; 2]>);

impl Deref for Lacks {
    type Target = [Lack];

    fn deref(&self) -> &[Lack] {
        &self.0
    }
}

impl fmt::Debug for Lacks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromIterator<Lack> for Lacks {
    fn from_iter<I: IntoIterator<Item = Lack>>(lacks: I) -> Self {
        Self(lacks.into_iter().collect())
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
    fn lacks_are_no_larger_than_a_list_and_keep_their_order() {
        assert!(size_of::<Lacks>() <= size_of::<Vec<Lack>>());
        let all = [Lack::Demand, Lack::Flow, Lack::Price];
        let lacks: Lacks = all.into_iter().collect();
        assert_eq!(lacks, all);
        assert_eq!(lacks, all.to_vec());
        assert_eq!(format!("{lacks:?}"), format!("{all:?}"));
        assert!(Lacks::default().is_empty());
    }
}
