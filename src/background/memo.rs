//! A value that is kept as long as what it depends on stays the same.

use std::sync::Arc;

/// A version of something, as a part of a key.
///
/// It is equal only to itself: a changed document is another one, and as long as this one is held
/// its address is nobody else's. So comparing costs nothing, however large the document.
#[derive(Debug, Default)]
pub struct Snapshot<T>(Arc<T>);

impl<T> Snapshot<T> {
    /// This version.
    #[must_use]
    pub fn of(version: &Arc<T>) -> Self {
        Self(Arc::clone(version))
    }

    /// Whether it is just this version.
    #[must_use]
    pub fn is(&self, version: &Arc<T>) -> bool {
        Arc::ptr_eq(&self.0, version)
    }
}

impl<T> std::ops::Deref for Snapshot<T> {
    type Target = Arc<T>;

    fn deref(&self) -> &Arc<T> {
        &self.0
    }
}

impl<T> Clone for Snapshot<T> {
    fn clone(&self) -> Self {
        Self::of(&self.0)
    }
}

impl<T> PartialEq for Snapshot<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is(&other.0)
    }
}

impl<T> Eq for Snapshot<T> {}

/// The last value that was made, with the key that it was made for.
#[derive(Debug)]
pub struct Memo<K, T> {
    made: Option<(K, T)>,
}

impl<K, T> Default for Memo<K, T> {
    fn default() -> Self {
        Self { made: None }
    }
}

impl<K: PartialEq, T> Memo<K, T> {
    /// The value for a key, made only if the last one was for another key.
    pub fn get(&mut self, key: K, make: impl FnOnce() -> T) -> &T {
        if self.made.as_ref().is_some_and(|(made_for, _)| *made_for != key) {
            self.made = None;
        }
        &self.made.get_or_insert_with(|| (key, make())).1
    }

    /// The value for a key, if it is the last one that was made.
    #[must_use]
    pub fn known(&self, key: &K) -> Option<&T> {
        self.made.as_ref().filter(|(made_for, _)| made_for == key).map(|(_, value)| value)
    }

    /// Whatever was made last, with its key.
    #[must_use]
    pub fn last(&self) -> Option<(&K, &T)> {
        self.made.as_ref().map(|(key, value)| (key, value))
    }

    /// Forgets the value.
    pub fn forget(&mut self) {
        self.made = None;
    }
}
