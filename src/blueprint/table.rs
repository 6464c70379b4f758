//! Tables of a scenario, shared between its versions.

use std::fmt;
use std::hash::Hash;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

/// A table by identity in a fixed order. Identities are small numbers of our own, so that a quick
/// hash without a secret does: figures look things up many times a step.
pub type IdTable<K, V> = IndexMap<K, V, FxBuildHasher>;

/// A table in the order it is drawn and written. Cloning shares it as a whole; the first change of
/// a shared table copies the list of its rows, whose contents stay shared. So of a version in the
/// history only the tables are kept that the next edit changed.
pub struct Table<K, V>(Arc<IdTable<K, Arc<V>>>);

impl<K, V> Table<K, V> {
    /// Whether two tables are one, to the address.
    #[must_use]
    pub fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<K: Hash + Eq, V> Table<K, V> {
    /// About how many bytes this table takes that another version of it does not take too; `heap`
    /// tells what a row holds besides itself. Nothing for a shared table, else linear in the rows.
    pub(super) fn bytes_beyond(&self, other: Option<&Self>, heap: impl Fn(&V) -> usize) -> usize {
        /// What the list takes for a row: its hash, identity and address, its place in the index.
        const ROW: usize = 40;
        if other.is_some_and(|other| self.is_shared_with(other)) {
            return 0;
        }
        let own = self.0.iter().filter(|(id, row)| {
            let there = other.and_then(|other| other.get(*id));
            there.is_none_or(|there| !Arc::ptr_eq(there, row))
        });
        let rows: usize = own.map(|(_, row)| size_of::<V>() + heap(row)).sum();
        self.0.len() * ROW + rows
    }
}

impl<K, V> From<IdTable<K, Arc<V>>> for Table<K, V> {
    fn from(rows: IdTable<K, Arc<V>>) -> Self {
        Self(Arc::new(rows))
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K, V> Clone for Table<K, V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Table<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<K, V> Deref for Table<K, V> {
    type Target = IdTable<K, Arc<V>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// Changing a shared table makes it one's own first.
impl<K: Clone, V> DerefMut for Table<K, V> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        Arc::make_mut(&mut self.0)
    }
}

impl<'a, K, V> IntoIterator for &'a Table<K, V> {
    type Item = (&'a K, &'a Arc<V>);
    type IntoIter = indexmap::map::Iter<'a, K, Arc<V>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<K: Clone, V> IntoIterator for Table<K, V> {
    type Item = (K, Arc<V>);
    type IntoIter = indexmap::map::IntoIter<K, Arc<V>>;

    fn into_iter(self) -> Self::IntoIter {
        Arc::unwrap_or_clone(self.0).into_iter()
    }
}
