//! Parts of one piece of work on several threads, for a caller that waits for all of them.

use std::sync::atomic::{AtomicBool, Ordering};

/// How many processors there are to spread work over, but so many at most.
#[must_use]
pub fn processors(at_most: usize) -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(at_most.max(1))
}

/// Hands each item to the work, in as many parts of the list as there are threads. Answers whether the
/// work said yes to all; parts that have not begun are left out after a no. What comes out must not depend
/// on the order: each item is changed by itself.
///
/// Where the system has no thread to give, or there is one only, all is done here.
pub fn spread<T: Send>(
    items: &mut [T],
    threads: usize,
    work: &(dyn Fn(&mut T) -> bool + Sync),
) -> bool {
    let refused = AtomicBool::new(false);
    let part = |items: &mut [T]| {
        for item in items {
            if refused.load(Ordering::Relaxed) || !work(item) {
                refused.store(true, Ordering::Relaxed);
                return;
            }
        }
    };
    let size = items.len().div_ceil(threads.max(1)).max(1);
    std::thread::scope(|scope| {
        let mut parts = items.chunks_mut(size);
        let here = parts.next();
        for items in parts {
            // A list that is borrowed twice would not compile: it is shared by hand.
            let shared = std::sync::Arc::new(std::sync::Mutex::new(Some(items)));
            let taken = std::sync::Arc::clone(&shared);
            let take = |shared: &std::sync::Mutex<Option<&mut [T]>>| {
                let mut items = shared.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                if let Some(items) = items.take() {
                    part(items);
                }
            };
            let builder = std::thread::Builder::new().name("spread".to_owned());
            if builder.spawn_scoped(scope, move || take(&taken)).is_err() {
                take(&shared);
            }
        }
        if let Some(items) = here {
            part(items);
        }
    });
    !refused.load(Ordering::Relaxed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_item_is_done_once_on_any_number_of_threads() {
        for threads in [0, 1, 2, 3, 7, 40] {
            let mut items = vec![0; 16];
            let done = spread(&mut items, threads, &|item| {
                *item += 1;
                true
            });
            assert!(done);
            assert_eq!(items, [1; 16], "{threads} threads");
        }
        assert!(spread(&mut [] as &mut [u8], 4, &|_| false));
    }

    #[test]
    fn a_no_ends_it() {
        let mut items: Vec<u32> = (0..100).collect();
        let done = spread(&mut items, 1, &|item| {
            *item += 1000;
            *item < 1003
        });
        assert!(!done);
        assert_eq!(items[3..5], [1003, 4]);
        assert!(items[4..].iter().all(|item| *item < 1000), "nothing after the no");
    }
}
