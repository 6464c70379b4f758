//! How often a customer came to moments that can be come to again.

use smallvec::SmallVec;

/// Moments whose counts stand side by side; those of others are looked up.
const NEAR: usize = 8;

/// Counts by moment, of those that can be come to again.
///
/// They go around at 2¹⁶, as what is drawn at an [address](crate::simulation::random::Address) does.
#[derive(Clone, Debug, Default)]
pub(super) struct Visits {
    near: [u16; NEAR],
    far: SmallVec<[(u32, u16); 2]>,
}

impl Visits {
    /// How often the customer was at a moment before; one more from now on.
    #[inline]
    pub fn next(&mut self, moment: u32) -> u32 {
        let count = match self.near.get_mut(moment as usize) {
            Some(count) => count,
            None => self.far(moment),
        };
        let before = *count;
        *count = before.wrapping_add(1);
        u32::from(before)
    }

    #[cold]
    fn far(&mut self, moment: u32) -> &mut u16 {
        let known = self.far.iter().position(|(known, _)| *known == moment);
        let at = known.unwrap_or_else(|| {
            self.far.push((moment, 0));
            self.far.len() - 1
        });
        &mut self.far[at].1
    }

    /// Nowhere yet.
    pub fn clear(&mut self) {
        self.near = [0; NEAR];
        self.far.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_moment_is_counted_by_itself() {
        let mut visits = Visits::default();
        for count in 0..3 {
            for moment in [0, 7, 8, 300] {
                assert_eq!(visits.next(moment), count);
            }
        }
        visits.clear();
        assert_eq!([visits.next(7), visits.next(300)], [0, 0]);
    }
}
